/* What is told a second time by another name: the talks of those who met, the signature that was told of, the attack on one embassy. It
 * is asked last, when the days, places and parties of both are known. */
#include "event/status.h"
#include "resolve/merge.h"

static uint32_t apart(const merger *m, const merged *a, const merged *b) {
    uint32_t x = rz_token_sentence(&m->found->scene, a->from->first), y = rz_token_sentence(&m->found->scene, b->from->first);
    return x > y ? x - y : y - x;
}

static bool has(const merger *m, const merged *e, uint32_t actor) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (rz_same_actor(m, e->actors[i], actor) || rz_told_as(m, e->actors[i], actor)) return true;
    return false;
}

/* «دو طرف», «طرفین» tells who takes part. */
static bool by_both(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->from->parts.n; i++) {
        uint32_t who = e->from->parts.at[i].mention;
        if (who < RZ_SPEAKER && m->cast->mentions->at[who].kind == RZ_M_COLLECTIVE && m->cast->mentions->at[who].actor2 != RZ_NONE) return true;
    }
    return false;
}

/* «وزیر خارجه X و نماینده Y»: Y is told by the one that speaks for it. */
static bool by_envoy(const merger *m, const merged *e, uint32_t actor) {
    enum { LONGEST = 2 };
    const rz_scene *s = &m->found->scene;
    for (uint32_t i = 0; i < e->from->parts.n; i++) {
        uint32_t who = e->from->parts.at[i].mention, at = who < RZ_SPEAKER ? m->cast->mentions->at[who].first : 0;
        if (at && rz_cast_actor(m->cast, who) == actor && rz_listed_before(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("one-envoy")), at, at > LONGEST ? at - LONGEST : 0)) return true;
    }
    return false;
}

/* Are those of e, all people and at least two, in a; or told as «دو طرف» or «نماینده Y», each of whom has somebody there? */
static bool same_people(const merger *m, const merged *a, const merged *e) {
    bool both = a->n_actors == 2 && e->n_actors == 2 && by_both(m, e), person = false, envoy = false;
    if (e->n_actors < 2) return false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        bool there = rz_cast_is_person(m->cast, e->actors[i]) && has(m, a, e->actors[i]);
        person |= there;
        if (there || (both && rz_represented(m, a, e->actors[i]))) continue;
        if (a->n_actors != 2 || e->n_actors != 2 || !by_envoy(m, e, e->actors[i]) || !rz_represented(m, a, e->actors[i])) return false;
        envoy = true;
    }
    return !envoy || person;
}

/* «X پس از دیدار با Y گفت: مذاکرات خوبی داشتیم»: the talks of whoever speaks, with nobody named, are those that he comes from. */
static bool spoken_of(const merger *m, const merged *a, const merged *e) {
    bool own = e->n_actors == 1 && e->from->parts.n == 1 && e->from->parts.at[0].mention == RZ_SPEAKER;
    uint32_t last = rz_token_sentence(&m->found->scene, a->told_last), now = rz_token_sentence(&m->found->scene, e->from->first);
    return own && a->from->first < e->from->first && now <= last + 1 && a->n_actors > 1 && has(m, a, e->actors[0]);
}

/* «درباره آشوب در X گفت‌وگو کردند»: the place may be that of what was spoken of. */
static bool is_about_place(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    if (e->place == RZ_NONE) return true; /* it was lent */
    uint32_t at = m->cast->mentions->at[e->place].first, from = s->clauses[e->from->clause].first;
    if (at < from || s->links[e->place].prep != RZ_C_IN) return false;
    return rz_class_within(s, at > from + RZ_REACH ? at - RZ_REACH : from, at, RZ_C_ABOUT);
}

static bool is_counted(const rz_found_event *f) { return f->ordinal || f->round || f->turn || f->count > 1; }

/* «دیدار می‌کنند. … برای ازسرگیری مذاکرات توافق کردند»: what is to be after something, or resumed, not what they meet for. */
static bool is_agreed_on(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->from->first);
    return link.prep && link.prep != RZ_C_IN && link.prep != RZ_C_OCCASION;
}

