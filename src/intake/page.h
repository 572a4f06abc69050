/* What is gathered from a page while libxml2 parses it. Private to the intake.
 *
 * libxml2 calls back in the middle of its own allocations, so that an arena's exit must not be taken from there: what
 * is gathered lies in malloc'd buffers that remember a failure, and goes to the arena once the parser is freed. */
#ifndef RZ_INTAKE_PAGE_H
#define RZ_INTAKE_PAGE_H

#include "intake/intake.h"

typedef struct {
    char *at;
    size_t n, room;
    bool failed; /* memory ran out or the limit was met: nothing more is taken */
} rz_buffer;

bool rz_buffer_add(rz_buffer *buffer, const void *bytes, size_t size);

/* What a page may say of itself, each from the best place that said it. */
typedef enum { RZ_META_TITLE, RZ_META_SITE, RZ_META_URL, RZ_META_PUBLISHED, RZ_META_LANGUAGE, RZ_META_PAGE, RZ_META_UPDATED, RZ_META_AUTHOR, RZ_META_SECTION, RZ_META_KINDS } rz_meta_kind;
typedef struct {
    char value[1024];
    uint16_t size;
    uint8_t rank; /* of the place it came from; a higher one replaces it; 0: nothing yet */
} rz_meta;

void rz_meta_offer(rz_meta *meta, const char *value, size_t size, uint8_t rank);

/* The way from the home page to this one. */
enum { RZ_CRUMBS = 6 /* of more it is a menu */, RZ_CRUMB_NAME = 100 };
typedef struct {
    char name[RZ_CRUMB_NAME];
    uint8_t n;
    bool too_long; /* for a section's name */
    bool home;     /* leads to the home page, or nowhere */
} rz_crumb;
typedef struct {
    rz_crumb at[RZ_CRUMBS];
    uint32_t n;
} rz_crumbs;
void rz_crumb_begin(rz_crumbs *crumbs, const char *address); /* NULL: nowhere */
void rz_crumb_add(rz_crumbs *crumbs, const char *text, size_t size);
/* The section: the last of them that is neither the home page nor the page itself, by its titles. */
void rz_crumbs_offer(const rz_crumbs *shown, const rz_crumbs *told, rz_meta meta[RZ_META_KINDS]);

/* A <meta>, <link>, <time> or <html> element with its attributes (name, value, …, NULL). */
void rz_meta_element(rz_meta meta[RZ_META_KINDS], const char *name, const char *const *attributes);
/* The text of a <script type="application/ld+json">; false when memory ran out. The longest body of an article in it goes to *body, where it
 * is longer than what is there; the way to the page to *crumbs, where none is there. */
bool rz_meta_json(rz_meta meta[RZ_META_KINDS], const char *json, size_t size, rz_buffer *body, rz_crumbs *crumbs);
const char *rz_attribute(const char *const *attributes, const char *name); /* its value, "" where it has none; NULL: not there */

/* What an element is to a reader of articles. */
enum {
    RZ_EL_BLOCK = 1,    /* begins and ends a line */
    RZ_EL_DROP = 2,     /* what is inside is not read */
    RZ_EL_ASIDE = 4,    /* menus, footers, forms */
    RZ_EL_LINK = 8,
    RZ_EL_LIST = 16,
    RZ_EL_TIME = 32,
    RZ_EL_CAPTION = 64,
    RZ_EL_ARTICLE = 128,
    RZ_EL_HEADING = 256,
    RZ_EL_BREAK = 512,  /* ends a line, holds nothing */
    RZ_EL_SOFT = 1024,  /* set aside by a class or id, or a form: not where the page's prose is inside */
    RZ_EL_HOLDS = 2048, /* holds other blocks: a section of the page, not a paragraph */
    RZ_EL_QUOTE = 4096, /* in a figure it is no caption of it */
    RZ_EL_LAZY = 8192,  /* begins and ends a line only where it shows something */
    RZ_EL_TEXT = 16384, /* called the body of the article by its class or itemprop */
    RZ_EL_CUT = 16,     /* the rz_aside of what is set aside, shifted by this */
    RZ_EL_TELLS = 1 << 24, /* its attributes may tell of the page or of what it holds: html, link, meta, script */
    RZ_EL_ASKS = 1 << 25,  /* a reader may write into it */
    RZ_EL_INLINE = 1 << 26, /* style sheets set it beside others with a gap between them: no white space stands there */
    RZ_EL_CRUMBS = 1 << 27  /* holds the way from the home page */
};
#define RZ_EL_CUT_OF(flags) ((rz_aside)((flags) >> RZ_EL_CUT & 0xFF))
/* The flags of an element by its name and what its class, id, role and itemprop say. */
unsigned rz_element_flags(const char *name, const char *const *attributes);
uint32_t rz_element_make(const char *name, const char *const *attributes); /* of its name and its class or id, but for figures; 0: neither */

