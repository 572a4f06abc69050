/* Where what is told in the sentences after was: a session or a visit sets the scene for those who are told to be at it. */
#include "resolve/merge.h"

/* What has a place of its own only where it is told, and else is where those who hold it are. */
static bool is_sitting(const merged *e) { return rz_kind_is(e->kind, RZ_KIND_SITS | RZ_KIND_PRESS); }

/* «پیام X را به Y داد»: handed over; who only bore one may have handed it over elsewhere. */
static bool is_handed(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    uint32_t verb = s->clauses[e->from->clause].verb;
    bool brought = false, received = false;
    if (verb != RZ_NONE && s->text->verbs[verb].lemma == s->g->be) return false;
    for (uint32_t i = 0; i < e->n_actors && rz_kind_is(e->kind, RZ_KIND_MESSAGE); i++)
        brought |= !strcmp(e->roles[i], "delegate"), received |= !strcmp(e->roles[i], "recipient");
    return brought && received;
}

static bool is_held_there(const merger *m, const merged *e) {
    bool sure = !strcmp(e->status, "held") || !strcmp(e->status, "ongoing") || !strcmp(e->status, "planned");
    return (is_sitting(e) || is_handed(m, e)) && sure && e->forum == RZ_NONE && e->count <= 1;
}

static bool sets_scene(const merged *e) { return rz_kind_is(e->kind, RZ_KIND_SCENE) && e->place_row != RZ_NONE && !e->dropped; }

/* «امروز», «فردا» */
static bool is_soon(const merger *m, const merged *e) {
    const rz_time_mention *t = e->from->times.n ? &m->cast->mentions->times[e->from->times.at[0]] : NULL;
    return t && t->kind == RZ_TIME_OFFSET && t->anchor == RZ_NONE && !t->story && t->offset >= 0 && t->offset <= 1;
}

/* A stay goes on for some days; what is to come may follow what was. */
static bool in_time(const merger *m, const merged *scene, const merged *e) {
    enum { STAY = 2 };
    bool ahead = rz_looks_ahead(scene->status), later = rz_looks_ahead(e->status);
    if (ahead && !later) return false;
    if (!strcmp(scene->status, "denied") || !strcmp(scene->status, "alleged")) return false;
    bool open = e->days.from == RZ_NO_DAY || scene->days.from == RZ_NO_DAY;
    if (open) return ahead == later || is_soon(m, e); /* «وارد X شد. امروز با Y دیدار می‌کند» */
    return e->days.from >= scene->days.from - 1 && e->days.from <= scene->days.to + STAY;
}

/* Told before it, and not too far. */
static bool shortly_before(const merger *m, const merged *scene, const merged *e) {
    enum { SENTENCES = 8 };
    uint32_t a = rz_merge_sentence(m, scene->told_last < e->from->first ? scene->told_last : scene->from->first), b = rz_merge_sentence(m, e->from->first);
    return scene->from->first < e->from->first && b - a <= SENTENCES;
}

/* «در سعدآباد با X دیدار کرد. فردا به دیدار Y می‌رود»: others receive elsewhere. */
static bool of_another_house(const merger *m, const merged *scene, const merged *e) {
    bool palace = rz_row_type_of(m->cast->data, scene->place_row) == RZ_PLACE && rz_row_has(m->cast->data, scene->place_row, "kind", "palace");
    return palace && !rz_kind_is(e->kind, RZ_KIND_PRESS) && rz_merged_shared(scene, e) < e->n_actors;
}

/* Who leads a third state is met elsewhere, unless a session brought both there: «وارد X شد. فردا با رئیس‌جمهور Y دیدار می‌کند». */
static bool leads_a_third(const merger *m, const merged *scene, const merged *e) {
    rz_row home = rz_state_of_place(m, scene->place_row);
    bool third = false;
    if (rz_kind_is(scene->kind, RZ_KIND_SESSION) || !rz_kind_is(e->kind, RZ_KIND_CONTACT)) return false;
    for (uint32_t i = 0; i < e->n_actors; i++) third |= !rz_merged_has(scene, e->actors[i]) && rz_merge_leads(m, e->actors[i]) && m->cast->members.at[e->actors[i]].state != home;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high && third; i++) {
        const merged *o = &m->out.at[i];
        if (!o->dropped && rz_kind_is(o->kind, RZ_KIND_SESSION) && o->place_row != RZ_NONE && rz_state_of_place(m, o->place_row) == home) return false;
    }
    return third;
}

