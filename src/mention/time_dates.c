/* Days, months and years as calendars have them. */
#include "base/utf8.h"
#include "mention/time_words.h"

enum { CENTURY = 1300 }; /* of a Jalali year of two digits */

static bool calendar_has(uint8_t calendar, int year) { return (year < 1700) != (calendar == RZ_CAL_GREGORIAN); }

static bool from_before(const rz_time_finder *f, uint32_t token) {
    uint32_t last;
    return rz_time_word_at(f, token, RZ_W_FROM, &last) != NULL;
}

/* گذشته, جاری, آینده: *offset -1, 0, 1. The token after it, or 0. */
static uint32_t relation(const rz_time_finder *f, uint32_t p, int8_t *offset) {
    uint32_t end;
    *offset = rz_time_word_at(f, p, RZ_W_THIS, &end) ? 0 : rz_time_word_at(f, p, RZ_W_LAST, &end) ? -1 : rz_time_word_at(f, p, RZ_W_NEXT, &end) ? 1 : 2;
    return *offset < 2 && !from_before(f, end) ? end : 0;
}

/* «سال گذشته», «پارسال», «همین سال» after a month or season. */
static uint32_t relative_year(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t end;
    const rz_time_meaning *word = rz_time_word_at(f, p, RZ_W_YEAR_OF, &end);
    if (word) d->offset = (int8_t)word->value;
    else {
        uint32_t q = p;
        if (!rz_time_skip(f, &q, RZ_W_YEAR)) return 0;
        end = relation(f, q, &d->offset);
        if (!end && rz_time_word_at(f, q, RZ_W_AGO, &end) && !from_before(f, end)) d->offset = -1;
        else if (!end) return 0;
    }
    d->from = RZ_FROM_YEAR;
    rz_time_skip(f, &end, RZ_W_ERA);
    return end;
}

/* «سال ۹۴», «آبان ۹۸» */
static int short_year(const rz_time_finder *f, uint32_t p, bool said, uint32_t *last) {
    int n = rz_time_number(f, p, last, NULL);
    uint32_t end;
    if (n < (said ? 30 : 50) || n > 99 || rz_time_word_at(f, *last, RZ_W_COUNTED, &end)) return 0;
    return said || f->text->tokens[p].kind == RZ_TOKEN_NUMBER ? CENTURY + n : 0;
}

/* What follows a month or season: «ماه سال ۱۴۰۲ خورشیدی», «سال گذشته», «گذشته». */
static uint32_t year_after(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t q = p, last;
    rz_time_skip(f, &q, RZ_W_MONTH);
    uint32_t plain = q, end = relative_year(f, q, d);
    if (end) return end;
    int8_t offset;
    if ((end = relation(f, q, &offset))) {
        d->from = offset ? RZ_FROM_NEAR : RZ_FROM_YEAR;
        d->offset = offset;
        return end;
    }
    bool said = rz_time_skip(f, &q, RZ_W_YEAR);
    if (rz_time_punct(f, q, ",/") && rz_time_year(f, q + 1, &last)) q++;
    int y = rz_time_year(f, q, &last);
    if (!y && d->calendar == RZ_CAL_JALALI) y = short_year(f, q, said, &last);
    if (!y || !calendar_has(d->calendar, y)) return plain;
    d->year = (uint16_t)y;
    rz_time_skip(f, &last, RZ_W_ERA);
    return last;
}

/* A verb's می is no month. */
static bool month_at(const rz_time_finder *f, uint32_t token, rz_time_date *d, uint32_t *last) {
    const rz_time_meaning *m = rz_time_at(f, token, RZ_MEANS_MONTH, last);
    if (!m || f->text->tokens[token].verb != RZ_NONE) return false;
    d->calendar = m->calendar;
    d->month = m->number;
    return true;
}

/* «ماه مبارک رمضان», «ماه اوت» */
static bool month_named(const rz_time_finder *f, uint32_t *p) {
    bool said = rz_time_skip(f, p, RZ_W_MONTH);
    if (said) rz_time_skip(f, p, RZ_W_HOLY);
    return said;
}

/* «26.01.2022», which is one token. */
static bool dotted(const rz_time_finder *f, uint32_t t, int n[3]) {
    const rz_token *token = &f->text->tokens[t];
    if (token->kind != RZ_TOKEN_NUMBER || token->number >= 0 || token->letters.end - token->letters.start > 8) return false;
    int part = 0;
    for (uint32_t i = token->norm.start, length; i < token->norm.end; i += length) {
        uint32_t c = rz_utf8_next(f->text->norm + i, f->text->norm + token->norm.end, &length);
        if (c == '.' ? ++part > 2 : rz_letter_code(c) - 1u > 9) return false;
        if (c != '.') n[part] = n[part] * 10 + rz_letter_code(c) - 1;
    }
    return part == 2;
}

