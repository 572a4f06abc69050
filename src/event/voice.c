/* Who speaks and is in no table: «وکیل X», «خانواده‌های کشته‌شدگان», «یک منبع در وزارت X», told by the word the name begins with. */
#include "event/saying.h"

enum { LONGEST_NAME = 8 };

/* The word that such a name begins with at the token: its end, and what kind it is; the token itself where none does. */
static uint32_t head_at(const rz_scene *s, uint32_t token, uint8_t *voice) {
    uint32_t end = token;
    bool whole = false;
    if (!(rz_types_at(s->text, token) & RZ_TYPE(RZ_WORDS))) return token;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        uint8_t kind = rz_voicing_of(s->g, hit->row);
        if (!kind || hit->last < end || (hit->last == end && (whole || hit->tail))) continue;
        end = hit->last;
        whole = !hit->tail;
        *voice = kind;
    }
    return end;
}

/* «یک», «دو», «شماری از», «برخی»: what may stand before the name. */
static uint32_t past_determiner(const rz_scene *s, uint32_t token, uint32_t *shown) {
    const rz_text *text = s->text;
    uint32_t end = token;
    for (rz_hits h = rz_hits_of(text, token, RZ_TYPE(RZ_WORDS) | RZ_TYPE(RZ_NUMBER)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->tail || hit->last <= end) continue;
        if (hit->row == s->g->some || hit->row == s->g->several) end = hit->last, *shown = end;
        else if (hit->type == RZ_NUMBER || hit->row == s->g->one_of || hit->row == s->g->counts) end = hit->last, *shown = token;
    }
    if (end == token && text->tokens[token].numeric) *shown = token, end = token + 1;
    return end;
}

/* «ابراز امیدواری کرد», «خواستار … شد», at most so many phrases before the verb; not «قول» of «قول اردو». */
static bool opens_speech(const rz_scene *s, uint32_t token, int phrases) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_SPEECH)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->tail || hit->key == s->g->k_block) continue;
        if (hit->last >= s->text->n_tokens || s->g->speech[hit->row - s->g->first_speech].apart) return true;
        if (s->text->tokens[hit->last].verb != RZ_NONE || (s->small[hit->last].class && s->small[hit->last].class <= RZ_C_ALSO) || (phrases > 1 && opens_speech(s, hit->last, phrases - 1))) return true;
    }
    return false;
}

static bool of_speech(const rz_scene *s, uint32_t token) { return opens_speech(s, token, 3); }

/* «ده‌ها» */
static bool counts_many(const rz_scene *s, uint32_t token) { return rz_listed_end(s, s->g->counts, token) > token; }

/* Does the name end before the token? */
static bool ends_at(const rz_scene *s, uint32_t token) {
    uint32_t end;
    const rz_token *t = &s->text->tokens[token];
    uint8_t class = rz_class_at(s, token, &end);
    return t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE || rz_token_time(s, token) != RZ_NONE || of_speech(s, token) || counts_many(s, token) ||
           (class && (class <= RZ_C_ALSO || class == RZ_C_DEFINITE));
}

/* «منبع در X»: the token after X. */
static uint32_t past_seat(const rz_scene *s, uint32_t token, uint32_t limit) {
    uint32_t end, m;
    uint8_t class = token < limit ? rz_class_at(s, token, &end) : RZ_C_NONE;
    if (class != RZ_C_IN) return token;
    m = end < limit ? s->mention_at[end] : RZ_NONE;
    bool body = m != RZ_NONE && s->mentions->at[m].first == end && rz_family(&s->mentions->at[m]) == 2 && s->mentions->at[m].kind != RZ_M_PLACE;
    return body && s->mentions->at[m].last <= limit ? s->mentions->at[m].last : token;
}

