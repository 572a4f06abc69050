/* Agreements: those of the tables and those that the text describes, with the stage that a cue in the sentence gives them. */
#include "event/event.h"

enum { LONGEST_NAME = 28, MOST_NAMED = 8 };

/* «تمدید نمی‌شود»: the verb after a bare cue denies it. A cue that holds its verb says for itself what it means. */
static bool denied(const rz_scene *s, const rz_hit *cue) {
    uint32_t clause = s->clause_of[cue->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].negative && s->text->verbs[verb].first >= cue->last &&
           s->text->verbs[verb].first < cue->last + 3;
}

static rz_row stage_in(const rz_scene *s, uint32_t first, uint32_t last, uint32_t *at) {
    rz_row best = RZ_NONE;
    for (uint32_t t = first; t < last; t++)
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            if (hit->row < s->g->first_stage || hit->row >= s->g->first_stage + s->g->n_stages || hit->key != s->g->k_cue) continue;
            if (denied(s, hit)) continue;
            if (best != RZ_NONE && s->g->stages[hit->row - s->g->first_stage].rank <= s->g->stages[best - s->g->first_stage].rank) continue;
            best = hit->row;
            *at = t;
        }
    return best;
}

static bool place_at(const rz_scene *s, uint32_t token) {
    uint32_t m = token < s->text->n_tokens ? s->mention_at[token] : RZ_NONE;
    return m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE);
}

/* The first token after a name that starts at `first`: the closing mark of its quotation, or where its phrase ends. */
static uint32_t name_end(const rz_scene *s, uint32_t first, uint32_t limit) {
    bool quoted = s->text->tokens[first].quote > 0;
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
        bool cue = false;
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++)
            cue |= rz_row_type_of(s->text->data, s->text->hits[h].row) == RZ_STAGE;
        if (cue) break;
    }
    while (t > first && rz_class_before(s, t, first, true, &last)) t = last;
    return t;
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

static bool told_before(const rz_scene *s, rz_row row, uint32_t token) {
    for (uint32_t i = 0; i < s->mentions->n && s->mentions->at[i].first < token; i++)
        if (s->mentions->at[i].row == row) return true;
    return false;
}

static bool body_not_told(const rz_scene *s, rz_str id, uint32_t token) {
    static const rz_row_type bodies[] = {RZ_FORUM, RZ_ORGANISATION};
    for (int b = 0; b < 2; b++) {
        rz_row row = rz_row_find(s->text->data, bodies[b], id);
        if (row != RZ_NONE) return !told_before(s, row, token);
    }
    return false;
}

/* «عضویت ایران در این سازمان»: in which one, if none of its parties was told of before? */
bool rz_points_nowhere(const rz_scene *s, const rz_hit *hit) {
    const rz_data *data = s->text->data;
    bool back = false;
    uint32_t last, key = rz_key(data, "parties");
    for (uint32_t t = hit->first; t < hit->last; t++) back |= rz_class_at(s, t, &last) == RZ_C_DEFINITE;
    for (uint32_t i = 0; back && i < rz_fields_of(data, hit->row); i++) {
        rz_field f = rz_field_at(data, hit->row, i);
        if (f.key != key) continue;
        for (rz_str id = rz_str_word(&f.value); id.size; id = rz_str_word(&f.value))
            if (body_not_told(s, id, hit->first)) return true;
    }
    return false;
}

/* Agreements of the tables named in the sentence; a shorter name inside a longer one is not another. */
static uint32_t named_in(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t n = 0, next = sentence->first;
    rz_row seen[MOST_NAMED];
    for (uint32_t t = sentence->first; t < sentence->last && n < MOST_NAMED; t++)
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1] && t >= next; h++) {
            const rz_hit *hit = &s->text->hits[h];
            if (rz_row_type_of(s->text->data, hit->row) != RZ_AGREEMENT || rz_points_nowhere(s, hit)) continue;
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

static void add_described(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue, uint32_t noun,
                          uint32_t first, uint32_t last) {
    rz_found_instrument *n = add(found, sentence, RZ_NONE, stage, cue, noun);
    n->name_first = first;
    n->name_last = last;
}

static bool counted_two(const rz_scene *s, uint32_t noun) {
    if (noun == 0) return false;
    if (s->text->tokens[noun - 1].number == 2) return true;
    for (uint32_t h = s->text->hit_at[noun - 1]; h < s->text->hit_at[noun]; h++)
        if (rz_row_type_of(s->text->data, s->text->hits[h].row) == RZ_NUMBER &&
            rz_str_is(rz_row_get(s->text->data, s->text->hits[h].row, "value"), "2"))
            return true;
    return false;
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
        end = first < sentence->last ? name_end(s, first, sentence->last) : first;
        if (end > first) add_described(found, sentence, stage, cue, noun->first, first, end);
        return end > first;
    }
    bool two = counted_two(s, noun->first);
    uint32_t prep_end;
    for (uint32_t t = first; two && t < sentence->last && t < first + 8; t++)
        if (rz_class_at(s, t, &prep_end) == RZ_C_FOR || rz_class_at(s, t, &prep_end) == RZ_C_ABOUT) {
            end = name_end(s, prep_end, sentence->last);
            uint32_t middle = split_point(s, prep_end, end);
            if (middle == RZ_NONE) break;
            add_described(found, sentence, stage, cue, noun->first, prep_end, middle);
            add_described(found, sentence, stage, cue, noun->first, middle + 1, end);
            return true;
        }
    end = name_end(s, first, sentence->last);
    if (end < first + 1) return false;
    add_described(found, sentence, stage, cue, noun->first, noun->first, end);
    return true;
}

static void described_in(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue, rz_row last_named) {
    const rz_scene *s = &found->scene;
    uint32_t n = 0, start;
    for (uint32_t t = sentence->first; t < sentence->last && n < MOST_NAMED; t++)
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            uint32_t apart = t > cue ? t - cue : cue - t;
            if (rz_row_type_of(s->text->data, hit->row) != RZ_AGREEMENT_NOUN || apart > RZ_REACH) continue;
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
        rz_row stage = stage_in(s, sentence->first, sentence->last, &cue);
        uint32_t before = found->instruments.n;
        if (stage != RZ_NONE && !named_in(found, sentence, stage, cue)) described_in(found, sentence, stage, cue, last_named);
        if (found->instruments.n > before && found->instruments.at[before].row != RZ_NONE) last_named = found->instruments.at[before].row;
        for (uint32_t t = sentence->first; t < sentence->last; t++)
            for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++)
                if (rz_row_type_of(s->text->data, s->text->hits[h].row) == RZ_AGREEMENT) last_named = s->text->hits[h].row;
    }
}
