/* What is told only as the setting of something else: «در حاشیه نشست X با Y دیدار کرد» tells of a meeting. */
#include "resolve/merge.h"

/* Whoever is told to be at e, beside the body that sits, is in the contact. */
static bool nobody_else(const merger *m, const merged *e, const merged *contact) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const char *kind = m->cast->members.at[e->actors[i]].shown.kind;
        bool body = !strcmp(kind, "organisation") || !strcmp(kind, "forum"), there = body;
        for (uint32_t j = 0; j < contact->n_actors; j++) there |= rz_same_actor(m, contact->actors[j], e->actors[i]);
        if (!there) return false;
    }
    return true;
}

/* «نشستی», «جلسه‌ای», «نشست مشترک»: none that anybody knows. */
static bool is_any(const rz_scene *s, const rz_found_event *f) {
    const rz_token *noun = &s->text->tokens[f->last - 1];
    if (f->forum == RZ_NONE && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("held-together")), f->last) > f->last) return true;
    return f->forum == RZ_NONE && rz_letters_count(noun) > 0 && s->text->letters[rz_letters_end(noun) - 1] == s->g->yeh;
}

/* Is the session named by a noun alone as where or when the contact of its clause was, with neither a day nor a place of its own; or as
 * what that contact was, «طی نشستی در X با هم دیدار کردند»? */
static bool only_sets(const merger *m, const rz_found_event *f, const merged *e) {
    uint32_t other = m->found->verbal_of[f->clause];
    if (f->evoked != RZ_EVOKED_NOUN || other == RZ_NONE || m->became[other] == RZ_NONE) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, f->first);
    const merged *contact = &m->out.at[m->became[other]];
    if (f->ordinal || !rz_kind_is(contact->kind, RZ_KIND_CONTACT) || !nobody_else(m, e, contact)) return false;
    bool bare = e->days.from == RZ_NO_DAY && f->place == RZ_NONE && link.prep == RZ_C_OCCASION;
    return bare || ((link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION) && link.chain == f->first && contact->n_actors > 1 && is_any(&m->found->scene, f));
}

/* Where the session was that is none of its own, the contact was. */
static void lend(const merger *m, const rz_found_event *f, const merged *session) {
    merged *contact = &m->out.at[m->became[m->found->verbal_of[f->clause]]];
    if (contact->place_row != RZ_NONE) return;
    contact->place = session->place;
    contact->place_row = session->place_row;
}

void rz_merge_drop_settings(merger *m) {
    bool *told = RZ_NEW_N(m->cast->arena, bool, m->out.n + 1); /* of itself */
    memset(told, 0, (m->out.n + 1) * sizeof *told);
    for (uint32_t i = 0; i < m->found->events.n; i++)
        if (m->became[i] != RZ_NONE) told[m->became[i]] |= !only_sets(m, &m->found->events.at[i], &m->out.at[m->became[i]]);
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const merged *e = m->became[i] == RZ_NONE || told[m->became[i]] ? NULL : &m->out.at[m->became[i]];
        if (e && rz_kind_is(e->kind, RZ_KIND_SESSION) && m->found->verbal_of[m->found->events.at[i].clause] != RZ_NONE) lend(m, &m->found->events.at[i], e);
    }
    for (uint32_t i = 0; i < m->out.n; i++) m->out.at[i].dropped |= !told[i] && rz_kind_is(m->out.at[i].kind, RZ_KIND_SESSION);
}

/* «X در نشستی در Y بررسی می‌شود» */
bool rz_merge_is_in_session(const merger *m, uint32_t index, const rz_found_event *f) {
    const rz_found_event *session = &m->found->events.at[index];
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(session->kind, RZ_KIND_SESSION) || session->clause != f->clause) return false;
    rz_govern(&m->found->scene, &link, session->first);
    return link.prep == RZ_C_IN;
}
