/* How a statement is made: by officials of a state, word for word, at a contact told of before it. */
#include "event/saying.h"

enum { LONGEST_LOOK = 400 };

/* «مقام‌های [ارشد] عراقی گفتند»: people of the state, not the state itself; the first token that tells of them, or RZ_NONE. */
uint32_t rz_officials_from(const rz_scene *s, uint32_t speaker) {
    enum { NEAR = 4 };
    if (speaker >= RZ_SPEAKER) return RZ_NONE;
    const rz_mention *m = &s->mentions->at[speaker];
    bool of_state = m->office == RZ_NONE && m->whose == RZ_WHOSE_STATE && m->state2 == RZ_NONE;
    if (m->kind == RZ_M_COLLECTIVE) return of_state ? m->first : RZ_NONE;
    uint32_t from = s->text->sentences[rz_token_sentence(s, m->first)].first;
    for (uint32_t t = m->first > from + NEAR ? m->first - NEAR : from; m->kind == RZ_M_STATE && t <= m->first; t++)
        for (rz_hits h = rz_hits_at(s->text, t); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            bool before = hit->last == m->first || (t == m->first && hit->last < m->last);
            if (before && !hit->tail && rz_class_of(s->g, hit->row) == RZ_C_OFFICIALS) return t;
        }
    return RZ_NONE;
}

/* «روزنامه «…»», «عملیات «…»»: what is quoted is the name of the thing before it. */
static bool names_thing(const rz_scene *s, uint32_t mark) {
    return rz_listed_before(s, s->g->titled, mark, mark > 2 ? mark - 2 : 0);
}

/* «X آن را «بی‌معنی» خواند»: words of his in quotation marks; not a name in them. */
bool rz_words_quoted(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t limit = last < first + LONGEST_LOOK ? last : first + LONGEST_LOOK;
    for (uint32_t t = first; t + 1 < limit; t++) {
        char mark = s->text->tokens[t].punct;
        if (mark != '<' && mark != '"') continue;
        uint32_t end = t + 1, m = s->mention_at[t + 1];
        while (end < limit && s->text->tokens[end].punct != '>' && s->text->tokens[end].punct != mark) end++;
        bool name = m != RZ_NONE && s->mentions->at[m].last + 1 >= end;
        if (!name && end > t + 1 && !names_thing(s, t)) return true;
        t = end;
    }
    return false;
}

/* «X با Y دیدار و بر … تأکید کرد»: a contact that shares the verb. */
static uint32_t shared_contact(const rz_found *found, uint32_t clause) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[clause];
    uint32_t end, verb = s->text->verbs[c->verb].first;
    for (uint32_t t = verb > c->first + RZ_REACH ? verb - RZ_REACH : c->first; t < verb; t++) {
        uint32_t e = rz_trigger_at(found, t);
        if (e == RZ_NONE || s->clause_of[t] != clause) continue;
        const rz_found_event *event = &found->events.at[e];
        bool shares = event->last < verb && rz_class_at(s, event->last, &end) == RZ_C_AND && !event->absorbed;
        if (shares && rz_kind_is(event->kind, RZ_KIND_CONTACT) && !rz_kind_is(event->kind, RZ_KIND_LOOSE)) return e;
    }
    return RZ_NONE;
}

/* «X با Y دیدار کرد و از او خواست …»: what he had with him is where he said it. */
const char *rz_said_at_contact(const rz_found *found, const rz_saying *said) {
    enum { DEPTH = 3 };
    uint32_t c = said->clause, here = c == RZ_NONE ? RZ_NONE : shared_contact(found, c);
    if (here != RZ_NONE) return found->events.at[here].kind->id;
    for (int i = 0; i < DEPTH && c != RZ_NONE && found->scene.clauses[c].kind == RZ_CLAUSE_COORDINATE && found->scene.clauses[c].inherits; i++) {
        c = found->scene.clauses[c].parent;
        uint32_t e = c == RZ_NONE ? RZ_NONE : found->verbal_of[c];
        if (e == RZ_NONE) continue;
        const rz_found_event *event = &found->events.at[e];
        if (!event->status || strcmp(event->status, "held") != 0) return NULL;
        if (rz_kind_is(event->kind, RZ_KIND_SUMMONS)) return found->scene.g->meeting->id;
        return rz_kind_is(event->kind, RZ_KIND_CONTACT) && !rz_kind_is(event->kind, RZ_KIND_LOOSE) ? event->kind->id : NULL;
    }
    return NULL;
}
