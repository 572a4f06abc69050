/* The tables of joiners, read once. */
#include "text/joining.h"

#include "base/utf8.h"

static uint32_t slot_of(const uint8_t *letters, uint32_t n, rz_part_use use) { return (uint32_t)(rz_hash(letters, n) >> 7) + use * 0x9E37u; }

const rz_joining_part *rz_joining_find(const rz_joiner *j, const uint8_t *letters, uint32_t n, rz_part_use use) {
    if (n > RZ_PART_LETTERS) return NULL;
    for (uint32_t i = slot_of(letters, n, use) & j->mask; j->slots[i]; i = (i + 1) & j->mask) {
        const rz_joining_part *p = &j->parts[j->slots[i]];
        if (p->use == use && p->n == n && !memcmp(p->letters, letters, n)) return p;
    }
    return NULL;
}

static void put(rz_joiner *j, rz_str value, rz_part_use use, int strength) {
    uint8_t letters[RZ_PART_LETTERS];
    uint32_t n = rz_letters_of(value.at, value.size, letters, RZ_PART_LETTERS);
    if (!n || n > RZ_PART_LETTERS || j->n_parts == UINT16_MAX || rz_joining_find(j, letters, n, use)) return;
    uint32_t i = slot_of(letters, n, use) & j->mask;
    while (j->slots[i]) i = (i + 1) & j->mask;
    rz_joining_part *part = &j->parts[++j->n_parts];
    *part = (rz_joining_part){.n = (uint8_t)n, .use = (uint8_t)use, .strength = (int8_t)strength};
    memcpy(part->letters, letters, n);
    j->slots[i] = (uint16_t)j->n_parts;
}

static uint64_t pair_hash(const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    uint64_t h = (rz_hash(a, n) * 31) ^ rz_hash(b, m);
    return h ? h : 1;
}

bool rz_joining_apart(const rz_joiner *j, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    uint64_t h = pair_hash(a, n, b, m);
    for (uint32_t i = (uint32_t)h & j->apart_mask; j->apart[i]; i = (i + 1) & j->apart_mask)
        if (j->apart[i] == h) return true;
    return false;
}

static bool has_letter(uint64_t letters, uint8_t c) {
    return c >= RZ_CODE_LETTERS && c < RZ_CODE_LETTERS + 64 && (letters >> (c - RZ_CODE_LETTERS) & 1);
}

bool rz_ending_allows(const rz_joining_ending *e, const rz_joiner *j, const uint8_t *w, uint32_t m) {
    uint8_t last = w[m - 1];
    if (m < (e->joiner ? 2u : 3u)) return false;
    rz_word word;
    if (e->unless && has_letter(e->unless, w[m - 2])) return false;
    if (e->seen && has_letter(e->after, last) && !(rz_spelling_find(j->data, w, m, &word) && rz_running(&word))) return false;
    if (e->after) return has_letter(e->after, last);
    return e->joiner || e->instead || last != j->he;
}

bool rz_is_adjective(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    rz_word word;
    return rz_spelling_find(j->data, w, n, &word) && (word.pos & (RZ_POS_ADJ | RZ_POS_ADV));
}

static void put_apart(rz_joiner *j, rz_str value) {
    rz_str second = value, first = rz_str_word(&second);
    uint8_t a[RZ_JOINER_LETTERS], b[RZ_JOINER_LETTERS];
    uint32_t n = rz_letters_of(first.at, first.size, a, sizeof a), m = rz_letters_of(second.at, second.size, b, sizeof b);
    if (n > sizeof a || m > sizeof b || rz_joining_apart(j, a, n, b, m)) return;
    uint64_t h = pair_hash(a, n, b, m);
    uint32_t i = (uint32_t)h & j->apart_mask;
    while (j->apart[i]) i = (i + 1) & j->apart_mask;
    j->apart[i] = h;
}

static uint8_t letter_of(rz_str s) {
    uint8_t letters[2];
    return rz_letters_of(s.at, s.size, letters, 2) == 1 ? letters[0] : 0;
}

static uint64_t letter_bit(uint8_t c) { return c >= RZ_CODE_LETTERS && c < RZ_CODE_LETTERS + 64 ? 1ull << (c - RZ_CODE_LETTERS) : 0; }

/* The forms of a row of endings, all alike. */
static void read_endings(rz_joiner *j, rz_row row) {
    const rz_data *d = j->data;
    rz_joining_ending e = {.joiner = !rz_row_has(d, row, "joiner", "no"), .adjective = rz_row_has(d, row, "like", "adjective"),
                           .guess = rz_row_has(d, row, "guess", "yes"), .mend = rz_row_has(d, row, "mend", "yes"), .seen = rz_row_has(d, row, "seen", "yes"), .instead = letter_of(rz_row_get(d, row, "instead")),
                           .weight = (float)rz_str_number(rz_row_get(d, row, "weight")) / 10};
    uint32_t after = rz_key(d, "after"), unless = rz_key(d, "unless"), form = rz_key(d, "form");
    for (uint32_t i = 0; i < rz_fields_of(d, row); i++) {
        rz_field field = rz_field_at(d, row, i);
        if (field.key == after) e.after |= letter_bit(letter_of(field.value));
        if (field.key == unless) e.unless |= letter_bit(letter_of(field.value));
    }
    for (uint32_t i = 0; i < rz_fields_of(d, row) && j->n_endings < RZ_MOST_ENDINGS; i++) {
        rz_field field = rz_field_at(d, row, i);
        uint32_t n = rz_letters_of(field.value.at, field.value.size, e.letters, RZ_PART_LETTERS);
        if (field.key != form || !n || n > RZ_PART_LETTERS) continue;
        e.n = (uint8_t)n;
        e.inner = rz_joiner_written(field.value.at, field.value.size);
        j->endings[j->n_endings++] = e;
    }
}

