/* Which articles are copies of one another.
 *
 * An article is the set of its shingles, runs of words in their search form. How much of the smaller set the larger one holds tells copies,
 * shortened, extended or with another beginning and end (A. Broder, On the resemblance and containment of documents, 1997). Those that may
 * be are found by a sample, the shingles whose hash a number divides (U. Manber, Finding similar files in a large file system, 1994).
 * Press offices write by forms: where only the names are others it is another report. Pairs are kept both ways; which of two
 * is the original is told when it is asked for, so that what is told depends on what is kept and not on its order; but of a text that very
 * many have, only so many are looked at (COMMON, MOST_CANDIDATES), those kept first. */
#include <stdlib.h>

#include "reading/engine.h"
#include "record/record.h"

enum {
    SHINGLE = 4,          /* words */
    SAMPLED = 8,          /* one in so many is looked up */
    LEAST = 20,           /* of fewer shingles nothing is told */
    SHARED = 60,          /* of a hundred of the smaller article's shingles, and */
    PARTIES = 66,         /* of its states and of its people, so many are the other's too */
    NEAR = 31,            /* days between their publications */
    COMMON = 256,         /* a shingle that more articles have tells little */
    MOST_CANDIDATES = 64,
    SENTENCE_LEAST = 2,   /* shingles */
    SENTENCE_SHARED = 40  /* of a hundred of a sentence's shingles: the other has it, reworded or not */
};

/* ---- shingles ---- */

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void sort_once(rz_prints *p) {
    uint32_t n = 0;
    if (p->n) qsort(p->at, p->n, sizeof *p->at, by_number);
    for (uint32_t i = 0; i < p->n; i++)
        if (i == 0 || p->at[i] != p->at[i - 1]) p->at[n++] = p->at[i];
    p->n = n;
}

static uint32_t mixed(uint64_t h) { return (uint32_t)((h ^ h >> 32) * 0x9E3779B97F4A7C15ull >> 32); }

/* Those of a piece of text, in its order. */
static void add_shingles(rz_record *record, const char *text, size_t size, rz_prints *out) {
    size_t n, begins[SHINGLE];
    const char *words = rz_search_words(&record->work, rz_engine_language(record->engine), text, size, &n);
    uint32_t count = 0;
    for (size_t at = 0; at < n;) {
        size_t end = at;
        while (end < n && words[end] != ' ') end++;
        begins[count++ % SHINGLE] = at;
        if (count >= SHINGLE) {
            size_t first = begins[count % SHINGLE];
            *RZ_PUSH(&record->work, out) = mixed(rz_hash(words + first, end - first));
        }
        at = end + 1;
    }
}

static rz_prints prints_of(rz_record *record, const rz_reading *r) {
    rz_prints p = {0};
    for (uint32_t i = 0; i < r->n_body; i++) add_shingles(record, r->text + r->body[i].start, r->body[i].end - r->body[i].start, &p);
    sort_once(&p);
    return p;
}

static rz_prints prints_kept(rz_record *record, int64_t article) {
    rz_prints p = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_PRINTS_OF, "i", article);
    if (!rz_sql_next(record, s)) return p;
    p.n = (uint32_t)sqlite3_column_bytes(s, 0) / sizeof *p.at;
    p.at = RZ_NEW_N(&record->work, uint32_t, (size_t)p.n + 1);
    if (p.n) memcpy(p.at, sqlite3_column_blob(s, 0), p.n * sizeof *p.at);
    sqlite3_reset(s);
    return p;
}

static uint32_t common_of(const rz_prints *a, const rz_prints *b) {
    uint32_t n = 0;
    for (uint32_t i = 0, j = 0; i < a->n && j < b->n;) {
        n += a->at[i] == b->at[j];
        uint32_t x = a->at[i], y = b->at[j];
        i += x <= y, j += y <= x;
    }
    return n;
}

/* ---- finding ---- */

typedef struct {
    int64_t article;
    uint32_t shared; /* sampled shingles */
} candidate;

