/* Who becomes what: «X سفیر ایران در بغداد شد». */
#include "event/event.h"

/* Two words or three that no table knows open the clause right before the office: a name. */
static bool unknown_before(const rz_scene *s, uint32_t clause, uint32_t office) {
    uint32_t from = s->clauses[clause].first, to = s->mentions->at[office].first, end;
    if (to < from + 2 || to > from + 3 || s->mentions->at[office].kind != RZ_M_OFFICE) return false;
    for (uint32_t t = from; t < to; t++)
        if (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE || rz_token_time(s, t) != RZ_NONE || rz_class_at(s, t, &end)) return false;
    return true;
}

/* The office that the state or place right after it is where its holder is sent; else the mention itself. */
static uint32_t before_its_place(const rz_scene *s, uint32_t m) {
    const rz_link *link = &s->links[m];
    bool place = s->mentions->at[m].kind == RZ_M_STATE || s->mentions->at[m].kind == RZ_M_PLACE;
    if (!place || (link->prep != RZ_C_IN && link->prep != RZ_C_ABOUT && link->prep != RZ_C_FOR) || link->prep_token == RZ_NONE || link->prep_token == 0) return m;
    uint32_t office = s->mention_at[link->prep_token - 1];
    return office != RZ_NONE && s->mentions->at[office].kind == RZ_M_OFFICE && s->mentions->at[office].last == link->prep_token ? office : m;
}

/* «برای دومین بار مدیرکل شد», «با ۹۹ رأی موافق وزیر خارجه شد»: what governs ends before it. */
static bool behind_times(const rz_scene *s, uint32_t office) {
    enum { FEW = 6 };
    uint32_t end, at = s->mentions->at[office].first, prep = s->links[office].prep_token;
    if (prep == RZ_NONE || at <= prep || at > prep + FEW) return false;
    bool counted = false;
    for (uint32_t t = prep + 1; t < at; t++) counted |= s->links[office].prep == RZ_C_WITH && rz_number_at(s, t);
    return counted || rz_class_at(s, at - 1, &end) == RZ_C_TIMES;
}

/* «X سفیر ایران در بغداد شد», «X را وزیر خارجه کرد»: an office right before the verb, that nothing governs. */
bool rz_follows_office(const rz_scene *s, uint32_t clause, uint32_t at) {
    uint32_t m = at > s->clauses[clause].first ? s->mention_at[at - 1] : RZ_NONE;
    if (m != RZ_NONE && s->mentions->at[m].kind != RZ_M_OFFICE) m = before_its_place(s, m); /* «فرستاده سازمان ملل در X» */
    if (m != RZ_NONE) at = s->mentions->at[m].last;
    if (m == RZ_NONE || (s->clauses[clause].subject == RZ_NONE && !unknown_before(s, clause, m))) return false;
    uint32_t head = s->mentions->at[m].head != RZ_NONE ? s->mentions->at[m].head : m;
    uint8_t kind = s->mentions->at[m].kind;
    if (kind != RZ_M_OFFICE && s->mentions->at[head].kind != RZ_M_OFFICE && s->links[head].last != at) return false;
    uint32_t office = kind == RZ_M_OFFICE ? m : s->mentions->at[head].describes;
    if (kind != RZ_M_OFFICE && office == RZ_NONE && s->mentions->at[head].kind != RZ_M_OFFICE) return false;
    return s->links[head].kind == RZ_LINK_FREE || s->links[head].kind == RZ_LINK_OBJECT || behind_times(s, head);
}

/* The verb comes right after the place, and is somebody's: not «X گفت تصمیم در Y خواهد بود». */
bool rz_follows_place(const rz_scene *s, const rz_frame *f, uint32_t clause, uint32_t at) {
    uint32_t m = at ? s->mention_at[at - 1] : RZ_NONE, subject = s->clauses[clause].subject, verb = s->clauses[clause].verb, first = s->clauses[clause].first, end;
    if (m == RZ_NONE || s->links[m].kind != RZ_LINK_PREP || !(f->places >> s->links[m].prep & 1 || f->by_class[s->links[m].prep])) return false;
    if (subject == RZ_NONE ? verb == RZ_NONE || s->text->verbs[verb].person != 1 : rz_family(&s->mentions->at[subject]) != 1) return false;
    bool before = subject == RZ_NONE || s->mentions->at[subject].first < first; /* «دیروز در X بودم» */
    for (uint32_t t = first; before && t < s->links[m].prep_token; t = end) {
        uint8_t class = rz_class_at(s, t, &end);
        bool when = class == RZ_C_THAT || class == RZ_C_ALSO || class == RZ_C_NOW || class == RZ_C_SOON || rz_token_time(s, t) != RZ_NONE;
        if (!when && s->text->tokens[t].kind == RZ_TOKEN_WORD) return false;
    }
    return true;
}

/* An office by its name alone: not «مدیر», which is one of an organisation that is told. */
static bool is_office(const rz_scene *s, const rz_hit *hit) {
    if (hit->type != RZ_OFFICE || rz_is_unnamed(s->g, hit->row)) return false;
    uint32_t m = s->mention_at[hit->first];
    return !s->g->owned[hit->row - s->g->first_office] || (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_OFFICE);
}

