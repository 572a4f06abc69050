/* Whose words they are where no verb says so: the head of a sentence («لاوروف: …», «طبق این بیانیه، …»), «به گفته X» within it. */
#include "event/paper.h"
#include "event/saying.h"

enum { HEADLINE_COLON = 24, DOCUMENT_NEAR = 10 };

/* «بیانیه کاخ سفید» */
static bool is_palace(const rz_scene *s, uint32_t mention) {
    rz_row row = s->mentions->at[mention].row;
    return row != RZ_NONE && rz_row_has(s->text->data, row, "kind", "palace");
}

/* The body or person whose document it is: the actor named right after the word for it. */
uint32_t rz_issuer_after(const rz_scene *s, uint32_t token) {
    uint32_t limit = s->text->sentences[rz_token_sentence(s, token)].last;
    for (uint32_t t = token; t < limit && t < token + DOCUMENT_NEAR; t++) {
        uint32_t m = s->mention_at[t], last;
        uint8_t class = rz_class_at(s, t, &last);
        bool other = class && class <= RZ_C_LAST_PREP && class != RZ_C_AGENT && t > token; /* «بیانیه به X» */
        bool pointed = class == RZ_C_DEFINITE && t > token && m == RZ_NONE; /* «بیانیه پایانی این اجلاس»: whose it was is told before */
        if (s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct == ',' || class == RZ_C_THAT || other || pointed) break;
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        if (rz_is_actor(&s->mentions->at[m]) && (s->mentions->at[m].kind != RZ_M_PLACE || is_palace(s, m))) return m;
    }
    return RZ_NONE;
}

/* «بیانیه پایانی», «اعلامیه X»: a document of several, which speaks in its own name; its end, or the token itself. */
static uint32_t own_name_end(const rz_scene *s, uint32_t document) {
    enum { NEAR = 2 };
    uint32_t end, m;
    if (rz_class_at(s, document, &end) != RZ_C_DOCUMENT || end >= s->text->n_tokens) return document;
    m = s->mention_at[end];
    if (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PLACE && s->mentions->at[m].first == end && !is_palace(s, m)) return s->mentions->at[m].last;
    for (uint32_t t = document; t < end + NEAR && t < s->text->n_tokens; t++) {
        uint32_t last = rz_listed_end(s, s->g->joint, t);
        if (last > t && last > end) return last;
    }
    return document;
}

void rz_document_by(const rz_scene *s, uint32_t document, rz_saying *out) {
    enum { FAR = 400 };
    out->speaker = rz_issuer_after(s, document);
    out->issuer = out->speaker == RZ_NONE;
    if (!out->issuer) return;
    uint32_t end = own_name_end(s, document), last;
    bool pointed = document && rz_class_at(s, document - 1, &last) == RZ_C_DEFINITE;
    uint32_t at = document;
    for (; end == at && pointed && at > 0 && document - at < FAR; end = own_name_end(s, at)) at--;
    if (end == at) return;
    out->voice = (rz_voice){.first = at, .last = end, .shown = at, .who = RZ_NONE, .kind = RZ_VOICE_BODY};
    out->issuer = pointed;
}

bool rz_resolution_speaks(const rz_scene *s, uint32_t first, uint32_t last, const rz_saying *said) {
    enum { HEAD = 16 };
    rz_row papers = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("papers-that-speak"));
    uint32_t verb = said->clause == RZ_NONE ? RZ_NONE : s->clauses[said->clause].verb, start;
    bool head = said->clause == RZ_NONE && !said->colon;
    if (!head && !rz_is_unknown(said) && !said->issuer) return false;
    if (verb != RZ_NONE && s->text->verbs[verb].first < last) last = s->text->verbs[verb].first;
    for (uint32_t t = first; t < last && t < first + HEAD; t++) {
        if (rz_listed_whole(s, papers, t) == t) continue;
        uint8_t before = rz_class_before(s, t, first, false, &start);
        if (before == RZ_C_DEFINITE) before = start == first || s->text->tokens[start - 1].kind == RZ_TOKEN_PUNCT ? RZ_C_ACCORDING : rz_class_before(s, start, first, false, &start);
        if (before == RZ_C_ACCORDING || (before == RZ_C_IN && !head)) return true;
    }
    return false;
}

