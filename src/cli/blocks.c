#include "cli/blocks.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TOLD = 20 }; /* bad bytes of an input, one by one */

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/* Where to cut n bytes so that no word is torn: behind the last line's end, else the last space, else the last character. */
static size_t cut(const char *block, size_t n) {
    const char *line = memrchr(block, '\n', n);
    if (line) return (size_t)(line - block) + 1;
    for (size_t i = n; i > n / 2; i--)
        if (is_space(block[i - 1])) return i;
    size_t i = n;
    while (i > n - 4 && ((unsigned char)block[i - 1] & 0xC0) == 0x80) i--;
    return (unsigned char)block[i - 1] >= 0xC0 ? i - 1 : n;
}

static bool take(cli_blocks *b, size_t size) {
    if (!b->take(b, b->block, size)) return false;
    memmove(b->block, b->block + size, b->n - size);
    b->n -= size;
    b->at += size;
    return true;
}

void cli_bad_byte(cli_blocks *b, size_t at, const char *mended) {
    if (b->bad++ < TOLD) cli_complain(b->self, b->name, "byte %llu is not UTF-8; %s", (unsigned long long)(b->at + at), mended);
}

static bool pass(cli_blocks *b, int file) {
    for (;;) {
        ssize_t got = read(file, b->block + b->n, b->room - b->n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cli_complain(b->self, b->name, "cannot be read: %s", strerror(errno)), false;
        b->n += (size_t)got;
        if (got == 0) break;
        if (b->n == b->room && !take(b, cut(b->block, b->n))) return false;
    }
    if (b->n && !take(b, b->n)) return false;
    if (b->bad > TOLD) cli_complain(b->self, b->name, "%llu bytes in all are not UTF-8; %s", (unsigned long long)b->bad, "the others were mended likewise");
    return b->bad == 0;
}

static bool pass_file(cli_blocks *b, const char *path) {
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    b->name = standard ? "standard input" : path;
    b->n = 0, b->at = 0, b->bad = 0;
    if (file < 0) return cli_complain(b->self, path, "cannot be opened: %s", strerror(errno)), false;
    bool done = pass(b, file);
    if (!standard) close(file);
    return done;
}

int cli_pass(cli_blocks *b, int n, char **paths) {
    static char standard[] = "-", *only[] = {standard};
    bool failed = false;
    b->block = malloc(b->room);
    if (!b->block) return cli_complain(b->self, NULL, "memory ran out"), CLI_SOME_FAILED;
    for (int i = 0; i < (n ? n : 1); i++) failed |= !pass_file(b, (n ? paths : only)[i]);
    if (fflush(stdout) != 0) cli_complain(b->self, NULL, "cannot write: %s", strerror(errno)), failed = true;
    free(b->block);
    b->block = NULL;
    return failed ? CLI_SOME_FAILED : CLI_DONE;
}
