/* Who sat with whom tells apart what was told one after the other. */
#include "resolve/merge.h"

/* «X و Y دیدار کردند. آنان با Z دیدار کردند»: who met each other meet somebody else together. */
static bool with_another(const merger *m, const merged *a, const merged *b) {
    const rz_found_event *f = b->from;
    const rz_mention *all = m->cast->mentions->at;
    bool together = false, another = false;
    if (!rz_kind_is(b->kind, RZ_KIND_CONTACT) || f->definite || f->in_title || a->from->in_title || rz_shared_actors(m, a, b) < 2) return false;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t who = f->parts.at[i].mention;
        if (who >= RZ_SPEAKER) continue;
        together |= m->found->scene.links[who].prep != RZ_C_WITH && rz_points_back(&all[who]) && (all[who].actor2 != RZ_NONE || all[who].several_to);
        if (m->found->scene.links[who].prep != RZ_C_WITH || all[who].actor == RZ_NONE) continue;
        bool known = false;
        for (uint32_t k = 0; k < a->n_actors; k++) known |= rz_same_actor(m, a->actors[k], all[who].actor);
        another |= !known;
    }
    return together && another;
}

static bool has_word(const merger *m, const char *list, uint32_t from, uint32_t to) {
    return rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, rz_str_of(list)), from, to);
}

/* «X با Y دیدار کرد. Z نیز با X دیدار کرد»: not «با هم», and nothing within the clause. */
static bool is_also(const merger *m, const merged *before, const merged *e) {
    const rz_scene *s = &m->found->scene;
    uint32_t x = before->from->clause, y = e->from->clause, last;
    if (!e->verbal || e->from->evoked != RZ_EVOKED_VERB || x == y || s->clauses[x].parent == y || s->clauses[y].parent == x) return false;
    for (uint32_t t = s->clauses[y].first; t < e->from->first; t++)
        if (s->clause_of[t] == y && has_word(m, "likewise", t, t + 1) && (!t || rz_class_at(s, t - 1, &last) != RZ_C_WITH)) return true;
    return false;
}

static bool told_of(const merger *m, const merged *e, const char *list) { return has_word(m, list, e->from->first, e->from->last + 2); }

/* «نشست سه‌جانبه X، Y و Z برگزار شد. Y و Z نیز دیدار کردند», «X و Y دیداری دوجانبه داشتند»; two of three sides, of whom one is not the same. */
static bool other_table(const merger *m, const merged *a, const merged *b) {
    static const uint32_t tables = RZ_KIND_MET | RZ_KIND_REMOTE | RZ_KIND_OPEN | RZ_KIND_LEADERS;
    bool both = rz_kind_is(a->kind, tables) && rz_kind_is(b->kind, tables) && a->forum == RZ_NONE && b->forum == RZ_NONE && a->n_actors && b->n_actors;
    if (!both || b->from->definite || b->from->in_title || a->from->in_title || a->count > 1) return false;
    uint32_t common = rz_shared_actors(m, a, b);
    if (common == a->n_actors && common == b->n_actors) return false;
    if (is_also(m, a, b) || (told_of(m, a, "two-sided") && a->n_actors == 2 && b->n_actors > 2) || (told_of(m, b, "two-sided") && b->n_actors == 2 && a->n_actors > 2)) return true;
    bool three = told_of(m, a, "three-sided") || told_of(m, b, "three-sided");
    return three && a->n_actors > 2 && b->n_actors > 2 && common < a->n_actors && common < b->n_actors;
}

/* «پس از پایان گفت‌وگو با X گفت: فردا با Y گفت‌وگو خواهیم کرد»: what was over before, and what is to come. */
static bool over_before(const merger *m, const merged *a, const merged *b) {
    static const uint32_t talks = RZ_KIND_CONTACT | RZ_KIND_ROUNDS;
    bool over = a->from->evoked == RZ_EVOKED_NOUN && !a->stated && a->from->parts.n && !a->from->in_title && !strcmp(a->status, "held");
    bool ahead = b->stated && rz_looks_ahead(b->status) && !b->from->definite && !b->from->in_title;
    if (!over || !ahead || !rz_kind_is(a->kind, talks) || !rz_kind_is(b->kind, talks)) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, a->from->first);
    return link.prep == RZ_C_AFTER;
}

bool rz_merge_other_company(const merger *m, const merged *a, const merged *b) {
    return with_another(m, a, b) || other_table(m, a, b) || over_before(m, a, b) || over_before(m, b, a);
}
