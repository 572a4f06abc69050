/* Of whom a clause is told that names no subject: whom it goes on with, whom it is relative to, who was asked. */
#include "event/event.h"

/* «X رئیس گروه دوستی ایران و ارمنستان که …»: the one in whose title the state stands. */
static uint32_t whose_phrase(const rz_scene *s, uint32_t m) {
    enum { LONGEST = 12 };
    const rz_link *link = &s->links[m];
    if (rz_family(&s->mentions->at[m]) != 2 || link->kind != RZ_LINK_OF) return m;
    uint32_t first = s->mentions->at[link->list].first, end;
    for (uint32_t t = first; t-- > 0 && first - t < LONGEST && s->clause_of[t] == link->clause;) {
        uint32_t i = s->mention_at[t];
        if (i != RZ_NONE && s->mentions->at[i].kind == RZ_M_PERSON) return i;
        if (rz_ends_phrase(s, t) || (rz_class_at(s, t, &end) && rz_class_at(s, t, &end) <= RZ_C_LAST_PREP)) return m;
    }
    return m;
}

/* The mention that ends where the relative clause begins. */
static uint32_t antecedent(const rz_scene *s, const rz_clause *c) {
    uint32_t best = RZ_NONE, end;
    for (uint32_t t = c->first; t-- > 0 && c->first - t < 4;) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE) {
            if (rz_class_at(s, t, &end) == RZ_C_ALSO && end <= c->first) continue; /* «X نیز که …» */
            if (!rz_is_quote(&s->text->tokens[t]) && s->text->tokens[t].punct != ',') break;
            continue;
        }
        best = s->mentions->at[m].head != RZ_NONE ? s->mentions->at[m].head : m;
        break;
    }
    if (best != RZ_NONE) best = whose_phrase(s, best);
    bool several = best != RZ_NONE && c->verb != RZ_NONE && s->text->verbs[c->verb].plural; /* «X و Y که قرار بود دیدار کنند» */
    if (several && rz_is_actor(&s->mentions->at[s->links[best].list])) best = s->links[best].list;
    return best != RZ_NONE && rz_is_actor(&s->mentions->at[best]) ? best : RZ_NONE;
}

/* «X، مدیرکل … وزارت خارجه که به Y رفته است»: only what he is stands between him and «که». */
static bool only_what_he_is(const rz_scene *s, uint32_t from, uint32_t to) {
    enum { LONGEST = 14 };
    uint32_t end;
    if (to <= from || to - from > LONGEST) return false;
    for (uint32_t t = from; t < to; t = end) {
        uint8_t class = rz_class_at(s, t, &end);
        uint32_t m = s->mention_at[t], next = end < to ? s->mention_at[end] : RZ_NONE;
        if (end <= t) end = t + 1;
        bool seat = class == RZ_C_IN && next != RZ_NONE && s->mentions->at[next].kind == RZ_M_ORGANISATION; /* «نماینده مردم … در مجلس» */
        if ((class && class <= RZ_C_LAST_PREP && !seat) || class == RZ_C_ALSO || class == RZ_C_OBJECT || rz_token_time(s, t) != RZ_NONE || s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct == ':') return false;
        if (m != RZ_NONE && s->mentions->at[m].head == RZ_NONE && rz_family(&s->mentions->at[m]) == 1) return false;
    }
    return true;
}

static uint32_t of_apposed(const rz_scene *s, const rz_clause *c, uint32_t best) {
    uint32_t he = s->clauses[c->parent].subject, to = c->first;
    if (best != RZ_NONE && s->mentions->at[best].kind != RZ_M_ORGANISATION) return best;
    if (he == RZ_NONE || s->mentions->at[he].kind != RZ_M_PERSON || s->links[he].kind != RZ_LINK_FREE || c->verb == RZ_NONE || s->text->verbs[c->verb].plural) return best;
    while (to > s->mentions->at[he].last && s->text->tokens[to - 1].punct) to--;
    return only_what_he_is(s, s->mentions->at[he].last, to) ? he : best;
}

