/* Whom the article itself names as holders of offices: an office before the name, or without it, is that one.
 *
 * Two kinds of evidence: what the article says («X وزیر خارجه Y»), and what the tables say of the people whom it names. */
#include "resolve/resolve.h"

typedef struct {
    rz_row whose, seat; /* seat: where he is said to be sent, or RZ_NONE */
    uint32_t mention;  /* of the person */
    uint32_t who;      /* his member, once it was asked for, where no table has him; else RZ_NONE */
    rz_days days;      /* of the tables' tenure */
    bool still, said;  /* said: by the article */
    bool former;       /* said so, or over before the report */
    uint32_t next;     /* index + 1 of the next of the office; 0: none */
} named;

#define SEVERAL (RZ_NONE - 1)

struct rz_named {
    rz_row first_office;
    uint32_t n_offices;
    uint32_t *first;   /* by office: index + 1 */
    RZ_VEC(named) at;
    rz_row first_body;
    rz_row *owner_of_office, *owner_of_body; /* the only state told of; SEVERAL */
    uint8_t *known;    /* by person row: his tenures are in */
    rz_row first_person;
    rz_row *said_office; /* by person row: the office that the article says is his now, or RZ_NONE */
};

static bool same_name(const rz_text *t, rz_span a, rz_span b) {
    uint32_t from = t->tokens[a.start].letters_start, size = rz_letters_end(&t->tokens[a.end - 1]) - from;
    uint32_t other = t->tokens[b.start].letters_start;
    return rz_letters_end(&t->tokens[b.end - 1]) - other == size && memcmp(t->letters + from, t->letters + other, size) == 0;
}

/* The article says it again. */
static bool said_before(const rz_cast *cast, const named *e, uint32_t first) {
    enum { MOST = 32 };
    const rz_mention *m = &cast->mentions->at[e->mention];
    for (uint32_t i = first, n = 0; i && n < MOST; i = cast->named->at.at[i - 1].next, n++) {
        const named *b = &cast->named->at.at[i - 1];
        const rz_mention *him = &cast->mentions->at[b->mention];
        if (b->said && b->whose == e->whose && b->former == e->former && him->row == m->row && !him->n_others && same_name(cast->text, him->name, m->name)) return true;
    }
    return false;
}

static void add(rz_cast *cast, rz_row office, named entry) {
    struct rz_named *n = cast->named;
    if (office == RZ_NONE || office < n->first_office || office >= n->first_office + n->n_offices) return;
    uint32_t *slot = &n->first[office - n->first_office];
    if (entry.said && said_before(cast, &entry, *slot)) return;
    entry.next = *slot;
    entry.who = RZ_NONE;
    *RZ_PUSH(cast->arena, &n->at) = entry;
    *slot = n->at.n;
}

rz_row rz_whose_of(const rz_cast *cast, const rz_mention *office) {
    return office->whose == RZ_WHOSE_STATE ? office->state : office->whose == RZ_WHOSE_OURS ? cast->article->country : RZ_NONE;
}

/* Ended before the report, as far as both are known. */
static bool over(const rz_cast *cast, const rz_tenure *t) {
    rz_days now = cast->solution->published;
    return now.from != RZ_NO_DAY && t->days.to != RZ_NO_DAY && t->days.to < now.from;
}

bool rz_held_before(const rz_cast *cast, rz_row person, rz_row office, rz_row whose) {
    uint32_t n, held = 0;
    const rz_tenure *t = rz_tenures_of(cast->data, person, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (t[i].office != office || t[i].whose != whose) continue;
        if (!over(cast, &t[i])) return false;
        held++;
    }
    return held > 0;
}

/* May it fall on the days of the report? */
static bool may_be_now(const rz_cast *cast, const named *e) {
    rz_days now = cast->solution->published;
    if (now.from == RZ_NO_DAY) return true;
    if (e->days.from == RZ_NO_DAY || e->days.from > now.to) return false;
    return e->days.to == RZ_NO_DAY ? e->still : e->days.to >= now.from;
}

