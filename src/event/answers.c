/* Whose an answer to a letter is sends it, and whose the letter is gets it: «پاسخ X به نامه Y ارسال شد», «X به نامه Y پاسخ داد». */
#include "event/event.h"

enum { NEAR = 10, LONGEST = 3 };

/* Where the words for an answer begin that end at the token; RZ_NONE: none do, or it is «در پاسخ به نامه X». */
static uint32_t answer_ends(const rz_scene *s, uint32_t token, uint32_t low) {
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("answers"));
    uint32_t start, t = rz_listed_from(s, words, token, token > low + LONGEST ? token - LONGEST : low);
    return t == token || rz_class_before(s, t, low, true, &start) == RZ_C_IN ? RZ_NONE : t;
}

/* Whose the answer is that «به» at the token hangs on: its mention, RZ_SPEAKER where it is not told; RZ_NONE: no answer. */
static uint32_t answerer(const rz_scene *s, uint32_t token, uint32_t clause) {
    uint32_t first = s->clauses[clause].first, low = token > first + NEAR ? token - NEAR : first;
    if (answer_ends(s, token, first) != RZ_NONE) return RZ_SPEAKER;
    for (uint32_t t = token; t-- > low;) {
        uint32_t m = s->mention_at[t];
        if (s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct || m == RZ_NONE) return RZ_NONE;
        if (s->mentions->at[m].first == t && s->mentions->at[m].head == RZ_NONE && rz_is_actor(&s->mentions->at[m]) && answer_ends(s, t, first) != RZ_NONE) return m;
    }
    return RZ_NONE;
}

/* «X به نامه Y پاسخ داد» */
static bool answers_behind(const rz_scene *s, uint32_t clause, uint32_t from) {
    uint32_t verb = s->clauses[clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("answers"));
    return at > from && rz_verb_listed(s, verb, words) && rz_listed_before(s, words, at, at > from + LONGEST ? at - LONGEST : from);
}

static void turn(rz_found *found, rz_found_event *e, uint32_t writer, uint32_t sender) {
    const rz_scene *s = &found->scene;
    bool told = false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        rz_part *part = &e->parts.at[i];
        uint32_t m = part->mention;
        bool got = m < s->mentions->n && m != writer && !strcmp(part->role, "recipient") && s->links[m].prep == RZ_C_TO && s->links[m].prep_token == s->links[writer].last;
        if (m == writer) part->role = "recipient";
        if (m == sender || (got && sender == RZ_SPEAKER)) part->role = "sender"; /* «پاسخ نامه Y به X»: who got the letter answers */
        told |= m == writer;
        bool other = sender < s->mentions->n && m != sender && !strcmp(part->role, "sender"); /* «گفت پاسخ X به نامه Y ارسال شده است» */
        if (!other) e->parts.at[kept++] = *part;
    }
    e->parts.n = kept;
    if (!told) rz_part_add(found, e, writer, "recipient");
    if (sender < s->mentions->n) rz_part_add(found, e, sender, "sender");
}

/* «به دست X رسید»: X got it, and brought it to nobody. */
static void hand_over(const rz_scene *s, rz_found_event *e, rz_row letters) {
    if (!rz_verb_listed(s, s->clauses[e->clause].verb, letters)) return;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention, at = m < s->mentions->n ? s->links[m].prep_token : RZ_NONE;
        bool hands = at != RZ_NONE && !strcmp(e->parts.at[i].role, "mediator") && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("into-hands")), at) > at;
        if (hands) e->parts.at[i].role = "recipient";
    }
}

void rz_answer_turn(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    rz_row letters = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("answered-letters"));
    if (!rz_kind_is(e->kind, RZ_KIND_MESSAGE)) return;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t verbal = found->verbal_of[e->clause];
    bool told = e->evoked != RZ_EVOKED_NOUN || (verbal != RZ_NONE && rz_kind_is(found->events.at[verbal].kind, RZ_KIND_MESSAGE));
    hand_over(s, e, letters);
    if (!told && !rz_verb_listed(s, c->verb, letters)) return; /* «پاسخ X به نامه Y به واشنگتن رسید» */
    for (uint32_t t = c->first, end; t < c->last; t = end) {
        uint32_t last = rz_listed_end(s, letters, t), start;
        end = last > t ? last : t + 1;
        if (last == t || last >= c->last || s->clause_of[t] != e->clause) continue;
        uint32_t writer = s->mention_at[last];
        if (writer == RZ_NONE || s->mentions->at[writer].first != last || s->mentions->at[writer].head != RZ_NONE || !rz_is_actor(&s->mentions->at[writer])) continue;
        uint32_t sender = RZ_NONE;
        if (told && answer_ends(s, t, c->first) != RZ_NONE) sender = RZ_SPEAKER;
        else if (rz_class_before(s, t, c->first, true, &start) == RZ_C_TO) {
            sender = answerer(s, start, e->clause);
            if (sender == RZ_NONE && answers_behind(s, e->clause, last)) sender = RZ_SPEAKER;
        }
        if (sender != RZ_NONE && (told || sender != RZ_SPEAKER)) {
            turn(found, e, writer, sender);
            return;
        }
    }
}
