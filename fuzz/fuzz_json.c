/* The way back from JSON on any bytes, under libFuzzer: what is read can be written, and reads the same again. */
#include <stdlib.h>
#include <string.h>

#include "reading/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    rz_error error = {0};
    rz_reading *r = rz_reading_parse((const char *)bytes, size, &error);
    if (!r) return 0;
    char *line = rz_reading_json(r);
    if (!line) abort();
    rz_reading *again = rz_reading_parse(line, strlen(line), &error);
    if (!again) abort();
    rz_reading_free(again);
    rz_free(line);
    rz_reading_free(r);
    return 0;
}
