/* Which lines are of a report and which only a page has: by their markup where there is any, by what they say (data/chrome.txt) and by how
 * they are built, so that a page that a crawl flattened to text is cut as well. */
#include "article/lines.h"

enum { REPORT_LEAST = 5, LONG_LINE = 40, CREDIT_WORDS = 4, HEAD_LINES = 4, INSET_LINES = 14, OUTLET_WORDS = 6, ORPHAN_WORDS = 10, FOREIGN_LINE = 50 /* bytes */, FOREIGN_WORDS = 4 };

static const rz_block *block_of(const rz_articles *a, const rz_line *line) { return &a->incoming->blocks[line->block]; }

static bool set_aside(const rz_articles *a, const rz_line *line) {
    rz_block_kind kind = block_of(a, line)->kind;
    return kind == RZ_BLOCK_ASIDE || kind == RZ_BLOCK_LINK || kind == RZ_BLOCK_TIME || kind == RZ_BLOCK_CAPTION;
}

void rz_cut_line(rz_line *line, const char *why) {
    if (line->role != RZ_LINE_CHROME) line->why = why;
    line->role = RZ_LINE_CHROME;
}

/* Why markup sets the block aside. */
static const char *aside_because(const rz_block *block) {
    static const char *const names[RZ_CUTS] = {"aside", "menu", "aside", "footer", "form", "comments", "related", "tags", "share", "advertisement", "links"};
    switch (block->kind) {
        case RZ_BLOCK_LINK: return "links";
        case RZ_BLOCK_TIME: return "time";
        case RZ_BLOCK_CAPTION: return "caption";
        default: return names[block->cut];
    }
}

/* A sentence, by itself enough to say that here is a report. */
static bool reads_as_report(const rz_line *line) {
    if (line->words >= LONG_LINE) return true;
    return line->stops && line->words >= REPORT_LEAST && (line->verbs > 0 || line->words >= 12);
}

/* In other languages verbs are not known: the length tells, and the stop. */
static bool runs_on_abroad(const rz_articles *a, const rz_line *line) {
    const rz_block *block = block_of(a, line);
    return block->prose || block->span.end - block->span.start >= FOREIGN_LINE || (line->stops && line->words >= FOREIGN_WORDS);
}

/* Less sure, enough where the report runs already. */
bool rz_runs_on(const rz_articles *a, const rz_line *line) {
    if (rz_is_page_abroad(a)) return runs_on_abroad(a, line);
    return reads_as_report(line) || (line->verbs > 0 && line->words >= 12);
}

/* «۱۲ نظر», «3 comments»: how many there are stands before the mark. */
static uint32_t first_of(const rz_articles *a, const rz_line *line, rz_chrome_key key) {
    uint32_t at = line->head;
    bool counted = at + 1 < line->last && a->text->tokens[at].kind == RZ_TOKEN_NUMBER && (key == RZ_C_MARK || key == RZ_C_ALONE);
    return at + counted;
}

rz_row rz_row_why(const rz_articles *a, const rz_line *line, rz_chrome_key key) {
    uint32_t at = first_of(a, line, key);
    return at < line->last ? rz_chrome_row(a, at, key) : RZ_NONE;
}

const char *rz_why_of(const rz_articles *a, const rz_line *line, rz_chrome_key key) {
    rz_row row = rz_row_why(a, line, key);
    return row != RZ_NONE ? rz_row_id(a->text->data, row) : NULL;
}

uint32_t rz_words_after(const rz_articles *a, const rz_line *line, rz_chrome_key key) {
    uint32_t at = first_of(a, line, key);
    uint32_t end = at < line->last ? rz_chrome_at(a, at, key) : 0, words = 0;
    if (end == 0) return UINT32_MAX;
    for (uint32_t t = end; t < line->last; t++) words += a->text->tokens[t].kind == RZ_TOKEN_WORD || (a->foreign && a->text->tokens[t].kind == RZ_TOKEN_LATIN);
    return words;
}

