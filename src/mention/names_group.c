/* Several at once, and those who are not named: «وزرای خارجه ایران و روسیه», «طرفین», «این مقام روس». */
#include "mention/names.h"

static bool pair_of(const rz_namer *n, rz_row collective, rz_office_phrase *two) {
    rz_str ids = rz_row_get(n->data, collective, "pair");
    for (int i = 0; i < 2; i++) {
        rz_str id = rz_str_word(&ids);
        if (!id.size) return false;
        two[i] = RZ_NO_OFFICE;
        two[i].whose = RZ_WHOSE_STATE;
        two[i].state = rz_row_find(n->data, RZ_STATE, id);
    }
    return true;
}

/* Two states by one name there: «دو کره». */
static bool pair_at(const rz_namer *n, uint32_t token, rz_office_phrase *two) {
    rz_atom a;
    if (!rz_atom_at(n, token, RZ_TYPE(RZ_COLLECTIVE), &a) || !pair_of(n, a.row, two)) return false;
    two[0].first = two[1].first = token;
    two[0].last = two[1].last = a.last;
    return true;
}

/* ایران، روسیه [و ترکیه] from the token on: the states, of which each has the office or RZ_NONE, at most `room`; gives how many, moves *at past them. */
static uint32_t states_at(const rz_namer *n, uint32_t *at, bool any, bool counterparts, rz_row office, rz_office_phrase *found, uint32_t room) {
    uint32_t count = 0, p = *at;
    while (count < room) {
        rz_office_phrase one = RZ_NO_OFFICE;
        one.office = office;
        one.counterpart = counterparts;
        if (!count && pair_at(n, p, found)) { /* «رهبران دو کره» */
            *at = found[0].last;
            return 2;
        }
        uint32_t first = p;
        if (!rz_whose_at(n, &p, any, &one)) break;
        if (one.whose == RZ_WHOSE_STATE && rz_row_type_of(n->data, one.state) == RZ_FORUM) break; /* «وزیران خارجه قلب آسیا»: of its members */
        one.first = first;
        one.last = p;
        found[count++] = one;
        *at = p;
        uint32_t next = rz_list_at(n, p, n->w.and_one);
        rz_atom a;
        bool beside = count && rz_atom_at(n, p, RZ_TYPE(RZ_STATE), &a) && a.key == n->fa; /* «وزرای خارجه X Y و Z» */
        if (next) p = next;
        else if (rz_punct_at(n, p) == ',') p++;
        else if (!beside) break;
        if (one.whose == RZ_WHOSE_BOTH) break;
    }
    return count;
}

static void set_whose(rz_mention *m, const rz_office_phrase *states, uint32_t count) {
    if (!count) return;
    m->whose = states[0].whose;
    m->state = states[0].state;
    if (count > 1 && states[1].whose == RZ_WHOSE_STATE) m->state2 = states[1].state;
    /* «وزرای خارجه کشورمان و روسیه»: the named state is the second */
    if (count > 1 && states[0].whose != RZ_WHOSE_STATE && states[1].whose == RZ_WHOSE_STATE) {
        m->state2 = states[1].state;
    }
}

/* «وزیران خارجه چند کشور عربی از جمله X و Y»: where those who are named begin, or 0. */
static uint32_t past_including(const rz_namer *n, uint32_t token) {
    enum { FAR = 4 };
    rz_atom a;
    for (uint32_t t = token; t < n->end && t <= token + FAR; t++) {
        uint32_t end = rz_list_at(n, t, n->w.including);
        if (end) return end;
        bool goes_on = rz_punct_at(n, t) == ',' || (n->text->tokens[t].kind == RZ_TOKEN_WORD && n->text->tokens[t].verb == RZ_NONE);
        if (!goes_on || rz_atom_at(n, t, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_OFFICE), &a)) return 0;
    }
    return 0;
}

/* «وزیران خارجه کشورهای عربی و X», «رهبران پنج کشور آسیای مرکزی، X و Y»: where those who are named begin, or 0. */
static uint32_t past_part(const rz_namer *n, uint32_t token) {
    rz_atom a;
    if (rz_atom_at(n, token, RZ_TYPE(RZ_PLACE), &a) && rz_row_has(n->data, a.row, "kind", "region") && rz_row_get(n->data, a.row, "state").size == 0) token = a.last;
    uint32_t first = rz_list_at(n, token, n->w.and_one), end = first;
    bool comma = !first && rz_punct_at(n, token) == ',';
    if (comma) first = end = token + 1;
    if (!first || !rz_atom_at(n, first, RZ_TYPE(RZ_STATE), &a) || a.key != n->fa) return 0;
    while (comma && rz_atom_at(n, end, RZ_TYPE(RZ_STATE), &a) && a.key == n->fa) { /* a list goes on to an «and» */
        uint32_t and_one = rz_list_at(n, a.last, n->w.and_one);
        if (and_one) comma = false;
        else if (rz_punct_at(n, a.last) == ',') end = a.last + 1;
        else return 0;
    }
    return comma ? 0 : first;
}

