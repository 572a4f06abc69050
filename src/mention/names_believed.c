/* Names that no table has, believed for what stands after them: «ایزابل مارش، کاردار بریتانیا در تهران». */
#include "mention/names.h"

enum { LONGEST = 4, SELDOM = 5000 }; /* tokens; how often the lexicon has seen a word, in thousandths */

/* «کارلوس هولمز (Carlos Holmes) وزیر خارجه کلمبیا»: the name once more, in other letters. */
uint32_t rz_past_latin(const rz_namer *n, uint32_t token) {
    enum { LONGEST_LATIN = 8 };
    while (token < n->end && n->text->tokens[token].kind == RZ_TOKEN_LATIN) token++; /* «آیدوس اوکیبای Aydos Ukibay سخنگوی …» */
    if (rz_punct_at(n, token) != '(') return token;
    for (uint32_t t = token + 1; t < n->end && t < token + LONGEST_LATIN; t++) {
        if (rz_punct_at(n, t) == ')') return t > token + 1 ? t + 1 : token;
        const rz_token *k = &n->text->tokens[t];
        uint8_t code = rz_letters_count(k) > 0 ? n->text->letters[k->letters_start] : 0;
        if (k->kind == RZ_TOKEN_WORD && (code < RZ_CODE_LATIN || code >= RZ_CODE_LETTERS)) return token;
    }
    return token;
}

uint32_t rz_past_mark(const rz_namer *n, uint32_t token) { return token + (rz_punct_at(n, token) == ',' || rz_punct_at(n, token) == ';' || rz_punct_at(n, token) == '('); }

uint32_t rz_as_at(const rz_namer *n, uint32_t token) {
    enum { FAR = 7 };
    uint32_t end = rz_list_at(n, token, n->w.as), object = rz_list_at(n, token, n->w.object);
    for (uint32_t t = object; object && !end && t < n->end && t < object + FAR && (n->text->tokens[t].verb == RZ_NONE || n->text->verbs[n->text->tokens[t].verb].tense == RZ_PARTICIPLE); t++) end = rz_list_at(n, t, n->w.as);
    return end;
}

bool rz_office_or_role(rz_namer *n, uint32_t token) {
    rz_office_phrase o;
    token = rz_past_mark(n, rz_past_latin(n, token));
    uint32_t as = rz_as_at(n, token); /* «X» را به عنوان سفیر */
    if (as) return rz_office_at(n, as, true, &o);
    return rz_office_at(n, token, true, &o) || rz_list_at(n, token, n->w.role);
}

bool rz_nisba_at(const rz_namer *n, uint32_t token) {
    rz_atom a;
    return rz_atom_at(n, token, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE), &a) && a.key == n->adj && a.last == token + 1;
}

/* Does a phrase begin here: at the head of the sentence, after a mark, a preposition, a conjunction or another name? */
static bool phrase_starts(const rz_namer *n, uint32_t token) {
    if (token == n->start || n->text->tokens[token - 1].kind == RZ_TOKEN_PUNCT) return true;
    if (n->out.n && n->out.at[n->out.n - 1].last == token) return true;
    return (rz_pos_at(n, token - 1) & (RZ_POS_PREP | RZ_POS_CONJ)) || rz_list_before(n, token, n->w.headed) || rz_list_before(n, token, n->w.heads);
}

static bool strange(const rz_namer *n, uint32_t token) { return rz_rather_name(n, token) || rz_given_at(n, token, true) || rz_arabic_surname(n, token); }

/* An office with whose it is, after a comma or none, or after «را به عنوان». */
static bool owned_office(rz_namer *n, uint32_t token) {
    rz_office_phrase o;
    uint32_t as = rz_as_at(n, token);
    if (!rz_office_at(n, as ? as : rz_past_mark(n, rz_past_latin(n, token)), true, &o)) return false;
    return as || o.whose == RZ_WHOSE_STATE || o.whose == RZ_WHOSE_OURS || o.seat != RZ_NONE;
}

