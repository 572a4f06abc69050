/* Periods told from the report or from another day, and parts of them by number. */
#include "mention/time_pieces.h"
#include "text/parts.h"

typedef struct {
    rz_time_word word; /* LAST NEXT THIS AGO AHEAD AFTER BEFORE, or NONE */
    uint32_t end;
} relation;

/* «سه روز پیش از سفر» is not told from the report; «سه روز پیش از کابل بازگشت» and «هفته گذشته از او خواست» are. */
static relation relation_at(const rz_time_finder *f, uint32_t p) {
    static const rz_time_word words[] = {RZ_W_BEFORE, RZ_W_AFTER, RZ_W_LAST, RZ_W_NEXT, RZ_W_THIS, RZ_W_AGO, RZ_W_AHEAD};
    relation best = {RZ_W_NONE, p};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t end, last;
        bool open = words[i] == RZ_W_AGO || words[i] == RZ_W_BEFORE || words[i] == RZ_W_AFTER; /* «پیش از» */
        if (rz_time_word_at(f, p, words[i], &end) && end > best.end && (!open || !rz_time_word_at(f, end, RZ_W_FROM, &last) || rz_named_at(f, last, RZ_PLACE, RZ_STATE)))
            best = (relation){words[i], end};
    }
    return best;
}

static bool calendar_unit(uint8_t unit) { return unit >= RZ_UNIT_WEEK && unit <= RZ_UNIT_YEAR; }
static bool clock_unit(uint8_t unit) { return unit == RZ_UNIT_HOUR || unit == RZ_UNIT_MINUTE || unit == RZ_UNIT_SECOND; }

/* «سه روز پیش» is a day, «دو هفته پیش» a week. */
static void shifted(rz_time_mention *m, const rz_quantity *q, int n) {
    uint8_t unit = q->unit;
    if (unit == RZ_UNIT_DECADE) unit = RZ_UNIT_YEAR, n *= 10;
    if (unit == RZ_UNIT_CENTURY) unit = RZ_UNIT_YEAR, n *= 100;
    m->kind = calendar_unit(unit) ? RZ_TIME_PERIOD : RZ_TIME_OFFSET;
    if (unit == RZ_UNIT_HOUR) n /= 24;
    else if (clock_unit(unit)) n = 0;
    m->unit = unit;
    m->offset = n;
}

static bool tell(rz_time_mention *m, const rz_quantity *q, rz_time_word word) {
    int sign = word == RZ_W_LAST || word == RZ_W_AGO || word == RZ_W_BEFORE ? -1 : word == RZ_W_THIS || word == RZ_W_NONE ? 0 : 1;
    bool length = word == RZ_W_LAST || word == RZ_W_NEXT, counted = q->n || q->some || q->plural;
    m->story = word == RZ_W_AFTER || word == RZ_W_BEFORE || (q->same && !sign);
    if (!sign) {
        bool date = calendar_unit(q->unit) && !counted, these = q->plural && !q->n && word == RZ_W_THIS; /* «هفته‌های جاری» */
        m->kind = these ? RZ_TIME_VAGUE : RZ_TIME_PERIOD;
        if (these) return true;
        return date && (word == RZ_W_THIS || q->same || (q->this_one && q->unit != RZ_UNIT_YEAR));
    }
    if (q->some || (q->plural && !q->n)) {
        m->kind = RZ_TIME_VAGUE;
        m->count = length;
    } else if (q->n && length) {
        m->kind = RZ_TIME_PERIOD;
        m->count = sign * q->n;
        m->made_of = q->made_of;
    } else if (!q->n && q->unit == RZ_UNIT_DECADE) {
        m->kind = RZ_TIME_PERIOD;
        m->count = sign;
    } else if (!q->n && q->unit != RZ_UNIT_DAY && !calendar_unit(q->unit)) return false;
    else shifted(m, q, sign * (q->n ? q->n : 1));
    return true;
}

static uint32_t era_after(const rz_time_finder *f, uint32_t end, rz_time_mention *m) {
    m->date.calendar = m->unit == RZ_UNIT_MONTH || m->unit == RZ_UNIT_YEAR ? rz_era_after(f, &end, RZ_CAL_JALALI) : RZ_CAL_JALALI;
    return end;
}

