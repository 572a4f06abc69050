/* A page becomes lines of text, one a block element, with what its markup said of each.
 *
 * libxml2's HTML parser calls back element by element (SAX): no tree is built, nothing is fetched, no entity beyond HTML's
 * own is known, and no process-wide handler of libxml2 is touched. */
#include "base/error.h"
#include "base/utf8.h"
#include "intake/page.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>

/* libxml2 looks through all open elements at a closing tag that fits none: past this depth it begins anew. */
enum { DEPTH_MAX = 512, JSON_MAX = 1 << 20, TITLE_MAX = 1000, LINK_SHARE = 75 /* percent */, SAYS_ARTICLE = 7 /* rank of a day that is of an article, not of a page */ };

/* What an element and those around it say of the text in it. */
typedef struct {
    bool drop, link, list, time, caption, lazy, crumbs;
    uint8_t heading;
    uint32_t node; /* the innermost block, 1 for the first; 0: none */
} context;

typedef struct {
    htmlParserCtxtPtr parser;
    rz_buffer text, lines, stack, nodes; /* of char, rz_page_line, context, rz_node */
    rz_buffer json, title, body; /* the last: of the article, as the page tells it to machines */
    bool in_json, in_title, is_list;
    rz_crumbs crumbs, told_crumbs; /* by links; to machines */
    bool crumbs_end; /* there is no second such way */
    bool too_long;
    bool failed; /* libxml2 had no memory */
    size_t resume; /* where the parser was stopped for depth, from the start of what it was given; 0: it was not */
    context now;
    /* the line that is being put together */
    uint32_t start, letters, linked, timed;
    context line; /* of its first word */
    bool open, space;
    size_t closed; /* where the text was when the last inline element ended */
    bool joint;    /* one ended and another began here, nothing between them */
    rz_meta meta[RZ_META_KINDS];
} page;

/* Room for so many bytes more. */
static bool widen(rz_buffer *b, size_t size) {
    size_t room = b->room ? b->room * 2 : 4096;
    while (room - b->n < size) room *= 2;
    char *at = realloc(b->at, room);
    if (!at) return !(b->failed = true);
    b->at = at;
    b->room = room;
    return true;
}

static inline bool add(rz_buffer *b, const void *bytes, size_t size) {
    if (b->failed || (size > b->room - b->n && !widen(b, size))) return false;
    memcpy(b->at + b->n, bytes, size);
    b->n += size;
    return true;
}

bool rz_buffer_add(rz_buffer *b, const void *bytes, size_t size) { return add(b, bytes, size); }

static rz_block_kind kind_of_line(const page *p) {
    const context *c = &p->line;
    bool linked = p->linked * 100 >= p->letters * LINK_SHARE;
    if (c->heading && (!linked || c->heading == 1)) return RZ_BLOCK_HEADING;
    if (linked) return RZ_BLOCK_LINK;
    if (c->caption) return RZ_BLOCK_CAPTION;
    if (p->timed * 100 >= p->letters * LINK_SHARE) return RZ_BLOCK_TIME;
    return c->list ? RZ_BLOCK_LIST : RZ_BLOCK_TEXT;
}

static void end_line(page *p) {
    if (p->open) {
        rz_page_line line = {.block = {.span = {p->start, (uint32_t)p->text.n}, .kind = kind_of_line(p), .level = p->line.heading},
                             .node = p->line.node, .letters = p->letters, .linked = p->linked};
        add(&p->lines, &line, sizeof line);
        add(&p->text, "\n", 1);
    }
    p->open = p->space = false;
    p->letters = p->linked = p->timed = 0;
}

static void stop(page *p) { xmlStopParser(p->parser); }

static uint32_t new_node(page *p, uint32_t parent, unsigned flags, uint32_t make) {
    rz_node node = {.parent = parent, .make = make, .soft = flags & RZ_EL_SOFT, .article = flags & RZ_EL_ARTICLE, .text = flags & RZ_EL_TEXT, .holds = flags & RZ_EL_HOLDS,
                    .cut = (uint8_t)RZ_EL_CUT_OF(flags)};
    node.aside = !node.soft && (flags & RZ_EL_ASIDE);
    return add(&p->nodes, &node, sizeof node) ? (uint32_t)(p->nodes.n / sizeof node) : parent;
}

