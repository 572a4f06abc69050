/* Lines that a wrap cut become paragraphs again. */
#ifndef RZ_TEXT_WRAP_H
#define RZ_TEXT_WRAP_H

#include "intake/intake.h"
#include "text/text.h"

/* Makes one block of those that were one paragraph, where the whole of a text file shows that its lines were broken; changes no other. */
void rz_lines_unwrap(rz_arena *arena, const rz_language *language, const char *text, rz_block *blocks, uint32_t *n_blocks);

#endif
