/* What is told in the plain past without a day of its own, of people who were told just before to be together or to have come on one
 * day, was on that day: a report that passes to another day says so. */
#include "resolve/merge.h"

enum { SENTENCES = 4 };

static uint8_t tense_of(const merger *m, const rz_found_event *f) {
    uint32_t verb = m->found->scene.clauses[f->clause].verb;
    return verb == RZ_NONE ? RZ_PRESENT : m->found->scene.text->verbs[verb].tense;
}

static bool is_done(const merged *e) { return !strcmp(e->status, "held") && !e->dropped && e->count <= 1 && !e->from->in_title; }

/* «اخیراً», «پیش‌تر», «هفته‌های گذشته»: no day, but not that one. */
static bool is_apart(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    rz_row words = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("at-another-time"));
    uint32_t sentence = rz_merge_sentence(m, f->first), from = s->text->sentences[sentence].first;
    if (f->first > from + RZ_CLAUSE_REACH) from = f->first - RZ_CLAUSE_REACH;
    return rz_listed_within(s, words, from, f->first);
}

/* «در دیدار با X گفت» */
static bool is_sat_in(const merger *m, const rz_found_event *f) {
    rz_link link = {.prep_token = RZ_NONE};
    if (f->evoked != RZ_EVOKED_NOUN || f->definite || !rz_kind_is(f->kind, RZ_KIND_MET)) return false;
    rz_govern(&m->found->scene, &link, f->first);
    return link.prep == RZ_C_IN;
}

/* «X سفیر Y را اخراج کرد. X همچنین کنسولگری Y را بست»: one answer of several parts */
static bool is_answer(const merged *e) { return rz_kind_is(e->kind, RZ_KIND_EXPULSION | RZ_KIND_RELATIONS | RZ_KIND_SUMMONS | RZ_KIND_SANCTION); }

static bool needs_day(const merger *m, const merged *e) {
    const rz_found_event *f = e->from;
    bool sat = is_answer(e) || rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_LOOSE | RZ_KIND_PRESS | RZ_KIND_PAPER | RZ_KIND_CREDENTIALS);
    if (!is_done(e) || e->days.from != RZ_NO_DAY || f->times.n || !sat || tense_of(m, f) != RZ_PAST) return false;
    return f->evoked == RZ_EVOKED_VERB || rz_kind_is(e->kind, RZ_KIND_PRESS) || is_sat_in(m, f);
}

static bool sets_day(const merger *m, const merged *s) {
    bool scene = rz_kind_is(s->kind, RZ_KIND_SITS | RZ_KIND_JOURNEY | RZ_KIND_PRESS | RZ_KIND_PAPER | RZ_KIND_CREDENTIALS);
    return is_done(s) && (scene || is_answer(s)) && s->days.from != RZ_NO_DAY && s->days.from == s->days.to && tense_of(m, s->from) == RZ_PAST;
}

/* Not «تا تابستان» of what is to be. */
static bool tells_day(const rz_scene *s, const rz_time_mention *t) { return t->kind == RZ_TIME_VAGUE || rz_time_tells_when(s, t); }

/* Another day is told of on the way from one to the other, or beside the other. */
static bool passes_on(const merger *m, const merged *s, const merged *e) {
    const rz_scene *scene = &m->found->scene;
    const rz_clause *c = &scene->clauses[e->from->clause];
    uint32_t last = c->last > e->from->first ? c->last : e->from->last;
    for (uint32_t t = s->from->first; t < last && t < s->from->first + 2 * RZ_CLAUSE_REACH; t++) {
        uint32_t i = rz_token_time(scene, t);
        if (i == RZ_NONE || m->cast->mentions->times[i].kind > RZ_TIME_VAGUE || !tells_day(scene, &m->cast->mentions->times[i])) continue;
        rz_days d = m->cast->solution->dates[i].days;
        if (d.from != s->days.from || d.to != s->days.to) return true;
    }
    return false;
}

/* «X که سه‌شنبه وارد کابل شد، در دیدار با Y گفت»: whom Y receives there is the one who came. */
static bool is_his_stay(const merger *m, const merged *s, const merged *e) {
    const rz_scene *scene = &m->found->scene;
    const rz_clause *c = &scene->clauses[s->from->clause];
    bool there = rz_kind_is(s->kind, RZ_KIND_JOURNEY) && s->place_row != RZ_NONE && s->place_row == e->place_row && rz_merged_has(e, s->actors[0]);
    return there && !rz_listed_within(scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("lasting")), c->first, c->last); /* not «در سفری چهار روزه» */
}

/* The one whom the sentence is about was there, not only one whom he met: others have days of their own. */
static bool still_of(const merger *m, const merged *s, const merged *e) {
    uint32_t shared = rz_merged_shared(s, e);
    for (uint32_t i = 0; i < s->n_actors && e->n_actors; i++)
        if (s->actors[i] == e->actors[0]) return true;
    return shared > 1 || is_his_stay(m, s, e);
}

static bool goes_on(const merger *m, const merged *s, const merged *e) {
    if (s == e || !sets_day(m, s) || s->from->first >= e->from->first) return false;
    uint32_t sentences = rz_merge_sentence(m, e->from->first) - rz_merge_sentence(m, s->from->first);
    if (sentences > SENTENCES || is_answer(s) != is_answer(e) || (is_answer(e) && sentences > 1)) return false;
    return still_of(m, s, e) && rz_places_agree(m, s->place_row, e->place_row) && !passes_on(m, s, e);
}

static const merged *told_before(const merger *m, const merged *e) {
    const merged *best = NULL;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *s = &m->out.at[i];
        if (goes_on(m, s, e) && (!best || s->from->first > best->from->first)) best = s;
    }
    return best;
}

void rz_merge_same_day(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        const merged *s = needs_day(m, e) && !is_apart(m, e->from) ? told_before(m, e) : NULL;
        if (s) e->days = s->days;
    }
}
