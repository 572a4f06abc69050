/* A timeline for spreadsheets and statistics, by RFC 4180: a header and a row for each event. Lists stand in one cell, apart
 * by "; ". The header is the same in every language, so that a program may rely on it. */
#include <string.h>

#include "output/known.h"
#include "output/sheet.h"
#include "reading/json.h"

static const char LIST[] = "; ";

typedef struct {
    rz_sheet *s;
    bool begun;
    rz_stream cell; /* the cell being gathered */
    uint32_t items; /* in it */
} table;

/* A spreadsheet takes a cell that begins so for a formula, and an article might bring one. */
static bool is_formula(const char *text) { return *text && strchr("=+-@\t\r", *text); }

static void put_cell(table *t, const char *text) {
    FILE *out = t->s->out;
    if (t->begun) putc(',', out);
    t->begun = true;
    bool guard = is_formula(text);
    if (!guard && !strpbrk(text, ",\"\r\n")) {
        fputs(text, out);
        return;
    }
    fputs(guard ? "\"'" : "\"", out);
    for (; *text; text++) {
        if (*text == '"') putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}

static void put_number(table *t, uint32_t n) {
    char room[12];
    snprintf(room, sizeof room, "%u", n);
    put_cell(t, room);
}

static void put_real(table *t, double value) {
    rz_json json = {0};
    rz_json_real(&json, value);
    char *text = rz_json_finish(&json);
    put_cell(t, rz_some(text));
    if (!text) t->s->failed = true;
    rz_free(text);
}

static void end_row(table *t) {
    fputs("\r\n", t->s->out);
    t->begun = false;
}

static bool open_list(table *t) {
    t->items = 0;
    return rz_stream_open(&t->cell) || !(t->s->failed = true);
}

static void put_item(table *t, const char *text) {
    if (!*rz_some(text)) return;
    fprintf(t->cell.out, "%s%s", t->items++ ? LIST : "", text);
}

static void close_list(table *t) {
    char *text = rz_stream_close(&t->cell);
    put_cell(t, rz_some(text));
    if (!text) t->s->failed = true;
    rz_free(text);
}

static void put_gregorian(table *t, rz_day day) {
    char room[RZ_DAY_ROOM];
    put_cell(t, day == RZ_NO_DAY ? "" : rz_day_text(day, room));
}

static void put_jalali(table *t, rz_day day) {
    char room[RZ_DAY_ROOM] = "";
    int year, month, date;
    if (day != RZ_NO_DAY) {
        rz_day_jalali(day, &year, &month, &date);
        snprintf(room, sizeof room, "%04d-%02d-%02d", year, month, date);
    }
    put_cell(t, room);
}

static void put_days(table *t, rz_days days) {
    put_gregorian(t, days.from);
    put_gregorian(t, days.to);
    put_jalali(t, days.from);
    put_jalali(t, days.to);
}

static void put_named(table *t, const rz_named *n) {
    put_cell(t, rz_some(n->id));
    put_cell(t, rz_named_label(&t->s->l, n));
}

/* One cell of what each participant, topic or report has. */
#define PUT_LIST(t, count, value)                                              \
    do {                                                                       \
        if (!open_list(t)) {                                                   \
            put_cell(t, "");                                                   \
            break;                                                             \
        }                                                                      \
        for (uint32_t i = 0; i < (count); i++) put_item((t), (value));         \
        close_list(t);                                                         \
    } while (0)

static void put_participants(table *t, const rz_known_event *e) {
    PUT_LIST(t, e->n_participants, e->participants[i].who.id);
    PUT_LIST(t, e->n_participants, rz_named_label(&t->s->l, &e->participants[i].who));
    PUT_LIST(t, e->n_participants, e->participants[i].role);
}

static void put_sources(table *t, const rz_known_event *e) {
    put_number(t, e->n_reports);
    PUT_LIST(t, e->n_reports, rz_first_of_outlet(e, i) ? e->reports[i].outlet.id : "");
    PUT_LIST(t, e->n_reports, rz_first_of_outlet(e, i) ? rz_named_label(&t->s->l, &e->reports[i].outlet) : "");
    PUT_LIST(t, e->n_reports, e->reports[i].article);
    PUT_LIST(t, e->n_reports, e->reports[i].url);
}

static void put_code(table *t, const rz_code_of *c) {
    put_cell(t, rz_some(c->event));
    put_cell(t, rz_some(c->mode));
    PUT_LIST(t, c->n_context, c->context[i]);
    put_cell(t, rz_some(c->cameo));
}

static void put_differences(table *t, const rz_known_event *e) {
    const char *const names[] = {e->differ_status ? "status" : "", e->differ_days ? "days" : "", e->differ_place ? "place" : ""};
    PUT_LIST(t, 3, names[i]);
}

static void put_evidence(table *t, const rz_known_event *e) {
    const rz_report *r = e->reports;
    put_cell(t, e->n_reports && r->n_proofs ? rz_some(r->proofs[0].text) : "");
}

static void put_event(table *t, const rz_known_event *e) {
    put_cell(t, rz_some(e->id));
    put_cell(t, rz_some(e->kind));
    put_cell(t, rz_some(e->status));
    put_days(t, e->days);
    put_gregorian(t, e->reported.from);
    put_gregorian(t, e->reported.to);
    put_named(t, &e->place);
    put_participants(t, e);
    PUT_LIST(t, e->n_topics, e->topics[i].id);
    PUT_LIST(t, e->n_topics, rz_named_label(&t->s->l, &e->topics[i]));
    put_named(t, &e->forum);
    put_number(t, e->count);
    put_code(t, &e->code);
    put_real(t, e->confidence);
    put_differences(t, e);
    put_sources(t, e);
    put_evidence(t, e);
    end_row(t);
}

char *rz_timeline_csv(const rz_engine *engine, const rz_timeline *timeline, const char *lang) {
    static const char *const columns[] = {
        "id", "kind", "status", "from", "to", "jalali_from", "jalali_to", "reported_from", "reported_to", "place_id", "place", "participant_ids", "participants",
        "roles", "topic_ids", "topics", "forum_id", "forum", "count", "plover_event", "plover_mode", "plover_context", "cameo",
        "confidence", "differs", "sources", "outlet_ids", "outlets", "articles", "urls", "evidence"};
    rz_sheet sheet;
    if (!rz_sheet_open(&sheet, engine, lang)) return NULL;
    table t = {.s = &sheet};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) put_cell(&t, columns[i]);
    end_row(&t);
    for (size_t i = 0; i < timeline->n_events; i++) put_event(&t, &timeline->events[i]);
    return rz_sheet_finish(&sheet);
}
