/* Who gives a session or talks a place: «X میزبان نشست Y بود», «X از نشست Y میزبانی می‌کند». */
#include "event/event.h"

/* «میزبانی نشست X را بر عهده دارد», «… را پذیرفت» */
static bool takes_on(const rz_scene *s, uint32_t token, uint32_t verb) {
    rz_row hosting = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("hosting"));
    return rz_listed_end(s, hosting, token) > token && rz_verb_listed(s, verb, hosting);
}

/* «از جمله مهمانان [دومین] نشست X», «ریاست نشست X»: one of the words stands before the noun, and only what says which it is between. */
static bool said_of_noun(const rz_scene *s, const rz_found_event *e, rz_row words) {
    enum { BEFORE = 5 };
    uint32_t from = s->clauses[e->clause].first, low = e->first > from + BEFORE ? e->first - BEFORE : from;
    for (uint32_t t = e->first; t-- > low;) {
        if (s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE) return false;
        if (rz_listed_whole(s, words, t) > t) return true;
    }
    return false;
}

bool rz_guests_of(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE || e->evoked != RZ_EVOKED_NOUN || s->text->verbs[verb].lemma != s->g->be || s->text->verbs[verb].negative || s->text->verbs[verb].first < e->last) return false;
    return said_of_noun(s, e, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("guests-of")));
}

bool rz_chaired(const rz_scene *s, const rz_found_event *e) {
    rz_row chairing = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("chairing"));
    uint32_t verb = s->clauses[e->clause].verb;
    if (chairing == RZ_NONE || verb == RZ_NONE || s->text->verbs[verb].first < e->last || e->evoked != RZ_EVOKED_NOUN) return false;
    return rz_verb_listed(s, verb, chairing) && said_of_noun(s, e, chairing);
}

bool rz_hosted(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    uint32_t verb = s->clauses[e->clause].verb, start;
    if (verb == RZ_NONE || s->text->verbs[verb].first < e->last) return false;
    bool object = !link->prep && rz_class_before(s, s->text->verbs[verb].first, e->last, true, &start) == RZ_C_HOST; /* «نشست X را میزبانی کرد» */
    if (object) return takes_on(s, start, verb);
    if (link->prep_token == RZ_NONE || link->prep_token >= e->first) return false;
    rz_row lemma = s->text->verbs[verb].lemma;
    if (link->prep == RZ_C_HOST) return lemma == s->g->be || lemma == s->g->become[0] || takes_on(s, link->prep_token, verb);
    return link->prep == RZ_C_FROM && rz_class_before(s, s->text->verbs[verb].first, e->last, true, &start) == RZ_C_HOST && takes_on(s, start, verb);
}

/* A city that nobody speaks from is the subject of no clause: «ژنو میزبان نشست X است», «شهر X …». */
static uint32_t city_before(const rz_scene *s, const rz_found_event *e) {
    uint32_t from = s->clauses[e->clause].first, found = RZ_NONE;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    for (uint32_t t = from; t < e->first; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->links[m].clause != e->clause) continue;
        bool free = s->links[m].kind == RZ_LINK_FREE || (s->links[m].kind == RZ_LINK_OF && !s->links[m].prep);
        if (found != RZ_NONE || s->mentions->at[m].kind != RZ_M_PLACE || !free) return RZ_NONE;
        found = m;
    }
    return found;
}

/* «محل برگزاری این مذاکرات ژنو است», «میزبان این نشست X است»: the one place that the clause names. */
static uint32_t venue_of(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_row venues = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("venues"));
    uint32_t start = e->first, found = RZ_NONE, to = c->last < e->last + RZ_CLAUSE_REACH ? c->last : e->last + RZ_CLAUSE_REACH;
    rz_class_before(s, e->first, c->first, false, &start);
    if (!e->definite || c->verb == RZ_NONE || !rz_listed_before(s, venues, start, start > c->first + 3 ? start - 3 : c->first)) return RZ_NONE;
    for (uint32_t t = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->links[m].clause != e->clause || s->mentions->at[m].head != RZ_NONE) continue;
        if (s->mentions->at[m].kind == RZ_M_PLACE) return m;
        if (found == RZ_NONE && s->mentions->at[m].kind == RZ_M_STATE && s->links[m].kind != RZ_LINK_PREP) found = m;
    }
    return found;
}

