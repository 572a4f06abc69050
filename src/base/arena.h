/* Memory of one owner, given back all at once.
 *
 * An allocation either succeeds or leaves by the arena's exit (a setjmp made by whoever owns the arena), so
 * code that builds a reading has no failure path of its own. Nothing but arena memory may be held across
 * a call that allocates, or it leaks when the exit is taken.
 */
#ifndef RZ_BASE_ARENA_H
#define RZ_BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct rz_arena_block rz_arena_block;

typedef struct rz_arena {
    rz_arena_block *blocks; /* newest first */
    char *at, *end;
    size_t used;            /* bytes handed out */
    size_t limit;           /* bytes it may take from the system; 0: no limit */
    size_t taken;
    jmp_buf *exit;          /* where a failed allocation goes; must be set before the first one */
} rz_arena;

void rz_arena_open(rz_arena *arena, jmp_buf *exit, size_t limit);
void rz_arena_close(rz_arena *arena);
void rz_arena_empty(rz_arena *arena); /* gives all back, and keeps a block for what comes next */
/* Empty again, for another use: one block of what it took is kept, the rest goes back to the system. */
void rz_arena_rewind(rz_arena *arena);

_Noreturn void rz_arena_leave(rz_arena *arena); /* takes the exit: memory ran out elsewhere */
void *rz_alloc(rz_arena *arena, size_t size);                    /* zeroed, 16-byte aligned */
void *rz_alloc_bare(rz_arena *arena, size_t size);               /* the same, not zeroed: for what is written all over */
void *rz_alloc_array(rz_arena *arena, size_t count, size_t size); /* the same; overflow takes the exit */
/* Of something no longer needed: what is big goes back to the system at once, the rest with the arena. */
void rz_give_back(rz_arena *arena, void *memory);
char *rz_copy(rz_arena *arena, const char *bytes, size_t size);   /* NUL-terminated copy */
char *rz_format(rz_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define RZ_NEW(arena, type) ((type *)rz_alloc((arena), sizeof(type)))
#define RZ_NEW_N(arena, type, n) ((type *)rz_alloc_array((arena), (n), sizeof(type)))

/* A growing array. Declare a field or variable with RZ_VEC(type), start it zeroed, push with RZ_PUSH,
 * which gives the address of the new, zeroed element (good until the next push). */
#define RZ_VEC(type)            \
    struct {                    \
        type *at;               \
        uint32_t n, room;       \
    }
#define RZ_PUSH(arena, vec)                                                                             \
    ((vec)->n == (vec)->room                                                                            \
         ? (void)((vec)->at = rz_grow((arena), (vec)->at, &(vec)->room, sizeof *(vec)->at))              \
         : (void)0,                                                                                     \
     memset(&(vec)->at[(vec)->n], 0, sizeof *(vec)->at), &(vec)->at[(vec)->n++])
/* The same, not zeroed. */
#define RZ_PUSH_BARE(arena, vec)                                                                        \
    ((vec)->n == (vec)->room                                                                            \
         ? (void)((vec)->at = rz_grow((arena), (vec)->at, &(vec)->room, sizeof *(vec)->at))              \
         : (void)0,                                                                                     \
     &(vec)->at[(vec)->n++])
void *rz_grow(rz_arena *arena, void *old, uint32_t *room, size_t size);

#endif
