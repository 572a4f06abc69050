/* Bytes put one after another in memory from malloc, for what is written much: room is made once, then the bytes are put without
 * asking again. */
#ifndef RZ_BASE_BYTES_H
#define RZ_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    char *at; /* the caller's to free, with free() */
    size_t n, room;
} rz_bytes;

/* Room for so many more; false when memory runs out: what is there stays. */
bool rz_bytes_room(rz_bytes *b, size_t more);

static inline void rz_bytes_put(rz_bytes *b, const char *bytes, size_t n) {
    if (n) memcpy(b->at + b->n, bytes, n);
    b->n += n;
}
/* Of a literal: its length is known, and the copy is a move or two. */
#define RZ_BYTES_LITERAL(b, literal) rz_bytes_put((b), (literal), sizeof(literal) - 1)
enum { RZ_NUMBER_MOST = 20 }; /* digits */
void rz_bytes_number(rz_bytes *b, uint64_t number);

#endif