/* هفته آینده, ماه جاری, سه روز پیش, یک سال گذشته, این هفته, همان ماه, امسال */
static uint32_t plain_period(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t end;
    const rz_time_meaning *year = rz_time_word_at(f, t, RZ_W_YEAR_OF, &end);
    if (year) {
        m->kind = RZ_TIME_PERIOD;
        m->unit = m->grain = RZ_UNIT_YEAR;
        m->offset = year->value;
        return era_after(f, end, m);
    }
    rz_quantity q;
    if (!rz_quantity_at(f, t, &q)) return 0;
    m->unit = q.unit;
    m->grain = q.grain;
    relation r = relation_at(f, q.end);
    return tell(m, &q, r.word) ? era_after(f, r.end, m) : 0;
}

/* «سال», «ماه», «هفته» where a part of it is told: the present one. */
static uint32_t this_unit(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t end, last;
    const rz_time_meaning *unit = rz_time_word_at(f, p, RZ_W_UNIT, &end);
    if (!unit || unit->plural || unit->leading || !calendar_unit(unit->unit) || rz_time_number(f, end, &last, NULL) >= 0 ||
        rz_time_at(f, end, RZ_MEANS_MONTH, &last))
        return 0;
    m->kind = RZ_TIME_PERIOD;
    m->unit = m->grain = unit->unit;
    return era_after(f, end, m);
}

/* «اوایل»; «اول» where it is not of the noun before it: «از اول سال», but «ترم اول سال». */
const rz_time_meaning *rz_fraction_at(const rz_time_finder *f, uint32_t t, uint32_t *last) {
    uint32_t end;
    const rz_time_meaning *m = rz_time_word_at(f, t, RZ_W_FRACTION, last);
    if (!m || t == f->start || !rz_time_at(f, t, RZ_MEANS_NUMBER, &end)) return m;
    return f->text->tokens[t - 1].kind == RZ_TOKEN_PUNCT || rz_word_pos(f->text, t - 1) & (RZ_POS_PREP | RZ_POS_CONJ) ? m : NULL;
}

/* اواخر هفته آینده, پایان سال جاری, اواخر هفته */
uint32_t rz_period_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p, end;
    *m = rz_time_nothing();
    const rz_time_meaning *part = rz_fraction_at(f, t, &p);
    if (!part) return plain_period(f, t, m);
    end = plain_period(f, p, m);
    if (end && (m->kind != RZ_TIME_PERIOD || m->count || !calendar_unit(m->unit))) return 0;
    if (!end && !(end = this_unit(f, p, m))) return 0;
    m->date.part = (uint8_t)part->value;
    m->date.parts = part->leading && rz_time_word_before(f, t, RZ_W_RANGE) ? RZ_LAST_DAY : part->parts;
    return end;
}

/* ---- parts by number ---- */

enum { DEEPEST = 3 }; /* «نوزدهمین روز از دومین ماه سومین فصل امسال» */

typedef struct {
    int first, last;
    uint8_t unit;
    uint32_t end;
    bool many; /* «شش ماه نخست»: as much a part of the whole as «نیمه نخست» */
    bool of_year; /* «هشت‌ماهه سال جاری»: the first so many, where a year is named */
} numbered;

/* «دومین هفته», «آخرین روز» */
static bool ordinal_before(const rz_time_finder *f, uint32_t t, numbered *out) {
    uint32_t p, end;
    bool ordinal;
    int n = rz_time_number(f, t, &p, &ordinal);
    if (n == 0 || !ordinal || !rz_time_leads(f, p)) return false;
    const rz_time_meaning *u = rz_time_word_at(f, p, RZ_W_UNIT, &end);
    if (!u || u->plural || u->leading) return false;
    *out = (numbered){n, n, u->unit, end, false, false};
    return true;
}

/* «هفته اول», «روزهای اول» is none, «ربع چهارم» is of the year's three months */
static bool ordinal_after(const rz_time_finder *f, uint32_t t, numbered *out) {
    uint32_t p, end;
    bool ordinal;
    const rz_time_meaning *u = rz_time_word_at(f, t, RZ_W_UNIT, &p);
    if (!u || u->plural || u->leading) return false;
    int n = rz_time_number(f, p, &end, &ordinal);
    const rz_time_meaning *edge = n < 0 ? rz_time_word_at(f, p, RZ_W_EDGE, &end) : NULL;
    if (edge) n = edge->value < 0 ? -1 : 1; /* «هفته آخر مرداد» */
    else if (!ordinal || rz_time_leads(f, end)) return false;
    *out = (numbered){n, n, u->unit, end, false, false};
    return true;
}

