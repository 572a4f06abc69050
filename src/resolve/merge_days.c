/* The days that events share: of one clause, of one breath, of the day told last. */
#include "event/attend.h"
#include "event/status.h"
#include "resolve/merge.h"

#include "resolve/calendar_days.h"

static rz_days days_of(const merger *m, uint32_t time) { return m->cast->solution->dates[time].days; }

/* «عصر با X دیدار کرد»: on the day told just before, «… می‌کند» on that of the report. */
rz_days rz_merge_day_of_part(const merger *m, const rz_found_event *f) {
    enum { SENTENCES = 2 };
    const rz_scene *s = &m->found->scene;
    rz_days now = m->cast->solution->published, none = {RZ_NO_DAY, RZ_NO_DAY};
    bool today = now.from != RZ_NO_DAY && now.from == now.to, told = false;
    if (f->present) return today ? now : none;
    uint32_t low = 0, high = m->cast->mentions->n_times; /* the first time behind it */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->cast->mentions->times[middle].first < f->part) low = middle + 1;
        else high = middle;
    }
    for (uint32_t i = low; i-- > 0;) {
        const rz_time_mention *t = &m->cast->mentions->times[i];
        if (s->clause_of[t->first] == RZ_NONE || rz_token_sentence(s, f->first) - rz_token_sentence(s, t->first) > SENTENCES) break;
        rz_days d = days_of(m, i);
        uint32_t verb = s->clauses[s->clause_of[t->first]].verb; /* «دیروز گفته بود»: of before */
        if (verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT) continue;
        bool ahead = today && d.from > now.to;
        if (ahead != rz_looks_ahead(f->status) && d.from != now.from) continue; /* of what is to come, or was */
        told = true;
        if (t->kind <= RZ_TIME_OFFSET && d.from != RZ_NO_DAY && d.from == d.to) return d;
    }
    return today && !told ? now : none; /* «صبح وارد X شد», and no other day is told of */
}

/* «توافق کردند جمعه نشستی درباره آتش‌بسی که متوقف شده است برگزار کنند»: a verb of another clause stands between the day and the one that
 * it is told with, and says past or to come of something else. 0: none does. */
static int own_direction(const merger *m, const rz_found_event *f, const rz_time_mention *t) {
    const rz_scene *s = &m->found->scene;
    uint32_t verb = s->clauses[f->clause].verb, stop = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    if (s->clause_of[t->first] != f->clause || t->last >= stop || stop - t->last > RZ_REACH) return 0;
    for (uint32_t k = t->last; k < stop; k++) {
        uint32_t inner = s->text->tokens[k].verb == RZ_NONE ? RZ_NONE : s->clause_of[k];
        if (inner == RZ_NONE || inner == f->clause) continue;
        uint8_t tense = s->text->verbs[verb].tense;
        return tense == RZ_FUTURE ? 2 : tense == RZ_PRESENT || tense == RZ_SUBJUNCTIVE ? 1 : tense == RZ_PARTICIPLE ? 0 : -1;
    }
    return 0;
}

/* «از سفر او در روز شنبه خبر داد»: the verb is past, the Saturday is the next. */
rz_days rz_merge_days_told(const merger *m, const rz_found_event *f, uint32_t time) {
    enum { LONG_AGO = 200 };
    rz_days days = days_of(m, time), now = m->cast->solution->published;
    const rz_time_mention *t = &m->cast->mentions->times[time];
    rz_days fixed;
    bool open = (t->kind == RZ_TIME_WEEKDAY || t->kind == RZ_TIME_DATE) && !t->story && !t->until && !t->until_now && !t->beside_day;
    int own = open && now.from == now.to && now.from != RZ_NO_DAY && !rz_time_fixed(m->cast->data, t, &fixed) ? own_direction(m, f, t) : 0;
    if (!own && open && f->over && days.from != RZ_NO_DAY && now.from == now.to && days.from > now.from && !rz_time_fixed(m->cast->data, t, &fixed)) own = -1;
    if (own) return rz_time_days(m->cast->data, t, now.from, own);
    bool not_held = rz_looks_ahead(f->status) || !strcmp(f->status, "denied");
    bool ahead = not_held && t->kind == RZ_TIME_DATE && days.from != RZ_NO_DAY && days.to + LONG_AGO < now.from; /* «مقدمات دیدار در ماه ژوئن» */
    if (ahead && now.from == now.to && !rz_time_fixed(m->cast->data, t, &fixed)) return rz_time_days(m->cast->data, t, now.from, 1);
    bool put_off = rz_called_off(f->status) && t->kind == RZ_TIME_WEEKDAY && t->week == RZ_WEEK_NOT_SAID && t->first == f->last; /* «سفر یکشنبه خود را به تعویق انداخت» */
    if (put_off && now.from == now.to && days.from != RZ_NO_DAY && days.to < now.from) return rz_time_days(m->cast->data, t, now.from, 1);
    if (!f->announced || days.from == RZ_NO_DAY || days.to >= now.from || rz_time_fixed(m->cast->data, t, &fixed)) return days;
    return t->kind == RZ_TIME_WEEKDAY || (t->kind == RZ_TIME_DATE && strcmp(f->status, "held") != 0) ? rz_time_days(m->cast->data, t, now.from, 1) : days;
}

