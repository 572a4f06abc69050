/* Where an event was that another one tells: the visit that it was part of, the meeting that it came after. */
#include "resolve/merge.h"

rz_row rz_state_of_place(const merger *m, rz_row place) {
    if (place == RZ_NONE) return RZ_NONE;
    if (rz_row_type_of(m->cast->data, place) == RZ_STATE) return place;
    return rz_row_state(m->cast->data, place);
}

/* «وارد پایتخت X شد»: its capital. */
static rz_row capital_told(const merger *m, const rz_mention *p, rz_row state) {
    const rz_text *t = m->cast->text;
    rz_row words = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("capital-words"));
    rz_str id = rz_row_get(m->cast->data, state, "capital");
    if (p->first == 0 || words == RZ_NONE || !id.size) return state;
    for (rz_hits h = rz_hits_of(t, p->first - 1, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (h.hit.row == words && h.hit.last == p->first) {
            rz_row capital = rz_row_find(m->cast->data, RZ_PLACE, rz_str_word(&id));
            return capital == RZ_NONE ? state : capital;
        }
    return state;
}

rz_row rz_merged_place(const merger *m, uint32_t mention) {
    const rz_mention *p = &m->cast->mentions->at[mention];
    rz_row row = p->row != RZ_NONE ? p->row : p->actor != RZ_NONE ? m->cast->members.at[p->actor].row : RZ_NONE;
    return row != RZ_NONE && (p->kind == RZ_M_STATE || p->kind == RZ_M_PLACE) ? capital_told(m, p, row) : row;
}

/* «در حاشیه کنفرانس امنیتی مونیخ», «نشست سوم دوحه»: a conference whose name tells the city, and a session whose own name ends with it. */
void rz_merge_named_places(merger *m) {
    const rz_text *t = m->cast->text;
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        const rz_mention *f = e->forum == RZ_NONE ? NULL : &m->cast->mentions->at[e->forum];
        bool session = rz_kind_is(e->kind, RZ_KIND_SESSION);
        if (!(session || rz_kind_is(e->kind, RZ_KIND_MET)) || e->dropped || e->place_row != RZ_NONE || !f) continue;
        bool conference = f->kind == RZ_M_FORUM && f->row != RZ_NONE && rz_row_has(m->cast->data, f->row, "kind", "conference");
        bool own = session && f->first <= e->from->first && e->from->last <= f->last;
        for (rz_hits_run h = rz_hits_within(t, f->first, conference || own ? f->last : f->first); rz_hits_run_next(&h);) {
            bool there = conference ? h.hit.last <= f->last : !h.hit.tail && h.hit.last == f->last;
            if (there && h.hit.type == RZ_PLACE && rz_row_has(m->cast->data, h.hit.row, "kind", "city")) e->place_row = h.hit.row;
        }
    }
}

/* «نشست قفقاز جنوبی»: a region of several states is what it is named for; that it has a name was enough. */
void rz_merge_wide_names(merger *m) {
    const rz_data *data = m->cast->data;
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        rz_row row = e->place_row;
        bool named = row != RZ_NONE && e->place != RZ_NONE && rz_kind_is(e->kind, RZ_KIND_SESSION) && m->found->scene.links[e->place].kind != RZ_LINK_PREP;
        if (named && rz_row_type_of(data, row) == RZ_PLACE && rz_row_has(data, row, "kind", "region") && rz_row_state(data, row) == RZ_NONE) e->place = e->place_row = RZ_NONE;
    }
}

/* «به X سفر کرد … از شهر Y بازدید کرد»: a town that is seen on the journey, not where it led, unless that is the capital. */
bool rz_merge_only_seen(const merger *m, const merged *e) {
    const rz_frame *f = e->from->frame;
    rz_row state = rz_state_of_place(m, e->place_row);
    bool seen = rz_kind_is(e->kind, RZ_KIND_JOURNEY) && (f->places >> RZ_C_FROM & 1) && !(f->places >> RZ_C_TO & 1);
    return seen && state != RZ_NONE && state != e->place_row && !rz_row_refers(m->cast->data, state, "capital", e->place_row);
}

bool rz_merged_has(const merged *e, uint32_t actor) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (e->actors[i] == actor) return true;
    return false;
}

