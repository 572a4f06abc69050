/* A paper and its signing: who signed one that the tables know the parties of, and which papers only a signing with two sides tells of. */
#include "event/status.h"
#include "resolve/resolve.h"

/* «از امضای X خبر داد»: the signing may be to come, where the rest of the report says so. */
bool rz_signing_is_news(const rz_cast *cast, const rz_found_instrument *f) {
    const rz_found_event *e = f->event == RZ_NONE ? NULL : &cast->found->events.at[f->event];
    return e && e->evoked == RZ_EVOKED_NOUN && rz_announced(&cast->found->scene, e);
}

rz_around rz_events_around(const rz_facts *facts, rz_span proof) {
    enum { MOST = 128 /* to either side: bounds the search in a report of thousands */ };
    uint32_t low = 0, high = facts->n_events;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const rz_event *e = &facts->events[middle];
        if (e->n_evidence && e->evidence[0].start >= proof.start) high = middle;
        else low = middle + 1;
    }
    return (rz_around){low > MOST ? low - MOST : 0, facts->n_events - low > MOST ? low + MOST : facts->n_events};
}

/* Does the signing that tells of it have two sides? */
bool rz_signed_by_two(const rz_cast *cast, const rz_facts *facts, rz_span proof) {
    rz_around near = rz_events_around(facts, proof);
    for (uint32_t i = near.low; i < near.high; i++) {
        const char *those[RZ_MOST_PARTIES];
        const rz_event *e = &facts->events[i];
        uint32_t n = 0;
        for (uint32_t k = 0; k < e->n_evidence && rz_event_is(cast, e, RZ_KIND_PAPER); k++)
            if (rz_spans_meet(e->evidence[k], proof)) {
                rz_add_parties_of_event(cast, e, those, &n);
                if (n > 1) return true;
                break;
            }
    }
    return false;
}

enum { MOST_SIGNERS = 3 };

/* The state or body of states with that id; RZ_NONE: none. */
static rz_row party_named(const rz_cast *cast, const char *id) {
    rz_row state = rz_row_find(cast->data, RZ_STATE, rz_str_of(id));
    return state != RZ_NONE ? state : rz_row_find(cast->data, RZ_ORGANISATION, rz_str_of(id));
}

/* Which of the parties that is, or MOST_SIGNERS: no state or body of them. */
static uint32_t party_at(const rz_cast *cast, const rz_row *parties, uint32_t n, const rz_participant *who) {
    for (uint32_t i = 0; i < n; i++)
        if (who->actor == rz_cast_row((rz_cast *)cast, parties[i])) return i;
    return MOST_SIGNERS;
}

/* «با حضور Z امضا شد»: Z is there, and of neither party. */
static bool only_there(const rz_cast *cast, const rz_row *parties, uint32_t n, const rz_participant *who) {
    if (strcmp(who->role, "participant") != 0 || who->actor == RZ_NONE) return false;
    for (uint32_t i = 0; i < n; i++)
        if (cast->members.at[who->actor].state == parties[i] || party_at(cast, parties, n, who) < MOST_SIGNERS) return false;
    return true;
}

/* «معاهده X در سال … امضا شد», «قرارداد گازی X و Y امضا شد»: between whom it is, where nobody else is told to sign; `whose`:
 * its own words tell, so that one of them told to sign brings the other along. */
static void sign(rz_cast *cast, const char *const *at, uint32_t count, bool whose, rz_event *e) {
    rz_row parties[MOST_SIGNERS];
    bool signs[MOST_SIGNERS] = {false};
    uint32_t n = e->n_participants, told = 0, which;
    if (count < 2 || count > MOST_SIGNERS) return;
    for (uint32_t i = 0; i < count; i++)
        if ((parties[i] = party_named(cast, at[i])) == RZ_NONE) return;
    for (uint32_t i = 0; i < n; i++) {
        if (!strcmp(e->participants[i].role, "mediator") || only_there(cast, parties, count, &e->participants[i])) continue;
        if ((which = party_at(cast, parties, count, &e->participants[i])) == MOST_SIGNERS) return;
        told += !signs[which];
        signs[which] = true;
    }
    if (told > 1 || (told && !whose)) return;
    rz_participant *all = RZ_NEW_N(cast->arena, rz_participant, n + count);
    for (uint32_t i = 0; i < n; i++) all[i] = e->participants[i];
    for (uint32_t i = 0; i < count; i++)
        if (!signs[i]) all[n++] = (rz_participant){rz_cast_row(cast, parties[i]), "signatory"};
    e->participants = all;
    e->n_participants = n;
}

/* «وزیران دفاع X و Y … تفاهم‌نامه میان وزارت دفاع X و Y امضا شد»: a ministry signs by its minister. */
static void drop_ministries(rz_cast *cast, rz_event *e) {
    rz_participant *kept = RZ_NEW_N(cast->arena, rz_participant, e->n_participants + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_participants; i++) {
        const rz_participant *p = &e->participants[i];
        const rz_cast_member *m = p->actor == RZ_NONE ? NULL : &cast->members.at[p->actor];
        bool signs_by = false, ministry = m && m->body != RZ_NONE && rz_row_has(cast->data, m->body, "kind", "ministry");
        for (uint32_t k = 0; ministry && k < e->n_participants; k++) {
            const rz_cast_member *other = e->participants[k].actor == RZ_NONE ? NULL : &cast->members.at[e->participants[k].actor];
            signs_by |= other && other != m && other->state == m->state && (!strcmp(other->shown.kind, "person") || !strcmp(other->shown.kind, "office"));
        }
        if (!signs_by) kept[n++] = *p;
    }
    e->participants = kept;
    e->n_participants = n;
}

/* Is it its signing? «… این پیمان فردا امضا می‌شود»: where nobody is told to sign, any of its proofs may tell so. */
static bool tells_signing(const rz_instrument *n, const rz_event *e) {
    bool its = e->n_evidence && rz_spans_meet(e->evidence[0], n->evidence[0]);
    for (uint32_t i = 1; i < n->n_evidence && !its && e->n_evidence && !e->n_participants; i++) its = rz_spans_meet(e->evidence[0], n->evidence[i]);
    return its;
}

void rz_sign_all(rz_cast *cast, rz_facts *out, const bool *by_others, const bool *whose) {
    for (uint32_t i = 0; i < out->n_events; i++)
        if (rz_event_is(cast, &out->events[i], RZ_KIND_PAPER)) drop_ministries(cast, &out->events[i]);
    for (uint32_t i = 0; i < out->n_instruments; i++) {
        const rz_instrument *n = &out->instruments[i];
        rz_row row = rz_row_find(cast->data, RZ_AGREEMENT, rz_str_of(n->id));
        const char *those[RZ_MOST_PARTIES];
        uint32_t count = 0;
        if (row != RZ_NONE) rz_add_parties_of(cast, row, those, &count);
        if (by_others[i] && !whose[i] && n->n_parties < 3) continue;
        if (!n->n_evidence || (row != RZ_NONE && !strcmp(n->stage, "drafted"))) continue;
        rz_around near = rz_events_around(out, n->evidence[0]);
        for (uint32_t e = near.low; e < near.high; e++) {
            if (rz_event_is(cast, &out->events[e], RZ_KIND_PAPER) && tells_signing(n, &out->events[e])) sign(cast, row != RZ_NONE ? those : n->parties, row != RZ_NONE ? count : n->n_parties, row != RZ_NONE || whose[i], &out->events[e]);
        }
    }
}
