/* Who takes part in what a clause is set in: «X در نشست … شرکت کرد», «X در دیدار با Y گفت». */
#include "event/attend.h"
#include "event/sent.h"

/* «وزرای X و Y طی گفت‌وگوی تلفنی … را بررسی کردند» */
static bool discussed(const rz_found *found, const rz_found_event *e) {
    uint32_t other = found->verbal_of[e->clause];
    return other != RZ_NONE && found->events.at[other].frame->discussion;
}

/* «X در اجلاس سران شرکت کرد» */
static bool attended(const rz_found *found, const rz_found_event *e) {
    uint32_t other = found->verbal_of[e->clause];
    uint32_t verb = found->scene.clauses[e->clause].verb;
    if (verb != RZ_NONE && found->scene.text->verbs[verb].negative) return false; /* «در نشست شرکت نکرد» */
    bool told_of = rz_kind_is(e->kind, RZ_KIND_CONTACT) && (e->definite || e->parts.n); /* «در این دیدار X نیز حضور داشت», «در دیدار X و Y» */
    return (rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_PAPER) || told_of) && other != RZ_NONE && found->events.at[other].frame->needs == RZ_NEEDS_NEVER;
}

/* «در این دیدار حضور داشت», «به این دیدار پیوست»: by the preposition of its verb. */
static bool comes_by(const rz_found *found, const rz_found_event *e, const rz_link *link, bool this_one) {
    uint32_t verbal = found->verbal_of[e->clause];
    bool to = verbal != RZ_NONE && found->events.at[verbal].frame->by_class[RZ_C_TO];
    if (to) return link->prep == RZ_C_TO && this_one;
    if (link->prep != RZ_C_OCCASION || !e->definite || link->prep_token == RZ_NONE) return link->prep == RZ_C_IN;
    const rz_scene *s = &found->scene; /* «در جریان این نشست سخنرانی کردند», not «در حاشیه این نشست» */
    return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-the-course")), link->prep_token) > link->prep_token;
}

/* «در نشست X شرکت و با Y دیدار کرد»: the light verb of two, whose first part is told before «and». */
static bool attended_besides(const rz_found *found, const rz_found_event *e) {
    enum { FAR = 16 };
    const rz_scene *s = &found->scene;
    uint32_t end;
    for (uint32_t t = e->last; t < s->text->n_tokens && t < e->last + FAR && s->clause_of[t] == e->clause; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->tail || hit->key != s->g->k_phrase || s->g->frames[hit->row - s->g->first_frame].needs != RZ_NEEDS_NEVER) continue;
            if (hit->last < s->text->n_tokens && rz_class_at(s, hit->last, &end) == RZ_C_AND) return true;
        }
    return false;
}

/* «راهی نشست X شد»: he goes there. */
static bool heads_for(const rz_scene *s, const rz_link *link) {
    return link->prep == RZ_C_TO && rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("heading-for")));
}

/* A meeting or call «with» somebody right after the noun: it is the subject's. */
static bool met_with(const rz_scene *s, const rz_found_event *e) {
    uint32_t end;
    bool contact = rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_REMOTE);
    return contact && !e->definite && e->last < s->text->n_tokens && rz_class_at(s, e->last, &end) == RZ_C_WITH;
}

/* «در پاسخ به تماس تلفنی X گفت» */
static bool answers(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    return rz_kind_is(e->kind, RZ_KIND_REMOTE) && link->kind == RZ_LINK_PREP && rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("answering")));
}

/* «در مکالمه‌ای تلفنی به X گفت»: whom the subject told it. RZ_NONE: nobody. */
static uint32_t told_to(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (!rz_kind_is(e->kind, RZ_KIND_REMOTE) || e->definite || e->parts.n || link->prep != RZ_C_IN || verb == RZ_NONE || s->clauses[e->clause].subject == RZ_NONE) return RZ_NONE;
    for (uint32_t t = e->last; t < s->text->verbs[verb].first && t < e->last + RZ_CLAUSE_REACH; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].head != RZ_NONE || s->links[m].kind != RZ_LINK_PREP || s->links[m].prep != RZ_C_TO) continue;
        return rz_family(&s->mentions->at[m]) == 1 ? m : RZ_NONE;
    }
    return RZ_NONE;
}