/* Nothing but figures, marks, single letters and foreign words: «/949/پ202/ج», «#», captions in other scripts. */
static bool says_nothing(const rz_articles *a, const rz_line *line) {
    for (uint32_t t = line->first; t < line->last; t++) {
        const rz_token *token = &a->text->tokens[t];
        if ((token->kind == RZ_TOKEN_LATIN || token->kind == RZ_TOKEN_OTHER) && a->foreign) return false;
        if (token->kind == RZ_TOKEN_WORD && rz_letters_count(token) > 1) return false;
    }
    return true;
}

/* Where the article's own markup holds a report, what is outside it is not part of it. */
static bool has_article_markup(const rz_articles *a) {
    uint32_t inside = 0, all = 0;
    for (uint32_t i = 0; i < a->n_lines; i++) {
        if (a->lines[i].role != RZ_LINE_REPORT) continue;
        all += a->lines[i].words;
        if (block_of(a, &a->lines[i])->in_article) inside += a->lines[i].words;
    }
    return inside > 0 && inside * 3 >= all;
}

/* The sentences between the page's heading and the element that holds the article are its lead: lines [*first, *last), from the last
 * heading on. */
static void lead_above_article(const rz_articles *a, uint32_t *first, uint32_t *last) {
    uint8_t headed = 0; /* the level of the highest heading so far */
    *first = *last = 0;
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_block *block = block_of(a, &a->lines[i]);
        if (block->in_article && a->lines[i].role == RZ_LINE_REPORT) {
            if (headed) *last = i;
            return;
        }
        bool heads = block->kind == RZ_BLOCK_HEADING && (!headed || block->level <= headed || (headed > 1 && block->level <= 3));
        if (heads) headed = block->level, *first = i + 1;
    }
    *first = 0;
}

static bool is_lead(const rz_articles *a, const rz_line *line) {
    rz_block_kind kind = block_of(a, line)->kind;
    return line->role == RZ_LINE_REPORT && (kind == RZ_BLOCK_TEXT || kind == RZ_BLOCK_LIST || kind == RZ_BLOCK_HEADING); /* <h3>: a sentence all the same */
}

/* The line right below the page's own heading that tells something, if without a stop: its lead. */
static bool is_subtitle(const rz_articles *a, uint32_t i) {
    enum { LEAST = 6, MOST = 30 };
    const rz_line *line = &a->lines[i];
    const rz_block *block = block_of(a, line), *above = i ? block_of(a, line - 1) : NULL;
    if (!above || above->kind != RZ_BLOCK_HEADING || above->level != 1 || a->foreign) return false;
    return block->kind == RZ_BLOCK_HEADING && block->level > 1 && line->verbs && line->words >= LEAST && line->words <= MOST && line->timed * 2 < line->words;
}

/* Amid the paragraphs of the article, one of them right below: a heading that is a link to itself, or to what it tells of. */
static bool is_linked_heading(const rz_articles *a, uint32_t i) {
    const rz_block *block = block_of(a, &a->lines[i]);
    if (!a->foreign || block->kind != RZ_BLOCK_LINK || !block->level || !block->main || i + 1 >= a->n_lines) return false;
    return block[1].main && block[1].prose;
}

static bool is_link_within(const rz_block *block) {
    return block->main && (block->kind == RZ_BLOCK_LINK || (block->kind == RZ_BLOCK_ASIDE && block->cut == RZ_CUT_LINKS));
}

/* Links among the paragraphs that a sentence ending in a colon leads to: «The styles are these:» is no «Read more:». `before`: is the line
 * before one of them? */
static bool is_introduced(const rz_articles *a, uint32_t i, bool before) {
    enum { LEAST = 9 /* words */ };
    if (!rz_is_page_abroad(a) || i == 0 || !is_link_within(block_of(a, &a->lines[i]))) return false;
    const rz_line *last = &a->lines[i - 1];
    if (is_link_within(block_of(a, last))) return before;
    return last->role != RZ_LINE_CHROME && last->words >= LEAST && block_of(a, last)->main && rz_is_punct(a, last->last - 1, ":");
}

