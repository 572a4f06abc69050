/* The cast: one member for everybody whom the article names, however it names them. */
#include <stdio.h>

#include "resolve/resolve.h"

static const char *id_or_empty(const rz_data *data, rz_row row) { return row == RZ_NONE ? "" : rz_row_id(data, row); }

static uint32_t *slot_of(rz_cast *cast, const char *id) {
    if ((cast->members.n + 1) * 2 > cast->n_slots) {
        uint32_t n = cast->n_slots ? cast->n_slots * 2 : 64;
        uint32_t *slots = RZ_NEW_N(cast->arena, uint32_t, n);
        memset(slots, 0xFF, n * sizeof *slots);
        for (uint32_t i = 0; i < cast->members.n; i++) {
            const char *known = cast->members.at[i].shown.id;
            uint32_t h = (uint32_t)rz_hash(known, strlen(known)) & (n - 1);
            while (slots[h] != RZ_NONE) h = (h + 1) & (n - 1);
            slots[h] = i;
        }
        cast->slots = slots;
        cast->n_slots = n;
    }
    uint32_t h = (uint32_t)rz_hash(id, strlen(id)) & (cast->n_slots - 1);
    while (cast->slots[h] != RZ_NONE && strcmp(cast->members.at[cast->slots[h]].shown.id, id) != 0) h = (h + 1) & (cast->n_slots - 1);
    return &cast->slots[h];
}

/* The member with the id, made when new; *made says so. */
static rz_cast_member *member(rz_cast *cast, const char *id, uint32_t *index) {
    uint32_t *slot = slot_of(cast, id);
    if (*slot != RZ_NONE) {
        *index = *slot;
        return NULL;
    }
    *index = *slot = cast->members.n;
    rz_cast_member *m = RZ_PUSH(cast->arena, &cast->members);
    m->row = m->office = m->state = m->body = m->seat = m->town = m->counterpart_of = RZ_NONE;
    m->shown = (rz_actor){.id = id, .kind = "person", .fa = "", .en = "", .state = "", .office = "", .iso = ""};
    return m;
}

static const char *first_of(const rz_cast *cast, rz_row row, const char *key) {
    rz_str s = rz_row_get(cast->data, row, key);
    return s.size ? s.at : "";
}

/* The office that a person holds on the days of the report. */
static void give_office(rz_cast *cast, rz_cast_member *m) {
    uint32_t n;
    const rz_tenure *tenures = rz_tenures_of(cast->data, m->row, &n);
    rz_days now = cast->solution->published;
    for (uint32_t i = 0; i < n; i++) {
        const rz_tenure *t = &tenures[i];
        if (now.from == RZ_NO_DAY || t->days.from == RZ_NO_DAY || t->days.from > now.to) continue;
        if (t->days.to != RZ_NO_DAY ? t->days.to < now.from : !t->still) continue;
        m->office = t->office;
        m->shown.office = id_or_empty(cast->data, t->office);
        return;
    }
}

uint32_t rz_cast_row(rz_cast *cast, rz_row row) {
    uint32_t index;
    rz_cast_member *m = member(cast, rz_row_id(cast->data, row), &index);
    if (!m) return index;
    m->row = row;
    m->shown.fa = first_of(cast, row, "fa");
    m->shown.en = first_of(cast, row, "en");
    m->shown.state = first_of(cast, row, "state");
    switch (rz_row_type_of(cast->data, row)) {
    case RZ_STATE:
        m->shown.kind = "state";
        m->shown.iso = first_of(cast, row, "iso");
        m->shown.state = rz_row_id(cast->data, row);
        m->state = row;
        break;
    case RZ_FORUM: m->shown.kind = "forum"; break;
    case RZ_PERSON:
        m->state = rz_row_state(cast->data, row);
        give_office(cast, m);
        break;
    default:
        m->shown.kind = "organisation";
        m->state = rz_row_state(cast->data, row);
    }
    return index;
}

