/* What days without their year and weekdays tell of the day of the report. */
#include "resolve/solver.h"

/* The days on which it may be told at all: within a year of one. */
static void allow_near(rz_solver *s, const rz_time_mention *t, int direction, rz_day_set *set) {
    enum { YEAR = 366 };
    const rz_yearly *yearly = rz_solver_yearly(s, t);
    if (t->weekday >= 0) direction = 0; /* a weekday that fits one year alone says more than the tense */
    for (int i = 0; yearly && i < RZ_YEARLY; i++)
        if (yearly->in[i].from != RZ_NO_DAY)
            rz_days_allow(set, yearly->in[i].from - (direction < 0 ? 0 : YEAR), yearly->in[i].to + (direction > 0 ? 0 : YEAR));
    for (int d = s->first; !yearly && d <= s->last; d++)
        if (rz_day_in(s->may, d)) rz_day_put(set, d, rz_solver_seen(s, t, FIRST_DAY + d, direction).from != RZ_NO_DAY);
}

/* The days from `least` to `most` days after it, or, told as to come, before it. */
static void allow_after(rz_solver *s, const rz_time_mention *t, int direction, int least, int most, rz_day_set *set) {
    const rz_yearly *yearly = rz_solver_yearly(s, t);
    for (int i = 0; yearly && i < RZ_YEARLY; i++) {
        rz_days in = yearly->in[i];
        if (in.from == RZ_NO_DAY) continue;
        if (direction < 0) rz_days_allow(set, in.to + least, in.to + most);
        else rz_days_allow(set, in.from - most, in.from - least);
    }
    for (int d = s->first; !yearly && d <= s->last; d++) {
        if (!rz_day_in(s->may, d) || rz_day_in(set, d)) continue;
        rz_days when = rz_solver_seen(s, t, FIRST_DAY + d, direction);
        rz_day apart = when.from == RZ_NO_DAY ? -1 : direction < 0 ? FIRST_DAY + d - when.to : when.from - (FIRST_DAY + d);
        rz_day_put(set, d, apart >= least && apart <= most);
    }
}

/* As it is told: past or to come; 0: of what was to be, on either side of today. */
static int sure_direction(const rz_solver *s, const rz_time_mention *t) {
    int direction = rz_time_outlook(s->text, t);
    return direction == RZ_WAS_TO_BE ? 0 : direction;
}

/* Two calendars side by side are the same day in some years only; so are a day and a weekday. */
void rz_told_twins(rz_solver *s) {
    for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 32; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days fixed;
        if (!rz_is_told(s, t) || t->kind != RZ_TIME_DATE || !(t->has_twin || t->weekday >= 0) || !t->date.day || (t->date.from && t->date.from != RZ_FROM_YEAR) || rz_time_fixed(s->text->data, t, &fixed)) continue;
        rz_day_set *set = rz_solver_none(s);
        allow_near(s, t, rz_time_direction(s->text, t), set);
        const char *what = t->has_twin ? "one day in two calendars" : "a day and its weekday";
        rz_solver_only(s, set, rz_format(s->arena, "%s at %u", what, rz_byte_of(s, t->first)));
        used++;
    }
}

/* In the lead, the latest day told as past without its year is some weeks old at most; of those to come, the nearest as near. Further
 * down it may be of any time in the year before. */
void rz_told_yearless(rz_solver *s) {
    for (int direction = -1; direction <= 1; direction += 2) {
        rz_day_set *set = rz_solver_none(s);
        const rz_time_mention *some = NULL;
        for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 32; i++) {
            const rz_time_mention *t = &s->mentions->times[i];
            rz_days fixed;
            if (!rz_is_told(s, t) || t->kind != RZ_TIME_DATE || !t->date.day || rz_time_fixed(s->text->data, t, &fixed)) continue;
            if (sure_direction(s, t) * direction <= 0 || !(rz_in_lead(s, t) || rz_is_recent(s, t))) continue;
            some = t;
            used++;
            allow_after(s, t, direction, 0, FORGOTTEN, set);
        }
        if (some) rz_solver_only(s, set, rz_format(s->arena, "a day told without its year at %u", rz_byte_of(s, some->first)));
    }
}

/* «روز پنجشنبه ۱۹ فروردین»: who names the weekday too tells of what is some weeks old, or off. */
void rz_told_weekday_dates(rz_solver *s) {
    enum { MOST = 16 };
    for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < MOST; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        bool told = rz_is_told(s, t) && t->kind == RZ_TIME_DATE && t->weekday >= 0 && t->date.day && !t->date.from && rz_is_yearless_day(s->text->data, t);
        int direction = told ? sure_direction(s, t) : 0;
        if (!direction) continue;
        rz_day_set *set = rz_solver_none(s);
        allow_after(s, t, direction < 0 ? -1 : 1, 0, SOME_WEEKS, set);
        rz_solver_only(s, set, rz_format(s->arena, "some weeks from the day and its weekday at %u", rz_byte_of(s, t->first)));
        used++;
    }
}

