/* A reading written as JSON. Keys stand in the contract's order; what is not known is null, but a source leaves it out. */
#include "reading/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* An object being written. A value that could not be made marks it as failed. */
typedef struct {
    json_t *at;
    bool failed;
} object;

static object open_object(void) {
    json_t *at = json_object();
    return (object){at, at == NULL};
}

static void put(object *o, const char *key, json_t *value) {
    if (json_object_set_new_nocheck(o->at, key, value) != 0) o->failed = true;
}

static json_t *close_object(object *o) {
    if (!o->failed) return o->at;
    json_decref(o->at);
    return NULL;
}

static json_t *string(const char *text) { return text ? json_string(text) : json_null(); }
static json_t *known(const char *text) { return text && *text ? json_string(text) : json_null(); }

/* Takes the item over; false frees the list. */
static bool append(json_t **list, json_t *item) {
    if (json_array_append_new(*list, item) == 0) return true;
    json_decref(*list);
    *list = NULL;
    return false;
}

static json_t *strings(const char *const *at, uint32_t n) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < n && append(&list, string(at[i])); i++) continue;
    return list;
}

static json_t *span(rz_span s) {
    json_t *list = json_array();
    if (append(&list, json_integer(s.start))) append(&list, json_integer(s.end));
    return list;
}

static json_t *spans(const rz_span *at, uint32_t n) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < n && append(&list, span(at[i])); i++) continue;
    return list;
}

const char *rz_day_text(rz_day day, char room[RZ_DAY_ROOM]) {
    int year, month, date;
    rz_day_gregorian(day, &year, &month, &date);
    snprintf(room, RZ_DAY_ROOM, "%04d-%02d-%02d", year, month, date);
    return room;
}

static void put_days(object *o, rz_days days) {
    char room[RZ_DAY_ROOM];
    put(o, "from", days.from == RZ_NO_DAY ? json_null() : string(rz_day_text(days.from, room)));
    put(o, "to", days.to == RZ_NO_DAY ? json_null() : string(rz_day_text(days.to, room)));
}

int rz_tehran_offset(rz_day day) {
    int year, month, date;
    if (day == RZ_NO_DAY) return 210;
    rz_day_jalali(day, &year, &month, &date);
    bool kept = (year >= 1370 && year <= 1384) || (year >= 1387 && year <= 1401); /* IANA tz, Asia/Tehran */
    bool summer = month <= 6 && !(month == 1 && date == 1) && !(month == 6 && date == 31);
    return kept && summer ? 270 : 210;
}

static json_t *clock_time(int minute) {
    char room[16];
    if (minute < 0) return json_null();
    snprintf(room, sizeof room, "%02d:%02d", minute / 60 % 24, minute % 60);
    return string(room);
}

static json_t *tehran_time(int minute, rz_day day) {
    char room[24];
    if (minute < 0) return json_null();
    int ahead = rz_tehran_offset(day);
    snprintf(room, sizeof room, "%02d:%02d+%02d:%02d", minute / 60 % 24, minute % 60, ahead / 60, ahead % 60);
    return string(room);
}

static json_t *source(const rz_source *s) {
    object o = open_object();
    put(&o, "id", string(s->id));
    if (s->fa && *s->fa) put(&o, "fa", string(s->fa));
    if (s->relation) put(&o, "relation", string(s->relation));
    if (s->span.end > s->span.start) put(&o, "span", span(s->span));
    return close_object(&o);
}

static json_t *sources(const rz_source *at, uint32_t n) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < n && append(&list, source(&at[i])); i++) continue;
    return list;
}

static json_t *engine(const rz_reading *r) {
    object o = open_object();
    put(&o, "version", string(RZ_VERSION));
    put(&o, "data", string(r->data_hash));
    return close_object(&o);
}

/* A file's name may hold any bytes; each that is not UTF-8 is written as a question mark. */
static json_t *path_string(const char *path) {
    if (!path) return json_null();
    char *shown = strdup(path);
    if (!shown) return NULL;
    size_t size = strlen(shown);
    for (size_t at = 0; (at += rz_utf8_check(shown + at, size - at)) < size;) shown[at] = '?';
    json_t *value = json_string(shown);
    free(shown);
    return value;
}

static json_t *origin(const rz_reading *r) {
    object o = open_object();
    put(&o, "path", path_string(r->path));
    put(&o, "url", string(r->url));
    put(&o, "record", json_integer((json_int_t)r->record));
    return close_object(&o);
}

static json_t *title(const rz_reading *r) {
    if (!r->title) return json_null();
    object o = open_object();
    put(&o, "text", string(r->title));
    put(&o, "span", span(r->title_span));
    return close_object(&o);
}

static json_t *published(const rz_reading *r) {
    object o = open_object();
    put_days(&o, r->published);
    put(&o, "time", tehran_time(r->published_minute, r->published.from));
    put(&o, "basis", string(r->published_basis));
    put(&o, "because", strings(r->published_because, r->n_published_because));
    return close_object(&o);
}

static json_t *date(const rz_date *d) {
    object o = open_object();
    put(&o, "text", string(d->text));
    put(&o, "span", span(d->span));
    put(&o, "extent", span(d->extent));
    put(&o, "kind", string(d->kind));
    put(&o, "grain", string(d->grain));
    put_days(&o, d->days);
    put(&o, "time", clock_time(d->minute));
    put(&o, "calendar", string(d->calendar));
    put(&o, "basis", string(d->basis));
    put(&o, "because", strings(d->because, d->n_because));
    return close_object(&o);
}

