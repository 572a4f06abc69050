#include "text/tag.h"

#include <stdlib.h>

#include "text/context.h"

enum { WAYS = 4, SETS = RZ_TYPES / WAYS, SCRATCH = 8, NEAR = 2, LABEL_NONE = RZ_NO_LABEL, SURE = 1000 /* more than weights add up to against it */,
       NEVER = -16000 /* less than weights add up to */, ROW = RZ_LANES };

/* A word of text, with what it says for each label by itself and beside others. */
typedef struct {
    _Alignas(64) int16_t sum[RZ_WINDOW][ROW];
    uint32_t hash;
    rz_paired_word paired;
    uint32_t life;              /* how many words stood here */
    uint64_t used;              /* when it was asked for last */
    uint8_t size;
    bool punct, ezafe;
    char norm[RZ_TYPE_BYTES - 16]; /* a longer word is learnt anew each time */
} rz_type;

struct rz_tagger {
    const rz_tagging *tagging;
    const rz_data *data;
    rz_type *types; /* SETS times WAYS */
    uint64_t now;
    rz_type scratch[SCRATCH], edge; /* edge: before the first word and after the last */
    uint32_t turn;
    const rz_context *context;
    uint32_t features[RZ_F_KINDS], nothing; /* atoms of their names */
    _Alignas(64) int16_t labels[RZ_MOST_LABELS + 1][RZ_MOST_LABELS + 1][ROW]; /* what the two labels before say by themselves */
    uint32_t n_labels;
    uint32_t punct_label, compared_label;
};

rz_label_of rz_label_read(const char *name) {
    rz_label_of l = {.hangs = RZ_UPOS_X};
    rz_str rest = rz_str_of(name);
    uint32_t n = (uint32_t)strcspn(name, "-+");
    l.upos = rz_upos_of((rz_str){name, n});
    for (; n < rest.size && name[n] != '+'; n++) l.drop |= name[n] == 'i' ? RZ_DROP_YE : name[n] == 'p' ? RZ_DROP_PLURAL : name[n] == 'c' ? RZ_DROP_COMPARED : 0u;
    if (n < rest.size) l.hangs = rz_upos_of(rz_str_of(name + n + 1));
    return l;
}

/* A loop of a known length and nothing else: the compiler makes it a few wide additions. */
static void add_row(int16_t *restrict sum, const rz_weights *restrict row) {
    const int8_t *w = row->weight;
    for (int i = 0; i < RZ_MOST_LABELS; i++) sum[i] = (int16_t)(sum[i] + w[i]);
}

/* The features of a word, found first and looked up then, so that memory is waited for once. */
enum { MOST_FEATURES = 160 };
typedef struct {
    const rz_tagger *tagger;
    uint32_t n;
    uint32_t keys[MOST_FEATURES];
    uint8_t where[MOST_FEATURES];
} gathered;

static void gather(void *self, rz_window where, rz_feature_kind kind, rz_str a, rz_str b) {
    gathered *g = self;
    if (g->n == MOST_FEATURES) return;
    g->where[g->n] = (uint8_t)where;
    g->keys[g->n++] = rz_feature_key(g->tagger->features[kind], rz_feature_atom(a.at, a.size), b.size ? rz_feature_atom(b.at, b.size) : g->tagger->nothing);
}

static void learn(const rz_tagger *tagger, const rz_seen *seen, rz_type *type) {
    gathered g = {.tagger = tagger, .n = 0};
    memset(type->sum, 0, sizeof type->sum);
    uint32_t word = seen->kind == RZ_TOKEN_NUMBER ? rz_feature_atom("0", 1) : rz_feature_atom(seen->norm, seen->size);
    type->paired = rz_context_word(tagger->context, word, rz_feature_atom(seen->class, seen->class_size));
    type->punct = seen->kind == RZ_TOKEN_PUNCT;
    if (seen->compared && tagger->compared_label < LABEL_NONE) type->sum[RZ_AT_SELF][tagger->compared_label] = SURE;
    rz_features(tagger->tagging, seen, gather, &g);
    for (uint32_t i = 0; i < g.n; i++) rz_weights_expect(tagger->data, g.keys[i]);
    for (uint32_t i = 0; i < g.n; i++) {
        const rz_weights *w = rz_weights_find(tagger->data, g.keys[i]);
        if (w) add_row(type->sum[g.where[i]], w);
    }
}

