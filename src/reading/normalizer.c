/* The normaliser of the public header: the text's, with the engine that lends it its tables. */
#include <stdlib.h>

#include "base/error.h"
#include "reading/engine.h"
#include "text/normal.h"

struct rz_normalizer {
    rz_engine *engine;
    rz_norm *normal;
    rz_normal_text result;
};

static void *no_memory(rz_error *error) {
    rz_fail(error, RZ_NO_MEMORY, 0, "not enough memory to normalise the text");
    return NULL;
}

rz_normalizer *rz_normalizer_open(rz_engine *engine, unsigned steps, bool with_map, rz_error *error) {
    rz_normalizer *n = calloc(1, sizeof *n);
    if (!n || !(n->normal = rz_norm_open(engine->language.joiner, steps, with_map))) {
        free(n);
        return no_memory(error);
    }
    n->engine = rz_engine_retain(engine);
    return n;
}

void rz_normalizer_close(rz_normalizer *n) {
    if (!n) return;
    rz_norm_close(n->normal);
    rz_engine_close(n->engine);
    free(n);
}

const rz_normal_text *rz_normalize(rz_normalizer *n, const char *text, size_t size, rz_error *error) {
    return rz_norm_make(n->normal, text, size, &n->result) ? &n->result : no_memory(error);
}

size_t rz_source_of(const rz_normal_text *normal, size_t at) {
    if (!normal->n_map) return at;
    size_t low = 0, high = normal->n_map;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (normal->map[middle].norm <= at) low = middle;
        else high = middle;
    }
    return normal->map[low].src + (normal->map[low].held ? 0 : at - normal->map[low].norm);
}
