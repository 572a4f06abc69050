/* By verb: the frames and the sayings that it evokes alone, so that a clause asks for those of its own verb and not through all. */
#include "event/grammar.h"

/* «آزاد گشتند» is «آزاد شدند»: with a verb those that say the same. */
uint32_t rz_row_add(const rz_data *data, rz_row row, rz_row *out, uint32_t n) {
    if (n < RZ_MAX_VERBS && !rz_among(row, out, n)) out[n++] = row;
    rz_str alike = rz_row_get(data, row, "alike");
    for (rz_str w = rz_str_word(&alike); w.size; w = rz_str_word(&alike)) {
        rz_row verb = rz_row_find(data, RZ_VERB, w);
        if (verb != RZ_NONE && n < RZ_MAX_VERBS && !rz_among(verb, out, n)) out[n++] = verb;
    }
    return n;
}

static rz_verb_use *use_of(rz_grammar *g, rz_row verb) {
    uint32_t i = verb - g->first_verb;
    return i < g->n_verbs ? &g->verb_uses[i] : NULL;
}

static void index_frames(rz_arena *arena, rz_grammar *g) {
    RZ_VEC(uint32_t) told = {0};
    for (uint32_t v = 0; v < g->n_verbs; v++) {
        rz_verb_use *use = &g->verb_uses[v];
        use->first = told.n;
        for (uint32_t i = 0; i < g->n_frames; i++)
            if (rz_among(g->first_verb + v, g->frames[i].simple, g->frames[i].n_simple)) *RZ_PUSH(arena, &told) = i;
        use->last = told.n;
    }
    g->told_alone = told.at;
}

static void index_sayings(rz_grammar *g) {
    for (uint32_t i = g->n_speech; i-- > 0;) {
        const rz_speech *s = &g->speech[i];
        for (uint32_t k = 0; k < s->n_simple; k++) {
            rz_verb_use *use = use_of(g, s->simple[k]);
            if (!use) continue;
            use->speech = s;
            use->says_plainly |= s->plain;
        }
        for (uint32_t k = 0; k < s->n_verbs; k++) {
            rz_verb_use *use = use_of(g, s->verbs[k]);
            if (use) use->ends_saying = true;
        }
    }
}

void rz_verb_uses_make(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_VERB, &g->first_verb, &g->n_verbs);
    g->verb_uses = RZ_NEW_N(arena, rz_verb_use, g->n_verbs + 1);
    index_frames(arena, g);
    index_sayings(g);
    rz_infinitives_make(arena, g);
}
