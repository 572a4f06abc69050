/* The bytes of a file as they come, gzip and zstd undone: a window that moves on, so that memory does not grow with the file. */
#ifndef RZ_INTAKE_FLOW_H
#define RZ_INTAKE_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rayzan.h"

typedef struct rz_flow rz_flow;

/* Where the bytes come from: at most n into `to`; how many, 0 at the end, -1 with errno. */
typedef long rz_pull(void *self, void *to, size_t n);

/* Of an open file, which stays the caller's to close; or of whatever `pull` reads. NULL when memory ran out. */
rz_flow *rz_flow_open(int file);
rz_flow *rz_flow_of(rz_pull *pull, void *self);
void rz_flow_close(rz_flow *flow); /* NULL is allowed */

/* What is to come: at least `wanted` bytes of it where there are so many; *size: how many are there. Stays until the next call. NULL
 * only when nothing is left. At most RZ_PAGE_MAX and a little can be asked for. */
const char *rz_flow_see(rz_flow *flow, size_t wanted, size_t *size);
void rz_flow_skip(rz_flow *flow, uint64_t bytes); /* past them, or to the end */
uint64_t rz_flow_at(const rz_flow *flow);         /* bytes passed, after decompression */
/* Of a packed file: where in it the part began that the next byte comes from (a gzip member, a zstd frame); else the same as above. */
uint64_t rz_flow_offset(const rz_flow *flow);
bool rz_flow_packed(const rz_flow *flow);
/* Ended before its end: the error says where and why. False where the file was read whole. */
bool rz_flow_broken(const rz_flow *flow, rz_error *error);

#endif