/* «محل دور بعدی مذاکرات X و Y شهر Z است»: the town right before the verb. */
static uint32_t venue_is(const rz_scene *s, const rz_found_event *e) {
    enum { BEFORE = 6 };
    const rz_clause *c = &s->clauses[e->clause];
    const rz_verb *v = c->verb == RZ_NONE ? NULL : &s->text->verbs[c->verb];
    rz_row venues = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("venues"));
    if (!v || v->first < e->last || (v->lemma != s->g->be && v->lemma != s->g->become[0])) return RZ_NONE;
    if (!rz_listed_within(s, venues, e->first > c->first + BEFORE ? e->first - BEFORE : c->first, e->first)) return RZ_NONE;
    uint32_t m = s->mention_at[v->first - 1];
    bool town = m != RZ_NONE && s->mentions->at[m].first >= e->last && s->mentions->at[m].last == v->first && s->mentions->at[m].kind == RZ_M_PLACE;
    return town && rz_is_town(s, m) && s->links[m].list == m && rz_list_last(s, m) == m ? m : RZ_NONE;
}

/* «به «X»، محل برگزاری نشست Y رفت»: the town right before the words. */
static uint32_t venue_beside(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 3 };
    rz_row venues = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("venues"));
    uint32_t from = s->text->sentences[rz_token_sentence(s, e->first)].first, low = e->first > from + LONGEST ? e->first - LONGEST : from;
    for (uint32_t t = low; t < e->first; t++) {
        if (rz_listed_end(s, venues, t) != e->first) continue;
        while (t > from && (s->text->tokens[t - 1].punct == ',' || s->text->tokens[t - 1].punct == '"' || s->text->tokens[t - 1].punct == '>')) t--;
        uint32_t m = t > from ? s->mention_at[t - 1] : RZ_NONE;
        bool town = m != RZ_NONE && s->mentions->at[m].last == t && s->mentions->at[m].kind == RZ_M_PLACE && rz_is_town(s, m);
        return town ? m : RZ_NONE;
    }
    return RZ_NONE;
}

/* «رئیس‌جمهور X میزبان نشست سران بود» */
uint32_t rz_hosting_person(const rz_scene *s, const rz_found_event *e) {
    uint32_t subject = s->clauses[e->clause].subject;
    rz_link link = {.prep_token = RZ_NONE};
    bool sits = e->evoked == RZ_EVOKED_NOUN && rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_PRESS);
    if (!sits || subject == RZ_NONE || s->mentions->at[subject].first > e->first || rz_family(&s->mentions->at[subject]) != 1) return RZ_NONE;
    rz_govern(s, &link, e->first);
    bool once = link.prep == RZ_C_HOST && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("one-before")), link.prep_token, e->first); /* «میزبان پیشین نشست‌ها» */
    if (once) return RZ_NONE;
    bool as_host = s->clauses[e->clause].verb != RZ_NONE && said_of_noun(s, e, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("as-host"))); /* «X به عنوان میزبان نشست گفت» */
    return s->links[subject].kind == RZ_LINK_FREE && (as_host || rz_hosted(s, e, &link)) ? subject : RZ_NONE;
}

uint32_t rz_hosting_place(const rz_scene *s, const rz_found_event *e) {
    uint32_t subject = s->clauses[e->clause].subject;
    if (e->evoked != RZ_EVOKED_NOUN || !(e->frame->places >> RZ_C_IN & 1)) return RZ_NONE;
    uint32_t venue = venue_of(s, e);
    if (venue == RZ_NONE && rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS)) venue = venue_is(s, e);
    if (venue == RZ_NONE && rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS)) venue = venue_beside(s, e);
    if (venue != RZ_NONE) return venue;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool before = subject != RZ_NONE && s->mentions->at[subject].first < e->first;
    if (!before) return link.prep == RZ_C_HOST ? city_before(s, e) : RZ_NONE;
    uint8_t kind = s->mentions->at[subject].kind;
    if (kind == RZ_M_PLACE && link.prep == RZ_C_HOST) return subject;
    return (kind == RZ_M_PLACE || kind == RZ_M_STATE) && s->links[subject].kind == RZ_LINK_FREE && rz_hosted(s, e, &link) ? subject : RZ_NONE;
}
