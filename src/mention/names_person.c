/* People: titles and quotation marks around a name; names that no table has. */
#include "mention/names.h"

enum { TITLES = 6 };

uint32_t rz_titles_end(const rz_namer *n, uint32_t token) {
    rz_atom a;
    for (int i = 0; i < TITLES && rz_atom_at(n, token, RZ_TYPE(RZ_TITLE), &a); i++) {
        if (a.key != n->fa || rz_row_has(n->data, a.row, "follows", "yes")) break;
        token = a.last;
    }
    return token;
}

/* Do the titles of a kind that any of a surname may have lead up to the name: آیت‌الله هاشمی, شهید مطهری? */
static bool vague_titles(const rz_namer *n, uint32_t token, uint32_t named) {
    rz_atom a;
    while (token < named && rz_atom_at(n, token, RZ_TYPE(RZ_TITLE), &a)) {
        rz_str kind = rz_row_get(n->data, a.row, "kind");
        if (rz_str_is(kind, "religious") || rz_str_is(kind, "dead")) return true;
        token = a.last;
    }
    return false;
}

/* Can the token be part of a name at all? */
bool rz_may_name(const rz_namer *n, uint32_t token) {
    if (token >= n->end) return false;
    const rz_token *t = &n->text->tokens[token];
    const uint32_t others = RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_BODY) | RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_PRONOUN) |
                            RZ_TYPE(RZ_COLLECTIVE) | RZ_TYPE(RZ_OUTLET) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_MONTH) | RZ_TYPE(RZ_WEEKDAY);
    if (t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE || rz_letters_count(t) < 2) return false;
    if ((rz_pos_at(n, token) & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON | RZ_POS_VERB)) || rz_stands_joined(n, token)) return false;
    rz_atom a;
    return !rz_list_at(n, token, n->w.never) && (!rz_atom_at(n, token, others, &a) || rz_is_homonym(n, token, &a));
}

/* One that is written as one word may not be made of two. */
uint32_t rz_given_find(const rz_namer *n, uint32_t token, bool weak) {
    for (rz_hits hits = rz_hits_of(n->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&hits);) {
        const rz_hit *h = &hits.hit;
        if (h->tail || h->last > n->end || (h->row != n->w.given && !(weak && h->row == n->w.given_weak))) continue;
        if (h->last == token + 1 || h->apart) return h->last;
    }
    return 0;
}

static bool looks_like_name(const rz_namer *n, uint32_t token) {
    if (!rz_may_name(n, token)) return false;
    const rz_token *t = &n->text->tokens[token];
    if (rz_given_at(n, token, false) == token + 1 || rz_list_at(n, token, n->w.surname_end) == token + 1) return true;
    if (rz_given_at(n, token, true) == token + 1 && rz_list_at(n, token + 1, n->w.surname_end) == token + 2) return true; /* هانی‌زاده */
    rz_word word;
    if (!rz_word_at(n, token, &word)) return t->pos == 0 || (t->pos & RZ_POS_NAME);
    return word.pos == RZ_POS_NAME || word.count < n->rare;
}

bool rz_rather_name_ask(const rz_namer *n, uint32_t token) {
    bool rather = looks_like_name(n, token);
    n->known[token] |= RZ_TOKEN_ASKED | (rather ? RZ_TOKEN_RATHER_NAME : 0);
    return rather;
}

static uint32_t after_titles(const rz_namer *n, uint32_t p) {
    rz_atom a;
    for (int i = 0; i < TITLES && rz_atom_at(n, p, RZ_TYPE(RZ_TITLE), &a); i++) {
        if (!rz_row_has(n->data, a.row, "follows", "yes")) break;
        p = a.last;
    }
    return p;
}

static void take_row(rz_person_phrase *out, const rz_atom *a) {
    out->row = a->row;
    out->n_others = a->n_others;
    for (uint32_t i = 0; i < a->n_others; i++) out->others[i] = a->others[i];
}

