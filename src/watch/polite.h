/* When a host may be asked again: one request at a time, a pause between two, longer and longer ones where it has trouble. Seconds are
 * those of the caller's clock. Pure. */
#ifndef RZ_WATCH_POLITE_H
#define RZ_WATCH_POLITE_H

#include <stdbool.h>

typedef struct {
    double pause;      /* between two requests, at least */
    double pause_most; /* what of a Crawl-delay is honoured */
    double back_off;   /* after the first trouble; doubled with each that follows */
    double back_off_most;
    double retry_most; /* what of a Retry-After is honoured */
} watch_manners;

typedef struct {
    bool busy;         /* a request is under way */
    double due;        /* not before */
    double crawl_delay; /* asked for by its robots.txt; negative: none */
    unsigned troubles; /* one after another */
} watch_host;

bool watch_may_ask(const watch_host *host, double now);
void watch_asks(watch_host *host);
/* A request ended. trouble: it says that it is overloaded, or does not answer; retry_after: what it asks for, or 0. */
void watch_asked(watch_host *host, const watch_manners *manners, double now, bool trouble, double retry_after);
/* How long something is left alone that failed `times` times one after another. */
double watch_back_off(const watch_manners *manners, unsigned times);

#endif
