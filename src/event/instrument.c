/* Agreements: those of the tables and those that the text describes, with the stage that a cue in the sentence gives them. */
#include "event/event.h"

enum { LONGEST_NAME = 28, MOST_NAMED = 8 };

static bool is_ahead(const rz_verb *v) { return v->tense == RZ_FUTURE || v->tense == RZ_SUBJUNCTIVE; }

/* The verb of the clause, where it comes after the cue. */
static const rz_verb *verb_after(const rz_scene *s, const rz_hit *cue) {
    uint32_t clause = s->clause_of[cue->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].first >= cue->last ? &s->text->verbs[verb] : NULL;
}

/* A cue that holds its verb says for itself what it means. After a bare one the verb may deny it («تمدید نمی‌شود») or
 * tell what is to come («به امضای دو وزیر خواهد رسید»). */
static rz_row of_cue(const rz_scene *s, const rz_hit *cue, const rz_stage *stage) {
    const rz_verb *v = verb_after(s, cue);
    if (v && v->negative && v->first < cue->last + 3) return RZ_NONE;
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
static rz_row of_noun(const rz_scene *s, const rz_hit *cue, const rz_sentence *in) {
    enum { NEAR = 5 };
    for (uint32_t t = cue->last; t < in->last && t < cue->last + NEAR; t++) {
        if (s->text->tokens[t].kind == RZ_TOKEN_PUNCT || s->text->tokens[t].verb != RZ_NONE) return RZ_NONE;
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN)); h < s->text->hit_at[t + 1]; h++) {
            rz_row_type type = s->text->hits[h].type;
            if (type == RZ_AGREEMENT || type == RZ_AGREEMENT_NOUN) return cue->row;
        }
    }
    return RZ_NONE;
}

static rz_row stage_of(const rz_scene *s, const rz_hit *hit, const rz_sentence *in) {
    const rz_grammar *g = s->g;
    if (hit->row < g->first_stage || hit->row >= g->first_stage + g->n_stages) return RZ_NONE;
    const rz_stage *stage = &g->stages[hit->row - g->first_stage];
    return hit->key == g->k_cue ? of_cue(s, hit, stage) : hit->key == g->k_phrase ? of_phrase(s, hit, stage, in)
           : hit->key == g->k_before ? of_noun(s, hit, in) : RZ_NONE;
}

static rz_row stage_in(const rz_scene *s, const rz_sentence *in, uint32_t *at) {
    rz_row best = RZ_NONE;
    uint32_t covered = 0, from = 0; /* a cue inside another tells nothing: «پیشنهاد [انعقاد]» */
    const rz_stage *stages = s->g->stages;
    for (uint32_t t = in->first; t < in->last; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_STAGE)); h < s->text->hit_at[t + 1]; h++) {
            rz_row stage = stage_of(s, &s->text->hits[h], in);
            if (stage == RZ_NONE || (t > from && s->text->hits[h].last <= covered)) continue;
            if (s->text->hits[h].last > covered) covered = s->text->hits[h].last, from = t;
            if (best != RZ_NONE && stages[stage - s->g->first_stage].rank <= stages[best - s->g->first_stage].rank) continue;
            best = stage;
            *at = t;
        }
    return best;
}

static bool place_at(const rz_scene *s, uint32_t token) {
    uint32_t m = token < s->text->n_tokens ? s->mention_at[token] : RZ_NONE;
    return m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE);
}

/* What belongs to the verb after a name, or to the clause, is none of it: prepositions, adverbs, «اظهار [داشت]». */
static uint32_t trimmed(const rz_scene *s, uint32_t first, uint32_t end) {
    uint32_t start;
    while (end > first) {
        bool light = false;
        for (uint32_t h = s->text->hit_at[end - 1]; h < s->text->hit_at[end]; h++)
            light |= s->text->hits[h].type == RZ_SPEECH && s->text->hits[h].last == end && !s->text->hits[h].tail;
        bool verb_next = end < s->text->n_tokens && s->text->tokens[end].verb != RZ_NONE;
        if (rz_class_before(s, end, first, true, &start)) end = start;
        else if ((light && verb_next) || s->text->tokens[end - 1].pos == RZ_POS_ADV) end--;
        else break;
    }
    return end;
}

