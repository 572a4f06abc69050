/* In which element of a page the article is, and which are set aside.
 *
 * What marks an article off from menus, lists of links and comments is the same in all languages: longer lines that are no links. The
 * elements are followed inwards from the page itself, as long as one of those inside holds most of the prose. */
#include "intake/page.h"

enum {
    PROSE_LEAST = 80, /* bytes of a line */
    MOST = 70,        /* percent of the prose that the element to be followed holds */
    MARKED_MOST = 35, /* the same of one that the page calls its article */
    FEW = 300,        /* bytes of prose that are too few to be an article */
    TITLE_LEAST = 30, /* bytes of a title in a list */
    LEADS = 3,        /* of a list of articles */
    TEASER_LINES = 5,
    NEAR = 2,         /* lines between title and lead: a day, a section */
    LINKED = 50,      /* percent of the text of a list of links */
    MAIN_LEAST = 50,  /* percent of the article's prose that the elements around its paragraphs hold */
    FAIR = 4          /* the most prose in one of them may be so many times that in another */
};

/* The innermost section of the page around the element; 0: none. */
static uint32_t section_of(const rz_node *nodes, uint32_t node) {
    while (node && !nodes[node - 1].holds) node = nodes[node - 1].parent;
    return node;
}

static void add_lines(rz_node *nodes, rz_page_line *lines, uint32_t n_lines) {
    for (uint32_t i = 0; i < n_lines; i++) {
        rz_page_line *line = &lines[i];
        uint32_t plain = line->letters - line->linked;
        bool text = line->block.kind == RZ_BLOCK_TEXT || line->block.kind == RZ_BLOCK_LIST;
        line->block.prose = plain >= PROSE_LEAST && text;
        if (!line->node) continue;
        rz_node *node = &nodes[line->node - 1];
        if (!node->lines++) node->first = i + 1;
        node->prose_lines += line->block.prose;
        node->letters += line->letters;
        node->linked += line->linked;
        uint32_t section = line->block.prose ? section_of(nodes, line->node) : 0;
        if (section) nodes[section - 1].own += plain;
        if (line->block.prose) node->live += plain;
        if (line->block.kind == RZ_BLOCK_HEADING && line->block.level == 1) node->headed = true;
    }
}

/* Sums from the innermost outwards. */
static void add_up(rz_node *nodes, uint32_t n) {
    for (uint32_t i = n; i-- > 0;) {
        rz_node *node = &nodes[i];
        if (!node->parent) continue;
        rz_node *parent = &nodes[node->parent - 1];
        parent->letters += node->letters;
        parent->linked += node->linked;
        parent->headed |= node->headed;
        parent->lines += node->lines;
        parent->prose_lines += node->prose_lines;
        if (node->first && (!parent->first || node->first < parent->first)) parent->first = node->first;
    }
}

/* The prose of all; with or without what the markup surely sets aside. */
static uint64_t add_up_prose(rz_node *nodes, uint32_t n, bool aside) {
    uint64_t total = 0;
    for (uint32_t i = 0; i < n; i++) nodes[i].prose = nodes[i].live;
    for (uint32_t i = n; i-- > 0;) {
        rz_node *node = &nodes[i];
        if (node->aside && !aside) node->prose = 0;
        if (node->parent) nodes[node->parent - 1].prose += node->prose;
        else total += node->prose;
    }
    return total;
}

/* A menu that its page does not close holds the rest of the page: where nearly all prose is in one, it is not set aside. */
static uint64_t prose_of_page(rz_node *nodes, uint32_t n) {
    uint64_t all = add_up_prose(nodes, n, true), total;
    for (uint32_t i = 0; i < n; i++) nodes[i].marked = nodes[i].prose;
    total = add_up_prose(nodes, n, false);
    bool lost = total * 4 < all && all > 2 * FEW, back = false;
    for (uint32_t i = 0; i < n; i++) {
        rz_node *node = &nodes[i];
        if (lost && node->aside && node->marked * 2 > all) node->aside = false, node->cut = RZ_CUT_NONE, back = true;
        node->marked = 0;
    }
    return back ? add_up_prose(nodes, n, false) : total;
}

/* Where no line of the page is long its short ones tell. */
static bool wraps_all(const rz_node *node, uint64_t plain) { return (node->letters - node->linked) * 2 > plain; }

static uint64_t plain_text(const rz_node *nodes, uint32_t n) {
    uint64_t plain = 0;
    for (uint32_t i = 0; i < n; i++)
        if (!nodes[i].parent) plain += nodes[i].letters - nodes[i].linked;
    return plain;
}

/* Some pages wrap the whole article in a form, or call its wrapping «post has-comments». */
static bool wraps_article(const rz_node *node, uint64_t total) {
    if (node->cut == RZ_CUT_COMMENTS && !node->headed) return node->prose == total;
    return total < node->prose + FEW || node->prose * 2 > total;
}

