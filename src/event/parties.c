/* Who takes part by what is his: whose citizens are set free, whose agreement is signed, where the guest is received. */
#include "event/attend.h"
#include "event/paper.h"
#include "event/sent.h"

/* The first token after the phrase of a mention, its list included. */
uint32_t rz_phrase_end(const rz_scene *s, uint32_t m) {
    uint32_t last = s->links[m].last;
    for (uint32_t i = m + 1; i < s->mentions->n && i < m + 8; i++)
        if (s->links[i].list == s->links[m].list && s->links[i].last > last) last = s->links[i].last;
    return last;
}

/* «گروگان X دیگر را», «دیپلمات X زندانی در تهران را»: words that describe it stand before را. */
static uint32_t after_description(const rz_scene *s, uint32_t last) {
    enum { MOST = 3 };
    uint32_t t = last, end;
    for (; t < s->text->n_tokens && t < last + MOST; t++) {
        bool plain = s->text->tokens[t].kind == RZ_TOKEN_WORD && s->text->tokens[t].verb == RZ_NONE && s->mention_at[t] == RZ_NONE && rz_token_time(s, t) == RZ_NONE;
        uint8_t class = rz_class_at(s, t, &end);
        if (!plain || (class && class != RZ_C_EMPTY)) break;
    }
    return t;
}

bool rz_is_object(const rz_scene *s, uint32_t m) {
    uint32_t last = after_description(s, rz_phrase_end(s, m)), end;
    if (last + 2 < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_IN) { /* «سفارت X در Y را», «مواضع X در شمال Y را» */
        uint32_t place = s->mention_at[end], part;
        if (place == RZ_NONE && rz_class_at(s, end, &part) == RZ_C_ACTS_FOR && part < s->text->n_tokens) place = s->mention_at[part];
        if (place != RZ_NONE) last = s->links[place].last;
    }
    while (last < s->text->n_tokens && s->text->tokens[last].punct == '>') last++;
    return last < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_OBJECT;
}

bool rz_is_on(const rz_scene *s, const rz_link *link) {
    uint32_t last;
    if (link->prep != RZ_C_FOR || !rz_governed_by(s, link, s->g->on)) return false;
    return rz_class_at(s, link->prep_token, &last) <= RZ_C_LAST_PREP; /* not «بر اساس» */
}

bool rz_at_site(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (rz_class_of(s->g, h.hit.row) == RZ_C_SITE) return true;
    return false;
}

/* «دمشق را بمباران کرد»: the city that is aimed at is where it was. */
static void place_object(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const char *agent = e->frame->by_class[RZ_C_AGENT];
    bool turned = agent && !strcmp(agent, "object"); /* «مسکو ۴۰ پهپاد X را سرنگون کرد»: the one attacked tells of it */
    for (uint32_t i = 0; i < e->parts.n && e->place == RZ_NONE && !turned; i++) {
        uint32_t m = e->parts.at[i].mention;
        if (m < s->mentions->n && s->mentions->at[m].kind == RZ_M_PLACE && !strcmp(e->parts.at[i].role, "object")) e->place = m;
    }
}

/* «با ارسال پیامی», «با احضار سفیر X», «پیش از عزیمت به X»: of whom the clause is told. */
static void add_doer(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_frame *f = e->frame;
    bool paper = rz_kind_is(e->kind, RZ_KIND_PAPER), summons = rz_kind_is(e->kind, RZ_KIND_SUMMONS);
    if (e->evoked == RZ_EVOKED_VERB || !f->subject || s->clauses[e->clause].subject == RZ_NONE) return;
    if (paper ? e->parts.n : !f->of || (rz_has_role(e, f->of) && !summons)) return;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool done_by = paper || rz_kind_is(e->kind, RZ_KIND_MESSAGE | RZ_KIND_CREDENTIALS | RZ_KIND_SUMMONS | RZ_KIND_VOTE);
    bool with = link.prep == RZ_C_WITH || (link.prep == RZ_C_IN && !paper);
    bool by_it = done_by && with && e->first < s->clauses[e->clause].last && (!paper || s->mentions->at[s->clauses[e->clause].subject].first < e->first);
    bool before = link.prep == RZ_C_BEFORE && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->place != RZ_NONE;
    if (by_it || before) rz_subjects_add(found, e, summons || paper ? f->subject : f->of);
}

