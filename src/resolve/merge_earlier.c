/* What was before the news: told with «پیش از این», with «نیز», by a year alone. It is another than what the report tells. */
#include "event/status.h"
#include "resolve/merge.h"

/* In its sentence; or in its clause alone. */
static bool says_before(const merger *m, const merged *e, const char *list, bool clause) {
    const rz_text *t = m->cast->text;
    rz_row words = rz_row_find(m->cast->data, RZ_WORDS, rz_str_of(list));
    uint32_t from = clause ? m->found->scene.clauses[e->from->clause].first : t->sentences[rz_token_sentence(&m->found->scene, e->from->first)].first;
    if (e->from->first > from + RZ_REACH) from = e->from->first - RZ_REACH;
    return rz_listed_within(&m->found->scene, words, from, e->from->first);
}

/* «ماه گذشته», «سال گذشته» */
static bool told_of_period(const merger *m, const merged *e) {
    const rz_time_mention *t = e->from->times.n ? &m->cast->mentions->times[e->from->times.at[0]] : NULL;
    return t && t->kind == RZ_TIME_PERIOD && t->offset < 0 && rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS);
}

/* «X با Y دیدار کرد. X و Y در سال ۲۰۱۸ نیز …», «… حمله سال ۲۰۰۴ به X»: told by a year alone, and not that of the report. */
static bool by_other_year(const merger *m, const merged *a, const merged *b) {
    enum { SURE = 40 /* days */ };
    const rz_time_mention *t = b->from->times.n == 1 ? &m->cast->mentions->times[b->from->times.at[0]] : NULL;
    bool year = t && t->grain == RZ_UNIT_YEAR && (t->kind == RZ_TIME_DATE || (t->kind == RZ_TIME_PERIOD && t->offset < 0));
    rz_days now = m->cast->solution->published;
    bool of_report = now.from != RZ_NO_DAY && now.to - now.from < SURE && b->days.from != RZ_NO_DAY && rz_days_overlap(now, b->days);
    return year && !rz_kind_is(a->kind, RZ_KIND_PAPER) && a->verbal && !of_report && a->days.from == RZ_NO_DAY;
}

/* «با تحریم‌هایی که جمعه اعلام شد، تاکنون …»: that of the day is told too. */
static bool tells_a_day(const merger *m, const merged *e) {
    uint32_t from = m->cast->text->sentences[rz_token_sentence(&m->found->scene, e->from->first)].first;
    if (e->from->first > from + RZ_REACH) from = e->from->first - RZ_REACH;
    for (uint32_t t = from; t < e->from->first; t++) {
        uint32_t time = rz_token_time(&m->found->scene, t);
        bool said = m->found->scene.clause_of[t] == m->found->scene.clauses[e->from->clause].parent; /* «دیروز گفت که تاکنون …» */
        if (!said && time != RZ_NONE && m->cast->mentions->times[time].grain == RZ_UNIT_DAY && m->cast->mentions->times[time].kind <= RZ_TIME_OFFSET) return true;
    }
    return false;
}

/* «تاکنون ۵۰۰ زندانی را رها کرده‌اند»: all that were so far. */
bool rz_merge_is_sum(const merger *m, const merged *e) {
    uint32_t verb = m->found->scene.clauses[e->from->clause].verb;
    uint8_t tense = verb == RZ_NONE ? RZ_INFINITIVE : m->cast->text->verbs[verb].tense; /* «تاکنون … رها کرده و …» */
    bool has = (tense == RZ_PERFECT || tense == RZ_PARTICIPLE) && rz_kind_is(e->kind, RZ_KIND_SANCTION | RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_SUMMONS);
    return has && says_before(m, e, "until-now", true) && !tells_a_day(m, e);
}

