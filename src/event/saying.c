/* Verbs of saying: who says something in a clause, and where his words begin. */
#include "event/saying.h"

enum { REPORT_NEAR = 4, DOCUMENT_VERB = 4, SHARED = 6 };

static const rz_speech *row_of_saying(const rz_scene *s, const rz_hit *hit) {
    const rz_grammar *g = s->g;
    return hit->row < g->first_speech || hit->row >= g->first_speech + g->n_speech ? NULL : &g->speech[hit->row - g->first_speech];
}

/* The phrase of saying that the verb closes: right before it, or farther back in its clause where the words said may come between. */
static const rz_speech *phrase_of_saying(const rz_scene *s, uint32_t verb) {
    const rz_verb *v = &s->text->verbs[verb];
    uint32_t clause = s->clause_of[v->first], from = s->text->sentences[rz_token_sentence(s, v->first)].first;
    if (v->first > from + RZ_CLAUSE_REACH) from = v->first - RZ_CLAUSE_REACH;
    for (uint32_t t = v->first; t-- > from;)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            const rz_speech *speech = row_of_saying(s, hit);
            if (!speech || hit->tail || hit->key != s->g->k_phrase ||  !rz_verb_among(s, verb, speech->verbs, speech->n_verbs)) continue;
            if (speech->negated && !v->negative) continue;
            if (hit->last == v->first || (speech->apart && s->clause_of[t] == clause)) return speech;
        }
    return NULL;
}

/* «ابراز تأسف و نگرانی کرد»: the phrase is the first of two that share the verb. */
static const rz_speech *shared_phrase(const rz_scene *s, uint32_t verb) {
    enum { NEAR = 4 };
    const rz_verb *v = &s->text->verbs[verb];
    uint32_t end, from = s->text->sentences[rz_token_sentence(s, v->first)].first;
    for (uint32_t t = v->first; t-- > from && v->first - t <= NEAR;) {
        if (s->mention_at[t] != RZ_NONE || s->text->tokens[t].kind != RZ_TOKEN_WORD) return NULL;
        if (rz_class_at(s, t, &end) != RZ_C_AND || end >= v->first) continue;
        for (uint32_t p = t; p-- > from && t - p <= NEAR;)
            for (rz_hits h = rz_hits_of(s->text, p, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);) {
                const rz_speech *speech = row_of_saying(s, &h.hit);
                bool whole = speech && !speech->plain && h.hit.last == t && !h.hit.tail && h.hit.key == s->g->k_phrase;
                if (whole && rz_verb_among(s, verb, speech->verbs, speech->n_verbs)) return speech;
            }
        return NULL;
    }
    return NULL;
}

static bool blocked(const rz_scene *s, const rz_speech *speech, uint32_t verb) {
    uint32_t at = s->text->verbs[verb].first, from = s->text->sentences[rz_token_sentence(s, at)].first;
    for (uint32_t t = at > from + RZ_REACH ? at - RZ_REACH : from; t < at; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);)
            if (h.hit.row == speech->row && h.hit.key == s->g->k_block) return true;
    return false;
}

/* «از وزیر خارجه X استقبال کرد»: he is met, and nothing is said of him. */
static bool receives(const rz_scene *s, uint32_t verb) {
    uint32_t at = s->text->verbs[verb].first, clause = s->clause_of[at], from = s->clauses[clause].first;
    bool met = false;
    if (at > from + RZ_CLAUSE_REACH) from = at - RZ_CLAUSE_REACH;
    for (uint32_t t = at; t-- > from;) {
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_FRAME)); !met && rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            const rz_frame *f = hit->last == at && hit->key == s->g->k_phrase ? &s->g->frames[hit->row - s->g->first_frame] : NULL;
            met = f && rz_kind_is(f->kind, RZ_KIND_MET) && f->by_class[RZ_C_FROM];
        }
        uint32_t m = s->mention_at[t];
        if (!met && at - t > REPORT_NEAR) return false;
        if (m == RZ_NONE || s->links[m].clause != clause || s->links[m].kind != RZ_LINK_PREP || s->links[m].prep != RZ_C_FROM) continue;
        return met && (s->mentions->at[m].kind == RZ_M_PERSON || s->mentions->at[m].kind == RZ_M_OFFICE);
    }
    return false;
}

