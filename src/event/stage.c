/* The stage at which the cues of a sentence put its agreements. */
#include "event/event.h"

static bool is_ahead(const rz_verb *v) { return v->tense == RZ_FUTURE || v->tense == RZ_SUBJUNCTIVE; }

/* The verb of the clause, where it comes after the cue. */
static const rz_verb *verb_after(const rz_scene *s, const rz_hit *cue) {
    uint32_t clause = s->clause_of[cue->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].first >= cue->last ? &s->text->verbs[verb] : NULL;
}

/* «برای امضای …», «درباره امضای …»: what is to come. */
static bool is_meant(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, cue->first);
    const char *status = rz_prep_status(s, &link, cue->first);
    if (link.prep == RZ_C_ABOUT || (status && !strcmp(status, "planned"))) return true;
    uint32_t start;
    if (rz_class_before(s, cue->first, in->first, false, &start) != RZ_C_BEFORE_NOUN) return false;
    for (uint32_t h = s->text->hit_at[start]; h < s->text->hit_at[start + 1]; h++) { /* «خواستار امضای», «مستلزم امضای» */
        const rz_hit *hit = &s->text->hits[h];
        if (hit->last != cue->first || rz_class_of(s->g, hit->row) != RZ_C_BEFORE_NOUN) continue;
        const char *given = s->g->status_of[hit->row - s->g->first_words];
        if (given && (!strcmp(given, "hoped") || !strcmp(given, "planned"))) return true;
    }
    return false;
}

/* A cue that holds its verb says for itself what it means. After a bare one the verb may deny it («تمدید نمی‌شود») or
 * tell what is to come («به امضای دو وزیر خواهد رسید»). */
static rz_row of_cue(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    const rz_verb *v = verb_after(s, cue);
    if (v && v->negative && v->first < cue->last + 3) return RZ_NONE;
    if (stage->ahead != RZ_NONE && is_meant(s, cue, in)) return stage->ahead;
    return v && is_ahead(v) && stage->ahead != RZ_NONE ? stage->ahead : cue->row;
}

static bool beside_context(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    uint32_t from = cue->first > in->first + 2 * RZ_REACH ? cue->first - 2 * RZ_REACH : in->first;
    for (uint32_t h = s->text->hit_at[from]; h < s->text->hit_at[cue->first]; h++) {
        const rz_hit *hit = &s->text->hits[h];
        if (hit->row == cue->row && hit->key == s->g->k_context && s->clause_of[hit->first] == s->clause_of[cue->first]) return true;
    }
    return false;
}

/* «تصویب کردند» of a parliament, «امضا خواهند کرد» */
static rz_row of_phrase(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    uint32_t verb = cue->last < in->last ? s->text->tokens[cue->last].verb : RZ_NONE;
    if (cue->tail || !rz_verb_among(s, verb, stage->verbs, stage->n_verbs)) return RZ_NONE;
    const rz_verb *v = &s->text->verbs[verb];
    if (v->first != cue->last || v->negative || v->tense == RZ_INFINITIVE || v->tense == RZ_PRESENT) return RZ_NONE;
    if (stage->has_context && !beside_context(s, cue, in)) return RZ_NONE;
    return is_ahead(v) ? stage->ahead : cue->row;
}

/* «تعلیق [مشارکت در] پیمان …»: an agreement follows. */
static rz_row of_noun(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    enum { NEAR = 5 };
    for (uint32_t t = cue->last; t < in->last && t < cue->last + NEAR; t++) {
        if (s->text->tokens[t].kind == RZ_TOKEN_PUNCT || s->text->tokens[t].verb != RZ_NONE) return RZ_NONE;
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN)); h < s->text->hit_at[t + 1]; h++) {
            rz_row_type type = s->text->hits[h].type;
            if (type != RZ_AGREEMENT && type != RZ_AGREEMENT_NOUN) continue;
            const rz_verb *v = verb_after(s, cue);
            bool ahead = is_meant(s, cue, in) || (v && is_ahead(v));
            bool reached = stage->rank > s->g->stages[s->g->agreed - s->g->first_stage].rank; /* «برای تصویب», not «برای دستیابی به» */
            return ahead && reached ? stage->ahead : cue->row;
        }
    }
    return RZ_NONE;
}

