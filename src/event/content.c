/* Where the words said begin: behind a colon, که, a quotation, or in a clause of their own. */
#include "event/saying.h"

/* Words in quotation marks, not a name. */
static bool is_quotation(const rz_scene *s, uint32_t mark, uint32_t limit) {
    enum { LONGEST_NAME = 4 };
    return mark + LONGEST_NAME < limit && s->text->tokens[mark + LONGEST_NAME].quote;
}

/* «X گفت؛ …»: for a colon; not where the clause has told what was said: «X آن را رد کرد؛ …». */
static bool opens_words(const rz_scene *s, const rz_verb *v) {
    uint32_t at, clause = s->clause_of[v->first];
    const rz_clause *c = &s->clauses[clause];
    for (rz_hits h = rz_hits_of(s->text, c->first, RZ_TYPE(RZ_SPEECH)); c->first < v->first && rz_hits_next(&h);)
        if (h.hit.key != s->g->k_block) return true;
    return !rz_class_in(s, c->first, v->first, clause, RZ_C_OBJECT, &at) && !rz_class_in(s, c->first, v->first, clause, RZ_C_FROM, &at) &&
           !rz_class_in(s, c->first, v->first, RZ_NONE, RZ_C_THAT, &at);
}

static bool opens_name(const rz_scene *s, uint32_t mark) {
    uint8_t punct = s->text->tokens[mark].punct;
    return punct == '<' || punct == '"';
}

/* «گفت ایتالیا آماده است»: another clause without که, and not one that only goes on with «و». */
static bool clause_follows(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    uint32_t last, t = v->last;
    bool stopped = t < limit && s->text->tokens[t].punct == ',';
    if (stopped && ++t < limit && opens_name(s, t)) t++; /* «اعلام کرد، «X» …» */
    if (t >= limit || s->text->tokens[t].kind == RZ_TOKEN_PUNCT) return false;
    uint8_t class = rz_class_at(s, t, &last);
    if (class == RZ_C_AND) return false;
    if (class == RZ_C_CLAUSE && stopped && !(rz_listed_end(s, s->g->conditions, t) > t && opens_words(s, v))) return false; /* «گفت اگر …» goes on, «گفت، اما …» does not */
    enum { LEAST = 3 };
    uint32_t from = t;
    for (; t < limit && t < v->last + RZ_REACH; t++) {
        uint32_t verb = s->text->tokens[t].verb;
        if (verb != RZ_NONE && s->text->verbs[verb].tense != RZ_INFINITIVE && s->text->verbs[verb].tense != RZ_PARTICIPLE) return true;
    }
    return t == limit && t > from + LEAST; /* «گفت احتمال این سفر بالاست»: the verb is an ending */
}

/* The words said come after the verb: a colon, که, a quotation, or a clause of their own. */
bool rz_has_content(const rz_scene *s, const rz_verb *v, bool plain, bool *colon) {
    uint32_t last, limit = s->text->sentences[rz_token_sentence(s, v->first)].last;
    *colon = false;
    for (uint32_t t = v->last; t < limit && t < v->last + 3; t++) {
        const rz_token *token = &s->text->tokens[t];
        if (token->punct == ':' || (token->punct == ';' && t == v->last && plain && opens_words(s, v))) return *colon = true;
        if ((token->punct == '<' || token->punct == '"') && is_quotation(s, t, limit)) return *colon = true;
        if (rz_class_at(s, t, &last) == RZ_C_THAT) {
            *colon = last < limit ? s->text->tokens[last].punct == ':' : last < s->text->n_tokens && opens_name(s, last); /* «تأکید کرد که: …»; «گفت که», and the next line in quotation marks */
            return true;
        }
    }
    return clause_follows(s, v, limit);
}