uint32_t rz_merged_shared(const merged *a, const merged *b) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n_actors; i++) n += rz_merged_has(b, a->actors[i]);
    return n;
}

/* What is done where one is a guest. */
static bool of_a_guest(const merged *e) {
    bool of_two = rz_kind_is(e->kind, RZ_KIND_SESSION) && e->n_actors == 2; /* «نشست مشترک دو کشور» */
    return (of_two || rz_kind_is(e->kind, RZ_KIND_GUEST)) && e->forum == RZ_NONE && e->count <= 1;
}

static uint32_t sentence_of(const merger *m, const merged *e) { return rz_token_sentence(&m->found->scene, e->from->first); }

/* Is the guest of the visit, told of shortly before, at the meeting too, and at no other time? */
static bool during(const merger *m, const merged *visit, const merged *e) {
    enum { SENTENCES = 2 };
    const rz_scene *s = &m->found->scene;
    uint32_t a = sentence_of(m, visit), b = sentence_of(m, e);
    if (b < a || b - a > SENTENCES || s->text->sentences[a].paragraph != s->text->sentences[b].paragraph) return false;
    if (rz_looks_ahead(visit->status) && !rz_looks_ahead(e->status)) return false;
    if (e->days.from != RZ_NO_DAY && visit->days.from != RZ_NO_DAY && e->days.to < visit->days.from) return false;
    for (uint32_t i = 0; i < visit->n_actors; i++)
        if (rz_merged_has(e, visit->actors[i]) && strcmp(visit->roles[i], "host") != 0) return true;
    return false;
}

/* Who leads another state is met there, unless both came to a third. */
static bool leads_elsewhere(const merger *m, const merged *e, const merged *visit) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        if (!rz_merged_has(visit, e->actors[i]) && rz_merge_leads(m, e->actors[i]) && a->state != rz_state_of_place(m, visit->place_row)) return true;
    }
    return false;
}

/* «X وارد کابل شد و قرار است با Y دیدار کند»: nobody else is told of between the two. */
static bool in_one_breath(const merger *m, const merged *visit, const merged *e) {
    enum { CLAUSES = 3 };
    const rz_scene *s = &m->found->scene;
    uint32_t from = visit->from->clause, to = e->from->clause;
    if (sentence_of(m, visit) != sentence_of(m, e) || to <= from || to - from > CLAUSES || !visit->verbal || !e->verbal || strcmp(visit->status, "held") != 0) return false;
    for (uint32_t c = from + 1; c <= to; c++) {
        uint32_t who = s->clauses[c].subject;
        if (s->clauses[c].kind == RZ_CLAUSE_RELATIVE || (who != RZ_NONE && (s->mentions->at[who].actor == RZ_NONE || !rz_merged_has(visit, s->mentions->at[who].actor)))) return false;
    }
    return true;
}

/* «وارد کابل شد و امروز با X ملاقات می‌کند»: met where he came to. */
static void place_of_visit(merger *m, merged *e) {
    rz_around near = rz_merged_around(m, e);
    for (uint32_t j = near.high; j-- > near.low;) {
        const merged *v = &m->out.at[j];
        if (v == e || v->dropped || !rz_kind_is(v->kind, RZ_KIND_JOURNEY) || v->place_row == RZ_NONE || v->from->evoked != RZ_EVOKED_VERB || (!during(m, v, e) && !in_one_breath(m, v, e)) || leads_elsewhere(m, e, v)) continue;
        e->place = v->place, e->place_row = v->place_row;
        return;
    }
}

/* «راهی جده شد تا در نشست X شرکت کند»: what he goes there for. */
static bool is_gone_for(const merger *m, const merged *visit, const merged *e) {
    enum { UP = 3 };
    const rz_scene *s = &m->found->scene;
    uint32_t c = e->from->clause;
    if (!visit->verbal || !rz_looks_ahead(e->status)) return false;
    for (uint32_t k = 0; k < UP && c != RZ_NONE && s->clauses[c].parent != RZ_NONE && s->clauses[c].verb != RZ_NONE && s->text->verbs[s->clauses[c].verb].tense == RZ_SUBJUNCTIVE; k++) {
        c = s->clauses[c].parent;
        if (c == visit->from->clause) return true;
    }
    return false;
}

