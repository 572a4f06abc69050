/* What a word says as a verb: every way to take it apart, of which the one of the most usual verb is meant. */
#include "text/tagging.h"

typedef struct {
    const rz_tagging *t;
    const uint8_t *w; /* behind a preverb */
    uint32_t n;
    uint8_t preverb;
    uint32_t rank; /* of the best found */
    rz_conjugation *out;
} finder;

static bool ends(const uint8_t *w, uint32_t n, const rz_tag_form *e) { return n > e->n && !memcmp(w + n - e->n, e->letters, e->n); }

/* The verb of a stem; RZ_NONE: it is none. Of ones with the same letters, the most usual. */
static uint32_t verb_of(const rz_tagging *t, const uint8_t *w, uint32_t n, bool past) {
    uint32_t best = RZ_NONE;
    if (!n || n > RZ_TAG_LETTERS) return best;
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

static void found(finder *f, uint32_t verb, rz_conjugation what) {
    if (verb == RZ_NONE || verb >= f->rank) return;
    f->rank = verb;
    what.known = true;
    what.lemma = f->t->verb[verb].past;
    what.infinitive = f->t->verb[verb].infinitive;
    what.preverb = f->preverb;
    if (f->t->verb[verb].plain && what.tense == RZ_TENSE_PRESENT) what.mood = RZ_MOOD_INDICATIVE;
    *f->out = what;
}

static void try_endings(finder *f, const rz_tag_forms *endings, uint32_t from, bool past, rz_conjugation what) {
    for (uint32_t i = 0; i < endings->n; i++) {
        const rz_tag_form *e = &endings->at[i];
        if (from >= f->n || !ends(f->w + from, f->n - from, e)) continue;
        uint32_t n = f->n - from - e->n;
        what.person = e->person;
        what.plural = e->plural;
        found(f, past ? verb_of(f->t, f->w + from, n, true) : present_of(f->t, f->w + from, n), what);
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
        if (!ends(w, n, e) || n < e->n + 3u || w[n - e->n - 1] != f->t->he) continue;
        what.person = e->person;
        what.plural = e->plural;
        found(f, verb_of(f->t, w, n - e->n - 1, true), what);
    }
    if (w[n - 1] != f->t->he || what.going_on) return;
    what.person = 0, what.plural = false;
    what.tense = RZ_TENSE_NONE;
    what.form = RZ_VERB_PARTICIPLE;
    what.mood = RZ_MOOD_NONE;
    found(f, verb_of(f->t, w, n - 1, true), what);
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
    found(f, present_of(f->t, f->w + from, f->n - from), what);
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

static void try_behind_preverb(finder *f) {
    const rz_tagging *t = f->t;
    rz_conjugation what = {.form = RZ_VERB_FINITE, .mood = RZ_MOOD_INDICATIVE};
    for (uint32_t no = 0; no < 2 && no + 1 < f->n; no++) {
        if (no && f->w[0] != t->noon) break;
        what.negative = no;
        if (f->n > no + 3 && f->w[no] == t->meem && f->w[no + 1] == t->ye) with_mi(f, no + 2, what);
        without_mi(f, no ? behind(f, no) : no, what);
    }
    if (f->n > 2 && f->w[0] == t->beh) {
        what = (rz_conjugation){.form = RZ_VERB_FINITE, .mood = RZ_MOOD_SUBJUNCTIVE, .tense = RZ_TENSE_PRESENT};
        uint32_t from = behind(f, 1);
        try_endings(f, &t->present, from, false, what);
        try_imperative(f, from, what);
    }
}

static void try_infinitive(finder *f) {
    rz_conjugation what = {.form = RZ_VERB_INFINITIVE};
    if (f->n > 3 && f->w[f->n - 1] == f->t->noon) found(f, verb_of(f->t, f->w, f->n - 1, true), what);
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
        f.w = w + p->n, f.n = n - p->n, f.preverb = p->n;
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
        if (c->upos != RZ_UPOS_PRON || c->where == RZ_HANGS_VOWEL || n < c->n + 3u || !ends(w, n, c)) continue;
        if (!conjugate(t, w, n - c->n, out)) continue;
        out->clitic = c->n;
        out->clitic_form = (uint8_t)i;
    }
}
