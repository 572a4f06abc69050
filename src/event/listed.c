/* Where words of one list of the tables stand, for rules that ask for the list by its id. */
#include "event/event.h"

static uint32_t end_of(const rz_scene *s, rz_row row, uint32_t token, bool whole) {
    uint32_t end = token;
    if (token >= s->text->n_tokens) return token;
    for (rz_hits h = rz_hits_listed(s->text, token, row); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->row == row && hit->last > end && !(whole && hit->tail)) end = hit->last;
    }
    return end;
}

uint32_t rz_listed_last(const rz_scene *s, rz_row row, uint32_t token) { return end_of(s, row, token, false); }

uint32_t rz_listed_whole(const rz_scene *s, rz_row row, uint32_t token) { return end_of(s, row, token, true); }

uint32_t rz_listed_from(const rz_scene *s, rz_row row, uint32_t end, uint32_t from) {
    for (uint32_t t = from; t < end && rz_row_there(s->text, row); t++)
        for (rz_hits h = rz_hits_listed(s->text, t, row); rz_hits_next(&h);)
            if (h.hit.row == row && h.hit.last == end) return t;
    return end;
}

bool rz_verb_listed(const rz_scene *s, uint32_t verb, rz_row row) {
    return row != RZ_NONE && rz_verb_among(s, verb, s->g->words_verbs[row - s->g->first_words], RZ_MAX_VERBS);
}

bool rz_listed_within(const rz_scene *s, rz_row row, uint32_t from, uint32_t to) {
    if (!rz_row_there(s->text, row)) return false;
    while (from < to && rz_listed_end(s, row, from) == from) from++;
    return from < to;
}

bool rz_in_source(const rz_scene *s, uint32_t token) {
    return s->article->in_label[token] || (s->mention_at[token] != RZ_NONE && s->mentions->at[s->mention_at[token]].kind == RZ_M_OUTLET);
}

bool rz_undergone(const rz_scene *s, uint32_t verb) {
    if (verb == RZ_NONE) return false;
    uint32_t at = s->text->verbs[verb].first;
    bool placed = at && s->text->verbs[verb].lemma == s->g->take && rz_listed_whole(s, s->g->placed, at - 1) == at;
    return placed || s->text->verbs[verb].passive || rz_verb_among(s, verb, s->g->become, 2);
}

/* «سه اسیر … تحویل داده شدند»: a word of one of the lists in the sentence, within reach of the tokens [first, last). */
bool rz_listed_near(const rz_scene *s, const rz_word_lists *rows, uint32_t first, uint32_t last) {
    if (!rows->n) return false;
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, first)];
    uint32_t from = first > sentence->first + RZ_REACH ? first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > last + RZ_REACH ? last + RZ_REACH : sentence->last;
    for (uint32_t i = 0; i < rows->n; i++)
        for (uint32_t t = from; t < to && rz_row_there(s->text, rows->at[i]); t++)
            if (rz_listed_end(s, rows->at[i], t) > t && !rz_in_source(s, t)) return true; /* not «باشگاه خبرنگاران جوان» */
    return false;
}

/* «اسیران [جنگی ایران] را»: no preposition stands between what the word is of and its را. */
static bool is_object(const rz_scene *s, uint32_t last, uint32_t object) {
    enum { NEAR = 7 };
    uint32_t end;
    if (object > last + NEAR) return false;
    for (uint32_t t = last; t < object; t = end > t ? end : t + 1) {
        uint8_t class = rz_class_at(s, t, &end);
        if (class && class <= RZ_C_LAST_PREP && class != RZ_C_IN && class != RZ_C_AGAINST && class != RZ_C_ABOUT) return false; /* «پایگاهی در X را», «تحریم‌ها علیه X را» */
    }
    return true;
}

/* Nothing governs what begins at the token: «در برابر سفارت X ده‌ها تن …»; what was told before it is a name or a time. */
static bool begins_anew(const rz_scene *s, uint32_t token, uint32_t from) {
    uint32_t start;
    rz_link link = {.prep_token = RZ_NONE};
    if (rz_class_before(s, token, from, true, &start)) return false;
    if (token > from && (s->mention_at[token - 1] != RZ_NONE || rz_token_time(s, token - 1) != RZ_NONE)) return true;
    rz_govern(s, &link, token);
    return link.kind == RZ_LINK_FREE;
}

/* What is of nothing before it is the subject, but for what را follows: «اسیران آزاد شدند», not «درباره اسیران», «پرونده اسیران»; where `object`,
 * it is that which را follows, if any does: «ارتش ۱۲ اسیر را آزاد کرد». */
bool rz_listed_bears(const rz_scene *s, const rz_word_lists *rows, uint32_t verb, bool object) {
    if (!rows->n) return false;
    uint32_t clause = s->clause_of[verb], from = s->clauses[clause].first, marker = verb, end;
    if (verb > from + RZ_REACH) from = verb - RZ_REACH;
    while (marker > from && !(s->clause_of[marker - 1] == clause && rz_class_at(s, marker - 1, &end) == RZ_C_OBJECT)) marker--;
    bool marked = marker > from;
    for (uint32_t t = from; t < (marked ? marker - 1 : verb); t++)
        for (uint32_t i = 0; i < rows->n; i++) {
            uint32_t last = rz_listed_end(s, rows->at[i], t);
            if (last == t || s->clause_of[t] != clause) continue;
            if (marked && object ? is_object(s, last, marker - 1) : last != marker - 1 && begins_anew(s, t, from)) return true;
        }
    return false;
}

/* «موضع خود را اعلام کرد | و درباره تحریم‌ها سخن گفت»: where what it is done to is told, the next clause, up to which the words beside it are looked for. */
uint32_t rz_beside_end(const rz_scene *s, uint32_t token, uint32_t to) {
    uint32_t clause = s->clause_of[token], from = clause == RZ_NONE ? token : s->clauses[clause].first, end;
    bool told = false;
    for (uint32_t t = token > from + RZ_REACH ? token - RZ_REACH : from; t < token && !told; t++) told = s->clause_of[t] == clause && rz_class_at(s, t, &end) == RZ_C_OBJECT;
    for (uint32_t t = token; told && t < to; t++) {
        uint32_t next = s->clause_of[t];
        if (next != clause && next != RZ_NONE && s->clauses[next].kind == RZ_CLAUSE_COORDINATE && s->clauses[next].first > token) return t;
    }
    return to;
}

/* «به تحریم‌ها [پایان] داد»: whatever light verb the clause has, it is that of the word before it. */
bool rz_listed_closes(const rz_scene *s, const rz_word_lists *rows, uint32_t token) {
    enum { LONGEST = 2 };
    uint32_t clause = s->clause_of[token], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    uint32_t at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    bool closes = !rows->n;
    for (uint32_t i = 0; i < rows->n && !closes; i++) closes = rz_listed_before(s, rows->at[i], at, at > LONGEST ? at - LONGEST : 0);
    return closes;
}

bool rz_governed_by(const rz_scene *s, const rz_link *link, rz_row row) {
    return link->prep_token != RZ_NONE && rz_listed_end(s, row, link->prep_token) > link->prep_token;
}
