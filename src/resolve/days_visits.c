/* Visits that the tables know: «مادورو که جمعه شب وارد تهران شد» leaves few days. */
#include "resolve/resolve.h"
#include "resolve/solver.h"

enum { MOST_VISITORS = 24, REACH = 20 /* tokens between a time and the place it is of */, SENTENCE_REACH = 160 };

typedef struct {
    rz_row person;
    rz_days served; /* of an office: when he who visited held it */
} visitor;

typedef struct {
    visitor at[MOST_VISITORS];
    uint32_t n;
} visitors;

static void add(const rz_data *data, visitors *all, rz_row person, rz_days served) {
    uint32_t visits;
    rz_sessions_of(data, person, &visits);
    for (uint32_t i = 0; i < all->n; i++)
        if (all->at[i].person == person) return;
    if (visits && all->n < MOST_VISITORS) all->at[all->n++] = (visitor){person, served};
}

/* «رئیس‌جمهور آمریکا»: all who were it; of those who lead states alone all visits that matter are known. */
static void add_holders(const rz_solver *s, visitors *all, const rz_mention *office) {
    const rz_data *data = s->text->data;
    rz_row whose = office->whose == RZ_WHOSE_STATE ? office->state : office->whose == RZ_WHOSE_OURS ? s->article->country : RZ_NONE;
    uint32_t n;
    if (!rz_row_refers(data, whose, "leader", office->office)) return;
    const uint32_t *at = rz_tenures_in(data, whose, office->office, &n);
    for (uint32_t i = 0; i < n; i++) add(data, all, rz_tenure_at(data, at[i])->person, rz_tenure_at(data, at[i])->days);
}

/* Is it somebody who may go there? */
static bool is_somebody(const rz_mention *m) { return (m->kind == RZ_M_PERSON || m->kind == RZ_M_OFFICE) && m->head == RZ_NONE; }

static void add_somebody(const rz_solver *s, visitors *all, const rz_mention *m) {
    const rz_days ever = {RZ_NO_DAY, RZ_NO_DAY};
    bool former = m->serves == RZ_SERVES_FORMER || m->serves == RZ_SERVES_THEN;
    if (m->kind == RZ_M_PERSON && m->row != RZ_NONE && !m->n_others) add(s->text->data, all, m->row, ever);
    if (m->kind == RZ_M_OFFICE && !former) add_holders(s, all, m);
}

/* Who is told of in the sentence of the place: of a state last before it, of a city by name, else before it by an office; where nobody is,
 * those of the lead. */
static void visitors_of(const rz_solver *s, const rz_told_in *in, uint32_t place, visitors *all) {
    const rz_mention *at = s->mentions->at;
    bool city = at[place].kind == RZ_M_PLACE, named = false, office = false;
    for (uint32_t i = place; i-- > 0 && at[i].first >= in->first && at[place].first - at[i].first < SENTENCE_REACH;) {
        if (!is_somebody(&at[i])) continue;
        if (at[i].kind == RZ_M_PERSON || !named) add_somebody(s, all, &at[i]);
        named |= at[i].kind == RZ_M_PERSON;
        office = true;
        if (!city) return;
    }
    for (uint32_t i = place + 1; city && i < s->mentions->n && at[i].first < in->last && at[i].first - at[place].first < SENTENCE_REACH; i++) /* «در سعدآباد از X استقبال کرد» */
        if (at[i].kind == RZ_M_PERSON) add_somebody(s, all, &at[i]), office = true;
    uint32_t end = s->n_lead && city && !office ? s->lead[s->n_lead - 1].last : 0;
    for (uint32_t i = 0; i < s->mentions->n && at[i].first < end; i++)
        if (at[i].kind == RZ_M_PERSON) add_somebody(s, all, &at[i]);
}

/* The lists of words that stand before places. */
typedef struct {
    rz_row to, in, what;
} words;

static uint32_t before(const rz_text *text, rz_row list, uint32_t last) {
    enum { LONGEST = 3 };
    for (rz_hits_run h = rz_hits_within(text, last > LONGEST ? last - LONGEST : 0, last); rz_hits_run_next(&h);)
        if (h.hit.row == list && h.hit.last == last) return h.hit.first;
    return last;
}

/* «وارد پایتخت X شد», «در شهر مرزی X»; a state is spoken of too: «درباره اوضاع در X». */
static bool is_gone_to(const rz_text *text, const words *w, const rz_mention *place) {
    uint32_t at = before(text, w->what, place->first);
    return before(text, w->to, at) < at || (place->kind == RZ_M_PLACE && before(text, w->in, at) < at);
}

static bool is_house(const rz_data *data, rz_row place) { return rz_row_has(data, place, "kind", "palace") || rz_row_has(data, place, "kind", "airport") || rz_row_has(data, place, "kind", "building"); }

