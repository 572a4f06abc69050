#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

bool rz_fail(rz_error *error, rz_code code, uint64_t position, const char *format, ...) {
    if (!error) return false;
    error->code = code;
    error->position = position;
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    return false;
}
