/* The watching under way; private to the watch. */
#ifndef RZ_WATCH_RUN_H
#define RZ_WATCH_RUN_H

#include "watch/watch.h"

enum {
    WATCH_BATCH = 64,           /* readings kept in one go */
    WATCH_BATCH_BYTES = 4 << 20,
    WATCH_AT_ONCE = 16,         /* requests, each to another host */
    WATCH_HOPS = 5,             /* redirects that are followed */
    WATCH_ITEMS_MOST = 20000,   /* of one feed */
    WATCH_MAPS_MOST = 8         /* sitemaps of one index, asked for in a round */
};
#define WATCH_DAY 86400.0

typedef enum { WATCH_A_SOURCE, WATCH_AN_ITEM, WATCH_A_ROBOTS } watch_kind;

typedef struct watch_site watch_site;

/* scheme, host and port: what one robots.txt is for. */
typedef struct watch_origin {
    struct watch_origin *next;
    char *name;
    watch_site *site;
    bool asked;  /* its robots.txt is under way */
    bool known;
    double at;   /* when it was had */
    rz_bytes text;
} watch_origin;

/* Something to be asked for. */
typedef struct watch_task {
    struct watch_task *next;
    watch_kind kind;
    char *address; /* what it is known by; of a robots.txt the origin's name */
    char *url;     /* what is asked for, behind redirects */
    watch_origin *origin; /* of the url; NULL: there is nothing to ask for, the feed's own text is read */
    unsigned hops, tries;
    double due;
    bool named;    /* a sitemap that an index names: asked for when the index is */
} watch_task;

/* A host with what waits for it, in order. */
struct watch_site {
    watch_site *next;
    char *name;
    bool listed; /* an address of the list is of this host */
    watch_host host;
    watch_task *first, *last;
};

typedef struct {
    watch_task *task;
    rz_reading *reading;
    char *label, *url;
    watch_source source; /* of a page of the list */
} watch_kept;

typedef struct {
    const watch_order *order;
    watch_fetcher *fetcher;
    watch_site *sites;
    watch_site own;  /* no host: items of which the feed's own text is all */
    watch_origin *origins;
    watch_task **asked; /* whose requests are under way */
    size_t n_asked;
    watch_kept batch[WATCH_BATCH];
    size_t n_batch, batch_bytes;
    bool no_memory, stopped;
    double begun;
} watch_work;

double watch_now(void);

/* queue.c: what waits, and for which host */
watch_task *watch_task_new(watch_work *w, watch_kind kind, const char *address, double due, unsigned tries, bool page);
void watch_task_free(watch_task *task);
bool watch_task_turn(watch_work *w, watch_task *task, const char *url); /* to another address; false: memory ran out */
void watch_push(watch_work *w, watch_task *task);
void watch_push_first(watch_work *w, watch_task *task);
/* The first that may be asked for now, items after all else, taken out; NULL: none. */
watch_task *watch_pop(watch_site *site, double now);
watch_task *watch_pop_of(watch_site *site, const watch_origin *origin); /* whatever waits for its robots.txt */
double watch_next_due(const watch_work *w); /* when something may be done next; negative: never */
size_t watch_waiting(const watch_work *w);
bool watch_waits(const watch_work *w, const char *source); /* it waits, or is asked for */
watch_task *watch_source_task(watch_work *w, const char *address); /* with what is remembered of it */
bool watch_is_listed(const watch_work *w, const char *address);
void watch_queue_free(watch_work *w);

/* take.c: what came */
void watch_take(watch_work *w, watch_task *task, watch_answer *answer);
void watch_take_own(watch_work *w, watch_task *task, const char *why); /* the feed's own text; why: no page, NULL: there is none */
/* It failed, for now: tried again later, or given up. */
void watch_later(watch_work *w, watch_task *task, const char *why);
/* It failed for good. */
void watch_give_up(watch_work *w, watch_task *task, const char *why);

/* keep.c: readings into the record */
void watch_keep(watch_work *w, watch_task *task, rz_reading *reading, char *label, const watch_source *source);
void watch_flush(watch_work *w);
/* The task has ended: an item is done, an address of the list is asked again in its time. */
void watch_ended(watch_work *w, watch_task *task);

/* feed.c */
void watch_take_feed(watch_work *w, watch_task *task, watch_source *source, const watch_answer *answer);

/* maps.c: the sitemaps that an index names */
typedef struct {
    char *address, *changed; /* as the index says, "": it does not */
} watch_map;
typedef struct {
    watch_map at[WATCH_MAPS_MOST]; /* those changed last, the last one first; of one day as they stand */
    size_t n, all;
} watch_maps;
/* False: memory ran out. */
bool watch_map_offer(watch_maps *maps, const char *address, const char *changed);
void watch_maps_ask(watch_work *w, const watch_task *index, watch_maps *maps);
void watch_maps_free(watch_maps *maps);

/* rules.c: what robots.txt says */
typedef enum { WATCH_MAY, WATCH_MAY_NOT, WATCH_NOT_KNOWN /* its robots.txt is asked for first */ } watch_may;
watch_may watch_may_fetch(watch_work *w, const watch_task *task);
void watch_take_robots(watch_work *w, watch_task *task, watch_answer *answer);
bool watch_is_redirect(int status);

#endif
