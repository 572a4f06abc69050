/* Who is meant by what names nobody: an office, «این کشور», «وی», «طرفین», «همتای روسی». */
#include "resolve/resolve.h"

static rz_row whose_state(const rz_cast *cast, const rz_mention *m) {
    switch (m->whose) {
    case RZ_WHOSE_STATE: return m->state;
    case RZ_WHOSE_OURS: return cast->article->country;
    case RZ_WHOSE_THIS: return cast->last_state;
    default: return RZ_NONE;
    }
}

enum { LOOK_BACK = 64 };

/* Who was named as holder of the office, last; of the state, where one is given. */
static uint32_t named_holder(const rz_cast *cast, rz_row office, rz_row state, uint32_t not_this) {
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < LOOK_BACK;) {
        uint32_t index = cast->recent.at[i];
        const rz_cast_member *m = &cast->members.at[index];
        if (index != not_this && m->office == office && (state == RZ_NONE || m->state == state)) return index;
    }
    return RZ_NONE;
}

static uint32_t office_holder(rz_cast *cast, rz_row office, rz_row state, rz_row seat, bool former) {
    if (!former && seat == RZ_NONE) {
        uint32_t named = named_holder(cast, office, state, RZ_NONE);
        if (named != RZ_NONE) return named;
    }
    rz_row person = former || state == RZ_NONE ? RZ_NONE
                    : seat != RZ_NONE ? rz_sent_holder(cast->data, office, state, seat, cast->solution->published)
                    : rz_holder(cast->data, office, state, cast->solution->published, NULL);
    uint32_t index = person != RZ_NONE ? rz_cast_row(cast, person) : rz_cast_office(cast, office, state, seat);
    *RZ_PUSH(cast->arena, &cast->recent) = index;
    return index;
}

/* «همتای روسی وی»: the office of the person before, in another state. */
static uint32_t counterpart(rz_cast *cast, const rz_mention *m) {
    rz_row state = whose_state(cast, m), office = RZ_NONE;
    if (cast->last_subject != RZ_NONE) office = cast->members.at[cast->last_subject].office;
    for (uint32_t i = cast->recent.n; i-- > 0 && office == RZ_NONE && cast->recent.n - i < LOOK_BACK;)
        office = cast->members.at[cast->recent.at[i]].office;
    if (office == RZ_NONE) return RZ_NONE;
    return state == RZ_NONE ? RZ_NONE : office_holder(cast, office, state, RZ_NONE, false);
}

static uint32_t office(rz_cast *cast, const rz_mention *m) {
    if (m->counterpart) return counterpart(cast, m);
    if (m->office == RZ_NONE) return RZ_NONE;
    rz_row state = whose_state(cast, m);
    if (state == RZ_NONE) {
        uint32_t named = named_holder(cast, m->office, cast->article->country, RZ_NONE);
        if (named == RZ_NONE) named = named_holder(cast, m->office, RZ_NONE, RZ_NONE);
        if (named != RZ_NONE) return named;
        state = rz_str_is(rz_row_get(cast->data, m->office, "of"), "state") ? cast->article->country : RZ_NONE;
    }
    return office_holder(cast, m->office, state, m->seat, m->serves == RZ_SERVES_FORMER);
}

static bool is_person(const rz_cast_member *m) { return !strcmp(m->shown.kind, "person") || !strcmp(m->shown.kind, "office"); }

/* The last two people of different states named before: «طرفین», «دو وزیر» (of that office). */
static void last_pair(rz_cast *cast, rz_row of_office, uint32_t *a, uint32_t *b) {
    *a = *b = RZ_NONE;
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < LOOK_BACK;) {
        uint32_t index = cast->recent.at[i];
        const rz_cast_member *m = &cast->members.at[index];
        if (!is_person(m) || m->state == RZ_NONE || (of_office != RZ_NONE && m->office != of_office)) continue;
        if (*a == RZ_NONE) *a = index;
        else if (index != *a && cast->members.at[*a].state != m->state) {
            *b = index;
            return;
        }
    }
}

