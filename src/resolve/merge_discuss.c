/* What was discussed: the topics of the meeting, the call, the session that was told of. */
#include "resolve/merge.h"

/* That it points to, or that it stands in: «در این سفر … بررسی شد», «در نشستی در X بررسی شد», «این نامه به X می‌پردازد». */
static bool is_setting(const merger *m, uint32_t index, const merged *o, const rz_found_event *f) {
    if (rz_kind_is(o->kind, RZ_KIND_MESSAGE)) return m->found->events.at[index].definite;
    if (!rz_kind_is(o->kind, RZ_KIND_JOURNEY | RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS)) return false;
    return m->found->events.at[index].definite || rz_merge_is_in_session(m, index, f);
}

/* Is it told with whom they discussed, and was none of those there? «پس از دیدار با X با Y به گفت‌وگو نشست» */
static bool with_others(const merger *m, const rz_found_event *f, const merged *o) {
    bool with = false;
    for (uint32_t i = 0; i < f->parts.n; i++) {
        uint32_t mention = f->parts.at[i].mention;
        if (mention >= m->cast->mentions->n || m->found->scene.links[mention].prep != RZ_C_WITH) continue;
        if (rz_merged_has(o, rz_cast_actor(m->cast, mention))) return false;
        with = true;
    }
    return with && o->n_actors > 1;
}

/* Told in the sentence of the words, before them. */
static merged *of_sentence(merger *m, const rz_found_event *f, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, f->first)];
    uint32_t from = f->first > sentence->first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : sentence->first;
    merged *to = NULL;
    for (uint32_t t = from; t < f->first; t++) {
        uint32_t other = rz_trigger_at(m->found, t);
        if (other == RZ_NONE || m->became[other] == RZ_NONE) continue;
        merged *o = &m->out.at[m->became[other]];
        bool contact = rz_kind_is(o->kind, RZ_KIND_CONTACT) && !with_others(m, f, o), message = rz_kind_is(o->kind, RZ_KIND_MESSAGE);
        bool his = rz_kind_is(o->kind, RZ_KIND_JOURNEY) && !f->frame->discussion && e->n_actors == 1 && rz_merged_shared(o, e); /* «در سفرش به X درباره Y گفت‌وگو می‌کند» */
        bool setting = (e->n_actors < 2 || message) && is_setting(m, other, o, f);
        if (contact || (!to && (his || setting))) to = o;
    }
    return to;
}

/* The contact told of last before the words, of those who discuss; where none was, the first told of further on in `any`. */
static merged *last_contact(merger *m, const rz_found_event *f, const merged *e, bool ahead, merged **any) {
    merged *next = NULL, *before = NULL;
    rz_around near = rz_merged_near(m, f->first);
    for (uint32_t i = near.high; i-- > near.low;) {
        merged *o = &m->out.at[i];
        if (!rz_kind_is(o->kind, RZ_KIND_CONTACT) || rz_looks_ahead(o->status) != ahead || o->count > 1) continue;
        if (e->n_actors && rz_shared_actors(m, o, e) < (e->n_actors < o->n_actors ? e->n_actors : o->n_actors)) continue;
        next = o;
        if (o->from->first < f->first && !o->from->in_title && (!before || o->from->first > before->from->first)) before = o;
    }
    *any = next;
    return before;
}

/* «شرکت‌کنندگان درباره X بحث می‌کنند», «اعضا تصمیم گرفتند …»: those of a session, whom nobody names. */
static bool of_those_who_sit(const merger *m, const rz_found_event *f, const merged *e) {
    const rz_scene *s = &m->found->scene;
    if (e->n_actors) return false;
    if (f->frame->discussion && f->frame->has_context) return true;
    uint32_t first = s->clauses[f->clause].first, from = f->first > first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : first;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("those-who-sit")), from, f->first);
}

/* «کمیسیون مشترک X و Y برگزار شد. دو طرف … را بررسی کردند»: the sitting told just before, of the same. */
static merged *last_sitting(merger *m, const rz_found_event *f, const merged *e, bool ahead) {
    enum { SENTENCES = 2 };
    bool members = of_those_who_sit(m, f, e);
    rz_around near = rz_merged_near(m, f->first);
    for (uint32_t i = near.high; i-- > near.low;) {
        merged *o = &m->out.at[i];
        bool both = f->frame->both_subject && o->n_actors > 1 && o->forum == RZ_NONE; /* «سران X و Y گرد هم آمدند و بر Z تأکید کردند» */
        bool sat = rz_kind_is(o->kind, RZ_KIND_JOINT | RZ_KIND_ROUNDS) || ((members || both || e->n_actors > 1) && rz_kind_is(o->kind, RZ_KIND_SESSION));
        bool begun = members && (!strcmp(o->status, "ongoing") || (ahead && !strcmp(o->status, "held"))); /* «نشست آغاز شد. شرکت‌کنندگان درباره X گفت‌وگو می‌کنند» */
        if (!sat || (o->from->in_title && o->told_last < m->found->scene.article->title_last) || (rz_looks_ahead(o->status) != ahead && !begun) || o->from->first > f->first) continue;
        uint32_t apart = rz_token_sentence(&m->found->scene, f->first) - rz_token_sentence(&m->found->scene, o->told_last);
        return apart <= SENTENCES && (!e->n_actors || rz_merged_shared(o, e) >= e->n_actors) ? o : NULL;
    }
    return NULL;
}

