/* Filters: every input a block at a time, cut where a line or a word ends, so that memory is constant. */
#ifndef RZ_CLI_BLOCKS_H
#define RZ_CLI_BLOCKS_H

#include <stddef.h>

#include "cli/command.h"
#include "rayzan.h"

typedef struct cli_blocks cli_blocks;
struct cli_blocks {
    const cli_command *self;
    size_t room; /* bytes of a block */
    bool (*take)(cli_blocks *blocks, char *block, size_t size); /* false after a complaint: the input is given up */
    void *filter; /* whatever take needs */

    /* of the input under way, kept by cli_pass */
    const char *name;
    uint64_t at;  /* bytes before the block */
    uint64_t bad; /* bytes that are no UTF-8, as take counts them */
    char *block;
    size_t n; /* bytes of the block that wait */
};

/* Counts a byte of the block that is no UTF-8; tells of the first few and what becomes of them. */
void cli_bad_byte(cli_blocks *blocks, size_t at, const char *mended);

/* Passes the files («-», or none: standard input) through and gives an exit status: a failure too where bytes were no UTF-8. */
int cli_pass(cli_blocks *blocks, int n, char **paths);

#endif
