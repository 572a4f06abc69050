/* rayzan dates: the time expressions of text, a text a line, as JSON. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/lines.h"
#include "cli/options.h"
#include "rayzan.h"

static const char help[] =
    "Usage: rayzan dates [OPTION…] [FILE… | -]\n"
    "\n"
    "Finds the time expressions of text, one text a line, and tells which days each of them means, in which calendar it was said\n"
    "and why. Prints a JSON object for each line, in order. Without a FILE it reads standard input.\n"
    "\n"
    "      --published DAY     the day that the texts are of, in either calendar (2023-12-22, 1402-10-01), or FROM..TO, or ..TO;\n"
    "                          where it is not given, each text tells its own as far as it does\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Spans are bytes of the line. A day that does not exist has \"impossible\"; where a text contradicts itself, \"contradicts\" says in\n"
    "what. A byte that is no UTF-8 is read as a space, and reported, and the exit status is 1; a line over 4 MB is refused, and the rest still read.\n"
    "\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Examples:\n"
    "  echo 'سه‌شنبه ۱۵ مارس (۲۴ اسفند) به مسکو رفت و دو روز پس از آن بازگشت.' | rayzan dates --published 1400-12-26\n"
    "  rayzan dates < reports.txt | jq -r '.dates[] | [.text, .from, .to] | @tsv'\n";

typedef struct {
    rz_dater *dater;
    rz_days published;
} filter;

/* Tells of bytes that are no UTF-8. */
static void count_bad(cli_lines *l, const char *line, size_t size) {
    for (size_t at = 0; (at += rz_utf8_check(line + at, size - at)) < size; at++)
        if (l->failed = true, !l->bad++) cli_complain(l->self, l->name, "line %llu: byte %zu is not UTF-8; it is read as a space", (unsigned long long)l->number, at);
}

/* An object for a line that cannot be read, so that lines still answer to lines. */
static bool refuse(cli_lines *l, const char *why) {
    cli_complain(l->self, l->name, "line %llu: %s", (unsigned long long)l->number, why);
    l->failed = true;
    return puts("{\"dates\":[],\"published\":null,\"error\":\"not read\"}") >= 0;
}

static bool take(cli_lines *l, char *line, size_t size) {
    filter *f = l->filter;
    rz_error error = {0};
    if (!line) return refuse(l, "is longer than 4 MB, the most that a text may have");
    count_bad(l, line, size);
    const rz_dates *dates = rz_dates_find(f->dater, line, size, f->published, &error);
    if (!dates) return refuse(l, error.message);
    size_t written;
    const char *json = rz_dates_json(f->dater, dates, &written);
    if (!json) return refuse(l, "memory ran out");
    if (fwrite(json, 1, written, stdout) == written && putchar('\n') != EOF) return true;
    cli_complain(l->self, NULL, "cannot write: %s", strerror(errno));
    return false;
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("json");
    const cli_option options[] = {CLI_PUBLISHED(&common), CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    rz_engine *engine = cli_engine(self, &common);
    if (!engine) return CLI_SOME_FAILED;
    rz_error error = {0};
    filter f = {.dater = rz_dater_open(engine, &error), .published = common.published};
    cli_lines lines = {.self = self, .longest = RZ_ARTICLE_MAX, .take = take, .filter = &f};
    status = CLI_SOME_FAILED;
    if (f.dater) status = cli_each_line(&lines, n, argv);
    else cli_complain(self, NULL, "%s", error.message);
    rz_dater_close(f.dater);
    rz_engine_close(engine);
    return status;
}

const cli_command cli_dates = {"dates", "the time expressions of text and the days they mean, as JSON", help, run};
