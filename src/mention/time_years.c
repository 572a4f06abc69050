/* Years, decades and centuries, and the year that a month or season is of. */
#include "mention/time_pieces.h"
#include "text/parts.h"

enum { CENTURY = 1300, /* of a Jalali year of two digits */ SMALL_YEAR = 30, LAST_CENTURY = 21 };

static bool calendar_has(uint8_t calendar, int year) {
    return calendar == RZ_CAL_HIJRI ? year < 1700 : rz_time_is_jalali_year(year) != (calendar == RZ_CAL_GREGORIAN);
}

static bool from_before(const rz_time_finder *f, uint32_t token) {
    uint32_t last;
    return rz_time_word_at(f, token, RZ_W_FROM, &last) != NULL;
}

/* میلادی, هجری شمسی; «ه.ش», «ق» behind a number; NULL: none. */
static const rz_time_meaning *era_at(const rz_time_finder *f, uint32_t p, uint32_t *last) {
    const rz_time_meaning *m = rz_time_word_at(f, p, RZ_W_ERA, last);
    if (m) return m;
    uint32_t q = p, end;
    if (rz_time_skip(f, &q, RZ_W_ERA_PREFIX)) q += rz_time_punct(f, q, ".");
    if (!(m = rz_time_word_at(f, q, RZ_W_ERA_LETTER, &end))) return NULL;
    *last = end;
    return m;
}

uint8_t rz_era_after(const rz_time_finder *f, uint32_t *p, uint8_t otherwise) {
    const rz_time_meaning *m = era_at(f, *p, p);
    return m ? m->calendar : otherwise;
}

/* گذشته, جاری, آینده: *offset -1, 0, 1. The token after it, or 0. */
uint32_t rz_relation_after(const rz_time_finder *f, uint32_t p, int8_t *offset) {
    uint32_t end;
    *offset = rz_time_word_at(f, p, RZ_W_THIS, &end) ? 0 : rz_time_word_at(f, p, RZ_W_LAST, &end) ? -1 : rz_time_word_at(f, p, RZ_W_NEXT, &end) ? 1 : 2;
    return *offset < 2 ? end : 0;
}

/* «همان سال», «سال بعد»: told from another day of the text. */
static uint32_t story_year(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t q = p, end;
    bool same = rz_time_skip(f, &q, RZ_W_SAME);
    if (!rz_time_skip(f, &q, RZ_W_YEAR)) return 0;
    d->offset = 0;
    if (!same) {
        if (!rz_time_word_at(f, q, RZ_W_AFTER, &end) || from_before(f, end)) return 0;
        d->offset = 1;
        q = end;
    }
    d->from = RZ_FROM_STORY;
    return q;
}

/* «سال گذشته», «پارسال», «همین سال» after a month or season. */
static uint32_t relative_year(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t end = story_year(f, p, d);
    if (end) return end;
    const rz_time_meaning *word = rz_time_word_at(f, p, RZ_W_YEAR_OF, &end);
    if (word) d->offset = (int8_t)word->value;
    else {
        uint32_t q = p;
        bool this_one = rz_time_skip(f, &q, RZ_W_THIS_BEFORE);
        if (!rz_time_skip(f, &q, RZ_W_YEAR)) return 0;
        end = rz_relation_after(f, q, &d->offset);
        if (!end && rz_time_word_at(f, q, RZ_W_AGO, &end) && !from_before(f, end)) d->offset = -1;
        else if (!end && this_one) d->offset = 0, end = q;
        else if (!end) return 0;
    }
    d->from = RZ_FROM_YEAR;
    era_at(f, end, &end);
    return end;
}

/* «سال ۹۴», «آبان ۹۸» */
static int short_year(const rz_time_finder *f, uint32_t p, bool said, uint32_t *last) {
    bool ordinal;
    int n = rz_time_number(f, p, last, &ordinal);
    uint32_t end;
    if (ordinal || n < (said ? SMALL_YEAR : 50) || n > 99) return 0;
    bool clock = rz_time_word_at(f, *last, RZ_W_CLOCK, &end) && rz_time_plain_number(f, end) >= 0; /* «آذر ۹۵ ساعت ۱۴» */
    if (!clock && rz_time_word_at(f, *last, RZ_W_COUNTED, &end) && !rz_time_at(f, end, RZ_MEANS_WEEKDAY, &end)) return 0; /* not «خرداد ۹۴ روز شنبه» */
    return said || f->text->tokens[p].kind == RZ_TOKEN_NUMBER ? CENTURY + n : 0;
}

