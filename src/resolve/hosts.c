/* Where one goes or is sent: the other state than one's own. */
#include "resolve/resolve.h"

/* The state of the person named last before the mention in its clause: «از سفر X به این کشور خبر داد». */
static rz_row state_of_goer(const rz_cast *cast, uint32_t mention) {
    enum { NEAR = 4 };
    for (uint32_t i = mention; i-- > 0 && mention - i <= NEAR;) {
        const rz_mention *p = &cast->mentions->at[i];
        if (cast->found->scene.links[i].clause != cast->found->scene.links[mention].clause) break;
        if (cast->found->scene.links[i].prep == RZ_C_HOST) continue; /* «به دعوت وزیر خارجه Y به این کشور رفت» */
        if (cast->found->scene.links[i].prep == RZ_C_WITH) continue; /* «برای دیدار با همتای چینی خود به این کشور رفت» */
        if ((p->kind == RZ_M_PERSON || p->kind == RZ_M_OFFICE) && p->head == RZ_NONE && p->actor != RZ_NONE) return cast->members.at[p->actor].state;
    }
    return RZ_NONE;
}

/* «وزیر X در دیدار با همتای Y گفت که این کشور آماده است»: of two, the speaker's own. RZ_NONE: another is told last. */
static rz_row state_of_teller(const rz_cast *cast, uint32_t mention) {
    const rz_scene *s = &cast->found->scene;
    const rz_link *link = &s->links[mention];
    const rz_clause *c = link->clause == RZ_NONE ? NULL : &s->clauses[link->clause];
    uint32_t teller = !c || c->kind != RZ_CLAUSE_COMPLEMENT || c->parent == RZ_NONE ? RZ_NONE : s->clauses[c->parent].subject, last = mention;
    if (teller == RZ_NONE || link->prep || cast->mentions->at[teller].actor == RZ_NONE || rz_family(&cast->mentions->at[teller]) != 1) return RZ_NONE;
    while (last-- > teller + 1 && cast->mentions->at[last].head != RZ_NONE) {}
    return last > teller && s->links[last].clause == c->parent && s->links[last].prep == RZ_C_WITH ? cast->members.at[cast->mentions->at[teller].actor].state : RZ_NONE;
}

/* «راهی این کشور شد», «برای نمایشگاه X به این کشور رفت»: where who the verb tells of goes. */
static bool is_goal(const rz_cast *cast, uint32_t mention) {
    uint32_t clause = cast->found->scene.links[mention].clause, verbal = clause == RZ_NONE ? RZ_NONE : cast->found->verbal_of[clause];
    const rz_found_event *e = verbal == RZ_NONE ? NULL : &cast->found->events.at[verbal];
    return e && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->place == mention;
}

/* «حمله X به پایگاه این کشور», «حمله X به این کشور»: not X's. */
static rz_row doer_before(const rz_cast *cast, const rz_mention *m) {
    const rz_scene *s = &cast->found->scene;
    const rz_link *link = &s->links[m - cast->mentions->at];
    bool toward = link->kind == RZ_LINK_OF || (link->kind == RZ_LINK_PREP && m->kind == RZ_M_STATE);
    if (!toward || (link->prep != RZ_C_TO && link->prep != RZ_C_AGAINST) || link->prep_token == RZ_NONE || !link->prep_token) return RZ_NONE;
    uint32_t before = s->mention_at[link->prep_token - 1], actor = before == RZ_NONE ? RZ_NONE : cast->mentions->at[before].actor;
    if (actor == RZ_NONE || s->links[before].prep == RZ_C_HOST || s->links[before].prep == RZ_C_WITH) return RZ_NONE;
    if (s->links[before].prep != RZ_C_ABOUT && is_goal(cast, (uint32_t)(m - cast->mentions->at))) return RZ_NONE; /* «برای نمایشگاه X به این کشور رفت» */
    const rz_cast_member *doer = &cast->members.at[actor];
    return !strcmp(doer->shown.kind, "state") ? doer->row : doer->state;
}

/* «سفر X به این کشور» */
static bool goal_of_noun(const rz_cast *cast, uint32_t mention) {
    enum { NEAR = 16 };
    const rz_found *found = cast->found;
    uint32_t first = cast->mentions->at[mention].first;
    for (uint32_t t = first; t-- > 0 && first - t < NEAR;) {
        const rz_found_event *e = rz_event_at(found, t);
        if (e && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->place == mention) return true;
    }
    return false;
}

