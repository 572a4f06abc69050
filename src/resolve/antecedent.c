/* Who is meant by what names nobody: an office, «این کشور», «وی», «طرفین». */
#include "resolve/resolve.h"

rz_row rz_whose_state(const rz_cast *cast, const rz_mention *m) {
    switch (m->whose) {
    case RZ_WHOSE_STATE: return m->state;
    case RZ_WHOSE_OURS: return cast->article->country;
    case RZ_WHOSE_THIS: return rz_this_state(cast, m);
    default: return RZ_NONE;
    }
}

static uint32_t met(rz_cast *cast, uint32_t index) {
    *RZ_PUSH(cast->arena, &cast->recent) = index;
    return index;
}

/* «رهبر ترکیه», «سران ایران و عراق»: who holds the one of several offices that the article names him by, or that the state has. */
uint32_t rz_stand_in(rz_cast *cast, rz_row office, rz_row state) {
    rz_str ids = rz_row_get(cast->data, office, "stands-for");
    uint32_t named = RZ_NONE;
    rz_row known = RZ_NONE;
    bool several = false, none_sure = false;
    rz_str leads = state == RZ_NONE || rz_row_type_of(cast->data, state) != RZ_STATE ? RZ_STR("") : rz_row_get(cast->data, state, "leader");
    rz_row first = leads.size && ids.size ? rz_row_find(cast->data, RZ_OFFICE, leads) : RZ_NONE;
    if (first != RZ_NONE) {
        uint32_t here = rz_named_holder(cast, first, state, false);
        rz_row holder = rz_holder(cast->data, first, state, rz_within(cast), NULL);
        if (here != RZ_NONE || holder != RZ_NONE) return here != RZ_NONE ? here : rz_cast_row(cast, holder);
    }
    for (rz_str id = rz_str_word(&ids); id.size && state != RZ_NONE; id = rz_str_word(&ids)) {
        rz_row one = rz_row_find(cast->data, RZ_OFFICE, id);
        uint32_t here = one == RZ_NONE ? RZ_NONE : rz_named_holder(cast, one, state, false);
        rz_row holder = one == RZ_NONE ? RZ_NONE : rz_holder(cast->data, one, state, rz_within(cast), NULL);
        if (here != RZ_NONE) several |= named != RZ_NONE && named != here, named = here;
        if (holder != RZ_NONE) none_sure |= known != RZ_NONE && known != holder, known = holder;
    }
    if (named != RZ_NONE) return several ? RZ_NONE : named;
    return known == RZ_NONE || none_sure ? RZ_NONE : rz_cast_row(cast, known);
}

/* Named before, named later, or known to the tables. */
uint32_t rz_office_holder(rz_cast *cast, rz_row office, rz_row state, rz_row seat) {
    if (seat == RZ_NONE) {
        uint32_t named = rz_holder_told(cast, office, state);
        if (named != RZ_NONE) return named;
        named = rz_named_holder(cast, office, state, false);
        if (named == RZ_NONE) named = rz_stand_in(cast, office, state);
        if (named == RZ_NONE) named = rz_elected(cast, office, state);
        if (named != RZ_NONE) return met(cast, named);
    }
    uint32_t said = seat != RZ_NONE && state != RZ_NONE ? rz_named_sent(cast, office, state, seat) : RZ_NONE; /* the report knows it better than the tables */
    if (said != RZ_NONE) return met(cast, said);
    rz_row person = state == RZ_NONE ? RZ_NONE
                    : seat != RZ_NONE ? rz_sent_holder(cast->data, office, state, seat, rz_within(cast))
                    : rz_holder(cast->data, office, state, rz_within(cast), NULL);
    return met(cast, person != RZ_NONE ? rz_cast_row(cast, person) : rz_cast_office(cast, office, state, seat));
}

/* «با سفیر X دیدار کرد»: the one sent to him who met him; «سفیر خود در Z»: the one sent there, not to whom the report is for. */
uint32_t rz_sent_to(rz_cast *cast, const rz_mention *m, rz_row state, bool own) {
    uint32_t named = rz_holder_told(cast, m->office, state);
    if (named != RZ_NONE) return named;
    named = rz_named_holder(cast, m->office, state, false);
    if (named != RZ_NONE) return met(cast, named);
    rz_days now = rz_within(cast);
    rz_row person = own ? RZ_NONE : rz_holder(cast->data, m->office, state, now, NULL); /* the only one whom the tables know, and sent there */
    if (person != RZ_NONE && rz_sent_holder(cast->data, m->office, state, rz_host_of(cast, m, state), now) != person) person = RZ_NONE;
    return met(cast, person != RZ_NONE ? rz_cast_row(cast, person) : rz_cast_office(cast, m->office, state, rz_host_told(cast, m, state)));
}

