/* Many articles in one file: what form it has, and what all forms share. */
#include "intake/bundle.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/utf8.h"
#include "intake/page.h"

enum { LOOK_AT = 4096, FIRST_ROOM = 64 << 10 };

static const char *const form_names[] = {[RZ_INPUT_TEXT] = "text", [RZ_INPUT_HTML] = "html", [RZ_INPUT_WARC] = "warc", [RZ_INPUT_FEED] = "feed",
                                         [RZ_INPUT_JSONL] = "jsonl", [RZ_INPUT_CSV] = "csv", [RZ_INPUT_ZIP] = "zip"};

rz_input_form rz_input_form_named(const char *name) {
    for (size_t i = RZ_INPUT_TEXT; i < sizeof form_names / sizeof *form_names; i++)
        if (!strcmp(name, form_names[i])) return (rz_input_form)i;
    return RZ_INPUT_GUESSED;
}

rz_bundle *rz_bundle_of(rz_flow *flow, const char *name, rz_input_form form, const char *map) {
    rz_bundle *b = flow ? calloc(1, sizeof *b) : NULL;
    if (!b) return rz_flow_close(flow), NULL;
    b->name = name, b->map = map, b->form = form, b->flow = flow;
    return b;
}

rz_bundle *rz_bundle_open(int file, const char *name, rz_input_form form, const char *map, rz_error *error) {
    rz_bundle *b = rz_bundle_of(rz_flow_open(file), name, form, map);
    if (!b) rz_fail(error, RZ_NO_MEMORY, 0, "not enough memory to read it");
    return b;
}

void rz_bundle_close(rz_bundle *b) {
    if (!b) return;
    if (b->close) b->close(b->state);
    rz_flow_close(b->flow);
    free(b->article.at);
    free(b);
}

rz_next rz_bundle_refuse(rz_error *error, rz_next next, rz_code code, uint64_t at, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char message[sizeof error->message];
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    rz_fail(error, code, at, "%s", message);
    return next;
}

/* ---- what is said of an article ---- */

void rz_say(rz_said *said, rz_mapped which, const char *value, size_t size) {
    while (size && (unsigned char)*value <= ' ') value++, size--;
    while (size && (unsigned char)value[size - 1] <= ' ') size--;
    if (size >= RZ_SAID_MOST) size = rz_utf8_check(value, RZ_SAID_MOST - 1);
    char *to = said->value[which];
    for (size_t i = 0; i < size; i++) to[i] = (unsigned char)value[i] < ' ' ? ' ' : value[i];
    to[size] = '\0';
}

static const char *some(const char *value) { return *value ? value : NULL; }

rz_next rz_bundle_give(rz_bundle *b, const char *bytes, size_t size, rz_input *out) {
    *out = (rz_input){.bytes = bytes, .size = size, .path = b->name, .record = b->record, .made = b->record > 0 || rz_flow_packed(b->flow), .published = out->published, .charset = out->charset,
                      .url = some(b->said.value[RZ_MAP_URL]), .title = some(b->said.value[RZ_MAP_TITLE]),
                      .outlet = some(b->said.value[RZ_MAP_OUTLET]), .said_published = some(b->said.value[RZ_MAP_PUBLISHED])};
    return RZ_NEXT_ARTICLE;
}

static bool has_tags(const char *text, size_t size) {
    static const char *const tags[] = {"<p", "<br", "<div", "<a ", "<img", "<span", "<h2", "<h3", "<ul", "<b>", "<strong", "<em>"};
    for (const char *p = text, *end = text + size; (p = memchr(p, '<', (size_t)(end - p))); p++)
        for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
            if ((size_t)(end - p) > strlen(tags[i]) && !strncasecmp(p, tags[i], strlen(tags[i]))) return true;
    return false;
}

static void put_escaped(rz_bytes *b, const char *text) {
    for (; *text; text++) {
        if (*text == '<') RZ_BYTES_LITERAL(b, "&lt;");
        else if (*text == '&') RZ_BYTES_LITERAL(b, "&amp;");
        else rz_bytes_put(b, text, 1);
    }
}

/* The first line of the text is not told twice. */
static bool begins_with_title(const char *text, size_t size, const char *title) {
    size_t n = strlen(title);
    while (size && (unsigned char)*text <= ' ') text++, size--;
    return n && size >= n && !memcmp(text, title, n);
}

bool rz_bundle_compose(rz_bundle *b, const char *text, size_t size) {
    const char *title = b->said.value[RZ_MAP_TITLE];
    b->article.n = 0;
    if (!rz_bytes_room(&b->article, size + 5 * strlen(title) + 64)) return false;
    if (has_tags(text, size)) {
        RZ_BYTES_LITERAL(&b->article, "<article><h1>");
        put_escaped(&b->article, title);
        RZ_BYTES_LITERAL(&b->article, "</h1>\n");
        rz_bytes_put(&b->article, text, size);
        RZ_BYTES_LITERAL(&b->article, "</article>\n");
        return true;
    }
    if (*title && !begins_with_title(text, size, title)) {
        rz_bytes_put(&b->article, title, strlen(title));
        RZ_BYTES_LITERAL(&b->article, "\n");
    }
    rz_bytes_put(&b->article, text, size);
    return true;
}

/* ---- names of fields ---- */

static const char *const ours[RZ_MAPPED] = {"text", "title", "published", "url", "outlet"};

