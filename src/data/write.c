/* The image from its drafts: rows by type, the letter trie of names, the table of words. */
#include <stdlib.h>

#include "data/build.h"

typedef struct {
    char *at;
    uint32_t n, room;
} blob;

typedef struct {
    rz_build *b;
    rz_data head;
    blob strings, words;
    RZ_VEC(rz_image_row) rows;
    RZ_VEC(rz_image_field) fields;
    RZ_VEC(rz_draft_name) names;
    RZ_VEC(rz_bearer) hits;
    RZ_VEC(uint32_t) nodes; /* as words */
    RZ_VEC(rz_image_head) heads; /* in the order of nodes */
    rz_image_head *head_slots;
    uint32_t *pairs;
    rz_image_key *keys;
    uint32_t *key_slots;
    rz_image_id *id_slots;
    rz_image_slot *word_slots;
    struct {
        rz_weights *tagger;
        rz_chunk_weights *chunker;
        uint64_t *filter;
        uint32_t labels[RZ_MOST_LABELS];
    } models[RZ_MODELS];
    uint8_t *is_name; /* by row type and key */
    rz_same_words same;
} writer;

enum { IMAGE_MAX = 1 << 30, SECTIONS = 19 };

static uint32_t append(writer *w, blob *to, const void *bytes, uint32_t size) {
    while (to->room - to->n < size) {
        if (to->room >= IMAGE_MAX) longjmp(w->b->exit, 1);
        uint32_t room = to->room ? to->room * 2 : 1 << 16;
        char *wide = rz_alloc(&w->b->arena, room);
        if (to->n) memcpy(wide, to->at, to->n);
        to->at = wide;
        to->room = room;
    }
    if (size) memcpy(to->at + to->n, bytes, size);
    to->n += size;
    return to->n - size;
}

static uint32_t add_string(writer *w, rz_str s) {
    uint32_t at = append(w, &w->strings, s.at, s.size);
    append(w, &w->strings, "", 1);
    return at;
}

static uint32_t slots_for(uint32_t n) {
    uint32_t room = 16;
    while (room < n * 2) room *= 2;
    return room;
}

static void add_keys(writer *w) {
    rz_build *b = w->b;
    uint32_t room = slots_for(b->keys.n);
    w->keys = RZ_NEW_N(&b->arena, rz_image_key, b->keys.n + 1);
    w->key_slots = RZ_NEW_N(&b->arena, uint32_t, room);
    for (uint32_t k = 0; k < b->keys.n; k++) {
        rz_str name = b->keys.at[k];
        w->keys[k] = (rz_image_key){rz_name_head(name), add_string(w, name), name.size};
        uint32_t i = rz_key_hash(w->keys[k].head, name.size) & (room - 1);
        while (w->key_slots[i]) i = (i + 1) & (room - 1);
        w->key_slots[i] = k + 1;
    }
    w->head.n_keys = b->keys.n;
    w->head.n_key_slots = room;
    w->is_name = RZ_NEW_N(&b->arena, uint8_t, (size_t)RZ_ROW_TYPES * (b->keys.n + 1));
    for (int t = 0; t < RZ_ROW_TYPES; t++)
        for (uint32_t k = 0; k < b->keys.n; k++) {
            const rz_key_schema *s = rz_schema_key((rz_row_type)t, b->keys.at[k]);
            w->is_name[(uint32_t)t * b->keys.n + k] = s && s->name;
        }
}

static void add_name(writer *w, rz_bearer hit, rz_str value) {
    uint32_t n = rz_letters_of(value.at, value.size, NULL, 0);
    if (!n) return;
    uint8_t *letters = rz_alloc(&w->b->arena, n);
    rz_letters_of(value.at, value.size, letters, n);
    *RZ_PUSH(&w->b->arena, &w->names) = (rz_draft_name){letters, n, hit};
}

static bool is_apart(rz_str form) { return memchr(form.at, ' ', form.size) || memmem(form.at, form.size, "\xE2\x80\x8C", 3); }

