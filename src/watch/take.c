/* What came of a request, and what becomes of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "intake/bundle.h"
#include "intake/http.h"
#include "watch/address.h"
#include "watch/run.h"

static void said(watch_work *w, const char *address, const char *what) { w->order->tell.said(w->order->tell.self, address, what); }
static void failed(watch_work *w, const char *address, const char *why) { w->order->tell.failed(w->order->tell.self, address, why); }

/* ---- what failed ---- */

static double due_of(const watch_task *t) { return t->origin && t->origin->site->host.due > t->due ? t->origin->site->host.due : t->due; }

/* Within one round nothing is waited for longer than for an answer. */
static bool is_tried_again(const watch_work *w, const watch_task *t) {
    return !w->order->once || (t->tries < w->order->tries && due_of(t) <= watch_now() + w->order->limits.timeout);
}

static void source_later(watch_work *w, watch_task *t, const char *why) {
    watch_source source = watch_source_of(w->order->state, t->address);
    source.due = t->due, source.tries = t->tries;
    watch_source_put(w->order->state, t->address, &source);
    bool again = is_tried_again(w, t);
    if (!again || !w->order->once) failed(w, t->address, why);
    if (again) watch_push(w, t);
    else watch_task_free(t);
}

void watch_later(watch_work *w, watch_task *t, const char *why) {
    t->tries++;
    t->hops = 0;
    t->due = watch_now() + watch_back_off(&w->order->manners, t->tries);
    if (!watch_task_turn(w, t, t->address)) {
        watch_task_free(t);
    } else if (t->kind == WATCH_A_SOURCE) {
        source_later(w, t, why);
    } else if (t->tries >= w->order->tries) {
        watch_take_own(w, t, why);
    } else {
        watch_item_later(w->order->state, t->address, t->due, t->tries);
        watch_push(w, t);
    }
}

void watch_give_up(watch_work *w, watch_task *t, const char *why) {
    if (t->kind == WATCH_AN_ITEM) {
        watch_take_own(w, t, why);
        return;
    }
    failed(w, t->address, why);
    watch_ended(w, t);
}

/* ---- articles ---- */

static rz_days not_after_today(void) { return (rz_days){RZ_NO_DAY, (rz_day)((watch_now() + 12600) / WATCH_DAY)}; } /* Tehran's */

static const char *some(const char *text) { return text && *text ? text : NULL; }

static rz_input page_of(const watch_task *t, const watch_answer *a) {
    return (rz_input){.bytes = a->body.at ? a->body.at : "", .size = a->body.n, .url = t->url, .charset = some(a->charset), .made = true,
                      .published = not_after_today()};
}

static void end_item(watch_work *w, watch_task *t, const char *what) {
    said(w, t->address, what);
    watch_item_done(w->order->state, t->address, watch_now());
    watch_ended(w, t);
}

void watch_take_own(watch_work *w, watch_task *t, const char *why) {
    watch_item item;
    rz_error error = {0};
    char *label = NULL, what[600];
    if (!watch_item_read(w->order->state, t->address, &item)) {
        watch_ended(w, t);
        return;
    }
    rz_input in = {.bytes = item.body ? item.body : "", .size = item.size, .url = item.page ? t->address : NULL, .title = some(item.title),
                   .outlet = some(item.outlet), .said_published = some(item.published), .made = true, .published = not_after_today()};
    rz_reading *reading = rz_read(w->order->engine, &in, &error);
    if (!reading) {
        snprintf(what, sizeof what, "not read: %s", why ? why : error.message);
        end_item(w, t, what);
    } else if (asprintf(&label, why ? "%s (the feed's own text: %s)" : "%s", t->address, why) < 0) {
        w->no_memory = true;
        rz_reading_free(reading);
        watch_task_free(t);
    } else {
        watch_keep(w, t, reading, label, NULL);
    }
}

static void take_item(watch_work *w, watch_task *t, const watch_answer *a) {
    watch_item item;
    rz_error error = {0};
    char what[300], *label = NULL;
    if (!rz_is_text_type(a->type)) {
        snprintf(what, sizeof what, "its page is %.200s", a->type);
        watch_take_own(w, t, what);
        return;
    }
    rz_input in = page_of(t, a);
    if (watch_item_read(w->order->state, t->address, &item)) in.title = some(item.title), in.outlet = some(item.outlet), in.said_published = some(item.published);
    rz_reading *reading = rz_read(w->order->engine, &in, &error);
    const char *why = !reading ? error.message : reading->n_body ? NULL : "its page holds no article";
    if (why) rz_reading_free(reading), watch_take_own(w, t, why);
    else if ((label = strdup(t->address))) watch_keep(w, t, reading, label, NULL);
    else w->no_memory = true, rz_reading_free(reading), watch_task_free(t);
}

