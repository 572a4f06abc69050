/* Between whom it was, where that is told elsewhere or by who spoke for them: relations, commissions, rounds of talks. */
#include "resolve/merge.h"

static bool is_state_row(const merger *m, rz_row row) { return row != RZ_NONE && rz_row_type_of(m->cast->data, row) == RZ_STATE; }

static uint32_t parties(const merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) n += strcmp(e->roles[i], "mediator") != 0 && strcmp(e->roles[i], "host") != 0;
    return n;
}

/* «وزارت خارجه X به اخراج دیپلمات‌های خود اعتراض کرد»: not the ministry is sent away. */
static void sent_away(merger *m, merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool ministry = a->body != RZ_NONE && rz_row_has(m->cast->data, a->body, "kind", "ministry") && is_state_row(m, a->state);
        if (!ministry || strcmp(e->roles[i], "object") != 0) continue;
        uint32_t state = rz_cast_row(m->cast, a->state), k = 0;
        while (k < e->n_actors && e->actors[k] != state) k++;
        if (k == e->n_actors) e->actors[i] = state;
    }
}

/* Relations are of states, whoever opens or breaks them and in whichever house: «بازگشایی سفارت X در Y» is of X and Y. */
static void of_states(merger *m, merged *e) {
    uint32_t n = e->n_actors;
    e->n_actors = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t actor = e->actors[i];
        const rz_cast_member *a = &m->cast->members.at[actor];
        bool body = !strcmp(a->shown.kind, "organisation") && a->body != RZ_NONE, person = !strcmp(a->shown.kind, "person") || !strcmp(a->shown.kind, "office");
        rz_row state = (body || person) && is_state_row(m, a->state) ? a->state : RZ_NONE;
        rz_merged_add(e, state == RZ_NONE ? actor : rz_cast_row(m->cast, state), e->roles[i]);
    }
    rz_row there = rz_state_of_place(m, e->place_row);
    if (e->n_actors == 1 && is_state_row(m, there)) rz_merged_add(e, rz_cast_row(m->cast, there), "participant");
}

/* «نشست بعدی این کمیسیون», «آن مذاکرات»: of those between whom the report has told one of its kind. */
static const merged *sibling(const merger *m, const merged *e) {
    const merged *best = NULL;
    uint32_t least = rz_kind_is(e->kind, RZ_KIND_MET) ? 3 : 2; /* «نشست سه‌جانبه» */
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        if (o == e || o->dropped || o->kind != e->kind || parties(o) < least || o->from->first > e->from->first) continue;
        if (!best || o->from->first > best->from->first) best = o;
    }
    return best;
}

static void lend_parties(merger *m, merged *e) {
    const merged *o = sibling(m, e);
    rz_row a = RZ_NONE, b = RZ_NONE;
    bool between = o && rz_kind_is(o->kind, RZ_KIND_ROUNDS) && rz_merged_states(m, o) > 1; /* who spoke for them need not come again */
    for (uint32_t i = 0; o && i < o->n_actors; i++)
        if (!strcmp(o->roles[i], "participant") && (!between || !strcmp(m->cast->members.at[o->actors[i]].shown.kind, "state"))) rz_merged_add(e, o->actors[i], "participant");
    if (o || rz_kind_is(e->kind, RZ_KIND_MET) || !rz_pair_told_at(m->cast, e->from->first, !rz_kind_is(e->kind, RZ_KIND_ROUNDS), &a, &b)) return;
    if (a == RZ_NONE || b == RZ_NONE) return;
    rz_merged_add(e, rz_cast_row(m->cast, a), "participant");
    rz_merged_add(e, rz_cast_row(m->cast, b), "participant");
}

/* Does he speak for others, by the office that he is told by or that the tables know him to have had? */
static bool speaks_for(const merger *m, const rz_cast_member *a) {
    uint32_t n = 0;
    const rz_tenure *t = a->office != RZ_NONE || a->row == RZ_NONE || rz_row_type_of(m->cast->data, a->row) != RZ_PERSON ? NULL : rz_tenures_of(m->cast->data, a->row, &n);
    bool voice = rz_is_spokesman(m->cast, a);
    for (uint32_t i = 0; i < n; i++) voice |= rz_row_has(m->cast->data, t[i].office, "kind", "voice");
    return voice;
}

/* «X گفت دور سوم مذاکرات با Y …»: the other side is his state, and not he who only speaks for it. */
static void own_side(merger *m, merged *e) {
    uint32_t voice = m->cast->voice_of[rz_token_sentence(&m->found->scene, e->from->first)], mention = e->from->parts.n ? e->from->parts.at[0].mention : RZ_NONE, n = 0;
    const rz_cast_member *a = voice == RZ_NONE ? NULL : &m->cast->members.at[voice];
    if (!a || !is_state_row(m, a->state) || mention >= m->cast->mentions->n || m->found->scene.links[mention].prep != RZ_C_WITH) return;
    bool spokesman = speaks_for(m, a), told = false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        bool him = spokesman && e->actors[i] == voice;
        if (!him && rz_merged_state(m, e->actors[i]) == a->state) return;
        told |= him;
    }
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!spokesman || e->actors[i] != voice) e->actors[n] = e->actors[i], e->roles[n++] = e->roles[i];
    e->n_actors = n;
    if (n == 1 && (told || rz_kind_is(e->kind, RZ_KIND_ROUNDS))) rz_merged_add(e, rz_cast_row(m->cast, a->state), "participant");
}

/* «دور چهارم در X برگزار می‌شود» */
static bool of_a_round(const merger *m, const rz_found_event *f) {
    uint32_t last;
    return f->ordinal || rz_class_at(&m->found->scene, f->first, &last) == RZ_C_ROUND;
}

void rz_merge_parties(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (!e->dropped && rz_kind_is(e->kind, RZ_KIND_RELATIONS)) of_states(m, e);
        if (!e->dropped && rz_kind_is(e->kind, RZ_KIND_EXPULSION)) sent_away(m, e);
        if (e->dropped || e->from->in_title) continue;
        if (rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE) && e->from->evoked != RZ_EVOKED_VERB && parties(e) < 3) own_side(m, e);
        bool shared = rz_kind_is(e->kind, RZ_KIND_JOINT) || (rz_kind_is(e->kind, RZ_KIND_ROUNDS) && (e->from->definite || e->from->round || e->from->turn || of_a_round(m, e->from))) || (rz_kind_is(e->kind, RZ_KIND_RELATIONS) && e->verbal) || (rz_kind_is(e->kind, RZ_KIND_MET) && e->from->frame->of_leaders);
        if (shared && !parties(e) && e->forum == RZ_NONE) lend_parties(m, e);
    }
    for (uint32_t i = 0; i < m->out.n; i++) { /* «X: روابط را قطع نمی‌کنیم»: one with the body's once it is told of the states */
        merged *e = &m->out.at[i];
        if (!e->dropped && rz_kind_is(e->kind, RZ_KIND_RELATIONS) && rz_merge_title_twin(m, e) != RZ_NONE) e->dropped = true;
    }
}
