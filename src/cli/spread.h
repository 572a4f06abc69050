/* Work spread over threads, taken back in the order it was given out. */
#ifndef RZ_CLI_SPREAD_H
#define RZ_CLI_SPREAD_H

#include <stdbool.h>

typedef struct {
    void *self;
    void *(*next)(void *self);           /* the next job, NULL after the last; on the calling thread */
    void (*work)(void *self, void *job); /* does it, leaving the result in the job; on any thread */
    bool (*take)(void *self, void *job); /* what is done, in order, on the calling thread; the job is the taker's. After
                                            a false no new job is asked for; those under way are still taken. */
} cli_spread;

/* At most a few jobs for each thread are under way at a time, however many there are. With one thread, or where no
 * thread can be had, all is done on the calling one. */
void cli_spread_run(const cli_spread *spread, unsigned threads);

#endif