/* «X در دیدار Y گفت»: of a meeting or call told with one party, the other is the subject. */
static bool received(const rz_found_event *e, const rz_link *link) {
    bool contact = rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_REMOTE);
    return contact && !e->definite && e->parts.n == 1 && link->prep == RZ_C_IN;
}

/* «X را برای سفر به Y دعوت کرد» */
static uint32_t invited_object(const rz_scene *s, uint32_t clause) {
    enum { NEAR = 3 };
    uint32_t verb = s->clauses[clause].verb, from = s->clauses[clause].first;
    if (verb == RZ_NONE) return RZ_NONE;
    uint32_t at = s->text->verbs[verb].first;
    if (!rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("inviting")), at, at > from + NEAR ? at - NEAR : from)) return RZ_NONE;
    for (uint32_t t = at > from + RZ_REACH ? at - RZ_REACH : from; t < at; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->mentions->at[m].head == RZ_NONE && s->links[m].clause == clause && rz_is_actor(&s->mentions->at[m]) && rz_is_object(s, m)) return m;
    }
    return RZ_NONE;
}

/* «دعوت Y از X برای سفر به Z»: X. */
uint32_t rz_invited_by_noun(const rz_scene *s, const rz_found_event *e) {
    enum { FAR = 14, NEAR = 6 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("invitation-nouns"));
    uint32_t from = s->clauses[e->clause].first;
    for (uint32_t t = e->first; t-- > from && e->first - t < FAR;) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        if (m == RZ_NONE || s->links[m].prep != RZ_C_FROM || s->links[m].kind != RZ_LINK_PREP || rz_family(&s->mentions->at[m]) != 1) continue;
        uint32_t at = s->links[m].prep_token;
        return rz_listed_within(s, words, at > from + NEAR ? at - NEAR : from, at) ? m : RZ_NONE;
    }
    return RZ_NONE;
}

/* «از X برای سفر به Y دعوت کرد», «دعوت‌نامه‌ای برای سفر به Y را به X داد»: whoever is invited is to go. */
static uint32_t invited(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verbal = found->verbal_of[e->clause], asked = rz_asked_in(s, e->clause);
    if (asked != RZ_NONE && asked == e->place) asked = rz_asked_before(s, e->clause, e->first); /* «از X برای دیدار از Y دعوت کرد» */
    if (asked == RZ_NONE) asked = invited_object(s, e->clause);
    if (asked == RZ_NONE) asked = rz_invited_by_noun(s, e);
    if (asked != RZ_NONE || verbal == RZ_NONE || !rz_kind_is(found->events.at[verbal].kind, RZ_KIND_MESSAGE)) return asked;
    for (uint32_t t = e->last; t < found->events.at[verbal].first; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && m != e->place && s->links[m].prep == RZ_C_TO && s->links[m].kind == RZ_LINK_PREP && s->links[m].prep_token > e->last && rz_is_actor(&s->mentions->at[m]))
            return m;
    }
    return RZ_NONE;
}

/* «در نشست سه‌جانبه، X، Y و Z تأکید کردند» */
static bool has_list(const rz_scene *s, uint32_t m) {
    enum { NEAR = 5 }; /* «X، وزیر خارجه A و Y، وزیر خارجه B»: their offices stand between */
    if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_COLLECTIVE && s->mentions->at[m].state2 != RZ_NONE) return true; /* «وزیران خارجه A و B» */
    for (uint32_t i = m + 1; m != RZ_NONE && i < s->mentions->n && i < m + NEAR; i++)
        if (s->links[i].list == m && s->mentions->at[i].head == RZ_NONE) return true;
    return false;
}

/* «برای گفت‌وگو بین X و Y آمد»: the two are told. */
static bool told_between(const rz_scene *s, const rz_found_event *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->parts.n; i++) n += e->parts.at[i].mention < s->mentions->n && s->links[e->parts.at[i].mention].prep == RZ_C_BETWEEN;
    return n > 0;
}

