/* Is what was found enough for an event? */
#include "event/attend.h"
#include "event/sent.h"
#include "event/status.h"
#include "resolve/merge.h"

/* The name of an agreement, or where `any` does a word for a paper; «توافق» alone is what people did. */
static bool sentence_names(const merger *m, const rz_found_event *f, bool any) {
    const rz_text *t = m->cast->text;
    const rz_sentence *s = &t->sentences[rz_token_sentence(&m->found->scene, f->first)];
    uint32_t reach = f->evoked == RZ_EVOKED_VERB ? RZ_CLAUSE_REACH : RZ_REACH; /* «تفاهم‌نامه X روز … در پایان … میان … به امضا رسید» */
    uint32_t from = f->first > s->first + reach ? f->first - reach : s->first;
    uint32_t to = s->last > f->last + RZ_REACH ? f->last + RZ_REACH : s->last;
    for (rz_hits_run h = rz_hits_within(t, from, to); rz_hits_run_next(&h);) {
        rz_row_type type = h.hit.type;
        if (type == RZ_AGREEMENT || (any && type == RZ_AGREEMENT_NOUN && (f->evoked == RZ_EVOKED_VERB || !rz_row_has(t->data, h.hit.row, "kind", "accord")))) return true;
    }
    return false;
}

static bool against_somebody(const merged *e) {
    bool subject = false, object = false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        subject |= !strcmp(e->roles[i], "subject");
        object |= !strcmp(e->roles[i], "object");
    }
    return subject || object;
}

/* «نشست اتحادیه اروپا», «نشست وزیران دفاع ناتو»: an organisation that no state owns has several parties in it. */
static bool of_many(const merger *m, const merged *e) {
    static const char *const kinds[] = {"union", "intergovernmental", "alliance"};
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool own = a->row != RZ_NONE && rz_row_type_of(m->cast->data, a->row) == RZ_ORGANISATION && a->state == RZ_NONE;
        for (int k = 0; own && k < 3; k++)
            if (rz_row_has(m->cast->data, a->row, "kind", kinds[k])) return true;
    }
    return false;
}

/* «نشست رهبران اروپایی برگزار شد», «وزیران عرب تشکیل جلسه دادند»: held by several who have no name. */
static bool of_foreigners(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    uint32_t from = e->from->first > c->first + RZ_CLAUSE_REACH ? e->from->first - RZ_CLAUSE_REACH : c->first;
    return e->verbal && rz_kind_is(e->kind, RZ_KIND_SESSION) && rz_listed_within(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("foreign-several")), from, e->from->last + 2);
}

/* In the state that one of them serves. */
static bool at_home(const merger *m, const merged *e) {
    rz_row state = e->place_row == RZ_NONE ? RZ_NONE : rz_state_of_place(m, e->place_row);
    if (state == RZ_NONE) state = e->place_row;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        if (state != RZ_NONE && (a->state == state || a->row == state)) return true;
    }
    return false;
}

/* «برای شرکت در سمینار X به وین رفت»: a session in another state than his, whatever it is called. */
static bool session_abroad(const merger *m, const merged *e) {
    uint32_t journey = e->from->purpose && e->place_row == RZ_NONE ? rz_journey_for(m->found, e->from) : RZ_NONE;
    uint32_t there = journey == RZ_NONE ? RZ_NONE : m->found->events.at[journey].place;
    rz_row place = there == RZ_NONE ? e->place_row : rz_merged_place(m, there), state = place == RZ_NONE ? RZ_NONE : rz_state_of_place(m, place);
    if (state == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_SESSION)) return false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        rz_row own = m->cast->members.at[e->actors[i]].state;
        if (own != RZ_NONE && own != state && rz_row_type_of(m->cast->data, own) == RZ_STATE && strcmp(e->roles[i], "host") != 0) return true;
    }
    return false;
}

static uint32_t n_people(const merger *m, const merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const char *kind = m->cast->members.at[e->actors[i]].shown.kind;
        n += !strcmp(kind, "person") || !strcmp(kind, "office");
    }
    return n;
}

static bool done_to_person(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "object") && !strcmp(m->cast->members.at[e->actors[i]].shown.kind, "person")) return true;
    return false;
}

static bool has_guest(const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "guest")) return true;
    return false;
}

/* «X میزبان نشستی درباره Y بود»: who hosts has guests. */
static bool has_host(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const char *kind = m->cast->members.at[e->actors[i]].shown.kind;
        if (!strcmp(e->roles[i], "host") && (!strcmp(kind, "person") || !strcmp(kind, "office"))) return true;
    }
    return false;
}

