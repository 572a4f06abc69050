/* Text cut into sentences and words that are told: rz_tokenize. A text goes through some lines at a time, so that what is made of them on
 * the way stays in the processor's memory, and is as much for a long text as for a short one. */
#include <stdlib.h>

#include "base/error.h"
#include "base/utf8.h"
#include "reading/engine.h"
#include "reading/known.h"
#include "reading/phrases.h"
#include "text/group.h"
#include "text/parts.h"

enum { SOME_LINES = 16 << 10 /* bytes of lines that go through together */, AHEAD = 8 };

struct rz_tokenizer {
    rz_engine *engine;
    rz_arena arena; /* of the tables */
    jmp_buf exit;
    rz_arena held;  /* of what is needed on the way through some lines */
    rz_tagger *tagger;
    rz_memory memory;
    rz_chunker *chunker; /* NULL: phrases are not asked for */
    uint64_t turn;  /* texts made */
};

typedef struct {
    rz_words words; /* first: what the caller holds */
    rz_arena arena;
    jmp_buf exit;
} owner;

typedef struct {
    rz_tokenizer *tokenizer;
    rz_arena *arena;    /* of what is given */
    rz_text text;       /* some lines */
    rz_tagged *tagged;  /* their tokens */
    uint32_t start;     /* where they begin in the whole text */
    uint32_t paragraph; /* of the first of them */
    RZ_VEC(rz_word_of) words;
    RZ_VEC(rz_sentence_of) sentences;
    RZ_VEC(rz_verb_group) groups;
    rz_phrases phrases;
} maker;

static void *fail(rz_error *error, rz_code code, uint64_t at, const char *what) {
    rz_fail(error, code, at, "%s", what);
    return NULL;
}

static bool read_tables(rz_tokenizer *t) {
    rz_arena_open(&t->arena, &t->exit, 0);
    if (setjmp(t->exit)) return false;
    const rz_tagging *tagging = rz_tagging_make(&t->arena, t->engine->data);
    t->tagger = rz_tagger_open(tagging);
    return rz_memory_open(&t->memory, tagging) && t->tagger;
}

rz_tokenizer *rz_tokenizer_open(rz_engine *engine, rz_error *error) {
    rz_tokenizer *t = calloc(1, sizeof *t);
    if (!t) return fail(error, RZ_NO_MEMORY, 0, "not enough memory for a tokenizer");
    t->engine = rz_engine_retain(engine);
    if (read_tables(t)) return t;
    rz_tokenizer_close(t);
    return fail(error, RZ_NO_MEMORY, 0, "not enough memory for a tokenizer");
}

void rz_tokenizer_close(rz_tokenizer *t) {
    if (!t) return;
    rz_tagger_close(t->tagger);
    rz_memory_close(&t->memory);
    rz_chunker_close(t->chunker);
    rz_arena_close(&t->held);
    rz_arena_close(&t->arena);
    rz_engine_close(t->engine);
    free(t);
}

bool rz_tokenizer_phrases(rz_tokenizer *t, bool wanted, rz_error *error) {
    if (wanted && !t->chunker && !(t->chunker = rz_chunker_open(t->memory.tagging))) return fail(error, RZ_NO_MEMORY, 0, "not enough memory for phrases");
    if (!wanted) rz_chunker_close(t->chunker), t->chunker = NULL;
    return true;
}

void rz_words_free(rz_words *words) {
    if (!words) return;
    owner *o = (owner *)words;
    rz_arena_close(&o->arena);
    free(o);
}

/* ---- a sentence ---- */

static void put_word(maker *m, const rz_word_of *w, uint32_t start) {
    if (m->words.n == m->words.room) m->words.at = rz_grow(m->arena, m->words.at, &m->words.room, sizeof *m->words.at);
    rz_word_of *to = &m->words.at[m->words.n++];
    *to = *w;
    to->span.start += start, to->span.end += start;
}

static void put_token(maker *m, uint32_t token) {
    rz_memory *memory = &m->tokenizer->memory;
    const rz_known *k = rz_known_of(memory, m->arena, m->tokenizer->turn, &m->text, token, &m->tagged[token]);
    uint32_t start = m->start + m->text.tokens[token].src_start;
    put_word(m, &k->word, start);
    if (k->n > 1) put_word(m, rz_known_second(memory, k), start);
    m->words.at[m->words.n - 1].space_after = token + 1 < m->text.n_tokens && m->text.tokens[token + 1].space_before;
}

/* Memory is asked for what is known of a token, and then for more where more will be needed. */
static void expect(const maker *m, uint32_t token) {
    if (token < m->text.n_tokens && m->tagged[token].number != RZ_NONE) rz_known_expect(&m->tokenizer->memory, m->tagged[token].number);
}

