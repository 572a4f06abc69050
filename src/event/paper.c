/* What an agreement that no table has is called: the words after its kind, up to where its phrase ends. */
#include "event/paper.h"

enum { LONGEST_NAME = 28 };

static bool place_at(const rz_scene *s, uint32_t token) {
    uint32_t m = token < s->text->n_tokens ? s->mention_at[token] : RZ_NONE;
    return m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE);
}

/* «با X همتای خود»: with whom it is signed, not with which state. */
static bool someone_at(const rz_scene *s, uint32_t token) {
    uint32_t m = token < s->text->n_tokens ? s->mention_at[token] : RZ_NONE;
    return m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PERSON || s->mentions->at[m].kind == RZ_M_OFFICE);
}

/* What belongs to the verb after a name, or to the clause, is none of it: prepositions, adverbs, «اظهار [داشت]». */
static uint32_t trimmed(const rz_scene *s, uint32_t first, uint32_t end) {
    uint32_t start;
    while (end > first) {
        bool light = false;
        for (rz_hits h = rz_hits_at(s->text, end - 1); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit; /* «درباره پیش‌نویس توافق صلح [بحث] کردند» */
            bool deed = hit->type == RZ_FRAME && (hit->key == s->g->k_noun || hit->key == s->g->k_phrase);
            light |= ((hit->type == RZ_SPEECH && hit->key != s->g->k_block) || deed) && hit->last == end && !hit->tail;
        }
        uint32_t time = end < s->text->n_tokens ? rz_token_time(s, end) : RZ_NONE;
        if (time != RZ_NONE && s->mentions->times[time].extent_first < end) { /* «آتش‌بس [ظرف] ۲۴ ساعت» */
            end = s->mentions->times[time].extent_first > first ? s->mentions->times[time].extent_first : first;
            continue;
        }
        bool verb_next = end < s->text->n_tokens && s->text->tokens[end].verb != RZ_NONE;
        if (rz_class_before(s, end, first, true, &start)) end = start;
        else if ((light && verb_next) || s->text->tokens[end - 1].pos == RZ_POS_ADV) end--;
        else break;
    }
    return end;
}

/* «سند الف و تفاهم‌نامه ب», «… و ۱۰ سند»: another begins after «و». */
static bool another_noun(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);)
        if (h.hit.type == RZ_AGREEMENT_NOUN && !h.hit.tail) return true;
    return false;
}

/* A count of papers of its own. */
static bool another_count(const rz_scene *s, uint32_t token) {
    uint32_t end = token;
    if (token + 1 >= s->text->n_tokens) return false;
    return (rz_number_at(s, token) && another_noun(s, token + 1)) || (rz_class_at(s, token, &end) == RZ_C_COUNTER && another_noun(s, end));
}

/* What tells when, before whom and by whom is none of the name. */
static bool ends_name(uint8_t class) {
    static const uint8_t classes[] = {RZ_C_THAT, RZ_C_OBJECT, RZ_C_BETWEEN, RZ_C_ALSO, RZ_C_OCCASION, RZ_C_AFTER, RZ_C_BEFORE, RZ_C_PRESENCE,
                                      RZ_C_HOST, RZ_C_HEAD, RZ_C_MEDIATOR, RZ_C_AGENT, RZ_C_CIRCUMSTANCE, RZ_C_CLAUSE, RZ_C_ACCORDING};
    return class && memchr(classes, class, sizeof classes);
}

static bool finite_verb_at(const rz_scene *s, uint32_t token) {
    uint32_t verb = s->text->tokens[token].verb;
    if (verb == RZ_NONE) return false;
    uint8_t tense = s->text->verbs[verb].tense;
    return tense != RZ_INFINITIVE && tense != RZ_PARTICIPLE;
}

/* «سند [امضا و] مبادله کردند»: the verb of the cue is left out before «و». */
static bool told_with_next(const rz_scene *s, const rz_hit *cue) {
    uint32_t end;
    if (cue->key != s->g->k_phrase || cue->last >= s->text->n_tokens || rz_class_at(s, cue->last, &end) != RZ_C_AND) return false;
    return end + 1 < s->text->n_tokens && s->text->tokens[end + 1].verb != RZ_NONE;
}

