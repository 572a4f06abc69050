/* One event, one object: what the title, the lead and the body say of the same event becomes one, with all its proofs. */
#include "event/status.h"
#include "resolve/merge.h"

static rz_days days_of(const merger *m, uint32_t time) { return m->cast->solution->dates[time].days; }

void rz_merged_topics(const merger *m, merged *e, const rz_row_list *topics) {
    for (uint32_t i = 0; i < topics->n; i++) {
        bool known = false;
        for (uint32_t j = 0; j < e->topics.n; j++) known |= e->topics.at[j] == topics->at[i];
        if (!known) *RZ_PUSH(m->cast->arena, &e->topics) = topics->at[i];
    }
}

rz_around rz_merged_near(const merger *m, uint32_t token) {
    enum { FAR = 512 /* tokens */ };
    uint32_t own = 0;
    for (uint32_t t = token; t-- > 0 && token - t < FAR;) {
        uint32_t i = rz_trigger_at(m->found, t);
        if (i == RZ_NONE || m->became[i] == RZ_NONE || m->found->events.at[i].in_title) continue;
        own = m->became[i];
        break;
    }
    return rz_merged_beside(m, own);
}

merged *rz_merged_last(const merger *m, uint32_t token, bool (*fits)(const merger *m, const merged *e, const void *how), const void *how) {
    rz_around near = rz_merged_near(m, token);
    merged *best = NULL;
    for (uint32_t i = near.low; i < near.high; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || e->from->in_title || e->from->first >= token || (best && e->from->first <= best->from->first)) continue;
        if (fits(m, e, how)) best = e;
    }
    return best;
}

merged rz_merge_begin(const merger *m, const rz_found_event *f, uint32_t time, uint32_t place) {
    merged e = {.from = f, .kind = f->kind, .status = f->status, .stated = f->stated, .days = {RZ_NO_DAY, RZ_NO_DAY},
                .place = place, .forum = f->forum, .place_row = RZ_NONE, .count = f->count, .verbal = f->evoked != RZ_EVOKED_NOUN, .told_last = f->first};
    rz_merge_add_parts(m, &e, f);
    if (m->beside && m->whose == f && rz_kind_is(f->kind, RZ_KIND_JOURNEY)) rz_merge_add_parts(m, &e, m->beside);
    bool crowd = rz_kind_is(f->kind, RZ_KIND_CONTACT) && f->crowd_last > f->crowd_first && !f->in_title && (e.n_actors || !rz_kind_is(f->kind, RZ_KIND_LOOSE)); /* «با فعالان اقتصادی گفت‌وگو کرد» */
    if (crowd) rz_merged_add(&e, rz_cast_crowd(m->cast, f->crowd_first, f->crowd_last), f->crowd_role);
    rz_merge_add_described(m, &e, f);
    rz_merge_drop_states(m, &e);
    rz_merge_drop_bodies(m, &e);
    rz_merge_between_states(m, &e);
    if (rz_merge_few(m, &e)) e.kind = m->found->scene.g->meeting;
    if (time != RZ_NONE && !rz_merge_is_since(m, f, time)) e.days = rz_merge_days_told(m, f, time);
    if (time != RZ_NONE && f->lasted && (f->ends == RZ_NONE || f->ends == time) && e.days.from == e.days.to && e.days.from != RZ_NO_DAY) e.days.from -= (int)f->lasted - 1;
    if (time == RZ_NONE && f->part != RZ_NONE) e.days = rz_merge_day_of_part(m, f);
    rz_days now = m->cast->solution->published;
    bool ahead = time != RZ_NONE && e.days.from == RZ_NO_DAY && rz_merge_is_ahead(&m->cast->mentions->times[time]);
    bool to_come = ahead || (e.days.from != RZ_NO_DAY && now.to != RZ_NO_DAY && e.days.from > now.to);
    if (to_come && ((!strcmp(e.status, "held") && !e.verbal) || !strcmp(e.status, "ongoing"))) e.status = "planned"; /* «فردا میزبان X است» */
    bool was = e.days.from != RZ_NO_DAY && now.from != RZ_NO_DAY && e.days.to < now.from;
    if (was && !e.verbal && !e.stated && !strcmp(e.status, "planned") && !f->purpose) e.status = "held"; /* «پس از سفر X در آوریل … خواهد شد» */
    if (!e.stated && !strcmp(e.status, "planned") && rz_merge_is_over(m, f)) e.status = "held", e.stated = true;
    if (place != RZ_NONE) e.place_row = rz_merged_place(m, place);
    if (rz_kind_is(f->kind, RZ_KIND_JOURNEY)) rz_merge_goes_home(m, &e);
    if (rz_kind_is(f->kind, RZ_KIND_ATTACK)) e.place_row = rz_merge_struck_seat(m, f, e.place_row);
    rz_row seat = f->frame->at_seat && rz_kind_is(f->kind, RZ_KIND_CROWD) ? rz_merge_seat(m, f) : RZ_NONE;
    if (seat != RZ_NONE) e.place_row = seat; /* «در اعتراض به کشتار در X مقابل سفارت Y در Z تجمع کردند» */
    if (e.place_row == RZ_NONE && (f->frame->at_seat || rz_kind_is(f->kind, RZ_KIND_CREDENTIALS))) e.place_row = rz_merge_seat(m, f);
    rz_merged_topics(m, &e, &f->topics);
    rz_merge_add_proof(m, &e, f);
    return e;
}

