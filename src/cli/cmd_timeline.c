/* rayzan timeline: the events of a record in order of time. */
#include <stdio.h>
#include <string.h>

#include "cli/record.h"

static const char help[] =
    "Usage: rayzan timeline [OPTION…]\n"
    "\n"
    "The events of a record in order of time, each once, with all who report it.\n"
    "\n"
    "  -r, --record RECORD     the record; else $RAYZAN_RECORD, else rayzan/record.rayzan in your data folder\n"
    "      --actor WHO         with this person, state or organisation: an id or a name, in Persian or English;\n"
    "                          a state is also whoever acts for it\n"
    "      --with WHO          and with this one\n"
    "      --kind KINDS        meeting, call, visit, summit …; several apart by commas, in English or Persian\n"
    "      --status STATUSES   held, planned, cancelled …; several apart by commas\n"
    "      --topic TOPIC       about this: an id or a name\n"
    "      --place PLACE       at this place\n"
    "      --outlet OUTLET     reported by this outlet\n"
    "      --from DAY          on this day or after\n"
    "      --to DAY            on this day or before\n"
    "  -n, --limit N           the first N only\n"
    "  -f, --format table|json|csv|html   for a terminal (the default); an object a line; for a spreadsheet; a page\n"
    "  -l, --lang fa|en        the language of the labels; else that of the environment\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "A DAY is written 2023-12-22 or 1402-10-01, in Latin or Persian digits; a month or a year will do.\n"
    "Exit status: 0, 1 where nothing can be asked, 2 for a wrong use. Finding nothing is no failure.\n"
    "\n"
    "Example: rayzan timeline -r press.rayzan --actor لاوروف --from 1400 --format html > timeline.html\n";

static int show(const cli_command *self, const cli_common *common, const rz_engine *engine, const rz_timeline *t) {
    if (strcmp(common->format, "json") == 0) return cli_print(self, rz_timeline_json(engine, t));
    if (strcmp(common->format, "csv") == 0) return cli_print(self, rz_timeline_csv(engine, t, common->lang));
    if (strcmp(common->format, "html") == 0) return cli_print(self, rz_timeline_html(engine, t, common->lang));
    return cli_print(self, rz_timeline_table(engine, t, common->lang));
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("table");
    rz_question q = {.days = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_days from = q.days, to = q.days;
    unsigned limit = 0;
    const cli_option options[] = {CLI_RECORD(&common), {"actor", 0, CLI_TEXT, &q.actor, NULL}, {"with", 0, CLI_TEXT, &q.with, NULL},
                                  {"kind", 0, CLI_TEXT, &q.kind, NULL}, {"status", 0, CLI_TEXT, &q.status, NULL},
                                  {"topic", 0, CLI_TEXT, &q.topic, NULL}, {"place", 0, CLI_TEXT, &q.place, NULL},
                                  {"outlet", 0, CLI_TEXT, &q.outlet, NULL}, {"from", 0, CLI_DAYS, &from, NULL},
                                  {"to", 0, CLI_DAYS, &to, NULL}, {"limit", 'n', CLI_NUMBER, &limit, NULL},
                                  CLI_FORMAT(&common, "table json csv html"), CLI_LANG(&common), CLI_DATA(&common),
                                  {NULL, 0, CLI_FLAG, NULL, NULL}};
    cli_record r;
    rz_error error = {0};
    int n, status = CLI_SOME_FAILED;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    if (n != 0) return cli_misuse(self, "%s: timeline takes options alone; for words, see rayzan search", argv[0]);
    if (from.from != RZ_NO_DAY && to.to != RZ_NO_DAY && from.from > to.to) return cli_misuse(self, "--from is later than --to");
    q.days = (rz_days){from.from, to.to};
    q.limit = limit;
    rz_timeline *t = cli_record_open(&r, self, &common, RZ_LOOK) ? rz_record_timeline(r.record, &q, &error) : NULL;
    status = t ? show(self, &common, r.engine, t) : CLI_SOME_FAILED;
    if (error.code == RZ_BAD_ARGUMENT) status = cli_misuse(self, "%s", error.message);
    else if (error.code != RZ_OK) cli_complain(self, NULL, "%s", error.message);
    rz_timeline_free(t);
    cli_record_close(&r);
    return status;
}

const cli_command cli_timeline = {"timeline", "the events of a record in order of time", help, run};
