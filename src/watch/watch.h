/* Feeds and pages polled into a record, politely. */
#ifndef RZ_WATCH_WATCH_H
#define RZ_WATCH_WATCH_H

#include "rayzan.h"
#include "watch/fetch.h"
#include "watch/polite.h"
#include "watch/state.h"

typedef struct {
    void *self;
    void (*kept)(void *self, const char *label, const rz_added *added); /* an article */
    void (*said)(void *self, const char *address, const char *what);    /* of a feed, a page */
    void (*failed)(void *self, const char *address, const char *why);   /* an address of the list, or the record */
} watch_tell;

typedef struct {
    rz_engine *engine;
    rz_record *record;
    watch_state *state;
    const char *const *addresses; /* each once, as watch_address spells them */
    size_t n_addresses;
    watch_limits limits;
    watch_manners manners;
    unsigned tries;  /* for a page, before the feed's own text is taken */
    double every;    /* seconds between two rounds */
    bool once;
    int stop;        /* a file that can be read from when it is to stop */
    watch_tell tell;
} watch_order;

typedef struct {
    bool no_memory, stopped;
    size_t waiting; /* items that could not be had yet */
} watch_outcome;

watch_outcome watch_run(const watch_order *order);

/* Before anything else of it: what goes to the network is loaded. False: it is not there; *why says so. */
bool watch_ready(const char **why);

#endif
