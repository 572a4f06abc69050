/* Foreign names are spelled as each outlet hears them: who is meant by «نیکوس کوسیاس وزیر خارجه یونان», given that the tables
 * know who held the office. Vowels differ freely, one consonant in three may; the office and its state must be the same. */
#include "resolve/resolve.h"

enum { BONES = 24, LETTERS = 96 };

typedef struct {
    uint8_t at[BONES];
    uint32_t n, given; /* given: how many belong to the first word */
} bones;

/* The letters that are no vowels; those of one sound are one letter. */
static void add_bone(bones *b, uint8_t code) {
    static const uint16_t vowels[] = {0x627, 0x648, 0x6CC, 0x647, 0x639, 0x621};
    static const uint16_t alike[][2] = {{0x637, 0x62A}, {0x635, 0x633}, {0x62B, 0x633}, {0x630, 0x632}, {0x638, 0x632}, {0x636, 0x632}, {0x62D, 0x647}, {0x642, 0x6AF}, {0x63A, 0x6AF}};
    for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
        if (code == rz_letter_code(vowels[i])) return;
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (code == rz_letter_code(alike[i][0])) code = rz_letter_code(alike[i][1]);
    if (b->n < BONES) b->at[b->n++] = code;
}

static void bones_of_letters(const uint8_t *letters, uint32_t n, bones *out) {
    for (uint32_t i = 0; i < n; i++) add_bone(out, letters[i]);
}

static void bones_of_tokens(const rz_text *text, rz_span name, bones *out) {
    *out = (bones){.n = 0};
    for (uint32_t t = name.start; t < name.end; t++) {
        const rz_token *k = &text->tokens[t];
        bones_of_letters(text->letters + k->letters_start, rz_letters_count(k), out);
        if (t == name.start) out->given = out->n;
    }
}

static void bones_of_form(rz_str form, bones *out) {
    uint8_t letters[LETTERS];
    const char *space = memchr(form.at, ' ', form.size);
    *out = (bones){.n = 0};
    uint32_t size = rz_letters_of(form.at, form.size, letters, LETTERS);
    uint32_t given = space ? rz_letters_of(form.at, (uint32_t)(space - form.at), NULL, 0) : 0;
    if (size > LETTERS || given > size) return;
    bones_of_letters(letters, given, out);
    out->given = out->n;
    bones_of_letters(letters + given, size - given, out);
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Edits between the consonants. */
static uint32_t distance(const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t k) {
    uint32_t row[BONES + 1];
    for (uint32_t j = 0; j <= k; j++) row[j] = j;
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t corner = row[0];
        row[0] = i;
        for (uint32_t j = 1; j <= k; j++) {
            uint32_t above = row[j];
            row[j] = least(least(above, row[j - 1]) + 1, corner + (a[i - 1] != b[j - 1]));
            corner = above;
        }
    }
    return row[k];
}

/* The first name the same but for one letter, the surname but for a third of it. */
static bool alike(const bones *a, const bones *b) {
    if (a->n < 4 || b->n < 4 || !a->given || !b->given || a->at[0] != b->at[0]) return false;
    uint32_t whole = distance(a->at, a->n, b->at, b->n);
    if (!whole) return true;
    uint32_t p = a->n - a->given, q = b->n - b->given;
    bool surname = p == q && !memcmp(a->at + a->given, b->at + b->given, p), longer = a->given > b->given;
    uint32_t common = longer ? b->given : a->given; /* «محمدحسین» and «محمد» */
    if (surname && common > 2 && !memcmp(a->at, b->at, common)) return true;
    if (p < 2 || q < 2 || a->at[a->given] != b->at[b->given]) return false;
    return distance(a->at, a->given, b->at, b->given) <= (a->given > 2) && distance(a->at + a->given, p, b->at + b->given, q) * 3 <= p + q - least(p, q) + 2;
}

static bool spelled_so(const rz_data *data, rz_row person, const bones *name) {
    uint32_t fa = rz_key(data, "fa");
    for (uint32_t i = 0; i < rz_fields_of(data, person); i++) {
        rz_field f = rz_field_at(data, person, i);
        bones his;
        if (f.key != fa) continue;
        bones_of_form(f.value, &his);
        if (alike(name, &his)) return true;
    }
    return false;
}

/* Of those who held the office. */
static rz_row among_holders(const rz_data *data, const bones *name, rz_row office, rz_row whose) {
    rz_row found = RZ_NONE, person = RZ_NONE;
    uint32_t n;
    const uint32_t *at = rz_tenures_in(data, whose, office, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (rz_tenure_at(data, at[i])->person == person) continue;
        person = rz_tenure_at(data, at[i])->person;
        if (!spelled_so(data, person, name)) continue;
        if (found != RZ_NONE) return RZ_NONE;
        found = person;
    }
    return found;
}

/* Of all whom the tables know of the state. */
static rz_row among_people(const rz_data *data, const bones *name, rz_row state) {
    rz_row first, found = RZ_NONE;
    uint32_t n;
    rz_rows_of(data, RZ_PERSON, &first, &n);
    for (rz_row p = first; p < first + n; p++) {
        if (rz_row_state(data, p) != state || !spelled_so(data, p, name)) continue;
        if (found != RZ_NONE) return RZ_NONE;
        found = p;
    }
    return found;
}

rz_row rz_spelled_like(const rz_text *text, rz_span name, rz_row office, rz_row whose) {
    if (whose == RZ_NONE || name.end < name.start + 2) return RZ_NONE;
    bones mine;
    bones_of_tokens(text, name, &mine);
    if (office == RZ_NONE) return among_people(text->data, &mine, whose);
    return rz_row_has(text->data, office, "unique", "yes") ? among_holders(text->data, &mine, office, whose) : RZ_NONE;
}
