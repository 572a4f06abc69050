/* What the words around make of a frame: rounds of talks, places seen, sessions of leaders. */
#include "event/event.h"

/* «دور هشتم [از] گفت‌وگوهای X و Y» */
bool rz_of_a_round(const rz_scene *s, uint32_t token, uint32_t from) {
    uint32_t start;
    for (int steps = 0; token > from && steps < 4; steps++) {
        uint8_t class = rz_class_before(s, token, from, false, &start);
        if (class == RZ_C_ROUND) return true;
        if (!rz_number_at(s, token - 1) && class != RZ_C_FROM && class != RZ_C_DEFINITE) return false; /* «دور پنجم این مذاکرات» */
        token--;
    }
    return false;
}

/* «برای نخستین بار مذاکرات را آغاز کردند», «پس از دو سال گفت‌وگوها را …»: the preposition has its time, and the noun is the object. */
bool rz_object_after_time(const rz_scene *s, const rz_link *link, uint32_t first) {
    enum { LONGEST = 3 };
    uint32_t end, low = link->prep_token;
    if ((link->prep != RZ_C_FOR && link->prep != RZ_C_AFTER) || low == RZ_NONE) return false;
    if (first > low + LONGEST) low = first - LONGEST;
    bool time = rz_token_time(s, first - 1) != RZ_NONE || rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("time-again")), first, low);
    return time && rz_class_at(s, first + 1, &end) == RZ_C_OBJECT;
}

/* «به X سفر خواهد کرد، سفری دو روزه که جمعه آغاز می‌شود»: told again for what is told of it. */
static bool is_apposed(const rz_scene *s, uint32_t first, uint32_t last) {
    enum { LONGEST = 3 };
    uint32_t end;
    if (first < 2 || (s->text->tokens[first - 1].punct != ',' && s->text->tokens[first - 1].punct != ';') || s->text->tokens[first - 2].verb == RZ_NONE) return false;
    for (uint32_t t = last; t < s->text->n_tokens && t <= last + LONGEST; t++) {
        if (rz_class_at(s, t, &end) == RZ_C_THAT) return true;
        if (s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE) return false;
    }
    return false;
}

/* «پس از این دیدار»: «پس از این» alone is a time, but here its last word points. */
bool rz_points_past(const rz_scene *s, uint32_t noun) {
    const rz_small_end *e = rz_ends_before(s, noun);
    if (!e || e->class != RZ_C_ALSO) return false;
    while (e && e->class != RZ_C_DEFINITE) e = rz_ends_on(e);
    return e != NULL;
}

/* «در نشست امروز حضور یافت»: the one told of that is today, where nothing tells which it is. */
static bool of_today(const rz_scene *s, uint32_t last) {
    uint32_t end = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("aforesaid-day")), last), after;
    return end > last && end < s->text->n_tokens && (rz_class_at(s, end, &after) == RZ_C_ATTENDING || rz_class_at(s, end, &after) == RZ_C_ALSO);
}

/* «این دیدار», «این دومین دیدار», «دیدار مذکور», «این دور از مذاکرات» */
bool rz_is_definite(const rz_scene *s, uint32_t first, uint32_t last, uint32_t from, bool *ranked) {
    uint32_t start = first, before, round;
    *ranked = false;
    if (is_apposed(s, first, last) || (last < s->text->n_tokens && rz_class_at(s, last, &before) == RZ_C_AFORESAID) || of_today(s, last)) return true;
    uint8_t class = rz_class_before(s, first, from, false, &before);
    *ranked = class == RZ_C_RANKED;
    if (*ranked) class = rz_class_before(s, start = before, from, false, &before);
    if (class == RZ_C_FROM && rz_class_before(s, before, from, false, &round) == RZ_C_ROUND) class = rz_class_before(s, round, from, false, &before);
    bool own = false; /* «این هفدهمین بسته تحریمی»: its rank is part of its words */
    for (rz_hits h = rz_hits_at(s->text, first); rz_hits_next(&h);) own |= h.hit.type == RZ_NUMBER;
    if (class == RZ_C_DEFINITE && (own || rz_of_a_round(s, first, from))) *ranked = true;
    return class == RZ_C_DEFINITE && start > from;
}

