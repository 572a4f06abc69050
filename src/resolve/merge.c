/* One event, one object: what the title, the lead and the body say of the same event becomes one, with all its proofs. */
#include "resolve/merge.h"

static uint32_t at_most(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Leaves `room` tokens around `keep`, as many on either side where there are. */
static void close_in(uint32_t *first, uint32_t *last, uint32_t keep, uint32_t room) {
    if (keep < *first || keep >= *last || *last - *first <= room) return;
    uint32_t before = keep - *first, after = *last - 1 - keep, over = *last - *first - room;
    uint32_t uneven = at_most(before > after ? before - after : after - before, over);
    *(before > after ? &before : &after) -= uneven;
    over -= uneven;
    *first = keep - (before - over / 2);
    *last = keep + 1 + (after - (over + 1) / 2);
}

rz_span rz_evidence(const rz_text *text, uint32_t first, uint32_t last, uint32_t keep) {
    close_in(&first, &last, keep, PROOF_BYTES); /* a token has a byte at least */
    while (last > first + 1 && text->tokens[last - 1].src.end - text->tokens[first].src.start > PROOF_BYTES) {
        if (keep - first > last - 1 - keep && first < keep) first++;
        else if (last - 1 > keep) last--;
        else first++;
    }
    while (first < keep && text->tokens[first].punct && strchr(":,;.-/)]>", text->tokens[first].punct)) first++; /* of what went before */
    return rz_text_span(text, first, last);
}

static const rz_text *text_of(const merger *m) { return m->cast->text; }

void rz_merged_add(merged *e, uint32_t actor, const char *role) {
    if (actor == RZ_NONE || !role) return;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (e->actors[i] == actor) {
            if (!strcmp(e->roles[i], "participant")) e->roles[i] = role;
            return;
        }
    if (e->n_actors < MOST_PARTS) {
        e->actors[e->n_actors] = actor;
        e->roles[e->n_actors++] = role;
    }
}

static void add_parts(const merger *m, merged *e, const rz_found_event *f) {
    for (uint32_t i = 0; i < f->parts.n; i++) {
        const rz_part *p = &f->parts.at[i];
        if (p->mention == RZ_SPEAKER) {
            rz_merged_add(e, m->cast->voice_of[m->found->scene.sentence_of[f->first]], p->role);
            continue;
        }
        rz_merged_add(e, rz_cast_actor(m->cast, p->mention), p->role);
        rz_merged_add(e, m->cast->mentions->at[p->mention].actor2, p->role);
    }
}

/* The office's own state beside its holder adds nobody: «دیدار ایران و روسیه» of the two ministers. */
static void drop_states_of_people(const merger *m, merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool spoken_for = false;
        for (uint32_t j = 0; j < e->n_actors && a->row != RZ_NONE && !strcmp(a->shown.kind, "state"); j++)
            spoken_for |= j != i && m->cast->members.at[e->actors[j]].state == a->row && m->cast->members.at[e->actors[j]].row != a->row;
        if (spoken_for) continue;
        e->actors[n] = e->actors[i];
        e->roles[n++] = e->roles[i];
    }
    e->n_actors = n;
}

/* The same, or an office («سفیر ایران») and somebody who is told to hold it. */
static bool same_actor(const merger *m, uint32_t x, uint32_t y) {
    if (x == y) return true;
    const rz_cast_member *a = &m->cast->members.at[x], *b = &m->cast->members.at[y];
    bool one_office = !strcmp(a->shown.kind, "office") != !strcmp(b->shown.kind, "office");
    return one_office && a->office != RZ_NONE && a->office == b->office && a->state == b->state && a->state != RZ_NONE &&
           (a->seat == b->seat || a->seat == RZ_NONE || b->seat == RZ_NONE) && (!strcmp(a->shown.kind, "person") || !strcmp(b->shown.kind, "person"));
}

