/* The day of what is told so long before or after something else that has one: «یک روز پس از دیدار X سفیر احضار شد», «سه روز پیش از این
 * نشست», «روز بعد از حمله», «چند ساعت پس از آنکه …». Of the two either may be the one whose day is told. */
#include "event/status.h"
#include "resolve/merge.h"

enum { MOST_DAYS = 31, SENTENCES = 12 /* back to what is meant */ };

typedef struct {
    uint32_t main;   /* found events, or RZ_NONE */
    uint32_t anchor;
    uint32_t noun;   /* token that tells what it was, or RZ_NONE: «این حادثه» */
    uint32_t at;     /* token where the words begin */
    int days;        /* from the anchor to the other */
    bool points;     /* «این دیدار»: the anchor was told before */
} counted;

/* «دو روز», «یک هفته»; «ساعاتی» and «چند ساعت» are of one day. */
static bool length_in_days(const rz_time_mention *t, int *days) {
    int unit = t->unit == RZ_UNIT_DAY ? 1 : t->unit == RZ_UNIT_WEEK ? 7 : 0;
    bool hours = t->unit == RZ_UNIT_HOUR || t->unit == RZ_UNIT_MINUTE;
    if (t->kind != RZ_TIME_LENGTH || t->adjective || t->least || t->made_of.n > 1) return false;
    *days = unit * t->count;
    return hours ? t->count <= RZ_HOURS_OF_A_DAY || t->unit == RZ_UNIT_MINUTE : *days >= 1 && *days <= MOST_DAYS;
}

/* «پس از», «پیش از» at the token, also of «پس از این»: to which side; 0: neither. */
static int side_at(const rz_scene *s, uint32_t token, uint32_t *last) {
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);) {
        uint8_t class = h.hit.type == RZ_WORDS ? rz_class_of(s->g, h.hit.row) : RZ_C_NONE;
        *last = h.hit.last;
        if (class == RZ_C_AFTER || class == RZ_C_BEFORE) return class == RZ_C_AFTER ? 1 : -1;
    }
    return 0;
}

/* What the verb of a clause tells, or what takes place in it. */
static uint32_t told_in(const rz_found *found, uint32_t clause) {
    if (clause == RZ_NONE) return RZ_NONE;
    return found->verbal_of[clause] != RZ_NONE ? found->verbal_of[clause] : found->happens_in[clause];
}

/* What stands behind «پس از»: a noun that tells of something, «این حادثه», or a clause, «آنکه X حمله کرد». */
static bool find_anchor(const merger *m, uint32_t token, counted *c) {
    enum { WORDS = 2 };
    const rz_scene *s = &m->found->scene;
    uint32_t last, clause = s->clause_of[c->at];
    rz_row course = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("course-of-it")), happened = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("what-happened"));
    c->anchor = RZ_NONE;
    if (token + 1 < s->text->n_tokens && s->clause_of[token + 1] != clause && s->clause_of[token + 1] != RZ_NONE && s->clauses[s->clause_of[token + 1]].sentence == rz_token_sentence(s, c->at)) {
        c->anchor = told_in(m->found, s->clause_of[token + 1]);
        return c->anchor != RZ_NONE && m->found->events.at[c->anchor].evoked == RZ_EVOKED_VERB;
    }
    token = rz_listed_end(s, course, token);
    c->points = rz_class_at(s, token, &last) == RZ_C_DEFINITE;
    if (c->points) token = last;
    if (rz_listed_end(s, happened, token) > token && (c->points || rz_trigger_at(m->found, token) == RZ_NONE)) return c->points = true;
    for (uint32_t t = token; t < token + WORDS && t < s->text->n_tokens && s->clause_of[t] == clause && s->text->tokens[t].verb == RZ_NONE && !s->text->tokens[t].punct; t++) {
        c->anchor = rz_trigger_at(m->found, t);
        if (c->anchor == RZ_NONE && rz_class_at(s, t, &last) != RZ_C_NONE && s->small[t].class != RZ_C_RANKED) break;
        c->noun = t;
        if (c->anchor != RZ_NONE) return true;
        if (rz_types_at(s->text, t) & (RZ_TYPE(RZ_FRAME) | RZ_NEAR_WORDS)) return c->points = true; /* «فردای ورودش» */
    }
    c->anchor = c->noun = RZ_NONE;
    return false;
}