/* An office of the tables begins within a few words of the token: «به عنوان [نخستین] سفیر». */
static bool office_from(const rz_scene *s, uint32_t token, uint32_t to) {
    enum { NEAR = 4 };
    for (uint32_t t = token; t < to && t < token + NEAR && s->text->tokens[t].verb == RZ_NONE; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_OFFICE)); rz_hits_next(&h);)
            if (is_office(s, &h.hit)) return true;
    return false;
}

/* An office that is nobody's by its words ends before the token: «سفیر خود», «نماینده ویژه‌ای». */
static bool bare_office(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { LONGEST = 4 };
    for (uint32_t t = end > from + LONGEST ? end - LONGEST : from; t < end; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_OFFICE)); rz_hits_next(&h);)
            if (h.hit.last == end && is_office(s, &h.hit)) return true;
    return false;
}

/* Before the token stands an office with where it is held and what it is like, that is not `but`: «سفیر جدید خود در X [را]». */
static bool office_before(const rz_scene *s, uint32_t at, uint32_t from, uint32_t but) {
    enum { FEW = 8 };
    uint32_t end;
    for (uint32_t t = at, n = 0; t > from && n < FEW; t--, n++) {
        uint32_t m = s->mention_at[t - 1];
        if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_OFFICE) {
            uint32_t head = s->mentions->at[m].head != RZ_NONE ? s->mentions->at[m].head : m;
            return head != but && (s->links[head].kind == RZ_LINK_FREE || s->links[head].kind == RZ_LINK_OBJECT);
        }
        if (m == RZ_NONE && bare_office(s, t, from)) return true;
        uint8_t class = rz_class_at(s, t - 1, &end);
        bool where = class == RZ_C_IN || class == RZ_C_FOR || class == RZ_C_ABOUT || class == RZ_C_OWN;
        if (m == RZ_NONE && !where && rz_token_time(s, t - 1) == RZ_NONE && !(s->text->tokens[t - 1].pos & RZ_POS_ADJ)) return false;
        if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PERSON) return false;
    }
    return false;
}

/* The last «را» before the token in its clause, or RZ_NONE. */
static uint32_t object_mark(const rz_scene *s, uint32_t at, uint32_t from) {
    uint32_t end, low = at > from + RZ_REACH ? at - RZ_REACH : from;
    for (uint32_t t = at; t > low; t--)
        if (rz_class_at(s, t - 1, &end) == RZ_C_OBJECT) return t - 1;
    return RZ_NONE;
}

/* Nothing stands there but when, where and for what: «سفیر خود را [در کابل] معرفی کرد», not «را عامل ناامنی معرفی کرد». */
static bool only_around(const rz_scene *s, uint32_t from, uint32_t to) {
    uint32_t end;
    bool governed = false;
    if (to > from + RZ_CLAUSE_REACH) return false;
    for (uint32_t t = from; t < to; t++) {
        uint8_t class = rz_class_at(s, t, &end);
        if (class && class <= RZ_C_LAST_PREP) governed = true;
        if (s->mention_at[t] != RZ_NONE || rz_token_time(s, t) != RZ_NONE || class || governed) continue;
        return false;
    }
    return true;
}

/* «به عنوان سفیر …», «سفیر خود را …», «سفیر X در Y … شد»: it is an office that somebody is put in. */
bool rz_puts_in_office(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last) {
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, first)];
    uint32_t from = first > sentence->first + RZ_REACH ? first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > last + RZ_REACH ? last + RZ_REACH : sentence->last;
    bool made = false;
    for (rz_nears n = rz_nears_within(s->text, from, to); rz_nears_next(&n);) {
        const rz_near_words *words = &n.words;
        if (!rz_near_word_of(s->text, words, f->row, s->g->k_context)) continue;
        if (office_from(s, words->last, to)) return true;
        made |= s->clause_of[words->first] == s->clause_of[first];
    }
    uint32_t clause = s->clause_of[first], verb = s->clauses[clause].verb, start = s->clauses[clause].first;
    if (made || verb == RZ_NONE) return false; /* «به عنوان پایتخت فرهنگی» */
    uint32_t mark = object_mark(s, first, start), subject = s->clauses[clause].subject;
    if (mark != RZ_NONE) {
        uint32_t after = s->mention_at[mark + 1];
        if (after != RZ_NONE && s->mentions->at[after].kind == RZ_M_OFFICE) return true; /* «X را سفیر خود معرفی کرد» */
        uint32_t before = mark ? s->mention_at[mark - 1] : RZ_NONE; /* «X را سفیر خود در Y معرفی کرد» */
        if (before != RZ_NONE && rz_family(&s->mentions->at[before]) == 1 && s->mentions->at[before].kind == RZ_M_PERSON && office_from(s, mark + 1, mark + 2)) return true;
        return only_around(s, mark + 1, first) && office_before(s, mark, start, subject);
    }
    if (office_before(s, first, start, subject)) return true;
    if (!rz_verb_among(s, verb, s->g->become, 2) || subject == RZ_NONE || s->links[subject].clause != clause) return false;
    return s->mentions->at[subject].kind == RZ_M_OFFICE && only_around(s, s->links[subject].last, first);
}
