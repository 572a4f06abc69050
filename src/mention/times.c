/* Time expressions: found by their words, which are data, and put together by a small grammar. */
#include "mention/time_words.h"

enum { NAME_REACH = 4, ANCHOR_REACH = 80, BESIDE = 3 };

static void clear(rz_time_mention *m) {
    *m = (rz_time_mention){.weekday = -1, .last_weekday = -1, .of = RZ_NONE, .anchor = RZ_NONE, .minute = -1};
}

static uint8_t grain_of_date(const rz_time_date *d) {
    if (d->month) return d->day ? RZ_UNIT_DAY : RZ_UNIT_MONTH;
    if (d->season) return RZ_UNIT_SEASON;
    if (d->last_year == d->year + 9 && d->year % 10 == 0) return RZ_UNIT_DECADE;
    return d->last_year == d->year + 99 ? RZ_UNIT_CENTURY : d->day ? RZ_UNIT_DAY : RZ_UNIT_YEAR;
}

static uint32_t dated(const rz_time_finder *f, uint32_t t, uint32_t p, rz_time_mention *m) {
    uint32_t end = rz_date_at(f, p, &m->date);
    if (!end || (p > t && !m->date.month && !m->date.day)) return 0;
    m->kind = RZ_TIME_DATE;
    return rz_date_twin_after(f, end, m);
}

static uint32_t parse(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    typedef uint32_t reader(const rz_time_finder *, uint32_t, rz_time_mention *);
    static reader *const readers[] = {rz_day_word_at, rz_weekday_at, rz_clock_at, rz_period_at};
    uint32_t end, after = t;
    clear(m);
    if (rz_time_skip(f, &after, RZ_W_DATE) && (end = dated(f, t, after, m))) return end;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        clear(m);
        if ((end = readers[i](f, t, m))) return end;
    }
    clear(m);
    if ((end = dated(f, t, t, m))) return end;
    clear(m);
    return rz_length_at(f, t, m);
}

/* ---- what only looks like a time ---- */

/* «عصر ایران», «خیابان ۱۵ خرداد»: a longer name of the tables covers it. */
static bool in_name(const rz_time_finder *f, uint32_t first, uint32_t last) {
    for (uint32_t t = first > f->start + NAME_REACH ? first - NAME_REACH : f->start; t <= first; t++)
        for (uint32_t h = f->text->hit_at[t]; h < f->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &f->text->hits[h];
            if (hit->last < last || hit->last - hit->first <= last - first) continue;
            rz_row_type type = hit->type;
            if (type <= RZ_OUTLET || type == RZ_AGREEMENT) return true;
        }
    return false;
}

static bool is_name(const rz_time_finder *f, const rz_time_mention *m, uint32_t first, uint32_t last) {
    if (m->kind == RZ_TIME_DATE && !m->date.year && !m->has_twin && !m->date.from && rz_time_word_before(f, first, RZ_W_NAME_BEFORE)) return true;
    return m->kind != RZ_TIME_LENGTH && in_name(f, first, last); /* «قرارداد ۲۵ ساله» is for 25 years, whatever its name */
}

/* The token after the expression, or 0; *no_time is set where one stands there that is a name. */
static uint32_t expression(const rz_time_finder *f, uint32_t t, rz_time_mention *m, bool *no_time) {
    uint32_t end = parse(f, t, m);
    *no_time = end && is_name(f, m, t, end);
    if (m->kind == RZ_TIME_DATE) m->grain = grain_of_date(&m->date);
    return end;
}

/* ---- where it stands ---- */

static void govern(const rz_time_finder *f, rz_time_mention *m) {
    m->extent_first = m->first;
    m->extent_last = m->last;
    uint32_t low = m->first > f->start + 3 ? m->first - 3 : f->start, last;
    for (uint32_t t = low; t < m->first; t++) {
        if (!rz_time_word_at(f, t, RZ_W_GOVERNOR, &last) && !rz_time_word_at(f, t, RZ_W_WITHIN, &last)) continue;
        rz_time_skip(f, &last, RZ_W_ABOUT);
        if (last != m->first) continue;
        m->extent_first = t;
        return;
    }
}

