/* Between whom an agreement is, what its signing tells of its stage, and what two sides agreed on without a word for the paper. */
#include "event/paper.h"
#include "event/status.h"

enum { MOST_PARTIES = 8 };

static void add_party(rz_found *found, rz_found_instrument *n, uint32_t m) {
    const rz_scene *s = &found->scene;
    if (!rz_is_actor(&s->mentions->at[m]) || n->parties.n >= MOST_PARTIES) return;
    for (uint32_t i = 0; i < n->parties.n; i++)
        if (n->parties.at[i] == m) return;
    *RZ_PUSH(s->arena, &n->parties) = m;
}

uint32_t rz_sides(const rz_scene *s, const rz_found_instrument *n) {
    uint32_t sides = 0;
    for (uint32_t i = 0; i < n->parties.n; i++) {
        const rz_mention *m = &s->mentions->at[n->parties.at[i]];
        if (s->links[n->parties.at[i]].prep == RZ_C_WITH && n->parties.n == 1) return 2; /* «توافق با این کشور» */
        sides += m->state2 != RZ_NONE || m->kind == RZ_M_COLLECTIVE || m->kind == RZ_M_FORUM ? 2 : 1;
    }
    return sides;
}

/* «میان X و Y قراردادی …», «با X قراردادی …»; not «در دیدار با X قراردادی …» */
static bool stands_before(const rz_found *found, uint32_t m) {
    enum { LONGEST = 3 };
    const rz_link *link = &found->scene.links[m];
    if (link->prep == RZ_C_BETWEEN) return true;
    for (uint32_t t = link->prep_token > LONGEST ? link->prep_token - LONGEST : 0; t < link->prep_token; t++) {
        uint32_t e = rz_trigger_at(found, t);
        if (e != RZ_NONE && !rz_kind_is(found->events.at[e].kind, RZ_KIND_PAPER)) return false;
    }
    return true;
}

void rz_between_add(rz_found *found, rz_found_instrument *n, const rz_sentence *sentence, uint32_t from) {
    const rz_scene *s = &found->scene;
    uint32_t to = sentence->last < from + 2 * RZ_REACH ? sentence->last : from + 2 * RZ_REACH;
    for (uint32_t t = from > sentence->first + RZ_REACH ? from - RZ_REACH : sentence->first; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->links[m].kind != RZ_LINK_PREP) continue;
        if (t < from && (s->clause_of[t] != s->clause_of[from] || !stands_before(found, m))) continue;
        bool offered = s->links[m].prep == RZ_C_TO && !strcmp(rz_row_id(s->text->data, n->stage), "proposed"); /* «به X پیمانی پیشنهاد داد» */
        if (s->links[m].prep == RZ_C_BETWEEN || s->links[m].prep == RZ_C_WITH || offered) add_party(found, n, m);
    }
}

/* The doc is the subject of these: «به امضا رسید», «امضا شد»; not of «به توافق رسیدند». */
static bool undergone(const rz_scene *s, const rz_found_instrument *n, uint32_t verb) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, n->name_first);
    if (link.prep == RZ_C_FROM && !strcmp(rz_row_id(s->text->data, n->stage), "withdrawn")) return false; /* «از پیمان X خارج شد» */
    static const char *const ids[] = {"shodan", "gardidan", "residan"};
    for (int i = 0; i < (n->stage == s->g->agreed ? 2 : 3); i++)
        if (!strcmp(rz_row_id(s->text->data, s->text->verbs[verb].lemma), ids[i])) return true;
    return false;
}

/* «بیانیه X، Y و Z»: all that stand in one list with him. */
static void add_list(rz_found *found, rz_found_instrument *n, uint32_t m) {
    enum { MOST = 12 };
    const rz_scene *s = &found->scene;
    uint32_t head = s->links[m].list < m && m - s->links[m].list < MOST && s->mentions->at[s->links[m].list].kind == RZ_M_FORUM ? s->links[m].list : m; /* «اتحادیه اوراسیا و X … امضا کردند» */
    for (uint32_t i = head; i < s->mentions->n && i < m + MOST; i++)
        if (s->mentions->at[i].head == RZ_NONE && s->links[i].list == s->links[m].list && s->links[i].clause == s->links[m].clause) add_party(found, n, i);
}