/* A first name that is no part of the tables' form, then a surname of the tables: «محمد صفری». */
static bool given_and_known(rz_namer *n, uint32_t token, rz_person_phrase *out) {
    uint32_t given = rz_given_at(n, token, true), sure = rz_given_at(n, token, false);
    rz_atom a;
    if (given) given = rz_past_initials(n, given); /* «دیوید ام. ساترفیلد» */
    for (int i = 0; given && i < 2 && !rz_atom_at(n, given, RZ_TYPE(RZ_PERSON), &a); i++) /* «ماجد محمد الانصاری» */
        given = rz_given_at(n, given, false);
    if (!given && rz_rather_name(n, token) && rz_atom_at(n, token + 1, RZ_TYPE(RZ_PERSON), &a) && a.key == n->short_ && rz_has_given(n, a.row, token)) given = token + 1;
    if (!given || !rz_atom_at(n, given, RZ_TYPE(RZ_PERSON), &a)) return false;
    out->name = (rz_span){token, a.last};
    out->last = a.last;
    if (rz_has_given(n, a.row, token)) {
        out->row = a.row;
        return true;
    }
    for (uint32_t i = 0; i < a.n_others; i++)
        if (rz_has_given(n, a.others[i], token)) {
            out->row = a.others[i];
            return true;
        }
    uint32_t more = rz_given_at(n, given, false) == a.last ? 2 : 1; /* «محمد حسین فروزان فر»: حسین is no surname here */
    out->last = out->name.end = rz_past_surnames(n, a.last, a.last + more); /* «پابلو کاسترو روئیز» */
    return sure != 0; /* somebody else: no row */
}

/* «سیدعباس عراقچی»: letters of a title before the name, with no space. */
typedef struct {
    const rz_namer *n;
    uint32_t token, from, last;
    rz_row row;
    bool surname; /* «رئیس‌جمهورغنی»: the surname will do */
} glued;

static bool glued_hit(void *self, const rz_name_hit *hit) {
    glued *g = self;
    const rz_text *text = g->n->text;
    if ((hit->key != g->n->fa && !(g->surname && hit->key == g->n->short_)) || hit->type != RZ_PERSON) return true;
    uint32_t end = g->from + hit->length;
    for (uint32_t t = g->token; t < g->n->end && rz_letters_end(&text->tokens[t]) <= end; t++)
        if (rz_letters_end(&text->tokens[t]) == end) {
            g->last = t + 1;
            g->row = hit->row;
        }
    return true;
}

static bool glued_at(const rz_namer *n, uint32_t token, rz_person_phrase *out) {
    enum { MOST = 64 };
    const rz_token *t = &n->text->tokens[token];
    const uint8_t *letters = n->text->letters + t->letters_start;
    uint32_t size = rz_letters_count(t);
    for (uint32_t i = 0; size && n->table->glued_opens[letters[0]] && i < n->table->n_glued; i++) {
        uint32_t k = n->table->glued[i].n;
        if (!rz_begins_so(&n->table->glued[i], letters, size)) continue;
        glued g = {n, token, t->letters_start + k, 0, RZ_NONE, n->table->glued[i].surname};
        uint32_t left = n->text->n_letters - g.from;
        rz_names_at(n->data, n->text->letters + g.from, left < MOST ? left : MOST, glued_hit, &g);
        if (!g.last) continue;
        out->row = g.row;
        out->last = g.last;
        out->name = (rz_span){token, g.last};
        return true;
    }
    return false;
}

static bool starts_glued(const rz_namer *n, uint32_t token) {
    const rz_span s = rz_token_letters(&n->text->tokens[token]);
    const uint8_t *letters = n->text->letters + s.start;
    for (uint32_t i = 0; s.end > s.start && n->table->glued_opens[letters[0]] && i < n->table->n_glued; i++)
        if (rz_begins_so(&n->table->glued[i], letters, s.end - s.start)) return true;
    return false;
}

/* A surname whose full name this text gives elsewhere; `first`: one that is a first name too, «کامران مرتضی … مرتضی». */
static bool seen_at(const rz_namer *n, uint32_t token, bool first, rz_person_phrase *out) {
    if ((!first && !rz_rather_name(n, token)) || !rz_given_at(n, token, true) == first || (!rz_given_at(n, token, false) && rz_word_at(n, token, NULL))) return false;
    const rz_seen_name *slot = rz_seen_name_at(n, token, token + 1);
    if (!slot || (slot->row != RZ_NONE && rz_row_value(n->data, slot->row, n->short_).size)) return false; /* the tables know how he may be called */
    bool alone = slot->name.end == slot->name.start + 1 && token > n->start; /* told by a title: not the surname of «مسافر قوقندی» */
    if (alone && n->text->tokens[token - 1].kind == RZ_TOKEN_WORD && !(rz_pos_at(n, token - 1) & (RZ_POS_PREP | RZ_POS_CONJ))) return false;
    out->row = slot->row;
    out->name = slot->row == RZ_NONE ? slot->name : (rz_span){token, token + 1};
    out->last = token + 1;
    return true;
}

/* «وانگ»: a surname that stands first, of one whom the text names in full; not the first word of another name. */
static bool family_at(const rz_namer *n, uint32_t token, rz_person_phrase *out) {
    if (!rz_may_name(n, token) || !rz_rather_name(n, token) || rz_rather_name(n, token + 1)) return false;
    const rz_seen_name *slot = rz_seen_name_at(n, token, token + 1);
    if (!slot || !slot->family) return false;
    out->row = slot->row;
    out->name = (rz_span){token, token + 1};
    out->last = token + 1;
    return true;
}

