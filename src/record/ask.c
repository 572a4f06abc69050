/* Which events, in order of time. */
#include <stdio.h>
#include <stdlib.h>

#include "reading/engine.h"
#include "record/record.h"

enum {
    ACTORS = 1u << RZ_PERSON | 1u << RZ_STATE | 1u << RZ_ORGANISATION | 1u << RZ_FORUM,
    PLACES = 1u << RZ_PLACE | 1u << RZ_STATE,
    TOPICS = 1u << RZ_TOPIC,
    OUTLETS = 1u << RZ_OUTLET | 1u << RZ_ORGANISATION
};

/* Parameters: 1 actor, 2 with, 3 kinds, 4 statuses, 5 topics, 6 places, 7 outlets, each a JSON array or null; 8 and 9 the
 * days. Someone asked for and his counterpart are two people of the event. */
#define IS(column, n) column " IN (SELECT value FROM json_each(?" #n "))"
#define ACTS(a, n) "(" IS(a ".actor", n) " OR " IS(a ".state", n) ")"
static const char conditions[] =
    " FROM event e WHERE"
    " (?1 IS NULL OR EXISTS (SELECT 1 FROM event_actor a WHERE a.event = e.n AND " ACTS("a", 1) " AND (?2 IS NULL OR EXISTS"
    "  (SELECT 1 FROM event_actor b WHERE b.event = e.n AND b.actor <> a.actor AND " ACTS("b", 2) "))))"
    " AND (?2 IS NULL OR ?1 IS NOT NULL OR EXISTS (SELECT 1 FROM event_actor a WHERE a.event = e.n AND " ACTS("a", 2) "))"
    " AND (?3 IS NULL OR " IS("e.kind", 3) ") AND (?4 IS NULL OR " IS("e.status", 4) ")"
    " AND (?5 IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event = e.n AND " IS("t.topic", 5) "))"
    " AND (?6 IS NULL OR " IS("e.place", 6) ")"
    " AND (?7 IS NULL OR EXISTS (SELECT 1 FROM reported r JOIN article a ON a.n = r.article WHERE r.event = e.n AND " IS("a.outlet", 7) "))"
    " AND (?8 IS NULL OR coalesce(e.to_day, e.reported_to) >= ?8)"
    " AND (?9 IS NULL OR coalesce(e.from_day, e.reported_from) <= ?9)";

typedef struct {
    const rz_question *question;
    rz_answer *answer;
} asked;

static const char *ids(rz_record *record, const char *what, const char *name, unsigned types) {
    if (!name) return NULL;
    const char *found = rz_ids_of_name(record, name, types);
    if (!found) rz_record_fail(record, RZ_NOT_FOUND, "--%s %s: neither the record nor the tables know this name or id", what, name);
    return found;
}

/* ---- words of the record: kinds, statuses ---- */

enum { WORD_LETTERS = 40 };

static bool is_written(rz_str name, const uint8_t *letters, uint32_t n) {
    uint8_t own[WORD_LETTERS];
    return rz_letters_of(name.at, name.size, own, WORD_LETTERS) == n && memcmp(own, letters, n) == 0;
}

/* The id of a row of labels without its set: «held» of status-held; NULL where it is of another set. */
static const char *word_of_label(const rz_data *data, rz_row row, const char *set) {
    const char *id = rz_row_id(data, row);
    size_t n = strlen(set);
    return strncmp(id, set, n) == 0 && id[n] == '-' ? id + n + 1 : NULL;
}

/* The word that is written so, or whose label in Persian or English is; NULL where there is none. */
static const char *find_word(const rz_data *data, const char *set, const char *text, size_t size) {
    uint8_t letters[WORD_LETTERS];
    uint32_t n = rz_letters_of(text, (uint32_t)size, letters, WORD_LETTERS), count;
    rz_row first;
    rz_rows_of(data, RZ_LABEL, &first, &count);
    for (rz_row row = first; n && n <= WORD_LETTERS && row < first + count; row++) {
        const char *word = word_of_label(data, row, set);
        if (word && (is_written(rz_str_of(word), letters, n) || is_written(rz_row_get(data, row, "fa"), letters, n) ||
                     is_written(rz_row_get(data, row, "en"), letters, n)))
            return word;
    }
    return NULL;
}

