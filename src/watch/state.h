/* What the watching remembers between two runs, in a SQLite file beside the record: which addresses were read, with what a server wants to
 * see when it is asked again, what of the feeds still waits, and what hosts asked for. */
#ifndef RZ_WATCH_STATE_H
#define RZ_WATCH_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rayzan.h"
#include "watch/fetch.h"
#include "watch/polite.h"

typedef struct watch_state watch_state;

/* Made where there is none; of one process at a time. NULL with the error. */
watch_state *watch_state_open(const char *path, rz_error *error);
void watch_state_close(watch_state *state); /* NULL is allowed */
/* Everything between two of these is kept or nothing. False with the error of whatever failed since `begin`. */
void watch_begin(watch_state *state);
bool watch_commit(watch_state *state, rz_error *error);
void watch_undo(watch_state *state);

/* An address of the list. */
typedef struct {
    char etag[WATCH_VALUE], modified[WATCH_VALUE];
    int64_t text; /* the hash of the text that was read last; 0: none was */
    double due;
    unsigned tries; /* that failed, one after another */
} watch_source;
watch_source watch_source_of(watch_state *state, const char *address);
void watch_source_put(watch_state *state, const char *address, const watch_source *source);

/* An item of a feed. What is lent stays until the next call. */
typedef struct {
    const char *address, *feed;
    bool page; /* there is one to be asked for; else the feed's own text is all */
    const char *title, *outlet, *published;
    const char *body; /* the feed's own text, NULL: none */
    size_t size;
} watch_item;
/* True: it is new, and waits. One that is known is only noted to be told of still. */
bool watch_item_add(watch_state *state, const watch_item *item, double now);
bool watch_item_read(watch_state *state, const char *address, watch_item *out);
/* Waits no longer: it was read, or given up. An address that no feed told of (where a page was in the end) too. */
void watch_item_done(watch_state *state, const char *address, double now);
void watch_item_later(watch_state *state, const char *address, double due, unsigned tries);
bool watch_is_done(watch_state *state, const char *address);
/* Tells of each that waits, in the order in which they came. */
void watch_each_waiting(watch_state *state, void (*tell)(void *self, const char *address, bool page, double due, unsigned tries), void *self);
/* Forgets what was done and is not told of any more. */
void watch_forget(watch_state *state, double before);

bool watch_host_get(watch_state *state, const char *name, watch_host *out);
void watch_host_put(watch_state *state, const char *name, const watch_host *host);

/* The robots.txt of an origin as it was at `at`; free text.at. */
bool watch_robots_get(watch_state *state, const char *origin, rz_bytes *text, double *at);
void watch_robots_put(watch_state *state, const char *origin, const char *text, size_t size, double at);

#endif
