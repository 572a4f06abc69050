/* Who was there beside those that an event was between: «او را همراهی می‌کنند», «در این دیدار X نیز حضور داشت». */
#include "event/status.h"
#include "resolve/merge.h"

/* Who is told of beside those who took part. */
static void add_beside(const merger *m, merged *told, const rz_found_event *f) {
    for (uint32_t p = 0; p < f->parts.n; p++)
        if (f->parts.at[p].mention != RZ_SPEAKER) rz_merge_add_part(m, told, f, &f->parts.at[p]);
    for (uint32_t i = 0; i < f->described.n; i++) rz_merged_add(told, rz_cast_official(m->cast, f->described.at[i].first, f->described.at[i].last, false), f->described.at[i].role);
    if (f->frame->accompanies) rz_merge_drop_states(m, told); /* «هیئت X وارد Y شد. Z در رأس این هیئت است» */
    rz_merge_add_proof(m, told, f);
}

/* «در این دیدار X او را همراهی می‌کرد»: told of the meeting. */
static bool told_there(const merger *m, uint32_t index) {
    enum { NEAR = 3 };
    for (uint32_t i = index; i-- > 0 && index - i <= NEAR;)
        if (m->found->events.at[i].clause == m->found->events.at[index].clause && m->found->events.at[i].joined) return true;
    return false;
}

/* «در حاشیه اجلاس X دیدار کرد. … در این اجلاس حضور داشتند»: the session at which they met is told of with the meeting. */
static bool session_told(const merger *m, const merged *met) {
    for (uint32_t i = m->out.n; i-- > rz_first_open(m);) {
        const merged *o = &m->out.at[i];
        if (!rz_kind_is(o->kind, RZ_KIND_SESSION) || rz_kind_is(o->kind, RZ_KIND_CONTACT) || !o->from->occasion) continue;
        if (rz_token_sentence(&m->found->scene, o->from->first) == rz_token_sentence(&m->found->scene, met->from->first)) return true;
    }
    return false;
}

/* «او را همراهی می‌کنند»: delegates of the visit told of last; «در این دیدار (این مذاکرات) X نیز حضور داشت»: of the meeting. */
bool rz_merge_beside(merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    if (f->frame->accompanies && told_there(m, index)) return true;
    bool session = f->joined && rz_kind_is(f->kind, RZ_KIND_SESSION), rounds = f->joined && rz_kind_is(f->kind, RZ_KIND_ROUNDS);
    for (uint32_t i = m->out.n; i-- > rz_first_open(m);) {
        merged *told = &m->out.at[i];
        bool contact = rz_kind_is(told->kind, RZ_KIND_CONTACT) || (rounds && rz_kind_is(told->kind, RZ_KIND_ROUNDS) && !rz_called_off(told->status));
        if (session && !contact && f->frame->needs == RZ_NEEDS_NEVER && rz_kind_is(told->kind, RZ_KIND_SESSION) && !rz_called_off(told->status)) { /* «X نیز در آن حضور داشت» */
            add_beside(m, told, f);
            return true;
        }
        if (session && (contact ? session_told(m, told) : rz_kind_is(told->kind, RZ_KIND_SESSION))) return false;
        if (f->joined ? !contact || (!session && !rz_same_kind(told->kind, f->kind)) : !rz_kind_is(told->kind, RZ_KIND_JOURNEY)) continue;
        add_beside(m, told, f);
        return true;
    }
    if (f->joined || !f->frame->subject || !m->out.n) return false;
    merged *last = &m->out.at[m->out.n - 1]; /* no visit is told of: with him at the meeting just before */
    bool near = rz_token_sentence(&m->found->scene, f->first) <= rz_token_sentence(&m->found->scene, last->told_last) + 1 && rz_kind_is(last->kind, RZ_KIND_MET);
    if (near) add_beside(m, last, f);
    return near;
}
