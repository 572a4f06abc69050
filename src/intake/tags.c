/* The elements: which stand empty, which end before which, which closing tags go further than others, and what each is to a reader of articles. */
#include "intake/markup.h"

#include <endian.h>

/* What ends the same elements is of one kind. */
enum { A = 1, ADDRESS, BLOCK, BODY, CAPTION, CELL, CENTER, COL, COLGROUP, DD, DT, FIELDSET, FORM, INLINE, LI, NOSCRIPT, OPTION, P, ROW, TABLE, TBODY, TFOOT, THEAD, UL };
enum { RANK_DIV = 1, RANK_CELL, RANK_ROW, RANK_ROWS, RANK_TABLE, RANK_PAGE, RANK_ALL };

#define BY(kind) (1u << (kind))
#define CUT(what) ((unsigned)RZ_CUT_##what << RZ_EL_CUT)
#define HOLDS (RZ_EL_BLOCK | RZ_EL_HOLDS)
#define SETS_ASIDE(what) (HOLDS | RZ_EL_ASIDE | CUT(what))

/* In alphabetical order. What is not here runs on within a line. */
static const rz_tag tags[] = {
    {"a", .flags = RZ_EL_LINK | RZ_EL_INLINE, .kind = A, .closed_by = BY(A) | BY(CELL) | BY(FIELDSET) | BY(TABLE)},
    {"abbr", .kind = INLINE},
    {"acronym", .kind = INLINE},
    {"address", .flags = RZ_EL_BLOCK, .kind = ADDRESS, .closed_by = BY(DD) | BY(DT) | BY(FORM) | BY(LI) | BY(UL)},
    {"amp-ad", .flags = RZ_EL_DROP},
    {"amp-embed", .flags = RZ_EL_DROP}, /* what an advertiser recommends */
    {"amp-sidebar", .flags = SETS_ASIDE(MENU)},
    {"amp-social-share", .flags = RZ_EL_DROP},
    {"area", .traits = RZ_TAG_EMPTY},
    {"article", .flags = HOLDS | RZ_EL_ARTICLE},
    {"aside", .flags = SETS_ASIDE(ASIDE)},
    {"audio", .flags = RZ_EL_DROP},
    {"b", .kind = INLINE, .closed_by = BY(CELL) | BY(CENTER) | BY(P)},
    {"base", .traits = RZ_TAG_EMPTY | RZ_TAG_FOR_HEAD},
    {"basefont", .traits = RZ_TAG_EMPTY},
    {"bdo", .kind = INLINE},
    {"big", .kind = INLINE, .closed_by = BY(P)},
    {"blockquote", .flags = RZ_EL_BLOCK | RZ_EL_QUOTE, .kind = BLOCK},
    {"body", .flags = HOLDS, .kind = BODY, .rank = RANK_PAGE, .traits = RZ_TAG_BODY},
    {"br", .flags = RZ_EL_BREAK, .kind = INLINE, .traits = RZ_TAG_EMPTY},
    {"button", .flags = SETS_ASIDE(FORM)},
    {"canvas", .flags = RZ_EL_DROP},
    {"caption", .flags = RZ_EL_BLOCK | RZ_EL_CAPTION, .kind = CAPTION, .closed_by = BY(COL) | BY(COLGROUP) | BY(ROW) | BY(TBODY) | BY(TFOOT) | BY(THEAD)},
    {"center", .flags = HOLDS, .kind = CENTER},
    {"cite", .kind = INLINE},
    {"code", .kind = INLINE},
    {"col", .kind = COL, .traits = RZ_TAG_EMPTY},
    {"colgroup", .kind = COLGROUP, .closed_by = BY(COLGROUP) | BY(ROW) | BY(TBODY) | BY(TFOOT) | BY(THEAD)},
    {"dd", .flags = RZ_EL_BLOCK, .kind = DD, .closed_by = BY(DT)},
    {"details", .flags = HOLDS},
    {"dfn", .kind = INLINE},
    {"dialog", .flags = SETS_ASIDE(ASIDE)},
    {"dir", .kind = BLOCK, .closed_by = BY(DD) | BY(DT) | BY(FORM) | BY(UL)},
    {"div", .flags = HOLDS, .kind = BLOCK, .rank = RANK_DIV},
    {"dl", .flags = HOLDS, .kind = DD, .closed_by = BY(FORM) | BY(LI)},
    {"dt", .flags = RZ_EL_BLOCK, .kind = DT, .closed_by = BY(DD)},
    {"em", .kind = INLINE},
    {"fieldset", .flags = SETS_ASIDE(FORM), .kind = FIELDSET},
    {"figcaption", .flags = RZ_EL_BLOCK | RZ_EL_CAPTION},
    {"figure", .flags = RZ_EL_BLOCK | RZ_EL_CAPTION},
    {"font", .kind = INLINE, .closed_by = BY(CELL) | BY(CENTER)},
    {"footer", .flags = SETS_ASIDE(FOOTER)},
    {"form", .flags = SETS_ASIDE(FORM) | RZ_EL_SOFT, .kind = FORM, .closed_by = BY(FORM)},
    {"frame", .traits = RZ_TAG_EMPTY | RZ_TAG_FRAMES},
    {"frameset", .kind = BODY, .traits = RZ_TAG_FRAMES},
    {"h1", .flags = RZ_EL_BLOCK | RZ_EL_HEADING, .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h2", .flags = RZ_EL_BLOCK | RZ_EL_HEADING, .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h3", .flags = RZ_EL_BLOCK | RZ_EL_HEADING, .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h4", .flags = RZ_EL_BLOCK | RZ_EL_HEADING, .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h5", .flags = RZ_EL_BLOCK | RZ_EL_HEADING, .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h6", .flags = RZ_EL_BLOCK | RZ_EL_HEADING, .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"head", .flags = RZ_EL_DROP, .kind = CAPTION, .rank = RANK_PAGE, .traits = RZ_TAG_HEAD, .closed_by = BY(A) | BY(ADDRESS) | BY(BLOCK) | BY(BODY) | BY(CENTER) | BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(INLINE) | BY(LI) | BY(P) | BY(TABLE) | BY(UL)},
    {"header", .flags = HOLDS},
    {"hr", .flags = RZ_EL_BREAK, .kind = BLOCK, .traits = RZ_TAG_EMPTY},
    {"html", .flags = HOLDS | RZ_EL_TELLS, .rank = RANK_ALL, .traits = RZ_TAG_HTML},
    {"i", .kind = INLINE, .closed_by = BY(CELL) | BY(CENTER) | BY(P)},
    {"iframe", .flags = RZ_EL_DROP, .kind = INLINE},
    {"img", .kind = INLINE, .traits = RZ_TAG_EMPTY},
    {"input", .flags = RZ_EL_ASKS, .traits = RZ_TAG_EMPTY},
    {"isindex", .traits = RZ_TAG_EMPTY},
    {"kbd", .kind = INLINE},
    {"legend", .flags = SETS_ASIDE(FORM), .closed_by = BY(FIELDSET)},
    {"li", .flags = RZ_EL_BLOCK | RZ_EL_LIST, .kind = LI, .closed_by = BY(LI)},
    {"link", .flags = RZ_EL_TELLS, .traits = RZ_TAG_EMPTY | RZ_TAG_FOR_HEAD},
    {"listing", .kind = BLOCK, .closed_by = BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(LI) | BY(TABLE) | BY(UL)},
    {"main", .flags = HOLDS | RZ_EL_ARTICLE},
    {"map", .kind = INLINE},
    {"math", .flags = RZ_EL_DROP},
    {"menu", .flags = SETS_ASIDE(MENU), .kind = ADDRESS, .closed_by = BY(DD) | BY(DT) | BY(FORM) | BY(UL)},
    {"meta", .flags = RZ_EL_TELLS, .traits = RZ_TAG_EMPTY | RZ_TAG_FOR_HEAD},
    {"nav", .flags = SETS_ASIDE(MENU)},
    {"noframes", .flags = RZ_EL_DROP, .traits = RZ_TAG_FRAMES},
    {"noscript", .flags = SETS_ASIDE(FORM) | RZ_EL_SOFT | RZ_EL_LAZY, .kind = NOSCRIPT}, /* a few pages have the whole article in one */
    {"object", .flags = RZ_EL_DROP},
    {"ol", .flags = HOLDS, .kind = ADDRESS, .closed_by = BY(FORM) | BY(UL)},
    {"optgroup", .kind = OPTION},
    {"option", .flags = RZ_EL_DROP, .kind = OPTION, .closed_by = BY(OPTION)},
    {"p", .flags = RZ_EL_BLOCK, .kind = P, .closed_by = BY(ADDRESS) | BY(BLOCK) | BY(BODY) | BY(CAPTION) | BY(CELL) | BY(CENTER) | BY(COL) | BY(COLGROUP) | BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(ROW) | BY(TABLE) | BY(TBODY) | BY(TFOOT) | BY(UL)},
    {"param", .traits = RZ_TAG_EMPTY},
    {"pre", .flags = RZ_EL_BLOCK | RZ_EL_QUOTE, .kind = ADDRESS, .closed_by = BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(LI) | BY(TABLE) | BY(UL)},
    {"q", .kind = INLINE},
    {"rp", .flags = RZ_EL_DROP},
    {"rt", .flags = RZ_EL_DROP}, /* how the signs above which it stands are said */
    {"s", .kind = INLINE, .closed_by = BY(P)},
    {"samp", .kind = INLINE},
    {"script", .flags = RZ_EL_DROP | RZ_EL_TELLS, .traits = RZ_TAG_RAW | RZ_TAG_FOR_HEAD, .closed_by = BY(NOSCRIPT)},
    {"section", .flags = HOLDS},
    {"select", .flags = RZ_EL_DROP},
    {"small", .kind = INLINE, .closed_by = BY(P)},
    {"span", .flags = RZ_EL_INLINE, .kind = INLINE, .closed_by = BY(CELL)},
    {"strike", .kind = INLINE, .closed_by = BY(P)},
    {"strong", .kind = INLINE},
    {"style", .flags = RZ_EL_DROP, .traits = RZ_TAG_RAW | RZ_TAG_FOR_HEAD, .closed_by = BY(BODY)},
    {"sub", .kind = INLINE},
    {"summary", .flags = RZ_EL_BLOCK},
    {"sup", .kind = INLINE},
    {"svg", .flags = RZ_EL_DROP},
    {"table", .flags = HOLDS | RZ_EL_QUOTE, .kind = TABLE, .rank = RANK_TABLE},
    {"tbody", .flags = HOLDS, .kind = TBODY, .rank = RANK_ROWS, .closed_by = BY(TBODY) | BY(TFOOT)},
    {"td", .flags = HOLDS, .kind = CELL, .rank = RANK_CELL, .closed_by = BY(CELL) | BY(ROW) | BY(TBODY) | BY(TFOOT)},
    {"template", .flags = RZ_EL_DROP},
    {"textarea", .flags = RZ_EL_DROP | RZ_EL_ASKS},
    {"tfoot", .flags = RZ_EL_BLOCK, .kind = TFOOT, .rank = RANK_ROWS, .closed_by = BY(TBODY)},
    {"th", .flags = RZ_EL_BLOCK, .kind = CELL, .rank = RANK_CELL, .closed_by = BY(CELL) | BY(ROW) | BY(TBODY) | BY(TFOOT)},
    {"thead", .flags = RZ_EL_BLOCK, .kind = THEAD, .rank = RANK_ROWS, .closed_by = BY(TBODY) | BY(TFOOT)},
    {"time", .flags = RZ_EL_TIME | RZ_EL_INLINE | RZ_EL_TELLS},
    {"title", .flags = RZ_EL_DROP | RZ_EL_TELLS, .kind = CAPTION, .traits = RZ_TAG_FOR_HEAD, .closed_by = BY(BODY)},
    {"tr", .flags = HOLDS, .kind = ROW, .rank = RANK_ROW, .closed_by = BY(ROW) | BY(TBODY) | BY(TFOOT)},
    {"tt", .kind = INLINE, .closed_by = BY(P)},
    {"u", .kind = INLINE, .closed_by = BY(CELL) | BY(P)},
    {"ul", .flags = HOLDS, .kind = UL, .closed_by = BY(ADDRESS) | BY(FORM)},
    {"var", .kind = INLINE},
    {"video", .flags = RZ_EL_DROP},
    {"xmp", .kind = BLOCK, .closed_by = BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(LI) | BY(TABLE) | BY(UL)},
};

const rz_tag rz_tag_unknown = {.name = ""};

static uint64_t head_of(const char *name) {
    uint64_t head;
    memcpy(&head, name, sizeof head);
    return be64toh(head);
}

const rz_tag *rz_tag_of(const char *name) {
    char word[sizeof tags->name] = {0};
    size_t size = strlen(name), low = 0, n = sizeof tags / sizeof *tags;
    if (size >= sizeof word) return &rz_tag_unknown;
    memcpy(word, name, size);
    while (n) { /* the first whose head is not lower is in [low, low + n] */
        size_t half = n / 2;
        if (head_of(tags[low + half].name) < head_of(word)) low += half + 1, n -= half + 1;
        else n = half;
    }
    return low < sizeof tags / sizeof *tags && !strcmp(tags[low].name, word) ? &tags[low] : &rz_tag_unknown;
}
