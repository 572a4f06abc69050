/* Runs tests/cases/events.txt, kinds.txt, statuses.txt, contacts.txt, encounters.txt, settings.txt, deeds.txt, who.txt, agreements.txt, topics.txt, world.txt, precise.txt, dari.txt, provincial.txt and statements.txt: what a sentence says happened and was said. Prints each case that fails; the floor is at the end. */
#include "cases.h"

enum { LINE = 4096, WORDS = 24 };

typedef struct {
    rz_engine *engine;
    rz_days day;
    unsigned cases, failed;
} runner;

static const char *actor_id(const rz_reading *r, const rz_event *e, uint32_t i) { return r->actors[e->participants[i].actor].id; }

/* An id of several words is written with _ for its spaces. */
static const char *behind_id(const char *id, const char *written) {
    while (*id && (*id == *written || (*id == ' ' && *written == '_'))) id++, written++;
    return *id ? NULL : written;
}

static bool is_id(const char *id, const char *written) {
    const char *rest = behind_id(id, written);
    return rest && !*rest;
}

/* «id», or «id=role» */
static bool takes_part(const rz_reading *r, const rz_event *e, const char *written) {
    for (uint32_t i = 0; i < e->n_participants; i++) {
        const char *rest = behind_id(actor_id(r, e, i), written);
        if (rest && (!*rest || (*rest == '=' && !strcmp(rest + 1, e->participants[i].role)))) return true;
    }
    return false;
}

static bool on_days(rz_days told, char *range) {
    rz_days want, to;
    if (!strcmp(range, "-")) return told.from == RZ_NO_DAY;
    char *dots = strstr(range, "..");
    if (!dots) return false;
    *dots = 0;
    bool ok = rz_parse_days(range, &want) && rz_parse_days(dots + 2, &to) && told.from == want.from && told.to == to.to;
    *dots = '.';
    return ok;
}

/* All the topics that the expectation lists, and no others, in any order; "-" for none. */
static bool lists_all(const char *const *topics, uint32_t n_topics, const char *list) {
    uint32_t n = strcmp(list, "-") ? 1 : 0;
    for (const char *c = list; *c; c++) n += *c == ',';
    bool ok = n == n_topics;
    for (uint32_t t = 0; t < n_topics && ok; t++) {
        const char *at = strstr(list, topics[t]);
        size_t size = strlen(topics[t]);
        while (at && (at[size] != 0 && at[size] != ',')) at = strstr(at + 1, topics[t]);
        ok = at != NULL;
    }
    return ok;
}

/* Does the event fit the words of an expectation line: kind status actor … [*: and whoever else] [in place, - for none] [on from..to] [forum id] [about topic,…]? */
static bool fits(const rz_reading *r, const rz_event *e, char **words, int n) {
    uint32_t actors = 0;
    bool whoever = false;
    if (n < 2 || strcmp(words[0], e->kind) || strcmp(words[1], e->status)) return false;
    for (int i = 2; i < n; i++) {
        bool last = i + 1 >= n;
        if (!strcmp(words[i], "in") && !last) {
            const char *place = words[++i];
            if (strcmp(e->place_id ? e->place_id : "-", place)) return false;
        } else if (!strcmp(words[i], "forum") && !last) {
            if (!e->forum || strcmp(e->forum, words[++i])) return false;
        } else if (!strcmp(words[i], "on") && !last) {
            if (!on_days(e->days, words[++i])) return false;
        } else if (!strcmp(words[i], "about") && !last) {
            if (!lists_all(e->topics, e->n_topics, words[++i])) return false;
        } else if (!strcmp(words[i], "*")) {
            whoever = true;
        } else {
            if (!takes_part(r, e, words[i])) return false;
            actors++;
        }
    }
    return whoever || actors == e->n_participants;
}

static bool happened(const rz_reading *r, char **words, int n) {
    for (uint32_t i = 0; i < r->n_events; i++)
        if (fits(r, &r->events[i], words, n)) return true;
    return false;
}

