/* Deeds that are only talked of; attacks that are spoken of and none of which is told: as a habit, as what goes on, as what one would be taken for or is to be kept from. */
#include "event/event.h"

#define NEAR 5u /* tokens before the verb */

/* «حملات خود را آشکارا انجام می‌دهد» */
static bool is_custom(const rz_scene *s, const rz_found_event *e, const rz_verb *v) {
    bool many = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("attacks-many")), e->first) >= e->last;
    bool wished = v->tense == RZ_SUBJUNCTIVE && !strcmp(e->status, "held"); /* «نباید آغاز شود» */
    return e->evoked == RZ_EVOKED_HAPPEN && !e->in_title && (wished || (many && v->tense == RZ_PRESENT && strcmp(e->status, "ongoing") != 0));
}

/* «از تداوم حملات تروریستی در X ابراز نگرانی کرد»: nobody's, on nobody. */
static bool is_lasting(const rz_scene *s, const rz_found_event *e) {
    if (e->place != RZ_NONE && s->mentions->at[e->place].kind != RZ_M_STATE) return false;
    return e->evoked != RZ_EVOKED_VERB && !e->parts.n && !e->in_title && !strcmp(e->status, "ongoing");
}

bool rz_attacks_at_large(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_ATTACK) || e->times.n || c->verb == RZ_NONE) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (is_custom(s, e, v) || is_lasting(s, e)) return true;
    if (e->evoked == RZ_EVOKED_VERB || v->first < e->last) return false;
    uint32_t near = v->first > e->last + NEAR ? v->first - NEAR : e->last;
    rz_row kept = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("kept-from-or-taken-for"));
    return rz_listed_before(s, kept, v->first, near) || rz_listed_end(s, kept, v->first) > v->first;
}

/* «تبادل زندانیان از جمله موضوعات این دیدار بود»: it was talked of. */
bool rz_is_a_matter(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    static const uint32_t deeds = RZ_KIND_RELEASE | RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_RELATIONS;
    if (!rz_kind_is(e->kind, deeds) || e->evoked == RZ_EVOKED_VERB || e->in_title || c->verb == RZ_NONE || s->text->verbs[c->verb].first < e->last) return false;
    if (s->text->verbs[c->verb].lemma != s->g->be && !rz_verb_among(s, c->verb, s->g->become, 2)) return false;
    uint32_t at = s->text->verbs[c->verb].first, from = at > e->last + RZ_REACH ? at - RZ_REACH : e->last;
    if (e->times.n || rz_class_within(s, e->last, at < e->last + RZ_REACH ? at : e->last + RZ_REACH, RZ_C_THAT)) return false; /* «…، که جمعه انجام شد، …» */
    uint32_t end = s->text->sentences[c->sentence].last, behind = at + NEAR + 1 < end ? at + NEAR + 1 : end; /* «از موضوعاتی بود که در این تماس …» */
    if (!rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matter-talks")), from, behind)) return false; /* «موضوع اصلی رسانه‌ها» */
    return rz_class_within(s, from, at, RZ_C_TOPIC_AXIS) || rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matter-axis")), from, at);
}
