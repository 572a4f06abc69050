/* The commands: one file each, one line each in commands.h. */
#ifndef RZ_CLI_COMMAND_H
#define RZ_CLI_COMMAND_H

#include <stdio.h>

enum { CLI_DONE = 0, CLI_SOME_FAILED = 1, CLI_USAGE = 2 }; /* exit statuses */

typedef struct cli_command {
    const char *name;
    const char *summary; /* one line */
    const char *help;    /* what `rayzan NAME --help` prints: usage, options, an example */
    int (*run)(const struct cli_command *self, int argc, char **argv); /* argv without the names; an exit status */
} cli_command;

/* NULL where there is none of the name. */
const cli_command *cli_find_command(const char *name);

/* A name or message as it may be shown on a terminal: control signs are written out (\n, \x1b). */
void cli_put(FILE *out, const char *text);
/* A message on standard error, one line: «rayzan NAME: WHAT: message»; WHAT may be NULL. */
void cli_complain(const cli_command *command, const char *what, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same for a wrong use, with a pointer to --help; gives CLI_USAGE. */
int cli_misuse(const cli_command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
