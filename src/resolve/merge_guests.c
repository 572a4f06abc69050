/* Where a guest did what only his coming tells: the session that he came for, the talks told in one breath with his visit, the message that he
 * brought. */
#include "event/attend.h"
#include "event/status.h"
#include "resolve/merge.h"

static void put(const merger *m, merged *e, uint32_t place) {
    if (e->place_row != RZ_NONE) return;
    e->place = place;
    e->place_row = rz_merged_place(m, place);
}

/* «پس از سفر به X و دیدار با مقامات این کشور»: the noun goes on right behind the place of the visit. */
static void in_one_breath(const merger *m, uint32_t index) {
    enum { NEAR = 2 };
    const rz_scene *s = &m->found->scene;
    const rz_found_event *visit = &m->found->events.at[index];
    if (visit->evoked != RZ_EVOKED_NOUN || !rz_kind_is(visit->kind, RZ_KIND_JOURNEY) || visit->place == RZ_NONE) return;
    uint32_t at = s->links[rz_list_last(s, visit->place)].last, end;
    if (at >= s->text->n_tokens || rz_class_at(s, at, &end) != RZ_C_AND || rz_list_last(s, visit->place) != visit->place) return;
    for (uint32_t t = end; t < end + NEAR && t < s->text->n_tokens; t++) {
        const rz_found_event *met = rz_event_at(m->found, t);
        if (!met) continue;
        merged *e = met->evoked == RZ_EVOKED_NOUN && rz_kind_is(met->kind, RZ_KIND_MET | RZ_KIND_LOOSE) ? rz_merged_at(m, rz_trigger_at(m->found, t)) : NULL;
        if (e && e->from == met) put(m, e, visit->place);
        return;
    }
}

/* «برای شرکت در نشست X به Y سفر و با Z دیدار کرد»: the session is where he goes, though another verb closes the clause. */
static void what_one_comes_for(const merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    merged *e = f->purpose && rz_kind_is(f->kind, RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS) ? rz_merged_at(m, index) : NULL;
    uint32_t at = e ? rz_journey_for(m->found, f) : RZ_NONE;
    if (at != RZ_NONE && m->found->events.at[at].place != RZ_NONE) put(m, e, m->found->events.at[at].place);
}

/* The guest of a journey that a verb of the sentence tells before the contact: «X به Y سفر کرد و با رهبران … دیدار کرد». */
static const merged *journey_before(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const merged *best = NULL;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t j = near.low; j < near.high; j++) {
        const merged *v = &m->out.at[j];
        bool told = rz_kind_is(v->kind, RZ_KIND_JOURNEY) && !v->dropped && v->from->evoked != RZ_EVOKED_NOUN && v->place_row != RZ_NONE && v->n_actors == 1 && v->from->first < e->from->first;
        if (!told || rz_token_sentence(s, v->from->first) != rz_token_sentence(s, e->from->first) || rz_looks_ahead(v->status) > rz_looks_ahead(e->status)) continue;
        const rz_clause *c = &s->clauses[e->from->clause];
        if (c->kind == RZ_CLAUSE_COORDINATE && c->parent == v->from->clause) best = v;
    }
    return best;
}

/* Of whom only the others are told: the guest himself is the other side. */
static void go_on_with_guest(const merger *m, merged *e) {
    const rz_clause *c = &m->found->scene.clauses[e->from->clause];
    bool contact = rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_LOOSE) && !rz_kind_is(e->kind, RZ_KIND_REMOTE) && e->n_actors <= 1 && e->forum == RZ_NONE;
    if (!contact || e->dropped || e->from->evoked != RZ_EVOKED_VERB || e->from->in_title) return;
    const merged *v = journey_before(m, e);
    if (!v || rz_merged_has(e, v->actors[0])) return;
    bool other = !c->inherits && c->subject != RZ_NONE && m->cast->mentions->at[c->subject].first >= m->found->scene.clauses[e->from->clause].first && m->cast->mentions->at[c->subject].actor != v->actors[0];
    if (other) return;
    rz_merged_add(e, v->actors[0], "participant");
    if (e->place_row == RZ_NONE) e->place = v->place, e->place_row = v->place_row;
}

static bool has_of_state(const merger *m, const merged *e, rz_row state) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (rz_merged_state(m, e->actors[i]) == state) return true;
    return false;
}

static bool has_one_guest(const merger *m, const merged *e, const void *how) {
    (void)m, (void)how;
    return rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->n_actors == 1;
}

/* «سفر X به Y شامل دیدار با Z است», «در سفر X به Y دیدار با Z …»: what is told of is part of that visit. */
static bool opens_its_course(const rz_scene *s, const rz_found_event *f) {
    rz_link link = {.prep_token = RZ_NONE};
    uint32_t to = s->clauses[f->clause].last < f->last + RZ_REACH ? s->clauses[f->clause].last : f->last + RZ_REACH;
    rz_govern(s, &link, f->first);
    return link.prep == RZ_C_IN || rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("comprising")), f->last, to);
}