/* «شرکت «گازپروم»»: the mark that closes a name in quotation marks right behind its head, or the token itself. */
static uint32_t past_quoted(const rz_scene *s, uint32_t token, uint32_t limit) {
    enum { MOST = 5 };
    if (token >= limit || s->text->tokens[token].punct != '<') return token;
    for (uint32_t t = token + 1; t < limit && t <= token + MOST; t++)
        if (s->text->tokens[t].punct == '>') return t + 1;
    return token;
}

/* «شورای صلح [و] امنیت X», «کمیته عدالت [و] آشتی»: of a body's name, where no other who speaks is told behind it. */
static bool joins_name(const rz_scene *s, uint32_t token, uint32_t first, uint32_t head, uint32_t limit) {
    uint32_t end;
    uint8_t voice = RZ_VOICE_NONE, other;
    if (token <= head || rz_class_at(s, token, &end) != RZ_C_AND || end + 1 >= limit || end > token + 1) return false;
    if (head_at(s, first, &voice) == first || (voice & RZ_VOICE_KIND) != RZ_VOICE_BODY) return false;
    return s->mention_at[end] == RZ_NONE && !ends_at(s, end) && head_at(s, end, &other) == end && rz_class_at(s, end + 1, &end) != RZ_C_OBJECT;
}

static uint32_t name_end(const rz_scene *s, uint32_t first, uint32_t head, uint32_t limit) {
    uint32_t t = past_quoted(s, head, limit);
    if (t > head) return t;
    if (limit > first + LONGEST_NAME) limit = first + LONGEST_NAME;
    while (t < limit) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->mentions->at[m].first == t) return s->mentions->at[m].last; /* whose it is closes the name */
        if (ends_at(s, t) && !joins_name(s, t, first, head, limit)) break;
        t++;
    }
    uint32_t verb = t < s->text->n_tokens ? s->text->tokens[t].verb : RZ_NONE;
    bool of_verb = verb != RZ_NONE && s->text->verbs[verb].tense == RZ_INFINITIVE && t > head; /* «شورا دست داشتن در …» */
    return of_verb ? t - 1 : t;
}

static bool same_word(const rz_scene *s, uint32_t a, uint32_t b) {
    rz_span x = rz_token_letters(&s->text->tokens[a]), y = rz_token_letters(&s->text->tokens[b]);
    uint32_t n = x.end - x.start < y.end - y.start ? x.end - x.start : y.end - y.start;
    return n && !memcmp(s->text->letters + x.start, s->text->letters + y.start, n); /* کمیته, کمیته‌ی */
}

/* «این کمیته»: the name in full that was told last of one that begins so. */
static bool find_named(const rz_scene *s, rz_voice *out) {
    enum { FAR = 400 };
    uint8_t voice;
    uint32_t size = out->last - out->first;
    for (uint32_t t = out->first; t-- > 0 && out->first - t < FAR;) {
        uint32_t end = head_at(s, t, &voice), last;
        if (end <= t || voice != out->kind || end - t != size || !same_word(s, t, out->first)) continue;
        last = name_end(s, t, end, s->text->sentences[rz_token_sentence(s, t)].last);
        if (last == end) continue;
        *out = (rz_voice){.first = t, .last = last, .shown = t, .who = RZ_NONE, .kind = voice};
        return true;
    }
    return false;
}

/* «سران شورای همکاری»: all of whom a body is made. */
static bool of_known_body(const rz_scene *s, const rz_voice *v) {
    uint32_t m = s->mention_at[v->last - 1];
    if (m == RZ_NONE || !(v->kind & RZ_VOICE_OF) || (v->kind & RZ_VOICE_KIND) != RZ_VOICE_GROUP) return false;
    return s->mentions->at[m].kind == RZ_M_ORGANISATION || s->mentions->at[m].kind == RZ_M_FORUM;
}

