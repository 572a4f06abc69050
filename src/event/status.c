/* Whether it was held, is planned, hoped for, put off, denied …: from the verb's tense, from cues in the clause and those
 * above it, from the words beside the noun. */
#include "event/status.h"

/* A cue that goes with verbs stands right before one of them, not denied: «لغو» + شدن. */
static bool is_done(const rz_scene *s, const rz_hit *hit, uint32_t clause) {
    const rz_row *verbs = s->g->words_verbs[hit->row - s->g->first_words];
    uint32_t verb = s->clauses[clause].verb;
    if (verbs[0] == RZ_NONE) return true;
    uint32_t last = hit->last;
    while (last < s->text->n_tokens && (s->text->tokens[last].punct == '>' || s->text->tokens[last].punct == '"')) last++; /* «ساختگی» خواند */
    return rz_verb_among(s, verb, verbs, RZ_MAX_VERBS) && s->text->verbs[verb].first == last && s->text->verbs[verb].negative == s->g->negated[hit->row - s->g->first_words];
}

/* «قصد ندارد», «تصمیم نگرفته است»: what is not meant to be will not be. */
static bool is_undone(const rz_scene *s, const rz_hit *hit, uint32_t clause, const char *status) {
    const rz_row *verbs = s->g->words_verbs[hit->row - s->g->first_words];
    uint32_t verb = s->clauses[clause].verb;
    if (verbs[0] == RZ_NONE || s->g->negated[hit->row - s->g->first_words] || (strcmp(status, "planned") && strcmp(status, "hoped"))) return false;
    return rz_verb_among(s, verb, verbs, RZ_MAX_VERBS) && s->text->verbs[verb].first == hit->last && s->text->verbs[verb].negative;
}

/* «X پس از دیدار با Y مدعی شد: …»: what he claims follows; «به ادعای نقض حریم هوایی، سفیر را فراخواند»: it claims what it did so for. */
static bool claims_else(const rz_scene *s, const rz_hit *hit, uint32_t clause, const rz_found_event *e) {
    if (!strcmp(s->g->status_of[hit->row - s->g->first_words], "alleged") && rz_answers_claims(s, hit, e)) return true;
    if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("claimed-reason")), hit->first) > hit->last) return true;
    uint32_t row = hit->row - s->g->first_words, m = s->clauses[clause].subject;
    bool claim = s->g->words_verbs[row][0] != RZ_NONE && !strcmp(s->g->status_of[row], "alleged") && e->evoked == RZ_EVOKED_NOUN && clause == e->clause;
    return claim && hit->first > e->last && m != RZ_NONE && rz_family(&s->mentions->at[m]) == 1;
}

/* «X را مسئول حمله به Y دانست», «X مسئول حمله است» */
static bool held_responsible(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 2 };
    uint32_t verb = s->clauses[e->clause].verb, subject = s->clauses[e->clause].subject, end;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("responsible-for"));
    if (!rz_kind_is(e->kind, RZ_KIND_ATTACK) || !rz_row_there(s->text, words)) return false;
    bool own = subject == RZ_NONE || rz_class_at(s, s->mentions->at[subject].first, &end) == RZ_C_DEFINITE; /* «گفت که این گروه مسئول حمله است» */
    if (own && rz_verb_among(s, verb, &s->g->be, 1)) return false;
    return rz_verb_listed(s, verb, words) && rz_listed_before(s, words, e->first, e->first > LONGEST ? e->first - LONGEST : 0);
}

const char *rz_status_done(const rz_scene *s, const rz_found_event *e, uint8_t class) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE || s->text->verbs[verb].first < e->last || s->text->verbs[verb].negative) return NULL;
    uint32_t at = s->text->verbs[verb].first, low = at > e->last + 3 ? at - 3 : e->last; /* «سر باز زد» */
    for (rz_hits_run h = rz_hits_within(s->text, low, at); rz_hits_run_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->type != RZ_WORDS || rz_class_of(s->g, hit->row) != class || !is_done(s, hit, e->clause)) continue;
        return s->g->status_of[hit->row - s->g->first_words];
    }
    return NULL;
}

