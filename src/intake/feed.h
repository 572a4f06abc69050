/* One item of a feed. Private to the readers of feeds. */
#ifndef RZ_INTAKE_FEED_H
#define RZ_INTAKE_FEED_H

#include "intake/bundle.h"

typedef struct {
    rz_bytes xml;
    unsigned char *body; /* the longest of what it has as its text, libxml2's to free; NULL: none */
    bool no_memory;
} rz_feed_item;

typedef enum { RZ_ITEM_READ, RZ_ITEM_BROKEN /* no well-formed XML */, RZ_ITEM_NO_MEMORY } rz_item_state;

/* Of the bytes of its element; what it says goes to the bundle. `declared`: the feed's encoding, or "". */
rz_item_state rz_feed_item_read(rz_bundle *bundle, rz_feed_item *item, const char *bytes, size_t size, const char *declared);
void rz_feed_item_free(rz_feed_item *item);

#endif
