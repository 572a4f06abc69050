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

/* Goes on to what ends the line, or to the end. Eight bytes are passed at a time that hold no control and begin no sign of three bytes;
 * nor U+0085, which begins with C2. */
static const char *line_end(const char *p, const char *end) {
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    while (p < end) {
        for (uint64_t x, low, c2, e2; end - p >= 8; p += 8) {
            memcpy(&x, p, 8);
            low = (x - ones * 0x20) & ~x, c2 = x ^ ones * 0xC2, e2 = x ^ ones * 0xE2;
            if ((low | ((c2 - ones) & ~c2) | ((e2 - ones) & ~e2)) & tops) break;
        }
        const char *stop = end - p > 8 ? p + 8 : end;
        for (uint32_t length; p < stop; p += length)
            if (ends_line(rz_utf8_next(p, end, &length))) return p;
    }
    return end;
}

/* The character before p. */
static const char *before(const char *p, const char *from) {
    for (p--; p > from && ((unsigned char)*p & 0xC0) == 0x80;) p--;
    return p;
}

/* One block a line that shows something, from its first visible character to its last. */
static void cut_lines(rz_arena *arena, rz_incoming *out) {
    RZ_VEC(rz_block) blocks = {0};
    const char *end = out->text + out->size, *next;
    uint32_t length;
    for (const char *p = out->text; p < end; p = next) {
        const char *stop = line_end(p, end), *last = stop, *prior;
        next = stop;
        if (stop < end) rz_utf8_next(stop, end, &length), next += length;
        for (; p < stop && is_blank(rz_utf8_next(p, end, &length)); p += length) {}
        if (p >= stop) continue;
        while (prior = before(last, p), is_blank(rz_utf8_next(prior, end, &length))) last = prior;
        *RZ_PUSH(arena, &blocks) = (rz_block){.span = {(uint32_t)(p - out->text), (uint32_t)(last - out->text)}};
    }
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
                                        "<link", "<style", "<!--", "<?xml", "<br", "<b", "<center", "<font", "<header",
                                        "<ul", "<ol", "<form", "<base", "<noscript", "<blockquote", "<strong"};
    const char *end = bytes + size, *p = bytes;
    if (size >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0) p += 3;
    while (p < end && (unsigned char)*p <= ' ') p++;
    for (size_t i = 0; p < end && *p == '<' && i < sizeof first / sizeof *first; i++) {
        size_t n = strlen(first[i]);
        if (starts_with(p, end, first[i]) && (first[i][1] == '!' || first[i][1] == '?' || p + n == end || strchr(" \t\r\n/>", p[n])))
            return true;
    }
    const char *stop = end - p > LOOK_AT ? p + LOOK_AT : end;
    for (; p < stop && (p = memchr(p, '<', (size_t)(stop - p))); p++)
        if (starts_with(p, end, "<!doctype html") || starts_with(p, end, "<html") || starts_with(p, end, "<body")) return true;
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

/* A page with a few bytes of zero in it, left by some server: blanks stand for them. */
static void blank_zeros(rz_arena *arena, rz_str *text) {
    enum { RARE = 64 };
    size_t n = 0;
    for (const char *p = text->at, *end = p + text->size; p < end && (p = memchr(p, 0, (size_t)(end - p))); p++) n++;
    if (n == 0 || n > text->size / RARE) return;
    char *copy = rz_copy(arena, text->at, text->size);
    for (char *p = copy, *end = p + text->size; p < end && (p = memchr(p, 0, (size_t)(end - p)));) *p++ = ' ';
    text->at = copy;
}

static bool has_mark(rz_str text) { return text.size >= 3 && memcmp(text.at, "\xEF\xBB\xBF", 3) == 0; }

static bool too_long(const rz_input *input, bool page, rz_error *error) {
    size_t most = page ? PAGE_MAX : RZ_ARTICLE_MAX;
    if (input->size <= most) return false;
    if (page) rz_fail(error, RZ_TOO_LONG, most, "the page has %zu bytes; a page may have %zu", input->size, most);
    else rz_fail(error, RZ_TOO_LONG, most, "the text has %zu bytes; an article may have %zu: split it", input->size, most);
    return true;
}

static void say(rz_arena *arena, const char *said, rz_str *meta) {
    size_t n = said ? strlen(said) : 0;
    if (n && meta->size == 0 && n < UINT16_MAX) *meta = (rz_str){rz_copy(arena, said, n), (uint32_t)n};
}

/* What whoever hands the article on says of it, where the page does not. */
static void take_said(rz_arena *arena, const rz_input *input, rz_incoming *out) {
    say(arena, input->url, &out->meta_url);
    say(arena, input->title, &out->meta_title);
    say(arena, input->outlet, &out->meta_site);
    say(arena, input->said_published, &out->meta_published);
}

bool rz_intake(rz_arena *arena, const rz_input *input, rz_incoming *out, rz_error *error) {
    rz_str none = RZ_STR("");
    *out = (rz_incoming){.text = "", .meta_title = none, .meta_site = none, .meta_url = none, .meta_published = none, .meta_language = none, .meta_page = none,
                         .meta_updated = none, .meta_author = none, .meta_section = none};
    if (input->size == 0) return rz_fail(error, RZ_EMPTY, 0, "it is empty: there is nothing to read");
    bool page = rz_looks_like_html(input->bytes, input->size);
    if (input->size > PAGE_MAX && too_long(input, page, error)) return false;
    rz_str text = {input->bytes, (uint32_t)input->size};
    bool wide = rz_is_utf16(text);
    if (page && !wide) blank_zeros(arena, &text);
    size_t binary = wide ? input->size : find_binary(text.at, text.size);
    if (binary < input->size)
        return rz_fail(error, RZ_NOT_TEXT, binary, "byte %zu is not of a text: this looks like a binary file", binary);
    if (!wide && too_long(input, page, error)) return false;
    if (!rz_text_utf8(arena, &text, input->charset, page, &out->encoding, error)) return false;
    out->is_html = wide ? rz_looks_like_html(text.at, text.size) : page;
    if (!out->is_html && text.size > RZ_ARTICLE_MAX)
        return rz_fail(error, RZ_TOO_LONG, RZ_ARTICLE_MAX, "the text has %u bytes in UTF-8; an article may have %u: split it", text.size, RZ_ARTICLE_MAX);
    if (out->is_html && !rz_page_read(arena, (rz_str){text.at + 3 * has_mark(text), text.size - 3 * has_mark(text)}, out, error)) return false;
    if (!out->is_html) {
        out->text = text.at;
        out->size = text.size;
        out->is_input = text.at == input->bytes;
        cut_lines(arena, out);
    }
    take_said(arena, input, out);
    return out->n_blocks > 0 || rz_fail(error, RZ_EMPTY, 0, "there is no text in it: nothing to read");
}
