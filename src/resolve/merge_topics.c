/* What events are about that their own words do not tell: what those who met said, what a guest talked of where he went. */
#include "resolve/merge.h"
#include "event/topic.h"

static bool takes_part(const merger *m, const merged *e, uint32_t actor) {
    for (uint32_t a = 0; a < e->n_actors; a++)
        if (rz_same_actor(m, e->actors[a], actor)) return true;
    return false;
}

/* Both sides, or all who were there, speak: «دو وزیر», «آنان», «طرفین». */
static bool together(const rz_mention *who) {
    if (who->whose == RZ_WHOSE_BOTH && who->kind != RZ_M_STATE) return true;
    return rz_points_back(who) && (who->actor2 != RZ_NONE || who->several_to > who->several_from + 1);
}

/* «X و Y بر Z تأکید کردند»: those who speak are named, several. */
static bool several_named(const merger *m, const rz_found_statement *st) {
    const rz_scene *s = &m->found->scene;
    uint32_t i = st->speaker;
    if (i < s->mentions->n && s->mentions->at[i].kind == RZ_M_COLLECTIVE && s->mentions->at[i].state2 != RZ_NONE) return true; /* «وزیران خارجه X و Y» */
    return i < s->mentions->n && s->links[i].kind == RZ_LINK_FREE && rz_list_last(s, i) != i;
}

static bool all_of_them(const merger *m, const rz_found_statement *st) {
    const rz_mention *who = st->speaker < m->cast->mentions->n ? &m->cast->mentions->at[st->speaker] : NULL;
    return who && who->kind == RZ_M_PRONOUN && who->row != RZ_NONE && who->actor == RZ_NONE && rz_row_has(m->cast->data, who->row, "kind", "they");
}

/* «در بیانیه مشترک آنان آمده است …» */
static bool joint_document(const merger *m, const rz_found_statement *st) {
    enum { HEAD = 8 };
    const rz_scene *s = &m->found->scene;
    uint32_t to = st->last < st->first + HEAD ? st->last : st->first + HEAD;
    return st->channel && !strcmp(st->channel, "statement") && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("joint")), st->first, to);
}

/* «دو طرف خواستار X شدند»: of the meeting or call told of just before, of the speaker where one is told. */
static merged *met_before(merger *m, uint32_t speaker, const rz_found_statement *st) {
    enum { SENTENCES = 2 };
    merged *best = NULL;
    rz_around near = rz_merged_near(m, st->last);
    for (uint32_t i = near.low; i < near.high; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || e->count > 1 || e->n_actors < 2 || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_JOINT) || rz_looks_ahead(e->status)) continue;
        if (e->from->first >= st->last || rz_token_sentence(&m->found->scene, st->first) > rz_token_sentence(&m->found->scene, e->told_last) + SENTENCES || (speaker != RZ_NONE && !takes_part(m, e, speaker))) continue;
        if (!best || e->told_last > best->told_last) best = e;
    }
    return best;
}

/* A body speaks, or those who sit in it: «وزیران خارجه X». */
static bool is_body(const merger *m, uint32_t speaker) {
    const char *kind = m->cast->members.at[speaker].shown.kind;
    return !strcmp(kind, "organisation") || !strcmp(kind, "forum") || !strcmp(kind, "group");
}

/* «در گفت‌وگوی تلفنی با Y بر X تأکید کرد», «وزیران خارجه Z در نشست خود X را محکوم کردند»: that in which the words were said. */
static merged *said_in(merger *m, uint32_t speaker, const rz_found_statement *st, bool both) {
    const rz_scene *s = &m->found->scene;
    uint32_t to = st->last < st->first + RZ_CLAUSE_REACH ? st->last : st->first + RZ_CLAUSE_REACH;
    for (uint32_t t = st->first; t < to; t++) {
        uint32_t i = rz_trigger_at(m->found, t);
        const rz_found_event *f = i == RZ_NONE ? NULL : &m->found->events.at[i];
        if (!f || f->evoked != RZ_EVOKED_NOUN || f->clause != st->clause || m->became[i] == RZ_NONE) continue;
        merged *e = &m->out.at[m->became[i]];
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, f->first);
        bool there = link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION, sitting = rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_JOINT) && !f->occasion && (is_body(m, speaker) || (both && takes_part(m, e, speaker)));
        if (!there || e->dropped || e->count > 1 || e->topics.n) continue;
        bool written = rz_kind_is(e->kind, RZ_KIND_MESSAGE) && takes_part(m, e, speaker); /* «در پیامی به Y خواستار X شد» */
        if (sitting || written || (rz_kind_is(e->kind, RZ_KIND_CONTACT) && !f->definite && takes_part(m, e, speaker))) return e; /* «در این دیدار گفت»: one side's words */
    }
    return NULL;
}

