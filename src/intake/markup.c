/* A page from its first byte to its last: text, comments, and what else stands between its tags. */
#include "intake/markup.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <strings.h>

enum { CHUNK = 1000 /* bytes of text told at a time, and the rest of a character */ };

void rz_markup_stop(rz_markup *m) {
    m->stopped = true;
    m->at = m->end;
}

static const char *find(const rz_markup *m, char sign) { return m->at < m->end ? memchr(m->at, sign, (size_t)(m->end - m->at)) : NULL; }

void rz_markup_skip_past(rz_markup *m, char sign) {
    const char *found = find(m, sign);
    m->at = found ? found + 1 : m->end;
}

static bool sees(const rz_markup *m, const char *what) {
    size_t n = strlen(what);
    return (size_t)(m->end - m->at) >= n && !strncasecmp(m->at, what, n);
}

/* ---- text ---- */

/* Is a byte of these of what no page may hold, or may it begin such a sign? Eight at a time. */
static bool is_odd(const char *at, const char *end) {
    const uint64_t ones = 0x0101010101010101u;
    uint64_t odd = 0, x;
    for (; end - at >= 8; at += 8) {
        memcpy(&x, at, 8);
        odd |= ((x - ones * 0x20) & ~x) | (((x ^ ones * 0xEF) - ones) & ~(x ^ ones * 0xEF));
    }
    for (; at < end; at++) odd |= (unsigned char)*at < 0x20 || (unsigned char)*at == 0xEF ? ones << 7 : 0;
    return odd & ones << 7;
}

static bool all_blank(const char *at, const char *end) {
    while (at < end && rz_markup_is_blank(*at)) at++;
    return at == end;
}

static bool outside_body(const rz_markup *m) {
    const rz_markup_element *last = rz_markup_last(m);
    return !last || last->tag->traits & (RZ_TAG_HTML | RZ_TAG_HEAD);
}

/* A piece of the text that goes up to `to`; NULL: more of it follows. Blanks between tags outside the body are no paragraph. */
static void tell(rz_markup *m, const char *at, const char *end, bool raw, const char *to) {
    if (at == end) return;
    bool between = to && (to == m->end || (*to == '<' && outside_body(m))) && all_blank(at, end);
    if (!raw && !between) rz_markup_imply_paragraph(m);
    m->told->text(m->self, at, (size_t)(end - at));
}

/* Where a piece of CHUNK bytes ends, with the character that reaches beyond. */
static const char *chunk_end(const char *at, const char *end) {
    if (end - at < CHUNK) return end;
    const char *p = at + CHUNK;
    while (p < end && ((unsigned char)*p & 0xC0) == 0x80) p++;
    return p;
}

/* Text with signs in it that no page may hold: they are left out. */
static void tell_odd(rz_markup *m, const char *at, const char *end, bool raw) {
    char kept[CHUNK + 4];
    size_t n = 0;
    for (uint32_t length; at < end; at += length) {
        uint32_t c = rz_utf8_next(at, end, &length);
        if (c && !rz_is_character(c)) continue;
        memcpy(kept + n, c ? at : " ", length);
        n += length;
        if (n < CHUNK) continue;
        tell(m, kept, kept + n, raw, NULL);
        n = 0;
    }
    tell(m, kept, kept + n, raw, end);
}

static void tell_all(rz_markup *m, const char *end, bool raw) {
    const char *at = m->at;
    m->at = end;
    if (is_odd(at, end)) {
        tell_odd(m, at, end, raw);
        return;
    }
    for (const char *stop; at < end; at = stop) {
        stop = chunk_end(at, end);
        tell(m, at, stop, raw, stop - at < CHUNK ? end : NULL);
    }
}

static void read_text(rz_markup *m) {
    if (m->less < m->at) {
        const char *less = find(m, '<');
        m->less = less ? less : m->end;
    }
    const char *and = memchr(m->at, '&', (size_t)(m->less - m->at));
    tell_all(m, and ? and : m->less, false);
}

/* Up to the tag that closes it: in a script nothing else is markup. */
static void read_raw(rz_markup *m) {
    const char *name = rz_markup_last_name(m), *p = m->at;
    size_t size = strlen(name);
    while ((p = memchr(p, '<', (size_t)(m->end - p))) && !((size_t)(m->end - p) >= size + 2 && p[1] == '/' && !strncasecmp(p + 2, name, size))) p++;
    tell_all(m, p ? p : m->end, true);
}

static void read_reference(rz_markup *m) {
    rz_reference r = rz_reference_at(m->at, m->end);
    char bytes[4];
    m->at = r.end;
    if (r.numbered && !r.code) return;
    rz_markup_imply_paragraph(m);
    if (r.code) m->told->text(m->self, bytes, rz_utf8_put(r.code, bytes));
    else m->told->text(m->self, "&", 1);
    if (!r.code && r.size) m->told->text(m->self, r.name, r.size);
}

