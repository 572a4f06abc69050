/* Weekdays, days and periods told from the report or from another day, lengths of time. */
#include "mention/time_words.h"

static bool named_by(const rz_time_finder *f, uint32_t token, rz_row_type a, rz_row_type b) {
    if (token >= f->limit) return false;
    for (uint32_t h = f->text->hit_at[token]; h < f->text->hit_at[token + 1]; h++) {
        rz_row_type type = f->text->hits[h].type;
        if (type == a || type == b) return true;
    }
    return false;
}

/* ---- weekdays ---- */

/* دوشنبه is a city too: after در, به … or beside another place, unless a day, week or part of the day follows. */
static bool is_city(const rz_time_finder *f, uint32_t t, uint32_t end) {
    uint32_t last, p = end;
    rz_time_date d;
    if (rz_time_word_at(f, end, RZ_W_CITY_AFTER, &last)) return true;
    if (rz_time_word_at(f, end, RZ_W_PART, &last) || rz_date_at(f, end, &d)) return false;
    if (rz_time_skip(f, &p, RZ_W_RANGE) && rz_time_at(f, p, RZ_MEANS_WEEKDAY, &last)) return false;
    rz_time_mention week;
    if (rz_period_at(f, end, &week) && week.unit == RZ_UNIT_WEEK) return false;
    if (rz_time_word_at(f, end, RZ_W_LAST, &last) || rz_time_word_at(f, end, RZ_W_NEXT, &last)) return false;
    if (rz_time_word_before(f, t, RZ_W_CITY_BEFORE)) return true;
    uint32_t next = end;
    return rz_time_skip(f, &next, RZ_W_AND) && named_by(f, next, RZ_PLACE, RZ_STATE) && !rz_time_at(f, next, RZ_MEANS_WEEKDAY, &last);
}

static const rz_time_meaning *weekday(const rz_time_finder *f, uint32_t t, uint32_t *last, bool sure) {
    const rz_time_meaning *m = rz_time_at(f, t, RZ_MEANS_WEEKDAY, last);
    if (!m || (m->city && !sure && is_city(f, t, *last))) return NULL;
    return m->prayer && rz_time_word_before(f, t, RZ_W_PRAYER) ? NULL : m;
}

/* The date after p, in brackets or after a comma where `may_part`; the token after it, 0 where there is none. */
static uint32_t date_beside(const rz_time_finder *f, uint32_t p, bool may_part, rz_time_mention *m) {
    bool open = may_part && rz_time_punct(f, p, "(");
    rz_time_date d;
    uint32_t end = rz_date_at(f, p + (may_part && rz_time_punct(f, p, "(,")), &d);
    if (!end || !d.day || !d.month) return 0;
    m->kind = RZ_TIME_DATE;
    m->date = d;
    end = rz_date_twin_after(f, end, m);
    return open && rz_time_punct(f, end, ")") ? end + 1 : end;
}

/* The weekday and date of a day: «امروز (چهارشنبه)», «امروز -دوشنبه ۸ دی‌ماه-», «امروز سه‌شنبه ۲۵ بهمن», «امروز (۲۵ بهمن)»,
 * «امروز (سه‌شنبه) ۲۵ بهمن», «امروز «دوشنبه، ۲۴ عقرب»». */
static uint32_t beside(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    bool comma = rz_time_punct(f, p, ","), open = rz_time_punct(f, p, "(-<\"");
    uint32_t start = p + (comma || open), q = start;
    const rz_time_meaning *w = weekday(f, start, &q, open);
    if (!w) q = start;
    else m->weekday = (int8_t)w->number;
    bool closed = w && open && rz_time_punct(f, q, ")->\"");
    uint32_t end = date_beside(f, q + closed, w && !closed, m);
    if (!w && !end) return p;
    m->beside_day = true;
    if (!end) return q + closed;
    return open && !closed && rz_time_punct(f, end, ")->\"") ? end + 1 : end;
}