static const rz_speech *speech_of(const rz_scene *s, uint32_t verb) {
    const rz_verb_use *use = rz_verb_use_of(s->g, s->text->verbs[verb].lemma);
    const rz_speech *phrase = use->ends_saying ? phrase_of_saying(s, verb) : NULL;
    if (phrase) return blocked(s, phrase, verb) || receives(s, verb) ? NULL : phrase;
    if (use->speech && use->speech->needs_object && blocked(s, use->speech, verb)) return NULL; /* «X را عنصر نامطلوب خواند» */
    if (use->speech && use->speech->negated && !s->text->verbs[verb].negative) return NULL;
    return use->speech || !use->ends_saying ? use->speech : shared_phrase(s, verb);
}

bool rz_class_in(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause, rz_class class, uint32_t *at) {
    if (last > first + RZ_CLAUSE_REACH) first = last - RZ_CLAUSE_REACH;
    for (uint32_t t = first; t < last; t++)
        for (rz_hits h = rz_hits_at(s->text, t); rz_may_sign(s, t, RZ_SIGN(class)) && rz_hits_next(&h);)
            if ((clause == RZ_NONE || s->clause_of[t] == clause) && !h.hit.tail &&
                rz_class_of(s->g, h.hit.row) == class) {
                *at = t;
                return true;
            }
    return false;
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
        if (s->clause_of[t] != clause || s->article->in_label[t] || rz_token_time(s, t) != RZ_NONE ||
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
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);)
            phrase |= h.hit.key != s->g->k_block;
        return phrase;
    }
    return true;
}

/* «در این مراسم X اعلام کرد», «پس از امضای این اسناد X گفت»: what «این» points to is nobody's. */
static uint32_t behind_adjunct(const rz_scene *s, uint32_t clause, uint32_t verb) {
    enum { NEAR = 3 };
    for (uint32_t t = verb; t-- > s->clauses[clause].first && verb - t <= NEAR && s->text->tokens[t].kind != RZ_TOKEN_PUNCT;) {
        uint32_t m = s->mention_at[t], at;
        if (m == RZ_NONE) continue;
        const rz_link *link = &s->links[m];
        bool adjunct = link->kind == RZ_LINK_OF && link->clause == clause && (link->prep == RZ_C_IN || link->prep == RZ_C_AFTER || link->prep == RZ_C_OCCASION);
        return adjunct && s->mentions->at[m].kind == RZ_M_PERSON && rz_class_in(s, link->prep_token, s->mentions->at[m].first, clause, RZ_C_DEFINITE, &at) ? m : RZ_NONE;
    }
    return RZ_NONE;
}

/* «ترویکا (آمریکا، بریتانیا و نروژ) تبریک گفت»: who stands in brackets only tells more of who speaks. */
static bool in_brackets(const rz_scene *s, const rz_clause *c, uint32_t mention) {
    enum { FAR = 12 };
    uint32_t first = s->mentions->at[mention].first;
    for (uint32_t t = first; t-- > c->first && first - t <= FAR;) {
        if (s->text->tokens[t].punct == ')') return false;
        if (s->text->tokens[t].punct == '(') return t > c->first && s->text->tokens[t - 1].kind == RZ_TOKEN_WORD;
    }
    return false;
}

/* Forums are where others meet, but they speak too: «تروئیکای اروپایی اعلام کرد». */
static uint32_t speaker_in(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb = s->text->verbs[c->verb].first, seen = RZ_NONE;
    if (c->subject != RZ_NONE) return in_brackets(s, c, c->subject) ? RZ_NONE : c->subject;
    for (uint32_t t = c->first; t < verb && t < c->first + RZ_REACH; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || m == seen) continue;
        seen = m;
        if (s->mentions->at[m].kind == RZ_M_FORUM && s->links[m].kind == RZ_LINK_FREE && s->links[m].clause == clause) return m;
    }
    return behind_adjunct(s, clause, verb);
}

static rz_saying saying_at(const rz_scene *s, uint32_t clause, uint32_t speaker, rz_row stance) {
    const rz_verb *v = &s->text->verbs[s->clauses[clause].verb];
    rz_saying out = {.clause = clause, .speaker = speaker, .stance = stance, .plain = stance == s->g->announce || stance == RZ_NONE,
                     .present = v->tense == RZ_PRESENT, .earlier = v->tense == RZ_PLUPERFECT, .from = v->last};
    out.content = rz_has_content(s, v, out.plain, &out.colon);
    return out;
}