/* «سفیر ایران» beside the one who is told to be it. */
static void drop_offices_of_people(const merger *m, merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        bool named = false;
        for (uint32_t j = 0; j < e->n_actors; j++) {
            const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
            named |= j != i && !strcmp(a->shown.kind, "office") && same_actor(m, e->actors[i], e->actors[j]);
        }
        if (named) continue;
        e->actors[n] = e->actors[i];
        e->roles[n++] = e->roles[i];
    }
    e->n_actors = n;
}

static rz_days days_of(const merger *m, uint32_t time) { return m->cast->solution->dates[time].days; }

static void add_span(merged *e, rz_span span) {
    for (uint32_t i = 0; i < e->n_proofs; i++)
        if (e->proofs[i].start == span.start && e->proofs[i].end == span.end) return;
    if (e->n_proofs < MOST_PROOFS) e->proofs[e->n_proofs++] = span;
}

static void add_proof(const merger *m, merged *e, const rz_found_event *f) {
    add_span(e, rz_evidence(text_of(m), f->shown_first, f->shown_last, f->first));
}

static void add_topics(const merger *m, merged *e, const rz_row_list *topics) {
    for (uint32_t i = 0; i < topics->n; i++) {
        bool known = false;
        for (uint32_t j = 0; j < e->topics.n; j++) known |= e->topics.at[j] == topics->at[i];
        if (!known) *RZ_PUSH(m->cast->arena, &e->topics) = topics->at[i];
    }
}

/* «از سفر او در روز شنبه خبر داد»: the verb is past, the Saturday is the next. */
static rz_days announced_days(const merger *m, const rz_found_event *f, uint32_t time) {
    rz_days days = days_of(m, time), now = m->cast->solution->published;
    if (!f->announced || m->cast->mentions->times[time].kind != RZ_TIME_WEEKDAY || days.from == RZ_NO_DAY || days.to >= now.from) return days;
    return (rz_days){days.from + 7, days.to + 7};
}

static merged begin(const merger *m, const rz_found_event *f, uint32_t time) {
    merged e = {.from = f, .kind = f->kind, .status = f->status, .stated = f->stated, .days = {RZ_NO_DAY, RZ_NO_DAY},
                .place = f->place, .forum = f->forum, .place_row = RZ_NONE, .count = f->count, .verbal = f->evoked != RZ_EVOKED_NOUN};
    add_parts(m, &e, f);
    drop_states_of_people(m, &e);
    if (time != RZ_NONE) e.days = announced_days(m, f, time);
    rz_days now = m->cast->solution->published;
    bool to_come = e.days.from != RZ_NO_DAY && now.to != RZ_NO_DAY && e.days.from > now.to;
    if (to_come && !strcmp(e.status, "held") && !e.verbal) e.status = "planned";
    if (f->place != RZ_NONE) {
        const rz_mention *p = &m->cast->mentions->at[f->place];
        e.place_row = p->row != RZ_NONE ? p->row : p->actor != RZ_NONE ? m->cast->members.at[p->actor].row : RZ_NONE;
    }
    if (e.place_row == RZ_NONE && f->frame->at_seat) e.place_row = rz_merge_seat(m, f);
    add_topics(m, &e, &f->topics);
    add_proof(m, &e, f);
    return e;
}

/* ---- is it enough, is it the same ---- */

static bool has_kind(const merger *m, const merged *e, const char *kind, const char *other) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const char *k = m->cast->members.at[e->actors[i]].shown.kind;
        if (!strcmp(k, kind) || !strcmp(k, other)) return true;
    }
    return false;
}

static bool sentence_has(const merger *m, const rz_found_event *f, rz_row_type a, rz_row_type b) {
    const rz_text *t = text_of(m);
    const rz_sentence *s = &t->sentences[m->found->scene.sentence_of[f->first]];
    uint32_t from = f->first > s->first + RZ_REACH ? f->first - RZ_REACH : s->first;
    uint32_t to = s->last > f->last + RZ_REACH ? f->last + RZ_REACH : s->last;
    for (uint32_t h = t->hit_at[from]; h < t->hit_at[to]; h++) {
        rz_row_type type = rz_row_type_of(t->data, t->hits[h].row);
        if (type == a || type == b) return true;
    }
    return false;
}

