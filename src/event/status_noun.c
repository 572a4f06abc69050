/* The status of what a noun tells of: by the words beside it, what governs it, and the verb that it goes with. */
#include "event/attend.h"
#include "event/status.h"

static bool discussed_here(const rz_found *found, const rz_found_event *e) {
    uint32_t other = found->verbal_of[e->clause];
    return other != RZ_NONE && found->events.at[other].frame->discussion;
}

static bool in_programme(const rz_scene *s, const rz_found_event *e) {
    uint32_t low = e->first > s->clauses[e->clause].first + 2 ? e->first - 2 : s->clauses[e->clause].first;
    for (uint32_t t = low; t < e->first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            if (h.hit.last >= e->first && rz_class_of(s->g, h.hit.row) == RZ_C_PROGRAMME) return true;
    return false;
}

/* «به دنبال عادی‌سازی روابط با X است», «… نیست»: what is sought is hoped for; «تصمیم به قطع روابط با X گرفت»: it is to come. */
static const char *sought(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    uint32_t verb = s->clauses[e->clause].verb, end = e->last, p = link->prep_token;
    const char *status = NULL;
    if (p == RZ_NONE || verb == RZ_NONE) return NULL;
    for (rz_hits_run h = rz_hits_within(s->text, p ? p - 1 : p, p + 1); rz_hits_run_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->type != RZ_WORDS || hit->last <= p || rz_class_of(s->g, hit->row) != RZ_C_SEEKS) continue;
        const char *told = s->g->status_of[hit->row - s->g->first_words];
        if (told ? rz_verb_listed(s, verb, hit->row) : s->text->verbs[verb].lemma == s->g->be) status = told ? told : "hoped";
    }
    uint32_t at = s->text->verbs[verb].first;
    if (!status || at < end || at > end + RZ_REACH) return NULL;
    for (uint32_t t = end; t < at; t++)
        if (s->text->tokens[t].punct == ',' || (s->mention_at[t] != RZ_NONE && s->links[s->mention_at[t]].kind == RZ_LINK_FREE)) return NULL;
    return s->text->verbs[verb].negative ? "denied" : status;
}

/* «ادعای X درباره حمله Y»: what is told of what it is about. */
static const char *told_about(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    uint32_t from = s->clauses[e->clause].first, to = link->prep_token;
    if (link->prep != RZ_C_ABOUT || to == RZ_NONE || to < from) return NULL;
    if (to > from + RZ_REACH) from = to - RZ_REACH;
    for (uint32_t t = from; t < to; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            if (rz_class_of(s->g, h.hit.row) != RZ_C_BEFORE_NOUN) continue;
            const char *status = s->g->status_of[h.hit.row - s->g->first_words];
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
        rz_cue c = rz_cue_around(s, e);
        return c.status && !strcmp(c.status, "planned") ? c.status : NULL;
    }
    const char *accused = rz_status_accused(s, e, link->prep == RZ_C_TO);
    return accused ? accused : sought(s, e, link);
}

/* «فردا», «هفته آینده»: a time to come is told in the clause, whenever the report is of. */
static bool to_come(const rz_scene *s, const rz_clause *c, uint32_t to) {
    for (uint32_t t = to > c->first + RZ_REACH ? to - RZ_REACH : c->first; t < to; t++) {
        const rz_time_mention *at = rz_token_time(s, t) == RZ_NONE ? NULL : &s->mentions->times[rz_token_time(s, t)];
        if (at && (at->kind == RZ_TIME_OFFSET || at->kind == RZ_TIME_PERIOD) && at->offset > 0) return true;
    }
    return false;
}

/* «تهران به‌زودی میزبان نشست X», a title without its verb */
static bool untold_host(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_cue cue = rz_cue_around(s, e);
    if (!cue.status && to_come(s, c, c->last)) cue.status = "planned";
    if (cue.status) e->status = cue.status;
    return e->stated = cue.status != NULL;
}