_Noreturn static void no_such_word(rz_record *record, const char *set, const char *text, size_t size) {
    const rz_data *data = rz_engine_data(record->engine);
    const char *all = "";
    rz_row first;
    uint32_t count;
    rz_rows_of(data, RZ_LABEL, &first, &count);
    for (rz_row row = first; row < first + count; row++) {
        const char *word = word_of_label(data, row, set);
        if (word) all = rz_format(&record->work, "%s%s%s", all, *all ? ", " : "", word);
    }
    rz_record_fail(record, RZ_BAD_ARGUMENT, "--%s %.*s: there is no such %s; there are %s", set, (int)size, text, set, all);
}

/* «held,planned» as a JSON array. */
static const char *words(rz_record *record, const char *set, const char *list) {
    if (!list) return NULL;
    const char *out = "";
    for (const char *end, *at = list;; at = end + 1) {
        end = at + strcspn(at, ",");
        const char *word = find_word(rz_engine_data(record->engine), set, at, (size_t)(end - at));
        if (!word) no_such_word(record, set, at, (size_t)(end - at));
        out = rz_format(&record->work, "%s%s\"%s\"", out, *out ? "," : "[", word);
        if (!*end) break;
    }
    return rz_format(&record->work, "%s]", out);
}

static void bind_text(sqlite3_stmt *s, int i, const char *text) {
    if (text) sqlite3_bind_text(s, i, text, -1, SQLITE_STATIC);
}

static sqlite3_stmt *ask(rz_record *record, const rz_question *q, const char *select, const char *order) {
    if (q->days.from != RZ_NO_DAY && q->days.to != RZ_NO_DAY && q->days.from > q->days.to)
        rz_record_fail(record, RZ_BAD_ARGUMENT, "--from is a day after --to: nothing can lie between them");
    const char *given[] = {ids(record, "actor", q->actor, ACTORS), ids(record, "with", q->with, ACTORS),
                           words(record, "kind", q->kind), words(record, "status", q->status),
                           ids(record, "topic", q->topic, TOPICS), ids(record, "place", q->place, PLACES),
                           ids(record, "outlet", q->outlet, OUTLETS)};
    sqlite3_stmt *s = rz_sql_make(record, rz_format(&record->work, "%s%s%s", select, conditions, order));
    for (int i = 0; i < 7; i++) bind_text(s, i + 1, given[i]);
    if (q->days.from != RZ_NO_DAY) sqlite3_bind_int(s, 8, q->days.from);
    if (q->days.to != RZ_NO_DAY) sqlite3_bind_int(s, 9, q->days.to);
    return s;
}

static void tell(rz_record *record, void *self) {
    asked *a = self;
    rz_arena *arena = &a->answer->arena;
    RZ_VEC(int64_t) rows = {0};
    sqlite3_stmt *s = ask(record, a->question, "SELECT e.n", RZ_EVENT_ORDER);
    int status;
    while ((status = sqlite3_step(s)) == SQLITE_ROW) *RZ_PUSH(&record->work, &rows) = sqlite3_column_int64(s, 0);
    rz_sql_free(record);
    if (status != SQLITE_DONE) rz_record_fail_sql(record, status);
    size_t limit = a->question->limit, n = limit && limit < rows.n ? limit : rows.n;
    rz_known_event *events = RZ_NEW_N(arena, rz_known_event, n);
    for (size_t i = 0; i < n; i++) rz_tell_event(record, arena, rows.at[i], &events[i]);
    a->answer->timeline = (rz_timeline){events, n, rows.n};
}

static void read_once(rz_record *record, void *self) {
    rz_record_run(record, "BEGIN"); /* one state of the record, whoever writes meanwhile */
    tell(record, self);
    rz_record_run(record, "COMMIT");
}

rz_timeline *rz_record_timeline(rz_record *record, const rz_question *question, rz_error *error) {
    rz_answer *answer = rz_answer_open(record, error);
    if (answer && rz_record_guard(record, read_once, &(asked){question, answer}, error)) return &answer->timeline;
    rz_answer_free(answer);
    return NULL;
}

void rz_timeline_free(rz_timeline *timeline) { rz_answer_free((rz_answer *)(void *)timeline); }