/* ---- of one clause ---- */

static bool same_outlook(const merged *a, const merged *b) { return rz_looks_ahead(a->status) == rz_looks_ahead(b->status); }

/* «روز یکشنبه با امضای بیانیه‌ای روابط برقرار کردند»: a day that stands before the noun's phrase is that of the clause. */
static void day_before_noun(const merger *m, const rz_found_event *noun, const rz_link *link, merged *e) {
    if (!noun->times.n || link->prep_token == RZ_NONE || e->days.from != RZ_NO_DAY || e->count > 1) return;
    const rz_time_mention *t = &m->cast->mentions->times[noun->times.at[0]];
    if (t->last <= link->prep_token && noun->times.n == 1) e->days = days_of(m, noun->times.at[0]);
}

/* «۲۸ دی در جریان سفر X به امضا رسید»: what it was in the course of was then too. */
static void day_of_course(const merger *m, const rz_link *link, merged *course, const rz_found_event *verb) {
    if (course->days.from != RZ_NO_DAY || course->count > 1 || verb->times.n != 1 || link->prep_token == RZ_NONE) return;
    const rz_scene *s = &m->found->scene;
    const rz_time_mention *t = &m->cast->mentions->times[verb->times.at[0]];
    uint32_t last = t->last, end;
    while (last < link->prep_token && rz_token_time(s, last) != RZ_NONE) last++; /* «جمعه صبح پس از ورود» */
    bool wide = t->grain == RZ_UNIT_MONTH || t->grain == RZ_UNIT_YEAR; /* «دی‌ماه و در پی حمله به X قطع شد» */
    if (wide && last < link->prep_token && rz_class_at(s, last, &end) == RZ_C_AND) last = end;
    bool before = last < link->prep_token && link->prep_token - last < RZ_REACH && s->clause_of[t->first] == verb->clause && !rz_verb_between(s, last, link->prep_token);
    bool course_of = link->prep == RZ_C_OCCASION && rz_kind_is(course->kind, RZ_KIND_JOURNEY) && before; /* «دوشنبه نیز X در جریان سفر به Y …» */
    if (course_of || ((link->prep == RZ_C_OCCASION || link->prep == RZ_C_AFTER) && last == link->prep_token)) course->days = days_of(m, verb->times.at[0]);
}

/* «این سفر فردا انجام می‌شود. در این سفر با X دیدار می‌کند», «۱۰ تا ۱۲ مه به Y رفت. در این سفر با X دیدار کرد»: on one of its days; that on
 * which somebody came need not be the only one. */
static void day_of_this_visit(const rz_found_event *noun, const merged *visit, merged *e) {
    enum { LONGEST = 5 };
    bool told = visit->days.from != RZ_NO_DAY && visit->days.to - visit->days.from < LONGEST, ahead = rz_looks_ahead(visit->status);
    if (!noun->definite || !rz_kind_is(noun->kind, RZ_KIND_JOURNEY) || !rz_kind_is(e->kind, RZ_KIND_SITS) || !told) return;
    bool all_of_it = ahead || visit->days.from != visit->days.to;
    if (e->days.from == RZ_NO_DAY && !e->from->times.n && e->count <= 1 && all_of_it && ahead == rz_looks_ahead(e->status)) e->days = visit->days;
}

