/* What events lend each other: forums, days, places and people that one tells and the other leaves out. */
#include "event/status.h"
#include "resolve/merge.h"

merged *rz_merged_at(const merger *m, uint32_t found_index) {
    return m->became[found_index] == RZ_NONE ? NULL : &m->out.at[m->became[found_index]];
}

/* «طی مراسمی روز دوشنبه استوارنامه …»: the day stood nearest to a noun that tells nothing by itself. */
static void lend_days(const merger *m, merged *e, const rz_found_event *noun) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, noun->first);
    if (link.prep == RZ_C_ABOUT || !noun->times.n) return; /* «درباره توافق امضا شده در ۹ نوامبر» */
    rz_days days = m->cast->solution->dates[noun->times.at[0]].days;
    if ((link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE) && days.from != days.to) return; /* «پس از قطع روابط در سال ۲۰۱۲ به X رفت» */
    if (e->days.from == RZ_NO_DAY && e->count == 1) e->days = days;
}

/* What one came for is past where the coming is. */
static void look_back(const merger *m, merged *purpose, const merged *e) {
    rz_days now = m->cast->solution->published;
    bool past = e->days.to != RZ_NO_DAY && now.from != RZ_NO_DAY && e->days.to < now.from && !rz_looks_ahead(e->status);
    if (past && !purpose->stated && (purpose->days.from == RZ_NO_DAY || purpose->days.to < now.from)) purpose->status = "held";
}

/* Where the mission is that takes part, or the envoy is sent, or RZ_NONE: «مقابل سفارت X در Y تجمع کردند», «سفیر X در Y احضار شد». */
rz_row rz_merge_seat(const merger *m, const rz_found_event *f) {
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t at = f->parts.at[i].mention;
        if (at >= m->cast->mentions->n) continue;
        const rz_mention *part = &m->cast->mentions->at[at];
        bool staff = rz_kind_is(f->kind, RZ_KIND_EXPULSION); /* «کارکنان سفارت X در Y» are sent away by who is elsewhere */
        if (part->kind == RZ_M_ORGANISATION && part->seat != RZ_NONE && !staff) return part->seat;
        if (part->kind == RZ_M_PERSON && part->describes != RZ_NONE) part = &m->cast->mentions->at[part->describes];
        bool envoy = part->kind == RZ_M_OFFICE && part->seat != RZ_NONE && rz_row_type_of(m->cast->data, part->seat) == RZ_PLACE;
        if (envoy) return part->seat;
    }
    return RZ_NONE;
}

/* What the clause of a found event tells: that of its verb, or what took place in it. */
uint32_t rz_merge_main_of(const merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    uint32_t verbal = m->found->verbal_of[f->clause];
    for (uint32_t back = 1; verbal == RZ_NONE && back <= 4 && back <= index; back++) {
        const rz_found_event *g = &m->found->events.at[index - back];
        if (g->clause == f->clause && g->evoked == RZ_EVOKED_HAPPEN) return index - back;
    }
    uint32_t took_place = f->occasion && rz_kind_is(f->kind, RZ_KIND_SESSION) ? m->found->happens_in[f->clause] : RZ_NONE;
    if (verbal == RZ_NONE && took_place != RZ_NONE && took_place > index) return took_place; /* «در حاشیه اجلاس X در Y، نشست Z برگزار شد» */
    for (uint32_t i = index > 4 ? index - 4 : 0; verbal == RZ_NONE && i < m->found->events.n && i <= index + 4; i++) { /* «در پایان نشست X در کنفرانس خبری گفت» */
        const rz_found_event *g = &m->found->events.at[i];
        bool press = i != index && rz_kind_is(g->kind, RZ_KIND_PRESS), met = i > index && rz_kind_is(f->kind, RZ_KIND_JOURNEY) && rz_kind_is(g->kind, RZ_KIND_MET);
        bool beside = i < index && f->occasion && rz_kind_is(g->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS) && g->evoked == RZ_EVOKED_NOUN; /* «پس از مذاکرات در حاشیه اجلاس X گفت» */
        if (g->clause == f->clause && (press || met || beside)) return i;
    }
    const rz_scene *s = &m->found->scene;
    uint32_t next = f->clause + 1; /* «در جریان سفر X انتظار می‌رود او با Y دیدار کند» */
    bool goes_on = verbal == RZ_NONE && next < s->n_clauses && s->clauses[next].parent == f->clause && s->clauses[next].verb != RZ_NONE &&
                   s->text->verbs[s->clauses[next].verb].tense == RZ_SUBJUNCTIVE && s->clauses[f->clause].verb != RZ_NONE && f->last <= s->text->verbs[s->clauses[f->clause].verb].first;
    return goes_on ? m->found->verbal_of[next] : verbal;
}

