/* rayzan add: articles into a record. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/added.h"
#include "cli/articles.h"
#include "cli/record.h"

static const char help[] =
    "Usage: rayzan add [OPTION…] FILE… | FOLDER… | -\n"
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
    cli_added sum;
} keeper;

/* Keeps what was gathered: one transaction. */
static bool keep(keeper *k) {
    rz_added added[BATCH];
    rz_error error = {0};
    bool kept = !k->n || rz_record_add(k->record, (const rz_reading *const *)k->readings, k->n, added, &error);
    for (size_t i = 0; i < k->n; i++) {
        if (kept) cli_added_count(&k->sum, &added[i]);
        if (kept && !k->quiet) cli_added_say(k->labels[i], &added[i]), putchar('\n');
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
    status = cli_articles_read(&(cli_articles){self, &common, r.engine, argv, (size_t)n, &k, NULL, take, rz_read, false});
    if (!keep(&k)) status = CLI_SOME_FAILED;
    cli_added_sum(&k.sum, r.path);
    putchar('\n');
    cli_record_close(&r);
    return status;
}

const cli_command cli_add = {"add", "keep what articles say in a record", help, run};
