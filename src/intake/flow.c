#include "intake/flow.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "base/error.h"

enum { PIECE = 128 << 10, DICTIONARY_MOST = 16 << 20, MOST = RZ_PAGE_MAX + (1 << 20), GZIP = 15 + 16 /* zlib's own word for it */ };

typedef enum { NOT_LOOKED, PLAIN, PACKED_GZIP, PACKED_ZSTD } packing;

struct rz_flow {
    rz_pull *pull;
    void *self;
    packing packing;
    bool file_ended, ended; /* of the file; of what is in it */
    bool within;            /* a member or frame was begun and has not ended */
    unsigned char *in; /* PIECE bytes */
    size_t in_at, in_n;
    uint64_t file_at;       /* of in[in_n] in the file */
    struct part {
        uint64_t out, in;   /* where it begins, unpacked and in the file */
    } *parts;               /* members or frames that the window is of; the first may have begun before it */
    size_t part, n_parts, parts_room;
    z_stream gzip;
    ZSTD_DStream *zstd;
    char *out;
    size_t at, n, room;
    uint64_t passed;
    rz_error error;
};

static long pull_file(void *self, void *to, size_t n) {
    for (;;) {
        ssize_t got = read((int)(intptr_t)self, to, n);
        if (got >= 0 || errno != EINTR) return got;
    }
}

rz_flow *rz_flow_of(rz_pull *pull, void *self) {
    rz_flow *f = calloc(1, sizeof *f);
    unsigned char *in = f ? malloc(PIECE) : NULL;
    if (!in) return free(f), NULL;
    f->pull = pull, f->self = self, f->in = in;
    return f;
}

rz_flow *rz_flow_open(int file) { return rz_flow_of(pull_file, (void *)(intptr_t)file); }

void rz_flow_close(rz_flow *f) {
    if (!f) return;
    if (f->packing == PACKED_GZIP) inflateEnd(&f->gzip);
    ZSTD_freeDStream(f->zstd);
    free(f->in);
    free(f->parts);
    free(f->out);
    free(f);
}

static bool fail(rz_flow *f, rz_code code, const char *what) {
    f->ended = true;
    return rz_fail(&f->error, code, f->file_at - (f->in_n - f->in_at), "%s", what);
}

/* More of the file behind what is left of it. */
static bool fill_in(rz_flow *f) {
    if (f->in_at) memmove(f->in, f->in + f->in_at, f->in_n - f->in_at);
    f->in_n -= f->in_at;
    f->in_at = 0;
    while (!f->file_ended && f->in_n < PIECE) {
        long n = f->pull(f->self, f->in + f->in_n, PIECE - f->in_n);
        if (n < 0) return fail(f, RZ_IO, strerror(errno));
        if (n == 0) f->file_ended = true;
        f->in_n += (size_t)n;
        f->file_at += (uint64_t)n;
        if (n > 0) break;
    }
    return true;
}

static bool starts_with(const rz_flow *f, const char *magic, size_t n) { return f->in_n - f->in_at >= n && !memcmp(f->in + f->in_at, magic, n); }

/* Bytes of the file as they stand; fewer where it ends. */
static size_t take_in(rz_flow *f, unsigned char *to, size_t n) {
    size_t got = 0;
    while (got < n && (f->in_at < f->in_n || (!f->file_ended && fill_in(f)))) {
        size_t here = f->in_n - f->in_at < n - got ? f->in_n - f->in_at : n - got;
        memcpy(to + got, f->in + f->in_at, here);
        f->in_at += here;
        got += here;
    }
    return got;
}

/* A .warc.zst may begin with the dictionary that all its frames are packed with, itself packed or not, in a frame of its own
 * (https://iipc.github.io/warc-specifications/specifications/warc-zstd/). */
