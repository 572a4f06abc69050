/* Whose an office is that is told without it, where he who meets with its holder is abroad: «X در سفر به Y با رئیس‌جمهور و رئیس مجلس دیدار
 * کرد», «X در بغداد با نخست‌وزیر دیدار کرد». */
#include "resolve/resolve.h"

/* Does he meet him? By the noun right before «with», or by the verb. */
static bool is_met(const rz_cast *cast, uint32_t mention) {
    const rz_found *found = cast->found;
    const rz_link *links = found->scene.links;
    const rz_link *link = &links[links[mention].prep ? mention : links[mention].list];
    if (link->prep != RZ_C_WITH || link->clause == RZ_NONE || !link->prep_token || link->prep_token == RZ_NONE) return false;
    const rz_found_event *noun = rz_event_at(found, link->prep_token - 1);
    uint32_t verbal = found->verbal_of[link->clause];
    return (noun && rz_kind_is(noun->kind, RZ_KIND_CONTACT)) || (verbal != RZ_NONE && rz_kind_is(found->events.at[verbal].kind, RZ_KIND_CONTACT));
}

/* The subject before it; RZ_NONE: none is told. */
static uint32_t subject_before(const rz_cast *cast, uint32_t mention) {
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause, subject = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].subject;
    return subject >= mention ? RZ_NONE : subject;
}

/* «پیش از سفر به X», «درباره سفر به X»: he is not there. */
static bool is_there(const rz_scene *s, const rz_found_event *journey) {
    rz_link link = {.prep_token = RZ_NONE};
    if (journey->evoked == RZ_EVOKED_VERB) return true;
    rz_govern(s, &link, journey->first);
    return link.prep == RZ_C_NONE || link.prep == RZ_C_IN || (link.prep == RZ_C_OCCASION && !rz_is_eve(s, &link, journey->first));
}

/* The state to which he was told to go: in this sentence, or by himself not long before. */
static rz_row gone_to(const rz_cast *cast, uint32_t first, uint32_t who) {
    const rz_scene *s = &cast->found->scene;
    const rz_found_event *e = rz_journey_led(cast, first);
    bool his = e && (rz_token_sentence(s, e->first) == rz_token_sentence(s, first) || (who != RZ_NONE && rz_traveller(cast, e) == who));
    rz_row there = his && is_there(s, e) ? rz_state_there(cast, e->place) : RZ_NONE;
    return there == RZ_NONE || rz_row_type_of(cast->data, there) != RZ_STATE ? RZ_NONE : there; /* also where he goes home */
}

/* «در بغداد»: the state whose capital he is in, told in the clause. */
static rz_row in_capital(const rz_cast *cast, uint32_t mention, rz_row own) {
    enum { NEAR = 6 };
    const rz_link *links = cast->found->scene.links;
    for (uint32_t i = mention; own != RZ_NONE && i-- > 0 && mention - i <= NEAR && links[i].clause == links[mention].clause;) {
        const rz_mention *p = &cast->mentions->at[i];
        if (p->kind == RZ_M_PLACE && links[i].prep == RZ_C_IN && p->state != RZ_NONE && p->state != own) return p->state;
    }
    return RZ_NONE;
}

/* «سفیر جدید ایران در باکو با وزیر خارجه دیدار کرد. … با عباس عراقچی، وزیر خارجه، دیدار کرد»: it is his own whom he met before he left. */
static bool own_is_met(const rz_cast *cast, const rz_mention *m, rz_row own) {
    const rz_mention *all = cast->mentions->at;
    for (uint32_t i = 0; i < cast->mentions->n; i++) {
        const rz_mention *office = all[i].kind == RZ_M_PERSON && all[i].describes != RZ_NONE ? &all[all[i].describes] : NULL;
        bool bare = office && office->office == m->office && (office->whose == RZ_WHOSE_NONE || office->whose == RZ_WHOSE_OURS);
        if (bare && all[i].row != RZ_NONE && rz_row_holds(cast->data, all[i].row, m->office, own) && is_met(cast, i)) return true;
    }
    return false;
}

/* «سفیر X در باکو»: where he is sent. */
static rz_row sent_to(const rz_cast *cast, const rz_mention *met, uint32_t subject, rz_row own) {
    if (subject == RZ_NONE) return RZ_NONE;
    const rz_mention *m = &cast->mentions->at[subject], *office = m->describes == RZ_NONE ? m : &cast->mentions->at[m->describes];
    rz_row seat = office->seat == RZ_NONE ? RZ_NONE : rz_row_type_of(cast->data, office->seat) == RZ_PLACE ? rz_row_state(cast->data, office->seat) : office->seat;
    return seat == own || seat == RZ_NONE || rz_row_type_of(cast->data, seat) != RZ_STATE || own_is_met(cast, met, own) ? RZ_NONE : seat;
}

rz_row rz_state_received_in(const rz_cast *cast, const rz_mention *m) {
    uint32_t mention = (uint32_t)(m - cast->mentions->at), subject = subject_before(cast, mention);
    bool bare = m->kind == RZ_M_OFFICE && m->whose == RZ_WHOSE_NONE && m->seat == RZ_NONE && m->head == RZ_NONE;
    if (!bare || !rz_row_has(cast->data, m->office, "of", "state") || rz_row_has(cast->data, m->office, "kind", "sent") || !is_met(cast, mention)) return RZ_NONE;
    uint32_t told = subject == RZ_NONE ? RZ_NONE : cast->mentions->at[subject].actor, who = told != RZ_NONE ? told : cast->last_subject;
    rz_row own = who == RZ_NONE ? RZ_NONE : cast->members.at[who].state, there = gone_to(cast, m->first, who);
    if (there == RZ_NONE) there = in_capital(cast, mention, own);
    return there != RZ_NONE ? there : sent_to(cast, m, subject, own);
}
