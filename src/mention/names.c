/* Names: from what the tables have at each token to mentions that do not overlap.
 *
 * The text is gone through, and what may find more then a second time: what the first time finds named in full (a person, a surname that no
 * table has, a state) lets the second believe an ambiguous word that stands before it, as in a headline. */
#include "mention/names.h"

static rz_row list_row(const rz_data *data, const char *id) { return rz_row_find(data, RZ_WORDS, rz_str_of(id)); }

static void open_words(const rz_data *d, rz_name_words *w) {
    *w = (rz_name_words){
        .given = list_row(d, "name-given"), .given_weak = list_row(d, "name-given-weak"), .given_apart = list_row(d, "name-given-apart"),
        .surname_end = list_row(d, "name-surname-end"), .glued = list_row(d, "name-glued"), .initials = list_row(d, "name-initials"), .son = list_row(d, "name-son"), .particle = list_row(d, "name-particle"), .ours = list_row(d, "name-ours"), .written_in = list_row(d, "name-written-in"),
        .this_one = list_row(d, "name-this"), .this_movement = list_row(d, "name-this-movement"), .both = list_row(d, "name-both"), .met = list_row(d, "name-met"), .group = list_row(d, "name-group"),
        .counterpart = list_row(d, "name-counterpart"), .side = list_row(d, "name-side"), .people = list_row(d, "name-people"), .own = list_row(d, "name-own"),
        .counterparts = list_row(d, "name-counterparts"), .of_states = list_row(d, "name-of-states"), .several = list_row(d, "name-several"), .including = list_row(d, "name-including"), .object = list_row(d, "object-marker"),
        .former = list_row(d, "name-former"), .then = list_row(d, "name-then"), .under = list_row(d, "name-under"),
        .aged = list_row(d, "name-aged"), .role = list_row(d, "name-role"), .as = list_row(d, "name-as"), .charge = list_row(d, "name-charge"), .field_with = list_row(d, "name-field-with"), .field_more = list_row(d, "name-field-more"), .deputy = list_row(d, "name-deputy"), .deputy_of_field = list_row(d, "name-deputy-of-field"), .spoken_by = list_row(d, "name-spoken-by"), .bureau = list_row(d, "name-bureau"), .own_bureau = list_row(d, "name-own-bureau"), .aide = list_row(d, "name-aide"), .man_of = list_row(d, "name-man-of"), .rest = list_row(d, "name-rest"), .home = list_row(d, "name-home"), .body_word = list_row(d, "name-body-word"), .new_one = list_row(d, "name-new"), .acting = list_row(d, "name-acting"),
        .modifier = list_row(d, "name-modifier"), .country = list_row(d, "name-country"), .seat = list_row(d, "name-seat"),
        .near_to = list_row(d, "name-near"),
        .toward = list_row(d, "name-toward"), .scope = list_row(d, "name-scope"), .and_one = list_row(d, "name-and"),
        .going = list_row(d, "name-going"), .going_to = list_row(d, "name-going-to"), .place_cue = list_row(d, "name-place-cue"), .groups = list_row(d, "groups"), .sized = list_row(d, "name-sized"), .outlet_cue = list_row(d, "name-outlet-cue"), .outlet_tells = list_row(d, "name-outlet-tells"),
        .place_noun = list_row(d, "name-place-noun"), .province = list_row(d, "name-province"), .never = list_row(d, "name-never"), .family_first = list_row(d, "name-family-first"), .with = list_row(d, "name-with"), .called_after = list_row(d, "name-called-after"), .homonym = list_row(d, "name-homonym"),
        .not_name = list_row(d, "name-not"),
        .before_this = list_row(d, "name-before-this"), .headed = list_row(d, "name-headed"), .heads = list_row(d, "name-heads"), .indefinite = list_row(d, "name-indefinite")};
}

