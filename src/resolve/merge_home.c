/* What is done where somebody is sent: an envoy's press conference, credentials that are handed over twice. And who goes home. */
#include "resolve/merge.h"

/* «حمله به محوطه بیرونی بخش کنسولی سفارت X در Y»: where the mission is that what was struck belongs to. */
static rz_row seat_of_struck(const merger *m, const rz_found_event *f) {
    enum { FAR = 5 };
    const rz_scene *s = &m->found->scene;
    uint32_t end = 0, last;
    if (f->evoked != RZ_EVOKED_NOUN || f->last >= s->text->n_tokens || rz_class_at(s, f->last, &end) != RZ_C_TO) return RZ_NONE;
    for (uint32_t t = end; t < s->text->n_tokens && t <= end + FAR; t++) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE && (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->text->tokens[t].verb != RZ_NONE || rz_class_at(s, t, &last) == RZ_C_AND)) return RZ_NONE;
        if (i == RZ_NONE) continue;
        const rz_mention *of = &s->mentions->at[i];
        return of->seat != RZ_NONE && rz_is_mission(s, i) && rz_row_type_of(m->cast->data, of->seat) == RZ_PLACE ? of->seat : RZ_NONE;
    }
    return RZ_NONE;
}

/* «حمله به سفارت X در Y و کنسولگری آن در Z»: where the mission is that was struck, if no place is told before it. */
rz_row rz_merge_struck_seat(const merger *m, const rz_found_event *f, rz_row place) {
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t at = f->parts.at[i].mention;
        if (at >= m->cast->mentions->n || strcmp(f->parts.at[i].role, "object") != 0) continue;
        const rz_mention *part = &m->cast->mentions->at[at];
        bool mission = part->kind == RZ_M_ORGANISATION && part->seat != RZ_NONE && rz_row_type_of(m->cast->data, part->seat) == RZ_PLACE;
        if (mission && (place == RZ_NONE || f->place > at)) return part->seat;
    }
    return place != RZ_NONE ? place : seat_of_struck(m, f);
}

/* «X سفیر Y در Z»: the city that the office beside his name tells, near the words of the event. */
static rz_row seat_told(const merger *m, uint32_t actor, uint32_t token) {
    enum { FAR = 120 /* tokens */ };
    const rz_mentions *all = m->cast->mentions;
    for (uint32_t i = rz_mention_near(all, token, FAR); i < all->n && all->at[i].first < token + FAR; i++) {
        const rz_mention *who = &all->at[i];
        if (who->actor != actor) continue;
        rz_row seat = who->describes != RZ_NONE ? all->at[who->describes].seat : who->seat;
        if (seat != RZ_NONE) return seat;
    }
    return RZ_NONE;
}

/* «X سفیر Y در Z … او احضار شد»: in the city where he is sent; the capital is told by none where only the state is. */
static rz_row seat_of_summoned(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        rz_row seat = m->cast->members.at[e->actors[i]].seat;
        if (!strcmp(e->roles[i], "subject") && seat == RZ_NONE) seat = seat_told(m, e->actors[i], e->from->first);
        if (!strcmp(e->roles[i], "subject") && seat != RZ_NONE && rz_row_type_of(m->cast->data, seat) != RZ_STATE) return seat;
    }
    return RZ_NONE;
}

static rz_row receiver(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "recipient")) return m->cast->members.at[e->actors[i]].state;
    return RZ_NONE;
}

/* «رونوشت استوارنامه خود را به وزیر خارجه داده بود»: where the president then got the original. */
static rz_row with_the_other(const merger *m, const merged *e) {
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        if (o == e || o->dropped || o->place_row == RZ_NONE || !rz_kind_is(o->kind, RZ_KIND_CREDENTIALS)) continue;
        rz_row state = receiver(m, e);
        if (rz_merged_shared(e, o) || (state != RZ_NONE && (state == receiver(m, o) || state == rz_state_of_place(m, o->place_row)))) return o->place_row;
    }
    return RZ_NONE;
}

/* «به میزبانی X برگزار شد»: in X, where nothing else is told; of a ministry, in its capital. */
static rz_row hosts_place(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    uint32_t from = e->from->first > c->first + RZ_REACH ? e->from->first - RZ_REACH : c->first, to = c->last < e->from->last + RZ_REACH ? c->last : e->from->last + RZ_REACH;
    for (uint32_t t = from; t < to; t++) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE || s->mentions->at[i].first != t || s->links[i].clause != e->from->clause || s->links[i].prep != RZ_C_HOST || s->links[i].kind != RZ_LINK_PREP) continue;
        if (s->mentions->at[i].kind == RZ_M_STATE) return rz_merged_place(m, i);
    }
    return RZ_NONE;
}

/* The place in the clause that one leaves, in another state: «بغداد را …», «از بغداد …». */
static uint32_t place_left(const merger *m, const rz_found_event *f, rz_row home) {
    const rz_scene *s = &m->found->scene;
    uint32_t from = s->clauses[f->clause].first > f->first ? f->first : s->clauses[f->clause].first;
    if (f->first > from + RZ_REACH) from = f->first - RZ_REACH;
    for (uint32_t t = f->first; t-- > from;) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE || s->links[i].clause != f->clause || s->mentions->at[i].head != RZ_NONE) continue;
        bool left = rz_is_object(s, i) || (s->links[i].kind == RZ_LINK_PREP && s->links[i].prep == RZ_C_FROM);
        rz_row place = left && (s->mentions->at[i].kind == RZ_M_PLACE || s->mentions->at[i].kind == RZ_M_STATE) ? rz_merged_place(m, i) : RZ_NONE;
        if (place != RZ_NONE && rz_state_of_place(m, place) != home) return i;
    }
    return RZ_NONE;
}

