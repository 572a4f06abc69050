/* One event on the page: a card on the line of time, its proof folded up. */
#include <stdlib.h>
#include <string.h>

#include "output/known.h"
#include "output/page.h"

static void open_tag(rz_sheet *s, const char *tag, const char *class) { fprintf(s->out, "<%s class=\"%s\">", tag, class); }

static void put(rz_sheet *s, const char *text) { fputs(text, s->out); }

/* ---- when ---- */

static void weekday(rz_sheet *s, rz_day day) {
    char word[12];
    snprintf(word, sizeof word, "%d", rz_day_weekday(day));
    open_tag(s, "span", "weekday");
    rz_html_label(s, "weekday", word);
    put(s, "</span> ");
}

static void single_day(rz_sheet *s, rz_day day) {
    int year, month, date;
    rz_day_gregorian(day, &year, &month, &date);
    weekday(s, day);
    fprintf(s->out, "<time class=\"day\" datetime=\"%04d-%02d-%02d\">", year, month, date);
    rz_html_days(s, (rz_days){day, day}, true);
    put(s, "</time> ");
}

static void other_days(rz_sheet *s, rz_days days) {
    open_tag(s, "span", "other");
    rz_html_days(s, days, false);
    put(s, "</span>");
}

static void known_days(rz_sheet *s, rz_days days) {
    if (days.from == days.to) {
        single_day(s, days.from);
    } else {
        open_tag(s, "span", "day");
        rz_html_days(s, days, true);
        put(s, "</span> ");
    }
    other_days(s, days);
}

static void no_days(rz_sheet *s, rz_days reported) {
    open_tag(s, "span", "day none");
    rz_html_capital(s, rz_wording(s, "undated"));
    put(s, "</span> ");
    if (!rz_is_day(reported)) return;
    open_tag(s, "span", "reported");
    rz_html_word(s, "reported");
    putc(' ', s->out);
    rz_html_days(s, reported, true);
    put(s, "</span> ");
    other_days(s, reported);
}

static void when(rz_sheet *s, const rz_known_event *e) {
    open_tag(s, "p", "when");
    if (rz_is_day(e->days))
        known_days(s, e->days);
    else
        no_days(s, e->reported);
    put(s, "</p>\n");
}

/* ---- what and where ---- */

static void status_badge(rz_sheet *s, const char *status) {
    put(s, "<span class=\"status s-");
    rz_html(s->out, status);
    put(s, "\">");
    rz_html_sign(s, "s", status);
    rz_html_label(s, "status", status);
    put(s, "</span>");
}

static void head(rz_sheet *s, const rz_known_event *e) {
    put(s, "<header><h4>");
    rz_html_sign(s, "k", e->kind);
    put(s, "<span class=\"kind\">");
    rz_html_capital(s, rz_label(&s->l, "kind", e->kind));
    put(s, "</span>");
    if (e->count > 1) {
        put(s, " <span class=\"times\">");
        rz_html_number(s, e->count);
        putc(' ', s->out);
        rz_html_word(s, "times");
        put(s, "</span>");
    }
    if (rz_is_named(&e->forum)) {
        put(s, " <span class=\"forum\">");
        rz_html_name(s, &e->forum);
        put(s, "</span>");
    }
    if (rz_is_named(&e->place)) {
        put(s, " <span class=\"place\">");
        rz_html_sign(s, "x", "place");
        rz_html_name(s, &e->place);
        put(s, "</span>");
    }
    put(s, "</h4>");
    status_badge(s, rz_some(e->status));
    put(s, "</header>\n");
}

/* ---- who ---- */

/* Role, office and state of somebody, as far as they say more than the name: that of an office says all. */
static void about_party(rz_sheet *s, const rz_party *p) {
    bool named = strcmp(rz_some(p->kind), "office") != 0;
    bool state = named && *rz_some(p->state) && strcmp(p->state, rz_some(p->who.id));
    bool office = named && rz_is_named(&p->office) && strcmp(rz_some(p->office.id), rz_some(p->who.id));
    if (rz_role_tells(p->role)) {
        put(s, " <span class=\"role\">");
        rz_html_label(s, "role", p->role);
        put(s, "</span>");
    }
    if (!state && !office) return;
    put(s, " <span class=\"office\">");
    if (office) rz_html_name(s, &p->office);
    if (office && state) fprintf(s->out, "%s ", rz_wording(s, "comma"));
    if (state) rz_html(s->out, rz_body_label(&s->l, p->state));
    put(s, "</span>");
}

static void who(rz_sheet *s, const rz_known_event *e) {
    if (!e->n_participants) return;
    put(s, "<ul class=\"who\" aria-label=\"");
    rz_html_word(s, "who");
    put(s, "\">");
    for (uint32_t i = 0; i < e->n_participants; i++) {
        put(s, "<li><b>");
        rz_html_name(s, &e->participants[i].who);
        put(s, "</b>");
        about_party(s, &e->participants[i]);
        put(s, "</li>");
    }
    put(s, "</ul>\n");
}

