/* The day of the report, from all that bounds it, and with it the days of every expression.
 *
 * The days that the report may be of are a set of bits, one a day. Each thing said takes days away, the surest first; one
 * that would leave nothing is set aside and named as contradicting. What remains is the answer, with what led to it. */
#include <stdio.h>

#include "resolve/calendar_days.h"

enum {
    FIRST_DAY = 10957,      /* 2000-01-01 */
    DAYS = 16071,           /* to 2043-12-31 */
    ROOM = (DAYS + 7) / 8 * 8,
    NEWS_DAYS = 2,          /* a report follows what its lead tells within so many days */
    FORGOTTEN = 40,         /* a day told without its year is not older */
    NEW_MINISTER = 120,     /* «new» in office for so long */
    SERVES_ON = 730,        /* who serves on the horizon of the tables is taken to serve for so long after it */
    SOON = 16,              /* tokens from a date to the verb that tells it as to come */
    WIDEST = 731,           /* a wider answer is none */
    SURE_DAYS = 7,          /* so few days up to the horizon of the tables are the answer, though later ones would do */
    MOST_SESSIONS = 64,
    MOST_REASONS = 24,
    AROUND = 400            /* days from a session at which it may still be spoken of */
};

typedef struct {
    _Alignas(8) uint8_t day[ROOM]; /* 1: may be */
} day_set;

typedef struct {
    rz_arena *arena;
    const rz_text *text;
    const rz_mentions *mentions;
    const rz_article *article;
    day_set *may;
    day_set *scratch[4]; /* for what is allowed by one thing said: at most two are in use at a time */
    uint32_t turn;
    uint32_t left;
    int first, last;     /* no day before or after them may be */
    rz_yearly yearly;    /* when the day last asked for is, in each year */
    RZ_VEC(const char *) because;
    const char *basis;
    rz_day horizon;      /* of the tables that know the office-holders named; RZ_NO_DAY: none named that still serves */
} solver;

static rz_days bounds(const solver *s) { return (rz_days){FIRST_DAY + s->first, FIRST_DAY + s->last}; }

static const char *shown(rz_arena *arena, rz_day day) {
    int y, m, d;
    rz_day_gregorian(day, &y, &m, &d);
    return rz_format(arena, "%04d-%02d-%02d", y, m, d);
}

/* How many of the days that may be are in `allowed`, eight at a time; only those are kept where `keep`. */
static uint32_t both(solver *s, const day_set *allowed, bool keep) {
    enum { MOST = 255 * 8 }; /* that no byte of a sum runs over */
    uint32_t left = 0;
    for (int i = s->first / 8 * 8; i <= s->last;) {
        uint64_t sums = 0;
        for (int stop = i + MOST; i <= s->last && i < stop; i += 8) {
            uint64_t may, more;
            memcpy(&may, &s->may->day[i], 8);
            memcpy(&more, &allowed->day[i], 8);
            may &= more;
            sums += may;
            if (keep) memcpy(&s->may->day[i], &may, 8);
        }
        for (; sums; sums >>= 8) left += sums & 0xFF;
    }
    return left;
}

/* Takes away the days that are not in `allowed`, unless none would remain. */
static bool only(solver *s, const day_set *allowed, const char *why) {
    uint32_t left = both(s, allowed, false);
    if (left == s->left) return true;
    bool ok = left > 0;
    if (ok) {
        both(s, allowed, true);
        while (!s->may->day[s->first]) s->first++;
        while (!s->may->day[s->last]) s->last--;
        s->left = left;
    }
    if (s->because.n < MOST_REASONS) *RZ_PUSH(s->arena, &s->because) = ok ? why : rz_format(s->arena, "contradicts: %s", why);
    return ok;
}

static day_set *none(solver *s) {
    day_set **set = &s->scratch[s->turn++ % 4];
    if (!*set) return *set = RZ_NEW(s->arena, day_set);
    memset((*set)->day + s->first, 0, (size_t)(s->last - s->first) + 1);
    return *set;
}

static void allow(day_set *set, rz_day from, rz_day to) {
    if (from < FIRST_DAY) from = FIRST_DAY;
    for (rz_day d = from; d <= to && d < FIRST_DAY + DAYS; d++) set->day[d - FIRST_DAY] = 1;
}

