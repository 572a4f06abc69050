/* The day of the report, from all that bounds it, and with it the days of every expression.
 *
 * The days that the report may be of are a set of bits, one a day. Each thing said takes days away, the surest first; one
 * that would leave nothing is set aside and named as contradicting. What remains is the answer, with what led to it. */
#include <stdio.h>

#include "resolve/solver.h"

rz_days rz_solver_bounds(const rz_solver *s) { return (rz_days){FIRST_DAY + s->first, FIRST_DAY + s->last}; }

const char *rz_day_shown(rz_arena *arena, rz_day day) {
    return rz_day_text(day, rz_alloc(arena, RZ_DAY_ROOM));
}

/* How many of the days that may be are in `allowed`. */
static uint32_t both(const rz_solver *s, const rz_day_set *allowed) {
    uint32_t left = 0;
    for (int i = s->first / 64; i <= s->last / 64; i++) {
        uint64_t days = s->may->word[i] & allowed->word[i];
        if (days) left += (uint32_t)__builtin_popcountll(days); /* most often one day alone is allowed */
    }
    return left;
}

/* Keeps those alone; there are some. */
static void keep(rz_solver *s, const rz_day_set *allowed) {
    int first = s->first / 64, last = s->last / 64;
    uint64_t *word = s->may->word;
    for (int i = first; i <= last; i++) word[i] &= allowed->word[i];
    while (!word[first]) first++;
    while (!word[last]) last--;
    s->first = first * 64 + __builtin_ctzll(word[first]);
    s->last = last * 64 + 63 - __builtin_clzll(word[last]);
}

/* Takes away the days that are not in `allowed`, unless none would remain. */
bool rz_solver_only(rz_solver *s, const rz_day_set *allowed, const char *why) {
    uint32_t left = both(s, allowed);
    if (left == s->left) return true;
    bool ok = left > 0;
    if (ok) {
        keep(s, allowed);
        s->left = left;
    }
    if (s->because.n < MOST_REASONS) *RZ_PUSH(s->arena, &s->because) = ok ? why : rz_format(s->arena, "contradicts: %s", why);
    return ok;
}

rz_day_set *rz_solver_none(rz_solver *s) {
    rz_day_set **set = &s->scratch[s->turn++ % 4];
    if (!*set) return *set = RZ_NEW(s->arena, rz_day_set);
    return memset(*set, 0, sizeof **set);
}

void rz_days_allow(rz_day_set *set, rz_day from, rz_day to) {
    if (from < FIRST_DAY) from = FIRST_DAY;
    if (to > FIRST_DAY + DAYS - 1) to = FIRST_DAY + DAYS - 1;
    for (int d = from - FIRST_DAY; d <= to - FIRST_DAY;) {
        int n = 64 - d % 64 < to - FIRST_DAY + 1 - d ? 64 - d % 64 : to - FIRST_DAY + 1 - d; /* of them in this word */
        set->word[d / 64] |= (~0ull >> (64 - n)) << d % 64;
        d += n;
    }
}

bool rz_solver_only_days(rz_solver *s, rz_day from, rz_day to, const char *why) {
    rz_day_set *set = rz_solver_none(s);
    rz_days_allow(set, from, to);
    return rz_solver_only(s, set, why);
}

void rz_days_allow_weekday(rz_day_set *set, int weekday, int offset) {
    const uint64_t weekly = 0x8102040810204081u; /* every seventh bit; in each word they begin a day earlier, as 64 is 9 * 7 + 1 */
    int first = (weekday - rz_day_weekday(FIRST_DAY + offset) + 7) % 7;
    for (int i = 0; i < DAY_WORDS; i++, first = (first + 6) % 7) set->word[i] |= weekly << first;
}

const rz_yearly *rz_solver_yearly(rz_solver *s, const rz_time_mention *t) {
    if (!rz_time_is_yearly(s->text->data, t) || t->date.from == RZ_FROM_NEAR) return NULL;
    if (s->yearly.of != t) rz_time_yearly(s->text->data, t, &s->yearly);
    return &s->yearly;
}

/* What the expression means in a report of that day. */
rz_days rz_solver_seen(rz_solver *s, const rz_time_mention *t, rz_day report, int direction) {
    if (!rz_time_is_yearly(s->text->data, t)) return rz_time_days(s->text->data, t, report, direction);
    if (s->yearly.of != t) rz_time_yearly(s->text->data, t, &s->yearly);
    return rz_time_nearest(&s->yearly, report, direction);
}

uint32_t rz_byte_of(const rz_solver *s, uint32_t token) { return s->text->tokens[token].src_start; }

/* ---- the answer ---- */

