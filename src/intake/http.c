#include "intake/http.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>
#include <zlib.h>

size_t rz_head_length(const char *bytes, size_t size) {
    for (const char *p = bytes, *end = bytes + size; (p = memchr(p, '\n', (size_t)(end - p))); p++) {
        if (end - p > 1 && p[1] == '\n') return (size_t)(p + 2 - bytes);
        if (end - p > 2 && p[1] == '\r' && p[2] == '\n') return (size_t)(p + 3 - bytes);
    }
    return 0;
}

bool rz_head_value(const char *head, size_t size, const char *name, char *value, size_t room) {
    size_t n = strlen(name);
    *value = '\0';
    for (const char *p = head, *end = head + size, *stop; p < end; p = stop + 1) {
        if (!(stop = memchr(p, '\n', (size_t)(end - p)))) stop = end;
        if ((size_t)(stop - p) <= n || p[n] != ':' || strncasecmp(p, name, n) != 0) continue;
        p += n + 1;
        while (p < stop && isspace((unsigned char)*p)) p++;
        const char *last = stop;
        while (last > p && isspace((unsigned char)last[-1])) last--;
        size_t length = (size_t)(last - p) < room - 1 ? (size_t)(last - p) : room - 1;
        memcpy(value, p, length);
        value[length] = '\0';
        return true;
    }
    return false;
}

void rz_content_type(const char *value, char *type, char *charset) {
    size_t n = strcspn(value, "; \t");
    if (n >= RZ_HEAD_VALUE) n = RZ_HEAD_VALUE - 1;
    memcpy(type, value, n);
    type[n] = '\0';
    const char *set = strcasestr(value, "charset=");
    *charset = '\0';
    if (!set) return;
    set += strlen("charset=");
    set += *set == '"' || *set == '\'';
    n = strcspn(set, "\"'; \t");
    if (n >= RZ_HEAD_VALUE) n = RZ_HEAD_VALUE - 1;
    memcpy(charset, set, n);
    charset[n] = '\0';
}

bool rz_is_text_type(const char *type) { return !*type || !strcasecmp(type, "text/html") || !strcasecmp(type, "application/xhtml+xml") || !strcasecmp(type, "text/plain"); }

/* Chunks with their sizes between them, as they went over the wire; false: it is not so, the body stands as it is. */
static bool join_chunks(rz_str in, rz_bytes *out, bool *no_memory) {
    const char *p = in.at, *end = in.at + in.size;
    out->n = 0;
    if (!rz_bytes_room(out, in.size)) return *no_memory = true, false;
    while (p < end) {
        char *stop;
        if (!isxdigit((unsigned char)*p) || !memchr(p, '\n', (size_t)(end - p))) return false;
        unsigned long long n = strtoull(p, &stop, 16);
        if (!(p = memchr(stop, '\n', (size_t)(end - stop)))) return false;
        p++;
        if (n == 0) return true;
        if (n > (unsigned long long)(end - p)) n = (unsigned long long)(end - p); /* cut short: what there is */
        rz_bytes_put(out, p, (size_t)n);
        p += n;
        while (p < end && (*p == '\r' || *p == '\n')) p++;
    }
    return true;
}

/* zlib tells gzip from its own head; some servers send "deflate" without any. */
static bool inflate_all(rz_str in, size_t most, int bits, rz_bytes *out, bool *no_memory) {
    z_stream z = {.next_in = (unsigned char *)(uintptr_t)in.at, .avail_in = in.size};
    out->n = 0;
    int status = inflateInit2(&z, bits);
    if (status != Z_OK) return *no_memory |= status == Z_MEM_ERROR, false;
    while (status == Z_OK && out->n <= most) {
        if (!rz_bytes_room(out, 64 << 10)) {
            status = Z_MEM_ERROR;
            break;
        }
        z.next_out = (unsigned char *)out->at + out->n;
        z.avail_out = (uInt)(out->room - out->n - 1);
        uInt before = z.avail_out;
        status = inflate(&z, Z_NO_FLUSH);
        out->n += before - z.avail_out;
    }
    inflateEnd(&z);
    *no_memory |= status == Z_MEM_ERROR;
    return (status == Z_STREAM_END || (status == Z_BUF_ERROR && out->n)) && out->n <= most;
}

static bool unpack(rz_str *body, size_t most, rz_bytes *room, bool *no_memory) {
    rz_bytes plain = {0};
    bool ok = inflate_all(*body, most, 15 + 32, &plain, no_memory) || (!*no_memory && inflate_all(*body, most, -15, &plain, no_memory));
    free(ok ? room->at : plain.at);
    if (!ok) return false;
    *room = plain;
    *body = (rz_str){room->at, (uint32_t)room->n};
    return true;
}

bool rz_http_read(rz_str answer, size_t most, rz_bytes *room, rz_http_head *head, rz_str *body) {
    *head = (rz_http_head){0};
    size_t length = answer.size > 12 && !memcmp(answer.at, "HTTP/", 5) ? rz_head_length(answer.at, answer.size) : 0;
    if (!length) return false;
    const char *blank = memchr(answer.at, ' ', length);
    char type[RZ_HEAD_VALUE * 2];
    head->status = blank ? atoi(blank + 1) : 0; /* the head ends in a line's end, so it stops there */
    rz_head_value(answer.at, length, "Content-Type", type, sizeof type);
    rz_content_type(type, head->type, head->charset);
    rz_head_value(answer.at, length, "Transfer-Encoding", head->transfer, RZ_HEAD_VALUE);
    rz_head_value(answer.at, length, "Content-Encoding", head->packing, RZ_HEAD_VALUE);
    *body = (rz_str){answer.at + length, (uint32_t)(answer.size - length)};
    if (strcasestr(head->transfer, "chunked") && join_chunks(*body, room, &head->no_memory)) *body = (rz_str){room->at, (uint32_t)room->n};
    if (head->no_memory) return false;
    bool packed = strcasestr(head->packing, "gzip") || strcasestr(head->packing, "deflate");
    bool plain = !packed || (body->size && (*body->at == '<' || (unsigned char)*body->at >= 0xD8)); /* unpacked by the crawler, its head left */
    return plain || unpack(body, most, room, &head->no_memory);
}
