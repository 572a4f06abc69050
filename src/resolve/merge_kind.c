/* What kind of event it is by who takes part: talks of states are negotiations, a session of leaders is a summit, of two people a meeting. */
#include "resolve/merge.h"

/* No person takes part: «X و Y مذاکره کردند» of two states; or somebody mediates, as between people no one has to. */
static bool of_states(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!strcmp(e->roles[i], "mediator")) return e->n_actors > 1; /* «با میانجیگری X» */
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const char *kind = m->cast->members.at[e->actors[i]].shown.kind;
        if (strcmp(kind, "state") != 0 && strcmp(kind, "organisation") != 0 && strcmp(kind, "forum") != 0) return false;
    }
    return e->n_actors > 1;
}

/* What it is where states take part; of some nouns, where a verb tells it: «گفت‌وگوهای X و Y آغاز شد». */
static const rz_event_kind *kind_between_states(const rz_found_event *f) {
    const rz_event_kind *kind = f->frame->between_states;
    for (uint32_t i = 0; i < f->n_also && !kind; i++) kind = f->evoked == RZ_EVOKED_NOUN ? NULL : f->also[i]->between_states;
    return f->evoked == RZ_EVOKED_NOUN && (f->frame->needs & RZ_NEEDS_HAPPENS) ? NULL : kind;
}

void rz_merge_between_states(const merger *m, merged *e) {
    const rz_event_kind *between = kind_between_states(e->from);
    if (between && of_states(m, e)) e->kind = between;
}

/* «نشست X و Y», «میان X، Y و Z»: of a few people, and of no body, is a meeting of theirs. */
bool rz_merge_few(const merger *m, const merged *e) {
    enum { FEW = 4, NEAR = 8 };
    if (!rz_kind_is(e->kind, RZ_KIND_OPEN) || e->forum != RZ_NONE || e->n_actors < 2 || e->n_actors > FEW || e->from->parts.n != e->n_actors) return false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        uint32_t mention = e->from->parts.at[i].mention;
        if (mention == RZ_SPEAKER) return false;
        const rz_link *link = &m->found->scene.links[mention];
        uint8_t kind = m->cast->mentions->at[mention].kind;
        bool right_after = link->prep_token != RZ_NONE && m->cast->mentions->at[link->list].first <= link->prep_token + 2; /* not «میان سران عرب، X و Y» */
        bool holds = (e->from->evoked == RZ_EVOKED_HAPPEN || (e->from->evoked == RZ_EVOKED_VERB && e->n_actors == 2)) && (link->kind == RZ_LINK_FREE || (link->kind == RZ_LINK_PREP && link->prep == RZ_C_WITH && right_after)); /* «X با Y نشستی برگزار کرد» */
        bool with = link->kind == RZ_LINK_PREP && link->prep == RZ_C_WITH && link->prep_token >= e->from->last && link->prep_token < e->from->last + NEAR; /* «در نشست X با Y و Z» */
        bool sits = e->from->evoked == RZ_EVOKED_NOUN && (with || m->found->scene.clauses[e->from->clause].subject == mention); /* «X در جلسه‌ای با Y گفت» */
        holds |= sits;
        bool owns = link->prep == RZ_C_BETWEEN ? right_after : link->kind == RZ_LINK_OF || holds;
        if (!owns || (kind != RZ_M_PERSON && kind != RZ_M_OFFICE)) return false;
    }
    for (uint32_t i = 1; i < e->n_actors; i++)
        if (m->cast->members.at[e->actors[i]].state != m->cast->members.at[e->actors[0]].state) return true;
    return false;
}

/* Is the part told as one of those whose session it is: «نشست X و Y», «نشستی میان X و Y», «X و Y نشست برگزار کردند»? */
static bool sits_in(const merger *m, const rz_found_event *f, const rz_part *part) {
    if (part->mention >= m->cast->mentions->n || strcmp(part->role, "participant") != 0) return false;
    const rz_link *link = &m->found->scene.links[part->mention];
    bool holds = f->evoked == RZ_EVOKED_HAPPEN && (link->kind == RZ_LINK_FREE || (link->kind == RZ_LINK_PREP && link->prep == RZ_C_WITH));
    return link->kind == RZ_LINK_OF || (link->kind == RZ_LINK_PREP && link->prep == RZ_C_BETWEEN) || holds;
}

/* One of them by another of the parts: «X برای نشست وزرای خارجه Y و Z رفت», X being Y's. */
static bool sits_otherwise(const merger *m, const rz_found_event *f, const rz_part *part) {
    const rz_mention *all = m->cast->mentions->at;
    uint32_t actor = part->mention < m->cast->mentions->n ? all[part->mention].actor : RZ_NONE;
    for (uint32_t i = 0; i < f->parts.n && actor != RZ_NONE; i++) {
        const rz_part *other = &f->parts.at[i];
        if (other != part && sits_in(m, f, other) && (all[other->mention].actor == actor || all[other->mention].actor2 == actor)) return true;
    }
    return false;
}