static void expect_more(const maker *m, uint32_t token) {
    if (token < m->text.n_tokens && m->tagged[token].number != RZ_NONE)
        rz_known_expect_more(&m->tokenizer->memory, m->tagged[token].number, m->tokenizer->turn);
}

static void put_tokens(maker *m, const rz_sentence *s) {
    for (uint32_t t = s->first; t < s->last; t++) {
        expect(m, t + 2 * AHEAD);
        expect_more(m, t + AHEAD);
        put_token(m, t);
    }
    m->words.at[m->words.n - 1].space_after = true;
}

static void put_groups(maker *m, uint32_t first) {
    for (uint32_t i = first; i < m->words.n;) {
        rz_verb_group g;
        if (!rz_verb_group_at(m->arena, m->tokenizer->memory.tagging, m->words.at, first, i, m->words.n, &g)) {
            i++;
            continue;
        }
        for (uint32_t k = g.first; k < g.last; k++) m->words.at[k].group = (int32_t)m->groups.n, m->words.at[k].passive = g.passive;
        *RZ_PUSH(m->arena, &m->groups) = g;
        i = g.last;
    }
}

static void put_sentence(maker *m, const rz_sentence *s) {
    uint32_t first = m->words.n;
    put_tokens(m, s);
    *RZ_PUSH(m->arena, &m->sentences) = (rz_sentence_of){{m->words.at[first].span.start, m->words.at[m->words.n - 1].span.end},
                                                         first, m->words.n, m->paragraph + s->paragraph};
    put_groups(m, first);
    if (!m->tokenizer->chunker) return;
    rz_told told = {&m->text, s, m->tagged + s->first, m->words.at, first, m->words.n, m->groups.at};
    rz_phrases_put(m->tokenizer->chunker, m->arena, &m->tokenizer->held, &told, &m->phrases);
}

/* ---- a text ---- */

/* Where some lines end that begin at `from`: behind the last of them that goes in, or the first. */
static uint32_t lines_end(const char *text, uint32_t size, uint32_t from) {
    if (size - from <= SOME_LINES) return size;
    const char *end = memrchr(text + from, '\n', SOME_LINES);
    if (!end) end = memchr(text + from + SOME_LINES, '\n', size - from - SOME_LINES);
    return end ? (uint32_t)(end - text) + 1 : size;
}

static void put_lines(maker *m, const char *text, uint32_t from, uint32_t end) {
    const rz_language *l = rz_engine_language(m->tokenizer->engine);
    rz_arena *held = &m->tokenizer->held;
    rz_arena_rewind(held);
    m->start = from;
    m->text = rz_text_of(l);
    rz_fold(held, text + from, end - from, &m->text);
    rz_tokens_cut_lines(held, &m->text);
    rz_tokens_compact(&m->text);
    m->tagged = rz_alloc_bare(held, m->text.n_tokens * sizeof *m->tagged);
    rz_tag(m->tokenizer->tagger, &m->text, m->tagged);
    for (uint32_t i = 0; i < 2 * AHEAD; i++) expect(m, i);
    for (uint32_t i = 0; i < m->text.n_sentences; i++) put_sentence(m, &m->text.sentences[i]);
    m->paragraph += m->text.n_paragraphs;
}

static void put_text(maker *m, const char *text, uint32_t size, rz_words *out) {
    for (uint32_t from = 0, end; from < size; from = end) put_lines(m, text, from, end = lines_end(text, size, from));
    *out = (rz_words){m->words.at, m->words.n, m->sentences.at, m->sentences.n, m->groups.at, m->groups.n,
                      m->phrases.phrases.at, m->phrases.phrases.n, m->phrases.words.at};
}

/* False when memory runs out, in either of the arenas. */
static bool make(owner *o, maker *m, const char *text, uint32_t size) {
    rz_arena_open(&o->arena, &o->exit, 0);
    m->arena = &o->arena;
    m->tokenizer->held.exit = &o->exit;
    m->tokenizer->turn++;
    if (setjmp(o->exit)) return false;
    put_text(m, text, size, &o->words);
    return true;
}

rz_words *rz_tokenize(rz_tokenizer *tokenizer, const char *text, size_t size, rz_error *error) {
    if (size > RZ_ARTICLE_MAX) return fail(error, RZ_TOO_LONG, RZ_ARTICLE_MAX, "a text is at most 4 MB");
    size_t good = rz_utf8_check(text, size);
    if (good != size) return fail(error, RZ_NOT_UTF8, good, "the text is not UTF-8");
    owner *o = calloc(1, sizeof *o);
    maker m = {.tokenizer = tokenizer};
    bool made = o && make(o, &m, text, (uint32_t)size);
    if (made) return &o->words;
    if (o) rz_words_free(&o->words);
    return fail(error, RZ_NO_MEMORY, 0, "not enough memory for the words of a text");
}