static void read_forms(const rz_data *d, rz_row row, rz_joining_forms *out) {
    uint32_t form = rz_key(d, "form");
    for (uint32_t i = 0; i < rz_fields_of(d, row) && out->n < RZ_MOST_FORMS; i++) {
        rz_field field = rz_field_at(d, row, i);
        rz_joining_part *p = &out->at[out->n];
        uint32_t n = field.key == form ? rz_letters_of(field.value.at, field.value.size, p->letters, RZ_PART_LETTERS) : 0;
        if (!n || n > RZ_PART_LETTERS) continue;
        p->n = (uint8_t)n;
        out->n++;
    }
}

static rz_part_use part_use(rz_str name) {
    static const char *const names[RZ_PART_USES] = {"", "part-first", "part-last", "never-alone-first", "never-alone-last",
                                                    "seldom-alone-first", "seldom-alone-last", "stem-past", "stem-present"};
    for (rz_part_use u = RZ_PART_FIRST; u < RZ_PART_USES; u++)
        if (rz_str_is(name, names[u])) return u;
    return RZ_PART_FREE;
}

static rz_joining_forms *forms_of(rz_joiner *j, rz_str use) {
    return rz_str_is(use, "tail")          ? &j->tails
           : rz_str_is(use, "preverb")     ? &j->preverbs
           : rz_str_is(use, "verb-ending") ? &j->verb_endings
           : rz_str_is(use, "verb-clitic") ? &j->verb_clitics
           : rz_str_is(use, "verb-guess")  ? &j->verb_guesses
           : rz_str_is(use, "perfect")     ? &j->perfect
           : rz_str_is(use, "either")      ? &j->either
                                           : NULL;
}

static void read_row(rz_joiner *j, rz_row row) {
    const rz_data *d = j->data;
    rz_str use = rz_row_get(d, row, "use");
    if (rz_str_is(use, "spelling")) read_endings(j, row);
    if (forms_of(j, use)) read_forms(d, row, forms_of(j, use));
    rz_part_use kind = part_use(use);
    bool two = rz_str_is(use, "two-words");
    if (!kind && !two) return;
    int strength = rz_str_number(rz_row_get(d, row, "strength"));
    uint32_t form = rz_key(d, "form");
    for (uint32_t i = 0; i < rz_fields_of(d, row); i++) {
        rz_field field = rz_field_at(d, row, i);
        if (field.key != form) continue;
        if (two) put_apart(j, field.value);
        else put(j, field.value, kind, strength);
    }
}

/* The stems of the verbs that the tables conjugate. */
static void read_verbs(rz_joiner *j, rz_row first, uint32_t count) {
    const rz_data *d = j->data;
    uint32_t past = rz_key(d, "past"), present = rz_key(d, "present");
    for (rz_row r = first; r < first + count; r++)
        for (uint32_t i = 0; i < rz_fields_of(d, r); i++) {
            rz_field field = rz_field_at(d, r, i);
            if (field.key == past) put(j, field.value, RZ_STEM_PAST, 0);
            if (field.key == present) put(j, field.value, RZ_STEM_PRESENT, 0);
        }
}

static uint32_t power(uint32_t n) {
    uint32_t p = 64;
    while (p < n) p *= 2;
    return p;
}

const rz_joiner *rz_joiner_make(rz_arena *arena, const rz_data *data) {
    rz_joiner *j = RZ_NEW(arena, rz_joiner);
    j->data = data;
    rz_row first, verbs;
    uint32_t count, n_verbs, fields = 0, pairs = 0;
    rz_rows_of(data, RZ_SUFFIX, &first, &count);
    for (rz_row r = first; r < first + count; r++) {
        rz_str use = rz_row_get(data, r, "use");
        if (rz_str_is(use, "two-words")) pairs += rz_fields_of(data, r);
        else if (part_use(use)) fields += rz_fields_of(data, r);
    }
    rz_rows_of(data, RZ_VERB, &verbs, &n_verbs);
    for (rz_row r = verbs; r < verbs + n_verbs; r++) fields += rz_fields_of(data, r);
    j->mask = power(2 * fields) - 1;
    j->slots = RZ_NEW_N(arena, uint16_t, j->mask + 1);
    j->parts = RZ_NEW_N(arena, rz_joining_part, fields + 1);
    j->apart_mask = power(2 * pairs) - 1;
    j->apart = RZ_NEW_N(arena, uint64_t, j->apart_mask + 1);
    for (rz_row r = first; r < first + count; r++) read_row(j, r);
    read_verbs(j, verbs, n_verbs);
    rz_either_read(arena, j);
    j->meem = rz_letter_code(0x645);
    j->ye = rz_letter_code(0x6CC);
    j->noon = rz_letter_code(0x646);
    j->he = rz_letter_code(0x647);
    j->alef = rz_letter_code(0x627);
    j->dal = rz_letter_code(0x62F);
    j->be = rz_letter_code(0x628);
    return j;
}
