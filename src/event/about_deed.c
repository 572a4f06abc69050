/* What deeds are about: why somebody is summoned, sanctioned or marched against, what was voted on, in what exchange somebody was freed. */
#include "event/topic.h"

/* The clause that goes on right after the words of another, its parent; RZ_NONE. */
uint32_t rz_clause_told_after(const rz_scene *s, uint32_t clause) {
    enum { NEAR = 3 };
    uint32_t from = s->clauses[clause].last, inner = RZ_NONE;
    for (uint32_t t = from; t < from + NEAR && t < s->text->n_tokens && inner == RZ_NONE; t++) inner = s->clause_of[t];
    return inner != RZ_NONE && s->clauses[inner].parent == clause ? inner : RZ_NONE;
}

/* Where what somebody is marched against or summoned for ends. */
static uint32_t reason_end(const rz_scene *s, const rz_found_event *e, uint32_t from, uint32_t to) {
    uint32_t end;
    while (from < to && from != e->first && s->text->tokens[from].punct != ',' && !rz_verb_between(s, from, from + 1) && (rz_class_at(s, from, &end) != RZ_C_TO || rz_deed_toward(s, from, e->clause))) from++;
    return from;
}

/* «در اعتراض به X احضار شد», «به دلیل X تحریم کرد», «علیه X تظاهرات کردند»: why, in its clause. */
static void topics_of_reason(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_row reasons = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("reasons")), against = RZ_NONE;
    rz_gather how = RZ_TOPICS_MATTERS;
    if (!rz_kind_is(e->kind, RZ_KIND_REASONED)) return;
    if (rz_kind_is(e->kind, RZ_KIND_CROWD)) against = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("marched-against")), how = RZ_TOPICS_NAMED;
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first, to = c->last < e->last + RZ_REACH ? c->last : e->last + RZ_REACH;
    for (uint32_t t = from; t < to; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if ((hit->row != reasons && hit->row != against) || s->clause_of[t] != e->clause) continue;
            rz_topics_gather(s, (rz_told_in){hit->last, reason_end(s, e, hit->last, to), e->clause, true}, hit->row == against ? RZ_TOPICS_MATTERS : how, &e->topics);
        }
}

/* The matters told in the clause from the token up to the words of the event; `deed`: those of such deeds alone (`deed` of a topic). */
static void own_topics(const rz_scene *s, rz_found_event *e, uint32_t from, bool deed) {
    rz_row_list named = {0};
    rz_topics_gather(s, (rz_told_in){from, e->first, e->clause, false}, RZ_TOPICS_MATTERS, &named);
    for (uint32_t i = 0; i < named.n; i++) {
        bool own = deed ? rz_row_has(s->g->data, named.at[i], "deed", e->kind->id) : s->g->topic_kind[named.at[i] - s->g->first_topic] == RZ_TOPIC_OWN;
        if (own) *RZ_PUSH(s->arena, &e->topics) = named.at[i];
    }
}

static void topics_of_inner(const rz_scene *s, rz_found_event *e, uint32_t inner, uint32_t from) {
    uint32_t to = s->clauses[inner].last < from + RZ_REACH ? s->clauses[inner].last : from + RZ_REACH;
    rz_topics_gather(s, (rz_told_in){from, to, inner, false}, RZ_TOPICS_NAMED, &e->topics);
}

/* «قطعنامه‌ای را که خواستار X است تصویب کرد», «قطعنامه‌ای را تصویب کرد که بر X تأکید دارد»: what the paper asks for. */
static void topics_of_demand(const rz_scene *s, rz_found_event *e, uint32_t from) {
    enum { NEAR = 3, DEEP = 2 };
    for (uint32_t t = from; t < s->text->n_tokens && t < from + NEAR; t++) {
        uint32_t inner = s->clause_of[t];
        if (inner == RZ_NONE || inner == e->clause || s->clauses[inner].kind != RZ_CLAUSE_RELATIVE || s->clauses[inner].parent != e->clause) continue;
        topics_of_inner(s, e, inner, t);
        return;
    }
    uint32_t inner = e->clause;
    for (int deep = 0; deep < DEEP && inner != RZ_NONE && !e->topics.n; deep++) { /* «… که از X می‌خواهد Y را ترک کند» */
        inner = rz_clause_told_after(s, inner);
        if (inner == RZ_NONE || s->clauses[inner].kind == RZ_CLAUSE_COORDINATE) return;
        topics_of_inner(s, e, inner, s->clauses[inner].first);
    }
}

