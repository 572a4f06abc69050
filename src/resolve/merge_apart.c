/* One sentence, several events: a tour of several places, separate calls to several people. */
#include "resolve/merge.h"

static bool clause_has(const merger *m, const rz_found_event *f, const char *words) {
    const rz_scene *s = &m->found->scene;
    rz_row row = rz_row_find(m->cast->data, RZ_WORDS, rz_str_of(words));
    const rz_clause *c = &s->clauses[f->clause];
    uint32_t from = f->first > c->first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : c->first, to = c->last < f->last + RZ_REACH ? c->last : f->last + RZ_REACH;
    for (uint32_t t = from; t < to && row != RZ_NONE; t++)
        for (rz_hits h = rz_hits_listed(s->text, t, row); rz_hits_next(&h);)
            if (h.hit.row == row && s->clause_of[t] == f->clause) return true;
    return false;
}

/* «با X و Y دیدار کرد. در این دیدارها …»: the next sentence tells of several. */
static bool several_after(const merger *m, const rz_found_event *f) {
    enum { HEAD = 4 };
    const rz_scene *s = &m->found->scene;
    uint32_t next = rz_token_sentence(s, f->first) + 1;
    if (next >= s->text->n_sentences) return false;
    uint32_t first = s->text->sentences[next].first, last = s->text->sentences[next].last;
    return rz_listed_within(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("these-meetings")), first, last < first + HEAD ? last : first + HEAD);
}

/* Is the actor of the side that meets the others: the subject, or whose the meeting is? */
static bool of_one_side(const merger *m, const rz_found_event *f, uint32_t actor) {
    const rz_scene *s = &m->found->scene;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t mention = f->parts.at[i].mention;
        uint32_t of = mention == RZ_SPEAKER ? m->cast->voice_of[rz_token_sentence(s, f->first)] : m->cast->mentions->at[mention].actor;
        bool other = mention != RZ_SPEAKER && (s->links[mention].prep == RZ_C_WITH || s->links[mention].prep == RZ_C_FOR || s->links[mention].kind == RZ_LINK_OBJECT); /* «با مقام‌های X، از جمله Y» */
        if (of == actor) return !other;
    }
    return false;
}

static bool of_envoys(const merger *m, rz_row office) {
    return rz_row_has(m->cast->data, office, "kind", "sent") || rz_row_has(m->cast->data, office, "kind", "charged");
}

/* Envoys come together: «با سفیر و نماینده ویژه X دیدار کرد», by the office told or by all that he is known to have held. */
static bool is_envoy(const merger *m, const rz_cast_member *a) {
    if (a->office != RZ_NONE || a->row == RZ_NONE) return a->office != RZ_NONE && of_envoys(m, a->office);
    uint32_t n, sent = 0;
    const rz_tenure *t = rz_tenures_of(m->cast->data, a->row, &n);
    for (uint32_t i = 0; i < n; i++) sent += of_envoys(m, t[i].office);
    return n && sent == n;
}

/* «با نخست‌وزیر و رئیس پارلمان X دیدار کرد»: one person receives the guest after the other, where all are of one state and he is of none of theirs. */
static bool told_in_turn(const merger *m, const merged *e) {
    rz_row host = RZ_NONE, guest = RZ_NONE, officials = RZ_NONE;
    uint32_t hosts = 0, groups = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool side = of_one_side(m, e->from, e->actors[i]);
        bool of_state = !side && !strcmp(a->shown.kind, "state"); /* «با X و دیگر مقامات Y» */
        if (of_state) officials = a->row;
        bool group = !side && !strcmp(a->shown.kind, "group"); /* «با X، Y و شماری از …», not «با X و رهبران اروپایی» */
        groups += group;
        hosts += !side && !group && !of_state;
        if (of_state || group) continue;
        rz_row *state = side ? &guest : &host;
        if (!rz_cast_is_person(m->cast, e->actors[i]) || a->state == RZ_NONE || (!side && is_envoy(m, a)) || (*state != RZ_NONE && (side || *state != a->state))) return false;
        *state = a->state;
    }
    bool received = e->place_row != RZ_NONE && guest == rz_state_of_place(m, e->place_row); /* where it was, they are the guests */
    return host != RZ_NONE && guest != RZ_NONE && host != guest && !received && (officials == RZ_NONE || officials == host) && (!groups || hosts > 1);
}

/* Those of the other side: are they people of as many states? */
static bool of_states(const merger *m, const merged *e) {
    rz_row states[MOST_PARTS];
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        if (of_one_side(m, e->from, e->actors[i])) continue;
        rz_row state = m->cast->members.at[e->actors[i]].state;
        if (state == RZ_NONE || !rz_cast_is_person(m->cast, e->actors[i])) return false;
        for (uint32_t k = 0; k < n; k++)
            if (states[k] == state) return false;
        states[n++] = state;
    }
    return true;
}

