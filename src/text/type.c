#include "text/type.h"

#include <endian.h>
#include <stdlib.h>

#include "base/table.h"

enum {
    ROWS = 1 << 15, ROW_SLOTS = 1 << 16, MOST_FEATURES = 160,
    ALL_TYPES = RZ_TYPES + RZ_SCRATCH + 1 /* the edge */, BESIDE = RZ_WINDOW - 1, OWN_ROWS = (RZ_SCRATCH + 1) * BESIDE /* of words not kept */,
    SURE = 1000 /* more than weights add up to against it */
};
#define TYPES_SIZE (ALL_TYPES * sizeof(rz_type))
#define ROWS_SIZE ((ROWS + OWN_ROWS) * sizeof(int16_t[RZ_LANES]))

/* ---- rows ---- */

static uint32_t row_hash(const int16_t row[RZ_LANES]) {
    uint64_t h = 0, v;
    for (int i = 0; i < RZ_LANES; i += 4) memcpy(&v, row + i, sizeof v), h = (h ^ v) * 0xD6E8FEB86659FD93u, h ^= h >> 32;
    return (uint32_t)h;
}

/* The number of a row like this one; it is put there where there is none. 0 also where there is no more room. */
static uint16_t row_like(rz_types *t, const int16_t row[RZ_LANES]) {
    uint32_t i = row_hash(row) % ROW_SLOTS;
    for (; t->row_slots[i]; i = (i + 1) % ROW_SLOTS)
        if (!memcmp(t->rows[t->row_slots[i]], row, sizeof *t->rows)) return t->row_slots[i];
    if (t->n_rows == ROWS) return t->full = true, 0;
    memcpy(t->rows[t->n_rows], row, sizeof *t->rows);
    return t->row_slots[i] = (uint16_t)t->n_rows++;
}

/* ---- learning ---- */

/* The features of a word, found first and looked up then, so that memory is waited for once. */
typedef struct {
    const rz_types *types;
    uint32_t n;
    uint32_t keys[MOST_FEATURES];
    uint8_t where[MOST_FEATURES];
} gathered;

static void gather(void *self, rz_window where, rz_feature_kind kind, rz_str a, rz_str b) {
    gathered *g = self;
    if (g->n == MOST_FEATURES) return;
    g->where[g->n] = (uint8_t)where;
    g->keys[g->n++] = rz_feature_key(g->types->features[kind], rz_feature_atom(a.at, a.size), b.size ? rz_feature_atom(b.at, b.size) : g->types->nothing);
}

static void add_row(int16_t *restrict sum, const rz_weights *restrict row) {
    for (int i = 0; i < RZ_MOST_LABELS; i++) sum[i] = (int16_t)(sum[i] + row->weight[i]);
}

static void sum_up(const rz_types *t, const rz_seen *seen, int16_t sum[RZ_WINDOW][RZ_LANES]) {
    gathered g = {.types = t, .n = 0};
    rz_features(t->tagging, seen, gather, &g);
    for (uint32_t i = 0; i < g.n; i++) rz_weights_expect(t->data, g.keys[i]);
    for (uint32_t i = 0; i < g.n; i++) {
        const rz_weights *w = rz_weights_find(t->data, g.keys[i]);
        if (w) add_row(sum[g.where[i]], w);
    }
}

/* A word that is not kept has rows of its own, behind those of all. */
static void keep_sums(rz_types *t, rz_type *type, int16_t sum[RZ_WINDOW][RZ_LANES]) {
    memcpy(type->self, sum[RZ_AT_SELF], sizeof type->self);
    for (uint32_t w = RZ_AT_BEFORE; w < RZ_WINDOW; w++) {
        if (rz_type_kept(t, type)) {
            type->beside[w - RZ_AT_BEFORE] = row_like(t, sum[w]);
            continue;
        }
        uint32_t own = ROWS + (uint32_t)(type - t->types - RZ_TYPES) * BESIDE + w - RZ_AT_BEFORE;
        memcpy(t->rows[own], sum[w], sizeof *t->rows);
        type->beside[w - RZ_AT_BEFORE] = (uint16_t)own;
    }
}

static void learn(rz_types *t, const rz_seen *seen, rz_type *type) {
    int16_t sum[RZ_WINDOW][RZ_LANES] = {{0}};
    uint32_t word = seen->kind == RZ_TOKEN_NUMBER ? rz_feature_atom("0", 1) : rz_feature_atom(seen->norm, seen->size);
    type->paired = rz_context_word(t->tagging->context, word, rz_feature_atom(seen->class, seen->class_size));
    type->punct = seen->kind == RZ_TOKEN_PUNCT;
    if (seen->compared && t->compared_label < RZ_MOST_LABELS) sum[RZ_AT_SELF][t->compared_label] = SURE;
    sum_up(t, seen, sum);
    keep_sums(t, type, sum);
}

/* ---- finding ---- */

/* Eight bytes of a word of which so many are left, those beyond it 0. The normal text has eight bytes more than it needs. */
static uint64_t eight(const char *p, uint32_t left) {
    uint64_t v;
    memcpy(&v, p, sizeof v);
    v = htole64(v);
    return left >= 8 ? v : v & ((1ull << 8 * left) - 1);
}

static uint32_t hash_of(const char *p, uint32_t size, uint32_t other) {
    uint64_t h = size * 0x9E3779B97F4A7C15u + other;
    for (uint32_t at = 0; at < size; at += 8) h = (h ^ eight(p + at, size - at)) * 0xD6E8FEB86659FD93u, h ^= h >> 32;
    return (uint32_t)h | 1; /* never 0 */
}

