/* Time expressions: found by their words, which are data, and put together by a small grammar. */
#include "mention/time.h"

typedef enum {
    W_NONE, W_DAY, W_UNIT, W_ONE, W_LAST, W_NEXT, W_THIS, W_THIS_BEFORE, W_AGO, W_AHEAD, W_EARLY, W_MIDDLE, W_LATE, W_PART, W_YEAR,
    W_MONTH, W_DATE, W_GOVERNOR, W_AND, W_TWIN, W_ERA, W_CITY_BEFORE, WORDS
} time_word;

static const char *const word_names[WORDS] = {
    [W_DAY] = "day", [W_UNIT] = "unit", [W_ONE] = "one", [W_LAST] = "last", [W_NEXT] = "next", [W_THIS] = "this",
    [W_THIS_BEFORE] = "this-before", [W_AGO] = "ago", [W_AHEAD] = "ahead", [W_EARLY] = "early", [W_MIDDLE] = "middle",
    [W_LATE] = "late", [W_PART] = "part", [W_YEAR] = "year", [W_MONTH] = "month", [W_DATE] = "date",
    [W_GOVERNOR] = "governor", [W_AND] = "and", [W_TWIN] = "twin", [W_ERA] = "era", [W_CITY_BEFORE] = "city-before"};

typedef struct {
    uint8_t calendar, month, ordinal, city;
    int16_t value; /* of a number, a weekday, an offset */
    uint8_t word, unit;
} row_meaning;

typedef struct {
    rz_arena *arena;
    const rz_text *text;
    row_meaning *rows; /* of time, month, weekday and number rows, from the first of them */
    rz_row first[4];
    uint32_t count[4];
    row_meaning *of[4];
    RZ_VEC(rz_time_mention) out;
    uint32_t limit; /* end of the sentence */
} finder;

static const rz_row_type types[4] = {RZ_TIME, RZ_MONTH, RZ_WEEKDAY, RZ_NUMBER};
enum { TIME, MONTH, WEEKDAY, NUMBER };

/* ---- what the rows mean ---- */

static int number_in(rz_str s) {
    int n = 0;
    bool minus = s.size && s.at[0] == '-';
    for (uint32_t i = minus; i < s.size && s.at[i] >= '0' && s.at[i] <= '9' && n < 1000; i++) n = n * 10 + (s.at[i] - '0');
    return minus ? -n : n;
}

static uint8_t unit_in(rz_str s) {
    return rz_str_is(s, "week") ? RZ_UNIT_WEEK : rz_str_is(s, "month") ? RZ_UNIT_MONTH : rz_str_is(s, "year") ? RZ_UNIT_YEAR : RZ_UNIT_DAY;
}

static void mean(const rz_data *d, rz_row row, row_meaning *m) {
    rz_str calendar = rz_row_get(d, row, "calendar"), kind = rz_row_get(d, row, "kind");
    m->calendar = rz_str_is(calendar, "jalali") ? RZ_CAL_JALALI : rz_str_is(calendar, "hijri") ? RZ_CAL_HIJRI : RZ_CAL_GREGORIAN;
    m->month = (uint8_t)number_in(rz_row_get(d, row, "number"));
    m->ordinal = rz_row_has(d, row, "use", "ordinal");
    m->city = rz_row_has(d, row, "city", "yes");
    rz_str value = rz_row_get(d, row, "value"), offset = rz_row_get(d, row, "offset");
    m->value = (int16_t)number_in(value.size ? value : offset);
    m->unit = unit_in(rz_row_get(d, row, "unit"));
    for (int w = 1; w < WORDS; w++)
        if (rz_str_is(kind, word_names[w])) m->word = (uint8_t)w;
}