static bool document_speaks(const rz_scene *s, uint32_t clause, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    const rz_verb *v = &s->text->verbs[c->verb];
    uint32_t at, document;
    uint32_t low = v->first > c->first + DOCUMENT_VERB ? (uint32_t)v->first - DOCUMENT_VERB : c->first;
    if (!rz_class_in(s, low, v->last, RZ_NONE, RZ_C_DOCUMENT_SAYS, &at)) return false;
    if (!rz_class_in(s, c->first, v->first, RZ_NONE, RZ_C_DOCUMENT, &document)) return false;
    *out = saying_at(s, clause, RZ_NONE, s->g->announce);
    rz_document_by(s, document, out);
    out->document = true;
    return true;
}

/* «شبکه X به نقل از وزارت Y اعلام کرد که …»: it is told as a source, but nothing parts it from the verb. */
static bool right_before(const rz_scene *s, uint32_t speaker, uint32_t verb) {
    enum { NEAR = 4 };
    uint32_t from = speaker == RZ_NONE ? verb : s->mentions->at[speaker].last;
    for (uint32_t t = from; t < verb; t++)
        if (s->text->tokens[t].kind == RZ_TOKEN_PUNCT) return false;
    return from < verb && verb - from <= NEAR;
}

/* «شبکه X به نقل از Y گزارش داد: …»: Y says it, or who issued the document. */
static bool passed_on(const rz_scene *s, uint32_t clause, const rz_speech *speech, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t at, last, document, verb = s->text->verbs[c->verb].first;
    if (!speech->plain || !rz_class_in(s, c->first, verb, clause, RZ_C_BY_REPORT, &at)) return false;
    rz_class_at(s, at, &last);
    uint32_t near = last + REPORT_NEAR < verb ? last + REPORT_NEAR : verb, speaker = rz_issuer_after(s, last);
    if (s->article->in_label[at] && !right_before(s, speaker, verb)) return false;
    bool of_document = rz_class_in(s, last, near, RZ_NONE, RZ_C_DOCUMENT, &document);
    rz_saying by = {.speaker = RZ_NONE};
    if (speaker == RZ_NONE && !of_document && !rz_cited_voice(s, last, verb, &by)) return false;
    *out = saying_at(s, clause, speaker == RZ_NONE ? by.speaker : speaker, speech->stance);
    out->voice = by.voice;
    out->issuer = rz_is_unknown(out);
    out->document = of_document;
    return out->content;
}

