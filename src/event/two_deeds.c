/* Two deeds that one verb tells: «فردا با X دیدار و شنبه با Y گفت‌وگو خواهد کرد». What stands before the first is its own, what stands
 * between them the other's. */
#include "event/event.h"

/* «دیدار و شنبه با …»: a phrase begins behind «و», not «مجلس و رئیس …», which is a list. */
static bool phrase_begins(const rz_scene *s, uint32_t token) {
    uint32_t end;
    if (token >= s->text->n_tokens) return false;
    uint8_t class = rz_class_at(s, token, &end);
    return rz_token_time(s, token) != RZ_NONE || (class != RZ_C_NONE && class <= RZ_C_LAST_PREP) || class == RZ_C_ALSO;
}

/* The one that the verb of the clause tells, where `e` tells without one and «و» goes on to it; or NULL. */
static const rz_found_event *told_by_verb(const rz_found *found, const rz_found_event *e) {
    uint32_t end, last = found->verbal_of[e->clause];
    if (last == RZ_NONE || e->evoked != RZ_EVOKED_VERB || e->last >= found->scene.text->n_tokens) return NULL;
    const rz_found_event *told = &found->events.at[last];
    return told->first > e->last && rz_class_at(&found->scene, e->last, &end) == RZ_C_AND && phrase_begins(&found->scene, end) ? told : NULL;
}

bool rz_goes_on_with_other(const rz_found *found, const rz_found_event *e, uint32_t token) {
    const rz_found_event *told = token < e->last ? NULL : told_by_verb(found, e);
    return told && told->first > token;
}

/* Is somebody told with whom it was, between the tokens? */
static bool has_partner(const rz_scene *s, uint32_t clause, uint32_t from, uint32_t to) {
    for (uint32_t t = to > from + RZ_REACH ? to - RZ_REACH : from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].kind == RZ_LINK_PREP && s->links[m].prep == RZ_C_WITH && s->links[m].clause == clause && s->mentions->at[m].first >= from) return true;
    }
    return false;
}

/* The deed of its clause that «و» goes on from to `e`, which the verb tells; or NULL. */
static const rz_found_event *told_first(const rz_found *found, const rz_found_event *e) {
    enum { NEAR = 3 };
    uint32_t at = (uint32_t)(e - found->events.at);
    if (found->verbal_of[e->clause] != at) return NULL;
    for (uint32_t i = at; i-- > 0 && at - i <= NEAR;) {
        const rz_found_event *f = &found->events.at[i];
        if (f->clause == e->clause && f->evoked == RZ_EVOKED_VERB && told_by_verb(found, f) == e) return f;
    }
    return NULL;
}

/* Is an object of the clause told between the tokens? */
static bool has_object(const rz_scene *s, uint32_t clause, uint32_t from, uint32_t to) {
    for (uint32_t t = to > from + RZ_REACH ? to - RZ_REACH : from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].kind == RZ_LINK_OBJECT && s->links[m].clause == clause) return true;
    }
    return false;
}

/* «X را برکنار و Y را معرفی کرد»: each has the object before it. */
static bool of_other_object(const rz_found *found, const rz_found_event *e, uint32_t mention) {
    enum { NEAR = 3 };
    const rz_scene *s = &found->scene;
    uint32_t end, at = (uint32_t)(e - found->events.at), last = found->verbal_of[e->clause];
    if (last == RZ_NONE || s->links[mention].clause != e->clause) return false;
    const rz_found_event *told = &found->events.at[last], *first = e == told ? NULL : e;
    for (uint32_t i = at; e == told && !first && i-- > 0 && at - i <= NEAR;)
        if (found->events.at[i].clause == e->clause && found->events.at[i].evoked == RZ_EVOKED_VERB) first = &found->events.at[i];
    if (!first || first->evoked != RZ_EVOKED_VERB || first->last >= told->first || rz_class_at(s, first->last, &end) != RZ_C_AND) return false;
    if (!has_object(s, e->clause, s->clauses[e->clause].first, first->first) || !has_object(s, e->clause, first->last, told->first)) return false;
    return (s->mentions->at[mention].first < first->first) != (e == first);
}

