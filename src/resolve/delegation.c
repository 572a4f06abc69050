/* Who heads a delegation, or of which state it is: whom «این هیئت» means. */
#include "event/sent.h"
#include "resolve/resolve.h"

/* «هیأتی … به ریاست X» */
static bool heads(const rz_cast *cast, uint32_t mention) {
    const rz_link *link = &cast->found->scene.links[mention];
    return link->kind == RZ_LINK_PREP && link->prep == RZ_C_HEAD && rz_of_delegation(&cast->found->scene, link->prep_token);
}

/* The delegation's state is his. */
static void head(rz_cast *cast, uint32_t i) {
    cast->last_head = cast->mentions->at[i].actor;
    cast->headed = cast->found->scene.links[i].clause;
    rz_cast_member *m = &cast->members.at[cast->last_head];
    uint32_t prep = cast->found->scene.links[i].prep_token, of = prep ? cast->found->scene.mention_at[prep - 1] : RZ_NONE;
    if (m->state != RZ_NONE || of == RZ_NONE || cast->mentions->at[of].actor == RZ_NONE) return;
    const rz_cast_member *his = &cast->members.at[cast->mentions->at[of].actor];
    if (his->state == RZ_NONE || strcmp(his->shown.kind, "state") != 0) return;
    m->state = his->state;
    m->shown.state = his->shown.id;
}

/* «هیئت بلندپایه X», «هیئتی از X»: does a word for a delegation stand at the token, or before it? */
static bool of_state(const rz_scene *s, uint32_t token, uint32_t from) {
    enum { LONGEST = 4 };
    uint32_t start;
    if (rz_delegation_at(s, token)) return true;
    uint8_t class = rz_class_before(s, token, from, true, &start);
    if (rz_says_from(s, start, token, class)) token = start;
    for (uint32_t t = token; t-- > from && token - t <= LONGEST;) {
        if (rz_delegation_at(s, t)) return true;
        if (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE) break;
    }
    return false;
}

/* «X در رأس هیئتی …», «X با هیئت Y به Z آمد»: the subject goes with it. */
static bool goes_with_one(const rz_cast *cast, uint32_t i) {
    enum { FAR = 14 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[i].clause, verbal = cast->found->verbal_of[clause], start;
    const rz_clause *c = &s->clauses[clause];
    if (c->subject != i || !rz_cast_is_person(cast, cast->mentions->at[i].actor)) return false;
    bool journey = verbal != RZ_NONE && rz_kind_is(cast->found->events.at[verbal].kind, RZ_KIND_JOURNEY);
    for (uint32_t t = s->links[i].last; t < c->last && t < (uint32_t)s->links[i].last + FAR; t++) {
        if (!rz_delegation_at(s, t)) continue;
        uint8_t class = rz_class_before(s, t, c->first, true, &start);
        return class == RZ_C_HEAD || (journey && (class == RZ_C_WITH || class == RZ_C_ALONG)) || rz_listed_before(s, rz_row_find(cast->data, RZ_WORDS, RZ_STR("leading")), t, t > c->first + 2 ? t - 2 : c->first);
    }
    return false;
}

/* Who goes somewhere, and is told of without those who go with him. */
static bool travels(const rz_cast *cast, uint32_t i) {
    uint32_t clause = cast->found->scene.links[i].clause, verbal = cast->found->verbal_of[clause];
    bool journey = verbal != RZ_NONE && rz_kind_is(cast->found->events.at[verbal].kind, RZ_KIND_JOURNEY) && !cast->found->events.at[verbal].frame->accompanies;
    return journey && cast->found->scene.clauses[clause].subject == i && rz_cast_is_person(cast, cast->mentions->at[i].actor);
}

void rz_note_delegation(rz_cast *cast, uint32_t i) {
    const rz_mention *m = &cast->mentions->at[i];
    const rz_scene *s = &cast->found->scene;
    if (m->actor == RZ_NONE || s->links[i].clause == RZ_NONE) return;
    if (heads(cast, i)) head(cast, i);
    else if (goes_with_one(cast, i)) cast->last_head = m->actor, cast->headed = s->links[i].clause;
    else if (cast->last_head == RZ_NONE && travels(cast, i)) cast->last_head = m->actor; /* «X به Y رفت. این هیئت …» */
    uint32_t from = s->text->sentences[rz_token_sentence(s, m->first)].first;
    if (m->kind == RZ_M_ORGANISATION && (rz_delegation_at(s, m->first) || of_state(s, m->first, from))) cast->last_head = m->actor; /* «هیئت گروه دوستی X و Y», «هیئتی از وزارت خارجه X» */
    if (m->kind != RZ_M_STATE || m->row == RZ_NONE || cast->headed == s->links[i].clause) return;
    if (of_state(s, m->first, from)) cast->last_head = m->actor;
}
