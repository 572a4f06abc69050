#include "text/group.h"

enum { PHRASE = 160 }; /* bytes of the words that are one with a verb */

typedef struct {
    const rz_tagging *t;
    const rz_word_of *words;
    uint32_t last;
    rz_verb_group *g;
} finder;

static bool is_verb(const rz_word_of *w) { return (w->upos == RZ_UPOS_VERB || w->upos == RZ_UPOS_AUX) && w->form != RZ_VERB_NONE; }

static const rz_word_of *next_verb(const finder *f) { return f->g->last < f->last && is_verb(&f->words[f->g->last]) ? &f->words[f->g->last] : NULL; }

static bool is_of(const rz_word_of *w, rz_str infinitive) { return w && rz_str_is(infinitive, w->infinitive); }

/* شد, گردید */
static bool becomes(const finder *f, const rz_word_of *w) { return is_of(w, f->t->become) || is_of(w, f->t->turn); }

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
    if (!w || becomes(f, participle)) return false;
    if (is_of(w, f->t->want) && f->g->last + 1 < f->last && becomes(f, &f->words[f->g->last + 1])) {
        take(f, w, RZ_TENSE_FUTURE, RZ_MOOD_INDICATIVE);
        f->g->last++;
    } else if (becomes(f, w)) {
        take(f, w, w->tense, w->mood);
        if (w->form == RZ_VERB_PARTICIPLE) perfect(f);
    } else return false;
    return f->g->passive = true;
}

/* The lemmas of the n words before the verb; `any`: the second is left open, "*". Empty: one is none of a phrase. */
static rz_str phrase(const finder *f, uint32_t n, bool any, char room[PHRASE]) {
    const rz_word_of *w = &f->words[f->g->first - n];
    uint32_t size = 0;
    for (uint32_t i = 0; i < n; i++) {
        const char *lemma = any && i == 1 ? "*" : w[i].lemma;
        uint32_t more = (uint32_t)strlen(lemma);
        if (w[i].upos == RZ_UPOS_PUNCT || is_verb(&w[i]) || size + more + 1 > PHRASE) return RZ_STR("");
        if (i) room[size++] = ' ';
        memcpy(room + size, lemma, more);
        size += more;
    }
    return (rz_str){room, size};
}

static bool is_compound(const finder *f, rz_str noun, rz_str verb, bool *made) {
    if (!noun.size) return false;
    bool turned = rz_str_same(verb, f->t->become) || rz_str_same(verb, f->t->turn);
    *made = turned && rz_tag_compounded(f->t, noun, f->t->make); /* امضا شد, of امضا کرد */
    return *made || rz_tag_compounded(f->t, noun, verb) || (rz_str_same(verb, f->t->turn) && rz_tag_compounded(f->t, noun, f->t->become));
}

/* باز خواهد گشت: the infinitive is one word. */
static bool is_preverb(const finder *f, rz_str word) {
    for (uint32_t i = 0; i < f->t->preverbs.n; i++)
        if (rz_str_same(f->t->preverbs.at[i].lemma, word)) return true;
    return false;
}

static const char *joined(rz_arena *arena, rz_str a, bool apart, rz_str b) {
    char *out = rz_alloc(arena, a.size + b.size + 2), *at = out;
    memcpy(at, a.at, a.size);
    at += a.size;
    if (apart) *at++ = ' ';
    memcpy(at, b.at, b.size);
    return out;
}

/* The longest phrase before the verb that is one with it: «امضا», «به امضا», «مورد بررسی قرار». */
static void compound(finder *f, rz_arena *arena, uint32_t first) {
    rz_verb_group *g = f->g;
    char room[PHRASE];
    bool made = false;
    if (g->first == first || !rz_tag_may_be_compounded(f->t, rz_str_of(f->words[g->first - 1].lemma))) return;
    for (uint32_t n = g->first - first < 3 ? g->first - first : 3; n > 0; n--) {
        if (n == 2 && f->words[g->first - n].upos != RZ_UPOS_ADP) continue;
        rz_str noun = phrase(f, n, false, room);
        bool found = is_compound(f, noun, rz_str_of(g->infinitive), &made) ||
                     (n == 3 && is_compound(f, phrase(f, n, true, room), rz_str_of(g->infinitive), &made));
        if (!found) continue;
        noun = phrase(f, n, false, room);
        g->passive |= made;
        g->compound = g->first - n;
        g->infinitive = joined(arena, noun, !is_preverb(f, noun), rz_str_of(g->infinitive));
        return;
    }
}

/* دارد می‌رود: what goes on. */
static void progressive(finder *f) {
    const rz_word_of *have = &f->words[f->g->first], *w = next_verb(f);
    if (!is_of(have, f->t->have) || !w || w->mood != RZ_MOOD_INDICATIVE || w->person != have->person || w->number != have->number) return;
    if ((w->tense != RZ_TENSE_PRESENT || have->tense != RZ_TENSE_PRESENT) && (w->tense != RZ_TENSE_IMPERFECT || have->tense != RZ_TENSE_PAST)) return;
    f->g->infinitive = w->infinitive;
    take(f, w, w->tense, w->mood);
}

/* «بروید!»: the form is that of the subjunctive too, which something before it asks for. */
static bool is_asked(const finder *f, uint32_t first) {
    for (const rz_word_of *w = &f->words[first]; w < &f->words[f->g->first]; w++)
        if (w->upos == RZ_UPOS_SCONJ || w->upos == RZ_UPOS_ADV || (is_verb(w) && w->person != 2)) return true;
    return false;
}

bool rz_verb_group_at(rz_arena *arena, const rz_tagging *tagging, const rz_word_of *words, uint32_t first, uint32_t i, uint32_t last, rz_verb_group *out) {
    const rz_word_of *w = &words[i];
    if (!is_verb(w)) return false;
    *out = (rz_verb_group){.first = i, .last = i + 1, .compound = i, .compound_end = i, .infinitive = w->infinitive, .tense = w->tense, .mood = w->mood,
                           .person = w->person, .number = w->number, .negative = w->negative};
    finder f = {tagging, words, last, out};
    if (!future(&f, w) && w->form == RZ_VERB_PARTICIPLE && !passive(&f, w)) perfect(&f);
    if (w->form == RZ_VERB_FINITE) progressive(&f);
    if (out->last == i + 1 && out->mood == RZ_MOOD_SUBJUNCTIVE && out->tense == RZ_TENSE_PRESENT && out->person == 2 && !is_asked(&f, first))
        out->mood = RZ_MOOD_IMPERATIVE;
    compound(&f, arena, first);
    out->compound_end = out->first;
    return true;
}
