/* Runs tests/cases/times.txt: every time that a text tells to `rayzan dates`, and no other. Prints each case that fails. */
#include "cases.h"

enum { LINE = 2048, MOST = 12 };

typedef struct {
    char line[LINE];
    char *text, *days, *rest;
} wanted;

typedef struct {
    rz_engine *engine;
    rz_dater *dater;
    rz_days report;
    char text[LINE];
    wanted want[MOST];
    uint32_t n_want;
    unsigned number; /* line of the text */
    bool none, todo; /* "= -"; in the part that is known to fail */
    unsigned cases, failed, todos, todo_failed;
} runner;

static char *trimmed(char *s) {
    while (*s == ' ') s++;
    for (size_t n = strlen(s); n && (s[n - 1] == ' ' || s[n - 1] == '\n');) s[--n] = 0;
    return s;
}

/* "from..to", either of them in any calendar, "one", or "-". */
static bool days_in(const char *text, rz_days *out) {
    char from[64];
    *out = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    if (!strcmp(text, "-")) return true;
    const char *dots = strstr(text, "..");
    if (!dots) return rz_parse_days(text, out);
    rz_days to;
    snprintf(from, sizeof from, "%.*s", (int)(dots - text), text);
    if (!rz_parse_days(from, out) || !rz_parse_days(dots + 2, &to)) return false;
    out->to = to.to;
    return true;
}

static bool clock_fits(const rz_date *d, const char *word) {
    int hour, minute;
    return sscanf(word, "%2d:%2d", &hour, &minute) == 2 && d->minute == hour * 60 + minute;
}

/* grain kind basis [HH:MM] [of N] [impossible] [contradicts] */
static bool described(const rz_date *d, const char *rest) {
    char copy[LINE], *save = NULL;
    snprintf(copy, sizeof copy, "%s", rest);
    char *grain = strtok_r(copy, " ", &save), *kind = strtok_r(NULL, " ", &save), *basis = strtok_r(NULL, " ", &save);
    if (!basis || strcmp(grain, d->grain) || strcmp(kind, d->kind) || strcmp(basis, d->basis)) return false;
    int32_t of = -1;
    bool clock = false, impossible = false, contradicts = false;
    for (char *w = strtok_r(NULL, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
        char *next;
        if (!strcmp(w, "of")) of = (next = strtok_r(NULL, " ", &save)) ? atoi(next) - 1 : -1;
        else if (!strcmp(w, "impossible")) impossible = true;
        else if (!strcmp(w, "contradicts")) contradicts = true;
        else if (clock_fits(d, w)) clock = true;
        else return false;
    }
    return d->of == of && clock == (d->minute >= 0) && impossible == (d->impossible != NULL) && contradicts == (d->contradicts != NULL);
}

static bool fits(const rz_date *d, const wanted *w) {
    rz_days days;
    return !strcmp(d->text, w->text) && days_in(w->days, &days) && d->days.from == days.from && d->days.to == days.to &&
           described(d, w->rest);
}

static void show(const rz_date *d) {
    printf("      found %s | ", d->text);
    if (d->days.from == RZ_NO_DAY) printf("-");
    else {
        int y, m, a;
        rz_day_gregorian(d->days.from, &y, &m, &a);
        printf("%d-%02d-%02d..", y, m, a);
        rz_day_gregorian(d->days.to, &y, &m, &a);
        printf("%d-%02d-%02d", y, m, a);
    }
    printf(" | %s %s %s", d->grain, d->kind, d->basis);
    if (d->minute >= 0) printf(" %02d:%02d", d->minute / 60, d->minute % 60);
    if (d->of >= 0) printf(" of %d", d->of + 1);
    printf("%s%s\n", d->impossible ? " impossible" : "", d->contradicts ? " contradicts" : "");
}

static void judge(runner *run) {
    if (!run->text[0]) return;
    rz_error error = {0};
    const rz_dates *r = rz_dates_find(run->dater, run->text, strlen(run->text), run->report, &error);
    assert_non_null(r);
    bool ok = r->n_dates == run->n_want;
    for (uint32_t i = 0; i < run->n_want && ok; i++) ok = fits(&r->dates[i], &run->want[i]);
    *(run->todo ? &run->todos : &run->cases) += 1;
    if (!ok) *(run->todo ? &run->todo_failed : &run->failed) += 1;
    if (!ok && (!run->todo || getenv("RAYZAN_TODO"))) {
        printf("  line %u: %s\n", run->number, run->text);
        for (uint32_t i = 0; i < run->n_want; i++) printf("      wanted %s | %s | %s\n", run->want[i].text, run->want[i].days, run->want[i].rest);
        for (uint32_t i = 0; i < r->n_dates; i++) show(&r->dates[i]);
    }
    run->text[0] = 0;
}

static void want(runner *run, const char *line, unsigned number) {
    if (!strcmp(line, "-")) return;
    assert_true(run->n_want < MOST);
    wanted *w = &run->want[run->n_want++];
    rz_days days;
    snprintf(w->line, sizeof w->line, "%s", line);
    char *days_at = strchr(w->line, '|');
    if (!days_at) fail_msg("line %u: no days", number);
    *days_at++ = 0;
    char *rest = strchr(days_at, '|');
    if (rest) *rest++ = 0;
    w->text = trimmed(w->line);
    w->days = trimmed(days_at);
    w->rest = rest ? trimmed(rest) : (char *)(uintptr_t)"day date explicit";
    if (!days_in(w->days, &days)) fail_msg("line %u: no days: %s", number, w->days);
}

static void run_file(runner *run, FILE *file) {
    char line[LINE];
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        char sign = line[0], *rest = trimmed(line + 1);
        if (sign == '=') want(run, rest, number);
        if (!strchr("@:!", sign)) continue;
        judge(run);
        run->n_want = 0;
        if (sign == '!') run->todo = !strcmp(rest, "todo");
        if (sign == '@') assert_true(days_in(rest, &run->report));
        if (sign != ':') continue;
        snprintf(run->text, sizeof run->text, "%s", rest);
        run->number = number;
    }
    judge(run);
}

static void times_hold(void **state) {
    (void)state;
    rz_error error = {0};
    static runner run;
    run = (runner){.engine = rz_engine_open(NULL, 0, &error), .report = {RZ_NO_DAY, RZ_NO_DAY}};
    run.dater = rz_dater_open(run.engine, &error);
    assert_non_null(run.dater);
    const char *path = getenv("RAYZAN_CASES");
    FILE *file = fopen(path ? path : "tests/cases/times.txt", "r");
    if (!file) skip();
    run_file(&run, file);
    fclose(file);
    rz_dater_close(run.dater);
    rz_engine_close(run.engine);
    printf("  texts: %u, failed: %u; to do: %u, of which now right: %u\n", run.cases, run.failed, run.todos, run.todos - run.todo_failed);
    assert_int_equal(run.failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(times_hold)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