/* «وزیر خارجه پیشین», «وزیر خارجه وقت»: whom the article names so, or who held it on the days told of. */
static uint32_t former_holder(rz_cast *cast, const rz_mention *m, rz_row state) {
    uint32_t named = rz_named_holder(cast, m->office, state, true);
    if (named != RZ_NONE) return met(cast, named);
    rz_row person = m->serves == RZ_SERVES_THEN && state != RZ_NONE ? rz_holder(cast->data, m->office, state, rz_days_beside(cast, m->first), NULL) : RZ_NONE;
    return met(cast, person != RZ_NONE ? rz_cast_row(cast, person) : rz_cast_former(cast, m->office, state));
}

static bool one_of_them(const rz_cast *cast, uint32_t token) {
    if (token == 0 || rz_token_number(cast->text, &cast->text->tokens[token - 1]) == 1) return token != 0;
    for (rz_hits h = rz_hits_at(cast->text, token - 1); rz_hits_next(&h);)
        if (h.hit.type == RZ_NUMBER) return true;
    return false;
}

/* «دیپلمات ارشد ایرانی»: he who spoke last, another word for him; not «یک دیپلمات ایرانی». */
static uint32_t epithet(const rz_cast *cast, const rz_mention *m) {
    if (cast->last_subject == RZ_NONE || !rz_row_has(cast->data, m->office, "kind", "epithet")) return RZ_NONE;
    rz_row state = rz_whose_state(cast, m), his = cast->members.at[cast->last_subject].state;
    return state == RZ_NONE || state != his || one_of_them(cast, m->first) ? RZ_NONE : cast->last_subject;
}

/* «با رئیس‌جمهور، نخست‌وزیر و وزیر خارجه عراق»: whose the last is, all are. */
static rz_row state_of_list(const rz_cast *cast, const rz_mention *m) {
    enum { LONGEST = 8 };
    const rz_link *links = cast->found->scene.links;
    uint32_t mention = (uint32_t)(m - cast->mentions->at), last = RZ_NONE;
    for (uint32_t i = mention + 1; i < cast->mentions->n && i < mention + LONGEST && links[i].list == links[mention].list; i++)
        if (cast->mentions->at[i].head == RZ_NONE) last = i;
    const rz_mention *of = last == RZ_NONE ? NULL : &cast->mentions->at[last];
    bool sent = of && of->office != RZ_NONE && rz_row_has(cast->data, of->office, "kind", "sent") && !rz_row_has(cast->data, m->office, "kind", "sent"); /* «وزیر نفت و سفیر X» */
    return of && !sent && of->kind == RZ_M_OFFICE && !of->counterpart && of->office != m->office && of->whose != RZ_WHOSE_NONE ? rz_whose_state(cast, of) : RZ_NONE;
}

/* «سفیر جدید X»: nobody who has long been in office; then it is the office itself. */
static uint32_t new_holder(rz_cast *cast, const rz_mention *m, rz_row state, uint32_t holder) {
    enum { NEW = 240 };
    uint32_t n = 0;
    if (holder == RZ_NONE || cast->members.at[holder].row == RZ_NONE || rz_row_type_of(cast->data, cast->members.at[holder].row) != RZ_PERSON) return holder;
    const rz_tenure *t = rz_tenures_of(cast->data, cast->members.at[holder].row, &n);
    rz_days now = cast->solution->published;
    for (uint32_t i = 0; i < n; i++)
        if (now.from == RZ_NO_DAY || (t[i].days.from != RZ_NO_DAY && t[i].days.from + NEW > now.from && (t[i].office == m->office || t[i].seat != RZ_NONE))) return holder;
    return rz_cast_office(cast, m->office, state, m->seat);
}

