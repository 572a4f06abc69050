/* rayzan calendar: days in all calendars. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/lines.h"
#include "cli/options.h"
#include "rayzan.h"

static const char help[] =
    "Usage: rayzan calendar [OPTION…] [DAY… | -]\n"
    "\n"
    "Tells each day in three calendars, Gregorian, Jalali and lunar Hijri, with its weekday, as a JSON object a line. A day may be\n"
    "written in any of them and in any form: 2023-04-04, 1402-01-15, ۱۵ فروردین ۱۴۰۲, ۴ آوریل ۲۰۲۳, 13 رمضان 1444. Without a DAY,\n"
    "or with -, days are read from standard input, one a line.\n"
    "\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Of numbers alone, years under 1700 are Jalali. Jalali days are by the 33-year rule, which is right for 1178 to 1501 and a day off in\n"
    "some years beyond. Hijri days are as observed in Iran where the tables have them, with a hijri_tolerance of 0; else by the civil\n"
    "reckoning, give or take a day: 1.\n"
    "\n"
    "Exit status: 0, 1 where some day does not exist or is none, 2 for a wrong use.\n"
    "\n"
    "Example: rayzan calendar 1402-01-15 '17 سپتامبر 2021'\n";

typedef struct {
    const cli_command *self;
    rz_engine *engine;
    rz_dater *dater;
    bool failed;
} printer;

static bool print(printer *p, const char *text, size_t size) {
    rz_error error = {0};
    char shown[160];
    snprintf(shown, sizeof shown, "%.*s", (int)(size < 120 ? size : 120), text);
    rz_day day = rz_day_parse(p->dater, text, size, &error);
    if (day == RZ_NO_DAY) {
        cli_complain(p->self, shown, "%s", error.message);
        return p->failed = true;
    }
    rz_calendar_day all;
    rz_calendar_of(p->engine, day, &all);
    char *json = rz_calendar_json(&all);
    if (!json) return cli_complain(p->self, shown, "memory ran out"), false;
    bool ok = puts(json) >= 0;
    rz_free(json);
    if (!ok) cli_complain(p->self, NULL, "cannot write: %s", strerror(errno));
    return ok;
}

static bool take(cli_lines *l, char *line, size_t size) {
    printer *p = l->filter;
    if (!line) return cli_complain(l->self, l->name, "line %llu: is too long for a day", (unsigned long long)l->number), l->failed = true;
    return size == 0 || print(p, line, size);
}

static int run(const cli_command *self, int argc, char **argv) {
    enum { LONGEST = 4096 };
    cli_common common = cli_common_defaults("json");
    const cli_option options[] = {CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    rz_error error = {0};
    printer p = {.self = self, .engine = cli_engine(self, &common)};
    if (!p.engine) return CLI_SOME_FAILED;
    cli_lines lines = {.self = self, .longest = LONGEST, .take = take, .filter = &p};
    if (!(p.dater = rz_dater_open(p.engine, &error))) cli_complain(self, NULL, "%s", error.message), p.failed = true;
    bool standard = n == 0 || (n == 1 && !strcmp(argv[0], "-"));
    if (p.dater && standard) p.failed |= cli_each_line(&lines, 0, argv) != CLI_DONE;
    for (int i = 0; p.dater && !standard && i < n; i++)
        if (!print(&p, argv[i], strlen(argv[i]))) p.failed = true;
    rz_dater_close(p.dater);
    rz_engine_close(p.engine);
    return p.failed ? CLI_SOME_FAILED : CLI_DONE;
}

const cli_command cli_calendar = {"calendar", "days in all calendars, as JSON", help, run};