static bool only_days(solver *s, rz_day from, rz_day to, const char *why) {
    day_set *set = none(s);
    allow(set, from, to);
    return only(s, set, why);
}

/* What the expression means in a report of that day. */
static rz_days seen(solver *s, const rz_time_mention *t, rz_day report, int direction) {
    if (!rz_time_is_yearly(s->text->data, t)) return rz_time_days(s->text->data, t, report, direction);
    if (s->yearly.of != t) rz_time_yearly(s->text->data, t, &s->yearly);
    return rz_time_nearest(&s->yearly, report, direction);
}

static uint32_t byte_of(const solver *s, uint32_t token) { return s->text->tokens[token].src.start; }

/* ---- what is told of the day ---- */

/* Which of the first three sentences of the report holds the token, -1 for none of them; *first is where it begins. */
static int lead_sentence(const solver *s, uint32_t token, uint32_t *first) {
    uint32_t i = 0;
    while (i < s->text->n_tokens && (!s->article->in_body[i] || (i >= s->article->title_first && i < s->article->title_last))) i++;
    if (i >= s->text->n_tokens) return -1;
    for (uint32_t k = 0, seen = 0; k < s->text->n_sentences && seen < 3; k++) {
        if (s->text->sentences[k].last <= i) continue;
        *first = s->text->sentences[k].first;
        if (token < s->text->sentences[k].last) return token >= *first ? (int)seen : -1;
        seen++;
    }
    return -1;
}

static bool token_in_lead(const solver *s, uint32_t token) {
    uint32_t first;
    return lead_sentence(s, token, &first) >= 0;
}

static bool said_before(const solver *s, const char *list, uint32_t first, uint32_t token) {
    rz_row row = rz_row_find(s->text->data, RZ_WORDS, rz_str_of(list));
    const rz_hit *hits = s->text->hits;
    for (uint32_t h = s->text->hit_at[first]; h < s->text->hit_at[token]; h++) /* longest first: «بعد از ظهر» is not «بعد از» */
        if (hits[h].row == row && hits[h].last == hits[s->text->hit_at[hits[h].first]].last) return true;
    return false;
}

/* «پس از نشست ۸ تیر ۱۴۰۱», «پیش‌تر در … دیدار کرده بودند»: what was before, not the news. */
static bool is_background(const solver *s, const rz_time_mention *t, uint32_t first) {
    if (said_before(s, "day-before-the-news", first, t->first)) return true;
    uint32_t i = t->last;
    while (i < s->text->n_tokens && s->text->tokens[i].verb == RZ_NONE && s->text->tokens[i].punct != '.') i++;
    return i < s->text->n_tokens && s->text->tokens[i].verb != RZ_NONE && s->text->verbs[s->text->tokens[i].verb].tense == RZ_PLUPERFECT;
}

static bool in_lead(const solver *s, const rz_time_mention *t) {
    uint32_t first;
    return lead_sentence(s, t->first, &first) >= 0 && !is_background(s, t, first);
}

/* Told with its weekday, wherever it stands: nobody recalls the weekday of what is long past. */
static bool is_recent(const solver *s, const rz_time_mention *t) {
    uint32_t k = 0;
    while (k < s->text->n_sentences && s->text->sentences[k].last <= t->first) k++;
    return t->weekday >= 0 && k < s->text->n_sentences && !is_background(s, t, s->text->sentences[k].first);
}

/* A whole date without its weekday is the news in the first sentence alone, and not in a clause within it. */
static bool is_news(const solver *s, const rz_time_mention *t) {
    uint32_t first;
    if (!in_lead(s, t) || t->weekday >= 0) return in_lead(s, t);
    return lead_sentence(s, t->first, &first) == 0 && !said_before(s, "day-in-a-clause", first, t->first);
}

/* In the body, and told from the report alone. */
static bool told(const solver *s, const rz_time_mention *t) { return s->article->in_body[t->first] && rz_time_tells_days(t); }

