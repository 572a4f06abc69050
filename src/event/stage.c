/* The stage at which the cues of a sentence put its agreements. */
#include "event/paper.h"
#include "event/saying.h"

static bool is_ahead(const rz_verb *v) { return v->tense == RZ_FUTURE || v->tense == RZ_SUBJUNCTIVE; }

/* The verb of the clause, where it comes after the cue. */
static const rz_verb *verb_after(const rz_scene *s, const rz_hit *cue) {
    uint32_t clause = s->clause_of[cue->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].first >= cue->last ? &s->text->verbs[verb] : NULL;
}

/* The verb that the cue ends with, or that follows it. */
static const rz_verb *verb_of(const rz_scene *s, const rz_hit *cue) {
    uint32_t own = s->text->tokens[cue->last - 1].verb;
    return own != RZ_NONE ? &s->text->verbs[own] : verb_after(s, cue);
}

/* «برای امضای …», «درباره امضای …»: what is to come. */
static bool is_meant(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, cue->first), rz_govern_purpose(s, &link, cue->first); /* «برای تقویت روابط و امضای …» */
    const char *status = rz_prep_status(s, &link, cue->first);
    uint32_t start;
    bool until = cue->first > in->first && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("until")), cue->first, cue->first - 1); /* «ادامه مذاکرات تا امضای …» */
    if (link.prep == RZ_C_ABOUT || until || (status && !strcmp(status, "planned"))) return true;
    if (rz_class_before(s, cue->first, in->first, false, &start) != RZ_C_BEFORE_NOUN) return false;
    for (rz_hits h = rz_hits_at(s->text, start); rz_hits_next(&h);) { /* «خواستار امضای», «مستلزم امضای» */
        if (h.hit.last != cue->first || rz_class_of(s->g, h.hit.row) != RZ_C_BEFORE_NOUN) continue;
        const char *given = s->g->status_of[h.hit.row - s->g->first_words];
        if (given && (!strcmp(given, "hoped") || !strcmp(given, "planned"))) return true;
    }
    return false;
}

/* In one clause; «قراردادی که … بست»: or the cue in the relative clause of the other. */
static bool in_reach(const rz_scene *s, uint32_t word, uint32_t cue) {
    uint32_t own = s->clause_of[cue], other = s->clause_of[word];
    return own == other || (own != RZ_NONE && s->clauses[own].kind == RZ_CLAUSE_RELATIVE && s->clauses[own].parent == other);
}

/* Does the clause have one of the stage's words of that key before the cue? The last of them. */
static bool beside(const rz_scene *s, const rz_hit *cue, const rz_sentence *in, uint32_t key, uint32_t *last) {
    bool found = false;
    uint32_t from = cue->first > in->first + 2 * RZ_REACH ? (uint32_t)cue->first - 2 * RZ_REACH : in->first;
    for (uint32_t t = from; t < cue->first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);)
            if (h.hit.row == cue->row && h.hit.key == key && in_reach(s, t, cue->first)) *last = t, found = true;
    return found;
}

/* «پس از سفر X، توافق‌نامه را لغو کرد»: a comma sets what stands before it apart, where the context follows. */
static bool set_apart(const rz_scene *s, const rz_hit *cue, uint32_t from) {
    bool context = false;
    for (uint32_t t = cue->first; t-- > from;) {
        if (s->text->tokens[t].punct == ',') return context;
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);)
            context |= h.hit.row == cue->row && h.hit.key == s->g->k_context;
    }
    return false;
}

/* «اجرایی شدن پیمان منوط به … است»: so too behind a cue that is no verb. */
static bool unless_behind(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    uint32_t verb = s->text->tokens[cue->last - 1].verb;
    if (cue->key != s->g->k_cue || (verb != RZ_NONE && s->text->verbs[verb].tense != RZ_INFINITIVE)) return false;
    for (uint32_t t = cue->last; t < in->last && t < cue->last + RZ_REACH && s->clause_of[t] == s->clause_of[cue->first]; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);)
            if (h.hit.row == cue->row && h.hit.key == s->g->k_unless) return true;
    return false;
}

