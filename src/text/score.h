/* Adding up what speaks for each label. Plain, and in wide steps where the processor has them. */
#ifndef RZ_TEXT_SCORE_H
#define RZ_TEXT_SCORE_H

#include "text/context.h"

/* What speaks at a word, whatever the labels before it. */
typedef struct {
    const int16_t *sums[RZ_WINDOW];
    const int8_t *rows[RZ_ROWS_BESIDE];
} rz_speaking;

typedef struct {
    const char *name;
    void (*add)(const rz_speaking *s, int16_t score[RZ_LANES]);
    /* The label for which most speaks, with what the labels before say; of several the first. */
    uint32_t (*best)(const int16_t score[RZ_LANES], const int16_t labels[RZ_LANES], const int8_t *const rows[RZ_ROWS_LABEL]);
} rz_scorer;

/* The i-th way of doing it that this processor has, the last of them the fastest; false: there is none. */
bool rz_scorer_known(size_t i, rz_scorer *out);

#endif
