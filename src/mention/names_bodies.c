/* Ministries, missions, parliaments, with whose they are; of several, which is told once, at the end. */
#include "mention/names.h"

/* «خزانه‌داری», «دفاع»: the ministry that has charge of it; moves *at past it. */
static rz_row ministry_of(const rz_namer *n, uint32_t *at) {
    uint32_t last;
    rz_row office = rz_portfolio_at(n, *at, &last);
    rz_row body = office == RZ_NONE ? RZ_NONE : rz_row_find(n->data, RZ_BODY, rz_row_get(n->data, office, "body"));
    if (body != RZ_NONE) *at = last;
    return body;
}

/* The first of several, whose it is not told: «وزارت خارجه», «وزارتخانه‌های خارجه». */
static bool first_of_several(const rz_namer *n, uint32_t token, rz_office_phrase *one) {
    rz_atom a;
    if (!rz_atom_at(n, token, RZ_TYPE(RZ_BODY), &a) || rz_row_has(n->data, a.row, "kind", "mission")) return false;
    if (a.key == n->fa) return rz_body_at(n, token, one) && one->whose == RZ_WHOSE_NONE;
    *one = RZ_NO_OFFICE;
    one->first = token;
    one->last = a.last;
    one->body = a.row;
    return a.key == n->plural;
}

/* The next of them: a body of its own, «وزارت دفاع [روسیه]», or what its ministry has charge of, «دفاع [روسیه]». */
static bool next_of_several(const rz_namer *n, uint32_t token, rz_office_phrase *one) {
    if (rz_body_at(n, token, one)) return !rz_row_has(n->data, one->body, "kind", "mission"); /* «وزارت خارجه و سفارت X»: of two states */
    *one = RZ_NO_OFFICE;
    one->first = one->last = token;
    one->body = ministry_of(n, &one->last);
    return one->body != RZ_NONE;
}

/* «وزارت نفت و کشور قطر»: no ministry; but «وزارتخانه‌های نفت و کشور عراق». */
static bool is_land_of(const rz_namer *n, const rz_office_phrase *first, uint32_t next) {
    uint32_t last = rz_list_at(n, next, n->w.country);
    rz_atom a, body;
    bool several = rz_atom_at(n, first->first, RZ_TYPE(RZ_BODY), &body) && body.key == n->plural;
    return !several && last && rz_atom_at(n, last, RZ_TYPE(RZ_STATE), &a) && a.key != n->adj;
}

/* «وزارت خارجه و [وزارت] خزانه‌داری آمریکا»: a mention of each; where they end, or the token. */
static uint32_t several_bodies(rz_namer *n, uint32_t token) {
    enum { MOST = 6 };
    rz_office_phrase found[MOST], whose = RZ_NO_OFFICE;
    uint32_t count = 1, next;
    bool joined = false;
    if (!first_of_several(n, token, &found[0])) return token;
    while (!joined && count < MOST) {
        next = rz_list_at(n, found[count - 1].last, n->w.and_one);
        joined = next != 0;
        if (!next && rz_punct_at(n, found[count - 1].last) == ',') next = found[count - 1].last + 1;
        if (!next || !next_of_several(n, next, &found[count])) return token;
        if (count == 1 && is_land_of(n, &found[0], next)) return token;
        whose = found[count++];
        if (whose.whose != RZ_WHOSE_NONE && !joined) return token;
    }
    if (joined && whose.whose == RZ_WHOSE_NONE) rz_whose_at(n, &found[count - 1].last, false, &whose);
    if (!joined || (whose.whose != RZ_WHOSE_STATE && whose.whose != RZ_WHOSE_OURS && whose.whose != RZ_WHOSE_THIS)) return token;
    for (uint32_t i = 0; i < count; i++) {
        rz_mention *m = rz_mention_add(n, RZ_M_ORGANISATION, found[i].first, found[i].last);
        m->body = found[i].body;
        m->state = whose.state;
        m->whose = whose.whose;
        rz_note_seen(n, m->body);
    }
    return found[count - 1].last;
}

/* «وزارت‌های خارجه X، Y و Z»: that of each; where they end, or the token. Missions and parliaments are told by their states. */
static uint32_t bodies_of_states(rz_namer *n, uint32_t token) {
    enum { MOST = 6 };
    rz_office_phrase of[MOST];
    rz_atom a;
    uint32_t count = 0;
    bool joined = false;
    if (!rz_atom_at(n, token, RZ_TYPE(RZ_BODY), &a) || a.key != n->plural || !rz_row_has(n->data, a.row, "kind", "ministry")) return token;
    for (uint32_t at = a.last; count < MOST; count++) {
        uint32_t first = at, next;
        of[count] = RZ_NO_OFFICE;
        if (!rz_whose_at(n, &at, false, &of[count])) return token;
        bool state = of[count].whose == RZ_WHOSE_STATE && rz_row_type_of(n->data, of[count].state) == RZ_STATE;
        if (!state && of[count].whose != RZ_WHOSE_OURS) return token;
        of[count].first = count ? first : token;
        of[count].last = at;
        if (joined) break;
        joined = (next = rz_list_at(n, at, n->w.and_one)) != 0;
        if (!joined && rz_punct_at(n, at) != ',') return token;
        at = joined ? next : at + 1;
    }
    if (!joined || count == MOST) return token;
    for (uint32_t i = 0; i <= count; i++) {
        rz_mention *m = rz_mention_add(n, RZ_M_ORGANISATION, of[i].first, of[i].last);
        m->body = a.row;
        m->state = of[i].state;
        m->whose = of[i].whose;
    }
    rz_note_seen(n, a.row);
    return of[count].last;
}

uint32_t rz_join_body(rz_namer *n, uint32_t token) {
    rz_office_phrase b;
    uint32_t several = several_bodies(n, token);
    if (several == token) several = bodies_of_states(n, token);
    if (several > token) return several;
    if (!rz_body_at(n, token, &b)) return token;
    bool guarded = rz_row_guarded(n->data, b.body) && !rz_was_seen(n, b.body) && !rz_list_at(n, token, n->w.own_bureau);
    if (b.whose == RZ_WHOSE_NONE && (guarded || rz_row_has(n->data, b.body, "kind", "mission"))) return b.last;
    if (b.whose != RZ_WHOSE_NONE) rz_note_seen(n, b.body); /* «وزارت خزانه‌داری»: after that of some state */
    rz_mention *m = rz_mention_add(n, RZ_M_ORGANISATION, token, b.last);
    m->body = b.body;
    m->state = b.state;
    m->state2 = b.other;
    m->whose = b.whose;
    m->seat = b.seat;
    return b.last;
}
