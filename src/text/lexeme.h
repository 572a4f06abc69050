/* The words of a token in the sense of Universal Dependencies, with their lemmas. */
#ifndef RZ_TEXT_LEXEME_H
#define RZ_TEXT_LEXEME_H

#include "text/tag.h"

enum { RZ_LEXEMES = 2 };

typedef struct {
    rz_span src;
    uint8_t upos, person, number; /* number: 1 singular, 2 plural, 0 none */
    uint8_t degree;               /* 1 comparative, 2 superlative */
    rz_str lemma;
    rz_conjugation verb; /* of verbs */
} rz_lexeme;

/* How many words the token is under that label; lemmas are in the arena or in the tables. */
uint32_t rz_lexemes_of(rz_arena *arena, const rz_tagging *tagging, const rz_text *text, uint32_t token, rz_label_of label, rz_lexeme out[RZ_LEXEMES]);

#endif