static void own_weekday(solver *s) {
    static const char *const names[7] = {"Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!told(s, t) || t->kind != RZ_TIME_OFFSET || t->weekday < 0) continue;
        day_set *set = none(s);
        for (int d = s->first; d <= s->last; d++) set->day[d] = rz_day_weekday(FIRST_DAY + d + t->offset) == t->weekday;
        only(s, set, rz_format(s->arena, "weekday %s at %u", names[t->weekday], byte_of(s, t->first)));
    }
}

/* Does a verb in the future tense follow closely? */
static bool to_come(const solver *s, const rz_time_mention *t) {
    uint32_t i = t->last;
    while (i < s->text->n_tokens && i < t->last + SOON && s->text->tokens[i].verb == RZ_NONE && s->text->tokens[i].punct != '.') i++;
    return i < s->text->n_tokens && s->text->tokens[i].verb != RZ_NONE && s->text->verbs[s->text->tokens[i].verb].tense == RZ_FUTURE;
}

/* «… در تاریخ ۱۰ اکتبر ۲۰۲۲ برگزار خواهد شد»: the report is not later. */
static void future_dates(solver *s) {
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days d;
        if (!told(s, t) || t->kind != RZ_TIME_DATE || !t->date.day || !rz_time_fixed(s->text->data, t, &d) || !to_come(s, t)) continue;
        only_days(s, FIRST_DAY, d.to, rz_format(s->arena, "%s, told as to come at %u", shown(s->arena, d.to), byte_of(s, t->first)));
    }
}

/* A full date in the body: told as past, the report is not older; in the lead, it is of that day or just after. */
static void full_dates(solver *s) {
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days d;
        if (!told(s, t) || t->kind != RZ_TIME_DATE || !rz_time_fixed(s->text->data, t, &d) || rz_time_direction(s->text, t) > 0) continue;
        if (t->beside_day && d.from == d.to) {
            only_days(s, d.from - t->offset, d.from - t->offset, rz_format(s->arena, "the day at %u is told from the report", byte_of(s, t->first)));
            continue;
        }
        only_days(s, d.from, FIRST_DAY + DAYS, rz_format(s->arena, "%s, told as past at %u", shown(s->arena, d.from), byte_of(s, t->first)));
        if (d.from == d.to && is_news(s, t))
            only_days(s, d.from, d.from + NEWS_DAYS, rz_format(s->arena, "%s is the news at %u", shown(s->arena, d.from), byte_of(s, t->first)));
    }
}

/* The days of which a day and month, or a weekday, `offset` days on, may be told. */
static day_set *that_are(solver *s, const rz_time_mention *t, int offset) {
    day_set *set = none(s);
    for (int d = s->first; d <= s->last; d++) {
        rz_day at = FIRST_DAY + d + offset;
        if (!s->may->day[d] || (t->weekday >= 0 && rz_day_weekday(at) != t->weekday)) continue;
        set->day[d] = t->kind == RZ_TIME_WEEKDAY || seen(s, t, at, -1).from == at;
    }
    return set;
}

static bool is_day(const rz_data *data, const rz_time_mention *t) {
    rz_days fixed;
    return t->kind == RZ_TIME_WEEKDAY || (t->kind == RZ_TIME_DATE && t->date.day && !rz_time_fixed(data, t, &fixed));
}

/* «کابل (پژواک، یکشنبه ۱۴ قوس):» and «امروز چهارشنبه ۶ آذر»: of which day the report is, the year not said. */
static void own_day(solver *s) {
    uint32_t line = s->article->stated_time;
    if (line != RZ_NONE && is_day(s->text->data, &s->mentions->times[line]))
        only(s, that_are(s, &s->mentions->times[line], 0), rz_format(s->arena, "date line at %u", byte_of(s, s->mentions->times[line].first)));
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i], *now = t->beside_day ? t : t - 1;
        if (!told(s, t) || t->kind == RZ_TIME_OFFSET || (!t->beside_day && (!i || now->kind != RZ_TIME_OFFSET || now->last != t->first))) continue;
        if (!is_day(s->text->data, t)) continue;
        only(s, that_are(s, t, now->offset), rz_format(s->arena, "the day at %u is told from the report", byte_of(s, t->first)));
    }
}

/* ---- tenures ---- */

