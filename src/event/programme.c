/* What a journey's programme holds: «سفر X شامل دیدار با Y است», «دیدار با Y از برنامه‌های سفر X است». */
#include "event/sent.h"

static const char *role_of(const rz_found_event *e) { return rz_kind_is(e->kind, RZ_KIND_JOURNEY) ? "guest" : "participant"; }

bool rz_is_comprised(const rz_scene *s, const rz_found_event *e) {
    enum { FAR = 24, BEFORE = 12 };
    uint32_t from = s->clauses[e->clause].first, end;
    for (uint32_t t = e->first; t-- > from && e->first - t <= FAR;) {
        if (s->text->tokens[t].verb != RZ_NONE) return false;
        if (rz_class_at(s, t, &end) != RZ_C_COMPRISING) continue;
        return !rz_of_delegation(s, t) && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("what-comprises")), t > from + BEFORE ? t - BEFORE : from, t);
    }
    return false;
}

/* «گفت‌وگو با X در دستور کار این سفر است»: who goes on the journey told of last. */
static void add_travellers(rz_found *found, rz_found_event *e) {
    enum { MOST = 6, SENTENCES = 3 };
    uint32_t sentence = rz_token_sentence(&found->scene, e->first);
    for (rz_found_event *j = e; j-- > found->events.at && e - j <= MOST;) {
        if (!rz_kind_is(j->kind, RZ_KIND_JOURNEY) || j->definite) continue;
        if (rz_token_sentence(&found->scene, j->first) + SENTENCES < sentence) return;
        for (uint32_t i = 0; i < j->parts.n; i++)
            if (!strcmp(j->parts.at[i].role, "guest")) rz_part_add(found, e, j->parts.at[i].mention, role_of(e));
        if (e->place == RZ_NONE && j->clause == e->clause) e->place = j->place;
        return;
    }
}

/* «دیدار با X از برنامه‌های Y در این سفر است»: whose programme it is, takes part. */
void rz_programme_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t t = e->last, end;
    bool with = e->parts.n > 0 || (t < s->text->n_tokens && rz_class_at(s, t, &end) == RZ_C_WITH); /* «دیدار با X و Y», «… با همتایان» */
    for (uint32_t i = 0; i < e->parts.n; i++) with &= e->parts.at[i].mention < s->mentions->n && s->links[e->parts.at[i].mention].prep == RZ_C_WITH;
    bool comprised = rz_is_comprised(s, e), alone = !e->parts.n && !e->definite && (rz_kind_is(e->kind, RZ_KIND_PRESS) || (rz_kind_is(e->kind, RZ_KIND_JOURNEY) && e->place != RZ_NONE && !comprised)); /* «… و سفر به Z» */
    if (e->evoked != RZ_EVOKED_NOUN || (!alone && ((e->parts.n != 1 && !with) || !rz_kind_is(e->kind, RZ_KIND_CONTACT)))) return;
    with |= alone;
    if (with && comprised) {
        add_travellers(found, e);
        return;
    }
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("programme-of"));
    uint32_t to = s->clauses[e->clause].last < t + RZ_CLAUSE_REACH ? s->clauses[e->clause].last : t + RZ_CLAUSE_REACH;
    while (t < to && rz_listed_end(s, words, t) == t) t++;
    end = rz_listed_end(s, words, t);
    uint32_t m = t < to && end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
    if (m != RZ_NONE && rz_family(&s->mentions->at[m]) == 1) rz_part_add(found, e, s->mentions->at[m].head != RZ_NONE ? s->mentions->at[m].head : m, role_of(e));
    else if (t < to && m == RZ_NONE && with) add_travellers(found, e);
}
