#include "cli/articles.h"

#include <string.h>

#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/spread.h"

typedef struct {
    const cli_articles *all;
    cli_inputs *inputs;
    cli_progress progress;
    size_t taken;
    bool failed;
} run;

static void *next(void *self) {
    run *r = self;
    bool no_memory;
    cli_article *a = cli_inputs_next(r->inputs, &no_memory);
    if (!no_memory) return a;
    cli_complain(r->all->command, NULL, "memory ran out before all was read");
    r->failed = true;
    return NULL;
}

static void work(void *self, void *job) {
    const cli_articles *all = ((run *)self)->all;
    cli_article *a = job;
    if (!a->input.bytes) return;
    a->reading = all->read(all->engine, &a->input, &a->error);
    if (a->reading && all->work) all->work(all->self, a);
}

static bool take(void *self, void *job) {
    run *r = self;
    cli_article *a = job;
    bool more = true;
    if (a->error.code != RZ_OK) {
        cli_progress_clear(&r->progress);
        cli_complain(r->all->command, a->label, "%s", a->error.message);
        r->failed = true;
    } else {
        more = r->all->take(r->all->self, a);
        if (!more) r->failed = true;
    }
    cli_progress_show(&r->progress, ++r->taken);
    cli_article_free(a);
    return more;
}

/* Standard input can be read once. */
static bool asks_twice(const cli_articles *all) {
    size_t times = 0;
    for (size_t i = 0; i < all->n_paths; i++) times += strcmp(all->paths[i], "-") == 0;
    return times > 1;
}

/* What of «text=body,date=day» is no field of ours, its size; NULL: nothing. */
static const char *wrong_field(const char *map, int *size) {
    static const char *const ours[] = {"text", "title", "published", "url", "outlet"};
    for (const char *p = map; p && *p; p += strcspn(p, ","), p += *p == ',') {
        size_t n = strcspn(p, "=,");
        bool known = false;
        for (size_t i = 0; i < sizeof ours / sizeof *ours && p[n] == '='; i++) known |= strlen(ours[i]) == n && !strncmp(p, ours[i], n);
        if (!known) return *size = (int)n, p;
    }
    return NULL;
}

int cli_articles_read(const cli_articles *articles) {
    run r = {.all = articles};
    if (asks_twice(articles)) return cli_misuse(articles->command, "standard input (-) is named more than once; it can be read once");
    int size;
    const char *wrong = wrong_field(articles->common->map, &size);
    if (wrong) return cli_misuse(articles->command, "--map %.*s: write OURS=THEIRS; ours are text, title, published, url and outlet", size, wrong);
    if (!(r.inputs = cli_inputs_open(articles))) return cli_complain(articles->command, NULL, "memory ran out"), CLI_SOME_FAILED;
    cli_progress_begin(&r.progress, articles->n_paths);
    cli_spread_run(&(cli_spread){&r, next, work, take}, articles->common->jobs);
    cli_progress_clear(&r.progress);
    cli_inputs_close(r.inputs);
    return r.failed ? CLI_SOME_FAILED : CLI_DONE;
}