/* «X با Y دیدار کرد. … آنان در مذاکرات خود …»: what they spoke of where they met. */
static bool are_its_talks(const merger *m, const merged *a, const merged *e) {
    enum { SENTENCES = 6 };
    const rz_event_kind *own = e->kind == a->kind ? e->from->kind : e->kind; /* as it was told, whatever the title made of it */
    bool talks = rz_kind_is(own, RZ_KIND_LOOSE | RZ_KIND_ROUNDS) && rz_kind_is(a->kind, RZ_KIND_MET | RZ_KIND_REMOTE);
    bool sat = rz_kind_is(own, RZ_KIND_OPEN) && e->from->evoked != RZ_EVOKED_VERB && rz_kind_is(a->kind, RZ_KIND_MET);       /* «نشست X و Y» */
    if (!(talks || sat) || e->forum != RZ_NONE) return false;
    bool resumed = rz_kind_is(e->kind, RZ_KIND_ROUNDS) && rz_looks_ahead(e->status) && !e->from->purpose && !e->from->in_title && is_agreed_on(m, e);
    if (resumed || is_counted(a->from) || is_counted(e->from) || rz_looks_ahead(a->status) != rz_looks_ahead(e->status)) return false;
    if (!strcmp(a->status, "denied") != !strcmp(e->status, "denied") || (apart(m, a, e) > SENTENCES && !e->from->in_title)) return false;
    bool one_dated = (a->days.from == RZ_NO_DAY) != (e->days.from == RZ_NO_DAY), spoken = spoken_of(m, a, e);
    if (!rz_days_agree(a->days, e->days) || (one_dated && !spoken && a->verbal && e->verbal && apart(m, a, e) > 1)) return false;
    if (rz_kind_is(a->kind, RZ_KIND_REMOTE) && e->place_row != RZ_NONE && !is_about_place(m, e)) return false;
    if (!rz_places_agree(m, a->place_row, e->place_row) && !is_about_place(m, e)) return false;
    return (spoken || same_people(m, a, e)) && !rz_told_of_earlier(m, a, e) && !rz_told_of_earlier(m, e, a);
}

/* «X و Y در Z دیدار کردند» in the title, and a place of something else taken for that of the meeting in the body: it was where the title says. */
static bool is_titled(const merger *m, const merged *a, const merged *e) {
    bool contact = a->kind == e->kind && rz_kind_is(a->kind, RZ_KIND_MET | RZ_KIND_REMOTE) && e->from->in_title && !a->from->in_title;
    if (!contact || is_counted(a->from) || is_counted(e->from) || a->n_actors != e->n_actors || strcmp(a->status, e->status) != 0) return false;
    return rz_days_agree(a->days, e->days) && same_people(m, a, e);
}

/* Is the state that somebody serves among those who signed? */
static bool serves_one(const merger *m, const merged *a, uint32_t actor) {
    rz_row state = m->cast->members.at[actor].state;
    for (uint32_t i = 0; i < a->n_actors && state != RZ_NONE; i++)
        if (!strcmp(m->cast->members.at[a->actors[i]].shown.kind, "state") && m->cast->members.at[a->actors[i]].row == state) return true;
    return false;
}

/* «X و Y مذاکره می‌کنند. … طرفین توافق کردند گفت‌وگوها ادامه یابد»: whoever «طرفین» was taken for, they are the two that negotiate. */
bool rz_merge_by_sides(const merger *m, const merged *to, const merged *e) {
    if (!rz_kind_is(to->kind, RZ_KIND_ROUNDS) || rz_merged_states(m, to) != 2 || e->n_actors != 2 || e->from->parts.n != 1 || !by_both(m, e)) return false;
    return serves_one(m, to, e->actors[0]) && serves_one(m, to, e->actors[1]);
}

