#include "text/tag.h"

#include <stdlib.h>

#include "text/type.h"

enum { NEAR = 2, NEVER = -16000 /* less than weights add up to */, ROW = RZ_LANES };

struct rz_tagger {
    rz_types types;
    const rz_context *context;
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
        for (uint32_t l = t->n_labels; l < ROW; l++) t->labels[before][last][l] = NEVER;
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
    _Alignas(64) int16_t score[ROW];
    memcpy(score, t->labels[before][last], sizeof score);
    add_sum(score, rz_type_beside(&t->types, near[0], RZ_AT_BEFORE_2));
    add_sum(score, rz_type_beside(&t->types, near[1], RZ_AT_BEFORE));
    add_sum(score, near[2]->self);
    add_sum(score, rz_type_beside(&t->types, near[3], RZ_AT_AFTER));
    add_sum(score, rz_type_beside(&t->types, near[4], RZ_AT_AFTER_2));
    rz_context_add(t->context, &near[1]->paired, &near[2]->paired, &near[3]->paired, score);
    rz_context_add_label(t->context, last, &near[2]->paired, &near[3]->paired, score);
    if (t->punct_label < ROW) score[t->punct_label] = NEVER;
    return highest(score);
}

static const rz_type *type_at(rz_tagger *t, const rz_text *text, uint32_t token, uint32_t last, uint32_t hash) {
    return token >= last ? rz_type_edge(&t->types) : rz_type_of(&t->types, text, token, hash);
}

/* The hash of a token stands in `out` until its label does. */
static void expect(rz_tagger *t, const rz_text *text, uint32_t token, rz_tagged *out) {
    out->number = rz_type_hash(text, &text->tokens[token]);
    rz_type_expect(&t->types, out->number);
}

void rz_tag(rz_tagger *t, const rz_text *text, uint32_t first, uint32_t last, rz_tagged *out) {
    enum { AHEAD = 6 };
    const rz_type *edge = rz_type_edge(&t->types), *near[2 * NEAR + 1] = {edge, edge, edge, edge, edge};
    uint32_t before = RZ_NO_LABEL, one = RZ_NO_LABEL, n = last - first;
    rz_types_begin(&t->types);
    for (uint32_t i = 0; i < n && i < AHEAD; i++) expect(t, text, first + i, &out[i]);
    for (uint32_t k = 0; k < NEAR; k++) near[NEAR + 1 + k] = type_at(t, text, first + k, last, out[k < n ? k : 0].number);
    for (uint32_t i = 0; i < n; i++) {
        if (i + AHEAD < n) expect(t, text, first + i + AHEAD, &out[i + AHEAD]);
        memmove(near, near + 1, 2 * NEAR * sizeof *near);
        near[2 * NEAR] = type_at(t, text, first + i + NEAR, last, out[i + NEAR < n ? i + NEAR : 0].number);
        const rz_type *type = near[NEAR];
        uint32_t label = type->punct ? t->punct_label : best_label(t, near, one, before);
        out[i] = (rz_tagged){rz_type_kept(&t->types, type) ? (uint32_t)(type - t->types.types) : RZ_NONE, type->life, (uint8_t)label};
        before = one;
        one = label;
    }
}
