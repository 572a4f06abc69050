/* A reading written as JSON. Keys stand in the contract's order; what is not known is null, but a source leaves it out. */
#include "reading/json.h"

#include <stdio.h>

static void string(rz_json *j, const char *key, const char *text) {
    rz_json_key(j, key);
    rz_json_string(j, text);
}

/* A string whose "" means that nothing is known. */
static void known(rz_json *j, const char *key, const char *text) { string(j, key, text && *text ? text : NULL); }

static void strings(rz_json *j, const char *key, const char *const *at, uint32_t n) {
    rz_json_open_at(j, key, '[');
    for (uint32_t i = 0; i < n; i++) rz_json_string(j, at[i]);
    rz_json_close(j, ']');
}

static void bare_span(rz_json *j, rz_span s) {
    rz_json_open(j, '[');
    rz_json_integer(j, s.start);
    rz_json_integer(j, s.end);
    rz_json_close(j, ']');
}

static void span(rz_json *j, const char *key, rz_span s) {
    rz_json_key(j, key);
    bare_span(j, s);
}

static void spans(rz_json *j, const char *key, const rz_span *at, uint32_t n) {
    rz_json_open_at(j, key, '[');
    for (uint32_t i = 0; i < n; i++) bare_span(j, at[i]);
    rz_json_close(j, ']');
}

static void days(rz_json *j, rz_days days) {
    char room[RZ_DAY_ROOM];
    string(j, "from", days.from == RZ_NO_DAY ? NULL : rz_day_text(days.from, room));
    string(j, "to", days.to == RZ_NO_DAY ? NULL : rz_day_text(days.to, room));
}

int rz_tehran_offset(rz_day day) {
    int year, month, date;
    if (day == RZ_NO_DAY) return 210;
    rz_day_jalali(day, &year, &month, &date);
    bool kept = (year >= 1370 && year <= 1384) || (year >= 1387 && year <= 1401); /* IANA tz, Asia/Tehran */
    bool summer = month <= 6 && !(month == 1 && date == 1) && !(month == 6 && date == 31);
    return kept && summer ? 270 : 210;
}

/* 09:31, 11:41:35, 14:05+03:30 */
static void clock_time(rz_json *j, const rz_date *d) {
    char room[64] = "";
    if (d->minute < 0) {
        string(j, "time", NULL);
        return;
    }
    int n = snprintf(room, sizeof room, "%02d:%02d", d->minute / 60, d->minute % 60);
    if (d->second >= 0) n += snprintf(room + n, sizeof room - (size_t)n, ":%02d", d->second % 60);
    int zone = d->zone < 0 ? -d->zone : d->zone;
    if (d->zone != RZ_NO_ZONE) n += snprintf(room + n, sizeof room - (size_t)n, "%c%02d:%02d", d->zone < 0 ? '-' : '+', zone / 60, zone % 60);
    if (d->minute_to >= 0) snprintf(room + n, sizeof room - (size_t)n, "..%02d:%02d", d->minute_to / 60, d->minute_to % 60);
    string(j, "time", room);
}

static void tehran_time(rz_json *j, int minute, rz_day day) {
    char room[24] = "";
    int ahead = minute < 0 ? 0 : rz_tehran_offset(day);
    if (minute >= 0) snprintf(room, sizeof room, "%02d:%02d+%02d:%02d", minute / 60 % 24, minute % 60, ahead / 60, ahead % 60);
    string(j, "time", minute < 0 ? NULL : room);
}

static void source(rz_json *j, const rz_source *s) {
    rz_json_open(j, '{');
    string(j, "id", s->id);
    if (s->fa && *s->fa) string(j, "fa", s->fa);
    if (s->relation) string(j, "relation", s->relation);
    if (s->span.end > s->span.start) span(j, "span", s->span);
    rz_json_close(j, '}');
}

static void sources(rz_json *j, const char *key, const rz_source *at, uint32_t n) {
    rz_json_open_at(j, key, '[');
    for (uint32_t i = 0; i < n; i++) source(j, &at[i]);
    rz_json_close(j, ']');
}

static void origin(rz_json *j, const rz_reading *r) {
    rz_json_open_at(j, "engine", '{');
    string(j, "version", RZ_VERSION);
    string(j, "data", r->data_hash);
    rz_json_close(j, '}');
    rz_json_open_at(j, "source", '{');
    string(j, "path", r->path);
    string(j, "url", r->url);
    rz_json_integer_at(j, "record", (int64_t)r->record);
    string(j, "encoding", r->encoding);
    rz_json_close(j, '}');
}

