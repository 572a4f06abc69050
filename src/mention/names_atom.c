/* Atoms: which name of the tables stands at a token. */
#include "base/utf8.h"
#include "mention/names.h"
#include "text/apart.h"

/* Of names with the same tokens, the first of these types is meant. */
static const uint8_t rank_of[RZ_ROW_TYPES] = {
    [RZ_PERSON] = 20, [RZ_OFFICE] = 19, [RZ_BODY] = 18,   [RZ_FORUM] = 17,      [RZ_ORGANISATION] = 16, [RZ_AGREEMENT] = 15,
    [RZ_STATE] = 14,  [RZ_PLACE] = 13,  [RZ_OUTLET] = 12, [RZ_COLLECTIVE] = 11, [RZ_PRONOUN] = 10,      [RZ_WORDS] = 9,
    [RZ_TITLE] = 8,   [RZ_TOPIC] = 7};

/* A palace that speaks is a place first: what was said and what happened there are told apart later. */
static int rank(const rz_namer *n, const rz_hit *h) {
    rz_row_type type = h->type;
    if (type == RZ_STATE && (h->key == n->speaks || h->key == n->adj)) return rank_of[RZ_PLACE] - 1;
    if (type == RZ_OFFICE && h->key == n->plural) return rank_of[RZ_COLLECTIVE] - 1;
    if (type == RZ_PERSON && h->key == n->short_) return rank_of[RZ_BODY];
    return rank_of[type];
}

enum { ALEF = 0x627, WAW = 0x648, HEH = 0x647, YEH = 0x6CC, NOON = 0x646 };

static bool ends_in(const rz_namer *n, const rz_token *t, uint32_t back, uint32_t letter) {
    return rz_letters_end(t) >= t->letters_start + back + 1 && n->text->letters[rz_letters_end(t) - 1 - back] == rz_letter_code(letter);
}

/* The ی of ezafe after a long vowel: آمریکای, روسیه‌ی. */
static bool ezafe(const rz_namer *n, const rz_token *t) {
    return ends_in(n, t, 0, YEH) && (ends_in(n, t, 1, ALEF) || ends_in(n, t, 1, WAW) || ends_in(n, t, 1, HEH));
}

/* Letters beyond the name: ezafe; of an office or body whose it is too («وزیر خارجه‌اش»), but neither its plural nor the
 * ی that makes another word of it (استانداری); of a state's adjective «روسی‌اش»; of a topic any inflection. */
static bool tail_fits(const rz_namer *n, const rz_hit *h, rz_row_type type) {
    const rz_token *t = &n->text->tokens[h->last - 1];
    if (!h->tail) return true;
    if (type == RZ_TOPIC || (type == RZ_STATE && h->key == n->adj)) return h->tail <= 3;
    if (type == RZ_WORDS || type == RZ_TITLE || type == RZ_PRONOUN || type == RZ_COLLECTIVE) return false;
    if (h->tail == 1) return ezafe(n, t);
    if (type != RZ_OFFICE && type != RZ_BODY) return false;
    return h->tail == 3 || (h->tail == 2 && !ends_in(n, t, 0, NOON) && !ends_in(n, t, 0, ALEF));
}

/* «آمریکایی‌ها»: the plural of a state's adjective stands for the state that talks and agrees. */
bool rz_is_people(const rz_namer *n, const rz_atom *a) {
    const rz_token *t = &n->text->tokens[a->last - 1];
    return a->key == n->adj && a->tail == 2 && ends_in(n, t, 0, ALEF) && ends_in(n, t, 1, HEH);
}

/* Does the letter stand in it as a word of its own: «علم و صنعت»? */
static bool has_word_alone(rz_str form, uint32_t letter) {
    uint32_t length, before = ' ', c;
    for (const char *p = form.at, *end = p + form.size; p < end; p += length, before = c) {
        c = rz_utf8_next(p, end, &length);
        if (c == letter && before == ' ' && (p + length == end || p[length] == ' ')) return true;
    }
    return false;
}

