/* Who an event is told to be of: those of its parts, and none of them twice. */
#include "event/status.h"
#include "resolve/merge.h"

void rz_merged_add(merged *e, uint32_t actor, const char *role) {
    if (actor == RZ_NONE || !role) return;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (e->actors[i] == actor) {
            if (!strcmp(e->roles[i], "participant")) e->roles[i] = role;
            return;
        }
    if (e->n_actors < MOST_PARTS) {
        e->actors[e->n_actors] = actor;
        e->roles[e->n_actors++] = role;
    }
}

/* The state or union that an official serves. */
static rz_row side_of(const merger *m, const rz_cast_member *a) {
    bool official = !strcmp(a->shown.kind, "office") || (!strcmp(a->shown.kind, "person") && (a->office != RZ_NONE || a->row != RZ_NONE));
    if (!official || a->state != RZ_NONE) return official ? a->state : RZ_NONE;
    return rz_row_find(m->cast->data, RZ_ORGANISATION, rz_row_get(m->cast->data, a->office, "whose"));
}

/* «وزیر خارجه X از تحریم Y خبر داد», «سخنگوی ارتش X گفت Y را بمباران کردیم»: what states do, told by who speaks for his. */
static rz_row spoken_for(const merger *m, const rz_found_event *f, const rz_part *p, uint32_t actor) {
    uint32_t kinds = RZ_KIND_ATTACK | RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_RELATIONS | RZ_KIND_RELEASE | RZ_KIND_SUMMONS;
    if (actor == RZ_NONE || !rz_kind_is(f->kind, kinds) || !f->frame->subject || strcmp(p->role, f->frame->subject) != 0) return RZ_NONE;
    const rz_cast_member *a = &m->cast->members.at[actor];
    bool voice = rz_is_spokesman(m->cast, a);
    uint32_t verb = m->found->scene.clauses[f->clause].verb;
    bool told = f->evoked == RZ_EVOKED_NOUN && rz_announced(&m->found->scene, f);
    bool we = p->mention == RZ_SPEAKER && !rz_kind_is(f->kind, RZ_KIND_RELATIONS) && verb != RZ_NONE && m->found->scene.text->verbs[verb].plural; /* «دو نهاد X را تحریم کردیم» */
    return voice || told || we ? side_of(m, a) : RZ_NONE;
}

/* «وزیر دفاع X از حمله به [شهری در X] خبر داد»: who tells of what came upon his own state. */
static bool tells_what_befell(const merger *m, const rz_found_event *f, const rz_part *p, uint32_t actor) {
    bool told = rz_kind_is(f->kind, RZ_KIND_ATTACK) && f->evoked == RZ_EVOKED_NOUN && rz_announced(&m->found->scene, f);
    if (!told || actor == RZ_NONE || f->place == RZ_NONE || !f->frame->subject || strcmp(p->role, f->frame->subject) != 0) return false;
    if (p->mention == RZ_SPEAKER || m->cast->mentions->at[p->mention].first >= f->first) return false; /* «از حمله X به … خبر داد» */
    rz_row place = m->cast->mentions->at[f->place].row, state = m->cast->members.at[actor].state;
    return place != RZ_NONE && state != RZ_NONE && (place == state || rz_row_state(m->cast->data, place) == state);
}

/* «ده دیپلمات X», «کارکنان سفارت X» are expelled: whose they are, is meant. */
static uint32_t whose(const merger *m, const rz_found_event *f, const rz_part *p) {
    uint32_t actor = rz_cast_actor(m->cast, p->mention);
    rz_row side = f->sends && actor != RZ_NONE ? side_of(m, &m->cast->members.at[actor]) : spoken_for(m, f, p, actor);
    if (side != RZ_NONE) return rz_cast_row(m->cast, side);
    if (actor == RZ_NONE || !f->frame->owner || strcmp(p->role, "object") != 0) return actor;
    const rz_cast_member *a = &m->cast->members.at[actor];
    bool unnamed = a->row == RZ_NONE && a->office != RZ_NONE && rz_row_has(m->cast->data, a->office, "kind", "epithet");
    bool mission = m->found->scene.links[p->mention].kind == RZ_LINK_OF && a->row == RZ_NONE && a->body != RZ_NONE && rz_row_has(m->cast->data, a->body, "kind", "mission");
    return (unnamed || mission) && a->state != RZ_NONE ? rz_cast_row(m->cast, a->state) : actor;
}

