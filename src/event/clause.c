/* Clauses: a sentence is cut at its finite verbs and joining words. Persian puts the verb last, so a clause opened by که
 * before its parent's verb is embedded and hands back to the parent; after it, it is the parent's complement. */
#include "event/event.h"

typedef struct {
    rz_scene *scene;
    RZ_VEC(rz_clause) out;
    uint32_t current;
    uint32_t sentence;
    uint32_t verbs_left; /* finite verbs still to come in the sentence */
    uint32_t outer, closing; /* the clause around a parenthesis, and where that ends; RZ_NONE: there is none */
} cutter;

static rz_clause *now(cutter *c) { return &c->out.at[c->current]; }
static uint32_t now_first(const cutter *c) { return c->out.at[c->current].first; }

static void open_clause(cutter *c, rz_clause_kind kind, uint32_t parent, uint32_t token) {
    rz_clause *n = RZ_PUSH(c->scene->arena, &c->out);
    *n = (rz_clause){.kind = (uint8_t)kind, .parent = parent, .sentence = c->sentence, .first = token, .last = token,
                     .verb = RZ_NONE, .subject = RZ_NONE};
    c->current = c->out.n - 1;
}

static void take(cutter *c, uint32_t token) {
    c->scene->clause_of[token] = c->current;
    if (token + 1 > now(c)->last) now(c)->last = token + 1;
}

bool rz_event_noun_at(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
        if (h.hit.key == s->g->k_noun && !h.hit.tail) return true;
    return false;
}

/* «این نشست»: the noun, though it is spelled as a verb. */
static bool is_pointed_at(const rz_scene *s, const rz_verb *v) {
    uint32_t last;
    return v->last == v->first + 1u && v->first && rz_class_at(s, v->first - 1, &last) == RZ_C_DEFINITE && rz_event_noun_at(s, v->first);
}

/* «اعتراض شدید خود را»: the adjective, though it is spelled as «you became». */
static bool is_adjective(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    bool you = v->person == 2 && v->tense == RZ_PAST && v->last == v->first + 1u && !v->negative;
    return you && v->lemma == s->g->become[0] && v->last < limit && s->text->tokens[v->last].kind == RZ_TOKEN_WORD;
}

static bool finite(const rz_scene *s, const rz_verb *v, uint32_t limit) {
    if (is_adjective(s, v, limit)) return false;
    if (is_pointed_at(s, v)) return false;
    if (v->tense == RZ_INFINITIVE) return false;
    uint32_t start;
    if (v->tense == RZ_PARTICIPLE && rz_token_time(s, v->first) != RZ_NONE) return false; /* «ماه گذشته که …» */
    if (v->tense == RZ_PARTICIPLE && v->first && rz_class_ending(s, v->last, v->first - 1, false, &start) == RZ_C_ACCORDING) return false; /* «به گفته «X»» */
    uint32_t m = s->mention_at[v->first];
    if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PRONOUN && s->mentions->at[m].first < v->first && s->mentions->at[m].last == v->last) return false; /* «این نهاد» */
    if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_OFFICE && s->mentions->at[m].first < v->first && s->mentions->at[m].last >= v->last + (v->tense != RZ_PARTICIPLE)) return false; /* «رئیس ستاد ارتش», «رئیس‌جمهور برکنارشده،» */
    return v->tense != RZ_PARTICIPLE || rz_participle_tells(s, v, limit);
}

/* «که قرار بود امروز برود …»: the verb goes on in a second one, which belongs to the same clause. */
static bool calls_for_another(const cutter *c, uint32_t verb) {
    const rz_text *text = c->scene->text;
    const rz_verb *v = &text->verbs[verb];
    if (verb + 1 >= text->n_verbs || text->verbs[verb + 1].tense != RZ_SUBJUNCTIVE || c->verbs_left < 2) return false;
    if (v->lemma == c->scene->g->can) return true; /* «این سؤال که آیا می‌تواند … باشد، گفت» */
    uint32_t low = v->first > now_first(c) + 2 ? v->first - 2u : now_first(c);
    for (uint32_t t = low; t < v->last; t++)
        for (rz_hits h = rz_hits_at(text, t); rz_hits_next(&h);) {
            const rz_grammar *g = c->scene->g;
            rz_row row = h.hit.row;
            if (h.hit.last != v->last || row < g->first_words || row >= g->first_words + g->n_words) continue;
            if (g->status_of[row - g->first_words] && rz_class_of(g, row) != RZ_C_ASKS) return true; /* «که خواست نامش برده نشود، گفت» */
        }
    return false;
}

