/* Whether it was held, is planned, hoped for, put off, denied …: from the verb's tense, from cues in the clause and those
 * above it, from the words beside the noun. */
#include "event/event.h"

typedef struct {
    const char *status; /* NULL: no cue */
    const char *soon;   /* what it is where nothing else is told */
    bool was_planned;   /* قرار بود: not planned any more */
} cue;

/* A cue that goes with verbs stands right before one of them, not denied: «لغو» + شدن. */
static bool is_done(const rz_scene *s, const rz_hit *hit, uint32_t clause) {
    const rz_row *verbs = s->g->words_verbs[hit->row - s->g->first_words];
    uint32_t verb = s->clauses[clause].verb;
    if (verbs[0] == RZ_NONE) return true;
    return rz_verb_among(s, verb, verbs, RZ_MAX_VERBS) && s->text->verbs[verb].first == hit->last && !s->text->verbs[verb].negative;
}

/* «قصد ندارد», «تصمیم نگرفته است»: what is not meant to be will not be. */
static bool is_undone(const rz_scene *s, const rz_hit *hit, uint32_t clause, const char *status) {
    const rz_row *verbs = s->g->words_verbs[hit->row - s->g->first_words];
    uint32_t verb = s->clauses[clause].verb;
    if (verbs[0] == RZ_NONE || (strcmp(status, "planned") && strcmp(status, "hoped"))) return false;
    return rz_verb_among(s, verb, verbs, RZ_MAX_VERBS) && s->text->verbs[verb].first == hit->last && s->text->verbs[verb].negative;
}

const char *rz_status_done(const rz_scene *s, const rz_found_event *e, uint8_t class) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE || s->text->verbs[verb].first < e->last || s->text->verbs[verb].negative) return NULL;
    uint32_t at = s->text->verbs[verb].first, low = at > e->last + 3 ? at - 3 : e->last; /* «سر باز زد» */
    for (uint32_t h = s->text->hit_at[low]; h < s->text->hit_at[at]; h++) {
        const rz_hit *hit = &s->text->hits[h];
        if (hit->type != RZ_WORDS || rz_class_of(s->g, hit->row) != class || !is_done(s, hit, e->clause)) continue;
        return s->g->status_of[hit->row - s->g->first_words];
    }
    return NULL;
}

/* The strongest cue word in the clause's own tokens near the event. Later cues win: «قرار بود … لغو شد». */
static cue cue_in(const rz_scene *s, uint32_t clause, const rz_found_event *e) {
    cue found = {0};
    const rz_clause *c = &s->clauses[clause];
    uint32_t from = c->first, to = c->last;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    if (to > e->last + RZ_CLAUSE_REACH) to = e->last + RZ_CLAUSE_REACH;
    for (uint32_t t = e->in_title ? e->last : to; t < to; t++)
        if (s->text->tokens[t].punct == ';') to = t; /* «سفر X به Y؛ او قصد دارد …» */
    for (uint32_t t = from; t < to; t++) {
        if (s->clause_of[t] != clause || !rz_may_sign(s, t, RZ_SIGN_STATUS | RZ_SIGN(RZ_C_WAS_PLANNED) | RZ_SIGN(RZ_C_SOON) | RZ_SIGN(RZ_C_ACCUSED))) continue;
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            if (hit->row < s->g->first_words || hit->row >= s->g->first_words + s->g->n_words) continue;
            uint8_t class = rz_class_of(s->g, hit->row);
            const char *status = s->g->status_of[hit->row - s->g->first_words];
            if (class == RZ_C_WAS_PLANNED) found.was_planned = true;
            else if (class == RZ_C_SOON) found.soon = status;
            else if (status && (class == RZ_C_NONE || class == RZ_C_OPENS) && is_done(s, hit, clause)) found.status = status;
            else if (class == RZ_C_ACCUSED && clause != e->clause && is_done(s, hit, clause)) found.status = status; /* «متهم کرد که …» */
            else if (status && class == RZ_C_NONE && is_undone(s, hit, clause, status)) found.status = "denied";
        }
    }
    return found;
}

