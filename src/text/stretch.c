/* The way from the normal text back to the source. */
#include "base/utf8.h"
#include "text/parts.h"

static bool goes_on(const rz_text *text, uint32_t i) { return ((unsigned char)text->norm[i] & 0xC0) == 0x80; }

/* The last stretch that begins at i or before. */
static uint32_t stretch_of(const rz_text *text, uint32_t i) {
    uint32_t low = 0, high = text->n_stretches;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->stretches[middle].norm <= i) low = middle;
        else high = middle;
    }
    return low;
}

uint32_t rz_source_at(const rz_text *text, uint32_t i) {
    const rz_stretch *s = &text->stretches[stretch_of(text, i)];
    while (i > s->norm && goes_on(text, i)) i--;
    return s->src + (i - s->norm);
}

uint32_t rz_norm_at(const rz_text *text, uint32_t at) {
    uint32_t low = 0, high = text->n_stretches; /* to the first stretch from `at` or later */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->stretches[middle].src < at) low = middle + 1;
        else high = middle;
    }
    if (low == 0) return 0;
    const rz_stretch *s = &text->stretches[low - 1];
    uint32_t i = s->norm + (at - s->src), end = low < text->n_stretches ? s[1].norm : text->norm_size;
    while (i < end && goes_on(text, i)) i++;
    return i < end ? i : end;
}

uint32_t rz_source_end(const rz_text *text, uint32_t stretch, uint32_t from, uint32_t to) {
    const rz_stretch *s = &text->stretches[stretch];
    if (stretch + 1 < text->n_stretches && to < s[1].norm) return s->src + (to - s->norm);
    uint32_t last = to - 1, limit = rz_source_at(text, to), length;
    while (last > from && rz_source_at(text, last) == rz_source_at(text, last - 1)) last--;
    const char *end = text->src + text->src_size;
    uint32_t at = rz_source_at(text, last);
    rz_utf8_next(text->src + at, end, &length);
    at += length;
    while (at < limit && rz_is_mark(rz_utf8_next(text->src + at, end, &length))) at += length;
    return at;
}
