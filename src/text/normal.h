/* Text in one normal spelling, in one pass, with the way back. */
#ifndef RZ_TEXT_NORMAL_H
#define RZ_TEXT_NORMAL_H

#include "rayzan.h"
#include "text/joiner.h"

typedef struct rz_norm rz_norm;

/* steps: RZ_… bits of rayzan.h. The joiner must outlive it. NULL when memory runs out. */
rz_norm *rz_norm_open(const rz_joiner *joiner, unsigned steps, bool with_map);
void rz_norm_close(rz_norm *normal);
/* False when memory runs out. What it gives is good until the next call. */
bool rz_norm_make(rz_norm *normal, const char *text, size_t size, rz_normal_text *out);

#endif
