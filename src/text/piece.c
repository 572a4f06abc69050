/* Words, numbers, addresses: one piece of text without spaces, and what of it is two words, or one with the piece before. */
#include <strings.h>

#include "text/apart.h"
#include "text/cutter.h"
#include "text/form.h"

static bool is_numeric(const rz_cutter *c, const rz_token *t) {
    enum { MOST = 15 };
    for (uint32_t i = t->letters_start; i < rz_letters_end(t); i++)
        if (!rz_is_digit_code(c->letters[i])) return false;
    return rz_letters_count(t) > 0 && rz_letters_count(t) <= MOST;
}

int32_t rz_token_number(const rz_text *text, const rz_token *t) {
    int64_t n = 0;
    for (uint32_t i = t->letters_start; t->numeric && i < rz_letters_end(t); i++) n = n * 10 + (text->letters[i] - 1);
    return !t->numeric ? -1 : n < INT32_MAX ? (int32_t)n : INT32_MAX;
}

/* Does the sign at i go on a number (۳+۳, ۱۴٫۵) or a Latin word (mfa.gov.ir, a@b.ir)? */
static bool sign_goes_on(const rz_cutter *c, uint32_t p, bool digits, bool latin, uint32_t next, uint32_t end) {
    if (next >= end) return false;
    uint8_t code = rz_letter_code(rz_utf8_next(c->text->norm + next, c->text->norm + end, &(uint32_t){0}));
    if (latin) return (p == '.' || p == '@' || p == '_' || p == '\'' || p == 0x2019) && (rz_is_latin_code(code) || rz_is_digit_code(code));
    return (p == '.' || p == '+' || p == ',' || p == 0x66B || p == 0x66C) && digits && rz_is_digit_code(code);
}

/* Where an address ends that begins at `from`; `from`: it is none. */
static uint32_t address_end(const rz_cutter *c, uint32_t from, uint32_t end) {
    const char *norm = c->text->norm;
    uint32_t i = from;
    while (i < end && i < from + 5 && rz_is_latin_code(rz_letter_code((unsigned char)norm[i]))) i++;
    bool scheme = i - from >= 4 && end - i > 3 && !memcmp(norm + i, "://", 3);
    if (!scheme && (i - from != 3 || strncasecmp(norm + from, "www.", 4) != 0)) return from;
    while (i < end && (unsigned char)norm[i] > ' ' && (unsigned char)norm[i] < 0x80 && !strchr("\"'<>()[]`", norm[i])) i++;
    while (i > from && strchr(".,:;!?-", norm[i - 1])) i--;
    return i;
}

uint32_t rz_address_cut(rz_cutter *c, uint32_t from, uint32_t end, bool spaced) {
    uint32_t to = address_end(c, from, end);
    if (to == from) return from;
    rz_token_add(c, from, to, RZ_TOKEN_LATIN, 0, spaced);
    for (uint32_t i = from; i < to; i++) {
        uint8_t code = rz_letter_code((unsigned char)c->text->norm[i]);
        if (code) c->letters[c->n_letters++] = code;
    }
    rz_letters_here(c);
    return to;
}

/* The last token becomes two where they were written on to each other. A joiner or a mark within says that it is one. */
static void cut_glued(rz_cutter *c) {
    rz_token *a = &c->tokens.at[c->tokens.n - 1];
    uint32_t n = rz_letters_count(a);
    if (a->kind != RZ_TOKEN_WORD || n < 2) return;
    bool marked = a->norm_start + 2 * n != a->norm_end; /* «وهمکاری‌های» */
    if (marked && (unsigned char)c->text->norm[a->norm_start + 2] == 0xE2) return; /* the joiner itself */
    uint32_t at = rz_glued_at(c->text, c->letters + a->letters_start, n);
    if (!at || (marked && at != 1)) return;
    rz_token *b = rz_token_push(c);
    a = b - 1;
    *b = *a;
    b->space_before = false;
    b->letters_start = a->letters_start + at;
    rz_letters_here(c);
    b->norm_start = a->norm_end = a->norm_start + 2 * at;
    b->src_start = rz_source_at(c->text, b->norm_start);
    a->src_end = rz_source_end(c->text, 0, a->norm_start, a->norm_end);
}

static bool only_blanks(const rz_cutter *c, const rz_token *a, const rz_token *b) {
    for (uint32_t i = a->norm_end; i < b->norm_start; i++)
        if (c->text->norm[i] != ' ') return false;
    return !memchr(c->text->src + a->src_end, '\n', b->src_start - a->src_end);
}

/* Does the first of the two end with می, with or without a preverb, and begin a verb? Most words are too long. */
static bool begins_verb(const rz_cutter *c, const uint8_t *w, uint32_t n, uint32_t m) {
    const rz_verb_forms *forms = c->text->forms;
    rz_verb verb = {0};
    bool begins = (n <= 3 && rz_verb_mi(forms, w, n) == n) ||
                  (n <= 4 && rz_verb_mi(forms, w + n, m) && rz_verb_preverb(forms, w, n + m) == n);
    return begins && rz_verb_form(forms, w, n + m, &verb);
}

/* Are the two written apart and one word: سوری ها, می کند, بر می گردد? */
static bool one_word(const rz_cutter *c, const rz_token *a, const rz_token *b) {
    const uint8_t *w = c->letters + a->letters_start;
    uint32_t n = rz_letters_count(a), m = rz_letters_count(b);
    return rz_apart_ending(c->text->apart, w, n, w + n, m) || (n <= 4 && begins_verb(c, w, n, m));
}