/* A name is found whatever spaces it is written with; but «و نیز» is not ونیز, nor «دو و زیر» دو وزیر: small words
 * of their own make no name that is not written with them. */
static bool runs_together(const rz_namer *n, const rz_hit *h) {
    if (h->last - h->first == 1) return false;
    for (uint32_t t = h->first; t < h->last; t++) {
        const rz_token *k = &n->text->tokens[t];
        bool and_alone = rz_letters_count(k) == 1 && ends_in(n, k, 0, WAW);
        if (and_alone && !has_word_alone(rz_hit_form(n->text, h), WAW)) return true;
        if (!h->apart && k->verb != RZ_NONE) return true;
        if (!h->apart && (rz_pos_at(n, t) & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON))) return true;
    }
    return false;
}

static bool better(const rz_namer *n, const rz_hit *h, const rz_hit *best) {
    if (h->last != best->last) return h->last > best->last;
    if ((h->tail == 0) != (best->tail == 0)) return h->tail == 0;
    if (h->tail != best->tail) return h->tail < best->tail;
    return rank(n, h) > rank(n, best);
}

/* Others with the same tokens under the same kind of name: people of one surname. */
static void add_others(const rz_namer *n, uint32_t token, const rz_hit *best, rz_atom *out) {
    for (rz_hits hits = rz_hits_at(n->text, token); rz_hits_next(&hits) && out->n_others < 3;) {
        const rz_hit *h = &hits.hit;
        if (h->last != best->last || h->tail != best->tail || h->row == best->row || h->type != out->type) continue;
        if (out->type == RZ_PERSON && h->key != best->key) continue;
        bool known = false;
        for (uint32_t j = 0; j < out->n_others; j++) known |= out->others[j] == h->row;
        if (!known) out->others[out->n_others++] = h->row;
    }
}

bool rz_atom_find(const rz_namer *n, uint32_t token, uint32_t types, rz_atom *out) {
    rz_hit best = {0};
    for (rz_hits hits = rz_hits_of(n->text, token, types); rz_hits_next(&hits);) {
        const rz_hit *h = &hits.hit;
        if (h->last < best.last) break;
        if (h->last > n->end || !tail_fits(n, h, h->type) || runs_together(n, h)) continue;
        if (better(n, h, &best)) best = *h;
    }
    if (!best.last) return false;
    *out = (rz_atom){.row = best.row, .type = best.type, .key = best.key, .last = best.last, .tail = best.tail};
    if (out->type == RZ_PERSON) add_others(n, token, &best, out);
    return true;
}

uint32_t rz_list_find(const rz_namer *n, uint32_t token, rz_row list) {
    for (rz_hits hits = rz_hits_listed(n->text, token, list); rz_hits_next(&hits);)
        if (hits.hit.tail == 0 && hits.hit.last <= n->end) return hits.hit.last;
    return 0;
}

bool rz_list_before(const rz_namer *n, uint32_t token, rz_row list) {
    for (uint32_t back = 1; back <= 3 && back <= token && rz_row_there(n->text, list); back++)
        if (rz_list_at(n, token - back, list) == token) return true;
    return false;
}

/* A name with just these tokens? */
static bool type_at(const rz_namer *n, uint32_t token, uint32_t last, uint32_t types) {
    if (token >= n->end) return false;
    for (rz_hits hits = rz_hits_of(n->text, token, types); rz_hits_next(&hits);)
        if (hits.hit.last == last && hits.hit.tail == 0) return true;
    return false;
}

bool rz_word_at(const rz_namer *n, uint32_t token, rz_word *out) {
    rz_word own;
    if (!out) out = &own;
    const rz_token *t = &n->text->tokens[token];
    if (t->kind == RZ_TOKEN_WORD && t->verb == RZ_NONE && !t->pos) return false; /* it was looked for when the words of the text were */
    const uint8_t *letters = n->text->letters + t->letters_start;
    uint32_t size = rz_letters_count(t);
    if (rz_word_find(n->data, letters, size, out)) return true;
    return t->tail && t->tail < size && rz_word_find(n->data, letters, size - t->tail, out);
}

