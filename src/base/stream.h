/* A text written with stdio into memory. Unlike open_memstream, it never hides that memory ran out. */
#ifndef RZ_BASE_STREAM_H
#define RZ_BASE_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct {
    FILE *out;
    char *text;
    size_t size, room; /* of what went through: fflush first */
    char buffer[512];
} rz_stream; /* stays where it is between open and close */

bool rz_stream_open(rz_stream *stream); /* false: no memory */
/* The text, NUL-terminated, to be freed with free; NULL when memory ran out at any time. */
char *rz_stream_close(rz_stream *stream);

#endif
