/* Where an attack or a crowd was of which those tell who live there: «باشندگان محلی در X می‌گویند که …». */
#include "event/event.h"

/* The place in the clause where those are who tell, right behind their word; RZ_NONE. */
static uint32_t place_of_witness(const rz_scene *s, const rz_clause *c, uint32_t clause) {
    rz_row witnesses = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("local-witnesses"));
    for (uint32_t t = c->first; t < c->last && t < c->first + RZ_REACH; t++) {
        uint32_t end = rz_listed_end(s, witnesses, t), last;
        if (end == t || end >= c->last || rz_class_at(s, end, &last) != RZ_C_IN) continue;
        for (uint32_t at = last; at < c->last && at - last < RZ_CLAUSE_REACH; at++) {
            uint32_t m = s->mention_at[at];
            if (m == RZ_NONE && rz_class_at(s, at, &end) != RZ_C_PLACE_WORD) break;
            if (m != RZ_NONE) return s->mentions->at[m].kind == RZ_M_PLACE && s->links[m].clause == clause ? m : RZ_NONE;
        }
    }
    return RZ_NONE;
}

void rz_witnessed_places_give(rz_found *found) {
    enum { UP = 2 };
    const rz_scene *s = &found->scene;
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *e = &found->events.at[i];
        uint32_t c = e->clause;
        bool deed = rz_kind_is(e->kind, RZ_KIND_ATTACK | RZ_KIND_CROWD) && e->place == RZ_NONE && strcmp(e->status, "denied") != 0;
        for (uint32_t up = 0; deed && up < UP && c != RZ_NONE && e->place == RZ_NONE; up++) {
            c = s->clauses[c].parent;
            if (c != RZ_NONE) e->place = place_of_witness(s, &s->clauses[c], c);
        }
    }
}