/* «شش ماه نخست», «ده روز پایانی», «شش‌ماهه اول», «هفت‌ماهه ابتدای» */
static bool so_many(const rz_time_finder *f, uint32_t t, numbered *out) {
    uint32_t p = 0, end;
    int n = 0;
    uint8_t unit = RZ_UNIT_MONTH;
    rz_quantity q;
    const rz_time_meaning *w = rz_time_word_at(f, t, RZ_W_LONG, &p);
    if (w && w->value) n = w->value, unit = w->unit;
    else if (rz_quantity_at(f, t, &q) && q.n && q.unit == q.grain && !q.this_one && !q.same) n = q.n, unit = q.unit, p = q.end;
    else {
        n = rz_time_number(f, t, &end, NULL);
        w = n > 0 ? rz_time_word_at(f, end, RZ_W_LONG, &p) : NULL;
        if (!w || w->value) return false;
        unit = w->unit;
    }
    if (n < 1 || n > 100 || clock_unit(unit)) return false;
    const rz_time_meaning *edge = rz_time_word_at(f, p, RZ_W_EDGE, &end);
    bool of_year = !edge && w && unit == RZ_UNIT_MONTH && n < 12;
    if (!edge && !of_year) return false;
    *out = edge && edge->value < 0 ? (numbered){-n, -1, unit, end, true, false} : (numbered){1, n, unit, edge ? end : p, true, of_year};
    return true;
}

static uint8_t whole_grain(const rz_time_mention *m) {
    if (m->kind != RZ_TIME_DATE) return m->kind == RZ_TIME_NTH ? m->unit : m->grain;
    if (m->date.day) return RZ_UNIT_DAY;
    return m->date.season ? RZ_UNIT_SEASON : m->date.month ? RZ_UNIT_MONTH : m->date.years ? m->date.years : RZ_UNIT_YEAR;
}

static int size_of(uint8_t unit) {
    switch (unit) {
    case RZ_UNIT_DAY: return 1;
    case RZ_UNIT_WEEK: return 2;
    case RZ_UNIT_MONTH: return 3;
    case RZ_UNIT_SEASON: return 4;
    case RZ_UNIT_YEAR: return 5;
    case RZ_UNIT_DECADE: return 6;
    case RZ_UNIT_CENTURY: return 7;
    default: return 0;
    }
}

/* What it is a part of: a month, a year, a period, the present year or month, or again a part by number. */
static uint32_t nth_within(const rz_time_finder *f, uint32_t t, int depth, rz_time_mention *m);

static uint32_t whole_at(const rz_time_finder *f, uint32_t p, int depth, rz_time_mention *m) {
    uint32_t end;
    *m = rz_time_nothing();
    if (depth < DEEPEST && (end = nth_within(f, p, depth + 1, m))) return end;
    if ((end = rz_period_at(f, p, m)) && m->kind == RZ_TIME_PERIOD && !m->count) return end;
    *m = rz_time_nothing();
    if ((end = rz_date_at(f, p, &m->date)) && !m->date.day && !m->date.last_month) {
        m->kind = RZ_TIME_DATE;
        return end;
    }
    *m = rz_time_nothing();
    if ((end = rz_month_name_at(f, p, &m->date)) || (end = rz_year_alone_at(f, p, &m->date))) {
        m->kind = RZ_TIME_DATE;
        return end;
    }
    return this_unit(f, p, m);
}

static uint32_t nth_within(const rz_time_finder *f, uint32_t t, int depth, rz_time_mention *m) {
    numbered n;
    if (!so_many(f, t, &n) && !ordinal_before(f, t, &n) && !ordinal_after(f, t, &n)) return 0;
    uint32_t p = n.end, last;
    if (rz_time_word_at(f, p, RZ_W_FROM, &last)) p = last;
    rz_time_mention whole;
    uint32_t end = whole_at(f, p, depth, &whole);
    if (n.of_year && (!end || whole_grain(&whole) != RZ_UNIT_YEAR || (rz_time_word_at(f, p, RZ_W_UNIT, &last) && last == end))) return 0;
    if (!end || size_of(n.unit) == 0 || size_of(n.unit) >= size_of(whole_grain(&whole))) return 0;
    rz_time_mention *kept = RZ_NEW(f->arena, rz_time_mention);
    *kept = whole;
    m->kind = RZ_TIME_NTH;
    m->whole = kept;
    m->unit = n.unit;
    m->grain = n.many ? whole_grain(&whole) : n.unit;
    m->nth = (int8_t)n.first;
    m->nth_last = (int8_t)n.last;
    m->story = whole.story || whole.date.from == RZ_FROM_STORY;
    return end;
}

uint32_t rz_nth_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) { return nth_within(f, t, 0, m); }
