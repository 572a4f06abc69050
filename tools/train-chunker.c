/* Trains the chunker's weights from treebanks with phrases (tools/make-chunks): an averaged perceptron over the features of words that the
 * tagger has as well, and those of src/text/chunk_walk.c.
 *
 *     train-chunker [--leave K/N] [--tables PREFIX] [--epochs N] [--seed N] [--often N] [--least N] WEIGHTS TREEBANK…
 *
 * WEIGHTS is written (data/lexicon/chunks.weights.txt; data/FORMAT.md, "Phrases"). --leave K/N: of each treebank the K-th of N parts is
 * kept out. --tables: the words of the K-th part are told with the tables PREFIXK over the built-in ones, K from 0, whose tagger was not
 * trained on it: the chunker learns from tags as wrong as those it will meet.
 *
 * --often: what is met fewer times is not learnt; --least: weights that are all smaller are not written.
 *
 * Phrase, ezafe and clause are learnt at once, each by its own columns; where the treebank does not know of an ezafe, nothing is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reading/engine.h"
#include "text/chunk_walk.h"
#include "text/parts.h"
#include "tools/learner.h"
#include "tools/treebank.h"

enum { PARTS = 16, NOT_KNOWN = 9 };

typedef struct {
    uint32_t *slots[RZ_WINDOW]; /* of its features */
    uint32_t n[RZ_WINDOW];
    char word[128];
    uint8_t symbol, ahead, mark; /* mark: RZ_NO_MARK for words */
    uint8_t chunk, ezafe, move; /* what is right; NOT_KNOWN */
} item;

typedef struct {
    item *items;
    uint32_t n;
} sentence;

typedef struct {
    rz_engine *engine;
    const rz_tagging *tagging;
    rz_tagger *tagger;
    rz_tokenizer *tokenizer;
} teller; /* of a part */

static teller tellers[PARTS];
static sentence *sentences;
static uint32_t n_sentences, room_sentences, tokens_met, tokens_known;
static item edge;

static struct {
    uint32_t leave, parts, epochs, seed, often;
    int least;
    const char *tables;
} given = {.parts = 5, .epochs = 10, .seed = 1, .often = 7, .least = 5};

/* ---- sentences ---- */

typedef struct {
    item *x;
    uint32_t room[RZ_WINDOW];
} gathered;

static void gather(void *self, rz_window where, rz_feature_kind kind, rz_str a, rz_str b) {
    gathered *g = self;
    item *x = g->x;
    if (!rz_chunk_uses(kind)) return;
    if (x->n[where] == g->room[where])
        x->slots[where] = must(realloc(x->slots[where], (g->room[where] = g->room[where] ? 2 * g->room[where] : 16) * sizeof(uint32_t)));
    x->slots[where][x->n[where]++] = learner_note(rz_feature_names[kind], a, b);
}

static void fill_item(item *x, const rz_tagging *tagging, const rz_seen *seen) {
    gathered g = {.x = x};
    rz_features(tagging, seen, gather, &g);
    bool number = seen->kind == RZ_TOKEN_NUMBER;
    snprintf(x->word, sizeof x->word, "%.*s", number ? 1 : (int)seen->size, number ? "0" : seen->norm);
    x->mark = seen->kind == RZ_TOKEN_PUNCT ? rz_chunk_punct_mark(seen->punct) : RZ_NO_MARK;
}

static bool says(const char *misc, const char *what) { return strstr(misc, what) != NULL; }

static uint32_t clause_of(const gold *g) {
    const char *at = strstr(g->misc, "Clause=");
    return at ? (uint32_t)atoi(at + 7) : 1;
}

static void tell_right(item *x, const gold *g, uint32_t n, uint32_t *last, uint32_t *most) {
    const gold *end = &g[n - 1];
    uint32_t clause = clause_of(g);
    x->chunk = says(g->misc, "Chunk=O") ? RZ_CHUNK_NONE : says(g->misc, "Chunk=I") ? RZ_CHUNK_ON : says(g->misc, "B-NP") ? RZ_CHUNK_NP : says(g->misc, "B-PP") ? RZ_CHUNK_PP : RZ_CHUNK_VG;
    x->ezafe = says(end->misc, "Ezafe=?") ? NOT_KNOWN : says(end->misc, "Ezafe=Yes");
    x->move = clause > *most ? RZ_CLAUSE_NEW : clause != *last ? RZ_CLAUSE_BACK : RZ_CLAUSE_ON;
    *last = clause_of(end);
    for (uint32_t i = 0; i < n; i++)
        if (clause_of(&g[i]) > *most) *most = clause_of(&g[i]);
}

