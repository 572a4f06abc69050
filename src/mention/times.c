/* Time expressions: found by their words, which are data, and put together by a small grammar. */
#include "mention/time_pieces.h"
#include "text/parts.h"

enum { NAME_REACH = 4, ANCHOR_REACH = 80, BESIDE = 3, AFTERNOON = 720 /* minute of the day */ };

static uint8_t grain_of_date(const rz_time_date *d) {
    if (d->month) return d->day ? RZ_UNIT_DAY : RZ_UNIT_MONTH;
    if (d->season) return RZ_UNIT_SEASON;
    return d->years ? d->years : d->day ? RZ_UNIT_DAY : RZ_UNIT_YEAR;
}

static uint32_t dated(const rz_time_finder *f, uint32_t t, uint32_t p, rz_time_mention *m) {
    uint32_t end = rz_date_at(f, p, &m->date);
    if (!end || (p > t && !m->date.month && !m->date.day)) return 0;
    m->kind = RZ_TIME_DATE;
    return rz_day_seen_after(f, rz_date_twin_after(f, end, m), m);
}

/* «تاریخ ۵ مهر», «روزهای ۲۵ و ۲۹ آبان» */
static uint32_t after_date_word(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t after = t, end;
    const rz_time_meaning *word = rz_time_word_at(f, t, RZ_W_DATE, &after);
    if (word) return word->value ? dated(f, t, after, m) : 0;
    const rz_time_meaning *u = rz_time_word_at(f, t, RZ_W_UNIT, &after);
    if (!u || u->unit != RZ_UNIT_DAY || !u->plural) return 0;
    end = dated(f, t, after, m);
    return end && m->date.day ? end : 0;
}

static uint32_t undated(const rz_time_finder *f, uint32_t t, rz_time_mention *m) { return dated(f, t, t, m); }

static uint32_t parse(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    typedef uint32_t reader(const rz_time_finder *, uint32_t, rz_time_mention *);
    static reader *const readers[] = {after_date_word, rz_day_word_at, rz_set_at, rz_weekday_at, rz_clock_at, rz_nth_at, rz_period_at, undated, rz_length_at};
    const rz_time_mention nothing = rz_time_nothing();
    uint32_t end;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *m = nothing;
        if (!(end = readers[i](f, t, m))) continue;
        m->story |= m->date.from == RZ_FROM_STORY;
        if (m->kind == RZ_TIME_DATE) m->grain = grain_of_date(&m->date);
        return end;
    }
    return 0;
}

/* ---- what only looks like a time ---- */

/* «عصر ایران», «خیابان ۱۵ خرداد»: a longer name of the tables covers it. */
static bool in_name(const rz_time_finder *f, uint32_t first, uint32_t last) {
    for (uint32_t t = first > f->start + NAME_REACH ? first - NAME_REACH : f->start; t <= first; t++)
        for (rz_hits h = rz_hits_at(f->text, t); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->last < last || hit->last - hit->first <= last - first) continue;
            rz_row_type type = hit->type;
            if (type <= RZ_OUTLET || type == RZ_AGREEMENT) return true;
        }
    return false;
}

/* «روزنامه «امروز»», «رمان ۱۹۸۴», «بخش خبری ۲۰:۳۰»: what a word before it shows to be a name. */
static bool is_titled(const rz_time_finder *f, const rz_time_mention *m, uint32_t first, uint32_t last) {
    bool opens = first > f->start && rz_time_punct(f, first - 1, "<\""), quoted = opens && rz_time_punct(f, last, ">\"");
    if ((quoted || (opens && m->kind == RZ_TIME_LENGTH)) && rz_time_word_before(f, first - 1, RZ_W_NAME_BEFORE)) return true; /* «رمان «صد سال تنهایی»» */
    if (m->kind == RZ_TIME_LENGTH && rz_time_ends_at(f, last - 1, RZ_W_LONG, last)) return false; /* «فیلم ۹۰ دقیقه‌ای» */
    if (m->kind == RZ_TIME_CLOCK || m->kind == RZ_TIME_LENGTH || m->bare) return rz_time_word_before(f, first, RZ_W_NAME_BEFORE);
    return false;
}

static bool is_name(const rz_time_finder *f, const rz_time_mention *m, uint32_t first, uint32_t last) {
    if (is_titled(f, m, first, last)) return true;
    if (m->kind == RZ_TIME_DATE && !m->date.year && !m->has_twin && !m->date.from && rz_time_word_before(f, first, RZ_W_NAME_BEFORE)) return true;
    return m->kind != RZ_TIME_LENGTH && in_name(f, first, last); /* «قرارداد ۲۵ ساله» is for 25 years, whatever its name */
}

