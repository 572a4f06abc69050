/* A day in all calendars, and days as people write them. */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/json.h"
#include "mention/hijri.h"
#include "reading/engine.h"

void rz_calendar_of(const rz_engine *engine, rz_day day, rz_calendar_day *out) {
    bool sure;
    *out = (rz_calendar_day){.day = day, .weekday = rz_day_weekday(day)};
    rz_day_gregorian(day, &out->gregorian[0], &out->gregorian[1], &out->gregorian[2]);
    rz_day_jalali(day, &out->jalali[0], &out->jalali[1], &out->jalali[2]);
    rz_day_hijri(rz_engine_data(engine), day, &out->hijri[0], &out->hijri[1], &out->hijri[2], &sure);
    out->hijri_tolerance = sure ? 0 : 1;
}

static void date(rz_json *j, const char *key, const int part[3]) {
    char room[48];
    snprintf(room, sizeof room, "%04d-%02d-%02d", part[0], part[1], part[2]);
    rz_json_key(j, key);
    rz_json_string(j, part[1] ? room : NULL);
}

char *rz_calendar_json(const rz_calendar_day *day) {
    static const char *const names[7] = {"Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
    rz_json j = {0};
    rz_json_open(&j, '{');
    date(&j, "gregorian", day->gregorian);
    date(&j, "jalali", day->jalali);
    date(&j, "hijri", day->hijri);
    rz_json_key(&j, "hijri_tolerance");
    rz_json_integer(&j, day->hijri_tolerance);
    rz_json_key(&j, "weekday");
    rz_json_string(&j, names[day->weekday]);
    rz_json_close(&j, '}');
    return rz_json_finish(&j);
}

/* ---- days as people write them ---- */

static rz_day refuse(rz_error *error, const char *why) {
    rz_fail(error, RZ_BAD_ARGUMENT, 0, "%s", why);
    return RZ_NO_DAY;
}

static bool only_blank(const char *text, size_t from, size_t to) {
    while (from < to && (unsigned char)text[from] <= ' ') from++;
    return from == to;
}

rz_day rz_day_parse(rz_dater *dater, const char *text, size_t size, rz_error *error) {
    const rz_dates *found = rz_dates_find(dater, text, size, (rz_days){0, 0}, error);
    if (!found) return RZ_NO_DAY;
    const rz_date *d = found->dates;
    bool whole = found->n_dates == 1 && only_blank(text, 0, d->span.start) && only_blank(text, d->span.end, size);
    if (whole && d->impossible) return refuse(error, d->impossible);
    if (whole && d->contradicts) return refuse(error, d->contradicts);
    if (!whole || strcmp(d->kind, "date") || strcmp(d->grain, "day")) return refuse(error, "this is no day; write it like 2023-12-22 or 1402-10-01, or with the name of its month");
    if (strcmp(d->basis, "explicit")) return refuse(error, "this is no whole day: say its day, month and year");
    if (d->days.from == RZ_NO_DAY) return refuse(error, "there is no such day");
    rz_day middle = d->days.from + (d->days.to - d->days.from) / 2; /* a Hijri day that is not sure is three */
    if (d->days.to != d->days.from && strcmp(d->calendar, "hijri")) return refuse(error, "these are several days");
    return middle;
}