/* «به جده می‌رود و در نشست X شرکت خواهد کرد»: what one does in the same breath is where he goes. */
void rz_merge_place_there(const merger *m, const merged *visit, merged *e) {
    bool aim = e->from->purpose && e->from->clause == visit->from->clause; /* «هیئت X برای گفت‌وگو با Y به Z می‌رود» */
    bool session = rz_kind_is(e->kind, RZ_KIND_SESSION), of_guest = of_a_guest(e) && (aim || rz_merged_shared(visit, e)) && !leads_elsewhere(m, e, visit);
    if (e->place_row != RZ_NONE || visit->place_row == RZ_NONE || (rz_looks_ahead(visit->status) != rz_looks_ahead(e->status) && !aim && !is_gone_for(m, visit, e))) return;
    if (!of_guest && !(session && (!e->n_actors || rz_merged_shared(visit, e)))) return;
    e->place = visit->place, e->place_row = visit->place_row;
}

static bool is_city(const merger *m, const merged *v) { return v->place_row != rz_state_of_place(m, v->place_row); }

/* Did the guest of the visit and somebody of the state visited both take part? */
static bool of_visit(const merger *m, const merged *v, const merged *e) {
    enum { STAY = 1 }; /* nights */
    rz_row state = rz_state_of_place(m, v->place_row);
    if (!rz_kind_is(v->kind, RZ_KIND_JOURNEY) || state == RZ_NONE || v->dropped || (!v->verbal && !e->verbal)) return false;
    if (rz_looks_ahead(v->status) != rz_looks_ahead(e->status) && (!v->verbal || rz_looks_ahead(v->status))) return false;
    bool dated = e->days.from != RZ_NO_DAY && v->days.from != RZ_NO_DAY;
    if (dated && (e->days.to < v->days.from || e->days.from > v->days.to + STAY)) return false;
    bool guest = false, host = false;
    for (uint32_t a = 0; a < v->n_actors; a++) guest |= rz_merged_has(e, v->actors[a]);
    for (uint32_t a = 0; a < e->n_actors; a++) host |= m->cast->members.at[e->actors[a]].state == state || m->cast->members.at[e->actors[a]].row == state;
    return guest && host;
}

/* «سفیر X در Y با وزیر خارجه Z دیدار کرد»: an envoy and those to whom he is sent meet where he is. */
static void place_of_envoy(const merger *m, merged *e, bool told) {
    bool open = !told || e->place_row == RZ_NONE || rz_row_type_of(m->cast->data, e->place_row) == RZ_STATE; /* «سفیر X در Y … در لبنان» */
    for (uint32_t i = 0; i < 2 && e->n_actors == 2 && open && rz_kind_is(e->kind, RZ_KIND_MET); i++) {
        rz_row seat = m->cast->members.at[e->actors[i]].seat, host = m->cast->members.at[e->actors[1 - i]].state;
        if (seat == RZ_NONE || rz_row_type_of(m->cast->data, seat) != RZ_PLACE) seat = rz_merge_seat(m, e->from);
        if (seat == RZ_NONE || rz_row_type_of(m->cast->data, seat) != RZ_PLACE) continue;
        const char *kind = m->cast->members.at[e->actors[1 - i]].shown.kind;
        bool of_nobody = host == RZ_NONE && (!strcmp(kind, "organisation") || !strcmp(kind, "group")); /* «سفیر X در کابل با طالبان دیدار کرد» */
        if (of_nobody) host = rz_state_of_place(m, seat);
        bool there = !told || e->place_row == RZ_NONE || e->place_row == host || e->place_row == seat;
        if (host != RZ_NONE && there && rz_state_of_place(m, seat) == host && m->cast->members.at[e->actors[i]].state != host) e->place_row = seat;
    }
}

/* «در X با Y دیدار کند و مذاکرات را از سر بگیرند»: talks that one goes on to in the same breath. */
void rz_merge_talks_on(merger *m) {
    const rz_scene *s = &m->found->scene;
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        uint32_t c = e->from->clause;
        if (e->dropped || e->place_row != RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_ROUNDS) || e->from->forum != RZ_NONE || s->clauses[c].kind != RZ_CLAUSE_COORDINATE) continue;
        rz_around near = rz_merged_around(m, e);
        for (uint32_t j = near.low; j < near.high && e->place_row == RZ_NONE; j++) {
            const merged *met = &m->out.at[j];
            bool before = !met->dropped && rz_kind_is(met->kind, RZ_KIND_MET) && met->from->clause + 1 == c && s->clauses[met->from->clause].sentence == s->clauses[c].sentence;
            if (!before || met->place_row == RZ_NONE || strcmp(met->status, e->status) != 0 || !rz_merged_shared(met, e)) continue;
            e->place = met->place, e->place_row = met->place_row;
        }
    }
}

