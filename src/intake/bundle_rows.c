/* Rows with fields: JSON lines, and CSV (RFC 4180) with a header. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "intake/bundle.h"

enum { LINE_MOST = RZ_PAGE_MAX, COLUMNS_MOST = 256, FIRST_LOOK = 64 << 10, UNCLOSED_MOST = 16 };

static rz_next no_memory(rz_error *error) { return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, 0, "memory ran out"); }

/* The article of a row with this text, or a refusal. */
static rz_next row_article(rz_bundle *b, const char *text, size_t size, uint64_t at, rz_input *out, rz_error *error) {
    if (!size && !*b->said.value[RZ_MAP_TITLE])
        return rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_EMPTY, at, "row %llu has no text; say which field it is with --map text=FIELD", (unsigned long long)b->record);
    if (!rz_bundle_compose(b, text, size)) return no_memory(error);
    return rz_bundle_give(b, b->article.at, b->article.n, out);
}

/* A line with its end, and whether it has one within the limit; false: nothing is left. */
static bool see_line(rz_flow *flow, const char **line, size_t *size, bool *whole) {
    for (size_t wanted = FIRST_LOOK, there;; wanted *= 2) {
        *line = rz_flow_see(flow, wanted, &there);
        if (!*line) return false;
        const char *end = memchr(*line, '\n', there);
        *size = end ? (size_t)(end - *line) + 1 : there;
        *whole = end || there < wanted;
        if (*whole || wanted >= LINE_MOST) return true;
    }
}

static void skip_line(rz_flow *flow) {
    size_t size;
    for (const char *p; (p = rz_flow_see(flow, 1, &size));) {
        const char *end = memchr(p, '\n', size);
        rz_flow_skip(flow, end ? (size_t)(end - p) + 1 : size);
        if (end) return;
    }
}

/* ---- JSON lines ---- */

typedef struct {
    rz_bundle *bundle;
    const char *text;
    size_t size;
    int rank[RZ_MAPPED]; /* of the field taken; 0: none yet */
} taken;

static void take_value(taken *r, rz_mapped which, int rank, json_t *value) {
    char number[32];
    const char *text = json_string_value(value);
    size_t size = text ? json_string_length(value) : 0;
    if (json_is_integer(value)) size = (size_t)snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value)), text = number;
    if (!text || !size || (r->rank[which] && rank + 1 >= r->rank[which])) return;
    if (which == RZ_MAP_TEXT && text == number) return;
    r->rank[which] = rank + 1;
    if (which == RZ_MAP_TEXT) r->text = text, r->size = size;
    else rz_say(&r->bundle->said, which, text, size);
}

/* Fields of objects within are called a.b. */
static void take_fields(taken *r, json_t *object, const char *prefix, int depth) {
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        char name[256];
        int n = snprintf(name, sizeof name, "%s%s", prefix, key), rank;
        if (n < 0 || (size_t)n >= sizeof name - 1) continue;
        rz_mapped which = rz_mapped_by(r->bundle->map, name, (size_t)n, &rank);
        if (which < RZ_MAPPED) take_value(r, which, rank, value);
        if (!json_is_object(value) || depth == 0) continue;
        name[n] = '.', name[n + 1] = '\0';
        take_fields(r, value, name, depth - 1);
    }
}

static rz_next json_row(rz_bundle *b, const char *line, size_t size, uint64_t at, rz_input *out, rz_error *error) {
    enum { DEPTH = 4 };
    json_error_t why;
    json_t *object = json_loadb(line, size, 0, &why);
    rz_next next;
    if (!json_is_object(object)) {
        next = rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_NOT_TEXT, at + (object ? 0 : (uint64_t)(why.position < 0 ? 0 : why.position)), "line %llu is no JSON object: %s",
                                (unsigned long long)b->record, object ? "it is another value" : why.text);
    } else {
        taken r = {.bundle = b, .text = ""};
        take_fields(&r, object, "", DEPTH);
        next = row_article(b, r.text, r.size, at, out, error);
    }
    json_decref(object);
    return next;
}

static bool is_blank(const char *line, size_t size) {
    while (size && (unsigned char)line[size - 1] <= ' ') size--;
    return size == 0;
}