/* «به گفته منابع X» */
bool rz_cited_voice(const rz_scene *s, uint32_t after, uint32_t limit, rz_saying *out) {
    rz_voice voice;
    if (after >= limit || !rz_voice_at(s, after, limit, &voice) || voice.pointed || rz_voice_is_named(s, &voice)) return false;
    out->speaker = voice.who;
    if (voice.who == RZ_NONE) out->voice = voice;
    return true;
}

/* «واکنش لاوروف به …: …»: the mention belongs to the word that opens the headline. */
static bool owns_reaction(const rz_scene *s, uint32_t m, uint32_t first) {
    uint32_t last;
    const rz_link *link = &s->links[m];
    bool right_after = link->kind == RZ_LINK_OF && link->chain == first && !link->prep;
    return right_after && rz_class_at(s, first, &last) == RZ_C_REACTION && s->mentions->at[m].first <= last + 1;
}

/* «لاوروف در نشست خبری: …»: the speaker opens the sentence, and what follows him only tells where he spoke. */
static bool speaks_there(const rz_scene *s, uint32_t m, uint32_t first, uint32_t end) {
    uint8_t kind = s->mentions->at[m].kind;
    uint32_t last, after = s->links[m].last;
    if (s->mentions->at[m].first != first || (kind != RZ_M_PERSON && kind != RZ_M_OFFICE) || after >= end) return false;
    uint8_t class = rz_class_at(s, after, &last);
    return class && class <= RZ_C_LAST_PREP;
}

/* «به گفته تهران، …», «به گفته کاخ سفید، …» */
static uint32_t speaking_place(const rz_scene *s, uint32_t phrase, uint32_t after) {
    uint32_t m = after < s->text->n_tokens ? s->mention_at[after] : RZ_NONE;
    bool place = m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PLACE && rz_is_actor(&s->mentions->at[m]);
    return place && rz_listed_end(s, s->g->said_by, phrase) > phrase ? m : RZ_NONE;
}

/* «طبق توافق X و Y»: nobody says so. */
static bool is_bound_by(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
        if (!h.hit.tail && rz_row_has(s->text->data, h.hit.row, "binds", "yes")) return true;
    return false;
}

static bool cites_first(const rz_scene *s, const rz_sentence *sentence, uint32_t first, uint32_t after, rz_saying *out) {
    uint32_t at, near = after + 3 < sentence->last ? after + 3 : sentence->last;
    for (uint32_t t = after; t < near; t++)
        if ((rz_types_at(s->text, t) & RZ_TYPE(RZ_AGREEMENT)) || (t == after && is_bound_by(s, t))) return false; /* «بر اساس متن برجام» */
    out->speaker = rz_issuer_after(s, after);
    if (out->speaker == RZ_NONE) out->speaker = speaking_place(s, first, after);
    if (out->speaker == RZ_NONE || s->mentions->at[out->speaker].first > after) rz_cited_voice(s, after, sentence->last, out);
    out->issuer = rz_is_unknown(out);
    out->document = rz_class_in(s, first, near, RZ_NONE, RZ_C_DOCUMENT, &at);
    if (out->issuer && out->document) rz_document_by(s, at, out);
    return !out->issuer || out->document;
}

