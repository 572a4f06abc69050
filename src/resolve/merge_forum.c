/* What body voted on a resolution, where the vote itself does not tell: who it was laid before, who voted on the one told of before. */
#include <string.h>

#include "resolve/merge.h"

enum { SENTENCES = 6, FAR = 40 /* tokens */ };

/* «قطعنامه دوم با رأی مثبت ۱۴۵ کشور تصویب شد» */
static bool of_resolution(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    uint32_t from = s->text->sentences[rz_token_sentence(s, e->from->first)].first;
    for (uint32_t t = e->from->first > from + FAR ? e->from->first - FAR : from; t < e->from->last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (rz_row_has(s->text->data, h.hit.row, "kind", "resolution")) return true;
    return false;
}

/* «قطعنامه‌ای که در مجمع عمومی ارائه شد با ۹۳ رأی موافق تصویب شد» */
static uint32_t laid_before(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    uint32_t from = s->text->sentences[rz_token_sentence(s, e->from->first)].first;
    for (uint32_t t = e->from->first; t-- > from && e->from->first - t < FAR;) {
        uint32_t i = s->mention_at[t];
        if (i != RZ_NONE && s->mentions->at[i].kind == RZ_M_FORUM && s->links[i].prep == RZ_C_IN && s->mentions->at[i].actor != RZ_NONE) return i;
    }
    return RZ_NONE;
}

/* The vote on another resolution that was told of right before. */
static uint32_t of_last(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const merged *last = NULL;
    uint32_t here = rz_token_sentence(s, e->from->first);
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *a = &m->out.at[i];
        bool before = a->from->first < e->from->first && rz_token_sentence(s, a->from->first) + SENTENCES >= here;
        if (!a->dropped && before && rz_kind_is(a->kind, RZ_KIND_VOTE) && (!last || a->from->first > last->from->first)) last = a;
    }
    return last && rz_days_agree(last->days, e->days) && strcmp(last->status, "planned") != 0 ? last->forum : RZ_NONE;
}

void rz_merge_forums(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || !rz_kind_is(e->kind, RZ_KIND_VOTE) || e->forum != RZ_NONE || e->n_actors || strcmp(e->status, "held") != 0 || !of_resolution(m, e)) continue;
        e->forum = laid_before(m, e);
        if (e->forum == RZ_NONE) e->forum = of_last(m, e);
    }
}
