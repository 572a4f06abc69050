/* Who takes part in what a trigger evokes: by how the mentions around it are linked. */
#include "event/attend.h"
#include "event/sent.h"

enum { NEAR_WORDS = 3 };

static void add_part(rz_found *found, rz_found_event *e, uint32_t mention, const char *role) {
    if (mention < RZ_SPEAKER && rz_is_unnamed(found->scene.g, found->scene.mentions->at[mention].office)) return;
    if (rz_only_backs(&found->scene, e, mention)) return;
    if (mention < RZ_SPEAKER && rz_token_time(&found->scene, found->scene.mentions->at[mention].first) != RZ_NONE) return; /* «ساعت ده به وقت بغداد» */
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention == mention) return;
    *RZ_PUSH(found->scene.arena, &e->parts) = (rz_part){mention, role};
}

bool rz_has_role(const rz_found_event *e, const char *role) {
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (!strcmp(e->parts.at[i].role, role)) return true;
    return false;
}

bool rz_trigger_between(const rz_found *found, const rz_found_event *e, uint32_t from, uint32_t to) {
    if (to > from + RZ_CLAUSE_REACH) return true;
    for (uint32_t t = from; t < to; t++) {
        uint32_t i = rz_trigger_at(found, t);
        if (i != RZ_NONE && &found->events.at[i] != e && found->events.at[i].last <= to) return true;
    }
    return false;
}

bool rz_verb_between(const rz_scene *s, uint32_t from, uint32_t to) {
    if (to > from + RZ_CLAUSE_REACH) return true;
    for (uint32_t t = from; t < to; t++)
        if (s->text->tokens[t].verb != RZ_NONE) {
            uint32_t verb = s->text->tokens[t].verb, clause = s->clause_of[t];
            uint8_t tense = s->text->verbs[verb].tense;
            bool tells = clause == RZ_NONE || s->clauses[clause].verb == verb; /* not «قرار است» */
            if (tells && tense != RZ_INFINITIVE && tense != RZ_PARTICIPLE) return true;
        }
    return false;
}

/* Only when it was, or is to be, stands between, and who acts for it: «دیدار روز دوشنبه X و Y», «سفر از پیش برنامه‌ریزی‌شدهٔ X», «حمله دیروز ارتش X». */
static bool dated_noun(const rz_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t < last;) {
        uint32_t end = t + 1;
        bool about_so_long = rz_token_time(s, t) == RZ_NONE && t + 1 < last && rz_token_time(s, t + 1) != RZ_NONE && (s->text->tokens[t].pos & RZ_POS_ADV);
        uint8_t class = rz_token_time(s, t) == RZ_NONE ? rz_class_at(s, t, &end) : RZ_C_NONE;
        bool for_it = class == RZ_C_ACTS_FOR || class == RZ_C_DELEGATION;
        if (rz_token_time(s, t) == RZ_NONE && class != RZ_C_NOUN_STATUS && !about_so_long && !for_it) return false;
        t = end;
    }
    return last > first && last - first < 2 * NEAR_WORDS;
}

/* Does the mention belong to the event noun: «سفر رسمی رئیسی», «نشست مشترک ایران و روسیه»? */
static bool possesses(const rz_found *found, const rz_found_event *e, uint32_t m) {
    const rz_scene *s = &found->scene;
    const rz_link *link = &s->links[m];
    uint32_t head = rz_told_from(s, link->list);
    if (head >= e->first && head < e->last) return s->mentions->at[link->list].last > e->last; /* «نشست سران X و Y» */
    if (head >= e->last && e->evoked != RZ_EVOKED_VERB && link->kind != RZ_LINK_PREP && (dated_noun(s, e->last, head) || (e->frame->owner && s->mentions->at[m].kind != RZ_M_PLACE && rz_only_told_how(s, e->last, head)))) return true;
    if (rz_is_indefinite(s, e)) return false;
    if (link->kind != RZ_LINK_OF || head < e->last || link->chain > e->last - 1) return false;
    if (rz_kind_is(e->kind, RZ_KIND_JOURNEY) && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("greeted-by")), e->last, head)) return false; /* «در بدو ورود مورد استقبال X» */
    if (rz_kind_is(e->kind, RZ_KIND_MESSAGE) && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("wished-for")), e->last, head)) return false; /* «با ارسال تلگرامی درگذشت X را تسلیت گفت» */
    uint32_t nearly = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("nearly")), e->last), words = head - (nearly < head ? nearly : e->last), end; /* «اخراج بیش از ۲۰ دیپلمات X» */
    for (uint32_t t = e->last; t < head && words <= NEAR_WORDS; t++)
        if (rz_class_at(s, t, &end) == RZ_C_ISSUE) return false; /* «در تماسی تلفنی تحولات سوریه را …» */
    return words <= NEAR_WORDS && !rz_trigger_between(found, e, e->last, head);
}