static rz_row whose_of(const solver *s, const rz_mention *office) {
    return office->whose == RZ_WHOSE_STATE ? office->state : office->whose == RZ_WHOSE_OURS ? s->article->country : RZ_NONE;
}

/* The days on which the person held the office, NULL where the tables do not say. */
static day_set *served(solver *s, const rz_mention *person, const rz_mention *office) {
    uint32_t n, fit = 0;
    const rz_tenure *t = rz_tenures_of(s->text->data, person->row, &n);
    day_set *set = none(s);
    for (uint32_t i = 0; i < n; i++) {
        rz_row whose = whose_of(s, office);
        if (t[i].office != office->office || (whose != RZ_NONE && t[i].whose != whose)) continue;
        rz_day from = t[i].days.from == RZ_NO_DAY ? FIRST_DAY : t[i].days.from;
        if (t[i].still) s->horizon = rz_row_horizon(s->text->data, person->row);
        rz_day horizon = t[i].still ? rz_row_horizon(s->text->data, person->row) : RZ_NO_DAY;
        rz_day to = t[i].days.to != RZ_NO_DAY ? t[i].days.to + 1 : horizon != RZ_NO_DAY ? horizon + SERVES_ON : FIRST_DAY + DAYS;
        if (office->serves == RZ_SERVES_NEW && t[i].days.from != RZ_NO_DAY && to > from + NEW_MINISTER) to = from + NEW_MINISTER;
        allow(set, from, to);
        fit++;
    }
    return fit ? set : NULL;
}

static void tenure(solver *s, const rz_mention *person, const rz_mention *office) {
    day_set *set = served(s, person, office);
    if (set) only(s, set, rz_format(s->arena, "tenure of %s as %s%s at %u", rz_row_id(s->text->data, person->row),
                                    office->serves == RZ_SERVES_NEW ? "new " : "", rz_row_id(s->text->data, office->office), byte_of(s, person->first)));
}

static void tenures(solver *s) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < s->mentions->n && used < 64; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_PERSON || m->row == RZ_NONE || m->describes == RZ_NONE || !s->article->in_body[m->first]) continue;
        const rz_mention *office = &s->mentions->at[m->describes];
        if (office->office == RZ_NONE || office->serves == RZ_SERVES_FORMER || office->serves == RZ_SERVES_THEN || office->under != RZ_NONE) continue;
        tenure(s, m, office);
        used++;
    }
}

/* ---- sessions of forums ---- */

enum { NEAR = 14 /* tokens between a time and the forum it is of */ };

/* The forum named nearest to a time in its sentence, or RZ_NONE. */
static rz_row forum_near(const solver *s, const rz_time_mention *t) {
    rz_row best = RZ_NONE;
    uint32_t low = NEAR;
    for (uint32_t i = rz_mention_near(s->mentions, t->first, NEAR); i < s->mentions->n && s->mentions->at[i].first < t->last + NEAR; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_FORUM || m->row == RZ_NONE) continue;
        uint32_t apart = m->first > t->last ? m->first - t->last : t->first > m->last ? t->first - m->last : 0;
        if (apart < low) low = apart, best = m->row;
    }
    return best;
}

/* Is it a meeting of heads of state that the time is of? */
static bool of_summit(const solver *s, const rz_time_mention *t) {
    const rz_text *text = s->text;
    uint32_t from = t->first > NEAR ? t->first - NEAR : 0, to = t->last + NEAR < text->n_tokens ? t->last + NEAR : text->n_tokens;
    for (uint32_t i = text->hit_at[from]; i < text->hit_at[to]; i++) {
        const rz_hit *h = &text->hits[i];
        if (h->type == RZ_FRAME && rz_row_has(text->data, h->row, "kind", "summit")) return true;
    }
    return false;
}

/* Is a place named within reach of the time? */
static bool placed(const solver *s, const rz_time_mention *t, rz_row place) {
    for (uint32_t i = rz_mention_near(s->mentions, t->first, NEAR); place != RZ_NONE && i < s->mentions->n && s->mentions->at[i].first < t->last + NEAR; i++)
        if (s->mentions->at[i].row == place) return true;
    return false;
}