static void read_rows(finder *f) {
    for (int i = 0; i < 4; i++) {
        rz_rows_of(f->text->data, types[i], &f->first[i], &f->count[i]);
        f->of[i] = RZ_NEW_N(f->arena, row_meaning, f->count[i] + 1);
        for (uint32_t r = 0; r < f->count[i]; r++) mean(f->text->data, f->first[i] + r, &f->of[i][r]);
    }
}

/* ---- single words ---- */

static const row_meaning *at(const finder *f, uint32_t token, int type, uint32_t *last) {
    if (token >= f->limit) return NULL;
    for (uint32_t h = f->text->hit_at[token]; h < f->text->hit_at[token + 1]; h++) {
        const rz_hit *hit = &f->text->hits[h];
        if (hit->tail || hit->last > f->limit || hit->row < f->first[type] || hit->row >= f->first[type] + f->count[type]) continue;
        *last = hit->last;
        return &f->of[type][hit->row - f->first[type]];
    }
    return NULL;
}

static const row_meaning *word(const finder *f, uint32_t token, time_word wanted, uint32_t *last) {
    if (token >= f->limit) return NULL;
    for (uint32_t h = f->text->hit_at[token]; h < f->text->hit_at[token + 1]; h++) {
        const rz_hit *hit = &f->text->hits[h];
        if (hit->tail || hit->last > f->limit || hit->row < f->first[TIME] || hit->row >= f->first[TIME] + f->count[TIME]) continue;
        const row_meaning *m = &f->of[TIME][hit->row - f->first[TIME]];
        if (m->word != wanted) continue;
        *last = hit->last;
        return m;
    }
    return NULL;
}

static bool punct(const finder *f, uint32_t token, const char *signs) {
    return token < f->limit && f->text->tokens[token].punct && strchr(signs, f->text->tokens[token].punct);
}

static bool skip_word(const finder *f, uint32_t *p, time_word w) {
    uint32_t last;
    if (!word(f, *p, w, &last)) return false;
    *p = last;
    return true;
}

/* A number in digits or words. */
static int number(const finder *f, uint32_t token, uint32_t *last) {
    if (token >= f->limit) return -1;
    const rz_token *t = &f->text->tokens[token];
    if (t->kind == RZ_TOKEN_NUMBER && t->number >= 0 && t->number < 10000) {
        *last = token + 1;
        return (int)t->number;
    }
    const row_meaning *m = at(f, token, NUMBER, last);
    return m ? m->value : -1;
}

static int year(const finder *f, uint32_t token, uint32_t *last) {
    if (token >= f->limit || f->text->tokens[token].kind != RZ_TOKEN_NUMBER) return 0;
    int n = number(f, token, last);
    return (n >= 1200 && n <= 1500) || (n >= 1800 && n <= 2100) ? n : 0;
}

/* ---- dates ---- */

/* What follows a month: «ماه سال ۱۴۰۲ خورشیدی». */
static uint32_t year_after(const finder *f, uint32_t p, rz_time_date *d) {
    uint32_t q = p, last;
    skip_word(f, &q, W_MONTH);
    uint32_t after_month = q;
    bool said = skip_word(f, &q, W_YEAR);
    if (punct(f, q, ",") && year(f, q + 1, &last)) q++;
    int y = year(f, q, &last);
    if (!y && said && d->calendar == RZ_CAL_JALALI) {
        int two = number(f, q, &last);
        if (two >= 50 && two < 100) y = 1300 + two;
    }
    if (y && (y < 1700) == (d->calendar == RZ_CAL_GREGORIAN)) y = 0; /* another calendar's year */
    if (!y) return after_month;
    d->year = (uint16_t)y;
    skip_word(f, &last, W_ERA);
    return last;
}

static bool month_at(const finder *f, uint32_t token, rz_time_date *d, uint32_t *last) {
    const row_meaning *m = at(f, token, MONTH, last);
    if (!m) return false;
    d->calendar = m->calendar;
    d->month = m->month;
    return true;
}

