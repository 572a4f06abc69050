/* What is called for, what is ordered, what is agreed to: who says so tells which of them is done; what was done because of claims. */
#include "event/saying.h"
#include "event/status.h"

/* «بر امضای قرارداد X تأکید کردند», «بر برگزاری نشست X اصرار دارد»: it is called for. */
bool rz_is_urged(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 3 };
    uint32_t verb = s->clauses[e->clause].verb, end, at = e->first;
    if (e->evoked == RZ_EVOKED_VERB || !rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_PAPER | RZ_KIND_MET | RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_JOURNEY) || strcmp(e->status, "held") != 0) return false;
    if (verb == RZ_NONE || s->text->verbs[verb].first < e->last || at == 0) return false;
    if (rz_class_at(s, at - 1, &end) == RZ_C_HAPPEN) at--;
    for (uint32_t t = at > LONGEST ? at - LONGEST : 0; t < at; t++)
        if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("holdings")), t) == at) at = t;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, at);
    uint32_t by = s->text->verbs[verb].first;
    return link.prep_token + 1 == at && rz_is_on(s, &link) && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("urging")), by, by > LONGEST ? by - LONGEST : 0);
}

/* «در دیدار X با Y مقرر شد …», «پس از سفر X قرار شد …»: where it was settled has been; not «در دیدار آینده X قرار شد …». */
bool rz_is_settled_at(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    bool there = (link->prep == RZ_C_IN || link->prep == RZ_C_AFTER || link->prep == RZ_C_OCCASION) && link->prep_token != RZ_NONE;
    uint32_t verb = s->clauses[e->clause].verb, end = verb == RZ_NONE ? 0 : s->text->verbs[verb].last;
    if (end > e->last + RZ_CLAUSE_REACH) end = e->last + RZ_CLAUSE_REACH;
    return there && !e->in_title && !rz_beside_noun(s, e) && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("settled")), e->last, end);
}

/* «نماینده X», «سناتور X», a party: calls for what others may do. */
static bool only_calls(const rz_scene *s, uint32_t m) {
    if (m == RZ_NONE) return false;
    const rz_mention *who = &s->mentions->at[m];
    rz_row office = rz_office_told(s, m), party = who->kind == RZ_M_ORGANISATION ? who->row : RZ_NONE;
    return (office != RZ_NONE && rz_row_has(s->text->data, office, "kind", "lawmaker")) || (party != RZ_NONE && rz_row_has(s->text->data, party, "kind", "party"));
}

/* May whoever says so order it? «نماینده X گفت سفیر Y باید برود», «شعار دادند سفیر Y باید برود» only call for it. */
static bool may_order(const rz_scene *s, const rz_clause *c) {
    if (c->parent == RZ_NONE) return true;
    uint32_t by = s->clauses[c->parent].subject;
    rz_voice stranger;
    return by == RZ_NONE ? !rz_voice_in(s, c->parent, &stranger) && !rz_stranger_in(s, c->parent, &stranger) : !only_calls(s, by);
}

/* «دیپلمات‌های X باید ظرف دو روز خاک Y را ترک کنند»: they were told to. */
bool rz_is_ordered(const rz_scene *s, const rz_found_event *e) {
    uint32_t from = s->clauses[e->clause].first;
    bool goes = rz_kind_is(e->kind, RZ_KIND_EXPULSION) && e->evoked == RZ_EVOKED_VERB && e->frame->subject && !strcmp(e->frame->subject, "object");
    if (!goes || strcmp(e->status, "planned") != 0 || !may_order(s, &s->clauses[e->clause])) return false;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("cue-must-impersonal")), e->first > from + RZ_REACH ? e->first - RZ_REACH : from, e->first);
}

/* «X می‌تواند به Y سفر کند», «… و با Z دیدار کند»: it may come to be. */
static bool is_able(const rz_scene *s, const rz_clause *c) {
    if (c->kind == RZ_CLAUSE_COORDINATE && c->parent != RZ_NONE && s->clauses[c->parent].verb != RZ_NONE && s->text->verbs[s->clauses[c->parent].verb].tense == RZ_SUBJUNCTIVE) c = &s->clauses[c->parent];
    uint32_t above = c->parent == RZ_NONE ? RZ_NONE : s->clauses[c->parent].verb;
    return above != RZ_NONE && s->text->verbs[above].lemma == s->g->can && s->text->verbs[above].tense == RZ_PRESENT && !s->text->verbs[above].negative;
}

/* «شورای امنیت باید تشکیل جلسه دهد», «X و Y باید مذاکره کنند»: it is called for; with a day told it is due then. */
bool rz_is_due(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    bool contact = rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOURNEY) && e->evoked != RZ_EVOKED_NOUN;
    if (!contact || e->times.n || strcmp(e->status, "planned") != 0 || c->verb == RZ_NONE || s->text->verbs[c->verb].tense != RZ_SUBJUNCTIVE) return false;
    if (is_able(s, c)) return true;
    uint32_t at = s->text->verbs[c->verb].first;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("cue-must-impersonal")), at > c->first + RZ_REACH ? at - RZ_REACH : c->first, at);
}

