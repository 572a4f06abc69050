#include "base/bytes.h"

#include <stdlib.h>

enum { FIRST_ROOM = 4096 };

bool rz_bytes_room(rz_bytes *b, size_t more) {
    if (more < b->room - b->n) return true;
    if (more > SIZE_MAX / 4) return false;
    size_t room = b->room ? b->room : FIRST_ROOM;
    while (room - b->n <= more) room *= 2;
    char *at = realloc(b->at, room);
    if (!at) return false;
    b->at = at, b->room = room;
    return true;
}

void rz_bytes_number(rz_bytes *b, uint64_t number) {
    char digits[RZ_NUMBER_MOST];
    uint32_t n = 0;
    do digits[n++] = (char)('0' + number % 10);
    while (number /= 10);
    while (n) b->at[b->n++] = digits[--n];
}
