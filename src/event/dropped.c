/* «X وارد Y شد. در این سفر با Z دیدار می‌کند»: a sentence that names nobody who does what it tells of is about whom the last was. */
#include "event/event.h"

/* Nothing at the head of the clause may be its subject: it opens with a preposition, a time or an adverb, and what follows hangs on
 * prepositions too. */
static bool names_nobody(const rz_scene *s, const rz_clause *c, uint32_t to) {
    uint32_t end, first = c->first;
    while (first < to && s->text->tokens[first].kind == RZ_TOKEN_PUNCT) first++;
    if (first >= to) return false;
    uint8_t class = rz_class_at(s, first, &end);
    if (rz_token_time(s, first) == RZ_NONE && (!class || class > RZ_C_LAST_PREP) && class != RZ_C_ALSO) return false;
    for (uint32_t t = first; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].clause == (uint32_t)(c - s->clauses) && s->links[m].kind == RZ_LINK_FREE) return false;
        if (rz_class_at(s, t, &end) == RZ_C_THAT) return false;
    }
    return true;
}

/* The subject of the last clause of its own of the sentence before, in the same paragraph. */
static uint32_t subject_before(const rz_scene *s, const rz_clause *c) {
    enum { BACK = 12 };
    uint32_t index = (uint32_t)(c - s->clauses);
    const rz_sentence *here = &s->text->sentences[c->sentence];
    if (!c->sentence || s->text->sentences[c->sentence - 1].paragraph != here->paragraph) return RZ_NONE;
    for (uint32_t i = index; i-- > 0 && index - i < BACK && s->clauses[i].sentence + 1 >= c->sentence;) {
        const rz_clause *p = &s->clauses[i];
        if (p->sentence == c->sentence || p->kind == RZ_CLAUSE_RELATIVE || p->kind == RZ_CLAUSE_QUOTE || p->verb == RZ_NONE) continue;
        if (p->kind == RZ_CLAUSE_MAIN || p->kind == RZ_CLAUSE_COORDINATE) return p->subject;
    }
    return RZ_NONE;
}

static bool is_doer(const rz_mention *m) {
    return m->kind == RZ_M_PERSON || m->kind == RZ_M_OFFICE || m->kind == RZ_M_PRONOUN || m->kind == RZ_M_COLLECTIVE || m->kind == RZ_M_STATE;
}

rz_row rz_office_told(const rz_scene *s, uint32_t m) {
    const rz_mention *at = &s->mentions->at[m];
    return at->office == RZ_NONE && at->describes != RZ_NONE ? s->mentions->at[at->describes].office : at->office;
}

/* Speaks for others: «سخنگوی X گفت که … دیدار کرده است» is not of him. */
bool rz_is_voice(const rz_scene *s, uint32_t m) {
    rz_row office = rz_office_told(s, m);
    return office != RZ_NONE && rz_row_has(s->text->data, office, "kind", "voice");
}

/* «X با بیان اینکه به Y سفر کرده است، گفت»: what he says stands before the verb. */
static bool stands_for_words(const rz_scene *s, const rz_clause *c) {
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("that-itself"));
    return c->kind == RZ_CLAUSE_COMPLEMENT || (c->kind == RZ_CLAUSE_RELATIVE && rz_listed_end(s, words, c->first) > c->first);
}

/* «X گفت که با Y دیدار کرده [و به Z رفته] است»: who says so did it, where the words name nobody else. RZ_NONE: they do.
 * `of_state`: «سخنگوی X گفت که دیپلمات‌های Y را اخراج کرده است»; `any`: a state or body too, «X اعلام کرد که با Y قراردادی امضا کرده است». */
