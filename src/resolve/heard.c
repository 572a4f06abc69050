/* Who speaks: the speaker of each statement, told or carried on. */
#include "resolve/resolve.h"

/* «مقام‌های عراقی»: none of those named, and not the state. */
static uint32_t officials_of(rz_cast *cast, const rz_found_statement *st, uint32_t speaker) {
    rz_row official = rz_row_find(cast->data, RZ_OFFICE, RZ_STR("official"));
    if (st->officials == RZ_NONE || speaker == RZ_NONE || official == RZ_NONE || strcmp(cast->members.at[speaker].shown.kind, "state") != 0) return speaker;
    uint32_t member_index = rz_cast_office(cast, official, cast->members.at[speaker].state, RZ_NONE);
    rz_cast_member *m = &cast->members.at[member_index];
    if (!m->called) m->shown.fa = rz_text_copy(cast->arena, cast->text, st->officials, cast->mentions->at[st->speaker].last);
    m->called = true;
    const rz_mention *named = &cast->mentions->at[st->speaker];
    *RZ_PUSH(cast->arena, &cast->members.at[member_index].spans) = rz_text_span(cast->text, named->first, named->last);
    return member_index;
}

/* «یک منبع در وزارت X», «این حزب»: by the words it is named with. */
static uint32_t voice_of(rz_cast *cast, const rz_voice *v) {
    uint8_t kind = v->kind & RZ_VOICE_KIND;
    if (v->pointed && kind == RZ_VOICE_BODY && (v->kind & RZ_VOICE_OF)) return cast->last_issuer;
    if (v->pointed) return kind == RZ_VOICE_BODY ? cast->last_body : kind == RZ_VOICE_GROUP ? cast->last_group : cast->last_subject;
    uint32_t his = rz_described_so(cast, v);
    if (his == RZ_NONE) his = rz_representative(cast, v);
    if (his != RZ_NONE) return his;
    uint32_t n = cast->members.n, index = rz_cast_name(cast, v->first, v->last);
    rz_cast_member *m = &cast->members.at[index];
    if (cast->members.n > n) {
        uint32_t of = cast->found->scene.mention_at[v->last - 1];
        if (v->kind & RZ_VOICE_PERSON) m->shown.kind = "person";
        else if (kind == RZ_VOICE_BODY) m->shown.kind = "organisation";
        else rz_cast_described(m, kind == RZ_VOICE_ONE ? "office" : "group");
        m->shown.fa = rz_text_copy(cast->arena, cast->text, v->shown, v->last);
        m->state = of == RZ_NONE ? RZ_NONE : rz_state_told(&cast->found->scene, &cast->mentions->at[of]);
        if (m->state != RZ_NONE) m->shown.state = rz_row_id(cast->data, m->state);
    }
    *RZ_PUSH(cast->arena, &m->spans) = rz_text_span(cast->text, v->first, v->last);
    if (kind == RZ_VOICE_BODY) cast->last_body = index;
    if (kind == RZ_VOICE_GROUP) cast->last_group = index;
    return index;
}

uint32_t rz_cast_crowd(rz_cast *cast, uint32_t first, uint32_t last) {
    uint32_t index = rz_cast_name(cast, first, last);
    rz_cast_described(&cast->members.at[index], "group");
    return index;
}

uint32_t rz_cast_official(rz_cast *cast, uint32_t first, uint32_t last, bool named) {
    rz_voice v = {.who = RZ_NONE, .first = first, .last = last, .shown = first, .kind = RZ_VOICE_ONE};
    uint32_t his = rz_described_so(cast, &v);
    if (his != RZ_NONE || named) return his;
    return voice_of(cast, &v);
}

