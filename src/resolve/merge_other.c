/* Reports of another world than diplomacy's: sport, markets, crime, the weather, what goes on at home. What they tell as a meeting or a
 * signature («دیدار», «قرارداد») is none between states. */
#include "resolve/merge.h"

enum { LEAST = 2, SHARE = 3 /* one sentence in so many */ };

/* Sentences that speak of that world, and of how many of the article. */
static uint32_t worldly(const merger *m, uint32_t *n) {
    const rz_scene *s = &m->found->scene;
    const rz_text *t = s->text;
    rz_row world = rz_row_find(t->data, RZ_WORDS, RZ_STR("other-worlds")), home = rz_row_find(t->data, RZ_WORDS, RZ_STR("home-affairs"));
    uint32_t told = 0, lists = RZ_LIST(world) | RZ_LIST(home);
    for (uint32_t i = 0; i < t->n_sentences; i++) {
        const rz_sentence *in = &t->sentences[i];
        bool speaks = false;
        if (!s->article->in_body[in->first] || s->article->in_label[in->first]) continue;
        for (uint32_t k = in->first; k < in->last && !speaks; k++)
            for (uint32_t h = t->tokens[k].lists & lists ? t->hit_at[k] : t->hit_at[k + 1]; h < t->hit_at[k + 1]; h++)
                speaks |= t->hits[h].type == RZ_WORDS && (t->hits[h].row == world || t->hits[h].row == home);
        told += speaks, ++*n;
    }
    return told;
}

static rz_row state_of(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return strcmp(a->shown.kind, "state") ? a->state : a->row;
}

/* A session of a known body; else of two states, and somebody of one of them: more than «ایران و X», the names of teams. */
static bool between_states(const merger *m, const merged *e) {
    rz_row there = e->place_row == RZ_NONE ? RZ_NONE : rz_state_of_place(m, e->place_row);
    bool two = false, somebody = e->from->delegation;
    if (e->forum != RZ_NONE) return true;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        somebody |= strcmp(m->cast->members.at[e->actors[i]].shown.kind, "state") != 0;
        rz_row state = state_of(m, e->actors[i]);
        two |= state != RZ_NONE && (state != state_of(m, e->actors[0]) || (there != RZ_NONE && state != there));
    }
    return (somebody || rz_kind_is(e->kind, RZ_KIND_PAPER)) && two;
}

/* What happens in those worlds too, and the press calls by the same words; an attack or a protest is told by words of its own. */
static const uint32_t of_both = RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOURNEY | RZ_KIND_PAPER | RZ_KIND_VOTE | RZ_KIND_PRESS;

void rz_merge_drop_other_worlds(merger *m) {
    uint32_t n = 0, told = m->out.n ? worldly(m, &n) : 0;
    if (told < LEAST || told * SHARE < n) return;
    for (uint32_t i = 0; i < m->out.n; i++) m->out.at[i].dropped |= rz_kind_is(m->out.at[i].kind, of_both) && !between_states(m, &m->out.at[i]);
}
