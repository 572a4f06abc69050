/* A line on a terminal that says how far long work is; nothing in a pipe, nothing in the first second. */
#ifndef RZ_CLI_PROGRESS_H
#define RZ_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    bool on;    /* standard error is a terminal */
    bool shown; /* the line stands there now */
    double begun, last;
    size_t all;
} cli_progress;

void cli_progress_begin(cli_progress *progress, size_t all);
void cli_progress_show(cli_progress *progress, size_t done);
void cli_progress_clear(cli_progress *progress); /* before anything else is printed, and at the end */

#endif
