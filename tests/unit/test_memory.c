/* Memory that runs out. Each call is made again and again, with another of its allocations failing each time, once alone and once
 * with all that follow: it gives what it gives undisturbed, or nothing and RZ_NO_MEMORY, and the next call is none the worse.
 *
 * malloc and its kin are defined here and so stand in for those of every library; where the sanitizer has its own, they are
 * passed on to. */
#include <dlfcn.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "rayzan.h"
#include "reading/json.h"

#define NOT_WATCHED __attribute__((no_sanitize("address", "undefined"))) /* called before the sanitizers are ready */
#define RAW NOT_WATCHED __attribute__((visibility("default")))

enum { EARLY = 1 << 16, STRIDE = 5 };

static long left = -1; /* allocations until one fails; -1: none does */
static bool once, failed;

static struct {
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void (*free)(void *);
} real;
static char early[EARLY]; /* what dlsym itself asks for */
static size_t early_used;

void *malloc(size_t size);
void *calloc(size_t n, size_t size);
void *realloc(void *old, size_t size);
void free(void *memory);

NOT_WATCHED static bool refuse(void) {
    if (left < 0) return false;
    if (left > 0) return left--, false;
    if (once) left = -1;
    failed = true;
    errno = ENOMEM;
    return true;
}

NOT_WATCHED static bool is_early(const void *p) { return (const char *)p >= early && (const char *)p < early + EARLY; }

NOT_WATCHED static void *early_memory(size_t size) {
    char *at = early + early_used;
    early_used += (size + 15) / 16 * 16;
    return early_used <= EARLY ? at : NULL;
}

NOT_WATCHED static bool ready(void) {
    static bool under_way;
    if (real.free || under_way) return real.free != NULL;
    under_way = true;
    *(void **)&real.malloc = dlsym(RTLD_NEXT, "malloc");
    *(void **)&real.calloc = dlsym(RTLD_NEXT, "calloc");
    *(void **)&real.realloc = dlsym(RTLD_NEXT, "realloc");
    *(void **)&real.free = dlsym(RTLD_NEXT, "free");
    under_way = false;
    return true;
}

RAW void *malloc(size_t size) { return refuse() ? NULL : ready() ? real.malloc(size) : early_memory(size); }
RAW void *calloc(size_t n, size_t size) { return refuse() ? NULL : ready() ? real.calloc(n, size) : early_memory(n * size); }
RAW void *realloc(void *old, size_t size) {
    if (refuse()) return NULL;
    if (!ready() || is_early(old)) return early_memory(size); /* nobody grows what is there so early */
    return real.realloc(old, size);
}
RAW void free(void *memory) {
    if (memory && !is_early(memory) && ready()) real.free(memory);
}

/* What libxml2 itself loses when it cannot make a parser. */
RAW const char *__lsan_default_suppressions(void);
RAW const char *__lsan_default_suppressions(void) { return "leak:htmlNewParserCtxt\n"; }

/* ---- what is tried ---- */

typedef struct {
    const char *what;
    rz_engine *engine;
    char folder[40], record_path[80];
    rz_record *record;
    rz_reading *readings[2];
    char *json; /* of the first */
    rz_timeline *timeline;
    const char *expected;
} world;

/* Runs once; the text that it comes to, or NULL with the error. Everything that is not under test is done unarmed. */
typedef char *(*trial)(world *w, rz_error *error);

static char *copy(const char *text) { return strcpy(malloc(strlen(text) + 1), text); }

static void judge(world *w, char *made, const rz_error *error, long n) {
    const char *way = once ? "alone" : "and all that follow";
    if (made && strcmp(made, w->expected) != 0) fail_msg("%s, allocation %ld %s: it gives something else:\n%.300s", w->what, n, way, made);
    if (!made && error->code != RZ_NO_MEMORY)
        fail_msg("%s, allocation %ld %s: code %d, \"%s\"", w->what, n, way, (int)error->code, error->message);
    if (!made && !*error->message) fail_msg("%s, allocation %ld %s: no message", w->what, n, way);
    free(made);
}

/* Of jansson only that memory which has run out stays so is asked: its reader drops a letter where its buffer cannot grow, and goes on. */
enum { ALONE, FROM_THEN_ON };