static uint32_t office(rz_cast *cast, const rz_mention *m) {
    if (m->counterpart) return rz_counterpart(cast, m);
    if (m->office == RZ_NONE) return RZ_NONE;
    uint32_t named_so = epithet(cast, m);
    if (named_so != RZ_NONE) return named_so;
    rz_row own = rz_own_state(cast, (uint32_t)(m - cast->mentions->at)), state = own;
    if (state == RZ_NONE) state = m->whose == RZ_WHOSE_NONE || m->whose == RZ_WHOSE_OWN ? state_of_list(cast, m) : rz_whose_state(cast, m);
    if (rz_shares_in_vain(cast, (uint32_t)(m - cast->mentions->at))) state = cast->article->country;
    if (state == RZ_NONE && (m->whose == RZ_WHOSE_NONE || m->whose == RZ_WHOSE_OWN)) state = rz_state_of_voice(cast, m);
    if (state == RZ_NONE) state = rz_state_received_in(cast, m);
    if (state == RZ_NONE) {
        uint32_t named = rz_bare_holder(cast, m);
        if (named != RZ_NONE && m->serves != RZ_SERVES_FORMER && m->serves != RZ_SERVES_THEN) return named;
        if (rz_row_has(cast->data, m->office, "kind", "sent")) state = rz_named_owner(cast, m->office); /* «با کاردار»: nobody's but his */
        else if (rz_str_is(rz_row_get(cast->data, m->office, "of"), "state") && (state = rz_country_with(cast, m)) == RZ_NONE) return RZ_NONE;
        if (state == RZ_NONE && rz_row_has(cast->data, m->office, "kind", "sent")) return RZ_NONE;
    }
    uint32_t broad = one_of_them(cast, m->first) ? RZ_NONE : rz_broad_told(cast, m, state);
    if (broad != RZ_NONE) return broad;
    bool former = m->serves == RZ_SERVES_FORMER || m->serves == RZ_SERVES_THEN || (m->kind == RZ_M_OFFICE && m->under != RZ_NONE && rz_is_bygone(cast, m->under));
    if (former && m->seat == RZ_NONE) return former_holder(cast, m, state);
    bool sent = m->seat == RZ_NONE && state != RZ_NONE && rz_row_has(cast->data, m->office, "kind", "sent");
    uint32_t holder = sent ? rz_sent_to(cast, m, state, own != RZ_NONE) : rz_office_holder(cast, m->office, state, m->seat);
    return m->serves == RZ_SERVES_NEW ? new_holder(cast, m, state, holder) : holder;
}

/* «سفر X آغاز و وی …»: who was named in the clause that goes on, where it tells of nobody as its subject. */
static uint32_t named_in_clause_before(const rz_cast *cast, uint32_t mention) {
    enum { NEAR = 6 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause;
    if (clause == RZ_NONE) return RZ_NONE;
    uint32_t parent = s->clauses[clause].kind == RZ_CLAUSE_COORDINATE ? s->clauses[clause].parent : clause;
    if (parent == RZ_NONE || (parent != clause && s->clauses[parent].subject != RZ_NONE)) return RZ_NONE;
    for (uint32_t i = mention; i-- > 0 && mention - i <= NEAR;) {
        const rz_mention *p = &cast->mentions->at[i];
        if (s->links[i].clause != clause && s->links[i].clause != parent) return RZ_NONE;
        if (p->kind == RZ_M_PERSON && p->head == RZ_NONE && p->actor != RZ_NONE && s->links[i].kind == RZ_LINK_OF && !s->links[i].prep) return p->actor;
    }
    return RZ_NONE;
}

/* «رسانه‌ها مخالفت با استقبال از X را علت تعویق سفر وی خواندند»: who is told of before it in a clause that nobody is the subject of; not whom one meets. */
static uint32_t told_of_in_clause(const rz_cast *cast, uint32_t mention) {
    enum { NEAR = 6 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause, subject = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].subject;
    if (s->links[mention].kind != RZ_LINK_OF || clause == RZ_NONE) return RZ_NONE;
    if (subject != RZ_NONE && (cast->mentions->at[subject].actor == RZ_NONE || strcmp(cast->members.at[cast->mentions->at[subject].actor].shown.kind, "group"))) return RZ_NONE;
    for (uint32_t i = mention; i-- > 0 && mention - i <= NEAR && s->links[i].clause == clause;) {
        const rz_mention *p = &cast->mentions->at[i];
        if (p->head != RZ_NONE || p->actor == RZ_NONE || !rz_cast_is_person(cast, p->actor)) continue;
        return s->links[i].kind != RZ_LINK_PREP || s->links[i].prep == RZ_C_FROM ? p->actor : RZ_NONE;
    }
    return RZ_NONE;
}

/* «X گفت …؛ او فردا …», «X مدعی شد در سفر او»: whom the sentence is about up to here. */
static uint32_t subject_of_sentence(const rz_cast *cast, uint32_t mention) {
    enum { BACK = 24 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause, sentence = rz_token_sentence(s, cast->mentions->at[mention].first);
    if (clause == RZ_NONE || s->clauses[clause].kind != RZ_CLAUSE_COORDINATE) return RZ_NONE;
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK && rz_token_sentence(s, cast->mentions->at[i].first) == sentence;) {
        const rz_mention *m = &cast->mentions->at[i];
        uint32_t own = s->links[i].clause;
        if (m->head != RZ_NONE || m->actor == RZ_NONE || own == RZ_NONE || own == clause || s->clauses[own].subject != i || s->clauses[own].kind != RZ_CLAUSE_MAIN) continue;
        if (rz_cast_is_person(cast, m->actor)) return m->actor;
    }
    return RZ_NONE;
}

/* «سفر X لغو شد و Y با وی دیدار نخواهد کرد»: the only person whom the sentence told of before
 * the clause that goes on, not as subject. */
static uint32_t told_in_sentence(const rz_cast *cast, uint32_t mention, uint32_t not_this) {
    enum { BACK = 24 };
    const rz_scene *s = &cast->found->scene;
    uint32_t sentence = rz_token_sentence(s, cast->mentions->at[mention].first), clause = s->links[mention].clause, one = RZ_NONE;
    if (clause == RZ_NONE || s->clauses[clause].kind != RZ_CLAUSE_COORDINATE) return RZ_NONE;
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK && rz_token_sentence(s, cast->mentions->at[i].first) == sentence;) {
        const rz_mention *m = &cast->mentions->at[i];
        uint32_t own = s->links[i].clause;
        if (m->head != RZ_NONE || m->actor == RZ_NONE || m->actor == not_this || own == RZ_NONE || own == clause || !rz_cast_is_person(cast, m->actor)) continue;
        bool undergone = s->clauses[clause].parent == own && s->clauses[own].verb != RZ_NONE && rz_undergone(s, s->clauses[own].verb);
        if (s->clauses[own].subject == i && undergone) return m->actor; /* «X وارد شد و Y از او استقبال کرد» */
        if (s->clauses[own].subject == i) continue; /* «Z گفت Y با وی دیدار خواهد کرد»: not Z */
        if (one != RZ_NONE && one != m->actor) return RZ_NONE;
        one = m->actor;
    }
    return one;
}

