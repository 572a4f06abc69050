/* Runs of text that a pass would leave as it is: ASCII and two-byte characters of the block U+0600, told by a table. */
#ifndef RZ_TEXT_CLEAN_H
#define RZ_TEXT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct rz_clean rz_clean;
/* How many bytes from p on stay, up to n; it ends between two characters. */
typedef size_t rz_clean_run(const rz_clean *clean, const char *p, size_t n);

struct rz_clean {
    uint64_t ascii[2]; /* bit c: the character stays */
    uint64_t pair[4];  /* [lead - 0xD8], bit t: the character of that lead byte and 0x80 + t stays */
    /* the same for looking up 16 bytes at once: by the low half of the second byte, bits by its high half and the lead's lowest bit */
    uint8_t by_low[2][16];
    uint8_t ascii_by_low[16]; /* bit h: the character of low half and high half h stays */
    rz_clean_run *run;        /* what this processor does best */
};

/* Fills the rest from ascii and pair. */
void rz_clean_make(rz_clean *clean);
/* What every processor does; the others agree with it. */
rz_clean_run rz_clean_run_plain;
/* All that this processor can do; false when there is no i-th. */
bool rz_clean_run_known(size_t i, rz_clean_run **run, const char **name);

#endif