static void about(rz_sheet *s, const rz_known_event *e) {
    if (!e->n_topics) return;
    put(s, "<ul class=\"topics\" aria-label=\"");
    rz_html_word(s, "about");
    put(s, "\">");
    for (uint32_t i = 0; i < e->n_topics; i++) {
        put(s, "<li>");
        rz_html_name(s, &e->topics[i]);
        put(s, "</li>");
    }
    put(s, "</ul>\n");
}

/* ---- on what the reports disagree ---- */

typedef struct {
    const char *word;
    bool (*said)(const rz_report *r);
    bool (*same)(const rz_report *a, const rz_report *b);
    void (*show)(rz_sheet *s, const rz_report *r);
} difference;

static bool says_status(const rz_report *r) { return *rz_some(r->status); }
static bool same_status(const rz_report *a, const rz_report *b) { return strcmp(rz_some(a->status), rz_some(b->status)) == 0; }
static void show_status(rz_sheet *s, const rz_report *r) { rz_html_label(s, "status", r->status); }

static bool says_days(const rz_report *r) { return rz_is_day(r->days); }
static bool same_days(const rz_report *a, const rz_report *b) { return a->days.from == b->days.from && a->days.to == b->days.to; }
static void show_days(rz_sheet *s, const rz_report *r) {
    rz_html_days(s, r->days, true);
    put(s, " <span class=\"other\">(");
    rz_html_days(s, r->days, false);
    put(s, ")</span>");
}

static bool says_place(const rz_report *r) { return rz_is_named(&r->place); }
static bool same_place(const rz_report *a, const rz_report *b) { return strcmp(rz_some(a->place.id), rz_some(b->place.id)) == 0; }
static void show_place(rz_sheet *s, const rz_report *r) { rz_html_name(s, &r->place); }

static bool said_before(const rz_known_event *e, const difference *d, uint32_t i) {
    for (uint32_t n = 0; n < i; n++)
        if (d->said(&e->reports[n]) && d->same(&e->reports[n], &e->reports[i])) return true;
    return false;
}

static void outlets_that_say(rz_sheet *s, const rz_known_event *e, const difference *d, uint32_t first) {
    uint32_t n = 0;
    put(s, " <span class=\"by\">");
    for (uint32_t i = first; i < e->n_reports; i++) {
        const rz_report *r = &e->reports[i];
        if (!d->said(r) || !d->same(r, &e->reports[first])) continue;
        bool told = !rz_is_named(&r->outlet);
        for (uint32_t k = first; k < i && !told; k++)
            told = d->same(&e->reports[k], r) && strcmp(rz_some(e->reports[k].outlet.id), rz_some(r->outlet.id)) == 0;
        if (told) continue;
        if (n++) fprintf(s->out, "%s ", rz_wording(s, "comma"));
        rz_html_name(s, &r->outlet);
    }
    put(s, "</span>");
}

static void one_difference(rz_sheet *s, const rz_known_event *e, const difference *d) {
    put(s, "<dt>");
    rz_html_capital(s, rz_wording(s, d->word));
    put(s, "</dt>");
    for (uint32_t i = 0; i < e->n_reports; i++) {
        if (!d->said(&e->reports[i]) || said_before(e, d, i)) continue;
        put(s, "<dd>");
        d->show(s, &e->reports[i]);
        outlets_that_say(s, e, d, i);
        put(s, "</dd>");
    }
}

static void differences(rz_sheet *s, const rz_known_event *e) {
    static const difference all[] = {{"status", says_status, same_status, show_status},
                                     {"when", says_days, same_days, show_days},
                                     {"where", says_place, same_place, show_place}};
    const bool differ[] = {e->differ_status, e->differ_days, e->differ_place};
    if (!differ[0] && !differ[1] && !differ[2]) return;
    put(s, "<div class=\"differs\"><p>");
    rz_html_sign(s, "x", "differ");
    rz_html_label(s, "page", "differ");
    put(s, "</p><dl>");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (differ[i]) one_difference(s, e, &all[i]);
    put(s, "</dl></div>\n");
}

/* ---- who reports it, and the proof ---- */

static void marked(rz_sheet *s, const rz_proof *p) {
    put(s, "<mark>");
    rz_html(s->out, p->text);
    put(s, "</mark>");
}

/* One passage of the article with all proofs in it, from the first of the proofs on; gives how many it holds. */
static uint32_t passage(rz_sheet *s, const rz_proof *p, uint32_t n) {
    size_t n_after;
    const char *rest;
    put(s, "<blockquote lang=\"fa\" dir=\"rtl\"><p>");
    if (rz_cut_before(p)) put(s, "… ");
    rz_html(s->out, p->before);
    marked(s, p);
    uint32_t i = 1;
    for (; i < n && rz_proofs_meet(&p[i - 1], &p[i], &n_after, &rest); i++) {
        rz_html_bytes(s->out, rz_some(p[i - 1].after), n_after);
        rz_html(s->out, rest);
        marked(s, &p[i]);
    }
    rz_html(s->out, p[i - 1].after);
    if (rz_cut_after(&p[i - 1])) put(s, " …");
    put(s, "</p></blockquote>");
    return i;
}

