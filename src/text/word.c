/* Words: part of speech and inflection by the lexicon and the endings. */
#include "text/apart.h"
#include "text/parts.h"

enum { SHORTEST_STEM = 2 };

/* The shortest ending whose stem is a word. */
static void inflected(const rz_text *text, rz_token *t) {
    const uint8_t *w = text->letters + t->letters.start;
    uint32_t n = t->letters.end - t->letters.start;
    rz_word word;
    for (uint32_t i = 0; i < text->apart->endings.n; i++) {
        const rz_form *e = &text->apart->endings.at[i];
        if (n < e->n + (uint32_t)SHORTEST_STEM || (t->tail && e->n >= t->tail)) continue;
        if (w[n - 1] != e->letters[e->n - 1] || memcmp(w + n - e->n, e->letters, e->n) != 0 || !rz_word_find(text->data, w, n - e->n, &word)) continue;
        if (!(word.pos & (RZ_POS_NOUN | RZ_POS_ADJ))) continue;
        t->tail = e->n;
        t->pos = word.pos & (RZ_POS_NOUN | RZ_POS_ADJ);
    }
}

static void know(const rz_text *text, rz_token *t) {
    rz_word word;
    if (t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE) return;
    if (rz_word_find(text->data, text->letters + t->letters.start, t->letters.end - t->letters.start, &word)) t->pos = word.pos;
    else inflected(text, t);
}

uint8_t rz_word_pos(const rz_text *text, uint32_t token) {
    rz_token t = text->tokens[token];
    if (!t.pos) know(text, &t);
    return t.pos;
}

void rz_words_know(rz_text *text) {
    for (uint32_t s = 0; s < text->n_sentences; s++)
        for (uint32_t t = text->sentences[s].first; t < text->sentences[s].last; t++) know(text, &text->tokens[t]);
}
