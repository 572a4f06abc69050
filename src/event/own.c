/* Whose it is by the ending of its noun, whether it belongs to anybody, whose session it is that several put off together, whose a
 * commission is, and where the guest of a city is. */
#include "event/paper.h"

bool rz_has_own_ending(const rz_scene *s, uint32_t token) {
    const rz_token *t = &s->text->tokens[token];
    uint32_t size = rz_letters_count(t);
    for (uint32_t i = 0; i < s->g->n_own && t->tail; i++)
        if (s->g->own[i].n == t->tail && size > t->tail && !memcmp(s->text->letters + rz_letters_end(t) - t->tail, s->g->own[i].letters, t->tail))
            return true;
    return false;
}

/* Several together are told of what only several can hold. */
static bool own_session(const rz_found *found, const rz_found_event *e, uint32_t m) {
    const rz_scene *s = &found->scene;
    bool several = rz_phrase_end(s, m) > s->links[m].last && s->clauses[e->clause].verb != RZ_NONE && s->text->verbs[s->clauses[e->clause].verb].plural;
    bool kind = rz_kind_is(e->kind, RZ_KIND_JOINT | RZ_KIND_ROUNDS | RZ_KIND_LEADERS);
    return kind && several && !e->parts.n && e->forum == RZ_NONE;
}

/* «مهمان مسکو خواهد بود»: a city that one is the guest of is where he is. */
void rz_guest_place(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_JOURNEY) || e->place != RZ_NONE) return;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention;
        if (m >= s->mentions->n || strcmp(e->parts.at[i].role, "host") != 0) continue;
        if (s->mentions->at[m].kind != RZ_M_PLACE && s->mentions->at[m].kind != RZ_M_STATE) continue;
        e->place = m;
        e->parts.at[i] = e->parts.at[--e->parts.n];
        return;
    }
}

/* «X با Y پس از سفرش به Z دیدار کرد»: what tells when it was is the subject's, and not his whom he meets. */
static bool sets_subjects_time(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    const rz_link *link = &s->links[m];
    uint32_t subject = s->clauses[e->clause].subject;
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_WITH || link->clause != e->clause || subject == RZ_NONE || s->mentions->at[subject].first > e->first || rz_family(&s->mentions->at[subject]) != 1) return false;
    rz_link time = {.prep_token = RZ_NONE};
    rz_govern(s, &time, e->first);
    return time.prep == RZ_C_AFTER || time.prep == RZ_C_BEFORE || time.prep == RZ_C_OCCASION || time.prep == RZ_C_IN;
}

/* «سفر رئیسی و دیدارش با پوتین»: the last person named before. */
void rz_owner_add(rz_found *found, rz_found_event *e, uint32_t from) {
    const rz_scene *s = &found->scene;
    const char *role = e->frame->of ? e->frame->of : e->frame->subject;
    if (e->accorded && e->parts.n) return; /* «با اشاره به توافق آنها برای تبادل اسرا»: theirs */
    for (uint32_t t = e->first; t-- > from && role;) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        uint8_t kind = s->mentions->at[m].kind;
        if (kind != RZ_M_PERSON && kind != RZ_M_OFFICE && kind != RZ_M_PRONOUN) continue;
        if (sets_subjects_time(s, e, m)) m = s->clauses[e->clause].subject;
        uint32_t list = s->links[m].list; /* «X و Y به دیدارشان پایان دادند» */
        for (uint32_t i = list; i <= m; i++)
            if (s->links[i].list == list && s->mentions->at[i].head == RZ_NONE) rz_part_add(found, e, i, role);
        return;
    }
}

/* «X از سفر هیئتی به Y خبر داد»: X's. */
static void add_sender(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t m = s->clauses[e->clause].subject;
    if (!rz_kind_is(e->kind, RZ_KIND_JOURNEY) || e->evoked != RZ_EVOKED_NOUN || e->parts.n || !e->frame->of || m == RZ_NONE || s->mentions->at[m].kind != RZ_M_STATE) return;
    if (s->mentions->at[m].first > e->first || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("a-delegation")), e->last) == e->last) return;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (link.prep != RZ_C_FROM || link.kind != RZ_LINK_PREP || !rz_gives_news(s, e)) return;
    rz_part_add(found, e, m, e->frame->of);
    e->delegation = true;
}

