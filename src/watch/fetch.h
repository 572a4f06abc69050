/* Requests over the network, some at a time, through libcurl: http and https alone, bounded in time and in bytes. Redirects are not
 * followed: whoever asks decides. */
#ifndef RZ_WATCH_FETCH_H
#define RZ_WATCH_FETCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bytes.h"

enum { WATCH_VALUE = 512 };

typedef struct {
    const char *agent; /* of the User-Agent line; borrowed */
    double timeout;    /* seconds, of a request from its beginning to its end */
    size_t most;       /* bytes of an answer, as it comes and unpacked */
} watch_limits;

typedef enum {
    WATCH_ANSWERED,
    WATCH_SILENT, /* no answer, or none to its end: the host or the way to it has trouble */
    WATCH_REFUSED /* an answer that is not taken: too long, damaged */
} watch_came;

typedef struct {
    watch_came came;
    char why[256]; /* where nothing was answered */
    int status;
    rz_bytes body; /* unpacked, of an answer 2xx; the receiver frees .at */
    bool cut;      /* the body was longer, and `cut` was asked for */
    char type[WATCH_VALUE], charset[WATCH_VALUE], etag[WATCH_VALUE], modified[WATCH_VALUE]; /* "" where not said */
    char *redirect; /* where it points to, or NULL; the receiver frees it */
    double retry_after; /* seconds; 0: not said */
} watch_answer;

typedef struct {
    const char *url, *etag, *modified; /* the validators: "" for none */
    size_t most;  /* 0: that of the limits */
    bool far;     /* not of this machine or of the network around it */
    bool cut;     /* what is longer than `most` is cut there, and taken */
    void *self;
} watch_request;

typedef struct watch_fetcher watch_fetcher;
/* NULL when memory ran out. The limits are copied. */
watch_fetcher *watch_fetcher_open(const watch_limits *limits);
void watch_fetcher_close(watch_fetcher *fetcher); /* drops what is under way; NULL is allowed */
/* False when memory ran out. */
bool watch_fetch(watch_fetcher *fetcher, const watch_request *request);
/* Waits until something happened, `stop` can be read from, or the time is up. */
void watch_wait(watch_fetcher *fetcher, double seconds, int stop);
/* One that has ended: its `self` and the answer, whose body and redirect are the caller's to free; NULL: none now. */
void *watch_fetched(watch_fetcher *fetcher, watch_answer *answer);

#endif
