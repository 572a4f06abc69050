/* Files, or standard input, into memory: no more of them than an article may have. */
#ifndef RZ_CLI_INPUT_H
#define RZ_CLI_INPUT_H

#include "rayzan.h"

/* The bytes of a file («-»: standard input), to be freed; NULL with the error filled in, which says what to do. */
char *cli_read_input(const char *path, size_t *size, rz_error *error);

#endif