/* Does the title or the lead name somebody in an office that he did not hold on that day? */
static bool out_of_office(rz_solver *s, rz_day day) {
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_PERSON || m->row == RZ_NONE || m->describes == RZ_NONE || !s->article->in_body[m->first]) continue;
        const rz_mention *office = &s->mentions->at[m->describes];
        if (office->office == RZ_NONE || office->serves == RZ_SERVES_FORMER || !rz_lead_of(s, m->first)) continue;
        rz_day_set *set = rz_days_served(s, m, office);
        if (set && !rz_day_in(set, day - FIRST_DAY)) return true;
    }
    return false;
}

static bool stated(rz_solver *s) {
    if (s->article->stated_time == RZ_NONE) return false;
    const rz_time_mention *t = &s->mentions->times[s->article->stated_time];
    rz_days d;
    if (!rz_time_fixed(s->text->data, t, &d) || d.from != d.to) return false;
    if (s->article->stated_apart && d.from >= FIRST_DAY && d.from < FIRST_DAY + DAYS && out_of_office(s, d.from)) {
        rz_solver_only_days(s, FIRST_DAY, d.to, rz_format(s->arena, "the page is of %s, not the report", rz_day_shown(s->arena, d.to)));
        return false;
    }
    s->basis = "stated";
    return rz_solver_only_days(s, d.from, d.to, rz_format(s->arena, "date line at %u", rz_byte_of(s, t->first)));
}

/* «امروز دوشنبه ۲۴ عقرب» beside one who still serves fits again in some years to come: a report that the tables can know of is
 * of the day before their horizon. */
static void up_to_horizon(rz_solver *s) {
    enum { LONG_AFTER = 180 };
    rz_days d = rz_solver_bounds(s);
    if (s->horizon == RZ_NO_DAY || s->left == DAYS || d.to - d.from <= WIDEST || d.to <= s->horizon || d.from > s->horizon) return;
    int last = s->horizon - FIRST_DAY, next = last + 1;
    while (last > s->first && !rz_day_in(s->may, last)) last--;
    while (next < s->last && !rz_day_in(s->may, next)) next++;
    if (last - s->first <= SURE_DAYS || (last - s->first <= SOME_WEEKS && next > s->horizon - FIRST_DAY + LONG_AFTER)) rz_solver_only_days(s, FIRST_DAY, s->horizon, rz_format(s->arena, "known up to %s", rz_day_shown(s->arena, s->horizon)));
}

/* Does nothing tell the year? Weekdays and days without one leave too many then. */
static bool nothing_tells(const rz_solver *s, rz_days known) {
    const rz_article *a = s->article;
    if (known.from != known.to || known.from != RZ_NO_DAY || s->mentions->n || a->metadata_day != RZ_NO_DAY || a->crawl_day != RZ_NO_DAY || a->stated_time != RZ_NONE) return false;
    rz_days fixed;
    for (uint32_t i = 0; i < s->mentions->n_times; i++)
        if (s->mentions->times[i].date.year || s->mentions->times[i].twin.year || rz_time_fixed(s->text->data, &s->mentions->times[i], &fixed)) return false;
    return true;
}

static void find_lead(rz_solver *s) {
    if (s->n_lead == 0) rz_lead_find(s);
}

static void solve(rz_solver *s, rz_days known) {
    s->basis = "inferred";
    if (nothing_tells(s, known)) return;
    if (known.from != RZ_NO_DAY && (known.from < FIRST_DAY || known.to >= FIRST_DAY + DAYS)) { /* beyond what is solved: taken as it is */
        s->basis = "metadata";
        *RZ_PUSH(s->arena, &s->because) = "given by the user";
        return;
    }
    if (known.from != RZ_NO_DAY) {
        s->basis = "metadata";
        if (rz_solver_only_days(s, known.from, known.to, "given by the user") && known.from == known.to) return;
    }
    if (s->article->metadata_day != RZ_NO_DAY) {
        s->basis = "metadata";
        if (rz_solver_only_days(s, s->article->metadata_day, s->article->metadata_day, "the page's metadata")) return;
    }
    find_lead(s);
    if (stated(s)) return;
    s->basis = known.from != RZ_NO_DAY ? s->basis : "inferred";
    if (known.from == RZ_NO_DAY && known.to != RZ_NO_DAY)
        rz_solver_only_days(s, FIRST_DAY, known.to, rz_format(s->arena, "not later than %s, as given", rz_day_shown(s->arena, known.to)));
    if (s->article->crawl_day != RZ_NO_DAY)
        rz_solver_only_days(s, FIRST_DAY, s->article->crawl_day, rz_format(s->arena, "read on %s", rz_day_shown(s->arena, s->article->crawl_day)));
    rz_known_tenures(s);
    rz_known_terms(s);
    rz_told_full_dates(s);
    rz_known_named(s);
    rz_known_rule(s);
    rz_told_future_dates(s);
    rz_told_own_weekday(s);
    rz_told_own_day(s);
    rz_told_twins(s);
    rz_known_sessions(s);
    rz_told_lead_day(s);
    rz_told_yearless(s);
    rz_told_weekday_dates(s);
    rz_told_plans(s);
    rz_known_visits(s);
    rz_known_events(s);
    rz_known_numbered(s);
    rz_told_weekday_twice(s);
    rz_told_lead_weekday(s);
    rz_told_weekdays_near(s);
    rz_known_in_office(s);
    up_to_horizon(s);
}