/* «سند الف و تفاهم‌نامه ب»: another begins after «و». */
static bool another_noun(const rz_scene *s, uint32_t token) {
    for (uint32_t h = s->text->hit_at[token]; token < s->text->n_tokens && h < s->text->hit_at[token + 1]; h++)
        if (rz_row_type_of(s->text->data, s->text->hits[h].row) == RZ_AGREEMENT_NOUN && !s->text->hits[h].tail) return true;
    return false;
}

/* The first token after a name that starts at `first`: the closing mark of its quotation, or where its phrase ends. */
static uint32_t name_end(const rz_scene *s, uint32_t first, uint32_t limit, bool quoted) {
    uint32_t t = first, last;
    if (limit > first + LONGEST_NAME) limit = first + LONGEST_NAME;
    for (; t < limit; t++) {
        const rz_token *token = &s->text->tokens[t];
        if (quoted) {
            if (!token->quote || token->punct == '>' || (token->punct == '"' && t > first)) break;
            continue;
        }
        uint8_t class = rz_class_at(s, t, &last);
        if (token->kind == RZ_TOKEN_PUNCT && token->punct != '-') break;
        if (token->verb != RZ_NONE && s->text->verbs[token->verb].tense != RZ_INFINITIVE && s->text->verbs[token->verb].tense != RZ_PARTICIPLE) break;
        if (class == RZ_C_THAT || class == RZ_C_OBJECT || class == RZ_C_BETWEEN || class == RZ_C_ALSO || class == RZ_C_OCCASION ||
            s->time_at[t] != RZ_NONE || (class == RZ_C_IN && place_at(s, last)))
            break;
        bool cue = class == RZ_C_AND && t > first && another_noun(s, last);
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_STAGE)); h < s->text->hit_at[t + 1]; h++)
            cue |= s->text->hits[h].type == RZ_STAGE && s->text->hits[h].key != s->g->k_context;
        if (cue) break;
    }
    return quoted ? t : trimmed(s, first, t);
}

static void add_parties(rz_found *found, rz_found_instrument *n, const rz_sentence *sentence, uint32_t from) {
    const rz_scene *s = &found->scene;
    uint32_t to = sentence->last < from + 2 * RZ_REACH ? sentence->last : from + 2 * RZ_REACH, seen = RZ_NONE;
    for (uint32_t t = from; t < to && n->parties.n < 8; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || m == seen) continue;
        seen = m;
        if (s->links[m].kind == RZ_LINK_PREP && (s->links[m].prep == RZ_C_BETWEEN || s->links[m].prep == RZ_C_WITH) &&
            rz_is_actor(&s->mentions->at[m]))
            *RZ_PUSH(s->arena, &n->parties) = m;
    }
}

static rz_found_instrument *add(rz_found *found, const rz_sentence *sentence, rz_row row, rz_row stage, uint32_t cue, uint32_t at) {
    const rz_scene *s = &found->scene;
    rz_found_instrument *n = RZ_PUSH(s->arena, &found->instruments);
    n->row = row;
    n->noun = RZ_NONE;
    n->stage = stage;
    n->time = n->event = RZ_NONE;
    n->first = at < cue ? at : cue;
    uint32_t clause = s->clause_of[n->first];
    if (clause != RZ_NONE && s->clauses[clause].first < n->first && n->first - s->clauses[clause].first < RZ_REACH) n->first = s->clauses[clause].first;
    n->last = sentence->last < n->first + 2 * RZ_REACH ? sentence->last : n->first + 2 * RZ_REACH;
    for (uint32_t t = sentence->first; t < sentence->last && t < sentence->first + RZ_CLAUSE_REACH; t++) {
        uint32_t e = found->trigger_at[t];
        if (e != RZ_NONE && !strcmp(found->events.at[e].kind, "signing")) n->event = e;
    }
    add_parties(found, n, sentence, at);
    return n;
}

