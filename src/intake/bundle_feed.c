/* RSS 2.0 and 1.0 (RDF), Atom, and sitemaps, those for news among them: the items are found by their tags, one at a time, and each is read
 * by itself, so that a fault in one loses no other. Nothing is fetched, and a feed that declares entities of its own is refused. */
#include "intake/feed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HEAD = 64 << 10, TAG = 64 /* bytes that tell which tag it is */ };

typedef struct {
    rz_flow *flow, *wide; /* the other one: of UTF-16, from which the first is made */
    unsigned char pair[2];
    char declared[64];    /* encoding */
    const char *item;     /* the local name of its items */
    char outlet[RZ_SAID_MOST]; /* of the channel */
    bool titled;
    rz_feed_item one;
} feed;

/* ---- looking ---- */

static const char *after(const char *p, const char *end, const char *mark) {
    const char *at = memmem(p, (size_t)(end - p), mark, strlen(mark));
    return at ? at + strlen(mark) : end;
}

bool rz_looks_like_feed(const char *bytes, size_t size) {
    static const char *const roots[] = {"rss", "feed", "rdf:RDF", "urlset", "sitemapindex"};
    const char *p = bytes, *end = bytes + size;
    if (size >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3)) p += 3;
    for (;;) {
        while (p < end && (unsigned char)*p <= ' ') p++;
        if (end - p < 8 || *p != '<') return false;
        if (p[1] == '?') p = after(p, end, "?>");
        else if (!strncmp(p, "<!--", 4)) p = after(p, end, "-->");
        else if (p[1] == '!') p = after(p, end, memchr(p, '[', (size_t)(after(p, end, ">") - p)) ? "]>" : ">");
        else break;
    }
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        size_t n = strlen(roots[i]);
        if ((size_t)(end - p) > n + 1 && !strncmp(p + 1, roots[i], n) && strchr(" \t\r\n>/", p[n + 1])) return true;
    }
    return false;
}

/* ---- tags ---- */

typedef struct {
    const char *name;
    size_t size;  /* of the local name */
    bool closes;
} tag;

/* The tag whose «<» is at p; its name is empty where there is none. */
static tag tag_at(const char *p, size_t size) {
    tag t = {.name = p + 1};
    const char *end = p + size;
    if (t.name < end && *t.name == '/') t.closes = true, t.name++;
    const char *stop = t.name;
    while (stop < end && !strchr(" \t\r\n>/", *stop) && stop - t.name < TAG) {
        if (*stop == ':') t.name = stop + 1;
        stop++;
    }
    t.size = (size_t)(stop - t.name);
    return t;
}

static bool is(const tag *t, const char *name) { return t->size == strlen(name) && !memcmp(t->name, name, t->size); }

/* Behind what stands at p and holds no tags: a comment, an instruction, a quotation; p itself where it is none, or where the next of its kind
 * begins before it ends; NULL where it does not end. */
static const char *behind_inert(const char *p, const char *end) {
    static const struct {
        const char *begin, *end;
    } inert[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < 3; i++) {
        size_t n = strlen(inert[i].begin);
        if ((size_t)(end - p) < n || memcmp(p, inert[i].begin, n)) continue;
        const char *stop = memmem(p + n, (size_t)(end - p) - n, inert[i].end, strlen(inert[i].end));
        if (stop && memmem(p + n, (size_t)(stop - p) - n, inert[i].begin, n)) return p;
        return stop ? stop + strlen(inert[i].end) : NULL;
    }
    return p;
}

/* ---- the feed ---- */

/* UTF-16 as UTF-8, a few units at a time. */
static long pull_wide(void *self, void *to, size_t n) {
    feed *f = self;
    unsigned char *out = to;
    size_t made = 0, size;
    bool big = f->pair[0] == 0xFE || (!f->pair[0] && f->pair[1]);
    while (made + 4 <= n) {
        const unsigned char *p = (const unsigned char *)rz_flow_see(f->wide, 4, &size);
        if (!p || size < 2) break;
        uint32_t c = big ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]), low = size >= 4 ? big ? (uint32_t)(p[2] << 8 | p[3]) : (uint32_t)(p[3] << 8 | p[2]) : 0;
        bool both = c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
        if (both) c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        else if (c >= 0xD800 && c < 0xE000) c = 0xFFFD;
        if (c < 0x80) out[made++] = (unsigned char)c;
        else if (c < 0x800) out[made++] = (unsigned char)(0xC0 | c >> 6), out[made++] = (unsigned char)(0x80 | (c & 0x3F));
        else if (c < 0x10000) out[made++] = (unsigned char)(0xE0 | c >> 12), out[made++] = (unsigned char)(0x80 | (c >> 6 & 0x3F)), out[made++] = (unsigned char)(0x80 | (c & 0x3F));
        else out[made++] = (unsigned char)(0xF0 | c >> 18), out[made++] = (unsigned char)(0x80 | (c >> 12 & 0x3F)), out[made++] = (unsigned char)(0x80 | (c >> 6 & 0x3F)), out[made++] = (unsigned char)(0x80 | (c & 0x3F));
        rz_flow_skip(f->wide, both ? 4 : 2);
    }
    return (long)made;
}

