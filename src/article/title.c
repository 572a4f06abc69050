/* The title: a heading of the page, or the line of a text that stands apart before the report begins. */
#include "article/lines.h"

#include "base/utf8.h"

enum { TITLE_WORDS = 25, TITLE_LEAST = 3, LOOK_BACK = 6 };

static bool set_aside(const rz_articles *a, const rz_line *line) {
    rz_block_kind kind = a->incoming->blocks[line->block].kind;
    return kind == RZ_BLOCK_ASIDE || kind == RZ_BLOCK_LINK || kind == RZ_BLOCK_TIME || kind == RZ_BLOCK_CAPTION;
}

static bool is_chrome_line(const rz_articles *a, const rz_line *line) {
    for (rz_chrome_key k = 0; k < RZ_C_LAW; k++) {
        uint32_t end = rz_chrome_at(a, line->first, k);
        if (end && (k != RZ_C_LINE || end + 1 >= line->last)) return true;
    }
    return false;
}

/* Letters of a string, as names are matched by. */
static uint32_t letters_of(rz_str s, uint8_t *out, uint32_t room) {
    uint32_t n = 0, length;
    for (const char *p = s.at, *end = s.at + s.size; p < end && n < room; p += length) {
        uint8_t code = rz_letter_code(rz_utf8_next(p, end, &length));
        if (code) out[n++] = code;
    }
    return n;
}

/* How much of the page's own title the line is, in letters; 0 where it is no part of it. */
static uint32_t in_meta_title(const rz_articles *a, const rz_line *line, const uint8_t *meta, uint32_t n_meta) {
    if (line->first == line->last) return 0;
    if (rz_has_other_script(a, line)) {
        rz_span span = rz_text_span(a->text, line->first, line->last);
        rz_str title = a->incoming->meta_title;
        uint32_t size = span.end - span.start;
        return size * 2 >= title.size && title.size && memmem(title.at, title.size, a->incoming->text + span.start, size) ? size : 0;
    }
    const rz_token *tokens = a->text->tokens;
    uint32_t from = tokens[line->first].letters_start, n = rz_letters_end(&tokens[line->last - 1]) - from;
    if (n == 0 || n > n_meta || n * 2 < n_meta) return 0;
    return memmem(meta, n_meta, a->text->letters + from, n) ? n : 0;
}

/* A title that is a link to its own page: set aside as a list of links, if the page's own title did not say the same. */
static bool is_linked(const rz_block *block) { return block->kind == RZ_BLOCK_LINK || (block->kind == RZ_BLOCK_ASIDE && block->cut == RZ_CUT_LINKS); }

/* The page's own title in a heading of the highest level whose wrapping is called something else: «breadcrumbs-area», «header-footer-group». */
static bool is_boxed(const rz_block *block) {
    return block->kind == RZ_BLOCK_ASIDE && block->level == 1 && block->cut != RZ_CUT_COMMENTS && block->cut != RZ_CUT_RELATED && block->cut != RZ_CUT_ADVERT;
}

/* Among the first lines that are no sentence of the report: part of the page's own title first, then its first heading. */
static rz_line *title_of_page(const rz_articles *a, uint32_t before) {
    uint8_t meta[512];
    uint32_t n_meta = letters_of(a->incoming->meta_title, meta, sizeof meta), best = 0;
    rz_line *found = NULL, *heading = NULL, *linked = NULL, *boxed = NULL;
    for (uint32_t i = 0; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        const rz_block *block = &a->incoming->blocks[line->block];
        bool is_heading = block->kind == RZ_BLOCK_HEADING;
        if (!linked && i < before && is_linked(block) && line->words <= TITLE_WORDS && in_meta_title(a, line, meta, n_meta)) linked = line;
        if (!boxed && i < before && is_boxed(block) && line->words <= TITLE_WORDS && in_meta_title(a, line, meta, n_meta)) boxed = line;
        if (set_aside(a, line) || line->words > TITLE_WORDS || (i >= before && !is_heading)) continue;
        uint32_t share = in_meta_title(a, line, meta, n_meta) * (is_heading ? 2 : 1);
        if (share > best) best = share, found = line;
        if (is_heading && line->words >= TITLE_LEAST && i <= before && (!heading || block->level < a->incoming->blocks[heading->block].level))
            heading = line;
    }
    if (!found) return boxed ? boxed : heading ? heading : linked;
    for (rz_line *line = a->lines; line < found && found >= a->lines + before; line++) /* the report may begin between it and its like above */
        if (!set_aside(a, line) && rz_same_words(a, line, found)) return line;
    return found;
}

