/* The way back: a line of JSON becomes a reading in an arena. */
#include <errno.h>
#include <jansson.h>
#include <stdio.h>

#include "base/error.h"
#include "reading/held.h"
#include "reading/json.h"

/* What a wrong line is told of: the first key whose value is not what it must be. */
typedef struct {
    rz_arena *arena;
    rz_reading *r;
    const char *wrong;
} parse;

static void wrong(parse *p, const char *key) {
    if (!p->wrong) p->wrong = key;
}

/* A copy of the string under a key; NULL where it is null or absent. */
static const char *text_or_null(parse *p, const json_t *o, const char *key) {
    const json_t *value = json_object_get(o, key);
    if (!value || json_is_null(value)) return NULL;
    if (!json_is_string(value)) return wrong(p, key), NULL;
    return rz_copy(p->arena, json_string_value(value), json_string_length(value));
}

static const char *text(parse *p, const json_t *o, const char *key) {
    const char *found = text_or_null(p, o, key);
    if (!found) wrong(p, key);
    return found ? found : "";
}

static const char *text_or_empty(parse *p, const json_t *o, const char *key) {
    const char *found = text_or_null(p, o, key);
    return found ? found : "";
}

static uint64_t number(parse *p, const json_t *o, const char *key) {
    const json_t *value = json_object_get(o, key);
    if (!json_is_integer(value) || json_integer_value(value) < 0) return wrong(p, key), 0;
    return (uint64_t)json_integer_value(value);
}

static double confidence(parse *p, const json_t *o) {
    double value = json_number_value(json_object_get(o, "confidence"));
    if (value >= 0 && value <= 1) return value;
    return wrong(p, "confidence"), 0;
}

static rz_span span(parse *p, const json_t *value, const char *key) {
    const json_t *a = json_array_get(value, 0), *b = json_array_get(value, 1);
    json_int_t start = json_integer_value(a), end = json_integer_value(b);
    if (!json_is_integer(a) || !json_is_integer(b) || start < 0 || start > end || end > UINT32_MAX) {
        wrong(p, key);
        return (rz_span){0, 0};
    }
    return (rz_span){(uint32_t)start, (uint32_t)end};
}

/* The array under a key and how long it is; anything else is wrong and has no items. */
static const json_t *list(parse *p, const json_t *o, const char *key, uint32_t *n) {
    const json_t *value = json_object_get(o, key);
    if (!json_is_array(value)) wrong(p, key);
    *n = (uint32_t)json_array_size(value);
    return value;
}

static const rz_span *spans(parse *p, const json_t *o, const char *key, uint32_t *n) {
    const json_t *items = list(p, o, key, n);
    rz_span *out = RZ_NEW_N(p->arena, rz_span, *n);
    for (uint32_t i = 0; i < *n; i++) out[i] = span(p, json_array_get(items, i), key);
    return out;
}

static const char *const *texts(parse *p, const json_t *o, const char *key, uint32_t *n) {
    const json_t *items = list(p, o, key, n);
    const char **out = RZ_NEW_N(p->arena, const char *, *n);
    for (uint32_t i = 0; i < *n; i++) {
        const char *item = json_string_value(json_array_get(items, i));
        if (!item) wrong(p, key);
        out[i] = item ? rz_copy(p->arena, item, strlen(item)) : "";
    }
    return out;
}

rz_day rz_day_of_text(const char *text) {
    int year, month, date, end = 0;
    if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &date, &end) != 3 || text[end]) return RZ_NO_DAY;
    return rz_gregorian_day(year, month, date);
}

static rz_day day(parse *p, const json_t *o, const char *key) {
    const char *found = text_or_null(p, o, key);
    rz_day d = found ? rz_day_of_text(found) : RZ_NO_DAY;
    if (found && d == RZ_NO_DAY) wrong(p, key);
    return d;
}

static rz_days days(parse *p, const json_t *o) { return (rz_days){day(p, o, "from"), day(p, o, "to")}; }

