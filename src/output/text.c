/* A reading for a person, in lines. */
#include <stdlib.h>
#include <string.h>

#include "output/lines.h"
#include "reading/engine.h"

enum { INDENT = 4, LABEL_WIDTH = 11, MOST_PROOFS = 3, MOST_REASONS = 4 };

typedef struct {
    FILE *out;
    rz_labels l;
    const rz_reading *r;
} page;

/* ---- a row: a label and what stands beside it, gathered in memory to be wrapped ---- */

typedef struct {
    FILE *out;
    char *text;
    size_t size;
    uint32_t items;
} row;

static bool open_row(row *w) {
    *w = (row){0};
    w->out = open_memstream(&w->text, &w->size);
    return w->out != NULL;
}

static void item(const page *p, row *w) {
    if (w->items++) fprintf(w->out, "%s ", rz_label(&p->l, "word", "comma"));
}

static void put_item(const page *p, row *w, const char *text) {
    item(p, w);
    fputs(text, w->out);
}

/* Prints the row, where anything was put into it. */
static void close_row(page *p, row *w, const char *word) {
    fclose(w->out);
    if (w->size) {
        const char *label = rz_label(&p->l, "word", word);
        rz_pad(p->out, INDENT);
        fputs(label, p->out);
        rz_pad(p->out, LABEL_WIDTH - rz_columns(label, strlen(label)));
        rz_wrap(p->out, w->text, w->size, INDENT + LABEL_WIDTH, INDENT + LABEL_WIDTH);
        putc('\n', p->out);
    }
    free(w->text);
}

static void days_row(page *p, rz_days days) {
    row w;
    if (!open_row(&w)) return;
    rz_show_days(w.out, &p->l, days);
    close_row(p, &w, "when");
}

static void topics_row(page *p, const char *const *topics, uint32_t n) {
    row w;
    if (!open_row(&w)) return;
    for (uint32_t i = 0; i < n; i++) put_item(p, &w, rz_row_label(&p->l, RZ_TOPIC, topics[i]));
    close_row(p, &w, "about");
}

/* The words of the article that prove it, in quotation marks of the article's own language. */
static void proof_rows(page *p, const rz_span *at, uint32_t n) {
    for (uint32_t i = 0; i < n && i < MOST_PROOFS; i++) {
        row w;
        if (at[i].end > p->r->text_size || at[i].start >= at[i].end || !open_row(&w)) continue;
        fputs(RZ_ISOLATE "«", w.out);
        fwrite(p->r->text + at[i].start, 1, at[i].end - at[i].start, w.out);
        fputs("»" RZ_POP, w.out);
        close_row(p, &w, "proof");
    }
}

/* ---- who ---- */

static const char *actor(const page *p, uint32_t i) {
    return i < p->r->n_actors ? rz_actor_label(&p->l, &p->r->actors[i]) : "";
}

static bool tells_something(const char *role) {
    return strcmp(role, "participant") && strcmp(role, "subject") && strcmp(role, "object");
}

static void who_row(page *p, const rz_event *e) {
    row w;
    if (!open_row(&w)) return;
    for (uint32_t i = 0; i < e->n_participants; i++) {
        const rz_participant *who = &e->participants[i];
        put_item(p, &w, actor(p, who->actor));
        if (tells_something(who->role)) fprintf(w.out, " (%s)", rz_label(&p->l, "role", who->role));
    }
    close_row(p, &w, "who");
}

static const char *party(const page *p, const char *id) {
    bool is_state = rz_row_find(p->l.data, RZ_STATE, rz_str_of(id)) != RZ_NONE;
    return rz_row_label(&p->l, is_state ? RZ_STATE : RZ_ORGANISATION, id);
}

/* ---- the head ---- */

static const char *source_label(const page *p, const rz_source *s) {
    static const rz_row_type types[] = {RZ_OUTLET, RZ_ORGANISATION, RZ_STATE};
    for (uint32_t i = 0; i < p->r->n_actors; i++)
        if (strcmp(p->r->actors[i].id, s->id) == 0) return actor(p, i);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (rz_row_find(p->l.data, types[i], rz_str_of(s->id)) != RZ_NONE) return rz_row_label(&p->l, types[i], s->id);
    return s->fa && *s->fa ? s->fa : s->id;
}

static void show_sources(page *p) {
    row w;
    if (!open_row(&w)) return;
    for (uint32_t i = 0; i < p->r->n_chain; i++) {
        const rz_source *s = &p->r->chain[i];
        item(p, &w);
        if (s->relation) fprintf(w.out, "%s ", rz_label(&p->l, "relation", s->relation));
        fputs(source_label(p, s), w.out);
    }
    close_row(p, &w, "source");
}

static void show_published(page *p) {
    row w;
    const rz_reading *r = p->r;
    if (!open_row(&w)) return;
    rz_show_days(w.out, &p->l, r->published);
    if (r->published_basis && r->published.from != RZ_NO_DAY)
        fprintf(w.out, "%s %s", rz_label(&p->l, "word", "comma"), rz_label(&p->l, "basis", r->published_basis));
    close_row(p, &w, "published");
    if (p->l.fa || !open_row(&w)) return; /* the reasons are in English */
    for (uint32_t i = 0; i < r->n_published_because && i < MOST_REASONS; i++)
        fprintf(w.out, "%s" RZ_ISOLATE "%s" RZ_POP, i ? "; " : "", r->published_because[i]);
    close_row(p, &w, "because");
}