static void add_spellings(writer *w, rz_bearer hit, rz_str value, bool own) {
    enum { MOST = 12 };
    rz_str all[MOST];
    rz_forms_of forms = {0};
    rz_pattern_forms(w->b, value, &forms);
    for (uint32_t f = 0; f < forms.n; f++) {
        rz_bearer one = hit;
        one.apart |= is_apart(forms.at[f]);
        uint32_t n = rz_same_names(w->b, own ? &(rz_same_words){0} : &w->same, forms.at[f], all, MOST);
        for (uint32_t i = 0; i < n; i++) add_name(w, one, all[i]);
    }
}

static void add_row(writer *w, const rz_draft_row *r) {
    rz_arena *arena = &w->b->arena;
    rz_image_row *row = RZ_PUSH(arena, &w->rows);
    bool own = rz_has_own_spelling(w->b, r);
    *row = (rz_image_row){.id = add_string(w, r->id), .first = w->fields.n, .type = r->type, .horizon = r->horizon, .state = RZ_NONE};
    for (uint32_t i = 0; i < r->fields.n; i++) {
        const rz_draft_field *f = &r->fields.at[i];
        if (f->gone) continue;
        row->keys |= rz_key_bit(w->b->keys.at[f->key]);
        *RZ_PUSH(arena, &w->fields) = (rz_image_field){f->key, add_string(w, f->value), f->value.size};
        if (w->is_name[r->type * w->b->keys.n + f->key]) {
            if (w->rows.n > RZ_MOST_NAMED || row->n > RZ_MOST_NAME_FIELDS) longjmp(w->b->exit, 1);
            bool beside = rz_schema_key((rz_row_type)r->type, w->b->keys.at[f->key])->beside;
            add_spellings(w, (rz_bearer){.row = w->rows.n - 1, .key = f->key, .field = row->n, .type = r->type, .apart = is_apart(f->value), .beside = beside}, f->value, own);
        }
        row->n++;
    }
}

static void add_rows(writer *w) {
    rz_build *b = w->b;
    rz_same_find(b, &w->same);
    for (int t = 0; t < RZ_ROW_TYPES; t++) {
        w->head.first[t] = w->rows.n;
        for (uint32_t i = 0; i < b->rows.n; i++)
            if (b->rows.at[i].type == t && !b->rows.at[i].gone) add_row(w, &b->rows.at[i]);
    }
    w->head.first[RZ_ROW_TYPES] = w->rows.n;
}

static void add_ids(writer *w) {
    const uint32_t *first = w->head.first;
    for (int t = 0; t < RZ_ROW_TYPES; t++) {
        w->head.ids[t] = (rz_image_ids){w->head.n_id_slots, slots_for(first[t + 1] - first[t])};
        w->head.n_id_slots += w->head.ids[t].n;
    }
    w->id_slots = RZ_NEW_N(&w->b->arena, rz_image_id, w->head.n_id_slots);
    for (uint32_t r = 0; r < w->rows.n; r++) {
        rz_row_type type = (rz_row_type)w->rows.at[r].type;
        rz_str id = rz_str_of(w->strings.at + w->rows.at[r].id);
        rz_image_id *slots = w->id_slots + w->head.ids[type].first;
        uint32_t mask = w->head.ids[type].n - 1, i = rz_id_hash(id) & mask;
        while (slots[i].row) i = (i + 1) & mask;
        slots[i] = (rz_image_id){rz_name_head(id), rz_name_tail(id), rz_id_kind(type, id), r + 1};
    }
}

/* ---- the trie (image.h) ---- */

static int by_letters(const void *left, const void *right) {
    const rz_draft_name *a = left, *b = right;
    int c = memcmp(a->letters, b->letters, a->n < b->n ? a->n : b->n);
    if (c) return c;
    if (a->n != b->n) return a->n < b->n ? -1 : 1;
    if (a->hit.row != b->hit.row) return a->hit.row < b->hit.row ? -1 : 1;
    return a->hit.field < b->hit.field ? -1 : a->hit.field > b->hit.field;
}

/* The names [from, to), which all begin with the same letters, `depth` of them. */
typedef struct {
    uint32_t from, to, depth;
} bunch;

