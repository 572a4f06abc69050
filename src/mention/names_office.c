/* Offices and bodies with whose they are: «وزیر [امور] خارجه [سابق] [دولت] روسیه», «سفیر ایران در مسکو». */
#include "mention/names.h"

static rz_row state_of(const rz_namer *n, rz_row row) {
    return rz_row_state(n->data, row);
}

rz_row rz_capital_of(const rz_namer *n, rz_row place) {
    rz_row state = state_of(n, place);
    if (state == RZ_NONE) return RZ_NONE;
    if (rz_row_refers(n->data, state, "capital", place)) return state;
    return rz_str_is(rz_row_get(n->data, place, "kind"), "palace") ? state : RZ_NONE;
}

static bool take(const rz_namer *n, uint32_t *at, rz_row list) {
    uint32_t last = rz_list_at(n, *at, list);
    if (last) *at = last;
    return last != 0;
}

/* «وزارت خارجه X سرپرست سفارت Y را …»: another office begins with the word that says how one is held. */
static bool other_office(const rz_namer *n, uint32_t at) {
    rz_atom a;
    uint32_t acting = rz_list_at(n, at, n->w.acting);
    return acting && rz_atom_at(n, at, RZ_TYPE(RZ_OFFICE), &a) && a.last > acting;
}

/* Words between an office and whose it is, that say how it is held or nothing. */
static void take_modifiers(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    for (int i = 0; i < 4; i++) {
        uint32_t aged = rz_list_at(n, *at + 1, n->w.aged); /* «وزیر ۴۲ ساله» */
        if (aged && *at < n->end && n->text->tokens[*at].kind == RZ_TOKEN_NUMBER) *at = aged;
        else if (take(n, at, n->w.former)) out->serves = RZ_SERVES_FORMER;
        else if (take(n, at, n->w.then)) out->serves = RZ_SERVES_THEN;
        else if (take(n, at, n->w.new_one)) out->serves = RZ_SERVES_NEW;
        else if (other_office(n, *at)) return;
        else if (take(n, at, n->w.acting)) out->serves = RZ_SERVES_ACTING;
        else if (!take(n, at, n->w.modifier)) return;
    }
}

/* An office or body that only states have: what follows is a state, even one whose name is a word (مالی, غنا). */
static bool of_states(const rz_namer *n, const rz_office_phrase *o) {
    if (o->counterpart) return true; /* «همتایان خود از X و غنا» */
    if (o->office != RZ_NONE) return rz_office_is(n, o->office, RZ_OF_STATE);
    rz_str kind = o->body == RZ_NONE ? RZ_STR("") : rz_row_get(n->data, o->body, "kind");
    return rz_str_is(kind, "ministry") || rz_str_is(kind, "mission") || rz_str_is(kind, "parliament");
}

/* «وزیر خارجه دولت وحدت ملی لیبی», «وزیر داخله اقلیم کردستان»: of the government's state, or its own. */
static bool government_at(const rz_namer *n, uint32_t at, rz_atom *a, rz_row *state) {
    if (!rz_atom_at(n, at, RZ_TYPE(RZ_ORGANISATION), a) || !rz_row_has(n->data, a->row, "kind", "government")) return false;
    *state = rz_row_state(n->data, a->row);
    if (*state == RZ_NONE) *state = a->row;
    return true;
}

static bool take_state(const rz_namer *n, uint32_t *at, bool any, rz_office_phrase *out) {
    rz_atom a;
    rz_row state = RZ_NONE;
    uint32_t types = RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | (any ? RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_FORUM) : 0);
    if ((any || !government_at(n, *at, &a, &state)) && !rz_atom_at(n, *at, types, &a)) return false;
    if (state == RZ_NONE) state = a.type == RZ_PLACE ? rz_capital_of(n, a.row) : a.row;
    if (state == RZ_NONE || !(rz_atom_fits(n, *at, &a) || (a.type == RZ_STATE && a.key == n->fa && of_states(n, out)))) return false;
    if (a.key == n->adj && a.tail && !out->counterpart) return false;
    out->state = state;
    out->whose = RZ_WHOSE_STATE;
    *at = a.last;
    return true;
}