/* A month, a day of the week or a place of one word: «بشار اسد», «هیفاء جمعه», «خوزه والنسیا». */
bool rz_names_other(const rz_namer *n, uint32_t token) {
    rz_atom a;
    return rz_atom_at(n, token, RZ_TYPE(RZ_MONTH) | RZ_TYPE(RZ_WEEKDAY) | RZ_TYPE(RZ_PLACE), &a) && a.last == token + 1 && a.key != n->adj && n->text->tokens[token].verb == RZ_NONE;
}

static bool in_name(const rz_namer *n, uint32_t token) { return rz_may_name(n, token) || rz_nisba_at(n, token); }

/* «محمد یثربی مدیرکل …»: a first name and one or two words, whatever they are; the last may be the name of something else. */
static uint32_t given_before(rz_namer *n, uint32_t token) {
    uint32_t p = rz_given_at(n, token, false);
    if (!p || n->text->tokens[token].verb != RZ_NONE) return 0;
    for (int i = 0; i < 2 && (in_name(n, p) || rz_names_other(n, p)); i++) {
        bool other = !in_name(n, p++);
        if (other ? owned_office(n, p) : rz_office_or_role(n, p)) return p;
        if (other) break;
    }
    return 0;
}

/* At the head of the sentence or of a quotation. */
static bool at_head(const rz_namer *n, uint32_t token) {
    char before = token > n->start ? rz_punct_at(n, token - 1) : 0;
    return token == n->start || before == '<' || before == '"' || before == ':';
}

/* Does the word tell something else where it begins a name of the tables? */
static bool tells_other(const rz_namer *n, uint32_t token) {
    return rz_types_at(n->text, token) & (RZ_NEAR_WORDS | RZ_TYPE(RZ_FRAME) | RZ_TYPE(RZ_SPEECH) | RZ_TYPE(RZ_TOPIC) | RZ_TYPE(RZ_STANCE) | RZ_TYPE(RZ_PERSON));
}

/* A word that says nothing else here, and is seldom said. */
static bool seldom(const rz_namer *n, uint32_t token) {
    rz_word word;
    return !tells_other(n, token) && (!rz_word_at(n, token, &word) || word.count < SELDOM);
}

bool rz_surname_opens(const rz_namer *n, uint32_t token) {
    bool opens = token == n->start || rz_punct_at(n, token - 1) == ',', goes_on = token + 1 < n->end && ((rz_pos_at(n, token + 1) & RZ_POS_PREP) || n->text->tokens[token + 1].verb != RZ_NONE);
    return opens && goes_on && rz_may_name(n, token) && seldom(n, token);
}

/* Past such words and names; is one of them hardly a word? */
static uint32_t past_seldom(const rz_namer *n, uint32_t token, uint32_t limit, bool *odd) {
    *odd = false;
    for (; token < limit && rz_may_name(n, token) && (seldom(n, token) || strange(n, token)) && !(rz_pos_at(n, token) & RZ_POS_ADV); token++) *odd |= rz_rather_name(n, token);
    return token;
}

/* «فردوس حیدری، معاون وزیر خارجه X»: two or three such words at the head of the sentence, up to an office of some state. */
static uint32_t heads_sentence(rz_namer *n, uint32_t token) {
    enum { LEAST = 2, MOST = 3 };
    bool odd;
    uint32_t p = past_seldom(n, token, token + MOST, &odd);
    return token == n->start && p >= token + LEAST && (odd || rz_punct_at(n, p) == ',') && owned_office(n, p) ? p : 0;
}

/* Two words or more that open a phrase, the first hardly a word (or the second, at the head of a sentence: «گرد مولر، وزیر …»), up to
 * an office of some state; or none of them a word, up to whatever he is. */