/* «گروه فلسطینی حماس», «گروه شبه‌نظامی «نیروهای واکنش سریع»»: a known body told with a word of what it is. */
static bool names_body_behind(const rz_scene *s, const rz_voice *v, uint32_t head, uint32_t limit) {
    uint32_t at = head;
    if (!(v->kind & RZ_VOICE_OF) || (v->kind & RZ_VOICE_KIND) != RZ_VOICE_BODY) return false;
    bool quoted = at + 1 < limit && s->text->tokens[at + 1].quote;
    if (at < limit && (quoted || (s->text->tokens[at].pos & RZ_POS_ADJ)) && s->mention_at[at] == RZ_NONE) at++;
    if (at < limit && s->text->tokens[at].quote) at++;
    uint32_t m = at < limit ? s->mention_at[at] : RZ_NONE;
    return m != RZ_NONE && s->mentions->at[m].first <= at && s->mentions->at[m].kind == RZ_M_ORGANISATION && s->mentions->at[m].row != RZ_NONE;
}

static bool may_name(const rz_scene *s, uint32_t token) {
    const rz_token *t = &s->text->tokens[token];
    return t->kind == RZ_TOKEN_WORD && t->verb == RZ_NONE && s->mention_at[token] == RZ_NONE && rz_token_time(s, token) == RZ_NONE &&
           !s->small[token].class && !of_speech(s, token);
}

/* No ordinary word. */
static bool is_strange(const rz_scene *s, uint32_t token) { return s->text->tokens[token].pos == 0 || s->text->tokens[token].pos == RZ_POS_NAME; }

bool rz_voice_at(const rz_scene *s, uint32_t token, uint32_t limit, rz_voice *out) {
    uint8_t voice = RZ_VOICE_NONE;
    uint32_t end, shown = token, class_end;
    bool pointed = token < limit && rz_class_at(s, token, &class_end) == RZ_C_DEFINITE;
    uint32_t first = pointed ? class_end : token < limit ? past_determiner(s, token, &shown) : token;
    bool of_those = !pointed && first > token && first < limit && rz_class_at(s, first, &class_end) == RZ_C_DEFINITE; /* «یکی از این دیپلمات‌ها» */
    if (of_those) first = class_end;
    if (first >= limit || (end = head_at(s, first, &voice)) == first || end > limit) return false;
    *out = (rz_voice){.first = first, .last = end, .shown = shown, .kind = voice, .pointed = pointed, .who = RZ_NONE};
    if (of_those) return find_named(s, out);
    if ((voice & RZ_VOICE_SOME) && (pointed || shown == first)) return false;
    bool counted = first && rz_number_of(s, first - 1) > 1 && rz_token_sentence(s, first - 1) == rz_token_sentence(s, first);
    if (counted && rz_listed_whole(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("members-counted")), first) > first) return false; /* «۱۱ عضو مخالفت کردند» */
    uint32_t m = end < limit ? s->mention_at[end] : RZ_NONE;
    bool behind = m != RZ_NONE && s->mentions->at[m].first == end;
    if (end < limit && rz_class_at(s, end, &class_end) == RZ_C_AFORESAID) out->pointed = pointed = true; /* «منبع یادشده» */
    if (pointed) find_named(s, out);
    if (pointed && of_known_body(s, out)) out->kind = RZ_VOICE_BODY | RZ_VOICE_OF, out->pointed = true; /* «این رهبران»: the body */
    if (pointed) return !behind;
    if (behind && (voice & RZ_VOICE_OF) && rz_family(&s->mentions->at[m]) == 2 && s->mentions->at[m].kind != RZ_M_STATE) {
        out->who = m;
        return true;
    }
    out->last = voice & RZ_VOICE_CLOSED ? end : name_end(s, first, end, limit);
    if (of_known_body(s, out) || names_body_behind(s, out, end, limit)) return false;
    if (out->last < limit && rz_class_at(s, out->last, &class_end) == RZ_C_OBJECT) { /* «پلیس ادعای او را رد کرد» */
        if (out->last == end) return false;
        out->last = end;
        while (out->last < limit && may_name(s, out->last) && is_strange(s, out->last)) out->last++; /* «سازمان [الشباب] توافق تازه را» */
    }
    if (voice & RZ_VOICE_SEAT) out->last = past_seat(s, out->last, limit);
    return true;
}

