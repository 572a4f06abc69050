/* An office told without whose it is, «رئیس‌جمهور گفت …», and one that its holder does not hold yet, «رئیس‌جمهور منتخب X». */
#include "resolve/resolve.h"

/* Does the member count where one of `state` is asked for (RZ_NONE: of any), and nobody of `not_of`? */
static bool counts(const rz_cast_member *m, rz_row state, rz_row not_of) {
    return (state == RZ_NONE || m->state == state) && (not_of == RZ_NONE || m->state != not_of);
}

static uint32_t told_before(const rz_cast *cast, rz_row office, rz_row state, rz_row not_of) {
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;) {
        const rz_cast_member *m = &cast->members.at[cast->recent.at[i]];
        if (m->office == office && counts(m, state, not_of)) return cast->recent.at[i];
    }
    return RZ_NONE;
}

uint32_t rz_holder_told(const rz_cast *cast, rz_row office, rz_row state) { return told_before(cast, office, state, RZ_NONE); }

/* «نخست‌وزیر اقلیم X», «وزیر نفت»: is it more than the words «نخست‌وزیر», «وزیر» of the other? */
static bool begins_with(const rz_cast *cast, rz_row office, rz_row with) {
    rz_str own = rz_row_get(cast->data, with, "fa"), fa = office == RZ_NONE || office == with ? RZ_STR("") : rz_row_get(cast->data, office, "fa");
    return fa.size > own.size && !memcmp(fa.at, own.at, own.size) && fa.at[own.size] == ' ';
}

/* The days that the report may be of. */
static rz_days days_of(const rz_cast *cast) {
    return cast->solution->published.from != RZ_NO_DAY ? cast->solution->published : (rz_days){RZ_FIRST_REPORT, RZ_LAST_REPORT};
}

/* Is he told of by such an office, or may have held one then by the tables? */
static bool is_one(const rz_cast *cast, const rz_cast_member *who, rz_row office, rz_row state) {
    uint32_t n;
    if (who->office != RZ_NONE || who->state != state) return who->state == state && begins_with(cast, who->office, office);
    const rz_tenure *t = rz_tenures_of(cast->data, who->row, &n);
    for (uint32_t i = 0; i < n; i++)
        if (t[i].whose == state && begins_with(cast, t[i].office, office) && rz_may_have_held(&t[i], days_of(cast))) return true;
    return false;
}

/* «وزیر عراقی گفت»: the one of that state told of last whose office begins with these words; not «یک وزیر عراقی», «وزیر توسعه X». */
uint32_t rz_broad_told(const rz_cast *cast, const rz_mention *m, rz_row state) {
    bool bare = m->last == m->first + 2 && m->head == RZ_NONE && state != RZ_NONE && rz_row_has(cast->data, m->office, "kind", "broad");
    for (uint32_t i = cast->recent.n; bare && i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;) {
        if (is_one(cast, &cast->members.at[cast->recent.at[i]], m->office, state)) return cast->recent.at[i];
    }
    return RZ_NONE;
}

/* May he have held the office of that state (RZ_NONE: of any) on the days of the report, by the tables? */
static bool may_hold(const rz_cast *cast, rz_row person, rz_row office, rz_row state) {
    uint32_t n;
    const rz_tenure *t = rz_tenures_of(cast->data, person, &n);
    for (uint32_t i = 0; i < n; i++)
        if (t[i].office == office && (state == RZ_NONE || t[i].whose == state) && rz_may_have_held(&t[i], days_of(cast))) return true;
    return false;
}

/* Of those named before, who holds the office by the tables, and was named without it. */
static uint32_t known_before(const rz_cast *cast, rz_row office, rz_row state, rz_row not_of) {
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;) {
        const rz_cast_member *m = &cast->members.at[cast->recent.at[i]];
        if (counts(m, state, not_of) && may_hold(cast, m->row, office, state)) return cast->recent.at[i];
    }
    return RZ_NONE;
}