/* The letters of a list's forms, whatever key they have. */
static rz_glued *read_glued(rz_arena *arena, const rz_data *data, const rz_name_table *t, rz_row row, uint32_t *n) {
    if (row == RZ_NONE) return NULL;
    rz_glued *out = RZ_NEW_N(arena, rz_glued, rz_fields_of(data, row));
    for (uint32_t i = 0; i < rz_fields_of(data, row); i++) {
        rz_field f = rz_field_at(data, row, i);
        rz_glued *g = &out[*n];
        g->surname = f.key == t->short_;
        g->n = rz_letters_of(f.value.at, f.value.size, g->letters, sizeof g->letters);
        *n += g->n > 0 && g->n <= sizeof g->letters;
    }
    return out;
}

/* Those that words_at knows. */
static uint32_t own_lists(const rz_name_words *w) {
    return RZ_LIST(w->ours) | RZ_LIST(w->this_one) | RZ_LIST(w->both) | RZ_LIST(w->counterpart) | RZ_LIST(w->counterparts) | RZ_LIST(w->side) |
           RZ_LIST(w->people) | RZ_LIST(w->spoken_by) | RZ_LIST(w->bureau);
}

const rz_name_table *rz_name_table_make(rz_arena *arena, const rz_data *data) {
    rz_name_table *t = RZ_NEW(arena, rz_name_table);
    *t = (rz_name_table){.fa = rz_key(data, "fa"), .short_ = rz_key(data, "short"), .adj = rz_key(data, "adj"),
                         .speaks = rz_key(data, "speaks"), .plural = rz_key(data, "plural"), .label = rz_key(data, "label")};
    open_words(data, &t->words);
    rz_office_traits_make(arena, data, t);
    rz_outlet_names_make(arena, data, t);
    t->glued = read_glued(arena, data, t, t->words.glued, &t->n_glued);
    for (uint32_t i = 0; i < t->n_glued; i++) t->glued_opens[t->glued[i].letters[0]] = true;
    t->leading = read_glued(arena, data, t, list_row(data, "name-leading"), &t->n_leading);
    t->arabic = read_glued(arena, data, t, list_row(data, "name-arabic"), &t->n_arabic);
    t->own_lists = own_lists(&t->words);
    t->ours = rz_row_state(data, t->words.ours);
    t->rare = (uint32_t)rz_str_number(rz_row_get(data, t->words.given, "rare"));
    t->n_rows = rz_rows_all(data);
    return t;
}

/* The country that the words of the text tell, or of the first outlet named that has one, else what the tables say. */
static rz_row find_ours(const rz_namer *n, const rz_name_table *table, rz_row told) {
    enum { HEAD = 400 };
    if (told != RZ_NONE) return told;
    for (uint32_t t = 0; t < n->text->n_tokens && t < HEAD; t++)
        for (rz_hits hits = rz_hits_of(n->text, t, RZ_TYPE(RZ_OUTLET)); rz_hits_next(&hits);) {
            const rz_hit *h = &hits.hit;
            if (h->tail) continue;
            rz_atom a = {.row = h->row, .type = RZ_OUTLET, .key = h->key, .last = h->last};
            rz_row home = rz_outlet_home(n->data, h->row, false);
            if (home != RZ_NONE && rz_atom_fits(n, t, &a)) return home;
        }
    return table->ours;
}

static void mark_tokens(rz_namer *n) {
    const rz_text *text = n->text;
    n->known = RZ_NEW_N(n->arena, uint8_t, (size_t)text->n_tokens + 1);
    for (uint32_t t = 0; t < text->n_tokens; t++) {
        bool may_begin = rz_lists_at(text, t) & (RZ_LIST(n->w.given) | RZ_LIST(n->w.given_weak));
        for (rz_hits h = rz_hits_of(text, t, RZ_TYPE(RZ_WORDS)); may_begin && rz_hits_next(&h);)
            if (!h.hit.tail && (h.hit.row == n->w.given || h.hit.row == n->w.given_weak)) n->known[t] |= RZ_TOKEN_GIVEN;
    }
}