/* ---- from one time to another ---- */

static bool may_range(const rz_time_mention *m) {
    return m->kind <= RZ_TIME_NTH && !m->count && m->last_weekday < 0 && !m->date.last_day && !m->date.last_month && !m->date.wrong && m->grain != RZ_UNIT_HOUR &&
           m->grain != RZ_UNIT_MINUTE;
}

/* «از امروز تا جمعه», «سال ۱۳۹۰ تا تیر ۱۳۹۴», «از سال ۱۳۹۸ تاکنون» */
static uint32_t range_after(const rz_time_finder *f, uint32_t p, rz_time_mention *m) {
    uint32_t q = p, end;
    if (!may_range(m)) return p;
    if (f->wide && rz_time_skip(f, &q, RZ_W_NOW)) {
        m->until_now = true;
        return q;
    }
    if (m->has_twin || !rz_time_skip(f, &q, RZ_W_RANGE)) return p;
    rz_time_mention until;
    end = parse(f, q, &until);
    if (!end || !may_range(&until) || is_name(f, &until, q, end)) return p;
    if (until.kind == RZ_TIME_OFFSET && until.grain != RZ_UNIT_DAY) return p;
    rz_time_mention *kept = RZ_NEW(f->arena, rz_time_mention);
    *kept = until;
    m->until = kept;
    return end;
}

/* The token after the expression, or 0; *no_time is set where one stands there that is a name. */
static uint32_t expression(const rz_time_finder *f, uint32_t t, rz_time_mention *m, bool *no_time) {
    uint32_t end = parse(f, t, m);
    *no_time = end && is_name(f, m, t, end);
    return end && !*no_time ? range_after(f, end, m) : end;
}

/* ---- where it stands ---- */

/* Where a word begins that governs what stands at the token: «در», «از حدود»; the token itself where there is none. */
static uint32_t governed_from(const rz_time_finder *f, uint32_t token) {
    enum { LONGEST = 3 };
    uint32_t low = token > f->start + LONGEST ? token - LONGEST : f->start;
    for (uint32_t t = low; t < token; t++)
        if (rz_time_ends_at(f, t, RZ_W_GOVERNOR, token) || rz_time_ends_at(f, t, RZ_W_WITHIN, token)) return t;
    for (uint32_t t = low; t < token; t++)
        if (rz_time_ends_at(f, t, RZ_W_ABOUT, token) && governed_from(f, t) < t) return governed_from(f, t);
    return token;
}

static void govern(const rz_time_finder *f, rz_time_mention *m) {
    m->extent_last = m->last;
    m->extent_first = governed_from(f, m->first);
}

/* The last day told before, for «دو روز پس از آن»; the last date of any kind, for «آبان همان سال». */
static uint32_t anchor_before(const rz_time_finder *f, uint32_t token, bool day) {
    for (uint32_t i = f->out.n; i-- > 0 && f->out.at[i].last + ANCHOR_REACH > token;) {
        const rz_time_mention *m = &f->out.at[i];
        if (m->kind <= RZ_TIME_OFFSET && (m->grain == RZ_UNIT_DAY || m->grain == RZ_UNIT_PART)) return i;
        if (day && m->kind == RZ_TIME_DATE && m->date.month && m->date.year && m->first >= f->start) return i; /* of this sentence */
        if (!day && m->kind <= RZ_TIME_NTH && !m->count && (m->kind != RZ_TIME_DATE || m->date.year || m->story)) return i;
    }
    return RZ_NONE;
}

/* Told from a day of the text, not from one of its weeks, months or years? */
static bool from_day(const rz_time_mention *m) {
    return m->kind == RZ_TIME_OFFSET || (m->kind == RZ_TIME_WEEKDAY) || (m->kind == RZ_TIME_PERIOD && m->unit == RZ_UNIT_WEEK);
}

/* «مارس ۲۰۲۳ … ماه بعد»: months and years are those of the calendar that was spoken in. */
static uint8_t told_in(const rz_time_mention *m) {
    return m->date.calendar == RZ_CAL_GREGORIAN && (m->kind == RZ_TIME_DATE || m->story) ? RZ_CAL_GREGORIAN : RZ_CAL_JALALI;
}