/* ---- putting together ---- */

static void take_kind(const merger *m, merged *to, const merged *e) {
    bool sat = rz_kind_is(to->kind, RZ_KIND_LOOSE) && rz_kind_is(e->kind, RZ_KIND_SESSION) && e->from->definite; /* «با X گفت‌وگو کرد. در این نشست …» */
    if (sat) to->kind = m->found->scene.g->meeting;
    if (rz_kind_is(to->kind, RZ_KIND_ROUNDS) && rz_kind_is(e->kind, RZ_KIND_MET)) to->kind = e->kind; /* who negotiated, met */
    if (!sat && (rz_kind_is(to->kind, RZ_KIND_LOOSE) || (rz_kind_is(to->kind, RZ_KIND_OPEN) && !rz_kind_is(e->kind, RZ_KIND_LOOSE)))) to->kind = e->kind;
}

/* The closer of what both tell; of a session that goes on for some days all of them, one of which tells when something at it was. */
static rz_days days_of_both(const merged *to, const merged *e) {
    enum { LONGEST = 5 };
    bool within = e->days.from != RZ_NO_DAY && e->days.from >= to->days.from && e->days.to <= to->days.to;
    bool around = to->days.from != RZ_NO_DAY && e->days.from != RZ_NO_DAY && to->days.from >= e->days.from && to->days.to <= e->days.to;
    bool lasts = rz_kind_is(to->kind, RZ_KIND_SESSION) && (within || around) && (within ? to->days.to - to->days.from : e->days.to - e->days.from) < LONGEST;
    if (lasts) return within ? to->days : e->days;
    return to->days.from == RZ_NO_DAY || within ? e->days : to->days;
}

/* Who hosts it or mediates is none of those between whom it was. */
static bool is_third(const char *role) { return !strcmp(role, "host") || !strcmp(role, "mediator"); }

static bool nobody_but_thirds(const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!is_third(e->roles[i])) return false;
    return true;
}

/* How many of those it tells of are only told to have been there: «این دیدار با حضور X و Y انجام شد»; to `to`, if there is one. */
static uint32_t take_present(const merger *m, const merged *e, merged *to) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->from->parts.n; i++) {
        const rz_part *part = &e->from->parts.at[i];
        if (part->mention >= m->cast->mentions->n || m->found->scene.links[part->mention].prep != RZ_C_PRESENCE) continue;
        if (to) rz_merge_add_part(m, to, e->from, part);
        n++;
    }
    return n;
}

