/* Who led the sides of what states are told to negotiate or to sit in: «ریاست هیئت X بر عهده A و ریاست هیئت Y بر عهده B است». */
#include "resolve/merge.h"

enum { SENTENCES = 2 };

/* A state that is told to take part, and not by somebody of it. */
static bool of_a_side(const merger *m, const merged *e, uint32_t actor) {
    rz_row own = rz_merged_state(m, actor);
    for (uint32_t i = 0; i < e->n_actors && own != RZ_NONE; i++)
        if (e->actors[i] != actor && strcmp(e->roles[i], "mediator") != 0 && strcmp(e->roles[i], "host") != 0 && m->cast->members.at[e->actors[i]].row == own) return true;
    return false;
}

/* «در ترکیب هیئت طالبان X و Y حضور دارند»: of a group that no state is of, told in the clause before him. */
static bool of_a_group(const merger *m, const merged *e, uint32_t first, uint32_t who) {
    const rz_scene *s = &m->found->scene;
    enum { MOST = 8 };
    for (uint32_t i = who; i-- > 0 && s->mentions->at[i].first >= first && who - i <= MOST;) {
        uint32_t actor = s->mentions->at[i].actor;
        const rz_cast_member *a = actor == RZ_NONE ? NULL : &m->cast->members.at[actor];
        if (!a || strcmp(a->shown.kind, "person") == 0) continue;
        return a->state == RZ_NONE && !strcmp(a->shown.kind, "organisation") && rz_merged_has(e, actor) && m->cast->members.at[s->mentions->at[who].actor].state != RZ_NONE;
    }
    return false;
}

/* Several sat in it, in the sentence or right before. */
static bool has_sides(const merger *m, const merged *e, const void *sentence) {
    static const uint32_t kinds = RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_LOOSE | RZ_KIND_MET;
    return e->n_actors > 1 && e->count <= 1 && rz_kind_is(e->kind, kinds) && rz_token_sentence(&m->found->scene, e->from->first) + SENTENCES >= *(const uint32_t *)sentence;
}

typedef struct {
    rz_row leads, leads_verb, members, are; /* lists of words */
} heads_words;

/* The role of those whom the clause tells of where such words stand at the token: who leads a side, who is in it; NULL: none stands there. */
static const char *role_at(const rz_scene *s, const heads_words *w, uint32_t token) {
    if (s->clause_of[token] == RZ_NONE) return NULL;
    const rz_clause *c = &s->clauses[s->clause_of[token]];
    uint32_t from = token > c->first + RZ_REACH ? token - RZ_REACH : c->first, to = c->last < token + RZ_CLAUSE_REACH ? c->last : token + RZ_CLAUSE_REACH;
    if (rz_listed_end(s, w->members, token) > token && rz_listed_within(s, w->are, token, to)) return "participant";
    bool leads = rz_listed_end(s, w->leads, token) > token || (rz_listed_end(s, w->leads_verb, token) > token && rz_class_within(s, from, token, RZ_C_DELEGATION));
    return leads ? "head" : NULL;
}

/* May the mention be of one of a side, in the clause? */
static bool may_be_of_side(const merger *m, uint32_t mention, uint32_t clause) {
    const rz_mention *who = &m->cast->mentions->at[mention];
    const rz_link *link = &m->found->scene.links[mention];
    bool person = (who->kind == RZ_M_PERSON || who->kind == RZ_M_OFFICE) && who->head == RZ_NONE && who->actor != RZ_NONE && rz_cast_is_person(m->cast, who->actor);
    return person && link->clause == clause && link->prep != RZ_C_FROM && link->prep != RZ_C_TO && link->prep != RZ_C_WITH;
}

static void add_heads(merger *m, uint32_t token, const char *role) {
    enum { NEAR = 16, MOST = 16 /* mentions of a clause */ };
    const rz_scene *s = &m->found->scene;
    uint32_t clause = s->clause_of[token], sentence = rz_token_sentence(s, token), begin = rz_mention_near(s->mentions, token, NEAR);
    merged *e = rz_merged_last(m, s->text->sentences[sentence].last, has_sides, &sentence);
    for (uint32_t i = begin; e && i < s->mentions->n && i < begin + MOST; i++) {
        uint32_t actor = s->mentions->at[i].actor;
        if (may_be_of_side(m, i, clause) && (of_a_side(m, e, actor) || of_a_group(m, e, s->clauses[clause].first, i))) rz_merged_add(e, actor, role);
    }
}

void rz_merge_heads(merger *m) {
    const rz_scene *s = &m->found->scene;
    const rz_data *d = m->cast->data;
    heads_words w = {rz_row_find(d, RZ_WORDS, RZ_STR("leads-side")), rz_row_find(d, RZ_WORDS, RZ_STR("leads-verb")), rz_row_find(d, RZ_WORDS, RZ_STR("members-of-side")), rz_row_find(d, RZ_WORDS, RZ_STR("members-are"))};
    if (!rz_row_there(s->text, w.leads) && !rz_row_there(s->text, w.leads_verb) && !rz_row_there(s->text, w.members)) return;
    for (uint32_t t = 0; t < s->text->n_tokens; t++) {
        const char *role = role_at(s, &w, t);
        if (role) add_heads(m, t, role);
    }
}
