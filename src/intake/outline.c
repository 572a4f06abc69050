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
};

uint32_t rz_section_of(const rz_node *nodes, uint32_t node) {
    while (node && !nodes[node - 1].holds) node = nodes[node - 1].parent;
    return node;
}

/* Where pictures are told at length and nothing else is, their captions are the article. */
static void take_captions_back(rz_page_line *lines, uint32_t n_lines) {
    uint64_t captions = 0, text = 0;
    for (uint32_t i = 0; i < n_lines; i++) {
        const rz_page_line *line = &lines[i];
        uint32_t plain = line->letters - line->linked;
        if (plain < PROSE_LEAST) continue;
        if (line->block.kind == RZ_BLOCK_CAPTION) captions += plain;
        else text += plain;
    }
    if (captions < 2 * FEW || captions < text * 2) return;
    for (uint32_t i = 0; i < n_lines; i++)
        if (lines[i].block.kind == RZ_BLOCK_CAPTION && lines[i].letters - lines[i].linked >= PROSE_LEAST) lines[i].block.kind = RZ_BLOCK_TEXT;
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
        uint32_t section = line->block.prose ? rz_section_of(nodes, line->node) : 0;
        if (section) nodes[section - 1].own += plain;
        if (line->block.prose) node->live += plain;
        if (line->block.kind == RZ_BLOCK_HEADING && line->block.level == 1) node->heads++;
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
        parent->heads += node->heads;
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
    uint64_t all = add_up_prose(nodes, n, true), total = add_up_prose(nodes, n, false);
    if (total * 4 >= all || all <= 2 * FEW) return total;
    add_up_prose(nodes, n, true);
    for (uint32_t i = 0; i < n; i++)
        if (nodes[i].aside && nodes[i].prose * 2 > all) nodes[i].aside = false, nodes[i].cut = RZ_CUT_NONE;
    return add_up_prose(nodes, n, false);
}

/* Where no line of the page is long its short ones tell. */
static bool wraps_all(const rz_node *node, uint64_t plain) { return (node->letters - node->linked) * 2 > plain; }

static uint64_t plain_text(const rz_node *nodes, uint32_t n) {
    uint64_t plain = 0;
    for (uint32_t i = 0; i < n; i++)
        if (!nodes[i].parent) plain += nodes[i].letters - nodes[i].linked;
    return plain;
}

/* Some pages wrap the whole article in a form, or call its wrapping «post has-comments». What has the page's only title in it, and sentences,
 * is no box, however much the readers say below. */
static bool wraps_article(const rz_node *node, uint64_t total, uint32_t heads) {
    if (heads && node->heads == heads && node->prose >= FEW) return true;
    if (node->cut == RZ_CUT_COMMENTS && !node->heads) return node->prose == total;
    return total < node->prose + FEW || node->prose * 2 > total;
}

static bool is_box(const rz_node *node) {
    enum { LINES = 6 };
    return node->soft && node->cut == RZ_CUT_FORM && !node->heads && node->lines <= LINES;
}

/* A notice on cookies, what becomes of an e-mail address: where no other line of the page is long, these tell no more than its short ones. */
static bool only_in_boxes(const rz_node *nodes, uint32_t n, uint64_t total) {
    uint64_t in_boxes = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool inner = nodes[i].parent && is_box(&nodes[nodes[i].parent - 1]);
        if (is_box(&nodes[i]) && !inner) in_boxes += nodes[i].prose;
    }
    return in_boxes >= total;
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
            if (node->lines > LINES || node->prose_lines > PROSE_LINES || node->heads || node->article || node->prose * SHARE > total) break;
            if (node->holds) box = at;
        }
        if (box && !nodes[box - 1].aside) nodes[box - 1].aside = true, nodes[box - 1].cut = RZ_CUT_FORM;
    }
}

static void set_aside(rz_node *nodes, uint32_t n, uint64_t total) {
    uint64_t plain = plain_text(nodes, n);
    uint32_t heads = 0;
    for (uint32_t i = 0; i < n; i++) heads += nodes[i].parent ? 0 : nodes[i].heads;
    if (total) take_words_back(nodes, n, total);
    if (total) set_asking_aside(nodes, n, total);
    for (uint32_t i = 0; i < n; i++) {
        rz_node *node = &nodes[i], *parent = node->parent ? &nodes[node->parent - 1] : NULL;
        if (parent && parent->aside) {
            if (!node->aside) node->cut = parent->cut;
            node->aside = true;
        } else if (node->soft) {
            node->aside = total == 0 ? !wraps_all(node, plain) : node->prose == 0 || !wraps_article(node, total, heads);
        }
    }
}

/* A line that may be a title and leads to its article. */
static bool is_title_link(const rz_page_line *line) { return line->linked >= TITLE_LEAST && line->linked * 4 >= line->letters * 3; }

static bool is_teaser(const rz_node *node, const rz_page_line *lines) {
    enum { ABOVE = 3 /* its section, the title */, LABEL = 24 /* bytes */ };
    if (!node->holds || node->aside || node->heads || !node->first || node->lines > TEASER_LINES || node->prose_lines == 0 || node->prose_lines > 2) return false;
    for (uint32_t i = node->first - 1; i < node->first - 1 + node->lines && i < node->first - 1 + ABOVE; i++) {
        if (is_title_link(&lines[i])) return true;
        if (lines[i].linked * 2 < lines[i].letters && lines[i].letters > LABEL) return false;
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
    return node->article && other->article && node->heads && other->heads && node->live * 3 >= other->live;
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
        if (node->text && most->text && !node->heads) parent->split = true;
        if (!node->make || node->article) continue;
        if (node->make == make) parent->split = true; /* the first paragraphs, and the rest of them wrapped once more */
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
        bool list = node->holds && !node->path && !node->article && !node->heads && node->linked * 100 > node->letters * LINKED && node->live * 3 < node->linked;
        if (node->aside) continue;
        if (list) node->aside = true, node->cut = RZ_CUT_LINKS;
        else if (parent && parent->aside) node->aside = true, node->cut = parent->cut;
    }
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
    take_captions_back(lines, n_lines);
    add_lines(nodes, lines, n_lines);
    add_up(nodes, n_nodes);
    uint64_t total = prose_of_page(nodes, n_nodes);
    if (total && only_in_boxes(nodes, n_nodes, total)) total = 0;
    set_aside(nodes, n_nodes, total);
    bool list = !told && is_list(nodes, lines, n_lines);
    set_teasers_aside(nodes, n_nodes, lines, total);
    uint32_t top = add_up_live(nodes, n_nodes);
    mark_split(nodes, n_nodes);
    mark_inside(nodes, n_nodes, told ? told : article_of(nodes, top));
    rz_sections_mark(nodes, n_nodes);
    rz_sections_tell(nodes, lines, n_lines);
    return list;
}
