/* What the reports of a block come to.
 *
 * A block is a set of reports that hang together by keys they share (same.c). Within it the reports are taken in one order, that
 * of rz_kept_order, and each joins the event it fits best, or begins one. Blocks and that order depend on what is kept
 * alone, so the events do, whatever came in first. */
#include <stdlib.h>

#include "record/record.h"

typedef RZ_VEC(int64_t) rows;

/* ---- a report's row ---- */

static uint32_t lines_of(const char *text) {
    uint32_t n = 0;
    for (; *text; text++) n += *text == '\n';
    return n;
}

/* Cuts the next part off a writable text. */
static const char *cut(char **at, char end) {
    char *begin = *at, *stop = strchr(begin, end);
    if (!stop) return *at = begin + strlen(begin), begin;
    *stop = '\0';
    *at = stop + 1;
    return begin;
}

static const rz_kept_party *read_parties(rz_arena *arena, const char *who, uint32_t *n) {
    *n = lines_of(who);
    rz_kept_party *parties = RZ_NEW_N(arena, rz_kept_party, *n);
    char *at = rz_copy(arena, who, strlen(who));
    for (uint32_t i = 0; i < *n; i++) {
        rz_kept_party *p = &parties[i];
        p->id = cut(&at, '\t'), p->role = cut(&at, '\t'), p->kind = cut(&at, '\t');
        p->state = cut(&at, '\t'), p->office = cut(&at, '\n');
    }
    return parties;
}

static const char *const *read_words(rz_arena *arena, const char *text, uint32_t *n) {
    char *at = rz_copy(arena, text, strlen(text));
    RZ_VEC(const char *) words = {0};
    while (*at) *RZ_PUSH(arena, &words) = cut(&at, ' ');
    *n = words.n;
    return words.at;
}

rz_kept_event *rz_kept_event_read(rz_arena *a, sqlite3_stmt *s) {
    rz_kept_event *e = RZ_NEW(a, rz_kept_event);
    e->n = sqlite3_column_int64(s, 0), e->article = sqlite3_column_int64(s, 1);
    e->id = rz_column_text(a, s, 2), e->kind = rz_column_text(a, s, 3), e->status = rz_column_text(a, s, 4);
    e->days = (rz_days){rz_column_day(s, 5), rz_column_day(s, 6)};
    e->when = (rz_days){rz_column_day(s, 7), rz_column_day(s, 8)};
    e->published = (rz_days){rz_column_day(s, 9), rz_column_day(s, 10)};
    e->place = rz_column_text(a, s, 11), e->place_fa = rz_column_text(a, s, 12), e->forum = rz_column_text(a, s, 13);
    e->count = (uint32_t)sqlite3_column_int64(s, 14);
    e->plover = rz_column_text(a, s, 15), e->mode = rz_column_text(a, s, 16), e->context = rz_column_text(a, s, 17);
    e->cameo = rz_column_text(a, s, 18), e->confidence = sqlite3_column_double(s, 19);
    e->parties = read_parties(a, rz_column_text(a, s, 20), &e->n_parties);
    e->topics = read_words(a, rz_column_text(a, s, 21), &e->n_topics);
    e->evidence = rz_column_text(a, s, 22), e->words = rz_column_text(a, s, 23);
    return e;
}

/* ---- blocks ---- */

static bool holds(const rows *set, int64_t value) {
    for (uint32_t i = 0; i < set->n; i++)
        if (set->at[i] == value) return true;
    return false;
}

static rz_kept_event *report(rz_record *record, int64_t row) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_ONE, "i", row);
    if (!rz_sql_next(record, s)) return NULL;
    rz_kept_event *e = rz_kept_event_read(&record->work, s);
    sqlite3_reset(s);
    return e;
}

/* The blocks of reports near this one; those in none yet get `block`. */
static void reach(rz_record *record, int64_t row, int64_t block, rows *blocks, rows *loose) {
    const rz_merge_key *keys;
    const rz_kept_event *event = report(record, row);
    uint32_t n = event ? rz_merge_keys(&record->work, event, &keys) : 0;
    for (uint32_t i = 0; i < n; i++) {
        sqlite3_stmt *s = rz_sql(record, RZ_SQL_KEY_NEAR, "tii", keys[i].key, (int64_t)keys[i].from, (int64_t)keys[i].to);
        while (rz_sql_next(record, s)) {
            int64_t other = sqlite3_column_int64(s, 0);
            bool none = sqlite3_column_type(s, 1) == SQLITE_NULL;
            int64_t its = sqlite3_column_int64(s, 1);
            if (none) {
                if (other != row) *RZ_PUSH(&record->work, loose) = other;
            } else if (its != block && !holds(blocks, its)) {
                *RZ_PUSH(&record->work, blocks) = its;
            }
        }
    }
}