/* «سفیران جدید کشورهای X و Y» */
static uint32_t past_modifiers(const rz_namer *n, uint32_t token) {
    for (uint32_t next; (next = rz_list_at(n, token, n->w.new_one)) || (next = rz_list_at(n, token, n->w.modifier));) token = next;
    return token;
}

/* A mark that opens, and behind it the names of states. */
static bool opens_states(const rz_namer *n, uint32_t token) {
    rz_atom a, b;
    char mark = rz_punct_at(n, token);
    if ((mark != '<' && mark != '"' && mark != '(') || !rz_atom_at(n, token + 1, RZ_TYPE(RZ_STATE), &a) || a.key != n->fa) return false;
    uint32_t next = rz_list_at(n, a.last, n->w.and_one);
    if (!next && rz_punct_at(n, a.last) == ',') next = a.last + 1;
    return next && rz_atom_at(n, next, RZ_TYPE(RZ_STATE), &b) && b.key == n->fa;
}

/* «وزرای خارجه ایران، روسیه و ترکیه»: the first two in one mention, each further one in its own. */
static uint32_t add_group(rz_namer *n, uint32_t token, uint32_t last, rz_row row, rz_row office, uint32_t min_states) {
    enum { MOST = 16 };
    rz_office_phrase states[MOST];
    bool any = office == RZ_NONE || !rz_office_is(n, office, RZ_OF_STATE);
    uint32_t several = rz_list_at(n, past_modifiers(n, last), n->w.several), at = several ? several : last, named = several && office != RZ_NONE ? past_including(n, several) : 0;
    if (several && !named && office != RZ_NONE) named = past_part(n, several);
    if (named) at = named;
    else if (several ? rz_punct_at(n, several) == '(' : opens_states(n, at)) at++; /* «وزیران خارجه سه کشور (X، Y و Z)», «سران «X، Y و Z»» */
    uint32_t count = states_at(n, &at, any, false, office, states, MOST);
    if (several && !count) at = last, count = states_at(n, &at, any, false, office, states, MOST); /* «نخست‌وزیران دو کشور» */
    if (count < min_states || (several && !count)) return token; /* «وزیران خارجه کشورهای منطقه»: nobody knows which */
    uint32_t own = count > 2 ? states[1].last : count ? at : last;
    rz_mention *m = rz_mention_add(n, RZ_M_COLLECTIVE, token, own);
    m->row = row;
    m->office = office;
    set_whose(m, states, count);
    for (uint32_t i = 0; i < count; i++)
        if (states[i].state != RZ_NONE) rz_note_seen(n, states[i].state); /* «با وزیران مصر و اردن در امان …» */
    for (uint32_t i = 2; i < count; i++) {
        bool leads = office != RZ_NONE && row != RZ_NONE; /* «سران X، Y و Z»: as the first two */
        rz_mention *more = rz_mention_add(n, office == RZ_NONE ? RZ_M_STATE : leads ? RZ_M_COLLECTIVE : RZ_M_OFFICE, states[i].first, states[i].last);
        more->office = office;
        more->row = office == RZ_NONE ? states[i].state : leads ? row : RZ_NONE;
        more->state = states[i].state;
        more->whose = states[i].whose;
    }
    return count ? (count > 2 ? states[count - 1].last : own) : last;
}

/* «سفیران X در کشورهای آسیای میانه، Y و Z»: one in each; gives where they end, or `token`. */
static uint32_t add_posts(rz_namer *n, uint32_t token, uint32_t last, rz_row office) {
    enum { MOST = 16 };
    rz_office_phrase of = RZ_NO_OFFICE;
    rz_atom posts[MOST];
    uint32_t first[MOST], count = 0, at = past_modifiers(n, last), next;
    bool fresh = rz_list_at(n, last, n->w.new_one) != 0;
    if (!rz_office_is(n, office, RZ_SENT) || !rz_whose_at(n, &at, false, &of) || (of.whose != RZ_WHOSE_STATE && of.whose != RZ_WHOSE_OURS)) return token;
    if (!(at = rz_list_at(n, at, n->w.seat))) return token;
    if ((next = rz_list_at(n, at, n->w.several))) at = next;
    while (count < MOST && rz_atom_at(n, at, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE), &posts[count])) {
        first[count] = count ? at : token;
        at = posts[count++].last;
        next = rz_list_at(n, at, n->w.and_one);
        if (!next && rz_punct_at(n, at) != ',') break;
        at = next ? next : at + 1;
    }
    if (count < 2) return token;
    for (uint32_t i = 0; i < count; i++) {
        bool region = posts[i].type == RZ_PLACE && rz_capital_of(n, posts[i].row) == RZ_NONE;
        if (region) continue; /* nobody knows to which states of it */
        rz_mention *m = rz_mention_add(n, RZ_M_OFFICE, first[i], posts[i].last);
        m->office = office;
        m->state = of.state;
        m->whose = of.whose;
        m->seat = posts[i].row;
        if (fresh) m->serves = RZ_SERVES_NEW;
    }
    return posts[count - 1].last;
}

