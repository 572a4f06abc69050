/* Statements: sentences in which a speaker is given words. */
#include "event/event.h"

typedef struct {
    uint32_t clause;  /* of the verb of saying */
    uint32_t speaker; /* mention, or RZ_NONE */
    bool issuer;      /* who issued the document cited last */
    bool colon, plain, document;
    rz_row stance;    /* that the verb carries, or RZ_NONE */
    uint32_t from;    /* first token of what is said */
} saying;

enum { MOST_SAYINGS = 8, HEADLINE_COLON = 14, DOCUMENT_NEAR = 5, SHORTEST = 4 };

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
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) {
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
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++)
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

static bool class_in(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause, rz_class class, uint32_t *at) {
    if (last > first + RZ_CLAUSE_REACH) first = last - RZ_CLAUSE_REACH;
    for (uint32_t t = first; t < last; t++)
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++)
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
    if (t >= limit || s->text->tokens[t].kind == RZ_TOKEN_PUNCT) return false;
    uint8_t class = rz_class_at(s, t, &last);
    if (class == RZ_C_AND || class == RZ_C_CLAUSE) return false;
    for (; t < limit && t < v->last + RZ_REACH; t++) {
        uint32_t verb = s->text->tokens[t].verb;
        if (verb != RZ_NONE && s->text->verbs[verb].tense != RZ_INFINITIVE && s->text->verbs[verb].tense != RZ_PARTICIPLE) return true;
    }
    return false;
}

/* The words said come after the verb: a colon, که, a quotation, or a clause of their own. */
static bool has_content(const rz_scene *s, const rz_verb *v, bool *colon) {
    uint32_t last, limit = s->text->sentences[s->sentence_of[v->first]].last;
    *colon = false;
    for (uint32_t t = v->last; t < limit && t < v->last + 3; t++) {
        const rz_token *token = &s->text->tokens[t];
        if (token->punct == ':') return *colon = true;
        if (token->punct == '<' || token->punct == '"') return *colon = true;
        if (rz_class_at(s, t, &last) == RZ_C_THAT) return true;
    }
    return clause_follows(s, v, limit);
}

static bool speaks_of_something(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t at, end = s->text->verbs[c->verb].first;
    return class_in(s, c->first, end, clause, RZ_C_FROM, &at) || class_in(s, c->first, end, clause, RZ_C_TO, &at) ||
           class_in(s, c->first, end, clause, RZ_C_ABOUT, &at) || class_in(s, c->first, end, clause, RZ_C_FOR, &at) ||
           class_in(s, c->first, end, clause, RZ_C_OBJECT, &at);
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
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++)
            phrase |= rz_row_type_of(s->text->data, s->text->hits[h].row) == RZ_SPEECH;
        return phrase;
    }
    return true;
}

/* The body or person whose document it is: the actor named right after the word for it. */
static uint32_t issuer_after(const rz_scene *s, uint32_t token) {
    uint32_t limit = s->text->sentences[s->sentence_of[token]].last;
    for (uint32_t t = token; t < limit && t < token + DOCUMENT_NEAR; t++) {
        uint32_t m = s->mention_at[t], last;
        if (s->text->tokens[t].verb != RZ_NONE || rz_class_at(s, t, &last) == RZ_C_THAT) break;
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        if (rz_is_actor(&s->mentions->at[m]) && s->mentions->at[m].kind != RZ_M_PLACE) return m;
    }
    return RZ_NONE;
}

static bool document_speaks(const rz_scene *s, uint32_t clause, saying *out) {
    const rz_clause *c = &s->clauses[clause];
    const rz_verb *v = &s->text->verbs[c->verb];
    uint32_t at, document;
    uint32_t low = v->first > c->first + 2 ? v->first - 2 : c->first;
    if (!class_in(s, low, v->last, RZ_NONE, RZ_C_DOCUMENT_SAYS, &at)) return false;
    if (!class_in(s, c->first, v->first, RZ_NONE, RZ_C_DOCUMENT, &document)) return false;
    uint32_t speaker = issuer_after(s, document);
    bool colon;
    has_content(s, v, &colon);
    *out = (saying){.clause = clause, .speaker = speaker, .issuer = speaker == RZ_NONE, .colon = colon, .plain = true,
                    .document = true, .stance = s->g->announce, .from = v->last};
    return true;
}

