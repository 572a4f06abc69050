/* Whose those are to whom something is done: «سه شهروند X را آزاد کرد», «علیه پنج شرکت X». */
#include "event/event.h"

static bool site_within(const rz_scene *s, uint32_t from, uint32_t to) {
    enum { NEAR = 8 };
    for (uint32_t t = to > from + NEAR ? to - NEAR : from; t < to; t++)
        if (rz_at_site(s, t)) return true;
    return false;
}

/* «X در واکنش به این اقدام سفیر Y را احضار کرد»: what stands right behind whose deed it is, or opens the clause, tells how or why and has no «را». */
static bool behind_adverbial(const rz_scene *s, const rz_clause *c, const rz_link *link) {
    uint32_t t = link->prep_token;
    if (t == RZ_NONE || link->chain <= t) return false;
    if (t == c->first || s->text->tokens[t - 1].punct || rz_token_time(s, t - 1) != RZ_NONE) return true;
    return c->subject != RZ_NONE && rz_phrase_end(s, c->subject) == t;
}

/* «سه شهروند X را آزاد کرد», «شهروندان X آزاد شدند», «علیه پنج شرکت X»: whose they are. */
void rz_owners_add(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    const rz_frame *f = e->frame;
    bool verbal = e->evoked == RZ_EVOKED_VERB;
    bool passive = verbal && f->passive && rz_undergone(s, c->verb);
    bool inherits = passive && c->inherits && rz_kind_is(e->kind, RZ_KIND_RELEASE | RZ_KIND_EXPULSION); /* «اعلام کرد دو شهروند X آزاد شدند» */
    const char *undergoes = passive ? f->passive : verbal ? f->subject : NULL; /* «پایگاه X هدف قرار گرفت» */
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || !rz_is_actor(&s->mentions->at[m])) continue;
        const rz_link *link = &s->links[m];
        if (link->kind != RZ_LINK_OF || link->clause != e->clause || s->mentions->at[m].kind == RZ_M_FORUM) continue;
        bool at_site = (link->prep == RZ_C_TO || link->prep == RZ_C_FROM) && rz_at_site(s, link->chain);
        const char *aim = f->on && link->prep && rz_is_on(s, link) ? f->on : link->prep == RZ_C_AGAINST || at_site ? f->by_class[link->prep] : NULL; /* «بر سه شهروند X» */
        bool object = verbal && !passive && f->object && rz_is_object(s, m), sites = link->prep == RZ_C_WITH && site_within(s, link->chain, t); /* «با ۵۹ موشک پایگاه X را کوبید» */
        if (aim) rz_part_add(found, e, m, aim);
        if (aim || (link->prep && !sites && !(object && behind_adverbial(s, c, link))) || m == c->subject || t >= e->first) continue;
        if (object) rz_part_add(found, e, m, f->object);
        else if (undergoes && (c->subject == RZ_NONE || inherits) && !rz_is_object(s, m)) rz_inherited_leave(s, e), rz_part_add(found, e, m, undergoes);
    }
}
