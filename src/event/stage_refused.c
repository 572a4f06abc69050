/* Cues of stages that tell what an agreement has not come to: «بدون امضای …», «منوط به تصویب …», «از امضای … خودداری کرد». */
#include "event/paper.h"

/* Is a threat or a call told by the verb of the clause: «تهدید کرد», «به لغو X فراخواند»? */
static bool threatens(const rz_scene *s, uint32_t clause) {
    enum { LONGEST = 2 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("threatening"));
    uint32_t verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    return at && (rz_listed_before(s, words, at, at > LONGEST ? at - LONGEST : 0) || rz_verb_listed(s, verb, words));
}

/* «از X خواست … را لغو کند», «قصد دارد … خارج شود»: the verb of the clause is wished for, in it or in those that it hangs on. */
bool rz_stage_is_wished(const rz_scene *s, uint32_t cue) {
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("only-wished"));
    uint32_t clause = s->clause_of[cue];
    if (!rz_stage_may_be(s, cue)) return false;
    for (int depth = 0; depth < 3; depth++) {
        const rz_clause *c = &s->clauses[clause];
        uint32_t from = cue > c->first + 2 * RZ_REACH ? cue - 2 * RZ_REACH : c->first, to = c->last < cue ? c->last : cue;
        if (rz_listed_within(s, words, from, to)) return true;
        if (c->parent == RZ_NONE || c->kind == RZ_CLAUSE_QUOTE || s->clauses[c->parent].sentence != c->sentence) break;
        clause = c->parent;
    }
    return false;
}

/* «تهدید به خروج از X», «تهدید کرد که از X خارج می‌شود», «خروج احتمالی», «طرح خروج»: nobody has left it. */
static bool only_threatened(const rz_scene *s, const rz_hit *cue) {
    enum { LONGEST = 4 };
    uint32_t at = cue->first, low = at > LONGEST ? at - LONGEST : 0, clause = s->clause_of[at];
    const rz_stage *stage = &s->g->stages[cue->row - s->g->first_stage];
    if (stage->rank > rz_stage_rank(s->g, "extended") && rz_stage_is_wished(s, at)) return true;
    if (stage->rank != rz_stage_rank(s->g, "withdrawn")) return false;
    if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("only-threatened")), cue->first, low)) return true;
    for (uint32_t t = cue->first; t < cue->last + 1u && t < s->text->n_tokens; t++)
        if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("perhaps")), t) > t) return true;
    if (clause == RZ_NONE) return false;
    const rz_clause *c = &s->clauses[clause];
    uint32_t from = at > c->first + RZ_REACH ? at - RZ_REACH : c->first, to = c->last < at + 2 * RZ_REACH ? c->last : at + 2 * RZ_REACH;
    bool bill = rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("bill-of")), cue->first, low);
    if (bill && !rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("approval")), from, to)) return true;
    return threatens(s, clause) || (c->parent != RZ_NONE && s->clauses[c->parent].sentence == c->sentence && threatens(s, c->parent));
}

/* «بدون امضای توافق», «عدم تصویب», «پیش از امضای توافق», «در صورت خروج از توافق» */
bool rz_stage_without(const rz_scene *s, const rz_hit *cue) {
    enum { LONGEST = 3 };
    uint32_t start, low = cue->first > RZ_REACH ? (uint32_t)cue->first - RZ_REACH : 0;
    if (only_threatened(s, cue)) return true;
    if (cue->key == s->g->k_before && rz_class_before(s, cue->first, low, false, &start) == RZ_C_BEFORE) return true;
    bool done = cue->key == s->g->k_phrase || s->text->tokens[cue->first].verb != RZ_NONE; /* «به طور مشروط پذیرفت» */
    if (!done && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("depends-on")), cue->first, cue->first > LONGEST ? cue->first - LONGEST : 0)) return true; /* «منوط به تصویب …» */
    for (uint32_t t = cue->first > 2 ? cue->first - 2 : 0; t < cue->first; t++)
        for (rz_hits h = rz_hits_at(s->text, t); rz_may_sign(s, t, RZ_SIGN(RZ_C_NEGATIVE_NOUN) | RZ_SIGN(RZ_C_IF)) && rz_hits_next(&h);) {
            uint8_t class = h.hit.last == cue->first ? rz_class_of(s->g, h.hit.row) : RZ_C_NONE;
            if (class == RZ_C_NEGATIVE_NOUN || class == RZ_C_IF) return true;
        }
    return false;
}

/* «پس از تصویب ایران لازم‌الاجرا خواهد شد»: what is in force but once it is approved is not yet. */
bool rz_stage_awaits(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    uint32_t own = s->text->tokens[cue->last - 1].verb, end;
    if (s->g->stages[cue->row - s->g->first_stage].rank != rz_stage_rank(s->g, "in-force")) return false;
    if (own == RZ_NONE && cue->last < in->last) own = s->text->tokens[cue->last].verb;
    if (own == RZ_NONE || (s->text->verbs[own].tense != RZ_FUTURE && s->text->verbs[own].tense != RZ_PRESENT)) return false;
    for (uint32_t t = cue->first > in->first + RZ_REACH ? (uint32_t)cue->first - RZ_REACH : in->first; t < cue->first; t++)
        if (rz_class_at(s, t, &end) == RZ_C_AFTER && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("approval")), end) > end) return true;
    return false;
}

/* «در صورت امضای [توافق X]، پیمان Y پابرجاست»: what is said of the other is not said of it. */
bool rz_stage_refused_before(const rz_scene *s, uint32_t token) {
    enum { LONGEST = 3 };
    for (rz_hits_run h = rz_hits_within(s->text, token > LONGEST ? token - LONGEST : 0, token); rz_hits_run_next(&h);)
        if (h.hit.type == RZ_STAGE && h.hit.last == token && h.hit.key == s->g->k_before && rz_stage_without(s, &h.hit)) return true;
    return false;
}

/* «از امضای پیمان خودداری کرد», «از تصویب پیمان برحذر داشت»: does the verb tell that it did not come to what the cue means? */
bool rz_stage_refused(const rz_scene *s, const rz_hit *cue, const rz_verb *v, const rz_sentence *in, bool *kept) {
    enum { LONGEST = 3 };
    uint32_t start;
    if (!v || rz_class_before(s, cue->first, in->first, true, &start) != RZ_C_FROM) return false;
    *kept = rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("kept-from")), v->first, v->first > LONGEST ? v->first - LONGEST : 0);
    bool refused = *kept;
    for (uint32_t t = v->first > LONGEST ? v->first - LONGEST : 0; t < v->first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            refused |= h.hit.last == v->first && rz_class_of(s->g, h.hit.row) == RZ_C_REFUSED;
    return refused;
}