static bool fits_beside(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    uint32_t context, unless;
    if (stage->has_context && !beside(s, cue, in, s->g->k_context, &context)) return false;
    if (stage->has_unless && unless_behind(s, cue, in)) return false;
    if (!stage->has_unless || !beside(s, cue, in, s->g->k_unless, &unless)) return true;
    return stage->has_context && set_apart(s, cue, unless);
}

/* «توافق صلح هنوز تصویب نشده است»: the stage that a paper is at which has not come to this one; «توافق امضا نشد», of one day, and
 * «هیچ توافقی امضا نشده است» tell of none. */
static rz_row denied_of(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_verb *v, const rz_sentence *in) {
    if (v->tense != RZ_PERFECT && v->tense != RZ_FUTURE) return RZ_NONE;
    uint32_t from = cue->first > in->first + RZ_REACH ? (uint32_t)cue->first - RZ_REACH : in->first, start;
    for (uint32_t t = cue->first; stage->denied != RZ_NONE && t-- > from && s->clause_of[t] == s->clause_of[cue->first];)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);) {
            const rz_hit *paper = &h.hit;
            if (paper->type != RZ_AGREEMENT && paper->type != RZ_AGREEMENT_NOUN) continue;
            uint8_t before = rz_class_before(s, t, in->first, false, &start);
            bool such = paper->tail || before == RZ_C_NEGATIVE_NOUN || before == RZ_C_GENERAL || before == RZ_C_ANY;
            return such ? RZ_NONE : stage->denied;
        }
    return RZ_NONE;
}

/* «اگر X بپذیرد، پیمان امضا خواهد شد»: what is to come only if something else does. */
static bool is_conditional(const rz_scene *s, uint32_t cue, const rz_sentence *in) {
    uint32_t at;
    uint32_t from = cue > in->first + RZ_REACH ? cue - RZ_REACH : in->first, to = cue + RZ_REACH < in->last ? cue + RZ_REACH : in->last;
    return rz_class_in(s, from, to, RZ_NONE, RZ_C_IF, &at);
}

/* The stage of what the verb puts into the future or only wishes for. */
static rz_row ahead_of(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    return is_conditional(s, cue->first, in) ? RZ_NONE : stage->ahead;
}

/* «خروج از [پیمان X]», «خروج از آن», not «خروج از اتحادیه». */
static bool leaves_paper(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    enum { NEAR = 4 };
    uint32_t end;
    if (cue->last < cue->first + 2u || rz_class_at(s, cue->last - 1, &end) != RZ_C_FROM || end != cue->last) return true;
    for (uint32_t t = cue->last; t < in->last && t - cue->last < NEAR && s->text->tokens[t].verb == RZ_NONE; t++) {
        if (t == cue->last && rz_class_at(s, t, &end) == RZ_C_DEFINITE && s->mention_at[t] == RZ_NONE) return true;
        if (rz_types_at(s->text, t) & (RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN))) return true;
    }
    return false;
}

/* A cue that holds its verb says for itself what it means. After a bare one the verb may deny it («تمدید نمی‌شود») or
 * tell what is to come («به امضای دو وزیر خواهد رسید»). */
static rz_row of_cue(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    const rz_verb *v = verb_after(s, cue);
    uint32_t start;
    if ((stage->bound && !fits_beside(s, cue, stage, in)) || !leaves_paper(s, cue, in)) return RZ_NONE;
    if (rz_class_before(s, cue->first + 1u, in->first, false, &start) == RZ_C_CIRCUMSTANCE && start < cue->first) return RZ_NONE; /* «با توجه [به امضای]» */
    if (v && v->negative && v->first < cue->last + 3) return v->first <= cue->last + 1 ? denied_of(s, cue, stage, v, in) : RZ_NONE;
    if (cue->key == s->g->k_after) return stage->means;
    bool bare = s->text->tokens[cue->last - 1].verb == RZ_NONE;
    if (bare && stage->ahead != RZ_NONE && is_meant(s, cue, in)) return stage->ahead;
    if (!bare && s->text->verbs[s->text->tokens[cue->last - 1].verb].tense == RZ_FUTURE && is_conditional(s, cue->first, in)) return RZ_NONE;
    return v && is_ahead(v) && stage->ahead != RZ_NONE ? ahead_of(s, cue, stage, in) : stage->means;
}

