/* Agreements: those of the tables and those that the text describes, with the stage that a cue in the sentence gives them. */
#include "event/event.h"
#include "mention/time.h"

enum { LONGEST_NAME = 28, MOST_NAMED = 8 };

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

/* What tells when, before whom and by whom is none of the name. */
static bool ends_name(uint8_t class) {
    static const uint8_t classes[] = {RZ_C_THAT, RZ_C_OBJECT, RZ_C_BETWEEN, RZ_C_ALSO, RZ_C_OCCASION, RZ_C_AFTER, RZ_C_BEFORE, RZ_C_PRESENCE,
                                      RZ_C_HOST, RZ_C_HEAD, RZ_C_MEDIATOR, RZ_C_AGENT, RZ_C_CIRCUMSTANCE, RZ_C_CLAUSE};
    return class && memchr(classes, class, sizeof classes);
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
        if (ends_name(class) || s->time_at[t] != RZ_NONE || (class == RZ_C_IN && place_at(s, last))) break;
        bool cue = class == RZ_C_AND && t > first && another_noun(s, last);
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_STAGE)); h < s->text->hit_at[t + 1]; h++)
            cue |= s->text->hits[h].type == RZ_STAGE && s->text->hits[h].key != s->g->k_context;
        if (cue) break;
    }
    return quoted ? t : trimmed(s, first, t);
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
        if (e != RZ_NONE && rz_kind_is(found->events.at[e].kind, RZ_KIND_PAPER)) n->event = e;
    }
    rz_between_add(found, n, sentence, at);
    return n;
}

static bool inside_trigger(const rz_found *found, uint32_t token) {
    for (uint32_t t = token > 3 ? token - 3 : 0; t <= token; t++) {
        uint32_t e = found->trigger_at[t];
        if (e != RZ_NONE && found->events.at[e].last > token && !rz_kind_is(found->events.at[e].kind, RZ_KIND_PAPER)) return true;
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
            rz_row its = stage;
            uint32_t by = cue;
            rz_own_stage(s, sentence, t, &its, &by);
            add(found, sentence, hit->row, its, by, t);
            break;
        }
    return n;
}

uint32_t rz_paper_name_end(const rz_scene *s, uint32_t first, uint32_t limit) { return name_end(s, first, limit, false); }

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
    rz_signers_add(found, n, cue);
}

static bool is_kind(const rz_scene *s, const rz_hit *noun, const char *kind) { return rz_row_has(s->text->data, noun->row, "kind", kind); }

/* A number of more than one: «یک سند» is a document. */
static bool is_number_at(const rz_scene *s, uint32_t token) {
    if (s->text->tokens[token].kind == RZ_TOKEN_NUMBER) return s->text->tokens[token].number != 1;
    for (uint32_t h = s->text->hit_at[token]; h < s->text->hit_at[token + 1]; h++)
        if (s->text->hits[h].type == RZ_NUMBER && s->text->hits[h].last == token + 1 && !s->text->hits[h].tail)
            return !rz_str_is(rz_row_get(s->text->data, s->text->hits[h].row, "value"), "1");
    return false;
}

/* «هشت تفاهم‌نامه», «چند سند»: where the count begins, or the noun. */
static uint32_t count_from(const rz_scene *s, uint32_t noun, uint32_t low) {
    uint32_t start;
    if (noun <= low) return noun;
    if (s->time_at[noun - 1] != RZ_NONE) return noun; /* «در فروردین ۱۴۰۰ سند …» */
    if (is_number_at(s, noun - 1)) return noun - 1;
    return rz_class_before(s, noun, low, false, &start) == RZ_C_COUNTER ? start : noun;
}

/* Is it on paper at this stage, and not only wished for or talked about? */
static bool on_paper(const rz_scene *s, rz_row stage) {
    rz_row first = rz_row_find(s->text->data, RZ_STAGE, RZ_STR("initialled")), last = rz_row_find(s->text->data, RZ_STAGE, RZ_STR("extended"));
    uint32_t rank = s->g->stages[stage - s->g->first_stage].rank;
    return rank >= s->g->stages[first - s->g->first_stage].rank && rank <= s->g->stages[last - s->g->first_stage].rank;
}

static bool in_title(const rz_scene *s, uint32_t token) { return token >= s->article->title_first && token < s->article->title_last; }