static uint8_t edge_of(const rz_time_finder *f, const rz_time_mention *m) {
    uint32_t last;
    if (m->extent_first == m->first) return RZ_EDGE_NONE;
    if (rz_time_word_at(f, m->extent_first, RZ_W_RANGE, &last)) return RZ_EDGE_END;
    const rz_time_meaning *g = rz_time_word_at(f, m->extent_first, RZ_W_GOVERNOR, &last);
    return g && g->value == 1 ? RZ_EDGE_START : RZ_EDGE_NONE;
}

/* Is the verb that follows in the sentence of what is to come? */
static bool to_come(const rz_time_finder *f, uint32_t token) {
    for (uint32_t t = token; t < f->limit && t < token + ANCHOR_REACH; t++) {
        if (f->text->tokens[t].verb == RZ_NONE) continue;
        uint8_t tense = f->text->verbs[f->text->tokens[t].verb].tense;
        return tense == RZ_PRESENT || tense == RZ_FUTURE || tense == RZ_SUBJUNCTIVE;
    }
    return false;
}

/* «در ۲۶ سرطان ۱۴۰۰ … و در ۱۹ اسد»: in one sentence the year holds on; it turns where the month would be far back. */
static void take_year_before(const rz_time_finder *f, rz_time_mention *m) {
    enum { FAR_BACK = 6 };
    for (uint32_t i = f->out.n; i-- > 0 && f->out.at[i].last + ANCHOR_REACH > m->first;) {
        const rz_time_mention *before = &f->out.at[i];
        if (before->kind != RZ_TIME_DATE || !before->date.month || !before->date.year || before->date.from || before->date.calendar != m->date.calendar || before->date.wrong) continue;
        m->near = i;
        if (before->first < f->start || m->date.season || m->weekday >= 0 || m->has_twin || to_come(f, m->last)) return;
        int year = before->date.last_year ? before->date.last_year : before->date.year;
        m->date.year = (uint16_t)(year + (m->date.month + FAR_BACK < before->date.month));
        m->inherited = true;
        return;
    }
}

static uint32_t add(rz_time_finder *f, rz_time_mention m, uint32_t first, uint32_t last) {
    m.first = first;
    m.last = last;
    govern(f, &m);
    m.edge = edge_of(f, &m);
    if (m.kind == RZ_TIME_DATE && (m.date.month || m.date.season) && !m.date.year && !m.date.from && !m.beside_day && !(m.has_twin && m.twin.year)) take_year_before(f, &m);
    if (m.story) m.anchor = anchor_before(f, first, from_day(&m));
    if (m.story && m.anchor == RZ_NONE) m.anchor = anchor_before(f, first, false); /* «در دسامبر ۲۰۱۴ … در همان روز»: some day of it */
    if (m.anchor != RZ_NONE && from_day(&m) && f->out.at[m.anchor].grain == RZ_UNIT_YEAR) m.anchor = RZ_NONE;
    if (m.story && m.anchor != RZ_NONE && m.kind != RZ_TIME_DATE) m.date.calendar = told_in(&f->out.at[m.anchor]);
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
    rz_time_mention m = rz_time_nothing();
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

/* ---- years that nothing but their number tells ---- */

static bool may_be_year(const rz_time_finder *f, uint32_t t) {
    int n = rz_time_plain_number(f, t);
    return n >= 0 && rz_time_digits(f, t) == 4 && ((n >= 1250 && n <= 1450) || (n >= 1850 && n <= 2060));
}

/* A word that may be counted: «۲۰۰۰ پلیس». */
static bool is_thing(const rz_time_finder *f, uint32_t t) {
    uint32_t last;
    if (t >= f->limit) return false;
    const rz_token *token = &f->text->tokens[t];
    if (rz_time_word_at(f, t, RZ_W_COUNTED, &last) || token->kind == RZ_TOKEN_NUMBER) return true;
    uint8_t pos = rz_word_pos(f->text, t);
    return token->kind == RZ_TOKEN_WORD && (pos & RZ_POS_NOUN) && !(pos & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_NAME | RZ_POS_VERB | RZ_POS_PRON | RZ_POS_ADV));
}

/* «بین ۱۹۳۹ و ۱۹۴۵» */
static uint32_t years_after(rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t + 1;
    bool listed = rz_time_word_before(f, t, RZ_W_GOVERNOR) && rz_time_skip(f, &p, RZ_W_AND) && may_be_year(f, p) && !is_thing(f, p + 1);
    int n = listed ? rz_time_plain_number(f, p) : 0;
    if (n <= m->date.year || rz_time_is_jalali_year(n) != rz_time_is_jalali_year(m->date.year)) return t + 1;
    m->date.last_year = (uint16_t)n;
    return p + 1;
}

