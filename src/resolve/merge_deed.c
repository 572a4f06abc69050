/* Sanctions, releases, expulsions, appointments, votes and protests that are told again in other words: «X سه شرکت را تحریم کرد. … این شرکت‌ها به فهرست سیاه افزوده شدند»,
 * «نماینده تازه تعیین شد … Y به این سمت منصوب شد». It is asked when the days, places and parties of both are known: they are one where
 * nothing that both tell differs. */
#include "event/status.h"
#include "resolve/merge.h"

enum { SENTENCES = 5, NEXT = 2 };
static const char *const roles[] = {"object", "recipient", "participant", "sender", "delegate"};
enum { N_ROLES = sizeof roles / sizeof *roles };
static const uint32_t deeds = RZ_KIND_SANCTION | RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_APPOINTMENT | RZ_KIND_VOTE | RZ_KIND_CROWD | RZ_KIND_SUMMONS | RZ_KIND_RELATIONS | RZ_KIND_ATTACK | RZ_KIND_MESSAGE;

static bool is_office(const merger *m, uint32_t actor) { return !strcmp(m->cast->members.at[actor].shown.kind, "office"); }

static bool is_group(const merger *m, uint32_t actor) { return !strcmp(m->cast->members.at[actor].shown.kind, "group"); }

static bool is_person(const merger *m, uint32_t actor) { return !strcmp(m->cast->members.at[actor].shown.kind, "person"); }

/* Whose he is: of a state or an organisation; of itself, where it is one. */
static rz_row whose(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return a->state == RZ_NONE && !is_person(m, actor) ? a->row : a->state;
}

/* «سفیر X», «سرکنسول X»; «سفیر X در Y», «سفیر X در Z»: two people, though of one state. */
static bool other_office(const merger *m, uint32_t x, uint32_t y) {
    const rz_cast_member *a = &m->cast->members.at[x], *b = &m->cast->members.at[y];
    bool elsewhere = a->seat != RZ_NONE && b->seat != RZ_NONE && a->seat != b->seat;
    bool sent = is_office(m, x) && is_office(m, y) && (a->office != b->office || elsewhere);
    return sent && rz_row_has(m->cast->data, a->office, "kind", "sent") && rz_row_has(m->cast->data, b->office, "kind", "sent");
}

static bool same_side(const merger *m, uint32_t x, uint32_t y, bool unnamed) {
    if (rz_same_actor(m, x, y) || rz_told_as(m, x, y)) return true;
    if (other_office(m, x, y)) return false;
    if (unnamed && is_office(m, x) != is_office(m, y) && (is_person(m, x) || is_person(m, y))) return true; /* «نماینده‌ای تازه …»: he */
    return whose(m, x) != RZ_NONE && whose(m, x) == whose(m, y) && !(is_person(m, x) && is_person(m, y));
}

/* «یک گروگان», «۱۷ شخص»: of no name, and nobody's. */
static bool anyone(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return a->row == RZ_NONE && a->state == RZ_NONE && is_group(m, actor);
}

/* Whoever does it, or to whom it is done: of both told, and of none the same; `shared` where they are. */
static bool differs(const merger *m, const merged *a, const merged *e, const char *role, bool *shared) {
    bool both = false, same = false, unnamed = rz_kind_is(a->kind, RZ_KIND_APPOINTMENT) && !strcmp(role, "object");
    unnamed |= rz_kind_is(a->kind, RZ_KIND_SUMMONS) && !strcmp(role, "subject") && !e->verbal && !e->from->in_title; /* «در جریان احضار X»: the envoy told of */
    for (uint32_t i = 0; i < a->n_actors; i++)
        for (uint32_t j = 0; j < e->n_actors; j++) {
            if (strcmp(a->roles[i], role) != 0 || strcmp(e->roles[j], role) != 0) continue;
            if (rz_kind_is(a->kind, RZ_KIND_CROWD) && is_group(m, a->actors[i]) && is_group(m, e->actors[j])) continue; /* rz_merge_one_crowd tells */
            both |= !(anyone(m, a->actors[i]) || anyone(m, e->actors[j]));
            same |= same_side(m, a->actors[i], e->actors[j], unnamed);
        }
    *shared |= same;
    return both && !same;
}