bool rz_asks(const rz_scene *s, uint32_t verb) {
    enum { LONGEST = 3 };
    uint32_t at = s->text->verbs[verb].first, from = at > LONGEST ? at - LONGEST : 0;
    for (uint32_t i = 0; i < s->g->n_speech; i++) {
        const rz_speech *speech = &s->g->speech[i];
        if (!speech->asks) continue;
        if (rz_verb_among(s, verb, speech->simple, speech->n_simple)) return true;
        if (!rz_verb_among(s, verb, speech->verbs, speech->n_verbs)) continue;
        for (rz_hits_run h = rz_hits_within(s->text, from, at); rz_hits_run_next(&h);) /* «دعوت به عمل آورد» */
            if (h.hit.last == at && h.hit.row == speech->row && h.hit.key == s->g->k_phrase) return true;
    }
    return false;
}

uint32_t rz_asked_before(const rz_scene *s, uint32_t clause, uint32_t at) {
    enum { NEAR = 16 };
    const rz_clause *c = &s->clauses[clause];
    if (c->verb == RZ_NONE || !rz_asks(s, c->verb)) return RZ_NONE;
    for (uint32_t t = at; t-- > c->first && at - t < NEAR;) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        if (s->links[m].prep == RZ_C_FROM && rz_is_actor(&s->mentions->at[m])) return m;
    }
    return RZ_NONE;
}

uint32_t rz_asked_in(const rz_scene *s, uint32_t clause) {
    uint32_t verb = s->clauses[clause].verb;
    return verb == RZ_NONE ? RZ_NONE : rz_asked_before(s, clause, s->text->verbs[verb].first);
}

/* «از همتای خود خواست به ریاض سفر کند»: whoever is asked is to go. */
static uint32_t asked(const rz_scene *s, const rz_clause *c) {
    bool to_do = c->verb != RZ_NONE && s->text->verbs[c->verb].tense == RZ_SUBJUNCTIVE;
    uint32_t m = to_do ? rz_asked_in(s, c->parent) : RZ_NONE;
    return m != RZ_NONE && s->text->verbs[c->verb].plural ? s->links[m].list : m; /* «از X و Y خواست مذاکره کنند» */
}

/* «X Y را متهم کرد که …»: Y is said to have done it. */
static uint32_t accused(const rz_scene *s, const rz_clause *c) {
    const rz_clause *parent = &s->clauses[c->parent];
    if (c->kind != RZ_CLAUSE_COMPLEMENT || parent->verb == RZ_NONE) return RZ_NONE;
    uint32_t at = s->text->verbs[parent->verb].first;
    bool accuses = false;
    for (rz_hits_run h = rz_hits_within(s->text, at ? at - 1 : 0, at); rz_hits_run_next(&h);)
        accuses |= h.hit.type == RZ_WORDS && rz_class_of(s->g, h.hit.row) == RZ_C_ACCUSED;
    for (uint32_t t = at; accuses && t-- > parent->first && at - t < RZ_CLAUSE_REACH;) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].kind == RZ_LINK_OBJECT && rz_is_actor(&s->mentions->at[m])) return m;
    }
    return RZ_NONE;
}

/* «گفت که A می‌آید و از B خواست …»: a plain past after words in another tense goes on with who spoke them. */
static uint32_t goes_on_with(const rz_scene *s, const rz_clause *c) {
    uint32_t at = c->parent;
    if (c->verb == RZ_NONE || s->text->verbs[c->verb].tense != RZ_PAST) return at;
    for (int depth = 0; depth < 6; depth++) {
        const rz_clause *p = &s->clauses[at];
        if (p->verb == RZ_NONE || p->parent == RZ_NONE || s->text->verbs[p->verb].tense == RZ_PAST) break;
        at = p->parent;
    }
    return at;
}

