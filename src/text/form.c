#include "text/form.h"

#include "text/parts.h"

typedef struct {
    uint32_t past, present, not_verb, plain, noun, yes;
    uint32_t whole[4][2]; /* form-1s and so on */
} verb_keys;

static uint32_t slot(const uint8_t *letters, uint32_t n, bool past) { return (uint32_t)(rz_hash(letters, n) + past * 977) % RZ_FORM_SLOTS; }

static rz_stem *add_stem(rz_verb_forms *f, rz_row verb, rz_str form, bool past, bool whole) {
    rz_stem *s = &f->stems[f->n_stems];
    *s = (rz_stem){.past = past, .whole = whole, .verb = verb};
    s->n = (uint8_t)rz_codes(form, s->letters, RZ_STEM_LETTERS);
    uint32_t h = slot(s->letters, s->n, past);
    while (f->slots[h]) h = (h + 1) % RZ_FORM_SLOTS;
    f->slots[h] = (uint16_t)++f->n_stems;
    if (s->n) f->spans[past][whole][s->letters[0]][s->letters[s->n - 1] / 8] |= (uint8_t)(1u << s->letters[s->n - 1] % 8);
    if (s->n > 1) f->begins[s->letters[0]][s->letters[1] / 8] |= (uint8_t)(1u << s->letters[1] % 8);
    else if (s->n) memset(f->begins[s->letters[0]], 0xFF, sizeof f->begins[0]);
    return s;
}

static void add_whole(rz_verb_forms *f, const verb_keys *k, rz_row row, rz_field field, bool plain) {
    for (uint8_t person = 0; person < 4; person++)
        for (uint8_t plural = 0; plural < 2; plural++) {
            if (field.key != k->whole[person][plural]) continue;
            rz_stem *s = add_stem(f, row, field.value, false, true);
            s->person = person;
            s->plural = plural;
            s->plain = plain;
            return;
        }
}

static void add_verb(rz_verb_forms *f, const rz_data *d, const verb_keys *k, rz_row row) {
    bool plain = rz_row_has(d, row, "plain-present", "yes"), noun = rz_row_has(d, row, "noun", "yes"), asks = rz_row_has(d, row, "asks", "yes");
    for (uint32_t i = 0; i < rz_fields_of(d, row); i++) {
        rz_field field = rz_field_at(d, row, i);
        if (f->n_stems == f->room) return;
        if (field.key == k->past) {
            rz_stem *stem = add_stem(f, row, field.value, true, false);
            stem->noun = noun;
            stem->asks = asks;
        }
        else if (field.key == k->present) add_stem(f, row, field.value, false, false)->plain = plain;
        else if (field.key == k->not_verb) add_stem(f, row, field.value, true, true);
        else add_whole(f, k, row, field, plain);
    }
}

static void add_ending(rz_verb_forms *f, const rz_data *d, rz_row row) {
    rz_str use = rz_row_get(d, row, "use"), person = rz_row_get(d, row, "person");
    rz_verb_endings *to = rz_str_is(use, "past")      ? &f->past
                          : rz_str_is(use, "present") ? &f->present
                          : rz_str_is(use, "perfect") ? &f->perfect
                          : rz_str_is(use, "preverb") ? &f->preverb
                                                      : NULL;
    if (!to) return;
    rz_verb_ending e = {.person = person.size ? (uint8_t)(person.at[0] - '0') : 0, .plural = rz_row_has(d, row, "number", "plural")};
    uint32_t form = rz_key(d, "form");
    bool any = false;
    for (uint32_t i = 0; i < rz_fields_of(d, row) && to->n < RZ_MOST_SUFFIXES; i++) {
        rz_field field = rz_field_at(d, row, i);
        if (field.key != form) continue;
        e.n = rz_codes(field.value, e.letters, sizeof e.letters);
        to->at[to->n++] = e;
        any = true;
    }
    if (!any && to->n < RZ_MOST_SUFFIXES) to->at[to->n++] = e; /* گفت: no ending at all */
}

