/* Tokens, sentences and paragraphs. */
#include "text/apart.h"
#include "text/cutter.h"

/* ---- characters and tokens ---- */

/* As in rz_token; 0: it is no such mark. */
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
    case '(': case 0x3008: return '(';
    case ')': case 0x3009: return ')';
    case '[': return '[';
    case ']': return ']';
    case 0xAB: case 0x201C: case 0x2018: case 0x300C: return '<';
    case 0xBB: case 0x201D: case 0x2019: case 0x300D: return '>';
    case '"': case '\'': case 0x201E: case 0x60: case 0x2C8: return '"';
    default: return 0;
    }
}

/* A letter of a script that no name of ours is written in. */
static bool is_foreign(uint32_t c) {
    return c >= 0xC0 && ((c < 0x2000 && c != 0xD7 && c != 0xF7 && (c < 0x600 || c >= 0x750)) || (c >= 0x2C00 && c < 0x2E00) ||
                         (c >= 0x3040 && c < 0xD800) || (c >= 0xF900 && c < 0xFB50) || (c >= 0x20000 && c < 0x40000));
}

rz_character rz_character_of(uint32_t c, uint8_t code) {
    if (c == ' ' || c == '_') return RZ_IS_SPACE; /* #سازمان_ملل */
    if (c == 0x200C) return RZ_IS_JOINER;
    if (rz_is_digit_code(code)) return RZ_IS_DIGIT;
    if (punct_of(c)) return RZ_IS_PUNCT;
    if (code && (c >= 0x80 || rz_is_latin_code(code))) return RZ_IS_LETTER;
    return is_foreign(c) ? RZ_IS_FOREIGN : RZ_IS_MARK;
}

/* The stretch of the normal text in which a byte is that comes after those asked for before. */
static uint32_t stretch_at(rz_cutter *c, uint32_t i) {
    while (c->stretch + 1 < c->text->n_stretches && c->text->stretches[c->stretch + 1].norm <= i) c->stretch++;
    return c->stretch;
}

static rz_span source_of(rz_cutter *c, uint32_t from, uint32_t to) {
    const rz_stretch *s = &c->text->stretches[stretch_at(c, from)];
    return (rz_span){s->src + (from - s->norm), rz_source_end(c->text, c->stretch, from, to)};
}

rz_token *rz_token_push(rz_cutter *c) {
    if (c->tokens.n + 1 >= c->tokens.room) c->tokens.at = rz_grow(c->arena, c->tokens.at, &c->tokens.room, sizeof *c->tokens.at);
    return &c->tokens.at[c->tokens.n++];
}

void rz_letters_here(rz_cutter *c) { c->tokens.at[c->tokens.n].letters_start = c->n_letters & ((1u << 25) - 1); }

rz_token *rz_token_add(rz_cutter *c, uint32_t from, uint32_t to, rz_token_kind kind, char punct, bool spaced) {
    rz_token *t = rz_token_push(c);
    rz_span src = source_of(c, from, to);
    *t = (rz_token){.norm_start = from, .norm_end = to, .src_start = src.start, .src_end = src.end, .letters_start = c->n_letters,
                    .kind = kind, .punct = (unsigned char)punct, .space_before = spaced, .quote = c->depth, .verb = RZ_NONE};
    c->marks = kind == RZ_TOKEN_PUNCT ? c->marks + 1 : 0;
    rz_letters_here(c);
    return t;
}

/* ---- sentences and marks ---- */

static void end_sentence(rz_cutter *c) {
    if (c->tokens.n == c->sentence_first) return;
    rz_sentence *s = RZ_PUSH(c->arena, &c->sentences);
    *s = (rz_sentence){c->sentence_first, c->tokens.n, c->paragraphs.n - 1};
    c->sentence_first = c->tokens.n;
}

/* Where a quotation mark closes for the last time in [from, end); from: nowhere. */
static uint32_t find_last_close(const rz_text *text, uint32_t from, uint32_t end) {
    for (uint32_t i = end; i-- > from;) {
        unsigned char b = (unsigned char)text->norm[i];
        if (b != '"' && b != '\'' && b != 0x60 && b != 0xC2 && b != 0xE2 && b != 0xE3) continue; /* no mark that closes begins so */
        char sign = punct_of(rz_utf8_next(text->norm + i, text->norm + end, &(uint32_t){0}));
        if (sign == '>' || sign == '"') return i;
    }
    return from;
}

static uint32_t last_close(rz_cutter *c) {
    if (c->last_close == RZ_NONE) c->last_close = find_last_close(c->text, c->block, c->block_end);
    return c->last_close;
}