/* «پروتکل X [با ۲۸۷ رأی موافق]»: how it was voted on. */
static bool tells_votes(const rz_scene *s, uint8_t class, uint32_t after) {
    bool counted = class == RZ_C_WITH && after + 1 < s->text->n_tokens && rz_number_at(s, after);
    return counted && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("votes-counted")), after + 1) > after + 1;
}

/* «اسناد همکاری [و مصاحبه] X و Y»: something else that is to be. */
static bool another_event(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
        if (h.hit.key == s->g->k_noun && rz_kind_is(s->g->frames[h.hit.row - s->g->first_frame].kind, RZ_KIND_MET | RZ_KIND_SESSION | RZ_KIND_PRESS)) return true;
    return false;
}

/* A cue of a stage, «و» before another paper or how it was made; «توافق [خروج از …]» begins with what it is about. */
static bool tells_on(const rz_scene *s, uint32_t t, uint32_t first, uint8_t class, uint32_t class_end) {
    uint32_t end;
    if (class == RZ_C_AND && ((t > first && (another_noun(s, class_end) || another_event(s, class_end))) || another_count(s, class_end))) return true;
    uint8_t next = class == RZ_C_AND && class_end < s->text->n_tokens ? rz_class_at(s, class_end, &end) : RZ_C_NONE;
    if (next == RZ_C_FROM || next == RZ_C_BEFORE_NOUN) return true; /* «پیمان X عجولانه [و از روی ناچاری]», «طرح صلح [و از سرگیری مذاکرات]» */
    if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("said-of-paper")), t) > t) return true;
    if (class == RZ_C_HAPPEN && class_end < s->text->n_tokens && s->text->tokens[class_end].verb != RZ_NONE) return true; /* «اسناد جدید [برگزار] شد» */
    for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_STAGE)); rz_hits_next(&h);)
        if ((rz_stage_told_at(s, &h.hit) || told_with_next(s, &h.hit)) && (t > first || !rz_stage_is_nominal(s, &h.hit))) return true;
    return false;
}

/* «توافق‌نامه همکاری نظامی (۲۰۱۲) با X»: the closing bracket of a few words that tell more of the name. */
static uint32_t bracket_end(const rz_scene *s, uint32_t token, uint32_t limit) {
    enum { MOST = 5 };
    for (uint32_t t = token + 1; s->text->tokens[token].punct == '(' && t < limit && t <= token + MOST; t++)
        if (s->text->tokens[t].punct == ')') return t;
    return token;
}

/* «توافق موسوم به «X»»: where the quotation that ends the name closes, or the token. */
static uint32_t called_end(const rz_scene *s, uint32_t token, uint32_t first, uint32_t limit) {
    enum { MOST = 8, LONGEST = 2 };
    uint32_t t = token;
    bool opens = s->text->tokens[t].punct == '<' || s->text->tokens[t].punct == '"';
    if (!opens || token < first + 1 || !rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("called")), token, token > first + LONGEST ? token - LONGEST : first)) return token;
    for (t++; t < limit && t < token + MOST; t++)
        if (s->text->tokens[t].punct == '>' || s->text->tokens[t].punct == '"') return t;
    return token;
}

/* «قرارداد گازی X و Y [گامی مهم است]», «… [به ثبات منطقه کمک می‌کند]»: behind those whose it is nothing goes on but what it is about. */
static bool ends_behind_parties(const rz_scene *s, uint32_t token, uint32_t first, uint8_t class) {
    uint32_t m = token > first ? s->mention_at[token - 1] : RZ_NONE, start;
    if (m == RZ_NONE || s->mention_at[token] == m || s->mentions->at[m].kind != RZ_M_STATE || s->mentions->at[m].first <= first + 1 || s->mentions->at[m].last != token) return false;
    if (rz_class_before(s, s->mentions->at[m].first, first, false, &start) != RZ_C_AND || !place_at(s, start - 1)) return false;
    if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("called")), token) > token) return false;
    return class == RZ_C_TO || (!class && s->text->tokens[token].kind == RZ_TOKEN_WORD && !(s->text->tokens[token].pos & RZ_POS_ADJ));
}