static void open_namer(rz_namer *n, rz_arena *arena, const rz_name_table *t, const rz_text *text, rz_row told) {
    *n = (rz_namer){.arena = arena, .table = t, .text = text, .data = text->data, .w = t->words, .fa = t->fa, .short_ = t->short_, .adj = t->adj,
                    .speaks = t->speaks, .plural = t->plural, .label = t->label, .rare = t->rare, .end = text->n_tokens, .holder_of = RZ_NONE};
    n->seen = RZ_NEW_N(arena, uint8_t, t->n_rows + 1);
    n->office_seen = RZ_NEW_N(arena, uint8_t, t->n_rows + 1);
    n->n_slots = 64;
    while (n->n_slots < text->n_tokens && n->n_slots < RZ_SEEN_NAMES) n->n_slots *= 2;
    n->names = RZ_NEW_N(arena, rz_seen_name, n->n_slots);
    n->asking = RZ_NEW(arena, rz_asking);
    mark_tokens(n);
    n->ours = find_ours(n, t, told);
}

/* ---- one token ---- */

static uint32_t add_state(rz_namer *n, uint32_t first, uint32_t last, rz_row state, uint8_t whose) {
    rz_mention *m = rz_mention_add(n, RZ_M_STATE, first, last);
    m->row = m->state = state;
    m->whose = whose;
    if (state != RZ_NONE) rz_note_seen(n, state);
    return last;
}

/* «پنج آمریکایی»: right after a number the adjective stands for people. */
static bool counted(const rz_namer *n, uint32_t token) {
    if (!token) return false;
    if (n->text->tokens[token - 1].kind == RZ_TOKEN_NUMBER) return rz_token_number(n->text, &n->text->tokens[token - 1]) < 1000;
    for (rz_hits h = rz_hits_of(n->text, token - 1, RZ_TYPE(RZ_NUMBER)); rz_hits_next(&h);)
        if (h.hit.last == token && !h.hit.tail) return true;
    return false;
}

/* «مقامات سیاسی، نظامی و امنیتی عراق»: past the adjectives between. */
static uint32_t past_adjectives(const rz_namer *n, uint32_t token) {
    static const uint32_t SIDES_OWN = RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_FORUM) | RZ_TYPE(RZ_BODY) | RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_OUTLET);
    enum { MOST = 7 };
    uint32_t p = token, end = token;
    while (p < n->end && p < token + MOST) {
        uint32_t next = rz_list_at(n, p, n->w.and_one);
        bool joins = p > token && (next || rz_punct_at(n, p) == ',');
        rz_atom a;
        uint32_t sized = p + 1 < n->end && counted(n, p + 1) ? rz_list_at(n, p + 1, n->w.sized) : 0; /* «هیئت ۱۲ نفره» */
        if (joins) p = next ? next : p + 1;
        else if (sized) end = p = sized;
        else if (((rz_pos_at(n, p) & RZ_POS_ADJ) || !rz_pos_at(n, p)) && n->text->tokens[p].kind == RZ_TOKEN_WORD && n->text->tokens[p].verb == RZ_NONE && !rz_list_at(n, p, n->w.groups) && !rz_atom_at(n, p, SIDES_OWN, &a)) end = ++p;
        else break;
    }
    return end == p ? end : token;
}

/* «مقام‌های طالبان»: a word for a state that is the name of a body as well is here the body. */
static uint32_t side_of_body(rz_namer *n, uint32_t token, uint32_t last, uint32_t end) {
    rz_atom a;
    if (!rz_atom_at(n, last, RZ_TYPE(RZ_ORGANISATION), &a) || a.key != n->fa || a.last < end || !rz_atom_fits(n, last, &a)) return token;
    rz_mention *m = rz_mention_add(n, RZ_M_ORGANISATION, token, a.last);
    m->row = a.row;
    return a.last;
}

/* «طرف روسی», «جانب افغانستان» */
static uint32_t side_at(rz_namer *n, uint32_t token, uint32_t last) {
    rz_office_phrase whose = RZ_NO_OFFICE;
    uint32_t p = last, further = past_adjectives(n, last);
    bool told = rz_whose_at(n, &p, false, &whose);
    rz_atom a;
    bool state = !told && further > last && !rz_list_at(n, further - 1, n->w.place_cue) && rz_atom_at(n, further, RZ_TYPE(RZ_STATE), &a); /* not «وارد تاشکند» */
    uint32_t first = state ? further : last;
    if (state) told = rz_whose_at(n, &further, false, &whose), p = further;
    uint32_t body = told ? side_of_body(n, token, first, p) : token;
    if (body > token) return body;
    if (!told || whose.whose == RZ_WHOSE_BOTH) return token;
    return add_state(n, token, p, whose.state, whose.whose);
}

