#include "base/sparse.h"

void rz_sparse_open(rz_arena *arena, rz_sparse *sparse, uint32_t last_place) { sparse->has = RZ_NEW_N(arena, uint64_t, last_place / 64 + 1); }

void rz_sparse_mark(rz_sparse *sparse, uint32_t place) { sparse->has[place / 64] |= 1ull << place % 64; }

/* How many bits are set; what the compiler has for it is slower, where it may not ask the processor. */
static uint32_t count(uint64_t bits) {
    const uint64_t ones = 0x0101010101010101u;
    bits -= bits >> 1 & ones * 0x55;
    bits = (bits & ones * 0x33) + (bits >> 2 & ones * 0x33);
    return (uint32_t)(((bits + (bits >> 4)) & ones * 0x0F) * ones >> 56);
}

void rz_sparse_marked(rz_arena *arena, rz_sparse *sparse, uint32_t last_place) {
    uint32_t n = 0;
    sparse->before = RZ_NEW_N(arena, uint32_t, last_place / 64 + 1);
    for (uint32_t i = 0; i <= last_place / 64; i++) {
        sparse->before[i] = n;
        n += count(sparse->has[i]);
    }
    sparse->values = RZ_NEW_N(arena, uint32_t, n);
}

uint32_t *rz_sparse_value(const rz_sparse *sparse, uint32_t place) {
    return &sparse->values[sparse->before[place / 64] + count(sparse->has[place / 64] & ((1ull << place % 64) - 1))];
}
