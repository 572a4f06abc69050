/* A reading as JSON and back. What stands where is in docs/manual.md, "The reading". */
#ifndef RZ_READING_JSON_H
#define RZ_READING_JSON_H

#include "base/json.h"
#include "mention/mention.h"
#include "rayzan.h"

/* Parts of a reading, each one value. */
void rz_date_json(rz_json *json, const rz_date *date);
/* The member "published" of an object. */
void rz_published_json(rz_json *json, rz_days published, int minute, const char *basis, const char *const *because, uint32_t n_because);

/* The reading that a line of rz_reading_json says; freed with rz_reading_free. Its text is "" where the line has none
 * because the text was the input; whoever kept the text may set it. NULL and RZ_BAD_ARGUMENT where it is no such line. */
rz_reading *rz_reading_parse(const char *json, size_t size, rz_error *error);

/* RZ_NO_DAY when it is none. */
rz_day rz_day_of_text(const char *text);

/* Minutes that Tehran is ahead of Greenwich on a day: it kept summer time up to 2022. */
int rz_tehran_offset(rz_day day);

#endif
