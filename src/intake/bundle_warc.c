/* WARC 1.0 and 1.1 (ISO 28500), and the WET files of Common Crawl: pages in answers of servers, as resources or as text. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "intake/bundle.h"
#include "intake/http.h"

enum { HEAD_MOST = 64 << 10, TEHRAN = 210, DAY_MINUTES = 1440 };

typedef struct {
    uint64_t pending; /* bytes of the record under way that are not passed yet */
    char charset[RZ_HEAD_VALUE];
} warc;

typedef struct {
    char type[32], length[24], uri[RZ_SAID_MOST], date[40], content[RZ_HEAD_VALUE];
    uint64_t bytes;
} record_head;

static void read_head(const char *p, size_t n, record_head *h) {
    rz_head_value(p, n, "WARC-Type", h->type, sizeof h->type);
    rz_head_value(p, n, "Content-Length", h->length, sizeof h->length);
    rz_head_value(p, n, "WARC-Target-URI", h->uri, sizeof h->uri);
    rz_head_value(p, n, "WARC-Date", h->date, sizeof h->date);
    rz_head_value(p, n, "Content-Type", h->content, sizeof h->content);
    h->bytes = strtoull(h->length, NULL, 10);
}

/* The day of the crawl, in Tehran: no report in it is later. */
static rz_day crawl_day(const char *date) {
    int y = 0, m = 0, d = 0, hour = 0, minute = 0;
    const char *p = date;
    int *const part[] = {&y, &m, &d, &hour, &minute};
    for (int i = 0; i < 5 && *p; i++) {
        while (*p >= '0' && *p <= '9' && *part[i] < 10000) *part[i] = *part[i] * 10 + (*p++ - '0');
        if (*p) p++;
    }
    rz_day day = rz_gregorian_day(y, m, d);
    return day == RZ_NO_DAY ? day : day + (hour * 60 + minute + TEHRAN >= DAY_MINUTES);
}

/* Where the next record begins, from `from` on; size: nowhere here. */
static size_t next_record(const char *p, size_t size, size_t from) {
    for (const char *at = p + from, *end = p + size; at < end && (at = memchr(at, 'W', (size_t)(end - at))); at++)
        if (end - at > 7 && !memcmp(at, "WARC/1.", 7) && (at == p || at[-1] == '\n')) return (size_t)(at - p);
    return size;
}

/* Passes what is no record; how many bytes. */
static uint64_t pass_damage(rz_flow *flow) {
    uint64_t passed = 0;
    size_t size;
    for (const char *p; (p = rz_flow_see(flow, HEAD_MOST, &size));) {
        size_t at = next_record(p, size, passed ? 0 : 1);
        size_t step = at < size || size < HEAD_MOST ? at : size - 8;
        rz_flow_skip(flow, step);
        passed += step;
        if (at < size || size < HEAD_MOST) break;
    }
    return passed;
}

/* Does the record end where its head says? Behind it stand two line ends, or nothing. */
static bool ends_there(const char *p, size_t size, uint64_t bytes) {
    if (size <= bytes) return size == bytes;
    size_t at = (size_t)bytes;
    if (size - at >= 4 && !memcmp(p + at, "\r\n\r\n", 4)) return true;
    while (at < size && (p[at] == '\r' || p[at] == '\n')) at++;
    return at > bytes && (at == size || (size - at >= 5 && !memcmp(p + at, "WARC/", 5)) || size - at < 5);
}

static bool is_page(const record_head *h) { return !strcasecmp(h->type, "response") || !strcasecmp(h->type, "resource") || !strcasecmp(h->type, "conversion"); }

/* The article in a record, or false where there is none in it: another kind of file, an error page; or memory ran out. */
static bool article_of(rz_bundle *b, warc *w, const record_head *h, rz_str content, rz_str *article, bool *no_memory) {
    char type[RZ_HEAD_VALUE];
    rz_http_head head;
    *article = content;
    rz_content_type(h->content, type, w->charset);
    if (strcasecmp(h->type, "response") != 0) return rz_is_text_type(type);
    if (!rz_http_read(content, RZ_PAGE_MAX, &b->article, &head, article)) return *no_memory = head.no_memory, false;
    memcpy(w->charset, head.charset, sizeof w->charset);
    return head.status == 200 && rz_is_text_type(head.type) && article->size;
}

