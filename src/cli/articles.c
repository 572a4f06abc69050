#include "cli/articles.h"

#include <stdlib.h>
#include <string.h>

#include "cli/input.h"
#include "cli/progress.h"
#include "cli/spread.h"

typedef struct {
    const cli_articles *all;
    cli_progress progress;
    size_t given, taken;
    bool failed;
} run;

static void *next(void *self) {
    run *r = self;
    if (r->given == r->all->n_paths) return NULL;
    cli_article *a = calloc(1, sizeof *a);
    if (!a) {
        cli_complain(r->all->command, NULL, "memory ran out before %s", r->all->paths[r->given]);
        r->failed = true;
        return NULL;
    }
    a->path = r->all->paths[r->given++];
    return a;
}

static void work(void *self, void *job) {
    const cli_articles *all = ((run *)self)->all;
    cli_article *a = job;
    a->bytes = cli_read_input(a->path, &a->size, &a->error);
    if (!a->bytes) return;
    rz_input input = {.bytes = a->bytes, .size = a->size, .path = a->path, .published = all->common->published};
    a->reading = rz_read(all->engine, &input, &a->error);
    if (a->reading && all->work) all->work(all->self, a);
}

static bool take(void *self, void *job) {
    run *r = self;
    cli_article *a = job;
    bool more = true;
    if (a->error.code != RZ_OK) {
        cli_progress_clear(&r->progress);
        cli_complain(r->all->command, strcmp(a->path, "-") == 0 ? "standard input" : a->path, "%s", a->error.message);
        r->failed = true;
    } else {
        more = r->all->take(r->all->self, a);
        if (!more) r->failed = true;
    }
    cli_progress_show(&r->progress, ++r->taken);
    rz_reading_free(a->reading);
    free(a->bytes);
    free(a);
    return more;
}

/* Standard input can be read once. */
static bool asks_twice(const cli_articles *all) {
    size_t times = 0;
    for (size_t i = 0; i < all->n_paths; i++) times += strcmp(all->paths[i], "-") == 0;
    return times > 1;
}

int cli_articles_read(const cli_articles *articles) {
    run r = {.all = articles};
    if (asks_twice(articles)) return cli_misuse(articles->command, "standard input (-) is named more than once; it can be read once");
    cli_progress_begin(&r.progress, articles->n_paths);
    cli_spread_run(&(cli_spread){&r, next, work, take}, articles->common->jobs);
    cli_progress_clear(&r.progress);
    return r.failed ? CLI_SOME_FAILED : CLI_DONE;
}
