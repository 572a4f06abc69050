/* «این توافق به تصویب رسید»: which paper it points back to, where nothing was said of its stage when it was named; and which
 * one beside another has a stage of its own. */
#include "event/paper.h"

/* Where an agreement of the tables that begins at the token ends, or the token. */
static uint32_t past_known(const rz_scene *s, uint32_t token) {
    uint32_t end = token;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);)
        if (h.hit.last > end) end = h.hit.last;
    return end;
}

void rz_paper_note(const rz_scene *s, const rz_sentence *in, rz_paper_told *told) {
    for (uint32_t t = in->first; t < in->last;) {
        uint32_t known = past_known(s, t), next = known > t ? known : t + 1;
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            uint32_t start, end;
            if (known > t || hit->last >= in->last || rz_row_get(s->text->data, hit->row, "only").size) continue;
            if (hit->last > next) next = hit->last; /* «یادداشت تفاهم» is no «تفاهم» */
            uint8_t before = rz_class_before(s, t, in->first, false, &start);
            if (before == RZ_C_DEFINITE || before == RZ_C_GENERAL || before == RZ_C_NEGATIVE_NOUN) break;
            end = rz_paper_name_end(s, hit->last, in->last, false);
            bool once = rz_row_has(s->text->data, hit->row, "once", "yes");
            bool vain = end <= hit->last || rz_paper_says_nothing(s, hit->last, end) || rz_paper_no_accord(s, hit, end) || rz_paper_of_anybody(s, in, hit);
            if (!vain || once) *told = (rz_paper_told){.noun = *hit, .first = t, .last = vain ? hit->last : end}, next = told->last;
            break;
        }
        t = next;
    }
}

/* «این سند», «این توافق» may be said of any paper. */
bool rz_paper_meant(const rz_scene *s, const rz_hit *noun, const rz_paper_told *told) {
    if (!told->last) return false;
    return told->noun.row == noun->row || rz_row_has(s->text->data, noun->row, "kind", "document") ||
           (rz_row_has(s->text->data, noun->row, "kind", "accord") && !rz_row_has(s->text->data, noun->row, "once", "yes"));
}

/* Beside an agreement of the tables: only what a clause of its own puts at a stage. */
bool rz_paper_apart(const rz_scene *s, const rz_sentence *in, uint32_t token) {
    enum { NEAR = 12 };
    uint32_t clause = s->clause_of[token], at;
    if (clause == RZ_NONE || rz_stage_in(s, in, clause, &at) == RZ_NONE) return false;
    for (uint32_t t = token > in->first + RZ_REACH ? token - RZ_REACH : in->first; t < in->last && t < token + RZ_REACH; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);) {
            if (h.hit.type != RZ_AGREEMENT) continue;
            bool its_name = t <= token ? h.hit.last > token : t < token + NEAR && !rz_verb_between(s, token, t);
            if (its_name || s->clause_of[t] == clause) return false;
        }
    return true;
}