/* «زندانیان فرانسوی»: the adjective names the state whose they are; they are not it. */
static uint32_t people_at(rz_namer *n, uint32_t token, uint32_t last) {
    rz_atom a;
    if (!rz_atom_at(n, last, RZ_TYPE(RZ_STATE), &a) || a.key != n->adj || !rz_atom_fits(n, last, &a)) return token;
    uint32_t body = side_of_body(n, last, last, a.last); /* «زندانیان طالبان» */
    return body > last ? body : add_state(n, last, a.last, a.row, RZ_WHOSE_STATE);
}

/* «دو کشور عراق و عمان»: the two are named, and mentions of their own. */
static bool two_named(const rz_namer *n, uint32_t at) {
    rz_office_phrase one = RZ_NO_OFFICE, other = RZ_NO_OFFICE;
    if (!rz_whose_at(n, &at, false, &one) || one.whose != RZ_WHOSE_STATE) return false;
    at = rz_list_at(n, at, n->w.and_one);
    return at && rz_whose_at(n, &at, false, &other) && other.whose == RZ_WHOSE_STATE;
}

static uint32_t words_at(rz_namer *n, uint32_t token, const rz_atom *a) {
    uint32_t people = rz_list_at(n, token, n->w.people); /* the same word may stand in other lists too */
    if (people) return people_at(n, token, people);
    if (a->tail) return token;
    if (a->row == n->w.ours) return add_state(n, token, a->last, RZ_NONE, RZ_WHOSE_OURS);
    if (a->row == n->w.this_one) return add_state(n, token, a->last, RZ_NONE, RZ_WHOSE_THIS);
    if (a->row == n->w.both && two_named(n, a->last)) return token;
    if (a->row == n->w.both) return add_state(n, token, a->last, RZ_NONE, RZ_WHOSE_BOTH);
    uint32_t several = a->row == n->w.counterpart ? rz_counterparts_at(n, token, a->last, false) : token;
    if (several > token) return several;
    if (a->row == n->w.counterpart) return rz_join_office(n, token);
    if (a->row == n->w.counterparts) return rz_counterparts_at(n, token, a->last, true);
    if (a->row == n->w.side) return side_at(n, token, a->last);
    if (a->row == n->w.spoken_by || a->row == n->w.bureau) return rz_aide_at(n, token, a);
    return token;
}

static uint32_t place_at(rz_namer *n, uint32_t token, uint32_t last, rz_row place) {
    rz_mention *m = rz_mention_add(n, RZ_M_PLACE, token, last);
    m->row = place;
    if (!rz_list_before(n, token, n->w.group)) m->state = rz_capital_of(n, place); /* «گروه لیما» is not Peru */
    return last;
}

static uint32_t simple(rz_namer *n, uint8_t kind, uint32_t token, const rz_atom *a) {
    rz_mention_add(n, kind, token, a->last)->row = a->row;
    if (a->key != n->short_) rz_note_seen(n, a->row);
    return a->last;
}

static uint32_t organisation_at(rz_namer *n, uint32_t token, const rz_atom *a) {
    rz_row land = rz_land_at(n, token, a);
    return land != RZ_NONE ? place_at(n, token, a->last, land) : simple(n, RZ_M_ORGANISATION, token, a);
}

static uint32_t atom_at(rz_namer *n, uint32_t token, const rz_atom *a) {
    switch (a->type) {
    case RZ_OFFICE: return a->key == n->plural ? rz_group_at(n, token, a) : rz_join_office(n, token);
    case RZ_COLLECTIVE: case RZ_PRONOUN: return rz_group_at(n, token, a);
    case RZ_BODY: return rz_join_body(n, token);
    case RZ_STATE: return a->key == n->adj && !counted(n, token) && !rz_is_people(n, a) ? token : add_state(n, token, a->last, a->row, RZ_WHOSE_STATE);
    case RZ_PLACE: return a->key == n->adj ? token : place_at(n, token, a->last, a->row);
    case RZ_ORGANISATION: return organisation_at(n, token, a);
    case RZ_FORUM: return simple(n, RZ_M_FORUM, token, a);
    case RZ_OUTLET: return simple(n, RZ_M_OUTLET, token, a);
    case RZ_AGREEMENT: return simple(n, RZ_M_AGREEMENT, token, a);
    default: return token;
    }
}