/* The clock time beside the day that the page states. */
static int stated_minute(const rz_solver *s) {
    for (uint32_t i = 0; s->article->stated_time != RZ_NONE && i < s->mentions->n_times; i++)
        if (s->mentions->times[i].kind == RZ_TIME_CLOCK && s->mentions->times[i].of == s->article->stated_time) return s->mentions->times[i].minute;
    return -1;
}

static void answer(const rz_solver *s, const rz_article *article, rz_solution *out) {
    out->published = rz_solver_bounds(s);
    out->minute = article->metadata_minute;
    if (out->minute < 0 && s->basis && !strcmp(s->basis, "stated")) out->minute = stated_minute(s);
    out->basis = s->basis;
    out->because = s->because.at;
    out->n_because = s->because.n;
    out->shown = out->published;
    if (s->left == DAYS || out->published.to - out->published.from > WIDEST) out->published = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    bool open = s->first == 0 || s->last == DAYS - 1;
    if (open || out->shown.to - out->shown.from > WIDEST_SHOWN) out->shown = out->published;
    if (out->shown.from == RZ_NO_DAY) out->basis = NULL;
}

/* «مذاکرات ایران و عراق شنبه در مسقط»: a title has no verb to tell whether its weekday is past. It is the one that the lead dates. */
static void title_as_dated(const rz_solver *s, rz_date *dates) {
    const rz_time_mention *times = s->mentions->times;
    uint32_t n = s->mentions->n_times, end = s->n_lead ? s->lead[s->n_lead - 1].last : 0, used = 0;
    for (uint32_t i = 0; i < n && times[i].first < s->article->title_last && used < 8; i++) {
        if (times[i].first < s->article->title_first || times[i].kind != RZ_TIME_WEEKDAY || times[i].week != RZ_WEEK_NOT_SAID) continue;
        used++;
        for (uint32_t j = i + 1; j < n && times[j].first < end; j++) {
            const rz_time_mention *t = &times[j];
            if (t->weekday != times[i].weekday || t->kind != RZ_TIME_DATE || dates[j].days.from == RZ_NO_DAY || !rz_in_lead(s, t)) continue;
            dates[i].days = dates[j].days;
            break;
        }
    }
}

/* «روز شنبه ۳ شهریور سخن گفت … روز شنبه آزاد شدند», where nothing tells of which day the report is: the one dated shortly before. */
static void weekday_as_dated(const rz_solver *s, rz_date *dates) {
    enum { NEAR = 120 /* tokens */ };
    const rz_time_mention *times = s->mentions->times;
    for (uint32_t i = 1; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &times[i];
        if (t->kind != RZ_TIME_WEEKDAY || t->week != RZ_WEEK_NOT_SAID || t->last_weekday >= 0 || dates[i].days.from != RZ_NO_DAY) continue;
        for (uint32_t j = i; j-- > 0 && t->first - times[j].last < NEAR;) {
            if (times[j].kind != RZ_TIME_DATE || times[j].weekday != t->weekday || dates[j].days.from == RZ_NO_DAY || dates[j].days.from != dates[j].days.to) continue;
            dates[i].days = dates[j].days;
            break;
        }
    }
}

/* How many days are meant, about. */
static rz_day meant(uint8_t grain) {
    switch (grain) {
    case RZ_UNIT_WEEK: return 7;
    case RZ_UNIT_MONTH: return 30;
    case RZ_UNIT_SEASON: return 90;
    case RZ_UNIT_YEAR: case RZ_UNIT_DECADE: case RZ_UNIT_CENTURY: return 365;
    default: return 1;
    }
}

