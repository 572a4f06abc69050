/* Keeping readings, and taking them out again. */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/joined.h"
#include "reading/engine.h"
#include "reading/json.h"
#include "record/record.h"
#include "text/text.h"

enum {
    MIN_WORDS = 80, /* bytes */
    LEAD = 700,     /* bytes of the body */
    NEWS_DAYS = 2
};

/* Lines and lists that go into one column. */
static void put(rz_joined *j, const char *text, char after) {
    rz_join(j, text, strlen(text));
    rz_join(j, &after, 1);
}

static const char *who_of(rz_arena *arena, const rz_reading *r, const rz_event *e) {
    rz_joined j = {.arena = arena};
    for (uint32_t i = 0; i < e->n_participants; i++) {
        const rz_actor *a = &r->actors[e->participants[i].actor];
        put(&j, a->id, '\t');
        put(&j, e->participants[i].role, '\t');
        put(&j, a->kind, '\t');
        put(&j, a->state ? a->state : "", '\t');
        put(&j, a->office ? a->office : "", '\n');
    }
    return rz_joined_text(&j);
}

static const char *words_of(rz_arena *arena, const char *const *words, uint32_t n) {
    rz_joined j = {.arena = arena};
    for (uint32_t i = 0; i < n; i++) put(&j, words[i], ' ');
    return rz_joined_text(&j);
}

static const char *spans_of(rz_arena *arena, const rz_span *spans, uint32_t n) {
    rz_joined j = {.arena = arena};
    for (uint32_t i = 0; i < n; i++) put(&j, rz_format(arena, "%u-%u", spans[i].start, spans[i].end), ' ');
    return rz_joined_text(&j);
}

/* A hash of the words that prove it, however spelled; "" where they are too few to be a copy of anything. */
static const char *words_hash(rz_record *record, const rz_reading *r, const rz_event *e) {
    if (!e->n_evidence || e->evidence[0].end > r->text_size) return "";
    rz_span at = e->evidence[0];
    const char *bare = rz_normal(&record->work, rz_engine_data(record->engine), r->text + at.start, at.end - at.start, true);
    if (strlen(bare) < MIN_WORDS) return "";
    return rz_format(&record->work, "%016llx", (unsigned long long)rz_hash(bare, strlen(bare)));
}

/* Is it the news itself, told in the title or the lead, rather than what went before? */
static bool is_news(const rz_reading *r, const rz_event *e) {
    uint32_t lead = r->n_body ? r->body[0].start : 0;
    for (uint32_t i = 0; i < e->n_evidence; i++) {
        uint32_t at = e->evidence[i].start;
        if ((at >= r->title_span.start && at < r->title_span.end) || (at >= lead && at < lead + LEAD)) return true;
    }
    return false;
}

/* News of what was held without a day is of the days before the report: enough to find other reports of it, not to say when. */
static rz_days when_of(const rz_reading *r, const rz_event *e) {
    if (e->days.from != RZ_NO_DAY) return e->days;
    bool held = strcmp(e->status, "held") == 0 || strcmp(e->status, "ongoing") == 0;
    bool known = r->published.from != RZ_NO_DAY && r->published.to - r->published.from <= NEWS_DAYS;
    if (!held || !known || !is_news(r, e)) return e->days;
    return (rz_days){r->published.from - NEWS_DAYS, r->published.to};
}

static void add_keys(rz_record *record, int64_t row) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_ONE, "i", row);
    if (!rz_sql_next(record, s)) return;
    const rz_kept_event *event = rz_kept_event_read(&record->work, s);
    sqlite3_reset(s);
    const rz_merge_key *keys;
    uint32_t n = rz_merge_keys(&record->work, event, &keys);
    for (uint32_t i = 0; i < n; i++)
        rz_sql_do(record, RZ_SQL_KEY_ADD, "tiii", keys[i].key, (int64_t)keys[i].from, row, (int64_t)keys[i].to);
}