/* «استاندار هرات»: the state that the place lies in. */
static rz_row state_over(const rz_cast *cast, rz_row of) {
    return of != RZ_NONE && rz_row_type_of(cast->data, of) == RZ_PLACE ? rz_row_state(cast->data, of) : of;
}

static uint32_t of_state(rz_cast *cast, const char *id, rz_row what, rz_row state, rz_row seat, bool office) {
    uint32_t index;
    rz_cast_member *m = member(cast, id, &index);
    if (!m) return index;
    *(office ? &m->office : &m->body) = what;
    m->state = state_over(cast, state);
    m->seat = seat;
    if (m->state != state) m->town = state;
    m->shown.kind = !office ? "organisation" : rz_row_has(cast->data, what, "kind", "group") ? "group" : "office";
    m->shown.state = id_or_empty(cast->data, m->state);
    if (office) m->shown.office = id_or_empty(cast->data, what);
    const char *fa = what == RZ_NONE ? "" : first_of(cast, what, "fa"), *whose = state == RZ_NONE ? "" : first_of(cast, state, "fa");
    const char *en = what == RZ_NONE ? "" : first_of(cast, what, "en"), *of = state == RZ_NONE ? "" : first_of(cast, state, "en");
    if (strstr(fa, whose)) whose = ""; /* «دبیرکل سازمان ملل متحد» says it already */
    if (strstr(en, of)) of = "";
    m->shown.fa = rz_format(cast->arena, *whose ? "%s %s" : "%s%s", fa, whose);
    m->shown.en = *en ? rz_format(cast->arena, *of ? "%s of %s" : "%s%s", en, of) : "";
    return index;
}

uint32_t rz_cast_office(rz_cast *cast, rz_row office, rz_row state, rz_row seat) {
    seat = rz_seat_of(cast->data, seat);
    const char *id = state == RZ_NONE ? rz_row_id(cast->data, office)
                     : seat == RZ_NONE
                         ? rz_format(cast->arena, "%s-%s", rz_row_id(cast->data, state), rz_row_id(cast->data, office))
                         : rz_format(cast->arena, "%s-%s-%s", rz_row_id(cast->data, state), rz_row_id(cast->data, office),
                                     rz_row_id(cast->data, seat));
    return of_state(cast, id, office, state, seat, true);
}

uint32_t rz_cast_former(rz_cast *cast, rz_row office, rz_row state) {
    const char *of = state == RZ_NONE ? "" : rz_row_id(cast->data, state);
    rz_row words = rz_row_find(cast->data, RZ_WORDS, RZ_STR("name-former"));
    uint32_t n = cast->members.n;
    uint32_t index = of_state(cast, rz_format(cast->arena, "%s%sformer-%s", of, *of ? "-" : "", rz_row_id(cast->data, office)), office, state, RZ_NONE, true);
    if (cast->members.n == n) return index;
    rz_cast_member *m = &cast->members.at[index];
    m->office = RZ_NONE; /* no holder of today */
    m->shown.fa = rz_format(cast->arena, "%s %s", m->shown.fa, words == RZ_NONE ? "" : first_of(cast, words, "fa"));
    m->shown.en = *m->shown.en ? rz_format(cast->arena, "Former %s", m->shown.en) : "";
    return index;
}

uint32_t rz_cast_body(rz_cast *cast, rz_row body, rz_row state, rz_row seat) {
    const char *of = state == RZ_NONE ? "" : rz_row_id(cast->data, state);
    const char *id = seat == RZ_NONE
                         ? rz_format(cast->arena, "%s%s%s", of, *of ? "-" : "", rz_row_id(cast->data, body))
                         : rz_format(cast->arena, "%s%s%s-%s", of, *of ? "-" : "", rz_row_id(cast->data, seat), rz_row_id(cast->data, body));
    return of_state(cast, id, body, state, seat, false);
}