/* «دیروز», «روز دوشنبه» of a report of some day of these weeks tells no day, «ماه گذشته» a month. */
static void drop_vague(const rz_solver *s, const rz_solution *out, uint32_t i) {
    rz_days *d = &out->dates[i].days, fixed;
    rz_day open = out->published.to - out->published.from;
    if (out->published.from == RZ_NO_DAY || open <= VAGUE || d->from == RZ_NO_DAY) return;
    if (open + 1 < meant(s->mentions->times[i].grain) || d->to - d->from <= meant(s->mentions->times[i].grain)) return;
    if (2 * (d->to - d->from) >= open && !rz_time_fixed(s->text->data, &s->mentions->times[i], &fixed)) *d = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
}

/* «دیروز» of a report of one of a few days, which the user did not give: a report most often is of the first day on which it can be. */
static void first_of_few(const rz_solver *s, const rz_solution *out, uint32_t i) {
    rz_days *d = &out->dates[i].days;
    rz_day open = out->published.from == RZ_NO_DAY ? 0 : out->published.to - out->published.from;
    if (open && open <= NEWS_DAYS && strcmp(out->basis, "metadata") != 0 && s->mentions->times[i].kind == RZ_TIME_OFFSET && d->from != RZ_NO_DAY && d->to - d->from == open) d->to = d->from;
}

/* What each expression means, the day of the report being known. */
static void show(const rz_solver *s, rz_solution *out) {
    const rz_mentions *mentions = s->mentions;
    out->dates = RZ_NEW_N(s->arena, rz_date, mentions->n_times);
    for (uint32_t i = 0; i < mentions->n_times; i++) rz_time_show(s->arena, s->text, &mentions->times[i], out->published, out->dates, &out->dates[i]), drop_vague(s, out, i), first_of_few(s, out, i);
    title_as_dated(s, out->dates);
    weekday_as_dated(s, out->dates);
    for (uint32_t i = 0; mentions->wide && i < mentions->n_times; i++) rz_time_of_day(&mentions->times[i], out->dates, i);
}

static void begin(rz_solver *s) {
    s->asked = RZ_NEW(s->arena, rz_told_in);
    s->to_verb = RZ_NEW(s->arena, rz_span);
    s->to_verb->start = 1; /* none yet */
}

/* One day is given: nothing is left to solve. */
static void given(const rz_article *article, rz_days known, rz_solution *out) {
    static const char *const because[] = {"given by the user"};
    *out = (rz_solution){.published = known, .shown = known, .minute = article->metadata_minute, .basis = "metadata", .because = because, .n_because = 1};
}

static bool is_given(rz_days known) { return known.from != RZ_NO_DAY && known.from == known.to; }

static bool is_solved_day(rz_days d) { return d.from != RZ_NO_DAY && d.from == d.to && d.from >= FIRST_DAY && d.from < FIRST_DAY + DAYS; }

bool rz_published_told(const rz_data *data, const rz_mentions *mentions, const rz_article *article, rz_days known) {
    rz_days d = {article->metadata_day, article->metadata_day};
    if (is_given(known)) return true;
    if (known.from != RZ_NO_DAY || known.to != RZ_NO_DAY) return false;
    if (d.from == RZ_NO_DAY && article->stated_time != RZ_NONE && !article->stated_apart && !rz_time_fixed(data, &mentions->times[article->stated_time], &d)) return false;
    return is_solved_day(d);
}

static rz_solver solver_of(rz_arena *arena, const rz_text *text, const rz_mentions *mentions, const rz_article *article) {
    rz_solver s = {.arena = arena, .text = text, .mentions = mentions, .article = article, .left = DAYS, .last = DAYS - 1, .horizon = RZ_NO_DAY};
    begin(&s);
    return s;
}

static void find_published(rz_solver *s, rz_days known, rz_solution *out) {
    *out = (rz_solution){.minute = -1};
    s->may = RZ_NEW(s->arena, rz_day_set);
    rz_days_allow(s->may, FIRST_DAY, FIRST_DAY + DAYS - 1);
    solve(s, known);
    answer(s, s->article, out);
    if (known.from != RZ_NO_DAY && (known.from < FIRST_DAY || known.to >= FIRST_DAY + DAYS)) out->published = out->shown = known, out->basis = s->basis;
}

void rz_published_solve(rz_arena *arena, const rz_text *text, const rz_mentions *mentions, const rz_article *article, rz_days known,
                        rz_solution *out) {
    if (is_given(known)) {
        given(article, known, out);
        return;
    }
    rz_solver s = solver_of(arena, text, mentions, article);
    find_published(&s, known, out);
}

void rz_days_solve(rz_arena *arena, const rz_text *text, const rz_mentions *mentions, const rz_article *article, rz_days known,
                   rz_solution *out) {
    rz_solver s = solver_of(arena, text, mentions, article);
    if (is_given(known)) given(article, known, out);
    else find_published(&s, known, out);
    find_lead(&s);
    show(&s, out);
}
