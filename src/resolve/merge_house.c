/* Where the house stands that something was done in or before: a ministry in its capital, an organisation at its seat. */
#include "resolve/merge.h"

/* The place that the row of a state has under the key; RZ_NONE where the tables have none. */
static rz_row place_of_state(const merger *m, rz_row state, const char *key) {
    bool known = state != RZ_NONE && rz_row_type_of(m->cast->data, state) == RZ_STATE;
    rz_str id = known ? rz_row_get(m->cast->data, state, key) : (rz_str){0};
    return id.size ? rz_row_find(m->cast->data, RZ_PLACE, rz_str_word(&id)) : RZ_NONE;
}

static rz_row capital_of(const merger *m, rz_row state) { return place_of_state(m, state, "capital"); }

/* Where its ministries are, most often in its capital. */
static rz_row seat_of_rule(const merger *m, rz_row state) {
    rz_row seat = place_of_state(m, state, "seat");
    return seat != RZ_NONE ? seat : capital_of(m, state);
}

/* «در مقر وزارت X», «در ساختمان وزارت X», «در وزارت X» */
static bool is_house(const merger *m, uint32_t mention) {
    enum { NEAR = 3, CHARGE = 5 };
    const rz_scene *s = &m->found->scene;
    const rz_link *link = &s->links[mention];
    uint32_t end, first = s->mentions->at[mention].first;
    if (s->mentions->at[mention].kind != RZ_M_ORGANISATION || link->prep != RZ_C_IN || link->prep_token == RZ_NONE) return false;
    uint32_t before = link->prep_token ? s->mention_at[link->prep_token - 1] : RZ_NONE;
    bool office = before != RZ_NONE && (s->mentions->at[before].kind == RZ_M_OFFICE || s->mentions->at[before].kind == RZ_M_PERSON); /* «مدیرکل X در وزارت خارجه» */
    uint32_t back = link->prep_token > CHARGE ? link->prep_token - CHARGE : 0;
    office |= rz_listed_within(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("in-charge")), back, link->prep_token); /* «مسئول امور X در وزارت خارجه» */
    uint8_t whose = s->mentions->at[mention].whose; /* «در وزارت خارجه» may be that of the hosts */
    if (link->kind == RZ_LINK_PREP && link->prep_token + 1 == first && !office && (whose == RZ_WHOSE_STATE || whose == RZ_WHOSE_OURS || s->mentions->at[mention].seat != RZ_NONE)) return true;
    for (uint32_t t = link->prep_token + 1; t < first && first - link->prep_token <= NEAR; t++)
        if (rz_class_at(s, t, &end) == RZ_C_PLACE_WORD) return true;
    return false;
}

static rz_row place_of_body(const merger *m, uint32_t mention) {
    uint32_t actor = m->cast->mentions->at[mention].actor;
    const rz_cast_member *a = actor == RZ_NONE ? NULL : &m->cast->members.at[actor];
    if (!a) return RZ_NONE;
    if (a->seat != RZ_NONE) return rz_row_type_of(m->cast->data, a->seat) == RZ_PLACE ? a->seat : RZ_NONE;
    rz_str seat = a->row == RZ_NONE ? (rz_str){0} : rz_row_get(m->cast->data, a->row, "seat");
    if (seat.size) return rz_row_find(m->cast->data, RZ_PLACE, rz_str_word(&seat));
    bool mission = a->body != RZ_NONE && rz_row_has(m->cast->data, a->body, "kind", "mission");
    rz_row state = a->state != RZ_NONE ? a->state : m->cast->article->country;
    return mission ? RZ_NONE : seat_of_rule(m, state);
}

/* «در محل وزارت امور خارجه در X» */
static bool told_after(const rz_scene *s, uint32_t house) {
    enum { NEAR = 2 };
    if (house + 1 >= s->mentions->n) return false;
    const rz_mention *city = &s->mentions->at[house + 1];
    return city->kind == RZ_M_PLACE && city->row != RZ_NONE && s->links[house + 1].prep == RZ_C_IN && city->first <= s->mentions->at[house].last + NEAR;
}

