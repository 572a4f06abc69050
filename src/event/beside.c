/* What the words beside a noun tell of the status of what it names: «نشست آتی», «تعویق سفر». */
#include "event/status.h"

/* «پایان دور نخست مذاکرات»: which round it is belongs to the noun. */
static uint32_t round_start(const rz_scene *s, uint32_t first, uint32_t from) {
    uint32_t start;
    for (int steps = 0; first > from && steps < 3; steps++) {
        if (rz_number_at(s, first - 1)) first--;
        else if (rz_class_before(s, first, from, false, &start) == RZ_C_ROUND) first = start;
        else break;
    }
    return first;
}

/* Words behind the noun: «نشست آتی». */
static const char *behind_noun(const rz_scene *s, const rz_found_event *e) {
    for (uint32_t t = e->last; t < e->last + 2 && t < s->clauses[e->clause].last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            if (rz_class_of(s->g, h.hit.row) == RZ_C_NOUN_STATUS && rz_token_time(s, t) == RZ_NONE)
                return s->g->status_of[h.hit.row - s->g->first_words];
    return NULL;
}

/* Words before it: «روند مذاکرات», «احتمال سفر», «تعویق سفر». */
static const char *before_noun(const rz_scene *s, const rz_found_event *e) {
    const rz_text *text = s->text;
    uint32_t first = round_start(s, e->first, s->clauses[e->clause].first), start;
    uint32_t low = first > s->clauses[e->clause].first + 3 ? first - 3 : s->clauses[e->clause].first;
    for (uint32_t t = low; t < first; t++)
        for (rz_hits h = rz_hits_of(text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            uint8_t class = h.hit.last == first && !h.hit.tail ? rz_class_of(s->g, h.hit.row) : RZ_C_NONE;
            if (class == RZ_C_ENDED && first < e->first) return "held"; /* «پایان دور نخست مذاکرات» */
            uint8_t around = class == RZ_C_BEFORE_NOUN ? rz_class_before(s, first, s->clauses[e->clause].first, true, &start) : RZ_C_NONE;
            if ((around == RZ_C_OCCASION || around == RZ_C_FOR) && start < t) continue; /* «در ادامه سفر», «تا زمان تعیین سفیر» */
            if (class == RZ_C_BEFORE_NOUN) return s->g->status_of[h.hit.row - s->g->first_words];
        }
    return NULL;
}

/* «مایل به دیدار با X نیست», «حاضر به مذاکره نشد» */
static bool is_unwilling(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 3 };
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE || !s->text->verbs[verb].negative || s->text->verbs[verb].first < e->last) return false;
    if (s->text->verbs[verb].lemma != s->g->be && !rz_verb_among(s, verb, s->g->become, 2)) return false;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("intending")), e->first, e->first > LONGEST ? e->first - LONGEST : 0);
}

/* «تعویق سفر برنامه‌ریزی‌شده X»: what became of it counts, not what it was. */
const char *rz_beside_noun(const rz_scene *s, const rz_found_event *e) {
    const char *before = before_noun(s, e), *behind = behind_noun(s, e);
    if (before && !strcmp(before, "hoped") && is_unwilling(s, e)) return "denied";
    return behind && !(before && rz_called_off(before)) ? behind : before;
}

/* «X اعلام کرد تحریم‌هایی وضع خواهد شد»: it says so; not «تحریم‌هایی علیه Y اعلام کرد», where what it declares stands before. */
bool rz_only_says(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last) {
    uint32_t clause = s->clause_of[first];
    if (!rz_kind_is(f->kind, RZ_KIND_SANCTION) || !f->has_context || clause == RZ_NONE || last != first + 1 || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("says-or-declares")), first) != last) return false;
    uint32_t from = s->clauses[clause].first;
    if (first > from + RZ_REACH) from = first - RZ_REACH;
    for (rz_nears n = rz_nears_within(s->text, from, first); rz_nears_next(&n);)
        if (rz_near_word_of(s->text, &n.words, f->row, s->g->k_context)) return false;
    return s->text->tokens[last].verb != RZ_NONE && s->text->tokens[last].verb == s->clauses[clause].verb;
}