uint32_t rz_day_word_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p;
    const rz_time_meaning *w = rz_time_word_at(f, t, RZ_W_STORY, &p);
    m->kind = RZ_TIME_OFFSET;
    if (w) {
        m->story = true;
        m->offset = w->value;
        return p;
    }
    if (!(w = rz_time_word_at(f, t, RZ_W_DAY, &p))) return 0;
    m->offset = w->value;
    m->grain = w->grain;
    if (m->offset == 0 && rz_time_word_before(f, t, RZ_W_WORLD)) return 0;
    return beside(f, p, m);
}

/* «گذشته», «هفته آینده» after a weekday. */
static uint32_t week_after(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t end;
    rz_time_mention week = {.weekday = -1};
    int8_t near = rz_time_word_at(f, p, RZ_W_LAST, &end) ? -1 : rz_time_word_at(f, p, RZ_W_NEXT, &end) ? 1 : 0;
    if (near) {
        m->week = RZ_WEEK_NEAR;
        m->offset = near;
        return end;
    }
    end = rz_period_at(f, p, &week);
    if (!end || week.kind != RZ_TIME_PERIOD || week.unit != RZ_UNIT_WEEK || week.count || week.story) return p;
    m->week = RZ_WEEK_OFFSET;
    m->offset = week.offset;
    return end;
}

/* «شنبه تا چهارشنبه» */
static uint32_t weekday_range(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t q = p, last;
    if (!rz_time_skip(f, &q, RZ_W_RANGE)) return p;
    const rz_time_meaning *w = rz_time_at(f, q, RZ_MEANS_WEEKDAY, &last);
    if (!w) return p;
    m->last_weekday = (int8_t)w->number;
    return last;
}

/* سه‌شنبه, روز جمعه ۲۴ جدی, سه‌شنبه (۱۵ مارس) */
uint32_t rz_weekday_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, q;
    if (!rz_time_skip(f, &p, RZ_W_DATE)) {
        const rz_time_meaning *u = rz_time_word_at(f, p, RZ_W_UNIT, &q);
        if (u && u->unit == RZ_UNIT_DAY && !u->plural) p = q;
    }
    const rz_time_meaning *w = weekday(f, p, &q, p > t);
    if (!w) return 0;
    m->kind = RZ_TIME_WEEKDAY;
    m->weekday = (int8_t)w->number;
    uint32_t part, start = rz_time_word_at(f, q, RZ_W_PART, &part) ? part : q; /* «سه‌شنبه شب ۲۵ بهمن» */
    start += rz_time_punct(f, start, ",(-");
    rz_time_skip(f, &start, RZ_W_DATE); /* «سه‌شنبه مورخ ۲۵ بهمن» */
    uint32_t end = rz_date_at(f, start, &m->date);
    if (end && m->date.month && m->date.day) {
        bool open = start > q && rz_time_punct(f, q, "(-");
        m->kind = RZ_TIME_DATE;
        if (open && rz_time_punct(f, end, ")-")) end++;
        return rz_date_twin_after(f, end, m);
    }
    m->date = (rz_time_date){0};
    end = weekday_range(f, q, m);
    if (end > q) return end;
    end = week_after(f, q, m);
    uint32_t last = end > q && rz_time_punct(f, end, "(") ? date_beside(f, end, true, m) : 0; /* «پنجشنبه گذشته (۱۰ مهر)» */
    return last ? last : end;
}

/* ---- periods ---- */

typedef struct {
    int n;         /* said, or 0 */
    bool some;     /* چند */
    bool this_one; /* این, همین before it */
    const rz_time_meaning *unit;
    uint32_t end;
} quantity;

