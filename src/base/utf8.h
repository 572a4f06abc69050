/* UTF-8, one code point at a time. */
#ifndef RZ_BASE_UTF8_H
#define RZ_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define RZ_UTF8_BAD 0xFFFFFFFFu

uint32_t rz_utf8_more(const char *p, const char *end, uint32_t *length); /* any but ASCII */

/* The code point at p, its length in bytes in *length (1 for a bad byte, with RZ_UTF8_BAD). p < end. */
static inline uint32_t rz_utf8_next(const char *p, const char *end, uint32_t *length) {
    const unsigned char *s = (const unsigned char *)p;
    *length = 1;
    if (s[0] < 0x80) return s[0];
    if (s[0] >= 0xC2 && s[0] < 0xE0 && end - p > 1 && (s[1] & 0xC0) == 0x80) {
        *length = 2;
        return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    }
    return rz_utf8_more(p, end, length);
}

/* Writes the code point at out (4 bytes of room) and gives its length. */
uint32_t rz_utf8_put(uint32_t code, char *out);

/* The offset of the first byte that is not UTF-8, or size when all is well. */
size_t rz_utf8_check(const char *bytes, size_t size);

#endif