/* «۱۵ خرداد ۴۲»: a number that small counts what follows it, unless nothing does. */
static int early_year(const rz_time_finder *f, uint32_t p, uint32_t *last) {
    int n = rz_time_plain_number(f, p);
    if (n < SMALL_YEAR || n > 49 || rz_time_digits(f, p) != 2) return 0;
    const rz_token *next = p + 1 < f->limit ? f->text->tokens + p + 1 : NULL;
    if (next && next->verb == RZ_NONE && !(rz_word_pos(f->text, p + 1) & (RZ_POS_PREP | RZ_POS_VERB)) && !strchr(".,)", next->punct ? next->punct : '-')) return 0;
    *last = p + 1;
    return CENTURY + n;
}

/* «مهر ۱۴۰۲۳»: a number that stands where the year does and is none. */
static bool wrong_year(const rz_time_finder *f, uint32_t p) {
    int n = rz_time_plain_number(f, p);
    uint32_t last, digits = n >= 0 ? rz_time_digits(f, p) : 0;
    return digits >= 5 && digits <= 8 && !rz_time_word_at(f, p + 1, RZ_W_COUNTED, &last) && !rz_time_punct(f, p + 1, ":^");
}

/* «سال ۱۶۲۱», «۱۴ ژوئیه ۱۷۸۹»: of no calendar but the Gregorian, where a year stands. */
static int far_year(const rz_time_finder *f, uint32_t p, uint32_t *last) {
    int n = rz_time_plain_number(f, p);
    if (n <= 1500 || n >= 1800 || rz_time_digits(f, p) != 4 || rz_time_word_at(f, p + 1, RZ_W_COUNTED, last)) return 0;
    *last = p + 1;
    return n;
}

/* What follows a month or season: «ماه سال ۱۴۰۲ خورشیدی», «سال گذشته», «گذشته». */
uint32_t rz_year_after(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t q = p, last;
    rz_time_skip(f, &q, RZ_W_MONTH);
    uint32_t plain = q, end = relative_year(f, q, d);
    if (end) return end;
    int8_t offset;
    if ((end = rz_relation_after(f, q, &offset))) {
        d->from = offset ? RZ_FROM_NEAR : RZ_FROM_YEAR;
        d->offset = offset;
        return end;
    }
    bool said = rz_time_skip(f, &q, RZ_W_YEAR);
    if (rz_time_punct(f, q, ",/") && rz_time_year(f, q + 1, &last)) q++;
    int y = rz_time_year(f, q, &last);
    if (!y && d->calendar == RZ_CAL_JALALI) y = short_year(f, q, said, &last);
    if (!y && d->calendar == RZ_CAL_JALALI && d->day) y = early_year(f, q, &last);
    if (!y && d->calendar == RZ_CAL_GREGORIAN) y = far_year(f, q, &last);
    if (!y && (d->day || said) && wrong_year(f, q)) {
        d->wrong = RZ_NO_SUCH_YEAR;
        return q + 1;
    }
    if (!y || !calendar_has(d->calendar, y)) return plain;
    d->imperial = d->calendar == RZ_CAL_JALALI && y > 1700;
    d->year = (uint16_t)(d->imperial ? rz_time_jalali_year(y) : y);
    era_at(f, last, &last);
    return last;
}

/* ---- decades, centuries ---- */

static int decade_of(int n, uint8_t calendar) {
    if (n < 0 || n % 10) return 0;
    if (n < 100) n += calendar == RZ_CAL_GREGORIAN ? 1900 : CENTURY;
    return n >= 1200 && n <= 2100 ? n : 0;
}

/* «،», «و», «تا»: what parts the members of a list. */
bool rz_list_goes_on(const rz_time_finder *f, uint32_t *p, bool range) {
    if (rz_time_punct(f, *p, range ? ",-" : ",")) {
        ++*p;
        rz_time_skip(f, p, RZ_W_AND);
        return true;
    }
    return rz_time_skip(f, p, RZ_W_AND) || rz_time_skip(f, p, RZ_W_OR) || (range && rz_time_skip(f, p, RZ_W_RANGE));
}

