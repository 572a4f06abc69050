#include "resolve/calendar_days.h"

static rz_day day_of(uint8_t calendar, int y, int m, int d) {
    if (calendar == RZ_CAL_JALALI) return rz_jalali_day(y, m, d);
    return calendar == RZ_CAL_GREGORIAN ? rz_gregorian_day(y, m, d) : RZ_NO_DAY;
}

static rz_days month_of(uint8_t calendar, int y, int m) {
    rz_day first = day_of(calendar, y, m, 1), next = m == 12 ? day_of(calendar, y + 1, 1, 1) : day_of(calendar, y, m + 1, 1);
    if (first == RZ_NO_DAY || next == RZ_NO_DAY) return (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    return (rz_days){first, next - 1};
}

/* اوایل, اواسط and اواخر are thirds of the month. */
static rz_days third(rz_days month, uint8_t edge) {
    if (edge == RZ_EDGE_EARLY) return (rz_days){month.from, month.from + 9};
    if (edge == RZ_EDGE_MIDDLE) return (rz_days){month.from + 10, month.from + 19};
    return (rz_days){month.from + 20, month.to};
}

static rz_days in_year(const rz_time_date *d, int year) {
    rz_days none = {RZ_NO_DAY, RZ_NO_DAY};
    if (!d->month) {
        int last = d->last_year > year ? d->last_year : year;
        rz_days a = month_of(d->calendar, year, 1), b = month_of(d->calendar, last, 12);
        return (rz_days){a.from, b.to};
    }
    rz_days month = month_of(d->calendar, year, d->month);
    if (month.from == RZ_NO_DAY) return none;
    if (!d->day) return d->edge ? third(month, d->edge) : month;
    rz_day first = day_of(d->calendar, year, d->month, d->day);
    rz_day last = d->last_day ? day_of(d->calendar, year, d->month, d->last_day) : first;
    return first == RZ_NO_DAY || last == RZ_NO_DAY ? none : (rz_days){first, last};
}

static bool overlap(rz_days a, rz_days b) { return a.from != RZ_NO_DAY && b.from != RZ_NO_DAY && a.from <= b.to && b.from <= a.to; }

static int year_at(uint8_t calendar, rz_day day) {
    int y, m, d;
    if (calendar == RZ_CAL_JALALI) rz_day_jalali(day, &y, &m, &d);
    else rz_day_gregorian(day, &y, &m, &d);
    return y;
}

/* The twin's days that meet those of the date: the same days, or where the text is vague, both. */
static bool twin_meets(const rz_time_mention *t, rz_days days, rz_days *common) {
    int year = t->twin.year ? t->twin.year : year_at(t->twin.calendar, days.from);
    for (int y = year; y <= year + (t->twin.year ? 0 : 1); y++) {
        rz_days other = in_year(&t->twin, y);
        if (!overlap(days, other)) continue;
        if (t->date.day && t->twin.day && (days.from != other.from || days.to != other.to)) continue;
        *common = (rz_days){days.from > other.from ? days.from : other.from, days.to < other.to ? days.to : other.to};
        return true;
    }
    return t->twin.calendar == RZ_CAL_HIJRI ? (*common = days, true) : false;
}

bool rz_time_fixed(const rz_time_mention *t, rz_days *out) {
    *out = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    if (t->kind != RZ_TIME_DATE || (!t->date.year && !(t->has_twin && t->twin.year))) return false;
    if (t->date.year) {
        *out = in_year(&t->date, t->date.year);
        return out->from != RZ_NO_DAY;
    }
    rz_days twin = in_year(&t->twin, t->twin.year);
    if (twin.from == RZ_NO_DAY) return false;
    for (int y = year_at(t->date.calendar, twin.from); y <= year_at(t->date.calendar, twin.to); y++) {
        rz_days d = in_year(&t->date, y);
        if (overlap(d, twin)) *out = d;
    }
    return out->from != RZ_NO_DAY;
}

/* A day and month without a year: the year that suits the direction best, among those where the twin agrees. */
static rz_days yearless(const rz_time_mention *t, rz_day report, int direction) {
    rz_days best = {RZ_NO_DAY, RZ_NO_DAY};
    int now = year_at(t->date.calendar, report);
    rz_day least = INT32_MAX;
    for (int y = now - 1; y <= now + 1; y++) {
        rz_days d = in_year(&t->date, y), common = d;
        if (d.from == RZ_NO_DAY || (t->has_twin && !twin_meets(t, d, &common))) continue;
        rz_day ahead = common.from > report ? common.from - report : 0, behind = common.to < report ? report - common.to : 0;
        if ((direction < 0 && ahead) || (direction > 0 && behind)) continue;
        rz_day far = ahead + behind;
        if (far < least && far <= 366) least = far, best = common;
    }
    return best;
}

static rz_days week_of(rz_day day) {
    rz_day from = day - rz_day_weekday(day);
    return (rz_days){from, from + 6};
}

static rz_days months_from(rz_day report, int months, uint8_t calendar) {
    int y, m, d;
    if (calendar == RZ_CAL_JALALI) rz_day_jalali(report, &y, &m, &d);
    else rz_day_gregorian(report, &y, &m, &d);
    int n = y * 12 + m - 1 + months;
    return month_of(calendar, n / 12, n % 12 + 1);
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

static rz_days counted(const rz_time_mention *t, rz_day report) {
    int n = t->count;
    rz_day end = t->unit == RZ_UNIT_DAY ? report + n : t->unit == RZ_UNIT_WEEK ? report + 7 * n
                 : same_day_back(report, t->unit == RZ_UNIT_MONTH ? n : 12 * n);
    return n < 0 ? (rz_days){end, report} : (rz_days){report, end};
}

/* A month that the press means by «next month» is of its own calendar: the Jalali one. */
static rz_days period(const rz_time_mention *t, rz_day report) {
    if (t->count) return counted(t, report);
    if (t->unit == RZ_UNIT_WEEK) return week_of(report + 7 * t->offset);
    if (t->unit == RZ_UNIT_MONTH) return months_from(report, t->offset, RZ_CAL_JALALI);
    int year = year_at(RZ_CAL_JALALI, report) + t->offset;
    return (rz_days){month_of(RZ_CAL_JALALI, year, 1).from, month_of(RZ_CAL_JALALI, year, 12).to};
}

rz_days rz_time_days(const rz_time_mention *t, rz_day report, int direction) {
    rz_days fixed;
    switch (t->kind) {
    case RZ_TIME_OFFSET: return (rz_days){report + t->offset, report + t->offset};
    case RZ_TIME_PERIOD: return period(t, report);
    case RZ_TIME_WEEKDAY: {
        int back = (rz_day_weekday(report) - t->weekday + 7) % 7;
        rz_day day = direction > 0 ? report + (7 - back) % 7 : report - back;
        return (rz_days){day, day};
    }
    default:
        if (rz_time_fixed(t, &fixed)) return fixed;
        if (t->date.year || !t->date.month) return (rz_days){RZ_NO_DAY, RZ_NO_DAY};
        return yearless(t, report, direction);
    }
}

int rz_time_direction(const rz_text *text, const rz_time_mention *t) {
    enum { FAR = 80 };
    uint32_t stop = t->last + FAR < text->n_tokens ? t->last + FAR : text->n_tokens;
    for (uint32_t i = t->last; i < stop; i++) {
        const rz_token *token = &text->tokens[i];
        if (token->punct == '.' || token->punct == '?' || token->punct == '!') break;
        if (token->verb == RZ_NONE) continue;
        const rz_verb *v = &text->verbs[token->verb];
        switch (v->tense) {
        case RZ_PAST: case RZ_PERFECT: case RZ_PLUPERFECT: case RZ_IMPERFECT: return -1;
        case RZ_FUTURE: case RZ_PRESENT: case RZ_SUBJUNCTIVE: return 1;
        default: break;
        }
    }
    return 0;
}

static const char *calendar_name(const rz_time_mention *t) {
    if (t->kind != RZ_TIME_DATE) return "relative";
    static const char *const names[] = {[RZ_CAL_GREGORIAN] = "gregorian", [RZ_CAL_JALALI] = "jalali", [RZ_CAL_HIJRI] = "hijri"};
    if (!t->has_twin) return names[t->date.calendar];
    bool hijri = t->date.calendar == RZ_CAL_HIJRI || t->twin.calendar == RZ_CAL_HIJRI;
    bool gregorian = t->date.calendar == RZ_CAL_GREGORIAN || t->twin.calendar == RZ_CAL_GREGORIAN;
    return hijri ? (gregorian ? "gregorian+hijri" : "jalali+hijri") : "gregorian+jalali";
}

static const char *grain_of(const rz_time_mention *t) {
    if (t->kind == RZ_TIME_PERIOD && !t->count) return t->unit == RZ_UNIT_WEEK ? "week" : t->unit == RZ_UNIT_MONTH ? "month" : "year";
    if (t->kind == RZ_TIME_DATE && !t->date.month) return "year";
    return t->kind == RZ_TIME_DATE && !t->date.day ? "month" : "day";
}

void rz_time_show(rz_arena *arena, const rz_text *text, const rz_time_mention *t, rz_days report, rz_date *out) {
    rz_days fixed, days = {RZ_NO_DAY, RZ_NO_DAY};
    bool is_fixed = rz_time_fixed(t, &fixed);
    int direction = rz_time_direction(text, t);
    if (is_fixed) days = fixed;
    else if (report.from != RZ_NO_DAY) {
        rz_days a = rz_time_days(t, report.from, direction), b = rz_time_days(t, report.to, direction);
        if (a.from != RZ_NO_DAY && b.from != RZ_NO_DAY) days = (rz_days){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
        else days = a.from != RZ_NO_DAY ? a : b;
    }
    *out = (rz_date){.span = rz_text_span(text, t->first, t->last), .extent = rz_text_span(text, t->extent_first, t->extent_last),
                     .kind = t->count ? "duration" : "date", .grain = grain_of(t), .days = days, .minute = -1, .calendar = calendar_name(t)};
    out->text = rz_copy(arena, text->src + out->span.start, out->span.end - out->span.start);
    out->basis = is_fixed ? "explicit" : t->kind == RZ_TIME_DATE ? "inferred" : "relative";
    if (days.from == RZ_NO_DAY || is_fixed) return;
    const char **because = RZ_NEW_N(arena, const char *, 2);
    int y, m, d, y2, m2, d2;
    rz_day_gregorian(report.from, &y, &m, &d);
    rz_day_gregorian(report.to, &y2, &m2, &d2);
    because[out->n_because++] = rz_format(arena, "report of %04d-%02d-%02d..%04d-%02d-%02d", y, m, d, y2, m2, d2);
    if (direction && t->kind != RZ_TIME_OFFSET) because[out->n_because++] = direction < 0 ? "told as past" : "told as to come";
    out->because = because;
}

uint32_t rz_mention_near(const rz_mentions *mentions, uint32_t token, uint32_t near) {
    uint32_t low = 0, high = mentions->n, from = token > near ? token - near : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->at[middle].first < from) low = middle + 1;
        else high = middle;
    }
    return low;
}
