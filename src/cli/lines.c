#include "cli/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 256 << 10 };

static bool hand_on(cli_lines *l, char *line, size_t size) {
    l->number++;
    if (size && line[size - 1] == '\r') size--;
    return l->take(l, size > l->longest ? NULL : line, size > l->longest ? 0 : size);
}

/* All lines that have ended. */
static bool whole_lines(cli_lines *l) {
    char *end;
    while ((end = memchr(l->room + l->at, '\n', l->n - l->at))) {
        char *line = l->room + l->at;
        l->at += (size_t)(end - line) + 1;
        bool skipped = l->skipping;
        l->skipping = false;
        if (!skipped && !hand_on(l, line, (size_t)(end - line))) return false;
    }
    return true;
}

/* The rest of a line that is longer than may be is passed over. */
static bool too_long(cli_lines *l) {
    bool told = l->skipping;
    l->n = l->at = 0;
    l->skipping = true;
    if (told) return true;
    l->number++;
    return l->take(l, NULL, 0);
}

/* Room for more of the line that is under way. */
static bool make_room(cli_lines *l) {
    memmove(l->room, l->room + l->at, l->n - l->at);
    l->n -= l->at;
    l->at = 0;
    if (l->n < l->size) return true;
    if (l->n > l->longest + 1) return too_long(l);
    size_t size = l->size * 2 < l->longest + FIRST_ROOM ? l->size * 2 : l->longest + FIRST_ROOM;
    char *more = realloc(l->room, size);
    if (!more) return cli_complain(l->self, l->name, "memory ran out"), false;
    l->room = more;
    l->size = size;
    return true;
}

static bool pass(cli_lines *l, int file) {
    for (;;) {
        if (!make_room(l) || fflush(stdout) != 0) return false;
        ssize_t got = read(file, l->room + l->n, l->size - l->n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cli_complain(l->self, l->name, "cannot be read: %s", strerror(errno)), false;
        if (got == 0) break;
        l->n += (size_t)got;
        if (!whole_lines(l)) return false;
    }
    if (l->n > l->at && !l->skipping && !hand_on(l, l->room + l->at, l->n - l->at)) return false;
    l->failed |= l->bad != 0;
    if (l->bad > 1) cli_complain(l->self, l->name, "%llu bytes in all are not UTF-8", (unsigned long long)l->bad);
    return true;
}

static bool pass_file(cli_lines *l, const char *path) {
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    l->name = standard ? "standard input" : path;
    l->n = l->at = 0, l->number = 0, l->bad = 0, l->skipping = false;
    if (file < 0) return cli_complain(l->self, path, "cannot be opened: %s", strerror(errno)), false;
    bool done = pass(l, file);
    if (!standard) close(file);
    return done;
}

int cli_each_line(cli_lines *l, int n, char **paths) {
    static char standard[] = "-", *only[] = {standard};
    l->size = FIRST_ROOM;
    l->room = malloc(l->size);
    if (!l->room) return cli_complain(l->self, NULL, "memory ran out"), CLI_SOME_FAILED;
    for (int i = 0; i < (n ? n : 1); i++) l->failed |= !pass_file(l, (n ? paths : only)[i]);
    if (fflush(stdout) != 0) cli_complain(l->self, NULL, "cannot write: %s", strerror(errno)), l->failed = true;
    free(l->room);
    l->room = NULL;
    return l->failed ? CLI_SOME_FAILED : CLI_DONE;
}