/* «مراسم امضا» in the title: the signature that was told of. */
static bool is_its_signature(const merger *m, const merged *a, const merged *e) {
    if (!rz_kind_is(a->kind, RZ_KIND_PAPER) || a->kind != e->kind || (e->verbal && !(e->from->in_title && e->from->evoked == RZ_EVOKED_HAPPEN)) || !e->n_actors || e->n_actors > a->n_actors) return false;
    if (strcmp(a->status, e->status) != 0 || !rz_days_agree(a->days, e->days) || !rz_places_agree(m, a->place_row, e->place_row)) return false;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!rz_represented(m, a, e->actors[i]) && !serves_one(m, a, e->actors[i])) return false;
    return true;
}

/* A mission, or somebody who serves in one. */
static bool is_of_mission(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    bool mission = a->body != RZ_NONE && rz_row_has(m->cast->data, a->body, "kind", "mission");
    return mission || (a->office != RZ_NONE && rz_row_has(m->cast->data, a->office, "kind", "sent"));
}

/* «حمله به سفارت X در Y», «حمله به نمایندگی X», «حمله به دیپلمات‌های X در Y»: upon those of one state in one place, of no other day. */
static bool is_same_attack(const merger *m, const merged *a, const merged *e) {
    bool mission = false;
    if (!rz_kind_is(a->kind, RZ_KIND_ATTACK) || a->kind != e->kind || strcmp(a->status, e->status) != 0 || (e->verbal && a->verbal)) return false;
    if (!rz_days_agree(a->days, e->days) || a->count != e->count || !rz_places_agree(m, a->place_row, e->place_row) || !a->n_actors || !e->n_actors) return false;
    rz_row state = RZ_NONE;
    for (uint32_t k = 0; k < 2; k++)
        for (uint32_t i = 0; i < (k ? e : a)->n_actors; i++) {
            const merged *of = k ? e : a;
            rz_row own = rz_merged_state(m, of->actors[i]);
            if (strcmp(of->roles[i], "object") != 0) continue;
            if (own == RZ_NONE || (state != RZ_NONE && own != state)) return false;
            state = own;
            mission |= is_of_mission(m, of->actors[i]);
        }
    return mission && state != RZ_NONE;
}

/* «در آستانه سفر X به Y … X به Y رفت»: the journey that a verb tells of. */
static bool is_its_journey(const merger *m, const merged *a, const merged *e) {
    if (!rz_kind_is(a->kind, RZ_KIND_JOURNEY) || a->kind != e->kind || !a->verbal || e->verbal || !strcmp(a->status, "denied")) return false;
    if (e->days.from != RZ_NO_DAY || a->place_row == RZ_NONE || e->place_row == RZ_NONE || is_counted(e->from) || is_counted(a->from)) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, e->from->first);
    bool eve = rz_is_eve(&m->found->scene, &link, e->from->first);
    if (!eve && (link.prep == RZ_C_AFTER || e->stated || rz_beside_noun(&m->found->scene, e->from))) return false;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "guest") && !has(m, a, e->actors[i])) return false;
    return e->n_actors && rz_places_agree(m, a->place_row, e->place_row);
}

/* «نشست سران X که ۱۵ اکتبر در Z برگزار می‌شود. … نشست X و Y ۱۵ اکتبر در Z»: sessions of one kind, on one day in one place. */
static bool is_same_session(const merger *m, const merged *a, const merged *e) {
    bool one_day = a->days.from != RZ_NO_DAY && a->days.from == a->days.to && a->days.from == e->days.from && a->days.to == e->days.to;
    if (!one_day || a->kind != e->kind || !rz_kind_is(a->kind, RZ_KIND_SESSION) || a->place_row == RZ_NONE || e->place_row == RZ_NONE) return false;
    if (a->forum != RZ_NONE && e->forum != RZ_NONE && rz_merged_forum(m, a) != rz_merged_forum(m, e)) return false;
    return !is_counted(e->from) && rz_looks_ahead(a->status) == rz_looks_ahead(e->status) && rz_places_agree(m, a->place_row, e->place_row);
}