/* Calls are apart, and who is met one after the other or beside a session, unless they are told as one. */
static bool told_apart(const merger *m, const merged *e) {
    if (clause_has(m, e->from, "several-at-once")) return false;
    if (rz_kind_is(e->kind, RZ_KIND_REMOTE) || several_after(m, e->from) || told_in_turn(m, e)) return true;
    return of_states(m, e) && clause_has(m, e->from, "on-sidelines");
}

/* «دو بار به X می‌رود», and each of the two is told: they are what was counted. */
void rz_merge_drop_sums(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *sum = &m->out.at[i];
        uint32_t told = 0;
        rz_around near = rz_merged_around(m, sum);
        for (uint32_t j = near.low; j < near.high && sum->count > 1; j++) {
            const merged *o = &m->out.at[j];
            bool same = o->count <= 1 && !o->dropped && o->kind == sum->kind && rz_looks_ahead(o->status) == rz_looks_ahead(sum->status);
            told += same && rz_places_agree(m, o->place_row, sum->place_row) && sum->n_actors && rz_shared_actors(m, o, sum) >= sum->n_actors;
        }
        sum->dropped |= sum->count > 1 && told >= sum->count;
    }
}

/* Those told behind one «با», and the token from which what is told is of them. */
typedef struct {
    uint32_t list, from;
} share;

enum { MOST_SHARES = 4 };

/* Does another begin where the list ends, with nothing but when, where and «سپس» before its «با»: «با X، سپس با Y», «با X و در Z با Y»? */
static bool is_joined(const rz_scene *s, uint32_t list, uint32_t next, uint32_t *from) {
    uint32_t end = 0, t = *from = s->links[rz_list_last(s, list)].last, with = s->links[next].prep_token;
    if (t >= with) return false;
    bool comma = s->text->tokens[t].punct == ',', and = rz_class_at(s, t + comma, &end) == RZ_C_AND;
    for (t = and ? end : t + 1; t < with && (rz_token_time(s, t) != RZ_NONE || (s->text->tokens[t].pos & RZ_POS_ADV));) t++;
    uint8_t class = rz_class_at(s, t, &end);
    return (comma || and) && class && class <= RZ_C_LAST_PREP;
}

/* «با X و در Z با Y دیدار کرد»: who says «با» again tells of another meeting, at whatever place and day stands before it. */
static uint32_t shares_of(const merger *m, const rz_found_event *f, share *out) {
    const rz_scene *s = &m->found->scene;
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->parts.n && n < MOST_SHARES; i++) {
        uint32_t mention = f->parts.at[i].mention;
        if (mention == RZ_SPEAKER || s->links[mention].kind != RZ_LINK_PREP || s->links[mention].prep != RZ_C_WITH || s->links[mention].clause != f->clause) continue;
        uint32_t list = s->links[mention].list, from = f->first;
        if (s->links[list].prep_token == RZ_NONE || (n && list <= out[n - 1].list)) continue;
        if (n && !is_joined(s, out[n - 1].list, list, &from)) return 0;
        out[n++] = (share){list, from};
    }
    return n > 1 ? n : 0;
}

/* The time told between «و» and «با», one of mentions.times. */
static uint32_t time_of_share(const rz_scene *s, const share *of) {
    for (uint32_t t = s->links[of->list].prep_token; t-- > of->from;)
        if (rz_token_time(s, t) != RZ_NONE) return rz_token_time(s, t);
    return RZ_NONE;
}

/* Is the time that of another than the first? */
static bool is_of_later(const rz_scene *s, const share *shares, uint32_t n, uint32_t time) {
    for (uint32_t k = 1; k < n && time != RZ_NONE; k++)
        if (time_of_share(s, &shares[k]) == time) return true;
    return false;
}

static bool has_time_for_all(const rz_found_event *f, const rz_scene *s, const share *shares, uint32_t n) {
    for (uint32_t t = 0; t < f->times.n; t++)
        if (!is_of_later(s, shares, n, f->times.at[t])) return true;
    return false;
}

/* The place told between «و» and «با». */
static uint32_t place_of_share(const rz_scene *s, const share *of) {
    for (uint32_t t = of->from; t < s->links[of->list].prep_token; t++) {
        uint32_t i = s->mention_at[t];
        if (i != RZ_NONE && s->links[i].prep == RZ_C_IN && (s->mentions->at[i].kind == RZ_M_PLACE || s->mentions->at[i].kind == RZ_M_STATE)) return i;
    }
    return RZ_NONE;
}

