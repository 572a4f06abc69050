#include "text/chunk.h"

#include <stdlib.h>

/* A row of columns is added by one wide addition. */
enum { ROW = 8, SCRATCH = 8, NEAR = 2, SUMS_LOG = 12, SUMS = 1 << SUMS_LOG };

/* Groups of pairings, in their order, and of what they speak: a word and three small numbers, or two words. */
typedef enum { G_CONTEXT, G_AFTER, G_BEFORE, G_AHEAD, G_WORD, G_WORD_AFTER, G_LAST_WORD, G_NEXT_WORD, G_TWO_NEXT, G_TWO_LAST, G_DECIDED,
               G_PAST = G_DECIDED, G_PASTS, G_STAND, G_PAST_NEXT, G_ALL, G_PAST_WORD, G_PAST_WORD_NEXT, GROUPS } group;
static const uint8_t group_sizes[GROUPS] = {7, 2, 1, 2, 3, 1, 1, 2, 1, 1, 3, 2, 2, 1, 4, 2, 1};

/* A word of the tagger's memory, with what it says for each column by itself and beside others. */
typedef struct {
    _Alignas(16) int16_t sum[RZ_WINDOW][ROW];
    uint32_t life; /* of the tagger's word; 0: nothing is known */
    uint32_t word; /* atom */
} known;

/* What a group of pairings of the same things says: most places are like others. */
typedef struct {
    uint64_t key; /* NO_KEY: free */
    int16_t sum[ROW];
} summed;
#define NO_KEY UINT64_MAX

_Static_assert((int)RZ_COLUMNS == (int)ROW, "a row has all columns");

struct rz_chunker {
    const rz_tagging *tagging;
    const rz_data *data;
    known *types; /* RZ_TYPES */
    known scratch[SCRATCH], edge;
    summed *sums; /* SUMS of each group */
    uint32_t turn;
    uint32_t kinds[RZ_CHUNK_PAIRINGS], features[RZ_F_KINDS], nothing; /* atoms */
    uint32_t symbols[RZ_SYMBOLS], pasts[RZ_PASTS], stands[RZ_STANDS], aheads[RZ_AHEADS];
    uint8_t whats[RZ_SYMBOLS];   /* rz_chunk_what */
    uint8_t endings[RZ_SYMBOLS]; /* what is ahead of a token before such a one, where that ends a noun phrase; else RZ_AHEADS */
    uint32_t past_pairs[RZ_PASTS][RZ_PASTS];
    uint32_t (*symbol_pairs)[RZ_SYMBOLS];
};

/* ---- the tables ---- */

static uint32_t atom(rz_str s) { return rz_feature_atom(s.at, s.size); }

static uint32_t pair_atom(rz_str a, rz_str b) {
    char both[130];
    memcpy(both, a.at, a.size);
    both[a.size] = ' ';
    memcpy(both + a.size + 1, b.at, b.size);
    return rz_feature_atom(both, a.size + 1 + b.size);
}

static void make_atoms(rz_chunker *c) {
    char a[64], b[64];
    for (uint32_t i = 0; i < RZ_SYMBOLS; i++) {
        rz_str x = rz_symbol_text(c->data, (uint8_t)i, a);
        c->symbols[i] = atom(x);
        for (uint32_t k = 0; k < RZ_SYMBOLS; k++) c->symbol_pairs[i][k] = pair_atom(x, rz_symbol_text(c->data, (uint8_t)k, b));
    }
    for (uint32_t i = 0; i < RZ_PASTS; i++) {
        rz_str x = rz_past_text((uint8_t)i, a);
        c->pasts[i] = atom(x);
        for (uint32_t k = 0; k < RZ_PASTS; k++) c->past_pairs[i][k] = pair_atom(x, rz_past_text((uint8_t)k, b));
    }
    for (uint32_t i = 0; i < RZ_AHEADS; i++) c->aheads[i] = atom(rz_ahead_text((uint8_t)i, a));
    for (uint32_t i = 0; i < RZ_SYMBOLS; i++) c->whats[i] = rz_chunk_what(c->data, (uint8_t)i);
    for (uint32_t i = 0; i < RZ_SYMBOLS; i++) c->endings[i] = rz_chunk_ahead(c->data, (uint8_t)i, RZ_AHEADS);
    for (uint32_t i = 0; i < RZ_STANDS; i++) c->stands[i] = atom(rz_stand_text((uint8_t)i, a));
    for (int i = 0; i < RZ_CHUNK_PAIRINGS; i++) c->kinds[i] = atom(rz_str_of(rz_chunk_pairings[i].kind));
    for (int i = 0; i < RZ_F_KINDS; i++) c->features[i] = atom(rz_str_of(rz_feature_names[i]));
    c->nothing = atom(RZ_STR(""));
}