/* «X گفت [که] هیئتی به Y می‌رود»: his, and not he. */
static void add_sent(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t above = c->parent == RZ_NONE ? RZ_NONE : s->clauses[c->parent].subject;
    bool theirs = rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->evoked == RZ_EVOKED_VERB && !e->frame->accompanies && c->kind != RZ_CLAUSE_RELATIVE && rz_of_a_delegation(s, c);
    if (!theirs || above == RZ_NONE || s->mentions->at[above].first > c->first) return;
    if (!e->parts.n && e->frame->subject) rz_part_add(found, e, above, e->frame->subject);
    e->sends = e->parts.n == 1 && e->parts.at[0].mention == above;
    e->delegation |= e->sends;
}

/* «X و Y نشست کمیته مشترک را به تعویق انداختند»: of those who put it off, together. */
void rz_own_session_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    add_sender(found, e);
    add_sent(found, e);
    if (e->frame->sends && e->parts.n == 1) e->sends = e->delegation = true;
    uint32_t m = s->clauses[e->clause].subject;
    if (e->evoked != RZ_EVOKED_NOUN || m == RZ_NONE || !e->frame->of || !own_session(found, e, m) || s->mentions->at[m].first > e->first) return;
    uint32_t verb = s->clauses[e->clause].verb;
    bool passive = rz_verb_among(s, verb, s->g->become, 2);
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (!passive && !link.prep && rz_gives_news(s, e)) rz_subjects_add(found, e, e->frame->of);
}

/* The parties that are told behind it. */
static bool parties_behind(rz_found *found, rz_found_event *e) {
    enum { FAR = 16 };
    const rz_scene *s = &found->scene;
    uint32_t end;
    for (uint32_t t = e->last; t < s->text->n_tokens && t < e->last + FAR && s->clause_of[t] == e->clause; t = end) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && rz_is_actor(&s->mentions->at[m])) {
            rz_list_add(found, e, m, e->frame->of);
            return true;
        }
        uint8_t class = rz_class_at(s, t, &end);
        const rz_token *token = &s->text->tokens[t];
        bool word = token->kind == RZ_TOKEN_WORD && !class && token->verb == RZ_NONE && rz_token_time(s, t) == RZ_NONE && (token->pos & (RZ_POS_ADJ | RZ_POS_NOUN));
        if (!word && class != RZ_C_AND && token->punct != ',') return false;
        if (end <= t || !class) end = t + 1;
    }
    return false;
}

/* «X و Y در پایان هشتمین اجلاس کمیسیون مشترک تفاهم‌نامه امضا کردند»: it is theirs. */
static bool two_before(const rz_scene *s, const rz_found_event *e) {
    uint32_t m = s->clauses[e->clause].subject;
    rz_link link = {.prep_token = RZ_NONE};
    if (m == RZ_NONE || e->evoked != RZ_EVOKED_NOUN || s->mentions->at[m].first > e->first) return false;
    rz_govern(s, &link, e->first);
    if (link.prep != RZ_C_IN && link.prep != RZ_C_OCCASION && link.prep != RZ_C_AFTER) return false; /* not «بر تشکیل کمیسیون مشترک توافق کردند» */
    const rz_mention *who = &s->mentions->at[m];
    return who->kind == RZ_M_COLLECTIVE || ((who->kind == RZ_M_STATE || (who->kind == RZ_M_ORGANISATION && who->body != RZ_NONE)) && rz_phrase_end(s, m) > s->links[m].last);
}

/* «کمیسیون مشترک همکاری‌های بازرگانی، اقتصادی و فنی X و Y»: what it deals with stands before those whose it is. */
void rz_commission_parties(rz_found *found, rz_found_event *e) {
    if (!rz_kind_is(e->kind, RZ_KIND_JOINT) || e->parts.n || !e->frame->of || parties_behind(found, e)) return;
    if (two_before(&found->scene, e)) rz_subjects_add(found, e, e->frame->of);
}