static void text(rz_json *j, const rz_reading *r) {
    rz_json_key(j, "text");
    if (r->text_is_input)
        rz_json_null(j);
    else
        rz_json_bytes(j, r->text, r->text_size);
}

static void title(rz_json *j, const rz_reading *r) {
    rz_json_key(j, "title");
    if (!r->title) {
        rz_json_null(j);
        return;
    }
    rz_json_open(j, '{');
    string(j, "text", r->title);
    span(j, "span", r->title_span);
    rz_json_close(j, '}');
}

static void publisher(rz_json *j, const rz_reading *r) {
    rz_json_key(j, "publisher");
    if (r->publisher)
        source(j, r->publisher);
    else
        rz_json_null(j);
}

void rz_published_json(rz_json *j, rz_days published, int minute, const char *basis, const char *const *because, uint32_t n_because) {
    rz_json_open_at(j, "published", '{');
    days(j, published);
    tehran_time(j, minute, published.from);
    string(j, "basis", basis);
    strings(j, "because", because, n_because);
    rz_json_close(j, '}');
}

static void published(rz_json *j, const rz_reading *r) {
    rz_published_json(j, r->published, r->published_minute, r->published_basis, r->published_because, r->n_published_because);
}

void rz_date_json(rz_json *j, const rz_date *d) {
    rz_json_open(j, '{');
    string(j, "text", d->text);
    span(j, "span", d->span);
    span(j, "extent", d->extent);
    string(j, "kind", d->kind);
    string(j, "grain", d->grain);
    days(j, d->days);
    clock_time(j, d);
    if (d->iso) string(j, "iso", d->iso);
    string(j, "calendar", d->calendar);
    string(j, "basis", d->basis);
    strings(j, "because", d->because, d->n_because);
    if (d->of >= 0) rz_json_integer_at(j, "of", d->of);
    if (d->impossible) string(j, "impossible", d->impossible);
    if (d->contradicts) string(j, "contradicts", d->contradicts);
    rz_json_close(j, '}');
}

static void actor_json(rz_json *j, const rz_actor *a) {
    rz_json_open(j, '{');
    string(j, "id", a->id);
    string(j, "kind", a->kind);
    string(j, "fa", a->fa);
    known(j, "en", a->en);
    if (a->transliterated) {
        rz_json_key(j, "transliterated");
        rz_json_bool(j, true);
    }
    known(j, "state", a->state);
    known(j, "iso", a->iso);
    known(j, "office", a->office);
    spans(j, "mentions", a->mentions, a->n_mentions);
    rz_json_close(j, '}');
}

static const char *actor_id(const rz_reading *r, int64_t i) { return i >= 0 && i < r->n_actors ? r->actors[i].id : NULL; }

static void participants(rz_json *j, const rz_reading *r, const rz_event *e) {
    rz_json_open_at(j, "participants", '[');
    for (uint32_t i = 0; i < e->n_participants; i++) {
        rz_json_open(j, '{');
        string(j, "actor", actor_id(r, e->participants[i].actor));
        string(j, "role", e->participants[i].role);
        rz_json_close(j, '}');
    }
    rz_json_close(j, ']');
}

static void place(rz_json *j, const rz_event *e) {
    rz_json_key(j, "place");
    if (!e->place_id) {
        rz_json_null(j);
        return;
    }
    rz_json_open(j, '{');
    string(j, "id", e->place_id);
    string(j, "fa", e->place_fa);
    rz_json_close(j, '}');
}

static void code(rz_json *j, const rz_code_of *c) {
    rz_json_key(j, "plover");
    if (c->event) {
        rz_json_open(j, '{');
        string(j, "event", c->event);
        string(j, "mode", c->mode);
        strings(j, "context", c->context, c->n_context);
        rz_json_close(j, '}');
    } else {
        rz_json_null(j);
    }
    string(j, "cameo", c->cameo);
}

static void event_json(rz_json *j, const rz_reading *r, const rz_event *e) {
    rz_json_open(j, '{');
    string(j, "id", e->id);
    string(j, "kind", e->kind);
    string(j, "status", e->status);
    participants(j, r, e);
    days(j, e->days);
    place(j, e);
    string(j, "forum", e->forum);
    strings(j, "topics", e->topics, e->n_topics);
    rz_json_integer_at(j, "count", e->count);
    code(j, &e->code);
    rz_json_real_at(j, "confidence", e->confidence);
    spans(j, "evidence", e->evidence, e->n_evidence);
    rz_json_close(j, '}');
}

