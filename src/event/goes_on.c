/* Lists whose first words name nobody: the preposition before them is that of the names after them as well. */
#include "event/event.h"

/* «میان رهبران اروپایی، Y و Z», not «در این میان، Y …»: the list goes on behind Y. */
static bool is_listed_on(const rz_scene *s, uint32_t i) {
    uint32_t end, last = s->links[i].last;
    if (last >= s->text->n_tokens) return false;
    bool on = rz_class_at(s, last, &end) == RZ_C_AND || s->text->tokens[last].punct == ',';
    if (s->text->tokens[last].punct == ',') end = last + 1;
    return on && end < s->text->n_tokens && s->mention_at[end] != RZ_NONE;
}

/* «X با رهبران اروپایی، Y و Z»: somebody was named before, so Y is not who does it. */
static bool is_named_before(const rz_scene *s, uint32_t i, uint32_t prep) {
    const rz_mention *before = i > 0 ? &s->mentions->at[i - 1] : NULL;
    return before && before->last <= prep && s->clause_of[before->first] == s->links[i].clause && rz_is_actor(before);
}

static void take_prep(rz_link *link, uint8_t class, uint32_t start) {
    link->kind = RZ_LINK_PREP;
    link->prep = class;
    link->prep_token = start;
}

/* «کشورهای آسیای مرکزی», «سه کشور»: a part of the world names nobody, nor do those who are only counted. */
static bool names_nobody(const rz_scene *s, uint32_t token) {
    uint32_t m = s->mention_at[token];
    if (m != RZ_NONE && rz_points_back(&s->mentions->at[m]) && rz_number_at(s, s->mentions->at[m].first)) return true;
    return m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PLACE && s->mentions->at[m].row != RZ_NONE && rz_row_has(s->g->data, s->mentions->at[m].row, "kind", "region");
}

/* The preposition before the token with nothing but words that name nobody between; RZ_C_NONE: there is none. */
static uint8_t prep_before(const rz_scene *s, uint32_t at, uint32_t from, uint32_t *start) {
    enum { NEAR = 6 };
    uint8_t class = RZ_C_NONE;
    for (uint32_t t = at; !class && t-- > from && at - t < NEAR;) {
        if (s->text->tokens[t].kind == RZ_TOKEN_PUNCT || s->text->tokens[t].verb != RZ_NONE || (s->mention_at[t] != RZ_NONE && !names_nobody(s, t))) break;
        class = rz_class_before(s, t + 1, from, true, start);
    }
    return class;
}

/* Does a word for several people who have no name begin at the token: «رهبران», «مقامات ارشد», «تجار»? */
static bool several_at(const rz_scene *s, uint32_t token) {
    rz_row many = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("groups"));
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);) {
        uint8_t class = rz_class_of(s->g, h.hit.row);
        if (!h.hit.tail && (class == RZ_C_OFFICIALS || class == RZ_C_LEADERS || h.hit.row == many)) return true;
    }
    return false;
}

/* «به سه کشور، X، Y و Z»: lands of which the word for them stands between the preposition and the comma. */
static bool lists_lands(const rz_scene *s, uint32_t i, uint32_t prep, uint32_t comma) {
    rz_row lands = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("lands-told"));
    bool land = s->mentions->at[i].kind == RZ_M_STATE || s->mentions->at[i].kind == RZ_M_PLACE;
    return land && is_listed_on(s, i) && rz_listed_within(s, lands, prep + 1, comma);
}

/* The first of the list names nobody, the preposition is theirs as well: «میان رهبران اروپایی، X و Y», «با رهبران عرب و X». */
void rz_goes_on_unnamed(const rz_scene *s, uint32_t i, uint32_t first, uint32_t from) {
    uint32_t start, and, end;
    rz_link *link = &s->links[i];
    if (link->kind != RZ_LINK_FREE || first < from + 2) return;
    bool comma = s->text->tokens[first - 1].punct == ',';
    if (!comma && rz_class_before(s, first, from, false, &and) != RZ_C_AND) return;
    uint8_t class = prep_before(s, comma ? first - 1 : and, from, &start);
    if (comma && (class == RZ_C_TO || class == RZ_C_FROM) && lists_lands(s, i, start, first - 1)) take_prep(link, class, start);
    if (class != RZ_C_BETWEEN && class != RZ_C_PRESENCE && class != RZ_C_WITH) return;
    if (!comma && class != RZ_C_PRESENCE && rz_family(&s->mentions->at[i]) != 1) return;
    bool of_both = comma ? is_listed_on(s, i) && (class != RZ_C_WITH || is_named_before(s, i, start)) : rz_class_at(s, start, &end) == class && several_at(s, end);
    if (of_both) take_prep(link, class, start);
}

