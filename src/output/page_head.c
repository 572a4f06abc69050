/* The head of the page: how much there is, the years at a glance, and the tools for choosing. */
#include <stdlib.h>
#include <string.h>

#include "output/known.h"
#include "output/page.h"

static void put(rz_sheet *s, const char *text) { fputs(text, s->out); }

/* ---- counts ---- */

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* How many different ones there are of what each report has. */
static size_t different(rz_sheet *s, const rz_timeline *t, const char *(*of)(const rz_report *r)) {
    size_t all = 0, n = 0, count = 0;
    for (size_t i = 0; i < t->n_events; i++) all += t->events[i].n_reports;
    const char **at = calloc(all + 1, sizeof *at);
    if (!at) return s->failed = true, 0;
    for (size_t i = 0; i < t->n_events; i++)
        for (uint32_t k = 0; k < t->events[i].n_reports; k++) {
            const char *text = rz_some(of(&t->events[i].reports[k]));
            if (*text) at[n++] = text;
        }
    qsort(at, n, sizeof *at, by_text);
    for (size_t i = 0; i < n; i++) count += !i || strcmp(at[i - 1], at[i]) != 0;
    free(at);
    return count;
}

static const char *article_of(const rz_report *r) { return r->article; }
static const char *outlet_of(const rz_report *r) { return r->outlet.id; }

static void counted(rz_sheet *s, size_t n, const char *one, const char *many) {
    put(s, "<li><b>");
    rz_html_number(s, n);
    put(s, "</b> ");
    rz_html_word(s, n == 1 ? one : many);
}

static void counts(rz_sheet *s, const rz_timeline *t) {
    put(s, "<ul class=\"counts\">");
    counted(s, t->n_events, "event", "events-n");
    if (t->all_events > t->n_events) {
        putc(' ', s->out);
        rz_html_word(s, "of");
        putc(' ', s->out);
        rz_html_number(s, t->all_events);
    }
    put(s, "</li>");
    counted(s, different(s, t, article_of), "report", "reports-n");
    put(s, "</li>");
    counted(s, different(s, t, outlet_of), "outlet", "outlets-n");
    put(s, "</li></ul>\n");
}

/* From the first to the last day of all. */
static void range(rz_sheet *s, const rz_timeline *t) {
    rz_days days = {RZ_NO_DAY, RZ_NO_DAY};
    for (size_t i = 0; i < t->n_events; i++) {
        rz_days d = rz_event_stands(&t->events[i]);
        if (!rz_is_day(d)) continue;
        if (!rz_is_day(days)) days = d;
        if (d.from < days.from) days.from = d.from;
        if (d.to > days.to) days.to = d.to;
    }
    if (!rz_is_day(days)) return;
    put(s, "<p class=\"range\">");
    rz_html_days(s, days, true);
    put(s, " <span class=\"other\">");
    rz_html_days(s, days, false);
    put(s, "</span></p>\n");
}

/* ---- the years at a glance: a bar for each month ---- */

enum { BAR = 5, BAR_ROOM = 7, HEIGHT = 28 };

static void bars(rz_sheet *s, const rz_page_year *y, uint32_t most) {
    fprintf(s->out, "<svg aria-hidden=\"true\" viewBox=\"0 0 %d %d\">", 12 * BAR_ROOM, HEIGHT);
    for (int m = 0; m < 12; m++) {
        int column = s->l.fa ? 11 - m : m; /* time runs the way the page is read */
        int high = y->months[m] ? 4 + (int)(y->months[m] * (uint64_t)(HEIGHT - 4) / most) : 1;
        fprintf(s->out, "<rect%s x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", y->months[m] ? "" : " class=\"none\"",
                column * BAR_ROOM + 1, HEIGHT - high, BAR, high);
    }
    put(s, "</svg>");
}

static void years_nav(rz_sheet *s, const rz_page_year *years, size_t n) {
    uint32_t most = 1;
    if (n < 2) return;
    for (size_t i = 0; i < n; i++)
        for (int m = 0; m < 12; m++)
            if (years[i].months[m] > most) most = years[i].months[m];
    put(s, "<nav class=\"years\" aria-label=\"");
    rz_html_label(s, "page", "years");
    put(s, "\"><ul>\n");
    for (size_t i = 0; i < n; i++) {
        fprintf(s->out, "<li><a href=\"#y%zu\">", i);
        if (years[i].year) bars(s, &years[i], most);
        put(s, "<b>");
        if (years[i].year)
            rz_show_number(s->out, &s->l, years[i].year);
        else
            rz_html_word(s, "undated");
        put(s, "</b> <span>");
        rz_html_number(s, years[i].n);
        put(s, "</span></a></li>\n");
    }
    put(s, "</ul></nav>\n");
}

/* ---- the tools, which a script brings to life ---- */

typedef struct {
    const char *word;
    size_t n;
} tally;
enum { MOST_WORDS = 64 };

