/* Which papers are told of again in other words (agreed_same.c). */
#ifndef RZ_RESOLVE_AGREED_H
#define RZ_RESOLVE_AGREED_H

#include "resolve/resolve.h"

enum { MOST_WORDS = 8, MOST_STATES = 8 };

typedef struct {
    uint32_t words[MOST_WORDS], n; /* tokens that tell which agreement it is */
    rz_row states[MOST_STATES];
    uint32_t n_states;
} rz_telling;

typedef struct {
    const rz_found_instrument *found;
    rz_telling telling;
    bool headline; /* told by the title, and not yet by the body */
    bool news;     /* told as news of a signing alone */
} rz_told;

rz_telling rz_telling_of(const rz_cast *cast, const rz_found_instrument *found);
/* The one of `out`, told by `all`, that this one is too; NULL: none. */
rz_instrument *rz_told_before(rz_cast *cast, rz_facts *out, const rz_told *all, const char *id, const rz_told *this_one);
bool rz_party_among(const char *const *at, uint32_t n, const char *id);

#endif
