/* Which event a time or place belongs to: the one that it stands nearest to. */
#include "event/event.h"

bool rz_sets_time(const rz_scene *s, const rz_found_event *e) {
    uint32_t start, last, from = s->clauses[e->clause].first;
    if (e->evoked != RZ_EVOKED_NOUN || e->first <= from || rz_class_at(s, e->first - 1, &last) != RZ_C_DEFINITE) return false;
    return rz_class_before(s, e->first, from, false, &start) == RZ_C_ALSO;
}

enum { VERB_COST = 8, BACKWARD_COST = 4, BACKGROUND_COST = 30 };

static bool bracket_opens(const rz_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t t = to; t-- > from && to - t < RZ_REACH;) {
        if (s->text->tokens[t].punct == ')') return false;
        if (s->text->tokens[t].punct == '(') return true;
    }
    return false;
}

/* «خبر سفر X را به Y اعلام کرد»: where the journey goes to stands right behind the mark of its object. */
static bool goal_behind(const rz_found *found, const rz_found_event *e, uint32_t end, uint32_t to, int place_class) {
    enum { NEAR = 3 };
    uint32_t last, verbal = found->verbal_of[e->clause];
    bool goes = place_class == RZ_C_TO && e->evoked == RZ_EVOKED_NOUN && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && to <= end + NEAR;
    return goes && verbal == RZ_NONE && end < to && rz_class_at(&found->scene, end, &last) == RZ_C_TO;
}

/* «بازماندگان حمله X نیز در Y تجمع کردند», «در نشست خبری از ساخت کارخانه در X خبر داد»: the phrase that the noun stands in is over. */
static uint8_t phrase_over(const rz_found *found, const rz_found_event *e, uint32_t to, int place_class) {
    const rz_scene *s = &found->scene;
    uint32_t end;
    for (uint32_t t = e->last; t < to && t < e->last + RZ_REACH; t++) {
        uint8_t class = rz_class_at(s, t, &end);
        bool said = place_class == RZ_C_IN && rz_kind_is(e->kind, RZ_KIND_PRESS) && (class == RZ_C_FROM || class == RZ_C_FOR || class == RZ_C_ABOUT);
        bool over = class == RZ_C_OBJECT && !goal_behind(found, e, end, to, place_class);
        if ((class == RZ_C_ALSO && rz_token_time(s, t) == RZ_NONE) || over || said) return class;
    }
    return RZ_C_NONE;
}

/* «تاریخ این سفر را دوشنبه اعلام کردند»: what is told is its day, not when it was told. */
static bool tells_its_day(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 3 };
    uint32_t at = e->first, end;
    if (e->evoked != RZ_EVOKED_NOUN) return false;
    if (at && rz_class_at(s, at - 1, &end) == RZ_C_DEFINITE) at--;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("its-day")), at, at > LONGEST ? at - LONGEST : 0);
}

/* «در ژانویه روابط را قطع و یک سال بعد X را تحریم کرد»: another deed or a participle stands between, and has the time. */
static bool other_told_between(const rz_found *found, const rz_found_event *e, uint32_t from) {
    const rz_scene *s = &found->scene;
    uint32_t low = e->first > from + RZ_REACH ? e->first - RZ_REACH : from, end;
    for (uint32_t t = low; t < e->first; t++) {
        if (s->clause_of[t] != e->clause) continue;
        uint32_t i = rz_trigger_at(found, t);
        if (i != RZ_NONE && found->events.at[i].evoked == RZ_EVOKED_VERB && found->events.at[i].clause == e->clause) return true;
        const rz_verb *v = s->text->tokens[t].verb == RZ_NONE ? NULL : &s->text->verbs[s->text->tokens[t].verb];
        bool joined = v && v->tense == RZ_PARTICIPLE && v->last < s->text->n_tokens && rz_class_at(s, v->last, &end) == RZ_C_AND;
        if (joined && s->text->tokens[t].verb != s->clauses[e->clause].verb) return true;
    }
    return false;
}

/* «امروز و پس از …» */
static uint32_t past_and(const rz_scene *s, uint32_t last) {
    uint32_t end;
    return last < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_AND ? end : last;
}

/* «روز شنبه در شهر X پس از دیدار با Y گفت»: past the place as well. */
static uint32_t past_place(const rz_scene *s, uint32_t at, uint32_t stop) {
    enum { NEAR = 2 };
    uint32_t end = at, last;
    if (at >= stop || rz_class_at(s, at, &end) != RZ_C_IN) return at;
    for (uint32_t t = end; t < stop && t <= end + NEAR; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE) return s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE ? s->mentions->at[m].last : at;
        if (rz_class_at(s, t, &last) != RZ_C_PLACE_WORD) return at;
    }
    return at;
}

