/* What HTML says of its elements: which stand empty, which end before which, and which closing tags go further than others. */
#include "intake/markup.h"

#include <endian.h>

/* What ends the same elements is of one kind. */
enum { A = 1, ADDRESS, BLOCK, BODY, CAPTION, CELL, CENTER, COL, COLGROUP, DD, DT, FIELDSET, FORM, INLINE, LI, NOSCRIPT, OPTION, P, ROW, TABLE, TBODY, TFOOT, THEAD, UL };
enum { RANK_DIV = 1, RANK_CELL, RANK_ROW, RANK_ROWS, RANK_TABLE, RANK_PAGE, RANK_ALL };

#define BY(kind) (1u << (kind))

/* In alphabetical order. */
static const rz_tag tags[] = {
    {"a", .kind = A, .closed_by = BY(A) | BY(CELL) | BY(FIELDSET) | BY(TABLE)},
    {"abbr", .kind = INLINE},
    {"acronym", .kind = INLINE},
    {"address", .kind = ADDRESS, .closed_by = BY(DD) | BY(DT) | BY(FORM) | BY(LI) | BY(UL)},
    {"area", .traits = RZ_TAG_EMPTY},
    {"b", .kind = INLINE, .closed_by = BY(CELL) | BY(CENTER) | BY(P)},
    {"base", .traits = RZ_TAG_EMPTY | RZ_TAG_FOR_HEAD},
    {"basefont", .traits = RZ_TAG_EMPTY},
    {"bdo", .kind = INLINE},
    {"big", .kind = INLINE, .closed_by = BY(P)},
    {"blockquote", .kind = BLOCK},
    {"body", .kind = BODY, .rank = RANK_PAGE, .traits = RZ_TAG_BODY},
    {"br", .kind = INLINE, .traits = RZ_TAG_EMPTY},
    {"caption", .kind = CAPTION, .closed_by = BY(COL) | BY(COLGROUP) | BY(ROW) | BY(TBODY) | BY(TFOOT) | BY(THEAD)},
    {"center", .kind = CENTER},
    {"cite", .kind = INLINE},
    {"code", .kind = INLINE},
    {"col", .kind = COL, .traits = RZ_TAG_EMPTY},
    {"colgroup", .kind = COLGROUP, .closed_by = BY(COLGROUP) | BY(ROW) | BY(TBODY) | BY(TFOOT) | BY(THEAD)},
    {"dd", .kind = DD, .closed_by = BY(DT)},
    {"dfn", .kind = INLINE},
    {"dir", .kind = BLOCK, .closed_by = BY(DD) | BY(DT) | BY(FORM) | BY(UL)},
    {"div", .kind = BLOCK, .rank = RANK_DIV},
    {"dl", .kind = DD, .closed_by = BY(FORM) | BY(LI)},
    {"dt", .kind = DT, .closed_by = BY(DD)},
    {"em", .kind = INLINE},
    {"fieldset", .kind = FIELDSET},
    {"font", .kind = INLINE, .closed_by = BY(CELL) | BY(CENTER)},
    {"form", .kind = FORM, .closed_by = BY(FORM)},
    {"frame", .traits = RZ_TAG_EMPTY | RZ_TAG_FRAMES},
    {"frameset", .kind = BODY, .traits = RZ_TAG_FRAMES},
    {"h1", .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h2", .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h3", .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h4", .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h5", .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"h6", .kind = BLOCK, .closed_by = BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(TABLE)},
    {"head", .kind = CAPTION, .rank = RANK_PAGE, .traits = RZ_TAG_HEAD, .closed_by = BY(A) | BY(ADDRESS) | BY(BLOCK) | BY(BODY) | BY(CENTER) | BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(INLINE) | BY(LI) | BY(P) | BY(TABLE) | BY(UL)},
    {"hr", .kind = BLOCK, .traits = RZ_TAG_EMPTY},
    {"html", .rank = RANK_ALL, .traits = RZ_TAG_HTML},
    {"i", .kind = INLINE, .closed_by = BY(CELL) | BY(CENTER) | BY(P)},
    {"iframe", .kind = INLINE},
    {"img", .kind = INLINE, .traits = RZ_TAG_EMPTY},
    {"input", .traits = RZ_TAG_EMPTY},
    {"isindex", .traits = RZ_TAG_EMPTY},
    {"kbd", .kind = INLINE},
    {"legend", .closed_by = BY(FIELDSET)},
    {"li", .kind = LI, .closed_by = BY(LI)},
    {"link", .traits = RZ_TAG_EMPTY | RZ_TAG_FOR_HEAD},
    {"listing", .kind = BLOCK, .closed_by = BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(LI) | BY(TABLE) | BY(UL)},
    {"map", .kind = INLINE},
    {"menu", .kind = ADDRESS, .closed_by = BY(DD) | BY(DT) | BY(FORM) | BY(UL)},
    {"meta", .traits = RZ_TAG_EMPTY | RZ_TAG_FOR_HEAD},
    {"noframes", .traits = RZ_TAG_FRAMES},
    {"noscript", .kind = NOSCRIPT},
    {"ol", .kind = ADDRESS, .closed_by = BY(FORM) | BY(UL)},
    {"optgroup", .kind = OPTION},
    {"option", .kind = OPTION, .closed_by = BY(OPTION)},
    {"p", .kind = P, .closed_by = BY(ADDRESS) | BY(BLOCK) | BY(BODY) | BY(CAPTION) | BY(CELL) | BY(CENTER) | BY(COL) | BY(COLGROUP) | BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(LI) | BY(P) | BY(ROW) | BY(TABLE) | BY(TBODY) | BY(TFOOT) | BY(UL)},
    {"param", .traits = RZ_TAG_EMPTY},
    {"pre", .kind = ADDRESS, .closed_by = BY(DD) | BY(DT) | BY(FIELDSET) | BY(FORM) | BY(LI) | BY(TABLE) | BY(UL)},
    {"q", .kind = INLINE},
    {"s", .kind = INLINE, .closed_by = BY(P)},
    {"samp", .kind = INLINE},
    {"script", .traits = RZ_TAG_RAW | RZ_TAG_FOR_HEAD, .closed_by = BY(NOSCRIPT)},
    {"small", .kind = INLINE, .closed_by = BY(P)},
    {"span", .kind = INLINE, .closed_by = BY(CELL)},
    {"strike", .kind = INLINE, .closed_by = BY(P)},
    {"strong", .kind = INLINE},
    {"style", .traits = RZ_TAG_RAW | RZ_TAG_FOR_HEAD, .closed_by = BY(BODY)},
    {"sub", .kind = INLINE},
    {"sup", .kind = INLINE},
    {"table", .kind = TABLE, .rank = RANK_TABLE},
    {"tbody", .kind = TBODY, .rank = RANK_ROWS, .closed_by = BY(TBODY) | BY(TFOOT)},
    {"td", .kind = CELL, .rank = RANK_CELL, .closed_by = BY(CELL) | BY(ROW) | BY(TBODY) | BY(TFOOT)},
    {"tfoot", .kind = TFOOT, .rank = RANK_ROWS, .closed_by = BY(TBODY)},
    {"th", .kind = CELL, .rank = RANK_CELL, .closed_by = BY(CELL) | BY(ROW) | BY(TBODY) | BY(TFOOT)},
    {"thead", .kind = THEAD, .rank = RANK_ROWS, .closed_by = BY(TBODY) | BY(TFOOT)},
    {"title", .kind = CAPTION, .traits = RZ_TAG_FOR_HEAD, .closed_by = BY(BODY)},
    {"tr", .kind = ROW, .rank = RANK_ROW, .closed_by = BY(ROW) | BY(TBODY) | BY(TFOOT)},
    {"tt", .kind = INLINE, .closed_by = BY(P)},
    {"u", .kind = INLINE, .closed_by = BY(CELL) | BY(P)},
    {"ul", .kind = UL, .closed_by = BY(ADDRESS) | BY(FORM)},
    {"var", .kind = INLINE},
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
