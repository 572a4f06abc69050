/* Lengths of time, ages, and what comes again and again. */
#include "mention/time_pieces.h"

enum { LONGEST_LENGTH = 1000000, MOST_MEMBERS = 12 /* of a list, «۱۳، ۲۳ و ۲۴ دقیقه» */ };

/* ---- so much of a unit ---- */

/* Half a unit in whole ones of another: half a year is six months. */
static int half_of(uint8_t unit, uint8_t *in) {
    static const struct {
        uint8_t unit, in, n;
    } halves[] = {{RZ_UNIT_CENTURY, RZ_UNIT_YEAR, 50}, {RZ_UNIT_DECADE, RZ_UNIT_YEAR, 5}, {RZ_UNIT_YEAR, RZ_UNIT_MONTH, 6}, {RZ_UNIT_MONTH, RZ_UNIT_DAY, 15},
                  {RZ_UNIT_DAY, RZ_UNIT_HOUR, 12}, {RZ_UNIT_HOUR, RZ_UNIT_MINUTE, 30}, {RZ_UNIT_MINUTE, RZ_UNIT_SECOND, 30}};
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (halves[i].unit == unit) return *in = halves[i].in, halves[i].n;
    return 0;
}

static void add_half(rz_quantity *q) {
    uint8_t in;
    int half = half_of(q->unit, &in);
    if (!half || q->n > LONGEST_LENGTH / 200) return;
    q->n = (2 * q->n + 1) * half;
    q->unit = in;
}

/* «یکی دو», «چهارده پانزده», «بیست سی»: two number words that are one guess. */
static bool about(int n, int more) { return more == n + 1 || (n < 10 && more == n + 2) || (n % 10 == 0 && more == n + 10); }

/* How many: one number, a list of them («۳ یا ۴», «۳۰ تا ۶۰», «۱۳، ۲۳ و ۲۴», «یکی دو») of which the last counts. */
static int how_many(const rz_time_finder *f, uint32_t t, uint32_t *end, bool *half, int *least) {
    bool ordinal;
    *least = 0;
    int n = rz_time_number(f, t, end, &ordinal);
    if (n < 0 && t < f->limit && (n = rz_time_decimal_half(f, t)) >= 0) {
        *half = true;
        *end = t + 1;
        return n;
    }
    if (n < 1 || ordinal) return -1;
    if ((*half = rz_time_with_half(f, t, *end))) return n;
    for (int members = 1;; members++) {
        uint32_t q = *end, last;
        bool goes_on = rz_list_goes_on(f, &q, true), words = q < f->limit && f->text->tokens[q].kind == RZ_TOKEN_WORD;
        int more = goes_on || words ? rz_time_number(f, q, &last, &ordinal) : -1;
        if (more <= n || members > MOST_MEMBERS || ordinal || more >= LONGEST_LENGTH || (!goes_on && !about(n, more))) return n;
        if (!*least) *least = n;
        n = more, *end = last;
    }
}

static bool unit_at(const rz_time_finder *f, uint32_t p, rz_quantity *out) {
    const rz_time_meaning *u = rz_time_word_at(f, p, RZ_W_UNIT, &out->end);
    if (!u || u->unit == RZ_UNIT_SEASON || (u->leading && !out->n && !out->some)) return false;
    out->unit = out->grain = u->unit;
    out->plural = u->plural;
    out->alone = u->alone;
    return true;
}

static bool read_quantity(const rz_time_finder *f, uint32_t t, rz_quantity *out) {
    uint32_t p = t, after;
    *out = (rz_quantity){.this_one = rz_time_skip(f, &p, RZ_W_THIS_BEFORE)};
    if (!out->this_one) out->same = rz_time_skip(f, &p, RZ_W_SAME);
    const rz_time_meaning *one = rz_time_word_at(f, p, RZ_W_ONE, &out->end);
    if (one) {
        out->unit = out->grain = one->unit;
        out->n = one->value ? one->value : 1;
        if (one->parts) out->n = 0, add_half(out); /* «نیم ساعت» */
    } else if (!unit_at(f, p, out)) {
        bool half = false;
        out->some = rz_time_skip(f, &p, RZ_W_SOME);
        int said = out->some ? 1 : how_many(f, p, &after, &half, &out->least);
        if (said < 0 || said >= LONGEST_LENGTH) return false;
        if (!out->some) out->n = said, p = after;
        if (half && !out->n) return false;
        if (!unit_at(f, p, out)) return false;
        if (half) add_half(out);
    } else return true;
    uint32_t q;
    const rz_time_meaning *add = out->n ? rz_time_word_at(f, out->end, RZ_W_CLOCK_ADD, &q) : NULL;
    if (add && add->value == 30) {
        out->end = q;
        if (!(one && one->parts)) add_half(out);
    }
    return true;
}

