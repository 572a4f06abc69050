/* JSON lines, under libFuzzer (clang -fsanitize=fuzzer,address,undefined): every line of the file is told once and in order, as an article or
 * with its reason, by what a parser of JSON says of the line alone. The first byte says how the bytes come in (all at once, or a few at a
 * time), and whether fields are named by a map. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "flow.h"
#include "intake/bundle.h"

static bool is_blank(const char *line, size_t size) {
    while (size && (unsigned char)line[size - 1] <= ' ') size--;
    return size == 0;
}

static void check_article(const rz_input *in) {
    if (!in->size || rz_utf8_check(in->bytes, in->size) != in->size) abort();
    const char *said[] = {in->url, in->title, in->outlet, in->said_published};
    for (int i = 0; i < 4; i++)
        if (said[i] && (!*said[i] || strlen(said[i]) > RZ_SAID_MOST || rz_utf8_check(said[i], strlen(said[i])) != strlen(said[i]))) abort();
}

/* The line at [from, from + size) of the file, the next that is not blank. */
static void check_line(rz_bundle *bundle, const char *line, size_t size, size_t from, uint64_t number) {
    rz_input in;
    rz_error error = {0};
    rz_next next = rz_bundle_next(bundle, &in, &error);
    json_t *value = json_loadb(line, size, 0, NULL);
    bool object = json_is_object(value);
    json_decref(value);
    if (next == RZ_NEXT_ARTICLE) {
        if (!object || in.record != number) abort();
        check_article(&in);
    } else if (next != RZ_NEXT_REFUSED || error.code != (object ? RZ_EMPTY : RZ_NOT_TEXT) || error.position < from || error.position > from + size) abort();
}

static void check_lines(rz_bundle *bundle, const char *file, size_t size) {
    size_t at = size >= 3 && !memcmp(file, "\xEF\xBB\xBF", 3) ? 3 : 0;
    for (uint64_t number = 1; at < size; number++) {
        const char *end = memchr(file + at, '\n', size - at);
        size_t n = end ? (size_t)(end - (file + at)) + 1 : size - at;
        if (!is_blank(file + at, n)) check_line(bundle, file + at, n, at, number);
        at += n;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (!size) return 0;
    const char *file = (const char *)bytes + 1;
    source s = {file, size - 1, bytes[0] & 1 ? 7 : 1 << 20};
    rz_bundle *bundle = rz_bundle_of(rz_flow_of(pull, &s), "fuzz", RZ_INPUT_JSONL, bytes[0] & 2 ? "text=a.b,title=t" : NULL);
    rz_input in;
    rz_error error = {0};
    size_t there;
    if (bundle) rz_flow_see(bundle->flow, 1, &there);
    if (bundle && !rz_flow_packed(bundle->flow)) { /* else: fuzz_bundle */
        check_lines(bundle, file, size - 1);
        if (rz_bundle_next(bundle, &in, &error) != RZ_NEXT_END) abort();
    }
    rz_bundle_close(bundle);
    return 0;
}