/* «در حاشیه نشست X با Y همتای خود مذاکرات دوجانبه‌ای انجام داد»: he sat down with whom the verb tells of, and not for the session. */
static bool set_in_session(const rz_found *found, const rz_found_event *e, const rz_found_event *verbal, uint32_t m) {
    const rz_link *with = &found->scene.links[m];
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION) || !rz_kind_is(verbal->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS) || with->prep != RZ_C_WITH || with->prep_token <= e->last || !verbal->frame->by_class[RZ_C_WITH]) return false;
    rz_govern(&found->scene, &link, e->first);
    return link.prep == RZ_C_OCCASION || link.prep == RZ_C_AFTER || link.prep == RZ_C_IN;
}

/* «پیش از امضای سند با X دیدار کرد»: what stands right before the verb's own event is with that. */
static bool of_the_verb(const rz_found *found, const rz_found_event *e, uint32_t m) {
    uint32_t other = e->evoked == RZ_EVOKED_NOUN ? found->verbal_of[e->clause] : RZ_NONE, end;
    if (other == RZ_NONE && e->evoked == RZ_EVOKED_NOUN) other = found->happens_in[e->clause];
    if (other == RZ_NONE) return false;
    const rz_found_event *verbal = &found->events.at[other];
    /* «پس از دیدار با X، با Y گفت‌وگو کرد»: the noun has its own */
    bool has_own = e->last < found->scene.text->n_tokens && rz_class_at(&found->scene, e->last, &end) == RZ_C_WITH;
    bool second = has_own && found->scene.links[m].prep == RZ_C_WITH && found->scene.links[m].prep_token > e->last;
    if (second && e->last < verbal->first && verbal->frame->by_class[RZ_C_WITH]) return true;
    if (set_in_session(found, e, verbal, m)) return true;
    return verbal->frame->by_class[RZ_C_WITH] && found->scene.links[m].prep == RZ_C_WITH && rz_reaches(&found->scene, m, verbal->first) && !rz_later_partner(&found->scene, m, e->clause) && !(rz_earlier_partner(found, m, e->clause) && rz_with_of_noun(found, verbal, found->scene.links[m].prep_token, true));
}

/* «پیش از سفر به X به دعوت Y به Z می‌رود»: he whom the verb's own visit is to asked for it. */
static bool of_the_going(const rz_found *found, const rz_found_event *e, uint32_t m) {
    uint32_t verbal = found->verbal_of[e->clause];
    bool visits = e->evoked == RZ_EVOKED_NOUN && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && verbal != RZ_NONE && rz_kind_is(found->events.at[verbal].kind, RZ_KIND_JOURNEY);
    if (!visits || found->scene.links[m].prep != RZ_C_HOST || found->scene.links[m].clause != e->clause) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&found->scene, &link, e->first);
    return link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE;
}