/* ۱۴۰۲/۱۰/۰۱, 2025-12-17, 1/10/1402, 26.01.2022 */
static uint32_t numeric_date(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    int n[3] = {0};
    uint32_t p = t;
    if (dotted(f, t, n)) p++;
    else for (int i = 0; i < 3; i++) {
        if (p >= f->limit || f->text->tokens[p].kind != RZ_TOKEN_NUMBER || f->text->tokens[p].number < 0) return 0;
        n[i] = f->text->tokens[p].number > 9999 ? 0 : (int)f->text->tokens[p].number;
        p++;
        if (i < 2 && !rz_time_punct(f, p, "/-")) return 0;
        if (i < 2) p++;
    }
    int y = n[0] > 1000 ? n[0] : n[2], day = n[0] > 1000 ? n[2] : n[0];
    if (!((y >= 1200 && y <= 1500) || (y >= 1900 && y <= 2100)) || n[1] < 1 || n[1] > 12 || day < 1 || day > 31) return 0;
    *d = (rz_time_date){.calendar = y < 1700 ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN, .month = (uint8_t)n[1], .day = (uint8_t)day, .year = (uint16_t)y};
    return p;
}

typedef struct {
    int first, last;
    bool ordinal; /* the last one is */
    bool doubtful; /* «دو تیر»: a small number in a word that counts */
    uint32_t end;
} days_said;

static int day_at(const rz_time_finder *f, uint32_t t, uint32_t *end, bool *ordinal) {
    int n = rz_time_number(f, t, end, ordinal);
    if (n < 1 || n > 31) return 0;
    if (*end < f->limit && !f->text->tokens[*end].space_before && rz_time_skip(f, end, RZ_W_ORDINAL_SIGN)) *ordinal = true;
    return n;
}

/* «، ۵», «و ۶», «تا چهارشنبه ۳»: the next number of a list, or 0. */
static int next_day(const rz_time_finder *f, uint32_t p, uint32_t *end, bool *ordinal) {
    uint32_t last;
    if (rz_time_punct(f, p, ",-")) p++;
    else if (!rz_time_skip(f, &p, RZ_W_AND) && !rz_time_skip(f, &p, RZ_W_RANGE)) return 0;
    rz_time_skip(f, &p, RZ_W_DATE);
    if (rz_time_at(f, p, RZ_MEANS_WEEKDAY, &last)) p = last;
    return day_at(f, p, end, ordinal);
}

static bool list_of_days(const rz_time_finder *f, uint32_t t, bool many, days_said *out) {
    *out = (days_said){0};
    out->first = out->last = day_at(f, t, &out->end, &out->ordinal);
    if (!out->first) return false;
    out->doubtful = out->first <= 10 && !out->ordinal && f->text->tokens[t].kind != RZ_TOKEN_NUMBER;
    for (uint32_t end; many;) {
        bool ordinal = false;
        int n = next_day(f, out->end, &end, &ordinal);
        if (n <= out->last) break;
        out->last = n;
        out->end = end;
        out->ordinal = ordinal;
        out->doubtful = false;
    }
    return true;
}

/* «پنجم ماه آینده», «۱۰ ماه جاری»; but «۱۰ ماه آینده» are ten months. */
static uint32_t of_month(const rz_time_finder *f, const days_said *days, rz_time_date *d) {
    uint32_t p = days->end, end = 0;
    bool before = rz_time_skip(f, &p, RZ_W_THIS_BEFORE);
    if (!rz_time_skip(f, &p, RZ_W_MONTH)) return 0;
    if (before) end = p;
    else {
        end = relation(f, p, &d->offset);
        if (end && d->offset && !days->ordinal) end = 0;
    }
    if (!end) return 0;
    d->from = RZ_FROM_MONTH;
    d->calendar = RZ_CAL_JALALI;
    return end;
}

static uint32_t month_of_days(const rz_time_finder *f, const days_said *days, rz_time_date *d) {
    uint32_t p = days->end, q;
    if (rz_time_punct(f, p, "/")) p++;
    bool said = month_named(f, &p);
    if (!month_at(f, p, d, &q)) return of_month(f, days, d);
    uint32_t end = year_after(f, q, d);
    return days->doubtful && !said && end == q && !rz_time_sure(f, p, q) ? 0 : end;
}