/* «…، سوریه و یمن گفت‌وگو کرد»: right behind the list something is told. */
static bool list_ends_in_event(const rz_scene *s, uint32_t first) {
    enum { LONGEST = 10 };
    uint32_t t = first, end;
    while (t < s->text->n_tokens && t < first + LONGEST && (s->mention_at[t] != RZ_NONE || s->text->tokens[t].punct == ',' || rz_class_at(s, t, &end) == RZ_C_AND)) t++;
    return t < s->text->n_tokens && (rz_types_at(s->text, t) & (RZ_TYPE(RZ_FRAME) | RZ_NEAR_WORDS));
}

/* «درباره همکاری‌های دوجانبه و همچنین افغانستان», «در مورد برجام، سوریه و یمن»: what is spoken of goes on after «and» and commas. */
void rz_goes_on_about(const rz_scene *s, rz_link *link, uint32_t first, uint32_t from) {
    enum { NEAR = 14 };
    uint32_t start = first;
    if (link->kind != RZ_LINK_FREE || first < from + 3) return;
    if (s->text->tokens[first - 1].punct == ',' && list_ends_in_event(s, first)) start = first - 1;
    else if (rz_class_before(s, first, from, false, &start) != RZ_C_AND) return;
    for (uint32_t t = start; t-- > from && start - t < NEAR;) {
        uint8_t class = rz_class_before(s, t + 1, from, true, &start);
        bool ends = s->text->tokens[t].kind == RZ_TOKEN_PUNCT && s->text->tokens[t].punct != ',';
        if (ends || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE || (class && class != RZ_C_ABOUT)) return;
        if (!class) continue;
        take_prep(link, class, start);
        return;
    }
}

/* «کشورهای [همسایه] X», «نمایندگان ویژه [برای] X»: the name tells which they are, and is none of them; where the word before it begins. A forum
 * that is called so itself begins there. RZ_NONE: it is one of them. */
static uint32_t tells_which(const rz_scene *s, uint32_t m, uint32_t from) {
    enum { LONGEST = 3 };
    if (m == RZ_NONE || rz_family(&s->mentions->at[m]) != 2) return RZ_NONE;
    uint32_t first = s->mentions->at[m].first;
    if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("several-who")), first) > first) return first;
    rz_row which = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("which-several"));
    for (uint32_t t = first; t-- > from && first - t <= LONGEST;)
        if (rz_listed_end(s, which, t) == first) return t;
    return RZ_NONE;
}

/* The first word for several who are not named, «نمایندگان», «چند کشور», that stands before the token in its phrase; RZ_NONE: none. */
static uint32_t several_before(const rz_scene *s, uint32_t at, uint32_t from) {
    enum { NEAR = 8 };
    rz_row several = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("several-who")), named_so = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-named"));
    bool one = rz_listed_end(s, named_so, at) > at; /* «یک شهروند X به نام Y» */
    uint32_t best = RZ_NONE, start;
    for (uint32_t t = at; t-- > from && at - t <= NEAR;) {
        uint32_t m = s->mention_at[t], whole = tells_which(s, m, from);
        if (whole != RZ_NONE) {
            if (rz_listed_end(s, several, whole) > whole) best = whole;
            t = whole;
            continue;
        }
        bool named = m != RZ_NONE && (s->mentions->at[m].row != RZ_NONE || s->mentions->at[m].state != RZ_NONE || s->mentions->at[m].kind == RZ_M_STATE) && s->mentions->at[m].kind != RZ_M_COLLECTIVE && s->mentions->at[m].kind != RZ_M_OFFICE;
        if ((named && !one) || s->text->tokens[t].kind == RZ_TOKEN_PUNCT || s->text->tokens[t].verb != RZ_NONE) break;
        if (rz_listed_end(s, several, t) > t || (one && rz_listed_end(s, s->g->group_members, t) > t)) best = rz_counted_from(s, t, from);
        uint8_t class = rz_class_before(s, t + 1, from, false, &start);
        if (class && (class <= RZ_C_LAST_PREP || class == RZ_C_AND || class == RZ_C_DEFINITE) && best > t) break;
    }
    return best;
}