/* HH:MM, whatever stands behind it. */
static int minute(parse *p, const json_t *o) {
    int hour, minute;
    const char *found = text_or_null(p, o, "time");
    if (!found) return -1;
    if (sscanf(found, "%2d:%2d", &hour, &minute) != 2 || hour < 0 || minute < 0) return wrong(p, "time"), -1;
    return hour * 60 + minute;
}

/* :SS, +HH:MM and ..HH:MM behind it. */
static void finer(parse *p, const json_t *o, rz_date *d) {
    char sign;
    int hour, minute;
    const char *rest = d->minute < 0 ? NULL : strchr(text_or_null(p, o, "time"), ':') + 1;
    d->second = d->minute_to = -1;
    d->zone = RZ_NO_ZONE;
    if (!rest) return;
    const char *to = strstr(rest, "..");
    if (to && sscanf(to, "..%2d:%2d", &hour, &minute) == 2) d->minute_to = hour * 60 + minute;
    rest += strcspn(rest, ":+-."); /* «06:30..22:00» has no seconds */
    if (*rest == ':' && sscanf(rest, ":%2d", &d->second) == 1) rest += 1 + strcspn(rest + 1, "+-.");
    if (sscanf(rest, "%c%2d:%2d", &sign, &hour, &minute) == 3 && (sign == '+' || sign == '-')) d->zone = (sign == '-' ? -1 : 1) * (hour * 60 + minute);
}

static rz_source source(parse *p, const json_t *o) {
    const json_t *at = json_object_get(o, "span");
    return (rz_source){.id = text(p, o, "id"),
                       .fa = text_or_empty(p, o, "fa"),
                       .relation = text_or_null(p, o, "relation"),
                       .span = at ? span(p, at, "span") : (rz_span){0, 0}};
}

static const rz_source *sources(parse *p, const json_t *o, const char *key, uint32_t *n) {
    const json_t *items = list(p, o, key, n);
    rz_source *out = RZ_NEW_N(p->arena, rz_source, *n);
    for (uint32_t i = 0; i < *n; i++) out[i] = source(p, json_array_get(items, i));
    return out;
}

static rz_date date(parse *p, const json_t *o) {
    rz_date d = {.text = text(p, o, "text"),
                 .span = span(p, json_object_get(o, "span"), "span"),
                 .extent = span(p, json_object_get(o, "extent"), "extent"),
                 .kind = text(p, o, "kind"),
                 .grain = text_or_null(p, o, "grain"),
                 .days = days(p, o),
                 .minute = minute(p, o),
                 .iso = text_or_null(p, o, "iso"),
                 .calendar = text_or_null(p, o, "calendar"),
                 .basis = text_or_null(p, o, "basis"),
                 .impossible = text_or_null(p, o, "impossible"),
                 .contradicts = text_or_null(p, o, "contradicts")};
    finer(p, o, &d);
    d.of = json_object_get(o, "of") ? (int32_t)number(p, o, "of") : -1;
    d.because = texts(p, o, "because", &d.n_because);
    return d;
}

static rz_actor actor(parse *p, const json_t *o) {
    rz_actor a = {.id = text(p, o, "id"),
                  .kind = text(p, o, "kind"),
                  .fa = text_or_empty(p, o, "fa"),
                  .en = text_or_empty(p, o, "en"),
                  .transliterated = json_is_true(json_object_get(o, "transliterated")),
                  .state = text_or_empty(p, o, "state"),
                  .office = text_or_empty(p, o, "office"),
                  .iso = text_or_empty(p, o, "iso")};
    a.mentions = spans(p, o, "mentions", &a.n_mentions);
    return a;
}

/* The index of an actor by its id; -1: none. An article has few of them. */
static int64_t actor_index(const parse *p, const json_t *id) {
    const char *wanted = json_string_value(id);
    for (uint32_t i = 0; wanted && i < p->r->n_actors; i++)
        if (strcmp(p->r->actors[i].id, wanted) == 0) return i;
    return -1;
}

