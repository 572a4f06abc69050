#include "watch/fetch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

#include "intake/http.h"
#include "watch/curl.h"
#include "watch/near.h"

enum { HEAD_MOST = 256 << 10, ERROR_MOST = 256 << 10, GZIP = 15 + 16, PIECE = 64 << 10, LAYERS = 2 };

typedef struct {
    watch_request ask;
    CURL *easy;
    struct curl_slist *lines;
    rz_bytes body;
    size_t head, dropped;
    bool too_long, cut, near, no_memory;
    char error[CURL_ERROR_SIZE];
} transfer;

struct watch_fetcher {
    CURLM *multi;
    char *agent;
    watch_limits limits;
    transfer **under_way;
    size_t n, room;
};

watch_fetcher *watch_fetcher_open(const watch_limits *limits) {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return NULL;
    watch_fetcher *f = calloc(1, sizeof *f);
    if (!f) return NULL;
    f->limits = *limits;
    f->agent = strdup(limits->agent);
    f->multi = curl_multi_init();
    if (f->agent && f->multi) return f;
    watch_fetcher_close(f);
    return NULL;
}

static void free_transfer(watch_fetcher *f, transfer *t) {
    if (t->easy) {
        curl_multi_remove_handle(f->multi, t->easy);
        curl_easy_cleanup(t->easy);
    }
    curl_slist_free_all(t->lines);
    free(t->body.at);
    for (size_t i = 0; i < f->n; i++)
        if (f->under_way[i] == t) f->under_way[i] = f->under_way[--f->n];
    free(t);
}

void watch_fetcher_close(watch_fetcher *f) {
    if (!f) return;
    while (f->n) free_transfer(f, f->under_way[f->n - 1]);
    curl_multi_cleanup(f->multi);
    free(f->under_way);
    free(f->agent);
    free(f);
    curl_global_cleanup();
}

/* ---- as it comes ---- */

static size_t take_head(char *line, size_t size, size_t n, void *self) {
    transfer *t = self;
    (void)line;
    t->head += size * n;
    if (t->head <= HEAD_MOST) return size * n;
    t->too_long = true;
    return 0;
}

static long status_of(CURL *easy) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/* What belongs to an error is not kept. */
static size_t drop(transfer *t, size_t n) {
    t->dropped += n;
    return t->dropped <= ERROR_MOST ? n : 0;
}

static size_t take_body(char *bytes, size_t size, size_t n, void *self) {
    transfer *t = self;
    n *= size;
    if (status_of(t->easy) / 100 != 2) return drop(t, n);
    size_t here = n;
    if (t->body.n + n > t->ask.most) {
        if (t->ask.cut) t->cut = true;
        else t->too_long = true;
        here = t->ask.most - t->body.n;
    }
    if (!rz_bytes_room(&t->body, here)) return t->no_memory = true, 0;
    rz_bytes_put(&t->body, bytes, here);
    return here == n ? n : 0;
}

