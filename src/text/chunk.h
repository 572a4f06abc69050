/* The chunker: of every token of a sentence that was tagged its phrase, ezafe and clause, as its weights speak for, from left to right. */
#ifndef RZ_TEXT_CHUNK_H
#define RZ_TEXT_CHUNK_H

#include "text/chunk_walk.h"

/* Of one thread at a time; it keeps what its weights say of the words it met. */
typedef struct rz_chunker rz_chunker;
rz_chunker *rz_chunker_open(const rz_tagging *tagging); /* NULL when memory runs out */
void rz_chunker_close(rz_chunker *chunker);

/* Tokens [first, last) as the tagger told them. marks: of each token that is no punctuation what its first word is (rz_chunk_mark_of). ahead: room for
 * one of each token. */
void rz_chunk(rz_chunker *chunker, const rz_text *text, uint32_t first, uint32_t last, const rz_tagged *tagged, const uint8_t *marks, uint8_t *ahead, rz_chunked *out);

#endif
