/* What a report tells of as over long before it: of «دو طرف» in what is told of today nobody is meant there. */
#include "resolve/resolve.h"

static bool told_pluperfect(const rz_scene *s, uint32_t token) {
    enum { DEEP = 6 };
    uint32_t clause = s->clause_of[token];
    for (int i = 0; i < DEEP && clause != RZ_NONE && s->clauses[clause].kind != RZ_CLAUSE_MAIN; i++) clause = s->clauses[clause].parent;
    uint32_t verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT;
}

bool rz_is_background(const rz_cast *cast, uint32_t token) {
    enum { OLD = 60 };
    if (told_pluperfect(&cast->found->scene, token)) return true;
    rz_days then = rz_days_beside(cast, token), now = rz_within(cast);
    return now.from != RZ_NO_DAY && then.to != RZ_NO_DAY && then.to + OLD < now.from;
}

bool rz_is_bygone(const rz_cast *cast, rz_row person) {
    uint32_t n;
    const rz_tenure *t = rz_tenures_of(cast->data, person, &n);
    rz_days now = cast->solution->published;
    for (uint32_t i = 0; i < n; i++)
        if (now.from == RZ_NO_DAY || t[i].days.from == RZ_NO_DAY || (t[i].days.from <= now.to && (t[i].days.to == RZ_NO_DAY ? t[i].still : t[i].days.to >= now.from)))
            return false;
    return n > 0;
}