static bool tells_presence(const merger *m, const merged *e) {
    return e->from->definite && e->from->parts.n && take_present(m, e, NULL) == e->from->parts.n;
}

void rz_merged_join(const merger *m, merged *to, const merged *e) {
    take_kind(m, to, e);
    rz_merged_status(m, to, e);
    to->days = days_of_both(to, e);
    bool closer = rz_place_lies_in(m->cast->data, e->place_row, to->place_row) && !rz_merge_only_seen(m, e);
    if (to->place_row == RZ_NONE || closer) to->place = e->place, to->place_row = e->place_row;
    if (to->forum == RZ_NONE) to->forum = e->forum;
    bool between = rz_kind_is(to->kind, RZ_KIND_ROUNDS) && rz_merged_states(m, to) > 1; /* told by states, then by who spoke for them */
    uint32_t named = to->n_actors - (to->n_actors && to->from->crowd_last > to->from->crowd_first);
    bool exchange = rz_kind_is(to->kind, RZ_KIND_RELEASE) && to->n_actors > 1 && !strcmp(to->roles[0], "subject") && !strcmp(to->roles[1], "subject"); /* each frees the other's */
    bool only_points = exchange || rz_merge_theirs(m, to, e) || rz_merge_by_sides(m, to, e) || (e->from->definite && named >= 2 && !rz_kind_is(to->kind, RZ_KIND_SESSION)) || rz_told_in_title(m, to, e) || to->apart; /* «در این دیدار وزیر … گفت» */
    for (uint32_t i = 0; i < e->n_actors; i++) { /* «این دیدار به میزبانی X انجام شد» */
        bool heads = !strcmp(e->roles[i], "head") && rz_kind_is(to->kind, RZ_KIND_JOINT | RZ_KIND_ROUNDS); /* «این کمیسیون به ریاست X و Y» */
        bool third = !to->apart && !e->from->in_title && (heads || is_third(e->roles[i])) && e->from->evoked == RZ_EVOKED_HAPPEN;
        if (!only_points || third) rz_merged_add(to, e->actors[i], e->roles[i]);
    }
    if (only_points && !to->apart && !e->from->in_title) take_present(m, e, to);
    if (!between) rz_merge_drop_states(m, to);
    rz_merge_drop_bodies(m, to);
    rz_merge_drop_offices(m, to);
    rz_merged_topics(m, to, &e->topics);
    to->verbal |= e->verbal;
    if (e->told_last > to->told_last) to->told_last = e->told_last;
    for (uint32_t i = 0; i < e->n_proofs; i++) rz_merged_show(to, e->proofs[i]);
}

/* «در این گفت‌وگو دو طرف …» points to the last one told of, whoever the two are taken for. */
static uint32_t last_contact(const merger *m, const merged *e) {
    if (e->from->evoked != RZ_EVOKED_NOUN || e->n_actors < 2) return RZ_NONE;
    for (uint32_t i = m->out.n; i-- > rz_first_open(m);)
        if (rz_same_kind(m->out.at[i].kind, e->kind)) return i;
    return RZ_NONE;
}

