/* Opening a record: whose file it is, and which version of the schema. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "record/record.h"

enum { PATIENCE = 5000 /* milliseconds that a call waits for another process */ };

static bool foreign(rz_error *error, const char *path) {
    return rz_fail(error, RZ_FOREIGN, 0, "%s: this is no record of rayzan; name another file", path);
}

static bool may_write(const char *path) { return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0; }

/* The folder of a path, to be freed; NULL when memory runs out. */
static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
}

static bool is_missing(const char *path, rz_access wanted, rz_error *error) {
    if (wanted == RZ_LOOK) return rz_fail(error, RZ_NOT_FOUND, 0, "%s: there is no record here; `rayzan add` makes one", path);
    struct stat about;
    char *folder = folder_of(path);
    bool there = !folder || stat(folder, &about) == 0;
    free(folder);
    return there || rz_fail(error, RZ_NOT_FOUND, 0, "%s: the folder that it is to be in is not there; make it first (mkdir -p)", path);
}

/* Looks at a file before SQLite does, so that no file of somebody else's is touched, and nothing waits for a pipe. */
static bool look_at_file(const char *path, rz_access wanted, rz_error *error) {
    char head[16];
    struct stat about;
    if (stat(path, &about) != 0)
        return errno == ENOENT ? is_missing(path, wanted, error) : rz_fail(error, RZ_IO, 0, "%s: cannot be opened: %s", path, strerror(errno));
    if (!S_ISREG(about.st_mode))
        return rz_fail(error, RZ_IO, 0, "%s: this is %s; name a file", path, S_ISDIR(about.st_mode) ? "a folder" : "a device or a pipe");
    if (wanted == RZ_WRITE && !may_write(path))
        return rz_fail(error, RZ_IO, 0, "%s: may not be written to; look at the rights of the file", path);
    FILE *file = fopen(path, "rb");
    if (!file) return rz_fail(error, errno == ENOMEM ? RZ_NO_MEMORY : RZ_IO, 0, "%s: cannot be opened: %s", path, strerror(errno));
    size_t n = fread(head, 1, sizeof head, file);
    bool failed = ferror(file);
    fclose(file);
    if (failed) return rz_fail(error, RZ_IO, 0, "%s: cannot be read", path);
    if (n == 0) return true;
    return (n == sizeof head && memcmp(head, "SQLite format 3", 16) == 0) || foreign(error, path);
}

static int number_of(rz_record *record, const char *sql) {
    sqlite3_stmt *s = rz_sql_make(record, sql);
    int status = sqlite3_step(s), value = status == SQLITE_ROW ? sqlite3_column_int(s, 0) : 0;
    rz_sql_free(record);
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

/* 0: there is none. */
static int64_t article_after(rz_record *record, int64_t n) {
    rz_arena_empty(&record->work);
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_AFTER, "i", n);
    int64_t next = rz_sql_next(record, s) ? sqlite3_column_int64(s, 0) : 0;
    sqlite3_reset(s);
    return next;
}

static void find_copies_of(rz_record *record, int64_t article) {
    const char *text;
    rz_reading *reading = record->held_reading = rz_kept_reading(record, article, &text);
    rz_copies_add(record, article, reading);
    record->held_reading = NULL;
    rz_reading_free(reading);
}

/* From before copies were told: what they are found by is made of the readings kept. */
static int bring_to_2(rz_record *record) {
    rz_record_run(record, "BEGIN IMMEDIATE");
    if (number_of(record, "PRAGMA user_version") == 1) {
        rz_record_run(record, RZ_RECORD_TABLES_2);
        for (int64_t n = 0; (n = article_after(record, n));) find_copies_of(record, n);
        rz_record_run(record, "PRAGMA user_version = 2");
    }
    rz_record_run(record, "COMMIT");
    return 2;
}

