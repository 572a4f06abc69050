/* Proper spelling: where the joiners of a word stand, by the lexicon, the endings and the forms of verbs; and its lemma. */
#include "base/utf8.h"
#include "text/apart.h"
#include "text/form.h"
#include "text/parts.h"

enum { LONGEST = 64, DEEPEST = 4, JOINER = 0x200C };

/* Bit i: a joiner stands before letter i. */
typedef uint64_t places;

static places before(uint32_t letter) { return letter && letter < LONGEST ? (places)1 << letter : 0; }

static places written(const char *text, uint32_t size) {
    places at = 0;
    uint32_t letters = 0;
    for (const char *p = text, *end = text + size; p < end && letters < LONGEST;) {
        uint32_t length, c = rz_utf8_next(p, end, &length);
        if (c == JOINER) at |= before(letters);
        letters += rz_letter_code(c) != 0;
        p += length;
    }
    return at;
}

/* An ending is taken off a word that the lexicon has only where its spelling sets it apart; nothing more of an adjective of its own. */
static uint32_t known_ending(const rz_apart *a, const uint8_t *w, uint32_t n, const rz_word *word) {
    uint32_t cut = rz_apart_cut(a, w, n, true);
    if (!cut || ((word->pos & RZ_POS_ADJ) && cut < 3)) return 0;
    return written(word->spelling.at, word->spelling.size) & before(n - cut) ? cut : 0;
}

static places word_places(const rz_text *text, const uint8_t *w, uint32_t n, uint32_t depth) {
    rz_word word;
    if (rz_word_find(text->data, w, n, &word)) return written(word.spelling.at, word.spelling.size);
    uint32_t cut = rz_apart_cut(text->apart, w, n, true);
    if (cut) return word_places(text, w, n - cut, depth) | before(n - cut);
    if (depth == DEEPEST) return 0;
    for (uint32_t i = 0; i < text->apart->endings.n; i++) { /* روزنامه‌نگارانش: the joiners of what is known of it */
        const rz_form *e = &text->apart->endings.at[i];
        if (n < e->n + 3u || memcmp(w + n - e->n, e->letters, e->n) != 0) continue;
        if (rz_word_find(text->data, w, n - e->n, &word) || rz_apart_cut(text->apart, w, n - e->n, true))
            return word_places(text, w, n - e->n, depth + 1);
    }
    return 0;
}

static places verb_places(const rz_text *text, const uint8_t *w, uint32_t n) {
    const rz_verb_forms *f = text->forms;
    uint32_t mi = rz_verb_mi(f, w, n), preverb = mi ? 0 : rz_verb_preverb(f, w, n);
    if (preverb) mi = preverb + rz_verb_mi(f, w + preverb, n - preverb);
    places at = before(mi < n ? mi : 0);
    for (uint32_t i = 0; i < f->perfect.n; i++) {
        const rz_verb_ending *e = &f->perfect.at[i];
        if (n > e->n + 2 && w[n - e->n - 1] == f->he && !memcmp(w + n - e->n, e->letters, e->n)) at |= before(n - e->n);
    }
    return at;
}

/* The verb form that the token is by itself, or NULL. */
static const rz_stem *own_verb(const rz_text *text, const rz_token *t, rz_verb *v) {
    *v = (rz_verb){.lemma = RZ_NONE};
    if (t->verb == RZ_NONE || t->kind != RZ_TOKEN_WORD) return NULL;
    return rz_verb_form(text->forms, text->letters + t->letters.start, t->letters.end - t->letters.start, v);
}

static places token_places(const rz_text *text, const rz_token *t) {
    const uint8_t *w = text->letters + t->letters.start;
    uint32_t n = t->letters.end - t->letters.start;
    rz_verb v;
    const rz_stem *s = own_verb(text, t, &v);
    if (s && !s->whole) return verb_places(text, w, n);
    return word_places(text, w, n, 0);
}

/* The normal bytes [from, to) with joiners at the places; a space between letters becomes one where that is mended. */
static uint32_t write_spelled(const rz_text *text, const rz_token *t, places at, bool mend_spaces, char *out) {
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

static uint32_t spelled_room(const rz_token *t) { return 4 * (t->norm.end - t->norm.start) + 1; }

static uint32_t spell(const rz_text *text, uint32_t token, bool mend_spaces, char *out) {
    const rz_token *t = &text->tokens[token];
    return write_spelled(text, t, t->kind == RZ_TOKEN_WORD ? token_places(text, t) : 0, mend_spaces, out);
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