/* The names that end here, or the words of rows beside which they count; of one row and key, the same letters count once, apart where
 * one of the spellings is («دبیرکل», «دبیر کل»). */
static void add_hits(writer *w, const bunch *here, bool beside) {
    for (uint32_t i = here->from; i < here->to && w->names.at[i].n == here->depth; i++) {
        rz_bearer hit = w->names.at[i].hit;
        const rz_bearer *last = i > here->from ? &w->names.at[i - 1].hit : NULL;
        if (hit.beside != beside) continue;
        if (last && last->row == hit.row && last->key == hit.key) {
            w->hits.at[w->hits.n - 1].apart |= hit.apart;
            continue;
        }
        *RZ_PUSH(&w->b->arena, &w->hits) = hit;
    }
}

/* The first letters lead there without a walk. */
static void note_first(writer *w, const bunch *here, uint32_t at) {
    const uint8_t *letters = w->names.at[here->from].letters;
    rz_image_head head = {.node = at};
    if (here->depth == 1) w->head.from_root[letters[0]] = at;
    if (here->depth == 2) w->pairs[letters[0] * RZ_LETTER_CODES + letters[1]] = at;
    if (here->depth != RZ_HEAD) return;
    memcpy(&head.letters, letters, RZ_HEAD);
    *RZ_PUSH(&w->b->arena, &w->heads) = head;
}

/* Letters with which all of them go on, and none ends before the last. */
static uint32_t common_letters(const writer *w, const bunch *here) {
    const rz_draft_name *first = &w->names.at[here->from], *last = &w->names.at[here->to - 1];
    uint32_t n = 0;
    while (here->depth > RZ_HEAD && n < RZ_MOST_LETTERS && first->n > here->depth + n && first->letters[here->depth + n] == last->letters[here->depth + n]) n++;
    return n;
}

/* Those of them that have the letter of the first behind what all have. */
static bunch part_of(const writer *w, const bunch *here, uint32_t from) {
    bunch part = {from, from, here->depth + 1};
    while (part.to < here->to && w->names.at[part.to].letters[here->depth] == w->names.at[from].letters[here->depth]) part.to++;
    return part;
}

static bunch behind_those_that_end(const writer *w, const bunch *here) {
    bunch rest = *here;
    while (rest.from < rest.to && w->names.at[rest.from].n == rest.depth) rest.from++;
    return rest;
}

static uint32_t add_words_of(writer *w, uint32_t n) {
    uint32_t at = w->nodes.n;
    while (n--) *RZ_PUSH(&w->b->arena, &w->nodes) = 0;
    return at;
}

/* Its letters and those of its children; gives how many children. */
static uint32_t add_letters(writer *w, const bunch *here, uint32_t own) {
    uint8_t letters[RZ_LETTER_CODES];
    uint32_t children = 0;
    bunch rest = behind_those_that_end(w, here);
    for (bunch part; rest.from < rest.to; rest.from = part.to) {
        part = part_of(w, &rest, rest.from);
        letters[children++] = w->names.at[part.from].letters[here->depth];
    }
    uint32_t at = add_words_of(w, (own + children + 3) / 4);
    memcpy(&w->nodes.at[at], w->names.at[here->from].letters + here->depth - own, own);
    memcpy((uint8_t *)&w->nodes.at[at] + own, letters, children);
    return children;
}

/* All that goes on from there; as deep as a name has letters. */
static uint32_t grow(writer *w, bunch here) {
    enum { OWN = sizeof(rz_image_node) / sizeof(uint32_t) };
    uint32_t at = add_words_of(w, OWN), letters = common_letters(w, &here), hit = w->hits.n;
    note_first(w, &here, at);
    here.depth += letters;
    add_hits(w, &here, false);
    add_hits(w, &here, true);
    uint32_t children = add_letters(w, &here, letters), hits = w->hits.n - hit, places = children > 1 ? add_words_of(w, children) : 0;
    if (w->hits.n >= RZ_MOST_HITS || hits > RZ_MOST_HITS_OF_NODE) longjmp(w->b->exit, 1);
    rz_image_node node = {.hit = hit, .children = children, .hits = hits, .letters = letters};
    memcpy(&w->nodes.at[at], &node, sizeof node);
    bunch rest = behind_those_that_end(w, &here);
    for (bunch part; rest.from < rest.to; rest.from = part.to) {
        part = part_of(w, &rest, rest.from);
        uint32_t child = grow(w, part);
        if (places) w->nodes.at[places++] = child;
    }
    return at;
}

