/* The body: what is left when the lines that only a page has are taken away.
 *
 * After an end mark nothing is body; short lines without a verb or a stop at either end are chrome, between sentences of the report they
 * are its headings and lists. */
#include "article/lines.h"

enum { REPORT_LEAST = 5, TAIL_WORDS = 6 };

/* In other languages a heading right above the first sentence, in its section, is the article's, and short lines below it are too. */
static uint32_t from_heading(const rz_articles *a, uint32_t after, uint32_t first) {
    enum { NEAR = 12 };
    uint32_t begin = first;
    for (uint32_t i = first; rz_is_page_abroad(a) && i-- > after && first - i <= NEAR;) {
        const rz_block *block = &a->incoming->blocks[a->lines[i].block];
        if (a->lines[i].role == RZ_LINE_CHROME) continue;
        if (!block->main || a->lines[i].role != RZ_LINE_OTHER) break;
        if (block->kind == RZ_BLOCK_HEADING && block->level > 1) begin = i;
    }
    return begin;
}

static uint32_t first_line(const rz_articles *a) {
    uint32_t after = 0;
    for (uint32_t i = 0; i < a->n_lines; i++)
        if (a->out->title_last && a->lines[i].first == a->out->title_first && a->lines[i].last == a->out->title_last) after = i + 1;
    for (uint32_t i = after; i < a->n_lines; i++)
        if (a->lines[i].role == RZ_LINE_REPORT || (a->lines[i].role == RZ_LINE_OTHER && rz_runs_on(a, &a->lines[i]))) return from_heading(a, after, i);
    for (uint32_t i = after; i < a->n_lines; i++)
        if (a->lines[i].role == RZ_LINE_OTHER) return i;
    return a->n_lines;
}

/* Where an end mark begins in the line: at its head, or after a sentence's stop. */
static uint32_t end_mark_in(const rz_articles *a, const rz_line *line) {
    bool may = true;
    for (uint32_t t = line->first; t < line->last; t++) {
        if (may && rz_chrome_at(a, t, RZ_C_END)) return t;
        bool mark = a->text->tokens[t].kind == RZ_TOKEN_PUNCT;
        may = mark && (may || rz_is_punct(a, t, ".?!/~"));
    }
    return RZ_NONE;
}

static uint32_t report_words(const rz_articles *a, uint32_t from, uint32_t to) {
    uint32_t words = 0;
    for (uint32_t i = from; i < to; i++)
        if (a->lines[i].role == RZ_LINE_REPORT) words += a->lines[i].words;
    return words;
}

static bool is_mark(const rz_articles *a, const rz_line *line) {
    if (rz_is_legal(a, line)) return true;
    if (line->words > RZ_SHORT_LINE * 2 || (line->stops && line->verbs && line->words > RZ_SHORT_LINE)) return false;
    return rz_words_after(a, line, RZ_C_MARK) <= RZ_SHORT_LINE || rz_words_after(a, line, RZ_C_ALONE) == 0;
}

/* Below such a mark stands what readers say, in as many paragraphs as they like. */
static bool closes(const rz_articles *a, const rz_line *line) {
    rz_row mark = rz_row_why(a, line, RZ_C_MARK), alone = rz_row_why(a, line, RZ_C_ALONE), row = mark != RZ_NONE ? mark : alone;
    return row != RZ_NONE && rz_row_get(a->text->data, row, "closes").size > 0;
}

static const char *why_marked(const rz_articles *a, const rz_line *line) {
    const char *mark = rz_why_of(a, line, RZ_C_MARK), *alone = rz_why_of(a, line, RZ_C_ALONE);
    return mark ? mark : alone ? alone : "legal";
}

/* Nothing but the name of an outlet, with or without what kind of one it is, or quotation marks. */
static bool names_outlet(const rz_articles *a, uint32_t first, uint32_t last) {
    while (first < last && rz_is_punct(a, first, "<\"")) first++;
    while (last > first && rz_is_punct(a, last - 1, ">\"")) last--;
    uint32_t noun = rz_source_word_at(a, first, RZ_W_NOUN), end;
    if (rz_outlet_at(a, first, &end) != RZ_NONE && end == last) return true;
    return noun && rz_outlet_at(a, noun, &end) != RZ_NONE && end == last;
}

