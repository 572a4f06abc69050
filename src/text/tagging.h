/* What the tables say of words for the tagger: what hangs on them, verb stems, lemmas that no rule gives. By letters alone. */
#ifndef RZ_TEXT_TAGGING_H
#define RZ_TEXT_TAGGING_H

#include "text/joiner.h"

enum { RZ_TAG_LETTERS = 14, RZ_TAG_MOST_FORMS = 64, RZ_TAG_WORD = 48 /* letters; longer words are taken as they are */ };

typedef enum { RZ_HANGS_ANY, RZ_HANGS_JOINED /* only behind a joiner */, RZ_HANGS_VOWEL /* behind ا or و */ } rz_hanging;

typedef struct {
    uint8_t letters[RZ_TAG_LETTERS];
    uint8_t n, person, upos;
    bool plural, negative;
    uint8_t where;     /* rz_hanging */
    uint8_t instead;   /* the letter for which it stands; 0: none */
    uint64_t after;    /* bit c - RZ_CODE_LETTERS: it may stand behind letter c; 0: behind any */
    rz_str lemma, infinitive;
} rz_tag_form;

typedef struct {
    rz_tag_form at[RZ_TAG_MOST_FORMS];
    uint32_t n;
} rz_tag_forms;

/* A word that is two. */
typedef struct {
    uint8_t letters[RZ_TAG_LETTERS];
    uint8_t n, first; /* letters of the first */
    uint8_t upos[2], person;
    rz_str lemma[2];
} rz_contraction;

typedef struct {
    rz_str past, infinitive;
    bool plain; /* the present needs no می: دارد */
} rz_tag_verb;

typedef struct rz_tag_stem {
    uint8_t letters[RZ_TAG_LETTERS];
    uint8_t n;
    bool past;
    uint16_t verb;
} rz_tag_stem;

typedef struct {
    uint32_t hash; /* of the letters and the part of speech; 0: free */
    bool plural;
    rz_str lemma;
} rz_tag_lemma;

typedef struct {
    uint32_t hash; /* of the letters; 0: free */
    rz_str habit;
} rz_tag_habit;

enum { RZ_COMPOUND_ENDS = 1 << 15 };

typedef struct {
    const rz_data *data;
    const struct rz_context *context; /* of the weights */
    rz_tag_forms clitics, verbs, pronouns, past, present, perfect, preverbs, plurals, rare_plurals, indefinites, comparatives;
    rz_contraction contractions[8];
    uint32_t n_contractions;
    rz_tag_verb *verb;
    uint32_t n_verbs;
    rz_tag_stem *stems; /* hashed by letters and past; several of the same letters stand one after another */
    uint32_t stem_mask;
    uint64_t stem_ends[2][RZ_LETTER_CODES][2]; /* of the first letter: bits of last letters; of the present, of the past */
    rz_tag_lemma *lemmas;
    uint32_t lemma_mask;
    rz_tag_habit *habits;
    uint32_t habit_mask;
    uint32_t *compounds; /* hashes of «دیدار کرد»; 0: free */
    uint32_t compound_mask;
    uint64_t compound_ends[RZ_COMPOUND_ENDS / 64]; /* bits: of the last words of what is compounded with verbs */
    rz_str be, become, turn, want, make, have; /* infinitives; turn: گردیدن, as become */
    uint8_t he, alef, waw, ye, noon, beh, meem, dal;
} rz_tagging;

/* Lives as long as the arena; the data must outlive it. */
const rz_tagging *rz_tagging_make(rz_arena *arena, const rz_data *data);

/* Does the word end with it, and have more? Most do not end with its last letter. */
static inline bool rz_ends_with(const uint8_t *w, uint32_t n, const rz_tag_form *e) {
    if (n <= e->n || !e->n) return n > e->n;
    return w[n - 1] == e->letters[e->n - 1] && !memcmp(w + n - e->n, e->letters, e->n);
}
/* May a stem begin and end with these letters? Most words are none, and need not be looked for. */
static inline bool rz_tag_may_be_stem(const rz_tagging *t, uint8_t first, uint8_t last, bool past) {
    return last < RZ_LETTER_CODES && first < RZ_LETTER_CODES && (t->stem_ends[past][first][last / 64] >> last % 64 & 1);
}
/* Where in stems a search for these letters begins, and whether the one there is it. */
uint32_t rz_tag_stem_slot(const rz_tagging *t, const uint8_t *letters, uint32_t n, bool past);
/* The lemma that the tables give for a word of that part of speech; empty: none. */
rz_str rz_tag_lemma_of(const rz_tagging *t, const uint8_t *letters, uint32_t n, uint8_t upos, bool *plural); /* plural may be NULL */
/* Is the noun, by its lemma, or the phrase compounded with the verb of that infinitive? */
bool rz_tag_compounded(const rz_tagging *t, rz_str noun, rz_str infinitive);
/* May the noun or phrase that this word ends be compounded with a verb? */
bool rz_tag_may_be_compounded(const rz_tagging *t, rz_str word);
/* How running text uses a word, as a text of its own kind; empty: not known. */
rz_str rz_tag_habit_of(const rz_tagging *t, const uint8_t *letters, uint32_t n);
const rz_tag_form *rz_tag_form_of(const rz_tag_forms *forms, const uint8_t *letters, uint32_t n);
uint8_t rz_upos_of(rz_str name); /* RZ_UPOS_X where there is none */

/* ---- verbs ---- */

typedef struct {
    bool known;
    rz_str lemma, infinitive, before; /* before: the preverb that the infinitive lacks */
    uint8_t tense, mood, person, form; /* of rayzan.h */
    bool plural, negative;
    bool going_on;  /* with می */
    uint8_t preverb, clitic; /* letters of each; 0: none */
    uint8_t clitic_form;     /* in clitics */
} rz_conjugation;

void rz_conjugate(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_conjugation *out);

/* ---- what hangs on words ---- */

/* The letters, at the end of w, of what hangs there of that part of speech, and which it is; 0: nothing does. */
uint32_t rz_clitic_of(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_places joiners, uint8_t upos, const rz_tag_form **form);

typedef struct {
    uint8_t letters[RZ_TAG_WORD + 1];
    uint32_t n, kept; /* kept: letters of the word that are those of the stem as well */
    rz_str listed;    /* the lemma from the tables; empty: it is the letters */
    bool plural, compared, superlative;
} rz_stemmed;

enum { RZ_DROP_YE = 1 /* of کتابی */, RZ_DROP_PLURAL = 2 /* of دوستان */, RZ_DROP_COMPARED = 4 };
void rz_stem_word(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_places joiners, uint8_t upos, unsigned drop, rz_stemmed *out);

#endif