/* The visit of one person that «این سفر» points to, or in the course of which something is told; or NULL. */
static const merged *visit_meant(const merger *m, uint32_t index) {
    enum { SENTENCES = 4 };
    const rz_scene *s = &m->found->scene;
    const rz_found_event *f = &m->found->events.at[index];
    if (f->evoked != RZ_EVOKED_NOUN || !rz_kind_is(f->kind, RZ_KIND_JOURNEY) || (!f->definite && !opens_its_course(s, f))) return NULL;
    const merged *v = rz_merged_at(m, index);
    if (!v) v = rz_merged_last(m, f->first, has_one_guest, NULL); /* told by a verb alone */
    bool near = v && rz_token_sentence(s, f->first) - rz_token_sentence(s, v->from->first) <= SENTENCES;
    return near && (v->from != f || !f->definite) && !v->dropped && v->n_actors == 1 ? v : NULL;
}

/* Only whom one met is told: «دیدار با X», «دیدارهایی با X و Y انجام می‌شود», and none of them is of that state. */
static bool only_told_with(const merger *m, const merged *e, rz_row state) {
    bool contact = rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_LOOSE) && !rz_kind_is(e->kind, RZ_KIND_REMOTE) && e->from->evoked != RZ_EVOKED_VERB && !e->from->in_title;
    if (!contact || e->dropped || !e->n_actors || has_of_state(m, e, state)) return false;
    for (uint32_t i = 0; i < e->from->parts.n; i++) {
        uint32_t part = e->from->parts.at[i].mention;
        if (part >= m->cast->mentions->n || m->found->scene.links[part].prep != RZ_C_WITH) return false;
    }
    return e->from->parts.n > 0;
}

/* «دیدار با X از برنامه‌های این سفر است», «هدف از این سفر دیدار با X است»: who travels meets him. */
static void in_this_visit(const merger *m, uint32_t index) {
    const merged *v = visit_meant(m, index);
    const rz_scene *s = &m->found->scene;
    const rz_found_event *f = &m->found->events.at[index];
    if (!v) return;
    rz_around near = rz_merged_near(m, f->first);
    for (uint32_t i = near.low; i < near.high; i++) {
        merged *e = &m->out.at[i];
        bool there = f->definite ? rz_token_sentence(s, e->from->first) == rz_token_sentence(s, f->first) : e->from->clause == f->clause && e->from->first > f->last;
        if (!there || !only_told_with(m, e, rz_merged_state(m, v->actors[0]))) continue;
        rz_merged_add(e, v->actors[0], "participant");
        put(m, e, v->place);
    }
}

void rz_merge_guests(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) in_one_breath(m, i), what_one_comes_for(m, i), in_this_visit(m, i);
    for (uint32_t i = 0; i < m->out.n; i++) go_on_with_guest(m, &m->out.at[i]);
}

/* Is it told that one of them, who is of another state, was in the city: «X دیروز در Y گفت»? */
static bool was_there(const merger *m, const merged *e, uint32_t city) {
    const rz_scene *s = &m->found->scene;
    const rz_mention *p = &m->cast->mentions->at[city];
    const rz_link *link = &s->links[city];
    if (p->kind != RZ_M_PLACE || p->row == RZ_NONE || !rz_row_has(m->cast->data, p->row, "kind", "city") || link->kind != RZ_LINK_PREP || link->prep != RZ_C_IN || link->clause == RZ_NONE) return false;
    const rz_clause *c = &s->clauses[link->clause];
    uint32_t actor = c->subject == RZ_NONE || c->verb == RZ_NONE ? RZ_NONE : m->cast->mentions->at[c->subject].actor;
    if (actor == RZ_NONE || c->kind == RZ_CLAUSE_RELATIVE || m->found->verbal_of[link->clause] != RZ_NONE || m->found->happens_in[link->clause] != RZ_NONE) return false;
    uint8_t tense = s->text->verbs[c->verb].tense;
    rz_row state = rz_state_of_place(m, p->row);
    if (tense == RZ_FUTURE || tense == RZ_SUBJUNCTIVE || state == RZ_NONE || rz_merged_state(m, actor) == state || !rz_merged_has(e, actor)) return false;
    return rz_kind_is(e->kind, RZ_KIND_PRESS) || has_of_state(m, e, state);
}

/* «X دیروز در Y گفت … وی پس از دیدار با Z در نشست خبری افزود»: where he spoke he met whoever is of there. */
static void where_he_spoke(const merger *m, merged *e) {
    enum { SENTENCES = 3, FAR = 24 /* mentions */ };
    const rz_mentions *all = m->cast->mentions;
    uint32_t at = e->from->first, n = 0;
    for (uint32_t i = rz_mention_near(all, at, 0); i-- > 0 && n++ < FAR;) {
        if (all->at[i].first >= at) continue;
        if (rz_token_sentence(&m->found->scene, at) - rz_token_sentence(&m->found->scene, all->at[i].first) > SENTENCES) return;
        if (!was_there(m, e, i)) continue;
        if (e->place_row != RZ_NONE && e->place_row != rz_state_of_place(m, all->at[i].row)) return;
        e->place = i, e->place_row = all->at[i].row;
        return;
    }
}

void rz_merge_speech_places(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        bool sat = rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_PRESS) && e->forum == RZ_NONE && e->count <= 1 && !strcmp(e->status, "held");
        if (sat && !e->dropped && (e->place_row == RZ_NONE || rz_row_type_of(m->cast->data, e->place_row) == RZ_STATE) && !e->from->in_title) where_he_spoke(m, e);
    }
}
