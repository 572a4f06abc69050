/* A time expression as it is shown: its days, from which day they were told, and what of it does not fit. */
#include "base/joined.h"
#include "resolve/calendar_days.h"

static const rz_days nothing = {RZ_NO_DAY, RZ_NO_DAY};

static const char *calendar_name(const rz_time_mention *t) {
    if (t->kind == RZ_TIME_NTH) return calendar_name(t->whole);
    if (t->kind != RZ_TIME_DATE) return "relative";
    if (t->date.imperial) return "imperial";
    static const char *const names[] = {[RZ_CAL_GREGORIAN] = "gregorian", [RZ_CAL_JALALI] = "jalali", [RZ_CAL_HIJRI] = "hijri"};
    static const char *const several[] = {[1 << RZ_CAL_GREGORIAN | 1 << RZ_CAL_JALALI] = "gregorian+jalali", [1 << RZ_CAL_GREGORIAN | 1 << RZ_CAL_HIJRI] = "gregorian+hijri",
                                          [1 << RZ_CAL_JALALI | 1 << RZ_CAL_HIJRI] = "hijri+jalali",
                                          [1 << RZ_CAL_GREGORIAN | 1 << RZ_CAL_JALALI | 1 << RZ_CAL_HIJRI] = "gregorian+hijri+jalali"};
    return t->has_twin ? several[1 << t->date.calendar | 1 << t->twin.calendar | t->third] : names[t->date.calendar];
}

static const char *grain_of(const rz_time_mention *t) {
    static const char *const names[] = {
        [RZ_UNIT_DAY] = "day", [RZ_UNIT_WEEK] = "week", [RZ_UNIT_MONTH] = "month", [RZ_UNIT_YEAR] = "year", [RZ_UNIT_SECOND] = "second",
        [RZ_UNIT_MINUTE] = "minute", [RZ_UNIT_HOUR] = "hour", [RZ_UNIT_PART] = "day-part", [RZ_UNIT_SEASON] = "season",
        [RZ_UNIT_DECADE] = "decade", [RZ_UNIT_CENTURY] = "century"};
    return names[t->grain];
}

static bool clock_grain(uint8_t grain) { return grain == RZ_UNIT_SECOND || grain == RZ_UNIT_MINUTE || grain == RZ_UNIT_HOUR; }

static const char *kind_of(const rz_time_mention *t) {
    switch (t->kind) {
    case RZ_TIME_LENGTH: return "duration";
    case RZ_TIME_SET: return "set";
    case RZ_TIME_AGE: return "age";
    case RZ_TIME_CLOCK: case RZ_TIME_PART: return "time";
    case RZ_TIME_VAGUE: return clock_grain(t->grain) ? "time" : "date";
    case RZ_TIME_OFFSET: return clock_grain(t->grain) ? "time" : "date";
    default: return t->count ? "duration" : "date";
    }
}

/* ---- what does not fit ---- */

