/* What stands past a noun that only tells when, after what or about what it was: a day there is the verb's. */
#include "event/event.h"

bool rz_names_somebody(const rz_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; t++)
        if (s->mention_at[t] != RZ_NONE) return true;
    return false;
}

/* «در دومین روز سفر خود دوشنبه در X دیدار کرد»: in the course of something of his own that is told before the token he met somebody. */
bool rz_in_his_course(const rz_found *found, const rz_found_event *e, uint32_t token) {
    const rz_scene *s = &found->scene;
    uint32_t told = found->verbal_of[e->clause], end;
    rz_link link = {.prep_token = RZ_NONE};
    if (e->evoked != RZ_EVOKED_NOUN || token <= e->last || s->clause_of[token] != e->clause || told == RZ_NONE || !(found->events.at[told].frame->discussion || rz_kind_is(found->events.at[told].kind, RZ_KIND_CONTACT)) || !rz_kind_is(e->kind, RZ_KIND_JOURNEY | RZ_KIND_ROUNDS | RZ_KIND_LOOSE)) return false;
    rz_govern(s, &link, e->first);
    for (uint32_t t = e->first; link.prep == RZ_C_OCCASION && t < token; t++)
        if (rz_class_at(s, t, &end) == RZ_C_OWN || (s->mention_at[t] == RZ_NONE && rz_has_own_ending(s, t))) return true;
    return false;
}

/* «درباره حمله X به Y روز جمعه برگزار شد»: a bare day past a noun of the background and whom it names is the verb's. */
bool rz_past_background(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last) {
    const rz_scene *s = &found->scene;
    uint32_t clause = s->clause_of[first], start, end, low = s->clauses[clause].first;
    uint32_t told = found->verbal_of[clause] != RZ_NONE ? found->verbal_of[clause] : found->happens_in[clause];
    if (e->evoked != RZ_EVOKED_NOUN || e->clause != clause || first <= e->last || told == RZ_NONE || rz_token_time(s, first) == RZ_NONE) return false;
    uint8_t grain = s->mentions->times[rz_token_time(s, first)].grain;
    if ((grain != RZ_UNIT_DAY && grain < RZ_UNIT_SECOND) || s->clauses[clause].verb == RZ_NONE || s->text->verbs[s->clauses[clause].verb].first < last) return false;
    if (rz_class_before(s, first, low, true, &start) || s->text->tokens[last].punct || rz_class_at(s, last, &end) == RZ_C_OBJECT) return false;
    rz_link link = {.prep_token = RZ_NONE};
    if (first - e->last > RZ_CLAUSE_REACH) return false;
    rz_govern(s, &link, e->first);
    if (rz_in_his_course(found, e, first)) return true;
    if (!link.prep || link.prep == RZ_C_IN || link.prep == RZ_C_HOST || link.prep == RZ_C_OCCASION || link.prep == RZ_C_WITH || link.prep == RZ_C_FROM) return false; /* nor «نشست از مذاکرات X» */
    return rz_names_somebody(s, e->last, first);
}

/* Is all that is told between the event and the time told past? */
bool rz_only_background(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last) {
    for (uint32_t t = e->last; t < first; t++) {
        uint32_t i = rz_trigger_at(found, t);
        bool aside = i != RZ_NONE && found->events.at[i].clause != e->clause; /* «این دیدار که نخستین ملاقات آنان است، فردا انجام می‌شود» */
        if (i != RZ_NONE && !aside && !rz_past_background(found, &found->events.at[i], first, last)) return false;
    }
    return true;
}
