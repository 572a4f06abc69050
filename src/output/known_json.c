#include "output/known_json.h"

#include <stdlib.h>

#include "output/known.h"
#include "reading/json.h"

void rz_json_known(rz_json *j, const char *key, const char *text) {
    rz_json_key(j, key);
    rz_json_string(j, *rz_some(text) ? text : NULL);
}

void rz_json_days(rz_json *j, rz_days days) {
    char room[RZ_DAY_ROOM];
    rz_json_known(j, "from", days.from == RZ_NO_DAY ? NULL : rz_day_text(days.from, room));
    rz_json_known(j, "to", days.to == RZ_NO_DAY ? NULL : rz_day_text(days.to, room));
}

static void days_of(rz_json *j, const char *key, rz_days days) {
    rz_json_open_at(j, key, '{');
    rz_json_days(j, days);
    rz_json_close(j, '}');
}

void rz_json_published(rz_json *j, rz_days days) { days_of(j, "published", days); }

static void names(rz_json *j, const rz_named *n) {
    rz_json_known(j, "fa", n->fa);
    rz_json_known(j, "en", n->en);
}

void rz_json_named(rz_json *j, const char *key, const rz_named *n) {
    rz_json_key(j, key);
    if (!rz_is_named(n)) {
        rz_json_null(j);
        return;
    }
    rz_json_open(j, '{');
    rz_json_known(j, "id", n->id);
    names(j, n);
    rz_json_close(j, '}');
}

static void ids(rz_json *j, const char *key, const rz_named *at, uint32_t n) {
    rz_json_open_at(j, key, '[');
    for (uint32_t i = 0; i < n; i++) rz_json_string(j, rz_some(at[i].id));
    rz_json_close(j, ']');
}

void rz_json_party(rz_json *j, const rz_party *p) {
    names(j, &p->who);
    rz_json_known(j, "kind", p->kind);
    rz_json_known(j, "state", p->state);
    rz_json_known(j, "office", p->office.id);
}

static void participants(rz_json *j, const rz_known_event *e) {
    rz_json_open_at(j, "participants", '[');
    for (uint32_t i = 0; i < e->n_participants; i++) {
        rz_json_open(j, '{');
        rz_json_known(j, "actor", e->participants[i].who.id);
        rz_json_known(j, "role", e->participants[i].role);
        rz_json_party(j, &e->participants[i]);
        rz_json_close(j, '}');
    }
    rz_json_close(j, ']');
}

static void code(rz_json *j, const rz_code_of *c) {
    rz_json_key(j, "plover");
    if (c->event) {
        rz_json_open(j, '{');
        rz_json_known(j, "event", c->event);
        rz_json_known(j, "mode", c->mode);
        rz_json_open_at(j, "context", '[');
        for (uint32_t i = 0; i < c->n_context; i++) rz_json_string(j, c->context[i]);
        rz_json_close(j, ']');
        rz_json_close(j, '}');
    } else {
        rz_json_null(j);
    }
    rz_json_known(j, "cameo", c->cameo);
}

static void differences(rz_json *j, const rz_known_event *e) {
    rz_json_open_at(j, "differs", '[');
    if (e->differ_status) rz_json_string(j, "status");
    if (e->differ_days) rz_json_string(j, "days");
    if (e->differ_place) rz_json_string(j, "place");
    rz_json_close(j, ']');
}

static void proof(rz_json *j, const rz_proof *p, rz_proof_form form) {
    rz_json_open(j, '{');
    if (form == RZ_PROOF_WITHIN) {
        rz_json_key(j, "before");
        rz_json_string(j, rz_some(p->before));
    }
    rz_json_key(j, "text");
    rz_json_string(j, rz_some(p->text));
    if (form == RZ_PROOF_WITHIN) {
        rz_json_key(j, "after");
        rz_json_string(j, rz_some(p->after));
    }
    rz_json_open_at(j, "span", '[');
    rz_json_integer(j, p->span.start);
    rz_json_integer(j, p->span.end);
    rz_json_close(j, ']');
    rz_json_close(j, '}');
}

void rz_json_proofs(rz_json *j, const char *key, const rz_proof *at, uint32_t n, rz_proof_form form) {
    rz_json_open_at(j, key, '[');
    for (uint32_t i = 0; i < n; i++) proof(j, &at[i], form);
    rz_json_close(j, ']');
}

static void report(rz_json *j, const rz_report *r, rz_proof_form form) {
    rz_json_open(j, '{');
    rz_json_known(j, "id", r->id);
    rz_json_known(j, "article", r->article);
    rz_json_named(j, "outlet", &r->outlet);
    rz_json_named(j, "quoted", &r->quoted);
    rz_json_known(j, "title", r->title);
    rz_json_known(j, "url", r->url);
    rz_json_known(j, "path", r->path);
    rz_json_published(j, r->published);
    rz_json_known(j, "copy_of", r->copy_of);
    rz_json_known(j, "kind", r->kind);
    rz_json_known(j, "status", r->status);
    rz_json_days(j, r->days);
    rz_json_named(j, "place", &r->place);
    rz_json_real_at(j, "confidence", r->confidence);
    rz_json_proofs(j, "evidence", r->proofs, r->n_proofs, form);
    rz_json_close(j, '}');
}

void rz_known_event_json(rz_json *j, const rz_known_event *e, rz_proof_form form) {
    rz_json_open(j, '{');
    rz_json_known(j, "id", e->id);
    rz_json_known(j, "kind", e->kind);
    rz_json_known(j, "status", e->status);
    rz_json_days(j, e->days);
    days_of(j, "reported", e->reported);
    rz_json_named(j, "place", &e->place);
    participants(j, e);
    ids(j, "topics", e->topics, e->n_topics);
    rz_json_known(j, "forum", e->forum.id);
    rz_json_integer_at(j, "count", e->count);
    code(j, &e->code);
    rz_json_real_at(j, "confidence", e->confidence);
    differences(j, e);
    rz_json_open_at(j, "sources", '[');
    for (uint32_t i = 0; i < e->n_reports; i++) report(j, &e->reports[i], form);
    rz_json_close(j, ']');
    rz_json_close(j, '}');
}

static void speaker(rz_json *j, const rz_known_statement *s) {
    rz_json_known(j, "speaker", s->speaker.who.id);
    rz_json_known(j, "via", s->via.id);
    rz_json_known(j, "form", s->form);
    rz_json_known(j, "channel", s->channel);
    rz_json_known(j, "stance", s->stance);
}

void rz_known_statement_json(rz_json *j, const rz_known_statement *s, rz_proof_form form) {
    rz_json_open(j, '{');
    rz_json_known(j, "id", s->id);
    speaker(j, s);
    ids(j, "target", s->targets, s->n_targets);
    ids(j, "topics", s->topics, s->n_topics);
    code(j, &s->code);
    rz_json_key(j, "source");
    report(j, &s->report, form);
    rz_json_close(j, '}');
}

bool rz_json_lines_open(rz_json_lines *l) {
    l->failed = false;
    return rz_stream_open(&l->stream);
}

void rz_json_line(rz_json_lines *l, rz_json *json) {
    char *line = rz_json_finish(json);
    if (!line) {
        l->failed = true;
        return;
    }
    fputs(line, l->stream.out);
    putc('\n', l->stream.out);
    free(line);
}

char *rz_json_lines_finish(rz_json_lines *l) {
    char *text = rz_stream_close(&l->stream);
    if (!l->failed) return text;
    free(text);
    return NULL;
}