static bool somebody_says(const rz_scene *s, uint32_t clause, saying *out) {
    const rz_clause *c = &s->clauses[clause];
    if (c->verb == RZ_NONE || s->article->in_label[s->text->verbs[c->verb].first]) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (v->tense == RZ_INFINITIVE || v->person == 1 || v->negative) return false;
    if (document_speaks(s, clause, out)) return true;
    const rz_speech *speech = speech_of(s, c->verb);
    uint32_t at;
    if (!speech || v->passive || v->tense == RZ_FUTURE || v->tense == RZ_SUBJUNCTIVE || c->kind == RZ_CLAUSE_RELATIVE) return false;
    if (speech->needs_from && !class_in(s, c->first, v->first, clause, RZ_C_FROM, &at)) return false;
    if (speech->needs_object && !class_in(s, c->first, v->first, clause, RZ_C_OBJECT, &at)) return false;
    bool colon, content = has_content(s, v, &colon);
    if (speech->plain && !content && !speaks_of_something(s, clause)) return false;
    if (c->subject == RZ_NONE && !subject_dropped(s, clause)) return false;
    *out = (saying){.clause = clause, .speaker = c->subject, .colon = colon, .plain = speech->plain, .stance = speech->stance,
                    .from = v->last};
    return true;
}

/* «لاوروف: …» and «طبق این بیانیه، …»: a sentence whose head names its source. */
static bool head_names_source(const rz_scene *s, const rz_sentence *sentence, saying *out) {
    uint32_t last, first = rz_sentence_start(s, sentence), end;
    while (first < sentence->last && (s->article->in_label[first] || s->text->tokens[first].kind == RZ_TOKEN_PUNCT)) first++;
    if (first >= sentence->last) return false;
    *out = (saying){.clause = RZ_NONE, .speaker = RZ_NONE, .plain = true, .stance = s->g->announce, .from = first};
    if (rz_class_at(s, first, &last) == RZ_C_ACCORDING) {
        uint32_t at, near = last + 3 < sentence->last ? last + 3 : sentence->last;
        out->speaker = issuer_after(s, last);
        out->issuer = out->speaker == RZ_NONE;
        out->document = class_in(s, first, near, RZ_NONE, RZ_C_DOCUMENT, &at);
        return !out->issuer || out->document;
    }
    for (end = first; end < sentence->last && end < first + HEADLINE_COLON && s->text->tokens[end].punct != ':'; end++)
        if (s->text->tokens[end].verb != RZ_NONE) return false;
    if (end >= sentence->last || s->text->tokens[end].punct != ':') return false;
    for (uint32_t t = first; t < end; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        if (!rz_is_actor(&s->mentions->at[m]) || s->links[m].kind != RZ_LINK_FREE || s->links[m].last != end) return false;
        out->speaker = m;
        out->colon = true;
        out->from = end + 1;
        return end + 1 < sentence->last;
    }
    return false;
}

/* The first stance of the contract's order that the tokens carry. Weak cues count where nothing but announce or emphasize is. */
static rz_row stance_in(const rz_scene *s, uint32_t first, uint32_t last, rz_row own) {
    const rz_grammar *g = s->g;
    rz_row best = own == RZ_NONE ? g->announce : own, weak = RZ_NONE;
    for (uint32_t t = first; t < last; t++)
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            if (hit->row < g->first_stance || hit->row >= g->first_stance + g->n_stances) continue;
            rz_row *to = hit->key == g->k_weak ? &weak : hit->key == g->k_cue ? &best : NULL;
            if (to && (*to == RZ_NONE || g->stance_rank[hit->row - g->first_stance] < g->stance_rank[*to - g->first_stance]))
                *to = hit->row;
        }
    bool bland = best == g->announce || best == g->emphasize;
    return bland && weak != RZ_NONE ? weak : best;
}

