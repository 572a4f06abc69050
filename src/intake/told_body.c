/* The body of an article in the data that its page has for machines (JSON-LD): read where the page itself shows little of it. */
#include "intake/page.h"

enum { LEAST = 600 /* bytes */, PROBES = 12, PROBE = 24 /* bytes */, STEP = 64 };

/* A run of plain bytes at `from` or soon after it, which a page would show as they stand; NULL: there is none. */
static const char *plain_run(const char *from, const char *end) {
    const char *start = NULL;
    for (const char *p = from, *last = end - from > STEP * 4 ? from + STEP * 4 : end; p < last; p++) {
        unsigned char c = (unsigned char)*p;
        bool plain = c >= ' ' && !strchr("<>&\"'\\", c);
        if (!plain) start = NULL;
        else if (!start && c == ' ') start = p + 1;
        if (start && p + 1 - start == PROBE) return start;
    }
    return NULL;
}

bool rz_body_is_hidden(const rz_buffer *body, const rz_buffer *text) {
    uint32_t looked = 0, missing = 0;
    if (body->n < LEAST) return false;
    for (uint32_t i = 0; i < PROBES; i++) {
        const char *run = plain_run(body->at + body->n / PROBES * i, body->at + body->n);
        if (!run) continue;
        looked++;
        missing += !text->n || !memmem(text->at, text->n, run, PROBE);
    }
    return looked >= PROBES / 2 && missing * 3 >= looked * 2;
}

bool rz_body_page(const rz_buffer *body, rz_buffer *page) {
    rz_buffer_add(page, "<p>", 3);
    for (const char *p = body->at, *end = p + body->n; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop) stop = end;
        rz_buffer_add(page, p, (size_t)(stop - p));
        rz_buffer_add(page, "<p>", 3);
        p = stop + 1;
    }
    return !page->failed;
}
