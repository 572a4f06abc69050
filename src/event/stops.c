/* The places of a tour that are told by a list: «سفر X شامل Y و Z است», «Y و Z ایستگاه‌های این سفر خواهند بود». */
#include "event/event.h"

static bool is_place(const rz_scene *s, uint32_t m) {
    return m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE);
}

static rz_row words_of(const rz_scene *s, const char *id) { return rz_row_find(s->g->data, RZ_WORDS, rz_str_of(id)); }

/* «سفر X [که] شامل [کشورهای] Y و Z …»: the first of what it comprises, or RZ_NONE. */
static uint32_t comprised(const rz_found *found, const rz_found_event *e) {
    enum { FAR = 24, NEAR = 4 };
    const rz_scene *s = &found->scene;
    uint32_t last;
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, e->first)];
    rz_row words = words_of(s, "tour-of");
    for (uint32_t t = e->last; t < sentence->last && t < e->last + FAR; t++) {
        uint32_t end = rz_listed_end(s, words, t);
        if (s->text->tokens[t].verb != RZ_NONE && end == t) return RZ_NONE;
        for (uint32_t p = end; end > t && p < sentence->last && p < end + NEAR; p++) {
            if (is_place(s, s->mention_at[p])) return s->mention_at[p];
            uint8_t class = rz_class_at(s, p, &last);
            bool other = s->mention_at[p] != RZ_NONE || s->text->tokens[p].verb != RZ_NONE || s->text->tokens[p].punct || rz_trigger_at(found, p) != RZ_NONE;
            if (other || (class && class <= RZ_C_LAST_PREP)) return RZ_NONE; /* «شامل گفت‌وگو درباره X» */
        }
        if (end > t) return RZ_NONE;
    }
    return RZ_NONE;
}

/* «X، Y و Z ایستگاه‌های سفر او …»: the first of the list that ends before the words, or RZ_NONE. */
static uint32_t named_stops(const rz_scene *s, const rz_found_event *e) {
    enum { FAR = 3 };
    uint32_t from = s->clauses[e->clause].first;
    rz_row words = words_of(s, "tour-stops");
    for (uint32_t t = e->first; t > from && e->first - t < FAR; t--) {
        if (!rz_listed_before(s, words, t, from + FAR < t ? t - FAR : from)) continue;
        while (t > from && s->mention_at[t - 1] == RZ_NONE && !s->text->tokens[t - 1].punct && s->text->tokens[t - 1].verb == RZ_NONE) t--;
        uint32_t last = t > from ? s->mention_at[t - 1] : RZ_NONE;
        return is_place(s, last) && !s->links[last].prep ? s->links[last].list : RZ_NONE;
    }
    return RZ_NONE;
}

/* «اولین مقصد سفر او X است»: X, right before the verb; or RZ_NONE. */
static uint32_t named_goal(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 3 };
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t at = c->verb == RZ_NONE ? 0 : s->text->verbs[c->verb].first, low = e->first > c->first + LONGEST ? e->first - LONGEST : c->first;
    if (at <= e->last || e->evoked == RZ_EVOKED_VERB || s->text->verbs[c->verb].lemma != s->g->be || !rz_listed_before(s, words_of(s, "tour-goal"), e->first, low)) return RZ_NONE;
    uint32_t m = s->mention_at[at - 1];
    return is_place(s, m) && s->mentions->at[m].first >= e->last ? m : RZ_NONE;
}

/* «X و Y از کشورهایی هستند که Z از آنها بازدید می‌کند»: the first of those told of in the clause above, or RZ_NONE. */
static uint32_t told_above(const rz_scene *s, const rz_found_event *e) {
    enum { FAR = 40 };
    const rz_clause *c = &s->clauses[e->clause];
    if ((c->kind != RZ_CLAUSE_RELATIVE && c->kind != RZ_CLAUSE_COMPLEMENT) || c->parent == RZ_NONE || e->evoked != RZ_EVOKED_VERB) return RZ_NONE;
    const rz_clause *above = &s->clauses[c->parent];
    uint32_t to = c->first, from = to > above->first + FAR ? to - FAR : above->first;
    if (above->sentence != c->sentence || !rz_listed_within(s, words_of(s, "states-that"), from, to)) return RZ_NONE;
    for (uint32_t t = from; t < to; t++)
        if (s->mention_at[t] != RZ_NONE && s->links[s->mention_at[t]].clause == c->parent) return is_place(s, s->mention_at[t]) ? s->mention_at[t] : RZ_NONE;
    return RZ_NONE;
}