/* «پیش از آنکه [به اجرا درآید]», «بدون آنکه [امضا کند]» */
static bool is_told_before(const rz_scene *s, uint32_t cue, const rz_sentence *in) {
    uint32_t start, clause = s->clause_of[cue], first = clause == RZ_NONE ? in->first : s->clauses[clause].first;
    return (clause != RZ_NONE && rz_without_it(s, &s->clauses[clause])) || (first > in->first && rz_class_before(s, first, in->first, true, &start) == RZ_C_BEFORE);
}

/* «قرارداد X را [لغو] و … امضا کرد»: the verb of the first is left out. */
static const rz_verb *left_out(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    const rz_stage *stage = &s->g->stages[cue->row - s->g->first_stage];
    uint32_t clause = s->clause_of[cue->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb, last;
    if (!rz_among(s->g->make[0], stage->verbs, stage->n_verbs) || verb == RZ_NONE || cue->last >= in->last || rz_class_at(s, cue->last, &last) != RZ_C_AND) return NULL;
    bool object = rz_class_before(s, cue->first, in->first, false, &last) == RZ_C_OBJECT;
    return object && s->text->verbs[verb].first > cue->last && s->text->verbs[verb].tense != RZ_INFINITIVE ? &s->text->verbs[verb] : NULL;
}

/* «تصویب کردند» of a parliament, «امضا خواهند کرد»; «امضا می‌کنند» is yet to come. */
static rz_row of_phrase(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    uint32_t verb = cue->last < in->last ? s->text->tokens[cue->last].verb : RZ_NONE;
    bool here = rz_verb_among(s, verb, stage->verbs, stage->n_verbs) && s->text->verbs[verb].first == cue->last;
    const rz_verb *v = here ? &s->text->verbs[verb] : left_out(s, cue, in);
    if (cue->tail || !v || v->tense == RZ_INFINITIVE || !fits_beside(s, cue, stage, in)) return RZ_NONE;
    if (is_told_before(s, cue->first, in)) return RZ_NONE;
    if (v->negative) return denied_of(s, cue, stage, v, in);
    if (v->tense == RZ_PRESENT && stage->present) return is_conditional(s, cue->first, in) ? RZ_NONE : stage->means;
    return is_ahead(v) || v->tense == RZ_PRESENT ? ahead_of(s, cue, stage, in) : stage->means;
}

/* «امضای پیمان در دستور کار قرار گرفت»: a word of what is planned or hoped for closes with the verb. */
static bool is_on_agenda(const rz_scene *s, const rz_verb *v) {
    enum { LONGEST = 5 };
    for (rz_hits_run h = rz_hits_within(s->text, v->first > LONGEST ? v->first - LONGEST : 0, v->first); rz_hits_run_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->type != RZ_WORDS || hit->last != v->first || rz_class_of(s->g, hit->row) != RZ_C_NONE) continue;
        const char *status = s->g->status_of[hit->row - s->g->first_words];
        const rz_row *verbs = s->g->words_verbs[hit->row - s->g->first_words];
        bool of_it = status && (!strcmp(status, "planned") || !strcmp(status, "hoped"));
        if (of_it && verbs[0] != RZ_NONE && rz_verb_among(s, (uint32_t)(v - s->text->verbs), verbs, RZ_MAX_VERBS)) return true;
    }
    return false;
}

/* «مراسم امضای پیمان فردا برگزار می‌شود» */
static bool takes_place(const rz_scene *s, const rz_verb *v) {
    uint32_t start;
    return v->tense == RZ_PRESENT && rz_class_before(s, v->first, v->first > RZ_REACH ? v->first - RZ_REACH : 0, false, &start) == RZ_C_HAPPEN;
}

/* «با امضای پیمان، پروازها آغاز می‌شود», «با توجه به امضای پیمان، …»: what makes the rest come about is there. */
static bool is_means(const rz_scene *s, const rz_hit *cue) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, cue->first);
    return link.prep == RZ_C_WITH || link.prep == RZ_C_CIRCUMSTANCE;
}