/* ---- what is passed over ---- */

/* «<!-- … -->», «<!-- … --!>» */
static void skip_comment(rz_markup *m) {
    const char *from = m->at + 4;
    for (m->at = from; m->at < m->end; m->at++) {
        const char *p = find(m, '>');
        if (!p) break;
        m->at = p;
        size_t n = (size_t)(p - from);
        bool dashes = n >= 2 && p[-1] == '-' && p[-2] == '-', cry = n >= 3 && p[-1] == '!' && p[-2] == '-' && p[-3] == '-';
        if (dashes || cry) {
            m->at = p + 1;
            return;
        }
    }
    m->at = m->end;
}

/* «<?xml … >»; without a name it is text. */
static void skip_instruction(rz_markup *m) {
    m->at += 2;
    size_t name = rz_markup_name(m->at, m->end);
    m->at += name;
    if (name) rz_markup_skip_past(m, '>');
}

static void skip_literal(rz_markup *m) {
    char quote = rz_markup_see(m, 0);
    if (quote != '"' && quote != '\'') return;
    m->at++;
    rz_markup_skip_past(m, quote);
}

/* «<!DOCTYPE html PUBLIC "…" "…">» */
static void skip_doctype(rz_markup *m) {
    m->at += 9;
    rz_markup_skip_blanks(m);
    m->at += rz_markup_name(m->at, m->end);
    rz_markup_skip_blanks(m);
    bool public = sees(m, "PUBLIC");
    if (public || sees(m, "SYSTEM")) {
        m->at += 6;
        rz_markup_skip_blanks(m);
        skip_literal(m);
        rz_markup_skip_blanks(m);
        if (public) skip_literal(m);
    }
    rz_markup_skip_past(m, '>');
}

static void skip_head(rz_markup *m) {
    rz_markup_skip_blanks(m);
    while (sees(m, "<!--") || sees(m, "<?")) {
        if (sees(m, "<!--")) skip_comment(m);
        if (sees(m, "<?")) skip_instruction(m);
        rz_markup_skip_blanks(m);
    }
}

/* ---- all ---- */

static void take_content(rz_markup *m) {
    const rz_markup_element *last = rz_markup_last(m);
    m->content = last ? *last : (rz_markup_element){0};
    m->depth = rz_markup_open(m);
}

static void read_less(rz_markup *m) {
    char next = rz_markup_see(m, 1);
    if (next == '!' && sees(m, "<!--")) skip_comment(m);
    else if (next == '?') skip_instruction(m);
    else if ((unsigned char)((next | 0x20) - 'a') < 26) {
        rz_markup_start(m);
        take_content(m);
    } else {
        m->told->text(m->self, "<", 1);
        m->at += m->at < m->end;
    }
}

static void read_piece(rz_markup *m) {
    char c = rz_markup_see(m, 0);
    if (c == '<') read_less(m);
    else if (c == '&') read_reference(m);
    else if (m->at < m->end) read_text(m);
}

/* What comes next. A doctype amid the page goes with what is behind it. */
static void read_on(rz_markup *m) {
    char c = rz_markup_see(m, 0), next = rz_markup_see(m, 1);
    if (c == '<' && next == '/') {
        if (rz_markup_end(m) && (m->content.id || !m->open.n)) take_content(m);
        return;
    }
    if (c == '<' && rz_markup_make_way(m)) return;
    const rz_markup_element *last = rz_markup_last(m);
    if (last && m->depth >= rz_markup_open(m) && m->content.id != last->id) take_content(m);
    else if (m->content.tag && m->content.tag->traits & RZ_TAG_RAW) read_raw(m);
    else {
        if (next == '!' && sees(m, "<!DOCTYPE")) skip_doctype(m);
        read_piece(m);
    }
}

bool rz_markup_read(rz_markup *m, rz_str page) {
    m->from = m->at = page.at;
    m->end = page.at + page.size;
    if (sees(m, "\xEF\xBB\xBF")) m->at += 3;
    m->less = m->at - 1;
    skip_head(m);
    if (sees(m, "<!DOCTYPE")) skip_doctype(m);
    skip_head(m);
    take_content(m);
    while (m->at < m->end && !m->stopped) read_on(m);
    rz_markup_close_all(m);
    rz_buffer *const buffers[] = {&m->open, &m->unknown, &m->attributes, &m->values, &m->pointers};
    bool failed = false;
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) {
        failed |= buffers[i]->failed;
        free(buffers[i]->at);
        *buffers[i] = (rz_buffer){0};
    }
    return !failed;
}
