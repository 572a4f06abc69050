/* What the cutting of tokens shares: token.c cuts blocks into words and marks, piece.c cuts a word. */
#ifndef RZ_TEXT_CUTTER_H
#define RZ_TEXT_CUTTER_H

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
    uint8_t depth, held; /* quotation marks open; those of them that close again in the block */
    bool stopped;        /* a sentence has ended but for marks that follow its stop: ...) */
    uint32_t sentence_first;
    uint32_t block, block_end; /* normal bytes of the block */
    uint32_t last_close; /* where in the block a quotation mark closes for the last time; RZ_NONE: nobody asked yet */
    uint32_t marks;      /* marks in a row */
    uint32_t stretch;    /* of the normal text, in which the last token begins */
} rz_cutter;

typedef enum { RZ_IS_SPACE, RZ_IS_LETTER, RZ_IS_DIGIT, RZ_IS_PUNCT, RZ_IS_JOINER, RZ_IS_MARK, RZ_IS_FOREIGN } rz_character;
rz_character rz_character_of(uint32_t c, uint8_t code);

static inline bool rz_is_digit_code(uint8_t code) { return code >= 1 && code <= 10; }
static inline bool rz_is_latin_code(uint8_t code) { return code >= RZ_CODE_LATIN && code < RZ_CODE_LETTERS; }
/* The code of the Persian letter that stands there in two bytes, U+0600 to U+06FF; 0: none does. */
static inline uint8_t rz_persian_code(const unsigned char *p) {
    uint8_t code = (p[0] & 0xFC) == 0xD8 ? rz_arabic_codes[(p[0] & 0x03) << 6 | (p[1] & 0x3F)] : 0;
    return code >= RZ_CODE_LETTERS && code < RZ_CODE_SIGNS ? code : 0;
}

/* One more, not zeroed; what is there of letters now is the last token's, or those before. */
rz_token *rz_token_push(rz_cutter *c);
void rz_letters_here(rz_cutter *c);
/* A token of normal bytes [from, to), without letters. */
rz_token *rz_token_add(rz_cutter *c, uint32_t from, uint32_t to, rz_token_kind kind, char punct, bool spaced);

/* Each makes a token of what begins at `from` and gives its end; of an address that is none, `from`. */
uint32_t rz_word_cut(rz_cutter *c, uint32_t from, uint32_t end, bool spaced);
uint32_t rz_address_cut(rz_cutter *c, uint32_t from, uint32_t end, bool spaced);
uint32_t rz_foreign_cut(rz_cutter *c, uint32_t from, uint32_t end, bool spaced);

#endif