/* «با حضور وزیران چند کشور از جمله X», «در این نشست نمایندگان منطقه از جمله X»: who is one of them stands as they do. */
void rz_goes_on_including(const rz_scene *s, uint32_t i, uint32_t from) {
    rz_link *link = &s->links[i];
    uint32_t at = link->prep_token, start;
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_FOR || at == RZ_NONE || at <= from || !rz_says_including(s, at)) return;
    if (s->text->tokens[at - 1].punct == ',') at--;
    uint32_t head = several_before(s, at, from);
    if (head == RZ_NONE) return;
    uint32_t before = rz_class_before(s, head, from, false, &start) == RZ_C_AND ? rz_mention_near(s->mentions, start, 0) : 0;
    for (uint32_t j = before; j-- > 0 && before - j < 4;) {
        if (s->mentions->at[j].head != RZ_NONE || s->links[j].last != start) continue;
        uint32_t last = link->last, clause = link->clause;
        *link = s->links[j];
        link->last = last, link->clause = clause;
        return;
    }
    rz_link whole = {.prep_token = RZ_NONE};
    uint32_t end;
    rz_govern(s, &whole, head);
    const rz_mention *place = head > from && s->mention_at[head - 1] != RZ_NONE ? &s->mentions->at[s->mention_at[head - 1]] : NULL;
    bool behind_place = place && place->last == head && rz_family(place) == 2; /* «در نشست مونیخ نمایندگان …»; not within «مقامات این کشور» */
    if ((whole.chain < head && rz_class_at(s, whole.chain, &end) == RZ_C_DEFINITE) || behind_place) whole = (rz_link){.kind = RZ_LINK_FREE, .prep_token = RZ_NONE, .chain = head}; /* «در این نشست نمایندگان …» */
    if (whole.kind == RZ_LINK_PREP && whole.prep != RZ_C_BETWEEN && whole.prep != RZ_C_PRESENCE) return; /* behind «با»: included.c */
    link->kind = whole.kind, link->prep = whole.prep, link->prep_token = whole.prep_token, link->chain = whole.chain;
    for (uint32_t j = i; link->kind == RZ_LINK_FREE && j-- > 0 && s->mentions->at[j].first > head;) /* «اعضای اتحادیه X از جمله Y» */
        if (s->mentions->at[j].head == RZ_NONE && s->links[j].kind == RZ_LINK_FREE && s->links[j].clause == link->clause && tells_which(s, j, from) != RZ_NONE) link->list = j;
    uint32_t group = s->mention_at[head];
    if (group != RZ_NONE && group < i && s->links[group].kind == RZ_LINK_FREE) link->list = group;
}

void rz_govern_purpose(const rz_scene *s, rz_link *link, uint32_t first) {
    enum { NEAR = 16 };
    uint32_t and, from = s->text->sentences[rz_token_sentence(s, first)].first;
    if (link->kind != RZ_LINK_FREE || first == from) return;
    uint32_t at = rz_class_before(s, first, from, false, &and) == RZ_C_ALSO ? and : first; /* «و همچنین» */
    if (rz_class_before(s, at, from, false, &and) != RZ_C_AND) return;
    for (uint32_t t = and; t-- > from && and - t < NEAR;) {
        uint32_t end;
        if (rz_ends_phrase(s, t) || s->clause_of[t] != s->clause_of[first]) return;
        rz_link before = {.prep = rz_class_at(s, t, &end), .prep_token = t};
        if (before.prep != RZ_C_FOR || end > and || !rz_prep_status(s, &before, first)) continue;
        take_prep(link, RZ_C_FOR, t);
        return;
    }
}

/* «برای بررسی اوضاع X [نشستی فوری برگزار کردند]»: the noun is the verb's, where no other is told of that was held for it. */
bool rz_held_by_verb(const rz_scene *s, const rz_link *link, uint32_t first) {
    enum { MOST_ADJECTIVES = 2 };
    uint32_t end = first, last, from = s->text->sentences[rz_token_sentence(s, first)].first;
    if ((link->prep != RZ_C_ABOUT && (link->prep != RZ_C_FOR || !rz_prep_status(s, link, first))) || !(rz_types_at(s->text, first) & RZ_TYPE(RZ_FRAME))) return false;
    for (rz_hits h = rz_hits_of(s->text, first, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
        if (h.hit.key == s->g->k_noun && h.hit.last > end) end = h.hit.last;
    for (uint32_t t = end; t > first && t < s->text->n_tokens && t - end < MOST_ADJECTIVES && (s->text->tokens[t].pos & RZ_POS_ADJ) && rz_class_at(s, t, &last) != RZ_C_HAPPEN; t++) end = t + 1;
    uint32_t verb = end > first && end < s->text->n_tokens && rz_class_at(s, end, &last) == RZ_C_HAPPEN && last < s->text->n_tokens ? s->text->tokens[last].verb : RZ_NONE;
    if (verb == RZ_NONE || s->text->verbs[verb].tense == RZ_INFINITIVE || s->text->verbs[verb].tense == RZ_PARTICIPLE) return false;
    if (link->prep_token > from + RZ_REACH) from = link->prep_token - RZ_REACH;
    for (uint32_t t = from, start; t < link->prep_token; t++) /* «جلسه‌ای برای هماهنگی نشست برگزار شد», not «در حاشیه نشست X درباره Y گفت‌وگو انجام داد» */
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
            if (h.hit.key == s->g->k_noun && rz_class_before(s, t, from, true, &start) != RZ_C_OCCASION) return false;
    return true;
}
