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

/* Several sat in it, in the sentence or right before. */
static bool has_sides(const merger *m, const merged *e, const void *sentence) {
    static const uint32_t kinds = RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_LOOSE | RZ_KIND_MET;
    return e->n_actors > 1 && e->count <= 1 && rz_kind_is(e->kind, kinds) && rz_token_sentence(&m->found->scene, e->from->first) + SENTENCES >= *(const uint32_t *)sentence;
}

void rz_merge_heads(merger *m) {
    enum { NEAR = 16, MOST = 16 /* mentions of a clause */ };
    const rz_scene *s = &m->found->scene;
    rz_row leads = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("leads-side"));
    for (uint32_t t = 0; leads != RZ_NONE && t < s->text->n_tokens; t++) {
        uint32_t clause = s->clause_of[t];
        if (clause == RZ_NONE || rz_listed_end(s, leads, t) == t) continue;
        uint32_t sentence = rz_token_sentence(s, t);
        merged *e = rz_merged_last(m, s->text->sentences[sentence].last, has_sides, &sentence);
        uint32_t begin = rz_mention_near(s->mentions, t, NEAR);
        for (uint32_t i = begin; e && i < s->mentions->n && i < begin + MOST; i++) {
            const rz_mention *who = &s->mentions->at[i];
            bool person = (who->kind == RZ_M_PERSON || who->kind == RZ_M_OFFICE) && who->head == RZ_NONE && who->actor != RZ_NONE && rz_cast_is_person(m->cast, who->actor);
            if (!person || s->links[i].clause != clause || s->links[i].prep == RZ_C_FROM) continue;
            if (of_a_side(m, e, who->actor)) rz_merged_add(e, who->actor, "head");
        }
    }
}
