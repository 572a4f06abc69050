/* Reports of another world than diplomacy's: sport, markets, crime, the weather, what goes on at home. What they tell as a meeting or a
 * signature («دیدار», «قرارداد») is none between states. */
#include "resolve/merge.h"

enum { LEAST = 2, SHARE = 3 /* one sentence in so many */ };

static bool speaks_of(const rz_scene *s, const rz_sentence *in, rz_row list) {
    const rz_text *t = s->text;
    for (uint32_t k = in->first; k < in->last && rz_row_there(t, list); k++)
        for (rz_hits h = rz_hits_listed(t, k, list); rz_hits_next(&h);)
            if (h.hit.row == list && !rz_in_source(s, k)) return true;
    return false;
}

rz_worlds rz_worlds_of(const rz_scene *s) {
    const rz_text *t = s->text;
    rz_row teams = rz_row_find(t->data, RZ_WORDS, RZ_STR("other-worlds")), home = rz_row_find(t->data, RZ_WORDS, RZ_STR("home-affairs"));
    rz_worlds w = {0};
    for (uint32_t i = 0; i < t->n_sentences; i++) {
        const rz_sentence *in = &t->sentences[i];
        if (!s->article->in_body[in->first] || s->article->in_label[in->first]) continue;
        w.n++;
        if (speaks_of(s, in, teams)) w.teams++;
        else w.home += speaks_of(s, in, home);
    }
    return w;
}

bool rz_is_other_world(rz_worlds w) {
    uint32_t told = w.teams + w.home;
    return (told >= LEAST && told * SHARE >= w.n) || (told && w.n == LEAST);
}

static rz_row state_of(const rz_cast *cast, uint32_t actor) {
    const rz_cast_member *a = &cast->members.at[actor];
    return strcmp(a->shown.kind, "state") ? a->state : a->row;
}

/* A session of a known body; else of two states, and where there are teams somebody of one of them: «ایران و X» may be two teams. */
static bool between_states(const merger *m, const merged *e, bool teams) {
    rz_row there = e->place_row == RZ_NONE ? RZ_NONE : rz_state_of_place(m, e->place_row);
    bool two = false, somebody = !teams || e->from->delegation || rz_kind_is(e->kind, RZ_KIND_PAPER);
    if (e->forum != RZ_NONE) return true;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        somebody |= strcmp(m->cast->members.at[e->actors[i]].shown.kind, "state") != 0;
        rz_row state = state_of(m->cast, e->actors[i]);
        two |= state != RZ_NONE && there != RZ_NONE && state != there;
        if (there == RZ_NONE) there = state;
    }
    return somebody && two;
}

/* What happens in those worlds too, and the press calls by the same words. */
static const uint32_t of_both = RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOURNEY | RZ_KIND_PAPER | RZ_KIND_VOTE | RZ_KIND_PRESS;
/* What crime, courts and quarrels at home bring about as well, told by words that fit both. */
static const uint32_t of_home = RZ_KIND_ATTACK | RZ_KIND_RELEASE | RZ_KIND_APPOINTMENT | RZ_KIND_CROWD;

static rz_row state_told(const rz_cast *cast, const rz_mention *at) {
    if (at->kind == RZ_M_PLACE && at->row != RZ_NONE) return rz_row_type_of(cast->data, at->row) == RZ_STATE ? at->row : rz_row_state(cast->data, at->row);
    if (at->actor != RZ_NONE) return state_of(cast, at->actor);
    return at->kind == RZ_M_STATE ? at->row : at->state;
}

/* Is another state than `own` told in these tokens, or a body that is no state's? «مجلس همکاری با آژانس را محدود کرد» */
static bool abroad_in(const rz_cast *cast, uint32_t first, uint32_t last, rz_row own) {
    enum { MOST = 64 /* mentions that are looked at */ };
    const rz_mentions *all = cast->mentions;
    uint32_t begin = rz_mention_near(all, first, 0);
    for (uint32_t i = begin; i < all->n && all->at[i].first < last && i < begin + MOST; i++) {
        const rz_mention *m = &all->at[i];
        rz_row state = state_told(cast, m);
        if (state == RZ_NONE && m->kind == RZ_M_ORGANISATION && m->row != RZ_NONE) return true;
        if (m->body != RZ_NONE && rz_row_has(cast->data, m->body, "kind", "mission")) return true; /* «مقابل سفارت X» */
        if (m->kind == RZ_M_COLLECTIVE && m->actor2 != RZ_NONE && state_of(cast, m->actor2) != state) return true; /* دو کشور */
        if (own == RZ_NONE) own = state;
        if (state != RZ_NONE && state != own) return true;
    }
    return false;
}