const char *rz_status_accused(const rz_scene *s, const rz_found_event *e, bool to) { return held_responsible(s, e) ? "alleged" : to ? rz_status_done(s, e, RZ_C_ACCUSED) : NULL; }

/* «روادید دو دیپلمات را باطل کرد»: what is called off by the words that tell the deed is something else. */
static bool tells_itself(const rz_found_event *e, const rz_hit *hit) {
    return e->evoked == RZ_EVOKED_VERB && !e->frame->lifts && hit->first < e->last && e->first < hit->last;
}

/* «بدون آنکه سندی را امضا کند، بازگشت»: the words that deny it open the clause, or stand before the one that does. */
bool rz_without_it(const rz_scene *s, const rz_clause *c) {
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("without-that"));
    return rz_listed_end(s, words, c->first) > c->first || (c->first && rz_listed_end(s, words, c->first - 1) > c->first);
}

/* The strongest cue word in the clause's own tokens near the event. Later cues win: «قرار بود … لغو شد». */
rz_cue rz_cue_in(const rz_scene *s, uint32_t clause, const rz_found_event *e) {
    rz_cue found = {0};
    const rz_clause *c = &s->clauses[clause];
    if (clause == e->clause && rz_without_it(s, c)) return (rz_cue){.status = "denied"};
    uint32_t from = c->first, to = c->last;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    if (to > e->last + RZ_CLAUSE_REACH) to = e->last + RZ_CLAUSE_REACH;
    for (uint32_t t = e->in_title ? e->last : to; t < to; t++)
        if (s->text->tokens[t].punct == ';') to = t; /* «سفر X به Y؛ او قصد دارد …» */
    uint32_t covered = 0; /* by a longer cue: «دور از انتظار نیست» holds no «انتظار نیست» */
    for (uint32_t t = from; t < to; t++) {
        if (s->clause_of[t] != clause || !rz_may_sign(s, t, RZ_SIGN_STATUS | RZ_SIGN(RZ_C_WAS_PLANNED) | RZ_SIGN(RZ_C_SOON) | RZ_SIGN(RZ_C_NOW) | RZ_SIGN(RZ_C_ACCUSED) | RZ_SIGN(RZ_C_ASKS))) continue;
        for (rz_hits h = rz_hits_at(s->text, t); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->row < s->g->first_words || hit->row >= s->g->first_words + s->g->n_words) continue;
            uint8_t class = rz_class_of(s->g, hit->row);
            uint32_t row = hit->row - s->g->first_words;
            const char *status = s->g->status_of[row];
            if (class == RZ_C_WAS_PLANNED) found.was_planned = true;
            else if (class == RZ_C_SOON) found.soon = status;
            else if (class == RZ_C_NOW) found.now = true;
            else if (status && claims_else(s, hit, clause, e)) continue;
            else if (status && rz_called_off(status) && tells_itself(e, hit)) continue;
            else if (s->g->negated[row] && hit->first < e->last && e->first < hit->last) continue; /* «روابط قطع نشده است» tells of no cut */
            else if (found.status && hit->last <= covered && class == RZ_C_NONE) continue;
            else if (status && (class == RZ_C_NONE || class == RZ_C_OPENS) && is_done(s, hit, clause)) found.status = status, found.only_told = hit->row == s->g->told, covered = hit->last;
            else if ((class == RZ_C_ACCUSED || (class == RZ_C_ASKS && !rz_kind_is(e->kind, RZ_KIND_CROWD))) && clause != e->clause && is_done(s, hit, clause)) found.status = status; /* «متهم کرد که …» */
            else if (status && class == RZ_C_NONE && is_undone(s, hit, clause, status)) found.status = "denied";
        }
    }
    return found;
}

