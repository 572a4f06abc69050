/* Which numbers of hosts are of this machine or the network around it. Pure. */
#ifndef RZ_WATCH_NEAR_H
#define RZ_WATCH_NEAR_H

#include <stdbool.h>

/* 127.0.0.1, 192.168.1.1, ::1, fe80::1, ::ffff:10.0.0.1; what is no such number is taken for one. */
bool watch_is_near(const char *ip);

#endif
