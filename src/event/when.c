/* When: each time goes to the event that it stands nearest to, unless it bounds a period or dates something else. */
#include "event/status.h"

/* «در ۲۰ ژانویه و هفتم مارس» */
static bool goes_on(const rz_scene *s, const rz_time_mention *a, const rz_time_mention *b) {
    uint32_t last;
    return a->last < b->first && rz_class_at(s, a->last, &last) == RZ_C_AND && last == b->first;
}

/* «در ۲۰ ژانویه، هفتم مارس و …»: the next of a list of days. */
static bool beside(const rz_scene *s, const rz_time_mention *a, const rz_time_mention *b) {
    return goes_on(s, a, b) || (a->last + 1 == b->first && s->text->tokens[a->last].punct == ',' && a->kind == RZ_TIME_DATE && b->kind == RZ_TIME_DATE);
}

/* «از … تاکنون» bounds a period, it dates no event. */
static bool since(const rz_scene *s, const rz_time_mention *t) {
    uint32_t last;
    for (uint32_t i = t->last; i < s->text->n_tokens && i < t->last + 3; i++)
        if (rz_class_at(s, i, &last) == RZ_C_UNTIL_NOW) return true;
    return false;
}

/* «رفت تا فردا با X دیدار کند»: what for, not how long. */
static bool so_that(const rz_scene *s, uint32_t until, const rz_time_mention *t) {
    uint32_t before = until ? s->text->tokens[until - 1].verb : RZ_NONE;
    if (before == RZ_NONE) return false;
    bool dated = t->kind == RZ_TIME_DATE && t->grain == RZ_UNIT_DAY && s->text->verbs[before].lemma != s->g->be; /* not «قرار است تا ۲۰ مه …» */
    if (!dated && t->kind != RZ_TIME_OFFSET && t->kind != RZ_TIME_WEEKDAY) return false;
    uint32_t clause = s->clause_of[t->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb;
    return verb != RZ_NONE && s->text->verbs[verb].first > t->last && (s->text->verbs[verb].tense == RZ_SUBJUNCTIVE || s->text->verbs[verb].tense == RZ_PRESENT);
}

/* «را یک سال دیگر تمدید کرد»: for how long, not when. */
static bool so_much_longer(const rz_scene *s, const rz_time_mention *t) {
    enum { NEAR = 8 };
    uint32_t low = t->first > NEAR ? t->first - NEAR : 0, high = t->last + NEAR < s->text->n_tokens ? t->last + NEAR : s->text->n_tokens;
    if ((t->kind != RZ_TIME_OFFSET && t->kind != RZ_TIME_PERIOD) || !rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("so-much-longer")), t->last, t->first)) return false;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("extending")), low, high);
}

/* «تا سال ۲۰۲۸» says how long, «تا ساعتی دیگر» when; of two, «از شنبه تا دوشنبه», it is one time. */
static bool until(const rz_scene *s, const rz_time_mention *t) {
    enum { LONGEST = 3 };
    if (so_much_longer(s, t)) return true;
    if (t->grain == RZ_UNIT_HOUR || t->grain == RZ_UNIT_MINUTE || t->grain == RZ_UNIT_SECOND) return false;
    uint32_t from = s->text->sentences[rz_token_sentence(s, t->first)].first, low = t->first > from + LONGEST ? t->first - LONGEST : from;
    for (rz_hits_run h = rz_hits_within(s->text, low, t->first); rz_hits_run_next(&h);)
        if (h.hit.last == t->first && rz_class_of(s->g, h.hit.row) == RZ_C_UNTIL) return !so_that(s, h.hit.first, t);
    return false;
}

/* «تا پایان سال امضا می‌شود», «پیش از ۱۰ مه», but not «تا جمعه ادامه دارد»: by when. */
static bool by_then(const rz_scene *s, const rz_time_mention *t) {
    enum { LONGEST = 3 };
    uint32_t start, from = s->text->sentences[rz_token_sentence(s, t->first)].first, verb = s->clauses[s->clause_of[t->first]].verb;
    uint32_t at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    bool dated = t->kind == RZ_TIME_DATE || t->grain == RZ_UNIT_WEEK || t->grain == RZ_UNIT_MONTH || t->grain == RZ_UNIT_YEAR;
    bool before = dated && t->kind <= RZ_TIME_NTH && rz_class_before(s, t->first, from, true, &start) == RZ_C_BEFORE;
    if (so_much_longer(s, t) || (!before && !until(s, t))) return false;
    return !rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("happen-now")), at, at > LONGEST ? at - LONGEST : 0);
}

