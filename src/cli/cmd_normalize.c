/* rayzan normalize: text in one spelling, a line each. A block of the input at a time, cut where a line or a word ends. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/options.h"

enum { BLOCK = 256 << 10, REPORTED = 10 };

static const char help[] =
    "Usage: rayzan normalize [OPTION…] [FILE… | -]\n"
    "\n"
    "Text in one normal spelling, line by line: letters and digits of all keyboards and glyphs to those of Persian, no\n"
    "diacritics, plain spaces, no direction marks; lost joiners come back. A word that is not known is\n"
    "left alone. Without a FILE it reads standard input. Bytes that are no UTF-8 become � and are reported with their position.\n"
    "\n"
    "      --mend-spaces       a space that stands for a joiner becomes one\n"
    "      --no-joiners        leave joiners as they are\n"
    "      --keep STEPS        leave out steps, apart by commas: letters digits marks quotes spaces controls entities\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Example: rayzan normalize --mend-spaces < crawled.txt > clean.txt\n";

typedef struct {
    const cli_command *self;
    rz_normalizer *normalizer;
    const char *name;
    char *block;
    size_t n;       /* bytes of the block that wait */
    uint64_t done;  /* bytes of the input before the block */
    uint64_t bad;
    bool failed;
} filter;

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

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

static bool write_block(filter *f, size_t size) {
    rz_error error = {0};
    const rz_normal_text *text = rz_normalize(f->normalizer, f->block, size, &error);
    if (!text) return cli_complain(f->self, f->name, "%s", error.message), false;
    if (text->bad && !f->bad)
        cli_complain(f->self, f->name, "byte %llu is not UTF-8; � stands for it", (unsigned long long)(f->done + text->first_bad));
    f->bad += text->bad;
    if (fwrite(text->text, 1, text->size, stdout) != text->size) return cli_complain(f->self, NULL, "cannot write: %s", strerror(errno)), false;
    memmove(f->block, f->block + size, f->n - size);
    f->n -= size;
    f->done += size;
    return true;
}

static bool pass(filter *f, int file) {
    for (;;) {
        ssize_t got = read(file, f->block + f->n, BLOCK - f->n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cli_complain(f->self, f->name, "cannot be read: %s", strerror(errno)), false;
        f->n += (size_t)got;
        if (got == 0) break;
        if (f->n == BLOCK && !write_block(f, cut(f->block, f->n))) return false;
    }
    if (f->n && !write_block(f, f->n)) return false;
    if (f->bad > 1) cli_complain(f->self, f->name, "%llu bytes in all are not UTF-8", (unsigned long long)f->bad);
    return true;
}

static bool pass_file(filter *f, const char *path) {
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    f->name = standard ? "standard input" : path;
    f->n = 0, f->done = 0, f->bad = 0;
    if (file < 0) return cli_complain(f->self, path, "cannot be opened: %s", strerror(errno)), false;
    bool done = pass(f, file);
    if (!standard) close(file);
    return done;
}

/* Takes the named steps out; false for a name that is none. */
static bool leave_out(const char *names, unsigned *steps) {
    static const char *const known[] = {"letters", "digits", "marks", "quotes", "spaces", "controls", "entities"};
    while (names && *names) {
        size_t n = strcspn(names, ","), i = 0;
        while (i < sizeof known / sizeof *known && (strlen(known[i]) != n || strncmp(known[i], names, n) != 0)) i++;
        if (i == sizeof known / sizeof *known) return false;
        *steps &= ~(1u << i);
        names += n + (names[n] == ',');
    }
    return true;
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("text");
    bool mend = false, no_joiners = false;
    const char *keep = NULL;
    const cli_option options[] = {{"mend-spaces", 0, CLI_FLAG, &mend, NULL}, {"no-joiners", 0, CLI_FLAG, &no_joiners, NULL},
                                  {"keep", 0, CLI_TEXT, &keep, NULL}, CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    unsigned steps = RZ_NORMAL | (mend ? RZ_MEND_SPACES : 0);
    if (no_joiners) steps &= ~(unsigned)RZ_JOINERS;
    if (!leave_out(keep, &steps)) return cli_misuse(self, "--keep takes letters, digits, marks, quotes, spaces, controls, entities, apart by commas");
    rz_engine *engine = cli_engine(self, &common);
    if (!engine) return CLI_SOME_FAILED;
    rz_error error = {0};
    filter f = {.self = self, .block = malloc(BLOCK), .normalizer = rz_normalizer_open(engine, steps, false, &error)};
    status = CLI_DONE;
    if (!f.block || !f.normalizer) cli_complain(self, NULL, "memory ran out"), status = CLI_SOME_FAILED;
    static char standard[] = "-", *only[] = {standard};
    for (int i = 0; status == CLI_DONE && i < (n ? n : 1); i++) f.failed |= !pass_file(&f, (n ? argv : only)[i]);
    if (fflush(stdout) != 0) cli_complain(self, NULL, "cannot write: %s", strerror(errno)), f.failed = true;
    free(f.block);
    rz_normalizer_close(f.normalizer);
    rz_engine_close(engine);
    return status == CLI_DONE && f.failed ? CLI_SOME_FAILED : status;
}

const cli_command cli_normalize = {"normalize", "text in one normal spelling, with its lost joiners", help, run};