/* The word that begins where a token does. */
static uint32_t word_at(const rz_words *w, uint32_t start, uint32_t from) {
    while (from + 1 < w->n_words && (w->words[from].span.start < start || !w->words[from].words)) from++;
    return from;
}

static void cut(rz_arena *arena, const teller *t, const char *text, rz_text *out) {
    const rz_language *l = rz_engine_language(t->engine);
    rz_span all = {0, (uint32_t)strlen(text)};
    *out = (rz_text){.data = l->data, .apart = l->apart, .forms = l->forms, .joiner = l->joiner};
    rz_fold(arena, text, all.end, out);
    rz_tokens_cut(arena, &all, 1, out);
}

static void fill_sentence(sentence *s, const teller *t, const rz_text *text, const rz_words *words, const gold *g, uint32_t n) {
    rz_tagged *tagged = must(calloc(text->n_tokens + 1, sizeof *tagged));
    rz_tag(t->tagger, text, tagged);
    uint32_t word = 0, last = 1, most = 1;
    rz_str object = rz_chunk_object(text->data);
    for (uint32_t i = 0; i < text->n_tokens; i++) {
        rz_seen seen;
        item *x = &s->items[i];
        uint32_t first, k = treebank_words_at(g, n, text->tokens[i].src_start, text->tokens[i].src_end, &first);
        rz_see(t->tagging, text, i, &seen);
        fill_item(x, t->tagging, &seen);
        word = word_at(words, text->tokens[i].src_start, word);
        x->symbol = rz_symbol(tagged[i].label, x->mark < RZ_NO_MARK ? x->mark : rz_chunk_mark_of(object, words->words, words->groups, word, words->n_words));
        x->chunk = x->ezafe = x->move = NOT_KNOWN;
        if (k) tell_right(x, g + first, k, &last, &most);
        tokens_met++, tokens_known += k > 0;
    }
    for (uint32_t i = text->n_tokens; i-- > 0;) {
        const item *next = i + 1 < text->n_tokens ? &s->items[i + 1] : &edge;
        s->items[i].ahead = rz_chunk_ahead(text->data, next->symbol, next->ahead);
    }
    free(tagged);
}

static void add_sentence(const teller *t, const char *text, const gold *g, uint32_t n) {
    rz_arena arena;
    jmp_buf out_of_memory;
    rz_text cuts;
    rz_error error;
    rz_arena_open(&arena, &out_of_memory, 0);
    if (setjmp(out_of_memory)) must(NULL);
    cut(&arena, t, text, &cuts);
    if (n_sentences == room_sentences) sentences = must(realloc(sentences, (room_sentences = room_sentences ? 2 * room_sentences : 1024) * sizeof *sentences));
    sentence *s = &sentences[n_sentences++];
    *s = (sentence){must(calloc(cuts.n_tokens + 1, sizeof(item))), cuts.n_tokens};
    rz_words *words = must(rz_tokenize(t->tokenizer, text, strlen(text), &error));
    fill_sentence(s, t, &cuts, words, g, n);
    rz_words_free(words);
    rz_arena_close(&arena);
}

static void take_sentence(void *self, const char *text, gold *g, uint32_t n, uint32_t part) {
    (void)self;
    if (part + 1 != given.leave) add_sentence(&tellers[given.tables ? part : 0], text, g, n);
}

/* ---- learning ---- */

static const item *near(const sentence *s, int64_t i) { return i < 0 || i >= s->n ? &edge : &s->items[i]; }

static rz_str pair(rz_str a, rz_str b, char *out) { return (rz_str){out, (uint32_t)sprintf(out, "%.*s %.*s", (int)a.size, a.at, (int)b.size, b.at)}; }

static rz_str symbols(const sentence *s, int64_t i, char *out) {
    char a[64], b[64];
    const rz_data *data = rz_engine_data(tellers[0].engine);
    return pair(rz_symbol_text(data, near(s, i)->symbol, a), rz_symbol_text(data, near(s, i + 1)->symbol, b), out);
}

static rz_str part_of(rz_chunk_part what, const sentence *s, int64_t i, const rz_chunk_walk *walk, char *out) {
    char a[64], b[64];
    const rz_data *data = rz_engine_data(tellers[0].engine);
    switch (what) {
    case RZ_C_S_2: case RZ_C_S_1: case RZ_C_S0: case RZ_C_S1: case RZ_C_S2: return rz_symbol_text(data, near(s, i + (int)what - RZ_C_S0)->symbol, out);
    case RZ_C_S_21: case RZ_C_S_10: case RZ_C_S01: case RZ_C_S12: return symbols(s, i + (int)what - RZ_C_S01, out);
    case RZ_C_W_1: case RZ_C_W0: case RZ_C_W1: return rz_str_of(near(s, i + (int)what - RZ_C_W0)->word);
    case RZ_C_AHEAD: return rz_ahead_text(near(s, i)->ahead, out);
    case RZ_C_PAST: return rz_past_text(walk->last, out);
    case RZ_C_PASTS: return pair(rz_past_text(walk->before, a), rz_past_text(walk->last, b), out);
    case RZ_C_STAND: return rz_stand_text(rz_chunk_stand(walk), out);
    default: return RZ_STR("");
    }
}