uint32_t rz_cast_name(rz_cast *cast, uint32_t first, uint32_t last) {
    const char *fa = rz_text_copy(cast->arena, cast->text, first, last);
    const char *id = rz_format(cast->arena, "name:%s", rz_normal(cast->arena, cast->data, fa, (uint32_t)strlen(fa), false));
    uint32_t index;
    rz_cast_member *m = member(cast, id, &index);
    if (!m) return index;
    m->shown.fa = fa;
    m->shown.en = rz_latin(cast->arena, cast->text->latin, fa);
    m->shown.transliterated = *m->shown.en;
    return index;
}

/* Words that say who it is spell no name: in Latin letters they would tell nothing. */
void rz_cast_described(rz_cast_member *m, const char *kind) {
    m->shown.kind = kind;
    m->shown.en = "";
    m->shown.transliterated = false;
}

/* Of people who share a surname: the one named in full in this article, else the one in office on its days. */
static rz_row choose_person(const rz_cast *cast, const rz_mention *m) {
    if (!m->n_others) return m->row;
    rz_row candidates[4] = {m->row};
    uint32_t n = 1;
    for (uint32_t i = 0; i < m->n_others && n < 4; i++) candidates[n++] = m->others[i];
    for (uint32_t c = 0; c < n; c++) {
        uint32_t index = *slot_of((rz_cast *)(uintptr_t)cast, rz_row_id(cast->data, candidates[c]));
        if (index != RZ_NONE) return candidates[c];
    }
    for (uint32_t c = 0; c < n; c++)
        if (rz_named_alone(cast, candidates[c])) return candidates[c];
    rz_days now = cast->solution->published;
    for (uint32_t c = 0; c < n && now.from != RZ_NO_DAY; c++) {
        uint32_t k;
        const rz_tenure *t = rz_tenures_of(cast->data, candidates[c], &k);
        for (uint32_t i = 0; i < k; i++)
            if (t[i].days.from != RZ_NO_DAY && t[i].days.from <= now.to && (t[i].days.to == RZ_NO_DAY ? t[i].still : t[i].days.to >= now.from))
                return candidates[c];
    }
    return m->row;
}

uint32_t rz_cast_person(rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    return m->row != RZ_NONE ? rz_cast_row(cast, choose_person(cast, m)) : rz_cast_name(cast, m->name.start, m->name.end);
}

/* «معاون نخست‌وزیر جمهوری تاتارستان»: of something that is told, though it is no state that the tables know. */
static bool of_elsewhere(const rz_cast *cast, const rz_mention *office) {
    rz_row country = rz_row_find(cast->data, RZ_WORDS, RZ_STR("name-country"));
    for (rz_hits h = rz_hits_at(cast->text, office->last); office->last < cast->text->n_tokens && rz_hits_next(&h);)
        if (h.hit.row == country || h.hit.type == RZ_PLACE) return true;
    return false;
}

/* «X وزیر خارجه Y»: what the article itself says of him. */
static void describe(rz_cast *cast, uint32_t member_index, const rz_mention *office) {
    rz_cast_member *m = &cast->members.at[member_index];
    bool own = office->whose == RZ_WHOSE_NONE && cast->article->country_told && office->office != RZ_NONE &&
               rz_str_is(rz_row_get(cast->data, office->office, "of"), "state") && !of_elsewhere(cast, office); /* «ملا X سرپرست وزارت مالیه» */
    rz_row state = own ? cast->article->country : office->whose == RZ_WHOSE_STATE ? state_over(cast, office->state)
                   : office->whose == RZ_WHOSE_OURS ? cast->article->country : office->whose == RZ_WHOSE_THIS ? cast->last_state : RZ_NONE;
    if (m->state == RZ_NONE && state != RZ_NONE) {
        m->state = state;
        m->shown.state = rz_row_id(cast->data, state);
    }
    if (office->office == RZ_NONE || office->serves == RZ_SERVES_FORMER || office->serves == RZ_SERVES_THEN || office->under != RZ_NONE) return;
    if (m->row != RZ_NONE && m->state != RZ_NONE && rz_held_before(cast, m->row, office->office, m->state)) return;
    m->office = office->office;
    m->town = office->whose == RZ_WHOSE_STATE && state != office->state ? office->state : RZ_NONE;
    m->shown.office = rz_row_id(cast->data, office->office);
}