static bool against_somebody(const merged *e) {
    bool subject = false, object = false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        subject |= !strcmp(e->roles[i], "subject");
        object |= !strcmp(e->roles[i], "object");
    }
    return subject || object;
}

/* «نشست اتحادیه اروپا»: an organisation that no state owns has several parties in it. */
static bool of_many(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool own = a->row != RZ_NONE && rz_row_type_of(m->cast->data, a->row) == RZ_ORGANISATION;
        if (own && a->state == RZ_NONE && (rz_row_has(m->cast->data, a->row, "kind", "union") || rz_row_has(m->cast->data, a->row, "kind", "intergovernmental"))) return true;
    }
    return false;
}

static bool enough(const merger *m, const merged *e) {
    uint32_t needs = e->from->frame->needs;
    if (needs & RZ_NEEDS_NEVER) return false;
    if (e->from->definite && e->n_actors < 2) return false; /* it points to what is not told */
    if ((needs & RZ_NEEDS_ACTOR) && !e->n_actors) return false;
    if ((needs & RZ_NEEDS_ACTOR_OR_TWO_TOLD) && e->n_actors < (e->verbal || e->stated || e->days.from != RZ_NO_DAY ? 1 : 2)) return false;
    if ((needs & RZ_NEEDS_TWO) && e->n_actors < 2) return false;
    if ((needs & RZ_NEEDS_PERSON) && !has_kind(m, e, "person", "office") && !(e->from->delegation && e->n_actors)) return false;
    if ((needs & RZ_NEEDS_PLACE) && e->place_row == RZ_NONE) return false;
    if ((needs & RZ_NEEDS_COUNTRY) && e->place_row == RZ_NONE) return false;
    if ((needs & RZ_NEEDS_FORUM_OR_TWO) && e->forum == RZ_NONE && e->n_actors < 2 && !of_many(m, e)) return false;
    if ((needs & RZ_NEEDS_FORUM_OR_ACTOR) && e->forum == RZ_NONE && !e->n_actors) return false;
    if ((needs & RZ_NEEDS_AGREEMENT) && !sentence_has(m, e->from, RZ_AGREEMENT_NOUN, RZ_AGREEMENT)) return false;
    if ((needs & RZ_NEEDS_PLACE_OR_TWO) && e->place_row == RZ_NONE && e->n_actors < 2) return false;
    if ((needs & RZ_NEEDS_ROUND) && !e->n_actors) return false;
    bool against = against_somebody(e) && (e->verbal || e->place_row != RZ_NONE);
    if ((needs & RZ_NEEDS_TWO_OR_AGAINST) && e->n_actors < 2 && !against) return false;
    return true;
}

bool rz_looks_ahead(const char *status) {
    return !strcmp(status, "planned") || !strcmp(status, "hoped") || !strcmp(status, "postponed") || !strcmp(status, "cancelled");
}

static bool contact(const char *kind) { return !strcmp(kind, "meeting") || !strcmp(kind, "call") || !strcmp(kind, "talks"); }

static bool session(const char *kind) { return !strcmp(kind, "summit") || !strcmp(kind, "conference"); }

static bool same_kind(const char *a, const char *b) {
    if (!strcmp(a, b) || (session(a) && session(b))) return true;
    bool talks = !strcmp(a, "talks") || !strcmp(b, "talks");
    return talks && ((contact(a) && contact(b)) || !strcmp(a, "negotiation") || !strcmp(b, "negotiation"));
}

static bool is_state(const merger *m, uint32_t actor) { return !strcmp(m->cast->members.at[actor].shown.kind, "state"); }

