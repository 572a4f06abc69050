/* Who gives a session or talks a place: «X میزبان نشست Y بود», «X از نشست Y میزبانی می‌کند». */
#include "event/event.h"

/* «میزبانی نشست X را بر عهده دارد», «… را پذیرفت» */
static bool takes_on(const rz_scene *s, uint32_t token, uint32_t verb) {
    rz_row hosting = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("hosting"));
    return rz_listed_end(s, hosting, token) > token && rz_verb_among(s, verb, s->g->words_verbs[hosting - s->g->first_words], RZ_MAX_VERBS);
}

bool rz_chaired(const rz_scene *s, const rz_found_event *e) {
    enum { BEFORE = 5 };
    rz_row chairing = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("chairing"));
    uint32_t verb = s->clauses[e->clause].verb, from = s->clauses[e->clause].first, low = e->first > from + BEFORE ? e->first - BEFORE : from;
    if (verb == RZ_NONE || s->text->verbs[verb].first < e->last || e->evoked != RZ_EVOKED_NOUN) return false;
    if (!rz_verb_among(s, verb, s->g->words_verbs[chairing - s->g->first_words], RZ_MAX_VERBS)) return false;
    for (uint32_t t = e->first; t-- > low;) {
        if (s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE) return false;
        if (rz_listed_whole(s, chairing, t) > t) return true;
    }
    return false;
}

bool rz_hosted(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    uint32_t verb = s->clauses[e->clause].verb, start;
    if (verb == RZ_NONE || s->text->verbs[verb].first < e->last || link->prep_token == RZ_NONE || link->prep_token >= e->first) return false;
    rz_row lemma = s->text->verbs[verb].lemma;
    if (link->prep == RZ_C_HOST) return lemma == s->g->be || lemma == s->g->become[0] || takes_on(s, link->prep_token, verb);
    return link->prep == RZ_C_FROM && rz_class_before(s, s->text->verbs[verb].first, e->last, true, &start) == RZ_C_HOST && takes_on(s, start, verb);
}

bool rz_hosted_by_subject(const rz_scene *s, const rz_found_event *e) {
    uint32_t subject = s->clauses[e->clause].subject;
    if (e->evoked != RZ_EVOKED_NOUN || subject == RZ_NONE || s->mentions->at[subject].first > e->first || !(e->frame->places >> RZ_C_IN & 1)) return false;
    uint8_t kind = s->mentions->at[subject].kind;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (kind == RZ_M_PLACE && link.prep == RZ_C_HOST) return true;
    return (kind == RZ_M_PLACE || kind == RZ_M_STATE) && s->links[subject].kind == RZ_LINK_FREE && rz_hosted(s, e, &link);
}