static void add_span(rz_cast *cast, uint32_t index, const rz_mention *m) {
    *RZ_PUSH(cast->arena, &cast->members.at[index].spans) = rz_text_span(cast->text, m->first, m->last);
}

static void remember(rz_cast *cast, uint32_t index) {
    if (cast->recent.n && cast->recent.at[cast->recent.n - 1] == index) return;
    *RZ_PUSH(cast->arena, &cast->recent) = index;
}

/* «تلویزیون مرکزی چین»: the state in an outlet's name. */
static void note_outlet(rz_cast *cast, const rz_mention *m) {
    for (rz_hits_run hits = rz_hits_within(cast->text, m->first, m->last); rz_hits_run_next(&hits);) {
        const rz_hit *h = &hits.hit;
        if (h->tail == 0 && h->last <= m->last && h->type == RZ_STATE) cast->last_state = h->row;
    }
}

/* A state named, or whose city is. */
static void keep_state(rz_cast *cast, rz_row state) {
    if (state == RZ_NONE || rz_row_type_of(cast->data, state) != RZ_STATE) return;
    uint32_t i = 0;
    while (i + 1 < RZ_STATES_KEPT && cast->states[i] != state) i++;
    for (; i > 0; i--) cast->states[i] = cast->states[i - 1];
    cast->states[0] = state;
}

static void note_seat(rz_cast *cast, rz_row seat) {
    rz_row_type type = rz_row_type_of(cast->data, seat);
    rz_row state = type == RZ_STATE ? seat : type == RZ_PLACE ? rz_row_state(cast->data, seat) : RZ_NONE;
    if (state != RZ_NONE) cast->last_state = state;
}

static void note_state(rz_cast *cast, const rz_mention *m) {
    bool place = m->kind == RZ_M_PLACE && m->row != RZ_NONE, of_two = m->kind != RZ_M_COLLECTIVE && m->state2 != RZ_NONE; /* «گروه دوستی ایران و X» */
    if (of_two) keep_state(cast, m->state2);
    keep_state(cast, place ? rz_row_state(cast->data, m->row) : m->whose == RZ_WHOSE_STATE ? m->state : RZ_NONE);
    bool told = m->state != RZ_NONE && m->kind != RZ_M_PLACE && m->whose == RZ_WHOSE_STATE;
    if (told && rz_row_type_of(cast->data, m->state) == RZ_STATE) cast->last_state = m->state; /* not «فرستاده سازمان ملل در این کشور» */
    if (m->kind == RZ_M_STATE && m->row != RZ_NONE) cast->last_state = m->row;
    if (of_two) cast->last_state = m->state2;
    if (m->kind == RZ_M_OFFICE && m->seat != RZ_NONE) note_seat(cast, m->seat); /* «سفیر X در Y با رئیس پارلمان این کشور» */
    else if (m->kind == RZ_M_OFFICE && m->post != RZ_NONE) note_seat(cast, m->post);
    if (m->kind == RZ_M_OUTLET) note_outlet(cast, m);
}

static void note_going(rz_cast *cast, uint32_t i) {
    const rz_mention *m = &cast->mentions->at[i];
    const rz_link *link = &cast->found->scene.links[i];
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_TO || m->row == RZ_NONE) return;
    rz_row state = m->kind == RZ_M_STATE ? m->row : m->kind == RZ_M_PLACE ? rz_row_state(cast->data, m->row) : RZ_NONE;
    if (state != RZ_NONE) cast->gone_to = state;
}

static void affiliate(rz_cast *cast, uint32_t i) {
    rz_cast_member *m = &cast->members.at[cast->mentions->at[i].actor];
    rz_row state = m->row == RZ_NONE && m->state == RZ_NONE ? rz_affiliation(cast, i) : RZ_NONE;
    if (state == RZ_NONE) return;
    m->state = state;
    m->shown.state = rz_row_id(cast->data, state);
}

