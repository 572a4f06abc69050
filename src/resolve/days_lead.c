/* Where a time stands in the report: in its lead, in the background. */
#include "resolve/solver.h"

/* Before where a list of words is first met in a sentence nothing is said of it. */
static uint32_t first_said(const rz_text *text, rz_row list, uint32_t first, uint32_t last) {
    for (uint32_t t = first; list != RZ_NONE && t < last; t++)
        for (rz_hits h = rz_hits_listed(text, t, list); rz_hits_next(&h);) /* longest first: «بعد از ظهر» is not «بعد از» */
            if (h.hit.row == list && h.hit.last == rz_longest_from(text, t)) return t;
    return RZ_NONE;
}

/* A sentence, and where words that set a day apart from the news stand in it. */
static rz_told_in sentence(const rz_text *text, uint32_t k) {
    rz_row before = rz_row_find(text->data, RZ_WORDS, RZ_STR("day-before-the-news")), clause = rz_row_find(text->data, RZ_WORDS, RZ_STR("day-in-a-clause"));
    uint32_t first = text->sentences[k].first, last = text->sentences[k].last;
    return (rz_told_in){first, last, first_said(text, before, first, last), first_said(text, clause, first, last)};
}

void rz_lead_find(rz_solver *s) {
    const rz_text *text = s->text;
    uint32_t i = 0;
    while (i < text->n_tokens && (!s->article->in_body[i] || (i >= s->article->title_first && i < s->article->title_last))) i++;
    for (uint32_t k = 0; i < text->n_tokens && k < text->n_sentences && s->n_lead < LEAD_SENTENCES; k++)
        if (text->sentences[k].last > i) s->lead[s->n_lead++] = sentence(text, k);
}

/* The sentence that holds the token; the last one asked for is kept. */
const rz_told_in *rz_told_sentence(const rz_solver *s, uint32_t token) {
    const rz_text *text = s->text;
    if (token >= s->asked->first && token < s->asked->last) return s->asked;
    uint32_t low = 0, high = text->n_sentences;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->sentences[middle].last <= token) low = middle + 1;
        else high = middle;
    }
    if (low == text->n_sentences) return NULL;
    *s->asked = sentence(text, low);
    return s->asked;
}

const rz_told_in *rz_lead_of(const rz_solver *s, uint32_t token) {
    for (uint32_t i = 0; i < s->n_lead; i++)
        if (token < s->lead[i].last) return token >= s->lead[i].first ? &s->lead[i] : NULL;
    return NULL;
}

/* The next verb or full stop; found once for all that stand before it. */
static uint32_t verb_or_stop(const rz_solver *s, uint32_t token) {
    rz_span *known = s->to_verb;
    if (token >= known->start && token <= known->end) return known->end;
    uint32_t i = token;
    while (i < s->text->n_tokens && s->text->tokens[i].verb == RZ_NONE && s->text->tokens[i].punct != '.') i++;
    *known = (rz_span){token, i};
    return i;
}

/* «پس از نشست ۸ تیر ۱۴۰۱», «پیش‌تر در … دیدار کرده بودند»: what was before, not the news. */
static bool is_background(const rz_solver *s, const rz_time_mention *t, const rz_told_in *in) {
    if (in->before < t->first) return true;
    uint32_t i = verb_or_stop(s, t->last);
    return i < s->text->n_tokens && s->text->tokens[i].verb != RZ_NONE && s->text->verbs[s->text->tokens[i].verb].tense == RZ_PLUPERFECT;
}

bool rz_in_lead(const rz_solver *s, const rz_time_mention *t) {
    const rz_told_in *in = rz_lead_of(s, t->first);
    return in && !is_background(s, t, in);
}

/* Told with its weekday, wherever it stands: nobody recalls the weekday of what is long past. */
bool rz_is_recent(const rz_solver *s, const rz_time_mention *t) {
    const rz_told_in *in = t->weekday >= 0 ? rz_told_sentence(s, t->first) : NULL;
    return in && !is_background(s, t, in);
}

/* A whole date without its weekday is the news in the first sentence alone, and not in a clause within it. */
bool rz_is_news(const rz_solver *s, const rz_time_mention *t) {
    if (!rz_in_lead(s, t)) return false;
    return t->weekday >= 0 || (rz_lead_of(s, t->first) == s->lead && s->lead->clause >= t->first);
}
