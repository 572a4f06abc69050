/* Whether a text may hold a time, told from its bytes as they stand, before anything else is made of them. What is passed over
 * holds none; what is not may. */
#include "base/utf8.h"
#include "mention/time_words.h"
#include "text/apart.h"

enum { BITS = 16 };

static uint32_t slot(uint8_t a, uint8_t b, uint8_t c) {
    return (((uint32_t)a * RZ_LETTER_CODES + b) * RZ_LETTER_CODES + c) * 0x9E3779B1u >> (32 - BITS);
}

static bool in(const uint64_t *bits, uint32_t i) { return bits[i / 64] >> i % 64 & 1; }
static void put(uint64_t *bits, uint32_t i) { bits[i / 64] |= 1ull << i % 64; }

static void make_looks(rz_time_table *t);

void rz_time_quick_make(rz_arena *arena, const struct rz_apart *apart, rz_time_table *t) {
    t->threes = RZ_NEW_N(arena, uint64_t, (1u << BITS) / 64);
    t->twos = RZ_NEW_N(arena, uint64_t, RZ_LETTER_CODES * RZ_LETTER_CODES / 64 + 1);
    t->before = RZ_NEW_N(arena, uint64_t, RZ_LETTER_CODES * RZ_LETTER_CODES / 64 + 1);
    for (uint32_t i = 0; i < t->n_openings; i++) {
        const uint8_t *w = t->openings[i].letters;
        if (t->openings[i].n == 2) put(t->twos, w[0] * RZ_LETTER_CODES + w[1]);
        else put(t->threes, slot(w[0], w[1], w[2]));
    }
    for (uint32_t i = 0; i < apart->glued_start.n; i++) {
        const rz_form *f = &apart->glued_start.at[i];
        if (f->n == 2) put(t->before, f->letters[0] * RZ_LETTER_CODES + f->letters[1]);
    }
    make_looks(t);
}

/* A character as it stands: its letter, or what else it is. */
typedef enum { BREAK, PASSED_OVER = RZ_LETTER_CODES /* a mark, a joiner */, UNSURE /* a digit, a letter of another keyboard */ } what;

static bool is_letter(uint8_t c) { return c && c < RZ_LETTER_CODES; }

static uint8_t look_arabic(uint32_t c) {
    uint8_t code = rz_arabic_codes[c & 0xFF];
    if (code) return code < RZ_CODE_LATIN ? UNSURE : code;
    if (c == 0x640 || (c >= 0x64B && c <= 0x65F) || c == 0x670) return PASSED_OVER;
    return c >= 0x620 && c != 0x66A && c != 0x66B && c != 0x66C && c != 0x6D4 ? UNSURE : BREAK;
}

static void make_looks(rz_time_table *t) {
    for (uint32_t c = 0x600; c < 0x700; c++) t->arabic[c & 0xFF] = look_arabic(c);
    for (uint32_t c = 0; c < 0x80; c++) t->ascii[c] = c >= '0' && c <= '9' ? UNSURE : rz_letter_code(c);
}

static inline bool is_arabic(const unsigned char *p, const unsigned char *end) { return (*p & 0xFC) == 0xD8 && end - p > 1 && (p[1] & 0xC0) == 0x80; }

/* What stands there, and how many bytes it has. */
static inline uint8_t look(const rz_time_table *t, const unsigned char *p, const unsigned char *end, uint32_t *length) {
    *length = 2;
    if (is_arabic(p, end)) return t->arabic[(p[0] & 3) << 6 | (p[1] & 0x3F)];
    *length = 1;
    if (*p < 0x80) return t->ascii[*p];
    if (*p == 0xE2 && end - p > 2 && p[1] == 0x80) {
        *length = 3;
        return p[2] == 0x8C ? PASSED_OVER : BREAK;
    }
    *length = 2;
    return *p == 0xC2 && end - p > 1 ? BREAK : UNSURE; /* « » */
}

/* The letters from a word's first on, over blanks too («سه شنبه» is one word), and after which of them a word may end. */
static uint32_t letters_from(const rz_time_table *t, const unsigned char *p, const unsigned char *end, uint32_t most, uint8_t out[RZ_TIME_OPENING_MOST], uint64_t *ends) {
    uint32_t n = 0;
    *ends = 0;
    for (uint32_t length; p < end; p += length) {
        uint8_t is = look(t, p, end, &length);
        if (is == UNSURE) break;
        if (is_letter(is) && n == most) return n;
        if (is_letter(is)) out[n++] = is;
        else if (n) *ends |= 1ull << (n - 1);
    }
    if (n) *ends |= 1ull << (n - 1);
    return n;
}

static bool opens(const rz_time_table *t, const unsigned char *p, const unsigned char *end, uint32_t pair) {
    uint8_t letters[RZ_TIME_OPENING_MOST];
    uint64_t ends;
    uint32_t n = letters_from(t, p, end, t->longest[pair], letters, &ends);
    if (n < 2) return false;
    for (uint32_t i = t->opens[pair]; i < t->opens[pair + 1]; i++) {
        const rz_time_opening *o = &t->openings[i];
        if (o->n > n || memcmp(o->letters, letters, o->n)) continue;
        if (ends >> (o->n - 1) & 1 || (o->n < n && ends >> o->n & 1 && rz_time_ezafe(letters, o->n, letters[o->n]))) return true;
    }
    return false;
}

/* The last three letters, and where they stand. */
typedef struct {
    uint8_t letter[3];
    const unsigned char *at[3]; /* NULL: no word begins with it */
    uint32_t length;            /* letters of the word under way */
} window;

static inline bool take(const rz_time_table *t, window *w, uint8_t code, const unsigned char *p, const unsigned char *end) {
    w->letter[0] = w->letter[1], w->letter[1] = w->letter[2], w->letter[2] = code;
    w->at[0] = w->at[1], w->at[1] = w->at[2];
    bool begins = w->length == 0 || (w->length == 2 && in(t->before, w->letter[0] * RZ_LETTER_CODES + w->letter[1])); /* «درژوئن» */
    w->at[2] = begins ? p : NULL;
    w->length++;
    return w->at[0] && in(t->threes, slot(w->letter[0], w->letter[1], w->letter[2])) && opens(t, w->at[0], end, w->letter[0] * RZ_LETTER_CODES + w->letter[1]);
}

static inline bool end_word(const rz_time_table *t, window *w, const unsigned char *end) {
    uint32_t pair = w->letter[1] * RZ_LETTER_CODES + w->letter[2];
    bool two = w->length >= 2 && w->at[1] && in(t->twos, pair) && opens(t, w->at[1], end, pair);
    w->length = 0;
    return two;
}

bool rz_times_quick(const rz_time_table *t, const char *bytes, size_t size) {
    const unsigned char *p = (const unsigned char *)bytes, *end = p + size;
    window w = {0};
    for (uint32_t length; p < end; p += length) {
        uint8_t is = look(t, p, end, &length);
        if (is_letter(is) ? take(t, &w, is, p, end) : is == BREAK ? end_word(t, &w, end) : is == UNSURE) return true;
    }
    return end_word(t, &w, end);
}
