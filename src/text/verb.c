/* Verbs: stems from the tables, endings from the suffixes, auxiliaries from the tokens beside. */
#include "text/parts.h"

enum { STEM = 20, SLOTS = 2048, MOST_SUFFIXES = 16 };

typedef struct {
    uint8_t letters[STEM];
    uint8_t n, past, person, plural; /* person: of a whole form */
    bool whole, plain, noun;
    rz_row verb;
} stem;

typedef struct {
    uint8_t letters[8];
    uint32_t n;
    uint8_t person, plural;
} suffix;

typedef struct {
    rz_text *text;
    rz_arena *arena;
    stem *stems;
    uint16_t slots[SLOTS];
    uint32_t n_stems;
    suffix past[MOST_SUFFIXES], present[MOST_SUFFIXES], perfect[MOST_SUFFIXES];
    uint32_t n_past, n_present, n_perfect;
    uint8_t mi[2], na, be, he; /* letters of می، ن، ب، ه */
    rz_row be_row, become_row, want_row;
    RZ_VEC(rz_verb) out;
} finder;

static uint32_t slot(const uint8_t *letters, uint32_t n, bool past) { return (uint32_t)(rz_hash(letters, n) + past * 977) % SLOTS; }

static void add_stem(finder *f, rz_row verb, rz_str form, bool past, bool whole, uint8_t person, bool plural, bool plain) {
    stem *s = &f->stems[f->n_stems];
    *s = (stem){.past = past, .whole = whole, .person = person, .plural = plural, .verb = verb, .plain = plain};
    s->n = (uint8_t)rz_codes(form, s->letters, STEM);
    if (!s->n) return;
    uint32_t h = slot(s->letters, s->n, past);
    while (f->slots[h]) h = (h + 1) % SLOTS;
    f->slots[h] = (uint16_t)++f->n_stems;
}

static void add_verb(finder *f, rz_row row) {
    const rz_data *d = f->text->data;
    bool plain = rz_row_has(d, row, "plain-present", "yes"), noun = rz_row_has(d, row, "noun", "yes");
    for (uint32_t i = 0; i < rz_fields_of(d, row); i++) {
        rz_field field = rz_field_at(d, row, i);
        const char *key = rz_key_name(d, field.key);
        if (f->n_stems + 1 >= SLOTS / 2) return;
        if (!strcmp(key, "past")) {
            add_stem(f, row, field.value, true, false, 0, false, false);
            f->stems[f->n_stems - 1].noun = noun;
        }
        else if (!strcmp(key, "present")) add_stem(f, row, field.value, false, false, 0, false, plain);
        else if (!strcmp(key, "not")) add_stem(f, row, field.value, true, true, 0, false, false);
        else if (!strncmp(key, "form-", 5)) add_stem(f, row, field.value, false, true, (uint8_t)(key[5] - '0'), key[6] == 'p', plain);
    }
}

static void add_suffix(finder *f, rz_row row) {
    const rz_data *d = f->text->data;
    rz_str use = rz_row_get(d, row, "use"), person = rz_row_get(d, row, "person");
    suffix s = {.person = person.size ? (uint8_t)(person.at[0] - '0') : 0, .plural = rz_row_has(d, row, "number", "plural")};
    s.n = rz_codes(rz_row_get(d, row, "form"), s.letters, 8);
    if (rz_str_is(use, "past") && f->n_past < MOST_SUFFIXES) f->past[f->n_past++] = s;
    if (rz_str_is(use, "present") && f->n_present < MOST_SUFFIXES) f->present[f->n_present++] = s;
    if (rz_str_is(use, "perfect") && f->n_perfect < MOST_SUFFIXES) f->perfect[f->n_perfect++] = s;
}

static void prepare(finder *f) {
    rz_row first;
    uint32_t count;
    rz_rows_of(f->text->data, RZ_VERB, &first, &count);
    f->stems = RZ_NEW_N(f->arena, stem, SLOTS);
    for (rz_row r = first; r < first + count; r++) add_verb(f, r);
    rz_rows_of(f->text->data, RZ_SUFFIX, &first, &count);
    for (rz_row r = first; r < first + count; r++) add_suffix(f, r);
    f->mi[0] = rz_letter_code(0x645);
    f->mi[1] = rz_letter_code(0x6CC);
    f->na = rz_letter_code(0x646);
    f->be = rz_letter_code(0x628);
    f->he = rz_letter_code(0x647);
    f->be_row = rz_row_find(f->text->data, RZ_VERB, RZ_STR("budan"));
    f->become_row = rz_row_find(f->text->data, RZ_VERB, RZ_STR("shodan"));
    f->want_row = rz_row_find(f->text->data, RZ_VERB, RZ_STR("khastan"));
}

static const stem *find(const finder *f, const uint8_t *letters, uint32_t n, bool past, bool whole) {
    if (!n || n > STEM) return NULL;
    for (uint32_t h = slot(letters, n, past); f->slots[h]; h = (h + 1) % SLOTS) {
        const stem *s = &f->stems[f->slots[h] - 1];
        if (s->n == n && s->past == past && s->whole == whole && !memcmp(s->letters, letters, n)) return s;
    }
    return NULL;
}

