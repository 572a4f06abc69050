#include "output/lines.h"

#include "base/utf8.h"

static bool has_no_width(uint32_t c) {
    return (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

int rz_columns(const char *text, size_t size) {
    int n = 0;
    for (const char *p = text, *end = text + size; p < end;) {
        uint32_t length;
        if (!has_no_width(rz_utf8_next(p, end, &length))) n++;
        p += length;
    }
    return n;
}

void rz_pad(FILE *out, int columns) {
    if (columns > 0) fprintf(out, "%*s", columns, "");
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void rz_wrap(FILE *out, const char *text, size_t size, int at, int indent) {
    const char *end = text + size;
    bool first = true;
    for (const char *p = text;;) {
        while (p < end && is_space(*p)) p++;
        if (p == end) break;
        const char *word = p;
        while (p < end && !is_space(*p)) p++;
        int width = rz_columns(word, (size_t)(p - word));
        if (!first && at + 1 + width > RZ_LINE_WIDTH) {
            putc('\n', out);
            rz_pad(out, indent);
            at = indent;
        } else if (!first) {
            putc(' ', out);
            at++;
        }
        fwrite(word, 1, (size_t)(p - word), out);
        at += width;
        first = false;
    }
}
