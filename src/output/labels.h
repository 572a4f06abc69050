/* How the record is shown to people, in Persian or in English: names, words, digits and days. */
#ifndef RZ_OUTPUT_LABELS_H
#define RZ_OUTPUT_LABELS_H

#include <stdio.h>

#include "data/data.h"
#include "rayzan.h"

typedef struct {
    const rz_data *data;
    bool fa; /* Persian; else English */
} rz_labels;

/* lang: "fa", "en"; NULL is "en". */
rz_labels rz_labels_of(const rz_data *data, const char *lang);

/* The label of a word of the record: rz_label(l, "status", "held"). The word itself where it has none, "" for NULL. */
const char *rz_label(const rz_labels *labels, const char *set, const char *word);
/* The name of a row by its id, e.g. of a topic; the id itself where there is no such row. */
const char *rz_row_label(const rz_labels *labels, rz_row_type type, const char *id);
/* The name of a state, organisation or forum by its id; the id itself where there is none. */
const char *rz_body_label(const rz_labels *labels, const char *id);
/* What an actor is called: the Persian name, or the English one where there is one. */
const char *rz_actor_label(const rz_labels *labels, const rz_actor *actor);

/* Text with its digits turned into those of the language. */
void rz_show_digits(FILE *out, const rz_labels *labels, const char *text);
void rz_show_number(FILE *out, const rz_labels *labels, long number);

/* Days in the first calendar of the language, with those of the other in brackets:
 * «Wednesday 6 October 2021 (14 Mehr 1400)». A whole month or year is named as such. Nothing for no days. */
void rz_show_days(FILE *out, const rz_labels *labels, rz_days days);
/* The same in one calendar, without the weekday: «6 October 2021», «6–8 October 2021», «October 2021». */
void rz_show_gregorian(FILE *out, const rz_labels *labels, rz_days days);
void rz_show_jalali(FILE *out, const rz_labels *labels, rz_days days);

/* Unicode's isolates: text of the other direction, which must not disturb the line it stands in. */
#define RZ_ISOLATE "\xE2\x81\xA8" /* U+2068, first strong isolate */
#define RZ_POP "\xE2\x81\xA9"     /* U+2069 */
/* Text between isolates, but for what disturbs nothing: ASCII in an English line. An id that is copied off it is bare. */
void rz_put_apart(FILE *out, const rz_labels *labels, const char *text);
/* The label of somebody or something: in English apart where it is Persian, as that of a crowd is. */
void rz_put_name(FILE *out, const rz_labels *labels, const char *name);

#endif