/* What others call them, the surest first. */
static const char *const theirs[RZ_MAPPED][10] = {
    [RZ_MAP_TEXT] = {"text", "body", "content", "article", "full_text", "maintext", "news_text", "description", "summary"},
    [RZ_MAP_TITLE] = {"title", "headline", "news_title"},
    [RZ_MAP_PUBLISHED] = {"published", "date", "published_at", "date_published", "publish_date", "pubdate", "datetime", "timestamp", "created_at"},
    [RZ_MAP_URL] = {"url", "link", "href", "canonical", "permalink"},
    [RZ_MAP_OUTLET] = {"outlet", "publisher", "source", "site", "agency", "site_name", "domain"}};

static bool is_word(const char *word, const char *name, size_t size) { return strlen(word) == size && !strncasecmp(word, name, size); }

/* The map's own name for a field of ours, or NULL; *size. */
static const char *mapped_to(const char *map, const char *our, size_t *size) {
    for (const char *p = map; p && *p;) {
        const char *end = p + strcspn(p, ","), *is = memchr(p, '=', (size_t)(end - p));
        if (is && is_word(our, p, (size_t)(is - p))) return *size = (size_t)(end - is - 1), is + 1;
        p = *end ? end + 1 : end;
    }
    return NULL;
}

rz_mapped rz_mapped_by(const char *map, const char *name, size_t size, int *rank) {
    for (int field = 0; field < RZ_MAPPED; field++) {
        size_t n;
        const char *own = mapped_to(map, ours[field], &n);
        *rank = 0;
        if (own && n == size && !memcmp(own, name, n)) return (rz_mapped)field;
        for (int i = 0; !own && i < 10 && theirs[field][i]; i++)
            if (is_word(theirs[field][i], name, size)) return *rank = i + 1, (rz_mapped)field;
    }
    return RZ_MAPPED;
}

/* ---- one article ---- */

/* All there is, up to one byte more than such an article may have. */
static rz_next whole(rz_bundle *b, rz_input *out, rz_error *error) {
    size_t size = 0, limit;
    const char *bytes = NULL;
    for (size_t wanted = FIRST_ROOM;; wanted *= 2) {
        bytes = rz_flow_see(b->flow, wanted, &size);
        limit = b->form == RZ_INPUT_HTML ? RZ_PAGE_MAX : rz_input_limit(bytes ? bytes : "", size);
        if (size < wanted || size > limit) break;
    }
    b->ended = true;
    if (size > limit && limit == RZ_PAGE_MAX) return rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_TOO_LONG, limit, "is longer than %zu bytes, the most that a page may have", limit);
    if (size > limit) return rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_TOO_LONG, limit, "is longer than %zu bytes, the most that one article may have: split it into articles", limit);
    if (rz_flow_broken(b->flow, error)) return RZ_NEXT_BROKEN;
    return rz_bundle_give(b, bytes ? bytes : "", size, out);
}

/* ---- which form ---- */

static bool begins(const char *p, size_t size, const char *word) { return size >= strlen(word) && !memcmp(p, word, strlen(word)); }

static rz_input_form form_of(const char *p, size_t size, const char *map) {
    if (begins(p, size, "WARC/")) return RZ_INPUT_WARC;
    if (begins(p, size, "PK\x03\x04") || begins(p, size, "PK\x05\x06") || (size > 262 && !memcmp(p + 257, "ustar", 5))) return RZ_INPUT_ZIP;
    if (rz_looks_like_feed(p, size)) return RZ_INPUT_FEED;
    if (begins(p, size, "\xEF\xBB\xBF")) p += 3, size -= 3;
    size_t at = 0;
    while (at < size && (unsigned char)p[at] <= ' ') at++;
    size_t next = at + 1;
    while (next < size && (unsigned char)p[next] <= ' ') next++;
    if (next < size && p[at] == '{' && p[next] == '"') return RZ_INPUT_JSONL;
    if (rz_looks_like_html(p, size)) return RZ_INPUT_HTML;
    return rz_looks_like_csv(p, size, map) ? RZ_INPUT_CSV : RZ_INPUT_TEXT;
}

rz_input_form rz_bundle_form(rz_bundle *b) {
    if (b->form != RZ_INPUT_GUESSED) return b->form;
    size_t size;
    const char *begin = rz_flow_see(b->flow, LOOK_AT, &size);
    return b->form = begin ? form_of(begin, size, b->map) : RZ_INPUT_TEXT;
}

rz_next rz_bundle_next(rz_bundle *b, rz_input *out, rz_error *error) {
    static rz_reader *const readers[] = {[RZ_INPUT_TEXT] = whole, [RZ_INPUT_HTML] = whole, [RZ_INPUT_WARC] = rz_warc_next, [RZ_INPUT_FEED] = rz_feed_next,
                                         [RZ_INPUT_JSONL] = rz_jsonl_next, [RZ_INPUT_CSV] = rz_csv_next, [RZ_INPUT_ZIP] = rz_zip_next};
    *out = (rz_input){.published = {RZ_NO_DAY, RZ_NO_DAY}};
    if (b->ended) return RZ_NEXT_END;
    for (int i = 0; i < RZ_MAPPED; i++) b->said.value[i][0] = '\0';
    rz_next next = readers[rz_bundle_form(b)](b, out, error);
    if (next == RZ_NEXT_END || next == RZ_NEXT_BROKEN) b->ended = true;
    if (next == RZ_NEXT_END && rz_flow_broken(b->flow, error)) return RZ_NEXT_BROKEN;
    return next;
}
