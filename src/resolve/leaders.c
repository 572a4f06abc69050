/* Who leads a state whose leader is told of without a name: «رهبران دو کشور», «سران X و Y». */
#include "resolve/resolve.h"

/* «سران X و Y در سال ۲۰۰۷ …»: told of days long past, when others may have led. */
static bool long_past(const rz_cast *cast, rz_days told) {
    enum { LONG = 60 };
    rz_days now = cast->solution->published;
    return told.to != RZ_NO_DAY && now.from != RZ_NO_DAY && told.to + LONG < now.from;
}

/* «امیدواریم شاهد نشست سران X و Y باشیم»: nobody knows when, nor who will lead then. */
static bool only_hoped(const rz_cast *cast, const rz_mention *m) {
    enum { NEAR = 8 };
    const rz_found *found = cast->found;
    uint32_t mention = (uint32_t)(m - cast->mentions->at), from = m->first > NEAR ? m->first - NEAR : 0;
    for (uint32_t t = from; t < cast->text->n_tokens && t < m->last + RZ_REACH; t++) {
        const rz_found_event *e = rz_event_at(found, t);
        for (uint32_t i = 0; e && i < e->parts.n; i++)
            if (e->parts.at[i].mention == mention) return !strcmp(e->status, "hoped");
    }
    return false;
}

/* «پیمانی که در سال ۱۹۶۳ رهبران X و Y امضا کردند»: may he have held an office of the state on the days told, as far as the tables know his? */
static bool led_then(const rz_cast *cast, uint32_t who, rz_row state, rz_days told) {
    uint32_t n;
    bool later = false;
    const rz_tenure *t = rz_tenures_of(cast->data, cast->members.at[who].row, &n);
    for (uint32_t i = 0; i < n && told.from != RZ_NO_DAY; i++) {
        if (t[i].whose != state || t[i].days.from == RZ_NO_DAY) continue;
        if (t[i].days.from <= told.to) return true;
        later = true;
    }
    return !later;
}

/* «رهبران دو کشور»: who leads the state, else the state itself. */
uint32_t rz_leader_meant(rz_cast *cast, const rz_mention *m, rz_row state) {
    if (m->office == RZ_NONE) return rz_cast_row(cast, state);
    if (rz_row_has(cast->data, m->office, "kind", "sent")) return rz_sent_to(cast, m, state, false);
    if (!rz_row_get(cast->data, m->office, "stands-for").size) return rz_office_holder(cast, m->office, state, RZ_NONE);
    if (only_hoped(cast, m)) return rz_cast_row(cast, state);
    rz_days told = rz_days_beside(cast, m->first);
    rz_row leader = rz_row_find(cast->data, RZ_OFFICE, rz_row_get(cast->data, state, "leader"));
    if (long_past(cast, told)) {
        rz_row then = leader == RZ_NONE ? RZ_NONE : rz_holder(cast->data, leader, state, told, NULL);
        return rz_cast_row(cast, then != RZ_NONE ? then : state);
    }
    uint32_t who = rz_stand_in(cast, m->office, state);
    return who != RZ_NONE && led_then(cast, who, state, told) ? who : rz_cast_row(cast, state);
}

/* «دولت X تحریم کرد», «رژیم X»: the state of who heads its government, not he. */
uint32_t rz_or_government(rz_cast *cast, const rz_mention *m) {
    enum { LONGEST = 2 };
    rz_row words = rz_row_find(cast->data, RZ_WORDS, RZ_STR("government-of"));
    bool of = m->row != RZ_NONE && rz_listed_before(&cast->found->scene, words, m->first, m->first > LONGEST ? m->first - LONGEST : 0);
    rz_row state = of ? rz_row_state(cast->data, m->row) : RZ_NONE;
    return state != RZ_NONE ? rz_cast_row(cast, state) : m->actor;
}
