/* The weights of the tagger and of the chunker: their text, and how they are found. A file of weights says all of them: what an overlay has takes the
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

static bool may_have(const rz_data *data, rz_model model, uint32_t key) {
    const uint64_t *filter = rz_image_at(data, data->models[model].filter);
    uint32_t bit = rz_filter_bit(key);
    return filter[bit / 64] >> bit % 64 & 1;
}

const rz_weights *rz_weights_find(const rz_data *data, uint32_t key) {
    const rz_image_model *m = &data->models[RZ_TAGGER];
    const rz_weights *slots = rz_image_at(data, m->weights);
    if (!may_have(data, RZ_TAGGER, key)) return NULL;
    for (uint32_t i = key & (m->n_weights - 1); slots[i].key; i = (i + 1) & (m->n_weights - 1))
        if (slots[i].key == key) return &slots[i];
    return NULL;
}

void rz_weights_expect(const rz_data *data, uint32_t key) {
    const rz_image_model *m = &data->models[RZ_TAGGER];
    const rz_weights *slots = rz_image_at(data, m->weights);
    if (may_have(data, RZ_TAGGER, key)) __builtin_prefetch(&slots[key & (m->n_weights - 1)]);
}

const rz_weight_pair *rz_weight_pairs(const rz_data *data, uint32_t *n) {
    const rz_image_model *m = &data->models[RZ_TAGGER];
    *n = m->n_pairs;
    return rz_image_at(data, m->pairs);
}

const rz_chunk_weights *rz_chunk_weights_find(const rz_data *data, uint32_t key) {
    const rz_image_model *m = &data->models[RZ_CHUNKER];
    const rz_chunk_weights *slots = rz_image_at(data, m->weights);
    if (!may_have(data, RZ_CHUNKER, key)) return NULL;
    for (uint32_t i = key & (m->n_weights - 1); slots[i].key; i = (i + 1) & (m->n_weights - 1))
        if (slots[i].key == key) return &slots[i];
    return NULL;
}

void rz_chunk_weights_expect(const rz_data *data, uint32_t key) {
    const rz_image_model *m = &data->models[RZ_CHUNKER];
    const rz_chunk_weights *slots = rz_image_at(data, m->weights);
    if (may_have(data, RZ_CHUNKER, key)) __builtin_prefetch(&slots[key & (m->n_weights - 1)]);
}

uint32_t rz_model_labels(const rz_data *data, rz_model model) { return data->models[model].n_labels; }

const char *rz_model_label(const rz_data *data, rz_model model, uint32_t label) {
    return rz_image_string(data, ((const uint32_t *)rz_image_at(data, data->models[model].labels))[label]);
}

typedef struct {
    rz_build *b;
    rz_draft_model *model;
    uint32_t most; /* labels */
    const char *file;
    unsigned line;
} reader;

static uint32_t label_of(const rz_draft_model *m, rz_str name) {
    for (uint32_t i = 0; i < m->labels.n; i++)
        if (rz_str_same(m->labels.at[i], name)) return i;
    return RZ_NONE;
}

static void read_labels(reader *r, rz_str names) {
    for (rz_str name; (name = rz_str_word(&names)).size;) {
        if (r->model->labels.n == r->most || label_of(r->model, name) != RZ_NONE) {
            rz_complain(r->b, r->file, r->line, "labels are at most %u, each once", r->most);
            return;
        }
        *RZ_PUSH(&r->b->arena, &r->model->labels) = (rz_str){rz_copy(&r->b->arena, name.at, name.size), name.size};
    }
}

static bool read_weight(const rz_draft_model *m, rz_str one, rz_weights *w) {
    rz_str name = rz_cut(&one, ':');
    uint32_t label = label_of(m, name);
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
    rz_weight_pair pair = {rz_feature_atom(kind.at, kind.size), rz_feature_atom(a.at, a.size), rz_feature_atom(b.at, b.size)};
    rz_weights w = {.key = rz_feature_key(pair.kind, pair.a, pair.b)};
    while ((one = rz_str_word(&s)).size)
        if (!read_weight(r->model, one, &w)) {
            rz_complain(r->b, r->file, r->line, "a weight is LABEL:NUMBER, of the labels above and from -127 to 127");
            return;
        }
    *RZ_PUSH(&r->b->arena, &r->model->weights) = w;
    if (r->model != &r->b->models[RZ_TAGGER] || !a.size || !b.size) return;
    if (r->model->pairs.n < UINT16_MAX) *RZ_PUSH(&r->b->arena, &r->model->pairs) = pair;
    else rz_complain(r->b, r->file, r->line, "features of two texts are at most %d", UINT16_MAX);
}

/* «chunks.weights.txt» is the chunker's, any other the tagger's. */
static rz_model model_of(const char *name) {
    static const char chunks[] = "chunks.weights.txt";
    size_t n = strlen(name), m = sizeof chunks - 1;
    return n >= m && !strcmp(name + n - m, chunks) ? RZ_CHUNKER : RZ_TAGGER;
}

void rz_weights_read(rz_build *b, const rz_data_file *file) {
    rz_model which = model_of(file->name);
    reader r = {.b = b, .model = &b->models[which], .most = which == RZ_CHUNKER ? RZ_CHUNK_LABELS : RZ_MOST_LABELS, .file = file->name};
    const char *at = file->text, *end = at + file->size;
    if (!r.model->own) r.model->weights.n = r.model->pairs.n = r.model->labels.n = 0;
    r.model->own = true;
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