static void mark_by_markup(rz_articles *a) {
    bool sure = false, introduced = false;
    for (uint32_t i = 0; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        introduced = is_introduced(a, i, introduced);
        if (set_aside(a, line) && !is_linked_heading(a, i) && !introduced) rz_cut_line(line, aside_because(block_of(a, line)));
        else if (reads_as_report(line) || is_subtitle(a, i) || (a->foreign && block_of(a, line)->prose)) line->role = RZ_LINE_REPORT, sure = true;
    }
    for (uint32_t i = 0; i < a->n_lines && !sure; i++) /* some outlets set no stops */
        if (a->lines[i].role == RZ_LINE_OTHER && rz_runs_on(a, &a->lines[i])) a->lines[i].role = RZ_LINE_REPORT;
    if (!has_article_markup(a)) return;
    bool begun = false; /* the title may stand above the article, and the lead between them */
    uint32_t lead, lead_end;
    lead_above_article(a, &lead, &lead_end);
    for (uint32_t i = 0; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        const rz_block *block = block_of(a, line);
        begun |= block->in_article && line->role == RZ_LINE_REPORT;
        if (block->in_article || (i >= lead && i < lead_end && is_lead(a, line))) continue;
        if (begun || block->kind != RZ_BLOCK_HEADING || (i >= lead && i < lead_end)) rz_cut_line(line, "outside");
    }
}

/* «عکس: خبرگزاری مهر» at the end of the line: what stands before it tells a picture. Crawls join its last word and «عکس». */
static bool ends_in_name(const rz_articles *a, const rz_line *line) {
    for (uint32_t t = line->last, back = 0; t-- > line->first && back <= CREDIT_WORDS * 2; back++)
        if (rz_is_punct(a, t, ":") && t > line->first && (rz_chrome_at(a, t - 1, RZ_C_CREDIT) == t || rz_ends_in(a, t - 1, RZ_C_CREDIT))) return true;
    return false;
}

/* The same, and «The hall before they came. © Example»; of other languages not the last paragraph with a credit run into it. */
static bool ends_in_credit(const rz_articles *a, const rz_line *line) {
    enum { MOST = 250, NAME = 48 /* bytes */ };
    rz_span s = block_of(a, line)->span;
    if (!rz_is_page_abroad(a)) return ends_in_name(a, line);
    uint32_t size = s.end - s.start, tail = size < NAME ? size : NAME;
    return size <= MOST && (memmem(a->text->src + s.end - tail, tail, "\xC2\xA9", 2) || ends_in_name(a, line));
}

/* «پایان مطالب پیشنهادی»: the page closes an inset here, and the report goes on. */
static void close_inset(rz_articles *a, uint32_t last) {
    uint32_t from = last > INSET_LINES ? last - INSET_LINES : 0, first = last;
    for (uint32_t i = last; i-- > from && first == last;) {
        const rz_line *line = &a->lines[i];
        if (rz_words_after(a, line, RZ_C_MARK) <= RZ_SHORT_LINE || rz_words_after(a, line, RZ_C_ASIDE) <= RZ_SHORT_LINE || rz_words_after(a, line, RZ_C_ALONE) == 0 || rz_words_after(a, line, RZ_C_FORM) <= RZ_SHORT_LINE) first = i;
    }
    for (uint32_t i = first; i <= last; i++) rz_cut_line(&a->lines[i], "inset"), a->lines[i].inset = true;
}

/* Does a name of a town begin there behind which such a mark stands? */
static bool may_be_place(const rz_articles *a, uint32_t token, const char *marks) {
    if (token >= a->text->n_tokens) return false;
    for (rz_hits h = rz_hits_of(a->text, token, RZ_TYPE(RZ_PLACE)); rz_hits_next(&h);)
        if (rz_is_punct(a, h.hit.last, marks)) return true;
    return false;
}

uint32_t rz_after_place(const rz_articles *a, const rz_line *line) {
    const rz_mention *place = may_be_place(a, line->first, "/-,") ? rz_mention_at(a, line->first) : NULL;
    uint32_t at = place && place->kind == RZ_M_PLACE ? place->last : line->last;
    return at + 1 < line->last && rz_is_punct(a, at, "/-,") ? at + 1 : line->first;
}

