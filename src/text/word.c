/* Words: part of speech and inflection by the lexicon and the endings. */
#include "text/parts.h"

enum { MOST_ENDINGS = 48, LONGEST_ENDING = 10, SHORTEST_STEM = 2 };

typedef struct {
    uint8_t letters[LONGEST_ENDING];
    uint32_t n;
} ending;

typedef struct {
    ending at[MOST_ENDINGS];
    uint32_t n;
} endings;

static void read_endings(const rz_data *data, endings *out) {
    rz_row first;
    uint32_t count;
    rz_rows_of(data, RZ_SUFFIX, &first, &count);
    out->n = 0;
    for (rz_row r = first; r < first + count; r++) {
        if (!rz_row_has(data, r, "use", "noun")) continue;
        for (uint32_t i = 0; i < rz_fields_of(data, r) && out->n < MOST_ENDINGS; i++) {
            rz_field field = rz_field_at(data, r, i);
            if (strcmp(rz_key_name(data, field.key), "form") != 0) continue;
            ending *e = &out->at[out->n++];
            e->n = rz_codes(field.value, e->letters, LONGEST_ENDING);
        }
    }
}

/* The shortest ending whose stem is a word. */
static void inflected(const rz_text *text, const endings *all, rz_token *t) {
    const uint8_t *w = text->letters + t->letters.start;
    uint32_t n = t->letters.end - t->letters.start;
    rz_word word;
    for (uint32_t i = 0; i < all->n; i++) {
        const ending *e = &all->at[i];
        if (n < e->n + SHORTEST_STEM || (t->tail && e->n >= t->tail)) continue;
        if (memcmp(w + n - e->n, e->letters, e->n) != 0 || !rz_word_find(text->data, w, n - e->n, &word)) continue;
        if (!(word.pos & (RZ_POS_NOUN | RZ_POS_ADJ))) continue;
        t->tail = (uint8_t)e->n;
        t->pos = word.pos & (RZ_POS_NOUN | RZ_POS_ADJ);
    }
}

void rz_words_know(rz_text *text) {
    endings all;
    read_endings(text->data, &all);
    for (uint32_t i = 0; i < text->n_tokens; i++) {
        rz_token *t = &text->tokens[i];
        rz_word word;
        if (t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE) continue;
        if (rz_word_find(text->data, text->letters + t->letters.start, t->letters.end - t->letters.start, &word)) t->pos = word.pos;
        else inflected(text, &all, t);
    }
}
