#include "base/json.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { FIRST_ROOM = 4096 };

/* Room for more bytes at the end; NULL after a failure. */
static char *reserve(rz_json *j, size_t size) {
    if (j->failed) return NULL;
    if (size > j->room - j->n) {
        size_t room = j->room ? j->room * 2 : FIRST_ROOM;
        while (room - j->n < size) room *= 2;
        char *more = realloc(j->at, room);
        if (!more) return j->failed = true, NULL;
        j->at = more;
        j->room = room;
    }
    return j->at + j->n;
}

static void put_one(rz_json *j, char c) {
    char *to = j->n < j->room ? j->at + j->n : reserve(j, 1);
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

void rz_json_key(rz_json *j, const char *key) {
    separate(j);
    size_t n = strlen(key);
    char *to = reserve(j, n + 3);
    if (!to) return;
    *to = '"';
    memcpy(to + 1, key, n);
    memcpy(to + 1 + n, "\":", 2);
    j->n += n + 3;
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

void rz_json_bytes(rz_json *j, const char *text, size_t size) {
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

static void word(rz_json *j, const char *text) {
    separate(j);
    put(j, text, strlen(text));
}

void rz_json_null(rz_json *j) { word(j, "null"); }
void rz_json_bool(rz_json *j, bool value) { word(j, value ? "true" : "false"); }

void rz_json_integer(rz_json *j, int64_t value) {
    char digits[24], *p = digits + sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    *--p = '\0';
    do *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0) *--p = '-';
    word(j, p);
}

void rz_json_real(rz_json *j, double value) {
    char room[40];
    if (!(value > -RZ_JSON_REAL_MOST)) value = -RZ_JSON_REAL_MOST; /* what is no number too */
    if (value > RZ_JSON_REAL_MOST) value = RZ_JSON_REAL_MOST;
    int64_t parts = (int64_t)(value * 10000 + (value < 0 ? -0.5 : 0.5));
    uint64_t size = parts < 0 ? 0 - (uint64_t)parts : (uint64_t)parts;
    int n = snprintf(room, sizeof room, "%s%" PRIu64 ".%04" PRIu64, parts < 0 ? "-" : "", size / 10000, size % 10000);
    while (room[n - 1] == '0' && room[n - 2] != '.') room[--n] = '\0';
    word(j, room);
}

char *rz_json_finish(rz_json *j) {
    put(j, "", 1);
    if (!j->failed) return j->at;
    free(j->at);
    return NULL;
}
