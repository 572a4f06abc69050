/* The build of an image, step by step; what its steps share. */
#include "data/build.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"

static struct rz_map_slot *slot_of(const rz_map *map, rz_str key, uint64_t hash) {
    uint32_t mask = map->room - 1, i = (uint32_t)hash & mask;
    while (map->slots[i].value && !(map->slots[i].hash == hash && rz_str_same(map->slots[i].key, key))) i = (i + 1) & mask;
    return &map->slots[i];
}

uint32_t rz_map_get(const rz_map *map, rz_str key) {
    if (!map->n) return RZ_NONE;
    return slot_of(map, key, rz_hash(key.at, key.size))->value - 1;
}

static void widen(rz_arena *arena, rz_map *map) {
    rz_map wide = {.room = map->room ? map->room * 2 : 64};
    wide.slots = RZ_NEW_N(arena, struct rz_map_slot, wide.room);
    for (uint32_t i = 0; i < map->room; i++)
        if (map->slots[i].value) *slot_of(&wide, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    wide.n = map->n;
    *map = wide;
}

void rz_map_put(rz_arena *arena, rz_map *map, rz_str key, uint32_t value) {
    if (map->n >= map->room / 2) widen(arena, map);
    uint64_t hash = rz_hash(key.at, key.size);
    struct rz_map_slot *s = slot_of(map, key, hash);
    map->n += !s->value;
    *s = (struct rz_map_slot){key, hash, value + 1};
}

void rz_complain(rz_build *b, const char *file, unsigned line, const char *format, ...) {
    char what[320];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    if (!b->complaints++) rz_fail(b->error, RZ_BAD_DATA, 0, "%s:%u: %s", file, line, what);
    if (b->complain) b->complain(b->self, file, line, what);
}

uint32_t rz_build_key(rz_build *b, rz_str name) {
    uint32_t key = rz_map_get(&b->key_ids, name);
    if (key != RZ_NONE) return key;
    rz_str own = {rz_copy(&b->arena, name.at, name.size), name.size};
    *RZ_PUSH(&b->arena, &b->keys) = own;
    rz_map_put(&b->arena, &b->key_ids, own, b->keys.n - 1);
    return b->keys.n - 1;
}

/* Ids of one type are apart from those of another by a byte before them. */
static rz_str typed(rz_build *b, rz_row_type type, rz_str id) {
    char *at = rz_alloc(&b->arena, id.size + 2);
    at[0] = (char)(type + 1);
    memcpy(at + 1, id.at, id.size);
    return (rz_str){at, id.size + 1};
}

uint32_t rz_build_find(const rz_build *b, rz_row_type type, rz_str id) {
    char at[128] = {(char)(type + 1)};
    if (id.size > sizeof at - 2) return RZ_NONE;
    memcpy(at + 1, id.at, id.size);
    uint32_t row = rz_map_get(&b->ids, (rz_str){at, id.size + 1});
    return row == RZ_NONE || b->rows.at[row].gone ? RZ_NONE : row;
}

uint32_t rz_build_row(rz_build *b, rz_row_type type, rz_str id) {
    rz_str key = typed(b, type, id);
    uint32_t row = rz_map_get(&b->ids, key);
    if (row == RZ_NONE) {
        row = b->rows.n;
        rz_draft_row *r = RZ_PUSH(&b->arena, &b->rows);
        r->type = (uint8_t)type;
        r->id = (rz_str){key.at + 1, id.size};
        rz_map_put(&b->arena, &b->ids, key, row);
    }
    b->rows.at[row].gone = false;
    return row;
}

rz_str rz_cut(rz_str *s, char separator) {
    const char *at = memchr(s->at, separator, s->size);
    uint32_t size = at ? (uint32_t)(at - s->at) : s->size;
    rz_str piece = {s->at, size};
    s->at += size + (at != NULL);
    s->size -= size + (at != NULL);
    return rz_str_trim(piece);
}

/* The days of a month, proleptic Gregorian. */
static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* Days from 1970-01-01: Howard Hinnant's days_from_civil, http://howardhinnant.github.io/date_algorithms.html */
static rz_day day_of(int year, int month, int date) {
    year -= month <= 2;
    int era = year / 400, of_era = year - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

rz_day rz_day_written(rz_str s) {
    if (s.size != 10 || s.at[4] != '-' || s.at[7] != '-') return RZ_NO_DAY;
    int part[3] = {0}, p = 0;
    for (int i = 0; i < 10; i++) {
        if (i == 4 || i == 7) p++;
        else if (s.at[i] < '0' || s.at[i] > '9') return RZ_NO_DAY;
        else part[p] = part[p] * 10 + s.at[i] - '0';
    }
    bool good = part[0] >= 1000 && part[1] >= 1 && part[1] <= 12 && part[2] >= 1 && part[2] <= days_in(part[0], part[1]);
    return good ? day_of(part[0], part[1], part[2]) : RZ_NO_DAY;
}

rz_days rz_days_written(rz_str s) {
    static const rz_days none = {RZ_NO_DAY, RZ_NO_DAY};
    char day[] = "0000-01-01";
    if ((s.size != 4 && s.size != 7 && s.size != 10) || !s.at) return none;
    memcpy(day, s.at, s.size);
    rz_days days = {rz_day_written((rz_str){day, 10}), RZ_NO_DAY};
    if (days.from == RZ_NO_DAY) return none;
    int year = atoi(day), month = atoi(day + 5);
    days.to = s.size == 10 ? days.from : day_of(year, s.size == 4 ? 12 : month, s.size == 4 ? 31 : days_in(year, month));
    return days;
}

static bool ends_in(const char *name, const char *end) {
    size_t n = strlen(name), m = strlen(end);
    return n >= m && !strcmp(name + n - m, end);
}

/* Everything that allocates, with the arena's exit as its one failure. */
static bool work(rz_build *b, const rz_data_file *files, size_t count) {
    if (setjmp(b->exit)) return rz_fail(b->error, RZ_NO_MEMORY, 0, "out of memory while compiling the tables");
    rz_arena_open(&b->arena, &b->exit, 0);
    if (b->base) rz_base_read(b);
    for (size_t i = 0; i < count; i++) {
        if (ends_in(files[i].name, ".words.txt")) rz_lexicon_read(b, &files[i]);
        else if (ends_in(files[i].name, ".weights.txt")) rz_weights_read(b, &files[i]);
        else rz_source_read(b, &files[i]);
    }
    rz_check_rows(b);
    if (b->complaints) return false;
    rz_write_image(b);
    rz_facts_write(b);
    return true;
}

rz_data *rz_data_compile(const rz_data *base, const rz_data_file *files, size_t count,
                         void (*complain)(void *self, const char *file, unsigned line, const char *what), void *self,
                         rz_error *error) {
    rz_build *b = calloc(1, sizeof *b);
    if (!b) {
        rz_fail(error, RZ_NO_MEMORY, 0, "out of memory while compiling the tables");
        return NULL;
    }
    b->base = base;
    b->complain = complain;
    b->self = self;
    b->error = error;
    rz_data *image = work(b, files, count) ? b->image : NULL;
    rz_arena_close(&b->arena);
    free(b);
    return image;
}
