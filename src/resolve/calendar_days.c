#include <stdlib.h>

#include "resolve/calendar_days.h"

#include "mention/hijri.h"

static const rz_days nothing = {RZ_NO_DAY, RZ_NO_DAY};

static rz_days month_of(const rz_data *data, uint8_t calendar, int y, int m) {
    bool sure;
    if (calendar == RZ_CAL_HIJRI) return rz_hijri_month(data, y, m, &sure);
    bool jalali = calendar == RZ_CAL_JALALI;
    rz_day first = jalali ? rz_jalali_day(y, m, 1) : rz_gregorian_day(y, m, 1);
    int next_year = m == 12 ? y + 1 : y, next = m == 12 ? 1 : m + 1;
    rz_day after = jalali ? rz_jalali_day(next_year, next, 1) : rz_gregorian_day(next_year, next, 1);
    return first == RZ_NO_DAY || after == RZ_NO_DAY ? nothing : (rz_days){first, after - 1};
}

/* A day, or three where a Hijri month is not known for sure. */
static rz_days day_of(const rz_data *data, uint8_t calendar, int y, int m, int d) {
    if (calendar != RZ_CAL_HIJRI) {
        rz_day day = calendar == RZ_CAL_JALALI ? rz_jalali_day(y, m, d) : rz_gregorian_day(y, m, d);
        return (rz_days){day, day};
    }
    rz_days month = month_of(data, calendar, y, m);
    if (month.from == RZ_NO_DAY || d > month.to - month.from + 1) return nothing;
    rz_day day = month.from + d - 1;
    bool sure;
    rz_hijri_month(data, y, m, &sure);
    return sure ? (rz_days){day, day} : (rz_days){day - 1, day + 1};
}

static rz_days span_of(rz_days a, rz_days b) {
    return a.from == RZ_NO_DAY || b.from == RZ_NO_DAY || b.to < a.from ? nothing : (rz_days){a.from, b.to};
}

/* اوایل, اواسط and اواخر are thirds, of a month ten days each; «نیمه اول» of a month is its first fifteen. */
static rz_days part_of(rz_days whole, uint8_t part, uint8_t parts) {
    if (whole.from == RZ_NO_DAY || !parts) return whole;
    if (parts == RZ_LAST_DAY) return (rz_days){whole.to, whole.to};
    int length = whole.to - whole.from + 1, step = length >= 28 && length <= 31 ? 30 / parts : length / parts;
    rz_day from = whole.from + step * part;
    return (rz_days){from, part + 1 == parts ? whole.to : from + step - 1};
}

static rz_days year_part(const rz_data *data, const rz_time_date *d, int year) {
    int last = d->last_year > year ? d->last_year : year;
    rz_days whole = span_of(month_of(data, d->calendar, year, 1), month_of(data, d->calendar, last, 12));
    if (last > year || !d->parts || d->parts == RZ_LAST_DAY || 12 % d->parts) return part_of(whole, d->part, d->parts);
    int months = 12 / d->parts;
    return span_of(month_of(data, d->calendar, year, d->part * months + 1), month_of(data, d->calendar, year, (d->part + 1) * months));
}

/* Of a Gregorian year, the season that begins in it; its winter is of two years. */
static rz_days season_of(const rz_data *data, const rz_time_date *d, int year) {
    if (d->calendar == RZ_CAL_GREGORIAN && d->season == 4) return nothing;
    if (d->calendar == RZ_CAL_GREGORIAN) year -= 621;
    int first = (d->season - 1) * 3 + 1, last = (d->last_season ? d->last_season : d->season) * 3, last_year = year + (last < first);
    rz_days whole = span_of(month_of(data, RZ_CAL_JALALI, year, first), month_of(data, RZ_CAL_JALALI, last_year, last));
    return part_of(whole, d->part, d->parts);
}

static rz_days in_year(const rz_data *data, const rz_time_date *d, int year) {
    if (d->wrong || d->before_era) return nothing;
    if (d->season) return season_of(data, d, year);
    if (!d->month) return year_part(data, d, year);
    int last_month = d->last_month ? d->last_month : d->month;
    int last_year = d->last_year ? d->last_year : year + (last_month < d->month);
    if (!d->day) {
        rz_days whole = span_of(month_of(data, d->calendar, year, d->month), month_of(data, d->calendar, last_year, last_month));
        return part_of(whole, d->part, d->parts);
    }
    int last_day = d->last_day ? d->last_day : d->day;
    return span_of(day_of(data, d->calendar, year, d->month, d->day), day_of(data, d->calendar, last_year, last_month, last_day));
}

