/* The way of one article through all the stages, in order. */
#include "base/error.h"
#include "intake/intake.h"
#include "reading/engine.h"
#include "reading/held.h"

enum { READING_MAX = 1 << 30 }; /* bytes one reading may take */

static bool read_into(rz_held *held, const rz_engine *engine, const rz_input *input, rz_error *error) {
    rz_arena *arena = &held->arena;
    rz_reading *r = &held->reading;
    rz_incoming incoming;
    if (!rz_intake(arena, input, &incoming, error)) return false;
    rz_article_id(input->bytes, input->size, r->id);
    r->data_hash = rz_copy(arena, engine->hash, strlen(engine->hash));
    r->path = input->path ? rz_copy(arena, input->path, strlen(input->path)) : NULL;
    r->url = input->url ? rz_copy(arena, input->url, strlen(input->url)) : NULL;
    r->record = input->record;
    r->text = incoming.is_input ? rz_copy(arena, incoming.text, incoming.size) : incoming.text;
    r->text_size = incoming.size;
    r->text_is_input = incoming.is_input;
    r->published = input->published;
    return true;
}

rz_reading *rz_read(const rz_engine *engine, const rz_input *input, rz_error *error) {
    rz_held *held = rz_held_open(READING_MAX);
    if (!held || setjmp(held->exit)) {
        rz_held_close(held);
        rz_fail(error, RZ_NO_MEMORY, 0, "the article needs more memory than there is");
        return NULL;
    }
    if (!read_into(held, engine, input, error)) {
        rz_held_close(held);
        return NULL;
    }
    return &held->reading;
}