/* What of the expression cannot be, and what of it was not believed: the weekday, the other calendar. */
static void doubt(rz_arena *arena, const rz_data *data, const rz_time_mention *t, rz_date *out) {
    static const char *const names[7] = {"Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
    out->impossible = rz_time_impossible(data, t);
    bool beside = t->kind == RZ_TIME_OFFSET && t->weekday >= 0 && out->days.from == out->days.to;
    if ((t->kind != RZ_TIME_DATE && !beside) || out->days.from == RZ_NO_DAY || (!beside && !t->date.day)) return;
    int weekday = rz_day_weekday(out->days.from);
    if (t->weekday >= 0 && t->weekday != weekday)
        out->contradicts = rz_format(arena, "the day was a %s, not a %s; %s believed", names[weekday], names[t->weekday], beside ? "the day of the report is" : "day and month are");
    else if (t->has_twin && !rz_time_twin_meets(data, t, out->days)) out->contradicts = "the other calendar's day is another day; the first is believed";
}

static int apart(rz_days days, rz_day report) { return days.from > report ? days.from - report : days.to < report ? report - days.to : 0; }

/* A day and month that would be near the report but for a weekday or a second calendar that does not fit are believed; a year in which
 * all fits, far off, is not what was meant. */
static rz_days believed(const rz_data *data, const rz_time_mention *t, rz_days report, int direction, rz_days days) {
    enum { NEAR = 60, FAR = 180 };
    bool open = t->kind == RZ_TIME_DATE && t->date.day && !t->date.year && (t->weekday >= 0 || t->has_twin);
    if (!open || report.from == RZ_NO_DAY || report.from != report.to || (t->has_twin && t->twin.year)) return days;
    if (days.from != RZ_NO_DAY && apart(days, report.from) <= FAR) return days;
    rz_time_mention plain = *t;
    plain.weekday = -1;
    plain.has_twin = false;
    rz_days other = rz_time_days(data, &plain, report.from, direction);
    if (other.from == RZ_NO_DAY || (days.from != RZ_NO_DAY && apart(other, report.from) > NEAR)) return days;
    return other;
}

/* ---- days ---- */

/* «تا ۲۴ نوامبر تمدید شد», «پس از ۱۸ اکتبر اعتبار ندارد»: a verb does not tell on which side of today an end lies. */
static int shown_direction(const rz_text *text, const rz_time_mention *t) {
    int direction = rz_time_outlook(text, t);
    return (t->edge == RZ_EDGE_END && direction < 0) || (t->edge == RZ_EDGE_START && direction == 1 && rz_time_goes_on(text, t)) ? 0 : direction;
}

/* The days that the expression is told from: of the report, or of another that stands before it. */
static rz_days told_from(const rz_time_mention *t, rz_days report, const rz_date *dates, int direction) {
    if (!t->story) return report;
    bool told = t->anchor != RZ_NONE, past = direction < 0 && report.to != RZ_NO_DAY;
    if (told && !(past && dates[t->anchor].days.from != RZ_NO_DAY && dates[t->anchor].days.from > report.to)) return dates[t->anchor].days;
    bool hours = t->grain == RZ_UNIT_HOUR && t->unit == RZ_UNIT_DAY; /* «قرار بود فردا … ساعاتی بعد نوشت» */
    return direction > 0 || hours ? report : nothing;
}

static rz_days own_days(const rz_data *data, const rz_time_mention *t, rz_days report, int direction) {
    rz_days fixed;
    if (rz_time_fixed(data, t, &fixed) || report.from == RZ_NO_DAY) return fixed;
    if (t->kind == RZ_TIME_DATE && t->beside_day) { /* «فردا ۲۷ بهمن»: nearest to the day that it stands beside */
        report = (rz_days){report.from + t->offset, report.to + t->offset};
        direction = 0;
    }
    rz_days a = rz_time_days(data, t, report.from, direction), b = report.to == report.from ? a : rz_time_days(data, t, report.to, direction);
    rz_days days = a.from == RZ_NO_DAY ? b : b.from == RZ_NO_DAY ? a : (rz_days){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
    return believed(data, t, report, direction, days);
}

/* With where it goes on to: «از امروز تا جمعه», «از سال ۱۳۹۸ تاکنون». */
static rz_days days_from(const rz_data *data, const rz_time_mention *t, rz_days report, rz_days own, int direction) {
    rz_days days = own_days(data, t, own, direction);
    if (!t->until && !t->until_now) return days;
    rz_days until = t->until_now ? report : nothing;
    if (t->until) {
        until = own_days(data, t->until, t->until->story && days.from != RZ_NO_DAY ? days : report, direction); /* «تا آذر همان سال» */
        if (until.from != RZ_NO_DAY && days.from != RZ_NO_DAY && until.to < days.from && t->until->kind == RZ_TIME_WEEKDAY) until.to += 7;
    }
    return days.from == RZ_NO_DAY || until.from == RZ_NO_DAY || until.to < days.from ? nothing : (rz_days){days.from, until.to};
}

static const char *basis_of(const rz_time_mention *t, bool fixed) {
    if (t->until_now || t->until) fixed = false;
    if (t->inherited) return "inferred";
    if (t->kind == RZ_TIME_DATE && !t->until_now) return fixed || (t->date.year && !t->date.from) || t->date.wrong || t->date.before_era ? "explicit" : t->date.from ? "relative" : "inferred";
    if (t->kind == RZ_TIME_NTH) return basis_of(t->whole, fixed);
    return t->kind < RZ_TIME_LENGTH ? "relative" : "explicit";
}

/* «report of 2023-02-15..2023-02-15»: said of nearly every time, so not by rz_format. */
static const char *days_shown(rz_arena *arena, const char *what, rz_days days) {
    char room[RZ_DAY_ROOM];
    rz_joined text = {.arena = arena};
    rz_join(&text, what, strlen(what));
    rz_day_text(days.from, room);
    rz_join(&text, room, strlen(room));
    rz_join(&text, "..", 2);
    rz_day_text(days.to, room);
    rz_join(&text, room, strlen(room));
    return rz_joined_text(&text);
}

static void reasons(rz_arena *arena, const rz_time_mention *t, rz_days from, int direction, rz_date *out) {
    if (from.from == RZ_NO_DAY) return;
    const char **because = RZ_NEW_N(arena, const char *, 2);
    because[out->n_because++] = days_shown(arena, t->story && t->anchor != RZ_NONE ? "told from " : "report of ", from);
    if (direction && t->kind != RZ_TIME_OFFSET) because[out->n_because++] = direction < 0 ? "told as past" : "told as to come";
    out->because = because;
}

/* ---- lengths, clocks ---- */

static bool of_clock(uint8_t unit) { return unit == RZ_UNIT_HOUR || unit == RZ_UNIT_MINUTE || unit == RZ_UNIT_SECOND; }

/* 3D, T72H: after the P. */
static const char *iso_part(rz_arena *arena, uint8_t unit, int n, bool in_clock) {
    static const char letters[] = {[RZ_UNIT_DAY] = 'D', [RZ_UNIT_WEEK] = 'W', [RZ_UNIT_MONTH] = 'M', [RZ_UNIT_YEAR] = 'Y', [RZ_UNIT_SECOND] = 'S', [RZ_UNIT_MINUTE] = 'M',
                                   [RZ_UNIT_HOUR] = 'H', [RZ_UNIT_PART] = 'D', [RZ_UNIT_SEASON] = 'Y', [RZ_UNIT_DECADE] = 'Y', [RZ_UNIT_CENTURY] = 'Y'};
    int times = unit == RZ_UNIT_DECADE ? 10 : unit == RZ_UNIT_CENTURY ? 100 : 1;
    return rz_format(arena, "%s%d%c", of_clock(unit) && !in_clock ? "T" : "", n * times, letters[unit]);
}

/* P3D, PT72H, P1Y6M, P90D..P180D, R/P1W; NULL where no number is told. */
static const char *iso_of(rz_arena *arena, const rz_time_mention *t) {
    bool set = t->kind == RZ_TIME_SET, length = t->kind == RZ_TIME_LENGTH || t->kind == RZ_TIME_AGE || (t->kind == RZ_TIME_PERIOD && t->count);
    if (!set && (!length || !t->count)) return NULL;
    int n = t->count < 0 ? -t->count : t->count ? t->count : 1;
    const char *one = iso_part(arena, set && t->weekday >= 0 ? RZ_UNIT_WEEK : t->unit, n, false);
    if (set) return rz_format(arena, "R/P%s", one);
    if (t->least) return rz_format(arena, "P%s..P%s", iso_part(arena, t->unit, t->least, false), one);
    if (t->made_of.n < 2) return rz_format(arena, "P%s", one);
    const char *all = "P";
    bool in_clock = false;
    for (uint32_t i = 0; i < t->made_of.n; i++) {
        all = rz_format(arena, "%s%s", all, iso_part(arena, t->made_of.unit[i], t->made_of.count[i], in_clock));
        in_clock |= of_clock(t->made_of.unit[i]);
    }
    return all;
}

static rz_day last_sunday(int year, int month) {
    rz_day last = rz_gregorian_day(year, month, month == 3 || month == 10 ? 31 : 30);
    return last - (rz_day_weekday(last) + 6) % 7; /* Sunday is 1 */
}

static rz_day nth_sunday(int year, int month, int n) {
    rz_day first = rz_gregorian_day(year, month, 1);
    return first + (8 - rz_day_weekday(first)) % 7 + 7 * (n - 1);
}

/* Are clocks there put forward on that day? */
static bool is_summer(uint8_t summer, rz_day day) {
    int y, m, d;
    if (day == RZ_NO_DAY) return false;
    rz_day_gregorian(day, &y, &m, &d);
    if (summer == RZ_SUMMER_EUROPE) return y >= 1996 && day >= last_sunday(y, 3) && day < last_sunday(y, 10);
    if (summer == RZ_SUMMER_AMERICA) return y >= 2007 && day >= nth_sunday(y, 3, 2) && day < nth_sunday(y, 11, 1);
    if (summer != RZ_SUMMER_IRAN) return false;
    rz_day_jalali(day, &y, &m, &d);
    bool kept = (y >= 1370 && y <= 1384) || (y >= 1387 && y <= 1401); /* IANA tz, Asia/Tehran */
    return kept && m <= 6 && !(m == 1 && d == 1) && !(m == 6 && d == 31);
}

/* A clock time or part of a day is of the day that it belongs to. */
void rz_time_of_day(const rz_time_mention *t, rz_date *dates, uint32_t i) {
    if (t->of == RZ_NONE || dates[i].impossible) return;
    dates[i].days = dates[t->of].days;
    if (dates[i].zone != RZ_NO_ZONE && is_summer(t->summer, dates[i].days.from)) dates[i].zone += 60;
}

void rz_time_show(rz_arena *arena, const rz_text *text, const rz_time_mention *t, rz_days report, const rz_date *dates, rz_date *out) {
    rz_days fixed_days;
    bool fixed = rz_time_fixed(text->data, t, &fixed_days);
    int direction = shown_direction(text, t);
    rz_days from = told_from(t, report, dates, t->story && t->offset > 0 ? rz_time_direction(text, t) : direction);
    if (report.from == RZ_NO_DAY && t->near != RZ_NONE && dates[t->near].days.from == dates[t->near].days.to) from = dates[t->near].days, direction = 0;
    *out = (rz_date){.span = rz_text_span(text, t->first, t->last), .extent = rz_text_span(text, t->extent_first, t->extent_last),
                     .kind = kind_of(t), .grain = grain_of(t), .days = days_from(text->data, t, report, from, direction), .minute = t->minute,
                     .second = t->second, .minute_to = t->minute_to, .zone = t->zone, .calendar = calendar_name(t), .basis = basis_of(t, fixed),
                     .iso = iso_of(arena, t), .of = t->of == RZ_NONE ? -1 : (int32_t)t->of};
    out->text = rz_copy(arena, text->src + out->span.start, out->span.end - out->span.start);
    doubt(arena, text->data, t, out);
    if (out->days.from != RZ_NO_DAY && (!fixed || t->until_now)) reasons(arena, t, from, direction, out);
}