/* Where the next part of the clause begins, behind the comma that closes an adjunct. */
static uint32_t past_comma(const rz_scene *s, uint32_t token, uint32_t limit) {
    for (uint32_t t = token; t < limit && t < token + RZ_REACH; t++)
        if (s->text->tokens[t].punct == ',') return t + 1;
    return limit;
}

/* «ایمل فیضی سخنگوی X», «آلبین کورتی، نخست‌وزیر Y»: two or three words of which one is surely no ordinary one, and an office. */
static bool person_at(const rz_scene *s, uint32_t token, uint32_t limit, rz_voice *out) {
    enum { LONGEST = 3 };
    uint32_t t = token, end;
    bool name = false;
    uint8_t voice;
    for (; t < limit && t < token + LONGEST && may_name(s, t) && head_at(s, t, &voice) == t; t++) {
        uint16_t pos = s->text->tokens[t].pos;
        if (pos & (RZ_POS_PREP | RZ_POS_CONJ | RZ_POS_PRON | RZ_POS_VERB)) return false;
        name |= is_strange(s, t);
    }
    if (!name || t < token + 2) return false;
    end = t;
    if (t < limit && s->text->tokens[t].punct == ',') t++;
    uint32_t m = t < limit ? s->mention_at[t] : RZ_NONE;
    bool office = m != RZ_NONE && s->mentions->at[m].first == t && s->mentions->at[m].kind == RZ_M_OFFICE && !s->mentions->at[m].counterpart;
    if (!office && (t >= limit || head_at(s, t, &voice) == t || (voice & RZ_VOICE_KIND) != RZ_VOICE_ONE)) return false;
    *out = (rz_voice){.first = token, .last = end, .shown = token, .who = RZ_NONE, .kind = RZ_VOICE_ONE | RZ_VOICE_PERSON};
    return true;
}

static bool is_own(const rz_scene *s, uint32_t token) {
    uint32_t m = s->mention_at[token];
    if (m == RZ_NONE) return false;
    uint8_t kind = s->mentions->at[m].kind;
    return kind != RZ_M_STATE && kind != RZ_M_PLACE && kind != RZ_M_OUTLET;
}

bool rz_voice_is_named(const rz_scene *s, const rz_voice *voice) { return is_own(s, voice->first); }

/* Where who does it may be told first: behind adverbials, small words and phrases with a preposition; the verb where nobody is. */
static uint32_t opens_at(const rz_scene *s, uint32_t clause, uint32_t limit) {
    uint32_t end;
    for (uint32_t t = s->clauses[clause].first; t < limit;) {
        uint8_t class = rz_class_at(s, t, &end);
        bool skip = s->clause_of[t] != clause || s->article->in_label[t] || rz_token_time(s, t) != RZ_NONE;
        if (skip || (s->text->tokens[t].kind == RZ_TOKEN_PUNCT && !s->text->tokens[t].quote)) t++;
        else if (class >= RZ_C_THAT && class <= RZ_C_ALSO && class != RZ_C_OBJECT) t = end;
        else if (class && class <= RZ_C_LAST_PREP) t = past_comma(s, end, limit);
        else return t;
    }
    return limit;
}

static uint32_t limit_of(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    uint32_t verb = s->text->verbs[c->verb].first;
    return verb < c->first + RZ_CLAUSE_REACH ? verb : c->first + RZ_CLAUSE_REACH;
}

bool rz_voice_in(const rz_scene *s, uint32_t clause, rz_voice *out) {
    uint32_t limit = limit_of(s, clause), t = opens_at(s, clause, limit);
    if (t >= limit || is_own(s, t)) return false;
    if (!rz_voice_at(s, t, limit, out)) return person_at(s, t, limit, out);
    return !is_own(s, out->first) || out->pointed;
}

