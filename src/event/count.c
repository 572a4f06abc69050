/* How often something was, and the how-manieth of its kind: «سه بار», «دور چهارم مذاکرات». */
#include "event/event.h"

/* «نزدیک به ۵۰۰ …»: where those words begin that end at the token, or the token. */
static uint32_t before_nearly(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { LONGEST = 2 };
    rz_row nearly = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("nearly"));
    for (uint32_t t = end > from + LONGEST ? end - LONGEST : from; t < end; t++)
        if (rz_listed_whole(s, nearly, t) == end) return t;
    return end;
}

uint32_t rz_counted_from(const rz_scene *s, uint32_t end, uint32_t from) {
    uint32_t start;
    bool number = rz_number_at(s, end);
    for (int steps = 0; end > from && steps < 4; steps++) {
        if (rz_class_before(s, end, from, false, &start) == RZ_C_COUNTER) end = start;
        else if (rz_token_time(s, end - 1) == RZ_NONE && rz_number_at(s, end - 1)) number = true, end--;
        else break;
    }
    return number ? before_nearly(s, end, from) : end;
}

int64_t rz_number_of(const rz_scene *s, uint32_t token) {
    int32_t figures = rz_token_number(s->text, &s->text->tokens[token]);
    if (figures >= 0) return figures;
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->type != RZ_NUMBER || hit->last != token + 1) continue;
        if (rz_row_has(s->text->data, hit->row, "use", "ordinal")) continue; /* برای سومین بار: once */
        return rz_str_number(rz_row_get(s->text->data, hit->row, "value"));
    }
    return -1;
}

uint32_t rz_ordinal_at(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_NUMBER)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (!rz_row_has(s->text->data, hit->row, "use", "ordinal")) continue;
        return (uint32_t)rz_str_number(rz_row_get(s->text->data, hit->row, "value"));
    }
    return 0;
}

/* «دور چهارم مذاکرات», «نهمین اجلاس», «نشست سوم»: which of them it is; 0: not told. */
static uint32_t ordinal_of(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 4 };
    uint32_t from = s->clauses[e->clause].first, low = e->first > from + NEAR ? e->first - NEAR : from, end;
    uint32_t after = e->last < s->text->n_tokens && s->clause_of[e->last] == e->clause && rz_token_time(s, e->last) == RZ_NONE ? rz_ordinal_at(s, e->last) : 0;
    if (after) return after;
    for (uint32_t t = e->first; t-- > low;) {
        uint32_t n = rz_ordinal_at(s, t);
        if (n) return n;
        uint8_t class = rz_class_at(s, t, &end);
        if (class != RZ_C_ROUND && !(s->text->tokens[t].pos & RZ_POS_NOUN)) return 0;
        if (s->mention_at[t] != RZ_NONE || s->text->tokens[t].verb != RZ_NONE) return 0;
    }
    return 0;
}

/* «نشست پیشین», «دور بعدی مذاکرات» */
static int turn_of(const rz_scene *s, const rz_found_event *e) {
    uint32_t low = e->first > s->clauses[e->clause].first ? e->first - 1 : e->first;
    for (uint32_t t = low; t <= e->last && t < s->text->n_tokens && s->clause_of[t] == e->clause; t++) {
        if (rz_listed_end(s, s->g->one_before, t) > t) return -1;
        if (rz_listed_end(s, s->g->one_after, t) > t) return 1;
    }
    return 0;
}

/* «سه دور مذاکرات برگزار کرده‌اند»; 0: not told. */
static uint32_t rounds_of(const rz_scene *s, const rz_found_event *e) {
    enum { MOST = 40 };
    uint32_t from = s->clauses[e->clause].first, first = e->first, start, end;
    if (!rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE)) return 0;
    bool before = rz_class_before(s, first, from, false, &start) == RZ_C_ROUND;
    if (before && rz_number_at(s, start)) first = start + 1; /* «سه دور» is in the list as such */
    else if (before) first = start;
    else if (rz_class_at(s, first, &end) != RZ_C_ROUND) return 0;
    int64_t n = first > from && s->clause_of[first - 1] == e->clause && rz_token_time(s, first - 1) == RZ_NONE ? rz_number_of(s, first - 1) : 0;
    return n > 1 && n < MOST ? (uint32_t)n : 0;
}

void rz_event_count(const rz_scene *s, rz_found_event *e) {
    e->turn = turn_of(s, e);
    if (rz_kind_is(e->kind, RZ_KIND_NUMBERED)) e->ordinal = ordinal_of(s, e);
    uint32_t rounds = rounds_of(s, e);
    if (rounds) e->count = rounds;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first + 1;
    for (uint32_t t = from; t < c->last && t < e->last + RZ_REACH; t++) {
        uint32_t end;
        if (s->clause_of[t] != e->clause || rz_class_at(s, t, &end) != RZ_C_TIMES) continue;
        int64_t n = rz_number_of(s, t - 1);
        if (n > 1 && n < 1000 && e->evoked == RZ_EVOKED_VERB) e->count = (uint32_t)n;
    }
}