/* «بدون امضای توافق», «عدم تصویب» */
static bool is_without(const rz_scene *s, const rz_hit *cue) {
    for (uint32_t h = cue->first ? s->text->hit_at[cue->first - 1] : 0; cue->first && h < s->text->hit_at[cue->first]; h++)
        if (s->text->hits[h].last == cue->first && rz_class_of(s->g, s->text->hits[h].row) == RZ_C_NEGATIVE_NOUN) return true;
    return false;
}

static rz_row stage_of(const rz_scene *s, const rz_hit *hit, const rz_sentence *in) {
    const rz_grammar *g = s->g;
    if (hit->row < g->first_stage || hit->row >= g->first_stage + g->n_stages) return RZ_NONE;
    const rz_stage *stage = &g->stages[hit->row - g->first_stage];
    if (is_without(s, hit)) return RZ_NONE;
    return hit->key == g->k_cue ? of_cue(s, hit, stage, in) : hit->key == g->k_phrase ? of_phrase(s, hit, stage, in)
           : hit->key == g->k_before ? of_noun(s, hit, stage, in) : RZ_NONE;
}

/* The stage that the cues of the clause (RZ_NONE: of the sentence) give. */
rz_row rz_stage_in(const rz_scene *s, const rz_sentence *in, uint32_t clause, uint32_t *at) {
    rz_row best = RZ_NONE;
    uint32_t covered = 0, from = 0; /* a cue inside another tells nothing: «پیشنهاد [انعقاد]» */
    const rz_stage *stages = s->g->stages;
    for (uint32_t t = in->first; t < in->last; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_STAGE)); h < s->text->hit_at[t + 1]; h++) {
            rz_row stage = clause == RZ_NONE || s->clause_of[t] == clause ? stage_of(s, &s->text->hits[h], in) : RZ_NONE;
            if (stage == RZ_NONE || (t > from && s->text->hits[h].last <= covered)) continue;
            if (s->text->hits[h].last > covered) covered = s->text->hits[h].last, from = t;
            if (best != RZ_NONE && stages[stage - s->g->first_stage].rank <= stages[best - s->g->first_stage].rank) continue;
            best = stage;
            *at = t;
        }
    return best;
}

static bool names_paper(const rz_scene *s, const rz_sentence *in, uint32_t clause) {
    for (uint32_t t = in->first; t < in->last; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN)); h < s->text->hit_at[t + 1]; h++) {
            rz_row_type type = s->text->hits[h].type;
            if (s->clause_of[t] == clause && (type == RZ_AGREEMENT || type == RZ_AGREEMENT_NOUN)) return true;
        }
    return false;
}

/* «یادداشت تفاهم پاراف شد و مذاکره درباره موافقت‌نامه ادامه دارد»: each by the cues of its own clause, where it has any. */
void rz_own_stage(const rz_scene *s, const rz_sentence *in, uint32_t noun, rz_row *stage, uint32_t *cue) {
    uint32_t at = *cue, clause = s->clause_of[noun], other = s->clause_of[*cue];
    rz_sentence near = *in; /* a sentence may be as long as an article */
    if (noun > near.first + 2 * RZ_REACH) near.first = noun - 2 * RZ_REACH;
    if (near.last > noun + 2 * RZ_REACH) near.last = noun + 2 * RZ_REACH;
    if (clause == RZ_NONE || clause == other || !names_paper(s, &near, other)) return;
    rz_row own = rz_stage_in(s, &near, clause, &at);
    if (own != RZ_NONE) *stage = own, *cue = at;
}
