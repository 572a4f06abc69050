/* Signings told again: of «این سند», by the states of those who signed, by the title, as news of what is to come. */
#include "event/status.h"
#include "resolve/merge.h"

enum { MOST_SIDES = 8 };

/* ---- of which paper ---- */

/* Where a word for a paper that begins at the token ends, or the token; `whole`: not «سندی». */
static uint32_t paper_end(const rz_scene *s, uint32_t token, bool whole) {
    if (token >= s->text->n_tokens) return token;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
        if (!(whole && h.hit.tail)) return h.hit.last;
    return token;
}

/* «این سند», «سند مذکور», before the verb «سند را» */
static bool this_paper_at(const rz_scene *s, uint32_t token, bool object) {
    uint32_t last, end = token;
    if (rz_class_at(s, token, &last) == RZ_C_DEFINITE) return !object || paper_end(s, last, false) > last; /* «امضای آن» */
    end = paper_end(s, token, true);
    if (end == token || end >= s->text->n_tokens) return false;
    uint8_t next = rz_class_at(s, end, &last);
    return next == RZ_C_AFORESAID || (object && next == RZ_C_OBJECT && !rz_number_at(s, token - (token > 0)));
}

/* «امضای این سند», «سند را امضا کردند» */
static bool signs_this(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_found_event *f = e->from;
    if (f->evoked != RZ_EVOKED_VERB) return f->last < s->text->n_tokens && this_paper_at(s, f->last, false);
    uint32_t from = s->clauses[f->clause].first;
    for (uint32_t t = f->first > from + RZ_REACH ? f->first - RZ_REACH : from; t < f->first; t++)
        if (s->clause_of[t] == f->clause && this_paper_at(s, t, true)) return true;
    return false;
}

/* ---- by whom ---- */

static uint32_t sides_of(const merger *m, const merged *e, rz_row *at) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors && n < MOST_SIDES; i++) {
        rz_row state = strcmp(e->roles[i], "mediator") != 0 ? rz_merged_state(m, e->actors[i]) : RZ_NONE;
        bool known = state == RZ_NONE;
        for (uint32_t k = 0; k < n; k++) known |= at[k] == state;
        if (!known) at[n++] = state;
    }
    return n;
}

static bool among(const rz_row *few, uint32_t n_few, const rz_row *many, uint32_t n_many) {
    for (uint32_t i = 0; i < n_few; i++) {
        bool found = false;
        for (uint32_t k = 0; k < n_many; k++) found |= few[i] == many[k];
        if (!found) return false;
    }
    return n_few > 0;
}

/* The same two sides or more; in a title, one of them may do. */
static bool by_same_sides(const merger *m, const merged *e, const merged *to) {
    rz_row a[MOST_SIDES], b[MOST_SIDES];
    uint32_t n = sides_of(m, e, a), k = sides_of(m, to, b);
    if (e->from->in_title || to->from->in_title) return (n > 1 || k > 1) && (among(a, n, b, k) || among(b, k, a, n));
    return n > 1 && n == k && among(a, n, b, k);
}

/* «X و Y پیمان صلح امضا کردند. … X، Y و Z قراردادی امضا می‌کنند»: others sign. */
bool rz_merge_other_signers(const merger *m, const merged *a, const merged *b) {
    rz_row x[MOST_SIDES], y[MOST_SIDES];
    if (!rz_kind_is(a->kind, RZ_KIND_PAPER) || !rz_kind_is(b->kind, RZ_KIND_PAPER)) return false;
    uint32_t n = sides_of(m, a, x), k = sides_of(m, b, y);
    return n > 1 && k > 1 && n != k;
}

/* ---- which is which ---- */

static bool is_old(const merger *m, const merged *e) { return e->days.from != RZ_NO_DAY && rz_long_ago(m, e, e); }

/* «در سال ۲۰۱۵ نیز امضا کرده بودند»: not that of today. */
static bool of_one_time(const merger *m, const merged *e, const merged *to) {
    return rz_days_agree(e->days, to->days) && is_old(m, e) == is_old(m, to) && rz_told_pluperfect(m, e) == rz_told_pluperfect(m, to) &&
           !rz_told_of_earlier(m, e, to) && !rz_told_of_earlier(m, to, e);
}

/* «X برای امضای تفاهم‌نامه به توافق رسید. … میان دو کشور امضا خواهد شد»: he is of one of them. */
static bool one_of_sides(const merger *m, const merged *e, const merged *to) {
    rz_row a[MOST_SIDES], b[MOST_SIDES];
    return rz_looks_ahead(e->status) && among(a, sides_of(m, e, a), b, sides_of(m, to, b));
}

