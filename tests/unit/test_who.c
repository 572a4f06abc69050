/* Runs tests/cases/names.txt: who the people, offices and bodies of a report are, and what its events are about. */
#include "cases.h"

enum { LINE = 4096 };

typedef struct {
    rz_engine *engine;
    rz_days day;
    unsigned cases, failed;
} runner;

static const rz_actor *actor(const rz_reading *r, const char *id) {
    for (uint32_t i = 0; i < r->n_actors; i++)
        if (!strcmp(r->actors[i].id, id)) return &r->actors[i];
    return NULL;
}

static bool is_someone(const rz_actor *a) { return !strcmp(a->kind, "person") || !strcmp(a->kind, "office"); }

static bool anybody(const rz_reading *r) {
    for (uint32_t i = 0; i < r->n_actors; i++)
        if (is_someone(&r->actors[i])) return true;
    return false;
}

/* Does one of his mentions begin with these words (what follows it may be among them)? */
static bool called(const rz_reading *r, const rz_actor *a, const char *words) {
    for (uint32_t i = 0; i < a->n_mentions; i++) {
        rz_span s = a->mentions[i];
        if (!strncmp(r->text + s.start, words, strlen(words))) return true;
    }
    return false;
}

/* "id", "id of state", either with " | words" */
static bool found(const rz_reading *r, char *line) {
    char id[LINE];
    snprintf(id, sizeof id, "%s", line);
    char *bar = strstr(id, " | ");
    if (bar) *bar = 0;
    char *of = strstr(id, " of ");
    if (of) *of = 0;
    const rz_actor *a = actor(r, id);
    if (a && of && strcmp(a->state, of + 4) != 0) return false;
    return a && (!bar || called(r, a, bar + 3));
}

static bool has_topic(const rz_reading *r, const char *topic) {
    for (uint32_t i = 0; i < r->n_events; i++)
        for (uint32_t k = 0; k < r->events[i].n_topics; k++)
            if (!strcmp(r->events[i].topics[k], topic)) return true;
    return false;
}

/* Exactly these topics, of all events together; "-": none. */
static bool about(const rz_reading *r, char *line) {
    uint32_t wanted = 0, all = 0;
    char *rest = NULL;
    for (char *w = strtok_r(line, " ", &rest); w; w = strtok_r(NULL, " ", &rest)) {
        if (!strcmp(w, "-")) continue;
        if (!has_topic(r, w)) return false;
        wanted++;
    }
    const char *seen[64];
    for (uint32_t i = 0; i < r->n_events; i++)
        for (uint32_t k = 0; k < r->events[i].n_topics; k++) {
            bool known = false;
            for (uint32_t j = 0; j < all; j++) known |= !strcmp(seen[j], r->events[i].topics[k]);
            if (!known && all < 64) seen[all++] = r->events[i].topics[k];
        }
    return all == wanted;
}

static void show(const rz_reading *r) {
    for (uint32_t i = 0; i < r->n_actors; i++) printf("      found %s %s\n", r->actors[i].kind, r->actors[i].id);
    for (uint32_t i = 0; i < r->n_events; i++)
        for (uint32_t k = 0; k < r->events[i].n_topics; k++) printf("      found * %s: %s\n", r->events[i].kind, r->events[i].topics[k]);
}

static void expect(runner *run, const rz_reading *r, const char *text, char sign, const char *line, unsigned number) {
    char copy[LINE];
    snprintf(copy, sizeof copy, "%s", line);
    bool ok = sign == '*' ? about(r, copy) : sign == '=' ? found(r, copy) : !strcmp(copy, "-") ? !anybody(r) : !actor(r, copy);
    run->cases++;
    if (ok) return;
    run->failed++;
    printf("  line %u: %s\n      wanted %c %s\n", number, text, sign, line);
    show(r);
}

static void set_day(runner *run, const char *day) {
    if (!strcmp(day, "-")) run->day = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    else assert_true(rz_parse_days(day, &run->day));
}

static void run_file(runner *run, FILE *file) {
    static char line[LINE], text[LINE];
    rz_reading *r = NULL;
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '@') set_day(run, line + 2);
        else if (line[0] == ':') {
            rz_reading_free(r);
            snprintf(text, sizeof text, "%s", line + 2);
            r = case_reading(run->engine, text, run->day);
        } else if (strchr("=!*", line[0]) && line[0] && r) expect(run, r, text, line[0], line + 2, number);
    }
    rz_reading_free(r);
}

static void cases_hold(void **state) {
    (void)state;
    runner run = {.engine = case_engine(), .day = {RZ_NO_DAY, RZ_NO_DAY}};
    FILE *file = fopen("tests/cases/names.txt", "r");
    if (!file) skip();
    run_file(&run, file);
    fclose(file);
    rz_engine_close(run.engine);
    printf("  cases: %u, failed: %u\n", run.cases, run.failed);
    assert_int_equal(run.failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_hold)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
