/* The page's own day: where the text states it, and what the metadata say. */
#include "article/lines.h"
#include "base/utf8.h"
#include "mention/time.h"

enum { STAMP_PARTS = 6, TEHRAN = 210, HEAD_WORDS = 16 };

/* ---- metadata ---- */

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
    if (*p != 'Z' && *p != 'z')
        for (p++; p < end && digits < 4; p++)
            if (*p >= '0' && *p <= '9') value = value * 10 + (*p - '0'), digits++;
    if (digits <= 2) value *= 100;
    s->zone = sign * (value / 100 * 60 + value % 100);
}

static void read_stamp(rz_str in, stamp *s) {
    const char *p = in.at, *end = in.at + in.size;
    int digits = 0;
    bool dotted = false; /* fractions of a second */
    for (uint32_t length; p < end; p += length) {
        uint32_t c = rz_utf8_next(p, end, &length);
        int digit = digit_of(c);
        if (digit < 0) {
            if (s->n > 3 && (c == '+' || c == '-' || c == 'Z' || c == 'z')) {
                read_zone(s, p, end);
                return;
            }
            dotted = c == '.';
            digits = 0;
        } else if (!dotted) {
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

void rz_metadata_day(rz_str text, rz_day *day, int *minute) {
    stamp s = {.n = 0};
    *day = RZ_NO_DAY;
    *minute = -1;
    read_stamp(text, &s);
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

/* ---- what the text states ---- */

static bool is_full_day(const rz_time_mention *t) {
    return t->kind == RZ_TIME_DATE && t->date.day && t->date.month && t->date.year && !t->date.last_day && !t->date.last_month;
}

/* The first whole date from token `first` on, before `last`, else the first day of any kind but one told from the report. */
static uint32_t mention_in(const rz_articles *a, uint32_t first, uint32_t last) {
    const rz_mentions *m = a->mentions;
    uint32_t low = 0, high = m->n_times;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->times[middle].first < first) low = middle + 1;
        else high = middle;
    }
    uint32_t found = RZ_NONE;
    for (; low < m->n_times && m->times[low].first < last; low++) {
        const rz_time_mention *t = &m->times[low];
        if (is_full_day(t)) return low;
        bool day = (t->kind == RZ_TIME_DATE && t->date.day) || t->kind == RZ_TIME_WEEKDAY;
        if (found == RZ_NONE && day && t->of == RZ_NONE) found = low;
    }
    return found;
}

static uint32_t after_mark(const rz_articles *a, const rz_line *line, rz_chrome_key key) {
    for (uint32_t t = line->first; t < line->last && t < line->first + HEAD_WORDS; t++) {
        uint32_t end = rz_chrome_at(a, t, key);
        if (end) return end;
    }
    return 0;
}

/* «تاریخ انتشار: …», above the report or below it. */
static uint32_t published_line(const rz_articles *a) {
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        if ((i >= a->begin && i < a->end) || line->role == RZ_LINE_TITLE || line->words > HEAD_WORDS) continue;
        uint32_t end = after_mark(a, line, RZ_C_PUBLISHED);
        uint32_t time = end ? mention_in(a, end, line->last) : RZ_NONE;
        if (time != RZ_NONE) return time;
    }
    return RZ_NONE;
}

/* «کد خبر: ۱۲۳ - سه‌شنبه ۲۶ فروردین ۱۴۰۴، ۰۹:۱۲ - سیاست خارجی»: the page's own line, a whole day amid what else it says. */
static bool numbers_with_day(const rz_articles *a, const rz_line *line) {
    uint32_t time = line->words <= HEAD_WORDS && rz_chrome_at(a, line->first, RZ_C_PREFIX) ? mention_in(a, line->first, line->last) : RZ_NONE;
    return time != RZ_NONE && is_full_day(&a->mentions->times[time]);
}

/* A line above the report that is mostly a day, or the day in its label. */
static uint32_t date_line(const rz_articles *a) {
    for (uint32_t i = 0; i < a->begin && i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        if (line->role == RZ_LINE_TITLE || after_mark(a, line, RZ_C_TODAY)) continue;
        if (line->timed * 2 < line->words && !numbers_with_day(a, line)) continue;
        uint32_t time = mention_in(a, line->first, line->last);
        if (time != RZ_NONE) return time;
    }
    if (a->begin >= a->end) return RZ_NONE;
    return mention_in(a, a->lines[a->begin].first, a->body_first);
}

/* What the markup calls a time, inside the article. */
static uint32_t time_block(const rz_articles *a) {
    for (uint32_t i = 0; i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        const rz_block *block = &a->incoming->blocks[line->block];
        if (block->kind != RZ_BLOCK_TIME || i > a->end) continue;
        uint32_t time = mention_in(a, line->first, line->last);
        if (time != RZ_NONE) return time;
    }
    return RZ_NONE;
}

/* «امروز: جمعه ۰۲ آذر ۱۴۰۳» in a masthead is the day of the crawl: the report is not later. */
static rz_day crawl_day(const rz_articles *a) {
    for (uint32_t i = 0; i < a->begin && i < a->n_lines; i++) {
        uint32_t mark = after_mark(a, &a->lines[i], RZ_C_TODAY);
        if (!mark || a->lines[i].role == RZ_LINE_TITLE) continue;
        uint32_t found = mention_in(a, a->lines[i].first, a->lines[i].last);
        if (found == RZ_NONE || !is_full_day(&a->mentions->times[found])) continue;
        const rz_time_date *d = &a->mentions->times[found].date;
        if (d->calendar == RZ_CAL_GREGORIAN) return rz_gregorian_day(d->year, d->month, d->day);
        if (d->calendar == RZ_CAL_JALALI) return rz_jalali_day(d->year, d->month, d->day);
    }
    return RZ_NO_DAY;
}

void rz_find_day(rz_articles *a) {
    rz_metadata_day(a->incoming->meta_published, &a->out->metadata_day, &a->out->metadata_minute);
    a->out->crawl_day = crawl_day(a);
    a->out->stated_time = published_line(a);
    if (a->out->stated_time == RZ_NONE) a->out->stated_time = date_line(a);
    if (a->out->stated_time == RZ_NONE) a->out->stated_time = time_block(a);
}
