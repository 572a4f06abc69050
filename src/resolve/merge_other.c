/* Reports of another world than diplomacy's: sport, markets, crime, the weather, what goes on at home. What they tell as a meeting or a
 * signature («دیدار», «قرارداد») is none between states. */
#include "resolve/merge.h"

enum { LEAST = 2, SHARE = 3 /* one sentence in so many */ };

/* How many sentences the article has, and how many of them speak of such a world: of teams and films, of what goes on at home. */
typedef struct {
    uint32_t n, teams, home;
} worlds;

static bool speaks_of(const rz_text *t, const rz_sentence *in, rz_row list) {
    for (uint32_t k = in->first; k < in->last; k++)
        for (uint32_t h = rz_list_from(t, k, list); h < t->hit_at[k + 1]; h++)
            if (t->hits[h].type == RZ_WORDS && t->hits[h].row == list) return true;
    return false;
}

static worlds worlds_of(const merger *m) {
    const rz_scene *s = &m->found->scene;
    const rz_text *t = s->text;
    rz_row teams = rz_row_find(t->data, RZ_WORDS, RZ_STR("other-worlds")), home = rz_row_find(t->data, RZ_WORDS, RZ_STR("home-affairs"));
    worlds w = {0};
    for (uint32_t i = 0; i < t->n_sentences; i++) {
        const rz_sentence *in = &t->sentences[i];
        if (!s->article->in_body[in->first] || s->article->in_label[in->first]) continue;
        w.n++;
        if (speaks_of(t, in, teams)) w.teams++;
        else w.home += speaks_of(t, in, home);
    }
    return w;
}

static rz_row state_of(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return strcmp(a->shown.kind, "state") ? a->state : a->row;
}

/* A session of a known body; else of two states, and where there are teams somebody of one of them: «ایران و X» may be two teams. */
static bool between_states(const merger *m, const merged *e, bool teams) {
    rz_row there = e->place_row == RZ_NONE ? RZ_NONE : rz_state_of_place(m, e->place_row);
    bool two = false, somebody = !teams || e->from->delegation || rz_kind_is(e->kind, RZ_KIND_PAPER);
    if (e->forum != RZ_NONE) return true;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        somebody |= strcmp(m->cast->members.at[e->actors[i]].shown.kind, "state") != 0;
        rz_row state = state_of(m, e->actors[i]);
        two |= state != RZ_NONE && (state != state_of(m, e->actors[0]) || (there != RZ_NONE && state != there));
    }
    return somebody && two;
}

/* What happens in those worlds too, and the press calls by the same words; an attack or a protest is told by words of its own. */
static const uint32_t of_both = RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOURNEY | RZ_KIND_PAPER | RZ_KIND_VOTE | RZ_KIND_PRESS;

void rz_merge_drop_other_worlds(merger *m) {
    worlds w = m->out.n ? worlds_of(m) : (worlds){0};
    uint32_t told = w.teams + w.home;
    if (told < LEAST || told * SHARE < w.n) return;
    for (uint32_t i = 0; i < m->out.n; i++) m->out.at[i].dropped |= rz_kind_is(m->out.at[i].kind, of_both) && !between_states(m, &m->out.at[i], w.teams > w.home);
}
