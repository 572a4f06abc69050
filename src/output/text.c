/* A reading for a person, in lines. */
#include <string.h>

#include "output/known.h"
#include "output/lines.h"
#include "output/sheet.h"

enum { MOST_PROOFS = 3, MOST_REASONS = 4 };

typedef struct {
    rz_sheet *s;
    const rz_reading *r;
} page;

static void topics_row(page *p, const char *const *topics, uint32_t n) {
    rz_entry w;
    if (!rz_entry_open(p->s, &w)) return;
    for (uint32_t i = 0; i < n; i++) rz_entry_put(p->s, &w, rz_row_label(&p->s->l, RZ_TOPIC, topics[i]));
    rz_entry_close(p->s, &w, "about");
}

/* The words of the article that prove it, in quotation marks of the article's own language. */
static void proof_rows(page *p, const rz_span *at, uint32_t n) {
    for (uint32_t i = 0; i < n && i < MOST_PROOFS; i++) {
        rz_entry w;
        if (at[i].end > p->r->text_size || at[i].start >= at[i].end || !rz_entry_open(p->s, &w)) continue;
        fputs(RZ_ISOLATE "«", w.out);
        fwrite(p->r->text + at[i].start, 1, at[i].end - at[i].start, w.out);
        fputs("»" RZ_POP, w.out);
        rz_entry_close(p->s, &w, "proof");
    }
}

/* ---- who ---- */

static const char *actor(const page *p, uint32_t i) {
    return i < p->r->n_actors ? rz_actor_label(&p->s->l, &p->r->actors[i]) : "";
}

static void who_row(page *p, const rz_event *e) {
    rz_entry w;
    if (!rz_entry_open(p->s, &w)) return;
    for (uint32_t i = 0; i < e->n_participants; i++) {
        const rz_participant *who = &e->participants[i];
        rz_entry_put(p->s, &w, actor(p, who->actor));
        if (rz_role_tells(who->role)) fprintf(w.out, " (%s)", rz_label(&p->s->l, "role", who->role));
    }
    rz_entry_close(p->s, &w, "who");
}

/* ---- the head ---- */

static const char *source_label(const page *p, const rz_source *s) {
    static const rz_row_type types[] = {RZ_OUTLET, RZ_ORGANISATION, RZ_STATE};
    for (uint32_t i = 0; i < p->r->n_actors; i++)
        if (strcmp(p->r->actors[i].id, s->id) == 0) return actor(p, i);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (rz_row_find(p->s->l.data, types[i], rz_str_of(s->id)) != RZ_NONE) return rz_row_label(&p->s->l, types[i], s->id);
    return s->fa && *s->fa ? s->fa : s->id;
}

static void show_sources(page *p) {
    rz_entry w;
    if (!rz_entry_open(p->s, &w)) return;
    for (uint32_t i = 0; i < p->r->n_chain; i++) {
        const rz_source *s = &p->r->chain[i];
        rz_entry_item(p->s, &w);
        if (s->relation) fprintf(w.out, "%s ", rz_label(&p->s->l, "relation", s->relation));
        fputs(source_label(p, s), w.out);
    }
    rz_entry_close(p->s, &w, "source");
}

static void show_published(page *p) {
    rz_entry w;
    const rz_reading *r = p->r;
    if (!rz_entry_open(p->s, &w)) return;
    rz_show_days(w.out, &p->s->l, r->published);
    if (r->published_basis && r->published.from != RZ_NO_DAY)
        fprintf(w.out, "%s %s", rz_wording(p->s, "comma"), rz_label(&p->s->l, "basis", r->published_basis));
    rz_entry_close(p->s, &w, "published");
    if (p->s->l.fa || r->published.from == RZ_NO_DAY || !rz_entry_open(p->s, &w)) return; /* the reasons are in English */
    for (uint32_t i = 0; i < r->n_published_because && i < MOST_REASONS; i++)
        fprintf(w.out, "%s%s", i ? "; " : "", r->published_because[i]);
    rz_entry_close(p->s, &w, "because");
}

static void show_head(page *p) {
    if (p->r->title) {
        fputs(RZ_ISOLATE, p->s->out);
        rz_wrap(p->s->out, p->r->title, strlen(p->r->title), 0, 0);
        fputs(RZ_POP "\n", p->s->out);
    } else {
        rz_put_capital(p->s, rz_wording(p->s, "untitled"));
        putc('\n', p->s->out);
    }
    show_sources(p);
    show_published(p);
    rz_file_row(p->s, "file", rz_some(p->r->path));
}

/* ---- what ---- */

