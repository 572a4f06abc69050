/* One thing of the record with all that is known of it: for a terminal and for programs. */
#include <stdlib.h>
#include <string.h>

#include "output/blocks.h"
#include "output/known.h"
#include "output/known_json.h"

/* What this report says that the event as a whole does not. */
static void own_words(rz_sheet *s, const rz_known_event *e, const rz_report *r) {
    if (e->differ_status && r->status) rz_text_row(s, "status", rz_label(&s->l, "status", r->status));
    if (e->differ_days) rz_days_row(s, "when", r->days);
    if (e->differ_place) rz_text_row(s, "where", rz_named_label(&s->l, &r->place));
}

static void show_event(rz_sheet *s, const rz_known_event *e) {
    rz_events_by_day(s, e, 1);
    for (uint32_t i = 0; i < e->n_reports; i++) {
        putc('\n', s->out);
        rz_put_capital(s, rz_wording(s, "report"));
        putc(' ', s->out);
        rz_show_number(s->out, &s->l, (long)i + 1);
        putc('\n', s->out);
        own_words(s, e, &e->reports[i]);
        rz_report_block(s, &e->reports[i]);
    }
}

static void show_statement(rz_sheet *s, const rz_known_statement *st) {
    rz_statement_block(s, st);
    rz_report_block(s, &st->report);
}

static void show_actor(rz_sheet *s, const rz_shown *shown) {
    const rz_party *a = &shown->actor;
    rz_put_apart(s->out, &s->l, rz_named_label(&s->l, &a->who));
    fputs("  ", s->out);
    rz_put_apart(s->out, &s->l, rz_some(a->who.id));
    putc('\n', s->out);
    if (strcmp(rz_named_label(&s->l, &a->who), rz_some(a->who.fa))) rz_text_row(s, "persian", rz_some(a->who.fa));
    rz_text_row(s, "kind", rz_label(&s->l, "actor", a->kind));
    rz_text_row(s, "office", rz_named_label(&s->l, &a->office));
    if (*rz_some(a->state)) rz_text_row(s, "state", rz_body_label(&s->l, a->state));
    if (!shown->n_events && !shown->n_statements) fprintf(s->out, "\n%s\n", rz_wording(s, "no-part"));
    if (shown->n_events) {
        fprintf(s->out, "\n%s\n\n", rz_wording(s, "events"));
        rz_events_by_day(s, shown->events, shown->n_events);
    }
    if (shown->n_statements) fprintf(s->out, "\n%s\n", rz_wording(s, "statements"));
    for (size_t i = 0; i < shown->n_statements; i++) {
        const rz_known_statement *st = &shown->statements[i];
        rz_statement_block(s, st);
        rz_days_row(s, "published", st->report.published);
        rz_proof_rows(s, "proof", st->report.proofs, st->report.n_proofs ? 1 : 0);
    }
}

/* The sentences alone, a row each. */
static void sentence_rows(rz_sheet *s, const char *label, const rz_proof *at, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) rz_text_row(s, label, at[i].text);
}

static void show_copies(rz_sheet *s, const rz_shown *shown) {
    fprintf(s->out, "\n%s\n", rz_wording(s, "copies"));
    for (size_t i = 0; i < shown->n_copies; i++) {
        const rz_copy_of_article *c = &shown->copies[i];
        if (i) putc('\n', s->out);
        if (c->is_original) rz_file_row(s, "original", rz_some(c->report.article));
        rz_report r = c->report;
        r.copy_of = "";
        if (c->is_original) r.article = "";
        rz_report_block(s, &r);
        rz_entry e;
        if (rz_entry_open(s, &e)) {
            rz_show_number(e.out, &s->l, (long)c->share);
            fputs("%", e.out);
            rz_entry_close(s, &e, "shared");
        }
        sentence_rows(s, "extra", c->extra, c->n_extra);
        sentence_rows(s, "missing", c->missing, c->n_missing);
    }
}

/* The reading as it is shown alone, and its copies behind it. */
static char *article_text(const rz_engine *engine, const rz_shown *shown, const char *lang) {
    rz_sheet sheet, *s = &sheet;
    char *reading = rz_reading_text(engine, shown->article, lang);
    if (!reading || !shown->n_copies) return reading;
    if (!rz_sheet_open(s, engine, lang)) return rz_free(reading), NULL;
    fputs(reading, s->out);
    rz_free(reading);
    show_copies(s, shown);
    return rz_sheet_finish(s);
}

