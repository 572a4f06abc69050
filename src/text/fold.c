/* One normal spelling with the way back: letters of all keyboards to one, glyphs to letters, marks and controls out, spaces one. */
#include "base/utf8.h"
#include "text/clean.h"
#include "text/leftover.h"
#include "text/parts.h"

enum { JOINER = 0x200C, HE_WITH_YE = 0xC0 /* U+06C0, by its low byte */, SPARE = 2 * RZ_FOLD_MOST * 3 + RZ_BEHIND_NORM, SHORT = 128 };

/* U+0600..U+06FF in normal letters, by their low bytes; 0: left out. Digits are Persian; آ أ ؤ ئ keep their hamza and madda. */
static const uint8_t arabic[256] = {
    0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x1B, 0x00, 0x1D, 0x1E, 0x1F,
    0xCC, 0x21, 0x22, 0x23, 0x24, 0x27, 0x26, 0x27, 0x28, 0x47, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F,
    0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0xA9, 0xA9, 0xCC, 0xCC, 0xCC,
    0x00, 0x41, 0x42, 0xA9, 0x44, 0x45, 0x46, 0x47, 0x48, 0xCC, 0xCC, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0x6A, 0x6B, 0x6C, 0x6D, 0x28, 0x42,
    0x00, 0x27, 0x27, 0x27, 0x00, 0x27, 0x48, 0x48, 0xCC, 0x2A, 0x2A, 0x28, 0x2A, 0x2A, 0x7E, 0x2A,
    0x28, 0x2C, 0x2D, 0x2C, 0x2C, 0x86, 0x86, 0x86, 0x2F, 0x2F, 0x2F, 0x2F, 0x2F, 0x2F, 0x2F, 0x2F,
    0x2F, 0x31, 0x31, 0x31, 0x31, 0x31, 0x98, 0x31, 0x98, 0x31, 0x34, 0x33, 0x33, 0x35, 0x35, 0x37,
    0x3A, 0x41, 0x41, 0x41, 0xA4, 0x41, 0xA4, 0x42, 0x42, 0xA9, 0xA9, 0xAF, 0xA9, 0xAD, 0xA9, 0xAF,
    0xAF, 0xAF, 0xAF, 0xAF, 0xAF, 0x44, 0x44, 0x44, 0x44, 0x46, 0x46, 0x46, 0x46, 0x46, 0x47, 0x86,
    0x47, 0x47, 0x47, 0x47, 0x48, 0x48, 0x48, 0x48, 0x48, 0x48, 0x48, 0x48, 0xCC, 0xCC, 0xCC, 0x48,
    0xCC, 0xCC, 0xCC, 0xCC, 0xD4, 0x47, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xDD, 0xDE, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xE9, 0x00, 0x00, 0x00, 0x00, 0x2F, 0x31,
    0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0x34, 0x36, 0x3A, 0xFD, 0xFE, 0x47,
};

static bool between(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }

bool rz_is_mark(uint32_t c) {
    if (c < 0x700)
        return c == 0x640 || between(c, 0x64B, 0x65F) || c == 0x670 || c == 0x674 || between(c, 0x300, 0x36F) || between(c, 0x610, 0x61A) ||
               (between(c, 0x6D6, 0x6ED) && c != 0x6DD && c != 0x6DE && c != 0x6E9);
    return between(c, 0x898, 0x89F) || (between(c, 0x8CA, 0x8FF) && c != 0x8E2) || between(c, 0xFC5E, 0xFC63) || between(c, 0xFCF2, 0xFCF4) ||
           between(c, 0xFE70, 0xFE7F);
}

static bool dropped(uint32_t c) {
    return c < 0x20 || between(c, 0x7F, 0x9F) || c == 0xAD || c == 0x180E ||
           between(c, 0x200E, 0x200F) || between(c, 0x202A, 0x202E) || between(c, 0x2060, 0x206F) || between(c, 0xFE00, 0xFE0F) ||
           c == 0xFEFF || between(c, 0xFFF9, 0xFFFB) || between(c, 0xE0000, 0xE0FFF);
}

