/* Weekdays, and days told from the report or from another day. */
#include "mention/time_pieces.h"
#include "text/parts.h"

bool rz_named_at(const rz_time_finder *f, uint32_t token, rz_row_type a, rz_row_type b) {
    if (token >= f->limit) return false;
    return rz_types_at(f->text, token) & (RZ_TYPE(a) | RZ_TYPE(b));
}

/* ---- weekdays ---- */

/* «از دوشنبه» */
static bool after_from(const rz_time_finder *f, uint32_t t) {
    uint32_t last;
    const rz_time_meaning *from = t > f->start ? rz_time_word_at(f, t - 1, RZ_W_GOVERNOR, &last) : NULL;
    return from && from->value && last == t;
}

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
    if (rz_time_word_before(f, t, RZ_W_PART)) return false; /* «شام دوشنبه» */
    const rz_time_meaning *to = rz_time_word_at(f, end, RZ_W_GOVERNOR, &last);
    if (to && !to->value && after_from(f, t)) return false; /* «از دوشنبه در سطح معاونان», «از دوشنبه به مدت سه روز» */
    if (rz_time_word_before(f, t, RZ_W_CITY_BEFORE)) return *f->city = true;
    bool of_it = t > f->start && rz_word_pos(f->text, t - 1) == RZ_POS_NOUN; /* «بیانیه دوشنبه», after «در دوشنبه» */
    if (*f->city && of_it) return true;
    uint32_t next = end;
    return rz_time_skip(f, &next, RZ_W_AND) && rz_named_at(f, next, RZ_PLACE, RZ_STATE) && !rz_time_at(f, next, RZ_MEANS_WEEKDAY, &last);
}

/* «آخرین پنجشنبه سال»: not the nearest. */
static bool is_numbered(const rz_time_finder *f, uint32_t t) {
    uint32_t last;
    const rz_time_meaning *n = t > f->start ? rz_time_at(f, t - 1, RZ_MEANS_NUMBER, &last) : NULL;
    return n && last == t && n->ordinal && n->leading;
}

static const rz_time_meaning *weekday(const rz_time_finder *f, uint32_t t, uint32_t *last, bool sure) {
    uint32_t end;
    const rz_time_meaning *m = rz_time_at(f, t, RZ_MEANS_WEEKDAY, last);
    if (!m || (m->city && !sure && is_city(f, t, *last)) || rz_time_word_at(f, *last, RZ_W_MARKET, &end) || is_numbered(f, t)) return NULL;
    return m->prayer && rz_time_word_before(f, t, RZ_W_PRAYER) ? NULL : m;
}

/* The sign that closes the one that opens. */
static const char *closer(const rz_time_finder *f, uint32_t open) {
    switch (f->text->tokens[open].punct) {
    case '(': return ")";
    case '[': return "]";
    case '<': return ">";
    case '-': return "-";
    default: return "\"";
    }
}

/* The date after p, behind one of the signs that may part it; the token after it, 0 where there is none. */
static uint32_t date_beside(const rz_time_finder *f, uint32_t p, const char *signs, rz_time_mention *m) {
    bool open = *signs && rz_time_punct(f, p, "(");
    rz_time_date d;
    uint32_t end = rz_date_at(f, p + rz_time_punct(f, p, signs), &d);
    if (!end || !d.day || !d.month) return 0;
    m->kind = RZ_TIME_DATE;
    m->date = d;
    end = rz_date_twin_after(f, end, m);
    return open && rz_time_punct(f, end, ")") ? end + 1 : end;
}

/* The weekday and date of a day: «امروز (چهارشنبه)», «امروز -دوشنبه ۸ دی‌ماه-», «امروز سه‌شنبه ۲۵ بهمن», «امروز (۲۵ بهمن)»,
 * «امروز (سه‌شنبه) ۲۵ بهمن», «امروز «دوشنبه، ۲۴ عقرب»», «امروز -دوشنبه- (۱۴ مارس)», «امروز پنجشنبه – ۲۱ تیر –». */
static uint32_t beside(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    bool comma = rz_time_punct(f, p, ","), open = rz_time_punct(f, p, "(-<\"[");
    const char *close = open ? closer(f, p) : "";
    uint32_t start = p + (comma || open), q = start;
    const rz_time_meaning *w = weekday(f, start, &q, open);
    if (!w) q = start;
    else m->weekday = (int8_t)w->number;
    uint32_t twin = q;
    if (w && !open && rz_time_skip(f, &twin, RZ_W_TWIN)) {
        uint32_t whole = date_beside(f, twin, "", m);
        m->beside_day = true;
        return whole ? whole : q;
    }
    bool closed = w && open && rz_time_punct(f, q, close);
    uint32_t end = date_beside(f, q + closed, !w ? "" : closed ? "(" : "(,-~", m);
    if (!w && !end) return p;
    m->beside_day = true;
    if (!end) return q + closed;
    return open && !closed && *close != '-' && rz_time_punct(f, end, close) ? end + 1 : end;
}