/* «خبرگزاری نمونه» alone, below most of the report: what follows tells of the outlet. */
static bool is_signature(const rz_articles *a, const rz_line *line) {
    return line->words <= TAIL_WORDS && line->first < line->last && names_outlet(a, line->first, line->last);
}

/* Boxes for sharing, advertisements and buttons stand amid articles as well; their markup closes them. So it does whatever stands in a
 * section of its own, where the report goes on in the section that it is in; what readers say of it may have paragraphs of its own. */
static bool is_box(const rz_articles *a, uint32_t i, uint32_t last_main) {
    const rz_block *block = &a->incoming->blocks[a->lines[i].block];
    if (!block->in_article || (block->kind == RZ_BLOCK_ASIDE && block->cut == RZ_CUT_COMMENTS)) return false;
    if (block->kind == RZ_BLOCK_ASIDE && (block->cut == RZ_CUT_SHARE || block->cut == RZ_CUT_ADVERT || block->cut == RZ_CUT_FORM)) return true;
    return i < last_main && (!block->main || (a->foreign && !closes(a, &a->lines[i])));
}

/* The box's mark, and its short lines. */
static void cut_box(rz_articles *a, uint32_t i, const char *why) {
    rz_cut_line(&a->lines[i], why);
    for (i++; i < a->n_lines && a->lines[i].role == RZ_LINE_OTHER && !a->incoming->blocks[a->lines[i].block].main; i++) rz_cut_line(&a->lines[i], why);
}

/* The last sentence that stands where most of the report does; 0: none. */
static uint32_t last_in_main(const rz_articles *a) {
    for (uint32_t i = a->n_lines; i-- > a->begin;)
        if (a->lines[i].role == RZ_LINE_REPORT && a->incoming->blocks[a->lines[i].block].main) return i;
    return 0;
}

/* «نظرات» in one list with the day or the number of the report: a link to what stands below. */
static bool is_tool(const rz_articles *a, uint32_t i) {
    const rz_line *line = &a->lines[i], *before = line - 1;
    if (i == 0 || a->incoming->blocks[line->block].kind != RZ_BLOCK_LIST || a->incoming->blocks[before->block].kind != RZ_BLOCK_LIST) return false;
    return rz_words_after(a, line, RZ_C_ALONE) == 0 && (rz_is_day_line(a, before) || rz_words_after(a, before, RZ_C_PREFIX) <= RZ_SHORT_LINE);
}

/* Whether nearly all sentences of the page's article stand in the sections that its paragraphs are in. */
static bool is_mostly_main(const rz_articles *a) {
    uint32_t main = 0, all = 0;
    for (uint32_t i = a->begin; i < a->n_lines; i++) {
        if (a->lines[i].role != RZ_LINE_REPORT) continue;
        all += a->lines[i].words;
        if (a->incoming->blocks[a->lines[i].block].main) main += a->lines[i].words;
    }
    return main * 4 >= all * 3;
}

/* Where other languages have no words to tell: below its last paragraph, whatever stands in a section of its own tells of the author, of the
 * site, of other articles. */
static void cut_below_main(rz_articles *a, uint32_t last_main) {
    if (!a->foreign || !last_main || !is_mostly_main(a)) return;
    for (uint32_t i = last_main + 1; i < a->n_lines; i++)
        if (!a->incoming->blocks[a->lines[i].block].main && a->lines[i].role != RZ_LINE_TITLE) rz_cut_line(&a->lines[i], "outside");
}

/* A page that goes on with its next story: a second heading of the highest level outside the section that the title's heads, with sentences
 * below it. */