/* «همتایان ایرانی و ترکیه‌ای خود», «همتایان خود از ایران و عراق», «همتای فرانسوی و یونانی خود»: one of each. */
uint32_t rz_counterparts_at(rz_namer *n, uint32_t token, uint32_t last, bool plural) {
    enum { MOST = 8 };
    rz_office_phrase states[MOST];
    uint32_t at = last, own = rz_list_at(n, at, n->w.own);
    if (own) at = own;
    uint32_t of = rz_list_at(n, at, n->w.of_states);
    if (of && own) at = of;
    uint32_t count = states_at(n, &at, true, true, RZ_NONE, states, MOST);
    if (!plural && (own || count < 2 || !rz_list_at(n, at, n->w.own))) return token; /* «با همتای فرانسوی و ایتالیا …» */
    for (uint32_t i = 0; i < count; i++) {
        rz_mention *m = rz_mention_add(n, RZ_M_OFFICE, i ? states[i].first : token, states[i].last);
        m->state = states[i].state;
        m->whose = states[i].whose;
        m->counterpart = true;
    }
    uint32_t after = count ? rz_list_at(n, at, n->w.own) : 0;
    if (after && n->out.n) n->out.at[n->out.n - 1].last = after;
    return after ? after : count ? at : token;
}

/* Do several do something in the sentence after the token: is its next verb in the plural? 0: there is no verb. */
static int plural_after(const rz_namer *n, uint32_t token) {
    enum { FAR = 160 };
    for (uint32_t t = token; t < n->end && t < token + FAR; t++) {
        const rz_verb *v = n->text->tokens[t].verb == RZ_NONE ? NULL : &n->text->verbs[n->text->tokens[t].verb];
        if (v && v->person) return v->plural && v->person == 3 ? 1 : -1;
    }
    return 0;
}

/* «وزیر خارجه ژاپن و چین دیدار کردند», «دیدار رئیس‌جمهور روسیه و چین»: one office told once of two states, whose holders are two people.
 * Of more than two only at the head of the sentence, where they can be nobody else. */
uint32_t rz_office_of_several(rz_namer *n, const rz_office_phrase *o) {
    enum { MOST = 6 };
    rz_office_phrase others[MOST];
    uint32_t count = 0, at = o->last, last = 0;
    bool whole = o->whose == RZ_WHOSE_STATE && o->office != RZ_NONE && o->body == RZ_NONE && o->seat == RZ_NONE && !o->counterpart && o->serves == RZ_SERVES_NOW;
    if (!whole || rz_office_is(n, o->office, RZ_UNNAMED) || !rz_office_is(n, o->office, RZ_OF_STATE) || rz_row_type_of(n->data, o->state) != RZ_STATE) return o->last;
    while (count < MOST && !last) {
        uint32_t next = rz_list_at(n, at, n->w.and_one);
        if (!next && rz_punct_at(n, at) != ',') return o->last;
        rz_atom a;
        uint32_t from = next ? next : at + 1;
        if (!rz_atom_at(n, from, RZ_TYPE(RZ_STATE), &a) || a.key != n->fa || a.tail || a.row == o->state || !rz_atom_fits(n, from, &a)) return o->last;
        others[count++] = (rz_office_phrase){.first = from, .last = a.last, .state = a.row};
        at = a.last;
        if (next) last = a.last;
    }
    rz_atom a;
    bool met = rz_list_before(n, o->first, n->w.met), other = rz_atom_at(n, last, RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_TITLE) | RZ_TYPE(RZ_BODY), &a);
    int plural = plural_after(n, last);
    if (count > 1 && rz_list_before(n, o->first, n->w.with)) plural = 1, met = true; /* «X با وزیر خارجه ژاپن، چین و هند دیدار کرد» */
    bool several = plural > 0 ? count == 1 || met || o->first == n->start : met && count == 1 && (plural == 0 || n->text->tokens[last].verb == RZ_NONE);
    if (!last || other || !several || rz_list_at(n, last, n->w.and_one) || rz_punct_at(n, last) == ',') return o->last;
    for (uint32_t i = 0; i < count; i++) {
        rz_mention *m = rz_mention_add(n, RZ_M_OFFICE, others[i].first, others[i].last);
        m->office = o->office;
        m->state = others[i].state;
        m->whose = RZ_WHOSE_STATE;
    }
    return last;
}

