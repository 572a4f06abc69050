/* Dates under libFuzzer: each byte is a word, number or sign that times are made of; what is found must hold together.
 * The first two bytes are the day of the report. The bytes as they stand are also read as a day that a user typed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rayzan.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const pieces[] = {
    " ", "\n", " - ", ". ", "، ", " (", ") ", "/", ":", "-", " و ", " تا ", " از ", " در ", "۱", "۹", "۲۰", "۳۰", "۳۱", "۹۸", "۱۴۰۲", "2015", "1399",
    " یکم", " بیست و دوم", " سی", " هزار", " نود", " دو", " صد", "ام", " فروردین", " مهر", " اسفند", " آبان", " می", " مه", " ژوئیه", " December",
    " فوریه", " قوس", " جدی", " رمضان", " صفر", " محرم", " ماه", " سال", " روز", " هفته", " دهه", " قرن", " ساعت", " دقیقه", " سال‌های", " روزهای",
    " گذشته", " آینده", " جاری", " پیش", " قبل", " بعد", " پس از آن", " دیگر", " این", " همین", " امروز", " دیروز", " فردا", " امشب", " پارسال",
    " همان روز", " روز بعد", " دوشنبه", " سه‌شنبه", " جمعه", " شنبه", " شب", " عصر", " صبح", " اواخر", " نیمه", " نیمه دوم", " بهار", " زمستان",
    " برابر با", " میلادی", " شمسی", " قمری", " هر", " روزه", " ساله", " سالگی", " مرد", " ظرف", " حداکثر", " و نیم", " به وقت", " تهران", " مورخ",
    " تاریخ انتشار: ", " خیابان", " امام", " برگزار شد", " برگزار خواهد شد", " می‌رود", " اجلاس سران سازمان همکاری شانگهای", " حسین امیرعبداللهیان وزیر امور خارجه ایران"};
enum { PIECES = sizeof pieces / sizeof *pieces, TEXT = 8192, EPOCH = 10957, SPREAD = 15000 };

static void hold(bool what) {
    if (!what) abort();
}

static bool is_days(rz_days d) { return d.from == RZ_NO_DAY ? d.to == RZ_NO_DAY : d.from <= d.to; }

static void check(const rz_reading *r) {
    hold(is_days(r->published));
    for (uint32_t i = 0; i < r->n_dates; i++) {
        const rz_date *d = &r->dates[i];
        hold(d->span.start < d->span.end && d->span.end <= r->text_size);
        hold(d->extent.start <= d->span.start && d->extent.end >= d->span.end);
        hold(i == 0 || d->span.start >= r->dates[i - 1].span.end);
        hold(is_days(d->days) && d->minute >= -1 && d->minute < 1440);
        hold(d->of == -1 || ((uint32_t)d->of < r->n_dates && (uint32_t)d->of != i));
        hold(d->kind && d->grain && d->basis && d->calendar);
    }
}

static void typed(const uint8_t *bytes, size_t size) {
    char text[64];
    size_t n = size < sizeof text ? size : sizeof text - 1;
    memcpy(text, bytes, n);
    text[n] = 0;
    rz_days days;
    if (!rz_parse_days(text, &days)) return;
    int y, m, d;
    hold(days.from != RZ_NO_DAY && days.from <= days.to);
    rz_day_gregorian(days.from, &y, &m, &d);
    hold(rz_gregorian_day(y, m, d) == days.from);
    rz_day_jalali(days.from, &y, &m, &d);
    hold(rz_jalali_day(y, m, d) == days.from || y < 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static rz_engine *engine;
    static char text[TEXT];
    rz_error error = {0};
    if (!engine) engine = rz_engine_open(NULL, 0, &error);
    hold(engine != NULL);
    typed(bytes, size);
    if (size < 3) return 0;
    rz_day report = EPOCH + (bytes[0] << 8 | bytes[1]) % SPREAD;
    size_t used = 0;
    for (size_t i = 2; i < size && used + 128 < TEXT; i++)
        used += (size_t)snprintf(text + used, TEXT - used, "%s", pieces[bytes[i] % PIECES]);
    rz_input input = {.bytes = text, .size = used, .published = {report, report}};
    if (bytes[1] & 1) input.published.from = input.published.to = RZ_NO_DAY;
    rz_reading *r = rz_read(engine, &input, &error);
    if (r) check(r);
    rz_reading_free(r);
    return 0;
}
