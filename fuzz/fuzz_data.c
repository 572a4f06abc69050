/* The compiler of the tables on any bytes, under libFuzzer (clang -fsanitize=fuzzer,address,undefined).
 * The first byte chooses whether the rest is rows, words, or rows over tables. */
#include <stdlib.h>

#include "data/data.h"

static bool count(void *self, const rz_name_hit *hit) {
    *(uint32_t *)self += hit->length;
    return true;
}

static void use(const rz_data *data, const uint8_t *bytes, size_t size) {
    uint8_t letters[64];
    uint32_t n = 0, sum = 0;
    for (size_t i = 0; i < size && n < sizeof letters; i++) letters[n++] = bytes[i] % RZ_LETTER_CODES;
    for (uint32_t i = 0; i < n; i++) rz_names_at(data, letters + i, n - i, count, &sum);
    rz_word word;
    rz_word_find(data, letters, n, &word);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    if (!size) return 0;
    static const char base_text[] = "topic a\n  fa \xD8\xA7\nstate iran\n  fa \xD8\xA7\n  en I\nplace p\n  fa \xD8\xA8\n  en P\n  state iran\n";
    rz_data_file base_file = {"base.txt", base_text, sizeof base_text - 1};
    rz_data *base = bytes[0] % 3 == 2 ? rz_data_compile(NULL, &base_file, 1, NULL, NULL, NULL) : NULL;
    rz_data_file file = {bytes[0] % 3 == 1 ? "x.words.txt" : "x.txt", (const char *)bytes + 1, size - 1};
    rz_error error;
    rz_data *data = rz_data_compile(base, &file, 1, NULL, NULL, &error);
    if (data) use(data, bytes + 1, size - 1);
    rz_data_close(data);
    rz_data_close(base);
    return 0;
}
