/* An engine: the language knowledge in force and what is made of it once, immutable, shared by threads. */
#ifndef RZ_READING_ENGINE_H
#define RZ_READING_ENGINE_H

#include <setjmp.h>
#include <stdatomic.h>

#include "event/grammar.h"
#include "mention/mention.h"

struct rz_engine {
    atomic_uint owners;
    const rz_data *data;
    rz_data *overlay; /* data, where it is not the built-in image; else NULL */
    rz_arena arena;   /* of what is made of the data */
    jmp_buf exit;
    rz_language language;
    const rz_name_table *names;
    const rz_time_table *times;
    rz_grammar grammar;
    char hash[17];
};

static inline const rz_data *rz_engine_data(const rz_engine *engine) { return engine->data; }
static inline const rz_language *rz_engine_language(const rz_engine *engine) { return &engine->language; }

#endif