static uint32_t actor_of(parse *p, const json_t *id, const char *key) {
    int64_t i = actor_index(p, id);
    if (i < 0) wrong(p, key);
    return i < 0 ? 0 : (uint32_t)i;
}

static rz_code_of code(parse *p, const json_t *o) {
    rz_code_of c = {.cameo = text_or_null(p, o, "cameo")};
    const json_t *plover = json_object_get(o, "plover");
    if (!json_is_object(plover)) return c;
    c.event = text(p, plover, "event");
    c.mode = text_or_null(p, plover, "mode");
    const char *const *context = texts(p, plover, "context", &c.n_context);
    if (c.n_context > sizeof c.context / sizeof *c.context) c.n_context = sizeof c.context / sizeof *c.context;
    for (uint32_t i = 0; i < c.n_context; i++) c.context[i] = context[i];
    return c;
}

static const rz_participant *participants(parse *p, const json_t *o, uint32_t *n) {
    const json_t *items = list(p, o, "participants", n);
    rz_participant *out = RZ_NEW_N(p->arena, rz_participant, *n);
    for (uint32_t i = 0; i < *n; i++) {
        const json_t *item = json_array_get(items, i);
        out[i] = (rz_participant){actor_of(p, json_object_get(item, "actor"), "actor"), text(p, item, "role")};
    }
    return out;
}

static rz_event event(parse *p, const json_t *o) {
    const json_t *place = json_object_get(o, "place");
    rz_event e = {.id = text(p, o, "id"),
                  .kind = text(p, o, "kind"),
                  .status = text(p, o, "status"),
                  .days = days(p, o),
                  .place_id = json_is_object(place) ? text(p, place, "id") : NULL,
                  .place_fa = json_is_object(place) ? text_or_null(p, place, "fa") : NULL,
                  .forum = text_or_null(p, o, "forum"),
                  .count = (uint32_t)number(p, o, "count"),
                  .code = code(p, o),
                  .confidence = confidence(p, o)};
    e.participants = participants(p, o, &e.n_participants);
    e.topics = texts(p, o, "topics", &e.n_topics);
    e.evidence = spans(p, o, "evidence", &e.n_evidence);
    return e;
}

static rz_statement statement(parse *p, const json_t *o) {
    rz_statement s = {.speaker = actor_of(p, json_object_get(o, "speaker"), "speaker"),
                      .via = (int32_t)actor_index(p, json_object_get(o, "via")),
                      .form = text(p, o, "form"),
                      .channel = text_or_null(p, o, "channel"),
                      .stance = text(p, o, "stance"),
                      .span = span(p, json_object_get(o, "span"), "span"),
                      .code = code(p, o),
                      .confidence = confidence(p, o)};
    const json_t *at = list(p, o, "target", &s.n_targets);
    uint32_t *targets = RZ_NEW_N(p->arena, uint32_t, s.n_targets);
    for (uint32_t i = 0; i < s.n_targets; i++) targets[i] = actor_of(p, json_array_get(at, i), "target");
    s.targets = targets;
    s.topics = texts(p, o, "topics", &s.n_topics);
    s.evidence = spans(p, o, "evidence", &s.n_evidence);
    return s;
}

static rz_instrument instrument(parse *p, const json_t *o) {
    rz_instrument i = {.id = text(p, o, "id"),
                       .fa = text_or_empty(p, o, "fa"),
                       .stage = text(p, o, "stage"),
                       .days = days(p, o),
                       .confidence = confidence(p, o)};
    i.parties = texts(p, o, "parties", &i.n_parties);
    i.evidence = spans(p, o, "evidence", &i.n_evidence);
    return i;
}