/* «۱۸ دسامبر (فردا پنجشنبه)»: which day it is, seen from the report. */
uint32_t rz_day_seen_after(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t end, last;
    const rz_time_meaning *w = m->date.day && !m->date.last_day && rz_time_punct(f, p, "(") ? rz_time_word_at(f, p + 1, RZ_W_DAY, &end) : NULL;
    if (!w || w->plural || w->grain != RZ_UNIT_DAY) return p;
    const rz_time_meaning *day = weekday(f, end, &last, true);
    if (day) end = last;
    if (!rz_time_punct(f, end, ")")) return p;
    m->beside_day = true;
    m->offset = w->value;
    if (day) m->weekday = (int8_t)day->number;
    return end + 1;
}

uint32_t rz_day_word_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p;
    const rz_time_meaning *w = rz_time_word_at(f, t, RZ_W_STORY, &p);
    m->kind = RZ_TIME_OFFSET;
    if (w) {
        m->story = true;
        m->offset = w->value;
        m->grain = w->grain;
        return p;
    }
    if (!(w = rz_time_word_at(f, t, RZ_W_DAY, &p))) return 0;
    uint32_t from;
    if ((w->grain == RZ_UNIT_HOUR || w->grain == RZ_UNIT_MINUTE) && rz_time_word_at(f, p, RZ_W_FROM, &from)) return 0; /* «ساعاتی پیش از سفر» */
    m->offset = w->value;
    m->grain = w->grain;
    if (w->plural) { /* «ساعاتی پیش», «به‌زودی»: near, but no telling how near */
        m->kind = RZ_TIME_VAGUE;
        return f->wide ? p : 0;
    }
    if (m->offset == 0 && rz_time_word_before(f, t, RZ_W_WORLD)) return 0;
    return beside(f, p, m);
}

/* «گذشته», «هفته آینده», «همان هفته» after a weekday. */
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
    if (!end || week.kind != RZ_TIME_PERIOD || week.unit != RZ_UNIT_WEEK || week.count || week.date.parts) return p;
    m->week = RZ_WEEK_OFFSET;
    m->offset = week.offset;
    m->story = week.story;
    return end;
}

/* «شنبه تا چهارشنبه», «شنبه و یکشنبه» */
static uint32_t weekday_range(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    int day = m->weekday;
    uint32_t last, end = p;
    for (uint32_t q = p; rz_list_goes_on(f, &q, true); q = end) {
        bool range = rz_time_word_before(f, q, RZ_W_RANGE) || f->text->tokens[q - 1].punct == '-';
        rz_time_skip(f, &q, RZ_W_DATE);
        const rz_time_meaning *w = rz_time_at(f, q, RZ_MEANS_WEEKDAY, &last);
        rz_time_date d;
        if (!w || w->plural || w->leading || (!range && w->number != (day + 1) % 7) || (!range && rz_date_at(f, last, &d) && !d.last_day)) break;
        m->last_weekday = (int8_t)(day = w->number);
        end = last;
        if (range) break;
    }
    return end;
}

/* «دوشنبه و سه‌شنبه (۵ و ۶ مارس)», «یکشنبه و دوشنبه ۲۳ و ۲۴ دی»: the first is the day of the first. */
static uint32_t days_beside(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    rz_time_mention dated = *m;
    uint32_t end = date_beside(f, p, "(,", &dated);
    if (!end || !dated.date.last_day) return p;
    *m = dated;
    return end;
}

/* سه‌شنبه, روز جمعه ۲۴ جدی, سه‌شنبه (۱۵ مارس) */
uint32_t rz_weekday_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, q;
    if (!rz_time_skip(f, &p, RZ_W_DATE)) {
        const rz_time_meaning *u = rz_time_word_at(f, p, RZ_W_UNIT, &q);
        if (u && u->unit == RZ_UNIT_DAY && !u->leading) p = q;
    }
    const rz_time_meaning *w = weekday(f, p, &q, p > t);
    if (!w || w->plural) return 0;
    m->kind = RZ_TIME_WEEKDAY;
    m->weekday = (int8_t)w->number;
    if (w->leading) m->grain = RZ_UNIT_PART; /* «یکشنبه‌شب» */
    uint32_t part, start = rz_time_word_at(f, q, RZ_W_PART, &part) ? part : q; /* «سه‌شنبه شب ۲۵ بهمن» */
    rz_time_mention zone = {0};
    start = rz_zone_after(f, start, &zone); /* «یکشنبه به وقت محلی ۲۸ سپتامبر» */
    start += rz_time_punct(f, start, ",(-");
    rz_time_skip(f, &start, RZ_W_DATE); /* «سه‌شنبه مورخ ۲۵ بهمن» */
    uint32_t end = rz_date_at(f, start, &m->date);
    if (end && m->date.month && m->date.day) {
        bool open = start > q && rz_time_punct(f, q, "(-");
        m->kind = RZ_TIME_DATE;
        end = rz_date_twin_after(f, end, m);
        return open && rz_time_punct(f, end, closer(f, q)) ? end + 1 : end;
    }
    m->date = (rz_time_date){0};
    end = weekday_range(f, q, m);
    uint32_t after = week_after(f, end, m);
    if (end > q) return days_beside(f, after, m);
    if (after == q) return after;
    uint32_t last = date_beside(f, after, "(,", m); /* «پنجشنبه گذشته (۱۰ مهر)», «سه‌شنبه این هفته ۳۰ آذر» */
    return last ? last : after;
}