/* «پیمان دوستی [به X سفر کرد]», «تفاهم‌نامه همکاری [در سفر X به Y]»: where one goes, and in the course of what. */
static bool tells_journey(const rz_scene *s, uint8_t class, uint32_t after) {
    rz_row going = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("going-there"));
    if (class == RZ_C_IN) return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("journeys")), after) > after;
    if (class != RZ_C_TO || !place_at(s, after)) return false;
    uint32_t end = s->mentions->at[s->mention_at[after]].last;
    if (end >= s->text->n_tokens || going == RZ_NONE) return false;
    return rz_listed_end(s, going, end) > end || rz_verb_listed(s, s->text->tokens[end].verb, going);
}

/* A time that tells when, not how long: «سند همکاری ۲۰ ساله»; which alone is no name. */
static bool dated_at(const rz_scene *s, uint32_t token, uint32_t first) {
    uint32_t time = rz_token_time(s, token);
    return time != RZ_NONE && (token == first || !s->mentions->times[time].adjective);
}

/* Where the phrase of a name that starts at `first` ends. */
static uint32_t phrase_end(const rz_scene *s, uint32_t first, uint32_t limit) {
    uint32_t t = first, last;
    for (; t < limit; t++) {
        uint32_t closed = t > first ? bracket_end(s, t, limit) : t;
        if (closed > t && closed + 1 < limit && s->text->tokens[closed + 1].kind == RZ_TOKEN_WORD && s->text->tokens[closed + 1].verb == RZ_NONE) {
            t = closed;
            continue;
        }
        uint32_t called = called_end(s, t, first, limit);
        if (called > t) return called + 1;
        const rz_token *token = &s->text->tokens[t];
        uint8_t class = rz_class_at(s, t, &last);
        if ((token->kind == RZ_TOKEN_PUNCT && token->punct != '-' && !rz_paper_fields_go_on(s, t, first, limit)) || finite_verb_at(s, t)) break;
        if (ends_name(class) || class == RZ_C_SOON || (t > first && another_count(s, t)) || dated_at(s, t, first) || (class == RZ_C_IN && place_at(s, last)) || (class == RZ_C_WITH && someone_at(s, last))) break;
        if (tells_votes(s, class, last) || tells_journey(s, class, last) || ends_behind_parties(s, t, first, class) || tells_on(s, t, first, class, last)) break;
    }
    return trimmed(s, first, t);
}

/* What is quoted with a verb is said, and no name. */
static uint32_t quote_end(const rz_scene *s, uint32_t first, uint32_t limit) {
    uint32_t t = first;
    for (; t < limit; t++) {
        const rz_token *token = &s->text->tokens[t];
        if (finite_verb_at(s, t)) return first;
        if (!token->quote || token->punct == '>' || (token->punct == '"' && t > first)) break;
    }
    return t;
}

uint32_t rz_paper_name_end(const rz_scene *s, uint32_t first, uint32_t limit, bool quoted) {
    if (limit > first + LONGEST_NAME) limit = first + LONGEST_NAME;
    return quoted ? quote_end(s, first, limit) : phrase_end(s, first, limit);
}

bool rz_paper_is(const rz_scene *s, const rz_hit *noun, const char *kind) { return rz_row_has(s->text->data, noun->row, "kind", kind); }

bool rz_paper_plural(const rz_scene *s, const rz_hit *noun) {
    for (rz_hits h = rz_hits_of(s->text, noun->first, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
        if (h.hit.row == noun->row && h.hit.key == s->g->k_plural) return true;
    return false;
}

/* «با امضای تفاهم‌نامه‌ای [زمینه‌های همکاری] تقویت شد»: an indefinite noun is named by what it is like and about, and by no other noun. */
bool rz_paper_ends_indefinite(const rz_scene *s, const rz_hit *noun, uint32_t first) {
    const rz_token *next = &s->text->tokens[first];
    const rz_token *last = &s->text->tokens[noun->last - 1];
    enum { LONGEST = 2 }; /* «ی», «ای», not «های» */
    uint32_t end;
    bool some = noun->tail && noun->tail <= LONGEST && s->text->letters[rz_letters_end(last) - 1] == s->g->yeh;
    return some && !rz_paper_plural(s, noun) && first == noun->last && next->kind == RZ_TOKEN_WORD && (next->pos & RZ_POS_NOUN) && !(next->pos & RZ_POS_ADJ) && !rz_class_at(s, first, &end);
}

/* A number of more than one: «یک سند» is a document. */
bool rz_paper_numbered(const rz_scene *s, uint32_t token) {
    if (s->text->tokens[token].kind == RZ_TOKEN_NUMBER) return rz_token_number(s->text, &s->text->tokens[token]) != 1;
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);)
        if (h.hit.type == RZ_NUMBER && h.hit.last == token + 1 && !h.hit.tail)
            return !rz_str_is(rz_row_get(s->text->data, h.hit.row, "value"), "1");
    return false;
}