/* Each reader of times asks for it again. */
static bool one_quantity(const rz_time_finder *f, uint32_t t, rz_quantity *out) {
    rz_quantity_read *held = f->quantity;
    if (held->token != t + 1) held->is = read_quantity(f, t, &held->said) && !rz_time_two_of_them(f, t, &held->said), held->token = t + 1;
    if (held->is) *out = held->said;
    return held->is;
}

/* In the smaller unit, where one is so many of the other. */
static int in_units(int n, uint8_t from, uint8_t to) {
    if (from == to) return n;
    if (from == RZ_UNIT_YEAR && to == RZ_UNIT_MONTH) return n * 12;
    if (from == RZ_UNIT_HOUR && to == RZ_UNIT_MINUTE) return n * 60;
    if (from == RZ_UNIT_MINUTE && to == RZ_UNIT_SECOND) return n * 60;
    if (from == RZ_UNIT_WEEK && to == RZ_UNIT_DAY) return n * 7;
    if (from == RZ_UNIT_MONTH && to == RZ_UNIT_DAY) return n * 30;
    if (from == RZ_UNIT_DAY && to == RZ_UNIT_HOUR) return n * 24;
    if (from == RZ_UNIT_YEAR && to == RZ_UNIT_DAY) return n * 365;
    return -1;
}

/* «دو ساعت و ۳۰ دقیقه», «یک سال و شش ماه و ده روز», «۳ شب و ۴ روز» */
bool rz_quantity_at(const rz_time_finder *f, uint32_t t, rz_quantity *out) {
    if (!one_quantity(f, t, out)) return false;
    out->made_of = (rz_time_parts){1, {out->unit}, {out->n}};
    for (int parts = 1; parts < RZ_MOST_PARTS && out->n && out->n < LONGEST_LENGTH / 400; parts++) {
        rz_quantity more;
        uint32_t p = out->end;
        if (!rz_time_skip(f, &p, RZ_W_AND) || !one_quantity(f, p, &more) || !more.n || more.this_one || more.same) break;
        int n = in_units(out->n, out->unit, more.unit);
        if (n < 0) break;
        if (out->unit == more.unit) out->made_of.count[out->made_of.n - 1] = more.n; /* «۳ شب و ۴ روز» */
        else {
            out->made_of.unit[out->made_of.n] = more.unit;
            out->made_of.count[out->made_of.n++] = more.n;
        }
        out->n = out->unit == more.unit ? more.n : n + more.n;
        out->unit = out->grain = more.unit;
        out->end = more.end;
    }
    return true;
}

/* ---- what comes again and again ---- */

/* «دوشنبه‌ها», «هر دوشنبه و چهارشنبه», «هر روز جمعه»; «روزهای دوشنبه و سه‌شنبه» are two days on end. */
static uint32_t weekdays(const rz_time_finder *f, uint32_t p, bool every, rz_time_mention *m) {
    uint32_t end, q = p;
    const rz_time_meaning *u = every || rz_time_word_at(f, p, RZ_W_UNIT, &end) ? rz_time_word_at(f, p, RZ_W_UNIT, &end) : NULL;
    bool days = u && u->unit == RZ_UNIT_DAY && u->plural;
    if (u && u->unit == RZ_UNIT_DAY && (every || days)) q = end;
    const rz_time_meaning *w = rz_time_at(f, q, RZ_MEANS_WEEKDAY, &end);
    if (!w || (!every && !w->plural && !days) || (w->prayer && rz_time_word_before(f, p, RZ_W_PRAYER))) return 0;
    m->weekday = (int8_t)w->number;
    int day = w->number;
    bool on_end = days && !every;
    uint32_t named = 1;
    for (uint32_t next = end, last; rz_list_goes_on(f, &next, true) && (w = rz_time_at(f, next, RZ_MEANS_WEEKDAY, &last)); next = end, named++) {
        on_end &= w->number == (day + 1) % 7;
        day = w->number;
        end = last;
    }
    if (on_end && named > 1 && !rz_time_word_at(f, end, RZ_W_EVERY, &q)) return 0;
    m->grain = RZ_UNIT_DAY;
    uint32_t week = end;
    const rz_time_meaning *of = rz_time_skip(f, &week, RZ_W_EVERY) ? rz_time_word_at(f, week, RZ_W_UNIT, &q) : NULL;
    return of && of->unit == RZ_UNIT_WEEK ? q : end;
}

