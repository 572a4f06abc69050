/* What words and labels say side by side: the weights of features that pair them (rz_pairings), found by small numbers in tables of a
 * megabyte or two, where the way by the features' keys would be a search in memory for each. Says just what the keys say. */
#ifndef RZ_TEXT_CONTEXT_H
#define RZ_TEXT_CONTEXT_H

#include "text/features.h"

enum { RZ_LANES = 32 /* labels and a few more, so that rows are added in wide steps */, RZ_NO_LABEL = RZ_MOST_LABELS };

/* A word as pairings see it. */
typedef struct {
    uint16_t word, class; /* 0: no pairing has it */
    uint8_t in;           /* bits 1 << rz_word_pairing of those that have the word, as first or as only word */
    bool behind;          /* a pairing of two words has it as the second */
} rz_paired_word;

typedef struct rz_context rz_context;
/* Lives as long as the arena. */
const rz_context *rz_context_make(rz_arena *arena, const rz_data *data);
rz_paired_word rz_context_word(const rz_context *context, uint32_t word_atom, uint32_t class_atom);

/* Adds what the word at near[0] gets from the words around it, near[-1] and near[1]. */
void rz_context_add(const rz_context *context, const rz_paired_word *before, const rz_paired_word *word, const rz_paired_word *after,
                    int16_t score[RZ_LANES]);
/* Adds what it gets from the label before it. */
void rz_context_add_label(const rz_context *context, uint32_t label, const rz_paired_word *word, const rz_paired_word *after,
                          int16_t score[RZ_LANES]);

#endif