/* دهه ۹۰, دهه هشتاد میلادی, دهه‌های ۶۰ و ۷۰ */
uint32_t rz_decade_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, end, last;
    if (!rz_time_skip(f, &p, RZ_W_DECADE)) return 0;
    int first = rz_time_number(f, p, &end, NULL), n = first;
    if (n < 0 || n % 10 || (n < 10 && f->text->tokens[p].kind != RZ_TOKEN_NUMBER)) return 0;
    for (uint32_t q = end; rz_list_goes_on(f, &q, true); q = end) {
        int more = rz_time_number(f, q, &last, NULL);
        if (more <= n || more % 10) break;
        n = more, end = last;
    }
    d->calendar = rz_era_after(f, &end, first >= 1700 ? RZ_CAL_GREGORIAN : RZ_CAL_JALALI);
    int from = decade_of(first, d->calendar), to = decade_of(n, d->calendar);
    if (!from || !to) return 0;
    d->year = (uint16_t)from;
    d->last_year = (uint16_t)(to + 9);
    d->years = RZ_UNIT_DECADE;
    return end;
}

/* قرن نوزدهم, قرن ششم و هفتم هجری */
uint32_t rz_century_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, end, last;
    const rz_time_meaning *w = rz_time_word_at(f, t, RZ_W_CENTURY, &p);
    if (!w) return 0;
    bool ordinal;
    int size = w->value ? w->value : 100; /* «هزاره سوم» */
    int first = rz_time_number(f, p, &end, &ordinal), n = first;
    if (n < 1 || n * size > 9000) return 0;
    for (uint32_t q = end; rz_list_goes_on(f, &q, true); q = end) {
        int more = rz_time_number(f, q, &last, &ordinal);
        if (more <= n || more * size > 9000 || !(ordinal || w->plural)) break; /* «قرن‌های ۱۵ و ۱۶» */
        n = more, end = last;
    }
    uint32_t after = end;
    if (rz_time_skip(f, &after, RZ_W_BEFORE_ERA)) {
        d->before_era = true;
        return after;
    }
    if (n * size > LAST_CENTURY * 100 && size == 100) return 0;
    d->calendar = rz_era_after(f, &end, RZ_CAL_GREGORIAN);
    d->year = (uint16_t)(size * (first - 1) + 1);
    d->last_year = (uint16_t)(size * n);
    d->years = RZ_UNIT_CENTURY;
    return end;
}

/* ---- years ---- */

/* «۵۸۹ خورشیدی», «سال ۷۷۶ قبل از میلاد»: years that only what follows shows to be such. */
static uint32_t year_of_era(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t end, last;
    bool ordinal;
    int n = rz_time_number(f, p, &end, &ordinal);
    if (n < 1 || n > 9999 || ordinal) return 0;
    if (rz_time_word_at(f, end, RZ_W_BEFORE_ERA, &last)) {
        d->before_era = true;
        return last;
    }
    const rz_time_meaning *m = era_at(f, end, &last);
    if (!m || n > 2100 || (n < 100 && m->word == RZ_W_ERA_LETTER)) return 0;
    d->calendar = m->calendar;
    d->year = (uint16_t)n;
    return last;
}

static int year_in_list(const rz_time_finder *f, uint32_t p, bool said, int before, uint32_t *last) {
    int y = rz_time_year(f, p, last);
    if (!y && said && before < 1400 && before >= CENTURY) y = short_year(f, p, true, last);
    if (!y && !rz_time_is_jalali_year(before)) y = far_year(f, p, last);
    return y > before && calendar_has(rz_time_is_jalali_year(before) ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN, y) ? y : 0;
}