/* Who does it in the clause, with all that stand in one list with him. */
static void add_subjects(rz_found *found, rz_found_instrument *n, uint32_t clause) {
    const rz_scene *s = &found->scene;
    uint32_t m = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].subject, above[RZ_DEALING], dealing = 0;
    if (clause != RZ_NONE && (m == RZ_NONE || s->clauses[clause].inherits)) dealing = rz_dealing_above(s, clause, above, RZ_DEALING);
    for (uint32_t i = 0; i < dealing && dealing > 1; i++) add_party(found, n, above[i]);
    if (m != RZ_NONE) add_list(found, n, m);
}

/* «گفت‌وگوهای X و Y برای دستیابی به توافق …»: two states told of as one, where nobody else is. */
static void add_pair_before(rz_found *found, rz_found_instrument *n) {
    const rz_scene *s = &found->scene;
    uint32_t clause = s->clause_of[n->name_first], from = n->name_first > RZ_REACH ? n->name_first - RZ_REACH : 0;
    for (uint32_t t = from; t < n->name_first; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].kind != RZ_M_STATE || s->clause_of[t] != clause) continue;
        add_list(found, n, m);
        uint32_t states = 0;
        for (uint32_t i = 0; i < n->parties.n; i++) states += s->mentions->at[n->parties.at[i]].kind == RZ_M_STATE;
        if (states > 1 && states == n->parties.n) return;
        n->parties.n = 0;
    }
}

/* «X از توافق Y و Z خبر داد», «… استقبال کرد»: one who only tells of it or judges it is no party. */
static bool only_tells(const rz_scene *s, const rz_found_instrument *n, uint32_t verb) {
    enum { LONGEST = 3 };
    const rz_verb *v = &s->text->verbs[verb];
    rz_row judging = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("judging-paper"));
    bool own = n->parties.n == 1 && s->links[n->parties.at[0]].prep == RZ_C_WITH; /* «از پیمان با Y استقبال کرد» */
    own |= n->parties.n < 2 && s->g->stages[n->stage - s->g->first_stage].rank < rz_stage_rank(s->g, "agreed");
    if (!own && rz_listed_before(s, judging, v->first, v->first > LONGEST ? v->first - LONGEST : 0)) return true;
    if (v->negative || (n->parties.n && s->links[n->parties.at[0]].prep == RZ_C_WITH)) return false; /* «از پیمان با Y خبر داد»: his own */
    for (rz_hits_run h = rz_hits_within(s->text, v->first ? v->first - 1 : 0, v->first); !v->plural && rz_hits_run_next(&h);)
        if (rz_class_of(s->g, h.hit.row) == RZ_C_ANNOUNCED) return true;
    return false;
}

static bool is_earlier(const rz_scene *s, const rz_found_instrument *n, uint32_t cue) {
    uint32_t clause = s->clause_of[cue], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT && n->time != RZ_NONE && s->clauses[clause].kind != RZ_CLAUSE_RELATIVE &&
           rz_token_sentence(s, n->name_first) == rz_token_sentence(s, cue);
}

/* «توافق صلح امضا کردند. … در سال ۲۰۱۵ توافق صلح امضا کرده بودند»: of these two one is at hand, the other is over. */
bool rz_made_anew(const rz_scene *s, const rz_found_instrument *a, const rz_found_instrument *b) {
    const rz_found_instrument *news = a->earlier ? b : a;
    return a->earlier != b->earlier && (news->stage == s->g->agreed || !strcmp(rz_row_id(s->text->data, news->stage), "signed"));
}

/* «X گفت: با Y پیمان امضا کردیم», «قرارداد گاز Y را تمدید کرده‌ایم»: he speaks of his own. */
static void add_speaker(rz_found *found, rz_found_instrument *n, uint32_t clause) {
    enum { DEEP = 3 };
    const rz_scene *s = &found->scene;
    uint32_t verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    bool ours = verb != RZ_NONE && s->text->verbs[verb].person == 1 && s->text->verbs[verb].plural && s->clauses[clause].subject == RZ_NONE;
    for (int i = 0; ours && n->parties.n == 1 && i < DEEP && s->clauses[clause].parent != RZ_NONE; i++) {
        clause = s->clauses[clause].parent;
        uint32_t teller = s->clauses[clause].subject;
        if (teller != RZ_NONE && rz_family(&s->mentions->at[teller]) <= 2) add_party(found, n, teller);
    }
}

