/* The record that a command works on. */
#ifndef RZ_CLI_RECORD_H
#define RZ_CLI_RECORD_H

#include "cli/options.h"

typedef struct {
    rz_engine *engine;
    rz_record *record;
    char *path;
} cli_record;

/* Opens the engine and the record that the options name; false after a complaint. Close it in either case. */
bool cli_record_open(cli_record *record, const cli_command *command, const cli_common *common, rz_access access);
void cli_record_close(cli_record *record);

/* Prints what a call of the library made and frees it: an exit status. NULL is a complaint about memory. */
int cli_print(const cli_command *command, char *made);

#endif
