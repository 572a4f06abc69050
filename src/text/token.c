/* Tokens, sentences and paragraphs. */
#include <strings.h>

#include "base/utf8.h"
#include "text/apart.h"
#include "text/form.h"
#include "text/parts.h"

typedef struct {
    rz_arena *arena;
    rz_text *text;
    RZ_VEC(rz_token) tokens;
    RZ_VEC(rz_sentence) sentences;
    RZ_VEC(rz_paragraph) paragraphs;
    uint8_t *letters;
    uint32_t n_letters;
    uint8_t depth, held; /* quotation marks open; those of them that close again in the block */
    bool stopped;        /* a sentence has ended but for marks that follow its stop: ...) */
    uint32_t sentence_first;
    uint32_t last_close; /* where in the block a quotation mark closes for the last time */
    uint32_t marks;      /* marks in a row */
    uint32_t stretch;    /* of the normal text, in which the last token begins */
} cutter;

static char punct_of(uint32_t c) {
    switch (c) {
    case '.': case 0x2026: case 0x06D4: return '.';
    case '?': case 0x61F: return '?';
    case '!': return '!';
    case ':': return ':';
    case ',': case 0x60C: return ',';
    case ';': case 0x61B: return ';';
    case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return '-';
    case '/': return '/';
    case '(': return '(';
    case ')': return ')';
    case '[': return '[';
    case ']': return ']';
    case 0xAB: case 0x201C: case 0x2018: case 0x300C: return '<';
    case 0xBB: case 0x201D: case 0x2019: case 0x300D: return '>';
    case '"': case '\'': case 0x201E: case 0x60: return '"';
    default: return 0;
    }
}

static bool is_digit(uint8_t code) { return code >= 1 && code <= 10; }
static bool is_latin(uint8_t code) { return code >= RZ_CODE_LATIN && code < RZ_CODE_LETTERS; }

/* A letter of a script that no name of ours is written in. */
static bool is_foreign(uint32_t c) {
    return c >= 0xC0 && ((c < 0x2000 && c != 0xD7 && c != 0xF7 && (c < 0x600 || c >= 0x750)) || (c >= 0x2C00 && c < 0x2E00) ||
                         (c >= 0x3040 && c < 0xD800) || (c >= 0xF900 && c < 0xFB50) || (c >= 0x20000 && c < 0x40000));
}

typedef enum { SPACE, LETTER, DIGIT, PUNCT, JOINER, MARK, FOREIGN } kind;

static kind kind_of(uint32_t c, uint8_t code) {
    if (c == ' ' || c == '_') return SPACE; /* #سازمان_ملل */
    if (c == 0x200C) return JOINER;
    if (is_digit(code)) return DIGIT;
    if (punct_of(c)) return PUNCT;
    if (code && (c >= 0x80 || is_latin(code))) return LETTER;
    return is_foreign(c) ? FOREIGN : MARK;
}

static void end_sentence(cutter *c) {
    if (c->tokens.n == c->sentence_first) return;
    rz_sentence *s = RZ_PUSH(c->arena, &c->sentences);
    *s = (rz_sentence){c->sentence_first, c->tokens.n, c->paragraphs.n - 1};
    c->sentence_first = c->tokens.n;
}

/* The stretch of the normal text in which a byte is that comes after those asked for before. */
static uint32_t stretch_at(cutter *c, uint32_t i) {
    while (c->stretch + 1 < c->text->n_stretches && c->text->stretches[c->stretch + 1].norm <= i) c->stretch++;
    return c->stretch;
}

static rz_span source_of(cutter *c, uint32_t from, uint32_t to) {
    const rz_stretch *s = &c->text->stretches[stretch_at(c, from)];
    return (rz_span){s->src + (from - s->norm), rz_source_end(c->text, c->stretch, from, to)};
}

static rz_token *add(cutter *c, uint32_t from, uint32_t to, uint8_t token_kind, char punct, bool spaced) {
    rz_token *t = RZ_PUSH(c->arena, &c->tokens);
    t->norm = (rz_span){from, to};
    t->src = source_of(c, from, to);
    t->kind = token_kind;
    t->punct = punct;
    t->space_before = spaced;
    t->verb = RZ_NONE;
    t->number = -1;
    c->marks = token_kind == RZ_TOKEN_PUNCT ? c->marks + 1 : 0;
    t->letters.start = t->letters.end = c->n_letters;
    return t;
}

