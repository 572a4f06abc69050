/* rayzan normalize: text in one spelling, a line each. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/blocks.h"
#include "cli/options.h"

enum { BLOCK = 256 << 10 };

static const char help[] =
    "Usage: rayzan normalize [OPTION…] [FILE… | -]\n"
    "\n"
    "Text in one normal spelling, line by line: letters and digits of all keyboards and glyphs to those of Persian, no\n"
    "diacritics, plain spaces, no direction marks; lost joiners come back. A word that is not known is\n"
    "left alone; entities and tags left over from HTML go. Without a FILE it reads standard input. A byte that is no UTF-8 becomes � and is\n"
    "reported with its position, and the exit status is 1.\n"
    "\n"
    "      --mend-spaces       a space that stands for a joiner becomes one\n"
    "      --no-joiners        leave joiners as they are\n"
    "      --keep STEPS        leave out steps, apart by commas: letters digits marks quotes spaces controls entities tags\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Example: rayzan normalize --mend-spaces < crawled.txt > clean.txt\n";

static bool take(cli_blocks *b, char *block, size_t size) {
    rz_error error = {0};
    const rz_normal_text *text = rz_normalize(b->filter, block, size, &error);
    if (!text) return cli_complain(b->self, b->name, "%s", error.message), false;
    for (uint64_t i = 0; i < text->bad; i++) cli_bad_byte(b, text->bad_at[i], "� stands for it");
    if (fwrite(text->text, 1, text->size, stdout) != text->size) return cli_complain(b->self, NULL, "cannot write: %s", strerror(errno)), false;
    return true;
}

/* Takes the named steps out; false for a name that is none. */
static bool leave_out(const char *names, unsigned *steps) {
    static const struct {
        const char *name;
        unsigned step;
    } known[] = {{"letters", RZ_LETTERS}, {"digits", RZ_DIGITS}, {"marks", RZ_MARKS}, {"quotes", RZ_QUOTES}, {"spaces", RZ_SPACES},
                 {"controls", RZ_CONTROLS}, {"entities", RZ_ENTITIES}, {"tags", RZ_TAGS}};
    while (names && *names) {
        size_t n = strcspn(names, ","), i = 0;
        while (i < sizeof known / sizeof *known && (strlen(known[i].name) != n || strncmp(known[i].name, names, n) != 0)) i++;
        if (i == sizeof known / sizeof *known) return false;
        *steps &= ~known[i].step;
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
    if (!leave_out(keep, &steps)) return cli_misuse(self, "--keep takes letters, digits, marks, quotes, spaces, controls, entities, tags, apart by commas");
    rz_engine *engine = cli_engine(self, &common);
    if (!engine) return CLI_SOME_FAILED;
    rz_error error = {0};
    rz_normalizer *normalizer = rz_normalizer_open(engine, steps, false, &error);
    cli_blocks blocks = {.self = self, .room = BLOCK, .take = take, .filter = normalizer};
    status = CLI_SOME_FAILED;
    if (normalizer) status = cli_pass(&blocks, n, argv);
    else cli_complain(self, NULL, "%s", error.message);
    rz_normalizer_close(normalizer);
    rz_engine_close(engine);
    return status;
}

const cli_command cli_normalize = {"normalize", "text in one normal spelling, with its lost joiners", help, run};