/* «یک خبرگزاری عراقی نوشت که رئیس‌جمهور ترکیه به این کشور می‌رود»: the state, another than the goer's, that one of `nouns` before it in the sentence is
 * of, where no other is told since; RZ_NONE: of any noun, «برای فورم انرژی روسیه وارد این کشور شد». */
static rz_row state_in_name(const rz_cast *cast, uint32_t mention, rz_row own, rz_row nouns) {
    enum { FAR = 30 };
    const rz_scene *s = &cast->found->scene;
    uint32_t first = cast->mentions->at[mention].first, last = mention;
    if (nouns != RZ_NONE && !rz_row_there(s->text, nouns)) return RZ_NONE;
    for (uint32_t t = first; t-- > 0 && first - t < FAR && rz_token_sentence(s, t) == rz_token_sentence(s, first);) {
        for (; last > 0 && cast->mentions->at[last - 1].first >= t; last--) {
            rz_row told = rz_state_told(s, &cast->mentions->at[last - 1]);
            if (told != RZ_NONE && told != own) return RZ_NONE;
        }
        uint32_t of = nouns == RZ_NONE ? t : rz_listed_end(s, nouns, t);
        for (rz_hits h = rz_hits_at(s->text, of); (nouns == RZ_NONE || of > t) && rz_hits_next(&h);)
            if (h.hit.type == RZ_STATE && h.hit.row != own) return h.hit.row;
    }
    return RZ_NONE;
}

/* «X به مسکو رفت و با وزیر خارجه این کشور دیدار کرد»: whom one goes to and meets with is of another state than oneself. */
static rz_row told_last(const rz_cast *cast, const rz_mention *m) {
    uint32_t mention = (uint32_t)(m - cast->mentions->at);
    const rz_link *link = &cast->found->scene.links[mention];
    bool goes = is_goal(cast, mention);
    if (!goes && (!link->prep || link->kind == RZ_LINK_OF || (link->prep != RZ_C_WITH && link->prep != RZ_C_TO) || link->clause == RZ_NONE)) {
        rz_row own = state_of_teller(cast, mention);
        return own != RZ_NONE ? own : cast->last_state;
    }
    uint32_t subject = cast->found->scene.clauses[link->clause].subject;
    uint32_t actor = subject == RZ_NONE || subject >= mention ? RZ_NONE : cast->mentions->at[subject].actor;
    rz_row own = actor == RZ_NONE ? RZ_NONE : cast->members.at[actor].state;
    if (link->prep == RZ_C_TO && !goes && m->kind == RZ_M_OFFICE && rz_row_has(cast->data, m->office, "kind", "sent")) return cast->last_state; /* «به سفیر این کشور ابلاغ شد» */
    if (link->prep == RZ_C_TO && !goes) {
        rz_row goer = state_of_goer(cast, mention);
        if (goer != RZ_NONE) own = goer;
        rz_row doer = link->kind == RZ_LINK_PREP ? doer_before(cast, m) : RZ_NONE;
        if (doer != RZ_NONE) own = doer; /* «وزیر خارجه Y حمله X به این کشور را محکوم کرد» */
    }
    bool known = own != RZ_NONE;
    if (!known && link->prep == RZ_C_TO) own = cast->last_state; /* «حمله اسرائیل به این کشور» */
    rz_row quoted = !known || m->kind != RZ_M_STATE ? RZ_NONE : state_in_name(cast, mention, own, rz_row_find(cast->data, RZ_WORDS, RZ_STR("outlet-noun")));
    if (quoted != RZ_NONE) return quoted;
    for (int i = 0; i < RZ_STATES_KEPT && own != RZ_NONE; i++)
        if (cast->states[i] != own && cast->states[i] != RZ_NONE) return cast->states[i];
    return known && (goes || goal_of_noun(cast, mention)) && cast->last_state == own ? state_in_name(cast, mention, own, RZ_NONE) : cast->last_state;
}