/* «برگزار شده بود و دیدار سران لغو شد»: of two, the second was called off. */
static bool has_happened(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (e->evoked == RZ_EVOKED_NOUN || verb == RZ_NONE) return false;
    uint8_t tense = s->text->verbs[verb].tense;
    return rz_tense_done(tense);
}

/* «سفر خود را لغو کرد و با X گفت‌وگو کرد»: what is told next was neither denied nor called off; not «حاضر نشد برود و دیدار کند». */
static bool goes_on(const rz_scene *s, const rz_clause *c) {
    if (c->kind != RZ_CLAUSE_COORDINATE || c->verb == RZ_NONE || s->text->verbs[c->verb].negative) return false; /* «سفر X لغو شد و Y با او دیدار نخواهد کرد» */
    uint8_t tense = s->text->verbs[c->verb].tense;
    return tense != RZ_SUBJUNCTIVE && tense != RZ_IMPERATIVE && tense != RZ_PARTICIPLE;
}

/* «X را به Y متهم کرد و سفیرش را فراخواند»: the accusation is over. */
static bool has_accused(const rz_scene *s, const rz_clause *c) {
    uint32_t start, verb = s->clauses[c->parent].verb;
    return verb != RZ_NONE && rz_class_before(s, s->text->verbs[verb].first, s->clauses[c->parent].first, false, &start) == RZ_C_ACCUSED;
}

/* A cue of the clause, of those it hangs on («امیدواریم که …»), or of those that go on from it («…، اما لغو شد»). */
rz_cue rz_cue_around(const rz_scene *s, const rz_found_event *e) {
    uint32_t clause = e->clause;
    rz_cue found = rz_cue_in(s, clause, e);
    for (int depth = 0; depth < 3 && !found.status; depth++) {
        const rz_clause *c = &s->clauses[clause];
        if (c->parent == RZ_NONE || c->kind == RZ_CLAUSE_QUOTE || c->kind == RZ_CLAUSE_RELATIVE) break;
        if (c->kind == RZ_CLAUSE_COORDINATE && c->first && s->text->tokens[c->first - 1].punct == ';') break; /* «X را متهم کرد؛ Y خواست» */
        clause = c->parent;
        if (s->clauses[clause].sentence != s->clauses[e->clause].sentence) break;
        rz_cue above = rz_cue_in(s, clause, e);
        if (above.status && goes_on(s, c) && (!strcmp(above.status, "denied") || rz_called_off(above.status))) continue;
        if (above.status && !strcmp(above.status, "alleged") && depth == 0 && goes_on(s, c) && has_accused(s, c)) continue;
        if (above.status && !strcmp(above.status, "ongoing") && c->verb != RZ_NONE && s->text->verbs[c->verb].tense == RZ_SUBJUNCTIVE) continue; /* «ادامه دارد و منتظریم نشست X برگزار شود» */
        found.status = above.status, found.only_told = above.only_told;
        found.was_planned |= above.was_planned;
    }
    if (!found.status) found.status = found.soon;
    uint32_t next = e->clause + 1;
    if (next < s->n_clauses && s->clauses[next].sentence == s->clauses[e->clause].sentence &&
        s->clauses[next].kind == RZ_CLAUSE_COORDINATE && (!found.status || found.was_planned) && (found.was_planned || !has_happened(s, e)) && !e->followed) {
        rz_cue after = rz_cue_in(s, next, e);
        if (after.status && (!strcmp(after.status, "cancelled") || !strcmp(after.status, "postponed"))) found.status = after.status, found.told_last = s->clauses[next].last;
    }
    return found;
}

/* «طی سال‌های گذشته»: a time long gone is told in the clause itself. */
static bool long_gone(const rz_scene *s, const rz_clause *c) {
    uint32_t to = c->last < c->first + RZ_REACH ? c->last : c->first + RZ_REACH;
    for (uint32_t t = c->first; t < to; t++) {
        const rz_time_mention *at = rz_token_time(s, t) == RZ_NONE ? NULL : &s->mentions->times[rz_token_time(s, t)];
        if (at && at->kind == RZ_TIME_PERIOD && (at->offset < 0 || at->count < 0)) return true;
    }
    return false;
}

