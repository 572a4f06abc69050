/* «وزرای خارجه، نفت و کشور ایران»: the ministers of one state by what they have charge of. */
#include "mention/names.h"

/* What a minister has charge of, the longest at the token: his office. RZ_NONE: nothing of that. */
rz_row rz_portfolio_at(const rz_namer *n, uint32_t token, uint32_t *last) {
    rz_row office = RZ_NONE;
    for (rz_hits_run hits = rz_hits_within(n->text, token, token < n->end ? token + 1 : token); rz_hits_run_next(&hits);) {
        const rz_hit *h = &hits.hit;
        if (h->type != RZ_WORDS || h->key != n->fa || h->tail || h->last > n->end || (office != RZ_NONE && h->last <= *last)) continue;
        rz_str id = rz_row_get(n->data, h->row, "office");
        if (!id.size) continue;
        office = rz_row_find(n->data, RZ_OFFICE, id);
        *last = h->last;
    }
    return office;
}

/* «خارجه، نفت و کشور»: at most `room` of them; 0 where fewer than two are joined. */
static uint32_t portfolios_at(const rz_namer *n, uint32_t token, rz_office_phrase *found, uint32_t room) {
    uint32_t count = 0, last = token;
    bool joined = false;
    for (uint32_t p = token; count < room;) {
        rz_row office = rz_portfolio_at(n, p, &last);
        if (office == RZ_NONE) break;
        found[count] = RZ_NO_OFFICE;
        found[count].first = p;
        found[count].last = last;
        found[count++].office = office;
        uint32_t next = rz_list_at(n, last, n->w.and_one);
        if (!next && (joined || rz_punct_at(n, last) != ',')) break;
        joined |= next && rz_portfolio_at(n, next, &(uint32_t){0}) != RZ_NONE;
        p = next ? next : last + 1;
    }
    return joined ? count : 0;
}

/* «… ایران و روسیه»: of more than one state. */
static bool of_more(const rz_namer *n, uint32_t token) {
    rz_atom a;
    uint32_t next = rz_list_at(n, token, n->w.and_one);
    if (!next && rz_punct_at(n, token) == ',') next = token + 1;
    return next && rz_atom_at(n, next, RZ_TYPE(RZ_STATE), &a) && a.key == n->fa && rz_atom_fits(n, next, &a);
}

/* «وزرای خارجه و دفاع ایران و روسیه»: of both states each; their end, or the token. */
static uint32_t of_two(rz_namer *n, rz_office_phrase *found, uint32_t count, const rz_office_phrase *one, uint32_t token, uint32_t at) {
    rz_office_phrase other = RZ_NO_OFFICE;
    uint32_t end = rz_list_at(n, at, n->w.and_one);
    bool two = one->whose == RZ_WHOSE_STATE && end && rz_whose_at(n, &end, false, &other) && other.whose == RZ_WHOSE_STATE && other.state != one->state && !of_more(n, end);
    if (!two) return token;
    found[0].first = token;
    found[count - 1].last = end;
    for (uint32_t i = 0; i < count; i++) {
        rz_mention *m = rz_mention_add(n, RZ_M_COLLECTIVE, found[i].first, found[i].last);
        m->office = found[i].office;
        m->state = one->state;
        m->state2 = other.state;
        m->whose = RZ_WHOSE_STATE;
    }
    return end;
}

uint32_t rz_portfolios_at(rz_namer *n, uint32_t token) {
    enum { MOST = 8 };
    rz_office_phrase found[MOST], whose = RZ_NO_OFFICE;
    uint32_t count = portfolios_at(n, token + 1, found, MOST);
    if (!count) return token;
    uint32_t last = found[count - 1].last, at = last;
    bool told = rz_whose_at(n, &at, false, &whose);
    if (told && of_more(n, at)) return of_two(n, found, count, &whose, token, at);
    if (told ? whose.whose == RZ_WHOSE_BOTH : !rz_ours_has(n, found[0].office)) return token;
    found[0].first = token;
    found[count - 1].last = told ? at : last;
    for (uint32_t i = 0; i < count; i++) {
        rz_mention *m = rz_mention_add(n, RZ_M_OFFICE, found[i].first, found[i].last);
        m->office = found[i].office;
        m->state = whose.state;
        m->whose = whose.whose;
    }
    return found[count - 1].last;
}

static bool has_and(const rz_namer *n, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; t++)
        if (rz_list_at(n, t, n->w.and_one) == t + 1) return true;
    return false;
}

/* «وزیر صنعت[، تجارت] و توسعه سرمایه‌گذاری X»: another thing that he has charge of, behind the comma; else 0. */
static uint32_t field_behind(const rz_namer *n, uint32_t comma) {
    uint32_t last;
    if (rz_punct_at(n, comma) != ',') return 0;
    if (rz_portfolio_at(n, comma + 1, &last) != RZ_NONE) return last;
    return rz_list_at(n, comma + 1, n->w.field_more);
}

/* «وزیر توسعه و همکاری آلمان»: `kind broad`, of what is told in a few words up to the state; «وزیر تجارت و همگرایی قزاقستان»: of a
 * `portfolio`, what «and» adds to it. */
void rz_take_field(const rz_namer *n, uint32_t *at, rz_office_phrase *out) {
    enum { WORDS = 6, LISTED = 12 };
    bool portfolio = rz_office_is(n, out->office, RZ_PORTFOLIO), list = portfolio && field_behind(n, *at);
    bool more = list || (portfolio && rz_list_at(n, *at, n->w.and_one) == *at + 1), closed = !list; /* a list has «and» before its last */
    if (out->whose != RZ_WHOSE_NONE || !(more || rz_office_is(n, out->office, RZ_BROAD))) return;
    rz_atom a;
    uint32_t with = rz_list_at(n, *at - 1, n->w.field_with);
    for (uint32_t p = with ? with : *at; p < n->end && p < *at + (list ? LISTED : WORDS); p = with ? with : p + 1) {
        uint32_t q = p;
        rz_office_phrase whose = RZ_NO_OFFICE;
        if (p > *at && closed && rz_whose_at(n, &q, false, &whose) && (whose.whose == RZ_WHOSE_STATE || whose.whose == RZ_WHOSE_OURS || whose.whose == RZ_WHOSE_THIS)) {
            out->whose = whose.whose;
            out->state = whose.state;
            *at = q;
            return;
        }
        const rz_token *t = &n->text->tokens[p];
        with = 0;
        if (list && !closed && (with = field_behind(n, p))) {
            closed = has_and(n, p, with); /* «ورزش و جوانان» */
            continue;
        }
        if ((more || p > *at) && rz_list_at(n, p, n->w.and_one) == p + 1) {
            closed = true;
            continue;
        }
        if ((with = rz_list_at(n, p, n->w.field_with))) continue;
        if (rz_list_at(n, p, n->w.counterpart)) return; /* «وزیر کشور و همتای X خود» */
        bool word = t->kind == RZ_TOKEN_WORD && t->verb == RZ_NONE && rz_word_at(n, p, NULL) && !(rz_pos_at(n, p) & (RZ_POS_PREP | RZ_POS_PRON));
        bool other = rz_atom_at(n, p, RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_TITLE), &a);
        bool part = other && a.type == RZ_OFFICE && rz_office_is(n, a.row, RZ_UNNAMED | RZ_SEATED); /* «انرژی و منابع آب», «وزیر مشاور X» */
        if (!word || (other && !part)) return;
    }
}