static int64_t add_event(rz_record *record, int64_t article, const rz_reading *r, const rz_event *e) {
    rz_arena *a = &record->work;
    rz_days when = when_of(r, e);
    rz_sql_do(record, RZ_SQL_REPORTED_ADD, "itttddddddtttittttrtttt", article, rz_format(a, "%s-%s", r->id, e->id), e->kind,
              e->status, e->days.from, e->days.to, when.from, when.to, r->published.from, r->published.to, e->place_id, e->place_fa, e->forum,
              (int64_t)e->count, e->code.event, e->code.mode, words_of(a, e->code.context, e->code.n_context), e->code.cameo,
              e->confidence, who_of(a, r, e), words_of(a, e->topics, e->n_topics), spans_of(a, e->evidence, e->n_evidence),
              words_hash(record, r, e));
    int64_t row = sqlite3_last_insert_rowid(record->db);
    add_keys(record, row);
    return row;
}

/* What search looks in. */
static void index_words(rz_record *record, rz_sql_name how, int64_t article, const char *title, const char *text, size_t size) {
    const rz_language *language = rz_engine_language(record->engine);
    size_t n_title = 0, n_body = 0;
    const char *head = rz_search_words(&record->work, language, title ? title : "", title ? strlen(title) : 0, &n_title);
    const char *body = rz_search_words(&record->work, language, text, size, &n_body);
    rz_sql_do(record, how, "ibb", article, head, n_title, body, n_body);
}

static void add_actors(rz_record *record, int64_t article, const rz_reading *r) {
    for (uint32_t i = 0; i < r->n_actors; i++) {
        const rz_actor *a = &r->actors[i];
        rz_sql_do(record, RZ_SQL_ACTOR_ADD, "itttttti", article, a->id, a->kind, a->fa, a->en, a->state, a->office,
                  (int64_t)a->n_mentions);
    }
}

static void add_article(rz_record *record, const rz_reading *r, const int64_t *known) {
    const char *reading = rz_record_own(record, rz_reading_json(r));
    const char *quoted = r->n_chain > 1 ? r->chain[1].id : NULL;
    rz_sql_do(record, RZ_SQL_ARTICLE_ADD, "nttttbttddttt", known, r->id, r->publisher ? r->publisher->id : NULL, quoted,
              r->title, r->text, (size_t)r->text_size, r->path, r->url, r->published.from, r->published.to, r->data_hash, RZ_VERSION, reading);
}

static void add_rest(rz_record *record, int64_t article, const rz_reading *r) {
    for (uint32_t i = 0; i < r->n_statements; i++)
        rz_sql_do(record, RZ_SQL_STATEMENT_ADD, "tiit", rz_format(&record->work, "%s-s%u", r->id, i + 1), article, (int64_t)i,
                  r->actors[r->statements[i].speaker].id);
    for (uint32_t i = 0; i < r->n_instruments; i++) {
        const rz_instrument *k = &r->instruments[i];
        rz_sql_do(record, RZ_SQL_INSTRUMENT_ADD, "iitttdd", article, (int64_t)i, k->id, k->fa, k->stage, k->days.from, k->days.to);
    }
}

/* Everything of an article but its place in the order. */
static void drop_article(rz_record *record, int64_t article) {
    const int64_t *left;
    uint32_t n;
    rz_record_dissolve(record, article, &left, &n);
    rz_copies_drop(record, article);
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_TEXT, "i", article);
    if (rz_sql_next(record, s)) {
        const char *title = rz_column_text(&record->work, s, 0), *text = rz_column_text(&record->work, s, 1);
        sqlite3_reset(s);
        index_words(record, RZ_SQL_WORDS_DROP, article, title, text, strlen(text));
    }
    static const rz_sql_name drops[] = {RZ_SQL_KEY_DROP, RZ_SQL_REPORTED_DROP, RZ_SQL_ACTOR_DROP, RZ_SQL_STATEMENT_DROP,
                                        RZ_SQL_INSTRUMENT_DROP, RZ_SQL_ARTICLE_DROP};
    for (size_t i = 0; i < sizeof drops / sizeof *drops; i++) rz_sql_do(record, drops[i], "i", article);
    rz_record_merge(record, left, n);
}

