/* Days and calendars: every day of the Jalali years 1178 to 1501 there and back, against ICU's Persian calendar where ICU is
 * installed when this is built. ICU 72 keeps the 33-year rule; later versions add exceptions after 1501 only. Whatever
 * differs is told before the test fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#ifdef HAVE_ICU
#include <unicode/ucal.h>
#endif

#include "rayzan.h"

enum { FIRST_YEAR = 1178, LAST_YEAR = 1501, SHOWN = 10 };

static bool leap(int year) {
    static const int of_33[] = {1, 5, 9, 13, 17, 22, 26, 30};
    for (size_t i = 0; i < sizeof of_33 / sizeof *of_33; i++)
        if (year % 33 == of_33[i]) return true;
    return false;
}

static int month_length(int year, int month) { return month <= 6 ? 31 : month <= 11 ? 30 : 29 + leap(year); }

/* ---- days known from elsewhere ---- */

typedef struct {
    int gregorian[3], jalali[3], weekday;
} same_day;

static void known_days(void **state) {
    (void)state;
    static const same_day days[] = {
        {{1970, 1, 1}, {1348, 10, 11}, 5},   {{1979, 2, 11}, {1357, 11, 22}, 1}, {{2021, 3, 20}, {1399, 12, 30}, 0},
        {{2021, 9, 17}, {1400, 6, 26}, 6},   {{2021, 10, 6}, {1400, 7, 14}, 4},  {{2022, 1, 20}, {1400, 10, 30}, 5},
        {{2022, 3, 7}, {1400, 12, 16}, 2},   {{2022, 3, 15}, {1400, 12, 24}, 3}, {{2023, 12, 22}, {1402, 10, 1}, 6},
        {{2024, 2, 29}, {1402, 12, 10}, 5},  {{2024, 3, 20}, {1403, 1, 1}, 4},   {{2025, 3, 20}, {1403, 12, 30}, 5},
        {{2025, 3, 21}, {1404, 1, 1}, 6},    {{2025, 7, 29}, {1404, 5, 7}, 3},   {{2025, 12, 17}, {1404, 9, 26}, 4},
        {{1921, 3, 21}, {1300, 1, 1}, 2},    {{2030, 3, 21}, {1409, 1, 1}, 5},   {{1799, 3, 21}, {1178, 1, 1}, 5},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const same_day *d = &days[i];
        rz_day day = rz_gregorian_day(d->gregorian[0], d->gregorian[1], d->gregorian[2]);
        assert_int_equal(rz_jalali_day(d->jalali[0], d->jalali[1], d->jalali[2]), day);
        assert_int_equal(rz_day_weekday(day), d->weekday);
    }
    assert_int_equal(rz_gregorian_day(1970, 1, 1), 0);
}

/* ---- there and back ---- */

static void every_jalali_day(void **state) {
    (void)state;
    rz_day expected = rz_jalali_day(FIRST_YEAR, 1, 1);
    int weekday = rz_day_weekday(expected);
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
        for (int month = 1; month <= 12; month++)
            for (int date = 1; date <= month_length(year, month); date++, expected++, weekday = (weekday + 1) % 7) {
                int y, m, d;
                assert_int_equal(rz_jalali_day(year, month, date), expected);
                rz_day_jalali(expected, &y, &m, &d);
                if (y != year || m != month || d != date) fail_msg("%d-%d-%d comes back as %d-%d-%d", year, month, date, y, m, d);
                rz_day_gregorian(expected, &y, &m, &d);
                assert_int_equal(rz_gregorian_day(y, m, d), expected);
                assert_int_equal(rz_day_weekday(expected), weekday);
            }
}

static void gregorian_days_follow(void **state) {
    (void)state;
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    rz_day expected = rz_gregorian_day(1, 1, 1);
    for (int year = 1; year <= 2500; year++)
        for (int month = 1; month <= 12; month++) {
            bool february_29 = month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
            for (int date = 1; date <= days[month - 1] + february_29; date++, expected++) {
                int y, m, d;
                if (rz_gregorian_day(year, month, date) != expected) fail_msg("%d-%d-%d is not the day after", year, month, date);
                rz_day_gregorian(expected, &y, &m, &d);
                if (y != year || m != month || d != date) fail_msg("%d-%d-%d comes back as %d-%d-%d", year, month, date, y, m, d);
            }
        }
}