/* «این مقام [ارشد] روس» */
static uint32_t add_pronoun(rz_namer *n, uint32_t token, const rz_atom *a) {
    rz_office_phrase whose = RZ_NO_OFFICE;
    uint32_t p = a->last;
    bool full = a->last > token + 1 && rz_whose_at(n, &p, false, &whose);
    rz_mention *m = rz_mention_add(n, RZ_M_PRONOUN, token, full ? p : a->last);
    m->row = a->row;
    if (full) {
        m->state = whose.state;
        m->whose = whose.whose;
    }
    return m->last;
}

/* «سه وزیر کابینه X»: others than those told of before, where neither «هر» nor «این» stands before and a noun follows; «سه کشور X، Y و Z» */
static bool other_three(const rz_namer *n, uint32_t token, const rz_atom *a) {
    bool states = rz_row_has(n->data, a->row, "kind", "states"), bare = states || (a->last == token + 2 && rz_row_has(n->data, a->row, "number", "three"));
    if (!bare || a->last >= n->text->n_tokens) return false;
    const rz_token *next = &n->text->tokens[a->last];
    uint8_t pos = rz_pos_at(n, a->last);
    uint32_t listed = a->last + (next->punct == '('); /* «سه کشور (X، Y و Z)» */
    if (states && listed < n->text->n_tokens && (rz_types_at(n->text, listed) & RZ_TYPE(RZ_STATE))) return true;
    bool done = rz_types_at(n->text, a->last) & (RZ_TYPE(RZ_AGREEMENT_NOUN) | RZ_TYPE(RZ_FRAME) | RZ_TYPE(RZ_TIME) | RZ_TYPE(RZ_WEEKDAY)); /* «سه رهبر بیانیه‌ای امضا کردند» */
    return next->kind == RZ_TOKEN_WORD && next->verb == RZ_NONE && !done && (pos & (RZ_POS_NOUN | RZ_POS_ADJ)) && !(pos & (RZ_POS_ADV | RZ_POS_PREP | RZ_POS_CONJ));
}

/* «وزیران خارجه» alone are those of whom the text speaks; «سفیران» alone are nobody. */
static uint32_t least_states(const rz_namer *n, rz_row office) {
    if (rz_office_is(n, office, RZ_OF_ANY) || rz_office_is(n, office, RZ_NOT_UNIQUE)) return 2;
    return rz_was_office_named(n, office) ? 0 : 1;
}

uint32_t rz_group_at(rz_namer *n, uint32_t token, const rz_atom *atom) {
    uint32_t several;
    switch (atom->type) {
    case RZ_OFFICE: /* its plural */
        if ((several = rz_portfolios_at(n, token)) > token || (several = add_posts(n, token, atom->last, atom->row)) > token) return several;
        return add_group(n, token, atom->last, RZ_NONE, atom->row, least_states(n, atom->row));
    case RZ_COLLECTIVE: {
        rz_office_phrase two[2];
        if (pair_of(n, atom->row, two)) { /* the states themselves */
            rz_mention *m = rz_mention_add(n, RZ_M_COLLECTIVE, token, atom->last);
            set_whose(m, two, 2);
            return m->last;
        }
        rz_row office = rz_row_find(n->data, RZ_OFFICE, rz_row_get(n->data, atom->row, "office"));
        uint32_t least = rz_str_is(rz_row_get(n->data, atom->row, "kind"), "of-states") ? 2 : 0;
        return add_group(n, token, atom->last, atom->row, office, least);
    }
    case RZ_PRONOUN: { /* «پیش از این وزیر خارجه ایران …»: not «این وزیر» */
        rz_atom leads; /* «وزیران خارجه سه کشور X، Y و Z» */
        if (atom->last > token + 1 && rz_list_before(n, token, n->w.before_this)) return token; /* «پیش از او X …» is his */
        if (!other_three(n, token, atom)) return add_pronoun(n, token, atom);
        return rz_atom_at(n, token, RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_COLLECTIVE), &leads) ? rz_group_at(n, token, &leads) : token;
    }
    default: return token;
    }
}
