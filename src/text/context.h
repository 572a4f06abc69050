/* What words and labels say side by side: the weights of features that pair them (rz_pairings), found by small numbers in tables of a
 * megabyte or two, where the way by the features' keys would be a search in memory for each. Says just what the keys say. */
#ifndef RZ_TEXT_CONTEXT_H
#define RZ_TEXT_CONTEXT_H

#include "text/features.h"

enum { RZ_LANES = 32 /* labels and a few more, so that rows are added in wide steps */, RZ_NO_LABEL = RZ_MOST_LABELS, RZ_WORD_BITS = 14 };

/* A word as pairings see it. */
typedef struct {
    uint16_t word, class; /* 0: no pairing has it */
    uint8_t in;           /* bits, by rz_word_kind, of the pairings that have the word as first or as only word but for a label's */
    bool behind;          /* a pairing of two words has it as the second */
} rz_paired_word;

/* Numbers of atoms, from 1; what is too much has none, and says nothing. */
typedef struct {
    struct rz_numbered {
        uint32_t atom, number; /* number 0: free */
    } *slots;
    uint32_t mask, n;
} rz_numbers;

/* What two classes side by side say for the first and for the second; what they say for a word between them. Numbers of rows. */
typedef struct {
    uint16_t first, second, between;
} rz_class_pair;

typedef struct {
    uint32_t key, row; /* key 0: free */
} rz_word_slot;

typedef struct rz_context {
    rz_numbers words, classes;
    int8_t (*rows)[RZ_LANES];          /* the first says nothing */
    uint16_t (*label_class)[RZ_LANES]; /* of a class, by the label before it */
    uint16_t (*label_after)[RZ_LANES]; /* of the class behind the word, by the label before the word */
    uint16_t (*label_word)[RZ_LANES];  /* of a word up to n_label_words, by the label before it */
    uint32_t n_label_words;
    rz_class_pair *pairs;              /* n_classes squared */
    uint32_t n_classes;
    rz_word_slot *slots;               /* pairings that a word is in */
    uint32_t mask;
    rz_paired_word *known;             /* by number: which pairings each word is in */
} rz_context;

/* Lives as long as the arena. */
const rz_context *rz_context_make(rz_arena *arena, const rz_data *data);
rz_paired_word rz_context_word(const rz_context *context, uint32_t word_atom, uint32_t class_atom);

/* The pairings that a word and no label is in, from 0. */
static inline uint32_t rz_word_kind(rz_pairing_kind kind) { return (uint32_t)(kind - RZ_P_WORD_CLASS_AFTER); }

static inline uint32_t rz_word_key(rz_pairing_kind kind, uint32_t word, uint32_t other) {
    return rz_word_kind(kind) << 2 * RZ_WORD_BITS | word << RZ_WORD_BITS | other;
}

static inline uint32_t rz_word_slot_for(const rz_context *c, uint32_t key) { return (key * 0x9E3779B1u >> 8) & c->mask; }

/* The row under a key, 0 where there is none. Most slots hold nothing or what is asked for, and which of the two cannot be foreseen:
 * so it is told without a branch. */
static inline uint32_t rz_word_row(const rz_context *c, uint32_t key) {
    uint32_t i = rz_word_slot_for(c, key), other = c->slots[i].key ^ key;
    uint32_t row = c->slots[i].row & -(uint32_t)(other == 0);
    while (__builtin_expect((other != 0) & (c->slots[i].key != 0), 0)) {
        i = (i + 1) & c->mask;
        other = c->slots[i].key ^ key;
        row = c->slots[i].row & -(uint32_t)(other == 0);
    }
    return row;
}

static inline rz_class_pair *rz_context_pair(const rz_context *c, uint32_t a, uint32_t b) { return &c->pairs[(size_t)a * c->n_classes + b]; }

enum { RZ_ROWS_BESIDE = 6, RZ_ROWS_LABEL = 3 };
/* What a word gets from the words around it, on the way: where it stands. */
typedef struct {
    const rz_class_pair *to, *from, *around;
    uint32_t keys[RZ_ROWS_BESIDE / 2]; /* 0: there is nothing to look for */
} rz_beside;

static inline uint32_t rz_key_where(const rz_paired_word *w, rz_pairing_kind kind, uint32_t other) {
    return rz_word_key(kind, w->word, other) & -(uint32_t)(w->in >> rz_word_kind(kind) & 1);
}

static inline uint32_t rz_label_word(const rz_context *c, const rz_paired_word *w) { return w->word & -(uint32_t)(w->word <= c->n_label_words); }

/* First asked, with some time before it is taken, so that memory has it then. */
static inline void rz_context_ask(const rz_context *c, const rz_paired_word *before, const rz_paired_word *word, const rz_paired_word *after, rz_beside *b) {
    b->to = rz_context_pair(c, before->class, word->class);
    b->from = rz_context_pair(c, word->class, after->class);
    b->around = rz_context_pair(c, before->class, after->class);
    b->keys[0] = rz_key_where(word, RZ_P_WORD_CLASS_AFTER, after->class);
    b->keys[1] = rz_key_where(before, RZ_P_WORD_BEFORE_CLASS, word->class);
    b->keys[2] = rz_key_where(before, RZ_P_WORD_BEFORE_WORD, word->word) & -(uint32_t)word->behind;
    __builtin_prefetch(b->to);
    __builtin_prefetch(b->around);
    __builtin_prefetch(c->label_word[rz_label_word(c, word)]);
    for (int i = 0; i < RZ_ROWS_BESIDE / 2; i++) __builtin_prefetch(&c->slots[rz_word_slot_for(c, b->keys[i])]);
}

static inline void rz_context_take(const rz_context *c, const rz_beside *b, const int8_t *rows[RZ_ROWS_BESIDE]) {
    rows[0] = c->rows[b->to->second];
    rows[1] = c->rows[b->from->first];
    rows[2] = c->rows[b->around->between];
    for (int i = 0; i < RZ_ROWS_BESIDE / 2; i++) rows[RZ_ROWS_BESIDE / 2 + i] = c->rows[rz_word_row(c, b->keys[i])];
}

/* What it gets from the label before it. */
static inline void rz_context_label(const rz_context *c, uint32_t label, const rz_paired_word *word, const rz_paired_word *after,
                                    const int8_t *rows[RZ_ROWS_LABEL]) {
    rows[0] = c->rows[c->label_class[word->class][label]];
    rows[1] = c->rows[c->label_after[after->class][label]];
    rows[2] = c->rows[c->label_word[rz_label_word(c, word)][label]];
}

#endif