bool rz_told_abroad(const rz_cast *cast, uint32_t token, rz_row own) {
    const rz_scene *s = &cast->found->scene;
    const rz_sentence *in = &s->text->sentences[rz_token_sentence(s, token)];
    return abroad_in(cast, in->first, in->last, own);
}

/* Where it was, else whose the first of them is who has a state. */
static rz_row own_state(const merger *m, const merged *e) {
    rz_row own = e->place_row == RZ_NONE ? RZ_NONE : rz_state_of_place(m, e->place_row);
    for (uint32_t i = 0; i < e->n_actors && own == RZ_NONE; i++) own = state_of(m->cast, e->actors[i]);
    return own;
}

/* Do several sentences tell of one state and several of others? A prisoner of the one may then be the others'. */
static bool two_concerned(const merger *m) {
    const rz_mentions *all = m->cast->mentions;
    rz_row first = RZ_NONE;
    uint32_t own = 0, others = 0, own_last = RZ_NONE, others_last = RZ_NONE;
    for (uint32_t i = 0; i < all->n; i++) {
        rz_row state = state_told(m->cast, &all->at[i]);
        uint32_t in = rz_token_sentence(&m->found->scene, all->at[i].first);
        if (state == RZ_NONE) continue;
        if (first == RZ_NONE) first = state;
        if (state == first) own += own_last != in, own_last = in;
        else others += others_last != in, others_last = in;
    }
    return own >= LEAST && others >= LEAST;
}

/* Somebody known who is no state's: an armed group, a body of several states. */
static bool stateless(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        if (a->row != RZ_NONE && a->state == RZ_NONE && strcmp(a->shown.kind, "state") != 0 && strcmp(a->shown.kind, "person") != 0) return true;
    }
    return false;
}

static bool somebody_known(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "object") && m->cast->members.at[e->actors[i]].row != RZ_NONE) return true;
    return false;
}

/* Is it, in an article of home affairs, one of them? */
static bool homely(const merger *m, const merged *e, rz_row home, bool two) {
    const rz_scene *s = &m->found->scene;
    const rz_sentence *in = &s->text->sentences[rz_token_sentence(s, e->from->first)];
    if (rz_kind_is(e->kind, RZ_KIND_APPOINTMENT)) return !somebody_known(m, e) && speaks_of(s, in, home);
    if (rz_kind_is(e->kind, RZ_KIND_ATTACK) && speaks_of(s, in, rz_row_find(s->text->data, RZ_WORDS, RZ_STR("weapons")))) return false;
    if (rz_kind_is(e->kind, RZ_KIND_RELEASE) && two) return false;
    return !stateless(m, e) && !abroad_in(m->cast, e->from->shown_first, e->from->shown_last, own_state(m, e));
}

/* «استاندار X با سفیر Y دیدار کرد», «رئیس دانشگاه X وارد [شهری در Y] شد»: an envoy or a ministry of foreign affairs is told beside it, or it was
 * with somebody of another state than the report's own, or there. */
static bool of_diplomacy(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const uint32_t kinds = RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOURNEY;
    rz_row own = m->cast->article->country, there = e->place_row == RZ_NONE ? RZ_NONE : rz_state_of_place(m, e->place_row);
    if (!rz_kind_is(e->kind, kinds) || !e->n_actors) return false;
    if (speaks_of(s, &s->text->sentences[rz_token_sentence(s, e->from->first)], rz_row_find(s->text->data, RZ_WORDS, RZ_STR("foreign-service")))) return true;
    bool somebody = false, abroad = there != RZ_NONE && there != own;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        rz_row state = state_of(m->cast, e->actors[i]);
        somebody |= rz_cast_is_person(m->cast, e->actors[i]); /* not «شرکت آمریکایی X در همایش سالانه …» */
        abroad |= state != RZ_NONE && state != own;
    }
    return own != RZ_NONE && somebody && abroad;
}

void rz_merge_drop_other_worlds(merger *m) {
    rz_worlds w = m->cast->worlds;
    if (!rz_is_other_world(w)) return;
    rz_row home = rz_row_find(m->found->scene.text->data, RZ_WORDS, RZ_STR("home-affairs"));
    bool teams = w.teams > w.home, two = two_concerned(m);
    uint32_t beside = RZ_KIND_VOTE | RZ_KIND_PAPER | (teams ? 0 : RZ_KIND_CONTACT | RZ_KIND_ROUNDS); /* «دیدار ایران و X» may be one of teams */
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || between_states(m, e, teams) || (!teams && of_diplomacy(m, e))) continue;
        if (rz_kind_is(e->kind, of_home)) e->dropped = homely(m, e, home, two);
        else if (rz_kind_is(e->kind, beside)) e->dropped = !rz_told_abroad(m->cast, e->from->first, own_state(m, e));
        else e->dropped = rz_kind_is(e->kind, of_both);
    }
}