/* «در سفر به بغداد با X دیدار کرد», «در نخستین روز سفر به …», «در این سفر»: it was where the visit was. */
static void lend_place(const merger *m, merged *e, const rz_found_event *visit, const merged *told) {
    enum { MOST = 4 };
    bool session = rz_kind_is(e->kind, RZ_KIND_SESSION) && visit->definite; /* «در این سفر در نشست X شرکت می‌کند» */
    bool guest = rz_kind_is(e->kind, RZ_KIND_GUEST) && e->forum == RZ_NONE;
    if ((!guest && !session) || e->place_row != RZ_NONE || !rz_kind_is(visit->kind, RZ_KIND_JOURNEY)) return;
    const rz_scene *s = &m->found->scene;
    rz_link link = {.prep_token = RZ_NONE};
    uint32_t at = visit->first, last, start, from = s->clauses[visit->clause].first;
    rz_govern(s, &link, at);
    uint8_t prep = link.prep;
    bool of_days = prep == RZ_C_FROM && link.prep_token > from && rz_class_at(s, link.prep_token - 1, &last) == RZ_C_ALSO; /* «در دومین روز از سفر به X» */
    if (of_days) prep = RZ_C_NONE, link.chain = link.prep_token;
    for (at = link.chain; !prep && at > from && visit->first - at < 2 * MOST; at--) {
        prep = rz_class_before(s, at, from, true, &start);
        bool day = rz_token_time(s, at - 1) != RZ_NONE || rz_class_at(s, at - 1, &last) == RZ_C_ALSO || rz_class_at(s, at - 1, &last) == RZ_C_RANKED || (of_days && (rz_types_at(s->text, at - 1) & RZ_TYPE(RZ_NUMBER)));
        if (!prep && !day) return;
    }
    if ((prep != RZ_C_IN && prep != RZ_C_OCCASION) || rz_is_eve(s, &link, visit->first)) return;
    if (visit->place != RZ_NONE) {
        e->place = visit->place;
        e->place_row = rz_merged_place(m, visit->place);
    } else if (told && visit->definite) {
        told = rz_merge_leg_of(m, rz_merge_just_told(m, visit, told), e);
        e->place = told->place, e->place_row = told->place_row;
    }
}

/* «برای رایزنی با مقامات عمان به مسقط رفت»: no more than what the visit is for. */
static void drop_aim(merger *m, merged *aim, merged *visit) {
    rz_row state = rz_state_of_place(m, visit->place_row);
    if (!rz_kind_is(visit->kind, RZ_KIND_JOURNEY) || !rz_kind_is(aim->kind, RZ_KIND_CONTACT) || state == RZ_NONE || aim->n_proofs > 1) return;
    bool with_state = false;
    for (uint32_t i = 0; i < aim->n_actors; i++) {
        bool guest = false;
        for (uint32_t j = 0; j < visit->n_actors; j++) guest |= visit->actors[j] == aim->actors[i];
        const rz_cast_member *a = &m->cast->members.at[aim->actors[i]];
        if (!guest && (a->row != state || strcmp(a->shown.kind, "state") != 0)) return;
        with_state |= !guest;
    }
    if (!with_state) return;
    rz_merged_topics(m, visit, &aim->topics);
    aim->dropped = true;
}

static uint32_t with_role(const merged *e, const char *role) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], role)) return e->actors[i];
    return RZ_NONE;
}

