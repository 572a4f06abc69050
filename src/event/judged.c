/* What one says of a deed tells that it was: «از آزادی X استقبال کرد». */
#include "event/event.h"
#include "event/status.h"

/* A word for what one says of a deed ends before the token, within a few words. */
static bool judged_before(const rz_scene *s, uint32_t at, uint32_t from) {
    enum { NEAR = 3 };
    for (uint32_t t = at > from + NEAR ? at - NEAR : from; t < at; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            if (h.hit.last <= at && rz_class_of(s->g, h.hit.row) == RZ_C_JUDGED) return true;
    return false;
}

bool rz_is_judged(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    bool deed = rz_kind_is(e->kind, RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_APPOINTMENT | RZ_KIND_SUMMONS);
    if (!deed || !e->frame->announced || link->prep != RZ_C_FROM || link->prep_token == RZ_NONE || e->evoked != RZ_EVOKED_NOUN) return false;
    uint32_t verb = s->clauses[e->clause].verb;
    const rz_verb *v = verb == RZ_NONE ? NULL : &s->text->verbs[verb];
    return v && !v->negative && v->first >= e->last && judged_before(s, v->first, e->last);
}

/* «در واکنش به تصمیم X برای اخراج دیپلمات‌ها در ماه مارس»: what others answer was done. */
bool rz_is_answered(const rz_scene *s, const rz_found_event *e) {
    enum { FAR = 12 };
    uint32_t from = s->clauses[e->clause].first;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-answer"));
    if (!rz_kind_is(e->kind, RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_SUMMONS)) return false;
    if (e->first > from + FAR) from = e->first - FAR;
    for (uint32_t t = e->first; t-- > from && s->text->tokens[t].verb == RZ_NONE && !s->text->tokens[t].punct;)
        if (rz_listed_end(s, words, t) > t) return true;
    return false;
}
