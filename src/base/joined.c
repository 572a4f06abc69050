#include "base/joined.h"

void rz_join(rz_joined *j, const char *text, size_t size) {
    if (j->n + size + 1 > j->room) {
        size_t room = (j->n + size + 1) * 2;
        char *more = rz_alloc(j->arena, room);
        if (j->n) memcpy(more, j->at, j->n);
        j->at = more;
        j->room = room;
    }
    if (size) memcpy(j->at + j->n, text, size);
    j->n += size;
    j->at[j->n] = '\0';
}
