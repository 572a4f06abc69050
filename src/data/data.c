/* Reading an image: rows, keys, names, words. */
#include "data/image.h"

#include <endian.h>
#include <stdlib.h>

bool rz_image_check(const void *memory, size_t size) {
    const rz_data *d = memory;
    return size >= sizeof *d && !memcmp(d->magic, RZ_IMAGE_MAGIC, sizeof d->magic) &&
           d->version == RZ_IMAGE_VERSION && d->size == size &&
           d->hash == rz_hash(&d->n_rows, size - offsetof(rz_data, n_rows));
}

static const rz_image_row *row_at(const rz_data *data, rz_row row) {
    return (const rz_image_row *)rz_image_at(data, data->rows) + row;
}

static const rz_image_field *fields_at(const rz_data *data) { return rz_image_at(data, data->fields); }

rz_row_type rz_row_type_of(const rz_data *data, rz_row row) { return (rz_row_type)row_at(data, row)->type; }

const char *rz_row_id(const rz_data *data, rz_row row) { return rz_image_string(data, row_at(data, row)->id); }

/* Are the bytes between the ends of two ids the same? Most have none. */
static inline bool same_middle(const char *a, const char *b, uint32_t size) {
    enum { END = sizeof(uint64_t) };
    uint32_t i = END;
    while (i + END < size && a[i] == b[i]) i++;
    return i + END >= size;
}

rz_row rz_row_of(const rz_data *data, uint32_t kind, const char *id, uint32_t hash, uint64_t head, uint64_t tail) {
    const rz_image_ids *of = &data->ids[kind & UINT8_MAX];
    const rz_image_id *slots = (const rz_image_id *)rz_image_at(data, data->id_slots) + of->first;
    uint32_t mask = of->n - 1;
    for (uint32_t i = hash & mask; slots[i].row; i = (i + 1) & mask) {
        rz_row row = slots[i].row - 1;
        bool ends = slots[i].head == head && slots[i].tail == tail && slots[i].kind == kind;
        if (ends && same_middle(rz_row_id(data, row), id, kind >> 8)) return row;
    }
    return RZ_NONE;
}

uint32_t rz_rows_all(const rz_data *data) { return data->n_rows; }

void rz_rows_of(const rz_data *data, rz_row_type type, rz_row *first, uint32_t *count) {
    *first = data->first[type];
    *count = data->first[type + 1] - data->first[type];
}

static const rz_image_key *keys_at(const rz_data *data) { return rz_image_at(data, data->keys); }

uint32_t rz_key_of(const rz_data *data, rz_str name, uint64_t head) {
    const uint32_t *slots = rz_image_at(data, data->key_slots);
    uint32_t mask = data->n_key_slots - 1;
    for (uint32_t i = rz_key_hash(head, name.size) & mask; slots[i]; i = (i + 1) & mask) {
        const rz_image_key *key = keys_at(data) + slots[i] - 1;
        bool same = key->head == head && key->size == name.size;
        if (same && (name.size <= sizeof head || !memcmp(rz_image_string(data, key->name), name.at, name.size))) return slots[i] - 1;
    }
    return RZ_NONE;
}

const char *rz_key_name(const rz_data *data, uint32_t key) {
    return key < data->n_keys ? rz_image_string(data, keys_at(data)[key].name) : "";
}

uint32_t rz_fields_of(const rz_data *data, rz_row row) { return row_at(data, row)->n; }

rz_field rz_field_at(const rz_data *data, rz_row row, uint32_t i) {
    const rz_image_field *f = fields_at(data) + row_at(data, row)->first + i;
    return (rz_field){f->key, {rz_image_string(data, f->value), f->size}};
}

rz_str rz_row_value(const rz_data *data, rz_row row, uint32_t key) {
    const rz_image_row *r = row_at(data, row);
    const rz_image_field *f = fields_at(data) + r->first;
    for (uint32_t i = 0; i < r->n; i++)
        if (f[i].key == key) return (rz_str){rz_image_string(data, f[i].value), f[i].size};
    return RZ_STR("");
}

