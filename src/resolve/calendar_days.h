/* The days of a time expression, seen from a day of the report. */
#ifndef RZ_RESOLVE_CALENDAR_DAYS_H
#define RZ_RESOLVE_CALENDAR_DAYS_H

#include "resolve/days.h"

/* Days that need no report's day: a year is said (or the two calendars leave none open). */
bool rz_time_fixed(const rz_data *data, const rz_time_mention *time, rz_days *out);
/* The days as meant in a report of the given day; direction: -1 told as past, 1 as to come, 0 not known. */
rz_days rz_time_days(const rz_data *data, const rz_time_mention *time, rz_day report, int direction);
/* What of a date cannot be, or NULL. */
const char *rz_time_impossible(const rz_data *data, const rz_time_mention *time);
/* Are its days those of its twin in the other calendar, where it has one? */
bool rz_time_twin_meets(const rz_data *data, const rz_time_mention *time, rz_days days);
/* The same for many days of a report: a day, month or season without a year, in each of the years that matter. */
enum { RZ_YEARLY_FIRST = 1998, RZ_YEARLY = 48 };
typedef struct {
    const rz_time_mention *of;
    rz_days in[RZ_YEARLY]; /* both RZ_NO_DAY in a year in which its twin or weekday does not agree */
} rz_yearly;
bool rz_time_is_yearly(const rz_data *data, const rz_time_mention *time);
void rz_time_yearly(const rz_data *data, const rz_time_mention *time, rz_yearly *out);
rz_days rz_time_nearest(const rz_yearly *yearly, rz_day report, int direction);
/* Does the next verb tell a state, that goes on? «از دوشنبه در X است» */
bool rz_time_goes_on(const rz_text *text, const rz_time_mention *time);
/* By the tense of the next finite verb of its sentence: -1 past, 1 present or like it, 2 future; 0 none. */
int rz_time_direction(const rz_text *text, const rz_time_mention *time);
/* The same, and RZ_WAS_TO_BE of what was planned, whether or not the day is past: the nearest such. */
enum { RZ_WAS_TO_BE = 3 };
int rz_time_outlook(const rz_text *text, const rz_time_mention *time);
/* The date as it is shown, the report being of the given days; dates: those shown before it. */
void rz_time_show(rz_arena *arena, const rz_text *text, const rz_time_mention *time, rz_days report, const rz_date *dates, rz_date *out);
/* Once all are shown: the i-th, a clock time or part of a day, gets the days of the one that it belongs to. */
void rz_time_of_day(const rz_time_mention *time, rz_date *dates, uint32_t i);

#endif