/* «رایزنی تهران و دوحه» of the two ministers: those of b are states, each of which somebody of a serves. */
static bool told_by_states(const merger *m, const merged *a, const merged *b) {
    if (b->n_actors < 2 || a->n_actors < b->n_actors) return false;
    for (uint32_t j = 0; j < b->n_actors; j++) {
        bool served = false;
        for (uint32_t i = 0; i < a->n_actors && is_state(m, b->actors[j]); i++)
            served |= m->cast->members.at[a->actors[i]].state == m->cast->members.at[b->actors[j]].row;
        if (!served) return false;
    }
    return true;
}

static uint32_t shared(const merger *m, const merged *a, const merged *b) {
    if (told_by_states(m, a, b) || told_by_states(m, b, a)) return a->n_actors < b->n_actors ? a->n_actors : b->n_actors;
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n_actors; i++)
        for (uint32_t j = 0; j < b->n_actors; j++) n += same_actor(m, a->actors[i], b->actors[j]);
    return n;
}

bool rz_days_overlap(rz_days a, rz_days b) { return a.from <= b.to && b.from <= a.to; }

static rz_row forum_row(const merger *m, const merged *e) { return e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row; }

/* Two places where one event may be: the same, or a city and its state. */
static bool places_agree(const merger *m, rz_row a, rz_row b) {
    if (a == RZ_NONE || b == RZ_NONE || a == b) return true;
    return rz_state_of_place(m, a) == b || rz_state_of_place(m, b) == a;
}

/* «عازم مسکو شد. … سفر به دعوت X صورت می‌گیرد»: one visit. */
static bool under_way(const merger *m, const merged *a, const merged *b) {
    bool visits = !strcmp(a->kind, "visit") && a->place_row != RZ_NONE && b->place_row != RZ_NONE && places_agree(m, a->place_row, b->place_row);
    return visits && b->from->present && !rz_looks_ahead(a->status) && b->days.from == RZ_NO_DAY;
}

/* One of the two was weeks before the report: what it tells without a day is newer. */
static bool long_ago(const merger *m, const merged *a, const merged *b) {
    enum { NEWS = 7 };
    rz_days days = a->days.from != RZ_NO_DAY ? a->days : b->days, now = m->cast->solution->published;
    return now.from != RZ_NO_DAY && days.to < now.from - NEWS;
}

/* Two days of one session, which may last some. */
static bool next_days(const merger *m, const merged *a, const merged *b) {
    enum { LONGEST_SESSION = 3 };
    if (!session(a->kind) || a->forum == RZ_NONE || b->forum == RZ_NONE || forum_row(m, a) != forum_row(m, b)) return false;
    rz_day first = a->days.from < b->days.from ? a->days.from : b->days.from, last = a->days.to > b->days.to ? a->days.to : b->days.to;
    return last - first < LONGEST_SESSION;
}

/* How well b is told of as a; 0: another event. */
static uint32_t likeness(const merger *m, const merged *a, const merged *b) {
    if (!same_kind(a->kind, b->kind) || (a->count > 1) != (b->count > 1)) return 0;
    bool both_dated = a->days.from != RZ_NO_DAY && b->days.from != RZ_NO_DAY;
    if (both_dated && !rz_days_overlap(a->days, b->days) && !next_days(m, a, b)) return 0;
    bool conflict = rz_looks_ahead(a->status) != rz_looks_ahead(b->status);
    bool announced = (b->from->announced || a->from->announced) && a->place_row != RZ_NONE && b->place_row != RZ_NONE;
    if (conflict && a->stated && b->stated && !b->from->definite && !announced && !under_way(m, a, b)) return 0;
    if (!places_agree(m, a->place_row, b->place_row)) return 0;
    if (a->forum != RZ_NONE && b->forum != RZ_NONE && forum_row(m, a) != forum_row(m, b)) return 0;
    bool one_session = session(a->kind) && a->forum != RZ_NONE && b->forum != RZ_NONE;
    if (strcmp(a->kind, b->kind) && session(a->kind) && !one_session && !b->from->definite) return 0;
    if (one_session && !conflict) return 2 + both_dated * 3;
    uint32_t common = shared(m, a, b), fewer = a->n_actors < b->n_actors ? a->n_actors : b->n_actors;
    if (b->n_actors == 0 && !b->from->definite) return 0;
    if (common < fewer && common < 2) return 0;
    if (!fewer && !b->from->definite) return 0;
    bool one_dated = (a->days.from != RZ_NO_DAY) != (b->days.from != RZ_NO_DAY);
    if (one_dated && a->verbal && b->verbal && !b->from->definite && (conflict || long_ago(m, a, b))) return 0;
    if ((a->forum != RZ_NONE) != (b->forum != RZ_NONE) && contact(a->kind) && !b->from->definite) return 0;
    if (b->from->definite) common += (a->n_proofs < 4 ? a->n_proofs : 4) + 2 * a->verbal;
    return 1 + common * 4 + both_dated * 3 + !conflict * 2 + (a->place_row == b->place_row) + (b->from->definite ? 1 : 0);
}

