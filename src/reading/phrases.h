/* The phrases of a sentence's words, from what the chunker says of its tokens. */
#ifndef RZ_READING_PHRASES_H
#define RZ_READING_PHRASES_H

#include "text/chunk.h"

typedef struct {
    RZ_VEC(rz_phrase) phrases;
    RZ_VEC(rz_in_phrase) words; /* one for each of the text's words */
} rz_phrases;

/* A sentence as it was told: its tokens, and its words [first, last) among all words. */
typedef struct {
    const rz_text *text;
    const rz_sentence *tokens;
    const rz_tagged *tagged; /* of each token */
    const rz_word_of *words;
    uint32_t first, last;
    const rz_verb_group *groups;
} rz_told;

/* held: for what is needed on the way. */
void rz_phrases_put(rz_chunker *chunker, rz_arena *arena, rz_arena *held, const rz_told *told, rz_phrases *out);

#endif