/* «وی» as subject is whom the last sentence was about; elsewhere the last other person. */
static uint32_t pronoun(rz_cast *cast, uint32_t mention) {
    const rz_link *link = &cast->found->scene.links[mention];
    uint32_t subject = cast->last_subject;
    rz_row row = cast->mentions->at[mention].row;
    if (row != RZ_NONE && rz_row_has(cast->data, row, "kind", "body")) return rz_body_meant(cast, &cast->mentions->at[mention]);
    if (row != RZ_NONE && rz_row_has(cast->data, row, "kind", "delegation")) return cast->last_head;
    bool acts = link->kind != RZ_LINK_PREP && link->kind != RZ_LINK_OBJECT;
    rz_row bound = rz_bound_for(cast, &cast->mentions->at[mention]); /* «سفر وی به X»: nobody of X */
    uint32_t here = rz_told_in_quote(cast, mention);
    if (here != RZ_NONE) return here;
    here = acts ? rz_told_after_colon(cast, mention) : RZ_NONE;
    if (here == RZ_NONE && acts) here = rz_traveller_meant(cast, mention);
    if (here == RZ_NONE && acts) here = named_in_clause_before(cast, mention);
    if (here == RZ_NONE && acts) here = subject_of_sentence(cast, mention);
    if (here == RZ_NONE && acts) here = told_of_in_clause(cast, mention);
    if (subject != RZ_NONE && bound != RZ_NONE && rz_is_abroad(cast, subject, mention)) bound = RZ_NONE;
    if (here != RZ_NONE && (bound == RZ_NONE || cast->members.at[here].state != bound)) return here;
    if (subject != RZ_NONE && bound != RZ_NONE && cast->members.at[subject].state == bound) subject = RZ_NONE;
    if (acts && subject != RZ_NONE && (rz_cast_is_person(cast, subject))) return subject; /* «وزارت خارجه گفت … او»: no ministry */
    if (acts) subject = RZ_NONE;
    if (link->clause != RZ_NONE) {
        const rz_clause *c = &cast->found->scene.clauses[link->clause];
        uint32_t own = c->subject, him = own != RZ_NONE && own < mention ? cast->mentions->at[own].actor : RZ_NONE;
        bool handed = link->prep == RZ_C_TO && him != RZ_NONE && c->verb != RZ_NONE && rz_undergone(&cast->found->scene, c->verb);
        if (handed && rz_cast_is_person(cast, him)) return him; /* «سفیر X احضار و یادداشتی به وی تسلیم شد» */
        bool his = (link->kind == RZ_LINK_OF || link->prep == RZ_C_BETWEEN) && him != RZ_NONE && cast->found->scene.links[own].clause != link->clause;
        if (his && rz_cast_is_person(cast, him) && (bound == RZ_NONE || cast->members.at[him].state != bound)) return him; /* «X گفت که در دیدار وی با Y», «میان وی و Y» */
        if (own != RZ_NONE && own != mention && cast->mentions->at[own].actor != RZ_NONE && own < mention) subject = cast->mentions->at[own].actor;
    }
    here = acts ? RZ_NONE : told_in_sentence(cast, mention, subject);
    if (here != RZ_NONE) return here;
    uint32_t told = cast->last_subject; /* «X فردا با Y دیدار می‌کند. Z در نشست خبری با وی گفت»: X */
    bool to_him = link->kind == RZ_LINK_OBJECT || link->prep == RZ_C_WITH || link->prep == RZ_C_FROM;
    if (!acts && to_him && told != RZ_NONE && told != subject && rz_cast_is_person(cast, told)) return told;
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;)
        if (cast->recent.at[i] != subject && rz_cast_is_person(cast, cast->recent.at[i]) && (bound == RZ_NONE || cast->members.at[cast->recent.at[i]].state != bound)) return cast->recent.at[i];
    return RZ_NONE;
}

