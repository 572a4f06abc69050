/* What tokens are as words, remembered by the type that the tagger knows them by: made once, given to each text with copies of its
 * lemmas. What is remembered is what would be made. */
#ifndef RZ_READING_KNOWN_H
#define RZ_READING_KNOWN_H

#include "text/lexeme.h"

enum { RZ_LEMMA_MOST = 56 /* bytes; words with a longer one are made anew each time */, RZ_LABELS_KNOWN = 2 /* of one type */ };

/* A line of the processor's memory: all that a token of one word needs. */
typedef struct {
    _Alignas(64) uint64_t turn; /* of the text that has copies of the lemmas */
    uint32_t life;              /* of the type; 0: nothing is known */
    uint32_t source;            /* how it is written in the source, where that matters */
    uint8_t label, n;
    rz_word_of word;            /* the first; spans from the token's start */
} rz_known;

/* What else there is. */
typedef struct {
    _Alignas(64) rz_word_of second;
    rz_str before[RZ_LEXEMES]; /* a preverb that the infinitive lacks */
    rz_str infinitive[RZ_LEXEMES]; /* in the tables */
    uint8_t size[RZ_LEXEMES];
    char lemma[RZ_LEXEMES][RZ_LEMMA_MOST];
} rz_known_more;

typedef struct {
    const rz_tagging *tagging;
    rz_label_of labels[RZ_MOST_LABELS + 1];
    rz_known *known; /* RZ_LABELS_KNOWN for each type, and one behind them for what is not kept */
    rz_known_more *more;
} rz_memory;

bool rz_memory_open(rz_memory *memory, const rz_tagging *tagging); /* false when memory runs out; close it then as well */
void rz_memory_close(rz_memory *memory);

/* The words of the token, lemmas in the arena; good until the next call. turn: another for each arena. */
const rz_known *rz_known_of(rz_memory *memory, rz_arena *arena, uint64_t turn, const rz_text *text, uint32_t token, const rz_tagged *tagged);
static inline const rz_word_of *rz_known_second(const rz_memory *memory, const rz_known *known) { return &memory->more[known - memory->known].second; }
/* … and what else there is, where this text has no copies of the lemmas yet. */
static inline void rz_known_expect_more(const rz_memory *memory, uint32_t number, uint64_t turn) {
    size_t at = (size_t)RZ_LABELS_KNOWN * number;
    if (memory->known[at].turn == turn) return;
    __builtin_prefetch(&memory->more[at].infinitive);
    __builtin_prefetch(&memory->more[at].lemma);
}
static inline void rz_known_expect(const rz_memory *memory, uint32_t number) {
    for (size_t i = 0; i < RZ_LABELS_KNOWN; i++) __builtin_prefetch(&memory->known[(size_t)RZ_LABELS_KNOWN * number + i]);
}

#endif