static const char *channel_in(const rz_scene *s, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t < last; t++)
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            if (hit->row < s->g->first_words || hit->row >= s->g->first_words + s->g->n_words) continue;
            const char *channel = s->g->channel_of[hit->row - s->g->first_words];
            if (channel) return channel;
        }
    return NULL;
}

static void add_targets(const rz_scene *s, rz_found_statement *st) {
    uint32_t limit = st->last < st->first + RZ_CLAUSE_REACH ? st->last : st->first + RZ_CLAUSE_REACH;
    uint32_t seen = RZ_NONE;
    for (uint32_t t = st->first; t < limit && st->targets.n < 4; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || m == seen || m == st->speaker) continue;
        seen = m;
        uint8_t kind = s->mentions->at[m].kind;
        if (s->mentions->at[m].head != RZ_NONE || (kind != RZ_M_STATE && kind != RZ_M_ORGANISATION && kind != RZ_M_PERSON)) continue;
        const rz_link *link = &s->links[m];
        bool aimed = link->prep == RZ_C_FROM || link->prep == RZ_C_AGAINST || link->prep == RZ_C_ADDRESSEE || link->kind == RZ_LINK_OBJECT;
        if (aimed && link->clause != RZ_NONE) *RZ_PUSH(s->arena, &st->targets) = m;
    }
}

static void add(rz_found *found, uint32_t sentence, const saying *said, uint32_t via, uint32_t first, uint32_t last) {
    const rz_scene *s = &found->scene;
    rz_found_statement *st = RZ_PUSH(s->arena, &found->statements);
    st->speaker = said->speaker;
    st->issuer = said->issuer;
    st->via = via;
    st->sentence = sentence;
    st->clause = said->clause;
    st->first = first;
    st->last = last;
    st->direct = said->colon;
    for (uint32_t t = said->from; t < last && !st->direct; t++) st->direct = s->text->tokens[t].punct == '"' ||
        (s->text->tokens[t].punct == '<' && t + 4 < last && s->text->tokens[t + 4].quote);
    st->channel = said->document ? "statement" : channel_in(s, first, last);
    st->fresh_channel = st->channel != NULL;
    st->stance = stance_in(s, first, last, said->stance);
    add_targets(s, st);
    rz_topics_in(s, first, last, RZ_NONE, &st->topics);
}

static bool within(const rz_scene *s, uint32_t clause, uint32_t outer) {
    for (int depth = 0; depth < 12 && clause != RZ_NONE; depth++) {
        if (clause == outer) return true;
        if (s->clauses[clause].kind == RZ_CLAUSE_COORDINATE && clause != outer && s->clauses[clause].parent == outer) return false;
        clause = s->clauses[clause].parent;
    }
    return false;
}

/* A speaker quoted by the speaker: another subject, in the words of the first. */
static bool nested(const rz_scene *s, const saying *inner, const saying *outer) {
    if (inner->speaker == RZ_NONE || inner->clause == RZ_NONE || outer->clause == RZ_NONE) return false;
    if (inner->speaker == outer->speaker || s->clauses[inner->clause].inherits) return false;
    return s->text->verbs[s->clauses[inner->clause].verb].first >= outer->from && within(s, inner->clause, outer->clause);
}

static bool continues(const rz_found *found, const rz_sentence *sentence, uint32_t index) {
    const rz_scene *s = &found->scene;
    if (!found->statements.n || sentence->last - sentence->first < SHORTEST) return false;
    const rz_found_statement *before = &found->statements.at[found->statements.n - 1];
    if (before->sentence + 1 != index || !before->direct) return false;
    if (s->text->sentences[before->sentence].paragraph != sentence->paragraph) return false;
    bool quoted = false;
    for (uint32_t t = before->first; t < before->last && !quoted; t++) quoted = s->text->tokens[t].quote != 0;
    uint32_t look = sentence->first + 1 < sentence->last ? sentence->first + 1 : sentence->first;
    return !quoted || s->text->tokens[look].quote || s->text->tokens[sentence->first].quote;
}

