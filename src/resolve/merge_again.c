/* What is told of again, at another time: the next round, the session before. */
#include "resolve/merge.h"

/* «گفت‌وگوها قرار بود ۱۰ مارس آغاز شود»: of those told of before, at another time. */
bool rz_merge_told_again(const merger *m, const merged *e) {
    bool off = !strcmp(e->status, "cancelled") || !strcmp(e->status, "postponed");
    bool news = e->days.from != RZ_NO_DAY || e->place_row != RZ_NONE || off;
    if (!news || !(e->verbal || (e->stated && off))) return false;
    for (uint32_t i = m->out.n; i-- > 0 && m->out.n - i < OPEN_EVENTS;)
        if (m->out.at[i].kind == e->kind || (rz_kind_is(e->kind, RZ_KIND_ROUNDS) && rz_kind_is(m->out.at[i].kind, RZ_KIND_CONTACT))) return true;
    return false;
}

static uint32_t sentence_of(const merger *m, uint32_t token) { return m->found->scene.sentence_of[token]; }

/* «اجلاس آینده سال ۲۰۲۶ در X خواهد بود», «نشست هشتم به میزبانی X»: another of the sessions told of last. */
void rz_merge_next_session(const merger *m, merged *e) {
    enum { SENTENCES = 6 };
    const rz_found_event *f = e->from;
    bool told = e->days.from != RZ_NO_DAY || e->place_row != RZ_NONE || f->ordinal;
    if (!rz_kind_is(e->kind, RZ_KIND_OPEN) || e->forum != RZ_NONE || e->n_actors || f->definite || f->in_title || !told || f->last > f->first + 1) return;
    if (!e->verbal && !e->stated) return;
    const merged *last = NULL;
    for (uint32_t i = m->out.n > OPEN_EVENTS ? m->out.n - OPEN_EVENTS : 0; i < m->out.n; i++) {
        const merged *s = &m->out.at[i];
        if (rz_kind_is(s->kind, RZ_KIND_SESSION) && !s->from->in_title && s->told_last < f->first && (!last || s->told_last > last->told_last)) last = s;
    }
    if (!last || sentence_of(m, f->first) - sentence_of(m, last->told_last) > SENTENCES) return;
    bool apart = last->days.from == RZ_NO_DAY || e->days.from == RZ_NO_DAY ? strcmp(last->status, e->status) != 0 || f->ordinal : !rz_days_overlap(last->days, e->days);
    if (!apart) return;
    e->kind = last->kind;
    e->forum = last->forum;
}
