/* Ids and names: what a user calls a person, a state, a topic, and what they are called when told. */
#include <strings.h>

#include "base/json.h"
#include "base/str.h"
#include "reading/engine.h"
#include "record/record.h"
#include "text/text.h"

enum { MOST_LETTERS = 200 };

typedef struct {
    const rz_data *data;
    unsigned types;
    uint32_t letters;
    rz_json *json;
    uint32_t n;
} lookup;

static void add_id(lookup *l, const char *id) {
    rz_json_string(l->json, id);
    l->n++;
}

/* A name that is the whole of what was asked, not a part of it. */
static bool on_hit(void *self, const rz_name_hit *hit) {
    lookup *l = self;
    if (hit->length == l->letters && l->types >> hit->type & 1) add_id(l, rz_row_id(l->data, hit->row));
    return true;
}

static void look_for_english(lookup *l, const char *name) {
    for (int type = 0; type < RZ_ROW_TYPES; type++) {
        rz_row first;
        uint32_t n;
        if (!(l->types >> type & 1)) continue;
        rz_rows_of(l->data, (rz_row_type)type, &first, &n);
        for (rz_row row = first; row < first + n; row++) {
            rz_str en = rz_row_get(l->data, row, "en");
            const char *last = en.size ? strrchr(en.at, ' ') : NULL;
            bool surname = type == RZ_PERSON && last && strcasecmp(last + 1, name) == 0;
            if (en.size && (strcasecmp(en.at, name) == 0 || surname)) add_id(l, rz_row_id(l->data, row));
        }
    }
}

static bool is_row(const rz_data *data, const char *id, unsigned types) {
    for (int type = 0; type < RZ_ROW_TYPES; type++)
        if (types >> type & 1 && rz_row_find(data, (rz_row_type)type, rz_str_of(id)) != RZ_NONE) return true;
    return false;
}

static bool is_kept(rz_record *record, const char *id, unsigned types) {
    sqlite3_stmt *s = rz_sql(record, types >> RZ_OUTLET & 1 ? RZ_SQL_NAMED_SOURCE : RZ_SQL_NAMED_ID, "t", id);
    bool kept = rz_sql_next(record, s);
    sqlite3_reset(s);
    return kept;
}

static const char *finish(rz_record *record, lookup *l) {
    rz_json_close(l->json, ']');
    const char *ids = rz_record_own(record, rz_json_finish(l->json));
    return l->n ? ids : NULL;
}

const char *rz_ids_of_name(rz_record *record, const char *name, unsigned types) {
    rz_json json = {0};
    lookup l = {rz_engine_data(record->engine), types, 0, &json, 0};
    uint8_t letters[MOST_LETTERS + 1] = {0};
    const char *kept = rz_format(&record->work, "name:%s", rz_normal(&record->work, l.data, name, (uint32_t)strlen(name), false));
    l.letters = rz_letters_of(name, (uint32_t)strlen(name), letters, MOST_LETTERS);
    bool by_id = is_row(l.data, name, types) || is_kept(record, name, types), by_name = is_kept(record, kept, types);
    rz_json_open(&json, '[');
    if (by_id) add_id(&l, name);
    if (by_name) add_id(&l, kept);
    if (!by_id && l.letters > 0 && l.letters <= MOST_LETTERS) rz_names_at(l.data, letters, l.letters, on_hit, &l);
    if (!l.n) look_for_english(&l, name);
    return finish(record, &l);
}

static const char *copy_of(rz_arena *arena, rz_str s) { return s.size ? rz_copy(arena, s.at, s.size) : ""; }

static bool named_in_tables(const rz_data *data, rz_arena *arena, const char *id, unsigned types, rz_named *out) {
    for (int type = 0; type < RZ_ROW_TYPES; type++) {
        rz_row row = types >> type & 1 ? rz_row_find(data, (rz_row_type)type, rz_str_of(id)) : RZ_NONE;
        if (row == RZ_NONE) continue;
        out->fa = copy_of(arena, rz_row_get(data, row, "fa"));
        out->en = copy_of(arena, rz_row_get(data, row, "en"));
        return true;
    }
    return false;
}

rz_named rz_named_of(rz_record *record, rz_arena *arena, const char *id, unsigned types) {
    rz_named out = {"", "", ""};
    if (!id || !*id) return out;
    out.id = rz_copy(arena, id, strlen(id));
    if (named_in_tables(rz_engine_data(record->engine), arena, id, types, &out)) return out;
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ACTOR_NAMES, "t", id);
    if (rz_sql_next(record, s)) {
        out.fa = rz_column_text(arena, s, 0);
        out.en = rz_column_text(arena, s, 1);
        sqlite3_reset(s);
    }
    return out;
}
