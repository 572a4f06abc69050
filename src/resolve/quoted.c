/* In one's own words: whose the offices are, and who «او» is. */
#include "resolve/resolve.h"

/* «وزیر X گفت: «رئیس‌جمهور …»»: in his own words the office is of his own state, unless it is his; in what a spokesman tells, all the same. */
rz_row rz_state_of_voice(const rz_cast *cast, const rz_mention *m) {
    enum { DEEP = 12 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->clause_of[m->first];
    bool quoted = cast->text->tokens[m->first].quote != 0;
    for (int i = 0; i < DEEP && clause != RZ_NONE && s->clauses[clause].parent != RZ_NONE; i++) {
        quoted |= s->clauses[clause].kind == RZ_CLAUSE_QUOTE;
        clause = s->clauses[clause].parent;
    }
    uint32_t subject = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].subject;
    if (subject != RZ_NONE && !quoted && !rz_is_voice(s, subject)) return RZ_NONE;
    if (subject == RZ_NONE || &cast->mentions->at[subject] >= m || cast->mentions->at[subject].actor == RZ_NONE) return RZ_NONE;
    const rz_cast_member *voice = &cast->members.at[cast->mentions->at[subject].actor];
    rz_row his = voice->state != RZ_NONE && rz_row_type_of(cast->data, voice->state) == RZ_ORGANISATION ? rz_row_state(cast->data, voice->state) : voice->state; /* NATO has no ministers */
    bool foreign = his != RZ_NONE && his != cast->article->country && (m->office == RZ_NONE || voice->office != m->office);
    bool own = m->office != RZ_NONE ? rz_str_is(rz_row_get(cast->data, m->office, "of"), "state") : rz_row_has(cast->data, m->body, "kind", "parliament") || rz_row_has(cast->data, m->body, "kind", "government");
    return foreign && own ? his : RZ_NONE;
}

/* «لاوروف نوشت: «با X دیدار کردم. وی …»»: in his own words he is not «وی», but whom they told of. RZ_NONE: not in such words. */
uint32_t rz_told_in_quote(const rz_cast *cast, uint32_t mention) {
    enum { BACK = 10 };
    const rz_scene *s = &cast->found->scene;
    const rz_token *tokens = cast->text->tokens;
    uint32_t clause = s->links[mention].clause, at = cast->mentions->at[mention].first;
    uint32_t verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    if (!tokens[at].quote || (verb != RZ_NONE && rz_verb_use_of(s->g, cast->text->verbs[verb].lemma)->says_plainly)) return RZ_NONE; /* a quotation mark left open: «وی گفت» */
    for (uint32_t i = mention; i-- > 0 && mention - i <= BACK;) {
        const rz_mention *m = &cast->mentions->at[i];
        for (; at > m->first; at--)
            if (!tokens[at - 1].quote) return RZ_NONE;
        if (m->head == RZ_NONE && m->actor != RZ_NONE && m->actor != cast->last_subject && rz_cast_is_person(cast, m->actor)) return m->actor;
    }
    return RZ_NONE;
}

/* «X گفت: سفر Y آغاز می‌شود و او …»: in X's words the last of whom they tell, not X; RZ_NONE: not in such words, or of nobody. */
uint32_t rz_told_after_colon(const rz_cast *cast, uint32_t mention) {
    enum { BACK = 12, DEEP = 4 };
    const rz_scene *s = &cast->found->scene;
    uint32_t clause = s->links[mention].clause, quote = clause;
    for (int i = 0; i < DEEP && quote != RZ_NONE && s->clauses[quote].kind != RZ_CLAUSE_QUOTE; i++) quote = s->clauses[quote].parent;
    if (quote == RZ_NONE || s->clauses[quote].kind != RZ_CLAUSE_QUOTE || quote == clause || s->clauses[quote].parent == RZ_NONE) return RZ_NONE;
    uint32_t said = s->clauses[s->clauses[quote].parent].subject, voice = said == RZ_NONE ? RZ_NONE : cast->mentions->at[said].actor;
    for (uint32_t i = mention; i-- > 0 && mention - i < BACK && cast->mentions->at[i].first >= s->clauses[quote].first;) {
        const rz_mention *m = &cast->mentions->at[i];
        bool told = (s->links[i].clause != RZ_NONE && s->clauses[s->links[i].clause].subject == i) || (s->links[i].kind == RZ_LINK_OF && !s->links[i].prep);
        if (told && m->head == RZ_NONE && m->actor != RZ_NONE && m->actor != voice && rz_cast_is_person(cast, m->actor)) return m->actor;
    }
    return RZ_NONE;
}