/* ۱۴۰۲/۱۰/۰۱, 2025-12-17, 1/10/1402 */
static uint32_t numeric_date(const finder *f, uint32_t t, rz_time_date *d) {
    int n[3];
    uint32_t p = t;
    for (int i = 0; i < 3; i++) {
        if (p >= f->limit || f->text->tokens[p].kind != RZ_TOKEN_NUMBER || f->text->tokens[p].number < 0) return 0;
        n[i] = f->text->tokens[p].number > 9999 ? 0 : (int)f->text->tokens[p].number;
        p++;
        if (i < 2 && !punct(f, p, "/-")) return 0;
        if (i < 2) p++;
    }
    int y = n[0] > 1000 ? n[0] : n[2], day = n[0] > 1000 ? n[2] : n[0];
    if (!((y >= 1200 && y <= 1500) || (y >= 1900 && y <= 2100)) || n[1] < 1 || n[1] > 12 || day < 1 || day > 31) return 0;
    *d = (rz_time_date){.calendar = y < 1700 ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN, .month = (uint8_t)n[1], .day = (uint8_t)day, .year = (uint16_t)y};
    return p;
}

/* ۱۷ سپتامبر [۲۰۲۱], ۹ و ۱۰ شهریورماه, هفتم مارس, «۲۶ /جوزا /۱۴۰۳» */
static uint32_t day_month(const finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, q;
    int day = number(f, t, &p), second = 0;
    if (day < 1 || day > 31) return 0;
    q = p;
    if (skip_word(f, &q, W_AND) || punct(f, q, "-")) {
        if (punct(f, q, "-")) q++;
        uint32_t end;
        second = number(f, q, &end);
        if (second > day && second <= 31 && month_at(f, end, d, &q)) {
            d->day = (uint8_t)day;
            d->last_day = (uint8_t)second;
            return year_after(f, q, d);
        }
    }
    if (punct(f, p, "/")) p++;
    if (!month_at(f, p, d, &q)) return 0;
    d->day = (uint8_t)day;
    if (punct(f, q, "/") && year(f, q + 1, &p)) q++;
    return year_after(f, q, d);
}

/* حوت 22, 1403; سپتامبر ۲۰۲۱; ماه آگوست; شهریور ماه */
static uint32_t month_first(const finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, q;
    bool said = skip_word(f, &p, W_MONTH);
    if (!month_at(f, p, d, &q)) return 0;
    uint32_t letters = f->text->tokens[q - 1].letters.end - f->text->tokens[p].letters.start, month_word = q;
    int day = number(f, q, &month_word);
    rz_time_date with = *d;
    if (!said && day >= 1 && day <= 31) {
        uint32_t end = year_after(f, month_word, &with);
        if (with.year) {
            *d = with;
            d->day = (uint8_t)day;
            return end;
        }
    }
    uint32_t end = year_after(f, q, d);
    bool worded = said || end > q || (letters > 5 && q > p + 1);
    return worded ? end : 0;
}

static uint32_t edged(const finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p, q;
    uint8_t edge = word(f, t, W_EARLY, &p) ? RZ_EDGE_EARLY : word(f, t, W_MIDDLE, &p) ? RZ_EDGE_MIDDLE : word(f, t, W_LATE, &p) ? RZ_EDGE_LATE : RZ_EDGE_NONE;
    if (!edge) return 0;
    skip_word(f, &p, W_MONTH);
    if (!month_at(f, p, d, &q)) return 0;
    d->edge = edge;
    return year_after(f, q, d);
}

/* سال ۱۴۰۲, سال ۲۰۲۶- ۲۰۲۸ */
static uint32_t year_only(const finder *f, uint32_t t, rz_time_date *d) {
    uint32_t p = t, q;
    if (!skip_word(f, &p, W_YEAR)) return 0;
    int y = year(f, p, &q);
    if (!y) return 0;
    *d = (rz_time_date){.calendar = y < 1700 ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN, .year = (uint16_t)y};
    uint32_t end = q;
    if (punct(f, q, "-") || word(f, q, W_AND, &end)) {
        if (punct(f, q, "-")) end = q + 1;
        int other = year(f, end, &p);
        if (other > y) {
            d->last_year = (uint16_t)other;
            return p;
        }
    }
    skip_word(f, &q, W_ERA);
    return q;
}

