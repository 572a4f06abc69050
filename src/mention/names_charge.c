/* Who sent an envoy, and what an office is charged with, told behind it: «نماینده ویژه X», «در امور X», «برای X». */
#include "mention/names.h"

enum { LEADS = 80 }; /* rank: who sends envoys, from ministers of foreign affairs on */

/* The state that he leads or led, or speaks for abroad. */
static rz_row led_by(const rz_namer *n, rz_row person) {
    uint32_t count;
    const rz_tenure *t = rz_tenures_of(n->data, person, &count);
    for (uint32_t i = 0; i < count; i++)
        if (rz_office_traits_of(n, t[i].office).rank >= LEADS && rz_row_type_of(n->data, t[i].whose) == RZ_STATE) return t[i].whose;
    return RZ_NONE;
}

/* «… دونالد ترامپ[،] رئیس‌جمهور آمریکا», «… رئیس‌جمهور آمریکا، دونالد ترامپ»: what is told of him who sent him is not told of another. */
static void take_leaders_office(const rz_namer *n, uint32_t *at, rz_row leader, rz_office_phrase *out) {
    uint32_t p = *at + (rz_punct_at(n, *at) == ',');
    rz_office_phrase own = RZ_NO_OFFICE;
    if (!rz_one_office(n, &p, &own) || !rz_row_holds(n->data, leader, own.office, own.whose == RZ_WHOSE_STATE ? own.state : RZ_NONE)) return;
    *at = p;
    out->sender = leader;
    out->sender_office = own.office;
}

static void take_leaders_name(const rz_namer *n, uint32_t *at, rz_row office, rz_office_phrase *out) {
    rz_atom a;
    if (!rz_atom_at(n, rz_titles_at(n, *at + (rz_punct_at(n, *at) == ',')), RZ_TYPE(RZ_PERSON), &a) || !rz_row_holds(n->data, a.row, office, out->state)) return;
    *at = a.last;
    out->sender = a.row;
    out->sender_office = office;
    rz_row state = out->whose == RZ_WHOSE_NONE ? led_by(n, a.row) : RZ_NONE; /* «نماینده ویژه رئیس‌جمهور X» */
    if (state != RZ_NONE) out->whose = RZ_WHOSE_STATE, out->state = state;
}

/* «نماینده ویژه نخست‌وزیر پاکستان», «مشاور امنیت ملی رئیس‌جمهور X»; «نماینده ویژه رئیس‌جمهور»: of whose is not told */
static bool sent_by_office(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    rz_office_phrase sender = RZ_NO_OFFICE;
    uint32_t p = rz_titles_at(n, *at);
    if (!rz_one_office(n, &p, &sender) || sender.whose == RZ_WHOSE_THIS) return false;
    out->whose = sender.whose;
    out->state = sender.state;
    *at = p;
    take_leaders_name(n, at, sender.office, out);
    return true;
}

/* «فرستاده ویژه X در …», X being a leader: of his state. */
static bool sent_by_leader(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    rz_atom a;
    uint32_t p = rz_titles_at(n, *at);
    if (!rz_atom_at(n, p, RZ_TYPE(RZ_PERSON), &a) || !rz_atom_fits(n, p, &a)) return false;
    rz_row state = led_by(n, a.row);
    for (uint32_t i = 0; i < a.n_others; i++)
        if (led_by(n, a.others[i]) != state) return false;
    if (state == RZ_NONE) return false;
    out->whose = RZ_WHOSE_STATE;
    out->state = state;
    *at = a.last;
    take_leaders_office(n, at, a.row, out);
    return true;
}

/* Whose man he is says of which state; of one without another title, what he is («نماینده X»: `of-leader`). */
void rz_take_sender(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    if (out->whose != RZ_WHOSE_NONE || !(sent_by_office(n, at, out) || sent_by_leader(n, at, out))) return;
    rz_row envoy = rz_row_find(n->data, RZ_OFFICE, rz_row_get(n->data, out->office, "of-leader"));
    if (envoy != RZ_NONE) out->office = envoy;
}

/* «در امور قفقاز و آسیای مرکزی»: what the office is charged with; no place where something happened. */
void rz_take_scope(const rz_namer *n, uint32_t *at) {
    enum { WORDS = 6 };
    uint32_t p = rz_list_at(n, *at, n->w.scope);
    if (!p) return;
    uint32_t stop = p + WORDS;
    bool placed = false;
    while (p < n->end && p < stop) {
        const rz_token *t = &n->text->tokens[p];
        rz_atom a;
        if (t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE || (t->pos & RZ_POS_PREP)) break;
        if (rz_atom_at(n, p, RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_TITLE), &a)) break;
        if (rz_list_at(n, p, n->w.given)) break;
        bool atom = rz_atom_at(n, p, RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_TOPIC), &a), and_one = rz_list_at(n, p, n->w.and_one) != 0;
        if (placed && !atom && !and_one) break; /* «در امور افغانستان خبر داد» */
        placed = atom ? rz_row_type_of(n->data, a.row) == RZ_PLACE || rz_row_type_of(n->data, a.row) == RZ_STATE : !and_one && placed;
        p = atom ? a.last : p + 1;
    }
    if (rz_list_at(n, p - 1, n->w.and_one) == p) p--;
    *at = p;
}