typedef struct {
    int64_t row;
    bool found, same;
} kept;

static kept find(rz_record *record, const rz_reading *r) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_FIND, "t", r->id);
    if (!rz_sql_next(record, s)) return (kept){0};
    kept k = {sqlite3_column_int64(s, 0), true, false};
    k.same = strcmp(rz_column_text(&record->work, s, 1), r->data_hash) == 0 &&
             strcmp(rz_column_text(&record->work, s, 2), RZ_VERSION) == 0 &&
             rz_column_day(s, 3) == r->published.from && rz_column_day(s, 4) == r->published.to;
    sqlite3_reset(s);
    return k;
}

/* ---- adding ---- */

typedef struct {
    const rz_reading *const *readings;
    size_t n;
    rz_added *added;
} batch;

typedef RZ_VEC(int64_t) rows;

static void add_one(rz_record *record, const rz_reading *r, rz_added *added, rows *fresh) {
    *added = (rz_added){.statements = r->n_statements, .instruments = r->n_instruments};
    kept known = find(record, r);
    if (known.same) {
        added->outcome = RZ_KNOWN;
        return;
    }
    if (known.found) {
        added->outcome = RZ_READ_ANEW;
        drop_article(record, known.row);
    }
    add_article(record, r, known.found ? &known.row : NULL);
    int64_t article = known.found ? known.row : sqlite3_last_insert_rowid(record->db);
    add_actors(record, article, r);
    add_rest(record, article, r);
    rz_copies_add(record, article, r);
    index_words(record, RZ_SQL_WORDS_ADD, article, r->title, r->text, r->text_size);
    for (uint32_t i = 0; i < r->n_events; i++) *RZ_PUSH(&record->work, fresh) = add_event(record, article, r, &r->events[i]);
}

/* Of an article's events, which were known from articles kept before. */
static void count_events(rz_record *record, const rz_reading *r, rz_added *added) {
    if (added->outcome == RZ_KNOWN) return;
    kept k = find(record, r);
    int64_t article = k.row;
    snprintf(added->copy_of, sizeof added->copy_of, "%s", rz_original_of(record, &record->work, article));
    rows events = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_OF_ARTICLE, "i", article);
    while (rz_sql_next(record, s)) *RZ_PUSH(&record->work, &events) = sqlite3_column_int64(s, 0);
    for (uint32_t i = 0; i < events.n; i++) {
        s = rz_sql(record, RZ_SQL_EVENT_OLDER, "i", events.at[i]);
        bool older = rz_sql_next(record, s) && sqlite3_column_int64(s, 0) < article;
        sqlite3_reset(s);
        if (older) added->merged_events++;
        else added->new_events++;
    }
}

static void add_batch(rz_record *record, void *self) {
    const batch *b = self;
    rows fresh = {0};
    rz_record_run(record, "BEGIN IMMEDIATE");
    for (size_t i = 0; i < b->n; i++) add_one(record, b->readings[i], &b->added[i], &fresh);
    rz_record_merge(record, fresh.at, fresh.n);
    for (size_t i = 0; i < b->n; i++) count_events(record, b->readings[i], &b->added[i]);
    rz_record_run(record, "COMMIT");
}

bool rz_record_add(rz_record *record, const rz_reading *const *readings, size_t n, rz_added *added, rz_error *error) {
    return rz_record_guard(record, add_batch, &(batch){readings, n, added}, error);
}

static void remove_article(rz_record *record, void *self) {
    const char *id = self;
    rz_record_run(record, "BEGIN IMMEDIATE");
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_FIND, "t", id);
    if (!rz_sql_next(record, s)) rz_record_fail(record, RZ_NOT_FOUND, "%s: there is no article %s in the record", record->path, id);
    int64_t article = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    drop_article(record, article);
    rz_record_run(record, "COMMIT");
}

bool rz_record_remove(rz_record *record, const char *article, rz_error *error) {
    return rz_record_guard(record, remove_article, (void *)(uintptr_t)article, error);
}
