/* «پکن، ۲۶ مارس (شین‌هوا) --»: where the report is written, those of that state are at home with those who came. */
#include "resolve/merge.h"

/* «دمشق - سانا»: a line of its own. */
static bool is_own_line(const merger *m, const rz_mention *city) {
    enum { LONGEST = 4 };
    const rz_text *t = m->cast->text;
    if (city->last >= t->n_tokens) return false;
    const rz_sentence *line = &t->sentences[rz_token_sentence(&m->found->scene, city->first)];
    return line->first == city->first && line->last <= line->first + LONGEST && t->tokens[city->last].punct == '-';
}

/* The city of the date line, or RZ_NONE. */
static rz_row dateline_city(const merger *m) {
    enum { FIRST = 40 /* mentions */ };
    const rz_mentions *all = m->cast->mentions;
    for (uint32_t i = 0; i < all->n && i < FIRST; i++) {
        bool label = m->cast->article->in_label[all->at[i].first] || is_own_line(m, &all->at[i]);
        if (label && all->at[i].kind == RZ_M_PLACE && all->at[i].row != RZ_NONE && rz_row_has(m->cast->data, all->at[i].row, "kind", "city")) return all->at[i].row;
    }
    return RZ_NONE;
}

static rz_row state_of(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return a->state != RZ_NONE ? a->state : a->row;
}

void rz_merge_dateline(merger *m) {
    enum { SENTENCES = 6 };
    const rz_scene *s = &m->found->scene;
    rz_row city = dateline_city(m), home = rz_state_of_place(m, city);
    uint32_t body = s->n_clauses ? s->clauses[0].sentence : 0;
    if (home == RZ_NONE) return;
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        uint32_t verb = s->clauses[e->from->clause].verb;
        bool told = verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT, own = false, others = rz_kind_is(e->kind, RZ_KIND_PRESS);
        if (e->dropped || (e->place_row != RZ_NONE && e->place_row != home) || e->forum != RZ_NONE || e->count > 1 || told || strcmp(e->status, "held") != 0 || !rz_kind_is(e->kind, RZ_KIND_SITS | RZ_KIND_PRESS)) continue;
        if (rz_token_sentence(s, e->from->first) > body + SENTENCES) continue;
        for (uint32_t a = 0; a < e->n_actors; a++) {
            own |= state_of(m, e->actors[a]) == home;
            others |= state_of(m, e->actors[a]) != home;
        }
        if (own && others) e->place_row = city;
    }
}