/* The last token becomes part of the one before where the two are one word. */
static void join(rz_cutter *c) {
    while (c->tokens.n > c->sentence_first + 1) {
        rz_token *b = &c->tokens.at[c->tokens.n - 1], *a = b - 1;
        if (a->kind != RZ_TOKEN_WORD || b->kind != RZ_TOKEN_WORD || !b->space_before) return;
        if (rz_letters_count(a) == 0 || rz_letters_count(b) == 0) return;
        if (!one_word(c, a, b) || !only_blanks(c, a, b)) return;
        a->norm_end = b->norm_end;
        a->src_end = b->src_end;
        b->letters_start = rz_letters_end(b);
        a->apart = true;
        c->tokens.n--;
    }
}

/* Goes over the Persian letters that stand there. */
static uint32_t letters_on(rz_cutter *c, uint32_t i, uint32_t end) {
    const unsigned char *p = (const unsigned char *)c->text->norm;
    uint8_t *to = c->letters + c->n_letters;
    for (uint8_t code; i < end && (code = rz_persian_code(p + i)); i += 2) *to++ = code;
    c->n_letters = (uint32_t)(to - c->letters);
    return i;
}

/* A capital and two small Latin letters. */
static bool is_capital_word(const char *p, uint32_t left) {
    return left >= 3 && p[0] >= 'A' && p[0] <= 'Z' && p[1] >= 'a' && p[1] <= 'z' && p[2] >= 'a' && p[2] <= 'z';
}

static bool joiner_at(const unsigned char *p) { return p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x8C; }

/* «نماینده‌ی», «خانه‌ی»: the ی behind ه and a joiner is the ezafe, which is no letter of the word, as it is none in «نمایندهٔ». */
static bool ends_in_ezafe(const unsigned char *p, uint32_t from, uint32_t end) {
    static const unsigned char ezafe[] = {0xD9, 0x87, 0xE2, 0x80, 0x8C, 0xDB, 0x8C};
    return end - from > sizeof ezafe && p[end - 1] == 0x8C && !memcmp(p + end - sizeof ezafe, ezafe, sizeof ezafe);
}

/* Is the last letter of the word [from, end) an ezafe, its letters from `letters` on? */
static bool has_ezafe(const rz_cutter *c, uint32_t from, uint32_t end, uint32_t letters) {
    return ends_in_ezafe((const unsigned char *)c->text->norm, from, end) || rz_glued_ezafe(c->text, c->letters + letters, c->n_letters - letters);
}

/* A word of which not all is Persian letters. */
static uint32_t mixed(rz_cutter *c, uint32_t from, uint32_t end, bool spaced) {
    uint32_t i = from, letters = c->n_letters;
    bool digits = false, latin = false, other = false, joined_sign = false;
    while (i < end) {
        uint32_t on = digits || latin ? i : letters_on(c, i, end);
        other |= on > i;
        if ((i = on) >= end) break;
        uint32_t length, p = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
        uint8_t code = rz_letter_code(p);
        rz_character k = rz_character_of(p, code);
        if (k == RZ_IS_PUNCT || k == RZ_IS_MARK || k == RZ_IS_SPACE) {
            if (p != 0x621 && (other || !sign_goes_on(c, p, digits, latin, i + length, end))) break;
            joined_sign |= p != 0x621; /* a hamza alone is part of its word */
        }
        if (k == RZ_IS_DIGIT && other) break; /* گروه۲۰ */
        if (k == RZ_IS_LETTER && (digits || latin) && !rz_is_latin_code(code)) break; /* ۷قوس */
        if (k == RZ_IS_LETTER && digits && !latin && !joined_sign && is_capital_word(c->text->norm + i, end - i)) break; /* 12October */
        if (k == RZ_IS_LETTER && other && rz_is_latin_code(code)) break;
        digits |= k == RZ_IS_DIGIT;
        if (k == RZ_IS_LETTER) *(rz_is_latin_code(code) ? &latin : &other) = true;
        if (code) c->letters[c->n_letters++] = code;
        i += length;
    }
    if (other && !digits && !latin) c->n_letters -= has_ezafe(c, from, i, letters); /* «نماینده‌ی» in quotes */
    rz_token *t = rz_token_add(c, from, i, digits && !latin && !other ? RZ_TOKEN_NUMBER : latin && !other ? RZ_TOKEN_LATIN : RZ_TOKEN_WORD, 0, spaced);
    t->letters_start = letters;
    t->numeric = t->kind == RZ_TOKEN_NUMBER && !joined_sign && is_numeric(c, t);
    return i;
}

uint32_t rz_word_cut(rz_cutter *c, uint32_t from, uint32_t end, bool spaced) {
    const unsigned char *p = (const unsigned char *)c->text->norm;
    uint32_t letters = c->n_letters, i = letters_on(c, from, end);
    while (i > from && i < end && joiner_at(p + i)) i = letters_on(c, i + 3, end);
    if (i > from && (i >= end || p[i] < 0x80)) {
        c->n_letters -= has_ezafe(c, from, i, letters);
        rz_token_add(c, from, i, RZ_TOKEN_WORD, 0, spaced)->letters_start = letters;
    } else {
        c->n_letters = letters;
        i = mixed(c, from, end, spaced);
    }
    join(c);
    cut_glued(c);
    return i;
}

uint32_t rz_foreign_cut(rz_cutter *c, uint32_t from, uint32_t end, bool spaced) {
    uint32_t i = from, length;
    while (i < end) {
        uint32_t p = rz_utf8_next(c->text->norm + i, c->text->norm + end, &length);
        if (rz_character_of(p, rz_letter_code(p)) != RZ_IS_FOREIGN) break;
        i += length;
    }
    rz_token_add(c, from, i, RZ_TOKEN_OTHER, 0, spaced);
    return i;
}