/* «X میزبان نشست Y بود», «از نشست Y میزبانی خواهد کرد»: it is told as the hosting is. */
static bool of_host(const rz_scene *s, rz_found_event *e, const rz_link *link) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE && link->prep == RZ_C_HOST) return untold_host(s, e);
    if (verb == RZ_NONE || (!rz_hosted(s, e, link) && !(rz_chaired(s, e) && s->text->verbs[verb].tense == RZ_FUTURE)) || rz_beside_noun(s, e)) return false; /* «آماده میزبانی نشست X است» */
    const rz_verb *v = &s->text->verbs[verb];
    rz_cue c = rz_cue_around(s, e);
    bool is = v->tense == RZ_PRESENT && v->lemma == s->g->be && !to_come(s, &s->clauses[e->clause], v->first);
    e->status = c.status ? c.status : v->negative ? "denied" : is ? "ongoing" : rz_status_by_tense(s, verb, e->frame);
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

/* A noun that tells of an event, what governs it, and the verb of its clause. The rules below are asked in turn; the first that
 * is of the noun's case decides, and says so. */
typedef struct {
    const rz_found *found;
    const rz_scene *s;
    rz_found_event *e;
    rz_link link;
    uint32_t verb; /* or RZ_NONE */
} noun;

static void put(const noun *n, const char *status) {
    n->e->status = status;
    n->e->stated = true;
}

static bool is(const char *status, const char *what) { return status && !strcmp(status, what); }

/* «این نشست نخستین گفت‌وگوی X و Y خواهد بود» */
static bool will_be(const noun *n) {
    const rz_verb *verb = n->verb == RZ_NONE ? NULL : &n->s->text->verbs[n->verb];
    bool is = verb && (verb->lemma == n->s->g->be || rz_class_within(n->s, n->e->last, verb->first, RZ_C_COMPRISING)); /* «شامل … خواهد شد» */
    return is && verb->tense == RZ_FUTURE && verb->first >= n->e->last && !verb->negative;
}

/* «پس از این حمله نشست‌ها را لغو کردند»: what happened to the others did not happen to it. */
static bool by_time_set(const noun *n) { return rz_sets_time(n->s, n->e); }

/* «این نشست»: its status is told elsewhere; but «قرار بود … برگزار شود. این نشست به تعویق افتاد» */
static bool by_reference(const noun *n) {
    if (!n->e->definite) return false;
    if (n->link.prep == RZ_C_IN && n->verb != RZ_NONE && n->s->text->verbs[n->verb].tense == RZ_FUTURE) put(n, "planned");
    rz_cue put_off = n->link.prep ? (rz_cue){0} : rz_cue_in(n->s, n->e->clause, n->e);
    if (put_off.status && rz_called_off(put_off.status)) put(n, put_off.status);
    else if (n->e->ranked && will_be(n)) put(n, "planned"); /* «این پنجمین سفر X به Y خواهد بود» */
    return true;
}

static bool by_host(const noun *n) { return of_host(n->s, n->e, &n->link); }

static bool by_company(const noun *n) {
    const char *status = rz_status_in_company(n->found, n->e, &n->link);
    if (status) put(n, status);
    return status != NULL;
}

static bool by_verb_complement(const noun *n) {
    const char *complement = by_complement(n->s, n->e, &n->link);
    if (complement) put(n, complement);
    return complement != NULL;
}

static bool by_words_beside(const noun *n) {
    const char *beside = rz_beside_noun(n->s, n->e);
    if (!beside) return false;
    rz_cue c = rz_cue_around(n->s, n->e); /* «شایعه دیدار X و Y را تکذیب کرد» */
    bool ahead = (!n->link.prep || n->link.prep == RZ_C_ABOUT) && (is(beside, "planned") || is(beside, "hoped")); /* «سفر قریب‌الوقوع X را تکذیب کرد» */
    bool denied = is(c.status, "denied") && (is(beside, "alleged") || ahead);
    bool off = c.status && rz_called_off(c.status) && rz_gives_news(n->s, n->e); /* «برنامه سفرش را لغو کرد» */
    bool stands = rz_called_off(beside) && is(c.status, "denied"); /* «لغو سفر X را تکذیب کرد» */
    put(n, denied || off ? c.status : stands ? "planned" : beside);
    return true;
}

static bool by_answer(const noun *n) {
    n->e->over = rz_is_answered(n->s, n->e);
    return n->e->over && (put(n, "held"), true);
}

/* «خواستار افزایش فشارها و اخراج دیپلمات‌های X شد» */
static bool by_call(const noun *n) {
    bool called = !n->link.prep && n->e->frame->owner && !rz_kind_is(n->e->kind, RZ_KIND_ATTACK) && rz_called_for(n->s, n->e->first, n->e->clause);
    if (called) put(n, "hoped");
    return called;
}