/* «فردا با X دیدار می‌کند. Y محور این گفت‌وگوهاست»: told in the present of what is to come, right before. */
static merged *coming_contact(merger *m, const rz_found_event *f, const merged *e) {
    enum { SENTENCES = 3 };
    const rz_scene *s = &m->found->scene;
    uint32_t verb = s->clauses[f->clause].verb;
    merged *any = NULL, *to = verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PRESENT ? last_contact(m, f, e, true, &any) : NULL;
    return to && to->from->first < f->first && rz_token_sentence(s, f->first) - rz_token_sentence(s, to->from->first) <= SENTENCES ? to : NULL;
}

static bool stands_behind(const merger *m, const rz_found_event *f, uint8_t class) {
    uint32_t start;
    return rz_class_before(&m->found->scene, f->first, m->found->scene.clauses[f->clause].first, false, &start) == class;
}

/* «سران درباره X گفت‌وگو کردند», nobody known: no talks of their own, but what those told of before spoke of. */
static bool only_speaks(const merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    if (f->absorbed || f->in_title || m->became[index] != RZ_NONE || !f->topics.n) return false;
    if (f->evoked == RZ_EVOKED_VERB || f->evoked == RZ_EVOKED_HAPPEN) return rz_kind_is(f->kind, RZ_KIND_LOOSE | RZ_KIND_ROUNDS) && f->parts.n <= 1 && f->place == RZ_NONE;
    bool one = rz_kind_is(f->kind, RZ_KIND_LOOSE | RZ_KIND_ROUNDS) && f->parts.n <= 1;
    return one && stands_behind(m, f, RZ_C_TOPIC_AXIS); /* «X از محورهای مذاکرات Y است» */
}

/* «از دیدار X با Y و رایزنی درباره Z خبر داد»: of the contact told before in the sentence. */
static bool goes_on_contact(const merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    bool idle = !f->absorbed && m->became[index] == RZ_NONE && f->topics.n && !f->parts.n && f->evoked == RZ_EVOKED_NOUN;
    return idle && rz_kind_is(f->kind, RZ_KIND_LOOSE) && stands_behind(m, f, RZ_C_AND);
}

static bool told_just_before(const merger *m, const merged *to, const rz_found_event *f) {
    enum { SENTENCES = 2 };
    return to->from->first < f->first && rz_token_sentence(&m->found->scene, f->first) - rz_token_sentence(&m->found->scene, to->told_last) <= SENTENCES;
}

/* «… مورد تبادل نظر قرار گرفت»: the topics of the contact in the same clause or sentence, else of the one told of last. */
void rz_merge_discuss(merger *m, uint32_t index) {
    const rz_found_event *f = &m->found->events.at[index];
    bool speaks = !f->frame->discussion, beside = speaks && goes_on_contact(m, index);
    if (speaks && !beside && !only_speaks(m, index)) return;
    merged e = rz_merge_begin(m, f, RZ_NONE, f->place);
    bool ahead = rz_looks_ahead(f->status);
    merged *any = NULL, *to = of_sentence(m, f, &e);
    if (!to && beside) return;
    if (!to) to = last_contact(m, f, &e, ahead, &any);
    if (!to) to = last_sitting(m, f, &e, ahead);
    if (!to) to = any; /* told of only further on */
    if (!to && !ahead) to = coming_contact(m, f, &e);
    if (!to && e.n_actors >= 2) {
        if (f->times.n) e = rz_merge_begin(m, f, f->times.at[0], f->place); /* «همان روز با X به گفت‌وگو نشست» */
        e.kind = m->found->scene.g->talks;
        *RZ_PUSH(m->cast->arena, &m->out) = e;
        return;
    }
    if (!to || (speaks && !told_just_before(m, to, f))) return;
    bool here = to->from->clause == f->clause;
    if (f->times.n && to->days.from == RZ_NO_DAY && here) to->days = m->cast->solution->dates[f->times.at[0]].days;
    if (to->place_row == RZ_NONE && here) to->place = e.place, to->place_row = e.place_row;
    rz_merged_topics(m, to, &e.topics);
    rz_around near = rz_merged_around(m, to);
    for (uint32_t i = near.low; i < near.high; i++) /* calls told together are about the same */
        if (m->out.at[i].from == to->from) rz_merged_topics(m, &m->out.at[i], &e.topics);
    if (e.topics.n) rz_merge_add_proof(m, to, f);
}