/* Topics are not among them: «مذاکرات ایران و آمریکا» would hide who took part. They are looked up by their hits. */
static const uint32_t SOUGHT = RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_BODY) | RZ_TYPE(RZ_FORUM) | RZ_TYPE(RZ_ORGANISATION) |
                               RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_OUTLET) |
                               RZ_TYPE(RZ_COLLECTIVE) | RZ_TYPE(RZ_PRONOUN);

static bool own_list(const rz_namer *n, rz_row row) {
    return row == n->w.ours || row == n->w.this_one || row == n->w.both || row == n->w.counterpart || row == n->w.counterparts || row == n->w.side || row == n->w.people ||
           row == n->w.spoken_by || row == n->w.bureau;
}

/* Of the namer's own lists, the longest at the token. */
static bool own_word_at(const rz_namer *n, uint32_t token, rz_atom *out) {
    if (!(rz_lists_at(n->text, token) & n->table->own_lists)) return false;
    for (rz_hits hits = rz_hits_of(n->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&hits);) {
        const rz_hit *h = &hits.hit;
        if (!(n->table->own_lists & RZ_LIST(h->row)) || !own_list(n, h->row) || h->tail || h->last > n->end) continue;
        *out = (rz_atom){.row = h->row, .type = RZ_WORDS, .key = h->key, .last = h->last};
        return true;
    }
    return false;
}

/* The first token after what stands at this one; the token itself when nothing does. */
static uint32_t step(rz_namer *n, uint32_t token) {
    rz_atom a, word;
    bool found = rz_atom_at(n, token, SOUGHT, &a);
    bool own = own_word_at(n, token, &word);
    uint32_t next = token;
    if (own && word.row == n->w.side && found && a.type == RZ_COLLECTIVE && a.last == word.last) next = rz_group_at(n, token, &a);
    if (next > token) return next;
    if (own && (!found || word.last >= a.last)) next = words_at(n, token, &word);
    if (next > token) return next;
    if (found && a.type == RZ_PERSON && rz_place_rather(n, token, &a)) rz_atom_at(n, token, RZ_TYPE(RZ_PLACE), &a);
    bool titled = found && a.type == RZ_OFFICE && rz_titles_at(n, token) > a.last; /* «امیر سرتیپ X» is no امیر */
    if (!found || a.type == RZ_PERSON || titled || rz_is_homonym(n, token, &a)) {
        if (!rz_may_be_person(n, token)) {
            if (!found && !own) n->known[token] |= RZ_TOKEN_NOTHING; /* nor the second time */
            return token;
        }
        next = rz_join_person(n, token);
        if (next == token && rz_titles_at(n, token) > token) next = rz_join_office(n, token);
        return next;
    }
    return rz_atom_fits(n, token, &a) ? atom_at(n, token, &a) : token;
}

/* Could anything begin here? Most tokens end here. */
static bool starts(const rz_namer *n, uint32_t token) {
    const rz_token *t = &n->text->tokens[token];
    if (n->known[token] & RZ_TOKEN_NOTHING) return false;
    if (rz_types_at(n->text, token)) return true;
    return t->kind == RZ_TOKEN_WORD ? t->verb == RZ_NONE : t->kind == RZ_TOKEN_PUNCT && (t->punct == '<' || t->punct == '"');
}

/* A sentence that was gone through: its mentions, and what had been answered before it. */
typedef struct {
    uint32_t first, last; /* among all mentions */
    uint32_t answers;
    bool in_vain;
} gone;

