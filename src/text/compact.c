/* What the reading of an article wants apart, and whoever wants words wants whole: dates, clock times, fractions, hashtags, mentions,
 * abbreviations with their stops, Latin words with a hyphen, dots in a row. */
#include "text/parts.h"

typedef struct {
    rz_text *text;
    uint32_t last;   /* of the sentence */
    uint32_t *chain; /* the token behind a chain of numbers that is neither date nor time */
} finder;

static const rz_token *at(const finder *f, uint32_t i) { return i < f->last ? &f->text->tokens[i] : NULL; }

/* Does nothing stand between token i - 1 and token i, or the line that joins the words of a hashtag? */
static bool goes_on(const finder *f, uint32_t i) {
    const rz_token *t = at(f, i);
    if (!t) return false;
    for (uint32_t p = t[-1].norm_end; p < t->norm_start; p++)
        if (f->text->norm[p] != '_') return false;
    return t->src_start == t[-1].src_end || t->norm_start > t[-1].norm_end;
}

static bool is_kind(const finder *f, uint32_t i, rz_token_kind kind) { return at(f, i) && at(f, i)->kind == kind; }

/* Is token i this sign, of one byte, written on? */
static bool is_sign(const finder *f, uint32_t i, char sign) {
    return is_kind(f, i, RZ_TOKEN_PUNCT) && goes_on(f, i) && f->text->norm[at(f, i)->norm_start] == sign && at(f, i)->norm_end == at(f, i)->norm_start + 1;
}

static uint32_t letters_of(const rz_token *t) { return rz_letters_count(t); }

/* ۱۴۰۲/۰۵/۱۲, ۲/۵, ۱۴:۳۰, 2024-03-15; not ۵-۶, which is a range, nor a chain of more. */
static uint32_t number(const finder *f, uint32_t i) {
    static const char signs[] = "/:-";
    if (!is_kind(f, i, RZ_TOKEN_NUMBER) || i < *f->chain) return i;
    for (const char *sign = signs; *sign; sign++) {
        uint32_t end = i + 1, parts = 1;
        while (is_sign(f, end, *sign) && is_kind(f, end + 1, RZ_TOKEN_NUMBER) && goes_on(f, end + 1)) {
            if (*sign == ':' && letters_of(at(f, end + 1)) != 2) return i;
            end += 2, parts++;
        }
        if (parts > 3) return *f->chain = end, i;
        if (parts == 3 || (parts == 2 && *sign != '-')) return end;
    }
    return i;
}

/* The sign of a hashtag, read as the word's: it stands before its letters in the source, and in the text as read. */
static bool is_signed(const finder *f, uint32_t i) {
    const rz_token *t = &f->text->tokens[i];
    return t->kind == RZ_TOKEN_WORD && t->norm_start && f->text->norm[t->norm_start - 1] == '#' && rz_source_at(f->text, t->norm_start - 1) == t->src_start;
}

/* #سازمان_ملل, @name */
static uint32_t tagged(const finder *f, uint32_t i) {
    bool signed_word = is_signed(f, i);
    bool sign = is_kind(f, i, RZ_TOKEN_PUNCT) && memchr("#@", f->text->norm[at(f, i)->norm_start], 2);
    if (!signed_word && !sign) return i;
    if (signed_word) f->text->tokens[i].norm_start--;
    uint32_t end = i + 1;
    while (goes_on(f, end) && !is_kind(f, end, RZ_TOKEN_PUNCT)) end++;
    return end > i + 1 || signed_word ? end : i;
}

/* COVID-19, GPT-4 */
static uint32_t hyphened(const finder *f, uint32_t i) {
    if (!is_kind(f, i, RZ_TOKEN_LATIN)) return i;
    uint32_t end = i + 1;
    while (is_sign(f, end, '-') && goes_on(f, end + 1) && (is_kind(f, end + 1, RZ_TOKEN_LATIN) || is_kind(f, end + 1, RZ_TOKEN_NUMBER))) end += 2;
    return end > i + 1 ? end : i;
}

