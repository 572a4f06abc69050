/* A timeline as a page that needs nothing else: no script is needed to read it, none but its own may run, and nothing is
 * fetched. The same timeline gives the same bytes. */
#include "output/page.h"

#include <stdlib.h>
#include <string.h>

#include "output/known.h"
#include "reading/engine.h"

static void put(rz_sheet *s, const char *text) { fputs(text, s->out); }
static void put_asset(rz_sheet *s, rz_asset a) { fwrite(a.at, 1, a.size, s->out); }

void rz_page_month(const rz_labels *l, const rz_known_event *e, int *year, int *month) {
    int date;
    *year = *month = 0;
    rz_days days = rz_event_stands(e);
    if (rz_is_day(days)) (l->fa ? rz_day_jalali : rz_day_gregorian)(days.from, year, month, &date);
}

/* ---- years ---- */

/* The years of the events one after another, n of them; NULL when memory ran out. */
static rz_page_year *years_of(const rz_labels *l, const rz_timeline *t, size_t *n) {
    rz_page_year *years = calloc(t->n_events + 1, sizeof *years);
    *n = 0;
    if (!years) return NULL;
    for (size_t i = 0; i < t->n_events; i++) {
        int year, month;
        rz_page_month(l, &t->events[i], &year, &month);
        if (!*n || years[*n - 1].year != year) years[(*n)++] = (rz_page_year){.first = i, .year = year};
        years[*n - 1].n++;
        if (month) years[*n - 1].months[month - 1]++;
    }
    return years;
}

static rz_day first_of(const rz_labels *l, int year, int month) {
    return (l->fa ? rz_jalali_day : rz_gregorian_day)(month > 12 ? year + 1 : year, month > 12 ? 1 : month, 1);
}

static void month_head(rz_sheet *s, int year, int month) {
    char word[12];
    snprintf(word, sizeof word, "%d", month);
    rz_days days = {first_of(&s->l, year, month), first_of(&s->l, year, month + 1) - 1};
    put(s, "<h3><b>");
    rz_html_label(s, s->l.fa ? "jalali" : "gregorian", word);
    put(s, "</b> <span class=\"other\">");
    rz_html_days(s, days, false);
    put(s, "</span></h3>\n");
}

static void months(rz_sheet *s, const rz_timeline *t, const rz_page_year *y) {
    int open = -1;
    for (size_t i = y->first; i < y->first + y->n; i++) {
        int year, month;
        rz_page_month(&s->l, &t->events[i], &year, &month);
        if (month != open) {
            if (open >= 0) put(s, "</ol></section>\n");
            put(s, "<section class=\"month\">\n");
            if (month) month_head(s, year, month);
            put(s, "<ol class=\"events\">\n");
            open = month;
        }
        rz_page_event(s, &t->events[i]);
    }
    if (open >= 0) put(s, "</ol></section>\n");
}

static void year_section(rz_sheet *s, const rz_timeline *t, const rz_page_year *y, size_t number) {
    fprintf(s->out, "<section class=\"year\" id=\"y%zu\">\n<h2><b>", number);
    if (y->year) {
        rz_show_number(s->out, &s->l, y->year);
        put(s, "</b> <span class=\"other\">");
        rz_html_days(s, (rz_days){first_of(&s->l, y->year, 1), first_of(&s->l, y->year + 1, 1) - 1}, false);
        put(s, "</span>");
    } else {
        rz_html_capital(s, rz_wording(s, "undated"));
        put(s, "</b>");
    }
    put(s, "</h2>\n");
    months(s, t, y);
    put(s, "</section>\n");
}

/* ---- the document ---- */

static void policy(rz_sheet *s) {
    char style[RZ_ASSET_HASH], script[RZ_ASSET_HASH];
    rz_asset_hash(rz_page_css(), style);
    rz_asset_hash(rz_page_js(), script);
    fprintf(s->out,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '%s'; script-src '%s'; "
            "base-uri 'none'; form-action 'none'\">\n",
            style, script);
}

static void document_head(rz_sheet *s) {
    fprintf(s->out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", s->l.fa ? "fa" : "en",
            s->l.fa ? "rtl" : "ltr");
    policy(s);
    put(s, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"generator\" content=\"rayzan " RZ_VERSION "\">\n<title>");
    rz_html_label(s, "page", "title");
    put(s, "</title>\n<style>");
    put_asset(s, rz_page_css());
    put(s, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#events\">");
    rz_html_label(s, "page", "skip");
    put(s, "</a>\n");
    put_asset(s, rz_page_signs());
}

static void empty(rz_sheet *s, const char *id, const char *label, const char *attribute) {
    fprintf(s->out, "<p class=\"empty\" id=\"%s\"%s>", id, attribute);
    rz_html_sign(s, "x", "empty");
    rz_html_label(s, "page", label);
    put(s, "</p>\n");
}

static void document_tail(rz_sheet *s, const rz_engine *engine) {
    put(s, "<footer><p>");
    rz_html_label(s, "page", "note");
    put(s, "</p><p class=\"origin\"><bdi dir=\"ltr\">rayzan " RZ_VERSION ", ");
    rz_html(s->out, rz_engine_data_hash(engine));
    put(s, "</bdi></p></footer>\n<script>");
    put_asset(s, rz_page_js());
    put(s, "</script>\n</body>\n</html>\n");
}

static void document(rz_sheet *s, const rz_engine *engine, const rz_timeline *t, const rz_page_year *years, size_t n) {
    document_head(s);
    rz_page_head(s, t, years, n);
    put(s, "<main id=\"events\">\n");
    for (size_t i = 0; i < n; i++) year_section(s, t, &years[i], i);
    if (t->n_events)
        empty(s, "nothing", "no-match", " hidden");
    else
        empty(s, "nothing", "no-events", "");
    put(s, "</main>\n");
    document_tail(s, engine);
}

char *rz_timeline_html(const rz_engine *engine, const rz_timeline *timeline, const char *lang) {
    rz_sheet sheet;
    size_t n;
    if (!rz_sheet_open(&sheet, engine, lang)) return NULL;
    rz_page_year *years = years_of(&sheet.l, timeline, &n);
    if (years) document(&sheet, engine, timeline, years, n);
    free(years);
    char *text = rz_sheet_finish(&sheet);
    if (years) return text;
    rz_free(text);
    return NULL;
}