/* «X اعلام کرد که پیمان با Y امضا شده است»: who tells of one with another, of which nobody is told to do it. */
static void add_teller(rz_found *found, rz_found_instrument *n, uint32_t clause) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = clause == RZ_NONE ? NULL : &s->clauses[clause];
    if (!c || n->parties.n != 1 || s->links[n->parties.at[0]].prep != RZ_C_WITH || c->kind == RZ_CLAUSE_RELATIVE || c->parent == RZ_NONE) return;
    uint32_t teller = s->clauses[c->parent].subject;
    bool own = c->subject != RZ_NONE && c->subject != teller;
    if (teller != RZ_NONE && !own && c->verb != RZ_NONE && undergone(s, n, c->verb)) add_party(found, n, teller);
}

/* «توافق لغو روادید از سوی X تصویب شد»: who is to do it, or did, has it. */
static void add_agent(rz_found *found, rz_found_instrument *n) {
    const rz_scene *s = &found->scene;
    uint32_t end;
    if (n->stage == RZ_NONE || !rz_row_has(s->text->data, n->stage, "by", "yes") || n->name_last >= s->text->n_tokens || rz_class_at(s, n->name_last, &end) != RZ_C_AGENT || end >= s->text->n_tokens) return;
    uint32_t m = s->mention_at[end];
    if (m != RZ_NONE && s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
    if (m == RZ_NONE || s->mentions->at[m].first != end || s->mentions->at[m].kind == RZ_M_PERSON) return;
    if (s->mentions->at[m].kind == RZ_M_STATE || s->mentions->at[m].kind == RZ_M_OFFICE || s->mentions->at[m].kind == RZ_M_COLLECTIVE || s->mentions->at[m].body != RZ_NONE) add_list(found, n, m);
}

/* «موافقت‌نامه گمرکی X و Y»; «X و Y … امضا کردند». */
void rz_signers_add(rz_found *found, rz_found_instrument *n, uint32_t cue) {
    const rz_scene *s = &found->scene;
    for (uint32_t t = n->name_first; t < n->name_last; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t) continue;
        uint8_t kind = s->mentions->at[m].kind;
        if (kind == RZ_M_STATE || kind == RZ_M_COLLECTIVE || kind == RZ_M_ORGANISATION || kind == RZ_M_FORUM) add_list(found, n, m);
    }
    uint32_t clause = s->clause_of[cue], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    bool theirs = n->parties.n > 1 && cue < n->name_first; /* «بر امضای قرارداد X و Y تأکید کرد» */
    if (verb != RZ_NONE && !theirs && s->text->verbs[verb].first >= cue && !undergone(s, n, verb) && !only_tells(s, n, verb)) add_subjects(found, n, clause);
    add_agent(found, n);
    if (!n->parties.n) add_pair_before(found, n);
    uint32_t lands[RZ_MOST_LANDS], n_lands = n->parties.n < 2 && clause != RZ_NONE ? rz_institution_lands(s, clause, n->name_first, lands) : 0;
    for (uint32_t i = 0; i < n_lands; i++) add_party(found, n, lands[i]);
    add_speaker(found, n, clause);
    add_teller(found, n, clause);
    n->earlier = is_earlier(s, n, cue);
}

void rz_open_signers_add(rz_found *found, rz_found_instrument *n, const rz_hit *hit, uint32_t cue) {
    const rz_scene *s = &found->scene;
    bool left = !strcmp(rz_row_id(s->text->data, n->stage), "withdrawn"), made = !strcmp(rz_row_id(s->text->data, n->stage), "signed");
    if (rz_row_get(s->text->data, hit->row, "parties").size || (!left && !made)) return;
    for (uint32_t t = cue + 1; left && t < hit->first; t++) { /* «خروج X از پیمان پاریس» */
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && rz_is_actor(&s->mentions->at[m])) add_party(found, n, m);
        if (m != RZ_NONE) return;
    }
    if (cue < hit->first) return;
    n->name_first = hit->first, n->name_last = hit->last;
    rz_signers_add(found, n, cue);
    n->name_first = n->name_last = 0, n->earlier = false;
}