/* A surname alone is whom the text names in full with it, not the one whom everybody knows by it: «بلاول بوتو زرداری … زرداری». */
static bool named_here(const rz_namer *n, uint32_t token, const rz_atom *a, rz_person_phrase *out) {
    if (a->key != n->short_ || rz_any_seen(n, a)) return false;
    const rz_seen_name *slot = rz_seen_name_at(n, a->last - 1, a->last);
    if (!slot || slot->row == a->row) return false;
    out->row = slot->row;
    out->name = slot->row == RZ_NONE ? slot->name : (rz_span){token, a->last};
    out->last = a->last;
    return true;
}

/* «آقای شاهین»: whom the text names in full with that surname, be it a word too. */
static bool titled_seen(const rz_namer *n, uint32_t token, rz_person_phrase *out) {
    if (token >= n->end || rz_rather_name(n, token + 1) || n->text->tokens[token].kind != RZ_TOKEN_WORD) return false;
    const rz_seen_name *slot = rz_seen_name_at(n, token, token + 1);
    if (!slot) return false;
    out->row = slot->row;
    out->name = slot->row == RZ_NONE ? slot->name : (rz_span){token, token + 1};
    out->last = token + 1;
    return true;
}

/* «عباس» is the last name of whom the text names in full with it, and the first of «سردار عباس نصیری». */
static bool last_name_here(rz_namer *n, uint32_t token, const rz_atom *a, bool titled, bool vague, bool beside) {
    return !rz_row_guarded_full(n->data, a->row) || (rz_any_seen(n, a) && !(titled && rz_unknown_at(n, token, titled, vague, beside) > a->last));
}

/* «یوهانس وادفول»: two surnames of the tables side by side are one name; not «پاول آشنا شد», nor «شولتس وادفول را دعوت کرد». */
static bool is_first_of_two(const rz_namer *n, const rz_atom *a, uint32_t token) {
    rz_atom other;
    if (a->key != n->short_ || a->last != token + 1 || rz_everyday(n, a->last) || !rz_atom_at(n, a->last, RZ_TYPE(RZ_PERSON), &other)) return false;
    bool two = rz_list_at(n, other.last, n->w.object) || rz_any_seen(n, a);
    return !two && other.key == n->short_ && other.row != a->row;
}

static bool bare_name_at(rz_namer *n, uint32_t token, bool titled, bool beside, bool vague, rz_person_phrase *out) {
    rz_atom a, other;
    const uint32_t rivals = RZ_TYPE(RZ_FORUM) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_BODY) | RZ_TYPE(RZ_OFFICE) |
                            RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_OUTLET);
    bool listed = rz_atom_at(n, token, RZ_TYPE(RZ_PERSON), &a), known = listed;
    /* «راب دنبر»: a surname of the tables is here the first name of another */
    if (known && a.key == n->short_ && rz_given_at(n, token, true) == a.last && (rz_rather_name(n, a.last) || !last_name_here(n, token, &a, titled, vague, beside))) known = false;
    if (known && is_first_of_two(n, &a, token)) known = false;
    bool rival = rz_atom_at(n, token, rivals, &other) && !rz_is_homonym(n, token, &other);
    if (known && rival && other.last > a.last) return false;
    bool by_title = known && titled && (!vague || !rz_row_guarded(n->data, a.row)) && !rz_row_guarded_full(n->data, a.row);
    if (known && (by_title || beside || rz_atom_fits(n, token, &a))) {
        if (named_here(n, token, &a, out)) return true;
        take_row(out, &a);
        out->last = a.last + (a.key == n->short_ && a.last < n->end && rz_has_given(n, a.row, a.last)); /* «کامیکاوا یوکو» */
        out->name = (rz_span){token, out->last};
        return true;
    }
    if (listed && (known || !rz_rather_name(n, a.last)) && named_here(n, token, &a, out)) return true; /* of «عبدالله صالح», whom no table names */
    bool opens = !listed && !rival && rz_surname_opens(n, token);
    if (((titled && (!vague || rz_office_or_role(n, token + 1))) || opens) && (!rival || other.last == token + 1) && titled_seen(n, token, out)) return true;
    if (known || rival) return false;
    if (given_and_known(n, token, out) || glued_at(n, token, out) || seen_at(n, token, false, out)) return true;
    if (family_at(n, token, out)) return true;
    uint32_t last = rz_unknown_at(n, token, titled, vague, beside);
    if (!last) return seen_at(n, token, true, out);
    out->name = (rz_span){token, last};
    out->last = last;
    return true;
}