/* «امروز X، وزیر خارجه Y، پس از …»: past who says so and what he is. */
static uint32_t past_subject(const rz_scene *s, uint32_t clause, uint32_t at) {
    uint32_t he = s->clauses[clause].subject, m;
    if (he == RZ_NONE || rz_family(&s->mentions->at[he]) != 1 || s->mentions->at[he].first < at) return at;
    while (at < s->clauses[clause].last && (s->text->tokens[at].punct || ((m = s->mention_at[at]) != RZ_NONE && (m == he || s->mentions->at[m].head == he || s->mentions->at[he].describes == m || s->mentions->at[m].describes == he)))) at++;
    return at;
}

/* «امروز پس از تماس تلفنی با X گفت»: of that call, where the clause tells only what was said. */
static bool right_after(const rz_found *found, const rz_found_event *e, const rz_link *link, uint32_t last) {
    const rz_scene *s = &found->scene;
    if (found->verbal_of[e->clause] != RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS)) return false;
    if (link->prep == RZ_C_AFTER) return link->prep_token == past_and(s, past_place(s, past_subject(s, e->clause, last), link->prep_token));
    rz_link outer = {.prep_token = RZ_NONE};
    if (link->prep != RZ_C_FROM || link->prep_token == RZ_NONE || link->prep_token <= last) return false;
    rz_govern(s, &outer, link->prep_token - 1); /* «پس از میزبانی از مذاکرات» */
    return outer.prep == RZ_C_AFTER && outer.prep_token == last;
}

/* Is the phrase of a noun that says after, before or, spoken of already, in the course of what closed before the token by a comma that goes on
 * no list? «پس از دیدار X و Y در Z، وزیران روز شنبه دیدار کردند», «در ادامه این سفر، از چهارشنبه در اجلاس شرکت می‌کند» */
static bool phrase_left(const rz_scene *s, const rz_found_event *e, uint32_t first) {
    uint32_t comma = RZ_NONE;
    if (e->evoked != RZ_EVOKED_NOUN) return false;
    for (uint32_t t = e->last; t < first && t < e->last + RZ_REACH; t++) {
        uint32_t next = s->text->tokens[t].punct == ',' && t + 1 < first ? s->mention_at[t + 1] : RZ_NONE;
        if (s->text->tokens[t].punct == ',' && (next == RZ_NONE || s->links[next].list == next)) comma = t;
    }
    if (comma == RZ_NONE) return false;
    if (rz_sets_time(s, e)) return true; /* «پس از این نشست، …» */
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (rz_is_eve(s, &link, e->first)) return true; /* «در آستانه نشست X، Y روز جمعه …» */
    return link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || (e->definite && (link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION));
}

/* «توافق‌نامه ساخت دانشگاه در X را امضا کردند»: a place right before the mark of the object is of what was signed. */
static bool of_paper(const rz_scene *s, const rz_found_event *e, uint32_t first, uint32_t last) {
    uint32_t end, m = s->mention_at[first];
    if (e->evoked != RZ_EVOKED_VERB || !rz_kind_is(e->kind, RZ_KIND_PAPER)) return false;
    if (m != RZ_NONE && last == s->mentions->at[m].last) last = s->mentions->at[rz_list_last(s, m)].last;
    return last < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_OBJECT;
}

/* «در نشستی ادعای تولید سلاح در X را بررسی کرد»: a place before the mark of the object is of what is dealt with, not of what it was dealt with in. */
static bool of_object(const rz_scene *s, const rz_found_event *e, uint32_t last) {
    uint32_t end;
    rz_link link = {.prep_token = RZ_NONE};
    if (e->evoked != RZ_EVOKED_NOUN || last >= s->text->n_tokens || rz_class_at(s, last, &end) != RZ_C_OBJECT) return false;
    rz_govern(s, &link, e->first);
    return link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION || link.prep == RZ_C_AFTER;
}