/* «سفر خود به آسیا را با سفر به X آغاز کرد», «… را از X آغاز می‌کند»: the place told last before the words, or RZ_NONE. */
static uint32_t begun_at(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_row words = words_of(s, "tour-begun");
    uint32_t verb = c->verb == RZ_NONE ? 0 : s->text->verbs[c->verb].first, from = verb > e->last + RZ_REACH ? verb - RZ_REACH : e->last;
    if (e->evoked == RZ_EVOKED_VERB || verb <= e->last || !rz_listed_before(s, words, verb, verb > 2 ? verb - 2 : 0)) return RZ_NONE;
    for (uint32_t t = verb; t-- > from;) {
        uint32_t m = s->mention_at[t];
        if (!is_place(s, m) || s->mentions->at[m].first != t || s->links[m].clause != e->clause || s->links[m].kind != RZ_LINK_PREP) continue;
        rz_row row = s->mentions->at[m].row; /* «سفر X به خاورمیانه فردا آغاز می‌شود» */
        bool wide = s->mentions->at[m].kind == RZ_M_PLACE && row != RZ_NONE && rz_row_has(s->text->data, row, "kind", "region") && rz_row_state(s->text->data, row) == RZ_NONE;
        return !wide && (s->links[m].prep == RZ_C_TO || s->links[m].prep == RZ_C_FROM) ? s->links[m].list : RZ_NONE;
    }
    return RZ_NONE;
}

/* «به آفریقا سفر کرد», «برای سفر به آفریقا، X را ترک کرد»; of «سفر X به آفریقا» the stops are told. */
bool rz_tells_tour(const rz_scene *s, const rz_found_event *e, const rz_mention *m) {
    rz_link link = {.prep_token = RZ_NONE};
    if (m->row == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_JOURNEY) || !rz_row_has(s->text->data, m->row, "kind", "region")) return false;
    if (e->evoked == RZ_EVOKED_NOUN) rz_govern(s, &link, e->first);
    return e->evoked == RZ_EVOKED_VERB || (link.kind == RZ_LINK_PREP && link.prep == RZ_C_FOR);
}

/* «به سه کشور آسیای مرکزی، X، Y و Z»: where the lands lie that are told of behind it. */
bool rz_tells_lands(const rz_scene *s, uint32_t m) {
    enum { FAR = 4 };
    uint32_t first = s->mentions->at[m].first, last = s->mentions->at[m].last, next = m + 1;
    bool comma = last + 1 < s->text->n_tokens && s->text->tokens[last].punct == ',' && s->mention_at[last + 1] == next;
    return comma && is_place(s, next) && s->links[next].list == m && rz_listed_within(s, words_of(s, "lands-told"), first > FAR ? first - FAR : 0, first);
}

/* Nobody goes there who is a place that is gone to. */
static void drop_stops(const rz_scene *s, rz_found_event *e) {
    uint32_t kept = 0, last = rz_list_last(s, e->place);
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention;
        bool stop = m != RZ_SPEAKER && is_place(s, m) && m >= e->place && m <= last;
        if (!stop) e->parts.at[kept++] = e->parts.at[i];
    }
    e->parts.n = kept;
}

void rz_stops_give(rz_found *found) {
    const rz_scene *s = &found->scene;
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *e = &found->events.at[i];
        if (!rz_kind_is(e->kind, RZ_KIND_JOURNEY) || e->frame->accompanies) continue;
        uint32_t first = e->evoked == RZ_EVOKED_VERB && e->place != RZ_NONE ? RZ_NONE : comprised(found, e);
        if (first == RZ_NONE && e->place == RZ_NONE) first = e->evoked == RZ_EVOKED_VERB ? told_above(s, e) : named_stops(s, e);
        if (first == RZ_NONE && e->place == RZ_NONE) first = begun_at(s, e);
        if (first == RZ_NONE && e->place == RZ_NONE) first = named_goal(s, e);
        if (first == RZ_NONE) continue;
        e->place = first;
        drop_stops(s, e);
    }
}