/* «دو طرف از تلاش‌های سازمان X قدردانی کردند»: a body that is thanked is not what they met about. */
static void lend_topics(const merger *m, merged *to, const rz_row_list *topics) {
    rz_row_list matters = {0};
    for (uint32_t i = 0; i < topics->n; i++) {
        rz_str id = rz_str_of(rz_row_id(m->cast->data, topics->at[i]));
        bool body = rz_row_find(m->cast->data, RZ_ORGANISATION, id) != RZ_NONE || rz_row_find(m->cast->data, RZ_FORUM, id) != RZ_NONE;
        if (!body) *RZ_PUSH(m->cast->arena, &matters) = topics->at[i];
    }
    rz_merged_topics(m, to, &matters);
}

/* Nobody is met for himself: «با مقام‌های X». */
static bool with_states(const merger *m, const merged *e, const merged *visit) {
    for (uint32_t a = 0; a < e->n_actors; a++)
        if (!takes_part(m, visit, e->actors[a]) && strcmp(m->cast->members.at[e->actors[a]].shown.kind, "state") != 0) return false;
    return true;
}

/* «به X می‌رود. در این سفر با مقام‌های X درباره Y گفت‌وگو می‌کند»: what the visit is for. */
static void talks_of_visit(merger *m, merged *visit) {
    enum { SENTENCES = 3 };
    rz_row state = rz_state_of_place(m, visit->place_row);
    if (!rz_kind_is(visit->kind, RZ_KIND_JOURNEY) || visit->dropped || visit->topics.n || state == RZ_NONE) return;
    rz_around near = rz_merged_around(m, visit);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *e = &m->out.at[i];
        if (e->dropped || !rz_kind_is(e->kind, RZ_KIND_LOOSE) || rz_state_of_place(m, e->place_row) != state || (rz_looks_ahead(visit->status) && !rz_looks_ahead(e->status))) continue;
        uint32_t a = rz_token_sentence(&m->found->scene, e->from->first), b = rz_token_sentence(&m->found->scene, visit->from->first);
        if ((a > b ? a - b : b - a) <= SENTENCES && rz_merged_shared(visit, e) && with_states(m, e, visit)) rz_merged_topics(m, visit, &e->topics);
    }
}

/* The meeting or call that the report opens with: what its title names as the matter is what that was about. */
static void lead_of_title(merger *m) {
    enum { SENTENCES = 2 };
    const rz_scene *s = &m->found->scene;
    const uint32_t talks = RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_JOINT;
    rz_row_list title = {0};
    merged *lead = NULL;
    uint32_t body = 0;
    rz_topics_of_title(s, &title);
    if (!title.n) return;
    while (body < s->text->n_sentences && (!s->article->in_body[s->text->sentences[body].first] || s->text->sentences[body].first < s->article->title_last)) body++;
    for (uint32_t i = 0; i < m->out.n && i < OPEN_EVENTS; i++) {
        merged *e = &m->out.at[i];
        uint32_t at = rz_token_sentence(s, e->from->first);
        if (e->dropped || e->from->occasion || at < body || at >= body + SENTENCES || !rz_kind_is(e->kind, talks | RZ_KIND_SESSION)) continue;
        if (!lead || e->from->first < lead->from->first) lead = e;
    }
    uint32_t verb = lead ? s->clauses[lead->from->clause].verb : RZ_NONE;
    bool before = verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT;
    if (lead && !lead->topics.n && !before && rz_kind_is(lead->kind, talks) && strcmp(lead->status, "denied") != 0) rz_merged_topics(m, lead, &title);
}