static uint32_t dots(const finder *f, uint32_t i) {
    if (!is_kind(f, i, RZ_TOKEN_PUNCT) || f->text->norm[at(f, i)->norm_start] != '.') return i;
    uint32_t end = i + 1;
    while (is_sign(f, end, '.')) end++;
    return end > i + 1 ? end : i;
}

/* One letter; or the letters of one in Latin, with the stops between them. */
static bool is_letter(const finder *f, uint32_t i) {
    const rz_token *t = at(f, i);
    if (!t || (t->kind != RZ_TOKEN_WORD && t->kind != RZ_TOKEN_LATIN)) return false;
    return letters_of(t) == 1 || (t->kind == RZ_TOKEN_LATIN && t->norm_end - t->norm_start > 2 && f->text->norm[t->norm_end - 2] == '.');
}

/* م.ح., ه.ش, U.S.A.; the stop of the sentence is left out. */
static uint32_t abbreviation(const finder *f, uint32_t i) {
    uint32_t end = i, letters = 0;
    while (is_letter(f, end) && (end == i || goes_on(f, end)) && is_sign(f, end + 1, '.') && !is_sign(f, end + 2, '.')) end += 2, letters++;
    if (letters && is_letter(f, end) && goes_on(f, end)) return end + 1;
    if (!letters) return i;
    if (end < f->last) return end;
    return letters > 1 ? end - 1 : i;
}

/* Does the token's last glyph hold the next one as well (ﷺ)? */
static bool shares_glyph(const finder *f, uint32_t i) { return i + 1 < f->last && f->text->tokens[i + 1].src_start < f->text->tokens[i].src_end; }

/* Most tokens are words of several letters, and none of what is to be one begins with one. */
static bool stands_alone(const finder *f, uint32_t i) {
    const rz_token *t = &f->text->tokens[i];
    return t->kind == RZ_TOKEN_WORD && letters_of(t) != 1 && !is_signed(f, i) && !shares_glyph(f, i);
}

static uint32_t joined_up(const finder *f, uint32_t i, uint8_t *kind) {
    static const struct {
        uint32_t (*end)(const finder *f, uint32_t i);
        rz_token_kind kind;
    } ways[] = {{number, RZ_TOKEN_NUMBER}, {tagged, RZ_TOKEN_OTHER}, {hyphened, RZ_TOKEN_LATIN}, {dots, RZ_TOKEN_PUNCT}, {abbreviation, RZ_TOKEN_OTHER}};
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        uint32_t end = ways[w].end(f, i);
        if (end > i) return *kind = (uint8_t)ways[w].kind, end;
    }
    return i + 1;
}

void rz_tokens_compact(rz_text *text) {
    uint32_t n = 0, chain = 0;
    for (uint32_t s = 0; s < text->n_sentences; s++) {
        rz_sentence *sentence = &text->sentences[s];
        finder f = {text, sentence->last, &chain};
        uint32_t i = sentence->first;
        sentence->first = n;
        while (i < f.last) {
            if (stands_alone(&f, i)) {
                if (n < i) text->tokens[n] = text->tokens[i];
                n++, i++;
                continue;
            }
            rz_token t = text->tokens[i];
            uint8_t kind = t.kind;
            uint32_t end = joined_up(&f, i, &kind);
            t.kind = kind & 7u;
            for (; shares_glyph(&f, end - 1); end++) t.kind = RZ_TOKEN_OTHER;
            const rz_token *last = &text->tokens[end - 1];
            t.src_end = last->src_end, t.norm_end = last->norm_end;
            if (end > i + 1) t.numeric = false;
            text->tokens[n++] = t;
            i = end;
        }
        sentence->last = n;
    }
    text->n_tokens = n;
    text->tokens[n].letters_start = text->n_letters & ((1u << 25) - 1);
}
