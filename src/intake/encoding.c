/* Text in other encodings than UTF-8: by its mark, by what is declared, else by looking at the letters that it would have. */
#include "base/error.h"
#include "base/utf8.h"
#include "intake/page.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <strings.h>

enum {
    DECLARED_WITHIN = 8192,
    NAME_MAX_ = 40,
    SAMPLE = 16 << 10, /* bytes that are looked at */
    FEW = 20,          /* so many good characters to a bad one are UTF-8 with damage */
    SURE = 70,         /* of a hundred characters that are not ASCII, so many are of Persian text */
    NONE = -1, NO_MEMORY = -2,
    NO_SCRAP = 1024,   /* bytes of a page that is taken for what it most likely is, rather than refused */
    LEAST = 8          /* of fewer nothing is guessed */
};

/* Is the tag around it a <meta>? That of a script or style sheet is not of the page. */
static bool in_meta(const char *page, const char *p) {
    static const char tag[] = "<meta";
    while (p > page && *p != '<') p--;
    return strncasecmp(p, tag, sizeof tag - 1) == 0;
}

/* The value of the first charset= near the page's beginning; false where none is declared. */
static bool declared_charset(rz_str page, char name[NAME_MAX_]) {
    static const char key[] = "charset=";
    const char *end = page.at + (page.size < DECLARED_WITHIN ? page.size : DECLARED_WITHIN);
    for (const char *p = page.at; p + sizeof key < end; p++) {
        if (strncasecmp(p, key, sizeof key - 1) != 0 || !in_meta(page.at, p)) continue;
        p += sizeof key - 1;
        if (p < end && (*p == '"' || *p == '\'')) p++;
        size_t n = 0;
        while (p < end && n < NAME_MAX_ - 1 && (isalnum((unsigned char)*p) || strchr("-_.:", *p))) name[n++] = *p++;
        name[n] = 0;
        return n > 0;
    }
    return false;
}

/* Converts the text as far as there is room, a bad byte to U+FFFD; out NULL: only counts. A byte of an encoding may come to four
 * characters (0x82 of TSCII). */
static size_t convert(iconv_t converter, rz_str text, char *out, size_t most) {
    char buffer[4096], *from = (char *)(uintptr_t)text.at;
    size_t left = text.size, n = 0;
    iconv(converter, NULL, NULL, NULL, NULL);
    while (left) {
        char *to = buffer;
        size_t room = sizeof buffer - 4, before = left;
        size_t got = iconv(converter, &from, &left, &to, &room);
        int why = got == (size_t)-1 ? errno : 0;
        if (why && why != E2BIG && left) { /* EILSEQ, EINVAL */
            to += rz_utf8_put(0xFFFD, to);
            from++, left--;
        }
        size_t here = (size_t)(to - buffer);
        if (here > most - n) here = most - n;
        if (out) memcpy(out + n, buffer, here);
        n += here;
        if (n == most) break;
        if (left == before && to == buffer) break; /* a converter that neither reads nor complains */
    }
    return n;
}

/* A replacement character for each byte that is not UTF-8. */
static bool mend(rz_arena *arena, rz_str *text, rz_error *error) {
    static const char lost[] = "\xEF\xBF\xBD";
    enum { LOST = sizeof lost - 1 };
    size_t size = text->size, bad = 0, n = 0;
    for (size_t at = 0; (at += rz_utf8_check(text->at + at, size - at)) < size; at++) bad++;
    if (!bad) return true;
    if (size + bad * (LOST - 1) > UINT32_MAX / 2) return rz_fail(error, RZ_TOO_LONG, 0, "the text is too long");
    char *out = rz_alloc(arena, size + bad * (LOST - 1) + 1);
    for (size_t at = 0, good; at < size; at += good + 1) {
        good = rz_utf8_check(text->at + at, size - at);
        memcpy(out + n, text->at + at, good);
        n += good;
        if (at + good < size) memcpy(out + n, lost, LOST), n += LOST;
    }
    *text = (rz_str){out, (uint32_t)n};
    return true;
}