/* «بعد از امضا باید تصویب شود»: it is not even signed. */
static bool is_to_be_signed(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    uint32_t signing;
    for (uint32_t t = cue->first > in->first + RZ_REACH ? (uint32_t)cue->first - RZ_REACH : in->first; t < cue->first; t++) {
        if (rz_class_at(s, t, &signing) != RZ_C_AFTER || signing >= cue->first) continue;
        for (rz_hits h = rz_hits_of(s->text, signing, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
            if (rz_kind_is(s->g->frames[h.hit.row - s->g->first_frame].kind, RZ_KIND_PAPER)) return true;
    }
    return false;
}

/* «تعلیق [مشارکت در] پیمان …»: an agreement follows. */
static rz_row of_noun(const rz_scene *s, const rz_hit *cue, const rz_stage *stage, const rz_sentence *in) {
    enum { NEAR = 5 };
    if (stage->bound && !fits_beside(s, cue, stage, in)) return RZ_NONE;
    for (uint32_t t = cue->last; t < in->last && t < cue->last + NEAR; t++) {
        if (s->text->tokens[t].kind == RZ_TOKEN_PUNCT || s->text->tokens[t].verb != RZ_NONE) return RZ_NONE;
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);) {
            rz_row_type type = h.hit.type;
            uint32_t start;
            if (type != RZ_AGREEMENT && type != RZ_AGREEMENT_NOUN) continue;
            bool made = stage->ahead != stage->means || !rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("of-made-paper")), cue->last, t);
            if (!made) return RZ_NONE; /* «تلاش برای اجرای پیمان X» */
            if (stage->next && t > cue->last) return RZ_NONE;
            if (stage->from && rz_class_before(s, t, cue->last, true, &start) != RZ_C_FROM) return RZ_NONE;
            const rz_verb *v = verb_after(s, cue);
            bool kept = false, made_so = stage->rank <= rz_stage_rank(s->g, "ratified");
            if (rz_stage_refused(s, cue, v, in, &kept)) return kept || !made_so ? RZ_NONE : rz_row_find(s->text->data, RZ_STAGE, RZ_STR("rejected"));
            bool ahead = is_meant(s, cue, in) || (v && !is_means(s, cue) && (is_ahead(v) || takes_place(s, v) || is_on_agenda(s, v)));
            if (stage->means == s->g->agreed && v && (is_means(s, cue) || rz_class_at(s, cue->first, &start) == RZ_C_WITH) && (v->tense == RZ_PRESENT || is_ahead(v))) return RZ_NONE; /* «با دستیابی به توافق، … تأمین می‌شود» */
            if (v && is_means(s, cue) && (v->tense == RZ_PRESENT || is_ahead(v)) && rz_class_at(s, cue->last, &start) == RZ_C_DEFINITE) return RZ_NONE; /* «با امضای این توافق‌نامه، … خواهد یافت»: may be to come */
            bool reached = stage->rank > rz_stage_rank(s->g, "agreed"); /* «برای تصویب», not «برای دستیابی به» */
            if (ahead && reached && is_to_be_signed(s, cue, in)) return RZ_NONE;
            return ahead && reached && stage->ahead != RZ_NONE ? stage->ahead : stage->means;
        }
    }
    return RZ_NONE;
}