/* Who is visited where he is at home: the meeting is in the place of the visit, in the city where one is told. */
void rz_merge_infer_places(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        bool state_only = e->place_row != RZ_NONE && !is_city(m, e);
        if ((e->place_row != RZ_NONE && !state_only) || !of_a_guest(e)) continue;
        const merged *best = NULL;
        rz_around near = rz_merged_around(m, e);
        for (uint32_t j = near.low; j < near.high && e->n_actors >= 2; j++) {
            const merged *v = &m->out.at[j];
            bool closer = !state_only || (is_city(m, v) && rz_state_of_place(m, v->place_row) == e->place_row); /* «به X سفر کرد … وارد پایتخت آن شد» */
            if (!closer || !of_visit(m, v, e)) continue;
            if (!best || is_city(m, v) > is_city(m, best) || (is_city(m, v) == is_city(m, best) && v->from->first < e->from->first)) best = v;
        }
        if (best) e->place = best->place, e->place_row = best->place_row;
        else if (!state_only && e->from->evoked != RZ_EVOKED_NOUN) place_of_visit(m, e);
        place_of_envoy(m, e, state_only);
    }
}

/* «به X سفر کرد … در پایتخت این کشور با Y دیدار کرد … با Z نیز ملاقات کرد»: of the state that he visits, the one city in which he is told
 * to have met somebody. */
void rz_merge_city_of_stay(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        const merged *in_city = NULL;
        rz_around near = rz_merged_around(m, e);
        bool cities = false;
        if (e->dropped || e->place_row == RZ_NONE || is_city(m, e) || !of_a_guest(e)) continue;
        for (uint32_t j = near.low; j < near.high; j++) {
            const merged *o = &m->out.at[j];
            bool city = o->place_row != RZ_NONE && is_city(m, o) && rz_row_has(m->cast->data, o->place_row, "kind", "city"); /* no palace */
            bool sat = city && rz_kind_is(o->kind, RZ_KIND_SITS | RZ_KIND_PRESS | RZ_KIND_JOURNEY) && !o->dropped && rz_merged_shared(o, e);
            if (!sat || rz_state_of_place(m, o->place_row) != e->place_row || rz_looks_ahead(o->status) != rz_looks_ahead(e->status)) continue;
            cities |= in_city && in_city->place_row != o->place_row;
            in_city = o;
        }
        if (in_city && !cities) e->place = in_city->place, e->place_row = in_city->place_row;
    }
}

/* ---- what is done at the end of a meeting ---- */

static bool same_states(const merger *m, const merged *all, const merged *some) {
    for (uint32_t i = 0; i < some->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[some->actors[i]];
        rz_row state = a->state != RZ_NONE ? a->state : a->row;
        bool there = false;
        for (uint32_t j = 0; j < all->n_actors; j++) {
            const rz_cast_member *b = &m->cast->members.at[all->actors[j]];
            there |= all->actors[j] == some->actors[i] || (state != RZ_NONE && (b->state == state || b->row == state));
        }
        if (!there) return false;
    }
    return some->n_actors > 0;
}

/* «نشست خبری پس از اجلاس X» */
static bool comes_after(const merger *m, const merged *e, const merged *met) {
    enum { NEAR = 3 };
    rz_link link = {.prep_token = RZ_NONE};
    if (e->from->evoked != RZ_EVOKED_NOUN || met->from->evoked != RZ_EVOKED_NOUN || met->from->first < e->from->last) return false;
    rz_govern(&m->found->scene, &link, met->from->first);
    return link.prep == RZ_C_AFTER && link.prep_token >= e->from->last && link.prep_token - e->from->last <= NEAR;
}