/* Some converters let through what is no UTF-8: what is beyond the last plane. */
static bool convert_all(rz_arena *arena, rz_str *text, const char *name, rz_error *error) {
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) return rz_fail(error, RZ_NO_MEMORY, 0, "no memory to convert the text from %s", name);
    size_t size = convert(converter, *text, NULL, SIZE_MAX);
    iconv_close(converter); /* not held across the allocation */
    if (size > UINT32_MAX / 2) return rz_fail(error, RZ_TOO_LONG, 0, "the text is too long");
    char *bytes = rz_alloc(arena, size + 1);
    converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) return rz_fail(error, RZ_NO_MEMORY, 0, "no memory to convert the text from %s", name);
    convert(converter, *text, bytes, size);
    iconv_close(converter);
    *text = (rz_str){bytes, (uint32_t)size};
    return mend(arena, text, error);
}

/* ---- looking at the letters ---- */

/* Is it a letter, digit or sign that Persian text is written with? */
static bool is_persian(uint32_t c) {
    if (c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6A9 || c == 0x6AF || c == 0x6CC || c == 0x6C0 || c == 0x200C) return true;
    if (c >= 0x6F0 && c <= 0x6F9) return true;
    return (c >= 0x627 && c <= 0x64A && c != 0x63B && c != 0x640) || c == 0x622 || c == 0x626 || c == 0x60C || c == 0x61B || c == 0x61F || c == 0xAB || c == 0xBB;
}

/* Of a hundred characters that are not ASCII, how many are of Persian text, none of whose letters stands behind a Latin one («Verhنltnis» was written
 * in another encoding); NONE: the encoding is not known. *all: how many there are. */
static int persian_share(rz_str text, const char *name, size_t *all) {
    char out[3 * SAMPLE + 64];
    iconv_t converter = iconv_open("UTF-8", name);
    *all = 0;
    if (converter == (iconv_t)-1) return errno == ENOMEM ? NO_MEMORY : NONE;
    if (text.size > SAMPLE) text.size = SAMPLE;
    const char *p = out, *end = out + (text.size ? convert(converter, text, out, sizeof out) : 0);
    iconv_close(converter);
    size_t good = 0;
    bool latin = false; /* the one before is a Latin letter */
    for (uint32_t length; p < end; p += length) {
        uint32_t c = rz_utf8_next(p, end, &length);
        bool ascii = (c < 0x80 && c >= ' ') || c == '\n' || c == '\r' || c == '\t';
        *all += !ascii;
        good += !ascii && !latin && is_persian(c);
        latin = ascii && isalpha((int)c);
    }
    return *all ? (int)(good * 100 / *all) : 0;
}

/* From where the sample has the most to say: a page begins with its head, in ASCII. */
static rz_str sample_of(rz_str text) {
    size_t first = 0;
    while (first < text.size && (unsigned char)text.at[first] < 0x80 && text.at[first]) first++;
    first -= first % 2;
    return (rz_str){text.at + first, text.size - (uint32_t)first};
}

/* NULL: nothing fits, or memory ran out (*no_memory). */
static const char *guessed(rz_str text, bool *no_memory) {
    static const char *const known[] = {"windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE"};
    const char *best = NULL;
    int most = SURE - 1;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t all;
        int share = persian_share(sample_of(text), known[i], &all);
        *no_memory |= share == NO_MEMORY;
        if (share > most && all >= LEAST) most = share, best = known[i];
    }
    return best;
}

/* ---- which ---- */

static bool begins(rz_str text, const char *mark, uint32_t n) { return text.size >= n && !memcmp(text.at, mark, n); }

/* Bad bytes among many good characters: it is UTF-8, and damaged. */
static bool is_damaged_utf8(rz_str text) {
    size_t good = 0, bad = 0;
    for (const char *p = text.at, *end = text.at + (text.size < SAMPLE ? text.size : SAMPLE); p < end;) {
        uint32_t length, c = rz_utf8_next(p, end, &length);
        good += c >= 0x80 && c != RZ_UTF8_BAD;
        bad += c == RZ_UTF8_BAD;
        p += length;
    }
    return good > bad * FEW || (bad == 0 && good);
}

