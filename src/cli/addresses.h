/* A file that lists addresses: one a line, # comments, blank lines. */
#ifndef RZ_CLI_ADDRESSES_H
#define RZ_CLI_ADDRESSES_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/command.h"

typedef struct {
    char **at; /* each once, in one spelling, in order */
    size_t n, room;
    bool failed; /* a line was wrong, the file could not be read: told */
} cli_addresses;

/* «-» is standard input. Complains about wrong lines with their number. */
cli_addresses cli_addresses_read(const cli_command *command, const char *path);
void cli_addresses_free(cli_addresses *addresses);

#endif
