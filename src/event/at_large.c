/* Deeds that are only talked of; attacks that are spoken of and none of which is told: as a habit, as what goes on, as what one would be taken for or is to be kept from. */
#include "event/event.h"

#define NEAR 5u /* tokens before the verb */

/* «حملات خود را آشکارا انجام می‌دهد» */
static bool is_custom(const rz_scene *s, const rz_found_event *e, const rz_verb *v) {
    bool many = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("attacks-many")), e->first) >= e->last;
    bool wished = v->tense == RZ_SUBJUNCTIVE && !strcmp(e->status, "held"); /* «نباید آغاز شود» */
    return e->evoked == RZ_EVOKED_HAPPEN && !e->in_title && (wished || (many && v->tense == RZ_PRESENT && strcmp(e->status, "ongoing") != 0));
}

/* «از تداوم حملات تروریستی در X ابراز نگرانی کرد»: nobody's, on nobody. */
static bool is_lasting(const rz_scene *s, const rz_found_event *e) {
    if (e->place != RZ_NONE && s->mentions->at[e->place].kind != RZ_M_STATE) return false;
    return e->evoked != RZ_EVOKED_VERB && !e->parts.n && !e->in_title && !strcmp(e->status, "ongoing");
}

/* «خواست از حمله به X خودداری کند», «خواست به X حمله نکند»: what is not to be done. */
static bool is_not_to_be(const rz_found_event *e, const rz_verb *v) {
    bool off = e->evoked == RZ_EVOKED_VERB ? v->negative : !strcmp(e->status, "denied") || !strcmp(e->status, "cancelled");
    return v->tense == RZ_SUBJUNCTIVE && off;
}

bool rz_attacks_at_large(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_ATTACK) || e->times.n || c->verb == RZ_NONE) return false;
    const rz_verb *v = &s->text->verbs[c->verb];
    if (is_custom(s, e, v) || is_lasting(s, e) || is_not_to_be(e, v)) return true;
    if (e->evoked == RZ_EVOKED_VERB || v->first < e->last) return false;
    uint32_t near = v->first > e->last + NEAR ? v->first - NEAR : e->last;
    rz_row kept = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("kept-from-or-taken-for"));
    return rz_listed_before(s, kept, v->first, near) || rz_listed_end(s, kept, v->first) > v->first;
}

/* «به تلاش‌های X برای عادی‌سازی روابط با Y لطمه می‌زند»: an effort that is itself only spoken of; not «تلاش‌ها برای … ادامه دارد». */
static bool is_aim_of_effort(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    enum { FAR = 6 };
    rz_row efforts = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("efforts"));
    if (link->prep != RZ_C_FOR || link->prep_token == RZ_NONE || !rz_row_there(s->text, efforts)) return false;
    uint32_t p = link->prep_token, low = s->clauses[e->clause].first;
    if (p > low + FAR) low = p - FAR;
    for (uint32_t t = p; t-- > low && s->text->tokens[t].kind == RZ_TOKEN_WORD && s->text->tokens[t].verb == RZ_NONE;) {
        if (rz_listed_end(s, efforts, t) <= t) continue;
        rz_link outer = {.prep_token = RZ_NONE};
        rz_govern(s, &outer, t);
        return outer.prep && outer.kind != RZ_LINK_FREE && outer.prep != RZ_C_FOR;
    }
    return false;
}

/* «درباره X و از سرگیری مذاکرات …»: the last of what they talked of. */
static bool is_last_matter(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 3, FAR = 12 };
    uint32_t low = s->clauses[e->clause].first, from = e->first, end;
    rz_row again = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("taken-up"));
    for (uint32_t t = e->first; t > low && t + LONGEST > e->first; t--)
        if (rz_listed_end(s, again, t - 1) == e->first) from = t - 1;
    if (from <= low || (from == e->first && !rz_kind_is(e->kind, RZ_KIND_RELATIONS)) || rz_class_at(s, from - 1, &end) != RZ_C_AND) return false;
    for (uint32_t t = from - 1; t > low && t + FAR > from && s->text->tokens[t].verb == RZ_NONE; t--)
        if (rz_class_at(s, t, &end) == RZ_C_ABOUT) return true;
    return false;
}

