/* rayzan read: articles in, what they say out. */
#include <string.h>

#include "cli/printed.h"

static const char help[] =
    "Usage: rayzan read [OPTION…] FILE… | FOLDER… | -\n"
    "\n"
    "Reads articles and prints what each says: who met whom, when, where and about what, who said what, what was agreed.\n"
    "A file (-: standard input) is text, a page, an archive of a crawl (WARC, WET), a feed (RSS, Atom, a sitemap), rows\n"
    "(JSON lines, CSV), a zip or tar file, told apart by looking, packed with gzip or zstd or not; a folder is all files in it.\n"
    "\n"
    "  -f, --format json|text  json: one object a line (the default); text: for people\n"
    "  -l, --lang fa|en        the language of the labels of --format text; else that of the environment\n"
    "      --published DAY     the day on which the articles were published, where you know it; or FROM..TO, or ..TO (the crawl's)\n"
    "  -j, --jobs N            read on N threads; the output is the same\n"
    "      --input FORM        what the files are, where looking tells it wrong: text html warc feed jsonl csv zip\n"
    "      --map OURS=THEIRS,… what fields of rows are called: text, title, published, url, outlet (--map text=body)\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "A DAY is written 2023-12-22 or 1402-10-01, in Latin or Persian digits; a month or a year will do.\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Examples:\n"
    "  rayzan read --format text --lang fa samples/*.txt\n"
    "  rayzan read -j2 crawl.warc.gz | jq -c '.events[]'\n"
    "  rayzan read --map text=body,published=date dump.jsonl.gz\n";

static char *as_json(const rz_engine *engine, const rz_reading *reading, const char *lang) { return (void)engine, (void)lang, rz_reading_json(reading); }

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("json");
    const cli_option options[] = {CLI_FORMAT(&common, "json text"), CLI_LANG(&common), CLI_PUBLISHED(&common),
                                  CLI_JOBS(&common), CLI_INPUT(&common), CLI_MAP(&common), CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    bool json = strcmp(common.format, "json") == 0;
    return cli_print_articles(&(cli_printed){self, &common, rz_read, json ? as_json : rz_reading_text, "reading", json}, n, argv);
}

const cli_command cli_read = {"read", "what articles say, as JSON or for people", help, run};
