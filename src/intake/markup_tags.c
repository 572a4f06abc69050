/* The tags of a page: their names and attributes, and what they open and close. */
#include "intake/markup.h"

#include "base/utf8.h"

static bool is_letter(char c) { return (unsigned char)((c | 0x20) - 'a') < 26; }
static bool is_of_name(char c) { return is_letter(c) || (unsigned char)(c - '0') < 10 || c == '-' || c == '_' || c == ':' || c == '.'; }

static void put(rz_markup *m, rz_buffer *to, const void *bytes, size_t size) {
    if (!rz_buffer_add(to, bytes, size)) rz_markup_stop(m);
}

/* ---- names ---- */

/* Short names are their own numbers; those of others have the bit set that no letter has. */
static void identify(rz_markup_word *w) {
    w->at[w->size] = 0;
    if (w->size > sizeof w->id) w->id = rz_hash(w->at, w->size) | 1ull << 63;
}

static inline void add_letter(rz_markup_word *w, char c) {
    if (w->size < sizeof w->id) w->id |= (uint64_t)(unsigned char)c << 8 * w->size;
    w->at[w->size++] = c;
}

static void read_name(rz_markup *m, rz_markup_word *w) {
    const char *p = m->at;
    w->size = w->id = 0;
    bool begins = p < m->end && (is_letter(*p) || *p == '_' || *p == ':' || *p == '.');
    for (; begins && p < m->end && w->size < RZ_NAME_MOST && is_of_name(*p); p++) add_letter(w, *p >= 'A' && *p <= 'Z' ? (char)(*p | 0x20) : *p);
    identify(w);
    m->at = p;
}

static rz_markup_word word_of(const char *name) {
    rz_markup_word w;
    w.size = w.id = 0;
    while (*name) add_letter(&w, *name++);
    identify(&w);
    return w;
}

static const rz_tag *tag_of(rz_markup *m, const rz_markup_word *w) {
    size_t slot = w->id * 0x9E3779B97F4A7C15u >> 58;
    if (m->held[slot].id != w->id || !m->held[slot].tag) m->held[slot].id = w->id, m->held[slot].tag = rz_tag_of(w->at);
    return m->held[slot].tag;
}

/* ---- what is open ---- */

static const rz_markup_element *open_at(const rz_markup *m, uint32_t i) { return (const rz_markup_element *)(const void *)m->open.at + i; }
const rz_markup_element *rz_markup_last(const rz_markup *m) { return m->open.n ? open_at(m, rz_markup_open(m) - 1) : NULL; }

static bool is_unknown(const rz_markup_element *e) { return e->tag == &rz_tag_unknown; }
static const char *name_of(const rz_markup *m, const rz_markup_element *e) { return is_unknown(e) ? m->unknown.at + e->name : e->tag->name; }
const char *rz_markup_last_name(const rz_markup *m) { return m->open.n ? name_of(m, rz_markup_last(m)) : ""; }

static void pop(rz_markup *m) {
    if (is_unknown(rz_markup_last(m))) m->unknown.n = rz_markup_last(m)->name;
    m->open.n -= sizeof(rz_markup_element);
}

static void close_last(rz_markup *m) {
    const rz_markup_element *e = rz_markup_last(m);
    m->told->end(m->self, name_of(m, e), e->tag->flags);
    pop(m);
}

void rz_markup_close_all(rz_markup *m) {
    while (m->open.n) close_last(m);
}

static void open(rz_markup *m, const rz_markup_word *w, const rz_tag *tag, const char *const *attributes) {
    rz_markup_element e = {w->id, tag, m->unknown.n};
    m->had_head |= tag->traits & RZ_TAG_HEAD;
    m->had_body |= tag->traits & RZ_TAG_BODY;
    if (is_unknown(&e)) put(m, &m->unknown, w->at, w->size + 1);
    if (!m->unknown.failed) put(m, &m->open, &e, sizeof e);
    if (!m->unknown.failed && !m->open.failed) m->told->start(m->self, name_of(m, &e), tag->flags, attributes);
}

static void open_alone(rz_markup *m, const char *name) {
    rz_markup_word w = word_of(name);
    open(m, &w, tag_of(m, &w), NULL);
}

/* Does what is open end where the other begins? */
static bool ends_before(const rz_markup_element *old, const rz_tag *next) { return old && old->tag->closed_by >> next->kind & 1; }