/* «چگونگی آغاز مذاکرات X و Y», «درباره از سرگیری روابط گفت‌وگو کردند»: what is spoken of, and whether it came of it is not told. */
static bool is_spoken_of(const rz_found *found, const rz_found_event *e) {
    enum { LONGEST = 5 };
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    static const uint32_t kinds = RZ_KIND_RELATIONS | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_SESSION;
    if (!rz_kind_is(e->kind, kinds) || e->evoked != RZ_EVOKED_NOUN || e->definite || e->times.n || !strcmp(e->status, "denied") || !strcmp(e->status, "alleged")) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (is_aim_of_effort(s, e, &link)) return true;
    if (strcmp(e->status, "held") != 0) return false;
    rz_row matters = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matter-before"));
    if (rz_listed_before(s, matters, e->first, e->first > c->first + LONGEST ? e->first - LONGEST : c->first)) return true;
    if (e->in_title) return false;
    const rz_verb *v = c->verb == RZ_NONE ? NULL : &s->text->verbs[c->verb];
    bool judged = v && rz_kind_is(e->kind, RZ_KIND_RELATIONS) && !link.prep && v->lemma == s->g->be && v->tense == RZ_PRESENT && v->first >= e->last;
    if (judged) return true; /* «عادی‌سازی روابط X و Y به سود منطقه است» */
    uint32_t talks = found->verbal_of[e->clause];
    return (link.prep == RZ_C_ABOUT || is_last_matter(s, e)) && talks != RZ_NONE && (rz_kind_is(found->events.at[talks].kind, RZ_KIND_CONTACT) || found->events.at[talks].frame->discussion);
}

/* «امضای موافقت‌نامه مورد بررسی قرار گرفت» */
static bool is_discussed(const rz_found *found, const rz_found_event *e) {
    uint32_t verbal = found->verbal_of[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_PAPER) || verbal == RZ_NONE || !found->events.at[verbal].frame->discussion || found->events.at[verbal].first < e->last) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&found->scene, &link, e->first);
    return link.prep == RZ_C_NONE;
}

/* «کنفرانس مونیخ در سال ۱۹۶۳ تأسیس شد»: since when there is such a forum. */
static bool is_founded(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb, at = verb == RZ_NONE ? 0 : s->text->verbs[verb].first;
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION) || e->evoked == RZ_EVOKED_VERB || at <= e->last) return false;
    rz_row founded = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("founded"));
    return rz_listed_before(s, founded, at, at > e->last + 2 ? at - 2 : e->last);
}

/* «تبادل زندانیان از جمله موضوعات این دیدار بود»: it was talked of. */
bool rz_is_a_matter(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    if (is_spoken_of(found, e) || is_founded(s, e)) return true;
    static const uint32_t deeds = RZ_KIND_RELEASE | RZ_KIND_SANCTION | RZ_KIND_EXPULSION | RZ_KIND_RELATIONS | RZ_KIND_PAPER;
    if (!rz_kind_is(e->kind, deeds) || e->evoked == RZ_EVOKED_VERB || e->in_title || c->verb == RZ_NONE || s->text->verbs[c->verb].first < e->last) return false;
    if (is_discussed(found, e)) return true;
    if (s->text->verbs[c->verb].lemma != s->g->be && !rz_verb_among(s, c->verb, s->g->become, 2)) return false;
    uint32_t at = s->text->verbs[c->verb].first, from = at > e->last + RZ_REACH ? at - RZ_REACH : e->last;
    if (e->times.n || rz_class_within(s, e->last, at < e->last + RZ_REACH ? at : e->last + RZ_REACH, RZ_C_THAT)) return false; /* «…، که جمعه انجام شد، …» */
    uint32_t end = s->text->sentences[c->sentence].last, behind = at + NEAR + 1 < end ? at + NEAR + 1 : end; /* «از موضوعاتی بود که در این تماس …» */
    if (!rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matter-talks")), from, behind)) return false; /* «موضوع اصلی رسانه‌ها» */
    if (rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matter-themes")), from, at)) return true;
    if (rz_kind_is(e->kind, RZ_KIND_PAPER)) return false;
    return rz_class_within(s, from, at, RZ_C_TOPIC_AXIS) || rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("matter-axis")), from, at);
}

/* «آیا X به Y سفر می‌کند», «X به Y سفر می‌کند؟»: whether it is so. «چرا X به Y رفت؟» says that it is. */
bool rz_is_asked_whether(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    const rz_sentence *sentence = &s->text->sentences[c->sentence];
    rz_row whether = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("whether")), which = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("which"));
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first, end = c->last;
    if (e->evoked == RZ_EVOKED_NOUN) return e->first > c->first && rz_listed_end(s, whether, e->first - 1) == e->first; /* «آیا دیداری میان …» */
    bool asks = end < sentence->last ? s->text->tokens[end].punct == '?' : s->text->tokens[end - 1].punct == '?';
    const rz_clause *above = c->parent == RZ_NONE || c->kind == RZ_CLAUSE_RELATIVE ? NULL : &s->clauses[c->parent]; /* «پرسیدند آیا حاضر است با X دیدار کند» */
    if (above && above->last > above->first && above->sentence == c->sentence && (rz_listed_end(s, whether, above->first) > above->first || (above->first && rz_listed_end(s, whether, above->first - 1) == above->first))) return true;
    for (uint32_t t = from; t < e->first; t++) {
        if (rz_listed_end(s, whether, t) > t) return true;
        asks = asks && rz_listed_end(s, which, t) == t;
    }
    return asks;
}