uint32_t rz_paper_count_from(const rz_scene *s, uint32_t noun, uint32_t low) {
    uint32_t start;
    if (noun <= low) return noun;
    if (rz_token_time(s, noun - 1) != RZ_NONE || s->mention_at[noun - 1] != RZ_NONE) return noun; /* «در فروردین ۱۴۰۰ سند …», «گروه بیست بیانیه …» */
    if (rz_paper_numbered(s, noun - 1)) return noun - 1;
    return rz_class_before(s, noun, low, false, &start) == RZ_C_COUNTER ? start : noun;
}

bool rz_paper_counted_two(const rz_scene *s, uint32_t noun) {
    if (noun == 0) return false;
    if (rz_token_number(s->text, &s->text->tokens[noun - 1]) == 2) return true;
    for (rz_hits h = rz_hits_at(s->text, noun - 1); rz_hits_next(&h);)
        if (h.hit.type == RZ_NUMBER && rz_str_is(rz_row_get(s->text->data, h.hit.row, "value"), "2")) return true;
    return false;
}

/* «دو سند برای الف و ب»: two names where the noun is counted. */
uint32_t rz_paper_split(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t best = RZ_NONE, end, middle = first + (last - first) / 2, least = UINT32_MAX;
    for (uint32_t t = first + 1; t + 1 < last; t++) {
        if (rz_class_at(s, t, &end) != RZ_C_AND) continue;
        uint32_t off = t > middle ? t - middle : middle - t;
        if (off < least) least = off, best = t;
    }
    return best;
}

/* «اسناد مربوطه»: nothing that tells which. */
bool rz_paper_says_nothing(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t end;
    uint32_t at = first;
    for (uint8_t class; at < last; at = end) { /* «قرارداد آن», «توافق یادشده» */
        class = rz_class_at(s, at, &end);
        if (class != RZ_C_EMPTY && class != RZ_C_DEFINITE && class != RZ_C_AFORESAID) break;
    }
    if (at >= last || at == first) return at >= last;
    uint8_t next = rz_class_at(s, at, &end);
    return next && next <= RZ_C_LAST_PREP && next != RZ_C_ABOUT && next != RZ_C_FOR;
}

/* «توافق [برای] آزادی X», not «توافق [تا] زمانی …». */
bool rz_paper_is_aim(const rz_scene *s, uint32_t token) {
    uint32_t from;
    rz_link link = {.prep = rz_class_at(s, token, &from), .prep_token = token};
    const char *status = link.prep == RZ_C_FOR ? rz_prep_status(s, &link, from) : NULL;
    return status && !strcmp(status, "planned");
}

/* «توافق» makes an agreement only of what it names right away: «توافق صلح», not «توافق در این باره», «توافق حاصل شد». */
bool rz_paper_no_accord(const rz_scene *s, const rz_hit *noun, uint32_t end) {
    uint32_t last, from;
    if (!rz_paper_is(s, noun, "accord")) return false;
    uint8_t next = rz_class_at(s, noun->last, &last);
    if (next == RZ_C_EMPTY && last < end && (rz_class_at(s, last, &from) == RZ_C_ABOUT || rz_paper_is_aim(s, last))) return false; /* «توافق دو کشور برای …» */
    bool small = next && next <= RZ_C_ALSO && next != RZ_C_ABOUT && !rz_paper_is_aim(s, noun->last);
    return small || next == RZ_C_EMPTY || end == noun->last || s->text->tokens[noun->last].verb != RZ_NONE;
}