/* «پیش از این نیز … تحریم کرده بود» */
static bool was_before(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    rz_row earlier = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("earlier"));
    if (e->verbal && c->verb != RZ_NONE && s->text->verbs[c->verb].tense == RZ_PLUPERFECT) return true;
    for (uint32_t t = e->from->first > c->first + RZ_REACH ? e->from->first - RZ_REACH : c->first; t < e->from->first; t++)
        if (s->clause_of[t] == e->from->clause && rz_listed_end(s, earlier, t) > t) return true;
    return false;
}

/* «قطر برای چین نیز سفیر تعیین کرد», «در دسامبر ۲۰۱۸ نیز سفیر را اخراج کرد»: another; not «X نیز تأیید کرد که …», which only adds who says so. */
bool rz_merge_is_another(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    rz_row likewise = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("likewise"));
    if (!e->verbal || e->from->in_title || !rz_kind_is(e->kind, RZ_KIND_APPOINTMENT | RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_RELEASE | RZ_KIND_SUMMONS)) return false;
    for (uint32_t t = e->from->first > c->first + RZ_REACH ? e->from->first - RZ_REACH : c->first; t < e->from->first; t++) {
        if (s->clause_of[t] != e->from->clause || rz_listed_end(s, likewise, t) != t + 1 || t == c->first) continue;
        uint32_t before = s->mention_at[t - 1];
        if (rz_token_time(s, t - 1) != RZ_NONE || (before != RZ_NONE && c->subject != RZ_NONE && c->subject != before)) return true;
    }
    return false;
}

/* Each was on a day that is told, though none is known. */
static bool told_by_days(const merged *a, const merged *e) {
    return a->from->times.n && e->from->times.n && a->from != e->from && (a->days.from == RZ_NO_DAY || e->days.from == RZ_NO_DAY);
}

static bool is_near(const merger *m, const merged *a, const merged *e, uint32_t most) {
    uint32_t x = rz_token_sentence(&m->found->scene, a->told_last), y = rz_token_sentence(&m->found->scene, e->from->first);
    return e->from->in_title || y <= x + most;
}

static bool has_role(const merger *m, const merged *e, const char *role) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], role) && !anyone(m, e->actors[i]) && !(rz_kind_is(e->kind, RZ_KIND_CROWD) && is_group(m, e->actors[i]))) return true;
    return false;
}

static bool says_another(const merger *m, const merged *e) {
    const rz_sentence *in = &m->cast->text->sentences[rz_token_sentence(&m->found->scene, e->from->first)];
    uint32_t at = e->from->first, from = at > in->first + RZ_CLAUSE_REACH ? at - RZ_CLAUSE_REACH : in->first, to = in->last < at + RZ_CLAUSE_REACH ? in->last : at + RZ_CLAUSE_REACH;
    return rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("other-papers")), from, to);
}

/* «قطعنامه X رأی نیاورد. شورا قطعنامه را رد کرد»: papers are voted on one after the other, but nobody is told of one and no other paper is. */
static bool one_ballot(const merger *m, const merged *a, const merged *e) {
    bool bare = (!a->n_actors && a->forum == RZ_NONE) || (!e->n_actors && e->forum == RZ_NONE);
    return bare && !says_another(m, a) && !says_another(m, e);
}

/* Neither tells what the other does: who did it, and to whom it was done; or one tells nobody. */
static bool complete(const merger *m, const merged *a, const merged *e) {
    if (rz_kind_is(a->kind, RZ_KIND_VOTE)) return one_ballot(m, a, e);
    if (rz_kind_is(a->kind, RZ_KIND_SUMMONS | RZ_KIND_MESSAGE)) return false;
    return !(has_role(m, a, "subject") && has_role(m, e, "subject")) && !(has_role(m, a, "object") && has_role(m, e, "object"));
}

static bool is_done(const merged *e) { return !strcmp(e->status, "held"); }

/* «X کشور Y را به رسمیت می‌شناسد»: done by saying it, where it is told as done besides. */
static bool is_saying(const merged *e) { return !strcmp(e->status, "planned") && e->verbal && e->from->present && !e->from->times.n; }

/* «دیپلمات‌ها را اخراج خواهد کرد … از دیپلمات‌ها خواست کشور را ترک کنند»: whom one has put out is still to leave. */
static bool is_leaving(const merged *a, const merged *e) {
    return rz_kind_is(a->kind, RZ_KIND_EXPULSION) && ((is_done(a) && !strcmp(e->status, "planned")) || (is_done(e) && !strcmp(a->status, "planned")));
}

