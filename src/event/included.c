/* Who of several it was: «با مقامات ایران از جمله X و Y», «با برخی سران حاضر از جمله X». */
#include "event/event.h"
#include "event/sent.h"

enum { FAR = 12 }; /* tokens between those who have no name and the names */

bool rz_says_including(const rz_scene *s, uint32_t token) {
    if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("including")), token) > token) return true;
    return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-named")), token) > token;
}

static void part_drop(rz_found_event *e, uint32_t p) {
    for (e->parts.n--; p < e->parts.n; p++) e->parts.at[p] = e->parts.at[p + 1];
}

/* «مقامات X از جمله Y آمدند»: the names behind the token stand in the list of whose they are, and take part already. */
static bool listed_with(const rz_scene *s, const rz_found_event *e, uint32_t of, uint32_t token) {
    for (uint32_t i = of + 1; i < s->mentions->n && s->links[i].clause == s->links[of].clause; i++) {
        if (s->mentions->at[i].first < token || s->mentions->at[i].head != RZ_NONE) continue;
        if (rz_family(&s->mentions->at[i]) != 1 || s->links[i].list != s->links[of].list) return false;
        for (uint32_t p = 0; p < e->parts.n; p++)
            if (e->parts.at[p].mention == i) return true;
        return false;
    }
    return false;
}

/* «با مقامات ایران از جمله X و Y دیدار کرد»: with them, not with Iran; «مقام‌های طالبان از جمله X» so too. */
static void of_state(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    for (uint32_t p = 0; p < e->parts.n; p++) {
        uint32_t of = e->parts.at[p].mention;
        if (of >= s->mentions->n || (s->mentions->at[of].kind != RZ_M_STATE && s->mentions->at[of].kind != RZ_M_ORGANISATION)) continue;
        uint32_t token = s->links[of].last, first = RZ_NONE;
        if (token < s->text->n_tokens && s->text->tokens[token].punct == ',') token++;
        if (token >= s->text->n_tokens || !rz_says_including(s, token)) continue;
        if (listed_with(s, e, of, token)) {
            part_drop(e, p--);
            continue;
        }
        for (uint32_t i = of + 1; i < s->mentions->n && s->links[i].clause == s->links[of].clause; i++) {
            if (s->mentions->at[i].head != RZ_NONE) continue; /* what one of them is */
            if (s->links[i].prep_token != token || s->links[i].kind != RZ_LINK_PREP) break;
            if (rz_family(&s->mentions->at[i]) != 1) continue;
            if (first == RZ_NONE) e->parts.at[p].mention = first = i;
            else rz_part_add(found, e, i, e->parts.at[p].role);
        }
    }
}

/* Does «با» govern those who stand before the token, with no verb between? */
static bool with_before(const rz_scene *s, uint32_t token, uint32_t from) {
    uint32_t end;
    for (uint32_t t = token; t-- > from && token - t <= FAR && s->text->tokens[t].verb == RZ_NONE;)
        if (rz_class_at(s, t, &end) == RZ_C_WITH) return true;
    return false;
}

/* «دیدارهایی با برخی سران حاضر در اجلاس از جمله X و Y خواهد داشت»: with them; the names may stand before the verb's event or behind it. */
static void of_unnamed(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    if (!e->frame->by_class[RZ_C_WITH] || !rz_kind_is(e->kind, RZ_KIND_CONTACT)) return;
    uint32_t from = e->evoked == RZ_EVOKED_NOUN ? e->last : c->first, to = c->last < e->last + RZ_CLAUSE_REACH ? c->last : e->last + RZ_CLAUSE_REACH;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || rz_family(&s->mentions->at[m]) != 1) continue;
        uint32_t word = s->links[m].prep_token;
        if (s->links[m].kind != RZ_LINK_PREP || word == RZ_NONE || word < from || s->links[m].clause != e->clause || !rz_says_including(s, word)) continue;
        bool other = e->evoked == RZ_EVOKED_NOUN && rz_trigger_between(found, e, e->last, word);
        if (with_before(s, word, from) && !other) rz_part_add(found, e, m, e->frame->by_class[RZ_C_WITH]);
    }
}

