/* Where an attack was that tells only on whose ground it was: «به تأسیسات هسته‌ای X», «پالایشگاه X را»; or the town right
 * before «هدف حمله». Other towns are found by deeds.c.
 * And the mission that it was at. */
#include "event/event.h"

enum { NEAR = 4 /* tokens between the ground and whose it is */ };

/* «تأسیسات هسته‌ای X», «خاک X»: what lies in the land whose it is; a base, an embassy or a ship may be elsewhere. */
static bool on_ground_of(const rz_scene *s, uint32_t m) {
    rz_row grounds = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("grounds"));
    uint32_t first = s->mentions->at[m].first, from = s->clauses[s->links[m].clause].first;
    for (uint32_t t = first; t-- > from && first - t <= NEAR;) {
        if (s->text->tokens[t].punct == ',' || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE) return false;
        if (rz_listed_end(s, grounds, t) > t) return true;
    }
    return false;
}

static bool is_land(const rz_scene *s, uint32_t m) {
    const rz_mention *land = &s->mentions->at[m];
    return land->kind == RZ_M_STATE && land->row != RZ_NONE && land->first > 0 && s->links[m].clause != RZ_NONE;
}

/* The state in the clause on whose ground it was aimed. */
static uint32_t ground_near(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t from = s->clauses[e->clause].first, to = s->clauses[e->clause].last;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    if (to > e->last + RZ_REACH) to = e->last + RZ_REACH;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->links[m].clause != e->clause || !is_land(s, m) || rz_only_backs(s, e, m) || !on_ground_of(s, m)) continue;
        const rz_link *link = &s->links[m];
        if (link->prep == RZ_C_TO || link->prep == RZ_C_AGAINST || link->kind == RZ_LINK_OBJECT || rz_is_object(s, m)) return m;
    }
    return RZ_NONE;
}

/* «همزمان با این سفر شهر X هدف حمله قرار گرفت»: the town right before the words, whatever it seems to be governed by. */
static uint32_t town_struck(const rz_scene *s, const rz_found_event *e) {
    rz_row struck = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("is-struck"));
    uint32_t m = e->evoked != RZ_EVOKED_VERB || e->first <= s->clauses[e->clause].first || rz_listed_end(s, struck, e->first) == e->first ? RZ_NONE : s->mention_at[e->first - 1];
    bool town = m != RZ_NONE && s->mentions->at[m].last == e->first && s->mentions->at[m].kind == RZ_M_PLACE && rz_is_town(s, m);
    return town ? m : RZ_NONE;
}

/* «شهر X در استان Y را هدف قرار دادند»: of the town and the land that it lies in, the town tells more. */
static uint32_t town_within(const rz_scene *s, uint32_t land) {
    uint32_t at = s->links[land].prep_token;
    if (s->links[land].prep != RZ_C_IN || at == RZ_NONE) return land;
    while (at > 0 && s->text->tokens[at - 1].punct == '>') at--; /* «شهر «X» در Y» */
    uint32_t m = at > 0 ? s->mention_at[at - 1] : RZ_NONE;
    bool town = m != RZ_NONE && m != land && s->mentions->at[m].last == at && s->mentions->at[m].kind == RZ_M_PLACE && s->mentions->at[m].row != RZ_NONE && rz_is_town(s, m);
    if (!town || s->links[m].clause != s->links[land].clause || s->links[m].prep || s->mentions->at[land].row == RZ_NONE) return land;
    rz_row row = s->mentions->at[land].row, state = s->mentions->at[land].kind == RZ_M_STATE ? row : rz_row_state(s->text->data, row);
    return rz_row_state(s->text->data, s->mentions->at[m].row) == state && (s->mentions->at[land].kind == RZ_M_STATE || !rz_is_town(s, land)) ? m : land;
}

/* «به نیروهای X در Y حمله کرد»: whose they are does not tell where; not «به X در آستانه …», nor «شهر X در Y». */
bool rz_struck_abroad(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    const rz_link *at = &s->links[e->place], *link = &s->links[i];
    bool whose = at->prep == RZ_C_TO || at->prep == RZ_C_AGAINST, land = s->mentions->at[e->place].kind == RZ_M_STATE;
    return rz_kind_is(e->kind, RZ_KIND_ATTACK) && whose && land && link->prep == RZ_C_IN && link->kind == RZ_LINK_PREP && link->prep_token == s->mentions->at[e->place].last;
}

void rz_struck_places_give(rz_found *found) {
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *e = &found->events.at[i];
        if (rz_kind_is(e->kind, RZ_KIND_ATTACK) && e->place != RZ_NONE && e->evoked == RZ_EVOKED_VERB) e->place = town_within(&found->scene, e->place);
        if (!rz_kind_is(e->kind, RZ_KIND_ATTACK) || e->place != RZ_NONE || !e->parts.n || !strcmp(e->status, "denied")) continue;
        e->place = town_struck(&found->scene, e);
        if (e->place == RZ_NONE) e->place = ground_near(found, e);
    }
}

bool rz_is_mission(const rz_scene *s, uint32_t m) {
    const rz_mention *at = &s->mentions->at[m];
    return at->kind == RZ_M_ORGANISATION && at->body != RZ_NONE && rz_row_has(s->text->data, at->body, "kind", "mission");
}

/* «در پی حملات X مقابل سفارت Y تظاهرات کردند»: the crowd is there. */
bool rz_is_crowds_place(const rz_found *found, const rz_found_event *e, uint32_t m) {
    const rz_scene *s = &found->scene;
    uint32_t at = s->links[m].prep_token, main = found->verbal_of[e->clause] != RZ_NONE ? found->verbal_of[e->clause] : found->happens_in[e->clause];
    bool crowd = main != RZ_NONE && rz_kind_is(found->events.at[main].kind, RZ_KIND_CROWD) && !rz_kind_is(e->kind, RZ_KIND_CROWD);
    if (!crowd || e->evoked != RZ_EVOKED_NOUN || at == RZ_NONE || at <= e->last) return false;
    return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-front-of")), at) > at;
}

/* «تظاهرات ایرانیان مقیم X»: the city that those who march are of, and not who marches. */
bool rz_is_of_crowd(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    uint32_t first = s->mentions->at[m].first;
    if (!rz_kind_is(e->kind, RZ_KIND_CROWD) || s->mentions->at[m].kind != RZ_M_PLACE || first <= e->last) return false;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("crowds")), e->last, first);
}

/* «انفجار در نزدیکی سفارت X», «در برابر سفارت X»: whose mission it was at. */
void rz_mission_near_add(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to) {
    const rz_scene *s = &found->scene;
    uint32_t start;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].kind != RZ_M_ORGANISATION || s->mentions->at[m].head != RZ_NONE) continue;
        const rz_link *link = &s->links[m];
        bool near = link->prep == RZ_C_IN || link->prep == RZ_C_AGAINST || (link->prep == RZ_C_TO && link->kind == RZ_LINK_OF && !rz_has_role(e, "object") && rz_class_before(s, t, link->prep_token, false, &start) == RZ_C_AND); /* «به سفارت و کنسولگری X» */
        if (!near || !rz_is_mission(s, m) || rz_is_crowds_place(found, e, m) || link->clause != e->clause || (t > e->last && rz_verb_between(s, e->last, t))) continue;
        rz_part_add(found, e, m, "object");
        return;
    }
}