static void statement_json(rz_json *j, const rz_reading *r, const rz_statement *s) {
    rz_json_open(j, '{');
    string(j, "speaker", actor_id(r, s->speaker));
    string(j, "via", actor_id(r, s->via));
    string(j, "form", s->form);
    string(j, "channel", s->channel);
    string(j, "stance", s->stance);
    rz_json_open_at(j, "target", '[');
    for (uint32_t i = 0; i < s->n_targets; i++) rz_json_string(j, actor_id(r, s->targets[i]));
    rz_json_close(j, ']');
    strings(j, "topics", s->topics, s->n_topics);
    span(j, "span", s->span);
    code(j, &s->code);
    rz_json_real_at(j, "confidence", s->confidence);
    spans(j, "evidence", s->evidence, s->n_evidence);
    rz_json_close(j, '}');
}

static void instrument_json(rz_json *j, const rz_instrument *i) {
    rz_json_open(j, '{');
    string(j, "id", i->id);
    string(j, "fa", i->fa);
    strings(j, "parties", i->parties, i->n_parties);
    string(j, "stage", i->stage);
    days(j, i->days);
    rz_json_real_at(j, "confidence", i->confidence);
    spans(j, "evidence", i->evidence, i->n_evidence);
    rz_json_close(j, '}');
}

static void facts(rz_json *j, const rz_reading *r) {
    rz_json_open_at(j, "dates", '[');
    for (uint32_t i = 0; i < r->n_dates; i++) rz_date_json(j, &r->dates[i]);
    rz_json_close(j, ']');
    rz_json_open_at(j, "actors", '[');
    for (uint32_t i = 0; i < r->n_actors; i++) actor_json(j, &r->actors[i]);
    rz_json_close(j, ']');
    rz_json_open_at(j, "events", '[');
    for (uint32_t i = 0; i < r->n_events; i++) event_json(j, r, &r->events[i]);
    rz_json_close(j, ']');
    rz_json_open_at(j, "statements", '[');
    for (uint32_t i = 0; i < r->n_statements; i++) statement_json(j, r, &r->statements[i]);
    rz_json_close(j, ']');
    rz_json_open_at(j, "instruments", '[');
    for (uint32_t i = 0; i < r->n_instruments; i++) instrument_json(j, &r->instruments[i]);
    rz_json_close(j, ']');
}

char *rz_reading_json(const rz_reading *r) {
    rz_json json = {0}, *j = &json;
    rz_json_open(j, '{');
    string(j, "schema", "rayzan/1");
    string(j, "id", r->id);
    origin(j, r);
    text(j, r);
    title(j, r);
    string(j, "language", "fa");
    publisher(j, r);
    sources(j, "chain", r->chain, r->n_chain);
    published(j, r);
    sources(j, "cited", r->cited, r->n_cited);
    spans(j, "body", r->body, r->n_body);
    facts(j, r);
    rz_json_close(j, '}');
    return rz_json_finish(j);
}

static void updated(rz_json *j, const rz_reading *r) {
    rz_json_key(j, "updated");
    if (r->updated == RZ_NO_DAY) {
        rz_json_null(j);
        return;
    }
    rz_json_open(j, '{');
    days(j, (rz_days){r->updated, r->updated});
    tehran_time(j, r->updated_minute, r->updated);
    rz_json_close(j, '}');
}

char *rz_article_json(const rz_reading *r) {
    rz_json json = {0}, *j = &json;
    rz_json_open(j, '{');
    string(j, "id", r->id);
    origin(j, r);
    title(j, r);
    string(j, "language", r->language);
    publisher(j, r);
    string(j, "byline", r->byline);
    string(j, "section", r->section);
    published(j, r);
    updated(j, r);
    spans(j, "body", r->body, r->n_body);
    rz_json_key(j, "text");
    rz_json_bytes(j, r->text, r->text_size);
    rz_json_open_at(j, "cut", '[');
    for (uint32_t i = 0; i < r->n_cut; i++) {
        rz_json_open(j, '{');
        span(j, "span", r->cut[i].span);
        string(j, "reason", r->cut[i].reason);
        rz_json_close(j, '}');
    }
    rz_json_close(j, ']');
    rz_json_close(j, '}');
    return rz_json_finish(j);
}
