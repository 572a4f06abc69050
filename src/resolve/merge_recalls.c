/* «سفیر این کشور در Y را فراخواند» calls one's own envoy home, or another's to oneself: whose he is and where he serves tells which. */
#include "resolve/merge.h"

/* The envoy whom the clause has as its object, told by where he serves; RZ_NONE: nobody. */
static uint32_t envoy_of(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t at = f->parts.at[i].mention;
        if (at >= m->cast->mentions->n || s->links[at].kind != RZ_LINK_OBJECT) continue;
        const rz_mention *told = &m->cast->mentions->at[at];
        if (told->kind != RZ_M_OFFICE || told->office == RZ_NONE || told->seat == RZ_NONE || !rz_row_has(m->cast->data, told->office, "kind", "sent")) continue;
        return at;
    }
    return RZ_NONE;
}

/* The state that calls; RZ_NONE: not told. */
static rz_row caller(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    uint32_t at = s->clauses[f->clause].subject;
    bool acts = f->evoked == RZ_EVOKED_VERB && at < m->cast->mentions->n && !rz_undergone(s, s->clauses[f->clause].verb);
    return acts && m->cast->mentions->at[at].actor != RZ_NONE ? rz_merged_state(m, m->cast->mentions->at[at].actor) : RZ_NONE;
}

static bool is_told_there(const merger *m, const merged *e, uint32_t kind) {
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        if (o != e && !o->dropped && rz_kind_is(o->kind, kind) && o->from->clause == e->from->clause) return true;
    }
    return false;
}

static void becomes_recall(merger *m, merged *e, rz_row own, rz_row host) {
    e->kind = rz_kind_named(m->found->scene.g, RZ_STR("relations"));
    e->n_actors = 0;
    e->place_row = e->place = RZ_NONE;
    rz_merged_add(e, rz_cast_row(m->cast, own), "participant");
    rz_merged_add(e, rz_cast_row(m->cast, host), "participant");
}

void rz_merge_recalls(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        bool summons = rz_kind_is(e->kind, RZ_KIND_SUMMONS);
        uint32_t at = e->dropped || !(summons || rz_kind_is(e->kind, RZ_KIND_RELATIONS)) ? RZ_NONE : envoy_of(m, e->from);
        rz_row calls = at == RZ_NONE ? RZ_NONE : caller(m, e->from);
        if (calls == RZ_NONE || m->cast->mentions->at[at].actor == RZ_NONE) continue;
        rz_row own = rz_merged_state(m, m->cast->mentions->at[at].actor), host = rz_state_of_place(m, m->cast->mentions->at[at].seat);
        if (own == RZ_NONE || host == RZ_NONE || own == host) continue;
        if (summons && own == calls) {
            if (is_told_there(m, e, RZ_KIND_RELATIONS)) e->dropped = true;
            else becomes_recall(m, e, own, host);
        } else if (!summons && host == calls && is_told_there(m, e, RZ_KIND_SUMMONS)) {
            e->dropped = true;
        }
    }
}