/* «در این دیدار … بررسی شد», nobody named: the meeting told of just before, whichever is told of most. */
static uint32_t told_just_before(const merger *m, const merged *e) {
    uint32_t best = RZ_NONE, low = rz_first_open(m);
    if (!e->from->definite || e->from->in_title || (!nobody_but_thirds(e) && !tells_presence(m, e)) || (!rz_kind_is(e->kind, RZ_KIND_CONTACT) && !rz_merge_tells_company(e))) return RZ_NONE;
    rz_row session = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("matter-of-session"));
    for (uint32_t i = low; i < m->out.n; i++) {
        const merged *o = &m->out.at[i];
        bool now = rz_merge_goes_on_now(m, e) && !rz_looks_ahead(o->status) && !rz_called_off(o->status);
        if ((!now && rz_looks_ahead(o->status) != rz_looks_ahead(e->status)) || rz_token_sentence(&m->found->scene, e->from->first) > rz_token_sentence(&m->found->scene, o->told_last) + 1) continue;
        bool apart = !rz_days_agree(e->days, o->days);
        bool sat = rz_kind_is(e->kind, RZ_KIND_SITS) && rz_kind_is(o->kind, RZ_KIND_SESSION | RZ_KIND_JOINT) && rz_listed_end(&m->found->scene, session, e->from->first) > e->from->first; /* «گرد هم آمدند. در این نشست سه‌جانبه …» */
        if ((!sat && !rz_same_kind(o->kind, e->kind)) || o->from->in_title || o->told_last > e->from->first || apart) continue;
        if (best == RZ_NONE || o->told_last > m->out.at[best].told_last) best = i;
    }
    return best;
}

/* «در این نشست …» where no session but a meeting was told of last: that meeting; so too «محور این مذاکرات X بود». */
static uint32_t last_sitting(const merger *m, const merged *e) {
    bool axis = rz_kind_is(e->kind, RZ_KIND_ROUNDS) && e->topics.n && !e->n_actors && !rz_looks_ahead(e->status);
    if ((!rz_kind_is(e->kind, RZ_KIND_SESSION) && !axis) || e->forum != RZ_NONE || !m->out.n || e->from->in_title) return RZ_NONE;
    enum { BACK = 3, SENTENCES = 2 };
    uint32_t at = m->out.n - 1;
    for (uint32_t i = at + 1; i-- > 0 && at - i < BACK;) { /* past a deed told of by the way */
        if (!rz_kind_is(m->out.at[i].kind, RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_PRESS)) continue;
        if (i == at || (rz_kind_is(m->out.at[at].kind, RZ_KIND_ATTACK | RZ_KIND_CROWD | RZ_KIND_SANCTION | RZ_KIND_RELATIONS) && rz_token_sentence(&m->found->scene, e->from->first) <= rz_token_sentence(&m->found->scene, m->out.at[i].told_last) + SENTENCES)) at = i;
        break;
    }
    const merged *last = &m->out.at[at];
    uint32_t verb = m->found->scene.clauses[e->from->clause].verb;
    bool was = verb != RZ_NONE && m->cast->text->verbs[verb].tense == RZ_PAST && !e->stated && !e->from->lapsed;
    if (was && rz_looks_ahead(last->status)) return RZ_NONE; /* «فردا دیدار می‌کنند. … در این نشست حضور داشتند» */
    bool sat = rz_kind_is(last->kind, axis ? RZ_KIND_CONTACT : RZ_KIND_MET | RZ_KIND_LOOSE | RZ_KIND_PRESS | RZ_KIND_ROUNDS | RZ_KIND_JOINT);
    return sat && last->count == 1 && rz_days_agree(e->days, last->days) ? at : RZ_NONE;
}

/* «قرار بود هفته گذشته برود، اما این سفر لغو شد»: what is said not to have been is what was to be. */
static bool was_to_be(const merger *m, const rz_found_event *was, const rz_found_event *off) {
    if (was->absorbed || was->kind != off->kind || was->first >= off->first || rz_token_sentence(&m->found->scene, was->first) != rz_token_sentence(&m->found->scene, off->first)) return false;
    bool pointed = off->definite || (was->lapsed && !off->parts.n && !off->ordinal); /* «… اما توفان گفت‌وگوها را به تعویق انداخت» */
    return pointed && rz_called_off(off->status) && (was->lapsed || (was->evoked == RZ_EVOKED_VERB && !strcmp(was->status, off->status)));
}

static uint32_t lapsed_before(const merger *m, const merged *e) {
    for (uint32_t i = m->out.n; i-- > rz_first_open(m);)
        if (was_to_be(m, m->out.at[i].from, e->from)) return i;
    return RZ_NONE;
}

