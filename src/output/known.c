#include "output/known.h"

#include <string.h>

const char *rz_named_label(const rz_labels *l, const rz_named *n) {
    const char *first = rz_some(l->fa ? n->fa : n->en), *second = rz_some(l->fa ? n->en : n->fa);
    return *first ? first : *second ? second : rz_some(n->id);
}

bool rz_role_tells(const char *role) {
    return *rz_some(role) && strcmp(role, "participant") && strcmp(role, "subject") && strcmp(role, "object");
}

/* The record tells so many bytes of the paragraph on each side of a proof, in whole words: where it tells less, the paragraph
 * begins or ends. */
enum { AROUND = 240, LONGEST_WORD = 80 };

static bool is_cut(const char *around) { return strlen(rz_some(around)) > AROUND - LONGEST_WORD; }
bool rz_cut_before(const rz_proof *p) { return is_cut(p->before) && p->span.start > strlen(p->before); }
bool rz_cut_after(const rz_proof *p) { return is_cut(p->after); }

bool rz_proofs_meet(const rz_proof *a, const rz_proof *b, size_t *n_after, const char **rest) {
    if (b->span.start < a->span.end) return false;
    const char *before = rz_some(b->before);
    size_t gap = b->span.start - a->span.end, after = strlen(rz_some(a->after)), n_before = strlen(before);
    if (gap > after + n_before) return false;
    *n_after = gap < after ? gap : after;
    *rest = before + n_before - (gap - *n_after);
    return true;
}

bool rz_first_of_outlet(const rz_known_event *e, uint32_t report) {
    for (uint32_t i = 0; i < report; i++)
        if (strcmp(rz_some(e->reports[i].outlet.id), rz_some(e->reports[report].outlet.id)) == 0) return false;
    return true;
}

void rz_differences(const rz_known_event *e, const char *out[4]) {
    size_t n = 0;
    if (e->differ_status) out[n++] = "status";
    if (e->differ_days) out[n++] = "when";
    if (e->differ_place) out[n++] = "where";
    out[n] = NULL;
}

uint32_t rz_copies_among(const rz_known_event *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_reports; i++)
        for (uint32_t k = 0; k < e->n_reports && *rz_some(e->reports[i].copy_of); k++)
            if (!strcmp(rz_some(e->reports[k].article), e->reports[i].copy_of)) {
                n++;
                break;
            }
    return n;
}
