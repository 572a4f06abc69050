/* Text cut into sentences and words that are told: rz_tokenize. */
#include <stdlib.h>

#include "base/error.h"
#include "base/utf8.h"
#include "reading/engine.h"
#include "text/group.h"
#include "text/lexeme.h"
#include "text/parts.h"

struct rz_tokenizer {
    rz_engine *engine;
    rz_arena arena; /* of the tables */
    jmp_buf exit;
    const rz_tagging *tagging;
    rz_tagger *tagger;
    rz_label_of labels[RZ_MOST_LABELS + 1];
    struct known *known; /* two for each type */
    uint64_t turn;       /* texts made */
};

enum { LEMMA = 56, LABELS_KNOWN = 2, AHEAD = 4 };

/* What a word of text is under one label: made once, given to each text with copies of its lemmas. */
typedef struct known {
    uint64_t turn; /* of the text that has the copies */
    uint32_t life; /* of the type; 0: nothing is known */
    uint32_t size; /* bytes in the source */
    uint8_t label, n, lemma_size[RZ_LEXEMES];
    rz_word_of words[RZ_LEXEMES]; /* spans from the token's start */
    rz_str infinitive[RZ_LEXEMES]; /* in the tables */
    char lemma[RZ_LEXEMES][LEMMA];
} known;

typedef struct {
    rz_words words; /* first: what the caller holds */
    rz_arena arena;
    jmp_buf exit;
} owner;

typedef struct {
    rz_tokenizer *tokenizer;
    rz_arena *arena, *held; /* of what is given, and of what is needed on the way */
    rz_text text;
    RZ_VEC(rz_word_of) words;
    RZ_VEC(rz_sentence_of) sentences;
    RZ_VEC(rz_verb_group) groups;
} maker;

static void *fail(rz_error *error, rz_code code, uint64_t at, const char *what) {
    rz_fail(error, code, at, "%s", what);
    return NULL;
}

static bool read_tables(rz_tokenizer *t) {
    rz_arena_open(&t->arena, &t->exit, 0);
    if (setjmp(t->exit)) return false;
    t->tagging = rz_tagging_make(&t->arena, t->engine->data);
    for (uint32_t i = 0; i < rz_tags(t->engine->data); i++) t->labels[i] = rz_label_read(rz_tag_at(t->engine->data, i));
    t->known = calloc((size_t)RZ_TYPES * LABELS_KNOWN, sizeof *t->known);
    t->tagger = rz_tagger_open(t->tagging);
    return t->known && t->tagger;
}

rz_tokenizer *rz_tokenizer_open(rz_engine *engine, rz_error *error) {
    rz_tokenizer *t = calloc(1, sizeof *t);
    if (!t) return fail(error, RZ_NO_MEMORY, 0, "not enough memory for a tokenizer");
    t->engine = rz_engine_retain(engine);
    t->labels[RZ_MOST_LABELS].upos = RZ_UPOS_PUNCT;
    if (read_tables(t)) return t;
    rz_tokenizer_close(t);
    return fail(error, RZ_NO_MEMORY, 0, "not enough memory for a tokenizer");
}

void rz_tokenizer_close(rz_tokenizer *t) {
    if (!t) return;
    rz_tagger_close(t->tagger);
    free(t->known);
    rz_arena_close(&t->arena);
    rz_engine_close(t->engine);
    free(t);
}

void rz_words_free(rz_words *words) {
    if (!words) return;
    owner *o = (owner *)words;
    rz_arena_close(&o->arena);
    free(o);
}

/* ---- a text ---- */

static void fill_word(rz_word_of *w, const rz_lexeme *x, uint32_t start) {
    bool verb = x->upos == RZ_UPOS_VERB || x->upos == RZ_UPOS_AUX;
    *w = (rz_word_of){.span = {x->src.start - start, x->src.end - start}, .lemma = "", .infinitive = "", .group = -1, .upos = x->upos,
                      .person = x->person, .number = x->number, .degree = x->degree};
    if (!verb || !x->verb.known) return;
    w->tense = x->verb.tense, w->mood = x->verb.mood, w->form = x->verb.form;
    w->negative = x->verb.negative;
}

/* Makes the words of the token; they are the text's. */
static void know(maker *m, uint32_t token, uint8_t label, known *k) {
    rz_lexeme words[RZ_LEXEMES];
    const rz_token *t = &m->text.tokens[token];
    *k = (known){.label = label, .size = t->src.end - t->src.start, .turn = m->tokenizer->turn};
    k->n = (uint8_t)rz_lexemes_of(m->arena, m->tokenizer->tagging, &m->text, token, m->tokenizer->labels[label], words);
    for (uint32_t i = 0; i < k->n; i++) {
        fill_word(&k->words[i], &words[i], t->src.start);
        if (words[i].verb.known) k->infinitive[i] = words[i].verb.infinitive;
        k->lemma_size[i] = words[i].lemma.size <= LEMMA ? (uint8_t)words[i].lemma.size : 0;
        memcpy(k->lemma[i], words[i].lemma.at, k->lemma_size[i]);
        k->words[i].lemma = rz_copy(m->arena, words[i].lemma.at, words[i].lemma.size);
        k->words[i].infinitive = k->infinitive[i].size ? rz_copy(m->arena, k->infinitive[i].at, k->infinitive[i].size) : "";
    }
    k->words[0].words = k->n;
}