static bool is_of_share(const merger *m, const rz_found_event *f, uint32_t actor, uint32_t list) {
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t mention = f->parts.at[i].mention;
        if (mention != RZ_SPEAKER && m->cast->mentions->at[mention].actor == actor) return m->found->scene.links[mention].list == list;
    }
    return false;
}

/* e at the time, with those of one share alone. */
static merged of_share(const merger *m, const merged *e, const share *shares, uint32_t n, uint32_t which, uint32_t time) {
    uint32_t place = which ? place_of_share(&m->found->scene, &shares[which]) : RZ_NONE;
    merged each = rz_merge_begin(m, e->from, time, place == RZ_NONE ? e->place : place);
    each.n_actors = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        bool other = false;
        for (uint32_t k = 0; k < n; k++) other |= k != which && is_of_share(m, e->from, e->actors[i], shares[k].list);
        if (!other) rz_merged_add(&each, e->actors[i], e->roles[i]);
    }
    return each;
}

/* «جداگانه با X و Y دیدار کرد»: one with each. */
static uint32_t each_apart(const merger *m, const merged *e, merged *out, uint32_t most) {
    uint32_t sides = 0, others = 0, n = 0;
    if (e->n_actors < 3) return 0;
    for (uint32_t i = 0; i < e->n_actors; i++) *(of_one_side(m, e->from, e->actors[i]) ? &sides : &others) += 1;
    bool one = others > 1; /* «جداگانه با X و Y دیدار کرد», «در تماس‌های جداگانه با X و Y»; else «X و Y جداگانه با Z دیدار کردند» */
    if (!sides || !others || !(clause_has(m, e->from, "separately") || (one && told_apart(m, e)))) return 0;
    for (uint32_t i = 0; i < e->n_actors && n < most; i++) {
        if (of_one_side(m, e->from, e->actors[i]) == one) continue;
        merged *each = &out[n++];
        *each = *e;
        each->topics = (rz_row_list){0};
        rz_merged_topics(m, each, &e->topics);
        each->n_actors = 0;
        for (uint32_t j = 0; j < e->n_actors; j++)
            if (j == i || of_one_side(m, e->from, e->actors[j]) == one) rz_merged_add(each, e->actors[j], e->roles[j]);
    }
    return n;
}

uint32_t rz_merge_apart(const merger *m, const merged *e, uint32_t time, merged *out, uint32_t most) {
    share shares[MOST_SHARES];
    uint32_t in_turn = rz_merge_in_turn(m, e, time, out, most);
    if (in_turn) return in_turn;
    if (!rz_kind_is(e->kind, RZ_KIND_CONTACT) || e->n_actors < 3) return 0;
    uint32_t n_shares = shares_of(m, e->from, shares), n = 0;
    if (!n_shares) return each_apart(m, e, out, most);
    const rz_scene *s = &m->found->scene;
    bool first = time == RZ_NONE || e->from->times.at[0] == time, later = is_of_later(s, shares, n_shares, time);
    for (uint32_t k = 0; k < n_shares; k++)
        if (of_share(m, e, shares, n_shares, k, time).n_actors < 2) return each_apart(m, e, out, most); /* «با X، … با آنان» */
    for (uint32_t k = 0; k < n_shares && n < most; k++) {
        uint32_t own = k ? time_of_share(s, &shares[k]) : RZ_NONE;
        if (own == RZ_NONE && later && (!first || has_time_for_all(e->from, s, shares, n_shares))) continue;
        if (own != RZ_NONE && !first) continue;
        merged some = of_share(m, e, shares, n_shares, k, own != RZ_NONE ? own : later ? RZ_NONE : time);
        uint32_t more = each_apart(m, &some, &out[n], most - n);
        if (!more) out[n] = some;
        n += more ? more : 1;
    }
    return n;
}

/* What one sentence tells of both holds for both: «دوشنبه در X با نخست‌وزیر و رئیس پارلمان دیدار کرد». */
void rz_merge_share_apart(merger *m) {
    enum { MOST = 6 };
    for (uint32_t i = 0; i < m->out.n; i++)
        for (uint32_t j = i + 1; j < m->out.n && j < i + MOST; j++) {
            merged *a = &m->out.at[i], *b = &m->out.at[j];
            if (!a->apart || a->apart != b->apart) continue;
            if (a->days.from == RZ_NO_DAY) a->days = b->days;
            if (b->days.from == RZ_NO_DAY) b->days = a->days;
            if (a->place_row == RZ_NONE) a->place = b->place, a->place_row = b->place_row;
            if (b->place_row == RZ_NONE) b->place = a->place, b->place_row = a->place_row;
        }
}
