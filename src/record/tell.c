/* What is kept, told: rows become the structures of the public header. */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "record/record.h"

enum {
    AROUND = 240, /* bytes of text on each side of a proof */
    ACTORS = 1u << RZ_PERSON | 1u << RZ_STATE | 1u << RZ_ORGANISATION | 1u << RZ_FORUM,
    SOURCES = 1u << RZ_OUTLET | 1u << RZ_ORGANISATION
};

/* ---- proofs ---- */

static bool inside_letter(char c) { return ((unsigned char)c & 0xC0) == 0x80; }
static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/* Where the text around begins: at a word, in the same paragraph. */
static size_t begin_around(const char *text, size_t at) {
    size_t stop = at > AROUND ? at - AROUND : 0, from = at;
    while (from > stop && text[from - 1] != '\n') from--;
    if (from == stop && from > 0)
        while (from < at && !is_space(text[from - 1])) from++;
    return from;
}

static size_t end_around(const char *text, size_t size, size_t at) {
    size_t stop = size - at > AROUND ? at + AROUND : size, to = at;
    while (to < stop && text[to] != '\n') to++;
    if (to == stop && to < size)
        while (to > at && !is_space(text[to])) to--;
    while (to > at && to < size && inside_letter(text[to])) to--;
    return to;
}

rz_proof rz_tell_proof(rz_arena *arena, const char *text, size_t size, rz_span span) {
    if (span.end > size) span.end = (uint32_t)size;
    if (span.start > span.end) span.start = span.end;
    size_t from = begin_around(text, span.start), to = end_around(text, size, span.end);
    return (rz_proof){rz_copy(arena, text + from, span.start - from), rz_copy(arena, text + span.start, span.end - span.start),
                      rz_copy(arena, text + span.end, to - span.end), span};
}

const rz_proof *rz_tell_proofs(rz_arena *arena, const char *text, size_t size, const rz_span *spans, uint32_t n) {
    rz_proof *proofs = RZ_NEW_N(arena, rz_proof, n);
    for (uint32_t i = 0; i < n; i++) proofs[i] = rz_tell_proof(arena, text, size, spans[i]);
    return proofs;
}

static const rz_proof *read_proofs(rz_arena *arena, const char *text, size_t size, const char *spans, uint32_t *n) {
    RZ_VEC(rz_span) list = {0};
    unsigned from, to;
    for (int used; sscanf(spans, "%u-%u %n", &from, &to, &used) == 2; spans += used)
        *RZ_PUSH(arena, &list) = (rz_span){from, to};
    *n = list.n;
    return rz_tell_proofs(arena, text, size, list.at, list.n);
}

/* ---- reports ---- */

/* The article's text, good until the statement is used again. */
static const char *read_head(rz_record *record, rz_arena *arena, int64_t article, rz_report *out, sqlite3_stmt **row) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_HEAD, "i", article);
    if (!rz_sql_next(record, s)) rz_record_fail(record, RZ_IO, "%s: the record is damaged: an article is gone", record->path);
    const char *outlet = rz_column_text(arena, s, 1), *quoted = rz_column_text(arena, s, 2);
    out->article = rz_column_text(arena, s, 0);
    out->title = rz_column_text(arena, s, 3), out->path = rz_column_text(arena, s, 4), out->url = rz_column_text(arena, s, 5);
    out->published = (rz_days){rz_column_day(s, 6), rz_column_day(s, 7)};
    out->outlet = rz_named_of(record, arena, outlet, SOURCES);
    out->quoted = rz_named_of(record, arena, quoted, SOURCES);
    *row = s;
    const char *text = (const char *)sqlite3_column_text(s, 8);
    return text ? text : "";
}

void rz_tell_article(rz_record *record, rz_arena *arena, int64_t article, rz_report *out) {
    sqlite3_stmt *s;
    read_head(record, arena, article, out, &s);
    sqlite3_reset(s);
    out->copy_of = rz_original_of(record, arena, article);
}

static rz_named place_of(rz_record *record, rz_arena *arena, const char *id, const char *fa) {
    rz_named place = rz_named_of(record, arena, id, 1u << RZ_PLACE | 1u << RZ_STATE);
    if (!*place.fa) place.fa = fa;
    return place;
}

static void tell_report(rz_record *record, rz_arena *arena, const rz_kept_event *e, rz_report *out) {
    sqlite3_stmt *s;
    const char *text = read_head(record, arena, e->article, out, &s);
    out->proofs = read_proofs(arena, text, (size_t)sqlite3_column_bytes(s, 8), e->evidence, &out->n_proofs);
    sqlite3_reset(s);
    out->copy_of = rz_original_of(record, arena, e->article);
    out->id = e->id, out->status = e->status, out->kind = e->kind;
    out->days = e->days;
    out->place = place_of(record, arena, e->place, e->place_fa);
    out->confidence = e->confidence;
}

static int by_publication(const void *a, const void *b) {
    const rz_kept_event *x = *(const rz_kept_event *const *)a, *y = *(const rz_kept_event *const *)b;
    bool no_x = x->published.from == RZ_NO_DAY, no_y = y->published.from == RZ_NO_DAY;
    if (no_x != no_y) return no_x ? 1 : -1;
    if (x->published.from != y->published.from) return x->published.from < y->published.from ? -1 : 1;
    return strcmp(x->id, y->id);
}

