/* Who publishes, by the lines around a report: an address, the name that a channel signs with, a line that bears the name of an outlet. */
#include "article/source.h"

enum { ADDRESS_BYTES = 300, ADDRESS_WORDS = 4, SIGN_WORDS = 10, DESK_WORDS = 3, HEAD_LINES = 4 };

static uint32_t latin_words(const rz_articles *a, const rz_line *line) {
    uint32_t n = 0;
    for (uint32_t t = line->first; t < line->last; t++) n += a->text->tokens[t].kind == RZ_TOKEN_LATIN || a->text->tokens[t].kind == RZ_TOKEN_NUMBER;
    return n;
}

static rz_str bytes_of(const rz_articles *a, uint32_t first, uint32_t last) {
    rz_span at = rz_text_span(a->text, first, last);
    return (rz_str){a->text->src + at.start, at.end - at.start};
}

void rz_publisher_of_address(rz_articles *a) {
    for (uint32_t i = 0; i < a->n_lines && !a->out->publisher.id; i++) {
        const rz_line *line = &a->lines[i];
        if (line->first == line->last) continue;
        rz_str bytes = bytes_of(a, line->first, line->last);
        if (bytes.size > ADDRESS_BYTES || line->verbs || (line->role == RZ_LINE_REPORT && i < a->end) || line->words - latin_words(a, line) > ADDRESS_WORDS) continue;
        const char *scheme = memmem(bytes.at, bytes.size, "://", 3);
        rz_row outlet = scheme ? rz_outlet_of_site(a, (rz_str){scheme, (uint32_t)(bytes.at + bytes.size - scheme)}) : rz_outlet_signing(a, bytes);
        if (outlet != RZ_NONE) rz_publisher_set(a, rz_source_of_outlet(a, outlet, 0, 0), outlet, true);
    }
}

/* «گروه سیاسی خبرگزاری X»: the token after the desk. */
static uint32_t before_name(const rz_articles *a, uint32_t t, uint32_t end) {
    uint32_t desk = rz_source_word_at(a, t, RZ_W_DESK);
    for (uint32_t u = desk; desk && u < end && u <= desk + DESK_WORDS; u++) {
        uint32_t last;
        if (rz_source_word_at(a, u, RZ_W_NOUN) || rz_outlet_at(a, u, &last) != RZ_NONE) return u;
        if (a->text->tokens[u].kind != RZ_TOKEN_WORD) break;
    }
    return t;
}

static bool closes_name(const rz_articles *a, uint32_t t, uint32_t end) { return t >= end || rz_is_punct(a, t, "|~-/)>\"") || rz_source_word_at(a, t, RZ_W_OWN_AFTER); }

/* The outlet of which a part of the line is the name, between marks or beside words that tell of the page itself. */
static rz_row named_in_line(const rz_articles *a, const rz_line *line, uint32_t *first, uint32_t *last) {
    for (uint32_t t = line->first; t < line->last; t++) {
        bool begins = t == line->first || rz_is_punct(a, t - 1, "|~-/(<\"");
        if (!begins) continue;
        uint32_t name = before_name(a, t, line->last), noun = rz_source_word_at(a, name, RZ_W_NOUN);
        rz_row outlet = rz_outlet_at(a, name, last);
        if (outlet == RZ_NONE && noun) outlet = rz_outlet_at(a, noun, last);
        bool dated = name > t && rz_is_punct(a, *last, ","); /* «منتشرشده در X، ۸ جوزا» */
        bool told = name > t || line->last - line->first > *last - name; /* a name alone is a masthead, or a tail */
        if (outlet == RZ_NONE || !told || !(dated || closes_name(a, *last, line->last))) continue;
        *first = name;
        return outlet;
    }
    return RZ_NONE;
}

static bool may_bear_name(const rz_articles *a, uint32_t i) {
    const rz_line *line = &a->lines[i];
    const rz_block *block = &a->incoming->blocks[line->block];
    bool of_others = block->kind == RZ_BLOCK_ASIDE && (block->cut == RZ_CUT_COMMENTS || block->cut == RZ_CUT_RELATED || block->cut == RZ_CUT_FORM);
    bool tail = a->tail != RZ_NONE && a->tail >= line->first && a->tail < line->last;
    if (of_others || tail || line->first == line->last || line->role == RZ_LINE_TITLE || line->words > SIGN_WORDS) return false;
    if (line->role == RZ_LINE_REPORT && i >= a->begin && i < a->end && (line->verbs || i > a->begin + HEAD_LINES)) return false;
    return !rz_chrome_at(a, line->first, RZ_C_TAIL) && !rz_chrome_at(a, line->first, RZ_C_CREDIT) && !rz_chrome_at(a, line->first, RZ_C_CAPTION);
}

/* «X به مسقط رفت - خبرگزاری Y», where the title is a line of the text. */
static void publisher_of_title(rz_articles *a) {
    if (a->out->title_first >= a->out->title_last) return;
    rz_row outlet = rz_outlet_in_title(a, bytes_of(a, a->out->title_first, a->out->title_last));
    if (outlet != RZ_NONE) rz_publisher_set(a, rz_source_of_outlet(a, outlet, 0, 0), outlet, true);
}

void rz_publisher_of_lines(rz_articles *a) {
    if (!a->out->publisher.id) publisher_of_title(a);
    rz_row found = RZ_NONE;
    uint32_t first = 0, last = 0;
    for (uint32_t i = 0; i < a->n_lines && !a->out->publisher.id; i++) {
        uint32_t from = 0, to = 0;
        if (!may_bear_name(a, i)) continue;
        rz_row outlet = named_in_line(a, &a->lines[i], &from, &to);
        if (outlet == RZ_NONE) continue;
        if (found != RZ_NONE && outlet != found) return; /* links to others */
        if (found == RZ_NONE) first = from, last = to;
        found = outlet;
    }
    if (found != RZ_NONE && !a->out->publisher.id) rz_publisher_set(a, rz_source_of_outlet(a, found, first, last), found, true);
}

void rz_publisher_of_law(rz_articles *a) {
    for (uint32_t i = a->end; i < a->n_lines && !a->out->publisher.id; i++) {
        if (!rz_is_legal(a, &a->lines[i])) continue;
        for (uint32_t t = a->lines[i].first, last; t < a->lines[i].last; t++) {
            uint32_t noun = rz_source_word_at(a, t, RZ_W_NOUN);
            rz_row outlet = rz_outlet_at(a, t, &last);
            if (outlet == RZ_NONE && noun) outlet = rz_outlet_at(a, noun, &last);
            if (outlet == RZ_NONE) continue;
            rz_publisher_set(a, rz_source_of_outlet(a, outlet, t, last), outlet, true);
            break;
        }
    }
}
