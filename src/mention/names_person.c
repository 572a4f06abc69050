/* People: titles and quotation marks around a name; names that no table has. */
#include "mention/names.h"

enum { NAME_TOKENS = 4, RARE = 40, TITLES = 6 };

uint32_t rz_titles_at(const rz_namer *n, uint32_t token) {
    rz_atom a;
    for (int i = 0; i < TITLES && rz_atom_at(n, token, RZ_TYPE(RZ_TITLE), &a); i++) {
        if (a.key != n->fa || rz_row_has(n->data, a.row, "follows", "yes")) break;
        token = a.last;
    }
    return token;
}

static uint64_t hash_of(const rz_namer *n, uint32_t first, uint32_t last) {
    uint32_t from = n->text->tokens[first].letters.start, to = n->text->tokens[last - 1].letters.end;
    uint64_t h = rz_hash(n->text->letters + from, to - from);
    return h ? h : 1;
}

static rz_seen_name *slot_of(const rz_namer *n, uint64_t hash) {
    uint32_t i = (uint32_t)hash % RZ_SEEN_NAMES;
    while (n->names[i].hash && n->names[i].hash != hash) i = (i + 1) % RZ_SEEN_NAMES;
    return &n->names[i];
}

/* The surname of a full name met: later it may stand alone. The first of a surname keeps it. */
void rz_name_remember(rz_namer *n, rz_span name) {
    if (name.end - name.start < 2 || n->n_names > RZ_SEEN_NAMES / 2) return;
    uint64_t hash = hash_of(n, name.end - 1, name.end);
    rz_seen_name *slot = slot_of(n, hash);
    if (slot->hash) return;
    *slot = (rz_seen_name){hash, name};
    n->n_names++;
}

/* Can the token be part of a name at all? */
static bool may_name(const rz_namer *n, uint32_t token) {
    if (token >= n->end) return false;
    const rz_token *t = &n->text->tokens[token];
    const uint32_t others = RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_BODY) | RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_PRONOUN) |
                            RZ_TYPE(RZ_COLLECTIVE) | RZ_TYPE(RZ_OUTLET) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_MONTH) | RZ_TYPE(RZ_WEEKDAY);
    if (t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE || t->letters.end < t->letters.start + 2) return false;
    if (t->pos & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON)) return false;
    rz_atom a;
    return !rz_list_at(n, token, n->w.never) && !rz_atom_at(n, token, others, &a);
}

/* Is it rather a name than a word: not in the lexicon, seen there as a name, or hardly ever seen? */
static bool rather_name(const rz_namer *n, uint32_t token) {
    if (!may_name(n, token)) return false;
    const rz_token *t = &n->text->tokens[token];
    if (rz_list_at(n, token, n->w.given) == token + 1 || rz_list_at(n, token, n->w.surname_end) == token + 1) return true;
    rz_word word;
    if (!rz_word_find(n->data, n->text->letters + t->letters.start, t->letters.end - t->letters.start, &word))
        return t->pos == 0 || (t->pos & RZ_POS_NAME);
    return (word.pos & RZ_POS_NAME) || word.count < RARE;
}

static bool given_at(const rz_namer *n, uint32_t token, bool weak) {
    return rz_list_at(n, token, n->w.given) != 0 || (weak && rz_list_at(n, token, n->w.given_weak) != 0);
}

/* A name not in the tables. Titled: its first word is believed as it stands. Beside an office: a first name, or words that
 * no lexicon has. Else: an unmistakable first name and a surname. Gives its end, or 0. */
static uint32_t unknown_at(const rz_namer *n, uint32_t token, bool titled, bool beside) {
    bool given = given_at(n, token, titled || beside);
    if (!given && !(titled ? may_name(n, token) : beside && rather_name(n, token))) return 0;
    if (given && n->text->tokens[token].verb != RZ_NONE) return 0;
    uint32_t p = token + 1;
    if (given) {
        uint32_t strong = rz_list_at(n, token, n->w.given), weak = rz_list_at(n, token, n->w.given_weak);
        p = strong > weak ? strong : weak;
    }
    while (p < token + NAME_TOKENS && rather_name(n, p)) p++;
    if (titled) return p;
    return given ? (p > token + 1 ? p : 0) : p > token + 1 || n->text->tokens[token].pos == 0 ? p : 0;
}

static uint32_t after_titles(const rz_namer *n, uint32_t p) {
    rz_atom a;
    for (int i = 0; i < TITLES && rz_atom_at(n, p, RZ_TYPE(RZ_TITLE), &a); i++) {
        if (!rz_row_has(n->data, a.row, "follows", "yes")) break;
        p = a.last;
    }
    return p;
}

/* A first name before a surname of the tables: the same person's, or somebody else's who has the surname. */
static bool has_given(const rz_namer *n, rz_row person, uint32_t token) {
    const rz_token *t = &n->text->tokens[token];
    const uint8_t *letters = n->text->letters + t->letters.start;
    uint32_t size = t->letters.end - t->letters.start;
    for (uint32_t i = 0; i < rz_fields_of(n->data, person); i++) {
        rz_field f = rz_field_at(n->data, person, i);
        uint8_t own[16];
        if (f.key != n->fa || rz_letters_of(f.value.at, f.value.size, own, 16) < 2) continue;
        if (size && letters[0] == own[0]) return true; /* another spelling of it: سرگی, سرگئی */
    }
    return false;
}

