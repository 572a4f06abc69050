/* The bytes of a case as they come in from a file or the network: some at a time. */
#ifndef FUZZ_FLOW_H
#define FUZZ_FLOW_H

#include <string.h>

typedef struct {
    const char *at;
    size_t left, step; /* bytes to come, and at most how many at a time */
} source;

static inline long pull(void *self, void *to, size_t n) {
    source *s = self;
    if (n > s->left) n = s->left;
    if (n > s->step) n = s->step;
    if (n) memcpy(to, s->at, n);
    s->at += n, s->left -= n;
    return (long)n;
}

#endif
