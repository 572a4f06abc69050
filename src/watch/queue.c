/* What waits, and for which host. */
#include <stdlib.h>
#include <string.h>

#include "watch/address.h"
#include "watch/run.h"

void watch_task_free(watch_task *t) {
    if (!t) return;
    free(t->address);
    free(t->url);
    free(t);
}

bool watch_is_listed(const watch_work *w, const char *address) {
    for (size_t i = 0; i < w->order->n_addresses; i++)
        if (!strcmp(w->order->addresses[i], address)) return true;
    return false;
}

static bool has_listed(const watch_work *w, const char *host) {
    for (size_t i = 0; i < w->order->n_addresses; i++) {
        char *name = watch_host_of(w->order->addresses[i]);
        bool same = name && !strcmp(name, host);
        free(name);
        if (same) return true;
    }
    return false;
}

static watch_site *site_of(watch_work *w, const char *url) {
    char *name = watch_host_of(url);
    if (!name) return NULL;
    for (watch_site *s = w->sites; s; s = s->next)
        if (!strcmp(s->name, name)) return free(name), s;
    watch_site *s = calloc(1, sizeof *s);
    if (!s) return free(name), NULL;
    s->name = name;
    s->listed = has_listed(w, name);
    s->host.crawl_delay = -1;
    watch_host_get(w->order->state, name, &s->host);
    if (s->host.due > w->begun + w->order->manners.retry_most) s->host.due = w->begun; /* the clock was put back */
    s->next = w->sites;
    return w->sites = s;
}

static watch_origin *origin_of(watch_work *w, const char *url) {
    char *name = watch_origin_of(url);
    if (!name) return NULL;
    for (watch_origin *o = w->origins; o; o = o->next)
        if (!strcmp(o->name, name)) return free(name), o;
    watch_origin *o = calloc(1, sizeof *o);
    if (!o || !(o->site = site_of(w, url))) return free(name), free(o), NULL;
    o->name = name;
    o->known = watch_robots_get(w->order->state, name, &o->text, &o->at);
    o->next = w->origins;
    return w->origins = o;
}

bool watch_task_turn(watch_work *w, watch_task *t, const char *url) {
    char *copy = strdup(url);
    watch_origin *origin = copy ? origin_of(w, copy) : NULL;
    if (!origin) return free(copy), w->no_memory = true, false;
    free(t->url);
    t->url = copy;
    t->origin = origin;
    return true;
}

watch_task *watch_task_new(watch_work *w, watch_kind kind, const char *address, double due, unsigned tries, bool page) {
    watch_task *t = calloc(1, sizeof *t);
    if (!t || !(t->address = strdup(address))) return free(t), w->no_memory = true, NULL;
    *t = (watch_task){.kind = kind, .address = t->address, .due = due, .tries = tries};
    if (page && !watch_task_turn(w, t, address)) return watch_task_free(t), NULL;
    return t;
}

watch_task *watch_source_task(watch_work *w, const char *address) {
    watch_source source = watch_source_of(w->order->state, address);
    bool waits = source.tries && source.due < watch_now() + w->order->manners.back_off_most;
    return watch_task_new(w, WATCH_A_SOURCE, address, waits ? source.due : 0, waits ? source.tries : 0, true);
}

static watch_site *place_of(watch_work *w, const watch_task *t) { return t->origin ? t->origin->site : &w->own; }

void watch_push(watch_work *w, watch_task *t) {
    watch_site *s = place_of(w, t);
    t->next = NULL;
    if (s->last) s->last->next = t;
    else s->first = t;
    s->last = t;
}

void watch_push_first(watch_work *w, watch_task *t) {
    watch_site *s = place_of(w, t);
    t->next = s->first;
    s->first = t;
    if (!s->last) s->last = t;
}

static watch_task *take_out(watch_site *s, watch_task *before, watch_task *t) {
    if (before) before->next = t->next;
    else s->first = t->next;
    if (s->last == t) s->last = before;
    t->next = NULL;
    return t;
}

static bool waits_for_robots(const watch_task *t) { return t->kind != WATCH_A_ROBOTS && t->origin && t->origin->asked; }

watch_task *watch_pop(watch_site *s, double now) {
    watch_task *first = NULL, *before_first = NULL;
    for (watch_task *before = NULL, *t = s->first; t; before = t, t = t->next) {
        if (t->due > now || waits_for_robots(t)) continue;
        if (t->kind != WATCH_AN_ITEM) return take_out(s, before, t);
        if (!first) first = t, before_first = before;
    }
    return first ? take_out(s, before_first, first) : NULL;
}

watch_task *watch_pop_of(watch_site *s, const watch_origin *origin) {
    for (watch_task *before = NULL, *t = s->first; t; before = t, t = t->next)
        if (t->origin == origin && t->kind != WATCH_A_ROBOTS) return take_out(s, before, t);
    return NULL;
}

static void consider(double *next, double due) {
    if (*next < 0 || due < *next) *next = due;
}

double watch_next_due(const watch_work *w) {
    double next = -1;
    for (const watch_task *t = w->own.first; t; t = t->next) consider(&next, t->due);
    for (const watch_site *s = w->sites; s; s = s->next) {
        if (s->host.busy) continue;
        for (const watch_task *t = s->first; t; t = t->next)
            if (!waits_for_robots(t)) consider(&next, t->due > s->host.due ? t->due : s->host.due);
    }
    return next;
}

bool watch_waits(const watch_work *w, const char *source) {
    for (size_t i = 0; i < w->n_asked; i++)
        if (w->asked[i]->kind == WATCH_A_SOURCE && !strcmp(w->asked[i]->address, source)) return true;
    for (const watch_site *s = w->sites; s; s = s->next)
        for (const watch_task *t = s->first; t; t = t->next)
            if (t->kind == WATCH_A_SOURCE && !strcmp(t->address, source)) return true;
    return false;
}

size_t watch_waiting(const watch_work *w) {
    size_t n = 0;
    for (const watch_task *t = w->own.first; t; t = t->next) n++;
    for (const watch_site *s = w->sites; s; s = s->next)
        for (const watch_task *t = s->first; t; t = t->next) n += t->kind == WATCH_AN_ITEM;
    return n;
}

static void free_tasks(watch_task *t) {
    while (t) {
        watch_task *next = t->next;
        watch_task_free(t);
        t = next;
    }
}

void watch_queue_free(watch_work *w) {
    free_tasks(w->own.first);
    while (w->sites) {
        watch_site *s = w->sites;
        w->sites = s->next;
        free_tasks(s->first);
        free(s->name);
        free(s);
    }
    while (w->origins) {
        watch_origin *o = w->origins;
        w->origins = o->next;
        free(o->text.at);
        free(o->name);
        free(o);
    }
}
