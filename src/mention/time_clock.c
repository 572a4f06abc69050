/* Clock times. */
#include "mention/time_pieces.h"

typedef struct {
    int hour, minute, second; /* -1: not said */
} clock;

static int digits_at(const rz_time_finder *f, uint32_t t, int most, bool two) {
    int n = rz_time_plain_number(f, t);
    if (n < 0 || n > most) return -1;
    uint32_t length = rz_time_digits(f, t);
    return length > 2 || (two && length < 2) ? -1 : n;
}

/* «۵۶ : ۱۹ - ۲۲ شهریور»: minutes first, as a page writes them that is set from right to left. */
static uint32_t turned_about(const rz_time_finder *f, uint32_t t, clock *c) {
    c->minute = digits_at(f, t, 59, true);
    c->hour = c->minute < 24 || !rz_time_punct(f, t + 1, ":^") ? -1 : digits_at(f, t + 2, 23, true);
    c->second = -1;
    bool spaced = c->hour >= 0 && f->text->tokens[t + 1].space_before && f->text->tokens[t + 2].space_before;
    return spaced && rz_time_punct(f, t + 3, "-") ? t + 3 : 0;
}

/* ۹:۳۱, 11:41:35, 4 : 45 */
static uint32_t in_signs(const rz_time_finder *f, uint32_t t, clock *c) {
    c->hour = digits_at(f, t, 23, false);
    if (c->hour < 0) return turned_about(f, t, c);
    if (!rz_time_punct(f, t + 1, ":^")) return 0;
    c->minute = digits_at(f, t + 2, 59, true);
    if (c->minute < 0 || f->text->tokens[t + 2].space_before != f->text->tokens[t + 1].space_before) return 0;
    c->second = rz_time_punct(f, t + 3, ":^") ? digits_at(f, t + 4, 59, true) : -1;
    return c->second >= 0 ? t + 5 : t + 3;
}

/* پنج و نیم, ۱۴ و ۳۰ دقیقه, ۱۸ و ۱۵ دقیقه و ۵۹ ثانیه, ۱۰ */
static uint32_t in_words(const rz_time_finder *f, uint32_t t, clock *c) {
    uint32_t end, p, last;
    bool ordinal;
    c->hour = rz_time_number(f, t, &end, &ordinal);
    if (c->hour < 0 || c->hour > 24 || ordinal) return 0;
    if (rz_time_with_half(f, t, end)) return c->minute = 30, end;
    const rz_time_meaning *m = rz_time_word_at(f, end, RZ_W_CLOCK_ADD, &last);
    if (m && !m->leading) {
        c->minute = m->value;
        return last;
    }
    p = end;
    if (!rz_time_skip(f, &p, RZ_W_AND)) return end;
    int minute = rz_time_number(f, p, &last, NULL);
    const rz_time_meaning *unit = minute >= 0 && minute < 60 ? rz_time_word_at(f, last, RZ_W_UNIT, &last) : NULL;
    if (!unit || unit->unit != RZ_UNIT_MINUTE) return end;
    c->minute = minute;
    p = last;
    int second = rz_time_skip(f, &p, RZ_W_AND) ? rz_time_number(f, p, &end, NULL) : -1;
    unit = second >= 0 && second < 60 ? rz_time_word_at(f, end, RZ_W_UNIT, &end) : NULL;
    if (!unit || unit->unit != RZ_UNIT_SECOND) return last;
    c->second = second;
    return end;
}