rz_row rz_state_there(const rz_cast *cast, uint32_t place) {
    const rz_mention *to = place == RZ_NONE ? NULL : &cast->mentions->at[place];
    return !to || to->row == RZ_NONE ? RZ_NONE : to->kind == RZ_M_STATE ? to->row : rz_row_state(cast->data, to->row);
}

rz_row rz_bound_for(const rz_cast *cast, const rz_mention *m) {
    enum { NEAR = 2 };
    const rz_found *found = cast->found;
    uint32_t mention = (uint32_t)(m - cast->mentions->at), clause = found->scene.links[mention].clause, e = RZ_NONE;
    for (uint32_t t = m->first; t-- > 0 && m->first - t <= NEAR && e == RZ_NONE && found->scene.clause_of[t] == clause;) e = rz_trigger_at(found, t); /* «سفر رئیس‌جمهور این کشور به X» */
    if (e == RZ_NONE && clause != RZ_NONE && found->scene.clauses[clause].subject == mention) e = found->verbal_of[clause];
    uint32_t place = e == RZ_NONE || !rz_kind_is(found->events.at[e].kind, RZ_KIND_JOURNEY) ? RZ_NONE : found->events.at[e].place;
    return place == RZ_NONE || found->scene.links[place].prep != RZ_C_TO ? RZ_NONE : rz_state_there(cast, place);
}

/* The journey told before the token, near by; RZ_NONE: none. */
static const rz_found_event *journey_before(const rz_cast *cast, uint32_t token) {
    enum { FAR = 240 };
    const rz_found *found = cast->found;
    for (uint32_t t = token; t-- > 0 && token - t < FAR;) {
        const rz_found_event *e = rz_event_at(found, t);
        if (e && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->parts.n && !e->frame->accompanies) return e;
    }
    return NULL;
}

uint32_t rz_traveller(const rz_cast *cast, const rz_found_event *journey) {
    uint32_t who = journey && journey->parts.n ? journey->parts.at[0].mention : RZ_NONE; /* «این اولین مقام است که به X سفر می‌کند»: of nobody */
    return who < RZ_SPEAKER ? cast->mentions->at[who].actor : RZ_NONE;
}

uint32_t rz_traveller_meant(const rz_cast *cast, uint32_t mention) {
    const rz_found *found = cast->found;
    uint32_t clause = found->scene.links[mention].clause, from = cast->mentions->at[mention].last;
    if (clause == RZ_NONE || found->scene.clauses[clause].subject != mention) return RZ_NONE;
    for (uint32_t t = from; t < found->scene.clauses[clause].last && t < from + RZ_REACH; t++) {
        const rz_found_event *e = rz_event_at(found, t);
        if (!e) continue;
        const rz_found_event *told = e->definite && e->evoked == RZ_EVOKED_NOUN && rz_kind_is(e->kind, RZ_KIND_JOURNEY) ? journey_before(cast, cast->mentions->at[mention].first) : NULL;
        uint32_t who = rz_traveller(cast, told);
        return who != RZ_NONE && rz_cast_is_person(cast, who) ? who : RZ_NONE;
    }
    return RZ_NONE;
}

bool rz_is_abroad(const rz_cast *cast, uint32_t actor, uint32_t mention) {
    const rz_found_event *told = journey_before(cast, cast->mentions->at[mention].first);
    rz_row there = told && rz_traveller(cast, told) == actor ? rz_state_there(cast, told->place) : RZ_NONE;
    return there != RZ_NONE && there != cast->members.at[actor].state;
}

const rz_found_event *rz_journey_led(const rz_cast *cast, uint32_t token) {
    enum { FAR = 60 };
    for (uint32_t t = token; t-- > 0 && token - t < FAR;) {
        const rz_found_event *e = rz_event_at(cast->found, t);
        if (e && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->place != RZ_NONE) return e;
    }
    return NULL;
}

rz_row rz_gone_to(const rz_cast *cast, const rz_mention *m, rz_row own) {
    const rz_found_event *e = rz_journey_led(cast, m->first);
    rz_row state = e ? rz_state_there(cast, e->place) : RZ_NONE;
    return state == own || state == RZ_NONE || rz_row_type_of(cast->data, state) != RZ_STATE ? RZ_NONE : state;
}