/* «آنتالیا / خبرگزاری آناتولی» on its own line: where the report comes from. */
static bool is_dateline(const rz_articles *a, const rz_line *line) {
    uint32_t at = rz_after_place(a, line), noun = rz_source_word_at(a, at, RZ_W_NOUN), last;
    return at > line->first && rz_outlet_at(a, noun ? noun : at, &last) != RZ_NONE && last >= line->last;
}

/* «العالم - ایران» on its own line: the outlet and its desk. */
static bool is_outlet_line(const rz_articles *a, const rz_line *line) {
    uint32_t last;
    if (line->words <= OUTLET_WORDS && is_dateline(a, line)) return true;
    return line->words <= OUTLET_WORDS && line->verbs == 0 && rz_outlet_at(a, line->first, &last) != RZ_NONE &&
           (last == line->last || (last < line->last && rz_is_punct(a, last, "-~/")));
}

/* «بیشتر بخوانید: چه کسی می‌آید؟»: the mark and the title of another report on one line. */
static bool is_inline_aside(const rz_articles *a, const rz_line *line) {
    uint32_t words = rz_words_after(a, line, RZ_C_ASIDE);
    return words > 0 && words <= RZ_SHORT_LINE * 2 && rz_is_punct(a, rz_chrome_at(a, line->head, RZ_C_ASIDE), ":");
}

/* «PUBLISHED: November 8, 2023 at 4:56 p.m. | UPDATED: …»: in other languages the stop of its last word makes it a sentence. */
static bool is_stamp(const rz_articles *a, const rz_line *line) {
    enum { MOST = 120 /* bytes */ };
    if (!rz_is_page_abroad(a)) return false;
    rz_span s = block_of(a, line)->span;
    uint32_t end = rz_chrome_at(a, line->head, RZ_C_PUBLISHED);
    if (!end) end = rz_chrome_at(a, line->head, RZ_C_UPDATED);
    return end && s.end - s.start <= MOST && rz_is_punct(a, end, ":");
}

/* Why the line is left out even where it is a sentence: it belongs to a picture or a form, or says nothing but a day, a name of the menu;
 * NULL: it is not. */
static const char *cut_anyhow(const rz_articles *a, const rz_line *line, bool head) {
    if (says_nothing(a, line)) return "signs";
    if (rz_words_after(a, line, RZ_C_CAPTION) != UINT32_MAX) return "caption";
    if (rz_words_after(a, line, RZ_C_FORM) <= RZ_SHORT_LINE * 2) return "form";
    if (ends_in_credit(a, line)) return "credit";
    if ((head && rz_is_day_line(a, line)) || is_stamp(a, line)) return "day";
    if (line->stops && is_inline_aside(a, line)) return rz_why_of(a, line, RZ_C_ASIDE);
    return rz_words_after(a, line, RZ_C_LINE) == 0 ? rz_why_of(a, line, RZ_C_LINE) : NULL;
}

/* The same for lines that are no sentence. */
static const char *cut_short(const rz_articles *a, const rz_line *line, bool head) {
    if (rz_words_after(a, line, RZ_C_PREFIX) <= RZ_SHORT_LINE) return rz_why_of(a, line, RZ_C_PREFIX);
    if (rz_words_after(a, line, RZ_C_PUBLISHED) <= RZ_SHORT_LINE) return rz_why_of(a, line, RZ_C_PUBLISHED);
    if (rz_words_after(a, line, RZ_C_TODAY) <= RZ_SHORT_LINE && line->timed * 2 >= line->words) return rz_why_of(a, line, RZ_C_TODAY);
    return head && is_outlet_line(a, line) ? "outlet" : NULL;
}