/* «یک ربع به شش», «پنج دقیقه به هشت» */
static uint32_t before_hour(const rz_time_finder *f, uint32_t t, clock *c) {
    uint32_t p, end, last;
    bool ordinal;
    int minutes = 15;
    const rz_time_meaning *quarter = rz_time_word_at(f, t, RZ_W_CLOCK_ADD, &p);
    if (!quarter || !quarter->leading) {
        minutes = rz_time_number(f, t, &p, &ordinal);
        const rz_time_meaning *unit = minutes > 0 && minutes < 60 ? rz_time_word_at(f, p, RZ_W_UNIT, &p) : NULL;
        if (!unit || unit->unit != RZ_UNIT_MINUTE || !rz_time_word_at(f, p, RZ_W_TO, &p)) return 0;
    }
    rz_time_skip(f, &p, RZ_W_CLOCK);
    int hour = rz_time_number(f, p, &end, &ordinal);
    if (hour < 1 || hour > 24 || ordinal || rz_time_word_at(f, end, RZ_W_COUNTED, &last)) return 0;
    c->hour = hour - 1;
    c->minute = 60 - minutes;
    return end;
}

/* «ساعت ۵ روز جمعه» is a time, «ساعت ۵ روز» is none. */
static bool is_counted(const rz_time_finder *f, uint32_t p) {
    uint32_t last, q;
    rz_time_date d;
    if (!rz_time_word_at(f, p, RZ_W_COUNTED, &last)) return false;
    q = last;
    return !rz_time_skip(f, &p, RZ_W_DATE) || (!rz_time_at(f, p, RZ_MEANS_WEEKDAY, &q) && !rz_date_at(f, p, &d));
}

/* «ده و بیست دقیقه»: minutes are said, and no unit of the hours. */
static bool in_minutes(const rz_time_finder *f, uint32_t t, uint32_t end, const clock *c) {
    uint32_t last, first;
    if (c->minute < 0 || end < t + 4) return false;
    rz_time_number(f, t, &first, NULL);
    const rz_time_meaning *unit = rz_time_word_at(f, end - 1, RZ_W_UNIT, &last);
    return unit && unit->unit == RZ_UNIT_MINUTE && rz_time_word_at(f, first, RZ_W_AND, &last);
}

/* A point in time. Without ساعت before it, an hour in words or alone needs a part of the day behind it: «۵ عصر». */
static uint32_t point(const rz_time_finder *f, uint32_t t, bool said, clock *c) {
    uint32_t last;
    *c = (clock){-1, -1, -1};
    uint32_t end = in_signs(f, t, c);
    if (end || (*c = (clock){-1, -1, -1}, end = before_hour(f, t, c))) return end;
    *c = (clock){-1, -1, -1};
    end = in_words(f, t, c);
    if (!end || is_counted(f, end)) return 0;
    if (said || (f->wide && in_minutes(f, t, end, c))) return end;
    const rz_time_meaning *part = c->hour <= 12 ? rz_time_word_at(f, end, RZ_W_PART, &last) : NULL;
    return part && (!part->plural || c->minute >= 0) ? end : 0; /* «۳ شب» are three nights */
}

/* «PM», «ب . ظ» */
static const rz_time_meaning *half_day_at(const rz_time_finder *f, uint32_t p, uint32_t *last) {
    const rz_time_meaning *m = rz_time_word_at(f, p, RZ_W_HALF_DAY, last);
    if (!m || !m->leading) return m;
    if (!rz_time_punct(f, *last, ".") || *last + 1 >= f->limit || rz_time_digits(f, *last + 1) != 1) return NULL;
    *last += 2;
    *last += rz_time_punct(f, *last, ".") && *last + 1 < f->limit && !f->text->tokens[*last].space_before;
    return m;
}

/* «۵ عصر» is seventeen: the part of the day does not begin before its row's minute. Twelve at night is the day's beginning. */
static int minute_of(const clock *c, const rz_time_meaning *part) {
    int minute = c->hour * 60 + (c->minute > 0 ? c->minute : 0);
    if (part && part->word == RZ_W_HALF_DAY) return (c->hour == 12 ? minute - 720 : minute) + part->value;
    if (part && part->value && c->hour < 12 && minute < part->value) minute += 720;
    if (part && c->hour == 12 && part->number == 1) minute -= 720; /* «۱۲ شب», «۱۲ و نیم بامداد» */
    return minute == 1440 ? minute : minute % 1440;
}