/* «دولت اوباما»: the state of the one who headed it. */
static bool take_under(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    uint32_t p = *at;
    rz_atom a;
    if (!take(n, &p, n->w.under)) return false;
    p = rz_titles_at(n, p);
    if (!rz_atom_at(n, p, RZ_TYPE(RZ_PERSON), &a) || a.n_others || !rz_atom_fits(n, p, &a)) return false;
    out->state = state_of(n, a.row);
    if (out->state == RZ_NONE) return false;
    out->under = a.row;
    out->whose = RZ_WHOSE_STATE;
    *at = a.last;
    return true;
}

/* «وزیر خارجه این گروه», «حکومت سرپرست»: where who rules a state is told of by their name, or the state is; a spokesman may be anybody's. */
static bool take_movement(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    rz_row list = n->w.this_movement, state = rz_row_state(n->data, list);
    uint32_t last = rz_list_at(n, *at, list);
    bool ruled = last && rz_row_there(n->text, rz_row_find(n->data, RZ_ORGANISATION, rz_row_get(n->data, list, "movement")));
    if (!last || !(ruled || (rz_list_at(n, *at, n->w.home) == last && rz_row_there(n->text, state)))) return false;
    if (!of_states(n, out) || (out->office != RZ_NONE && rz_row_has(n->data, out->office, "kind", "voice"))) return false;
    out->whose = RZ_WHOSE_STATE;
    out->state = state;
    *at = last;
    return true;
}

bool rz_whose_at(const rz_namer *n, uint32_t *at, bool any, rz_office_phrase *out) {
    uint32_t p = *at;
    take_modifiers(n, &p, out);
    bool found = true;
    if (take(n, &p, n->w.ours)) out->whose = RZ_WHOSE_OURS;
    else if (take(n, &p, n->w.this_one)) out->whose = RZ_WHOSE_THIS;
    else if (take(n, &p, n->w.both)) out->whose = RZ_WHOSE_BOTH;
    else {
        uint32_t q = p;
        found = take_state(n, &p, any, out);
        bool country = !found && take(n, &q, n->w.country);
        if (country) {
            rz_office_phrase of_government = RZ_NO_OFFICE; /* «سفیر دولت جدید X» */
            take_modifiers(n, &q, &of_government);
            if ((found = take_state(n, &q, any, out))) p = q;
        }
        if (!found) found = take_movement(n, &p, out) || take_under(n, &p, out); /* «وزیر خارجه حکومت کرزی» */
        if (!found && country && rz_list_at(n, p, n->w.home) == q && of_states(n, out) && !out->counterpart) found = true, out->whose = RZ_WHOSE_OURS, p = q; /* «وزیر امور خارجه کشور» */
    }
    if (found) take_modifiers(n, &p, out);
    *at = p;
    return found;
}

/* «در مسکو», «نزد سازمان ملل», «نزد سازمان‌های بین‌المللی در وین»; of «سفیر خود در مسکو» the clause tells where. */
static void take_seat(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    if (out->whose == RZ_WHOSE_OWN) return;
    enum { REACH = 5 };
    uint32_t p = *at, q;
    const uint32_t types = RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_FORUM);
    bool near_to = rz_list_at(n, p, n->w.near_to) != 0;
    rz_atom a;
    if (!take(n, &p, n->w.seat)) return;
    take(n, &p, n->w.country);
    if (rz_atom_at(n, p, types, &a) && rz_atom_fits(n, p, &a) && a.key != n->adj) {
        out->seat = a.row;
        *at = p = a.last;
    }
    for (q = p; near_to && q < n->end && q < p + REACH; q++) {
        uint32_t place = rz_list_at(n, q, n->w.seat);
        if (place && rz_atom_at(n, place, RZ_TYPE(RZ_PLACE), &a)) {
            out->seat = a.row;
            *at = a.last;
            return;
        }
        if (n->text->tokens[q].kind != RZ_TOKEN_WORD || n->text->tokens[q].verb != RZ_NONE) return;
    }
}