static uint32_t apposed_before(rz_namer *n, uint32_t token) {
    rz_atom known;
    bool plain = !strange(n, token);
    if (plain ? !at_head(n, token) || !strange(n, token + 1) || rz_punct_at(n, token + 2) != ',' : !phrase_starts(n, token)) return 0;
    bool all = true;
    for (uint32_t p = token; p < token + LONGEST && (rz_may_name(n, p) || (p > token && (rz_nisba_at(n, p) || rz_names_other(n, p))));) { /* «ویکرم مصری» */
        all &= strange(n, p);
        bool other = p > token && rz_atom_at(n, p, RZ_TYPE(RZ_PERSON), &known) && known.key == n->fa; /* «اینکه ولادیمیر پوتین» */
        if (other) return 0;
        if (++p >= token + 2 && (owned_office(n, p) || (all && rz_office_or_role(n, p)))) return p;
    }
    return 0;
}

/* After a preposition, or «and» behind a name or an office: «وزیر دفاع X و اوزان بالچی استاندار Y». */
static bool listed_or_governed(const rz_namer *n, uint32_t token) {
    uint32_t end = n->out.n ? n->out.at[n->out.n - 1].last : RZ_NONE;
    return (rz_pos_at(n, token - 1) & RZ_POS_PREP) || rz_list_before(n, token, n->w.headed) || (end < token && rz_list_at(n, end, n->w.and_one) == token);
}

/* «با اوزان بالچی استاندار X»: the first may be a word, if a seldom one that tells nothing else, where the next is hardly one. */
static uint32_t after_with(rz_namer *n, uint32_t token) {
    if (!rz_may_name(n, token) || !listed_or_governed(n, token) || !seldom(n, token)) return 0;
    bool odd = false;
    for (uint32_t p = token + 1; p < token + LONGEST && rz_may_name(n, p) && !tells_other(n, p);) {
        odd |= strange(n, p);
        if (odd && owned_office(n, ++p)) return p;
        p += !odd;
    }
    return 0;
}

/* «حجت‌الاسلام مصدق معاون اول قوه قضاییه»: behind a title of the living, a word or a few up to what he is. */
uint32_t rz_name_titled(rz_namer *n, uint32_t token, uint32_t named) {
    rz_atom title;
    if (named == token || !rz_atom_at(n, token, RZ_TYPE(RZ_TITLE), &title) || rz_row_has(n->data, title.row, "kind", "dead")) return 0;
    for (uint32_t p = named; p < named + LONGEST - 1 && (rz_may_name(n, p) || (p > named && rz_nisba_at(n, p)));)
        if (rz_office_or_role(n, ++p)) return p;
    return 0;
}

/* «هیئتی به ریاست X Y به … رفت»: two words or more that are hardly words. */
static uint32_t heading_at(const rz_namer *n, uint32_t token) {
    if (!rz_list_before(n, token, n->w.heads)) return 0;
    uint32_t p = token;
    while (p < token + LONGEST && strange(n, p) && rz_may_name(n, p)) p++;
    return p >= token + 2 ? p : 0;
}

static bool no_word(const rz_namer *n, uint32_t token) { return rz_may_name(n, token) && !rz_word_at(n, token, NULL); }

/* Behind a name, and joined to it: «X و …», «X، …». */
static bool follows_name(const rz_namer *n, uint32_t token) {
    const rz_mention *before = n->out.n ? &n->out.at[n->out.n - 1] : NULL;
    if (!before || (before->kind != RZ_M_PERSON && (before->kind != RZ_M_OFFICE || before->head == RZ_NONE)) || token < n->start + 2) return false;
    uint32_t end = before->last, next = rz_list_at(n, end, n->w.and_one);
    if (!next && rz_punct_at(n, end) == ',') next = rz_list_at(n, end + 1, n->w.and_one); /* «X، وزیر …، و Y» */
    return (next ? next : rz_punct_at(n, end) == ',' ? end + 1 : 0) == token;
}

