/* Where a bare participle, «کرده», tells as a finite verb does and ends a clause. */
#include "event/event.h"

/* «سفر کرده تا … دیدار کند»: what it was for follows, in a verb of its own. */
static bool aim_follows(const rz_scene *s, uint32_t token, uint32_t limit) {
    bool until = false;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        until |= !h.hit.tail && h.hit.last == token + 1 && rz_class_of(s->g, h.hit.row) == RZ_C_UNTIL;
    for (uint32_t t = token + 1; until && t < limit && t < token + RZ_REACH; t++) {
        uint32_t v = s->text->tokens[t].verb;
        if (v != RZ_NONE && s->text->verbs[v].tense != RZ_INFINITIVE) return s->text->verbs[v].tense == RZ_SUBJUNCTIVE;
    }
    return false;
}

/* A bare participle stands for a finite verb where nothing that it could describe follows: «سفر کرده، …», «اشاره کرده و». */
static bool stands_alone(const rz_scene *s, uint32_t end, uint32_t limit) {
    if (end >= limit) return true;
    uint32_t last;
    uint8_t class = rz_class_at(s, end, &last);
    return s->text->tokens[end].kind == RZ_TOKEN_PUNCT || class == RZ_C_AND || class == RZ_C_THAT || aim_follows(s, end, limit);
}

static bool finite_after(const rz_scene *s, uint32_t token, uint32_t limit) {
    for (uint32_t t = token; t < limit && t < token + 2 * RZ_REACH; t++) {
        if (s->text->tokens[t].punct && s->text->tokens[t].punct != ',' && s->text->tokens[t].punct != '<' && s->text->tokens[t].punct != '>') return false;
        uint32_t v = s->text->tokens[t].verb;
        if (v != RZ_NONE && s->text->verbs[v].tense != RZ_INFINITIVE && s->text->verbs[v].tense != RZ_PARTICIPLE) return true;
    }
    return false;
}

/* «پیشنهاد داده اجلاسی برگزار شود»: the verb of a phrase of saying. */
static bool of_phrase(const rz_scene *s, const rz_verb *v) {
    enum { LONGEST = 4 };
    for (uint32_t t = v->first; t-- > 0 && v->first - t <= LONGEST;)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->last != v->first || hit->tail || hit->key != s->g->k_phrase) continue;
            const rz_speech *speech = &s->g->speech[hit->row - s->g->first_speech];
            for (uint32_t i = 0; i < speech->n_verbs; i++)
                if (speech->verbs[i] == v->lemma) return true;
        }
    return false;
}

/* «او گفته کشورش آماده است»: a bare participle of saying, and what he said without که. Not «به گفته او». */
static bool says_on(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    uint32_t start, last, from = s->text->sentences[rz_token_sentence(s, v->first)].first;
    bool says = rz_verb_use_of(s->g, v->lemma)->says_plainly;
    if (v->first == from || v->passive || v->last >= limit || s->text->tokens[v->last].kind != RZ_TOKEN_WORD) return false;
    if (!says && of_phrase(s, v)) return rz_class_at(s, v->last, &last) != RZ_C_OBJECT && finite_after(s, v->last, limit);
    if (!says) return false;
    uint32_t before = s->mention_at[v->first - 1];
    if (before == RZ_NONE || s->mentions->at[before].last != v->first || rz_class_before(s, v->first, from, true, &start)) return false;
    return rz_class_at(s, v->last, &last) != RZ_C_OBJECT && finite_after(s, v->last, limit);
}

/* «از نشستی که در X برگزار شده خبر داد»: nothing but what the next verb needs stands before it. */
static bool predicate_follows(const rz_scene *s, uint32_t token, uint32_t limit) {
    enum { LONGEST = 4 };
    for (uint32_t t = token; t < limit && t <= token + LONGEST; t++) {
        uint32_t v = s->text->tokens[t].verb;
        if (v != RZ_NONE) return t > token && s->text->verbs[v].tense != RZ_INFINITIVE && s->text->verbs[v].tense != RZ_PARTICIPLE;
        if (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->mention_at[t] != RZ_NONE || rz_token_time(s, t) != RZ_NONE) return false;
    }
    return false;
}

/* «X که به تهران سفر کرده عصر امروز با Y دیدار کرد»: what one did ends the clause behind که where «با», «در» or a time goes on; not «هیئت
 * سفرکرده به», «نشست برگزارشده در». «پیمانی که تدوین شده را امضا کرد»: any ends it where «را» follows. */
static bool ends_relative(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    uint32_t last, from = s->text->sentences[rz_token_sentence(s, v->first)].first;
    if (v->last >= limit) return false;
    uint8_t next = rz_class_at(s, v->last, &last);
    bool goes_on = !v->passive && v->lemma != s->g->become[0] && (next == RZ_C_WITH || next == RZ_C_IN || rz_token_time(s, v->last) != RZ_NONE);
    if (!goes_on && next != RZ_C_OBJECT && !predicate_follows(s, v->last, limit)) return false;
    for (uint32_t t = v->first; t-- > from && v->first - t < RZ_REACH && s->text->tokens[t].verb == RZ_NONE;)
        if (rz_class_at(s, t, &last) == RZ_C_THAT) return finite_after(s, v->last, limit);
    return false;
}

/* «سفیر X را احضار کرده یادداشتی به او داد»: what has its object does not describe what follows. */
static bool did_first(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    enum { NEAR = 4 };
    uint32_t last, from = s->text->sentences[rz_token_sentence(s, v->first)].first;
    if (!rz_verb_among(s, (uint32_t)(v - s->text->verbs), s->g->make, RZ_N_MAKE) || v->passive || v->last >= limit) return false;
    if (s->text->tokens[v->last].kind != RZ_TOKEN_WORD || rz_class_at(s, v->last, &last) == RZ_C_OBJECT) return false;
    for (uint32_t t = v->first; t-- > from && v->first - t <= NEAR && s->text->tokens[t].verb == RZ_NONE && !s->text->tokens[t].punct;)
        if (rz_class_at(s, t, &last) == RZ_C_OBJECT) return finite_after(s, v->last, limit);
    return false;
}

bool rz_participle_tells(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    return stands_alone(s, v->last, limit) || says_on(s, v, limit) || ends_relative(s, v, limit) || did_first(s, v, limit);
}