static void take_row(rz_person_phrase *out, const rz_atom *a) {
    out->row = a->row;
    out->n_others = a->n_others;
    for (uint32_t i = 0; i < a->n_others; i++) out->others[i] = a->others[i];
}

/* A first name that is no part of the tables' form, then a surname of the tables: «محمد صفری». */
static bool given_and_known(rz_namer *n, uint32_t token, rz_person_phrase *out) {
    uint32_t given = rz_list_at(n, token, n->w.given);
    rz_atom a;
    if (!given || !rz_atom_at(n, given, RZ_TYPE(RZ_PERSON), &a)) return false;
    out->name = (rz_span){token, a.last};
    out->last = a.last;
    if (has_given(n, a.row, token)) {
        out->row = a.row;
        return true;
    }
    for (uint32_t i = 0; i < a.n_others; i++)
        if (has_given(n, a.others[i], token)) {
            out->row = a.others[i];
            return true;
        }
    return true; /* somebody else: no row */
}

/* «سیدعباس عراقچی»: letters of a title before the name, with no space. */
typedef struct {
    const rz_namer *n;
    uint32_t token, from, last;
    rz_row row;
} glued;

static bool glued_hit(void *self, const rz_name_hit *hit) {
    glued *g = self;
    const rz_text *text = g->n->text;
    if (hit->key != g->n->fa || rz_row_type_of(g->n->data, hit->row) != RZ_PERSON) return true;
    uint32_t end = g->from + hit->length;
    for (uint32_t t = g->token; t < g->n->end && text->tokens[t].letters.end <= end; t++)
        if (text->tokens[t].letters.end == end) {
            g->last = t + 1;
            g->row = hit->row;
        }
    return true;
}

static bool glued_at(const rz_namer *n, uint32_t token, rz_person_phrase *out) {
    enum { MOST = 64 };
    const rz_token *t = &n->text->tokens[token];
    for (uint32_t i = 0; n->w.glued != RZ_NONE && i < rz_fields_of(n->data, n->w.glued); i++) {
        rz_field f = rz_field_at(n->data, n->w.glued, i);
        uint8_t own[8];
        uint32_t k = f.key == n->fa ? rz_letters_of(f.value.at, f.value.size, own, 8) : 0;
        uint32_t size = t->letters.end - t->letters.start;
        if (!k || k > 8 || size <= k || memcmp(own, n->text->letters + t->letters.start, k) != 0) continue;
        glued g = {n, token, t->letters.start + k, 0, RZ_NONE};
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

/* A surname whose full name this text gives elsewhere. */
static bool seen_at(const rz_namer *n, uint32_t token, rz_person_phrase *out) {
    if (!n->n_names || !rather_name(n, token)) return false;
    const rz_seen_name *slot = slot_of(n, hash_of(n, token, token + 1));
    if (!slot->hash) return false;
    out->name = slot->name;
    out->last = token + 1;
    return true;
}

static bool bare_name_at(rz_namer *n, uint32_t token, bool titled, bool beside, rz_person_phrase *out) {
    rz_atom a, other;
    const uint32_t rivals = RZ_TYPE(RZ_FORUM) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_BODY) | RZ_TYPE(RZ_OFFICE) |
                            RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_OUTLET);
    bool known = rz_atom_at(n, token, RZ_TYPE(RZ_PERSON), &a);
    bool rival = rz_atom_at(n, token, rivals, &other);
    if (known && rival && other.last > a.last) return false;
    if (known && (titled || beside || rz_atom_fits(n, token, &a))) {
        take_row(out, &a);
        out->last = a.last;
        out->name = (rz_span){token, a.last};
        if (a.key == n->fa && a.last > token + 1) n->seen[a.row] = 1;
        return true;
    }
    if (known || rival) return false;
    if (given_and_known(n, token, out) || glued_at(n, token, out) || seen_at(n, token, out)) {
        if (out->row == RZ_NONE && out->name.start == token) rz_name_remember(n, out->name);
        return true;
    }
    uint32_t last = unknown_at(n, token, titled, beside);
    if (!last) return false;
    out->name = (rz_span){token, last};
    out->last = last;
    rz_name_remember(n, out->name);
    return true;
}

/* Marks around the bare name, «لاوروف»; a mark that stays open belongs to what follows. */
static bool is_open(char c) { return c == '<' || c == '"' || c == '('; }
static bool is_close(char c) { return c == '>' || c == '"' || c == ')'; }

bool rz_person_at(rz_namer *n, uint32_t token, bool beside, rz_person_phrase *out) {
    if (token >= n->end) return false;
    *out = (rz_person_phrase){.first = token, .row = RZ_NONE};
    uint32_t p = token;
    bool open = is_open(rz_punct_at(n, p));
    p += open;
    uint32_t named = rz_titles_at(n, p);
    bool titled = named > p;
    bool inner = titled && !open && is_open(rz_punct_at(n, named)) && rz_punct_at(n, named) != '(';
    p = named + inner;
    if (p >= n->end || !bare_name_at(n, p, titled, beside, out)) return false;
    out->last = after_titles(n, out->last);
    bool closed = is_close(rz_punct_at(n, out->last));
    if ((open || inner) != closed && (open || inner)) return false;
    if (open || inner) out->last++;
    out->titled = titled || beside;
    return true;
}
