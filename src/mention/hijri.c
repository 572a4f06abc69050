#include "mention/hijri.h"

enum { CIVIL_EPOCH = -492148 }; /* 1 Muharram 1, counted from 1970-01-01 */

static rz_day civil(int year, int month) {
    return CIVIL_EPOCH + 354 * (year - 1) + (11 * year + 3) / 30 + 29 * (month - 1) + month / 2;
}

static int digits(const char *p, uint32_t n) {
    int value = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9') return -1;
        value = value * 10 + p[i] - '0';
    }
    return value;
}

/* The month's entry in the list of its year's first days, "2022-07-30 2022-08-29 - …"; RZ_NO_DAY where there is none. */
static rz_day listed(const rz_data *data, int year, int month) {
    char id[] = "hijri-0000"; /* the table begins and ends with years of four digits */
    if (year < 1000) return RZ_NO_DAY;
    for (int i = 9, rest = year; i > 5; i--, rest /= 10) id[i] = (char)('0' + rest % 10);
    rz_row row = rz_row_find(data, RZ_TIME, (rz_str){id, sizeof id - 1});
    if (row == RZ_NONE) return RZ_NO_DAY;
    rz_str all = rz_row_get(data, row, "first");
    const char *p = all.at, *end = all.at + all.size;
    for (; p < end && month > 1; p++) month -= *p == ' ';
    if (end - p < 10) return RZ_NO_DAY;
    return rz_gregorian_day(digits(p, 4), digits(p + 5, 2), digits(p + 8, 2));
}

rz_days rz_hijri_month(const rz_data *data, int year, int month, bool *sure) {
    *sure = false;
    if (year < 1 || year > 1600 || month < 1 || month > 12) return (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    int next_year = month == 12 ? year + 1 : year, next = month == 12 ? 1 : month + 1;
    rz_day from = listed(data, year, month), after = listed(data, next_year, next), reckoned = civil(year, month), length = civil(next_year, next) - reckoned;
    *sure = from != RZ_NO_DAY; /* of the last month of the table, how long it was is reckoned */
    if (!*sure) return (rz_days){reckoned, reckoned + length - 1};
    return (rz_days){from, (after != RZ_NO_DAY ? after : from + length) - 1};
}

int rz_hijri_year(rz_day day) {
    int year = (int)(((int64_t)day - CIVIL_EPOCH) * 30 / 10631) + 1;
    while (civil(year, 1) > day) year--;
    while (civil(year + 1, 1) <= day) year++;
    return year;
}

void rz_day_hijri(const rz_data *data, rz_day day, int *year, int *month, int *date, bool *sure) {
    int y = rz_hijri_year(day);
    *year = *month = *date = 0;
    for (int n = y * 12 - 2; n <= y * 12 + 13; n++) { /* observed months may begin before or after those of the reckoning */
        rz_days days = rz_hijri_month(data, n / 12, n % 12 + 1, sure);
        if (days.from == RZ_NO_DAY || day < days.from || day > days.to) continue;
        *year = n / 12;
        *month = n % 12 + 1;
        *date = day - days.from + 1;
        return;
    }
    *sure = false;
}
