#include "base/utf8.h"

#include <endian.h>
#include <string.h>

static int is_tail(unsigned char c) { return (c & 0xC0) == 0x80; }

uint32_t rz_utf8_more(const char *p, const char *end, uint32_t *length) {
    const unsigned char *s = (const unsigned char *)p;
    size_t left = (size_t)(end - p);
    *length = 1;
    if (s[0] < 0xC2 || s[0] > 0xF4) return RZ_UTF8_BAD;
    if (s[0] < 0xE0) {
        if (left < 2 || !is_tail(s[1])) return RZ_UTF8_BAD;
        *length = 2;
        return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    }
    if (s[0] < 0xF0) {
        if (left < 3 || !is_tail(s[1]) || !is_tail(s[2])) return RZ_UTF8_BAD;
        uint32_t c = (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
        if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) return RZ_UTF8_BAD;
        *length = 3;
        return c;
    }
    if (left < 4 || !is_tail(s[1]) || !is_tail(s[2]) || !is_tail(s[3])) return RZ_UTF8_BAD;
    uint32_t c = (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 |
                 (s[3] & 0x3F);
    if (c < 0x10000 || c > 0x10FFFF) return RZ_UTF8_BAD;
    *length = 4;
    return c;
}

uint32_t rz_utf8_put(uint32_t c, char *out) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Goes over characters of one and two bytes, eight bytes at a time, and ends between two of them. */
static const char *over_short(const char *p, const char *end) {
    const uint64_t tops = 0x8080808080808080u;
    uint64_t due = 0, x; /* bit 7: the byte has to be the second of two */
    for (; end - p >= 8; p += 8) {
        memcpy(&x, p, 8);
        x = le64toh(x);
        uint64_t high = x & tops, first = high & x << 1, second = high & ~(x << 1);
        uint64_t three = first & x << 2, no_c0 = (x & 0x1E1E1E1E1E1E1E1Eu) + 0x7E7E7E7E7E7E7E7Eu; /* C0 and C1 begin nothing */
        if (three || (first & ~no_c0) || second != (first << 8 | due)) break;
        due = first >> 56;
    }
    return due ? p - 1 : p;
}

size_t rz_utf8_check(const char *bytes, size_t size) {
    const char *p = bytes, *end = bytes + size;
    while (p < end) {
        p = over_short(p, end);
        if (p == end) break;
        uint32_t n;
        if (rz_utf8_next(p, end, &n) == RZ_UTF8_BAD) return (size_t)(p - bytes);
        p += n;
    }
    return size;
}