static void read_source(parse *p, const json_t *o) {
    rz_reading *r = p->r;
    const json_t *origin = json_object_get(o, "source"), *title = json_object_get(o, "title"),
                 *publisher = json_object_get(o, "publisher"), *article = json_object_get(o, "text");
    r->path = text_or_null(p, origin, "path");
    r->url = text_or_null(p, origin, "url");
    r->record = number(p, origin, "record");
    r->encoding = text_or_null(p, origin, "encoding");
    r->text_is_input = !json_is_string(article);
    r->text_size = (uint32_t)json_string_length(article);
    r->text = text_or_empty(p, o, "text");
    if (json_is_object(title)) {
        r->title = text(p, title, "text");
        r->title_span = span(p, json_object_get(title, "span"), "title");
    }
    if (json_is_object(publisher)) {
        rz_source *held = RZ_NEW(p->arena, rz_source);
        *held = source(p, publisher);
        r->publisher = held;
    }
    r->chain = sources(p, o, "chain", &r->n_chain);
    r->cited = sources(p, o, "cited", &r->n_cited);
    r->body = spans(p, o, "body", &r->n_body);
}

static void read_published(parse *p, const json_t *o) {
    const json_t *published = json_object_get(o, "published");
    p->r->published = days(p, published);
    p->r->published_minute = minute(p, published);
    p->r->published_basis = text_or_null(p, published, "basis");
    p->r->published_because = texts(p, published, "because", &p->r->n_published_because);
}

/* Fills the reading's list of a type from the array under the list's name. */
#define READ_ALL(type, field, one)                                                                    \
    do {                                                                                              \
        uint32_t n;                                                                                   \
        const json_t *items = list(p, o, #field, &n);                                                 \
        type *out = RZ_NEW_N(p->arena, type, n);                                                      \
        for (uint32_t i = 0; i < n; i++) out[i] = one(p, json_array_get(items, i));                   \
        p->r->field = out;                                                                            \
        p->r->n_##field = n;                                                                          \
    } while (0)

static void read_all(parse *p, const json_t *o) {
    const char *schema = text(p, o, "schema"), *id = text(p, o, "id");
    if (strncmp(schema, "rayzan/1", 8) != 0) wrong(p, "schema");
    if (strlen(id) >= sizeof p->r->id) wrong(p, "id");
    snprintf(p->r->id, sizeof p->r->id, "%.16s", id);
    p->r->data_hash = text(p, json_object_get(o, "engine"), "data");
    read_source(p, o);
    read_published(p, o);
    READ_ALL(rz_date, dates, date);
    READ_ALL(rz_actor, actors, actor);
    READ_ALL(rz_event, events, event);
    READ_ALL(rz_statement, statements, statement);
    READ_ALL(rz_instrument, instruments, instrument);
}

/* Frees the reading and says why there is none. */
static rz_reading *refuse(rz_held *held, rz_error *error, rz_code code, uint64_t at, const char *what) {
    rz_held_close(held);
    rz_fail(error, code, at, "%s", what);
    return NULL;
}

static rz_reading *from_value(const json_t *value, rz_error *error) {
    rz_held *held = rz_held_open(0);
    if (!held || setjmp(held->exit)) return refuse(held, error, RZ_NO_MEMORY, 0, "not enough memory for the reading");
    parse p = {&held->arena, &held->reading, NULL};
    read_all(&p, value);
    if (p.wrong) {
        char what[120];
        snprintf(what, sizeof what, "this is no reading of rayzan/1: the value of \"%s\" is not as it must be", p.wrong);
        return refuse(held, error, RZ_BAD_ARGUMENT, 0, what);
    }
    return &held->reading;
}

rz_reading *rz_reading_parse(const char *json, size_t size, rz_error *error) {
    json_error_t bad;
    errno = 0; /* without memory jansson may lose a letter and not tell */
    json_t *value = json_loadb(json, size, JSON_ALLOW_NUL, &bad);
    if (errno == ENOMEM) {
        json_decref(value);
        rz_fail(error, RZ_NO_MEMORY, 0, "not enough memory for the reading");
        return NULL;
    }
    if (!value) {
        rz_fail(error, RZ_BAD_ARGUMENT, (uint64_t)(bad.position < 0 ? 0 : bad.position), "this is no JSON: %s", bad.text);
        return NULL;
    }
    rz_reading *reading = from_value(value, error);
    json_decref(value);
    return reading;
}
