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

void rz_merge_heads(merger *m) {
    enum { NEAR = 16, MOST = 16 /* mentions of a clause */ };
    const rz_scene *s = &m->found->scene;
    rz_row leads = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("leads-side"));
    rz_row members = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("members-of-side"));
    rz_row are = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("members-are"));
    rz_row leads_verb = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("leads-verb"));
    for (uint32_t t = 0; leads != RZ_NONE && t < s->text->n_tokens; t++) {
        uint32_t clause = s->clause_of[t];
        bool member = clause != RZ_NONE && rz_listed_end(s, members, t) > t && rz_listed_within(s, are, t, s->clauses[clause].last < t + RZ_CLAUSE_REACH ? s->clauses[clause].last : t + RZ_CLAUSE_REACH);
        if (clause == RZ_NONE || (!member && rz_listed_end(s, leads, t) == t && !(rz_listed_end(s, leads_verb, t) > t && rz_class_within(s, t > s->clauses[clause].first + RZ_REACH ? t - RZ_REACH : s->clauses[clause].first, t, RZ_C_DELEGATION)))) continue;
        uint32_t sentence = rz_token_sentence(s, t);
        merged *e = rz_merged_last(m, s->text->sentences[sentence].last, has_sides, &sentence);
        uint32_t begin = rz_mention_near(s->mentions, t, NEAR);
        for (uint32_t i = begin; e && i < s->mentions->n && i < begin + MOST; i++) {
            const rz_mention *who = &s->mentions->at[i];
            bool person = (who->kind == RZ_M_PERSON || who->kind == RZ_M_OFFICE) && who->head == RZ_NONE && who->actor != RZ_NONE && rz_cast_is_person(m->cast, who->actor);
            if (!person || s->links[i].clause != clause || s->links[i].prep == RZ_C_FROM || s->links[i].prep == RZ_C_TO || s->links[i].prep == RZ_C_WITH) continue;
            if (of_a_side(m, e, who->actor) || of_a_group(m, e, s->clauses[clause].first, i)) rz_merged_add(e, who->actor, member ? "participant" : "head");
        }
    }
}
