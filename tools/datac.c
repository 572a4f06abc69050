/* The compiler of the tables: datac OUT FILE…, or datac --over IMAGE OUT FILE… to lay files over compiled tables.
 * OUT - checks only. Every complaint is printed as file:line: what; exit 1 when there is one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/files.h"
#include "data/image.h"

static void print_complaint(void *self, const char *file, unsigned line, const char *what) {
    (void)self;
    fprintf(stderr, "%s:%u: %s\n", file, line, what);
}

static int write_image(const rz_data *data, const char *path) {
    size_t size;
    const void *image = rz_data_image(data, &size);
    if (!strcmp(path, "-")) return 0;
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(image, 1, size, out) != size || fclose(out)) {
        perror(path);
        return 1;
    }
    return 0;
}

static rz_data *load_base(const char *path) {
    rz_error error;
    size_t size;
    char *memory = rz_file_load(path, &size, &error);
    if (!memory) fprintf(stderr, "%s\n", error.message);
    else if (!rz_image_check(memory, size)) fprintf(stderr, "%s: not compiled tables of this version\n", path);
    else return (rz_data *)memory;
    free(memory);
    return NULL;
}

static int compile(const rz_data *base, const char *out, char **paths, size_t count) {
    rz_error error = {0};
    rz_data_file *files = calloc(count + 1, sizeof *files);
    size_t n = 0;
    for (; files && n < count; n++) {
        char *text = rz_file_load(paths[n], &files[n].size, &error);
        if (!text) break;
        files[n].name = paths[n];
        files[n].text = text;
    }
    rz_data *data = files && n == count ? rz_data_compile(base, files, count, print_complaint, NULL, &error) : NULL;
    if (!data && error.code != RZ_BAD_DATA) fprintf(stderr, "%s\n", error.message);
    int status = data ? write_image(data, out) : 1;
    rz_data_close(data);
    for (size_t i = 0; i < n; i++) free((char *)files[i].text);
    free(files);
    return status;
}

int main(int argc, char **argv) {
    rz_data *base = NULL;
    int at = 1;
    if (argc > 3 && !strcmp(argv[1], "--over")) {
        base = load_base(argv[2]);
        if (!base) return 1;
        at = 3;
    }
    if (at >= argc) {
        fprintf(stderr, "usage: datac [--over IMAGE] OUT|- FILE…\n");
        return 2;
    }
    int status = compile(base, argv[at], argv + at + 1, (size_t)(argc - at - 1));
    free(base);
    return status;
}