static void add_row(int16_t *restrict sum, const rz_chunk_weights *restrict row) {
    for (int i = 0; i < ROW; i++) sum[i] = (int16_t)(sum[i] + row->weight[i]);
}

static void add_sum(int16_t *restrict score, const int16_t *restrict sum) {
    for (int i = 0; i < ROW; i++) score[i] = (int16_t)(score[i] + sum[i]);
}

enum { MOST_FEATURES = 160 };
typedef struct {
    const rz_chunker *chunker;
    uint32_t n;
    uint32_t keys[MOST_FEATURES];
    uint8_t where[MOST_FEATURES];
} gathered;

static void gather(void *self, rz_window where, rz_feature_kind kind, rz_str a, rz_str b) {
    gathered *g = self;
    if (g->n == MOST_FEATURES || !rz_chunk_uses(kind)) return;
    g->where[g->n] = (uint8_t)where;
    g->keys[g->n++] = rz_feature_key(g->chunker->features[kind], atom(a), b.size ? atom(b) : g->chunker->nothing);
}

static void learn(const rz_chunker *c, const rz_seen *seen, known *k) {
    gathered g = {.chunker = c, .n = 0};
    memset(k->sum, 0, sizeof k->sum);
    k->word = seen->kind == RZ_TOKEN_NUMBER ? rz_feature_atom("0", 1) : rz_feature_atom(seen->norm, seen->size);
    rz_features(c->tagging, seen, gather, &g);
    for (uint32_t i = 0; i < g.n; i++) rz_chunk_weights_expect(c->data, g.keys[i]);
    for (uint32_t i = 0; i < g.n; i++) {
        const rz_chunk_weights *w = rz_chunk_weights_find(c->data, g.keys[i]);
        if (w) add_row(k->sum[g.where[i]], w);
    }
}

rz_chunker *rz_chunker_open(const rz_tagging *tagging) {
    rz_chunker *c = aligned_alloc(64, (sizeof *c + 63) / 64 * 64);
    if (!c) return NULL;
    memset(c, 0, sizeof *c);
    c->tagging = tagging;
    c->data = tagging->data;
    c->symbol_pairs = calloc(RZ_SYMBOLS, sizeof *c->symbol_pairs);
    c->types = aligned_alloc(64, RZ_TYPES * sizeof *c->types);
    c->sums = aligned_alloc(64, (size_t)GROUPS * SUMS * sizeof *c->sums);
    if (!c->types || !c->symbol_pairs || !c->sums) return rz_chunker_close(c), NULL;
    memset(c->types, 0, RZ_TYPES * sizeof *c->types);
    memset(c->sums, 0xFF, (size_t)GROUPS * SUMS * sizeof *c->sums);
    make_atoms(c);
    rz_seen edge = {.norm = "<s>", .size = 3, .kind = RZ_TOKEN_PUNCT, .class = "<s>", .class_size = 3};
    learn(c, &edge, &c->edge);
    return c;
}

void rz_chunker_close(rz_chunker *c) {
    if (!c) return;
    free(c->types);
    free(c->symbol_pairs);
    free(c->sums);
    free(c);
}

/* ---- a sentence ---- */

typedef struct {
    const rz_text *text;
    uint32_t first, last;
    const rz_tagged *tagged;
    const uint8_t *marks;
    const uint8_t *ahead;
} range;

typedef struct {
    const known *near[2 * NEAR + 1];
    uint8_t symbol[2 * NEAR + 1], ahead;
    _Alignas(16) int16_t score[ROW]; /* of all that is not decided on the way */
} place;

/* Is the word looked at now? Another may have had its number by the time the text was tagged. */
static bool in_sight(const place *p, const known *k) {
    for (int i = 0; i <= 2 * NEAR; i++)
        if (p->near[i] == k) return true;
    return false;
}

static const known *known_at(rz_chunker *c, const range *r, uint32_t token, const place *p) {
    if (token >= r->last) return &c->edge;
    const rz_tagged *t = &r->tagged[token - r->first];
    known *k = t->number == RZ_NONE ? NULL : &c->types[t->number];
    if (k && k->life == t->life) return k;
    if (!k || in_sight(p, k)) k = &c->scratch[c->turn++ % SCRATCH];
    rz_seen seen;
    rz_see(c->tagging, r->text, token, &seen);
    learn(c, &seen, k);
    k->life = t->life;
    return k;
}

