#include "text/features.h"

#include <stdio.h>

#include "base/utf8.h"

enum { JOINER = 0x200C, EZAFE = 0x654, HE_WITH_YE = 0x6C0 };

const rz_pairing rz_pairings[RZ_PAIRINGS] = {
    {"L", RZ_OF_LABEL_1, RZ_OF_NOTHING},         {"LL", RZ_OF_LABELS, RZ_OF_NOTHING},       {"Lw", RZ_OF_LABEL_1, RZ_OF_WORD},
    {"Lc", RZ_OF_LABEL_1, RZ_OF_CLASS},          {"Lc+", RZ_OF_LABEL_1, RZ_OF_CLASS_AFTER}, {"c-c", RZ_OF_CLASS_BEFORE, RZ_OF_CLASS},
    {"cc+", RZ_OF_CLASS, RZ_OF_CLASS_AFTER},     {"c-c+", RZ_OF_CLASS_BEFORE, RZ_OF_CLASS_AFTER},
    {"wc+", RZ_OF_WORD, RZ_OF_CLASS_AFTER},      {"w-c", RZ_OF_WORD_BEFORE, RZ_OF_CLASS},   {"w-w", RZ_OF_WORD_BEFORE, RZ_OF_WORD},
};

const int8_t rz_window_by[RZ_WINDOW] = {[RZ_AT_BEFORE] = -1, [RZ_AT_AFTER] = 1, [RZ_AT_BEFORE_2] = -2, [RZ_AT_AFTER_2] = 2};
const char *const rz_feature_names[RZ_F_KINDS] = {"w",  "c",  "s1", "s2", "s3", "s4", "p1", "p2", "p3", "j",  "i",   "hp",
                                                  "hv", "ha", "y",  "yv", "r",  "k",  "l",  "v",  "sc", "n",  "f",  "d",  "d-",  "d+",
                                                  "w-", "w+", "w--", "w++", "c-", "c+", "c--", "c++", "s-", "s+"};

/* ---- what a word is ---- */

static rz_places joiners_of(const char *norm, uint32_t size) {
    rz_places at = 0;
    uint32_t letters = 0;
    for (const char *p = norm, *end = norm + size; p < end && letters < RZ_JOINER_LETTERS;) {
        uint32_t length, c = rz_utf8_next(p, end, &length);
        if ((c == JOINER || c == ' ') && letters) at |= (rz_places)1 << letters;
        letters += rz_letter_code(c) != 0;
        p += length;
    }
    return at;
}

bool rz_has_ezafe(const rz_text *text, const rz_token *t) {
    const char *p = text->src + t->src_start, *end = text->src + t->src_end;
    for (uint32_t length; p < end; p += length) {
        uint32_t c = rz_utf8_next(p, end, &length);
        if ((c == EZAFE && p + length == end) || c == HE_WITH_YE) return true;
    }
    return false;
}

static char letter_of(unsigned n) { return (char)('0' + (n < 10 ? n : 9)); }

static uint32_t put_verb(const rz_conjugation *v, char *out) {
    uint32_t n = 0;
    if (!v->known) return 0;
    out[n++] = 'v';
    out[n++] = letter_of(v->form), out[n++] = letter_of(v->tense), out[n++] = letter_of(v->mood);
    out[n++] = v->person ? (char)('0' + v->person) : '-';
    if (v->plural) out[n++] = 'p';
    if (v->negative) out[n++] = 'n';
    if (v->going_on) out[n++] = 'm';
    if (v->clitic) out[n++] = 'c';
    return n;
}

static uint32_t put_entry(bool there, const rz_word *word, char *out) {
    if (!there) return memcpy(out, "??", 2), 2;
    if (!word->pos) return memcpy(out, "--", 2), 2;
    out[0] = "0123456789abcdef"[word->pos >> 4];
    out[1] = "0123456789abcdef"[word->pos & 15];
    return 2;
}