/* Whom the last sentence was about, where he holds the office. */
static uint32_t last_one(const rz_cast *cast, rz_row office, rz_row not_of) {
    const rz_cast_member *m = cast->last_subject == RZ_NONE ? NULL : &cast->members.at[cast->last_subject];
    return m && counts(m, RZ_NONE, not_of) && (m->office == office || may_hold(cast, m->row, office, RZ_NONE)) ? cast->last_subject : RZ_NONE;
}

/* Has the outlet's country had such an office on the days of the report, as far as the tables know? */
static bool country_has(const rz_cast *cast, rz_row office) { return rz_office_is_held(cast->data, office, cast->article->country, days_of(cast)); }

/* Of the houses told of before, and who sits in them, the state of the last; RZ_NONE: none. */
static rz_row state_of_house_before(const rz_cast *cast, uint32_t mention) {
    enum { BACK = 80 /* mentions */ };
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK;) {
        const rz_mention *o = &cast->mentions->at[i];
        if (o->kind != RZ_M_ORGANISATION && o->kind != RZ_M_OFFICE) continue;
        if (o->kind == RZ_M_ORGANISATION && o->row != RZ_NONE && rz_row_has(cast->data, o->row, "kind", "parliament")) return rz_row_state(cast->data, o->row);
        rz_row body = o->kind == RZ_M_OFFICE && o->office != RZ_NONE ? rz_row_find(cast->data, RZ_BODY, rz_row_get(cast->data, o->office, "body")) : o->body;
        if (body != RZ_NONE && o->whose == RZ_WHOSE_STATE && rz_row_has(cast->data, body, "kind", "parliament")) return o->state;
    }
    return RZ_NONE;
}

/* «مجلس نمایندگان», «رئیس پارلمان» of an outlet in whose country no house is called so: of the house told of last, or else the state. */
rz_row rz_state_of_house(const rz_cast *cast, const rz_mention *m) {
    rz_row row = rz_row_find(cast->data, RZ_WORDS, RZ_STR("houses-of-others"));
    bool others = cast->article->country == rz_row_state(cast->data, row) && rz_listed_whole(&cast->found->scene, row, m->first) == m->last;
    if (!others) return RZ_NONE;
    rz_row before = state_of_house_before(cast, (uint32_t)(m - cast->mentions->at));
    return before != RZ_NONE ? before : cast->last_state;
}

rz_row rz_country_with(const rz_cast *cast, const rz_mention *m) {
    bool has = country_has(cast, m->office), leads = rz_str_number(rz_row_get(cast->data, m->office, "rank")) >= RZ_HEAD_OF_GOVERNMENT;
    rz_row told = has ? rz_state_of_house(cast, m) : rz_named_owner(cast, m->office);
    return told != RZ_NONE ? told : has || !leads ? cast->article->country : RZ_NONE; /* nobody is prime minister where there is none */
}

/* «وزیر نفت گفت: وزیر نفت عراق می‌آید», «وزیر نفت در دیدار با همتای عراقی خود گفت»: who has the same office in that state (RZ_NONE: abroad) is
 * told behind it, or beside it in its list. */
static bool told_abroad(const rz_cast *cast, const rz_mention *m, rz_row of) {
    enum { NEAR = 8 };
    const rz_scene *s = &cast->found->scene;
    uint32_t mention = (uint32_t)(m - cast->mentions->at), sentence = rz_token_sentence(s, m->first);
    for (uint32_t i = mention > NEAR ? mention - NEAR : 0; i < cast->mentions->n && i <= mention + NEAR; i++) {
        const rz_mention *o = &cast->mentions->at[i];
        if ((i <= mention && s->links[i].list != s->links[mention].list) || o->kind != RZ_M_OFFICE || o->whose != RZ_WHOSE_STATE) continue;
        bool abroad = of == RZ_NONE ? o->office == m->office && o->state != cast->article->country && !o->counterpart && o->serves == RZ_SERVES_NOW : o->counterpart && o->state == of;
        if (abroad && rz_token_sentence(s, o->first) == sentence) return true;
    }
    return false;
}

