/* Who is offered a meeting or willing to have one, whom it is to bind, who only brings others together. */
#include "event/attend.h"

/* «مذاکرات درباره آتش‌بس میان X و Y», nobody else told: those whom it is to bind speak of it. */
void rz_bound_add(rz_found *found, rz_found_event *e) {
    enum { NEAR = 3 };
    const rz_scene *s = &found->scene;
    const char *role = e->frame->by_class[RZ_C_BETWEEN];
    uint32_t limit = e->last + RZ_REACH < s->text->n_tokens ? e->last + RZ_REACH : s->text->n_tokens;
    if (e->parts.n || !role || !rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE)) return;
    for (uint32_t t = e->last; t < limit && s->clause_of[t] == e->clause; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].head != RZ_NONE || s->links[m].kind != RZ_LINK_PREP || s->links[m].prep != RZ_C_BETWEEN) continue;
        bool paper = false;
        for (uint32_t u = s->links[m].prep_token; u-- > e->last && s->links[m].prep_token - u <= NEAR;) paper |= (rz_types_at(s->text, u) & RZ_TYPE(RZ_AGREEMENT_NOUN)) != 0;
        if (!paper) return;
        for (uint32_t i = m; i < s->mentions->n && i < m + 8; i++)
            if (s->links[i].list == s->links[m].list && s->mentions->at[i].head == RZ_NONE && rz_is_actor(&s->mentions->at[i])) rz_part_add(found, e, i, role);
        return;
    }
}

/* «X دیداری میان Y و Z ترتیب داد»: they meet, not he who brings them together. */
bool rz_brings_together(const rz_scene *s, const rz_found_event *e) {
    uint32_t end = e->last;
    if (e->evoked != RZ_EVOKED_HAPPEN || !rz_kind_is(e->kind, RZ_KIND_CONTACT) || end >= s->text->n_tokens) return false;
    uint8_t class = rz_class_at(s, e->last, &end);
    return (class == RZ_C_OBJECT && end < s->text->n_tokens ? rz_class_at(s, end, &end) : class) == RZ_C_BETWEEN;
}

/* «X به Y پیشنهاد مذاکره داد», «از Y درخواست دیدار کرد»: the two of them. */
void rz_offered_add(rz_found *found, rz_found_event *e) {
    enum { LONGEST = 2 };
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    bool noun = e->evoked == RZ_EVOKED_NOUN && !e->parts.n && rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS);
    if (!noun || c->verb == RZ_NONE || c->subject == RZ_NONE || s->text->verbs[c->verb].first < e->last || s->mentions->at[c->subject].first > e->first) return;
    if (!rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("offers")), e->first, e->first > LONGEST ? e->first - LONGEST : 0)) return;
    for (uint32_t t = e->first; t-- > c->first && e->first - t < RZ_REACH;) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].head != RZ_NONE || s->links[m].kind != RZ_LINK_PREP || !rz_is_actor(&s->mentions->at[m])) continue;
        if (s->links[m].prep != RZ_C_TO && s->links[m].prep != RZ_C_FROM) continue;
        rz_part_add(found, e, m, e->frame->of);
        rz_subjects_add(found, e, e->frame->of);
        return;
    }
}

/* «X: آماده گفت‌وگو با Y هستیم», «X گفت که آماده گفت‌وگو با Y است»: X. */
void rz_willing_add(rz_found *found, rz_found_event *e) {
    enum { LONGEST = 3 };
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    bool noun = e->evoked == RZ_EVOKED_NOUN && e->parts.n == 1 && rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS);
    uint32_t other = noun ? e->parts.at[0].mention : RZ_SPEAKER;
    if (other >= s->mentions->n || s->links[other].prep != RZ_C_WITH || c->verb == RZ_NONE || c->subject != RZ_NONE || s->text->verbs[c->verb].first < e->last) return;
    if (!rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("intending")), e->first, e->first > LONGEST ? e->first - LONGEST : 0)) return;
    const rz_clause *above = c->kind == RZ_CLAUSE_COMPLEMENT && c->parent != RZ_NONE ? &s->clauses[c->parent] : NULL;
    if (s->text->verbs[c->verb].person == 1) rz_part_add(found, e, RZ_SPEAKER, e->frame->of);
    else if (above && above->sentence == c->sentence && above->subject != RZ_NONE && !rz_is_voice(s, above->subject)) rz_part_add(found, e, above->subject, e->frame->of);
}

/* «X در نامه‌ای از Y خواست به Z بیاید»: Y got it. */
void rz_letter_to_asked(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (e->evoked != RZ_EVOKED_NOUN || !rz_kind_is(e->kind, RZ_KIND_MESSAGE) || rz_has_role(e, "recipient")) return;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    uint32_t asked = link.kind == RZ_LINK_PREP && link.prep == RZ_C_IN ? rz_asked_in(s, e->clause) : RZ_NONE;
    if (asked != RZ_NONE && s->mentions->at[asked].first >= e->last) rz_part_add(found, e, asked, "recipient");
}

/* «X برای تسلیم پیام Y به Z عازم … شد»: X bears it. */
void rz_bearer_add(rz_found *found, rz_found_event *e) {
    rz_link link = {.prep_token = RZ_NONE};
    if (e->evoked != RZ_EVOKED_NOUN || !rz_kind_is(e->kind, RZ_KIND_MESSAGE) || !e->frame->subject || strcmp(e->frame->subject, "delegate") != 0) return;
    rz_govern(&found->scene, &link, e->first);
    rz_govern_purpose(&found->scene, &link, e->first);
    if (link.prep == RZ_C_FOR && rz_prep_status(&found->scene, &link, e->first) && rz_journey_for(found, e) != RZ_NONE) rz_subjects_add(found, e, "delegate");
}