/* A heading may be a link to itself, or back to the list of contents. */
static bool leads_within(const char *const *attributes) {
    const char *address = rz_attribute(attributes, "href");
    return address && *address == '#';
}

static context enter(page *p, unsigned flags, const char *name, const char *const *attributes) {
    context c = p->now;
    if (flags & RZ_EL_DROP) c.drop = true;
    if (flags & RZ_EL_BLOCK && !c.drop) c.node = new_node(p, c.node, flags, rz_element_make(name, attributes));
    if (flags & RZ_EL_LINK && !(c.heading && leads_within(attributes))) c.link = true;
    if (flags & RZ_EL_LIST) c.list = true;
    if (flags & RZ_EL_CRUMBS) c.crumbs = true;
    if (flags & RZ_EL_TIME) c.time = true;
    if (flags & RZ_EL_LAZY) c.lazy = true;
    if (flags & RZ_EL_CAPTION) c.caption = true;
    if (flags & RZ_EL_QUOTE) c.caption = false;
    if (flags & RZ_EL_HEADING) c.heading = (uint8_t)(name[1] - '0');
    return c;
}

static bool is_figure(const char *word, size_t size) {
    unsigned char a = (unsigned char)word[0], b = size > 1 ? (unsigned char)word[1] : 0;
    return (a >= '0' && a <= '9') || (a == 0xDB && b >= 0xB0 && b <= 0xB9) || (a == 0xD9 && b >= 0xA0 && b <= 0xA9);
}

/* A field that a reader may write into. */
static bool asks(const char *name, const char *const *attributes) {
    static const char *const writes[] = {"text", "email", "search", "tel", ""};
    if (strcmp(name, "textarea") == 0) return true;
    const char *type = rz_attribute(attributes, "type");
    bool any = !type;
    for (size_t i = 0; type && i < sizeof writes / sizeof *writes; i++) any |= strcasecmp(type, writes[i]) == 0;
    return any;
}

/* A heading ends what is only called a way to the page. */
static void note_crumb(page *p, unsigned flags, const char *const *attributes) {
    p->crumbs_end |= p->crumbs.n && (!p->now.crumbs || flags & RZ_EL_HEADING);
    if (p->now.crumbs && !p->crumbs_end && flags & RZ_EL_LINK && !p->now.drop) rz_crumb_begin(&p->crumbs, rz_attribute(attributes, "href"));
}

static void tell(page *p, const char *name, const char *const *attributes) {
    rz_meta_element(p->meta, name, attributes);
    p->in_title = strcmp(name, "title") == 0 && p->title.n == 0;
    if (strcmp(name, "script") != 0) return;
    const char *type = rz_attribute(attributes, "type");
    p->in_json = type && strcasecmp(type, "application/ld+json") == 0;
    p->json.n = 0;
}

static void start_element(void *self, const xmlChar *element, const xmlChar **atts) {
    page *p = self;
    const char *name = (const char *)element, *const *attributes = (const char *const *)atts;
    unsigned flags = rz_element_flags(name, attributes);
    if (flags & (RZ_EL_BLOCK | RZ_EL_BREAK) && !(flags & RZ_EL_LAZY)) end_line(p);
    p->joint = p->open && !p->space && p->text.n == p->closed && (flags & RZ_EL_INLINE);
    add(&p->stack, &p->now, sizeof p->now);
    if (p->now.node && !p->now.drop && (flags & RZ_EL_ASKS) && asks(name, attributes)) ((rz_node *)(void *)p->nodes.at)[p->now.node - 1].asks = true;
    p->now = enter(p, flags, name, attributes);
    p->in_title = false;
    if (flags & RZ_EL_TELLS) tell(p, name, attributes);
    if (p->crumbs.n || p->now.crumbs) note_crumb(p, flags, attributes);
    if (p->stack.n / sizeof(context) > DEPTH_MAX && !(flags & RZ_EL_DROP) && p->parser->input) {
        p->resume = p->parser->input->consumed + (size_t)(p->parser->input->cur - p->parser->input->base); /* near the end the base moves on */
        stop(p);
    }
    if (p->stack.failed || p->lines.failed || p->text.failed || p->nodes.failed) stop(p);
}