/* «دور دوم مذاکرات قرار است … برگزار شود», «انتظار می‌رود X … کند», «X باید … کند»: nobody does what the verb says, it only colours the one to come. */
static bool only_colours(const cutter *c, uint32_t verb, uint32_t limit) {
    const rz_scene *s = c->scene;
    const rz_text *text = s->text;
    const rz_verb *v = &text->verbs[verb];
    uint32_t next = verb + 1, low = v->first > now_first(c) + 2 ? v->first - 2u : now_first(c), last;
    if (v->last < limit && rz_class_at(s, v->last, &last) == RZ_C_THAT) return false;
    while (next < text->n_verbs && text->verbs[next].first < limit && !finite(s, &text->verbs[next], limit)) next++;
    if (next >= text->n_verbs || text->verbs[next].first >= limit || text->verbs[next].tense != RZ_SUBJUNCTIVE) return false;
    for (uint32_t t = low; t < v->last; t++)
        for (rz_hits h = rz_hits_of(text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            if (h.hit.last == v->last && rz_is_impersonal(s->g, h.hit.row)) return true;
    return false;
}

/* The relative clause that ends with the clause at hand, or RZ_NONE. */
static uint32_t relative_done(cutter *c) {
    const rz_clause *k = now(c);
    if (k->kind == RZ_CLAUSE_RELATIVE) return c->current;
    bool inside = k->kind == RZ_CLAUSE_COORDINATE && k->parent != RZ_NONE && c->out.at[k->parent].kind == RZ_CLAUSE_RELATIVE;
    return inside ? k->parent : RZ_NONE;
}

static void close_with(cutter *c, uint32_t verb, uint32_t limit) {
    const rz_verb *v = &c->scene->text->verbs[verb];
    if (now(c)->verb != RZ_NONE) open_clause(c, RZ_CLAUSE_COORDINATE, c->current, v->first);
    for (uint32_t t = v->first; t < v->last && t < limit; t++) take(c, t);
    if (c->verbs_left) c->verbs_left--;
    if (only_colours(c, verb, limit)) return;
    now(c)->verb = verb;
    uint32_t last;
    bool goes_on = v->last < limit && rz_class_at(c->scene, v->last, &last) == RZ_C_AND && c->verbs_left > 1;
    uint32_t relative = relative_done(c);
    if (relative != RZ_NONE && !goes_on && c->verbs_left > 0 && !calls_for_another(c, verb)) c->current = c->out.at[relative].parent;
}

/* A joining word at the token: opens a clause where it does. */
static bool join(cutter *c, uint32_t token, uint32_t *last) {
    uint8_t class = rz_class_at(c->scene, token, last);
    if (class == RZ_C_THAT) {
        bool done = now(c)->verb != RZ_NONE;
        /* «این ایده که …» / «اعلام کرد که …» */
        open_clause(c, done ? RZ_CLAUSE_COMPLEMENT : RZ_CLAUSE_RELATIVE, c->current, token);
        return true;
    }
    uint32_t what = now(c)->verb == RZ_NONE && c->verbs_left > 1 ? rz_listed_end(c->scene, c->scene->g->what_is, token) : token;
    if (what > token) { /* «به دلیل آنچه دخالت خواند، احضار کرد» */
        open_clause(c, RZ_CLAUSE_RELATIVE, c->current, token);
        *last = what;
        return true;
    }
    if (class == RZ_C_CLAUSE && now(c)->verb != RZ_NONE) {
        open_clause(c, RZ_CLAUSE_COORDINATE, c->current, token);
        return true;
    }
    return false;
}

/* «این در حالیست که»: its که opens no clause. Gives its end, or the next token. */
static uint32_t past_set_phrase(const rz_scene *s, uint32_t token) {
    uint32_t last, end;
    bool set = rz_class_at(s, token, &last) == RZ_C_ALSO && last > token + 1 && rz_class_at(s, last - 1, &end) == RZ_C_THAT;
    return set ? last : token + 1;
}

/* «۲۴ وزیر (وزیران X و Y نیامده بودند) گفت»: where a parenthesis with a verb of its own ends, or RZ_NONE. */
static uint32_t parenthesis_end(const rz_scene *s, uint32_t token, uint32_t verb, uint32_t limit) {
    const rz_text *text = s->text;
    uint32_t end = token + 1, most = limit - token > RZ_REACH ? token + RZ_REACH : limit;
    while (end < most && text->tokens[end].punct != ')') end++;
    for (; end < most && verb < text->n_verbs && text->verbs[verb].first < end; verb++)
        if (text->verbs[verb].first > token && finite(s, &text->verbs[verb], end)) return end;
    return RZ_NONE;
}

static void cut_sentence(cutter *c, const rz_sentence *sentence, uint32_t first, uint32_t *verb) {
    const rz_scene *s = c->scene;
    const rz_text *text = s->text;
    while (*verb < text->n_verbs && text->verbs[*verb].first < first) (*verb)++;
    c->verbs_left = 0;
    for (uint32_t v = *verb; v < text->n_verbs && text->verbs[v].first < sentence->last; v++)
        c->verbs_left += finite(s, &text->verbs[v], sentence->last);
    open_clause(c, RZ_CLAUSE_MAIN, RZ_NONE, first);
    c->closing = RZ_NONE;
    for (uint32_t t = first; t < sentence->last;) {
        const rz_token *token = &text->tokens[t];
        while (*verb < text->n_verbs && text->verbs[*verb].first < t) (*verb)++;
        if (*verb < text->n_verbs && text->verbs[*verb].first == t && finite(s, &text->verbs[*verb], sentence->last)) {
            close_with(c, *verb, sentence->last);
            t = text->verbs[*verb].last > t ? text->verbs[*verb].last : t + 1;
            continue;
        }
        uint32_t last = t + 1;
        if (t == c->closing) c->current = c->outer, c->closing = RZ_NONE;
        uint32_t end = token->punct == '(' && c->closing == RZ_NONE ? parenthesis_end(s, t, *verb, sentence->last) : RZ_NONE;
        if (end != RZ_NONE) {
            c->outer = c->current, c->closing = end;
            take(c, t);
            open_clause(c, RZ_CLAUSE_RELATIVE, c->current, t);
        } else if (token->punct == ':') {
            take(c, t);
            open_clause(c, RZ_CLAUSE_QUOTE, c->current, t);
        } else if (!join(c, t, &last)) {
            last = past_set_phrase(s, t);
            bool opens = token->kind != RZ_TOKEN_PUNCT || token->punct == '<'; /* «اعلام کرد «X» با Y …» */
            if (now(c)->verb != RZ_NONE && opens) open_clause(c, RZ_CLAUSE_COORDINATE, c->current, t);
        }
        for (; t < last && t < sentence->last; t++) take(c, t);
    }
}

/* A date line or label may stand before the report in its first sentence. */
uint32_t rz_sentence_start(const rz_scene *scene, const rz_sentence *sentence) {
    for (uint32_t t = sentence->first; t < sentence->last; t++)
        if (scene->article->in_body[t]) return t;
    return RZ_NONE;
}

uint32_t rz_sentence_at(const rz_text *text, uint32_t token) {
    uint32_t low = 0, high = text->n_sentences; /* to the first that ends behind the token */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->sentences[middle].last <= token) low = middle + 1;
        else high = middle;
    }
    return low < text->n_sentences || !low ? low : low - 1;
}