/* ---- ICU ---- */

#ifdef HAVE_ICU
static unsigned differences(UCalendar *persian) {
    unsigned differ = 0;
    rz_day last = rz_jalali_day(LAST_YEAR, 12, month_length(LAST_YEAR, 12));
    for (rz_day day = rz_jalali_day(FIRST_YEAR, 1, 1); day <= last; day++) {
        UErrorCode status = U_ZERO_ERROR;
        int y, m, d;
        ucal_setMillis(persian, day * 86400000.0, &status);
        int iy = ucal_get(persian, UCAL_EXTENDED_YEAR, &status), im = ucal_get(persian, UCAL_MONTH, &status) + 1;
        int id = ucal_get(persian, UCAL_DATE, &status), weekday = ucal_get(persian, UCAL_DAY_OF_WEEK, &status) % 7;
        assert_true(U_SUCCESS(status));
        rz_day_jalali(day, &y, &m, &d);
        if (y == iy && m == im && d == id && rz_day_weekday(day) == weekday) continue;
        if (differ++ < SHOWN) printf("  day %d: %d-%02d-%02d (weekday %d), by ICU %d-%02d-%02d (%d)\n", day, y, m, d, rz_day_weekday(day), iy, im, id, weekday);
    }
    return differ;
}

static void icu_agrees(void **state) {
    (void)state;
    static const UChar zone[] = u"Etc/GMT";
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *persian = ucal_open(zone, -1, "fa_IR@calendar=persian", UCAL_DEFAULT, &status);
    assert_true(U_SUCCESS(status));
    unsigned differ = differences(persian);
    ucal_close(persian);
    printf("  ICU %s: %u of the days of %d to %d differ\n", U_ICU_VERSION, differ, FIRST_YEAR, LAST_YEAR);
    assert_int_equal(differ, 0);
}
#else
static void icu_agrees(void **state) {
    (void)state;
    printf("  built without ICU: not compared\n");
    skip();
}
#endif

/* ---- lunar Hijri ---- */

static void hijri_days_follow(void **state) {
    (void)state;
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(NULL, 0, &error);
    assert_non_null(engine);
    rz_calendar_day before, day;
    rz_day first = rz_gregorian_day(1848, 11, 28), last = rz_gregorian_day(2060, 1, 1); /* the table ends on the way */
    rz_calendar_of(engine, first - 1, &before);
    unsigned tolerant = 0;
    for (rz_day d = first; d <= last; d++, before = day) {
        rz_calendar_of(engine, d, &day);
        bool next = day.hijri[0] == before.hijri[0] && day.hijri[1] == before.hijri[1] && day.hijri[2] == before.hijri[2] + 1;
        bool month = day.hijri[2] == 1 && before.hijri[2] >= 29 - before.hijri_tolerance && day.hijri[1] == before.hijri[1] % 12 + 1;
        bool table_begins_or_ends = day.hijri_tolerance != before.hijri_tolerance;
        if (!next && !month && !table_begins_or_ends) fail_msg("%d-%d-%d is followed by %d-%d-%d", before.hijri[0], before.hijri[1], before.hijri[2], day.hijri[0], day.hijri[1], day.hijri[2]);
        tolerant += day.hijri_tolerance;
    }
    assert_true(tolerant > 0);
    rz_calendar_of(engine, rz_gregorian_day(2024, 3, 12), &day); /* a day later than by Umm al-Qura */
    assert_int_equal(day.hijri[0] * 10000 + day.hijri[1] * 100 + day.hijri[2], 14450901);
    assert_int_equal(day.hijri_tolerance, 0);
    rz_calendar_of(engine, rz_gregorian_day(1848, 11, 28), &day);
    assert_int_equal(day.hijri[0] * 10000 + day.hijri[1] * 100 + day.hijri[2], 12650101);
    rz_engine_close(engine);
}

