/* People named without their office in a report that tells of it: «وزیر امور خارجه … سیدعباس عراقچی در این سخنان …», «بربوک، لودریان و
 * تراس وزیران خارجه آلمان، فرانسه و انگلیس». When they held it bounds the day too, though less surely than where both stand together. */
#include "resolve/solver.h"

enum { MOST_NAMED = 24 };

static rz_row owner_of(const rz_solver *s, const rz_mention *office) {
    return office->whose == RZ_WHOSE_STATE ? office->state : office->whose == RZ_WHOSE_THIS ? RZ_NONE : s->article->country;
}

/* «بربوک، لودریان و تراس وزیران خارجه …»: in one sentence and not far from each other. */
static bool beside(const rz_solver *s, const rz_mention *a, const rz_mention *b) {
    enum { NEAR_BY = 12 };
    const rz_mention *x = a->first < b->first ? a : b, *y = x == a ? b : a;
    const rz_told_in *in = rz_lead_of(s, x->first);
    return in && y->first < in->last && y->first < x->last + NEAR_BY;
}

/* Is the office told of, and of nobody else who is named? */
static bool is_told_of(const rz_solver *s, const rz_tenure *t, const rz_mention *person) {
    bool office = false, counterpart = person->describes != RZ_NONE;
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if ((m->kind != RZ_M_OFFICE && m->kind != RZ_M_COLLECTIVE) || m->office != t->office || m->serves == RZ_SERVES_FORMER || m->serves == RZ_SERVES_THEN) continue;
        if (counterpart) return true; /* the same office as the other's */
        if (m->kind == RZ_M_COLLECTIVE && beside(s, m, person)) return true;
        if (m->kind == RZ_M_COLLECTIVE) continue;
        if (m->head != RZ_NONE && s->mentions->at[m->head].row != person->row) continue;
        office |= owner_of(s, m) == t->whose;
    }
    return office;
}

/* Whose counterpart he is called, or RZ_NONE. */
static rz_row counterpart_of(const rz_solver *s, const rz_mention *person) {
    const rz_mention *d = person->describes != RZ_NONE ? &s->mentions->at[person->describes] : NULL;
    return d && d->counterpart && d->whose == RZ_WHOSE_STATE ? d->state : RZ_NONE;
}

static void bound(rz_solver *s, const rz_mention *person) {
    uint32_t n, fit = 0;
    const rz_tenure *t = rz_tenures_of(s->text->data, person->row, &n);
    rz_row counterpart = counterpart_of(s, person);
    if (person->describes != RZ_NONE && counterpart == RZ_NONE) return;
    rz_day_set *set = rz_solver_none(s);
    for (uint32_t i = 0; i < n; i++) {
        if ((counterpart != RZ_NONE && t[i].whose != counterpart) || !is_told_of(s, &t[i], person)) continue;
        rz_day horizon = t[i].still ? rz_row_horizon(s->text->data, person->row) : RZ_NO_DAY;
        rz_days_allow(set, t[i].days.from == RZ_NO_DAY ? FIRST_DAY : t[i].days.from,
                      t[i].days.to != RZ_NO_DAY ? t[i].days.to + 1 : horizon != RZ_NO_DAY ? horizon + SERVES_ON : FIRST_DAY + DAYS);
        if (t[i].still && s->horizon == RZ_NO_DAY) s->horizon = horizon;
        fit++;
    }
    if (fit) rz_solver_only(s, set, rz_format(s->arena, "%s named at %u, in an office told of", rz_row_id(s->text->data, person->row), rz_byte_of(s, person->first)));
}

void rz_known_named(rz_solver *s) {
    rz_row seen[MOST_NAMED];
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->mentions->n && n < MOST_NAMED; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_PERSON || m->row == RZ_NONE || m->n_others || !rz_lead_of(s, m->first) || !s->article->in_body[m->first]) continue;
        uint32_t k = 0;
        while (k < n && seen[k] != m->row) k++;
        if (k < n) continue;
        seen[n++] = m->row;
        bound(s, m);
    }
}

/* The days on which he held some office that the tables know. */
static rz_day_set *in_some_office(rz_solver *s, rz_row person) {
    uint32_t n;
    const rz_tenure *t = rz_tenures_of(s->text->data, person, &n);
    rz_day_set *set = rz_solver_none(s);
    for (uint32_t i = 0; i < n; i++) {
        rz_day horizon = t[i].still ? rz_row_horizon(s->text->data, person) : RZ_NO_DAY;
        rz_day to = t[i].days.to != RZ_NO_DAY ? t[i].days.to + 1 : horizon != RZ_NO_DAY ? horizon + SERVES_ON : RZ_NO_DAY;
        if (t[i].days.from != RZ_NO_DAY && to != RZ_NO_DAY) rz_days_allow(set, t[i].days.from, to);
    }
    return n ? set : NULL;
}

enum { FEW = 24, MOST_IN_OFFICE = 12, AT_LEAST = 2, CLEAR = 2 };

/* An office stands beside him that bounds the day itself; «همتای خود» does not. */
static bool has_office(const rz_solver *s, const rz_mention *m) { return m->describes != RZ_NONE && !s->mentions->at[m->describes].counterpart; }

/* How many of those who are named without an office, in the lead or anywhere, had one, on each of the few days that are left. */
static void count_in_office(rz_solver *s, const int *days, uint32_t n, bool anywhere, uint32_t *count) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < s->mentions->n && used < MOST_IN_OFFICE; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->kind != RZ_M_PERSON || m->row == RZ_NONE || m->n_others || has_office(s, m) || !(anywhere || rz_lead_of(s, m->first)) || !s->article->in_body[m->first]) continue;
        rz_day_set *set = in_some_office(s, m->row);
        for (uint32_t d = 0; set && d < n; d++) count[d] += rz_day_in(set, days[d]);
        used++;
    }
}

static uint32_t most_of(const uint32_t *count, uint32_t n) {
    uint32_t most = 0;
    for (uint32_t i = 0; i < n; i++)
        if (count[i] > most) most = count[i];
    return most;
}

static uint32_t next_of(const uint32_t *count, uint32_t n, uint32_t most) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < n; i++)
        if (count[i] < most && count[i] > next) next = count[i];
    return next;
}

/* «امروز پنج‌شنبه ۲۹ مهر» fits once in some years: of those few days those on which most of those who are named held an office. */
void rz_known_in_office(rz_solver *s) {
    int days[FEW] = {0};
    uint32_t n = 0, count[FEW] = {0};
    if (s->left > FEW || s->left < 2 || s->last - s->first <= WIDEST) return;
    for (int d = s->first; d <= s->last && n < FEW; d++)
        if (rz_day_in(s->may, d)) days[n++] = d;
    count_in_office(s, days, n, false, count);
    uint32_t most = most_of(count, n), least = UINT32_MAX;
    for (uint32_t i = 0; i < n; i++)
        if (count[i] < least) least = count[i];
    if (most == least || most < AT_LEAST) { /* further down many are named who held one at another time */
        memset(count, 0, sizeof count);
        count_in_office(s, days, n, true, count);
        most = most_of(count, n);
        if (most < AT_LEAST + 1 || next_of(count, n, most) + CLEAR > most) return;
    }
    rz_day_set *set = rz_solver_none(s);
    for (uint32_t i = 0; i < n; i++) rz_day_put(set, days[i], count[i] == most);
    rz_solver_only(s, set, rz_format(s->arena, "%u named were in office", most));
}
