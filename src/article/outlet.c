/* Outlets by what a page calls itself: its name and its address. */
#include "article/lines.h"
#include "base/utf8.h"

#include <ctype.h>
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

/* The outlet in the name, the longest, and whether the name is nothing else. */
static rz_row longest_in(const rz_data *data, rz_str name, bool *whole) {
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
    *whole = n > 0 && s.longest == n;
    return s.outlet;
}

static bool equals_folded(rz_str a, rz_str b) { return a.size == b.size && strncasecmp(a.at, b.at, a.size) == 0; }

/* The outlet that calls itself so in English: «TOLOnews». */
static rz_row named_in_english(const rz_articles *a, rz_str name) {
    const rz_outlet_names *outlets = a->mentions->outlets;
    for (uint32_t i = 0; i < outlets->n_english && name.size; i++)
        if (equals_folded(outlets->english[i].name, name)) return outlets->english[i].outlet;
    return RZ_NONE;
}

rz_row rz_outlet_named(const rz_articles *a, rz_str name) {
    bool whole;
    rz_row outlet = longest_in(a->text->data, name, &whole);
    return outlet != RZ_NONE ? outlet : named_in_english(a, name);
}

/* The outlet of which the name is nothing else. */
static rz_row outlet_whole(const rz_articles *a, rz_str name) {
    bool whole;
    rz_row outlet = longest_in(a->text->data, name, &whole);
    return whole ? outlet : named_in_english(a, name);
}

/* The part of a title from `from` on, up to its next «|» or spaced hyphen. */
static rz_str title_part(rz_str title, uint32_t from) {
    uint32_t end = from;
    while (end < title.size && title.at[end] != '|' && !(title.at[end] == '-' && end > from && title.at[end - 1] == ' ')) end++;
    while (from < end && title.at[from] == ' ') from++;
    while (end > from && title.at[end - 1] == ' ') end--;
    return (rz_str){title.at + from, end - from};
}

/* «وزیر خارجه به مسقط رفت | روزنامه شرق»: the first or the last part of a title, if it is nothing but an outlet's name. */
rz_row rz_outlet_in_title(const rz_articles *a, rz_str title) {
    rz_str head = title_part(title, 0), tail = head;
    for (uint32_t i = 0; i + 1 < title.size; i++)
        if (title.at[i] == '|' || (title.at[i] == '-' && i > 0 && title.at[i - 1] == ' ' && title.at[i + 1] == ' ')) tail = title_part(title, i + 1);
    if (tail.at == head.at) return RZ_NONE;
    rz_row outlet = outlet_whole(a, tail);
    return outlet != RZ_NONE ? outlet : outlet_whole(a, head);
}

/* «t.me/name» is not «t.me/name_two». */
static bool goes_on_name(char c) { return isalnum((unsigned char)c) || c == '_'; }

/* Whether a site of the tables («example.org», «example.org/fa») is that of the address; the host ends in it, the path begins with its. */
static bool is_site(const rz_outlet_name *named, rz_str host, rz_str url) {
    rz_str site = named->name;
    uint32_t size = named->host, path = site.size - size, before = host.size - size;
    if (size == 0 || size > host.size || (site.at[size / 2] | 0x20) != (host.at[before + size / 2] | 0x20)) return false; /* most, by one letter */
    uint32_t left = (uint32_t)(url.at + url.size - (host.at + host.size));
    if (strncasecmp(host.at + before, site.at, size) || (before && host.at[before - 1] != '.')) return false;
    if (path == 0) return true;
    const char *rest = host.at + host.size;
    bool begins = left >= path && strncasecmp(rest, site.at + size, path) == 0;
    return begins && (left == path || !goes_on_name(rest[path]));
}

/* The host of an address, without scheme, port and path. */
static rz_str host_of(rz_str url) {
    const char *slashes = memmem(url.at, url.size, "//", 2);
    if (slashes) url.size -= (uint32_t)(slashes + 2 - url.at), url.at = slashes + 2;
    uint32_t n = 0;
    while (n < url.size && !strchr("/:?#", url.at[n])) n++;
    return (rz_str){url.at, n};
}

rz_row rz_outlet_of_site(const rz_articles *a, rz_str url) {
    const rz_outlet_names *outlets = a->mentions->outlets;
    rz_str host = host_of(url);
    for (uint32_t i = 0; i < outlets->n_sites && host.size; i++)
        if (is_site(&outlets->sites[i], host, url)) return outlets->sites[i].outlet;
    return RZ_NONE;
}

/* «@name», as channels sign their posts: the address of the channel is looked for. An address of mail has letters before its @. */
rz_row rz_outlet_signing(const rz_articles *a, rz_str line) {
    enum { SHORTEST = 5, LONGEST = 32 }; /* of such names */
    char url[sizeof "t.me/" + LONGEST] = "t.me/";
    const char *at = memchr(line.at, '@', line.size), *end = line.at + line.size;
    if (!at || (at > line.at && goes_on_name(at[-1]))) return RZ_NONE;
    uint32_t n = 0, head = sizeof "t.me/" - 1;
    for (const char *c = at + 1; c < end && n < LONGEST && goes_on_name(*c); c++) url[head + n++] = *c;
    return n < SHORTEST ? RZ_NONE : rz_outlet_of_site(a, (rz_str){url, head + n});
}
