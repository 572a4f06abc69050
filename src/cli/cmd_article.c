/* rayzan article: pages and texts in, the article alone out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/articles.h"

static const char help[] =
    "Usage: rayzan article [OPTION…] FILE… | FOLDER… | -\n"
    "\n"
    "Cuts articles out of what they came in: without menus, related links, comments, captions and legal lines.\n"
    "Files are told apart as by rayzan read: text, pages, archives of crawls, feeds, rows; -: standard input.\n"
    "\n"
    "  -f, --format FORMAT     text: the body, a line a paragraph (the default); json: one object a line; explain: for a person,\n"
    "                          what was cut and why\n"
    "      --published DAY     the day on which the articles were published, where you know it; or FROM..TO, or ..TO (the crawl's)\n"
    "  -j, --jobs N            work on N threads; the output is the same\n"
    "      --input FORM        what the files are, where looking tells it wrong: text html warc feed jsonl csv zip\n"
    "      --map OURS=THEIRS,… what fields of rows are called: text, title, published, url, outlet (--map text=body)\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Of several articles each body but the first follows an empty line.\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Example: rayzan article --format explain samples/03-visit-armenia-ilna.html\n";

typedef struct {
    char *(*write)(const rz_reading *article);
    bool as_json, begun;
} printer;

static void make(void *self, cli_article *a) {
    const printer *p = self;
    a->made = p->write(a->reading);
    if (a->made) return;
    a->error = (rz_error){.code = RZ_NO_MEMORY};
    snprintf(a->error.message, sizeof a->error.message, "memory ran out while its article was written");
}

static bool print(void *self, cli_article *a) {
    printer *p = self;
    if (!p->as_json && p->begun) putchar('\n');
    p->begun = true;
    fputs(a->made, stdout);
    if (p->as_json) putchar('\n');
    rz_free(a->made);
    return !ferror(stdout);
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("text");
    const cli_option options[] = {CLI_FORMAT(&common, "text json explain"), CLI_PUBLISHED(&common), CLI_JOBS(&common), CLI_INPUT(&common),
                                  CLI_MAP(&common), CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    if (n == 0) return cli_misuse(self, "name the files to read, or - for standard input");
    rz_engine *engine = cli_engine(self, &common);
    if (!engine) return CLI_SOME_FAILED;
    bool json = strcmp(common.format, "json") == 0, text = strcmp(common.format, "text") == 0;
    printer p = {json ? rz_article_json : text ? rz_article_body : rz_article_explain, json, false};
    status = cli_articles_read(&(cli_articles){.command = self, .common = &common, .engine = engine, .paths = argv, .n_paths = (size_t)n,
                                               .self = &p, .work = make, .take = print, .read = rz_article_read});
    rz_engine_close(engine);
    return status;
}

const cli_command cli_article_filter = {"article", "articles cut out of pages and archives, and why", help, run};
