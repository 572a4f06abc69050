/* The article alone, written out: its body, and for a person what was cut and why. */
#include "rayzan.h"

#include <stdio.h>
#include <stdlib.h>

enum { SHOWN = 100 /* characters of what was cut */ };

static bool is_space(char c) { return (unsigned char)c <= ' '; }

/* How many bytes of a word its first characters take, at most so many; these are taken from `most`. */
static uint32_t fitting(const char *word, uint32_t n, size_t *most) {
    for (uint32_t i = 0; i < n; i++) {
        if (((unsigned char)word[i] & 0xC0) == 0x80) continue;
        if (!*most) return i;
        --*most;
    }
    return n;
}

/* A span on one line, of so many characters without the spaces: white space of any length is a space. */
static void put_line(FILE *out, const char *text, rz_span span, size_t most) {
    bool begun = false;
    for (uint32_t at = span.start, end; at < span.end; at = end) {
        while (at < span.end && is_space(text[at])) at++;
        for (end = at; end < span.end && !is_space(text[end]);) end++;
        uint32_t shown = fitting(text + at, end - at, &most);
        if (begun && shown) putc(' ', out);
        fwrite(text + at, 1, shown, out);
        begun = true;
        if (shown < end - at) {
            fputs("…", out);
            break;
        }
    }
    putc('\n', out);
}

typedef void writer(FILE *out, const rz_reading *r);

static char *written(writer *write, const rz_reading *r) {
    char *made = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&made, &size);
    if (!out) return NULL;
    write(out, r);
    bool failed = ferror(out);
    if (fclose(out) == 0 && !failed) return made;
    free(made);
    return NULL;
}

static void write_body(FILE *out, const rz_reading *r) {
    for (uint32_t i = 0; i < r->n_paragraphs; i++) put_line(out, r->text, r->paragraphs[i], SIZE_MAX);
}

static void write_explained(FILE *out, const rz_reading *r) {
    fprintf(out, "%s\n", r->path ? r->path : r->url ? r->url : "standard input");
    if (r->url && r->path) fprintf(out, "  address     %s\n", r->url);
    fprintf(out, "  title       %s\n", r->title ? r->title : "none found");
    fprintf(out, "  publisher   %s\n", r->publisher ? r->publisher->id : "not found");
    if (r->published_basis) {
        int from[3], to[3];
        rz_day_gregorian(r->published.from, &from[0], &from[1], &from[2]);
        rz_day_gregorian(r->published.to, &to[0], &to[1], &to[2]);
        fprintf(out, "  published   %04d-%02d-%02d", from[0], from[1], from[2]);
        if (r->published.to != r->published.from) fprintf(out, "..%04d-%02d-%02d", to[0], to[1], to[2]);
        fprintf(out, ", %s\n", r->published_basis);
    }
    if (r->updated != RZ_NO_DAY) {
        int day[3];
        rz_day_gregorian(r->updated, &day[0], &day[1], &day[2]);
        fprintf(out, "  updated     %04d-%02d-%02d\n", day[0], day[1], day[2]);
    }
    if (r->byline) fprintf(out, "  byline      %s\n", r->byline);
    if (r->section) fprintf(out, "  section     %s\n", r->section);
    if (r->language) fprintf(out, "  language    %s\n", r->language);
    uint64_t kept = 0, cut = 0;
    for (uint32_t i = 0; i < r->n_paragraphs; i++) kept += r->paragraphs[i].end - r->paragraphs[i].start;
    for (uint32_t i = 0; i < r->n_cut; i++) cut += r->cut[i].span.end - r->cut[i].span.start;
    fprintf(out, "  body        %u paragraphs, %llu bytes; cut %llu bytes\n", r->n_paragraphs, (unsigned long long)kept, (unsigned long long)cut);
    for (uint32_t p = 0, c = 0; p < r->n_paragraphs || c < r->n_cut;) {
        bool is_cut = p == r->n_paragraphs || (c < r->n_cut && r->cut[c].span.start < r->paragraphs[p].start);
        fprintf(out, is_cut ? "- %-16s " : "  %-16s ", is_cut ? r->cut[c].reason : "");
        put_line(out, r->text, is_cut ? r->cut[c].span : r->paragraphs[p], SHOWN);
        if (is_cut) c++;
        else p++;
    }
}

char *rz_article_body(const rz_reading *r) { return written(write_body, r); }

char *rz_article_explain(const rz_reading *r) { return written(write_explained, r); }