/* «با X دیدار و رونوشت استوارنامه خود را تسلیم کرد», «با X ملاقات و پیام Y را تسلیم کرد»: whom one meets receives them. */
static void lend_recipient(merger *m, uint32_t index) {
    enum { NEAR = 3 };
    const rz_scene *s = &m->found->scene;
    const rz_found_event *f = &m->found->events.at[index];
    merged *e = rz_merged_at(m, index);
    if (!e || !rz_kind_is(e->kind, RZ_KIND_CREDENTIALS | RZ_KIND_MESSAGE)) return;
    bool message = rz_kind_is(e->kind, RZ_KIND_MESSAGE);
    uint32_t giver = message ? with_role(e, "delegate") : e->n_actors == 1 ? e->actors[0] : RZ_NONE;
    if (giver == RZ_NONE || with_role(e, "recipient") != RZ_NONE) return;
    for (uint32_t i = index > NEAR ? index - NEAR : 0; i < m->found->events.n && i <= index + NEAR; i++) {
        const merged *met = rz_merged_at(m, i);
        if (!met || !rz_kind_is(met->kind, RZ_KIND_MET) || rz_token_sentence(s, m->found->events.at[i].first) != rz_token_sentence(s, f->first)) continue;
        if (met->n_actors != 2 || (met->actors[0] != giver && met->actors[1] != giver)) continue;
        rz_merged_add(e, met->actors[met->actors[0] == giver], "recipient");
        return;
    }
}

/* «در دیدار رؤسای جمهور X و Y چند سند امضا خواهد شد»: by whom, is not told, but between whose states. */
static rz_row side_of_leader(const merger *m, const merged *e, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    uint32_t verb = m->found->scene.clauses[e->from->clause].verb;
    return rz_merge_leads(m, actor) && rz_looks_ahead(e->status) && verb != RZ_NONE && rz_undergone(&m->found->scene, verb) ? a->state : RZ_NONE;
}

/* «در جریان سفر X به Y سه سند امضا شد»: between his state and that which he visits. */
static void lend_signatories(merger *m, merged *e, const merged *setting) {
    rz_row host = rz_state_of_place(m, setting->place_row), own = setting->n_actors == 1 ? m->cast->members.at[setting->actors[0]].state : RZ_NONE;
    bool journey = rz_kind_is(setting->kind, RZ_KIND_JOURNEY) && host != RZ_NONE && own != RZ_NONE && host != own && !e->n_actors;
    if (journey) rz_merged_add(e, rz_cast_row(m->cast, own), "signatory"), rz_merged_add(e, rz_cast_row(m->cast, host), "signatory");
    for (uint32_t a = 0; a < setting->n_actors && !journey; a++) {
        rz_row side = side_of_leader(m, e, setting->actors[a]);
        rz_merged_add(e, side == RZ_NONE ? setting->actors[a] : rz_cast_row(m->cast, side), "signatory");
    }
}

/* «X با Y دیدار کرد و سندی امضا کرد», «… دیدار کرد که به امضای سندی انجامید»: with whom he met just before. */
static void lend_signer(merger *m, uint32_t index) {
    enum { NEAR = 3 };
    const rz_scene *s = &m->found->scene;
    const rz_found_event *f = &m->found->events.at[index];
    merged *e = rz_merged_at(m, index);
    if (!e || !rz_kind_is(e->kind, RZ_KIND_PAPER) || e->n_actors > 1 || rz_looks_ahead(e->status)) return;
    const rz_found_event *before = index ? f - 1 : f;
    const merged *visit = before->clause == f->clause && before->evoked == RZ_EVOKED_NOUN && f->evoked == RZ_EVOKED_NOUN ? rz_merged_at(m, index - (before != f)) : NULL;
    if (visit && visit != e && rz_kind_is(visit->kind, RZ_KIND_JOURNEY)) { /* «سفر X به Y و امضای چند سند» */
        lend_signatories(m, e, visit);
        if (e->place_row == RZ_NONE) e->place = visit->place, e->place_row = visit->place_row;
        return;
    }
    for (uint32_t i = index; i-- > 0 && index - i <= NEAR;) {
        const merged *met = rz_merged_at(m, i);
        if (!met || !rz_kind_is(met->kind, RZ_KIND_MET) || rz_token_sentence(s, m->found->events.at[i].first) != rz_token_sentence(s, f->first)) continue;
        uint32_t clause = m->found->events.at[i].clause;
        bool goes_on = s->clauses[f->clause].parent == clause || f->clause == clause || (e->n_actors && s->clauses[f->clause].kind == RZ_CLAUSE_COORDINATE);
        if (met->n_actors != 2 || rz_looks_ahead(met->status) || !goes_on || (e->n_actors && !rz_merged_has(met, e->actors[0]))) continue;
        for (uint32_t a = 0; a < 2; a++) rz_merged_add(e, met->actors[a], "signatory");
        return;
    }
}