/* ---- the days ---- */

static bool is_day(const merged *e) { return e && !e->dropped && e->days.from != RZ_NO_DAY && e->days.from == e->days.to && e->count <= 1; }

/* What was held was not after the report. */
static bool may_be(const merger *m, const merged *e, rz_day day) {
    rz_day now = m->cast->solution->published.to;
    return now == RZ_NO_DAY || rz_looks_ahead(e->status) || day <= now;
}

/* What was told last, or is told of elsewhere, that the anchor can mean. */
static const merged *told_before(const merger *m, const counted *c, const merged *e) {
    rz_around near = rz_merged_around(m, e);
    const merged *best = NULL;
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        if (o == e || !is_day(o) || o->from->in_title || rz_called_off(o->status) || !rz_merge_told_before(m, o, c->at, c->noun, SENTENCES)) continue;
        if (may_be(m, e, o->days.from + c->days) && (!best || o->from->first > best->from->first)) best = o;
    }
    return best;
}

static rz_days days_of(const merger *m, uint32_t time) { return m->cast->solution->dates[time].days; }

static rz_days moved(rz_days days, int by) { return (rz_days){days.from + by, days.to + by}; }

static void give(merger *m, const counted *c) {
    merged *e = c->main == RZ_NONE ? NULL : rz_merged_at(m, c->main), *anchor = c->anchor == RZ_NONE ? NULL : rz_merged_at(m, c->anchor);
    bool points = c->points || !anchor || e == anchor; /* «یک روز پیش از نشست با X دیدار کرد»: the session told of before */
    if (!e || e->count > 1 || m->found->events.at[c->main].in_title) return;
    if (e->days.from == RZ_NO_DAY && !m->found->events.at[c->main].times.n) {
        const merged *base = points ? told_before(m, c, e) : is_day(anchor) ? anchor : NULL;
        if (base && may_be(m, e, base->days.from + c->days)) e->days = moved(base->days, c->days), e->counted = true;
    } else if (is_day(e) && anchor && anchor->days.from == RZ_NO_DAY && !points && anchor->count <= 1 && (m->found->events.at[c->main].times.n || m->found->events.at[c->main].definite))
        anchor->days = moved(e->days, -c->days);
}

/* ---- «در دومین روز این اجلاس» ---- */

/* What goes on for some days; of what began on one day the first alone is told, of a journey the others too. */
static rz_days nth_day(const merged *e, int nth) {
    bool lasts = rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_JOURNEY | RZ_KIND_ROUNDS | RZ_KIND_JOINT), one = e->days.from == e->days.to;
    rz_days none = {RZ_NO_DAY, RZ_NO_DAY};
    if (!lasts || e->dropped || e->days.from == RZ_NO_DAY || e->count > 1 || e->days.to - e->days.from >= MOST_DAYS) return none;
    if (nth > 1 && one && !rz_kind_is(e->kind, RZ_KIND_JOURNEY)) return none;
    rz_day day = nth < 0 ? e->days.to : e->days.from + nth - 1;
    return (nth < 0 && one) || (!one && day > e->days.to) ? none : (rz_days){day, day};
}

/* The one that was told last before the token. */
static rz_days nth_of_last(const merger *m, const counted *c, const merged *but, int nth) {
    rz_around near = rz_merged_around(m, but);
    rz_days days = {RZ_NO_DAY, RZ_NO_DAY};
    uint32_t last = 0;
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        if (o == but || o->from->first < last || !rz_merge_told_before(m, o, c->at, c->noun, SENTENCES)) continue;
        if (rz_looks_ahead(o->status) != rz_looks_ahead(but->status) && strcmp(o->status, "ongoing") != 0 && !rz_looks_ahead(o->status)) continue;
        rz_days d = nth_day(o, nth);
        if (d.from != RZ_NO_DAY) days = d, last = o->from->first;
    }
    return days;
}