static void place_heads(writer *w) {
    uint32_t room = w->head.n_heads = slots_for(w->heads.n);
    w->head_slots = RZ_NEW_N(&w->b->arena, rz_image_head, room);
    for (uint32_t k = 0; k < w->heads.n; k++) {
        uint32_t i = rz_head_hash(w->heads.at[k].letters) & (room - 1);
        while (w->head_slots[i].node) i = (i + 1) & (room - 1);
        w->head_slots[i] = w->heads.at[k];
    }
}

static void add_trie(writer *w) {
    w->pairs = RZ_NEW_N(&w->b->arena, uint32_t, RZ_LETTER_CODES * RZ_LETTER_CODES);
    if (w->names.n) qsort(w->names.at, w->names.n, sizeof *w->names.at, by_letters);
    if (w->names.n) grow(w, (bunch){0, w->names.n, 0});
    add_words_of(w, sizeof(rz_image_node) / sizeof(uint32_t) + RZ_BEHIND_NODES);
    place_heads(w);
    w->head.n_nodes = w->nodes.n;
    w->head.n_hits = w->hits.n;
}

static void add_words(writer *w) {
    rz_build *b = w->b;
    uint32_t room = slots_for(b->words.n);
    w->word_slots = RZ_NEW_N(&b->arena, rz_image_slot, room);
    for (uint32_t k = 0; k < b->words.n; k++) {
        const rz_draft_word *word = &b->words.at[k];
        uint16_t size = (uint16_t)word->spelling.size;
        uint8_t small[2] = {(uint8_t)word->n, word->pos};
        uint32_t at = append(w, &w->words, &word->count, 4);
        append(w, &w->words, &size, 2);
        append(w, &w->words, small, 2);
        append(w, &w->words, word->letters, word->n);
        append(w, &w->words, word->spelling.at, size);
        append(w, &w->words, "", 1);
        uint32_t hash = (uint32_t)rz_hash(word->letters, word->n), i = hash & (room - 1);
        while (w->word_slots[i].word) i = (i + 1) & (room - 1);
        w->word_slots[i] = (rz_image_slot){hash, at + 1};
    }
    w->head.n_words = b->words.n;
    w->head.words_size = w->words.n;
    w->head.n_word_slots = room;
}

/* The weights of one key; of the last line that has it. */
static void put_weights(writer *w, rz_model which, uint32_t mask, const rz_weights *from) {
    rz_weights *tagger = w->models[which].tagger;
    rz_chunk_weights *chunker = w->models[which].chunker;
    uint32_t i = from->key & mask;
    if (which == RZ_TAGGER) {
        while (tagger[i].key && tagger[i].key != from->key) i = (i + 1) & mask;
        tagger[i] = *from;
    } else {
        while (chunker[i].key && chunker[i].key != from->key) i = (i + 1) & mask;
        chunker[i].key = from->key;
        memcpy(chunker[i].weight, from->weight, sizeof chunker[i].weight);
    }
}

static void add_model(writer *w, rz_model which) {
    rz_build *b = w->b;
    const rz_draft_model *m = &b->models[which];
    uint32_t room = slots_for(m->weights.n);
    if (which == RZ_TAGGER) w->models[which].tagger = RZ_NEW_N(&b->arena, rz_weights, room);
    else w->models[which].chunker = RZ_NEW_N(&b->arena, rz_chunk_weights, room);
    w->models[which].filter = RZ_NEW_N(&b->arena, uint64_t, RZ_FILTER_BITS / 64);
    for (uint32_t k = 0; k < m->weights.n; k++) {
        uint32_t bit = rz_filter_bit(m->weights.at[k].key);
        w->models[which].filter[bit / 64] |= 1ull << bit % 64;
        put_weights(w, which, room - 1, &m->weights.at[k]);
    }
    for (uint32_t i = 0; i < m->labels.n; i++) w->models[which].labels[i] = add_string(w, m->labels.at[i]);
    w->head.models[which].n_weights = room;
    w->head.models[which].n_pairs = m->pairs.n;
    w->head.models[which].n_labels = m->labels.n;
}

