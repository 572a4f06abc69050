/* One item of a feed: its XML, read by libxml2 alone, so that what is wrong with one is no fault of the others. */
#include "intake/feed.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

/* ---- its bytes ---- */

/* Feeds have entities of HTML («&nbsp;», «&zwnj;») and a bare «&», which XML has not: what stands for the «&» at p; of the item's bytes it
 * takes so many. */
static size_t put_entity(rz_bytes *out, const char *p, size_t size) {
    static const char *const xml[] = {"amp", "lt", "gt", "quot", "apos"};
    char name[12], number[16];
    size_t n = 0;
    while (n < sizeof name - 1 && n + 1 < size && isalnum((unsigned char)p[n + 1])) name[n] = p[n + 1], n++;
    name[n] = '\0';
    bool ends = n + 1 < size && p[n + 1] == ';', own = size > 2 && p[1] == '#' && isalnum((unsigned char)p[2]);
    for (size_t i = 0; i < sizeof xml / sizeof *xml; i++) own |= ends && !strcmp(name, xml[i]);
    const htmlEntityDesc *html = ends && !own ? htmlEntityLookup(BAD_CAST name) : NULL;
    if (html) rz_bytes_put(out, number, (size_t)snprintf(number, sizeof number, "&#%u;", html->value));
    else if (own) RZ_BYTES_LITERAL(out, "&");
    else RZ_BYTES_LITERAL(out, "&amp;");
    return html ? n + 2 : 1;
}

/* Control characters, which XML may not have, are left out. */
static void put_cleaned(rz_bytes *out, const char *p, size_t size) {
    bool quoted = false; /* <![CDATA[ … ]]> */
    for (const char *end = p + size; p < end;) {
        size_t left = (size_t)(end - p);
        if (!quoted && *p == '&') {
            p += put_entity(out, p, left);
            continue;
        }
        if (!quoted && left >= 9 && !memcmp(p, "<![CDATA[", 9)) quoted = true;
        else if (quoted && left >= 3 && !memcmp(p, "]]>", 3)) quoted = false;
        if ((unsigned char)*p >= ' ' || *p == '\n' || *p == '\t' || *p == '\r') rz_bytes_put(out, p, 1);
        p++;
    }
}

/* A wrong declaration is survived: what is UTF-8 is no other encoding, and what is none is taken for that of old Persian feeds. */
static const char *encoding_of(const char *declared, const char *p, size_t size) {
    bool is_utf8 = rz_utf8_check(p, size) == size;
    if (is_utf8) return "UTF-8";
    return *declared && strcasecmp(declared, "utf-8") && strcasecmp(declared, "us-ascii") ? declared : "windows-1256";
}

static bool put_item(rz_bytes *out, const char *p, size_t size, const char *declared) {
    enum { ENTITY = 16 }; /* bytes that may stand for one «&» */
    char head[128];
    size_t entities = 0;
    for (const char *at = p; (at = memchr(at, '&', (size_t)(p + size - at))); at++) entities++;
    out->n = 0;
    if (!rz_bytes_room(out, size + entities * ENTITY + 256)) return false;
    rz_bytes_put(out, head, (size_t)snprintf(head, sizeof head, "<?xml version=\"1.0\" encoding=\"%.60s\"?><f>", encoding_of(declared, p, size)));
    put_cleaned(out, p, size);
    RZ_BYTES_LITERAL(out, "</f>");
    return true;
}

/* ---- its elements ---- */

/* What declares a prefix stands at the feed's head, not in the item: the prefix is part of the name. */
static bool is(const xmlNode *node, const char *name) {
    const char *own = (const char *)node->name, *colon = node->type == XML_ELEMENT_NODE ? strchr(own, ':') : NULL;
    return node->type == XML_ELEMENT_NODE && !strcmp(colon ? colon + 1 : own, name);
}

static bool prefixed(const xmlNode *node, const char *prefix) {
    size_t n = strlen(prefix);
    return (node->ns && node->ns->prefix && !strcmp((const char *)node->ns->prefix, prefix)) || (!strncmp((const char *)node->name, prefix, n) && node->name[n] == ':');
}

static void say_content(rz_bundle *b, rz_feed_item *f, rz_mapped which, xmlNodePtr node) {
    if (*b->said.value[which]) return;
    xmlChar *value = xmlNodeGetContent(node);
    if (value) rz_say(&b->said, which, (const char *)value, strlen((const char *)value));
    else f->no_memory = true; /* an empty one has an empty string */
    xmlFree(value);
}