/* «از سفر X خبر داد», «از حضور X در نشست خبر داد» */
static bool by_news(const noun *n) {
    if (rz_is_judged(n->s, n->e, &n->link)) return put(n, n->e->frame->announced), true; /* «از آزادی X استقبال کرد» */
    uint32_t attending = rz_attending(n->found, n->e);
    rz_link attended = {.prep_token = RZ_NONE};
    if (attending != RZ_NONE) rz_govern(n->s, &attended, attending);
    if ((n->link.prep != RZ_C_FROM && attended.prep != RZ_C_FROM && !rz_news_of(n->s, n->e)) || !rz_announced(n->s, n->e)) return false;
    enum { LONGEST = 4 };
    uint32_t start, first = n->e->first, from = n->s->clauses[n->e->clause].first;
    bool ended = rz_class_before(n->s, first, from, false, &start) == RZ_C_ENDED; /* «از پایان مذاکرات خبر داد», «از آغاز مذاکرات …» */
    bool begun = rz_kind_is(n->e->kind, RZ_KIND_ROUNDS) && rz_listed_before(n->s, rz_row_find(n->s->g->data, RZ_WORDS, RZ_STR("begun")), first, first > from + LONGEST ? first - LONGEST : from);
    bool over = ended || begun || rz_gone_by(n->s, n->e->last, n->s->text->verbs[n->verb].first);
    const char *told = over ? "held" : n->e->frame->announced;
    bool press = !told && rz_kind_is(n->e->kind, RZ_KIND_JOURNEY) && rz_by_press(n->s, n->e);
    if (press) told = "held";
    bool guessed = press || (told && !over && rz_kind_is(n->e->kind, RZ_KIND_CONTACT)); /* «از دیدار X و Y خبر داد»: another sentence may tell that it is to come */
    n->e->announced = !told || guessed;
    rz_cue c = rz_cue_around(n->s, n->e); /* «برخی رسانه‌ها از حمله X خبر دادند» */
    bool ahead = is(c.status, "planned") || to_come(n->s, &n->s->clauses[n->e->clause], n->s->text->verbs[n->verb].first);
    if (is(told, "held") && ahead && !ended) told = "planned"; /* «از دیدار با X در روزهای آینده خبر داد» */
    put(n, is(c.status, "alleged") ? c.status : told ? told : "planned");
    n->e->stated = !guessed || is(c.status, "alleged");
    return true;
}

/* «درباره مذاکرات X که فردا آغاز می‌شود سخن گفت» */
static bool by_relative(const noun *n) {
    const char *status = rz_status_in_relative(n->s, n->e);
    if (!status) return false;
    put(n, status);
    n->e->evoked = RZ_EVOKED_HAPPEN;
    return true;
}

/* Only of what is spoken of: what one takes part in is told by the verb. */
static bool by_relative_there(const noun *n) { return n->link.prep && n->link.prep != RZ_C_IN && n->link.prep != RZ_C_OCCASION && by_relative(n); }

/* «درخواست X برای نشست Y» */
static bool asked_for(const noun *n) {
    uint32_t p = n->link.prep_token, low = n->s->clauses[n->e->clause].first, from = p > low + 8 ? p - 8 : low;
    return rz_listed_within(n->s, rz_row_find(n->s->g->data, RZ_WORDS, RZ_STR("before-hoped")), from, p);
}

/* The verb behind the noun, asked to which one was or was not: «به نشست X دعوت شد», «برای دیدار X و Y دعوت نشد». */
static bool is_asked_to(const noun *n) {
    rz_row words = rz_row_find(n->s->g->data, RZ_WORDS, RZ_STR("inviting"));
    uint32_t at = n->verb == RZ_NONE ? 0 : n->s->text->verbs[n->verb].first, low = at > n->e->last + 3 ? at - 3 : n->e->last;
    return n->verb != RZ_NONE && rz_listed_before(n->s, words, at, low);
}