/* ۱۷ سپتامبر [۲۰۲۱], ۹ و ۱۰ شهریورماه, هفتم مارس, «۲۶ /جوزا /۱۴۰۳» */
static uint32_t day_month(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    days_said days;
    for (int many = 1; many >= 0; many--) {
        *d = (rz_time_date){0};
        uint32_t end = list_of_days(f, t, many, &days) ? month_of_days(f, &days, d) : 0;
        if (!end) continue;
        d->day = (uint8_t)days.first;
        if (days.last > days.first) d->last_day = (uint8_t)days.last;
        return end;
    }
    return 0;
}

/* «2024 April 21» */
static uint32_t year_first(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, q;
    int y = f->text->tokens[t].kind == RZ_TOKEN_NUMBER ? rz_time_year(f, t, &p) : 0;
    if (!y || !month_at(f, p, d, &q) || !calendar_has(d->calendar, y)) return 0;
    int day = rz_time_number(f, q, &p, NULL);
    if (day < 1 || day > 31) return 0;
    d->day = (uint8_t)day;
    d->year = (uint16_t)y;
    return p;
}

/* حوت 22, 1403; سپتامبر ۲۰۲۱; ماه آگوست; شهریور ماه; ژوئیه. A month that is a word of its own as well needs one of them. */
static uint32_t month_first(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, q;
    bool said = month_named(f, &p);
    if (!month_at(f, p, d, &q)) return 0;
    uint32_t after_day = q;
    int day = rz_time_number(f, q, &after_day, NULL);
    rz_time_date with = *d;
    if (!said && day >= 1 && day <= 31) {
        uint32_t end = year_after(f, after_day, &with);
        if (with.year) {
            *d = with;
            d->day = (uint8_t)day;
            return end;
        }
    }
    uint32_t end = year_after(f, q, d);
    return said || end > q || rz_time_sure(f, p, q) ? end : 0;
}

/* The second month of «فروردین تا خرداد ۱۳۹۸» shows that the first is one. */
static uint32_t months(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, last;
    rz_time_date second = {0};
    if (!month_at(f, t, d, &p) || !rz_time_word_at(f, p, RZ_W_RANGE, &last)) return 0;
    uint32_t end = month_first(f, last, &second);
    if (!end || second.day || second.calendar != d->calendar) return 0;
    d->last_month = second.month;
    d->year = second.year;
    d->from = second.from;
    d->offset = second.offset;
    if (d->year && d->last_month < d->month) d->last_year = d->year, d->year--;
    return end;
}

/* ---- seasons, years, decades, centuries ---- */

static uint32_t season(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, last;
    const rz_time_meaning *m = rz_time_word_at(f, t, RZ_W_SEASON, &p);
    if (!m) return 0;
    d->season = m->number;
    d->calendar = RZ_CAL_JALALI;
    uint32_t end = year_after(f, p, d);
    if (end > p) return end;
    uint32_t q = p;
    rz_time_skip(f, &q, RZ_W_YEAR);
    int y = rz_time_year(f, q, &last);
    if (!y) return 0;
    d->year = (uint16_t)y;
    d->calendar = RZ_CAL_GREGORIAN;
    rz_time_skip(f, &last, RZ_W_ERA);
    return last;
}

/* The era after a number of years: its calendar, or what the number itself tells. */
static uint8_t era(const rz_time_finder *f, uint32_t *p, uint8_t otherwise) {
    const rz_time_meaning *m = rz_time_word_at(f, *p, RZ_W_ERA, p);
    return m ? m->calendar : otherwise;
}

static uint32_t decade(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, end;
    if (!rz_time_skip(f, &p, RZ_W_DECADE)) return 0;
    int n = rz_time_number(f, p, &end, NULL);
    if (n < 10 || n % 10) return 0;
    d->calendar = era(f, &end, n >= 1700 ? RZ_CAL_GREGORIAN : RZ_CAL_JALALI);
    if (n < 100) n += d->calendar == RZ_CAL_GREGORIAN ? 1900 : CENTURY;
    if (n < 1200 || n > 2100) return 0;
    d->year = (uint16_t)n;
    d->last_year = (uint16_t)(n + 9);
    return end;
}

static uint32_t century(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, end;
    if (!rz_time_skip(f, &p, RZ_W_CENTURY)) return 0;
    int n = rz_time_number(f, p, &end, NULL);
    if (n < 1 || n > 21) return 0;
    d->calendar = era(f, &end, RZ_CAL_GREGORIAN);
    d->year = (uint16_t)(100 * n - 99);
    d->last_year = (uint16_t)(100 * n);
    return end;
}

