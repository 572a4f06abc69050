/* What whole dates and the days beside today tell of the day of the report. */
#include "resolve/solver.h"

/* In the body, and told from the report alone. */
bool rz_is_told(const rz_solver *s, const rz_time_mention *t) { return s->article->in_body[t->first] && rz_time_tells_days(t); }

void rz_told_own_weekday(rz_solver *s) {
    static const char *const names[7] = {"Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!rz_is_told(s, t) || t->kind != RZ_TIME_OFFSET || t->weekday < 0) continue;
        rz_day_set *set = rz_solver_none(s);
        rz_days_allow_weekday(set, t->weekday, t->offset);
        rz_solver_only(s, set, rz_format(s->arena, "weekday %s at %u", names[t->weekday], rz_byte_of(s, t->first)));
    }
}

/* Does a verb in the future tense follow closely? */
static bool to_come(const rz_solver *s, const rz_time_mention *t) {
    uint32_t i = t->last;
    while (i < s->text->n_tokens && i < t->last + SOON && s->text->tokens[i].verb == RZ_NONE && s->text->tokens[i].punct != '.') i++;
    return i < s->text->n_tokens && s->text->tokens[i].verb != RZ_NONE && s->text->verbs[s->text->tokens[i].verb].tense == RZ_FUTURE;
}

/* «… در تاریخ ۱۰ اکتبر ۲۰۲۲ برگزار خواهد شد»: the report is not later. */
void rz_told_future_dates(rz_solver *s) {
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days d;
        if (!rz_is_told(s, t) || t->kind != RZ_TIME_DATE || !t->date.day || !rz_time_fixed(s->text->data, t, &d) || !to_come(s, t)) continue;
        rz_solver_only_days(s, FIRST_DAY, d.to, rz_format(s->arena, "%s, told as to come at %u", rz_day_shown(s->arena, d.to), rz_byte_of(s, t->first)));
    }
}

/* A full date in the body: told as past, the report is not older; in the lead, it is of that day or just after. */
void rz_told_full_dates(rz_solver *s) {
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days d;
        if (!rz_is_told(s, t) || t->kind != RZ_TIME_DATE || !rz_time_fixed(s->text->data, t, &d) || rz_time_direction(s->text, t) > 0) continue;
        if (t->beside_day && d.from == d.to) {
            rz_solver_only_days(s, d.from - t->offset, d.from - t->offset, rz_format(s->arena, "the day at %u is told from the report", rz_byte_of(s, t->first)));
            continue;
        }
        if (t->edge == RZ_EDGE_END) continue; /* «طرح قطع گاز تا پاییز ۲۰۲۷ را تصویب کرد» */
        rz_solver_only_days(s, d.from, FIRST_DAY + DAYS, rz_format(s->arena, "%s, told as past at %u", rz_day_shown(s->arena, d.from), rz_byte_of(s, t->first)));
        if (d.from == d.to && rz_is_news(s, t))
            rz_solver_only_days(s, d.from, d.from + NEWS_DAYS, rz_format(s->arena, "%s is the news at %u", rz_day_shown(s->arena, d.from), rz_byte_of(s, t->first)));
    }
}

/* Asked of each day: those of which a day and month may be told. */
static void each_that_is(rz_solver *s, const rz_time_mention *t, int offset, rz_day_set *set) {
    for (int d = s->first; d <= s->last; d++) {
        rz_day at = FIRST_DAY + d + offset;
        if (rz_day_in(s->may, d) && (t->weekday < 0 || rz_day_weekday(at) == t->weekday))
            rz_day_put(set, d, t->kind == RZ_TIME_WEEKDAY || rz_solver_seen(s, t, at, -1).from == at);
    }
}

/* The days of which a day and month, or a weekday, `offset` days on, may be told. */
static rz_day_set *that_are(rz_solver *s, const rz_time_mention *t, int offset) {
    rz_day_set *set = rz_solver_none(s);
    const rz_yearly *yearly = rz_solver_yearly(s, t);
    for (int i = 0; yearly && i < RZ_YEARLY; i++)
        if (yearly->in[i].from != RZ_NO_DAY) rz_days_allow(set, yearly->in[i].from - offset, yearly->in[i].from - offset);
    if (t->kind == RZ_TIME_WEEKDAY && t->weekday >= 0) rz_days_allow_weekday(set, t->weekday, offset);
    else if (!yearly) each_that_is(s, t, offset, set);
    return set;
}

bool rz_is_yearless_day(const rz_data *data, const rz_time_mention *t) {
    rz_days fixed;
    return t->kind == RZ_TIME_WEEKDAY || (t->kind == RZ_TIME_DATE && t->date.day && !rz_time_fixed(data, t, &fixed));
}

/* «کابل (پژواک، یکشنبه ۱۴ قوس):» and «امروز چهارشنبه ۶ آذر»: of which day the report is, the year not said. */
void rz_told_own_day(rz_solver *s) {
    uint32_t line = s->article->stated_time;
    if (line != RZ_NONE && rz_is_yearless_day(s->text->data, &s->mentions->times[line]))
        rz_solver_only(s, that_are(s, &s->mentions->times[line], 0), rz_format(s->arena, "date line at %u", rz_byte_of(s, s->mentions->times[line].first)));
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i], *now = t->beside_day ? t : t - 1;
        if (!rz_is_told(s, t) || t->kind == RZ_TIME_OFFSET || (!t->beside_day && (!i || now->kind != RZ_TIME_OFFSET || now->last != t->first))) continue;
        if (!rz_is_yearless_day(s->text->data, t)) continue;
        rz_solver_only(s, that_are(s, t, now->offset), rz_format(s->arena, "the day at %u is told from the report", rz_byte_of(s, t->first)));
    }
}