static bool looks_ahead(const rz_scene *s, uint32_t from, uint32_t to) {
    if (to > from + RZ_REACH) from = to - RZ_REACH;
    for (uint32_t t = from; t < to; t++)
        if (rz_may_sign(s, t, RZ_SIGN_STATUS | RZ_SIGN(RZ_C_FOR) | RZ_SIGN(RZ_C_UNTIL))) return true;
    return false;
}

/* «اخراج کرده و دستور داده X را ترک کنند»: nothing before the participle says that it is to be. */
static bool is_over(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    return !s->text->verbs[c->verb].negative && !looks_ahead(s, c->first, s->text->verbs[c->verb].first);
}

/* «دیدار کرده و گفت‌وگو خواهند کرد»: a bare participle is of the tense of the verb that goes on from it; not «امضا کرده و خواهان … است». */
uint32_t rz_telling_verb(const rz_scene *s, uint32_t clause) {
    uint32_t verb = s->clauses[clause].verb, next = clause + 1, last;
    if (verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PARTICIPLE && long_gone(s, &s->clauses[clause])) return verb;
    uint8_t after = verb == RZ_NONE ? RZ_C_NONE : rz_class_at(s, s->text->verbs[verb].last, &last);
    if (after == RZ_C_FOR || after == RZ_C_UNTIL) return verb; /* «سفر کرده تا … دیدار کند» */
    uint32_t behind = verb == RZ_NONE ? s->text->n_tokens : s->text->verbs[verb].last;
    if (behind < s->text->n_tokens && after != RZ_C_AND && s->text->tokens[behind].kind == RZ_TOKEN_WORD) return verb; /* «در دیدار با X گفته Y خواهد رفت» */
    while (verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PARTICIPLE && next < s->n_clauses &&
           s->clauses[next].kind == RZ_CLAUSE_COORDINATE && s->clauses[next].parent == next - 1 &&
           s->clauses[next].verb != RZ_NONE && next - clause < 4 &&
           !(s->text->verbs[s->clauses[next].verb].lemma == s->g->be && s->text->verbs[s->clauses[next].verb].tense == RZ_PRESENT) &&
           !(s->text->verbs[s->clauses[next].verb].tense == RZ_SUBJUNCTIVE && is_over(s, clause)))
        verb = s->clauses[next++].verb;
    return verb;
}

static bool succeeded(const rz_scene *s, uint32_t verb) { return verb && rz_listed_whole(s, s->g->succeeded, verb - 1) == verb; }

/* «نتوانست قطعنامه‌ای تصویب کند», «موفق شد X را آزاد کند»: what one was able to do is done. */
uint32_t rz_ability(const rz_scene *s, uint32_t clause) {
    const rz_clause *c = &s->clauses[clause];
    if (c->parent == RZ_NONE || s->clauses[c->parent].sentence != c->sentence || s->text->verbs[c->verb].tense != RZ_SUBJUNCTIVE) return RZ_NONE;
    uint32_t above = s->clauses[c->parent].verb;
    if (above == RZ_NONE) return RZ_NONE;
    bool can = s->text->verbs[above].lemma == s->g->can || succeeded(s, s->text->verbs[above].first);
    uint8_t tense = s->text->verbs[above].tense;
    return can && (tense == RZ_PAST || tense == RZ_PERFECT) ? above : RZ_NONE;
}

