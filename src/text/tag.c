#include "text/tag.h"

#include <stdlib.h>

#include "text/score.h"
#include "text/type.h"

enum { NEAR = 2, NEVER = -16000 /* less than weights add up to */, ROW = RZ_LANES };

struct rz_tagger {
    rz_types types;
    const rz_context *context;
    rz_scorer scorer;
    const rz_data *data;
    _Alignas(64) int16_t labels[RZ_MOST_LABELS + 1][RZ_MOST_LABELS + 1][ROW]; /* what the two labels before say by themselves */
    uint32_t n_labels, punct_label, nothing;
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
    for (uint32_t last = 0; last <= RZ_MOST_LABELS; last++) {
        rz_str y = label_name(t, last);
        uint32_t n = x.size < 30 ? x.size : 30, m = y.size < 30 ? y.size : 30;
        memcpy(both, x.at, n);
        both[n] = ' ';
        memcpy(both + n + 1, y.at, m);
        add_weights(t, "LL", (rz_str){both, n + 1 + m}, t->labels[before][last]);
        add_weights(t, "L", y, t->labels[before][last]);
        for (uint32_t l = 0; l < ROW; l++)
            if (l >= t->n_labels || rz_str_is(label_name(t, l), "PUNCT")) t->labels[before][last][l] = NEVER; /* marks are told by their kind */
    }
}

rz_tagger *rz_tagger_open(const rz_tagging *tagging) {
    rz_tagger *t = aligned_alloc(64, (sizeof *t + 63) / 64 * 64);
    if (!t) return NULL;
    memset(t, 0, sizeof *t);
    t->data = tagging->data;
    t->context = tagging->context;
    t->n_labels = rz_tags(t->data);
    t->punct_label = RZ_NO_LABEL;
    for (size_t i = 0; rz_scorer_known(i, &t->scorer);) i++;
    t->nothing = rz_feature_atom("", 0);
    for (uint32_t l = 0; l <= RZ_MOST_LABELS; l++) know_labels(t, l);
    if (rz_types_open(&t->types, tagging)) return t;
    rz_tagger_close(t);
    return NULL;
}

void rz_tagger_close(rz_tagger *t) {
    if (!t) return;
    rz_types_close(&t->types);
    free(t);
}

/* ---- a sentence ---- */

/* Some words in a row: what says something of itself and its neighbours is found for all of them before it is added up, so that memory
 * is waited for once; the labels are then given one after the other. */
enum { BLOCK = 16, AHEAD = 12 };
_Static_assert(BLOCK + 2 * NEAR < RZ_SCRATCH, "types are good as long as a block");

typedef struct {
    const rz_type *types[BLOCK + 2 * NEAR]; /* of the words, and of those before and after them */
    int16_t score[BLOCK][ROW];
} block;

/* The hashes of all tokens, to stand there until the labels do, and memory is asked for what is found by them. */
static void hash_all(const rz_tagger *t, const rz_text *text, rz_tagged *out) {
    for (uint32_t i = 0; i < text->n_tokens; i++) {
        out[i].number = rz_type_hash(text, &text->tokens[i]);
        rz_type_expect_set(&t->types, out[i].number);
    }
}

/* Where the type of a token will be found, which is asked for, stands there too. */
static void expect(const rz_tagger *t, const rz_text *text, uint32_t token, rz_tagged *out) {
    if (token < text->n_tokens) out[token].life = rz_type_expect(&t->types, out[token].number);
}

/* The types from place `from` of the block on; `token`: which of the sentence's up to `last` the first of them is. */
static void find_types(rz_tagger *t, const rz_text *text, uint32_t from, uint32_t token, uint32_t last, rz_tagged *out, block *b) {
    for (uint32_t k = from; k < BLOCK + 2 * NEAR; k++, token++) {
        if (token >= last) {
            b->types[k] = rz_type_edge(&t->types);
            continue;
        }
        expect(t, text, token + AHEAD, out);
        b->types[k] = rz_type_of(&t->types, text, token, out[token].number, out[token].life);
        rz_type_expect_beside(&t->types, b->types[k]);
    }
}

static void speaking_at(const rz_tagger *t, const rz_type *const near[2 * NEAR + 1], rz_speaking *s) {
    s->sums[0] = near[NEAR]->self;
    s->sums[1] = rz_type_beside(&t->types, near[0], RZ_AT_BEFORE_2);
    s->sums[2] = rz_type_beside(&t->types, near[1], RZ_AT_BEFORE);
    s->sums[3] = rz_type_beside(&t->types, near[3], RZ_AT_AFTER);
    s->sums[4] = rz_type_beside(&t->types, near[4], RZ_AT_AFTER_2);
}

static void add_up(const rz_tagger *t, block *b, uint32_t n) {
    rz_speaking s[BLOCK];
    rz_beside beside[BLOCK];
    for (uint32_t k = 0; k < n; k++) {
        const rz_type *const *near = b->types + k + NEAR;
        if (near[0]->punct) continue;
        speaking_at(t, near - NEAR, &s[k]);
        rz_context_ask(t->context, &near[-1]->paired, &near[0]->paired, &near[1]->paired, &beside[k]);
    }
    for (uint32_t k = 0; k < n; k++) {
        if (b->types[k + NEAR]->punct) continue;
        rz_context_take(t->context, &beside[k], s[k].rows);
        for (int r = 0; r < RZ_ROWS_BESIDE; r++) __builtin_prefetch(s[k].rows[r]);
    }
    for (uint32_t k = 0; k < n; k++)
        if (!b->types[k + NEAR]->punct) t->scorer.add(&s[k], b->score[k]);
}

static uint32_t label_at(const rz_tagger *t, const block *b, uint32_t k, uint32_t last, uint32_t before) {
    const rz_type *const *near = b->types + k + NEAR;
    const int8_t *rows[RZ_ROWS_LABEL];
    if (near[0]->punct) return t->punct_label;
    rz_context_label(t->context, last, &near[0]->paired, &near[1]->paired, rows);
    return t->scorer.best(b->score[k], t->labels[before][last], rows);
}

static void tag_sentence(rz_tagger *t, const rz_text *text, uint32_t first, uint32_t last, rz_tagged *out) {
    block b;
    uint32_t before = RZ_NO_LABEL, one = RZ_NO_LABEL;
    rz_types_begin(&t->types);
    for (uint32_t from = first; from < last; from += BLOCK) {
        uint32_t some = last - from < BLOCK ? last - from : BLOCK, there = from > first ? 2 * NEAR : NEAR; /* types that are known already */
        if (from > first) memcpy(b.types, b.types + BLOCK, 2 * NEAR * sizeof *b.types);
        else b.types[0] = b.types[1] = rz_type_edge(&t->types);
        find_types(t, text, there, from + there - NEAR, last, out, &b);
        add_up(t, &b, some);
        for (uint32_t k = 0; k < some; k++) {
            const rz_type *type = b.types[k + NEAR];
            uint32_t label = label_at(t, &b, k, one, before);
            out[from + k] = (rz_tagged){rz_type_kept(&t->types, type) ? (uint32_t)(type - t->types.types) : RZ_NONE, type->life, (uint8_t)label};
            before = one;
            one = label;
        }
    }
}

void rz_tag(rz_tagger *t, const rz_text *text, rz_tagged *out) {
    hash_all(t, text, out);
    for (uint32_t i = 0; i < AHEAD; i++) expect(t, text, i, out);
    for (uint32_t i = 0; i < text->n_sentences; i++) tag_sentence(t, text, text->sentences[i].first, text->sentences[i].last, out);
}