/* ---- days as people write them ---- */

static void days_are_read_in_any_form(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int day[3]; /* Gregorian; 0: none */
    } forms[] = {
        {"1402-01-15", {2023, 4, 4}},        {"۱۵ فروردین ۱۴۰۲", {2023, 4, 4}},      {"2023-04-04", {2023, 4, 4}},      {"۴ آوریل ۲۰۲۳", {2023, 4, 4}},
        {"13 رمضان 1444", {2023, 4, 4}},     {"1444/09/13 قمری", {2023, 4, 4}},      {"۱۵ حمل ۱۴۰۲", {2023, 4, 4}},     {"۱۵ فروردین ۲۵۳۵", {1976, 4, 4}},
        {"2535/01/15", {1976, 4, 4}},        {"سه‌شنبه ۱۵ فروردین ۱۴۰۲", {2023, 4, 4}}, {"4 April 2023", {2023, 4, 4}},    {" 04.04.2023 ", {2023, 4, 4}},
        {"چهارشنبه ۱۵ فروردین ۱۴۰۲", {0, 0, 0}}, {"۳۱ مهر ۱۴۰۲", {0, 0, 0}},          {"2023-02-30", {0, 0, 0}},         {"1402-13-01", {0, 0, 0}},
        {"۱۵ فروردین", {0, 0, 0}},           {"فروردین ۱۴۰۲", {0, 0, 0}},            {"امروز", {0, 0, 0}},              {"", {0, 0, 0}},
        {"۱۵ فروردین ۱۴۰۲ و", {0, 0, 0}},    {"۱۲ مهر ۱۴۰۲۳", {0, 0, 0}},            {"1402", {0, 0, 0}},               {"۹ و ۱۰ مهر ۱۴۰۲", {0, 0, 0}}};
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(NULL, 0, &error);
    rz_dater *dater = rz_dater_open(engine, &error);
    assert_non_null(dater);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        rz_day want = forms[i].day[0] ? rz_gregorian_day(forms[i].day[0], forms[i].day[1], forms[i].day[2]) : RZ_NO_DAY;
        rz_day got = rz_day_parse(dater, forms[i].text, strlen(forms[i].text), &error);
        if (got != want) fail_msg("“%s” is read as %d, not %d", forms[i].text, got, want);
        if (got == RZ_NO_DAY) assert_int_equal(error.code, RZ_BAD_ARGUMENT);
    }
    rz_dater_close(dater);
    rz_engine_close(engine);
}

/* ---- what does not exist ---- */

static void impossible_dates_are_refused(void **state) {
    (void)state;
    static const int jalali[][3] = {{1402, 0, 1},  {1402, 13, 1},  {1402, 1, 0},   {1402, 1, 32}, {1402, 7, 31},
                                    {1402, 11, 31}, {1402, 12, 30}, {1403, 12, 31}, {0, 1, 1},     {1402, -1, 1}, {1402, 1, -1}};
    for (size_t i = 0; i < sizeof jalali / sizeof *jalali; i++)
        assert_int_equal(rz_jalali_day(jalali[i][0], jalali[i][1], jalali[i][2]), RZ_NO_DAY);
    static const int gregorian[][3] = {{2023, 2, 29}, {2024, 2, 30}, {1900, 2, 29}, {2100, 2, 29}, {2023, 4, 31}, {2023, 13, 1},
                                       {2023, 0, 1},  {2023, 1, 0},  {2023, 1, 32}, {0, 1, 1},     {2023, -1, 1}, {10000, 1, 1}};
    for (size_t i = 0; i < sizeof gregorian / sizeof *gregorian; i++)
        assert_int_equal(rz_gregorian_day(gregorian[i][0], gregorian[i][1], gregorian[i][2]), RZ_NO_DAY);
    assert_int_not_equal(rz_gregorian_day(2000, 2, 29), RZ_NO_DAY);
    assert_int_not_equal(rz_jalali_day(1403, 12, 30), RZ_NO_DAY);
}

