/* Verbs with their auxiliaries and what they are compounded with. */
#ifndef RZ_TEXT_GROUP_H
#define RZ_TEXT_GROUP_H

#include "text/tagging.h"

/* The verb group whose verb begins at word i of a sentence, words [first, last); false: none does. */
bool rz_verb_group_at(rz_arena *arena, const rz_tagging *tagging, const rz_word_of *words, uint32_t first, uint32_t i, uint32_t last, rz_verb_group *out);

#endif