/* Where somebody of those was told last to be. */
static const merged *own_scene(const merger *m, const merged *e) {
    const merged *best = NULL;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *s = &m->out.at[i];
        bool both_nouns = e->from->evoked == RZ_EVOKED_NOUN && (e->from->owned || s->from->clause == e->from->clause); /* «سفر X به Y و دیدارش با Z»: of which trip is open */
        if (s == e || both_nouns || !sets_scene(s) || !shortly_before(m, s, e) || !rz_merged_shared(s, e) || of_another_house(m, s, e) || leads_a_third(m, s, e)) continue;
        if (!best || s->from->first > best->from->first) best = s;
    }
    return best;
}

static rz_row state_of(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return a->state != RZ_NONE ? a->state : a->row;
}

static bool has_of_state(const merger *m, const merged *e, rz_row state, const merged *but) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        bool there = false;
        for (uint32_t j = 0; but && j < but->n_actors; j++) there |= but->actors[j] == e->actors[i];
        if (!there && state_of(m, e->actors[i]) == state) return true;
    }
    return false;
}

/* «مادورو به تهران آمد. وزیر خارجه ونزوئلا با X دیدار کرد»: whom the guest brought, with a host; the host before reporters. */
static bool in_company(const merger *m, const merged *scene, const merged *e) {
    rz_row home = rz_state_of_place(m, scene->place_row);
    if (home == RZ_NONE || !has_of_state(m, e, home, NULL)) return false;
    if (rz_kind_is(e->kind, RZ_KIND_PRESS)) return e->n_actors > 1 || rz_kind_is(scene->kind, RZ_KIND_SESSION);
    bool told = (scene->verbal && e->verbal) || scene->from->clause == e->from->clause; /* «پس از ورود هیئت X به Y با Z دیدار کرد» */
    if (!rz_kind_is(scene->kind, RZ_KIND_JOURNEY) || !told || e->n_actors != 2) return false;
    for (uint32_t i = 0; i < scene->n_actors; i++)
        if (state_of(m, scene->actors[i]) != home && has_of_state(m, e, state_of(m, scene->actors[i]), scene)) return true;
    return false;
}

/* The scene told last in which others of the same states were. */
static const merged *scene_of_company(const merger *m, const merged *e) {
    const merged *best = NULL;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *s = &m->out.at[i];
        if (s == e || !sets_scene(s) || !shortly_before(m, s, e) || of_another_house(m, s, e) || !in_company(m, s, e)) continue;
        if (!best || s->from->first > best->from->first) best = s;
    }
    return best;
}

/* «در حاشیه اجلاس», «در آغاز این نشست با X دیدار کرد»: a session that the clause only points to. */
static bool beside_session(const merger *m, const merged *e) {
    uint32_t at = (uint32_t)(e->from - m->found->events.at), low = at > 3 ? at - 3 : 0;
    for (uint32_t i = low; i < m->found->events.n && i <= at + 1; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        if (f->clause == e->from->clause && (f->occasion || f->definite) && rz_kind_is(f->kind, RZ_KIND_SESSION) && f->place == RZ_NONE && f->forum == RZ_NONE && !f->ordinal) return true;
    }
    return false;
}

/* «اجلاس شنبه در X تشکیل می‌شود. امید است که دو طرف در حاشیه اجلاس گفت‌وگو کنند»: the one told right before. */
static const merged *session_just_told(const merger *m, const merged *e) {
    const merged *best = NULL;
    if (!is_sitting(e) || e->forum != RZ_NONE || e->count > 1 || !beside_session(m, e)) return NULL;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        bool told = o != e && !o->dropped && o->place_row != RZ_NONE && rz_kind_is(o->kind, RZ_KIND_SESSION) && o->told_last < e->from->first;
        if (!told || rz_looks_ahead(o->status) != rz_looks_ahead(e->status) || rz_merge_sentence(m, e->from->first) - rz_merge_sentence(m, o->told_last) > 1) continue;
        if (!best || o->told_last > best->told_last) best = o;
    }
    return best;
}