static void note_letters(rz_verb_endings *list) {
    for (uint32_t i = 0; i < list->n; i++) {
        const rz_verb_ending *e = &list->at[i];
        for (uint32_t c = 0; c < RZ_LETTER_CODES; c++)
            if (!e->n || e->letters[e->n - 1] == c) list->with[c] |= (uint16_t)(1u << i);
    }
}

static void read_keys(const rz_data *d, verb_keys *k) {
    *k = (verb_keys){.past = rz_key(d, "past"), .present = rz_key(d, "present"), .not_verb = rz_key(d, "not")};
    for (uint8_t person = 0; person < 4; person++)
        for (uint8_t plural = 0; plural < 2; plural++) {
            char name[] = "form-0s";
            name[5] = (char)('0' + person);
            if (plural) name[6] = 'p';
            k->whole[person][plural] = rz_key(d, name);
        }
}

rz_verb_forms *rz_verb_forms_read(rz_arena *arena, const rz_data *data) {
    rz_verb_forms *f = RZ_NEW(arena, rz_verb_forms);
    rz_row first;
    uint32_t count;
    rz_rows_of(data, RZ_VERB, &first, &count);
    for (rz_row r = first; r < first + count; r++) f->room += rz_fields_of(data, r);
    if (f->room > RZ_FORM_SLOTS / 2) f->room = RZ_FORM_SLOTS / 2;
    f->stems = RZ_NEW_N(arena, rz_stem, f->room + 1);
    verb_keys keys;
    read_keys(data, &keys);
    for (rz_row r = first; r < first + count; r++) add_verb(f, data, &keys, r);
    rz_rows_of(data, RZ_SUFFIX, &first, &count);
    for (rz_row r = first; r < first + count; r++) add_ending(f, data, r);
    note_letters(&f->past);
    note_letters(&f->present);
    note_letters(&f->perfect);
    for (uint32_t i = 0; i < f->preverb.n; i++) f->opens[f->preverb.at[i].letters[0]] = true;
    f->mi[0] = rz_letter_code(0x645);
    f->mi[1] = rz_letter_code(0x6CC);
    f->na = rz_letter_code(0x646);
    f->be = rz_letter_code(0x628);
    f->he = rz_letter_code(0x647);
    f->alef = rz_letter_code(0x627);
    f->be_row = rz_row_find(data, RZ_VERB, RZ_STR("budan"));
    f->become_row = rz_row_find(data, RZ_VERB, RZ_STR("shodan"));
    f->want_row = rz_row_find(data, RZ_VERB, RZ_STR("khastan"));
    for (uint32_t i = 0; i < f->n_stems; i++) f->wants[f->stems[i].letters[0]] |= f->stems[i].verb == f->want_row && !f->stems[i].past;
    return f;
}

static const rz_stem *find_stem(const rz_verb_forms *f, const uint8_t *letters, uint32_t n, bool past, bool whole) {
    for (uint32_t h = slot(letters, n, past); f->slots[h]; h = (h + 1) % RZ_FORM_SLOTS) {
        const rz_stem *s = &f->stems[f->slots[h] - 1];
        if (s->n == n && s->past == past && s->whole == whole && !memcmp(s->letters, letters, n)) return s;
    }
    return NULL;
}

/* Most are told apart by their first letter and their last. */
static inline const rz_stem *stem_of(const rz_verb_forms *f, const uint8_t *letters, uint32_t n, bool past, bool whole) {
    if (!n || n > RZ_STEM_LETTERS || !(f->spans[past][whole][letters[0]][letters[n - 1] / 8] >> letters[n - 1] % 8 & 1)) return NULL;
    return find_stem(f, letters, n, past, whole);
}

const rz_stem *rz_stem_find(const rz_verb_forms *f, const uint8_t *letters, uint32_t n, bool past, bool whole) { return stem_of(f, letters, n, past, whole); }

