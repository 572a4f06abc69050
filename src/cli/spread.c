#include "cli/spread.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST_THREADS = 256, JOBS_A_THREAD = 4 };

typedef struct {
    void *job;
    bool done;
} slot;

/* A ring of jobs: [taken, given) are under way, those before `begun` are with a thread or done. */
typedef struct {
    const cli_spread *spread;
    pthread_mutex_t lock;
    pthread_cond_t work_to_do, work_done;
    slot *slots;
    size_t room, given, begun, taken;
    bool ended;
} ring;

static void *worker(void *argument) {
    ring *r = argument;
    pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->begun == r->given && !r->ended) pthread_cond_wait(&r->work_to_do, &r->lock);
        if (r->begun == r->given) break;
        slot *s = &r->slots[r->begun++ % r->room];
        pthread_mutex_unlock(&r->lock);
        r->spread->work(r->spread->self, s->job);
        pthread_mutex_lock(&r->lock);
        s->done = true;
        pthread_cond_signal(&r->work_done);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

static void give(ring *r, void *job) {
    pthread_mutex_lock(&r->lock);
    r->slots[r->given++ % r->room] = (slot){job, false};
    pthread_cond_signal(&r->work_to_do);
    pthread_mutex_unlock(&r->lock);
}

/* The oldest job, when it is done. */
static void *oldest(ring *r) {
    slot *s = &r->slots[r->taken % r->room];
    pthread_mutex_lock(&r->lock);
    while (!s->done) pthread_cond_wait(&r->work_done, &r->lock);
    r->taken++;
    pthread_mutex_unlock(&r->lock);
    return s->job;
}

static void feed_and_take(ring *r) {
    const cli_spread *s = r->spread;
    bool more = true;
    for (;;) {
        while (more && r->given - r->taken < r->room) {
            void *job = s->next(s->self);
            if (job)
                give(r, job);
            else
                more = false;
        }
        if (r->given == r->taken) break;
        if (!s->take(s->self, oldest(r))) more = false;
    }
    pthread_mutex_lock(&r->lock);
    r->ended = true;
    pthread_cond_broadcast(&r->work_to_do);
    pthread_mutex_unlock(&r->lock);
}

static void run_alone(const cli_spread *s) {
    for (void *job; (job = s->next(s->self));) {
        s->work(s->self, job);
        if (!s->take(s->self, job)) break;
    }
}

void cli_spread_run(const cli_spread *spread, unsigned threads) {
    pthread_t ids[MOST_THREADS];
    unsigned n = 0, wanted = threads < MOST_THREADS ? threads : MOST_THREADS;
    ring r = {.spread = spread, .room = (size_t)wanted * JOBS_A_THREAD};
    r.slots = wanted > 1 ? calloc(r.room, sizeof *r.slots) : NULL;
    if (!r.slots) {
        run_alone(spread);
        return;
    }
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.work_to_do, NULL);
    pthread_cond_init(&r.work_done, NULL);
    while (n < wanted && pthread_create(&ids[n], NULL, worker, &r) == 0) n++;
    if (n)
        feed_and_take(&r);
    else
        run_alone(spread);
    for (unsigned i = 0; i < n; i++) pthread_join(ids[i], NULL);
    pthread_cond_destroy(&r.work_to_do);
    pthread_cond_destroy(&r.work_done);
    pthread_mutex_destroy(&r.lock);
    free(r.slots);
}