static bool quantity_at(const rz_time_finder *f, uint32_t t, quantity *out) {
    uint32_t p = t, after;
    *out = (quantity){.this_one = rz_time_skip(f, &p, RZ_W_THIS_BEFORE)};
    if ((out->unit = rz_time_word_at(f, p, RZ_W_ONE, &out->end))) return out->n = 1, true;
    if ((out->unit = rz_time_word_at(f, p, RZ_W_UNIT, &out->end))) return true;
    out->some = rz_time_skip(f, &p, RZ_W_SOME);
    bool ordinal = false;
    int said = out->some ? 1 : rz_time_number(f, p, &after, &ordinal);
    if (said < 1 || said >= 400 || ordinal) return false;
    if (!out->some) out->n = said, p = after;
    return (out->unit = rz_time_word_at(f, p, RZ_W_UNIT, &out->end)) != NULL;
}

typedef struct {
    rz_time_word word; /* LAST NEXT THIS AGO AHEAD AFTER BEFORE, or NONE */
    uint32_t end;
} relation;

/* «سه روز پیش از سفر» is not told from the report. */
static relation relation_at(const rz_time_finder *f, uint32_t p) {
    static const rz_time_word words[] = {RZ_W_BEFORE, RZ_W_AFTER, RZ_W_LAST, RZ_W_NEXT, RZ_W_THIS, RZ_W_AGO, RZ_W_AHEAD};
    relation best = {RZ_W_NONE, p};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t end, last;
        if (rz_time_word_at(f, p, words[i], &end) && end > best.end && !rz_time_word_at(f, end, RZ_W_FROM, &last))
            best = (relation){words[i], end};
    }
    return best;
}

static bool calendar_unit(const quantity *q) { return q->unit->unit >= RZ_UNIT_WEEK && q->unit->unit <= RZ_UNIT_YEAR; }

/* «سه روز پیش» is a day, «دو هفته پیش» a week. */
static void shifted(rz_time_mention *m, const quantity *q, int n) {
    m->kind = calendar_unit(q) || q->unit->unit == RZ_UNIT_DECADE ? RZ_TIME_PERIOD : RZ_TIME_OFFSET;
    if (q->unit->unit == RZ_UNIT_DECADE) m->unit = RZ_UNIT_YEAR, n *= 10;
    else if (q->unit->unit == RZ_UNIT_HOUR) n /= 24;
    else if (q->unit->unit == RZ_UNIT_MINUTE || q->unit->unit == RZ_UNIT_SECOND) n = 0;
    m->offset = (int16_t)n;
}

static bool tell(rz_time_mention *m, const quantity *q, rz_time_word word) {
    int sign = word == RZ_W_LAST || word == RZ_W_AGO || word == RZ_W_BEFORE ? -1 : word == RZ_W_THIS || word == RZ_W_NONE ? 0 : 1;
    bool length = word == RZ_W_LAST || word == RZ_W_NEXT;
    m->story = word == RZ_W_AFTER || word == RZ_W_BEFORE;
    if (!sign) {
        bool date = calendar_unit(q) && !q->n && !q->some && !q->unit->plural;
        m->kind = RZ_TIME_PERIOD;
        return date && (word == RZ_W_THIS || (q->this_one && q->unit->unit != RZ_UNIT_YEAR));
    }
    if (q->some || (q->unit->plural && !q->n)) {
        m->kind = RZ_TIME_VAGUE;
        m->count = length;
    } else if (q->n && length) {
        m->kind = RZ_TIME_PERIOD;
        m->count = (int16_t)(sign * q->n);
    } else if (!q->n && q->unit->unit == RZ_UNIT_DECADE) {
        m->kind = RZ_TIME_PERIOD;
        m->count = (int16_t)sign;
    } else if (!q->n && q->unit->unit != RZ_UNIT_DAY && !calendar_unit(q)) return false;
    else shifted(m, q, sign * (q->n ? q->n : 1));
    return true;
}

static uint32_t era_after(const rz_time_finder *f, uint32_t end, rz_time_mention *m) {
    const rz_time_meaning *era = m->unit == RZ_UNIT_MONTH || m->unit == RZ_UNIT_YEAR ? rz_time_word_at(f, end, RZ_W_ERA, &end) : NULL;
    m->date.calendar = era ? era->calendar : RZ_CAL_JALALI;
    return end;
}