uint32_t rz_verb_mi(const rz_verb_forms *f, const uint8_t *w, uint32_t n) {
    uint32_t no = n > 2 && w[0] == f->na;
    return n >= no + 2 && w[no] == f->mi[0] && w[no + 1] == f->mi[1] ? no + 2 : 0;
}

uint32_t rz_verb_preverb(const rz_verb_forms *f, const uint8_t *w, uint32_t n) {
    for (uint32_t i = 0; n && f->opens[w[0]] && i < f->preverb.n; i++) {
        const rz_verb_ending *p = &f->preverb.at[i];
        if (n > p->n && w[0] == p->letters[0] && !memcmp(w, p->letters, p->n) && rz_verb_mi(f, w + p->n, n - p->n)) return p->n;
    }
    return 0;
}

bool rz_is_preverb(const rz_verb_forms *f, const uint8_t *w, uint32_t n) {
    for (uint32_t i = 0; i < f->preverb.n; i++)
        if (n == f->preverb.at[i].n && !memcmp(w, f->preverb.at[i].letters, n)) return true;
    return false;
}

static bool ends_with(const uint8_t *w, uint32_t n, const rz_verb_ending *s) {
    uint32_t left = n > s->n ? s->n : 0;
    for (; left > 0 && w[n - s->n + left - 1] == s->letters[left - 1]; left--) {}
    return n > s->n && left == 0;
}

static uint32_t endings_of(const rz_verb_endings *list, const uint8_t *w, uint32_t n) { return n ? list->with[w[n - 1]] : 0; }

/* A stem with a personal ending. */
static const rz_stem *conjugated(const rz_verb_forms *f, const uint8_t *w, uint32_t n, bool past, rz_verb *v) {
    const rz_verb_endings *list = past ? &f->past : &f->present;
    for (uint32_t left = endings_of(list, w, n); left; left &= left - 1) {
        const rz_verb_ending *e = &list->at[__builtin_ctz(left)];
        const rz_stem *s = ends_with(w, n, e) ? stem_of(f, w, n - e->n, past, false) : NULL;
        if (!s) continue;
        v->person = e->person;
        v->plural = e->plural;
        return s;
    }
    return NULL;
}

static const rz_stem *participle(const rz_verb_forms *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    const rz_stem *s;
    if (n > 2 && w[n - 1] == f->he && (s = stem_of(f, w, n - 1, true, false))) {
        v->tense = RZ_PARTICIPLE;
        return s;
    }
    for (uint32_t left = endings_of(&f->perfect, w, n); left; left &= left - 1) {
        const rz_verb_ending *x = &f->perfect.at[__builtin_ctz(left)];
        if (!ends_with(w, n, x) || n - x->n < 3 || w[n - x->n - 1] != f->he) continue;
        if (!(s = stem_of(f, w, n - x->n - 1, true, false))) continue;
        v->tense = RZ_PERFECT;
        v->person = x->person;
        v->plural = x->plural;
        return s;
    }
    return NULL;
}

/* What stands after می. */
static const rz_stem *going_on(const rz_verb_forms *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    const rz_stem *s;
    v->tense = RZ_PRESENT;
    if ((s = conjugated(f, w, n, false, v))) return s;
    v->tense = RZ_IMPERFECT;
    if ((s = conjugated(f, w, n, true, v))) return s;
    return (s = participle(f, w, n, v)) && v->tense == RZ_PERFECT ? s : NULL;
}

static const rz_stem *with_mi(const rz_verb_forms *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    uint32_t mi = rz_verb_mi(f, w, n), before = mi ? 0 : rz_verb_preverb(f, w, n);
    uint8_t joined[64];
    if (mi) {
        v->negative = mi == 3;
        return going_on(f, w + mi, n - mi, v);
    }
    if (!before || n > sizeof joined) return NULL;
    mi = rz_verb_mi(f, w + before, n - before);
    v->negative = mi == 3;
    memcpy(joined, w, before);
    memcpy(joined + before, w + before + mi, n - before - mi);
    return going_on(f, joined, n - mi, v);
}