/* «X در ریاض حمله Y به Z را محکوم کرد»: where X did so; not «X در ریاض حملات خود را آغاز کرد». */
static bool of_another(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb, m = e->last < s->text->n_tokens ? s->mention_at[e->last] : RZ_NONE, end;
    bool whose = m != RZ_NONE && s->links[m].kind == RZ_LINK_OF && s->mentions->at[m].kind != RZ_M_PLACE && s->mentions->at[m].kind != RZ_M_PRONOUN;
    if (!rz_kind_is(e->kind, RZ_KIND_ATTACK) || e->evoked != RZ_EVOKED_NOUN || !whose || verb == RZ_NONE || s->clauses[e->clause].subject == m) return false;
    for (uint32_t t = s->mentions->at[m].last; t < s->text->verbs[verb].first && t < e->last + RZ_REACH; t++)
        if (rz_class_at(s, t, &end) == RZ_C_OBJECT) return true;
    return false;
}

/* «امروز نشستی را برای پیگیری اجلاس اخیر X برگزار کردند»: it was before what the clause tells. */
bool rz_was_before(const rz_scene *s, const rz_found_event *e) {
    return e->evoked == RZ_EVOKED_NOUN && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("past-of-noun")), e->first, e->last + 1 < s->text->n_tokens ? e->last + 1 : e->last);
}

/* «در قاهره دیدار و نتایج کنفرانس را بررسی می‌کند»: the place is of the deed right behind it, to which «و» adds another. */
static bool deed_between(const rz_found *found, const rz_found_event *e, uint32_t last) {
    uint32_t i = rz_trigger_at(found, last), end;
    const rz_found_event *deed = i == RZ_NONE ? e : &found->events.at[i];
    bool joined = deed != e && deed->evoked == RZ_EVOKED_VERB && deed->clause == e->clause && deed->last < e->first;
    return joined && rz_class_at(&found->scene, deed->last, &end) == RZ_C_AND;
}

/* How near a time or place at tokens [first, last) is to the event; less is nearer. UINT32_MAX: not its own. */
static uint32_t cost(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last, int place_class) {
    const rz_scene *s = &found->scene;
    bool same = s->clause_of[first] == e->clause;
    if (e->evoked == RZ_EVOKED_VERB && rz_goes_on_with_other(found, e, first)) return UINT32_MAX;
    if (place_class && of_paper(s, e, first, last)) return UINT32_MAX;
    uint32_t end; /* of two words the one with which the verb tells: «هیأتی به رهبری X شنبه به Y رسید», unless «و» goes on to it */
    uint32_t less = !place_class && found->verbal_of[e->clause] != (uint32_t)(e - found->events.at) && e->last < s->text->n_tokens && rz_class_at(s, e->last, &end) != RZ_C_AND;
    if (e->evoked == RZ_EVOKED_VERB) return same && !(last <= e->first && !place_class && other_told_between(found, e, last)) ? VERB_COST + less : UINT32_MAX;
    if (first >= e->last) {
        if (place_class == RZ_C_IN && of_object(s, e, last)) return UINT32_MAX;
        bool resumed = same && e->evoked == RZ_EVOKED_HAPPEN; /* «مذاکرات که متوقف شده بود جمعه از سر گرفته شد» */
        if (rz_token_sentence(s, first) != rz_token_sentence(s, e->first) || (!resumed && rz_verb_between(s, e->last, first))) return UINT32_MAX;
        if (!place_class && rz_comma_within(s, e->last, first) && rz_was_before(s, e)) return UINT32_MAX; /* «در پی سفر اخیر X به Y، فردا …» */
        if (rz_trigger_between(found, e, e->last, first)) return resumed && !place_class && rz_only_background(found, e, first, last) ? VERB_COST : UINT32_MAX;
        uint8_t over = !place_class && tells_its_day(s, e) ? RZ_C_NONE : phrase_over(found, e, first, place_class);
        if (!over && !place_class && phrase_left(s, e, first)) return BACKGROUND_COST;
        return (first - e->last) / 2 + (!over ? 0 : over == RZ_C_ALSO || e->evoked != RZ_EVOKED_NOUN ? VERB_COST : BACKGROUND_COST);
    }
    if (!same || last > e->first || bracket_opens(s, last, e->first)) return UINT32_MAX;
    rz_link link = {0};
    rz_govern(s, &link, e->first);
    uint32_t verb = s->clauses[e->clause].verb; /* «کمک‌های سال گذشته محور اصلی این نشست بود» */
    if (!place_class && e->definite && link.kind == RZ_LINK_OF && verb != RZ_NONE && s->text->verbs[verb].lemma == s->g->be) return UINT32_MAX;
    if (place_class == RZ_C_IN && (of_another(found, e) || deed_between(found, e, last))) return UINT32_MAX;
    if (!place_class && (rz_was_before(s, e) || rz_news_of(s, e))) return UINT32_MAX; /* «روز چهارشنبه خبر سفر X را اعلام کرد» */
    bool occasion = link.prep == RZ_C_OCCASION && found->verbal_of[e->clause] == RZ_NONE && !rz_is_eve(s, &link, e->first);
    bool announced = link.prep == RZ_C_FROM && !place_class && rz_kind_is(e->kind, RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_APPOINTMENT | RZ_KIND_RELATIONS) && rz_gives_news(s, e); /* «همان روز از اخراج X خبر داد» */
    bool held = rz_kind_is(e->kind, RZ_KIND_CROWD) && link.chain + 1 >= e->first; /* «با برپایی تجمعی خواستار … شدند» */
    bool by_it = link.prep == RZ_C_WITH && ((link.kind == RZ_LINK_PREP && e->frame->subject) || held); /* «امروز با احضار سفیر X اعتراض کرد» */
    bool hosted = link.prep == RZ_C_FROM && !place_class && rz_hosted(s, e, &link); /* «فردا از نشست X میزبانی می‌کند» */
    bool background = link.prep && link.prep != RZ_C_IN && link.prep != RZ_C_HOST && !occasion && !by_it && !announced && !hosted && !(!place_class && right_after(found, e, &link, last)) && e->evoked == RZ_EVOKED_NOUN;
    return (e->first - last) / 2 + BACKWARD_COST + (background ? BACKGROUND_COST : 0);
}

