/* Who took part by an office that no table has: «رئیس بنیاد X»; whom the report names so, else the words themselves. */
#include "resolve/merge.h"

static uint32_t official(const merger *m, const rz_described *d, bool named) { return rz_cast_official(m->cast, d->first, d->last, named); }

/* «رئیس بنیاد X وارد [شهری در کشور خود] شد»: whose journeys at home nobody reports as diplomacy. */
static bool at_home(const merger *m, const rz_found_event *f, uint32_t place) {
    if (!rz_kind_is(f->kind, RZ_KIND_JOURNEY)) return false;
    rz_row own = m->cast->article->country, there = place == RZ_NONE ? RZ_NONE : rz_state_of_place(m, rz_merged_place(m, place));
    for (uint32_t i = 0; i < f->described.n; i++) /* «رئیس فراکسیون پارلمان Y وارد X شد» */
        for (uint32_t t = f->described.at[i].first; t < f->described.at[i].last; t++) {
            uint32_t at = m->found->scene.mention_at[t];
            rz_row state = at == RZ_NONE ? RZ_NONE : rz_state_told(&m->found->scene, &m->cast->mentions->at[at]);
            if (state != RZ_NONE && state != own) return false;
        }
    return own == RZ_NONE || there == RZ_NONE || there == own;
}

/* Those whom the report names; all, where it tells of nobody else or too few. */
void rz_merge_add_described(const merger *m, merged *e, const rz_found_event *f) {
    bool few = !f->in_title && !at_home(m, f, e->place) && (!e->n_actors || (e->n_actors == 1 && rz_kind_is(f->kind, RZ_KIND_LOOSE)));
    for (uint32_t i = 0; i < f->described.n; i++) rz_merged_add(e, official(m, &f->described.at[i], !few), f->described.at[i].role);
}

/* Does the event have somebody whom this telling has not? It may be he, told by name elsewhere. */
static bool others_told(const merger *m, const merged *e, const rz_found_event *f) {
    uint32_t own = 0;
    for (uint32_t a = 0; a < e->n_actors; a++) {
        bool told = false;
        for (uint32_t i = 0; i < f->parts.n && !told; i++) {
            uint32_t part = f->parts.at[i].mention < RZ_SPEAKER ? rz_cast_actor(m->cast, f->parts.at[i].mention) : RZ_NONE; /* «همتای X خود» may be nobody */
            told = part != RZ_NONE && rz_same_actor(m, part, e->actors[a]);
        }
        for (uint32_t i = 0; i < f->described.n && !told; i++) told = official(m, &f->described.at[i], true) == e->actors[a];
        own += told;
    }
    return own < e->n_actors;
}

/* The others, where nobody else was told beside those who were named with them. */
void rz_merge_described(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        merged *e = f->described.n && !f->in_title ? rz_merged_at(m, i) : NULL;
        if (!e || e->dropped || e->apart || at_home(m, f, f->place) || (!f->definite && others_told(m, e, f))) continue; /* «این دیدار که با حضور رئیس بنیاد X برگزار شد»: he as well */
        for (uint32_t k = 0; k < f->described.n; k++) rz_merged_add(e, official(m, &f->described.at[k], false), f->described.at[k].role);
    }
}