static void state(rz_cast *cast, uint32_t mention) {
    rz_mention *m = &cast->mentions->at[mention];
    if (m->whose == RZ_WHOSE_BOTH) {
        rz_row a, b;
        rz_pair_of_states(cast, mention, &a, &b);
        if (b == RZ_NONE) return;
        m->actor = rz_cast_row(cast, a);
        m->actor2 = rz_cast_row(cast, b);
        return;
    }
    rz_row row = m->whose == RZ_WHOSE_THIS ? rz_country_gone_to(cast, mention, rz_own_state(cast, mention)) : RZ_NONE; /* «X در Y گفت کشورش …» */
    if (row == RZ_NONE) row = rz_whose_state(cast, m);
    if (row != RZ_NONE) m->actor = rz_cast_row(cast, row);
}

/* Whose ministry a ministry without a state is: the outlet's, where that one was named, else that of the one named last. */
static rz_row named_owner(const rz_cast *cast, rz_row body) {
    rz_row owner = RZ_NONE;
    for (uint32_t i = 0; i < cast->members.n; i++) {
        const rz_cast_member *m = &cast->members.at[i];
        if (m->body != body || m->state == RZ_NONE) continue;
        owner = m->state;
        if (owner == cast->article->country) return owner;
    }
    return owner;
}

/* «کاردار X در Y به وزارت خارجه احضار شد»: to that of the state that he is sent to; «Y سفیر X را به وزارت خارجه احضار کرد»: to its own. */
static rz_row owner_beside(const rz_cast *cast, const rz_mention *m) {
    enum { BACK = 6 };
    const rz_scene *s = &cast->found->scene;
    uint32_t mention = (uint32_t)(m - cast->mentions->at), clause = s->links[mention].clause;
    if (clause == RZ_NONE || s->links[mention].prep != RZ_C_TO || s->links[mention].kind != RZ_LINK_PREP) return RZ_NONE;
    for (uint32_t i = mention; i-- > 0 && mention - i <= BACK && s->links[i].clause == clause;) {
        const rz_mention *p = &cast->mentions->at[i];
        rz_row seat = p->kind == RZ_M_OFFICE && p->seat != RZ_NONE ? rz_seat_of(cast->data, p->seat) : RZ_NONE;
        if (seat != RZ_NONE && rz_row_type_of(cast->data, seat) == RZ_STATE) return seat;
        if (i == s->clauses[clause].subject && p->kind == RZ_M_STATE && p->row != RZ_NONE) return p->row;
    }
    return RZ_NONE;
}

/* «سفارت دو کشور», «وزارت خارجه دو کشور»: that of each. */
static bool bodies_of_both(rz_cast *cast, uint32_t mention) {
    rz_mention *m = &cast->mentions->at[mention];
    rz_row a, b;
    if (m->body == RZ_NONE || m->whose != RZ_WHOSE_BOTH) return false;
    rz_pair_of_states(cast, mention, &a, &b);
    if (b == RZ_NONE) return false;
    m->actor = rz_cast_body(cast, m->body, a, m->seat);
    m->actor2 = rz_cast_body(cast, m->body, b, m->seat);
    return true;
}