/* «امضای چند سند از برنامه‌های این سفر است»: the event that the cue tells of is to come, and so is the stage. */
rz_row rz_stage_as_signed(const rz_found *found, rz_row stage, uint32_t cue) {
    rz_row ahead = found->scene.g->stages[stage - found->scene.g->first_stage].ahead;
    const rz_found_event *e = rz_event_at(found, cue);
    bool to_come = e && rz_kind_is(e->kind, RZ_KIND_PAPER) && (!strcmp(e->status, "planned") || !strcmp(e->status, "hoped") || rz_called_off(e->status));
    return to_come && ahead != RZ_NONE ? ahead : stage;
}

/* A cue that was found to tell of no stage: «بدون امضای …». */
static bool cue_refused(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);)
        if (rz_stage_told_at(s, &h.hit)) return true;
    return false;
}

/* Where no cue tells a stage: the signing that the sentence tells of. */
rz_row rz_stage_of_signing(const rz_found *found, const rz_sentence *in, uint32_t *cue) {
    const rz_scene *s = &found->scene;
    for (uint32_t t = in->first; t < in->last; t++) {
        const rz_found_event *e = rz_event_at(found, t);
        if (!e || !rz_kind_is(e->kind, RZ_KIND_PAPER) || !strcmp(e->status, "denied") || cue_refused(s, t)) continue;
        *cue = t;
        return rz_row_find(s->text->data, RZ_STAGE, RZ_STR("signed"));
    }
    return RZ_NONE;
}

/* «توافق کردند برای ایجاد X …»: the matter follows. */
static uint32_t matter_after(const rz_scene *s, uint32_t clause, uint32_t limit) {
    uint32_t verb = s->clauses[clause].verb, from;
    uint32_t t = verb == RZ_NONE ? limit : s->text->verbs[verb].last;
    uint8_t class = t < limit ? rz_class_at(s, t, &from) : RZ_C_NONE;
    if (class == RZ_C_ABOUT && s->clause_of[t] != clause) return RZ_NONE; /* «توافق کردند | درباره X مذاکره کنند» */
    rz_link link = {.prep = class, .prep_token = t};
    const char *status = class == RZ_C_FOR ? rz_prep_status(s, &link, from) : NULL;
    return class == RZ_C_ABOUT || (status && !strcmp(status, "planned")) ? from : RZ_NONE;
}

/* «شرکت «X» روسیه و شرکت Y ایران یک یادداشت تفاهم امضا کردند»: two are told of before it in its clause. */
bool rz_two_before(const rz_scene *s, uint32_t token) {
    uint32_t n = 0, last = RZ_NONE, from = token > RZ_REACH ? token - RZ_REACH : 0;
    for (uint32_t t = from; t < token; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || m == last || s->clause_of[t] != s->clause_of[token]) continue;
        last = m;
        uint8_t kind = s->mentions->at[m].kind;
        n += kind == RZ_M_STATE || kind == RZ_M_ORGANISATION;
        if (kind == RZ_M_COLLECTIVE && s->mentions->at[m].row != RZ_NONE && rz_row_has(s->text->data, s->mentions->at[m].row, "number", "two")) n = 2; /* «دو طرف» */
    }
    return n > 1;
}

/* «رئیس‌جمهور X آتش‌بس را تمدید کرد»: one who has it told beside it, and it is no more than the setting of something else nowhere. */
bool rz_holds_one(const rz_scene *s, const rz_sentence *in, const rz_hit *noun, rz_row stage, uint32_t cue) {
    rz_link link = {.prep_token = RZ_NONE};
    const rz_stage *stages = s->g->stages;
    if (stages[stage - s->g->first_stage].rank < rz_stage_rank(s->g, "agreed") || s->clause_of[noun->first] != s->clause_of[cue]) return false;
    rz_govern(s, &link, noun->first);
    bool begun = link.prep == RZ_C_FROM && link.kind == RZ_LINK_OF; /* «از آغاز آتش‌بس خبر داد» */
    if (link.prep && link.prep != RZ_C_WITH && link.prep != RZ_C_ABOUT && link.prep != RZ_C_TO && !begun) return false;
    uint32_t from = noun->first > in->first + RZ_REACH ? (uint32_t)noun->first - RZ_REACH : in->first;
    for (uint32_t t = from; t < in->last && t < noun->last + RZ_REACH; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->clause_of[t] == s->clause_of[cue] && s->mentions->at[m].kind != RZ_M_PRONOUN && rz_is_actor(&s->mentions->at[m])) return true;
    }
    return false;
}

