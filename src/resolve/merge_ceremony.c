/* Where a sentence of its own, or the session that it was part of, tells that it was: «این مراسم در X برگزار شد», a vote. */
#include "resolve/merge.h"

/* The place that is told of in the clause of the token, behind it. */
static uint32_t place_behind(const rz_scene *s, uint32_t token) {
    uint32_t clause = s->clause_of[token], to = clause == RZ_NONE ? token : s->clauses[clause].last;
    for (uint32_t t = token; t < to && t < token + RZ_REACH; t++) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE || s->links[i].clause != clause || s->links[i].prep != RZ_C_IN) continue;
        if (s->mentions->at[i].kind == RZ_M_PLACE && s->links[i].kind == RZ_LINK_PREP) return i;
    }
    return RZ_NONE;
}

/* «استوارنامه خود را تقدیم کرد. این مراسم در X انجام شد»: what was told last that has a ceremony. */
static void at_ceremony(merger *m, uint32_t token) {
    enum { SENTENCES = 2 };
    const rz_scene *s = &m->found->scene;
    uint32_t place = place_behind(s, token);
    merged *best = NULL;
    rz_around near = rz_merged_near(m, token);
    for (uint32_t j = near.low; j < near.high && place != RZ_NONE; j++) {
        merged *e = &m->out.at[j];
        if (e->dropped || e->told_last >= token || !rz_kind_is(e->kind, RZ_KIND_PAPER | RZ_KIND_CREDENTIALS | RZ_KIND_APPOINTMENT)) continue;
        if (rz_token_sentence(s, token) - rz_token_sentence(s, e->told_last) <= SENTENCES && (!best || e->told_last > best->told_last)) best = e;
    }
    if (best && best->place_row == RZ_NONE) best->place = place, best->place_row = rz_merged_place(m, place);
}

/* «طی مراسمی که در X برگزار شد، توافق را امضا کردند»: what is told behind it in the sentence. */
static void in_ceremony(merger *m, uint32_t token) {
    const rz_scene *s = &m->found->scene;
    uint32_t place = place_behind(s, token), last = s->text->sentences[rz_token_sentence(s, token)].last;
    for (uint32_t t = token; place != RZ_NONE && t < last && t < token + RZ_CLAUSE_REACH; t++) {
        uint32_t i = rz_trigger_at(m->found, t);
        merged *e = i == RZ_NONE ? NULL : rz_merged_at(m, i);
        if (!e || e->dropped || e->place_row != RZ_NONE || e->count > 1 || !rz_kind_is(e->kind, RZ_KIND_PAPER | RZ_KIND_CREDENTIALS | RZ_KIND_APPOINTMENT | RZ_KIND_SITS | RZ_KIND_RELATIONS)) continue;
        e->place = place, e->place_row = rz_merged_place(m, place);
    }
}

/* A vote of a body, where its one session was that is told of. */
static void at_session(const merger *m, merged *e) {
    const merged *session = NULL;
    if (e->dropped || e->place_row != RZ_NONE || e->forum == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_VOTE)) return;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t j = near.low; j < near.high; j++) {
        const merged *o = &m->out.at[j];
        if (o->dropped || o->place_row == RZ_NONE || !rz_kind_is(o->kind, RZ_KIND_SESSION) || o->forum == RZ_NONE || rz_merged_forum(m, o) != rz_merged_forum(m, e)) continue;
        if (rz_looks_ahead(o->status) != rz_looks_ahead(e->status) || !rz_days_agree(o->days, e->days) || (session && session->place_row != o->place_row)) return;
        session = o;
    }
    if (session) e->place = session->place, e->place_row = session->place_row;
}

void rz_merge_ceremonies(merger *m) {
    const rz_scene *s = &m->found->scene;
    rz_row words = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("this-ceremony")), that = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("ceremony-that"));
    for (uint32_t i = 0; i < s->text->n_sentences && words != RZ_NONE; i++) {
        uint32_t first = rz_sentence_start(s, &s->text->sentences[i]);
        if (first < s->text->sentences[i].last && rz_listed_end(s, words, first) > first) at_ceremony(m, first);
    }
    for (uint32_t t = 0; rz_row_there(s->text, that) && t < s->text->n_tokens; t++) {
        uint32_t end = rz_listed_end(s, that, t);
        if (end > t && end < s->text->n_tokens) in_ceremony(m, end);
    }
    for (uint32_t i = 0; i < m->out.n; i++) at_session(m, &m->out.at[i]);
}
