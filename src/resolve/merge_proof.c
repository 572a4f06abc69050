/* What proves an event: the words that tell it, no more of them than a proof may have, each once. */
#include "resolve/merge.h"

static uint32_t at_most(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Leaves `room` tokens around `keep`, as many on either side where there are. */
static void close_in(uint32_t *first, uint32_t *last, uint32_t keep, uint32_t room) {
    if (keep < *first || keep >= *last || *last - *first <= room) return;
    uint32_t before = keep - *first, after = *last - 1 - keep, over = *last - *first - room;
    uint32_t uneven = at_most(before > after ? before - after : after - before, over);
    *(before > after ? &before : &after) -= uneven;
    over -= uneven;
    *first = keep - (before - over / 2);
    *last = keep + 1 + (after - (over + 1) / 2);
}

rz_span rz_evidence(const rz_text *text, uint32_t first, uint32_t last, uint32_t keep) {
    close_in(&first, &last, keep, PROOF_BYTES); /* a token has a byte at least */
    while (last > first + 1 && text->tokens[last - 1].src_end - text->tokens[first].src_start > PROOF_BYTES) {
        if (keep - first > last - 1 - keep && first < keep) first++;
        else if (last - 1 > keep) last--;
        else first++;
    }
    while (first < keep && text->tokens[first].punct && strchr(":,;.-/)]>", text->tokens[first].punct)) first++; /* of what went before */
    return rz_text_span(text, first, last);
}

static bool is_within(rz_span a, rz_span b) { return a.start >= b.start && a.end <= b.end; }

void rz_merged_show(merged *e, rz_span span) {
    for (uint32_t i = 0; i < e->n_proofs; i++) {
        if (is_within(span, e->proofs[i])) return;
        if (!is_within(e->proofs[i], span)) continue;
        e->proofs[i] = span;
        return;
    }
    if (e->n_proofs < MOST_PROOFS) e->proofs[e->n_proofs++] = span;
}

/* Is something of the sentence shown already? */
static bool shown_in(const merger *m, const merged *e, uint32_t token) {
    const rz_sentence *s = &m->cast->text->sentences[rz_token_sentence(&m->found->scene, token)];
    const rz_span told = rz_text_span(m->cast->text, s->first, s->last);
    for (uint32_t i = 0; i < e->n_proofs; i++)
        if (rz_spans_meet(e->proofs[i], told)) return true;
    return false;
}

/* «۳۵ تن را به دلیل آنچه … خوانده‌اند، اخراج می‌کند»: the last words alone name nobody; who takes part is shown with them. */
static void show_parts(const merger *m, const rz_found_event *f, uint32_t *first, uint32_t *last) {
    const rz_mention *at = m->cast->mentions->at;
    uint32_t low = *first, high = *last;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        if (f->parts.at[i].mention == RZ_SPEAKER) continue;
        const rz_mention *p = &at[f->parts.at[i].mention];
        if (rz_token_sentence(&m->found->scene, p->first) != rz_token_sentence(&m->found->scene, f->first)) continue;
        if (p->first >= *first && p->last <= *last) return;
        low = at_most(low, p->first);
        high = p->last > high ? p->last : high;
    }
    *first = low, *last = high;
}

void rz_merge_add_proof(const merger *m, merged *e, const rz_found_event *f) {
    uint32_t first = f->shown_first, last = f->shown_last;
    if (!shown_in(m, e, f->first)) show_parts(m, f, &first, &last);
    rz_merged_show(e, rz_evidence(m->cast->text, first, last, f->first));
}
