#include "cli/printed.h"

#include <stdio.h>

typedef struct {
    const cli_printed *of;
    const rz_engine *engine;
    bool begun;
} printer;

static void make(void *self, cli_article *a) {
    const printer *p = self;
    a->made = p->of->write(p->engine, a->reading, p->of->common->lang);
    if (a->made) return;
    a->error = (rz_error){.code = RZ_NO_MEMORY};
    snprintf(a->error.message, sizeof a->error.message, "memory ran out while its %s was written", p->of->what);
}

static bool print(void *self, cli_article *a) {
    printer *p = self;
    if (!p->of->lines && p->begun) putchar('\n');
    p->begun = true;
    fputs(a->made, stdout);
    if (p->of->lines) putchar('\n');
    rz_free(a->made);
    return !ferror(stdout);
}

int cli_print_articles(const cli_printed *printed, int n, char **paths) {
    if (n == 0) return cli_misuse(printed->command, "name the files to read, or - for standard input");
    rz_engine *engine = cli_engine(printed->command, printed->common);
    if (!engine) return CLI_SOME_FAILED;
    printer p = {printed, engine, false};
    int status = cli_articles_read(&(cli_articles){.command = printed->command, .common = printed->common, .engine = engine, .paths = paths,
                                                   .n_paths = (size_t)n, .self = &p, .work = make, .take = print, .read = printed->read, .let_go = true});
    rz_engine_close(engine);
    return status;
}