/* «در وزارت امور خارجه»: of the hosts, if the report's own state has nobody there. */
static bool is_ours(const merger *m, const rz_found_event *f, uint32_t mention) {
    if (m->cast->mentions->at[mention].whose != RZ_WHOSE_NONE || m->cast->mentions->at[mention].body == RZ_NONE) return true;
    uint32_t others = 0;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t at = f->parts.at[i].mention, actor = at < m->cast->mentions->n ? m->cast->mentions->at[at].actor : RZ_NONE;
        rz_row state = actor == RZ_NONE ? RZ_NONE : rz_merged_state(m, actor);
        if (state == m->cast->article->country) return true;
        others += state != RZ_NONE;
    }
    return others < 2;
}

/* The house that the clause tells between the tokens; RZ_NONE. */
static rz_row house_within(const merger *m, const rz_found_event *f, uint32_t clause, rz_span at) {
    const rz_scene *s = &m->found->scene;
    for (uint32_t t = at.start; t < at.end; t++) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE || s->mentions->at[i].first != t || s->links[i].clause != clause || !is_house(m, i) || !is_ours(m, f, i)) continue;
        return told_after(s, i) ? s->mentions->at[i + 1].row : place_of_body(m, i);
    }
    return RZ_NONE;
}

static rz_row place_of_house(const merger *m, const rz_found_event *f) {
    enum { NEAR = 2 };
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[f->clause];
    uint32_t from = f->first > c->first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : c->first;
    uint32_t to = c->last < f->last + RZ_CLAUSE_REACH ? c->last : f->last + RZ_CLAUSE_REACH;
    rz_row row = house_within(m, f, f->clause, (rz_span){from, to});
    for (uint32_t r = f->clause + 1; row == RZ_NONE && r < s->n_clauses && r <= f->clause + NEAR; r++) { /* «این نشست که در وزارت خارجه X برگزار شد» */
        const rz_clause *told = &s->clauses[r];
        bool of_it = told->kind == RZ_CLAUSE_RELATIVE && told->first >= f->last && told->first - f->last < NEAR && f->evoked == RZ_EVOKED_NOUN;
        if (of_it) row = house_within(m, f, r, (rz_span){told->first, told->last < told->first + RZ_CLAUSE_REACH ? told->last : told->first + RZ_CLAUSE_REACH});
    }
    return row;
}

/* The one state, other than that of an embassy, of whose people or leader («مخالفان X») the words of the crowd tell; RZ_NONE. */
static rz_row state_of_crowd(const merger *m, const rz_found_event *f, rz_row embassy, rz_row own) {
    const rz_scene *s = &m->found->scene;
    for (uint32_t t = f->crowd_first; t < f->crowd_last && own == RZ_NONE && embassy == RZ_NONE; t++) {
        uint32_t i = s->mention_at[t];
        if (i != RZ_NONE && s->mentions->at[i].kind == RZ_M_PERSON && s->mentions->at[i].actor != RZ_NONE) own = rz_merged_state(m, s->mentions->at[i].actor);
    }
    for (uint32_t t = f->crowd_first; t < f->crowd_last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STATE)); rz_hits_next(&h);) {
            if (h.hit.row == embassy || (own != RZ_NONE && own != h.hit.row)) return RZ_NONE;
            own = h.hit.row;
        }
    return own;
}

/* «اعضای حزب X مقابل سفارت Y تجمع کردند»: in the capital of X, where no other state but that of the embassy is told of. */
static rz_row capital_of_crowd(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    rz_row embassy = RZ_NONE, own = RZ_NONE;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t at = f->parts.at[i].mention, actor = at >= s->mentions->n ? RZ_NONE : s->mentions->at[at].actor;
        if (actor != RZ_NONE && s->mentions->at[at].kind == RZ_M_ORGANISATION) embassy = m->cast->members.at[actor].state;
        if (actor != RZ_NONE && s->mentions->at[at].kind == RZ_M_STATE && m->cast->members.at[actor].row != embassy) own = m->cast->members.at[actor].row;
    }
    return embassy == RZ_NONE || own == embassy ? RZ_NONE : capital_of(m, state_of_crowd(m, f, embassy, own));
}