/* Nobody named, or in the course of whose visit. */
static bool by_nobody_else(const merger *m, const merged *e, const merged *to) {
    if (e->n_actors > 1 || !to->n_actors) return false;
    if (e->n_actors && (to->n_actors < 2 || !(rz_merged_shared(e, to) || one_of_sides(m, e, to)) || !rz_places_agree(m, e->place_row, to->place_row))) return false;
    if (e->days.from != RZ_NO_DAY && (to->days.from == RZ_NO_DAY || !rz_days_overlap(e->days, to->days))) return false;
    return e->n_actors || e->place_row == RZ_NONE || to->place_row == RZ_NONE || rz_places_agree(m, e->place_row, to->place_row);
}

/* «از امضای پیمان X و Y خبر داد. … فردا امضا خواهد شد»: it was of what is to come. */
static bool is_news_of(const merger *m, const merged *e, const merged *to) {
    bool news = rz_announced(&m->found->scene, e->from) && e->from->evoked == RZ_EVOKED_NOUN && !strcmp(e->status, "held") && !strcmp(to->status, "planned") && to->verbal;
    return news && rz_days_agree(e->days, to->days) && (!e->n_actors || by_same_sides(m, e, to));
}

/* Does it name those who signed, and not only «دو طرف»; «پس از امضای این سند X گفت» does not. */
static bool names_signers(const merger *m, const merged *e) {
    bool named = false;
    for (uint32_t i = 0; i < e->from->parts.n && e->from->evoked == RZ_EVOKED_VERB; i++) {
        uint32_t who = e->from->parts.at[i].mention;
        named |= who < m->cast->mentions->n && m->cast->mentions->at[who].kind != RZ_M_COLLECTIVE;
    }
    return named;
}

/* «امضای این پیمان چند ماه پس از … صورت می‌گیرد»: which signing, and no other, was told before. */
static bool points_only(const merger *m, const merged *e, const merged *to, bool this_one) {
    uint32_t verb = m->found->scene.clauses[e->from->clause].verb;
    bool ahead = verb != RZ_NONE && (m->cast->text->verbs[verb].tense == RZ_FUTURE || m->cast->text->verbs[verb].tense == RZ_SUBJUNCTIVE);
    return this_one && e->from->evoked != RZ_EVOKED_VERB && !ahead && strcmp(e->status, "denied") != 0 && !strcmp(to->status, "held") && to->from->first < e->from->first;
}

static bool same_signing(const merger *m, const merged *e, const merged *to, bool this_one) {
    if (to == e || to->dropped || !rz_kind_is(to->kind, RZ_KIND_PAPER)) return false;
    if (points_only(m, e, to, this_one)) return true;
    if (rz_looks_ahead(e->status) != rz_looks_ahead(to->status)) return is_news_of(m, e, to);
    if (by_nobody_else(m, e, to)) return true;
    if (!rz_looks_ahead(e->status) && strcmp(e->status, to->status) != 0) return false;
    if (!of_one_time(m, e, to) || !rz_places_agree(m, e->place_row, to->place_row)) return false;
    bool before = to->from->first < e->from->first;
    if (this_one && before) return true;
    return (e->from->in_title || (before && !to->from->in_title)) && by_same_sides(m, e, to); /* the title to the body */
}

/* «تاکنون ۷۰ موافقت‌نامه امضا شده است», «به امضای ۳۵ کشور رسیده است»: what was signed over the years, on no day. */
static bool is_sum(const merger *m, const merged *e) {
    enum { FAR = 4 };
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    const rz_verb *v = c->verb == RZ_NONE ? NULL : &s->text->verbs[c->verb];
    if (!v || v->first < e->from->first || v->first > e->from->last + FAR || (v->tense != RZ_PERFECT && v->tense != RZ_PARTICIPLE)) return false;
    uint32_t from = e->from->first > c->first + RZ_REACH ? e->from->first - RZ_REACH : c->first, end = e->from->last;
    bool states = end + 1 < s->text->n_tokens && rz_number_at(s, end) && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("states-counted")), end + 1) > end + 1;
    return (states && !e->n_actors) || rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("until-now")), from, e->from->first);
}

void rz_merge_sign_once(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i], *to = NULL;
        if (!rz_kind_is(e->kind, RZ_KIND_PAPER) || e->dropped || (e->dropped = is_sum(m, e))) continue;
        bool this_one = signs_this(m, e);
        rz_around near = rz_merged_around(m, e);
        for (uint32_t j = near.low; j < near.high && !e->dropped; j++) {
            to = &m->out.at[j];
            if (!same_signing(m, e, to, this_one)) continue;
            if (points_only(m, e, to, this_one)) e->status = to->status, e->n_actors = 0, e->days = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
            if (this_one && to->n_actors > 1 && !names_signers(m, e)) e->n_actors = 0;
            bool planned = !strcmp(to->status, "hoped") && !strcmp(e->status, "planned");
            rz_merged_join(m, to, e);
            if (planned) to->status = e->status;
            e->dropped = true;
        }
        bool idle = this_one && e->from->evoked == RZ_EVOKED_NOUN && !e->n_actors && e->place_row == RZ_NONE && e->days.from == RZ_NO_DAY;
        e->dropped |= idle; /* «برای امضای این سند موافقت نکرده است» */
    }
}