bool rz_row_may_have(const rz_data *data, rz_row row, uint64_t key_bit) { return row != RZ_NONE && (row_at(data, row)->keys & key_bit); }

bool rz_row_says(const rz_data *data, rz_row row, uint32_t key, rz_str value) {
    const rz_image_row *r = row_at(data, row);
    const rz_image_field *f = fields_at(data) + r->first;
    for (uint32_t i = r->n; i-- > 0;) /* what is asked for is most often written behind the names */
        if (f[i].key == key && rz_str_same((rz_str){rz_image_string(data, f[i].value), f[i].size}, value)) return true;
    return false;
}

bool rz_column_next(const rz_data *data, rz_row_type type, rz_column *c) {
    uint32_t rows = data->first[type + 1] - data->first[type];
    for (; c->row_at < rows && c->key != RZ_NONE; c->row_at++, c->field_at = 0) {
        const rz_image_row *r = row_at(data, c->row = data->first[type] + c->row_at);
        const rz_image_field *f = fields_at(data) + r->first;
        while (c->field_at < r->n && f[c->field_at].key != c->key) c->field_at++;
        if (c->field_at == r->n) continue;
        c->value = (rz_str){rz_image_string(data, f[c->field_at].value), f[c->field_at].size};
        c->field_at++;
        return true;
    }
    return false;
}

bool rz_row_holds(const rz_data *data, rz_row person, rz_row office, rz_row whose) {
    uint32_t n;
    const rz_tenure *t = rz_tenures_of(data, person, &n);
    for (uint32_t i = 0; i < n; i++)
        if (t[i].office == office && (whose == RZ_NONE || t[i].whose == whose)) return true;
    return false;
}

bool rz_row_guarded(const rz_data *data, rz_row row) { return row_at(data, row)->guard > 0; }

bool rz_row_guarded_full(const rz_data *data, rz_row row) { return row_at(data, row)->guard == RZ_GUARD_FULL; }

bool rz_row_guarded_slot(const rz_data *data, rz_row row) { return row_at(data, row)->guard == RZ_GUARD_SLOT; }

rz_row rz_row_state(const rz_data *data, rz_row row) { return row == RZ_NONE ? RZ_NONE : row_at(data, row)->state; }

rz_day rz_row_horizon(const rz_data *data, rz_row row) { return row_at(data, row)->horizon; }

static const rz_image_node *node_at(const rz_data *data, uint32_t at) {
    return (const rz_image_node *)(const void *)((const uint32_t *)rz_image_at(data, data->nodes) + at);
}

/* The child of a node for a letter, sought among eight at a time; 0: none. Most nodes have one or two. */
static inline uint32_t child_for(const rz_data *data, uint32_t at, uint8_t letter) {
    const uint64_t ones = 0x0101010101010101u;
    const rz_image_node *of = node_at(data, at);
    const uint8_t *letters = (const uint8_t *)(of + 1) + of->letters;
    uint32_t words = (of->letters + of->children + 3) / 4;
    for (uint32_t i = 0; i < of->children; i += 8) {
        uint64_t x;
        memcpy(&x, letters + i, sizeof x);
        x = le64toh(x) ^ ones * letter;
        uint64_t same = (x - ones) & ~x & ones << 7; /* the lowest bit is that of the first byte that is the letter */
        if (!same) continue;
        uint32_t which = i + (uint32_t)__builtin_ctzll(same) / 8;
        if (which >= of->children) return 0;
        return of->children == 1 ? at + (uint32_t)(sizeof *of / sizeof(uint32_t)) + words : ((const uint32_t *)(const void *)(of + 1))[words + which];
    }
    return 0;
}

/* The node of names that begin with so few letters; 0: none. */
static inline uint32_t node_of_few(const rz_data *data, const uint8_t *letters, uint32_t n) {
    if (letters[0] >= RZ_LETTER_CODES || (n > 1 && letters[1] >= RZ_LETTER_CODES)) return 0;
    if (n == 1) return data->from_root[letters[0]];
    uint32_t node = ((const uint32_t *)rz_image_at(data, data->pairs))[letters[0] * RZ_LETTER_CODES + letters[1]];
    return n == 2 || !node ? node : child_for(data, node, letters[2]);
}