static bool noun_ends(const rz_scene *s, uint32_t token) {
    enum { LONGEST = 4 };
    for (uint32_t t = token > LONGEST ? token - LONGEST : 0; t < token; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (h.hit.last == token) return true;
    return false;
}

bool rz_stage_is_nominal(const rz_scene *s, const rz_hit *hit) {
    uint32_t end;
    bool nominal = (hit->key == s->g->k_cue || hit->key == s->g->k_before) && s->text->tokens[hit->last - 1].verb == RZ_NONE;
    if (!nominal || (hit->last < s->text->n_tokens && s->text->tokens[hit->last].verb != RZ_NONE)) return false;
    uint8_t class = rz_class_at(s, hit->first, &end);
    return !(class && class <= RZ_C_LAST_PREP);
}

/* «توافق [خروج از X]», not «توافق [پاراف] شد», «از توافق [خارج شد]», «توافق به [امضای] X رسید». */
static bool is_matter(const rz_scene *s, const rz_hit *hit) { return rz_stage_is_nominal(s, hit) && noun_ends(s, hit->first); }

static rz_row stage_of(const rz_scene *s, const rz_hit *hit, const rz_sentence *in) {
    const rz_grammar *g = s->g;
    if (hit->type != RZ_STAGE) return RZ_NONE;
    const rz_stage *stage = &g->stages[hit->row - g->first_stage];
    if (stage->title && (hit->first > in->first || !rz_verbless_title(s, in))) return RZ_NONE;
    rz_row told = hit->key == g->k_cue || hit->key == g->k_weak || hit->key == g->k_after ? of_cue(s, hit, stage, in) : hit->key == g->k_phrase ? of_phrase(s, hit, stage, in)
                  : hit->key == g->k_before ? of_noun(s, hit, stage, in) : RZ_NONE;
    return told == RZ_NONE || rz_stage_without(s, hit) || is_matter(s, hit) || rz_stage_awaits(s, hit, in) ? RZ_NONE : told;
}

/* Does a cue of a stage stand here, or a phrase right before its verb? */
bool rz_stage_told_at(const rz_scene *s, const rz_hit *hit) {
    if (hit->type != RZ_STAGE || hit->key == s->g->k_context || hit->key == s->g->k_unless || hit->key == s->g->k_hedge || s->g->stages[hit->row - s->g->first_stage].title) return false;
    return hit->key != s->g->k_phrase || (hit->last < s->text->n_tokens && s->text->tokens[hit->last].verb != RZ_NONE);
}

uint32_t rz_stage_participle(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_STAGE)); token < s->text->n_tokens && rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->key != s->g->k_after) continue;
        uint32_t verb = s->text->tokens[hit->last - 1].verb;
        if (verb == RZ_NONE || s->text->verbs[verb].last <= hit->last) return hit->last; /* not «امضا شده است» */
    }
    return token;
}

bool rz_stage_of_next(const rz_scene *s, uint32_t cue, rz_row stage) {
    bool next = false;
    for (rz_hits h = rz_hits_of(s->text, cue, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (s->g->stages[hit->row - s->g->first_stage].means != stage) continue;
        if (hit->key == s->g->k_cue || hit->key == s->g->k_phrase || hit->key == s->g->k_after) return false;
        next |= hit->key == s->g->k_before;
    }
    return next;
}

bool rz_stage_at_cue(const rz_scene *s, uint32_t cue, rz_row stage) {
    for (rz_hits h = rz_hits_of(s->text, cue, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (s->g->stages[hit->row - s->g->first_stage].means == stage && rz_stage_told_at(s, hit)) return true;
    }
    return false;
}

/* «سال آینده به پایان می‌رسد»: it has not run out yet. */
static bool runs_out(const rz_scene *s, uint32_t rank, const rz_hit *hit) {
    const rz_verb *v = rank == rz_stage_rank(s->g, "expired") ? verb_of(s, hit) : NULL;
    return v && (v->tense == RZ_PRESENT || v->tense == RZ_FUTURE);
}

/* A weak cue («پیش‌نویس») gives way to every other. */
static uint32_t rank_of(const rz_scene *s, rz_row stage, const rz_hit *hit) {
    uint32_t rank = s->g->stages[stage - s->g->first_stage].rank;
    return hit->key == s->g->k_weak || runs_out(s, rank, hit) ? 0 : rank;
}

bool rz_stage_may_be(const rz_scene *s, uint32_t cue) {
    uint32_t clause = s->clause_of[cue], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].first >= cue && s->text->verbs[verb].tense == RZ_SUBJUNCTIVE;
}

/* «پس از مذاکرات توافق‌نامه‌هایی امضا خواهد شد»: the cue is the verb's, and no noun that a purpose has. */
static bool tells(const rz_scene *s, uint32_t cue) {
    enum { LONGEST = 2 }; /* «[به امضا] خواهد رسید» */
    for (uint32_t t = cue + 1; t < s->text->n_tokens && t <= cue + LONGEST; t++) {
        uint32_t verb = s->text->tokens[t].verb;
        if (verb != RZ_NONE) return s->text->verbs[verb].tense == RZ_FUTURE || s->text->verbs[verb].tense == RZ_PRESENT;
    }
    return false;
}

/* «از X خواست پیمانی امضا کند», «مذاکرات با X برای امضای پیمان»: a signing that is only wished for or talked about is at the stage
 * which the word before it tells. */
static rz_row hedged(const rz_scene *s, const rz_sentence *in, rz_row stage, uint32_t cue) {
    uint32_t clause = s->clause_of[cue], from = cue > in->first + RZ_REACH ? cue - RZ_REACH : in->first;
    bool wished = rz_stage_may_be(s, cue);
    for (uint32_t t = cue; t-- > from;)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->key != s->g->k_hedge) continue;
            const rz_stage *told = &s->g->stages[hit->row - s->g->first_stage];
            if (wished ? told->wish && s->clause_of[t] != clause : !told->wish && !tells(s, cue)) return told->means;
        }
    return stage;
}