static void quote(cutter *c, rz_token *t, uint32_t at) {
    bool open = t->punct == '<', close = t->punct == '>';
    if (t->punct == '"') open = c->depth == 0, close = !open;
    if (open && c->depth < 200) c->depth++, c->held++;
    t->quote = c->depth;
    if (close && c->depth) c->depth--;
    if (close && c->held) c->held--;
    if (at >= c->last_close) c->held = 0;
}

static bool closes_sentence(const cutter *c, char punct) {
    return punct == '.' || punct == '!' || punct == '?' || punct == ')' || punct == ']' || punct == '>' || (punct == '"' && c->depth);
}

/* «ه.ش», «ا. رضایی», «U.S.»: a stop after a letter that stands alone. */
static bool abbreviates(const cutter *c) {
    if (c->tokens.n < 2 || c->tokens.at[c->tokens.n - 1].space_before) return false;
    const rz_token *t = &c->tokens.at[c->tokens.n - 2];
    return (t->kind == RZ_TOKEN_WORD || t->kind == RZ_TOKEN_LATIN) && t->letters.end == t->letters.start + 1 &&
           c->letters[t->letters.start] >= RZ_CODE_LATIN;
}

/* A stop ends a sentence unless a digit or Latin letter goes on without space, or the quotation is still open. */
static bool ends_sentence(const cutter *c, const rz_token *t, uint32_t next, uint32_t end) {
    if (t->punct == '?' || t->punct == '!') return c->held == 0;
    if (t->punct != '.' || c->held || abbreviates(c)) return false;
    if (next >= end) return true;
    unsigned char n = (unsigned char)c->text->norm[next];
    return !(n >= '0' && n <= '9') && !(n >= 'a' && n <= 'z') && !(n >= 'A' && n <= 'Z');
}

static int32_t number_of(const cutter *c, const rz_token *t) {
    int64_t n = 0;
    if (t->letters.end == t->letters.start || t->letters.end - t->letters.start > 15) return -1;
    for (uint32_t i = t->letters.start; i < t->letters.end; i++) {
        if (!is_digit(c->letters[i])) return -1;
        n = n * 10 + (c->letters[i] - 1);
    }
    return n < INT32_MAX ? (int32_t)n : INT32_MAX;
}

/* Does the sign at i go on a number (۳+۳, ۱۴٫۵) or a Latin word (mfa.gov.ir, a@b.ir)? */
static bool sign_goes_on(const cutter *c, uint32_t p, bool digits, bool latin, uint32_t next, uint32_t end) {
    if (next >= end) return false;
    uint8_t code = rz_letter_code(rz_utf8_next(c->text->norm + next, c->text->norm + end, &(uint32_t){0}));
    if (latin) return (p == '.' || p == '@' || p == '_' || p == '\'' || p == 0x2019) && (is_latin(code) || is_digit(code));
    return (p == '.' || p == '+' || p == ',' || p == 0x66B || p == 0x66C) && digits && is_digit(code);
}

/* Where an address ends that begins at `from`; `from`: it is none. */
static uint32_t address_end(const cutter *c, uint32_t from, uint32_t end) {
    const char *norm = c->text->norm;
    uint32_t i = from;
    while (i < end && i < from + 5 && is_latin(rz_letter_code((unsigned char)norm[i]))) i++;
    bool scheme = i - from >= 4 && end - i > 3 && !memcmp(norm + i, "://", 3);
    if (!scheme && (i - from != 3 || strncasecmp(norm + from, "www.", 4) != 0)) return from;
    while (i < end && (unsigned char)norm[i] > ' ' && (unsigned char)norm[i] < 0x80 && !strchr("\"'<>()[]`", norm[i])) i++;
    while (i > from && strchr(".,:;!?-", norm[i - 1])) i--;
    return i;
}

static uint32_t address(cutter *c, uint32_t from, uint32_t end, bool spaced) {
    uint32_t to = address_end(c, from, end);
    if (to == from) return from;
    rz_token *t = add(c, from, to, RZ_TOKEN_LATIN, 0, spaced);
    for (uint32_t i = from; i < to; i++) {
        uint8_t code = rz_letter_code((unsigned char)c->text->norm[i]);
        if (code) c->letters[c->n_letters++] = code;
    }
    t->letters.end = c->n_letters;
    t->quote = c->depth;
    return to;
}