/* «نشست فرمت مسکو»: what the sessions of the forum are about, where nothing else is told of this one. */
static void topics_of_forum(const merger *m, merged *e) {
    rz_row forum = rz_merged_forum(m, e);
    bool sits = rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS);
    if (e->dropped || e->topics.n || forum == RZ_NONE || !sits || rz_row_type_of(m->cast->data, forum) != RZ_FORUM) return;
    rz_str ids = rz_row_get(m->cast->data, forum, "topic");
    for (rz_str id = rz_str_word(&ids); id.size; id = rz_str_word(&ids)) *RZ_PUSH(m->cast->arena, &e->topics) = rz_row_find(m->cast->data, RZ_TOPIC, id);
}

/* «پس از این دیدار گفت»: no longer there. */
static bool said_afterwards(const merger *m, const rz_found_statement *st) {
    const rz_scene *s = &m->found->scene;
    uint32_t to = st->last < st->first + RZ_CLAUSE_REACH ? st->last : st->first + RZ_CLAUSE_REACH;
    for (uint32_t t = st->first; t < to; t++) {
        uint32_t i = rz_trigger_at(m->found, t);
        if (i == RZ_NONE) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, m->found->events.at[i].first);
        if (link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || rz_points_past(s, m->found->events.at[i].first)) return true;
    }
    return false;
}

/* Was it said to those who met: «در این دیدار گفت», «با Y صحبت کرد و خواستار X شد»? */
static merged *heard_at(merger *m, uint32_t speaker, const rz_found_statement *st) {
    const rz_scene *s = &m->found->scene;
    bool there = st->channel && (!strcmp(st->channel, "meeting") || !strcmp(st->channel, "call"));
    merged *e = there || !st->channel ? met_before(m, speaker, st) : NULL;
    if (!e || !rz_kind_is(e->kind, RZ_KIND_CONTACT) || said_afterwards(m, st)) return NULL;
    const rz_clause *c = &s->clauses[e->from->clause];
    bool beside = !st->channel && c->sentence == st->sentence && c->kind != RZ_CLAUSE_RELATIVE && e->from->evoked != RZ_EVOKED_NOUN && e->from->first > st->first;
    return there || beside ? e : NULL;
}

/* Is another contact or session told of between the meeting and the end of the words that may be of it? */
static bool other_occasion(const merger *m, const merged *e, const rz_found_statement *st) {
    enum { LONGEST = 240 };
    uint32_t to = st->last < st->first + RZ_CLAUSE_REACH ? st->last : st->first + RZ_CLAUSE_REACH;
    for (uint32_t t = e->from->last; t < to && to - e->from->last < LONGEST; t++) {
        uint32_t i = rz_trigger_at(m->found, t);
        if (i == RZ_NONE || !rz_kind_is(m->found->events.at[i].kind, RZ_KIND_CONTACT | RZ_KIND_PRESS | RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS | RZ_KIND_MESSAGE)) continue;
        if (m->became[i] == RZ_NONE || &m->out.at[m->became[i]] != e) return true;
    }
    return to - e->from->last >= LONGEST;
}

/* Told right after it, in sentences of those who met, with no other occasion: «X با Y دیدار کرد. X گفت … Y افزود …». */
static merged *goes_on_from(merger *m, uint32_t speaker, const rz_found_statement *st, const uint32_t *till) {
    rz_around near = rz_merged_near(m, st->first);
    if (st->channel) return NULL;
    for (uint32_t i = near.low; i < near.high; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || e->count > 1 || e->n_actors < 2 || !rz_kind_is(e->kind, RZ_KIND_MET) || e->from->in_title || rz_looks_ahead(e->status) || !takes_part(m, e, speaker)) continue;
        uint32_t last = till[i] > rz_token_sentence(&m->found->scene, e->from->first) ? till[i] : rz_token_sentence(&m->found->scene, e->from->first);
        if (st->sentence > rz_token_sentence(&m->found->scene, e->from->first) && st->sentence <= last + 1 && !other_occasion(m, e, st)) return said_afterwards(m, st) ? NULL : e;
    }
    return NULL;
}