/* «رسانه‌های X به نقل از Y نوشتند» */
static bool quotes_another(const rz_scene *s, uint32_t clause, uint32_t speaker) {
    uint32_t at;
    const rz_mention *m = speaker < RZ_SPEAKER ? &s->mentions->at[speaker] : NULL;
    if (!m || m->kind != RZ_M_OFFICE || !rz_is_unnamed(s->g, m->office)) return false;
    return rz_class_in(s, m->last, s->text->verbs[s->clauses[clause].verb].first, clause, RZ_C_BY_REPORT, &at);
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

/* One of what must stand beside it. */
static bool has_its_words(const rz_scene *s, const rz_speech *speech, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    const rz_verb *v = &s->text->verbs[c->verb];
    uint32_t at;
    bool colon, needs = speech->needs_from || speech->needs_object || speech->needs_content || speech->needs_document || speech->needs_channel;
    return !needs || (speech->needs_channel && rz_channel_in(s, c->first, v->first, false)) || (speech->needs_from && rz_class_in(s, c->first, v->first, clause, RZ_C_FROM, &at)) ||
           (speech->needs_object && rz_class_in(s, c->first, v->first, clause, RZ_C_OBJECT, &at)) ||
           (speech->needs_document && rz_class_in(s, c->first, v->first, RZ_NONE, RZ_C_DOCUMENT, &at)) ||
           (speech->needs_content && rz_has_content(s, v, speech->plain, &colon));
}

/* «وی از سوی X استقبال شد»: people are received, and nothing is said. */
static bool is_received(const rz_scene *s, const rz_clause *c, const rz_speech *speech) {
    return c->subject != RZ_NONE && rz_family(&s->mentions->at[c->subject]) == 1 && speech->stance == rz_row_find(s->g->data, RZ_STANCE, RZ_STR("welcome"));
}

/* «این خبر از سوی X تکذیب شد» */
static bool undergone_by(const rz_scene *s, uint32_t clause, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb = s->text->verbs[c->verb].first, agent = RZ_NONE, at, end;
    if (!rz_verb_among(s, c->verb, s->g->become, 2)) return false;
    for (uint32_t t = verb > c->first + RZ_REACH ? verb - RZ_REACH : c->first; t < verb && agent == RZ_NONE; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].prep == RZ_C_AGENT && s->links[m].kind == RZ_LINK_PREP && rz_is_actor(&s->mentions->at[m])) agent = m;
    }
    rz_saying by = {.speaker = RZ_NONE};
    if (agent == RZ_NONE && rz_class_in(s, c->first, verb, clause, RZ_C_AGENT, &at) && rz_class_at(s, at, &end)) rz_cited_voice(s, end, verb, &by);
    if (agent == RZ_NONE) agent = by.speaker;
    for (uint32_t t = verb > c->first + 3 ? verb - 3 : c->first; t < verb && (agent != RZ_NONE || by.voice.last); t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);) {
            const rz_speech *speech = row_of_saying(s, &h.hit);
            if (!speech || speech->plain || h.hit.last != verb || h.hit.key != s->g->k_phrase || is_received(s, c, speech)) continue;
            if (agent != RZ_NONE && s->mentions->at[agent].head != RZ_NONE) agent = s->mentions->at[agent].head;
            *out = saying_at(s, clause, agent, speech->stance);
            out->voice = by.voice;
            return true;
        }
    return false;
}

/* «مراتب اعتراض X به وی ابلاغ شد»: whose it is, says so. */
static bool conveyed(const rz_scene *s, uint32_t clause, rz_saying *out) {
    enum { NEAR = 3 };
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb = s->text->verbs[c->verb].first;
    if (!rz_verb_among(s, c->verb, s->g->become, 2) && !s->text->verbs[c->verb].passive) return false;
    for (uint32_t t = verb > c->first + RZ_REACH ? verb - RZ_REACH : c->first; t < verb; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            const rz_speech *speech = row_of_saying(s, hit);
            if (!speech || !speech->conveyed || hit->tail || hit->key != s->g->k_phrase) continue;
            uint32_t u = hit->last;
            while (u < verb && u < hit->last + NEAR && s->mention_at[u] == RZ_NONE) u++;
            uint32_t m = u < verb ? s->mention_at[u] : RZ_NONE;
            if (m == RZ_NONE || (s->links[m].kind != RZ_LINK_OF && s->links[m].kind != RZ_LINK_FREE) || !rz_is_actor(&s->mentions->at[m])) continue;
            *out = saying_at(s, clause, s->mentions->at[m].head != RZ_NONE ? s->mentions->at[m].head : m, speech->stance);
            return true;
        }
    return false;
}

/* «ادعایی که X آن را رد کرد» */
static bool denies_it(const rz_scene *s, uint32_t clause, const rz_speech *speech) {
    uint32_t at, end;
    const rz_clause *c = &s->clauses[clause];
    if (speech->plain || !rz_class_in(s, c->first, s->text->verbs[c->verb].first, clause, RZ_C_OBJECT, &at) || at == 0) return false;
    return rz_class_at(s, at - 1, &end) == RZ_C_DEFINITE; /* «آن را» */
}

/* «حزب X …»: a name that no table has, where no mention of the clause stands before it. */
static void take_voice(const rz_scene *s, uint32_t clause, rz_saying *out) {
    rz_voice voice;
    const rz_clause *c = &s->clauses[clause];
    uint32_t m = out->speaker;
    bool own = m < RZ_SPEAKER && !c->inherits && s->mentions->at[m].first >= c->first;
    uint32_t end, from = clause;
    for (int joined = 0; !own && !rz_voice_in(s, from, &voice); joined++) { /* «خانواده‌ها گرد آمدند و خواستار … شدند» */
        uint32_t parent = s->clauses[from].kind == RZ_CLAUSE_COORDINATE ? s->clauses[from].parent : RZ_NONE;
        if (joined == SHARED || parent == RZ_NONE || s->clauses[parent].verb == RZ_NONE || s->clauses[parent].subject != RZ_NONE) return;
        from = parent;
    }
    if ((own && !rz_voice_in(s, clause, &voice)) || (own && rz_class_at(s, voice.first, &end) == RZ_C_OFFICIALS) || (own && s->mentions->at[m].first < voice.first)) return;
    bool before_verb = from != clause && voice.last == s->text->verbs[s->clauses[from].verb].first;
    if (before_verb && voice.last > voice.first + 1) voice.last--; /* «سران سه کشور توافق کردند و …» */
    out->speaker = voice.who;
    if (voice.who == RZ_NONE) out->voice = voice;
}

