/* What comes in: bytes become the article's text, in blocks, with what their markup said. */
#ifndef RZ_INTAKE_INTAKE_H
#define RZ_INTAKE_INTAKE_H

#include "base/arena.h"
#include "base/str.h"
#include "data/data.h"
#include "rayzan.h"

typedef enum {
    RZ_BLOCK_TEXT, RZ_BLOCK_HEADING, RZ_BLOCK_LINK, /* nearly all of it is links */
    RZ_BLOCK_LIST, RZ_BLOCK_TIME, RZ_BLOCK_CAPTION, RZ_BLOCK_ASIDE /* nav, footer, aside, form by their markup */
} rz_block_kind;

/* What markup sets aside, as. */
typedef enum {
    RZ_CUT_NONE, RZ_CUT_MENU, RZ_CUT_ASIDE, RZ_CUT_FOOTER, RZ_CUT_FORM, RZ_CUT_COMMENTS, RZ_CUT_RELATED, RZ_CUT_TAGS, RZ_CUT_SHARE, RZ_CUT_ADVERT,
    RZ_CUT_LINKS, RZ_CUTS
} rz_aside;

typedef struct {
    rz_span span; /* of the article's text; a line of a text file, a block element of a page */
    rz_block_kind kind;
    uint8_t level;      /* of a heading, 1..6 */
    uint8_t cut;        /* rz_aside, of a block that its markup sets aside */
    bool in_article;    /* in the part of the page that holds its prose, or in what the page calls its article */
    bool prose;         /* a longer line, most of it no links */
    uint32_t reach;     /* of a heading of the highest level: the first block behind the section with prose that it heads; 0: no such heading */
    bool main;          /* right inside the element that holds most of the article's prose, beside it */
} rz_block;

typedef struct {
    const char *text; /* the article's text, UTF-8, in the arena or the input itself */
    uint32_t size;
    bool is_input;    /* the text is the input byte for byte */
    bool is_html;
    bool is_list;     /* a page of titles and their leads, each a link to its own: no article */
    const char *encoding; /* what the input was taken for: UTF-8, windows-1256 */
    rz_block *blocks; /* in order, not overlapping, together all that is not white space */
    uint32_t n_blocks;
    /* what the page says of itself; empty where it does not */
    rz_str meta_title, meta_site, meta_url, meta_published, meta_language, meta_page; /* the last: <title>, often with the site's name */
    rz_str meta_updated, meta_author, meta_section;
} rz_incoming;

bool rz_intake(rz_arena *arena, const rz_input *input, rz_incoming *out, rz_error *error);

#endif