/* Of a mark which one it is, of a word RZ_NO_MARK. */
static uint8_t mark_at(const range *r, uint32_t token) {
    if (token >= r->last) return RZ_NO_TOKEN;
    const rz_token *t = &r->text->tokens[token];
    return t->kind == RZ_TOKEN_PUNCT ? rz_chunk_punct_mark(t->punct) : RZ_NO_MARK;
}

static uint8_t symbol_at(const range *r, uint32_t token) {
    if (token >= r->last) return RZ_SYMBOL_EDGE;
    uint8_t mark = mark_at(r, token);
    return rz_symbol(r->tagged[token - r->first].label, mark < RZ_NO_MARK ? mark : r->marks[token - r->first]);
}

static uint32_t atom_of(const rz_chunker *c, rz_chunk_part what, const place *p, const rz_chunk_walk *walk) {
    switch (what) {
    case RZ_C_S_2: case RZ_C_S_1: case RZ_C_S0: case RZ_C_S1: case RZ_C_S2: return c->symbols[p->symbol[what - RZ_C_S_2]];
    case RZ_C_S_21: case RZ_C_S_10: case RZ_C_S01: case RZ_C_S12: return c->symbol_pairs[p->symbol[what - RZ_C_S_21]][p->symbol[what - RZ_C_S_21 + 1]];
    case RZ_C_W_1: case RZ_C_W0: case RZ_C_W1: return p->near[NEAR + (int)what - RZ_C_W0]->word;
    case RZ_C_AHEAD: return c->aheads[p->ahead];
    case RZ_C_PAST: return c->pasts[walk->last];
    case RZ_C_PASTS: return c->past_pairs[walk->before][walk->last];
    case RZ_C_STAND: return c->stands[rz_chunk_stand(walk)];
    default: return c->nothing;
    }
}

/* ahead: room for one of each token. */
static void look_ahead(const rz_chunker *c, const range *r, uint8_t *ahead) {
    uint8_t last = c->endings[RZ_SYMBOL_EDGE];
    for (uint32_t i = r->last - r->first; i-- > 0;) {
        ahead[i] = last;
        uint8_t is = c->endings[symbol_at(r, r->first + i)];
        last = is < RZ_AHEADS ? is : last % 4 < 3 ? (uint8_t)(last + 1) : last;
    }
}

static uint64_t packed(uint32_t word, uint32_t a, uint32_t b, uint32_t d) { return (uint64_t)word << 32 | a << 16 | b << 8 | d; }

static uint64_t group_key(group g, const place *p, const rz_chunk_walk *w) {
    const uint8_t *s = p->symbol + NEAR;
    uint32_t last = p->near[NEAR - 1]->word, word = p->near[NEAR]->word, next = p->near[NEAR + 1]->word;
    switch (g) {
    case G_CONTEXT: return packed(0, s[-1], s[0], s[1]);
    case G_AFTER: return packed(0, s[0], s[1], s[2]);
    case G_BEFORE: return packed(0, s[-2], s[-1], s[0]);
    case G_AHEAD: return packed(0, p->ahead, s[0], s[1]);
    case G_WORD: return packed(word, s[-1], s[0], s[1]);
    case G_WORD_AFTER: return packed(word, 0, s[1], s[2]);
    case G_LAST_WORD: return packed(last, 0, 0, s[0]);
    case G_NEXT_WORD: return packed(next, 0, s[-1], s[0]);
    case G_TWO_NEXT: return (uint64_t)word << 32 | next;
    case G_TWO_LAST: return (uint64_t)last << 32 | word;
    case G_PAST: return packed(0, w->last, s[-1], s[0]);
    case G_PASTS: return packed(0, w->before, w->last, s[0]);
    case G_STAND: return packed(0, rz_chunk_stand(w), s[0], s[1]);
    case G_PAST_NEXT: return packed(0, w->last, s[0], s[1]);
    case G_ALL: return packed(rz_chunk_stand(w), w->before, w->last, p->ahead);
    case G_PAST_WORD: return packed(word, 0, w->last, rz_chunk_stand(w));
    default: return packed(next, 0, 0, w->last);
    }
}

