/* The stage in order: clauses, links, triggers, roles, status; then what was said and what was agreed. */
#include "event/event.h"

static uint32_t *all_none(rz_arena *arena, uint32_t n) {
    uint32_t *at = RZ_NEW_N(arena, uint32_t, n + 1);
    memset(at, 0xFF, (n + 1) * sizeof *at);
    return at;
}

static void note(uint32_t *told, uint32_t index, uint32_t token) {
    if (index != RZ_NONE && told[index] == RZ_NONE) told[index] = token; /* mentions come in the order of the text */
}

static void note_told(rz_scene *s, const rz_mention *m) {
    note(s->body_told, rz_body_index(s->g, m->row), m->first);
    note(s->state_told, rz_state_index(s->g, rz_state_told(s, m)), m->first);
    note(s->state_told, rz_state_index(s->g, m->state2), m->first);
}

static void index_tokens(rz_scene *s) {
    uint32_t n = s->text->n_tokens;
    s->state_told = all_none(s->arena, s->g->n_states);
    s->body_told = all_none(s->arena, s->g->n_forums + s->g->n_organisations);
    s->clause_of = all_none(s->arena, n);
    s->sentence_of = all_none(s->arena, n);
    s->time_at = all_none(s->arena, n);
    s->mention_at = all_none(s->arena, n);
    for (uint32_t i = 0; i < s->mentions->n_times; i++)
        for (uint32_t t = s->mentions->times[i].first; t < s->mentions->times[i].last; t++) s->time_at[t] = i;
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        uint8_t kind = s->mentions->at[i].kind;
        if (kind == RZ_M_AGREEMENT) continue;
        note_told(s, &s->mentions->at[i]);
        for (uint32_t t = s->mentions->at[i].first; t < s->mentions->at[i].last; t++) s->mention_at[t] = i;
    }
    s->links = RZ_NEW_N(s->arena, rz_link, s->mentions->n + 1);
}

void rz_events_find(rz_arena *arena, const rz_grammar *g, const rz_text *text, const rz_mentions *mentions,
                    const rz_article *article, rz_found *out) {
    *out = (rz_found){.scene = {.arena = arena, .g = g, .text = text, .mentions = mentions, .article = article}};
    index_tokens(&out->scene);
    rz_small_words_find(&out->scene);
    rz_clauses_find(&out->scene);
    rz_links_find(&out->scene);
    rz_triggers_find(out);
    rz_roles_fill(out);
    rz_settings_join(out);
    rz_status_decide(out);
    rz_struck_places_give(out);
    rz_statements_find(out);
    rz_statements_recall(out);
    rz_instruments_find(out);
}