/* خواهدشد: the future as one word. */
static const rz_stem *future(const rz_verb_forms *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    uint32_t no = n > 1 && w[0] == f->na;
    if (n < no + 6 || !f->wants[w[no]]) return NULL;
    for (uint32_t cut = no + 4; cut + 2 <= n && cut <= no + 8; cut++) {
        const rz_stem *want = conjugated(f, w + no, cut - no, false, v), *s;
        if (!want || want->verb != f->want_row || !(s = stem_of(f, w + cut, n - cut, true, false))) continue;
        v->negative = no;
        v->tense = RZ_FUTURE;
        return s;
    }
    return NULL;
}

/* Letters of ب or ن before a stem, and of the ی that stands between them and an آ: بیاید, نیامد. */
static uint32_t before_stem(const rz_verb_forms *f, const uint8_t *w, uint32_t n) {
    return n > 3 && w[1] == f->mi[1] && w[2] == f->alef ? 2 : 1;
}

/* بگوید, نگوید, گوید */
static const rz_stem *subjunctive(const rz_verb_forms *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    const rz_stem *s;
    v->tense = RZ_SUBJUNCTIVE;
    if (n > 3 && (w[0] == f->be || w[0] == f->na) && (s = conjugated(f, w + before_stem(f, w, n), n - before_stem(f, w, n), false, v))) {
        v->negative = w[0] == f->na;
        return s;
    }
    if (n > 2 && (s = conjugated(f, w, n, false, v)) && (v->person == 3 || v->plural)) {
        v->tense = s->plain || s->verb == f->want_row ? RZ_PRESENT : RZ_SUBJUNCTIVE;
        return s;
    }
    return NULL;
}

static bool stem_at(const rz_verb_forms *f, const uint8_t *w, uint32_t n, uint32_t at) {
    return at + 1 < n ? f->begins[w[at]][w[at + 1] / 8] >> w[at + 1] % 8 & 1 : at < n;
}

/* Could it be a form at all: does a stem begin where it begins, or after ن, ب, می, نمی or a preverb? Most words end here. */
static bool may_be_form(const rz_verb_forms *f, const uint8_t *w, uint32_t n) {
    if (stem_at(f, w, n, 0) || ((w[0] == f->na || w[0] == f->be) && stem_at(f, w, n, 1))) return true;
    uint32_t mi = rz_verb_mi(f, w, n), before = mi ? 0 : rz_verb_preverb(f, w, n);
    if (mi && stem_at(f, w, n, mi)) return true;
    return before > 0;
}

const rz_stem *rz_verb_form(const rz_verb_forms *f, const uint8_t *w, uint32_t n, rz_verb *v) {
    const rz_stem *s;
    if (!n || !may_be_form(f, w, n) || stem_of(f, w, n, true, true)) return NULL; /* said to be another word */
    if ((s = stem_of(f, w, n, false, true))) {
        v->tense = RZ_PRESENT;
        v->person = s->person;
        v->plural = s->plural;
        v->negative = w[0] == f->na;
        return s;
    }
    if (rz_verb_mi(f, w, n) && n > 3) return with_mi(f, w, n, v);
    v->tense = RZ_PAST;
    if ((s = conjugated(f, w, n, true, v)) || (s = participle(f, w, n, v))) return s;
    if (n > 3 && w[n - 1] == f->na && (s = stem_of(f, w, n - 1, true, false))) {
        v->tense = RZ_INFINITIVE;
        return s;
    }
    if ((s = subjunctive(f, w, n, v))) return s;
    if (n > 3 && w[0] == f->na) {
        v->negative = true;
        v->tense = RZ_PAST;
        uint32_t from = before_stem(f, w, n);
        if ((s = conjugated(f, w + from, n - from, true, v)) || (s = participle(f, w + from, n - from, v))) return s;
    }
    v->negative = false;
    if (f->opens[w[0]] && (s = with_mi(f, w, n, v))) return s;
    v->negative = false;
    return future(f, w, n, v);
}