static void end_element(void *self, const xmlChar *element) {
    page *p = self;
    const char *name = (const char *)element;
    unsigned flags = rz_element_flags(name, NULL);
    if (flags & RZ_EL_BLOCK && !(flags & RZ_EL_LAZY)) end_line(p);
    p->closed = flags & RZ_EL_INLINE ? p->text.n : 0;
    if (p->in_json && strcmp(name, "script") == 0) {
        if (!p->json.failed && !rz_meta_json(p->meta, p->json.at, p->json.n, &p->body, &p->told_crumbs)) p->failed = true;
        p->in_json = false;
    }
    p->in_title = false;
    if (p->stack.n < sizeof(context)) return;
    p->stack.n -= sizeof(context);
    memcpy(&p->now, p->stack.at + p->stack.n, sizeof p->now);
}

/* A word, or a few with a space between each two. */
static void add_words(page *p, const char *word, size_t size, size_t spaces) {
    if (p->text.n + size + 2 > RZ_ARTICLE_MAX) {
        p->too_long = true;
        stop(p);
        return;
    }
    if (p->open && p->line.lazy != p->now.lazy) end_line(p);
    if (!p->open) p->start = (uint32_t)p->text.n, p->line = p->now, p->open = true;
    else if (p->space || (p->joint && is_figure(word, size))) add(&p->text, " ", 1); /* «نام۱۴۰۲/۰۱/۰۲» */
    p->space = p->joint = false;
    add(&p->text, word, size);
    size -= spaces;
    p->letters += (uint32_t)size;
    if (p->now.link) p->linked += (uint32_t)size;
    if (p->now.time) p->timed += (uint32_t)size;
}

/* The length of white space at s: ASCII's, and the space that does not break. */
static inline size_t space_at(const char *s, const char *end) {
    if ((unsigned char)*s <= ' ') return 1;
    return *s == '\xC2' && end - s >= 2 && s[1] == '\xA0' ? 2 : 0;
}

/* Joiners and marks alone make no line: they show nothing. */
static bool shows(const char *s, const char *end) {
    while (s < end) {
        uint32_t length, c = rz_utf8_next(s, end, &length);
        s += length;
        if (c > ' ' && !(c >= 0x200B && c <= 0x200F) && !(c >= 0x202A && c <= 0x202E) && c != 0xFEFF && c != 0xAD) return true;
    }
    return false;
}

/* Whether the mark at `at` stands in Persian letters: there it was written for a joiner. */
static bool is_joiner(const page *p, const char *word, const char *at) {
    const char *before = at > word ? at - 2 : p->open && !p->space && p->text.n >= 2 ? p->text.at + p->text.n - 2 : NULL;
    return before && (at == word || before >= word) && (unsigned char)*before >= 0xD8 && (unsigned char)*before <= 0xDB;
}

/* Soft hyphens say where a word may be broken, and are none of its letters. */
static void add_pieces(page *p, const char *word, const char *end) {
    const char *from = word, *at = word;
    while ((at = memmem(at, (size_t)(end - at), "\xC2\xAD", 2)) != NULL) {
        if (!is_joiner(p, word, at)) {
            if (at > from) add_words(p, from, (size_t)(at - from), 0);
            from = at + 2;
        }
        at += 2;
    }
    if (end > from) add_words(p, from, (size_t)(end - from), 0);
}