static uint32_t sayings_of(const rz_scene *s, const rz_sentence *sentence, uint32_t first_clause, saying *out) {
    uint32_t n = 0;
    for (uint32_t c = first_clause; c < s->n_clauses && s->clauses[c].first < sentence->last && n < MOST_SAYINGS; c++)
        n += somebody_says(s, c, &out[n]);
    return n;
}

static void read_sentence(rz_found *found, uint32_t index, uint32_t first_clause) {
    const rz_scene *s = &found->scene;
    const rz_sentence *sentence = &s->text->sentences[index];
    uint32_t first = rz_sentence_start(s, sentence);
    while (first < sentence->last && s->article->in_label[first]) first++;
    saying said[MOST_SAYINGS], head;
    uint32_t n = sayings_of(s, sentence, first_clause, said);
    bool headed = head_names_source(s, sentence, &head);
    if (headed && (n == 0 || head.colon || said[0].speaker == RZ_NONE || head.issuer)) {
        if (n && !head.colon && said[0].speaker != RZ_NONE) head.stance = said[0].stance;
        add(found, index, &head, RZ_NONE, first, sentence->last);
        return;
    }
    if (!n) {
        if (!continues(found, sentence, index)) return;
        rz_found_statement *before = &found->statements.at[found->statements.n - 1];
        saying same = {.clause = RZ_NONE, .speaker = before->speaker, .issuer = before->issuer, .colon = true,
                       .stance = s->g->announce, .from = first};
        const char *channel = before->channel;
        uint32_t via = before->via;
        add(found, index, &same, via, first, sentence->last);
        found->statements.at[found->statements.n - 1].continued = true;
        if (!found->statements.at[found->statements.n - 1].channel) found->statements.at[found->statements.n - 1].channel = channel;
        return;
    }
    for (uint32_t i = 1; i < n; i++) /* one statement a speaker and sentence: the strongest of his verbs */
        if (said[i].speaker == said[0].speaker && said[0].plain && !said[i].plain && !nested(s, &said[i], &said[0]))
            said[0].stance = said[i].stance;
    for (uint32_t i = 1; i < n; i++) said[0].colon |= said[i].colon && !nested(s, &said[i], &said[0]);
    uint32_t inner = 0;
    for (uint32_t i = 1; i < n && !inner; i++)
        if (nested(s, &said[i], &said[0])) inner = i;
    bool only_inner = inner && said[0].plain && !said[0].document && !s->text->tokens[said[0].from].quote;
    if (inner && said[0].document && !said[inner].plain) said[0].stance = said[inner].stance;
    if (!only_inner) {
        add(found, index, &said[0], RZ_NONE, first, sentence->last);
        return;
    }
    add(found, index, &said[inner], RZ_NONE, first, sentence->last);
    found->statements.at[found->statements.n - 1].via = said[0].speaker == RZ_NONE ? RZ_SPEAKER : said[0].speaker;
}

void rz_statements_find(rz_found *found) {
    const rz_scene *s = &found->scene;
    uint32_t clause = 0;
    for (uint32_t i = 0; i < s->text->n_sentences; i++) {
        const rz_sentence *sentence = &s->text->sentences[i];
        while (clause < s->n_clauses && s->clauses[clause].sentence < i) clause++;
        if (rz_sentence_start(s, sentence) == RZ_NONE) continue;
        if (sentence->first >= s->article->title_first && sentence->last <= s->article->title_last && s->article->title_last &&
            s->text->tokens[sentence->first].kind != RZ_TOKEN_PUNCT && clause < s->n_clauses && s->clauses[clause].verb == RZ_NONE) {
            saying head;
            if (!head_names_source(s, sentence, &head)) continue;
        }
        read_sentence(found, i, clause);
    }
}