/* «نشست X و Y» of two states, or of somebody of each, is a meeting of the two; not «همایش تجاری X و Y». */
static bool is_of_two(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_found_event *f = e->from;
    if (!rz_kind_is(e->kind, RZ_KIND_OPEN) || e->forum != RZ_NONE || e->n_actors != 2 || !f->parts.n || f->round || f->definite || f->crowd_last > f->crowd_first) return false;
    uint32_t behind = f->last + RZ_REACH < s->text->n_tokens ? f->last + RZ_REACH : s->text->n_tokens;
    if (rz_listed_end(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("two-sit")), f->first) == f->first) return false;
    if (rz_listed_within(s, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("of-business")), f->first, behind)) return false;
    for (uint32_t i = 0; i < f->parts.n; i++)
        if (!sits_in(m, f, &f->parts.at[i]) && !sits_otherwise(m, f, &f->parts.at[i])) return false;
    for (uint32_t i = 0; i < 2; i++) {
        rz_row row = m->cast->members.at[e->actors[i]].row;
        bool fights = row != RZ_NONE && rz_row_has(m->cast->data, row, "kind", "armed-group");
        if (rz_merged_state(m, e->actors[i]) == RZ_NONE && !fights) return false; /* «نشست X و اتحادیه Y» */
    }
    return rz_merged_state(m, e->actors[0]) != rz_merged_state(m, e->actors[1]);
}

/* «وزیر دارایی X در نشست گروه ۲۰ شرکت کرد»: of ministers. */
static bool ministers_sit(const merger *m, const merged *e) {
    uint32_t others = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        bool somebody = !strcmp(a->shown.kind, "person") || !strcmp(a->shown.kind, "office");
        if (somebody && rz_merge_leads(m, e->actors[i])) return false;
        others += somebody && a->office != RZ_NONE && rz_merge_rank(m, a->office) > 0;
    }
    return others > 0;
}

/* «اجلاس گروه ۲۰»: leaders sit in it, where nobody else is told to. */
static bool of_leaders_forum(const merger *m, const merged *e) {
    rz_row forum = e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row;
    bool plain = rz_kind_is(e->kind, RZ_KIND_OPEN) && e->from->frame->of_leaders;
    return plain && forum != RZ_NONE && rz_row_has(m->cast->data, forum, "kind", "leaders") && !ministers_sit(m, e) && !rz_forum_of_ministers(m->cast->text, &m->cast->mentions->at[e->forum]); /* «وزرای خارجه گروه هفت در نشست خود» */
}

/* He leads a state, or where the day does not tell what he is, led one last. */
static bool leads(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    uint32_t n = 0;
    const rz_tenure *t = a->office == RZ_NONE && a->row != RZ_NONE && !strcmp(a->shown.kind, "person") ? rz_tenures_of(m->cast->data, a->row, &n) : NULL;
    return n ? rz_merge_rank(m, t[n - 1].office) >= RZ_HEAD_OF_GOVERNMENT : rz_merge_leads(m, actor);
}

/* How many who lead states make a plain session of this forum a summit; UINT32_MAX: none do. */
static uint32_t leaders_for(const merger *m, rz_row forum) {
    static const struct {
        const char *kind;
        uint32_t n;
    } kinds[] = {{"format", 2}, {"group", 1}, {"organisation", 1}, {"alliance", 1}, {"intergovernmental", 1}};
    if (forum == RZ_NONE) return 3;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (rz_row_has(m->cast->data, forum, "kind", kinds[k].kind)) return kinds[k].n;
    return UINT32_MAX;
}

/* «نشست شانگهای با حضور X و Y», «نشست X، Y و Z»: nobody but those who lead states is told to sit in it. */
static bool only_leaders_sit(const merger *m, const merged *e) {
    rz_row forum = e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row;
    uint32_t n = 0;
    if (!rz_kind_is(e->kind, RZ_KIND_OPEN)) return false;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        bool itself = forum != RZ_NONE && m->cast->members.at[e->actors[i]].row == forum;
        if (!itself && !leads(m, e->actors[i])) return false;
        n += !itself;
    }
    return n >= leaders_for(m, forum);
}

/* «نشست سران X و Y … دومین دور این نشست»: of the summit told of just before, another one. */
static bool is_next_summit(const merger *m, const merged *e) {
    enum { SENTENCES = 2 };
    const rz_scene *s = &m->found->scene;
    const merged *last = NULL;
    if (!rz_kind_is(e->kind, RZ_KIND_OPEN) || !e->from->definite || !e->from->ranked) return false;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high; i++) {
        const merged *o = &m->out.at[i];
        if (!o->dropped && rz_kind_is(o->kind, RZ_KIND_SESSION) && o->from->first < e->from->first && (!last || o->from->first > last->from->first)) last = o;
    }
    return last && last->kind == s->g->summit && rz_token_sentence(s, e->from->first) - rz_token_sentence(s, last->told_last) <= SENTENCES;
}

/* Of two alone it is a meeting; «نشست سه‌جانبه» of leaders is a summit. */
void rz_merge_leaders(const merger *m, merged *e) {
    if (is_of_two(m, e)) e->kind = m->found->scene.g->meeting;
    if (of_leaders_forum(m, e) || only_leaders_sit(m, e) || is_next_summit(m, e)) e->kind = m->found->scene.g->summit;
    bool several = e->from->frame->of_leaders || rz_kind_is(e->from->kind, RZ_KIND_OPEN);
    if (e->n_actors < 3 || !rz_kind_is(e->kind, RZ_KIND_MET) || !several) return;
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (!leads(m, e->actors[i])) return;
    e->kind = m->found->scene.g->summit;
}