/* Goes over the Persian letters that stand there. */
static uint32_t letters_on(cutter *c, uint32_t i, uint32_t end) {
    const unsigned char *p = (const unsigned char *)c->text->norm;
    for (; i + 1 < end && (p[i] & 0xFC) == 0xD8; i += 2) { /* U+0600 to U+06FF */
        uint8_t code = rz_arabic_codes[(p[i] & 0x03) << 6 | (p[i + 1] & 0x3F)];
        if (code < RZ_CODE_LETTERS || code >= RZ_CODE_SIGNS) break;
        c->letters[c->n_letters++] = code;
    }
    return i;
}

static uint32_t word(cutter *c, uint32_t from, uint32_t end, bool spaced) {
    uint32_t i = from, letters = c->n_letters;
    bool digits = false, latin = false, other = false, joined_sign = false;
    while (i < end) {
        uint32_t on = digits || latin ? i : letters_on(c, i, end);
        other |= on > i;
        if ((i = on) >= end) break;
        uint32_t length, p = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
        uint8_t code = rz_letter_code(p);
        kind k = kind_of(p, code);
        if (k == PUNCT || k == MARK || k == SPACE) {
            if (p != 0x621 && (other || !sign_goes_on(c, p, digits, latin, i + length, end))) break;
            joined_sign |= p != 0x621; /* a hamza alone is part of its word */
        }
        if (k == DIGIT && other) break; /* گروه۲۰ */
        if (k == LETTER && (digits || latin) && !is_latin(code)) break; /* ۷قوس */
        if (k == LETTER && other && is_latin(code)) break;
        digits |= k == DIGIT;
        if (k == LETTER) *(is_latin(code) ? &latin : &other) = true;
        if (code) c->letters[c->n_letters++] = code;
        i += length;
    }
    rz_token *t = add(c, from, i, digits && !latin && !other ? RZ_TOKEN_NUMBER : latin && !other ? RZ_TOKEN_LATIN : RZ_TOKEN_WORD, 0, spaced);
    t->letters = (rz_span){letters, c->n_letters};
    t->quote = c->depth;
    if (t->kind == RZ_TOKEN_NUMBER && !joined_sign) t->number = number_of(c, t);
    return i;
}

/* The last token becomes two where they were written on to each other. A joiner or a mark within says that it is one. */
static void cut_glued(cutter *c) {
    rz_token *a = &c->tokens.at[c->tokens.n - 1];
    uint32_t n = a->letters.end - a->letters.start;
    if (a->kind != RZ_TOKEN_WORD || a->norm.end - a->norm.start != 2 * n) return;
    uint32_t at = rz_glued_at(c->text, c->letters + a->letters.start, n);
    if (!at) return;
    rz_token *b = RZ_PUSH(c->arena, &c->tokens);
    a = b - 1;
    *b = *a;
    b->space_before = false;
    b->letters.start = a->letters.end = a->letters.start + at;
    b->norm.start = a->norm.end = a->norm.start + 2 * at;
    b->src.start = rz_source_at(c->text, b->norm.start);
    a->src.end = rz_source_end(c->text, 0, a->norm.start, a->norm.end);
}

static uint32_t foreign(cutter *c, uint32_t from, uint32_t end, bool spaced) {
    uint32_t i = from, length;
    while (i < end) {
        uint32_t p = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
        if (kind_of(p, rz_letter_code(p)) != FOREIGN) break;
        i += length;
    }
    add(c, from, i, RZ_TOKEN_OTHER, 0, spaced)->quote = c->depth;
    return i;
}

static bool only_blanks(const cutter *c, const rz_token *a, const rz_token *b) {
    for (uint32_t i = a->norm.end; i < b->norm.start; i++)
        if (c->text->norm[i] != ' ') return false;
    return !memchr(c->text->src + a->src.end, '\n', b->src.start - a->src.end);
}

/* Are the two written apart and one word: سوری ها, می کند, بر می گردد? */
static bool one_word(const cutter *c, const rz_token *a, const rz_token *b) {
    const rz_apart *apart = c->text->apart;
    const uint8_t *w = c->letters + a->letters.start;
    uint32_t n = a->letters.end - a->letters.start, m = b->letters.end - b->letters.start;
    if (rz_apart_ending(apart, w, n, w + n, m)) return true;
    const rz_verb_forms *forms = c->text->forms;
    rz_verb verb = {0};
    bool begins = (n <= 3 && rz_verb_mi(forms, w, n) == n) ||
                  (n <= 4 && rz_verb_mi(forms, w + n, m) && rz_verb_preverb(forms, w, n + m) == n);
    return begins && rz_verb_form(forms, w, n + m, &verb);
}