/* «مقابل پارلمان X», «در برابر کاخ ریاست‌جمهوری» of a crowd of X, from the token on: in its capital. */
static rz_row house_in_front(const merger *m, const rz_found_event *f, uint32_t token) {
    const rz_scene *s = &m->found->scene;
    rz_row houses = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("houses-of-rule"));
    uint32_t end = rz_listed_end(s, houses, token), i = token < s->text->n_tokens ? s->mention_at[token] : RZ_NONE;
    const rz_mention *house = i == RZ_NONE ? NULL : &s->mentions->at[i];
    if (house && house->kind == RZ_M_ORGANISATION && house->whose == RZ_WHOSE_STATE && house->body != RZ_NONE) return place_of_body(m, i);
    if (house && rz_is_mission(s, i) && house->seat != RZ_NONE && rz_row_type_of(m->cast->data, house->seat) == RZ_PLACE) return house->seat;
    if (house && house->kind == RZ_M_PLACE && house->row != RZ_NONE && rz_row_has(m->cast->data, house->row, "kind", "palace")) return house->row;
    if (end <= token) return RZ_NONE;
    uint32_t next = end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
    if (next != RZ_NONE && s->mentions->at[next].kind == RZ_M_STATE) return seat_of_rule(m, rz_merged_place(m, next));
    return seat_of_rule(m, state_of_crowd(m, f, RZ_NONE, RZ_NONE));
}

static rz_row house_of_crowd(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[f->clause];
    rz_row front = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("in-front-of")), parts = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("parts-of-house")), city = RZ_NONE;
    uint32_t from = f->first > c->first + RZ_REACH ? f->first - RZ_REACH : c->first, to = c->last < f->last + RZ_REACH ? c->last : f->last + RZ_REACH;
    for (uint32_t t = from; t < to && city == RZ_NONE; t++) {
        uint32_t end = rz_listed_end(s, front, t), last;
        if (end <= t) continue;
        if (end < to && rz_listed_end(s, parts, end) > end) end = rz_listed_end(s, parts, end); /* «مقابل درب سفارت X» */
        city = house_in_front(m, f, end);
        if (city == RZ_NONE && end < to && rz_class_at(s, end, &last) == RZ_C_PLACE_WORD) city = house_in_front(m, f, last);
    }
    return city;
}

/* «سفارت X در Y» of a mission that the event tells only as X's: the one city where the text says that it is; or the capital of the state. */
static rz_row mission_told(const merger *m, const rz_found_event *f, bool or_capital) {
    enum { MOST = 400 };
    const rz_mentions *all = m->cast->mentions;
    const rz_cast_member *own = NULL;
    for (uint32_t i = 0; i < f->parts.n && !own; i++) {
        uint32_t at = f->parts.at[i].mention;
        if (at < all->n && all->at[at].actor != RZ_NONE && rz_is_mission(&m->found->scene, at)) own = &m->cast->members.at[all->at[at].actor];
    }
    rz_row city = RZ_NONE, capital = RZ_NONE;
    for (uint32_t i = 0; own && i < all->n && i < MOST; i++) {
        const rz_cast_member *a = all->at[i].kind == RZ_M_ORGANISATION && all->at[i].actor != RZ_NONE ? &m->cast->members.at[all->at[i].actor] : NULL;
        if (!a || a->body != own->body || a->state != own->state || all->at[i].seat == RZ_NONE) continue;
        bool in_state = rz_row_type_of(m->cast->data, all->at[i].seat) == RZ_STATE;
        rz_row *told = in_state ? &capital : &city, place = in_state ? capital_of(m, all->at[i].seat) : all->at[i].seat;
        if (*told != RZ_NONE && *told != place) return RZ_NONE;
        *told = place;
    }
    return city != RZ_NONE || !or_capital ? city : capital;
}

