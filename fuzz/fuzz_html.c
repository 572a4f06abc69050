/* Whatever comes in, under libFuzzer (clang -fsanitize=fuzzer,address,undefined): text and pages, told apart by looking.
 * The first byte bounds the arena's memory now and then, so that its exit is taken from inside the intake as well. */
#include <stdlib.h>

#include "base/utf8.h"
#include "intake/intake.h"

static void check(const rz_incoming *in) {
    uint32_t last = 0;
    if (rz_utf8_check(in->text, in->size) != in->size) abort();
    for (uint32_t i = 0; i < in->n_blocks; i++) {
        rz_span s = in->blocks[i].span;
        if (s.start < last || s.end <= s.start || s.end > in->size) abort();
        last = s.end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (!size) return 0;
    rz_arena arena;
    jmp_buf out;
    if (!setjmp(out)) {
        rz_arena_open(&arena, &out, bytes[0] < 16 ? 66000 + 64 * (size_t)bytes[0] : 0);
        rz_input input = {.bytes = (const char *)bytes + 1, .size = size - 1};
        rz_incoming in;
        rz_error error;
        if (rz_intake(&arena, &input, &in, &error)) check(&in);
        else if (error.code == RZ_OK) abort();
    }
    rz_arena_close(&arena);
    return 0;
}
