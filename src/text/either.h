/* «حرفهای» may be «حرف‌های» or «حرفه‌ای»: which of the two, by how usual they are and by the words beside. */
#ifndef RZ_TEXT_EITHER_H
#define RZ_TEXT_EITHER_H

#include "text/joiner.h"

/* What stands beside a word: another, something else (n 0), or nothing, for the line begins or ends. */
typedef struct {
    const uint8_t *letters;
    uint32_t n;
    bool sign;
} rz_beside;

/* What it is told by: texts for the classes of words, letters for words themselves. */
enum { RZ_EITHER_KNOWN, RZ_EITHER_PARTS, RZ_EITHER_STEMS, RZ_EITHER_BEFORE_CLASS, RZ_EITHER_AFTER_CLASS, RZ_EITHER_AFTER_KNOWN, RZ_EITHER_AROUND,
       RZ_EITHER_TEXTS, RZ_EITHER_STEM = RZ_EITHER_TEXTS, RZ_EITHER_BEFORE, RZ_EITHER_AFTER, RZ_EITHER_KINDS };
enum { RZ_EITHER_TEXT = 64 };
extern const char *const rz_either_uses[RZ_EITHER_KINDS];

/* May the word be either? Then its letters up to the ending, else 0. */
uint32_t rz_either_stem(const rz_joiner *j, const uint8_t *w, uint32_t n);
void rz_either_texts(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t stem, rz_beside before, rz_beside after,
                     char out[RZ_EITHER_TEXTS][RZ_EITHER_TEXT]);
/* The joiners of such a word. */
rz_places rz_either_places(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t stem, rz_beside before, rz_beside after);

#endif
