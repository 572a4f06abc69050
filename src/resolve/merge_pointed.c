/* The day of what is told to have been beside something told before: «در حاشیه این نشست», «همزمان با آن», «ساعاتی پس از این دیدار». */
#include "resolve/merge.h"

enum { SENTENCES = 2, NEAR = 5, FAR = 8 /* sentences, where the noun says what is meant */, LONGEST = 4 /* days */ };

typedef struct {
    rz_row pointed, bare; /* words with «این», and without */
    bool margin;          /* there, too */
} pointing;

static bool is_dated(const merged *e) { return e->days.from != RZ_NO_DAY && e->days.to - e->days.from < LONGEST; }

static bool may_lend(const merged *told, const merged *e) {
    if (told == e || told->dropped || !is_dated(told) || told->count > 1 || !strcmp(told->status, "denied")) return false;
    return rz_looks_ahead(told->status) == rz_looks_ahead(e->status);
}

/* «نشست» may mean a summit. */
static bool is_named(const rz_event_kind *told, const rz_event_kind *noun) {
    return rz_same_kind(told, noun) || (rz_kind_is(told, RZ_KIND_SESSION) && rz_kind_is(noun, RZ_KIND_SESSION));
}

static bool may_mean(const merger *m, uint32_t noun, const merged *told) {
    const rz_scene *s = &m->found->scene;
    for (rz_hits h = rz_hits_of(s->text, noun, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
        if (is_named(told->kind, s->g->frames[h.hit.row - s->g->first_frame].kind)) return true;
    return false;
}

bool rz_merge_told_before(const merger *m, const merged *told, uint32_t token, uint32_t noun, uint32_t sentences) {
    if (told->from->first >= token || (noun != RZ_NONE && !may_mean(m, noun, told))) return false;
    return rz_token_sentence(&m->found->scene, token) - rz_token_sentence(&m->found->scene, told->told_last < token ? told->told_last : told->from->first) <= sentences;
}

/* «پس از این دیدار»: the last noun of the words at the token. */
static uint32_t noun_of(const merger *m, uint32_t token, rz_row list) {
    uint32_t end = rz_listed_end(&m->found->scene, list, token);
    return end > token ? end - 1 : token;
}

/* What was told last before the token, in its sentence or shortly before it: of several the one that a verb told. */
static const merged *told_before(const merger *m, const merged *e, uint32_t token, uint32_t noun, uint32_t sentences) {
    const merged *best = NULL;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *told = &m->out.at[i];
        if (told->from->in_title || !may_lend(told, e) || !rz_merge_told_before(m, told, token, noun, sentences)) continue;
        if (!best || told->verbal > best->verbal || (told->verbal == best->verbal && told->from->first > best->from->first)) best = told;
    }
    return best;
}

/* The first words of the list in the clause before what is told, or right behind its noun: «در نشست خبری در پایان این نشست گفت». */
static uint32_t words_before(const rz_scene *s, const rz_found_event *f, rz_row list) {
    uint32_t from = s->clauses[f->clause].first;
    if (f->first > from + RZ_CLAUSE_REACH) from = f->first - RZ_CLAUSE_REACH;
    for (uint32_t t = from; list != RZ_NONE && t <= f->last && t < s->text->n_tokens; t++)
        for (rz_hits h = rz_hits_listed(s->text, t, list); rz_hits_next(&h);)
            if (h.hit.row == list && !h.hit.tail && s->clause_of[t] == f->clause) return t;
    return RZ_NONE;
}

/* Does nothing behind «در حاشیه نشست», «پیش از نشست» tell which it was? */
static bool is_bare(const rz_scene *s, uint32_t last, bool margin) {
    uint32_t end;
    if (last >= s->text->n_tokens || s->text->tokens[last].punct || rz_token_time(s, last) != RZ_NONE) return true;
    uint8_t class = rz_class_at(s, last, &end);
    return class == RZ_C_IN || (margin && class == RZ_C_WITH);
}

/* «در حاشیه این نشست», or «در حاشیه نشست» where nothing tells which; RZ_NONE: nothing of the kind. */
static uint32_t pointing_words(const rz_scene *s, const rz_found_event *f, const pointing *p, rz_row *list) {
    uint32_t at = words_before(s, f, *list = p->pointed);
    if (at != RZ_NONE) return at;
    at = words_before(s, f, *list = p->bare);
    return at != RZ_NONE && is_bare(s, rz_listed_end(s, p->bare, at), p->margin) ? at : RZ_NONE;
}

/* «سه روز پس از این دیدار»: not on its day; «ساعتی پس از …»: on it. */
static bool is_counted(const rz_scene *s, const rz_mentions *mentions, uint32_t token) {
    uint32_t t = token && rz_token_time(s, token - 1) != RZ_NONE ? rz_token_time(s, token - 1) : RZ_NONE;
    return t != RZ_NONE && mentions->times[t].kind == RZ_TIME_LENGTH && (mentions->times[t].unit <= RZ_UNIT_YEAR || mentions->times[t].count > RZ_HOURS_OF_A_DAY);
}

/* «در حاشیه نشست X با Y دیدار کرد»: the session, where it is dated elsewhere. */
static const merged *session_beside(const merger *m, const merged *e) {
    uint32_t at = (uint32_t)(e->from - m->found->events.at);
    for (uint32_t i = at > LONGEST ? at - LONGEST : 0; i < at; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        const merged *session = f->clause == e->from->clause ? rz_merged_at(m, i) : NULL;
        if (!session || session->from == f || !f->occasion || !rz_kind_is(session->kind, RZ_KIND_SESSION) || !may_lend(session, e)) continue;
        return session;
    }
    return NULL;
}

/* «پس از پایان این نشست» is on its last day, «پیش از آن» on its first. */
static rz_days day_meant(const merger *m, const merged *told, uint32_t from, uint32_t noun) {
    const rz_scene *s = &m->found->scene;
    rz_row end = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("at-its-end")), start = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("at-its-start"));
    bool first = rz_listed_within(s, start, from, noun + 1), last = !first && rz_listed_within(s, end, from, noun);
    return last ? (rz_days){told->days.to, told->days.to} : first ? (rz_days){told->days.from, told->days.from} : told->days;
}