/* «X و Y دیدار کردند. پیش از این نیز X با Y دیدار کرده بود»: two meetings. */
bool rz_told_of_earlier(const merger *m, const merged *a, const merged *b) {
    const rz_scene *s = &m->found->scene;
    uint32_t now = s->clauses[a->from->clause].verb, then = s->clauses[b->from->clause].verb;
    if (b->from->definite || b->from->in_title || a->from->in_title || b->from->first < a->from->first || now == RZ_NONE || then == RZ_NONE) return false;
    static const uint32_t kinds = RZ_KIND_MET | RZ_KIND_REMOTE | RZ_KIND_LOOSE | RZ_KIND_ROUNDS | RZ_KIND_JOURNEY | RZ_KIND_SANCTION | RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_ATTACK | RZ_KIND_VOTE | RZ_KIND_CROWD | RZ_KIND_SUMMONS | RZ_KIND_PAPER | RZ_KIND_RELATIONS;
    if (!rz_kind_is(a->kind, kinds) || strcmp(b->status, "held") != 0 || rz_token_sentence(s, a->from->first) == rz_token_sentence(s, b->from->first)) return false;
    if (s->text->verbs[now].tense != RZ_PLUPERFECT && by_other_year(m, a, b)) return true;
    if (rz_kind_is(a->kind, RZ_KIND_RELEASE) && b->from->turn < 0 && !a->from->turn) return true; /* «دور قبلی تبادل اسرا» */
    if (strcmp(a->status, "held") != 0) return false;
    bool had = s->text->verbs[then].tense == RZ_PLUPERFECT, dated = b->from->times.n > 0;
    bool deed = rz_kind_is(a->kind, RZ_KIND_SANCTION | RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_SUMMONS);  /* «از اخراج X خبر داده بود» */
    if (had && dated && (deed || b->verbal) && says_before(m, b, "likewise", false)) return true; /* «از گفت‌وگوی X و Y خبر داد. آنان در فروردین نیز گفت‌وگو کرده بودند» */
    if (rz_merge_is_sum(m, b) && !rz_merge_is_sum(m, a)) return true;
    if ((!deed && (!a->verbal || !b->verbal)) || s->text->verbs[now].tense == RZ_PLUPERFECT) return false;
    if (had && told_of_period(m, b)) return true; /* «امروز دیدار کرد. … ماه گذشته در Z دیدار کرده بودند» */
    if (says_before(m, b, "last-time", true)) return true; /* «آخرین بار X و Y در Z مذاکره کردند» */
    return (had || dated || deed) && says_before(m, b, "earlier", !had) && !says_before(m, a, "earlier", false);
}

/* Told of what was before it, in answer to it, or of other numbers: not the same. */
bool rz_merge_other_deed(const merger *m, const merged *a, const merged *b) {
    return rz_told_of_earlier(m, a, b) || rz_is_answer(m, a, b) || rz_merge_other_number(m, a, b);
}

/* «… تحریم کرد. گروه X، که سال ۲۰۱۴ در فهرست تحریم‌ها قرار گرفته است، …»: what is told by the way of a year is another. */
bool rz_merge_another_year(const merger *m, const merged *a, const merged *b) {
    enum { LONG = 300 };
    const merged *year = a->days.from == RZ_NO_DAY ? b : a, *day = year == a ? b : a;
    if (!rz_kind_is(a->kind, RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_RELEASE) || day->days.from != RZ_NO_DAY || year->days.from == RZ_NO_DAY) return false;
    const rz_clause *c = &m->found->scene.clauses[year->from->clause];
    uint32_t above = c->parent == RZ_NONE ? RZ_NONE : m->found->scene.clauses[c->parent].verb;
    bool what_it_is = c->kind == RZ_CLAUSE_COMPLEMENT && above != RZ_NONE && m->cast->text->verbs[above].lemma == m->found->scene.g->be; /* «از زیرمجموعه‌های X است که …» */
    return year->days.to - year->days.from >= LONG && (c->kind == RZ_CLAUSE_RELATIVE || what_it_is);
}

/* «پیش از این نیز … وضع کرده بود», «تاکنون …» is not what the title tells. */
bool rz_merge_old_news(const merger *m, const merged *a, const merged *b) {
    if (b->from->in_title && rz_merge_is_sum(m, a) && !rz_merge_is_sum(m, b)) return true;
    return b->from->in_title && rz_told_pluperfect(m, a) && says_before(m, a, "earlier", false);
}
