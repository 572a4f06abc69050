/* The record under libFuzzer. The first byte chooses what the rest is: words to search for, an id or a name to show, what a
 * timeline is asked for, or the value of a column that was damaged, after which everything is asked and an article added. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rayzan.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char article[] =
    "خبرگزاری ایسنا\nدیدار وزیران امور خارجه ایران و ترکیه\n۱۴۰۲/۰۶/۱۲\nحسین امیرعبداللهیان وزیر امور خارجه کشورمان روز یکشنبه ۱۲ شهریور "
    "۱۴۰۲ با هاکان فیدان وزیر امور خارجه ترکیه در تهران دیدار کرد. وی گفت: از همکاری‌های منطقه‌ای درباره سوریه استقبال می‌کنیم.\n";
static const char later[] =
    "خبرگزاری مهر\nرایزنی فیدان و امیرعبداللهیان\n۱۴۰۲/۰۶/۱۳\nهاکان فیدان وزیر خارجه ترکیه روز یکشنبه (۱۲ شهریور ۱۴۰۲) با حسین "
    "امیرعبداللهیان در تهران ملاقات کرد.\n";

static const char *const columns[][2] = {
    {"article", "reading"}, {"article", "text"}, {"article", "title"}, {"article", "id"}, {"reported", "who"}, {"reported", "evidence"},
    {"reported", "topics"}, {"reported", "context"}, {"reported", "event"}, {"reported", "from_day"}, {"reported", "block"},
    {"event", "kind"}, {"event", "seed"}, {"event", "from_day"}, {"event", "context"}, {"event", "confidence"}, {"event", "count"}, {"event_actor", "state"}, {"statement", "local"},
    {"statement", "article"}, {"reported_key", "key"}, {"actor_in", "fa"}, {"article", "from_day"}, {"article", "data"}};
enum { COLUMNS = sizeof columns / sizeof *columns, QUESTIONS = 7 };

static rz_engine *engine;
static rz_reading *first, *second;
static char path[64];
static sqlite3 *whole; /* the record as it is before anything is damaged */

static void hold(bool what) {
    if (!what) abort();
}

static void remove_files(void) {
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    char name[80];
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
}

static rz_reading *read_text(const char *text) {
    rz_input input = {.bytes = text, .size = strlen(text), .path = "a.txt", .published = {RZ_NO_DAY, RZ_NO_DAY}};
    return rz_read(engine, &input, NULL);
}

static void copy(sqlite3 *from, sqlite3 *to) {
    sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
    hold(b && sqlite3_backup_step(b, -1) == SQLITE_DONE && sqlite3_backup_finish(b) == SQLITE_OK);
}

static void begin(void) {
    rz_added added;
    sqlite3 *file = NULL;
    hold((engine = rz_engine_open(NULL, 0, NULL)) && (first = read_text(article)) && (second = read_text(later)));
    snprintf(path, sizeof path, "%s/rayzan-fuzz-%d.rayzan", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", (int)getpid());
    atexit(remove_files);
    rz_record *r = rz_record_open(path, RZ_WRITE, engine, NULL);
    hold(r && rz_record_add(r, (const rz_reading *const *)&first, 1, &added, NULL));
    rz_record_close(r);
    hold(sqlite3_open(":memory:", &whole) == SQLITE_OK && sqlite3_open(path, &file) == SQLITE_OK);
    copy(file, whole);
    sqlite3_close(file);
}

static void show(rz_timeline *t) {
    if (!t) return;
    rz_free(rz_timeline_table(engine, t, "en"));
    rz_free(rz_timeline_json(engine, t));
    rz_free(rz_timeline_csv(engine, t, "fa"));
    rz_free(rz_timeline_html(engine, t, "fa"));
    rz_timeline_free(t);
}

static void ask(rz_record *r, unsigned which, const char *text) {
    rz_question q = {.days = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_error error = {0};
    if (which == 0) {
        rz_search *s = rz_record_search(r, text, 5, &error);
        if (s) rz_free(rz_search_text(engine, s, "fa")), rz_free(rz_search_json(engine, s));
        hold(s || error.code == RZ_BAD_ARGUMENT || error.code == RZ_IO);
        rz_search_free(s);
    } else if (which == 1) {
        rz_shown *s = rz_record_show(r, text, &error);
        if (s) rz_free(rz_shown_text(engine, s, "fa")), rz_free(rz_shown_json(engine, s));
        hold(s || error.code != RZ_OK);
        rz_shown_free(s);
    } else {
        const char **fields[QUESTIONS - 2] = {&q.actor, &q.kind, &q.topic, &q.place, &q.outlet};
        *fields[which - 2] = text;
        show(rz_record_timeline(r, &q, &error));
    }
}

static void restore(void) {
    sqlite3 *file = NULL;
    hold(sqlite3_open(path, &file) == SQLITE_OK);
    copy(whole, file);
    sqlite3_close(file);
}

static bool damage(unsigned column, const char *value, size_t size) {
    char sql[200];
    sqlite3 *file = NULL;
    sqlite3_stmt *s;
    snprintf(sql, sizeof sql, "UPDATE %s SET %s = ?1", columns[column][0], columns[column][1]);
    hold(sqlite3_open(path, &file) == SQLITE_OK);
    hold(sqlite3_prepare_v2(file, sql, -1, &s, NULL) == SQLITE_OK);
    if (size && *value == 'n') sqlite3_bind_int64(s, 1, atoll(value + 1));
    else if (size && *value == 'r') sqlite3_bind_double(s, 1, atof(value + 1));
    else if (size && *value == 'b') sqlite3_bind_blob(s, 1, value, (int)size, SQLITE_STATIC);
    else if (size) sqlite3_bind_text(s, 1, value, (int)size, SQLITE_STATIC);
    bool done = sqlite3_step(s) == SQLITE_DONE;
    sqlite3_finalize(s);
    sqlite3_close(file);
    return done;
}

static void ask_everything(rz_record *r) {
    rz_question all = {.days = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_added added;
    rz_error error = {0};
    show(rz_record_timeline(r, &all, &error));
    ask(r, 1, first->id);
    ask(r, 1, "hakan-fidan");
    ask(r, 0, "وزیر");
    rz_record_add(r, (const rz_reading *const *)&second, 1, &added, &error);
    rz_record_remove(r, first->id, &error);
    show(rz_record_timeline(r, &all, &error));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static bool damaged;
    char text[4096];
    if (!engine) begin();
    if (size < 1) return 0;
    size_t n = size - 1 < sizeof text ? size - 1 : sizeof text - 1;
    memcpy(text, bytes + 1, n);
    text[n] = '\0';
    unsigned what = bytes[0] % (QUESTIONS + COLUMNS);
    if (damaged || what >= QUESTIONS) restore();
    damaged = what >= QUESTIONS;
    if (damaged && !damage(what - QUESTIONS, text, n)) return 0;
    rz_error error = {0};
    rz_record *r = rz_record_open(path, RZ_WRITE, engine, &error);
    if (r && what < QUESTIONS) ask(r, what, text);
    else if (r) ask_everything(r);
    rz_record_close(r);
    return 0;
}
