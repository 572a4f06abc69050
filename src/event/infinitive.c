/* «پس از مسدود شدن دارایی‌های X», «در پی گرد آمدن نمایندگان Y»: the words of a deed and the infinitive of its verb are a noun of their own. */
#include "event/event.h"

enum { DEEDS = RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_RELATIONS | RZ_KIND_ATTACK | RZ_KIND_CROWD | RZ_KIND_SESSION };

/* A copy of each frame, as what its noun would be: whose the noun is suffered it, or where nobody suffers did it. */
void rz_infinitives_make(rz_arena *arena, rz_grammar *g) {
    g->as_nouns = RZ_NEW_N(arena, rz_frame, g->n_frames + 1);
    for (uint32_t i = 0; i < g->n_frames; i++) {
        rz_frame *f = &g->as_nouns[i];
        *f = g->frames[i];
        f->as_noun = f->nominal = true;
        if (rz_kind_is(f->kind, RZ_KIND_CROWD)) f->of = NULL; /* «سوزاندن پرچم X» */
        else if (!rz_kind_is(f->kind, RZ_KIND_RELATIONS)) f->of = f->object ? f->object : f->passive ? f->passive : f->subject;
    }
    for (uint32_t i = 0; i < g->n_words; i++)
        if (rz_row_has(g->data, g->first_words + i, "infinitive", "yes")) g->infinitives |= RZ_LIST(g->first_words + i);
}

/* The frame as a noun, where an infinitive of one of its verbs begins at *last, which is then behind it; else the frame itself. */
const rz_frame *rz_as_noun(const rz_scene *s, const rz_frame *f, uint32_t *last) {
    const rz_grammar *g = s->g;
    uint32_t t = *last;
    if (t >= s->text->n_tokens || !(rz_lists_at(s->text, t) & g->infinitives) || !rz_kind_is(f->kind, DEEDS) || f->puts_office) return f;
    for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->tail || !rz_row_has(g->data, hit->row, "infinitive", "yes")) continue;
        const rz_row *verbs = g->words_verbs[hit->row - g->first_words];
        for (uint32_t i = 0; i < RZ_MAX_VERBS && verbs[i] != RZ_NONE; i++)
            if (rz_among(verbs[i], f->verbs, f->n_verbs)) {
                *last = hit->last;
                return &g->as_nouns[f - g->frames];
            }
    }
    return f;
}

/* «تحویل دادن خلبان X»: who is told of stands behind it. */
bool rz_borne_after(const rz_scene *s, const rz_frame *f, uint32_t last) {
    enum { NEAR = 5 };
    uint32_t to = last + NEAR < s->text->n_tokens ? last + NEAR : s->text->n_tokens;
    for (int side = RZ_BEARER; f->as_noun && side <= RZ_DOER; side++)
        for (uint32_t i = 0; i < f->beside[side].n; i++)
            if (rz_listed_within(s, f->beside[side].at[i], last, to)) return true;
    return false;
}
