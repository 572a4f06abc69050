#include "text/context.h"

enum { MOST_CLASSES = 1023 /* a few hundred there are */, MOST_WORDS = (1 << RZ_WORD_BITS) - 1 };

/* ---- finding ---- */

static uint32_t number_of(const rz_numbers *n, uint32_t atom) {
    uint32_t i = atom & n->mask;
    while (n->slots[i].number && n->slots[i].atom != atom) i = (i + 1) & n->mask;
    return n->slots[i].number;
}

rz_paired_word rz_context_word(const rz_context *c, uint32_t word_atom, uint32_t class_atom) {
    rz_paired_word w = c->known[number_of(&c->words, word_atom)];
    w.class = (uint16_t)number_of(&c->classes, class_atom);
    return w;
}

/* ---- making ---- */

typedef struct {
    rz_arena *arena;
    const rz_data *data;
    rz_context *c;
    const rz_weight_pair *pairs;
    uint32_t n;
    uint32_t kinds[RZ_PAIRINGS];
    uint32_t labels[RZ_MOST_LABELS + 1]; /* atoms */
} maker;

static uint32_t atom_of(const char *text) { return rz_feature_atom(text, (uint32_t)strlen(text)); }

static void number(rz_numbers *n, uint32_t atom, uint32_t most) {
    uint32_t i = atom & n->mask;
    while (n->slots[i].number && n->slots[i].atom != atom) i = (i + 1) & n->mask;
    if (!n->slots[i].number && n->n < most) n->slots[i] = (struct rz_numbered){atom, ++n->n};
}

static bool is_word(rz_paired what) { return what >= RZ_OF_WORD && what <= RZ_OF_WORD_AFTER; }
static bool is_class(rz_paired what) { return what >= RZ_OF_CLASS && what <= RZ_OF_CLASS_AFTER_2; }

/* Which of the pairings a pair is of; RZ_PAIRINGS: none, it is a feature of one word. */
static rz_pairing_kind kind_of(const maker *m, const rz_weight_pair *p) {
    rz_pairing_kind k = RZ_P_L_WORD;
    while (k < RZ_PAIRINGS && m->kinds[k] != p->kind) k++;
    return k;
}

/* Words that labels are paired with come first. */
static void number_all(maker *m) {
    for (uint32_t i = 0; i < m->n; i++)
        if (kind_of(m, &m->pairs[i]) == RZ_P_L_WORD) number(&m->c->words, m->pairs[i].b, MOST_WORDS);
    m->c->n_label_words = m->c->words.n;
    for (uint32_t i = 0; i < m->n; i++) {
        rz_pairing_kind k = kind_of(m, &m->pairs[i]);
        if (k == RZ_PAIRINGS) continue;
        if (is_word(rz_pairings[k].a)) number(&m->c->words, m->pairs[i].a, MOST_WORDS);
        if (is_word(rz_pairings[k].b)) number(&m->c->words, m->pairs[i].b, MOST_WORDS);
        if (is_class(rz_pairings[k].a)) number(&m->c->classes, m->pairs[i].a, MOST_CLASSES);
        if (is_class(rz_pairings[k].b)) number(&m->c->classes, m->pairs[i].b, MOST_CLASSES);
    }
}

static uint32_t part_of(const maker *m, rz_paired what, uint32_t atom) {
    if (is_word(what)) return number_of(&m->c->words, atom);
    if (is_class(what)) return number_of(&m->c->classes, atom);
    for (uint32_t l = 0; l <= RZ_MOST_LABELS; l++)
        if (m->labels[l] == atom) return l;
    return RZ_LANES - 1; /* no label is asked for there */
}

