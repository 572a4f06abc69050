/* What a crawl kept of an answer of a server: its head, and the page in it, unpacked. */
#ifndef RZ_INTAKE_HTTP_H
#define RZ_INTAKE_HTTP_H

#include "base/bytes.h"
#include "base/str.h"

enum { RZ_HEAD_VALUE = 256 };

typedef struct {
    int status;
    char type[RZ_HEAD_VALUE];    /* text/html; "" where not said */
    char charset[RZ_HEAD_VALUE]; /* "" where not said */
    char transfer[RZ_HEAD_VALUE], packing[RZ_HEAD_VALUE];
    bool no_memory;              /* ran out: nothing is told of the answer */
} rz_http_head;

/* Bytes of the head with the blank line behind it; 0: there is no end of a head. */
size_t rz_head_length(const char *bytes, size_t size);
/* The value of a line of a head, blanks around it taken off, cut where it is longer; false: there is no such line. */
bool rz_head_value(const char *head, size_t size, const char *name, char *value, size_t room);
/* "text/html; charset=windows-1256" in two; both of RZ_HEAD_VALUE. */
void rz_content_type(const char *value, char *type, char *charset);
/* Is it of a text or a page, as far as it says? */
bool rz_is_text_type(const char *type);
/* Reads an answer from its first line on; *body is what follows the head as it stands, or unpacked into `room`. False where it is none, or
 * what is packed cannot be unpacked or is over `most` bytes; or memory ran out, which the head tells. */
bool rz_http_read(rz_str answer, size_t most, rz_bytes *room, rz_http_head *head, rz_str *body);

#endif