/* «روسیه هفته آینده نشستی درباره X برگزار می‌کند»: what a state holds on a matter is no home affair. */
static bool held_by_state(const merger *m, const merged *e) {
    if (!e->verbal || !e->topics.n || !rz_kind_is(e->kind, RZ_KIND_SESSION)) return false;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(m->cast->members.at[e->actors[i]].shown.kind, "state")) return true;
    return false;
}

/* «X و وزیر خارجه‌اش به Y می‌روند تا مذاکره کنند»: the subjects of one state, and nobody whom they speak with. */
static bool one_side_alone(const merger *m, const merged *e) {
    const rz_found_event *f = e->from;
    const rz_scene *s = &m->found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_CONTACT) || f->evoked != RZ_EVOKED_VERB) return false;
    uint32_t subject = s->clauses[f->clause].subject;
    if (subject == RZ_NONE || s->links[subject].clause == f->clause) return false; /* told here: «X و Y با هم …» */
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (m->cast->members.at[e->actors[i]].state == RZ_NONE || m->cast->members.at[e->actors[i]].state != m->cast->members.at[e->actors[0]].state) return false;
    return true;
}

/* «از محکوم نشدن حمله به تأسیسات ابراز نگرانی کرد»: the sentence is about something else. */
static bool only_mentioned(const merger *m, const merged *e) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, e->from->first);
    return link.prep != RZ_C_IN && (link.prep || link.kind == RZ_LINK_OF);
}

static bool news_of(const merger *m, const merged *e) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(e->kind, RZ_KIND_ROUNDS) || !rz_announced(&m->found->scene, e->from)) return false;
    rz_govern(&m->found->scene, &link, e->from->first);
    return link.prep == RZ_C_FROM;
}

/* «شکست مذاکرات بروکسل»: the place stands right after it; not «در مذاکرات بروکسل گفت». */
static bool bears_place(const merger *m, const rz_found_event *f) {
    enum { NEAR = 4 };
    if (f->place == RZ_NONE) return false;
    const rz_scene *s = &m->found->scene;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, f->first);
    if (link.prep == RZ_C_IN && link.kind == RZ_LINK_PREP) return false;
    uint32_t place = m->cast->mentions->at[f->place].first;
    if (place < f->last || place - f->last > NEAR) return false;
    for (uint32_t t = f->last; t < place; t++)
        if (s->text->tokens[t].punct) return false;
    return true;
}

/* «در حاشیه نشست جده», «پس از کنفرانس لندن»: something else is told by it, so that it was. */
static bool bounds_time(const merger *m, const rz_found_event *f) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(f->kind, RZ_KIND_OPEN) || f->in_title || !bears_place(m, f)) return false;
    rz_govern(&m->found->scene, &link, f->first);
    return link.kind == RZ_LINK_PREP && (link.prep == RZ_C_OCCASION || link.prep == RZ_C_AFTER);
}

/* «بر فعال شدن کمیسیون مشترک X و Y تأکید کردند»: the body, and no session of it. */
static bool only_named(const merger *m, const merged *e) {
    const rz_found_event *f = e->from;
    const rz_scene *s = &m->found->scene;
    if (f->evoked != RZ_EVOKED_NOUN || e->stated || strcmp(e->status, "held") != 0 || f->ordinal || f->in_title || e->n_proofs > 1) return false;
    if (rz_listed_end(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("standing-bodies")), f->first) <= f->first) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, f->first);
    return link.prep != RZ_C_IN && link.prep != RZ_C_OCCASION && link.prep != RZ_C_AFTER;
}

/* «X میزبان گفت‌وگوهای صلح Y خواهد بود» */
static bool is_hosted(const merger *m, const rz_found_event *f) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, f->first);
    return f->evoked == RZ_EVOKED_NOUN && rz_hosted(&m->found->scene, f, &link);
}

/* «X در مذاکرات ژنو شرکت کرد» */
static bool is_attended(const merger *m, const rz_found_event *f) {
    uint32_t verbal = m->found->verbal_of[f->clause];
    rz_link link = {.prep_token = RZ_NONE};
    if (f->evoked != RZ_EVOKED_NOUN || f->definite || verbal == RZ_NONE || m->found->events.at[verbal].frame->needs != RZ_NEEDS_NEVER) return false;
    rz_govern(&m->found->scene, &link, f->first);
    return link.prep == RZ_C_IN && link.kind == RZ_LINK_PREP;
}

