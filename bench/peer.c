/* One piece of work in C, of rayzan's library or of a peer; bench/peers builds and starts it.
 *
 * peer WORK FILE: for each line on standard input goes over FILE in pieces of whole lines and prints the seconds of the processor. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rayzan.h"
#ifdef HAVE_ICU
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#endif
#ifdef HAVE_UTF8PROC
#include <utf8proc.h>
#endif

enum { PIECE = 256 << 10 };

static rz_normalizer *normalizer;
static rz_tokenizer *tokenizer;
static char *room; /* of PIECE bytes and more */

static void fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static size_t copy(const char *text, size_t size) {
    memcpy(room, text, size);
    return (unsigned char)room[size / 2];
}

static size_t normalize(const char *text, size_t size) {
    const rz_normal_text *out = rz_normalize(normalizer, text, size, NULL);
    if (!out) fail("rz_normalize failed");
    return out->size;
}

static size_t tokenize(const char *text, size_t size) {
    rz_words *words = rz_tokenize(tokenizer, text, size, NULL);
    if (!words) fail("rz_tokenize failed");
    size_t n = words->n_words;
    rz_words_free(words);
    return n;
}

#ifdef HAVE_ICU
/* UTF-8 to UTF-8, by way of UTF-16 that it allocates once. */
static size_t icu(const char *text, size_t size) {
    static UChar *wide, *normal;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
    int32_t n, bytes, most = 8 * PIECE;
    if (!wide && (!(wide = malloc(2 * (size_t)most)) || !(normal = malloc(2 * (size_t)most)))) fail("no memory");
    u_strFromUTF8(wide, most, &n, text, (int32_t)size, &error);
    n = unorm2_normalize(nfkc, wide, n, normal, most, &error);
    u_strToUTF8(room, most, &bytes, normal, n, &error);
    if (U_FAILURE(error)) fail(u_errorName(error));
    return (size_t)bytes;
}
#endif

#ifdef HAVE_UTF8PROC
static size_t utf8proc(const char *text, size_t size) {
    utf8proc_uint8_t *out;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &out, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
    if (n < 0) fail(utf8proc_errmsg(n));
    free(out);
    return (size_t)n;
}
#endif

typedef struct {
    const char *name;
    size_t (*run)(const char *text, size_t size);
    unsigned steps;
} work;

static const work works[] = {
    {"copy", copy, 0},
    {"letters", normalize, RZ_NORMAL & ~(unsigned)RZ_JOINERS},
    {"letters-map", normalize, RZ_NORMAL & ~(unsigned)RZ_JOINERS},
    {"joiners", normalize, RZ_NORMAL},
    {"mended", normalize, RZ_NORMAL | RZ_MEND_SPACES},
    {"words", tokenize, 0},
#ifdef HAVE_ICU
    {"icu", icu, 0},
#endif
#ifdef HAVE_UTF8PROC
    {"utf8proc", utf8proc, 0},
#endif
};

static const work *find(const char *name) {
    for (size_t i = 0; i < sizeof works / sizeof *works; i++)
        if (!strcmp(works[i].name, name)) return &works[i];
    fail("there is no such work here");
    return NULL;
}

static char *read_all(const char *path, size_t *size) {
    FILE *in = fopen(path, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0) fail(path);
    *size = (size_t)ftell(in);
    rewind(in);
    char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, in) != *size) fail(path);
    fclose(in);
    return bytes;
}

static size_t go_over(const work *w, const char *bytes, size_t size) {
    size_t sum = 0;
    for (size_t at = 0, end; at < size; at = end) {
        const char *line = size - at > PIECE ? memrchr(bytes + at, '\n', PIECE) : NULL;
        end = line ? (size_t)(line - bytes) + 1 : size - at > PIECE ? at + PIECE : size;
        sum += w->run(bytes + at, end - at);
    }
    return sum;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 3) fail("peer WORK FILE");
    const work *w = find(argv[1]);
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(NULL, 0, &error);
    if (!engine) fail(error.message);
    if (w->run == normalize) normalizer = rz_normalizer_open(engine, w->steps, !strcmp(w->name, "letters-map"), &error);
    if (w->run == tokenize) tokenizer = rz_tokenizer_open(engine, &error);
    size_t size;
    char *bytes = read_all(argv[2], &size);
    if (!(room = malloc(8 * PIECE))) fail("no memory");
    puts("ready"), fflush(stdout);
    for (int c; (c = getchar()) != EOF;) {
        if (c != '\n') continue;
        double begun = now();
        volatile size_t sum = go_over(w, bytes, size); /* so that none of it is left out */
        (void)sum;
        printf("%.9f\n", now() - begun), fflush(stdout);
    }
    rz_normalizer_close(normalizer);
    rz_tokenizer_close(tokenizer);
    rz_engine_close(engine);
    free(bytes), free(room);
    return 0;
}
