#ifndef RZ_BASE_ERROR_H
#define RZ_BASE_ERROR_H

#include "rayzan.h"

/* Fills the error (which may be NULL) and returns false, so that a caller can `return rz_fail(…)`. */
bool rz_fail(rz_error *error, rz_code code, uint64_t position, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