const char *rz_status_by_tense(const rz_scene *s, uint32_t verb, const rz_frame *f) {
    const rz_verb *v = &s->text->verbs[verb];
    if (v->negative) return f->negative ? f->negative : "denied";
    switch (v->tense) {
    case RZ_PRESENT: return f->present ? f->present : "planned";
    case RZ_FUTURE: case RZ_SUBJUNCTIVE: case RZ_IMPERATIVE: return "planned";
    default: return f->past ? f->past : "held";
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

bool rz_called_off(const char *status) { return !strcmp(status, "cancelled") || !strcmp(status, "postponed"); }

/* «از سفر X خبر داد» announces it. */
bool rz_announced(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (verb == RZ_NONE) return false;
    uint32_t at = s->text->verbs[verb].first;
    for (rz_hits_run h = rz_hits_within(s->text, at ? at - 1 : 0, at); rz_hits_run_next(&h);)
        if (rz_class_of(s->g, h.hit.row) == RZ_C_ANNOUNCED) return true;
    return false;
}

/* «خبر سفر X را اعلام کرد» */
bool rz_news_of(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 2 };
    uint32_t from = e->first > LONGEST ? e->first - LONGEST : 0, verb = s->clauses[e->clause].verb;
    return e->evoked == RZ_EVOKED_NOUN && verb != RZ_NONE && !s->text->verbs[verb].negative && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("news-of")), e->first, from) && rz_announced(s, e);
}

bool rz_gives_news(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (e->evoked != RZ_EVOKED_NOUN || verb == RZ_NONE || s->text->verbs[verb].first < e->last) return false;
    if (rz_announced(s, e)) return true;
    enum { LONGEST_CUE = 5 }; /* tokens */
    uint32_t at = s->text->verbs[verb].first, low = at > e->last + LONGEST_CUE ? at - LONGEST_CUE : e->last;
    for (rz_hits_run h = rz_hits_within(s->text, low, at); rz_hits_run_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->type != RZ_WORDS || hit->last != at || rz_class_of(s->g, hit->row) != RZ_C_NONE) continue;
        uint32_t row = hit->row - s->g->first_words;
        if (s->g->status_of[row] && s->g->words_verbs[row][0] != RZ_NONE && is_done(s, hit, e->clause)) return true;
    }
    return false;
}

/* «تحریم‌ها را برداشت», not «باید تحریم‌ها را بردارد» */
static void of_lifting(const rz_scene *s, rz_found_event *e) {
    const rz_verb *v = &s->text->verbs[rz_telling_verb(s, e->clause)];
    bool done = !v->negative && (rz_tense_done(v->tense) || v->tense == RZ_PARTICIPLE);
    e->status = "cancelled";
    e->stated = true;
    e->absorbed |= !done;
}

/* «این دومین بار است که X با Y دیدار می‌کند»: of what the report tells of, however it is told here. */
static bool of_counted_time(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    if (c->parent == RZ_NONE || s->clauses[c->parent].sentence != c->sentence || !c->first) return false;
    uint32_t from = s->clauses[c->parent].first;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("counted-time")), c->first > from + RZ_REACH ? c->first - RZ_REACH : from, c->first);
}

/* «اصابت کرده و آسیبی نداشته است»: what the verb that a participle leans on denies is its own, and «دیدار نکرده، اما نامه فرستاده است». */
static const char *by_tense(const rz_scene *s, const rz_found_event *e, uint32_t verb) {
    uint32_t own = s->clauses[e->clause].verb;
    bool leans = own != verb && own != RZ_NONE && s->text->verbs[own].tense == RZ_PARTICIPLE;
    if (leans && s->text->verbs[own].negative) return "denied";
    if (!leans || !s->text->verbs[verb].negative) return rz_status_by_tense(s, verb, e->frame);
    uint8_t tense = s->text->verbs[verb].tense;
    return rz_tense_ahead(tense) ? "planned" : "held";
}