static void go(rz_namer *n, const rz_sentence *sentence, gone *out) {
    *out = (gone){.first = n->out.n, .answers = n->asking->answers};
    n->asking->in_vain = false;
    n->start = sentence->first;
    n->end = sentence->last;
    for (uint32_t t = n->start; t < n->end;) {
        uint32_t next = starts(n, t) ? step(n, t) : t;
        t = next > t ? next : t + 1;
    }
    out->last = n->out.n;
    out->in_vain = n->asking->in_vain;
    n->end = n->text->n_tokens;
}

/* The mentions of a sentence as they were found the first time. */
static void keep(rz_namer *n, const rz_mention *found, const gone *s) {
    uint32_t first = n->out.n;
    for (uint32_t i = s->first; i < s->last; i++) {
        rz_mention *m = RZ_PUSH(n->arena, &n->out);
        *m = found[i];
        if (m->head != RZ_NONE) m->head += first - s->first;
        if (m->describes != RZ_NONE) m->describes += first - s->first;
    }
}

/* Do the mentions before the sentence reach up to it? What stands right before is looked at. */
static bool reaches(const rz_mention *mentions, uint32_t end, const rz_sentence *sentence) { return end && mentions[end - 1].last + 1 >= sentence->first; }

/* Goes once more through the sentences that may find more now; all of them where `home` has moved. */
static void go_again(rz_namer *n, gone *sentences, bool moved) {
    const rz_text *text = n->text;
    rz_mention *found = n->out.at;
    n->out.at = NULL;
    n->out.n = n->out.room = 0;
    bool again = false; /* the one before was gone through again */
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        const gone *s = &sentences[i];
        const rz_sentence *sentence = &text->sentences[i];
        bool beside = again && (reaches(found, s->first, sentence) || reaches(n->out.at, n->out.n, sentence));
        again = moved || beside || (s->in_vain && s->answers != n->asking->answers);
        gone ignored;
        if (again) go(n, sentence, &ignored);
        else keep(n, found, s);
    }
    rz_give_back(n->arena, found);
}

/* What was found of offices of another country says nothing of this one's. */
static void move_home(rz_namer *n, rz_row home) {
    rz_row first;
    uint32_t count;
    rz_rows_of(n->data, RZ_OFFICE, &first, &count);
    for (uint32_t i = 0; i < count; i++) n->office_seen[first + i] &= (uint8_t)~(RZ_OFFICE_OURS | RZ_OFFICE_NOT_OURS);
    n->ours = home;
}

void rz_names_find(rz_arena *arena, const rz_name_table *table, const rz_text *text, rz_mentions *out) {
    rz_namer n;
    out->ours = rz_country_of_words(text);
    open_namer(&n, arena, table, text, out->ours);
    gone *sentences = RZ_NEW_N(arena, gone, text->n_sentences);
    for (uint32_t i = 0; i < text->n_sentences; i++) go(&n, &text->sentences[i], &sentences[i]);
    if (out->ours == RZ_NONE || n.holder_ours) out->ours = n.holder_of;
    if (out->ours == RZ_NONE && n.ours == table->ours) out->ours = rz_country_of_names(&n);
    bool moved = out->ours != RZ_NONE && out->ours != n.ours;
    if (moved) move_home(&n, out->ours);
    if (moved || n.asking->answers) go_again(&n, sentences, moved);
    rz_give_back(arena, sentences);
    rz_give_back(arena, n.known);
    out->outlets = &table->outlets;
    out->own_lists = table->own_lists;
    out->at = n.out.at;
    out->n = n.out.n;
}

struct rz_names_later {
    rz_arena *arena;
    const rz_name_table *table;
    rz_text *text;
};

void rz_names_later(rz_arena *arena, const rz_name_table *table, rz_text *text, rz_mentions *out) {
    out->later = RZ_NEW(arena, struct rz_names_later);
    *out->later = (struct rz_names_later){arena, table, text};
    out->ours = RZ_NONE;
    out->outlets = &table->outlets;
    out->own_lists = table->own_lists;
}

void rz_names_now(rz_mentions *out) {
    const struct rz_names_later *later = out->later;
    if (!later) return;
    out->later = NULL;
    rz_words_know(later->text);
    rz_names_find(later->arena, later->table, later->text, out);
}