/* What the title alone says: سخنگوی کرملین is of Russia. */
static void default_whose(const rz_namer *n, rz_office_phrase *out) {
    rz_str whose = rz_row_get(n->data, out->office, "whose");
    if (out->whose != RZ_WHOSE_NONE || !whose.size) return;
    static const rz_row_type types[] = {RZ_STATE, RZ_ORGANISATION, RZ_FORUM, RZ_BODY};
    for (size_t i = 0; i < sizeof types / sizeof *types && out->state == RZ_NONE; i++) out->state = rz_row_find(n->data, types[i], whose);
    if (out->state != RZ_NONE) out->whose = RZ_WHOSE_STATE;
}

/* «سخنگوی وزارت دفاع روسیه»: the body between an office of any and the state. Of an office that only states have it says
 * nothing more: «مدیرکل غرب اروپا وزارت خارجه ایران». */
static void take_body(const rz_namer *n, uint32_t *at, bool any, rz_office_phrase *out) {
    rz_atom a;
    if (!rz_atom_at(n, *at, RZ_TYPE(RZ_BODY), &a)) return;
    if (!any && !rz_row_has(n->data, a.row, "kind", "ministry")) return;
    if (any) out->body = a.row;
    *at = a.last;
}

static int rank(const rz_namer *n, rz_row office) { return rz_office_traits_of(n, office).rank; }

/* «وزیر خارجه خود», «سفیر پیشین خود», «وزیر خارجه دولت وی»: of whom the clause tells. */
static bool take_own(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    rz_office_phrase own = *out;
    uint32_t p = *at;
    take_modifiers(n, &p, &own);
    take(n, &p, n->w.under);
    if (!take(n, &p, n->w.own)) return false;
    own.whose = RZ_WHOSE_OWN;
    *out = own;
    *at = p;
    return true;
}

/* «سخنگوی کاخ سفید تهران را متهم کرد»: whose he is the title says; another state after it is not. */
static void take_whose(const rz_namer *n, uint32_t *at, rz_row office, bool any, rz_office_phrase *out) {
    rz_str own = rz_row_get(n->data, office, "whose");
    rz_office_phrase before = *out;
    uint32_t from = *at;
    if (!own.size && take_own(n, at, out)) return;
    rz_whose_at(n, at, any, out);
    if (!own.size || out->whose != RZ_WHOSE_STATE || rz_str_is(own, rz_row_id(n->data, out->state))) return;
    *out = before;
    *at = from;
}

/* «گروه دوستی پارلمانی ایران و X»: it is one body, and he who heads it is one. */
static void take_second(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    bool of_two = out->body != RZ_NONE ? rz_row_has(n->data, out->body, "kind", "of-two") : out->office != RZ_NONE && rz_office_is(n, out->office, RZ_OF_TWO);
    if (!of_two) return;
    rz_office_phrase second = RZ_NO_OFFICE;
    uint32_t p = rz_list_at(n, *at, n->w.and_one);
    if (!p || out->whose == RZ_WHOSE_NONE || !rz_whose_at(n, &p, false, &second)) return;
    out->other = second.whose == RZ_WHOSE_STATE ? second.state : RZ_NONE;
    *at = p;
}

/* «رئیس بانک جهانی», not «رئیس» alone, nor of a state. */
static bool has_owner(const rz_namer *n, const rz_office_phrase *o) {
    if (!rz_office_is(n, o->office, RZ_OWNED)) return true;
    return o->body != RZ_NONE || (o->whose == RZ_WHOSE_STATE && rz_row_type_of(n->data, o->state) != RZ_STATE);
}

/* «رئیس سازمان» of «رئیس سازمان جهانی بهداشت»: without the word that is part of the name of what he heads. */
static void leave_name(const rz_namer *n, uint32_t token, rz_atom *office) {
    rz_atom name;
    uint32_t from = office->last - 1;
    if (!rz_office_is(n, office->row, RZ_BROAD) || !rz_atom_at(n, from, RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_BODY), &name) || name.last <= office->last || !rz_atom_fits(n, from, &name)) return;
    for (rz_hits h = rz_hits_of(n->text, token, RZ_TYPE(RZ_OFFICE)); rz_hits_next(&h);)
        if (h.hit.last == from && h.hit.key == n->fa && !h.hit.tail) office->row = h.hit.row, office->last = from;
}