static rz_next refuse_record(rz_bundle *b, rz_error *error, rz_next next, rz_code code, const record_head *h, uint64_t at, const char *why) {
    return rz_bundle_refuse(error, next, code, at, "record %llu at byte %llu (%s) %s", (unsigned long long)b->record, (unsigned long long)at,
                            *h->uri ? h->uri : "no address", why);
}

/* The head of the next record, the flow at its content. RZ_NEXT_ARTICLE: there is one. */
static rz_next next_head(rz_bundle *b, record_head *h, uint64_t *at, rz_error *error) {
    size_t size, blank = 0;
    const char *p = rz_flow_see(b->flow, HEAD_MOST, &size);
    while (p && blank < size && (p[blank] == '\r' || p[blank] == '\n')) blank++;
    if (blank) rz_flow_skip(b->flow, blank), p = rz_flow_see(b->flow, HEAD_MOST, &size);
    *at = rz_flow_offset(b->flow);
    if (!p) return RZ_NEXT_END;
    size_t head = size >= 5 && !memcmp(p, "WARC/", 5) ? rz_head_length(p, size) : 0;
    if (!head) {
        uint64_t passed = pass_damage(b->flow);
        return rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_NOT_TEXT, *at, "at byte %llu there should be a record and is none; %llu bytes were passed over",
                                (unsigned long long)*at, (unsigned long long)passed);
    }
    read_head(p, head, h);
    rz_flow_skip(b->flow, head);
    b->record++;
    return RZ_NEXT_ARTICLE;
}

static rz_next read_record(rz_bundle *b, warc *w, const record_head *h, uint64_t at, rz_input *out, rz_error *error, bool *none) {
    size_t size;
    if (h->bytes > RZ_PAGE_MAX) {
        w->pending = h->bytes;
        return refuse_record(b, error, RZ_NEXT_REFUSED, RZ_TOO_LONG, h, at, "is longer than a page may be");
    }
    const char *p = rz_flow_see(b->flow, (size_t)h->bytes + HEAD_MOST, &size);
    if (size < h->bytes && rz_flow_broken(b->flow, error)) return RZ_NEXT_BROKEN;
    if (!ends_there(p, size, h->bytes)) {
        size_t next = next_record(p ? p : "", size, 0);
        rz_flow_skip(b->flow, next);
        return refuse_record(b, error, RZ_NEXT_REFUSED, RZ_NOT_TEXT, h, at, size < h->bytes ? "is cut short" : "is not as long as it says");
    }
    w->pending = h->bytes;
    rz_str article;
    bool no_memory = false, found = article_of(b, w, h, (rz_str){p, (uint32_t)h->bytes}, &article, &no_memory);
    if (no_memory) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, at, "memory ran out at record %llu", (unsigned long long)b->record);
    if (!(*none = !found)) {
        rz_say(&b->said, RZ_MAP_URL, h->uri, strlen(h->uri));
        out->published.to = crawl_day(h->date);
        out->charset = *w->charset ? w->charset : NULL;
        return rz_bundle_give(b, article.at, article.size, out);
    }
    return RZ_NEXT_END;
}

rz_next rz_warc_next(rz_bundle *b, rz_input *out, rz_error *error) {
    if (!b->state && !(b->state = calloc(1, sizeof(warc)))) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, 0, "memory ran out");
    b->close = free;
    warc *w = b->state;
    for (;;) {
        record_head h;
        uint64_t at;
        bool none = false;
        rz_flow_skip(b->flow, w->pending);
        w->pending = 0;
        rz_next next = next_head(b, &h, &at, error);
        if (next != RZ_NEXT_ARTICLE) return next;
        if (!is_page(&h)) {
            w->pending = h.bytes;
            continue;
        }
        next = read_record(b, w, &h, at, out, error, &none);
        if (!none) return next;
    }
}
