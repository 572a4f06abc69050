/* Dates in numbers alone: ۱۴۰۲/۱۰/۰۱, 2025-12-17, 26.01.2022, 12/28/2021, «95 . 9 . 6». */
#include "base/utf8.h"
#include "mention/time_pieces.h"

typedef struct {
    int n[3];
    uint32_t digits[3];
    uint32_t end;
} numbers;

/* «26.01.2022», which is one token. */
static bool in_one(const rz_time_finder *f, uint32_t t, numbers *out) {
    const rz_token *token = &f->text->tokens[t];
    if (token->kind != RZ_TOKEN_NUMBER || token->numeric || rz_letters_count(token) > 8) return false;
    int part = 0;
    for (uint32_t i = token->norm_start, length; i < token->norm_end; i += length) {
        uint32_t c = rz_utf8_next(f->text->norm + i, f->text->norm + token->norm_end, &length);
        if (c == '.' ? ++part > 2 : rz_letter_code(c) - 1u > 9) return false;
        if (c != '.') out->n[part] = out->n[part] * 10 + rz_letter_code(c) - 1, out->digits[part]++;
    }
    out->end = t + 1;
    return part == 2;
}

/* «2025-12-17[T11:23:00]»: the day, to which the clock is written on; -1: it is none. */
static int day_before_clock(const rz_time_finder *f, uint32_t t) {
    if (t >= f->text->n_tokens) return -1;
    const rz_token *token = &f->text->tokens[t];
    const char *s = f->text->norm + token->norm_start;
    if (token->norm_end < token->norm_start + 4 || (s[2] != 'T' && s[2] != 't')) return -1;
    for (int i = 0; i < 4; i++)
        if (i != 2 && (s[i] < '0' || s[i] > '9')) return -1;
    return (s[0] - '0') * 10 + s[1] - '0';
}

/* Three numbers with the same sign between them, blanks on both sides of each or on none. */
static bool in_three(const rz_time_finder *f, uint32_t t, numbers *out) {
    char sign = 0;
    for (uint32_t i = 0, p = t; i < 3; i++, p += 2) {
        int n = rz_time_plain_number(f, p), day = i == 2 && n < 0 && sign == '-' ? day_before_clock(f, p) : -1;
        if (day < 0 && (n < 0 || n > 99999)) return false;
        out->n[i] = day < 0 ? n : day;
        out->digits[i] = day < 0 ? rz_time_digits(f, p) : 2;
        out->end = p + 1;
        if (i == 2) return true;
        if (!rz_time_punct(f, p + 1, "/-.") || (sign && f->text->tokens[p + 1].punct != sign)) return false;
        sign = f->text->tokens[p + 1].punct;
    }
    return false;
}

static bool is_year(int n) { return (n >= 1200 && n <= 1500) || (n >= 1900 && n <= 2100) || (n >= 2500 && n <= 2560); }

/* Which of the three is the year: the first or the last; -1: neither. */
static int year_of(const numbers *x) { return x->digits[0] == 4 && is_year(x->n[0]) ? 0 : x->digits[2] == 4 && is_year(x->n[2]) ? 2 : -1; }

/* «95 . 9 . 6», «۰۲/۰۵/۹۵»: a Jalali year of two digits, which no day could be. */
static int short_year_of(numbers *x) {
    int at = x->n[0] > 31 && x->n[0] < 100 ? 0 : x->n[2] > 31 && x->n[2] < 100 ? 2 : -1;
    if (at >= 0 && x->n[2 - at] >= 1 && x->n[2 - at] <= 31 && x->n[1] >= 1 && x->n[1] <= 12) {
        x->n[at] += 1300;
        return at;
    }
    return -1;
}

static int month_days(bool jalali, int month) {
    static const uint8_t gregorian[12] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return !jalali ? gregorian[month - 1] : month <= 6 ? 31 : 30;
}

/* «1402/13/05», «2023-02-30»: said as a date, but there is none such. */
static uint8_t wrong(bool jalali, int month, int day) {
    if (month < 1 || month > 12) return RZ_NO_SUCH_MONTH;
    return day < 1 || day > month_days(jalali, month) ? RZ_NO_SUCH_DAY : RZ_DATE_CAN_BE;
}

/* «یکشنبه, 08/06/2023»: the weekday before it tells which of the two is the month. */
static bool month_comes_first(const rz_time_finder *f, uint32_t t, int year, int month, int day) {
    uint32_t end;
    if (month > 12 || day > 12 || month == day || t <= f->start) return false;
    uint32_t before = t - (t > f->start + 1 && rz_time_punct(f, t - 1, ",-"));
    for (uint32_t p = before; p-- > f->start && before - p <= 2;) { /* «یک شنبه»; not the city, «دوشنبه، 09.06.2021» */
        const rz_time_meaning *w = rz_time_at(f, p, RZ_MEANS_WEEKDAY, &end);
        if (w && end == before && !w->city) return rz_day_weekday(rz_gregorian_day(year, month, day)) != w->number && rz_day_weekday(rz_gregorian_day(year, day, month)) == w->number;
    }
    return false;
}

uint32_t rz_numeric_date_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    numbers x = {0};
    if (!in_one(f, t, &x) && (x = (numbers){0}, !in_three(f, t, &x))) return 0;
    int at = year_of(&x);
    bool shortened = at < 0;
    if (shortened && (at = short_year_of(&x)) < 0) return 0;
    int year = x.n[at], day = x.n[2 - at], month = x.n[1];
    bool jalali = rz_time_is_jalali_year(year);
    if (x.digits[1] > 2 || x.digits[2 - at] > 2) return 0;
    if (!jalali && at == 2 && ((month > 12 && month <= 31 && day <= 12) || month_comes_first(f, t, year, month, day))) { /* 12/28/2021 */
        int other = month;
        month = day;
        day = other;
    }
    uint32_t end = x.end;
    *d = (rz_time_date){.calendar = jalali ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN, .year = (uint16_t)rz_time_jalali_year(year), .imperial = rz_time_jalali_year(year) != year};
    d->calendar = rz_era_after(f, &end, d->calendar);
    d->wrong = d->calendar == RZ_CAL_HIJRI ? (month < 1 || month > 12 ? RZ_NO_SUCH_MONTH : day < 1 || day > 30 ? RZ_NO_SUCH_DAY : RZ_DATE_CAN_BE)
                                           : wrong(d->calendar == RZ_CAL_JALALI, month, day);
    if (d->wrong && shortened) return 0;
    d->month = month >= 1 && month <= 12 ? (uint8_t)month : 1;
    d->day = day >= 1 && day <= 31 ? (uint8_t)day : 1;
    return end;
}