static void close_before(rz_markup *m, const rz_tag *next) {
    while (ends_before(rz_markup_last(m), next)) close_last(m);
}

/* The name of the opening tag that stands there. */
static void read_tag_name(rz_markup *m) {
    if (m->tag_at == m->at) return;
    m->tag_at = m->at++;
    read_name(m, &m->tag_name);
    m->tag_name_end = m->at;
    m->at = m->tag_at;
}

/* A stop is none of a name here. */
static const rz_tag *tag_before_stop(rz_markup *m) {
    rz_markup_word w = m->tag_name;
    w.at[strcspn(w.at, ".")] = 0;
    w = word_of(w.at);
    return tag_of(m, &w);
}

bool rz_markup_make_way(rz_markup *m) {
    read_tag_name(m);
    if (!m->tag_name.size || !m->open.n) return false;
    const rz_tag *next = strchr(m->tag_name.at, '.') ? tag_before_stop(m) : tag_of(m, &m->tag_name);
    bool ends = ends_before(rz_markup_last(m), next);
    if (ends) close_before(m, next);
    return ends;
}

static bool in_head_or_body(const rz_markup *m) {
    for (uint32_t i = 0; i < rz_markup_open(m); i++)
        if (open_at(m, i)->tag->traits & (RZ_TAG_HEAD | RZ_TAG_BODY)) return true;
    return false;
}

/* Opens what the element stands in and the page left out. */
static void imply(rz_markup *m, const rz_tag *next) {
    if (next->traits & RZ_TAG_HTML) return;
    if (!m->open.n) open_alone(m, "html");
    if (next->traits & (RZ_TAG_HEAD | RZ_TAG_BODY)) return;
    if (rz_markup_open(m) <= 1 && next->traits & RZ_TAG_FOR_HEAD) {
        if (!m->had_head && !m->had_body) open_alone(m, "head");
    } else if (!(next->traits & RZ_TAG_FRAMES) && !m->had_body && !in_head_or_body(m)) open_alone(m, "body");
}

/* Text stands in no page or head itself: it is a paragraph. */
void rz_markup_imply_paragraph(rz_markup *m) {
    const rz_markup_element *last = rz_markup_last(m);
    if (last && !(last->tag->traits & (RZ_TAG_HTML | RZ_TAG_HEAD))) return;
    const rz_tag *p = rz_tag_of("p");
    close_before(m, p);
    imply(m, p);
    open_alone(m, "p");
}

/* ---- attributes ---- */

typedef struct {
    uint64_t id; /* of the name */
    size_t name, value; /* in rz_markup.values */
    bool valued;
} attribute;

static void put_reference(rz_markup *m) {
    rz_reference r = rz_reference_at(m->at, m->end);
    char bytes[4] = {0};
    m->at = r.end;
    if (r.code || r.numbered) { /* what no character is told by ends the value */
        put(m, &m->values, bytes, r.code ? rz_utf8_put(r.code, bytes) : 1);
        return;
    }
    put(m, &m->values, "&", 1);
    put(m, &m->values, r.name, r.size);
}

/* Up to the sign that closes it; 0: up to a blank or the tag's end. */
static void read_value(rz_markup *m, char close) {
    while (m->at < m->end) {
        const char *p = m->at;
        while (p < m->end && *p && *p != '&' && (close ? *p != close : *p != '>' && !rz_markup_is_blank(*p))) p++;
        const char *from = m->at;
        m->at = p;
        put(m, &m->values, from, (size_t)(p - from));
        if (rz_markup_see(m, 0) != '&') break;
        put_reference(m);
    }
    put(m, &m->values, "", 1);
}

static bool is_there(const rz_markup *m, uint64_t id) {
    const attribute *a = (const attribute *)(const void *)m->attributes.at;
    for (size_t i = 0; i < m->attributes.n / sizeof *a; i++)
        if (a[i].id == id) return true;
    return false;
}

static void read_attribute(rz_markup *m) {
    rz_markup_word w;
    read_name(m, &w);
    if (!w.size) {
        while (m->at < m->end && *m->at && !rz_markup_is_blank(*m->at) && *m->at != '>' && !(*m->at == '/' && rz_markup_see(m, 1) == '>')) m->at++;
        return;
    }
    attribute a = {.id = w.id, .name = m->values.n};
    put(m, &m->values, w.at, w.size + 1);
    rz_markup_skip_blanks(m);
    if (rz_markup_see(m, 0) == '=') {
        m->at++;
        rz_markup_skip_blanks(m);
        a.valued = true;
        a.value = m->values.n;
        char close = rz_markup_see(m, 0) == '"' || rz_markup_see(m, 0) == '\'' ? *m->at++ : 0;
        read_value(m, close);
        m->at += close && rz_markup_see(m, 0) == close;
    }
    if (!is_there(m, a.id)) put(m, &m->attributes, &a, sizeof a);
}

