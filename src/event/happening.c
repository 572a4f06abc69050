/* How what took place went on or ended: the words between the event and its verb. */
#include "event/paper.h"
#include "event/status.h"

/* «X به مذاکرات پایان داد»: one of them does it, and they are over. */
static bool ends_it(const rz_scene *s, const rz_found_event *e, uint32_t verb) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(e->kind, RZ_KIND_ROUNDS) || s->text->verbs[verb].plural || s->clauses[e->clause].subject == RZ_NONE) return false;
    return rz_govern(s, &link, e->first), link.kind == RZ_LINK_PREP && link.prep == RZ_C_TO;
}

/* «مذاکرات در جریان است», «متوقف شد», «به نتیجه نرسید»: what the words before the verb make of what took place; NULL: nothing. */
static const char *goes_on(const rz_scene *s, const rz_found_event *e, uint32_t verb, uint32_t low) {
    uint32_t at = s->text->verbs[verb].first;
    bool denied = s->text->verbs[verb].negative, to = ends_it(s, e, verb);
    rz_row end = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("end"));
    const char *status = NULL;
    for (rz_hits_run h = rz_hits_within(s->text, low, at); rz_hits_run_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->type != RZ_WORDS || hit->last != at || !rz_verb_listed(s, verb, hit->row)) continue;
        uint8_t class = rz_class_of(s->g, hit->row), tense = s->text->verbs[verb].tense;
        const char *own = s->g->status_of[hit->row - s->g->first_words];
        bool over = !rz_tense_ahead(tense); /* «نرسید» looks like an order */
        if (class == RZ_C_ENDED && !denied && to && hit->row == end) return "cancelled"; /* «به مذاکرات پایان داد» */
        bool ends = class == RZ_C_ENDED && hit->row == end && !denied && (tense == RZ_PRESENT || tense == RZ_FUTURE); /* «امروز پایان می‌یابد» */
        ends &= !rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("begin")), e->last, hit->first); /* not «آغاز و … ختم خواهد شد» */
        if (ends && rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOINT)) return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("at-once")), at > e->last + RZ_REACH ? at - RZ_REACH : e->last, at) ? "cancelled" : "ongoing";
        if (class == RZ_C_ENDED && over && rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOINT)) return "held"; /* whatever came of it */
        bool now = own && !strcmp(own, "ongoing") && tense == RZ_PRESENT, was = own && strcmp(own, "ongoing") != 0 && tense != RZ_FUTURE;
        if (class == RZ_C_HAPPEN && !denied && (now || was)) status = own;
    }
    return status;
}
const char *rz_status_happening(const rz_scene *s, const rz_found_event *e, uint32_t verb) {
    enum { NEAR_WORDS = 4 };
    uint32_t at = s->text->verbs[verb].first, low = at > e->last + NEAR_WORDS ? at - NEAR_WORDS : e->last;
    return e->evoked == RZ_EVOKED_HAPPEN ? goes_on(s, e, verb, low) : NULL;
}

/* «نشست X که فردا برگزار می‌شود»: the clause that tells so; RZ_NONE: none. */
static uint32_t told_in_relative(const rz_scene *s, uint32_t clause, uint32_t after) {
    enum { NEAR = 12 };
    uint32_t end, start, to = s->clauses[clause].last;
    for (uint32_t t = after; t < to && t < after + NEAR; t++) {
        if (s->text->tokens[t].punct == ',' || (s->clause_of[t] == clause && s->text->tokens[t].verb != RZ_NONE)) return RZ_NONE;
        if (rz_class_at(s, t, &end) != RZ_C_THAT) continue;
        uint32_t c = end < s->text->n_tokens ? s->clause_of[end] : RZ_NONE, verb = c == RZ_NONE ? RZ_NONE : s->clauses[c].verb;
        if (verb == RZ_NONE || s->clauses[c].kind != RZ_CLAUSE_RELATIVE || s->clauses[c].parent != clause) return RZ_NONE;
        uint8_t class = rz_class_before(s, s->text->verbs[verb].first, s->clauses[c].first, false, &start);
        bool will_be = s->text->verbs[verb].tense == RZ_FUTURE && rz_only_is_somewhere(s, c);
        return class == RZ_C_HAPPEN || class == RZ_C_ENDED || will_be ? c : RZ_NONE;
    }
    return RZ_NONE;
}

/* «مذاکرات X که فردا آغاز می‌شود»: the clause about it tells that it takes place; NULL: none does. */
const char *rz_status_in_relative(const rz_scene *s, const rz_found_event *e) {
    uint32_t start, c = rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_PAPER) ? told_in_relative(s, e->clause, e->last) : RZ_NONE;
    if (c == RZ_NONE) return NULL;
    uint32_t verb = s->clauses[c].verb;
    bool happens = rz_class_before(s, s->text->verbs[verb].first, s->clauses[c].first, false, &start) == RZ_C_HAPPEN;
    rz_cue cue = rz_cue_in(s, c, e);
    const char *on = happens ? goes_on(s, e, verb, start) : NULL; /* «که اکنون جریان دارد» */
    return cue.status ? cue.status : cue.was_planned ? "cancelled" : on ? on : rz_status_by_tense(s, verb, e->frame);
}

