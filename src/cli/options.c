#include "cli/options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_one_of(const char *word, const char *list) {
    size_t size = strlen(word);
    for (const char *p = list; size && !strchr(word, ' ') && (p = strstr(p, word)); p += size)
        if ((p == list || p[-1] == ' ') && (p[size] == ' ' || p[size] == '\0')) return true;
    return false;
}

static bool read_number(const char *text, unsigned *out) {
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno || *end || end == text || value < 1 || value > 1000000) return false;
    *out = (unsigned)value;
    return true;
}

static bool read_amount(const char *text, double *out) {
    char *end;
    double value = strtod(text, &end);
    if (*end || end == text || !(value > 0) || value > 1e6) return false;
    *out = value;
    return true;
}

/* DAY, FROM..TO, ..TO */
static bool read_span(const char *text, rz_days *out) {
    char from[64];
    rz_days to;
    const char *dots = strstr(text, "..");
    if (!dots) return rz_parse_days(text, out);
    if ((size_t)(dots - text) >= sizeof from || !rz_parse_days(dots + 2, &to)) return false;
    snprintf(from, sizeof from, "%.*s", (int)(dots - text), text);
    if (dots == text) *out = (rz_days){RZ_NO_DAY, to.to};
    else if (!rz_parse_days(from, out) || out->from > to.to) return false;
    out->to = to.to;
    return true;
}

/* Stores a value; false after a complaint. */
static bool store(const cli_command *command, const cli_option *o, const char *value) {
    cli_texts *texts = o->into;
    if (o->kind != CLI_FLAG && !*value) return cli_misuse(command, "--%s: its value is empty", o->name), false;
    switch (o->kind) {
    case CLI_FLAG:
        *(bool *)o->into = true;
        return true;
    case CLI_TEXT:
        *(const char **)o->into = value;
        return true;
    case CLI_TEXTS:
        if (texts->n == sizeof texts->at / sizeof *texts->at)
            return cli_misuse(command, "--%s is given more than %zu times", o->name, texts->n), false;
        texts->at[texts->n++] = value;
        return true;
    case CLI_WORD:
        if (!is_one_of(value, o->words)) return cli_misuse(command, "--%s %s: it is one of: %s", o->name, value, o->words), false;
        *(const char **)o->into = value;
        return true;
    case CLI_NUMBER:
        if (!read_number(value, o->into)) return cli_misuse(command, "--%s %s: this is no number from 1 on", o->name, value), false;
        return true;
    case CLI_AMOUNT:
        if (!read_amount(value, o->into)) return cli_misuse(command, "--%s %s: this is no number above 0", o->name, value), false;
        return true;
    case CLI_DAYS:
        if (!rz_parse_days(value, o->into))
            return cli_misuse(command, "--%s %s: this is no day; write it like 2023-12-22 or 1402-10-01", o->name, value), false;
        return true;
    case CLI_SPAN:
        if (!read_span(value, o->into))
            return cli_misuse(command, "--%s %s: this is no day; write it like 2023-12-22 or 1402-10-01, or FROM..TO", o->name, value), false;
        return true;
    }
    return false;
}

static const cli_option *find_long(const cli_option *options, const char *name, size_t size) {
    for (const cli_option *o = options; o->name; o++)
        if (strlen(o->name) == size && memcmp(o->name, name, size) == 0) return o;
    return NULL;
}

static const cli_option *find_short(const cli_option *options, char letter) {
    for (const cli_option *o = options; o->name; o++)
        if (o->letter == letter) return o;
    return NULL;
}

/* One argument that is an option, its value in it or in the next. Gives how many arguments it took, 0 after a complaint. */
static int take(const cli_command *command, const cli_option *options, int left, char **argv) {
    const char *argument = argv[0], *value = NULL;
    const cli_option *o;
    if (argument[1] == '-') {
        const char *name = argument + 2, *equals = strchr(name, '=');
        o = find_long(options, name, equals ? (size_t)(equals - name) : strlen(name));
        value = equals ? equals + 1 : NULL;
    } else {
        o = find_short(options, argument[1]);
        value = argument[2] ? argument + 2 : NULL;
    }
    if (!o) return cli_misuse(command, "there is no option %s", argument), 0;
    if (o->kind == CLI_FLAG && value) return cli_misuse(command, "%s takes no value", argument), 0;
    if (o->kind == CLI_FLAG || value) return store(command, o, value) ? 1 : 0;
    if (left < 2) return cli_misuse(command, "%s needs a value", argument), 0;
    return store(command, o, argv[1]) ? 2 : 0;
}

bool cli_options(const cli_command *command, const cli_option *options, int argc, char **argv, int *n, int *status) {
    *n = 0;
    for (int i = 0; i < argc;) {
        const char *argument = argv[i];
        if (strcmp(argument, "--") == 0) {
            for (i++; i < argc; i++) argv[(*n)++] = argv[i];
            break;
        }
        if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
            fputs(command->help, stdout);
            *status = CLI_DONE;
            return false;
        }
        if (argument[0] != '-' || argument[1] == '\0') {
            argv[(*n)++] = argv[i++];
            continue;
        }
        int took = take(command, options, argc - i, argv + i);
        if (!took) return *status = CLI_USAGE, false;
        i += took;
    }
    return true;
}

/* fa where the environment's messages are Persian. */
static const char *language_of_environment(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return strncmp(value, "fa", 2) == 0 ? "fa" : "en";
    }
    return "en";
}

cli_common cli_common_defaults(const char *format) {
    return (cli_common){
        .format = format, .lang = language_of_environment(), .published = {RZ_NO_DAY, RZ_NO_DAY}, .jobs = 1};
}

rz_engine *cli_engine(const cli_command *command, const cli_common *common) {
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(common->data.at, common->data.n, &error);
    if (!engine) cli_complain(command, NULL, "%s", error.message);
    return engine;
}