/* Does the cue say that the paper is yet to come to what it means? */
static bool is_yet_to_come(const rz_scene *s, uint32_t cue, rz_row stage) {
    for (rz_hits h = rz_hits_of(s->text, cue, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);) {
        if (h.hit.type != RZ_STAGE) continue;
        const rz_stage *of = &s->g->stages[h.hit.row - s->g->first_stage];
        if (of->ahead == stage && of->means != stage) return true;
    }
    return false;
}

/* The stage that the cues of the clause (RZ_NONE: of the sentence) give. */
rz_row rz_stage_in(const rz_scene *s, const rz_sentence *in, uint32_t clause, uint32_t *at) {
    rz_row best = RZ_NONE;
    uint32_t covered = 0, from = 0, high = 0; /* a cue inside another tells nothing: «پیشنهاد [انعقاد]» */
    for (uint32_t t = in->first; t < in->last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if ((clause != RZ_NONE && s->clause_of[t] != clause) || (hit->last <= covered && (t > from || hit->last < covered))) continue;
            rz_row stage = stage_of(s, hit, in);
            if (stage == RZ_NONE) continue;
            if (hit->last > covered) covered = hit->last, from = t;
            uint32_t rank = rank_of(s, stage, hit);
            if (best != RZ_NONE && rank <= high) continue;
            best = stage;
            high = rank;
            *at = t;
        }
    if (best == RZ_NONE) return best;
    bool wished = best == rz_row_find(s->text->data, RZ_STAGE, RZ_STR("extended")) && rz_stage_may_be(s, *at); /* «پیشنهاد کرد پیمان را تمدید کنند» */
    rz_row told = wished || is_yet_to_come(s, *at, best) ? hedged(s, in, best, *at) : best;
    bool only_hoped = told == best && (wished || best == s->g->agreed) && rz_stage_is_wished(s, *at); /* «امیدوار است تمدید شود», «ممکن است از توافق خبر دهد» */
    return only_hoped ? rz_row_find(s->text->data, RZ_STAGE, RZ_STR("under-negotiation")) : told;
}

/* «پیمان X را [لغو] و | با Y پیمان Z امضا کرد»: the sentence up to its first cue of no verb. */
rz_sentence rz_stage_part(const rz_scene *s, const rz_sentence *in) {
    rz_sentence part = *in;
    for (uint32_t t = in->first; t < in->last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);) {
            const rz_hit *cue = &h.hit;
            if (cue->type != RZ_STAGE || cue->key != s->g->k_phrase || cue->tail || !left_out(s, cue, in)) continue;
            part.last = cue->last + 1;
            return part;
        }
    return part;
}

/* The time in the clause of the cue that stands nearest to it; RZ_NONE: none tells when. */
uint32_t rz_stage_time(const rz_scene *s, const rz_sentence *in, uint32_t cue) {
    uint32_t best = RZ_NONE, near = UINT32_MAX, from = cue > in->first + RZ_REACH ? cue - RZ_REACH : in->first;
    for (uint32_t t = from; t < in->last && t < cue + RZ_REACH; t++) {
        uint32_t time = rz_token_time(s, t), away = t > cue ? t - cue : cue - t;
        if (time == RZ_NONE || s->clause_of[t] != s->clause_of[cue] || away >= near || !rz_time_tells_when(s, &s->mentions->times[time])) continue;
        best = time;
        near = away;
    }
    return best;
}
