#include "text/weighing.h"

enum { LETTERS = 64, WEIGHT = 8 /* bits of a slot; the rest is of the hash */ };
static const uint64_t HASH = ~(((uint64_t)1 << WEIGHT) - 1);

uint64_t rz_sign_key(uint32_t kind, const void *bytes, uint32_t n) {
    uint64_t h = (rz_hash(bytes, n) + kind + 1) * 0x9E3779B97F4A7C15u;
    return (h ^ h >> 29) & HASH;
}

uint64_t rz_sign_letters(uint32_t kind, rz_str form) {
    uint8_t letters[LETTERS];
    uint32_t n = rz_letters_of(form.at, form.size, letters, LETTERS);
    return rz_sign_key(kind, letters, n < LETTERS ? n : LETTERS);
}

int rz_weight_of(const rz_weighing *w, uint64_t key) {
    for (uint32_t i = (uint32_t)(key >> 32) & w->mask; w->slots[i]; i = (i + 1) & w->mask)
        if ((w->slots[i] & HASH) == key) return (int8_t)(w->slots[i] & ~HASH);
    return 0;
}

static void put(rz_weighing *w, uint64_t key, int weight) {
    uint32_t i = (uint32_t)(key >> 32) & w->mask;
    while (w->slots[i]) i = (i + 1) & w->mask;
    w->slots[i] = key | (uint8_t)(int8_t)weight;
}

uint32_t rz_place_in(rz_str name, const char *const *names, uint32_t count) {
    uint32_t i = 0;
    while (i < count && !rz_str_is(name, names[i])) i++;
    return i;
}

static uint32_t kind_of(const rz_data *d, rz_row row, const rz_signs *signs) { return rz_place_in(rz_row_get(d, row, "use"), signs->uses, signs->kinds); }

uint32_t rz_weighing_slots(const rz_data *data, const rz_signs *signs) {
    rz_row first;
    uint32_t count, fields = 0, slots = 64;
    rz_rows_of(data, RZ_SUFFIX, &first, &count);
    for (rz_row r = first; r < first + count; r++) fields += kind_of(data, r, signs) < signs->kinds ? rz_fields_of(data, r) : 0;
    while (slots < 2 * fields) slots *= 2;
    return slots;
}

static void read_row(rz_weighing *w, const rz_data *d, rz_row row, const rz_signs *signs, uint32_t form) {
    uint32_t kind = kind_of(d, row, signs);
    if (kind == signs->kinds) return;
    int weight = rz_str_number(rz_row_get(d, row, "weight"));
    for (uint32_t i = 0; i < rz_fields_of(d, row); i++) {
        rz_field field = rz_field_at(d, row, i);
        if (field.key == form) put(w, signs->key(kind, field.value), weight);
    }
}

void rz_weighing_read(rz_weighing *w, const rz_data *data, const rz_signs *signs, uint64_t *slots, uint32_t n_slots) {
    rz_row first;
    uint32_t count, form = rz_key(data, "form");
    *w = (rz_weighing){.slots = slots, .mask = n_slots - 1};
    rz_rows_of(data, RZ_SUFFIX, &first, &count);
    for (rz_row r = first; r < first + count; r++) {
        if (rz_row_has(data, r, "use", signs->bias)) w->bias = rz_str_number(rz_row_get(data, r, "weight"));
        read_row(w, data, r, signs, form);
    }
}
