/* One normal spelling with the way back: letters of all keyboards to one, marks and controls out, spaces one. */
#include "base/utf8.h"
#include "text/parts.h"

static uint32_t normal_letter(uint32_t c) {
    switch (c) {
    case 0x64A: case 0x649: case 0x6D0: case 0x6CE: return 0x6CC;
    case 0x643: case 0x6AA: return 0x6A9;
    case 0x629: case 0x6C0: case 0x6C1: case 0x6D5: case 0x6BE: return 0x647;
    case 0x671: return 0x627;
    default: break;
    }
    if (c >= 0x660 && c <= 0x669) return c - 0x660 + 0x6F0;
    return c;
}

static bool dropped(uint32_t c) {
    return c == 0x640 || (c >= 0x64B && c <= 0x655) || c == 0x670 || (c >= 0x200D && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD || c == 0x200B;
}

static bool space(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000 ||
           c == 0x0B || c == 0x0C || c == 0x2028 || c == 0x2029;
}

uint32_t rz_fold_letter(uint32_t c, uint32_t *out) {
    if (c == RZ_UTF8_BAD) c = ' ';
    if (dropped(c)) return 0;
    out[0] = space(c) ? ' ' : normal_letter(c);
    return 1;
}

void rz_fold(rz_arena *arena, const char *src, uint32_t size, rz_text *out) {
    char *norm = rz_alloc(arena, (size_t)size + 8);
    uint32_t *map = RZ_NEW_N(arena, uint32_t, (size_t)size + 8);
    uint32_t n = 0;
    for (uint32_t i = 0; i < size;) {
        uint32_t length, c = rz_utf8_next(src + i, src + size, &length);
        if (c == RZ_UTF8_BAD) c = ' ';
        if (!dropped(c)) {
            char bytes[4];
            uint32_t k = rz_utf8_put(space(c) ? ' ' : normal_letter(c), bytes);
            for (uint32_t b = 0; b < k && b < length; b++) {
                norm[n] = bytes[b];
                map[n++] = i;
            }
        }
        i += length;
    }
    map[n] = size;
    out->src = src;
    out->src_size = size;
    out->norm = norm;
    out->norm_size = n;
    out->map = map;
}