static uint32_t date_at(const finder *f, uint32_t t, rz_time_date *d) {
    uint32_t end;
    *d = (rz_time_date){0};
    if ((end = numeric_date(f, t, d)) || (end = edged(f, t, d)) || (end = day_month(f, t, d)) || (end = month_first(f, t, d))) return end;
    *d = (rz_time_date){0};
    return year_only(f, t, d);
}

/* «۱۷ سپتامبر (۲۶ شهریور)»: the same in another calendar. */
static uint32_t twin_after(const finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t q = p;
    rz_time_date d;
    bool open = punct(f, q, "(");
    if (open || punct(f, q, "/")) q++;
    else if (!skip_word(f, &q, W_TWIN)) return p;
    uint32_t end = date_at(f, q, &d);
    if (!end || d.calendar == m->date.calendar || !d.month) return p;
    if (open && !punct(f, end, ")")) return p;
    m->twin = d;
    m->has_twin = true;
    return open ? end + 1 : end;
}

/* ---- weekdays, days and periods from the report ---- */

static const row_meaning *weekday(const finder *f, uint32_t t, uint32_t *last, bool sure) {
    const row_meaning *m = at(f, t, WEEKDAY, last);
    if (!m) return NULL;
    if (!m->city || sure || t == 0) return m;
    for (uint32_t h = f->text->hit_at[t - 1]; h < f->text->hit_at[t]; h++) {
        const rz_hit *hit = &f->text->hits[h];
        if (hit->row >= f->first[TIME] && hit->row < f->first[TIME] + f->count[TIME] && f->of[TIME][hit->row - f->first[TIME]].word == W_CITY_BEFORE)
            return NULL;
    }
    return m;
}

/* «امروز (چهارشنبه)», «امروز -دوشنبه ۸ دی‌ماه-» */
static uint32_t beside(const finder *f, uint32_t p, rz_time_mention *m) {
    if (!punct(f, p, "(-,")) return p;
    uint32_t q;
    const row_meaning *w = weekday(f, p + 1, &q, true);
    if (!w) return p;
    m->weekday = (int8_t)w->month;
    m->same_day = m->offset == 0;
    uint32_t end = date_at(f, q, &m->date);
    if (end && m->date.day) {
        m->kind = RZ_TIME_DATE;
        q = end;
    }
    return punct(f, q, ")-") ? q + 1 : q;
}

static uint32_t day_word(const finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p;
    const row_meaning *w = word(f, t, W_DAY, &p);
    if (!w) return 0;
    m->kind = RZ_TIME_OFFSET;
    m->offset = w->value;
    p = beside(f, p, m);
    while (skip_word(f, &p, W_PART)) {}
    return p;
}

static uint32_t weekday_expression(const finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, q;
    bool day = skip_word(f, &p, W_DATE);
    if (!day) {
        uint32_t unit = p;
        const row_meaning *u = word(f, p, W_UNIT, &unit);
        if (u && u->unit == RZ_UNIT_DAY) p = unit, day = true;
    }
    const row_meaning *w = weekday(f, p, &q, day || p > t);
    if (!w) return 0;
    m->kind = RZ_TIME_WEEKDAY;
    m->weekday = (int8_t)w->month;
    while (skip_word(f, &q, W_PART)) {}
    uint32_t start = punct(f, q, ",(-") ? q + 1 : q, end = date_at(f, start, &m->date);
    if (!end || !m->date.month) return q;
    m->kind = RZ_TIME_DATE;
    if (start > q && punct(f, end, ")-")) end++;
    return twin_after(f, end, m);
}

