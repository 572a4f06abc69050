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

bool cli_record_open(cli_record *r, const cli_command *command, const cli_common *common, rz_access access) {
    rz_error error = {0};
    *r = (cli_record){.path = cli_record_path(common)};
    if (!r->path) return cli_complain(command, NULL, "memory ran out"), false;
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
