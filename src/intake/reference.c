/* What stands for a character in a page: «&amp;», «&#1740;». */
#include "intake/markup.h"

#include "base/utf8.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

enum { LARGEST = 0x110000 };

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Of letters of ASCII alone, and something of ASCII behind them; 0: it is another. */
static size_t plain_name(const char *at, const char *end) {
    const char *p = at;
    if (p == end || !(is_letter(*p) || *p == '_' || *p == ':')) return 0;
    while (p < end && (is_letter(*p) || is_digit(*p) || memchr("_-:.", *p, 4))) p++;
    return p < end && *p > 0 ? (size_t)(p - at) : 0;
}

static bool is_of_name(uint32_t c, bool first) {
    if (IS_LETTER(c) || c == '_' || c == ':') return true;
    return !first && (IS_DIGIT(c) || c == '.' || c == '-' || IS_COMBINING(c) || IS_EXTENDER(c));
}

/* What ends with the page is no name. */
size_t rz_markup_name(const char *at, const char *end) {
    size_t plain = plain_name(at, end);
    const char *p = at;
    if (plain) return plain;
    for (uint32_t length; p < end && is_of_name(rz_utf8_next(p, end, &length), p == at);) p += length;
    bool ascii = true;
    for (const char *q = at; q < p; q++) ascii &= *q > 0;
    return ascii && p == end ? 0 : (size_t)(p - at);
}

/* The number at p of that base; what is behind it to *p. */
static uint32_t number(const char **p, const char *end, bool hexadecimal) {
    uint32_t n = 0;
    for (; *p < end; ++*p) {
        char c = **p, small = (char)(c | 0x20);
        uint32_t digit = is_digit(c) ? (uint32_t)(c - '0') : hexadecimal && small >= 'a' && small <= 'f' ? (uint32_t)(small - 'a') + 10 : LARGEST;
        if (digit == LARGEST) break;
        if (n < LARGEST) n = n * (hexadecimal ? 16 : 10) + digit;
    }
    if (*p < end && **p == ';') ++*p;
    return n;
}

bool rz_is_character(uint32_t c) {
    if (c < ' ') return c == '\t' || c == '\n' || c == '\r';
    return c < 0xD800 || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c < LARGEST);
}

static uint32_t of_name(const char *name, size_t size) {
    char word[32];
    if (size >= sizeof word) return 0;
    memcpy(word, name, size);
    word[size] = 0;
    const htmlEntityDesc *found = htmlEntityLookup((const xmlChar *)word);
    return found ? found->value : 0;
}

rz_reference rz_reference_at(const char *at, const char *end) {
    const char *p = at + 1;
    if (p < end && *p == '#') {
        bool hexadecimal = end - p > 1 && (p[1] | 0x20) == 'x';
        p += 1 + hexadecimal;
        uint32_t code = number(&p, end, hexadecimal);
        return (rz_reference){.code = rz_is_character(code) ? code : 0, .end = p, .numbered = true};
    }
    size_t size = rz_markup_name(p, end);
    uint32_t code = size && p + size < end && p[size] == ';' ? of_name(p, size) : 0;
    return (rz_reference){.code = code, .name = p, .size = size, .end = p + size + (code > 0)};
}
