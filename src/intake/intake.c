/* Tells text from pages by looking, refuses what is neither, and cuts plain text into lines. */
#include "intake/intake.h"

#include "base/error.h"
#include "base/utf8.h"
#include "intake/page.h"

#include <strings.h>

enum { PAGE_MAX = 64 << 20, LOOK_AT = 1024 };

/* White space, and the marks that show nothing: joiners, direction marks, the byte-order mark. */
static bool is_blank(uint32_t c) {
    if (c > 0xAD && c < 0x1680) return c == 0x61C;
    return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

static bool ends_line(uint32_t c) {
    if (c > 0x85 && c < 0x2028) return false;
    return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* U+0640 to U+06FF, where the text is UTF-8. */
static bool is_persian(const char *p) { return (unsigned char)p[0] > 0xD8 && (unsigned char)p[0] < 0xDC; }

/* One block a line that shows something, from its first visible character to its last. */
static void cut_lines(rz_arena *arena, rz_incoming *out) {
    RZ_VEC(rz_block) blocks = {0};
    const char *end = out->text + out->size;
    rz_span line = {0, 0};
    bool open = false;
    for (const char *p = out->text; p < end;) {
        uint32_t length, at = (uint32_t)(p - out->text);
        if (open && is_persian(p)) { /* most of a text */
            line.end = at + 2;
            p += 2;
            continue;
        }
        uint32_t c = rz_utf8_next(p, end, &length);
        p += length;
        if (open && ends_line(c)) {
            *RZ_PUSH(arena, &blocks) = (rz_block){.span = line};
            open = false;
        } else if (!is_blank(c)) {
            if (!open) line.start = at;
            line.end = at + length;
            open = true;
        }
    }
    if (open) *RZ_PUSH(arena, &blocks) = (rz_block){.span = line};
    out->blocks = blocks.at;
    out->n_blocks = blocks.n;
}

static bool starts_with(const char *p, const char *end, const char *word) {
    size_t n = strlen(word);
    return (size_t)(end - p) >= n && strncasecmp(p, word, n) == 0;
}

/* A page begins with a tag, or has one of those only a page has near its beginning. */
bool rz_looks_like_html(const char *bytes, size_t size) {
    static const char *const first[] = {"<!doctype html", "<html", "<head", "<body", "<div", "<p", "<article", "<section",
                                        "<main", "<h1", "<h2", "<h3", "<table", "<span", "<meta", "<title", "<script",
                                        "<link", "<style", "<!--", "<?xml"};
    const char *end = bytes + size, *p = bytes;
    if (size >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0) p += 3;
    while (p < end && (unsigned char)*p <= ' ') p++;
    for (size_t i = 0; p < end && *p == '<' && i < sizeof first / sizeof *first; i++) {
        size_t n = strlen(first[i]);
        if (starts_with(p, end, first[i]) && (first[i][1] == '!' || first[i][1] == '?' || p + n == end || strchr(" \t\r\n/>", p[n])))
            return true;
    }
    const char *stop = end - p > LOOK_AT ? p + LOOK_AT : end;
    for (; p < stop; p++)
        if (*p == '<' && (starts_with(p, end, "<!doctype html") || starts_with(p, end, "<html") || starts_with(p, end, "<body")))
            return true;
    return false;
}

/* Where the bytes are not text at all, what was seen first; size where they may be text. */
static size_t find_binary(const char *bytes, size_t size) {
    const char *nul = size ? memchr(bytes, 0, size) : NULL;
    if (nul) return (size_t)(nul - bytes);
    size_t look = size < LOOK_AT ? size : LOOK_AT, bad = rz_utf8_check(bytes, look), controls = 0, first = size;
    if (bad + 4 > look) return size; /* a character cut by the window is no sign of anything */
    for (size_t i = 0; i < look; i++)
        if ((unsigned char)bytes[i] < ' ' && !strchr("\t\n\v\f\r\x1b", bytes[i]) && controls++ == 0) first = i;
    return controls > look / 64 ? first : size;
}

/* By its mark; without one it is a binary file as well as another. */
static bool is_utf16(const char *bytes, size_t size) {
    return size >= 4 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static bool read_text(rz_arena *arena, const rz_input *input, rz_incoming *out, rz_error *error) {
    if (input->size > RZ_ARTICLE_MAX)
        return rz_fail(error, RZ_TOO_LONG, RZ_ARTICLE_MAX, "the text has %zu bytes; an article may have %u: split it", input->size,
                       RZ_ARTICLE_MAX);
    size_t bad = rz_utf8_check(input->bytes, input->size);
    if (bad < input->size)
        return rz_fail(error, RZ_NOT_UTF8, bad, "byte %zu is not UTF-8; convert the text first, e.g. with iconv -t UTF-8", bad);
    out->text = input->bytes;
    out->size = (uint32_t)input->size;
    out->is_input = true;
    cut_lines(arena, out);
    return true;
}

static bool read_page(rz_arena *arena, const rz_input *input, rz_incoming *out, rz_error *error) {
    if (input->size > PAGE_MAX)
        return rz_fail(error, RZ_TOO_LONG, PAGE_MAX, "the page has %zu bytes; a page may have %u", input->size, PAGE_MAX);
    out->is_html = true;
    rz_str page = {input->bytes, (uint32_t)input->size};
    return rz_page_utf8(arena, &page, error) && rz_page_read(arena, page, out, error);
}

bool rz_intake(rz_arena *arena, const rz_input *input, rz_incoming *out, rz_error *error) {
    rz_str none = RZ_STR("");
    *out = (rz_incoming){.text = "", .meta_title = none, .meta_site = none, .meta_url = none, .meta_published = none, .meta_language = none};
    if (input->size == 0) return rz_fail(error, RZ_EMPTY, 0, "it is empty: there is nothing to read");
    if (is_utf16(input->bytes, input->size))
        return rz_fail(error, RZ_NOT_UTF8, 0, "byte 0 begins text in UTF-16; convert it first, e.g. with iconv -f UTF-16 -t UTF-8");
    size_t binary = find_binary(input->bytes, input->size);
    if (binary < input->size)
        return rz_fail(error, RZ_NOT_TEXT, binary, "byte %zu is not of a text: this looks like a binary file", binary);
    bool done = rz_looks_like_html(input->bytes, input->size) ? read_page(arena, input, out, error)
                                                              : read_text(arena, input, out, error);
    if (done && out->meta_url.size == 0 && input->url)
        out->meta_url = (rz_str){rz_copy(arena, input->url, strlen(input->url)), (uint32_t)strlen(input->url)};
    if (done && out->n_blocks == 0) return rz_fail(error, RZ_EMPTY, 0, "there is no text in it: nothing to read");
    return done;
}
