#include "output/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "output/lines.h"
#include "output/known.h"
#include "reading/engine.h"

enum { INDENT = 4, LABEL_WIDTH = 11 };

bool rz_sheet_open(rz_sheet *s, const rz_engine *engine, const char *lang) {
    *s = (rz_sheet){.l = rz_labels_of(rz_engine_data(engine), lang)};
    if (!rz_stream_open(&s->stream)) return false;
    s->out = s->stream.out;
    return true;
}

/* An article may hold signs that a terminal acts on: escapes, C1 controls (two bytes in UTF-8), a lone return. */
static void calm(char *text) {
    for (unsigned char *c = (unsigned char *)text; *c; c++) {
        bool line_end = *c == '\n' || (*c == '\r' && c[1] == '\n');
        if ((*c < ' ' && *c != '\t' && !line_end) || *c == 0x7F) *c = ' ';
        if (*c == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0) *c = c[1] = ' ';
    }
}

char *rz_sheet_finish(rz_sheet *s) {
    char *text = rz_stream_close(&s->stream);
    if (text && !s->failed) {
        calm(text);
        return text;
    }
    free(text);
    return NULL;
}

const char *rz_wording(const rz_sheet *s, const char *word) { return rz_label(&s->l, "word", word); }

void rz_put_capital(rz_sheet *s, const char *label) {
    if (!*label) return;
    putc(*label >= 'a' && *label <= 'z' ? *label - 'a' + 'A' : *label, s->out);
    fputs(label + 1, s->out);
}

void rz_put_days(rz_sheet *s, rz_days days) { rz_show_days(s->out, &s->l, days); }

void rz_put_count(rz_sheet *s, const char *one, const char *many, size_t n, size_t all) {
    rz_show_number(s->out, &s->l, (long)n);
    fprintf(s->out, " %s", rz_wording(s, n == 1 ? one : many));
    if (all <= n) return;
    fprintf(s->out, " %s ", rz_wording(s, "of"));
    rz_show_number(s->out, &s->l, (long)all);
}

bool rz_entry_open(rz_sheet *s, rz_entry *e) {
    e->items = 0;
    if (!rz_stream_open(&e->stream)) return !(s->failed = true);
    e->out = e->stream.out;
    return true;
}

void rz_entry_item(const rz_sheet *s, rz_entry *e) {
    if (e->items++) fprintf(e->out, "%s ", rz_wording(s, "comma"));
}

void rz_entry_put(const rz_sheet *s, rz_entry *e, const char *item) {
    if (!*item) return;
    rz_entry_item(s, e);
    rz_put_name(e->out, &s->l, item);
}

void rz_entry_close(rz_sheet *s, rz_entry *e, const char *word) {
    char *text = rz_stream_close(&e->stream);
    if (!text) s->failed = true;
    if (text && *text) {
        const char *label = word ? rz_wording(s, word) : "";
        rz_pad(s->out, INDENT);
        fputs(label, s->out);
        rz_pad(s->out, LABEL_WIDTH - rz_columns(label, strlen(label)));
        rz_wrap(s->out, text, e->stream.size, INDENT + LABEL_WIDTH, INDENT + LABEL_WIDTH);
        putc('\n', s->out);
    }
    free(text);
}

void rz_days_row(rz_sheet *s, const char *word, rz_days days) {
    rz_entry e;
    if (!rz_entry_open(s, &e)) return;
    rz_show_days(e.out, &s->l, days);
    rz_entry_close(s, &e, word);
}

void rz_text_row(rz_sheet *s, const char *word, const char *text) {
    rz_entry e;
    if (!rz_entry_open(s, &e)) return;
    fputs(text, e.out);
    rz_entry_close(s, &e, word);
}

void rz_file_row(rz_sheet *s, const char *word, const char *path) {
    rz_entry e;
    if (!*path || !rz_entry_open(s, &e)) return;
    rz_put_apart(e.out, &s->l, path);
    rz_entry_close(s, &e, word);
}

/* One passage, from the first of the proofs on; gives how many it holds. */
static uint32_t passage(FILE *out, const rz_proof *p, uint32_t n) {
    size_t n_after;
    const char *rest;
    fprintf(out, RZ_ISOLATE "%s%s«%s»", rz_cut_before(p) ? "… " : "", rz_some(p->before), rz_some(p->text));
    uint32_t i = 1;
    for (; i < n && rz_proofs_meet(&p[i - 1], &p[i], &n_after, &rest); i++)
        fprintf(out, "%.*s%s«%s»", (int)n_after, rz_some(p[i - 1].after), rest, rz_some(p[i].text));
    fprintf(out, "%s%s" RZ_POP, rz_some(p[i - 1].after), rz_cut_after(&p[i - 1]) ? " …" : "");
    return i;
}

void rz_proof_rows(rz_sheet *s, const char *word, const rz_proof *proofs, uint32_t n) {
    for (uint32_t i = 0; i < n;) {
        rz_entry e;
        if (!rz_entry_open(s, &e)) return;
        i += passage(e.out, &proofs[i], n - i);
        rz_entry_close(s, &e, word);
    }
}