/* «در سمرقند» leaves the sessions there; a place where none was says nothing. */
static uint32_t held_there(const solver *s, const rz_time_mention *t, rz_session *sessions, uint32_t n) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++)
        if (placed(s, t, sessions[i].place)) sessions[kept++] = sessions[i];
    return kept ? kept : n;
}

static void session(solver *s, const rz_time_mention *t, rz_row forum) {
    rz_session sessions[MOST_SESSIONS];
    uint32_t n, fit = 0, last = 0;
    const rz_session *known = rz_sessions_of(s->text->data, forum, &n);
    if (n > MOST_SESSIONS) n = MOST_SESSIONS;
    if (n) memcpy(sessions, known, n * sizeof *sessions);
    n = held_there(s, t, sessions, n);
    int direction = rz_time_direction(s->text, t);
    bool summit = of_summit(s, t);
    day_set *set = none(s);
    for (uint32_t i = 0; i < n; i++) {
        if (summit && !sessions[i].summit) continue;
        const rz_days *d = &sessions[i].days;
        int low = d->from - AROUND - FIRST_DAY, high = d->to + AROUND - FIRST_DAY;
        for (int day = low > s->first ? low : s->first; day <= high && day <= s->last; day++) {
            if (set->day[day] || !s->may->day[day]) continue;
            rz_days when = seen(s, t, FIRST_DAY + day, direction);
            set->day[day] = when.from != RZ_NO_DAY && when.from <= d->to && d->from <= when.to;
            if (set->day[day]) fit++, last = i;
        }
    }
    if (fit) only(s, set, rz_format(s->arena, "session of %s, %s..%s, at %u", rz_row_id(s->text->data, forum), shown(s->arena, sessions[last].days.from),
                                    shown(s->arena, sessions[last].days.to), byte_of(s, t->first)));
}

static void sessions(solver *s) {
    for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 32; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days fixed;
        if (!told(s, t) || t->kind == RZ_TIME_WEEKDAY || rz_time_fixed(s->text->data, t, &fixed)) continue;
        if (t->kind == RZ_TIME_PERIOD && t->count) continue;
        rz_row forum = forum_near(s, t);
        if (forum == RZ_NONE) continue;
        session(s, t, forum);
        used++;
    }
}

/* ---- days without a year, weekdays ---- */

/* Two calendars side by side are the same day in some years only; so are a day and a weekday. */
static void twins(solver *s) {
    for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 32; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days fixed;
        if (!told(s, t) || t->kind != RZ_TIME_DATE || !(t->has_twin || t->weekday >= 0) || !t->date.day || (t->date.from && t->date.from != RZ_FROM_YEAR) || rz_time_fixed(s->text->data, t, &fixed)) continue;
        int direction = rz_time_direction(s->text, t);
        day_set *set = none(s);
        for (int d = s->first; d <= s->last; d++) {
            if (!s->may->day[d]) continue;
            rz_days when = seen(s, t, FIRST_DAY + d, direction);
            set->day[d] = when.from != RZ_NO_DAY;
        }
        const char *what = t->has_twin ? "one day in two calendars" : "a day and its weekday";
        only(s, set, rz_format(s->arena, "%s at %u", what, byte_of(s, t->first)));
        used++;
    }
}

/* In the lead, the latest day told as past without its year is some weeks old at most; of those to come, the nearest as near. Further
 * down it may be of any time in the year before. */
static void yearless(solver *s) {
    for (int direction = -1; direction <= 1; direction += 2) {
        day_set *set = none(s);
        const rz_time_mention *some = NULL;
        for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 32; i++) {
            const rz_time_mention *t = &s->mentions->times[i];
            rz_days fixed;
            if (!told(s, t) || t->kind != RZ_TIME_DATE || !t->date.day || rz_time_fixed(s->text->data, t, &fixed)) continue;
            if (rz_time_direction(s->text, t) * direction <= 0 || !(in_lead(s, t) || is_recent(s, t))) continue;
            some = t;
            used++;
            for (int d = s->first; d <= s->last; d++) {
                if (!s->may->day[d] || set->day[d]) continue;
                rz_days when = seen(s, t, FIRST_DAY + d, direction);
                if (when.from == RZ_NO_DAY) continue;
                rz_day apart = direction < 0 ? FIRST_DAY + d - when.to : when.from - (FIRST_DAY + d);
                set->day[d] = apart >= 0 && apart <= FORGOTTEN;
            }
        }
        if (some) only(s, set, rz_format(s->arena, "a day told without its year at %u", byte_of(s, some->first)));
    }
}