/* «روز دوشنبه در دومین روز سفر خود با X دیدار کرد»: the clause's own day is that second one, though the noun stands nearer to it. */
static bool told_beside_it(merger *m, const counted *c, merged *e, merged *anchor, int nth) {
    const rz_scene *s = &m->found->scene;
    const rz_found_event *noun = c->anchor == RZ_NONE ? NULL : &m->found->events.at[c->anchor];
    if (!anchor || anchor == e || nth < 1 || c->noun == RZ_NONE || anchor->from != noun || noun->times.n != 1 || !is_day(anchor)) return false;
    uint32_t time = m->cast->mentions->times[noun->times.at[0]].first;
    bool own = s->clause_of[time] == s->clause_of[c->at] && (time < c->at || time > c->noun + 1);
    if (!own) return false;
    e->days = anchor->days, e->counted = true;
    anchor->days = moved(anchor->days, 1 - nth);
    return true;
}

static void day_of_course(merger *m, uint32_t first, uint32_t after, int nth) {
    const rz_scene *s = &m->found->scene;
    counted c = {.at = first, .noun = RZ_NONE, .anchor = RZ_NONE, .main = told_in(m->found, s->clause_of[first])};
    merged *e = c.main == RZ_NONE ? NULL : rz_merged_at(m, c.main);
    if (!e || e->days.from != RZ_NO_DAY || m->found->events.at[c.main].times.n || m->found->events.at[c.main].in_title) return;
    bool named = find_anchor(m, after, &c);
    merged *anchor = named && !c.points && c.anchor != RZ_NONE ? rz_merged_at(m, c.anchor) : NULL;
    if (anchor == e || told_beside_it(m, &c, e, anchor, nth)) return;
    rz_days days = anchor && anchor->days.from != RZ_NO_DAY ? nth_day(anchor, nth) : nth_of_last(m, &c, e, nth);
    if (days.from != RZ_NO_DAY && may_be(m, e, days.from)) e->days = days, e->counted = true;
}

/* ---- where they stand ---- */

/* «این دیدار یک روز پس از تماس X و Y انجام می‌شود»: of two that may take place in the clause that at its head. */
static uint32_t pointed_at(const rz_found *found, uint32_t clause, uint32_t before) {
    enum { NEAR = 4 };
    const rz_scene *s = &found->scene;
    for (uint32_t t = s->clauses[clause].first; t < before && t < s->clauses[clause].first + NEAR; t++)
        if (rz_trigger_at(found, t) != RZ_NONE && found->events.at[rz_trigger_at(found, t)].definite) return rz_trigger_at(found, t);
    return RZ_NONE;
}

/* «یک روز پیش از نشست، X با Y دیدار کرد»: what stands before the comma may be a clause of its own, without a verb. */
static uint32_t told_beside(const rz_found *found, uint32_t clause) {
    const rz_scene *s = &found->scene;
    uint32_t told = told_in(found, clause), next = clause + 1;
    bool opens = told == RZ_NONE && s->clauses[clause].verb == RZ_NONE && next < s->n_clauses && s->clauses[next].sentence == s->clauses[clause].sentence;
    return opens ? told_in(found, next) : told;
}

static void count_from(merger *m, uint32_t first, uint32_t after, int days) {
    const rz_scene *s = &m->found->scene;
    uint32_t clause = s->clause_of[first], pointed = pointed_at(m->found, clause, first);
    counted c = {.at = first, .days = days, .noun = RZ_NONE, .main = told_beside(m->found, clause)};
    if (pointed != RZ_NONE && m->found->verbal_of[clause] == RZ_NONE) c.main = pointed;
    if (!find_anchor(m, after, &c)) return;
    if (pointed != RZ_NONE && c.anchor == c.main) c.main = pointed; /* «این حمله یک روز پس از انفجار انجام شد» */
    if (c.main != RZ_NONE && c.anchor != c.main) give(m, &c);
}