static bool overlap(rz_days a, rz_days b) { return a.from != RZ_NO_DAY && b.from != RZ_NO_DAY && a.from <= b.to && b.from <= a.to; }

static int year_at(uint8_t calendar, rz_day day) {
    int y, m, d;
    if (calendar == RZ_CAL_HIJRI) return rz_hijri_year(day);
    if (calendar == RZ_CAL_JALALI) rz_day_jalali(day, &y, &m, &d);
    else rz_day_gregorian(day, &y, &m, &d);
    return y;
}

/* The twin's days that meet those of the date: the same days, or where the text is vague, both. */
static bool twin_meets(const rz_data *data, const rz_time_mention *t, rz_days days, rz_days *common) {
    int year = t->twin.year ? t->twin.year : year_at(t->twin.calendar, days.from);
    for (int y = year - !t->twin.year; y <= year + (t->twin.year ? 0 : 1); y++) {
        rz_days other = in_year(data, &t->twin, y);
        if (!overlap(days, other)) continue;
        bool exact = t->date.day && t->twin.day && t->twin.calendar != RZ_CAL_HIJRI && t->date.calendar != RZ_CAL_HIJRI;
        if (exact && (days.from != other.from || days.to != other.to)) continue;
        *common = (rz_days){days.from > other.from ? days.from : other.from, days.to < other.to ? days.to : other.to};
        return true;
    }
    return t->twin.calendar == RZ_CAL_HIJRI ? (*common = days, true) : false;
}

static rz_days nth(const rz_data *data, const rz_time_mention *t, rz_day report, int direction);

bool rz_time_fixed(const rz_data *data, const rz_time_mention *t, rz_days *out) {
    *out = nothing;
    if (t->kind == RZ_TIME_NTH && rz_time_fixed(data, t->whole, out)) {
        *out = nth(data, t, out->from, 0);
        return out->from != RZ_NO_DAY;
    }
    if (t->kind != RZ_TIME_DATE || t->date.from || (!t->date.year && !(t->has_twin && t->twin.year))) return false;
    if (t->date.year) {
        *out = in_year(data, &t->date, t->date.year);
        return out->from != RZ_NO_DAY;
    }
    rz_days twin = in_year(data, &t->twin, t->twin.year);
    if (twin.from == RZ_NO_DAY) return false;
    for (int y = year_at(t->date.calendar, twin.from); y <= year_at(t->date.calendar, twin.to); y++) {
        rz_days d = in_year(data, &t->date, y);
        if (overlap(d, twin)) *out = d;
    }
    return out->from != RZ_NO_DAY;
}

/* Its days in that year, where twin and weekday agree. */
static rz_days agreed_in(const rz_data *data, const rz_time_mention *t, int year) {
    rz_days d = in_year(data, &t->date, year), common = d;
    if (d.from == RZ_NO_DAY || (t->has_twin && !twin_meets(data, t, d, &common))) return nothing;
    return t->weekday >= 0 && t->date.day && rz_day_weekday(d.from) != t->weekday ? nothing : common;
}

/* Of the years' days, those that suit the direction best. */
static rz_days best_of(const rz_days *years, int n, const rz_time_mention *t, rz_day report, int direction) {
    rz_days best = nothing;
    bool near = t->date.from == RZ_FROM_NEAR;
    if (near) direction = t->date.offset;
    rz_day least = 367;
    for (int i = 0; i < n; i++) {
        if (years[i].from == RZ_NO_DAY) continue;
        rz_day ahead = years[i].from > report ? years[i].from - report : 0, behind = years[i].to < report ? report - years[i].to : 0;
        if ((direction < 0 && ahead) || (direction > 0 && behind) || (near && !ahead && !behind)) continue;
        if (ahead + behind < least) least = ahead + behind, best = years[i];
    }
    return best;
}

/* A weekday that fits one year alone says more than the tense: «شنبه سوم می» told in the past of what was to be. */
static rz_days best_or_other(const rz_days *years, int n, const rz_time_mention *t, rz_day report, int direction) {
    rz_days best = best_of(years, n, t, report, direction);
    bool fixed = t->weekday >= 0 && t->date.day && t->date.from != RZ_FROM_NEAR;
    return best.from == RZ_NO_DAY && fixed ? best_of(years, n, t, report, 0) : best;
}

static rz_days yearless(const rz_data *data, const rz_time_mention *t, rz_day report, int direction) {
    rz_days years[3];
    int now = year_at(t->date.calendar, report);
    for (int i = 0; i < 3; i++) years[i] = agreed_in(data, t, now - 1 + i);
    return best_or_other(years, 3, t, report, direction);
}

