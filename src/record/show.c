/* One thing of the record, by its id. */
#include <stdlib.h>

#include "base/error.h"
#include "reading/engine.h"
#include "reading/json.h"
#include "record/record.h"

enum { ACTORS = 1u << RZ_PERSON | 1u << RZ_STATE | 1u << RZ_ORGANISATION | 1u << RZ_FORUM };

typedef struct {
    const char *id;
    rz_answer *answer;
} asked;

rz_reading *rz_kept_reading(rz_record *record, int64_t article, const char **text) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_READING, "i", article);
    if (!rz_sql_next(record, s)) rz_record_fail(record, RZ_IO, "%s: the record is damaged: an article is gone", record->path);
    *text = rz_column_text(&record->work, s, 1); /* first: its exit would lose the reading */
    const char *json = (const char *)sqlite3_column_text(s, 0);
    rz_error error = {0};
    rz_reading *r = rz_reading_parse(json ? json : "", (size_t)sqlite3_column_bytes(s, 0), &error);
    sqlite3_reset(s);
    if (error.code == RZ_NO_MEMORY) rz_record_fail(record, RZ_NO_MEMORY, "%s: memory ran out", record->path);
    if (!r) rz_record_fail(record, RZ_IO, "%s: the record is damaged: %s", record->path, error.message);
    r->text = *text, r->text_size = (uint32_t)strlen(*text);
    return r;
}

/* ---- finding: the whole id, else the beginning of one ---- */

enum { LEAST_OF_ID = 4 /* digits */ };

static bool looks_like_id(const char *id) {
    size_t n = strspn(id, "0123456789abcdef");
    return n >= LEAST_OF_ID && (id[n] == '\0' || id[n] == '-');
}

/* The row that a statement of SQL gives for the id; several are an error. */
static bool find_row(rz_record *record, rz_sql_name name, const char *id, int64_t *row, int64_t *second) {
    sqlite3_stmt *s = rz_sql(record, name, "t", id);
    if (!rz_sql_next(record, s)) return false;
    *row = sqlite3_column_int64(s, 0);
    *second = sqlite3_column_count(s) > 2 ? sqlite3_column_int64(s, 1) : 0;
    const char *first = rz_column_text(&record->work, s, sqlite3_column_count(s) - 1);
    bool several = rz_sql_next(record, s);
    if (several)
        rz_record_fail(record, RZ_BAD_ARGUMENT, "%s: several ids begin so, %s and %s among them; write more of it", id, first,
                       rz_column_text(&record->work, s, sqlite3_column_count(s) - 1));
    sqlite3_reset(s);
    return true;
}

/* «3f2a-e1» is an article's beginning and the number of its event: the article is looked for, then the whole id. */
static const char *whole_id(rz_record *record, const char *id) {
    const char *dash = strchr(id, '-');
    if (!dash) return id;
    int64_t row, unused;
    const char *article = rz_copy(&record->work, id, (size_t)(dash - id));
    if (!find_row(record, RZ_SQL_ARTICLE_LIKE, article, &row, &unused)) return id;
    rz_report head = {0};
    rz_tell_article(record, &record->work, row, &head);
    return rz_format(&record->work, "%s%s", head.article, dash);
}

/* ---- what there is to show ---- */

static rz_named copy_named(rz_record *record, rz_arena *arena, const char *id, unsigned types) {
    return rz_named_of(record, arena, id, types);
}

static const char *copied(rz_arena *arena, const char *text) { return text && *text ? rz_copy(arena, text, strlen(text)) : ""; }

static rz_party party_of(rz_record *record, rz_arena *arena, const rz_actor *a) {
    return (rz_party){copy_named(record, arena, a->id, ACTORS), copied(arena, a->kind), "", copied(arena, a->state),
                      copy_named(record, arena, a->office, 1u << RZ_OFFICE)};
}

static const rz_named *named_actors(rz_record *record, rz_arena *arena, const rz_reading *r, const uint32_t *at, uint32_t n) {
    rz_named *out = RZ_NEW_N(arena, rz_named, n);
    for (uint32_t i = 0; i < n; i++) out[i] = copy_named(record, arena, r->actors[at[i]].id, ACTORS);
    return out;
}

static const rz_named *named_topics(rz_record *record, rz_arena *arena, const char *const *topics, uint32_t n) {
    rz_named *out = RZ_NEW_N(arena, rz_named, n);
    for (uint32_t i = 0; i < n; i++) out[i] = copy_named(record, arena, topics[i], 1u << RZ_TOPIC);
    return out;
}