static const rz_report *tell_reports(rz_record *record, rz_arena *arena, int64_t event, uint32_t *n) {
    RZ_VEC(rz_kept_event *) kept = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_OF_EVENT, "i", event);
    while (rz_sql_next(record, s)) *RZ_PUSH(arena, &kept) = rz_kept_event_read(arena, s);
    if (kept.n) qsort(kept.at, kept.n, sizeof *kept.at, by_publication);
    rz_report *reports = RZ_NEW_N(arena, rz_report, kept.n);
    for (uint32_t i = 0; i < kept.n; i++) tell_report(record, arena, kept.at[i], &reports[i]);
    *n = kept.n;
    return reports;
}

/* ---- events ---- */

static rz_code_of code_of(rz_arena *arena, sqlite3_stmt *s, int column) {
    rz_code_of code = {0};
    const char *event = rz_column_text(arena, s, column), *mode = rz_column_text(arena, s, column + 1);
    char *context = rz_copy(arena, rz_column_text(arena, s, column + 2), (size_t)sqlite3_column_bytes(s, column + 2));
    const char *cameo = rz_column_text(arena, s, column + 3);
    code.event = *event ? event : NULL, code.mode = *mode ? mode : NULL, code.cameo = *cameo ? cameo : NULL;
    for (char *rest, *word = strtok_r(context, " ", &rest); word && code.n_context < 4; word = strtok_r(NULL, " ", &rest))
        code.context[code.n_context++] = word;
    return code;
}

static void tell_head(rz_record *record, rz_arena *arena, int64_t row, rz_known_event *out) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_EVENT_ONE, "i", row);
    if (!rz_sql_next(record, s)) rz_record_fail(record, RZ_IO, "%s: the record is damaged: an event is gone", record->path);
    out->id = rz_column_text(arena, s, 0), out->kind = rz_column_text(arena, s, 1), out->status = rz_column_text(arena, s, 2);
    out->days = (rz_days){rz_column_day(s, 3), rz_column_day(s, 4)};
    out->reported = (rz_days){rz_column_day(s, 5), rz_column_day(s, 6)};
    const char *place = rz_column_text(arena, s, 7), *place_fa = rz_column_text(arena, s, 8), *forum = rz_column_text(arena, s, 9);
    out->count = (uint32_t)sqlite3_column_int64(s, 10);
    out->code = code_of(arena, s, 11);
    out->confidence = sqlite3_column_double(s, 15);
    int differ = sqlite3_column_int(s, 16);
    out->differ_status = differ & 1, out->differ_days = differ & 2, out->differ_place = differ & 4;
    sqlite3_reset(s);
    out->place = place_of(record, arena, place, place_fa);
    out->forum = rz_named_of(record, arena, forum, 1u << RZ_FORUM | 1u << RZ_ORGANISATION);
}

static void tell_parties(rz_record *record, rz_arena *arena, int64_t row, rz_known_event *out) {
    RZ_VEC(rz_party) parties = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_EVENT_ACTORS, "i", row);
    while (rz_sql_next(record, s)) {
        const char *id = rz_column_text(arena, s, 0), *role = rz_column_text(arena, s, 1), *kind = rz_column_text(arena, s, 2),
                   *state = rz_column_text(arena, s, 3), *office = rz_column_text(arena, s, 4);
        *RZ_PUSH(arena, &parties) = (rz_party){{id, "", ""}, kind, role, state, {office, "", ""}};
    }
    for (uint32_t i = 0; i < parties.n; i++) {
        parties.at[i].who = rz_named_of(record, arena, parties.at[i].who.id, ACTORS);
        parties.at[i].office = rz_named_of(record, arena, parties.at[i].office.id, 1u << RZ_OFFICE);
    }
    out->participants = parties.at, out->n_participants = parties.n;
}

static void tell_topics(rz_record *record, rz_arena *arena, int64_t row, rz_known_event *out) {
    RZ_VEC(rz_named) topics = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_EVENT_TOPICS, "i", row);
    while (rz_sql_next(record, s)) RZ_PUSH(arena, &topics)->id = rz_column_text(arena, s, 0);
    for (uint32_t i = 0; i < topics.n; i++) topics.at[i] = rz_named_of(record, arena, topics.at[i].id, 1u << RZ_TOPIC);
    out->topics = topics.at, out->n_topics = topics.n;
}

void rz_tell_event(rz_record *record, rz_arena *arena, int64_t row, rz_known_event *out) {
    tell_head(record, arena, row, out);
    tell_parties(record, arena, row, out);
    tell_topics(record, arena, row, out);
    out->reports = tell_reports(record, arena, row, &out->n_reports);
}

/* ---- answers ---- */

rz_answer *rz_answer_open(rz_record *record, rz_error *error) {
    rz_answer *answer = calloc(1, sizeof *answer);
    if (answer) rz_arena_open(&answer->arena, &record->exit, 0);
    else rz_fail(error, RZ_NO_MEMORY, 0, "%s: memory ran out", record->path);
    return answer;
}

void rz_answer_free(rz_answer *answer) {
    if (!answer) return;
    rz_reading_free(answer->reading);
    rz_arena_close(&answer->arena);
    free(answer);
}
