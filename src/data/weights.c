/* The tagger's weights: their text, and how they are found. A file of weights says all of them: what an overlay has takes the
 * place of ours.
 *
 *     labels NOUN ADJ VERB …
 *     KIND<TAB>TEXT<TAB>TEXT<TAB>LABEL:WEIGHT LABEL:WEIGHT …
 */

#include "base/utf8.h"
#include "data/build.h"

uint32_t rz_feature_atom(const char *text, uint32_t size) {
    uint64_t h = rz_hash(text, size);
    return (uint32_t)(h ^ h >> 32);
}

uint32_t rz_feature_key(uint32_t kind, uint32_t a, uint32_t b) {
    uint64_t h = ((uint64_t)a << 32 | b) ^ (uint64_t)kind * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 31) * 0xD6E8FEB86659FD93u;
    h ^= h >> 32;
    return (uint32_t)h ? (uint32_t)h : 1;
}

const rz_weights *rz_weights_find(const rz_data *data, uint32_t key) {
    const rz_weights *slots = rz_image_at(data, data->weights);
    const uint64_t *filter = rz_image_at(data, data->weight_filter);
    uint32_t mask = data->n_weights - 1, bit = rz_filter_bit(key);
    if (!(filter[bit / 64] >> bit % 64 & 1)) return NULL;
    for (uint32_t i = key & mask; slots[i].key; i = (i + 1) & mask)
        if (slots[i].key == key) return &slots[i];
    return NULL;
}

void rz_weights_expect(const rz_data *data, uint32_t key) {
    const rz_weights *slots = rz_image_at(data, data->weights);
    const uint64_t *filter = rz_image_at(data, data->weight_filter);
    uint32_t bit = rz_filter_bit(key);
    if (filter[bit / 64] >> bit % 64 & 1) __builtin_prefetch(&slots[key & (data->n_weights - 1)]);
}

uint32_t rz_tags(const rz_data *data) { return data->n_labels; }

const char *rz_tag_at(const rz_data *data, uint32_t label) {
    return rz_image_string(data, ((const uint32_t *)rz_image_at(data, data->labels))[label]);
}

typedef struct {
    rz_build *b;
    const char *file;
    unsigned line;
} reader;

static uint32_t label_of(const rz_build *b, rz_str name) {
    for (uint32_t i = 0; i < b->labels.n; i++)
        if (rz_str_same(b->labels.at[i], name)) return i;
    return RZ_NONE;
}

static void read_labels(reader *r, rz_str names) {
    for (rz_str name; (name = rz_str_word(&names)).size;) {
        if (r->b->labels.n == RZ_MOST_LABELS || label_of(r->b, name) != RZ_NONE) {
            rz_complain(r->b, r->file, r->line, "labels are at most %d, each once", RZ_MOST_LABELS);
            return;
        }
        *RZ_PUSH(&r->b->arena, &r->b->labels) = (rz_str){rz_copy(&r->b->arena, name.at, name.size), name.size};
    }
}

static bool read_weight(const rz_build *b, rz_str one, rz_weights *w) {
    rz_str name = rz_cut(&one, ':');
    uint32_t label = label_of(b, name);
    bool minus = one.size && one.at[0] == '-';
    int value = 0;
    for (uint32_t i = minus; i < one.size; i++) {
        if (one.at[i] < '0' || one.at[i] > '9') return false;
        value = value * 10 + one.at[i] - '0';
        if (value > INT8_MAX) return false;
    }
    if (label == RZ_NONE || one.size == minus) return false;
    w->weight[label] = (int8_t)(minus ? -value : value);
    return true;
}

static void read_line(reader *r, rz_str s) {
    rz_str kind = rz_cut(&s, '\t'), a = rz_cut(&s, '\t'), b = rz_cut(&s, '\t'), one;
    rz_weights w = {.key = rz_feature_key(rz_feature_atom(kind.at, kind.size), rz_feature_atom(a.at, a.size), rz_feature_atom(b.at, b.size))};
    while ((one = rz_str_word(&s)).size)
        if (!read_weight(r->b, one, &w)) {
            rz_complain(r->b, r->file, r->line, "a weight is LABEL:NUMBER, of the labels above and from -127 to 127");
            return;
        }
    *RZ_PUSH(&r->b->arena, &r->b->weights) = w;
}

void rz_weights_read(rz_build *b, const rz_data_file *file) {
    reader r = {.b = b, .file = file->name};
    const char *at = file->text, *end = at + file->size;
    if (!b->own_weights) b->weights.n = b->labels.n = 0;
    b->own_weights = true;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        rz_str line = {at, (uint32_t)((size_t)(stop - at) < UINT16_MAX ? stop - at : UINT16_MAX)};
        r.line++;
        bool labels = line.size > 7 && !memcmp(line.at, "labels ", 7);
        if (labels) read_labels(&r, (rz_str){line.at + 7, line.size - 7});
        else if (rz_str_trim(line).size && line.at[0] != '#') read_line(&r, line);
        at = stop < end ? stop + 1 : end;
    }
}
