/* Days and months as calendars have them, ranges of them, and the same day in another calendar. */
#include "mention/hijri.h"
#include "mention/time_pieces.h"

/* A verb's می is no month. */
static const rz_time_meaning *month_at(const rz_time_finder *f, uint32_t token, rz_time_date *d, uint32_t *last) {
    const rz_time_meaning *m = rz_time_at(f, token, RZ_MEANS_MONTH, last);
    if (!m || f->text->tokens[token].verb != RZ_NONE) return NULL;
    d->calendar = m->calendar;
    d->month = m->number;
    return m;
}

/* «ماه مبارک رمضان», «ماه اوت» */
static bool month_named(const rz_time_finder *f, uint32_t *p) {
    bool said = rz_time_skip(f, p, RZ_W_MONTH);
    if (said) rz_time_skip(f, p, RZ_W_HOLY);
    return said;
}

/* «ماه‌های مهر و آبان» */
static bool months_named(const rz_time_finder *f, uint32_t *p) {
    uint32_t end;
    const rz_time_meaning *m = rz_time_word_at(f, *p, RZ_W_UNIT, &end);
    if (!m || !m->plural || m->unit != RZ_UNIT_MONTH) return false;
    *p = end;
    return true;
}

/* ---- days of a month ---- */

typedef struct {
    int first, last;
    bool ordinal; /* the last one is */
    bool doubtful; /* «دو تیر»: a small number in a word that counts */
    uint32_t end;
} days_said;

static int day_at(const rz_time_finder *f, uint32_t t, uint32_t *end, bool *ordinal) {
    enum { NO_DAY_BUT_SAID = 99 };
    int n = rz_time_number(f, t, end, ordinal);
    if (n < 1 || n > NO_DAY_BUT_SAID || (f->text->tokens[t].kind == RZ_TOKEN_NUMBER && rz_time_digits(f, t) > 2)) return 0;
    if (*end < f->limit && !f->text->tokens[*end].space_before && rz_time_skip(f, end, RZ_W_ORDINAL_SIGN)) *ordinal = true;
    return n;
}

/* «، ۵», «و ۶», «تا چهارشنبه ۳»: the next number of a list, or 0. */
static int next_day(const rz_time_finder *f, uint32_t p, uint32_t *end, bool *ordinal) {
    uint32_t last;
    if (!rz_list_goes_on(f, &p, true)) return 0;
    rz_time_skip(f, &p, RZ_W_DATE);
    if (rz_time_at(f, p, RZ_MEANS_WEEKDAY, &last)) p = last;
    return day_at(f, p, end, ordinal);
}

static bool list_of_days(const rz_time_finder *f, uint32_t t, bool many, days_said *out) {
    *out = (days_said){0};
    out->first = out->last = day_at(f, t, &out->end, &out->ordinal);
    if (!out->first) return false;
    bool dated = rz_time_word_before(f, t, RZ_W_DATE); /* «روز ۱۸ ماه آینده» */
    out->ordinal |= dated;
    out->doubtful = out->first <= 10 && !out->ordinal && f->text->tokens[t].kind != RZ_TOKEN_NUMBER;
    for (uint32_t end; many;) {
        bool ordinal = false;
        int n = next_day(f, out->end, &end, &ordinal);
        if (n <= out->last) break;
        out->last = n;
        out->end = end;
        out->ordinal = ordinal || dated;
        out->doubtful = false;
    }
    return true;
}

/* «پنجم ماه آینده», «۱۰ ماه جاری», «سوم همین ماه»; but «۱۰ ماه آینده» are ten months. */
static uint32_t of_month(const rz_time_finder *f, const days_said *days, rz_time_date *d) {
    uint32_t p = days->end, end = 0;
    bool before = rz_time_skip(f, &p, RZ_W_THIS_BEFORE), same = !before && rz_time_skip(f, &p, RZ_W_SAME);
    if (!rz_time_skip(f, &p, RZ_W_MONTH)) return 0;
    if (before || same) end = p;
    else {
        end = rz_relation_after(f, p, &d->offset);
        if (end && d->offset && !days->ordinal) end = 0;
    }
    if (!end) return 0;
    d->from = same ? RZ_FROM_STORY : RZ_FROM_MONTH;
    d->calendar = rz_era_after(f, &end, RZ_CAL_JALALI);
    return end;
}