static bool starts_another(const rz_articles *a, uint32_t i) {
    enum { NEAR = 6, TITLE_LEAST = 3 };
    const rz_line *line = &a->lines[i];
    const rz_block *block = &a->incoming->blocks[line->block];
    if (block->kind != RZ_BLOCK_HEADING || block->level != 1 || block->main || line->role == RZ_LINE_TITLE || line->words < TITLE_LEAST || line->stops) return false;
    bool same = false, below = false;
    for (uint32_t j = 0; j < a->begin; j++) same |= a->lines[j].role == RZ_LINE_TITLE && a->incoming->blocks[a->lines[j].block].level == 1 && a->incoming->blocks[a->lines[j].block].reach <= line->block;
    for (uint32_t j = i + 1; j < a->n_lines && j <= i + NEAR; j++) below |= a->lines[j].role == RZ_LINE_REPORT;
    return same && below;
}

/* Cuts at the first end mark, or at the first mark that has a fair part of the report before it (a masthead may hold
 * the same words). */
static void find_end(rz_articles *a) {
    uint32_t all = report_words(a, a->begin, a->n_lines), before = 0, last_main = last_in_main(a);
    cut_below_main(a, last_main);
    a->end = a->n_lines;
    for (uint32_t i = a->begin; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        uint32_t mark = end_mark_in(a, line);
        if (before && starts_another(a, i)) {
            a->end = i;
            a->end_why = "another-story";
            return;
        }
        if (mark != RZ_NONE) {
            a->end_why = rz_chrome_id(a, mark, RZ_C_END);
            a->end = mark == line->first ? i : i + 1;
            a->body_last = mark == line->first ? 0 : mark;
            return;
        }
        if (!a->foreign && before * 2 >= all && before > 0 && is_signature(a, line)) {
            a->end = i + 1; /* trimmed off, and read as the source */
            a->end_why = "signature";
            return;
        }
        if (line->role != RZ_LINE_TITLE && !line->inset && is_mark(a, line)) {
            bool box = is_box(a, i, last_main);
            if (box) cut_box(a, i, why_marked(a, line));
            else rz_cut_line(line, why_marked(a, line));
            if (before * 5 >= all && before > 0 && !box && !is_tool(a, i)) {
                a->end = i;
                a->end_why = line->why;
                return;
            }
        }
        if (line->role == RZ_LINE_REPORT) before += line->words;
    }
}

static bool is_tail_line(const rz_articles *a, const rz_line *line) {
    if (line->words > TAIL_WORDS || line->words == 0 || line->verbs) return false;
    if (rz_is_punct(a, line->first, "/") || rz_words_after(a, line, RZ_C_TAIL) <= TAIL_WORDS) return true;
    return names_outlet(a, line->first, line->last);
}

/* Takes short lines off the end. The last one that names a source is kept in mind for the chain. */
static void trim_end(rz_articles *a) {
    for (uint32_t i = a->end; i-- > a->begin;) {
        rz_line *line = &a->lines[i];
        bool beside = a->foreign && a->incoming->blocks[line->block].main; /* a list or a name below its last sentence */
        bool keep = line->role != RZ_LINE_CHROME && line->role != RZ_LINE_TITLE && (beside || rz_runs_on(a, line)) && !is_tail_line(a, line);
        if (keep || i == a->begin) break;
        if (is_tail_line(a, line)) a->tail = line->first; /* the one nearest to the report stays */
        rz_cut_line(line, is_tail_line(a, line) ? "tail" : "short");
        a->end = i;
        a->body_last = 0;
    }
}