/* Of its body, so that what changes around it does not count. */
static int64_t hash_of(const rz_reading *r) {
    uint64_t h = rz_hash(r->title ? r->title : "", r->title ? strlen(r->title) : 0);
    for (uint32_t i = 0; i < r->n_body; i++) h = h * 31 + rz_hash(r->text + r->body[i].start, r->body[i].end - r->body[i].start);
    return (int64_t)(h ? h : 1);
}

static void not_changed(watch_work *w, watch_task *t, const watch_source *source) {
    watch_source_put(w->order->state, t->address, source);
    said(w, t->address, "not changed");
    watch_ended(w, t);
}

static void take_page(watch_work *w, watch_task *t, watch_source *source, const watch_answer *a) {
    rz_error error = {0};
    rz_input in = page_of(t, a);
    rz_reading *reading = rz_read(w->order->engine, &in, &error);
    char *label = NULL;
    if (!reading) {
        watch_give_up(w, t, error.message);
        return;
    }
    int64_t hash = hash_of(reading);
    if (!reading->n_body) {
        rz_reading_free(reading);
        watch_source_put(w->order->state, t->address, source);
        watch_give_up(w, t, "holds no article; where it lists some, name its feed");
    } else if (hash == source->text) {
        rz_reading_free(reading);
        not_changed(w, t, source);
    } else if ((label = strdup(t->address))) {
        source->text = hash;
        watch_keep(w, t, reading, label, source);
    } else {
        w->no_memory = true, rz_reading_free(reading), watch_task_free(t);
    }
}

static bool is_feed_type(const char *type) {
    return strcasestr(type, "rss") || strcasestr(type, "atom") || (strcasestr(type, "xml") && !strcasestr(type, "xhtml"));
}

static void take_source(watch_work *w, watch_task *t, const watch_answer *a) {
    watch_source source = watch_source_of(w->order->state, t->address);
    char what[300];
    source.tries = 0, source.due = 0;
    if (a->status == 304) {
        not_changed(w, t, &source);
        return;
    }
    memcpy(source.etag, a->etag, sizeof source.etag);
    memcpy(source.modified, a->modified, sizeof source.modified);
    if (a->body.n && rz_looks_like_feed(a->body.at, a->body.n)) {
        watch_take_feed(w, t, &source, a);
    } else if (is_feed_type(a->type)) {
        snprintf(what, sizeof what, "is said to be a feed (%.100s), and is none: RSS, Atom, RDF or a sitemap begins otherwise", a->type);
        watch_give_up(w, t, what);
    } else if (!rz_is_text_type(a->type)) {
        snprintf(what, sizeof what, "is %.200s: neither a feed nor a page", a->type);
        watch_give_up(w, t, what);
    } else {
        take_page(w, t, &source, a);
    }
}

/* ---- answers ---- */

static void send_on(watch_work *w, watch_task *t, const watch_answer *a) {
    const char *why = NULL;
    watch_flush(w); /* it may be the page of one that was just read */
    char what[400], *to = a->redirect ? watch_address(NULL, a->redirect, &why) : NULL;
    if (t->hops >= WATCH_HOPS) {
        snprintf(what, sizeof what, "is sent on more than %d times", WATCH_HOPS);
        watch_give_up(w, t, what);
    } else if (!to) {
        snprintf(what, sizeof what, "is sent on to %.200s, which %s", a->redirect ? a->redirect : "nowhere", why ? why : "is no address");
        watch_give_up(w, t, what);
    } else if (t->kind == WATCH_AN_ITEM && strcmp(to, t->address) && watch_is_done(w->order->state, to)) {
        end_item(w, t, "skipped: its page was read");
    } else if (watch_task_turn(w, t, to)) {
        t->hops++;
        watch_push_first(w, t);
    } else {
        watch_task_free(t);
    }
    free(to);
}

void watch_take(watch_work *w, watch_task *t, watch_answer *a) {
    char what[64];
    snprintf(what, sizeof what, "the server answers %d", a->status);
    if (t->kind == WATCH_A_ROBOTS) watch_take_robots(w, t, a);
    else if (a->came == WATCH_SILENT) watch_later(w, t, a->why);
    else if (a->came == WATCH_REFUSED) watch_give_up(w, t, a->why);
    else if (watch_is_redirect(a->status)) send_on(w, t, a);
    else if (t->kind == WATCH_A_SOURCE && (a->status / 100 == 2 || a->status == 304)) take_source(w, t, a);
    else if (t->kind == WATCH_AN_ITEM && a->status / 100 == 2) take_item(w, t, a);
    else if (a->status == 429 || a->status == 408 || a->status / 100 == 5) watch_later(w, t, what);
    else watch_give_up(w, t, what);
}
