/* Verbs of saying: who says something in a clause, or at the head of a sentence, and where his words begin. */
#include "event/saying.h"

enum { HEADLINE_COLON = 24, DOCUMENT_NEAR = 5, REPORT_NEAR = 4, DOCUMENT_VERB = 4 };

static const rz_speech *row_of_saying(const rz_scene *s, const rz_hit *hit) {
    const rz_grammar *g = s->g;
    return hit->row < g->first_speech || hit->row >= g->first_speech + g->n_speech ? NULL : &g->speech[hit->row - g->first_speech];
}

/* The phrase of saying that the verb closes: right before it, or farther back in its clause where the words said may come between. */
static const rz_speech *phrase_of_saying(const rz_scene *s, uint32_t verb) {
    const rz_verb *v = &s->text->verbs[verb];
    uint32_t clause = s->clause_of[v->first], from = s->text->sentences[s->sentence_of[v->first]].first;
    if (v->first > from + RZ_CLAUSE_REACH) from = v->first - RZ_CLAUSE_REACH;
    for (uint32_t t = v->first; t-- > from;)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_SPEECH)); h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            const rz_speech *speech = row_of_saying(s, hit);
            if (!speech || hit->tail || hit->key != s->g->k_phrase || !rz_verb_among(s, verb, speech->verbs, speech->n_verbs)) continue;
            if (hit->last == v->first || (speech->apart && s->clause_of[t] == clause)) return speech;
        }
    return NULL;
}

static bool blocked(const rz_scene *s, const rz_speech *speech, uint32_t verb) {
    uint32_t at = s->text->verbs[verb].first, from = s->text->sentences[s->sentence_of[at]].first;
    for (uint32_t t = at > from + RZ_REACH ? at - RZ_REACH : from; t < at; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_SPEECH)); h < s->text->hit_at[t + 1]; h++)
            if (s->text->hits[h].row == speech->row && s->text->hits[h].key == s->g->k_block) return true;
    return false;
}

static const rz_speech *speech_of(const rz_scene *s, uint32_t verb) {
    const rz_grammar *g = s->g;
    const rz_speech *phrase = phrase_of_saying(s, verb);
    if (phrase) return blocked(s, phrase, verb) ? NULL : phrase;
    for (uint32_t i = 0; i < g->n_speech; i++)
        if (rz_verb_among(s, verb, g->speech[i].simple, g->speech[i].n_simple)) return &g->speech[i];
    return NULL;
}

bool rz_class_in(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause, rz_class class, uint32_t *at) {
    if (last > first + RZ_CLAUSE_REACH) first = last - RZ_CLAUSE_REACH;
    for (uint32_t t = first; t < last; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_WORDS)); h < s->text->hit_at[t + 1]; h++)
            if ((clause == RZ_NONE || s->clause_of[t] == clause) && !s->text->hits[h].tail &&
                rz_class_of(s->g, s->text->hits[h].row) == class) {
                *at = t;
                return true;
            }
    return false;
}

/* «گفت ایتالیا آماده است»: another clause without که, and not one that only goes on with «و». */
static bool clause_follows(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    uint32_t last, t = v->last;
    if (t < limit && s->text->tokens[t].punct == ',') t++;
    if (t >= limit || s->text->tokens[t].kind == RZ_TOKEN_PUNCT) return false;
    uint8_t class = rz_class_at(s, t, &last);
    if (class == RZ_C_AND || (class == RZ_C_CLAUSE && t > v->last)) return false; /* «گفت اگر …» goes on, «گفت، اما …» does not */
    enum { LEAST = 3 };
    uint32_t from = t;
    for (; t < limit && t < v->last + RZ_REACH; t++) {
        uint32_t verb = s->text->tokens[t].verb;
        if (verb != RZ_NONE && s->text->verbs[verb].tense != RZ_INFINITIVE && s->text->verbs[verb].tense != RZ_PARTICIPLE) return true;
    }
    return t == limit && t > from + LEAST; /* «گفت احتمال این سفر بالاست»: the verb is an ending */
}