/* Name, value, …, NULL; NULL where there are none. */
static const char *const *point(rz_markup *m) {
    const attribute *a = (const attribute *)(const void *)m->attributes.at;
    m->pointers.n = 0;
    for (size_t i = 0; i < m->attributes.n / sizeof *a; i++) {
        const char *name = m->values.at + a[i].name, *value = a[i].valued ? m->values.at + a[i].value : NULL;
        put(m, &m->pointers, &name, sizeof name);
        put(m, &m->pointers, &value, sizeof value);
    }
    const char *none[2] = {NULL, NULL};
    put(m, &m->pointers, none, sizeof none);
    return m->attributes.n && !m->pointers.failed ? (const char *const *)(const void *)m->pointers.at : NULL;
}

static const char *const *read_attributes(rz_markup *m) {
    m->attributes.n = m->values.n = 0;
    rz_markup_skip_blanks(m);
    while (m->at < m->end && *m->at && *m->at != '>' && !(*m->at == '/' && rz_markup_see(m, 1) == '>')) {
        read_attribute(m);
        rz_markup_skip_blanks(m);
    }
    return point(m);
}

/* ---- tags ---- */

/* Of what a page has once. */
static bool is_unwanted(rz_markup *m, const rz_tag *tag) {
    bool unwanted = (tag->traits & RZ_TAG_HTML && m->open.n) || (tag->traits & RZ_TAG_HEAD && rz_markup_open(m) != 1);
    m->passed_over += unwanted;
    for (uint32_t i = 0; tag->traits & RZ_TAG_BODY && i < rz_markup_open(m); i++)
        if (open_at(m, i)->tag->traits & RZ_TAG_BODY) m->passed_over++, unwanted = true;
    return unwanted;
}

void rz_markup_start(rz_markup *m) {
    read_tag_name(m);
    const rz_tag *tag = tag_of(m, &m->tag_name);
    m->at = m->tag_name_end;
    close_before(m, tag);
    imply(m, tag);
    bool unwanted = is_unwanted(m, tag);
    const char *const *attributes = read_attributes(m);
    if (!unwanted) open(m, &m->tag_name, tag, attributes);
    if (!m->open.n) {
        m->at += rz_markup_see(m, 0) == '>';
        return;
    }
    if (rz_markup_see(m, 0) == '/' && rz_markup_see(m, 1) == '>') m->at += 2, close_last(m);
    else if (rz_markup_see(m, 0) != '>') { /* the page ends in it */
        pop(m);
        if (!rz_markup_see(m, 0)) rz_markup_close_all(m);
    } else {
        m->at++;
        if (rz_markup_last(m)->tag->traits & RZ_TAG_EMPTY) close_last(m);
    }
}

/* Closes what is open in the element, where the closing tag reaches so far. */
static void close_up_to(rz_markup *m, uint64_t id, const rz_tag *tag) {
    uint32_t i = rz_markup_open(m);
    while (i-- > 0 && open_at(m, i)->id != id)
        if (open_at(m, i)->tag->rank > tag->rank) return;
    while (rz_markup_last(m)->id != id) close_last(m);
}

static bool is_open(const rz_markup *m, uint64_t id) {
    for (uint32_t i = rz_markup_open(m); i-- > 0;)
        if (open_at(m, i)->id == id) return true;
    return false;
}

/* True: it closed its element. */
bool rz_markup_end(rz_markup *m) {
    m->at += 2;
    rz_markup_word w;
    read_name(m, &w);
    if (!w.size) return false;
    rz_markup_skip_blanks(m);
    rz_markup_skip_past(m, '>');
    const rz_tag *tag = tag_of(m, &w);
    if (m->passed_over && tag->traits & (RZ_TAG_HTML | RZ_TAG_HEAD | RZ_TAG_BODY)) {
        m->passed_over--;
        return false;
    }
    if (!is_open(m, w.id)) return false;
    close_up_to(m, w.id, tag);
    bool closes = rz_markup_last(m)->id == w.id;
    if (closes) close_last(m);
    return closes;
}
