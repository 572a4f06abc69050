/* A merged event as the reading shows it. */
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

bool rz_merge_leads(const merger *m, uint32_t actor) {
    enum { HEAD_OF_GOVERNMENT = 94 };
    const rz_cast_member *a = &m->cast->members.at[actor];
    return a->office != RZ_NONE && rz_str_number(rz_row_get(m->cast->data, a->office, "rank")) >= HEAD_OF_GOVERNMENT;
}

/* «نشست X و Y», «میان X، Y و Z»: of a few people, and of no body, is a meeting of theirs. */
bool rz_merge_few(const merger *m, const merged *e) {
    enum { FEW = 4 };
    if (!rz_kind_is(e->kind, RZ_KIND_OPEN) || e->forum != RZ_NONE || e->n_actors < 2 || e->n_actors > FEW || e->from->parts.n != e->n_actors) return false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        uint32_t mention = e->from->parts.at[i].mention;
        if (mention == RZ_SPEAKER) return false;
        const rz_link *link = &m->found->scene.links[mention];
        uint8_t kind = m->cast->mentions->at[mention].kind;
        bool right_after = link->prep_token != RZ_NONE && m->cast->mentions->at[link->list].first <= link->prep_token + 2; /* not «میان سران عرب، X و Y» */
        bool holds = (e->from->evoked == RZ_EVOKED_HAPPEN || (e->from->evoked == RZ_EVOKED_VERB && e->n_actors == 2)) && (link->kind == RZ_LINK_FREE || (link->kind == RZ_LINK_PREP && link->prep == RZ_C_WITH && right_after)); /* «X با Y نشستی برگزار کرد» */
        bool with = link->kind == RZ_LINK_PREP && link->prep == RZ_C_WITH && link->prep_token == e->from->last;
        bool sits = e->from->evoked == RZ_EVOKED_NOUN && e->n_actors == 2 && (with || m->found->scene.clauses[e->from->clause].subject == mention); /* «X در جلسه‌ای با Y گفت» */
        holds |= sits;
        bool owns = link->prep == RZ_C_BETWEEN ? right_after : link->kind == RZ_LINK_OF || holds;
        if (!owns || (kind != RZ_M_PERSON && kind != RZ_M_OFFICE)) return false;
    }
    return m->cast->members.at[e->actors[0]].state != m->cast->members.at[e->actors[1]].state;
}

/* «اجلاس گروه ۲۰»: leaders sit in it, where nobody else is told to. */
static bool of_leaders_forum(const merger *m, const merged *e) {
    rz_row forum = e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row;
    bool plain = rz_kind_is(e->kind, RZ_KIND_OPEN) && !strcmp(rz_row_id(m->cast->data, e->from->frame->row), "conference");
    return plain && forum != RZ_NONE && rz_row_has(m->cast->data, forum, "kind", "leaders");
}

/* «نشست سه‌جانبه» of leaders is a summit. */
void rz_merge_leaders(const merger *m, merged *e) {
    if (of_leaders_forum(m, e)) e->kind = m->found->scene.g->summit;
    if (e->n_actors < 3 || !rz_kind_is(e->kind, RZ_KIND_MET) || strcmp(rz_row_id(m->cast->data, e->from->frame->row), "meeting-several") != 0) return;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!rz_merge_leads(m, e->actors[i])) return;
    e->kind = m->found->scene.g->summit;
}

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

/* Where an attack was is whom it was against, where nobody else is told. */
void rz_merge_target(const merger *m, merged *e) {
    rz_row state = rz_state_of_place(m, e->place_row);
    if (state == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_ATTACK)) return;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        if (!strcmp(e->roles[i], "object") || a->row == state || a->state == state) return;
    }
    if (e->n_actors) rz_merged_add(e, rz_cast_row(m->cast, state), "object");
}

/* A forum that meets is in `forum`, not a participant. */
void rz_merge_drop_forum(const merger *m, merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        rz_row forum = e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row;
        bool is_forum = !strcmp(a->shown.kind, "forum") || (forum != RZ_NONE && a->row == forum);
        bool itself = forum != RZ_NONE && a->row == forum;
        if (is_forum && rz_kind_is(e->kind, RZ_KIND_SESSION)) continue;
        if (itself && rz_kind_is(e->kind, RZ_KIND_VOTE)) continue;
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