/* Before the first byte is sent: now it is known whom the name led to. */
static int look_at_host(void *self, char *ip, char *own, int port, int own_port) {
    transfer *t = self;
    (void)own, (void)port, (void)own_port;
    t->near = t->ask.far && watch_is_near(ip);
    return t->near ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

/* ---- asking ---- */

/* Then the number is the proxy's, and the proxy knows what it lets through. */
static bool has_proxy(void) {
    static const char *const names[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (getenv(names[i]) && *getenv(names[i])) return true;
    return false;
}

static bool add_line(transfer *t, const char *name, const char *value) {
    char line[WATCH_VALUE + 64];
    if (!*value) return true;
    snprintf(line, sizeof line, "%s: %s", name, value);
    struct curl_slist *more = curl_slist_append(t->lines, line);
    if (more) t->lines = more;
    return more != NULL;
}

static bool prepare(const watch_fetcher *f, transfer *t) {
    CURL *e = t->easy = curl_easy_init();
    long ms = (long)(f->limits.timeout * 1000) + 1;
    if (!e || !add_line(t, "Accept", "application/rss+xml, application/atom+xml, application/xml, text/html;q=0.9, text/plain;q=0.8, */*;q=0.5") ||
        !add_line(t, "Accept-Encoding", "gzip") || !add_line(t, "If-None-Match", t->ask.etag) || !add_line(t, "If-Modified-Since", t->ask.modified))
        return false;
    if (curl_easy_setopt(e, CURLOPT_URL, t->ask.url) != CURLE_OK || curl_easy_setopt(e, CURLOPT_USERAGENT, f->agent) != CURLE_OK) return false;
    curl_easy_setopt(e, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(e, CURLOPT_HTTPHEADER, t->lines);
    curl_easy_setopt(e, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(e, CURLOPT_QUICK_EXIT, 1L); /* a name that is still being looked up is not waited for */
    curl_easy_setopt(e, CURLOPT_TIMEOUT_MS, ms);
    curl_easy_setopt(e, CURLOPT_CONNECTTIMEOUT_MS, ms);
    curl_easy_setopt(e, CURLOPT_ERRORBUFFER, t->error);
    curl_easy_setopt(e, CURLOPT_PRIVATE, t);
    if (t->ask.far && !has_proxy()) {
        curl_easy_setopt(e, CURLOPT_PREREQFUNCTION, look_at_host);
        curl_easy_setopt(e, CURLOPT_PREREQDATA, t);
    }
    curl_easy_setopt(e, CURLOPT_HEADERFUNCTION, take_head);
    curl_easy_setopt(e, CURLOPT_HEADERDATA, t);
    curl_easy_setopt(e, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(e, CURLOPT_WRITEDATA, t);
    return true;
}

static bool make_room(watch_fetcher *f) {
    if (f->n < f->room) return true;
    size_t room = f->room ? f->room * 2 : 16;
    transfer **more = realloc(f->under_way, room * sizeof *more);
    if (more) f->under_way = more, f->room = room;
    return more != NULL;
}

bool watch_fetch(watch_fetcher *f, const watch_request *request) {
    transfer *t = make_room(f) ? calloc(1, sizeof *t) : NULL;
    if (!t) return false;
    t->ask = *request;
    if (!t->ask.most) t->ask.most = f->limits.most;
    if (!prepare(f, t) || curl_multi_add_handle(f->multi, t->easy) != CURLM_OK) return free_transfer(f, t), false;
    f->under_way[f->n++] = t;
    return true;
}

void watch_wait(watch_fetcher *f, double seconds, int stop) {
    int running;
    struct curl_waitfd also = {.fd = stop, .events = CURL_WAIT_POLLIN};
    curl_multi_perform(f->multi, &running);
    if (running < (int)f->n) seconds = 0; /* one has ended already */
    if (seconds > 3600) seconds = 3600;
    curl_multi_poll(f->multi, &also, 1, seconds > 0 ? (int)(seconds * 1000) + 1 : 0, NULL);
    curl_multi_perform(f->multi, &running);
}

/* ---- answers ---- */

/* One layer of gzip taken off; false with `why`. */
static bool unpack(rz_bytes *body, size_t most, bool cut, const char **why) {
    z_stream z = {.next_in = (unsigned char *)body->at, .avail_in = (unsigned)body->n};
    rz_bytes out = {0};
    int code = inflateInit2(&z, GZIP);
    *why = code == Z_OK ? NULL : "memory ran out";
    while (!*why && code != Z_STREAM_END) {
        if (!rz_bytes_room(&out, PIECE)) *why = "memory ran out";
        else {
            z.next_out = (unsigned char *)out.at + out.n, z.avail_out = PIECE;
            code = inflate(&z, Z_NO_FLUSH);
            out.n += PIECE - z.avail_out;
            if (out.n > most && cut) out.n = most, code = Z_STREAM_END;
            else if (out.n > most) *why = "it is longer, unpacked, than is taken (--max-size)";
            else if (code == Z_BUF_ERROR || (code == Z_OK && !z.avail_in && z.avail_out)) *why = "its gzip ends too soon";
            else if (code != Z_OK && code != Z_STREAM_END) *why = "its gzip is damaged";
        }
    }
    inflateEnd(&z);
    if (*why) return free(out.at), false;
    free(body->at);
    *body = out;
    return true;
}

static bool is_gzip(const rz_bytes *b) { return b->n > 2 && !memcmp(b->at, "\x1f\x8b", 2); }

static void header(CURL *easy, const char *name, char value[WATCH_VALUE]) {
    struct curl_header *h;
    *value = '\0';
    if (curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &h) == CURLHE_OK && strlen(h->value) < WATCH_VALUE) strcpy(value, h->value);
}

static void fail(watch_answer *a, watch_came came, const char *why) {
    a->came = came;
    snprintf(a->why, sizeof a->why, "%s", why);
}

static void read_head(CURL *easy, watch_answer *a) {
    char type[WATCH_VALUE], name[RZ_HEAD_VALUE], charset[RZ_HEAD_VALUE], *redirect = NULL;
    curl_off_t seconds = 0;
    header(easy, "ETag", a->etag);
    header(easy, "Last-Modified", a->modified);
    header(easy, "Content-Type", type);
    rz_content_type(type, name, charset);
    strcpy(a->type, name), strcpy(a->charset, charset);
    curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &redirect);
    if (redirect) a->redirect = strdup(redirect);
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds);
    a->retry_after = (double)seconds;
}

static void read_body(const transfer *t, watch_answer *a) {
    char packing[WATCH_VALUE];
    const char *why = NULL;
    header(t->easy, "Content-Encoding", packing);
    if (*packing && strcasecmp(packing, "identity") && strcasecmp(packing, "gzip") && strcasecmp(packing, "x-gzip")) {
        fail(a, WATCH_REFUSED, "it is packed in a way that was not asked for");
        return;
    }
    for (int i = 0; i < LAYERS && is_gzip(&a->body); i++)
        if (!unpack(&a->body, t->ask.most, t->ask.cut, &why)) {
            fail(a, WATCH_REFUSED, why);
            return;
        }
}

static void read_answer(watch_fetcher *f, transfer *t, CURLcode code, watch_answer *a) {
    *a = (watch_answer){.status = (int)status_of(t->easy), .body = t->body, .cut = t->cut};
    t->body = (rz_bytes){0};
    bool dropped = t->dropped > ERROR_MOST || t->cut;
    char why[sizeof a->why];
    if (t->near) fail(a, WATCH_REFUSED, "its host is of this machine or the network around it, and the list names none of it");
    else if (t->too_long) fail(a, WATCH_REFUSED, "it is longer than is taken (--max-size)");
    else if (t->no_memory || code == CURLE_OUT_OF_MEMORY) fail(a, WATCH_SILENT, "memory ran out");
    else if (code == CURLE_OPERATION_TIMEDOUT) {
        snprintf(why, sizeof why, "no answer, or none to its end, within %g s", f->limits.timeout);
        fail(a, WATCH_SILENT, why);
    } else if (code != CURLE_OK && !dropped) fail(a, WATCH_SILENT, *t->error ? t->error : curl_easy_strerror(code));
    else {
        read_head(t->easy, a);
        if (a->status / 100 == 2) read_body(t, a);
    }
}

void *watch_fetched(watch_fetcher *f, watch_answer *answer) {
    int left;
    for (CURLMsg *m; (m = curl_multi_info_read(f->multi, &left));) {
        if (m->msg != CURLMSG_DONE) continue;
        transfer *t = NULL;
        CURLcode code = m->data.result;
        curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &t);
        void *self = t->ask.self;
        read_answer(f, t, code, answer);
        free_transfer(f, t);
        return self;
    }
    return NULL;
}
