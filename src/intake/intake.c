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

/* U+0600 to U+06FF, but U+061C, which shows nothing; where the text is UTF-8. */
static bool is_persian(const char *p) { return ((unsigned char)p[0] & 0xFC) == 0xD8 && !((unsigned char)p[0] == 0xD8 && (unsigned char)p[1] == 0x9C); }

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
    size_t binary = wide ? input->size : find_binary(input->bytes, input->size);
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
