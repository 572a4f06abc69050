/* Who speaks at a session: «X در این نشست گفت … . Y نیز تأکید کرد …» tells of Y at it as well. */
#include "resolve/merge.h"

static const merged *at_token(const merger *m, uint32_t token) {
    uint32_t i = rz_trigger_at(m->found, token);
    return i == RZ_NONE || m->became[i] == RZ_NONE ? NULL : &m->out.at[m->became[i]];
}

/* Of the sentence: does it tell of the session, of nothing else? */
typedef struct {
    bool session, other;
} told;

static told told_of(const merger *m, const rz_sentence *sentence, const merged *session) {
    told t = {false, false};
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        const merged *e = at_token(m, i);
        t.session |= e == session;
        t.other |= e && e != session && !rz_kind_is(e->kind, RZ_KIND_PRESS);
    }
    return t;
}

static bool row_in(const merger *m, rz_row row, uint32_t first, uint32_t last) {
    const rz_text *text = m->cast->text;
    for (rz_hits_run h = rz_hits_within(text, first, last); row != RZ_NONE && rz_hits_run_next(&h);)
        if (h.hit.row == row && !h.hit.tail) return true;
    return false;
}

/* Somebody with a name, of some state or body, who says so there and then, in no other place. */
static bool speaks_in_turn(const merger *m, const rz_found_statement *s, uint32_t speaker, bool only_closing) {
    if (speaker == RZ_NONE || s->earlier || s->via != RZ_NONE || s->speaker == RZ_NONE) return false;
    bool closing = row_in(m, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("closing")), s->first, s->last); /* «در نشست خبری پایانی» */
    if ((s->declared || only_closing) && !closing) return false;
    if (s->channel && strcmp(s->channel, "speech") != 0 && strcmp(s->channel, "meeting") != 0 && !closing) return false;
    const rz_cast_member *who = &m->cast->members.at[speaker];
    bool from_afar = rz_is_spokesman(m->cast, who); /* he comments */
    bool holder = who->office != RZ_NONE && !strcmp(who->shown.kind, "office") && rz_row_has(m->cast->data, who->office, "unique", "yes"); /* whom no table has */
    return (holder || !strcmp(who->shown.kind, "person")) && who->office != RZ_NONE && !from_afar;
}

/* The statement of a sentence, or RZ_NONE; statements come in the order of the text. */
static uint32_t statement_of(const merger *m, uint32_t sentence, uint32_t *next) {
    const rz_found *f = m->found;
    while (*next < f->statements.n && f->statements.at[*next].sentence < sentence) (*next)++;
    return *next < f->statements.n && f->statements.at[*next].sentence == sentence ? *next : RZ_NONE;
}

/* «Y نیز گفت»: as the one before did, though it stands in a paragraph of its own. */
static bool goes_on(const merger *m, const rz_sentence *sentence) {
    enum { NEAR = 16 };
    uint32_t last = sentence->last < sentence->first + NEAR ? sentence->last : sentence->first + NEAR;
    return row_in(m, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("likewise")), sentence->first, last);
}

static void speakers_of(merger *m, merged *session) {
    const rz_text *text = m->cast->text;
    uint32_t next = 0, paragraph = RZ_NONE;
    bool late = false; /* the session is told of only at the end of its sentence */
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        told t = told_of(m, &text->sentences[i], session);
        uint32_t s = statement_of(m, i, &next);
        if (t.session && text->sentences[i].last > session->from->first) paragraph = text->sentences[i].paragraph, late = text->sentences[i].first < session->from->first;
        else if (!t.other && s != RZ_NONE && paragraph != RZ_NONE && text->sentences[i].paragraph == paragraph + 1 && goes_on(m, &text->sentences[i])) paragraph++;
        else if (t.other || s == RZ_NONE || text->sentences[i].paragraph != paragraph) paragraph = RZ_NONE;
        if (paragraph == RZ_NONE || t.session || s == RZ_NONE) continue;
        uint32_t speaker = m->cast->speaker_of[s];
        if (speaks_in_turn(m, &m->found->statements.at[s], speaker, late)) rz_merged_add(session, speaker, "participant");
    }
}

void rz_merge_speakers(merger *m) {
    for (uint32_t i = 0; i < m->out.n && i < OPEN_EVENTS; i++) {
        merged *e = &m->out.at[i];
        bool held = !strcmp(e->status, "held") || !strcmp(e->status, "ongoing");
        if (!e->dropped && held && e->count < 2 && rz_kind_is(e->kind, RZ_KIND_SESSION)) speakers_of(m, e);
    }
}