/* «این دیدار دو روز پس از آن انجام شد که X …»: from the day of the meeting, or, where that is none, from the day told before. */
static void count_back(merger *m, const rz_time_mention *t) {
    const rz_scene *s = &m->found->scene;
    uint32_t inner = rz_days_counted_in(s, t), clause = s->clause_of[t->first], first = inner == RZ_NONE ? RZ_NONE : told_in(m->found, inner);
    merged *e = first == RZ_NONE ? NULL : rz_merged_at(m, first);
    if (!e || e->days.from != RZ_NO_DAY || e->count > 1 || m->found->events.at[first].times.n) return;
    uint32_t pointed = pointed_at(m->found, clause, t->first), told = pointed != RZ_NONE ? pointed : told_in(m->found, clause);
    const merged *main = told == RZ_NONE ? NULL : rz_merged_at(m, told);
    bool near = t->anchor != RZ_NONE && rz_token_sentence(s, t->first) - rz_token_sentence(s, m->cast->mentions->times[t->anchor].first) <= 1;
    rz_days from = is_day(main) ? main->days : !main && near ? days_of(m, t->anchor) : (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    if (main != e && from.from != RZ_NO_DAY && from.from == from.to) e->days = moved(from, -t->offset), e->counted = true;
}

/* «دومین روز [از] …», «روز دوم …»: which day, and where the words behind begin; 0: none. */
static uint32_t nth_at(const rz_scene *s, rz_row day, uint32_t token, uint32_t *after) {
    uint32_t before = rz_ordinal_at(s, token), first = token + (before > 0), end = rz_listed_end(s, day, first), from;
    if (end == first || before || end >= s->text->n_tokens || rz_token_time(s, end) != RZ_NONE) {
        *after = end;
        return end > first ? before : 0;
    }
    *after = end + 1 < s->text->n_tokens && rz_class_at(s, end + 1, &from) == RZ_C_FROM ? from : end + 1;
    return rz_ordinal_at(s, end);
}

/* «در دومین روز این اجلاس», where the time is not one of its own: «روز دوم آبان». */
static void count_nth(merger *m) {
    const rz_scene *s = &m->found->scene;
    rz_row day = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("day-of-course"));
    for (uint32_t t = 0, after; rz_row_there(s->text, day) && t < s->text->n_tokens; t++) {
        const rz_onset *onset = rz_onset_at(s->text, t);
        bool may_begin = (onset->names & RZ_TYPE(RZ_NUMBER)) || (onset->lists & RZ_LIST(day));
        if (!may_begin || s->clause_of[t] == RZ_NONE || rz_token_time(s, t) != RZ_NONE) continue;
        uint32_t nth = nth_at(s, day, t, &after);
        if (nth && nth <= MOST_DAYS && after < s->text->n_tokens) day_of_course(m, t, after, (int)nth);
    }
}

/* «روز پس از حمله», «روز آغازین نشست»: a day, though no number tells it. */
static const struct {
    const char *words;
    void (*count)(merger *, uint32_t, uint32_t, int);
    int days;
} listed[] = {{"the-same-day", count_from, 0}, {"the-day-after", count_from, 1}, {"the-day-before", count_from, -1}, {"the-first-day", day_of_course, 1}, {"the-last-day", day_of_course, -1}};
enum { N_LISTED = sizeof listed / sizeof *listed };

static void count_listed(merger *m) {
    const rz_scene *s = &m->found->scene;
    rz_row rows[N_LISTED];
    uint32_t any = 0;
    for (size_t i = 0; i < N_LISTED; i++) {
        rows[i] = rz_row_find(m->cast->data, RZ_WORDS, rz_str_of(listed[i].words));
        if (rz_row_there(s->text, rows[i])) any |= RZ_LIST(rows[i]);
    }
    for (uint32_t t = 0; any && t < s->text->n_tokens; t++) {
        bool may_begin = (rz_lists_at(s->text, t) & any) && s->clause_of[t] != RZ_NONE && rz_token_time(s, t) == RZ_NONE;
        for (size_t i = 0; may_begin && i < N_LISTED; i++) {
            uint32_t last = rz_listed_end(s, rows[i], t);
            if (last > t) listed[i].count(m, t, last, listed[i].days);
        }
    }
}

void rz_merge_counted(merger *m) {
    const rz_scene *s = &m->found->scene;
    for (uint32_t i = 0; i < m->cast->mentions->n_times; i++) {
        const rz_time_mention *t = &m->cast->mentions->times[i];
        int days = 0;
        uint32_t last;
        if (s->clause_of[t->first] != RZ_NONE) count_back(m, t);
        if (s->clause_of[t->first] == RZ_NONE || t->last >= s->text->n_tokens || !length_in_days(t, &days)) continue;
        int side = side_at(s, t->last, &last);
        if (side) count_from(m, t->first, last, side * days);
    }
    count_listed(m);
    count_nth(m);
}