bool rz_time_is_yearly(const rz_data *data, const rz_time_mention *t) {
    rz_days fixed;
    bool open = t->kind == RZ_TIME_DATE && !t->date.year && (t->date.month || t->date.season) &&
                (t->date.from == RZ_FROM_TEXT || t->date.from == RZ_FROM_NEAR);
    return open && !(t->has_twin && t->twin.year && rz_time_fixed(data, t, &fixed));
}

enum { YEARLY_HIJRI = 1418 /* the lunar year that begins in RZ_YEARLY_FIRST */ };

static int in_calendar(uint8_t calendar, int gregorian) {
    return calendar == RZ_CAL_JALALI ? gregorian - 621 : calendar == RZ_CAL_HIJRI ? gregorian - RZ_YEARLY_FIRST + YEARLY_HIJRI : gregorian;
}

void rz_time_yearly(const rz_data *data, const rz_time_mention *t, rz_yearly *out) {
    out->of = t;
    int first = in_calendar(t->date.calendar, RZ_YEARLY_FIRST);
    for (int i = 0; i < RZ_YEARLY; i++) out->in[i] = agreed_in(data, t, first + i);
}

rz_days rz_time_nearest(const rz_yearly *yearly, rz_day report, int direction) {
    enum { NEAR = 2, DAYS_OF_YEARS = 1461 }; /* four years */
    bool hijri = yearly->of->date.calendar == RZ_CAL_HIJRI;
    int year = hijri ? rz_hijri_year(report) - YEARLY_HIJRI : 1970 + report * 4 / DAYS_OF_YEARS - RZ_YEARLY_FIRST, from = year < NEAR ? 0 : year - NEAR;
    int to = year + NEAR >= RZ_YEARLY ? RZ_YEARLY - 1 : year + NEAR;
    return from <= to ? best_or_other(yearly->in + from, to - from + 1, yearly->of, report, direction) : nothing;
}

static rz_days week_of(rz_day day) {
    rz_day from = day - rz_day_weekday(day);
    return (rz_days){from, from + 6};
}

static void parts_of_day(uint8_t calendar, rz_day day, int *y, int *m, int *d) {
    if (calendar == RZ_CAL_GREGORIAN) rz_day_gregorian(day, y, m, d);
    else rz_day_jalali(day, y, m, d);
}

static rz_days months_from(const rz_data *data, rz_day report, int months, uint8_t calendar, int date) {
    int y, m, d;
    parts_of_day(calendar, report, &y, &m, &d);
    int n = y * 12 + m - 1 + months;
    return date ? day_of(data, calendar, n / 12, n % 12 + 1, date) : month_of(data, calendar, n / 12, n % 12 + 1);
}

static rz_day same_day_back(rz_day report, int months) {
    int y, m, d;
    rz_day_gregorian(report, &y, &m, &d);
    int n = y * 12 + m - 1 + months;
    for (; d > 0; d--) {
        rz_day day = rz_gregorian_day(n / 12, n % 12 + 1, d);
        if (day != RZ_NO_DAY) return day;
    }
    return report;
}

static rz_day counted_end(const rz_time_mention *t, rz_day report, int n) {
    int sign = n < 0 ? -1 : 1;
    switch (t->unit) {
    case RZ_UNIT_SECOND: case RZ_UNIT_MINUTE: return report;
    case RZ_UNIT_HOUR: return report + sign * ((sign * n + 23) / 24);
    case RZ_UNIT_DAY: return report + n;
    case RZ_UNIT_WEEK: return report + 7 * n;
    case RZ_UNIT_MONTH: return same_day_back(report, n);
    case RZ_UNIT_DECADE: return same_day_back(report, 120 * n);
    case RZ_UNIT_CENTURY: return same_day_back(report, 1200 * n);
    default: return same_day_back(report, 12 * n);
    }
}

static rz_days counted(const rz_time_mention *t, rz_day report, int direction) {
    int n = t->within && direction < 0 ? -t->count : t->count;
    rz_day end = counted_end(t, report, n);
    return n < 0 ? (rz_days){end, report} : (rz_days){report, end};
}

/* ---- parts by number ---- */

/* Months [first, last) of those that the whole is made of; from its end where negative. */
static rz_days nth_months(const rz_data *data, uint8_t calendar, rz_days whole, int first, int last) {
    int y, m, d;
    parts_of_day(calendar, first < 0 ? whole.to : whole.from, &y, &m, &d);
    int base = y * 12 + m - 1, from = base + (first < 0 ? first + 1 : first - 1), to = base + (last < 0 ? last + 1 : last - 1);
    return span_of(month_of(data, calendar, from / 12, from % 12 + 1), month_of(data, calendar, to / 12, to % 12 + 1));
}

