/* In which sections of the article its paragraphs stand beside each other, and what each line is told of its place in the page. */
#include "intake/page.h"

enum {
    MAIN_LEAST = 50, /* percent of the article's prose that the elements around its paragraphs hold */
    FAIR = 4         /* the most prose in one of them may be so many times that in another */
};

/* Where each paragraph has a section of its own, the short ones beside them are of the article too. */
static void mark_scattered(rz_node *nodes, uint32_t n, uint16_t depth) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t parent = nodes[i].main ? nodes[i].parent : 0, above = parent ? nodes[parent - 1].parent : 0;
        if (parent) nodes[parent - 1].around = true;
        if (above && nodes[above - 1].lines <= nodes[above - 1].prose_lines * 4) nodes[above - 1].around = true;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t parent = nodes[i].parent, above = parent ? nodes[parent - 1].parent : 0;
        bool beside = parent && (nodes[parent - 1].around || (above && nodes[above - 1].around));
        nodes[i].main |= beside && nodes[i].depth == depth && nodes[i].inside && !nodes[i].aside;
    }
}

static bool same_make_around(const rz_node *nodes, const rz_node *one, const rz_node *other) {
    if (!one->parent || !other->parent) return one->parent == other->parent;
    const rz_node *above = &nodes[one->parent - 1], *its = &nodes[other->parent - 1];
    return above->make == its->make || (above->text && its->text);
}

/* The sections in which the article's paragraphs stand beside each other: the one with the most of them, and those as deep in the page with a
 * fair part of that, or made like it. None where they hold too little of the article. */
void rz_sections_mark(rz_node *nodes, uint32_t n) {
    const rz_node *best = NULL;
    uint64_t all = 0, found = 0;
    for (uint32_t i = 0; i < n; i++) {
        rz_node *node = &nodes[i];
        node->depth = (uint16_t)(node->parent ? nodes[node->parent - 1].depth + 1 : 0);
        if (!node->inside || node->aside) continue;
        all += node->own;
        if (!best || node->own > best->own) best = node;
    }
    for (uint32_t i = 0; best && i < n; i++) {
        rz_node *node = &nodes[i];
        bool alike = node->make && node->make == best->make && node->live && same_make_around(nodes, node, best);
        node->main = node->inside && !node->aside && node->depth == best->depth && (alike || node->own * FAIR >= best->own);
        if (node->main) found += node->own;
    }
    for (uint32_t i = 0; i < n && found * 100 < all * MAIN_LEAST; i++) nodes[i].main = false;
    if (best && best->own * 2 < all) mark_scattered(nodes, n, best->depth);
}

/* What most longer lines in the main sections are made like, by their own element; 0: not most of them are. */
static uint32_t make_of_prose(const rz_node *nodes, const rz_page_line *lines, uint32_t n_lines) {
    uint32_t make = 0, votes = 0, all = 0, of_it = 0;
    for (uint32_t i = 0; i < n_lines; i++) {
        if (!lines[i].block.prose || !lines[i].block.main) continue;
        uint32_t its = nodes[lines[i].node - 1].make;
        if (votes == 0) make = its;
        votes = its == make ? votes + 1 : votes - 1;
    }
    for (uint32_t i = 0; i < n_lines; i++) {
        if (!lines[i].block.prose || !lines[i].block.main) continue;
        all++;
        of_it += nodes[lines[i].node - 1].make == make;
    }
    return of_it * 4 >= all * 3 ? make : 0;
}

/* Paragraphs that are wrapped once more, as those beside a picture, and of the page's own make for paragraphs. */
static void add_alike(const rz_node *nodes, rz_page_line *lines, uint32_t n_lines) {
    uint32_t make = make_of_prose(nodes, lines, n_lines);
    for (uint32_t i = 0; i < n_lines && make; i++) {
        const rz_node *node = lines[i].node ? &nodes[lines[i].node - 1] : NULL;
        if (node && node->make == make && node->inside && !node->aside && !node->holds) lines[i].block.main = true;
    }
}

/* How far the section goes that each heading of the highest level stands in: the innermost with prose. */
static void tell_reach(const rz_node *nodes, rz_page_line *lines, uint32_t n_lines) {
    for (uint32_t i = 0; i < n_lines; i++) {
        rz_page_line *line = &lines[i];
        uint32_t node = line->node;
        if (line->block.kind != RZ_BLOCK_HEADING || line->block.level != 1) continue;
        while (node && nodes[node - 1].live == 0) node = nodes[node - 1].parent;
        line->block.reach = node ? nodes[node - 1].first - 1 + nodes[node - 1].lines : n_lines;
    }
}

/* In a list of such a section, or in a mere wrapping, that has neither class nor id. */
static bool stands_in_main(const rz_node *nodes, uint32_t section, bool list) {
    enum { WRAPPINGS = 3 };
    for (int up = 0; up < WRAPPINGS && nodes[section - 1].parent && (nodes[section - 1].make == 0 || (list && up == 0)); up++) {
        section = nodes[section - 1].parent;
        if (nodes[section - 1].main) return true;
    }
    return false;
}

static void tell_line(const rz_node *nodes, rz_page_line *line) {
    const rz_node *node = &nodes[line->node - 1];
    rz_block *block = &line->block;
    uint32_t section = rz_section_of(nodes, line->node);
    block->in_article = node->inside;
    block->main = section && (nodes[section - 1].main || stands_in_main(nodes, section, block->kind == RZ_BLOCK_LIST));
    bool title = block->kind == RZ_BLOCK_HEADING && block->level == 1;
    if (!node->aside || (title && node->cut == RZ_CUT_LINKS)) return;
    block->kind = RZ_BLOCK_ASIDE;
    block->cut = node->cut;
}

void rz_sections_tell(const rz_node *nodes, rz_page_line *lines, uint32_t n_lines) {
    for (uint32_t i = 0; i < n_lines; i++)
        if (lines[i].node) tell_line(nodes, &lines[i]);
    add_alike(nodes, lines, n_lines);
    tell_reach(nodes, lines, n_lines);
}