/* Where one of a list of names may end: before a mark, a small word or what he is. */
static bool ends_item(rz_namer *n, uint32_t token) {
    rz_atom office; /* «X و Y وزرای خارجه …» */
    if (token >= n->end || n->text->tokens[token].kind == RZ_TOKEN_PUNCT || rz_atom_at(n, token, RZ_TYPE(RZ_OFFICE), &office)) return true;
    return (rz_pos_at(n, token) & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON)) || rz_list_at(n, token, n->w.and_one) || rz_office_or_role(n, token);
}

/* «X، نظر افضلی و حسن زمانی»: in a list of names a first name with a word or two, or two words of which the second is hardly one. */
static uint32_t item_at(rz_namer *n, uint32_t token) {
    uint32_t given = rz_given_at(n, token, false), p = given ? given : token + 1;
    if (!follows_name(n, token) || !rz_may_name(n, token) || (!given && tells_other(n, token))) return 0;
    if (!rz_may_name(n, p) || !(given || strange(n, p))) return 0;
    p++;
    if (!ends_item(n, p) && rz_may_name(n, p) && ends_item(n, p + 1)) p++;
    return ends_item(n, p) ? p : 0;
}

/* «… X و مرتضلعی رابادانف رسید»: after a name and «and», two words that no lexicon has. */
static uint32_t listed_at(const rz_namer *n, uint32_t token) {
    if (!follows_name(n, token)) return 0;
    uint32_t weak = rz_given_at(n, token, true);
    if (weak && no_word(n, weak)) return weak + 1; /* «X و جان فاینر»: جان is a word too */
    if (!no_word(n, token) || !no_word(n, token + 1)) return 0;
    return no_word(n, token + 2) ? token + 3 : token + 2;
}

/* «با شیه ژن‌هوا در X دیدار کرد»: after «with», two words that no lexicon has, up to a preposition, a mark or «and». */
static uint32_t met_at(const rz_namer *n, uint32_t token) {
    if (token < n->start + 2 || !rz_list_before(n, token, n->w.with) || !no_word(n, token) || !no_word(n, token + 1)) return 0;
    uint32_t last = no_word(n, token + 2) ? token + 3 : token + 2;
    return last < n->end && ((rz_pos_at(n, last) & (RZ_POS_PREP | RZ_POS_CONJ)) || rz_punct_at(n, last) == ',') ? last : 0;
}

/* «نوید اشرف وزیر X»: a first name that is a word too, and a surname that is known as such or as a first name; the end of both, or 0. */
static uint32_t weak_pair(const rz_namer *n, uint32_t token) {
    rz_atom a;
    uint32_t p = rz_given_at(n, token, true);
    if (!p || n->text->tokens[token].verb != RZ_NONE || !rz_may_name(n, token)) return 0;
    bool surname = rz_may_name(n, p) && (strange(n, p) || (rz_atom_at(n, p, RZ_TYPE(RZ_PERSON), &a) && a.key == n->short_ && a.last == p + 1));
    return surname || rz_nisba_at(n, p) ? p + 1 : 0;
}

static uint32_t weak_before(rz_namer *n, uint32_t token) {
    uint32_t last = weak_pair(n, token);
    if (!last) return 0;
    return (follows_name(n, token) && ends_item(n, last)) || (phrase_starts(n, token) && owned_office(n, last)) ? last : 0;
}

/* «با یاکونین رئیس راه‌آهن X», «یاکونین، معاون وزیر Y»: one word that no lexicon has, up to an office; at the head of a sentence, behind a comma,
 * to one of some state. */
bool rz_surname_alone(rz_namer *n, uint32_t token) {
    return no_word(n, token) && rz_rather_name(n, token) && rz_unknown_at(n, token, false, false, true) == token + 1;
}

uint32_t rz_surname_before(rz_namer *n, uint32_t token) {
    bool met = token >= n->start + 2 && rz_list_before(n, token, n->w.with);
    if (!(met || token == n->start) || !rz_surname_alone(n, token)) return 0;
    return met ? rz_office_or_role(n, token + 1) ? token + 1 : 0 : rz_punct_at(n, token + 1) == ',' && owned_office(n, token + 1) ? token + 1 : 0;
}