/* ---- the outline of a page: its block elements, what they hold, and in which of them the article is ---- */

typedef struct {
    uint32_t parent;  /* its place counted from 1; 0: none */
    uint32_t best;    /* of the elements right inside, the one with the most prose; 0: none */
    uint64_t letters, linked; /* bytes of the text in it, and of that in links */
    uint64_t prose;   /* bytes of longer lines that are no links, without what its markup surely sets aside */
    uint64_t live;    /* the same without all that is set aside */
    uint64_t marked;  /* the most live prose in one of the elements in it that the page calls its article */
    uint64_t own;     /* bytes of the longer lines of which it is the innermost section */
    uint32_t first, lines, prose_lines; /* its first line, counted from 1, and how many */
    uint32_t heads;   /* the headings of the highest level in it */
    uint32_t make;    /* its name and class in one number, its id where it has no class; 0: it has neither */
    uint32_t teasers; /* of the elements right inside, those that are a title that is a link and its lead */
    uint16_t depth;
    uint8_t cut;      /* rz_aside */
    bool soft, aside, article, holds, path /* the article lies in it */, inside /* it lies in the article */, main /* its paragraphs are the article's */, asks /* to write something into a field */, text /* called the article's body */, split /* those inside with prose are pieces of one make */, around /* main sections, or what holds them */;
} rz_node;

typedef struct {
    rz_block block;
    uint32_t node, letters, linked;
} rz_page_line;

/* Decides which elements are set aside and which one holds the article; tells the lines. `told`: the element that is known to hold it; 0.
 * True: the page is a list of articles. */
bool rz_outline_settle(rz_node *nodes, uint32_t n_nodes, rz_page_line *lines, uint32_t n_lines, uint32_t told);

uint32_t rz_section_of(const rz_node *nodes, uint32_t node); /* the innermost section of the page around the element; 0: none */
/* The sections of the article's paragraphs; and what the lines are told. */
void rz_sections_mark(rz_node *nodes, uint32_t n);
void rz_sections_tell(const rz_node *nodes, rz_page_line *lines, uint32_t n_lines);

/* Does the page show so little of the body that it tells of in its data for machines? Pages for subscribers, and those that a script fills. */
bool rz_body_is_hidden(const rz_buffer *body, const rz_buffer *text);
/* The same with a paragraph for each of its lines; false when memory ran out. */
bool rz_body_page(const rz_buffer *body, rz_buffer *page);

/* Encodings: the text in UTF-8, the input itself where it is that already. `said`: by whoever handed it on, or NULL. *encoding: what it was
 * taken for. Damage in UTF-8 is a replacement character in a page; a text with some is refused, as its bytes are counted in. */
bool rz_text_utf8(rz_arena *arena, rz_str *text, const char *said, bool page, const char **encoding, rz_error *error);
bool rz_is_utf16(rz_str text);
bool rz_page_read(rz_arena *arena, rz_str page, rz_incoming *out, rz_error *error);
bool rz_looks_like_html(const char *bytes, size_t size);

#endif