static int by_article(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static int by_shared(const void *a, const void *b) {
    const candidate *x = a, *y = b;
    return x->shared != y->shared ? (x->shared > y->shared ? -1 : 1) : by_article(&x->article, &y->article);
}

static uint32_t candidates_of(rz_record *record, int64_t article, const rz_prints *p, const candidate **out) {
    RZ_VEC(int64_t) seen = {0};
    RZ_VEC(candidate) all = {0};
    for (uint32_t i = 0; i < p->n; i++) {
        if (p->at[i] % SAMPLED) continue;
        sqlite3_stmt *s = rz_sql(record, RZ_SQL_SHINGLE_IN, "ii", (int64_t)p->at[i], (int64_t)COMMON);
        while (rz_sql_next(record, s))
            if (sqlite3_column_int64(s, 0) != article) *RZ_PUSH(&record->work, &seen) = sqlite3_column_int64(s, 0);
    }
    if (seen.n) qsort(seen.at, seen.n, sizeof *seen.at, by_article);
    for (uint32_t i = 0; i < seen.n; i++) {
        if (i == 0 || seen.at[i] != seen.at[i - 1]) *RZ_PUSH(&record->work, &all) = (candidate){.article = seen.at[i]};
        all.at[all.n - 1].shared++;
    }
    if (all.n) qsort(all.at, all.n, sizeof *all.at, by_shared);
    *out = all.at;
    return all.n < MOST_CANDIDATES ? all.n : MOST_CANDIDATES;
}

/* Of a hundred actors of the kind that the article names which names fewer, how many the other names too. */
static int parties_shared(rz_record *record, int64_t a, int64_t b, const char *kind) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ACTORS_SHARED, "iit", a, b, kind);
    if (!rz_sql_next(record, s)) return 0;
    int64_t in_a = sqlite3_column_int64(s, 0), in_b = sqlite3_column_int64(s, 1), both = sqlite3_column_int64(s, 2), fewer = in_a < in_b ? in_a : in_b;
    sqlite3_reset(s);
    return fewer ? (int)(both * 100 / fewer) : 100;
}

static bool known(rz_days d) { return d.from != RZ_NO_DAY && d.to != RZ_NO_DAY; }

/* Published near each other, as far as is known: the same words in another month are a form, or a year's return. */
static bool is_near(rz_record *record, rz_days published, int64_t other) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_DAYS, "i", other);
    rz_days its = rz_sql_next(record, s) ? (rz_days){rz_column_day(s, 0), rz_column_day(s, 1)} : (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    sqlite3_reset(s);
    return !known(published) || !known(its) || (published.from <= its.to + NEAR && its.from <= published.to + NEAR);
}

static void compare(rz_record *record, int64_t article, const rz_prints *own, int64_t other) {
    rz_prints its = prints_kept(record, other);
    uint32_t fewer = own->n < its.n ? own->n : its.n, common = common_of(own, &its);
    if (fewer < LEAST || common * 100ull < (uint64_t)fewer * SHARED) return;
    if (parties_shared(record, article, other, "state") < PARTIES || parties_shared(record, article, other, "person") < PARTIES) return;
    rz_sql_do(record, RZ_SQL_COPY_ADD, "iii", article, other, (int64_t)common * 100 / own->n);
    rz_sql_do(record, RZ_SQL_COPY_ADD, "iii", other, article, (int64_t)common * 100 / its.n);
}

void rz_copies_add(rz_record *record, int64_t article, const rz_reading *r) {
    rz_prints own = prints_of(record, r);
    const candidate *candidates;
    rz_sql_do(record, RZ_SQL_PRINTS_ADD, "ib", article, own.at ? (const char *)own.at : "", own.n * sizeof *own.at);
    if (own.n < LEAST) return;
    uint32_t n = candidates_of(record, article, &own, &candidates);
    for (uint32_t i = 0; i < n; i++)
        if (is_near(record, r->published, candidates[i].article)) compare(record, article, &own, candidates[i].article);
    for (uint32_t i = 0; i < own.n; i++)
        if (own.at[i] % SAMPLED == 0) rz_sql_do(record, RZ_SQL_SHINGLE_ADD, "ii", (int64_t)own.at[i], article);
}

void rz_copies_drop(rz_record *record, int64_t article) {
    rz_prints own = prints_kept(record, article);
    for (uint32_t i = 0; i < own.n; i++)
        if (own.at[i] % SAMPLED == 0) rz_sql_do(record, RZ_SQL_SHINGLE_DROP, "ii", (int64_t)own.at[i], article);
    rz_sql_do(record, RZ_SQL_COPY_DROP, "i", article);
    rz_sql_do(record, RZ_SQL_PRINTS_DROP, "i", article);
}

/* ---- which is the original ---- */

