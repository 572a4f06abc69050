/* Outlets by what a page calls itself: its name and its address. */
#include "article/lines.h"
#include "base/utf8.h"

#include <strings.h>

enum { NAME_LETTERS = 128 };

typedef struct {
    const rz_data *data;
    const bool *ends; /* after how many letters a word ends */
    uint32_t start, longest;
    rz_row outlet;
} search;

static bool take(void *self, const rz_name_hit *hit) {
    search *s = self;
    if (hit->type == RZ_OUTLET && s->ends[s->start + hit->length] && hit->length > s->longest) {
        s->longest = hit->length;
        s->outlet = hit->row;
    }
    return true;
}

rz_row rz_outlet_named(const rz_data *data, rz_str name) {
    uint8_t letters[NAME_LETTERS];
    bool ends[NAME_LETTERS + 1] = {false};
    uint32_t n = 0, length;
    for (const char *p = name.at, *end = name.at + name.size; p < end && n < NAME_LETTERS; p += length) {
        uint32_t c = rz_utf8_next(p, end, &length);
        uint8_t code = rz_letter_code(c);
        if (code) letters[n++] = code;
        else if (c <= ' ' || c == '|' || c == '-' || c == 0xA0) ends[n] = true;
    }
    ends[n] = ends[0] = true;
    search s = {.data = data, .ends = ends, .outlet = RZ_NONE};
    for (s.start = 0; s.start < n; s.start++)
        if (ends[s.start]) rz_names_at(data, letters + s.start, n - s.start, take, &s);
    return s.outlet;
}

/* The host of an address, without scheme, port and path. */
static rz_str host_of(rz_str url) {
    const char *slashes = memmem(url.at, url.size, "//", 2);
    if (slashes) url.size -= (uint32_t)(slashes + 2 - url.at), url.at = slashes + 2;
    uint32_t n = 0;
    while (n < url.size && !strchr("/:?#", url.at[n])) n++;
    return (rz_str){url.at, n};
}

rz_row rz_outlet_of_site(const rz_data *data, rz_str url) {
    rz_str host = host_of(url);
    uint32_t site = rz_key(data, "site"), count;
    rz_row first;
    if (host.size == 0 || site == RZ_NONE) return RZ_NONE;
    rz_rows_of(data, RZ_OUTLET, &first, &count);
    for (rz_row row = first; row < first + count; row++) {
        for (uint32_t i = 0; i < rz_fields_of(data, row); i++) {
            rz_field field = rz_field_at(data, row, i);
            if (field.key != site || field.value.size == 0 || field.value.size > host.size) continue;
            uint32_t before = host.size - field.value.size;
            if (strncasecmp(host.at + before, field.value.at, field.value.size) == 0 && (before == 0 || host.at[before - 1] == '.')) return row;
        }
    }
    return RZ_NONE;
}
