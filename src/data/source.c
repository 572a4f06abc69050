/* Rows from their text. */
#include <stdio.h>

#include "base/utf8.h"
#include "data/build.h"

enum { LINE_MAX_BYTES = 64 << 10, ID_MAX = 96 };

typedef struct {
    rz_build *b;
    const char *file;
    unsigned line;
    uint32_t row; /* that fields go to; RZ_NONE: none */
    bool skip;    /* the row's head was wrong: its fields are passed over */
    rz_day horizon;
} reader;

static bool word_like(rz_str s, bool dots) {
    for (uint32_t i = 0; i < s.size; i++) {
        char c = s.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (dots && (c == '.' || c == '_')))) return false;
    }
    return s.size > 0;
}

static int shown(rz_str s) { return (int)(s.size < 60 ? s.size : 60); }

/* A value with \| made | again, in the arena. */
static rz_str unescaped(rz_build *b, rz_str s) {
    char *at = rz_alloc(&b->arena, s.size + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.size; i++) {
        if (s.at[i] == '\\' && i + 1 < s.size && s.at[i + 1] == '|') i++;
        at[n++] = s.at[i];
    }
    return (rz_str){at, n};
}

/* The next value of s, which ends at a | that no backslash stands before. */
static rz_str take_value(rz_str *s) {
    uint32_t n = 0;
    while (n < s->size && !(s->at[n] == '|' && (n == 0 || s->at[n - 1] != '\\'))) n++;
    rz_str value = {s->at, n};
    uint32_t skip = n + (n < s->size);
    *s = (rz_str){s->at + skip, s->size - skip};
    return rz_str_trim(value);
}

static void add_field(reader *r, uint32_t key, rz_str value) {
    rz_draft_row *row = &r->b->rows.at[r->row];
    rz_draft_field *f = RZ_PUSH(&r->b->arena, &row->fields);
    f->key = key;
    f->value = unescaped(r->b, value);
    f->line = r->line;
}

static void read_field(reader *r, rz_str line) {
    if (r->skip) return;
    if (r->row == RZ_NONE) {
        rz_complain(r->b, r->file, r->line, "an indented line before the first row");
        return;
    }
    rz_str key = rz_str_word(&line);
    if (!word_like(key, false)) {
        rz_complain(r->b, r->file, r->line, "the key %.*s is not lower-case ASCII", shown(key), key.at);
        return;
    }
    uint8_t type = r->b->rows.at[r->row].type;
    if (!rz_schema_of(type)->open && !rz_schema_key(type, key)) {
        rz_complain(r->b, r->file, r->line, "a %s row has no key %.*s", rz_schema_of(type)->type, shown(key), key.at);
        return;
    }
    if (!line.size) {
        rz_complain(r->b, r->file, r->line, "the key %.*s has no value", shown(key), key.at);
        return;
    }
    uint32_t id = rz_build_key(r->b, key);
    while (line.size) {
        rz_str value = take_value(&line);
        if (value.size) add_field(r, id, value);
        else rz_complain(r->b, r->file, r->line, "an empty value beside a |");
    }
}

static void read_delete(reader *r, rz_row_type type, rz_str id) {
    uint32_t row = rz_build_find(r->b, type, id);
    if (!r->b->base) rz_complain(r->b, r->file, r->line, "delete belongs in a folder laid over the built-in tables");
    else if (row == RZ_NONE)
        rz_complain(r->b, r->file, r->line, "there is no %s %.*s to delete", rz_schema_of(type)->type, shown(id), id.at);
    else r->b->rows.at[row].gone = true;
}

static void read_row(reader *r, rz_row_type type, rz_str id) {
    uint32_t old = rz_build_find(r->b, type, id);
    if (old != RZ_NONE && r->b->rows.at[old].file) {
        const rz_draft_row *o = &r->b->rows.at[old];
        rz_complain(r->b, r->file, r->line, "%s %.*s stands already in %s:%u", rz_schema_of(type)->type, shown(id), id.at,
                    o->file, o->line);
        return;
    }
    r->row = rz_build_row(r->b, type, id);
    rz_draft_row *row = &r->b->rows.at[r->row];
    row->file = r->file;
    row->line = r->line;
    row->horizon = r->horizon;
    row->fields.n = 0;
    r->skip = false;
}

static void read_horizon(reader *r, rz_str line) {
    rz_day day = rz_day_written(rz_str_word(&line));
    if (day == RZ_NO_DAY) rz_complain(r->b, r->file, r->line, "horizon wants a day: horizon 2026-01-31");
    else r->horizon = day;
}

static void read_head(reader *r, rz_str line) {
    rz_str word = rz_str_word(&line);
    r->skip = true;
    r->row = RZ_NONE;
    if (rz_str_is(word, "horizon")) {
        r->skip = false;
        read_horizon(r, line);
        return;
    }
    bool gone = rz_str_is(word, "delete");
    if (gone) word = rz_str_word(&line);
    rz_row_type type = rz_schema_type(word);
    if (type == RZ_ROW_TYPES) {
        rz_complain(r->b, r->file, r->line, "%.*s is no row type (fields are indented)", shown(word), word.at);
        return;
    }
    rz_str id = rz_str_word(&line);
    if (!word_like(id, true) || id.size > ID_MAX)
        rz_complain(r->b, r->file, r->line, "a %s row wants an id of lower-case ASCII letters, digits and hyphens",
                    rz_schema_of(type)->type);
    else if (line.size)
        rz_complain(r->b, r->file, r->line, "nothing may follow the id %.*s", shown(id), id.at);
    else if (gone) read_delete(r, type, id);
    else read_row(r, type, id);
}

static void read_line(reader *r, rz_str line) {
    if (line.size > LINE_MAX_BYTES) {
        rz_complain(r->b, r->file, r->line, "the line is longer than %d bytes", LINE_MAX_BYTES);
        return;
    }
    if (memchr(line.at, 0, line.size) || rz_utf8_check(line.at, line.size) != line.size) {
        rz_complain(r->b, r->file, r->line, "the line is not UTF-8 text");
        return;
    }
    bool indented = line.size && (line.at[0] == ' ' || line.at[0] == '\t');
    line = rz_str_trim(line);
    if (!line.size || line.at[0] == '#') return;
    if (indented) read_field(r, line);
    else read_head(r, line);
}

void rz_source_read(rz_build *b, const rz_data_file *file) {
    reader r = {.b = b, .row = RZ_NONE, .horizon = RZ_NO_DAY};
    r.file = rz_copy(&b->arena, file->name, strlen(file->name));
    const char *at = file->text, *end = at + file->size;
    if (file->size >= 3 && !memcmp(at, "\xEF\xBB\xBF", 3)) at += 3;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        r.line++;
        size_t size = (size_t)(stop - at);
        read_line(&r, (rz_str){at, size > UINT32_MAX ? UINT32_MAX : (uint32_t)size});
        at = stop < end ? stop + 1 : end;
    }
}
