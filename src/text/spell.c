/* Proper spelling: where the joiners of a word stand, by the lexicon, the endings and the forms of verbs; and its lemma. */
#include "base/utf8.h"
#include "text/apart.h"
#include "text/form.h"
#include "text/joiner.h"
#include "text/parts.h"

enum { LONGEST = 64, DEEPEST = 4, JOINER = 0x200C };

/* An ending is taken off a word that the lexicon has only where its spelling sets it apart; nothing more of an adjective of its own. */
static uint32_t known_ending(const rz_apart *a, const uint8_t *w, uint32_t n, const rz_word *word) {
    uint32_t cut = rz_apart_cut(a, w, n, true);
    if (!cut || ((word->pos & RZ_POS_ADJ) && cut < 3)) return 0;
    return rz_joiner_written(word->spelling.at, word->spelling.size) >> (n - cut) & 1 ? cut : 0;
}

/* The verb form that the token is by itself, or NULL. */
static const rz_stem *own_verb(const rz_text *text, const rz_token *t, rz_verb *v) {
    *v = (rz_verb){.lemma = RZ_NONE};
    if (t->verb == RZ_NONE || t->kind != RZ_TOKEN_WORD) return NULL;
    return rz_verb_form(text->forms, text->letters + t->letters.start, t->letters.end - t->letters.start, v);
}

/* The normal bytes [from, to) with joiners at the places; a space between letters becomes one where that is mended. */
static uint32_t write_spelled(const rz_text *text, const rz_token *t, rz_places at, bool mend_spaces, char *out) {
    uint32_t letters = 0, n = 0;
    bool open = true; /* a joiner or space stands before the next letter already */
    for (uint32_t i = t->norm.start; i < t->norm.end;) {
        uint32_t length, c = rz_utf8_next(text->norm + i, text->norm + t->norm.end, &length);
        bool gap = c == ' ', letter = rz_letter_code(c) != 0;
        if (gap && mend_spaces) {
            if (!open) n += rz_utf8_put(JOINER, out + n);
            open = true;
        } else {
            if (letter && !open && letters < LONGEST && (at >> letters & 1)) n += rz_utf8_put(JOINER, out + n);
            memcpy(out + n, text->norm + i, length);
            n += length;
            open = gap || c == JOINER;
        }
        letters += letter;
        i += length;
    }
    return n;
}

static rz_places places_of(const rz_text *text, const rz_token *t) {
    if (t->kind != RZ_TOKEN_WORD) return 0;
    return rz_joiner_places(text->joiner, text->letters + t->letters.start, t->letters.end - t->letters.start);
}

static uint32_t spelled_room(const rz_token *t) { return 4 * (t->norm.end - t->norm.start) + 1; }

static uint32_t spell(const rz_text *text, uint32_t token, bool mend_spaces, char *out) {
    const rz_token *t = &text->tokens[token];
    return write_spelled(text, t, places_of(text, t), mend_spaces, out);
}

char *rz_token_spelling(rz_arena *arena, const rz_text *text, uint32_t token) {
    char *out = rz_alloc(arena, spelled_room(&text->tokens[token]));
    out[spell(text, token, true, out)] = 0;
    return out;
}

char *rz_text_spelling(rz_arena *arena, const rz_text *text, uint32_t first, uint32_t last, bool mend_spaces) {
    if (first >= last) return rz_copy(arena, "", 0);
    size_t room = 1;
    for (uint32_t t = first; t < last; t++) {
        room += spelled_room(&text->tokens[t]);
        if (t + 1 < last) room += text->tokens[t + 1].norm.start - text->tokens[t].norm.end;
    }
    char *out = rz_alloc(arena, room);
    size_t n = 0;
    for (uint32_t t = first; t < last; t++) {
        n += spell(text, t, mend_spaces, out + n);
        if (t + 1 == last) break;
        uint32_t from = text->tokens[t].norm.end, gap = text->tokens[t + 1].norm.start - from;
        if (text->tokens[t + 1].norm.start > from) memcpy(out + n, text->norm + from, gap), n += gap;
    }
    out[n] = 0;
    return out;
}

static char *infinitive(rz_arena *arena, const rz_text *text, rz_row verb) {
    rz_str past = rz_row_get(text->data, verb, "past");
    char noon[4];
    uint32_t n = rz_utf8_put(0x646, noon);
    return rz_format(arena, "%.*s%.*s", (int)past.size, past.at, (int)n, noon);
}

/* The first `letters` letters of the token, spelled. */
static char *cut_spelling(rz_arena *arena, const rz_text *text, const rz_token *t, uint32_t letters) {
    rz_word word;
    if (rz_word_find(text->data, text->letters + t->letters.start, letters, &word)) return rz_copy(arena, word.spelling.at, word.spelling.size);
    rz_token cut = *t;
    uint32_t i = t->norm.start, seen = 0, length;
    for (; i < t->norm.end; i += length) {
        uint32_t c = rz_utf8_next(text->norm + i, text->norm + t->norm.end, &length);
        if (rz_letter_code(c) && seen++ == letters) break;
        if (rz_letter_code(c) || c == 0x621) cut.norm.end = i + length;
    }
    char *out = rz_alloc(arena, spelled_room(&cut));
    out[write_spelled(text, &cut, 0, true, out)] = 0;
    return out;
}

static uint32_t lemma_letters(const rz_text *text, const rz_token *t) {
    const uint8_t *w = text->letters + t->letters.start;
    uint32_t n = t->letters.end - t->letters.start;
    rz_word word;
    if (!rz_word_find(text->data, w, n, &word)) n -= t->tail < n ? t->tail : 0;
    for (uint32_t i = 0; i < DEEPEST && rz_word_find(text->data, w, n, &word); i++) {
        uint32_t cut = known_ending(text->apart, w, n, &word);
        if (!cut) break;
        n -= cut;
    }
    return n;
}

char *rz_token_lemma(rz_arena *arena, const rz_text *text, uint32_t token) {
    const rz_token *t = &text->tokens[token];
    rz_verb v;
    const rz_stem *s = own_verb(text, t, &v);
    if (s) return infinitive(arena, text, s->verb);
    if (t->kind != RZ_TOKEN_WORD) return rz_copy(arena, text->norm + t->norm.start, t->norm.end - t->norm.start);
    return cut_spelling(arena, text, t, lemma_letters(text, t));
}
