/* Whose country «کشور» and an office told alone are, by who and what is named, where neither an outlet nor the words of the text tell:
 * another than that of the tables where nothing of that one is named («وزیر دفاع کشور در قندهار …»). */
#include "mention/names.h"

typedef struct {
    bool ours, home; /* an office of «کشورمان»; of «کشور» */
    bool there;      /* something of the state is named */
    bool speaks;     /* it heads a sentence, «کابل:»; somebody of it is told of, not only met; or a word of its press stands there */
    bool own_holder; /* … who holds the office that is told to be ours */
    bool usual;      /* something of the country of the tables is named, and not as another's */
} signs;

static rz_row state_named(const rz_namer *n, const rz_mention *m) {
    switch (m->kind) {
    case RZ_M_STATE: return m->row != RZ_NONE && rz_row_type_of(n->data, m->row) == RZ_STATE ? m->row : rz_row_state(n->data, m->row);
    case RZ_M_PLACE: case RZ_M_PERSON: case RZ_M_OUTLET: return rz_row_state(n->data, m->row);
    case RZ_M_OFFICE: case RZ_M_ORGANISATION: return m->whose == RZ_WHOSE_STATE ? m->state : rz_row_state(n->data, m->row);
    default: return RZ_NONE;
    }
}

/* «با همتای ایرانی», «سفیر ایران», «سفارت ایران»: whom others meet, too. */
static bool is_met(const rz_namer *n, const rz_mention *m) {
    bool sent = m->office != RZ_NONE && rz_office_is(n, m->office, RZ_SENT), mission = m->body != RZ_NONE && m->seat != RZ_NONE;
    return m->counterpart || sent || mission || rz_list_before(n, m->first, n->w.with);
}

static bool told_so(const rz_namer *n, const rz_mention *m, rz_row list) {
    for (uint32_t t = m->first; t < m->last; t++)
        if (rz_list_at(n, t, list)) return true;
    return false;
}

/* Who holds the office of that country that the text tells of as ours. */
static bool holds_ours(const rz_namer *n, rz_row person, rz_row state) {
    for (uint32_t i = 0; i < n->out.n; i++) {
        const rz_mention *o = &n->out.at[i];
        if (o->kind == RZ_M_OFFICE && o->whose == RZ_WHOSE_OURS && o->office != RZ_NONE && rz_row_holds(n->data, person, o->office, state)) return true;
    }
    return false;
}

static signs read_signs(const rz_namer *n, rz_row state) {
    signs s = {.speaks = rz_row_there(n->text, n->w.written_in)};
    for (uint32_t i = 0, at = 0; i < n->out.n; i++) {
        const rz_mention *m = &n->out.at[i];
        while (at + 1 < n->text->n_sentences && n->text->sentences[at].last <= m->first) at++;
        bool heads = n->text->sentences[at].first == m->first && m->last < n->text->n_tokens && n->text->tokens[m->last].punct == ':'; /* «کابل:» */
        rz_row of = state_named(n, m);
        s.ours |= m->whose == RZ_WHOSE_OURS && told_so(n, m, n->w.ours);
        s.home |= m->whose == RZ_WHOSE_OURS && !told_so(n, m, n->w.ours);
        s.usual |= of == n->ours && !is_met(n, m);
        s.there |= rz_row_state(n->data, m->seat) == state; /* «سفیر ایران در کابل» */
        if (of != state) continue;
        bool person = m->kind == RZ_M_PERSON && !is_met(n, m);
        s.there = true;
        s.speaks |= heads || person;
        s.own_holder |= person && !s.own_holder && holds_ours(n, m->row, state);
    }
    return s;
}

rz_row rz_country_of_names(const rz_namer *n) {
    rz_row state = rz_row_state(n->data, n->w.written_in);
    signs s = read_signs(n, state);
    bool told = s.own_holder || (!s.ours && (s.home || s.speaks));
    return s.there && !s.usual && told ? state : RZ_NONE;
}
