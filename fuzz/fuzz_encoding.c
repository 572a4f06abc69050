/* In which encoding a text is, under libFuzzer (clang -fsanitize=fuzzer,address,undefined). Of the first byte one bit says whether it is a page, one
 * whether its first line is what was said of its encoding, one whether there is no memory for another copy of it. What comes out is UTF-8,
 * the input itself where it was that already; what says an encoding that it is not known by is refused with a reason. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "intake/page.h"

enum { PAGE = 1, SAID = 2, NO_ROOM = 4, NAME = 64 };

static bool told(rz_arena *arena, rz_str *text, const char *said, bool page, const char **encoding) {
    rz_error error = {0};
    bool done = rz_text_utf8(arena, text, said, page, encoding, &error);
    if (!done && (error.code == RZ_OK || !*error.message)) abort();
    if (!*encoding || (done && rz_utf8_check(text->at, text->size) != text->size)) abort();
    return done;
}

static void check(rz_arena *arena, rz_str given, const char *said, bool page) {
    const char *encoding, *again;
    rz_str text = given, other = given;
    bool done = told(arena, &text, said, page, &encoding);
    bool valid = !rz_is_utf16(given) && rz_utf8_check(given.at, given.size) == given.size;
    if (valid && (!done || text.at != given.at || text.size != given.size)) abort();
    if (!page && done && !strcmp(encoding, "UTF-8") && !valid) abort(); /* its bytes are counted in */
    if (rz_is_utf16(given) && done && strncmp(encoding, "UTF-16", 6) != 0) abort();
    if (told(arena, &other, said, page, &again) != done) abort();
    if (done && (strcmp(encoding, again) != 0 || text.size != other.size || memcmp(text.at, other.at, text.size) != 0)) abort();
    if (done && (told(arena, &text, said, false, &again) == false && !rz_is_utf16(text))) abort(); /* what was made is told for what it is */
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (!size) return 0;
    const char *at = (const char *)bytes + 1, *end = (const char *)bytes + size, *line = memchr(at, '\n', size - 1);
    char name[NAME] = "";
    bool says = (bytes[0] & SAID) && line && line - at < NAME;
    if (says) memcpy(name, at, (size_t)(line - at)), at = line + 1;
    rz_arena arena;
    jmp_buf out;
    if (!setjmp(out)) {
        rz_arena_open(&arena, &out, bytes[0] & NO_ROOM ? 1024 : 0);
        check(&arena, (rz_str){at, (uint32_t)(end - at)}, says ? name : NULL, bytes[0] & PAGE);
    }
    rz_arena_close(&arena);
    return 0;
}