/* The last token becomes part of the one before where the two are one word. */
static void join(cutter *c) {
    while (c->tokens.n > c->sentence_first + 1) {
        rz_token *b = &c->tokens.at[c->tokens.n - 1], *a = b - 1;
        if (a->kind != RZ_TOKEN_WORD || b->kind != RZ_TOKEN_WORD || !b->space_before || a->letters.end != b->letters.start) return;
        if (a->letters.end == a->letters.start || b->letters.end == b->letters.start) return;
        if (!one_word(c, a, b) || !only_blanks(c, a, b)) return;
        a->norm.end = b->norm.end;
        a->src.end = b->src.end;
        a->letters.end = b->letters.end;
        a->apart = true;
        c->tokens.n--;
    }
}

enum { MOST_MARKS = 256 }; /* in a row; what goes on is no text, and is left to the last of them */

static void mark(cutter *c, uint32_t at, uint32_t code_point, uint32_t length, uint32_t end, bool spaced) {
    if (c->marks >= MOST_MARKS) {
        rz_token *last = &c->tokens.at[c->tokens.n - 1];
        last->norm.end = at + length;
        last->src.end = rz_source_end(c->text, stretch_at(c, at), at, at + length);
        return;
    }
    char sign = punct_of(code_point);
    rz_token *t = add(c, at, at + length, RZ_TOKEN_PUNCT, sign ? sign : '~', spaced);
    uint8_t code = rz_letter_code(code_point);
    if (code) c->letters[c->n_letters++] = code;
    t->letters.end = c->n_letters;
    quote(c, t, at);
    bool closes = t->quote > c->depth && c->held == 0 && c->tokens.n > 1 && c->tokens.at[c->tokens.n - 2].punct == '.';
    c->stopped |= closes || ends_sentence(c, t, at + length, end);
}

/* Where a quotation mark closes for the last time in [from, end); from: nowhere. */
static uint32_t last_close(const rz_text *text, uint32_t from, uint32_t end) {
    for (uint32_t i = end; i-- > from;) {
        unsigned char b = (unsigned char)text->norm[i];
        if ((b & 0xC0) == 0x80 || (b > 0x27 && b != 0xC2 && b != 0xE2 && b != 0xE3 && b != 0x60)) continue;
        char sign = punct_of(rz_utf8_next(text->norm + i, text->norm + end, &(uint32_t){0}));
        if (sign == '>' || sign == '"') return i;
    }
    return from;
}

static void cut_block(cutter *c, uint32_t from, uint32_t end, uint32_t block) {
    rz_paragraph *p = RZ_PUSH(c->arena, &c->paragraphs);
    p->first = c->tokens.n;
    p->block = block;
    c->depth = c->held = 0;
    c->marks = 0;
    c->stopped = false;
    c->sentence_first = c->tokens.n;
    c->last_close = last_close(c->text, from, end);
    bool spaced = true;
    for (uint32_t i = from; i < end;) {
        uint32_t length, code_point = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
        kind k = kind_of(code_point, rz_letter_code(code_point));
        if (k == SPACE || k == JOINER) {
            spaced |= k == SPACE;
            i += length;
            continue;
        }
        if (c->stopped && (spaced || !closes_sentence(c, punct_of(code_point)))) {
            c->stopped = false;
            end_sentence(c);
        }
        uint32_t to = k == LETTER && code_point < 0x80 ? address(c, i, end, spaced) : i;
        if (to > i) i = to;
        else if (k == LETTER || k == DIGIT) i = word(c, i, end, spaced), join(c), cut_glued(c);
        else if (k == FOREIGN) i = foreign(c, i, end, spaced);
        else mark(c, i, code_point, length, end, spaced), i += length;
        spaced = false;
    }
    end_sentence(c);
    c->paragraphs.at[c->paragraphs.n - 1].last = c->tokens.n;
}

void rz_tokens_cut(rz_arena *arena, const rz_span *blocks, uint32_t n_blocks, rz_text *out) {
    cutter c = {.arena = arena, .text = out, .letters = rz_alloc(arena, (size_t)out->norm_size + 8)};
    for (uint32_t i = 0; i < n_blocks; i++) cut_block(&c, rz_norm_at(out, blocks[i].start), rz_norm_at(out, blocks[i].end), i);
    out->letters = c.letters;
    out->n_letters = c.n_letters;
    out->tokens = c.tokens.at;
    out->n_tokens = c.tokens.n;
    out->sentences = c.sentences.at;
    out->n_sentences = c.sentences.n;
    out->paragraphs = c.paragraphs.at;
    out->n_paragraphs = c.paragraphs.n;
}