static bool is_norm(const rz_type *type, const char *p, uint32_t size) {
    if (type->size != size) return false;
    uint64_t other = 0;
    for (uint32_t at = 0; at < size; at += 8) other |= eight(p + at, size - at) ^ eight(type->norm + at, 8);
    return !other;
}

static bool with_ezafe(const rz_text *text, const rz_token *k) {
    return (text->he_with_ye || k->src_end - k->src_start != k->norm_end - k->norm_start) && rz_has_ezafe(text, k);
}

uint32_t rz_type_hash(const rz_text *text, const rz_token *k) {
    return hash_of(text->norm + k->norm_start, k->norm_end - k->norm_start, (uint32_t)k->kind << 1 | with_ezafe(text, k));
}

/* The place in the set where a type of that hash is, or the first. It cannot be foreseen, so it is told without a branch. */
static uint32_t way_of(const rz_types *t, uint32_t hash) {
    const uint32_t *set = &t->hashes[rz_type_set(hash)];
    uint32_t way = 0;
    for (uint32_t i = 1; i < RZ_TYPE_WAYS; i++) way += set[i] == hash ? i : 0;
    return rz_type_set(hash) + way;
}

uint32_t rz_type_expect(const rz_types *t, uint32_t hash) {
    uint32_t place = way_of(t, hash);
    __builtin_prefetch(t->types[place].self);
    __builtin_prefetch(t->types[place].beside);
    return place;
}

static rz_type *scratch(rz_types *t) { return &t->types[RZ_TYPES + t->turn++ % RZ_SCRATCH]; }

/* The place of the set that was not asked for for longest, or one that is kept by nobody; of two words with one hash, one is kept. */
static rz_type *place_in(rz_types *t, uint32_t hash) {
    uint32_t set = rz_type_set(hash), way = way_of(t, hash);
    rz_type *oldest = &t->types[set];
    for (rz_type *w = oldest; w < &t->types[set + RZ_TYPE_WAYS]; w++)
        if (!w->life || (oldest->life && t->now - w->used > t->now - oldest->used)) oldest = w;
    if (t->hashes[way] == hash) oldest = &t->types[way];
    return !t->full && (!oldest->life || t->now - oldest->used > RZ_SCRATCH) ? oldest : scratch(t);
}

static const rz_type *learn_token(rz_types *t, const rz_text *text, uint32_t token, uint32_t hash) {
    const rz_token *k = &text->tokens[token];
    uint32_t size = k->norm_end - k->norm_start;
    rz_type *type = size > RZ_TYPE_BYTES ? scratch(t) : place_in(t, hash);
    rz_seen seen;
    rz_see(t->tagging, text, token, &seen);
    learn(t, &seen, type);
    type->size = (uint8_t)size, type->ezafe = with_ezafe(text, k), type->kind = k->kind & 7u, type->used = t->now;
    type->life++;
    if (!rz_type_kept(t, type)) return type;
    t->hashes[type - t->types] = hash;
    memset(type->norm, 0, sizeof type->norm);
    memcpy(type->norm, text->norm + k->norm_start, size);
    if (!t->full) return type;
    t->hashes[type - t->types] = 0; /* its rows found no room */
    return learn_token(t, text, token, hash);
}

static bool is_type(const rz_types *t, const rz_text *text, const rz_token *k, uint32_t hash, uint32_t place) {
    const rz_type *type = &t->types[place];
    return t->hashes[place] == hash && is_norm(type, text->norm + k->norm_start, k->norm_end - k->norm_start) && type->kind == k->kind && type->ezafe == with_ezafe(text, k);
}

const rz_type *rz_type_of(rz_types *t, const rz_text *text, uint32_t token, uint32_t hash, uint32_t place) {
    const rz_token *k = &text->tokens[token];
    t->now++;
    if (!is_type(t, text, k, hash, place) && !is_type(t, text, k, hash, place = way_of(t, hash))) return learn_token(t, text, token, hash);
    t->types[place].used = t->now;
    return &t->types[place];
}

/* ---- the whole ---- */

static void forget(rz_types *t) {
    memset(t->hashes, 0, RZ_TYPES * sizeof *t->hashes);
    memset(t->row_slots, 0, ROW_SLOTS * sizeof *t->row_slots);
    t->n_rows = 1;
    t->full = false;
}

void rz_types_begin(rz_types *t) {
    if (t->full) forget(t);
}

bool rz_types_open(rz_types *t, const rz_tagging *tagging) {
    *t = (rz_types){.tagging = tagging, .data = tagging->data, .compared_label = RZ_NO_LABEL, .nothing = rz_feature_atom("", 0)};
    t->types = rz_table_open(TYPES_SIZE);
    t->rows = rz_table_open(ROWS_SIZE);
    t->hashes = aligned_alloc(64, RZ_TYPES * sizeof *t->hashes);
    t->row_slots = calloc(ROW_SLOTS, sizeof *t->row_slots);
    if (!t->types || !t->rows || !t->hashes || !t->row_slots) return false;
    forget(t);
    for (int i = 0; i < RZ_F_KINDS; i++) t->features[i] = rz_feature_atom(rz_feature_names[i], (uint32_t)strlen(rz_feature_names[i]));
    for (uint32_t l = 0; l < rz_tags(t->data); l++)
        if (!strcmp(rz_tag_at(t->data, l), "ADJ-c")) t->compared_label = l;
    rz_seen edge = {.norm = "<s>", .size = 3, .kind = RZ_TOKEN_PUNCT, .class = "<s>", .class_size = 3};
    learn(t, &edge, &t->types[RZ_TYPES + RZ_SCRATCH]);
    return true;
}

void rz_types_close(rz_types *t) {
    rz_table_close(t->types, TYPES_SIZE);
    rz_table_close(t->rows, ROWS_SIZE);
    free(t->hashes);
    free(t->row_slots);
}
