#include "data/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/error.h"

enum { DEPTH_MAX = 8, FILE_MAX = 256 << 20 };

typedef struct {
    rz_data_file *at;
    size_t n, room;
} list;

static char *load_open(FILE *file, const char *path, size_t *size, rz_error *error) {
    struct stat st;
    if (fstat(fileno(file), &st) || !S_ISREG(st.st_mode) || st.st_size > FILE_MAX) {
        rz_fail(error, RZ_IO, 0, "%s: not a file of at most %d bytes", path, FILE_MAX);
        return NULL;
    }
    char *text = malloc((size_t)st.st_size + 1);
    if (!text) {
        rz_fail(error, RZ_NO_MEMORY, 0, "%s: out of memory", path);
        return NULL;
    }
    *size = fread(text, 1, (size_t)st.st_size, file);
    text[*size] = 0;
    return text;
}

char *rz_file_load(const char *path, size_t *size, rz_error *error) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        rz_fail(error, errno == ENOMEM ? RZ_NO_MEMORY : RZ_IO, 0, "%s: %s", path, strerror(errno));
        return NULL;
    }
    char *text = load_open(file, path, size, error);
    fclose(file);
    return text;
}

static void drop(list *files) {
    for (size_t i = 0; i < files->n; i++) {
        free((char *)files->at[i].name);
        free((char *)files->at[i].text);
    }
    free(files->at);
}

static bool no_memory(rz_error *error) { return rz_fail(error, RZ_NO_MEMORY, 0, "out of memory while reading the tables"); }

/* Takes the path over. */
static bool add_file(list *files, char *path, rz_error *error) {
    if (files->n == files->room) {
        size_t room = files->room ? files->room * 2 : 16;
        rz_data_file *wide = realloc(files->at, room * sizeof *wide);
        if (!wide) {
            free(path);
            return no_memory(error);
        }
        files->at = wide;
        files->room = room;
    }
    size_t size = 0;
    char *text = rz_file_load(path, &size, error);
    if (!text) {
        free(path);
        return false;
    }
    files->at[files->n++] = (rz_data_file){path, text, size};
    return true;
}

static bool add_folder(list *files, const char *folder, int depth, rz_error *error);

static bool add_entry(list *files, const char *folder, const char *name, int depth, rz_error *error) {
    size_t n = strlen(name);
    char *path = NULL;
    struct stat st;
    if (asprintf(&path, "%s/%s", folder, name) < 0) return no_memory(error);
    bool there = !stat(path, &st);
    if (there && S_ISREG(st.st_mode) && n > 4 && !strcmp(name + n - 4, ".txt")) return add_file(files, path, error);
    bool good = !(there && S_ISDIR(st.st_mode) && depth < DEPTH_MAX) || add_folder(files, path, depth + 1, error);
    free(path);
    return good;
}

static bool add_folder(list *files, const char *folder, int depth, rz_error *error) {
    DIR *dir = opendir(folder);
    if (!dir) return rz_fail(error, errno == ENOMEM ? RZ_NO_MEMORY : RZ_IO, 0, "%s: %s", folder, strerror(errno));
    bool good = true;
    for (struct dirent *e; good && (e = readdir(dir));)
        if (e->d_name[0] != '.') good = add_entry(files, folder, e->d_name, depth, error);
    closedir(dir);
    return good;
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const rz_data_file *)a)->name, ((const rz_data_file *)b)->name);
}

rz_data *rz_folder_compile(const rz_data *base, const char *folder,
                           void (*complain)(void *self, const char *file, unsigned line, const char *what), void *self,
                           rz_error *error) {
    list files = {0};
    rz_data *data = NULL;
    if (add_folder(&files, folder, 0, error)) {
        if (files.n) qsort(files.at, files.n, sizeof *files.at, by_path);
        data = rz_data_compile(base, files.at, files.n, complain, self, error);
    }
    drop(&files);
    return data;
}