/* «تجمع کردند … تلاش کردند وارد سفارت شوند», «اعلام کرده بودند که تجمع خواهند کرد»: what a crowd was to do, is doing or would have done besides. */
static bool is_their_aim(const merged *a, const merged *e) {
    const merged *held = is_done(a) ? a : e, *aim = held == a ? e : a;
    bool open = !strcmp(aim->status, "hoped") || !strcmp(aim->status, "planned") || !strcmp(aim->status, "ongoing");
    return rz_kind_is(a->kind, RZ_KIND_CROWD) && is_done(held) && open && (!aim->from->times.n || strcmp(aim->status, "planned") != 0);
}

/* Relations are several things («سفیر خود را فراخواند», «سفارت را بست»): one where the same words tell it of the same states, or of one of them alone. */
static bool one_relation(const merger *m, const merged *a, const merged *e) {
    if (rz_merge_turned_about(m, a, e)) return false;
    uint32_t n = 0, fewer = a->n_actors < e->n_actors ? a->n_actors : e->n_actors;
    for (uint32_t j = 0; j < e->n_actors; j++)
        for (uint32_t i = 0; i < a->n_actors; i++) n += same_side(m, a->actors[i], e->actors[j], false);
    return (a->from->frame == e->from->frame || rz_merge_one_course(m, a, e)) && n && n >= fewer && (n > 1 || fewer == 1);
}

/* «سفارتخانه‌های خود را تعطیل کرد. … X تصمیم گرفت سفارتخانه‌ها را تعطیل کند», «دستور داد سفیر احضار شود»: what was decided on was done. */
static bool is_decided(const merged *a, const merged *e) {
    const merged *held = is_done(a) ? a : e, *plan = held == a ? e : a;
    return rz_kind_is(a->kind, RZ_KIND_RELATIONS | RZ_KIND_SUMMONS) && is_done(held) && !strcmp(plan->status, "planned") && plan->verbal && !plan->from->times.n;
}

/* «استعفای خود را ارائه کرد … درخواست استعفای او بررسی خواهد شد»: it is the one that was told of. */
static bool is_asked_leave(const merged *a, const merged *e) {
    const merged *held = is_done(a) ? a : e, *asked = held == a ? e : a;
    return rz_kind_is(a->kind, RZ_KIND_APPOINTMENT) && a->from->frame->ends_state && is_done(held) && !asked->verbal && rz_looks_ahead(asked->status) && !rz_called_off(asked->status);
}

/* «به عنوان سفیر منصوب شد. وی جانشین X خواهد شد»: whom he succeeds. */
static bool is_succession(const merger *m, const merged *a, const merged *e) {
    bool to_be = rz_kind_is(a->kind, RZ_KIND_APPOINTMENT) && is_done(a) && e->verbal && !strcmp(e->status, "planned") && !e->from->times.n;
    return to_be && rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("succeeding")), e->from->first, e->from->last);
}

/* In one town, and a noun tells of it again: «در حمله به مقر …». */
static bool one_attack(const merger *m, const merged *a, const merged *e) {
    bool town = a->place_row != RZ_NONE && a->place_row == e->place_row && rz_row_type_of(m->cast->data, a->place_row) == RZ_PLACE;
    return town && !(a->verbal && e->verbal);
}

static bool may_be(const merger *m, const merged *a, const merged *e) {
    if (rz_kind_is(a->kind, RZ_KIND_CROWD)) return rz_merge_one_crowd(m, a, e);
    if (rz_kind_is(a->kind, RZ_KIND_RELATIONS)) return one_relation(m, a, e);
    return !rz_kind_is(a->kind, RZ_KIND_ATTACK) || one_attack(m, a, e);
}