static bool is_adjective(const rz_cast *cast, uint32_t token) {
    const rz_token *t = &cast->text->tokens[token];
    return t->kind == RZ_TOKEN_WORD && t->verb == RZ_NONE && (t->pos & RZ_POS_ADJ) && !(t->pos & (RZ_POS_NOUN | RZ_POS_ADV | RZ_POS_PREP | RZ_POS_CONJ));
}

/* Whoever holds an office without a name is called what the article calls him: «منبع سعودی», «سخنگوی سازمان اطلاعات هلند». */
static void call(rz_cast *cast, const rz_mention *m) {
    rz_cast_member *who = &cast->members.at[m->actor];
    bool told = m->whose == RZ_WHOSE_STATE || rz_is_unnamed(cast->found->scene.g, m->office);
    if (who->row != RZ_NONE || who->called || !told || m->head != RZ_NONE || (strcmp(who->shown.kind, "office") && strcmp(who->shown.kind, "group"))) return;
    who->called = true;
    uint32_t last = m->last;
    while (last < m->last + 2 && last < cast->text->n_tokens && rz_is_unnamed(cast->found->scene.g, m->office) && is_adjective(cast, last)) last++;
    who->shown.fa = rz_text_copy(cast->arena, cast->text, m->first, last); /* «رسانه‌های غربی» */
}

static void meet(rz_cast *cast, uint32_t i) {
    rz_mention *m = &cast->mentions->at[i];
    m->actor = m->actor2 = RZ_NONE;
    switch (m->kind) {
    case RZ_M_PERSON:
        m->actor = rz_cast_person(cast, i);
        if (m->actor != RZ_NONE) cast->members.at[m->actor].named = true;
        if (m->describes != RZ_NONE) {
            note_state(cast, &cast->mentions->at[m->describes]);
            describe(cast, m->actor, &cast->mentions->at[m->describes]);
        }
        affiliate(cast, i);
        rz_note_counterpart(cast, i);
        remember(cast, m->actor);
        m->actor = rz_or_government(cast, m);
        break;
    case RZ_M_STATE:
        if (m->row != RZ_NONE) m->actor = rz_cast_row(cast, m->row);
        else rz_antecedent(cast, i);
        break;
    case RZ_M_FORUM: if (m->row != RZ_NONE) m->actor = rz_cast_row(cast, m->row); break;
    case RZ_M_OFFICE: case RZ_M_ORGANISATION: case RZ_M_PRONOUN: case RZ_M_COLLECTIVE: rz_antecedent(cast, i); break;
    default: break;
    }
    note_state(cast, m);
    note_going(cast, i);
    if (m->kind == RZ_M_OFFICE && m->actor != RZ_NONE) call(cast, m);
    if (m->kind == RZ_M_ORGANISATION && m->actor != RZ_NONE) {
        cast->last_body = m->actor;
        if (m->body == RZ_NONE) cast->last_movement = m->actor;
        if (m->body != RZ_NONE && rz_row_has(cast->data, m->body, "kind", "ministry")) cast->last_ministry = m->actor;
    }
    rz_note_delegation(cast, i);
    if (m->actor != RZ_NONE) add_span(cast, m->actor, m);
    if (m->actor2 != RZ_NONE) add_span(cast, m->actor2, m);
}

/* «بروکسل سفیر X را فراخواند», where the union is told of and Belgium is not. */
static rz_row spoken_for(const rz_cast *cast, const rz_mention *m) {
    enum { MOST = 64 };
    rz_row voice = m->row == RZ_NONE ? RZ_NONE : rz_row_find(cast->data, RZ_ORGANISATION, rz_row_get(cast->data, m->row, "voice"));
    bool told = false;
    for (uint32_t i = 0; voice != RZ_NONE && i < cast->members.n && i < MOST; i++) {
        const rz_cast_member *a = &cast->members.at[i];
        if (a->state == m->state || a->row == m->state) return m->state;
        bool organ = a->row != RZ_NONE && rz_row_has(cast->data, a->row, "kind", "union-organ") && rz_row_refers(cast->data, a->row, "seat", m->row);
        told |= a->row == voice || a->state == voice || organ;
    }
    return told ? voice : m->state;
}