/* «برنامه X برای سفر به Y», «آمادگی X برای دیدار با Y»: whose plan it is, who goes. RZ_NONE: nobody's. */
static uint32_t planner(const rz_scene *s, const rz_link *link, bool deed) {
    bool aim = link->prep == RZ_C_FOR || link->prep == RZ_C_TO || (deed && link->prep == RZ_C_IN); /* «تصمیم X به اخراج Y», «اقدام X در اخراج Y» */
    uint32_t m = aim && link->prep_token != RZ_NONE && link->prep_token ? s->mention_at[link->prep_token - 1] : RZ_NONE;
    if (m == RZ_NONE) return RZ_NONE;
    if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("plans"));
    uint32_t list = s->links[m].list, chain = s->links[list].kind == RZ_LINK_OF ? s->links[list].chain : RZ_NONE;
    if (words == RZ_NONE || chain == RZ_NONE || !rz_is_actor(&s->mentions->at[m])) return RZ_NONE;
    uint32_t first = s->mentions->at[list].first;
    for (rz_hits_run h = rz_hits_within(s->text, chain, first); rz_hits_run_next(&h);)
        if (h.hit.row == words && !h.hit.tail) return m;
    return RZ_NONE;
}

bool rz_planner_add(rz_found *found, rz_found_event *e) {
    rz_link link = {.prep_token = RZ_NONE};
    bool deed = e->frame->owner && e->frame->subject && !rz_has_role(e, "subject");
    if (!deed && !rz_kind_is(e->kind, RZ_KIND_CONTACT)) return false;
    rz_govern(&found->scene, &link, e->first);
    uint32_t m = planner(&found->scene, &link, deed);
    if (m != RZ_NONE) rz_part_add(found, e, m, deed ? e->frame->subject : e->frame->of);
    return m != RZ_NONE;
}

static bool mediates(const rz_scene *s, uint32_t clause) {
    uint32_t verb = s->clauses[clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    return at && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("mediating")), at, at - 1);
}

/* «پس از ورود به X و دیدار با Y گفت»: set as the noun before «و» is. */
static bool joined_setting(const rz_found *found, const rz_found_event *e) {
    enum { FAR = 12 };
    const rz_scene *s = &found->scene;
    uint32_t start, from = s->clauses[e->clause].first, verb = s->clauses[e->clause].verb;
    uint8_t tense = verb == RZ_NONE ? RZ_PRESENT : s->text->verbs[verb].tense;
    bool past = rz_tense_done(tense);
    if (!past || !met_with(s, e) || rz_class_before(s, e->first, from, false, &start) != RZ_C_AND) return false;
    for (uint32_t t = start; t-- > from && start - t < FAR;) {
        uint32_t i = rz_trigger_at(found, t);
        if (i == RZ_NONE) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, found->events.at[i].first);
        return found->events.at[i].evoked == RZ_EVOKED_NOUN && link.kind == RZ_LINK_PREP && (link.prep == RZ_C_AFTER || link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION);
    }
    return false;
}