/* «رئیس حزب کارگر X», «رهبر جنبش X»: the last word of the office begins the name of what he heads. */
static bool take_overlapping(const rz_namer *n, rz_row office, uint32_t *at, rz_office_phrase *out) {
    rz_atom a;
    if (*at < n->start + 2 || !rz_atom_at(n, *at - 1, RZ_TYPE(RZ_ORGANISATION), &a) || a.last <= *at || !rz_atom_fits(n, *at - 1, &a)) return false;
    if (rz_office_is(n, office, RZ_OF_STATE) || rz_row_get(n->data, office, "whose").size) return false;
    out->state = a.row;
    out->whose = RZ_WHOSE_STATE;
    *at = a.last;
    return true;
}

/* «استاندار هرات», «شهردار تهران»: a city or province is whose he is, and not the state whose capital it is or that is told behind it. */
static bool take_place(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    rz_atom a, state;
    if (out->whose != RZ_WHOSE_NONE || !rz_office_is(n, out->office, RZ_LOCAL)) return false;
    uint32_t province = rz_list_at(n, *at, n->w.province); /* «استاندار استان X» */
    bool found = rz_atom_at(n, *at, RZ_TYPE(RZ_PLACE), &a) && a.key != n->adj;
    if (!found && !(province && rz_atom_at(n, province, RZ_TYPE(RZ_PLACE), &a) && a.key != n->adj)) return false;
    out->state = a.row;
    out->whose = RZ_WHOSE_STATE;
    *at = a.last;
    if (rz_atom_at(n, *at, RZ_TYPE(RZ_STATE), &state) && state.key != n->adj && state.row == state_of(n, a.row)) *at = state.last;
    return true;
}

bool rz_one_office(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    rz_atom a;
    if (!rz_atom_at(n, *at, RZ_TYPE(RZ_OFFICE), &a) || a.key != n->fa) return false;
    leave_name(n, *at, &a);
    rz_row deputy;
    uint32_t ministry = rz_deputy_at(n, *at, &deputy);
    if (ministry > a.last || (ministry == a.last && rz_office_is(n, a.row, RZ_BROAD))) a.row = deputy, a.last = ministry;
    if (out->office == RZ_NONE || rank(n, a.row) > rank(n, out->office)) out->office = a.row;
    bool any = !rz_office_is(n, a.row, RZ_OF_STATE) || rz_office_is(n, a.row, RZ_OF_OTHERS);
    *at = a.last;
    if (take_overlapping(n, a.row, at, out)) return true;
    take_modifiers(n, at, out);
    take_body(n, at, any, out);
    if (!take_place(n, at, out)) take_whose(n, at, a.row, any, out);
    take_second(n, at, out);
    rz_take_field(n, at, out);
    return has_owner(n, out);
}

/* «با رئیس‌جمهور و وزیر خارجه عراق», «نخست‌وزیر، رئیس مجلس و وزیر خارجه»: two people, not one with two offices. */
static bool two_people(const rz_namer *n, const rz_office_phrase *a, const rz_office_phrase *b) {
    enum { HEAD_OF_STATE = 96 };
    bool both = rank(n, a->office) >= HEAD_OF_STATE && rank(n, b->office) >= HEAD_OF_STATE; /* «رئیس‌جمهور X و شاه …» */
    if (both && a->whose != RZ_WHOSE_NONE && b->whose == RZ_WHOSE_NONE) return true;
    if ((rank(n, a->office) >= HEAD_OF_STATE) != (rank(n, b->office) >= HEAD_OF_STATE)) return true;
    if (rz_punct_at(n, a->first ? a->first - 1 : 0) != ',' || !n->out.n) return false;
    const rz_mention *before = &n->out.at[n->out.n - 1];
    return before->kind == RZ_M_OFFICE && before->head == RZ_NONE && before->last + 1 == a->first;
}

/* «رئیس‌جمهور تاتارستان»: of no state. */
static bool of_region(const rz_namer *n, const rz_office_phrase *o, uint32_t at) {
    rz_atom a;
    if (o->whose != RZ_WHOSE_NONE || o->seat != RZ_NONE || !rz_office_is(n, o->office, RZ_UNIQUE) || !rz_office_is(n, o->office, RZ_OF_STATE)) return false;
    return rz_atom_at(n, at, RZ_TYPE(RZ_PLACE), &a) && a.key != n->adj && rz_row_has(n->data, a.row, "kind", "region") && rz_atom_fits(n, at, &a);
}