static rz_code_of copy_code(rz_arena *arena, const rz_code_of *from) {
    rz_code_of code = {.n_context = from->n_context};
    if (from->event) code.event = copied(arena, from->event);
    if (from->mode) code.mode = copied(arena, from->mode);
    if (from->cameo) code.cameo = copied(arena, from->cameo);
    for (uint32_t i = 0; i < from->n_context; i++) code.context[i] = copied(arena, from->context[i]);
    return code;
}

static void tell_statement(rz_record *record, rz_arena *arena, int64_t article, const rz_reading *r, const char *text, uint32_t at,
                           rz_known_statement *out) {
    const rz_statement *s = &r->statements[at];
    rz_tell_article(record, arena, article, &out->report);
    out->id = rz_format(arena, "%s-s%u", out->report.article, at + 1);
    out->report.id = out->id;
    out->speaker = party_of(record, arena, &r->actors[s->speaker]);
    out->via = s->via >= 0 ? copy_named(record, arena, r->actors[s->via].id, ACTORS) : (rz_named){"", "", ""};
    out->form = copied(arena, s->form), out->channel = copied(arena, s->channel), out->stance = copied(arena, s->stance);
    out->targets = named_actors(record, arena, r, s->targets, s->n_targets), out->n_targets = s->n_targets;
    out->topics = named_topics(record, arena, s->topics, s->n_topics), out->n_topics = s->n_topics;
    out->code = copy_code(arena, &s->code);
    out->report.status = out->report.kind = "";
    out->report.days = out->report.published;
    out->report.place = (rz_named){"", "", ""};
    out->report.confidence = s->confidence;
    out->report.proofs = rz_tell_proofs(arena, text, strlen(text), &s->span, 1), out->report.n_proofs = 1;
}

typedef struct {
    int64_t article, local;
} place;

static void tell_statements(rz_record *record, rz_answer *answer, const place *places, uint32_t n) {
    rz_known_statement *out = RZ_NEW_N(&answer->arena, rz_known_statement, n);
    uint32_t told = 0;
    for (uint32_t i = 0; i < n;) {
        const char *text;
        answer->reading = rz_kept_reading(record, places[i].article, &text); /* held there, so that a failure frees it */
        int64_t article = places[i].article;
        for (; i < n && places[i].article == article; i++)
            if (places[i].local >= 0 && places[i].local < answer->reading->n_statements)
                tell_statement(record, &answer->arena, article, answer->reading, text, (uint32_t)places[i].local, &out[told++]);
        rz_reading_free(answer->reading);
        answer->reading = NULL;
    }
    answer->shown.statements = out, answer->shown.n_statements = told;
}

static void tell_events(rz_record *record, rz_answer *answer, const int64_t *rows, uint32_t n) {
    rz_known_event *events = RZ_NEW_N(&answer->arena, rz_known_event, n);
    for (uint32_t i = 0; i < n; i++) rz_tell_event(record, &answer->arena, rows[i], &events[i]);
    answer->shown.events = events, answer->shown.n_events = n;
}

static bool show_event(rz_record *record, asked *a, const char *id) {
    int64_t row, unused;
    if (!find_row(record, RZ_SQL_REPORTED_IS, id, &row, &unused)) return false;
    a->answer->shown.what = RZ_AN_EVENT;
    tell_events(record, a->answer, &row, 1);
    return true;
}

static bool show_statement(rz_record *record, asked *a, const char *id) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_STATEMENT_IS, "t", id);
    if (!rz_sql_next(record, s)) return false;
    place at = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)};
    sqlite3_reset(s);
    a->answer->shown.what = RZ_A_STATEMENT;
    tell_statements(record, a->answer, &at, 1);
    return true;
}

enum { MOST_COPIES = 100 /* that are shown */ };

static void tell_copies(rz_record *record, rz_answer *answer, int64_t row, const char *text) {
    int64_t *others;
    uint32_t n = rz_copies_of(record, row, &others);
    if (n > MOST_COPIES) n = MOST_COPIES;
    rz_copy_of_article *copies = RZ_NEW_N(&answer->arena, rz_copy_of_article, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++) {
        const char *its;
        rz_reading *reading = record->held_reading = rz_kept_reading(record, others[i], &its);
        rz_tell_copy(record, &answer->arena, &(rz_copy_side){row, answer->reading, text}, &(rz_copy_side){others[i], reading, its}, &copies[i]);
        record->held_reading = NULL;
        rz_reading_free(reading);
    }
    answer->shown.copies = copies, answer->shown.n_copies = n;
}