uint8_t rz_pos_at(const rz_namer *n, uint32_t token) {
    rz_word word;
    if (n->text->tokens[token].pos) return n->text->tokens[token].pos;
    return rz_word_at(n, token, &word) ? word.pos : 0;
}

/* An ordinary word by its part of speech, or a piece of a verb. */
static bool is_small_word(const rz_namer *n, uint32_t token) {
    const rz_token *t = &n->text->tokens[token];
    return t->verb != RZ_NONE || (rz_pos_at(n, token) & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON));
}

/* «در آستانه با X دیدار کرد», «در دوشنبه برگزار شد»: nothing follows that it could be of, as in «در آستانه سفر X», «در دوشنبه گذشته», «در آستانه جنگ است». */
static bool stands_by_itself(const rz_namer *n, uint32_t token, const rz_atom *atom) {
    uint32_t next = atom->last;
    const rz_token *t = n->text->tokens;
    bool whither = atom->type == RZ_STATE && rz_list_before(n, token, n->w.toward); /* «به غنا سفر کرد» */
    if ((!whither && !rz_list_before(n, token, n->w.seat)) || next >= n->end) return false;
    uint8_t pos = rz_pos_at(n, next);
    if (t[next].kind == RZ_TOKEN_PUNCT) return rz_punct_at(n, next) != '-';
    bool prep = (pos & RZ_POS_PREP) && !(pos & RZ_POS_ADJ); /* not «در آستانه دور سوم» */
    if (prep || (whither && t[next].verb != RZ_NONE)) return true;
    uint32_t verb = next + 1 < n->end ? t[next + 1].verb : RZ_NONE;
    return verb != RZ_NONE && n->text->verbs[verb].lemma != rz_row_find(n->data, RZ_VERB, RZ_STR("budan")) && t[next].verb == RZ_NONE && (!(pos & RZ_POS_ADJ) || (rz_types_at(n->text, next) & (RZ_TYPE(RZ_FRAME) | RZ_TYPE(RZ_WORDS))));
}

static bool place_fits(const rz_namer *n, uint32_t token, const rz_atom *atom) {
    rz_atom next;
    uint32_t cue = rz_list_at(n, atom->last, n->w.place_cue);
    bool to_other = cue && rz_atom_at(n, cue, RZ_TYPE(RZ_PLACE), &next); /* «دوشنبه وارد مسکو شد» */
    if (rz_list_before(n, token, n->w.place_cue) || (cue && !to_other) || stands_by_itself(n, token, atom)) return true;
    rz_row state = rz_row_state(n->data, atom->row);
    return (rz_list_before(n, token, n->w.seat) || rz_list_before(n, token, n->w.toward)) && state != RZ_NONE && rz_was_seen(n, state);
}

static bool outlet_fits(const rz_namer *n, uint32_t token, const rz_atom *atom) {
    if (rz_list_before(n, token, n->w.outlet_cue)) return true;
    bool label = atom->key == n->label;
    rz_atom state;
    if (atom->last > token + 1 && !label) return true;
    if (token == n->start && rz_list_at(n, atom->last, n->w.outlet_tells) && !rz_atom_at(n, token, RZ_TYPE(RZ_STATE), &state)) return true; /* «اسپوتنیک گزارش داد» */
    uint8_t pos = label ? RZ_POS_NOUN : rz_pos_at(n, token);
    bool first = token == 0 || n->text->tokens[token - 1].kind == RZ_TOKEN_PUNCT;
    char after = rz_punct_at(n, atom->last);
    return (first && (after == ':' || after == '-')) || pos == 0 || pos == RZ_POS_NAME;
}