static uint32_t place_in(merger *m, merged *e) {
    uint32_t best = lapsed_before(m, e);
    if (best == RZ_NONE) best = told_just_before(m, e);
    if (best == RZ_NONE) best = rz_merge_within(m, e);
    if (best == RZ_NONE) best = rz_merge_session_meant(m, e);
    if (best == RZ_NONE && (best = rz_merge_retold(m, e)) != RZ_NONE && rz_merge_abstains(m, &m->out.at[best], e)) e->n_actors = 0;
    if (best == RZ_NONE) best = rz_merge_vote_meant(m, e);
    if (best == RZ_NONE) rz_merge_of_series(m, e);
    uint32_t score = best == RZ_NONE ? 0 : UINT32_MAX;
    uint32_t low = rz_first_open(m);
    for (uint32_t i = low; i < m->out.n; i++) {
        uint32_t l = rz_likeness(m, &m->out.at[i], e);
        if (l > score) score = l, best = i;
    }
    if (best == RZ_NONE && e->from->definite && rz_kind_is(e->kind, RZ_KIND_CONTACT)) best = last_contact(m, e);
    if (best == RZ_NONE && e->from->definite) best = last_sitting(m, e);
    if (best != RZ_NONE) {
        rz_merged_join(m, &m->out.at[best], e);
        return best;
    }
    uint32_t twin = rz_merge_title_twin(m, e);
    if (twin != RZ_NONE) return twin;
    if (!rz_merged_enough(m, e)) return RZ_NONE;
    *RZ_PUSH(m->cast->arena, &m->out) = *e;
    return m->out.n - 1;
}

static void take_one(merger *m, uint32_t index);

