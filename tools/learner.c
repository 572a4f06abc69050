#include "tools/learner.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAP = 1 << 22 };

typedef struct {
    float now[LABELS], sum[LABELS];
    uint32_t since[LABELS];
} row;

static uint32_t *map_keys, *map_rows; /* key to row + 1; row 0: the feature was seen once only, or never erred */
static char **map_texts;
static uint16_t *map_seen;
static row *rows;
static uint32_t n_rows, room_rows, clock_now = 1;

void *must(void *p) {
    if (!p) fputs("no memory\n", stderr), exit(1);
    return p;
}

void learner_open(void) {
    map_keys = must(calloc(MAP, sizeof *map_keys));
    map_rows = must(calloc(MAP, sizeof *map_rows));
    map_texts = must(calloc(MAP, sizeof *map_texts));
    map_seen = must(calloc(MAP, sizeof *map_seen));
}

static uint32_t slot_of(uint32_t key) {
    uint32_t i = (key * 2654435761u) & (MAP - 1);
    while (map_keys[i] && map_keys[i] != key) i = (i + 1) & (MAP - 1);
    return i;
}

static char *text_of(const char *kind, rz_str a, rz_str b) {
    char *out = must(malloc(strlen(kind) + a.size + b.size + 3));
    sprintf(out, "%s\t%.*s\t%.*s", kind, (int)a.size, a.at, (int)b.size, b.at);
    return out;
}

static uint32_t key_of(const char *kind, rz_str a, rz_str b) {
    return rz_feature_key(rz_feature_atom(kind, (uint32_t)strlen(kind)), rz_feature_atom(a.at, a.size), rz_feature_atom(b.at, b.size));
}

uint32_t learner_slot(const char *kind, rz_str a, rz_str b) {
    uint32_t key = key_of(kind, a, b), i = slot_of(key);
    if (!map_keys[i]) map_keys[i] = key, map_texts[i] = text_of(kind, a, b);
    return i;
}

uint32_t learner_note(const char *kind, rz_str a, rz_str b) {
    uint32_t slot = learner_slot(kind, a, b);
    if (map_seen[slot] < UINT16_MAX) map_seen[slot]++;
    return slot;
}

uint32_t learner_met(uint32_t slot) { return map_seen[slot]; }

const float *learner_weights(uint32_t slot) { return map_rows[slot] ? rows[map_rows[slot] - 1].now : NULL; }

static row *row_of(uint32_t slot) {
    if (map_rows[slot]) return &rows[map_rows[slot] - 1];
    if (n_rows == room_rows) rows = must(realloc(rows, (room_rows = room_rows ? room_rows * 2 : 1 << 16) * sizeof *rows));
    memset(&rows[n_rows], 0, sizeof *rows);
    map_rows[slot] = ++n_rows;
    return &rows[n_rows - 1];
}

void learner_change(uint32_t slot, uint32_t label, float by) {
    row *r = row_of(slot);
    r->sum[label] += (float)(clock_now - r->since[label]) * r->now[label];
    r->since[label] = clock_now;
    r->now[label] += by;
}

void learner_tick(void) { clock_now++; }

void learner_shuffle(uint32_t *order, uint32_t n, uint32_t *seed) {
    for (uint32_t i = n; i > 1; i--) {
        *seed = *seed * 1664525 + 1013904223;
        uint32_t k = (uint32_t)((uint64_t)*seed * i >> 32), held = order[k];
        order[k] = order[i - 1], order[i - 1] = held;
    }
}

/* ---- what was learnt ---- */

static float mean(row *r, int l) { return (r->sum[l] + (float)(clock_now - r->since[l]) * r->now[l]) / (float)clock_now; }

static int by_size(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* What a weight of 1 is in the file: so that all but a few in a hundred thousand fit. */
static float scale_of(void) {
    float *all = must(malloc(((size_t)n_rows * LABELS + 1) * sizeof *all));
    size_t n = 0;
    for (uint32_t r = 0; r < n_rows; r++)
        for (int l = 0; l < LABELS; l++)
            if (fabsf(mean(&rows[r], l)) > .01f) all[n++] = fabsf(mean(&rows[r], l));
    qsort(all, n, sizeof *all, by_size);
    float most = n ? all[n / 50000] : 1;
    free(all);
    return 127 / most;
}

static int by_text(const void *a, const void *b) { return strcmp(map_texts[*(const uint32_t *)a], map_texts[*(const uint32_t *)b]); }

void learner_write(const char *path, const char *what, const char *const *labels, uint32_t n_labels, int least) {
    FILE *out = fopen(path, "w");
    if (!out) perror(path), exit(1);
    fprintf(out, "# %s\nlabels", what);
    for (uint32_t l = 0; l < n_labels; l++) fprintf(out, " %s", labels[l]);
    fputc('\n', out);
    float scale = scale_of();
    uint32_t *order = must(malloc(MAP * sizeof *order)), n = 0, written = 0;
    for (uint32_t i = 0; i < MAP; i++)
        if (map_rows[i]) order[n++] = i;
    qsort(order, n, sizeof *order, by_text);
    for (uint32_t i = 0; i < n; i++) {
        int weight[LABELS], most = 0;
        for (int l = 0; l < LABELS; l++) {
            float w = roundf(mean(&rows[map_rows[order[i]] - 1], l) * scale);
            weight[l] = w > 127 ? 127 : w < -127 ? -127 : (int)w;
            if (abs(weight[l]) > most) most = abs(weight[l]);
        }
        if (most < least) continue;
        fprintf(out, "%s\t", map_texts[order[i]]);
        bool any = false;
        for (uint32_t l = 0; l < n_labels; l++)
            if (weight[l]) fprintf(out, "%s%s:%d", any ? " " : "", labels[l], weight[l]), any = true;
        fputc('\n', out);
        written++;
    }
    fclose(out);
    free(order);
    fprintf(stderr, "%u features of %u, scale %.2f\n", written, n_rows, (double)scale);
}