/* Words in quotation marks, not a name. */
static bool is_quotation(const rz_scene *s, uint32_t mark, uint32_t limit) {
    enum { LONGEST_NAME = 4 };
    return mark + LONGEST_NAME < limit && s->text->tokens[mark + LONGEST_NAME].quote;
}

/* The words said come after the verb: a colon, که, a quotation, or a clause of their own. */
static bool has_content(const rz_scene *s, const rz_verb *v, bool *colon) {
    uint32_t last, limit = s->text->sentences[s->sentence_of[v->first]].last;
    *colon = false;
    for (uint32_t t = v->last; t < limit && t < v->last + 3; t++) {
        const rz_token *token = &s->text->tokens[t];
        if (token->punct == ':' || (token->punct == ';' && t == v->last)) return *colon = true;
        if ((token->punct == '<' || token->punct == '"') && is_quotation(s, t, limit)) return *colon = true;
        if (rz_class_at(s, t, &last) == RZ_C_THAT) return true;
    }
    return clause_follows(s, v, limit);
}

static bool speaks_of_something(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t at, end = s->text->verbs[c->verb].first;
    return rz_class_in(s, c->first, end, clause, RZ_C_FROM, &at) || rz_class_in(s, c->first, end, clause, RZ_C_TO, &at) ||
           rz_class_in(s, c->first, end, clause, RZ_C_ABOUT, &at) || rz_class_in(s, c->first, end, clause, RZ_C_FOR, &at) ||
           rz_class_in(s, c->first, end, clause, RZ_C_OBJECT, &at);
}

/* «… گفت» with nobody named: the speaker is carried on only where nothing else can be the subject. */
static bool subject_dropped(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb_first = s->text->verbs[c->verb].first;
    for (uint32_t t = c->first; t < verb_first && t < c->first + RZ_REACH;) {
        uint32_t last = t + 1;
        if (s->clause_of[t] != clause || s->article->in_label[t] || s->time_at[t] != RZ_NONE ||
            s->text->tokens[t].kind == RZ_TOKEN_PUNCT) {
            t++;
            continue;
        }
        uint8_t class = rz_class_at(s, t, &last);
        if (class == RZ_C_AND || class == RZ_C_ALSO || class == RZ_C_THAT || class == RZ_C_CLAUSE) {
            t = last;
            continue;
        }
        if (class && class <= RZ_C_LAST_PREP) return true;
        bool phrase = false;
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_SPEECH)); h < s->text->hit_at[t + 1]; h++)
            phrase |= s->text->hits[h].type == RZ_SPEECH;
        return phrase;
    }
    return true;
}

/* The body or person whose document it is: the actor named right after the word for it. */
static uint32_t issuer_after(const rz_scene *s, uint32_t token) {
    uint32_t limit = s->text->sentences[s->sentence_of[token]].last;
    for (uint32_t t = token; t < limit && t < token + DOCUMENT_NEAR; t++) {
        uint32_t m = s->mention_at[t], last;
        if (s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct == ',' || rz_class_at(s, t, &last) == RZ_C_THAT) break;
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        if (rz_is_actor(&s->mentions->at[m]) && s->mentions->at[m].kind != RZ_M_PLACE) return m;
    }
    return RZ_NONE;
}

/* Forums are where others meet, but they speak too: «تروئیکای اروپایی اعلام کرد». */
static uint32_t speaker_in(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb = s->text->verbs[c->verb].first, seen = RZ_NONE;
    if (c->subject != RZ_NONE) return c->subject;
    for (uint32_t t = c->first; t < verb && t < c->first + RZ_REACH; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || m == seen) continue;
        seen = m;
        if (s->mentions->at[m].kind == RZ_M_FORUM && s->links[m].kind == RZ_LINK_FREE && s->links[m].clause == clause) return m;
    }
    return RZ_NONE;
}