static void copy_lemmas(maker *m, known *k) {
    for (uint32_t i = 0; i < k->n; i++) {
        k->words[i].lemma = rz_copy(m->arena, k->lemma[i], k->lemma_size[i]);
        k->words[i].infinitive = k->infinitive[i].size ? rz_copy(m->arena, k->infinitive[i].at, k->infinitive[i].size) : "";
    }
    k->turn = m->tokenizer->turn;
}

static bool fits(const known *k) {
    for (uint32_t i = 0; i < k->n; i++)
        if (!k->lemma_size[i]) return false;
    return true;
}

/* What the token is, from memory where it was met before; else made in `fresh`. */
static known *known_of(maker *m, uint32_t token, const rz_tagged *type, known *fresh) {
    const rz_token *t = &m->text.tokens[token];
    uint8_t label = type->label;
    known *pair = type->number == RZ_NONE ? fresh : &m->tokenizer->known[LABELS_KNOWN * type->number];
    for (int i = 0; pair != fresh && i < LABELS_KNOWN; i++) {
        if (pair[i].life != type->life || pair[i].label != label || pair[i].size != t->src.end - t->src.start) continue;
        if (pair[i].turn != m->tokenizer->turn) copy_lemmas(m, &pair[i]);
        return &pair[i];
    }
    know(m, token, label, fresh);
    if (pair == fresh || !fits(fresh)) return fresh;
    known *place = pair[0].life != type->life ? pair : &pair[1];
    fresh->life = type->life;
    *place = *fresh;
    return place;
}

static void put_token(maker *m, uint32_t token, const rz_tagged *tagged) {
    known fresh, *k = known_of(m, token, tagged, &fresh);
    uint32_t start = m->text.tokens[token].src.start;
    for (uint32_t i = 0; i < k->n; i++) {
        rz_word_of *w = RZ_PUSH(m->arena, &m->words);
        *w = k->words[i];
        w->span.start += start, w->span.end += start;
    }
    m->words.at[m->words.n - 1].space_after = token + 1 < m->text.n_tokens && m->text.tokens[token + 1].space_before;
}

static void put_sentence(maker *m, const rz_sentence *s) {
    enum { FEW = 256 };
    rz_tagged few[FEW], *tagged = s->last - s->first <= FEW ? few : RZ_NEW_N(m->held, rz_tagged, s->last - s->first);
    uint32_t first = m->words.n;
    rz_tag(m->tokenizer->tagger, &m->text, s->first, s->last, tagged);
    for (uint32_t t = s->first; t < s->last; t++) {
        uint32_t ahead = t + AHEAD < s->last ? tagged[t + AHEAD - s->first].number : RZ_NONE;
        if (ahead != RZ_NONE) __builtin_prefetch(&m->tokenizer->known[LABELS_KNOWN * ahead]);
        put_token(m, t, &tagged[t - s->first]);
    }
    m->words.at[m->words.n - 1].space_after = true;
    *RZ_PUSH(m->arena, &m->sentences) =
        (rz_sentence_of){{m->words.at[first].span.start, m->words.at[m->words.n - 1].span.end}, first, m->words.n, s->paragraph};
    for (uint32_t i = first; i < m->words.n;) {
        rz_verb_group g;
        if (!rz_verb_group_at(m->arena, m->tokenizer->tagging, m->words.at, first, i, m->words.n, &g)) {
            i++;
            continue;
        }
        for (uint32_t k = g.first; k < g.last; k++) m->words.at[k].group = (int32_t)m->groups.n, m->words.at[k].passive = g.passive;
        *RZ_PUSH(m->arena, &m->groups) = g;
        i = g.last;
    }
}

static void cut(maker *m, rz_arena *arena, const char *text, uint32_t size) {
    const rz_language *l = rz_engine_language(m->tokenizer->engine);
    m->text = (rz_text){.data = l->data, .apart = l->apart, .forms = l->forms, .joiner = l->joiner};
    rz_fold(arena, text, size, &m->text);
    rz_tokens_cut_lines(arena, &m->text);
}

/* False when memory runs out, in either of the arenas. */
static bool make(owner *o, rz_tokenizer *tokenizer, rz_arena *held, const char *text, uint32_t size) {
    rz_arena_open(&o->arena, &o->exit, 0);
    rz_arena_open(held, &o->exit, 0);
    tokenizer->turn++;
    if (setjmp(o->exit)) return false;
    maker m = {.tokenizer = tokenizer, .arena = &o->arena, .held = held};
    cut(&m, held, text, size);
    for (uint32_t i = 0; i < m.text.n_sentences; i++) put_sentence(&m, &m.text.sentences[i]);
    o->words = (rz_words){m.words.at, m.words.n, m.sentences.at, m.sentences.n, m.groups.at, m.groups.n};
    return true;
}

rz_words *rz_tokenize(rz_tokenizer *tokenizer, const char *text, size_t size, rz_error *error) {
    if (size > RZ_ARTICLE_MAX) return fail(error, RZ_TOO_LONG, RZ_ARTICLE_MAX, "a text is at most 4 MB");
    size_t good = rz_utf8_check(text, size);
    if (good != size) return fail(error, RZ_NOT_UTF8, good, "the text is not UTF-8");
    owner *o = calloc(1, sizeof *o);
    rz_arena held = {0};
    bool made = o && make(o, tokenizer, &held, text, (uint32_t)size);
    rz_arena_close(&held);
    if (made) return &o->words;
    if (o) rz_words_free(&o->words);
    return fail(error, RZ_NO_MEMORY, 0, "not enough memory for the words of a text");
}