static void drop_events(rz_record *record, int64_t block) {
    rz_sql_do(record, RZ_SQL_EVENT_ACTOR_DROP, "i", block);
    rz_sql_do(record, RZ_SQL_EVENT_TOPIC_DROP, "i", block);
    rz_sql_do(record, RZ_SQL_EVENT_DROP, "i", block);
}

static void put_in_block(rz_record *record, int64_t row, int64_t block) {
    rz_sql_do(record, RZ_SQL_REPORTED_PUT, "ini", block, (const int64_t *)NULL, row);
}

/* All of a block into another. */
static void join_block(rz_record *record, int64_t from, int64_t into) {
    rows members = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_OF_BLOCK, "i", from);
    while (rz_sql_next(record, s)) *RZ_PUSH(&record->work, &members) = sqlite3_column_int64(s, 0);
    for (uint32_t i = 0; i < members.n; i++) put_in_block(record, members.at[i], into);
    drop_events(record, from);
}

/* The block that a report without one belongs to, with all that hangs together by it. Its number is that of one of its
 * members, which no other block can have; a block that is there keeps it, for it may be large. */
static void settle(rz_record *record, int64_t row) {
    rows blocks = {0}, loose = {0};
    *RZ_PUSH(&record->work, &loose) = row;
    put_in_block(record, row, row);
    for (uint32_t i = 0; i < loose.n; i++) {
        int64_t next = loose.at[i];
        uint32_t before = loose.n;
        reach(record, next, row, &blocks, &loose);
        for (uint32_t k = before; k < loose.n; k++) put_in_block(record, loose.at[k], row);
    }
    if (!blocks.n) return;
    for (uint32_t i = 0; i < loose.n; i++) put_in_block(record, loose.at[i], blocks.at[0]);
    for (uint32_t i = 1; i < blocks.n; i++) join_block(record, blocks.at[i], blocks.at[0]);
}

/* 0: in none. */
static int64_t block_of(rz_record *record, int64_t row) {
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_BLOCK, "i", row);
    int64_t block = rz_sql_next(record, s) ? sqlite3_column_int64(s, 0) : 0;
    sqlite3_reset(s);
    return block;
}

/* ---- what a cluster comes to ---- */

static uint32_t same_before(const char *const *words, uint32_t n, const char *word) {
    uint32_t times = 0;
    for (uint32_t i = 0; i < n; i++) times += strcmp(words[i], word) == 0;
    return times;
}

/* The word that most say; of those the first. "" are not counted. */
static const char *most(const char *const *words, uint32_t n) {
    const char *best = "";
    uint32_t times = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t t = *words[i] ? same_before(words, n, words[i]) : 0;
        if (t > times) times = t, best = words[i];
    }
    return best;
}

#define ALL_OF(record, cluster, field, out)                                                              \
    const char **out = RZ_NEW_N(&(record)->work, const char *, (cluster)->members.n);                    \
    for (uint32_t i_ = 0; i_ < (cluster)->members.n; i_++) out[i_] = (cluster)->members.at[i_]->field

static bool differ(const char *const *words, uint32_t n) {
    const char *first = NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (!*words[i]) continue;
        if (first && strcmp(first, words[i]) != 0) return true;
        first = words[i];
    }
    return false;
}

static bool is_outcome(const char *status) {
    static const char *const open[] = {"planned", "hoped", "ongoing", ""};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (strcmp(status, open[i]) == 0) return false;
    return true;
}

static bool later(rz_days a, rz_days b) { return a.from != RZ_NO_DAY && (b.from == RZ_NO_DAY || a.from > b.from); }

/* What became of it outranks what was announced; then whoever wrote last knows more. */
static const char *status_of(const rz_cluster *c) {
    const rz_kept_event *best = c->members.at[0];
    for (uint32_t i = 1; i < c->members.n; i++) {
        const rz_kept_event *e = c->members.at[i];
        bool a = is_outcome(e->status), b = is_outcome(best->status);
        if (a != b ? a : later(e->published, best->published)) best = e;
    }
    return best->status;
}

