/* Of what forum an event is: who sits in the session, votes, or is told of right beside it. */
#include "event/event.h"

enum { NEAR_WORDS = 3 };

static bool forum_of(const rz_found *found, const rz_found_event *e, uint32_t i) {
    const rz_scene *s = &found->scene;
    const rz_mention *m = &s->mentions->at[i];
    if (m->first < e->last) return true;
    if (m->first - e->last > 2 * NEAR_WORDS || rz_verb_between(s, e->last, m->first)) return false;
    if (rz_trigger_between(found, e, e->last, m->first)) return false;
    uint8_t prep = s->links[i].prep;
    return s->links[i].kind == RZ_LINK_OF || s->links[i].kind == RZ_LINK_FREE || prep == RZ_C_IN || prep == RZ_C_OCCASION;
}

/* «شورای حکام قطعنامه را تصویب کرد», «در شورای امنیت … تصویب شد» */
static void forum_of_verb(rz_found *found, uint32_t i) {
    const rz_link *link = &found->scene.links[i];
    uint32_t j = found->verbal_of[link->clause];
    if (j == RZ_NONE) j = found->happens_in[link->clause]; /* «شورای امنیت … نشستی برگزار کرد» */
    if (j == RZ_NONE) return;
    rz_found_event *e = &found->events.at[j];
    if (e->evoked == RZ_EVOKED_HAPPEN && link->kind != RZ_LINK_FREE) return;
    bool stands = link->kind == RZ_LINK_FREE || link->kind == RZ_LINK_OF || link->prep == RZ_C_IN || link->prep == RZ_C_TO || link->prep == RZ_C_OCCASION; /* «در قالب X گرد هم آمدند» */
    bool sits = (e->frame->needs & (RZ_NEEDS_FORUM_OR_TWO | RZ_NEEDS_FORUM_OR_ACTOR)) || rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_VOTE);
    if (sits && e->forum == RZ_NONE && stands) e->forum = i;
}

/* «شورای امنیت رأی‌گیری درباره X را به تعویق انداخت», «شورای حکام با تصویب قطعنامه‌ای X را محکوم کرد»: what it puts off, what it does so by is its own. */
static void forum_of_news(rz_found *found, uint32_t i) {
    const rz_scene *s = &found->scene;
    uint32_t from = s->mentions->at[i].last, to = s->clauses[s->links[i].clause].last;
    if (s->links[i].kind != RZ_LINK_FREE) return;
    for (uint32_t t = from, end; t < to && t < from + 2 * NEAR_WORDS; t++) {
        uint32_t j = rz_trigger_at(found, t);
        if (j == RZ_NONE) continue;
        rz_found_event *e = &found->events.at[j];
        bool by_it = rz_kind_is(e->kind, RZ_KIND_VOTE) && e->evoked == RZ_EVOKED_NOUN && rz_class_at(s, t - 1, &end) == RZ_C_WITH;
        bool news = t < from + NEAR_WORDS && rz_gives_news(s, e);
        if ((e->frame->needs & RZ_NEEDS_FORUM_OR_ACTOR) && e->forum == RZ_NONE && (by_it || news)) e->forum = i;
        return;
    }
}

/* An organisation that states are members of: it can meet. */
static bool meets(const rz_scene *s, const rz_mention *m) {
    if (m->row == RZ_NONE || m->body != RZ_NONE) return false;
    static const char *const kinds[] = {"intergovernmental", "union", "alliance"};
    for (int k = 0; k < 3; k++)
        if (rz_row_has(s->text->data, m->row, "kind", kinds[k])) return true;
    return false;
}

/* «شورای همکاری … نشست خود را برگزار کرد», «سران آسه‌آن گرد هم آمدند»: whose the session is that it holds, who holds one as many do. */
static void forum_of_own(rz_found *found, uint32_t i) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[s->links[i].clause];
    uint32_t from = s->mentions->at[i].last, to = c->last < from + RZ_REACH ? c->last : from + RZ_REACH;
    bool itself = s->mentions->at[i].kind == RZ_M_FORUM; /* «سران بریکس در پایان نشست خود …» */
    if ((c->subject != i && !itself) || c->verb == RZ_NONE) return;
    for (uint32_t t = from; t < to; t++) {
        rz_found_event *e = rz_event_at(found, t);
        if (!e || !rz_kind_is(e->kind, RZ_KIND_SESSION) || e->forum != RZ_NONE) continue;
        bool own = rz_class_within(s, e->last, e->last + 2 * NEAR_WORDS < c->last ? e->last + 2 * NEAR_WORDS : c->last, RZ_C_OWN);
        if (own || (!itself && e->evoked != RZ_EVOKED_NOUN && s->text->verbs[c->verb].plural)) e->forum = i;
        return;
    }
}

/* One that sits, as a forum does: «شورای امنیت». */
static bool is_council(const rz_scene *s, const rz_mention *m) {
    return m->kind == RZ_M_ORGANISATION && m->row != RZ_NONE && m->body == RZ_NONE && rz_row_has(s->text->data, m->row, "kind", "council");
}

/* The forum that met: «نشست شورای حکام», «نشست سران کشورهای عضو سازمان همکاری شانگهای». */
void rz_forums_give(rz_found *found) {
    const rz_scene *s = &found->scene;
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        const rz_mention *m = &s->mentions->at[i];
        bool of_states = m->kind == RZ_M_ORGANISATION && meets(s, m);
        if ((m->kind != RZ_M_FORUM && !of_states && !is_council(s, m)) || s->links[i].clause == RZ_NONE) continue;
        uint32_t from = s->text->sentences[rz_token_sentence(s, m->first)].first;
        if (m->first > from + RZ_REACH) from = m->first - RZ_REACH;
        for (uint32_t t = from; t <= m->first; t++) {
            uint32_t j = rz_trigger_at(found, t);
            if (j == RZ_NONE || found->events.at[j].forum != RZ_NONE) continue;
            if (of_states && ((s->links[i].kind != RZ_LINK_OF && m->first != found->events.at[j].last) || !rz_kind_is(found->events.at[j].kind, RZ_KIND_SESSION))) continue;
            if (forum_of(found, &found->events.at[j], i)) found->events.at[j].forum = i;
        }
        if (of_states || m->kind == RZ_M_FORUM) forum_of_own(found, i);
        if (of_states) continue;
        forum_of_verb(found, i);
        forum_of_news(found, i);
    }
}