/* «علی دارابی با X دیدار کرد»: an unmistakable first name that opens a sentence, and a word that is seldom said, up to what he does. */
static uint32_t given_opens(const rz_namer *n, uint32_t token) {
    uint32_t p = rz_given_at(n, token, false);
    bool opens = token == n->start || rz_punct_at(n, token - 1) == ',';
    if (!p || !opens || n->text->tokens[token].verb != RZ_NONE || p + 1 >= n->end || !in_name(n, p) || (!rz_nisba_at(n, p) && !seldom(n, p))) return 0;
    bool surname = rz_letters_count(&n->text->tokens[p]) > 3;
    bool goes_on = (rz_pos_at(n, p + 1) & RZ_POS_PREP) || n->text->tokens[p + 1].verb != RZ_NONE || (rz_pos_at(n, p + 1) & RZ_POS_CONJ);
    return surname && goes_on ? p + 1 : 0;
}

/* «دیروز کریم الحسینی را معرفی کرد»: an unmistakable first name and a word or two that are seldom said, whom something was done to. */
static uint32_t given_object(const rz_namer *n, uint32_t token) {
    rz_atom known; /* «پیام روحانی را» tells of him */
    uint32_t p = rz_given_at(n, token, false), weak = weak_pair(n, token);
    bool ending = rz_letters_count(&n->text->tokens[token]) < 4; /* «دروازه بان X را» */
    bool plain = weak && (ending || rz_nisba_at(n, weak - 1) || rz_atom_at(n, weak - 1, RZ_TYPE(RZ_PERSON), &known));
    if (weak && !plain && rz_list_at(n, weak, n->w.object)) return weak;
    if (!p || n->text->tokens[token].verb != RZ_NONE) return 0;
    for (int i = 0; i < 2 && in_name(n, p) && (seldom(n, p) || strange(n, p) || rz_nisba_at(n, p)); i++)
        if (rz_list_at(n, ++p, n->w.object)) return p;
    return 0;
}

uint32_t rz_name_before(rz_namer *n, uint32_t token) {
    uint32_t last = given_before(n, token);
    if (!last) last = weak_before(n, token);
    if (!last) last = apposed_before(n, token);
    if (!last) last = heads_sentence(n, token);
    if (!last && token > n->start) last = after_with(n, token);
    if (!last) last = listed_at(n, token);
    if (!last) last = item_at(n, token);
    if (!last) last = met_at(n, token);
    if (!last) last = rz_surname_before(n, token);
    if (!last) last = given_opens(n, token);
    if (!last) last = given_object(n, token);
    return last ? last : heading_at(n, token);
}

/* Where a name that no mark closes is over: at a stop, a small word, a verb or one that no name holds. */
static bool run_ends(const rz_namer *n, uint32_t token) {
    rz_atom a;
    if (token >= n->end || n->text->tokens[token].kind == RZ_TOKEN_PUNCT || n->text->tokens[token].verb != RZ_NONE) return true;
    if ((rz_pos_at(n, token) & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON | RZ_POS_ADV)) || rz_list_at(n, token, n->w.never) || rz_list_at(n, token, n->w.and_one)) return true;
    return rz_atom_at(n, token, RZ_TYPE(RZ_WEEKDAY), &a);
}

/* «وزیر خارجه X محسن قمی امروز …»: a first name and a word or two. */
static uint32_t given_run(const rz_namer *n, uint32_t token) {
    uint32_t p = rz_given_at(n, token, false);
    if (!p || n->text->tokens[token].verb != RZ_NONE) return 0;
    for (int i = 0; i < 2 && in_name(n, p) && !tells_other(n, p); i++)
        if (run_ends(n, ++p)) return p;
    return 0;
}

