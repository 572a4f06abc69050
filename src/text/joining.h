/* What the tables say of joiners, as joiner.c uses it. */
#ifndef RZ_TEXT_JOINING_H
#define RZ_TEXT_JOINING_H

#include "text/joiner.h"
#include "text/weighing.h"

enum { RZ_PART_LETTERS = 14, RZ_MOST_ENDINGS = 96, RZ_MOST_FORMS = 24 };

typedef enum {
    RZ_PART_FREE, RZ_PART_FIRST, RZ_PART_LAST, /* of compounds */
    RZ_NEVER_ALONE_FIRST, RZ_NEVER_ALONE_LAST, /* parts beside which a space stands for a joiner */
    RZ_SELDOM_ALONE_FIRST, RZ_SELDOM_ALONE_LAST, /* the same where the list has the word so */
    RZ_STEM_PAST, RZ_STEM_PRESENT,
    RZ_PART_USES
} rz_part_use;

typedef struct {
    uint8_t letters[RZ_PART_LETTERS];
    uint8_t n, use;
    int8_t strength; /* tenths */
} rz_joining_part;

/* A list of short forms. */
typedef struct {
    rz_joining_part at[RZ_MOST_FORMS];
    uint32_t n;
} rz_joining_forms;

typedef struct {
    uint8_t letters[RZ_PART_LETTERS];
    uint8_t n;
    bool joiner, adjective, guess, mend;
    bool seen;        /* the other word was seen in running text */
    uint8_t instead;  /* the letter for which the ending stands; 0: none */
    float weight;
    uint64_t after;   /* bit c - RZ_CODE_LETTERS: the other word may end with letter c; 0: with any */
    uint64_t unless;  /* … but not with one of these right before that letter: «نماینده», not «راه» */
    rz_places inner;  /* joiners within the ending */
} rz_joining_ending;

struct rz_joiner {
    const rz_data *data;
    rz_joining_part *parts; /* the first is none */
    uint32_t n_parts;
    uint16_t *slots;        /* parts hashed by letters and use; 0: free */
    uint64_t *apart;        /* hashes of pairs of words that are two */
    uint32_t mask, apart_mask;
    rz_joining_ending endings[RZ_MOST_ENDINGS];
    uint32_t n_endings;
    rz_joining_forms tails, preverbs, verb_endings, verb_clitics, verb_guesses, perfect, either;
    rz_weighing either_weights;
    uint8_t meem, ye, noon, he, alef, dal, be; /* letters */
};

static inline rz_places rz_joiner_before(uint32_t letter) { return letter && letter < RZ_JOINER_LETTERS ? (rz_places)1 << letter : 0; }
/* The count of tools/make-lexicon: times in running text. */
static inline uint32_t rz_running(const rz_word *word) { return word->count / 1000; }
static inline bool rz_part_ends(const uint8_t *w, uint32_t n, const rz_joining_part *form) {
    return n >= form->n && !memcmp(w + n - form->n, form->letters, form->n);
}
static inline bool rz_part_starts(const uint8_t *w, uint32_t n, const rz_joining_part *form) {
    return n > form->n && !memcmp(w, form->letters, form->n);
}

/* The part of that use, or NULL. */
const rz_joining_part *rz_joining_find(const rz_joiner *j, const uint8_t *letters, uint32_t n, rz_part_use use);
/* Are the two told to be two words? */
bool rz_joining_apart(const rz_joiner *j, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m);
/* May the ending follow a word of m letters? */
bool rz_ending_allows(const rz_joining_ending *e, const rz_joiner *j, const uint8_t *w, uint32_t m);
bool rz_is_adjective(const rz_joiner *j, const uint8_t *w, uint32_t n);

/* می or نمی at the beginning: its letters, or 0. */
uint32_t rz_verb_going_on(const rz_joiner *j, const uint8_t *w, uint32_t n);
/* A form with می that begins at letter `from`, with its joiners; false: it is none. */
bool rz_verb_with_mi(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t from, rz_places *at);
/* The same of a verb of which no stem is known. */
bool rz_verb_guessed(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t from, rz_places *at);
/* A form without می: «تاباندند», «بنمایاند». */
bool rz_verb_finite(const rz_joiner *j, const uint8_t *w, uint32_t n);
/* A participle or an infinitive, with a preverb and a negation or without. */
bool rz_is_verbal(const rz_joiner *j, const uint8_t *w, uint32_t n);

/* The weights of either.c. */
void rz_either_read(rz_arena *arena, rz_joiner *j);

#endif