/* What stands behind a name and the words that describe it: a mark, an office, «از رهبران X», an adverbial or what he says. */
static bool closes_name(const rz_scene *s, uint32_t token, uint32_t limit) {
    uint32_t end;
    if (token >= limit || rz_token_time(s, token) != RZ_NONE || of_speech(s, token)) return true;
    uint32_t m = s->mention_at[token];
    uint8_t voice, class = rz_class_at(s, token, &end);
    if (m != RZ_NONE) return s->mentions->at[m].first == token && s->mentions->at[m].kind == RZ_M_OFFICE;
    if (s->text->tokens[token].kind != RZ_TOKEN_WORD) return s->text->tokens[token].punct == ',' || s->text->tokens[token].punct == '(';
    return (class && class <= RZ_C_ALSO && class != RZ_C_OBJECT && class != RZ_C_AND) || head_at(s, token, &voice) > token;
}

static bool same_words(const rz_scene *s, uint32_t a, uint32_t b, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        rz_span x = rz_token_letters(&s->text->tokens[a + i]), y = rz_token_letters(&s->text->tokens[b + i]);
        if (x.end - x.start != y.end - y.start || !same_word(s, a + i, b + i)) return false;
    }
    return true;
}

/* «عزیز تصریح کرد», «شصتی کریمی افزود»: a last name alone, of one who was named in full before; RZ_NONE: nobody was. */
static uint32_t named_in_full(const rz_scene *s, uint32_t first, uint32_t last) {
    enum { FAR = 400 };
    uint32_t size = last - first;
    for (uint32_t t = first; t-- > size && first - t < FAR;) {
        uint32_t m = s->mention_at[t];
        bool ends = m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PERSON && s->mentions->at[m].name.end == t + 1 && s->mentions->at[m].name.start + size <= t;
        if (ends && same_words(s, first, t + 1 - size, size)) return m;
    }
    return RZ_NONE;
}

/* «عزام احمد», «پرویز اسماعیلی»: two words, of which one is a first name, or the last a surname. */
static bool is_full_name(const rz_scene *s, uint32_t first, uint32_t last) {
    if (last != first + 2) return false;
    rz_row given = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-given")), surname = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-surname-end"));
    return rz_listed_whole(s, given, first) == first + 1 || rz_listed_whole(s, given, first + 1) == last || rz_listed_whole(s, surname, first + 1) == last;
}

bool rz_stranger_in(const rz_scene *s, uint32_t clause, rz_voice *out) {
    enum { LONGEST = 5 };
    uint32_t limit = limit_of(s, clause), first = opens_at(s, clause, limit), t = first;
    uint8_t voice;
    bool name = false;
    for (; t < limit && t < first + LONGEST && may_name(s, t) && (t == first || head_at(s, t, &voice) == t); t++) {
        uint16_t pos = s->text->tokens[t].pos;
        if (pos && !(pos & (RZ_POS_NOUN | RZ_POS_ADJ | RZ_POS_NAME))) return false;
        name |= is_strange(s, t);
    }
    uint32_t last_name = t < limit && t > first && t < first + 3 ? s->mention_at[t] : RZ_NONE; /* «جین [ساکی]» */
    if (last_name != RZ_NONE && s->mentions->at[last_name].kind == RZ_M_PERSON && s->mentions->at[last_name].first == t && closes_name(s, s->mentions->at[last_name].last, limit)) {
        *out = (rz_voice){.first = first, .last = t, .shown = first, .who = last_name};
        return true;
    }
    uint32_t full = t > first && t <= first + 2 && closes_name(s, t, limit) ? named_in_full(s, first, t) : RZ_NONE;
    *out = (rz_voice){.first = first, .last = t, .shown = first, .who = full};
    if (full != RZ_NONE) return true;
    if (t < first + (name ? 1 : 2) || !closes_name(s, t, limit)) return false;
    out->kind = name || is_full_name(s, first, t) ? RZ_VOICE_ONE | RZ_VOICE_PERSON : RZ_VOICE_GROUP;
    return true;
}
