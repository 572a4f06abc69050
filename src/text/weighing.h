/* Weights of signs, from rows of the tables: a sum above zero says yes. A row has a `use`, which is a kind of sign, a `weight`, and the
 * `form`s of that kind and weight. */
#ifndef RZ_TEXT_WEIGHING_H
#define RZ_TEXT_WEIGHING_H

#include "data/data.h"

typedef struct {
    const char *const *uses; /* of each kind */
    uint32_t kinds;
    const char *bias;        /* the use of the row whose weight is added always */
    uint64_t (*key)(uint32_t kind, rz_str form);
} rz_signs;

typedef struct {
    uint64_t *slots; /* hash and weight; 0: free */
    uint32_t mask;
    int bias;
} rz_weighing;

/* How many slots the rows take; then they are read, into slots that are zero. */
uint32_t rz_weighing_slots(const rz_data *data, const rz_signs *signs);
void rz_weighing_read(rz_weighing *w, const rz_data *data, const rz_signs *signs, uint64_t *slots, uint32_t n_slots);

uint64_t rz_sign_key(uint32_t kind, const void *bytes, uint32_t n);
/* The key of a form by its letters. */
uint64_t rz_sign_letters(uint32_t kind, rz_str form);
int rz_weight_of(const rz_weighing *w, uint64_t key);

/* The place of a name in a list; count: it is not there. */
uint32_t rz_place_in(rz_str name, const char *const *names, uint32_t count);

#endif
