/* Who held those who go free, where another clause tells it: «سه شهروند X که در Y زندانی بودند، آزاد شدند». */
#include "event/event.h"

/* «در Y زندانی», «از سوی Y بازداشت شده», «زندانی در Y»: a word for being held beside the phrase. */
static bool holds(const rz_scene *s, uint32_t m, rz_row held) {
    enum { BEFORE = 3 };
    const rz_link *link = &s->links[m];
    if ((link->prep != RZ_C_IN && link->prep != RZ_C_AGENT && link->prep != RZ_C_FROM) || link->prep_token == RZ_NONE) return false;
    if (link->prep != RZ_C_AGENT && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("held-where")), link->prep_token, link->prep_token > BEFORE ? link->prep_token - BEFORE : 0)) return true;
    uint32_t last = s->links[m].last;
    return last < s->text->n_tokens && rz_listed_end(s, held, last) > last;
}

void rz_captor_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_RELEASE) || rz_has_role(e, "subject")) return;
    rz_row held = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("being-held"));
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, e->first)];
    uint32_t from = e->first > sentence->first + RZ_REACH ? e->first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > e->last + RZ_REACH ? e->last + RZ_REACH : sentence->last;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE) continue;
        if (rz_family(&s->mentions->at[m]) != 2 || !holds(s, m, held)) continue;
        rz_part_add(found, e, m, "subject");
        return;
    }
}