static bool ends_with(const uint8_t *w, uint32_t n, const suffix *s) { return n > s->n && !memcmp(w + n - s->n, s->letters, s->n); }

/* A stem with a personal ending. */
static const stem *conjugated(const finder *f, const uint8_t *w, uint32_t n, bool past, rz_verb *v) {
    const suffix *list = past ? f->past : f->present;
    uint32_t count = past ? f->n_past : f->n_present;
    for (uint32_t i = 0; i < count; i++) {
        if (!ends_with(w, n, &list[i])) continue;
        const stem *s = find(f, w, n - list[i].n, past, false);
        if (!s) continue;
        v->person = list[i].person;
        v->plural = list[i].plural;
        return s;
    }
    return NULL;
}

static const stem *participle(const finder *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    if (n > 2 && w[n - 1] == f->he) {
        const stem *s = find(f, w, n - 1, true, false);
        if (s) {
            v->tense = RZ_PARTICIPLE;
            return s;
        }
    }
    for (uint32_t i = 0; i < f->n_perfect; i++) {
        const suffix *x = &f->perfect[i];
        if (!ends_with(w, n, x) || n - x->n < 3 || w[n - x->n - 1] != f->he) continue;
        const stem *s = find(f, w, n - x->n - 1, true, false);
        if (!s) continue;
        v->tense = RZ_PERFECT;
        v->person = x->person;
        v->plural = x->plural;
        return s;
    }
    return NULL;
}

/* One token's letters as a verb form. */
static const stem *analyse(const finder *f, const uint8_t *w, uint32_t n, bool with_mi, rz_verb *v) {
    const stem *s;
    bool mi = with_mi;
    if (!mi && find(f, w, n, true, true)) return NULL; /* said to be another word */
    if (!mi && (s = find(f, w, n, false, true))) {
        v->tense = RZ_PRESENT;
        v->person = s->person;
        v->plural = s->plural;
        v->negative = w[0] == f->na;
        return s;
    }
    if (!mi && n > 3 && w[0] == f->na && w[1] == f->mi[0] && w[2] == f->mi[1]) mi = v->negative = true, w += 3, n -= 3;
    else if (!mi && n > 3 && w[0] == f->mi[0] && w[1] == f->mi[1]) mi = true, w += 2, n -= 2;
    if (mi) {
        v->tense = RZ_PRESENT;
        if ((s = conjugated(f, w, n, false, v))) return s;
        v->tense = RZ_IMPERFECT;
        return conjugated(f, w, n, true, v);
    }
    v->tense = RZ_PAST;
    if ((s = conjugated(f, w, n, true, v)) || (s = participle(f, w, n, v))) return s;
    if (n > 3 && w[n - 1] == f->na && (s = find(f, w, n - 1, true, false))) {
        v->tense = RZ_INFINITIVE;
        return s;
    }
    v->tense = RZ_SUBJUNCTIVE;
    if (n > 3 && (w[0] == f->be || w[0] == f->na) && (s = conjugated(f, w + 1, n - 1, false, v))) {
        v->negative = w[0] == f->na;
        return s;
    }
    if (n > 2 && (s = conjugated(f, w, n, false, v)) && (v->person == 3 || v->plural)) {
        v->tense = s->plain || s->verb == f->want_row ? RZ_PRESENT : RZ_SUBJUNCTIVE;
        return s;
    }
    if (n > 3 && w[0] == f->na) {
        v->negative = true;
        v->tense = RZ_PAST;
        if ((s = conjugated(f, w + 1, n - 1, true, v)) || (s = participle(f, w + 1, n - 1, v))) return s;
    }
    return NULL;
}

static const uint8_t *letters_of(const finder *f, uint32_t t, uint32_t *n) {
    *n = f->text->tokens[t].letters.end - f->text->tokens[t].letters.start;
    return f->text->letters + f->text->tokens[t].letters.start;
}

static bool next_form(const finder *f, uint32_t t, uint32_t limit, rz_verb *v, const stem **s) {
    uint32_t n;
    if (t >= limit || f->text->tokens[t].kind != RZ_TOKEN_WORD) return false;
    const uint8_t *w = letters_of(f, t, &n);
    *v = (rz_verb){.lemma = RZ_NONE};
    *s = analyse(f, w, n, false, v);
    return *s != NULL;
}

static bool is_perfect_ending(const finder *f, uint32_t t, uint32_t limit, rz_verb *v) {
    uint32_t n;
    if (t >= limit || f->text->tokens[t].kind != RZ_TOKEN_WORD) return false;
    const uint8_t *w = letters_of(f, t, &n);
    for (uint32_t i = 0; i < f->n_perfect; i++)
        if (f->perfect[i].n == n && !memcmp(f->perfect[i].letters, w, n)) {
            v->person = f->perfect[i].person;
            v->plural = f->perfect[i].plural;
            return true;
        }
    return false;
}