/* Whose part in the event has the mention, alone with the one that its list has besides: «دیدار رئیس‌جمهور و نخست‌وزیر X», «A و B X دیدار کردند». */
static bool meet_each_other(const rz_cast *cast, const rz_found_event *e, uint32_t mention) {
    if (!e || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS) || e->parts.n != 2) return false;
    uint32_t a = e->parts.at[0].mention, b = e->parts.at[1].mention;
    return (a == mention || b == mention) && a < cast->mentions->n && b < cast->mentions->n && cast->found->scene.links[a].list == cast->found->scene.links[b].list;
}

bool rz_shares_in_vain(const rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    const rz_link *link = &cast->found->scene.links[mention];
    if (!m->shared || m->state == cast->article->country || !country_has(cast, m->office)) return false;
    uint32_t verbal = link->clause == RZ_NONE ? RZ_NONE : cast->found->verbal_of[link->clause];
    const rz_found_event *e = link->kind == RZ_LINK_OF ? rz_event_at(cast->found, link->chain) : verbal == RZ_NONE ? NULL : &cast->found->events.at[verbal];
    if (!meet_each_other(cast, e, mention)) return false;
    rz_row state = rz_state_there(cast, e->place);
    return state == RZ_NONE ? link->kind == RZ_LINK_OF : state == cast->article->country;
}

/* Our own, whether the office was told with him or not, before those of others; nobody of the state to which he travels. */
uint32_t rz_bare_holder(rz_cast *cast, const rz_mention *m) {
    rz_row office = m->office, own = cast->article->country, there = rz_bound_for(cast, m);
    const rz_cast_member *last = cast->last_subject == RZ_NONE ? NULL : &cast->members.at[cast->last_subject];
    if (last && begins_with(cast, last->office, office)) return cast->last_subject; /* «X، نخست‌وزیر اقلیم Y، … نخست‌وزیر» */
    uint32_t named = told_before(cast, office, own, there);
    if (named == RZ_NONE) named = known_before(cast, office, own, there);
    if (named == RZ_NONE && country_has(cast, office) && told_abroad(cast, m, RZ_NONE)) return RZ_NONE;
    if (named == RZ_NONE) named = last_one(cast, office, there);
    if (named == RZ_NONE) named = told_before(cast, office, RZ_NONE, there);
    bool has = country_has(cast, office);
    if (named != RZ_NONE && has && told_abroad(cast, m, cast->members.at[named].state)) return RZ_NONE;
    if (named != RZ_NONE || has) return named;
    named = known_before(cast, office, RZ_NONE, there);
    return named != RZ_NONE ? named : rz_named_holder_of_any(cast, office, there);
}

/* Whom the tables know to hold soon after the report what he is elected to; of several, or where its day is not told, whom the report names. */
uint32_t rz_elected(rz_cast *cast, rz_row office, rz_row state) {
    enum { SOON = 200 };
    rz_row next = state == RZ_NONE ? RZ_NONE : rz_row_find(cast->data, RZ_OFFICE, rz_row_get(cast->data, office, "becomes")), only = RZ_NONE, named = RZ_NONE;
    if (next == RZ_NONE) return RZ_NONE;
    rz_days now = cast->solution->published;
    uint32_t n, candidates = 0, told = 0;
    const uint32_t *at = rz_tenures_in(cast->data, state, next, &n);
    for (uint32_t i = 0; i < n; i++) {
        const rz_tenure *t = rz_tenure_at(cast->data, at[i]);
        bool soon = t->days.from != RZ_NO_DAY && now.from != RZ_NO_DAY && t->days.from > now.from && t->days.from <= now.to + SOON;
        if (now.from != RZ_NO_DAY && !soon) continue;
        if (soon) only = t->person, candidates++;
        if (rz_named_alone(cast, t->person) && t->person != named) named = t->person, told++;
    }
    return told == 1 ? rz_cast_row(cast, named) : candidates == 1 && !told ? rz_cast_row(cast, only) : RZ_NONE;
}
