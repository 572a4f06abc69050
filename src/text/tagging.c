#include "text/tagging.h"

#include "base/utf8.h"
#include "text/context.h"
#include "text/parts.h"

uint8_t rz_upos_of(rz_str name) {
    for (int i = RZ_UPOS_ADJ; i <= RZ_UPOS_VERB; i++)
        if (rz_str_is(name, rz_upos_name((rz_upos)i))) return (uint8_t)i;
    return RZ_UPOS_X;
}

const char *rz_upos_name(rz_upos upos) {
    static const char *const names[] = {"X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                        "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
    return (unsigned)upos < sizeof names / sizeof *names ? names[upos] : "X";
}

typedef struct {
    rz_tagging *t;
    const rz_data *data;
    RZ_VEC(rz_tag_stem) stems;
    RZ_VEC(rz_tag_verb) verbs;
    rz_arena *arena;
    uint32_t n_forms;
} reader;

static uint64_t letter_bits(rz_str letters) {
    uint8_t codes[RZ_TAG_LETTERS];
    uint32_t n = rz_codes(letters, codes, sizeof codes);
    uint64_t bits = 0;
    for (uint32_t i = 0; i < n; i++)
        if (codes[i] >= RZ_CODE_LETTERS && codes[i] < RZ_CODE_LETTERS + 64) bits |= 1ull << (codes[i] - RZ_CODE_LETTERS);
    return bits;
}

static rz_tag_form form_of_row(const rz_data *d, rz_row row) {
    rz_str person = rz_row_get(d, row, "person"), instead = rz_row_get(d, row, "instead");
    rz_tag_form f = {.person = person.size ? (uint8_t)(person.at[0] - '0') : 0, .plural = rz_row_has(d, row, "number", "plural"),
                     .upos = rz_upos_of(rz_row_get(d, row, "upos")), .lemma = rz_row_get(d, row, "lemma"),
                     .infinitive = rz_row_get(d, row, "infinitive"), .after = letter_bits(rz_row_get(d, row, "after"))};
    if (instead.size) rz_codes(instead, &f.instead, 1);
    return f;
}

static void add_forms(const rz_data *d, rz_row row, rz_tag_forms *to) {
    static const struct {
        const char *key;
        uint8_t where;
        bool negative;
    } keys[] = {{"form", RZ_HANGS_ANY, false}, {"joined", RZ_HANGS_JOINED, false}, {"vowel", RZ_HANGS_VOWEL, false}, {"negative", RZ_HANGS_ANY, true}};
    rz_tag_form f = form_of_row(d, row);
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        uint32_t key = rz_key(d, keys[k].key);
        for (uint32_t i = 0; i < rz_fields_of(d, row) && to->n < RZ_TAG_MOST_FORMS; i++) {
            rz_field field = rz_field_at(d, row, i);
            if (field.key != key) continue;
            f.where = keys[k].where, f.negative = keys[k].negative;
            f.n = (uint8_t)rz_codes(field.value, f.letters, RZ_TAG_LETTERS);
            if (f.n) to->at[to->n++] = f;
        }
    }
    if (!rz_row_get(d, row, "form").size && to->n < RZ_TAG_MOST_FORMS) to->at[to->n++] = f; /* گفت: no ending at all */
}

static void add_contraction(rz_tagging *t, rz_row row) {
    const rz_data *d = t->data;
    if (t->n_contractions == sizeof t->contractions / sizeof *t->contractions) return;
    rz_contraction *c = &t->contractions[t->n_contractions++];
    rz_str upos = rz_row_get(d, row, "upos"), person = rz_row_get(d, row, "person");
    uint8_t first[RZ_TAG_LETTERS];
    c->n = (uint8_t)rz_codes(rz_row_get(d, row, "form"), c->letters, RZ_TAG_LETTERS);
    c->first = (uint8_t)rz_codes(rz_row_get(d, row, "first"), first, RZ_TAG_LETTERS);
    c->upos[0] = rz_upos_of(rz_str_word(&upos));
    c->upos[1] = rz_upos_of(upos);
    c->person = person.size ? (uint8_t)(person.at[0] - '0') : 0;
    c->lemma[0] = rz_row_get(d, row, "lemma");
    c->lemma[1] = rz_row_get(d, row, "second");
}

static void add_stem(reader *r, rz_str form, bool past, uint32_t verb) {
    rz_tag_stem *s = RZ_PUSH(r->arena, &r->stems);
    *s = (rz_tag_stem){.past = past, .verb = (uint16_t)verb};
    s->n = (uint8_t)rz_codes(form, s->letters, RZ_TAG_LETTERS);
    if (!s->n) r->stems.n--;
}

