/* Days and calendars. Gregorian by the usual day count; Jalali by the 33-year rule, which agrees with the astronomical
 * calendar for 1178 to 1501. */
#include <stdio.h>

#include "base/utf8.h"
#include "mention/mention.h"

enum { UNIX_EPOCH = 719468 };     /* days from 0000-03-01 to 1970-01-01, Gregorian */
enum { JALALI_EPOCH = -492268 };  /* 1 Farvardin 1, counted from 1970-01-01 */
enum { FIRST_GREGORIAN = 1700 };  /* a typed year below it is Jalali */

static int floor_div(int a, int b) { return a / b - (a % b < 0); }

static bool gregorian_leap(int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

static int gregorian_month(int y, int m) {
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[m - 1] + (m == 2 && gregorian_leap(y));
}

rz_day rz_gregorian_day(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > gregorian_month(year, month)) return RZ_NO_DAY;
    int y = year - (month <= 2), era = floor_div(y, 400), of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - UNIX_EPOCH;
}

void rz_day_gregorian(rz_day day, int *year, int *month, int *date) {
    int z = day + UNIX_EPOCH, era = floor_div(z, 146097), of_era = z - era * 146097;
    int yoe = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * yoe + yoe / 4 - yoe / 100), m = (5 * of_year + 2) / 153;
    *date = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = yoe + era * 400 + (*month <= 2);
}

const char *rz_day_text(rz_day day, char room[RZ_DAY_ROOM]) {
    int year, month, date;
    rz_day_gregorian(day, &year, &month, &date);
    if (year < 0 || year > 9999) {
        snprintf(room, RZ_DAY_ROOM, "%04d-%02d-%02d", year, month, date);
        return room;
    }
    int parts[] = {year / 100, year % 100, month, date};
    char *to = room;
    for (int i = 0; i < 4; i++) {
        if (i > 1) *to++ = '-';
        *to++ = (char)('0' + parts[i] / 10);
        *to++ = (char)('0' + parts[i] % 10);
    }
    *to = '\0';
    return room;
}

/* Days before 1 Farvardin of the year, from 1 Farvardin 1. */
static int jalali_before(int year) { return 365 * (year - 1) + floor_div(8 * year + 21, 33); }

static bool jalali_leap(int year) { return jalali_before(year + 1) - jalali_before(year) == 366; }

rz_day rz_jalali_day(int year, int month, int day) {
    int length = month <= 6 ? 31 : month <= 11 ? 30 : 29 + jalali_leap(year);
    if (year < 1 || year > 3000 || month < 1 || month > 12 || day < 1 || day > length) return RZ_NO_DAY;
    int of_year = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    return JALALI_EPOCH + jalali_before(year) + of_year + day - 1;
}

void rz_day_jalali(rz_day day, int *year, int *month, int *date) {
    int n = day - JALALI_EPOCH, y = floor_div(n, n < 0 ? 365 : 366) + 1; /* not after the year */
    while (jalali_before(y + 1) <= n) y++;
    int of_year = n - jalali_before(y);
    *year = y;
    *month = of_year < 186 ? of_year / 31 + 1 : (of_year - 186) / 30 + 7;
    *date = of_year < 186 ? of_year % 31 + 1 : (of_year - 186) % 30 + 1;
}

/* 1970-01-01 was a Thursday; Saturday is 0. */
int rz_day_weekday(rz_day day) { return ((day + 5) % 7 + 7) % 7; }

static rz_days month_days(int year, int month, bool jalali) {
    rz_day first = jalali ? rz_jalali_day(year, month, 1) : rz_gregorian_day(year, month, 1);
    int next_year = month == 12 ? year + 1 : year, next = month == 12 ? 1 : month + 1;
    rz_day after = jalali ? rz_jalali_day(next_year, next, 1) : rz_gregorian_day(next_year, next, 1);
    return (rz_days){first, after - 1};
}

/* Up to three numbers parted by one sign each; how many, or 0. */
static int numbers(const char *p, int out[3]) {
    int n = 0;
    bool digit = false;
    for (const char *end = p + strlen(p); p < end;) {
        uint32_t length;
        uint8_t code = rz_letter_code(rz_utf8_next(p, end, &length));
        uint32_t c = (unsigned char)*p;
        p += length;
        if (code >= 1 && code <= 10) {
            if (!digit && n == 3) return 0;
            if (!digit) out[n++] = 0;
            if (out[n - 1] > 9999) return 0;
            out[n - 1] = out[n - 1] * 10 + code - 1;
            digit = true;
        } else if (digit && (c == '-' || c == '/' || c == '.') && p < end) digit = false;
        else return 0;
    }
    return digit ? n : 0;
}

bool rz_parse_days(const char *text, rz_days *out) {
    int part[3] = {0, 0, 0}, n = numbers(text, part);
    if (n == 3 && part[0] < 32 && part[2] > 999) { /* 1/10/1402 */
        int day = part[0];
        part[0] = part[2];
        part[2] = day;
    }
    if (n == 0 || part[0] < 1000 || part[0] > 2500) return false;
    bool jalali = part[0] < FIRST_GREGORIAN;
    if (n > 1 && (part[1] < 1 || part[1] > 12)) return false;
    if (n == 1) *out = (rz_days){month_days(part[0], 1, jalali).from, month_days(part[0], 12, jalali).to};
    else if (n == 2) *out = month_days(part[0], part[1], jalali);
    else out->from = out->to = jalali ? rz_jalali_day(part[0], part[1], part[2]) : rz_gregorian_day(part[0], part[1], part[2]);
    return out->from != RZ_NO_DAY;
}
