#include "watch/state.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

#define APPLICATION 0x727A7977 /* "rzyw", PRAGMA application_id */
#define SCHEMA 1               /* PRAGMA user_version */

/* item.state: 0 waits, 1 done; told: when a feed told of it last */
#define TABLES                                                                                                      \
    "CREATE TABLE source(address TEXT PRIMARY KEY, etag TEXT, modified TEXT, text INTEGER, due REAL, tries INTEGER)"  \
    " WITHOUT ROWID;"                                                                                               \
    "CREATE TABLE item(n INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, feed TEXT, state INTEGER NOT NULL, page INTEGER," \
    " due REAL, tries INTEGER, told REAL, title TEXT, outlet TEXT, published TEXT, body BLOB);"                      \
    "CREATE INDEX item_waiting ON item(n) WHERE state = 0;"                                                          \
    "CREATE TABLE host(name TEXT PRIMARY KEY, due REAL, troubles INTEGER) WITHOUT ROWID;"                             \
    "CREATE TABLE robots(origin TEXT PRIMARY KEY, at REAL, text BLOB) WITHOUT ROWID;"

#define STATEMENTS(X)                                                                                                \
    X(SOURCE_GET, "SELECT etag, modified, text, due, tries FROM source WHERE address = ?")                            \
    X(SOURCE_PUT, "INSERT OR REPLACE INTO source VALUES(?,?,?,?,?,?)")                                               \
    X(ITEM_ADD, "INSERT OR IGNORE INTO item(address, feed, state, page, due, tries, told, title, outlet, published, body)" \
                " VALUES(?,?,0,?,0,0,?,?,?,?,?)")                                                                    \
    X(ITEM_TOLD, "UPDATE item SET told = ?2 WHERE address = ?1")                                                     \
    X(ITEM_GET, "SELECT address, feed, page, title, outlet, published, body FROM item WHERE address = ? AND state = 0")  \
    X(ITEM_DONE, "INSERT INTO item(address, state, told) VALUES(?1, 1, ?2) ON CONFLICT(address) DO UPDATE SET state = 1," \
                 " title = NULL, outlet = NULL, published = NULL, body = NULL")                                      \
    X(ITEM_LATER, "UPDATE item SET due = ?, tries = ? WHERE address = ? AND state = 0")                               \
    X(ITEM_IS_DONE, "SELECT 1 FROM item WHERE address = ? AND state = 1")                                            \
    X(ITEMS, "SELECT address, page, due, tries FROM item WHERE state = 0 ORDER BY n")                                \
    X(FORGET, "DELETE FROM item WHERE state = 1 AND told < ?")                                                       \
    X(HOST_GET, "SELECT due, troubles FROM host WHERE name = ?")                                                     \
    X(HOST_PUT, "INSERT OR REPLACE INTO host VALUES(?,?,?)")                                                         \
    X(ROBOTS_GET, "SELECT at, text FROM robots WHERE origin = ?")                                                    \
    X(ROBOTS_PUT, "INSERT OR REPLACE INTO robots VALUES(?,?,?)")

typedef enum {
#define NAME(name, text) name,
    STATEMENTS(NAME)
#undef NAME
    N_STATEMENTS
} statement;

static const char *const texts[] = {
#define TEXT(name, text) text,
    STATEMENTS(TEXT)
#undef TEXT
};

struct watch_state {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *made[N_STATEMENTS];
    int failed; /* the first since watch_begin */
};

static sqlite3_stmt *use(watch_state *s, statement name) {
    if (!s->made[name]) {
        int status = sqlite3_prepare_v3(s->db, texts[name], -1, SQLITE_PREPARE_PERSISTENT, &s->made[name], NULL);
        if (status != SQLITE_OK && !s->failed) s->failed = status;
    }
    if (s->made[name]) sqlite3_reset(s->made[name]);
    return s->made[name];
}

/* A row is there. */
static bool step(watch_state *s, sqlite3_stmt *q) {
    int status = q ? sqlite3_step(q) : SQLITE_ERROR;
    if (status == SQLITE_ROW) return true;
    if (status != SQLITE_DONE && !s->failed) s->failed = status;
    if (q) sqlite3_reset(q);
    return false;
}

static void run(watch_state *s, const char *sql) {
    int status = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    if (status != SQLITE_OK && !s->failed) s->failed = status;
}

static void text(sqlite3_stmt *q, int at, const char *value) { sqlite3_bind_text(q, at, value, -1, SQLITE_TRANSIENT); }

