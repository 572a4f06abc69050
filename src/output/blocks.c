#include "output/blocks.h"

#include "output/known.h"

static void named_row(rz_sheet *s, const char *word, const rz_named *at, uint32_t n) {
    rz_entry e;
    if (!rz_entry_open(s, &e)) return;
    for (uint32_t i = 0; i < n; i++) rz_entry_put(s, &e, rz_named_label(&s->l, &at[i]));
    rz_entry_close(s, &e, word);
}

static void who_row(rz_sheet *s, const rz_known_event *event) {
    rz_entry e;
    if (!rz_entry_open(s, &e)) return;
    for (uint32_t i = 0; i < event->n_participants; i++) {
        const rz_party *p = &event->participants[i];
        rz_entry_put(s, &e, rz_named_label(&s->l, &p->who));
        if (rz_role_tells(p->role)) fprintf(e.out, " (%s)", rz_label(&s->l, "role", p->role));
    }
    rz_entry_close(s, &e, "who");
}

void rz_put_outlet(rz_sheet *s, rz_entry *e, const rz_report *r) {
    bool quotes = rz_is_named(&r->quoted);
    if (!quotes && !rz_is_named(&r->outlet)) return;
    rz_entry_item(s, e);
    fputs(rz_named_label(&s->l, &r->outlet), e->out);
    if (quotes) fprintf(e->out, " %s %s", rz_label(&s->l, "relation", "quotes"), rz_named_label(&s->l, &r->quoted));
}

/* «(3 reports, 1 of them a copy)»: a copy confirms nothing. */
static void put_copies(rz_sheet *s, rz_entry *e, uint32_t n) {
    if (!n) return;
    fputs(rz_wording(s, "comma"), e->out);
    putc(' ', e->out);
    rz_show_number(e->out, &s->l, (long)n);
    fprintf(e->out, " %s", rz_wording(s, n == 1 ? "copy" : "copies-n"));
}

static void sources_row(rz_sheet *s, const rz_known_event *event) {
    rz_entry e;
    if (!rz_entry_open(s, &e)) return;
    for (uint32_t i = 0; i < event->n_reports; i++)
        if (rz_first_of_outlet(event, i)) rz_put_outlet(s, &e, &event->reports[i]);
    if (event->n_reports > 1) {
        fputs(" (", e.out);
        rz_show_number(e.out, &s->l, (long)event->n_reports);
        fprintf(e.out, " %s", rz_wording(s, "reports-n"));
        put_copies(s, &e, rz_copies_among(event));
        putc(')', e.out);
    }
    rz_entry_close(s, &e, "source");
}

static void differences_row(rz_sheet *s, const rz_known_event *event) {
    const char *words[4];
    rz_entry e;
    if (!rz_entry_open(s, &e)) return;
    rz_differences(event, words);
    for (uint32_t i = 0; words[i]; i++) rz_entry_put(s, &e, rz_wording(s, words[i]));
    rz_entry_close(s, &e, "differ");
}

static void put_id(rz_sheet *s, const char *id) {
    if (*rz_some(id)) {
        fputs("  ", s->out);
        rz_put_apart(s->out, &s->l, id);
    }
    putc('\n', s->out);
}

void rz_event_block(rz_sheet *s, const rz_known_event *e) {
    fputs("  ", s->out);
    rz_put_capital(s, rz_label(&s->l, "kind", e->kind));
    fprintf(s->out, "%s %s", rz_wording(s, "comma"), rz_label(&s->l, "status", e->status));
    if (e->count > 1) {
        fprintf(s->out, "%s ", rz_wording(s, "comma"));
        rz_show_number(s->out, &s->l, (long)e->count);
        fprintf(s->out, " %s", rz_wording(s, "times"));
    }
    put_id(s, e->id);
    who_row(s, e);
    rz_text_row(s, "where", rz_named_label(&s->l, &e->place));
    rz_text_row(s, "forum", rz_named_label(&s->l, &e->forum));
    named_row(s, "about", e->topics, e->n_topics);
    sources_row(s, e);
    differences_row(s, e);
}

static bool same_time(const rz_known_event *a, const rz_known_event *b) {
    rz_days x = rz_event_stands(a), y = rz_event_stands(b);
    return rz_is_day(a->days) == rz_is_day(b->days) && x.from == y.from && x.to == y.to;
}

static void put_time(rz_sheet *s, const rz_known_event *e) {
    if (!rz_is_day(e->days)) rz_put_capital(s, rz_wording(s, "undated"));
    if (!rz_is_day(e->days) && rz_is_day(e->reported)) fprintf(s->out, "%s %s ", rz_wording(s, "comma"), rz_wording(s, "reported"));
    rz_put_days(s, rz_event_stands(e));
    putc('\n', s->out);
}

void rz_events_by_day(rz_sheet *s, const rz_known_event *events, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!i || !same_time(&events[i], &events[i - 1])) {
            if (i) putc('\n', s->out);
            put_time(s, &events[i]);
        }
        rz_event_block(s, &events[i]);
    }
}

void rz_report_block(rz_sheet *s, const rz_report *r) {
    rz_entry e;
    if (rz_entry_open(s, &e)) {
        rz_put_outlet(s, &e, r);
        rz_entry_close(s, &e, "source");
    }
    rz_text_row(s, "title", rz_some(r->title));
    rz_days_row(s, "published", r->published);
    rz_file_row(s, "address", rz_some(r->url));
    rz_file_row(s, "file", rz_some(r->path));
    rz_file_row(s, "report", rz_some(r->article));
    rz_file_row(s, "copy-of", rz_some(r->copy_of));
    rz_proof_rows(s, "proof", r->proofs, r->n_proofs);
}

void rz_statement_block(rz_sheet *s, const rz_known_statement *st) {
    fputs("  ", s->out);
    rz_put_name(s->out, &s->l, rz_named_label(&s->l, &st->speaker.who));
    fprintf(s->out, " %s", rz_label(&s->l, "stance", st->stance));
    if (*rz_some(st->channel)) fprintf(s->out, " (%s)", rz_label(&s->l, "channel", st->channel));
    put_id(s, st->id);
    rz_text_row(s, "via", rz_named_label(&s->l, &st->via));
    named_row(s, "to", st->targets, st->n_targets);
    named_row(s, "about", st->topics, st->n_topics);
}