static bool read_dictionary(rz_flow *f) {
    unsigned char head[8], *plain = NULL;
    size_t size = take_in(f, head, 8) == 8 ? head[4] | head[5] << 8 | head[6] << 16 | (size_t)head[7] << 24 : 0;
    if (size == 0 || size > DICTIONARY_MOST) return fail(f, RZ_NOT_TEXT, "the dictionary it begins with is damaged");
    unsigned char *given = malloc(size);
    bool ok = given && take_in(f, given, size) == size;
    unsigned long long whole = ok ? ZSTD_getFrameContentSize(given, size) : ZSTD_CONTENTSIZE_ERROR;
    if (whole != ZSTD_CONTENTSIZE_ERROR) { /* a frame */
        ok = whole <= DICTIONARY_MOST && (plain = malloc((size_t)whole + 1));
        size_t n = ok ? ZSTD_decompress(plain, (size_t)whole, given, size) : 0;
        ok = ok && !ZSTD_isError(n) && !ZSTD_isError(ZSTD_DCtx_loadDictionary(f->zstd, plain, n));
    } else {
        ok = ok && !ZSTD_isError(ZSTD_DCtx_loadDictionary(f->zstd, given, size));
    }
    free(given);
    free(plain);
    return ok || fail(f, RZ_NOT_TEXT, "the dictionary it begins with is damaged");
}

static bool look(rz_flow *f) {
    while (f->in_n < 4 && !f->file_ended)
        if (!fill_in(f)) return false;
    bool dictionary = starts_with(f, "\x5d\x2a\x4d\x18", 4);
    f->packing = dictionary ? PACKED_ZSTD : starts_with(f, "\x1f\x8b", 2) ? PACKED_GZIP : starts_with(f, "\x28\xb5\x2f\xfd", 4) ? PACKED_ZSTD : PLAIN;
    if (f->packing == PACKED_GZIP && inflateInit2(&f->gzip, GZIP) != Z_OK) return f->packing = PLAIN, fail(f, RZ_NO_MEMORY, "not enough memory to unpack it");
    if (f->packing == PACKED_ZSTD && !(f->zstd = ZSTD_createDStream())) return fail(f, RZ_NO_MEMORY, "not enough memory to unpack it");
    return !dictionary || read_dictionary(f);
}

static bool room_for(rz_flow *f, size_t more) {
    if (f->at && (f->at == f->n || f->room - f->n < more)) {
        memmove(f->out, f->out + f->at, f->n - f->at);
        f->n -= f->at;
        f->at = 0;
    }
    if (f->room - f->n >= more) return true;
    size_t room = f->room ? f->room * 2 : 2 * PIECE;
    while (room - f->n < more) room *= 2;
    char *out = realloc(f->out, room);
    if (!out) return fail(f, RZ_NO_MEMORY, "not enough memory for what is in it");
    f->out = out;
    f->room = room;
    return true;
}

static bool begin_member(rz_flow *f) {
    if (f->within) return true;
    uint64_t here = f->passed + f->n - f->at;
    if (f->n_parts && f->parts[f->n_parts - 1].out == here) f->n_parts--; /* there was nothing in it */
    if (f->n_parts == f->parts_room) {
        size_t room = f->parts_room ? f->parts_room * 2 : 64;
        struct part *parts = realloc(f->parts, room * sizeof *parts);
        if (!parts) return fail(f, RZ_NO_MEMORY, "not enough memory to unpack it");
        f->parts = parts;
        f->parts_room = room;
    }
    f->parts[f->n_parts++] = (struct part){here, f->file_at - (f->in_n - f->in_at)};
    return f->within = true;
}

/* Forgets the parts before the one that the next byte is of. */
static void pass_parts(rz_flow *f) {
    while (f->part + 1 < f->n_parts && f->parts[f->part + 1].out <= f->passed) f->part++;
    if (f->part < 1024) return;
    memmove(f->parts, f->parts + f->part, (f->n_parts - f->part) * sizeof *f->parts);
    f->n_parts -= f->part;
    f->part = 0;
}