/* Days far off are nobody's news, but must not hang or trap. */
static void far_days_are_harmless(void **state) {
    (void)state;
    static const rz_day days[] = {-2000000, -719162, -1, 0, 2932896, 20000000};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        int y, m, d, weekday = rz_day_weekday(days[i]);
        rz_day_gregorian(days[i], &y, &m, &d);
        assert_true(m >= 1 && m <= 12 && d >= 1 && d <= 31);
        rz_day_jalali(days[i], &y, &m, &d);
        assert_true(m >= 1 && m <= 12 && d >= 1 && d <= 31);
        assert_true(weekday >= 0 && weekday <= 6);
    }
}

/* ---- as a user types them ---- */

typedef struct {
    const char *typed;
    int from[3], to[3]; /* Gregorian */
} typed_days;

static void typed_forms(void **state) {
    (void)state;
    static const typed_days forms[] = {
        {"1402-10-01", {2023, 12, 22}, {2023, 12, 22}}, {"1402/10/1", {2023, 12, 22}, {2023, 12, 22}},
        {"۱۴۰۲/۱۰/۰۱", {2023, 12, 22}, {2023, 12, 22}}, {"١٤٠٢/١٠/٠١", {2023, 12, 22}, {2023, 12, 22}},
        {"2023-12-22", {2023, 12, 22}, {2023, 12, 22}}, {"2023.12.22", {2023, 12, 22}, {2023, 12, 22}},
        {"22/12/2023", {2023, 12, 22}, {2023, 12, 22}}, {"۱/۱۰/۱۴۰۲", {2023, 12, 22}, {2023, 12, 22}},
        {"1402-10", {2023, 12, 22}, {2024, 1, 20}},     {"۱۴۰۲-۱۲", {2024, 2, 20}, {2024, 3, 19}},
        {"1403-12", {2025, 2, 19}, {2025, 3, 20}},      {"2024-02", {2024, 2, 1}, {2024, 2, 29}},
        {"2023-12", {2023, 12, 1}, {2023, 12, 31}},     {"1402", {2023, 3, 21}, {2024, 3, 19}},
        {"1403", {2024, 3, 20}, {2025, 3, 20}},         {"۲۰۲۳", {2023, 1, 1}, {2023, 12, 31}},
        {"1699-01-01", {2320, 3, 21}, {2320, 3, 21}},   {"1700-01-01", {1700, 1, 1}, {1700, 1, 1}},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const typed_days *f = &forms[i];
        rz_days out = {RZ_NO_DAY, RZ_NO_DAY};
        bool ok = rz_parse_days(f->typed, &out) && out.from == rz_gregorian_day(f->from[0], f->from[1], f->from[2]) &&
                  out.to == rz_gregorian_day(f->to[0], f->to[1], f->to[2]);
        if (!ok) fail_msg("%s is read as %d..%d", f->typed, out.from, out.to);
    }
}

static void junk_is_no_day(void **state) {
    (void)state;
    static const char *const junk[] = {"", " ", "-", "1402-", "-1402", "1402--10", "1402-10-01-", "1402-10-01-02", "1402-13", "1402-0", "1402-10-32",
                                       "1402-12-30", "2023-02-29", "2023-04-31", "12", "999", "99999", "1402 10 01", "1402-10-01x", "yesterday",
                                       "دیروز", "۱۴۰۲/دی", "1402:10:01", "\xd8", "1402-10-\xdb", "0x7e7", "1e3", "0000-01-01", "9999-99-99"};
    for (size_t i = 0; i < sizeof junk / sizeof *junk; i++) {
        rz_days out;
        if (rz_parse_days(junk[i], &out)) fail_msg("“%s” is taken for a day", junk[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),    cmocka_unit_test(every_jalali_day),
        cmocka_unit_test(gregorian_days_follow), cmocka_unit_test(icu_agrees),
        cmocka_unit_test(hijri_days_follow), cmocka_unit_test(days_are_read_in_any_form),
        cmocka_unit_test(impossible_dates_are_refused), cmocka_unit_test(far_days_are_harmless),
        cmocka_unit_test(typed_forms),   cmocka_unit_test(junk_is_no_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
