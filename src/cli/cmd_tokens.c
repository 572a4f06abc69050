/* rayzan tokens: the words of text, told; a paragraph a line. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/blocks.h"
#include "cli/options.h"

enum { BLOCK = 1 << 19 };

static const char help[] =
    "Usage: rayzan tokens [OPTION…] [FILE… | -]\n"
    "\n"
    "Cuts text, a paragraph a line, into sentences and words and tells of each word its lemma, its part of speech, and of verbs\n"
    "tense, mood, person, number, polarity and voice. Without a FILE it reads standard input.\n"
    "\n"
    "      --format FORMAT     conllu (default), as Universal Dependencies has it, or jsonl, a sentence a line\n"
    "      --phrases           tell phrases too: noun phrases with what they govern through ezafe, prepositional phrases, verb\n"
    "                          groups, and the clause of each word\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Spans are bytes of the input. What hangs on a word is a word of its own; a verb with a space behind its prefix is one word. A byte\n"
    "that is no UTF-8 is read as a space, and reported with its position, and the exit status is 1.\n"
    "\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Example: echo 'وزیر خارجه با همتایش دیدار کرده است.' | rayzan tokens\n"
    "         echo 'سفیر ایران در ایروان با وزیر خارجه ارمنستان دیدار کرد.' | rayzan tokens --phrases\n";

typedef struct {
    rz_tokenizer *tokenizer;
    bool jsonl;
    rz_words_place place;
} filter;

/* Bytes that are no UTF-8 become spaces, so that spans stay true. */
static void blank_bad(cli_blocks *b, char *block, size_t size) {
    for (size_t at = 0; (at += rz_utf8_check(block + at, size - at)) < size; block[at] = ' ')
        cli_bad_byte(b, at, "it is read as a space");
}

static bool take(cli_blocks *b, char *block, size_t size) {
    filter *f = b->filter;
    rz_error error = {0};
    blank_bad(b, block, size);
    if (b->at == 0) f->place = (rz_words_place){.sentence = f->place.sentence}; /* another input */
    f->place.byte = b->at;
    rz_words *words = rz_tokenize(f->tokenizer, block, size, &error);
    if (!words) return cli_complain(b->self, b->name, "%s", error.message), false;
    char *out = f->jsonl ? rz_words_jsonl(words, block, &f->place) : rz_words_conllu(words, block, &f->place);
    rz_words_free(words);
    if (!out) return cli_complain(b->self, b->name, "memory ran out"), false;
    bool written = fputs(out, stdout) >= 0;
    rz_free(out);
    if (!written) cli_complain(b->self, NULL, "cannot write: %s", strerror(errno));
    return written;
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("conllu");
    const char *format = "conllu";
    bool phrases = false;
    const cli_option options[] = {{"format", 0, CLI_WORD, &format, "conllu jsonl"}, {"phrases", 0, CLI_FLAG, &phrases, NULL}, CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    rz_engine *engine = cli_engine(self, &common);
    if (!engine) return CLI_SOME_FAILED;
    rz_error error = {0};
    filter f = {.tokenizer = rz_tokenizer_open(engine, &error), .jsonl = strcmp(format, "jsonl") == 0};
    cli_blocks blocks = {.self = self, .room = BLOCK, .take = take, .filter = &f};
    status = CLI_SOME_FAILED;
    if (f.tokenizer && rz_tokenizer_phrases(f.tokenizer, phrases, &error)) status = cli_pass(&blocks, n, argv);
    else cli_complain(self, NULL, "%s", error.message);
    rz_tokenizer_close(f.tokenizer);
    rz_engine_close(engine);
    return status;
}

const cli_command cli_tokens = {"tokens", "the words of text with lemma and part of speech, as CoNLL-U or JSON", help, run};
