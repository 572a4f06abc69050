/* What the tagger looks at: features of a word by itself, and of a word beside others and the labels before it. A feature is a
 * kind and one or two texts (rz_feature_key). */
#ifndef RZ_TEXT_FEATURES_H
#define RZ_TEXT_FEATURES_H

#include "text/tagging.h"
#include "text/text.h"

enum { RZ_CLASS_MOST = 24 };

/* Of which word of the window a feature of a word speaks: itself, the one before it, after it … */
typedef enum { RZ_AT_SELF, RZ_AT_BEFORE, RZ_AT_AFTER, RZ_AT_BEFORE_2, RZ_AT_AFTER_2, RZ_WINDOW } rz_window;
extern const int8_t rz_window_by[RZ_WINDOW]; /* how many words on from the one looked at */

/* A word as written, with what the lexicon and the rules say of it. */
typedef struct {
    const char *norm; /* normal spelling, joiners and spaces in it */
    uint32_t size;
    const uint8_t *letters;
    uint32_t n;
    rz_word entry; /* of a word: in the lexicon, where it is spelled so */
    bool spelled;
    uint8_t kind; /* rz_token_kind */
    char punct;
    bool ezafe;   /* ۀ: an ezafe is written */
    rz_places joiners;
    char class[RZ_CLASS_MOST]; /* in short what it may be */
    uint32_t class_size;
    rz_conjugation verb;
    bool compared; /* an adjective that is known, and behind a joiner تر or ترین: nothing else */
} rz_seen;

bool rz_has_ezafe(const rz_text *text, const rz_token *token);
void rz_see(const rz_tagging *t, const rz_text *text, uint32_t token, rz_seen *out);
/* Kinds of features; what each looks at is told in features.c. */
typedef enum {
    RZ_F_WORD, RZ_F_CLASS, RZ_F_END_1, RZ_F_END_2, RZ_F_END_3, RZ_F_END_4, RZ_F_BEGIN_1, RZ_F_BEGIN_2, RZ_F_BEGIN_3, RZ_F_BEHIND_JOINER,
    RZ_F_BEFORE_JOINER, RZ_F_HANGS_PRONOUN, RZ_F_HANGS_VERB, RZ_F_HANGS_IS, RZ_F_YE, RZ_F_BEFORE_YE, RZ_F_RARE_PLURAL, RZ_F_COMPARED, RZ_F_LISTED, RZ_F_VERB, RZ_F_END_CLASS,
    RZ_F_NAME, RZ_F_USUAL, RZ_F_HABIT, RZ_F_HABIT_BEFORE, RZ_F_HABIT_AFTER, RZ_F_WORD_BEFORE, RZ_F_WORD_AFTER, RZ_F_WORD_BEFORE_2,
    RZ_F_WORD_AFTER_2, RZ_F_CLASS_BEFORE, RZ_F_CLASS_AFTER, RZ_F_CLASS_BEFORE_2, RZ_F_CLASS_AFTER_2, RZ_F_END_BEFORE, RZ_F_END_AFTER, RZ_F_KINDS
} rz_feature_kind;
extern const char *const rz_feature_names[RZ_F_KINDS]; /* as the file of weights has them */

/* All features of the word by itself; `where`: for which word of the window it counts. */
typedef void rz_feature_found(void *self, rz_window where, rz_feature_kind kind, rz_str a, rz_str b);
void rz_features(const rz_tagging *t, const rz_seen *seen, rz_feature_found *found, void *self);

/* Features of several words and labels: what they pair. */
typedef enum {
    RZ_OF_NOTHING, RZ_OF_LABEL_1, RZ_OF_LABEL_2, RZ_OF_LABELS /* of the two before, as «A B» */, RZ_OF_WORD, RZ_OF_WORD_BEFORE, RZ_OF_WORD_AFTER,
    RZ_OF_CLASS, RZ_OF_CLASS_BEFORE, RZ_OF_CLASS_AFTER, RZ_OF_CLASS_BEFORE_2, RZ_OF_CLASS_AFTER_2, RZ_PAIRED
} rz_paired;
typedef struct {
    const char *kind;
    rz_paired a, b;
} rz_pairing;
typedef enum {
    RZ_P_L, RZ_P_LL, RZ_P_L_WORD, RZ_P_L_CLASS, RZ_P_L_CLASS_AFTER, RZ_P_CLASS_BEFORE_CLASS, RZ_P_CLASS_CLASS_AFTER, RZ_P_CLASSES_AROUND,
    RZ_P_WORD_CLASS_AFTER, RZ_P_WORD_BEFORE_CLASS, RZ_P_WORD_BEFORE_WORD, RZ_PAIRINGS
} rz_pairing_kind;
extern const rz_pairing rz_pairings[RZ_PAIRINGS];

#endif