static uint32_t put_pos(const rz_tagging *t, const uint8_t *w, uint32_t n, char *out) {
    rz_word word;
    bool there = n && rz_spelling_find(t->data, w, n, &word);
    return put_entry(there, &word, out);
}

static bool ends(const rz_seen *s, const rz_tag_form *e) { return s->n > e->n + 1u && rz_ends_with(s->letters, s->n, e); }

static bool is_compared(const rz_tagging *t, const rz_seen *s) {
    for (uint32_t i = 0; i < t->comparatives.n; i++) {
        const rz_tag_form *e = &t->comparatives.at[i];
        rz_word base;
        if (!ends(s, e) || s->n > RZ_TAG_WORD || !(s->joiners >> (s->n - e->n) & 1)) continue;
        if (rz_word_find(t->data, s->letters, s->n - e->n, &base) && (base.pos & (RZ_POS_ADJ | RZ_POS_ADV))) return true;
    }
    return false;
}

static void classify(const rz_tagging *t, rz_seen *s) {
    char *out = s->class;
    uint32_t n = 0;
    if (s->kind == RZ_TOKEN_PUNCT) out[n++] = s->punct == '^' ? ':' : s->punct; /* both are a colon to the tagger */
    else if (s->kind != RZ_TOKEN_WORD) out[n++] = '#', out[n++] = letter_of(s->kind);
    else {
        n += put_entry(s->spelled, &s->entry, out);
        n += put_verb(&s->verb, out + n);
        rz_stemmed stem;
        rz_stem_word(t, s->letters, s->n, s->joiners, RZ_UPOS_NOUN, 0, &stem);
        if (stem.plural) out[n++] = 'H', n += put_pos(t, stem.letters, stem.n, out + n);
        else if (out[0] == '?' && s->n > 2 && s->letters[s->n - 1] == t->ye) out[n++] = 'Y', n += put_pos(t, s->letters, s->n - 1, out + n);
        if (s->ezafe) out[n++] = 'E';
    }
    s->class_size = n;
}

void rz_see(const rz_tagging *t, const rz_text *text, uint32_t token, rz_seen *s) {
    const rz_token *k = &text->tokens[token];
    *s = (rz_seen){.norm = text->norm + k->norm_start, .size = k->norm_end - k->norm_start, .letters = text->letters + k->letters_start,
                   .n = rz_letters_count(k), .kind = k->kind, .punct = k->punct};
    if (s->kind == RZ_TOKEN_WORD) {
        s->ezafe = rz_has_ezafe(text, k);
        s->joiners = joiners_of(s->norm, s->size);
        s->spelled = s->n && rz_spelling_find(t->data, s->letters, s->n, &s->entry);
        rz_conjugate(t, s->letters, s->n, &s->verb);
        s->compared = is_compared(t, s);
    }
    classify(t, s);
}

/* ---- features ---- */

typedef struct {
    const rz_tagging *t;
    const rz_seen *s;
    rz_feature_found *found;
    void *self;
    char flat[2 * RZ_TAG_WORD]; /* the letters, two bytes each */
    uint32_t letters;
} finder;

static void own(finder *f, rz_feature_kind kind, const char *a, uint32_t n, const char *b, uint32_t m) {
    f->found(f->self, RZ_AT_SELF, kind, (rz_str){a, n}, (rz_str){b, m});
}

static void flatten(finder *f) {
    f->letters = f->s->n < RZ_TAG_WORD ? f->s->n : RZ_TAG_WORD;
    for (uint32_t i = 0; i < f->letters; i++) {
        uint32_t c = rz_letter_of_code(f->s->letters[f->s->n - f->letters + i]);
        if (c < 0x80) f->flat[2 * i] = '_', f->flat[2 * i + 1] = c >= '0' && c <= '9' ? '0' : (char)c;
        else rz_utf8_put(c, f->flat + 2 * i);
    }
}

