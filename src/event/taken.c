/* Whose the verb is: what a light verb tells is the noun or phrase that stands right before it. */
#include "event/event.h"

/* Could the frame that the hit is of be told with the verb at the token? */
static bool goes_with(const rz_scene *s, const rz_hit *hit, uint32_t verb_first) {
    uint32_t verb = s->text->tokens[verb_first].verb;
    const rz_grammar *g = s->g;
    if (verb == RZ_NONE) return true;
    if (hit->type == RZ_SPEECH) {
        const rz_speech *speech = &g->speech[hit->row - g->first_speech];
        return !speech->n_verbs || rz_verb_among(s, verb, speech->verbs, speech->n_verbs);
    }
    const rz_frame *f = &g->frames[hit->row - g->first_frame];
    return !f->n_verbs || rz_verb_among(s, verb, f->verbs, f->n_verbs);
}

/* «برای آغاز مذاکرات توافق کردند»: a cue with verbs of its own stands right before one of them. */
static bool cue_takes(const rz_scene *s, uint32_t verb_first) {
    for (uint32_t t = verb_first > 2 ? verb_first - 2 : 0; t < verb_first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->last != verb_first || hit->tail || rz_class_of(s->g, hit->row) != RZ_C_NONE) continue;
            if (hit->row < s->g->first_words || hit->row >= s->g->first_words + s->g->n_words) continue;
            uint32_t row = hit->row - s->g->first_words;
            if (s->g->status_of[row] && rz_verb_among(s, s->text->tokens[verb_first].verb, s->g->words_verbs[row], RZ_MAX_VERBS)) return true;
        }
    return false;
}

/* Some phrase of a frame or of saying ends where the verb starts: the verb is taken. */
bool rz_verb_taken(const rz_scene *s, uint32_t verb_first, uint32_t not_before) {
    uint32_t low = verb_first > not_before + 4 ? verb_first - 4 : not_before;
    for (uint32_t t = low; t < verb_first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_FRAME) | RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            rz_row_type type = hit->type;
            bool tells = type == RZ_FRAME ? hit->key == s->g->k_noun || hit->key == s->g->k_phrase : type == RZ_SPEECH && hit->key != s->g->k_block; /* not what must stand beside it, or must not */
            if (hit->last == verb_first && !hit->tail && tells && goes_with(s, hit, verb_first)) return true;
        }
    return cue_takes(s, verb_first);
}

/* «تجاوز و حمله هوایی X را محکوم کرد»: another of the kind begins behind «و», and both are what the verb is said of. */
bool rz_is_object_with(const rz_scene *s, const rz_frame *f, uint32_t next, uint32_t verb) {
    enum { NEAR = 2 };
    if (!f->owner) return false;
    bool object = rz_class_within(s, next, verb, RZ_C_OBJECT);
    for (rz_hits h = rz_hits_of(s->text, next, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
        if (h.hit.key == s->g->k_noun && !h.hit.tail && (object || h.hit.last + NEAR < verb) && s->g->frames[h.hit.row - s->g->first_frame].kind == f->kind) return true;
    return false;
}

/* «نقشی را برای X نمی‌پذیریم»: the clause has an object, and that is nobody. */
bool rz_takes_thing(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb = s->text->verbs[c->verb].first, from = verb > c->first + RZ_REACH ? verb - RZ_REACH : c->first, end;
    bool object = false, somebody = false;
    for (uint32_t t = from; t < verb; t++) {
        uint32_t m = s->mention_at[t];
        object |= rz_class_at(s, t, &end) == RZ_C_OBJECT;
        somebody |= m != RZ_NONE && s->mentions->at[m].first == t && rz_is_object(s, m);
    }
    return object && !somebody;
}

/* «درباره طرحی برای تشدید حملات و … گفت‌وگو و بر … تأکید کردند»: what is planned was not done by them. */
bool rz_is_aim_of_attack(const rz_scene *s, const rz_frame *f, uint32_t first) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(f->kind, RZ_KIND_ATTACK)) return false;
    rz_govern(s, &link, first);
    return link.kind == RZ_LINK_OF && link.prep == RZ_C_FOR;
}

/* «این نشست به دنبال رایزنی‌ها و تماس‌های X با Y برگزار می‌شود»: what «و» joins to a noun behind a preposition is behind it too. */