/* «X و Y تفاهم‌نامه امضا کردند», «هشت سند امضا شد»: it has no name, but was written, and by somebody. */
static bool nameless_at(rz_found *found, const rz_sentence *sentence, const rz_hit *noun, rz_row stage, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t from = count_from(s, noun->first, sentence->first), end;
    if (rz_class_at(s, noun->last, &end) == RZ_C_EMPTY && from == noun->first) { /* «امضای اسناد مربوطه»; «موافقت‌نامه همکاری با X» */
        uint32_t last;
        uint8_t next = end < sentence->last ? rz_class_at(s, end, &last) : RZ_C_NONE;
        if (next != RZ_C_WITH && next != RZ_C_BETWEEN) return false;
    }
    uint32_t clause = s->clause_of[cue];
    if (clause != RZ_NONE && s->clauses[clause].kind == RZ_CLAUSE_RELATIVE && noun->first > cue) return false; /* «که نتیجه آن امضای چند سند بود» */
    if (!on_paper(s, stage) || (is_kind(s, noun, "accord") && rz_class_at(s, noun->last, &end) != RZ_C_BETWEEN)) return false;
    add_described(found, sentence, stage, cue, noun, from, noun->last);
    rz_found_instrument *n = &found->instruments.at[found->instruments.n - 1];
    n->nameless = true;
    n->several = from < noun->first && (noun->first < cue || is_number_at(s, from)); /* not «امضای چندین سند» */
    bool told = n->several || n->parties.n || rz_class_at(s, noun->last, &end) == RZ_C_BETWEEN || in_title(s, noun->first);
    if (!told) found->instruments.n--;
    return told;
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
    while (at < last && (rz_class_at(s, at, &end) == RZ_C_EMPTY || rz_class_at(s, at, &end) == RZ_C_DEFINITE)) at = end; /* «قرارداد آن» */
    if (at >= last || at == first) return at >= last;
    uint8_t next = rz_class_at(s, at, &end);
    return next && next <= RZ_C_LAST_PREP && next != RZ_C_ABOUT && next != RZ_C_FOR;
}

/* «توافق» makes an agreement only of what it names right away: «توافق صلح», not «توافق در این باره», «توافق حاصل شد». */
static bool names_no_accord(const rz_scene *s, const rz_hit *noun, uint32_t end) {
    uint32_t last;
    if (!is_kind(s, noun, "accord")) return false;
    uint8_t next = rz_class_at(s, noun->last, &last);
    bool small = next && next <= RZ_C_ALSO && next != RZ_C_ABOUT;
    return small || next == RZ_C_EMPTY || end == noun->last || s->text->tokens[noun->last].verb != RZ_NONE;
}