static void put_word(rz_context *c, rz_pairing_kind kind, uint32_t word, uint32_t other, uint32_t row) {
    uint32_t key = rz_word_key(kind, word, other);
    if (!key) return; /* no word has the number 0 */
    uint32_t i = rz_word_slot_for(c, key);
    while (c->slots[i].key && c->slots[i].key != key) i = (i + 1) & c->mask;
    c->slots[i] = (rz_word_slot){key, row};
    c->known[word].in |= (uint8_t)(1u << rz_word_kind(kind));
    if (kind == RZ_P_WORD_BEFORE_WORD) c->known[other].behind = true;
}

static void put(maker *m, rz_pairing_kind kind, uint32_t a, uint32_t b, uint16_t row) {
    rz_context *c = m->c;
    switch (kind) {
    case RZ_P_L_CLASS: c->label_class[b][a] = row; break;
    case RZ_P_L_CLASS_AFTER: c->label_after[b][a] = row; break;
    case RZ_P_CLASS_BEFORE_CLASS: rz_context_pair(c, a, b)->second = row; break;
    case RZ_P_CLASS_CLASS_AFTER: rz_context_pair(c, a, b)->first = row; break;
    case RZ_P_CLASSES_AROUND: rz_context_pair(c, a, b)->between = row; break;
    case RZ_P_L_WORD: c->label_word[b][a] = row; break;
    default: put_word(c, kind, a, b, row);
    }
}

static void put_all(maker *m) {
    for (uint32_t i = 0; i < m->n; i++) {
        const rz_weight_pair *p = &m->pairs[i];
        rz_pairing_kind k = kind_of(m, p);
        const rz_weights *w = k < RZ_PAIRINGS ? rz_weights_find(m->data, rz_feature_key(p->kind, p->a, p->b)) : NULL;
        if (!w) continue;
        uint32_t a = part_of(m, rz_pairings[k].a, p->a), b = part_of(m, rz_pairings[k].b, p->b);
        if (!b || (!a && rz_pairings[k].a != RZ_OF_LABEL_1)) continue; /* one word or class too many */
        memcpy(m->c->rows[i + 1], w->weight, sizeof w->weight);
        put(m, k, a, b, (uint16_t)(i + 1));
    }
}

static void *table(maker *m, uint32_t n, size_t size, uint32_t *mask) {
    uint32_t room = 64;
    while (room < 2 * n) room *= 2;
    *mask = room - 1;
    return rz_alloc_array(m->arena, room, size);
}

const rz_context *rz_context_make(rz_arena *arena, const rz_data *data) {
    maker m = {.arena = arena, .data = data, .c = RZ_NEW(arena, rz_context)};
    rz_context *c = m.c;
    m.pairs = rz_weight_pairs(data, &m.n);
    for (int k = 0; k < RZ_PAIRINGS; k++) m.kinds[k] = atom_of(rz_pairings[k].kind);
    for (uint32_t l = 0; l <= RZ_MOST_LABELS; l++) m.labels[l] = atom_of(l < rz_tags(data) ? rz_tag_at(data, l) : "<s>");
    c->words.slots = table(&m, m.n + 1, sizeof *c->words.slots, &c->words.mask);
    c->classes.slots = table(&m, MOST_CLASSES + 1, sizeof *c->classes.slots, &c->classes.mask);
    number_all(&m);
    c->n_classes = c->classes.n + 1;
    c->rows = rz_alloc_array(arena, m.n + 1, sizeof *c->rows);
    c->label_word = rz_alloc_array(arena, c->n_label_words + 1, sizeof *c->label_word);
    c->label_class = rz_alloc_array(arena, c->n_classes, sizeof *c->label_class);
    c->label_after = rz_alloc_array(arena, c->n_classes, sizeof *c->label_after);
    c->pairs = rz_alloc_array(arena, (size_t)c->n_classes * c->n_classes, sizeof *c->pairs);
    c->slots = table(&m, 2 * m.n + 2, sizeof *c->slots, &c->mask);
    c->known = RZ_NEW_N(arena, rz_paired_word, c->words.n + 1);
    for (uint32_t w = 0; w <= c->words.n; w++) c->known[w].word = (uint16_t)w;
    put_all(&m);
    return c;
}