/* «در آستانه سفر»; «برای دیدار با X وارد تهران شد»; «فرصتی برای دیدار» */
static bool by_purpose(const noun *n) {
    rz_found_event *e = n->e;
    bool furthers = rz_listed_within(n->s, rz_row_find(n->s->g->data, RZ_WORDS, RZ_STR("furthering")), n->link.chain, e->first); /* «برای پیشبرد عادی‌سازی روابط» */
    bool far = n->link.kind == RZ_LINK_OF && e->frame->announced && !furthers; /* «برای بررسی تجاوز X» */
    const char *purpose = far ? NULL : rz_prep_status(n->s, &n->link, e->first);
    const rz_found_event *verbal = n->found->verbal_of[e->clause] == RZ_NONE ? NULL : &n->found->events.at[n->found->verbal_of[e->clause]];
    bool journey = verbal && rz_kind_is(verbal->kind, RZ_KIND_JOURNEY);
    bool came_for = journey && n->link.prep == RZ_C_FOR && n->link.kind == RZ_LINK_PREP && rz_kind_is(e->kind, RZ_KIND_MET);
    bool decided = rz_is_decided(n->s, e, &n->link), invited = purpose && rz_invited_by_noun(n->s, e) != RZ_NONE;
    if (!purpose && !came_for && !decided) return false;
    rz_cue c = rz_cue_around(n->s, e);
    if ((decided || invited) && c.status && rz_called_off(c.status)) return put(n, c.status), true; /* «تصمیم X به اخراج Y لغو شد», «دعوت از X برای سفر به Y لغو شد» */
    if (!purpose && (came_for || (decided && e->frame->owner))) purpose = "planned"; /* «به خاطر دیدار با X به Y رسیده است» */
    if (invited && n->verb == RZ_NONE) return put(n, "hoped"), true;
    if (purpose && !e->occasion && n->verb == RZ_NONE && rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT)) return put(n, asked_for(n) ? "hoped" : "planned"), true;
    if (!purpose || (!e->occasion && n->verb == RZ_NONE)) return false;
    if (e->occasion) return e->status = purpose, true;
    e->purpose = verbal != NULL;
    if (verbal && rz_is_that_journey(e, verbal)) return put(n, rz_status_by_tense(n->s, rz_telling_verb(n->s, e->clause), verbal->frame)), true;
    bool there = journey && rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS | RZ_KIND_MET | RZ_KIND_PAPER);
    if (there && e->place == RZ_NONE) e->place = verbal->place; /* «برای شرکت در نشست X به Y رفت» */
    bool agreed = decided || (!e->purpose && is(c.status, "planned")); /* «برای ازسرگیری روابط توافق کردند» */
    const rz_found_event *visit = e->purpose ? NULL : rz_visit_before(n->found, e);
    bool not_asked = !visit && !e->purpose && n->s->text->verbs[n->verb].negative && is_asked_to(n); /* others meet */
    bool sits_anyway = !visit && !e->purpose && rz_kind_is(e->kind, RZ_KIND_SESSION) && rz_class_within(n->s, n->link.prep_token, e->first, RZ_C_ATTENDING); /* «برای شرکت در اجلاس X دعوت شد» */
    if (visit || not_asked || sits_anyway) e->status = visit ? visit->status : "planned";
    else e->status = n->s->text->verbs[n->verb].negative || is(c.status, "denied") ? "denied" : e->purpose || agreed ? purpose : "hoped";
    return true;
}

/* «پس از دیدار X و Y نشست خبری برگزار می‌شود»; «پس از قطع روابط …» tells what was */
static bool by_what_follows(const noun *n) {
    if (n->link.prep != RZ_C_AFTER || n->verb == RZ_NONE) return false;
    rz_cue c = rz_cue_around(n->s, n->e);
    uint8_t tense = n->s->text->verbs[n->verb].tense;
    bool done = tense == RZ_PAST || tense == RZ_PLUPERFECT; /* «متن پس از مذاکره نهایی شد» */
    bool ahead = c.status ? !done && (is(c.status, "planned") || is(c.status, "hoped")) : tense == RZ_FUTURE || tense == RZ_SUBJUNCTIVE;
    bool deed = n->e->frame->owner || rz_kind_is(n->e->kind, RZ_KIND_RELATIONS | RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_APPOINTMENT | RZ_KIND_SANCTION); /* «پس از آزادی X قرار است …» */
    if (ahead && !deed) n->e->status = "planned";
    n->e->over = !ahead && !c.status && rz_takes_place_now(n->s, n->e->clause);
    bool past = rz_tense_done(tense); /* «پس از دیدار با X گفت» */
    n->e->stated |= past && !c.status && n->link.kind == RZ_LINK_PREP && rz_kind_is(n->e->kind, RZ_KIND_CONTACT);
    return true;
}