/* «قرار است X به Y رفته و با Z دیدار کند»: of the bare participle, too, it is told above that it is to be. */
static bool goes_on_as_told(const rz_scene *s, const rz_found_event *e, uint32_t verb) {
    enum { MOST = 3 };
    if (s->text->verbs[verb].tense != RZ_PARTICIPLE) return false;
    for (uint32_t next = e->clause + 1; next < s->n_clauses && next <= e->clause + MOST; next++) { /* «رفته، سخنرانی نموده و …» */
        uint32_t own = s->clauses[next].verb;
        if (own == RZ_NONE || s->clauses[next].kind != RZ_CLAUSE_COORDINATE || s->clauses[next].parent + 1 != next) return false;
        if (s->text->verbs[own].tense == RZ_SUBJUNCTIVE) return !rz_cue_in(s, e->clause, e).status;
        if (s->text->verbs[own].tense != RZ_PARTICIPLE) return false;
    }
    return false;
}

/* «قرار بود برگزار شود که به تعویق افتاد»: what the sentence goes on to tell; else it was not to be. */
static const char *came_of_it(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 3 };
    for (uint32_t i = e->clause + 1; i < s->n_clauses && i <= e->clause + NEAR && s->clauses[i].sentence == s->clauses[e->clause].sentence; i++) {
        const char *told = rz_cue_in(s, i, e).status;
        if (told && !strcmp(told, "postponed")) return told;
    }
    uint32_t verb = s->clauses[e->clause].verb, at = s->text->verbs[verb].first; /* «قرار بود بر X متمرکز باشد»: what it was to be about */
    if (e->evoked == RZ_EVOKED_HAPPEN && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("happen-on")), at, at - 1)) return "planned";
    return "cancelled";
}

/* «دیدار X و Y در حالی انجام می‌شود که …»: the present tells amid what it is, not whether it is still to come. */
static bool only_amid(const rz_scene *s, const rz_found_event *e, uint32_t verb) {
    if (e->evoked != RZ_EVOKED_HAPPEN || s->text->verbs[verb].tense != RZ_PRESENT || s->text->verbs[verb].negative) return false;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("amid")), e->last, s->text->verbs[verb].first);
}

static void of_verb(const rz_scene *s, rz_found_event *e) {
    uint32_t verb = rz_telling_verb(s, e->clause), able = rz_ability(s, e->clause);
    if (able != RZ_NONE) verb = able;
    rz_cue c = rz_cue_around(s, e);
    const char *happening = rz_status_happening(s, e, verb);
    uint32_t own = s->clauses[e->clause].verb; /* «متوقف شده و X ادامه یافته است» */
    if (!happening && own != RZ_NONE && own != verb && s->text->verbs[own].tense == RZ_PARTICIPLE) happening = rz_status_happening(s, e, own);
    e->status = happening ? happening : falls_through(s, verb, e) ? "cancelled" : by_tense(s, e, verb);
    e->stated = !only_amid(s, e, verb);
    if (of_counted_time(s, e)) {
        e->definite = e->ranked = true;
        e->stated = s->text->verbs[verb].tense != RZ_PRESENT;
        if (!e->stated && !c.status && !strcmp(e->status, "planned") && rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_JOURNEY)) e->status = "held";
    }
    if (happening && !strcmp(happening, "held")) return;
    if (c.told_last > e->shown_last) e->shown_last = c.told_last;
    e->present = s->text->verbs[verb].tense == RZ_PRESENT && (!c.status || !strcmp(c.status, "planned"));
    bool lasts = rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION);
    if (lasts && c.now && !c.status && !e->frame->present && e->present && !happening && !strcmp(e->status, "planned")) e->status = "ongoing"; /* «در حال حاضر مذاکره می‌کنند» */
    if (c.only_told && !strcmp(e->status, "planned")) return;
    if (c.status) {
        bool past = !strcmp(e->status, "held") && s->text->verbs[verb].tense != RZ_IMPERFECT && s->text->verbs[verb].tense != RZ_PARTICIPLE && !goes_on_as_told(s, e, verb);
        bool looks_ahead = !strcmp(c.status, "planned") || !strcmp(c.status, "hoped");
        bool denied = !strcmp(e->status, "denied") && !strcmp(c.status, "alleged"); /* «مدعی شد که دیدار نخواهند کرد» */
        if ((!past || !looks_ahead) && !denied) e->status = c.status;
        if (e->frame->negative && !strcmp(e->status, "denied")) e->status = e->frame->negative;
    } else if (c.was_planned) {
        e->status = came_of_it(s, e);
        e->lapsed = true;
    }
}