/* What follows a name that stands by itself, and no word with an indefinite ی: «رئیسی را», «رئیسی وارد … شد», not «رئیسی خوب». */
static bool in_name_slot(const rz_namer *n, uint32_t token) {
    uint32_t next = token + 1;
    if (rz_list_before(n, token, n->w.indefinite)) return false;
    if (next >= n->end || n->text->tokens[next].kind == RZ_TOKEN_PUNCT || n->text->tokens[next].verb != RZ_NONE) return true;
    uint8_t pos = rz_pos_at(n, next);
    if (!(pos & RZ_POS_ADJ) || (pos & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_ADV))) return true; /* «رئیسی در», «رئیسی امروز» */
    for (rz_hits hits = rz_hits_of(n->text, next, RZ_TYPE(RZ_FRAME) | RZ_TYPE(RZ_SPEECH)); rz_hits_next(&hits);)
        if (!hits.hit.tail) return true;
    return rz_near_word_begins(n->text, next);
}

/* «ظریف با X دیدار کرد», «سفر ظریف به X»: a name may stand there; not «نکته ظریف در این است». */
static bool in_slot_of_person(const rz_namer *n, uint32_t token) {
    if (!in_name_slot(n, token)) return false;
    if (token == n->start) return true;
    const rz_token *before = &n->text->tokens[token - 1];
    bool closes = before->kind == RZ_TOKEN_PUNCT || before->verb != RZ_NONE || (rz_pos_at(n, token - 1) & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_ADV));
    return closes || (rz_types_at(n->text, token - 1) & (RZ_TYPE(RZ_FRAME) | RZ_TYPE(RZ_WEEKDAY) | RZ_TYPE(RZ_TIME)));
}

/* A form of a word that everybody uses, and a name by its letters alone: گونه‌ای, دوستم. A ی may be the name's own where one stands. */
static bool is_common_form(const rz_namer *n, uint32_t token) {
    enum { COMMON = 50000 };
    rz_word word;
    const rz_token *t = &n->text->tokens[token];
    const uint8_t *letters = n->text->letters + t->letters_start;
    uint32_t size = rz_letters_count(t);
    if (!t->tail || t->tail >= size || !rz_word_find(n->data, letters, size - t->tail, &word) || word.count < COMMON) return false;
    bool yeh = t->tail == 1 && ends_in(n, t, 0, YEH) && !rz_word_find(n->data, letters, size, NULL);
    return !yeh || !in_name_slot(n, token);
}

bool rz_everyday(const rz_namer *n, uint32_t token) {
    enum { OFTEN = 5000 }; /* as the lexicon counts */
    rz_word word;
    return token < n->end && !n->text->tokens[token].tail && rz_word_at(n, token, &word) && word.count >= OFTEN;
}

bool rz_place_rather(const rz_namer *n, uint32_t token, const rz_atom *atom) {
    if (atom->key != n->short_ || !type_at(n, token, atom->last, RZ_TYPE(RZ_PLACE)) || rz_was_seen(n, atom->row)) return false;
    return rz_list_before(n, token, n->w.seat) || rz_list_before(n, token, n->w.toward) || rz_list_before(n, token, n->w.place_cue);
}

/* In a row with other states: «ایران و مالی», «غنا، نیجر». */
static bool among_states(const rz_namer *n, uint32_t token, uint32_t last) {
    const rz_mention *before = n->out.n ? &n->out.at[n->out.n - 1] : NULL;
    uint32_t next = rz_list_at(n, last, n->w.and_one);
    rz_atom a;
    bool joined = token && (rz_list_at(n, token - 1, n->w.and_one) == token || rz_punct_at(n, token - 1) == ',');
    if (joined && before && before->kind == RZ_M_STATE && before->last + 1 == token && before->row != RZ_NONE) return true;
    if (!next && rz_punct_at(n, last) == ',') next = last + 1;
    return next && rz_atom_at(n, next, RZ_TYPE(RZ_STATE), &a) && a.key == n->fa && !rz_row_guarded(n->data, a.row);
}

/* «X به‌عنوان سفیر»: the name ends before it. */
bool rz_stands_joined(const rz_namer *n, uint32_t token) {
    const rz_token *t = &n->text->tokens[token];
    rz_str spelling = {n->text->norm + t->norm_start, t->norm_end - t->norm_start};
    return rz_apart_off_start(n->text->apart, spelling, n->text->letters + t->letters_start, rz_letters_count(t));
}