static bool statuses_differ(const rz_cluster *c) {
    const char *first = NULL;
    for (uint32_t i = 0; i < c->members.n; i++) {
        const char *status = c->members.at[i]->status;
        if (!is_outcome(status)) continue;
        if (first && strcmp(first, status) != 0) return true;
        first = status;
    }
    return false;
}

static bool days_differ(const rz_cluster *c) {
    for (uint32_t i = 0; i < c->members.n; i++) {
        rz_days d = c->members.at[i]->days;
        if (d.from != RZ_NO_DAY && c->days.from != RZ_NO_DAY && (d.from > c->days.to || d.to < c->days.from)) return true;
    }
    return false;
}

static double confidence_of(const rz_cluster *c) {
    double best = 0;
    for (uint32_t i = 0; i < c->members.n; i++)
        if (c->members.at[i]->confidence > best) best = c->members.at[i]->confidence;
    return best;
}

static uint32_t count_of(const rz_cluster *c) {
    uint32_t best = 1;
    for (uint32_t i = 0; i < c->members.n; i++)
        if (c->members.at[i]->count > best) best = c->members.at[i]->count;
    return best;
}

/* The first day on which it was reported. */
static rz_days reported_of(const rz_cluster *c) {
    rz_days first = {RZ_NO_DAY, RZ_NO_DAY};
    for (uint32_t i = 0; i < c->members.n; i++) {
        rz_days p = c->members.at[i]->published;
        if (p.from != RZ_NO_DAY && (first.from == RZ_NO_DAY || p.to < first.to || (p.to == first.to && p.from < first.from))) first = p;
    }
    return first;
}

static const rz_kept_event *coded(const rz_cluster *c) {
    for (uint32_t i = 0; i < c->members.n; i++)
        if (strcmp(c->members.at[i]->kind, c->kind) == 0 && *c->members.at[i]->plover) return c->members.at[i];
    return c->members.at[0];
}

static const char *fa_of_place(const rz_cluster *c, const char *place) {
    for (uint32_t i = 0; i < c->members.n; i++)
        if (strcmp(c->members.at[i]->place, place) == 0) return c->members.at[i]->place_fa;
    return "";
}

static const char *or_null(const char *text) { return *text ? text : NULL; }

/* ---- who ---- */

static bool is_kind(const rz_kept_party *p, const char *kind) { return strcmp(p->kind, kind) == 0; }

/* A state is not told beside those who act for it, nor an office beside whoever holds it. */
static bool is_covered(const rz_cluster *c, const rz_kept_party *p) {
    for (uint32_t i = 0; i < c->parties.n; i++) {
        const rz_kept_party *q = &c->parties.at[i];
        if (q == p || strcmp(q->state, p->state) != 0) continue;
        if (is_kind(p, "state") && (is_kind(q, "person") || is_kind(q, "office"))) return true;
        if (is_kind(p, "office") && is_kind(q, "person") && *p->office && strcmp(p->office, q->office) == 0) return true;
    }
    return false;
}

/* The role that tells most of those the reports give. */
static const char *role_of(const rz_cluster *c, const rz_kept_party *p) {
    for (uint32_t i = 0; i < c->members.n; i++)
        for (uint32_t j = 0; j < c->members.at[i]->n_parties; j++) {
            const rz_kept_party *q = &c->members.at[i]->parties[j];
            if (strcmp(q->id, p->id) == 0 && strcmp(q->role, "participant") != 0) return q->role;
        }
    return p->role;
}

static void add_parties(rz_record *record, int64_t event, const rz_cluster *c) {
    for (uint32_t i = 0; i < c->parties.n; i++) {
        const rz_kept_party *p = &c->parties.at[i];
        if (!is_covered(c, p))
            rz_sql_do(record, RZ_SQL_EVENT_ACTOR_ADD, "itittt" "t", event, p->id, (int64_t)i, role_of(c, p), p->kind, p->state, p->office);
    }
}