static rz_str label_name(const rz_tagger *t, uint32_t label) {
    return label < t->n_labels ? rz_str_of(rz_tag_at(t->data, label)) : RZ_STR("<s>");
}

static void add_weights(const rz_tagger *t, const char *kind, rz_str a, int16_t *sum) {
    const rz_weights *w = rz_weights_find(t->data, rz_feature_key(rz_feature_atom(kind, (uint32_t)strlen(kind)), rz_feature_atom(a.at, a.size), t->nothing));
    for (int i = 0; w && i < RZ_MOST_LABELS; i++) sum[i] = (int16_t)(sum[i] + w->weight[i]);
}

static void know_labels(rz_tagger *t, uint32_t before) {
    char both[64];
    rz_str x = label_name(t, before);
    if (rz_str_is(x, "PUNCT")) t->punct_label = before;
    if (rz_str_is(x, "ADJ-c")) t->compared_label = before;
    for (uint32_t last = 0; last <= RZ_MOST_LABELS; last++) {
        rz_str y = label_name(t, last);
        uint32_t n = x.size < 30 ? x.size : 30, m = y.size < 30 ? y.size : 30;
        memcpy(both, x.at, n);
        both[n] = ' ';
        memcpy(both + n + 1, y.at, m);
        add_weights(t, "LL", (rz_str){both, n + 1 + m}, t->labels[before][last]);
        add_weights(t, "L", y, t->labels[before][last]);
        for (uint32_t l = t->n_labels; l < ROW; l++) t->labels[before][last][l] = NEVER;
    }
}

rz_tagger *rz_tagger_open(const rz_tagging *tagging) {
    rz_tagger *t = aligned_alloc(64, (sizeof *t + 63) / 64 * 64);
    if (!t) return NULL;
    memset(t, 0, sizeof *t);
    t->tagging = tagging;
    t->data = tagging->data;
    t->context = tagging->context;
    t->types = aligned_alloc(64, RZ_TYPES * sizeof *t->types);
    if (t->types) memset(t->types, 0, RZ_TYPES * sizeof *t->types);
    t->n_labels = rz_tags(t->data);
    t->punct_label = t->compared_label = LABEL_NONE;
    t->nothing = rz_feature_atom("", 0);
    for (int i = 0; i < RZ_F_KINDS; i++) t->features[i] = rz_feature_atom(rz_feature_names[i], (uint32_t)strlen(rz_feature_names[i]));
    for (uint32_t l = 0; l <= RZ_MOST_LABELS; l++) know_labels(t, l);
    rz_seen edge = {.norm = "<s>", .size = 3, .kind = RZ_TOKEN_PUNCT, .class = "<s>", .class_size = 3};
    learn(t, &edge, &t->edge);
    if (t->types) return t;
    rz_tagger_close(t);
    return NULL;
}

void rz_tagger_close(rz_tagger *t) {
    if (!t) return;
    free(t->types);
    free(t);
}

static uint32_t hash_of(const char *p, uint32_t size, bool ezafe) {
    uint64_t h = size * 0x9E3779B97F4A7C15u + ezafe, v;
    for (; size >= 8; p += 8, size -= 8) memcpy(&v, p, 8), h = (h ^ v) * 0xD6E8FEB86659FD93u, h ^= h >> 32;
    v = 0;
    memcpy(&v, p, size);
    h = (h ^ v) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(h >> 32);
}

/* The way of the set that has the word, or the one that was not asked for for longest, or one that is kept by nobody. */
static rz_type *way_of(rz_tagger *t, uint32_t hash, const char *norm, uint32_t size, bool ezafe, bool *there) {
    rz_type *set = &t->types[(hash & (SETS - 1)) * WAYS], *oldest = set;
    *there = false;
    if (size > sizeof set->norm) return &t->scratch[t->turn++ % SCRATCH];
    for (rz_type *w = set; w < set + WAYS; w++) {
        if (w->hash == hash && w->size == size && w->ezafe == ezafe && w->life && !memcmp(w->norm, norm, size)) return *there = true, w;
        if (w->used < oldest->used) oldest = w;
    }
    return oldest->used + SCRATCH < t->now || !oldest->life ? oldest : &t->scratch[t->turn++ % SCRATCH];
}

static uint32_t hash_token(const rz_text *text, const rz_token *k) {
    bool ezafe = k->src.end - k->src.start != k->norm.end - k->norm.start && rz_has_ezafe(text, k);
    return hash_of(text->norm + k->norm.start, k->norm.end - k->norm.start, ezafe);
}