/* A state, body or bare name speaks of its own affairs; an office may speak of those of others. */
static bool speaks_for_itself(const rz_scene *s, uint32_t m) {
    const rz_mention *who = &s->mentions->at[m];
    return who->kind == RZ_M_STATE || who->kind == RZ_M_PLACE || who->kind == RZ_M_ORGANISATION || (who->kind == RZ_M_PERSON && who->describes == RZ_NONE);
}

/* «وزیر خارجه X خواستار دیدار با Y شد»: he, not whoever speaks for others */
static bool speaks_of_own_meeting(const rz_scene *s, const rz_found_event *e, uint32_t m, bool two_sided) {
    return two_sided && rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_REMOTE) && rz_family(&s->mentions->at[m]) == 1 && !rz_is_voice(s, m);
}

/* «وزیر خارجه X از اخراج دیپلمات‌های Y خبر داد»: his state does it (rz_merge_add_part). */
static bool tells_of_state(const rz_scene *s, const rz_found_event *e, uint32_t m, bool two_sided) {
    uint32_t kinds = RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_RELATIONS | (e->parts.n || e->place != RZ_NONE ? RZ_KIND_ATTACK : 0);
    bool official = s->mentions->at[m].kind == RZ_M_PERSON || s->mentions->at[m].kind == RZ_M_OFFICE;
    return official && (rz_kind_is(e->kind, kinds) || (two_sided && rz_kind_is(e->kind, RZ_KIND_RELEASE)));
}

/* The subject of the clause that this one hangs on: «X امیدوار است دور ششم مذاکرات با Y برگزار شود». */
static uint32_t subject_above(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    bool open = c->parent != RZ_NONE && (c->kind == RZ_CLAUSE_COMPLEMENT || c->kind == RZ_CLAUSE_COORDINATE) && s->clauses[c->parent].sentence == c->sentence;
    uint32_t m = open ? s->clauses[c->parent].subject : RZ_NONE;
    return m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_STATE || s->mentions->at[m].kind == RZ_M_PLACE) ? m : RZ_NONE;
}

/* «در صدد حمله», «در حال بررسی اخراج»: a word of the class ends right before the token. */
static bool class_ends(const rz_scene *s, uint32_t token, uint8_t class) {
    enum { LONGEST = 4 };
    for (uint32_t t = token > LONGEST ? token - LONGEST : 0; t < token; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            if (h.hit.last == token && rz_class_of(s->g, h.hit.row) == class) return true;
    return false;
}

/* «X مذاکره با Y را تکذیب کرد», «X از اخراج دیپلمات‌های Y خبر داد»: who tells of it or calls it off is the side not named. */
static void add_teller(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_frame *f = e->frame;
    bool suffers = f->subject && !strcmp(f->subject, "object"); /* «X از انهدام پهپادهای Y خبر داد» */
    bool one_sided = f->object || suffers || rz_kind_is(e->kind, RZ_KIND_RELATIONS) || (f->of && !strcmp(f->of, "object")), paper = !e->parts.n && !strcmp(f->subject ? f->subject : "", "signatory");
    if (!f->subject || e->evoked == RZ_EVOKED_VERB || rz_sets_time(s, e) || (e->accorded && e->parts.n) || e->parts.n > 1 || (!e->parts.n && (!one_sided || !f->object) && !paper) || rz_has_role(e, suffers ? "object" : "subject")) return;
    uint32_t m = s->clauses[e->clause].subject, other = e->parts.n ? e->parts.at[0].mention : RZ_NONE;
    bool two_sided = other < s->mentions->n && s->links[other].prep == RZ_C_WITH;
    if (e->evoked == RZ_EVOKED_HAPPEN && two_sided && (m == RZ_NONE || s->clauses[e->clause].inherits)) {
        m = subject_above(s, e->clause);
        if (m != RZ_NONE) rz_part_add(found, e, m, f->subject);
        return;
    }
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool refused = rz_status_done(s, e, RZ_C_REFUSED) != NULL, direct = link.kind == RZ_LINK_PREP && (link.prep == RZ_C_ABOUT || (link.prep == RZ_C_FOR && !rz_governed_by(s, &link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("reasons")))));
    bool intends = class_ends(s, e->first, RZ_C_INTENDS) || (class_ends(s, e->first, RZ_C_SEEKS) && rz_verb_among(s, s->clauses[e->clause].verb, &s->g->be, 1)); /* «به دنبال تحریم X است» */
    bool passive = !refused && !intends && link.prep != RZ_C_FOR && rz_verb_among(s, s->clauses[e->clause].verb, s->g->become, 2);
    bool set_in = link.prep && link.prep != RZ_C_FROM && link.prep != RZ_C_WITH && !direct && !intends;
    bool called = rz_kind_is(e->kind, RZ_KIND_RELEASE) && rz_called_for(s, e->first, e->clause); /* «خواستار آزادی زندانیان شد»: of others */
    if (m == RZ_NONE || passive || set_in || called || !(refused || intends || rz_gives_news(s, e))) return;
    if (!speaks_for_itself(s, m) && !speaks_of_own_meeting(s, e, m, two_sided) && (refused || intends || !tells_of_state(s, e, m, two_sided))) return;
    bool handed = rz_kind_is(e->kind, RZ_KIND_MESSAGE) && !rz_is_voice(s, m) && other < s->mentions->n && (s->links[other].prep == RZ_C_TO || s->links[other].prep == RZ_C_FROM); /* «ارسال پیام به X را تکذیب کرد» */
    if (rz_is_actor(&s->mentions->at[m]) && s->mentions->at[m].first < e->first && (one_sided || two_sided || paper || handed)) rz_subjects_add(found, e, handed && s->links[other].prep == RZ_C_FROM ? "recipient" : f->subject);
}