/* «معاون وزیر خارجه ویتنام تران کوک هوی با …»: two words or more that are seldom said, one hardly a word, up to where a name ends. */
bool rz_name_run(rz_namer *n, uint32_t token, rz_person_phrase *p) {
    bool odd;
    uint32_t last = past_seldom(n, token, token + LONGEST, &odd), given = given_run(n, token);
    if (!odd || !run_ends(n, last) || last < token + 2) last = given;
    if (!last) return false;
    *p = (rz_person_phrase){.first = token, .last = last, .name = {token, last}, .row = RZ_NONE, .titled = true};
    return true;
}

bool rz_name_between(rz_namer *n, uint32_t token, rz_person_phrase *p) {
    if (!strange(n, token)) return false;
    uint32_t last = token;
    while (last < token + LONGEST && rz_may_name(n, last)) last++;
    if (last < token + 2 || rz_punct_at(n, last) != ',') return false;
    *p = (rz_person_phrase){.first = token, .last = last, .name = {token, last}, .row = RZ_NONE, .titled = true};
    return true;
}

/* «اصغر فخریه کاشان، قائم‌مقام وزیر راه»: a town that nothing leads to is the end of a name. */
static bool town_ends_name(const rz_namer *n, uint32_t token) {
    rz_atom a;
    return rz_atom_at(n, token, RZ_TYPE(RZ_PLACE), &a) && a.key == n->fa && a.last == token + 1 && !(rz_types_at(n->text, token) & RZ_TYPE(RZ_STATE));
}

bool rz_name_goes_on(rz_namer *n, rz_person_phrase *p) {
    bool town = town_ends_name(n, p->last);
    if (p->row != RZ_NONE || p->last != p->name.end || !(town || rz_may_name(n, p->last))) return false;
    bool comma = rz_punct_at(n, p->last + 1) == ',';
    if (!(comma ? rz_office_or_role(n, p->last + 2) : (town || seldom(n, p->last)) && rz_office_or_role(n, p->last + 1))) return false; /* «محمد عیسی ثانی سرپرست وزارت …» */
    p->name.end = ++p->last;
    return true;
}

/* The first office of his that the list has something for, as the list calls it; empty: none. */
static rz_str stands_for(const rz_namer *n, rz_row person, rz_row list, rz_row *whose) {
    uint32_t count;
    const rz_tenure *t = rz_tenures_of(n->data, person, &count);
    for (uint32_t i = 0; i < count; i++) {
        rz_str of = rz_row_get(n->data, list, rz_row_id(n->data, t[i].office));
        *whose = t[i].whose;
        if (of.size) return of;
    }
    *whose = rz_row_state(n->data, person);
    return RZ_STR("");
}

uint32_t rz_aide_at(rz_namer *n, uint32_t token, const rz_atom *word) {
    rz_person_phrase p;
    rz_row whose;
    if (!rz_person_at(n, word->last, true, &p) || p.row == RZ_NONE || p.n_others) return token;
    rz_str of = stands_for(n, p.row, word->row, &whose);
    bool bureau = word->row == n->w.bureau;
    if (whose == RZ_NONE || (bureau && !of.size)) return token;
    rz_mention *m = rz_mention_add(n, bureau ? RZ_M_ORGANISATION : RZ_M_OFFICE, token, word->last);
    if (bureau) m->body = rz_row_find(n->data, RZ_BODY, of);
    else m->office = rz_row_find(n->data, RZ_OFFICE, of.size ? of : RZ_STR("spokesman"));
    m->state = whose;
    m->whose = RZ_WHOSE_STATE;
    return word->last;
}

/* «فرودگاه [بین‌المللی] «حیدر علی‌اف»»: what is called after him; he is not told of. */
bool rz_called_after(const rz_namer *n, uint32_t token) {
    char mark = token > n->start ? rz_punct_at(n, token - 1) : 0;
    return rz_list_before(n, token, n->w.called_after) || ((mark == '<' || mark == '"') && rz_list_before(n, token - 1, n->w.called_after));
}