/* What of an event is told, as its needs ask for it. */
typedef struct {
    bool alone;     /* fewer than two take part */
    bool told;      /* by a verb, or its status is */
    bool off;       /* put off or called off */
    bool news;      /* «از ازسرگیری مذاکرات صلح خبر داد» */
    bool headline;  /* «آغاز مذاکرات صلح در ژنو» */
    bool came_for;  /* «برای شرکت در نشست وزیران خارجه به X رفت» */
    bool there;     /* «کنفرانسی در مسکو آغاز شد» */
    bool relations; /* «خواستار قطع روابط با X شدند» */
    bool against;   /* who did it, or whom it hit */
    bool abroad;    /* somebody went to another state for it */
} facts;

static facts facts_of(const merger *m, const merged *e) {
    const rz_found_event *f = e->from;
    bool unnamed = e->n_actors == 1 && f->described.n; /* «X در دیدار با رئیس بنیاد Y گفت» */
    facts t = {.alone = e->n_actors < 2 && !unnamed, .told = e->verbal || e->stated, .off = e->stated && rz_called_off(e->status), .news = e->stated && news_of(m, e)};
    bool placed = e->place_row != RZ_NONE, rounds = rz_kind_is(e->kind, RZ_KIND_ROUNDS);
    t.headline = f->in_title && m->found->scene.clauses[f->clause].verb == RZ_NONE && placed;
    t.came_for = f->purpose && rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS);
    bool held = e->verbal || (e->stated && (rz_kind_is(e->kind, RZ_KIND_SESSION) || (rounds && (bears_place(m, f) || (strcmp(e->status, "denied") != 0 && is_hosted(m, f)))))) || (rounds && (t.off || t.news || t.headline));
    t.there = (held || (t.came_for && rz_kind_is(e->kind, RZ_KIND_SESSION) && !rz_merge_stands_alone(m, f->last))) && placed && !f->homely;
    t.there |= placed && !f->homely && !strcmp(e->status, "held") && bounds_time(m, f); /* «پس از نشست پاریس» */
    t.abroad = (t.came_for || held) && session_abroad(m, e);
    t.there |= t.abroad;
    t.relations = e->stated && (rz_kind_is(e->kind, RZ_KIND_RELATIONS) || (rounds && !strcmp(e->status, "denied")));
    t.against = against_somebody(e) && (t.told || placed);
    return t;
}

/* Is the one thing told that is needed? */
static bool is_told(const merger *m, const merged *e, const facts *t, uint32_t need) {
    const rz_found_event *f = e->from;
    bool somebody = e->n_actors > 0 || (f->delegation && f->crowd_last > f->crowd_first) /* «رهبران غربی» */, forum = e->forum != RZ_NONE, placed = e->place_row != RZ_NONE, dated = e->days.from != RZ_NO_DAY;
    switch (need) {
    case RZ_NEEDS_NEVER: return false;
    case RZ_NEEDS_ACTOR: return somebody || (rz_kind_is(e->kind, RZ_KIND_PAPER) && sentence_names(m, f, false)); /* its parties are known */
    case RZ_NEEDS_TWO: return t->abroad || (!t->alone && !one_side_alone(m, e));
    case RZ_NEEDS_PEOPLE: return n_people(m, e) > 1;
    case RZ_NEEDS_PERSON: return n_people(m, e) || (f->delegation && somebody);
    case RZ_NEEDS_DONE_TO_PERSON: return done_to_person(m, e);
    case RZ_NEEDS_GUEST: return has_guest(e);
    case RZ_NEEDS_PLACE: case RZ_NEEDS_COUNTRY: return placed;
    case RZ_NEEDS_ABROAD: return !at_home(m, e);
    case RZ_NEEDS_AGREEMENT: return sentence_names(m, f, true);
    case RZ_NEEDS_FORUM_OR_TWO: return forum || !t->alone || of_many(m, e) || t->there || of_foreigners(m, e) || (!f->homely && (has_host(m, e) || held_by_state(m, e)));
    case RZ_NEEDS_FORUM_OR_ACTOR: return forum || somebody || of_foreigners(m, e);
    case RZ_NEEDS_PLACE_OR_TWO: return placed || !t->alone;
    case RZ_NEEDS_ACTOR_OR_PLACE: return somebody || placed || f->aimed;
    case RZ_NEEDS_ACTOR_OR_TWO_TOLD: return t->told || dated ? somebody : !t->alone;
    case RZ_NEEDS_ACTOR_TOLD: return placed || !t->alone || (somebody && t->told);
    case RZ_NEEDS_TWO_OR_DIRECTED: return !t->alone || (somebody && f->directed);
    case RZ_NEEDS_TWO_OR_AGAINST: return !t->alone || t->against || f->aimed || placed;
    case RZ_NEEDS_TWO_OR_HELD: return !t->alone || t->there || (f->round && (t->told || placed)) || (somebody && (e->verbal || t->relations || t->came_for || (placed && is_attended(m, f))));
    case RZ_NEEDS_TOLD: return forum || !t->alone || t->abroad || (!f->homely && (t->told || t->came_for || placed)) || (somebody && rz_kind_is(e->kind, RZ_KIND_CROWD));
    case RZ_NEEDS_ROUND: return (somebody && !(only_named(m, e) && !placed && !dated)) || e->verbal || t->came_for || (e->stated && (dated || placed));
    case RZ_NEEDS_HAPPENS: return e->verbal || t->off || t->news || t->headline;
    case RZ_NEEDS_AGAIN: return rz_merge_told_again(m, e);
    default: return true;
    }
}

