/* libcurl, loaded when it is first asked for: it brings thirty libraries with it, and every other command starts without them. Its
 * functions keep their names. */
#ifndef RZ_WATCH_CURL_H
#define RZ_WATCH_CURL_H

#include <stdbool.h>

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#define WATCH_CURL_FUNCTIONS(X)                                                                                       \
    X(easy_cleanup) X(easy_getinfo) X(easy_header) X(easy_init) X(easy_setopt) X(easy_strerror) X(free) X(global_cleanup) \
    X(global_init) X(multi_add_handle) X(multi_cleanup) X(multi_info_read) X(multi_init) X(multi_perform) X(multi_poll)  \
    X(multi_remove_handle) X(slist_append) X(slist_free_all) X(url) X(url_cleanup) X(url_get) X(url_set)

typedef struct {
#define X(name) __typeof__(&curl_##name) name##_;
    WATCH_CURL_FUNCTIONS(X)
#undef X
} watch_curl_functions;

const watch_curl_functions *watch_curl(void); /* after watch_ready */

#undef curl_easy_getinfo
#undef curl_easy_setopt
#define curl_easy_cleanup watch_curl()->easy_cleanup_
#define curl_easy_getinfo watch_curl()->easy_getinfo_
#define curl_easy_header watch_curl()->easy_header_
#define curl_easy_init watch_curl()->easy_init_
#define curl_easy_setopt watch_curl()->easy_setopt_
#define curl_easy_strerror watch_curl()->easy_strerror_
#define curl_free watch_curl()->free_
#define curl_global_cleanup watch_curl()->global_cleanup_
#define curl_global_init watch_curl()->global_init_
#define curl_multi_add_handle watch_curl()->multi_add_handle_
#define curl_multi_cleanup watch_curl()->multi_cleanup_
#define curl_multi_info_read watch_curl()->multi_info_read_
#define curl_multi_init watch_curl()->multi_init_
#define curl_multi_perform watch_curl()->multi_perform_
#define curl_multi_poll watch_curl()->multi_poll_
#define curl_multi_remove_handle watch_curl()->multi_remove_handle_
#define curl_slist_append watch_curl()->slist_append_
#define curl_slist_free_all watch_curl()->slist_free_all_
#define curl_url watch_curl()->url_
#define curl_url_cleanup watch_curl()->url_cleanup_
#define curl_url_get watch_curl()->url_get_
#define curl_url_set watch_curl()->url_set_

#endif
