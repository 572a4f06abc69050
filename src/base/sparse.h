/* What few of many places have, as tokens have an event that begins there: a bit for each place, and the values side by side. */
#ifndef RZ_BASE_SPARSE_H
#define RZ_BASE_SPARSE_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct {
    uint64_t *has;    /* a bit for each place */
    uint32_t *before; /* for each 64 places: how many values stand before theirs */
    uint32_t *values;
} rz_sparse;

/* First all places are marked that have a value, then the values are put. */
void rz_sparse_open(rz_arena *arena, rz_sparse *sparse, uint32_t last_place);
void rz_sparse_mark(rz_sparse *sparse, uint32_t place);
void rz_sparse_marked(rz_arena *arena, rz_sparse *sparse, uint32_t last_place);
uint32_t *rz_sparse_value(const rz_sparse *sparse, uint32_t place); /* of one that is marked */

static inline bool rz_sparse_has(const rz_sparse *sparse, uint32_t place) { return sparse->has[place / 64] >> place % 64 & 1; }
/* UINT32_MAX where there is none. */
static inline uint32_t rz_sparse_at(const rz_sparse *sparse, uint32_t place) { return rz_sparse_has(sparse, place) ? *rz_sparse_value(sparse, place) : UINT32_MAX; }

#endif