/* «یک بار», «دو بار» */
static uint32_t so_often(const rz_time_finder *f, uint32_t p) {
    uint32_t end, last;
    const rz_time_meaning *m = rz_time_word_at(f, p, RZ_W_TIMES, &last);
    if (m) return m->value ? last : 0; /* «یکبار» */
    int n = rz_time_number(f, p, &end, NULL);
    return n > 0 && rz_time_word_at(f, end, RZ_W_TIMES, &last) ? last : 0;
}

/* «هر هفته», «هر چهار سال یک بار», «هر دوشنبه», «هر بهار» */
static uint32_t every(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, end;
    if (!rz_time_skip(f, &p, RZ_W_EVERY)) return 0;
    rz_quantity q;
    rz_time_date d = {0};
    if ((end = weekdays(f, p, true, m))) {
        rz_time_mention period;
        uint32_t of = rz_period_at(f, end, &period);
        return of && period.kind == RZ_TIME_PERIOD ? of : end;
    }
    if (rz_time_word_at(f, p, RZ_W_PART, &end)) m->grain = RZ_UNIT_PART;
    else if (rz_quantity_at(f, p, &q) && !q.this_one && !q.some && !q.same && !q.plural) m->grain = q.grain, m->unit = q.unit, m->count = q.n, end = q.end;
    else if (rz_season_at(f, p, &d) || rz_time_word_at(f, p, RZ_W_SEASON, &end)) m->grain = RZ_UNIT_SEASON, end = p + 1;
    else return 0;
    return end;
}

/* Is so much of the unit less than one of the other? */
static bool less(uint8_t unit, uint8_t than) {
    bool clock = unit == RZ_UNIT_HOUR || unit == RZ_UNIT_MINUTE || unit == RZ_UNIT_SECOND;
    return than <= RZ_UNIT_YEAR && (clock || unit < than);
}

/* «هفته‌ای یک بار», «روزی هشت ساعت» */
static uint32_t so_much_per(const rz_time_finder *f, uint32_t p, uint8_t per) {
    rz_quantity q;
    uint32_t end = so_often(f, p);
    if (end || !one_quantity(f, p, &q) || !q.n || q.this_one || q.same || !less(q.unit, per)) return end;
    int8_t offset;
    return rz_relation_after(f, q.end, &offset) || rz_time_word_at(f, q.end, RZ_W_AGO, &end) || rz_time_word_at(f, q.end, RZ_W_AFTER, &end) ? 0 : q.end;
}

/* «دو هفته یک بار»; «پس از دو هفته یک بار دیگر» is none. */
static uint32_t once_in(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    rz_quantity q;
    uint32_t last;
    if (!one_quantity(f, t, &q) || !q.n || q.this_one || q.same || rz_time_word_before(f, t, RZ_W_GOVERNOR)) return 0;
    uint32_t end = so_often(f, q.end);
    bool once = end && (rz_time_word_at(f, q.end, RZ_W_TIMES, &last) || rz_time_number(f, q.end, &last, NULL) == 1);
    if (!once || rz_time_word_at(f, end, RZ_W_AHEAD, &last)) return 0;
    m->grain = q.grain;
    m->unit = q.unit;
    m->count = q.n;
    return end;
}

/* «در روز ۷ تا ۸ ساعت», «در هفته دو بار» */
static uint32_t in_each(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p;
    const rz_time_meaning *u = rz_time_word_at(f, t, RZ_W_UNIT, &p);
    if (!u || u->plural || u->leading || u->unit > RZ_UNIT_HOUR || !rz_time_word_before(f, t, RZ_W_IN)) return 0;
    m->grain = m->unit = u->unit;
    return so_much_per(f, p, u->unit);
}