/* هفته آینده, ماه جاری, سه روز پیش, یک سال گذشته, این هفته, امسال */
static uint32_t plain_period(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t end;
    const rz_time_meaning *year = rz_time_word_at(f, t, RZ_W_YEAR_OF, &end);
    if (year) {
        m->kind = RZ_TIME_PERIOD;
        m->unit = m->grain = RZ_UNIT_YEAR;
        m->offset = year->value;
        return era_after(f, end, m);
    }
    quantity q;
    if (!quantity_at(f, t, &q)) return 0;
    m->unit = m->grain = q.unit->unit;
    relation r = relation_at(f, q.end);
    return tell(m, &q, r.word) ? era_after(f, r.end, m) : 0;
}

/* اواخر هفته آینده, پایان سال جاری, اواخر هفته */
uint32_t rz_period_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p, end;
    *m = (rz_time_mention){.weekday = -1, .last_weekday = -1, .of = RZ_NONE, .anchor = RZ_NONE, .minute = -1};
    const rz_time_meaning *part = rz_time_word_at(f, t, RZ_W_FRACTION, &p);
    if (!part) return plain_period(f, t, m);
    end = plain_period(f, p, m);
    if (end && (m->kind != RZ_TIME_PERIOD || m->count || m->unit < RZ_UNIT_WEEK || m->unit > RZ_UNIT_YEAR)) return 0;
    if (!end) {
        const rz_time_meaning *unit = rz_time_word_at(f, p, RZ_W_UNIT, &end);
        if (!unit || unit->plural || unit->unit != RZ_UNIT_WEEK) return 0;
        m->kind = RZ_TIME_PERIOD;
        m->unit = m->grain = unit->unit;
        m->date.calendar = RZ_CAL_JALALI;
    }
    m->date.part = (uint8_t)part->value;
    m->date.parts = part->parts;
    return end;
}

/* ---- lengths, sets, ages ---- */

static uint32_t every(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, end;
    if (!rz_time_skip(f, &p, RZ_W_EVERY)) return 0;
    quantity q;
    m->kind = RZ_TIME_SET;
    if (quantity_at(f, p, &q) && !q.this_one && !q.some) {
        m->grain = q.unit->unit;
        return q.end;
    }
    const rz_time_meaning *w = rz_time_at(f, p, RZ_MEANS_WEEKDAY, &end);
    if (!w) return 0;
    m->weekday = (int8_t)w->number;
    return end;
}

/* سه روزه, ۲۵ ساله; ۶۵ ساله of a person is an age. */
static uint32_t adjective(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, end;
    const rz_time_meaning *w = rz_time_word_at(f, t, RZ_W_LONG, &end);
    if (!w || !w->value) {
        int n = rz_time_number(f, t, &p, NULL);
        if (n < 1 || n >= 400) return 0;
        if (rz_time_word_at(f, p, RZ_W_OLD, &end)) {
            m->kind = RZ_TIME_AGE;
            m->grain = RZ_UNIT_YEAR;
            return end;
        }
        if (!(w = rz_time_word_at(f, p, RZ_W_LONG, &end)) || w->value) return 0;
    }
    bool age = w->unit == RZ_UNIT_YEAR && rz_time_word_before(f, t, RZ_W_PERSON);
    m->kind = age ? RZ_TIME_AGE : RZ_TIME_LENGTH;
    m->grain = w->unit;
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

uint32_t rz_length_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t end = every(f, t, m);
    if (end || (end = adjective(f, t, m))) return end;
    quantity q;
    if (!quantity_at(f, t, &q) || !q.n || q.this_one) return 0;
    m->kind = RZ_TIME_LENGTH;
    m->grain = m->unit = q.unit->unit;
    if (within_before(f, t)) {
        m->kind = RZ_TIME_PERIOD;
        m->count = (int16_t)q.n;
        m->within = true;
    }
    return q.end;
}
