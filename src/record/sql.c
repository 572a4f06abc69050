#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "record/record.h"

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 }; /* of the years 1 to 9999: others are damage */

static const char *const texts[RZ_SQL_COUNT] = {
#define RZ_SQL_TEXT(name, text) text,
    RZ_SQL_STATEMENTS(RZ_SQL_TEXT)
#undef RZ_SQL_TEXT
};

static bool failed_io(rz_error *error, int status, const char *says, const char *path) {
    if (status == SQLITE_IOERR_NOMEM) return rz_fail(error, RZ_NO_MEMORY, 0, "%s: memory ran out", path);
    if (status == SQLITE_IOERR_WRITE || status == SQLITE_IOERR_TRUNCATE || status == SQLITE_IOERR_SHMSIZE)
        return rz_fail(error, RZ_FULL, 0, "%s: cannot be written to (%s): the disk may be full, or a limit be set on the size of files; "
                       "what was kept before is safe", path, says);
    return rz_fail(error, RZ_IO, 0, "%s: %s; look at the disk; what was kept before is safe", path, says);
}

bool rz_record_error(rz_error *error, sqlite3 *db, int status, const char *path) {
    const char *says = db ? sqlite3_errmsg(db) : sqlite3_errstr(status);
    switch (status & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return rz_fail(error, RZ_LOCKED, 0, "%s: another process is writing to this record; try again when it is done", path);
    case SQLITE_FULL:
        return rz_fail(error, RZ_FULL, 0, "%s: the disk is full; what was kept before is safe", path);
    case SQLITE_NOTADB:
        return rz_fail(error, RZ_FOREIGN, 0, "%s: this is no record of rayzan", path);
    case SQLITE_NOMEM:
        return rz_fail(error, RZ_NO_MEMORY, 0, "%s: memory ran out", path);
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: /* our own statements are right: the tables are not ours any more */
        return rz_fail(error, RZ_IO, 0, "%s: the record is damaged (%s); restore a copy, or add the articles to a new one", path, says);
    case SQLITE_IOERR:
        return failed_io(error, db ? sqlite3_extended_errcode(db) : status, says, path);
    case SQLITE_READONLY:
        return rz_fail(error, RZ_IO, 0, "%s: may not be written to; look at the rights of the file and its folder", path);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return rz_fail(error, RZ_IO, 0, "%s: cannot be opened (%s); look at the rights of the file and its folder", path, says);
    default:
        return rz_fail(error, RZ_IO, 0, "%s: %s", path, says);
    }
}

void rz_record_fail(rz_record *record, rz_code code, const char *format, ...) {
    char text[sizeof record->error.message];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    rz_fail(&record->error, code, 0, "%s", text);
    longjmp(record->exit, 1);
}

void rz_record_fail_sql(rz_record *record, int status) {
    rz_record_error(&record->error, record->db, status, record->path);
    longjmp(record->exit, 1);
}

static void roll_back(rz_record *record) {
    if (!sqlite3_get_autocommit(record->db)) sqlite3_exec(record->db, "ROLLBACK", NULL, NULL, NULL);
}

/* After a failure: nothing half done stays. */
static void give_up(rz_record *record) {
    for (int i = 0; i < RZ_SQL_COUNT; i++)
        if (record->statements[i]) sqlite3_reset(record->statements[i]);
    rz_sql_free(record);
    roll_back(record);
    free(record->held);
    record->held = NULL;
    rz_reading_free(record->held_reading);
    record->held_reading = NULL;
    rz_arena_close(&record->work);
}

/* Whatever was read meanwhile may be of two states. */
static bool was_written(const rz_record *record) {
    struct stat about;
    return record->still && (stat(record->path, &about) != 0 || about.st_mtim.tv_sec != record->when.tv_sec ||
                             about.st_mtim.tv_nsec != record->when.tv_nsec);
}

static bool refuse(rz_record *record, rz_error *error) {
    if (was_written(record)) rz_record_error(&record->error, record->db, SQLITE_BUSY, record->path);
    if (record->error.code == RZ_OK) rz_fail(&record->error, RZ_NO_MEMORY, 0, "%s: memory ran out", record->path);
    if (error) *error = record->error;
    return false;
}

bool rz_record_guard(rz_record *record, void (*what)(rz_record *record, void *self), void *self, rz_error *error) {
    record->error = (rz_error){0};
    rz_arena_open(&record->work, &record->exit, 0);
    if (setjmp(record->exit)) {
        give_up(record);
        return refuse(record, error);
    }
    roll_back(record); /* of a call that failed for want of memory, and had none to roll back with */
    what(record, self);
    rz_arena_close(&record->work);
    return !was_written(record) || refuse(record, error);
}