/* «امروز و فردا در X برگزار می‌شود»: one session, on both days. */
static bool takes_both_days(const merger *m, const rz_found_event *f, merged *e) {
    rz_days next = f->times.n == 2 ? days_of(m, f->times.at[1]) : (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    bool lasts = rz_kind_is(f->kind, RZ_KIND_SESSION | RZ_KIND_JOURNEY | RZ_KIND_ROUNDS | RZ_KIND_JOINT);
    bool several = f->place != RZ_NONE && rz_list_last(&m->found->scene, f->place) != f->place; /* «فردا و پس‌فردا به X و Y می‌رود» */
    if (!lasts || several || e->days.from == RZ_NO_DAY || next.from == RZ_NO_DAY || next.from != e->days.to + 1) return false;
    e->days.to = next.to;
    return true;
}

/* What verbs alone tell comes last: of what was told just before «X نیز حضور داشت», it is needed now. */
static void take_before(merger *m, const rz_found_event *f) {
    for (uint32_t t = f->first; t-- > 0 && f->first - t < 2 * RZ_CLAUSE_REACH;) {
        uint32_t i = rz_trigger_at(m->found, t);
        if (i == RZ_NONE) continue;
        const rz_found_event *e = &m->found->events.at[i];
        if (!e->joined && !e->frame->accompanies && !e->frame->discussion && !e->in_title) take_one(m, i);
    }
}

/* «هیئتی که X در رأس آن است وارد Y شد»: what the sentence tells of them. */
static void take_main(merger *m, const rz_found_event *f) {
    const rz_clause *c = &m->found->scene.clauses[f->clause];
    uint32_t i = c->kind == RZ_CLAUSE_RELATIVE && c->parent != RZ_NONE ? m->found->verbal_of[c->parent] : RZ_NONE;
    if (i == RZ_NONE || m->found->events.at[i].frame->accompanies) return;
    m->beside = f, m->whose = &m->found->events.at[i];
    take_one(m, i);
    m->beside = NULL;
}

static void take_one(merger *m, uint32_t index) {
    enum { MOST_APART = 6 };
    const rz_found_event *f = &m->found->events.at[index];
    if (f->absorbed || m->became[index] != RZ_NONE) return;
    m->taken[index] = true;
    uint32_t from = rz_called_off(f->status) ? m->found->scene.text->sentences[rz_token_sentence(&m->found->scene, f->first)].first : f->first;
    for (uint32_t t = f->first > from + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : from; t < f->first; t++) {
        uint32_t j = rz_trigger_at(m->found, t); /* before what was said of it */
        if (j != RZ_NONE && !m->taken[j] && was_to_be(m, &m->found->events.at[j], f)) take_one(m, j);
    }
    if (f->joined || f->frame->accompanies) take_before(m, f);
    if (f->frame->accompanies) take_main(m, f);
    bool accompanied = (f->joined || f->frame->accompanies) && rz_merge_beside(m, index);
    if (accompanied || f->frame->accompanies) return;
    bool legs = rz_merge_has_legs(&m->found->scene, f);
    leg other[MOST_LEGS];
    uint32_t n_other = f->times.n < 2 || legs ? rz_merge_legs(m, f, other) : 0;
    bool to_nowhere = f->evoked == RZ_EVOKED_VERB && (f->frame->needs & RZ_NEEDS_PLACE) && f->place == RZ_NONE && !f->n_also;
    for (uint32_t t = 0; ((t < f->times.n && !legs) || t == 0) && !to_nowhere; t++) {
        uint32_t time = f->times.n ? f->times.at[t] : RZ_NONE;
        merged e = rz_merge_begin(m, f, time, f->place), apart[MOST_APART];
        bool both = takes_both_days(m, f, &e);
        rz_merge_goes_in_turn(m, &e, 0, n_other + 1);
        uint32_t n = rz_merge_apart(m, &e, time, apart, MOST_APART);
        for (uint32_t i = n > 1 ? n : 1; i-- > 0;) {
            m->became[index] = place_in(m, n ? &apart[i] : &e);
            if (n && m->became[index] != RZ_NONE) m->out.at[m->became[index]].apart = f;
        }
        if (both) break;
    }
    for (uint32_t i = 0; i < n_other; i++) {
        merged e = rz_merge_begin(m, f, other[i].time, other[i].place);
        rz_merge_goes_in_turn(m, &e, i + 1, n_other + 1);
        place_in(m, &e);
    }
}

/* Those that a found event became, each once, to the end of `to`. */
static void move(const merger *m, uint32_t found, const uint32_t *head, const uint32_t *next, merged *to, uint32_t *n, uint32_t *now) {
    for (uint32_t k = head[found]; k != RZ_NONE; k = next[k]) {
        if (now[k] != RZ_NONE) continue;
        now[k] = *n;
        to[(*n)++] = m->out.at[k];
    }
}

/* What verbs alone tell was taken last; from here on all stand in the order of the text, so that those near each other are. */
static void in_order(merger *m) {
    uint32_t n_found = m->found->events.n, n = m->out.n, done = 0;
    uint32_t *head = RZ_NEW_N(m->cast->arena, uint32_t, n_found + 1), *next = RZ_NEW_N(m->cast->arena, uint32_t, n + 1), *now = RZ_NEW_N(m->cast->arena, uint32_t, n + 1);
    merged *to = RZ_NEW_N(m->cast->arena, merged, m->out.room + 1);
    memset(head, 0xFF, (n_found + 1) * sizeof *head);
    memset(now, 0xFF, (n + 1) * sizeof *now);
    for (uint32_t i = n; i-- > 0;) {
        uint32_t of = (uint32_t)(m->out.at[i].from - m->found->events.at);
        next[i] = head[of];
        head[of] = i;
    }
    for (uint32_t t = 0; t < m->found->scene.text->n_tokens; t++)
        if (rz_trigger_at(m->found, t) != RZ_NONE) move(m, rz_trigger_at(m->found, t), head, next, to, &done, now);
    for (uint32_t i = 0; i < n_found; i++) move(m, i, head, next, to, &done, now);
    m->out.at = to;
    for (uint32_t i = 0; i < n_found; i++)
        if (m->became[i] != RZ_NONE) m->became[i] = now[m->became[i]];
}

void rz_events_merge(rz_cast *cast, rz_facts *out) {
    merger m = {.cast = cast, .found = cast->found};
    uint32_t n = m.found->events.n;
    m.became = RZ_NEW_N(cast->arena, uint32_t, n + 1);
    memset(m.became, 0xFF, (n + 1) * sizeof *m.became);
    m.taken = RZ_NEW_N(cast->arena, bool, n + 1);
    memset(m.taken, 0, (n + 1) * sizeof *m.taken);
    for (uint32_t i = 0; i < n; i++)
        if (!m.found->events.at[i].frame->discussion && !m.found->events.at[i].in_title) take_one(&m, i);
    in_order(&m);
    for (uint32_t i = 0; i < n; i++) /* the title tells again what the body tells better */
        if (!m.found->events.at[i].frame->discussion && m.found->events.at[i].in_title) take_one(&m, i);
    rz_merge_title_call(&m);
    for (uint32_t i = 0; i < n; i++) rz_merge_discuss(&m, i);
    rz_merge_wide_names(&m);
    rz_merge_lend(&m);
    rz_merge_sign_once(&m);
    rz_merge_sign_by_name(&m);
    rz_merge_days_of_clause(&m);
    rz_merge_other_days(&m);
    rz_merge_under_way(&m);
    rz_merge_pointed(&m); /* before the sentence lends days, … */
    rz_merge_counted(&m);
    rz_merge_share_days(&m);
    rz_merge_lend_places(&m);
    rz_merge_session_places(&m);
    rz_merge_talks_on(&m);
    rz_merge_named_places(&m);
    rz_merge_known_sessions(&m);
    rz_merge_houses(&m);
    rz_merge_pointed(&m); /* … and from those that it lent */
    rz_merge_counted(&m);
    rz_merge_share_ends(&m); /* what came at the end of a meeting was where it was, … */
    rz_merge_guests(&m);
    rz_merge_infer_places(&m);
    rz_merge_city_of_stay(&m);
    rz_merge_share_ends(&m); /* … also where that is told by the visit alone */
    rz_merge_same_day(&m);
    rz_merge_share_apart(&m);
    rz_merge_drop_settings(&m);
    rz_merge_drop_sums(&m);
    rz_merge_scenes(&m);
    rz_merge_speech_places(&m);
    rz_merge_speakers(&m);
    rz_merge_at_home(&m);
    rz_merge_ceremonies(&m);
    rz_merge_dateline(&m);
    rz_merge_heads(&m);
    rz_merge_mediators(&m);
    rz_merge_matters(&m);
    rz_merge_topics(&m);
    rz_merge_crowds(&m);
    rz_merge_bare_credentials(&m);
    rz_merge_recalls(&m);
    rz_merge_described(&m);
    rz_merge_other_sides(&m);
    rz_merge_parties(&m);
    rz_merge_fold(&m);
    rz_merge_deeds(&m);
    rz_merge_drop_other_worlds(&m);
    rz_merge_by_then(&m);
    rz_merge_forums(&m);
    out->events = RZ_NEW_N(cast->arena, rz_event, m.out.n);
    for (uint32_t i = 0; i < m.out.n; i++) {
        if (m.out.at[i].dropped) continue;
        rz_merge_hosts(&m, &m.out.at[i]);
        rz_merge_leaders(&m, &m.out.at[i]);
        rz_merge_target(&m, &m.out.at[i]);
        rz_merge_by_hosts(&m, &m.out.at[i]);
        rz_merge_not_yet(&m, &m.out.at[i]);
        rz_merge_only_participants(&m, &m.out.at[i]);
        rz_merge_show(&m, &m.out.at[i], out->n_events + 1, &out->events[out->n_events]);
        out->n_events++;
    }
}