/* «با X و برخی دیگر از مقامات Y دیدار کرد»: people are met, no place is seen. */
static bool tells_people(const rz_scene *s, const rz_mention *m) {
    for (rz_hits h = rz_hits_of(s->text, m->first, RZ_TYPE(RZ_WORDS)); m->last > m->first + 1 && rz_hits_next(&h);) {
        uint8_t class = h.hit.tail ? RZ_C_NONE : rz_class_of(s->g, h.hit.row);
        if (class == RZ_C_ACTS_FOR || class == RZ_C_OFFICIALS || class == RZ_C_DELEGATION) return true;
    }
    return false;
}

/* «از X و Y نیز در هفته آینده دیدار خواهد کرد»: nothing but when, and where they lie, between them and the verb. */
static bool seen_before(const rz_scene *s, uint32_t first, uint32_t clause) {
    enum { FAR = 16 };
    uint32_t start, from = s->clauses[clause].first;
    for (uint32_t t = first; t > from && first - t < FAR;) {
        uint32_t m = s->mention_at[t - 1];
        if (m != RZ_NONE && s->links[m].clause != clause) return false;
        bool place = m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE);
        if (place && rz_comes_from(s, m) != RZ_NONE) return false; /* «با X از Y دیدار کرد» */
        if (place && s->links[m].prep == RZ_C_FROM && tells_people(s, &s->mentions->at[m])) return false;
        if (place && s->links[m].prep == RZ_C_FROM) return s->links[m].kind == RZ_LINK_PREP || s->links[m].list != m || rz_states_named(s, m);
        uint8_t class = rz_class_before(s, t, from, false, &start);
        bool own = rz_token_time(s, t - 1) != RZ_NONE || (place && s->links[m].prep == RZ_C_IN) || class == RZ_C_ALSO || class == RZ_C_IN || (s->text->tokens[t - 1].pos & (RZ_POS_ADV | RZ_POS_ADJ));
        if (!own && s->text->tokens[t - 1].punct != '-' && s->text->tokens[t - 1].punct != ',') return false;
        t = class == RZ_C_ALSO || class == RZ_C_IN ? start : place ? s->mentions->at[m].first : t - 1;
    }
    return false;
}

/* «از مسکو دیدار کرد», «دیدار X از مسکو»: a place is seen, nobody met. */
static bool sees_place(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause, rz_evoked how) {
    enum { NEAR = 14 };
    uint32_t end, from = how == RZ_EVOKED_VERB ? first : last;
    if (how != RZ_EVOKED_NOUN && seen_before(s, first, clause)) return true;
    if (how == RZ_EVOKED_VERB) return false;
    for (uint32_t t = from; t < s->text->n_tokens && t < from + NEAR && s->clause_of[t] == clause; t++) {
        uint32_t m = s->mention_at[t];
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_FROM && end < s->text->n_tokens) {
            uint32_t place = s->mention_at[end];
            return place != RZ_NONE && (s->mentions->at[place].kind == RZ_M_PLACE || s->mentions->at[place].kind == RZ_M_STATE) &&
                   s->mentions->at[place].head == RZ_NONE;
        }
        if (class || s->text->tokens[t].verb != RZ_NONE || (m == RZ_NONE && rz_token_time(s, t) == RZ_NONE && s->text->tokens[t].kind == RZ_TOKEN_WORD && !(s->text->tokens[t].pos & RZ_POS_ADJ))) return false;
    }
    return false;
}

/* «رهبران», also where «رهبران کشورهای عضو» is a longer word. */
static bool tells_leaders(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (rz_class_of(s->g, h.hit.row) == RZ_C_LEADERS && !h.hit.tail) return true;
    return false;
}