static bool may_point(const merged *e) {
    bool own = e->from->evoked == RZ_EVOKED_VERB || (e->from->evoked == RZ_EVOKED_NOUN && rz_kind_is(e->kind, RZ_KIND_PRESS)); /* «پس از این دیدار در نشست خبری گفت» */
    return own && !e->dropped && e->days.from == RZ_NO_DAY && !e->from->times.n && e->count <= 1;
}

void rz_merge_pointed(merger *m) {
    const rz_scene *s = &m->found->scene;
    const pointing beside = {rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("beside-what-was-told")), rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("beside-bare")), true};
    const pointing then = {rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("when-that-was")), rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("when-bare")), false};
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (!may_point(e)) continue;
        rz_row list;
        uint32_t margin = pointing_words(s, e->from, &beside, &list), at = margin != RZ_NONE ? margin : rz_told_pluperfect(m, e) ? RZ_NONE : pointing_words(s, e->from, &then, &list);
        if (at != RZ_NONE && is_counted(s, m->cast->mentions, at)) continue;
        uint32_t noun = at == RZ_NONE ? RZ_NONE : noun_of(m, at, list);
        const merged *told = at == RZ_NONE ? session_beside(m, e) : told_before(m, e, at, noun, FAR);
        if (!told && at != RZ_NONE) told = told_before(m, e, at, RZ_NONE, margin != RZ_NONE ? NEAR : SENTENCES); /* «این مراسم», «آن»: whatever was told of */
        bool sure = told && (at == RZ_NONE || (list != beside.bare && list != then.bare) || (told->days.from == told->days.to && strcmp(e->status, "alleged") != 0)); /* which it was is not told */
        if (!sure) continue;
        e->days = at == RZ_NONE ? told->days : day_meant(m, told, at, noun);
        e->counted = true;
        bool there = margin != RZ_NONE && e->place_row == RZ_NONE && e->from->frame->places && rz_kind_is(e->kind, RZ_KIND_SITS | RZ_KIND_PRESS | RZ_KIND_LOOSE);
        if (there) e->place = told->place, e->place_row = told->place_row;
    }
}