static void report_title(rz_sheet *s, const rz_report *r) {
    bool link = rz_html_is_link(r->url);
    if (!link && !*rz_some(r->title)) return;
    put(s, "<p class=\"title\" lang=\"fa\" dir=\"rtl\">");
    if (link) {
        put(s, "<a rel=\"noopener noreferrer nofollow\" href=\"");
        rz_html(s->out, r->url);
        put(s, "\">");
    }
    if (*rz_some(r->title)) {
        rz_html(s->out, r->title);
    } else {
        put(s, "<bdi dir=\"ltr\">");
        rz_html(s->out, r->url);
        put(s, "</bdi>");
    }
    put(s, link ? "</a></p>" : "</p>");
}

/* The file it came from and its id, by which the record finds it. */
static void report_origin(rz_sheet *s, const rz_report *r) {
    put(s, "<p class=\"origin\">");
    if (*rz_some(r->path)) {
        put(s, "<bdi dir=\"ltr\">");
        rz_html(s->out, r->path);
        put(s, "</bdi> ");
    }
    put(s, "<bdi dir=\"ltr\">");
    rz_html(s->out, r->id);
    put(s, "</bdi></p>");
}

static void report(rz_sheet *s, const rz_report *r) {
    put(s, "<li><p class=\"source\">");
    if (rz_is_named(&r->outlet)) {
        put(s, "<b>");
        rz_html_name(s, &r->outlet);
        put(s, "</b>");
    } else {
        rz_html_label(s, "page", "no-outlet");
    }
    if (rz_is_named(&r->quoted)) {
        putc(' ', s->out);
        rz_html_label(s, "relation", "quotes");
        putc(' ', s->out);
        rz_html_name(s, &r->quoted);
    }
    if (rz_is_day(r->published)) {
        put(s, " <span class=\"published\">");
        rz_html_days(s, r->published, true);
        put(s, " <span class=\"other\">(");
        rz_html_days(s, r->published, false);
        put(s, ")</span></span>");
    }
    put(s, "</p>");
    report_title(s, r);
    for (uint32_t i = 0; i < r->n_proofs;) i += passage(s, &r->proofs[i], r->n_proofs - i);
    report_origin(s, r);
    put(s, "</li>\n");
}

static void summary(rz_sheet *s, const rz_known_event *e) {
    put(s, "<summary><span>");
    rz_html_number(s, e->n_reports);
    putc(' ', s->out);
    rz_html_word(s, e->n_reports == 1 ? "report" : "reports-n");
    uint32_t copies = rz_copies_among(e);
    if (copies) {
        fprintf(s->out, "%s ", rz_wording(s, "comma"));
        rz_html_number(s, copies);
        putc(' ', s->out);
        rz_html_word(s, copies == 1 ? "copy" : "copies-n");
    }
    put(s, "</span> <span class=\"outlets\">");
    for (uint32_t i = 0, n = 0; i < e->n_reports; i++) {
        if (!rz_first_of_outlet(e, i) || !rz_is_named(&e->reports[i].outlet)) continue;
        if (n++) fprintf(s->out, "%s ", rz_wording(s, "comma"));
        rz_html_name(s, &e->reports[i].outlet);
    }
    put(s, "</span></summary>\n");
}

static void sources(rz_sheet *s, const rz_known_event *e) {
    if (!e->n_reports) return;
    put(s, "<details>");
    summary(s, e);
    put(s, "<ol class=\"reports\">");
    for (uint32_t i = 0; i < e->n_reports; i++) report(s, &e->reports[i]);
    put(s, "</ol></details>\n");
}

static void permalink(rz_sheet *s, const char *id) {
    if (!*rz_some(id)) return;
    put(s, "<a class=\"self\" href=\"#");
    rz_html(s->out, id);
    put(s, "\" aria-label=\"");
    rz_html_label(s, "page", "link");
    put(s, "\">");
    rz_html_sign(s, "x", "link");
    put(s, "</a>");
}

void rz_page_event(rz_sheet *s, const rz_known_event *e) {
    put(s, "<li class=\"event s-");
    rz_html(s->out, e->status);
    if (*rz_some(e->id)) {
        put(s, "\" id=\"");
        rz_html(s->out, e->id);
    }
    put(s, "\" data-status=\"");
    rz_html(s->out, e->status);
    put(s, "\" data-kind=\"");
    rz_html(s->out, e->kind);
    put(s, e->differ_status || e->differ_days || e->differ_place ? "\" data-differs>\n" : "\">\n");
    when(s, e);
    put(s, "<span class=\"mark\">");
    rz_html_sign(s, "s", rz_some(e->status));
    put(s, "</span>\n<article class=\"card\">\n");
    head(s, e);
    who(s, e);
    about(s, e);
    differences(s, e);
    sources(s, e);
    permalink(s, e->id);
    put(s, "</article></li>\n");
}