/* «X و Y گفتند» */
bool rz_is_of_several(const rz_scene *s, const rz_clause *c) {
    enum { LISTED = 16 };
    if (c->verb == RZ_NONE || c->subject == RZ_NONE || !s->text->verbs[c->verb].plural) return false;
    bool several = s->mentions->at[c->subject].state2 != RZ_NONE || rz_phrase_end(s, c->subject) > s->links[c->subject].last; /* «وزرای خارجه X و Y» */
    for (uint32_t i = c->subject + 1; i < s->mentions->n && i < c->subject + LISTED && !several; i++)
        several = s->links[i].list == s->links[c->subject].list && s->mentions->at[i].head == RZ_NONE;
    return several;
}

/* «X و Y توافق کردند که روابط خود را از سر بگیرند»: those who agree. */
static bool agree_together(const rz_scene *s, const rz_clause *c) {
    const rz_clause *parent = &s->clauses[c->parent];
    if (c->verb == RZ_NONE || !rz_is_of_several(s, parent)) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    bool own = false;
    uint32_t end, to = c->last < c->first + RZ_REACH ? c->last : c->first + RZ_REACH;
    for (uint32_t t = c->first; t < to; t++) own |= rz_class_at(s, t, &end) == RZ_C_OWN;
    return own && v->plural && v->person == 3 && (v->tense == RZ_SUBJUNCTIVE || v->tense == RZ_FUTURE);
}

static bool is_somebody(const rz_mention *m) { return m->kind == RZ_M_PERSON || m->kind == RZ_M_OFFICE; }

/* Somebody who is not there to tell of others, as a spokesman is. */
static bool speaks_of_himself(const rz_scene *s, uint32_t subject) {
    if (subject == RZ_NONE || !is_somebody(&s->mentions->at[subject])) return false;
    return !rz_is_voice(s, subject) && !rz_is_unnamed(s->g, rz_office_told(s, subject));
}

/* A state or body tells what it does, where the clause has an object and names nobody else who does it; one who leads a state tells what it
 * does to envoys and ties, where the clause begins with those. */
static bool acts_on(const rz_scene *s, const rz_clause *c, uint32_t start) {
    uint32_t m = s->clauses[c->parent].subject;
    bool body = m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_STATE || s->mentions->at[m].kind == RZ_M_ORGANISATION);
    bool of_state = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("envoys")), start) > start || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("ties")), start) > start;
    if (!body && !(of_state && speaks_of_himself(s, m))) return false;
    return rz_class_within(s, start, c->last < start + RZ_REACH ? c->last : start + RZ_REACH, RZ_C_OBJECT);
}

/* «X گفت در هفته‌های آینده یک تیم فنی به Y می‌آید»: it is they who come. */
bool rz_of_a_delegation(const rz_scene *s, const rz_clause *c) {
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("a-delegation"));
    uint32_t start, end, at = c->verb == RZ_NONE ? c->last : s->text->verbs[c->verb].first, to = at < c->first + RZ_REACH ? at : c->first + RZ_REACH;
    for (uint32_t t = c->first; t < to; t++) {
        if ((end = rz_listed_end(s, words, t)) == t) continue;
        bool goes_with = end < to && rz_class_at(s, end, &start) == RZ_C_HEAD;
        if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("leading")), t, t > c->first + 2 ? t - 2 : c->first)) return false; /* «در رأس هیئتی» */
        return !rz_class_before(s, t, c->first, true, &start) && !goes_with;
    }
    return false;
}

/* «که [قرار است] با Y دیدار کند»: the end of words of what is to be, that nobody does; the token itself where none begins. */
static uint32_t past_impersonal(const rz_scene *s, uint32_t token) {
    uint32_t end = token;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (h.hit.last > end && !h.hit.tail && rz_is_impersonal(s->g, h.hit.row) && s->g->status_of[h.hit.row - s->g->first_words]) end = h.hit.last;
    return end;
}