/* A cue of the clause, of those it hangs on («امیدواریم که …»), or of those that go on from it («…، اما لغو شد»). */
static cue cue_around(const rz_scene *s, const rz_found_event *e) {
    uint32_t clause = e->clause;
    cue found = cue_in(s, clause, e);
    for (int depth = 0; depth < 3 && !found.status; depth++) {
        const rz_clause *c = &s->clauses[clause];
        if (c->parent == RZ_NONE || c->kind == RZ_CLAUSE_QUOTE || c->kind == RZ_CLAUSE_RELATIVE) break;
        clause = c->parent;
        if (s->clauses[clause].sentence != s->clauses[e->clause].sentence) break;
        cue above = cue_in(s, clause, e);
        found.status = above.status;
        found.was_planned |= above.was_planned;
    }
    if (!found.status) found.status = found.soon;
    uint32_t next = e->clause + 1;
    if (next < s->n_clauses && s->clauses[next].sentence == s->clauses[e->clause].sentence &&
        s->clauses[next].kind == RZ_CLAUSE_COORDINATE && (!found.status || found.was_planned)) {
        cue after = cue_in(s, next, e);
        if (after.status && (!strcmp(after.status, "cancelled") || !strcmp(after.status, "postponed"))) found.status = after.status;
    }
    return found;
}

/* «دیدار کرده و گفت‌وگو خواهند کرد»: a bare participle is of the tense of the verb that goes on from it. */
static uint32_t telling_verb(const rz_scene *s, uint32_t clause) {
    uint32_t verb = s->clauses[clause].verb, next = clause + 1, last;
    uint8_t after = verb == RZ_NONE ? RZ_C_NONE : rz_class_at(s, s->text->verbs[verb].last, &last);
    if (after == RZ_C_FOR || after == RZ_C_UNTIL) return verb; /* «سفر کرده تا … دیدار کند» */
    while (verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PARTICIPLE && next < s->n_clauses &&
           s->clauses[next].kind == RZ_CLAUSE_COORDINATE && s->clauses[next].parent == next - 1 &&
           s->clauses[next].verb != RZ_NONE && next - clause < 4)
        verb = s->clauses[next++].verb;
    return verb;
}

/* «نتوانست قطعنامه‌ای تصویب کند», «موفق شد X را آزاد کند»: what one was able to do is done. */
static uint32_t ability(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    if (c->parent == RZ_NONE || s->clauses[c->parent].sentence != c->sentence || s->text->verbs[c->verb].tense != RZ_SUBJUNCTIVE) return RZ_NONE;
    uint32_t above = s->clauses[c->parent].verb;
    bool can = above != RZ_NONE && s->text->verbs[above].lemma == s->g->can;
    uint8_t tense = can ? s->text->verbs[above].tense : RZ_PRESENT;
    return can && (tense == RZ_PAST || tense == RZ_PERFECT) ? above : RZ_NONE;
}

static const char *by_tense(const rz_scene *s, uint32_t verb, const rz_frame *f) {
    const rz_verb *v = &s->text->verbs[verb];
    if (v->negative) return f->negative ? f->negative : "denied";
    switch (v->tense) {
    case RZ_PRESENT: return f->present ? f->present : "planned";
    case RZ_FUTURE: case RZ_SUBJUNCTIVE: case RZ_IMPERATIVE: return "planned";
    default: return "held";
    }
}

/* «برگزار نخواهد شد», «انجام نشد»: what was to be held will not be, or was not; «هیچ دیداری انجام نشد» is denied. */
static bool falls_through(const rz_scene *s, uint32_t verb, const rz_found_event *e) {
    const rz_verb *v = &s->text->verbs[verb];
    uint32_t start, from = s->clauses[e->clause].first;
    if (!v->negative || (e->evoked != RZ_EVOKED_HAPPEN && rz_class_before(s, v->first, from, false, &start) != RZ_C_HAPPEN)) return false;
    if (rz_class_before(s, e->first, from, false, &start) == RZ_C_NEGATIVE_NOUN) return false;
    if (v->tense == RZ_PAST) return true;
    return v->tense == RZ_FUTURE || v->tense == RZ_PRESENT;
}

static bool called_off(const char *status) { return !strcmp(status, "cancelled") || !strcmp(status, "postponed"); }