/* «کابینه نتانیاهو»: of the state of who leads it. */
static rz_row state_of_leader(const rz_cast *cast, const rz_mention *m) {
    const rz_mention *next = m + 1;
    bool led = next < cast->mentions->at + cast->mentions->n && next->kind == RZ_M_PERSON && next->first == m->last && m->whose == RZ_WHOSE_NONE;
    return led && rz_row_has(cast->data, m->body, "kind", "government") ? rz_state_told(&cast->found->scene, next) : RZ_NONE;
}

/* «دولت X از پارلمان رأی اعتماد گرفت»: X's parliament. */
static rz_row state_of_trusted(const rz_cast *cast, const rz_mention *m) {
    enum { NEAR = 6 };
    const rz_scene *s = &cast->found->scene;
    uint32_t mention = (uint32_t)(m - cast->mentions->at), clause = s->links[mention].clause, all = cast->mentions->n;
    if (clause == RZ_NONE || m->whose != RZ_WHOSE_NONE || !rz_row_has(cast->data, m->body, "kind", "parliament")) return RZ_NONE;
    const rz_clause *c = &s->clauses[clause];
    uint32_t from = m->first > c->first + RZ_REACH ? m->first - RZ_REACH : c->first, to = c->last < m->last + RZ_REACH ? c->last : m->last + RZ_REACH;
    if (!rz_listed_within(s, rz_row_find(cast->data, RZ_WORDS, RZ_STR("vote-of-trust")), from, to)) return RZ_NONE;
    for (uint32_t i = mention > NEAR ? mention - NEAR : 0; i < all && i <= mention + NEAR; i++) {
        const rz_mention *p = &cast->mentions->at[i];
        if (p == m || s->links[i].clause != clause || p->kind == RZ_M_PLACE) continue;
        rz_row state = p->kind == RZ_M_ORGANISATION ? state_of_leader(cast, p) : RZ_NONE;
        if (state == RZ_NONE) state = rz_state_told(s, p);
        if (state != RZ_NONE) return state;
    }
    return RZ_NONE;
}

static uint32_t organisation(rz_cast *cast, const rz_mention *m) {
    if (m->body == RZ_NONE) return m->row == RZ_NONE ? RZ_NONE : rz_cast_row(cast, m->row);
    rz_row owner = rz_own_state(cast, (uint32_t)(m - cast->mentions->at));
    if (owner == RZ_NONE) owner = rz_whose_state(cast, m);
    if (owner == RZ_NONE) owner = owner_beside(cast, m);
    if (owner == RZ_NONE) owner = state_of_leader(cast, m);
    if (owner == RZ_NONE) owner = state_of_trusted(cast, m);
    uint32_t house = owner == RZ_NONE ? rz_house_meant(cast, m) : RZ_NONE;
    if (house != RZ_NONE) return house;
    if (owner == RZ_NONE) owner = named_owner(cast, m->body);
    if (owner == RZ_NONE && !cast->article->publisher.id) owner = rz_named_owner(cast, m->body);
    if (owner == RZ_NONE && m->whose == RZ_WHOSE_NONE) owner = rz_state_of_voice(cast, m);
    if (owner == RZ_NONE) owner = rz_state_of_house(cast, m);
    if (owner == RZ_NONE) owner = cast->article->country;
    return rz_cast_body(cast, m->body, owner, m->seat);
}

void rz_antecedent(rz_cast *cast, uint32_t mention) {
    rz_mention *m = &cast->mentions->at[mention];
    switch (m->kind) {
    case RZ_M_OFFICE:
        m->actor = m->head != RZ_NONE ? RZ_NONE : office(cast, m);
        break;
    case RZ_M_ORGANISATION:
        if (!bodies_of_both(cast, mention)) m->actor = organisation(cast, m);
        break;
    case RZ_M_PRONOUN:
        if (m->row != RZ_NONE && rz_row_has(cast->data, m->row, "kind", "they")) {
            if (!rz_several(cast, mention) && !rz_row_has(cast->data, m->row, "number", "three")) rz_they(cast, mention);
        }
        else m->actor = pronoun(cast, mention);
        break;
    case RZ_M_COLLECTIVE: rz_collective(cast, mention); break;
    case RZ_M_STATE: state(cast, mention); break;
    default: break;
    }
}