/* More than any month has: shown as impossible where the month is surely one. */
static bool day_can_be(const rz_time_finder *f, const days_said *days, uint32_t month, uint32_t month_end, rz_time_date *d) {
    if (days->last <= 31) return true;
    if (!d->year && !rz_time_sure(f, month, month_end)) return false;
    if (f->text->tokens[month - 1].kind != RZ_TOKEN_NUMBER) return false;
    d->wrong = RZ_NO_SUCH_DAY;
    return true;
}

static uint32_t month_of_days(const rz_time_finder *f, const days_said *days, rz_time_date *d) {
    uint32_t p = days->end, q;
    if (rz_time_punct(f, p, "/")) p++;
    bool said = month_named(f, &p);
    if (!month_at(f, p, d, &q)) return days->last <= 31 ? of_month(f, days, d) : 0;
    d->day = 1;
    uint32_t end = rz_year_after(f, q, d);
    if (!day_can_be(f, days, p, q, d)) return 0;
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
        d->last_day = days.last > days.first ? (uint8_t)days.last : 0;
        return end;
    }
    return 0;
}

/* «۱۴۰۲ دوشنبه ۸ آذر», a newspaper's head: the year, the weekday, the day of the month, and no other year. */
static uint32_t year_weekday(const rz_time_finder *f, uint32_t p, int year, rz_time_date *d) {
    uint32_t q, last;
    if (!rz_time_at(f, p, RZ_MEANS_WEEKDAY, &q)) return 0;
    int day = rz_time_number(f, q, &last, NULL);
    if (day < 1 || day > 31 || !month_at(f, last, d, &q) || rz_time_is_jalali_year(year) != (d->calendar != RZ_CAL_GREGORIAN)) return 0;
    rz_time_date own = *d;
    if (rz_year_after(f, q, &own) > q) return 0;
    d->day = (uint8_t)day;
    d->year = (uint16_t)year;
    return q;
}

/* «2024 April 21» */
static uint32_t year_first(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, q;
    int y = f->text->tokens[t].kind == RZ_TOKEN_NUMBER ? rz_time_year(f, t, &p) : 0;
    if (y && (q = year_weekday(f, p, y, d))) return q;
    if (!y || !month_at(f, p, d, &q) || rz_time_is_jalali_year(y) != (d->calendar != RZ_CAL_GREGORIAN)) return 0;
    int day = rz_time_number(f, q, &p, NULL);
    if (day < 1 || day > 31) return 0;
    d->day = (uint8_t)day;
    d->year = (uint16_t)y;
    return p;
}

/* ---- months ---- */

/* «در خرداد», «خرداد،»: what governs it, or nothing after it that could be named so. */
static bool stands_as_time(const rz_time_finder *f, uint32_t t, uint32_t end) {
    uint32_t last;
    return rz_time_word_before(f, t, RZ_W_GOVERNOR) || rz_time_word_before(f, t, RZ_W_FRACTION) || rz_time_word_before(f, t, RZ_W_RANGE) ||
           (end < f->limit && (rz_time_word_at(f, end, RZ_W_RANGE, &last) || rz_time_word_at(f, end, RZ_W_AND, &last)) && rz_time_at(f, last, RZ_MEANS_MONTH, &last)) ||
           end == f->limit || (rz_time_word_at(f, end, RZ_W_CITY_BEFORE, &last) && !(t > f->start && f->text->tokens[t - 1].kind == RZ_TOKEN_NUMBER)); /* «سپتامبر در X برگزار می‌شود» */
}

/* «مارس (اسفند)»: the brackets tell that it is a month. */
static bool twin_month(const rz_time_finder *f, uint32_t p, const rz_time_date *d) {
    rz_time_date other = {0};
    return rz_time_punct(f, p, "([") && rz_month_name_at(f, p + 1, &other) && other.calendar != d->calendar;
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
        uint32_t end = rz_year_after(f, after_day, &with);
        if (with.year) {
            *d = with;
            d->day = (uint8_t)day;
            return end;
        }
    }
    uint32_t end = rz_year_after(f, q, d);
    if (said || end > q || rz_time_worded(f, p, q) || twin_month(f, q, d)) return end;
    return rz_time_sure(f, p, q) && stands_as_time(f, t, end) ? end : 0; /* «آوریل هینز» is a person */
}

