/* What an accord is about is to come, between those whose it is: «توافق X و Y برای تبادل زندانیان», «توافق اولیه تبادل زندانیان». */
#include "event/event.h"

enum { BEFORE = 12, LONGEST = 3 }; /* tokens: how far what hangs on an accord stands from it; its words */

/* «این توافق», «انجام یک توافق», «دستیابی به توافق»: one carried out, or not come to. */
static bool is_another(const rz_scene *s, uint32_t token, uint32_t low) {
    uint32_t start;
    if (rz_class_before(s, token, low, false, &start) == RZ_C_DEFINITE) return true;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("accord-is-not")), token, token > low + LONGEST ? token - LONGEST : low);
}

/* The end of the words for an accord that the preposition at the token hangs on, past whose it is; RZ_NONE: none. */
static uint32_t accord_before(const rz_scene *s, uint32_t token, uint32_t clause) {
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("accord-of"));
    uint32_t first = s->clauses[clause].first, low = token > first + BEFORE ? token - BEFORE : first, end;
    for (uint32_t t = token; t-- > low;) {
        if (s->clause_of[t] != clause || s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct) return RZ_NONE;
        uint32_t last = rz_listed_end(s, words, t);
        if (last > t && last <= token) return is_another(s, t, first) ? RZ_NONE : last;
        uint8_t class = rz_class_at(s, t, &end);
        bool between = s->mention_at[t] != RZ_NONE || class == RZ_C_WITH || class == RZ_C_BETWEEN;
        if (!between && class && class <= RZ_C_LAST_PREP) return RZ_NONE;
    }
    return RZ_NONE;
}

static void add_sides(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to) {
    const rz_scene *s = &found->scene;
    bool with = false;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || !rz_is_actor(&s->mentions->at[m])) continue;
        with |= s->links[m].prep == RZ_C_WITH;
        rz_part_add(found, e, m, "participant");
    }
    uint32_t m = s->clauses[e->clause].subject; /* «X از توافق با Y برای … خبر داد» */
    bool own = m != RZ_NONE && with && s->mentions->at[m].first < from && !rz_is_voice(s, m);
    if (own && (s->mentions->at[m].kind == RZ_M_STATE || s->mentions->at[m].kind == RZ_M_ORGANISATION)) rz_subjects_add(found, e, "participant");
}

void rz_accord_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (e->evoked != RZ_EVOKED_NOUN || !rz_kind_is(e->kind, RZ_KIND_RELEASE | RZ_KIND_RELATIONS)) return;
    uint32_t first = s->clauses[e->clause].first, verb = s->clauses[e->clause].verb;
    uint32_t verbal = found->verbal_of[e->clause];
    if ((verb != RZ_NONE && s->text->verbs[verb].negative) || (verbal != RZ_NONE && found->events.at[verbal].kind == e->kind)) return; /* «طبق توافق تبادل زندانیان … آزاد شدند» */
    uint32_t low = first < e->first ? first : e->first;
    uint32_t begins = rz_listed_from(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("accord-of")), e->first, e->first > low + LONGEST ? e->first - LONGEST : low);
    if (begins < e->first) {
        e->accorded = !is_another(s, begins, first);
        return;
    }
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (link.prep_token == RZ_NONE || (link.prep != RZ_C_FOR && link.prep != RZ_C_ABOUT)) return;
    uint32_t behind = accord_before(s, link.prep_token, e->clause);
    if (behind == RZ_NONE) return;
    e->accorded = true;
    if (e->parts.n < 2) add_sides(found, e, behind, link.prep_token);
}

bool rz_is_accorded(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    if (!e->accorded || (strcmp(e->status, "held") != 0 && strcmp(e->status, "hoped") != 0)) return false;
    return !(at > e->last && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("carried-out")), at, at > 2 ? at - 2 : 0)); /* «توافق تبادل زندانیان اجرا شد» */
}