static void characters(void *self, const xmlChar *chars, int length) {
    page *p = self;
    const char *s = (const char *)chars, *end = s + length;
    if (p->in_json && p->json.n + (size_t)length <= JSON_MAX) add(&p->json, s, (size_t)length);
    if (p->in_title && p->title.n + (size_t)length <= TITLE_MAX) add(&p->title, s, (size_t)length);
    if (p->now.drop) return;
    if (p->now.crumbs && p->now.link && !p->crumbs_end) rz_crumb_add(&p->crumbs, s, (size_t)length);
    bool soft = length > 0 && memchr(s, 0xC2, (size_t)length) && memmem(s, (size_t)length, "\xC2\xAD", 2);
    while (s < end && !p->too_long) {
        for (size_t space; s < end && (space = space_at(s, end)); s += space) p->space = true;
        if (s == end) break;
        const char *word = s;
        bool together = p->open && !soft;
        size_t spaces = 0;
        for (size_t at; s < end && (!(at = space_at(s, end)) || (together && *s == ' ' && s + 1 < end && !space_at(s + 1, end))); s++) spaces += at;
        if (!p->open && !shows(word, s)) continue;
        if (soft) add_pieces(p, word, s);
        else add_words(p, word, (size_t)(s - word), spaces);
    }
}

static void page_free(page *p) {
    free(p->text.at);
    free(p->lines.at);
    free(p->stack.at);
    free(p->nodes.at);
    free(p->json.at);
    free(p->title.at);
    free(p->body.at);
}

static bool out_of_memory(const page *p) {
    return p->failed || p->text.failed || p->lines.failed || p->stack.failed || p->nodes.failed || p->json.failed || p->title.failed || p->body.failed;
}

/* Without memory libxml2 goes on as if nothing were, and may not find an end: it is stopped. */
static void on_error(void *self, xmlErrorPtr error) {
    page *p = self;
    if (error->code != XML_ERR_NO_MEMORY) return;
    p->failed = true;
    if (p->parser) stop(p);
}

