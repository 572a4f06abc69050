#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 << 10 };

static char *refuse(rz_error *error, rz_code code, const char *format, ...) __attribute__((format(printf, 3, 4)));

static char *refuse(rz_error *error, rz_code code, const char *format, ...) {
    va_list args;
    *error = (rz_error){.code = code};
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    return NULL;
}

/* Reads on until there are `wanted` bytes or the end; the new size, -1 with errno. */
static ssize_t read_up_to(int file, char *bytes, size_t size, size_t wanted) {
    while (size < wanted) {
        ssize_t n = read(file, bytes + size, wanted - size);
        if (n == 0) break;
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        size += (size_t)n;
    }
    return (ssize_t)size;
}

/* Reads all, in steps twice as long each time, up to one byte more than such an article may have. */
static char *read_open(int file, size_t *size, rz_error *error) {
    char *bytes = NULL;
    *size = 0;
    for (size_t room = FIRST_ROOM, limit = room;; room *= 2) {
        if (room > limit + 1) room = limit + 1;
        char *more = realloc(bytes, room);
        ssize_t n = more ? read_up_to(file, more, *size, room) : -1;
        if (n < 0) {
            int why = more ? errno : ENOMEM;
            free(more ? more : bytes);
            return refuse(error, RZ_IO, "cannot be read: %s", strerror(why));
        }
        bytes = more;
        *size = (size_t)n;
        if (*size < room) return bytes;
        limit = rz_input_limit(bytes, *size);
        if (*size > limit) {
            free(bytes);
            return limit == RZ_PAGE_MAX
                       ? refuse(error, RZ_TOO_LONG, "is longer than %zu bytes, the most that a page may have", limit)
                       : refuse(error, RZ_TOO_LONG, "is longer than %zu bytes, the most that one article may have: split it into articles", limit);
        }
    }
}

char *cli_read_input(const char *path, size_t *size, rz_error *error) {
    if (strcmp(path, "-") == 0) return read_open(STDIN_FILENO, size, error);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) return refuse(error, RZ_IO, "cannot be opened: %s", strerror(errno));
    struct stat about;
    char *bytes = NULL;
    if (fstat(file, &about) == 0 && S_ISDIR(about.st_mode))
        refuse(error, RZ_IO, "is a folder; give the files in it: '%s'/*", path);
    else
        bytes = read_open(file, size, error);
    close(file);
    return bytes;
}