void rz_clauses_find(rz_scene *scene) {
    cutter c = {.scene = scene};
    uint32_t verb = 0;
    const rz_text *text = scene->text;
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        const rz_sentence *sentence = &text->sentences[i];
        uint32_t first = rz_sentence_start(scene, sentence);
        if (first == RZ_NONE) continue;
        c.sentence = i;
        cut_sentence(&c, sentence, first, &verb);
    }
    scene->clauses = c.out.at;
    scene->n_clauses = c.out.n;
}

enum { LONGEST_SMALL_WORD = 6 }; /* tokens */

/* The small words among what begins at a token, the longest first, kept once for each onset: most begin with none. */
typedef struct {
    uint32_t length : 24, class : 8; /* tokens; rz_class */
} small_form;
typedef struct {
    small_form *at;
    uint32_t n, room;
    uint32_t *from; /* for each onset, and one more */
} small_forms;

static void note_forms(rz_scene *s, small_forms *forms) {
    const rz_text *text = s->text;
    s->signs = RZ_NEW_N(s->arena, uint32_t, (size_t)text->n_onsets + 1);
    *forms = (small_forms){.from = rz_alloc_bare(s->arena, ((size_t)text->n_onsets + 1) * sizeof *forms->from)};
    for (uint32_t i = 0; i < text->n_onsets; i++) {
        forms->from[i] = forms->n;
        for (const rz_hit *hit = text->hits + text->onsets[i].hits, *end = text->hits + text->onsets[i + 1].hits; hit < end; hit++) {
            if (hit->type != RZ_WORDS) continue;
            uint8_t class = hit->tail ? RZ_C_NONE : s->g->class_of[hit->row - s->g->first_words];
            s->signs[i] |= s->g->signs_of[hit->row - s->g->first_words];
            if (class) *RZ_PUSH_BARE(s->arena, forms) = (small_form){hit->last & ((1u << 24) - 1), class};
        }
    }
    forms->from[text->n_onsets] = forms->n;
}

