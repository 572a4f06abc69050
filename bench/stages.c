/* How fast each stage of the way from text to words is: bench-stages [--rounds N] [--only STAGE] FILE…
 *
 * Each stage goes over all the texts on one thread; printed are the stage, MB of input a second of the processor's time, the best
 * of the rounds, and nanoseconds a token. A stage is measured alone, on what the stages before it made. A text longer than
 * PIECE is cut at the end of a line; the first round meets every word for the first time and is told by itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/utf8.h"
#include "reading/engine.h"
#include "text/parts.h"
#include "text/tag.h"

enum { PIECE = 1 << 20, MOST_ROUNDS = 100 };

typedef struct {
    char *bytes;
    size_t size;
    rz_text text; /* as the stage before left it */
    rz_words *words;
} piece;

typedef struct {
    piece *pieces;
    size_t n, bytes, tokens;
    char *copy; /* of PIECE bytes and more */
    rz_engine *engine;
    rz_tokenizer *tokenizer;
    rz_tagger *tagger;
    rz_tagged *tagged;
    rz_arena arena;  /* of what lasts as long as the program */
    const char *only; /* a part of the name of the one stage that is asked for; else NULL */
    size_t sink;     /* so that nothing is left out for being of no use */
} bench;

static void *must(void *p) {
    if (!p) fputs("bench-stages: no memory\n", stderr), exit(1);
    return p;
}

/* ---- input ---- */

static size_t piece_end(const char *bytes, size_t size, size_t from) {
    if (size - from <= PIECE) return size;
    const char *line = memrchr(bytes + from, '\n', PIECE);
    return line ? (size_t)(line - bytes) + 1 : size;
}

static void add_file(bench *b, const char *path) {
    FILE *in = fopen(path, "rb");
    if (!in) perror(path), exit(1);
    size_t size = 0, room = PIECE;
    char *bytes = must(malloc(room));
    for (size_t got; (got = fread(bytes + size, 1, room - size, in)) > 0;)
        if ((size += got) == room) bytes = must(realloc(bytes, room *= 2));
    fclose(in);
    for (size_t at = 0, end; at < size; at = end) {
        end = piece_end(bytes, size, at);
        if (end - at > RZ_ARTICLE_MAX) fprintf(stderr, "%s: a line is too long\n", path), exit(1);
        b->pieces = must(realloc(b->pieces, (b->n + 1) * sizeof *b->pieces));
        b->pieces[b->n++] = (piece){.bytes = bytes + at, .size = end - at};
        b->bytes += end - at;
    }
}

/* ---- stages ---- */

static void copy(bench *b, piece *p) {
    memcpy(b->copy, p->bytes, p->size);
    b->sink += (unsigned char)b->copy[p->size / 2];
}

static void check(bench *b, piece *p) { b->sink += rz_utf8_check(p->bytes, p->size); }

static rz_text empty(const bench *b) {
    const rz_language *l = rz_engine_language(b->engine);
    return rz_text_of(l);
}

static void cut(const piece *p, rz_arena *arena, rz_text *text, bool tokens) {
    rz_fold(arena, p->bytes, (uint32_t)p->size, text);
    if (tokens) rz_tokens_cut_lines(arena, text), rz_tokens_compact(text);
}

/* In an arena of its own, given back at once, as a text is made. */
static void cut_alone(bench *b, piece *p, bool tokens) {
    rz_arena arena;
    jmp_buf out_of_memory;
    rz_arena_open(&arena, &out_of_memory, 0);
    if (setjmp(out_of_memory)) must(NULL);
    rz_text text = empty(b);
    cut(p, &arena, &text, tokens);
    b->sink += text.norm_size;
    rz_arena_close(&arena);
}

static void fold(bench *b, piece *p) { cut_alone(b, p, false); }
static void fold_and_cut(bench *b, piece *p) { cut_alone(b, p, true); }

static void tag(bench *b, piece *p) {
    rz_tag(b->tagger, &p->text, b->tagged);
    b->sink += b->tagged->label;
}