/* «این مقام مسئول گفت», where nobody is told of before: whom the words name. */
static uint32_t nobody_before(rz_cast *cast, uint32_t mention) {
    rz_mention *m = &cast->mentions->at[mention];
    if (m->actor != RZ_NONE || m->kind != RZ_M_PRONOUN || m->row == RZ_NONE || !rz_row_has(cast->data, m->row, "kind", "office")) return m->actor;
    m->actor = rz_cast_name(cast, m->last > m->first + 1 ? m->first + 1 : m->first, m->last);
    rz_cast_described(&cast->members.at[m->actor], "office");
    *RZ_PUSH(cast->arena, &cast->members.at[m->actor].spans) = rz_text_span(cast->text, m->first, m->last);
    return m->actor;
}

/* «سران سه کشور خواستار … شدند»: they speak as one, by the words that name them. */
static uint32_t speaks(rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    uint32_t first = m->first, end;
    if (m->kind != RZ_M_PRONOUN || m->row == RZ_NONE || !rz_row_has(cast->data, m->row, "kind", "states")) {
        uint32_t actor = rz_cast_actor(cast, mention);
        return actor != RZ_NONE ? actor : nobody_before(cast, mention);
    }
    uint8_t before = first ? rz_class_at(&cast->found->scene, first - 1, &end) : RZ_C_NONE;
    return rz_cast_crowd(cast, before == RZ_C_LEADERS || before == RZ_C_OFFICIALS ? first - 1 : first, m->last);
}

/* «این قطعنامه خواستار … است»: the assembly or council told of last passed it. */
static uint32_t who_passed(rz_cast *cast, const rz_found_statement *st) {
    enum { BACK = 60 /* mentions */ };
    const rz_scene *s = &cast->found->scene;
    rz_row houses = rz_row_find(cast->data, RZ_WORDS, RZ_STR("voting-houses"));
    uint32_t next = 0;
    for (uint32_t t = st->first; !next && t-- > 0 && st->first - t < RZ_CLAUSE_REACH;)
        if (s->mention_at[t] != RZ_NONE) next = s->mention_at[t] + 1;
    for (uint32_t i = next; i-- > 0 && next - i < BACK;) {
        const rz_mention *m = &cast->mentions->at[i];
        bool house = (m->kind == RZ_M_FORUM || m->kind == RZ_M_ORGANISATION) && rz_listed_end(s, houses, m->first) > m->first;
        if (house) return m->kind == RZ_M_FORUM && m->row != RZ_NONE ? rz_cast_row(cast, m->row) : rz_cast_actor(cast, i);
    }
    return RZ_NONE;
}

/* Does the word at the token begin with one of four letters or more in [from, to): «بیانیه‌ای … این بیانیه»? */
static bool same_word(const rz_text *t, uint32_t word, uint32_t from, uint32_t to) {
    enum { SHORTEST = 4 };
    rz_span a = rz_token_letters(&t->tokens[word]);
    for (uint32_t k = from; k < to && k < t->n_tokens; k++) {
        rz_span b = rz_token_letters(&t->tokens[k]);
        bool whole = b.end - b.start >= SHORTEST && b.end - b.start <= a.end - a.start;
        if (whole && !memcmp(t->letters + a.start, t->letters + b.start, b.end - b.start)) return true;
    }
    return false;
}

/* «وزارت X بیانیه‌ای منتشر کرد»: the body that did, in sentence k; RZ_NONE. */
static uint32_t who_issued(rz_cast *cast, const rz_found_statement *st, uint32_t k, uint32_t head) {
    const rz_scene *s = &cast->found->scene;
    rz_row issuing = rz_row_find(cast->data, RZ_WORDS, RZ_STR("issuing-paper"));
    for (rz_hits_run h = rz_hits_within(s->text, s->text->sentences[k].first, s->text->sentences[k].last); rz_hits_run_next(&h);) {
        uint32_t clause = h.hit.row == issuing ? s->clause_of[h.hit.last - 1] : RZ_NONE, who = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].subject;
        if (who == RZ_NONE || cast->mentions->at[who].kind != RZ_M_ORGANISATION) continue;
        for (uint32_t t = s->mentions->at[who].last; t < h.hit.last; t++)
            if (same_word(s->text, t, st->first, st->first + head)) return rz_cast_actor(cast, who);
    }
    return RZ_NONE;
}