/* «جام جهانی ۲۰۱۸», «مصوب ۱۳۸۳», «انتخابات ۹۶» */
static uint32_t bare_year(rz_time_finder *f, uint32_t t) {
    uint32_t last, end = t + 1;
    bool yearly = rz_time_word_before(f, t, RZ_W_YEARLY);
    int n = rz_time_plain_number(f, t);
    bool two = yearly && n >= 50 && n <= 99 && rz_time_digits(f, t) == 2;
    two |= n >= 50 && n <= 99 && rz_time_word_at(f, t + 1, RZ_W_NOW, &last) != NULL;
    if (!two && !may_be_year(f, t)) return t + 1;
    bool years = rz_time_punct(f, t + 1, "-") && may_be_year(f, t + 2) && rz_time_plain_number(f, t + 2) > n; /* «۱۴۰۱-۱۴۰۴» */
    if (rz_time_word_before(f, t, RZ_W_NAME_BEFORE)) return t + 1;
    const rz_token *token = &f->text->tokens[t];
    if (rz_time_word_before(f, t, RZ_W_NUMBERED) || (rz_time_punct(f, t + 1, ":^/.-") && !years) || (t > f->start && strchr(":^/-", token[-1].punct) && token[-1].punct)) return t + 1;
    if (is_thing(f, t + 1) && !yearly && !years && !may_be_year(f, t + 1)) return t + 1;
    rz_time_mention m = rz_time_nothing();
    m.kind = RZ_TIME_DATE;
    m.grain = RZ_UNIT_YEAR;
    m.bare = true;
    m.date.year = (uint16_t)(two ? 1300 + n : n);
    m.date.calendar = rz_time_is_jalali_year(m.date.year) ? RZ_CAL_JALALI : RZ_CAL_GREGORIAN;
    if (!two && may_be_year(f, end) && rz_time_plain_number(f, end) > n) m.date.last_year = (uint16_t)rz_time_plain_number(f, end++); /* «۱۹۳۹ ۱۹۴۵» */
    if (years) m.date.last_year = (uint16_t)rz_time_plain_number(f, t + 2), end = t + 3;
    if (end == t + 1) end = years_after(f, t, &m);
    if (end == t + 1) end = range_after(f, end, &m);
    add(f, m, t, end);
    return end;
}

/* Does what stands at the token leave the part of the day before it to itself? «صبح به مسکو رفت», not «عصر طلایی», «شب شعر». */
static bool leaves_alone(const rz_time_finder *f, uint32_t t) {
    if (t >= f->limit) return true;
    const rz_token *token = &f->text->tokens[t];
    uint8_t pos = rz_word_pos(f->text, t);
    if (token->kind == RZ_TOKEN_PUNCT || token->verb != RZ_NONE || pos & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_VERB)) return true;
    return token->kind == RZ_TOKEN_WORD && pos && !(pos & (RZ_POS_NOUN | RZ_POS_ADJ | RZ_POS_NAME));
}

/* «شامگاه وارد شد», «از صبح تا شب»: a part of the day with no day beside it. */
static uint32_t lone_part(rz_time_finder *f, uint32_t t) {
    uint32_t last, until;
    const rz_time_meaning *m = rz_time_word_at(f, t, RZ_W_PART, &last);
    if (!m) return bare_year(f, t);
    uint32_t end = last;
    bool range = rz_time_skip(f, &end, RZ_W_RANGE) && rz_time_word_at(f, end, RZ_W_PART, &until);
    if (range) last = until; /* «صبح تا شب» */
    bool sure = m->alone || range || (m->value < AFTERNOON && rz_time_word_before(f, t, RZ_W_RANGE)); /* «تا صبح», but «تا عصر صفوی» */
    bool named = in_name(f, t, last) || rz_time_word_before(f, t, RZ_W_NAME_BEFORE) || rz_time_word_before(f, t, RZ_W_PRAYER) || rz_time_word_before(f, t, RZ_W_WORLD);
    if (named || m->city || (!sure && !leaves_alone(f, last))) return t + 1;
    add_part(f, t, last, RZ_NONE);
    return last;
}

/* «فردا شب», «شب ۵ مهر»: the night is of the day's own expression. */
static bool is_night(const rz_time_finder *f, uint32_t first, uint32_t last) {
    uint32_t end;
    const rz_time_meaning *m = rz_time_word_at(f, first, RZ_W_PART, &end);
    return m && m->plural && end == last;
}