bool rz_takes_place_now(const rz_scene *s, uint32_t clause) {
    uint32_t verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb, start;
    if (verb == RZ_NONE || s->text->verbs[verb].tense != RZ_PRESENT) return false;
    return rz_class_before(s, s->text->verbs[verb].first, s->clauses[clause].first, false, &start) == RZ_C_HAPPEN;
}

/* «فردا برای سفری کاری به X می‌رود»: the noun tells what the verb does, and not «برای سفر به X به Y رفت». */
bool rz_is_that_journey(rz_found_event *e, const rz_found_event *journey) {
    bool goes = rz_kind_is(e->kind, RZ_KIND_JOURNEY) && journey->frame->places >> RZ_C_TO & 1; /* not «X را برای سفر به Y بدرقه کرد» */
    if (e->kind != journey->kind || !goes || (e->place != RZ_NONE && journey->place != RZ_NONE && e->place != journey->place)) return false;
    if (!e->times.n) e->times = journey->times;
    return e->purpose = false, true;
}

/* «X در حال حمله به Y است»: who is at it does it. */
void rz_doing_add(rz_found *found, rz_found_event *e) {
    enum { NEAR = 3 };
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    bool deed = e->evoked == RZ_EVOKED_NOUN && e->frame->owner && e->frame->subject && !rz_has_role(e, "subject");
    if (!deed || c->subject == RZ_NONE || s->mentions->at[c->subject].last > e->first || !rz_verb_among(s, c->verb, &s->g->be, 1)) return;
    uint32_t near = e->first > c->first + NEAR ? e->first - NEAR : c->first;
    if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("doing")), e->first, near)) rz_subjects_add(found, e, e->frame->subject);
}

/* «پس از آزادی به X منتقل شدند», «حمله کرده و به X برگشتند»: where the verb has them go is not of the deed; nor is X of «خواستار پایان جنگ در X شدند». */
bool rz_is_destination(const rz_scene *s, const rz_found_event *e, uint32_t mention) {
    enum { NEAR = 3 };
    const rz_link *link = &s->links[mention];
    bool demanded = rz_kind_is(e->kind, RZ_KIND_CROWD) && e->evoked == RZ_EVOKED_VERB && s->mentions->at[mention].first >= e->last;
    if (demanded && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("calling-for")), e->first) > e->first) return true;
    bool own = rz_kind_is(e->kind, RZ_KIND_RELATIONS) && e->evoked == RZ_EVOKED_VERB && e->clause == link->clause; /* «سفارت خود را به X منتقل کرد» */
    if (!e->frame->owner || own || link->kind != RZ_LINK_PREP || link->prep != RZ_C_TO || link->clause == RZ_NONE) return false;
    uint32_t verb = s->clauses[link->clause].verb, last = rz_phrase_end(s, mention);
    if (verb == RZ_NONE || s->text->verbs[verb].first < last || s->text->verbs[verb].first > last + NEAR) return false;
    uint32_t first = s->text->verbs[verb].first;
    rz_row goes_back = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("goes-back"));
    if (first == last) return rz_verb_listed(s, verb, goes_back);
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("moved-there")), first, last);
}

/* «به طور منظم با یکدیگر رایزنی می‌کنند»: no one time is told. */
bool rz_done_regularly(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    bool meets = rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_JOURNEY | RZ_KIND_SESSION) && e->evoked != RZ_EVOKED_NOUN && !e->times.n && !e->definite;
    if (!meets || c->verb == RZ_NONE || s->text->verbs[c->verb].tense != RZ_PRESENT) return false;
    uint32_t at = s->text->verbs[c->verb].first, from = at > c->first + RZ_REACH ? at - RZ_REACH : c->first;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("regularly")), from, at);
}

/* «به رایزنی با X پرداخت»; but «به دیدار X و Y واکنش نشان داد» tells of another's. */
bool rz_sets_to(const rz_scene *s, uint32_t verb) {
    rz_row row = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("sets-to"));
    return rz_verb_listed(s, verb, row);
}

/* «احتمال دیدار X وجود دارد», «دیدار X و Y اهمیت زیادی دارد»: what one has is the word before the verb, or before its adjectives. */
bool rz_has_another(const rz_scene *s, uint32_t last, uint32_t at) {
    if (rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("had-some")), last, at)) return true; /* «تأثیری بر X نداشت» */
    for (uint32_t end = at; end > last && end + 2 >= at; end--) {
        for (const rz_small_end *e = rz_ends_before(s, end); e; e = rz_ends_on(e))
            if (e->start >= last && (e->class == RZ_C_HAVING || (e->class == RZ_C_HAPPEN && e->start > last && end == at))) return true;
        if (!(s->text->tokens[end - 1].pos & RZ_POS_ADJ)) return false;
    }
    return false;
}

bool rz_is_decided(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    enum { FAR = 8 };
    uint32_t p = link->prep_token, low = s->clauses[e->clause].first;
    if (p == RZ_NONE || p < low || (link->prep != RZ_C_FOR && link->prep != RZ_C_TO)) return false;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("decisions")), p > low + FAR ? p - FAR : low, p);
}
