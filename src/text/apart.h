/* Words that are written apart and are one: منطقه ای, می کند, پیش بینی. All by letters, so by data and not by joiners. */
#ifndef RZ_TEXT_APART_H
#define RZ_TEXT_APART_H

#include "data/data.h"

enum { RZ_STARTS_BEGINNING = 1, RZ_STANDS_OFF = 2 };

typedef struct {
    uint8_t letters[10];
    uint8_t n;
    uint8_t row; /* in rows */
} rz_form;

typedef struct {
    rz_form at[48];
    uint32_t n;
} rz_forms;

typedef struct {
    rz_form near[6]; /* what the neighbour must end with; none: anything */
    uint32_t n_near;
    uint8_t like;  /* RZ_POS_… the neighbour must have; 0: anything */
} rz_near;

typedef struct rz_apart {
    const rz_data *data;
    rz_forms endings;              /* of nouns, joined or not */
    rz_forms apart, ahead;         /* written apart: endings and beginnings */
    rz_forms off_end, off_start;   /* words of their own that stand joined */
    rz_forms glued_end, glued_start; /* the same, where the writer left the space out: دیدارکرد, باحضور */
    rz_forms leads_on;             /* words that end no line of their own accord */
    rz_forms starts_on;            /* words that hardly ever begin a paragraph */
    rz_forms stands_off;           /* letters that do not join the next */
    rz_forms same;                 /* of a row, the later forms are read as the first */
    rz_forms initials;             /* Latin letters by their names: اس, جی */
    rz_near rows[40];
    uint32_t n_rows;
    uint64_t endings_with[RZ_LETTER_CODES]; /* of the letter: bit i: endings.at[i] ends with it */
    uint64_t endings_before[RZ_LETTER_CODES]; /* the same: the letter may stand before the last of it */
    uint16_t ending_sizes[RZ_LETTER_CODES]; /* of the letter: bit n: a form of apart of n letters begins with it */
    uint8_t glued_ends[RZ_LETTER_CODES][RZ_LETTER_CODES / 8], glued_starts[RZ_LETTER_CODES][RZ_LETTER_CODES / 8]; /* bits: the two letters with
                                         * which a form of glued_end ends, the last first, and one of glued_start begins */
    uint8_t starts[RZ_LETTER_CODES];    /* of the letter: a form of ahead begins with it; it joins no letter behind it */
} rz_apart;

void rz_apart_read(const rz_data *data, rz_apart *out);

/* Of the endings that the letters may end with, the bits; and whether they end with one of them, and begin with at least one letter more. */
static inline uint64_t rz_endings_of(const rz_apart *a, const uint8_t *letters, uint32_t n) {
    return n > 1 ? a->endings_with[letters[n - 1]] & a->endings_before[letters[n - 2]] : 0;
}
static inline bool rz_ends_with(const uint8_t *letters, uint32_t n, const rz_form *form) {
    uint32_t left = n > form->n ? form->n : 0; /* short: no call pays */
    for (; left > 0 && letters[n - form->n + left - 1] == form->letters[left - 1]; left--) {}
    return n > form->n && left == 0;
}

bool rz_forms_has(const rz_forms *forms, const uint8_t *letters, uint32_t n);
/* Is the second word an ending of the first? */
bool rz_apart_ending(const rz_apart *a, const uint8_t *first, uint32_t n, const uint8_t *second, uint32_t m);
/* Is the first word a beginning of the second? */
bool rz_apart_beginning(const rz_apart *a, const uint8_t *first, uint32_t n, const uint8_t *second, uint32_t m);
/* «به‌عنوان»: does a word of its own stand joined before the word so spelt? */
bool rz_apart_off_start(const rz_apart *a, rz_str spelling, const uint8_t *letters, uint32_t n);
/* Is it a word of the lexicon, inflected or not, that is properly written with a joiner after letter `at`? */
bool rz_apart_compound(const rz_apart *a, const uint8_t *letters, uint32_t n, uint32_t at);

#endif