/* «در این تماس X بر کاهش تنش میان Y و Z تأکید کرد»: other words with a preposition of their own stand between. */
static bool turns_aside(const rz_scene *s, uint32_t from, uint32_t to) {
    uint32_t end;
    for (uint32_t t = from; t < to; t = end) {
        uint8_t class = rz_class_at(s, t, &end);
        bool before_state = t > from && s->mention_at[t - 1] != RZ_NONE && s->mention_at[end] != RZ_NONE && s->mentions->at[s->mention_at[end]].kind == RZ_M_STATE; /* «فرستاده این سازمان برای X» */
        bool of_office = class == RZ_C_FOR && (s->mention_at[t] != RZ_NONE || before_state);
        if ((class == RZ_C_FOR || class == RZ_C_CIRCUMSTANCE) && end <= to && !of_office) return true;
        if (end <= t) end = t + 1;
    }
    return false;
}

/* «در اعتراض به حملات به وزارت خارجه احضار شد»: the summons to which he was called, or NULL. */
static const rz_found_event *called_to(const rz_found *found, uint32_t m) {
    const rz_scene *s = &found->scene;
    const rz_mention *at = &s->mentions->at[m];
    uint32_t i = at->last < s->text->n_tokens ? rz_trigger_at(found, at->last) : RZ_NONE;
    if (i == RZ_NONE || s->links[m].prep != RZ_C_TO || at->body == RZ_NONE || !rz_row_has(s->text->data, at->body, "kind", "ministry")) return NULL;
    const rz_found_event *e = &found->events.at[i];
    return rz_kind_is(e->kind, RZ_KIND_SUMMONS) && e->evoked == RZ_EVOKED_VERB ? e : NULL;
}

static bool in_reach(const rz_found *found, const rz_found_event *e, uint32_t m) {
    const rz_scene *s = &found->scene;
    const rz_found_event *summons = called_to(found, m);
    bool of_other = of_the_verb(found, e, m) || rz_struck_by_verb(found, e, m) || rz_of_noun_before(found, e, m) || rz_between_of_noun(found, e, m) || rz_of_deed_before(found, e, m) || rz_from_of_noun(s, e, m) || of_the_going(found, e, m) || rz_of_the_matter(found, e, m);
    if (summons ? summons != e : of_other) return false;
    uint32_t first = s->links[m].prep_token != RZ_NONE ? s->links[m].prep_token : s->mentions->at[m].first, own = rz_trigger_at(found, first);
    if (first >= e->first && first < e->last) first = s->mentions->at[m].first; /* «تحریم‌های تازه علیه» X */
    if (own != RZ_NONE && &found->events.at[own] != e && s->links[m].prep == RZ_C_HOST && first > e->last) return false; /* «همزمان با سفر X به Y، Z میزبان W بود» */
    if (e->evoked == RZ_EVOKED_NOUN && first > e->last && ((e->definite && !e->ranked) || turns_aside(s, e->last, first))) return false;
    if (e->evoked == RZ_EVOKED_VERB) return s->links[m].clause == e->clause && !rz_of_other_deed(found, e, m);
    if (first >= e->last)
        return first - e->last < RZ_REACH && rz_token_sentence(s, first) == rz_token_sentence(s, e->first) &&
               !rz_verb_between(s, e->last, first) && !rz_trigger_between(found, e, e->last, first);
    return e->evoked == RZ_EVOKED_HAPPEN && s->links[m].clause == e->clause;
}

/* «در واکنش به سفر X به Y سفیر Z را احضار کرد»: where the journey told before it went. */
static bool of_journey(const rz_found *found, const rz_found_event *e, uint32_t m) {
    enum { FAR = 8 };
    const rz_scene *s = &found->scene;
    uint32_t at = s->links[m].prep_token, from = s->clauses[e->clause].first;
    if (!rz_kind_is(e->kind, RZ_KIND_SUMMONS) || at == RZ_NONE || at >= e->first) return false;
    for (uint32_t t = at; t-- > from && at - t <= FAR && s->text->tokens[t].verb == RZ_NONE;) {
        uint32_t trigger = rz_trigger_at(found, t);
        if (trigger != RZ_NONE) return rz_kind_is(found->events.at[trigger].kind, RZ_KIND_JOURNEY);
    }
    return false;
}

