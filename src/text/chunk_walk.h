/* What the chunker looks at and how it goes: the same for who trains it and who uses it. From left to right it decides three things of
 * each token at once: the phrase, whether an ezafe follows, and whether a clause begins or is come back to. */
#ifndef RZ_TEXT_CHUNK_WALK_H
#define RZ_TEXT_CHUNK_WALK_H

#include "text/tag.h"

typedef enum { RZ_CHUNK_NONE, RZ_CHUNK_NP, RZ_CHUNK_PP, RZ_CHUNK_VG, RZ_CHUNK_ON /* it goes on */, RZ_CHUNK_KINDS } rz_chunk_kind;
typedef enum { RZ_CLAUSE_ON, RZ_CLAUSE_NEW, RZ_CLAUSE_BACK } rz_clause_move;

typedef struct {
    uint8_t chunk, move; /* rz_chunk_kind, rz_clause_move */
    bool ezafe;
    uint32_t clause;     /* its number within the sentence, from 0 */
} rz_chunked;

/* The columns of the weights. */
enum { RZ_COLUMN_EZAFE = RZ_CHUNK_KINDS, RZ_COLUMN_NEW, RZ_COLUMN_BACK, RZ_COLUMNS };
extern const char *const rz_chunk_columns[RZ_COLUMNS];

/* What is known of a token beside its tag: of words what the verb groups say, of marks which one it is. */
typedef enum { RZ_MARK_NONE, RZ_MARK_COMPOUND, RZ_MARK_FINITE, RZ_MARK_PARTICIPLE, RZ_MARK_INFINITIVE, RZ_MARK_ON, RZ_CHUNK_MARKS } rz_chunk_mark;
rz_str rz_chunk_object(const rz_data *data); /* the lemma of what marks the object; RZ_MARK_COMPOUND is its mark */
uint8_t rz_chunk_mark_of(rz_str object, const rz_word_of *words, const rz_verb_group *groups, uint32_t word, uint32_t last);
uint8_t rz_chunk_punct_mark(char punct);

/* A tag with such a mark. */
enum { RZ_SYMBOL_EDGE = RZ_MOST_LABELS * RZ_CHUNK_MARKS, RZ_SYMBOLS };
static inline uint8_t rz_symbol(uint8_t label, uint8_t mark) { return (uint8_t)(label < RZ_MOST_LABELS ? label * RZ_CHUNK_MARKS + mark : RZ_SYMBOL_EDGE); }

/* What was decided of a token, as one number. */
enum { RZ_PASTS = RZ_CHUNK_KINDS * 6 + 1, RZ_PAST_EDGE = RZ_PASTS - 1 };
/* Of the clauses: has this one a verb, how many around it have none yet; how many noun phrases stand in this one by themselves. */
enum { RZ_STANDS = 18 };
/* What comes first behind a token of what ends a noun phrase, and how far away it is. */
enum { RZ_AHEADS = 7 * 4 };
uint8_t rz_chunk_ahead(const rz_data *data, uint8_t next_symbol, uint8_t next_ahead); /* of a token, from the one behind it */

enum { RZ_CLAUSES_DEEP = 16 };
typedef struct {
    uint8_t last, before; /* of the two tokens before */
    bool inside, ezafe;   /* the token before is in a phrase; governs through ezafe */
    uint8_t kind;         /* of the phrase */
    uint32_t depth;       /* of the clause, at most RZ_CLAUSES_DEEP - 1 */
    bool verb[RZ_CLAUSES_DEEP];
    uint8_t nouns[RZ_CLAUSES_DEEP];
    uint32_t number[RZ_CLAUSES_DEEP], clauses;
} rz_chunk_walk;

void rz_chunk_begin(rz_chunk_walk *walk);
uint8_t rz_chunk_stand(const rz_chunk_walk *walk);
/* What the scores speak for, of what can be. mark, next: what the token, and the one behind it, is: a mark of punctuation
 * (rz_chunk_punct_mark) or one of these. A finite verb is in no noun phrase and governed by no ezafe. */
enum { RZ_NO_MARK = 0x80, RZ_NO_TOKEN, RZ_FINITE_VERB };
uint8_t rz_chunk_what(const rz_data *data, uint8_t symbol); /* of words: RZ_NO_MARK or RZ_FINITE_VERB */
rz_chunked rz_chunk_choose(const rz_chunk_walk *walk, const float *score, uint8_t mark, uint8_t next);
void rz_chunk_step(rz_chunk_walk *walk, rz_chunked *chosen); /* and fills its clause */

/* ---- features of several things at once ---- */

/* S: symbols of tokens around, pairs of them written «A B»; W: words; PAST, STAND: as above. */
typedef enum {
    RZ_C_NOTHING, RZ_C_S_2, RZ_C_S_1, RZ_C_S0, RZ_C_S1, RZ_C_S2, RZ_C_S_21, RZ_C_S_10, RZ_C_S01, RZ_C_S12, RZ_C_W_1, RZ_C_W0, RZ_C_W1, RZ_C_AHEAD,
    RZ_C_DECIDED, /* what is decided on the way begins here */
    RZ_C_PAST = RZ_C_DECIDED, RZ_C_PASTS, RZ_C_STAND, RZ_C_PARTS
} rz_chunk_part;
typedef struct {
    const char *kind;
    rz_chunk_part a, b;
} rz_chunk_pairing;
enum { RZ_CHUNK_PAIRINGS = 36, RZ_CHUNK_PAIRINGS_AHEAD = 21 /* the first ones are of no decision */ };
extern const rz_chunk_pairing rz_chunk_pairings[RZ_CHUNK_PAIRINGS];

/* Their texts. out: room for 64 bytes. */
rz_str rz_symbol_text(const rz_data *data, uint8_t symbol, char *out);
rz_str rz_past_text(uint8_t past, char *out);
rz_str rz_stand_text(uint8_t stand, char *out);
rz_str rz_ahead_text(uint8_t ahead, char *out);

/* Does the chunker look at this feature of words? */
bool rz_chunk_uses(rz_feature_kind kind);

#endif