static uint32_t teller(const rz_scene *s, const rz_found_event *e, bool of_state, bool any) {
    enum { DEEP = 3 };
    const rz_clause *c = &s->clauses[e->clause];
    for (int depth = 0; depth < DEEP && c->kind == RZ_CLAUSE_COORDINATE && c->parent != RZ_NONE; depth++) {
        if (c->subject != RZ_NONE) return RZ_NONE;
        c = &s->clauses[c->parent];
    }
    if (!stands_for_words(s, c) || c->parent == RZ_NONE || c->subject != RZ_NONE || s->clauses[c->parent].sentence != c->sentence) return RZ_NONE;
    const rz_clause *above = &s->clauses[c->parent];
    uint32_t m = above->subject, first = c->first, end;
    if (m == RZ_NONE || above->verb == RZ_NONE || (s->text->verbs[above->verb].plural && !rz_is_of_several(s, above)) || (rz_family(&s->mentions->at[m]) != 1 && !any) || rz_is_voice(s, m) != of_state || rz_of_a_delegation(s, c)) return RZ_NONE;
    while (first < c->last && rz_class_at(s, first, &end) == RZ_C_THAT) first = end;
    uint32_t to = c == &s->clauses[e->clause] ? e->first : c->verb != RZ_NONE ? s->text->verbs[c->verb].first : c->last;
    uint32_t i = (uint32_t)(c - s->clauses);
    for (uint32_t t = first; t < to && t < first + RZ_CLAUSE_REACH; t++) {
        uint32_t other = s->mention_at[t];
        if (other != RZ_NONE && s->links[other].clause == i && s->links[other].kind == RZ_LINK_FREE) return RZ_NONE;
    }
    bool opens = first < to && (rz_token_time(s, first) != RZ_NONE || rz_class_at(s, first, &end) == RZ_C_ALSO || (rz_class_at(s, first, &end) && rz_class_at(s, first, &end) <= RZ_C_LAST_PREP));
    return opens || of_state ? m : RZ_NONE;
}

static void add_teller(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb;
    bool of_state = rz_kind_is(e->kind, RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_SUMMONS);
    bool signs = rz_kind_is(e->kind, RZ_KIND_PAPER) && e->parts.n == 1 && e->parts.at[0].mention < RZ_SPEAKER && s->links[e->parts.at[0].mention].prep == RZ_C_WITH;
    bool strikes = rz_kind_is(e->kind, RZ_KIND_ATTACK) && verb != RZ_NONE && !rz_undergone(s, verb) && rz_class_within(s, s->clauses[e->clause].first, e->first, RZ_C_TO); /* «X گفت که به Y حمله کرده است» */
    if (e->evoked != RZ_EVOKED_VERB || !e->frame->subject || !(of_state || signs || strikes || rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_JOURNEY)) || verb == RZ_NONE) return;
    const rz_verb *v = &s->text->verbs[verb];
    bool bare = v->tense == RZ_PARTICIPLE; /* «به X رفته و با Y دیدار کرده است» */
    if ((v->person != 3 && !bare) || v->passive || rz_verb_among(s, verb, s->g->become, 2)) return;
    uint32_t m = teller(s, e, of_state, signs || strikes), own = m == RZ_NONE ? RZ_NONE : s->clauses[s->links[m].clause].verb; /* «X که …»: none */
    if (own == RZ_NONE || v->plural != s->text->verbs[own].plural || (of_state && rz_has_role(e, e->frame->subject))) return;
    rz_list_add(found, e, m, e->frame->subject);
}

/* «X و Y دیدار خواهند کرد و قرار است قراردادی امضا کنند»: those of the clause before in its sentence, where they are several. */
static void add_signers(rz_found *found, rz_found_event *e) {
    enum { BACK = 4 };
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_PAPER) || e->evoked != RZ_EVOKED_VERB || c->verb == RZ_NONE || c->subject != RZ_NONE || e->parts.n) return;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (!v->plural || v->person != 3 || v->passive || rz_verb_among(s, c->verb, s->g->become, 2)) return;
    for (uint32_t i = e->clause; i-- > 0 && e->clause - i <= BACK && s->clauses[i].sentence == c->sentence;) {
        uint32_t m = s->clauses[i].subject;
        if (m == RZ_NONE) continue;
        bool several = rz_phrase_end(s, m) > s->links[m].last || s->mentions->at[m].kind == RZ_M_COLLECTIVE;
        if (several && is_doer(&s->mentions->at[m])) rz_list_add(found, e, m, "signatory");
        return;
    }
}

void rz_dropped_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    add_teller(found, e);
    add_signers(found, e);
    bool deed = rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_JOURNEY | RZ_KIND_ROUNDS);
    if (e->evoked != RZ_EVOKED_VERB || !deed || !e->frame->subject || c->kind != RZ_CLAUSE_MAIN || c->subject != RZ_NONE || c->verb == RZ_NONE) return;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (v->person != 3 || v->passive || rz_verb_among(s, c->verb, s->g->become, 2) || !names_nobody(s, c, e->first)) return;
    uint32_t m = subject_before(s, c);
    if (m == RZ_NONE || !is_doer(&s->mentions->at[m])) return;
    bool several = rz_phrase_end(s, m) > s->links[m].last || s->mentions->at[m].kind == RZ_M_COLLECTIVE;
    if (several != v->plural) return;
    rz_list_add(found, e, m, e->frame->subject);
}
