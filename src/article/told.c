/* What a page tells of its article beside title, outlet and day of publication: who wrote it, under what it stands, when it was changed last,
 * in which language it is. */
#include "article/lines.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { NAME_WORDS = 6, LINE_WORDS = 14 };

static bool is_address(rz_str s) { return s.size >= 7 && (!strncasecmp(s.at, "http://", 7) || !strncasecmp(s.at, "https:/", 7)); }

/* A line of the page that is no sentence of the report. */
static bool is_beside(const rz_articles *a, uint32_t i) {
    const rz_line *line = &a->lines[i];
    return line->role != RZ_LINE_TITLE && line->role != RZ_LINE_REPORT && line->words <= LINE_WORDS && (i < a->begin || i >= a->end || line->role == RZ_LINE_CHROME);
}

static bool is_of_others(const rz_articles *a, uint32_t i) {
    const rz_block *block = &a->incoming->blocks[a->lines[i].block];
    return block->kind == RZ_BLOCK_ASIDE && (block->cut == RZ_CUT_COMMENTS || block->cut == RZ_CUT_RELATED || block->cut == RZ_CUT_FORM);
}

/* «نویسنده: مریم نمونه | …»: the words after the mark, up to the next mark or day. */
static rz_str name_after(const rz_articles *a, const rz_line *line) {
    uint32_t t = line->first, words = 0;
    while (t < line->last && rz_is_punct(a, t, "~-|")) t++;
    uint32_t first = t < line->last ? rz_chrome_at(a, t, RZ_C_AUTHOR) : 0, last;
    if (!first) return RZ_STR("");
    while (first < line->last && rz_is_punct(a, first, ":-~")) first++;
    for (last = first; last < line->last && words <= NAME_WORDS; last++) {
        const rz_token *token = &a->text->tokens[last];
        if (a->is_time[last] || token->kind == RZ_TOKEN_NUMBER || rz_is_punct(a, last, "|~-/,;.:()") || token->verb != RZ_NONE) break;
        words++;
    }
    if (words == 0 || words > NAME_WORDS) return RZ_STR("");
    rz_span span = rz_text_span(a->text, first, last);
    return (rz_str){a->incoming->text + span.start, span.end - span.start};
}

static rz_str find_byline(const rz_articles *a) {
    rz_str none = RZ_STR("");
    if (a->incoming->meta_author.size && !is_address(a->incoming->meta_author)) return a->incoming->meta_author;
    for (uint32_t i = 0; i < a->n_lines; i++) {
        if (!is_beside(a, i) || is_of_others(a, i)) continue;
        rz_str name = name_after(a, &a->lines[i]);
        if (name.size) return name;
    }
    return none;
}

/* «آخرین به‌روزرسانی: ۱۲ اردیبهشت ۱۴۰۳ - ۱۰:۳۰», also behind the day of publication on its line. */
static void find_update(rz_articles *a) {
    rz_metadata_day(a->incoming->meta_updated, &a->out->updated_day, &a->out->updated_minute);
    for (uint32_t i = 0; i < a->n_lines && a->out->updated_day == RZ_NO_DAY; i++) {
        const rz_line *line = &a->lines[i];
        if (!is_beside(a, i) || is_of_others(a, i)) continue;
        for (uint32_t t = line->first; t < line->last && a->out->updated_day == RZ_NO_DAY; t++) {
            uint32_t end = rz_chrome_at(a, t, RZ_C_UPDATED);
            if (end) a->out->updated_day = rz_whole_day_in(a, end, line->last, &a->out->updated_minute);
        }
    }
}

/* Pages are made from patterns that say «en» of whatever stands in them: the letters are asked first. */
static rz_str find_language(const rz_articles *a) {
    static const char *const in_these_letters[] = {"fa", "prs", "ar", "ur", "ps", "ckb", "tg"};
    rz_str said = a->incoming->meta_language;
    if (a->foreign) return said;
    for (size_t i = 0; i < sizeof in_these_letters / sizeof *in_these_letters; i++) {
        size_t n = strlen(in_these_letters[i]);
        if (said.size >= n && !strncasecmp(said.at, in_these_letters[i], n) && (said.size == n || !isalpha((unsigned char)said.at[n]))) return said;
    }
    return RZ_STR("fa");
}

void rz_find_told(rz_articles *a) {
    a->out->byline = find_byline(a);
    a->out->section = a->incoming->meta_section;
    a->out->language = find_language(a);
    find_update(a);
}