/* «فرستاده سازمان ملل در سوریه [و لبنان] در ژنو …», «نماینده ویژه روسیه در افغانستان،»: where an envoy is charged, which is a state or a
 * region. Of one state in another it is where he is, right before what he does there. */
static void take_post(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    uint32_t next, p = rz_list_at(n, *at, n->w.seat);
    rz_atom a;
    if (!p || out->state == RZ_NONE) return;
    bool of_state = rz_row_type_of(n->data, out->state) == RZ_STATE, found = false;
    rz_row post = RZ_NONE;
    for (next = p; next; next = rz_list_at(n, p, n->w.and_one)) {
        uint32_t this_one = of_state ? 0 : rz_list_at(n, next, n->w.this_one); /* «فرستاده سازمان ملل در این کشور» */
        bool named = !this_one && rz_atom_at(n, next, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE), &a) && a.key != n->adj && a.row != out->state && rz_atom_fits(n, next, &a);
        if (!this_one && (!named || (a.type == RZ_PLACE && !rz_row_has(n->data, a.row, "kind", "region")))) break;
        p = this_one ? this_one : a.last;
        if (named) post = a.row;
        found = true;
    }
    bool is_there = p < n->end && (n->text->tokens[p].verb != RZ_NONE || ((of_state || post == RZ_NONE) && rz_atom_at(n, p, RZ_TYPE(RZ_FRAME), &a)));
    if (!found || is_there) return;
    out->post = post;
    *at = p;
}

/* «فرستاده X به Y روز یکشنبه به Z رفت»: before the verb another place is told that he goes to. */
static bool goes_elsewhere(const rz_namer *n, uint32_t at) {
    enum { FAR = 10 };
    rz_atom a;
    for (uint32_t t = at; t < n->end && t < at + FAR; t++) {
        if (n->text->tokens[t].kind == RZ_TOKEN_PUNCT || n->text->tokens[t].verb != RZ_NONE || rz_list_at(n, t, n->w.and_one)) return false;
        uint32_t to = rz_list_at(n, t, n->w.toward);
        if (to && rz_atom_at(n, to, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE), &a) && a.key != n->adj) return true;
    }
    return false;
}

/* «نماینده ویژه چین برای افغانستان», «فرستاده آمریکا به سوریه،»: what an envoy is charged with. «به» alone, where nothing but a mark
 * follows: else it is where he goes. */
void rz_take_charge(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    enum { MOST = 4, MATTER = 3 };
    uint32_t to = rz_list_at(n, *at, n->w.toward), for_it = rz_list_at(n, *at, n->w.charge), p = for_it ? for_it : to, and_one;
    rz_atom a;
    take_post(n, at, out);
    if (!p) return;
    if (rz_list_at(n, p, n->w.country)) p = rz_list_at(n, p, n->w.country);
    uint32_t matter = p; /* «برای آشتی ملی افغانستان» */
    while (for_it && matter < p + MATTER && matter < n->end && !rz_atom_at(n, matter, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_FRAME), &a) && !rz_near_word_begins(n->text, matter) &&
           n->text->tokens[matter].kind == RZ_TOKEN_WORD && n->text->tokens[matter].verb == RZ_NONE && (rz_pos_at(n, matter) & (RZ_POS_NOUN | RZ_POS_ADJ)) && !(rz_pos_at(n, matter) & RZ_POS_PREP)) matter++;
    if (rz_atom_at(n, matter, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE), &a) && a.key != n->adj) p = matter;
    for (int i = 0; i < MOST && rz_atom_at(n, p, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE), &a) && a.key != n->adj; i++) {
        p = a.last;
        if (!for_it && rz_row_type_of(n->data, a.row) == RZ_PLACE && rz_row_has(n->data, a.row, "kind", "city")) return; /* «نماینده X به Y، پایتخت Z، رفت» */
        if (for_it || goes_elsewhere(n, p) || (n->text->tokens[p < n->end ? p : p - 1].kind == RZ_TOKEN_PUNCT && p < n->end) || rz_list_at(n, p, n->w.and_one)) *at = p;
        and_one = rz_list_at(n, p, n->w.and_one);
        if (!and_one) return;
        p = and_one;
    }
}