/* «سفارت X در عربستان باز شد. … مجموعه سفارت X در ریاض …», «در انگلیس مقابل پارلمان تجمع کردند» */
static void narrow(const merger *m, merged *e) {
    bool wide = e->place_row != RZ_NONE && rz_kind_is(e->kind, RZ_KIND_RELATIONS | RZ_KIND_CROWD) && rz_row_type_of(m->cast->data, e->place_row) == RZ_STATE;
    rz_row city = !wide ? RZ_NONE : rz_kind_is(e->kind, RZ_KIND_CROWD) ? house_of_crowd(m, e->from) : mission_told(m, e->from, false);
    if (city != RZ_NONE && rz_state_of_place(m, city) == e->place_row) e->place_row = city;
}

static bool is_of_crowd(const merged *e) { return rz_kind_is(e->kind, RZ_KIND_CROWD) || (rz_kind_is(e->kind, RZ_KIND_ATTACK) && e->from->crowd_last > e->from->crowd_first); }

/* «تظاهرکنندگان خواستار … شدند», «معترضان سفارت را به آتش کشیدند»: where the crowd was that was told of before. */
static void place_of_crowd(const merger *m, merged *e) {
    enum { SENTENCES = 4 };
    const merged *best = NULL;
    if (e->dropped || !is_of_crowd(e) || rz_looks_ahead(e->status) || e->from->times.n) return;
    uint32_t at = rz_token_sentence(&m->found->scene, e->from->first);
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        bool told = o != e && !o->dropped && o->place_row != RZ_NONE && rz_kind_is(o->kind, RZ_KIND_CROWD) && o->from->first < e->from->first && !rz_looks_ahead(o->status);
        if (told && at - rz_token_sentence(&m->found->scene, o->from->first) <= SENTENCES && (!best || o->from->first > best->from->first)) best = o;
    }
    if (best) e->place = best->place, e->place_row = best->place_row;
}

void rz_merge_houses(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        merged *e = rz_merged_at(m, i);
        if (!e || e->dropped) continue;
        narrow(m, e);
        if (e->place_row != RZ_NONE) continue;
        if (rz_kind_is(e->kind, RZ_KIND_GUEST | RZ_KIND_SESSION | RZ_KIND_PRESS | RZ_KIND_PAPER | RZ_KIND_JOINT | RZ_KIND_ROUNDS)) e->place_row = place_of_house(m, f);
        else if (rz_kind_is(e->kind, RZ_KIND_CROWD)) {
            e->place_row = f->frame->at_seat ? capital_of_crowd(m, f) : RZ_NONE;
            if (e->place_row == RZ_NONE && f->frame->at_seat) e->place_row = mission_told(m, f, true);
            if (e->place_row == RZ_NONE) e->place_row = house_of_crowd(m, f);
        } else if (rz_kind_is(e->kind, RZ_KIND_ATTACK))
            e->place_row = mission_told(m, f, true);
    }
    for (uint32_t i = 0; i < m->out.n; i++)
        if (m->out.at[i].place_row == RZ_NONE) place_of_crowd(m, &m->out.at[i]);
}

/* The forum that sits; of an organisation whose leaders meet, that of their summits. */
static rz_row forum_of(const merger *m, const merged *e) {
    rz_row first, row = e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row;
    uint32_t n;
    if (row == RZ_NONE || m->cast->mentions->at[e->forum].kind == RZ_M_FORUM) return row;
    rz_rows_of(m->cast->data, RZ_FORUM, &first, &n);
    for (rz_row r = first; r < first + n && rz_kind_is(e->kind, RZ_KIND_LEADERS); r++)
        if (rz_row_has(m->cast->data, r, "kind", "summit") && rz_row_refers(m->cast->data, r, "of", row)) return r;
    return RZ_NONE;
}

