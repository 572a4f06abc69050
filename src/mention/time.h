/* A time expression as its parts say it. */
#ifndef RZ_MENTION_TIME_H
#define RZ_MENTION_TIME_H

#include "mention/mention.h"

struct rz_time_mention {
    uint32_t first, last;             /* tokens of the expression */
    uint32_t extent_first, extent_last; /* the same with در، از، تا، طی، حدود where they govern it */
    uint32_t of;                      /* a clock time or part of the day: index of the day it belongs to, or RZ_NONE */
    /* the parts, and whatever more the solver needs, are added below by src/mention/times.c */
};

#endif