/* «دیدار من با X»: of whom the words are. */
static uint32_t of_me(const rz_scene *s, uint32_t token) { return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("of-me")), token); }

/* «دیدار خود و X را … خواند», «تماس میان خود و X را تکذیب کرد», «دیدار من با X»: both of the two. */
void rz_other_of_own_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t own = e->last, and;
    if (!e->frame->by_class[RZ_C_WITH]) return;
    bool between = rz_class_at(s, own, &and) == RZ_C_BETWEEN;
    if (between) own = and;
    bool his = rz_class_at(s, own, &and) == RZ_C_OWN;
    if (!his) and = of_me(s, own);
    if (and == own) return;
    uint32_t first, other = rz_class_at(s, and, &first) == RZ_C_AND ? s->mention_at[first] : RZ_NONE;
    bool two = other != RZ_NONE && s->mentions->at[other].first == first && rz_family(&s->mentions->at[other]) == 1;
    if (between && !two) return;
    if (two) rz_part_add(found, e, other, e->frame->by_class[RZ_C_WITH]);
    if (!his) rz_part_add(found, e, RZ_SPEAKER, e->frame->of ? e->frame->of : e->frame->by_class[RZ_C_WITH]);
    else if (between) rz_subjects_add(found, e, e->frame->of ? e->frame->of : e->frame->by_class[RZ_C_WITH]);
}

/* «X به همراه Y به Z رفت تا با W دیدار کند»: Y too. */
void rz_company_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t going = c->parent == RZ_NONE ? RZ_NONE : found->verbal_of[c->parent];
    if (e->evoked != RZ_EVOKED_VERB || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS) || going == RZ_NONE) return;
    const rz_found_event *journey = &found->events.at[going];
    bool same = c->kind != RZ_CLAUSE_RELATIVE && c->subject != RZ_NONE && c->subject == s->clauses[c->parent].subject;
    for (uint32_t i = 0; same && journey < e && rz_kind_is(journey->kind, RZ_KIND_JOURNEY) && i < journey->parts.n; i++)
        if (!strcmp(journey->parts.at[i].role, "delegate") && journey->parts.at[i].mention < s->mentions->n && s->links[journey->parts.at[i].mention].prep == RZ_C_ALONG) rz_part_add(found, e, journey->parts.at[i].mention, e->frame->subject ? e->frame->subject : "participant");
}

/* The frame has the very word: the ی of «آزادی» is its own. */
static bool named_so(const rz_scene *s, const rz_found_event *e) {
    for (rz_hits h = rz_hits_of(s->text, e->first, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
        if (h.hit.row == e->frame->row && h.hit.last == e->last && !h.hit.tail) return true;
    return false;
}

/* «تصویب قطعنامه‌ای X», «امضای توافق‌نامه‌ای X» */
static bool of_some_paper(const rz_scene *s, const rz_found_event *e) {
    for (rz_hits h = rz_hits_of(s->text, e->last - 1, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
        if (h.hit.last == e->last && h.hit.tail && !rz_paper_plural(s, &h.hit)) return e->last > e->first + 1;
    return false;
}

/* «پیامی», «دیداری»: belongs to nobody; «گفت‌وگوی» does. */
bool rz_is_indefinite(const rz_scene *s, const rz_found_event *e) {
    const rz_token *t = &s->text->tokens[e->last - 1];
    if (e->frame->owner && named_so(s, e)) return false;
    if (of_some_paper(s, e)) return true;
    if (e->last != e->first + 1 || t->tail != 1 || rz_letters_count(t) < 2) return false;
    uint8_t before = s->text->letters[rz_letters_end(t) - 2];
    return s->text->letters[rz_letters_end(t) - 1] == s->g->yeh && before != s->g->waw && before != s->g->alef && before != s->g->heh; /* «مذاکره‌ی X» */
}