/* The last day told before, for «دو روز پس از آن». */
static uint32_t anchor_before(const rz_time_finder *f, uint32_t token) {
    for (uint32_t i = f->out.n; i-- > 0 && f->out.at[i].last + ANCHOR_REACH > token;) {
        const rz_time_mention *m = &f->out.at[i];
        if (m->kind <= RZ_TIME_OFFSET && m->grain == RZ_UNIT_DAY) return i;
    }
    return RZ_NONE;
}

static uint32_t add(rz_time_finder *f, rz_time_mention m, uint32_t first, uint32_t last) {
    m.first = first;
    m.last = last;
    govern(f, &m);
    if (m.story) m.anchor = anchor_before(f, first);
    *RZ_PUSH(f->arena, &f->out) = m;
    return f->out.n - 1;
}

static bool is_day(const rz_time_mention *m) {
    return m->kind <= RZ_TIME_OFFSET && (m->grain == RZ_UNIT_DAY || m->grain == RZ_UNIT_PART);
}

static uint32_t parts(const rz_time_finder *f, uint32_t t) {
    uint32_t p = t;
    while (rz_time_skip(f, &p, RZ_W_PART)) {}
    return p;
}

static void add_part(rz_time_finder *f, uint32_t first, uint32_t last, uint32_t of) {
    rz_time_mention m;
    clear(&m);
    m.kind = RZ_TIME_PART;
    m.grain = RZ_UNIT_PART;
    m.of = of;
    add(f, m, first, last);
}

/* The part of the day after a day, unless it begins a day of its own: «دوشنبه شب», but «… دوشنبه شب گذشته». */
static uint32_t part_after(rz_time_finder *f, uint32_t end, uint32_t day) {
    uint32_t last, p = parts(f, end);
    if (p == end || rz_time_word_at(f, end, RZ_W_DAY, &last)) return end;
    add_part(f, end, p, day);
    return p;
}

static uint32_t take(rz_time_finder *f, uint32_t t) {
    rz_time_mention m;
    bool no_time;
    uint32_t day = t, end = expression(f, t, &m, &no_time);
    if (no_time) return end;
    if (!end) {
        day = parts(f, t);
        if (day == t || !(end = expression(f, day, &m, &no_time)) || no_time || !is_day(&m)) return t + 1;
        add_part(f, t, day, f->out.n + 1);
    }
    uint32_t at = add(f, m, day, end);
    return is_day(&m) ? part_after(f, end, at) : end;
}

/* ---- which day a clock time is of ---- */

static bool only_between(const rz_time_finder *f, uint32_t from, uint32_t to) {
    if (to < from || to - from > BESIDE) return false;
    for (uint32_t t = from; t < to; t++) {
        uint32_t last;
        if (!rz_time_punct(f, t, ",-()/") && !rz_time_word_at(f, t, RZ_W_GOVERNOR, &last) && !rz_time_word_at(f, t, RZ_W_DATE, &last)) return false;
    }
    return true;
}

static void link_clock(rz_time_finder *f, uint32_t i) {
    rz_time_mention *m = &f->out.at[i], *prev = i ? m - 1 : NULL, *next = i + 1 < f->out.n ? m + 1 : NULL;
    while (prev && prev->of != RZ_NONE && prev > f->out.at) prev--;
    bool after = next && is_day(next) && only_between(f, m->last, next->first);
    bool before = prev && is_day(prev) && only_between(f, (m - 1)->last, m->first);
    if (after && before) after = next->first - m->last < m->first - (m - 1)->last;
    if (after || before) m->of = after ? i + 1 : (uint32_t)(prev - f->out.at);
}

void rz_times_find(rz_arena *arena, const rz_time_table *table, const rz_text *text, rz_mentions *out) {
    rz_time_finder f = {.arena = arena, .table = table, .text = text};
    rz_time_words_find(&f);
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        uint32_t known = f.out.n;
        f.start = text->sentences[i].first;
        f.limit = text->sentences[i].last;
        for (uint32_t t = f.start; t < f.limit;) {
            bool begins = f.hit_at[t] < f.hit_at[t + 1] || text->tokens[t].kind == RZ_TOKEN_NUMBER;
            t = begins ? take(&f, t) : t + 1;
        }
        for (uint32_t k = known; k < f.out.n; k++)
            if (f.out.at[k].kind == RZ_TIME_CLOCK) link_clock(&f, k);
    }
    rz_give_back(arena, f.hits);
    rz_give_back(arena, f.hit_at);
    out->times = f.out.at;
    out->n_times = f.out.n;
}
