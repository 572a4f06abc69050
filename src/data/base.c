/* The image below an overlay, as drafts again. */
#include "data/build.h"

static void read_rows(rz_build *b) {
    const rz_data *d = b->base;
    for (uint32_t k = 0; k < d->n_keys; k++) rz_build_key(b, rz_str_of(rz_key_name(d, k)));
    for (rz_row row = 0; row < d->n_rows; row++) {
        uint32_t at = rz_build_row(b, rz_row_type_of(d, row), rz_str_of(rz_row_id(d, row)));
        rz_draft_row *r = &b->rows.at[at];
        r->horizon = rz_row_horizon(d, row);
        uint32_t n = rz_fields_of(d, row);
        for (uint32_t i = 0; i < n; i++) {
            rz_field f = rz_field_at(d, row, i);
            rz_draft_field *own = RZ_PUSH(&b->arena, &r->fields);
            own->key = f.key; /* keys were taken over in order, so their numbers hold */
            own->value = f.value;
        }
    }
}

static void read_words(rz_build *b) {
    const rz_data *d = b->base;
    const uint8_t *at = rz_image_at(d, d->words), *end = at + d->words_size;
    while (at < end) {
        uint32_t count;
        uint16_t size;
        memcpy(&count, at, sizeof count);
        memcpy(&size, at + 4, sizeof size);
        rz_build_word(b, (rz_str){(const char *)at + RZ_WORD_HEAD + at[6], size}, count, at[7]);
        at += RZ_WORD_HEAD + at[6] + size + 1;
    }
}

static void read_weights(rz_build *b, rz_model which) {
    const rz_data *d = b->base;
    const rz_image_model *m = &d->models[which];
    const rz_weights *tagger = rz_image_at(d, m->weights);
    const rz_chunk_weights *chunker = rz_image_at(d, m->weights);
    for (uint32_t i = 0; i < m->n_labels; i++) *RZ_PUSH(&b->arena, &b->models[which].labels) = rz_str_of(rz_model_label(d, which, i));
    const rz_weight_pair *pairs = rz_image_at(d, m->pairs);
    for (uint32_t i = 0; i < m->n_pairs; i++) *RZ_PUSH(&b->arena, &b->models[which].pairs) = pairs[i];
    for (uint32_t i = 0; i < m->n_weights; i++) {
        if (!(which == RZ_TAGGER ? tagger[i].key : chunker[i].key)) continue;
        rz_weights *w = RZ_PUSH(&b->arena, &b->models[which].weights);
        if (which == RZ_TAGGER) *w = tagger[i];
        else *w = (rz_weights){.key = chunker[i].key}, memcpy(w->weight, chunker[i].weight, sizeof chunker[i].weight);
    }
}

void rz_base_read(rz_build *b) {
    read_rows(b);
    read_words(b);
    read_weights(b, RZ_TAGGER);
    read_weights(b, RZ_CHUNKER);
}
