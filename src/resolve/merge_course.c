/* One event told as to come, as begun and as ended: «در سفر خود به X خواهد کرد. … وارد X شد. … X را ترک کرد». */
#include "event/status.h"
#include "resolve/merge.h"

/* One of the two was weeks before the report: what it tells without a day is newer. */
bool rz_long_ago(const merger *m, const merged *a, const merged *b) {
    enum { NEWS = 7 };
    rz_days days = a->days.from != RZ_NO_DAY ? a->days : b->days, now = m->cast->solution->published;
    return now.from != RZ_NO_DAY && days.to != RZ_NO_DAY && days.to < now.from - NEWS;
}

/* «در سفری سه روزه به X رفت. … او دوم شهریور به Y سفر کرد»: told at length in the next sentence. */
bool rz_told_at_length(const merger *m, const merged *a, const merged *b) {
    const rz_scene *s = &m->found->scene;
    uint32_t x = s->clauses[a->from->clause].verb, y = s->clauses[b->from->clause].verb, i = rz_token_sentence(s, a->from->first), k = rz_token_sentence(s, b->from->first);
    if (!rz_kind_is(a->kind, RZ_KIND_JOURNEY) || x == RZ_NONE || y == RZ_NONE || s->text->verbs[x].tense != RZ_PAST || s->text->verbs[y].tense != RZ_PAST) return false;
    const merged *short_told = i < k ? a : b;
    return a->place_row != b->place_row && (i + 1 == k || k + 1 == i) && short_told->days.from == RZ_NO_DAY && !short_told->from->times.n;
}

bool rz_told_pluperfect(const merger *m, const merged *e) {
    uint32_t verb = m->found->scene.clauses[e->from->clause].verb;
    return e->verbal && verb != RZ_NONE && m->cast->text->verbs[verb].tense == RZ_PLUPERFECT;
}

/* Is it told as of now: «امروز», «دیشب», «دوشنبه», or of no time at all? */
static bool is_news(const merger *m, const merged *e) {
    enum { LONGEST_NEWS = 4 /* days */ };
    const rz_time_mention *t = e->from->times.n ? &m->cast->mentions->times[e->from->times.at[0]] : NULL;
    if (rz_told_pluperfect(m, e) || rz_long_ago(m, e, e)) return false;
    if (e->days.from != RZ_NO_DAY) return e->days.to - e->days.from < LONGEST_NEWS;
    return !t || ((t->kind == RZ_TIME_OFFSET || t->kind == RZ_TIME_WEEKDAY) && t->offset >= -1);
}

/* «عازم مسکو شد. … سفر به دعوت X صورت می‌گیرد», «در سفر خود به مسکو با X دیدار خواهد کرد. … امروز وارد مسکو شد»: one visit, which has begun. */
bool rz_under_way(const merger *m, const merged *a, const merged *b) {
    enum { LONGEST = 5 };
    const merged *gone = rz_looks_ahead(a->status) ? b : a, *plan = gone == a ? b : a;
    bool there = gone->place_row != RZ_NONE && (plan->place_row != RZ_NONE || plan->from->present);
    bool visits = rz_kind_is(a->kind, RZ_KIND_JOURNEY) && there && rz_places_agree(m, a->place_row, b->place_row);
    bool later = gone->from->first < plan->from->first; /* «وارد مسکو شد. … گفته بود که به مسکو می‌رود» */
    bool one_day = plan->days.from == RZ_NO_DAY || (gone->days.from != RZ_NO_DAY && rz_days_overlap(gone->days, plan->days)); /* «امشب راهی X شد. … امشب به X می‌آید» */
    bool in_it = !plan->verbal && gone->verbal && (plan->days.from != RZ_NO_DAY || !plan->from->times.n) && is_news(m, gone);
    bool as_told = plan->days.from != RZ_NO_DAY && gone->days.from != RZ_NO_DAY && plan->days.to - plan->days.from < LONGEST; /* «گفته بود که ۱۶ و ۱۷ مه می‌رود. … امروز وارد X شد» */
    return visits && (plan->from->present || later || in_it || as_told) && !strcmp(plan->status, "planned") && !rz_looks_ahead(gone->status) && one_day;
}

/* «X با Y دیدار می‌کند» in the title, «امروز دیدار کردند» in the body: titles tell in the present. */
bool rz_told_in_present(const merger *m, const merged *a, const merged *b) {
    bool contact = rz_kind_is(a->kind, RZ_KIND_CONTACT) && b->from->in_title && b->from->present && !strcmp(b->status, "planned");
    return contact && !strcmp(a->status, "held") && a->verbal && is_news(m, a) && rz_shared_actors(m, a, b) > 1;
}

/* «دیروز وارد بغداد شد. … امروز بغداد را ترک کرد»: the end of the visit that began some days before. */
bool rz_ends_visit(const merger *m, const merged *a, const merged *b) {
    enum { LONGEST_STAY = 10 /* days */ };
    if (!rz_kind_is(a->kind, RZ_KIND_JOURNEY) || a->kind != b->kind || b->place == RZ_NONE || b->from->evoked != RZ_EVOKED_VERB) return false;
    bool left = rz_is_object(&m->found->scene, b->place) || m->found->scene.links[b->place].prep == RZ_C_FROM;
    return left && a->days.to < b->days.from && b->days.from - a->days.to <= LONGEST_STAY;
}
