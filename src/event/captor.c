/* Who held those who go free, where another clause tells it: «سه شهروند X که در Y زندانی بودند، آزاد شدند». */
#include "event/event.h"

/* «زندانی ایرانی در», «محبوس در»: the word for being held, and of which state they are, before the preposition. */
static bool held_there(const rz_scene *s, uint32_t at) {
    enum { BEFORE = 3 };
    uint32_t m = at ? s->mention_at[at - 1] : RZ_NONE;
    if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_STATE && s->mentions->at[m].last == at) at = s->mentions->at[m].first;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("held-where")), at, at > BEFORE ? at - BEFORE : 0) != 0;
}

/* «در Y زندانی», «از سوی Y بازداشت شده», «زندانی در Y»: a word for being held beside the phrase. */
static bool holds(const rz_scene *s, uint32_t m, rz_row held) {
    const rz_link *link = &s->links[m];
    if ((link->prep != RZ_C_IN && link->prep != RZ_C_AGENT && link->prep != RZ_C_FROM) || link->prep_token == RZ_NONE) return false;
    if (link->prep != RZ_C_AGENT && held_there(s, link->prep_token)) return true;
    uint32_t first = s->mentions->at[m].first, last = s->links[m].last;
    if (link->prep == RZ_C_IN && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("held-in")), first, link->prep_token + 1)) return true;
    return last < s->text->n_tokens && rz_listed_end(s, held, last) > last;
}

void rz_captor_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb;
    bool by_us = e->parts.n && e->parts.at[0].mention == RZ_SPEAKER && verb != RZ_NONE && s->text->verbs[verb].person == 1; /* «ده نفر را که در X زندانی بودند آزاد کردیم» */
    if (!rz_kind_is(e->kind, RZ_KIND_RELEASE) || (rz_has_role(e, "subject") && !by_us)) return;
    rz_row held = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("being-held"));
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, e->first)];
    uint32_t from = e->first > sentence->first + RZ_REACH ? e->first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > e->last + RZ_REACH ? e->last + RZ_REACH : sentence->last;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE) continue;
        if (rz_family(&s->mentions->at[m]) != 2 || !holds(s, m, held)) continue;
        if (by_us && s->mentions->at[m].kind != RZ_M_STATE) continue;
        rz_part_add(found, e, m, "subject");
        return;
    }
}

static bool governs(const rz_scene *s, rz_row body) {
    static const char *const kinds[] = {"ministry", "court", "government", "parliament"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (rz_row_has(s->text->data, body, "kind", kinds[i])) return true;
    return false;
}

/* «طالبان اعلام کرد چهره‌های تازه گماشته می‌شوند»: no state or body is put in an office; «با تلاش وزارت دادگستری زندانیان … منتقل شدند»: no ministry goes free. */
void rz_bodies_drop(const rz_scene *s, rz_found_event *e) {
    uint32_t n = 0;
    bool release = rz_kind_is(e->kind, RZ_KIND_RELEASE);
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention;
        bool body = m < RZ_SPEAKER && !strcmp(e->parts.at[i].role, "object") && rz_family(&s->mentions->at[m]) == 2;
        if (release && body) body = s->mentions->at[m].kind == RZ_M_ORGANISATION && s->mentions->at[m].body != RZ_NONE && governs(s, s->mentions->at[m].body);
        if (!body) e->parts.at[n++] = e->parts.at[i];
    }
    e->parts.n = n;
}
