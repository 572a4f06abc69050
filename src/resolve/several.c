/* Three or more people told of as one: «سه وزیر», «آنان», after «X، Y و Z». */
#include "resolve/resolve.h"

enum { FAR_BACK = 24, MOST = 12 };

/* A person who is named there, and stands for himself. */
static bool is_one(const rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    bool named = m->kind == RZ_M_PERSON || m->kind == RZ_M_OFFICE || (m->kind == RZ_M_COLLECTIVE && (m->office != RZ_NONE || m->actor2 != RZ_NONE)); /* «رؤسای جمهور X، Y و Z», «دو رهبر» */
    return named && m->head == RZ_NONE && m->actor != RZ_NONE && rz_cast_is_person(cast, m->actor);
}

/* Each once: people, or states. */
typedef struct {
    uint32_t at[MOST], n;
} distinct;

static void take(distinct *all, uint32_t one) {
    for (uint32_t k = 0; k < all->n; k++)
        if (all->at[k] == one) return;
    if (one != RZ_NONE && all->n < MOST) all->at[all->n++] = one;
}

/* How many people the mentions name. */
static uint32_t people_in(const rz_cast *cast, uint32_t from, uint32_t to) {
    distinct people = {.n = 0};
    for (uint32_t i = from; i < to; i++)
        if (is_one(cast, i)) take(&people, cast->mentions->at[i].actor), take(&people, cast->mentions->at[i].actor2);
    return people.n;
}

/* The subject of the sentence before and whoever is listed with it: [from, to), empty where it is no list of three. */
static void listed_before(const rz_cast *cast, uint32_t mention, uint32_t *from, uint32_t *to) {
    const rz_scene *s = &cast->found->scene;
    uint32_t sentence = rz_token_sentence(s, cast->mentions->at[mention].first);
    for (uint32_t i = mention; i-- > 0 && mention - i < FAR_BACK;) {
        uint32_t list = s->links[i].list, clause = s->links[i].clause;
        uint32_t told = rz_token_sentence(s, cast->mentions->at[i].first);
        if (told + 1 < sentence) return;
        if (told == sentence || list == i || clause == RZ_NONE || s->clauses[clause].subject != list || !is_one(cast, i)) continue;
        *from = list, *to = i + 1;
        if (people_in(cast, *from, *to) < 3) *to = *from;
        return;
    }
}

/* All who are named in the sentence before, or above in this one. */
static void named_before(const rz_cast *cast, uint32_t mention, uint32_t *from, uint32_t *to) {
    uint32_t sentence = rz_token_sentence(&cast->found->scene, cast->mentions->at[mention].first), first = mention;
    while (first > 0 && mention - first < FAR_BACK && rz_token_sentence(&cast->found->scene, cast->mentions->at[first - 1].first) + 1 >= sentence) first--;
    *from = first, *to = mention;
}

/* ---- «سه کشور», «وزیران خارجه سه کشور» ---- */

/* Of what the mention names first, or second: «وزیران خارجه X و Y». */
static rz_row its_state(const rz_cast *cast, const rz_mention *m, bool second) {
    if (m->head != RZ_NONE || m->kind == RZ_M_PLACE || m->kind == RZ_M_OUTLET || m->kind == RZ_M_PRONOUN) return RZ_NONE;
    uint32_t actor = second ? m->actor2 : m->actor;
    rz_row state = actor != RZ_NONE ? cast->members.at[actor].state : second ? m->state2 : rz_state_told(&cast->found->scene, m);
    return state != RZ_NONE && rz_row_type_of(cast->data, state) == RZ_STATE ? state : RZ_NONE;
}

/* How many states the mentions tell of. */
static uint32_t states_in(const rz_cast *cast, uint32_t from, uint32_t to) {
    distinct states = {.n = 0};
    for (uint32_t i = from; i < to; i++) take(&states, its_state(cast, &cast->mentions->at[i], false)), take(&states, its_state(cast, &cast->mentions->at[i], true));
    return states.n;
}

static bool meant_last(const rz_cast *cast, uint32_t *from, uint32_t *to) {
    if (cast->three == RZ_NONE) return false;
    *from = cast->mentions->at[cast->three].several_from, *to = cast->mentions->at[cast->three].several_to;
    return true;
}

/* The list told last that names three of them; else all of the sentence before, or above in this one; else those meant last. */
static bool states_before(const rz_cast *cast, uint32_t mention, uint32_t *from, uint32_t *to) {
    const rz_scene *s = &cast->found->scene;
    for (uint32_t i = mention; i-- > 0 && mention - i < FAR_BACK;) {
        if (cast->three == i) return meant_last(cast, from, to);
        if (s->links[i].list == i) continue;
        *from = s->links[i].list, *to = i + 1;
        if (*from < i && i - *from < FAR_BACK && states_in(cast, *from, *to) == 3) return true;
    }
    named_before(cast, mention, from, to);
    return states_in(cast, *from, *to) == 3 || meant_last(cast, from, to);
}

static uint32_t of_state(rz_cast *cast, rz_row office, rz_row state) {
    if (state == RZ_NONE) return RZ_NONE;
    return office == RZ_NONE ? rz_cast_row(cast, state) : rz_office_holder(cast, office, state, RZ_NONE);
}

uint32_t rz_of_several(rz_cast *cast, const rz_mention *several, uint32_t mention, uint32_t *second) {
    const rz_mention *m = &cast->mentions->at[mention];
    *second = RZ_NONE;
    if (several->row == RZ_NONE || !rz_row_has(cast->data, several->row, "kind", "states")) {
        if (!is_one(cast, mention)) return RZ_NONE;
        *second = m->actor2;
        return m->actor;
    }
    rz_row office = rz_row_find(cast->data, RZ_OFFICE, rz_row_get(cast->data, several->row, "office"));
    *second = of_state(cast, office, its_state(cast, m, true));
    return of_state(cast, office, its_state(cast, m, false));
}

/* Those whom «سه وزیر» meant a little before. */
static void meant_before(const rz_cast *cast, uint32_t mention, uint32_t *from, uint32_t *to) {
    for (uint32_t i = mention; i-- > 0 && mention - i < FAR_BACK && *to <= *from;) {
        const rz_mention *m = &cast->mentions->at[i];
        if (rz_points_back(m)) *from = m->several_from, *to = m->several_to;
    }
}

bool rz_several(rz_cast *cast, uint32_t mention) {
    const rz_link *link = &cast->found->scene.links[mention];
    rz_mention *m = &cast->mentions->at[mention];
    bool three = rz_row_has(cast->data, m->row, "number", "three"), whose = three && link->kind == RZ_LINK_OF; /* «نشست خبری سه وزیر» */
    if (link->clause == RZ_NONE || !(whose || (link->kind == RZ_LINK_FREE && cast->found->scene.clauses[link->clause].subject == mention))) return false;
    uint32_t from = 0, to = 0;
    if (rz_row_has(cast->data, m->row, "kind", "states")) {
        bool told = states_before(cast, mention, &from, &to);
        if (told) m->several_from = from, m->several_to = to, cast->three = mention;
        return told;
    }
    listed_before(cast, mention, &from, &to);
    if (three && people_in(cast, from, to) != 3) named_before(cast, mention, &from, &to);
    if (three && people_in(cast, from, to) != 3) from = to = 0, meant_before(cast, mention, &from, &to);
    if (three && people_in(cast, from, to) != 3) return false;
    m->several_from = from, m->several_to = to;
    return to > from;
}
