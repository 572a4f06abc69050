/* Offices and bodies told as somebody's own: «وزیر خارجه‌اش», «سفیر خود», «نماینده کشورش» are of the state of whom the clause is about. */
#include "resolve/resolve.h"

enum { LONGEST = 3, DEEP = 4 };

/* «رئیس‌جمهور خود نیز گفت»: it is he himself. */
static bool himself(const rz_scene *s, uint32_t mention) {
    uint32_t clause = s->links[mention].clause;
    return s->links[mention].kind == RZ_LINK_FREE && clause != RZ_NONE && s->clauses[clause].subject == mention;
}

static bool told_own(const rz_cast *cast, uint32_t mention) {
    const rz_scene *s = &cast->found->scene;
    const rz_mention *m = &cast->mentions->at[mention];
    if (m->whose == RZ_WHOSE_THIS) return rz_listed_before(s, rz_row_find(cast->data, RZ_WORDS, RZ_STR("own-country")), m->last, m->last > m->first + LONGEST ? m->last - LONGEST : m->first);
    if (m->whose == RZ_WHOSE_OWN) return !himself(s, mention);
    return m->whose == RZ_WHOSE_NONE && !rz_is_unnamed(s->g, m->office) && rz_has_own_ending(s, m->last - 1);
}

static rz_row state_of(const rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    if (m->actor != RZ_NONE) return cast->members.at[m->actor].state;
    return m->kind == RZ_M_PLACE ? rz_state_told(&cast->found->scene, m) : RZ_NONE;
}

rz_row rz_own_state(const rz_cast *cast, uint32_t mention) {
    const rz_scene *s = &cast->found->scene;
    if (!told_own(cast, mention)) return RZ_NONE;
    uint32_t clause = s->links[mention].clause;
    for (int i = 0; i < DEEP && clause != RZ_NONE; i++, clause = s->clauses[clause].parent) {
        uint32_t subject = s->clauses[clause].subject;
        rz_row state = subject == RZ_NONE || subject >= mention ? RZ_NONE : state_of(cast, subject);
        if (state != RZ_NONE) return state;
    }
    return cast->last_subject == RZ_NONE ? RZ_NONE : cast->members.at[cast->last_subject].state;
}
