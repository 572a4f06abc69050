/* Files, or standard input, a line at a time: each is handed on as soon as it is there, and memory is that of the longest line that may be. */
#ifndef RZ_CLI_LINES_H
#define RZ_CLI_LINES_H

#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>

#include "cli/command.h"

typedef struct cli_lines cli_lines;
struct cli_lines {
    const cli_command *self;
    size_t longest; /* bytes; a longer line is refused: line is NULL then */
    bool (*take)(cli_lines *lines, char *line, size_t size); /* without its end; false after a complaint: the input is given up */
    void *filter;   /* whatever take needs */
    bool failed;    /* take may set it: some line failed and the rest went on */

    /* of the input under way, kept by cli_each_line */
    const char *name;
    uint64_t number; /* of the line, from 1 */
    uint64_t bad;    /* bytes that are no UTF-8, as take counts them */
    char *room;
    size_t size, n, at; /* bytes of room, bytes read, bytes done */
    bool skipping;      /* within a line that is too long */
};

/* Passes every line of the files («-», or none: standard input) on and gives an exit status. */
int cli_each_line(cli_lines *lines, int n, char **paths);

#endif
