/* «معاون وزیر X», «معین مالی و اداری وزارت Y», «معین زراعت»: the deputy of any minister, with what he has charge of told between. */
#include "mention/names.h"

/* The deputy of the minister or the ministry; RZ_NONE: it has none, or there is none. */
static rz_row deputy_of(const rz_namer *n, rz_row ministry) {
    return ministry == RZ_NONE ? RZ_NONE : rz_row_find(n->data, RZ_OFFICE, rz_row_get(n->data, n->w.deputy, rz_row_id(n->data, ministry)));
}

static rz_row deputy_told(const rz_namer *n, uint32_t token, uint32_t *last) {
    rz_atom a;
    if (!rz_atom_at(n, token, RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_BODY), &a) || a.key != n->fa) return RZ_NONE;
    *last = a.last;
    return deputy_of(n, a.row);
}

/* Part of what a deputy has charge of: no other man, office or land. */
static bool is_charge(const rz_namer *n, uint32_t token) {
    static const uint32_t OTHERS = RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_TITLE) | RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_BODY);
    const rz_token *t = &n->text->tokens[token];
    rz_atom a;
    return t->kind == RZ_TOKEN_WORD && t->verb == RZ_NONE && !rz_list_at(n, token, n->w.given) && !(rz_pos_at(n, token) & (RZ_POS_PREP | RZ_POS_PRON)) && !(rz_atom_at(n, token, OTHERS, &a) && rz_atom_fits(n, token, &a));
}

uint32_t rz_deputy_at(const rz_namer *n, uint32_t token, rz_row *office) {
    enum { WORDS = 7 };
    uint32_t from = rz_list_at(n, token, n->w.deputy), last = 0;
    bool joined = false;
    *office = RZ_NONE;
    for (uint32_t p = from; from && p < n->end && p <= from + WORDS; p++) {
        bool joins = p > from && (rz_punct_at(n, p) == ',' || rz_list_at(n, p, n->w.and_one) == p + 1);
        if (!joined) *office = deputy_told(n, p, &last);
        if (*office != RZ_NONE || (!joins && !is_charge(n, p))) break;
        joined = joins;
    }
    bool field = *office == RZ_NONE && from && rz_list_at(n, token, n->w.deputy_of_field) == from;
    if (field) *office = deputy_of(n, rz_portfolio_at(n, from, &last));
    return *office == RZ_NONE ? 0 : last;
}