/* «آتش‌بس شصت‌روزه»: an accord is named by how long it holds too. */
uint32_t rz_paper_length_after(const rz_scene *s, const rz_hit *noun, uint32_t limit) {
    uint32_t time = noun->last < limit ? rz_token_time(s, noun->last) : RZ_NONE;
    if (time == RZ_NONE || !rz_paper_is(s, noun, "accord") || !s->mentions->times[time].adjective) return noun->last;
    return s->mentions->times[time].last;
}

/* People and firms have contracts and come to terms too: these count between states, bodies or their people only. */
bool rz_paper_of_anybody(const rz_scene *s, const rz_sentence *in, const rz_hit *noun) {
    uint32_t from = noun->first > in->first + RZ_REACH ? (uint32_t)noun->first - RZ_REACH : in->first;
    for (uint32_t t = from; t < in->last && t < noun->last + RZ_REACH; t++) {
        const rz_mention *m = s->mention_at[t] == RZ_NONE ? NULL : &s->mentions->at[s->mention_at[t]];
        if (m && m->kind != RZ_M_PRONOUN && rz_is_actor(m)) return false;
    }
    const char *id = rz_row_id(s->text->data, noun->row);
    bool of_states = !strcmp(id, "ceasefire") || !strcmp(id, "statement");
    return !of_states && (rz_paper_is(s, noun, "accord") || rz_paper_is(s, noun, "contract"));
}

bool rz_paper_in_list(const rz_scene *s, const rz_sentence *in, const rz_hit *noun) {
    enum { NEAR = 14 };
    uint32_t last;
    for (uint32_t t = noun->last + 1; t < in->last && t < noun->last + NEAR; t++) {
        if (s->text->tokens[t - 1].punct != ',' && rz_class_at(s, t - 1, &last) != RZ_C_AND) continue;
        if (rz_types_at(s->text, t) & RZ_TYPE(RZ_AGREEMENT_NOUN)) return true;
    }
    return false;
}

bool rz_paper_behind(const rz_scene *s, const rz_sentence *in, uint32_t from, uint32_t cue, rz_row stage) {
    uint32_t start;
    bool nominal = false;
    for (rz_hits h = rz_hits_of(s->text, cue, RZ_TYPE(RZ_STAGE)); from > cue && rz_hits_next(&h);)
        nominal |= h.hit.key == s->g->k_before && s->g->stages[h.hit.row - s->g->first_stage].means == stage;
    if (!nominal || s->text->tokens[cue + 1].verb != RZ_NONE) return false;
    if (from > cue + RZ_CLAUSE_REACH) return false;
    for (uint32_t t = cue + 1; t < in->last && t < from + RZ_REACH; t++)
        if (rz_stage_at_cue(s, t, stage)) return false; /* its own */
    if (s->text->tokens[from - 1].punct == ',' || rz_class_before(s, from, cue, false, &start) == RZ_C_AND) return false;
    for (uint32_t t = cue + 1; t < from; t++)
        if (rz_types_at(s->text, t) & (RZ_TYPE(RZ_AGREEMENT_NOUN) | RZ_TYPE(RZ_AGREEMENT))) return true;
    return false;
}

/* «یک توافق هسته‌ای», «هرگونه آتش‌بس در غزه»: not the one of that name. */
bool rz_paper_any_such(const rz_scene *s, const rz_sentence *in, uint32_t token) {
    uint32_t start;
    if (token == in->first) return false;
    if (rz_class_before(s, token, in->first, false, &start) == RZ_C_GENERAL || rz_class_before(s, token, in->first, false, &start) == RZ_C_ANY) return true;
    for (rz_hits h = rz_hits_at(s->text, token - 1); rz_hits_next(&h);)
        if (h.hit.type == RZ_NUMBER && h.hit.last == token && !h.hit.tail && rz_str_is(rz_row_get(s->text->data, h.hit.row, "value"), "1")) return true;
    return false;
}

