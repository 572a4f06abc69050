/* The forms of verbs: stems from the tables, endings and beginnings from the suffixes. By letters alone. */
#ifndef RZ_TEXT_FORM_H
#define RZ_TEXT_FORM_H

#include "text/text.h"

enum { RZ_STEM_LETTERS = 20, RZ_FORM_SLOTS = 2048, RZ_MOST_SUFFIXES = 16 };

typedef struct {
    rz_row verb;
    uint8_t letters[RZ_STEM_LETTERS];
    uint8_t n, person; /* person: of a whole form */
    bool plural, past;
    bool whole; /* a form of its own; of the past: another word, which is no verb */
    bool plain; /* the present needs no می */
    bool noun;  /* the past stem is a noun as well */
    bool asks;  /* and asks for what a later verb says: «از او خواست به تهران برود» */
} rz_stem;

typedef struct {
    uint8_t letters[8];
    uint32_t n;
    uint8_t person, plural;
} rz_verb_ending;

typedef struct {
    rz_verb_ending at[RZ_MOST_SUFFIXES];
    uint32_t n;
    uint16_t with[RZ_LETTER_CODES]; /* bit i: at[i] ends with the letter, or has none */
} rz_verb_endings;
_Static_assert(RZ_MOST_SUFFIXES <= 16, "a bit for each ending");

typedef struct rz_verb_forms {
    rz_stem *stems;
    uint32_t n_stems, room;
    uint16_t slots[RZ_FORM_SLOTS];
    uint8_t begins[RZ_LETTER_CODES][RZ_LETTER_CODES / 8]; /* bit: a stem begins with these two letters */
    uint8_t spans[2][2][RZ_LETTER_CODES][RZ_LETTER_CODES / 8]; /* past, whole: some such stem has this first letter; bit: that last one */
    bool opens[RZ_LETTER_CODES];                          /* a preverb begins with the letter */
    bool wants[RZ_LETTER_CODES];                          /* a present stem of خواستن, of which the future is made */
    rz_verb_endings past, present, perfect, preverb;
    uint8_t mi[2], na, be, he, alef; /* letters of می، ن، ب، ه */
    rz_row be_row, become_row, want_row;
} rz_verb_forms;

rz_verb_forms *rz_verb_forms_read(rz_arena *arena, const rz_data *data);

/* What a word says as a verb form: tense, person, number, negation into v; NULL: it is none. */
const rz_stem *rz_verb_form(const rz_verb_forms *f, const uint8_t *w, uint32_t n, rz_verb *v);
const rz_stem *rz_stem_find(const rz_verb_forms *f, const uint8_t *letters, uint32_t n, bool past, bool whole);
/* می or نمی: how many letters of it the word begins with, 0 for none. */
uint32_t rz_verb_mi(const rz_verb_forms *f, const uint8_t *w, uint32_t n);
/* A preverb (بر، باز) with which the word begins, and می or نمی after it: the preverb's letters; 0 for none. */
uint32_t rz_verb_preverb(const rz_verb_forms *f, const uint8_t *w, uint32_t n);
bool rz_is_preverb(const rz_verb_forms *f, const uint8_t *w, uint32_t n); /* just باز, فرا, بر … */

#endif
