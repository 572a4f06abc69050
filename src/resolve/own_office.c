/* Offices and bodies told as somebody's own: «وزیر خارجه‌اش», «سفیر خود», «نماینده کشورش» are of the state of whom the clause is about,
 * members of a delegation of the state that sends it. */
#include "event/sent.h"
#include "resolve/resolve.h"

enum { DEEP = 4 };

/* «رئیس‌جمهور خود نیز گفت»: it is he himself; «وزیر خارجه او گفت»: not he. */
static bool himself(const rz_scene *s, uint32_t mention) {
    uint32_t clause = s->links[mention].clause;
    if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("he-or-she")), s->mentions->at[mention].last, s->mentions->at[mention].first)) return false;
    return s->links[mention].kind == RZ_LINK_FREE && clause != RZ_NONE && s->clauses[clause].subject == mention;
}

static bool told_own(const rz_cast *cast, uint32_t mention) {
    const rz_scene *s = &cast->found->scene;
    const rz_mention *m = &cast->mentions->at[mention];
    if (m->whose == RZ_WHOSE_THIS) return rz_listed_within(s, rz_row_find(cast->data, RZ_WORDS, RZ_STR("own-country")), m->first, m->last); /* «سفارت کشورش در X» */
    if (m->whose == RZ_WHOSE_OWN) return !himself(s, mention);
    return m->whose == RZ_WHOSE_NONE && !rz_is_unnamed(s->g, m->office) && rz_has_own_ending(s, m->last - 1);
}

static rz_row state_of(const rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    if (m->actor != RZ_NONE) return cast->members.at[m->actor].state;
    return m->kind == RZ_M_PLACE ? rz_state_told(&cast->found->scene, m) : RZ_NONE;
}

/* «هیئت X شامل وزیر خارجه و وزیر نفت»: they are X's. */
static rz_row state_of_delegation(const rz_cast *cast, uint32_t mention) {
    enum { FAR = 24, BACK = 12 };
    const rz_scene *s = &cast->found->scene;
    uint32_t first = cast->mentions->at[mention].first, clause = s->links[mention].clause, at = RZ_NONE, end;
    if (cast->mentions->at[mention].whose != RZ_WHOSE_NONE) return RZ_NONE;
    for (uint32_t t = first; at == RZ_NONE && t-- > 0 && first - t < FAR && s->clause_of[t] == clause && s->text->tokens[t].verb == RZ_NONE;)
        if (rz_class_at(s, t, &end) == RZ_C_COMPRISING && rz_of_delegation(s, t)) at = t;
    for (uint32_t i = mention; at != RZ_NONE && i-- > 0 && mention - i < BACK && s->links[i].clause == clause;) {
        const rz_mention *m = &cast->mentions->at[i];
        if (m->first >= at || m->head != RZ_NONE) continue;
        rz_row state = rz_family(m) == 1 ? state_of(cast, i) : rz_state_told(s, m);
        if (state != RZ_NONE) return state;
    }
    return RZ_NONE;
}

/* «با مقامات X از جمله وزیر خارجه»: he is X's. */
static rz_row state_of_including(const rz_cast *cast, uint32_t mention) {
    enum { BACK = 10, NEAR = 2 };
    const rz_scene *s = &cast->found->scene;
    uint32_t list = s->links[mention].list, word = s->links[list].prep_token;
    if (cast->mentions->at[mention].whose != RZ_WHOSE_NONE || word == RZ_NONE || !rz_says_including(s, word)) return RZ_NONE;
    for (uint32_t i = list; i-- > 0 && list - i < BACK;) {
        const rz_mention *m = &cast->mentions->at[i];
        if (m->last > word) continue;
        bool beside = m->last + NEAR >= word && m->kind == RZ_M_STATE && m->head == RZ_NONE;
        return !beside ? RZ_NONE : m->actor != RZ_NONE ? cast->members.at[m->actor].row : rz_state_told(s, m);
    }
    return RZ_NONE;
}

/* Of one who is told of later, so that nobody asked yet who he is. */
static rz_row state_after(const rz_cast *cast, uint32_t mention) {
    if (cast->mentions->at[mention].kind != RZ_M_PRONOUN) return rz_state_told(&cast->found->scene, &cast->mentions->at[mention]);
    return cast->last_subject == RZ_NONE ? RZ_NONE : cast->members.at[cast->last_subject].state;
}

/* «X را در این سفر وزیر خارجه همراهی می‌کند», «وزیر خارجه او را …»: of the state of whom he goes with. */
static rz_row state_of_company(const rz_cast *cast, uint32_t mention) {
    enum { BACK = 16 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause, verbal = clause == RZ_NONE ? RZ_NONE : cast->found->verbal_of[clause];
    bool goes_with = verbal != RZ_NONE && cast->found->events.at[verbal].frame->accompanies && cast->found->events.at[verbal].frame->subject;
    if (!goes_with || cast->mentions->at[mention].whose != RZ_WHOSE_NONE) return RZ_NONE;
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK && s->links[i].clause == clause;)
        if (s->links[i].kind == RZ_LINK_OBJECT && cast->mentions->at[i].head == RZ_NONE) return state_of(cast, i);
    for (uint32_t i = mention + 1; i < cast->mentions->n && i < mention + BACK && s->links[i].clause == clause; i++)
        if (s->links[i].kind == RZ_LINK_OBJECT && cast->mentions->at[i].head == RZ_NONE) return state_after(cast, i);
    return RZ_NONE;
}

rz_row rz_own_state(const rz_cast *cast, uint32_t mention) {
    const rz_scene *s = &cast->found->scene;
    rz_row sent = state_of_delegation(cast, mention);
    if (sent == RZ_NONE) sent = state_of_company(cast, mention);
    if (sent == RZ_NONE) sent = state_of_including(cast, mention);
    if (sent != RZ_NONE) return sent;
    if (!told_own(cast, mention)) return RZ_NONE;
    uint32_t clause = s->links[mention].clause;
    for (int i = 0; i < DEEP && clause != RZ_NONE; i++, clause = s->clauses[clause].parent) {
        uint32_t subject = s->clauses[clause].subject;
        rz_row state = subject == RZ_NONE || subject >= mention ? RZ_NONE : state_of(cast, subject);
        if (state != RZ_NONE) return state;
    }
    return cast->last_subject == RZ_NONE ? RZ_NONE : cast->members.at[cast->last_subject].state;
}
