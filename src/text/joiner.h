/* Where joiners stand in a word: by the lexicon, else by what the word may be made of. By letters alone, from data. */
#ifndef RZ_TEXT_JOINER_H
#define RZ_TEXT_JOINER_H

#include "base/arena.h"
#include "data/data.h"

enum { RZ_JOINER_LETTERS = 64 }; /* a longer word has none */

/* Bit i: a joiner stands before letter i. */
typedef uint64_t rz_places;

typedef struct rz_joiner rz_joiner;

/* What the tables say of joiners; lives as long as the arena. */
const rz_joiner *rz_joiner_make(rz_arena *arena, const rz_data *data);

/* The joiners of a word in proper spelling; 0 of a word not known. Takes constant time but for the square of its letters. */
rz_places rz_joiner_places(const rz_joiner *j, const uint8_t *letters, uint32_t n);

/* Joiners of a spelling in UTF-8. */
rz_places rz_joiner_written(const char *spelling, uint32_t size);

#endif
