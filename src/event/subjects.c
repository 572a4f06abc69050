/* Who does what the verb of a clause tells: its subject, those listed with it, or those whom the clause above names. */
#include "event/event.h"

/* «X به Y پیشنهاد کرد که دیداری داشته باشند»: of a clause in the plural without a subject of its own, those who deal with each other above. */
uint32_t rz_dealing_above(const rz_scene *s, uint32_t clause, uint32_t *at, uint32_t most) {
    const rz_clause *c = &s->clauses[clause];
    bool plural = c->verb != RZ_NONE && s->text->verbs[c->verb].plural && s->text->verbs[c->verb].tense == RZ_SUBJUNCTIVE;
    if ((c->kind != RZ_CLAUSE_COMPLEMENT && !c->inherits) || c->parent == RZ_NONE || !plural || s->clauses[c->parent].subject == RZ_NONE) return 0;
    const rz_clause *above = &s->clauses[c->parent];
    uint32_t n = 0, from, end;
    if (c->inherits && (above->verb == RZ_NONE || s->text->verbs[above->verb].plural || rz_class_at(s, c->first, &end) == RZ_C_AND)) return 0;
    from = above->first + RZ_CLAUSE_REACH < c->first ? c->first - RZ_CLAUSE_REACH : above->first;
    for (uint32_t t = from; t < c->first && n < most; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || !rz_is_actor(&s->mentions->at[m]) || s->links[m].clause != c->parent) continue;
        if (m == above->subject || (s->links[m].kind == RZ_LINK_PREP && (s->links[m].prep == RZ_C_WITH || s->links[m].prep == RZ_C_TO))) at[n++] = m;
    }
    return n;
}

static void add_parties_above(rz_found *found, rz_found_event *e, uint32_t clause, const char *role) {
    uint32_t those[RZ_DEALING], n = rz_dealing_above(&found->scene, clause, those, RZ_DEALING);
    for (uint32_t i = 0; i < n; i++) rz_part_add(found, e, those[i], role);
}

/* «X رئیس‌جمهور را برای سفر به Y بدرقه کرد»: who sees off does not go. */
static bool stays(const rz_found *found, const rz_found_event *e, uint32_t clause) {
    uint32_t verbal = found->verbal_of[clause];
    if (verbal == RZ_NONE || e == &found->events.at[verbal] || !rz_kind_is(e->kind, RZ_KIND_JOURNEY)) return false;
    return found->events.at[verbal].frame->accompanies && !found->events.at[verbal].frame->subject;
}

/* Is another told in his list behind him? «X، Y و Z، وزیر را همراهی می‌کنند»: the minister alone is seen off. */
static bool goes_on_list(const rz_scene *s, uint32_t m) {
    enum { LISTED = 16 };
    for (uint32_t i = m + 1; i < s->mentions->n && i < m + LISTED; i++)
        if (s->links[i].list == s->links[m].list && s->mentions->at[i].head == RZ_NONE) return true;
    return false;
}

void rz_seen_off_add(rz_found *found, rz_found_event *e, uint32_t clause, const char *role) {
    const rz_scene *s = &found->scene;
    uint32_t subject = s->clauses[clause].subject;
    for (uint32_t i = subject; i != RZ_NONE && i < s->mentions->n && s->mentions->at[i].first < s->clauses[clause].last; i++) {
        bool beside = s->links[i].list == s->links[subject].list && goes_on_list(s, i);
        if (s->links[i].clause == clause && !beside && rz_is_object(s, i)) rz_part_add(found, e, i, role);
    }
}

/* «رئیس‌جمهور X و رئیس دوره‌ای Y با Z دیدار کرد»: the verb of one tells that the second office is his as well. */
static bool holds_both(const rz_scene *s, uint32_t subject, uint32_t i, uint32_t verb) {
    const rz_mention *a = &s->mentions->at[subject], *b = &s->mentions->at[i];
    if (verb == RZ_NONE || i == subject || b->kind != RZ_M_OFFICE || b->serves == RZ_SERVES_FORMER || s->text->verbs[verb].plural || s->text->verbs[verb].person != 3) return false;
    if (s->links[i].list != subject || goes_on_list(s, i) || rz_family(a) != 1) return false;
    const rz_mention *own = a->describes != RZ_NONE ? &s->mentions->at[a->describes] : a;
    if (b->whose != RZ_WHOSE_STATE || b->state == RZ_NONE) return false;
    return rz_row_type_of(s->text->data, b->state) != RZ_STATE || (own->whose == RZ_WHOSE_STATE && own->state == b->state);
}

/* The subject and those listed with it. */
void rz_clause_subjects_add(rz_found *found, rz_found_event *e, uint32_t clause, const char *role) {
    const rz_scene *s = &found->scene;
    uint32_t subject = s->clauses[clause].subject;
    uint32_t verb = s->clauses[clause].verb;
    uint8_t person = verb == RZ_NONE ? 0 : s->text->verbs[verb].person;
    if (stays(found, e, clause)) {
        rz_seen_off_add(found, e, clause, role);
        return;
    }
    if (person == 1) {
        rz_part_add(found, e, RZ_SPEAKER, role);
        return;
    }
    bool borne = s->clauses[clause].kind == RZ_CLAUSE_RELATIVE && subject != RZ_NONE && s->mentions->at[subject].last <= s->clauses[clause].first;
    if (borne && rz_kind_is(e->kind, RZ_KIND_PAPER) && rz_undergone(s, verb)) subject = s->links[subject].list; /* «قرارداد X و Y که … امضا شد»: the contract was, which is of both */
    bool freed = verb != RZ_NONE && rz_kind_is(e->kind, RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_SUMMONS) && rz_undergone(s, verb); /* «X گفت که زندانیان قرار است آزاد شوند» */
    if ((subject == RZ_NONE || s->clauses[clause].inherits) && !freed) add_parties_above(found, e, clause, role);
    if (subject == RZ_NONE) return;
    for (uint32_t i = subject; i < s->mentions->n && i < subject + 64; i++) {
        bool object = i != subject && s->links[i].kind == RZ_LINK_OBJECT; /* «X، Y را تحریم کرد» */
        if (s->links[i].list == s->links[subject].list && s->mentions->at[i].head == RZ_NONE && !object && !holds_both(s, subject, i, verb)) rz_part_add(found, e, i, role);
    }
}

void rz_subjects_add(rz_found *found, rz_found_event *e, const char *role) { rz_clause_subjects_add(found, e, e->clause, role); }