/* A day and weekday in the lead, told as past, are the news. */
void rz_told_lead_day(rz_solver *s) {
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!rz_is_told(s, t) || t->weekday < 0 || t->beside_day || !rz_is_yearless_day(s->text->data, t) || t->kind != RZ_TIME_DATE || !rz_in_lead(s, t) ||
            rz_time_direction(s->text, t) >= 0)
            continue;
        rz_day_set *set = rz_solver_none(s);
        if (t->week == RZ_WEEK_NOT_SAID) allow_after(s, t, -1, 0, NEWS_DAYS, set);
        else allow_after(s, t, -1, 1, 7, set); /* «پنجشنبه گذشته» */
        if (rz_solver_only(s, set, rz_format(s->arena, "the day of the news at %u", rz_byte_of(s, t->first))) || t->week != RZ_WEEK_NOT_SAID) return;
        allow_after(s, t, -1, 0, 7, set = rz_solver_none(s)); /* not the news, but of its week */
        rz_solver_only(s, set, rz_format(s->arena, "the week of the day at %u", rz_byte_of(s, t->first)));
        return;
    }
}

/* A weekday to come and a day and month to come that are told shortly one after the other are one plan, where they can be. */
void rz_told_plans(rz_solver *s) {
    enum { NEAR = 30 };
    for (uint32_t i = 0, used = 0; i < s->mentions->n_times && used < 8; i++) {
        const rz_time_mention *w = &s->mentions->times[i];
        if (!rz_is_told(s, w) || w->kind != RZ_TIME_WEEKDAY || sure_direction(s, w) <= 0) continue;
        for (uint32_t j = 0; j < s->mentions->n_times && j < 64; j++) {
            const rz_time_mention *t = &s->mentions->times[j];
            if (t->first > w->last + NEAR || w->first > t->last + NEAR) continue;
            if (!rz_is_told(s, t) || t->kind != RZ_TIME_DATE || !t->date.day || t->weekday >= 0 || sure_direction(s, t) <= 0) continue;
            rz_day_set *set = rz_solver_none(s);
            for (int d = s->first; d <= s->last; d++) {
                if (!rz_day_in(s->may, d)) continue;
                rz_days a = rz_solver_seen(s, w, FIRST_DAY + d, 1), b = rz_solver_seen(s, t, FIRST_DAY + d, 1);
                rz_day_put(set, d, a.from == b.from);
            }
            rz_solver_only(s, set, rz_format(s->arena, "the weekday at %u is the day at %u", rz_byte_of(s, w->first), rz_byte_of(s, t->first)));
            used++;
        }
    }
}

static bool is_bare_weekday(const rz_solver *s, const rz_time_mention *t) {
    return rz_is_told(s, t) && t->kind == RZ_TIME_WEEKDAY && t->weekday >= 0 && t->week == RZ_WEEK_NOT_SAID;
}

/* «سه‌شنبه … ترک کرد» and «سه‌شنبه … دیدار می‌کنند» in one report are one day: of another week it would say so. What is past and to
 * come at once is the day of the report. */
void rz_told_weekday_twice(rz_solver *s) {
    bool past[7] = {false}, to_come[7] = {false};
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        bool dated = rz_is_told(s, t) && t->kind == RZ_TIME_DATE && t->weekday >= 0; /* «سه‌شنبه ۳ تیر … ترک کرد» */
        if (!dated && !is_bare_weekday(s, t)) continue;
        int direction = sure_direction(s, t);
        if (direction > 0 && !dated) to_come[t->weekday] = true;
        if (direction < 0 && rz_is_recent(s, t)) past[t->weekday] = true;
        if (!past[t->weekday] || !to_come[t->weekday]) continue;
        rz_day_set *set = rz_solver_none(s);
        rz_days_allow_weekday(set, t->weekday, 0);
        rz_solver_only(s, set, rz_format(s->arena, "past and to come at once: the weekday at %u", rz_byte_of(s, t->first)));
        return;
    }
}

/* «سه‌شنبه … ترک کرد» in the lead: news of that day or the next. */
void rz_told_lead_weekday(rz_solver *s) {
    enum { DAYS_BEFORE = 5 };
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!is_bare_weekday(s, t) || !rz_in_lead(s, t) || rz_time_outlook(s->text, t) > 0) continue;
        rz_day_set *near = rz_solver_none(s);
        int days = rz_lead_of(s, t->first)->clause < t->first ? DAYS_BEFORE : NEWS_DAYS; /* «X که سه‌شنبه وارد شد، …» */
        for (int after = 0; after < days; after++) rz_days_allow_weekday(near, t->weekday, -after);
        rz_solver_only(s, near, rz_format(s->arena, "the weekday of the news at %u", rz_byte_of(s, t->first)));
        return;
    }
}

/* Of the few days that are left, not those on which a bare weekday told as past would be six days old, or one to come today or six days off:
 * «شنبه گذشته», «امروز», «شنبه آینده» would be said. */
void rz_told_weekdays_near(rz_solver *s) {
    if (s->left < 2 || s->left > NEWS_DAYS + 1 || s->last - s->first > NEWS_DAYS) return;
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        int direction = is_bare_weekday(s, t) ? sure_direction(s, t) : 0;
        if (!direction) continue;
        rz_day_set *near = rz_solver_none(s);
        for (int apart = 0; apart < 7; apart++)
            if (direction < 0 ? apart < 6 : apart > 0 && apart < 6) rz_days_allow_weekday(near, t->weekday, direction < 0 ? -apart : apart);
        rz_solver_only(s, near, rz_format(s->arena, "the weekday at %u is of this week", rz_byte_of(s, t->first)));
    }
}
