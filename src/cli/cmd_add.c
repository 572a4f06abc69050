/* rayzan add: articles into a record. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/articles.h"
#include "cli/record.h"

static const char help[] =
    "Usage: rayzan add [OPTION…] FILE… | -\n"
    "\n"
    "Reads articles and keeps what they say in a record, a file of SQLite, which it makes where there is none.\n"
    "Reports of one event become one event with several sources, in whatever order they come. Says of each\n"
    "article what it added and which of its events were known already; one that is there is skipped.\n"
    "\n"
    "  -r, --record RECORD     the record; else $RAYZAN_RECORD, else rayzan/record.rayzan in your data folder\n"
    "      --published DAY     the day on which the articles were published, where you know it; or FROM..TO, or ..TO (the crawl's)\n"
    "  -j, --jobs N            read on N threads; the record is the same\n"
    "  -q, --quiet             only the sum at the end\n"
    "      --input FORM        what the files are, where looking tells it wrong: text html warc feed jsonl csv zip\n"
    "      --map OURS=THEIRS,… what fields of rows are called: text, title, published, url, outlet (--map text=body)\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "What was kept stays kept if it is stopped; start it again with the same files to go on.\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Example: rayzan add -r press.rayzan samples/*\n";

enum { BATCH = 128, BATCH_BYTES = 4 << 20 }; /* of their texts: what waits to be kept takes memory */

typedef struct {
    const cli_command *command;
    rz_record *record;
    rz_reading *readings[BATCH];
    char *labels[BATCH];
    size_t n, bytes;
    bool quiet;
    size_t added, known, anew, copies, new_events, merged_events, statements, instruments;
} keeper;

static const char *many(size_t n) { return n == 1 ? "" : "s"; }

static void sum(keeper *k, const rz_added *a) {
    k->added += a->outcome == RZ_ADDED, k->known += a->outcome == RZ_KNOWN, k->anew += a->outcome == RZ_READ_ANEW;
    if (a->outcome == RZ_KNOWN) return;
    k->new_events += a->new_events, k->merged_events += a->merged_events;
    k->copies += *a->copy_of != '\0';
    k->statements += a->statements, k->instruments += a->instruments;
}

static void say_copy(const char *before, const rz_added *a) {
    fputs(before, stdout);
    if (*a->copy_of) printf("; a copy of %s", a->copy_of);
    putchar('\n');
}

static void say(const char *label, const rz_added *a) {
    cli_put(stdout, label);
    if (a->outcome == RZ_KNOWN) {
        puts(": skipped: the record has it");
        return;
    }
    fputs(a->outcome == RZ_ADDED ? ": added: " : ": read anew: ", stdout);
    if (!a->new_events && !a->merged_events && !a->statements && !a->instruments) {
        say_copy("nothing of diplomacy found in it", a);
        return;
    }
    printf("%u event%s", a->new_events + a->merged_events, many(a->new_events + a->merged_events));
    if (a->merged_events) printf(" (%u merged into known ones)", a->merged_events);
    printf(", %u statement%s", a->statements, many(a->statements));
    if (a->instruments) printf(", %u agreement%s", a->instruments, many(a->instruments));
    say_copy("", a);
}

/* Keeps what was gathered: one transaction. */
static bool keep(keeper *k) {
    rz_added added[BATCH];
    rz_error error = {0};
    bool kept = !k->n || rz_record_add(k->record, (const rz_reading *const *)k->readings, k->n, added, &error);
    for (size_t i = 0; i < k->n; i++) {
        if (kept) sum(k, &added[i]);
        if (kept && !k->quiet) say(k->labels[i], &added[i]);
        free(k->labels[i]);
        rz_reading_free(k->readings[i]);
    }
    if (!kept) cli_complain(k->command, NULL, "%s", error.message);
    k->n = k->bytes = 0;
    return kept;
}

static bool take(void *self, cli_article *article) {
    keeper *k = self;
    k->labels[k->n] = article->label;
    article->label = NULL;
    k->bytes += article->reading->text_size;
    k->readings[k->n++] = article->reading;
    article->reading = NULL;
    return (k->n < BATCH && k->bytes < BATCH_BYTES) || keep(k);
}

static void print_sum(const keeper *k, const char *path) {
    size_t done = k->added + k->anew;
    printf("%zu article%s added to ", done, many(done));
    cli_put(stdout, path);
    if (k->anew) printf(" (%zu read anew)", k->anew);
    if (k->known) printf(", %zu there already", k->known);
    if (k->copies) printf(k->copies == 1 ? ", %zu of them a copy of another" : ", %zu of them copies of others", k->copies);
    if (!done) {
        putchar('\n');
        return;
    }
    printf(": %zu new event%s, %zu merged into known ones, %zu statement%s, %zu agreement%s\n", k->new_events, many(k->new_events),
           k->merged_events, k->statements, many(k->statements), k->instruments, many(k->instruments));
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("text");
    keeper k = {.command = self};
    const cli_option options[] = {CLI_RECORD(&common), CLI_PUBLISHED(&common), CLI_JOBS(&common), CLI_INPUT(&common), CLI_MAP(&common), CLI_DATA(&common),
                                  {"quiet", 'q', CLI_FLAG, &k.quiet, NULL}, {NULL, 0, CLI_FLAG, NULL, NULL}};
    cli_record r;
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    if (n == 0) return cli_misuse(self, "name the files to add, or - for standard input");
    if (!cli_record_open(&r, self, &common, RZ_WRITE)) return cli_record_close(&r), CLI_SOME_FAILED;
    k.record = r.record;
    status = cli_articles_read(&(cli_articles){self, &common, r.engine, argv, (size_t)n, &k, NULL, take, rz_read});
    if (!keep(&k)) status = CLI_SOME_FAILED;
    print_sum(&k, r.path);
    cli_record_close(&r);
    return status;
}

const cli_command cli_add = {"add", "keep what articles say in a record", help, run};