static void add_verb(reader *r, rz_str past, rz_str present, bool plain) {
    rz_str noon = rz_row_get(r->data, rz_row_find(r->data, RZ_SUFFIX, RZ_STR("tag-infinitive")), "form");
    if (r->verbs.n >= UINT16_MAX) return;
    const char *at = rz_format(r->arena, "%.*s", (int)past.size, past.at);
    const char *infinitive = rz_format(r->arena, "%s%.*s", at, (int)noon.size, noon.at);
    *RZ_PUSH(r->arena, &r->verbs) = (rz_tag_verb){rz_str_of(at), rz_str_of(infinitive), plain};
    add_stem(r, past, true, r->verbs.n - 1);
    add_stem(r, present, false, r->verbs.n - 1);
}

/* The verbs of the tables, then the stems of the lexicon. */
static void read_verbs(reader *r) {
    rz_row first;
    uint32_t count, present = rz_key(r->data, "present"), form = rz_key(r->data, "form");
    rz_rows_of(r->data, RZ_VERB, &first, &count);
    for (rz_row row = first; row < first + count; row++) {
        rz_str past = rz_row_get(r->data, row, "past");
        for (uint32_t i = 0; past.size && i < rz_fields_of(r->data, row); i++) {
            rz_field f = rz_field_at(r->data, row, i);
            if (f.key == present) add_verb(r, past, f.value, rz_row_has(r->data, row, "plain-present", "yes"));
        }
    }
    rz_rows_of(r->data, RZ_SUFFIX, &first, &count);
    for (rz_row row = first; row < first + count; row++)
        for (uint32_t i = 0; rz_row_has(r->data, row, "use", "tag-stem") && i < rz_fields_of(r->data, row); i++) {
            rz_field f = rz_field_at(r->data, row, i);
            if (f.key != form) continue;
            rz_str past = rz_str_word(&f.value);
            add_verb(r, past, f.value, false);
        }
}

static uint32_t room_for(uint32_t n) {
    uint32_t room = 64;
    while (room < 2 * n) room *= 2;
    return room;
}

static uint32_t stem_hash(const uint8_t *letters, uint32_t n, bool past) { return (uint32_t)(rz_hash(letters, n) >> 8) + past * 977u; }

static void hash_stems(reader *r) {
    rz_tagging *t = r->t;
    uint32_t room = room_for(r->stems.n);
    t->stems = RZ_NEW_N(r->arena, rz_tag_stem, room);
    t->stem_mask = room - 1;
    for (uint32_t i = 0; i < r->stems.n; i++) {
        uint32_t h = stem_hash(r->stems.at[i].letters, r->stems.at[i].n, r->stems.at[i].past) & t->stem_mask;
        while (t->stems[h].n) h = (h + 1) & t->stem_mask;
        t->stems[h] = r->stems.at[i];
        const rz_tag_stem *s = &t->stems[h];
        t->stem_ends[s->past][s->letters[0]][s->letters[s->n - 1] / 64] |= 1ull << s->letters[s->n - 1] % 64;
    }
    t->verb = r->verbs.at;
    t->n_verbs = r->verbs.n;
}

uint32_t rz_tag_stem_slot(const rz_tagging *t, const uint8_t *letters, uint32_t n, bool past) {
    return stem_hash(letters, n, past) & t->stem_mask;
}

static uint32_t lemma_hash(const uint8_t *letters, uint32_t n, uint8_t upos) {
    return (uint32_t)(rz_hash_with(rz_hash(letters, n), upos) >> 16) | 1;
}

/* Every form of the rows of that use. */
static void each_form(reader *r, const char *use, void (*what)(reader *r, rz_row row, rz_str value)) {
    rz_row first;
    uint32_t count, form = rz_key(r->data, "form");
    rz_rows_of(r->data, RZ_SUFFIX, &first, &count);
    for (rz_row row = first; row < first + count; row++)
        for (uint32_t i = 0; rz_row_has(r->data, row, "use", use) && i < rz_fields_of(r->data, row); i++) {
            rz_field f = rz_field_at(r->data, row, i);
            if (f.key == form) what(r, row, f.value);
        }
}

static void count(reader *r, rz_row row, rz_str value) {
    (void)row, (void)value;
    r->n_forms++;
}