/* What stands after the last sentence in its own line: «./عصرایران», «. منبع: ایسنا», «/۱۱۲». */
static void trim_last_line(rz_articles *a) {
    rz_line *line = &a->lines[a->end - 1];
    uint32_t last = a->body_last ? a->body_last : line->last, words = 0, cut = RZ_NONE;
    a->body_last = last;
    if (a->foreign) return; /* «real-world gains»: other languages have other signs */
    for (uint32_t t = last; t-- > line->first && words <= TAIL_WORDS;) {
        const rz_token *token = &a->text->tokens[t];
        bool after_stop = t > line->first && (rz_is_stop(a, t - 1) || rz_is_punct(a, t - 1, ">\""));
        uint32_t outlet_last;
        if (token->kind == RZ_TOKEN_WORD && token->verb != RZ_NONE) break;
        if (rz_is_punct(a, t, "/~-") && (after_stop || words == 0)) cut = t;
        else if (rz_is_punct(a, t, "/") && rz_outlet_at(a, t + 1, &outlet_last) != RZ_NONE && outlet_last == last) cut = t;
        else if (after_stop && rz_is_punct(a, t, "(") && rz_outlet_at(a, t + 1, &outlet_last) != RZ_NONE && rz_is_punct(a, outlet_last, ")")) cut = t;
        else if (after_stop && rz_chrome_at(a, t, RZ_C_TAIL) && rz_is_punct(a, rz_chrome_at(a, t, RZ_C_TAIL), ":-")) cut = t;
        else if (rz_is_stop(a, t)) break;
        words += token->kind == RZ_TOKEN_WORD;
    }
    if (cut != RZ_NONE && cut > line->first + REPORT_LEAST) {
        if (a->tail == RZ_NONE) a->tail = cut;
        last = cut;
    }
    a->body_last = last;
}

/* One span a run of lines that are body. */
static void make_spans(rz_articles *a) {
    RZ_VEC(rz_span) spans = {0};
    bool open = false;
    for (uint32_t i = a->begin; i < a->end; i++) {
        const rz_line *line = &a->lines[i];
        uint32_t first = i == a->begin ? a->body_first : line->first, last = i + 1 == a->end ? a->body_last : line->last;
        bool left_out = line->role == RZ_LINE_CHROME || line->role == RZ_LINE_TITLE;
        open = open && !left_out;
        if (left_out || first >= last) continue;
        rz_span span = rz_text_span(a->text, first, last);
        if (open) spans.at[spans.n - 1].end = span.end;
        else *RZ_PUSH(a->arena, &spans) = span;
        open = true;
        for (uint32_t t = first; t < last; t++) a->out->in_body[t] = true;
    }
    a->out->body = spans.at;
    a->out->n_body = spans.n;
}

/* «ایران و مجارستان سه سند امضا کردند؛» above the title tells of the report too; «لاوروف:» whose words the title is. */
static void take_kicker(rz_articles *a) {
    for (uint32_t i = 0; i < a->n_lines && a->out->title_first < a->out->title_last; i++) {
        const rz_line *line = &a->lines[i];
        if (line->last != a->out->title_first || line->role != RZ_LINE_OTHER || (!line->verbs && !rz_is_punct(a, line->last - 1, ":")) || !rz_is_punct(a, line->last - 1, ";:")) continue;
        for (uint32_t t = line->first; t < line->last; t++) a->out->in_body[t] = true;
    }
}

void rz_find_body(rz_articles *a) {
    a->tail = RZ_NONE;
    a->begin = first_line(a);
    a->body_first = a->body_last = 0;
    for (uint32_t t = a->out->title_first; t < a->out->title_last; t++) a->out->in_body[t] = true;
    take_kicker(a);
    if (a->begin == a->n_lines) {
        a->end = a->begin;
        return;
    }
    find_end(a);
    if (a->end <= a->begin) { /* nothing but the mark */
        a->end = a->begin;
        return;
    }
    trim_end(a);
    rz_line *line = &a->lines[a->begin];
    rz_row outlet;
    rz_span named;
    a->body_first = a->foreign ? line->first : rz_label_end(a, line->first, line->last, &outlet, &named);
    trim_last_line(a);
    make_spans(a);
}

void rz_leave_out(rz_articles *a, const char *why) {
    for (uint32_t i = 0; i < a->n_lines; i++) rz_cut_line(&a->lines[i], why);
    a->begin = a->end = a->n_lines;
    a->body_first = a->body_last = 0;
}