/* «سه زندانی X از جمله Y و Z را آزاد کرد», «… از جمله Y آزاد شدند»: they are among those it is done to. */
static void of_object(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_RELEASE | RZ_KIND_SANCTION) || e->evoked != RZ_EVOKED_VERB) return;
    bool undergone = rz_undergone(s, c->verb);
    const char *role = undergone ? e->frame->passive : e->frame->object;
    for (uint32_t t = e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first; role && t < e->first; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || rz_family(&s->mentions->at[m]) != 1 || s->links[m].clause != e->clause) continue;
        uint32_t word = s->links[m].prep_token;
        bool among = s->links[m].kind == RZ_LINK_PREP && word != RZ_NONE && word > c->first && rz_says_including(s, word);
        if (among && (undergone || rz_class_within(s, s->mentions->at[m].last, e->first, RZ_C_OBJECT))) rz_part_add(found, e, m, role);
    }
}

/* «سه کشور، شامل X، Y و Z، به آن رأی مخالف دادند», «۱۲ عضو شورا از جمله X»: they voted so. */
static void of_voters(rz_found *found, rz_found_event *e) {
    enum { LONGEST = 5 };
    const rz_scene *s = &found->scene;
    uint32_t from = s->clauses[e->clause].first, end;
    if (!rz_kind_is(e->kind, RZ_KIND_VOTE) || e->evoked != RZ_EVOKED_VERB || !e->frame->subject) return;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    for (uint32_t t = from + 1; t < e->first; t++) {
        uint32_t word = t - (s->text->tokens[t - 1].punct == ',' && t > from + 1);
        bool among = rz_says_including(s, t) || rz_class_at(s, t, &end) == RZ_C_COMPRISING;
        if (!among || !rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("voters-counted")), word, word > from + LONGEST ? word - LONGEST : from)) continue;
        while (t < e->first && s->mention_at[t] == RZ_NONE) t++;
        uint32_t first = t < e->first ? s->mention_at[t] : RZ_NONE;
        for (uint32_t m = first; m != RZ_NONE && m < s->mentions->n && s->mentions->at[m].first < e->first; m++)
            if (s->links[m].list == s->links[first].list && s->mentions->at[m].head == RZ_NONE && s->mentions->at[m].kind == RZ_M_STATE) rz_part_add(found, e, m, e->frame->subject);
        return;
    }
}

bool rz_included_behind(const rz_scene *s, const rz_found_event *e, uint32_t last) {
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention, word = m < s->mentions->n ? s->links[m].prep_token : RZ_NONE;
        if (word != RZ_NONE && word >= last && word - last <= FAR && rz_says_including(s, word)) return true;
    }
    return false;
}

void rz_included_add(rz_found *found, rz_found_event *e) {
    of_state(found, e);
    of_unnamed(found, e);
    of_object(found, e);
    of_voters(found, e);
}

static bool of_officials(const rz_scene *s, uint32_t from, uint32_t to) {
    enum { NEAR = 6 };
    for (uint32_t t = to > from + NEAR ? to - NEAR : from; t < to; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            uint8_t class = rz_class_of(s->g, h.hit.row);
            if (class == RZ_C_OFFICIALS || class == RZ_C_LEADERS || class == RZ_C_ACTS_FOR) return true;
        }
    return false;
}

/* «هیأتی شامل X و Y وارد … شد» */
void rz_members_add(rz_found *found, rz_found_event *e, uint32_t from) {
    enum { MOST = 24 };
    const rz_scene *s = &found->scene;
    uint32_t end;
    if (!e->frame->subject) return;
    bool unnamed = !e->parts.n && e->evoked == RZ_EVOKED_VERB; /* «مقام‌های اروپایی متشکل از X و Y به Z سفر کردند» */
    for (uint32_t t = from; t < e->first; t++) {
        if (rz_class_at(s, t, &end) != RZ_C_COMPRISING || s->clause_of[t] != e->clause || !(unnamed ? of_officials(s, from, t) : e->parts.n && rz_of_delegation(s, t))) continue;
        while (end + 1 < s->text->n_tokens && s->text->tokens[end].punct) end++; /* «مولود … */
        uint32_t m = end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
        for (uint32_t i = m; m != RZ_NONE && i < s->mentions->n && i < m + MOST; i++)
            if (s->links[i].list == s->links[m].list && s->mentions->at[i].head == RZ_NONE && rz_family(&s->mentions->at[i]) == 1) rz_part_add(found, e, i, unnamed ? e->frame->subject : "delegate");
    }
}