/* «X و Y», «دو رئیس‌جمهور» */
static bool subjects_are_several(const rz_scene *s, uint32_t clause) {
    uint32_t m = s->clauses[clause].subject;
    return m != RZ_NONE && (rz_list_last(s, m) != m || s->mentions->at[m].kind == RZ_M_COLLECTIVE);
}

/* «با Y برای ازسرگیری مذاکرات توافق کرد»: who agreed on it with whom. */
static void add_agreed(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb, from = s->clauses[e->clause].first, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("cue-agreed"));
    bool agreed = at > from && rz_listed_before(s, words, at, at - 1);
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool contact = rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_JOINT);
    if (!agreed || at < e->last || at > e->last + RZ_REACH || (link.prep != RZ_C_FOR && link.prep != RZ_C_ABOUT && !(contact && link.prep == RZ_C_WITH))) return;
    uint32_t end;
    uint8_t whose = e->last < s->text->n_tokens ? rz_class_at(s, e->last, &end) : RZ_C_NONE; /* «دیدار رهبران» */
    if (contact && (e->parts.n || s->text->verbs[verb].negative || whose == RZ_C_LEADERS || whose == RZ_C_OFFICIALS || !subjects_are_several(s, e->clause))) return;
    const rz_clause *c = &s->clauses[e->clause];
    bool above = c->subject == RZ_NONE && c->kind == RZ_CLAUSE_COMPLEMENT && c->parent != RZ_NONE && s->clauses[c->parent].subject != RZ_NONE;
    if (above) rz_part_add(found, e, s->clauses[c->parent].subject, "participant"); /* «گفت که با Y توافق کرده است» */
    else rz_subjects_add(found, e, "participant");
    for (uint32_t t = e->first > from + RZ_REACH ? e->first - RZ_REACH : from; t < at; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->mentions->at[m].first == t && s->mentions->at[m].head == RZ_NONE && s->links[m].prep == RZ_C_WITH && s->links[m].kind == RZ_LINK_PREP && s->clause_of[t] == e->clause)
            rz_part_add(found, e, m, "participant");
    }
}

/* «X و Y برای ازسرگیری روابط توافق کردند»: between those of whom the clause is told. */
static void add_both(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t m = s->clauses[e->clause].subject;
    bool talks = rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_JOINT);
    if (talks && e->evoked == RZ_EVOKED_NOUN && !e->definite && e->parts.n < 2) add_agreed(found, e);
    bool agreed = rz_kind_is(e->kind, RZ_KIND_RELATIONS | RZ_KIND_RELEASE);
    if (!agreed || e->parts.n || e->evoked == RZ_EVOKED_VERB || m == RZ_NONE) return;
    if (m + 1 >= s->mentions->n || rz_phrase_end(s, m) == s->links[m].last) return;
    rz_subjects_add(found, e, "participant");
}

static bool names_document(const rz_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t < last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN) | RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);) {
            rz_row_type type = h.hit.type;
            if (type == RZ_AGREEMENT_NOUN || type == RZ_AGREEMENT) return true;
        }
    return false;
}

/* «بیانیه آنکارا», of one place and nobody else: called by where it was made. */
static bool only_names_place(const rz_scene *s, uint32_t m) {
    uint32_t at = s->mentions->at[m].first, start;
    bool and = s->mentions->at[m].last < s->text->n_tokens && rz_class_at(s, s->mentions->at[m].last, &start) == RZ_C_AND;
    return s->mentions->at[m].kind == RZ_M_PLACE && s->links[m].list == m && !and && s->links[m].chain == at - 1;
}

