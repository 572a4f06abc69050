#include "cli/record.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Makes the folders above a path, as far as they are missing. */
static bool make_folders(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0777) == 0 || errno == EEXIST || errno == EISDIR;
        *slash = '/';
        if (!made) return false;
    }
    return true;
}

/* In the folder for a user's data (XDG); NULL with errno, ENOENT where there is none. */
static char *default_path(void) {
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    char *path = NULL;
    if (data && *data == '/') return asprintf(&path, "%s/rayzan/record.rayzan", data) < 0 ? NULL : path;
    if (home && *home == '/') return asprintf(&path, "%s/.local/share/rayzan/record.rayzan", home) < 0 ? NULL : path;
    errno = ENOENT;
    return NULL;
}

/* -r, else $RAYZAN_RECORD, else in the user's folder; NULL after a complaint. */
static char *path_of(const cli_command *command, const cli_common *common) {
    const char *given = common->record ? common->record : getenv("RAYZAN_RECORD");
    char *path = given && *given ? strdup(given) : default_path();
    if (!path && errno == ENOENT) cli_complain(command, NULL, "no record is named, and $HOME names no folder to look in: give one with -r");
    else if (!path) cli_complain(command, NULL, "memory ran out");
    return path;
}

bool cli_record_open(cli_record *r, const cli_command *command, const cli_common *common, rz_access access) {
    rz_error error = {0};
    *r = (cli_record){.path = path_of(command, common)};
    if (!r->path) return false;
    if (access == RZ_WRITE && !common->record && !make_folders(r->path))
        return cli_complain(command, r->path, "its folder cannot be made: %s", strerror(errno)), false;
    r->engine = cli_engine(command, common);
    if (!r->engine) return false;
    r->record = rz_record_open(r->path, access, r->engine, &error);
    if (!r->record) cli_complain(command, NULL, "%s", error.message);
    return r->record != NULL;
}

void cli_record_close(cli_record *r) {
    rz_record_close(r->record);
    rz_engine_close(r->engine);
    free(r->path);
    *r = (cli_record){0};
}

int cli_print(const cli_command *command, char *made) {
    if (!made) return cli_complain(command, NULL, "memory ran out"), CLI_SOME_FAILED;
    fputs(made, stdout);
    rz_free(made);
    return CLI_DONE;
}
