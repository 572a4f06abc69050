/* Places that the text only points to: «در همین شهر», «وارد این شهر شد». */
#include "event/event.h"

/* «شهر مرزی X», «باشندگان X»: told as a town, or as whose those are who are told of. */
static bool is_named_town(const rz_scene *s, uint32_t m) {
    enum { NEAR = 3 };
    uint32_t at = s->mentions->at[m].first, end;
    if (s->mentions->at[m].kind != RZ_M_PLACE || s->links[m].kind == RZ_LINK_OBJECT) return false;
    for (uint32_t t = at > NEAR ? at - NEAR : 0; t < at; t++)
        if (rz_token_sentence(s, t) == rz_token_sentence(s, at) && rz_class_at(s, t, &end) == RZ_C_PLACE_WORD) return true;
    return s->links[m].kind == RZ_LINK_OF && !s->links[m].prep;
}

/* «کابل نیز شاهد تجمع شماری از مردم در این شهر بود» */
static bool is_scene(const rz_scene *s, uint32_t m) {
    uint32_t clause = s->links[m].clause, verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    if (s->mentions->at[m].kind != RZ_M_PLACE || verb == RZ_NONE || s->clauses[clause].subject != m || s->mentions->at[m].last >= s->text->verbs[verb].first) return false;
    return rz_class_within(s, s->mentions->at[m].last, s->text->verbs[verb].first, RZ_C_HOST);
}

/* «در همین شهر», «به این شهر رفت»: the city told last as the place of something. */
void rz_pointed_places_give(rz_found *found) {
    const rz_scene *s = &found->scene;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("pointed-places"));
    if (!rz_row_there(s->text, words)) return;
    bool *is_place = RZ_NEW_N(s->arena, bool, s->mentions->n + 1);
    uint32_t city = RZ_NONE, start;
    for (uint32_t i = 0; i < found->events.n; i++)
        if (found->events.at[i].place != RZ_NONE) is_place[found->events.at[i].place] = true;
    for (uint32_t t = 0; t < s->text->n_tokens; t++) {
        uint32_t m = s->mention_at[t];
        uint32_t after = m != RZ_NONE ? s->links[m].last : RZ_NONE;
        bool told = m != RZ_NONE && (is_place[m] || (after < s->text->n_tokens && rz_verb_between(s, after, after + 1))); /* «مقصد بعدی X است» */
        told |= m != RZ_NONE && s->mentions->at[m].first == t && (is_named_town(s, m) || is_scene(s, m));
        if (told && s->mentions->at[m].kind == RZ_M_PLACE && rz_is_town(s, m)) city = m;
        if (city == RZ_NONE || s->clause_of[t] == RZ_NONE) continue;
        for (rz_hits h = rz_hits_listed(s->text, t, words); rz_hits_next(&h);) {
            if (h.hit.row != words || h.hit.tail) continue;
            uint8_t prep = rz_class_before(s, t, s->clauses[s->clause_of[t]].first, true, &start);
            rz_found_event *e = prep ? rz_event_near(found, t, h.hit.last, prep) : NULL;
            if (e && e->place == RZ_NONE) e->place = city;
        }
    }
}
