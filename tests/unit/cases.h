/* What the tests that run tests/cases/ share. */
#ifndef RZ_TESTS_CASES_H
#define RZ_TESTS_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the above */
#include <cmocka.h>

#include "rayzan.h"

/* The reading of a case's text, published on `day`; free it. */
static inline rz_reading *case_reading(const rz_engine *engine, const char *text, rz_days day) {
    rz_error error = {0};
    rz_input input = {.bytes = text, .size = strlen(text), .published = day};
    rz_reading *r = rz_read(engine, &input, &error);
    if (!r) print_message("cannot read: %s\n", error.message);
    assert_non_null(r);
    return r;
}

/* The bytes of a file; free them. */
static inline char *case_file(const char *path, size_t *size) {
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    assert_int_equal(fseek(in, 0, SEEK_END), 0);
    *size = (size_t)ftell(in);
    rewind(in);
    char *bytes = malloc(*size + 1);
    assert_int_equal(fread(bytes, 1, *size, in), *size);
    fclose(in);
    return bytes;
}

/* An engine of the built-in tables alone. */
static inline rz_engine *case_engine(void) {
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(NULL, 0, &error);
    assert_non_null(engine);
    return engine;
}

#endif
