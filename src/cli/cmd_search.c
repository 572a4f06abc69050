/* rayzan search: articles of a record by their words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/record.h"

static const char help[] =
    "Usage: rayzan search [OPTION…] WORD…\n"
    "\n"
    "The articles of a record that hold all the words, the best first, with the words in their place. It makes no\n"
    "difference how a word is spelled: with a joiner, joined or spaced, with Arabic or Persian letters and digits.\n"
    "Words in quotation marks stand side by side.\n"
    "\n"
    "  -r, --record RECORD     the record; else $RAYZAN_RECORD, else rayzan/record.rayzan in your data folder\n"
    "  -n, --limit N           the first N only (20)\n"
    "  -f, --format text|json  for people (the default), or an object a line\n"
    "  -l, --lang fa|en        the language of the labels; else that of the environment\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Exit status: 0, 1 where nothing can be asked, 2 for a wrong use. Finding nothing is no failure.\n"
    "\n"
    "Example: rayzan search -r press.rayzan 'همکاری‌های منطقه‌ای'\n";

/* The words as one text; NULL when memory runs out. */
static char *join(char **words, int n) {
    size_t size = 1;
    for (int i = 0; i < n; i++) size += strlen(words[i]) + 1;
    char *text = malloc(size), *at = text;
    for (int i = 0; text && i < n; i++) {
        if (i) *at++ = ' ';
        at = stpcpy(at, words[i]);
    }
    if (text) *at = '\0';
    return text;
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("text");
    unsigned limit = 20;
    const cli_option options[] = {CLI_RECORD(&common), {"limit", 'n', CLI_NUMBER, &limit, NULL}, CLI_FORMAT(&common, "text json"),
                                  CLI_LANG(&common), CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    cli_record r;
    rz_error error = {0};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    if (n == 0) return cli_misuse(self, "name the words to search for");
    char *words = join(argv, n);
    bool open = cli_record_open(&r, self, &common, RZ_LOOK);
    rz_search *found = open && words ? rz_record_search(r.record, words, limit, &error) : NULL;
    status = CLI_SOME_FAILED;
    if (found && strcmp(common.format, "json") == 0) status = cli_print(self, rz_search_json(r.engine, found));
    else if (found) status = cli_print(self, rz_search_text(r.engine, found, common.lang));
    else if (error.code == RZ_BAD_ARGUMENT) status = cli_misuse(self, "%s", error.message);
    else if (open) cli_complain(self, NULL, "%s", words ? error.message : "memory ran out");
    rz_search_free(found);
    free(words);
    cli_record_close(&r);
    return status;
}

const cli_command cli_search = {"search", "articles of a record by their words, however spelled", help, run};