/* «مذاکرات برگزار شد و دیدار X منتفی است»: what is called off is told of in the next clause; not «این سفر» there. */
static bool is_followed(const rz_found *found, uint32_t i) {
    const rz_found_event *e = &found->events.at[i];
    for (uint32_t j = i + 1; j < found->events.n && j < i + 4; j++) {
        const rz_found_event *next = &found->events.at[j];
        if (next->clause == e->clause + 1 && !next->definite && next->evoked != RZ_EVOKED_VERB) return true;
    }
    return false;
}

/* «به دیپلمات‌های X مهلت داد تا Y را ترک کنند»: what they are told to do is the one thing that is told. */
static bool told_above(const rz_found *found, const rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t above = c->parent == RZ_NONE ? RZ_NONE : found->verbal_of[c->parent], verbal = found->verbal_of[e->clause];
    if (rz_kind_is(e->kind, RZ_KIND_EXPULSION) && e->evoked == RZ_EVOKED_NOUN && verbal != RZ_NONE) return !strcmp(e->status, "hoped") && found->events.at[verbal].kind == e->kind; /* «خواستار خروج سفیر ظرف دو روز شد» */
    if (above == RZ_NONE || e->evoked != RZ_EVOKED_VERB || !rz_kind_is(e->kind, RZ_KIND_EXPULSION)) return false;
    return found->events.at[above].kind == e->kind && s->text->verbs[c->verb].tense == RZ_SUBJUNCTIVE;
}

/* «هنوز سفیری تعیین نکرده است»: nobody was put into office, and nobody is told not to have been. */
static bool puts_nobody(const rz_scene *s, const rz_found_event *e) {
    uint32_t verb = s->clauses[e->clause].verb;
    if (!rz_kind_is(e->kind, RZ_KIND_APPOINTMENT) || strcmp(e->status, "denied") != 0 || e->evoked == RZ_EVOKED_NOUN || verb == RZ_NONE || !s->text->verbs[verb].negative) return false;
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention < RZ_SPEAKER && s->mentions->at[e->parts.at[i].mention].kind == RZ_M_PERSON) return false;
    return true;
}

/* «هیچ گروهی مسئولیت حمله به X را بر عهده نگرفته است»: that nobody answers for it does not deny it. */
static bool answered_by_nobody(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_ATTACK) || strcmp(e->status, "denied") != 0 || c->verb == RZ_NONE || !s->text->verbs[c->verb].negative) return false;
    uint32_t verb = s->text->verbs[c->verb].first, from = verb > c->first + RZ_CLAUSE_REACH ? verb - RZ_CLAUSE_REACH : c->first;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("answered-for")), from, verb);
}

void rz_status_decide(rz_found *found) {
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *e = &found->events.at[i];
        e->followed = is_followed(found, i);
        if (e->evoked == RZ_EVOKED_NOUN) rz_status_of_noun(found, e);
        else if (e->frame->lifts) of_lifting(&found->scene, e);
        else of_verb(&found->scene, e);
        if (answered_by_nobody(&found->scene, e)) e->status = "held";
        if (rz_is_accorded(&found->scene, e)) e->status = "planned";
        if (rz_is_urged(&found->scene, e) || rz_is_due(&found->scene, e) || rz_is_bidden(&found->scene, e)) e->status = "hoped";
        if (rz_is_ordered(&found->scene, e) || rz_is_adopted(&found->scene, e) || rz_is_done_then(&found->scene, e)) e->status = "held";
        e->absorbed |= rz_only_thought_of(&found->scene, e) || rz_done_regularly(&found->scene, e) || told_above(found, e) || rz_is_a_matter(found, e) || puts_nobody(&found->scene, e);
    }
}
