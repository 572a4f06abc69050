#include "text/clean.h"

#include <string.h>

#if defined __x86_64__ && defined __GNUC__
#define HAVE_AVX2 1
#include <immintrin.h>
#endif

static bool stays(const rz_clean *c, unsigned char lead, unsigned char second) {
    return (lead & 0xFC) == 0xD8 && (second & 0xC0) == 0x80 && (c->pair[lead & 3] >> (second & 0x3F) & 1);
}

size_t rz_clean_run_plain(const rz_clean *c, const char *p, size_t n) {
    const unsigned char *s = (const unsigned char *)p;
    size_t i = 0;
    while (i < n) {
        if (s[i] < 0x80) {
            if (!(c->ascii[s[i] >> 6] >> (s[i] & 0x3F) & 1)) break;
            i++;
        } else {
            if (i + 1 >= n || !stays(c, s[i], s[i + 1])) break;
            i += 2;
        }
    }
    return i;
}

#ifdef HAVE_AVX2

/* Which of 32 bytes stay. A byte's place in its character is told by the byte before, which is why they are loaded twice. */
__attribute__((target("avx2"))) static inline uint32_t staying(const rz_clean *c, const unsigned char *s) {
    const __m256i nibble = _mm256_set1_epi8(0x0F);
    __m256i bytes = _mm256_loadu_si256((const void *)s), prev = _mm256_loadu_si256((const void *)(s - 1));
    __m256i low = _mm256_and_si256(bytes, nibble), high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
    const __m256i bits = _mm256_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8,
                                          16, 32, 64, -128);
    /* ASCII: its eight high halves are the bits */
    __m256i ascii = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)c->ascii_by_low)), low);
    ascii = _mm256_and_si256(ascii, _mm256_shuffle_epi8(bits, high));
    ascii = _mm256_andnot_si256(_mm256_cmpgt_epi8(_mm256_setzero_si256(), bytes), ascii);
    /* second bytes: the four high halves 8 to B and the lead's lowest bit are the bits, its other bit the table */
    __m256i odd = _mm256_and_si256(_mm256_slli_epi16(prev, 2), _mm256_set1_epi8(4));
    __m256i bit = _mm256_shuffle_epi8(bits, _mm256_or_si256(_mm256_and_si256(high, _mm256_set1_epi8(3)), odd));
    __m256i first = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)c->by_low[0])), low);
    __m256i other = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)c->by_low[1])), low);
    __m256i table = _mm256_blendv_epi8(first, other, _mm256_slli_epi16(prev, 6));
    __m256i mask = _mm256_set1_epi8((char)0xFC), leads = _mm256_set1_epi8((char)0xD8);
    __m256i after_lead = _mm256_cmpeq_epi8(_mm256_and_si256(prev, mask), leads);
    __m256i is_second = _mm256_cmpeq_epi8(_mm256_and_si256(bytes, _mm256_set1_epi8((char)0xC0)), _mm256_set1_epi8((char)0x80));
    __m256i second = _mm256_and_si256(_mm256_and_si256(after_lead, is_second), _mm256_andnot_si256(_mm256_cmpeq_epi8(_mm256_and_si256(table, bit), _mm256_setzero_si256()), _mm256_set1_epi8(-1)));
    /* leads stay where what follows does; what follows a lead must be a second byte */
    __m256i lead = _mm256_andnot_si256(after_lead, _mm256_cmpeq_epi8(_mm256_and_si256(bytes, mask), leads));
    __m256i plain = _mm256_andnot_si256(after_lead, _mm256_andnot_si256(_mm256_cmpeq_epi8(ascii, _mm256_setzero_si256()), _mm256_set1_epi8(-1)));
    return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(second, _mm256_or_si256(lead, plain)));
}

__attribute__((target("avx2"))) static size_t run_avx2(const rz_clean *c, const char *p, size_t n) {
    const unsigned char *s = (const unsigned char *)p;
    size_t i = rz_clean_run_plain(c, p, n < 2 ? n : 2); /* so that there is a byte before */
    if (i == 0 || n < 2) return i;
    while (i + 32 <= n) {
        uint32_t stay = staying(c, s + i);
        if (stay != UINT32_MAX) {
            i += (uint32_t)__builtin_ctz(~stay);
            break;
        }
        i += 32;
    }
    if (i > 0 && (s[i - 1] & 0xFC) == 0xD8) i--; /* a lead whose second byte does not stay, or is not seen yet */
    return i + 32 > n ? i + rz_clean_run_plain(c, p + i, n - i) : i;
}

#endif

void rz_clean_make(rz_clean *c) {
    memset(c->by_low, 0, sizeof c->by_low);
    memset(c->ascii_by_low, 0, sizeof c->ascii_by_low);
    for (unsigned lead = 0; lead < 4; lead++)
        for (unsigned t = 0; t < 64; t++)
            if (c->pair[lead] >> t & 1) c->by_low[lead >> 1][t & 15] |= (uint8_t)(1u << (t >> 4 | (lead & 1) << 2));
    for (unsigned a = 0; a < 128; a++)
        if (c->ascii[a >> 6] >> (a & 63) & 1) c->ascii_by_low[a & 15] |= (uint8_t)(1u << (a >> 4));
    const char *name;
    c->run = rz_clean_run_plain;
    for (size_t i = 0; rz_clean_run_known(i, &c->run, &name);) i++;
}

bool rz_clean_run_known(size_t i, rz_clean_run **run, const char **name) {
    if (i == 0) return *run = rz_clean_run_plain, *name = "plain", true;
#ifdef HAVE_AVX2
    if (i == 1 && __builtin_cpu_supports("avx2")) return *run = run_avx2, *name = "avx2", true;
#endif
    return false;
}