/* «عصر چهارشنبه به وقت محلی»: past what says by which clock. */
static uint32_t after_zone(const rz_scene *s, uint32_t last) {
    rz_row local = rz_row_find(s->g->data, RZ_TIME, RZ_STR("zone-local"));
    for (rz_hits h = rz_hits_at(s->text, last); rz_hits_next(&h);)
        if (h.hit.row == local) return h.hit.last;
    return last;
}

/* «در این سفر امروز با X دیدار می‌کند»: it says in the course of what. */
static bool only_points(const rz_scene *s, const rz_found_event *e) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!e->definite) return false;
    rz_govern(s, &link, e->first);
    return link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION || link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE;
}

/* «برای شرکت در نشست X، ساعتی پیش وارد شد»: a time after a comma, or right before the verb's own words, is more the verb's. */
static bool of_verb(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last) {
    uint32_t verbal = found->verbal_of[found->scene.clause_of[first]];
    if (e->evoked == RZ_EVOKED_VERB || first < e->last || (first == e->last && !e->definite) || verbal == RZ_NONE || found->scene.clause_of[first] != e->clause || found->events.at[verbal].first < last) return false;
    while (first > e->last && rz_token_time(&found->scene, first - 1) != RZ_NONE) first--; /* «، ظهر سه‌شنبه» */
    uint32_t start;
    last = after_zone(&found->scene, last);
    bool governed = rz_class_before(&found->scene, first, found->scene.clauses[e->clause].first, true, &start); /* «درباره اجلاس X در هفته آینده گفت‌وگو کردیم» */
    return (found->events.at[verbal].first == last && !governed) || found->scene.text->tokens[first - 1].punct == ',' || (only_points(&found->scene, e) && !governed);
}

/* The place stands right before a verb of going, or the list that it begins does. */
static bool goes_there(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last) {
    uint32_t verbal = found->verbal_of[found->scene.clause_of[first]], mention = found->scene.mention_at[first];
    if (e->evoked == RZ_EVOKED_VERB || verbal == RZ_NONE) return false;
    if (mention != RZ_NONE && last == found->scene.mentions->at[mention].last) last = found->scene.mentions->at[rz_list_last(&found->scene, mention)].last;
    return found->events.at[verbal].first == last && rz_kind_is(found->events.at[verbal].kind, RZ_KIND_JOURNEY);
}

/* «… توقفی داشته و با X دیدار می‌کند»: the clause tells nothing itself, the next one that goes on from it does. */
static uint32_t verbal_of_next(const rz_found *found, uint32_t clause) {
    const rz_scene *s = &found->scene;
    for (uint32_t c = clause + 1; c < s->n_clauses && c < clause + 4 && s->clauses[c].sentence == s->clauses[clause].sentence; c++) {
        if (s->clauses[c].kind != RZ_CLAUSE_COORDINATE || s->clauses[c].parent != clause) continue;
        uint32_t verbal = found->verbal_of[c]; /* «شنبه در X تأکید کردند و در حضور آنان سندی به امضا رسید» */
        if (s->clauses[c].inherits || (verbal != RZ_NONE && rz_kind_is(found->events.at[verbal].kind, RZ_KIND_PAPER))) return verbal;
    }
    return RZ_NONE;
}