/* «۱۵۰ اسیر X را تحویل داد. … اسرای Y پس از آزادی منتقل شدند»: what two states exchanged is told of each, where an exchange is told of beside them. */
static bool one_exchange(const merger *m, const merged *a, const merged *e) {
    const rz_scene *s = &m->found->scene;
    if (!rz_kind_is(a->kind, RZ_KIND_RELEASE) || !is_done(a) || !is_done(e) || !is_near(m, a, e, SENTENCES)) return false;
    rz_row states[2] = {RZ_NONE, RZ_NONE};
    for (uint32_t k = 0; k < 2; k++)
        for (uint32_t i = 0; i < (k ? e : a)->n_actors; i++) {
            const merged *of = k ? e : a;
            rz_row state = whose(m, of->actors[i]);
            if (!strcmp(of->roles[i], "mediator") || state == RZ_NONE || state == states[0] || state == states[1]) continue;
            if (states[1] != RZ_NONE) return false;
            states[states[0] != RZ_NONE] = state;
        }
    if (states[1] == RZ_NONE) return false;
    uint32_t from = s->text->sentences[rz_token_sentence(s, a->from->first)].first, to = s->text->sentences[rz_token_sentence(s, e->from->first)].last;
    if (from > to) return false;
    uint32_t next = rz_token_sentence(s, e->from->first) + 1;
    if (next < s->text->n_sentences) to = s->text->sentences[next].last; /* «… این تبادل …» */
    return rz_listed_within(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("swaps")), from, to < from + 8 * RZ_CLAUSE_REACH ? to : from + 8 * RZ_CLAUSE_REACH);
}

/* Is e what a, which the body tells of first, is? */
static bool is_same_deed(const merger *m, const merged *a, const merged *e) {
    bool shared = false, title = e->from->in_title;
    bool status = !strcmp(a->status, e->status) || (is_done(a) && is_saying(e)) || (is_saying(a) && is_done(e)) || is_leaving(a, e) || is_their_aim(a, e) || is_decided(a, e) || is_asked_leave(a, e) || is_succession(m, a, e);
    if (a->kind != e->kind || !rz_kind_is(a->kind, deeds) || !status || a->count != e->count) return false;
    if (a->from->in_title || (!title && a->from->first > e->from->first) || a->from->frame->ends_state != e->from->frame->ends_state) return false;
    if (!rz_days_agree(a->days, e->days) || told_by_days(a, e) || !rz_places_agree(m, a->place_row, e->place_row)) return false;
    if (rz_merge_other_deed(m, a, e) || was_before(m, a) != was_before(m, e) || rz_merge_is_another(m, e) || rz_merge_another_year(m, a, e)) return false;
    bool other = differs(m, a, e, "subject", &shared);
    bool envoys = has_role(m, a, "subject") && has_role(m, e, "subject");
    if (rz_kind_is(a->kind, RZ_KIND_SUMMONS) && !shared && envoys) return false; /* of another envoy */
    for (int r = 0; r < N_ROLES; r++) other |= differs(m, a, e, roles[r], &shared);
    bool swap = other && one_exchange(m, a, e);
    if ((other && !swap) || !may_be(m, a, e)) return false;
    bool bodies = a->forum != RZ_NONE && e->forum != RZ_NONE && rz_merged_forum(m, a) != rz_merged_forum(m, e);
    if (bodies || a->from->ordinal != e->from->ordinal) return false;
    return ((shared || swap) && is_near(m, a, e, SENTENCES)) || (complete(m, a, e) && is_near(m, a, e, NEXT));
}

static uint32_t in_role(const merged *e, const char *role) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) n += !strcmp(e->roles[i], role);
    return n;
}

/* Whoever is told once more by the name of the state, body or office that he is told by adds nobody; the office gives way to him. Several in a
 * title may each have done something of the kind: «X و Y سفیر منصوب کردند». */