bool rz_place_lies_in(const rz_data *data, rz_row place, rz_row wide) {
    if (place == RZ_NONE || wide == RZ_NONE || rz_row_type_of(data, place) != RZ_PLACE) return false;
    return rz_row_state(data, place) == wide || rz_row_refers(data, place, "in", wide);
}

bool rz_place_within(const rz_data *data, rz_row place, rz_row wide) {
    if (place == wide || place == RZ_NONE || rz_row_type_of(data, place) != RZ_PLACE) return place == wide;
    rz_row state = rz_row_state(data, place);
    return rz_place_lies_in(data, place, wide) || (is_house(data, place) && rz_row_refers(data, state, "capital", wide));
}

/* Of those told of together, «وانگ یی و اسحاق دار وارد کابل شدند», the visits on whose days most of them were there. */
static uint32_t most_at_once(const rz_session *at, const uint32_t *whose, rz_session *out, uint32_t n) {
    uint32_t kept = 0, most = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t there = 0;
        for (uint32_t k = 0, last = RZ_NONE; k < n; k++)
            if (at[i].days.from <= at[k].days.to && at[k].days.from <= at[i].days.to && whose[k] != last) there++, last = whose[k]; /* those of one visitor stand together */
        if (there > most) most = there, kept = 0;
        if (there == most) out[kept++] = at[i];
    }
    return kept;
}

static uint32_t visits_to(const rz_data *data, const visitors *all, rz_row place, rz_session *out) {
    rz_session at[MOST_SESSIONS];
    uint32_t n = 0, whose[MOST_SESSIONS];
    for (uint32_t i = 0; i < all->n; i++) {
        uint32_t known;
        const rz_session *v = rz_sessions_of(data, all->at[i].person, &known);
        rz_days served = all->at[i].served;
        for (uint32_t k = 0; k < known && n < MOST_SESSIONS; k++) {
            bool then = (served.from == RZ_NO_DAY || v[k].days.to >= served.from) && (served.to == RZ_NO_DAY || v[k].days.from <= served.to);
            if (then && (rz_place_within(data, v[k].place, place) || rz_place_within(data, place, v[k].place))) at[n] = v[k], whose[n++] = i;
        }
    }
    return most_at_once(at, whose, out, n);
}

/* How far the place is from the time, in tokens. */
static uint32_t apart(const rz_mention *m, const rz_time_mention *t) {
    return m->first >= t->last ? m->first - t->last : t->first >= m->last ? t->first - m->last : 0;
}

/* The nearest place in the sentence of the time is that to which somebody went then. */
static void visit(rz_solver *s, const words *w, const rz_time_mention *t) {
    rz_session visits[MOST_SESSIONS];
    uint32_t n = 0, near = REACH;
    const rz_told_in *in = rz_told_sentence(s, t->first);
    for (uint32_t i = rz_mention_near(s->mentions, t->first, REACH); in && i < s->mentions->n && s->mentions->at[i].first < t->last + REACH; i++) {
        const rz_mention *m = &s->mentions->at[i];
        visitors all = {.n = 0};
        rz_session there[MOST_SESSIONS];
        bool place = (m->kind == RZ_M_PLACE || m->kind == RZ_M_STATE) && m->row != RZ_NONE;
        if (!place || apart(m, t) >= near || m->first < in->first || m->first >= in->last || !is_gone_to(s->text, w, m)) continue;
        visitors_of(s, in, i, &all);
        n = visits_to(s->text->data, &all, m->row, there);
        memcpy(visits, there, n * sizeof *visits);
        near = apart(m, t);
    }
    if (n) rz_solver_meets(s, t, visits, n, "visit");
}

/* A day, not «هفته جاری» or «سال جاری», of which one speaks loosely and of what may not come. */
static bool is_day(const rz_time_mention *t) {
    return (t->kind == RZ_TIME_DATE && t->date.day) || t->kind == RZ_TIME_WEEKDAY || t->kind == RZ_TIME_OFFSET;
}

/* «قرار بود امروز برود» */
static bool came_to_nothing(const rz_solver *s, const rz_time_mention *t) {
    return t->kind != RZ_TIME_DATE && rz_time_outlook(s->text, t) == RZ_WAS_TO_BE;
}

bool rz_time_may_date(rz_solver *s, const rz_time_mention *t) {
    rz_days fixed;
    return is_day(t) && rz_is_told(s, t) && !rz_time_fixed(s->text->data, t, &fixed) && !came_to_nothing(s, t);
}

void rz_known_visits(rz_solver *s) {
    const rz_data *data = s->text->data;
    const words w = {rz_row_find(data, RZ_WORDS, RZ_STR("gone-to")), rz_row_find(data, RZ_WORDS, RZ_STR("is-in")), rz_row_find(data, RZ_WORDS, RZ_STR("place-words"))};
    for (uint32_t i = 0, used = 0; s->left > 1 && i < s->mentions->n_times && used < 16; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!rz_time_may_date(s, t)) continue;
        visit(s, &w, t);
        used++;
    }
}