/* «X سفیر Y را احضار کرد و به Z اعتراض کرد»: what it was for. */
static merged *summoned_for(merger *m, uint32_t speaker, const rz_found_statement *st) {
    enum { SENTENCES = 2 };
    rz_around near = rz_merged_near(m, st->first);
    for (uint32_t i = near.low; i < near.high; i++) {
        merged *e = &m->out.at[i];
        bool theirs = !e->dropped && rz_kind_is(e->kind, RZ_KIND_SUMMONS) && takes_part(m, e, speaker);
        if (theirs && st->sentence >= rz_token_sentence(&m->found->scene, e->from->first) && st->sentence <= rz_token_sentence(&m->found->scene, e->told_last) + SENTENCES) return e;
    }
    return NULL;
}

static void lend_kind(merger *m, merged *to, const rz_row_list *topics, bool own) {
    const rz_grammar *g = m->found->scene.g;
    rz_row_list matters = {0};
    for (uint32_t k = 0; k < topics->n; k++)
        if ((g->topic_kind[topics->at[k] - g->first_topic] == RZ_TOPIC_OWN) == own) *RZ_PUSH(m->cast->arena, &matters) = topics->at[k];
    lend_topics(m, to, &matters);
}

/* What was said at a meeting of which nothing else tells what it was about: its matters, or where there are none what it has besides. */
static void words_of_meeting(merger *m) {
    bool *silent = RZ_NEW_N(m->cast->arena, bool, m->out.n + 1);
    uint32_t *till = RZ_NEW_N(m->cast->arena, uint32_t, m->out.n + 1); /* the sentence up to which words of those who met go on */
    for (uint32_t i = 0; i < m->out.n; i++) silent[i] = !m->out.at[i].topics.n, till[i] = 0;
    for (int own = 1; own >= 0; own--)
        for (uint32_t i = 0; i < m->found->statements.n; i++) {
            const rz_found_statement *st = &m->found->statements.at[i];
            uint32_t speaker = m->cast->speaker_of[i];
            if (speaker == RZ_NONE || st->earlier) continue;
            merged *to = heard_at(m, speaker, st);
            if (!to) to = goes_on_from(m, speaker, st, till);
            if (!to) to = summoned_for(m, speaker, st);
            if (!to) continue;
            till[to - m->out.at] = st->sentence;
            if (silent[to - m->out.at] && st->topics.n && !st->recalled && (own || !to->topics.n)) lend_kind(m, to, &st->topics, own == 1);
        }
}

void rz_merge_topics(merger *m) {
    for (uint32_t i = 0; i < m->found->statements.n; i++) {
        const rz_found_statement *st = &m->found->statements.at[i];
        uint32_t speaker = m->cast->speaker_of[i];
        bool joint = joint_document(m, st);
        bool they = speaker == RZ_NONE && all_of_them(m, st); /* «آنان» of a group without a name */
        if (!st->topics.n || st->recalled || (speaker == RZ_NONE && !joint && !they)) continue;
        bool both = st->speaker < m->cast->mentions->n && (together(&m->cast->mentions->at[st->speaker]) || several_named(m, st));
        merged *to = speaker == RZ_NONE || joint ? NULL : said_in(m, speaker, st, both);
        if (!to && !st->earlier && (joint || they || both)) to = met_before(m, joint || they ? RZ_NONE : speaker, st);
        if (to) lend_topics(m, to, &st->topics);
    }
    lead_of_title(m);
    words_of_meeting(m);
    for (uint32_t i = 0; i < m->out.n; i++) {
        talks_of_visit(m, &m->out.at[i]);
        topics_of_forum(m, &m->out.at[i]);
        rz_merge_peace(m, &m->out.at[i]);
    }
}