typedef struct {
    const rz_data *data;
    uint32_t key, longest;
} section;

static bool take_section(void *self, const rz_name_hit *hit) {
    section *s = self;
    if (hit->key == s->key && hit->type == RZ_CHROME && hit->length > s->longest) s->longest = hit->length;
    return true;
}

/* «افغانستاناقتصاد»: a word of no lexicon, a third of it or more the names of sections that a crawl joined. */
static bool is_joined_menu(const rz_articles *a, uint32_t token) {
    enum { LEAST = 3, WORD_LEAST = 8 };
    const rz_token *t = &a->text->tokens[token];
    uint32_t covered = 0, sections = 0, end = rz_letters_end(t);
    if (t->kind != RZ_TOKEN_WORD || end - t->letters_start < WORD_LEAST || rz_word_pos(a->text, token)) return false;
    for (uint32_t from = t->letters_start; from < end;) {
        section s = {.data = a->text->data, .key = a->keys[RZ_C_LINE]};
        rz_names_at(s.data, a->text->letters + from, end - from, take_section, &s);
        bool found = s.longest >= LEAST;
        covered += found ? s.longest : 0;
        sections += found;
        from += found ? s.longest : 1;
    }
    return sections > 1 && covered * 3 >= end - t->letters_start;
}

/* A row of a menu («سیاسی جهان ورزش»): half of it or more the names of sections or outlets, and nothing that ties words together. */
static bool is_menu(const rz_articles *a, const rz_line *line) {
    uint32_t known = 0, last;
    if (line->verbs) return false;
    for (uint32_t t = line->first; t < line->last;) {
        const rz_token *token = &a->text->tokens[t];
        if (token->kind == RZ_TOKEN_WORD && rz_word_pos(a->text, t) & (RZ_POS_PREP | RZ_POS_CONJ)) return false;
        uint32_t end = rz_chrome_at(a, t, RZ_C_LINE);
        if (!end && rz_outlet_at(a, t, &last) != RZ_NONE) end = last;
        if (!end && is_joined_menu(a, t)) end = t + 1;
        for (uint32_t i = t; i < end; i++) known += a->text->tokens[i].kind == RZ_TOKEN_WORD;
        t = end > t ? end : t + 1;
    }
    return known * 2 >= line->words;
}

/* «شفقنا | پایگاه همکاری‌های خبری»: the outlet and what it says of itself. */
static bool is_masthead(const rz_articles *a, const rz_line *line) {
    uint32_t last, report = rz_source_word_at(a, line->first, RZ_W_REPORT), noun = report ? rz_source_word_at(a, report, RZ_W_NOUN) : 0;
    if (line->verbs) return false;
    if (report) { /* «به گزارش خبرگزاری نمونه», alone */
        bool named = rz_outlet_at(a, report, &last) != RZ_NONE || (noun && rz_outlet_at(a, noun, &last) != RZ_NONE);
        return named && last == line->last;
    }
    return rz_outlet_at(a, line->first, &last) != RZ_NONE && last < line->last && rz_is_punct(a, last, "~");
}

/* A title may ask or cry. */
static bool cries(const rz_articles *a, const rz_line *line) { return line->last > line->first && rz_is_punct(a, line->last - 1, "?!"); }