bool rz_office_at(const rz_namer *n, uint32_t token, bool merge, rz_office_phrase *out) {
    *out = RZ_NO_OFFICE;
    out->first = token;
    uint32_t p = token;
    if (!rz_one_office(n, &p, out)) return false;
    if (rz_office_is(n, out->office, RZ_CHARGED) || rz_list_at(n, token, n->w.aide)) rz_take_sender(n, &p, out);
    bool charged = rz_office_is(n, out->office, RZ_CHARGED);
    if (charged) default_whose(n, out);
    rz_take_scope(n, &p);
    if (charged) rz_take_charge(n, &p, out);
    merge |= rz_office_is(n, out->office, RZ_BESIDES) && out->whose == RZ_WHOSE_NONE; /* «معاون نخست‌وزیر و وزیر خارجه X» */
    for (int i = 0; merge && i < 3; i++) {
        uint32_t next = rz_list_at(n, p, n->w.and_one);
        if (!next) break;
        rz_office_phrase second = RZ_NO_OFFICE;
        if (!rz_one_office(n, &next, &second) || two_people(n, out, &second)) break;
        if (out->whose == RZ_WHOSE_STATE && second.whose == RZ_WHOSE_STATE && out->state != second.state) break; /* «نماینده X و وزیر Y» */
        bool plain = rz_office_is(n, second.office, RZ_SEATED); /* «دیپلمات پیشین و نماینده X در امور …» */
        rz_row first = out->office;
        bool known_by = rank(n, second.office) > rank(n, first) || rz_office_is(n, first, RZ_BESIDES);
        if (!plain && known_by) out->office = second.office;
        if (!plain) out->lower = out->office == first ? second.office : first;
        if (second.whose != RZ_WHOSE_NONE && out->whose == RZ_WHOSE_NONE) out->whose = second.whose, out->state = second.state;
        p = next;
        rz_take_scope(n, &p);
    }
    bool seated = rz_office_is(n, out->office, RZ_SEATED);
    if (seated || rz_office_is(n, out->office, RZ_SENT)) take_seat(n, &p, out);
    if (seated) { /* «نماینده X در شورای امنیت», not «نماینده X» */
        rz_row type = out->seat == RZ_NONE || out->whose == RZ_WHOSE_NONE ? RZ_NONE : rz_row_find(n->data, RZ_OFFICE, rz_row_get(n->data, out->office, "stands-for"));
        if (type == RZ_NONE || rz_row_type_of(n->data, out->seat) == RZ_PLACE || rz_row_type_of(n->data, out->seat) == RZ_STATE) return false;
        out->office = type;
    }
    default_whose(n, out);
    out->last = p;
    return !of_region(n, out, p);
}

bool rz_body_at(const rz_namer *n, uint32_t token, rz_office_phrase *out) {
    rz_atom a;
    *out = RZ_NO_OFFICE;
    out->first = token;
    if (!rz_atom_at(n, token, RZ_TYPE(RZ_BODY), &a) || a.key != n->fa) return false;
    out->body = a.row;
    uint32_t p = a.last;
    rz_whose_at(n, &p, false, out);
    take_second(n, &p, out);
    if (rz_str_is(rz_row_get(n->data, a.row, "kind"), "mission")) take_seat(n, &p, out);
    rz_str seat = rz_row_get(n->data, a.row, "seat");
    if (out->seat == RZ_NONE && seat.size) out->seat = rz_row_find(n->data, RZ_PLACE, seat);
    out->last = p;
    return true;
}

/* «همتای روسی خود», «همتایش»: the own before or after the state. */
bool rz_counterpart_at(const rz_namer *n, uint32_t token, rz_office_phrase *out) {
    *out = RZ_NO_OFFICE;
    out->first = token;
    uint32_t p = token;
    if (!take(n, &p, n->w.counterpart)) return false;
    out->counterpart = true;
    bool own = take(n, &p, n->w.own);
    uint32_t of = own ? rz_list_at(n, p, n->w.of_states) : 0; /* «همتای خود از ترکیه» */
    if (of && rz_whose_at(n, &of, false, out)) p = of;
    else rz_whose_at(n, &p, false, out);
    take(n, &p, n->w.own);
    out->last = p;
    return true;
}