static void tokenize(bench *b, piece *p) {
    rz_words_free(p->words);
    p->words = must(rz_tokenize(b->tokenizer, p->bytes, p->size, NULL));
    b->sink += p->words->n_words;
}

static void conllu(bench *b, piece *p) {
    if (!p->words) tokenize(b, p);
    char *out = must(rz_words_conllu(p->words, p->bytes, NULL));
    b->sink += (unsigned char)*out;
    rz_free(out);
}

/* ---- measuring ---- */

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void measure(bench *b, const char *what, void (*stage)(bench *, piece *), int rounds) {
    double first = 0, best = 0;
    if (b->only && !strstr(what, b->only)) return;
    for (int r = 0; r < rounds; r++) {
        double begun = now();
        for (size_t i = 0; i < b->n; i++) stage(b, &b->pieces[i]);
        double took = now() - begun;
        if (r == 0) first = took;
        if (r == 0 || took < best) best = took;
    }
    printf("%-40s %10.1f %10.1f %10.1f\n", what, (double)b->bytes / best / 1e6, (double)b->bytes / first / 1e6, best * 1e9 / (double)b->tokens);
    fflush(stdout);
}

/* Cuts all texts for good, for the stage that tags them. */
static void prepare(bench *b) {
    static jmp_buf out_of_memory;
    volatile uint32_t longest = 0; /* setjmp */
    rz_arena_open(&b->arena, &out_of_memory, 0);
    if (setjmp(out_of_memory)) must(NULL);
    for (size_t i = 0; i < b->n; i++) {
        b->pieces[i].text = empty(b);
        cut(&b->pieces[i], &b->arena, &b->pieces[i].text, true);
        b->tokens += b->pieces[i].text.n_tokens;
        if (b->pieces[i].text.n_tokens > longest) longest = b->pieces[i].text.n_tokens;
    }
    b->tagged = must(calloc(longest + 1, sizeof *b->tagged));
    b->copy = must(malloc(RZ_ARTICLE_MAX));
    b->tagger = must(rz_tagger_open(rz_tagging_make(&b->arena, rz_engine_data(b->engine))));
}

int main(int argc, char **argv) {
    bench b = {.n = 0};
    rz_error error;
    int i = 1, rounds = 5;
    for (; i + 1 < argc && !strncmp(argv[i], "--", 2); i += 2) {
        if (!strcmp(argv[i], "--rounds")) rounds = atoi(argv[i + 1]);
        if (!strcmp(argv[i], "--only")) b.only = argv[i + 1];
    }
    if (i >= argc || rounds < 1 || rounds > MOST_ROUNDS) return fputs("bench-stages [--rounds N] [--only STAGE] FILE…\n", stderr), 2;
    for (; i < argc; i++) add_file(&b, argv[i]);
    b.engine = rz_engine_open(NULL, 0, &error);
    b.tokenizer = b.engine ? rz_tokenizer_open(b.engine, &error) : NULL;
    if (!b.tokenizer) return fprintf(stderr, "%s\n", error.message), 1;
    prepare(&b);
    printf("%-40s %10s %10s %10s\n", "", "MB/s", "first", "ns/token");
    measure(&b, "memcpy", copy, rounds);
    measure(&b, "UTF-8 check", check, rounds);
    measure(&b, "folding", fold, rounds);
    measure(&b, "folding and cutting", fold_and_cut, rounds);
    measure(&b, "tagging", tag, rounds);
    measure(&b, "rz_tokenize, all of it", tokenize, rounds);
    measure(&b, "rz_words_conllu", conllu, rounds);
    fprintf(stderr, "%zu bytes, %zu tokens, %zu\n", b.bytes, b.tokens, b.sink);
    for (size_t k = 0; k < b.n; k++) rz_words_free(b.pieces[k].words);
    rz_arena_close(&b.arena);
    rz_tagger_close(b.tagger);
    rz_tokenizer_close(b.tokenizer);
    rz_engine_close(b.engine);
    return 0;
}