/* «پس از حمله به سفارت X به وزارت خارجه احضار شد»: of several به before the verb, the last is its own; of several behind a noun, the first. */
static bool goes_elsewhere(const rz_found *found, const rz_found_event *e, uint32_t m) {
    const rz_scene *s = &found->scene;
    for (uint32_t i = m; e->evoked == RZ_EVOKED_NOUN && i-- > 0 && s->mentions->at[i].first >= e->last;)
        if (s->links[i].prep == RZ_C_TO && s->links[i].list != s->links[m].list && s->mentions->at[i].head == RZ_NONE) return true;
    if (e->evoked != RZ_EVOKED_VERB) return false;
    for (uint32_t i = m + 1; i < s->mentions->n && s->mentions->at[i].first < e->first; i++)
        if (s->links[i].clause == e->clause && s->links[i].kind == RZ_LINK_PREP && s->links[i].prep == RZ_C_TO &&
            s->links[i].list != s->links[m].list && rz_is_actor(&s->mentions->at[i]))
            return true;
    return false;
}

/* «به دعوت X به Y رفت»: he asked him to come. */
static bool only_invited(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    if (link->prep != RZ_C_HOST || !rz_kind_is(e->kind, RZ_KIND_JOURNEY)) return false;
    return rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-invitation")));
}

/* «انتخاب X به سمت رئیس‌جمهور»: what somebody becomes, and nobody else. */
static bool only_post(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    const rz_link *link = &s->links[i];
    if (s->mentions->at[i].kind != RZ_M_OFFICE || link->kind != RZ_LINK_PREP || rz_kind_is(e->kind, RZ_KIND_APPOINTMENT)) return false;
    return rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("to-post")));
}

/* «حمله بر X», «بر X حمله کرد»: nothing else stands between. */
static bool comes_upon(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    if (!e->frame->on || !rz_is_on(s, link)) return false;
    if (link->prep_token < e->first) return e->evoked != RZ_EVOKED_NOUN;
    uint32_t end;
    for (uint32_t t = e->last; t < link->prep_token; t++) {
        uint8_t class = rz_class_at(s, t, &end);
        if ((class && class <= RZ_C_LAST_PREP) || class == RZ_C_OBJECT || s->text->tokens[t].punct) return false;
    }
    return link->prep_token < e->last + RZ_REACH;
}

/* «نشست مونیخ آلمان»: the state that the town before it lies in. */
static bool lies_in(const rz_scene *s, uint32_t m) {
    const rz_mention *state = &s->mentions->at[m];
    uint32_t before = state->kind == RZ_M_STATE && state->first ? s->mention_at[state->first - 1] : RZ_NONE;
    if (before == RZ_NONE || s->mentions->at[before].kind != RZ_M_PLACE || s->mentions->at[before].row == RZ_NONE) return false;
    return rz_row_state(s->text->data, s->mentions->at[before].row) == state->row;
}

/* «با حضور میانجیگران X و Y»: what the preposition makes of them, who mediate where there is somebody to do so between. */
static const char *role_with(const rz_scene *s, const rz_frame *f, const rz_link *link) {
    bool beside = link->prep == RZ_C_PRESENCE || link->prep == RZ_C_WITH;
    rz_row words = beside && f->by_class[RZ_C_MEDIATOR] ? rz_row_find(s->g->data, RZ_WORDS, RZ_STR("mediators")) : RZ_NONE;
    return words != RZ_NONE && rz_listed_within(s, words, link->prep_token, s->mentions->at[link->list].last) ? f->by_class[RZ_C_MEDIATOR] : f->by_class[link->prep];
}

/* «به ریاست X و نمایندگان Y، Z»: a person heads it, and the states listed with him take part. */
static bool sits_under(const rz_scene *s, uint32_t i) {
    const rz_link *link = &s->links[i];
    const rz_mention *m = &s->mentions->at[i], *head = &s->mentions->at[link->list];
    return link->prep == RZ_C_HEAD && link->list < i && (rz_family(m) == 2 || m->kind == RZ_M_COLLECTIVE) && rz_family(head) == 1 && head->kind != RZ_M_COLLECTIVE;
}

