/* Who mediated in what was told right before: «X و Y زندانیان خود را مبادله کردند. Z میان دو طرف میانجیگری کرد». */
#include "resolve/merge.h"

/* Is the verb told of what took place, by the word for mediating that stands before it? */
static bool mediated(const rz_scene *s, const rz_clause *c, rz_row words) {
    enum { NEAR = 3 }; /* «میانجیگری بشردوستانه انجام داد» */
    const rz_verb *v = c->verb == RZ_NONE ? NULL : &s->text->verbs[c->verb];
    if (!v || v->negative || !rz_tense_done(v->tense)) return false;
    return rz_listed_within(s, words, v->first > c->first + NEAR ? (uint32_t)v->first - NEAR : c->first, v->first);
}

/* Held between several, in the sentence or the one before. */
static bool may_be_mediated(const merger *m, const merged *e, const void *sentence) {
    static const uint32_t kinds = RZ_KIND_RELEASE | RZ_KIND_ROUNDS | RZ_KIND_PAPER | RZ_KIND_RELATIONS | RZ_KIND_LOOSE;
    return e->n_actors > 1 && !strcmp(e->status, "held") && rz_kind_is(e->kind, kinds) && rz_token_sentence(&m->found->scene, e->told_last) + 1 >= *(const uint32_t *)sentence;
}

/* What was told of last, between others than the actor. */
static merged *mediated_in(const merger *m, uint32_t sentence, uint32_t actor) {
    merged *e = rz_merged_last(m, m->found->scene.text->sentences[sentence].last, may_be_mediated, &sentence);
    for (uint32_t i = 0; e && i < e->n_actors; i++)
        if (e->actors[i] == actor || rz_merged_state(m, e->actors[i]) == rz_merged_state(m, actor)) return NULL;
    return e;
}

void rz_merge_mediators(merger *m) {
    const rz_scene *s = &m->found->scene;
    rz_row words = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("mediating"));
    for (uint32_t i = 0; words != RZ_NONE && i < s->n_clauses; i++) {
        const rz_clause *c = &s->clauses[i];
        uint32_t actor = c->subject == RZ_NONE || !mediated(s, c, words) ? RZ_NONE : rz_cast_actor(m->cast, c->subject);
        merged *e = actor == RZ_NONE ? NULL : mediated_in(m, c->sentence, actor);
        if (e) rz_merged_add(e, actor, "mediator");
    }
}