/* «نخستین سفر … در ده سال گذشته» says how rare it was. */
static bool of_rank(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    enum { NEAR = 4 };
    uint32_t last;
    for (uint32_t i = t->first; e && t->kind == RZ_TIME_PERIOD && t->count < 0 && i-- > 0 && t->first - i <= NEAR;) /* «برای نخستین بار در هفت سال گذشته» */
        if (rz_class_at(s, i, &last) == RZ_C_RANKED) return true;
    return e && t->kind == RZ_TIME_PERIOD && (t->count < 0 || (t->grain == RZ_UNIT_YEAR && t->offset <= 0)) && e->first && rz_class_at(s, e->first - 1, &last) == RZ_C_RANKED && last == e->first;
}

/* «برای نخستین بار از سال ۱۹۵۲ به X سفر می‌کند»: since when it is the first. */
static bool since_last(const rz_scene *s, const rz_time_mention *t) {
    uint32_t start, before, from = s->text->sentences[rz_token_sentence(s, t->first)].first;
    if (rz_class_before(s, t->first, from, true, &start) != RZ_C_FROM || start <= from) return false;
    return rz_class_before(s, start, from, false, &before) == RZ_C_TIMES;
}

/* «این دومین سفر او به X از ۲۴ فوریه است»: since when they are counted. */
static bool counted_since(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    uint32_t last;
    if (!e || e->first == 0 || e->first >= t->extent_first || t->extent_first == t->first || t->kind == RZ_TIME_PERIOD || t->until || t->date.last_day) return false;
    if (rz_class_at(s, e->first - 1, &last) != RZ_C_RANKED || last != e->first) return false;
    uint8_t class = rz_class_at(s, t->extent_first, &last);
    return class == RZ_C_FROM || class == RZ_C_BEFORE_NOUN; /* «از زمان» */
}

/* «بیستمین نشست از سال ۱۹۹۹»: since when there are such; but «از سال ۲۰۱۲ روابط را قطع کرده بود» tells when it was done. */
static bool since_year(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    uint32_t last;
    bool year = t->kind == RZ_TIME_DATE && t->grain == RZ_UNIT_YEAR && !t->until && t->extent_first < t->first;
    bool lasts = e && rz_kind_is(e->kind, RZ_KIND_RELATIONS | RZ_KIND_SANCTION | RZ_KIND_APPOINTMENT | RZ_KIND_RELEASE | RZ_KIND_EXPULSION);
    return year && e && !lasts && rz_class_at(s, t->extent_first, &last) == RZ_C_FROM;
}

/* «این سفر پنجشنبه پایان می‌یابد» says when it was over, «نشست که پنجشنبه آغاز شد پایان یافت» when it was. */
static bool of_end(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    uint32_t verb = e && e->evoked == RZ_EVOKED_HAPPEN ? s->clauses[e->clause].verb : RZ_NONE, start;
    if (e && e->clause != s->clause_of[t->first] && s->clauses[s->clause_of[t->first]].kind == RZ_CLAUSE_RELATIVE) return false;
    return verb != RZ_NONE && rz_class_before(s, s->text->verbs[verb].first, s->clauses[e->clause].first, false, &start) == RZ_C_ENDED;
}

/* Does what governs a deed beside the event, «پس از …», «از زمان …», stand at the token, and a year of its own behind it? */
static bool since_then(const rz_scene *s, const rz_found_event *e, uint8_t class, uint32_t at, const rz_time_mention *t) {
    bool from = false; /* «از زمان», not «تاریخ» */
    for (rz_hits h = rz_hits_at(s->text, at); class == RZ_C_BEFORE_NOUN && rz_hits_next(&h);) from |= rz_class_of(s->g, h.hit.row) == RZ_C_FROM;
    if ((class != RZ_C_AFTER && !from) || t->kind != RZ_TIME_DATE || !t->date.year || (e->first > at && e->first < t->first)) return false;
    for (uint32_t i = at + 1; i < t->first; i++) /* «پس از هفت سال قطع روابط در سال ۲۰۲۳ به X رفت» */
        if (rz_token_time(s, i) != RZ_NONE && rz_token_time(s, i) != rz_token_time(s, t->first)) return false;
    return true;
}

