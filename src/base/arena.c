#include "base/arena.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

struct rz_arena_block {
    rz_arena_block *next;
    size_t size;
    bool big; /* of one thing alone */
};

/* What is BIG has a block of its own: the system gives it zeroed, and only what is written to takes memory; it grows without
 * a copy being left behind. */
enum { ALIGN = 16, SMALL = 8, FIRST_BLOCK = 64 << 10, BIGGEST_STEP = 1 << 20, BIG = 256 << 10, OWN = 32 << 10, HEAD = (sizeof(rz_arena_block) + ALIGN - 1) / ALIGN * ALIGN };

void rz_arena_leave(rz_arena *arena) { longjmp(*arena->exit, 1); }

void rz_arena_open(rz_arena *arena, jmp_buf *exit, size_t limit) {
    *arena = (rz_arena){.exit = exit, .limit = limit};
}

void rz_arena_close(rz_arena *arena) {
    for (rz_arena_block *b = arena->blocks; b;) {
        rz_arena_block *next = b->next;
        free(b);
        b = next;
    }
    arena->blocks = NULL;
    arena->at = arena->end = NULL;
}

void rz_arena_empty(rz_arena *arena) {
    rz_arena_block *kept = NULL;
    for (rz_arena_block *b = arena->blocks; b;) {
        rz_arena_block *next = b->next;
        if (b->big || (kept && kept->size >= b->size)) free(b);
        else {
            free(kept);
            kept = b;
        }
        b = next;
    }
    arena->blocks = kept;
    arena->taken = kept ? kept->size : 0;
    arena->used = 0;
    arena->at = kept ? (char *)kept + HEAD : NULL;
    arena->end = kept ? (char *)kept + kept->size : NULL;
    if (kept) kept->next = NULL;
}

/* The newest of those that are not big is the biggest of them. */
void rz_arena_rewind(rz_arena *arena) {
    rz_arena_block *kept = NULL;
    for (rz_arena_block *b = arena->blocks, *next; b; b = next) {
        next = b->next;
        if (!kept && !b->big) kept = b;
        else free(b);
    }
    arena->blocks = kept;
    arena->used = 0;
    arena->taken = kept ? kept->size : 0;
    if (!kept) return;
    kept->next = NULL;
    arena->at = (char *)kept + HEAD;
    arena->end = (char *)kept + kept->size;
}

static void take(rz_arena *arena, size_t size) {
    if (arena->limit && size > arena->limit - arena->taken) rz_arena_leave(arena);
    arena->taken += size;
}

static void *hold(rz_arena *arena, rz_arena_block *b, size_t size, bool big) {
    if (!b) rz_arena_leave(arena);
    *b = (rz_arena_block){arena->blocks, size, big};
    arena->blocks = b;
    return (char *)b + HEAD;
}

static void add_block(rz_arena *arena, size_t at_least) {
    size_t step = arena->taken < FIRST_BLOCK ? FIRST_BLOCK : arena->taken;
    if (step > BIGGEST_STEP) step = BIGGEST_STEP;
    size_t size = HEAD + (at_least > step ? at_least : step);
    take(arena, size);
    arena->at = hold(arena, malloc(size), size, false);
    arena->end = arena->at + size - HEAD;
}

static void *add_big(rz_arena *arena, size_t need) {
    take(arena, HEAD + need);
    return hold(arena, calloc(1, HEAD + need), HEAD + need, true);
}

/* What leads to the block of something big in the list; to NULL where it is not big. */
static rz_arena_block **link_to(rz_arena *arena, const void *memory) {
    rz_arena_block **link = &arena->blocks;
    while (*link && ((char *)*link + HEAD != memory || !(*link)->big)) link = &(*link)->next;
    return link;
}

/* The same block, wider; what is new in it is not zeroed. */
static void *widen_big(rz_arena *arena, void *old, size_t need) {
    rz_arena_block **link = link_to(arena, old), *b = *link;
    take(arena, HEAD + need - b->size);
    b = realloc(b, HEAD + need);
    if (!b) rz_arena_leave(arena);
    b->size = HEAD + need;
    *link = b;
    return (char *)b + HEAD;
}

static size_t whole(size_t size) { return (size + ALIGN - 1) / ALIGN * ALIGN; }

void *rz_alloc_bare(rz_arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) rz_arena_leave(arena);
    size_t need = size ? whole(size) : ALIGN; /* never NULL, not even for nothing */
    arena->used += need;
    if (need >= BIG) return add_big(arena, need);
    if (need > (size_t)(arena->end - arena->at)) add_block(arena, need);
    void *p = arena->at;
    arena->at += need;
    return p;
}

void *rz_alloc(rz_arena *arena, size_t size) {
    void *p = rz_alloc_bare(arena, size);
    return size >= BIG ? p : memset(p, 0, size); /* what is big comes zeroed */
}

void *rz_alloc_array(rz_arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) rz_arena_leave(arena);
    return rz_alloc(arena, count * size);
}

void rz_give_back(rz_arena *arena, void *memory) {
    rz_arena_block **link = link_to(arena, memory), *b = *link;
    if (!b) return;
    *link = b->next;
    arena->taken -= b->size;
    free(b);
}

char *rz_copy(rz_arena *arena, const char *bytes, size_t size) {
    char *p = rz_alloc(arena, size + 1);
    if (size) memcpy(p, bytes, size);
    return p;
}

char *rz_format(rz_arena *arena, const char *format, ...) {
    enum { MOST_OFTEN = 256 };
    char held[MOST_OFTEN];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(held, sizeof held, format, args);
    va_end(args);
    char *p = rz_alloc(arena, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0 && n < MOST_OFTEN) memcpy(p, held, (size_t)n);
    else if (n > 0) vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return p;
}

/* Goes on where it is, where nothing was handed out behind it; what is OWN gets a block that can be widened, so that no copies of it are
 * left behind. */
void *rz_grow(rz_arena *arena, void *old, uint32_t *room, size_t size) {
    uint32_t more = *room ? *room * 2 : size > SMALL ? 4 : 8;
    if (more <= *room || more > SIZE_MAX / 2 / size) rz_arena_leave(arena);
    size_t had = whole(*room * size), need = whole(more * size);
    char *p = old;
    if (*room && p + had == arena->at && need - had <= (size_t)(arena->end - arena->at)) arena->at += need - had, arena->used += need - had;
    else if (had >= OWN && *link_to(arena, old)) p = widen_big(arena, old, need);
    else {
        p = need >= OWN ? add_big(arena, need) : rz_alloc_bare(arena, need); /* a push zeroes */
        if (*room) memcpy(p, old, *room * size);
    }
    *room = more;
    return p;
}
