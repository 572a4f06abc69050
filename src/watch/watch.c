/* The watching: one thread, which asks as many hosts as it may, each for one thing at a time, and reads what comes. */
#include "watch/watch.h"

#include <poll.h>
#include <stdlib.h>
#include <time.h>

#include "watch/robots.h"
#include "watch/run.h"

enum { STEPS = 32 /* things done for a host before others have their turn */ };
#define FORGOTTEN (400 * WATCH_DAY)

double watch_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- asking ---- */

static bool send(watch_work *w, watch_task *t) {
    watch_source source = {0};
    if (t->kind == WATCH_A_SOURCE) source = watch_source_of(w->order->state, t->address);
    bool robots = t->kind == WATCH_A_ROBOTS;
    watch_request ask = {.url = t->url, .etag = source.etag, .modified = source.modified, .most = robots ? WATCH_ROBOTS_MOST : 0, .cut = robots,
                         .far = !t->origin->site->listed, .self = t};
    if (!watch_fetch(w->fetcher, &ask)) return w->no_memory = true, watch_task_free(t), false;
    w->asked[w->n_asked++] = t;
    watch_asks(&t->origin->site->host);
    return true;
}

/* The next of what waits for a host; false: nothing can be done for it now. */
static bool advance(watch_work *w, watch_site *site) {
    watch_task *t = watch_pop(site, watch_now());
    if (!t) return false;
    if (t->kind == WATCH_A_ROBOTS) return send(w, t);
    if (t->kind == WATCH_AN_ITEM && watch_is_done(w->order->state, t->url)) return watch_task_free(t), true;
    switch (watch_may_fetch(w, t)) {
    case WATCH_MAY: return send(w, t);
    case WATCH_MAY_NOT: watch_give_up(w, t, "robots.txt forbids it"); return true;
    case WATCH_NOT_KNOWN: watch_push_first(w, t); return true; /* behind its robots.txt */
    }
    return false;
}

static bool ask_all(watch_work *w) {
    bool did = false;
    for (watch_site *s = w->sites; s; s = s->next)
        for (int i = 0; i < STEPS && w->n_asked < WATCH_AT_ONCE && !w->no_memory && watch_may_ask(&s->host, watch_now()) && advance(w, s); i++) did = true;
    return did;
}

/* ---- taking ---- */

static bool is_trouble(const watch_answer *a) {
    return a->came == WATCH_SILENT || (a->came == WATCH_ANSWERED && (a->status == 429 || a->status == 502 || a->status == 503 || a->status == 504));
}

static void take(watch_work *w, watch_task *t, watch_answer *a) {
    watch_site *site = t->origin->site;
    for (size_t i = 0; i < w->n_asked; i++)
        if (w->asked[i] == t) w->asked[i] = w->asked[--w->n_asked];
    watch_asked(&site->host, &w->order->manners, watch_now(), is_trouble(a), a->retry_after);
    watch_host_put(w->order->state, site->name, &site->host);
    watch_take(w, t, a);
    free(a->body.at);
    free(a->redirect);
}

static bool take_all(watch_work *w) {
    bool did = false;
    watch_answer answer;
    for (watch_task *t; !w->no_memory && (t = watch_fetched(w->fetcher, &answer)); did = true) take(w, t, &answer);
    for (int i = 0; i < STEPS && !w->no_memory; i++) {
        watch_task *t = watch_pop(&w->own, watch_now());
        if (!t) break;
        watch_take_own(w, t, NULL);
        did = true;
    }
    return did;
}

/* ---- the loop ---- */

/* Seconds until there may be something to do; negative: there is nothing more to wait for. */
static double idle(const watch_work *w) {
    double next = watch_next_due(w), now = watch_now();
    if (w->n_asked == WATCH_AT_ONCE) return 1;
    if (w->n_asked) return next < 0 ? 1 : next < now ? 0 : next - now;
    if (next < 0 || (w->order->once && next > now + w->order->limits.timeout)) return -1;
    return next < now ? 0 : next - now;
}

static bool is_to_stop(const watch_work *w) {
    struct pollfd p = {.fd = w->order->stop, .events = POLLIN};
    return poll(&p, 1, 0) > 0;
}

static void work(watch_work *w) {
    while (!w->no_memory && !(w->stopped = is_to_stop(w))) {
        bool did = ask_all(w);
        did = take_all(w) || did;
        if (did) {
            watch_wait(w->fetcher, 0, w->order->stop);
            continue;
        }
        watch_flush(w);
        double seconds = idle(w);
        if (seconds < 0) break;
        watch_wait(w->fetcher, seconds, w->order->stop);
    }
    watch_flush(w);
}

static void load_item(void *self, const char *address, bool page, double due, unsigned tries) {
    watch_work *w = self;
    if (due > w->begun + WATCH_DAY) due = w->begun; /* the clock was put back */
    watch_task *t = watch_task_new(w, WATCH_AN_ITEM, address, due, tries, page);
    if (t) watch_push(w, t);
}

static void load(watch_work *w) {
    const watch_order *o = w->order;
    for (size_t i = 0; i < o->n_addresses && !w->no_memory; i++) {
        watch_task *t = watch_source_task(w, o->addresses[i]);
        if (t) watch_push(w, t);
    }
    watch_forget(o->state, w->begun - FORGOTTEN);
    watch_each_waiting(o->state, load_item, w);
}

/* What of the list was not asked for at all, or not to its end. */
static void tell_left(watch_work *w) {
    for (watch_site *s = w->sites; s; s = s->next)
        for (watch_task *t = s->first; t; t = t->next)
            if (t->kind == WATCH_A_SOURCE && w->order->once && !w->stopped)
                w->order->tell.failed(w->order->tell.self, t->address, "not asked: it, or its host, is to be left alone for now");
}

watch_outcome watch_run(const watch_order *order) {
    watch_task *asked[WATCH_AT_ONCE];
    watch_work w = {.order = order, .asked = asked, .begun = watch_now(), .fetcher = watch_fetcher_open(&order->limits)};
    if (!w.fetcher) return (watch_outcome){.no_memory = true};
    load(&w);
    if (!w.no_memory) work(&w);
    tell_left(&w);
    watch_fetcher_close(w.fetcher);
    watch_outcome out = {w.no_memory, w.stopped, watch_waiting(&w)};
    for (size_t i = 0; i < w.n_asked; i++) out.waiting += asked[i]->kind == WATCH_AN_ITEM, watch_task_free(asked[i]);
    watch_queue_free(&w);
    return out;
}
