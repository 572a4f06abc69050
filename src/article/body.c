/* The body: what is left when the lines that only a page has are taken away.
 *
 * Markup decides where there is any; what lines say (data/chrome.txt) and how they are built decides the rest, so that a page that
 * a crawl flattened to text is cut as well. After an end mark nothing is body; short lines without a verb or a stop at either
 * end are chrome, between sentences of the report they are its headings and lists. */
#include "article/lines.h"

enum { SHORT_LINE = 8, REPORT_LEAST = 5, LONG_LINE = 40, TAIL_WORDS = 6, CREDIT_WORDS = 4, HEAD_LINES = 4, INSET_LINES = 14, OUTLET_WORDS = 6 };

static const rz_block *block_of(const rz_articles *a, const rz_line *line) { return &a->incoming->blocks[line->block]; }

static bool set_aside(const rz_articles *a, const rz_line *line) {
    rz_block_kind kind = block_of(a, line)->kind;
    return kind == RZ_BLOCK_ASIDE || kind == RZ_BLOCK_LINK || kind == RZ_BLOCK_TIME || kind == RZ_BLOCK_CAPTION;
}

/* A sentence, by itself enough to say that here is a report. */
static bool reads_as_report(const rz_line *line) {
    if (line->words >= LONG_LINE) return true;
    return line->stops && line->words >= REPORT_LEAST && (line->verbs > 0 || line->words >= 12);
}

/* Less sure, enough where the report runs already. */
static bool runs_on(const rz_line *line) { return reads_as_report(line) || (line->verbs > 0 && line->words >= 12); }

/* Words of the line after its first phrase of this kind; UINT32_MAX where it does not begin with one. */
static uint32_t words_after(const rz_articles *a, const rz_line *line, rz_chrome_key key) {
    uint32_t at = line->first;
    while (at < line->last && rz_is_punct(a, at, "~-/([\"<;:,.")) at++;
    if (at + 1 < line->last && a->text->tokens[at].kind == RZ_TOKEN_NUMBER && rz_is_punct(a, at + 1, ".")) at += 2; /* «1. …» */
    uint32_t end = at < line->last ? rz_chrome_at(a, at, key) : 0, words = 0;
    if (end == 0) return UINT32_MAX;
    for (uint32_t t = end; t < line->last; t++) words += a->text->tokens[t].kind == RZ_TOKEN_WORD;
    return words;
}

/* Nothing but figures, marks, single letters and foreign words: «/949/پ202/ج», «#», captions in other scripts. */
static bool says_nothing(const rz_articles *a, const rz_line *line) {
    for (uint32_t t = line->first; t < line->last; t++) {
        const rz_token *token = &a->text->tokens[t];
        if (token->kind == RZ_TOKEN_LATIN && a->foreign) return false;
        if (token->kind == RZ_TOKEN_WORD && token->letters.end - token->letters.start > 1) return false;
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

/* The sentence between the page's heading and the article's own element, the one nearest to it; RZ_NONE: none. */
static uint32_t lead_above_article(const rz_articles *a) {
    uint32_t lead = RZ_NONE;
    bool headed = false;
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_block *block = block_of(a, &a->lines[i]);
        if (block->in_article && a->lines[i].role == RZ_LINE_REPORT) return headed ? lead : RZ_NONE;
        headed |= block->kind == RZ_BLOCK_HEADING && block->level == 1;
        if (headed && block->kind == RZ_BLOCK_TEXT && a->lines[i].role == RZ_LINE_REPORT) lead = i;
    }
    return RZ_NONE;
}

static void mark_by_markup(rz_articles *a) {
    bool sure = false;
    for (uint32_t i = 0; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        if (set_aside(a, line)) line->role = RZ_LINE_CHROME;
        else if (reads_as_report(line)) line->role = RZ_LINE_REPORT, sure = true;
    }
    for (uint32_t i = 0; i < a->n_lines && !sure; i++) /* some outlets set no stops */
        if (a->lines[i].role == RZ_LINE_OTHER && runs_on(&a->lines[i])) a->lines[i].role = RZ_LINE_REPORT;
    if (!has_article_markup(a)) return;
    bool begun = false; /* the title may stand above the article, and the lead between them */
    uint32_t lead = lead_above_article(a);
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_block *block = block_of(a, &a->lines[i]);
        begun |= block->in_article && a->lines[i].role == RZ_LINE_REPORT;
        if (!block->in_article && (begun || (block->kind != RZ_BLOCK_HEADING && i != lead))) a->lines[i].role = RZ_LINE_CHROME;
    }
}

/* «عکس: خبرگزاری مهر» at the end of the line: what stands before it tells a picture. Crawls join its last word and «عکس». */
static bool ends_in_credit(const rz_articles *a, const rz_line *line) {
    for (uint32_t t = line->last, back = 0; t-- > line->first && back <= CREDIT_WORDS * 2; back++)
        if (rz_is_punct(a, t, ":") && t > line->first && (rz_chrome_at(a, t - 1, RZ_C_CREDIT) == t || rz_ends_in(a, t - 1, RZ_C_CREDIT))) return true;
    return false;
}

/* «پایان مطالب پیشنهادی»: the page closes an inset here, and the report goes on. */
static void close_inset(rz_articles *a, uint32_t last) {
    uint32_t from = last > INSET_LINES ? last - INSET_LINES : 0, first = last;
    for (uint32_t i = last; i-- > from && first == last;) {
        const rz_line *line = &a->lines[i];
        if (words_after(a, line, RZ_C_MARK) <= SHORT_LINE || words_after(a, line, RZ_C_ASIDE) <= SHORT_LINE || words_after(a, line, RZ_C_ALONE) == 0) first = i;
    }
    for (uint32_t i = first; i <= last; i++) a->lines[i].role = RZ_LINE_CHROME, a->lines[i].inset = true;
}

