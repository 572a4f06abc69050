/* Held, planned, put off: of two that tell of one event, which is believed. */
#include "event/status.h"
#include "resolve/merge.h"

/* «دیدار نکردند و این دیدار به زمان دیگری موکول شد»: what did not take place was put off, or called off. */
bool rz_came_to_nothing(const merged *a, const merged *b) {
    return (rz_called_off(a->status) && !strcmp(b->status, "denied")) || (rz_called_off(b->status) && !strcmp(a->status, "denied"));
}

/* «X و Y دیدار کردند. … پیشتر اعلام شده بود که X و Y دیدار خواهند کرد»: b is of a, before it was. */
bool rz_was_foretold(const merger *m, const merged *a, const merged *b) {
    const rz_scene *s = &m->found->scene;
    uint32_t above = s->clauses[b->from->clause].parent, verb = above == RZ_NONE ? RZ_NONE : s->clauses[above].verb;
    bool had = verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT && !strcmp(b->status, "planned") && a->from->first < b->from->first;
    bool all = a->kind == b->kind && rz_kind_is(a->kind, RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOURNEY) && a->n_actors && a->n_actors == b->n_actors && rz_shared_actors(m, a, b) == a->n_actors;
    bool apart = rz_token_sentence(s, a->from->first) != rz_token_sentence(s, b->from->first) && (b->days.from == RZ_NO_DAY || b->days.from == a->days.from); /* «اعلام شده بود که X یکشنبه به Y می‌رود، اما دوشنبه رفت» */
    return had && all && apart && !rz_looks_ahead(a->status) && !rz_called_off(a->status);
}

void rz_merged_status(const merger *m, merged *to, const merged *e) {
    if (rz_came_to_nothing(to, e)) {
        to->stated |= e->stated;
        if (rz_called_off(e->status)) to->status = e->status;
        return;
    }
    if (rz_was_foretold(m, to, e)) return;
    if (rz_was_foretold(m, e, to)) {
        to->status = e->status;
        return;
    }
    bool gone = e->verbal && !rz_looks_ahead(e->status) && rz_under_way(m, to, e); /* «در سفر خود به X خواهد کرد. … وارد X شد» */
    bool put_off = (e->from->definite || to->from->lapsed) && rz_called_off(e->status) && !rz_put_off_before(m, to, e);
    if (e->from->lapsed && to->stated && !strcmp(to->status, "postponed")) put_off = false; /* «به تعویق افتاد. قرار بود این نشست شنبه برگزار شود» */
    if (rz_named_alike(m, to, e) && rz_looks_ahead(to->status) != rz_looks_ahead(e->status)) {
        if (rz_looks_ahead(e->status)) to->status = e->status; /* «نشست آینده دوحه», and «حضور در نشست دوحه» */
    } else if (to->stated && !strcmp(to->status, "planned") && !strcmp(e->status, "hoped")) {
        return; /* «سفر خواهد کرد. … از سفر احتمالی X خبر داده بود» */
    } else if (!strcmp(to->status, "hoped") && !strcmp(e->status, "planned") && e->stated && e->verbal && (!e->from->definite || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_JOURNEY)) && rz_kind_is(to->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_CONTACT | RZ_KIND_JOURNEY)) {
        to->status = e->status; /* «خواستار برگزاری نشست شد. … این نشست را برگزار خواهد کرد» */
    } else if (e->stated && (!to->stated || put_off || gone || to->from->in_title || to->from->announced)) {
        to->status = e->status;
        to->stated = true;
    }
}

static bool is_past(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    uint32_t verb = s->clauses[f->clause].verb;
    return verb != RZ_NONE && (s->text->verbs[verb].tense == RZ_PAST || s->text->verbs[verb].tense == RZ_PERFECT);
}

/* The visit that «این سفر» means: what it was put together with, or the one of somebody who was at what happened on it. */
static merged *visit_meant(merger *m, uint32_t noun, const merged *happened) {
    merged *own = rz_merged_at(m, noun);
    rz_around near = rz_merged_around(m, happened);
    if (own && own != happened) return own;
    for (uint32_t i = near.low; i < near.high; i++)
        if (!m->out.at[i].dropped && rz_kind_is(m->out.at[i].kind, RZ_KIND_JOURNEY) && rz_merged_shared(&m->out.at[i], happened)) return &m->out.at[i];
    return NULL;
}

/* «در این سفر با X دیدار کرد. او در حالی به Y سفر می‌کند که …»: the present tells of a visit on which something was done already. */
void rz_merge_under_way(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *noun = &m->found->events.at[i];
        uint32_t main = noun->definite && noun->evoked == RZ_EVOKED_NOUN && rz_kind_is(noun->kind, RZ_KIND_JOURNEY) ? rz_merge_main_of(m, i) : RZ_NONE;
        merged *happened = main == RZ_NONE ? NULL : rz_merged_at(m, main);
        if (!happened || happened->dropped || strcmp(happened->status, "held") != 0 || !is_past(m, &m->found->events.at[main])) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(&m->found->scene, &link, noun->first);
        merged *visit = link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION ? visit_meant(m, i, happened) : NULL;
        bool ahead = visit && visit->days.from != RZ_NO_DAY && (m->cast->solution->published.to == RZ_NO_DAY || visit->days.from > m->cast->solution->published.to);
        if (visit && !ahead && !strcmp(visit->status, "planned") && rz_kind_is(visit->kind, RZ_KIND_JOURNEY)) visit->status = "held";
    }
}
