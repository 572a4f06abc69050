/* The record inside: one SQLite file, and how its code talks to it.
 *
 * A call that fails leaves by the record's exit with the error filled in, so code between has no failure path of its own;
 * rz_record_guard is the one place where the exit is set. It rolls back what was begun. */
#ifndef RZ_RECORD_RECORD_H
#define RZ_RECORD_RECORD_H

#include <setjmp.h>
#include <sqlite3.h>
#include <time.h>

#include "base/arena.h"
#include "text/text.h"
#include "rayzan.h"
#include "record/sql.h"

struct rz_record {
    sqlite3 *db;
    rz_engine *engine;
    char *path;
    sqlite3_stmt *statements[RZ_SQL_COUNT]; /* prepared at first use */
    sqlite3_stmt *made;                     /* as it was needed, one at a time */
    rz_arena work;                          /* of the call under way */
    char *held;                             /* memory of its own that the call under way holds */
    rz_reading *held_reading;               /* the same */
    jmp_buf exit;
    rz_error error;
    bool knows_copies;    /* it has the tables for them: an older one that is only looked at has none */
    bool still;           /* it is looked at without locks, as what it was when it was opened */
    struct timespec when; /* it was last written to, then */
};

/* Runs `what` with the exit set and record->work open. False, with the error, when it left by the exit. */
bool rz_record_guard(rz_record *record, void (*what)(rz_record *record, void *self), void *self, rz_error *error);
/* Leaves by the exit. */
_Noreturn void rz_record_fail(rz_record *record, rz_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same with what SQLite says. */
_Noreturn void rz_record_fail_sql(rz_record *record, int status);
/* Fills an error with what a status of SQLite means for who uses the record; returns false. */
bool rz_record_error(rz_error *error, sqlite3 *db, int status, const char *path);

/* Text made with malloc (NULL: there was no memory), moved to record->work. */
const char *rz_record_own(rz_record *record, char *text);

void rz_record_run(rz_record *record, const char *sql);
/* The statement, reset, with its parameters bound: t const char * (NULL is null), i int64_t, n const int64_t * (NULL is
 * null), d rz_day (RZ_NO_DAY is null),
 * r double, b const char * and size_t. */
sqlite3_stmt *rz_sql(rz_record *record, rz_sql_name name, const char *types, ...);
/* A statement that is made as it is needed, one at a time; after a failure it is freed. */
sqlite3_stmt *rz_sql_make(rz_record *record, const char *text);
void rz_sql_free(rz_record *record);
bool rz_sql_next(rz_record *record, sqlite3_stmt *statement); /* false after the last row, which resets it */
void rz_sql_do(rz_record *record, rz_sql_name name, const char *types, ...); /* a statement without rows */

/* Columns. Text is copied to the arena, "" for null; a null day is RZ_NO_DAY. No memory for it leaves by the arena's exit. */
const char *rz_column_text(rz_arena *arena, sqlite3_stmt *statement, int column);
rz_day rz_column_day(sqlite3_stmt *statement, int column);

/* ---- what an article says of an event, as it is kept ---- */

typedef struct {
    const char *id, *role, *kind, *state, *office; /* "" where there is none */
} rz_kept_party;

typedef struct {
    int64_t n, article; /* rows */
    const char *id;     /* ARTICLE-e1 */
    const char *kind, *status;
    rz_days days, published;
    rz_days when;       /* where it is looked for: its days, or those that the news of it leaves (keep.c) */
    const char *place, *place_fa, *forum; /* "" where there is none */
    const rz_kept_party *parties;
    uint32_t n_parties;
    const char *const *topics;
    uint32_t n_topics;
    const char *plover, *mode, *context, *cameo;
    uint32_t count;
    double confidence;
    const char *evidence; /* START-END, apart by spaces */
    const char *words;    /* a hash of the words that prove it: copies have the same */
} rz_kept_event;

/* ---- what is merged (same.c, merge.c) ---- */

/* The keys under which an event looks for others like it: two events that may be one share one. */
typedef struct {
    const char *key;
    rz_day from, to; /* days on which it looks; both 0 where days make no difference */
} rz_merge_key;
uint32_t rz_merge_keys(rz_arena *arena, const rz_kept_event *event, const rz_merge_key **keys);

/* A merged event under way: its members in canonical order, the first being the seed. */
typedef struct {
    RZ_VEC(const rz_kept_event *) members;
    RZ_VEC(rz_kept_party) parties;
    rz_days days, when;
    const char *kind;
} rz_cluster;
/* The order in which the reports of a block are told apart: whatever is most exact first. A total order. */
int rz_kept_order(const void *a, const void *b);
/* May the event be the one that the cluster tells of? 0: no; the higher, the surer. */
int rz_cluster_fit(const rz_cluster *cluster, const rz_kept_event *event);
void rz_cluster_take(rz_arena *arena, rz_cluster *cluster, const rz_kept_event *event);

rz_kept_event *rz_kept_event_read(rz_arena *arena, sqlite3_stmt *row);
/* Brings the merged events up to date after rows `fresh` came in. */
void rz_record_merge(rz_record *record, const int64_t *fresh, uint32_t n);
/* The same before an article's rows go: its blocks are dissolved, and what is left of them is in *left. */
void rz_record_dissolve(rz_record *record, int64_t article, const int64_t **left, uint32_t *n);

/* ---- copies (copies.c) ---- */

typedef RZ_VEC(uint32_t) rz_prints; /* hashes of shingles; kept in order, each once */

/* Finds the article's copies among those kept, and keeps what later ones are found by. Its actors are kept before. */
void rz_copies_add(rz_record *record, int64_t article, const rz_reading *reading);
void rz_copies_drop(rz_record *record, int64_t article);
/* The id of the article of which this one is a copy; "": of none. */
const char *rz_original_of(rz_record *record, rz_arena *arena, int64_t article);
/* The rows of its copies, and what it is a copy of, in record->work. */
uint32_t rz_copies_of(rz_record *record, int64_t article, int64_t **others);
typedef struct {
    int64_t row;
    const rz_reading *reading;
    const char *text;
} rz_copy_side;
void rz_tell_copy(rz_record *record, rz_arena *arena, const rz_copy_side *own, const rz_copy_side *other, rz_copy_of_article *out);

/* ---- names (named.c) ---- */

/* The ids that a name may mean among rows of the types (a bit each), as a JSON array: the id itself, or names in
 * Persian or English. NULL where nothing bears it. */
const char *rz_ids_of_name(rz_record *record, const char *name, unsigned types);
rz_named rz_named_of(rz_record *record, rz_arena *arena, const char *id, unsigned types);

/* ---- words (search.c) ---- */

/* The search form of a text (rz_text_search_key). */
const char *rz_search_words(rz_arena *arena, const rz_language *language, const char *text, size_t size, size_t *n);

/* ---- telling (tell.c, show.c) ---- */

/* The reading of an article as it is kept, its text in record->work; never NULL. To be freed, and held somewhere meanwhile. */
rz_reading *rz_kept_reading(rz_record *record, int64_t article, const char **text);

/* The merged event of a row of `event`, with all that it points to. */
void rz_tell_event(rz_record *record, rz_arena *arena, int64_t row, rz_known_event *out);
/* Proofs of an article's text at spans. */
const rz_proof *rz_tell_proofs(rz_arena *arena, const char *text, size_t size, const rz_span *spans, uint32_t n);
rz_proof rz_tell_proof(rz_arena *arena, const char *text, size_t size, rz_span span);
/* Head of a report: the article, its outlet, its day. */
void rz_tell_article(rz_record *record, rz_arena *arena, int64_t article, rz_report *out);

/* An answer with the arena that owns it. */
typedef struct {
    union {
        rz_timeline timeline;
        rz_search search;
        rz_shown shown;
    };
    rz_reading *reading; /* of a shown article */
    rz_arena arena;
} rz_answer;
rz_answer *rz_answer_open(rz_record *record, rz_error *error); /* NULL, with the error: no memory */
void rz_answer_free(rz_answer *answer);

#endif
