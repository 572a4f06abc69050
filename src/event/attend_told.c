/* Who was at what the text has told of or tells of right before: «X نیز در آن حضور داشت», «این دیدار که با حضور X برگزار شد». */
#include "event/attend.h"
#include "event/sent.h"

/* Does what begins at the token tell who was there: somebody, a group, a delegation; or does more stand before them? */
static bool tells_who(const rz_scene *s, uint32_t token) {
    uint32_t m = s->mention_at[token], end;
    if (m != RZ_NONE) return s->mentions->at[m].kind != RZ_M_PLACE;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);) /* «در آن حضور داشت» */
        if (h.hit.key == s->g->k_phrase && s->g->frames[h.hit.row - s->g->first_frame].needs == RZ_NEEDS_NEVER) return true;
    if ((rz_types_at(s->text, token) & RZ_TYPE(RZ_OFFICE)) || rz_number_at(s, token)) return true;
    if (rz_listed_end(s, s->g->groups, token) > token || rz_listed_end(s, s->g->some, token) > token) return true;
    uint8_t class = rz_class_at(s, token, &end);
    if (class == RZ_C_ALSO || class == RZ_C_HEAD || (class && class <= RZ_C_LAST_PREP)) return true;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
        class = h.hit.type == RZ_WORDS ? rz_class_of(s->g, h.hit.row) : RZ_C_NONE;
        if (class == RZ_C_OFFICIALS || class == RZ_C_LEADERS || class == RZ_C_ACTS_FOR || class == RZ_C_DELEGATION) return true;
    }
    return false;
}

uint32_t rz_in_it_end(const rz_scene *s, uint32_t token) {
    uint32_t longer, end = rz_listed_whole(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-it")), token);
    rz_class_at(s, token, &longer); /* «در آن زمان» */
    return end > token && longer <= end && rz_token_time(s, token) == RZ_NONE && end < s->text->n_tokens && tells_who(s, end) ? end : token;
}

/* What «با حضور», «به ریاست» and «به میزبانی» make of somebody; NULL: nothing. */
static const char *role_there(const rz_scene *s, uint32_t m) {
    const rz_link *link = &s->links[m];
    bool person = rz_family(&s->mentions->at[m]) == 1;
    if (link->kind != RZ_LINK_PREP) return NULL;
    return link->prep == RZ_C_PRESENCE ? "participant" : !person ? NULL : link->prep == RZ_C_HEAD ? "head" : link->prep == RZ_C_HOST ? "host" : NULL;
}

/* Those told so in the clause; does «با حضور» tell of any? */
static bool add_present(rz_found *found, rz_found_event *e, uint32_t clause) {
    const rz_scene *s = &found->scene;
    bool any = false;
    for (uint32_t t = s->clauses[clause].first; t < s->clauses[clause].last && t < s->clauses[clause].first + RZ_CLAUSE_REACH; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || s->links[m].clause != clause || !role_there(s, m)) continue;
        rz_part_add(found, e, m, role_there(s, m));
        any |= s->links[m].prep == RZ_C_PRESENCE;
    }
    return any;
}

static bool in_it_within(const rz_scene *s, uint32_t clause) {
    for (uint32_t t = s->clauses[clause].first; t < s->clauses[clause].last && t < s->clauses[clause].first + RZ_CLAUSE_REACH; t++)
        if (rz_in_it_end(s, t) > t) return true;
    return false;
}

/* «در این دیدار که X و Y نیز حضور داشتند، …», «دیداری که X نیز در آن حضور داشت», «در این نشست که با حضور X برگزار شد»: they were there.
 * Is it one told of before? */
bool rz_attended_behind(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t end, at = e->last < s->text->n_tokens && s->text->tokens[e->last].punct == ',' ? e->last + 1 : e->last;
    if (at >= s->text->n_tokens || rz_class_at(s, at, &end) != RZ_C_THAT || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT)) return false;
    uint32_t clause = s->clause_of[at];
    if (clause == RZ_NONE || s->clauses[clause].kind != RZ_CLAUSE_RELATIVE || s->clauses[clause].verb == RZ_NONE || s->text->verbs[s->clauses[clause].verb].negative) return false;
    uint32_t verbal = found->verbal_of[clause];
    bool attends = verbal != RZ_NONE && found->events.at[verbal].frame->needs == RZ_NEEDS_NEVER && (e->definite || in_it_within(s, clause));
    if (attends) rz_clause_subjects_add(found, e, clause, "participant"), rz_attending_all(found, e, clause);
    bool present = add_present(found, e, clause);
    if (e->definite && !attends) rz_described_there(found, e, clause, false);
    if (!present && !attends && !e->described.n) return false;
    e->joined = e->definite;
    return e->definite;
}

/* Is a session or a meeting told of right before: in the sentence, or, where the sentence begins with it, in the one before? */
static bool told_right_before(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t sentence = rz_token_sentence(s, e->first), from = s->text->sentences[sentence].first, to = s->clauses[e->clause].first, start = rz_sentence_start(s, &s->text->sentences[sentence]);
    if (start != RZ_NONE && to <= start && sentence) from = s->text->sentences[sentence - 1].first, to = s->text->sentences[sentence].first;
    for (uint32_t t = to; t-- > from && to - t < RZ_REACH;) {
        uint32_t i = rz_trigger_at(found, t);
        if (i != RZ_NONE && rz_kind_is(found->events.at[i].kind, RZ_KIND_SESSION | RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_JOINT)) return true;
    }
    return false;
}

/* «X نیز به آنان پیوست» */
static bool joins_them(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 4 };
    if (!e->frame->by_class[RZ_C_TO]) return false;
    for (uint32_t t = e->first; t-- > s->clauses[e->clause].first && e->first - t <= NEAR;) {
        uint32_t m = s->mention_at[t];
        bool them = m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PRONOUN && rz_row_has(s->g->data, s->mentions->at[m].row, "kind", "they");
        if (them && s->links[m].prep == RZ_C_TO) return true;
    }
    return false;
}

/* «X نیز حضور داشت», no place told */
static bool is_there_too(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    bool also = false;
    for (uint32_t t = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first, end; t < e->first; t++) {
        uint8_t class = s->clause_of[t] == e->clause ? rz_class_at(s, t, &end) : RZ_C_NONE;
        bool sent = class && rz_says_from(s, t, end, class) && rz_sent_from(s, t, end, c->first) < end; /* «نمایندگانی از X» */
        if (class && class <= RZ_C_LAST_PREP && !sent) return false;
        also |= class == RZ_C_ALSO && end == e->first;
    }
    return also && e->first > c->first;
}

/* «X نیز در آن حضور داشت», «به آنان پیوست»: at what was told of before. */
void rz_attends_it(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (e->evoked != RZ_EVOKED_VERB || e->frame->needs != RZ_NEEDS_NEVER || s->text->verbs[s->clauses[e->clause].verb].negative) return;
    uint32_t t = s->clauses[e->clause].first;
    if (e->first > t + RZ_REACH) t = e->first - RZ_REACH;
    while (t < e->first && (rz_in_it_end(s, t) == t || s->clause_of[t] != e->clause)) t++;
    if ((t >= e->first && !joins_them(s, e) && !is_there_too(s, e)) || !told_right_before(found, e)) return;
    e->definite = e->joined = true;
    rz_subjects_add(found, e, "participant");
    rz_attending_all(found, e, e->clause);
    rz_attending_heads(found, e);
}
