/* JSON written front to back into a buffer that grows. */
#ifndef RZ_BASE_JSON_H
#define RZ_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    char *at;
    size_t n, room;
    bool failed; /* memory ran out: nothing more is written */
    bool comma;  /* something stands before in the same object or array */
} rz_json;

/* Start with a zeroed rz_json. A key is followed by its value. Strings may hold any bytes; those that are not UTF-8 become
 * U+FFFD. NULL is written as null. */
void rz_json_open(rz_json *json, char bracket);  /* { or [ */
void rz_json_close(rz_json *json, char bracket); /* } or ] */
void rz_json_key_of(rz_json *json, const char *key, size_t size); /* a key, of plain ASCII letters */
static inline void rz_json_key(rz_json *json, const char *key) { rz_json_key_of(json, key, strlen(key)); }
void rz_json_string(rz_json *json, const char *text);
void rz_json_bytes(rz_json *json, const char *text, size_t size);
void rz_json_integer(rz_json *json, int64_t value);
#define RZ_JSON_REAL_MOST 1e9
void rz_json_real(rz_json *json, double value); /* four decimals, with a point whatever the locale; cut off at ±1e9 */
void rz_json_bool(rz_json *json, bool value);
void rz_json_null(rz_json *json);

/* A key and what belongs to it. */
static inline void rz_json_open_at(rz_json *json, const char *key, char bracket) { rz_json_key(json, key), rz_json_open(json, bracket); }
static inline void rz_json_integer_at(rz_json *json, const char *key, int64_t value) { rz_json_key(json, key), rz_json_integer(json, value); }
static inline void rz_json_real_at(rz_json *json, const char *key, double value) { rz_json_key(json, key), rz_json_real(json, value); }

/* The text, NUL-terminated, to be freed with free; NULL when memory ran out. */
char *rz_json_finish(rz_json *json);

#endif