static bool may_be_title(const rz_articles *a, const rz_line *line) {
    return line->role == RZ_LINE_OTHER && line->words >= TITLE_LEAST && line->words <= TITLE_WORDS && line->stops <= cries(a, line) &&
           line->timed * 2 < line->words && !set_aside(a, line) && !is_chrome_line(a, line) && !is_menu(a, line) &&
           !is_masthead(a, line);
}

/* A line above the title that only leads to it («در گفت‌وگو با ایسنا؛»). */
static bool leads_on(const rz_articles *a, const rz_line *line) { return rz_is_punct(a, line->last - 1, ":;"); }

/* Of the last few candidates before the report, one that is said twice, else the first that is whole. */
static rz_line *title_of_text(const rz_articles *a, uint32_t before) {
    rz_line *found[LOOK_BACK];
    uint32_t n = 0;
    for (uint32_t i = before; i-- > 0 && n < LOOK_BACK;)
        if (may_be_title(a, &a->lines[i])) found[n++] = &a->lines[i];
    for (uint32_t i = n; i-- > 0;)
        for (uint32_t j = 0; j < i; j++)
            if (rz_same_words(a, found[i], found[j])) return found[i];
    if (n > 3) n = 3;
    for (uint32_t i = n; i-- > 0;)
        if (!leads_on(a, found[i])) return found[i];
    return n ? found[0] : NULL;
}

/* How many of the line's words the other line says too. */
static uint32_t words_shared(const rz_articles *a, const rz_line *line, const rz_line *other) {
    const rz_token *tokens = a->text->tokens;
    uint32_t shared = 0;
    for (uint32_t t = line->first; t < line->last; t++) {
        uint32_t n = rz_letters_count(&tokens[t]);
        bool found = tokens[t].kind == RZ_TOKEN_PUNCT;
        for (uint32_t u = other->first; u < other->last && !found; u++)
            found = n > 0 && tokens[u].letters_start + n == rz_letters_end(&tokens[u]) &&
                    memcmp(a->text->letters + tokens[t].letters_start, a->text->letters + tokens[u].letters_start, n) == 0;
        shared += found && tokens[t].kind != RZ_TOKEN_PUNCT;
    }
    return shared;
}

/* Some outlets set a stop after the title: a short first sentence, on its own line, that the next says again with more. No report begins
 * with a question or a cry. */
static rz_line *title_with_stop(const rz_articles *a, uint32_t first) {
    if (first >= a->n_lines) return NULL;
    rz_line *line = &a->lines[first], *next = line + 1;
    while (next < a->lines + a->n_lines && next->role != RZ_LINE_REPORT) next++;
    if (next >= a->lines + a->n_lines || line->words > TITLE_WORDS || line->words < TITLE_LEAST || line->verbs > 2) return NULL;
    for (uint32_t t = line->first; t + 1 < line->last; t++)
        if (rz_is_stop(a, t)) return NULL;
    return next->words > line->words && (cries(a, line) || words_shared(a, line, next) * 3 >= line->words * 2) ? line : NULL;
}

void rz_find_title(rz_articles *a) {
    uint32_t before = 0;
    while (before < a->n_lines && a->lines[before].role != RZ_LINE_REPORT) before++;
    /* where nothing reads as a report there is nothing for a title to stand above, but for a page's own heading */
    rz_line *title = NULL;
    if (a->incoming->is_html) title = title_of_page(a, before);
    if (!title && before < a->n_lines) title = title_of_text(a, before);
    if (!title && !a->incoming->is_html) title = title_with_stop(a, before);
    if (!title) return;
    a->out->title_first = title->first;
    a->out->title_last = title->last;
    a->out->title = rz_text_span(a->text, title->first, title->last);
    for (uint32_t i = 0; i < a->n_lines; i++)
        if (&a->lines[i] == title || rz_same_words(a, &a->lines[i], title)) a->lines[i].role = RZ_LINE_TITLE;
}