/* «به X می‌رود. در این سفر با Y دیدار می‌کند»: the journey of one of them that was told last before the noun. */
static const merged *visit_meant(const merger *m, const rz_found_event *noun, const merged *e) {
    enum { SENTENCES = 4 };
    const merged *best = NULL;
    rz_around near = rz_merged_around(m, e);
    for (uint32_t i = near.low; i < near.high && noun->definite && rz_kind_is(noun->kind, RZ_KIND_JOURNEY); i++) {
        const merged *v = &m->out.at[i];
        if (v->dropped || v->from->in_title || !rz_kind_is(v->kind, RZ_KIND_JOURNEY) || v->from->first >= noun->first || !rz_merged_shared(v, e)) continue;
        if (rz_token_sentence(&m->found->scene, noun->first) - rz_token_sentence(&m->found->scene, v->from->first) <= SENTENCES && (!best || v->from->first > best->from->first)) best = v;
    }
    return best;
}

/* «شنبه در جریان سفر به X در یک جشنواره شرکت کرد»: what the verb tells comes to nothing, the day is of the journey too. */
static void day_of_lost(const merger *m, uint32_t noun, merged *setting) {
    enum { NEAR = 4 };
    const rz_found_event *all = m->found->events.at;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, all[noun].first);
    for (uint32_t i = noun > NEAR ? noun - NEAR : 0; i < m->found->events.n && i <= noun + NEAR; i++)
        if (all[i].clause == all[noun].clause && m->became[i] == RZ_NONE && !all[i].absorbed) day_of_course(m, &link, setting, &all[i]);
}

void rz_merge_days_of_clause(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *noun = &m->found->events.at[i];
        uint32_t other = noun->evoked == RZ_EVOKED_NOUN && !noun->absorbed ? rz_merge_main_of(m, i) : RZ_NONE;
        merged *e = other == RZ_NONE ? NULL : rz_merged_at(m, other), *setting = rz_merged_at(m, i);
        if (!e && setting) day_of_lost(m, i, setting);
        if (!e || e == setting || m->found->events.at[other].clause != noun->clause) continue;
        const merged *visit = setting ? setting : visit_meant(m, noun, e);
        if (visit) day_of_this_visit(noun, visit, e);
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(&m->found->scene, &link, noun->first);
        if (setting && !same_outlook(setting, e)) continue;
        if (link.prep == RZ_C_WITH || link.prep == RZ_C_OCCASION || link.prep == RZ_C_AFTER || link.prep == RZ_C_IN) day_before_noun(m, noun, &link, e);
        if (setting) day_of_course(m, &link, setting, &m->found->events.at[other]);
    }
}

/* «سفر خود را لغو کرد. این سفر که قرار بود یکشنبه انجام شود …»: what was called off is told of by the day that it was to be on. */
static void lapsed_day(const merger *m, const rz_found_event *f, merged *e) {
    if (f->was_for != RZ_NONE && e->days.from == RZ_NO_DAY && e->count <= 1 && rz_called_off(e->status)) e->days = days_of(m, f->was_for);
}

/* «تا پایان سال سفر می‌کند»: from the day of the report to that by which it is to be. */
static void by_day(const merger *m, const rz_found_event *f, merged *e) {
    enum { LONGEST = 400, SURE = 7 };
    bool to_come = !strcmp(e->status, "planned") || !strcmp(e->status, "hoped");
    if (f->by == RZ_NONE || e->days.from != RZ_NO_DAY || e->count > 1 || !to_come) return;
    rz_days by = days_of(m, f->by), now = m->cast->solution->published;
    if (by.from == RZ_NO_DAY || now.from == RZ_NO_DAY || now.to - now.from > SURE || by.to <= now.to || by.to - now.from > LONGEST) return;
    e->days = (rz_days){now.from, by.to};
}