static void quote(rz_cutter *c, rz_token *t, uint32_t at) {
    bool open = t->punct == '<', close = t->punct == '>';
    if (t->punct == '"') open = c->depth == 0, close = !open;
    if (open && c->depth < 200) c->depth++, c->held++;
    t->quote = c->depth;
    if (close && c->depth) c->depth--;
    if (close && c->held) c->held--;
    if (c->held && at >= last_close(c)) c->held = 0;
}

static bool closes_sentence(const rz_cutter *c, char punct) {
    return punct == '.' || punct == '!' || punct == '?' || punct == ')' || punct == ']' || punct == '>' || (punct == '"' && c->depth);
}

/* «اس. جی. شنکر»: a Latin letter by its name (data/names.txt). */
static bool names_a_letter(const rz_cutter *c, const rz_token *t) {
    enum { LONGEST = 4 };
    uint32_t size = rz_letters_count(t);
    return t->kind == RZ_TOKEN_WORD && size > 0 && size <= LONGEST && rz_forms_has(&c->text->apart->initials, c->letters + t->letters_start, size);
}

/* «ه.ش», «ا. رضایی», «U.S.»: a stop after a letter that stands alone, or after «i.e». */
static bool abbreviates(const rz_cutter *c) {
    if (c->tokens.n < 2 || c->tokens.at[c->tokens.n - 1].space_before) return false;
    const rz_token *t = &c->tokens.at[c->tokens.n - 2];
    if (t->kind == RZ_TOKEN_LATIN && t->norm_end - t->norm_start > 2 && c->text->norm[t->norm_end - 2] == '.') return true;
    if (names_a_letter(c, t)) return true;
    return (t->kind == RZ_TOKEN_WORD || t->kind == RZ_TOKEN_LATIN) && rz_letters_count(t) == 1 &&
           c->letters[t->letters_start] >= RZ_CODE_LATIN;
}

/* «۱. …»: what stands first in a line and is numbered. */
static bool numbers(const rz_cutter *c) {
    const rz_token *t = &c->tokens.at[c->sentence_first];
    return c->tokens.n == c->sentence_first + 2 && t->kind == RZ_TOKEN_NUMBER && rz_letters_count(t) <= 2;
}

/* «X، Y و...»: and others. */
static bool trails_off(const rz_cutter *c) {
    enum { MOST = 4 };
    uint32_t i = c->tokens.n;
    while (i > c->sentence_first && i + MOST > c->tokens.n && c->tokens.at[i - 1].punct == '.') i--;
    if (i <= c->sentence_first || c->tokens.at[i - 1].kind != RZ_TOKEN_WORD) return false;
    const rz_token *t = &c->tokens.at[i - 1];
    return rz_letters_count(t) == 1 && c->letters[t->letters_start] == rz_letter_code(0x648);
}

/* A stop ends a sentence unless a digit or Latin letter goes on without space, or the quotation is still open. */
static bool ends_sentence(const rz_cutter *c, const rz_token *t, uint32_t next, uint32_t end) {
    if (t->punct == '?' || t->punct == '!') return c->held == 0;
    if (t->punct != '.' || c->held || abbreviates(c) || (next < end && trails_off(c))) return false;
    if (next >= end) return true;
    if (numbers(c)) return false;
    unsigned char n = (unsigned char)c->text->norm[next];
    return !(n >= '0' && n <= '9') && !(n >= 'a' && n <= 'z') && !(n >= 'A' && n <= 'Z');
}

/* «۱۷:۳۰»: no colon behind which something is said. */
static bool between_figures(const rz_cutter *c, uint32_t next, uint32_t end, bool spaced) {
    if (spaced || c->tokens.n <= c->sentence_first || next >= end || c->tokens.at[c->tokens.n - 1].kind != RZ_TOKEN_NUMBER) return false;
    uint32_t length, code_point = rz_utf8_next(c->text->norm + next, c->text->norm + end, &length);
    return rz_is_digit_code(rz_letter_code(code_point));
}

enum { MOST_MARKS = 256 }; /* in a row; what goes on is no text, and is left to the last of them */

static void mark(rz_cutter *c, uint32_t at, uint32_t code_point, uint32_t length, uint32_t end, bool spaced) {
    if (c->marks >= MOST_MARKS) {
        rz_token *last = &c->tokens.at[c->tokens.n - 1];
        last->norm_end = at + length;
        last->src_end = rz_source_end(c->text, stretch_at(c, at), at, at + length);
        return;
    }
    char sign = punct_of(code_point);
    if (sign == ':' && between_figures(c, at + length, end, spaced)) sign = '^';
    rz_token *t = rz_token_add(c, at, at + length, RZ_TOKEN_PUNCT, sign ? sign : '~', spaced);
    uint8_t code = rz_letter_code(code_point);
    if (code) c->letters[c->n_letters++] = code;
    rz_letters_here(c);
    quote(c, t, at);
    bool closes = t->quote > c->depth && c->held == 0 && c->tokens.n > 1 && c->tokens.at[c->tokens.n - 2].punct == '.';
    c->stopped |= closes || ends_sentence(c, t, at + length, end);
}