/* The session that the report is about: it opens with it. */
static const merged *lead_session(const merger *m) {
    enum { SENTENCES = 3 };
    const merged *best = NULL;
    const rz_scene *s = &m->found->scene;
    uint32_t body = s->n_clauses ? s->clauses[0].sentence : 0;
    for (uint32_t i = 0; i < m->out.n && i < OPEN_EVENTS; i++) {
        const merged *e = &m->out.at[i];
        bool told = rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS) && e->place_row != RZ_NONE && !e->dropped && !e->from->occasion;
        if (!told || rz_merge_sentence(m, e->from->first) > body + SENTENCES || (best && best->from->first < e->from->first)) continue;
        best = e;
    }
    return best;
}

/* «کرده بود»: before what the report is about. */
static bool is_background(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    uint32_t verb = s->clauses[e->from->clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT;
}

/* «در نشست خبری پایانی», «در پایان این دور در نشست خبری»: at the end of the session. */
static bool is_closing(const merger *m, const merged *e) {
    enum { NEAR = 8 };
    const rz_text *t = m->cast->text;
    rz_row closing = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("closing"));
    for (rz_hits_run h = rz_hits_within(t, e->from->first, e->from->last + 1 < t->n_tokens ? e->from->last + 1 : e->from->last); rz_hits_run_next(&h);)
        if (h.hit.row == closing) return true;
    const rz_scene *s = &m->found->scene;
    uint32_t from = s->clauses[e->from->clause].first, low = e->from->first > from + NEAR ? e->from->first - NEAR : from;
    return rz_listed_within(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("ends-session")), low, e->from->first);
}

static bool names_session(const rz_scene *s, uint32_t t) {
    for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
        if (rz_kind_is(s->g->frames[h.hit.row - s->g->first_frame].kind, RZ_KIND_SESSION)) return true;
    return false;
}

/* «پیش از این نشست با Y دیدار کرد» */
static bool outside(const merger *m, const merged *e) {
    enum { THIS = 1, LONGEST = 3 };
    const rz_scene *s = &m->found->scene;
    const rz_sentence *sentence = &m->cast->text->sentences[rz_merge_sentence(m, e->from->first)];
    for (uint32_t t = sentence->first; t < e->from->first; t++) {
        uint32_t from = t > sentence->first + LONGEST ? t - LONGEST : sentence->first;
        if (!names_session(s, t)) continue;
        for (rz_hits_run h = rz_hits_within(s->text, from, t); rz_hits_run_next(&h);) {
            uint8_t class = h.hit.type == RZ_WORDS ? rz_class_of(s->g, h.hit.row) : 0;
            if ((class == RZ_C_BEFORE || class == RZ_C_AFTER) && h.hit.last + THIS >= t) return true;
        }
    }
    return false;
}

/* Of which office those are who sit at it: «نشست وزیران خارجه X»; RZ_NONE: it is not told. */
rz_row rz_merge_office_of(const merger *m, const merged *session) {
    enum { NEAR = 6 };
    const rz_text *t = m->cast->text;
    uint32_t last = session->from->last + NEAR < t->n_tokens ? session->from->last + NEAR : t->n_tokens, plural = rz_key(m->cast->data, "plural");
    for (rz_hits_run h = rz_hits_within(t, session->from->first, last); rz_hits_run_next(&h);)
        if (h.hit.type == RZ_OFFICE && h.hit.key == plural) return h.hit.row;
    return RZ_NONE;
}

/* A meeting at the session that the report is about, of those who lead states at a summit, of ministers at a session of theirs, tells
 * of them at it. */
static void attend(const merger *m, merged *session, const merged *e) {
    bool summit = rz_kind_is(session->kind, RZ_KIND_LEADERS);
    rz_row office = summit ? RZ_NONE : rz_merge_office_of(m, session);
    if (!rz_kind_is(session->kind, RZ_KIND_SESSION) || (!summit && office == RZ_NONE) || !rz_kind_is(e->kind, RZ_KIND_MET)) return;
    if (rz_looks_ahead(session->status) || rz_looks_ahead(e->status) || outside(m, e)) return;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *who = &m->cast->members.at[e->actors[i]];
        if (summit && has_of_state(m, session, state_of(m, e->actors[i]), NULL)) continue; /* one speaks for each state */
        if (summit ? rz_merge_leads(m, e->actors[i]) : who->office == office && !strcmp(who->shown.kind, "person")) rz_merged_add(session, e->actors[i], "participant");
    }
}

