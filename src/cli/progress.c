#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void cli_progress_begin(cli_progress *p, size_t all) {
    *p = (cli_progress){.on = isatty(STDERR_FILENO), .all = all};
    if (p->on) p->begun = p->last = now();
}

void cli_progress_show(cli_progress *p, size_t done) {
    if (!p->on) return;
    double t = now();
    if (t - p->begun < 1 || t - p->last < 0.2) return;
    p->last = t;
    p->shown = true;
    fprintf(stderr, "\r\033[K%zu", done);
    if (done <= p->all && p->all > 1) fprintf(stderr, " of %zu", p->all); /* a file or folder may have many */
    fprintf(stderr, ", %.0f a second", (double)done / (t - p->begun));
}

void cli_progress_clear(cli_progress *p) {
    if (p->shown) fputs("\r\033[K", stderr);
    p->shown = false;
}