/* The head of one item: its number and what it is. */
static void begin_item(page *p, uint32_t number) {
    rz_pad(p->s->out, number < 10 ? 1 : 0);
    rz_show_number(p->s->out, &p->s->l, number);
    fputs(". ", p->s->out);
}

static void show_event(page *p, uint32_t i) {
    const rz_event *e = &p->r->events[i];
    rz_entry w;
    begin_item(p, i + 1);
    rz_put_capital(p->s, rz_label(&p->s->l, "kind", e->kind));
    fprintf(p->s->out, "%s %s", rz_wording(p->s, "comma"), rz_label(&p->s->l, "status", e->status));
    if (e->count > 1) {
        fprintf(p->s->out, "%s ", rz_wording(p->s, "comma"));
        rz_show_number(p->s->out, &p->s->l, (long)e->count);
        fprintf(p->s->out, " %s", rz_wording(p->s, "times"));
    }
    putc('\n', p->s->out);
    who_row(p, e);
    rz_days_row(p->s, "when", e->days);
    if (e->place_id && rz_entry_open(p->s, &w)) {
        const char *name = rz_row_label(&p->s->l, RZ_PLACE, e->place_id);
        if (name == e->place_id) name = rz_body_label(&p->s->l, e->place_id); /* where a state is all that is said */
        fputs(name == e->place_id && e->place_fa && *e->place_fa ? e->place_fa : name, w.out);
        rz_entry_close(p->s, &w, "where");
    }
    if (e->forum) rz_text_row(p->s, "forum", rz_body_label(&p->s->l, e->forum));
    topics_row(p, e->topics, e->n_topics);
    proof_rows(p, e->evidence, e->n_evidence);
}

static void show_statement(page *p, uint32_t i) {
    const rz_statement *s = &p->r->statements[i];
    rz_entry w;
    begin_item(p, i + 1);
    rz_put_name(p->s->out, &p->s->l, actor(p, s->speaker));
    fprintf(p->s->out, " %s", rz_label(&p->s->l, "stance", s->stance));
    if (s->channel) fprintf(p->s->out, " (%s)", rz_label(&p->s->l, "channel", s->channel));
    putc('\n', p->s->out);
    if (s->via >= 0) rz_text_row(p->s, "via", actor(p, (uint32_t)s->via));
    if (rz_entry_open(p->s, &w)) {
        for (uint32_t t = 0; t < s->n_targets; t++) rz_entry_put(p->s, &w, actor(p, s->targets[t]));
        rz_entry_close(p->s, &w, "to");
    }
    topics_row(p, s->topics, s->n_topics);
    rz_span whole = s->span;
    proof_rows(p, whole.end > whole.start ? &whole : s->evidence, whole.end > whole.start ? 1 : s->n_evidence);
}

static void show_agreement(page *p, uint32_t i) {
    const rz_instrument *a = &p->r->instruments[i];
    const char *name = rz_row_label(&p->s->l, RZ_AGREEMENT, a->id);
    rz_entry w;
    begin_item(p, i + 1);
    fprintf(p->s->out, RZ_ISOLATE "%s" RZ_POP "%s %s\n", name == a->id && a->fa && *a->fa ? a->fa : name,
            rz_wording(p->s, "comma"), rz_label(&p->s->l, "stage", a->stage));
    if (rz_entry_open(p->s, &w)) {
        for (uint32_t n = 0; n < a->n_parties; n++) rz_entry_put(p->s, &w, rz_body_label(&p->s->l, a->parties[n]));
        rz_entry_close(p->s, &w, "parties");
    }
    rz_days_row(p->s, "when", a->days);
    proof_rows(p, a->evidence, a->n_evidence);
}

static void show_all(page *p, const char *word, uint32_t n, void (*one)(page *p, uint32_t i)) {
    if (!n) return;
    fprintf(p->s->out, "\n%s\n", rz_wording(p->s, word));
    for (uint32_t i = 0; i < n; i++) one(p, i);
}

static void show_reading(page *p) {
    const rz_reading *r = p->r;
    show_head(p);
    show_all(p, "events", r->n_events, show_event);
    show_all(p, "statements", r->n_statements, show_statement);
    show_all(p, "agreements", r->n_instruments, show_agreement);
    if (!r->n_events && !r->n_statements && !r->n_instruments)
        fprintf(p->s->out, "\n%s\n", rz_wording(p->s, "nothing"));
}

char *rz_reading_text(const rz_engine *engine, const rz_reading *reading, const char *lang) {
    rz_sheet sheet;
    if (!rz_sheet_open(&sheet, engine, lang)) return NULL;
    show_reading(&(page){&sheet, reading});
    return rz_sheet_finish(&sheet);
}