/* kind [status actor …]: one that "=" would find; where no actor is told, of whomever */
static bool any_such(const rz_reading *r, char **words, int n) {
    char *whoever[] = {words[0], words[1], "*"};
    for (uint32_t i = 0; i < r->n_events && n == 1; i++)
        if (!strcmp(r->events[i].kind, words[0])) return true;
    return n == 2 ? happened(r, whoever, 3) : happened(r, words, n);
}

static void show(const rz_reading *r) {
    for (uint32_t i = 0; i < r->n_events; i++) {
        const rz_event *e = &r->events[i];
        printf("      found %s %s", e->kind, e->status);
        for (uint32_t p = 0; p < e->n_participants; p++) printf(" %s", actor_id(r, e, p));
        if (e->place_id) printf(" in %s", e->place_id);
        if (e->forum) printf(" forum %s", e->forum);
        if (e->days.from != RZ_NO_DAY) {
            int y, m, d;
            rz_day_gregorian(e->days.from, &y, &m, &d);
            printf(" on %d-%02d-%02d", y, m, d);
            rz_day_gregorian(e->days.to, &y, &m, &d);
            printf("..%d-%02d-%02d", y, m, d);
        }
        for (uint32_t t = 0; t < e->n_topics; t++) printf(" %s%s", t ? "" : "about ", e->topics[t]);
        printf("\n");
    }
}

static void show_said(const rz_reading *r) {
    for (uint32_t i = 0; i < r->n_statements; i++) {
        const rz_statement *s = &r->statements[i];
        printf("      found ~ %s %s %s in %s", r->actors[s->speaker].id, s->stance, s->form, s->channel ? s->channel : "-");
        if (s->via >= 0) printf(" via %s", r->actors[s->via].id);
        for (uint32_t t = 0; t < s->n_targets; t++) printf("%s%s", t ? "," : " to ", r->actors[s->targets[t]].id);
        printf(" on ");
        for (uint32_t t = 0; t < s->n_topics; t++) printf("%s%s", t ? "," : "", s->topics[t]);
        printf("\n");
    }
    for (uint32_t i = 0; i < r->n_instruments; i++) printf("      found + %s %s\n", r->instruments[i].id, r->instruments[i].stage);
}

static bool is_to(const rz_reading *r, const rz_statement *s, const char *ids) {
    enum { MOST = 8 };
    const char *to[MOST];
    if (!strcmp(ids, "-") || s->n_targets > MOST) return !s->n_targets;
    for (uint32_t i = 0; i < s->n_targets; i++) to[i] = r->actors[s->targets[i]].id;
    return lists_all(to, s->n_targets, ids);
}

static bool said_so(const rz_reading *r, const rz_statement *s, char **words, int n) {
    if (!is_id(r->actors[s->speaker].id, words[0]) || strcmp(s->stance, words[1])) return false;
    for (int i = 2; i < n; i++) {
        bool last = i + 1 >= n;
        if (!strcmp(words[i], "in") && !last) {
            if (strcmp(s->channel ? s->channel : "-", words[++i])) return false;
        } else if (!strcmp(words[i], "via") && !last) {
            if (s->via < 0 || strcmp(r->actors[s->via].id, words[++i])) return false;
        } else if (!strcmp(words[i], "to") && !last) {
            if (!is_to(r, s, words[++i])) return false;
        } else if (!strcmp(words[i], "on") && !last) {
            if (!lists_all(s->topics, s->n_topics, words[++i])) return false;
        } else if (strcmp(s->form, words[i])) {
            return false;
        }
    }
    return true;
}

/* speaker stance [form] [in channel] [via speaker] [to actor,actor] [on topic,topic]; or how many there are */
static bool said(const rz_reading *r, char **words, int n) {
    if (n == 1) return !strcmp(words[0], "-") ? !r->n_statements : r->n_statements == (uint32_t)atoi(words[0]);
    for (uint32_t i = 0; i < r->n_statements; i++)
        if (said_so(r, &r->statements[i], words, n)) return true;
    return false;
}

/* [on from..to] [between party,party]: just these */
static bool agreed_so(const rz_instrument *x, char **words, int n) {
    for (int i = 2; i + 1 < n; i += 2) {
        if (!strcmp(words[i], "on") ? !on_days(x->days, words[i + 1]) : strcmp(words[i], "between") || !lists_all(x->parties, x->n_parties, words[i + 1])) return false;
    }
    return !strcmp(x->stage, words[1]);
}