char *rz_shown_text(const rz_engine *engine, const rz_shown *shown, const char *lang) {
    rz_sheet sheet, *s = &sheet;
    if (shown->what == RZ_AN_ARTICLE) return article_text(engine, shown, lang);
    if (!rz_sheet_open(s, engine, lang)) return NULL;
    if (shown->what == RZ_AN_ACTOR) {
        show_actor(s, shown);
    } else {
        for (size_t i = 0; i < shown->n_events; i++) show_event(s, &shown->events[i]);
        for (size_t i = 0; i < shown->n_statements; i++) show_statement(s, &shown->statements[i]);
    }
    return rz_sheet_finish(s);
}

static void actor_json(rz_json *j, const rz_shown *shown) {
    rz_json_open(j, '{');
    rz_json_known(j, "id", shown->actor.who.id);
    rz_json_party(j, &shown->actor);
    rz_json_open_at(j, "events", '[');
    for (size_t i = 0; i < shown->n_events; i++) rz_known_event_json(j, &shown->events[i], RZ_PROOF_WITHIN);
    rz_json_close(j, ']');
    rz_json_open_at(j, "statements", '[');
    for (size_t i = 0; i < shown->n_statements; i++) rz_known_statement_json(j, &shown->statements[i], RZ_PROOF_WITHIN);
    rz_json_close(j, ']');
    rz_json_close(j, '}');
}

static void sentences_json(rz_json *j, const char *key, const rz_proof *at, uint32_t n) { rz_json_proofs(j, key, at, n, RZ_PROOF_ALONE); }

static char *copies_json(const rz_shown *shown) {
    rz_json json = {0}, *j = &json;
    rz_json_open(j, '[');
    for (size_t i = 0; i < shown->n_copies; i++) {
        const rz_copy_of_article *c = &shown->copies[i];
        rz_json_open(j, '{');
        rz_json_known(j, "article", c->report.article);
        rz_json_key(j, "original");
        rz_json_bool(j, c->is_original);
        rz_json_named(j, "outlet", &c->report.outlet);
        rz_json_known(j, "title", c->report.title);
        rz_json_known(j, "url", c->report.url);
        rz_json_known(j, "path", c->report.path);
        rz_json_real_at(j, "share", c->share / 100.0);
        sentences_json(j, "extra", c->extra, c->n_extra);
        sentences_json(j, "missing", c->missing, c->n_missing);
        rz_json_close(j, '}');
    }
    rz_json_close(j, ']');
    return rz_json_finish(j);
}

/* A reading is a line of its own making; its copies are one more member of it. */
static char *article_json(const rz_shown *shown) {
    char *line = rz_reading_json(shown->article), *copies = copies_json(shown);
    rz_json_lines lines;
    if (!line || !copies || !rz_json_lines_open(&lines)) return free(copies), rz_free(line), NULL;
    fprintf(lines.stream.out, "%.*s,\"copies\":%s}\n", (int)strlen(line) - 1, line, copies);
    rz_free(line);
    free(copies);
    return rz_json_lines_finish(&lines);
}

char *rz_shown_json(const rz_engine *engine, const rz_shown *shown) {
    rz_json_lines lines;
    (void)engine; /* the names come with what is shown */
    if (shown->what == RZ_AN_ARTICLE) return article_json(shown);
    if (!rz_json_lines_open(&lines)) return NULL;
    if (shown->what == RZ_AN_ACTOR) {
        rz_json json = {0};
        actor_json(&json, shown);
        rz_json_line(&lines, &json);
        return rz_json_lines_finish(&lines);
    }
    for (size_t i = 0; i < shown->n_events; i++) {
        rz_json json = {0};
        rz_known_event_json(&json, &shown->events[i], RZ_PROOF_WITHIN);
        rz_json_line(&lines, &json);
    }
    for (size_t i = 0; i < shown->n_statements; i++) {
        rz_json json = {0};
        rz_known_statement_json(&json, &shown->statements[i], RZ_PROOF_WITHIN);
        rz_json_line(&lines, &json);
    }
    return rz_json_lines_finish(&lines);
}