typedef uint32_t slot_for(const char *kind, rz_str a, rz_str b);

static uint32_t pairing(int p, const sentence *s, uint32_t i, const rz_chunk_walk *walk, slot_for *slot) {
    char a[128], b[128];
    return slot(rz_chunk_pairings[p].kind, part_of(rz_chunk_pairings[p].a, s, i, walk, a), part_of(rz_chunk_pairings[p].b, s, i, walk, b));
}

enum { MOST_ACTIVE = 256 };

/* The slots of all features that speak at token i. */
static uint32_t active(const sentence *s, uint32_t i, const rz_chunk_walk *walk, uint32_t *out) {
    uint32_t n = 0;
    for (uint32_t w = 0; w < RZ_WINDOW; w++) {
        const item *x = near(s, (int64_t)i + rz_window_by[w]);
        for (uint32_t k = 0; k < x->n[w] && n < MOST_ACTIVE; k++)
            if (learner_met(x->slots[w][k]) >= given.often) out[n++] = x->slots[w][k];
    }
    for (int p = 0; p < RZ_CHUNK_PAIRINGS && n < MOST_ACTIVE; p++) {
        uint32_t slot = pairing(p, s, i, walk, learner_slot);
        if (learner_met(slot) >= given.often) out[n++] = slot;
    }
    return n;
}

/* Pairings are counted as they are met where all is decided right. */
static void count_pairings(const sentence *s) {
    rz_chunk_walk walk;
    rz_chunk_begin(&walk);
    for (uint32_t i = 0; i < s->n; i++) {
        const item *x = &s->items[i];
        for (int p = 0; p < RZ_CHUNK_PAIRINGS; p++) pairing(p, s, i, &walk, learner_note);
        rz_chunked right = {.chunk = x->chunk == NOT_KNOWN ? RZ_CHUNK_NONE : x->chunk, .ezafe = x->ezafe == true, .move = x->move == NOT_KNOWN ? RZ_CLAUSE_ON : x->move};
        rz_chunk_step(&walk, &right);
    }
}

static void change(const uint32_t *slots, uint32_t n, uint32_t up, uint32_t down) {
    for (uint32_t k = 0; k < n; k++) {
        if (up < RZ_COLUMNS) learner_change(slots[k], up, 1);
        if (down < RZ_COLUMNS) learner_change(slots[k], down, -1);
    }
}

static uint32_t move_column(uint8_t move) { return move == RZ_CLAUSE_NEW ? RZ_COLUMN_NEW : move == RZ_CLAUSE_BACK ? RZ_COLUMN_BACK : RZ_COLUMNS; }

/* Scores as they are, without what can be: where that alone decided, there is nothing to learn. */
static bool lost(const float *score, uint32_t right, uint32_t chosen) {
    float a = right < RZ_COLUMNS ? score[right] : 0, b = chosen < RZ_COLUMNS ? score[chosen] : 0;
    return right != chosen && a <= b;
}

static void correct(const item *x, const rz_chunked *c, const float *score, const uint32_t *slots, uint32_t n, uint32_t wrong[3]) {
    if (x->chunk != NOT_KNOWN && x->chunk != c->chunk) wrong[0]++;
    if (x->ezafe != NOT_KNOWN && x->ezafe != c->ezafe) wrong[1]++;
    if (x->move != NOT_KNOWN && x->move != c->move) wrong[2]++;
    if (x->chunk != NOT_KNOWN && lost(score, x->chunk, c->chunk)) change(slots, n, x->chunk, c->chunk);
    if (x->ezafe == true && lost(score, RZ_COLUMN_EZAFE, RZ_COLUMNS)) change(slots, n, RZ_COLUMN_EZAFE, RZ_COLUMNS);
    if (x->ezafe == false && lost(score, RZ_COLUMNS, RZ_COLUMN_EZAFE)) change(slots, n, RZ_COLUMNS, RZ_COLUMN_EZAFE);
    if (x->move != NOT_KNOWN && lost(score, move_column(x->move), move_column(c->move))) change(slots, n, move_column(x->move), move_column(c->move));
}