json_t *rz_actor_to_json(const rz_actor *a) {
    object o = open_object();
    put(&o, "id", string(a->id));
    put(&o, "kind", string(a->kind));
    put(&o, "fa", string(a->fa));
    put(&o, "en", known(a->en));
    if (a->transliterated) put(&o, "transliterated", json_true());
    put(&o, "state", known(a->state));
    put(&o, "iso", known(a->iso));
    put(&o, "office", known(a->office));
    put(&o, "mentions", spans(a->mentions, a->n_mentions));
    return close_object(&o);
}

static json_t *actor_id(const rz_reading *r, int64_t i) {
    return i >= 0 && i < r->n_actors ? string(r->actors[i].id) : json_null();
}

static json_t *participants(const rz_reading *r, const rz_event *e) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < e->n_participants; i++) {
        object o = open_object();
        put(&o, "actor", actor_id(r, e->participants[i].actor));
        put(&o, "role", string(e->participants[i].role));
        if (!append(&list, close_object(&o))) break;
    }
    return list;
}

static json_t *place(const rz_event *e) {
    if (!e->place_id) return json_null();
    object o = open_object();
    put(&o, "id", string(e->place_id));
    put(&o, "fa", string(e->place_fa));
    return close_object(&o);
}

static json_t *plover(const rz_code_of *c) {
    if (!c->event) return json_null();
    object o = open_object();
    put(&o, "event", string(c->event));
    put(&o, "mode", string(c->mode));
    put(&o, "context", strings(c->context, c->n_context));
    return close_object(&o);
}

json_t *rz_event_to_json(const rz_reading *r, const rz_event *e) {
    object o = open_object();
    put(&o, "id", string(e->id));
    put(&o, "kind", string(e->kind));
    put(&o, "status", string(e->status));
    put(&o, "participants", participants(r, e));
    put_days(&o, e->days);
    put(&o, "place", place(e));
    put(&o, "forum", string(e->forum));
    put(&o, "topics", strings(e->topics, e->n_topics));
    put(&o, "count", json_integer(e->count));
    put(&o, "plover", plover(&e->code));
    put(&o, "cameo", string(e->code.cameo));
    put(&o, "confidence", json_real(e->confidence));
    put(&o, "evidence", spans(e->evidence, e->n_evidence));
    return close_object(&o);
}

static json_t *targets(const rz_reading *r, const rz_statement *s) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < s->n_targets && append(&list, actor_id(r, s->targets[i])); i++) continue;
    return list;
}

json_t *rz_statement_to_json(const rz_reading *r, const rz_statement *s) {
    object o = open_object();
    put(&o, "speaker", actor_id(r, s->speaker));
    put(&o, "via", actor_id(r, s->via));
    put(&o, "form", string(s->form));
    put(&o, "channel", string(s->channel));
    put(&o, "stance", string(s->stance));
    put(&o, "target", targets(r, s));
    put(&o, "topics", strings(s->topics, s->n_topics));
    put(&o, "span", span(s->span));
    put(&o, "plover", plover(&s->code));
    put(&o, "cameo", string(s->code.cameo));
    put(&o, "confidence", json_real(s->confidence));
    put(&o, "evidence", spans(s->evidence, s->n_evidence));
    return close_object(&o);
}

json_t *rz_instrument_to_json(const rz_instrument *i) {
    object o = open_object();
    put(&o, "id", string(i->id));
    put(&o, "fa", string(i->fa));
    put(&o, "parties", strings(i->parties, i->n_parties));
    put(&o, "stage", string(i->stage));
    put_days(&o, i->days);
    put(&o, "confidence", json_real(i->confidence));
    put(&o, "evidence", spans(i->evidence, i->n_evidence));
    return close_object(&o);
}

#define LIST(count, item)                                                     \
    json_t *list = json_array();                                              \
    for (uint32_t i = 0; i < (count) && append(&list, (item)); i++) continue; \
    return list

static json_t *dates(const rz_reading *r) { LIST(r->n_dates, date(&r->dates[i])); }
static json_t *actors(const rz_reading *r) { LIST(r->n_actors, rz_actor_to_json(&r->actors[i])); }
static json_t *events(const rz_reading *r) { LIST(r->n_events, rz_event_to_json(r, &r->events[i])); }
static json_t *statements(const rz_reading *r) { LIST(r->n_statements, rz_statement_to_json(r, &r->statements[i])); }
static json_t *instruments(const rz_reading *r) { LIST(r->n_instruments, rz_instrument_to_json(&r->instruments[i])); }

json_t *rz_reading_to_json(const rz_reading *r) {
    object o = open_object();
    put(&o, "schema", string("rayzan/1"));
    put(&o, "id", string(r->id));
    put(&o, "engine", engine(r));
    put(&o, "source", origin(r));
    put(&o, "text", r->text_is_input ? json_null() : json_stringn(r->text, r->text_size));
    put(&o, "title", title(r));
    put(&o, "language", string("fa"));
    put(&o, "publisher", r->publisher ? source(r->publisher) : json_null());
    put(&o, "chain", sources(r->chain, r->n_chain));
    put(&o, "published", published(r));
    put(&o, "cited", sources(r->cited, r->n_cited));
    put(&o, "body", spans(r->body, r->n_body));
    put(&o, "dates", dates(r));
    put(&o, "actors", actors(r));
    put(&o, "events", events(r));
    put(&o, "statements", statements(r));
    put(&o, "instruments", instruments(r));
    return close_object(&o);
}

char *rz_reading_json(const rz_reading *reading) {
    json_t *value = rz_reading_to_json(reading);
    char *line = value ? json_dumps(value, JSON_COMPACT | JSON_REAL_PRECISION(4)) : NULL;
    json_decref(value);
    return line;
}