/* «X در نشست خبری مشترک گفت», «جلسه‌ای با X برگزار شد»: with the guest who was told last to have come to him. */
static void lend_guest(const merger *m, merged *e) {
    enum { SENTENCES = 3 };
    const rz_scene *s = &m->found->scene;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.high; i-- > near.low;) {
        const merged *v = &m->out.at[i];
        uint32_t at = rz_token_sentence(s, v->from->first), here = rz_token_sentence(s, e->from->first);
        rz_row state = rz_state_of_place(m, v->place_row);
        if (!rz_kind_is(v->kind, RZ_KIND_JOURNEY) || v->dropped || state == RZ_NONE || at > here || here - at > SENTENCES || rz_looks_ahead(v->status) != rz_looks_ahead(e->status)) continue;
        for (uint32_t a = 0; a < v->n_actors && m->cast->members.at[e->actors[0]].state == state; a++)
            if (!strcmp(v->roles[a], "guest") && v->actors[a] != e->actors[0]) {
                rz_merged_add(e, v->actors[a], "participant");
                return;
            }
    }
}

/* «X در نشست خبری مشترک گفت»: with whom he met just before. */
static void lend_partner(merger *m, uint32_t index) {
    enum { NEAR = 8 };
    const rz_found_event *f = &m->found->events.at[index];
    merged *e = rz_merged_at(m, index);
    rz_row joint = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("joint"));
    bool together = false;
    if (!e || !rz_kind_is(e->kind, RZ_KIND_PRESS) || e->n_actors != 1 || joint == RZ_NONE) return;
    for (rz_hits_run h = rz_hits_within(m->cast->text, f->first, f->last + 1 < m->cast->text->n_tokens ? f->last + 1 : f->last); rz_hits_run_next(&h);)
        together |= h.hit.row == joint;
    for (uint32_t i = index; together && i-- > 0 && index - i < NEAR;) {
        const merged *met = rz_merged_at(m, i);
        if (!met || met == e || met->n_actors != 2 || !rz_kind_is(met->kind, RZ_KIND_CONTACT) || rz_looks_ahead(met->status)) continue;
        for (uint32_t a = 0; a < 2; a++)
            if (rz_same_actor(m, met->actors[a], e->actors[0])) {
                rz_merged_add(e, met->actors[1 - a], "participant");
                return;
            }
    }
    if (together) lend_guest(m, e);
}

/* «برای شرکت در نشست X به Y می‌رود»: the session is where he goes, and, to come, when. */
static void lend_session(const merger *m, const rz_found_event *f, merged *session, const merged *visit) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(session->kind, RZ_KIND_SESSION | RZ_KIND_JOINT) || !rz_kind_is(visit->kind, RZ_KIND_JOURNEY) || visit->place_row == RZ_NONE || visit->from->evoked != RZ_EVOKED_VERB) return;
    rz_govern(&m->found->scene, &link, f->first);
    if (!link.prep || !rz_prep_status(&m->found->scene, &link, f->first)) return;
    if (session->place_row == RZ_NONE) session->place = visit->place, session->place_row = visit->place_row;
    if (session->days.from == RZ_NO_DAY && rz_looks_ahead(visit->status)) session->days = visit->days;
}