/* «آتش‌بس شصت‌روزه»: an accord is named by how long it holds too. */
static uint32_t length_after(const rz_scene *s, const rz_hit *noun, uint32_t limit) {
    uint32_t time = noun->last < limit ? s->time_at[noun->last] : RZ_NONE;
    if (time == RZ_NONE || !is_kind(s, noun, "accord") || !s->mentions->times[time].adjective) return noun->last;
    return s->mentions->times[time].last;
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

/* People and firms have contracts and come to terms too: these count between states, bodies or their people only. */
static bool of_anybody(const rz_scene *s, const rz_sentence *in, const rz_hit *noun) {
    uint32_t from = noun->first > in->first + RZ_REACH ? noun->first - RZ_REACH : in->first;
    for (uint32_t t = from; t < in->last && t < noun->last + RZ_REACH; t++)
        if (s->mention_at[t] != RZ_NONE && s->mentions->at[s->mention_at[t]].kind != RZ_M_PRONOUN && rz_is_actor(&s->mentions->at[s->mention_at[t]])) return false;
    const char *id = rz_row_id(s->text->data, noun->row);
    bool of_states = !strcmp(id, "ceasefire") || !strcmp(id, "statement");
    return !of_states && (is_kind(s, noun, "accord") || is_kind(s, noun, "contract"));
}

/* What is not agreed yet counts only between somebody, where the word says little of it: «امیدواریم سندی خوب امضا شود». */
static bool only_wished(const rz_scene *s, const rz_hit *noun, rz_row stage, uint32_t cue) {
    bool said = false; /* that it is at that stage, and not only to come to another */
    for (uint32_t h = s->text->hit_at[cue]; h < s->text->hit_at[cue + 1]; h++) said |= s->text->hits[h].row == stage;
    if (said && !is_kind(s, noun, "accord") && !is_kind(s, noun, "document")) return false;
    return s->g->stages[stage - s->g->first_stage].rank < s->g->stages[s->g->agreed - s->g->first_stage].rank;
}

/* An agreement noun with a name of its own: «سند «…»», «موافقت‌نامه همکاری … بین X و Y», «سند … برای …». */
static bool described_at(rz_found *found, const rz_sentence *sentence, const rz_hit *noun, rz_row stage, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t first = noun->last, start, end = RZ_NONE;
    uint32_t from = count_from(s, noun->first, sentence->first);
    uint8_t class = rz_class_before(s, from, sentence->first, false, &start);
    if (class == RZ_C_DEFINITE || class == RZ_C_GENERAL) return false; /* «این سند», «هر سندی» */
    if (is_kind(s, noun, "accord") && s->clause_of[noun->first] != s->clause_of[cue]) return false;
    if (class == RZ_C_IN && is_kind(s, noun, "accord")) return false; /* «در بیانیه‌ای … را رد کرد» */
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
    if (end <= first) end = length_after(s, noun, sentence->last);
    if (end <= first && rz_row_has(s->text->data, noun->row, "kind", "declaration")) { /* «بیانیه مشترک امضا شد»: there is but one */
        add_described(found, sentence, stage, cue, noun, noun->first, first);
        return true;
    }
    bool own = rz_class_at(s, first, &start) == RZ_C_OWN && start == end; /* «قرارداد خود» */
    if (own) return false;
    if (end < first + 1 || says_nothing(s, first, end) || names_no_accord(s, noun, end)) return nameless_at(found, sentence, noun, stage, cue);
    add_described(found, sentence, stage, cue, noun, from, end);
    rz_found_instrument *n = &found->instruments.at[found->instruments.n - 1];
    n->several = from < noun->first;
    bool vain = (only_wished(s, noun, stage, cue) && rz_sides(s, n) < 2) || of_anybody(s, sentence, noun);
    if (vain) found->instruments.n--;
    return !vain;
}

/* «این تفاهم‌نامه اجرایی شد»: the last one of that kind told of. */
static void told_again(rz_found *found, const rz_sentence *sentence, const rz_hit *noun, rz_row stage, uint32_t cue) {
    if (!found->instruments.n) return;
    const rz_found_instrument before = found->instruments.at[found->instruments.n - 1];
    bool same = before.noun == noun->row || is_kind(&found->scene, noun, "document") || is_kind(&found->scene, noun, "accord");
    if (before.row != RZ_NONE || !same) return;
    rz_found_instrument *n = add(found, sentence, RZ_NONE, stage, cue, noun->first);
    n->noun = before.noun;
    n->name_first = before.name_first;
    n->name_last = before.name_last;
    n->nameless = before.nameless;
    n->several = before.several;
    n->parties = before.parties;
}

static bool of_other_world(const rz_scene *s, const rz_sentence *in) {
    uint32_t last;
    for (uint32_t t = in->first; t < in->last; t++)
        if (rz_class_at(s, t, &last) == RZ_C_OTHER_WORLD) return true;
    return false;
}

static void described_in(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue, rz_row last_named) {
    const rz_scene *s = &found->scene;
    uint32_t n = 0, start;
    for (uint32_t t = sentence->first; t < sentence->last && n < MOST_NAMED; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            uint32_t apart = t > cue ? t - cue : cue - t, reach = s->clause_of[t] == s->clause_of[cue] ? 2 * RZ_REACH : RZ_REACH;
            if (hit->type != RZ_AGREEMENT_NOUN || apart > reach) continue;
            if (rz_class_before(s, count_from(s, t, sentence->first), sentence->first, false, &start) == RZ_C_DEFINITE) {
                if (last_named == RZ_NONE) told_again(found, sentence, hit, stage, cue);
                else add(found, sentence, last_named, stage, cue, t);
                return;
            }
            rz_row its = stage;
            uint32_t by = cue;
            rz_own_stage(s, sentence, t, &its, &by);
            if (described_at(found, sentence, hit, its, by)) {
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
        rz_row stage = rz_stage_in(s, sentence, RZ_NONE, &cue);
        uint32_t before = found->instruments.n;
        if (stage != RZ_NONE && of_other_world(s, sentence)) stage = RZ_NONE;
        if (stage != RZ_NONE && !named_in(found, sentence, stage, cue)) described_in(found, sentence, stage, cue, last_named);
        if (stage == s->g->agreed && found->instruments.n == before) rz_matter_agreed(found, sentence, cue);
        if (found->instruments.n > before && found->instruments.at[before].row != RZ_NONE) last_named = found->instruments.at[before].row;
        for (uint32_t t = sentence->first; t < sentence->last; t++)
            for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT)); h < s->text->hit_at[t + 1]; h++)
                if (s->text->hits[h].type == RZ_AGREEMENT && !rz_points_nowhere(s, &s->text->hits[h])) last_named = s->text->hits[h].row;
    }
}