static uint32_t take(rz_time_finder *f, uint32_t t) {
    rz_time_mention m;
    bool no_time;
    uint32_t day = t, end = expression(f, t, &m, &no_time);
    if (no_time) return end;
    if (!end) {
        day = parts(f, t);
        if (day == t || !(end = expression(f, day, &m, &no_time)) || no_time || !is_day(&m)) return f->wide ? lone_part(f, t) : t + 1;
        if (is_night(f, t, day)) m.grain = RZ_UNIT_PART, day = t;
        else add_part(f, t, day, f->out.n + 1);
    }
    uint32_t part = is_day(&m) ? parts(f, end) : end, last;
    if (part > end && is_night(f, end, part) && !rz_time_word_at(f, end, RZ_W_DAY, &last)) m.grain = RZ_UNIT_PART, end = part;
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
    for (int k = 0; k < BESIDE && prev && prev->of != RZ_NONE && prev > f->out.at; k++) prev--;
    bool after = next && is_day(next) && only_between(f, m->last, next->first);
    bool before = prev && is_day(prev) && only_between(f, (m - 1)->last, m->first);
    if (after && before) after = next->first - m->last < m->first - (m - 1)->last;
    if (after || before) m->of = after ? i + 1 : (uint32_t)(prev - f->out.at);
}

/* To the day told last, or the next one of its sentence. */
static void link_far(rz_time_finder *f, uint32_t i) {
    rz_time_mention *m = &f->out.at[i];
    for (uint32_t k = i; k-- > 0 && f->out.at[k].last + ANCHOR_REACH > m->first;)
        if (is_day(&f->out.at[k])) {
            m->of = k;
            return;
        }
    for (uint32_t k = i + 1; k < f->out.n && f->out.at[k].first < m->last + ANCHOR_REACH; k++)
        if (is_day(&f->out.at[k])) {
            m->of = k;
            return;
        }
}

static bool of_few_digits(const rz_text *text, const rz_token *t) { return t->numeric && rz_token_number(text, t) < 10000; }

/* «23 . 8 . 1395», «ب . ظ»: a stop between blanks that ends no sentence. */
static bool cut_in_number(const rz_text *text, uint32_t sentence) {
    if (sentence + 1 >= text->n_sentences || text->sentences[sentence].paragraph != text->sentences[sentence + 1].paragraph ||
        text->sentences[sentence].last != text->sentences[sentence + 1].first)
        return false;
    uint32_t stop = text->sentences[sentence].last - 1;
    const rz_token *t = &text->tokens[stop];
    if (stop <= text->sentences[sentence].first || t->punct != '.' || !t->space_before || !t[1].space_before) return false;
    bool letter = t[-1].kind == RZ_TOKEN_WORD && rz_letters_count(&t[-1]) == 1;
    return letter || (of_few_digits(text, t - 1) && of_few_digits(text, t + 1));
}

void rz_times_find(rz_arena *arena, const rz_time_table *table, const rz_text *text, bool wide, rz_mentions *out) {
    bool city = false;
    rz_number_read read[RZ_NUMBERS_HELD] = {0};
    rz_quantity_read quantity = {0};
    rz_time_finder f = {.arena = arena, .read = read, .quantity = &quantity, .table = table, .text = text, .city = &city, .wide = wide};
    rz_time_words_find(&f);
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        uint32_t known = f.out.n;
        f.start = text->sentences[i].first;
        while (cut_in_number(text, i)) i++;
        f.limit = text->sentences[i].last;
        for (uint32_t t = f.start; t < f.limit;) {
            t = rz_time_may_begin(&f, t) ? take(&f, t) : t + 1;
        }
        for (uint32_t k = known; k < f.out.n; k++)
            if (f.out.at[k].kind == RZ_TIME_CLOCK) link_clock(&f, k);
        for (uint32_t k = known; wide && k < f.out.n; k++)
            if ((f.out.at[k].kind == RZ_TIME_CLOCK || f.out.at[k].kind == RZ_TIME_PART) && f.out.at[k].of == RZ_NONE) link_far(&f, k);
    }
    rz_give_back(arena, f.hits);
    rz_give_back(arena, f.hit_at);
    rz_give_back(arena, f.begins);
    rz_give_back(arena, f.types);
    out->times = f.out.at;
    out->n_times = f.out.n;
    out->wide = wide;
}