static bool is_sat_in(const merger *m, const rz_found_event *f) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(f->kind, RZ_KIND_SITS | RZ_KIND_SESSION | RZ_KIND_JOINT)) return false;
    rz_govern(&m->found->scene, &link, f->first);
    return link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION;
}

/* «در آستانه نشست هفته آینده X با Y دیدار کرد»: not at it. */
static bool on_its_eve(const merger *m, const rz_found_event *f) {
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, f->first);
    return rz_is_eve(&m->found->scene, &link, f->first);
}

/* «در حاشیه نشست …» gives the forum; «در پایان دیدار … به امضا رسید» who signed and when. */
void rz_merge_lend(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        lend_recipient(m, i);
        lend_signer(m, i);
        lend_partner(m, i);
        merged *told = rz_merged_at(m, i);
        bool alone = told && told->n_actors == 1 && rz_kind_is(told->kind, RZ_KIND_CONTACT) && !rz_kind_is(told->kind, RZ_KIND_REMOTE) && m->found->events.at[i].evoked == RZ_EVOKED_HAPPEN;
        if (alone) lend_guest(m, told);
        const rz_found_event *f = &m->found->events.at[i];
        uint32_t other = rz_merge_main_of(m, i);
        if (f->evoked == RZ_EVOKED_VERB || other == RZ_NONE) continue;
        merged *setting = rz_merged_at(m, i), *e = rz_merged_at(m, other);
        if (setting && e && setting != e && f->purpose && setting->from == f) {
            look_back(m, setting, e);
            const merged *to = rz_kind_is(e->kind, RZ_KIND_JOURNEY) ? rz_merge_leg_of(m, e, setting) : e; /* «برای دیدار با Yی به X و Y می‌رود» */
            if (to != e && setting->place == e->place) setting->place = to->place, setting->place_row = to->place_row;
            if (rz_kind_is(e->kind, RZ_KIND_JOURNEY)) rz_merge_place_there(m, to, setting); /* «برای گفت‌وگو با X به Y می‌رود» */
            bool there = rz_kind_is(e->kind, RZ_KIND_JOURNEY) && rz_kind_is(setting->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS) && rz_looks_ahead(e->status) && !rz_called_off(e->status) && to == e;
            if (there && setting->days.from == RZ_NO_DAY && !f->times.n) setting->days = e->days; /* to come as he does */
            if (there && e->days.from == RZ_NO_DAY && !e->from->times.n && e->count == 1 && setting->days.from == setting->days.to) e->days = setting->days;
            drop_aim(m, setting, e);
        }
        if (!setting && e && !f->absorbed) lend_days(m, e, f);
        if (e) lend_place(m, e, f, setting);
        if (!setting || !e || setting == e) continue;
        lend_session(m, f, setting, e);
        bool session = rz_kind_is(setting->kind, RZ_KIND_SESSION), at_it = session && f->occasion && !on_its_eve(m, f);
        bool amid = rz_kind_is(setting->kind, RZ_KIND_ROUNDS) && rz_kind_is(e->kind, RZ_KIND_MET) && f->occasion && !on_its_eve(m, f); /* «در جریان مذاکرات X با Y دیدار کرد» */
        if (amid && e->place_row == RZ_NONE) e->place = setting->place, e->place_row = setting->place_row;
        if (at_it && e->forum == RZ_NONE) e->forum = setting->forum;
        if (at_it && e->place_row == RZ_NONE) e->place = setting->place, e->place_row = setting->place_row;
        if (at_it && setting->days.from == RZ_NO_DAY) setting->days = e->days;
        if (at_it && f->times.n && e->days.from == RZ_NO_DAY && e->count == 1) e->days = m->cast->solution->dates[f->times.at[0]].days; /* «دوشنبه در پایان نشست دو روزه X» */
        if (rz_kind_is(e->kind, RZ_KIND_PAPER) && e->n_actors < 2) lend_signatories(m, e, setting);
        if (rz_kind_is(e->kind, RZ_KIND_PAPER) && e->days.from == RZ_NO_DAY) e->days = setting->days;
        if (rz_kind_is(e->kind, RZ_KIND_CLOSING | RZ_KIND_VOTE | RZ_KIND_MET) && e->place_row == RZ_NONE && is_sat_in(m, f) && !on_its_eve(m, f)) e->place = setting->place, e->place_row = setting->place_row; /* «در نشست خود در X سندی را امضا کردند» */
    }
}