static uint8_t what_is(const item *x) { return x->mark < RZ_NO_MARK ? x->mark : rz_chunk_what(rz_engine_data(tellers[0].engine), x->symbol); }

static void learn_sentence(const sentence *s, uint32_t wrong[3]) {
    uint32_t slots[MOST_ACTIVE];
    rz_chunk_walk walk;
    rz_chunk_begin(&walk);
    for (uint32_t i = 0; i < s->n; i++) {
        float score[LABELS] = {0};
        const item *x = &s->items[i];
        uint32_t n = active(s, i, &walk, slots);
        for (uint32_t k = 0; k < n; k++) {
            const float *w = learner_weights(slots[k]);
            for (int l = 0; w && l < RZ_COLUMNS; l++) score[l] += w[l];
        }
        rz_chunked c = rz_chunk_choose(&walk, score, what_is(x), i + 1 < s->n ? what_is(x + 1) : RZ_NO_TOKEN);
        correct(x, &c, score, slots, n, wrong);
        learner_tick();
        rz_chunk_step(&walk, &c);
    }
}

static void learn(void) {
    uint32_t *order = must(malloc((n_sentences + 1) * sizeof *order));
    for (uint32_t s = 0; s < n_sentences; s++) order[s] = s;
    for (uint32_t s = 0; s < n_sentences; s++) count_pairings(&sentences[s]);
    for (uint32_t e = 0; e < given.epochs; e++) {
        uint32_t wrong[3] = {0};
        learner_shuffle(order, n_sentences, &given.seed);
        for (uint32_t s = 0; s < n_sentences; s++) learn_sentence(&sentences[order[s]], wrong);
        fprintf(stderr, "%u: wrong phrases %u, ezafe %u, clauses %u\n", e + 1, wrong[0], wrong[1], wrong[2]);
    }
    free(order);
}

/* ---- the whole ---- */

/* The first argument that is no option. */
static int read_options(int argc, char **argv) {
    int i = 1;
    for (; i + 1 < argc && !strncmp(argv[i], "--", 2); i += 2) {
        if (!strcmp(argv[i], "--leave") && sscanf(argv[i + 1], "%u/%u", &given.leave, &given.parts) == 2) continue;
        if (!strcmp(argv[i], "--epochs")) given.epochs = (uint32_t)atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--seed")) given.seed = (uint32_t)atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--often")) given.often = (uint32_t)atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--least")) given.least = atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--tables")) given.tables = argv[i + 1];
    }
    return i;
}

static void open_teller(teller *t, const char *folder, rz_arena *arena) {
    rz_error error;
    if (!(t->engine = rz_engine_open(&folder, folder != NULL, &error))) fprintf(stderr, "%s\n", error.message), exit(1);
    t->tagging = rz_tagging_make(arena, rz_engine_data(t->engine));
    t->tagger = must(rz_tagger_open(t->tagging));
    t->tokenizer = must(rz_tokenizer_open(t->engine, &error));
}

static void prepare(void) {
    static rz_arena arena;
    static jmp_buf out_of_memory;
    rz_arena_open(&arena, &out_of_memory, 0);
    if (setjmp(out_of_memory)) must(NULL);
    for (uint32_t k = 0; k < (given.tables ? given.parts : 1) && k < PARTS; k++) {
        char folder[4096];
        snprintf(folder, sizeof folder, "%s%u", given.tables ? given.tables : "", k);
        open_teller(&tellers[k], given.tables ? folder : NULL, &arena);
    }
    learner_open();
    rz_seen outside = {.norm = "<s>", .size = 3, .kind = RZ_TOKEN_PUNCT, .class = "<s>", .class_size = 3};
    fill_item(&edge, tellers[0].tagging, &outside);
    edge.symbol = RZ_SYMBOL_EDGE;
}

int main(int argc, char **argv) {
    int i = read_options(argc, argv);
    if (argc - i < 2) return fputs("train-chunker [--leave K/N] [--tables PREFIX] [--epochs N] [--seed N] [--often N] [--least N] WEIGHTS TREEBANK…\n", stderr), 2;
    prepare();
    for (int k = i + 1; k < argc; k++) treebank_read(argv[k], given.parts, take_sentence, NULL);
    fprintf(stderr, "%u sentences, %u tokens, %u of them cut as in the treebank\n", n_sentences, tokens_met, tokens_known);
    learn();
    learner_write(argv[i], "Derived by tools/train-chunker: what each feature of a word says for each phrase. FORMAT.md, \"Phrases\".", rz_chunk_columns, RZ_COLUMNS, given.least);
    return 0;
}
