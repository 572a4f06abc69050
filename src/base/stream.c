#include "base/stream.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 512 };

/* Fewer bytes than were given make stdio remember an error. */
static ssize_t add(void *self, const char *bytes, size_t n) {
    rz_stream *s = self;
    if (n >= s->room - s->size) {
        size_t room = s->room ? s->room * 2 : FIRST_ROOM;
        while (room - s->size <= n) room *= 2;
        char *text = realloc(s->text, room);
        if (!text) return 0;
        s->text = text;
        s->room = room;
    }
    memcpy(s->text + s->size, bytes, n);
    s->size += n;
    s->text[s->size] = '\0';
    return (ssize_t)n;
}

bool rz_stream_open(rz_stream *s) {
    s->text = NULL;
    s->size = s->room = 0;
    s->out = fopencookie(s, "w", (cookie_io_functions_t){.write = add});
    if (!s->out) return false;
    setvbuf(s->out, s->buffer, _IOFBF, sizeof s->buffer);
    return true;
}

char *rz_stream_close(rz_stream *s) {
    bool failed = ferror(s->out);
    if (fclose(s->out) != 0) failed = true;
    s->out = NULL;
    if (!failed && !s->text) s->text = calloc(1, 1); /* nothing was written */
    if (!failed) return s->text;
    free(s->text);
    return s->text = NULL;
}