/* «امضای قرارداد گازی X و Y», where that is the agreement's name: its parties, where nobody is told to sign. */
static void sign_by_name(merger *m, merged *e) {
    const rz_text *t = m->cast->text;
    const rz_found_event *f = e->from;
    uint32_t key = rz_key(m->cast->data, "parties");
    uint32_t from = f->first > f->shown_first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : f->shown_first;
    uint32_t to = f->shown_last > f->last + RZ_CLAUSE_REACH ? f->last + RZ_CLAUSE_REACH : f->shown_last;
    for (rz_hits_run h = rz_hits_within(t, from, to); rz_hits_run_next(&h) && !e->n_actors;) {
        if (h.hit.type != RZ_AGREEMENT || rz_points_nowhere(&m->found->scene, &h.hit)) continue;
        for (uint32_t i = 0; i < rz_fields_of(m->cast->data, h.hit.row); i++) {
            rz_field field = rz_field_at(m->cast->data, h.hit.row, i);
            for (rz_str id = field.key == key ? rz_str_word(&field.value) : RZ_STR(""); id.size; id = rz_str_word(&field.value)) {
                rz_row state = rz_row_find(m->cast->data, RZ_STATE, id);
                if (state != RZ_NONE) rz_merged_add(e, rz_cast_row(m->cast, state), "signatory");
            }
        }
    }
}

void rz_merge_sign_by_name(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (rz_kind_is(e->kind, RZ_KIND_PAPER) && !e->n_actors && !e->dropped) sign_by_name(m, e);
    }
}

/* «مخالفان مذاکرات در سئول تجمع کردند»: the place stood nearest to a noun that tells nothing by itself. */
void rz_merge_lend_places(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        bool main_verb = f->evoked == RZ_EVOKED_VERB && m->found->verbal_of[f->clause] == i; /* not «مذاکره» of «مخالفان مذاکره … تجمع کردند» */
        if (f->place == RZ_NONE || main_verb || m->became[i] != RZ_NONE) continue;
        uint32_t main = m->found->verbal_of[f->clause] != RZ_NONE ? m->found->verbal_of[f->clause] : m->found->happens_in[f->clause];
        if (main == RZ_NONE && i + 1 < m->found->events.n && m->found->events.at[i + 1].clause == f->clause) main = i + 1; /* «… تجمع اعتراضی برپا کردند» */
        merged *e = main == RZ_NONE || main == i ? NULL : rz_merged_at(m, main);
        const rz_link *link = &m->found->scene.links[f->place];
        bool session = rz_kind_is(f->kind, RZ_KIND_SESSION) && link->kind != RZ_LINK_PREP && e && rz_kind_is(e->kind, RZ_KIND_PRESS); /* «در پایان نشست X در نشست خبری گفت» */
        session |= rz_kind_is(f->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS) && f->occasion; /* «در حاشیه نشست X», «در جریان مذاکرات X» */
        if (!e || e->place_row != RZ_NONE || !(e->from->frame->places >> RZ_C_IN & 1) || (link->prep != RZ_C_IN && !session)) continue;
        e->place = f->place;
        e->place_row = rz_merged_place(m, f->place);
    }
}

