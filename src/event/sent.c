/* Who is sent: delegations, officials and all that stands for a state before its name. */
#include "event/sent.h"

static uint8_t class_of(const rz_scene *s, const rz_hit *hit) { return hit->tail ? RZ_C_NONE : rz_class_of(s->g, hit->row); }

bool rz_delegation_at(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (class_of(s, &h.hit) == RZ_C_DELEGATION) return true;
    return false;
}

/* «هیئت ۱۲ نفره», «هیئتی رسمی»: where the words begin that end here, or `end`. */
static uint32_t delegation_before(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { MOST = 4 };
    uint32_t last;
    for (uint32_t t = end; t > from && end - t <= MOST; t--) {
        for (const rz_small_end *e = rz_ends_before(s, t); e; e = rz_ends_on(e))
            if (e->class == RZ_C_DELEGATION && e->start >= from) return e->start;
        uint8_t class = rz_class_at(s, t - 1, &last);
        if (rz_ends_phrase(s, t - 1) || s->mention_at[t - 1] != RZ_NONE || (class && class <= RZ_C_LAST_PREP) || class == RZ_C_AND || class == RZ_C_THAT) break;
    }
    return end;
}

/* «و», a comma or a dash between two adjectives. */
static bool joins_adjectives(const rz_scene *s, uint32_t t) {
    uint32_t end;
    uint8_t punct = s->text->tokens[t].punct;
    return punct == ',' || punct == '-' || (rz_class_at(s, t, &end) == RZ_C_AND && end == t + 1);
}

static bool is_adjective(const rz_scene *s, uint32_t t) {
    return (s->text->tokens[t].pos & RZ_POS_ADJ) && s->mention_at[t] == RZ_NONE;
}

/* Nothing but adjectives, «بلندپایه سیاسی و دفاعی»: none, or the last one is of them. */
static bool adjectives(const rz_scene *s, uint32_t first, uint32_t last) {
    enum { MOST = 3, JOINED = 6 };
    bool joined = false;
    for (uint32_t t = first; t < last; t++) {
        bool joins = t > first && t + 1 < last && is_adjective(s, t - 1) && joins_adjectives(s, t);
        if (!joins && !is_adjective(s, t)) return false;
        joined |= joins;
    }
    return last - first <= (joined ? JOINED : MOST);
}

static bool is_for(const rz_scene *s, uint32_t token, uint32_t last) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (h.hit.last <= last && rz_class_of(s->g, h.hit.row) == RZ_C_ACTS_FOR && adjectives(s, h.hit.last, last)) return true;
    return false;
}

uint32_t rz_sent_joined(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { MOST = 8 };
    if (end <= from + 2 || end >= s->text->n_tokens || !is_adjective(s, end) || !joins_adjectives(s, end - 1)) return end;
    if (rz_event_noun_at(s, end)) return end; /* «به گفته مقامات ارشد، دیدار X …»: what is told next, whatever else the word may be */
    for (uint32_t t = end - 1; t-- > from && end - t < MOST;) {
        if (is_for(s, t, end + 1)) return t;
        if (!is_adjective(s, t) && !joins_adjectives(s, t)) return end;
    }
    return end;
}

/* «هیئتی از X», «هیئتی به نمایندگی از X», «هیئتی از سوی X»: does «از» before X say whose they are? */
bool rz_says_from(const rz_scene *s, uint32_t start, uint32_t end, uint8_t class) {
    return class == RZ_C_FROM || (class && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("sent-by")), start) == end);
}

/* «ارتش X», «هیئت بلندپایه سیاسی X»: what stands before is X itself. */
bool rz_acts_for(const rz_scene *s, uint32_t chain, uint32_t first) {
    uint32_t from = first;
    if (rz_delegation_at(s, chain)) {
        uint32_t whose = first; /* «هیئتی از سوی دولت X» */
        while (whose > chain && is_for(s, whose - 1, whose)) whose--;
        uint8_t class = rz_class_before(s, whose, chain, true, &from);
        if (!rz_says_from(s, from, whose, class)) from = first;
        if (first - chain <= 3 || delegation_before(s, from, chain) < from) return true;
    }
    return is_for(s, chain, first);
}

/* «نمایندگانی از X»: they are X's; where the words begin, or `end`. */
uint32_t rz_sent_from(const rz_scene *s, uint32_t start, uint32_t end, uint32_t from) {
    for (const rz_small_end *e = rz_ends_before(s, end); e; e = rz_ends_on(e))
        if (e->class == RZ_C_DELEGATION && e->start + 1u < end) return e->start;
    uint32_t sent = delegation_before(s, start, from);
    return sent < start ? sent : end;
}

bool rz_of_delegation(const rz_scene *s, uint32_t token) {
    enum { NEAR = 14 };
    uint32_t from = s->text->sentences[rz_token_sentence(s, token)].first;
    for (uint32_t t = token; t-- > from && token - t <= NEAR;)
        if (rz_delegation_at(s, t)) return true;
    return false;
}

bool rz_officials_at(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (class_of(s, &h.hit) == RZ_C_OFFICIALS || class_of(s, &h.hit) == RZ_C_LEADERS) return true;
    return false;
}

bool rz_has_delegation(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 7 };
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention;
        if (m >= s->mentions->n || (strcmp(e->parts.at[i].role, "guest") && strcmp(e->parts.at[i].role, "head"))) continue;
        uint32_t first = s->mentions->at[m].first, low = s->clauses[e->clause].first;
        if (first < low) low = s->text->sentences[rz_token_sentence(s, first)].first; /* «نمایندگان X که … وارد Y شدند» */
        if (first > low + NEAR) low = first - NEAR;
        for (uint32_t t = low; t < s->mentions->at[m].last; t++)
            if (rz_delegation_at(s, t) || rz_officials_at(s, t)) return true;
    }
    return false;
}
