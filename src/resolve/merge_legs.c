/* Journeys to several places: which mentions are the other legs, and when each is. */
#include "resolve/merge.h"

/* «یکشنبه به X و سه‌شنبه به Y می‌رود»: does a leg with words of its own follow? */
bool rz_merge_has_legs(const rz_scene *s, const rz_found_event *f) {
    enum { MOST = 6 };
    if (f->place == RZ_NONE || !rz_kind_is(f->kind, RZ_KIND_JOURNEY)) return false;
    for (uint32_t i = f->place; i < s->mentions->n && i < f->place + MOST; i++)
        if (rz_own_leg(s, f->place, i)) return true;
    return false;
}

/* What is told right before it. */
static uint32_t time_of_leg(const rz_scene *s, const rz_found_event *f, uint32_t i) {
    uint32_t at = s->links[i].prep_token;
    uint32_t told = rz_own_leg(s, f->place, i) && at ? rz_token_time(s, at - 1) : RZ_NONE;
    return told != RZ_NONE ? told : f->times.n ? f->times.at[0] : RZ_NONE;
}

/* «به توکیو در ژاپن و سئول در کره جنوبی» */
static uint32_t with_states(const rz_scene *s, const rz_found_event *f, uint32_t last, leg *out, uint32_t n) {
    uint32_t state = f->place + 1;
    bool its_own = state < s->mentions->n && s->mentions->at[state].kind == RZ_M_STATE && s->links[state].prep == RZ_C_IN && s->mentions->at[f->place].kind == RZ_M_PLACE;
    for (uint32_t i = state + 1; its_own && i < last && n < MOST_LEGS; i++) {
        if (s->mentions->at[i].kind != RZ_M_PLACE || s->links[i].list != s->links[state].list || s->links[i].clause != s->links[state].clause) continue;
        out[n++] = (leg){i, f->times.n ? f->times.at[0] : RZ_NONE};
    }
    return n;
}

uint32_t rz_merge_legs(const merger *m, const rz_found_event *f, leg *out) {
    if (f->place == RZ_NONE || !rz_kind_is(f->kind, RZ_KIND_JOURNEY)) return 0;
    const rz_scene *s = &m->found->scene;
    uint32_t list = s->links[f->place].list, last = f->place + MOST_LEGS < s->mentions->n ? f->place + MOST_LEGS : s->mentions->n, n = 0;
    for (uint32_t i = list; i < last && n < MOST_LEGS; i++) {
        bool place = s->mentions->at[i].kind == RZ_M_PLACE || s->mentions->at[i].kind == RZ_M_STATE;
        bool one = s->links[i].list == list || rz_own_leg(s, f->place, i);
        if (i == f->place || !place || rz_tells_lands(s, i) || !one || s->links[i].clause != s->links[f->place].clause || (rz_is_object(s, i) && !rz_list_closes(s, f->place))) continue;
        out[n++] = (leg){i, time_of_leg(s, f, i)};
    }
    return with_states(s, f, last, out, n);
}

static bool has_host(const merger *m, const merged *visit, const merged *e) {
    rz_row home = rz_state_of_place(m, visit->place_row);
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (home != RZ_NONE && rz_merged_state(m, e->actors[i]) == home) return true;
    return false;
}

/* «سفر به X و Y … در این سفر با Yی دیدار می‌کند»: of the two that of the other side. */
const merged *rz_merge_leg_of(const merger *m, const merged *visit, const merged *e) {
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high && !has_host(m, visit, e); i++) {
        const merged *o = &m->out.at[i];
        if (!o->dropped && rz_kind_is(o->kind, RZ_KIND_JOURNEY) && o->from == visit->from && has_host(m, o, e)) return o;
    }
    return visit;
}

/* «پس از سفر به X به Y رفت و در این سفر با …»: that told by its verb right before, or what the words were found to mean. */
const merged *rz_merge_just_told(const merger *m, const rz_found_event *visit, const merged *told) {
    enum { NEAR = 4 };
    const rz_found *found = m->found;
    uint32_t index = (uint32_t)(visit - found->events.at), best = RZ_NONE;
    for (uint32_t i = index > NEAR ? index - NEAR : 0; i < found->events.n && i <= index + NEAR; i++) {
        const rz_found_event *f = &found->events.at[i];
        bool came = rz_kind_is(f->kind, RZ_KIND_JOURNEY) && f->evoked == RZ_EVOKED_VERB && f->place != RZ_NONE && f->clause + 1 == visit->clause && f->first < visit->first;
        if (came && rz_merged_at(m, i) && (best == RZ_NONE || f->first > found->events.at[best].first)) best = i;
    }
    return best == RZ_NONE ? told : rz_merged_at(m, best);
}
