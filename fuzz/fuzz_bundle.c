/* Many articles in one file, under libFuzzer (clang -fsanitize=fuzzer,address,undefined): archives, feeds and rows, packed or not. The
 * first byte says which form it is to be taken for, how the bytes come in (all at once, or a few at a time), and whether links alone are items. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "flow.h"
#include "intake/bundle.h"

enum { MOST_RECORDS = 2000 };

static void check(const rz_input *in) {
    volatile char sum = 0;
    for (size_t i = 0; i < in->size; i++) sum = (char)(sum + in->bytes[i]);
    const char *said[] = {in->url, in->title, in->outlet, in->said_published, in->charset};
    for (int i = 0; i < 5; i++)
        if (said[i] && strlen(said[i]) > RZ_SAID_MOST) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (!size) return 0;
    source s = {(const char *)bytes + 1, size - 1, bytes[0] & 8 ? 7 : 1 << 20};
    rz_bundle *bundle = rz_bundle_of(rz_flow_of(pull, &s), "fuzz", (rz_input_form)(bytes[0] & 7), bytes[0] & 16 ? "text=a.b,title=t" : NULL);
    if (bundle) bundle->links = (bytes[0] & 32) != 0;
    rz_next next = RZ_NEXT_ARTICLE;
    for (int i = 0; bundle && i < MOST_RECORDS && next != RZ_NEXT_END && next != RZ_NEXT_BROKEN; i++) {
        rz_input in;
        rz_error error = {0};
        next = rz_bundle_next(bundle, &in, &error);
        if (next == RZ_NEXT_ARTICLE) check(&in);
        else if (next != RZ_NEXT_END && (error.code == RZ_OK || !*error.message)) abort();
    }
    rz_bundle_close(bundle);
    return 0;
}
