#include "reading/phrases.h"

const char *rz_phrase_name(rz_phrase_kind kind) {
    static const char *const names[] = {"NP", "PP", "VG"};
    return (unsigned)kind < sizeof names / sizeof *names ? names[kind] : "";
}

typedef struct {
    rz_arena *arena;
    const rz_told *told;
    rz_phrases *out;
} maker;

static bool is_verb(const rz_word_of *w) { return w->upos == RZ_UPOS_VERB || w->upos == RZ_UPOS_AUX; }

/* How well a word may be the head of a phrase of that kind; the first of the best is it. */
static int fitness(const rz_word_of *w, uint8_t kind) {
    bool noun = w->upos == RZ_UPOS_NOUN || w->upos == RZ_UPOS_PROPN || w->upos == RZ_UPOS_PRON;
    if (kind == RZ_VERB_GROUP) return w->upos == RZ_UPOS_VERB ? 2 : w->upos == RZ_UPOS_AUX;
    if (w->upos == RZ_UPOS_ADP || w->upos == RZ_UPOS_PUNCT) return 0;
    return noun ? 3 : w->upos == RZ_UPOS_ADJ || w->upos == RZ_UPOS_NUM || w->upos == RZ_UPOS_X ? 2 : 1;
}

static void choose_heads(const maker *m, uint32_t from) {
    for (uint32_t i = from; i < m->out->phrases.n; i++) {
        rz_phrase *p = &m->out->phrases.at[i];
        p->head = p->first;
        for (uint32_t w = p->first + 1; w < p->last; w++)
            if (fitness(&m->told->words[w], p->kind) > fitness(&m->told->words[p->head], p->kind)) p->head = w;
    }
}

/* kind: rz_chunk_kind. */
static void put_word(maker *m, uint32_t word, uint8_t kind, bool ezafe, uint32_t clause) {
    rz_in_phrase *in = RZ_PUSH(m->arena, &m->out->words);
    *in = (rz_in_phrase){.phrase = -1, .ezafe = ezafe, .clause = clause};
    if (kind == RZ_CHUNK_NONE) return;
    bool goes_on = kind == RZ_CHUNK_ON && m->out->phrases.n && m->out->phrases.at[m->out->phrases.n - 1].last == word;
    if (kind == RZ_CHUNK_ON && !goes_on) kind = RZ_CHUNK_NP; /* what hung on the word before closed the phrase */
    if (kind != RZ_CHUNK_ON) {
        uint8_t of = kind == RZ_CHUNK_NP ? RZ_NOUN_PHRASE : kind == RZ_CHUNK_PP ? RZ_PREPOSITIONAL_PHRASE : RZ_VERB_GROUP;
        *RZ_PUSH(m->arena, &m->out->phrases) = (rz_phrase){.first = word, .last = word, .head = word, .kind = of};
    }
    m->out->phrases.at[m->out->phrases.n - 1].last = word + 1;
    in->phrase = (int32_t)m->out->phrases.n - 1;
}

/* What hangs on a word, whose chunk is told: a pronoun goes on with its phrase unless that is a verb, a verb begins its own. */
static uint8_t hanging(const rz_word_of *w, bool inside, bool verb_before) {
    if (is_verb(w)) return RZ_CHUNK_VG;
    if (w->upos == RZ_UPOS_PRON && (!inside || verb_before)) return RZ_CHUNK_NP;
    return inside && w->upos != RZ_UPOS_ADP ? RZ_CHUNK_ON : RZ_CHUNK_NONE;
}

static uint32_t words_of_token(const rz_told *t, uint32_t word) {
    uint32_t n = t->words[word].words;
    return n && word + n <= t->last ? n : 1;
}

static void put_token(maker *m, uint32_t word, uint32_t n, const rz_chunked *c) {
    const rz_word_of *words = m->told->words;
    put_word(m, word, c->chunk, c->ezafe && n == 1, c->clause);
    bool inside = c->chunk != RZ_CHUNK_NONE;
    for (uint32_t i = 1; i < n; i++) {
        bool together = words[word + i].group >= 0 && words[word + i].group == words[word + i - 1].group;
        uint8_t kind = together && inside ? RZ_CHUNK_ON : hanging(&words[word + i], inside, is_verb(&words[word + i - 1]));
        put_word(m, word + i, kind, c->ezafe && i + 1 == n, c->clause);
        inside = kind != RZ_CHUNK_NONE;
    }
}

/* An ezafe leads on within its phrase; where what hangs on a word begins another, there is none. */
static void drop_loose_ezafe(rz_phrases *out, uint32_t from) {
    for (uint32_t i = from; i < out->words.n; i++) {
        rz_in_phrase *in = &out->words.at[i];
        in->ezafe &= i + 1 < out->words.n && in->phrase >= 0 && in[1].phrase == in->phrase;
    }
}

void rz_phrases_put(rz_chunker *chunker, rz_arena *arena, rz_arena *held, const rz_told *t, rz_phrases *out) {
    enum { FEW = 256 };
    maker m = {arena, t, out};
    uint32_t n = t->tokens->last - t->tokens->first, from = out->phrases.n, first = out->words.n, word = t->first;
    uint8_t few_marks[2 * FEW] = {0}, *marks = n <= FEW ? few_marks : RZ_NEW_N(held, uint8_t, 2 * (size_t)n);
    rz_str object = rz_chunk_object(t->text->data);
    rz_chunked few[FEW], *chunked = n <= FEW ? few : RZ_NEW_N(held, rz_chunked, n);
    for (uint32_t i = 0; i < n; i++, word += words_of_token(t, word)) marks[i] = rz_chunk_mark_of(object, t->words, t->groups, word, t->last);
    rz_chunk(chunker, t->text, t->tokens->first, t->tokens->last, t->tagged, marks, marks + n, chunked);
    word = t->first;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t count = words_of_token(t, word);
        put_token(&m, word, count, &chunked[i]);
        word += count;
    }
    drop_loose_ezafe(out, first);
    choose_heads(&m, from);
}