/* «به وقت تهران», «Asia/Kabul»: its clock; of a place that is not known, none. */
uint32_t rz_zone_after(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t last, q = p;
    if (p + 2 < f->limit && f->text->tokens[p].kind == RZ_TOKEN_LATIN && rz_time_punct(f, p + 1, "/")) q = p + 2;
    const rz_time_meaning *z = rz_time_word_at(f, q, RZ_W_ZONE, &last);
    if (!z) return p;
    if (z->parts || z->leading) { /* known, or «محلی» */
        m->zone = z->parts ? z->value : RZ_NO_ZONE;
        m->summer = z->summer;
        return last;
    }
    return last < f->limit && f->text->tokens[last].kind == RZ_TOKEN_WORD ? last + 1 : p;
}

static const rz_time_meaning *part_at(const rz_time_finder *f, uint32_t *p) {
    uint32_t last;
    const rz_time_meaning *part = rz_time_word_at(f, *p, RZ_W_PART, &last);
    if (part || (part = half_day_at(f, *p, &last))) *p = last;
    return part;
}

/* «ساعت ۲۵:۷۰»: said as a time, but there is none such. */
static uint32_t no_time(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    int hour = rz_time_plain_number(f, p), minute = rz_time_punct(f, p + 1, ":^") ? rz_time_plain_number(f, p + 2) : -1;
    if (hour < 0 || minute < 0 || hour > 99 || minute > 99 || (hour <= 24 && minute < 60)) return 0;
    m->kind = RZ_TIME_CLOCK;
    m->grain = RZ_UNIT_MINUTE;
    m->date.wrong = RZ_NO_SUCH_TIME;
    return p + 3;
}

/* «۱۰ صبح تا ۱۰ شب», but «۵ عصر تا ۳ تیر» */
static uint32_t until(const rz_time_finder *f, uint32_t q, bool said, clock *c) {
    uint32_t last, end = point(f, q, said, c);
    return end && c->minute < 0 && rz_time_at(f, end, RZ_MEANS_MONTH, &last) ? 0 : end;
}

/* ساعت ۱۰:۳۰ صبح, ساعت ۹ تا ۱۱, ساعت ۸ صبح تا ۱۲ شب, ساعت ۲۱ به وقت تهران, ۰۹:۴۷ */
uint32_t rz_clock_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t;
    bool said = rz_time_skip(f, &p, RZ_W_CLOCK);
    if (said) rz_time_skip(f, &p, RZ_W_ABOUT); /* «ساعت حدود ۵» */
    clock c, other = {-1, -1, -1};
    uint32_t end = point(f, p, said, &c);
    if (!end) return said ? no_time(f, p, m) : 0;
    const rz_time_meaning *part = part_at(f, &end), *second = NULL;
    uint32_t q = end, last = 0;
    if (rz_time_skip(f, &q, RZ_W_RANGE) && (rz_time_skip(f, &q, RZ_W_CLOCK), last = until(f, q, said || c.minute >= 0 || part, &other))) {
        end = last;
        second = part_at(f, &end);
    } else if (q > end && rz_time_word_at(f, q, RZ_W_PART, &p)) end = p; /* «ساعت ۹ تا ظهر» */
    m->kind = RZ_TIME_CLOCK;
    m->grain = c.second >= 0 ? RZ_UNIT_SECOND : c.minute >= 0 ? RZ_UNIT_MINUTE : RZ_UNIT_HOUR;
    m->minute = (int16_t)minute_of(&c, part ? part : second);
    m->second = (int8_t)c.second;
    if (last) m->minute_to = (int16_t)minute_of(&other, second ? second : part);
    if (last && m->minute_to < m->minute && m->minute_to == 0) m->minute_to = 1440;
    return rz_zone_after(f, end, m);
}
