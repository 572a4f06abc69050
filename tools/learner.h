/* An averaged perceptron over features that are texts: what the trainers of the tagger and of the chunker have in common. */
#ifndef TOOLS_LEARNER_H
#define TOOLS_LEARNER_H

#include "data/data.h"

enum { LABELS = RZ_MOST_LABELS };

void *must(void *p); /* p, or the end of the program */

void learner_open(void);
/* The place of a feature; learner_note counts it. */
uint32_t learner_slot(const char *kind, rz_str a, rz_str b);
uint32_t learner_note(const char *kind, rz_str a, rz_str b);
uint32_t learner_met(uint32_t slot); /* how often it was noted */
static inline bool learner_met_again(uint32_t slot) { return learner_met(slot) > 1; }
const float *learner_weights(uint32_t slot); /* for each label; NULL: none yet */
void learner_change(uint32_t slot, uint32_t label, float by);
void learner_tick(void); /* an example was seen */
/* The means as a file of weights, but features of which none is at least `least`. what: of what they speak, for the first line. */
void learner_write(const char *path, const char *what, const char *const *labels, uint32_t n_labels, int least);

void learner_shuffle(uint32_t *order, uint32_t n, uint32_t *seed);

#endif
