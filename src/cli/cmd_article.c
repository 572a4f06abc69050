/* rayzan article: pages and texts in, the article alone out. */
#include <stdlib.h>
#include <string.h>

#include "cli/printed.h"

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

static char *as_json(const rz_engine *engine, const rz_reading *article, const char *lang) { return (void)engine, (void)lang, rz_article_json(article); }
static char *as_body(const rz_engine *engine, const rz_reading *article, const char *lang) { return (void)engine, (void)lang, rz_article_body(article); }
static char *explained(const rz_engine *engine, const rz_reading *article, const char *lang) { return (void)engine, (void)lang, rz_article_explain(article); }

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("text");
    const cli_option options[] = {CLI_FORMAT(&common, "text json explain"), CLI_PUBLISHED(&common), CLI_JOBS(&common), CLI_INPUT(&common),
                                  CLI_MAP(&common), CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    bool json = strcmp(common.format, "json") == 0, text = strcmp(common.format, "text") == 0;
    return cli_print_articles(&(cli_printed){self, &common, rz_article_read, json ? as_json : text ? as_body : explained, "article", json}, n, argv);
}

const cli_command cli_article_filter = {"article", "articles cut out of pages and archives, and why", help, run};