/* «فروردین تا خرداد ۱۳۹۸», «مهر و آبان», «( مهر - آبان )»: the second shows that the first is a month. */
static uint32_t months(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, q;
    rz_time_date second = {0};
    bool said = months_named(f, &p) || month_named(f, &p);
    if (!month_at(f, p, d, &q)) return 0;
    uint32_t list = q;
    if (!rz_list_goes_on(f, &list, true)) return 0;
    bool range = rz_time_word_before(f, list, RZ_W_RANGE) || f->text->tokens[list - 1].punct == '-';
    uint32_t third, end;
    for (int members = 2;; members++) { /* «مهر، آبان و آذر» */
        if (!month_at(f, list, &second, &third) || second.calendar != d->calendar) return 0;
        end = rz_year_after(f, third, &second);
        uint32_t more = third;
        rz_time_date another;
        if (range || end > third || members > 12 || !rz_list_goes_on(f, &more, false) || !month_at(f, more, &another, &third)) break;
        list = more;
    }
    bool next = second.month == d->month % 12 + 1;
    if (!range && !next && !said) return 0;
    if (!said && end == third && !rz_time_sure(f, p, q) && !rz_time_sure(f, list, third) && !range) return 0;
    d->last_month = second.month;
    d->year = second.year;
    d->from = second.from;
    d->offset = second.offset;
    if (d->year && d->last_month < d->month) d->last_year = d->year, d->year--;
    return end;
}

uint32_t rz_month_name_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, q;
    *d = (rz_time_date){0};
    month_named(f, &p);
    return month_at(f, p, d, &q) ? rz_year_after(f, q, d) : 0;
}

/* «روز عاشورا», «عید نوروز ۱۴۰۲» */
static uint32_t feast(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p;
    const rz_time_meaning *m = rz_time_word_at(f, t, RZ_W_FEAST, &p);
    if (!m || (m->leading && !f->wide)) return 0;
    d->calendar = m->calendar;
    d->month = m->number;
    d->day = (uint8_t)m->value;
    d->last_day = m->parts; /* «دهه فجر» */
    uint32_t end = rz_year_after(f, p, d);
    return end > p || p > t + 1 || rz_time_word_before(f, t, RZ_W_GOVERNOR) ? end : 0; /* «نوروز» alone is a name as well */
}

/* ---- together ---- */

static uint32_t whole(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    typedef uint32_t reader(const rz_time_finder *, uint32_t, rz_time_date *);
    static reader *const readers[] = {rz_numeric_date_at, year_first, day_month, months, month_first, feast, rz_season_at, rz_decade_at, rz_century_at, rz_years_at};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *d = (rz_time_date){0};
        uint32_t end = readers[i](f, t, d);
        if (end) return end;
    }
    return 0;
}

/* What a part may be of: a month, with its name alone too, a season, a decade, a century, a year. */
static uint32_t part_of(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    typedef uint32_t reader(const rz_time_finder *, uint32_t, rz_time_date *);
    static reader *const readers[] = {rz_season_at, rz_decade_at, rz_century_at, rz_years_at};
    uint32_t month = p, q, end;
    *d = (rz_time_date){0};
    month_named(f, &month);
    if (month_at(f, month, d, &q)) return rz_year_after(f, q, d);
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *d = (rz_time_date){0};
        if ((end = readers[i](f, p, d))) return end;
    }
    return rz_year_alone_at(f, p, d);
}

/* اوایل مهر, نیمه دوم سال ۱۴۰۱ */
static uint32_t fraction(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p;
    const rz_time_meaning *m = rz_fraction_at(f, t, &p);
    uint32_t end = m ? part_of(f, p, d) : 0;
    if (!end || d->day || (d->month && rz_time_at(f, t, RZ_MEANS_NUMBER, &p))) return 0; /* «اول پاییز», but not «اول مهر» */
    d->part = (uint8_t)m->value;
    d->parts = m->leading && rz_time_word_before(f, t, RZ_W_RANGE) ? RZ_LAST_DAY : m->parts; /* «تا پایان مهر» */
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
    if (!end || !b.month || b.calendar != d->calendar || !b.day != !d->day || b.last_day || b.last_month || b.wrong) return p;
    if (joined && !follows(d, &b)) return p;
    if (d->year && b.year && b.year < d->year) return p;
    bool wraps = b.month < d->month || (b.month == d->month && b.day < d->day);
    d->last_month = b.month;
    d->last_day = b.day;
    if (b.year) {
        if (!d->year) d->year = (uint16_t)(b.year - wraps);
        d->last_year = b.year > d->year ? b.year : 0;
    }
    if (d->year && b.from == RZ_FROM_STORY) { /* «آبان ۹۸ تا آذر همان سال» */
        if (b.offset > 0) d->last_year = (uint16_t)(d->year + b.offset);
        return wraps && b.offset <= 0 ? p : end;
    }
    if (!d->from) d->from = b.from, d->offset = b.offset;
    return end;
}

