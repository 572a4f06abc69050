/* A feed that came: its items are noted before anything else is done with them, together with what the server wants to see when it is
 * asked again. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake/bundle.h"
#include "watch/address.h"
#include "watch/run.h"

typedef struct {
    const char *at;
    size_t left;
} bytes;

static long pull(void *self, void *to, size_t n) {
    bytes *b = self;
    if (n > b->left) n = b->left;
    if (n) memcpy(to, b->at, n);
    b->at += n, b->left -= n;
    return (long)n;
}

typedef struct {
    char **at; /* addresses of those that are new */
    bool *page;
    size_t n, room, all, refused;
    bool index; /* it names sitemaps, */
    watch_maps maps; /* these */
} fresh;

static bool note(fresh *f, const char *address, bool page) {
    if (f->n == f->room) {
        size_t room = f->room ? f->room * 2 : 64;
        char **at = realloc(f->at, room * sizeof *at);
        if (at) f->at = at;
        bool *pages = realloc(f->page, room * sizeof *pages);
        if (pages) f->page = pages;
        if (!at || !pages) return false;
        f->room = room;
    }
    f->page[f->n] = page;
    return (f->at[f->n] = strdup(address)) && ++f->n;
}

static void free_fresh(fresh *f) {
    for (size_t i = 0; i < f->n; i++) free(f->at[i]);
    free(f->at);
    free(f->page);
    watch_maps_free(&f->maps);
}

static const char *some(const char *text) { return text ? text : ""; }

/* One without a page has the feed's address and what is told by its text. */
static char *address_of(const watch_task *t, const rz_input *in, bool *page) {
    const char *why;
    char *address = in->url ? watch_address(t->url, in->url, &why) : NULL;
    *page = address != NULL;
    if (!address && asprintf(&address, "%s#%016" PRIx64, t->address, rz_hash(in->bytes, in->size)) < 0) return NULL;
    return address;
}

static bool add(watch_work *w, const watch_task *t, const rz_input *in, fresh *f) {
    bool page, room = true;
    char *address = address_of(t, in, &page);
    if (!address) return false;
    const watch_item item = {.address = address, .feed = t->address, .page = page, .title = some(in->title), .outlet = some(in->outlet),
                             .published = some(in->said_published), .body = in->bytes, .size = in->size};
    f->all++;
    if (!watch_is_listed(w, address) && watch_item_add(w->order->state, &item, watch_now())) room = note(f, address, page);
    free(address);
    return room;
}

static bool add_map(const watch_task *t, const rz_input *in, fresh *f) {
    bool page;
    char *address = address_of(t, in, &page);
    bool room = address && (!page || watch_map_offer(&f->maps, address, some(in->said_published)));
    f->index = true;
    f->all++;
    free(address);
    return room;
}

/* RZ_NEXT_END, or RZ_NEXT_BROKEN with the error. */
static rz_next read_items(watch_work *w, const watch_task *t, const watch_answer *a, fresh *f, rz_error *error) {
    bytes from = {a->body.at, a->body.n};
    rz_bundle *bundle = rz_bundle_of(rz_flow_of(pull, &from), t->address, RZ_INPUT_FEED, NULL);
    rz_next next = RZ_NEXT_BROKEN;
    error->code = RZ_NO_MEMORY;
    if (bundle) bundle->links = true;
    while (bundle && f->all < WATCH_ITEMS_MOST) {
        rz_input in;
        next = rz_bundle_next(bundle, &in, error);
        if (next == RZ_NEXT_END || next == RZ_NEXT_BROKEN) break;
        f->refused += next == RZ_NEXT_REFUSED;
        if (next == RZ_NEXT_ARTICLE && !(bundle->maps ? add_map(t, &in, f) : add(w, t, &in, f))) {
            error->code = RZ_NO_MEMORY, next = RZ_NEXT_BROKEN;
            break;
        }
    }
    if (next == RZ_NEXT_BROKEN && error->code == RZ_NO_MEMORY) w->no_memory = true;
    rz_bundle_close(bundle);
    if (next == RZ_NEXT_END && f->refused && !f->all) next = RZ_NEXT_BROKEN; /* the error tells of the last of them */
    return next == RZ_NEXT_BROKEN ? next : RZ_NEXT_END;
}

static void tell(watch_work *w, const watch_task *t, const fresh *f) {
    char what[120], refused[48] = "";
    if (f->index) return; /* told when they are asked for */
    if (f->refused) snprintf(refused, sizeof refused, "; %zu could not be read", f->refused);
    snprintf(what, sizeof what, "%zu item%s, %zu new%s", f->all, f->all == 1 ? "" : "s", f->n, refused);
    w->order->tell.said(w->order->tell.self, t->address, what);
}

void watch_take_feed(watch_work *w, watch_task *t, watch_source *source, const watch_answer *a) {
    fresh f = {0};
    rz_error error = {0}, not_kept = {0};
    watch_begin(w->order->state);
    rz_next next = read_items(w, t, a, &f, &error);
    if (next == RZ_NEXT_BROKEN || f.index) *source->etag = *source->modified = '\0'; /* to be seen whole; an index may stay as it is while its sitemaps change */
    watch_source_put(w->order->state, t->address, source);
    if (!watch_commit(w->order->state, &not_kept)) {
        w->order->tell.failed(w->order->tell.self, NULL, not_kept.message);
        free_fresh(&f);
        watch_later(w, t, not_kept.message);
        return;
    }
    tell(w, t, &f);
    for (size_t i = 0; i < f.n; i++) {
        watch_task *item = watch_task_new(w, WATCH_AN_ITEM, f.at[i], 0, 0, f.page[i]);
        if (item) watch_push(w, item);
    }
    if (f.index && !t->named) watch_maps_ask(w, t, &f.maps);
    bool within = f.index && t->named;
    free_fresh(&f);
    if (within) watch_give_up(w, t, "is an index of sitemaps that another index names: name it itself");
    else if (next == RZ_NEXT_BROKEN) watch_give_up(w, t, error.message);
    else watch_ended(w, t);
}