static bool fail(const watch_state *s, int status, rz_error *error) {
    if (status == SQLITE_BUSY) return rz_fail(error, RZ_LOCKED, 0, "%s: another `rayzan watch` is at work with this record", s->path);
    if (status == SQLITE_NOTADB) return rz_fail(error, RZ_FOREIGN, 0, "%s: this is no file of `rayzan watch`; move it away", s->path);
    if (status == SQLITE_FULL) return rz_fail(error, RZ_FULL, 0, "%s: the disk is full", s->path);
    if (status == SQLITE_NOMEM) return rz_fail(error, RZ_NO_MEMORY, 0, "memory ran out");
    return rz_fail(error, RZ_IO, 0, "%s: %s", s->path, sqlite3_errstr(status));
}

static int number(watch_state *s, const char *sql) {
    sqlite3_stmt *q = NULL;
    int value = 0, status = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);
    if (status == SQLITE_OK && (status = sqlite3_step(q)) == SQLITE_ROW) value = sqlite3_column_int(q, 0), status = SQLITE_OK;
    if (status != SQLITE_OK && !s->failed) s->failed = status;
    sqlite3_finalize(q);
    return value;
}

static bool make_tables(watch_state *s, rz_error *error) {
    char marks[96];
    snprintf(marks, sizeof marks, "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION, SCHEMA);
    run(s, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE");
    int application = s->failed ? 0 : number(s, "PRAGMA application_id"), version = s->failed ? 0 : number(s, "PRAGMA user_version");
    bool ours = application == APPLICATION, empty = !ours && !application && !number(s, "SELECT count(*) FROM sqlite_schema");
    if (!s->failed && !ours && !empty) s->failed = SQLITE_NOTADB;
    if (!s->failed && version > SCHEMA) return rz_fail(error, RZ_NEWER, 0, "%s: written by a later rayzan; use that one", s->path);
    if (!s->failed && empty) run(s, TABLES), run(s, marks);
    if (!s->failed) run(s, "COMMIT");
    return !s->failed || fail(s, s->failed, error);
}

watch_state *watch_state_open(const char *path, rz_error *error) {
    watch_state *s = calloc(1, sizeof *s);
    if (!s || !(s->path = strdup(path))) return free(s), rz_fail(error, RZ_NO_MEMORY, 0, "memory ran out"), NULL;
    int status = sqlite3_open_v2(path, &s->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    if (status == SQLITE_OK ? make_tables(s, error) : fail(s, status, error)) return s;
    watch_state_close(s);
    return NULL;
}

void watch_state_close(watch_state *s) {
    if (!s) return;
    for (int i = 0; i < N_STATEMENTS; i++) sqlite3_finalize(s->made[i]);
    sqlite3_close(s->db);
    free(s->path);
    free(s);
}

void watch_begin(watch_state *s) {
    s->failed = SQLITE_OK;
    run(s, "BEGIN");
}

void watch_undo(watch_state *s) {
    if (!sqlite3_get_autocommit(s->db)) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

bool watch_commit(watch_state *s, rz_error *error) {
    if (!s->failed) run(s, "COMMIT");
    if (!s->failed) return true;
    watch_undo(s);
    return fail(s, s->failed, error);
}

/* ---- addresses of the list ---- */

static void copy(char *to, size_t room, const void *value) { snprintf(to, room, "%s", value ? (const char *)value : ""); }

watch_source watch_source_of(watch_state *s, const char *address) {
    watch_source out = {0};
    sqlite3_stmt *q = use(s, SOURCE_GET);
    text(q, 1, address);
    if (!step(s, q)) return out;
    copy(out.etag, sizeof out.etag, sqlite3_column_text(q, 0));
    copy(out.modified, sizeof out.modified, sqlite3_column_text(q, 1));
    out.text = sqlite3_column_int64(q, 2);
    out.due = sqlite3_column_double(q, 3);
    out.tries = (unsigned)sqlite3_column_int(q, 4);
    sqlite3_reset(q);
    return out;
}

void watch_source_put(watch_state *s, const char *address, const watch_source *source) {
    sqlite3_stmt *q = use(s, SOURCE_PUT);
    text(q, 1, address), text(q, 2, source->etag), text(q, 3, source->modified);
    sqlite3_bind_int64(q, 4, source->text);
    sqlite3_bind_double(q, 5, source->due);
    sqlite3_bind_int(q, 6, (int)source->tries);
    step(s, q);
}

/* ---- items ---- */

bool watch_item_add(watch_state *s, const watch_item *item, double now) {
    sqlite3_stmt *q = use(s, ITEM_ADD);
    text(q, 1, item->address), text(q, 2, item->feed);
    sqlite3_bind_int(q, 3, item->page);
    sqlite3_bind_double(q, 4, now);
    text(q, 5, item->title), text(q, 6, item->outlet), text(q, 7, item->published);
    sqlite3_bind_blob64(q, 8, item->body, item->size, SQLITE_TRANSIENT);
    step(s, q);
    if (sqlite3_changes(s->db) > 0) return true;
    q = use(s, ITEM_TOLD);
    text(q, 1, item->address);
    sqlite3_bind_double(q, 2, now);
    step(s, q);
    return false;
}

bool watch_item_read(watch_state *s, const char *address, watch_item *out) {
    sqlite3_stmt *q = use(s, ITEM_GET);
    text(q, 1, address);
    if (!step(s, q)) return false;
    *out = (watch_item){.address = (const char *)sqlite3_column_text(q, 0), .feed = (const char *)sqlite3_column_text(q, 1),
                        .page = sqlite3_column_int(q, 2) != 0, .title = (const char *)sqlite3_column_text(q, 3),
                        .outlet = (const char *)sqlite3_column_text(q, 4), .published = (const char *)sqlite3_column_text(q, 5),
                        .body = sqlite3_column_blob(q, 6), .size = (size_t)sqlite3_column_bytes(q, 6)};
    return true;
}

void watch_item_done(watch_state *s, const char *address, double now) {
    sqlite3_stmt *q = use(s, ITEM_DONE);
    text(q, 1, address);
    sqlite3_bind_double(q, 2, now);
    step(s, q);
}

void watch_item_later(watch_state *s, const char *address, double due, unsigned tries) {
    sqlite3_stmt *q = use(s, ITEM_LATER);
    sqlite3_bind_double(q, 1, due);
    sqlite3_bind_int(q, 2, (int)tries);
    text(q, 3, address);
    step(s, q);
}

static bool has(watch_state *s, statement name, const char *key) {
    sqlite3_stmt *q = use(s, name);
    text(q, 1, key);
    bool found = step(s, q);
    if (q) sqlite3_reset(q);
    return found;
}

bool watch_is_done(watch_state *s, const char *address) { return has(s, ITEM_IS_DONE, address); }

void watch_each_waiting(watch_state *s, void (*tell)(void *, const char *, bool, double, unsigned), void *self) {
    sqlite3_stmt *q = use(s, ITEMS);
    while (step(s, q))
        tell(self, (const char *)sqlite3_column_text(q, 0), sqlite3_column_int(q, 1) != 0, sqlite3_column_double(q, 2), (unsigned)sqlite3_column_int(q, 3));
}

void watch_forget(watch_state *s, double before) {
    sqlite3_stmt *q = use(s, FORGET);
    sqlite3_bind_double(q, 1, before);
    step(s, q);
}

/* ---- hosts ---- */

bool watch_host_get(watch_state *s, const char *name, watch_host *out) {
    sqlite3_stmt *q = use(s, HOST_GET);
    text(q, 1, name);
    if (!step(s, q)) return false;
    out->due = sqlite3_column_double(q, 0);
    out->troubles = (unsigned)sqlite3_column_int(q, 1);
    sqlite3_reset(q);
    return true;
}

void watch_host_put(watch_state *s, const char *name, const watch_host *host) {
    sqlite3_stmt *q = use(s, HOST_PUT);
    text(q, 1, name);
    sqlite3_bind_double(q, 2, host->due);
    sqlite3_bind_int(q, 3, (int)host->troubles);
    step(s, q);
}

bool watch_robots_get(watch_state *s, const char *origin, rz_bytes *out, double *at) {
    sqlite3_stmt *q = use(s, ROBOTS_GET);
    text(q, 1, origin);
    if (!step(s, q)) return false;
    size_t n = (size_t)sqlite3_column_bytes(q, 1);
    *at = sqlite3_column_double(q, 0);
    bool room = rz_bytes_room(out, n + 1);
    if (room) rz_bytes_put(out, sqlite3_column_blob(q, 1), n);
    sqlite3_reset(q);
    return room;
}

void watch_robots_put(watch_state *s, const char *origin, const char *bytes, size_t size, double at) {
    sqlite3_stmt *q = use(s, ROBOTS_PUT);
    text(q, 1, origin);
    sqlite3_bind_double(q, 2, at);
    sqlite3_bind_blob64(q, 3, bytes ? bytes : "", size, SQLITE_TRANSIENT);
    step(s, q);
}