/* NULL: it has none, or memory ran out. */
static xmlChar *attribute(rz_feed_item *f, xmlNodePtr node, const char *name) {
    xmlChar *value = xmlHasProp(node, BAD_CAST name) ? xmlGetProp(node, BAD_CAST name) : NULL;
    if (!value && xmlHasProp(node, BAD_CAST name)) f->no_memory = true;
    return value;
}

static void say_link(rz_bundle *b, rz_feed_item *f, xmlNodePtr node) {
    xmlChar *href = attribute(f, node, "href"), *rel = attribute(f, node, "rel");
    if (!href) say_content(b, f, RZ_MAP_URL, node);
    else if (!rel || !strcmp((const char *)rel, "alternate")) rz_say(&b->said, RZ_MAP_URL, (const char *)href, strlen((const char *)href));
    xmlFree(href);
    xmlFree(rel);
}

/* The longest of what the item has as its text: encoded content, a summary. */
static void offer_body(rz_feed_item *f, xmlNodePtr node) {
    xmlChar *type = attribute(f, node, "type"), *value = NULL;
    if (type && !strcmp((const char *)type, "xhtml")) {
        xmlBufferPtr buffer = xmlBufferCreate();
        for (xmlNodePtr child = node->children; buffer && child; child = child->next) xmlNodeDump(buffer, node->doc, child, 0, 0);
        if (buffer) value = xmlBufferDetach(buffer);
        xmlBufferFree(buffer);
    } else {
        value = xmlNodeGetContent(node);
    }
    xmlFree(type);
    if (!value) f->no_memory = true;
    bool longer = value && (!f->body || xmlStrlen(value) > xmlStrlen(f->body));
    if (longer) {
        xmlFree(f->body);
        f->body = value;
    } else {
        xmlFree(value);
    }
}

static void read_child(rz_bundle *b, rz_feed_item *f, xmlNodePtr node) {
    if (is(node, "title") && !prefixed(node, "media")) say_content(b, f, RZ_MAP_TITLE, node);
    else if (is(node, "link") || is(node, "loc")) say_link(b, f, node);
    else if (is(node, "pubDate") || is(node, "published") || is(node, "date") || is(node, "publication_date") || (b->maps && is(node, "lastmod")))
        say_content(b, f, RZ_MAP_PUBLISHED, node);
    else if (is(node, "encoded") || is(node, "content") || is(node, "description") || is(node, "summary")) offer_body(f, node);
    else if (is(node, "source") && !*b->said.value[RZ_MAP_OUTLET]) say_content(b, f, RZ_MAP_OUTLET, node);
    else if (is(node, "news") || is(node, "publication"))
        for (xmlNodePtr child = node->children; child; child = child->next) read_child(b, f, child);
    else if (is(node, "name") && node->parent && is(node->parent, "publication")) say_content(b, f, RZ_MAP_OUTLET, node);
}

/* Errors come to us, not to the thread's own handler of them, which prints. */
static void on_error(void *self, xmlErrorPtr error) {
    if (error->code == XML_ERR_NO_MEMORY) ((rz_feed_item *)self)->no_memory = true;
}

static bool read_xml(rz_bundle *b, rz_feed_item *f) {
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (!parser) return f->no_memory = true, false;
    xmlDocPtr doc = xmlCtxtReadMemory(parser, f->xml.at, (int)f->xml.n, NULL, NULL,
                                      XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool whole = doc && parser->wellFormed;
    xmlNodePtr root = whole ? xmlDocGetRootElement(doc) : NULL, item = root ? root->children : NULL;
    for (xmlNodePtr child = item ? item->children : NULL; child; child = child->next) read_child(b, f, child);
    if (parser->errNo == XML_ERR_NO_MEMORY) f->no_memory = true;
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(parser);
    return whole;
}

rz_item_state rz_feed_item_read(rz_bundle *b, rz_feed_item *f, const char *bytes, size_t size, const char *declared) {
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *its = xmlStructuredErrorContext;
    xmlFree(f->body);
    f->body = NULL;
    f->no_memory = !put_item(&f->xml, bytes, size, declared);
    xmlSetStructuredErrorFunc(f, on_error);
    bool whole = !f->no_memory && read_xml(b, f);
    xmlSetStructuredErrorFunc(its, handler);
    return f->no_memory ? RZ_ITEM_NO_MEMORY : whole ? RZ_ITEM_READ : RZ_ITEM_BROKEN;
}

void rz_feed_item_free(rz_feed_item *f) {
    xmlFree(f->body);
    free(f->xml.at);
}