static bool is_ordinal(const rz_scene *s, uint32_t token) {
    for (uint32_t h = rz_hits_from(s->text, token, RZ_TYPE(RZ_NUMBER)); h < s->text->hit_at[token + 1]; h++)
        if (s->text->hits[h].last == token + 1 && s->text->hits[h].type == RZ_NUMBER) return true;
    return false;
}

/* «پایان دور نخست مذاکرات»: which round it is belongs to the noun. */
static uint32_t round_start(const rz_scene *s, uint32_t first, uint32_t from) {
    uint32_t start;
    for (int steps = 0; first > from && steps < 3; steps++) {
        if (is_ordinal(s, first - 1)) first--;
        else if (rz_class_before(s, first, from, false, &start) == RZ_C_ROUND) first = start;
        else break;
    }
    return first;
}

/* Words beside the noun: «نشست آتی», «روند مذاکرات», «احتمال سفر». */
static const char *beside_noun(const rz_scene *s, const rz_found_event *e) {
    const rz_text *text = s->text;
    for (uint32_t t = e->last; t < e->last + 2 && t < s->clauses[e->clause].last; t++)
        for (uint32_t h = rz_hits_from(text, t, RZ_TYPE(RZ_WORDS)); h < text->hit_at[t + 1]; h++)
            if (rz_class_of(s->g, text->hits[h].row) == RZ_C_NOUN_STATUS && s->time_at[t] == RZ_NONE)
                return s->g->status_of[text->hits[h].row - s->g->first_words];
    uint32_t first = round_start(s, e->first, s->clauses[e->clause].first), start;
    uint32_t low = first > s->clauses[e->clause].first + 3 ? first - 3 : s->clauses[e->clause].first;
    for (uint32_t t = low; t < first; t++)
        for (uint32_t h = rz_hits_from(text, t, RZ_TYPE(RZ_WORDS)); h < text->hit_at[t + 1]; h++) {
            uint8_t class = text->hits[h].last == first && !text->hits[h].tail ? rz_class_of(s->g, text->hits[h].row) : RZ_C_NONE;
            if (class == RZ_C_ENDED && first < e->first) return "held"; /* «پایان دور نخست مذاکرات» */
            bool opens = class == RZ_C_BEFORE_NOUN && rz_class_before(s, first, s->clauses[e->clause].first, true, &start) == RZ_C_OCCASION && start < t;
            if (opens) continue; /* «در ادامه سفر» */
            if (class == RZ_C_BEFORE_NOUN) return s->g->status_of[text->hits[h].row - s->g->first_words];
        }
    return NULL;
}

/* «از سفر X خبر داد» announces it. */
static bool announced(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE) return false;
    uint32_t at = s->text->verbs[verb].first;
    for (uint32_t h = at ? s->text->hit_at[at - 1] : 0; at && h < s->text->hit_at[at]; h++)
        if (rz_class_of(s->g, s->text->hits[h].row) == RZ_C_ANNOUNCED) return true;
    return false;
}

bool rz_gives_news(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (e->evoked != RZ_EVOKED_NOUN || verb == RZ_NONE || s->text->verbs[verb].first < e->last) return false;
    if (announced(s, e)) return true;
    enum { LONGEST_CUE = 5 }; /* tokens */
    uint32_t at = s->text->verbs[verb].first, low = at > e->last + LONGEST_CUE ? at - LONGEST_CUE : e->last;
    for (uint32_t h = s->text->hit_at[low]; h < s->text->hit_at[at]; h++) {
        const rz_hit *hit = &s->text->hits[h];
        if (hit->type != RZ_WORDS || hit->last != at || rz_class_of(s->g, hit->row) != RZ_C_NONE) continue;
        uint32_t row = hit->row - s->g->first_words;
        if (s->g->status_of[row] && s->g->words_verbs[row][0] != RZ_NONE && is_done(s, hit, e->clause)) return true;
    }
    return false;
}

static bool discussed_here(const rz_found *found, const rz_found_event *e) {
    uint32_t other = found->verbal_of[e->clause];
    return other != RZ_NONE && found->events.at[other].frame->discussion;
}