static bool show_article(rz_record *record, asked *a, const char *id) {
    int64_t row, unused;
    const char *text;
    if (!find_row(record, RZ_SQL_ARTICLE_LIKE, id, &row, &unused)) return false;
    a->answer->reading = rz_kept_reading(record, row, &text);
    a->answer->reading->text = rz_copy(&a->answer->arena, text, strlen(text));
    a->answer->shown.what = RZ_AN_ARTICLE;
    a->answer->shown.article = a->answer->reading;
    tell_copies(record, a->answer, row, text);
    return true;
}

/* ---- an actor ---- */

static const char events_of_actor[] =
    "SELECT e.n FROM event e WHERE e.n IN (SELECT event FROM event_actor WHERE actor = ?1)" RZ_EVENT_ORDER;

static void tell_actor_events(rz_record *record, asked *a, const char *id) {
    RZ_VEC(int64_t) rows = {0};
    int status;
    sqlite3_stmt *s = rz_sql_make(record, events_of_actor);
    sqlite3_bind_text(s, 1, id, -1, SQLITE_STATIC);
    while ((status = sqlite3_step(s)) == SQLITE_ROW) *RZ_PUSH(&record->work, &rows) = sqlite3_column_int64(s, 0);
    rz_sql_free(record);
    if (status != SQLITE_DONE) rz_record_fail_sql(record, status);
    tell_events(record, a->answer, rows.at, rows.n);
}

static void tell_actor_statements(rz_record *record, asked *a, const char *id) {
    RZ_VEC(place) places = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_STATEMENTS_OF, "t", id);
    while (rz_sql_next(record, s)) *RZ_PUSH(&record->work, &places) = (place){sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)};
    tell_statements(record, a->answer, places.at, places.n);
}

/* Of the ids that a name may mean, the one that the record tells most of. */
static const char best_actor[] =
    "SELECT id FROM actor_in WHERE id IN (SELECT value FROM json_each(?1)) GROUP BY id ORDER BY count(*) DESC, id LIMIT 1";

static const char *actor_meant(rz_record *record, const char *ids) {
    const char *id = NULL;
    sqlite3_stmt *s = rz_sql_make(record, best_actor);
    sqlite3_bind_text(s, 1, ids, -1, SQLITE_STATIC);
    int status = sqlite3_step(s);
    if (status == SQLITE_ROW) id = rz_column_text(&record->work, s, 0);
    rz_sql_free(record);
    if (status != SQLITE_ROW && status != SQLITE_DONE) rz_record_fail_sql(record, status);
    return id;
}

static bool show_actor(rz_record *record, asked *a) {
    const char *ids = rz_ids_of_name(record, a->id, ACTORS), *id = ids ? actor_meant(record, ids) : NULL;
    if (!id) return false;
    rz_arena *arena = &a->answer->arena;
    rz_party *actor = &a->answer->shown.actor;
    *actor = (rz_party){rz_named_of(record, arena, id, ACTORS), "", "", "", {"", "", ""}};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ACTOR_NAMES, "t", id);
    if (rz_sql_next(record, s)) {
        actor->kind = rz_column_text(arena, s, 2), actor->state = rz_column_text(arena, s, 3);
        const char *office = rz_column_text(arena, s, 4);
        sqlite3_reset(s);
        actor->office = rz_named_of(record, arena, office, 1u << RZ_OFFICE);
    }
    a->answer->shown.what = RZ_AN_ACTOR;
    tell_actor_events(record, a, id);
    tell_actor_statements(record, a, id);
    return true;
}

static void show(rz_record *record, void *self) {
    asked *a = self;
    rz_record_run(record, "BEGIN");
    bool found = false;
    if (looks_like_id(a->id)) {
        const char *id = whole_id(record, a->id);
        found = show_event(record, a, id) || show_statement(record, a, id) || show_article(record, a, a->id);
    }
    if (!found && strspn(a->id, "0123456789abcdef") == strlen(a->id) && strlen(a->id) < LEAST_OF_ID)
        rz_record_fail(record, RZ_NOT_FOUND, "%s: of an id, write its first %d digits or more", a->id, LEAST_OF_ID);
    if (!found && !show_actor(record, a))
        rz_record_fail(record, RZ_NOT_FOUND, "%s: the record has no event, statement, article or actor of this id or name", a->id);
    rz_record_run(record, "COMMIT");
}

rz_shown *rz_record_show(rz_record *record, const char *id, rz_error *error) {
    rz_answer *answer = rz_answer_open(record, error);
    if (answer && rz_record_guard(record, show, &(asked){id, answer}, error)) return &answer->shown;
    rz_answer_free(answer);
    return NULL;
}

void rz_shown_free(rz_shown *shown) { rz_answer_free((rz_answer *)(void *)shown); }