/* «X گفت که با Y دیدار خواهد کرد»: who is told of is who tells, where the verb is to come and of one as well. */
static bool agrees(const rz_scene *s, const rz_clause *c) {
    const rz_clause *parent = &s->clauses[c->parent];
    if (c->verb == RZ_NONE || parent->verb == RZ_NONE) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (rz_of_a_delegation(s, c)) return false;
    uint32_t start = c->first, end;
    while (start < c->last && (rz_class_at(s, start, &end) == RZ_C_THAT || rz_class_at(s, start, &end) == RZ_C_ALSO)) start = end;
    uint32_t planned = start < c->last ? past_impersonal(s, start) : start;
    if (planned > start && !speaks_of_himself(s, parent->subject)) return false;
    start = planned > start ? rz_listed_end(s, s->g->openers, planned) : start; /* «قرار است [تنها] با Y» */
    bool own = acts_on(s, c, start); /* «وزارت دفاع X اعلام کرد که دو سرباز را آزاد کرده است» */
    bool soon = start < c->last && rz_class_at(s, start, &end) == RZ_C_SOON;
    if (start >= c->last || (!own && !soon && rz_token_time(s, start) == RZ_NONE && (!rz_class_at(s, start, &end) || rz_class_at(s, start, &end) > RZ_C_LAST_PREP))) return false;
    bool own_deed = v->tense == RZ_PERFECT && speaks_of_himself(s, parent->subject); /* «گفت که با Y گفت‌وگو کرده است» */
    bool to_come = own_deed || rz_tense_ahead(v->tense) || (own && v->tense != RZ_IMPERFECT);
    bool passive = rz_verb_among(s, c->verb, s->g->become, 2) && v->tense != RZ_FUTURE;
    bool one = ((v->person == 3 && !v->plural) || (own && v->tense == RZ_PARTICIPLE)) && !s->text->verbs[parent->verb].plural; /* «روابط خود با Y را قطع کرده و …» */
    bool several = v->person == 3 && v->plural && rz_is_of_several(s, parent); /* «X و Y اعلام کردند که سفیر Z را اخراج می‌کنند» */
    return (one || several) && to_come && !passive;
}

/* «X اعلام کرد که تصمیم دارد …», «که می‌خواهد …»: who tells is who means to. */
static bool means_to(const rz_scene *s, const rz_clause *c) {
    const rz_clause *parent = &s->clauses[c->parent];
    if (c->verb == RZ_NONE || parent->verb == RZ_NONE || parent->subject == RZ_NONE) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    const rz_mention *m = &s->mentions->at[parent->subject];
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("meaning-to"));
    uint32_t start = c->first, end;
    while (start < c->last && (rz_class_at(s, start, &end) == RZ_C_THAT || rz_class_at(s, start, &end) == RZ_C_ALSO)) start = end;
    bool body = m->kind == RZ_M_STATE || m->kind == RZ_M_ORGANISATION, one = v->person == 3 && !v->negative && v->plural == s->text->verbs[parent->verb].plural;
    if (!one || !rz_verb_listed(s, c->verb, words) || !(body || speaks_of_himself(s, parent->subject))) return false;
    return rz_listed_end(s, words, start) == v->first || (start == v->first && v->tense == RZ_PRESENT);
}

/* «X پس از آنکه روابط خود را با Y قطع کرد به Z رفت»: a clause beside the main one that begins with no subject of its own has that. */
static bool has_main_subject(const rz_scene *s, const rz_clause *c) {
    enum { LONGEST = 3 };
    const rz_clause *main = &s->clauses[c->parent];
    rz_row beside = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("clause-beside"));
    uint32_t start, end;
    if (c->verb == RZ_NONE || main->subject == RZ_NONE || rz_class_at(s, c->first, &start) != RZ_C_THAT || start >= c->last) return false;
    if (!rz_listed_before(s, beside, c->first, c->first > LONGEST ? c->first - LONGEST : 0)) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (v->person != 3 || (main->verb != RZ_NONE && v->plural != s->text->verbs[main->verb].plural)) return false;
    start = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("earlier")), start);
    while (start < c->last && rz_token_time(s, start) != RZ_NONE) start++;
    uint8_t class = start < c->last ? rz_class_at(s, start, &end) : RZ_C_NONE;
    bool prep = class && class <= RZ_C_LAST_PREP; /* «با Y دیدار کرد» */
    if (prep && rz_verb_among(s, c->verb, s->g->become, 2)) return false; /* «پس از آنکه در X بمب منفجر شد» */
    return prep || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("ties")), start) > start || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("envoys")), start) > start;
}