rz_next rz_jsonl_next(rz_bundle *b, rz_input *out, rz_error *error) {
    const char *line;
    size_t size;
    for (bool whole; see_line(b->flow, &line, &size, &whole);) {
        uint64_t at = rz_flow_at(b->flow);
        b->record++;
        if (!whole) {
            skip_line(b->flow);
            return rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_TOO_LONG, at, "line %llu is longer than a page may be", (unsigned long long)b->record);
        }
        if (!at && size >= 3 && !memcmp(line, "\xEF\xBB\xBF", 3)) line += 3, size -= 3, at += 3, rz_flow_skip(b->flow, 3);
        rz_next next = is_blank(line, size) ? RZ_NEXT_END : json_row(b, line, size, at, out, error);
        rz_flow_skip(b->flow, size);
        if (next != RZ_NEXT_END) return next;
    }
    return RZ_NEXT_END;
}

/* ---- CSV ---- */

typedef struct {
    char comma;
    unsigned unclosed; /* quotation marks, so far */
    rz_mapped column[COLUMNS_MOST]; /* what each is to us */
    rz_bytes text, cell;
} csv;

static void close_csv(void *state) {
    csv *c = state;
    free(c->text.at);
    free(c->cell.at);
    free(c);
}

/* A cell from `p` on into `cell`; gives where the next begins, or NULL where its end is not seen. *last: it ends the row. */
static const char *read_cell(const char *p, const char *end, char comma, rz_bytes *cell, bool *last, bool *ok) {
    bool quoted = p < end && *p == '"';
    cell->n = 0;
    *ok = rz_bytes_room(cell, (size_t)(end - p));
    if (!*ok) return NULL;
    for (p += quoted; p < end; p++) {
        if (quoted && *p == '"') {
            if (p + 1 < end && p[1] == '"') p++;
            else {
                quoted = false;
                continue;
            }
        } else if (!quoted && (*p == comma || *p == '\n')) {
            *last = *p == '\n';
            if (*last && cell->n && cell->at[cell->n - 1] == '\r') cell->n--;
            return p + 1;
        }
        rz_bytes_put(cell, p, 1);
    }
    *last = true;
    return quoted ? NULL : end;
}

static bool is_comma(char c, char comma) { return comma ? c == comma : c == ',' || c == ';' || c == '\t'; }

/* Where a row ends that begins at p: behind its line end, those of quoted cells passed over; NULL: not within these bytes. As read_cell has
 * it, a quotation mark elsewhere than at a cell's beginning is one like any other character. */
static const char *row_end(const char *p, const char *end, char comma, bool *quoted) {
    *quoted = false;
    for (bool begins = true; p < end; p++) {
        if (*quoted) {
            if (*p != '"') continue;
            if (p + 1 < end && p[1] == '"') p++;
            else *quoted = false;
        } else if (*p == '\n') {
            return p + 1;
        } else {
            *quoted = begins && *p == '"';
            begins = is_comma(*p, comma);
        }
    }
    return NULL;
}

/* comma 0: of a header, where it is not known. Not whole: it is longer than a page, or a cell in it does not end. */
static bool see_row(rz_flow *flow, char comma, const char **begin, size_t *size, bool *whole) {
    for (size_t wanted = FIRST_LOOK, there;; wanted *= 2) {
        *begin = rz_flow_see(flow, wanted, &there);
        if (!*begin) return false;
        bool quoted;
        const char *end = row_end(*begin, *begin + there, comma, &quoted);
        *size = end ? (size_t)(end - *begin) : there;
        *whole = end || (there < wanted && !quoted);
        if (*whole || there < wanted || wanted >= LINE_MOST) return true;
    }
}

static char comma_of(const char *line, size_t size) {
    static const char commas[] = ",;\t";
    size_t most = 0;
    char best = 0;
    for (const char *c = commas; *c; c++) {
        size_t n = 0;
        for (size_t i = 0; i < size; i++) n += line[i] == *c;
        if (n > most) most = n, best = *c;
    }
    return best;
}

static void trim(const char **p, size_t *n) {
    while (*n && (**p == '"' || **p == ' ')) (*p)++, (*n)--;
    while (*n && strchr("\" \r\n", (*p)[*n - 1])) (*n)--;
}

/* A header: short cells, and one of them a text or a title. */
bool rz_looks_like_csv(const char *bytes, size_t size, const char *map) {
    const char *end = size ? memchr(bytes, '\n', size) : NULL;
    if (!end || rz_utf8_check(bytes, (size_t)(end - bytes)) < (size_t)(end - bytes)) return false;
    char comma = comma_of(bytes, (size_t)(end - bytes));
    bool found = false;
    for (const char *p = bytes, *stop; comma && p < end; p = stop + 1) {
        if (!(stop = memchr(p, comma, (size_t)(end - p)))) stop = end;
        const char *cell = p;
        size_t n = (size_t)(stop - p);
        int rank;
        trim(&cell, &n);
        if (n > 64) return false;
        rz_mapped which = rz_mapped_by(map, cell, n, &rank);
        found |= which == RZ_MAP_TEXT || which == RZ_MAP_TITLE;
    }
    return comma && found;
}