/* The two states that the article is about: of the last pair of people, else the last two named. */
static void pair_of_states(rz_cast *cast, rz_row *a, rz_row *b) {
    uint32_t x, y;
    last_pair(cast, RZ_NONE, &x, &y);
    *a = *b = RZ_NONE;
    if (y != RZ_NONE) {
        *a = cast->members.at[x].state;
        *b = cast->members.at[y].state;
        return;
    }
    for (uint32_t i = cast->members.n; i-- > 0;) {
        rz_row state = cast->members.at[i].state;
        if (state == RZ_NONE || state == *a) continue;
        if (*a == RZ_NONE) *a = state;
        else {
            *b = state;
            return;
        }
    }
}

static void collective(rz_cast *cast, rz_mention *m) {
    rz_row a = m->state, b = m->state2, of = m->office;
    if (a != RZ_NONE && b == RZ_NONE && m->whose == RZ_WHOSE_STATE) {
        m->actor = of == RZ_NONE ? rz_cast_row(cast, a) : office_holder(cast, of, a, RZ_NONE, false);
        return;
    }
    if (a == RZ_NONE) {
        last_pair(cast, of, &m->actor, &m->actor2);
        if (m->actor2 != RZ_NONE) return;
        m->actor = RZ_NONE;
        pair_of_states(cast, &a, &b);
        if (b == RZ_NONE) return;
    }
    m->actor = of == RZ_NONE ? rz_cast_row(cast, a) : office_holder(cast, of, a, RZ_NONE, false);
    if (b != RZ_NONE) m->actor2 = of == RZ_NONE ? rz_cast_row(cast, b) : office_holder(cast, of, b, RZ_NONE, false);
}

/* «وی» as subject is whom the last sentence was about; elsewhere the last other person. */
static uint32_t pronoun(const rz_cast *cast, uint32_t mention) {
    const rz_link *link = &cast->found->scene.links[mention];
    uint32_t subject = cast->last_subject;
    if (link->kind != RZ_LINK_PREP && link->kind != RZ_LINK_OBJECT) return subject;
    if (link->clause != RZ_NONE) {
        uint32_t own = cast->found->scene.clauses[link->clause].subject;
        if (own != RZ_NONE && own != mention && cast->mentions->at[own].actor != RZ_NONE && own < mention) subject = cast->mentions->at[own].actor;
    }
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < LOOK_BACK;)
        if (cast->recent.at[i] != subject && is_person(&cast->members.at[cast->recent.at[i]])) return cast->recent.at[i];
    return RZ_NONE;
}

static void state(rz_cast *cast, rz_mention *m) {
    if (m->whose == RZ_WHOSE_BOTH) {
        rz_row a, b;
        pair_of_states(cast, &a, &b);
        if (b == RZ_NONE) return;
        m->actor = rz_cast_row(cast, a);
        m->actor2 = rz_cast_row(cast, b);
        return;
    }
    rz_row row = whose_state(cast, m);
    if (row != RZ_NONE) m->actor = rz_cast_row(cast, row);
}

/* Whose ministry a ministry without a state is: the outlet's, where that one was named, else that of the one named last. */
static rz_row named_owner(const rz_cast *cast, rz_row body) {
    rz_row owner = RZ_NONE;
    for (uint32_t i = 0; i < cast->members.n; i++) {
        const rz_cast_member *m = &cast->members.at[i];
        if (m->body != body || m->state == RZ_NONE) continue;
        owner = m->state;
        if (owner == cast->article->country) return owner;
    }
    return owner;
}

static uint32_t organisation(rz_cast *cast, const rz_mention *m) {
    if (m->body == RZ_NONE) return m->row == RZ_NONE ? RZ_NONE : rz_cast_row(cast, m->row);
    rz_row owner = whose_state(cast, m);
    if (owner == RZ_NONE) owner = named_owner(cast, m->body);
    if (owner == RZ_NONE) owner = cast->article->country;
    return rz_cast_body(cast, m->body, owner, m->seat);
}

void rz_antecedent(rz_cast *cast, uint32_t mention) {
    rz_mention *m = &cast->mentions->at[mention];
    switch (m->kind) {
    case RZ_M_OFFICE:
        m->actor = m->head != RZ_NONE ? RZ_NONE : office(cast, m);
        break;
    case RZ_M_ORGANISATION: m->actor = organisation(cast, m); break;
    case RZ_M_PRONOUN: m->actor = pronoun(cast, mention); break;
    case RZ_M_COLLECTIVE: collective(cast, m); break;
    case RZ_M_STATE: state(cast, m); break;
    default: break;
    }
}
