/* Words before whoever it is told of that are nobody's: «سپس X با Y دیدار کرد», «در آن زمان X …», «با وجود مخالفت‌ها X …». */
#include "event/event.h"

static bool at_head(const rz_scene *s, uint32_t token, uint32_t from) {
    uint32_t start;
    if (token == from || s->text->tokens[token - 1].kind == RZ_TOKEN_PUNCT || s->article->in_label[token - 1] || !s->article->in_body[token - 1]) return true;
    uint32_t clause = s->clause_of[token];
    if (clause != RZ_NONE && s->clauses[clause].first == token) return true; /* «گفتنی است اکنون X …» */
    uint8_t class = rz_class_before(s, token, from, false, &start);
    return class == RZ_C_AND || class == RZ_C_THAT || class == RZ_C_CLAUSE || class == RZ_C_ALSO; /* «این در حالی است که» */
}

static bool ends_listed(const rz_scene *s, rz_row words, uint32_t end, uint32_t from) {
    enum { LONGEST = 6 };
    for (uint32_t t = end > from + LONGEST ? end - LONGEST : from; t < end; t++)
        if (rz_listed_whole(s, words, t) == end && at_head(s, t, from)) return true;
    return false;
}

bool rz_opened_before(const rz_scene *s, uint32_t end, uint32_t from) {
    uint32_t m = end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
    bool somebody = m != RZ_NONE && s->mentions->at[m].first == end && rz_is_actor(&s->mentions->at[m]);
    if (m != RZ_NONE && !somebody) return false;
    return (somebody && ends_listed(s, s->g->openers, end, from)) || ends_listed(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("openers-closed")), end, from);
}

/* «تنش‌ها X …»: a plural without the ی of its ezafe possesses and is possessed no more. */
static bool written_whole(const rz_scene *s, uint32_t token) {
    const rz_token *t = &s->text->tokens[token];
    const uint8_t *end = s->text->letters + rz_letters_end(t);
    return t->tail == 2 && rz_letters_count(t) > 3 && s->mention_at[token] == RZ_NONE && end[-1] == s->g->alef && end[-2] == s->g->heh;
}

/* «تحولات منطقه X …», «در چارچوب روابط دوجانبه X …»: what is no person's, with its adjectives. */
static bool no_persons(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { LONGEST = 4, ADJECTIVES = 2 };
    uint32_t m = s->mention_at[end], start;
    if (m == RZ_NONE || s->mentions->at[m].first != end || rz_family(&s->mentions->at[m]) != 1) return false;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("no-persons"));
    for (uint32_t n = 0; n <= ADJECTIVES && end > from; n++) {
        for (uint32_t t = end > from + LONGEST ? end - LONGEST : from; t < end; t++)
            if (rz_listed_whole(s, words, t) == end) return true; /* not «منطقه‌ای» */
        if (!(s->text->tokens[end - 1].pos & RZ_POS_ADJ) || s->mention_at[end - 1] != RZ_NONE || rz_class_before(s, end, from, false, &start)) return false;
        end--;
    }
    return false;
}

/* «به صورت مجازی نشست برگزار کردند»: how it was held is no phrase that its noun goes on. */
static bool tells_how(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { LONGEST = 5 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("held-so"));
    return rz_event_noun_at(s, end) && rz_listed_before(s, words, end, end > from + LONGEST ? end - LONGEST : from);
}

bool rz_phrase_whole(const rz_scene *s, uint32_t end, uint32_t from) { return written_whole(s, end - 1) || no_persons(s, end, from) || (end < s->text->n_tokens && tells_how(s, end, from)); }