static rz_saying saying_at(const rz_scene *s, uint32_t clause, uint32_t speaker, rz_row stance) {
    const rz_verb *v = &s->text->verbs[s->clauses[clause].verb];
    rz_saying out = {.clause = clause, .speaker = speaker, .stance = stance, .plain = stance == s->g->announce || stance == RZ_NONE,
                     .present = v->tense == RZ_PRESENT, .earlier = v->tense == RZ_PLUPERFECT, .from = v->last};
    out.content = has_content(s, v, &out.colon);
    return out;
}

static bool document_speaks(const rz_scene *s, uint32_t clause, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    const rz_verb *v = &s->text->verbs[c->verb];
    uint32_t at, document;
    uint32_t low = v->first > c->first + DOCUMENT_VERB ? v->first - DOCUMENT_VERB : c->first;
    if (!rz_class_in(s, low, v->last, RZ_NONE, RZ_C_DOCUMENT_SAYS, &at)) return false;
    if (!rz_class_in(s, c->first, v->first, RZ_NONE, RZ_C_DOCUMENT, &document)) return false;
    *out = saying_at(s, clause, issuer_after(s, document), s->g->announce);
    out->issuer = out->speaker == RZ_NONE;
    out->document = true;
    return true;
}

/* «شبکه X به نقل از Y گزارش داد: …»: Y says it, or who issued the document. */
static bool passed_on(const rz_scene *s, uint32_t clause, const rz_speech *speech, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t at, last, document, verb = s->text->verbs[c->verb].first;
    if (!speech->plain || !rz_class_in(s, c->first, verb, clause, RZ_C_BY_REPORT, &at) || s->article->in_label[at]) return false;
    rz_class_at(s, at, &last);
    uint32_t near = last + REPORT_NEAR < verb ? last + REPORT_NEAR : verb, speaker = issuer_after(s, last);
    bool of_document = rz_class_in(s, last, near, RZ_NONE, RZ_C_DOCUMENT, &document);
    if (speaker == RZ_NONE && !of_document) return false;
    *out = saying_at(s, clause, speaker, speech->stance);
    out->issuer = speaker == RZ_NONE;
    out->document = of_document;
    return out->content;
}

/* «این بیانیه افزود:»: the document is the subject. */
static bool document_is_subject(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t last, t = c->first, verb = s->text->verbs[c->verb].first;
    while (t < verb && (rz_class_at(s, t, &last) == RZ_C_ALSO || rz_class_at(s, t, &last) == RZ_C_AND)) t = last;
    return t < verb && rz_class_at(s, t, &last) == RZ_C_DEFINITE && last < verb && rz_class_at(s, last, &last) == RZ_C_DOCUMENT;
}

/* «این سخنان را پس از نشست بیان کرد»: the words are those told before. */
static bool told_already(const rz_scene *s, uint32_t clause) {
    uint32_t at, start;
    const rz_clause *c = &s->clauses[clause];
    if (!rz_class_in(s, c->first, s->text->verbs[c->verb].first, clause, RZ_C_TOLD, &at)) return false;
    return rz_class_before(s, at, c->first, true, &start) != RZ_C_IN; /* «در سخنان خود بر … تأکید کرد» */
}

static bool has_its_words(const rz_scene *s, const rz_speech *speech, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t at, verb = s->text->verbs[c->verb].first;
    if (speech->needs_from && !rz_class_in(s, c->first, verb, clause, RZ_C_FROM, &at)) return false;
    if (speech->needs_object && !rz_class_in(s, c->first, verb, clause, RZ_C_OBJECT, &at)) return false;
    return !speech->needs_document || rz_class_in(s, c->first, verb, RZ_NONE, RZ_C_DOCUMENT, &at);
}

