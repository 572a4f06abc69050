/* The words that a tagger met: what each says for each label, learnt once. By what is written alone, so that a memory that forgets
 * gives what one that remembers gives. */
#ifndef RZ_TEXT_TYPE_H
#define RZ_TEXT_TYPE_H

#include "text/context.h"
#include "text/tag.h"

enum { RZ_TYPE_WAYS = 16 /* of a set: their hashes are a line of memory */, RZ_TYPE_BYTES = 40 /* a longer word is learnt anew each time */, RZ_SCRATCH = 32 /* words that are not kept; more than are looked at together */ };

/* Two lines of the processor's memory. */
typedef struct {
    _Alignas(64) int16_t self[RZ_LANES]; /* what it says of itself */
    uint16_t beside[RZ_WINDOW - 1];      /* numbers of rows: what it says of the words around it, by rz_window from RZ_AT_BEFORE */
    rz_paired_word paired;
    uint8_t size;
    bool punct : 1, ezafe : 1;
    uint8_t kind : 3; /* of the token */
    uint32_t life; /* how many words stood here */
    uint32_t used; /* when it was asked for last */
    char norm[RZ_TYPE_BYTES]; /* with zeros behind it */
} rz_type;
_Static_assert(sizeof(rz_type) == 128, "two lines");

typedef struct {
    const rz_tagging *tagging;
    const rz_data *data;
    rz_type *types;    /* RZ_TYPES of them, in sets, and the scratch behind them, and the edge of sentences */
    uint32_t *hashes;  /* of the types: of a set side by side, so that one look tells which it is; 0: none */
    int16_t (*rows)[RZ_LANES]; /* the sums that stand in beside, each once; the first says nothing */
    uint16_t *row_slots;
    uint32_t n_rows, now, turn;
    bool full;         /* there is no more room for rows */
    uint32_t features[RZ_F_KINDS], nothing; /* atoms of their names */
    uint32_t compared_label;
} rz_types;

bool rz_types_open(rz_types *types, const rz_tagging *tagging); /* false when memory runs out; close it then as well */
void rz_types_close(rz_types *types);
void rz_types_begin(rz_types *types); /* before the words of a sentence: makes room where there is none */

uint32_t rz_type_hash(const rz_text *text, const rz_token *token);
/* The type of a token; good until RZ_SCRATCH others were asked for. place: as rz_type_expect gave it. */
const rz_type *rz_type_of(rz_types *types, const rz_text *text, uint32_t token, uint32_t hash, uint32_t place);
static inline uint32_t rz_type_set(uint32_t hash) { return hash / 2 % (RZ_TYPES / RZ_TYPE_WAYS) * RZ_TYPE_WAYS; }
/* A token with that hash will be asked for: memory is asked for its set, and soon after for what is in it. */
static inline void rz_type_expect_set(const rz_types *types, uint32_t hash) { __builtin_prefetch(&types->hashes[rz_type_set(hash)]); }
uint32_t rz_type_expect(const rz_types *types, uint32_t hash); /* where it will be found, if it is known */
static inline const rz_type *rz_type_edge(const rz_types *types) { return &types->types[RZ_TYPES + RZ_SCRATCH]; }
/* What a type says of the word at that place beside it. */
static inline const int16_t *rz_type_beside(const rz_types *types, const rz_type *type, rz_window at) {
    return types->rows[type->beside[at - RZ_AT_BEFORE]];
}
static inline void rz_type_expect_beside(const rz_types *types, const rz_type *type) {
    for (int i = 0; i < RZ_WINDOW - 1; i++) __builtin_prefetch(types->rows[type->beside[i]]);
}
static inline bool rz_type_kept(const rz_types *types, const rz_type *type) { return type < types->types + RZ_TYPES; }

#endif
