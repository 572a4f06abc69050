#include "text/group.h"

typedef struct {
    const rz_tagging *t;
    const rz_word_of *words;
    uint32_t last;
    rz_verb_group *g;
} finder;

static bool is_verb(const rz_word_of *w) { return (w->upos == RZ_UPOS_VERB || w->upos == RZ_UPOS_AUX) && w->form != RZ_VERB_NONE; }

static const rz_word_of *next_verb(const finder *f) { return f->g->last < f->last && is_verb(&f->words[f->g->last]) ? &f->words[f->g->last] : NULL; }

static bool is_of(const rz_word_of *w, rz_str infinitive) { return w && rz_str_is(infinitive, w->infinitive); }

/* The person is the auxiliary's. */
static void take(finder *f, const rz_word_of *w, uint8_t tense, uint8_t mood) {
    f->g->tense = tense, f->g->mood = mood;
    f->g->person = w->person, f->g->number = w->number;
    f->g->negative |= w->negative;
    f->g->last++;
}

/* خواهد + کرد */
static bool future(finder *f, const rz_word_of *want) {
    const rz_word_of *verb = next_verb(f);
    if (!is_of(want, f->t->want) || want->tense != RZ_TENSE_FUTURE || !verb || verb->tense != RZ_TENSE_PAST || verb->form != RZ_VERB_FINITE) return false;
    f->g->infinitive = verb->infinitive;
    f->g->last++;
    return true;
}

/* کرده + است, بود, باشد */
static void perfect(finder *f) {
    const rz_word_of *be = next_verb(f);
    if (!is_of(be, f->t->be)) return;
    bool past = be->tense == RZ_TENSE_PAST || be->tense == RZ_TENSE_PERFECT;
    take(f, be, past ? RZ_TENSE_PLUPERFECT : RZ_TENSE_PERFECT, be->mood);
}

/* گفته + شد, شده است, خواهد شد */
static bool passive(finder *f, const rz_word_of *participle) {
    const rz_word_of *w = next_verb(f);
    if (!w || is_of(participle, f->t->become)) return false;
    if (is_of(w, f->t->want) && f->g->last + 1 < f->last && is_of(&f->words[f->g->last + 1], f->t->become)) {
        take(f, w, RZ_TENSE_FUTURE, RZ_MOOD_INDICATIVE);
        f->g->last++;
    } else if (is_of(w, f->t->become)) {
        take(f, w, w->tense, w->mood);
        if (w->form == RZ_VERB_PARTICIPLE) perfect(f);
    } else return false;
    return f->g->passive = true;
}

static void compound(finder *f, rz_arena *arena, uint32_t first) {
    rz_verb_group *g = f->g;
    if (g->first == first) return;
    const rz_word_of *w = &f->words[g->first - 1];
    rz_str noun = rz_str_of(w->lemma), verb = rz_str_of(g->infinitive);
    if (w->upos == RZ_UPOS_PUNCT || is_verb(w)) return;
    bool made = rz_str_same(verb, f->t->become) && rz_tag_compounded(f->t, noun, f->t->make); /* امضا شد, of امضا کرد */
    if (!made && !rz_tag_compounded(f->t, noun, verb)) return;
    g->passive |= made;
    g->compound = g->first - 1;
    g->infinitive = rz_format(arena, "%s %s", w->lemma, g->infinitive);
}

bool rz_verb_group_at(rz_arena *arena, const rz_tagging *tagging, const rz_word_of *words, uint32_t first, uint32_t i, uint32_t last, rz_verb_group *out) {
    const rz_word_of *w = &words[i];
    if (!is_verb(w)) return false;
    *out = (rz_verb_group){.first = i, .last = i + 1, .compound = i, .compound_end = i, .infinitive = w->infinitive, .tense = w->tense, .mood = w->mood,
                           .person = w->person, .number = w->number, .negative = w->negative};
    finder f = {tagging, words, last, out};
    if (!future(&f, w) && w->form == RZ_VERB_PARTICIPLE && !passive(&f, w)) perfect(&f);
    compound(&f, arena, first);
    return true;
}