/* «پس از ترور X در ۱۳ دی», «از زمان توقف جنگ در سال ۱۹۵۳»: the day, or at least the year, of what went before. */
static bool of_other_deed(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    enum { NEAR = 16 };
    uint32_t from = s->text->sentences[rz_token_sentence(s, t->first)].first, last;
    for (uint32_t i = t->first; i-- > from && t->first - i < NEAR;) {
        uint32_t verb = s->text->tokens[i].verb;
        bool finite = verb != RZ_NONE && s->text->verbs[verb].tense != RZ_INFINITIVE; /* «به قدرت رسیدن» */
        if (finite || s->text->tokens[i].punct == ',' || s->text->tokens[i].punct == ':') return false;
        uint8_t class = rz_class_at(s, i, &last);
        if (e && since_then(s, e, class, i, t)) return true;
        if (class != RZ_C_OTHER_DEED) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, i);
        if (link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || link.prep == RZ_C_FROM) return true;
    }
    return false;
}

/* «برنامه ۲۰۲۵ تا ۲۰۳۰», «در قرن بیست و یکم», «در ۷۰ سال گذشته»: for how long it is, or how rare, for nothing is signed for years. */
static bool spans_years(const rz_scene *s, const rz_time_mention *t) {
    uint32_t end;
    for (uint32_t i = t->first + 1; t->grain != RZ_UNIT_CENTURY && i + 1 < t->last; i++)
        if (rz_class_at(s, i, &end) == RZ_C_AND) return false; /* «در سال‌های ۱۹۷۹ و ۱۹۹۴» */
    bool years = t->kind == RZ_TIME_DATE && t->date.year && t->date.last_year > t->date.year;
    bool so_many = t->kind == RZ_TIME_PERIOD && t->grain == RZ_UNIT_YEAR && (t->count > 1 || t->count < -1);
    return years || so_many || t->grain == RZ_UNIT_CENTURY || (t->until && t->grain == RZ_UNIT_YEAR);
}

bool rz_time_tells_when(const rz_scene *s, const rz_time_mention *t) {
    return t->kind <= RZ_TIME_NTH && !t->adjective && !spans_years(s, t) && !since(s, t) && !until(s, t) && !of_other_deed(s, NULL, t);
}

/* «این نشست که قرار بود آذر برگزار شود»: when it was first to be. */
static bool of_old_plan(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    enum { NEAR = 8 };
    uint32_t last, low = t->first > NEAR ? t->first - NEAR : 0;
    if (!e || !e->definite) return false;
    for (uint32_t i = t->first; i-- > low && rz_token_sentence(s, i) == rz_token_sentence(s, t->first);)
        if (rz_class_at(s, i, &last) == RZ_C_WAS_PLANNED) return true;
    return false;
}

/* «بنا بر اعلام روز یکشنبه X»: when it was told. */
static bool of_telling(const rz_scene *s, const rz_time_mention *t) {
    enum { LONGEST = 4 };
    uint32_t start;
    uint8_t class = rz_class_before(s, t->first, t->first > LONGEST ? t->first - LONGEST : 0, false, &start);
    return class == RZ_C_ACCORDING || class == RZ_C_BY_REPORT;
}

/* «سرزمین‌های سال ۱۹۶۷», «توافق ۲۰۱۵»: a year that tells which. */
static bool of_a_noun(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    if (!e || t->kind != RZ_TIME_DATE || t->grain != RZ_UNIT_YEAR || t->extent_first < t->first || t->first == 0 || s->clause_of[t->first - 1] != s->clause_of[t->first]) return false;
    uint32_t last, before = t->first - 1;
    const rz_token *noun = &s->text->tokens[before];
    bool own = before >= e->first && before < e->last; /* «نشست ۲۰۲۳» */
    return !own && noun->kind == RZ_TOKEN_WORD && (noun->pos & RZ_POS_NOUN) && noun->verb == RZ_NONE && s->mention_at[before] == RZ_NONE && rz_token_time(s, before) == RZ_NONE && !rz_class_at(s, before, &last);
}

