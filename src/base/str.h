/* Borrowed strings: a pointer and a length, no terminator promised. */
#ifndef RZ_BASE_STR_H
#define RZ_BASE_STR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *at;
    uint32_t size;
} rz_str;

#define RZ_STR(literal) ((rz_str){(literal), sizeof(literal) - 1})

static inline rz_str rz_str_of(const char *z) { return (rz_str){z, (uint32_t)strlen(z)}; }
static inline bool rz_str_same(rz_str a, rz_str b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}
static inline bool rz_str_is(rz_str a, const char *z) { return rz_str_same(a, rz_str_of(z)); }
static inline rz_str rz_str_trim(rz_str s) {
    while (s.size && (s.at[0] == ' ' || s.at[0] == '\t' || s.at[0] == '\r')) s.at++, s.size--;
    while (s.size && (s.at[s.size - 1] == ' ' || s.at[s.size - 1] == '\t' || s.at[s.size - 1] == '\r')) s.size--;
    return s;
}

/* The first word of what is left; it is taken off. */
static inline rz_str rz_str_word(rz_str *rest) {
    rz_str s = rz_str_trim(*rest), word = {s.at, 0};
    while (word.size < s.size && s.at[word.size] != ' ' && s.at[word.size] != '\t') word.size++;
    *rest = rz_str_trim((rz_str){s.at + word.size, s.size - word.size});
    return word;
}

/* The number that its text begins with, of nine digits at most, perhaps after a minus; 0: none. */
static inline int rz_str_number(rz_str s) {
    enum { MOST_DIGITS = 9 };
    uint32_t sign = s.size && s.at[0] == '-', n = 0;
    for (uint32_t i = sign; i < s.size && i < sign + MOST_DIGITS && s.at[i] >= '0' && s.at[i] <= '9'; i++) n = n * 10 + (uint32_t)(s.at[i] - '0');
    return sign ? -(int)n : (int)n;
}

/* FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/ */
#define RZ_HASH_OF_NOTHING 14695981039346656037u
static inline uint64_t rz_hash_with(uint64_t hash, unsigned char byte) { return (hash ^ byte) * 1099511628211u; }

static inline uint64_t rz_hash(const void *bytes, size_t size) {
    const unsigned char *p = bytes;
    uint64_t h = RZ_HASH_OF_NOTHING;
    for (size_t i = 0; i < size; i++) h = rz_hash_with(h, p[i]);
    return h;
}

#endif