static inline uint32_t letters_of_head(const uint8_t *letters) {
    uint32_t head;
    memcpy(&head, letters, sizeof head);
    return head;
}

static uint32_t node_of_head(const rz_data *data, const uint8_t *letters) {
    const rz_image_head *slots = rz_image_at(data, data->heads);
    uint32_t head = letters_of_head(letters), mask = data->n_heads - 1, i = rz_head_hash(head) & mask;
    while (slots[i].node && slots[i].letters != head) i = (i + 1) & mask;
    return slots[i].node;
}

/* Goes over the node's own letters; false where the text has others. */
static inline bool goes_on(const rz_image_node *node, const rz_names_walk *w, uint32_t *depth) {
    const uint8_t *own = (const uint8_t *)(node + 1), *letters = w->letters + *depth;
    uint32_t n = node->letters, i = 0;
    if (n > w->n - *depth) return false;
    while (i < n && own[i] == letters[i]) i++;
    *depth += n;
    return i == n;
}

uint32_t rz_names_next(const rz_data *data, rz_names_walk *w, const uint8_t *ends, const rz_bearer **out) {
    uint32_t depth = w->depth, at = w->node;
    while (depth < w->n) {
        depth++;
        if (depth > RZ_HEAD) at = child_for(data, at, w->letters[depth - 1]);
        else if (depth == RZ_HEAD) at = w->ahead ? w->head : node_of_head(data, w->letters);
        else if (!ends || ends[depth]) at = node_of_few(data, w->letters, depth);
        else continue;
        const rz_image_node *node = node_at(data, at);
        if (!at || !goes_on(node, w, &depth)) break;
        if (!node->hits || (ends && !ends[depth])) continue;
        w->depth = depth;
        w->node = at;
        *out = (const rz_bearer *)rz_image_at(data, data->hits) + node->hit;
        __builtin_prefetch(*out); /* who asks reads them once the walk has ended */
        return node->hits;
    }
    return 0;
}

const rz_bearer *rz_bearers(const rz_data *data) { return rz_image_at(data, data->hits); }

void rz_names_expect(const rz_data *data, const rz_names_walk *w) {
    if (w->n < RZ_HEAD) return;
    __builtin_prefetch((const rz_image_head *)rz_image_at(data, data->heads) + (rz_head_hash(letters_of_head(w->letters)) & (data->n_heads - 1)));
}

void rz_names_expect_more(const rz_data *data, rz_names_walk *w) {
    if (w->n < RZ_HEAD) return;
    w->ahead = true;
    w->head = node_of_head(data, w->letters);
    __builtin_prefetch(node_at(data, w->head));
}

void rz_names_expect_last(const rz_data *data, const rz_names_walk *w) {
    if (w->n <= RZ_HEAD || !w->ahead || !w->head) return;
    __builtin_prefetch(node_at(data, child_for(data, w->head, w->letters[RZ_HEAD])));
}

void rz_names_at(const rz_data *data, const uint8_t *letters, uint32_t n,
                 bool (*found)(void *self, const rz_name_hit *hit), void *self) {
    rz_names_walk w = {.letters = letters, .n = n};
    const rz_bearer *names;
    for (uint32_t count; (count = rz_names_next(data, &w, NULL, &names));)
        for (uint32_t i = 0; i < count; i++) {
            rz_name_hit one = {names[i].row, (rz_row_type)names[i].type, names[i].key, names[i].field, w.depth};
            if (!found(self, &one)) return;
        }
}

static const rz_image_slot *slot_for(const rz_data *data, uint32_t hash) {
    return (const rz_image_slot *)rz_image_at(data, data->word_slots) + (hash & (data->n_word_slots - 1));
}

