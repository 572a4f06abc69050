/* An index of sitemaps: of what it names the few that changed last are asked for, each time it is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "watch/run.h"

enum { NEWS_DAYS = 7 };

static void free_map(watch_map *m) {
    free(m->address);
    free(m->changed);
}

void watch_maps_free(watch_maps *maps) {
    while (maps->n) free_map(&maps->at[--maps->n]);
}

/* Days and times of the web's own form (2026-05-01T10:00:00+03:30) stand in order as their letters do, but for their zones. */
bool watch_map_offer(watch_maps *maps, const char *address, const char *changed) {
    maps->all++;
    size_t at = maps->n;
    while (at && strcmp(maps->at[at - 1].changed, changed) < 0) at--;
    if (at == WATCH_MAPS_MOST) return true;
    watch_map one = {strdup(address), strdup(changed)};
    if (!one.address || !one.changed) return free_map(&one), false;
    if (maps->n == WATCH_MAPS_MOST) free_map(&maps->at[--maps->n]);
    memmove(&maps->at[at + 1], &maps->at[at], (maps->n++ - at) * sizeof one);
    maps->at[at] = one;
    return true;
}

/* The day of `then`, as a sitemap writes it. */
static void day_of(double then, char *out, size_t room) {
    time_t seconds = (time_t)then;
    struct tm day;
    if (!gmtime_r(&seconds, &day) || !strftime(out, room, "%Y-%m-%d", &day)) *out = '\0';
}

static bool ask(watch_work *w, const char *address) {
    if (watch_is_listed(w, address) || watch_waits(w, address)) return false;
    watch_task *t = watch_source_task(w, address);
    if (!t) return false;
    t->named = true;
    watch_push(w, t);
    return true;
}

void watch_maps_ask(watch_work *w, const watch_task *index, watch_maps *maps) {
    char news[16], what[120];
    size_t asked = 0;
    day_of(watch_now() - NEWS_DAYS * WATCH_DAY, news, sizeof news);
    for (size_t i = 0; i < maps->n && !w->no_memory; i++) {
        bool old = i && *maps->at[0].changed && strcmp(maps->at[i].changed, news) < 0;
        asked += !old && ask(w, maps->at[i].address);
    }
    snprintf(what, sizeof what, "an index of %zu sitemap%s: %zu asked for", maps->all, maps->all == 1 ? "" : "s", asked);
    w->order->tell.said(w->order->tell.self, index->address, what);
}