static void close_feed(void *state) {
    feed *f = state;
    if (f->wide) rz_flow_close(f->flow); /* the other one is the bundle's */
    rz_feed_item_free(&f->one);
    free(f);
}

/* <?xml version="1.0" encoding="windows-1256"?> */
static void read_declaration(feed *f, const char *p, const char *end) {
    const char *stop = memmem(p, (size_t)(end - p), "?>", 2), *at = stop ? memmem(p, (size_t)(stop - p), "encoding", 8) : NULL;
    if (!at || f->wide) return;
    at += strlen("encoding");
    while (at < stop && strchr(" =\"'\t", *at)) at++;
    size_t n = 0;
    while (at + n < stop && !strchr(" \"'?", at[n]) && n + 1 < sizeof f->declared) n++;
    memcpy(f->declared, at, n);
}

/* The first tag says what it is; NULL: no feed. */
static const char *items_of(const char *p, const char *end) {
    static const struct {
        const char *root, *item;
    } kinds[] = {{"rss", "item"}, {"RDF", "item"}, {"feed", "entry"}, {"urlset", "url"}, {"sitemapindex", "sitemap"}};
    while ((p = memchr(p, '<', (size_t)(end - p)))) {
        const char *behind = behind_inert(p, end);
        if (!behind) return NULL;
        if (behind == p && p + 1 < end && p[1] != '!') break;
        p = behind == p ? p + 1 : behind;
    }
    tag t = p ? tag_at(p, (size_t)(end - p)) : (tag){.name = ""};
    for (size_t i = 0; p && i < sizeof kinds / sizeof *kinds; i++)
        if (is(&t, kinds[i].root)) return kinds[i].item;
    return NULL;
}

static bool open_feed(rz_bundle *b) {
    feed *f = calloc(1, sizeof *f);
    if (!f) return false;
    size_t size;
    const char *p = rz_flow_see(b->flow, 4, &size);
    f->flow = b->flow;
    if (p && size >= 2 && (!p[0] || !p[1] || (unsigned char)*p >= 0xFE)) {
        memcpy(f->pair, p, 2);
        f->wide = b->flow;
        if (!(f->flow = rz_flow_of(pull_wide, f))) return free(f), false;
    }
    b->state = f;
    b->close = close_feed;
    p = rz_flow_see(f->flow, HEAD, &size);
    if (p) read_declaration(f, p, p + size), f->item = items_of(p, p + size);
    return true;
}

/* Those that libxml2 expands it bounds itself; a feed has no need of any. */
static bool declares_entities(rz_flow *flow) {
    size_t size;
    const char *p = rz_flow_see(flow, HEAD, &size);
    return p && memmem(p, size, "<!ENTITY", 8);
}

/* ---- its items ---- */

/* Where the element that begins at p ends; 0: not within these bytes. One that is not closed ends where the next begins, or the feed does. */
static size_t end_of(const feed *f, const char *p, size_t size, bool last, bool quotes) {
    tag own = tag_at(p, size);
    const char *end = p + size, *close = memchr(p, '>', size);
    if (close && close > p && close[-1] == '/') return (size_t)(close + 1 - p);
    for (const char *at = p + 1; at < end && (at = memchr(at, '<', (size_t)(end - at)));) {
        const char *behind = quotes ? behind_inert(at, end) : at;
        if (!behind || (!last && end - at < TAG)) return 0;
        tag t = behind == at ? tag_at(at, (size_t)(end - at)) : (tag){.name = ""};
        bool closed = t.closes && t.size == own.size && !memcmp(t.name, own.name, t.size);
        bool next = t.closes ? is(&t, "channel") || is(&t, "rss") || is(&t, "feed") || is(&t, "RDF") || is(&t, "urlset") : is(&t, f->item);
        if (closed) return (close = memchr(at, '>', (size_t)(end - at))) ? (size_t)(close + 1 - p) : 0;
        if (next) return (size_t)(at - p);
        at = behind == at ? at + 1 : behind;
    }
    return 0;
}

/* The bytes of the element at the flow's head, and how many; 0: longer than a page may be. *cut: the feed ends in it. */
static size_t see_element(feed *f, const char **bytes, bool *cut) {
    *cut = false;
    for (size_t wanted = HEAD; wanted <= RZ_PAGE_MAX; wanted *= 2) {
        size_t size, n;
        *bytes = rz_flow_see(f->flow, wanted, &size);
        bool last = size < wanted;
        if ((n = end_of(f, *bytes, size, last, true)) || !last) {
            if (n) return n;
            continue;
        }
        if ((n = end_of(f, *bytes, size, true, false))) return n; /* a quotation that has no end */
        *cut = true;
        return size;
    }
    return 0;
}

