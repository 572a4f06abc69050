/* RSS 2.0 and 1.0 (RDF), Atom, and sitemaps, those for news among them: an item at a time, the rest of the feed not kept. libxml2 reads the
 * XML; nothing is fetched, and a feed that declares entities of its own is refused. */
#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "intake/bundle.h"

typedef struct {
    xmlTextReaderPtr reader;
    rz_flow *flow;
    char outlet[RZ_SAID_MOST]; /* of the channel */
    bool in_item;              /* the reader stands on an item that was given */
    bool in_cdata, wide;       /* where the bytes stand that are read; they are of UTF-16 */
    char held[16];             /* what stands for an entity, from held_at on */
    size_t held_at, n_held;
    xmlChar *body;
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

/* ---- libxml2 ---- */

/* Feeds have entities of HTML («&nbsp;», «&zwnj;») and a bare «&», which XML has not, and of a feed with them libxml2 gives nothing: what
 * stands for the «&» at p goes to `held`; of the feed's bytes it takes so many. */
static size_t hold_entity(feed *f, const char *p, size_t size) {
    static const char *const xml[] = {"amp", "lt", "gt", "quot", "apos"};
    char name[12];
    size_t n = 0;
    while (n < sizeof name - 1 && n + 1 < size && isalnum((unsigned char)p[n + 1])) name[n] = p[n + 1], n++;
    name[n] = '\0';
    bool ends = n + 1 < size && p[n + 1] == ';', own = size > 1 && p[1] == '#';
    for (size_t i = 0; i < sizeof xml / sizeof *xml; i++) own |= ends && !strcmp(name, xml[i]);
    const htmlEntityDesc *html = ends && !own ? htmlEntityLookup(BAD_CAST name) : NULL;
    f->held_at = 0;
    f->n_held = (size_t)(html ? snprintf(f->held, sizeof f->held, "&#%u;", html->value) : snprintf(f->held, sizeof f->held, own ? "&" : "&amp;"));
    return html ? n + 2 : 1;
}

/* Bytes from p on before the next mark: an entity, the beginning or end of what is quoted whole. */
static size_t before_mark(const feed *f, const char *p, size_t size) {
    if (f->wide) return size;
    const char *end = f->in_cdata ? memmem(p, size, "]]>", 3) : memmem(p, size, "<![CDATA[", 9), *entity = f->in_cdata ? NULL : memchr(p, '&', size);
    if (!end || (entity && entity < end)) end = entity;
    return end ? (size_t)(end - p) : size;
}

static size_t hold_mark(feed *f, const char *p, size_t size) {
    if (*p == '&') return hold_entity(f, p, size);
    f->in_cdata = *p == '<';
    f->held_at = 0;
    f->n_held = (size_t)snprintf(f->held, sizeof f->held, f->in_cdata ? "<![CDATA[" : "]]>");
    return f->n_held;
}

static int read_more(void *self, char *to, int room) {
    enum { MARK = 16 }; /* no mark is longer */
    feed *f = self;
    size_t n = 0, size, most = (size_t)room;
    while (n < most) {
        if (f->held_at < f->n_held) {
            to[n++] = f->held[f->held_at++];
            continue;
        }
        const char *p = rz_flow_see(f->flow, MARK, &size);
        if (!p) break;
        size_t looked = most - n + MARK < size ? most - n + MARK : size, here = before_mark(f, p, looked);
        if (here == looked && size >= MARK) here -= MARK - 1; /* one may begin in the rest */
        if (here > most - n) here = most - n;
        memcpy(to + n, p, here);
        n += here;
        rz_flow_skip(f->flow, here ? here : hold_mark(f, p, size));
    }
    return (int)n;
}

static void ignore_structured(void *self, xmlErrorPtr error) { (void)self, (void)error; }

static void close_feed(void *state) {
    feed *f = state;
    xmlFree(f->body);
    xmlFreeTextReader(f->reader);
    free(f);
}

static bool open_feed(rz_bundle *b) {
    feed *f = calloc(1, sizeof *f);
    if (!f) return false;
    f->flow = b->flow;
    size_t size;
    const char *begin = rz_flow_see(f->flow, 4, &size);
    f->wide = size >= 2 && (!begin[0] || !begin[1] || (unsigned char)*begin >= 0xFE);
    int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    f->reader = xmlReaderForIO(read_more, NULL, f, NULL, NULL, options);
    if (!f->reader) return free(f), false;
    xmlTextReaderSetStructuredErrorHandler(f->reader, ignore_structured, NULL);
    b->state = f;
    b->close = close_feed;
    return true;
}

/* ---- an item ---- */

static bool is(const xmlNode *node, const char *name) { return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name); }

static bool prefixed(const xmlNode *node, const char *prefix) { return node->ns && node->ns->prefix && !strcmp((const char *)node->ns->prefix, prefix); }

static void say_content(rz_bundle *b, rz_mapped which, xmlNodePtr node) {
    if (*b->said.value[which]) return;
    xmlChar *value = xmlNodeGetContent(node);
    if (value) rz_say(&b->said, which, (const char *)value, strlen((const char *)value));
    xmlFree(value);
}

static void say_link(rz_bundle *b, xmlNodePtr node) {
    xmlChar *href = xmlGetProp(node, BAD_CAST "href"), *rel = xmlGetProp(node, BAD_CAST "rel");
    if (!href) say_content(b, RZ_MAP_URL, node);
    else if (!rel || !strcmp((const char *)rel, "alternate")) rz_say(&b->said, RZ_MAP_URL, (const char *)href, strlen((const char *)href));
    xmlFree(href);
    xmlFree(rel);
}

