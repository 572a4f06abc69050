/* Lines of a text file that were paragraphs before something broke them: at a fixed width, or at each element within them.
 *
 * Whether a text was broken is asked of the whole of it. A width shows in lines that end without a stop just where the next line's first
 * word had no room; breaks at elements show in lines that end in a preposition, or go on with a comma. Where a text shows neither,
 * its lines are its paragraphs, but for a long one that a word within a sentence ends or a small one begins. */
#include "base/utf8.h"
#include "text/apart.h"
#include "text/form.h"
#include "text/parts.h"
#include "text/wrap.h"

enum { NARROWEST = 40, WIDEST = 130, LEAST_FULL = 4, LEAST_TORN = 3, MOST_PIECES = 24, BYTES_A_LETTER = 2, WORD_LETTERS = 24 };

typedef struct {
    uint32_t length, head; /* characters of the line, and of its first word */
    uint32_t gap;          /* ends of lines between it and the line before */
    bool stops;            /* nothing is missing at its end */
    bool alone;            /* a list's line, a row of figures, a menu: goes with no other */
    bool goes_on;          /* begins with a mark that ends what went before */
    bool starts_on;        /* begins with a word with which hardly a paragraph does */
    bool leads_on;         /* ends in a word that something must follow */
    bool joins;            /* is one with the line before */
} shape;

typedef struct {
    const rz_language *language;
    const char *text;
    const rz_block *blocks;
    shape *at;
    uint32_t n;
} lines;

static bool is_stop(uint32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x61F || c == 0x2026 || c == 0x6D4 || c == 0x61B || c == ';'; }
static bool closes(uint32_t c) { return c == 0xBB || c == ')' || c == ']' || c == '"' || c == 0x201D || c == '\''; }
static bool goes_on(uint32_t c) { return c == 0x60C || c == ',' || c == '.' || c == 0xBB || c == ')' || c == 0x61B; }
static bool marks_item(uint32_t c) { return c == '-' || c == '*' || c == '#' || c == '+' || c == 0xB7 || (c >= 0x2010 && c <= 0x2015) || c == 0x2022 || (c >= 0x25A0 && c <= 0x27BF); }
static bool is_digit(uint32_t c) { return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9); }

/* The letters of one word; 0: it is too long for one, or a mark. */
static uint32_t word_letters(const char *from, const char *end, uint8_t *letters) {
    uint32_t n = 0, length, folded[RZ_FOLD_MOST];
    for (const char *p = from; p < end; p += length) {
        uint32_t count = rz_fold_letter(rz_utf8_next(p, end, &length), folded);
        for (uint32_t i = 0; i < count && n < WORD_LETTERS; i++)
            if ((letters[n] = rz_letter_code(folded[i]))) n++;
    }
    return n;
}

static uint32_t last_word(const lines *l, rz_span line, uint8_t *letters) {
    const char *end = l->text + line.end, *from = end;
    while (from > l->text + line.start && (unsigned char)from[-1] > ' ' && end - from < WORD_LETTERS * BYTES_A_LETTER) from--;
    return word_letters(from, end, letters);
}

static bool starts_on(const lines *l, rz_span line) {
    uint8_t letters[WORD_LETTERS];
    const char *from = l->text + line.start, *end = from;
    while (end < l->text + line.end && (unsigned char)*end > ' ' && end - from < WORD_LETTERS * BYTES_A_LETTER) end++;
    uint32_t n = word_letters(from, end, letters);
    return n && rz_forms_has(&l->language->apart->starts_on, letters, n);
}

/* Is the line's last word a preposition or a conjunction, which something must follow? */
static bool leads_on(const lines *l, rz_span line) {
    uint8_t letters[WORD_LETTERS];
    uint32_t n = last_word(l, line, letters);
    return n && rz_forms_has(&l->language->apart->leads_on, letters, n);
}

static uint32_t gap_before(const lines *l, uint32_t i) {
    uint32_t ends = 0;
    for (uint32_t at = i ? l->blocks[i - 1].span.end : l->blocks[i].span.start; at < l->blocks[i].span.start; at++) ends += l->text[at] == '\n';
    return ends;
}