/* «دو بار در هفته», «۳ روز در هفته», «هفته‌ای یک بار» */
static uint32_t rate(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p, end;
    const rz_time_meaning *per = rz_time_word_at(f, t, RZ_W_PER, &p);
    if (per) {
        m->grain = m->unit = per->unit;
        return so_much_per(f, p, per->unit);
    }
    if ((end = once_in(f, t, m)) || (end = in_each(f, t, m))) return end;
    p = so_often(f, t);
    rz_quantity q;
    if (!p && one_quantity(f, t, &q) && q.n) p = q.end;
    if (!p || !rz_time_word_at(f, p, RZ_W_IN, &p)) return 0;
    const rz_time_meaning *u = rz_time_word_at(f, p, RZ_W_UNIT, &end);
    if (!u || u->plural || u->leading) return 0;
    int8_t offset;
    if (rz_relation_after(f, end, &offset) || rz_time_number(f, end, &p, NULL) >= 0 || rz_time_at(f, end, RZ_MEANS_WEEKDAY, &p)) return 0;
    m->grain = m->unit = u->unit;
    return end;
}

uint32_t rz_set_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t end;
    m->kind = RZ_TIME_SET;
    const rz_time_meaning *fixed = rz_time_word_at(f, t, RZ_W_SET, &end);
    if (fixed) {
        m->grain = m->unit = fixed->grain;
        return end;
    }
    if ((end = every(f, t, m)) || (end = weekdays(f, t, false, m))) return end;
    return rate(f, t, m);
}

/* ---- lengths and ages ---- */

/* A person or the holder of an office, named right before. */
static bool person_before(const rz_time_finder *f, uint32_t token) {
    enum { LONGEST = 4 };
    for (uint32_t t = token > f->start + LONGEST ? token - LONGEST : f->start; t < token; t++)
        for (rz_hits h = rz_hits_at(f->text, t); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->last == token && (hit->type == RZ_PERSON || hit->type == RZ_OFFICE || hit->type == RZ_TITLE)) return true;
        }
    return false;
}

static bool of_person(const rz_time_finder *f, uint32_t t) { return rz_time_word_before(f, t, RZ_W_PERSON) || person_before(f, t); }

/* سه روزه, ۲۵ ساله, «۳ یا ۴ شبه»; ۶۵ ساله of a person is an age. */
static uint32_t adjective(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, end;
    const rz_time_meaning *w = rz_time_word_at(f, t, RZ_W_LONG, &end);
    if (!w || !w->value) {
        bool half = false;
        const rz_time_meaning *glued;
        int n = rz_time_glued_long(f, t, &glued);
        if (n < 1) n = rz_time_skip(f, &p, RZ_W_SOME) ? 0 : how_many(f, t, &p, &half, &m->least);
        else end = t + 1;
        if (n < 0 || n >= LONGEST_LENGTH) return 0;
        m->count = n;
        if (glued ? (w = glued)->word == RZ_W_OLD : n && (w = rz_time_word_at(f, p, RZ_W_OLD, &end))) {
            m->kind = RZ_TIME_AGE;
            m->grain = m->unit = w->unit;
            return end;
        }
        if (!glued && (!(w = rz_time_word_at(f, p, RZ_W_LONG, &end)) || w->value)) return 0;
    }
    bool age = (w->unit == RZ_UNIT_YEAR || w->unit == RZ_UNIT_MONTH) && (of_person(f, t) || (t > f->start && rz_time_ends_at(f, t - 1, RZ_W_ABOUT, t) && of_person(f, t - 1)));
    m->kind = age ? RZ_TIME_AGE : RZ_TIME_LENGTH;
    m->adjective = true;
    m->grain = m->unit = w->unit;
    if (w->value) m->count = w->value;
    return end;
}

/* «ظرف [حداکثر]» before it. */
static bool within_before(const rz_time_finder *f, uint32_t t) {
    if (rz_time_word_before(f, t, RZ_W_WITHIN)) return true;
    for (uint32_t p = t; p-- > f->start && t - p <= 2;)
        if (rz_time_word_before(f, p, RZ_W_WITHIN)) {
            uint32_t about = p;
            return rz_time_skip(f, &about, RZ_W_ABOUT) && about == t;
        }
    return false;
}

/* «دقایق ۵، ۶۱ و ۸۹» */
static uint32_t numbered(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p, end, last;
    const rz_time_meaning *u = rz_time_word_at(f, t, RZ_W_UNIT, &p);
    if (!u || u->unit != RZ_UNIT_MINUTE || p >= f->limit || f->text->tokens[p].kind != RZ_TOKEN_NUMBER || rz_time_word_at(f, p + 1, RZ_W_COUNTED, &end)) return 0; /* «دقیقه ۲+۴۵» too; «در دقیقه ۲۰ بار» */
    end = p + 1;
    for (uint32_t q = end; rz_list_goes_on(f, &q, true) && rz_time_plain_number(f, q) > 0 && !rz_time_word_at(f, q + 1, RZ_W_COUNTED, &last); q = end) end = q + 1;
    m->kind = RZ_TIME_VAGUE; /* which, not how long */
    m->grain = m->unit = RZ_UNIT_MINUTE;
    return end;
}