/* «این ارتش X بود که به Y حمله کرد»: whom the sentence singles out. */
static uint32_t singled_out(const rz_scene *s, const rz_clause *c) {
    const rz_verb *is = &s->text->verbs[s->clauses[c->parent].verb], *v = &s->text->verbs[c->verb];
    uint32_t m = is->first ? s->mention_at[is->first - 1] : RZ_NONE;
    if (is->lemma != s->g->be || is->negative || is->last != c->first || m == RZ_NONE) return RZ_NONE;
    if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
    const rz_link *link = &s->links[m];
    uint32_t first = s->mentions->at[m].first, start;
    bool pointed = first && rz_class_at(s, first - 1, &start) == RZ_C_DEFINITE;
    bool named = s->mentions->at[m].kind == RZ_M_COLLECTIVE || rz_class_before(s, first, s->clauses[c->parent].first, false, &start) == RZ_C_ACTS_FOR; /* not «این کمک X بود که …» */
    return rz_is_actor(&s->mentions->at[m]) && link->prep == RZ_C_NONE && (pointed || named) && link->last == is->first && is->plural == v->plural ? m : RZ_NONE;
}

/* «X میزبان Y بود که صبح وارد تهران شد»: a relative clause put behind the verb tells of whom stood right before it. */
static uint32_t behind_verb(const rz_scene *s, const rz_clause *c) {
    const rz_clause *parent = &s->clauses[c->parent];
    if (c->kind != RZ_CLAUSE_COMPLEMENT || c->verb == RZ_NONE || parent->verb == RZ_NONE || s->text->verbs[c->verb].tense != RZ_PAST) return RZ_NONE;
    uint32_t named = singled_out(s, c);
    if (named != RZ_NONE) return named;
    uint32_t at = s->text->verbs[parent->verb].first, m = at ? s->mention_at[at - 1] : RZ_NONE;
    if (s->text->verbs[parent->verb].last != c->first) return RZ_NONE;
    bool is = s->text->verbs[parent->verb].lemma == s->g->be && parent->subject != RZ_NONE && s->mentions->at[parent->subject].kind == RZ_M_PERSON;
    uint32_t he = is && s->links[parent->subject].clause == c->parent && !s->text->verbs[c->verb].plural ? parent->subject : RZ_NONE; /* «X نخستین وزیری بود که به Y رفت» */
    if (m == RZ_NONE) return he;
    if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
    return s->mentions->at[m].kind == RZ_M_PERSON && s->links[m].last == at ? m : he;
}

/* Behind the words that a clause begins with; 0: it does not. */
static uint32_t begins_with(const rz_scene *s, const rz_clause *c, rz_row words) {
    uint32_t first = c->first;
    for (uint32_t t = first ? first - 1 : 0; t <= first + 1 && t < c->last; t++) {
        uint32_t last = rz_listed_end(s, words, t);
        if (last > t) return last;
    }
    return 0;
}

/* «X از ایتالیا می‌آید، جایی که با Y دیدار کرد»: who went there. */
static bool tells_where(const rz_scene *s, const rz_clause *c) {
    return begins_with(s, c, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("place-where"))) != 0;
}

/* «سفر X به Y نخستین سفر وی است که در جریان آن با Z دیدار کرد»: whose visit it is; «که در جریان آن X با Z دیدار کرد»: X. */
static uint32_t in_its_course(const rz_scene *s, const rz_clause *c) {
    const rz_clause *parent = &s->clauses[c->parent];
    bool one = c->kind != RZ_CLAUSE_COORDINATE && c->verb != RZ_NONE && !s->text->verbs[c->verb].plural && parent->sentence == c->sentence;
    uint32_t end = one ? begins_with(s, c, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-its-course"))) : 0;
    uint32_t own = end && end < c->last ? s->mention_at[end] : RZ_NONE;
    if (own != RZ_NONE && s->mentions->at[own].first == end && is_somebody(&s->mentions->at[own])) return own;
    for (uint32_t t = parent->first; end && t < c->first && t < parent->first + RZ_CLAUSE_REACH; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->clause_of[t] != c->parent || !rz_is_actor(&s->mentions->at[m])) continue;
        if (s->mentions->at[m].head != RZ_NONE) m = s->mentions->at[m].head;
        return is_somebody(&s->mentions->at[m]) && !s->links[m].prep ? m : RZ_NONE;
    }
    return RZ_NONE;
}