/* A day and weekday in the lead, told as past, are the news. */
static void lead_day(solver *s) {
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!told(s, t) || t->weekday < 0 || t->beside_day || !is_day(s->text->data, t) || t->kind != RZ_TIME_DATE || !in_lead(s, t) ||
            rz_time_direction(s->text, t) >= 0)
            continue;
        day_set *set = none(s);
        for (int d = s->first; d <= s->last; d++) {
            rz_days when = s->may->day[d] ? seen(s, t, FIRST_DAY + d, -1) : (rz_days){RZ_NO_DAY, RZ_NO_DAY};
            int after = when.from == RZ_NO_DAY ? -1 : FIRST_DAY + d - when.to;
            set->day[d] = t->week == RZ_WEEK_NOT_SAID ? after >= 0 && after <= NEWS_DAYS : after > 0 && after <= 7; /* «پنجشنبه گذشته» */
        }
        only(s, set, rz_format(s->arena, "the day of the news at %u", byte_of(s, t->first)));
        return;
    }
}

/* A weekday to come and a day and month to come in one report are one plan, where they can be. */
static void plans(solver *s) {
    for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 8; i++) {
        const rz_time_mention *w = &s->mentions->times[i];
        if (!told(s, w) || w->kind != RZ_TIME_WEEKDAY || rz_time_direction(s->text, w) <= 0) continue;
        for (uint32_t j = 0; j < s->mentions->n_times && j < 64; j++) {
            const rz_time_mention *t = &s->mentions->times[j];
            if (!told(s, t) || t->kind != RZ_TIME_DATE || !t->date.day || t->weekday >= 0 || rz_time_direction(s->text, t) <= 0) continue;
            day_set *set = none(s);
            for (int d = s->first; d <= s->last; d++) {
                if (!s->may->day[d]) continue;
                rz_days a = seen(s, w, FIRST_DAY + d, 1), b = seen(s, t, FIRST_DAY + d, 1);
                set->day[d] = a.from == b.from;
            }
            only(s, set, rz_format(s->arena, "the weekday at %u is the day at %u", byte_of(s, w->first), byte_of(s, t->first)));
            used++;
        }
    }
}

/* «سه‌شنبه … ترک کرد» in the lead: news of that day or the next; of few days left, the day itself. */
static void lead_weekday(solver *s) {
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!told(s, t) || t->weekday < 0 || t->kind != RZ_TIME_WEEKDAY || t->week != RZ_WEEK_NOT_SAID || !in_lead(s, t) || rz_time_direction(s->text, t) > 0) continue;
        day_set *near = none(s), *same = none(s);
        for (int d = s->first; d <= s->last; d++) {
            int after = (rz_day_weekday(FIRST_DAY + d) - t->weekday + 7) % 7;
            near->day[d] = after < NEWS_DAYS;
            same->day[d] = after == 0;
        }
        if (!only(s, near, rz_format(s->arena, "the weekday of the news at %u", byte_of(s, t->first)))) return;
        if (s->left > 1 && s->left <= 12) only(s, same, rz_format(s->arena, "reported on the day at %u", byte_of(s, t->first)));
        return;
    }
}

/* ---- the answer ---- */

/* Does the title or the lead name somebody in an office that he did not hold on that day? */
static bool out_of_office(solver *s, rz_day day) {
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_PERSON || m->row == RZ_NONE || m->describes == RZ_NONE || !s->article->in_body[m->first]) continue;
        const rz_mention *office = &s->mentions->at[m->describes];
        if (office->office == RZ_NONE || office->serves == RZ_SERVES_FORMER || !token_in_lead(s, m->first)) continue;
        day_set *set = served(s, m, office);
        if (set && !set->day[day - FIRST_DAY]) return true;
    }
    return false;
}