static void affixes(finder *f) {
    for (uint32_t n = 1; n <= 4 && n <= f->letters; n++) own(f, (rz_feature_kind)(RZ_F_END_1 + n - 1), f->flat + 2 * (f->letters - n), 2 * n, "", 0);
    for (uint32_t n = 1; n <= 3 && n < f->letters; n++) own(f, (rz_feature_kind)(RZ_F_BEGIN_1 + n - 1), f->flat, 2 * n, "", 0);
}

/* What stands behind the last joiner and before the first. */
static void joined_parts(finder *f) {
    if (!f->s->joiners || f->s->n > RZ_TAG_WORD) return;
    uint32_t last = 63 - (uint32_t)__builtin_clzll(f->s->joiners), first = (uint32_t)__builtin_ctzll(f->s->joiners);
    if (last < f->letters) own(f, RZ_F_BEHIND_JOINER, f->flat + 2 * last, 2 * (f->letters - last), "", 0);
    if (first < f->letters) own(f, RZ_F_BEFORE_JOINER, f->flat, 2 * first, "", 0);
}

/* How much more usual another word is than this. */
static char balance(const finder *f, bool there, const rz_word *other) {
    uint32_t a = f->s->spelled ? f->s->entry.count / 250 + 1 : 0;
    uint32_t b = there ? other->count / 250 + 1 : 0;
    if (!a || !b) return a ? 'a' : b ? 'b' : '0';
    return b >= 16 * a ? '5' : b >= 4 * a ? '4' : b >= a ? '3' : 4 * b >= a ? '2' : 16 * b >= a ? '1' : 'z';
}

static void without(finder *f, rz_feature_kind kind, const char *what, uint32_t size, uint32_t n) {
    char both[8];
    rz_word other;
    bool there = f->s->n > n && rz_spelling_find(f->t->data, f->s->letters, f->s->n - n, &other);
    uint32_t k = put_entry(f->s->spelled, &f->s->entry, both);
    both[k++] = '/';
    k += put_entry(there, &other, both + k);
    own(f, kind, what, size, both, k);
    both[k++] = balance(f, there, &other);
    own(f, kind, what, size, both + k - 1, 1);
}

/* What may hang on the word, an ending of its own or a plural. */
static void endings(finder *f) {
    const rz_seen *s = f->s;
    static const uint8_t hanging[] = {RZ_UPOS_PRON, RZ_UPOS_VERB, RZ_UPOS_AUX};
    static const rz_feature_kind kinds[] = {RZ_F_HANGS_PRONOUN, RZ_F_HANGS_VERB, RZ_F_HANGS_IS};
    for (int i = 0; i < 3; i++) {
        const rz_tag_form *c;
        uint32_t n = rz_clitic_of(f->t, s->letters, s->n, s->joiners, hanging[i], &c);
        if (n) without(f, kinds[i], f->flat + 2 * (f->letters - n), 2 * n, n);
    }
    if (s->letters[s->n - 1] == f->t->ye) {
        without(f, RZ_F_YE, "", 0, 1);
        own(f, RZ_F_BEFORE_YE, f->flat + 2 * (f->letters - 2), 2, "", 0);
    }
    for (uint32_t i = 0; i < f->t->rare_plurals.n; i++) {
        const rz_tag_form *e = &f->t->rare_plurals.at[i];
        if (ends(s, e)) without(f, RZ_F_RARE_PLURAL, f->flat + 2 * (f->letters - e->n), 2 * e->n, e->n);
    }
    bool plural;
    rz_tag_lemma_of(f->t, s->letters, s->n, RZ_UPOS_NOUN, &plural);
    if (plural) own(f, RZ_F_LISTED, "", 0, "", 0);
    for (uint32_t i = 0; i < f->t->comparatives.n; i++) {
        const rz_tag_form *e = &f->t->comparatives.at[i];
        bool joined = s->n > e->n && s->n - e->n < RZ_JOINER_LETTERS && (s->joiners >> (s->n - e->n) & 1);
        rz_word base;
        bool compares = ends(s, e) && rz_word_find(f->t->data, s->letters, s->n - e->n, &base) && (base.pos & (RZ_POS_ADJ | RZ_POS_ADV));
        if (ends(s, e)) own(f, RZ_F_COMPARED, joined ? "j" : "", joined, compares ? "a" : "", compares);
    }
}