static void add_lemma(reader *r, rz_row row, rz_str value) {
    bool plural = rz_row_has(r->data, row, "number", "plural");
    uint8_t codes[RZ_TAG_WORD];
    rz_tagging *t = r->t;
    rz_str form = rz_str_word(&value), upos = rz_str_word(&value);
    uint32_t hash = lemma_hash(codes, rz_codes(form, codes, RZ_TAG_WORD), rz_upos_of(upos)), h = hash & t->lemma_mask;
    while (t->lemmas[h].hash && t->lemmas[h].hash != hash) h = (h + 1) & t->lemma_mask;
    if (value.size && !t->lemmas[h].hash) t->lemmas[h] = (rz_tag_lemma){hash, plural, value}; /* of two, the first */
    else t->lemmas[h].plural |= plural;
}

rz_str rz_tag_lemma_of(const rz_tagging *t, const uint8_t *letters, uint32_t n, uint8_t upos, bool *plural) {
    if (plural) *plural = false;
    uint32_t hash = lemma_hash(letters, n, upos);
    for (uint32_t h = hash & t->lemma_mask; t->lemmas[h].hash; h = (h + 1) & t->lemma_mask)
        if (t->lemmas[h].hash == hash) {
            if (plural) *plural = t->lemmas[h].plural;
            return t->lemmas[h].lemma;
        }
    return RZ_STR("");
}

static uint32_t habit_hash(const uint8_t *letters, uint32_t n) { return (uint32_t)(rz_hash(letters, n) >> 20) | 1; }

static void add_habit(reader *r, rz_row row, rz_str value) {
    uint8_t codes[RZ_TAG_WORD];
    rz_tagging *t = r->t;
    uint32_t hash = habit_hash(codes, rz_codes(value, codes, RZ_TAG_WORD)), h = hash & t->habit_mask;
    while (t->habits[h].hash && t->habits[h].hash != hash) h = (h + 1) & t->habit_mask;
    t->habits[h] = (rz_tag_habit){hash, rz_row_get(r->data, row, "habit")};
}

rz_str rz_tag_habit_of(const rz_tagging *t, const uint8_t *letters, uint32_t n) {
    uint32_t hash = habit_hash(letters, n);
    for (uint32_t h = hash & t->habit_mask; t->habits[h].hash; h = (h + 1) & t->habit_mask)
        if (t->habits[h].hash == hash) return t->habits[h].habit;
    return RZ_STR("");
}

const rz_tag_form *rz_tag_form_of(const rz_tag_forms *forms, const uint8_t *letters, uint32_t n) {
    for (uint32_t i = 0; i < forms->n; i++)
        if (forms->at[i].n == n && !memcmp(forms->at[i].letters, letters, n)) return &forms->at[i];
    return NULL;
}

static void read_forms(rz_tagging *t) {
    const struct {
        const char *use;
        rz_tag_forms *forms;
    } uses[] = {{"tag-clitic", &t->clitics}, {"tag-verb", &t->verbs}, {"tag-pronoun", &t->pronouns}, {"past", &t->past},
                {"tag-past", &t->past}, {"present", &t->present}, {"tag-present", &t->present}, {"perfect", &t->perfect},
                {"tag-perfect", &t->perfect}, {"preverb", &t->preverbs}, {"tag-preverb", &t->preverbs}, {"tag-plural", &t->plurals},
                {"tag-rare-plural", &t->rare_plurals}, {"tag-indefinite", &t->indefinites}, {"tag-comparative", &t->comparatives}};
    rz_row first;
    uint32_t count;
    rz_rows_of(t->data, RZ_SUFFIX, &first, &count);
    for (rz_row row = first; row < first + count; row++) {
        if (rz_row_has(t->data, row, "use", "tag-contraction")) add_contraction(t, row);
        for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
            if (rz_row_has(t->data, row, "use", uses[i].use)) add_forms(t->data, row, uses[i].forms);
    }
}

static uint32_t compound_hash(rz_str noun, rz_str past) {
    uint64_t h = rz_hash(noun.at, noun.size) * 31 + rz_hash(past.at, past.size);
    return (uint32_t)(h >> 24) | 1;
}

/* Of its last word. */
static uint32_t end_bit(rz_str phrase) {
    const char *space = phrase.size ? memrchr(phrase.at, ' ', phrase.size) : NULL;
    const char *from = space ? space + 1 : phrase.at;
    return (uint32_t)(rz_hash(from, (size_t)(phrase.at + phrase.size - from)) >> 16) % RZ_COMPOUND_ENDS;
}

