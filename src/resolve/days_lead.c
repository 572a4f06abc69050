/* Where a time stands in the report: in its lead, in the background. */
#include "resolve/solver.h"

/* Which of the first three sentences of the report holds the token, -1 for none of them; *first is where it begins. */
static int lead_sentence(const rz_solver *s, uint32_t token, uint32_t *first) {
    uint32_t i = 0;
    while (i < s->text->n_tokens && (!s->article->in_body[i] || (i >= s->article->title_first && i < s->article->title_last))) i++;
    if (i >= s->text->n_tokens) return -1;
    for (uint32_t k = 0, seen = 0; k < s->text->n_sentences && seen < 3; k++) {
        if (s->text->sentences[k].last <= i) continue;
        *first = s->text->sentences[k].first;
        if (token < s->text->sentences[k].last) return token >= *first ? (int)seen : -1;
        seen++;
    }
    return -1;
}

bool rz_token_in_lead(const rz_solver *s, uint32_t token) {
    uint32_t first;
    return lead_sentence(s, token, &first) >= 0;
}

static bool said_before(const rz_solver *s, const char *list, uint32_t first, uint32_t token) {
    rz_row row = rz_row_find(s->text->data, RZ_WORDS, rz_str_of(list));
    const rz_hit *hits = s->text->hits;
    for (uint32_t h = s->text->hit_at[first]; h < s->text->hit_at[token]; h++) /* longest first: «بعد از ظهر» is not «بعد از» */
        if (hits[h].row == row && hits[h].last == hits[s->text->hit_at[hits[h].first]].last) return true;
    return false;
}

/* «پس از نشست ۸ تیر ۱۴۰۱», «پیش‌تر در … دیدار کرده بودند»: what was before, not the news. */
static bool is_background(const rz_solver *s, const rz_time_mention *t, uint32_t first) {
    if (said_before(s, "day-before-the-news", first, t->first)) return true;
    uint32_t i = t->last;
    while (i < s->text->n_tokens && s->text->tokens[i].verb == RZ_NONE && s->text->tokens[i].punct != '.') i++;
    return i < s->text->n_tokens && s->text->tokens[i].verb != RZ_NONE && s->text->verbs[s->text->tokens[i].verb].tense == RZ_PLUPERFECT;
}

bool rz_in_lead(const rz_solver *s, const rz_time_mention *t) {
    uint32_t first;
    return lead_sentence(s, t->first, &first) >= 0 && !is_background(s, t, first);
}

/* Told with its weekday, wherever it stands: nobody recalls the weekday of what is long past. */
bool rz_is_recent(const rz_solver *s, const rz_time_mention *t) {
    uint32_t k = 0;
    while (k < s->text->n_sentences && s->text->sentences[k].last <= t->first) k++;
    return t->weekday >= 0 && k < s->text->n_sentences && !is_background(s, t, s->text->sentences[k].first);
}

/* A whole date without its weekday is the news in the first sentence alone, and not in a clause within it. */
bool rz_is_news(const rz_solver *s, const rz_time_mention *t) {
    uint32_t first;
    if (!rz_in_lead(s, t) || t->weekday >= 0) return rz_in_lead(s, t);
    return lead_sentence(s, t->first, &first) == 0 && !said_before(s, "day-in-a-clause", first, t->first);
}