/* «چین و چروکش»: the words begin like a name. */
static bool not_a_name(const rz_namer *n, uint32_t token, uint32_t last) {
    for (rz_hits hits = rz_hits_listed(n->text, token, n->w.not_name); rz_hits_next(&hits);)
        if (hits.hit.last >= last && n->w.not_name != RZ_NONE) return true;
    return false;
}

/* «منابع عراقی», not «منابع عراق» */
static bool before_adjective(const rz_namer *n, uint32_t token) {
    rz_atom a;
    return rz_atom_at(n, token, RZ_TYPE(RZ_STATE), &a) && a.key == n->adj;
}

/* «فرستاده آمریکا», «فرستاده امیر قطر», «فرستاده X»: a participle as well, before whose he is an office. */
static bool is_sent_one(const rz_namer *n, uint32_t token, uint32_t last) {
    rz_atom a;
    if (n->text->verbs[n->text->tokens[token].verb].tense != RZ_PARTICIPLE) return false;
    return rz_atom_at(n, last, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_PERSON), &a) && (a.key == n->fa || a.type == RZ_PERSON);
}

bool rz_atom_fits(const rz_namer *n, uint32_t token, const rz_atom *atom) {
    bool guard = rz_row_guarded(n->data, atom->row);
    if (not_a_name(n, token, atom->last)) return false;
    if (atom->type == RZ_OUTLET) return outlet_fits(n, token, atom);
    bool known_by = atom->type == RZ_PERSON || atom->type == RZ_ORGANISATION || atom->type == RZ_FORUM; /* where its row is seen in full */
    if (atom->last != token + 1 && !(guard && known_by && atom->key == n->short_)) return true;
    bool calendar = type_at(n, token, atom->last, RZ_TYPE(RZ_WEEKDAY) | RZ_TYPE(RZ_MONTH));
    switch (atom->type) {
    case RZ_PERSON:
        if (rz_any_seen(n, atom) && !calendar) return true;
        if (atom->n_others == 0 && atom->key == n->fa && (!guard || rz_row_value(n->data, atom->row, n->short_).size)) return true; /* the guard is of «عباس», not of «ابومازن» */
        if (atom->key == n->short_ && rz_row_guarded_slot(n->data, atom->row) && in_slot_of_person(n, token)) return true;
        return !guard && !calendar && !is_small_word(n, token) && !is_common_form(n, token) && !rz_list_before(n, token, n->w.place_noun);
    case RZ_STATE:
        if (guard) return rz_list_before(n, token, n->w.country) || rz_list_before(n, token, n->w.place_cue) || among_states(n, token, atom->last) || stands_by_itself(n, token, atom);
        return n->text->tokens[token].verb == RZ_NONE;
    case RZ_PLACE:
        guard |= rz_list_at(n, token, n->w.homonym) == atom->last;
        return guard || calendar || n->text->tokens[token].verb != RZ_NONE ? place_fits(n, token, atom) : true;
    case RZ_BODY: return n->text->tokens[token].verb == RZ_NONE;
    case RZ_OFFICE: return (n->text->tokens[token].verb == RZ_NONE || is_sent_one(n, token, atom->last)) && (!guard || before_adjective(n, atom->last));
    case RZ_ORGANISATION: case RZ_FORUM: /* «آژانس», «سپاه»: after the full name */
        if (guard && atom->key == n->short_) return rz_was_seen(n, atom->row);
        return n->text->tokens[token].verb == RZ_NONE;
    default: return !guard && n->text->tokens[token].verb == RZ_NONE;
    }
}

bool rz_is_homonym(const rz_namer *n, uint32_t token, const rz_atom *atom) {
    bool word_too = atom->key == n->label || (atom->type == RZ_PLACE && rz_row_guarded(n->data, atom->row));
    return word_too && !rz_atom_fits(n, token, atom);
}