bool rz_of_other_deed(const rz_found *found, const rz_found_event *e, uint32_t mention) {
    const rz_scene *s = &found->scene;
    if (e->evoked == RZ_EVOKED_VERB && s->links[mention].kind == RZ_LINK_OBJECT) return of_other_object(found, e, mention);
    if (e->evoked != RZ_EVOKED_VERB || s->links[mention].prep != RZ_C_WITH || s->links[mention].clause != e->clause) return false;
    const rz_found_event *first = told_first(found, e), *last = first ? e : told_by_verb(found, e);
    if (!first) first = e;
    if (!last || last == first) return false;
    if (!has_partner(s, e->clause, s->clauses[e->clause].first, first->first) || !has_partner(s, e->clause, first->last, last->first)) return false; /* «با X دیدار و گفت‌وگو کرد» */
    return (s->mentions->at[mention].first < first->first) != (e == first);
}

/* Does the list that the mention is of end right before the token, or only «جداگانه» away from it? */
bool rz_reaches(const rz_scene *s, uint32_t m, uint32_t token) {
    enum { ADVERB = 3 };
    uint32_t last = s->links[rz_list_last(s, m)].last;
    if (last > token || token - last > ADVERB) return false;
    for (uint32_t t = last; t < token; t++)
        if (s->mention_at[t] != RZ_NONE) return false;
    return true;
}

/* «پیش از دیدار با X، گفت‌وگویی تلفنی با Y داشت»: the verb has a partner of its own, told later in the clause. */
bool rz_later_partner(const rz_scene *s, uint32_t m, uint32_t clause) {
    uint32_t verb = s->clauses[clause].verb, to = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    for (uint32_t i = rz_list_last(s, m) + 1; i < s->mentions->n && s->mentions->at[i].first < to && s->mentions->at[i].first < (uint32_t)s->links[m].last + RZ_REACH; i++) {
        const rz_link *link = &s->links[i];
        if (link->clause == clause && link->kind == RZ_LINK_PREP && link->prep == RZ_C_WITH && link->prep_token >= s->links[m].last && rz_is_actor(&s->mentions->at[i])) return true;
    }
    return false;
}

/* «با X پس از دیدار با Y دیدار کرد»: the verb has a partner of its own, told before; not that of another noun. */
bool rz_earlier_partner(const rz_found *found, uint32_t m, uint32_t clause) {
    const rz_scene *s = &found->scene;
    for (uint32_t i = s->links[m].list; i-- > 0 && s->mentions->at[i].first >= s->clauses[clause].first;) {
        const rz_link *link = &s->links[i];
        bool with = link->clause == clause && link->kind == RZ_LINK_PREP && link->prep == RZ_C_WITH && link->list != s->links[m].list;
        if (with && rz_is_actor(&s->mentions->at[i])) return !link->prep_token || rz_trigger_at(found, link->prep_token - 1) == RZ_NONE;
    }
    return false;
}

enum { WORDS = 3 };

/* Is there nothing between the tokens but a word or two about the noun, «دیدار دوم خود با», and, where `owned`, whose it is: «دیدار X با»? */
static bool ends_at(const rz_scene *s, uint32_t last, uint32_t at, bool owned) {
    uint32_t words = 0;
    for (uint32_t t = last; t < at; t++) {
        uint32_t m = s->mention_at[t];
        bool own = owned && m != RZ_NONE && (s->links[m].kind == RZ_LINK_OF || s->mentions->at[m].head != RZ_NONE);
        if (rz_ends_phrase(s, t) || (m != RZ_NONE && !own) || (m == RZ_NONE && ++words > WORDS)) return false;
    }
    return last <= at;
}

/* Is «با» at the token that of a noun before it, which tells when the verb's own was: «پس از دیدار با …»? `later`: another «با» follows. */
bool rz_with_of_noun(const rz_found *found, const rz_found_event *e, uint32_t at, bool later) {
    const rz_scene *s = &found->scene;
    for (uint32_t t = at; t-- > 0 && at - t < (later ? RZ_REACH : 2 * WORDS);) {
        uint32_t i = rz_trigger_at(found, t);
        if (i == RZ_NONE) continue;
        const rz_found_event *noun = &found->events.at[i];
        if (!ends_at(s, noun->last, at, later) || noun->evoked != RZ_EVOKED_NOUN || noun->clause != e->clause) return false;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, noun->first);
        return link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || (link.prep == RZ_C_OCCASION && (later || rz_prep_status(s, &link, noun->first)));
    }
    return false;
}

