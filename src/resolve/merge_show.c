/* A merged event as the reading shows it. */
#include "event/sent.h"
#include "resolve/merge.h"

/* Fitted by hand to the development part of tests/articles; docs/accuracy.md has how many of each hold on the test part. */
static double confidence(const merged *e) {
    double c = 0.74;
    if (e->verbal) c += 0.10;
    if (e->n_actors >= 2) c += 0.06;
    if (e->days.from != RZ_NO_DAY) c += 0.04;
    if (e->n_proofs > 1) c += 0.03;
    if (e->stated) c += 0.01;
    return c;
}

static rz_code_of code_of(const merger *m, const merged *e) {
    rz_code_of code = {0};
    const rz_coding *c = rz_code_for(m->found->scene.g, e->kind, e->status);
    if (!c) return code;
    code.event = c->plover.size ? c->plover.at : NULL;
    code.mode = c->mode.size ? c->mode.at : NULL;
    code.cameo = c->cameo.size ? c->cameo.at : NULL;
    if (code.event) code.context[code.n_context++] = "diplomatic";
    return code;
}

uint32_t rz_merge_rank(const merger *m, rz_row office) {
    return office == RZ_NONE ? 0 : (uint32_t)rz_str_number(rz_row_get(m->cast->data, office, "rank"));
}

bool rz_merge_leads(const merger *m, uint32_t actor) { return rz_merge_rank(m, m->cast->members.at[actor].office) >= RZ_HEAD_OF_GOVERNMENT; }

void rz_merge_show(const merger *m, const merged *e, uint32_t number, rz_event *out) {
    rz_arena *arena = m->cast->arena;
    rz_participant *parts = RZ_NEW_N(arena, rz_participant, e->n_actors);
    for (uint32_t i = 0; i < e->n_actors; i++) parts[i] = (rz_participant){e->actors[i], e->roles[i]};
    const char **topics = RZ_NEW_N(arena, const char *, e->topics.n);
    for (uint32_t i = 0; i < e->topics.n; i++) topics[i] = rz_row_id(m->cast->data, e->topics.at[i]);
    rz_span *proofs = RZ_NEW_N(arena, rz_span, e->n_proofs);
    memcpy(proofs, e->proofs, e->n_proofs * sizeof *proofs);
    *out = (rz_event){.id = rz_format(arena, "e%u", number), .kind = e->kind->id, .status = e->status, .participants = parts,
                      .n_participants = e->n_actors, .days = e->days, .topics = topics, .n_topics = e->topics.n,
                      .count = e->count, .code = code_of(m, e), .confidence = confidence(e), .evidence = proofs,
                      .n_evidence = e->n_proofs};
    if (e->place_row != RZ_NONE && !rz_kind_is(e->kind, RZ_KIND_REMOTE | RZ_KIND_SANCTION)) { /* a call is nowhere */
        out->place_id = rz_row_id(m->cast->data, e->place_row);
        out->place_fa = rz_row_get(m->cast->data, e->place_row, "fa").at;
    }
    if (e->forum != RZ_NONE && m->cast->mentions->at[e->forum].row != RZ_NONE)
        out->forum = rz_row_id(m->cast->data, m->cast->mentions->at[e->forum].row);
}

/* Where an attack was is whom it was against, where nobody else is told: «به X حمله کرد»; of a state «در خاک X» too, while where a group
 * of none strikes it may be at home. */
void rz_merge_target(const merger *m, merged *e) {
    rz_row state = rz_state_of_place(m, e->place_row);
    if (state == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_ATTACK) || (e->from->frame->needs & RZ_NEEDS_TWO)) return; /* «درگیری X و Y در …»: they were against each other */
    bool within = e->place != RZ_NONE && m->found->scene.links[e->place].prep == RZ_C_IN, of_state = false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        if (!strcmp(e->roles[i], "object") || a->row == state || a->state == state) return;
        of_state |= a->state != RZ_NONE;
    }
    if (e->n_actors && (of_state || !within)) rz_merged_add(e, rz_cast_row(m->cast, state), "object");
}

/* «در فرودگاه مورد استقبال سفیر کشورش قرار گرفت»: who greets his own goes nowhere and receives nobody. */
static bool greets_own(const merger *m, const merged *e, uint32_t i) {
    rz_row state = m->cast->members.at[e->actors[i]].state;
    if (!rz_kind_is(e->kind, RZ_KIND_JOURNEY) || strcmp(e->roles[i], "host") != 0 || state == RZ_NONE) return false;
    for (uint32_t j = 0; j < e->n_actors; j++)
        if (!strcmp(e->roles[j], "guest") && m->cast->members.at[e->actors[j]].state == state) return true;
    return false;
}

/* A forum that meets or votes is in `forum`; those against whom people march, and before whose embassy, take no part. */
static bool takes_part(const merger *m, const merged *e, uint32_t i) {
    enum { SEVERAL = 4 };
    const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
    bool named = e->n_actors >= SEVERAL && rz_kind_is(e->kind, RZ_KIND_CONTACT) && e->from->crowd_last > e->from->crowd_first; /* «دیدار X با مقامات اروپایی … A و B حضور داشتند» */
    bool group = !strcmp(a->shown.kind, "group");
    if (named && group && rz_officials_at(&m->found->scene, e->from->crowd_first)) return false;
    bool anybody = group && e->n_actors > 1 && e->from->crowd_last > e->from->crowd_first && /* «با همتایان خود دیدار کرد» */
                   rz_listed_before(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("anybody")), e->from->crowd_last, e->from->crowd_first);
    if (anybody) return false;
    rz_row forum = e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row;
    bool itself = forum != RZ_NONE && a->row == forum;
    if (rz_kind_is(e->kind, RZ_KIND_SESSION)) return !itself && strcmp(a->shown.kind, "forum") != 0;
    if (rz_kind_is(e->kind, RZ_KIND_VOTE)) return !itself;
    if (greets_own(m, e, i)) return false;
    if (rz_kind_is(e->kind, RZ_KIND_APPOINTMENT)) return strcmp(e->roles[i], "predecessor") != 0; /* «X جانشین Y شد» */
    return !rz_kind_is(e->kind, RZ_KIND_CROWD) || strcmp(e->roles[i], "object") != 0;
}

void rz_merge_only_participants(const merger *m, merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        if (!takes_part(m, e, i)) continue;
        e->actors[n] = e->actors[i];
        e->roles[n++] = e->roles[i];
    }
    e->n_actors = n;
}

void rz_merge_hosts(const merger *m, merged *e) {
    rz_row state = rz_state_of_place(m, e->place_row);
    if (state == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_MET) || e->n_actors != 2) return;
    bool first = m->cast->members.at[e->actors[0]].state == state, second = m->cast->members.at[e->actors[1]].state == state;
    if (first == second) return;
    e->roles[0] = first ? "host" : "guest";
    e->roles[1] = second ? "host" : "guest";
}