static bool in_programme(const rz_scene *s, const rz_found_event *e) {
    uint32_t low = e->first > s->clauses[e->clause].first + 2 ? e->first - 2 : s->clauses[e->clause].first;
    for (uint32_t t = low; t < e->first; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_WORDS)); h < s->text->hit_at[t + 1]; h++)
            if (s->text->hits[h].last >= e->first && rz_class_of(s->g, s->text->hits[h].row) == RZ_C_PROGRAMME) return true;
    return false;
}

/* «از سفر X به Y برای دیدار با Z بازگشت»: the visit before in the clause, told by its noun; decided already. */
static const rz_found_event *visit_before(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t from = s->clauses[e->clause].first;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    for (uint32_t t = e->first; t-- > from;) {
        uint32_t i = found->trigger_at[t];
        if (i == RZ_NONE) continue;
        const rz_found_event *v = &found->events.at[i];
        return v->evoked == RZ_EVOKED_NOUN && rz_kind_is(v->kind, RZ_KIND_JOURNEY) && v->clause == e->clause ? v : NULL;
    }
    return NULL;
}

/* «به دنبال عادی‌سازی روابط با X است», «… نیست»: what is sought is hoped for. */
static const char *sought(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    uint32_t verb = s->clauses[e->clause].verb, end = e->last;
    if (link->prep_token == RZ_NONE || verb == RZ_NONE || s->text->verbs[verb].lemma != s->g->be) return NULL;
    bool seeks = false;
    for (uint32_t h = s->text->hit_at[link->prep_token]; h < s->text->hit_at[link->prep_token + 1]; h++)
        seeks |= s->text->hits[h].type == RZ_WORDS && rz_class_of(s->g, s->text->hits[h].row) == RZ_C_SEEKS;
    uint32_t at = s->text->verbs[verb].first;
    if (!seeks || at < end || at > end + RZ_REACH) return NULL;
    for (uint32_t t = end; t < at; t++) {
        uint32_t m = s->mention_at[t];
        if (s->text->tokens[t].punct == ',' || (m != RZ_NONE && s->links[m].kind == RZ_LINK_FREE)) return NULL;
    }
    return s->text->verbs[verb].negative ? "denied" : "hoped";
}

/* «ادعای X درباره حمله Y»: what is told of what it is about. */
static const char *told_about(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    uint32_t from = s->clauses[e->clause].first, to = link->prep_token;
    if (link->prep != RZ_C_ABOUT || to == RZ_NONE || to < from) return NULL;
    if (to > from + RZ_REACH) from = to - RZ_REACH;
    for (uint32_t t = from; t < to; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_WORDS)); h < s->text->hit_at[t + 1]; h++) {
            if (rz_class_of(s->g, s->text->hits[h].row) != RZ_C_BEFORE_NOUN) continue;
            const char *status = s->g->status_of[s->text->hits[h].row - s->g->first_words];
            if (status && (!strcmp(status, "alleged") || !strcmp(status, "denied"))) return status;
        }
    return NULL;
}

/* What was given up, what one is accused of, what is sought: the preposition of the noun is that of the verb. */
static const char *by_complement(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    if (link->prep == RZ_C_FROM || link->prep == RZ_C_FOR) {
        const char *refused = rz_status_done(s, e, RZ_C_REFUSED);
        if (refused) return refused;
    }
    if (link->prep == RZ_C_WITH && rz_gives_news(s, e)) { /* «با بازگشایی سفارت X موافقت کرد» */
        cue c = cue_around(s, e);
        return c.status && !strcmp(c.status, "planned") ? c.status : NULL;
    }
    if (link->prep == RZ_C_TO) return rz_status_done(s, e, RZ_C_ACCUSED);
    return link->prep == RZ_C_AFTER ? sought(s, e, link) : NULL;
}

/* «X میزبان نشست Y بود», «… خواهد بود»: it is told as the hosting is. */
static bool of_host(const rz_scene *s, rz_found_event *e, const rz_link *link) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (link->prep != RZ_C_HOST || verb == RZ_NONE || link->prep_token >= e->first) return false;
    const rz_verb *v = &s->text->verbs[verb];
    if (v->first < e->last || (v->lemma != s->g->be && v->lemma != s->g->become[0])) return false;
    cue c = cue_around(s, e);
    e->status = c.status ? c.status : v->negative ? "denied" : v->tense == RZ_PRESENT && v->lemma == s->g->be ? "ongoing" : by_tense(s, verb, e->frame);
    e->present = v->tense == RZ_PRESENT && !c.status;
    return e->stated = true;
}

