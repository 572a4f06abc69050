/* Dates under libFuzzer: each byte is a word, number or sign that times are made of; what is found must hold together, in an article and
 * by `rayzan dates`. The first two bytes are the day of the report. The bytes as they stand are also read as a day that a user typed, as a
 * day in any form, and as a text. */
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
    " تاریخ انتشار: ", " خیابان", " امام", " اولین", " هفتادونهمین", " فصل", " یا", "نیم", " و نیم", " تاکنون", " همان", " آخرین", " پایان", " میلادی", " قبل از میلاد", "ه.ش", " ق", " PM", "24:00", "25:70", " 12 . 3 . 2016",
    " هزارونهصدونود", " 2535", " 14023", " ۴۵", " دهه‌های", " یک بار", " هفته‌ای", " شامگاه", " روز عاشورا", " نوروز", " به وقت نیویورک", " [", "]", " «", "»", " Kabul", " Tuesday",
    " برگزار شد", " برگزار خواهد شد", " می‌رود", " اجلاس سران سازمان همکاری شانگهای", " حسین امیرعبداللهیان وزیر امور خارجه ایران"};
enum { PIECES = sizeof pieces / sizeof *pieces, TEXT = 8192, EPOCH = 10957, SPREAD = 15000 };

static void hold(bool what) {
    if (!what) abort();
}

static bool is_days(rz_days d) { return d.from == RZ_NO_DAY ? d.to == RZ_NO_DAY : d.from <= d.to; }

static void check_dates(const rz_date *dates, uint32_t n, size_t size) {
    for (uint32_t i = 0; i < n; i++) {
        const rz_date *d = &dates[i];
        hold(d->span.start < d->span.end && d->span.end <= size);
        hold(d->extent.start <= d->span.start && d->extent.end >= d->span.end);
        hold(i == 0 || d->span.start >= dates[i - 1].span.end);
        hold(is_days(d->days) && d->minute >= -1 && d->minute <= 1440 && d->minute_to >= -1 && d->minute_to <= 1440 && d->second >= -1 && d->second < 60);
        hold(d->zone == RZ_NO_ZONE || (d->zone > -900 && d->zone < 900));
        hold(d->of == -1 || ((uint32_t)d->of < n && (uint32_t)d->of != i));
        hold(d->kind && d->grain && d->basis && d->calendar);
        hold(!d->impossible || d->days.from == RZ_NO_DAY);
    }
}

static void check(const rz_reading *r) {
    hold(is_days(r->published));
    check_dates(r->dates, r->n_dates, r->text_size);
}

/* As the filter does. */
static void filtered(rz_dater *dater, const char *text, size_t size, rz_days published) {
    rz_error error = {0};
    size_t written = 0;
    const rz_dates *found = rz_dates_find(dater, text, size, published, &error);
    hold(found != NULL && is_days(found->published));
    check_dates(found->dates, found->n_dates, size);
    const char *json = rz_dates_json(dater, found, &written);
    hold(json != NULL && written > 2 && json[0] == '{' && json[written - 1] == '}' && !memchr(json, '\n', written));
}

/* A day in any form is one that all calendars agree on. */
static void any_form(const rz_engine *engine, rz_dater *dater, const char *text, size_t size) {
    rz_error error = {0};
    rz_calendar_day all;
    rz_day day = rz_day_parse(dater, text, size, &error);
    if (day == RZ_NO_DAY) return;
    rz_calendar_of(engine, day, &all);
    hold(rz_gregorian_day(all.gregorian[0], all.gregorian[1], all.gregorian[2]) == day);
    hold(all.jalali[0] < 1 || rz_jalali_day(all.jalali[0], all.jalali[1], all.jalali[2]) == day);
    char *json = rz_calendar_json(&all);
    hold(json != NULL);
    rz_free(json);
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
    static rz_dater *dater;
    static char text[TEXT];
    rz_error error = {0};
    if (!engine) engine = rz_engine_open(NULL, 0, &error);
    if (!dater) dater = rz_dater_open(engine, &error);
    hold(engine != NULL && dater != NULL);
    filtered(dater, (const char *)bytes, size, (rz_days){RZ_NO_DAY, RZ_NO_DAY});
    any_form(engine, dater, (const char *)bytes, size);
    typed(bytes, size);
    if (size < 3) return 0;
    rz_day report = EPOCH + (bytes[0] << 8 | bytes[1]) % SPREAD;
    size_t used = 0;
    for (size_t i = 2; i < size && used + 128 < TEXT; i++)
        used += (size_t)snprintf(text + used, TEXT - used, "%s", pieces[bytes[i] % PIECES]);
    rz_input input = {.bytes = text, .size = used, .published = {report, report}};
    if (bytes[1] & 1) input.published.from = input.published.to = RZ_NO_DAY;
    filtered(dater, text, used, input.published);
    any_form(engine, dater, text, used < 80 ? used : 80);
    rz_reading *r = rz_read(engine, &input, &error);
    if (r) check(r);
    rz_reading_free(r);
    return 0;
}