bool rz_message_told(const rz_scene *s, uint32_t first, uint32_t end, rz_saying *out) {
    uint32_t last;
    while (first < end && (s->article->in_label[first] || s->text->tokens[first].kind == RZ_TOKEN_PUNCT)) first++;
    if (first >= end || rz_class_at(s, first, &last) != RZ_C_MESSAGE) return false;
    uint32_t m = rz_issuer_after(s, last);
    if (m == RZ_NONE || s->links[m].prep || s->mentions->at[m].first > last + 2) return false;
    *out = (rz_saying){.clause = RZ_NONE, .speaker = m, .stance = s->g->announce, .from = end};
    return true;
}

bool rz_said_by_the_way(const rz_scene *s, const rz_sentence *sentence, rz_saying *out) {
    uint32_t last, first = rz_sentence_start(s, sentence), end = sentence->last;
    if (end > first + RZ_CLAUSE_REACH) end = first + RZ_CLAUSE_REACH;
    for (uint32_t t = first; t < end; t++) {
        if (rz_class_at(s, t, &last) != RZ_C_ACCORDING || s->article->in_label[t]) continue;
        bool said = rz_listed_end(s, s->g->said_by, t) > t;
        uint32_t m = said ? rz_issuer_after(s, last) : RZ_NONE;
        rz_saying by = {.speaker = RZ_NONE};
        bool named = m != RZ_NONE && rz_family(&s->mentions->at[m]) == 1 && s->mentions->at[m].first <= last + 1;
        if (!said || (!named && !rz_cited_voice(s, last, end, &by))) continue;
        *out = (rz_saying){.clause = RZ_NONE, .speaker = named ? m : by.speaker, .voice = by.voice, .plain = true, .content = true, .stance = s->g->announce, .from = first};
        return true;
    }
    return false;
}

/* «روزنامه X، کابل: …»: where it was written. */
static bool after_outlet(const rz_scene *s, uint32_t first, uint32_t token) {
    for (uint32_t t = first; t < token; t++)
        if (s->mention_at[t] != RZ_NONE && s->mentions->at[s->mention_at[t]].kind == RZ_M_OUTLET) return true;
    return false;
}

/* «آنکارا طرح را نپذیرفت؛ X: …»: behind the half that tells something else. */
static uint32_t past_first_half(const rz_scene *s, uint32_t first, uint32_t end) {
    uint32_t start = first;
    for (uint32_t t = first; t < end && t < first + RZ_CLAUSE_REACH; t++) {
        if (s->text->tokens[t].quote) continue;
        if (s->text->tokens[t].punct == ';') start = t + 1;
        if (s->text->tokens[t].punct == ':') return start;
    }
    return first;
}

bool rz_head_names_source(const rz_scene *s, const rz_sentence *sentence, rz_saying *out) {
    uint32_t last, first = rz_sentence_start(s, sentence), end;
    while (first < sentence->last && (s->article->in_label[first] || s->text->tokens[first].kind == RZ_TOKEN_PUNCT)) first++;
    if (first >= sentence->last) return false;
    *out = (rz_saying){.clause = RZ_NONE, .speaker = RZ_NONE, .plain = true, .stance = s->g->announce, .from = first};
    if (rz_class_at(s, first, &last) == RZ_C_ACCORDING) return cites_first(s, sentence, first, last, out);
    first = past_first_half(s, first, sentence->last);
    for (end = first; end < sentence->last && end < first + HEADLINE_COLON && s->text->tokens[end].punct != ':'; end++)
        if (s->text->tokens[end].verb != RZ_NONE) return false;
    if (end >= sentence->last || s->text->tokens[end].punct != ':') return false;
    for (uint32_t t = first; t < end; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        bool owner = owns_reaction(s, m, first);
        if (!rz_is_actor(&s->mentions->at[m]) || (s->links[m].kind != RZ_LINK_FREE && !owner)) return false;
        if (s->mentions->at[m].kind == RZ_M_PLACE && after_outlet(s, first, t)) return false;
        if (s->links[m].last != end && !owner && !speaks_there(s, m, first, end)) return false;
        out->speaker = m;
        out->colon = out->content = true;
        out->from = end + 1;
        return true;
    }
    return false;
}
