#include "reading/engine.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"

static void drop(rz_engine *engine) {
    rz_arena_close(&engine->arena);
    rz_data_close(engine->overlay);
    free(engine);
}

static rz_engine *no_memory(rz_error *error) {
    rz_fail(error, RZ_NO_MEMORY, 0, "not enough memory for the language data");
    return NULL;
}

/* What is made of the data once; false when memory runs out. */
static bool prepare(rz_engine *engine) {
    rz_arena_open(&engine->arena, &engine->exit, 0);
    if (setjmp(engine->exit)) return false;
    rz_language_make(&engine->arena, engine->data, &engine->language);
    engine->names = rz_name_table_make(&engine->arena, engine->data);
    engine->times = rz_time_table_make(&engine->arena, &engine->language);
    rz_grammar_make(&engine->arena, engine->data, &engine->grammar);
    snprintf(engine->hash, sizeof engine->hash, "%016" PRIx64, rz_data_hash(engine->data));
    return true;
}

rz_engine *rz_engine_open(const char *const *overlays, size_t count, rz_error *error) {
    rz_engine *engine = calloc(1, sizeof *engine);
    if (!engine) return no_memory(error);
    atomic_init(&engine->owners, 1);
    if (count && !(engine->overlay = rz_data_overlay(overlays, count, error))) {
        free(engine);
        return NULL;
    }
    engine->data = engine->overlay ? engine->overlay : rz_data_builtin();
    if (prepare(engine)) return engine;
    drop(engine);
    return no_memory(error);
}

rz_engine *rz_engine_retain(rz_engine *engine) {
    atomic_fetch_add_explicit(&engine->owners, 1, memory_order_relaxed);
    return engine;
}

void rz_engine_close(rz_engine *engine) {
    if (engine && atomic_fetch_sub_explicit(&engine->owners, 1, memory_order_acq_rel) == 1) drop(engine);
}

const char *rz_engine_data_hash(const rz_engine *engine) { return engine->hash; }