/* NULs at every second byte, or the letters that text in UTF-16 would have. */
static const char *utf16_of(rz_str text) {
    if (begins(text, "\xFF\xFE", 2)) return "UTF-16LE";
    if (begins(text, "\xFE\xFF", 2)) return "UTF-16BE";
    if (text.size < 4 || !memchr(text.at, 0, text.size < SAMPLE ? text.size : SAMPLE)) return NULL;
    size_t all;
    int little = persian_share(text, "UTF-16LE", &all), big = persian_share(text, "UTF-16BE", &all);
    return little >= SURE && little > big ? "UTF-16LE" : big >= SURE ? "UTF-16BE" : NULL;
}

bool rz_is_utf16(rz_str text) { return utf16_of(text) != NULL; }

/* Encodings that are declared where more than they hold is meant (https://encoding.spec.whatwg.org/#names-and-labels). */
static const char *wider(const char *name) {
    static const char *const meant[][2] = {{"gb2312", "GB18030"}, {"gbk", "GB18030"}, {"iso-8859-1", "windows-1252"}, {"us-ascii", "windows-1252"},
                                           {"shift_jis", "CP932"}, {"ks_c_5601-1987", "CP949"}, {"euc-kr", "CP949"}};
    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
        if (strcasecmp(name, meant[i][0]) == 0) return meant[i][1];
    return name;
}

/* What is declared, if text in it would be of this world. */
static const char *believed(rz_str text, const char *name, bool *no_memory) {
    size_t all;
    if (!name || !*name || !strncasecmp(name, "utf-8", 5) || !strcasecmp(name, "utf8")) return NULL;
    int share = persian_share(sample_of(text), name, &all);
    *no_memory |= share == NO_MEMORY;
    const char *other = share < SURE ? guessed(text, no_memory) : NULL; /* a wrong declaration */
    return share < 0 || other ? other : name;
}

bool rz_text_utf8(rz_arena *arena, rz_str *text, const char *said, bool page, const char **encoding, rz_error *error) {
    char name[NAME_MAX_] = "";
    *encoding = "UTF-8";
    const char *wide = utf16_of(*text);
    if (wide) {
        *encoding = wide;
        if (begins(*text, "\xFF\xFE", 2) || begins(*text, "\xFE\xFF", 2)) text->at += 2, text->size -= 2;
        return convert_all(arena, text, wide, error);
    }
    size_t bad = rz_utf8_check(text->at, text->size);
    if (bad == text->size) return true; /* whatever it declares */
    bool damaged = is_damaged_utf8(*text);
    if (damaged && page) return mend(arena, text, error);
    if (damaged) return rz_fail(error, RZ_NOT_UTF8, bad, "byte %zu is not UTF-8; convert the text first, e.g. with iconv -t UTF-8", bad);
    bool no_memory = false;
    const char *chosen = believed(*text, said, &no_memory);
    if (!chosen && page && declared_charset(*text, name)) chosen = believed(*text, wider(name), &no_memory);
    if (!chosen) chosen = guessed(*text, &no_memory);
    if (!chosen && page && text->size >= NO_SCRAP && (!*name || !strncasecmp(name, "utf", 3))) chosen = "windows-1252"; /* as browsers take it */
    if (no_memory) return rz_fail(error, RZ_NO_MEMORY, 0, "no memory to tell in which encoding the text is");
    if (chosen) {
        *encoding = rz_copy(arena, chosen, strlen(chosen));
        return convert_all(arena, text, *encoding, error);
    }
    if (*name && strncasecmp(name, "utf", 3) != 0)
        return rz_fail(error, RZ_NOT_UTF8, bad, "byte %zu of the page is not UTF-8 and its declared encoding %s is not known", bad, name);
    return page ? rz_fail(error, RZ_NOT_UTF8, bad, "byte %zu of the page is not UTF-8 and no other encoding is declared", bad)
                : rz_fail(error, RZ_NOT_UTF8, bad, "byte %zu is not UTF-8; convert the text first, e.g. with iconv -t UTF-8", bad);
}