/* «ما با X دیداری نداشته‌ایم»: of a spokesman's words the state is meant that he speaks for. */
static uint32_t who_speaks(const merger *m, const rz_found_event *f, const rz_part *p) {
    uint32_t actor = m->cast->voice_of[rz_token_sentence(&m->found->scene, f->first)];
    const rz_cast_member *a = actor == RZ_NONE ? NULL : &m->cast->members.at[actor];
    bool voice = a && f->parts.n > 1 && a->state != RZ_NONE && rz_is_spokesman(m->cast, a);
    rz_row side = voice ? a->state : spoken_for(m, f, p, actor);
    return side != RZ_NONE ? rz_cast_row(m->cast, side) : actor;
}

/* «X جانشین Y شد»: Y is put in no office. */
static bool is_predecessor(const merger *m, const rz_found_event *f, uint32_t mention) {
    const rz_scene *s = &m->found->scene;
    if (!rz_kind_is(f->kind, RZ_KIND_APPOINTMENT) || f->evoked != RZ_EVOKED_VERB) return false;
    uint32_t at = f->last + (f->last < s->text->n_tokens && s->text->tokens[f->last].kind == RZ_TOKEN_PUNCT), first = m->cast->mentions->at[mention].first;
    return (first == at || first == f->last) && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("succeeding")), f->first) == f->last;
}

/* «در حضور سران دو کشور امضا شد»: it is their states that sign. */
static bool signed_before_leaders(const merger *m, merged *e, const rz_found_event *f, const rz_mention *told, uint32_t mention) {
    const rz_link *link = &m->found->scene.links[mention];
    if (!rz_kind_is(f->kind, RZ_KIND_PAPER) || told->kind != RZ_M_COLLECTIVE || link->kind != RZ_LINK_PREP || link->prep != RZ_C_PRESENCE || told->actor2 == RZ_NONE) return false;
    const rz_row sides[] = {rz_merged_state(m, told->actor), rz_merged_state(m, told->actor2)};
    if (sides[0] == RZ_NONE || sides[1] == RZ_NONE) return false;
    for (size_t i = 0; i < 2; i++) rz_merged_add(e, rz_cast_row(m->cast, sides[i]), "signatory");
    return true;
}

/* «سفیر جدید X در Y تعیین می‌شود»: not he who has been in that office so far. */
static uint32_t put_in(const merger *m, const rz_found_event *f, const rz_part *p, uint32_t actor) {
    const rz_mention *told = &m->cast->mentions->at[p->mention];
    bool office = told->office != RZ_NONE && told->kind != RZ_M_PERSON && (told->serves == RZ_SERVES_NEW || f->evoked != RZ_EVOKED_VERB); /* «وزیر X سفیر شد» */
    if (!rz_kind_is(f->kind, RZ_KIND_APPOINTMENT) || f->frame->ends_state || told->serves == RZ_SERVES_FORMER || strcmp(p->role, "object") != 0 || !office || actor == RZ_NONE) return actor;
    const rz_cast_member *a = &m->cast->members.at[actor];
    if (a->row == RZ_NONE || rz_row_type_of(m->cast->data, a->row) != RZ_PERSON || a->named) return actor;
    return told->kind == RZ_M_OFFICE ? rz_cast_office(m->cast, told->office, a->state, told->seat) : RZ_NONE;
}

