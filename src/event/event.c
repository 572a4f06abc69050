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

static void index_times(rz_scene *s, const rz_time_mention *times, uint32_t n_times, uint32_t n_tokens) {
    rz_sparse_open(s->arena, &s->time_at, n_tokens);
    for (uint32_t i = 0; i < n_times; i++)
        for (uint32_t t = times[i].first; t < times[i].last; t++) rz_sparse_mark(&s->time_at, t);
    rz_sparse_marked(s->arena, &s->time_at, n_tokens);
    for (uint32_t i = 0; i < n_times; i++)
        for (uint32_t t = times[i].first; t < times[i].last; t++) *rz_sparse_value(&s->time_at, t) = i;
}

static void index_tokens(rz_scene *s) {
    uint32_t n = s->text->n_tokens;
    s->state_told = all_none(s->arena, s->g->n_states);
    s->body_told = all_none(s->arena, s->g->n_forums + s->g->n_organisations);
    s->clause_of = all_none(s->arena, n);
    s->mention_at = all_none(s->arena, n);
    index_times(s, s->mentions->times, s->mentions->n_times, n);
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        uint8_t kind = s->mentions->at[i].kind;
        if (kind == RZ_M_AGREEMENT) continue;
        note_told(s, &s->mentions->at[i]);
        for (uint32_t t = s->mentions->at[i].first; t < s->mentions->at[i].last; t++) s->mention_at[t] = i;
    }
    s->links = RZ_NEW_N(s->arena, rz_link, s->mentions->n + 1);
}

static void index_triggers(rz_found *found) {
    const rz_scene *s = &found->scene;
    found->verbal_of = RZ_NEW_N(s->arena, uint32_t, s->n_clauses + 1);
    found->happens_in = RZ_NEW_N(s->arena, uint32_t, s->n_clauses + 1);
    rz_sparse_open(s->arena, &found->trigger_at, s->text->n_tokens);
    for (uint32_t i = 0; i < found->events.n; i++) rz_sparse_mark(&found->trigger_at, found->events.at[i].first);
    rz_sparse_marked(s->arena, &found->trigger_at, s->text->n_tokens);
    for (uint32_t c = 0; c <= s->n_clauses; c++) found->verbal_of[c] = found->happens_in[c] = RZ_NONE;
    for (uint32_t i = 0; i < found->events.n; i++) {
        const rz_found_event *e = &found->events.at[i];
        *rz_sparse_value(&found->trigger_at, e->first) = i;
        if (e->evoked == RZ_EVOKED_VERB) found->verbal_of[e->clause] = i;
        if (e->evoked == RZ_EVOKED_HAPPEN) found->happens_in[e->clause] = i;
    }
}

void rz_events_find(rz_arena *arena, const rz_grammar *g, const rz_text *text, const rz_mentions *mentions,
                    const rz_article *article, rz_found *out) {
    *out = (rz_found){.scene = {.arena = arena, .g = g, .text = text, .mentions = mentions, .article = article}};
    index_tokens(&out->scene);
    rz_small_words_find(&out->scene);
    rz_clauses_find(&out->scene);
    rz_links_find(&out->scene);
    rz_triggers_find(out);
    index_triggers(out);
    rz_roles_fill(out);
    rz_settings_join(out);
    rz_status_decide(out);
    rz_struck_places_give(out);
    rz_witnessed_places_give(out);
    rz_statements_find(out);
    rz_statements_recall(out);
    rz_instruments_find(out);
}
