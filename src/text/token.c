/* Tokens, sentences and paragraphs. */
#include "base/utf8.h"
#include "text/parts.h"

typedef struct {
    rz_arena *arena;
    rz_text *text;
    RZ_VEC(rz_token) tokens;
    RZ_VEC(rz_sentence) sentences;
    RZ_VEC(rz_paragraph) paragraphs;
    uint8_t *letters;
    uint32_t n_letters;
    uint8_t depth;
    uint32_t sentence_first;
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
static bool is_latin(uint8_t code) { return code >= 11 && code <= 36; }

typedef enum { SPACE, LETTER, DIGIT, PUNCT, JOINER, MARK } kind;

static kind kind_of(uint32_t c, uint8_t code) {
    if (c == ' ') return SPACE;
    if (c == 0x200C) return JOINER;
    if (is_digit(code)) return DIGIT;
    if (punct_of(c)) return PUNCT;
    if (code && (c >= 0x80 || is_latin(code))) return LETTER;
    return c < 0x80 || !code ? MARK : LETTER;
}

static void end_sentence(cutter *c) {
    if (c->tokens.n == c->sentence_first) return;
    rz_sentence *s = RZ_PUSH(c->arena, &c->sentences);
    *s = (rz_sentence){c->sentence_first, c->tokens.n, c->paragraphs.n - 1};
    c->sentence_first = c->tokens.n;
}

static rz_token *add(cutter *c, uint32_t from, uint32_t to, uint8_t token_kind, char punct, bool spaced) {
    rz_token *t = RZ_PUSH(c->arena, &c->tokens);
    t->norm = (rz_span){from, to};
    uint32_t end = c->text->map[to];
    t->src = (rz_span){c->text->map[from], end};
    /* dropped marks before the next byte belong to nobody */
    uint32_t last = to - 1;
    while (last > from && c->text->map[last] == c->text->map[last - 1]) last--;
    uint32_t length;
    rz_utf8_next(c->text->src + c->text->map[last], c->text->src + c->text->src_size, &length);
    if (c->text->map[last] + length < end) t->src.end = c->text->map[last] + length;
    t->kind = token_kind;
    t->punct = punct;
    t->space_before = spaced;
    t->verb = RZ_NONE;
    t->number = -1;
    t->letters.start = c->n_letters;
    return t;
}

static void quote(cutter *c, rz_token *t) {
    bool open = t->punct == '<', close = t->punct == '>';
    if (t->punct == '"') open = c->depth == 0, close = !open;
    if (open && c->depth < 200) c->depth++;
    t->quote = c->depth;
    if (close && c->depth) c->depth--;
}

/* A stop ends a sentence unless a digit or Latin letter goes on without space, or the quotation is still open. */
static bool ends_sentence(const cutter *c, const rz_token *t, uint32_t next, uint32_t end) {
    if (t->punct == '?' || t->punct == '!') return c->depth == 0;
    if (t->punct != '.' || c->depth) return false;
    if (next >= end) return true;
    unsigned char n = (unsigned char)c->text->norm[next];
    return !(n >= '0' && n <= '9') && !(n >= 'a' && n <= 'z') && !(n >= 'A' && n <= 'Z');
}

static int64_t number_of(const cutter *c, const rz_token *t) {
    int64_t n = 0;
    if (t->letters.end == t->letters.start || t->letters.end - t->letters.start > 15) return -1;
    for (uint32_t i = t->letters.start; i < t->letters.end; i++) {
        if (!is_digit(c->letters[i])) return -1;
        n = n * 10 + (c->letters[i] - 1);
    }
    return n;
}

static uint32_t word(cutter *c, uint32_t from, uint32_t end, bool spaced) {
    uint32_t i = from, letters = c->n_letters;
    bool digits = false, latin = false, other = false, joined_sign = false;
    while (i < end) {
        uint32_t length, p = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
        uint8_t code = rz_letter_code(p);
        kind k = kind_of(p, code);
        if (k == PUNCT || k == MARK || k == SPACE) {
            bool goes_on = (p == '.' || p == '+' || p == ',') && digits && !other && i + length < end &&
                           is_digit(rz_letter_code(rz_utf8_next(c->text->norm + i + length, c->text->norm + end, &(uint32_t){0})));
            if (!goes_on) break;
            joined_sign = true;
        }
        if (k == DIGIT && (other || latin) && !latin) break; /* گروه۲۰ */
        if (k == LETTER && digits && !is_latin(code)) break; /* ۷قوس */
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

static void cut_block(cutter *c, uint32_t from, uint32_t end, uint32_t block) {
    rz_paragraph *p = RZ_PUSH(c->arena, &c->paragraphs);
    p->first = c->tokens.n;
    p->block = block;
    c->depth = 0;
    c->sentence_first = c->tokens.n;
    bool spaced = true;
    for (uint32_t i = from; i < end;) {
        uint32_t length, code_point = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
        kind k = kind_of(code_point, rz_letter_code(code_point));
        if (k == SPACE || k == JOINER) {
            spaced |= k == SPACE;
            i += length;
            continue;
        }
        if (k == LETTER || k == DIGIT) {
            i = word(c, i, end, spaced);
        } else {
            char sign = punct_of(code_point);
            rz_token *t = add(c, i, i + length, RZ_TOKEN_PUNCT, sign ? sign : '~', spaced);
            uint8_t code = rz_letter_code(code_point);
            if (code) c->letters[c->n_letters++] = code;
            t->letters.end = c->n_letters;
            quote(c, t);
            i += length;
            if (ends_sentence(c, t, i, end)) end_sentence(c);
            else if (t->punct == '>' && c->depth == 0 && c->tokens.n > 1 && c->tokens.at[c->tokens.n - 2].punct == '.') end_sentence(c);
        }
        spaced = false;
    }
    end_sentence(c);
    c->paragraphs.at[c->paragraphs.n - 1].last = c->tokens.n;
}

/* The first normal byte that comes from source byte `at` or later. */
static uint32_t norm_at(const rz_text *text, uint32_t at) {
    uint32_t low = 0, high = text->norm_size;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->map[middle] < at) low = middle + 1;
        else high = middle;
    }
    return low;
}

void rz_tokens_cut(rz_arena *arena, const rz_span *blocks, uint32_t n_blocks, rz_text *out) {
    cutter c = {.arena = arena, .text = out, .letters = rz_alloc(arena, (size_t)out->norm_size + 8)};
    for (uint32_t i = 0; i < n_blocks; i++) cut_block(&c, norm_at(out, blocks[i].start), norm_at(out, blocks[i].end), i);
    out->letters = c.letters;
    out->n_letters = c.n_letters;
    out->tokens = c.tokens.at;
    out->n_tokens = c.tokens.n;
    out->sentences = c.sentences.at;
    out->n_sentences = c.sentences.n;
    out->paragraphs = c.paragraphs.at;
    out->n_paragraphs = c.paragraphs.n;
}