/* «تلاش کردیم زندانیان را آزاد کنیم و این کار انجام شد»: what was to be done was. */
bool rz_is_done_then(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 3 };
    uint32_t next = e->clause + 1, own = s->clauses[e->clause].verb;
    if (e->evoked == RZ_EVOKED_NOUN || own == RZ_NONE || s->text->verbs[own].tense != RZ_SUBJUNCTIVE || strcmp(e->status, "planned") != 0) return false;
    while (next < s->n_clauses && next < e->clause + NEAR && s->clauses[next].first < s->text->verbs[own].first) next++; /* «زندانیانی که … را» */
    if (next >= s->n_clauses || s->clauses[next].sentence != s->clauses[e->clause].sentence || s->clauses[next].verb == RZ_NONE) return false;
    const rz_verb *v = &s->text->verbs[s->clauses[next].verb];
    bool past = !v->negative && rz_tense_done(v->tense);
    return past && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("this-was-done")), v->first, s->clauses[next].first);
}

/* «با تمدید تحریم‌ها موافقت کردند», «برای وضع تحریم به توافق رسیدند»: who may lay them has done so. */
bool rz_is_adopted(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 3 };
    uint32_t verb = s->clauses[e->clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    if (!rz_kind_is(e->kind, RZ_KIND_SANCTION) || e->evoked == RZ_EVOKED_VERB || strcmp(e->status, "planned") != 0 || at < e->last + 1) return false;
    const rz_verb *v = &s->text->verbs[verb];
    bool past = !v->negative && rz_tense_done(v->tense);
    return past && !only_calls(s, s->clauses[e->clause].subject) && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("cue-agreed")), at, at > LONGEST ? at - LONGEST : 0);
}

/* «در پی ادعاهای X سفیر او احضار شد»: what was claimed is why it was done; not «در پی ادعاها درباره دیدار X با Y». */
bool rz_answers_claims(const rz_scene *s, const rz_hit *hit, const rz_found_event *e) {
    enum { LONGEST = 5 };
    if (e->evoked == RZ_EVOKED_NOUN && e->first > hit->first) return false;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("before-claims")), hit->first, hit->first > LONGEST ? hit->first - LONGEST : 0);
}

/* «مردم را به تظاهرات دعوت کرد», «دولت را به اخراج سفیر X فراخواند», «دعوت به اخراج سفیر X کرد»: what others are to do. */
bool rz_is_bidden(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 2, LONGEST = 3 };
    static const uint32_t deeds = RZ_KIND_CROWD | RZ_KIND_RELATIONS | RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_RELEASE | RZ_KIND_PAPER | RZ_KIND_ATTACK;
    uint32_t verb = s->clauses[e->clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first, first = e->first, end;
    rz_row bidding = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("bidding"));
    bool bids = rz_verb_listed(s, verb, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("bidding-alone")));
    if (!rz_kind_is(e->kind, deeds) || e->evoked != RZ_EVOKED_NOUN || at < e->last || s->text->verbs[verb].negative || !(bids || rz_verb_listed(s, verb, bidding))) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, first);
    uint32_t from = s->clauses[e->clause].first, near = first > from + RZ_REACH ? first - RZ_REACH : from;
    bool listed = first > from && rz_class_at(s, first - 1, &end) == RZ_C_AND && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("bidden-to")), near, first);
    if (listed && rz_listed_within(s, bidding, near, first)) return true;
    bool join = link.prep == RZ_C_IN && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("bidden-to-join")), first, first > LONGEST ? first - LONGEST : 0);
    if (!listed && !join && link.prep != RZ_C_TO) return false;
    bool before = link.prep_token != RZ_NONE && link.prep_token > from && rz_listed_before(s, bidding, link.prep_token, link.prep_token - 1);
    return bids || before || rz_listed_before(s, bidding, at, at > e->last + NEAR ? at - NEAR : e->last);
}

/* «انرژی از محورهای دیدار X خواهد بود», «دیدار با Y از برنامه‌های سفر X است»: whose matters or plans are told is to come. */
bool rz_is_of_what_comes(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    enum { LONGEST = 3 };
    uint32_t verb = s->clauses[e->clause].verb, at = e->first;
    if (verb == RZ_NONE || link->kind != RZ_LINK_OF || link->prep != RZ_C_FROM || s->text->verbs[verb].first < e->last || s->text->verbs[verb].lemma != s->g->be) return false;
    uint32_t from = at > LONGEST ? at - LONGEST : 0;
    bool plans = rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("plans-of")), at, from);
    bool matters = rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matters-of")), at, from);
    return plans ? s->text->verbs[verb].tense == RZ_PRESENT || s->text->verbs[verb].tense == RZ_FUTURE : matters && s->text->verbs[verb].tense == RZ_FUTURE;
}