static void try_from(world *w, const char *what, trial run, int first_mode) {
    rz_error error = {0};
    w->what = what;
    char *expected = run(w, &error);
    if (!expected) fail_msg("%s, undisturbed: %s", what, error.message);
    w->expected = expected;
    long tried = 0;
    for (int mode = first_mode; mode <= FROM_THEN_ON; mode++)
        for (long n = 0;; n += 1 + n / STRIDE, tried++) {
            error = (rz_error){0};
            once = mode == ALONE;
            failed = false;
            left = n;
            char *made = run(w, &error);
            left = -1;
            bool reached = failed;
            judge(w, made, &error, n);
            if (!reached) break;
        }
    print_message("  %-28s %ld allocations failed\n", what, tried);
    free(expected);
}

static void try(world *w, const char *what, trial run) { try_from(w, what, run, ALONE); }

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("%s: run it from the root of the repository", path);
    char *bytes = malloc(1 << 20);
    *size = fread(bytes, 1, (1 << 20) - 1, file);
    bytes[*size] = '\0';
    fclose(file);
    return bytes;
}

static rz_reading *read_bytes(world *w, const char *bytes, size_t size, rz_error *error) {
    rz_input input = {.bytes = bytes, .size = size, .path = "x", .published = {RZ_NO_DAY, RZ_NO_DAY}};
    return rz_read(w->engine, &input, error);
}

static char *read_one(world *w, const char *bytes, size_t size, rz_error *error) {
    rz_reading *r = read_bytes(w, bytes, size, error);
    left = -1;
    char *json = r ? rz_reading_json(r) : NULL;
    rz_reading_free(r);
    return json;
}

static char *sample(world *w, const char *path, rz_error *error) {
    size_t size;
    long armed = left;
    left = -1;
    char *bytes = read_file(path, &size);
    left = armed;
    char *json = read_one(w, bytes, size, error);
    free(bytes);
    return json;
}