/* «سال‌ها», «این روزها», «همان ماه‌های اول»: so long, or then; nobody knows how long or when. */
static uint32_t unnumbered(const rz_time_finder *f, const rz_quantity *q, rz_time_mention *m) {
    uint32_t end = q->end;
    m->grain = m->unit = q->grain;
    if (rz_time_skip(f, &end, RZ_W_EDGE) || q->this_one || q->same) {
        m->kind = RZ_TIME_VAGUE;
        return end;
    }
    m->kind = RZ_TIME_LENGTH;
    return q->alone ? q->end : 0;
}

/* «[آخرین] پنجشنبه سال», «[سومین] شنبه مهر ۱۴۰۰» */
static uint32_t numbered_weekday(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t end, of, last;
    rz_time_date d;
    rz_time_mention period;
    const rz_time_meaning *w = rz_time_at(f, p, RZ_MEANS_WEEKDAY, &end);
    if (!w || w->plural) return 0;
    m->kind = RZ_TIME_VAGUE;
    m->grain = m->unit = RZ_UNIT_DAY;
    if ((of = rz_month_name_at(f, end, &d)) || (of = rz_period_at(f, end, &period)) || (of = rz_years_at(f, end, &d))) return of;
    const rz_time_meaning *u = rz_time_word_at(f, end, RZ_W_UNIT, &last);
    return u && !u->plural && (u->unit == RZ_UNIT_MONTH || u->unit == RZ_UNIT_YEAR) ? last : end;
}

/* «شصت و چهارمین سال», «دومین روز سفر», «روز چهارم سفر» */
static uint32_t ordinal_unit(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p, end;
    bool ordinal;
    int n = rz_time_number(f, t, &p, &ordinal);
    const rz_time_meaning *u;
    if (ordinal && n != 0 && rz_time_leads(f, p)) {
        if ((end = numbered_weekday(f, p, m))) return end;
        u = rz_time_word_at(f, p, RZ_W_UNIT, &end);
        if (!u || u->plural || u->unit == RZ_UNIT_SEASON) return 0;
    } else {
        u = n < 0 ? rz_time_word_at(f, t, RZ_W_UNIT, &p) : NULL;
        if (!u || u->plural || u->leading || u->unit != RZ_UNIT_DAY || rz_time_number(f, p, &end, &ordinal) < 1 || !ordinal || rz_time_leads(f, end)) return 0;
    }
    m->kind = RZ_TIME_VAGUE;
    m->grain = m->unit = u->unit;
    return end;
}

uint32_t rz_length_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t end = adjective(f, t, m);
    if (end || (end = numbered(f, t, m)) || (f->wide && (end = ordinal_unit(f, t, m)))) return end;
    rz_quantity q;
    if (f->wide && rz_quantity_at(f, t, &q) && q.plural && !q.n && !q.some) return unnumbered(f, &q, m);
    if (!rz_quantity_at(f, t, &q) || (!q.n && !q.some) || q.this_one || q.same || rz_time_word_at(f, q.end, RZ_W_MARKET, &end)) return 0;
    if (q.unit == RZ_UNIT_HOUR && rz_time_plain_number(f, q.end) >= 0 && rz_time_punct(f, q.end + 1, ":^")) return 0; /* «گروه هفت ساعت ۱۵:۰۰» */
    m->kind = RZ_TIME_LENGTH;
    m->grain = q.grain;
    m->unit = q.unit;
    m->count = q.some ? 0 : q.n;
    m->least = q.least;
    m->made_of = q.made_of;
    if (q.n && q.unit >= RZ_UNIT_YEAR && rz_time_word_at(f, q.end, RZ_W_BEFORE_ERA, &end)) { /* «۴۰۰۰ سال قبل از میلاد» */
        *m = rz_time_nothing();
        m->kind = RZ_TIME_DATE;
        m->grain = RZ_UNIT_YEAR;
        m->date.before_era = true;
        return end;
    }
    if (q.some) return q.end;
    if (rz_time_word_at(f, q.end, RZ_W_OLD, &end)) { /* «۴۵ سال سن» */
        m->kind = RZ_TIME_AGE;
        return end;
    }
    if (within_before(f, t) && !q.least) {
        m->kind = RZ_TIME_PERIOD;
        m->within = true;
    }
    return q.end;
}
