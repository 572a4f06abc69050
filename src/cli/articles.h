/* Articles from files, read on as many threads as wanted, in the order of the files. */
#ifndef RZ_CLI_ARTICLES_H
#define RZ_CLI_ARTICLES_H

#include "cli/options.h"
#include "rayzan.h"

typedef struct {
    rz_input input;      /* bytes NULL: there is nothing to read, error says why */
    char *label;         /* for people: the file, and which record of it */
    void *held;          /* what `input` points into */
    rz_reading *reading; /* NULL: it could not be read, error says why */
    rz_error error;
    void *made; /* by `work`; the taker frees it */
} cli_article;

typedef struct {
    const cli_command *command;
    const cli_common *common;
    const rz_engine *engine;
    char **paths;
    size_t n_paths;
    void *self;
    void (*work)(void *self, cli_article *article); /* after reading, on any thread; may be NULL. To fail, fill the error. */
    bool (*take)(void *self, cli_article *article); /* in order, on the calling thread, those read alone; false stops */
    rz_reading *(*read)(const rz_engine *engine, const rz_input *input, rz_error *error);
    bool let_go; /* `take` keeps no reading: its text may be the input's bytes */
} cli_articles;

/* Complaints about articles that could not be read go to standard error, the others are still taken.
 * An exit status: CLI_DONE or CLI_SOME_FAILED. */
int cli_articles_read(const cli_articles *articles);

#endif
