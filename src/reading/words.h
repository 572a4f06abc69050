/* What the writers of words share. */
#ifndef RZ_READING_WORDS_H
#define RZ_READING_WORDS_H

#include "rayzan.h"

/* Moves on behind the words; the next text goes on with a paragraph of its own. place may be NULL. */
void rz_words_move_on(const rz_words *words, rz_words_place *place);

#endif
