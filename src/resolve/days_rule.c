/* Who rules tells the days too: «وزارت خارجه طالبان» is of the time since their government was formed. */
#include "resolve/solver.h"

/* `fa`: who rules; `before`: what of a state stands before that; `start`: how a sentence of theirs begins; `unless`: what was gone by then. */
typedef struct {
    rz_row row;
    uint32_t fa, before, start, unless;
} rule;

/* Is the mention of an office or a body of a state, and does it end in words that tell who rules? */
static bool is_of_rulers(const rz_solver *s, const rz_mention *m, const rule *r) {
    if ((m->kind != RZ_M_OFFICE && m->kind != RZ_M_ORGANISATION) || m->state != rz_row_state(s->text->data, r->row)) return false;
    if ((m->kind == RZ_M_OFFICE && m->under != RZ_NONE) || m->serves == RZ_SERVES_FORMER || m->serves == RZ_SERVES_THEN || !s->article->in_body[m->first]) return false;
    bool of_state = false;
    for (rz_hits h = rz_hits_listed(s->text, m->first, r->row); rz_hits_next(&h);) of_state |= h.hit.key == r->before;
    for (rz_hits_run h = rz_hits_within(s->text, m->first, of_state ? m->last : m->first); rz_hits_run_next(&h);)
        if (h.hit.row == r->row && h.hit.last == m->last && h.hit.key == r->fa) return true;
    return false;
}

/* «امارت اسلامی سفیر X را احضار کرد»: a sentence in which they rule, or one that goes on with them behind a sign; not «احیای امارت اسلامی». */
static bool do_something(const rz_solver *s, const rule *r) {
    for (rz_hits_run h = rz_hits_within(s->text, 0, s->text->n_tokens); rz_hits_run_next(&h);) {
        uint32_t t = h.hit.first;
        if (h.hit.row == r->row && h.hit.key == r->start && s->article->in_body[t] && (t == 0 || s->text->tokens[t - 1].kind == RZ_TOKEN_PUNCT)) return true;
    }
    return false;
}

static bool is_beside(const rz_solver *s, const rule *r, uint32_t token) {
    const rz_told_in *in = rz_told_sentence(s, token);
    for (rz_hits_run h = rz_hits_within(s->text, in ? in->first : 0, in ? in->last : 0); in && rz_hits_run_next(&h);)
        if (h.hit.row == r->row && (h.hit.key == r->fa || h.hit.key == r->start)) return true;
    return false;
}

/* «در سال ۱۳۷۸ وزیر خارجه طالبان …», or beside what is gone since: they ruled before too, and named ministers when they did not. */
static bool tells_of_before(const rz_solver *s, const rule *r, rz_day since) {
    for (rz_hits_run h = rz_hits_within(s->text, 0, s->text->n_tokens); rz_hits_run_next(&h);)
        if (h.hit.row == r->row && h.hit.key == r->unless && s->article->in_body[h.hit.first]) return true;
    for (uint32_t i = 0; i < s->mentions->n_times; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        rz_days d;
        if (rz_time_fixed(s->text->data, t, &d) && d.to != RZ_NO_DAY && d.to < since && is_beside(s, r, t->first)) return true;
    }
    return false;
}

void rz_known_rule(rz_solver *s) {
    const rz_data *data = s->text->data;
    const rule r = {rz_row_find(data, RZ_WORDS, RZ_STR("rule-since")), rz_key(data, "fa"), rz_key(data, "before"), rz_key(data, "start"), rz_key(data, "unless")};
    bool told = false;
    if (!rz_row_there(s->text, r.row)) return;
    rz_day since = rz_days_written(rz_row_get(data, r.row, "since")).from, horizon = rz_row_horizon(data, r.row);
    if (since == RZ_NO_DAY || tells_of_before(s, &r, since)) return;
    for (uint32_t i = 0; i < s->mentions->n && !told; i++) told = is_of_rulers(s, &s->mentions->at[i], &r);
    if (!told && !do_something(s, &r)) return;
    if (s->horizon == RZ_NO_DAY) s->horizon = horizon;
    rz_solver_only_days(s, since, horizon != RZ_NO_DAY ? horizon + SERVES_ON : FIRST_DAY + DAYS, rz_format(s->arena, "who rules %s", rz_row_id(data, rz_row_state(data, r.row))));
}