/* «X از نخستین کسانی بود که … گفت», «X را احضار کرد که گفته بود …»: of whom the clause above tells. */
static uint32_t told_above(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause], *above = c->parent == RZ_NONE ? NULL : &s->clauses[c->parent];
    if (c->kind != RZ_CLAUSE_COMPLEMENT || !above || above->verb == RZ_NONE || speech_of(s, above->verb)) return RZ_NONE;
    if (s->text->verbs[above->verb].lemma == s->g->be) return above->subject;
    uint32_t verb = s->text->verbs[above->verb].first;
    for (uint32_t t = verb; t-- > above->first && verb - t < RZ_REACH;) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].kind == RZ_LINK_OBJECT && s->links[m].clause == c->parent && rz_family(&s->mentions->at[m]) == 1) return m;
    }
    return RZ_NONE;
}

static bool somebody_says(const rz_scene *s, uint32_t clause, rz_saying *out) {
    const rz_clause *c = &s->clauses[clause];
    if (c->verb == RZ_NONE || s->article->in_label[s->text->verbs[c->verb].first]) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (v->tense == RZ_INFINITIVE || v->person == 1) return false;
    if (!v->negative && (document_speaks(s, clause, out) || undergone_by(s, clause, out) || conveyed(s, clause, out))) return true;
    const rz_speech *speech = speech_of(s, c->verb);
    if (!speech || v->passive || v->tense == RZ_FUTURE || v->tense == RZ_SUBJUNCTIVE) return false;
    if (v->negative && !speech->negated && (!speech->needs_object || speech->needs_content)) return false; /* «آن را درست ندانست» */
    if (c->kind == RZ_CLAUSE_RELATIVE && !denies_it(s, clause, speech)) return false;
    if (!has_its_words(s, speech, clause)) return false;
    *out = saying_at(s, clause, speaker_in(s, clause), speech->stance);
    take_voice(s, clause, out);
    if (rz_is_unknown(out)) out->speaker = told_above(s, clause);
    out->plain = speech->plain;
    out->judges = speech->needs_object && !speech->needs_content;
    out->declares = speech->declares;
    if (!out->content && !out->judges && told_already(s, clause)) return false;
    if (out->content && rz_is_unknown(out) && document_is_subject(s, clause)) return out->issuer = out->document = true;
    if (!out->content && speech->needs_content && speech->needs_object) return !rz_is_unknown(out);
    if (!out->content && ((speech->needs_content && !speech->needs_from) || (speech->plain && !speech->apart && !speaks_of_something(s, clause)))) return false;
    if (quotes_another(s, clause, out->speaker) && passed_on(s, clause, speech, out)) return true;
    if (!rz_is_unknown(out) || passed_on(s, clause, speech, out) || subject_dropped(s, clause)) return true;
    rz_voice voice;
    if (!rz_stranger_in(s, clause, &voice)) return false;
    if (!out->content && voice.who == RZ_NONE && !(voice.kind & RZ_VOICE_PERSON)) return false; /* «حمله هوایی به X را محکوم کرد» */
    out->voice = voice;
    if (out->voice.who != RZ_NONE) out->speaker = out->voice.who, out->voice.last = 0;
    return true;
}

uint32_t rz_sayings_of(const rz_scene *s, const rz_sentence *sentence, uint32_t first_clause, rz_saying *out) {
    uint32_t n = 0;
    for (uint32_t c = first_clause; c < s->n_clauses && s->clauses[c].first < sentence->last && n < RZ_MOST_SAYINGS; c++)
        n += somebody_says(s, c, &out[n]);
    return n;
}