/* «قطعنامه X و Y برای تمدید قطعنامه Z رد شد», «طرح خروج از Z»: what becomes of a bill or a resolution does not become of what it is about. */
bool rz_paper_is_matter_of_bill(const rz_scene *s, const rz_sentence *in, uint32_t token) {
    static const char *const kinds[] = {"resolution", "bill", "plan"};
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, token);
    if (link.prep_token == RZ_NONE || (link.prep != RZ_C_FOR && link.prep != RZ_C_ABOUT)) return false;
    for (uint32_t t = link.prep_token > in->first + RZ_CLAUSE_REACH ? link.prep_token - RZ_CLAUSE_REACH : in->first; t < link.prep_token; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            for (size_t k = 0; h.hit.type == RZ_AGREEMENT_NOUN && k < sizeof kinds / sizeof *kinds; k++)
                if (rz_paper_is(s, &h.hit, kinds[k]) && !rz_verb_between(s, t, link.prep_token)) return true;
    return false;
}

bool rz_paper_is_matter(const rz_scene *s, uint32_t token) {
    enum { LONGEST = 4 };
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, token);
    if (link.prep_token == RZ_NONE || (link.prep != RZ_C_FOR && link.prep != RZ_C_ABOUT)) return false;
    for (rz_hits_run h = rz_hits_within(s->text, link.prep_token > LONGEST ? link.prep_token - LONGEST : 0, link.prep_token); rz_hits_run_next(&h);)
        if (h.hit.type == RZ_AGREEMENT_NOUN && h.hit.last == link.prep_token) return true;
    return false;
}

bool rz_paper_told_already(const rz_found *found, uint32_t before, uint32_t first, uint32_t last) {
    for (uint32_t i = before; i < found->instruments.n; i++)
        if (found->instruments.at[i].first < last && found->instruments.at[i].last > first) return true;
    return false;
}

void rz_paper_nouns_read(rz_found *found, const rz_sentence *in, uint32_t before, rz_noun_reader *read) {
    for (uint32_t t = in->first, next; t < in->last; t = next) {
        next = t + 1;
        for (rz_hits h = rz_hits_of(found->scene.text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h) && next == t + 1;)
            if (h.hit.type == RZ_AGREEMENT_NOUN) next = read(found, in, &h.hit, before);
    }
}

/* «توافق [با X بر سر Y]»: where what it is about ends, or the noun. */
uint32_t rz_paper_with_end(const rz_scene *s, const rz_sentence *in, const rz_hit *noun) {
    uint32_t at = noun->last, from, end;
    if (at >= in->last || !rz_paper_is(s, noun, "accord") || rz_class_at(s, at, &from) != RZ_C_WITH || from >= in->last || s->mention_at[from] == RZ_NONE) return noun->last;
    at = s->mentions->at[s->mention_at[from]].last;
    if (at >= in->last || (rz_class_at(s, at, &from) != RZ_C_ABOUT && !rz_paper_is_aim(s, at))) return noun->last;
    rz_class_at(s, at, &from);
    end = rz_paper_name_end(s, from, in->last, false);
    return end > from ? end : noun->last;
}

/* «[«تاریخی»]»: one word in marks that says what it is like, and is no title. */
bool rz_paper_praised(const rz_scene *s, uint32_t open, uint32_t limit) {
    if (open + 3 >= limit || s->text->tokens[open + 1].kind != RZ_TOKEN_WORD) return false;
    char close = s->text->tokens[open + 2].punct;
    return (close == '>' || close == '"') && (s->text->tokens[open + 1].pos & RZ_POS_ADJ);
}

/* «…»: words inside a quoted paper's title. */
bool rz_in_document_title(const rz_scene *s, uint32_t token) {
    if (!s->text->tokens[token].quote) return false;
    uint32_t from = s->text->sentences[rz_token_sentence(s, token)].first, t = token;
    while (t > from && token - t < RZ_REACH && s->text->tokens[t - 1].quote) t--;
    uint32_t low = t > from + 3 ? t - 3 : from;
    for (uint32_t i = low; i < t; i++)
        for (rz_hits h = rz_hits_of(s->text, i, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (h.hit.last >= t && !rz_row_has(s->text->data, h.hit.row, "kind", "accord"))
                return true;
    return false;
}