static bool inside_trigger(const rz_found *found, uint32_t token) {
    for (uint32_t t = token > 3 ? token - 3 : 0; t <= token; t++) {
        uint32_t e = found->trigger_at[t];
        if (e != RZ_NONE && found->events.at[e].last > token) return true;
    }
    return false;
}

/* Agreements of the tables named in the sentence; a shorter name inside a longer one is not another. */
static uint32_t named_in(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t n = 0, next = sentence->first;
    rz_row seen[MOST_NAMED];
    for (uint32_t t = sentence->first; t < sentence->last && n < MOST_NAMED; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT)); h < s->text->hit_at[t + 1] && t >= next; h++) {
            const rz_hit *hit = &s->text->hits[h];
            if (hit->type != RZ_AGREEMENT || rz_points_nowhere(s, hit)) continue;
            next = hit->last;
            bool known = false;
            for (uint32_t i = 0; i < n; i++) known |= seen[i] == hit->row;
            uint32_t apart = t > cue ? t - cue : cue - t;
            if (known || apart > RZ_REACH) continue;
            seen[n++] = hit->row;
            add(found, sentence, hit->row, stage, cue, t);
            break;
        }
    return n;
}

/* «دو سند برای الف و ب»: two names where the noun is counted. */
static uint32_t split_point(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t best = RZ_NONE, end, middle = first + (last - first) / 2, least = UINT32_MAX;
    for (uint32_t t = first + 1; t + 1 < last; t++) {
        if (rz_class_at(s, t, &end) != RZ_C_AND) continue;
        uint32_t off = t > middle ? t - middle : middle - t;
        if (off < least) least = off, best = t;
    }
    return best;
}

static void add_described(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue, const rz_hit *noun,
                          uint32_t first, uint32_t last) {
    rz_found_instrument *n = add(found, sentence, RZ_NONE, stage, cue, noun->first);
    n->noun = noun->row;
    n->name_first = first;
    n->name_last = last;
}

static bool counted_two(const rz_scene *s, uint32_t noun) {
    if (noun == 0) return false;
    if (s->text->tokens[noun - 1].number == 2) return true;
    for (uint32_t h = s->text->hit_at[noun - 1]; h < s->text->hit_at[noun]; h++)
        if (s->text->hits[h].type == RZ_NUMBER &&
            rz_str_is(rz_row_get(s->text->data, s->text->hits[h].row, "value"), "2"))
            return true;
    return false;
}

/* «اسناد مربوطه»: nothing that tells which. */
static bool says_nothing(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t end;
    uint32_t at = first;
    while (at < last && rz_class_at(s, at, &end) == RZ_C_EMPTY) at = end;
    if (at >= last || at == first) return at >= last;
    uint8_t next = rz_class_at(s, at, &end);
    return next && next <= RZ_C_LAST_PREP && next != RZ_C_ABOUT && next != RZ_C_FOR;
}

/* «یادداشت تفاهمی را بر سر … امضا کردند»: its matter is its name. */
static bool named_by_matter(rz_found *found, const rz_sentence *sentence, const rz_hit *noun, rz_row stage, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t about, from, end;
    if (noun->last >= sentence->last || rz_class_at(s, noun->last, &about) != RZ_C_OBJECT || about >= sentence->last) return false;
    uint8_t class = rz_class_at(s, about, &from);
    if ((class != RZ_C_ABOUT && class != RZ_C_FOR) || from >= sentence->last) return false;
    end = name_end(s, from, sentence->last, false);
    if (end > from) add_described(found, sentence, stage, cue, noun, from, end);
    return end > from;
}