static void finish(writer *w) {
    rz_data *h = &w->head;
    rz_image_model *t = &h->models[RZ_TAGGER], *c = &h->models[RZ_CHUNKER];
    const struct {
        uint32_t *offset;
        const void *from;
        size_t size;
    } sections[SECTIONS] = {
        {&h->rows, w->rows.at, w->rows.n * sizeof(rz_image_row)},
        {&h->fields, w->fields.at, w->fields.n * sizeof(rz_image_field)},
        {&h->keys, w->keys, h->n_keys * sizeof(rz_image_key)},
        {&h->key_slots, w->key_slots, h->n_key_slots * sizeof(uint32_t)},
        {&h->id_slots, w->id_slots, h->n_id_slots * sizeof(rz_image_id)},
        {&h->nodes, w->nodes.at, w->nodes.n * sizeof(uint32_t)},
        {&h->heads, w->head_slots, h->n_heads * sizeof(rz_image_head)},
        {&h->pairs, w->pairs, RZ_LETTER_CODES * RZ_LETTER_CODES * sizeof(uint32_t)},
        {&h->hits, w->hits.at, w->hits.n * sizeof(rz_bearer)},
        {&h->word_slots, w->word_slots, h->n_word_slots * sizeof(rz_image_slot)},
        {&t->weights, w->models[RZ_TAGGER].tagger, t->n_weights * sizeof(rz_weights)},
        {&t->filter, w->models[RZ_TAGGER].filter, RZ_FILTER_BITS / 8},
        {&t->labels, w->models[RZ_TAGGER].labels, t->n_labels * sizeof(uint32_t)},
        {&t->pairs, w->b->models[RZ_TAGGER].pairs.at, t->n_pairs * sizeof(rz_weight_pair)},
        {&c->weights, w->models[RZ_CHUNKER].chunker, c->n_weights * sizeof(rz_chunk_weights)},
        {&c->filter, w->models[RZ_CHUNKER].filter, RZ_FILTER_BITS / 8},
        {&c->labels, w->models[RZ_CHUNKER].labels, c->n_labels * sizeof(uint32_t)},
        {&h->words, w->words.at, w->words.n},
        {&h->strings, w->strings.at, w->strings.n}};
    size_t size = sizeof *h;
    for (int i = 0; i < SECTIONS; i++) {
        *sections[i].offset = (uint32_t)size;
        size += (sections[i].size + 15) / 16 * 16;
        if (size > IMAGE_MAX) longjmp(w->b->exit, 1);
    }
    char *image = calloc(1, size);
    if (!image) longjmp(w->b->exit, 1);
    for (int i = 0; i < SECTIONS; i++)
        if (sections[i].size) memcpy(image + *sections[i].offset, sections[i].from, sections[i].size);
    h->size = (uint32_t)size;
    memcpy(image, h, sizeof *h);
    w->b->image = (rz_data *)image;
}

void rz_write_image(rz_build *b) {
    writer *w = RZ_NEW(&b->arena, writer);
    w->b = b;
    memcpy(w->head.magic, RZ_IMAGE_MAGIC, sizeof w->head.magic);
    w->head.version = RZ_IMAGE_VERSION;
    add_keys(w);
    add_rows(w);
    add_ids(w);
    add_trie(w);
    add_words(w);
    add_model(w, RZ_TAGGER);
    add_model(w, RZ_CHUNKER);
    w->head.n_rows = w->rows.n;
    w->head.n_fields = w->fields.n;
    w->head.strings_size = w->strings.n;
    finish(w);
}