/* «توافق‌های صورت‌گرفته در ۹ نوامبر»: when that was, not what is told of it. */
static bool of_participle(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    enum { LONGEST = 3 };
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("done-then"));
    uint32_t start, from = s->text->sentences[rz_token_sentence(s, t->first)].first;
    if (!e || rz_class_before(s, t->first, from, true, &start) != RZ_C_IN || (e->last <= start && e->last + LONGEST > start)) return false; /* «سند امضا شده در …»: the signing's own */
    return rz_listed_before(s, words, start, start > from + LONGEST ? start - LONGEST : from);
}

/* «در این نشست واگذاری ریاست X به Y در سال ۲۰۱۴ بررسی می‌شود», «درباره همکاری در سال ۲۰۲۴ گفت‌وگو کردند»: of what is dealt with; not
 * «در نشست X در سال ۲۰۱۴ … بررسی شد». */
static bool of_matter(const rz_found *found, const rz_found_event *e, const rz_time_mention *t) {
    enum { LEAST = 2 };
    const rz_scene *s = &found->scene;
    if (!e || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION) || (t->kind != RZ_TIME_DATE && t->kind != RZ_TIME_OFFSET) || t->grain != RZ_UNIT_YEAR || s->clause_of[t->first] != e->clause) return false;
    uint32_t from = s->clauses[e->clause].first, verbal = found->verbal_of[e->clause], at = t->extent_first, end;
    const rz_found_event *told = verbal == RZ_NONE ? e : &found->events.at[verbal];
    if (told->first < t->last) return false;
    for (uint32_t i = at; i-- > from && at - i < RZ_CLAUSE_REACH;) {
        if (s->text->tokens[i].punct == ',') return false;
        if (told->evoked == RZ_EVOKED_VERB && rz_class_at(s, i, &end) == RZ_C_ABOUT && end <= at) return true;
        if (rz_trigger_at(found, i) != RZ_NONE) return told->frame->discussion && at > i + LEAST && s->mention_at[i + 1] == RZ_NONE;
    }
    return false;
}

uint32_t rz_days_counted_in(const rz_scene *s, const rz_time_mention *t) {
    enum { NEAR = 4 };
    uint32_t clause = s->clause_of[t->first], verb = clause == RZ_NONE ? RZ_NONE : s->clauses[clause].verb, end;
    if (!t->story || t->kind != RZ_TIME_OFFSET || verb == RZ_NONE || s->text->verbs[verb].first < t->last || s->text->verbs[verb].first > t->last + NEAR) return RZ_NONE;
    uint32_t at = s->text->verbs[verb].last, inner = at + 1 < s->text->n_tokens && rz_class_at(s, at, &end) == RZ_C_THAT ? s->clause_of[at + 1] : RZ_NONE;
    return inner != RZ_NONE && inner != clause && s->clauses[inner].sentence == s->clauses[clause].sentence ? inner : RZ_NONE;
}

/* «نشست دو روزه»: how many days are told beside it. */
static bool lasts(const rz_scene *s, rz_found_event *e) {
    enum { NEAR = 3, LONGEST = 31 };
    uint32_t from = e->first > s->clauses[e->clause].first + 1 ? e->first - 2 : e->first;
    rz_row lasting = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("lasting"));
    for (uint32_t t = from; t < e->last + NEAR && t + 1 < s->text->n_tokens; t++) {
        int64_t days = rz_number_of(s, t);
        if (days >= 1 && days <= LONGEST && rz_listed_end(s, lasting, t + 1) > t + 1) {
            e->lasted = (uint32_t)days;
            return true;
        }
    }
    return false;
}

/* «نشست دو روزه X دیروز پایان یافت»: it began the day before; what people sit down to once ended on its day. */
static bool ends_on(const rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb;
    uint8_t tense = verb == RZ_NONE ? RZ_PRESENT : s->text->verbs[verb].tense;
    if (!rz_tense_done(tense) || (e->definite && !e->ranked)) return false;
    return lasts(s, e) || rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_CONTACT);
}

/* «چهارشنبه در پایان نشست دو روزه خود گفتند»: that was its last day. */
static void closes_on(const rz_scene *s, rz_found_event *e) {
    enum { NEAR = 3 };
    rz_row end = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("at-its-end"));
    rz_link link = {.prep_token = RZ_NONE};
    if (e->evoked != RZ_EVOKED_NOUN || e->lasted || !rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOURNEY)) return;
    rz_govern(s, &link, e->first);
    if (link.prep == RZ_C_OCCASION && link.prep_token != RZ_NONE && rz_listed_within(s, end, link.prep_token, e->first)) (void)lasts(s, e);
}

