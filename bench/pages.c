/* From page to article, beside libxml2 alone on the same pages in the same run: bench-pages FOLDER… or FILE…
 * With --turns tree or --turns article before them it does that alone, once for each line on standard input, and prints the seconds
 * (bench/articles).
 * Prints MB of page a second of the processor's time, the best of ROUNDS. libxml2 makes its tree, as whoever cuts articles from it
 * would have it; rayzan's own time holds a parse by libxml2 without a tree. */
#include <fts.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "rayzan.h"

enum { ROUNDS = 5, MOST = 4096 };

typedef struct {
    char *bytes;
    size_t size;
} page;

static page pages[MOST];
static size_t n, total;

static void add(const char *path, size_t size) {
    FILE *in = fopen(path, "rb");
    char *bytes = malloc(size + 1);
    if (!in || !bytes || fread(bytes, 1, size, in) != size) perror(path), exit(1);
    fclose(in);
    pages[n++] = (page){bytes, size};
    total += size;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void tree(const page *p) { xmlFreeDoc(htmlReadMemory(p->bytes, (int)p->size, NULL, NULL, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER)); }

static rz_engine *engine;

static void article(const page *p) {
    rz_input in = {.bytes = p->bytes, .size = p->size, .published = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_error error;
    rz_reading_free(rz_article_read(engine, &in, &error));
}

static void measure(const char *what, void (*does)(const page *)) {
    double best = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        double begun = now();
        for (size_t i = 0; i < n; i++) does(&pages[i]);
        if (now() - begun < best) best = now() - begun;
    }
    printf("%-44s%12.1f\n", what, (double)total / best / 1e6);
}

static int take_turns(void (*does)(const page *)) {
    puts("ready");
    fflush(stdout);
    for (char line[16]; fgets(line, sizeof line, stdin); fflush(stdout)) {
        double begun = now();
        for (size_t i = 0; i < n; i++) does(&pages[i]);
        printf("%.6f\n", now() - begun);
    }
    return 0;
}

int main(int argc, char **argv) {
    rz_error error;
    const char *turns = argc > 3 && !strcmp(argv[1], "--turns") ? argv[2] : NULL;
    if (turns) argv += 2, argc -= 2;
    FTS *walk = argc > 1 ? fts_open(argv + 1, FTS_LOGICAL | FTS_NOCHDIR, NULL) : NULL;
    if (!walk || !(engine = rz_engine_open(NULL, 0, &error))) return fputs("bench-pages FOLDER…\n", stderr), 2;
    for (FTSENT *e; (e = fts_read(walk)) && n < MOST;)
        if (e->fts_info == FTS_F && e->fts_statp->st_size > 0) add(e->fts_path, (size_t)e->fts_statp->st_size);
    fts_close(walk);
    if (turns) return take_turns(!strcmp(turns, "tree") ? tree : article);
    printf("%zu pages, %.1f MB%*s\n", n, (double)total / 1e6, 30, "MB/s");
    measure("libxml2, the tree alone", tree);
    measure("rayzan, the article", article);
    for (size_t i = 0; i < n; i++) free(pages[i].bytes);
    rz_engine_close(engine);
    return 0;
}
