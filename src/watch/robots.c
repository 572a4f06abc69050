#include "watch/robots.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

enum { PATH_MOST = 4096, DELAY_MOST = 1000000 };

/* ---- addresses in one spelling ---- */

static int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

static char *put_escaped(char *to, unsigned char c) {
    static const char digits[] = "0123456789ABCDEF";
    *to++ = '%', *to++ = digits[c >> 4], *to++ = digits[c & 15];
    return to;
}

/* Signs that need no escape lose it, others have one, in capitals. Its length; 0: longer than any address that is asked for. */
static size_t spell(rz_str path, char out[PATH_MOST]) {
    char *to = out;
    for (uint32_t i = 0; i < path.size; i++) {
        if (to + 3 >= out + PATH_MOST) return 0;
        unsigned char c = (unsigned char)path.at[i];
        int high = c == '%' && i + 2 < path.size ? hex(path.at[i + 1]) : -1, low = high >= 0 ? hex(path.at[i + 2]) : -1;
        bool escaped = low >= 0;
        if (escaped) c = (unsigned char)(high << 4 | low), i += 2;
        bool plain = c < 0x80 && (isalnum(c) || strchr("-._~", c));
        if (c && (plain || (!escaped && c > ' ' && c < 0x7F))) *to++ = (char)c;
        else to = put_escaped(to, c);
    }
    return (size_t)(to - out);
}

/* ---- patterns ---- */

/* Does the pattern match the path from its beginning on? «*» is any signs, «$» at its end the path's end. Every piece between two stars
 * is looked for where it comes first, so that work stays in proportion. */
static bool matches(const char *pattern, size_t size, const char *path, size_t length) {
    bool whole = size && pattern[size - 1] == '$';
    const char *end = pattern + size - whole, *at = path, *path_end = path + length;
    for (const char *p = pattern;;) {
        const char *star = memchr(p, '*', (size_t)(end - p)), *stop = star ? star : end;
        size_t n = (size_t)(stop - p), left = (size_t)(path_end - at);
        if (n > left) return false;
        if (!star && whole && p != pattern) return !memcmp(path_end - n, p, n);
        if (p == pattern && memcmp(at, p, n)) return false;
        if (p != pattern && n && !(at = memmem(at, left, p, n))) return false;
        at += n;
        if (!star) return !whole || at == path_end;
        p = star + 1;
    }
}

/* ---- lines ---- */

typedef struct {
    bool named;  /* a group of this kind was met */
    bool within; /* the lines under way are of it */
    size_t longest;
    watch_verdict verdict;
} group;

static bool next_line(rz_str *rest, rz_str *line) {
    if (!rest->size) return false;
    uint32_t n = 0;
    while (n < rest->size && rest->at[n] != '\n' && rest->at[n] != '\r') n++;
    *line = (rz_str){rest->at, n};
    n += n < rest->size;
    *rest = (rz_str){rest->at + n, rest->size - n};
    return true;
}

/* «name: value», comments and blanks taken off; false: it is none. */
static bool field(rz_str line, rz_str *name, rz_str *value) {
    const char *note = line.size ? memchr(line.at, '#', line.size) : NULL;
    if (note) line.size = (uint32_t)(note - line.at);
    const char *colon = line.size ? memchr(line.at, ':', line.size) : NULL;
    if (!colon) return false;
    *name = rz_str_trim((rz_str){line.at, (uint32_t)(colon - line.at)});
    *value = rz_str_trim((rz_str){colon + 1, line.size - (uint32_t)(colon + 1 - line.at)});
    return name->size > 0;
}

static bool is_named(rz_str name, const char *word) { return name.size == strlen(word) && !strncasecmp(name.at, word, name.size); }

/* The product token that a value begins with: «rayzan» of «Rayzan/1.0 (news)». */
static bool is_agent(rz_str value, const char *agent) {
    uint32_t n = 0;
    while (n < value.size && (isalpha((unsigned char)value.at[n]) || value.at[n] == '-' || value.at[n] == '_')) n++;
    return is_named((rz_str){value.at, n}, agent);
}

static void rule(group *g, rz_str value, bool allows, const char *path, size_t length) {
    char pattern[PATH_MOST];
    size_t n = value.size ? spell(value, pattern) : 0;
    if (!n || n < g->longest || (n == g->longest && !allows) || !matches(pattern, n, path, length)) return;
    g->longest = n;
    g->verdict.allowed = allows;
}

static void delay(group *g, rz_str value) {
    char text[32];
    if (!value.size || value.size >= sizeof text || !isdigit((unsigned char)*value.at)) return;
    memcpy(text, value.at, value.size);
    text[value.size] = '\0';
    double seconds = strtod(text, NULL);
    if (seconds >= 0 && seconds <= DELAY_MOST && seconds > g->verdict.delay) g->verdict.delay = seconds;
}

watch_verdict watch_robots(const char *text, size_t size, const char *agent, const char *path) {
    group ours = {.verdict = {true, -1}}, all = ours, *groups[] = {&ours, &all};
    char spelled[PATH_MOST];
    size_t length = spell(rz_str_of(path), spelled);
    if (size > WATCH_ROBOTS_MOST) size = WATCH_ROBOTS_MOST;
    if (size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) text += 3, size -= 3;
    bool heading = false; /* the lines under way name agents */
    for (rz_str rest = {text, (uint32_t)size}, line, name, value; next_line(&rest, &line);) {
        if (!field(line, &name, &value)) continue;
        if (is_named(name, "user-agent")) {
            if (!heading) ours.within = all.within = false;
            heading = true;
            if (is_agent(value, agent)) ours.within = ours.named = true;
            if (value.size && *value.at == '*') all.within = true;
            continue;
        }
        bool allows = is_named(name, "allow"), forbids = is_named(name, "disallow"), waits = is_named(name, "crawl-delay");
        if (!allows && !forbids && !waits) continue;
        heading = false;
        for (int i = 0; i < 2; i++) {
            if (!groups[i]->within) continue;
            if (waits) delay(groups[i], value);
            else rule(groups[i], value, allows, spelled, length);
        }
    }
    watch_verdict verdict = ours.named ? ours.verdict : all.verdict;
    if (!strcmp(path, "/robots.txt")) verdict.allowed = true;
    return verdict;
}