/* «بغداد را به مقصد مسکو ترک کرد» of who is of Russia: the visit was where he leaves. */
void rz_merge_goes_home(const merger *m, merged *e) {
    rz_row home = e->place_row == RZ_NONE || e->from->evoked != RZ_EVOKED_VERB ? RZ_NONE : rz_state_of_place(m, e->place_row);
    for (uint32_t i = 0; i < e->n_actors && home != RZ_NONE; i++)
        if (rz_merged_state(m, e->actors[i]) != home) return;
    uint32_t left = home == RZ_NONE || !e->n_actors ? RZ_NONE : place_left(m, e->from, home);
    if (left != RZ_NONE) e->place = left, e->place_row = rz_merged_place(m, left);
}

/* Is it told elsewhere that one of those of the event was in another state? */
static bool abroad(const merger *m, const merged *e, rz_row home) {
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        rz_row state = o == e || o->dropped || o->place_row == RZ_NONE ? RZ_NONE : rz_state_of_place(m, o->place_row);
        if (state != RZ_NONE && state != home && rz_merged_shared(o, e)) return true;
    }
    return false;
}

/* «رئیس‌جمهور X میزبان همتای Yی خود خواهد بود»: in X. */
static rz_row at_hosts(const merger *m, const merged *e) {
    rz_row home = RZ_NONE;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "host")) home = rz_merged_state(m, e->actors[i]);
    for (uint32_t i = 0; i < e->n_actors && home != RZ_NONE; i++) {
        rz_row state = rz_merged_state(m, e->actors[i]);
        bool sent_there = m->cast->members.at[e->actors[i]].seat != RZ_NONE; /* an envoy is met where he is, maybe not told */
        if (strcmp(e->roles[i], "host") != 0 && (state == RZ_NONE || state == home || sent_there)) return RZ_NONE;
    }
    bool state = home != RZ_NONE && rz_row_type_of(m->cast->data, home) == RZ_STATE; /* no organisation */
    return !state || e->n_actors < 2 || abroad(m, e, home) ? RZ_NONE : home;
}

void rz_merge_at_home(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || e->place_row != RZ_NONE) continue;
        if (e->from->frame->at_home) e->place_row = at_hosts(m, e);
        else if (rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_MET)) e->place_row = hosts_place(m, e);
        else if (rz_kind_is(e->kind, RZ_KIND_CREDENTIALS)) e->place_row = with_the_other(m, e);
        else if (rz_kind_is(e->kind, RZ_KIND_SUMMONS)) e->place_row = seat_of_summoned(m, e);
        else if (rz_kind_is(e->kind, RZ_KIND_PRESS) && e->forum == RZ_NONE) e->place_row = rz_merge_seat(m, e->from); /* «سفیر X در Y در نشستی خبری» */
    }
}

/* The state to which somebody of the event is sent as an envoy, where only he is told of. */
static rz_row hosting_envoy(const merger *m, const merged *e) {
    if (e->n_actors != 1) return RZ_NONE;
    rz_row seat = m->cast->members.at[e->actors[0]].seat;
    if (seat == RZ_NONE) seat = seat_told(m, e->actors[0], e->from->first);
    if (seat != RZ_NONE && rz_row_type_of(m->cast->data, seat) != RZ_STATE) seat = rz_state_of_place(m, seat);
    return seat == RZ_NONE || seat == rz_merged_state(m, e->actors[0]) ? RZ_NONE : seat;
}

/* «سخنگوی وزارت خارجه X: سفیر Y احضار شد»: of a summons that a ministry or who speaks for it tells, its state. */
static rz_row told_by_ministry(const merger *m, const merged *e, rz_row ministry) {
    uint32_t voice = m->cast->voice_of[rz_token_sentence(&m->found->scene, e->from->first)];
    if (e->n_actors != 1 || voice == RZ_NONE || voice == e->actors[0]) return RZ_NONE;
    const rz_cast_member *a = &m->cast->members.at[voice];
    bool speaks = a->body == ministry || rz_is_spokesman(m->cast, a);
    return speaks && a->state != rz_merged_state(m, e->actors[0]) ? a->state : RZ_NONE;
}

/* «سفیر X در Y احضار شد», «سفیر X در Y اخراج شد»: by Y, whose ministry summons, where nobody else is told to. */
void rz_merge_by_hosts(const merger *m, merged *e) {
    bool summons = rz_kind_is(e->kind, RZ_KIND_SUMMONS), looks_for = !strcmp(e->status, "hoped");
    if (!summons && (looks_for || !rz_kind_is(e->kind, RZ_KIND_EXPULSION))) return;
    rz_row state = hosting_envoy(m, e), ministry = rz_row_find(m->cast->data, RZ_BODY, RZ_STR("mfa"));
    if (state == RZ_NONE && summons) state = told_by_ministry(m, e, ministry);
    if (state == RZ_NONE || ministry == RZ_NONE || rz_row_type_of(m->cast->data, state) != RZ_STATE) return;
    if (summons) rz_merged_add(e, rz_cast_body(m->cast, ministry, state, RZ_NONE), "recipient");
    else rz_merged_add(e, rz_cast_row(m->cast, state), "subject");
}