static void add_tenures(rz_cast *cast, uint32_t mention) {
    rz_row person = cast->mentions->at[mention].row;
    uint8_t *known = &cast->named->known[person - cast->named->first_person];
    if (*known) return;
    *known = 1;
    uint32_t n;
    const rz_tenure *t = rz_tenures_of(cast->data, person, &n);
    for (uint32_t i = 0; i < n; i++)
        if (t[i].seat == RZ_NONE)
            add(cast, t[i].office, (named){.whose = t[i].whose, .seat = RZ_NONE, .mention = mention, .days = t[i].days, .still = t[i].still, .former = over(cast, &t[i])});
}

static void note_owner(rz_row *owner, rz_row whose) {
    if (whose != RZ_NONE) *owner = *owner == RZ_NONE || *owner == whose ? whose : SEVERAL;
}

static bool is_deputy(const rz_cast *cast, rz_row office) {
    return office != RZ_NONE && rz_row_has(cast->data, office, "kind", "portfolio") && rz_row_has(cast->data, office, "unique", "no");
}

static void note(rz_cast *cast, uint32_t i) {
    const rz_mention *m = &cast->mentions->at[i];
    struct rz_named *n = cast->named;
    if (m->kind == RZ_M_ORGANISATION && m->body != RZ_NONE) note_owner(&n->owner_of_body[m->body - n->first_body], rz_whose_of(cast, m));
    if (m->kind == RZ_M_OFFICE && m->office != RZ_NONE) note_owner(&n->owner_of_office[m->office - n->first_office], rz_whose_of(cast, m));
    if (m->kind != RZ_M_PERSON) return;
    if (m->row != RZ_NONE && !m->n_others) add_tenures(cast, i);
    if (m->describes == RZ_NONE) return;
    const rz_mention *o = &cast->mentions->at[m->describes];
    rz_row whose = rz_whose_of(cast, o);
    if (o->whose == RZ_WHOSE_NONE && (is_deputy(cast, o->office) || is_deputy(cast, o->lower))) whose = cast->article->country; /* «X معاون وزیر نفت» */
    if (whose == RZ_NONE || o->office == RZ_NONE || (o->seat != RZ_NONE && !rz_row_has(cast->data, o->office, "kind", "sent"))) return;
    bool former = o->serves == RZ_SERVES_FORMER || o->serves == RZ_SERVES_THEN || (m->row != RZ_NONE && rz_held_before(cast, m->row, o->office, whose));
    add(cast, o->office, (named){.whose = whose, .seat = rz_seat_of(cast->data, o->seat), .mention = i, .said = true, .former = former});
    add(cast, o->lower, (named){.whose = whose, .seat = RZ_NONE, .mention = i, .said = true, .former = former});
    if (m->row != RZ_NONE && !former) n->said_office[m->row - n->first_person] = o->office;
}

static bool stands_between(const rz_cast *cast, rz_row words, uint32_t first, uint32_t last) {
    for (rz_hits h = rz_hits_at(cast->text, first); rz_hits_next(&h);)
        if (h.hit.row == words && h.hit.last == last && !h.hit.tail) return true;
    return false;
}

/* «تعیین X به‌عنوان سفیر Y»: it is his. */
static void note_given(rz_cast *cast, uint32_t i, rz_row words) {
    const rz_mention *o = &cast->mentions->at[i], *p = i ? &cast->mentions->at[i - 1] : NULL;
    if (!p || o->kind != RZ_M_OFFICE || o->head != RZ_NONE || o->office == RZ_NONE || p->kind != RZ_M_PERSON) return;
    if (p->last >= o->first || !stands_between(cast, words, p->last, o->first)) return;
    rz_row whose = rz_whose_of(cast, o);
    if (whose != RZ_NONE) add(cast, o->office, (named){.whose = whose, .seat = rz_seat_of(cast->data, o->seat), .mention = i - 1, .said = true});
}