/* «وزارت خارجه X از آزادی سه شهروند X خبر داد», «از حمله به سفارت این کشور خبر داد»: it tells of them, and others have freed or struck them. */
static bool tells_of_own(const merger *m, const rz_found_event *f, const rz_part *p, uint32_t actor) {
    bool struck = rz_kind_is(f->kind, RZ_KIND_ATTACK) && p->mention < RZ_SPEAKER && m->cast->mentions->at[p->mention].first < f->first && rz_announced(&m->found->scene, f);
    if ((!struck && !rz_kind_is(f->kind, RZ_KIND_RELEASE)) || f->evoked != RZ_EVOKED_NOUN || strcmp(p->role, "subject") != 0 || actor == RZ_NONE) return false;
    rz_row own = rz_merged_state(m, actor);
    for (uint32_t i = 0; i < f->parts.n && own != RZ_NONE; i++) {
        const rz_part *freed = &f->parts.at[i];
        uint32_t whom = freed->mention >= RZ_SPEAKER || strcmp(freed->role, "object") != 0 ? RZ_NONE : rz_cast_actor(m->cast, freed->mention);
        if (whom != RZ_NONE && rz_merged_state(m, whom) == own) return true;
    }
    return false;
}

/* «مبادله زندانیان میان دو طرف» of two who met: what states do to each other their states do. */
static uint32_t as_state(const merger *m, const rz_found_event *f, const rz_mention *told, uint32_t actor) {
    bool deed = told->kind == RZ_M_COLLECTIVE && rz_kind_is(f->kind, RZ_KIND_ATTACK | RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_RELATIONS | RZ_KIND_RELEASE);
    rz_row side = deed && actor != RZ_NONE ? side_of(m, &m->cast->members.at[actor]) : RZ_NONE;
    return side != RZ_NONE ? rz_cast_row(m->cast, side) : actor;
}

/* The state of whom the actor serves, a stranger's being ours. */
static rz_row serves(const merger *m, uint32_t actor) {
    rz_row state = actor == RZ_NONE ? RZ_NONE : rz_merged_state(m, actor);
    bool stranger = actor != RZ_NONE && state == RZ_NONE && m->cast->members.at[actor].row == RZ_NONE && rz_cast_is_person(m->cast, actor);
    return stranger ? m->cast->article->country : state;
}

/* «۷۰ زندانی را از X منتقل کردیم», «ده نفر از شهروندان خود در X را آزاد کردیم»: another state held them; who tells of it received them. */
static rz_row received_by(const merger *m, const rz_found_event *f, const rz_part *p, uint32_t actor, bool *told) {
    const rz_scene *s = &m->found->scene;
    rz_row own = RZ_NONE;
    uint32_t verb = s->clauses[f->clause].verb;
    bool held = false, his = p->mention == RZ_SPEAKER && verb != RZ_NONE && s->text->verbs[verb].person == 1;
    *told = false;
    if (!rz_kind_is(f->kind, RZ_KIND_RELEASE) || strcmp(p->role, "subject") != 0 || (own = serves(m, actor)) == RZ_NONE) return RZ_NONE;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        const rz_part *q = &f->parts.at[i];
        if (q == p || q->mention >= RZ_SPEAKER) continue;
        const rz_link *link = &s->links[q->mention];
        rz_row state = rz_state_told(s, &s->mentions->at[q->mention]);
        bool object = !strcmp(q->role, "object");
        *told |= object;
        his |= object && state == own;
        held |= !strcmp(q->role, "subject") && (link->prep == RZ_C_FROM || link->prep == RZ_C_IN) && s->mentions->at[q->mention].kind == RZ_M_STATE && state != RZ_NONE && state != own;
    }
    return held && his ? own : RZ_NONE;
}

