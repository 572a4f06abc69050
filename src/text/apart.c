#include "text/apart.h"

#include "base/utf8.h"

enum { MOST = sizeof((rz_forms *)0)->at / sizeof(rz_form), MOST_ROWS = sizeof((rz_apart *)0)->rows / sizeof(rz_near), MOST_NEAR = 6 };

static bool read_form(rz_str value, rz_form *out) {
    uint32_t n = rz_letters_of(value.at, value.size, out->letters, sizeof out->letters);
    out->n = (uint8_t)n;
    return n > 0 && n <= sizeof out->letters;
}

static rz_forms *of_use(rz_apart *a, rz_str use) {
    return rz_str_is(use, "noun")        ? &a->endings
           : rz_str_is(use, "apart")     ? &a->apart
           : rz_str_is(use, "ahead")     ? &a->ahead
           : rz_str_is(use, "off-end")   ? &a->off_end
           : rz_str_is(use, "off-start") ? &a->off_start
           : rz_str_is(use, "glued-end") ? &a->glued_end
           : rz_str_is(use, "glued-start") ? &a->glued_start
           : rz_str_is(use, "stands-off")  ? &a->stands_off
           : rz_str_is(use, "leads-on")    ? &a->leads_on
           : rz_str_is(use, "starts-on")   ? &a->starts_on
           : rz_str_is(use, "same")        ? &a->same
                                         : NULL;
}

static void read_row(rz_apart *a, rz_row row) {
    const rz_data *d = a->data;
    rz_forms *forms = of_use(a, rz_row_get(d, row, "use"));
    if (!forms || a->n_rows == MOST_ROWS) return;
    rz_near *near = &a->rows[a->n_rows];
    for (uint32_t i = 0; i < rz_fields_of(d, row); i++) {
        rz_field field = rz_field_at(d, row, i);
        const char *key = rz_key_name(d, field.key);
        if (!strcmp(key, "form") && forms->n < MOST && read_form(field.value, &forms->at[forms->n]))
            forms->at[forms->n++].row = (uint8_t)a->n_rows;
        else if ((!strcmp(key, "after") || !strcmp(key, "before")) && near->n_near < MOST_NEAR)
            near->n_near += read_form(field.value, &near->near[near->n_near]);
        else if (!strcmp(key, "like")) near->like = rz_str_is(field.value, "noun") ? RZ_POS_NOUN : RZ_POS_ADJ | RZ_POS_ADV;
    }
    a->n_rows++;
}

static void read_initials(rz_apart *a) {
    rz_row row = rz_row_find(a->data, RZ_WORDS, RZ_STR("name-initials"));
    for (uint32_t i = 0; row != RZ_NONE && i < rz_fields_of(a->data, row) && a->initials.n < MOST; i++)
        a->initials.n += read_form(rz_field_at(a->data, row, i).value, &a->initials.at[a->initials.n]);
}

static void note_endings(rz_apart *a) {
    for (uint32_t i = 0; i < a->endings.n; i++) {
        const rz_form *f = &a->endings.at[i];
        a->endings_with[f->letters[f->n - 1]] |= (uint64_t)1 << i;
        if (f->n > 1) a->endings_before[f->letters[f->n - 2]] |= (uint64_t)1 << i;
        for (uint32_t c = 0; f->n == 1 && c < RZ_LETTER_CODES; c++) a->endings_before[c] |= (uint64_t)1 << i;
    }
}

/* second: 0: any. */
static void note_pair(uint8_t pairs[RZ_LETTER_CODES][RZ_LETTER_CODES / 8], uint8_t first, uint8_t second) {
    if (second) pairs[first][second / 8] |= (uint8_t)(1u << second % 8);
    else memset(pairs[first], 0xFF, RZ_LETTER_CODES / 8);
}

static void note_glued(rz_apart *a) {
    for (uint32_t i = 0; i < a->glued_end.n; i++) {
        const rz_form *f = &a->glued_end.at[i];
        note_pair(a->glued_ends, f->letters[f->n - 1], f->n > 1 ? f->letters[f->n - 2] : 0);
    }
    for (uint32_t i = 0; i < a->glued_start.n; i++) {
        const rz_form *f = &a->glued_start.at[i];
        note_pair(a->glued_starts, f->letters[0], f->n > 1 ? f->letters[1] : 0);
    }
}