/* Where the matter of «بر سر X به توافق رسیدند», «برای X توافق کردند» begins; RZ_NONE: none is told. */
static uint32_t matter_at(const rz_scene *s, uint32_t clause, uint32_t cue) {
    uint32_t from;
    for (uint32_t t = s->clauses[clause].first; t < cue; t = from > t ? from : t + 1) {
        uint8_t class = rz_class_at(s, t, &from);
        if (!class) from = t + 1;
        if (s->clause_of[t] != clause) continue;
        if (class == RZ_C_ABOUT || rz_listed_end(s, s->g->matter_mark, t) == from) return from; /* «بر ایجاد X توافق کردند» */
        rz_link link = {.prep = class, .prep_token = t};
        const char *status = class == RZ_C_FOR ? rz_prep_status(s, &link, from) : NULL;
        if (status && !strcmp(status, "planned")) return from;
    }
    return RZ_NONE;
}

/* «درباره ادامه گفت‌وگو», «بر سر زمان نشست», «در این باره»: no matter of an agreement. */
static bool is_general(uint8_t class) {
    static const uint8_t classes[] = {RZ_C_GENERAL, RZ_C_DEFINITE, RZ_C_THAT, RZ_C_HAPPEN, RZ_C_BEFORE_NOUN, RZ_C_TOPIC_AXIS, RZ_C_PLACE_WORD, RZ_C_COUNTER};
    return class && memchr(classes, class, sizeof classes);
}

/* «آغاز [پروازها]», «تشکیل [کمیته]»: a matter, but where talks or another deed begin. */
static bool is_begun(const rz_found *found, uint32_t token, uint32_t end) {
    const rz_scene *s = &found->scene;
    uint32_t next = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matter-begun")), token), last;
    if (next == token || next >= end || is_general(rz_class_at(s, next, &last))) return false;
    for (uint32_t t = token; t < end; t++)
        if (rz_trigger_at(found, t) != RZ_NONE && rz_kind_is(found->events.at[rz_trigger_at(found, t)].kind, ~RZ_KIND_RELATIONS)) return false;
    return true;
}

/* Is it told between the token and the verb that a paper comes into force? */
static bool comes_into_force(const rz_scene *s, rz_row in_force, uint32_t token, uint32_t verb) {
    for (rz_hits_run p = rz_hits_within(s->text, token, verb); rz_hits_run_next(&p);)
        if (p.hit.type == RZ_STAGE && p.hit.key == s->g->k_phrase && p.hit.last == verb && s->g->stages[p.hit.row - s->g->first_stage].means == in_force) return true;
    return false;
}

/* «توافق کردند که [آتش‌بس] برقرار شود»: the truce that the clause behind the cue is to bring; RZ_NONE: it brings none. */
static uint32_t truce_behind(const rz_scene *s, uint32_t cue, uint32_t limit, uint32_t *last) {
    rz_row in_force = rz_row_find(s->text->data, RZ_STAGE, RZ_STR("in-force"));
    for (uint32_t t = cue + 1; t < limit && t < cue + RZ_REACH; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);) {
            uint32_t clause = s->clause_of[t], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
            if (verb == RZ_NONE || clause == s->clause_of[cue] || s->text->verbs[verb].negative || !rz_row_has(s->text->data, h.hit.row, "once", "yes")) continue;
            if (!comes_into_force(s, in_force, t, s->text->verbs[verb].first)) continue;
            *last = h.hit.last;
            return t;
        }
    return RZ_NONE;
}

uint32_t rz_agreed_at(const rz_scene *s, const rz_sentence *in, rz_row stage, uint32_t cue) {
    if (stage == RZ_NONE || stage == s->g->agreed) return stage == RZ_NONE ? RZ_NONE : cue;
    if (strcmp(rz_row_id(s->text->data, stage), "in-force") != 0) return RZ_NONE;
    for (uint32_t t = in->first; t < cue; t++)
        if (rz_stage_at_cue(s, t, s->g->agreed)) return t;
    return RZ_NONE;
}