void rz_merge_add_part(const merger *m, merged *e, const rz_found_event *f, const rz_part *p) {
    bool freed;
    if (p->mention == RZ_SPEAKER) {
        uint32_t actor = who_speaks(m, f, p);
        rz_row receiver = received_by(m, f, p, actor, &freed);
        if (receiver == RZ_NONE) rz_merged_add(e, actor, p->role);
        else if (!freed) rz_merged_add(e, rz_cast_row(m->cast, receiver), "object");
        return;
    }
    const rz_mention *told = &m->cast->mentions->at[p->mention];
    uint32_t actor = as_state(m, f, told, put_in(m, f, p, whose(m, f, p)));
    if (tells_of_own(m, f, p, actor) || received_by(m, f, p, actor, &freed) != RZ_NONE) return;
    if (told->actor != RZ_NONE && signed_before_leaders(m, e, f, told, p->mention)) return;
    rz_merged_add(e, actor, is_predecessor(m, f, p->mention) ? "predecessor" : tells_what_befell(m, f, p, actor) ? "object" : p->role);
    rz_merged_add(e, as_state(m, f, told, put_in(m, f, p, told->actor2)), p->role);
    bool recalled = rz_kind_is(f->kind, RZ_KIND_RELATIONS) && told->kind == RZ_M_OFFICE && told->office != RZ_NONE && told->seat != RZ_NONE && rz_row_has(m->cast->data, told->office, "kind", "sent"); /* «سفیر X در Y» */
    rz_row host = recalled ? rz_state_of_place(m, told->seat) : RZ_NONE;
    if (host != RZ_NONE) rz_merged_add(e, rz_cast_row(m->cast, host), p->role);
    for (uint32_t k = told->several_from, second; rz_points_back(told) && k < told->several_to; k++) { /* «سه وزیر» */
        rz_merged_add(e, rz_of_several(m->cast, told, k, &second), p->role);
        rz_merged_add(e, second, p->role);
    }
}

void rz_merge_add_parts(const merger *m, merged *e, const rz_found_event *f) {
    for (uint32_t i = 0; i < f->parts.n; i++) rz_merge_add_part(m, e, f, &f->parts.at[i]);
}

uint32_t rz_merged_states(const merger *m, const merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) n += !strcmp(e->roles[i], "participant") && !strcmp(m->cast->members.at[e->actors[i]].shown.kind, "state");
    return n;
}

static bool is_session(const merged *e) {
    return rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS);
}

/* «مذاکرات X و Y با حضور A و B»: between X and Y, whoever came. */
static bool is_only_there(const merger *m, const merged *e, uint32_t actor) {
    for (uint32_t i = 0; i < e->from->parts.n; i++) {
        uint32_t who = e->from->parts.at[i].mention;
        if (who < m->cast->mentions->n && m->found->scene.links[who].prep == RZ_C_PRESENCE && rz_cast_actor(m->cast, who) == actor) return true;
    }
    return false;
}

/* «X و Y با حضور رئیس‌جمهور امضا کردند»: whoever came, the states did it, unless somebody signs for them. */
static bool signs_itself(const merger *m, const merged *e, uint32_t state, uint32_t other) {
    if (!rz_kind_is(e->kind, RZ_KIND_PAPER) || strcmp(e->roles[state], "signatory") != 0 || !strcmp(e->roles[other], "signatory")) return false;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "signatory") && strcmp(m->cast->members.at[e->actors[i]].shown.kind, "state") != 0) return false;
    return true;
}

/* The office's own state beside its holder adds nobody: «دیدار ایران و روسیه» of the two ministers. */
void rz_merge_drop_states(const merger *m, merged *e) {
    uint32_t n = 0;
    if (rz_kind_is(e->kind, RZ_KIND_APPOINTMENT)) return; /* «X Y را سفیر خود کرد» */
    bool between = rz_kind_is(e->kind, RZ_KIND_ROUNDS) && rz_merged_states(m, e) > 1;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool spoken_for = false;
        for (uint32_t j = 0; j < e->n_actors && a->row != RZ_NONE && !strcmp(a->shown.kind, "state"); j++)
            spoken_for |= j != i && !signs_itself(m, e, i, j) && !(between && is_only_there(m, e, e->actors[j])) && !(is_session(e) && !strcmp(e->roles[j], "head")) && m->cast->members.at[e->actors[j]].state == a->row && m->cast->members.at[e->actors[j]].row != a->row;
        if (spoken_for) continue;
        e->actors[n] = e->actors[i];
        e->roles[n++] = e->roles[i];
    }
    e->n_actors = n;
}