static bool stated(solver *s) {
    if (s->article->stated_time == RZ_NONE) return false;
    const rz_time_mention *t = &s->mentions->times[s->article->stated_time];
    rz_days d;
    if (!rz_time_fixed(s->text->data, t, &d) || d.from != d.to) return false;
    if (s->article->stated_apart && d.from >= FIRST_DAY && d.from < FIRST_DAY + DAYS && out_of_office(s, d.from)) {
        only_days(s, FIRST_DAY, d.to, rz_format(s->arena, "the page is of %s, not the report", shown(s->arena, d.to)));
        return false;
    }
    s->basis = "stated";
    return only_days(s, d.from, d.to, rz_format(s->arena, "date line at %u", byte_of(s, t->first)));
}

/* «امروز دوشنبه ۲۴ عقرب» beside one who still serves fits again in some years to come: a report that the tables can know of is
 * of the day before their horizon. */
static void up_to_horizon(solver *s) {
    rz_days d = bounds(s);
    if (s->horizon == RZ_NO_DAY || s->left == DAYS || d.to - d.from <= WIDEST || d.to <= s->horizon || d.from > s->horizon) return;
    int last = s->horizon - FIRST_DAY;
    while (last > s->first && !s->may->day[last]) last--;
    if (last - s->first <= SURE_DAYS) only_days(s, FIRST_DAY, s->horizon, rz_format(s->arena, "known up to %s", shown(s->arena, s->horizon)));
}

static void solve(solver *s, rz_days known) {
    s->basis = "inferred";
    if (known.from != RZ_NO_DAY) {
        s->basis = "metadata";
        if (only_days(s, known.from, known.to, "given by the user") && known.from == known.to) return;
    }
    if (s->article->metadata_day != RZ_NO_DAY) {
        s->basis = "metadata";
        if (only_days(s, s->article->metadata_day, s->article->metadata_day, "the page's metadata")) return;
    }
    if (stated(s)) return;
    s->basis = known.from != RZ_NO_DAY ? s->basis : "inferred";
    if (s->article->crawl_day != RZ_NO_DAY)
        only_days(s, FIRST_DAY, s->article->crawl_day, rz_format(s->arena, "read on %s", shown(s->arena, s->article->crawl_day)));
    tenures(s);
    full_dates(s);
    future_dates(s);
    own_weekday(s);
    own_day(s);
    twins(s);
    sessions(s);
    lead_day(s);
    yearless(s);
    plans(s);
    lead_weekday(s);
    up_to_horizon(s);
}

/* The clock time beside the day that the page states. */
static int stated_minute(const solver *s) {
    for (uint32_t i = 0; s->article->stated_time != RZ_NONE && i < s->mentions->n_times; i++)
        if (s->mentions->times[i].kind == RZ_TIME_CLOCK && s->mentions->times[i].of == s->article->stated_time) return s->mentions->times[i].minute;
    return -1;
}

static void answer(const solver *s, const rz_article *article, rz_solution *out) {
    out->published = bounds(s);
    out->minute = article->metadata_minute;
    if (out->minute < 0 && s->basis && !strcmp(s->basis, "stated")) out->minute = stated_minute(s);
    out->basis = s->basis;
    out->because = s->because.at;
    out->n_because = s->because.n;
    if (s->left == DAYS || out->published.to - out->published.from > WIDEST) {
        out->published = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
        out->basis = NULL;
    }
}

void rz_days_solve(rz_arena *arena, const rz_text *text, const rz_mentions *mentions, const rz_article *article, rz_days known,
                   rz_solution *out) {
    solver s = {.arena = arena, .text = text, .mentions = mentions, .article = article, .may = RZ_NEW(arena, day_set), .left = DAYS, .last = DAYS - 1, .horizon = RZ_NO_DAY};
    memset(s.may->day, 1, DAYS);
    *out = (rz_solution){.minute = -1};
    solve(&s, known);
    answer(&s, article, out);
    out->dates = RZ_NEW_N(arena, rz_date, mentions->n_times);
    for (uint32_t i = 0; i < mentions->n_times; i++) rz_time_show(arena, text, &mentions->times[i], out->published, out->dates, &out->dates[i]);
}