/* «در پایان نشست دو روزه X گفت. نشست نمایندگان … برگزار شد»: where the session was is told beside another word for it. */
void rz_merge_session_places(merger *m) {
    enum { SENTENCES = 3 };
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        if (f->place == RZ_NONE || m->became[i] != RZ_NONE || !rz_kind_is(f->kind, RZ_KIND_SESSION) || f->forum != RZ_NONE || f->in_title) continue;
        merged *best = NULL;
        rz_around near = rz_merged_near(m, f->first);
        for (uint32_t j = near.low; j < near.high; j++) {
            merged *e = &m->out.at[j];
            uint32_t a = rz_token_sentence(&m->found->scene, e->from->first), b = rz_token_sentence(&m->found->scene, f->first);
            bool far = (a > b ? a - b : b - a) > SENTENCES, numbers = f->ordinal && e->from->ordinal && f->ordinal != e->from->ordinal;
            if (rz_kind_is(f->kind, RZ_KIND_LEADERS) && !rz_kind_is(e->kind, RZ_KIND_LEADERS)) continue; /* «نشست وزیران» and the summit that it prepares */
            if (e->dropped || !rz_kind_is(e->kind, RZ_KIND_SESSION) || e->place_row != RZ_NONE || far || numbers || rz_looks_ahead(e->status) != rz_looks_ahead(f->status)) continue;
            if (!best || e->from->first < best->from->first) best = e;
        }
        if (best) best->place = f->place, best->place_row = rz_merged_place(m, f->place);
    }
}

static bool is_group(const merger *m, uint32_t actor) { return !strcmp(m->cast->members.at[actor].shown.kind, "group"); }

/* Others have that role beside them: «X با فعالان زن دیدار کرد». */
static bool is_shared(const char *role) { return !strcmp(role, "participant") || !strcmp(role, "guest") || !strcmp(role, "delegate") || !strcmp(role, "signatory"); }

/* Who marched or took part otherwise, where nobody with a name did: the first of whom it is told so. */
void rz_merge_crowds(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        merged *e = f->crowd_last > f->crowd_first ? rz_merged_at(m, i) : NULL;
        bool known = !e || e->apart == f || (f->in_title && e->from != f && e->n_actors > 1); /* the body has them by name */
        for (uint32_t a = 0; !known && a < e->n_actors; a++) known = !strcmp(e->roles[a], f->crowd_role) && (!is_shared(f->crowd_role) || is_group(m, e->actors[a]));
        if (!known) rz_merged_add(e, rz_cast_crowd(m->cast, f->crowd_first, f->crowd_last), f->crowd_role);
    }
}

static bool is_state(const merger *m, uint32_t actor) { return !strcmp(m->cast->members.at[actor].shown.kind, "state"); }

static rz_row state_of(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return is_state(m, actor) ? a->row : !strcmp(a->shown.kind, "office") ? a->state : RZ_NONE;
}

/* The other of the two states, or with whom both broke: «X روابط با Y را قطع کرد. Z نیز سطح روابط را کاهش داد». */
static rz_row other_side(const merger *m, const merged *pair, uint32_t actor) {
    if (pair->n_actors != 2) return RZ_NONE;
    rz_row own = state_of(m, actor), first = state_of(m, pair->actors[0]), second = state_of(m, pair->actors[1]);
    return first == RZ_NONE || second == RZ_NONE || first == second ? RZ_NONE : own == second ? first : second;
}

/* Relations that one state is told to change: with whom the sentences before have it. */
void rz_merge_other_sides(merger *m) {
    enum { SENTENCES = 3 };
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        const merged *pair = NULL;
        if (!rz_kind_is(e->kind, RZ_KIND_RELATIONS) || e->dropped || e->n_actors != 1 || !e->verbal || !is_state(m, e->actors[0])) continue;
        if (e->place_row != RZ_NONE && rz_state_of_place(m, e->place_row) != state_of(m, e->actors[0])) continue; /* «سفارتش را در Y گشود» */
        rz_around near = rz_merged_around(m, e);
        for (uint32_t j = near.low; j < near.high; j++) {
            const merged *o = &m->out.at[j];
            bool deed = rz_kind_is(o->kind, RZ_KIND_RELATIONS | RZ_KIND_EXPULSION);
            if (o == e || o->dropped || !deed || o->from->in_title || o->from->first > e->from->first) continue;
            if (rz_token_sentence(&m->found->scene, e->from->first) - rz_token_sentence(&m->found->scene, o->from->first) > SENTENCES || other_side(m, o, e->actors[0]) == RZ_NONE) continue;
            if (!pair || o->from->first > pair->from->first) pair = o;
        }
        if (pair) rz_merged_add(e, rz_cast_row(m->cast, other_side(m, pair, e->actors[0])), "participant");
    }
}
