/* rayzan show: one thing of a record with all its proofs. */
#include <stdio.h>
#include <string.h>

#include "cli/record.h"

static const char help[] =
    "Usage: rayzan show [OPTION…] ID…\n"
    "\n"
    "One event, statement, article or actor of a record, with every proof and the text around it. An ID is as\n"
    "timeline and search print it, or the beginning of one; an actor may be named, in Persian or in English.\n"
    "\n"
    "  -r, --record RECORD     the record; else $RAYZAN_RECORD, else rayzan/record.rayzan in your data folder\n"
    "  -f, --format text|json  for people (the default), or an object a line\n"
    "  -l, --lang fa|en        the language of the labels; else that of the environment\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Exit status: 0, 1 where some id was not found, 2 for a wrong use.\n"
    "\n"
    "Example: rayzan show -r press.rayzan لاوروف\n";

/* An id as it was copied off a Persian line: without the marks of direction around it. */
static char *bare(char *id) {
    static const char marks[] = "\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9"; /* U+2066 to U+2069 */
    char *out = id;
    for (const char *p = id; *p;) {
        size_t mark = 0;
        while (marks[mark] && strncmp(p, marks + mark, 3) != 0) mark += 3;
        if (marks[mark]) p += 3;
        else *out++ = *p++;
    }
    *out = '\0';
    return id;
}

static int show(const cli_command *self, const cli_common *common, const cli_record *r, const char *id) {
    rz_error error = {0};
    rz_shown *shown = rz_record_show(r->record, id, &error);
    int status = CLI_SOME_FAILED;
    if (!shown) cli_complain(self, NULL, "%s", error.message);
    else if (strcmp(common->format, "json") == 0) status = cli_print(self, rz_shown_json(r->engine, shown));
    else status = cli_print(self, rz_shown_text(r->engine, shown, common->lang));
    rz_shown_free(shown);
    return status;
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("text");
    const cli_option options[] = {CLI_RECORD(&common), CLI_FORMAT(&common, "text json"), CLI_LANG(&common), CLI_DATA(&common),
                                  {NULL, 0, CLI_FLAG, NULL, NULL}};
    cli_record r;
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    if (n == 0) return cli_misuse(self, "name what to show: the id of an event, a statement or an article, or an actor");
    if (!cli_record_open(&r, self, &common, RZ_LOOK)) return cli_record_close(&r), CLI_SOME_FAILED;
    status = CLI_DONE;
    for (int i = 0; i < n; i++)
        if (show(self, &common, &r, bare(argv[i])) != CLI_DONE) status = CLI_SOME_FAILED;
    cli_record_close(&r);
    return status;
}

const cli_command cli_show = {"show", "one event, statement, article or actor, with every proof", help, run};