static void check_schema(rz_record *record, void *self) {
    const rz_access *access = self;
    int tables = number_of(record, "SELECT count(*) FROM sqlite_schema"); /* looked at first: another process may make the schema meanwhile */
    int application = number_of(record, "PRAGMA application_id"), version;
    if (application != RZ_RECORD_APPLICATION) {
        if (application != 0 || tables != 0)
            rz_record_fail(record, RZ_FOREIGN, "%s: this is no record of rayzan; name another file", record->path);
        if (*access == RZ_LOOK)
            rz_record_fail(record, RZ_NOT_FOUND, "%s: this file is empty; `rayzan add` makes a record of it", record->path);
        rz_record_run(record, "PRAGMA journal_mode = WAL");
        make_schema(record);
    }
    version = number_of(record, "PRAGMA user_version");
    if (version == 1 && *access == RZ_WRITE && !record->still) version = bring_to_2(record);
    record->knows_copies = version >= 2;
    if (version > RZ_RECORD_SCHEMA)
        rz_record_fail(record, RZ_NEWER, "%s: written by a later rayzan (schema %d, this one knows %d); use that one", record->path,
                       version, RZ_RECORD_SCHEMA);
}

/* SQLite writes its journal ahead and syncs it at each commit: no power cut loses anything that a call returned for. */
static void tune(rz_record *record, void *self) {
    (void)self;
    rz_record_run(record, "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY");
}

/* ---- opening ---- */

/* SQLite needs files beside a record, even to look at it. Where we may make none, or only such as its owner could not use
 * later, and there is none, nobody is writing to it either: it is looked at as it stands. */
static bool stands_still(const char *path) {
    struct stat about;
    char *folder = folder_of(path), *journal = NULL;
    bool still = folder && asprintf(&journal, "%s-wal", path) >= 0 && !(may_write(folder) && may_write(path)) &&
                 (stat(journal, &about) != 0 || about.st_size == 0);
    free(folder);
    free(journal);
    return still;
}

/* The path as SQLite is to take it, which has names and addresses of its own (":memory:", "file:…"); to be freed. */
static char *name_of(const char *path, bool still) {
    static const char *const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    char *name = malloc(strlen(path) * 3 + 40), *to = name;
    if (!name) return NULL;
    to += sprintf(to, "%s%s", still ? "file:" : "", *path == '/' ? "" : "./");
    if (!still) return strcpy(to, path), name;
    for (; *path; path++)
        if (strchr(plain, *path)) *to++ = *path;
        else to += sprintf(to, "%%%02X", (unsigned char)*path);
    strcpy(to, "?immutable=1");
    return name;
}

static bool open_file(rz_record *record, rz_access access, rz_error *error) {
    struct stat about;
    bool still = record->still = access == RZ_LOOK && stands_still(record->path);
    if (still && stat(record->path, &about) == 0) record->when = about.st_mtim;
    int flags = SQLITE_OPEN_NOMUTEX | (still ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE) |
                (access == RZ_WRITE ? SQLITE_OPEN_CREATE : 0);
    char *name = name_of(record->path, still);
    int status = name ? sqlite3_open_v2(name, &record->db, flags, NULL) : SQLITE_NOMEM;
    free(name);
    if (status != SQLITE_OK) return rz_record_error(error, record->db, status, record->path);
    sqlite3_busy_timeout(record->db, PATIENCE);
    return true;
}

rz_record *rz_record_open(const char *path, rz_access access, rz_engine *engine, rz_error *error) {
    if (!look_at_file(path, access, error)) return NULL;
    rz_record *record = calloc(1, sizeof *record);
    char *name = strdup(path);
    if (!record || !name) {
        free(record), free(name);
        rz_fail(error, RZ_NO_MEMORY, 0, "%s: memory ran out", path);
        return NULL;
    }
    record->path = name;
    record->engine = rz_engine_retain(engine);
    if (open_file(record, access, error) && rz_record_guard(record, check_schema, &access, error) && rz_record_guard(record, tune, NULL, error)) return record;
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
