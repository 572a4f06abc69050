/* What the two passes of the normaliser share (normal.c: letters, normal_join.c: joiners). */
#ifndef RZ_TEXT_NORMAL_PASS_H
#define RZ_TEXT_NORMAL_PASS_H

#include "base/utf8.h"
#include "text/clean.h"
#include "text/either.h"
#include "text/joint.h"
#include "text/normal.h"

enum { RZ_ZWNJ = 0x200C, RZ_NORM_CACHE = 1 << 14 };

typedef struct {
    rz_shift *at;
    size_t n, room;
} rz_norm_shifts;

typedef struct {
    char *at;
    size_t n, room;
    rz_norm_shifts map;
} rz_norm_buffer;

/* The joiners of a word met before, by the hash of its letters. */
typedef struct {
    uint64_t hash;
    rz_places places;
    uint32_t either; /* rz_either_stem */
} rz_norm_word;

/* Two words met before side by side. */
typedef struct {
    uint64_t hash;
    rz_oneness oneness;
} rz_norm_pair;

struct rz_norm {
    const rz_joiner *joiner;
    rz_joints *joints; /* where spaces are mended, else NULL */
    unsigned steps;
    bool with_map, failed;
    rz_clean clean;
    rz_norm_buffer folded, joined;
    rz_norm_shifts composed;
    size_t *bad, n_bad, bad_room; /* where bytes stand that are no UTF-8 */
    rz_norm_word cache[RZ_NORM_CACHE];
    rz_norm_pair pairs[RZ_NORM_CACHE];
    uint8_t letter[4][64]; /* letter codes by lead and second byte; 0: no letter of a word */
    bool parts[4][64];     /* the letter never joins the next: no joiner is needed after it */
};

/* Room for more bytes; false when memory runs out. */
bool rz_norm_room(rz_norm *f, rz_norm_buffer *b, size_t more);
/* From here on, byte norm is byte src; `held`: so are all up to the next. */
void rz_norm_shift(rz_norm *f, rz_norm_shifts *map, size_t norm, size_t src, bool held);
static inline void rz_norm_put(rz_norm_buffer *b, uint32_t c) { b->n += rz_utf8_put(c, b->at + b->n); }
/* The second pass; false when memory runs out. */
bool rz_norm_join(rz_norm *f);

#endif