/* «این خبر از سوی X تکذیب شد» */
static bool undergone_by(const rz_scene *s, uint32_t clause, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb = s->text->verbs[c->verb].first, agent = RZ_NONE;
    if (!rz_verb_among(s, c->verb, s->g->become, 2)) return false;
    for (uint32_t t = verb > c->first + RZ_REACH ? verb - RZ_REACH : c->first; t < verb && agent == RZ_NONE; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].prep == RZ_C_AGENT && s->links[m].kind == RZ_LINK_PREP && rz_is_actor(&s->mentions->at[m])) agent = m;
    }
    for (uint32_t t = verb > c->first + 3 ? verb - 3 : c->first; t < verb && agent != RZ_NONE; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_SPEECH)); h < s->text->hit_at[t + 1]; h++) {
            const rz_speech *speech = row_of_saying(s, &s->text->hits[h]);
            if (!speech || speech->plain || s->text->hits[h].last != verb || s->text->hits[h].key != s->g->k_phrase) continue;
            if (s->mentions->at[agent].head != RZ_NONE) agent = s->mentions->at[agent].head;
            *out = saying_at(s, clause, agent, speech->stance);
            return true;
        }
    return false;
}

/* «حزب X …»: a name that no table has, where no mention of the clause stands before it. */
static void take_voice(const rz_scene *s, uint32_t clause, rz_saying *out) {
    rz_voice voice;
    const rz_clause *c = &s->clauses[clause];
    uint32_t m = out->speaker;
    bool own = m < RZ_SPEAKER && !c->inherits && s->mentions->at[m].first >= c->first;
    uint32_t end;
    if (!rz_voice_in(s, clause, &voice) || (own && rz_class_at(s, voice.first, &end) == RZ_C_OFFICIALS) || (own && s->mentions->at[m].first < voice.first)) return;
    out->voice = voice;
    out->speaker = RZ_NONE;
}

static bool somebody_says(const rz_scene *s, uint32_t clause, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    if (c->verb == RZ_NONE || s->article->in_label[s->text->verbs[c->verb].first]) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (v->tense == RZ_INFINITIVE || v->person == 1 || v->negative) return false;
    if (document_speaks(s, clause, out) || undergone_by(s, clause, out)) return true;
    const rz_speech *speech = speech_of(s, c->verb);
    if (!speech || v->passive || v->tense == RZ_FUTURE || v->tense == RZ_SUBJUNCTIVE || c->kind == RZ_CLAUSE_RELATIVE) return false;
    if (!has_its_words(s, speech, clause)) return false;
    *out = saying_at(s, clause, speaker_in(s, clause), speech->stance);
    take_voice(s, clause, out);
    out->plain = speech->plain;
    out->judges = speech->needs_object;
    out->declares = speech->declares;
    if (!out->content && !out->judges && told_already(s, clause)) return false;
    if (out->content && rz_is_unknown(out) && document_is_subject(s, clause)) return out->issuer = out->document = true;
    if (!out->content && (speech->needs_content || (speech->plain && !speech->apart && !speaks_of_something(s, clause)))) return false;
    return !rz_is_unknown(out) || subject_dropped(s, clause) || passed_on(s, clause, speech, out);
}

uint32_t rz_sayings_of(const rz_scene *s, const rz_sentence *sentence, uint32_t first_clause, rz_saying *out) {
    uint32_t n = 0;
    for (uint32_t c = first_clause; c < s->n_clauses && s->clauses[c].first < sentence->last && n < RZ_MOST_SAYINGS; c++)
        n += somebody_says(s, c, &out[n]);
    return n;
}

/* «واکنش لاوروف به …: …»: the mention belongs to the word that opens the headline. */
static bool owns_reaction(const rz_scene *s, uint32_t m, uint32_t first) {
    uint32_t last;
    const rz_link *link = &s->links[m];
    bool right_after = link->kind == RZ_LINK_OF && link->chain == first && !link->prep;
    return right_after && rz_class_at(s, first, &last) == RZ_C_REACTION && s->mentions->at[m].first <= last + 1;
}