static void add_up(const rz_chunker *c, int first, int n, const place *p, const rz_chunk_walk *walk, int16_t *sum) {
    uint32_t keys[8];
    for (int i = 0; i < n; i++) {
        const rz_chunk_pairing *of = &rz_chunk_pairings[first + i];
        keys[i] = rz_feature_key(c->kinds[first + i], atom_of(c, of->a, p, walk), atom_of(c, of->b, p, walk));
        rz_chunk_weights_expect(c->data, keys[i]);
    }
    for (int i = 0; i < n; i++) {
        const rz_chunk_weights *w = rz_chunk_weights_find(c->data, keys[i]);
        if (w) add_row(sum, w);
    }
}

/* What the groups [from, to) say, which begin with pairing `first`. */
static void add_groups(rz_chunker *c, group from, group to, int first, const place *p, const rz_chunk_walk *walk, int16_t *restrict score) {
    for (group g = from; g < to; first += group_sizes[g], g++) {
        uint64_t key = group_key(g, p, walk), mixed = (key ^ key >> 29) * 0x9E3779B97F4A7C15u;
        summed *s = &c->sums[g * SUMS + (mixed >> (64 - SUMS_LOG))];
        if (s->key != key) {
            memset(s->sum, 0, sizeof s->sum);
            add_up(c, first, group_sizes[g], p, walk, s->sum);
            s->key = key;
        }
        add_sum(score, s->sum);
    }
}

static void score_place(rz_chunker *c, place *p, const rz_chunk_walk *walk, float out[RZ_COLUMNS]) {
    add_groups(c, G_DECIDED, GROUPS, RZ_CHUNK_PAIRINGS_AHEAD, p, walk, p->score);
    for (int i = 0; i < RZ_COLUMNS; i++) out[i] = p->score[i];
}

/* What the words around say, and what is paired of them, as far as nothing must be decided for it. */
static void prepare(rz_chunker *c, place *p) {
    static const rz_window windows[] = {RZ_AT_BEFORE_2, RZ_AT_BEFORE, RZ_AT_SELF, RZ_AT_AFTER, RZ_AT_AFTER_2};
    memset(p->score, 0, sizeof p->score);
    for (int i = 0; i <= 2 * NEAR; i++) add_sum(p->score, p->near[i]->sum[windows[i]]);
    add_groups(c, 0, G_DECIDED, 0, p, NULL, p->score);
}

static void move_on(rz_chunker *c, const range *r, uint32_t token, const place *here, place *next) {
    memcpy(next->near, here->near + 1, 2 * NEAR * sizeof *next->near);
    memcpy(next->symbol, here->symbol + 1, 2 * NEAR);
    next->near[2 * NEAR] = NULL;
    next->near[2 * NEAR] = known_at(c, r, token + NEAR, next);
    next->symbol[2 * NEAR] = symbol_at(r, token + NEAR);
    next->ahead = r->ahead[token - r->first];
    prepare(c, next);
}

void rz_chunk(rz_chunker *c, const rz_text *text, uint32_t first, uint32_t last, const rz_tagged *tagged, const uint8_t *marks, uint8_t *ahead, rz_chunked *out) {
    range r = {text, first, last, tagged, marks, ahead};
    place here = {.near = {&c->edge, &c->edge, &c->edge}, .symbol = {RZ_SYMBOL_EDGE, RZ_SYMBOL_EDGE, RZ_SYMBOL_EDGE}}, next;
    rz_chunk_walk walk;
    rz_chunk_begin(&walk);
    look_ahead(c, &r, ahead);
    for (uint32_t k = 0; k < NEAR; k++) here.near[NEAR + 1 + k] = known_at(c, &r, first + k, &here), here.symbol[NEAR + 1 + k] = symbol_at(&r, first + k);
    move_on(c, &r, first, &here, &next);
    for (uint32_t i = first; i < last; i++) {
        float score[RZ_COLUMNS];
        here = next;
        if (i + 1 < last) move_on(c, &r, i + 1, &here, &next);
        score_place(c, &here, &walk, score);
        uint8_t mark = mark_at(&r, i), behind = mark_at(&r, i + 1);
        if (mark == RZ_NO_MARK) mark = c->whats[here.symbol[NEAR]];
        if (behind == RZ_NO_MARK) behind = c->whats[here.symbol[NEAR + 1]];
        out[i - first] = rz_chunk_choose(&walk, score, mark, behind);
        rz_chunk_step(&walk, &out[i - first]);
    }
}