typedef struct {
    const finder *f;
    uint32_t types;
} names;

static bool name_found(void *self, const rz_name_hit *hit) {
    names *n = self;
    if (hit->length == n->f->s->n) n->types |= RZ_TYPE(rz_row_type_of(n->f->t->data, hit->row));
    return hit->length < n->f->s->n;
}

static void name_types(finder *f) {
    names n = {.f = f};
    rz_names_at(f->t->data, f->s->letters, f->s->n, name_found, &n);
    for (int type = 0; type < RZ_ROW_TYPES; type++)
        if (n.types & RZ_TYPE(type)) {
            char name[2] = {(char)('A' + type / 10), (char)('0' + type % 10)};
            own(f, RZ_F_NAME, name, 2, "", 0);
        }
}

static void usual(finder *f) {
    char bucket = f->s->spelled ? (char)('a' + (31 - __builtin_clz(f->s->entry.count | 1)) / 2) : '0';
    own(f, RZ_F_USUAL, &bucket, 1, "", 0);
}

/* How running text uses the word. */
static void habits(finder *f) {
    rz_str habit = rz_tag_habit_of(f->t, f->s->letters, f->s->n);
    if (!habit.size) return;
    f->found(f->self, RZ_AT_SELF, RZ_F_HABIT, habit, RZ_STR(""));
    f->found(f->self, RZ_AT_BEFORE, RZ_F_HABIT_BEFORE, habit, RZ_STR(""));
    f->found(f->self, RZ_AT_AFTER, RZ_F_HABIT_AFTER, habit, RZ_STR(""));
}

static void neighbours(finder *f, rz_str word, rz_str class) {
    for (int i = RZ_AT_BEFORE; i < RZ_WINDOW; i++) {
        f->found(f->self, (rz_window)i, (rz_feature_kind)(RZ_F_WORD_BEFORE + i - RZ_AT_BEFORE), word, RZ_STR(""));
        f->found(f->self, (rz_window)i, (rz_feature_kind)(RZ_F_CLASS_BEFORE + i - RZ_AT_BEFORE), class, RZ_STR(""));
    }
    if (!f->letters) return;
    uint32_t n = f->letters < 3 ? f->letters : 3;
    f->found(f->self, RZ_AT_BEFORE, RZ_F_END_BEFORE, (rz_str){f->flat + 2 * (f->letters - n), 2 * n}, RZ_STR(""));
    f->found(f->self, RZ_AT_AFTER, RZ_F_END_AFTER, (rz_str){f->flat + 2 * (f->letters - n), 2 * n}, RZ_STR(""));
}

void rz_features(const rz_tagging *t, const rz_seen *s, rz_feature_found *found, void *self) {
    finder held = {.t = t, .s = s, .found = found, .self = self}, *f = &held;
    char verb[12];
    rz_str word = {s->norm, s->size}, class = {s->class, s->class_size};
    if (s->kind == RZ_TOKEN_NUMBER) word = RZ_STR("0");
    own(f, RZ_F_WORD, word.at, word.size, "", 0);
    own(f, RZ_F_CLASS, class.at, class.size, "", 0);
    if (s->n) flatten(f);
    if (s->kind == RZ_TOKEN_WORD && s->n > 1) {
        affixes(f);
        joined_parts(f);
        if (s->n <= RZ_TAG_WORD) endings(f);
        uint32_t n = put_verb(&s->verb, verb);
        own(f, RZ_F_VERB, verb, n, f->flat, 2);
        own(f, RZ_F_END_CLASS, f->flat + 2 * (f->letters > 2 ? f->letters - 2 : 0), f->letters > 2 ? 4 : 2 * f->letters, class.at, class.size);
        name_types(f);
        usual(f);
        habits(f);
    }
    neighbours(f, word, class);
}