/* «که شنبه آغاز شد امروز پایان یافت»: from the one day to the other. */
static void end_day(const merger *m, const rz_found_event *f, merged *e) {
    enum { LONGEST = 14 };
    if (f->ends == RZ_NONE || e->count > 1 || e->days.from == RZ_NO_DAY || !rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOURNEY | RZ_KIND_JOINT)) return;
    rz_days end = days_of(m, f->ends), now = m->cast->solution->published;
    if (end.from == RZ_NO_DAY || end.from != end.to || end.to <= e->days.to || end.to - e->days.from > LONGEST) return;
    e->days.to = end.to;
    bool sits = now.from != RZ_NO_DAY && e->days.from <= now.from && end.to > now.to && !rz_called_off(e->status);
    if (sits) e->status = "ongoing"; /* «از دیروز آغاز شده و تا یکشنبه ادامه خواهد داشت» */
}

/* «روسیه روز جمعه اعلام کرد که سفیر X را اخراج کرده است»: what a state does by declaring it is done on the day on which it declares it. */
static void declared_day(const merger *m, const rz_found_event *f, merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[f->clause], *above = c->parent == RZ_NONE ? NULL : &s->clauses[c->parent];
    if (!above || c->kind != RZ_CLAUSE_COMPLEMENT || f->evoked == RZ_EVOKED_NOUN || f->times.n || e->days.from != RZ_NO_DAY || e->count > 1 || strcmp(e->status, "held") != 0) return;
    uint32_t who = above->subject == RZ_NONE ? RZ_NONE : s->mentions->at[above->subject].actor, tense = c->verb == RZ_NONE ? RZ_PRESENT : s->text->verbs[c->verb].tense;
    if (who == RZ_NONE || tense == RZ_PLUPERFECT || !rz_kind_is(e->kind, RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_RELATIONS)) return;
    bool own = false;
    for (uint32_t i = 0; i < e->n_actors; i++) own |= rz_merged_state(m, e->actors[i]) != RZ_NONE && rz_merged_state(m, e->actors[i]) == rz_merged_state(m, who);
    for (uint32_t t = above->first; own && t < f->first && t < above->first + RZ_REACH; t++) {
        uint32_t i = s->clause_of[t] == c->parent ? rz_token_time(s, t) : RZ_NONE;
        rz_days d = i == RZ_NONE || !rz_time_tells_when(s, &m->cast->mentions->times[i]) ? (rz_days){RZ_NO_DAY, RZ_NO_DAY} : days_of(m, i);
        if (d.from == RZ_NO_DAY || d.from != d.to) continue;
        e->days = d;
        return;
    }
}

void rz_merge_other_days(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        merged *e = rz_merged_at(m, i);
        if (e) lapsed_day(m, &m->found->events.at[i], e), end_day(m, &m->found->events.at[i], e), declared_day(m, &m->found->events.at[i], e);
    }
}

/* «نشست دیروز پایان یافت»: where nothing tells when it began, the day on which it was last held. */
static void only_end(const merger *m, const rz_found_event *f, merged *e) {
    if (f->ends == RZ_NONE || e->days.from != RZ_NO_DAY || e->count > 1 || strcmp(e->status, "held") != 0 || !rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_LEADERS)) return;
    rz_days end = days_of(m, f->ends);
    if (end.from != RZ_NO_DAY && end.from == end.to) e->days = end;
}

void rz_merge_by_then(merger *m) {
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        merged *e = rz_merged_at(m, i);
        if (e) by_day(m, &m->found->events.at[i], e), only_end(m, &m->found->events.at[i], e);
    }
}

/* «روز سه‌شنبه خواستار نشست X شد»: what is only hoped for is not of the day on which that was said. */
void rz_merge_not_yet(const merger *m, merged *e) {
    rz_days now = m->cast->solution->published;
    const rz_time_mention *t = e->from->times.n ? &m->cast->mentions->times[e->from->times.at[0]] : NULL;
    uint32_t verb = m->found->scene.clauses[e->from->clause].verb;
    bool of_wish = t && t->last <= e->from->first && m->found->scene.clause_of[t->first] == e->from->clause && verb != RZ_NONE && m->found->scene.text->verbs[verb].tense == RZ_SUBJUNCTIVE;
    bool today = of_wish && e->days.from == now.from && e->days.to == now.to; /* «انتظار می‌رود امروز رأی بدهند» */
    bool past = now.from != RZ_NO_DAY && e->days.from != RZ_NO_DAY && e->days.to <= now.from && !today;
    if (past && !strcmp(e->status, "hoped")) e->days = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
}

/* ---- of one breath ---- */

