#include "output/html.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "output/known.h"

static const char *entity(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

static bool is_control(uint32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }

void rz_html_bytes(FILE *out, const char *text, size_t size) {
    const char *p = text, *end = p + size;
    while (p < end) {
        uint32_t length, code = rz_utf8_next(p, end, &length);
        const char *escaped = entity(*p);
        if (code == RZ_UTF8_BAD || is_control(code))
            fputs(code == '\r' ? " " : "\xEF\xBF\xBD", out);
        else if (escaped)
            fputs(escaped, out);
        else
            fwrite(p, 1, length, out);
        p += length;
    }
}

void rz_html(FILE *out, const char *text) { rz_html_bytes(out, rz_some(text), strlen(rz_some(text))); }

bool rz_html_is_link(const char *url) {
    size_t scheme = strncasecmp(rz_some(url), "https://", 8) == 0 ? 8 : strncasecmp(rz_some(url), "http://", 7) == 0 ? 7 : 0;
    if (!scheme || !url[scheme]) return false;
    for (const char *p = url; *p; p++)
        if ((unsigned char)*p <= ' ' || *p == 0x7F) return false;
    return true;
}

void rz_html_label(rz_sheet *s, const char *set, const char *word) { rz_html(s->out, rz_label(&s->l, set, word)); }
void rz_html_word(rz_sheet *s, const char *word) { rz_html_label(s, "word", word); }

void rz_html_capital(rz_sheet *s, const char *label) {
    if (*label >= 'a' && *label <= 'z') putc(*label++ - 'a' + 'A', s->out);
    rz_html(s->out, label);
}

void rz_html_number(rz_sheet *s, size_t number) { rz_show_number(s->out, &s->l, (long)number); }

void rz_html_name(rz_sheet *s, const rz_named *n) {
    const char *label = rz_named_label(&s->l, n), *own = rz_some(s->l.fa ? n->fa : n->en);
    if (!*label) return;
    const char *other = *own ? "" : s->l.fa ? " lang=\"en\"" : " lang=\"fa\"";
    fprintf(s->out, "<bdi%s>", label == n->id ? "" : other);
    rz_html(s->out, label);
    fputs("</bdi>", s->out);
}

void rz_html_days(rz_sheet *s, rz_days days, bool first) {
    rz_stream days_in_words;
    char *text = NULL;
    if (rz_stream_open(&days_in_words)) {
        (s->l.fa == first ? rz_show_jalali : rz_show_gregorian)(days_in_words.out, &s->l, days);
        text = rz_stream_close(&days_in_words);
    }
    if (!text) s->failed = true;
    rz_html(s->out, text);
    free(text);
}

void rz_html_sign(rz_sheet *s, const char *set, const char *word) {
    fprintf(s->out, "<svg class=\"sign\" aria-hidden=\"true\"><use href=\"#%s-", set);
    rz_html(s->out, word);
    fputs("\"/></svg>", s->out);
}