/* «هفته اول مهر», «سه ماه پایانی سال» */
static rz_days nth(const rz_data *data, const rz_time_mention *t, rz_day report, int direction) {
    rz_days whole = rz_time_days(data, t->whole, report, direction), out = nothing;
    if (whole.from == RZ_NO_DAY) return nothing;
    uint8_t calendar = t->whole->date.calendar == RZ_CAL_GREGORIAN && t->whole->kind != RZ_TIME_NTH ? RZ_CAL_GREGORIAN : RZ_CAL_JALALI;
    int first = t->nth, last = t->nth_last;
    switch (t->unit) {
    case RZ_UNIT_DAY: out = (rz_days){first < 0 ? whole.to + first + 1 : whole.from + first - 1, last < 0 ? whole.to + last + 1 : whole.from + last - 1}; break;
    case RZ_UNIT_WEEK: out = first < 0 ? (rz_days){whole.to + 7 * first + 1, whole.to + 7 * (last + 1)} : (rz_days){whole.from + 7 * (first - 1), whole.from + 7 * last - 1}; break;
    case RZ_UNIT_MONTH: out = nth_months(data, calendar, whole, first, last); break;
    case RZ_UNIT_SEASON: out = nth_months(data, calendar, whole, first < 0 ? first * 3 : first * 3 - 2, first < 0 ? last * 3 + 2 : last * 3); break;
    case RZ_UNIT_YEAR: out = nth_months(data, calendar, whole, first < 0 ? first * 12 : first * 12 - 11, first < 0 ? last * 12 + 11 : last * 12); break;
    default: break;
    }
    if (out.from == RZ_NO_DAY || out.from < whole.from || out.from > whole.to) return nothing;
    if (out.to > whole.to) out.to = whole.to;
    return out;
}

/* ---- from the report ---- */

/* A month that the press means by «next month» is of its own calendar: the Jalali one. */
static rz_days period(const rz_data *data, const rz_time_mention *t, rz_day report, int direction) {
    uint8_t calendar = t->date.calendar == RZ_CAL_GREGORIAN ? RZ_CAL_GREGORIAN : RZ_CAL_JALALI;
    if (t->count) return counted(t, report, direction);
    if (t->unit == RZ_UNIT_WEEK) {
        rz_days week = week_of(report + 7 * t->offset);
        if (!t->date.parts) return week;
        if (t->date.parts == RZ_LAST_DAY) return (rz_days){week.to, week.to};
        rz_day from = week.from + (t->date.part * 4) / (t->date.parts - 1);
        return (rz_days){from, from + 2};
    }
    if (t->unit == RZ_UNIT_MONTH) return part_of(months_from(data, report, t->offset, calendar, 0), t->date.part, t->date.parts);
    rz_time_date year = {.calendar = calendar, .part = t->date.part, .parts = t->date.parts};
    return year_part(data, &year, year_at(calendar, report) + t->offset);
}

static rz_days weekday(const rz_time_mention *t, rz_day report, int direction) {
    int now = rz_day_weekday(report), back = (now - t->weekday + 7) % 7;
    rz_day day = direction > 0 && !(direction == RZ_WAS_TO_BE && back <= 3) ? report + (7 - back) % 7 : report - back;
    if (t->week == RZ_WEEK_NEAR) day = t->offset < 0 ? report - (back ? back : 7) : report + 7 - back;
    if (t->week == RZ_WEEK_OFFSET) day = report - now + 7 * t->offset + t->weekday;
    if (t->last_weekday < 0) return (rz_days){day, day};
    rz_day to = day + (t->last_weekday - t->weekday + 7) % 7;
    if (direction < 0 && t->week == RZ_WEEK_NOT_SAID && to > report) day -= 7, to -= 7;
    return (rz_days){day, to};
}

/* «عید غدیر امسال»: years that are told from the report's are of the sun. */
static rz_days lunar_in_year(const rz_data *data, const rz_time_mention *t, rz_day report) {
    int year = year_at(RZ_CAL_JALALI, report) + t->date.offset;
    rz_day from = rz_jalali_day(year, 1, 1), to = rz_jalali_day(year + 1, 1, 1) - 1;
    rz_days best = nothing;
    for (int y = rz_hijri_year(from); y <= rz_hijri_year(to); y++) {
        rz_days days = agreed_in(data, t, y);
        if (days.from == RZ_NO_DAY || days.from < from || days.from > to) continue;
        if (best.from == RZ_NO_DAY || abs(days.from - report) < abs(best.from - report)) best = days;
    }
    return best;
}

