#include "text/context.h"

enum { MOST_CLASSES = 1023 /* a few hundred there are */, WORD_BITS = 14, MOST_WORDS = (1 << WORD_BITS) - 1 };

/* Numbers of atoms, from 1; what is too much has none, and says nothing. */
typedef struct {
    struct numbered {
        uint32_t atom, number; /* number 0: free */
    } *slots;
    uint32_t mask, n;
} numbers;

/* What two classes side by side say for the first and for the second; what they say for a word between them. Numbers of rows. */
typedef struct {
    uint16_t first, second, between;
} class_pair;

typedef struct {
    uint32_t key, row; /* key 0: free */
} word_slot;

struct rz_context {
    numbers words, classes;
    int8_t (*rows)[RZ_LANES];         /* the first says nothing */
    uint16_t (*label_class)[RZ_LANES]; /* of a class, by the label before it */
    uint16_t (*label_after)[RZ_LANES]; /* of the class behind the word, by the label before the word */
    class_pair *pairs;                /* n_classes squared */
    uint32_t n_classes;
    word_slot *slots;                 /* pairings that a word is in */
    uint32_t mask;
    rz_paired_word *known;            /* by number: which pairings each word is in */
};

/* ---- finding ---- */

static uint32_t number_of(const numbers *n, uint32_t atom) {
    uint32_t i = atom & n->mask;
    while (n->slots[i].number && n->slots[i].atom != atom) i = (i + 1) & n->mask;
    return n->slots[i].number;
}

/* The pairings that a word is in, from 0. */
static uint32_t word_kind(rz_pairing_kind kind) { return kind == RZ_P_L_WORD ? 0 : (uint32_t)(kind - RZ_P_WORD_CLASS_AFTER + 1); }

static uint32_t key_of(rz_pairing_kind kind, uint32_t word, uint32_t other) { return word_kind(kind) << 2 * WORD_BITS | word << WORD_BITS | other; }

static uint32_t slot_of(const rz_context *c, uint32_t key) {
    uint32_t i = (key * 0x9E3779B1u >> 8) & c->mask;
    while (c->slots[i].key && c->slots[i].key != key) i = (i + 1) & c->mask;
    return i;
}

rz_paired_word rz_context_word(const rz_context *c, uint32_t word_atom, uint32_t class_atom) {
    rz_paired_word w = c->known[number_of(&c->words, word_atom)];
    w.class = (uint16_t)number_of(&c->classes, class_atom);
    return w;
}

/* A loop of a known length and nothing else: the compiler makes it a few wide additions. */
static void add_row(const rz_context *c, uint32_t row, int16_t *restrict score) {
    const int8_t *restrict w = c->rows[row];
    for (int i = 0; i < RZ_LANES; i++) score[i] = (int16_t)(score[i] + w[i]);
}

static class_pair *pair_of(const rz_context *c, uint32_t a, uint32_t b) { return &c->pairs[(size_t)a * c->n_classes + b]; }

static void add_word(const rz_context *c, rz_pairing_kind kind, const rz_paired_word *w, uint32_t other, int16_t *score) {
    if (!(w->in >> word_kind(kind) & 1)) return;
    uint32_t key = key_of(kind, w->word, other), i = (key * 0x9E3779B1u >> 8) & c->mask;
    while (c->slots[i].key != key && c->slots[i].key) i = (i + 1) & c->mask;
    add_row(c, c->slots[i].row, score); /* of a free slot, the first, which says nothing */
}

void rz_context_add(const rz_context *c, const rz_paired_word *before, const rz_paired_word *word, const rz_paired_word *after, int16_t score[RZ_LANES]) {
    add_row(c, pair_of(c, before->class, word->class)->second, score);
    add_row(c, pair_of(c, word->class, after->class)->first, score);
    add_row(c, pair_of(c, before->class, after->class)->between, score);
    add_word(c, RZ_P_WORD_CLASS_AFTER, word, after->class, score);
    add_word(c, RZ_P_WORD_BEFORE_CLASS, before, word->class, score);
    if (word->behind) add_word(c, RZ_P_WORD_BEFORE_WORD, before, word->word, score);
}

void rz_context_add_label(const rz_context *c, uint32_t label, const rz_paired_word *word, const rz_paired_word *after, int16_t score[RZ_LANES]) {
    add_row(c, c->label_class[word->class][label], score);
    add_row(c, c->label_after[after->class][label], score);
    add_word(c, RZ_P_L_WORD, word, label, score);
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

static void number(numbers *n, uint32_t atom, uint32_t most) {
    uint32_t i = atom & n->mask;
    while (n->slots[i].number && n->slots[i].atom != atom) i = (i + 1) & n->mask;
    if (!n->slots[i].number && n->n < most) n->slots[i] = (struct numbered){atom, ++n->n};
}

static bool is_word(rz_paired what) { return what >= RZ_OF_WORD && what <= RZ_OF_WORD_AFTER; }
static bool is_class(rz_paired what) { return what >= RZ_OF_CLASS && what <= RZ_OF_CLASS_AFTER_2; }

/* Which of the pairings a pair is of; RZ_PAIRINGS: none, it is a feature of one word. */
static rz_pairing_kind kind_of(const maker *m, const rz_weight_pair *p) {
    rz_pairing_kind k = RZ_P_L_WORD;
    while (k < RZ_PAIRINGS && m->kinds[k] != p->kind) k++;
    return k;
}

static void number_all(maker *m) {
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
    uint32_t key = key_of(kind, word, other);
    if (!word) return; /* one word too many */
    c->slots[slot_of(c, key)] = (word_slot){key, row};
    c->known[word].in |= (uint8_t)(1u << word_kind(kind));
    if (kind == RZ_P_WORD_BEFORE_WORD) c->known[other].behind = true;
}

static void put(maker *m, rz_pairing_kind kind, uint32_t a, uint32_t b, uint16_t row) {
    rz_context *c = m->c;
    switch (kind) {
    case RZ_P_L_CLASS: c->label_class[b][a] = row; break;
    case RZ_P_L_CLASS_AFTER: c->label_after[b][a] = row; break;
    case RZ_P_CLASS_BEFORE_CLASS: pair_of(c, a, b)->second = row; break;
    case RZ_P_CLASS_CLASS_AFTER: pair_of(c, a, b)->first = row; break;
    case RZ_P_CLASSES_AROUND: pair_of(c, a, b)->between = row; break;
    case RZ_P_L_WORD: put_word(c, kind, b, a, row); break;
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
    c->label_class = rz_alloc_array(arena, c->n_classes, sizeof *c->label_class);
    c->label_after = rz_alloc_array(arena, c->n_classes, sizeof *c->label_after);
    c->pairs = rz_alloc_array(arena, (size_t)c->n_classes * c->n_classes, sizeof *c->pairs);
    c->slots = table(&m, m.n + 1, sizeof *c->slots, &c->mask);
    c->known = RZ_NEW_N(arena, rz_paired_word, c->words.n + 1);
    for (uint32_t w = 0; w <= c->words.n; w++) c->known[w].word = (uint16_t)w;
    put_all(&m);
    return c;
}