/* id stage …; "*" for any id of a described agreement; or how many there are */
static bool agreed(const rz_reading *r, char **words, int n) {
    if (n == 1) return !strcmp(words[0], "-") ? !r->n_instruments : r->n_instruments == (uint32_t)atoi(words[0]);
    for (uint32_t i = 0; i < r->n_instruments; i++)
        if ((words[0][0] == '*' || is_id(r->instruments[i].id, words[0])) && agreed_so(&r->instruments[i], words, n)) return true;
    return false;
}

static int split(char *line, char **words) {
    int n = 0;
    for (char *w = strtok(line, " \t\n"); w && n < WORDS; w = strtok(NULL, " \t\n")) words[n++] = w;
    return n;
}

/* Is what the line says so? "! ~ …", "! + …" say that there is no such statement or agreement. */
static bool holds(const rz_reading *r, char sign, char **words, int n) {
    switch (sign) {
    case '~': return said(r, words, n);
    case '+': return agreed(r, words, n);
    case '*': return (uint32_t)atoi(words[0]) == r->n_events;
    case '!':
        if (n > 1 && (!strcmp(words[0], "~") || !strcmp(words[0], "+"))) return !holds(r, words[0][0], words + 1, n - 1);
        return !any_such(r, words, n);
    default: return n == 1 ? !strcmp(words[0], "-") && r->n_events == 0 : happened(r, words, n);
    }
}

static void expect(runner *run, const rz_reading *r, const char *text, char sign, char *line, unsigned number) {
    char copy[LINE], *words[WORDS] = {0};
    snprintf(copy, sizeof copy, "%s", line);
    int n = split(line, words);
    bool ok = holds(r, sign, words, n);
    run->cases++;
    if (ok) return;
    run->failed++;
    printf("  line %u: %s      wanted %c%s", number, text, sign, copy);
    if (strchr("=*!", sign)) show(r);
    else show_said(r);
}

/* " | " in a case is the end of a paragraph, " / " that of a line. */
static void break_lines(char *text) {
    for (char *at = strstr(text, " | "); at; at = strstr(at, " | ")) memcpy(at, "\n\n ", 3);
    for (char *at = strstr(text, " / "); at; at = strstr(at, " / ")) memcpy(at, " \n ", 3);
}

static void run_file(runner *run, FILE *file) {
    static char line[LINE], text[LINE];
    rz_reading *r = NULL;
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        if (line[0] == '@') {
            line[strcspn(line, "\n")] = 0;
            assert_true(rz_parse_days(line + 2, &run->day));
        } else if (line[0] == ':') {
            rz_reading_free(r);
            snprintf(text, sizeof text, "%s", line + 2);
            break_lines(text);
            r = case_reading(run->engine, text, run->day);
        } else if (strchr("=~+*!", line[0]) && r) expect(run, r, text, line[0], line + 1, number);
    }
    rz_reading_free(r);
}

static void cases_hold(void **state) {
    (void)state;
    runner run = {.engine = case_engine(), .day = {RZ_NO_DAY, RZ_NO_DAY}};
    const char *own = getenv("RAYZAN_CASES"), *const paths[] = {own ? own : "tests/cases/events.txt", "tests/cases/statements.txt", "tests/cases/kinds.txt", "tests/cases/statuses.txt", "tests/cases/settings.txt", "tests/cases/contacts.txt", "tests/cases/encounters.txt", "tests/cases/precise.txt", "tests/cases/deeds.txt", "tests/cases/who.txt",
        "tests/cases/agreements.txt", "tests/cases/topics.txt", "tests/cases/world.txt", "tests/cases/dari.txt", "tests/cases/provincial.txt"};
    for (int i = 0; i < (own ? 1 : (int)(sizeof paths / sizeof *paths)); i++) {
        FILE *file = fopen(paths[i], "r");
        if (!file) skip();
        run_file(&run, file);
        fclose(file);
    }
    rz_engine_close(run.engine);
    printf("  cases: %u, failed: %u\n", run.cases, run.failed);
    assert_int_equal(run.failed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases_hold)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
