/* Opening a record: whose file it is, and which version of the schema. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "record/record.h"

enum { PATIENCE = 5000 /* milliseconds that a call waits for another process */ };

static bool foreign(rz_error *error, const char *path) {
    return rz_fail(error, RZ_FOREIGN, 0, "%s: this is no record of rayzan; name another file", path);
}

/* SQLite says of a missing folder only that it cannot open the file. */
static bool folder_is_there(const char *path, rz_error *error) {
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path) return true;
    char *folder = strndup(path, (size_t)(slash - path));
    bool there = !folder || access(folder, F_OK) == 0;
    if (!there) rz_fail(error, RZ_IO, 0, "%s: there is no folder %s; make it first", path, folder);
    free(folder);
    return there;
}

/* Looks at a file before SQLite does, so that no file of somebody else's is touched. */
static bool look_at_file(const char *path, rz_access wanted, rz_error *error) {
    char head[16];
    FILE *file = fopen(path, "rb");
    if (!file && errno == ENOENT) {
        if (wanted == RZ_WRITE) return folder_is_there(path, error);
        return rz_fail(error, RZ_NOT_FOUND, 0, "%s: there is no record here; `rayzan add` makes one", path);
    }
    if (!file) return rz_fail(error, RZ_IO, 0, "%s: %s", path, strerror(errno));
    size_t n = fread(head, 1, sizeof head, file);
    bool failed = ferror(file);
    fclose(file);
    if (failed) return rz_fail(error, RZ_IO, 0, "%s: cannot be read; is it a folder?", path);
    if (n == 0) return true;
    return (n == sizeof head && memcmp(head, "SQLite format 3", 16) == 0) || foreign(error, path);
}

static int number_of(rz_record *record, const char *sql) {
    sqlite3_stmt *s = rz_sql_make(record, sql);
    int status = sqlite3_step(s), value = status == SQLITE_ROW ? sqlite3_column_int(s, 0) : 0;
    sqlite3_finalize(s);
    if (status != SQLITE_ROW) rz_record_fail_sql(record, status);
    return value;
}

/* One transaction, so that of two processes that find no schema one makes it and the other sees it. */
static void make_schema(rz_record *record) {
    char numbers[120];
    snprintf(numbers, sizeof numbers, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", RZ_RECORD_APPLICATION,
             RZ_RECORD_SCHEMA);
    rz_record_run(record, "BEGIN IMMEDIATE");
    if (number_of(record, "PRAGMA application_id") == RZ_RECORD_APPLICATION) {
        rz_record_run(record, "COMMIT");
        return;
    }
    rz_record_run(record, RZ_RECORD_TABLES);
    rz_record_run(record, numbers);
}

static void check_schema(rz_record *record, void *self) {
    const rz_access *access = self;
    int application = number_of(record, "PRAGMA application_id"), version;
    if (application != RZ_RECORD_APPLICATION) {
        if (application != 0 || number_of(record, "SELECT count(*) FROM sqlite_schema") != 0)
            rz_record_fail(record, RZ_FOREIGN, "%s: this is no record of rayzan; name another file", record->path);
        if (*access == RZ_LOOK)
            rz_record_fail(record, RZ_NOT_FOUND, "%s: this file is empty; `rayzan add` makes a record of it", record->path);
        rz_record_run(record, "PRAGMA journal_mode = WAL");
        make_schema(record);
    }
    version = number_of(record, "PRAGMA user_version");
    if (version > RZ_RECORD_SCHEMA)
        rz_record_fail(record, RZ_NEWER, "%s: written by a later rayzan (schema %d, this one knows %d); use that one", record->path,
                       version, RZ_RECORD_SCHEMA);
}

/* SQLite writes its journal ahead and syncs it at checkpoints: a killed process loses nothing that a call returned for. */
static void tune(rz_record *record, void *self) {
    (void)self;
    rz_record_run(record, "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY");
}

rz_record *rz_record_open(const char *path, rz_access access, rz_engine *engine, rz_error *error) {
    if (!look_at_file(path, access, error)) return NULL;
    rz_record *record = calloc(1, sizeof *record);
    char *name = strdup(path);
    if (!record || !name) {
        free(record), free(name);
        rz_fail(error, RZ_NO_MEMORY, 0, "memory ran out");
        return NULL;
    }
    record->path = name;
    record->engine = rz_engine_retain(engine);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (access == RZ_WRITE ? SQLITE_OPEN_CREATE : 0);
    int status = sqlite3_open_v2(path, &record->db, flags, NULL);
    bool good = status == SQLITE_OK || rz_record_error(error, record->db, status, path);
    if (good) sqlite3_busy_timeout(record->db, PATIENCE);
    if (good && rz_record_guard(record, check_schema, &access, error) && rz_record_guard(record, tune, NULL, error)) return record;
    rz_record_close(record);
    return NULL;
}

void rz_record_close(rz_record *record) {
    if (!record) return;
    for (int i = 0; i < RZ_SQL_COUNT; i++) sqlite3_finalize(record->statements[i]);
    sqlite3_close_v2(record->db);
    rz_engine_close(record->engine);
    free(record->path);
    free(record);
}