/* A step of zlib, which stops at the end of each member. */
static bool unpack_gzip(rz_flow *f) {
    if (!begin_member(f)) return false;
    f->gzip.next_in = f->in + f->in_at;
    f->gzip.avail_in = (uInt)(f->in_n - f->in_at);
    f->gzip.next_out = (unsigned char *)f->out + f->n;
    f->gzip.avail_out = (uInt)(f->room - f->n);
    int status = inflate(&f->gzip, Z_NO_FLUSH);
    f->in_at = f->in_n - f->gzip.avail_in;
    f->n = f->room - f->gzip.avail_out;
    if (status == Z_STREAM_END) {
        f->within = false;
        inflateReset(&f->gzip);
        return true;
    }
    if (status == Z_OK || status == Z_BUF_ERROR) return true;
    return status == Z_MEM_ERROR ? fail(f, RZ_NO_MEMORY, "not enough memory to unpack it") : fail(f, RZ_NOT_TEXT, "what is packed there is damaged");
}

static bool unpack_zstd(rz_flow *f) {
    if (!begin_member(f)) return false;
    ZSTD_inBuffer in = {f->in, f->in_n, f->in_at};
    ZSTD_outBuffer out = {f->out, f->room, f->n};
    size_t left = ZSTD_decompressStream(f->zstd, &out, &in);
    if (ZSTD_isError(left)) return fail(f, RZ_NOT_TEXT, "what is packed there is damaged");
    f->in_at = in.pos;
    f->n = out.pos;
    if (left == 0) f->within = false;
    return true;
}

/* Zeros or anything else behind the last gzip member: no member begins with them. */
static bool is_padding(const rz_flow *f) { return f->packing == PACKED_GZIP && !f->within && f->passed + f->n > 0 && !starts_with(f, "\x1f\x8b", 2); }

/* Some more bytes, or the end. */
static bool more(rz_flow *f) {
    if (f->packing == NOT_LOOKED && !look(f)) return false;
    if (!room_for(f, PIECE)) return false;
    if (f->in_at == f->in_n || (f->in_n - f->in_at < 4 && !f->within)) {
        if (!fill_in(f)) return false;
        if (f->in_at == f->in_n && f->file_ended) {
            if (f->within) fail(f, RZ_NOT_TEXT, "it ends in the middle of what is packed in it: the file is cut short");
            f->ended = true;
            return false;
        }
    }
    if (f->packing == PACKED_GZIP) return is_padding(f) ? f->ended = true, false : unpack_gzip(f);
    if (f->packing == PACKED_ZSTD) return unpack_zstd(f);
    size_t n = f->in_n - f->in_at;
    memcpy(f->out + f->n, f->in + f->in_at, n);
    f->n += n;
    f->in_at = f->in_n;
    return true;
}

const char *rz_flow_see(rz_flow *f, size_t wanted, size_t *size) {
    if (wanted > MOST) wanted = MOST;
    while (f->n - f->at < wanted && !f->ended)
        if (!more(f)) break;
    *size = f->n - f->at;
    return *size ? f->out + f->at : NULL;
}

void rz_flow_skip(rz_flow *f, uint64_t bytes) {
    for (size_t here; bytes; bytes -= here) {
        if (!rz_flow_see(f, 1, &here)) return;
        if (here > bytes) here = (size_t)bytes;
        f->at += here;
        f->passed += here;
        pass_parts(f);
    }
}

uint64_t rz_flow_at(const rz_flow *f) { return f->passed; }

uint64_t rz_flow_offset(const rz_flow *f) { return f->part < f->n_parts ? f->parts[f->part].in : f->passed; }

bool rz_flow_packed(const rz_flow *f) { return f->packing == PACKED_GZIP || f->packing == PACKED_ZSTD; }

bool rz_flow_broken(const rz_flow *f, rz_error *error) {
    if (f->error.code == RZ_OK) return false;
    rz_fail(error, f->error.code, f->error.position, "at byte %llu of the file: %s", (unsigned long long)f->error.position, f->error.message);
    return true;
}
