/* The articles of files, folders and archives, one after another. */
#ifndef RZ_CLI_INPUTS_H
#define RZ_CLI_INPUTS_H

#include "cli/articles.h"

typedef struct cli_inputs cli_inputs;

/* NULL when memory ran out. The articles command must outlive it. */
cli_inputs *cli_inputs_open(const cli_articles *articles);
void cli_inputs_close(cli_inputs *inputs); /* NULL is allowed */
/* The next article, or what could not be read as one with its error; NULL after the last, or when memory ran out (*no_memory). */
cli_article *cli_inputs_next(cli_inputs *inputs, bool *no_memory);
void cli_article_free(cli_article *article);

#endif