/* Which words the events have and how often, in the order in which they first come. */
static size_t tally_of(const rz_timeline *t, const char *(*of)(const rz_known_event *e), tally out[MOST_WORDS]) {
    size_t n = 0;
    for (size_t i = 0; i < t->n_events; i++) {
        const char *word = rz_some(of(&t->events[i]));
        size_t k = 0;
        while (k < n && strcmp(out[k].word, word)) k++;
        if (k == n && n < MOST_WORDS) out[n++] = (tally){word, 0};
        if (k < n) out[k].n++;
    }
    return n;
}

static int by_number(const void *a, const void *b) {
    const tally *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp(x->word, y->word);
}

static const char *kind_of(const rz_known_event *e) { return e->kind; }
static const char *status_of(const rz_known_event *e) { return e->status; }

static void search_box(rz_sheet *s) {
    put(s, "<label class=\"search\">");
    rz_html_sign(s, "x", "search");
    put(s, "<span class=\"unseen\">");
    rz_html_label(s, "page", "search");
    put(s, "</span><input type=\"search\" id=\"words\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"");
    rz_html_label(s, "page", "search");
    put(s, "\"></label>\n");
}

static void kinds(rz_sheet *s, const rz_timeline *t) {
    tally all[MOST_WORDS];
    size_t n = tally_of(t, kind_of, all);
    qsort(all, n, sizeof *all, by_number);
    put(s, "<label class=\"kinds\"><span class=\"unseen\">");
    rz_html_word(s, "kind");
    put(s, "</span><select id=\"kind\"><option value=\"\">");
    rz_html_label(s, "page", "all-kinds");
    put(s, "</option>");
    for (size_t i = 0; i < n; i++) {
        put(s, "<option value=\"");
        rz_html(s->out, all[i].word);
        put(s, "\">");
        rz_html_capital(s, rz_label(&s->l, "kind", all[i].word));
        put(s, " (");
        rz_html_number(s, all[i].n);
        put(s, ")</option>");
    }
    put(s, "</select>");
    rz_html_sign(s, "x", "open");
    put(s, "</label>\n");
}

static void toggle(rz_sheet *s, const char *class, const char *value) {
    fprintf(s->out, "<button type=\"button\" aria-pressed=\"false\" class=\"%s", class);
    rz_html(s->out, value);
    put(s, "\" value=\"");
    rz_html(s->out, value);
    put(s, "\">");
}

static void statuses(rz_sheet *s, const rz_timeline *t) {
    tally all[MOST_WORDS];
    size_t n = tally_of(t, status_of, all), differ = 0;
    qsort(all, n, sizeof *all, by_number);
    put(s, "<div class=\"statuses\" role=\"group\" aria-label=\"");
    rz_html_word(s, "status");
    put(s, "\">\n");
    for (size_t i = 0; i < n; i++) {
        toggle(s, "status s-", all[i].word);
        rz_html_sign(s, "s", all[i].word);
        rz_html_label(s, "status", all[i].word);
        put(s, " <span class=\"n\">");
        rz_html_number(s, all[i].n);
        put(s, "</span></button>\n");
    }
    for (size_t i = 0; i < t->n_events; i++)
        differ += t->events[i].differ_status || t->events[i].differ_days || t->events[i].differ_place;
    if (differ) {
        toggle(s, "status ", "differ");
        rz_html_sign(s, "x", "differ");
        rz_html_label(s, "page", "disputed");
        put(s, " <span class=\"n\">");
        rz_html_number(s, differ);
        put(s, "</span></button>\n");
    }
    put(s, "</div>\n");
}

static void data_label(rz_sheet *s, const char *key, const char *set, const char *word) {
    fprintf(s->out, " data-%s=\"", key);
    rz_html_label(s, set, word);
    putc('"', s->out);
}

static void tools(rz_sheet *s, const rz_timeline *t) {
    put(s, "<div class=\"tools\" role=\"search\" hidden>\n");
    search_box(s);
    kinds(s, t);
    statuses(s, t);
    put(s, "<p class=\"answer\"><output id=\"found\" aria-live=\"polite\"");
    data_label(s, "event", "word", "event");
    data_label(s, "events", "word", "events-n");
    data_label(s, "of", "word", "of");
    put(s, "></output> <button type=\"button\" id=\"clear\" hidden>");
    rz_html_label(s, "page", "clear");
    put(s, "</button> <button type=\"button\" id=\"unfold\"");
    data_label(s, "fold", "page", "fold");
    putc('>', s->out);
    rz_html_label(s, "page", "unfold");
    put(s, "</button></p>\n</div>\n");
}

void rz_page_head(rz_sheet *s, const rz_timeline *t, const rz_page_year *years, size_t n) {
    put(s, "<header class=\"top\">\n<h1>");
    rz_html_label(s, "page", "title");
    put(s, "</h1>\n");
    range(s, t);
    counts(s, t);
    years_nav(s, years, n);
    put(s, "</header>\n");
    if (t->n_events) tools(s, t);
}
