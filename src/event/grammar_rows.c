/* What the grammar of events keeps of the tables: rows and keys by name, topics and offices, and what verbs of saying need beside them. */
#include "event/grammar.h"

#include <stddef.h>

/* Rows, keys and letters that the grammar asks for by name, and where it keeps them. */
static const struct {
    size_t at;
    rz_row_type type;
    const char *id;
} rows[] = {
    {offsetof(rz_grammar, told), RZ_WORDS, "cue-told"},
    {offsetof(rz_grammar, but), RZ_WORDS, "conj-but"},
    {offsetof(rz_grammar, conditions), RZ_WORDS, "conj-condition"},
    {offsetof(rz_grammar, matter_mark), RZ_WORDS, "matter-mark"},
    {offsetof(rz_grammar, planned), RZ_WORDS, "cue-planned-impersonal"},
    {offsetof(rz_grammar, take), RZ_VERB, "gereftan"},
    {offsetof(rz_grammar, placed), RZ_WORDS, "one-is-placed"},
    {offsetof(rz_grammar, succeeded), RZ_WORDS, "one-succeeded"},
    {offsetof(rz_grammar, what_is), RZ_WORDS, "what-is"},
    {offsetof(rz_grammar, openers), RZ_WORDS, "openers"},
    {offsetof(rz_grammar, some), RZ_WORDS, "crowd-some"},
    {offsetof(rz_grammar, counts), RZ_WORDS, "crowd-counts"},
    {offsetof(rz_grammar, groups), RZ_WORDS, "groups"},
    {offsetof(rz_grammar, group_members), RZ_WORDS, "group-members"},
    {offsetof(rz_grammar, group_counters), RZ_WORDS, "group-counters"},
    {offsetof(rz_grammar, joint), RZ_WORDS, "joint-documents"},
    {offsetof(rz_grammar, one_of), RZ_WORDS, "voices-one-of"},
    {offsetof(rz_grammar, several), RZ_WORDS, "voices-several"},
    {offsetof(rz_grammar, titled), RZ_WORDS, "titled-things"},
    {offsetof(rz_grammar, said_by), RZ_WORDS, "said-by"},
    {offsetof(rz_grammar, on), RZ_WORDS, "prep-on"},
    {offsetof(rz_grammar, one_before), RZ_WORDS, "one-before"},
    {offsetof(rz_grammar, one_after), RZ_WORDS, "one-after"},
    {offsetof(rz_grammar, have), RZ_VERB, "dashtan"},
    {offsetof(rz_grammar, be), RZ_VERB, "budan"},
    {offsetof(rz_grammar, can), RZ_VERB, "tavanestan"},
    {offsetof(rz_grammar, make[0]), RZ_VERB, "kardan"},
    {offsetof(rz_grammar, make[1]), RZ_VERB, "dadan"},
    {offsetof(rz_grammar, make[2]), RZ_VERB, "namudan"},
    {offsetof(rz_grammar, make[3]), RZ_VERB, "avardan"},
    {offsetof(rz_grammar, become[0]), RZ_VERB, "shodan"},
    {offsetof(rz_grammar, become[1]), RZ_VERB, "gardidan"},
};

static const struct {
    size_t at;
    const char *key;
} keys[] = {
    {offsetof(rz_grammar, k_noun), "noun"},
    {offsetof(rz_grammar, k_phrase), "phrase"},
    {offsetof(rz_grammar, k_context), "context"},
    {offsetof(rz_grammar, k_block), "block"},
    {offsetof(rz_grammar, k_unless), "unless"},
    {offsetof(rz_grammar, k_hedge), "hedge"},
    {offsetof(rz_grammar, k_home), "home"},
    {offsetof(rz_grammar, k_with), "with"},
    {offsetof(rz_grammar, k_cue), "cue"},
    {offsetof(rz_grammar, k_weak), "weak"},
    {offsetof(rz_grammar, k_before), "before"},
    {offsetof(rz_grammar, k_after), "after"},
    {offsetof(rz_grammar, k_fa), "fa"},
    {offsetof(rz_grammar, k_listed), "listed"},
    {offsetof(rz_grammar, k_parties), "parties"},
    {offsetof(rz_grammar, k_short), "short"},
    {offsetof(rz_grammar, k_plural), "plural"},
};

void rz_grammar_read_names(rz_grammar *g) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) *(rz_row *)(void *)((char *)g + rows[i].at) = rz_row_find(g->data, rows[i].type, rz_str_of(rows[i].id));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) *(uint32_t *)(void *)((char *)g + keys[i].at) = rz_key(g->data, keys[i].key);
    rz_rows_of(g->data, RZ_STATE, &g->first_state, &g->n_states);
    rz_rows_of(g->data, RZ_FORUM, &g->first_forum, &g->n_forums);
    rz_rows_of(g->data, RZ_ORGANISATION, &g->first_organisation, &g->n_organisations);
    g->yeh = rz_letter_code(0x6CC);
    g->waw = rz_letter_code(0x648);
    g->alef = rz_letter_code(0x627);
    g->heh = rz_letter_code(0x647);
}

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