static void part_by_link(rz_found *found, rz_found_event *e, uint32_t i) {
    const rz_scene *s = &found->scene;
    const rz_link *link = &s->links[i];
    const rz_frame *f = e->frame;
    if (s->mentions->at[i].first >= e->last && rz_in_document_title(s, s->mentions->at[i].first)) return;
    bool stop = rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->place < i && s->links[i].list == s->links[e->place].list; /* «سفر او شامل X و Y است» */
    if (f->of && e->place != i && !stop && possesses(found, e, i) && !rz_is_of_crowd(s, e, i) && !(rz_kind_is(e->kind, RZ_KIND_SESSION) && lies_in(s, i))) add_part(found, e, i, f->of);
    if (link->kind == RZ_LINK_OBJECT && f->object && e->evoked == RZ_EVOKED_VERB && link->clause == e->clause && !rz_of_other_deed(found, e, i))
        add_part(found, e, i, f->object);
    bool met = !f->object && rz_kind_is(e->kind, RZ_KIND_MET) && e->evoked == RZ_EVOKED_VERB && link->kind == RZ_LINK_OBJECT && link->clause == e->clause;
    if (met && rz_family(&s->mentions->at[i]) < 3 && f->by_class[RZ_C_WITH]) add_part(found, e, i, f->by_class[RZ_C_WITH]); /* «X را ملاقات کرد» */
    if (rz_met_besides(s, e, i)) add_part(found, e, i, f->by_class[RZ_C_WITH]);
    bool no_guest = link->prep == RZ_C_HEAD && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && !rz_of_delegation(s, link->prep_token); /* دولت به ریاست X */
    if (only_invited(s, e, link) || only_post(s, e, i) || rz_only_through(s, e, link) || rz_is_destination(s, e, i)) return;
    if (rz_kind_is(e->kind, RZ_KIND_LOOSE) && s->mentions->at[i].kind == RZ_M_ORGANISATION && rz_is_press(s, i)) return; /* an interview */
    uint8_t kind = s->mentions->at[i].kind;
    if (link->prep == RZ_C_HOST && e->place == i && kind == RZ_M_PLACE) return; /* «به میزبانی آدیس‌آبابا» */
    if (link->prep == RZ_C_IN && rz_kind_is(e->kind, RZ_KIND_VOTE) && (kind == RZ_M_PLACE || kind == RZ_M_STATE)) return; /* «در بروکسل», «درباره جنگ در X تصویب کرد» */
    if (link->kind == RZ_LINK_PREP && comes_upon(s, e, link) && in_reach(found, e, i)) add_part(found, e, i, f->on);
    if (rz_only_dealt_with(s, e, i) || rz_is_crowds_place(found, e, i)) return;
    if (f->object && rz_kind_is(e->kind, RZ_KIND_EXPULSION) && link->prep == RZ_C_FROM && rz_is_mission(s, i)) {
        add_part(found, e, i, f->object); /* «سه دیپلمات از سفارت X را اخراج کرد» */
        return;
    }
    bool received = link->prep == RZ_C_HOST && rz_kind_is(e->kind, RZ_KIND_ROUNDS) && rz_family(&s->mentions->at[i]) == 1; /* a state only lends the place */
    if (link->kind == RZ_LINK_PREP && received && in_reach(found, e, i)) add_part(found, e, i, "host");
    if (link->kind == RZ_LINK_PREP && link->prep <= RZ_C_LAST_PREP && f->by_class[link->prep] && !no_guest && in_reach(found, e, i) &&
        !(link->prep == RZ_C_TO && (goes_elsewhere(found, e, i) || of_journey(found, e, i))) && !rz_done_by_later(s, e, i) && !rz_is_joined(s, e, i))
        add_part(found, e, i, sits_under(s, i) && f->by_class[RZ_C_PRESENCE] ? f->by_class[RZ_C_PRESENCE] : role_with(s, f, link));
}