static char *a_text(world *w, rz_error *error) { return sample(w, "samples/01-visit-undated-fars.txt", error); }
/* Of a crawl: a page packed, one in chunks, one as it is. */
static const char archive[] =
    "WARC/1.0\r\n"
    "WARC-Type: response\r\n"
    "WARC-Target-URI: https://news.example/1\r\n"
    "Content-Length: 204\r\n"
    "\r\n"
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Encoding: gzip\r\n"
    "\r\n"
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03%\x8d\xbb\r\x80""0\x10""CW\xb9\x09\xc8\x02\xa7\x0c\x83((@P\xd0""0\x00\x9f\x82=\x12\x10\"\n"
    "b\x18\x1f,C\x0eZ\xdb\xcf\x8f\xcb\xae\xae,\xe7M\xd1[n\xad\xcc""8\x9f\x05\x91p\xc0!b\x97\x89\xe0""4\x81\x93\x91\x10u@\xb8""d\x84\xd7\xca\xc3\x91L2`\xd3U\xa2"
    "R\x1f\x08!\x11""A\x0f\xe8^\x13\x1a""26\xad""e\xf3[\xcc\xa7|\x01P\xb2*\xc7y\x00\x00\x00\r\n"
    "\r\n"
    "WARC/1.0\r\n"
    "WARC-Type: response\r\n"
    "WARC-Target-URI: https://news.example/1\r\n"
    "Content-Length: 219\r\n"
    "\r\n"
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "Transfer-Encoding: chunked\r\n"
    "\r\n"
    "79\r\n"
    "<html><body><p>\xd9\x88\xd8\xb2\xdb\x8c\xd8\xb1 \xd8\xae\xd8\xa7\xd8\xb1\xd8\xac\xd9\x87 \xd8\xa7\xdb\x8c\xd8\xb1\xd8\xa7\xd9\x86 \xd8\xb1\xd9\x88\xd8\xb2"
    " \xd8\xb4\xd9\x86\xd8\xa8\xd9\x87 \xd8\xa8\xd8\xa7 \xd9\x87\xd9\x85\xd8\xaa\xd8\xa7\xdb\x8c \xd8\xae\xd9\x88\xd8\xaf \xd8\xaf\xdb\x8c\xd8\xaf\xd8\xa7\xd8"
    "\xb1 \xda\xa9\xd8\xb1\xd8\xaf.</p></body></html>\r\n"
    "0\r\n"
    "\r\n"
    "\r\n"
    "\r\n"
    "WARC/1.0\r\n"
    "WARC-Type: response\r\n"
    "WARC-Target-URI: https://news.example/1\r\n"
    "Content-Length: 186\r\n"
    "\r\n"
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "X: y\r\n"
    "\r\n"
    "<html><body><p>\xd9\x88\xd8\xb2\xdb\x8c\xd8\xb1 \xd8\xae\xd8\xa7\xd8\xb1\xd8\xac\xd9\x87 \xd8\xa7\xdb\x8c\xd8\xb1\xd8\xa7\xd9\x86 \xd8\xb1\xd9\x88\xd8\xb2"
    " \xd8\xb4\xd9\x86\xd8\xa8\xd9\x87 \xd8\xa8\xd8\xa7 \xd9\x87\xd9\x85\xd8\xaa\xd8\xa7\xdb\x8c \xd8\xae\xd9\x88\xd8\xaf \xd8\xaf\xdb\x8c\xd8\xaf\xd8\xa7\xd8"
    "\xb1 \xda\xa9\xd8\xb1\xd8\xaf.</p></body></html>\r\n"
    "\r\n";
static const char feed[] =
    "<rss><channel><title>خبرگزاری نمونه</title><item><title>یک &nbsp; دو</title><link>https://news.example/1</link><description>وزیر خارجه به مسکو رفت.</description></item>"
    "<item><title>سه</title><description>&lt;p&gt;سفیر با وزیر دیدار کرد.&lt;/p&gt;</description></item></channel></rss>";

/* All that a file says, told by bytes alone: what is read of an article is another matter. */
static char *bundle_of(world *w, const char *bytes, size_t size, rz_error *error) {
    char path[100];
    long armed = left;
    left = -1;
    snprintf(path, sizeof path, "%s/a.txt", w->folder);
    FILE *file = fopen(path, "w+");
    fwrite(bytes, 1, size, file);
    fflush(file);
    rewind(file);
    char *said = calloc(1, 1 << 16);
    left = armed;
    rz_bundle *bundle = rz_bundle_open(fileno(file), "a", RZ_INPUT_GUESSED, NULL, error);
    rz_next next = bundle ? RZ_NEXT_ARTICLE : RZ_NEXT_BROKEN;
    for (rz_input in; next == RZ_NEXT_ARTICLE;)
        if ((next = rz_bundle_next(bundle, &in, error)) == RZ_NEXT_ARTICLE) sprintf(said + strlen(said), "%.*s %s %s\n", (int)in.size, in.bytes, in.title ? in.title : "", in.outlet ? in.outlet : "");
    left = -1;
    rz_bundle_close(bundle);
    fclose(file);
    if (next == RZ_NEXT_END) return said;
    free(said);
    return NULL;
}

static char *an_archive(world *w, rz_error *error) { return bundle_of(w, archive, sizeof archive - 1, error); }
static char *a_feed(world *w, rz_error *error) { return bundle_of(w, feed, sizeof feed - 1, error); }

static char *a_page(world *w, rz_error *error) { return sample(w, "samples/06-meeting-tasnim.html", error); }

/* In another encoding, and with what pages say of themselves in JSON. */
static char *an_old_page(world *w, rz_error *error) {
    static const char page[] =
        "<html><head><meta charset=windows-1256><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\","
        "\"datePublished\":\"2022-03-15T10:00:00+03:30\"}</script></head><body><h1>\xCF\xED\xCF\xC7\xD1</h1><p>\xE6\xD2\xED\xD1 "
        "\xCE\xC7\xD1\xCC\xE5 \xC7\xED\xD1\xC7\xE4 \xD1\xE6\xD2 \xCC\xE3\xDA\xE5 \xCF\xD1 \xE3\xD3\xDF\xE6</p></body></html>";
    return read_one(w, page, sizeof page - 1, error);
}

static char *no_memory_unless(char *made, rz_error *error) {
    if (!made) *error = (rz_error){.code = RZ_NO_MEMORY, .message = "NULL says so"};
    return made;
}

static char *to_json(world *w, rz_error *error) { return no_memory_unless(rz_reading_json(w->readings[0]), error); }
static char *to_text(world *w, rz_error *error) { return no_memory_unless(rz_reading_text(w->engine, w->readings[0], "en"), error); }

static char *from_json(world *w, rz_error *error) {
    rz_reading *r = rz_reading_parse(w->json, strlen(w->json), error);
    left = -1;
    char *json = r ? rz_reading_json(r) : NULL;
    rz_reading_free(r);
    return json;
}

static char *an_engine(world *w, rz_error *error) {
    const char *folders[] = {w->folder};
    rz_engine *engine = rz_engine_open(folders, 1, error);
    left = -1;
    char *hash = engine ? copy(rz_engine_data_hash(engine)) : NULL;
    rz_engine_close(engine);
    return hash;
}

/* ---- the record ---- */

static char *a_record_opened(world *w, rz_error *error) {
    rz_record *record = rz_record_open(w->record_path, RZ_WRITE, w->engine, error);
    left = -1;
    bool open = record != NULL;
    rz_record_close(record);
    return open ? copy("open") : NULL;
}

static char *a_record_made(world *w, rz_error *error) {
    char path[90];
    snprintf(path, sizeof path, "%s/made", w->folder);
    rz_record *record = rz_record_open(path, RZ_WRITE, w->engine, error);
    left = -1;
    bool made = record != NULL;
    rz_record_close(record);
    record = rz_record_open(path, RZ_WRITE, w->engine, NULL); /* whatever is left of it is no hindrance */
    assert_non_null(record);
    rz_record_close(record);
    unlink(path);
    return made ? copy("made") : NULL;
}

static char *timeline_json(world *w) {
    rz_question all = {.days = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_error error = {0};
    rz_timeline *t = rz_record_timeline(w->record, &all, &error);
    if (!t) fail_msg("%s: afterwards: %s", w->what, error.message);
    char *json = rz_timeline_json(w->engine, t);
    rz_timeline_free(t);
    return json;
}

/* All or none is kept, and where none was, it can be afterwards. */
static char *articles_added(world *w, rz_error *error) {
    rz_added added[2];
    const rz_reading *const *readings = (const rz_reading *const *)w->readings;
    bool kept = rz_record_add(w->record, readings, 2, added, error);
    left = -1;
    rz_error again = {0};
    bool known = rz_record_add(w->record, readings, 2, added, &again);
    if (!known) fail_msg("adding again: %s", again.message);
    for (int i = 0; i < 2; i++) assert_int_equal(added[i].outcome, kept ? RZ_KNOWN : RZ_ADDED);
    char *json = timeline_json(w);
    for (int i = 0; i < 2; i++) assert_true(rz_record_remove(w->record, readings[i]->id, NULL));
    if (kept) return json;
    free(json);
    return NULL;
}

static char *an_article_removed(world *w, rz_error *error) {
    rz_added added;
    long armed = left;
    left = -1;
    assert_true(rz_record_add(w->record, (const rz_reading *const *)w->readings, 1, &added, NULL));
    left = armed;
    bool removed = rz_record_remove(w->record, w->readings[0]->id, error);
    left = -1;
    if (!removed) assert_true(rz_record_remove(w->record, w->readings[0]->id, NULL));
    return removed ? copy("removed") : NULL;
}

static char *a_timeline(world *w, rz_error *error) {
    rz_question q = {.actor = "iran", .days = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_timeline *t = rz_record_timeline(w->record, &q, error);
    left = -1;
    char *json = t ? rz_timeline_json(w->engine, t) : NULL;
    rz_timeline_free(t);
    return json;
}

static char *a_search(world *w, rz_error *error) {
    rz_search *s = rz_record_search(w->record, "وزیر «امور خارجه»", 5, error);
    left = -1;
    char *json = s ? rz_search_json(w->engine, s) : NULL;
    rz_search_free(s);
    return json;
}

static char *shown(world *w, const char *id, rz_error *error) {
    rz_shown *s = rz_record_show(w->record, id, error);
    left = -1;
    char *json = s ? rz_shown_json(w->engine, s) : NULL;
    rz_shown_free(s);
    return json;
}

static char *an_actor(world *w, rz_error *error) { return shown(w, w->readings[0]->actors[0].id, error); }
static char *an_article(world *w, rz_error *error) { return shown(w, w->readings[0]->id, error); }

static char *as_table(world *w, rz_error *error) { return no_memory_unless(rz_timeline_table(w->engine, w->timeline, "fa"), error); }
static char *as_csv(world *w, rz_error *error) { return no_memory_unless(rz_timeline_csv(w->engine, w->timeline, "fa"), error); }
static char *as_html(world *w, rz_error *error) { return no_memory_unless(rz_timeline_html(w->engine, w->timeline, "fa"), error); }
static char *as_lines(world *w, rz_error *error) { return no_memory_unless(rz_timeline_json(w->engine, w->timeline), error); }

/* ---- tests ---- */

static int make_world(void **state) {
    static const char *const paths[] = {"samples/06-meeting-tasnim.html", "samples/07-meeting-euronews.txt"};
    world *w = calloc(1, sizeof *w);
    rz_error error = {0};
    strcpy(w->folder, "/tmp/rayzan-memory-XXXXXX");
    if (!mkdtemp(w->folder)) return -1;
    w->engine = rz_engine_open(NULL, 0, &error);
    for (int i = 0; i < 2; i++) {
        size_t size;
        char *bytes = read_file(paths[i], &size);
        w->readings[i] = read_bytes(w, bytes, size, &error);
        free(bytes);
    }
    w->json = rz_reading_json(w->readings[0]);
    snprintf(w->record_path, sizeof w->record_path, "%s/r.rayzan", w->folder);
    w->record = rz_record_open(w->record_path, RZ_WRITE, w->engine, &error);
    *state = w;
    return w->record ? 0 : -1;
}

static int end_world(void **state) {
    world *w = *state;
    char path[100];
    rz_record_close(w->record);
    for (int i = 0; i < 2; i++) rz_reading_free(w->readings[i]);
    rz_engine_close(w->engine);
    free(w->json);
    static const char *const names[] = {"r.rayzan", "r.rayzan-wal", "r.rayzan-shm", "a.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", w->folder, names[i]);
        unlink(path);
    }
    rmdir(w->folder);
    free(w);
    return 0;
}

static void reading(void **state) {
    world *w = *state;
    try(w, "a text is read", a_text);
    try(w, "a page is read", a_page);
    try(w, "an old page is read", an_old_page);
    try(w, "a reading as JSON", to_json);
    try(w, "a reading as text", to_text);
    try_from(w, "a reading from JSON", from_json, FROM_THEN_ON);
}

static void an_engine_with_tables_of_ones_own(void **state) {
    world *w = *state;
    char path[100];
    snprintf(path, sizeof path, "%s/a.txt", w->folder);
    FILE *file = fopen(path, "w");
    fputs("label kind-meeting\n  fa x\n  en y\nperson a-b\n  fa ا ب\n  en A B\n", file);
    fclose(file);
    try(w, "an engine is opened", an_engine);
}

static void files_of_many_articles(void **state) {
    world *w = *state;
    try(w, "an archive is gone through", an_archive);
    try(w, "a feed is gone through", a_feed);
}

static void keeping(void **state) {
    world *w = *state;
    try(w, "a record is opened", a_record_opened);
    try(w, "a record is made", a_record_made);
    try(w, "articles are added", articles_added);
    try(w, "an article is removed", an_article_removed);
}

static void asking(void **state) {
    world *w = *state;
    rz_added added[2];
    rz_question all = {.days = {RZ_NO_DAY, RZ_NO_DAY}};
    assert_true(rz_record_add(w->record, (const rz_reading *const *)w->readings, 2, added, NULL));
    w->timeline = rz_record_timeline(w->record, &all, NULL);
    assert_non_null(w->timeline);
    assert_true(w->timeline->n_events > 0);
    try(w, "a timeline", a_timeline);
    try(w, "a search", a_search);
    try_from(w, "an actor", an_actor, FROM_THEN_ON);
    try_from(w, "an article", an_article, FROM_THEN_ON);
    try(w, "a timeline as a table", as_table);
    try(w, "a timeline as CSV", as_csv);
    try(w, "a timeline as a page", as_html);
    try(w, "a timeline as JSON", as_lines);
    rz_timeline_free(w->timeline);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(reading), cmocka_unit_test(an_engine_with_tables_of_ones_own),
                                       cmocka_unit_test(files_of_many_articles), cmocka_unit_test(keeping), cmocka_unit_test(asking)};
    return cmocka_run_group_tests(tests, make_world, end_world);
}