static bool read_header(rz_bundle *b, csv *c, const char *row, size_t size) {
    int best[RZ_MAPPED + 1], rank;
    for (int i = 0; i < RZ_MAPPED; i++) best[i] = COLUMNS_MOST;
    if (size >= 3 && !memcmp(row, "\xEF\xBB\xBF", 3)) row += 3, size -= 3;
    c->comma = comma_of(row, size);
    for (int i = 0; i < COLUMNS_MOST; i++) c->column[i] = RZ_MAPPED;
    const char *p = row, *end = row + size;
    bool last = false, ok = true, any = false;
    for (int i = 0; p && p < end && !last && i < COLUMNS_MOST; i++) {
        p = read_cell(p, end, c->comma, &c->cell, &last, &ok);
        const char *name = c->cell.at;
        size_t n = ok ? c->cell.n : 0;
        trim(&name, &n);
        rz_mapped which = rz_mapped_by(b->map, name, n, &rank);
        if (which == RZ_MAPPED || rank >= best[which]) continue;
        for (int k = 0; k < i; k++)
            if (c->column[k] == which) c->column[k] = RZ_MAPPED;
        best[which] = rank;
        c->column[i] = which;
        any |= which == RZ_MAP_TEXT || which == RZ_MAP_TITLE;
    }
    return any;
}

static bool open_csv(rz_bundle *b, rz_error *error, rz_next *next) {
    csv *c = calloc(1, sizeof *c);
    const char *row;
    size_t size = 0;
    bool whole;
    b->state = c;
    b->close = close_csv;
    *next = c ? RZ_NEXT_END : no_memory(error);
    if (!c || !see_row(b->flow, 0, &row, &size, &whole)) return false;
    if (!whole || !read_header(b, c, row, size)) {
        *next = rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, 0, "its first row names no column of texts; say which it is with --map text=COLUMN");
        return false;
    }
    rz_flow_skip(b->flow, size);
    return true;
}

static rz_next csv_row(rz_bundle *b, csv *c, const char *row, size_t size, uint64_t at, rz_input *out, rz_error *error) {
    bool last = false, ok = true;
    c->text.n = 0;
    const char *p = row, *end = row + size;
    for (int i = 0; p && p < end && !last; i++) {
        p = read_cell(p, end, c->comma, &c->cell, &last, &ok);
        rz_mapped which = ok && i < COLUMNS_MOST ? c->column[i] : RZ_MAPPED;
        if (!ok || (which == RZ_MAP_TEXT && !rz_bytes_room(&c->text, c->cell.n))) return no_memory(error);
        if (which == RZ_MAP_TEXT) rz_bytes_put(&c->text, c->cell.at, c->cell.n);
        else if (which < RZ_MAPPED) rz_say(&b->said, which, c->cell.at, c->cell.n);
    }
    return row_article(b, c->text.at ? c->text.at : "", c->text.n, at, out, error);
}

/* Passes its first line alone, as the mark may be a slip; where there are many, all that was looked at, so that no byte is looked at often. */
static rz_next refuse_row(rz_bundle *b, csv *c, size_t size, uint64_t at, rz_error *error) {
    if (c->unclosed++ < UNCLOSED_MOST) skip_line(b->flow);
    else rz_flow_skip(b->flow, size);
    return rz_bundle_refuse(error, RZ_NEXT_REFUSED, size < LINE_MOST ? RZ_NOT_TEXT : RZ_TOO_LONG, at, size < LINE_MOST ? "row %llu has a quotation mark that is not closed" :
                            "row %llu is longer than a page may be, or a quotation mark in it is not closed", (unsigned long long)b->record);
}

rz_next rz_csv_next(rz_bundle *b, rz_input *out, rz_error *error) {
    rz_next next;
    if (!b->state && !open_csv(b, error, &next)) return next;
    csv *c = b->state;
    const char *row;
    size_t size;
    for (bool whole; see_row(b->flow, c->comma, &row, &size, &whole);) {
        uint64_t at = rz_flow_at(b->flow);
        b->record++;
        if (!whole) return refuse_row(b, c, size, at, error);
        next = is_blank(row, size) ? RZ_NEXT_END : csv_row(b, c, row, size, at, out, error);
        rz_flow_skip(b->flow, size);
        if (next != RZ_NEXT_END) return next;
    }
    return RZ_NEXT_END;
}