/* «در آستانه»: where it is a place, that is no small word. */
static bool ends_in_place(const rz_scene *s, uint32_t token, const small_form *form) {
    uint32_t last = token + form->length - 1, i = form->length > 1 ? s->mention_at[last] : RZ_NONE;
    return i != RZ_NONE && s->mentions->at[i].kind == RZ_M_PLACE && s->mentions->at[i].first == last;
}

/* What begins at each token; how many small words end before it, counted at two places on. */
static void note_words(rz_scene *s, const small_forms *forms, uint32_t *count) {
    for (uint32_t t = 0; t < s->text->n_tokens; t++) {
        s->small[t] = (rz_small_word){1, RZ_C_NONE};
        const uint32_t *from = &forms->from[s->text->onset_of[t]];
        for (uint32_t i = from[0]; i < from[1]; i++) {
            const small_form *f = &forms->at[i];
            if (ends_in_place(s, t, f)) continue;
            if (!s->small[t].class && f->length <= UINT8_MAX) s->small[t] = (rz_small_word){(uint8_t)f->length, f->class}; /* the longest */
            if (f->length <= LONGEST_SMALL_WORD) count[t + f->length + 2]++;
        }
    }
    s->small[s->text->n_tokens] = (rz_small_word){1, RZ_C_NONE};
}

/* Under which keys words beside their frames stand in the text. */
static void note_keys(rz_scene *s) {
    s->keys_of = RZ_NEW_N(s->arena, uint32_t, (size_t)s->g->n_frames + 1);
    for (uint32_t i = 0; i < s->text->n_near_words; i++) {
        const rz_bearer *names = rz_bearers(s->text->data) + s->text->near_words[i].names;
        for (uint32_t k = 0; k < s->text->near_words[i].n; k++) s->keys_of[names[k].row - s->g->first_frame] |= RZ_KEY(names[k].key);
    }
}

/* Those that end before each token, the longest first, put where the counts say. */
static void put_ends(rz_scene *s, const small_forms *forms, uint32_t *at) {
    s->ends = RZ_NEW_N(s->arena, rz_small_end, (size_t)at[s->text->n_tokens + 2] + 1);
    for (uint32_t t = 0; t < s->text->n_tokens; t++) {
        const uint32_t *from = &forms->from[s->text->onset_of[t]];
        for (uint32_t i = from[0]; i < from[1]; i++) {
            const small_form *f = &forms->at[i];
            if (f->length <= LONGEST_SMALL_WORD && !ends_in_place(s, t, f)) s->ends[at[t + f->length + 1]++] = (rz_small_end){.start = t & ((1u << 23) - 1), .class = f->class};
        }
    }
}

/* Where they are, now that those that end before token t are [at[t], at[t + 1]). */
static void index_ends(rz_scene *s, const uint32_t *at) {
    _Static_assert(RZ_ENDS_TOGETHER * LONGEST_SMALL_WORD * RZ_CLASSES < RZ_ENDS_HERE, "few rows say one word");
    uint32_t last = s->text->n_tokens + 2;
    s->ends_of = RZ_NEW_N(s->arena, uint32_t, last / RZ_ENDS_TOGETHER + 1);
    s->ends_at = RZ_NEW_N(s->arena, uint16_t, (size_t)last + 1);
    for (uint32_t t = 0; t < last; t++) {
        if (t % RZ_ENDS_TOGETHER == 0) s->ends_of[t / RZ_ENDS_TOGETHER] = at[t];
        if (at[t] < at[t + 1]) s->ends_at[t] = (uint16_t)(RZ_ENDS_HERE | (at[t] - s->ends_of[t / RZ_ENDS_TOGETHER]));
        for (uint32_t i = at[t]; i + 1 < at[t + 1]; i++) s->ends[i].more = true;
    }
}

void rz_small_words_find(rz_scene *scene) {
    const rz_text *text = scene->text;
    uint32_t *ends = RZ_NEW_N(scene->arena, uint32_t, (size_t)text->n_tokens + 3);
    small_forms forms;
    note_forms(scene, &forms);
    scene->small = rz_alloc_bare(scene->arena, ((size_t)text->n_tokens + 1) * sizeof *scene->small);
    note_words(scene, &forms, ends);
    note_keys(scene);
    for (uint32_t t = 1; t <= text->n_tokens + 2; t++) ends[t] += ends[t - 1];
    put_ends(scene, &forms, ends);
    index_ends(scene, ends);
    rz_give_back(scene->arena, ends);
}

uint8_t rz_class_ending(const rz_scene *scene, uint32_t end, uint32_t from, bool preps, uint32_t *start) {
    for (const rz_small_end *e = rz_ends_before(scene, end); e; e = rz_ends_on(e)) {
        if (e->start < from || (preps && e->class > RZ_C_LAST_PREP)) continue;
        *start = e->start;
        return e->class;
    }
    return RZ_C_NONE;
}