uint32_t rz_cast_actor(rz_cast *cast, uint32_t mention) {
    rz_mention *m = &cast->mentions->at[mention];
    if (m->kind == RZ_M_PLACE && m->actor == RZ_NONE && m->state != RZ_NONE) {
        m->actor = rz_cast_row(cast, spoken_for(cast, m));
        add_span(cast, m->actor, m);
    }
    return m->actor;
}

bool rz_cast_is_person(const rz_cast *cast, uint32_t index) {
    const char *kind = cast->members.at[index].shown.kind;
    return !strcmp(kind, "person") || !strcmp(kind, "office");
}

/* After a sentence: whom it was about, for «وی» in the next. */
static void note_subject(rz_cast *cast, uint32_t sentence, uint32_t *clause) {
    const rz_scene *s = &cast->found->scene;
    for (; *clause < s->n_clauses && s->clauses[*clause].sentence <= sentence; (*clause)++) {
        const rz_clause *c = &s->clauses[*clause];
        bool within = (c->kind == RZ_CLAUSE_COMPLEMENT || c->kind == RZ_CLAUSE_COORDINATE) && c->parent != RZ_NONE && !c->inherits;
        uint32_t before = within ? s->clauses[c->parent].first : 0; /* «قرار است X …» */
        bool planned = within && s->clauses[c->parent].kind == RZ_CLAUSE_MAIN && s->clauses[c->parent].subject == RZ_NONE && rz_listed_end(s, rz_row_find(cast->data, RZ_WORDS, RZ_STR("cue-planned-impersonal")), before) > before;
        if (c->sentence != sentence || (c->kind != RZ_CLAUSE_MAIN && !planned)) continue;
        uint32_t actor = c->subject == RZ_NONE ? RZ_NONE : cast->mentions->at[c->subject].actor;
        bool of_head = cast->headed == *clause && (actor == RZ_NONE || !rz_cast_is_person(cast, actor)); /* «هیئتی به ریاست X وارد Y شد. وی …» */
        if (of_head) actor = cast->last_head;
        if (actor != RZ_NONE && rz_cast_is_person(cast, actor)) cast->last_subject = actor;
    }
}

void rz_cast_make(rz_arena *arena, const rz_text *text, rz_mentions *mentions, const rz_article *article,
                  const rz_found *found, const rz_solution *solution, rz_cast *out) {
    *out = (rz_cast){.arena = arena, .data = text->data, .text = text, .mentions = mentions, .article = article, .found = found,
                     .solution = solution, .last_subject = RZ_NONE, .last_issuer = RZ_NONE, .last_body = RZ_NONE, .last_ministry = RZ_NONE, .last_movement = RZ_NONE, .last_group = RZ_NONE, .last_state = RZ_NONE, .last_head = RZ_NONE, .headed = RZ_NONE, .three = RZ_NONE, .gone_to = RZ_NONE};
    for (int i = 0; i < RZ_STATES_KEPT; i++) out->states[i] = RZ_NONE;
    out->speaker_of = RZ_NEW_N(arena, uint32_t, found->statements.n + 1);
    out->via_of = RZ_NEW_N(arena, uint32_t, found->statements.n + 1);
    out->voice_of = RZ_NEW_N(arena, uint32_t, text->n_sentences + 1);
    memset(out->voice_of, 0xFF, (text->n_sentences + 1) * sizeof *out->voice_of);
    out->worlds = rz_worlds_of(&found->scene);
    rz_pairs_prepare(out);
    rz_named_find(out);
    rz_introduced_find(out);
    uint32_t mention = 0, statement = 0, clause = 0;
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        for (; mention < mentions->n && mentions->at[mention].first < text->sentences[i].last; mention++) meet(out, mention);
        note_subject(out, i, &clause);
        for (; statement < found->statements.n && found->statements.at[statement].sentence == i; statement++) rz_cast_hear(out, statement);
    }
    for (; mention < mentions->n; mention++) meet(out, mention);
}