/* «در حالی که هفته گذشته تبادل آتش ادامه داشت، …»: what else is told was not on its days. */
static bool is_meanwhile(const merger *m, const rz_found_event *f) {
    uint32_t from = m->found->scene.clauses[f->clause].first;
    if (f->first > from + RZ_REACH) from = f->first - RZ_REACH;
    return rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("conj-while")), from, f->first);
}

/* Not «X که جمعه آمده بود، با Y دیدار کرد», nor what stands behind «؛». */
static bool goes_on(const merger *m, const merged *before, const merged *e) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[before->from->clause];
    if (before->from->clause != e->from->clause && is_meanwhile(m, before->from)) return false;
    if (before->from->frame->ends_state && !e->from->frame->ends_state) return false; /* «X که در مهر برکنار شد، به ریاست Y منصوب شد» */
    if (c->kind == RZ_CLAUSE_RELATIVE && c->verb != RZ_NONE && s->text->verbs[c->verb].tense == RZ_PLUPERFECT && e->from->clause != before->from->clause) return false;
    for (uint32_t t = before->from->last; t < e->from->first && t < before->from->last + RZ_CLAUSE_REACH; t++)
        if (s->text->tokens[t].punct == ';') return false;
    return true;
}

/* «فردا در نشست X شرکت و با Y دیدار می‌کند»: a session that somebody is told to be at. */
static bool is_attended(const merger *m, const rz_found_event *f) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(f->kind, RZ_KIND_SESSION) || rz_was_before(&m->found->scene, f)) return false;
    rz_govern(&m->found->scene, &link, f->first);
    return link.prep == RZ_C_IN || link.prep == RZ_C_FOR;
}

/* «X سه‌شنبه روابط را قطع کرد و Y سفیرش را فراخواند»: of others, on the same day. */
static bool beside(const merger *m, const merged *before, const merged *e) {
    const rz_clause *c = &m->found->scene.clauses[e->from->clause];
    return c->kind == RZ_CLAUSE_COORDINATE && c->parent == before->from->clause;
}

/* «امروز توقفی در X داشت و با Y دیدار کرد»: the first comes to nothing that is kept, its day holds for what goes on from it. */
static bool takes_day(const merger *m, const rz_found_event *lost, const merged *e) {
    const rz_clause *c = &m->found->scene.clauses[e->from->clause];
    if (!lost || e->days.from != RZ_NO_DAY || e->from->times.n || e->from->evoked == RZ_EVOKED_NOUN) return false;
    return c->kind == RZ_CLAUSE_COORDINATE && c->parent == lost->clause && rz_looks_ahead(lost->status) == rz_looks_ahead(e->status);
}

/* «روز یکشنبه سفر می‌کند و با … دیدار خواهد کرد»: the day of a verb holds for the next one in its sentence. */
void rz_merge_share_days(merger *m) {
    const rz_scene *s = &m->found->scene;
    const merged *before = NULL, *visit = NULL;
    const rz_found_event *lost = NULL;
    merged *twin = NULL;
    uint32_t sentence = RZ_NONE;
    for (uint32_t t = 0; t < s->text->n_tokens; t++) { /* in the order of the text, which that of the events is not */
        uint32_t i = rz_trigger_at(m->found, t);
        merged *e = i == RZ_NONE ? NULL : rz_merged_at(m, i);
        const rz_found_event *f = i == RZ_NONE ? NULL : &m->found->events.at[i];
        bool alone = f && (f->evoked == RZ_EVOKED_VERB || (!f->definite && m->found->verbal_of[f->clause] == RZ_NONE));
        if (f && !e && alone && f->times.n == 1 && !f->absorbed) lost = f;
        if (!e || e->count > 1 || (f->evoked == RZ_EVOKED_NOUN && !is_attended(m, f))) continue;
        if (takes_day(m, lost, e)) e->days = days_of(m, lost->times.at[0]), e->counted = true;
        bool by_noun = e->from != f && e->from->clause == f->clause && e->from->times.n; /* «یکشنبه در سفری به X رفته و …» */
        bool told = f->times.n > 0 || e->counted || by_noun;
        bool follows = before && sentence == rz_token_sentence(s, f->first) && rz_looks_ahead(before->status) == rz_looks_ahead(e->status) && goes_on(m, before, e);
        if (follows && !f->times.n && e->days.from == RZ_NO_DAY && (rz_merged_shared(before, e) || before->from->evoked == RZ_EVOKED_NOUN || beside(m, before, e))) e->days = before->days;
        bool one_verb = twin && twin != e && twin->from->clause == f->clause && f->evoked == RZ_EVOKED_VERB && twin->from->evoked == RZ_EVOKED_VERB;
        if (one_verb && twin->days.from == RZ_NO_DAY) twin->days = e->days; /* «دوشنبه در X با Y ملاقات و پیامی را تسلیم کرد» */
        if (one_verb && e->days.from == RZ_NO_DAY) e->days = twin->days;
        if (one_verb && e->place_row == RZ_NONE && rz_kind_is(e->kind, RZ_KIND_MESSAGE)) e->place = twin->place, e->place_row = twin->place_row;
        bool handed = one_verb && rz_kind_is(e->kind, RZ_KIND_MESSAGE | RZ_KIND_CREDENTIALS) && rz_kind_is(twin->kind, RZ_KIND_MET);
        if (handed && twin->place_row == RZ_NONE) twin->place = e->place, twin->place_row = e->place_row; /* «در X با Y دیدار و رونوشت استوارنامه را تقدیم کرد» */
        twin = e;
        if (visit && visit != e && sentence == rz_token_sentence(s, f->first)) rz_merge_place_there(m, visit, e);
        if (sentence != rz_token_sentence(s, f->first)) visit = NULL;
        if (rz_kind_is(e->kind, RZ_KIND_JOURNEY)) visit = e;
        before = e->days.from != RZ_NO_DAY && (told || follows) ? e : NULL;
        sentence = rz_token_sentence(s, f->first);
    }
}