static bool was_planned(const rz_scene *s, const rz_clause *c) {
    return rz_class_within(s, c->first, c->last < c->first + RZ_REACH ? c->last : c->first + RZ_REACH, RZ_C_WAS_PLANNED);
}

/* «در نشستی شرکت می‌کند که سه‌شنبه برگزار می‌شود»: the verb that parts the clause from its noun tells nothing of the kind itself. */
static uint32_t session_before_verb(const rz_found *found, const rz_clause *c) {
    enum { LONGEST = 24 };
    const rz_scene *s = &found->scene;
    uint32_t end, that = rz_class_at(s, c->first, &end) == RZ_C_THAT ? c->first : c->first && rz_class_at(s, c->first - 1, &end) == RZ_C_THAT ? c->first - 1 : 0;
    uint32_t v = that ? s->text->tokens[that - 1].verb : RZ_NONE;

    if (v == RZ_NONE) return RZ_NONE;
    for (uint32_t t = s->text->verbs[v].first; t-- > 0 && c->first - t < LONGEST && rz_token_sentence(s, t) == c->sentence;) {
        uint32_t i = rz_trigger_at(found, t);
        if (s->text->tokens[t].verb != RZ_NONE && s->text->tokens[t].verb != v) return RZ_NONE;
        if (i != RZ_NONE && found->events.at[i].evoked == RZ_EVOKED_NOUN) return rz_kind_is(found->events.at[i].kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT) ? i : RZ_NONE;
    }
    return RZ_NONE;
}

/* «مذاکراتی که قرار بود یکشنبه در X برگزار شود»: of the noun that the relative clause tells of. */
static uint32_t noun_before(const rz_found *found, uint32_t clause) {
    enum { LONGEST = 14 };
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[clause];
    bool goes_on = c->kind == RZ_CLAUSE_COMPLEMENT || c->kind == RZ_CLAUSE_COORDINATE; /* «که قرار بود …» */
    if (goes_on && c->parent != RZ_NONE) c = &s->clauses[c->parent];
    if (c->kind != RZ_CLAUSE_RELATIVE) return session_before_verb(found, &s->clauses[clause]);
    for (uint32_t t = c->first; t-- > 0 && c->first - t < LONGEST && rz_token_sentence(s, t) == c->sentence;) {
        uint32_t i = rz_trigger_at(found, t);
        if (i != RZ_NONE) return found->events.at[i].evoked == RZ_EVOKED_VERB || (found->events.at[i].definite && was_planned(s, c)) ? RZ_NONE : i;
        uint32_t next = s->text->tokens[t].punct == ',' ? s->mention_at[t + 1] : RZ_NONE;
        bool lists = s->mention_at[t] != RZ_NONE || (next != RZ_NONE && s->links[next].list != next); /* «نشست میان X، Y و Z را که …» */
        if (s->text->tokens[t].verb != RZ_NONE || (s->text->tokens[t].kind == RZ_TOKEN_PUNCT && !lists)) return session_before_verb(found, &s->clauses[clause]);
    }
    return RZ_NONE;
}

/* «که برای ماه اکتبر برنامه‌ریزی شده بود» */
bool rz_planned_for(const rz_scene *s, uint32_t clause) {
    enum { LONGEST = 3 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("planned-for"));
    uint32_t verb = s->clauses[clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    return rz_listed_before(s, words, at, at > LONGEST ? at - LONGEST : 0);
}

/* «که آخرین بار سال ۲۰۱۲ در X برگزار شد», «که در X برگزار شده بود» of what is to be: told of how it was before. */
bool rz_recalls(const rz_scene *s, uint32_t clause, uint32_t main) {
    const rz_clause *c = &s->clauses[clause];
    if (clause == main || c->kind != RZ_CLAUSE_RELATIVE || c->verb == RZ_NONE || rz_planned_for(s, clause)) return false;
    uint8_t tense = s->text->verbs[c->verb].tense, to_be = s->clauses[main].verb == RZ_NONE ? RZ_PAST : s->text->verbs[s->clauses[main].verb].tense;
    bool past = rz_tense_done(tense), ahead = rz_tense_ahead(to_be);
    return (tense == RZ_PLUPERFECT && ahead) || (past && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("last-time")), c->first, s->text->verbs[c->verb].first));
}

