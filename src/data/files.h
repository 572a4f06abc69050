/* Folders of tables. */
#ifndef RZ_DATA_FILES_H
#define RZ_DATA_FILES_H

#include "data/data.h"

/* Compiles all *.txt in a folder and the folders in it, in the order of their paths, over base (NULL: over nothing). */
rz_data *rz_folder_compile(const rz_data *base, const char *folder,
                           void (*complain)(void *self, const char *file, unsigned line, const char *what), void *self,
                           rz_error *error);
/* A whole file in memory, NUL-terminated, to be freed; NULL with the error filled in. */
char *rz_file_load(const char *path, size_t *size, rz_error *error);

#endif