/* «X و Y از جمله کسانی هستند که به Z می‌روند» */
static uint32_t one_of_those(const rz_scene *s, const rz_clause *c) {
    enum { LONGEST = 4 };
    const rz_clause *parent = &s->clauses[c->parent];
    if (parent->verb == RZ_NONE || s->text->verbs[parent->verb].lemma != s->g->be) return RZ_NONE;
    uint32_t at = s->text->verbs[parent->verb].first, low = at > parent->first + LONGEST ? at - LONGEST : parent->first;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("among-those")), at, low) ? parent->subject : RZ_NONE;
}

/* «X گفت یک موشک به Y اصابت کرد», «پدافند Y آن را سرنگون کرد»; not «یک پهپاد را سرنگون کرد» */
static bool begins_with_another(const rz_scene *s, const rz_clause *c, uint32_t start) {
    if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("air-defences")), start) > start) return true;
    uint32_t end = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("strikers")), start), at = s->text->verbs[c->verb].first;
    return end > start && end <= at && !rz_class_within(s, end, at < end + RZ_REACH ? at : end + RZ_REACH, RZ_C_OBJECT);
}

/* «X گفت در این نشست وزیران Y شرکت می‌کنند»: he who says so without «که» is not they. */
static bool tells_of_others(const rz_scene *s, const rz_clause *c) {
    const rz_clause *above = &s->clauses[c->parent];
    if (c->verb == RZ_NONE || above->verb == RZ_NONE) return false;
    const rz_verb *said = &s->text->verbs[above->verb], *v = &s->text->verbs[c->verb];
    bool right_behind = said->last == c->first || (said->last + 1 == c->first && s->text->tokens[said->last].punct);
    uint32_t start = c->first < c->last && rz_is_quote(&s->text->tokens[c->first]) ? c->first + 1 : c->first;
    if (right_behind && begins_with_another(s, c, start)) return true;
    return right_behind && rz_verb_use_of(s->g, said->lemma)->says_plainly && !said->plural && v->plural && v->person == 3;
}

void rz_subjects_inherit(rz_scene *s) {
    for (uint32_t i = 0; i < s->n_clauses; i++) {
        rz_clause *c = &s->clauses[i];
        if (c->subject != RZ_NONE || c->parent == RZ_NONE) continue;
        if (c->kind != RZ_CLAUSE_RELATIVE) c->subject = asked(s, c);
        if (c->subject == RZ_NONE) c->subject = accused(s, c);
        if (c->subject != RZ_NONE) continue;
        c->subject = in_its_course(s, c);
        if (c->kind == RZ_CLAUSE_RELATIVE && c->subject == RZ_NONE) c->subject = has_main_subject(s, c) ? s->clauses[c->parent].subject : of_apposed(s, c, antecedent(s, c));
        if (c->kind != RZ_CLAUSE_COORDINATE && c->subject == RZ_NONE && tells_where(s, c)) c->subject = s->clauses[c->parent].subject;
        if (c->kind != RZ_CLAUSE_COORDINATE && c->subject == RZ_NONE) c->subject = one_of_those(s, c);
        if (c->kind == RZ_CLAUSE_COMPLEMENT && (agrees(s, c) || means_to(s, c) || agree_together(s, c))) {
            c->subject = s->clauses[c->parent].subject;
            c->inherits = true;
        }
        if (c->subject == RZ_NONE) c->subject = behind_verb(s, c);
        if (c->kind == RZ_CLAUSE_COORDINATE && !tells_of_others(s, c)) {
            c->subject = s->clauses[goes_on_with(s, c)].subject;
            c->inherits = true;
        }
    }
}