/* Of the session that the report is about, told among it: a meeting of people, the press conference that closes it. */
static bool at_session(const merger *m, const merged *lead, const merged *e) {
    if (!lead || lead == e || lead->from->first > e->from->first || !in_time(m, lead, e)) return false;
    if (rz_kind_is(e->kind, RZ_KIND_PRESS)) return is_closing(m, e);
    if (!rz_kind_is(e->kind, RZ_KIND_MET | RZ_KIND_LOOSE)) return false;
    if (beside_session(m, e)) return true;
    uint32_t people = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) people += !strcmp(m->cast->members.at[e->actors[i]].shown.kind, "person");
    return people >= 2;
}

/* Nothing tells that he was elsewhere: of a city and its state the city tells more. */
static bool may_be_there(const merger *m, const merged *own, const merged *lead) {
    return !own || own->place_row == lead->place_row || own->place_row == rz_state_of_place(m, lead->place_row);
}

void rz_merge_scenes(merger *m) {
    const merged *lead = lead_session(m);
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || e->place_row != RZ_NONE || is_background(m, e)) continue;
        const merged *just = session_just_told(m, e);
        if (just) e->place = just->place, e->place_row = just->place_row;
        if (just || !is_held_there(m, e)) continue;
        const merged *s = own_scene(m, e);
        if (lead && may_be_there(m, s, lead) && at_session(m, lead, e)) {
            s = lead;
            attend(m, &m->out.at[lead - m->out.at], e);
        }
        if (!s) s = scene_of_company(m, e);
        if (s && in_time(m, s, e)) e->place = s->place, e->place_row = s->place_row;
    }
}

/* Nothing after the noun says which it is: «در اجلاس با …», «در اجلاس سخنرانی کرد», not «در اجلاس X». */
bool rz_merge_stands_alone(const merger *m, uint32_t next) {
    const rz_scene *s = &m->found->scene;
    uint32_t end;
    if (next >= s->text->n_tokens || s->mention_at[next] != RZ_NONE) return false;
    return s->text->tokens[next].punct || s->text->tokens[next].verb != RZ_NONE || rz_class_at(s, next, &end) || rz_trigger_at(m->found, next) != RZ_NONE;
}

/* «در اجلاس حضور داشت»: nothing tells which, so it is the one told of. */
static bool points_back(const merger *m, const merged *e) {
    const rz_found_event *f = e->from;
    const rz_token *t = &m->found->scene.text->tokens[f->first];
    bool told = f->evoked == RZ_EVOKED_NOUN || (f->evoked == RZ_EVOKED_HAPPEN && f->definite); /* «این نشست با حضور X برگزار شد» */
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION) || !told || f->in_title || f->ranked || f->ordinal || e->forum != RZ_NONE) return false;
    if (f->definite) return true;
    bool bare = f->last == f->first + 1;
    for (uint32_t i = 0; i < f->n_also; i++) bare |= f->also[i]->kind == f->kind && (f->also[i]->needs & RZ_NEEDS_FORUM_OR_ACTOR); /* «در اجلاس سران شرکت می‌کند» */
    return bare && !t->tail && rz_merge_stands_alone(m, f->last) && e->place_row == RZ_NONE && !f->times.n && e->n_actors > 0;
}

/* Of a session and a meeting at its margin, told in one sentence, the session is meant. */
static bool told_later(const merger *m, const merged *a, const merged *b) {
    bool session = rz_kind_is(a->kind, RZ_KIND_SESSION), one_sentence = rz_merge_sentence(m, a->told_last) == rz_merge_sentence(m, b->told_last);
    if (one_sentence && session != rz_kind_is(b->kind, RZ_KIND_SESSION)) return session;
    return a->told_last > b->told_last;
}