uint32_t rz_date_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t end;
    if (rz_time_word_at(f, t, RZ_W_FEAST, &end) && end > t + 1 && (*d = (rz_time_date){0}, end = feast(f, t, d))) return end; /* «نیمه شعبان» */
    if ((end = fraction(f, t, d))) return end;
    end = whole(f, t, d);
    return end && d->month && !d->last_day && !d->last_month && !d->wrong ? range_after(f, end, d) : end;
}

static rz_days fixed_day(const rz_time_finder *f, const rz_time_date *d) {
    bool sure;
    if (!d->day || !d->month || !d->year || d->last_day || d->wrong) return (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    if (d->calendar == RZ_CAL_HIJRI) {
        rz_days month = rz_hijri_month(f->text->data, d->year, d->month, &sure);
        rz_day day = month.from + d->day - 1;
        return month.from == RZ_NO_DAY ? month : (rz_days){day - !sure, day + !sure};
    }
    rz_day day = d->calendar == RZ_CAL_JALALI ? rz_jalali_day(d->year, d->month, d->day) : rz_gregorian_day(d->year, d->month, d->day);
    return (rz_days){day, day};
}

/* «چهارشنبه ۲۳ اسفند ۱۴۰۲ - ۲ رمضان ۱۴۴۵ - ۱۳ مارس ۲۰۲۴», «۲۵ مرداد ۱۴۰۳، ۱۰ صفر ۱۴۴۶»: whole dates that are one day. */
static uint32_t same_days_after(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    rz_days own = fixed_day(f, &m->date);
    uint8_t seen = (uint8_t)(1u << m->date.calendar);
    if (m->has_twin) seen |= (uint8_t)(1u << m->twin.calendar);
    while (own.from != RZ_NO_DAY) {
        rz_time_date d;
        uint32_t q = p + rz_time_punct(f, p, "-,~");
        if (q == p && !rz_time_skip(f, &q, RZ_W_AND)) break;
        uint32_t end = rz_date_at(f, q, &d);
        rz_days other = end ? fixed_day(f, &d) : (rz_days){RZ_NO_DAY, RZ_NO_DAY};
        if (other.from == RZ_NO_DAY || seen >> d.calendar & 1 || other.from > own.to || own.from > other.to) break;
        if (!m->has_twin) m->twin = d, m->has_twin = true;
        else m->third |= (uint8_t)(1u << d.calendar);
        seen |= (uint8_t)(1u << d.calendar);
        p = end;
    }
    return p;
}

/* «(۲۴ اسفند)», «/ ۷ اکتبر», «برابر با ۱۰ مارس ۲۰۲۳» */
uint32_t rz_date_twin_after(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t q = p, last;
    rz_time_date d;
    bool open = rz_time_punct(f, q, "([");
    if (open || rz_time_punct(f, q, "/")) q++;
    open |= rz_time_skip(f, &q, RZ_W_TWIN) && open;
    if (q == p) return same_days_after(f, p, m);
    rz_time_skip(f, &q, RZ_W_DATE);
    if (rz_time_at(f, q, RZ_MEANS_WEEKDAY, &last)) q = last;
    uint32_t end = rz_date_at(f, q, &d);
    if (!end && open) end = rz_month_name_at(f, q, &d);
    rz_time_date next;
    uint32_t two = end && open && !d.day && rz_time_punct(f, end, "/") ? rz_month_name_at(f, end + 1, &next) : 0; /* «(اسفند/فروردین)» */
    if (two) end = two;
    if (!end || !m->date.month || d.calendar == m->date.calendar || !d.month || !d.day != !m->date.day || (open && !rz_time_punct(f, end, ")]"))) return p;
    if (!two) m->twin = d;
    m->has_twin = !two;
    if (!m->date.year && !m->date.from && d.from) m->date.from = d.from, m->date.offset = d.offset; /* «ژوئن (خرداد سال گذشته)» */
    if (!open) return same_days_after(f, end, m);
    if (m->date.year || m->date.from || d.year) return end + 1;
    uint32_t year = rz_year_after(f, end + 1, &m->date); /* «در ژوئن (خرداد) سال گذشته» */
    return year > end + 1 ? year : rz_year_after(f, end + 1, &m->twin);
}