/* «سران X … نشست خود را برگزار کردند», «نشست روز شنبه سران X» */
static bool of_leaders(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause) {
    enum { NEAR = 5, LONGEST_NAME = 12 };
    bool own = false; /* «در نشست امروز خود» */
    uint32_t end, from = s->clauses[clause].first;
    for (uint32_t t = last; t < s->text->n_tokens && t < last + NEAR && s->clause_of[t] == clause; t = end) {
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_LEADERS || tells_leaders(s, t)) return t > last || last > first + 1; /* «نشست سران» has its own frame */
        own |= class == RZ_C_OWN;
        bool adjective = !class && s->mention_at[t] == RZ_NONE && (s->text->tokens[t].pos & RZ_POS_ADJ); /* «نشست مشورتی رهبران» */
        if (rz_token_time(s, t) == RZ_NONE && class != RZ_C_NOUN_STATUS && class != RZ_C_ALSO && class != RZ_C_OWN && !adjective) break;
        if (end <= t) end = t + 1;
    }
    for (uint32_t t = last; t < s->text->n_tokens && t < last + 2 * NEAR && s->clause_of[t] == clause; t++) /* «با حضور رهبران ده کشور» */
        if (rz_class_at(s, t, &end) == RZ_C_PRESENCE && end < s->text->n_tokens && rz_class_at(s, end, &end) == RZ_C_LEADERS) return true;
    for (uint32_t t = first > from + LONGEST_NAME ? first - LONGEST_NAME : from; t < first; t++) { /* «به گزارش X، سران Y …» */
        if (!tells_leaders(s, t) || s->article->in_label[t]) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, t);
        uint32_t verb = s->clauses[clause].verb;
        rz_link there = {.prep_token = RZ_NONE};
        rz_govern(s, &there, first);
        bool sit = there.prep == RZ_C_IN || (there.prep == RZ_C_FOR && there.kind == RZ_LINK_PREP); /* «رهبران X در اجلاس Y توافق کردند» */
        return !link.prep && verb != RZ_NONE && s->text->verbs[verb].plural && (own || sit || rz_takes_place(s, first, clause));
    }
    return false;
}

/* «در گفتگوهای پکن»: talks named by the town where they were; not «در گفتگوهای تهران با X», «… تهران و X», which are of the two. */
static bool of_town(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause) {
    uint32_t start, end, m = last < s->text->n_tokens ? s->mention_at[last] : RZ_NONE;
    bool town = m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PLACE && s->mentions->at[m].row != RZ_NONE && s->mentions->at[m].first == last && rz_is_town(s, m);
    if (!town || last != first + 1 || rz_class_before(s, first, s->clauses[clause].first, true, &start) != RZ_C_IN || s->mentions->at[m].last >= s->text->n_tokens) return false;
    uint8_t class = rz_class_at(s, s->mentions->at[m].last, &end);
    return class != RZ_C_WITH && class != RZ_C_AND && class != RZ_C_BETWEEN;
}

/* What the words around make of a frame. */
const rz_frame *rz_in_context(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last, uint32_t clause, rz_evoked how) {
    const rz_event_kind *kind = f->kind;
    rz_row row = RZ_NONE;
    if (kind->in_rounds != RZ_NONE && how != RZ_EVOKED_VERB && (rz_of_a_round(s, first, s->clauses[clause].first) || (how == RZ_EVOKED_NOUN && of_town(s, first, last, clause)))) row = kind->in_rounds;
    if (kind->of_leaders != RZ_NONE && of_leaders(s, first, last, clause)) row = kind->of_leaders;
    if (f->of_place != RZ_NONE && sees_place(s, first, last, clause, how)) row = f->of_place;
    return row == RZ_NONE ? f : &s->g->frames[row - s->g->first_frame];
}

/* «بدون دیدار با X», where «بدون» governs names as well. */
bool rz_is_without(const rz_scene *s, uint32_t token) {
    if (!token || s->clause_of[token - 1] != s->clause_of[token]) return false;
    for (rz_hits h = rz_hits_of(s->text, token - 1, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (h.hit.last == token && rz_class_of(s->g, h.hit.row) == RZ_C_NEGATIVE_NOUN) return true;
    return false;
}