/* «امضای موافقت‌نامه X و Y», «یادداشت تفاهم X با Y»: whose agreement it is, where nobody is told to sign. */
static void add_signatories(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to) {
    const rz_scene *s = &found->scene;
    bool with = e->evoked == RZ_EVOKED_NOUN && e->parts.n == 1 && e->parts.at[0].mention < s->mentions->n && s->links[e->parts.at[0].mention].prep == RZ_C_WITH;
    if (!rz_kind_is(e->kind, RZ_KIND_PAPER) || (rz_has_role(e, "signatory") && !with)) return;
    if (with && s->mentions->at[e->parts.at[0].mention].first < to) to = s->mentions->at[e->parts.at[0].mention].first;
    uint32_t end, subject = s->clauses[e->clause].subject;
    bool done = e->evoked == RZ_EVOKED_NOUN && e->first > from && rz_class_at(s, e->first - 1, &end) == RZ_C_OBJECT && subject != RZ_NONE && s->mentions->at[subject].first < e->first;
    if (done) { /* «X پروتکل Y را امضا و … ارجاع داد» */
        rz_subjects_add(found, e, "signatory");
        return;
    }
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || !rz_is_actor(&s->mentions->at[m])) continue;
        const rz_link *link = &s->links[m];
        if (s->clause_of[t] != e->clause && t < e->last) continue;
        if (!with && only_names_place(s, m)) continue;
        bool its = link->kind == RZ_LINK_OF && names_document(s, link->chain, s->mentions->at[link->list].first);
        if (its || link->prep == RZ_C_BETWEEN) rz_part_add(found, e, m, "signatory");
    }
}

/* «دانشگاه‌های X و Y تفاهم‌نامه امضا کردند»: the lands whose they are. */
static void add_lands(rz_found *found, rz_found_event *e) {
    uint32_t lands[RZ_MOST_LANDS], n = rz_kind_is(e->kind, RZ_KIND_PAPER) && e->parts.n < 2 ? rz_institution_lands(&found->scene, e->clause, e->first, lands) : 0;
    for (uint32_t i = 0; i < n; i++) rz_part_add(found, e, lands[i], "signatory");
}

/* «نشست کمیسیون X و Y با امضای سند پایان یافت»: those whose session it was. */
static void add_session_parties(rz_found *found, rz_found_event *e) {
    enum { MOST = 8 }; /* events before it in its clause: keeps hostile sentences linear */
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(e->kind, RZ_KIND_PAPER) || e->parts.n || e->evoked != RZ_EVOKED_NOUN) return;
    rz_govern(&found->scene, &link, e->first);
    if (link.prep != RZ_C_WITH) return;
    for (rz_found_event *x = e; x-- > found->events.at && e - x <= MOST;) {
        if (x->clause != e->clause) return;
        if (!rz_kind_is(x->kind, RZ_KIND_SESSION | RZ_KIND_CONTACT | RZ_KIND_JOINT | RZ_KIND_ROUNDS) || !x->parts.n) continue;
        uint32_t one = x->parts.at[0].mention;
        if (x->parts.n < 2 && (one >= found->scene.mentions->n || found->scene.mentions->at[one].kind != RZ_M_COLLECTIVE)) return;
        for (uint32_t i = 0; i < x->parts.n; i++)
            if (!strcmp(x->parts.at[i].role, "participant")) rz_part_add(found, e, x->parts.at[i].mention, "signatory");
        return;
    }
}

/* «X مذاکرات با Y را از سر گرفت»: what is held, begun or ended is the subject's. */
static void add_holders(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb, end;
    if (e->evoked != RZ_EVOKED_HAPPEN || (rz_kind_is(e->kind, RZ_KIND_ATTACK) && rz_has_of_participant(found, e)) || rz_brings_together(s, e) || !e->frame->subject || verb == RZ_NONE || s->clauses[e->clause].subject == RZ_NONE) return;
    uint32_t to = s->text->verbs[verb].first;
    if (to > e->last + RZ_REACH) to = e->last + RZ_REACH;
    for (uint32_t t = e->last; t < to; t++)
        if (rz_class_at(s, t, &end) == RZ_C_OBJECT) {
            rz_subjects_add(found, e, e->frame->subject);
            return;
        }
}

