/* Who becomes what: «X سفیر ایران در بغداد شد». */
#include "event/event.h"

/* Two words or three that no table knows open the clause right before the office: a name. */
static bool unknown_before(const rz_scene *s, uint32_t clause, uint32_t office) {
    uint32_t from = s->clauses[clause].first, to = s->mentions->at[office].first, end;
    if (to < from + 2 || to > from + 3 || s->mentions->at[office].kind != RZ_M_OFFICE) return false;
    for (uint32_t t = from; t < to; t++)
        if (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->text->tokens[t].verb != RZ_NONE || s->mention_at[t] != RZ_NONE || s->time_at[t] != RZ_NONE || rz_class_at(s, t, &end)) return false;
    return true;
}

/* The office that the state or place right after it is where its holder is sent; else the mention itself. */
static uint32_t before_its_place(const rz_scene *s, uint32_t m) {
    const rz_link *link = &s->links[m];
    bool place = s->mentions->at[m].kind == RZ_M_STATE || s->mentions->at[m].kind == RZ_M_PLACE;
    if (!place || link->prep != RZ_C_IN || link->prep_token == RZ_NONE || link->prep_token == 0) return m;
    uint32_t office = s->mention_at[link->prep_token - 1];
    return office != RZ_NONE && s->mentions->at[office].kind == RZ_M_OFFICE && s->mentions->at[office].last == link->prep_token ? office : m;
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
    return s->links[head].kind == RZ_LINK_FREE || s->links[head].kind == RZ_LINK_OBJECT;
}