/* «بر اساس بیانیه وزارت X، Y تأکید کرد. در این بیانیه آمده است …»: whose paper was cited not long before, and nobody's since; RZ_NONE. */
static uint32_t whose_paper(rz_cast *cast, const rz_found_statement *st) {
    enum { BACK = 3 /* sentences */, HEAD = 6, NEAR = 8 };
    const rz_scene *s = &cast->found->scene;
    rz_row papers = rz_row_find(cast->data, RZ_WORDS, RZ_STR("according-to-paper"));
    uint32_t here = rz_token_sentence(s, st->first), end;
    bool issued = rz_row_there(s->text, rz_row_find(cast->data, RZ_WORDS, RZ_STR("issuing-paper")));
    if (!rz_row_there(s->text, papers) && !issued) return RZ_NONE;
    for (uint32_t k = here; k-- > 0 && here - k <= BACK;) {
        uint32_t from = rz_sentence_start(s, &s->text->sentences[k]), last = rz_listed_end(s, papers, from);
        if (cast->last_issuer != RZ_NONE && rz_token_sentence(s, cast->issued_at) > k) return RZ_NONE;
        uint32_t who = issued ? who_issued(cast, st, k, HEAD) : RZ_NONE;
        if (who != RZ_NONE) return who;
        if (last <= from || !same_word(s->text, last - 1, st->first, st->first + HEAD)) continue;
        for (uint32_t t = last; t < s->text->sentences[k].last && t < last + NEAR && s->text->tokens[t].punct != ',' && rz_class_at(s, t, &end) != RZ_C_THAT; t++)
            if (s->mention_at[t] != RZ_NONE) return cast->mentions->at[s->mention_at[t]].kind == RZ_M_ORGANISATION ? rz_cast_actor(cast, s->mention_at[t]) : RZ_NONE;
    }
    return RZ_NONE;
}

void rz_cast_hear(rz_cast *cast, uint32_t i) {
    const rz_found_statement *st = &cast->found->statements.at[i];
    bool issued_since = st->issuer && st->voice.last && cast->last_issuer != RZ_NONE && rz_token_sentence(&cast->found->scene, cast->issued_at) >= rz_token_sentence(&cast->found->scene, st->voice.first); /* «این بیانیه»: X's, told with it or after */
    uint32_t paper = st->issuer && !st->voice.last && st->speaker == RZ_NONE ? whose_paper(cast, st) : RZ_NONE;
    uint32_t speaker = st->voice.last && !issued_since ? voice_of(cast, &st->voice)
                       : st->speaker != RZ_NONE ? speaks(cast, st->speaker)
                       : paper != RZ_NONE ? paper
                       : st->issuer && cast->last_issuer != RZ_NONE ? cast->last_issuer : cast->last_subject;
    if (st->continued && i) speaker = cast->speaker_of[i - 1];
    else speaker = st->passed ? who_passed(cast, st) : officials_of(cast, st, speaker);
    cast->speaker_of[i] = speaker;
    cast->via_of[i] = st->via == RZ_NONE ? RZ_NONE : st->via == RZ_SPEAKER ? cast->last_subject : rz_cast_actor(cast, st->via);
    if (speaker == RZ_NONE) return;
    if (st->via == RZ_NONE && strcmp(cast->members.at[speaker].shown.kind, "group") != 0) cast->last_subject = speaker;
    else if (cast->via_of[i] != RZ_NONE) cast->last_subject = cast->via_of[i];
    bool written = st->channel && (!strcmp(st->channel, "statement") || !strcmp(st->channel, "letter"));
    if (!rz_cast_is_person(cast, speaker) || written) cast->last_issuer = speaker, cast->issued_at = st->first;
    cast->voice_of[st->sentence] = st->via == RZ_NONE ? speaker : cast->last_subject;
}