/* «پیش از عزیمت به X گفت» */
static bool by_what_precedes(const noun *n) {
    uint32_t before;
    uint8_t tense = n->verb == RZ_NONE ? RZ_PAST : n->s->text->verbs[n->verb].tense;
    bool sits = rz_tense_ahead(tense) && rz_kind_is(n->e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT); /* «پیش از نشست X با Y دیدار خواهد کرد» */
    if (n->link.prep != RZ_C_BEFORE || (!sits && (!rz_kind_is(n->e->kind, RZ_KIND_JOURNEY) || n->e->times.n))) return false;
    if (rz_class_before(n->s, n->link.prep_token, n->s->clauses[n->e->clause].first, true, &before) == RZ_C_FROM) return false;
    n->e->status = "planned";
    return true;
}

/* «ادعاها درباره دیدار X و Y را تکذیب کرد»; «بر سر تبادل زندانیان توافق کردند» */
static bool by_what_is_told(const noun *n) {
    if (n->link.prep != RZ_C_ABOUT) return false;
    const char *told = NULL;
    if (n->verb != RZ_NONE && !n->e->in_title) {
        told = rz_cue_around(n->s, n->e).status;
        if (!told) told = told_about(n->s, n->e, &n->link);
        bool agreed = is(told, "planned") && rz_gives_news(n->s, n->e);
        if (!agreed && !is(told, "denied") && !is(told, "alleged")) told = NULL;
    } else told = told_about(n->s, n->e, &n->link);
    if (!told && rz_kind_is(n->e->kind, RZ_KIND_PAPER)) told = "hoped"; /* «مذاکرات پیرامون امضای پیمان» */
    if (is(told, "denied")) n->e->stated = true; /* «هیچ توافقی درباره دیدار X و Y نشده است» */
    if (told) n->e->status = told;
    return true;
}

/* «هدف [از] این سفر دیدار با X است» */
static bool by_goal(const noun *n) {
    enum { FAR = 8 };
    const rz_scene *s = n->s;
    if (n->verb == RZ_NONE || n->e->definite || !rz_kind_is(n->e->kind, RZ_KIND_CONTACT | RZ_KIND_PAPER) || s->text->verbs[n->verb].lemma != s->g->be) return false;
    rz_row goals = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("goals"));
    uint32_t from = n->e->first > s->clauses[n->e->clause].first + FAR ? n->e->first - FAR : s->clauses[n->e->clause].first;
    bool goal = rz_listed_within(s, goals, from, n->e->first) && !rz_listed_before(s, goals, n->e->first, from); /* not «هدف از امضای سند …»: its own */
    if (goal) put(n, "planned");
    return goal;
}

static bool by_programme(const noun *n) { return in_programme(n->s, n->e); }
static bool by_cue(const noun *n) {
    if (n->link.prep || (n->verb == RZ_NONE && n->e->in_title)) return false;
    rz_cue c = rz_cue_around(n->s, n->e);
    if (!c.status && will_be(n)) c.status = "planned";
    uint32_t start, from = n->s->clauses[n->e->clause].first;
    bool none = n->verb != RZ_NONE && n->s->text->verbs[n->verb].negative && rz_class_before(n->s, n->e->first, from, false, &start) == RZ_C_NEGATIVE_NOUN;
    if (none) c.status = "denied"; /* «هیچ گفت‌وگویی وجود ندارد» */
    if (is(c.status, "planned") && rz_kind_is(n->e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT) && by_relative(n)) return true; /* «نشست X که دیروز پایان یافت با برگزاری نشست بعدی موافقت کرد» */
    n->e->stated = c.status != NULL;
    if (c.status) n->e->status = c.status;
    else (void)by_relative(n);
    return true;
}

/* «به نشست X دعوت شد» */
static bool by_invitation(const noun *n) {
    bool sat = n->link.prep == RZ_C_TO && n->link.kind == RZ_LINK_PREP && rz_kind_is(n->e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS);
    return sat && is_asked_to(n) && (put(n, "planned"), true);
}

/* «به نشست سه‌جانبه منجر خواهد شد» */
static bool by_outcome(const noun *n) {
    if (n->link.prep != RZ_C_TO || n->link.kind != RZ_LINK_PREP || n->verb == RZ_NONE || n->s->text->verbs[n->verb].tense != RZ_FUTURE) return false;
    n->e->status = "hoped";
    return true;
}