/* «پارلمان X عضویت Y در ناتو را تصویب کرد»: what stands before «را», of whatever it is said. */
static void topics_of_object(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first, object = RZ_NONE, end;
    for (uint32_t t = from; t < e->first; t++)
        if (s->clause_of[t] == e->clause && rz_class_at(s, t, &end) == RZ_C_OBJECT) object = t;
    if (object == RZ_NONE || c->subject == RZ_NONE || s->mentions->at[c->subject].last > object) return;
    if (s->mentions->at[c->subject].last > from) from = s->mentions->at[c->subject].last;
    rz_topics_gather(s, (rz_told_in){from, object, e->clause, false}, RZ_TOPICS_NAMED, &e->topics);
}

/* «قطعنامه تمدید تحریم‌های X را تصویب کرد», «به طرح X رأی داد»: what was voted on. */
static void topics_of_vote(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_row papers = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("voted-papers"));
    uint32_t from = e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first, to = c->last < e->last + RZ_REACH ? c->last : e->last + RZ_REACH;
    for (uint32_t t = from; t < to; t++)
        for (rz_hits h = rz_hits_listed(s->text, t, papers); rz_hits_next(&h);) {
            if (h.hit.row != papers || s->clause_of[t] != e->clause) continue;
            uint32_t stop = h.hit.last, end;
            while (stop < to && !rz_verb_between(s, stop, stop + 1) && rz_class_at(s, stop, &end) != RZ_C_OBJECT) stop++;
            rz_topics_gather(s, (rz_told_in){h.hit.last, stop, e->clause, false}, RZ_TOPICS_NAMED, &e->topics);
            if (stop < e->first) own_topics(s, e, stop, false); /* «قطعنامه‌ای را برای X تصویب کرد» */
            topics_of_demand(s, e, h.hit.last);
            return;
        }
    topics_of_object(s, e);
}

static bool votes_on_that(const rz_scene *s, const rz_found_event *e) {
    enum { HEAD = 6 };
    rz_row papers = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("voted-papers"));
    uint32_t first = s->text->sentences[s->clauses[e->clause].sentence].first, end;
    for (uint32_t t = first; t < first + HEAD && t < e->first; t++)
        if (rz_class_at(s, t, &end) == RZ_C_DEFINITE && rz_listed_end(s, papers, end) > end) return true;
    return false;
}

void rz_topics_of_that_vote(const rz_found *found, rz_found_event *e) {
    enum { SENTENCES = 3 };
    const rz_scene *s = &found->scene;
    if (!votes_on_that(s, e)) return;
    rz_row papers = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("voted-papers"));
    uint32_t sentence = s->clauses[e->clause].sentence;
    for (uint32_t back = 1; back <= SENTENCES && back <= sentence && !e->topics.n; back++) {
        const rz_sentence *told = &s->text->sentences[sentence - back];
        uint32_t low = told->last > told->first + RZ_CLAUSE_REACH ? told->last - RZ_CLAUSE_REACH : told->first;
        for (uint32_t t = told->last; t-- > low && !e->topics.n;) {
            const rz_found_event *b = rz_event_at(found, t);
            if (!b || !rz_kind_is(b->kind, RZ_KIND_VOTE) || b->in_title) continue;
            for (uint32_t i = 0; i < b->topics.n; i++) *RZ_PUSH(s->arena, &e->topics) = b->topics.at[i];
        }
        if (!e->topics.n && rz_listed_within(s, papers, told->first, told->last)) break;
    }
    if (!e->topics.n) rz_topics_before(found, sentence, &e->topics);
}

/* «در جریان تبادل زندانیان آزاد شدند»: what it was part of. */
static void topics_of_release(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    own_topics(s, e, e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first, true);
}

void rz_topics_of_deed(const rz_scene *s, rz_found_event *e) {
    if (rz_kind_is(e->kind, RZ_KIND_VOTE)) topics_of_vote(s, e);
    if (rz_kind_is(e->kind, RZ_KIND_RELEASE) && e->evoked != RZ_EVOKED_NOUN) topics_of_release(s, e);
    topics_of_reason(s, e);
}