/* «اخبار مرتبط» amid the report, and the short lines after it. The last of them. */
static uint32_t mark_aside(rz_articles *a, uint32_t i) {
    const char *why = rz_why_of(a, &a->lines[i], RZ_C_ASIDE);
    bool whole = a->foreign && is_inline_aside(a, &a->lines[i]); /* other languages' short lines may be the report's */
    rz_cut_line(&a->lines[i], why);
    if (whole) return i;
    for (; i + 1 < a->n_lines && a->lines[i + 1].role != RZ_LINE_REPORT; i++)
        if (rz_words_after(a, &a->lines[i + 1], RZ_C_END) == UINT32_MAX) rz_cut_line(&a->lines[i + 1], why);
    return i;
}

/* Lines left out wherever they stand. A sentence of the report may begin with such words: it is longer. */
static void mark_by_words(rz_articles *a) {
    for (uint32_t i = 0, reports = 0; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        bool head = reports < HEAD_LINES;
        const char *why = cut_anyhow(a, line, head);
        if (!why && line->role != RZ_LINE_REPORT) why = cut_short(a, line, head);
        if (why) rz_cut_line(line, why);
        if (rz_words_after(a, line, RZ_C_RESUME) <= RZ_SHORT_LINE) close_inset(a, i);
        reports += line->role == RZ_LINE_REPORT;
        if (rz_words_after(a, line, RZ_C_ASIDE) <= RZ_SHORT_LINE * 2 && !line->stops) i = mark_aside(a, i);
    }
}

/* A heading with nothing under it but a list of links: it is the list's. */
static void mark_orphans(rz_articles *a) {
    for (uint32_t i = a->n_lines; i-- > 0;) {
        rz_line *line = &a->lines[i], *next = line + 1;
        if (i + 1 >= a->n_lines || line->role != RZ_LINE_OTHER || line->words > ORPHAN_WORDS || line->stops || next->role != RZ_LINE_CHROME || !next->why) continue;
        if (block_of(a, line)->kind == RZ_BLOCK_HEADING && block_of(a, line)->level == 1) continue;
        bool listed = !strcmp(next->why, "links") || !strcmp(next->why, "related");
        if (listed && block_of(a, line)->in_article) rz_cut_line(line, next->why);
    }
}

/* A sentence pulled out of the report and set in a box: the report has the same words. */
static void mark_pulled(rz_articles *a) {
    enum { MOST = 16, LEAST = 4, TEXT_MOST = 1 << 17 };
    const rz_token *tokens = a->text->tokens;
    uint32_t looked = 0, n = a->text->n_tokens, size = n ? rz_letters_end(&tokens[n - 1]) : 0;
    bool begun = false; /* a lead may say what the report says again */
    if (size > TEXT_MOST) return;
    for (uint32_t i = 0; i < a->n_lines && looked < MOST; i++) {
        rz_line *line = &a->lines[i];
        const rz_block *block = block_of(a, line);
        begun |= block->main && line->role == RZ_LINE_REPORT;
        if (!begun || line->role == RZ_LINE_CHROME || !block->in_article || block->main || block->kind == RZ_BLOCK_HEADING || line->words < LEAST) continue;
        uint32_t first = line->first, last = line->last;
        while (first < last && tokens[first].kind == RZ_TOKEN_PUNCT) first++;
        while (last > first && tokens[last - 1].kind == RZ_TOKEN_PUNCT) last--;
        if (first == last) continue;
        rz_span own = {tokens[first].letters_start, rz_letters_end(&tokens[last - 1])};
        looked++;
        for (uint32_t j = 0; j < a->n_lines; j++) {
            const rz_line *other = &a->lines[j];
            if (other == line || other->role != RZ_LINE_REPORT || !block_of(a, other)->main || other->words <= line->words) continue;
            rz_span its = {tokens[other->first].letters_start, rz_letters_end(&tokens[other->last - 1])};
            if (memmem(a->text->letters + its.start, its.end - its.start, a->text->letters + own.start, own.end - own.start)) rz_cut_line(line, "repeated");
        }
    }
}

void rz_mark_lines(rz_articles *a) {
    mark_by_markup(a);
    mark_by_words(a);
    if (a->incoming->is_html) mark_orphans(a), mark_pulled(a);
}