/* هفته آینده, ماه جاری, سه روز پیش, در یک سال گذشته, این هفته */
static uint32_t period(const finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, q;
    int n = 0;
    bool before = skip_word(f, &p, W_THIS_BEFORE);
    const row_meaning *u = word(f, p, W_ONE, &q);
    if (u) n = 1;
    else {
        uint32_t after;
        int said = number(f, p, &after);
        if (said > 0 && said < 400 && word(f, after, W_UNIT, &q)) n = said, p = after;
        if (!(u = word(f, p, W_UNIT, &q))) return 0;
    }
    uint32_t end;
    bool last = word(f, q, W_LAST, &end) != NULL, ago = word(f, q, W_AGO, &end) != NULL;
    bool next = !last && !ago && word(f, q, W_NEXT, &end) != NULL, ahead = !last && !ago && !next && word(f, q, W_AHEAD, &end) != NULL;
    bool this_one = !last && !ago && !next && !ahead && word(f, q, W_THIS, &end) != NULL;
    if (!last && !ago && !next && !ahead && !this_one && !(before && u->unit != RZ_UNIT_DAY)) return 0;
    m->unit = u->unit;
    m->kind = RZ_TIME_PERIOD;
    int sign = last || ago ? -1 : 1;
    if (before && !last && !next) end = q, sign = 0;
    if (this_one) sign = 0;
    if (n && sign) {
        if ((ago || ahead) && u->unit == RZ_UNIT_DAY) m->kind = RZ_TIME_OFFSET, m->offset = (int16_t)(sign * n);
        else if (ago && !(last && u->unit != RZ_UNIT_DAY)) m->offset = (int16_t)(sign * n);
        else m->count = (int16_t)(sign * n);
    } else m->offset = (int16_t)sign;
    if (u->unit == RZ_UNIT_DAY && m->kind == RZ_TIME_PERIOD && !m->count) m->kind = RZ_TIME_OFFSET;
    return end;
}

/* ---- an expression ---- */

static uint32_t expression(const finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, end;
    *m = (rz_time_mention){.weekday = -1, .of = RZ_NONE};
    while (skip_word(f, &p, W_PART)) {}
    uint32_t word_end = p;
    if (skip_word(f, &word_end, W_DATE) && (end = date_at(f, word_end, &m->date)) && m->date.month) return twin_after(f, end, m);
    if ((end = day_word(f, p, m))) return end;
    if ((end = weekday_expression(f, p, m))) return end;
    *m = (rz_time_mention){.weekday = -1, .of = RZ_NONE};
    if ((end = period(f, p, m))) return end;
    *m = (rz_time_mention){.weekday = -1, .of = RZ_NONE};
    if ((end = date_at(f, p, &m->date))) return twin_after(f, end, m);
    return 0;
}

static void govern(const finder *f, rz_time_mention *m, uint32_t from) {
    m->extent_first = m->first;
    m->extent_last = m->last;
    uint32_t low = m->first > from + 2 ? m->first - 2 : from, last;
    for (uint32_t t = low; t < m->first; t++)
        if (word(f, t, W_GOVERNOR, &last) && last == m->first) {
            m->extent_first = t;
            return;
        }
}

void rz_times_find(rz_arena *arena, const rz_text *text, rz_mentions *out) {
    finder f = {.arena = arena, .text = text};
    read_rows(&f);
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        f.limit = text->sentences[i].last;
        for (uint32_t t = text->sentences[i].first; t < f.limit;) {
            rz_time_mention m;
            uint32_t end = expression(&f, t, &m);
            if (end <= t) {
                t++;
                continue;
            }
            m.first = t;
            m.last = end;
            govern(&f, &m, text->sentences[i].first);
            *RZ_PUSH(arena, &f.out) = m;
            t = end;
        }
    }
    out->times = f.out.at;
    out->n_times = f.out.n;
}