static rz_row *nobody(rz_cast *cast, uint32_t n) {
    rz_row *owners = RZ_NEW_N(cast->arena, rz_row, n + 1);
    memset(owners, 0xFF, (n + 1) * sizeof *owners);
    return owners;
}

/* Names that no table has in this spelling, but that of the office's holder in another: from here on they are his. */
static void spell(rz_cast *cast) {
    enum { MOST = 16, TRIES = 64 };
    struct { rz_span name; rz_row row; } other[MOST];
    uint32_t n = 0, tries = 0;
    rz_mentions *all = cast->mentions;
    for (uint32_t i = 0; i < all->n && n < MOST && tries < TRIES; i++) {
        const rz_mention *m = &all->at[i];
        if (m->kind != RZ_M_PERSON || m->row != RZ_NONE || m->describes == RZ_NONE) continue;
        const rz_mention *o = &all->at[m->describes];
        tries++;
        rz_row row = rz_spelled_like(cast->text, m->name, o->office, rz_whose_of(cast, o));
        if (row == RZ_NONE) continue;
        other[n].name = m->name;
        other[n++].row = row;
    }
    for (uint32_t i = 0; i < all->n && n; i++) {
        rz_mention *m = &all->at[i];
        for (uint32_t k = 0; k < n && m->kind == RZ_M_PERSON && m->row == RZ_NONE; k++)
            if (same_name(cast->text, m->name, other[k].name)) m->row = other[k].row;
    }
}

void rz_named_find(rz_cast *cast) {
    struct rz_named *n = cast->named = RZ_NEW(cast->arena, struct rz_named);
    uint32_t people;
    *n = (struct rz_named){.known = NULL};
    rz_rows_of(cast->data, RZ_OFFICE, &n->first_office, &n->n_offices);
    rz_rows_of(cast->data, RZ_PERSON, &n->first_person, &people);
    n->first = RZ_NEW_N(cast->arena, uint32_t, n->n_offices + 1);
    n->known = RZ_NEW_N(cast->arena, uint8_t, people + 1);
    uint32_t bodies;
    rz_rows_of(cast->data, RZ_BODY, &n->first_body, &bodies);
    n->said_office = nobody(cast, people);
    n->owner_of_office = nobody(cast, n->n_offices);
    n->owner_of_body = nobody(cast, bodies);
    spell(cast);
    rz_row as = rz_row_find(cast->data, RZ_WORDS, RZ_STR("name-as"));
    for (uint32_t i = 0; i < cast->mentions->n; i++) {
        if (!cast->article->in_body[cast->mentions->at[i].first]) continue;
        note(cast, i);
        if (as != RZ_NONE) note_given(cast, i, as);
    }
}

void rz_named_note(rz_cast *cast, uint32_t mention) { note(cast, mention); }

bool rz_named_says(const rz_cast *cast, rz_row office, rz_row whose) {
    const struct rz_named *n = cast->named;
    for (uint32_t i = n->first[office - n->first_office]; i; i = n->at.at[i - 1].next)
        if (n->at.at[i - 1].said && !n->at.at[i - 1].former && n->at.at[i - 1].whose == whose) return true;
    return false;
}

bool rz_named_alone(const rz_cast *cast, rz_row person) { return cast->named->known[person - cast->named->first_person]; }

rz_row rz_named_owner(const rz_cast *cast, rz_row row) {
    const struct rz_named *n = cast->named;
    rz_row owner = rz_row_type_of(cast->data, row) == RZ_BODY ? n->owner_of_body[row - n->first_body] : n->owner_of_office[row - n->first_office];
    return owner == SEVERAL ? RZ_NONE : owner;
}

