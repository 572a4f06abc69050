/* rayzan: the command line. It parses, calls the library and prints; all else is the library's. */
#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "rayzan.h"

#define CLI_COMMAND(name) extern const cli_command cli_##name;
#include "cli/commands.h"
#undef CLI_COMMAND

#define CLI_COMMAND(name) &cli_##name,
static const cli_command *const commands[] = {
#include "cli/commands.h"
};
#undef CLI_COMMAND

enum { N_COMMANDS = sizeof commands / sizeof *commands, MOST_MESSAGE = 8192 };

const cli_command *cli_find_command(const char *name) {
    for (int i = 0; i < N_COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    return NULL;
}

void cli_put(FILE *out, const char *text) {
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if (*c == '\n') fputs("\\n", out);
        else if (*c < ' ' || *c == 0x7F) fprintf(out, "\\x%02x", *c);
        else if (*c == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0) fprintf(out, "\\x%02x", *++c); /* C1 in UTF-8 */
        else putc(*c, out);
    }
}

static void say(const cli_command *command, const char *what, const char *format, va_list args) {
    char message[MOST_MESSAGE];
    vsnprintf(message, sizeof message, format, args);
    fprintf(stderr, "rayzan%s%s: ", command ? " " : "", command ? command->name : "");
    if (what) {
        cli_put(stderr, *what ? what : "''");
        fputs(": ", stderr);
    }
    cli_put(stderr, message);
    putc('\n', stderr);
}

void cli_complain(const cli_command *command, const char *what, const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(command, what, format, args);
    va_end(args);
}

int cli_misuse(const cli_command *command, const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(command, NULL, format, args);
    va_end(args);
    fprintf(stderr, "See rayzan %s%s--help\n", command ? command->name : "", command ? " " : "");
    return CLI_USAGE;
}

static int no_such_command(const char *name) {
    fprintf(stderr, "rayzan: there is no command %s; there are", name);
    for (int i = 0; i < N_COMMANDS; i++) fprintf(stderr, "%s %s", i ? "," : "", commands[i]->name);
    fputs("\nSee rayzan --help\n", stderr);
    return CLI_USAGE;
}

static int print_overview(FILE *out) {
    fputs("rayzan reads the Persian-language press on diplomacy and keeps the record of it.\n\n"
          "Usage: rayzan COMMAND [OPTION…] [FILE…]\n\n",
          out);
    for (int i = 0; i < N_COMMANDS; i++) fprintf(out, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
    fputs("\nrayzan COMMAND --help (or: rayzan help COMMAND) tells more of one, with an example.\n"
          "rayzan --version tells the version and the language data in force.\n",
          out);
    return CLI_DONE;
}

static int print_version(void) {
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(NULL, 0, &error);
    if (!engine) {
        cli_complain(NULL, NULL, "%s", error.message);
        return CLI_SOME_FAILED;
    }
    printf("rayzan %s (language data %s)\n", RZ_VERSION, rz_engine_data_hash(engine));
    rz_engine_close(engine);
    return CLI_DONE;
}

static int help(int argc, char **argv) {
    if (argc == 0) return print_overview(stdout);
    const cli_command *command = cli_find_command(argv[0]);
    if (!command) return no_such_command(argv[0]);
    fputs(command->help, stdout);
    return CLI_DONE;
}

static int run(int argc, char **argv) {
    if (argc < 2) return print_overview(stderr), CLI_USAGE;
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) return print_overview(stdout);
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) return print_version();
    if (strcmp(name, "help") == 0) return help(argc - 2, argv + 2);
    const cli_command *command = cli_find_command(name);
    if (!command) return no_such_command(name);
    return command->run(command, argc - 2, argv + 2);
}

/* What one article gives back the next one takes: it need not go to the system and come from there again, page by page. */
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    mallopt(M_TRIM_THRESHOLD, 16 << 20);
#endif
}

int main(int argc, char **argv) {
    keep_memory();
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is told as an error */
    int status = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        cli_complain(NULL, NULL, "cannot write the output: %s", strerror(errno));
        return status == CLI_DONE ? CLI_SOME_FAILED : status;
    }
    return status;
}