/* ---- putting together ---- */

static void take_kind(merged *to, const merged *e) {
    if (!strcmp(to->kind, "talks") || !strcmp(to->kind, "conference")) to->kind = e->kind;
}

void rz_merged_join(const merger *m, merged *to, const merged *e) {
    take_kind(to, e);
    if (e->stated && (!to->stated || to->from->in_title || to->from->announced)) {
        to->status = e->status;
        to->stated = true;
    }
    if (to->days.from == RZ_NO_DAY) to->days = e->days;
    bool closer = e->place_row != RZ_NONE && to->place_row != e->place_row && rz_state_of_place(m, e->place_row) == to->place_row;
    if (to->place_row == RZ_NONE || closer) to->place = e->place, to->place_row = e->place_row;
    if (to->forum == RZ_NONE) to->forum = e->forum;
    bool only_points = e->from->definite && to->n_actors >= 2; /* «در این دیدار وزیر … گفت» */
    for (uint32_t i = 0; i < e->n_actors && !only_points; i++) rz_merged_add(to, e->actors[i], e->roles[i]);
    drop_states_of_people(m, to);
    drop_offices_of_people(m, to);
    add_topics(m, to, &e->topics);
    to->verbal |= e->verbal;
    for (uint32_t i = 0; i < e->n_proofs; i++) add_span(to, e->proofs[i]);
}

/* «در این گفت‌وگو دو طرف …» points to the last one told of, whoever the two are taken for. */
static uint32_t last_contact(const merger *m, const merged *e) {
    if (e->from->evoked != RZ_EVOKED_NOUN || e->n_actors < 2) return RZ_NONE;
    for (uint32_t i = m->out.n; i-- > 0;)
        if (same_kind(m->out.at[i].kind, e->kind)) return i;
    return RZ_NONE;
}

static uint32_t place_in(merger *m, const merged *e) {
    uint32_t best = RZ_NONE, score = 0;
    uint32_t low = m->out.n > OPEN_EVENTS ? m->out.n - OPEN_EVENTS : 0;
    for (uint32_t i = low; i < m->out.n; i++) {
        uint32_t l = likeness(m, &m->out.at[i], e);
        if (l > score) score = l, best = i;
    }
    if (best == RZ_NONE && e->from->definite && contact(e->kind)) best = last_contact(m, e);
    if (best != RZ_NONE) {
        rz_merged_join(m, &m->out.at[best], e);
        return best;
    }
    if (!enough(m, e)) return RZ_NONE;
    *RZ_PUSH(m->cast->arena, &m->out) = *e;
    return m->out.n - 1;
}

