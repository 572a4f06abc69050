/* What the grammar of events keeps of topics and offices, and what verbs of saying need beside them. */
#include "event/grammar.h"

void rz_grammar_read_topics(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_TOPIC, &g->first_topic, &g->n_topics);
    g->topic_kind = RZ_NEW_N(arena, uint8_t, g->n_topics + 1);
    g->topic_broader = RZ_NEW_N(arena, rz_row, g->n_topics + 1);
    for (uint32_t i = 0; i < g->n_topics; i++) {
        rz_str kind = rz_row_get(g->data, g->first_topic + i, "kind");
        g->topic_broader[i] = rz_row_find(g->data, RZ_TOPIC, rz_row_get(g->data, g->first_topic + i, "broader"));
        g->topic_kind[i] = rz_str_is(kind, "field") ? RZ_TOPIC_FIELD : rz_str_is(kind, "principle") || rz_str_is(kind, "peace") ? RZ_TOPIC_PRINCIPLE
                           : rz_str_is(kind, "relations") ? RZ_TOPIC_RELATIONS : RZ_TOPIC_OWN;
    }
}

void rz_grammar_read_offices(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_OFFICE, &g->first_office, &g->n_offices);
    g->unnamed = RZ_NEW_N(arena, bool, g->n_offices + 1);
    g->owned = RZ_NEW_N(arena, bool, g->n_offices + 1);
    for (uint32_t i = 0; i < g->n_offices; i++) {
        g->unnamed[i] = rz_row_has(g->data, g->first_office + i, "kind", "unnamed");
        bool of_leader = rz_row_get(g->data, g->first_office + i, "of-leader").size && !rz_row_get(g->data, g->first_office + i, "stands-for").size;
        g->owned[i] = of_leader || rz_row_has(g->data, g->first_office + i, "kind", "owned");
    }
}

void rz_grammar_read_needs(const rz_grammar *g, rz_speech *s) {
    s->needs_from = rz_row_has(g->data, s->row, "needs", "from");
    s->needs_object = rz_row_has(g->data, s->row, "needs", "object");
    s->needs_content = rz_row_has(g->data, s->row, "needs", "content");
    s->needs_document = rz_row_has(g->data, s->row, "needs", "document");
    s->needs_channel = rz_row_has(g->data, s->row, "needs", "channel");
}