void rz_apart_read(const rz_data *data, rz_apart *out) {
    memset(out, 0, sizeof *out);
    out->data = data;
    rz_row first;
    uint32_t count;
    rz_rows_of(data, RZ_SUFFIX, &first, &count);
    for (rz_row r = first; r < first + count; r++) read_row(out, r);
    note_endings(out);
    for (uint32_t i = 0; i < out->apart.n; i++) out->ending_sizes[out->apart.at[i].letters[0]] |= (uint16_t)(1u << out->apart.at[i].n);
    for (uint32_t i = 0; i < out->ahead.n; i++) out->starts[out->ahead.at[i].letters[0]] |= RZ_STARTS_BEGINNING;
    note_glued(out);
    read_initials(out);
    for (uint32_t i = 0; i < out->stands_off.n; i++) out->starts[out->stands_off.at[i].letters[0]] |= RZ_STANDS_OFF;
}

static bool is(const rz_form *f, const uint8_t *letters, uint32_t n) { return f->n == n && f->letters[0] == letters[0] && !memcmp(f->letters, letters, n); }

bool rz_forms_has(const rz_forms *forms, const uint8_t *letters, uint32_t n) {
    for (uint32_t i = 0; i < forms->n; i++)
        if (is(&forms->at[i], letters, n)) return true;
    return false;
}

static bool is_particle(const rz_word *word) { return word->pos & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON); }

static bool allows(const rz_apart *a, const rz_near *near, const uint8_t *letters, uint32_t n) {
    bool ends = near->n_near == 0;
    for (uint32_t i = 0; i < near->n_near && !ends; i++) {
        const rz_form *f = &near->near[i];
        ends = n > 2 && n >= f->n && !memcmp(letters + n - f->n, f->letters, f->n);
    }
    if (!ends || (!near->like && !near->n_near)) return ends;
    rz_word word;
    bool known = rz_word_find(a->data, letters, n, &word);
    if (known && is_particle(&word)) return false;
    return !near->like || (known && (word.pos & near->like));
}

static bool listed(const rz_apart *a, const rz_forms *forms, const uint8_t *form, uint32_t n, const uint8_t *other, uint32_t m) {
    for (uint32_t i = 0; i < forms->n; i++)
        if (is(&forms->at[i], form, n) && allows(a, &a->rows[forms->at[i].row], other, m)) return true;
    return false;
}

bool rz_apart_ending(const rz_apart *a, const uint8_t *first, uint32_t n, const uint8_t *second, uint32_t m) {
    return m < 16 && (a->ending_sizes[second[0]] >> m & 1) && listed(a, &a->apart, second, m, first, n);
}

bool rz_apart_beginning(const rz_apart *a, const uint8_t *first, uint32_t n, const uint8_t *second, uint32_t m) {
    return (a->starts[first[0]] & RZ_STARTS_BEGINNING) && listed(a, &a->ahead, first, n, second, m);
}

static bool joiner_after(rz_str spelling, uint32_t at) {
    const char *end = spelling.at + spelling.size;
    uint32_t letters = 0;
    for (const char *p = spelling.at; p < end;) {
        uint32_t length, c = rz_utf8_next(p, end, &length);
        if (c == 0x200C && letters == at) return true;
        letters += rz_letter_code(c) != 0;
        p += length;
    }
    return false;
}

bool rz_apart_off_start(const rz_apart *a, rz_str spelling, const uint8_t *letters, uint32_t n) {
    for (uint32_t i = 0; i < a->off_start.n; i++) {
        const rz_form *f = &a->off_start.at[i];
        if (n >= f->n + 3u && memcmp(letters, f->letters, f->n) == 0 && joiner_after(spelling, f->n)) return true;
    }
    return false;
}

bool rz_apart_compound(const rz_apart *a, const uint8_t *letters, uint32_t n, uint32_t at) {
    rz_word word;
    if (rz_word_find(a->data, letters, n, &word)) return joiner_after(word.spelling, at);
    for (uint32_t i = 0; i < a->endings.n; i++) {
        const rz_form *e = &a->endings.at[i];
        if (n <= at + e->n || memcmp(letters + n - e->n, e->letters, e->n) != 0) continue;
        if (rz_word_find(a->data, letters, n - e->n, &word) && joiner_after(word.spelling, at)) return true;
    }
    return false;
}
