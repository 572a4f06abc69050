/* What is no part of the article, line by line, and why. */
#include "article/lines.h"

typedef struct {
    rz_articles *a;
    RZ_VEC(rz_span) paragraphs;
    RZ_VEC(rz_left_out) cut;
    uint32_t kept; /* where the last that was kept ends: no cut goes on over it */
} telling;

static void tell_cut(telling *t, rz_span span, const char *why) {
    if (span.start >= span.end) return;
    rz_left_out *last = t->cut.n ? &t->cut.at[t->cut.n - 1] : NULL;
    bool goes_on = last && !strcmp(last->reason, why) && t->kept <= last->span.start;
    if (goes_on) last->span.end = span.end;
    else *RZ_PUSH(t->a->arena, &t->cut) = (rz_left_out){span, why};
}

static const char *why_of(const rz_articles *a, uint32_t i) {
    const rz_line *line = &a->lines[i];
    if (line->role == RZ_LINE_TITLE) return "repeated";
    if (line->role == RZ_LINE_CHROME && line->why) return line->why;
    if (i < a->begin) return "head";
    return a->end_why ? a->end_why : "after";
}

/* The line without its label and its tail. */
static void tell_body(telling *t, uint32_t i, rz_span block) {
    const rz_articles *a = t->a;
    const rz_line *line = &a->lines[i];
    uint32_t first = i == a->begin ? a->body_first : line->first, last = i + 1 == a->end && a->body_last ? a->body_last : line->last;
    if (first >= last) {
        tell_cut(t, block, why_of(a, i));
        return;
    }
    rz_span kept = rz_text_span(a->text, first, last);
    tell_cut(t, (rz_span){block.start, kept.start}, i == a->begin && a->body_first > line->first ? "label" : "day");
    *RZ_PUSH(a->arena, &t->paragraphs) = kept;
    t->kept = kept.end;
    tell_cut(t, (rz_span){kept.end, block.end}, a->end_why ? a->end_why : "tail");
}

/* A crawl may have left the page's day on its line. */
static void tell_title(telling *t, uint32_t i, rz_span block) {
    rz_span title = t->a->out->title;
    tell_cut(t, (rz_span){block.start, title.start}, "day");
    t->kept = title.end;
    tell_cut(t, (rz_span){title.end, block.end}, why_of(t->a, i));
}

void rz_tell_cuts(rz_articles *a) {
    telling t = {.a = a};
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        rz_span block = a->incoming->blocks[line->block].span;
        bool out = i < a->begin || i >= a->end || line->role == RZ_LINE_CHROME || line->role == RZ_LINE_TITLE;
        rz_span title = a->out->title;
        if (out && title.end && block.start <= title.start && block.end >= title.end) tell_title(&t, i, block);
        else if (out) tell_cut(&t, block, why_of(a, i));
        else tell_body(&t, i, block);
    }
    a->out->paragraphs = t.paragraphs.at;
    a->out->n_paragraphs = t.paragraphs.n;
    a->out->cut = t.cut.at;
    a->out->n_cut = t.cut.n;
}