/* Of a long line only the first word counts; it is no item, date or menu. */
static void measure_head(const lines *l, rz_span line, shape *s) {
    const char *from = l->text + line.start, *end = l->text + line.end, *at = from;
    uint32_t length, digits = 0, first = rz_utf8_next(from, end, &length), second = 0;
    bool whole = line.end - line.start <= WIDEST * BYTES_A_LETTER;
    for (uint32_t c; at < end && (whole || !s->head); at += length, s->length++) {
        c = rz_utf8_next(at, end, &length);
        if (!s->head && (c == ' ' || c == '\t')) s->head = s->length;
        if (s->length > 0 && (!second || (s->length < 3 && is_digit(second)))) second = c;
        digits += is_digit(c);
    }
    if (!s->head) s->head = s->length;
    if (!whole) s->length = WIDEST;
    bool numbered = is_digit(first) && (second == '.' || second == ')' || second == '-');
    s->alone = marks_item(first) || numbered || digits * 3 > s->length || first == '|';
    s->goes_on = goes_on(first);
}

/* The character that ends before `end`; moves it there. */
static uint32_t back(const char *from, const char **end) {
    const char *at = *end, *stop = *end;
    while (at > from && ((unsigned char)*--at & 0xC0) == 0x80) {}
    *end = at;
    return at < stop ? rz_utf8_next(at, stop, &(uint32_t){0}) : 0;
}

static shape measure(const lines *l, uint32_t i) {
    rz_span line = l->blocks[i].span;
    shape s = {.gap = gap_before(l, i)};
    measure_head(l, line, &s);
    const char *end = l->text + line.end;
    uint32_t last = back(l->text + line.start, &end);
    s.alone |= last == '|';
    while (closes(last) && end > l->text + line.start) last = back(l->text + line.start, &end);
    s.stops = is_stop(last);
    s.leads_on = !s.stops && leads_on(l, line);
    s.starts_on = i && starts_on(l, line);
    return s;
}

/* Could line i be the one before going on? */
static bool may_join(const lines *l, uint32_t i, uint32_t gap) {
    return i && l->at[i].gap <= gap && !l->at[i - 1].stops && !l->at[i - 1].alone && (!l->at[i].alone || l->at[i].goes_on);
}

/* Does line i begin with the word that had no room on the line before? */
static bool had_no_room(const lines *l, uint32_t i, uint32_t width) {
    uint32_t length = l->at[i - 1].length;
    return length <= width && length + 1 + l->at[i].head > width;
}

/* The width at which the text was broken; 0: at none. */
static uint32_t find_width(const lines *l, uint32_t gap) {
    int32_t full[WIDEST + 2] = {0}, of_length[WIDEST + 2] = {0}, open[WIDEST + 2] = {0}; /* open: those that do not stop */
    for (uint32_t i = 0; i < l->n; i++) {
        uint32_t length = l->at[i].length, to = length + (i + 1 < l->n ? l->at[i + 1].head : 0);
        of_length[length < WIDEST ? length : WIDEST]++;
        open[length < WIDEST ? length : WIDEST] += !l->at[i].stops;
        if (length >= WIDEST || i + 1 >= l->n || !may_join(l, i + 1, gap)) continue;
        full[length]++;
        full[(to < WIDEST ? to : WIDEST) + 1]--;
    }
    uint32_t best = 0, half = 0; /* of the width; what is shorter is left out */
    int32_t most = 0, all = 0 /* of half the width to the width */, may = 0, longer = (int32_t)l->n, sum = 0;
    for (uint32_t w = 0; w < WIDEST; w++) {
        sum += full[w];
        longer -= of_length[w];
        all += of_length[w], may += open[w];
        for (; half < w / 2; half++) all -= of_length[half], may -= open[half];
        bool shows = w >= NARROWEST && sum >= LEAST_FULL && sum * 2 >= may + longer && sum * 4 >= all + longer && longer * 4 <= sum;
        if (shows && sum - longer > most) most = sum - longer, best = w;
    }
    return best;
}

static bool ends_in_verb(const lines *l, uint32_t i) {
    uint8_t letters[WORD_LETTERS];
    uint32_t n = last_word(l, l->blocks[i].span, letters);
    rz_verb verb = {0};
    rz_word word;
    if (n && rz_word_find(l->language->data, letters, n, &word) && (word.pos & RZ_POS_NOUN)) return false;
    return n && rz_verb_form(l->language->forms, letters, n, &verb) && verb.tense != RZ_PARTICIPLE && verb.tense != RZ_INFINITIVE;
}

/* A title may be as long as a line is wide. */
static bool is_whole_title(const lines *l, uint32_t i) { return i == 0 && ends_in_verb(l, i); }