/* «پس از دیدار با X، با Y گفت‌وگو کرد»: X was met before; in «پیش از نشست با X دیدار کرد» nobody but he is with the verb. */
bool rz_of_noun_before(const rz_found *found, const rz_found_event *e, uint32_t m) {
    const rz_scene *s = &found->scene;
    uint32_t at = s->links[m].prep_token;
    if (e->evoked == RZ_EVOKED_NOUN || s->links[m].prep != RZ_C_WITH || at == RZ_NONE || at >= e->first) return false;
    bool later = rz_later_partner(s, m, e->clause) || rz_earlier_partner(found, m, e->clause);
    return (later || !rz_reaches(s, m, e->first)) && rz_with_of_noun(found, e, at, later);
}

/* «علاوه بر X با Y دیدار کرد»: with X as well. */
bool rz_met_besides(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    const rz_link *link = &s->links[i];
    bool met = e->evoked == RZ_EVOKED_VERB && rz_kind_is(e->kind, RZ_KIND_CONTACT) && e->frame->by_class[RZ_C_WITH] && link->clause == e->clause;
    return met && link->kind == RZ_LINK_PREP && rz_family(&s->mentions->at[i]) == 1 && rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-besides"))) &&
           rz_later_partner(s, i, e->clause);
}

/* Is nobody told to take part but those of its own list? */
static bool has_only_list(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention >= s->mentions->n || s->links[e->parts.at[i].mention].list != s->links[m].list) return false;
    return true;
}

/* «[تنش‌های مرزی] میان X و Y» */
static bool lies_between(const rz_scene *s, uint32_t at, uint32_t from) {
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("lies-between")), at > from + WORDS ? at - WORDS : from, at);
}

/* «درباره گفت‌وگوهای میان X و Y رایزنی کرد», «روی درگیری‌های مرزی میان X و Y گفت‌وگو کرد», «برای میانجیگری بین X و Y با Z دیدار
 * کرد»: between whom the noun right before is. */
bool rz_between_of_noun(const rz_found *found, const rz_found_event *e, uint32_t m) {
    enum { NEAR = 3 };
    const rz_scene *s = &found->scene;
    uint32_t at = s->links[m].prep_token, noun = at;
    if (s->links[m].prep != RZ_C_BETWEEN || at == RZ_NONE || (e->evoked != RZ_EVOKED_VERB && at < e->last)) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, at);
    uint32_t there = link.prep == RZ_C_IN && at ? s->mention_at[at - 1] : RZ_NONE;
    if (there != RZ_NONE && (s->mentions->at[there].kind == RZ_M_STATE || rz_is_town(s, there))) return false; /* «مذاکرات در مسقط میان X و Y» */
    if (e->evoked != RZ_EVOKED_VERB) {
        if (link.kind != RZ_LINK_OF || (link.prep != RZ_C_ABOUT && link.prep != RZ_C_IN) || link.prep_token < e->last) return false; /* «در مرز میان X و Y» */
        bool meets = rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_REMOTE | RZ_KIND_SESSION | RZ_KIND_JOINT) && !lies_between(s, at, e->last);
        bool theirs = rz_kind_is(e->kind, RZ_KIND_ROUNDS) || meets; /* «مذاکرات درباره آب میان X و Y» */
        return link.prep != RZ_C_ABOUT || !theirs || !has_only_list(s, e, m);
    }
    if (link.kind == RZ_LINK_OF && link.prep == RZ_C_ABOUT) return true;
    for (uint32_t t = at; t-- > 0 && at - t < NEAR && noun == at;)
        if (rz_trigger_at(found, t) != RZ_NONE) noun = t;
    if (noun < at && &found->events.at[rz_trigger_at(found, noun)] == e) return false;
    if (noun == at && (!at || !(s->text->tokens[--noun].pos & RZ_POS_NOUN) || s->mention_at[noun] != RZ_NONE || rz_token_time(s, noun) != RZ_NONE)) return false;
    link = (rz_link){.prep_token = RZ_NONE};
    rz_govern(s, &link, noun);
    return link.prep == RZ_C_ABOUT || (link.prep == RZ_C_FOR && rz_has_role(e, "participant"));
}

