/* What came of articles that were kept, and the sum of it, for people. */
#ifndef RZ_CLI_ADDED_H
#define RZ_CLI_ADDED_H

#include <stddef.h>

#include "rayzan.h"

typedef struct {
    size_t added, known, anew, copies, new_events, merged_events, statements, instruments;
} cli_added;

void cli_added_count(cli_added *sum, const rz_added *added);
void cli_added_say(const char *label, const rz_added *added); /* a line, without its end */
void cli_added_sum(const cli_added *sum, const char *record); /* the same */

#endif