/* A word of the list begins what «را» is of: «سیاست‌های X را», not «ساختمان رسانه‌ها را». */
static bool heads_words(const rz_scene *s, rz_row said, uint32_t token, uint32_t from) {
    uint32_t start;
    if (rz_listed_end(s, said, token) == token) return false;
    bool opens = token == from || s->mention_at[token - 1] != RZ_NONE || rz_token_time(s, token - 1) != RZ_NONE || s->text->tokens[token - 1].kind != RZ_TOKEN_WORD;
    return opens || rz_class_before(s, token, from, false, &start) == RZ_C_AND;
}

/* Weapons, dead and wounded, an army or an unnamed assailant who does it: no attack with words. */
static bool is_armed(const rz_scene *s, uint32_t clause, uint32_t first, uint32_t last) {
    enum { FEW = 6 };
    rz_row forces = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("armed-forces")), strikers = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("strikers"));
    rz_row weapons = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("weapons"));
    const rz_sentence *in = &s->text->sentences[s->clauses[clause].sentence];
    uint32_t subject = s->clauses[clause].subject, begin = subject == RZ_NONE ? s->clauses[clause].first : s->mentions->at[subject].first;
    uint32_t from = first > in->first + RZ_REACH ? first - RZ_REACH : in->first, to = last + RZ_REACH < in->last ? last + RZ_REACH : in->last;
    for (uint32_t t = s->clauses[clause].first; t <= begin && t < s->clauses[clause].first + FEW; t++)
        if (rz_listed_end(s, forces, t) > t || rz_listed_end(s, strikers, t) > t) return true;
    for (uint32_t t = from, end; t < to; t++) { /* «حمله موشکی», «با پهپاد»; not «سیاست موشکی X را» */
        bool borne = (t >= first && t <= last + 1) || (t > from && rz_class_at(s, t - 1, &end) == RZ_C_WITH);
        if (borne && rz_listed_end(s, weapons, t) > t) return true;
    }
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("bloodshed")), from, to);
}

/* «سیاست‌های X را مورد حمله قرار داد», «به رسانه‌ها حمله کرد», «حمله X به سیاست‌های Y», «در سخنرانی خود به X حمله کرد»: it is done with words. */
bool rz_only_words(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last) {
    enum { NEAR = 12 };
    rz_row said = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("attacked-in-words")), speech = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("attacking-in-speech"));
    uint32_t clause = s->clause_of[first], end, n = s->text->n_tokens;
    if (!rz_kind_is(f->kind, RZ_KIND_ATTACK) || clause == RZ_NONE || is_armed(s, clause, first, last)) return false;
    uint32_t from = s->clauses[clause].first < first ? s->clauses[clause].first : first, subject = s->clauses[clause].subject, verb = s->clauses[clause].verb;
    bool speaks = subject != RZ_NONE && rz_family(&s->mentions->at[subject]) == 1 && verb != RZ_NONE && s->text->verbs[verb].first == last;
    if (speaks && rz_listed_within(s, speech, first > from + RZ_REACH ? first - RZ_REACH : from, first)) return true;
    uint32_t by = last < n ? s->mention_at[last] : RZ_NONE, aim = by == RZ_NONE ? last : s->mentions->at[by].last;
    if (aim < n && rz_class_at(s, aim, &end) == RZ_C_TO && rz_listed_end(s, said, end) > end) return true;
    uint32_t low = first;
    bool object = false;
    for (; !object && low > from && first - low < 2; low--) object = rz_class_at(s, low - 1, &end) == RZ_C_OBJECT; /* «را مورد» */
    if (!object) low = first;
    for (uint32_t t = low; t-- > from && first - t < NEAR && s->text->tokens[t].punct != ',';) {
        uint8_t class = rz_class_at(s, t, &end);
        if (object && heads_words(s, said, t, from)) return true;
        if (!class || class > RZ_C_LAST_PREP || (object && class == RZ_C_IN)) continue;
        uint32_t whom = end < n ? s->mention_at[end] : RZ_NONE; /* «X به Y حمله کرد», of two people */
        bool person = speaks && whom != RZ_NONE && rz_family(&s->mentions->at[whom]) == 1 && s->mentions->at[whom].first == end && s->mentions->at[whom].last == first;
        return class == RZ_C_TO && !object && (person || rz_listed_end(s, said, end) > end);
    }
    return false;
}

