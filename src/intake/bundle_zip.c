/* Zip and tar files, by libarchive: each file in them is a bundle of its own, but for archives within archives. */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "intake/bundle.h"

typedef struct {
    struct archive *archive;
    rz_flow *flow;
    size_t given; /* bytes of the flow that libarchive holds */
    rz_bundle *inner;
    char name[RZ_SAID_MOST];
} zip;

static la_ssize_t read_more(struct archive *archive, void *self, const void **bytes) {
    (void)archive;
    zip *z = self;
    rz_flow_skip(z->flow, z->given);
    *bytes = rz_flow_see(z->flow, 1, &z->given);
    return (la_ssize_t)z->given;
}

static long pull_entry(void *self, void *to, size_t n) {
    zip *z = self;
    la_ssize_t got = archive_read_data(z->archive, to, n);
    if (got < 0) errno = EIO;
    return got < 0 ? -1 : (long)got;
}

static void close_zip(void *state) {
    zip *z = state;
    rz_bundle_close(z->inner);
    archive_read_free(z->archive);
    free(z);
}

static bool open_zip(rz_bundle *b) {
    zip *z = calloc(1, sizeof *z);
    if (!z) return false;
    z->flow = b->flow;
    b->state = z;
    b->close = close_zip;
    if (!(z->archive = archive_read_new())) return false;
    archive_read_support_format_zip_streamable(z->archive);
    archive_read_support_format_tar(z->archive);
    return true;
}

static rz_next damaged(zip *z, rz_error *error) {
    const char *why = archive_error_string(z->archive);
    return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NOT_TEXT, rz_flow_at(z->flow), "at byte %llu the archive is damaged: %s", (unsigned long long)rz_flow_at(z->flow),
                            why ? why : "cut short");
}

/* The next file in it, as a bundle; RZ_NEXT_ARTICLE: there is one. */
static rz_next next_file(rz_bundle *b, zip *z, rz_error *error) {
    struct archive_entry *entry;
    rz_bundle_close(z->inner);
    z->inner = NULL;
    for (;;) {
        int status = archive_read_next_header(z->archive, &entry);
        if (status == ARCHIVE_EOF) return RZ_NEXT_END;
        if (status == ARCHIVE_RETRY || status == ARCHIVE_WARN) status = ARCHIVE_OK;
        if (status != ARCHIVE_OK) return damaged(z, error);
        if (archive_entry_filetype(entry) == AE_IFREG) break;
    }
    const char *name = archive_entry_pathname(entry);
    snprintf(z->name, sizeof z->name, "%s/%s", b->name ? b->name : "", name ? name : "?");
    z->inner = rz_bundle_of(rz_flow_of(pull_entry, z), z->name, RZ_INPUT_GUESSED, b->map);
    return z->inner ? RZ_NEXT_ARTICLE : rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, 0, "memory ran out");
}

/* Says which file of the archive could not be read. */
static rz_next named(const zip *z, rz_next next, rz_error *error) {
    char why[sizeof error->message];
    memcpy(why, error->message, sizeof why);
    return rz_bundle_refuse(error, next == RZ_NEXT_BROKEN ? RZ_NEXT_REFUSED : next, error->code, error->position, "%.120s: %s", z->name, why);
}

rz_next rz_zip_next(rz_bundle *b, rz_input *out, rz_error *error) {
    if (!b->state) {
        if (!open_zip(b)) return rz_bundle_refuse(error, RZ_NEXT_BROKEN, RZ_NO_MEMORY, 0, "memory ran out");
        zip *z = b->state;
        if (archive_read_open(z->archive, z, NULL, read_more, NULL) != ARCHIVE_OK) return damaged(z, error);
    }
    zip *z = b->state;
    for (;;) {
        if (z->inner && rz_bundle_form(z->inner) == RZ_INPUT_ZIP) { /* not looked into: it may hold itself */
            rz_bundle_close(z->inner);
            z->inner = NULL;
            return rz_bundle_refuse(error, RZ_NEXT_REFUSED, RZ_NOT_TEXT, 0, "%.120s is an archive in an archive; unpack it first", z->name);
        }
        rz_next next = z->inner ? rz_bundle_next(z->inner, out, error) : RZ_NEXT_END;
        if (next == RZ_NEXT_ARTICLE) return next;
        if (next != RZ_NEXT_END) return named(z, next, error);
        next = next_file(b, z, error);
        if (next != RZ_NEXT_ARTICLE) return next;
    }
}