/* «در سفر خود با X دیدار می‌کند», «در این دیدار … بررسی شد» */
static bool by_setting(const noun *n) {
    rz_found_event *e = n->e;
    if ((n->link.prep != RZ_C_IN && n->link.prep != RZ_C_OCCASION) || n->verb == RZ_NONE) return false;
    if (discussed_here(n->found, e)) return put(n, rz_status_by_tense(n->s, n->verb, e->frame)), true;
    uint32_t able = rz_ability(n->s, e->clause);
    uint8_t tense = n->s->text->verbs[able != RZ_NONE ? able : rz_telling_verb(n->s, e->clause)].tense; /* «در نشست X شرکت کرده و با Y دیدار کند» */
    uint32_t start, other = n->found->verbal_of[e->clause];
    bool happens = rz_class_before(n->s, n->s->text->verbs[n->verb].first, n->s->clauses[e->clause].first, false, &start) == RZ_C_HAPPEN; /* «در چارچوب اجلاس X برگزار می‌شود» */
    bool attends = tense == RZ_PRESENT && (other != RZ_NONE || happens);
    bool goes_on = tense == RZ_PRESENT && rz_kind_is(e->kind, RZ_KIND_ROUNDS); /* «در مذاکرات X و Y میانجیگری می‌کند» */
    const char *now = attends && other != RZ_NONE ? n->found->events.at[other].frame->present : NULL; /* «در سفر به X به سر می‌برد» */
    e->status = tense == RZ_FUTURE || tense == RZ_SUBJUNCTIVE || attends ? now ? now : "planned" : goes_on ? "ongoing" : "held";
    e->stated = !e->in_title && n->link.prep == RZ_C_IN && n->link.kind == RZ_LINK_PREP;
    return true;
}

/* «نشست X، فردا در Y»: no verb tells it, but its day is to come. */
static bool by_day(const noun *n) {
    const rz_clause *c = &n->s->clauses[n->e->clause];
    if (n->link.prep || n->verb != RZ_NONE || !rz_kind_is(n->e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT) || !to_come(n->s, c, c->last)) return false;
    n->e->status = "planned";
    return true;
}

/* «تا نشست X حل خواهد شد»: it is to come. */
static bool by_until(const noun *n) {
    uint8_t tense = n->verb == RZ_NONE ? RZ_PAST : n->s->text->verbs[n->verb].tense;
    bool ahead = rz_tense_ahead(tense) && n->s->text->verbs[n->verb].first >= n->e->last;
    uint32_t from = n->s->clauses[n->e->clause].first, at = n->e->first;
    if (!ahead || !rz_listed_before(n->s, rz_row_find(n->s->g->data, RZ_WORDS, RZ_STR("until")), at, at > from + 3 ? at - 3 : from)) return false;
    return put(n, "planned"), true;
}

static bool by_its_matters(const noun *n) { return rz_is_of_what_comes(n->s, n->e, &n->link) && (put(n, "planned"), true); }
/* «پس از سفر اخیر X، فردا نشستی برگزار می‌شود» */
static bool by_past_word(const noun *n) { return n->link.kind != RZ_LINK_FREE && rz_kind_is(n->e->kind, RZ_KIND_JOURNEY | RZ_KIND_MET) && rz_was_before(n->s, n->e) && (put(n, "held"), true); }

static bool by_settlement(const noun *n) { return rz_is_settled_at(n->s, n->e, &n->link) && (put(n, "held"), true); }

void rz_status_of_noun(const rz_found *found, rz_found_event *e) {
    static bool (*const rules[])(const noun *) = {by_past_word, by_its_matters, by_settlement, by_until, by_time_set, by_reference, by_answer, by_host, by_day, by_company, by_verb_complement, by_words_beside, by_call, by_news, by_purpose,
                                                  by_relative_there, by_what_follows, by_what_precedes, by_what_is_told, by_goal, by_programme, by_cue, by_invitation, by_outcome, by_setting};
    noun n = {.found = found, .s = &found->scene, .e = e, .link = {.prep_token = RZ_NONE}, .verb = found->scene.clauses[e->clause].verb};
    rz_govern(n.s, &n.link, e->first);
    if (rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_PAPER | RZ_KIND_MESSAGE)) rz_govern_purpose(n.s, &n.link, e->first);
    as_object(n.s, e, &n.link);
    e->occasion = n.link.prep == RZ_C_OCCASION;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i](&n)) return;
}