/* Parses up to the end or to where the elements lie too deep; false when memory runs out. */
static bool parse_some(page *p, rz_str in) {
    htmlSAXHandler handler = {.startElement = start_element, .endElement = end_element, .characters = characters,
                              .ignorableWhitespace = characters, .cdataBlock = characters};
    p->parser = htmlCreateMemoryParserCtxt(in.at, (int)in.size);
    if (!p->parser) return false;
    htmlCtxtUseOptions(p->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                      HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    *p->parser->sax = handler;
    p->parser->userData = p;
    p->parser->charset = XML_CHAR_ENCODING_UTF8; /* it was checked: nothing is to be guessed or converted */
    p->parser->progressive = 1;                  /* all of it is there: nothing more is to be asked for */
    htmlParseDocument(p->parser);
    htmlFreeParserCtxt(p->parser);
    p->parser = NULL;
    return !out_of_memory(p);
}

/* The page's own first sentences stand in that body once more. */
static void set_shown_aside(page *p, size_t n_lines, size_t told) {
    enum { MOST = 64, LEAST = 40, PROBE = 48 };
    rz_page_line *lines = (rz_page_line *)(void *)p->lines.at;
    for (size_t i = 0, looked = 0; i < n_lines && looked < MOST; i++) {
        rz_span span = lines[i].block.span;
        size_t size = span.end - span.start;
        if (size < LEAST || lines[i].block.kind == RZ_BLOCK_HEADING || lines[i].linked * 2 > lines[i].letters) continue;
        looked++;
        if (memmem(p->text.at + told, p->text.n - told, p->text.at + span.start, size < PROBE ? size : PROBE))
            lines[i].block.kind = RZ_BLOCK_ASIDE, lines[i].block.cut = RZ_CUT_ASIDE;
    }
}

/* The body that the page tells to machines alone, in an element of its own: *told. */
static bool parse_told(page *p, uint32_t *told) {
    if (p->too_long || p->text.n + p->body.n * 2 > RZ_ARTICLE_MAX || !rz_body_is_hidden(&p->body, &p->text)) return true;
    rz_buffer as_page = {0};
    bool done = rz_body_page(&p->body, &as_page);
    if (done) {
        *told = new_node(p, 0, RZ_EL_ARTICLE | RZ_EL_HOLDS, 0);
        p->stack.n = 0;
        p->now = (context){.node = *told};
        size_t n_lines = p->lines.n / sizeof(rz_page_line), from = p->text.n;
        done = parse_some(p, (rz_str){as_page.at, (uint32_t)as_page.n});
        end_line(p);
        done = done && !out_of_memory(p);
        if (done) set_shown_aside(p, n_lines, from);
    }
    free(as_page.at);
    return done;
}

static bool parse_all(page *p, rz_str in) {
    bool done;
    do {
        p->resume = 0;
        p->stack.n = 0; /* what was open stays in force through p->now */
        done = parse_some(p, in);
        size_t read = p->resume;
        while (read && read < in.size && (in.at[read] == '/' || in.at[read] == '>'))
            if (in.at[read++] == '>') break;
        in.at += read;
        in.size -= (uint32_t)read;
    } while (done && p->resume && in.size && !p->too_long);
    end_line(p);
    uint32_t told = 0;
    done = done && !out_of_memory(p) && parse_told(p, &told);
    if (done) p->is_list = rz_outline_settle((rz_node *)(void *)p->nodes.at, (uint32_t)(p->nodes.n / sizeof(rz_node)),
                                (rz_page_line *)(void *)p->lines.at, (uint32_t)(p->lines.n / sizeof(rz_page_line)), told);
    return done;
}

/* Errors come to us, not to the thread's own handler, which prints. */
static bool parse(page *p, rz_str in) {
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *its = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(p, on_error);
    bool done = parse_all(p, in);
    xmlSetStructuredErrorFunc(its, handler);
    return done;
}

static void copy_out(rz_arena *arena, const page *p, rz_incoming *out) {
    const rz_page_line *lines = (const rz_page_line *)(const void *)p->lines.at;
    out->is_list = p->is_list && p->meta[RZ_META_PUBLISHED].rank < SAYS_ARTICLE;
    out->n_blocks = (uint32_t)(p->lines.n / sizeof *lines);
    out->blocks = RZ_NEW_N(arena, rz_block, out->n_blocks + 1);
    for (uint32_t i = 0; i < out->n_blocks; i++) out->blocks[i] = lines[i].block;
    out->size = (uint32_t)p->text.n;
    out->text = rz_copy(arena, p->text.n ? p->text.at : "", p->text.n);
    rz_str *to[RZ_META_KINDS] = {[RZ_META_TITLE] = &out->meta_title, [RZ_META_SITE] = &out->meta_site, [RZ_META_URL] = &out->meta_url,
                                 [RZ_META_PUBLISHED] = &out->meta_published, [RZ_META_LANGUAGE] = &out->meta_language,
                                 [RZ_META_PAGE] = &out->meta_page, [RZ_META_UPDATED] = &out->meta_updated, [RZ_META_AUTHOR] = &out->meta_author,
                                 [RZ_META_SECTION] = &out->meta_section};
    for (int k = 0; k < RZ_META_KINDS; k++)
        *to[k] = (rz_str){rz_copy(arena, p->meta[k].value, p->meta[k].size), p->meta[k].size};
}

/* The arena's exit must not leak what libxml2's callbacks gathered: it is taken from here, after that is freed. */
static void copy_or_free(rz_arena *arena, page *p, rz_incoming *out) {
    jmp_buf *outer = arena->exit, here;
    if (setjmp(here)) {
        page_free(p);
        arena->exit = outer;
        longjmp(*outer, 1);
    }
    arena->exit = &here;
    copy_out(arena, p, out);
    arena->exit = outer;
}

static pthread_once_t ready = PTHREAD_ONCE_INIT; /* the first call of libxml2 sets up its locks, itself unguarded */

bool rz_page_read(rz_arena *arena, rz_str in, rz_incoming *out, rz_error *error) {
    pthread_once(&ready, xmlInitParser);
    page *p = RZ_NEW(arena, page);
    bool done = parse(p, in);
    if (p->title.n) rz_meta_offer(&p->meta[RZ_META_TITLE], p->title.at, p->title.n, 1), rz_meta_offer(&p->meta[RZ_META_PAGE], p->title.at, p->title.n, 1);
    rz_crumbs_offer(&p->crumbs, &p->told_crumbs, p->meta);
    if (done && !p->too_long) copy_or_free(arena, p, out);
    page_free(p);
    if (!done) return rz_fail(error, RZ_NO_MEMORY, 0, "no memory to read the page");
    if (p->too_long) return rz_fail(error, RZ_TOO_LONG, 0, "the text of the page is longer than the %u bytes an article may have", RZ_ARTICLE_MAX);
    return true;
}
