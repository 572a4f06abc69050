/* Words: part of speech and inflection by the lexicon and the endings. */
#include "text/apart.h"
#include "text/parts.h"

enum { SHORTEST_STEM = 2 };

/* The shortest ending whose stem is a word. */
static void inflected(const rz_text *text, rz_token *t) {
    const uint8_t *w = text->letters + t->letters_start;
    uint32_t n = rz_letters_count(t);
    rz_word word;
    for (uint64_t left = n ? rz_endings_of(text->apart, w, n) : 0; left; left &= left - 1) {
        const rz_form *e = &text->apart->endings.at[__builtin_ctzll(left)];
        if (n < e->n + (uint32_t)SHORTEST_STEM || (t->tail && e->n >= t->tail)) continue;
        if (!rz_ends_with(w, n, e) || !rz_word_find(text->data, w, n - e->n, &word)) continue;
        if (!(word.pos & (RZ_POS_NOUN | RZ_POS_ADJ))) continue;
        t->tail = e->n & 63;
        t->pos = word.pos & (RZ_POS_NOUN | RZ_POS_ADJ);
    }
}

static void know(const rz_text *text, rz_token *t, uint32_t hash) {
    rz_word word;
    if (t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE) return;
    if (rz_word_find_hashed(text->data, hash, text->letters + t->letters_start, rz_letters_count(t), &word)) t->pos = word.pos;
    else inflected(text, t);
}

static uint32_t hash_of(const rz_text *text, const rz_token *t) {
    return rz_word_hash(text->letters + t->letters_start, rz_letters_count(t));
}

uint8_t rz_word_pos(const rz_text *text, uint32_t token) {
    rz_token t[] = {text->tokens[token], text->tokens[token + 1]}; /* with where its letters end */
    if (!t->pos) know(text, t, hash_of(text, t));
    return t->pos;
}

void rz_words_know(rz_text *text) {
    enum { AHEAD = 8 };
    uint32_t hashes[AHEAD] = {0};
    for (uint32_t t = 0; t < text->n_tokens + AHEAD; t++) {
        if (t >= AHEAD) know(text, &text->tokens[t - AHEAD], hashes[t % AHEAD]);
        rz_word_expect_more(text->data, hashes[(t + AHEAD / 2) % AHEAD]);
        if (t < text->n_tokens) rz_word_expect(text->data, hashes[t % AHEAD] = hash_of(text, &text->tokens[t]));
    }
}