typedef struct {
    int64_t n;
    const char *id, *outlet, *quoted;
    rz_days published;
    int64_t prints;
} copy_head;

static copy_head head_in(rz_arena *arena, sqlite3_stmt *s) {
    return (copy_head){sqlite3_column_int64(s, 0), rz_column_text(arena, s, 1), rz_column_text(arena, s, 2), rz_column_text(arena, s, 3),
                       {rz_column_day(s, 4), rz_column_day(s, 5)}, sqlite3_column_int64(s, 6)};
}

/* Who is quoted was there before, and who published first; else who has more, and else one of them. */
static bool is_before(const copy_head *a, const copy_head *b) {
    bool a_quoted = *a->outlet && !strcmp(a->outlet, b->quoted), b_quoted = *b->outlet && !strcmp(b->outlet, a->quoted);
    if (a_quoted != b_quoted) return a_quoted;
    if (known(a->published) && known(b->published) && a->published.to < b->published.from) return true;
    if (known(a->published) && known(b->published) && b->published.to < a->published.from) return false;
    if (a->prints != b->prints) return a->prints > b->prints;
    return strcmp(a->id, b->id) < 0;
}

const char *rz_original_of(rz_record *record, rz_arena *arena, int64_t article) {
    if (!record->knows_copies) return "";
    RZ_VEC(copy_head) heads = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_COPY_HEADS, "i", article);
    while (rz_sql_next(record, s)) *RZ_PUSH(&record->work, &heads) = head_in(arena, s);
    const copy_head *self = NULL, *best = NULL;
    for (uint32_t i = 0; i < heads.n; i++)
        if (heads.at[i].n == article) self = &heads.at[i];
    for (uint32_t i = 0; i < heads.n && self; i++)
        if (&heads.at[i] != self && is_before(&heads.at[i], self) && (!best || is_before(&heads.at[i], best))) best = &heads.at[i];
    return best ? best->id : "";
}

/* ---- what they have more and less ---- */

static bool holds(const rz_prints *p, uint32_t print) { return p->n && bsearch(&print, p->at, p->n, sizeof print, by_number); }

/* The sentences of the article's body of which the other has too little. */
static const rz_proof *lacking(rz_record *record, rz_arena *arena, const rz_reading *r, const char *text, const rz_prints *other, uint32_t *n) {
    RZ_VEC(rz_proof) out = {0};
    rz_text cut;
    rz_text_make(&record->work, rz_engine_language(record->engine), text, (uint32_t)strlen(text), r->body, r->n_body, &cut);
    for (uint32_t i = 0; i < cut.n_sentences; i++) {
        rz_span span = rz_text_span(&cut, cut.sentences[i].first, cut.sentences[i].last);
        rz_prints its = {0};
        uint32_t shared = 0;
        add_shingles(record, text + span.start, span.end - span.start, &its);
        for (uint32_t k = 0; k < its.n; k++) shared += holds(other, its.at[k]);
        if (its.n >= SENTENCE_LEAST && shared * 100 < its.n * SENTENCE_SHARED)
            *RZ_PUSH(arena, &out) = (rz_proof){"", rz_copy(arena, text + span.start, span.end - span.start), "", span};
    }
    *n = out.n;
    return out.at;
}

uint32_t rz_copies_of(rz_record *record, int64_t article, int64_t **others) {
    RZ_VEC(int64_t) rows = {0};
    sqlite3_stmt *s = record->knows_copies ? rz_sql(record, RZ_SQL_COPIES, "i", article) : NULL;
    while (s && rz_sql_next(record, s)) *RZ_PUSH(&record->work, &rows) = sqlite3_column_int64(s, 0);
    *others = rows.at;
    return rows.n;
}

void rz_tell_copy(rz_record *record, rz_arena *arena, const rz_copy_side *own, const rz_copy_side *other, rz_copy_of_article *out) {
    rz_prints mine = prints_kept(record, own->row), its = prints_kept(record, other->row);
    rz_tell_article(record, arena, other->row, &out->report);
    out->is_original = !strcmp(rz_original_of(record, arena, own->row), out->report.article);
    out->share = mine.n ? (uint32_t)(common_of(&mine, &its) * 100ull / mine.n) : 0;
    out->extra = lacking(record, arena, own->reading, own->text, &its, &out->n_extra);
    out->missing = lacking(record, arena, other->reading, other->text, &mine, &out->n_missing);
}
