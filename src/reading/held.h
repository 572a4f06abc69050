/* A reading with the arena that owns it: what rz_read and rz_reading_parse make and rz_reading_free frees.
 *
 *     rz_held *held = rz_held_open(limit);
 *     if (!held || setjmp(held->exit)) { rz_held_close(held); … no memory … }
 *     … fill held->reading from held->arena …
 *     return &held->reading;
 */
#ifndef RZ_READING_HELD_H
#define RZ_READING_HELD_H

#include <setjmp.h>

#include "base/arena.h"
#include "rayzan.h"

typedef struct {
    rz_reading reading; /* first: a reading's address is its holder's */
    rz_arena arena;
    rz_arena work;     /* of what leads to the reading and is not part of it; given back when that is done */
    jmp_buf exit;
} rz_held;

rz_held *rz_held_open(size_t limit); /* NULL when memory runs out */
void rz_held_close(rz_held *held);   /* NULL is allowed */

/* The first 16 hex digits of the SHA-256 of an article's bytes. */
void rz_article_id(const char *bytes, size_t size, char id[17]);

#endif