uint32_t rz_attending(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    bool session = rz_kind_is(e->kind, RZ_KIND_SESSION);
    rz_link link = {.prep_token = RZ_NONE};
    if (!session || e->evoked != RZ_EVOKED_NOUN) return RZ_NONE;
    rz_govern(s, &link, e->first);
    if (link.prep != RZ_C_IN || link.prep_token == RZ_NONE) return RZ_NONE;
    uint32_t from = s->clauses[e->clause].first;
    if (link.prep_token > from + RZ_REACH) from = link.prep_token - RZ_REACH;
    for (uint32_t t = link.prep_token; t-- > from;) {
        if (rz_trigger_at(found, t) != RZ_NONE || s->text->tokens[t].verb != RZ_NONE) return RZ_NONE;
        for (rz_hits h = rz_hits_at(s->text, t); rz_hits_next(&h);)
            if (rz_class_of(s->g, h.hit.row) == RZ_C_ATTENDING && h.hit.last < link.prep_token) return t;
    }
    return RZ_NONE;
}

/* «در سخنرانی افتتاحیه این اجلاس», «در آیین گشایش نشست» */
bool rz_of_its_opening(const rz_scene *s, uint32_t from, uint32_t to) {
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("session-parts")), from, to);
}

static void add_attending(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t at = rz_attending(found, e);
    for (uint32_t t = at; at != RZ_NONE && t < e->first; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || !rz_is_actor(&s->mentions->at[m])) continue;
        if (s->links[m].kind == RZ_LINK_OF && s->links[m].chain <= at) rz_part_add(found, e, m, "participant");
    }
}

/* «A به‌عنوان سفیر در X، B سفیر در Y و C سفیر در Z منصوب شدند»: each of them. */
static void add_appointed(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (e->evoked == RZ_EVOKED_NOUN || !rz_kind_is(e->frame->kind, RZ_KIND_APPOINTMENT) || !e->parts.n) return;
    uint32_t first = e->parts.at[0].mention;
    const char *role = e->parts.at[0].role;
    if (first >= s->mentions->n || s->mentions->at[first].kind != RZ_M_PERSON || s->links[first].kind != RZ_LINK_FREE) return;
    for (uint32_t i = first + 1; i < s->mentions->n && s->mentions->at[i].first < e->first && s->links[i].clause == s->links[first].clause; i++) {
        bool named = s->mentions->at[i].kind == RZ_M_PERSON && (s->mentions->at[i].describes != RZ_NONE || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("told-as")), s->links[i].last) > s->links[i].last);
        bool after_office = s->mentions->at[s->links[i].list].kind == RZ_M_OFFICE; /* «به‌عنوان سفیر در X، B» is no list */
        if (named && (s->links[i].kind == RZ_LINK_FREE || after_office)) rz_part_add(found, e, i, role);
    }
}

void rz_parties_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = c->first < e->first ? c->first : e->first, to = c->last > e->last ? c->last : e->last;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    if (to > e->last + RZ_REACH) to = e->last + RZ_REACH;
    rz_inherited_drop(s, e);
    if (e->frame->owner) rz_owners_add(found, e, from, to);
    if (e->frame->owner) place_object(found, e);
    rz_deeds_add(found, e, from, to);
    uint32_t lent = e->frame->place_subject ? c->subject : rz_hosting_place(s, e);
    bool named = e->place != RZ_NONE && s->links[e->place].kind == RZ_LINK_OF && s->links[e->place].prep == RZ_C_HOST; /* «X میزبان نشست [آسیای مرکزی] بود» */
    if (e->place == RZ_NONE || (named && lent != RZ_NONE)) e->place = lent;
    add_signatories(found, e, from, to);
    add_lands(found, e);
    add_session_parties(found, e);
    uint32_t host = rz_hosting_person(s, e);
    if (host != RZ_NONE) rz_part_add(found, e, host, rz_kind_is(e->kind, RZ_KIND_PRESS) ? "participant" : "host");
    add_holders(found, e);
    add_doer(found, e);
    rz_agreed_against(&found->scene, e);
    rz_accord_add(found, e);
    rz_answer_turn(found, e);
    add_teller(found, e);
    rz_own_session_add(found, e);
    rz_commission_parties(found, e);
    rz_guest_place(found, e);
    add_both(found, e);
    add_attending(found, e);
    rz_level_add(found, e);
    rz_programme_add(found, e);
    rz_members_add(found, e, from);
    rz_included_add(found, e);
    add_appointed(found, e);
    rz_company_add(found, e);
    if (rz_kind_is(e->kind, RZ_KIND_RELEASE)) rz_bodies_drop(s, e);
    e->delegation |= rz_has_delegation(s, e);
}