/* «العالم - ایران» on its own line: the outlet and its desk. */
static bool is_outlet_line(const rz_articles *a, const rz_line *line) {
    uint32_t last;
    return line->words <= OUTLET_WORDS && line->verbs == 0 && rz_outlet_at(a, line->first, &last) != RZ_NONE &&
           (last == line->last || (last < line->last && rz_is_punct(a, last, "-~/")));
}

/* What belongs to a picture or a form, even where it is a sentence. */
static bool is_furniture(const rz_articles *a, const rz_line *line) {
    return words_after(a, line, RZ_C_CAPTION) != UINT32_MAX || words_after(a, line, RZ_C_FORM) <= SHORT_LINE * 2 || ends_in_credit(a, line);
}

/* Lines left out wherever they stand. A sentence of the report may begin with such words: it is longer. */
static void mark_by_words(rz_articles *a) {
    for (uint32_t i = 0, reports = 0; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        bool report = line->role == RZ_LINE_REPORT;
        bool chrome = says_nothing(a, line) || is_furniture(a, line) || (reports < HEAD_LINES && rz_is_day_line(a, line)) || words_after(a, line, RZ_C_LINE) == 0 ||
                      (!report && words_after(a, line, RZ_C_PREFIX) <= SHORT_LINE) ||
                      (!report && words_after(a, line, RZ_C_PUBLISHED) <= SHORT_LINE) ||
                      (!report && words_after(a, line, RZ_C_TODAY) <= SHORT_LINE && line->timed * 2 >= line->words);
        chrome = chrome || (!report && reports < HEAD_LINES && is_outlet_line(a, line));
        if (chrome) line->role = RZ_LINE_CHROME;
        if (words_after(a, line, RZ_C_RESUME) <= SHORT_LINE) close_inset(a, i);
        reports += line->role == RZ_LINE_REPORT;
        bool aside = words_after(a, line, RZ_C_ASIDE) <= SHORT_LINE * 2 && !line->stops;
        if (!aside) continue;
        line->role = RZ_LINE_CHROME;
        for (; i + 1 < a->n_lines && a->lines[i + 1].role != RZ_LINE_REPORT; i++)
            if (words_after(a, &a->lines[i + 1], RZ_C_END) == UINT32_MAX) a->lines[i + 1].role = RZ_LINE_CHROME;
    }
}

static uint32_t first_line(const rz_articles *a) {
    uint32_t after = 0;
    for (uint32_t i = 0; i < a->n_lines; i++)
        if (a->out->title_last && a->lines[i].first == a->out->title_first && a->lines[i].last == a->out->title_last) after = i + 1;
    for (uint32_t i = after; i < a->n_lines; i++)
        if (a->lines[i].role == RZ_LINE_REPORT || (a->lines[i].role == RZ_LINE_OTHER && runs_on(&a->lines[i]))) return i;
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
    if (line->words > SHORT_LINE * 2 || (line->stops && line->verbs && line->words > SHORT_LINE)) return false;
    return words_after(a, line, RZ_C_MARK) <= SHORT_LINE || words_after(a, line, RZ_C_ALONE) == 0;
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

/* Cuts at the first end mark, or at the first mark that has a fair part of the report before it (a masthead may hold
 * the same words). */
static void find_end(rz_articles *a) {
    uint32_t all = report_words(a, a->begin, a->n_lines), before = 0;
    a->end = a->n_lines;
    for (uint32_t i = a->begin; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        uint32_t mark = end_mark_in(a, line);
        if (mark != RZ_NONE) {
            a->end = mark == line->first ? i : i + 1;
            a->body_last = mark == line->first ? 0 : mark;
            return;
        }
        if (before * 2 >= all && before > 0 && is_signature(a, line)) {
            a->end = i + 1; /* trimmed off, and read as the source */
            return;
        }
        if (line->role != RZ_LINE_TITLE && !line->inset && is_mark(a, line)) {
            line->role = RZ_LINE_CHROME;
            if (before * 5 >= all && before > 0) {
                a->end = i;
                return;
            }
        }
        if (line->role == RZ_LINE_REPORT) before += line->words;
    }
}

static bool is_tail_line(const rz_articles *a, const rz_line *line) {
    if (line->words > TAIL_WORDS || line->words == 0 || line->verbs) return false;
    if (rz_is_punct(a, line->first, "/") || words_after(a, line, RZ_C_TAIL) <= TAIL_WORDS) return true;
    return names_outlet(a, line->first, line->last);
}

/* Takes short lines off the end. The last one that names a source is kept in mind for the chain. */
static void trim_end(rz_articles *a) {
    for (uint32_t i = a->end; i-- > a->begin;) {
        rz_line *line = &a->lines[i];
        bool keep = line->role != RZ_LINE_CHROME && line->role != RZ_LINE_TITLE && runs_on(line) && !is_tail_line(a, line);
        if (keep || i == a->begin) break;
        if (is_tail_line(a, line)) a->tail = line->first; /* the one nearest to the report stays */
        line->role = RZ_LINE_CHROME;
        a->end = i;
        a->body_last = 0;
    }
}

/* What stands after the last sentence in its own line: «./عصرایران», «. منبع: ایسنا», «/۱۱۲». */
static void trim_last_line(rz_articles *a) {
    rz_line *line = &a->lines[a->end - 1];
    uint32_t last = a->body_last ? a->body_last : line->last, words = 0, cut = RZ_NONE;
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

void rz_mark_lines(rz_articles *a) {
    mark_by_markup(a);
    mark_by_words(a);
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
    a->body_first = rz_label_end(a, line->first, line->last, &outlet, &named);
    trim_last_line(a);
    make_spans(a);
}
