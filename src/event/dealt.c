/* With whom one has relations that are spoken of, and who need not be there; through whose land something goes. */
#include "event/event.h"

/* «روابط با», «مذاکرات غیرمستقیم اخیر با» */
static bool after_dealings(const rz_scene *s, uint32_t at) {
    enum { ADJECTIVES = 3, LONGEST = 2 };
    for (uint32_t n = 0; n < ADJECTIVES && at > LONGEST && (s->text->tokens[at - 1].pos & RZ_POS_ADJ) && s->mention_at[at - 1] == RZ_NONE; n++) at--;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("dealings")), at, at > LONGEST ? at - LONGEST : 0);
}

/* «درباره روابط با X با Y گفت‌وگو کرد»: X is what they speak of; «با Y، هماهنگ‌کننده مبارزه با X، دیدار کرد». */
bool rz_only_dealt_with(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    enum { LONGEST = 2 };
    uint32_t at = s->links[i].prep_token;
    bool fought = s->links[i].prep == RZ_C_WITH && at != RZ_NONE && at && !rz_kind_is(e->kind, RZ_KIND_ATTACK) && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("fighting")), at, at > LONGEST ? at - LONGEST : 0);
    if (fought) return true;
    bool state = s->mentions->at[i].kind == RZ_M_STATE && s->links[i].prep == RZ_C_WITH && rz_kind_is(e->kind, RZ_KIND_CONTACT);
    return state && at != RZ_NONE && at < e->first && e->parts.n && after_dealings(s, at);
}

/* «قرارداد انتقال گاز X به Y از طریق Z امضا شد»: the way that it goes. */
bool rz_only_through(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    return link->prep == RZ_C_MEDIATOR && rz_kind_is(e->kind, RZ_KIND_PAPER) && rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-through")));
}