/* «X به اظهارات Y در نشست خبری [در اجلاس Z] واکنش نشان داد»: whose words they are. RZ_NONE: the clause's own subject speaks there. */
static uint32_t speaker_of_words(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    enum { FAR = 16, NEAR = 3 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("words-of"));
    uint32_t from = s->clauses[e->clause].first, subject = s->clauses[e->clause].subject, end;
    if (!rz_kind_is(e->kind, RZ_KIND_PRESS | RZ_KIND_SESSION) || link->prep != RZ_C_IN || link->prep_token == RZ_NONE) return RZ_NONE;
    for (uint32_t t = link->prep_token; t-- > from && link->prep_token - t < FAR;) {
        if ((end = rz_listed_end(s, words, t)) == t) continue;
        for (uint32_t u = end; u < end + NEAR && u < link->prep_token; u++) {
            uint32_t m = s->mention_at[u];
            if (m != RZ_NONE && s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
            bool right_there = rz_kind_is(e->kind, RZ_KIND_PRESS) || (m != RZ_NONE && rz_phrase_end(s, m) == link->prep_token);
            if (m != RZ_NONE && m != subject && right_there && rz_family(&s->mentions->at[m]) == 1) return m;
        }
        return RZ_NONE;
    }
    return RZ_NONE;
}

/* «X پس از امضای سند با Y گفت»: who speaks signed it with him, unless he only speaks for others. */
static bool signed_with(const rz_found *found, const rz_found_event *e, const rz_link *link) {
    const rz_scene *s = &found->scene;
    uint32_t subject = s->clauses[e->clause].subject, m = e->parts.n == 1 ? e->parts.at[0].mention : RZ_NONE;
    bool setting = link->prep == RZ_C_AFTER || link->prep == RZ_C_IN || link->prep == RZ_C_OCCASION;
    if (!rz_kind_is(e->kind, RZ_KIND_PAPER) || !rz_has_role(e, "signatory") || !setting || m >= s->mentions->n || subject == RZ_NONE || subject == m) return false;
    return s->links[m].prep == RZ_C_WITH && rz_family(&s->mentions->at[m]) == 1 && rz_family(&s->mentions->at[subject]) == 1 && !rz_is_voice(s, subject);
}

/* «X میزبان Y در سفر به Z بود»: who came is Y. RZ_NONE: nobody is received. */
static uint32_t received_there(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_row invitation = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-invitation")); /* «به دعوت Y در سفر به Z» */
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first;
    for (uint32_t t = e->first; rz_kind_is(e->kind, RZ_KIND_JOURNEY) && t-- > from;) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->links[m].prep != RZ_C_HOST || rz_listed_end(s, invitation, s->links[m].prep_token) > s->links[m].prep_token || s->links[m].kind != RZ_LINK_PREP || s->links[m].clause != e->clause) continue;
        return s->mentions->at[m].kind == RZ_M_PERSON || s->mentions->at[m].kind == RZ_M_OFFICE ? s->mentions->at[m].head == RZ_NONE ? m : s->mentions->at[m].head : RZ_NONE;
    }
    return RZ_NONE;
}

/* «سفر X به Y برای شرکت در نشست»: whose journey it is, is to be there. */
static bool add_goers(rz_found *found, rz_found_event *e, const rz_link *link) {
    uint32_t at = rz_kind_is(e->kind, RZ_KIND_SESSION) && rz_prep_status(&found->scene, link, e->first) ? rz_journey_before(found, e, link) : RZ_NONE;
    if (at == RZ_NONE) return false;
    const rz_found_event *journey = &found->events.at[at];
    for (uint32_t i = 0; i < journey->parts.n; i++) rz_part_add(found, e, journey->parts.at[i].mention, "participant");
    return journey->parts.n > 0;
}

/* «X در این نشست گفت», «برای نشست به Y رفت»: who came to it, spoke there or was in the chair; false: it is not told so. */
static bool add_attending(rz_found *found, rz_found_event *e, const rz_link *link) {
    const rz_scene *s = &found->scene;
    uint32_t verbal = found->verbal_of[e->clause], speaker = s->clauses[e->clause].subject;
    bool session = rz_kind_is(e->kind, RZ_KIND_SESSION);
    bool comes_for = (session || rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_JOINT)) && link->prep == RZ_C_FOR && rz_prep_status(s, link, e->first) && rz_journey_for(found, e) != RZ_NONE;
    bool this_one = e->definite && e->first == link->chain + 1; /* «در این نشست» */
    bool at_it = link->kind != RZ_LINK_OF || this_one || (e->first > link->chain && rz_of_its_opening(s, link->chain, e->first));
    bool ended = link->prep_token != RZ_NONE && (link->prep == RZ_C_OCCASION || link->prep == RZ_C_AFTER) && rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("end-of-session"))) && !(speaker != RZ_NONE && rz_is_voice(s, speaker));
    bool speaks_there = session && at_it && rz_attending(found, e) == RZ_NONE && (link->prep == RZ_C_IN || ended) && verbal == RZ_NONE && speaker != RZ_NONE && rz_family(&s->mentions->at[speaker]) == 1 && s->clauses[e->clause].verb != RZ_NONE;
    bool besides = session && link->prep == RZ_C_IN && verbal != RZ_NONE && attended_besides(found, e);
    if (rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT) && rz_chaired(s, e)) {
        rz_subjects_add(found, e, "head");
        return true;
    }
    if (add_goers(found, e, link)) return true;
    if ((session && heads_for(s, link)) || (comes_by(found, e, link, this_one) && attended(found, e)) || comes_for || speaks_there || besides || (session && rz_guests_of(s, e)) || rz_attends_besides(found, e, link)) {
        rz_subjects_add(found, e, "participant");
        if (attended(found, e)) rz_attending_all(found, e, e->clause);
        rz_attending_heads(found, e);
        e->joined = (rz_kind_is(e->kind, RZ_KIND_CONTACT) && e->definite) || (this_one && attended(found, e));
        return true;
    }
    return false;
}