/* کرده + است, بود, باشد; گفته + شد: the participle's auxiliaries. */
static void auxiliaries(finder *f, rz_verb *v, uint32_t limit) {
    rz_verb next;
    const stem *s;
    if (v->tense != RZ_PARTICIPLE) return;
    if (next_form(f, v->last, limit, &next, &s) && s->verb == f->become_row && v->lemma != f->become_row) {
        uint32_t last = v->last + 1;
        v->passive = true;
        v->tense = next.tense;
        v->person = next.person;
        v->plural = next.plural;
        v->negative |= next.negative;
        v->last = last;
        if (v->tense != RZ_PARTICIPLE) return;
    }
    if (is_perfect_ending(f, v->last, limit, v)) {
        v->tense = RZ_PERFECT;
        v->last++;
        return;
    }
    if (next_form(f, v->last, limit, &next, &s) && s->verb == f->be_row) {
        v->tense = next.tense == RZ_PAST ? RZ_PLUPERFECT : next.tense == RZ_SUBJUNCTIVE ? RZ_SUBJUNCTIVE : RZ_PERFECT;
        v->person = next.person;
        v->plural = next.plural;
        v->last++;
    }
}

/* خواهد + کرد */
static bool future(finder *f, rz_verb *v, uint32_t limit) {
    uint32_t n;
    if (v->lemma != f->want_row || v->last >= limit || (v->tense != RZ_PRESENT && v->tense != RZ_SUBJUNCTIVE)) return false;
    const uint8_t *w = letters_of(f, v->last, &n);
    const stem *s = find(f, w, n, true, false);
    if (!s) return false;
    v->lemma = s->verb;
    v->tense = RZ_FUTURE;
    v->last++;
    return true;
}

static bool is_mi(const finder *f, const uint8_t *w, uint32_t n, bool *negative) {
    *negative = n == 3 && w[0] == f->na;
    if (*negative) w++, n--;
    return n == 2 && w[0] == f->mi[0] && w[1] == f->mi[1];
}

/* «نشست شورا»: a stem that is a noun too is a verb only where the clause ends. */
static bool rather_noun(const finder *f, const stem *s, uint32_t t, uint32_t limit) {
    uint32_t n, own;
    letters_of(f, t, &own);
    if (!s->noun || own != s->n || t + 1 >= limit || f->text->tokens[t + 1].kind == RZ_TOKEN_PUNCT) return false;
    const uint8_t *w = letters_of(f, t + 1, &n);
    return !(n == 1 || (n == 2 && w[1] == f->he));
}

/* «گفت و گو»: the token opens a longer name or noun of the tables, which ends on no verb. */
static bool opens_name(const finder *f, uint32_t t) {
    const rz_text *text = f->text;
    for (uint32_t h = text->hit_at[t]; h < text->hit_at[t + 1]; h++) {
        const rz_hit *hit = &text->hits[h];
        rz_row_type type = rz_row_type_of(text->data, hit->row);
        if (hit->last < t + 2) return false;
        if (type <= RZ_TITLE || (type == RZ_FRAME && !strcmp(rz_key_name(text->data, hit->key), "noun"))) return true;
    }
    return false;
}

static uint32_t try_at(finder *f, uint32_t t, uint32_t limit) {
    rz_text *text = f->text;
    uint32_t n;
    if (text->tokens[t].kind != RZ_TOKEN_WORD || opens_name(f, t)) return t + 1;
    const uint8_t *w = letters_of(f, t, &n);
    rz_verb v = {.lemma = RZ_NONE, .first = t, .last = t + 1};
    const stem *s = NULL;
    bool negative;
    if (is_mi(f, w, n, &negative) && t + 1 < limit && text->tokens[t + 1].kind == RZ_TOKEN_WORD) {
        w = letters_of(f, t + 1, &n);
        v.negative = negative;
        v.last = t + 2;
        s = analyse(f, w, n, true, &v);
    } else if (n > 1) s = analyse(f, w, n, false, &v);
    if (!s || (v.last == t + 1 && rather_noun(f, s, t, limit))) return t + 1;
    v.lemma = s->verb;
    if (!future(f, &v, limit)) auxiliaries(f, &v, limit);
    for (uint32_t i = v.first; i < v.last; i++) {
        text->tokens[i].verb = f->out.n;
        text->tokens[i].pos = RZ_POS_VERB;
    }
    *RZ_PUSH(f->arena, &f->out) = v;
    return v.last;
}

void rz_verbs_find(rz_arena *arena, rz_text *text) {
    finder *f = RZ_NEW(arena, finder);
    f->text = text;
    f->arena = arena;
    prepare(f);
    for (uint32_t i = 0; i < text->n_sentences; i++)
        for (uint32_t t = text->sentences[i].first; t < text->sentences[i].last;) t = try_at(f, t, text->sentences[i].last);
    text->verbs = f->out.at;
    text->n_verbs = f->out.n;
}
