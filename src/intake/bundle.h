/* The articles of a file, whatever form it has. Each form is a reader of records out of one flow; private to the intake. */
#ifndef RZ_INTAKE_BUNDLE_H
#define RZ_INTAKE_BUNDLE_H

#include "base/bytes.h"
#include "base/str.h"
#include "intake/flow.h"

enum { RZ_SAID_MOST = 2048 };
typedef enum { RZ_MAP_TEXT, RZ_MAP_TITLE, RZ_MAP_PUBLISHED, RZ_MAP_URL, RZ_MAP_OUTLET, RZ_MAPPED } rz_mapped;

/* What is said of the article under way, each NUL-terminated; "" where nothing is. */
typedef struct {
    char value[RZ_MAPPED][RZ_SAID_MOST]; /* by rz_mapped; the text is not here */
} rz_said;

struct rz_bundle {
    const char *name, *map;
    rz_flow *flow;
    rz_input_form form;
    bool ended;
    bool links; /* items of a feed that are an address alone are given too, with no text; and what an index of sitemaps names */
    bool maps;  /* it is such an index: an item is the address of a sitemap, published when it was changed last */
    uint64_t record;
    rz_bytes article; /* made here, where the record's bytes are not the article as they stand */
    rz_said said;
    void *state;      /* of the form's reader */
    void (*close)(void *state);
};

/* Of a flow, which is the bundle's now; NULL when memory ran out. */
rz_bundle *rz_bundle_of(rz_flow *flow, const char *name, rz_input_form form, const char *map);

/* What it is: as said, else by looking. */
rz_input_form rz_bundle_form(rz_bundle *bundle);

typedef rz_next rz_reader(rz_bundle *bundle, rz_input *out, rz_error *error);
rz_reader rz_warc_next, rz_feed_next, rz_jsonl_next, rz_csv_next, rz_zip_next;

bool rz_looks_like_feed(const char *bytes, size_t size);
bool rz_looks_like_csv(const char *bytes, size_t size, const char *map);

/* Sets the value, cut at a character where it is too long, blanks around it taken off. */
void rz_say(rz_said *said, rz_mapped which, const char *value, size_t size);
/* Makes one article of title and text: lines, or a page where the text has tags. False when memory runs out. */
bool rz_bundle_compose(rz_bundle *bundle, const char *text, size_t size);
/* The article made, with what is said of it. */
rz_next rz_bundle_give(rz_bundle *bundle, const char *bytes, size_t size, rz_input *out);
rz_next rz_bundle_refuse(rz_error *error, rz_next next, rz_code code, uint64_t at, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The field of ours that a column or key of that name is, by the map or by its usual names; RZ_MAPPED: none. A lower rank is preferred. */
rz_mapped rz_mapped_by(const char *map, const char *name, size_t size, int *rank);

#endif
