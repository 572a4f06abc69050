#include "watch/curl.h"

#include <dlfcn.h>
#include <pthread.h>

#include "watch/watch.h"

static watch_curl_functions loaded; /* written once */
static const char *missing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define FIND(function)                                                                    \
    if (!missing && !(*(void **)&loaded.function##_ = dlsym(library, "curl_" #function))) \
        missing = "this libcurl is too old: it has no curl_" #function;

static void load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) missing = "libcurl cannot be loaded; install it (Debian: libcurl4)";
    WATCH_CURL_FUNCTIONS(FIND)
}

bool watch_ready(const char **why) {
    pthread_once(&once, load);
    *why = missing;
    return !missing;
}

const watch_curl_functions *watch_curl(void) { return &loaded; }