/* «لاوروف در نشست خبری: …»: the speaker opens the sentence, and what follows him only tells where he spoke. */
static bool speaks_there(const rz_scene *s, uint32_t m, uint32_t first, uint32_t end) {
    uint8_t kind = s->mentions->at[m].kind;
    uint32_t last, after = s->links[m].last;
    if (s->mentions->at[m].first != first || (kind != RZ_M_PERSON && kind != RZ_M_OFFICE) || after >= end) return false;
    uint8_t class = rz_class_at(s, after, &last);
    return class && class <= RZ_C_LAST_PREP;
}

static bool cites_first(const rz_scene *s, const rz_sentence *sentence, uint32_t first, uint32_t after, rz_saying *out) {
    uint32_t at, near = after + 3 < sentence->last ? after + 3 : sentence->last;
    out->speaker = issuer_after(s, after);
    out->issuer = out->speaker == RZ_NONE;
    out->document = rz_class_in(s, first, near, RZ_NONE, RZ_C_DOCUMENT, &at);
    return !out->issuer || out->document;
}

bool rz_message_told(const rz_scene *s, uint32_t first, uint32_t end, rz_saying *out) {
    uint32_t last;
    while (first < end && (s->article->in_label[first] || s->text->tokens[first].kind == RZ_TOKEN_PUNCT)) first++;
    if (first >= end || rz_class_at(s, first, &last) != RZ_C_MESSAGE) return false;
    uint32_t m = issuer_after(s, last);
    if (m == RZ_NONE || s->links[m].prep || s->mentions->at[m].first > last + 2) return false;
    *out = (rz_saying){.clause = RZ_NONE, .speaker = m, .stance = s->g->announce, .from = end};
    return true;
}

bool rz_said_by_the_way(const rz_scene *s, const rz_sentence *sentence, rz_saying *out) {
    uint32_t last, first = rz_sentence_start(s, sentence), end = sentence->last;
    if (end > first + RZ_CLAUSE_REACH) end = first + RZ_CLAUSE_REACH;
    for (uint32_t t = first; t < end; t++) {
        if (rz_class_at(s, t, &last) != RZ_C_ACCORDING || s->article->in_label[t]) continue;
        bool said = false;
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) said |= s->text->hits[h].row == s->g->said_by;
        uint32_t m = said ? issuer_after(s, last) : RZ_NONE;
        if (m == RZ_NONE || rz_family(&s->mentions->at[m]) != 1 || s->mentions->at[m].first > last + 1) continue;
        *out = (rz_saying){.clause = RZ_NONE, .speaker = m, .plain = true, .content = true, .stance = s->g->announce, .from = first};
        return true;
    }
    return false;
}

bool rz_head_names_source(const rz_scene *s, const rz_sentence *sentence, rz_saying *out) {
    uint32_t last, first = rz_sentence_start(s, sentence), end;
    while (first < sentence->last && (s->article->in_label[first] || s->text->tokens[first].kind == RZ_TOKEN_PUNCT)) first++;
    if (first >= sentence->last) return false;
    *out = (rz_saying){.clause = RZ_NONE, .speaker = RZ_NONE, .plain = true, .stance = s->g->announce, .from = first};
    if (rz_class_at(s, first, &last) == RZ_C_ACCORDING) return cites_first(s, sentence, first, last, out);
    for (end = first; end < sentence->last && end < first + HEADLINE_COLON && s->text->tokens[end].punct != ':'; end++)
        if (s->text->tokens[end].verb != RZ_NONE) return false;
    if (end >= sentence->last || s->text->tokens[end].punct != ':') return false;
    for (uint32_t t = first; t < end; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        bool owner = owns_reaction(s, m, first);
        if (!rz_is_actor(&s->mentions->at[m]) || (s->links[m].kind != RZ_LINK_FREE && !owner)) return false;
        if (s->links[m].last != end && !owner && !speaks_there(s, m, first, end)) return false;
        out->speaker = m;
        out->colon = out->content = true;
        out->from = end + 1;
        return true;
    }
    return false;
}