/* Page builders call everything a widget: where what is aside by such a word would be nearly all, it is not. */
static void take_words_back(rz_node *nodes, uint32_t n, uint64_t total) {
    uint64_t aside = 0;
    for (uint32_t i = 0; i < n; i++) {
        const rz_node *node = &nodes[i], *parent = node->parent ? &nodes[node->parent - 1] : NULL;
        if (node->soft && node->cut == RZ_CUT_ASIDE && !(parent && parent->soft && parent->cut == RZ_CUT_ASIDE)) aside += node->prose;
    }
    if (aside * 4 <= total * 3) return;
    for (uint32_t i = 0; i < n; i++)
        if (nodes[i].soft && nodes[i].cut == RZ_CUT_ASIDE) nodes[i].soft = false;
}

static bool is_in_comments(const rz_node *nodes, uint32_t at) {
    while (at && nodes[at - 1].cut != RZ_CUT_COMMENTS) at = nodes[at - 1].parent;
    return at != 0;
}

/* «خبرها را در ایمیل خود بخوانید» and a field: a box that asks for something, whatever it is called. The largest one around the field that holds
 * no more than such a box does. Where readers write, what they wrote stands too. */
static void set_asking_aside(rz_node *nodes, uint32_t n, uint64_t total) {
    enum { LINES = 6, PROSE_LINES = 2, SHARE = 4, LEVELS = 3 };
    for (uint32_t i = 0; i < n; i++) {
        uint32_t box = 0, at = nodes[i].asks && !is_in_comments(nodes, i + 1) ? i + 1 : 0;
        for (int level = 0; at && level < LEVELS; level++, at = nodes[at - 1].parent) {
            const rz_node *node = &nodes[at - 1];
            if (node->lines > LINES || node->prose_lines > PROSE_LINES || node->headed || node->article || node->prose * SHARE > total) break;
            if (node->holds) box = at;
        }
        if (box && !nodes[box - 1].aside) nodes[box - 1].aside = true, nodes[box - 1].cut = RZ_CUT_FORM;
    }
}

static void set_aside(rz_node *nodes, uint32_t n, uint64_t total) {
    uint64_t plain = plain_text(nodes, n);
    if (total) take_words_back(nodes, n, total);
    if (total) set_asking_aside(nodes, n, total);
    for (uint32_t i = 0; i < n; i++) {
        rz_node *node = &nodes[i], *parent = node->parent ? &nodes[node->parent - 1] : NULL;
        if (parent && parent->aside) {
            if (!node->aside) node->cut = parent->cut;
            node->aside = true;
        } else if (node->soft) {
            node->aside = total == 0 ? !wraps_all(node, plain) : node->prose == 0 || !wraps_article(node, total);
        }
    }
}

/* A line that may be a title and leads to its article. */
static bool is_title_link(const rz_page_line *line) { return line->linked >= TITLE_LEAST && line->linked * 4 >= line->letters * 3; }

static bool is_teaser(const rz_node *node, const rz_page_line *lines) {
    enum { ABOVE = 3 }; /* its section, the title */
    if (!node->holds || node->aside || node->headed || !node->first || node->lines > TEASER_LINES || node->prose_lines == 0 || node->prose_lines > 2) return false;
    for (uint32_t i = node->first - 1; i < node->first - 1 + node->lines && i < node->first - 1 + ABOVE; i++) {
        if (is_title_link(&lines[i])) return true;
        if (lines[i].linked * 2 < lines[i].letters) return false;
    }
    return false;
}

/* Other articles below or beside this one, each a title that is a link with its lead, and no class to tell. */
static void set_teasers_aside(rz_node *nodes, uint32_t n, const rz_page_line *lines, uint64_t total) {
    uint64_t prose = 0;
    for (uint32_t i = 0; i < n; i++)
        if (nodes[i].parent && is_teaser(&nodes[i], lines)) nodes[nodes[i].parent - 1].teasers++;
    for (uint32_t i = 0; i < n; i++)
        if (nodes[i].parent && nodes[nodes[i].parent - 1].teasers > 1 && is_teaser(&nodes[i], lines)) prose += nodes[i].prose;
    if (prose * 3 > total * 2) return;
    for (uint32_t i = 0; i < n; i++) {
        rz_node *node = &nodes[i];
        if (!node->parent) continue;
        const rz_node *parent = &nodes[node->parent - 1];
        bool teaser = parent->teasers > 1 && is_teaser(node, lines);
        if (teaser || (parent->aside && !node->aside)) node->aside = true, node->cut = teaser ? RZ_CUT_RELATED : parent->cut;
    }
}

/* Of several that the page calls its articles the first is, where it is no small part of them: the others are what the reader scrolls to next. */
static bool goes_first(const rz_node *nodes, uint32_t i, uint32_t best) {
    const rz_node *node = &nodes[i], *other = &nodes[best - 1];
    return node->article && other->article && node->headed && other->headed && node->live * 3 >= other->live;
}

static uint32_t add_up_live(rz_node *nodes, uint32_t n) {
    uint32_t top = 0;
    for (uint32_t i = n; i-- > 0;) {
        rz_node *node = &nodes[i];
        if (node->aside) node->live = 0;
        if (node->article && node->live > node->marked) node->marked = node->live;
        rz_node *parent = node->parent ? &nodes[node->parent - 1] : NULL;
        if (parent) parent->live += node->live;
        if (parent && !node->aside && node->marked > parent->marked) parent->marked = node->marked;
        uint32_t *best = node->parent ? &nodes[node->parent - 1].best : &top;
        if (!*best || node->live >= nodes[*best - 1].live || goes_first(nodes, i, *best)) *best = i + 1;
    }
    return top;
}

