/* Whether a time is told as past or as to come. */
#include "resolve/calendar_days.h"

static bool is_joined(const rz_text *text, uint32_t token) {
    if (token >= text->n_tokens || text->tokens[token].punct == ',') return token < text->n_tokens;
    rz_row and_one = rz_row_find(text->data, RZ_WORDS, RZ_STR("name-and"));
    for (rz_hits hits = rz_hits_at(text, token); rz_hits_next(&hits);)
        if (hits.hit.row == and_one) return true;
    return false;
}

static bool has_word(const rz_text *text, uint32_t token, rz_row words) {
    for (rz_hits hits = rz_hits_at(text, token); rz_hits_next(&hits);)
        if (hits.hit.row == words) return true;
    return false;
}

/* «تاریخ سفر را ۶ ژانویه اعلام کرد»: when it was said does not tell when that is. */
static bool is_what_was_said(const rz_text *text, const rz_time_mention *t) {
    if (!t->extent_first || t->kind != RZ_TIME_DATE || t->last >= text->n_tokens) return false;
    return has_word(text, t->last, rz_row_find(text->data, RZ_WORDS, RZ_STR("day-that-is-said"))) &&
           has_word(text, t->extent_first - 1, rz_row_find(text->data, RZ_WORDS, RZ_STR("object-marker")));
}

/* «که قرار بود پنجشنبه برگزار شود»: was to be, before the report or after. */
static bool was_planned(const rz_text *text, const rz_time_mention *t) {
    enum { NEAR = 10 };
    rz_row words = rz_row_find(text->data, RZ_WORDS, RZ_STR("was-planned"));
    for (uint32_t i = t->first, n = 0; words != RZ_NONE && i-- > 0 && n < NEAR; n++) {
        uint8_t punct = text->tokens[i].punct;
        if (punct == '.' || punct == ';' || punct == ':') return false;
        if (has_word(text, i, words)) return true;
    }
    return false;
}

/* «X را به عنوان سفیر چهارشنبه تعیین کرد»: what was done has an object, and no preposition says that it is for then. */
static bool done_to_object(const rz_text *text, const rz_time_mention *t) {
    enum { FAR = 24 };
    uint32_t first = t->extent_first;
    rz_row mark = rz_row_find(text->data, RZ_WORDS, RZ_STR("object-marker"));
    if (first && has_word(text, first - 1, rz_row_find(text->data, RZ_WORDS, RZ_STR("prep-purpose")))) return false;
    for (uint32_t i = first; i-- > 0 && first - i < FAR && text->tokens[i].punct != '.';) {
        if (has_word(text, i, mark)) return i + 1 < t->first; /* not «تاریخ سفر را چهارشنبه تعیین کرد» */
        if (text->tokens[i].verb != RZ_NONE) return false;
    }
    return false;
}

/* «برای چهارشنبه برنامه‌ریزی شده است»: the verb that tells of a plan, or NULL. */
static const rz_verb *verb_of_plan(const rz_text *text, const rz_time_mention *t) {
    enum { NEAR = 8 };
    rz_row words = rz_row_find(text->data, RZ_WORDS, RZ_STR("planned-for"));
    if (!rz_row_there(text, words) || done_to_object(text, t)) return NULL;
    for (uint32_t i = t->last; i < text->n_tokens && i < t->last + NEAR; i++) {
        if (text->tokens[i].verb != RZ_NONE || text->tokens[i].punct) return NULL;
        for (rz_hits h = rz_hits_at(text, i); rz_hits_next(&h);) {
            uint32_t next = h.hit.last;
            if (h.hit.row == words && next < text->n_tokens && text->tokens[next].verb != RZ_NONE) return &text->verbs[text->tokens[next].verb];
        }
    }
    return NULL;
}

int rz_time_outlook(const rz_text *text, const rz_time_mention *t) {
    int direction = rz_time_direction(text, t);
    const rz_verb *plan = verb_of_plan(text, t);
    if (plan) return plan->tense == RZ_PLUPERFECT ? RZ_WAS_TO_BE : 1;
    return direction == 1 && was_planned(text, t) ? RZ_WAS_TO_BE : direction;
}

/* «به هفته اول نوامبر موکول شد»: a day to which something is put off is to come, though the verb is past. */
static bool is_put_off_to(const rz_text *text, const rz_time_mention *t) {
    enum { NEAR = 3 };
    rz_row words = rz_row_find(text->data, RZ_WORDS, RZ_STR("put-off-to")), to = rz_row_find(text->data, RZ_WORDS, RZ_STR("gone-to"));
    if (!t->first || !has_word(text, t->first - 1, to)) return false;
    for (uint32_t i = t->last; i < text->n_tokens && i < t->last + NEAR && !text->tokens[i].punct; i++)
        if (has_word(text, i, words)) return true;
    return false;
}

