/* Addresses of the web in one spelling. */
#ifndef RZ_WATCH_ADDRESS_H
#define RZ_WATCH_ADDRESS_H

#include <stdbool.h>

enum { WATCH_ADDRESS_MOST = 2048 };

/* `text`, by itself or as it stands in `base`: http or https, signs escaped that must be, the host in small letters, without what stands
 * behind «#». To be freed with free(); NULL with *why (a literal), or without where memory ran out. */
char *watch_address(const char *base, const char *text, const char **why);

/* Of an address so spelled; each to be freed, NULL where memory ran out. */
char *watch_host_of(const char *address);   /* news.example */
char *watch_origin_of(const char *address); /* https://news.example:8080 */
const char *watch_path_of(const char *address); /* /a?b, within the address */

#endif