static uint32_t make_inside(const rz_node *nodes, const rz_node *node) { return node->best ? nodes[node->best - 1].make : 0; }

/* A section of the same make as the one with the most prose beside it, of paragraphs or of what that one has inside: the page builder's next
 * piece of the same article. */
static void mark_split(rz_node *nodes, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const rz_node *node = &nodes[i];
        rz_node *parent = node->parent ? &nodes[node->parent - 1] : NULL;
        if (!parent || !parent->best || parent->best == i + 1 || node->live == 0) continue;
        const rz_node *most = &nodes[parent->best - 1];
        uint32_t make = make_inside(nodes, most);
        if (node->text && most->text && !node->headed) parent->split = true;
        if (!node->make || node->article) continue;
        if (most->make == node->make && (most->own * 2 >= most->live || (make && make == make_inside(nodes, node)))) parent->split = true;
    }
}

/* The element that holds the article; 0 where no prose is. */
static uint32_t article_of(rz_node *nodes, uint32_t top) {
    uint32_t at = top && nodes[top - 1].live ? top : 0;
    while (at) {
        const rz_node *node = &nodes[at - 1];
        nodes[at - 1].path = true;
        if (!node->best) break;
        const rz_node *next = &nodes[node->best - 1];
        bool most = next->live * 100 >= node->live * MOST || next->marked * 100 >= node->live * MARKED_MOST;
        if (!next->holds || node->split || !most) break;
        at = node->best;
    }
    return at;
}

static void mark_inside(rz_node *nodes, uint32_t n, uint32_t article) {
    for (uint32_t i = 0; i < n; i++) {
        rz_node *node = &nodes[i];
        const rz_node *parent = node->parent ? &nodes[node->parent - 1] : NULL;
        node->inside = (article ? i + 1 == article : node->article) || (parent && parent->inside);
        bool list = node->holds && !node->path && !node->article && !node->headed && node->linked * 100 > node->letters * LINKED && node->live * 3 < node->linked;
        if (node->aside) continue;
        if (list) node->aside = true, node->cut = RZ_CUT_LINKS;
        else if (parent && parent->aside) node->aside = true, node->cut = parent->cut;
    }
}

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
static void mark_main(rz_node *nodes, uint32_t n) {
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
        while (node && nodes[node - 1].live < FEW) node = nodes[node - 1].parent;
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
    uint32_t section = section_of(nodes, line->node);
    block->in_article = node->inside;
    block->main = section && (nodes[section - 1].main || stands_in_main(nodes, section, block->kind == RZ_BLOCK_LIST));
    bool title = block->kind == RZ_BLOCK_HEADING && block->level == 1;
    if (!node->aside || (title && node->cut == RZ_CUT_LINKS)) return;
    block->kind = RZ_BLOCK_ASIDE;
    block->cut = node->cut;
}

/* A home page, a tag's page: nearly each longer line stands below a title that is a link, the first as well as the last. Below the heading of an
 * article stands its lead. */
static bool is_list(const rz_node *nodes, const rz_page_line *lines, uint32_t n_lines) {
    uint32_t leads = 0, prose = 0, since_title = NEAR + 1, run = 0, longest = 0;
    for (uint32_t i = 0; i < n_lines; i++) {
        const rz_page_line *line = &lines[i];
        if (line->node && nodes[line->node - 1].aside) continue;
        if (!line->block.prose) {
            since_title = is_title_link(line) ? 0 : since_title + 1;
            continue;
        }
        bool lead = since_title <= NEAR;
        if (prose++ == 0 && !lead) return false;
        run = lead ? 1 : run + 1;
        longest = run > longest ? run : longest;
        leads += lead;
        since_title = NEAR + 1;
    }
    return leads >= LEADS && leads * 10 >= prose * 8 && longest <= 2;
}

bool rz_outline_settle(rz_node *nodes, uint32_t n_nodes, rz_page_line *lines, uint32_t n_lines, uint32_t told) {
    add_lines(nodes, lines, n_lines);
    add_up(nodes, n_nodes);
    uint64_t total = prose_of_page(nodes, n_nodes);
    set_aside(nodes, n_nodes, total);
    bool list = !told && is_list(nodes, lines, n_lines);
    set_teasers_aside(nodes, n_nodes, lines, total);
    uint32_t top = add_up_live(nodes, n_nodes);
    mark_split(nodes, n_nodes);
    mark_inside(nodes, n_nodes, told ? told : article_of(nodes, top));
    mark_main(nodes, n_nodes);
    for (uint32_t i = 0; i < n_lines; i++)
        if (lines[i].node) tell_line(nodes, &lines[i]);
    add_alike(nodes, lines, n_lines);
    tell_reach(nodes, lines, n_lines);
    return list;
}
