/* The search key of a text: each word by its letters alone, words written apart made one. */
#include "base/utf8.h"
#include "text/apart.h"
#include "text/parts.h"

enum { LONGEST = 64, PARTS = 6 };

typedef struct {
    uint8_t letters[LONGEST];
    uint32_t n;
    bool near; /* only blanks stand between it and the word before */
} word;

typedef struct {
    const rz_apart *tables;
    const char *at, *end;
    char *out;
    size_t size, room;
    word held, link; /* link: a word of one letter after held, which may stand inside a compound: گفت و گو */
} keyer;

typedef enum { NOTHING, DIGITS, LATIN, LETTERS } class;

static class class_of(uint8_t code) {
    return code == 0 || code >= RZ_CODE_SIGNS ? NOTHING : code < RZ_CODE_LATIN ? DIGITS : code < RZ_CODE_LETTERS ? LATIN : LETTERS;
}

/* The next word; false at the end. */
static bool next(keyer *k, word *out) {
    class own = NOTHING;
    out->n = 0;
    out->near = true;
    while (k->at < k->end && out->n < LONGEST) {
        uint32_t length, c = rz_utf8_next(k->at, k->end, &length), folded[RZ_FOLD_MOST];
        uint32_t count = rz_fold_letter(c, folded);
        if (own != NOTHING && count && folded[0] == ' ') break;
        bool stop = false;
        for (uint32_t i = 0; i < count && !stop; i++) {
            uint8_t code = rz_letter_code(folded[i]);
            class this = class_of(code);
            if (folded[i] == 0x200C || folded[i] == 0x621) continue; /* a lone hamza is written or not */
            if (own != NOTHING && this != own && (this == NOTHING || this == LETTERS || own == LETTERS)) stop = true;
            else if (this == NOTHING) out->near &= folded[i] == ' ' && c != '\n';
            else if (out->n < LONGEST) out->letters[out->n++] = code, own = this;
        }
        if (stop) break;
        k->at += length;
    }
    return out->n > 0;
}

static void put(keyer *k, const char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++, k->size++)
        if (k->size + 1 < k->room) k->out[k->size] = bytes[i];
}

static void put_letters(keyer *k, const uint8_t *letters, uint32_t n) {
    if (!n) return;
    if (k->size) put(k, " ", 1);
    for (uint32_t i = 0; i < n; i++) {
        char bytes[4];
        put(k, bytes, rz_utf8_put(rz_letter_of_code(letters[i]), bytes));
    }
}

/* Two proper spellings of a word become the first of them. */
static void put_same(keyer *k, const uint8_t *letters, uint32_t n) {
    const rz_forms *same = &k->tables->same;
    for (uint32_t i = 1, first = 0; i < same->n; i++) {
        const rz_form *f = &same->at[i], *to = &same->at[first];
        if (f->row != to->row) {
            first = i;
            continue;
        }
        if (n < f->n || n - f->n + to->n > LONGEST || memcmp(letters, f->letters, f->n) != 0) continue;
        uint8_t mended[LONGEST];
        memcpy(mended, to->letters, to->n);
        memcpy(mended + to->n, letters + f->n, n - f->n);
        put_letters(k, mended, n - f->n + to->n);
        return;
    }
    put_letters(k, letters, n);
}

/* A word of its own that stands joined at the end or the start comes off. */
static void emit(keyer *k, const word *w) {
    const rz_apart *t = k->tables;
    rz_word known;
    bool whole = !w->n || rz_word_find(t->data, w->letters, w->n, &known);
    for (uint32_t i = 0; i < t->off_end.n && !whole; i++) {
        uint32_t m = t->off_end.at[i].n;
        if (w->n < m + 3 || memcmp(w->letters + w->n - m, t->off_end.at[i].letters, m) != 0) continue;
        const rz_near *near = &t->rows[t->off_end.at[i].row];
        if (near->n_near && w->letters[w->n - m - 1] != near->near[0].letters[near->near[0].n - 1]) continue;
        put_same(k, w->letters, w->n - m);
        put_letters(k, w->letters + w->n - m, m);
        return;
    }
    for (uint32_t i = 0; i < t->off_start.n && !whole; i++) {
        uint32_t m = t->off_start.at[i].n;
        if (w->n < m + 3 || memcmp(w->letters, t->off_start.at[i].letters, m) != 0) continue;
        if (!rz_word_find(t->data, w->letters + m, w->n - m, &known)) continue;
        put_letters(k, w->letters, m);
        put_same(k, w->letters + m, w->n - m);
        return;
    }
    put_same(k, w->letters, w->n);
}

static bool append(word *to, const word *more) {
    if (to->n + more->n > LONGEST) return false;
    memcpy(to->letters + to->n, more->letters, more->n);
    to->n += more->n;
    return true;
}

static bool one_word(const rz_apart *t, const word *a, const word *b) {
    if (!b->near || class_of(a->letters[0]) != LETTERS || class_of(b->letters[0]) != LETTERS) return false;
    if (rz_apart_ending(t, a->letters, a->n, b->letters, b->n) || rz_apart_beginning(t, a->letters, a->n, b->letters, b->n)) return true;
    word both = *a;
    return append(&both, b) && rz_apart_compound(t, both.letters, both.n, a->n);
}

static bool linked(const rz_apart *t, const word *a, const word *link, const word *b) {
    word all = *a;
    if (!b->near || !append(&all, link) || !append(&all, b)) return false;
    return rz_apart_compound(t, all.letters, all.n, a->n) || rz_apart_compound(t, all.letters, all.n, a->n + link->n);
}

static void take(keyer *k, const word *w) {
    if (k->link.n) {
        if (linked(k->tables, &k->held, &k->link, w)) {
            append(&k->held, &k->link);
            append(&k->held, w);
            k->link.n = 0;
            return;
        }
        emit(k, &k->held);
        k->held = k->link;
        k->link.n = 0;
    }
    if (k->held.n && one_word(k->tables, &k->held, w) && append(&k->held, w)) return;
    if (k->held.n && w->n == 1 && w->near && class_of(w->letters[0]) == LETTERS) {
        k->link = *w;
        return;
    }
    emit(k, &k->held);
    k->held = *w;
}

size_t rz_text_search_key(const rz_language *language, const char *in, size_t n, char *out, size_t cap) {
    keyer k = {.tables = language->apart, .at = in, .end = in + n, .out = out, .room = cap};
    word w;
    while (next(&k, &w)) take(&k, &w);
    emit(&k, &k.held);
    if (k.link.n) emit(&k, &k.link);
    if (cap) out[k.size < cap ? k.size : cap - 1] = 0;
    return k.size;
}