static inline bool find_hashed(const rz_data *data, uint32_t hash, const uint8_t *letters, uint32_t n, rz_word *out) {
    if (!data->n_words || !n || n > UINT8_MAX) return false;
    const rz_image_slot *slots = rz_image_at(data, data->word_slots);
    const uint8_t *words = rz_image_at(data, data->words);
    uint32_t mask = data->n_word_slots - 1;
    for (uint32_t i = hash & mask; slots[i].word; i = (i + 1) & mask) {
        const uint8_t *w = words + slots[i].word - 1;
        if (slots[i].hash != hash || w[6] != n || memcmp(w + RZ_WORD_HEAD, letters, n)) continue;
        uint16_t size;
        memcpy(&out->count, w, sizeof out->count);
        memcpy(&size, w + 4, sizeof size);
        out->pos = w[7];
        out->spelling = (rz_str){(const char *)w + RZ_WORD_HEAD + n, size};
        return true;
    }
    return false;
}

bool rz_spelling_find(const rz_data *data, const uint8_t *letters, uint32_t n, rz_word *out) {
    return find_hashed(data, rz_word_hash(letters, n), letters, n, out);
}

bool rz_word_find_hashed(const rz_data *data, uint32_t hash, const uint8_t *letters, uint32_t n, rz_word *out) {
    rz_word word;
    if (!find_hashed(data, hash, letters, n, &word) || !word.pos) return false;
    if (out) *out = word;
    return true;
}

bool rz_word_find(const rz_data *data, const uint8_t *letters, uint32_t n, rz_word *out) {
    return rz_word_find_hashed(data, rz_word_hash(letters, n), letters, n, out);
}

void rz_word_expect(const rz_data *data, uint32_t hash) {
    if (data->n_words) __builtin_prefetch(slot_for(data, hash));
}

void rz_word_expect_more(const rz_data *data, uint32_t hash) {
    if (data->n_words) __builtin_prefetch((const uint8_t *)rz_image_at(data, data->words) + slot_for(data, hash)->word);
}

static rz_row first_of(const rz_data *data, rz_row_type type) { return data->first[type]; }

const rz_tenure *rz_tenure_at(const rz_data *data, uint32_t number) {
    return (const rz_tenure *)rz_image_at(data, data->tenures) + number;
}

const rz_tenure *rz_tenures_of(const rz_data *data, rz_row person, uint32_t *n) {
    *n = 0;
    if (person == RZ_NONE || rz_row_type_of(data, person) != RZ_PERSON) return NULL;
    const uint32_t *of = (const uint32_t *)rz_image_at(data, data->tenure_of) + (person - first_of(data, RZ_PERSON));
    *n = of[1] - of[0];
    return rz_tenure_at(data, of[0]);
}

const rz_session *rz_sessions_of(const rz_data *data, rz_row row, uint32_t *n) {
    *n = 0;
    rz_row_type type = row == RZ_NONE ? RZ_ROW_TYPES : rz_row_type_of(data, row);
    if (type != RZ_FORUM && type != RZ_PERSON && type != RZ_KNOWN_EVENT) return NULL;
    uint32_t at = type == RZ_FORUM ? data->session_of : type == RZ_PERSON ? data->visit_of : data->known_of;
    const uint32_t *of = (const uint32_t *)rz_image_at(data, at) + (row - first_of(data, type));
    *n = of[1] - of[0];
    return (const rz_session *)rz_image_at(data, data->sessions) + of[0];
}

/* How many of the tenures stand before those of `whose` and `office`; after them where `past`. */
static uint32_t tenures_before(const rz_data *data, rz_row whose, rz_row office, bool past) {
    const uint32_t *order = rz_image_at(data, data->by_office);
    uint32_t low = 0, high = data->n_tenures;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const rz_tenure *t = rz_tenure_at(data, order[middle]);
        bool before = t->whose != whose ? t->whose < whose : office != RZ_NONE && t->office != office ? t->office < office : past;
        if (before) low = middle + 1;
        else high = middle;
    }
    return low;
}

const uint32_t *rz_tenures_in(const rz_data *data, rz_row whose, rz_row office, uint32_t *n) {
    uint32_t from = tenures_before(data, whose, office, false);
    *n = tenures_before(data, whose, office, true) - from;
    return (const uint32_t *)rz_image_at(data, data->by_office) + from;
}

const void *rz_data_image(const rz_data *data, size_t *size) {
    *size = data->size;
    return data;
}

void rz_data_close(rz_data *data) { free(data); }

uint64_t rz_data_hash(const rz_data *data) { return data->hash; }