/* Is the press conference or the signing of those who met, and told shortly after? */
static bool ends(const merger *m, const merged *e, const merged *met) {
    enum { SENTENCES = 3 };
    uint32_t at = sentence_of(m, e), before = sentence_of(m, met);
    bool press = rz_kind_is(e->kind, RZ_KIND_PRESS), here = at == before;
    bool course = rz_kind_is(met->kind, RZ_KIND_JOURNEY) && here && !e->n_actors && rz_kind_is(e->kind, RZ_KIND_PAPER); /* «سفر X به Y و امضای سه سند» */
    if (met == e || met->dropped || (!course && !rz_kind_is(met->kind, RZ_KIND_SITS | RZ_KIND_JOINT | RZ_KIND_SESSION)) || met->count > 1) return false;
    if (at < before || at - before > SENTENCES || (here && met->from->first > e->from->first && !comes_after(m, e, met))) return false;
    if (rz_looks_ahead(met->status) != rz_looks_ahead(e->status) || !strcmp(met->status, "denied")) return false;
    if (!rz_days_agree(e->days, met->days)) return false;
    if (course) return true;
    if (press) return rz_merged_shared(e, met) >= (here ? 1 : 2) || (here && met->from->clause == e->from->clause && rz_kind_is(met->kind, RZ_KIND_SESSION));
    if (here && rz_kind_is(met->kind, RZ_KIND_SESSION) && met->verbal) return true; /* «اجلاس X دیروز برگزار شد و در آن … امضا شد» */
    bool next = at - before <= 1 && !e->n_actors && !e->from->in_title && rz_kind_is(met->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS); /* «در پایان دیدار دو سند امضا شد» */
    return (met->n_actors == 2 && (next || same_states(m, met, e))) || (here && met->n_actors >= 2 && (!e->n_actors || same_states(m, met, e)));
}

static void lend(const merger *m, merged *to, const merged *from) {
    bool closer = rz_place_lies_in(m->cast->data, from->place_row, to->place_row);
    if (to->days.from == RZ_NO_DAY) to->days = from->days;
    if (to->place_row == RZ_NONE || closer) to->place = from->place, to->place_row = from->place_row;
}

/* «X و Y توافق را امضا کردند. مذاکرات X و Y در Z برگزار شد»: of the same two or more, told shortly after. */
static void signed_at_talks(const merger *m, merged *e) {
    enum { SENTENCES = 6 };
    rz_around near = rz_merged_around(m, e);
    for (uint32_t j = near.low; j < near.high && e->n_actors; j++) {
        const merged *met = &m->out.at[j];
        bool sat = !met->dropped && met->count <= 1 && met->place_row != RZ_NONE && rz_kind_is(met->kind, RZ_KIND_ROUNDS | RZ_KIND_SESSION | RZ_KIND_MET) && met->from->first > e->from->first;
        if (!sat || sentence_of(m, met) - sentence_of(m, e) > SENTENCES || rz_looks_ahead(met->status) || !same_states(m, met, e) || !same_states(m, e, met)) continue;
        if (!rz_days_agree(e->days, met->days)) continue;
        e->place = met->place, e->place_row = met->place_row;
        return;
    }
}

/* «پس از این دیدار در نشست خبری مشترک گفت», «در پایان سندی را امضا کردند»: on the day and in the place of the meeting. */
void rz_merge_share_ends(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        bool last = rz_kind_is(e->kind, RZ_KIND_CLOSING);
        if (!last || e->dropped || e->count > 1) continue;
        rz_around near = rz_merged_beside(m, i);
        for (uint32_t j = near.high; j-- > near.low;) { /* told within some sentences of it */
            merged *met = &m->out.at[j];
            bool here = sentence_of(m, met) == sentence_of(m, e) && !rz_kind_is(met->kind, RZ_KIND_SESSION); /* «پس از دیدار با X، دوشنبه در Y به خبرنگاران گفت» */
            if (!ends(m, e, met)) continue;
            if (here && e->from->clause == met->from->clause) lend(m, met, e);
            if (met->days.from == RZ_NO_DAY && met->place_row == RZ_NONE) continue;
            lend(m, e, met);
            break;
        }
        if (e->place_row == RZ_NONE && rz_kind_is(e->kind, RZ_KIND_PAPER) && !strcmp(e->status, "held")) signed_at_talks(m, e);
    }
}
