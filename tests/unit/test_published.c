/* Runs tests/cases/published.txt: the day of publication of reports that state it, half state it, or do not. */
#include "cases.h"

enum { LINE = 4096, TEXT = 16384, WORDS = 6 };

typedef struct {
    rz_engine *engine;
    char text[TEXT];
    unsigned number; /* line of the text */
    bool todo;
    unsigned cases, failed, todos, todo_failed;
} runner;

static bool range(const char *text, rz_days *out) {
    char from[64];
    rz_days to;
    const char *dots = strstr(text, "..");
    if (!dots) return rz_parse_days(text, out);
    snprintf(from, sizeof from, "%.*s", (int)(dots - text), text);
    if (!rz_parse_days(from, out) || !rz_parse_days(dots + 2, &to)) return false;
    out->to = to.to;
    return true;
}

/* DAYS BASIS | has DAY within N BASIS | - */
static bool fits(const rz_reading *r, char **words, int n) {
    rz_days want = {RZ_NO_DAY, RZ_NO_DAY}, is = r->published;
    if (n == 1 && !strcmp(words[0], "-")) return is.from == RZ_NO_DAY && !r->published_basis;
    bool has = n == 5 && !strcmp(words[0], "has");
    if ((!has && n != 2) || !range(words[has], &want)) fail_msg("not understood: %s", words[0]);
    if (!r->published_basis || strcmp(words[n - 1], r->published_basis)) return false;
    if (!has) return is.from == want.from && is.to == want.to;
    return is.from <= want.from && want.to <= is.to && is.to - is.from <= atoi(words[3]);
}

static void show(const rz_reading *r) {
    if (r->published.from == RZ_NO_DAY) printf("      found -\n");
    else {
        int y, m, d, y2, m2, d2;
        rz_day_gregorian(r->published.from, &y, &m, &d);
        rz_day_gregorian(r->published.to, &y2, &m2, &d2);
        printf("      found %d-%02d-%02d..%d-%02d-%02d %s\n", y, m, d, y2, m2, d2, r->published_basis ? r->published_basis : "-");
    }
    for (uint32_t i = 0; i < r->n_published_because; i++) printf("        %s\n", r->published_because[i]);
}

static void judge(runner *run, char *line, unsigned number) {
    char copy[LINE], *words[WORDS], *save = NULL;
    int n = 0;
    snprintf(copy, sizeof copy, "%s", line);
    for (char *w = strtok_r(copy, " \n", &save); w && n < WORDS; w = strtok_r(NULL, " \n", &save)) words[n++] = w;
    rz_reading *r = case_reading(run->engine, run->text, (rz_days){RZ_NO_DAY, RZ_NO_DAY});
    bool ok = fits(r, words, n);
    *(run->todo ? &run->todos : &run->cases) += 1;
    if (!ok) *(run->todo ? &run->todo_failed : &run->failed) += 1;
    if (!ok && (!run->todo || getenv("RAYZAN_TODO"))) {
        printf("  line %u: wanted%s", number, line);
        show(r);
    }
    rz_reading_free(r);
}

static void add(runner *run, const char *line) {
    size_t n = strlen(run->text);
    assert_true(n + strlen(line) < TEXT);
    snprintf(run->text + n, TEXT - n, "%s", line[0] == ' ' ? line + 1 : line);
}

static void run_file(runner *run, FILE *file) {
    char line[LINE];
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        if (line[0] == ':') run->text[0] = 0;
        if (line[0] == ':' || line[0] == '>') add(run, line + 1);
        if (line[0] == '=') judge(run, line + 1, number);
        if (line[0] == '!') run->todo = strstr(line, "todo") != NULL;
    }
}

static void published_days_hold(void **state) {
    (void)state;
    rz_error error = {0};
    static runner run;
    run = (runner){.engine = rz_engine_open(NULL, 0, &error)};
    const char *path = getenv("RAYZAN_CASES");
    FILE *file = fopen(path ? path : "tests/cases/published.txt", "r");
    if (!file) skip();
    run_file(&run, file);
    fclose(file);
    rz_engine_close(run.engine);
    printf("  reports: %u, failed: %u; to do: %u, of which now right: %u\n", run.cases, run.failed, run.todos, run.todos - run.todo_failed);
    assert_int_equal(run.failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(published_days_hold)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
