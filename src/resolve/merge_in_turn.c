/* «به ترتیب»: two lists of one length, whose members belong together one by one: whom one meets, where, when, about what. */
#include "resolve/merge.h"

enum { MOST = 6 };

typedef struct {
    uint32_t at[MOST], n; /* actors, or mentions */
} members;

static bool told_in_turn(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[f->clause];
    uint32_t from = f->first > c->first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : c->first, to = c->last < f->last + RZ_REACH ? c->last : f->last + RZ_REACH;
    return rz_listed_within(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("in-turn")), from, to);
}

static bool has(const members *list, uint32_t one) {
    for (uint32_t i = 0; i < list->n; i++)
        if (list->at[i] == one) return true;
    return false;
}

static void put(members *list, uint32_t one) {
    if (list->n < MOST && !has(list, one)) list->at[list->n++] = one;
}

/* Those of the event, by where they stand in the text: who meets, and who is met. */
static void sides_of(const merger *m, const merged *e, members *one, members *other) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    *one = *other = (members){.n = 0};
    for (uint32_t p = 0; p < e->from->parts.n; p++) {
        uint32_t mention = e->from->parts.at[p].mention;
        if (mention == RZ_SPEAKER || s->mentions->at[mention].first < c->first) continue;
        bool with = s->links[mention].prep == RZ_C_WITH || s->links[mention].prep == RZ_C_FOR || s->links[mention].kind == RZ_LINK_OBJECT;
        uint32_t actors[2] = {s->mentions->at[mention].actor, s->mentions->at[mention].actor2};
        for (int i = 0; i < 2; i++)
            for (uint32_t a = 0; a < e->n_actors; a++)
                if (e->actors[a] == actors[i]) put(with ? other : one, actors[i]);
    }
}

/* The places told in one list of the clause. */
static members places_of(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    members places = {.n = 0};
    if (f->place == RZ_NONE) return places;
    for (uint32_t i = s->links[f->place].list; i < s->mentions->n && i < f->place + MOST; i++) {
        bool place = s->mentions->at[i].kind == RZ_M_PLACE || s->mentions->at[i].kind == RZ_M_STATE;
        if (place && s->links[i].list == s->links[f->place].list && s->links[i].clause == s->links[f->place].clause) put(&places, i);
    }
    return places;
}

/* The k-th of n days: of as many times, or of a stretch of as many days; where the event is not told at that time, `skip`. */
static rz_days day_of(const merged *e, uint32_t time, uint32_t k, uint32_t n, bool *skip) {
    const rz_found_event *f = e->from;
    *skip = f->times.n == n && time != RZ_NONE && f->times.at[k] != time;
    bool stretch = f->times.n == 1 && e->days.from != RZ_NO_DAY && (uint32_t)(e->days.to - e->days.from) + 1 == n;
    return stretch ? (rz_days){e->days.from + (int)k, e->days.from + (int)k} : e->days;
}

uint32_t rz_merge_in_turn(const merger *m, const merged *e, uint32_t time, merged *out, uint32_t most) {
    members one, other;
    if (e->n_actors < 2 || !told_in_turn(m, e->from)) return 0;
    sides_of(m, e, &one, &other);
    members places = places_of(m, e->from);
    uint32_t n = one.n > 1 ? one.n : other.n, told = 0;
    bool paired = one.n > 1 && other.n == one.n, shared = one.n == 1 && other.n > 1;
    bool spread = one.n > 1 && !other.n && e->days.from != RZ_NO_DAY && (e->from->times.n == n || (uint32_t)(e->days.to - e->days.from) + 1 == n);
    if (!(paired || shared || spread) || n > most || one.n + other.n != e->n_actors) return 0;
    for (uint32_t k = 0; k < n; k++) {
        bool skip = false;
        rz_days day = day_of(e, time, k, n, &skip);
        if (skip) continue;
        merged *each = &out[told++];
        uint32_t place = places.n == n ? places.at[k] : e->place;
        *each = *e;
        each->days = day;
        if (place != e->place) each->place = place, each->place_row = rz_merged_place(m, place);
        each->topics = (rz_row_list){0};
        if (e->topics.n == n) rz_merged_topics(m, each, &(rz_row_list){.at = &e->topics.at[k], .n = 1, .room = 1});
        else rz_merged_topics(m, each, &e->topics);
        each->n_actors = 0;
        for (uint32_t a = 0; a < e->n_actors; a++) {
            bool mine = e->actors[a] == (one.n > 1 ? one.at[k] : one.at[0]) || (other.n && e->actors[a] == other.at[k]);
            if (mine) rz_merged_add(each, e->actors[a], e->roles[a]);
        }
    }
    return told;
}

void rz_merge_goes_in_turn(const merger *m, merged *e, uint32_t which, uint32_t n_legs) {
    members one, other;
    if (e->n_actors != n_legs || n_legs < 2 || !told_in_turn(m, e->from)) return;
    sides_of(m, e, &one, &other);
    if (one.n != n_legs) return;
    uint32_t n = e->n_actors;
    e->n_actors = 0;
    for (uint32_t a = 0; a < n; a++)
        if (e->actors[a] == one.at[which]) rz_merged_add(e, one.at[which], e->roles[a]);
}