/* سال ۱۴۰۲, سال ۲۰۲۶- ۲۰۲۸, سال‌های ۲۰۱۳ تا ۲۰۱۵, ۲۰۱۲ میلادی, از ۲۰۱۵ تا ۲۰۱۸ */
static uint32_t years(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, q, last;
    bool many = rz_time_skip(f, &p, RZ_W_YEARS), said = many || rz_time_skip(f, &p, RZ_W_YEAR);
    int y = rz_time_year(f, p, &q);
    if (!y && said) y = short_year(f, p, true, &q);
    if (!y) return 0;
    uint32_t second = q;
    bool range = rz_time_punct(f, q, "-") ? (second++, true) : rz_time_skip(f, &second, RZ_W_RANGE) || (many && rz_time_skip(f, &second, RZ_W_AND));
    int other = range ? rz_time_year(f, second, &last) : 0;
    d->calendar = y < 1700 ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN;
    d->year = (uint16_t)y;
    if (other > y && calendar_has(d->calendar, other)) {
        d->last_year = (uint16_t)other;
        q = last;
        said |= f->text->tokens[t].kind == RZ_TOKEN_NUMBER && !rz_time_punct(f, second - 1, "-");
    }
    uint32_t after = q;
    d->calendar = era(f, &after, d->calendar);
    return said || after > q ? after : 0;
}

/* ---- together ---- */

static uint32_t whole(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    typedef uint32_t reader(const rz_time_finder *, uint32_t, rz_time_date *);
    static reader *const readers[] = {numeric_date, year_first, day_month, months, month_first, season, decade, century, years};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *d = (rz_time_date){0};
        uint32_t end = readers[i](f, t, d);
        if (end) return end;
    }
    return 0;
}

/* اوایل مهر, نیمه دوم سال ۱۴۰۱ */
static uint32_t fraction(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, q;
    const rz_time_meaning *m = rz_time_word_at(f, t, RZ_W_FRACTION, &p);
    if (!m) return 0;
    *d = (rz_time_date){0};
    uint32_t month = p;
    month_named(f, &month);
    uint32_t end = month_at(f, month, d, &q) ? year_after(f, q, d) : 0;
    if (!end) {
        *d = (rz_time_date){0};
        if (!(end = season(f, p, d)) && !(*d = (rz_time_date){0}, end = decade(f, p, d)) && !(*d = (rz_time_date){0}, end = century(f, p, d))) {
            *d = (rz_time_date){0};
            end = rz_time_word_at(f, p, RZ_W_YEAR, &q) ? years(f, p, d) : 0;
        }
    }
    if (!end || d->day) return 0;
    d->part = (uint8_t)m->value;
    d->parts = m->parts;
    return end;
}

/* «۳۱ اوت و اول سپتامبر»: two days that follow each other over the end of a month. */
static bool follows(const rz_time_date *a, const rz_time_date *b) {
    return a->day >= 28 && b->day == 1 && (b->month == a->month + 1 || (a->month == 12 && b->month == 1));
}

/* «… تا ۳ اسفند ۱۴۰۲» after a day or month. */
static uint32_t range_after(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t q = p, last;
    bool joined = false;
    if (rz_time_punct(f, q, "-")) q++;
    else if (!rz_time_skip(f, &q, RZ_W_RANGE) && !(joined = rz_time_skip(f, &q, RZ_W_AND))) return p;
    rz_time_skip(f, &q, RZ_W_DATE);
    if (rz_time_at(f, q, RZ_MEANS_WEEKDAY, &last)) q = last;
    rz_time_date b;
    uint32_t end = whole(f, q, &b);
    if (!end || !b.month || b.calendar != d->calendar || !b.day != !d->day || b.last_day || b.last_month) return p;
    if (joined && !follows(d, &b)) return p;
    if (d->year && b.year && b.year < d->year) return p;
    bool wraps = b.month < d->month || (b.month == d->month && b.day < d->day);
    d->last_month = b.month;
    d->last_day = b.day;
    if (b.year) {
        if (!d->year) d->year = (uint16_t)(b.year - wraps);
        d->last_year = b.year > d->year ? b.year : 0;
    }
    if (!d->from) d->from = b.from, d->offset = b.offset;
    return end;
}

uint32_t rz_date_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t end = fraction(f, t, d);
    if (end) return end;
    end = whole(f, t, d);
    return end && d->month && !d->last_day && !d->last_month ? range_after(f, end, d) : end;
}

uint32_t rz_date_twin_after(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t q = p;
    rz_time_date d;
    bool open = rz_time_punct(f, q, "(");
    if (open || rz_time_punct(f, q, "/")) q++;
    else if (!rz_time_skip(f, &q, RZ_W_TWIN)) return p;
    rz_time_skip(f, &q, RZ_W_DATE);
    uint32_t end = rz_date_at(f, q, &d);
    if (!end || !m->date.month || d.calendar == m->date.calendar || !d.month || (open && !rz_time_punct(f, end, ")"))) return p;
    m->twin = d;
    m->has_twin = true;
    return open ? end + 1 : end;
}
