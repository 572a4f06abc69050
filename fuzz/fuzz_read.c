/* The whole way of an article on any bytes, and its reading written, parsed and shown, under libFuzzer. */
#include <stdlib.h>
#include <string.h>

#include "rayzan.h"
#include "reading/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void show(const rz_engine *engine, const rz_reading *r) {
    char *line = rz_reading_json(r), *text = rz_reading_text(engine, r, "fa");
    if (!line || !text) abort();
    rz_error error = {0};
    rz_reading *again = rz_reading_parse(line, strlen(line), &error);
    if (!again) abort();
    char *second = rz_reading_json(again);
    if (!second || strcmp(line, second) != 0) abort();
    rz_free(line);
    rz_free(second);
    rz_free(text);
    rz_reading_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static rz_engine *engine;
    rz_error error = {0};
    if (!engine) engine = rz_engine_open(NULL, 0, &error);
    if (!engine) abort();
    rz_input input = {.bytes = (const char *)bytes, .size = size, .published = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_reading *r = rz_read(engine, &input, &error);
    if (!r) return 0;
    show(engine, r);
    rz_reading_free(r);
    return 0;
}