/* The session of the table that this one can only be: of its forum, on its days. */
static const rz_session *known_session(const merger *m, const merged *e) {
    uint32_t n;
    rz_row forum = forum_of(m, e);
    if (forum == RZ_NONE || rz_row_has(m->cast->data, forum, "kind", "assembly")) return NULL;
    const rz_session *known = rz_sessions_of(m->cast->data, forum, &n), *only = NULL;
    rz_days now = m->cast->solution->published, days = e->days;
    if (days.from == RZ_NO_DAY && !rz_looks_ahead(e->status)) days = now;
    if (days.from == RZ_NO_DAY || now.from == RZ_NO_DAY) return NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (!rz_days_overlap(days, known[i].days)) continue;
        if (only) return NULL;
        only = &known[i];
    }
    return only;
}

/* Where all sessions of the forum were that somebody meets beside: «در حاشیه مجمع عمومی»; RZ_NONE. */
static rz_row only_city(const merger *m, const merged *e) {
    uint32_t n;
    rz_row row = e->forum == RZ_NONE || m->cast->mentions->at[e->forum].kind != RZ_M_FORUM ? RZ_NONE : m->cast->mentions->at[e->forum].row;
    if (row == RZ_NONE || !rz_row_has(m->cast->data, row, "kind", "assembly")) return RZ_NONE;
    const rz_session *known = rz_sessions_of(m->cast->data, row, &n);
    rz_row city = n ? known[0].place : RZ_NONE;
    for (uint32_t i = 1; i < n; i++)
        if (known[i].place != city && known[i].place != RZ_NONE) return RZ_NONE;
    return city;
}

/* The places of the tables, and whether each is named somewhere. */
typedef struct {
    rz_row first;
    uint32_t n;
    bool *named; /* NULL: nobody has asked yet */
} places;

static bool is_named(const merger *m, places *p, rz_row place) {
    if (!p->named) {
        rz_rows_of(m->cast->data, RZ_PLACE, &p->first, &p->n);
        p->named = RZ_NEW_N(m->cast->arena, bool, p->n + 1);
        memset(p->named, 0, p->n + 1);
        for (uint32_t i = 0; i < m->cast->mentions->n; i++)
            if (m->cast->mentions->at[i].row - p->first < p->n) p->named[m->cast->mentions->at[i].row - p->first] = true;
    }
    return place - p->first < p->n && p->named[place - p->first];
}

/* «وزارت خارجه X سفیر Y را احضار کرد»: in the capital of X. */
static rz_row capital_of_caller(const merger *m, const merged *e) {
    rz_row city = RZ_NONE;
    for (uint32_t i = 0; i < e->n_actors && e->count <= 1; i++) {
        if (!strcmp(e->roles[i], "subject")) continue;
        rz_row own = seat_of_rule(m, rz_merged_state(m, e->actors[i]));
        if (city != RZ_NONE && own != city) return RZ_NONE;
        city = own;
    }
    return city;
}

/* «اجلاس سران X امروز پایان یافت»: the city of the session that was on that day, where the report names it; an envoy is called to the
 * capital, named or not. */
void rz_merge_known_sessions(merger *m) {
    places p = {.named = NULL};
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        bool summons = rz_kind_is(e->kind, RZ_KIND_SUMMONS);
        if (e->dropped || e->place_row != RZ_NONE || (e->forum == RZ_NONE && !summons)) continue;
        const rz_session *known = rz_kind_is(e->kind, RZ_KIND_SESSION) ? known_session(m, e) : NULL;
        rz_row city = summons ? capital_of_caller(m, e) : known ? known->place : RZ_NONE;
        if (city != RZ_NONE && ((summons && !rz_looks_ahead(e->status)) || is_named(m, &p, city))) e->place_row = city;
        else if (city == RZ_NONE && rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_SESSION)) e->place_row = only_city(m, e);
    }
}