/* «این سفر پیام روشنی به X می‌فرستد», «پیامی به جهان»: what is understood by a deed is no message. */
bool rz_only_signals(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last) {
    uint32_t clause = s->clause_of[first], end;
    if (!rz_kind_is(f->kind, RZ_KIND_MESSAGE) || clause == RZ_NONE) return false;
    const rz_clause *c = &s->clauses[clause];
    rz_row signals = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("signals")), deeds = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("signalling"));
    uint32_t from = first > c->first + RZ_REACH ? first - RZ_REACH : c->first, to = c->last < last + RZ_REACH ? c->last : last + RZ_REACH, start = c->first;
    if (rz_listed_within(s, signals, from, to)) return true;
    while (start < first && (rz_class_at(s, start, &end) == RZ_C_THAT || rz_class_at(s, start, &end) == RZ_C_DEFINITE)) start = end;
    if (start < first && rz_listed_end(s, deeds, start) > start && c->verb != RZ_NONE) return true;
    for (uint32_t t = from; t < first; t++) /* «با این سفر» */
        if (rz_class_at(s, t, &end) == RZ_C_WITH && rz_class_at(s, end, &end) == RZ_C_DEFINITE && rz_listed_end(s, deeds, end) > end) return true;
    return false;
}

/* «از سفر X به Y برای دیدار با Z بازگشت»: the visit before in the clause, told by its noun; decided already. */
const rz_found_event *rz_visit_before(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t from = s->clauses[e->clause].first;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    for (uint32_t t = e->first; t-- > from;) {
        uint32_t i = rz_trigger_at(found, t);
        if (i == RZ_NONE) continue;
        const rz_found_event *v = &found->events.at[i];
        return v->evoked == RZ_EVOKED_NOUN && rz_kind_is(v->kind, RZ_KIND_JOURNEY) && v->clause == e->clause ? v : NULL;
    }
    return NULL;
}

/* «علاوه بر ملاقات با X در نشست Y شرکت خواهد کرد»: it is to come, or was, as the verb tells. */
static const char *besides(const rz_found *found, const rz_found_event *e, const rz_link *link) {
    const rz_scene *s = &found->scene;
    rz_row row = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-besides"));
    uint32_t verbal = found->verbal_of[e->clause];
    if (link->prep != RZ_C_FOR || link->kind != RZ_LINK_PREP || !rz_governed_by(s, link, row)) return NULL;
    if (verbal != RZ_NONE && found->events.at[verbal].frame->discussion) return NULL; /* «… به بررسی روابط می‌پردازد»: with him */
    rz_cue c = rz_cue_around(s, e);
    if (c.status && (!strcmp(c.status, "planned") || !strcmp(c.status, "hoped"))) return c.status;
    uint8_t tense = s->text->verbs[rz_telling_verb(s, e->clause)].tense;
    bool ahead = tense == RZ_FUTURE || tense == RZ_SUBJUNCTIVE || (tense == RZ_PRESENT && verbal != RZ_NONE);
    return ahead ? "planned" : NULL;
}