/* «اجلاس سال ۲۰۲۵ سران X ۹ شهریور برگزار می‌شود»: the year is in its name, the day tells when. */
static bool names_year(const rz_mentions *m, const rz_found_event *e, const rz_time_mention *t) {
    const rz_time_mention *year = &m->times[e->times.at[0]];
    return year->kind == RZ_TIME_DATE && year->grain == RZ_UNIT_YEAR && year->first >= e->first && year->first <= e->last && t->kind <= RZ_TIME_OFFSET && t->grain == RZ_UNIT_DAY;
}

/* «برای دومین بار در این هفته دیروز دیدار کرد»: how often, and then when. */
static bool only_counts(const rz_scene *s, const rz_time_mention *counted, const rz_time_mention *t) {
    bool finer = t->grain == RZ_UNIT_DAY && counted->grain >= RZ_UNIT_WEEK && counted->grain <= RZ_UNIT_YEAR;
    uint32_t at = counted->extent_first;
    return finer && at && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("times")), at, at - 1);
}

/* «به مناسبت نوروز تلفنی گفت‌وگو کرد»: what they spoke for is no day on which they did. */
static bool of_feast(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    enum { LONGEST = 5 };
    if (!e || !rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_MESSAGE)) return false;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("occasion-of"));
    uint32_t from = t->first > LONGEST ? t->first - LONGEST : 0;
    for (uint32_t i = from; i < t->first; i++)
        if (rz_token_time(s, i) != RZ_NONE) from = i + 1;
    return rz_listed_within(s, words, from, t->first);
}

/* «به دنبال توافق سال گذشته، چهارشنبه …»: when that was which it came after, a noun that tells of nothing itself. */
static bool of_noun_after(const rz_found *found, const rz_found_event *e, const rz_time_mention *t) {
    const rz_scene *s = &found->scene;
    uint32_t last, start, noun = t->first - 1;
    if (!e || t->extent_first < t->first || t->first < 2 || noun == e->first || s->clause_of[noun] != s->clause_of[t->first]) return false;
    bool word = s->text->tokens[noun].kind == RZ_TOKEN_WORD && (s->text->tokens[noun].pos & RZ_POS_NOUN) && s->text->tokens[noun].verb == RZ_NONE && s->mention_at[noun] == RZ_NONE;
    if (!word || rz_token_time(s, noun) != RZ_NONE || rz_class_at(s, noun, &last) || rz_trigger_at(found, noun) != RZ_NONE || e->first < noun) return false;
    return rz_class_before(s, noun, s->clauses[s->clause_of[noun]].first, true, &start) == RZ_C_AFTER;
}

/* «چهارشنبه پس از نشست X که شنبه در Y برگزار می‌شود به Z می‌رود»: the clause that tells of it has its day, not the one before it. */
static bool told_in_own(const rz_scene *s, const rz_found_event *e, const rz_time_mention *before, const rz_time_mention *t) {
    uint32_t in = s->clause_of[t->first], verb = s->clauses[in].verb, start;
    bool own = e->evoked == RZ_EVOKED_NOUN && before->last <= e->first && s->clauses[in].kind == RZ_CLAUSE_RELATIVE && s->clauses[in].parent == e->clause && verb != RZ_NONE;
    if (!own || s->clause_of[before->first] != e->clause || s->clauses[in].first < e->last || t->grain != RZ_UNIT_DAY) return false;
    for (uint32_t i = e->last; i < s->clauses[in].first; i++)
        if (s->text->tokens[i].verb != RZ_NONE || s->text->tokens[i].punct == ',') return false;
    return rz_class_before(s, s->text->verbs[verb].first, s->clauses[in].first, false, &start) == RZ_C_HAPPEN;
}

/* The day before it is the verb's. */
static void give_to_verb(rz_found *found, rz_found_event *e) {
    uint32_t verbal = found->verbal_of[e->clause];
    rz_found_event *told = verbal == RZ_NONE ? NULL : &found->events.at[verbal];
    if (told && told != e && !told->times.n) *RZ_PUSH(found->scene.arena, &told->times) = e->times.at[0];
    e->times.n = 0;
}

