/* Where what is told of an object ends, before «را». */
#include "event/event.h"

/* «کاردار X در این کشور را», «Y از [کشور] X را»: where he sits, or is from, belongs to him. */
static uint32_t after_seat(const rz_scene *s, uint32_t last) {
    uint32_t end;
    uint8_t class = last + 1 < s->text->n_tokens ? rz_class_at(s, last, &end) : RZ_C_NONE;
    if ((class != RZ_C_IN && class != RZ_C_FROM) || end + 1 >= s->text->n_tokens) return last;
    uint32_t m = s->mention_at[end];
    if (class == RZ_C_FROM && m == RZ_NONE) m = s->mention_at[end + 1];
    if (m == RZ_NONE || rz_family(&s->mentions->at[m]) != 2 || s->mentions->at[m].last >= s->text->n_tokens) return last;
    return rz_class_at(s, s->mentions->at[m].last, &end) == RZ_C_OBJECT ? s->mentions->at[m].last : last;
}

uint32_t rz_capital_told(const rz_scene *s, uint32_t last) {
    uint32_t t = last + (last < s->text->n_tokens && s->text->tokens[last].punct == ',');
    uint32_t of = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("capital-words")), t), m = of > t && of < s->text->n_tokens ? s->mention_at[of] : RZ_NONE;
    return m != RZ_NONE && s->mentions->at[m].kind == RZ_M_STATE ? s->mentions->at[m].last : last;
}

/* «سفارت X در Y، پایتخت Z را» */
static uint32_t after_capital(const rz_scene *s, uint32_t last) {
    uint32_t after = rz_capital_told(s, last), end;
    return after < s->text->n_tokens && rz_class_at(s, after, &end) == RZ_C_OBJECT ? after : last;
}

/* «سفیر X و سه دیپلمات دیگر را», «وزیر X و هیئت همراه را»: so many more go with him. */
uint32_t rz_companions_end(const rz_scene *s, uint32_t last) {
    enum { FEW = 4 };
    uint32_t end, t, next;
    if (last + 2 >= s->text->n_tokens || rz_class_at(s, last, &end) != RZ_C_AND || end >= s->text->n_tokens) return last;
    bool kin = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("kin")), end) > end; /* «X و خانواده‌اش را» */
    if (!kin && !rz_number_at(s, end) && rz_class_at(s, end, &next) != RZ_C_DELEGATION) return last;
    for (t = end + 1; t < s->text->n_tokens && t <= end + FEW; t++) {
        uint8_t class = rz_class_at(s, t, &next);
        if (class == RZ_C_OBJECT) return t;
        bool along = t == end + 1 && class == RZ_C_ALONG; /* «همراه» */
        if ((class && class <= RZ_C_LAST_PREP && !along) || s->text->tokens[t].kind != RZ_TOKEN_WORD || s->text->tokens[t].verb != RZ_NONE) break;
    }
    return last;
}

/* «شش دیپلمات X از جمله Y را», «سفیر X به عنوان حافظ منافع Y را»: who of them it was, or as what, stands before را. */
static uint32_t after_including(const rz_scene *s, uint32_t last) {
    enum { FAR = 14 };
    uint32_t end;
    if (last >= s->text->n_tokens || !(rz_types_at(s->text, last) & RZ_TYPE(RZ_WORDS))) return last;
    bool as = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("told-as")), last) > last;
    if (!as && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("including")), last) == last) return last;
    for (uint32_t t = last + 1; t < s->text->n_tokens && t < last + FAR && s->clause_of[t] == s->clause_of[last]; t++)
        if (rz_class_at(s, t, &end) == RZ_C_OBJECT) return as && s->mention_at[t - 1] != RZ_NONE && s->mentions->at[s->mention_at[t - 1]].kind == RZ_M_PERSON ? last : t; /* «X به عنوان سفیر Y را»: another */
    return last;
}

/* «ده مقام X که … حمایت کرده‌اند را»: what is told of him stands before را. */
static uint32_t after_relative(const rz_scene *s, uint32_t last) {
    uint32_t end, clause;
    if (last >= s->text->n_tokens || rz_class_at(s, last, &end) != RZ_C_THAT || end >= s->text->n_tokens) return last;
    clause = s->clause_of[end];
    if (clause == RZ_NONE || s->clauses[clause].kind != RZ_CLAUSE_RELATIVE || s->clauses[clause].verb == RZ_NONE) return last;
    uint32_t after = s->text->verbs[s->clauses[clause].verb].last;
    return after < s->text->n_tokens && after > last && rz_class_at(s, after, &end) == RZ_C_OBJECT ? after : last;
}

