/* Who is at a session by what else he does: «X ضمن شرکت [و سخنرانی] در نشست Y با Z دیدار کرد», «X برای نشست Y به Z رفت». */
#include "event/attend.h"

/* «ضمن», «پس از», «پیش از», «با», «علاوه بر»: what comes before, with or after what the clause tells. */
static bool goes_with_the_rest(const rz_scene *s, uint32_t token, uint32_t from) {
    enum { LONGEST = 3 };
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, token);
    if (link.kind != RZ_LINK_PREP) return false;
    if (link.prep == RZ_C_OCCASION || link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || link.prep == RZ_C_WITH) return true;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-besides")), token, token > from + LONGEST ? token - LONGEST : from);
}

/* The end of a word of being there at the token, or the token. */
static uint32_t attending_end(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (!h.hit.tail && rz_class_of(s->g, h.hit.row) == RZ_C_ATTENDING) return h.hit.last;
    return token;
}

bool rz_attends_besides(const rz_found *found, const rz_found_event *e, const rz_link *link) {
    enum { FAR = 5 };
    const rz_scene *s = &found->scene;
    uint32_t from = s->clauses[e->clause].first, to = link->prep_token, end, last;
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION) || link->prep != RZ_C_IN || to == RZ_NONE || s->clauses[e->clause].subject == RZ_NONE) return false;
    for (uint32_t t = to; t-- > from && to - t <= FAR;) {
        if (s->mention_at[t] != RZ_NONE || s->text->tokens[t].verb != RZ_NONE) return false; /* «با حضور X در نشست» */
        if ((end = attending_end(s, t)) == t) continue;
        return (end == to || rz_class_at(s, end, &last) == RZ_C_AND) && goes_with_the_rest(s, t, from); /* «شرکت و سخنرانی در» */
    }
    return false;
}

/* «در سفر به X برای شرکت در نشست Y»: its words and where it goes, right before those that tell its purpose. */
uint32_t rz_journey_before(const rz_found *found, const rz_found_event *e, const rz_link *link) {
    enum { FAR = 16 };
    const rz_scene *s = &found->scene;
    if (link->prep != RZ_C_FOR || link->prep_token == RZ_NONE) return RZ_NONE;
    for (uint32_t t = link->prep_token; t-- > s->clauses[e->clause].first && link->prep_token - t < FAR;) {
        uint32_t i = rz_trigger_at(found, t);
        if (s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct == ',') return RZ_NONE;
        if (i == RZ_NONE) continue;
        const rz_found_event *journey = &found->events.at[i];
        return journey->evoked == RZ_EVOKED_NOUN && rz_kind_is(journey->kind, RZ_KIND_JOURNEY) ? i : RZ_NONE;
    }
    return RZ_NONE;
}

uint32_t rz_journey_for(const rz_found *found, const rz_found_event *e) {
    uint32_t verbal = found->verbal_of[e->clause], last = found->scene.clauses[e->clause].last;
    if (verbal != RZ_NONE && rz_kind_is(found->events.at[verbal].kind, RZ_KIND_JOURNEY)) return verbal;
    for (uint32_t t = e->last; t < last && t < e->last + RZ_REACH; t++) {
        uint32_t i = rz_trigger_at(found, t);
        if (i != RZ_NONE && found->events.at[i].clause == e->clause && rz_kind_is(found->events.at[i].kind, RZ_KIND_JOURNEY)) return i;
    }
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&found->scene, &link, e->first);
    return rz_journey_before(found, e, &link);
}