static bool is_state(const rz_text *text, rz_row lasting, rz_row verb) {
    rz_str verbs = lasting == RZ_NONE ? RZ_STR("") : rz_row_get(text->data, lasting, "verbs");
    for (rz_str w = rz_str_word(&verbs); w.size; w = rz_str_word(&verbs))
        if (rz_row_find(text->data, RZ_VERB, w) == verb) return true;
    return false;
}

/* «از دوشنبه در X است»: it goes on since then; «از دوشنبه آغاز می‌شود» is to come. */
bool rz_time_goes_on(const rz_text *text, const rz_time_mention *t) {
    enum { NEAR = 40 };
    for (uint32_t i = t->last; i < text->n_tokens && i < t->last + NEAR && text->tokens[i].punct != '.'; i++)
        if (text->tokens[i].verb != RZ_NONE) return is_state(text, rz_row_find(text->data, RZ_WORDS, RZ_STR("goes-on")), text->verbs[text->tokens[i].verb].lemma);
    return true;
}

/* «از او دعوت کرده به X سفر کند»: it says of who does it that he did; «برگزار شده» may be said of what it is done to. */
static bool has_done(const rz_text *text, const rz_verb *v) {
    return v->lemma == rz_row_find(text->data, RZ_VERB, RZ_STR("kardan")) && !v->passive;
}

/* «پس از سفر X در ماه ژوئیه انجام می‌شود», «تماس آنان در ماه مه نمونه‌ای از روابطی است که وجود دارد»: what is told in the present is not what was,
 * or is to be, in that month. */
static bool is_aside(const rz_text *text, const rz_time_mention *t, rz_row verb) {
    enum { NEAR = 12 };
    if (t->kind != RZ_TIME_DATE || t->date.year || t->date.from != RZ_FROM_TEXT) return false;
    if (!t->date.day && is_state(text, rz_row_find(text->data, RZ_WORDS, RZ_STR("goes-on")), verb)) return true;
    rz_row after = rz_row_find(text->data, RZ_WORDS, RZ_STR("prep-after"));
    for (uint32_t i = t->first, n = 0; i-- > 0 && n < NEAR && text->tokens[i].verb == RZ_NONE && !text->tokens[i].punct; n++)
        if (has_word(text, i, after)) return true;
    return false;
}

/* «با برگزاری نشست در روز دوشنبه موافقت کرد»: the day is of what he agreed to. */
static bool is_agreed_to(const rz_text *text, const rz_time_mention *t, const rz_verb *v) {
    enum { NEAR = 12 };
    rz_row agreed = rz_row_find(text->data, RZ_WORDS, RZ_STR("day-agreed-to")), holding = rz_row_find(text->data, RZ_WORDS, RZ_STR("day-of-holding"));
    if (v->first != t->last + 1 || !has_word(text, t->last, agreed)) return false;
    for (uint32_t i = t->first, n = 0; i-- > 0 && n < NEAR && text->tokens[i].verb == RZ_NONE && !text->tokens[i].punct; n++)
        if (has_word(text, i, holding)) return true;
    return false;
}

int rz_time_direction(const rz_text *text, const rz_time_mention *t) {
    enum { FAR = 80 };
    if (is_put_off_to(text, t)) return 1;
    if (is_what_was_said(text, t)) return 0;
    int joined = 0; /* «دیدار کرده و گفت‌وگو خواهد کرد»: the next verb may tell it as to come */
    uint32_t stop = t->last + FAR < text->n_tokens ? t->last + FAR : text->n_tokens;
    for (uint32_t i = t->last; i < stop; i++) {
        const rz_token *token = &text->tokens[i];
        if (token->punct == '.' || token->punct == '?' || token->punct == '!') break;
        if (token->verb == RZ_NONE) continue;
        const rz_verb *v = &text->verbs[token->verb];
        switch (v->tense) {
        case RZ_PAST: case RZ_PERFECT: case RZ_PLUPERFECT: case RZ_IMPERFECT: return is_agreed_to(text, t, v) ? 1 : -1;
        case RZ_PARTICIPLE: /* «آغاز شده و …»: the perfect, its ending left to the next verb */
            if (is_joined(text, v->last) || has_done(text, v)) joined = -1;
            break;
        case RZ_FUTURE: return 2;
        case RZ_PRESENT: case RZ_SUBJUNCTIVE: return joined ? joined : !is_aside(text, t, v->lemma);
        default: break;
        }
    }
    return joined;
}