static void drop(merged *e, uint32_t actor) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (e->actors[i] != actor) e->actors[n] = e->actors[i], e->roles[n++] = e->roles[i];
    e->n_actors = n;
}

/* «با هیئت گروه X به ریاست Y دیدار کرد»: Y, and not those who sent him. */
static void drop_senders(const merger *m, merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_found_event *f = e->from;
    for (uint32_t i = 0; i + 1 < f->parts.n; i++) {
        uint32_t by = f->parts.at[i].mention, head = f->parts.at[i + 1].mention;
        if (by >= s->mentions->n || head >= s->mentions->n || s->links[head].prep != RZ_C_HEAD || s->mentions->at[by].kind != RZ_M_ORGANISATION) continue;
        uint32_t first = s->mentions->at[by].first;
        rz_row sides = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("name-side"));
        if (rz_listed_end(s, sides, first) > first || (first > 1 && rz_listed_before(s, sides, first, first - 2))) drop(e, rz_cast_actor(m->cast, by));
    }
}

/* «سفارت X» beside «سفارت X در Y»: one mission, told with its seat and without. */
static void drop_seatless(const merger *m, merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool again = false, mission = a->body != RZ_NONE && a->state != RZ_NONE && rz_row_has(m->cast->data, a->body, "kind", "mission");
        for (uint32_t j = 0; j < e->n_actors && mission && a->seat == RZ_NONE; j++) {
            const rz_cast_member *b = &m->cast->members.at[e->actors[j]];
            again |= b->body == a->body && b->state == a->state && b->seat != RZ_NONE && !strcmp(e->roles[i], e->roles[j]);
        }
        if (again) continue;
        e->actors[n] = e->actors[i];
        e->roles[n++] = e->roles[i];
    }
    e->n_actors = n;
}

/* «هیئت وزارت خارجه X به ریاست Y به Z رفت»: the ministry is who sent them. */
void rz_merge_drop_bodies(const merger *m, merged *e) {
    drop_seatless(m, e);
    uint32_t n = 0;
    bool headed = false;
    for (uint32_t i = 0; i < e->n_actors; i++) headed |= !strcmp(e->roles[i], "head");
    for (uint32_t i = 0; i < e->n_actors && headed && rz_kind_is(e->kind, RZ_KIND_JOURNEY); i++) {
        bool body = !strcmp(m->cast->members.at[e->actors[i]].shown.kind, "organisation");
        if (body && strcmp(e->roles[i], "host") != 0) continue;
        e->actors[n] = e->actors[i];
        e->roles[n++] = e->roles[i];
    }
    if (n) e->n_actors = n;
    drop_senders(m, e);
}

/* «سفیر ایران» beside the one who is told to be it. */
void rz_merge_drop_offices(const merger *m, merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool named = false, office = !strcmp(a->shown.kind, "office");
        for (uint32_t j = 0; j < e->n_actors && !named; j++) {
            const rz_cast_member *b = &m->cast->members.at[e->actors[j]];
            if (j == i) continue;
            bool anyone = b->row == RZ_NONE && b->office != RZ_NONE && rz_row_has(m->cast->data, b->office, "kind", "epithet");
            bool less = !anyone && (a->seat == RZ_NONE || strcmp(b->shown.kind, "office") != 0); /* than one whose seat or office is told */
            named = office && ((less && rz_same_actor(m, e->actors[i], e->actors[j])) || rz_told_as(m, e->actors[i], e->actors[j]));
            named |= rz_organ_of(m, a, b) && !strcmp(e->roles[i], e->roles[j]); /* «اتحادیه اروپا» and its council */
        }
        if (named) continue;
        e->actors[n] = e->actors[i];
        e->roles[n++] = e->roles[i];
    }
    e->n_actors = n;
}