/* An agreement noun with a name of its own: «سند «…»», «موافقت‌نامه همکاری … بین X و Y», «سند … برای …». */
static bool described_at(rz_found *found, const rz_sentence *sentence, const rz_hit *noun, rz_row stage, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t first = noun->last, start, end = RZ_NONE;
    if (rz_class_before(s, noun->first, sentence->first, false, &start) == RZ_C_DEFINITE) return false;
    if (first >= sentence->last || inside_trigger(found, noun->first)) return false;
    bool quoted = s->text->tokens[first].punct == '<' || s->text->tokens[first].punct == '"';
    if (quoted) {
        first++;
        end = first < sentence->last ? name_end(s, first, sentence->last, true) : first;
        if (end > first) add_described(found, sentence, stage, cue, noun, first, end);
        return end > first;
    }
    bool two = counted_two(s, noun->first);
    uint32_t prep_end;
    for (uint32_t t = first; two && t < sentence->last && t < first + 8; t++)
        if (rz_class_at(s, t, &prep_end) == RZ_C_FOR || rz_class_at(s, t, &prep_end) == RZ_C_ABOUT) {
            end = name_end(s, prep_end, sentence->last, false);
            uint32_t middle = split_point(s, prep_end, end);
            if (middle == RZ_NONE) break;
            add_described(found, sentence, stage, cue, noun, prep_end, middle);
            add_described(found, sentence, stage, cue, noun, middle + 1, end);
            return true;
        }
    if (named_by_matter(found, sentence, noun, stage, cue)) return true;
    end = name_end(s, first, sentence->last, false);
    if (end <= first && rz_row_has(s->text->data, noun->row, "kind", "declaration")) { /* «بیانیه مشترک امضا شد»: there is but one */
        add_described(found, sentence, stage, cue, noun, noun->first, first);
        return true;
    }
    bool own = rz_class_at(s, first, &start) == RZ_C_OWN && start == end; /* «قرارداد خود» */
    if (end < first + 1 || own || says_nothing(s, first, end)) return false;
    add_described(found, sentence, stage, cue, noun, noun->first, end);
    return true;
}

static void described_in(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue, rz_row last_named) {
    const rz_scene *s = &found->scene;
    uint32_t n = 0, start;
    for (uint32_t t = sentence->first; t < sentence->last && n < MOST_NAMED; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            uint32_t apart = t > cue ? t - cue : cue - t;
            if (hit->type != RZ_AGREEMENT_NOUN || apart > RZ_REACH) continue;
            if (rz_class_before(s, t, sentence->first, false, &start) == RZ_C_DEFINITE && last_named != RZ_NONE) {
                add(found, sentence, last_named, stage, cue, t);
                return;
            }
            if (described_at(found, sentence, hit, stage, cue)) {
                n++;
                t = found->instruments.at[found->instruments.n - 1].name_last;
            }
            break;
        }
}

void rz_instruments_find(rz_found *found) {
    const rz_scene *s = &found->scene;
    rz_row last_named = RZ_NONE;
    for (uint32_t i = 0; i < s->text->n_sentences; i++) {
        const rz_sentence *sentence = &s->text->sentences[i];
        if (rz_sentence_start(s, sentence) == RZ_NONE) continue;
        uint32_t cue = 0;
        rz_row stage = stage_in(s, sentence, &cue);
        uint32_t before = found->instruments.n;
        if (stage != RZ_NONE && !named_in(found, sentence, stage, cue)) described_in(found, sentence, stage, cue, last_named);
        if (found->instruments.n > before && found->instruments.at[before].row != RZ_NONE) last_named = found->instruments.at[before].row;
        for (uint32_t t = sentence->first; t < sentence->last; t++)
            for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT)); h < s->text->hit_at[t + 1]; h++)
                if (s->text->hits[h].type == RZ_AGREEMENT && !rz_points_nowhere(s, &s->text->hits[h])) last_named = s->text->hits[h].row;
    }
}