/* «تعویق مذاکرات به پیشنهاد X بود», nothing else being told of it: what was told to be put off. */
static bool is_put_off_too(const merged *a, const merged *e) {
    bool bare = !e->n_actors && e->days.from == RZ_NO_DAY && e->place_row == RZ_NONE && e->forum == RZ_NONE && !e->verbal && !is_counted(e->from);
    return bare && a->kind == e->kind && rz_called_off(e->status) && !strcmp(a->status, e->status);
}

/* «از نتیجه نشست Z استقبال کرد»: the session, round or meeting told to have been in Z. */
static bool is_called_after_place(const merger *m, const merged *a, const merged *e) {
    const rz_found_event *f = e->from;
    bool bare = rz_kind_is(e->kind, RZ_KIND_OPEN) && f->evoked == RZ_EVOKED_NOUN && !e->n_actors && e->forum == RZ_NONE && e->days.from == RZ_NO_DAY && !f->occasion && !is_counted(f);
    if (!bare || f->place == RZ_NONE || m->cast->mentions->at[f->place].first != f->last || !rz_kind_is(a->kind, RZ_KIND_MET | RZ_KIND_ROUNDS | RZ_KIND_SESSION)) return false;
    return a->place_row != RZ_NONE && rz_places_agree(m, a->place_row, e->place_row) && rz_looks_ahead(a->status) == rz_looks_ahead(e->status);
}

static bool is_told_too(const merger *m, const merged *a, const merged *e) {
    return a->from->first < e->from->first && ((is_same_attack(m, a, e) && !rz_told_of_earlier(m, a, e)) || is_same_session(m, a, e) || is_put_off_too(a, e) || is_called_after_place(m, a, e));
}

static void fold(const merger *m, merged *to, merged *e) {
    for (uint32_t i = 0; i < e->n_actors && rz_kind_is(to->kind, RZ_KIND_SESSION) && to->kind == e->kind; i++) rz_merged_add(to, e->actors[i], e->roles[i]);
    if (to->days.from == RZ_NO_DAY) to->days = e->days;
    bool closer = to->kind == e->kind && rz_place_lies_in(m->cast->data, e->place_row, to->place_row);
    if (closer || (to->place_row == RZ_NONE && !is_about_place(m, e))) to->place = e->place, to->place_row = e->place_row;
    rz_merge_drop_states(m, to);
    rz_merged_topics(m, to, &e->topics);
    rz_merge_add_proof(m, to, e->from);
    e->dropped = true;
}

/* «سفر X به Y» in the title, of which the body tells nothing; all that X does there is to come: so is the journey. */
static void title_to_come(const merger *m, merged *e) {
    bool ahead = false;
    if (!e->from->in_title || !rz_kind_is(e->kind, RZ_KIND_JOURNEY) || e->verbal || e->stated || !e->n_actors || strcmp(e->status, "held") != 0) return;
    for (uint32_t i = 0; i < m->out.n; i++) {
        const merged *o = &m->out.at[i];
        if (o == e || o->dropped || o->from->in_title || !has(m, o, e->actors[0])) continue;
        if (!rz_looks_ahead(o->status)) return;
        ahead = true;
    }
    if (ahead) e->status = "planned";
}

void rz_merge_fold(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped) continue;
        rz_around near = rz_merged_around(m, e);
        for (uint32_t j = near.low; j < near.high && !e->dropped; j++) {
            merged *a = &m->out.at[j];
            if (a == e || a->dropped) continue;
            if (is_titled(m, a, e)) {
                if (e->place_row != RZ_NONE) a->place = e->place, a->place_row = e->place_row;
                fold(m, a, e);
            } else if (are_its_talks(m, a, e) || is_its_signature(m, a, e) || is_told_too(m, a, e) || is_its_journey(m, a, e)) fold(m, a, e);
        }
        if (!e->dropped) title_to_come(m, e);
    }
}
