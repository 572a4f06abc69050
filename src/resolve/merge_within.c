/* «X و Y در این دور درباره Z تبادل نظر کردند»: no talks of their own, but what the session or the round told of before was. */
#include "resolve/merge.h"

enum { SENTENCES = 2 };

/* The noun that «در این …» points with in the clause, before the words of the event; RZ_NONE. */
static uint32_t pointed_noun(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    rz_row session = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("matter-of-session")), talks = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("matter-of-talks"));
    uint32_t from = s->clauses[f->clause].first, end, next;
    if (f->first > from + RZ_CLAUSE_REACH) from = f->first - RZ_CLAUSE_REACH;
    for (uint32_t t = from; t < f->first; t++) {
        if (s->clause_of[t] != f->clause || rz_class_at(s, t, &end) != RZ_C_IN || rz_class_at(s, end, &next) != RZ_C_DEFINITE) continue;
        if (rz_listed_end(s, session, next) > next || rz_listed_end(s, talks, next) > next) return next;
    }
    return RZ_NONE;
}

/* Is everybody of e one of those of `to`, or of their states? Where nobody of `to` is told, they are. */
static bool are_of_it(const merger *m, const merged *to, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors && to->n_actors > 1; i++) {
        bool there = false;
        for (uint32_t k = 0; k < to->n_actors; k++) there |= rz_same_actor(m, to->actors[k], e->actors[i]) || (rz_merged_state(m, to->actors[k]) != RZ_NONE && rz_merged_state(m, to->actors[k]) == rz_merged_state(m, e->actors[i]));
        if (!there) return false;
    }
    return true;
}

uint32_t rz_merge_within(const merger *m, const merged *e) {
    if (e->from->evoked == RZ_EVOKED_NOUN || e->from->in_title || !rz_kind_is(e->kind, RZ_KIND_LOOSE) || e->days.from != RZ_NO_DAY || e->place_row != RZ_NONE) return RZ_NONE;
    uint32_t noun = pointed_noun(m, e->from), best = RZ_NONE;
    for (uint32_t i = rz_first_open(m); noun != RZ_NONE && i < m->out.n; i++) {
        const merged *to = &m->out.at[i];
        bool sat = rz_kind_is(to->kind, RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_SITS) && !to->from->in_title && to->count <= 1;
        if (!sat || to->from->first >= e->from->first || rz_token_sentence(&m->found->scene, e->from->first) - rz_token_sentence(&m->found->scene, to->told_last) > SENTENCES) continue;
        if (rz_looks_ahead(to->status) != rz_looks_ahead(e->status) || !are_of_it(m, to, e)) continue;
        if (best == RZ_NONE || to->told_last > m->out.at[best].told_last) best = i;
    }
    return best;
}