static void show_file(page *p) {
    row w;
    if (!p->r->path || !open_row(&w)) return;
    fprintf(w.out, RZ_ISOLATE "%s" RZ_POP, p->r->path);
    close_row(p, &w, "file");
}

static void show_head(page *p) {
    if (p->r->title) {
        fputs(RZ_ISOLATE, p->out);
        rz_wrap(p->out, p->r->title, strlen(p->r->title), 0, 0);
        fputs(RZ_POP "\n", p->out);
    }
    show_sources(p);
    show_published(p);
    show_file(p);
}

/* ---- what ---- */

/* The head of one item: its number and what it is. */
static void begin_item(page *p, uint32_t number) {
    rz_pad(p->out, number < 10 ? 1 : 0);
    rz_show_number(p->out, &p->l, number);
    fputs(". ", p->out);
}

/* A label that begins a line: with a capital, where the letters have them. */
static void show_capital(page *p, const char *label) {
    if (!*label) return;
    putc(*label >= 'a' && *label <= 'z' ? *label - 'a' + 'A' : *label, p->out);
    fputs(label + 1, p->out);
}

static void show_event(page *p, uint32_t i) {
    const rz_event *e = &p->r->events[i];
    row w;
    begin_item(p, i + 1);
    show_capital(p, rz_label(&p->l, "kind", e->kind));
    fprintf(p->out, "%s %s", rz_label(&p->l, "word", "comma"), rz_label(&p->l, "status", e->status));
    if (e->count > 1) {
        fprintf(p->out, "%s ", rz_label(&p->l, "word", "comma"));
        rz_show_number(p->out, &p->l, (long)e->count);
        fprintf(p->out, " %s", rz_label(&p->l, "word", "times"));
    }
    putc('\n', p->out);
    who_row(p, e);
    days_row(p, e->days);
    if (e->place_id && open_row(&w)) {
        const char *name = rz_row_label(&p->l, RZ_PLACE, e->place_id);
        fputs(name == e->place_id && e->place_fa && *e->place_fa ? e->place_fa : name, w.out);
        close_row(p, &w, "where");
    }
    if (e->forum && open_row(&w)) {
        fputs(rz_row_label(&p->l, RZ_FORUM, e->forum), w.out);
        close_row(p, &w, "forum");
    }
    topics_row(p, e->topics, e->n_topics);
    proof_rows(p, e->evidence, e->n_evidence);
}

static void show_statement(page *p, uint32_t i) {
    const rz_statement *s = &p->r->statements[i];
    row w;
    begin_item(p, i + 1);
    fprintf(p->out, "%s %s", actor(p, s->speaker), rz_label(&p->l, "stance", s->stance));
    if (s->channel)
        fprintf(p->out, "%s %s", rz_label(&p->l, "word", "comma"), rz_label(&p->l, "channel", s->channel));
    putc('\n', p->out);
    if (s->via >= 0 && open_row(&w)) {
        fputs(actor(p, (uint32_t)s->via), w.out);
        close_row(p, &w, "via");
    }
    if (open_row(&w)) {
        for (uint32_t t = 0; t < s->n_targets; t++) put_item(p, &w, actor(p, s->targets[t]));
        close_row(p, &w, "to");
    }
    topics_row(p, s->topics, s->n_topics);
    rz_span whole = s->span;
    proof_rows(p, whole.end > whole.start ? &whole : s->evidence, whole.end > whole.start ? 1 : s->n_evidence);
}

static void show_agreement(page *p, uint32_t i) {
    const rz_instrument *a = &p->r->instruments[i];
    const char *name = rz_row_label(&p->l, RZ_AGREEMENT, a->id);
    row w;
    begin_item(p, i + 1);
    fprintf(p->out, RZ_ISOLATE "%s" RZ_POP "%s %s\n", name == a->id && a->fa && *a->fa ? a->fa : name,
            rz_label(&p->l, "word", "comma"), rz_label(&p->l, "stage", a->stage));
    if (open_row(&w)) {
        for (uint32_t n = 0; n < a->n_parties; n++) put_item(p, &w, party(p, a->parties[n]));
        close_row(p, &w, "parties");
    }
    days_row(p, a->days);
    proof_rows(p, a->evidence, a->n_evidence);
}

static void show_all(page *p, const char *word, uint32_t n, void (*one)(page *p, uint32_t i)) {
    if (!n) return;
    fprintf(p->out, "\n%s\n", rz_label(&p->l, "word", word));
    for (uint32_t i = 0; i < n; i++) one(p, i);
}

static void show_reading(page *p) {
    const rz_reading *r = p->r;
    show_head(p);
    show_all(p, "events", r->n_events, show_event);
    show_all(p, "statements", r->n_statements, show_statement);
    show_all(p, "agreements", r->n_instruments, show_agreement);
    if (!r->n_events && !r->n_statements && !r->n_instruments)
        fprintf(p->out, "\n%s\n", rz_label(&p->l, "word", "nothing"));
}

char *rz_reading_text(const rz_engine *engine, const rz_reading *reading, const char *lang) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out) return NULL;
    show_reading(&(page){out, rz_labels_of(rz_engine_data(engine), lang), reading});
    bool failed = ferror(out);
    if (fclose(out) == 0 && !failed) return text;
    free(text);
    return NULL;
}