const char *rz_record_own(rz_record *record, char *text) {
    if (!text) rz_record_fail(record, RZ_NO_MEMORY, "%s: memory ran out", record->path);
    record->held = text;
    const char *copy = rz_copy(&record->work, text, strlen(text));
    free(text);
    record->held = NULL;
    return copy;
}

void rz_record_run(rz_record *record, const char *sql) {
    int status = sqlite3_exec(record->db, sql, NULL, NULL, NULL);
    if (status != SQLITE_OK) rz_record_fail_sql(record, status);
}

static sqlite3_stmt *prepare(rz_record *record, const char *text, unsigned flags) {
    sqlite3_stmt *made = NULL;
    int status = sqlite3_prepare_v3(record->db, text, -1, flags, &made, NULL);
    if (status != SQLITE_OK) rz_record_fail_sql(record, status);
    return made;
}

sqlite3_stmt *rz_sql_make(rz_record *record, const char *text) { return record->made = prepare(record, text, 0); }

void rz_sql_free(rz_record *record) {
    sqlite3_finalize(record->made);
    record->made = NULL;
}

static int bind_one(sqlite3_stmt *s, int i, char type, va_list *args) {
    const char *text;
    const int64_t *number;
    rz_day day;
    switch (type) {
    case 't':
        text = va_arg(*args, const char *);
        return text ? sqlite3_bind_text(s, i, text, -1, SQLITE_STATIC) : sqlite3_bind_null(s, i);
    case 'b':
        text = va_arg(*args, const char *);
        return sqlite3_bind_text64(s, i, text, (sqlite3_uint64)va_arg(*args, size_t), SQLITE_STATIC, SQLITE_UTF8);
    case 'd':
        day = va_arg(*args, rz_day);
        return day == RZ_NO_DAY ? sqlite3_bind_null(s, i) : sqlite3_bind_int(s, i, day);
    case 'n':
        number = va_arg(*args, const int64_t *);
        return number ? sqlite3_bind_int64(s, i, *number) : sqlite3_bind_null(s, i);
    case 'r':
        return sqlite3_bind_double(s, i, va_arg(*args, double));
    default:
        return sqlite3_bind_int64(s, i, va_arg(*args, int64_t));
    }
}

static sqlite3_stmt *bound(rz_record *record, rz_sql_name name, const char *types, va_list *args) {
    if (!record->statements[name]) record->statements[name] = prepare(record, texts[name], SQLITE_PREPARE_PERSISTENT);
    sqlite3_stmt *s = record->statements[name];
    sqlite3_reset(s);
    for (int i = 0; types[i]; i++) {
        int status = bind_one(s, i + 1, types[i], args);
        if (status != SQLITE_OK) rz_record_fail_sql(record, status);
    }
    return s;
}

sqlite3_stmt *rz_sql(rz_record *record, rz_sql_name name, const char *types, ...) {
    va_list args;
    va_start(args, types);
    sqlite3_stmt *s = bound(record, name, types, &args);
    va_end(args);
    return s;
}

bool rz_sql_next(rz_record *record, sqlite3_stmt *s) {
    int status = sqlite3_step(s);
    if (status == SQLITE_ROW) return true;
    if (status != SQLITE_DONE) rz_record_fail_sql(record, status);
    sqlite3_reset(s);
    return false;
}

void rz_sql_do(rz_record *record, rz_sql_name name, const char *types, ...) {
    va_list args;
    va_start(args, types);
    sqlite3_stmt *s = bound(record, name, types, &args);
    va_end(args);
    while (rz_sql_next(record, s)) {}
}

const char *rz_column_text(rz_arena *arena, sqlite3_stmt *s, int column) {
    const char *text = (const char *)sqlite3_column_text(s, column);
    int size = sqlite3_column_bytes(s, column);
    if (!text && sqlite3_column_type(s, column) != SQLITE_NULL) rz_arena_leave(arena);
    return text && size ? rz_copy(arena, text, (size_t)size) : "";
}

rz_day rz_column_day(sqlite3_stmt *s, int column) {
    int64_t day = sqlite3_column_int64(s, column);
    return sqlite3_column_type(s, column) == SQLITE_NULL || day < FIRST_DAY || day > LAST_DAY ? RZ_NO_DAY : (rz_day)day;
}