/* «فردا», «هفته آینده»: to come, though the day of the report is not known. */
bool rz_merge_is_ahead(const rz_time_mention *t) {
    bool told = t->kind == RZ_TIME_OFFSET || t->kind == RZ_TIME_PERIOD || t->kind == RZ_TIME_WEEKDAY;
    return told && t->anchor == RZ_NONE && !t->story && (t->offset > 0 || (t->kind == RZ_TIME_PERIOD && t->count > 0 && t->offset >= 0));
}

/* «هفته گذشته برای دیدار با X به Y رفت», «… رفته بود»: what one came for then is over. */
bool rz_merge_is_over(const merger *m, const rz_found_event *purpose) {
    enum { STAY = 2 };
    const rz_scene *s = &m->found->scene;
    uint32_t at = purpose->purpose ? rz_journey_for(m->found, purpose) : RZ_NONE, verb = s->clauses[purpose->clause].verb;
    const rz_found_event *came = at == RZ_NONE ? NULL : &m->found->events.at[at];
    if (!came || rz_looks_ahead(came->status)) return false;
    if (verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT) return true;
    if (!came->times.n) return false;
    const rz_time_mention *t = &m->cast->mentions->times[came->times.at[0]];
    rz_days days = days_of(m, came->times.at[0]), now = m->cast->solution->published;
    bool dated = days.to != RZ_NO_DAY && now.from != RZ_NO_DAY;
    return dated ? days.to + STAY < now.from : t->kind == RZ_TIME_PERIOD && t->offset < 0 && t->count <= 1;
}

/* «این نخستین سفر او به X پس از سال ۲۰۱۷ است», «نخستین سفر … از زمان جنگ در سال ۲۰۱۱»: the first since then, not of that year. */
bool rz_merge_is_since(const merger *m, const rz_found_event *f, uint32_t time) {
    enum { A_YEAR = 180 };
    const rz_scene *s = &m->found->scene;
    const rz_time_mention *t = &m->cast->mentions->times[time];
    rz_days days = days_of(m, time);
    uint32_t start;
    if (days.from != RZ_NO_DAY && days.to - days.from < A_YEAR) return false; /* «چهارمین سفر او از ۸ تا ۱۰ ژوئیه» */
    bool of_noun = f->evoked != RZ_EVOKED_VERB && t->first > f->last && t->first - f->last < RZ_CLAUSE_REACH;
    if (!of_noun || !(f->ranked || rz_class_before(s, f->first, s->clauses[f->clause].first, false, &start) == RZ_C_RANKED)) return false;
    return t->edge == RZ_EDGE_START;
}