static const rz_type *type_of(rz_tagger *t, const rz_text *text, uint32_t token) {
    const rz_token *k = &text->tokens[token];
    const char *norm = text->norm + k->norm.start;
    uint32_t size = k->norm.end - k->norm.start;
    bool ezafe = k->src.end - k->src.start != size && rz_has_ezafe(text, k), there;
    uint32_t hash = hash_of(norm, size, ezafe);
    rz_type *type = way_of(t, hash, norm, size, ezafe, &there);
    type->used = ++t->now;
    if (there) return type;
    rz_seen seen;
    rz_see(t->tagging, text, token, &seen);
    learn(t, &seen, type);
    type->hash = hash, type->size = (uint8_t)size, type->ezafe = ezafe;
    type->life++;
    if (size <= sizeof type->norm) memcpy(type->norm, norm, size);
    return type;
}

/* The set in which the word will be looked for: its heads are fetched. */
static void expect_type(const rz_tagger *t, const rz_text *text, uint32_t token) {
    const rz_type *set = &t->types[(hash_token(text, &text->tokens[token]) & (SETS - 1)) * WAYS];
    for (int i = 0; i < WAYS; i++) __builtin_prefetch(&set[i].hash);
}

static void expect_sums(const rz_type *type) {
    for (int i = 0; i < RZ_WINDOW; i++) __builtin_prefetch(type->sum[i]);
}

static void add_sum(int16_t *restrict score, const int16_t *restrict sum) {
    for (int i = 0; i < ROW; i++) score[i] = (int16_t)(score[i] + sum[i]);
}

/* The first of those with the highest score: two loops that the compiler makes wide. */
static uint32_t highest(const int16_t *score) {
    int16_t most = INT16_MIN;
    uint32_t at = 0;
    for (int i = 0; i < ROW; i++) most = score[i] > most ? score[i] : most;
    while (score[at] != most) at++;
    return at;
}

/* near: the word and those around it, it in the middle; labels: of the two words before it. */
static uint32_t best_label(const rz_tagger *t, const rz_type *const near[2 * NEAR + 1], uint32_t last, uint32_t before) {
    static const rz_window windows[] = {RZ_AT_BEFORE_2, RZ_AT_BEFORE, RZ_AT_SELF, RZ_AT_AFTER, RZ_AT_AFTER_2};
    _Alignas(64) int16_t score[ROW];
    memcpy(score, t->labels[before][last], sizeof score);
    for (int i = 0; i <= 2 * NEAR; i++) add_sum(score, near[i]->sum[windows[i]]);
    rz_context_add(t->context, &near[NEAR - 1]->paired, &near[NEAR]->paired, &near[NEAR + 1]->paired, score);
    rz_context_add_label(t->context, last, &near[NEAR]->paired, &near[NEAR + 1]->paired, score);
    if (t->punct_label < ROW) score[t->punct_label] = NEVER;
    return highest(score);
}

static const rz_type *type_at(rz_tagger *t, const rz_text *text, uint32_t token, uint32_t last) {
    if (token >= last) return &t->edge;
    const rz_type *type = type_of(t, text, token);
    expect_sums(type);
    return type;
}

void rz_tag(rz_tagger *t, const rz_text *text, uint32_t first, uint32_t last, rz_tagged *out) {
    enum { AHEAD = 6 };
    const rz_type *near[2 * NEAR + 1] = {&t->edge, &t->edge, &t->edge};
    uint32_t before = LABEL_NONE, one = LABEL_NONE;
    for (uint32_t i = first; i < last && i < first + AHEAD; i++) expect_type(t, text, i);
    for (uint32_t k = 0; k < NEAR; k++) near[NEAR + 1 + k] = type_at(t, text, first + k, last);
    for (uint32_t i = first; i < last; i++) {
        if (i + AHEAD < last) expect_type(t, text, i + AHEAD);
        memmove(near, near + 1, 2 * NEAR * sizeof *near);
        near[2 * NEAR] = type_at(t, text, i + NEAR, last);
        const rz_type *type = near[NEAR];
        bool kept = type >= t->types && type < t->types + RZ_TYPES;
        uint32_t label = type->punct ? t->punct_label : best_label(t, near, one, before);
        out[i - first] = (rz_tagged){kept ? (uint32_t)(type - t->types) : RZ_NONE, type->life, (uint8_t)label};
        before = one;
        one = label;
    }
}