/* Marks around the bare name, «لاوروف»; a mark that stays open belongs to what follows. */
static bool is_open(char c) { return c == '<' || c == '"' || c == '('; }
static bool is_close(char c) { return c == '>' || c == '"' || c == ')'; }

bool rz_may_be_person(const rz_namer *n, uint32_t token) {
    return (rz_types_at(n->text, token) & (RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_TITLE))) || (n->known[token] & RZ_TOKEN_GIVEN) || is_open(rz_punct_at(n, token)) ||
           rz_rather_name(n, token) || rz_list_at(n, token + 1, n->w.son) || rz_surname_opens(n, token) ||
           rz_rather_name(n, token + 1) || starts_glued(n, token);
}

/* «محمد بن عبدالرحمن آل ثانی»: a first name and whatever goes on to the closing mark. */
static bool quoted_name_at(const rz_namer *n, uint32_t token, rz_person_phrase *out) {
    enum { LONGEST = 6 };
    uint32_t p = rz_given_at(n, token, false), weak = p ? 0 : rz_given_at(n, token, true);
    if (weak && weak < n->end && (rz_rather_name(n, weak) || rz_given_at(n, weak, false))) p = weak; /* «مختار محمدوف» */
    if (!p || n->text->tokens[token].verb != RZ_NONE || n->text->tokens[token].punct) return false;
    uint32_t son = rz_list_at(n, p, n->w.son);
    if (son) p = son;
    while (p < n->end && p < token + LONGEST && (rz_may_name(n, p) || rz_names_other(n, p) || rz_list_at(n, p, n->w.son))) p++;
    if (p < token + 2 || !is_close(rz_punct_at(n, p)) || rz_punct_at(n, p) == ')') return false;
    out->name = (rz_span){token, p};
    out->last = p;
    return true;
}

/* «ارکان اوز اورال» سفیر ترکیه: some words in marks, one of them hardly a word or a surname of the tables, before what he is. */
static bool quoted_before_office(rz_namer *n, uint32_t token, rz_person_phrase *out) {
    enum { LONGEST = 4 };
    uint32_t p = token;
    bool strange = false;
    for (; p < token + LONGEST && (rz_may_name(n, p) || (p > token && rz_names_other(n, p))); p++)
        strange |= rz_rather_name(n, p) || rz_given_at(n, p, true) || (p > token && (rz_types_at(n->text, p) & RZ_TYPE(RZ_PERSON)));
    bool alone = p == token + 1 && rz_surname_alone(n, token); /* «یاکونین» رئیس راه‌آهن */
    if (!strange || (p < token + 2 && !alone) || !is_close(rz_punct_at(n, p)) || rz_punct_at(n, p) == ')' || !rz_office_or_role(n, p + 1)) return false;
    out->name = (rz_span){token, p};
    out->last = p;
    return true;
}

/* امیر عبداللهیان is no امیر; «دکتر سید محمد حسینی»: a title that is the first word of the name as the tables have it. */
static uint32_t name_begins(const rz_namer *n, uint32_t token, uint32_t named) {
    rz_atom whole, title;
    for (uint32_t t = token; t < named; t = title.last) {
        if (rz_atom_at(n, t, RZ_TYPE(RZ_PERSON), &whole) && whole.last > named) return t;
        if (!rz_atom_at(n, t, RZ_TYPE(RZ_TITLE), &title)) break;
    }
    return named;
}

bool rz_person_at(rz_namer *n, uint32_t token, bool beside, rz_person_phrase *out) {
    if (token >= n->end) return false;
    *out = (rz_person_phrase){.first = token, .row = RZ_NONE};
    uint32_t p = token;
    bool open = is_open(rz_punct_at(n, p));
    p += open;
    uint32_t named = name_begins(n, p, rz_past_initials(n, rz_titles_at(n, p)));
    bool titled = named > p;
    bool inner = titled && !open && is_open(rz_punct_at(n, named)) && rz_punct_at(n, named) != '(';
    p = named + inner;
    bool vague = vague_titles(n, token + open, named);
    if (p >= n->end) return false;
    bool marked = (open && rz_punct_at(n, token) != '(') || inner;
    if (!bare_name_at(n, p, titled, beside, vague, out) && !(marked && (quoted_name_at(n, p, out) || quoted_before_office(n, p, out)))) return false;
    if (out->row != RZ_NONE && !marked) out->last = rz_past_fathers(n, out->last); /* «سلطان قابوس بن سعید» */
    if (marked && out->row == RZ_NONE && !is_close(rz_punct_at(n, out->last))) quoted_name_at(n, p, out);
    out->last = after_titles(n, out->last);
    bool closed = is_close(rz_punct_at(n, out->last));
    if ((open || inner) != closed && (open || inner)) return false;
    if (open || inner) out->last++;
    out->titled = titled || beside;
    return true;
}
