#include "watch/address.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "watch/curl.h"

enum { PARSING = CURLU_URLENCODE | CURLU_ALLOW_SPACE };

static bool is_set(CURLU *u, CURLUPart part) {
    char *value = NULL;
    bool set = curl_url_get(u, part, &value, 0) == CURLUE_OK && value;
    curl_free(value);
    return set;
}

static bool lower_host(CURLU *u) {
    char *host = NULL;
    if (curl_url_get(u, CURLUPART_HOST, &host, 0) != CURLUE_OK) return false;
    for (char *c = host; *c; c++) *c = (char)tolower((unsigned char)*c);
    bool done = curl_url_set(u, CURLUPART_HOST, host, 0) == CURLUE_OK;
    curl_free(host);
    return done;
}

static const char *wrong_scheme(CURLU *u) {
    char *scheme = NULL;
    const char *why = NULL;
    if (curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK) why = "is no address";
    else if (strcmp(scheme, "http") && strcmp(scheme, "https")) why = "is no address of http or https";
    curl_free(scheme);
    return why;
}

/* What is wrong with it, or NULL. */
static const char *tidy(CURLU *u) {
    const char *why = wrong_scheme(u);
    if (why) return why;
    if (is_set(u, CURLUPART_USER) || is_set(u, CURLUPART_PASSWORD)) return "has a name or password in it";
    curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0);
    return lower_host(u) ? NULL : "names no host";
}

/* Escapes in capitals, so that one address has one spelling. */
static char *spelled(const char *address) {
    char *out = strdup(address);
    for (unsigned char *c = (unsigned char *)out; c && *c; c++)
        if (*c == '%' && isxdigit(c[1]) && isxdigit(c[2])) c[1] = (unsigned char)toupper(c[1]), c[2] = (unsigned char)toupper(c[2]);
    return out;
}

char *watch_address(const char *base, const char *text, const char **why) {
    CURLU *u = curl_url();
    char *got = NULL, *out = NULL;
    *why = NULL;
    if (!u) return NULL;
    CURLUcode code = base ? curl_url_set(u, CURLUPART_URL, base, PARSING) : CURLUE_OK;
    if (code == CURLUE_OK) code = curl_url_set(u, CURLUPART_URL, text, PARSING | (base ? 0u : CURLU_NON_SUPPORT_SCHEME));
    if (code == CURLUE_UNSUPPORTED_SCHEME) *why = "is no address of http or https";
    else if (code == CURLUE_BAD_SCHEME) *why = "is no address: it begins with http:// or https://";
    else if (code != CURLUE_OK && code != CURLUE_OUT_OF_MEMORY) *why = "is no address";
    else if (code == CURLUE_OK) *why = tidy(u);
    if (code == CURLUE_OK && !*why && curl_url_get(u, CURLUPART_URL, &got, CURLU_NO_DEFAULT_PORT) == CURLUE_OK) {
        if (strlen(got) > WATCH_ADDRESS_MOST) *why = "is longer than an address may be";
        else out = spelled(got);
    }
    curl_free(got);
    curl_url_cleanup(u);
    return out;
}

static const char *authority(const char *address) { return strstr(address, "://") + 3; }

const char *watch_path_of(const char *address) {
    const char *at = authority(address);
    at += strcspn(at, "/?");
    return *at ? at : "/";
}

char *watch_origin_of(const char *address) {
    const char *at = authority(address);
    return strndup(address, (size_t)(at - address) + strcspn(at, "/?"));
}

char *watch_host_of(const char *address) {
    const char *at = authority(address), *closed = *at == '[' ? strchr(at, ']') : NULL;
    return strndup(at, closed ? (size_t)(closed - at) + 1 : strcspn(at, ":/?"));
}
