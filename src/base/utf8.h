/* UTF-8, one code point at a time. */
#ifndef RZ_BASE_UTF8_H
#define RZ_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define RZ_UTF8_BAD 0xFFFFFFFFu

/* The code point at p, its length in bytes in *length (1 for a bad byte, with RZ_UTF8_BAD). p < end. */
uint32_t rz_utf8_next(const char *p, const char *end, uint32_t *length);

/* Writes the code point at out (4 bytes of room) and gives its length. */
uint32_t rz_utf8_put(uint32_t code, char *out);

/* The offset of the first byte that is not UTF-8, or size when all is well. */
size_t rz_utf8_check(const char *bytes, size_t size);

#endif