/* «مذاکرات که سال گذشته متوقف شده بود جمعه برگزار شود»: its own clause tells when, the one that recalls how it was before does not. */
static bool only_recalled(const rz_scene *s, const rz_found_event *e, const rz_time_mention *before, const rz_time_mention *t) {
    uint32_t recalls = s->clause_of[before->first];
    if (recalls == e->clause || s->clause_of[t->first] != e->clause || s->clauses[recalls].kind != RZ_CLAUSE_RELATIVE) return false;
    return s->clauses[recalls].verb != RZ_NONE && s->text->verbs[s->clauses[recalls].verb].tense == RZ_PLUPERFECT && !rz_planned_for(s, recalls);
}

/* «آتش‌بس ۷ آذر اجرا شد، هرچند دیروز هم به X حمله کردند»: its own clause tells when, not the one before, which tells nothing of the kind. */
static bool is_borrowed(const rz_scene *s, const rz_found_event *e, const rz_time_mention *before, const rz_time_mention *t) {
    uint32_t from = s->clause_of[before->first], last;
    const rz_token *noun = t->first ? &s->text->tokens[t->first - 1] : NULL; /* not «حادثه دیروز» */
    if (noun && (noun->pos & RZ_POS_NOUN) && s->mention_at[t->first - 1] == RZ_NONE && !rz_class_at(s, t->first - 1, &last)) return false;
    return from != e->clause && s->clause_of[t->first] == e->clause && e->evoked == RZ_EVOKED_VERB && s->clauses[e->clause].parent == from && before->last <= s->clauses[e->clause].first;
}

/* «مذاکراتی را که سپتامبر متوقف شده بود آغاز می‌کند»: when it came to nothing, not when it is. */
static bool of_stop(const rz_scene *s, const rz_found_event *e, const rz_time_mention *t) {
    uint32_t in = s->clause_of[t->first], verb = s->clauses[in].verb;
    if (!e || in == e->clause || e->first > t->first || s->clauses[in].kind != RZ_CLAUSE_RELATIVE || verb == RZ_NONE || s->text->verbs[verb].tense != RZ_PLUPERFECT) return false;
    const char *status = rz_status_in_relative(s, e);
    return status && rz_called_off(status) && !rz_planned_for(s, in);
}

/* Does a word of the class stand right before the verb of the clause? */
static bool with_verb(const rz_scene *s, uint32_t clause, uint8_t class) {
    enum { LONGEST = 4 };
    uint32_t verb = s->clauses[clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    for (rz_hits_run h = rz_hits_within(s->text, at > LONGEST ? at - LONGEST : 0, at); rz_hits_run_next(&h);)
        if (h.hit.last == at && rz_class_of(s->g, h.hit.row) == class) return true;
    return false;
}

/* «که شنبه آغاز شد امروز پایان یافت», «دیروز آغاز شد و تا یکشنبه ادامه دارد»: the event that the time tells the end of, or NULL. */
static rz_found_event *ended_then(rz_found *found, rz_found_event *e, const rz_time_mention *t) {
    const rz_scene *s = &found->scene;
    uint32_t in = s->clause_of[t->first], before = s->clauses[in].parent;
    if (!with_verb(s, in, RZ_C_ENDED) && !(with_verb(s, in, RZ_C_HAPPEN) && until(s, t))) return NULL;
    if (e && e->evoked == RZ_EVOKED_HAPPEN && e->clause == in) return e;
    bool goes_on = s->clauses[in].kind == RZ_CLAUSE_COORDINATE && before != RZ_NONE && found->verbal_of[in] == RZ_NONE && found->happens_in[in] == RZ_NONE;
    return goes_on && found->happens_in[before] != RZ_NONE ? &found->events.at[found->happens_in[before]] : NULL;
}

/* «عصر به X می‌رسد» */
static void parts_of_day(rz_found *found) {
    const rz_scene *s = &found->scene;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("parts-of-day"));
    for (uint32_t i = 0; i < found->events.n && words != RZ_NONE; i++) {
        rz_found_event *e = &found->events.at[i];
        uint32_t from = s->clauses[e->clause].first;
        bool told = e->evoked == RZ_EVOKED_VERB ? found->verbal_of[e->clause] == i : e->evoked == RZ_EVOKED_HAPPEN && found->verbal_of[e->clause] == RZ_NONE;
        if (e->times.n || !told) continue;
        if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
        for (uint32_t t = from; t < e->first && e->part == RZ_NONE; t++)
            if (s->clause_of[t] == e->clause && rz_token_time(s, t) == RZ_NONE && rz_listed_whole(s, words, t) > t) e->part = t;
    }
}

