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
}

/* The last three letters, over blanks too: «سه شنبه» is one word. */
typedef struct {
    const rz_time_table *table;
    uint8_t letter[3];
    bool begins[3]; /* a word may begin with it */
    uint32_t length; /* letters of the word under way */
} window;

static bool take(window *w, uint8_t code) {
    w->letter[0] = w->letter[1], w->letter[1] = w->letter[2], w->letter[2] = code;
    w->begins[0] = w->begins[1], w->begins[1] = w->begins[2];
    w->begins[2] = w->length == 0 || (w->length == 2 && in(w->table->before, w->letter[0] * RZ_LETTER_CODES + w->letter[1])); /* «درژوئن» */
    w->length++;
    return w->begins[0] && in(w->table->threes, slot(w->letter[0], w->letter[1], w->letter[2]));
}

static bool end_word(window *w) {
    bool two = w->length >= 2 && w->begins[1] && in(w->table->twos, w->letter[1] * RZ_LETTER_CODES + w->letter[2]);
    w->length = 0;
    return two;
}

/* Marks within a word; a joiner. */
static bool passed_over(const unsigned char *p) {
    uint32_t c = (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    return c == 0x640 || (c >= 0x64B && c <= 0x65F) || c == 0x670;
}

bool rz_times_quick(const rz_time_table *t, const char *bytes, size_t size) {
    const unsigned char *p = (const unsigned char *)bytes, *end = p + size;
    window w = {.table = t};
    while (p < end) {
        uint8_t code = 0;
        uint32_t length = 1;
        if (*p < 0x80) {
            if (*p >= '0' && *p <= '9') return true;
            code = rz_letter_code(*p);
        } else if ((*p & 0xFC) == 0xD8 && end - p > 1 && (p[1] & 0xC0) == 0x80) {
            length = 2;
            code = rz_arabic_codes[(p[0] & 0x03) << 6 | (p[1] & 0x3F)];
            if (code && code < RZ_CODE_LATIN) return true; /* a digit */
            if (!code && passed_over(p)) {
                p += 2;
                continue;
            }
            if (!code && *p != 0xD8) return true; /* a letter of another keyboard */
        } else if (*p == 0xE2 && end - p > 2 && p[1] == 0x80) {
            length = 3;
            if (p[2] == 0x8C) {
                p += 3;
                continue;
            }
        } else if (*p == 0xC2 && end - p > 1) length = 2; /* « » */
        else return true;
        p += length;
        if (code ? take(&w, code) : end_word(&w)) return true;
    }
    return end_word(&w);
}