/* «X با سفر به Y می‌کوشد …»: he is there, unless what he does is done with «با» («با سفر به Y موافقت کرد»). */
static bool by_going(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE || s->text->verbs[verb].first < e->last || s->text->verbs[verb].negative || s->text->verbs[verb].tense == RZ_SUBJUNCTIVE) return false;
    return !rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("takes-with")), e->last, s->text->verbs[verb].first);
}

static bool is_unnamed(const rz_found_event *e) { return e->described.n || e->crowd_last > e->crowd_first; }

/* «X پس از دیدار با Y گفت», «برای سفر به Z دعوت شد»: who was in what the clause is set in, or is to go. */
static void add_by_setting(rz_found *found, rz_found_event *e, const rz_link *link, bool answer) {
    const rz_scene *s = &found->scene;
    uint32_t verbal = found->verbal_of[e->clause], speaker = s->clauses[e->clause].subject;
    bool setting = answer || joined_setting(found, e) || link->prep == RZ_C_IN || link->prep == RZ_C_OCCASION || link->prep == RZ_C_AFTER;
    bool own = link->kind == RZ_LINK_PREP && met_with(s, e) && !(link->prep == RZ_C_ABOUT && speaker != RZ_NONE && rz_is_voice(s, speaker)); /* «با اشاره به دیدار با X گفت», not of a spokesman */
    bool press = rz_kind_is(e->kind, RZ_KIND_PRESS) || discussed(found, e);
    bool abroad = rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->place != RZ_NONE && !e->definite;
    bool holds = found->happens_in[e->clause] != RZ_NONE && !rz_verb_among(s, s->clauses[e->clause].verb, s->g->become, 2); /* «دیدارهایی برگزار کرد» */
    setting |= abroad && link->prep == RZ_C_WITH && link->kind == RZ_LINK_PREP && (verbal != RZ_NONE || holds || by_going(s, e)) && speaker != RZ_NONE && rz_family(&s->mentions->at[speaker]) == 1; /* «با سفر به X با Y دیدار کرد» */
    bool gives_up = link->prep == RZ_C_FROM && rz_status_done(s, e, RZ_C_REFUSED); /* «از سفر به X انصراف داد» */
    bool calls_off = abroad && !e->parts.n && (gives_up || (!link->prep && rz_gives_news(s, e))) && speaker != RZ_NONE && rz_family(&s->mentions->at[speaker]) == 1 && !rz_is_voice(s, speaker); /* «X سفر به Y را لغو کرد» */
    if (calls_off) {
        rz_subjects_add(found, e, e->frame->subject);
        return;
    }
    if (!setting && !own && !(link->prep && rz_prep_status(s, link, e->first))) return;
    bool together = setting && rz_kind_is(e->kind, RZ_KIND_CONTACT) && !e->definite && has_list(s, s->clauses[e->clause].subject); /* «X و Y پس از دیدار گفتند» */
    if (!e->parts.n && !press && !abroad && !together && !is_unnamed(e)) return;
    if (rz_kind_is(e->kind, RZ_KIND_LOOSE) && e->parts.n == 1 && e->parts.at[0].mention < s->mentions->n && rz_is_press(s, e->parts.at[0].mention)) return;
    uint32_t guest = !setting && (abroad || rz_kind_is(e->kind, RZ_KIND_CONTACT)) ? planner(s, link, false) : RZ_NONE;
    if (guest == RZ_NONE && abroad && !setting) guest = invited(found, e);
    if (guest == RZ_NONE && abroad && link->prep == RZ_C_IN) guest = received_there(s, e);
    if (guest != RZ_NONE) rz_part_add(found, e, guest, e->frame->subject);
    else if (!abroad || link->prep != RZ_C_BEFORE || speaker == RZ_NONE || !rz_is_voice(s, speaker)) rz_subjects_add(found, e, e->frame->subject); /* «سخنگوی X پیش از عزیمت به Y گفت» */
}