/* «در تماس با X درباره مذاکرات میان Y و Z», «X و Y درباره وضعیت بین Z و W گفت‌وگو کردند»: between whom that is of which they speak. */
static bool between_others(const rz_found *found, const rz_found_event *e, uint32_t m) {
    const rz_scene *s = &found->scene;
    const rz_link *link = &s->links[m];
    uint32_t from = s->clauses[e->clause].first, subject = s->clauses[e->clause].subject, end;
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_BETWEEN || s->clause_of[link->prep_token] != e->clause) return false;
    if (link->prep_token > from + RZ_REACH) from = link->prep_token - RZ_REACH;
    bool with = e->last < link->prep_token && rz_class_at(s, e->last, &end) == RZ_C_WITH;
    bool others = e->evoked == RZ_EVOKED_VERB && subject != RZ_NONE && s->links[subject].list != link->list;
    return (with || others) && rz_class_within(s, from, link->prep_token, RZ_C_ABOUT);
}

/* «X و Y درباره نشست Z با حضور W گفت‌وگو کردند»: who attends that of which they speak. */
static bool at_session_told(const rz_found *found, const rz_found_event *e, uint32_t m) {
    enum { NEAR = 6 };
    const rz_scene *s = &found->scene;
    const rz_link *link = &s->links[m];
    uint32_t from = s->clauses[e->clause].first;
    if (e->evoked != RZ_EVOKED_VERB || link->kind != RZ_LINK_PREP || link->prep != RZ_C_PRESENCE || link->clause != e->clause) return false;
    from = link->prep_token > from + RZ_CLAUSE_REACH ? link->prep_token - RZ_CLAUSE_REACH : from;
    for (uint32_t t = link->prep_token; t-- > from;) {
        uint32_t other = rz_trigger_at(found, t);
        if (other == RZ_NONE || &found->events.at[other] == e) continue;
        const rz_found_event *session = &found->events.at[other];
        bool told = rz_kind_is(session->kind, RZ_KIND_SESSION | RZ_KIND_LEADERS) && session->evoked == RZ_EVOKED_NOUN;
        return told && rz_class_within(s, session->first > from + NEAR ? session->first - NEAR : from, session->first, RZ_C_ABOUT);
    }
    return false;
}

/* «X و Y توافق با Z را بررسی کردند»: what they speak of is with him, not they. */
static bool with_in_object(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    uint32_t end, last = rz_phrase_end(s, m);
    bool speak = e->evoked == RZ_EVOKED_VERB && (e->frame->discussion || rz_kind_is(e->kind, RZ_KIND_CONTACT));
    if (!speak || s->links[m].kind != RZ_LINK_PREP || s->links[m].prep != RZ_C_WITH || s->links[m].prep_token >= e->first || last >= s->text->n_tokens) return false;
    return rz_class_at(s, last, &end) == RZ_C_OBJECT;
}

bool rz_of_the_matter(const rz_found *found, const rz_found_event *e, uint32_t m) { return between_others(found, e, m) || at_session_told(found, e, m) || with_in_object(&found->scene, e, m); }

/* «در پاسخ به حملات موشکی به X حمله کرد»: of two attacks the verb's own is upon what stands right before it. */
rz_found_event *rz_struck_by_verb(const rz_found *found, const rz_found_event *e, uint32_t m) {
    uint32_t verbal = e->evoked == RZ_EVOKED_NOUN ? found->verbal_of[e->clause] : RZ_NONE;
    if (verbal == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_ATTACK) || found->scene.links[m].prep != RZ_C_TO) return NULL;
    rz_found_event *v = &found->events.at[verbal];
    return rz_kind_is(v->kind, RZ_KIND_ATTACK) && e->last < v->first && rz_reaches(&found->scene, m, v->first) ? v : NULL;
}