static void add_compound(reader *r, rz_row row, rz_str value) {
    (void)row;
    rz_tagging *t = r->t;
    const char *space = memrchr(value.at, ' ', value.size);
    if (!space) return;
    uint32_t size = (uint32_t)(space - value.at), hash = compound_hash((rz_str){value.at, size}, (rz_str){space + 1, value.size - size - 1}), h = hash & t->compound_mask;
    while (t->compounds[h] && t->compounds[h] != hash) h = (h + 1) & t->compound_mask;
    t->compounds[h] = hash;
    uint32_t end = end_bit((rz_str){value.at, size});
    t->compound_ends[end / 64] |= 1ull << end % 64;
}

bool rz_tag_may_be_compounded(const rz_tagging *t, rz_str word) {
    uint32_t end = end_bit(word);
    return t->compound_ends[end / 64] >> end % 64 & 1;
}

bool rz_tag_compounded(const rz_tagging *t, rz_str noun, rz_str infinitive) {
    if (infinitive.size < 3) return false;
    uint32_t hash = compound_hash(noun, (rz_str){infinitive.at, infinitive.size - 2}); /* without its last letter */
    for (uint32_t h = hash & t->compound_mask; t->compounds[h]; h = (h + 1) & t->compound_mask)
        if (t->compounds[h] == hash) return true;
    return false;
}

/* A hash table with room for the forms of a use. */
static void *new_table(reader *r, const char *use, size_t size, uint32_t *mask) {
    r->n_forms = 0;
    each_form(r, use, count);
    uint32_t room = room_for(r->n_forms);
    *mask = room - 1;
    return rz_alloc_array(r->arena, room, size);
}

static void read_compounds(reader *r) {
    r->t->compounds = new_table(r, "tag-compound", sizeof *r->t->compounds, &r->t->compound_mask);
    each_form(r, "tag-compound", add_compound);
}

static rz_str infinitive_of(const reader *r, const char *verb) {
    rz_str past = rz_row_get(r->data, rz_row_find(r->data, RZ_VERB, rz_str_of(verb)), "past");
    for (uint32_t i = 0; past.size && i < r->verbs.n; i++)
        if (rz_str_same(r->verbs.at[i].past, past)) return r->verbs.at[i].infinitive;
    return RZ_STR("");
}

/* As text, for the infinitives of what they stand before. */
static void spell_preverbs(reader *r) {
    for (uint32_t i = 0; i < r->t->preverbs.n; i++) {
        rz_tag_form *p = &r->t->preverbs.at[i];
        char *at = rz_alloc(r->arena, 4 * (size_t)p->n + 1);
        p->lemma = (rz_str){at, 0};
        for (uint32_t k = 0; k < p->n; k++) p->lemma.size += rz_utf8_put(rz_letter_of_code(p->letters[k]), at + p->lemma.size);
    }
}

static void read_lemmas(reader *r) {
    r->t->lemmas = new_table(r, "tag-lemma", sizeof *r->t->lemmas, &r->t->lemma_mask);
    each_form(r, "tag-lemma", add_lemma);
}

static void read_habits(reader *r) {
    r->t->habits = new_table(r, "tag-habit", sizeof *r->t->habits, &r->t->habit_mask);
    each_form(r, "tag-habit", add_habit);
}

const rz_tagging *rz_tagging_make(rz_arena *arena, const rz_data *data) {
    rz_tagging *t = RZ_NEW(arena, rz_tagging);
    reader r = {.t = t, .data = data, .arena = arena};
    t->data = data;
    t->context = rz_context_make(arena, data);
    t->he = rz_letter_code(0x647), t->alef = rz_letter_code(0x627), t->waw = rz_letter_code(0x648), t->ye = rz_letter_code(0x6CC);
    t->noon = rz_letter_code(0x646), t->beh = rz_letter_code(0x628), t->meem = rz_letter_code(0x645), t->dal = rz_letter_code(0x62F);
    read_forms(t);
    read_verbs(&r);
    hash_stems(&r);
    read_lemmas(&r);
    read_habits(&r);
    read_compounds(&r);
    t->be = infinitive_of(&r, "budan"), t->become = infinitive_of(&r, "shodan"), t->want = infinitive_of(&r, "khastan");
    t->make = infinitive_of(&r, "kardan"), t->turn = infinitive_of(&r, "gardidan"), t->have = infinitive_of(&r, "dashtan");
    spell_preverbs(&r);
    return t;
}