/* «که اوایل اکتبر در X خواهد بود»: nothing but when and where it is. */
bool rz_only_is_somewhere(const rz_scene *s, uint32_t clause) {
    enum { LONGEST = 16 };
    const rz_clause *c = &s->clauses[clause];
    const rz_verb *v = c->verb == RZ_NONE ? NULL : &s->text->verbs[c->verb];
    uint32_t end, t = c->first;
    bool any = false;
    if (!v || v->lemma != s->g->be || v->negative || v->first <= t || v->first - t > LONGEST || (c->kind != RZ_CLAUSE_RELATIVE && c->kind != RZ_CLAUSE_COMPLEMENT)) return false;
    while (t < v->first) {
        uint32_t m = s->mention_at[t];
        uint8_t class = rz_class_at(s, t, &end);
        bool place = m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE), timed = rz_token_time(s, t) != RZ_NONE;
        if (!place && !timed && class != RZ_C_IN && class != RZ_C_THAT && class != RZ_C_PLACE_WORD && class != RZ_C_SOON) return false;
        any |= place || timed;
        t = place || timed || end <= t ? t + 1 : end;
    }
    return any;
}

/* The clause tells only that something takes place: «برگزار شود», «تعیین شده بود». */
static bool only_happens(const rz_found *found, uint32_t clause) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[clause].verb, start;
    if (verb == RZ_NONE || found->verbal_of[clause] != RZ_NONE || found->happens_in[clause] != RZ_NONE) return false;
    return rz_class_before(s, s->text->verbs[verb].first, s->clauses[clause].first, false, &start) == RZ_C_HAPPEN || rz_planned_for(s, clause) || rz_only_is_somewhere(s, clause);
}

/* Does the verb of the clause tell an event? «دو طرف بر X تأکید کردند» tells only what was spoken of. */
static bool tells(const rz_found *found, uint32_t clause) {
    uint32_t verbal = found->verbal_of[clause];
    return verbal != RZ_NONE && !found->events.at[verbal].frame->both_subject;
}

/* The cheapest event for what stands at tokens [first, last): the clause's verb's own, or a noun within reach. */
rz_found_event *rz_event_near(rz_found *found, uint32_t first, uint32_t last, int place_class) {
    const rz_scene *s = &found->scene;
    rz_found_event *best = NULL;
    uint32_t low = BACKGROUND_COST;
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, first)];
    uint32_t from = first > sentence->first + RZ_REACH ? first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > last + RZ_REACH ? last + RZ_REACH : sentence->last;
    for (uint32_t t = from; t <= to; t++) {
        uint32_t i = t < to ? rz_trigger_at(found, t) : found->verbal_of[s->clause_of[first]];
        if (i == RZ_NONE) continue;
        rz_found_event *e = &found->events.at[i];
        if (e->frame->accompanies || e->frame->both_subject || (place_class && !(e->frame->places >> place_class & 1))) continue;
        uint32_t c = cost(found, e, first, last, place_class);
        if (!place_class && c < low && rz_past_background(found, e, first, last)) c += BACKGROUND_COST;
        if (place_class == RZ_C_IN && c < low && rz_in_his_course(found, e, first) && rz_names_somebody(s, e->last, first)) c += BACKGROUND_COST; /* not «در جریان اقامت خود در X» */
        if (!place_class && c < low && of_verb(found, e, first, last)) c += VERB_COST;
        bool beside = place_class == RZ_C_IN && c < low && e->evoked != RZ_EVOKED_VERB && found->verbal_of[s->clause_of[first]] != RZ_NONE && first > e->last && only_points(s, e);
        if (beside) c += VERB_COST; /* «همزمان با این دیدار، X در Y سخنرانی کرد» */
        if (place_class == RZ_C_TO && c < low && goes_there(found, e, first, last)) c += VERB_COST; /* «پس از حمله به X، به Y سفر کرد» */
        if (c < low) {
            low = c;
            best = e;
        }
    }
    uint32_t noun = !best && only_happens(found, s->clause_of[first]) ? noun_before(found, s->clause_of[first]) : RZ_NONE;
    if (noun != RZ_NONE && (!place_class || found->events.at[noun].frame->places >> place_class & 1)) return &found->events.at[noun];
    uint32_t next = best || (place_class && place_class != RZ_C_IN) || tells(found, s->clause_of[first]) ? RZ_NONE : verbal_of_next(found, s->clause_of[first]);
    bool fits = next != RZ_NONE && !found->events.at[next].frame->accompanies && (!place_class || found->events.at[next].frame->places >> place_class & 1);
    return fits ? &found->events.at[next] : best;
}
