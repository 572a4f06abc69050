/* Who else was there, where those told first have no name: «در این دیدار مدیران شرکت نفت و همچنین X حضور داشتند», «علاوه بر X، Y نیز حضور داشت». */
#include "event/attend.h"
#include "event/sent.h"

/* Does it go on after a comma or «و [همچنین]», whatever stands before? */
static bool goes_on(const rz_scene *s, uint32_t first, uint32_t from) {
    uint32_t start;
    if (first <= from) return false;
    if (rz_class_before(s, first, from, false, &start) == RZ_C_ALSO) first = start;
    return first > from && (s->text->tokens[first - 1].punct == ',' || rz_class_before(s, first, from, false, &start) == RZ_C_AND);
}

/* «علاوه بر X», «به همراه X» */
static bool besides(const rz_scene *s, const rz_link *link, rz_row addition) {
    if (link->kind != RZ_LINK_PREP || link->prep_token == RZ_NONE) return false;
    return link->prep == RZ_C_ALONG || rz_listed_end(s, addition, link->prep_token) > link->prep_token;
}

/* «علاوه بر X و Y، نمایندگان A و B نیز حضور دارند»: whoever is listed with X, and whoever stands behind. */
static bool beside_those(const rz_scene *s, uint32_t m, uint32_t words) {
    const rz_link *link = &s->links[m], *head = &s->links[link->list];
    if (words == RZ_NONE || !rz_is_actor(&s->mentions->at[m])) return false;
    if (head->kind == RZ_LINK_PREP && head->prep_token == words) return true;
    if (s->mentions->at[m].kind == RZ_M_PLACE) return false;
    return link->kind == RZ_LINK_FREE || (link->kind == RZ_LINK_OF && rz_acts_for(s, link->chain, s->mentions->at[m].first));
}

/* «در نشست بزرگداشت X و Y، Z حضور داشت»: Y is told as X is, and not as being there. */
static bool as_another(const rz_scene *s, uint32_t m) { return s->links[m].list != m && rz_family(&s->mentions->at[s->links[m].list]) == 1; }

/* The people of the clause of a verb of being there, besides its subject. */
void rz_attending_all(rz_found *found, rz_found_event *e, uint32_t clause) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[clause];
    if (c->verb == RZ_NONE) return;
    if (e->definite) rz_described_there(found, e, clause, true);
    uint32_t to = s->text->verbs[c->verb].first, from = to > c->first + 2 * RZ_CLAUSE_REACH ? to - 2 * RZ_CLAUSE_REACH : c->first;
    rz_row addition = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-addition"));
    uint32_t words = RZ_NONE;
    for (uint32_t t = from, end; t < to && rz_class_at(s, t, &end) != RZ_C_ACCORDING; t++) { /* «به گفته X و Y، Z حضور داشت» */
        uint32_t m = s->mention_at[t];
        if (words == RZ_NONE && rz_listed_end(s, addition, t) > t) words = t;
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->links[m].clause != clause || s->mentions->at[m].head != RZ_NONE) continue;
        if (beside_those(s, m, words)) rz_part_add(found, e, m, "participant");
        if (s->mentions->at[m].kind != RZ_M_PERSON) continue;
        const rz_link *link = &s->links[m];
        bool told = (link->kind == RZ_LINK_OF || link->kind == RZ_LINK_FREE) && !as_another(s, m) && goes_on(s, rz_told_from(s, m), c->first);
        if (told || besides(s, link, addition)) rz_part_add(found, e, m, "participant");
    }
}

/* «هیئت X به ریاست Y در نشست شرکت کرد»: Y. */
void rz_attending_heads(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first;
    for (uint32_t t = from; t < c->last && t < e->last + RZ_CLAUSE_REACH; t++) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE || s->mentions->at[i].first != t || s->links[i].clause != e->clause || s->links[i].prep != RZ_C_HEAD) continue;
        if (s->links[i].kind == RZ_LINK_PREP && s->mentions->at[i].head == RZ_NONE && rz_of_delegation(s, s->links[i].prep_token)) rz_part_add(found, e, i, "participant");
    }
}