/* The longest of what the item has as its text: encoded content, a summary. */
static void offer_body(feed *f, xmlNodePtr node) {
    xmlChar *type = xmlGetProp(node, BAD_CAST "type"), *value = NULL;
    if (type && !strcmp((const char *)type, "xhtml")) {
        xmlBufferPtr buffer = xmlBufferCreate();
        for (xmlNodePtr child = node->children; buffer && child; child = child->next) xmlNodeDump(buffer, node->doc, child, 0, 0);
        if (buffer) value = xmlBufferDetach(buffer);
        xmlBufferFree(buffer);
    } else {
        value = xmlNodeGetContent(node);
    }
    xmlFree(type);
    bool longer = value && (!f->body || xmlStrlen(value) > xmlStrlen(f->body));
    if (longer) {
        xmlFree(f->body);
        f->body = value;
    } else {
        xmlFree(value);
    }
}

static void read_child(rz_bundle *b, feed *f, xmlNodePtr node) {
    if (is(node, "title") && !prefixed(node, "media")) say_content(b, RZ_MAP_TITLE, node);
    else if (is(node, "link") || is(node, "loc")) say_link(b, node);
    else if (is(node, "pubDate") || is(node, "published") || is(node, "date") || is(node, "publication_date")) say_content(b, RZ_MAP_PUBLISHED, node);
    else if (is(node, "encoded") || is(node, "content") || is(node, "description") || is(node, "summary")) offer_body(f, node);
    else if (is(node, "source") && !*b->said.value[RZ_MAP_OUTLET]) say_content(b, RZ_MAP_OUTLET, node);
    else if (is(node, "news") || is(node, "publication"))
        for (xmlNodePtr child = node->children; child; child = child->next) read_child(b, f, child);
    else if (is(node, "name") && node->parent && is(node->parent, "publication")) say_content(b, RZ_MAP_OUTLET, node);
}

static bool is_item(const char *name) { return !strcmp(name, "item") || !strcmp(name, "entry") || !strcmp(name, "url"); }

static rz_next read_item(rz_bundle *b, feed *f, rz_input *out, rz_error *error) {
    uint64_t at = (uint64_t)xmlTextReaderByteConsumed(f->reader);
    xmlNodePtr item = xmlTextReaderExpand(f->reader);
    b->record++;
    f->in_item = true;
    if (!item) item = xmlTextReaderCurrentNode(f->reader); /* what is wrong may stand behind it */
    bool broken = !item || (xmlTextReaderReadState(f->reader) == (int)XML_TEXTREADER_MODE_ERROR && !item->next);
    if (broken) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, at, "item %llu is no well-formed XML", (unsigned long long)b->record);
    xmlFree(f->body);
    f->body = NULL;
    for (xmlNodePtr child = item->children; child; child = child->next) read_child(b, f, child);
    if (!*b->said.value[RZ_MAP_OUTLET]) rz_say(&b->said, RZ_MAP_OUTLET, f->outlet, strlen(f->outlet));
    const char *body = f->body ? (const char *)f->body : "";
    if (!*body && !*b->said.value[RZ_MAP_TITLE] && !(b->links && *b->said.value[RZ_MAP_URL])) return RZ_NEXT_END;
    if (!rz_bundle_compose(b, body, strlen(body))) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, at, "memory ran out");
    return rz_bundle_give(b, b->article.at, b->article.n, out);
}

/* Those that libxml2 expands it bounds itself; a feed has no need of any. */
static bool declares_entities(rz_flow *flow) {
    enum { HEAD = 64 << 10 };
    size_t size;
    const char *p = rz_flow_see(flow, HEAD, &size);
    return p && memmem(p, size, "<!ENTITY", 8);
}

/* The channel's own title stands before its items. */
static void keep_outlet(rz_bundle *b, feed *f) {
    xmlNodePtr node = xmlTextReaderExpand(f->reader);
    if (!node) return;
    say_content(b, RZ_MAP_OUTLET, node);
    memcpy(f->outlet, b->said.value[RZ_MAP_OUTLET], sizeof f->outlet);
    *b->said.value[RZ_MAP_OUTLET] = '\0';
}

rz_next rz_feed_next(rz_bundle *b, rz_input *out, rz_error *error) {
    if (!b->state && declares_entities(b->flow)) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, 0, "it declares XML entities of its own: refused");
    if (!b->state && !open_feed(b)) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, 0, "memory ran out");
    feed *f = b->state;
    for (;;) {
        int more = f->in_item ? xmlTextReaderNext(f->reader) : xmlTextReaderRead(f->reader);
        f->in_item = false;
        if (more == 0) return RZ_NEXT_END;
        if (more < 0)
            return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, (uint64_t)xmlTextReaderByteConsumed(f->reader),
                                    "behind item %llu it is no well-formed XML (byte %ld)", (unsigned long long)b->record, xmlTextReaderByteConsumed(f->reader));
        if (xmlTextReaderNodeType(f->reader) != XML_READER_TYPE_ELEMENT) continue;
        const char *name = (const char *)xmlTextReaderConstLocalName(f->reader);
        if (is_item(name)) {
            rz_next next = read_item(b, f, out, error);
            if (next != RZ_NEXT_END) return next;
        } else if (!*f->outlet && !strcmp(name, "title")) {
            keep_outlet(b, f);
        }
    }
}