void rz_part_add(rz_found *found, rz_found_event *e, uint32_t mention, const char *role) { add_part(found, e, mention, role); }

bool rz_has_of_participant(const rz_found *found, const rz_found_event *e) {
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention < RZ_SPEAKER && possesses(found, e, e->parts.at[i].mention)) return true;
    return false;
}

/* «نشستی خبری برگزار کرد», not «برگزار شد» */
static bool is_active(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    return rz_verb_among(s, verb, s->g->make, RZ_N_MAKE);
}

/* «در دیداری که X با Y داشت»: the clause behind که tells who held it. */
static bool holder_behind(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t clause = s->clause_of[e->last];
    const char *role = e->frame->subject ? e->frame->subject : e->frame->holder;
    if (clause == RZ_NONE || s->clauses[clause].kind != RZ_CLAUSE_RELATIVE || !role) return false;
    const rz_clause *c = &s->clauses[clause];
    uint32_t verbal = found->verbal_of[clause];
    if (e->definite && verbal != RZ_NONE && found->events.at[verbal].frame->needs == RZ_NEEDS_NEVER) return false; /* «در این دیدار که X نیز حضور داشت» */
    bool held = rz_verb_among(s, c->verb, e->frame->verbs, e->frame->n_verbs) || rz_verb_among(s, c->verb, s->g->make, RZ_N_MAKE) || rz_verb_among(s, c->verb, &s->g->have, 1);
    if (!held || rz_undergone(s, c->verb) || c->subject == RZ_NONE || s->mentions->at[c->subject].first < c->first) return false;
    rz_clause_subjects_add(found, e, clause, role);
    return true;
}

static const char *role_of_subject(const rz_scene *s, const rz_found_event *e) {
    return rz_undergone(s, s->clauses[e->clause].verb) && e->frame->passive ? e->frame->passive : e->frame->subject;
}

/* «از جمله برنامه‌های X، دیدار با Y است» */
static void add_planner(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t end, from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first;
    for (uint32_t t = from; t < e->first; t++) {
        if (rz_class_at(s, t, &end) != RZ_C_PROGRAMME) continue;
        for (uint32_t u = end; u < e->first && u < end + 2 * NEAR_WORDS; u++) {
            uint32_t m = s->mention_at[u];
            if (m == RZ_NONE || s->mentions->at[m].head != RZ_NONE) continue;
            uint8_t kind = s->mentions->at[m].kind;
            if (kind != RZ_M_PERSON && kind != RZ_M_OFFICE) continue;
            add_part(found, e, m, e->frame->of);
            return;
        }
    }
}

/* «سفر رسمی خود به …», «دیدار خود با …», «سفر اخیرش به …»: of the subject. */
static bool his_own(const rz_scene *s, const rz_found_event *e) {
    uint32_t last;
    for (uint32_t t = e->last; t < e->last + NEAR_WORDS && t < s->clauses[e->clause].last; t++) {
        if (rz_class_at(s, t, &last) == RZ_C_OWN || (s->mention_at[t] == RZ_NONE && rz_has_own_ending(s, t))) return true;
        if (rz_token_time(s, t) != RZ_NONE || (t == e->last && s->mention_at[t] == RZ_NONE && rz_class_at(s, t, &last) == RZ_C_NONE)) continue; /* «نشست فردای خود» */
        if (!(s->text->tokens[t].pos & RZ_POS_ADJ) || s->mention_at[t] != RZ_NONE) return false;
    }
    return false;
}

/* «X گفت که گفت‌وگوی تلفنی Y با Z انجام شد»: Y's, not his who says so. */
static bool anothers(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    bool lent = rz_kind_is(e->kind, RZ_KIND_CONTACT) && c->kind == RZ_CLAUSE_COMPLEMENT && c->subject != RZ_NONE && s->mentions->at[c->subject].first < c->first;
    lent |= rz_kind_is(e->kind, RZ_KIND_ATTACK) && e->evoked == RZ_EVOKED_HAPPEN; /* «X خواست حملات Y را متوقف کنند» */
    uint32_t owner = lent && e->last < s->text->n_tokens ? s->mention_at[e->last] : RZ_NONE;
    return owner != RZ_NONE && rz_is_actor(&s->mentions->at[owner]) && possesses(found, e, owner);
}

