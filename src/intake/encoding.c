/* Pages in other encodings than UTF-8, by what they declare. */
#include "base/error.h"
#include "base/utf8.h"
#include "intake/page.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <strings.h>

enum { DECLARED_WITHIN = 4096, NAME_MAX_ = 40 };

/* The value of the first charset= near the page's beginning; false where none is declared. */
static bool declared_charset(rz_str page, char name[NAME_MAX_]) {
    static const char key[] = "charset=";
    const char *end = page.at + (page.size < DECLARED_WITHIN ? page.size : DECLARED_WITHIN);
    for (const char *p = page.at; p + sizeof key < end; p++) {
        if (strncasecmp(p, key, sizeof key - 1) != 0) continue;
        p += sizeof key - 1;
        if (p < end && (*p == '"' || *p == '\'')) p++;
        size_t n = 0;
        while (p < end && n < NAME_MAX_ - 1 && (isalnum((unsigned char)*p) || strchr("-_.:", *p))) name[n++] = *p++;
        name[n] = 0;
        return n > 0;
    }
    return false;
}

/* Converts all of the page, a bad byte to U+FFFD; out NULL: only counts. */
static size_t convert(iconv_t converter, rz_str page, char *out) {
    char buffer[4096], *from = (char *)(uintptr_t)page.at;
    size_t left = page.size, n = 0;
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
        if (out) memcpy(out + n, buffer, (size_t)(to - buffer));
        n += (size_t)(to - buffer);
        if (left == before && to == buffer) break; /* a converter that neither reads nor complains */
    }
    return n;
}

bool rz_page_utf8(rz_arena *arena, rz_str *page, rz_error *error) {
    if (page->size >= 3 && memcmp(page->at, "\xEF\xBB\xBF", 3) == 0) page->at += 3, page->size -= 3;
    size_t bad = rz_utf8_check(page->at, page->size);
    if (bad == page->size) return true; /* whatever it declares */
    char name[NAME_MAX_];
    if (!declared_charset(*page, name) || strncasecmp(name, "utf", 3) == 0)
        return rz_fail(error, RZ_NOT_UTF8, bad, "byte %zu of the page is not UTF-8 and no other encoding is declared", bad);
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1 && errno == ENOMEM) return rz_fail(error, RZ_NO_MEMORY, 0, "no memory to convert the page from %s", name);
    if (converter == (iconv_t)-1)
        return rz_fail(error, RZ_NOT_UTF8, bad, "byte %zu of the page is not UTF-8 and its declared encoding %s is not known", bad, name);
    size_t size = convert(converter, *page, NULL);
    iconv_close(converter); /* not held across the allocation */
    if (size > UINT32_MAX / 2) return rz_fail(error, RZ_TOO_LONG, 0, "the page is too long");
    char *text = rz_alloc(arena, size + 1);
    converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) return rz_fail(error, RZ_NO_MEMORY, 0, "no memory to convert the page from %s", name);
    convert(converter, *page, text);
    iconv_close(converter);
    *page = (rz_str){text, (uint32_t)size};
    return true;
}