/* «پنجم ماه آینده», «۱۸ تا ۲۲ ماه جاری» */
static rz_days in_month(const rz_data *data, const rz_time_date *d, rz_day report) {
    uint8_t calendar = d->calendar == RZ_CAL_GREGORIAN ? RZ_CAL_GREGORIAN : RZ_CAL_JALALI;
    rz_days first = months_from(data, report, d->offset, calendar, d->day);
    rz_days last = d->day && d->last_day && !d->last_month ? months_from(data, report, d->offset, calendar, d->last_day) : nothing;
    return first.from == RZ_NO_DAY || last.from == RZ_NO_DAY ? first : span_of(first, last);
}

static rz_days of_date(const rz_data *data, const rz_time_mention *t, rz_day report, int direction) {
    rz_days fixed;
    const rz_time_date *d = &t->date;
    if (rz_time_fixed(data, t, &fixed)) return fixed;
    if (d->from == RZ_FROM_MONTH || (d->from == RZ_FROM_STORY && !d->month && !d->season)) return in_month(data, d, report);
    if (d->from == RZ_FROM_YEAR && d->calendar == RZ_CAL_HIJRI) return lunar_in_year(data, t, report);
    if (d->from == RZ_FROM_YEAR || d->from == RZ_FROM_STORY) return agreed_in(data, t, year_at(d->calendar, report) + d->offset);
    if (d->year || (!d->month && !d->season)) return nothing;
    return yearless(data, t, report, direction);
}

/* «قرار بود ۱۰ مارس آغاز شود»: past, unless it is near ahead. */
static rz_days was_to_be(const rz_data *data, const rz_time_mention *t, rz_day report, int direction) {
    enum { SOON = 150 };
    if (direction != RZ_WAS_TO_BE) return of_date(data, t, report, direction);
    rz_days near = of_date(data, t, report, 0);
    return near.from != RZ_NO_DAY && near.from > report + SOON ? of_date(data, t, report, -1) : near;
}

rz_days rz_time_days(const rz_data *data, const rz_time_mention *t, rz_day report, int direction) {
    switch (t->kind) {
    case RZ_TIME_OFFSET: return (rz_days){report + t->offset, report + t->offset};
    case RZ_TIME_PERIOD: return period(data, t, report, direction);
    case RZ_TIME_NTH: return nth(data, t, report, direction);
    case RZ_TIME_WEEKDAY: return weekday(t, report, direction);
    case RZ_TIME_DATE: return was_to_be(data, t, report, direction);
    default: return nothing;
    }
}

/* ---- shared with what shows them ---- */

/* Said in full, but a day that its month never has. */
static bool never(const rz_data *data, const rz_time_date *d) {
    if (!d->month || !d->day || d->from) return false;
    int now = d->calendar == RZ_CAL_GREGORIAN ? 2000 : 1399; /* leap years */
    int last_month = d->last_month ? d->last_month : d->month, last_day = d->last_day ? d->last_day : d->day;
    if (d->calendar == RZ_CAL_HIJRI) return d->day > 30 || last_day > 30 || (d->year && day_of(data, d->calendar, d->year, d->month, d->day).from == RZ_NO_DAY);
    return day_of(data, d->calendar, d->year ? d->year : now, d->month, d->day).from == RZ_NO_DAY ||
           day_of(data, d->calendar, d->last_year ? d->last_year : d->year ? d->year : now, last_month, last_day).from == RZ_NO_DAY;
}

const char *rz_time_impossible(const rz_data *data, const rz_time_mention *t) {
    static const char *const wrongs[] = {[RZ_NO_SUCH_DAY] = "the month has no such day", [RZ_NO_SUCH_MONTH] = "there is no such month",
                                         [RZ_NO_SUCH_YEAR] = "there is no such year", [RZ_NO_SUCH_TIME] = "there is no such time"};
    if (t->kind == RZ_TIME_CLOCK && t->date.wrong) return wrongs[t->date.wrong];
    if (t->kind != RZ_TIME_DATE) return NULL;
    if (t->date.wrong) return wrongs[t->date.wrong];
    return never(data, &t->date) ? wrongs[RZ_NO_SUCH_DAY] : NULL;
}

bool rz_time_twin_meets(const rz_data *data, const rz_time_mention *t, rz_days days) {
    rz_days common;
    return !t->has_twin || twin_meets(data, t, days, &common);
}
