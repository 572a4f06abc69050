/* «سپس X با Y دیدار کرد», «در آن زمان X …»: words that open what is told, before whoever it is told of, and are nobody's. */
#include "event/event.h"

static bool at_head(const rz_scene *s, uint32_t token, uint32_t from) {
    uint32_t start;
    if (token == from || s->text->tokens[token - 1].kind == RZ_TOKEN_PUNCT || s->article->in_label[token - 1] || !s->article->in_body[token - 1]) return true;
    uint32_t clause = s->clause_of[token];
    if (clause != RZ_NONE && s->clauses[clause].first == token) return true; /* «گفتنی است اکنون X …» */
    uint8_t class = rz_class_before(s, token, from, false, &start);
    return class == RZ_C_AND || class == RZ_C_THAT || class == RZ_C_CLAUSE || class == RZ_C_ALSO; /* «این در حالی است که» */
}

bool rz_opened_before(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { LONGEST = 6 };
    uint32_t m = end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
    bool somebody = m != RZ_NONE && s->mentions->at[m].first == end && rz_is_actor(&s->mentions->at[m]);
    rz_row words = somebody ? s->g->openers : m == RZ_NONE ? rz_row_find(s->g->data, RZ_WORDS, RZ_STR("openers-closed")) : RZ_NONE;
    if (words == RZ_NONE) return false;
    for (uint32_t t = end > from + LONGEST ? end - LONGEST : from; t < end; t++)
        if (rz_listed_whole(s, words, t) == end && at_head(s, t, from)) return true;
    return false;
}
