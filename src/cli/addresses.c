#include "cli/addresses.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "watch/address.h"

enum { LINE = 4096 };

static bool has(const cli_addresses *a, const char *address) {
    for (size_t i = 0; i < a->n; i++)
        if (!strcmp(a->at[i], address)) return true;
    return false;
}

/* The address is the list's from now on; false: memory ran out. */
static bool put(cli_addresses *a, char *address) {
    if (has(a, address)) return free(address), true;
    if (a->n == a->room) {
        size_t room = a->room ? a->room * 2 : 16;
        char **more = realloc(a->at, room * sizeof *more);
        if (!more) return free(address), false;
        a->at = more, a->room = room;
    }
    a->at[a->n++] = address;
    return true;
}

/* The line without blanks and comment: a # that begins it or stands behind a blank. */
static char *trim(char *line) {
    if (!strncmp(line, "\xEF\xBB\xBF", 3)) line += 3;
    for (char *c = line; *c; c++)
        if (*c == '#' && (c == line || c[-1] == ' ' || c[-1] == '\t')) *c = '\0';
    line += strspn(line, " \t\r\n");
    size_t n = strlen(line);
    while (n && strchr(" \t\r\n", line[n - 1])) n--;
    line[n] = '\0';
    return line;
}

static void read_line(cli_addresses *a, const cli_command *command, const char *path, unsigned number, char *line) {
    const char *why = NULL;
    char *text = trim(line), *address = *text ? watch_address(NULL, text, &why) : NULL;
    if (!*text || (address && put(a, address))) return;
    a->failed = true;
    if (why) cli_complain(command, path, "line %u: «%.200s» %s", number, text, why);
    else cli_complain(command, path, "memory ran out");
}

/* What is left of a line that is too long. */
static void skip(FILE *file) {
    for (int c; (c = getc(file)) != EOF && c != '\n';) continue;
}

cli_addresses cli_addresses_read(const cli_command *command, const char *path) {
    cli_addresses a = {0};
    bool standard = !strcmp(path, "-");
    const char *name = standard ? "standard input" : path;
    FILE *file = standard ? stdin : fopen(path, "re");
    if (!file) return cli_complain(command, path, "cannot be opened: %s", strerror(errno)), a.failed = true, a;
    char line[LINE];
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        bool whole = strchr(line, '\n') || feof(file);
        if (whole) {
            read_line(&a, command, name, number, line);
            continue;
        }
        skip(file);
        cli_complain(command, name, "line %u is longer than an address may be", number);
        a.failed = true;
    }
    if (ferror(file)) cli_complain(command, name, "cannot be read: %s", strerror(errno)), a.failed = true;
    if (!standard) fclose(file);
    return a;
}

void cli_addresses_free(cli_addresses *a) {
    for (size_t i = 0; i < a->n; i++) free(a->at[i]);
    free(a->at);
    *a = (cli_addresses){0};
}