/* ---- blocks ---- */

enum { BYTES_A_TOKEN = 6 };

/* What stands there is no mark that belongs to the sentence that has ended. */
static void go_on(rz_cutter *c, bool spaced, char punct) {
    if (!c->stopped || (!spaced && closes_sentence(c, punct))) return;
    c->stopped = false;
    end_sentence(c);
}

/* «… می‌آیم.» و رفت: the sentence that a quotation ends is not over where «و» follows. */
static bool goes_on_behind_quotation(const rz_cutter *c, const unsigned char *p) {
    char last = c->tokens.n ? c->tokens.at[c->tokens.n - 1].punct : 0;
    return (last == '>' || last == '"') && p[0] == 0xD9 && p[1] == 0x88 && p[2] == ' ';
}

/* Anything that is no space and no word of Persian letters; gives its end. */
static uint32_t cut_other(rz_cutter *c, uint32_t i, uint32_t end, bool spaced) {
    uint32_t length, code_point = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
    rz_character k = rz_character_of(code_point, rz_letter_code(code_point));
    go_on(c, spaced, punct_of(code_point));
    uint32_t to = k == RZ_IS_LETTER && code_point < 0x80 ? rz_address_cut(c, i, end, spaced) : i;
    if (to > i) return to;
    if (k == RZ_IS_LETTER || k == RZ_IS_DIGIT) return rz_word_cut(c, i, end, spaced);
    if (k == RZ_IS_FOREIGN) return rz_foreign_cut(c, i, end, spaced);
    mark(c, i, code_point, length, end, spaced);
    return i + length;
}

/* «#سازمان_ملل»: the sign is the word's, as if it were not there; whoever wants words wants it whole (compact.c). */
static uint32_t cut_tagged(rz_cutter *c, uint32_t i, uint32_t end, bool spaced) {
    uint32_t first = c->tokens.n, sign = rz_source_at(c->text, i);
    go_on(c, spaced, 0);
    uint32_t to = rz_word_cut(c, i + 1, end, spaced);
    if (c->tokens.n > first) c->tokens.at[first].src_start = sign;
    return to;
}

static void cut_text(rz_cutter *c, uint32_t from, uint32_t end) {
    const unsigned char *p = (const unsigned char *)c->text->norm;
    bool spaced = true;
    for (uint32_t i = from; i < end;) {
        if (p[i] == ' ' || p[i] == '_') { /* #سازمان_ملل */
            spaced = true;
            i++;
        } else if (p[i] == 0xE2 && p[i + 1] == 0x80 && p[i + 2] == 0x8C) i += 3; /* a joiner that joins nothing; the text goes on behind `end` */
        else {
            if (c->stopped && goes_on_behind_quotation(c, p + i)) c->stopped = false;
            if (rz_persian_code(p + i)) go_on(c, spaced, 0), i = rz_word_cut(c, i, end, spaced);
            else if (p[i] == '#' && i + 1 < end && rz_persian_code(p + i + 1)) i = cut_tagged(c, i, end, spaced);
            else i = cut_other(c, i, end, spaced);
            spaced = false;
        }
    }
}

static void cut_block(rz_cutter *c, uint32_t from, uint32_t end, uint32_t block) {
    *RZ_PUSH(c->arena, &c->paragraphs) = (rz_paragraph){.first = c->tokens.n, .block = block};
    c->depth = c->held = 0;
    c->marks = 0;
    c->stopped = false;
    c->sentence_first = c->tokens.n;
    c->block = from, c->block_end = end;
    c->last_close = RZ_NONE;
    cut_text(c, from, end);
    end_sentence(c);
    c->paragraphs.at[c->paragraphs.n - 1].last = c->tokens.n;
}

void rz_tokens_cut(rz_arena *arena, const rz_span *blocks, uint32_t n_blocks, rz_text *out) {
    rz_cutter c = {.arena = arena, .text = out, .letters = rz_alloc_bare(arena, (size_t)out->norm_size + 8)};
    c.tokens.room = out->norm_size / BYTES_A_TOKEN + 64; /* most often enough */
    c.tokens.at = rz_alloc_bare(arena, c.tokens.room * sizeof *c.tokens.at);
    for (uint32_t i = 0; i < n_blocks; i++) cut_block(&c, rz_norm_at(out, blocks[i].start), rz_norm_at(out, blocks[i].end), i);
    rz_letters_here(&c);
    out->letters = c.letters;
    out->n_letters = c.n_letters;
    out->tokens = c.tokens.at;
    out->n_tokens = c.tokens.n;
    out->sentences = c.sentences.at;
    out->n_sentences = c.sentences.n;
    out->paragraphs = c.paragraphs.at;
    out->n_paragraphs = c.paragraphs.n;
}
