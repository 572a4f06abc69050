/* Treebanks in CoNLL-U, sentence by sentence, each word with its place in the text. */
#ifndef TOOLS_TREEBANK_H
#define TOOLS_TREEBANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TREEBANK_LINE = 1 << 16, TREEBANK_WORDS = 4096 };

typedef struct {
    char form[512], lemma[512], upos[16], xpos[32], misc[128];
    bool together; /* with the word before, in a multiword token */
    uint32_t start, end; /* of the token, in bytes of the text */
} gold;

/* part: in which of `parts` parts of the treebank the sentence is, from 0. */
typedef void treebank_sentence(void *self, const char *text, gold *words, uint32_t n, uint32_t part);
void treebank_read(const char *path, uint32_t parts, treebank_sentence *take, void *self);

/* The words that begin at byte `start` and end at `end`: how many; 0: the treebank cuts elsewhere. */
uint32_t treebank_words_at(const gold *g, uint32_t n, uint32_t start, uint32_t end, uint32_t *first);

#endif
