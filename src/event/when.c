/* When: each time goes to the event that it stands nearest to, unless it bounds a period or dates something else. */
#include "event/event.h"

/* «در ۲۰ ژانویه و هفتم مارس» */
static bool goes_on(const rz_scene *s, const rz_time_mention *a, const rz_time_mention *b) {
    uint32_t last;
    return a->last < b->first && rz_class_at(s, a->last, &last) == RZ_C_AND && last == b->first;
}

/* «از … تاکنون» bounds a period, it dates no event. */
static bool since(const rz_scene *s, const rz_time_mention *t) {
    uint32_t last;
    for (uint32_t i = t->last; i < s->text->n_tokens && i < t->last + 3; i++)
        if (rz_class_at(s, i, &last) == RZ_C_UNTIL_NOW) return true;
    return false;
}

/* «تا سال ۲۰۲۸» says how long, «تا ساعتی دیگر» when; of two, «از شنبه تا دوشنبه», it is one time. */
static bool until(const rz_scene *s, const rz_time_mention *t) {
    enum { LONGEST = 3 };
    if (t->grain == RZ_UNIT_HOUR || t->grain == RZ_UNIT_MINUTE || t->grain == RZ_UNIT_SECOND) return false;
    uint32_t from = s->text->sentences[s->sentence_of[t->first]].first, low = t->first > from + LONGEST ? t->first - LONGEST : from;
    for (uint32_t h = s->text->hit_at[low]; h < s->text->hit_at[t->first]; h++)
        if (s->text->hits[h].last == t->first && rz_class_of(s->g, s->text->hits[h].row) == RZ_C_UNTIL) return true;
    return false;
}

/* «نخستین سفر … در ده سال گذشته» says how rare it was. */
static bool of_rank(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    uint32_t last;
    return e && t->kind == RZ_TIME_PERIOD && t->count < 0 && e->first && rz_class_at(s, e->first - 1, &last) == RZ_C_RANKED && last == e->first;
}

/* «این سفر پنجشنبه پایان می‌یابد» says when it was over. */
static bool of_end(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = e && e->evoked == RZ_EVOKED_HAPPEN ? s->clauses[e->clause].verb : RZ_NONE, start;
    return verb != RZ_NONE && rz_class_before(s, s->text->verbs[verb].first, s->clauses[e->clause].first, false, &start) == RZ_C_ENDED;
}

/* «پس از ترور X در ۱۳ دی»: the day of what went before. */
static bool of_other_deed(const rz_scene *s, const rz_time_mention *t) {
    enum { NEAR = 16 };
    uint32_t from = s->text->sentences[s->sentence_of[t->first]].first, last;
    for (uint32_t i = t->first; i-- > from && t->first - i < NEAR;) {
        if (s->text->tokens[i].verb != RZ_NONE || s->text->tokens[i].punct == ',' || s->text->tokens[i].punct == ':') return false;
        if (rz_class_at(s, i, &last) != RZ_C_OTHER_DEED) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, i);
        return link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || link.prep == RZ_C_FROM;
    }
    return false;
}

/* «این نشست که قرار بود آذر برگزار شود»: when it was first to be. */
static bool of_old_plan(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    enum { NEAR = 8 };
    uint32_t last, low = t->first > NEAR ? t->first - NEAR : 0;
    if (!e || !e->definite) return false;
    for (uint32_t i = t->first; i-- > low && s->sentence_of[i] == s->sentence_of[t->first];)
        if (rz_class_at(s, i, &last) == RZ_C_WAS_PLANNED) return true;
    return false;
}

void rz_times_give(rz_found *found) {
    const rz_mentions *m = found->scene.mentions;
    rz_found_event *before = NULL;
    const rz_time_mention *previous = NULL;
    for (uint32_t i = 0; i < m->n_times; i++) {
        const rz_time_mention *t = &m->times[i];
        if (t->kind > RZ_TIME_PERIOD) continue;
        if (found->scene.clause_of[t->first] == RZ_NONE || rz_in_document_title(&found->scene, t->first)) {
            before = NULL;
            continue;
        }
        bool listed = before && goes_on(&found->scene, previous, t);
        rz_found_event *e = listed ? before : rz_event_near(found, t->first, t->last, 0);
        if (since(&found->scene, t) || until(&found->scene, t) || of_rank(&found->scene, e, t) || of_end(&found->scene, e) || of_other_deed(&found->scene, t) || of_old_plan(&found->scene, e, t)) e = NULL;
        bool again = e && e == before && t->first == previous->last; /* «فردا ۲۸ فروردین»: said twice */
        before = e;
        previous = t;
        if (again || (e && e->times.n && !listed)) continue;
        if (e) *RZ_PUSH(found->scene.arena, &e->times) = i;
    }
}