/* «او را همراهی می‌کنند»: delegates of the visit told of last. */
static void accompany(merger *m, const rz_found_event *f) {
    for (uint32_t i = m->out.n; i-- > 0;) {
        merged *visit = &m->out.at[i];
        if (strcmp(visit->kind, "visit") != 0) continue;
        for (uint32_t p = 0; p < f->parts.n; p++)
            if (f->parts.at[p].mention != RZ_SPEAKER) rz_merged_add(visit, rz_cast_actor(m->cast, f->parts.at[p].mention), f->parts.at[p].role);
        add_proof(m, visit, f);
        return;
    }
}

/* «… مورد تبادل نظر قرار گرفت»: the topics of the contact in the same clause or sentence, else of the one told of last. */
static void discuss(merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    const rz_scene *s = &m->found->scene;
    merged e = begin(m, f, RZ_NONE);
    bool ahead = rz_looks_ahead(f->status);
    merged *to = NULL;
    const rz_sentence *sentence = &s->text->sentences[s->sentence_of[f->first]];
    uint32_t from = f->first > sentence->first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : sentence->first;
    for (uint32_t t = from; t < f->first; t++) {
        uint32_t other = m->found->trigger_at[t];
        if (other != RZ_NONE && m->became[other] != RZ_NONE && contact(m->out.at[m->became[other]].kind)) to = &m->out.at[m->became[other]];
    }
    for (uint32_t i = m->out.n; i-- > 0 && !to && m->out.n - i < OPEN_EVENTS;) {
        merged *o = &m->out.at[i];
        if (!contact(o->kind) || rz_looks_ahead(o->status) != ahead || o->count > 1) continue;
        if (e.n_actors == 0 || shared(m, o, &e) >= (e.n_actors < o->n_actors ? e.n_actors : o->n_actors)) to = o;
    }
    if (!to && e.n_actors >= 2) {
        e.kind = "talks";
        *RZ_PUSH(m->cast->arena, &m->out) = e;
        return;
    }
    if (!to) return;
    add_topics(m, to, &e.topics);
    if (e.topics.n) add_proof(m, to, f);
}

static void take_one(merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    if (f->absorbed) return;
    if (f->frame->accompanies) {
        accompany(m, f);
        return;
    }
    bool to_nowhere = f->evoked == RZ_EVOKED_VERB && (f->frame->needs & RZ_NEEDS_PLACE) && f->place == RZ_NONE;
    for (uint32_t t = 0; (t < f->times.n || t == 0) && !to_nowhere; t++) {
        merged e = begin(m, f, f->times.n ? f->times.at[t] : RZ_NONE);
        m->became[index] = place_in(m, &e);
    }
}

void rz_events_merge(rz_cast *cast, rz_facts *out) {
    merger m = {.cast = cast, .found = cast->found};
    uint32_t n = m.found->events.n;
    m.became = RZ_NEW_N(cast->arena, uint32_t, n + 1);
    memset(m.became, 0xFF, (n + 1) * sizeof *m.became);
    for (uint32_t i = 0; i < n; i++)
        if (!m.found->events.at[i].frame->discussion && !m.found->events.at[i].in_title) take_one(&m, i);
    for (uint32_t i = 0; i < n; i++) /* the title tells again what the body tells better */
        if (!m.found->events.at[i].frame->discussion && m.found->events.at[i].in_title) take_one(&m, i);
    for (uint32_t i = 0; i < n; i++)
        if (m.found->events.at[i].frame->discussion) discuss(&m, i);
    rz_merge_lend(&m);
    rz_merge_sign_once(&m);
    rz_merge_share_days(&m);
    rz_merge_infer_places(&m);
    out->events = RZ_NEW_N(cast->arena, rz_event, m.out.n);
    for (uint32_t i = 0; i < m.out.n; i++) {
        if (m.out.at[i].dropped) continue;
        rz_merge_hosts(&m, &m.out.at[i]);
        rz_merge_target(&m, &m.out.at[i]);
        rz_merge_drop_forum(&m, &m.out.at[i]);
        rz_merge_show(&m, &m.out.at[i], out->n_events + 1, &out->events[out->n_events]);
        out->n_events++;
    }
}