static void add_topics(rz_record *record, int64_t event, const rz_cluster *c) {
    int64_t place = 0;
    for (uint32_t i = 0; i < c->members.n; i++)
        for (uint32_t j = 0; j < c->members.at[i]->n_topics; j++)
            rz_sql_do(record, RZ_SQL_EVENT_TOPIC_ADD, "iti", event, c->members.at[i]->topics[j], place++);
}

static void write_event(rz_record *record, int64_t block, const rz_cluster *c) {
    ALL_OF(record, c, place, places);
    ALL_OF(record, c, forum, forums);
    uint32_t n = c->members.n;
    const char *place = most(places, n);
    const rz_kept_event *code = coded(c);
    int64_t differs = statuses_differ(c) | days_differ(c) << 1 | differ(places, n) << 2;
    rz_days reported = reported_of(c);
    rz_sql_do(record, RZ_SQL_EVENT_ADD, "iittddddtttittttri", c->members.at[0]->n, block, c->kind, status_of(c), c->days.from,
              c->days.to, reported.from, reported.to, or_null(place), or_null(fa_of_place(c, place)), or_null(most(forums, n)), (int64_t)count_of(c),
              code->plover, code->mode, code->context, code->cameo, confidence_of(c), differs);
    int64_t event = sqlite3_last_insert_rowid(record->db);
    add_parties(record, event, c);
    add_topics(record, event, c);
    for (uint32_t i = 0; i < n; i++) rz_sql_do(record, RZ_SQL_REPORTED_EVENT, "ii", event, c->members.at[i]->n);
}

/* ---- a block anew ---- */

typedef RZ_VEC(rz_cluster) cluster_list;

static void place_event(rz_record *record, cluster_list *all, const rz_kept_event *e) {
    int best = 0;
    uint32_t at = 0;
    for (uint32_t i = 0; i < all->n; i++) {
        int fit = rz_cluster_fit(&all->at[i], e);
        if (fit > best) best = fit, at = i;
    }
    rz_cluster_take(&record->work, best ? &all->at[at] : RZ_PUSH(&record->work, all), e);
}

static void rebuild(rz_record *record, int64_t block) {
    RZ_VEC(const rz_kept_event *) reports = {0};
    cluster_list clusters = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_OF_BLOCK, "i", block);
    while (rz_sql_next(record, s)) *RZ_PUSH(&record->work, &reports) = rz_kept_event_read(&record->work, s);
    drop_events(record, block);
    if (reports.n) qsort(reports.at, reports.n, sizeof *reports.at, rz_kept_order);
    for (uint32_t i = 0; i < reports.n; i++) place_event(record, &clusters, reports.at[i]);
    for (uint32_t i = 0; i < clusters.n; i++) write_event(record, block, &clusters.at[i]);
}

void rz_record_merge(rz_record *record, const int64_t *fresh, uint32_t n) {
    rows blocks = {0};
    for (uint32_t i = 0; i < n; i++)
        if (!block_of(record, fresh[i])) settle(record, fresh[i]);
    for (uint32_t i = 0; i < n; i++) {
        int64_t block = block_of(record, fresh[i]);
        if (!holds(&blocks, block)) *RZ_PUSH(&record->work, &blocks) = block;
    }
    for (uint32_t i = 0; i < blocks.n; i++) rebuild(record, blocks.at[i]);
}

void rz_record_dissolve(rz_record *record, int64_t article, const int64_t **left, uint32_t *n) {
    rows blocks = {0}, others = {0};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_REPORTED_OF_ARTICLE, "i", article);
    while (rz_sql_next(record, s)) {
        int64_t block = sqlite3_column_int64(s, 1);
        if (sqlite3_column_type(s, 1) != SQLITE_NULL && !holds(&blocks, block)) *RZ_PUSH(&record->work, &blocks) = block;
    }
    for (uint32_t i = 0; i < blocks.n; i++) {
        s = rz_sql(record, RZ_SQL_REPORTED_OF_BLOCK, "i", blocks.at[i]);
        while (rz_sql_next(record, s))
            if (sqlite3_column_int64(s, 1) != article) *RZ_PUSH(&record->work, &others) = sqlite3_column_int64(s, 0);
        drop_events(record, blocks.at[i]);
    }
    for (uint32_t i = 0; i < others.n; i++)
        rz_sql_do(record, RZ_SQL_REPORTED_PUT, "nni", (const int64_t *)NULL, (const int64_t *)NULL, others.at[i]);
    *left = others.at, *n = others.n;
}