/* «سفیر X در این کشور»: not X. */
static rz_row sender_before(const rz_cast *cast, const rz_mention *m) {
    const rz_scene *s = &cast->found->scene;
    const rz_link *link = &s->links[m - cast->mentions->at];
    if (m->kind != RZ_M_STATE || link->kind != RZ_LINK_PREP || link->prep != RZ_C_IN || !link->prep_token) return RZ_NONE;
    uint32_t before = s->mention_at[link->prep_token - 1];
    const rz_mention *sent = before == RZ_NONE ? NULL : &cast->mentions->at[before];
    bool envoy = sent && sent->kind == RZ_M_OFFICE && sent->office != RZ_NONE && rz_row_has(cast->data, sent->office, "kind", "sent");
    return envoy ? sent->state : RZ_NONE;
}

/* «ادلب در شمال این کشور»: where the place is. */
static rz_row lies_in(const rz_cast *cast, const rz_mention *m) {
    enum { NEAR = 6 };
    const rz_scene *s = &cast->found->scene;
    uint32_t mention = (uint32_t)(m - cast->mentions->at);
    const rz_mention *place = mention ? m - 1 : NULL;
    if (!place || m->kind != RZ_M_STATE || place->kind != RZ_M_PLACE || place->row == RZ_NONE || s->links[mention].prep != RZ_C_IN) return RZ_NONE;
    if (place->last >= m->first || m->first - place->last > NEAR || rz_verb_between(s, place->last, m->first)) return RZ_NONE;
    bool lies = rz_listed_within(s, rz_row_find(cast->data, RZ_WORDS, RZ_STR("lying-there")), place->last, m->first);
    return lies ? rz_row_state(cast->data, place->row) : RZ_NONE;
}

/* The expulsion that the verb of the clause tells, or a noun not far before the token: «اخراج دیپلمات‌های Y از [این کشور]». */
static const rz_found_event *expulsion_at(const rz_found *found, uint32_t clause, uint32_t token) {
    enum { NEAR = 12 };
    uint32_t verbal = clause == RZ_NONE ? RZ_NONE : found->verbal_of[clause];
    const rz_found_event *e = verbal == RZ_NONE ? NULL : &found->events.at[verbal];
    for (uint32_t t = token; !e && t-- > 0 && token - t < NEAR && found->scene.clause_of[t] == clause;) e = rz_event_at(found, t);
    return e && rz_kind_is(e->kind, RZ_KIND_EXPULSION) ? e : NULL;
}

/* «X دیپلمات Y را از این کشور اخراج کرد», «… را در این کشور عنصر نامطلوب اعلام کرد», «دیپلمات Y باید این کشور را ترک کند»: not Y. */
static rz_row driven_out(const rz_cast *cast, const rz_mention *m) {
    const rz_found *found = cast->found;
    uint32_t mention = (uint32_t)(m - cast->mentions->at);
    uint8_t prep = found->scene.links[mention].prep;
    const rz_found_event *e = m->kind == RZ_M_STATE ? expulsion_at(found, found->scene.links[mention].clause, m->first) : NULL;
    bool left = e && (prep == RZ_C_FROM || prep == RZ_C_IN || (!prep && rz_is_object(&found->scene, mention)));
    for (uint32_t i = 0; left && i < e->parts.n; i++) {
        uint32_t part = e->parts.at[i].mention, actor = part < mention && !strcmp(e->parts.at[i].role, "object") ? cast->mentions->at[part].actor : RZ_NONE;
        if (actor != RZ_NONE) return !strcmp(cast->members.at[actor].shown.kind, "state") ? cast->members.at[actor].row : cast->members.at[actor].state;
    }
    return RZ_NONE;
}

/* «X و این کشور پیمان بستند»: not X. */
static rz_row listed_before(const rz_cast *cast, const rz_mention *m) {
    uint32_t mention = (uint32_t)(m - cast->mentions->at);
    const rz_link *links = cast->found->scene.links;
    const rz_mention *before = mention ? &cast->mentions->at[mention - 1] : NULL;
    bool listed = before && m->kind == RZ_M_STATE && before->kind == RZ_M_STATE && links[mention - 1].list == links[mention].list && links[mention - 1].clause == links[mention].clause;
    return listed ? before->row : RZ_NONE;
}

