/* Is it a form of a verb, and where do its joiners stand? By the stems and endings of the tables. */
#include "text/joining.h"

/* A present stem, or that of a causative made of one: «تابان». */
static bool is_present(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (rz_joining_find(j, w, n, RZ_STEM_PRESENT)) return true;
    return n > 3 && w[n - 1] == j->noon && w[n - 2] == j->alef && rz_joining_find(j, w, n - 2, RZ_STEM_PRESENT);
}

/* A past stem, or a regular one made of the present: «تاباند», «چکید». */
static bool is_past(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (rz_joining_find(j, w, n, RZ_STEM_PAST)) return true;
    if (n < 4 || w[n - 1] != j->dal) return false;
    if (w[n - 2] == j->noon && w[n - 3] == j->alef) return rz_joining_find(j, w, n - 3, RZ_STEM_PRESENT);
    if (w[n - 2] != j->ye) return false;
    if (n > 4 && rz_joining_find(j, w, n - 2, RZ_STEM_PRESENT)) return true;
    return n > 5 && w[n - 3] == j->noon && w[n - 4] == j->alef && rz_joining_find(j, w, n - 4, RZ_STEM_PRESENT);
}

/* What stands after می: a stem with its ending. */
static bool conjugated(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (is_past(j, w, n)) return true;
    for (uint32_t i = 0; i < j->verb_endings.n; i++) {
        const rz_joining_part *e = &j->verb_endings.at[i];
        if (n > e->n && rz_part_ends(w, n, e) && (is_present(j, w, n - e->n) || is_past(j, w, n - e->n))) return true;
    }
    return false;
}

static bool is_participle(const rz_joiner *j, const uint8_t *w, uint32_t n) { return n > 2 && w[n - 1] == j->he && is_past(j, w, n - 1); }

bool rz_is_verbal(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (n < 4 || (w[n - 1] != j->he && w[n - 1] != j->noon)) return n == 3 && is_participle(j, w, n);
    if (is_past(j, w, n - 1) || (w[0] == j->noon && is_past(j, w + 1, n - 2))) return true;
    for (uint32_t i = 0; i < j->preverbs.n; i++) {
        const rz_joining_part *p = &j->preverbs.at[i];
        if (!rz_part_starts(w, n, p)) continue;
        const uint8_t *rest = w + p->n;
        uint32_t m = n - p->n - 1;
        if (m > 1 && (is_past(j, rest, m) || (rest[0] == j->noon && is_past(j, rest + 1, m - 1)))) return true;
    }
    return false;
}

bool rz_verb_finite(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    bool prefix = n > 4 && (w[0] == j->be || w[0] == j->noon);
    return n > 3 && (conjugated(j, w, n) || (prefix && conjugated(j, w + 1, n - 1)));
}

uint32_t rz_verb_going_on(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    uint32_t no = n > 2 && w[0] == j->noon;
    return n > no + 2 && w[no] == j->meem && w[no + 1] == j->ye ? no + 2 : 0;
}

bool rz_verb_with_mi(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t from, rz_places *at) {
    uint32_t mi = rz_verb_going_on(j, w + from, n - from), o = from + mi, m = n - o;
    if (!mi) return false;
    *at = rz_joiner_before(o);
    if (conjugated(j, w + o, m) || is_participle(j, w + o, m)) return true;
    for (uint32_t i = 0; i < j->perfect.n; i++) {
        const rz_joining_part *e = &j->perfect.at[i];
        if (m > e->n && rz_part_ends(w, n, e) && is_participle(j, w + o, m - e->n)) return *at |= rz_joiner_before(n - e->n), true;
    }
    for (uint32_t i = 0; i < j->verb_clitics.n; i++) {
        const rz_joining_part *e = &j->verb_clitics.at[i];
        if (m > e->n + 2u && rz_part_ends(w, n, e) && conjugated(j, w + o, m - e->n)) return true;
    }
    return false;
}

bool rz_verb_guessed(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t from, rz_places *at) {
    uint32_t mi = rz_verb_going_on(j, w + from, n - from), m = n - from - mi;
    if (!mi || m < 4) return false;
    for (uint32_t i = 0; i < j->verb_guesses.n; i++)
        if (rz_part_ends(w, n, &j->verb_guesses.at[i]) && m >= j->verb_guesses.at[i].n) return *at = rz_joiner_before(from + mi), true;
    return false;
}