/* «X با Y در نشست خبری شرکت کرد»: both. */
static void add_partners(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verbal = found->verbal_of[e->clause], from = s->clauses[e->clause].first;
    if (!rz_kind_is(e->kind, RZ_KIND_PRESS) || verbal == RZ_NONE || found->events.at[verbal].frame->needs != RZ_NEEDS_NEVER) return;
    for (uint32_t t = e->first > from + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : from; t < e->first; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->links[m].clause != e->clause || s->mentions->at[m].head != RZ_NONE) continue;
        if (s->links[m].prep == RZ_C_WITH && s->links[m].kind == RZ_LINK_PREP) rz_part_add(found, e, m, "participant");
    }
}

/* «X در دیدار با Y گفت»: the subject took part in what the clause is set in. */
void rz_setting_subject(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    rz_link link = {.prep_token = RZ_NONE};
    if (rz_attended_behind(found, e)) return;
    rz_govern(s, &link, e->first);
    if (link.prep == RZ_C_IN && rz_status_done(s, e, RZ_C_REFUSED)) return; /* «از شرکت در نشست خودداری کرد» */
    if (rz_kind_is(e->kind, RZ_KIND_CONTACT)) rz_govern_purpose(s, &link, e->first);
    uint32_t verbal = found->verbal_of[e->clause];
    if (verbal != RZ_NONE && found->events.at[verbal].frame->accompanies && rz_kind_is(e->kind, RZ_KIND_JOURNEY)) { /* «X را در سفر به Y همراهی می‌کند» */
        rz_seen_off_add(found, e, e->clause, e->frame->subject);
        return;
    }
    add_partners(found, e);
    uint32_t speaks = speaker_of_words(s, e, &link);
    if (speaks != RZ_NONE) {
        rz_part_add(found, e, speaks, "participant");
        return;
    }
    if (add_attending(found, e, &link)) return;
    if (told_between(s, e)) {
        if (mediates(s, e->clause)) rz_subjects_add(found, e, "mediator");
        return;
    }
    if (e->frame->owner) return; /* who speaks of an attack did not make it */
    bool answer = answers(s, e, &link);
    if (signed_with(found, e, &link)) rz_subjects_add(found, e, "signatory");
    if (!e->frame->subject || e->frame->of == NULL || (rz_has_of_participant(found, e) && !received(e, &link) && !answer)) return;
    uint32_t addressee = told_to(s, e, &link);
    if (addressee != RZ_NONE) rz_part_add(found, e, addressee, "participant");
    add_by_setting(found, e, &link, answer);
}

/* «X در دیدار با رئیس بنیاد Y گفت»: the same, where the other is told by no name. */
void rz_setting_unnamed(rz_found *found, rz_found_event *e) {
    bool listed = e->described.n > 0; /* whom the tables have stands behind him: «با مدیر بندر X و استاندار Y» */
    for (uint32_t i = 0; i < e->parts.n && listed; i++) listed = e->parts.at[i].mention < found->scene.mentions->n && found->scene.mentions->at[e->parts.at[i].mention].first >= e->described.at[0].last;
    if (is_unnamed(e) && (listed || !e->parts.n) && e->evoked == RZ_EVOKED_NOUN && met_with(&found->scene, e)) rz_setting_subject(found, e);
}

/* «نشست در سطح نمایندگان X، Y و Z برگزار شد»: they, where several are listed. */
void rz_level_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    rz_row level = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("at-level"));
    uint32_t to = s->clauses[e->clause].last < e->last + RZ_REACH ? s->clauses[e->clause].last : e->last + RZ_REACH, end;
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION) || e->evoked == RZ_EVOKED_VERB) return;
    for (uint32_t t = e->last; t < to; t++) {
        if ((end = rz_listed_end(s, level, t)) == t) continue;
        uint32_t m = s->mention_at[end];
        for (uint32_t i = m; has_list(s, m) && i < s->mentions->n && s->mentions->at[i].first < to; i++)
            if (s->links[i].list == s->links[m].list && s->mentions->at[i].head == RZ_NONE) rz_part_add(found, e, i, "participant");
        return;
    }
}
