/* robots.txt, RFC 9309: may a page be asked for, and how long to wait between two. Pure: nothing is fetched or kept here. */
#ifndef RZ_WATCH_ROBOTS_H
#define RZ_WATCH_ROBOTS_H

#include <stdbool.h>
#include <stddef.h>

enum { WATCH_ROBOTS_MOST = 500 << 10 }; /* bytes of a file that are looked at; the standard asks for so many */

typedef struct {
    bool allowed;
    double delay; /* seconds, of Crawl-delay; negative: none is asked for */
} watch_verdict;

/* What the file says to `agent`, a product token («rayzan»), of a path with its query. The longest rule decides; of two as long the one
 * that allows. The groups that name the agent count, else those of «*», else all is allowed. /robots.txt itself always is. */
watch_verdict watch_robots(const char *text, size_t size, const char *agent, const char *path);

#endif