/* «دیدار با X از برنامه‌های این سفر است», «… در دیدار وزرا از اهداف این سفر بوده است». */
static const char *as_item(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    const rz_verb *v = &s->text->verbs[s->clauses[e->clause].verb];
    rz_row row = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("programme-of"));
    bool item = rz_verb_listed(s, s->clauses[e->clause].verb, row) && v->first > e->last && v->first < e->last + RZ_CLAUSE_REACH && !v->negative && link->kind != RZ_LINK_OF;
    if (!item || !rz_listed_within(s, row, e->last, v->first)) return NULL;
    return rz_tense_done(v->tense) ? "held" : "planned";
}

/* «سفر X شامل دیدار با Y خواهد بود», «برنامه سفر شامل گفت‌وگو با Y و دیدار با Z است». */
static const char *as_comprised(const rz_scene *s, const rz_found_event *e) {
    const rz_verb *v = &s->text->verbs[s->clauses[e->clause].verb];
    bool is = v->lemma == s->g->be || rz_verb_among(s, s->clauses[e->clause].verb, s->g->become, 2);
    if (!is || v->first < e->last || v->negative || !rz_is_comprised(s, e)) return NULL;
    return rz_tense_done(v->tense) ? "held" : "planned";
}

/* «در برنامه سفر X دیدار با Y گنجانده شده است» */
static const char *as_planted(const rz_scene *s, const rz_found_event *e) {
    enum { FAR = 16, LONGEST = 3 };
    const rz_verb *v = &s->text->verbs[s->clauses[e->clause].verb];
    rz_row planted = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("planted")), programme = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-programme"));
    uint32_t from = s->clauses[e->clause].first, at = v->first;
    if (at < e->last || v->negative || !rz_row_there(s->text, planted)) return NULL;
    bool put = rz_listed_end(s, planted, at) > at || rz_listed_before(s, planted, at, at > e->last + LONGEST ? at - LONGEST : e->last);
    bool plan = rz_listed_within(s, programme, e->first > from + FAR ? e->first - FAR : from, e->first) || rz_listed_within(s, programme, e->last, at);
    return put && plan ? "planned" : NULL;
}

/* «پس از دیدار X و Y در حاشیه اجلاس Z انجام می‌شود»: they met there, whenever what follows is. */
static const char *after_past(const rz_found *found, const rz_found_event *e, const rz_link *link) {
    enum { MOST = 3 };
    if (link->prep != RZ_C_OCCASION || link->kind != RZ_LINK_PREP || rz_is_eve(&found->scene, link, e->first)) return NULL;
    for (const rz_found_event *met = e; met-- > found->events.at && e - met <= MOST && met->clause == e->clause;) {
        rz_link own = {.prep_token = RZ_NONE};
        rz_govern(&found->scene, &own, met->first);
        bool past = met->evoked == RZ_EVOKED_NOUN && rz_kind_is(met->kind, RZ_KIND_CONTACT) && own.prep == RZ_C_AFTER;
        if (past && !strcmp(met->status, "held") && !rz_trigger_between(found, met, met->last, link->prep_token)) return "held";
    }
    return NULL;
}

const char *rz_status_in_company(const rz_found *found, const rz_found_event *e, const rz_link *link) {
    if (found->scene.clauses[e->clause].verb == RZ_NONE || e->definite) return NULL;
    const char *status = besides(found, e, link);
    if (!status) status = as_item(&found->scene, e, link);
    if (!status) status = as_comprised(&found->scene, e);
    if (!status) status = as_planted(&found->scene, e);
    return status ? status : after_past(found, e, link);
}

/* «پیشنهاد تبادل اسرا داد»: the verb is that of what is proposed. */
bool rz_is_proposed(const rz_scene *s, uint32_t first, uint32_t clause) {
    enum { LONGEST = 3 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("offers"));
    uint32_t from = s->clauses[clause].first;
    return rz_verb_listed(s, s->clauses[clause].verb, words) && rz_listed_before(s, words, first, first > from + LONGEST ? first - LONGEST : from);
}
