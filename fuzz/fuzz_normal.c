/* Normalising under libFuzzer: twice is once, the way back holds, the slice of the source that a word stems from gives the word, and
 * every processor's runs are the plain ones. The first two bytes choose the steps. */
#include <stdlib.h>
#include <string.h>

#include "rayzan.h"
#include "text/clean.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void hold(bool what) {
    if (!what) abort();
}

static void check_map(const rz_normal_text *t, size_t source) {
    size_t before = 0;
    for (size_t i = 0; i <= t->size; i++) {
        size_t at = rz_source_of(t, i);
        hold(at >= before && at <= source);
        before = at;
    }
    hold(before == source);
}

static size_t without_joiners(const char *text, size_t size, char *out) {
    size_t n = 0;
    for (size_t i = 0; i < size; i++)
        if (size - i >= 3 && !memcmp(text + i, "\xE2\x80\x8C", 3)) i += 2;
        else out[n++] = text[i];
    return n;
}

/* But for joiners: of a word that is read in two ways (either.h) its neighbours tell where they belong. */
static bool is_same(const rz_normal_text *slice, const char *word, size_t size) {
    char *both = malloc(slice->size + size + 1);
    hold(both != NULL);
    size_t n = without_joiners(slice->text, slice->size, both), m = without_joiners(word, size, both + n);
    bool same = n == m && !memcmp(both, both + n, n);
    free(both);
    return same;
}

/* Each word of the normal text is what the slice of the source gives by itself. Where spaces are mended a word may need its neighbours;
 * where spaces of other kinds stay, words are not seen; some characters stand for several words. */
static void check_slices(rz_engine *engine, unsigned steps, const rz_normal_text *t, const char *text) {
    if ((steps & RZ_MEND_SPACES) || !(steps & RZ_SPACES)) return;
    rz_error error;
    rz_normalizer *one = rz_normalizer_open(engine, steps, false, &error);
    hold(one != NULL);
    for (size_t i = 0, end; i < t->size; i = end + 1) {
        for (end = i; end < t->size && t->text[end] != ' ' && t->text[end] != '\n'; end++) {}
        bool cut = (i > 0 && rz_source_of(t, i) == rz_source_of(t, i - 1)) || (end > i && rz_source_of(t, end) == rz_source_of(t, end - 1));
        if (end == i || cut) continue;
        size_t from = rz_source_of(t, i), to = rz_source_of(t, end);
        const rz_normal_text *slice = rz_normalize(one, text + from, to - from, &error);
        hold(steps & RZ_JOINERS ? is_same(slice, t->text + i, end - i) : slice->size == end - i && !memcmp(slice->text, t->text + i, end - i));
    }
    rz_normalizer_close(one);
}

static void check_runs(const char *text, size_t size) {
    rz_clean clean = {.ascii = {~0ull << 32, ~0ull >> 1}, .pair = {0x7FFFFE0000001006, 0x00000000000007FF, 0x8000020000000040, 0x03FF000000001000}};
    rz_clean_make(&clean);
    size_t wanted = rz_clean_run_plain(&clean, text, size);
    rz_clean_run *run;
    const char *name;
    for (size_t i = 0; rz_clean_run_known(i, &run, &name); i++) hold(run(&clean, text, size) == wanted);
}

static void check_text(rz_engine *engine, unsigned steps, const char *text, size_t size) {
    rz_error error;
    rz_normalizer *n = rz_normalizer_open(engine, steps, true, &error), *again = rz_normalizer_open(engine, steps, true, &error);
    hold(n && again);
    const rz_normal_text *once = rz_normalize(n, text, size, &error);
    hold(once != NULL);
    check_map(once, size);
    const rz_normal_text *twice = rz_normalize(again, once->text, once->size, &error);
    hold(twice->size == once->size && !memcmp(twice->text, once->text, once->size));
    hold(twice->bad == 0);
    check_slices(engine, steps, once, text);
    rz_normalizer_close(n);
    rz_normalizer_close(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static rz_engine *engine;
    rz_error error = {0};
    if (!engine) engine = rz_engine_open(NULL, 0, &error);
    hold(engine != NULL);
    if (size < 2) return 0;
    unsigned steps = bytes[0] | (bytes[1] & 3u) << 8;
    check_text(engine, steps, (const char *)bytes + 2, size - 2);
    check_runs((const char *)bytes + 2, size - 2);
    return 0;
}
