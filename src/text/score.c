#include "text/score.h"

#if defined __x86_64__ && defined __GNUC__
#define HAVE_AVX2 1
#endif

/* The loops are of a known length and nothing else: the compiler makes them wide, as wide as the function may be into which they go. */
#define INTO_EACH static inline __attribute__((always_inline))

INTO_EACH void add_all(const rz_speaking *s, int16_t *restrict score) {
    int16_t all[RZ_LANES];
    for (int i = 0; i < RZ_LANES; i++)
        all[i] = (int16_t)(s->sums[0][i] + s->sums[1][i] + s->sums[2][i] + s->sums[3][i] + s->sums[4][i]);
    for (int i = 0; i < RZ_LANES; i++)
        score[i] = (int16_t)(all[i] + s->rows[0][i] + s->rows[1][i] + s->rows[2][i] + s->rows[3][i] + s->rows[4][i] + s->rows[5][i]);
}

/* Score and lane are one number, the lane upside down, so that the first of the best is the most. */
INTO_EACH uint32_t best_of(const int16_t *restrict score, const int16_t *restrict labels, const int8_t *const rows[RZ_ROWS_LABEL]) {
    const int8_t *restrict a = rows[0], *restrict b = rows[1], *restrict c = rows[2];
    int32_t most = INT32_MIN;
    for (int i = 0; i < RZ_LANES; i++) {
        int32_t one = (int16_t)(score[i] + labels[i] + a[i] + b[i] + c[i]) * RZ_LANES + RZ_LANES - 1 - i;
        most = one > most ? one : most;
    }
    return RZ_LANES - 1 - ((uint32_t)most & (RZ_LANES - 1));
}

static void add_plain(const rz_speaking *s, int16_t *score) { add_all(s, score); }
static uint32_t best_plain(const int16_t *score, const int16_t *labels, const int8_t *const rows[RZ_ROWS_LABEL]) { return best_of(score, labels, rows); }

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static void add_avx2(const rz_speaking *s, int16_t *score) { add_all(s, score); }
__attribute__((target("avx2"))) static uint32_t best_avx2(const int16_t *score, const int16_t *labels, const int8_t *const rows[RZ_ROWS_LABEL]) {
    return best_of(score, labels, rows);
}
#endif

bool rz_scorer_known(size_t i, rz_scorer *out) {
    if (i == 0) return *out = (rz_scorer){"plain", add_plain, best_plain}, true;
#ifdef HAVE_AVX2
    if (i == 1 && __builtin_cpu_supports("avx2")) return *out = (rz_scorer){"avx2", add_avx2, best_avx2}, true;
#endif
    return false;
}