/* «X [دیپلمات باسابقه] را به عنوان سفیر», «X، سناتور پیشین، را وزیر کرد»: what he was, in words that no table joins to him. */
static uint32_t after_role(const rz_scene *s, uint32_t mention, uint32_t last) {
    enum { FAR = 7 };
    const rz_mention *m = &s->mentions->at[mention];
    uint32_t end, t = last + (last < s->text->n_tokens && s->text->tokens[last].punct == ',');
    bool told = m->describes != RZ_NONE && s->mentions->at[m->describes].first > m->first && s->mentions->at[m->describes].whose == RZ_WHOSE_NONE; /* «X [سناتور] جمهوری‌خواه را» */
    if (m->kind != RZ_M_PERSON || t >= s->text->n_tokens || !(told || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-role")), t) > t)) return last;
    for (uint32_t from = t; t + 1 < s->text->n_tokens && t < from + FAR && s->clause_of[t] == s->clause_of[from]; t++) {
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_OBJECT) {
            uint32_t next = end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
            bool given = (end < s->text->n_tokens && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-as")), end) > end) || (next != RZ_NONE && s->mentions->at[next].kind == RZ_M_OFFICE);
            return given ? t : last;
        }
        if ((class && class <= RZ_C_AND) || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE || rz_token_time(s, t) != RZ_NONE) break;
    }
    return last;
}

/* «فرودگاه X», «بندر Y»: where the words for what is struck begin. */
uint32_t rz_target_from(const rz_scene *s, uint32_t first) {
    enum { LONGEST = 2 };
    rz_row targets = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("targets"));
    uint32_t m = s->mention_at[first];
    if (m == RZ_NONE || rz_family(&s->mentions->at[m]) != 2 || !rz_row_there(s->text, targets)) return first;
    for (uint32_t t = first > LONGEST ? first - LONGEST : 0; t < first; t++)
        if (rz_listed_end(s, targets, t) == first) return t;
    return first;
}

/* «نقاط مختلفی از جنوب X را»: places in it. */
bool rz_part_of_land(const rz_scene *s, const rz_link *link) {
    enum { LONGEST = 3 };
    rz_row parts = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("parts-of-land"));
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_FROM || link->prep_token == RZ_NONE || !rz_row_there(s->text, parts)) return false;
    return rz_listed_before(s, parts, link->prep_token, link->prep_token > LONGEST ? link->prep_token - LONGEST : 0);
}

/* «X و چند شهر دیگر را», «فرودگاه X و مناطقی از Y را»: what else is struck with it. */
static uint32_t after_more_places(const rz_scene *s, uint32_t last) {
    enum { FAR = 6 };
    uint32_t end, t, next;
    if (last + 2 >= s->text->n_tokens || rz_class_at(s, last, &end) != RZ_C_AND || end >= s->text->n_tokens) return last;
    if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("more-places")), end) == end) return last;
    for (t = end; t < s->text->n_tokens && t < end + FAR && s->mention_at[t] == RZ_NONE && s->text->tokens[t].verb == RZ_NONE && s->text->tokens[t].kind != RZ_TOKEN_PUNCT; t++)
        if (rz_class_at(s, t, &next) == RZ_C_OBJECT) return t;
    return last;
}

uint32_t rz_object_end(const rz_scene *s, uint32_t mention, uint32_t last) {
    if (rz_family(&s->mentions->at[mention]) == 1) last = rz_companions_end(s, after_seat(s, last));
    else if (rz_family(&s->mentions->at[mention]) == 2) last = after_more_places(s, last);
    bool apposed = s->mentions->at[mention].describes != RZ_NONE && last + 1 < s->text->n_tokens && s->text->tokens[last].punct == ',';
    if (apposed) last = rz_companions_end(s, last + 1); /* «سفیر X، Y، را احضار کرد» */
    return after_relative(s, after_including(s, after_role(s, mention, after_capital(s, last))));
}

/* «به دلیل مداخله در امور داخلی سفیر X را احضار کرد»: what a preposition governs is no object, so he before «را» is. */
void rz_object_of_preposition_add(rz_found *found, rz_found_event *e) {
    static const uint32_t kinds = RZ_KIND_SUMMONS | RZ_KIND_EXPULSION | RZ_KIND_APPOINTMENT | RZ_KIND_RELEASE;
    const rz_scene *s = &found->scene;
    uint32_t end, from = s->clauses[e->clause].first;
    if (e->evoked != RZ_EVOKED_VERB || !e->frame->object || !rz_kind_is(e->kind, kinds) || rz_has_role(e, e->frame->object)) return;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    for (uint32_t t = e->first; t-- > from;) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].head != RZ_NONE || rz_family(&s->mentions->at[m]) != 1) continue;
        uint32_t mark = rz_object_end(s, m, s->links[m].last);
        if (!s->links[m].prep || s->links[m].clause != e->clause || mark >= e->first || rz_class_at(s, mark, &end) != RZ_C_OBJECT) continue;
        rz_part_add(found, e, m, e->frame->object);
        return;
    }
}
