/* The day of publication as a page's metadata or a feed write it: 2024-05-01T10:00:00+03:30, 1403/02/12 10:00,
 * Tue, 14 Feb 2023 10:00:00 GMT. */
#include "article/lines.h"
#include "base/utf8.h"

#include <ctype.h>
#include <strings.h>

enum { STAMP_PARTS = 6, TEHRAN = 210 };

typedef struct {
    int part[STAMP_PARTS];
    int n;
    bool zoned;
    int zone; /* minutes east of Greenwich */
} stamp;

static int digit_of(uint32_t c) {
    if (c >= '0' && c <= '9') return (int)(c - '0');
    if (c >= 0x06F0 && c <= 0x06F9) return (int)(c - 0x06F0);
    return c >= 0x0660 && c <= 0x0669 ? (int)(c - 0x0660) : -1;
}

/* «+03:30», «+0330», «Z» after the time. */
static void read_zone(stamp *s, const char *p, const char *end) {
    int value = 0, digits = 0, sign = *p == '-' ? -1 : 1;
    s->zoned = true;
    if (*p == '+' || *p == '-')
        for (p++; p < end && digits < 4; p++)
            if (*p >= '0' && *p <= '9') value = value * 10 + (*p - '0'), digits++;
    if (digits <= 2) value *= 100;
    s->zone = sign * (value / 100 * 60 + value % 100);
}

/* Eight digits without a mark: the year, the month and the day. */
static bool is_compact(rz_str in) {
    uint32_t n = 0;
    while (n < in.size && isdigit((unsigned char)in.at[n])) n++;
    return n == 8;
}

static void read_stamp(rz_str in, stamp *s) {
    if (!in.size) return; /* nothing is told, and there may be no bytes at all */
    const char *p = in.at, *end = in.at + in.size;
    int digits = 0;
    bool dotted = false, compact = is_compact(in); /* fractions of a second; no marks between the parts */
    for (uint32_t length; p < end; p += length) {
        uint32_t c = rz_utf8_next(p, end, &length);
        int digit = digit_of(c);
        if (digit < 0) {
            if (s->n > 3 && (c == '+' || c == '-' || c == 'Z' || c == 'z' || c == 'G' || c == 'U')) { /* GMT, UTC */
                read_zone(s, p, end);
                return;
            }
            dotted = c == '.';
            digits = 0;
        } else if (!dotted) {
            if (digits == (s->n == 1 ? 4 : 2) && compact) digits = 0; /* 20240501T1000 */
            if (digits++ == 0 && s->n++ == STAMP_PARTS) s->n = STAMP_PARTS, dotted = true;
            if (!dotted && digits <= 4) s->part[s->n - 1] = s->part[s->n - 1] * 10 + digit;
        }
    }
}

/* Iran kept summer time from 2 Farvardin to 30 Shahrivar until 1401, but in 1385 and 1386. */
static int zone_of_tehran(rz_day day) {
    int year, month, date;
    rz_day_jalali(day, &year, &month, &date);
    bool kept = year >= 1370 && year <= 1401 && year != 1385 && year != 1386;
    bool summer = month <= 6 && !(month == 1 && date == 1) && !(month == 6 && date == 31);
    return TEHRAN + (kept && summer ? 60 : 0);
}

/* «14 Feb 2023», «February 14, 2023»: the month by its English name (RFC 5322); 0: none stands there. */
static int english_month(rz_str in) {
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (uint32_t i = 0; i + 3 <= in.size; i++) {
        if (!isalpha((unsigned char)in.at[i]) || (i > 0 && isalpha((unsigned char)in.at[i - 1]))) continue;
        for (int m = 0; m < 12; m++)
            if (!strncasecmp(in.at + i, months + 3 * m, 3)) return m + 1;
    }
    return 0;
}

/* Day, year, hour, minute, second: brought into the order of the others. */
static void put_month(stamp *s, int month) {
    if (s->n < 2 || s->part[0] > 31) return;
    int day = s->part[0];
    for (int i = s->n < STAMP_PARTS ? s->n++ : STAMP_PARTS - 1; i > 1; i--) s->part[i] = s->part[i - 1];
    s->part[0] = s->part[2];
    s->part[1] = month;
    s->part[2] = day;
}

void rz_metadata_day(rz_str text, rz_day *day, int *minute) {
    stamp s = {.n = 0};
    *day = RZ_NO_DAY;
    *minute = -1;
    read_stamp(text, &s);
    int month = english_month(text);
    if (month) put_month(&s, month);
    if (s.n < 3) return;
    rz_day at = s.part[0] < 1700 ? rz_jalali_day(s.part[0], s.part[1], s.part[2]) : rz_gregorian_day(s.part[0], s.part[1], s.part[2]);
    if (at == RZ_NO_DAY) return;
    *day = at;
    if (s.n < 5 || s.part[3] > 23 || s.part[4] > 59) return;
    int clock = s.part[3] * 60 + s.part[4];
    if (s.zoned) clock += zone_of_tehran(at) - s.zone;
    if (clock < 0) clock += 1440, (*day)--;
    if (clock >= 1440) clock -= 1440, (*day)++;
    *minute = clock;
}