/* Moves to the next item, or to the channel's title, which stands before its items; false: there is none. */
static bool find_next(feed *f) {
    size_t size;
    for (const char *p; (p = rz_flow_see(f->flow, HEAD, &size));) {
        const char *end = p + size, *at = p;
        while ((at = memchr(at, '<', (size_t)(end - at))) && (end - at >= TAG || size < HEAD)) {
            const char *behind = behind_inert(at, end);
            tag t = behind == at ? tag_at(at, (size_t)(end - at)) : (tag){.name = ""};
            if (!t.closes && (is(&t, f->item) || (!f->titled && is(&t, "title")))) return rz_flow_skip(f->flow, (uint64_t)(at - p)), true;
            at = behind && behind > at ? behind : at + 1;
            if (at >= end) break;
        }
        bool moved = at && at > p && at < end;
        rz_flow_skip(f->flow, moved ? (uint64_t)(at - p) : size);
    }
    return false;
}

/* «<title>…</title>» of the channel: the name of the outlet. False when memory runs out. */
static bool keep_outlet(rz_bundle *b, feed *f, const char *bytes, size_t size) {
    f->titled = true;
    b->article.n = 0;
    if (size > HEAD) return true;
    if (!rz_bytes_room(&b->article, size + 16)) return false;
    RZ_BYTES_LITERAL(&b->article, "<i>");
    rz_bytes_put(&b->article, bytes, size);
    RZ_BYTES_LITERAL(&b->article, "</i>");
    rz_item_state state = rz_feed_item_read(b, &f->one, b->article.at, b->article.n, f->declared);
    if (state == RZ_ITEM_READ) memcpy(f->outlet, b->said.value[RZ_MAP_TITLE], sizeof f->outlet);
    for (int i = 0; i < RZ_MAPPED; i++) b->said.value[i][0] = '\0';
    return state != RZ_ITEM_NO_MEMORY;
}

/* RZ_NEXT_END: it says nothing, go on. */
static rz_next read_item(rz_bundle *b, feed *f, const char *bytes, size_t size, rz_input *out, rz_error *error) {
    uint64_t at = rz_flow_at(f->flow);
    rz_item_state state = rz_feed_item_read(b, &f->one, bytes, size, f->declared);
    if (state == RZ_ITEM_NO_MEMORY) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, at, "memory ran out");
    if (state == RZ_ITEM_BROKEN)
        return rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_NOT_TEXT, at, "item %llu (byte %llu) is no well-formed XML", (unsigned long long)b->record, (unsigned long long)at);
    if (!*b->said.value[RZ_MAP_OUTLET]) rz_say(&b->said, RZ_MAP_OUTLET, f->outlet, strlen(f->outlet));
    const char *body = f->one.body ? (const char *)f->one.body : "";
    if (!*body && !*b->said.value[RZ_MAP_TITLE] && !(b->links && *b->said.value[RZ_MAP_URL])) return RZ_NEXT_END;
    if (!rz_bundle_compose(b, body, strlen(body))) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, at, "memory ran out");
    return rz_bundle_give(b, b->article.at, b->article.n, out);
}

/* An index holds no articles: it names the sitemaps that do. */
static rz_next refuse_index(rz_bundle *b, feed *f, rz_error *error) {
    const char *bytes;
    bool cut;
    f->titled = true;
    size_t n = find_next(f) ? see_element(f, &bytes, &cut) : 0;
    if (n) rz_feed_item_read(b, &f->one, bytes, n, f->declared);
    const char *first = *b->said.value[RZ_MAP_URL] ? b->said.value[RZ_MAP_URL] : "none";
    return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, 0, "is an index of sitemaps, which names no articles: name its sitemaps themselves; the first is %.200s", first);
}

rz_next rz_feed_next(rz_bundle *b, rz_input *out, rz_error *error) {
    if (!b->state && declares_entities(b->flow)) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, 0, "it declares XML entities of its own: refused");
    if (!b->state && !open_feed(b)) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, 0, "memory ran out");
    feed *f = b->state;
    if (!f->item) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, 0, "is no feed: it begins as neither RSS, Atom, RDF nor a sitemap does");
    b->maps = !strcmp(f->item, "sitemap");
    if (b->maps && !b->links) return refuse_index(b, f, error);
    while (find_next(f)) {
        const char *bytes;
        bool cut, title;
        size_t n = see_element(f, &bytes, &cut);
        uint64_t at = rz_flow_at(f->flow);
        tag t = tag_at(bytes, n ? n : TAG);
        title = !f->titled && is(&t, "title");
        if (!title) b->record++;
        if (cut && rz_flow_broken(b->flow, error)) return RZ_NEXT_BROKEN;
        if (cut) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, at, "ends within item %llu, which begins at byte %llu", (unsigned long long)b->record, (unsigned long long)at);
        rz_next next = RZ_NEXT_END;
        if (!n) next = rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_TOO_LONG, at, "item %llu is longer than %u bytes", (unsigned long long)b->record, (unsigned)RZ_PAGE_MAX);
        else if (title && !keep_outlet(b, f, bytes, n)) next = rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, at, "memory ran out");
        else if (!title) next = read_item(b, f, bytes, n, out, error);
        rz_flow_skip(f->flow, n ? n : TAG);
        if (next != RZ_NEXT_END) return next;
    }
    return RZ_NEXT_END;
}