/* «شوکت میرضیایف، رئیس‌جمهوری ازبکستان»: he is not the prime minister any more, as he never was both at once. */
static bool said_otherwise(const rz_cast *cast, const named *e, rz_row office) {
    rz_row person = cast->mentions->at[e->mention].row, told = person == RZ_NONE ? RZ_NONE : cast->named->said_office[person - cast->named->first_person];
    if (told == RZ_NONE || told == office || e->days.to == RZ_NO_DAY) return false;
    uint32_t n, held = 0;
    const rz_tenure *t = rz_tenures_of(cast->data, person, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (t[i].office != told || t[i].whose != e->whose) continue;
        if (t[i].days.from == RZ_NO_DAY || t[i].days.from < e->days.to) return false;
        held++;
    }
    return held > 0;
}

static bool counts(const rz_cast *cast, const named *e, rz_row office, bool said, bool former) {
    if (e->said != said || e->former != former) return false;
    return said || former || (may_be_now(cast, e) && !said_otherwise(cast, e, office));
}

static uint32_t person_of(rz_cast *cast, named *e) {
    if (e->who != RZ_NONE) return e->who;
    uint32_t member = rz_cast_person(cast, e->mention);
    if (cast->mentions->at[e->mention].row == RZ_NONE) e->who = member;
    return member;
}

/* The one person of whom it is said, or the tables say it; RZ_NONE where there is none, or are several. No state: of any but `not_of`; a seat: of those whose is not told to be another. */
static uint32_t only_one(rz_cast *cast, rz_row office, rz_row state, rz_row not_of, rz_row seat, bool said, bool former) {
    enum { MOST = 512 };
    const struct rz_named *n = cast->named;
    uint32_t found = RZ_NONE;
    for (uint32_t i = n->first[office - n->first_office], tried = 0; i && tried < MOST; i = n->at.at[i - 1].next, tried++) {
        named *e = &n->at.at[i - 1];
        if (e->whose == not_of || (state != RZ_NONE && e->whose != state) || (seat != RZ_NONE && e->seat != RZ_NONE && e->seat != seat) || !counts(cast, e, office, said, former)) continue;
        uint32_t member = person_of(cast, e);
        if (found != RZ_NONE && member != found) return RZ_NONE;
        found = member;
    }
    return found;
}

uint32_t rz_named_holder(rz_cast *cast, rz_row office, rz_row state, bool former) {
    bool sent = rz_row_has(cast->data, office, "kind", "sent");
    if (state == RZ_NONE) return RZ_NONE;
    bool one = rz_row_has(cast->data, office, "unique", "yes"); /* of several holders only whom the article itself names so */
    uint32_t said = only_one(cast, office, state, RZ_NONE, RZ_NONE, true, former);
    return said != RZ_NONE || sent || !one ? said : only_one(cast, office, state, RZ_NONE, RZ_NONE, false, former);
}

uint32_t rz_named_sent(rz_cast *cast, rz_row office, rz_row state, rz_row seat) {
    return only_one(cast, office, state, RZ_NONE, rz_seat_of(cast->data, seat), true, false);
}

uint32_t rz_named_holder_of_any(rz_cast *cast, rz_row office, rz_row not_of) {
    uint32_t said = only_one(cast, office, RZ_NONE, not_of, RZ_NONE, true, false);
    return said != RZ_NONE || !rz_row_has(cast->data, office, "unique", "yes") ? said : only_one(cast, office, RZ_NONE, not_of, RZ_NONE, false, false);
}

rz_days rz_days_beside(const rz_cast *cast, uint32_t token) {
    const rz_text *t = cast->text;
    uint32_t low = rz_token_sentence(&cast->found->scene, token);
    uint32_t time = 0, end = cast->mentions->n_times;
    while (time < end) {
        uint32_t middle = (time + end) / 2;
        if (cast->mentions->times[middle].first < t->sentences[low].first) time = middle + 1;
        else end = middle;
    }
    for (; time < cast->mentions->n_times && cast->mentions->times[time].first < t->sentences[low].last; time++)
        if (cast->solution->dates[time].days.from != RZ_NO_DAY) return cast->solution->dates[time].days;
    return (rz_days){RZ_NO_DAY, RZ_NO_DAY};
}