/* «نشست»: nothing is told of it, not even by a word for whoever holds it. «به توافقی که امضا کرده پایبند است»: only which paper. */
static bool is_bare(const merger *m, const merged *e) {
    bool which = rz_kind_is(e->kind, RZ_KIND_PAPER) && m->found->scene.clauses[e->from->clause].kind == RZ_CLAUSE_RELATIVE && !e->from->in_title;
    bool session = rz_kind_is(e->kind, RZ_KIND_SESSION) && !e->from->ordinal && m->found->scene.clauses[e->from->clause].subject == RZ_NONE && !of_foreigners(m, e);
    bool attack = rz_kind_is(e->kind, RZ_KIND_ATTACK) && !e->verbal && !e->stated && only_mentioned(m, e);
    return (session || attack || which) && !e->n_actors && (attack || which || e->forum == RZ_NONE) && e->place_row == RZ_NONE && e->days.from == RZ_NO_DAY;
}

/* «X از شهر Y نیز دیدار کرد»: he went there, and met nobody. */
static bool looks_round(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    bool from = false;
    uint32_t last;
    if (!rz_kind_is(e->kind, RZ_KIND_MET) || e->from->evoked != RZ_EVOKED_VERB || e->n_actors > 1) return false;
    for (uint32_t t = s->clauses[e->from->clause].first; t < e->from->first; t++) {
        uint8_t class = s->clause_of[t] == e->from->clause ? rz_class_at(s, t, &last) : 0;
        bool sent = class == RZ_C_FROM && (rz_delegation_at(s, last) || (last + 1 < e->from->first && rz_delegation_at(s, last + 1))); /* «از یک هیئت استقبال کرد» */
        if (class == RZ_C_WITH || sent) return false;
        if (class == RZ_C_FROM) from = true;
        if (class) t = last - 1; /* «پیش از این» */
    }
    return from && s->clauses[e->from->clause].subject != RZ_NONE;
}

static bool enough(const merger *m, const merged *e, uint32_t needs) {
    bool pointed_to = e->from->definite && !e->from->ranked && (e->n_actors < 2 || e->from->occasion) && !(needs & RZ_NEEDS_AGAIN); /* what is not told */
    if (pointed_to || is_bare(m, e) || looks_round(m, e)) return false;
    facts t = facts_of(m, e);
    for (uint32_t left = needs; left; left &= left - 1)
        if (!is_told(m, e, &t, left & -left)) return false;
    return true;
}

/* «ظریف وارد فرودگاه مهرآباد شد»: all who come to the capital are of its state, and come back; who lives elsewhere there «سفر کرد». */
static bool comes_home(const merger *m, const merged *e) {
    const rz_data *d = m->cast->data;
    rz_row state = e->place_row == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_JOURNEY) ? RZ_NONE : rz_state_of_place(m, e->place_row);
    rz_row journeys = rz_row_find(d, RZ_WORDS, RZ_STR("journeys"));
    if (state == RZ_NONE || !e->n_actors || rz_listed_end(&m->found->scene, journeys, e->from->first) > e->from->first) return false;
    if (!rz_row_refers(d, state, "capital", e->place_row) && !rz_row_has(d, e->place_row, "kind", "airport")) return false;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (strcmp(e->roles[i], "host") != 0 && rz_merged_state(m, e->actors[i]) != state) return false;
    return true;
}

bool rz_merged_enough(const merger *m, merged *e) {
    const rz_event_kind *kind = e->kind;
    const rz_found_event *f = e->from;
    if (comes_home(m, e)) return false;
    if (enough(m, e, f->frame->needs)) return true;
    for (uint32_t i = 0; i < f->n_also; i++) {
        if (f->also[i]->discussion) continue;
        if (f->also[i]->kind != f->frame->kind) e->kind = f->also[i]->kind;
        if (enough(m, e, f->also[i]->needs)) return true;
        e->kind = kind;
    }
    return false;
}