/* «سفر X به Y نخستین سفر رئیس‌جمهور این کشور به Y است»: whose the one of those named last is who holds the office, and who is not of Y. */
static rz_row of_holder(const rz_cast *cast, rz_row office, rz_row there) {
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;) {
        const rz_cast_member *m = &cast->members.at[cast->recent.at[i]];
        uint32_t n = 0;
        const rz_tenure *t = m->row == RZ_NONE || rz_row_type_of(cast->data, m->row) != RZ_PERSON ? NULL : rz_tenures_of(cast->data, m->row, &n);
        for (uint32_t k = 0; k < n; k++)
            if (t[k].office == office && t[k].whose != there) return t[k].whose;
    }
    return RZ_NONE;
}

/* «سخنگوی X گفت Y در سفر به کشورش …»: the speaker's, where who goes there does not go back to his own. */
rz_row rz_country_gone_to(const rz_cast *cast, uint32_t mention, rz_row own) {
    enum { DEEP = 4 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause, verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    rz_row back = rz_row_find(cast->data, RZ_WORDS, RZ_STR("goes-back"));
    if (own == RZ_NONE || clause == RZ_NONE || (!is_goal(cast, mention) && !goal_of_noun(cast, mention))) return own;
    if (verb != RZ_NONE && rz_verb_listed(s, verb, back)) return own;
    for (int i = 0; i < DEEP && s->clauses[clause].parent != RZ_NONE; i++) {
        uint32_t above = s->clauses[clause].parent, said = s->clauses[above].verb;
        bool without_that = said != RZ_NONE && s->text->verbs[said].last == s->clauses[clause].first; /* «گفت X …» */
        if (s->clauses[clause].kind != RZ_CLAUSE_COMPLEMENT && !without_that) break;
        clause = above;
        uint32_t subject = s->clauses[clause].subject, actor = subject == RZ_NONE || subject >= mention ? RZ_NONE : cast->mentions->at[subject].actor;
        rz_row state = actor == RZ_NONE ? RZ_NONE : cast->members.at[actor].state;
        if (state != RZ_NONE && state != own && rz_row_type_of(cast->data, state) == RZ_STATE) return state;
    }
    return own;
}

/* «وزارت خارجه X اعلام کرد Y با میانجیگری این کشور آزاد شد»: of whoever says so, at the top of the sentence. */
static rz_row mediates(const rz_cast *cast, const rz_mention *m) {
    const rz_scene *s = &cast->found->scene;
    const rz_link *link = &s->links[m - cast->mentions->at];
    if (link->prep != RZ_C_MEDIATOR || link->clause == RZ_NONE) return RZ_NONE;
    uint32_t clause = s->clauses[link->clause].parent, subject = RZ_NONE;
    for (int depth = 0; depth < 3 && clause != RZ_NONE && s->clauses[clause].sentence == s->clauses[link->clause].sentence; depth++, clause = s->clauses[clause].parent)
        if (s->clauses[clause].subject != RZ_NONE && s->mentions->at[s->clauses[clause].subject].first < m->first) subject = s->clauses[clause].subject;
    uint32_t actor = subject == RZ_NONE ? RZ_NONE : s->mentions->at[subject].actor;
    rz_row state = actor == RZ_NONE ? RZ_NONE : cast->members.at[actor].state;
    return state != RZ_NONE && rz_row_type_of(cast->data, state) == RZ_STATE ? state : RZ_NONE;
}

/* «سفیر این کشور در X», «حمله به سفارت Y در X و کنسولگری این کشور در Z»: no state sends to its own, nobody travels to his own. */
rz_row rz_this_state(const rz_cast *cast, const rz_mention *m) {
    rz_row between = mediates(cast, m);
    if (between != RZ_NONE) return between;
    bool place = m->seat != RZ_NONE && rz_row_type_of(cast->data, m->seat) == RZ_PLACE;
    rz_row there = place ? rz_row_state(cast->data, m->seat) : m->seat, told = told_last(cast, m);
    if (there == RZ_NONE && m->kind == RZ_M_OFFICE) there = rz_bound_for(cast, m);
    rz_row holds = there != RZ_NONE && (told == there || told == RZ_NONE) && m->kind == RZ_M_OFFICE && m->seat == RZ_NONE ? of_holder(cast, m->office, there) : RZ_NONE;
    if (holds != RZ_NONE) return holds;
    rz_row lies = lies_in(cast, m);
    if (lies != RZ_NONE) return lies;
    if (there == RZ_NONE) there = driven_out(cast, m);
    if (there == RZ_NONE) there = doer_before(cast, m);
    if (there == RZ_NONE) there = sender_before(cast, m);
    if (there == RZ_NONE) there = listed_before(cast, m);
    for (int i = 0; i < RZ_STATES_KEPT && told == there && there != RZ_NONE; i++)
        if (cast->states[i] != RZ_NONE) told = cast->states[i];
    return told;
}

static rz_row other_state(const rz_cast *cast, uint32_t mention, rz_row own) {
    uint32_t actor = mention == RZ_NONE ? RZ_NONE : cast->mentions->at[mention].actor;
    rz_row state = actor == RZ_NONE ? RZ_NONE : cast->members.at[actor].state;
    return state == own || state == RZ_NONE || rz_row_type_of(cast->data, state) != RZ_STATE ? RZ_NONE : state;
}

/* «سفیر X با وزیر خارجه Y در Z دیدار کرد»: of another state than his own, in whose clause he is told of with it. */
static rz_row host_told_after(const rz_cast *cast, uint32_t mention, rz_row own) {
    enum { NEAR = 6 };
    const rz_link *links = cast->found->scene.links;
    for (uint32_t i = mention + 1; i < cast->mentions->n && i <= mention + NEAR && links[i].clause == links[mention].clause; i++) {
        const rz_mention *m = &cast->mentions->at[i];
        bool met = links[i].prep == RZ_C_WITH || links[i].prep == RZ_C_TO, there = m->kind == RZ_M_PLACE && links[i].prep == RZ_C_IN;
        bool office = m->kind == RZ_M_OFFICE || m->kind == RZ_M_ORGANISATION, holder = office && m->whose == RZ_WHOSE_STATE, ours = office && m->whose == RZ_WHOSE_OURS, person = m->kind == RZ_M_PERSON;
        rz_row state = there ? rz_row_state(cast->data, m->row) : met && holder ? m->state : met && ours ? cast->article->country : met && person && m->row != RZ_NONE ? rz_row_state(cast->data, m->row) : RZ_NONE;
        if (state != RZ_NONE && state != own && rz_row_type_of(cast->data, state) == RZ_STATE) return state;
    }
    return RZ_NONE;
}

/* «سفرای X، Y و Z»: none is the others' host. */
static bool is_sent(const rz_cast *cast, uint32_t mention) {
    rz_row office = cast->mentions->at[mention].office;
    return office != RZ_NONE && rz_row_has(cast->data, office, "kind", "sent");
}

/* To which state the ambassador of `state` is sent, of whom only that is said: whose is the one he is told of with, else
 * whom the report was about, else ours. */
rz_row rz_host_of(const rz_cast *cast, const rz_mention *m, rz_row state) {
    rz_row host = rz_host_told(cast, m, state);
    if (host == RZ_NONE && cast->last_subject != RZ_NONE) {
        rz_row last = cast->members.at[cast->last_subject].state;
        if (last != state && last != RZ_NONE && rz_row_type_of(cast->data, last) == RZ_STATE) host = last;
    }
    if (host == RZ_NONE && cast->article->country != state) host = cast->article->country;
    return host;
}

rz_row rz_host_told(const rz_cast *cast, const rz_mention *m, rz_row state) {
    uint32_t mention = (uint32_t)(m - cast->mentions->at), clause = cast->found->scene.links[mention].clause;
    if (clause == RZ_NONE) return RZ_NONE;
    uint32_t subject = cast->found->scene.clauses[clause].subject;
    rz_row host = subject == RZ_NONE || subject >= mention || is_sent(cast, subject) ? RZ_NONE : other_state(cast, subject, state);
    for (uint32_t i = mention; host == RZ_NONE && i-- > 0 && cast->found->scene.links[i].clause == clause;) {
        uint8_t kind = cast->mentions->at[i].kind;
        if ((kind == RZ_M_PERSON || kind == RZ_M_OFFICE) && !is_sent(cast, i)) host = other_state(cast, i, state);
    }
    return host != RZ_NONE ? host : host_told_after(cast, mention, state);
}
