/* «دو طرف»: the two who met, called or talked just before. */
#include "resolve/resolve.h"

/* The two who take part, as the text has told them up to the mention; gives how many there are, 3: more than two. */
static uint32_t two_of(rz_cast *cast, const rz_found_event *e, uint32_t mention, uint32_t two[2]) {
    uint32_t n = 0;
    for (uint32_t p = 0; p < e->parts.n && n < 3; p++) {
        uint32_t at = e->parts.at[p].mention;
        uint32_t actor = at < mention && strcmp(e->parts.at[p].role, "mediator") ? rz_cast_actor(cast, at) : RZ_NONE;
        if (actor == RZ_NONE || (n && two[0] == actor)) continue;
        if (n < 2) two[n] = actor;
        n++;
    }
    return n;
}

/* «گفت که فردا با Z دیدار خواهد کرد. دو طرف درباره … بحث کردند»: they did it already, and those two are still to meet. */
static bool did_already(const rz_cast *cast, uint32_t mention, const rz_found_event *e) {
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause, verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    bool ahead = !strcmp(e->status, "planned") || !strcmp(e->status, "hoped");
    return ahead && verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PAST;
}

bool rz_parties_before(rz_cast *cast, uint32_t mention, uint32_t back) {
    enum { NEAR = 90 };
    const rz_found *found = cast->found;
    rz_mention *m = &cast->mentions->at[mention];
    bool then = rz_is_background(cast, m->first);
    uint32_t two[2], meant[2] = {RZ_NONE, RZ_NONE};
    for (uint32_t t = m->first; t-- > 0 && m->first - t < NEAR;) {
        uint32_t i = rz_trigger_at(found, t);
        if (rz_token_sentence(&found->scene, t) + back < rz_token_sentence(&found->scene, m->first)) break;
        if (i == RZ_NONE) continue;
        const rz_found_event *e = &found->events.at[i];
        if (!rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS) || (!then && rz_is_background(cast, t))) continue;
        uint32_t n = two_of(cast, e, mention, two);
        if (n == 0) continue;
        if (n == 2 && meant[1] == RZ_NONE) meant[0] = two[0], meant[1] = two[1];
        if (n == 2 && did_already(cast, mention, e)) continue;
        if (n == 2) meant[0] = two[0], meant[1] = two[1];
        break;
    }
    if (meant[1] == RZ_NONE) return false;
    m->actor = meant[0], m->actor2 = meant[1];
    return true;
}