void rz_times_give(rz_found *found) {
    const rz_mentions *m = found->scene.mentions;
    rz_found_event *before = NULL;
    const rz_time_mention *previous = NULL;
    bool of_then = false; /* the day before was that of a deed beside */
    for (uint32_t i = 0; i < m->n_times; i++) {
        const rz_time_mention *t = &m->times[i];
        if (t->kind > RZ_TIME_NTH) continue;
        if (found->scene.clause_of[t->first] == RZ_NONE || rz_in_document_title(&found->scene, t->first)) {
            before = NULL;
            continue;
        }
        if (t->within && t->unit == RZ_UNIT_HOUR) continue; /* «ظرف ۴۸ ساعت»: by when */
        bool listed = before && goes_on(&found->scene, previous, t);
        rz_found_event *e = listed ? before : rz_event_near(found, t->first, t->last, 0);
        rz_found_event *ended = ended_then(found, e, t);
        if (ended && ended->ends == RZ_NONE) ended->ends = i;
        if (e && e->by == RZ_NONE && by_then(&found->scene, t)) e->by = i;
        bool by = e && e->by != RZ_NONE && (e->by == i || m->times[e->by].last + 1 == t->first); /* «تا آخر امسال (۲۰۱۳ میلادی)» */
        of_then = of_participle(&found->scene, e, t) || (of_then && beside(&found->scene, previous, t));
        bool too_long = e && rz_kind_is(e->kind, RZ_KIND_PAPER) && spans_years(&found->scene, t);
        if (too_long || since(&found->scene, t) || by || until(&found->scene, t) || since_last(&found->scene, t) || counted_since(&found->scene, e, t) || since_year(&found->scene, e, t) || of_rank(&found->scene, e, t) || (of_end(&found->scene, e, t) && !ends_on(found, e)) || of_other_deed(&found->scene, e, t) || of_telling(&found->scene, t) || of_a_noun(&found->scene, e, t) || of_noun_after(found, e, t) || of_then || rz_days_counted_in(&found->scene, t) != RZ_NONE || of_stop(&found->scene, e, t) || of_feast(&found->scene, e, t) || of_matter(found, e, t)) e = NULL;
        if (e && rz_recalls(&found->scene, found->scene.clause_of[t->first], e->clause)) {
            uint32_t own = found->verbal_of[found->scene.clause_of[t->first]];
            e = own == RZ_NONE ? NULL : &found->events.at[own];
        }
        if (of_old_plan(&found->scene, e, t)) {
            e->was_for = i;
            e = NULL;
        }
        bool counts = e && e->times.n == 1 && only_counts(&found->scene, &m->times[e->times.at[0]], t);
        bool again = e && e == before && t->first == previous->last && !counts; /* «فردا ۲۸ فروردین»: said twice */
        before = e;
        previous = t;
        bool planned = e && e->times.n && e->clause != found->scene.clause_of[t->first] && rz_planned_for(&found->scene, found->scene.clause_of[t->first]);
        if (planned) e->times.n = 0; /* «جمعه گذشته سفر خود را که برای اکتبر برنامه‌ریزی شده بود به تعویق انداخت» */
        if (!again && e && e->times.n == 1 && !listed && (counts || names_year(m, e, t))) e->times.n = 0;
        if (!again && e && e->times.n == 1 && !listed && ended != e && only_recalled(&found->scene, e, &m->times[e->times.at[0]], t)) e->times.n = 0;
        if (!again && e && e->times.n == 1 && !listed && ended != e && told_in_own(&found->scene, e, &m->times[e->times.at[0]], t)) give_to_verb(found, e);
        if (!again && e && e->times.n == 1 && !listed && ended != e && is_borrowed(&found->scene, e, &m->times[e->times.at[0]], t)) e->times.n = 0;
        if (again || (e && e->times.n && !listed)) continue;
        if (e) *RZ_PUSH(found->scene.arena, &e->times) = i, closes_on(&found->scene, e);
    }
    parts_of_day(found);
}
