/* What a word says as a verb: every way to take it apart, of which the one of the most usual verb is meant. */
#include "text/parts.h"
#include "text/tagging.h"

typedef struct {
    const rz_tagging *t;
    const uint8_t *w; /* behind a preverb */
    uint32_t n;
    uint8_t preverb;
    rz_str before;   /* the preverb as text */
    uint32_t joined; /* the verb of which preverb and stem looked for last are the stem (برگرد); RZ_NONE: no such */
    uint32_t rank;   /* of the best found */
    rz_conjugation *out;
} finder;

/* The verb of a stem; RZ_NONE: it is none. Of ones with the same letters, the most usual. */
static uint32_t verb_of(const rz_tagging *t, const uint8_t *w, uint32_t n, bool past) {
    uint32_t best = RZ_NONE;
    if (!n || n > RZ_TAG_LETTERS || !rz_tag_may_be_stem(t, w[0], w[n - 1], past)) return best;
    for (uint32_t h = rz_tag_stem_slot(t, w, n, past); t->stems[h].n; h = (h + 1) & t->stem_mask) {
        const rz_tag_stem *s = &t->stems[h];
        if (s->n == n && s->past == past && !memcmp(s->letters, w, n) && s->verb < best) best = s->verb;
    }
    return best;
}

/* A present stem, with the ی that stands between a vowel and the ending. */
static uint32_t present_of(const rz_tagging *t, const uint8_t *w, uint32_t n) {
    uint32_t verb = verb_of(t, w, n, false);
    if (verb == RZ_NONE && n > 1 && w[n - 1] == t->ye && (w[n - 2] == t->alef || w[n - 2] == t->waw)) verb = verb_of(t, w, n - 1, false);
    return verb;
}

static uint32_t any_of(const rz_tagging *t, const uint8_t *w, uint32_t n, bool past) { return past ? verb_of(t, w, n, true) : present_of(t, w, n); }

static uint32_t stem_at(finder *f, uint32_t from, uint32_t n, bool past) {
    uint32_t verb = any_of(f->t, f->w + from, n, past);
    f->joined = RZ_NONE;
    if (!f->preverb || verb == RZ_NONE || f->preverb + n > RZ_TAG_LETTERS) return verb;
    uint8_t both[RZ_TAG_LETTERS];
    memcpy(both, f->w - f->preverb, f->preverb);
    memcpy(both + f->preverb, f->w + from, n);
    f->joined = any_of(f->t, both, f->preverb + n, past);
    return verb;
}

/* Of a verb with a preverb: the lemma is without it, the infinitive with it. */
static void put_preverb(const finder *f, rz_conjugation *what) {
    what->before = f->before;
    if (f->joined == RZ_NONE) return;
    const rz_tag_verb *v = &f->t->verb[f->joined];
    if (v->past.size <= f->before.size || memcmp(v->past.at, f->before.at, f->before.size) != 0) return;
    rz_str past = {v->past.at + f->before.size, v->past.size - f->before.size};
    uint8_t letters[RZ_TAG_LETTERS];
    if (verb_of(f->t, letters, rz_codes(past, letters, RZ_TAG_LETTERS), true) == RZ_NONE) return; /* that of another word */
    what->lemma = past, what->infinitive = v->infinitive, what->before.size = 0;
}

static void found(finder *f, uint32_t verb, rz_conjugation what) {
    if (verb == RZ_NONE || verb >= f->rank) return;
    f->rank = verb;
    what.known = true;
    what.lemma = f->t->verb[verb].past;
    what.infinitive = f->t->verb[verb].infinitive;
    what.preverb = f->preverb;
    if (f->preverb) put_preverb(f, &what);
    if (f->t->verb[verb].plain && what.tense == RZ_TENSE_PRESENT) what.mood = RZ_MOOD_INDICATIVE;
    *f->out = what;
}

static void try_endings(finder *f, const rz_tag_forms *endings, uint32_t from, bool past, rz_conjugation what) {
    for (uint32_t i = 0; i < endings->n; i++) {
        const rz_tag_form *e = &endings->at[i];
        if (from >= f->n || !rz_ends_with(f->w + from, f->n - from, e)) continue;
        uint32_t n = f->n - from - e->n;
        what.person = e->person;
        what.plural = e->plural;
        found(f, stem_at(f, from, n, past), what);
    }
}

static void try_participle(finder *f, uint32_t from, rz_conjugation what) {
    const uint8_t *w = f->w + from;
    if (f->n < from + 3) return;
    uint32_t n = f->n - from;
    what.tense = RZ_TENSE_PERFECT;
    what.form = RZ_VERB_FINITE;
    for (uint32_t i = 0; i < f->t->perfect.n; i++) {
        const rz_tag_form *e = &f->t->perfect.at[i];
        if (!rz_ends_with(w, n, e) || n < e->n + 3u || w[n - e->n - 1] != f->t->he) continue;
        what.person = e->person;
        what.plural = e->plural;
        found(f, stem_at(f, from, n - e->n - 1, true), what);
    }
    if (w[n - 1] != f->t->he) return; /* with می as well: می‌رفته است */
    what.person = 0, what.plural = false;
    what.tense = RZ_TENSE_NONE;
    what.form = RZ_VERB_PARTICIPLE;
    what.mood = RZ_MOOD_NONE;
    found(f, stem_at(f, from, n - 1, true), what);
}

/* The ی between ب or ن and an آ: بیاید. */
static uint32_t behind(const finder *f, uint32_t from) {
    return from + 2 < f->n && f->w[from] == f->t->ye && f->w[from + 1] == f->t->alef ? from + 1 : from;
}