/* «به علت بیماری سفر خود به X را …»: what stands before را is the object; the preposition had its own noun. */
static void as_object(const rz_scene *s, const rz_found_event *e, rz_link *link) {
    enum { FAR = 14 };
    uint32_t verb = s->clauses[e->clause].verb, end;
    if (link->kind != RZ_LINK_OF || !link->prep || link->prep == RZ_C_ABOUT || link->prep == RZ_C_FROM || verb == RZ_NONE) return;
    for (uint32_t t = e->last; t < s->text->verbs[verb].first && t < e->last + FAR; t = end) {
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_OBJECT) {
            *link = (rz_link){.prep_token = RZ_NONE, .chain = e->first};
            return;
        }
        bool own = class == RZ_C_NONE || class == RZ_C_TO || class == RZ_C_WITH || class == RZ_C_IN || class == RZ_C_OWN || class == RZ_C_AND;
        if (!own || s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE) return;
        if (end <= t) end = t + 1;
    }
}

static void of_noun(const rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    as_object(s, e, &link);
    e->occasion = link.prep == RZ_C_OCCASION;
    if (e->definite) { /* its status is told elsewhere */
        if (link.prep == RZ_C_IN && verb != RZ_NONE && s->text->verbs[verb].tense == RZ_FUTURE) e->status = "planned";
        cue put_off = link.prep ? (cue){0} : cue_in(s, e->clause, e); /* «قرار بود … برگزار شود. این نشست به تعویق افتاد» */
        if (put_off.status && (!strcmp(put_off.status, "postponed") || !strcmp(put_off.status, "cancelled"))) e->status = put_off.status, e->stated = true;
        return;
    }
    if (of_host(s, e, &link)) return;
    uint32_t attending = rz_attending(found, e);
    uint32_t before;
    rz_link attended = {.prep_token = RZ_NONE};
    if (attending != RZ_NONE) rz_govern(s, &attended, attending);
    const char *beside = beside_noun(s, e);
    bool far = link.kind == RZ_LINK_OF && e->frame->announced; /* «برای بررسی تجاوز X» */
    const char *purpose = far ? NULL : rz_prep_status(s, &link, e->first), *complement = by_complement(s, e, &link);
    if (complement) {
        e->status = complement;
        e->stated = true;
    } else if (beside) {
        cue c = cue_around(s, e); /* «شایعه دیدار X و Y را تکذیب کرد» */
        bool denied = c.status && !strcmp(c.status, "denied") && !strcmp(beside, "alleged");
        bool off = c.status && called_off(c.status) && rz_gives_news(s, e); /* «برنامه سفرش را لغو کرد» */
        bool stands = called_off(beside) && c.status && !strcmp(c.status, "denied"); /* «لغو سفر X را تکذیب کرد» */
        e->status = denied || off ? c.status : stands ? "planned" : beside;
        e->stated = true;
    } else if ((link.prep == RZ_C_FROM || attended.prep == RZ_C_FROM) && announced(s, e)) {
        e->announced = !e->frame->announced;
        cue c = cue_around(s, e); /* «برخی رسانه‌ها از حمله X خبر دادند» */
        e->status = c.status && !strcmp(c.status, "alleged") ? c.status : e->frame->announced ? e->frame->announced : "planned";
        e->stated = true;
    } else if (purpose && e->occasion) {
        e->status = purpose; /* «در آستانه سفر» */
    } else if (purpose && verb != RZ_NONE) {
        /* «برای دیدار با X وارد تهران شد»; «فرصتی برای دیدار» */
        e->purpose = found->verbal_of[e->clause] != RZ_NONE;
        cue c = cue_around(s, e); /* «برای ازسرگیری روابط توافق کردند» */
        bool agreed = c.status && !e->purpose && !strcmp(c.status, "planned");
        const rz_found_event *visit = e->purpose ? NULL : visit_before(found, e);
        if (visit) e->status = visit->status;
        else e->status = s->text->verbs[verb].negative ? "denied" : e->purpose || agreed ? purpose : "hoped";
    } else if (link.prep == RZ_C_AFTER && verb != RZ_NONE) {
        cue c = cue_around(s, e); /* «پس از دیدار X و Y نشست خبری برگزار می‌شود» */
        uint8_t tense = s->text->verbs[verb].tense;
        bool ahead = c.status ? !strcmp(c.status, "planned") || !strcmp(c.status, "hoped") : tense == RZ_FUTURE || tense == RZ_SUBJUNCTIVE;
        if (ahead && !e->frame->owner && !rz_kind_is(e->kind, RZ_KIND_RELATIONS)) e->status = "planned"; /* «پس از قطع روابط …» tells what was */
    } else if (link.prep == RZ_C_BEFORE && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && !e->times.n && rz_class_before(s, link.prep_token, s->clauses[e->clause].first, true, &before) != RZ_C_FROM) {
        e->status = "planned"; /* «پیش از عزیمت به X گفت» */
    } else if (link.prep == RZ_C_ABOUT && (verb == RZ_NONE || e->in_title)) {
        const char *told = told_about(s, e, &link);
        if (told) e->status = told;
    } else if (link.prep == RZ_C_ABOUT) {
        cue c = cue_around(s, e); /* «ادعاها درباره دیدار X و Y را تکذیب کرد» */
        if (!c.status) c.status = told_about(s, e, &link);
        bool agreed = c.status && !strcmp(c.status, "planned") && rz_gives_news(s, e); /* «بر سر تبادل زندانیان توافق کردند» */
        if (c.status && (agreed || !strcmp(c.status, "denied") || !strcmp(c.status, "alleged"))) e->status = c.status;
    } else if (in_programme(s, e)) {
        return; /* «از برنامه‌های سفر X به Y، دیدار با Z است»: the meeting is planned */
    } else if (!link.prep && (verb != RZ_NONE || !e->in_title)) {
        cue c = cue_around(s, e);
        e->stated = c.status != NULL;
        if (c.status) e->status = c.status;
    } else if ((link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION) && verb != RZ_NONE && discussed_here(found, e)) {
        e->status = by_tense(s, verb, e->frame);
        e->stated = true;
    } else if ((link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION) && verb != RZ_NONE) {
        uint8_t tense = s->text->verbs[verb].tense;
        uint32_t other = found->verbal_of[e->clause];
        bool attends = tense == RZ_PRESENT && other != RZ_NONE; /* «در سفر خود با X دیدار می‌کند» */
        e->status = tense == RZ_FUTURE || tense == RZ_SUBJUNCTIVE || attends ? "planned" : "held";
        e->stated = !e->in_title && link.prep == RZ_C_IN && link.kind == RZ_LINK_PREP;
    }
}

