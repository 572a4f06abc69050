/* Readings into the record, and then what is remembered of their addresses: whoever is killed between the two finds the article in the
 * record when it comes again. */
#include <stdlib.h>
#include <string.h>

#include "watch/run.h"

void watch_ended(watch_work *w, watch_task *t) {
    if (t->kind == WATCH_A_SOURCE && !w->order->once && !t->named) {
        t->tries = t->hops = 0;
        t->due = watch_now() + w->order->every;
        if (watch_task_turn(w, t, t->address)) {
            watch_push(w, t);
            return;
        }
    }
    watch_task_free(t);
}

static void remember(watch_work *w, const watch_kept *k, double now) {
    if (k->task->kind == WATCH_A_SOURCE) {
        watch_source_put(w->order->state, k->task->address, &k->source);
        return;
    }
    watch_item_done(w->order->state, k->task->address, now);
    if (k->url) watch_item_done(w->order->state, k->url, now);
}

static bool remember_all(watch_work *w, rz_error *error) {
    watch_begin(w->order->state);
    for (size_t i = 0; i < w->n_batch; i++) remember(w, &w->batch[i], watch_now());
    return watch_commit(w->order->state, error);
}

static bool add_all(watch_work *w, rz_added *added, rz_error *error) {
    const rz_reading *readings[WATCH_BATCH];
    for (size_t i = 0; i < w->n_batch; i++) readings[i] = w->batch[i].reading;
    return rz_record_add(w->order->record, readings, w->n_batch, added, error);
}

void watch_flush(watch_work *w) {
    const watch_tell *tell = &w->order->tell;
    rz_added added[WATCH_BATCH];
    rz_error error = {0};
    if (!w->n_batch) return;
    bool kept = add_all(w, added, &error);
    for (size_t i = 0; kept && i < w->n_batch; i++) tell->kept(tell->self, w->batch[i].label, &added[i]);
    if (!kept || !remember_all(w, &error)) tell->failed(tell->self, NULL, error.message);
    for (size_t i = 0; i < w->n_batch; i++) {
        watch_kept *k = &w->batch[i];
        if (kept) {
            watch_ended(w, k->task);
        } else { /* the record is held by another, the disk is full: it may be well later */
            k->task->due = watch_now() + w->order->manners.back_off;
            watch_push(w, k->task);
        }
        rz_reading_free(k->reading);
        free(k->label);
        free(k->url);
    }
    w->n_batch = w->batch_bytes = 0;
}

void watch_keep(watch_work *w, watch_task *t, rz_reading *reading, char *label, const watch_source *source) {
    w->batch[w->n_batch] = (watch_kept){.task = t, .reading = reading, .label = label};
    if (source) w->batch[w->n_batch].source = *source;
    if (t->hops && t->kind == WATCH_AN_ITEM) w->batch[w->n_batch].url = strdup(t->url);
    w->batch_bytes += reading->text_size;
    if (++w->n_batch == WATCH_BATCH || w->batch_bytes >= WATCH_BATCH_BYTES) watch_flush(w);
}
