/* The days that a report may be of, as the files that take days away share them. Private to the resolve stage.
 *
 * They are a set of bits, one a day. Each thing said takes days away, the surest first; one that would leave nothing is set aside
 * and named as contradicting. */
#ifndef RZ_RESOLVE_SOLVER_H
#define RZ_RESOLVE_SOLVER_H

#include "resolve/calendar_days.h"

enum {
    FIRST_DAY = RZ_FIRST_REPORT,
    DAYS = RZ_LAST_REPORT - RZ_FIRST_REPORT + 1,
    DAY_WORDS = (DAYS + 63) / 64,
    NEWS_DAYS = 2,          /* a report follows what its lead tells within so many days */
    SOME_WEEKS = 60,        /* a day told with its weekday, without its year, is not older */
    FORGOTTEN = 40,         /* a day told without its year is not older */
    NEW_MINISTER = 120,     /* «new» in office for so long */
    SERVES_ON = 730,        /* who serves on the horizon of the tables is taken to serve for so long after it */
    SOON = 16,              /* tokens from a date to the verb that tells it as to come */
    WIDEST = 731,           /* from a wider answer nothing is told */
    VAGUE = 4,              /* what is told from a report of more days than these, or than it lasts itself, tells no day */
    WIDEST_SHOWN = 4018,    /* a wider one is none */
    SURE_DAYS = 7,          /* so few days up to the horizon of the tables are the answer, though later ones would do */
    LEAD_SENTENCES = 3,
    MOST_SESSIONS = 64,
    MOST_REASONS = 24,
    AROUND = 400            /* days from a session at which it may still be spoken of */
};

typedef struct {
    uint64_t word[DAY_WORDS]; /* bit d % 64 of word d / 64: day FIRST_DAY + d may be */
} rz_day_set;

static inline bool rz_day_in(const rz_day_set *set, int d) { return set->word[d / 64] >> d % 64 & 1; }
static inline void rz_day_put(rz_day_set *set, int d, bool may) {
    set->word[d / 64] = (set->word[d / 64] & ~(1ull << d % 64)) | (uint64_t)may << d % 64;
}

/* A sentence, and where words first stand in it that tell of what was before the news, or open a clause; RZ_NONE: nowhere. */
typedef struct {
    uint32_t first, last;
    uint32_t before, clause;
} rz_told_in;

typedef struct {
    rz_arena *arena;
    const rz_text *text;
    const rz_mentions *mentions;
    const rz_article *article;
    rz_told_in lead[LEAD_SENTENCES]; /* the first sentences of the report */
    uint32_t n_lead;
    rz_told_in *asked;   /* the sentence asked for last */
    rz_span *to_verb;    /* tokens from which the next verb or stop is known, and where it is */
    rz_day_set *may;
    rz_day_set *scratch[4]; /* for what is allowed by one thing said: at most two are in use at a time */
    uint32_t turn;
    uint32_t left;
    int first, last;     /* no day before or after them may be */
    rz_yearly yearly;    /* when the day last asked for is, in each year */
    RZ_VEC(const char *) because;
    const char *basis;
    rz_day horizon;      /* of the tables that know the office-holders named; RZ_NO_DAY: none named that still serves */
} rz_solver;

/* Sets of days. */
rz_days rz_solver_bounds(const rz_solver *s);
const char *rz_day_shown(rz_arena *arena, rz_day day);
/* Takes away the days that are not in `allowed`; false where none would remain, and then takes none. */
bool rz_solver_only(rz_solver *s, const rz_day_set *allowed, const char *why);
bool rz_solver_only_days(rz_solver *s, rz_day from, rz_day to, const char *why);
rz_day_set *rz_solver_none(rz_solver *s); /* an empty set, one of four that are used in turn */
void rz_days_allow(rz_day_set *set, rz_day from, rz_day to);
/* What the expression means in a report of that day. */
rz_days rz_solver_seen(rz_solver *s, const rz_time_mention *t, rz_day report, int direction);
/* When it is in each year, where it is of every year and the nearest is meant: s->yearly; else NULL, and each day is to be asked. */
const rz_yearly *rz_solver_yearly(rz_solver *s, const rz_time_mention *t);
void rz_days_allow_weekday(rz_day_set *set, int weekday, int offset); /* the days that are `offset` days before such a one */
uint32_t rz_byte_of(const rz_solver *s, uint32_t token);

/* Where a time stands in the report (days_lead.c). */
void rz_lead_find(rz_solver *s); /* first of all */
const rz_told_in *rz_lead_of(const rz_solver *s, uint32_t token); /* the sentence of the lead that holds the token, or NULL */
const rz_told_in *rz_told_sentence(const rz_solver *s, uint32_t token); /* the one that holds the token, or NULL */
bool rz_in_lead(const rz_solver *s, const rz_time_mention *t);
bool rz_is_recent(const rz_solver *s, const rz_time_mention *t);
bool rz_is_news(const rz_solver *s, const rz_time_mention *t);

/* What times tell (days_told.c, days_yearless.c). */
bool rz_is_told(const rz_solver *s, const rz_time_mention *t);
void rz_told_own_weekday(rz_solver *s);
void rz_told_future_dates(rz_solver *s);
void rz_told_full_dates(rz_solver *s);
bool rz_is_yearless_day(const rz_data *data, const rz_time_mention *t);
void rz_told_own_day(rz_solver *s);
void rz_told_twins(rz_solver *s);
void rz_told_yearless(rz_solver *s);
void rz_told_weekday_dates(rz_solver *s);
void rz_told_lead_day(rz_solver *s);
void rz_told_plans(rz_solver *s);
void rz_told_weekday_twice(rz_solver *s);
void rz_told_lead_weekday(rz_solver *s);
void rz_told_weekdays_near(rz_solver *s);

/* What the tables know: who served when, when forums met (days_known.c). */
/* The days on which the person held the office; NULL where the tables do not say. */
rz_day_set *rz_days_served(rz_solver *s, const rz_mention *person, const rz_mention *office);
void rz_known_tenures(rz_solver *s);
void rz_known_sessions(rz_solver *s);
void rz_known_numbered(rz_solver *s);
/* Leaves the days on which the expression may tell one of the sessions. */
void rz_solver_meets(rz_solver *s, const rz_time_mention *t, const rz_session *sessions, uint32_t n, const char *what);
/* «امروز توافق کردند در حاشیه اجلاس X دیدار کنند»: a verb stands between, the time is its. */
bool rz_solver_verb_between(const rz_solver *s, uint32_t from, uint32_t to);
/* May the report's day be found from what is known to have been on it? Not where it stands fixed, is of no day or of what came to nothing. */
bool rz_time_may_date(rz_solver *s, const rz_time_mention *t);
void rz_known_visits(rz_solver *s); /* days_visits.c */
void rz_known_events(rz_solver *s); /* days_events.c */
void rz_known_named(rz_solver *s);
void rz_known_terms(rz_solver *s); /* days_terms.c */
void rz_known_in_office(rz_solver *s); /* days_named.c */
void rz_known_rule(rz_solver *s); /* days_rule.c */

#endif