static void of_verb(const rz_scene *s, rz_found_event *e) {
    uint32_t verb = telling_verb(s, e->clause), able = ability(s, e->clause);
    if (able != RZ_NONE) verb = able;
    cue c = cue_around(s, e);
    const char *happening = rz_status_happening(s, e, verb);
    e->status = happening ? happening : falls_through(s, verb, e) ? "cancelled" : by_tense(s, verb, e->frame);
    e->stated = true;
    e->present = s->text->verbs[verb].tense == RZ_PRESENT && (!c.status || !strcmp(c.status, "planned"));
    if (c.status) {
        bool past = !strcmp(e->status, "held") && s->text->verbs[verb].tense != RZ_IMPERFECT;
        bool looks_ahead = !strcmp(c.status, "planned") || !strcmp(c.status, "hoped");
        if (!past || !looks_ahead) e->status = c.status;
        if (e->frame->negative && !strcmp(e->status, "denied")) e->status = e->frame->negative;
    } else if (c.was_planned) {
        e->status = "cancelled";
        e->lapsed = true;
    }
}

void rz_status_decide(rz_found *found) {
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *e = &found->events.at[i];
        if (e->evoked == RZ_EVOKED_NOUN) of_noun(found, e);
        else of_verb(&found->scene, e);
        e->absorbed |= rz_only_thought_of(&found->scene, e);
    }
}