static void join_by_width(const lines *l, uint32_t width, uint32_t gap) {
    for (uint32_t i = 1; i < l->n; i++) l->at[i].joins = may_join(l, i, gap) && had_no_room(l, i, width) && !is_whole_title(l, i - 1);
}

/* Is the break before line i within a sentence for certain? */
static bool is_torn(const lines *l, uint32_t i, uint32_t gap) {
    return may_join(l, i, gap) && (l->at[i - 1].leads_on || l->at[i].goes_on);
}

/* A sentence that begins after a stop and has an element of a few words behind it: no heading, for that would have its paragraph there. */
static bool is_piece(const lines *l, uint32_t i, uint32_t gap) {
    enum { ELEMENT = 30 };
    return i > 1 && l->at[i - 2].stops && may_join(l, i, gap) && l->at[i].length <= ELEMENT && !l->at[i].stops;
}

/* «به گزارش ⏎ ایسنا ⏎ ، …»: what goes on after a comma was an element, and a piece stands before it as well. */
static bool begins_before(const lines *l, uint32_t i, uint32_t gap) {
    enum { PIECE = 20 };
    if (i < 2 || !l->at[i].goes_on || !may_join(l, i - 1, gap)) return false;
    return l->at[i - 2].length <= PIECE || (i > 2 && l->at[i - 3].stops);
}

/* From a break within a sentence to the line where it stops; the pieces between are its own. */
static void join_pieces(const lines *l, uint32_t gap) {
    for (uint32_t i = 1; i < l->n; i++) {
        if (!is_torn(l, i, gap) && !is_piece(l, i, gap)) continue;
        uint32_t last = i;
        while (last < i + MOST_PIECES && last + 1 < l->n && !l->at[last].stops && may_join(l, last + 1, gap)) last++;
        if (!l->at[last].stops) continue;
        for (uint32_t k = i; k <= last; k++) l->at[k].joins = true;
        if (begins_before(l, i, gap)) l->at[i - 1].joins = true;
        i = last;
    }
}

/* The line is long, and is broken off for certain before line i. */
static bool is_torn_alone(const lines *l, uint32_t i, uint32_t gap) {
    if (l->at[i].gap > 1 || l->at[i - 1].length < NARROWEST || !may_join(l, i, gap)) return false;
    return l->at[i - 1].leads_on || ((l->at[i].goes_on || l->at[i].starts_on) && !ends_in_verb(l, i - 1));
}

/* Few breaks show that they are: these are mended, and the long lines behind them to the one that stops. */
static void join_torn(const lines *l, uint32_t gap) {
    for (uint32_t i = 1; i < l->n; i++) {
        if (!is_torn_alone(l, i, gap)) continue;
        uint32_t last = i;
        while (last < i + MOST_PIECES && last + 1 < l->n && l->at[last].length >= NARROWEST && may_join(l, last + 1, gap)) last++;
        if (!l->at[last].stops) last = i;
        for (; i <= last; i++) l->at[i].joins = true;
        i = last;
    }
}

static uint32_t torn(const lines *l, uint32_t gap) {
    uint32_t n = 0;
    for (uint32_t i = 1; i < l->n; i++) n += is_torn(l, i, gap);
    return n;
}

/* The fewest ends of lines that stand between two lines where one goes on. */
static uint32_t usual_gap(const lines *l) {
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 1; i < l->n; i++)
        if (l->at[i].gap < least) least = l->at[i].gap;
    return least;
}

static uint32_t join_blocks(rz_block *blocks, const shape *at, uint32_t n) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (kept && at[i].joins) blocks[kept - 1].span.end = blocks[i].span.end;
        else blocks[kept++] = blocks[i];
    }
    return kept;
}

void rz_lines_unwrap(rz_arena *arena, const rz_language *language, const char *text, rz_block *blocks, uint32_t *n_blocks) {
    uint32_t n = *n_blocks;
    if (n < 2) return;
    lines l = {.language = language, .text = text, .blocks = blocks, .at = RZ_NEW_N(arena, shape, n), .n = n};
    for (uint32_t i = 0; i < n; i++) l.at[i] = measure(&l, i);
    uint32_t gap = usual_gap(&l), width = find_width(&l, gap);
    if (width) join_by_width(&l, width, gap);
    else if (torn(&l, gap) >= LEAST_TORN) join_pieces(&l, gap);
    else join_torn(&l, gap);
    *n_blocks = join_blocks(blocks, l.at, n);
    rz_give_back(arena, l.at);
}