static bool space(uint32_t c) {
    return between(c, 0x09, 0x0D) || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 || between(c, 0x2000, 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* What stood for the joiner: the zero-width space and joiner, the byte 9D of an old code page, the not sign of old type. */
static bool joiner(uint32_t c) { return c == JOINER || c == 0x200B || c == 0x200D || c == 0x9D || c == 0xAC; }

/* Digits of other scripts; their zeros, in order. */
static uint32_t digit(uint32_t c) {
    static const uint32_t zeros[] = {
        0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040,
        0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
        0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450,
        0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0,
        0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1,
        0x1E950, 0x1FBF0};
    for (uint32_t i = 0; i < sizeof zeros / sizeof *zeros && c >= zeros[i]; i++)
        if (c <= zeros[i] + 9u) return '0' + (c - zeros[i]);
    if (between(c, 0x1D7CE, 0x1D7FF)) return '0' + (c - 0x1D7CE) % 10;
    return 0;
}

uint32_t rz_fold_letter(uint32_t c, uint32_t *out) {
    if (c == RZ_UTF8_BAD) c = ' ';
    out[0] = c;
    if (between(c, 0x21, 0x7E)) return 1;
    if (between(c, 0x600, 0x6FF)) {
        out[0] = 0x600u + arabic[c - 0x600];
        return arabic[c - 0x600] != 0;
    }
    if (space(c)) out[0] = ' ';
    else if (joiner(c)) out[0] = JOINER;
    else if (dropped(c) || rz_is_mark(c)) return 0;
    else if (between(c, 0xFF01, 0xFF5E)) out[0] = c - 0xFF01 + '!';
    else if (between(c, 0x750, 0x77F) || between(c, 0x8A0, 0x8C9) || between(c, 0xFB50, 0xFEFF) || between(c, 0x1EE00, 0x1EEBB)) {
        uint32_t n = rz_fold_form(c, out);
        if (n) return n;
        out[0] = c;
    } else if (c >= 0x7C0 && (out[0] = digit(c)) == 0) out[0] = c;
    return 1;
}

/* ---- a text ---- */

typedef struct {
    rz_arena *arena;
    char *norm;
    size_t room;
    uint32_t n;
    RZ_VEC(rz_stretch) stretches;
    uint32_t joiner; /* where in the source one stands that is not yet written; RZ_NONE: nowhere */
    bool letter;     /* what was written last can take a joiner */
    bool loose;      /* what only decorates is left out */
} folder;

/* What is written next comes from that byte of the source. */
static void comes_from(folder *f, uint32_t from) {
    const rz_stretch *last = f->stretches.n ? &f->stretches.at[f->stretches.n - 1] : NULL;
    if (last && from - last->src == f->n - last->norm) return;
    *RZ_PUSH(f->arena, &f->stretches) = (rz_stretch){f->n, from};
}

static void put(folder *f, uint32_t c, uint32_t from) {
    comes_from(f, from);
    f->n += rz_utf8_put(c, f->norm + f->n);
}

static bool takes_joiner(uint32_t c) { return between(c, 0x620, 0x6FF) && c != 0x66A && c != 0x66B && c != 0x66C && c != 0x6D4; }

/* A joiner is kept once, and only between letters: before what comes now, if that takes one. */
static void settle_joiner(folder *f, bool letter) {
    if (letter && f->joiner != RZ_NONE) put(f, JOINER, f->joiner);
    f->joiner = RZ_NONE;
}

static void put_letter(folder *f, uint32_t c, uint32_t from) {
    if (c == JOINER) {
        if (f->letter && f->joiner == RZ_NONE) f->joiner = from;
        return;
    }
    f->letter = takes_joiner(c);
    settle_joiner(f, f->letter);
    put(f, c, from);
}

/* A madda or hamza typed as a mark of its own belongs to the letter before. */
static void compose(folder *f, uint32_t mark) {
    if (f->n < 2 || (unsigned char)f->norm[f->n - 2] < 0xD8) return;
    uint32_t base = ((uint32_t)(f->norm[f->n - 2] & 0x1F) << 6) | (f->norm[f->n - 1] & 0x3F), c = 0;
    if (mark == 0x653 && base == 0x627) c = 0x622;
    if (mark == 0x654) c = base == 0x627 ? 0x623 : base == 0x648 ? 0x624 : base == 0x6CC ? 0x626 : 0;
    if (c) rz_utf8_put(c, f->norm + f->n - 2);
}

/* Room for as much as is left, and for what one character becomes. Few become more than they were. */
static void make_room(folder *f, uint32_t left) {
    if (f->room - f->n >= left + (size_t)SPARE) return;
    size_t room = 2 * (f->n + left + (size_t)SPARE);
    char *norm = rz_alloc_bare(f->arena, room);
    memcpy(norm, f->norm, f->n);
    f->norm = norm, f->room = room;
}

/* The stretching line (D9 80) between spaces stands for a dash: «نمونه ـ جهان». */
static bool is_dash(const unsigned char *p, uint32_t i, uint32_t size) {
    return (i == 0 || p[i - 1] <= ' ') && (i + 2 >= size || p[i + 2] <= ' ');
}

/* What stays as it is wherever it stands: ASCII, and the letters and digits that others become. */
static void know_clean(rz_clean *clean, bool loose) {
    for (uint32_t t = 0; t < 256; t++) /* madda and hamza are composed */
        if (arabic[t] == t && t != HE_WITH_YE && t != 0x53 && t != 0x54) clean->pair[t >> 6] |= 1ull << (t & 63);
    clean->ascii[0] = ~0ull << ' ' & ~(1ull << '&'); /* it may begin an entity */
    clean->ascii[1] = ~0ull >> 1;
    if (loose) clean->ascii[0] &= ~(1ull << '*' | 1ull << '<'), clean->ascii[1] &= ~(1ull << ('\\' - 64));
    clean->pair[0] &= ~1ull; /* 0 says «left out» */
    rz_clean_make(clean);
}

static uint32_t character(const char *p) {
    return (unsigned char)*p < 0xC0 ? (unsigned char)*p : (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F); /* of those that are clean */
}

static void put_run(folder *f, const char *src, uint32_t i, uint32_t n) {
    const char *last = src + i + n - 1;
    settle_joiner(f, takes_joiner(character(src + i)));
    comes_from(f, i);
    memcpy(f->norm + f->n, src + i, n);
    f->n += n;
    f->letter = takes_joiner(character((unsigned char)*last < 0x80 ? last : last - 1));
}

/* «&zwnj;», «&#1740;», which a crawl left in plain text; length 0: none. */
static uint32_t entity_at(const char *p, uint32_t size, uint32_t *length) {
    enum { LONGEST = 16 };
    const char *end = *p == '&' ? memchr(p, ';', size < LONGEST ? size : LONGEST) : NULL;
    uint32_t c = 0, n = end ? (uint32_t)(end - p) + 1 : 0;
    *length = n && rz_leftover_entity(p, n, &c) == n ? n : 0;
    return c;
}

/* ---- what only decorates ---- */

static bool is_emoji(uint32_t c) { return between(c, 0x1F000, 0x1FAFF) || between(c, 0x2600, 0x27BF) || between(c, 0x25A0, 0x25FF) || between(c, 0x2B00, 0x2BFF); }

static bool is_flag(uint32_t c) { return between(c, 0x1F1E6, 0x1F1FF); }

/* Does a letter, or a quotation mark, of two bytes stand there? */
static bool is_written_on(const char *p, uint32_t size) {
    const unsigned char *u = (const unsigned char *)p;
    return size >= 2 && ((u[0] >= 0xD8 && u[0] <= 0xDB) || (u[0] == 0xC2 && (u[1] == 0xAB || u[1] == 0xBB)));
}

/* «**X**», «\"X\"», «<b>X</b>», «🇮🇷ایران», «🔹 ایران» at the head of a line: how many bytes of it say nothing; `blank`: they part words. */
static uint32_t decoration_at(const char *src, uint32_t i, uint32_t size, uint32_t c, uint32_t length, bool *blank) {
    enum { LONGEST_TAG = 2000, MOST_STARS = 3 };
    const char *p = src + i;
    uint32_t left = size - i, n = 0;
    *blank = false;
    if (c == '\\') return left > 1 && p[1] == '"' ? 1 : 0;
    if (c == '<') {
        const char *end = memchr(p, '>', left < LONGEST_TAG ? left : LONGEST_TAG);
        n = end ? (uint32_t)(end - p) + 1 : 0;
        return n && rz_leftover_tag(p, n, blank) == n ? n : 0;
    }
    if (c == '*') {
        if (i && p[-1] == '*') return 0; /* a row of them */
        while (n < left && n <= MOST_STARS && p[n] == '*') n++;
        bool behind = i > 1 && is_written_on(p - 2, 2), ahead = is_written_on(p + n, left - n); /* «Arbeitnehmer*innen», «*Mit der …» stay */
        *blank = behind && ahead;
        return n <= MOST_STARS && (behind || ahead) ? n : 0;
    }
    if (!is_emoji(c)) return 0;
    bool head = i == 0 || p[-1] == '\n';
    *blank = i > 1 && is_written_on(p - 2, 2); /* «سفر کرد🔹وزیر» */
    return is_flag(c) || head || is_written_on(p + length, left - length) ? length : 0;
}

static uint32_t put_other(folder *f, const char *src, uint32_t i, uint32_t size) {
    uint32_t length, folded[RZ_FOLD_MOST], c = entity_at(src + i, size - i, &length);
    if (!length) c = rz_utf8_next(src + i, src + size, &length);
    make_room(f, size - i);
    bool blank = false;
    uint32_t none = f->loose ? decoration_at(src, i, size, c, length, &blank) : 0;
    if (none && blank) put_letter(f, ' ', i);
    if (none) return none;
    if (between(c, 0x653, 0x654)) compose(f, c);
    uint32_t count = rz_fold_letter(c, folded);
    if (c == 0x640 && is_dash((const unsigned char *)src, i, size)) folded[0] = '-', count = 1;
    for (uint32_t k = 0; k < count; k++) put_letter(f, folded[k], i);
    return length;
}

static void fold(rz_arena *arena, const char *src, uint32_t size, bool loose, rz_text *out) {
    folder f = {.arena = arena, .room = size + (size_t)SPARE, .joiner = RZ_NONE, .loose = loose};
    rz_clean clean = {.run = NULL};
    f.norm = rz_alloc_bare(arena, f.room);
    bool by_runs = size > SHORT; /* of a name, each character by itself is sooner told */
    if (by_runs) know_clean(&clean, loose);
    for (uint32_t i = 0; i < size;) {
        uint32_t n = by_runs ? (uint32_t)clean.run(&clean, src + i, size - i) : 0;
        if (n) put_run(&f, src, i, n), i += n;
        if (i == size) break;
        out->he_with_ye |= i + 1 < size && (unsigned char)src[i] == 0xDB && (unsigned char)src[i + 1] == 0x80;
        i += put_other(&f, src, i, size);
    }
    comes_from(&f, size);
    if (f.stretches.at[f.stretches.n - 1].norm < f.n) *RZ_PUSH(arena, &f.stretches) = (rz_stretch){f.n, size};
    memset(f.norm + f.n, 0, RZ_BEHIND_NORM);
    out->src = src;
    out->src_size = size;
    out->norm = f.norm;
    out->norm_size = f.n;
    out->stretches = f.stretches.at;
    out->n_stretches = f.stretches.n;
}

void rz_fold(rz_arena *arena, const char *src, uint32_t size, rz_text *out) { fold(arena, src, size, false, out); }

void rz_fold_loose(rz_arena *arena, const char *src, uint32_t size, rz_text *out) { fold(arena, src, size, true, out); }