/* سال ۱۴۰۲, سال ۲۰۲۶- ۲۰۲۸, سال‌های ۲۰۱۳ تا ۲۰۱۵, ۲۰۱۲ میلادی, از ۲۰۱۵ تا ۲۰۱۸ */
uint32_t rz_years_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, end, last;
    bool many = rz_time_skip(f, &p, RZ_W_YEARS), said = many || rz_time_skip(f, &p, RZ_W_YEAR);
    int first = rz_time_year(f, p, &end);
    if (!first && said && !(first = short_year(f, p, true, &end))) first = far_year(f, p, &end);
    if (!first) return year_of_era(f, p, d);
    int y = first, second = rz_time_digits(f, p) == 4 && end < f->limit && rz_time_plain_number(f, end) > first ? rz_time_year(f, end, &last) : 0;
    if (second > first && rz_time_digits(f, end) == 4 && rz_time_is_jalali_year(second) == rz_time_is_jalali_year(first)) y = second, end = last; /* «۱۹۳۹ ۱۹۴۵» */
    for (uint32_t q = end; rz_list_goes_on(f, &q, true); q = end) {
        bool sign = f->text->tokens[q - 1].kind == RZ_TOKEN_PUNCT, range = rz_time_word_before(f, q, RZ_W_RANGE);
        rz_time_skip(f, &q, RZ_W_YEAR);
        int more = said || range || sign ? year_in_list(f, q, said, y, &last) : 0;
        bool apart = !many && !range && !sign && more > y + 1; /* «سال ۲۰۰۰ و ۲۰۰۷»: two of them */
        if (!more || apart) break;
        said |= range && f->text->tokens[t].kind == RZ_TOKEN_NUMBER;
        y = more, end = last;
    }
    d->calendar = rz_time_is_jalali_year(first) ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN;
    d->year = (uint16_t)rz_time_jalali_year(first);
    d->imperial = d->year != first;
    if (y > first) d->last_year = (uint16_t)rz_time_jalali_year(y);
    uint32_t after = end;
    d->calendar = rz_era_after(f, &after, d->calendar);
    return said || after > end ? after : 0;
}

/* «سه‌ماهه اول ۱۴۰۴»: a year by its number alone, where only a year can stand. */
uint32_t rz_year_alone_at(const rz_time_finder *f, uint32_t p, rz_time_date *d) {
    uint32_t end, last;
    int y = rz_time_digits(f, p < f->limit ? p : f->start) == 4 ? rz_time_year(f, p, &end) : 0;
    *d = (rz_time_date){0};
    if (!y || rz_time_word_at(f, end, RZ_W_COUNTED, &last)) return 0;
    d->calendar = rz_time_is_jalali_year(y) ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN;
    d->year = (uint16_t)rz_time_jalali_year(y);
    return end;
}

/* ---- seasons ---- */

/* «پاییز برگزار خواهد شد»: right before the words of the verb. */
static bool before_verb(const rz_time_finder *f, uint32_t p) {
    enum { NEAR = 2 };
    for (uint32_t t = p; t < f->limit && t < p + NEAR; t++)
        if (f->text->tokens[t].verb != RZ_NONE) return true;
    return false;
}

/* بهار ۱۴۰۰, تابستان سال گذشته, فصل بهار, در زمستان. A season's name alone needs one of them. */
uint32_t rz_season_at(const rz_time_finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, last, second;
    const rz_time_meaning *m = rz_time_word_at(f, t, RZ_W_SEASON, &p);
    if (!m) return 0;
    d->season = d->last_season = m->number;
    d->calendar = RZ_CAL_JALALI;
    uint32_t q = p;
    const rz_time_meaning *other = rz_list_goes_on(f, &q, true) ? rz_time_word_at(f, q, RZ_W_SEASON, &second) : NULL;
    if (other && other->number == m->number % 4 + 1) d->last_season = other->number, p = second;
    uint32_t end = rz_year_after(f, p, d);
    if (end > p) return end;
    q = p;
    rz_time_skip(f, &q, RZ_W_YEAR);
    int y = rz_time_year(f, q, &last);
    if (y) {
        d->year = (uint16_t)y;
        d->calendar = RZ_CAL_GREGORIAN;
        era_at(f, last, &last);
        return last;
    }
    bool sure = m->plural || p > t + 1 || other || rz_time_word_before(f, t, RZ_W_GOVERNOR) || rz_time_word_before(f, t, RZ_W_FRACTION) || (m->alone && before_verb(f, p));
    return sure ? p : 0;
}
