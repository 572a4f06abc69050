/* Who voted, where other words than the verb tell it: «با وتوی X تصویب نشد», «یک رأی مخالف X», «X رأی منفی و Y رأی ممتنع داد». */
#include "event/event.h"

/* «با مخالفت X وتو شد»; but «با وجود مخالفت X تصویب شد» */
static bool votes_so(const rz_scene *s, uint32_t first, uint32_t m) {
    if (s->links[m].kind != RZ_LINK_OF || s->links[m].list != m) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, first);
    return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("words-of-vote")), first) == s->mentions->at[m].first && (link.prep == RZ_C_WITH || rz_number_at(s, first - (first > 0)));
}

/* «قانونگذاران X به … رأی دادند»: the state whose laws they make. */
static void add_house(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first;
    for (uint32_t t = from; t < e->first; t++) {
        uint32_t end = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("who-make-laws")), t);
        if (end == t) continue;
        uint32_t m = end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
        if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_STATE && s->mentions->at[m].first <= end) rz_list_add(found, e, m, "subject");
        return;
    }
}

/* «هفت کشوری که رأی مخالف دادند X، Y و Z بودند», «X، Y و Z از جمله ۳۲ کشوری هستند که رأی ممتنع دادند»: the clause around it tells who they are. */
static void add_told_around(rz_found *found, rz_found_event *e) {
    enum { NEAR = 6 };
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause], *around = (c->kind == RZ_CLAUSE_RELATIVE || c->kind == RZ_CLAUSE_COMPLEMENT) && c->parent != RZ_NONE ? &s->clauses[c->parent] : NULL;
    uint32_t verb = around ? around->verb : RZ_NONE, m = around ? around->subject : RZ_NONE;
    if (verb == RZ_NONE || m == RZ_NONE || s->text->verbs[verb].lemma != s->g->be || s->text->verbs[verb].negative || s->mentions->at[m].kind != RZ_M_STATE) return;
    uint32_t from = c->first > around->first + NEAR ? c->first - NEAR : around->first;
    if (rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("voters-counted")), from, c->first)) rz_list_add(found, e, m, "subject");
}

void rz_voters_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_VOTE) || e->evoked == RZ_EVOKED_NOUN) return;
    if (!rz_has_role(e, "subject")) add_house(found, e);
    if (!rz_has_role(e, "subject")) add_told_around(found, e);
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("words-of-vote"));
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first, class_end;
    for (uint32_t t = from; t < e->first; t++) {
        uint32_t end = s->clause_of[t] == e->clause ? rz_listed_end(s, words, t) : t;
        if (end == t || end >= s->text->n_tokens) continue;
        bool and = rz_class_at(s, end, &class_end) == RZ_C_AND && class_end < e->first; /* «X رأی منفی و Y رأی ممتنع داد» */
        uint32_t m = s->mention_at[and ? class_end : end];
        if (m == RZ_NONE || s->mentions->at[m].head != RZ_NONE || rz_family(&s->mentions->at[m]) > 2 || s->mentions->at[m].kind == RZ_M_ORGANISATION) continue;
        if (and ? s->mentions->at[m].first == class_end && s->links[m].kind == RZ_LINK_FREE : votes_so(s, t, m)) rz_list_add(found, e, m, "subject");
    }
}