static void join(const merger *m, merged *a, const merged *e) {
    merged told = *e;
    bool carried = rz_kind_is(a->kind, RZ_KIND_MESSAGE); /* «حامل پیام است … پیام را منتقل می‌کند»: it is still to be handed over */
    if (carried ? !is_done(e) : is_done(e)) a->status = e->status;
    bool appointed = rz_kind_is(a->kind, RZ_KIND_APPOINTMENT), called = rz_kind_is(a->kind, RZ_KIND_SUMMONS) && !e->verbal;
    told.n_actors = 0;
    for (uint32_t j = 0; j < e->n_actors && !is_succession(m, a, e); j++) {
        bool object = !strcmp(e->roles[j], called ? "subject" : "object"), there = e->from->in_title && in_role(e, e->roles[j]) > 1 && !has_role(m, a, e->roles[j]);
        for (uint32_t i = 0; i < a->n_actors && !there; i++) {
            if (strcmp(a->roles[i], e->roles[j]) != 0 || !same_side(m, a->actors[i], e->actors[j], (appointed || called) && object)) continue;
            there = true;
            if (object && is_office(m, a->actors[i]) && is_person(m, e->actors[j])) a->actors[i] = e->actors[j];
        }
        for (uint32_t i = 0; i < a->n_actors && !there; i++) { /* «یک گروگان»: he */
            bool crowds = rz_kind_is(e->kind, RZ_KIND_CROWD) && is_group(m, a->actors[i]) && is_group(m, e->actors[j]);
            if (strcmp(a->roles[i], e->roles[j]) != 0 || !(crowds || anyone(m, a->actors[i]))) continue;
            if (!crowds && !anyone(m, e->actors[j])) a->actors[i] = e->actors[j];
            there = true;
        }
        if (!there) rz_merged_add(&told, e->actors[j], e->roles[j]);
    }
    rz_merged_join(m, a, &told);
}

/* Of nobody, while another of the kind is of somebody: told by the way, and nothing tells which it is. */
static bool is_nobodys(const merger *m, const merged *e) {
    if (e->n_actors || !rz_kind_is(e->kind, RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_RELEASE)) return false;
    for (uint32_t i = 0; i < m->out.n; i++)
        if (!m->out.at[i].dropped && m->out.at[i].kind == e->kind && m->out.at[i].n_actors) return true;
    return false;
}

void rz_merge_deeds(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || !rz_kind_is(e->kind, deeds)) continue;
        rz_around near = rz_merged_around(m, e);
        for (uint32_t j = near.low; j < near.high && !e->dropped; j++) {
            merged *a = &m->out.at[j];
            if (a == e || a->dropped || !is_same_deed(m, a, e)) continue;
            join(m, a, e);
            e->dropped = true;
        }
    }
    for (uint32_t i = 0; i < m->out.n; i++) m->out.at[i].dropped |= is_nobodys(m, &m->out.at[i]);
}

/* The state of whom the clause of what was done is about; RZ_NONE: of several, or nobody does it. */
static rz_row state_that_acts(const merger *m, const rz_found_event *f) {
    const rz_clause *c = &m->found->scene.clauses[f->clause];
    bool one = f->evoked == RZ_EVOKED_VERB && c->verb != RZ_NONE && !m->cast->text->verbs[c->verb].plural && !rz_undergone(&m->found->scene, c->verb);
    uint32_t actor = one && c->subject != RZ_NONE ? rz_cast_actor(m->cast, c->subject) : RZ_NONE;
    return actor == RZ_NONE ? RZ_NONE : rz_merged_state(m, actor);
}

/* «X و Y فلسطین را به رسمیت شناختند. Z سفرای خود را فراخواند»: whose doing it is has no part in what the others did. */
static bool is_beside(const merger *m, rz_row state, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (rz_merged_state(m, e->actors[i]) == state) return false;
    return e->n_actors > 2;
}

/* «روابط خود را با X قطع کرد و سفارتش را در Y گشود»: what one state did in Y is between these two. */
static bool done_elsewhere(const merger *m, const merged *there, const merged *e) {
    rz_row state = there->place_row == RZ_NONE || there->n_actors != 1 || e->n_actors < 2 ? RZ_NONE : rz_state_of_place(m, there->place_row);
    if (state == RZ_NONE || rz_merged_state(m, there->actors[0]) == state) return false;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (rz_merged_state(m, e->actors[i]) == state) return false;
    return true;
}

/* «X سفیر خود را فراخواند. Y نیز سطح روابط را کاهش داد»: each did something of its own. */
bool rz_merge_each_acts(const merger *m, const merged *a, const merged *b) {
    if (!rz_kind_is(a->kind, RZ_KIND_RELATIONS) || !a->verbal || !b->verbal) return false;
    if (done_elsewhere(m, a, b) || done_elsewhere(m, b, a)) return true;
    rz_row x = state_that_acts(m, a->from), y = state_that_acts(m, b->from);
    if ((x == RZ_NONE) != (y == RZ_NONE)) return x == RZ_NONE ? is_beside(m, y, a) : is_beside(m, x, b);
    return x != RZ_NONE && y != RZ_NONE && x != y;
}
