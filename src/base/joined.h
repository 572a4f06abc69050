/* A text put together piece by piece in an arena. */
#ifndef RZ_BASE_JOINED_H
#define RZ_BASE_JOINED_H

#include "base/arena.h"

typedef struct {
    rz_arena *arena; /* start with this alone set */
    char *at;
    size_t n, room;
} rz_joined;

void rz_join(rz_joined *joined, const char *text, size_t size);
static inline const char *rz_joined_text(const rz_joined *joined) { return joined->at ? joined->at : ""; }

#endif
