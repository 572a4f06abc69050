#include "base/json.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

enum { FIRST_ROOM = 4096 };

static char *grow(rz_json *j, size_t size) {
    if (j->failed) return NULL;
    size_t room = j->room ? j->room * 2 : FIRST_ROOM;
    while (room - j->n < size) room *= 2;
    char *more = realloc(j->at, room);
    if (!more) return j->failed = true, NULL;
    j->at = more;
    j->room = room;
    return j->at + j->n;
}

/* Room for more bytes at the end; NULL after a failure. */
static inline char *reserve(rz_json *j, size_t size) { return !j->failed && size <= j->room - j->n ? j->at + j->n : grow(j, size); }

static void put_one(rz_json *j, char c) {
    char *to = reserve(j, 1);
    if (!to) return;
    *to = c;
    j->n++;
}

static void put(rz_json *j, const char *bytes, size_t size) {
    char *to = reserve(j, size);
    if (!to) return;
    memcpy(to, bytes, size);
    j->n += size;
}

static void separate(rz_json *j) {
    if (j->comma) put_one(j, ',');
    j->comma = true;
}

void rz_json_open(rz_json *j, char bracket) {
    separate(j);
    put_one(j, bracket);
    j->comma = false;
}

void rz_json_close(rz_json *j, char bracket) {
    put_one(j, bracket);
    j->comma = true;
}

void rz_json_key_of(rz_json *j, const char *key, size_t size) {
    char *to = reserve(j, size + 4), *from = to;
    if (!to) return;
    if (j->comma) *to++ = ',';
    *to++ = '"';
    memcpy(to, key, size);
    memcpy(to + size, "\":", 2);
    j->n += (size_t)(to - from) + size + 2;
    j->comma = false;
}

static bool is_plain(unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; }

static void put_escaped(rz_json *j, unsigned char c) {
    static const char named[] = "\bb\ff\nn\rr\tt\"\"\\\\";
    char room[8];
    for (const char *p = named; *p; p += 2)
        if ((unsigned char)*p == c) {
            room[0] = '\\';
            room[1] = p[1];
            put(j, room, 2);
            return;
        }
    snprintf(room, sizeof room, "\\u%04x", c);
    put(j, room, 6);
}

/* How many plain bytes stand there, seen eight at a time. */
static size_t plain_run(const char *text, size_t size) {
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    size_t run = 0;
    for (uint64_t x; size - run >= 8; run += 8) {
        memcpy(&x, text + run, 8);
        uint64_t quote = x ^ ones * '"', slash = x ^ ones * '\\';
        /* the top bit of a byte is set that is below 0x20, or 0 where it is a quote or slash; of one after it, by a borrow, too */
        if ((((x - ones * 0x20) & ~x) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash)) & tops) break;
    }
    while (run < size && is_plain((unsigned char)text[run])) run++;
    return run;
}

/* Writes text that is UTF-8: runs of plain bytes as they stand. */
static void put_text(rz_json *j, const char *text, size_t size) {
    for (size_t at = 0; at < size;) {
        size_t run = at + plain_run(text + at, size - at);
        put(j, text + at, run - at);
        if (run < size) put_escaped(j, (unsigned char)text[run++]);
        at = run;
    }
}

static bool are_ascii(const char *eight) {
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    uint64_t x;
    memcpy(&x, eight, 8);
    uint64_t quote = x ^ ones * '"', slash = x ^ ones * '\\';
    return !((x | (x - ones * 0x20) | (quote - ones) | (slash - ones)) & tops);
}

/* Nothing but plain ASCII, as ids and words of the record are? The last eight are seen at once, some of them again. */
static bool is_ascii(const char *text, size_t size) {
    size_t at = 0;
    for (; at + 8 < size; at += 8)
        if (!are_ascii(text + at)) return false;
    if (size >= 8) return are_ascii(text + size - 8);
    while (at < size && is_plain((unsigned char)text[at]) && (unsigned char)text[at] < 0x80) at++;
    return at == size;
}

static void put_quoted(rz_json *j, const char *text, size_t size) {
    char *to = reserve(j, size + 3), *from = to;
    if (!to) return;
    if (j->comma) *to++ = ',';
    *to++ = '"';
    memcpy(to, text, size);
    to[size] = '"';
    j->n += (size_t)(to - from) + size + 1;
    j->comma = true;
}

void rz_json_bytes(rz_json *j, const char *text, size_t size) {
    if (size && is_ascii(text, size)) {
        put_quoted(j, text, size);
        return;
    }
    separate(j);
    put_one(j, '"');
    for (size_t at = 0; at < size;) {
        size_t good = rz_utf8_check(text + at, size - at);
        put_text(j, text + at, good);
        at += good;
        if (at < size) put(j, "\xEF\xBF\xBD", 3), at++;
    }
    put_one(j, '"');
}

void rz_json_string(rz_json *j, const char *text) {
    if (text)
        rz_json_bytes(j, text, strlen(text));
    else
        rz_json_null(j);
}

static void word(rz_json *j, const char *text, size_t size) {
    separate(j);
    put(j, text, size);
}

void rz_json_null(rz_json *j) { word(j, "null", 4); }
void rz_json_bool(rz_json *j, bool value) { value ? word(j, "true", 4) : word(j, "false", 5); }

/* The digits of a number, before `end`; where they begin. */
static char *digits_before(char *end, uint64_t value) {
    do *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

void rz_json_integer(rz_json *j, int64_t value) {
    char room[24], *end = room + sizeof room, *p = digits_before(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
    if (value < 0) *--p = '-';
    word(j, p, (size_t)(end - p));
}

void rz_json_real(rz_json *j, double value) {
    enum { DECIMALS = 4, UNIT = 10000 };
    char room[40], *end = room + sizeof room, *p = end;
    if (!(value > -RZ_JSON_REAL_MOST)) value = -RZ_JSON_REAL_MOST; /* what is no number too */
    if (value > RZ_JSON_REAL_MOST) value = RZ_JSON_REAL_MOST;
    int64_t parts = (int64_t)(value * UNIT + (value < 0 ? -0.5 : 0.5));
    uint64_t size = parts < 0 ? 0 - (uint64_t)parts : (uint64_t)parts, rest = size % UNIT;
    for (int i = 0; i < DECIMALS; i++, rest /= 10) *--p = (char)('0' + rest % 10);
    *--p = '.';
    while (end[-1] == '0' && end[-2] != '.') end--;
    p = digits_before(p, size / UNIT);
    if (parts < 0) *--p = '-';
    word(j, p, (size_t)(end - p));
}

char *rz_json_finish(rz_json *j) {
    put(j, "", 1);
    if (!j->failed) return j->at;
    free(j->at);
    return NULL;
}
