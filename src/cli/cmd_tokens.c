/* rayzan tokens: the words of text, told; a paragraph a line. A block of the input at a time, cut where a line or a word ends. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/options.h"

enum { BLOCK = 1 << 20 };

static const char help[] =
    "Usage: rayzan tokens [OPTION…] [FILE… | -]\n"
    "\n"
    "Cuts text, a paragraph a line, into sentences and words and tells of each word its lemma, its part of speech, and of verbs\n"
    "tense, mood, person, number, polarity and voice. Without a FILE it reads standard input.\n"
    "\n"
    "      --format FORMAT     conllu (default), as Universal Dependencies has it, or jsonl, a sentence a line\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Spans are bytes of the input. What hangs on a word is a word of its own; a verb with a space behind its prefix is one word. A byte\n"
    "that is no UTF-8 is read as a space, and reported.\n"
    "\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Example: echo 'وزیر خارجه با همتایش دیدار کرده است.' | rayzan tokens\n";

typedef struct {
    const cli_command *self;
    rz_tokenizer *tokenizer;
    bool jsonl;
    const char *name;
    char *block;
    size_t n; /* bytes of the block that wait */
    rz_words_place place;
    uint64_t bad;
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

/* The words of the first `size` bytes; bytes that are no UTF-8 become spaces. */
static rz_words *words_of(filter *f, size_t size, rz_error *error) {
    for (;;) {
        rz_words *words = rz_tokenize(f->tokenizer, f->block, size, error);
        if (words || error->code != RZ_NOT_UTF8) return words;
        if (!f->bad++) cli_complain(f->self, f->name, "byte %llu is not UTF-8; it is read as a space", (unsigned long long)(f->place.byte + error->position));
        f->block[error->position] = ' ';
    }
}

static bool write_block(filter *f, size_t size) {
    rz_error error = {0};
    rz_words *words = words_of(f, size, &error);
    if (!words) return cli_complain(f->self, f->name, "%s", error.message), false;
    char *out = f->jsonl ? rz_words_jsonl(words, f->block, &f->place) : rz_words_conllu(words, f->block, &f->place);
    rz_words_free(words);
    if (!out) return cli_complain(f->self, f->name, "memory ran out"), false;
    bool written = fputs(out, stdout) >= 0;
    rz_free(out);
    if (!written) return cli_complain(f->self, NULL, "cannot write: %s", strerror(errno)), false;
    f->place.byte += size;
    memmove(f->block, f->block + size, f->n - size);
    f->n -= size;
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
    f->n = 0, f->bad = 0;
    f->place = (rz_words_place){.sentence = f->place.sentence};
    if (file < 0) return cli_complain(f->self, path, "cannot be opened: %s", strerror(errno)), false;
    bool done = pass(f, file);
    if (!standard) close(file);
    return done;
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("conllu");
    const char *format = "conllu";
    const cli_option options[] = {{"format", 0, CLI_WORD, &format, "conllu jsonl"}, CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    rz_engine *engine = cli_engine(self, &common);
    if (!engine) return CLI_SOME_FAILED;
    rz_error error = {0};
    filter f = {.self = self, .block = malloc(BLOCK), .tokenizer = rz_tokenizer_open(engine, &error), .jsonl = strcmp(format, "jsonl") == 0};
    status = CLI_DONE;
    bool failed = false;
    if (!f.block || !f.tokenizer) cli_complain(self, NULL, "memory ran out"), status = CLI_SOME_FAILED;
    static char standard[] = "-", *only[] = {standard};
    for (int i = 0; status == CLI_DONE && i < (n ? n : 1); i++) failed |= !pass_file(&f, (n ? argv : only)[i]);
    if (fflush(stdout) != 0) cli_complain(self, NULL, "cannot write: %s", strerror(errno)), failed = true;
    free(f.block);
    rz_tokenizer_close(f.tokenizer);
    rz_engine_close(engine);
    return status == CLI_DONE && failed ? CLI_SOME_FAILED : status;
}

const cli_command cli_tokens = {"tokens", "the words of text with lemma and part of speech, as CoNLL-U or JSON", help, run};
