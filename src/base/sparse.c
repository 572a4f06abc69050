#include "base/sparse.h"

void rz_sparse_open(rz_arena *arena, rz_sparse *sparse, uint32_t last_place) { sparse->has = RZ_NEW_N(arena, uint64_t, last_place / 64 + 1); }

void rz_sparse_mark(rz_sparse *sparse, uint32_t place) { sparse->has[place / 64] |= 1ull << place % 64; }

void rz_sparse_marked(rz_arena *arena, rz_sparse *sparse, uint32_t last_place) {
    uint32_t n = 0;
    sparse->before = RZ_NEW_N(arena, uint32_t, last_place / 64 + 1);
    for (uint32_t i = 0; i <= last_place / 64; i++) {
        sparse->before[i] = n;
        n += (uint32_t)__builtin_popcountll(sparse->has[i]);
    }
    sparse->values = RZ_NEW_N(arena, uint32_t, n);
}

uint32_t *rz_sparse_value(const rz_sparse *sparse, uint32_t place) {
    uint64_t below = sparse->has[place / 64] & ((1ull << place % 64) - 1);
    return &sparse->values[sparse->before[place / 64] + (uint32_t)__builtin_popcountll(below)];
}