static void participants(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    const char *role = e->evoked == RZ_EVOKED_VERB ? role_of_subject(s, e) : NULL;
    if (e->evoked == RZ_EVOKED_HAPPEN && is_active(s, e)) role = e->frame->holder ? e->frame->holder : e->frame->subject;
    if (role && !anothers(found, e) && !rz_brings_together(s, e)) rz_subjects_add(found, e, role);
    if (e->evoked == RZ_EVOKED_VERB) rz_heads_add(found, e, e->frame->by_class[RZ_C_HEAD]);
    uint32_t from = c->first < e->first ? c->first : e->first;
    uint32_t to = s->text->sentences[rz_token_sentence(s, e->first)].last;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    if (to > e->last + RZ_CLAUSE_REACH) to = e->last + RZ_CLAUSE_REACH;
    uint32_t seen = RZ_NONE;
    for (uint32_t t = from; t < to; t++) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE || i == seen) continue;
        seen = i;
        const rz_mention *m = &s->mentions->at[i];
        if (m->head == RZ_NONE && (rz_is_actor(m) || m->kind == RZ_M_OUTLET)) part_by_link(found, e, i);
    }
    bool unowned = e->evoked == RZ_EVOKED_NOUN && e->frame->of && !rz_has_of_participant(found, e);
    unowned |= e->evoked == RZ_EVOKED_NOUN && e->frame->owner; /* whoever it is done to is no owner */
    if (unowned && !rz_planner_add(found, e)) add_planner(found, e);
    rz_object_of_preposition_add(found, e);
    rz_parties_add(found, e);
    rz_named_drop(s, e);
    rz_bound_add(found, e);
    rz_dropped_add(found, e);
    rz_other_of_own_add(found, e);
    rz_offered_add(found, e);
    rz_willing_add(found, e);
    rz_letter_to_asked(found, e);
    rz_bearer_add(found, e);
    if (e->evoked != RZ_EVOKED_VERB && e->frame->of && !rz_sets_time(s, e) && his_own(s, e)) rz_subjects_add(found, e, e->frame->of);
    uint32_t end;
    bool relative = e->evoked == RZ_EVOKED_NOUN && e->last < s->text->n_tokens && rz_class_at(s, e->last, &end) == RZ_C_THAT;
    uint32_t known = e->parts.n;
    if (relative && holder_behind(found, e)) return;
    if (e->owned || (relative && e->parts.n == 1)) rz_owner_add(found, e, from); /* «سخنان X در دیداری که با Y داشت» */
    else if (e->evoked == RZ_EVOKED_NOUN && (!relative || !e->parts.n)) rz_setting_subject(found, e); /* «در نشستی که در X برگزار شد، گفت» */
    if (e->owned && e->parts.n == known && e->frame->of) rz_subjects_add(found, e, e->frame->of); /* «X گفت در سفرش به Y …» */
    bool of_speaker = e->owned && e->parts.n == known && e->frame->of && c->kind == RZ_CLAUSE_COMPLEMENT && c->parent != RZ_NONE && c->subject == RZ_NONE;
    if (of_speaker) rz_clause_subjects_add(found, e, c->parent, e->frame->of); /* «X گفت که سفرش به Y مهم است» */
}

void rz_roles_fill(rz_found *found) {
    rz_places_give(found);
    rz_times_give(found);
    rz_forums_give(found);
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *e = &found->events.at[i];
        participants(found, e);
        rz_attends_it(found, e);
        rz_crowd_add(found, e);
        rz_groups_add(found, e);
        rz_described_add(found, e);
        rz_setting_unnamed(found, e);
        rz_captor_add(found, e);
        rz_voters_add(found, e);
        rz_crowd_place(&found->scene, e);
        rz_event_topics(found, e);
        rz_event_count(&found->scene, e);
    }
}
