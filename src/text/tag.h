/* The tagger: for every word of a sentence the label that its weights speak for, from left to right. */
#ifndef RZ_TEXT_TAG_H
#define RZ_TEXT_TAG_H

#include "text/features.h"

/* What a label says: NOUN-p+PRON. */
typedef struct {
    uint8_t upos;
    unsigned drop;  /* what the lemma loses: RZ_DROP_… */
    uint8_t hangs;  /* the part of speech of what hangs on it; RZ_UPOS_X: nothing does */
} rz_label_of;
rz_label_of rz_label_read(const char *name);

/* Of one thread at a time; it keeps what it learnt of the words it met. */
typedef struct rz_tagger rz_tagger;
rz_tagger *rz_tagger_open(const rz_tagging *tagging); /* NULL when memory runs out */
void rz_tagger_close(rz_tagger *tagger);
/* Of which word of the tagger's memory a token was: whoever keeps things of its own by number sees by life whether it is still that
 * word. number: below RZ_TYPES; RZ_NONE: it is not kept. */
enum { RZ_TYPES = 1 << 16 };
typedef struct {
    uint32_t number, life;
    uint8_t label;
} rz_tagged;

void rz_tag(rz_tagger *tagger, const rz_text *text, rz_tagged *out); /* out: one for each token of the text */

#endif
