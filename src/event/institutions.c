/* Of whose land the firms, universities and federations are that sign something: «شرکت «A» ترکیه و شرکت «B» ترکمنستان», «دانشگاه‌های
 * تهران و مسکو». The tables have few of them by name. */
#include "event/paper.h"

static rz_row land_of(const rz_scene *s, uint32_t m) {
    const rz_mention *at = &s->mentions->at[m];
    if (at->kind == RZ_M_STATE) return at->row;
    return at->kind == RZ_M_PLACE || at->kind == RZ_M_ORGANISATION ? rz_row_state(s->text->data, at->row) : RZ_NONE;
}

/* Does a word for such a body begin soon before the mention, or the one before end, and nothing but its name stand between? */
static bool of_institution(const rz_scene *s, uint32_t m, uint32_t before) {
    enum { NEAR = 5 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("institutions"));
    uint32_t end, first = s->mentions->at[m].first, from = s->text->sentences[rz_token_sentence(s, first)].first;
    for (uint32_t t = first; t-- > from && first - t <= NEAR;) {
        const rz_token *token = &s->text->tokens[t];
        if (rz_listed_end(s, words, t) > t) return true;
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_AND && before != RZ_NONE && s->mentions->at[before].last == t && s->text->tokens[t + 1].quote) return true; /* «… و «B» ترکمنستان» */
        if (token->verb != RZ_NONE || (token->punct && !rz_is_quote(token)) || class == RZ_C_AND || (class && class <= RZ_C_LAST_PREP)) return false;
    }
    return false;
}

uint32_t rz_institution_lands(const rz_scene *s, uint32_t clause, uint32_t token, uint32_t *out) {
    uint32_t n = 0, from = token > RZ_REACH ? token - RZ_REACH : 0, to = token + RZ_REACH < s->text->n_tokens ? token + RZ_REACH : s->text->n_tokens;
    if (!rz_row_there(s->text, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("institutions")))) return 0;
    for (uint32_t t = from; t < to && n < RZ_MOST_LANDS; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->clause_of[t] != clause || s->mentions->at[m].head != RZ_NONE) continue;
        bool land = land_of(s, m) != RZ_NONE, seen = false, listed = s->mentions->at[m].kind == RZ_M_ORGANISATION;
        for (uint32_t i = 0; i < n; i++) {
            seen |= land && land_of(s, out[i]) == land_of(s, m);
            listed |= s->links[out[i]].list == s->links[m].list;
        }
        if (land && !seen && (listed || of_institution(s, m, n ? out[n - 1] : RZ_NONE))) out[n++] = m;
    }
    return n > 1 ? n : 0;
}
