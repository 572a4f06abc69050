/* Normalising under libFuzzer: twice is once, the way back holds, and every processor's runs are the plain ones. The first two
 * bytes choose the steps. */
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
    rz_normalizer_close(n);
    rz_normalizer_close(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static rz_engine *engine;
    rz_error error = {0};
    if (!engine) engine = rz_engine_open(NULL, 0, &error);
    hold(engine != NULL);
    if (size < 2) return 0;
    unsigned steps = (bytes[0] | (bytes[1] & 1u) << 8) & ~(unsigned)RZ_ENTITIES; /* an entity may spell another */
    check_text(engine, steps, (const char *)bytes + 2, size - 2);
    check_runs((const char *)bytes + 2, size - 2);
    return 0;
}