/* The only session told of so far, and from the beginning: the one that the report is about. */
static bool opens_with(const merger *m, const merged *s) {
    enum { SENTENCES = 2 };
    uint32_t body = m->found->scene.n_clauses ? m->found->scene.clauses[0].sentence : 0;
    if (rz_merge_sentence(m, s->from->first) > body + SENTENCES || s->from->occasion) return false;
    for (uint32_t i = 0; i < m->out.n && i < OPEN_EVENTS; i++)
        if (&m->out.at[i] != s && rz_kind_is(m->out.at[i].kind, RZ_KIND_SESSION) && !m->out.at[i].from->in_title) return false;
    return true;
}

/* «سران X در اجلاسی که در Y برگزار شد گرد هم آمدند», «برای شرکت در اجلاس X گرد هم آمدند»: the session of the verb's own clause. */
static uint32_t gathered_in(const merger *m, const merged *verb) {
    const rz_scene *s = &m->found->scene;
    uint32_t first = verb->from->first, from = s->clauses[verb->from->clause].first;
    if (verb->from->evoked != RZ_EVOKED_VERB || !rz_kind_is(verb->kind, RZ_KIND_SESSION) || verb->from->frame->nominal) return RZ_NONE;
    if (first > from + RZ_CLAUSE_REACH) from = first - RZ_CLAUSE_REACH;
    for (uint32_t t = first; t-- > from;) {
        uint32_t i = rz_trigger_at(m->found, t);
        const rz_found_event *f = i == RZ_NONE ? NULL : &m->found->events.at[i];
        if (!f || f == verb->from || f->clause != verb->from->clause || f->evoked == RZ_EVOKED_VERB || m->became[i] == RZ_NONE) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, f->first);
        if (rz_kind_is(f->kind, RZ_KIND_SESSION) && (link.prep == RZ_C_IN || f->purpose)) return m->became[i];
    }
    return RZ_NONE;
}

uint32_t rz_merge_session_meant(const merger *m, const merged *e) {
    enum { SENTENCES = 6, NEAR = 3 };
    uint32_t best = m->out.n ? m->out.n - 1 : RZ_NONE;
    bool beside = best != RZ_NONE && e->from->evoked != RZ_EVOKED_VERB && rz_kind_is(e->kind, RZ_KIND_SESSION) && rz_kind_is(m->out.at[best].kind, RZ_KIND_SESSION) && e->forum == RZ_NONE && !e->n_actors && !e->from->definite;
    if (beside && m->out.at[best].from->clause == e->from->clause && !m->out.at[best].from->in_title) return best; /* «نشست X و نشست‌های وابسته به آن» */
    best = gathered_in(m, e);
    if (best != RZ_NONE) return best;
    if (!points_back(m, e)) return RZ_NONE;
    for (uint32_t i = rz_first_open(m); i < m->out.n; i++) {
        const merged *s = &m->out.at[i];
        bool session = rz_kind_is(s->kind, RZ_KIND_SESSION);
        bool sat = session || (is_sitting(s) && s->from->clause != e->from->clause); /* «در نشست خبری در پایان این نشست» */
        if (!sat || s->from->in_title || s->told_last >= e->from->first) continue;
        if (best == RZ_NONE || told_later(m, s, &m->out.at[best])) best = i;
    }
    const merged *s = best == RZ_NONE ? NULL : &m->out.at[best];
    uint32_t far = s ? rz_merge_sentence(m, e->from->first) - rz_merge_sentence(m, s->told_last) : 0;
    if (s && !rz_kind_is(s->kind, RZ_KIND_SESSION) && e->from->definite && !far && rz_looks_ahead(s->status) == rz_looks_ahead(e->status)) return best; /* «قرار بود دیدار کنند، اما این نشست لغو شد» */
    bool opens = s && opens_with(m, s);
    if (!s || !rz_kind_is(s->kind, RZ_KIND_SESSION) || (far > (e->from->definite ? SENTENCES : NEAR) && !opens) || s->count > 1) return RZ_NONE;
    if (rz_looks_ahead(s->status) != rz_looks_ahead(e->status) && !e->from->definite) return RZ_NONE;
    if (!rz_days_agree(e->days, s->days)) return RZ_NONE;
    return e->place_row == RZ_NONE || s->place_row == RZ_NONE || e->place_row == s->place_row ? best : RZ_NONE;
}
