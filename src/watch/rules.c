/* What the hosts' robots.txt say, each asked for once a day (RFC 9309): one that is not there allows all, one that cannot be had forbids
 * all for now, unless an older one is known. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "watch/address.h"
#include "watch/robots.h"
#include "watch/run.h"

#define OLDEST (30 * WATCH_DAY) /* of a robots.txt that is gone by while there is no newer one */
#define SOON 3600.0

static watch_origin *origin_named(watch_work *w, const char *name) {
    watch_origin *o = w->origins;
    while (o && strcmp(o->name, name)) o = o->next;
    return o;
}

static void ask(watch_work *w, watch_origin *o) {
    char *url = NULL;
    watch_task *t = watch_task_new(w, WATCH_A_ROBOTS, o->name, 0, 0, false);
    if (t && asprintf(&url, "%s/robots.txt", o->name) >= 0 && watch_task_turn(w, t, url)) {
        o->asked = true;
        watch_push_first(w, t);
    } else {
        w->no_memory = true;
        watch_task_free(t);
    }
    free(url);
}

watch_may watch_may_fetch(watch_work *w, const watch_task *t) {
    watch_origin *o = t->origin;
    double now = watch_now();
    if (!o->known || o->at + WATCH_DAY < now || o->at > now + WATCH_DAY) return ask(w, o), WATCH_NOT_KNOWN;
    watch_verdict v = watch_robots(o->text.at ? o->text.at : "", o->text.n, "rayzan", watch_path_of(t->url));
    o->site->host.crawl_delay = v.delay;
    return v.allowed ? WATCH_MAY : WATCH_MAY_NOT;
}

bool watch_is_redirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

static void know(watch_work *w, watch_origin *o, const char *text, size_t n) {
    o->text.n = 0;
    if (!rz_bytes_room(&o->text, n + 1)) {
        w->no_memory = true;
        return;
    }
    rz_bytes_put(&o->text, text, n);
    o->known = true;
    o->at = watch_now();
    watch_robots_put(w->order->state, o->name, o->text.at, n, o->at);
}

/* All that waits for it fails, for now, or for good. */
static void put_off(watch_work *w, watch_origin *o, const watch_answer *a) {
    double now = watch_now();
    if (o->known && o->at > now - OLDEST) {
        o->at = now - WATCH_DAY + SOON;
        return;
    }
    char why[400];
    if (a->came == WATCH_ANSWERED) snprintf(why, sizeof why, "its robots.txt cannot be had: the server answers %d", a->status);
    else snprintf(why, sizeof why, "its robots.txt cannot be had: %s", a->why);
    watch_task *all = NULL, **last = &all;
    for (watch_task *t; (t = watch_pop_of(o->site, o)); last = &t->next) *last = t;
    while (all) {
        watch_task *t = all;
        all = t->next;
        if (a->came == WATCH_REFUSED) watch_give_up(w, t, why);
        else watch_later(w, t, why);
    }
}

/* Follows it, even to another host; false: there is nothing to follow. */
static bool follow(watch_work *w, watch_task *t, const watch_answer *a) {
    const char *why;
    char *to = a->redirect && t->hops < WATCH_HOPS ? watch_address(NULL, a->redirect, &why) : NULL;
    bool turned = to && watch_task_turn(w, t, to);
    free(to);
    if (!turned) return false;
    t->hops++;
    watch_push_first(w, t);
    return true;
}

void watch_take_robots(watch_work *w, watch_task *t, watch_answer *a) {
    watch_origin *o = origin_named(w, t->address);
    if (a->came == WATCH_ANSWERED && watch_is_redirect(a->status) && follow(w, t, a)) return;
    o->asked = false;
    bool gone = a->came == WATCH_ANSWERED && a->status / 100 != 5 && a->status != 429;
    if (a->came == WATCH_ANSWERED && a->status / 100 == 2) know(w, o, a->body.at ? a->body.at : "", a->body.n);
    else if (gone) know(w, o, "", 0);
    else put_off(w, o, a);
    watch_task_free(t);
}
