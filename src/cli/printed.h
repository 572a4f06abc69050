/* Articles read and written out one after another, as `read` and `article` do it. */
#ifndef RZ_CLI_PRINTED_H
#define RZ_CLI_PRINTED_H

#include "cli/articles.h"

typedef struct {
    const cli_command *command;
    const cli_common *common;
    rz_reading *(*read)(const rz_engine *engine, const rz_input *input, rz_error *error);
    char *(*write)(const rz_engine *engine, const rz_reading *reading, const char *lang); /* freed with rz_free */
    const char *what; /* for complaints: what is written */
    bool lines;       /* each is a line of its own; else an empty line parts them */
} cli_printed;

/* The exit status. */
int cli_print_articles(const cli_printed *printed, int n, char **paths);

#endif