void rz_matter_agreed(rz_found *found, const rz_sentence *sentence, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t clause = s->clause_of[cue], last, done = cue + 1 < s->text->n_tokens ? s->text->tokens[cue + 1].verb : RZ_NONE;
    if (clause == RZ_NONE || s->clauses[clause].subject == RZ_NONE) return;
    if (done != RZ_NONE && s->text->verbs[done].tense == RZ_PARTICIPLE && s->clauses[clause].verb != done) return; /* «اجرای توافقات [حاصل شده]» */
    uint32_t from = matter_at(s, clause, cue), limit = cue;
    if (from == RZ_NONE) from = matter_after(s, clause, sentence->last), limit = sentence->last;
    uint32_t truce = RZ_NONE, end = RZ_NONE;
    if (from == RZ_NONE) from = truce_behind(s, cue, limit, &truce);
    if (from != RZ_NONE) end = truce != RZ_NONE ? truce : rz_paper_name_end(s, from, limit, false);
    uint32_t head = from != RZ_NONE && from + 1 < limit && rz_paper_numbered(s, from) ? from + 1 : from; /* «بر سه محور» */
    uint8_t class = from == RZ_NONE ? 0 : rz_class_at(s, head, &last);
    if (from == RZ_NONE || end <= from || (is_general(class) && !is_begun(found, head, end))) return;
    rz_found_instrument n = {.row = RZ_NONE, .noun = RZ_NONE, .stage = s->g->agreed, .name_first = from, .name_last = end,
                             .time = RZ_NONE, .event = RZ_NONE, .first = s->clauses[clause].first, .last = sentence->last};
    if (n.last > n.first + 2 * RZ_REACH) n.last = n.first + 2 * RZ_REACH;
    add_subjects(found, &n, clause);
    rz_between_add(found, &n, sentence, n.first);
    for (rz_hits h = rz_hits_at(s->text, from); rz_hits_next(&h);)
        if (h.hit.type == RZ_AGREEMENT_NOUN && !h.hit.tail) n.noun = h.hit.row;
    if (rz_sides(s, &n) > 1) *RZ_PUSH(s->arena, &found->instruments) = n;
}

bool rz_verbless_title(const rz_scene *s, const rz_sentence *in) {
    if (in->first < s->article->title_first || in->last > s->article->title_last) return false;
    for (uint32_t t = in->first; t < in->last; t++)
        if (s->text->tokens[t].verb != RZ_NONE) return false;
    return true;
}

/* The accord that a title begins with: «توافق [اولیه] X و Y بر سر …»; RZ_NONE: with none, or a verb tells it. */
static uint32_t accord_of_title(const rz_scene *s, const rz_sentence *in) {
    enum { MOST_WORDS = 2 };
    if (!rz_verbless_title(s, in)) return RZ_NONE;
    for (rz_hits h = rz_hits_at(s->text, in->first); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->type != RZ_AGREEMENT_NOUN || hit->tail || !rz_paper_is(s, hit, "accord") || rz_row_has(s->text->data, hit->row, "once", "yes")) continue;
        uint32_t t = hit->last;
        while (t < in->last && t - hit->last < MOST_WORDS && (s->text->tokens[t].pos & RZ_POS_ADJ) && s->mention_at[t] == RZ_NONE) t++;
        return t < in->last ? s->mention_at[t] : RZ_NONE;
    }
    return RZ_NONE;
}

void rz_title_agreed(rz_found *found, const rz_sentence *in) {
    const rz_scene *s = &found->scene;
    uint32_t m = accord_of_title(s, in), from, last;
    if (m == RZ_NONE || !rz_is_actor(&s->mentions->at[m])) return;
    rz_found_instrument n = {.row = RZ_NONE, .noun = RZ_NONE, .stage = s->g->agreed, .time = RZ_NONE, .event = RZ_NONE, .first = in->first, .last = in->last};
    add_list(found, &n, m);
    uint32_t at = rz_phrase_end(s, m);
    if (at >= in->last || rz_sides(s, &n) < 2) return;
    uint8_t class = rz_class_at(s, at, &from);
    if (class != RZ_C_ABOUT && class != RZ_C_FOR) from = rz_listed_end(s, s->g->matter_mark, at);
    if (from <= at || from >= in->last || is_general(rz_class_at(s, from, &last))) return;
    n.name_first = from;
    n.name_last = rz_paper_name_end(s, from, in->last, false);
    for (rz_hits h = rz_hits_at(s->text, from); rz_hits_next(&h);)
        if (h.hit.type == RZ_AGREEMENT_NOUN && !h.hit.tail) n.noun = h.hit.row;
    if (n.name_last > from) *RZ_PUSH(s->arena, &found->instruments) = n;
}