static void with_mi(finder *f, uint32_t from, rz_conjugation what) {
    what.going_on = true;
    what.tense = RZ_TENSE_PRESENT;
    try_endings(f, &f->t->present, from, false, what);
    what.tense = RZ_TENSE_IMPERFECT;
    try_endings(f, &f->t->past, from, true, what);
    try_participle(f, from, what);
}

/* بگو, کن: a bare present stem. */
static void try_imperative(finder *f, uint32_t from, rz_conjugation what) {
    what.mood = RZ_MOOD_IMPERATIVE;
    what.person = 2;
    found(f, stem_at(f, from, f->n - from, false), what);
}

static void without_mi(finder *f, uint32_t from, rz_conjugation what) {
    what.tense = RZ_TENSE_PAST;
    try_endings(f, &f->t->past, from, true, what);
    try_participle(f, from, what);
    what.tense = RZ_TENSE_PRESENT;
    what.mood = RZ_MOOD_SUBJUNCTIVE;
    try_endings(f, &f->t->present, from, false, what);
    if (f->n > from + 1) try_imperative(f, from, what);
}

/* بیفتد, نینداخت: the ی stands for the ا that the stem begins with. */
static void with_alef(finder *f, rz_conjugation what, bool past) {
    enum { SHORTEST = 5 };
    uint8_t letters[RZ_TAG_WORD + RZ_TAG_LETTERS];
    if (f->out->known || f->n < SHORTEST || f->w[1] != f->t->ye || f->w[2] == f->t->alef) return;
    finder g = *f;
    memcpy(letters, f->w - f->preverb, f->preverb);
    memcpy(letters + f->preverb, f->w + 1, f->n - 1);
    letters[f->preverb] = f->t->alef;
    g.w = letters + f->preverb, g.n = f->n - 1;
    what.tense = RZ_TENSE_PAST, what.mood = RZ_MOOD_INDICATIVE;
    if (past) try_endings(&g, &g.t->past, 0, true, what), try_participle(&g, 0, what);
    what.tense = RZ_TENSE_PRESENT, what.mood = RZ_MOOD_SUBJUNCTIVE;
    try_endings(&g, &g.t->present, 0, false, what);
    f->rank = g.rank;
}

static void try_behind_preverb(finder *f) {
    const rz_tagging *t = f->t;
    rz_conjugation what = {.form = RZ_VERB_FINITE, .mood = RZ_MOOD_INDICATIVE};
    for (uint32_t no = 0; no < 2 && no + 1 < f->n; no++) {
        if (no && f->w[0] != t->noon) break;
        what.negative = no;
        if (f->n > no + 3 && f->w[no] == t->meem && f->w[no + 1] == t->ye) with_mi(f, no + 2, what);
        without_mi(f, no, what);
        if (no && behind(f, no) > no && !f->out->known) without_mi(f, behind(f, no), what);
        if (no) with_alef(f, what, true);
    }
    if (f->n > 2 && f->w[0] == t->beh) {
        what = (rz_conjugation){.form = RZ_VERB_FINITE, .mood = RZ_MOOD_SUBJUNCTIVE, .tense = RZ_TENSE_PRESENT};
        for (uint32_t from = 1; from <= behind(f, 1); from++) { /* بیابد, بیاید */
            if (from > 1 && f->out->known) break;
            try_endings(f, &t->present, from, false, what);
            try_imperative(f, from, what);
        }
        with_alef(f, what, false);
    }
}

static void try_infinitive(finder *f) {
    rz_conjugation what = {.form = RZ_VERB_INFINITIVE};
    if (f->n > 3 && f->w[f->n - 1] == f->t->noon) found(f, stem_at(f, 0, f->n - 1, true), what);
}

static bool whole(finder *f) {
    const rz_tag_form *v = rz_tag_form_of(&f->t->verbs, f->w, f->n);
    if (!v) return false;
    *f->out = (rz_conjugation){.known = true, .lemma = v->lemma, .infinitive = v->infinitive, .tense = RZ_TENSE_PRESENT, .mood = RZ_MOOD_INDICATIVE,
                               .person = v->person, .plural = v->plural, .negative = v->negative, .form = RZ_VERB_FINITE};
    return true;
}

static bool conjugate(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_conjugation *out) {
    finder f = {.t = t, .w = w, .n = n, .rank = RZ_NONE, .out = out};
    *out = (rz_conjugation){.known = false};
    if (whole(&f)) return true;
    try_behind_preverb(&f);
    try_infinitive(&f);
    for (uint32_t i = 0; !out->known && i < t->preverbs.n; i++) {
        const rz_tag_form *p = &t->preverbs.at[i];
        if (n < p->n + 3u || memcmp(w, p->letters, p->n) != 0) continue;
        f.w = w + p->n, f.n = n - p->n, f.preverb = p->n, f.before = p->lemma;
        try_behind_preverb(&f);
        try_infinitive(&f);
    }
    return out->known;
}

void rz_conjugate(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_conjugation *out) {
    if (n < 2 || n > RZ_TAG_WORD || conjugate(t, w, n, out)) {
        if (n < 2 || n > RZ_TAG_WORD) *out = (rz_conjugation){.known = false};
        return;
    }
    for (uint32_t i = 0; i < t->clitics.n && !out->known; i++) { /* می‌بینمش */
        const rz_tag_form *c = &t->clitics.at[i];
        if (c->upos != RZ_UPOS_PRON || c->where == RZ_HANGS_VOWEL || n < c->n + 3u || !rz_ends_with(w, n, c)) continue;
        if (!conjugate(t, w, n - c->n, out)) continue;
        out->clitic = c->n;
        out->clitic_form = (uint8_t)i;
    }
}
