/* Words that are written on to each other: «دیدارکرد», «باحضور», «درمسکو». Only after a letter that does not join, where the eye sees
 * the gap that the hand left out, and only where the whole is no word, no form of one and no name; of «و» also where it is a word far more seldom told than the rest. */
#include "text/apart.h"
#include "text/form.h"
#include "text/joining.h"
#include "text/parts.h"

enum { LEAST_NOUN = 3, LEAST_AFTER = 4, LEAST_LETTERS = 4, USUAL = 5000 /* counts in the lexicon */ };

typedef struct {
    const rz_data *data;
    uint32_t length;
    rz_row_type last; /* of these types */
    bool found;
} whole_name;

static bool is_whole(void *self, const rz_name_hit *hit) {
    whole_name *w = self;
    w->found |= hit->length == w->length && rz_row_type_of(w->data, hit->row) <= w->last && !rz_row_guarded(w->data, hit->row);
    return !w->found;
}

/* Does a row of one of the types up to this one have just these letters for its name, and not an ordinary word's? */
static bool is_name(const rz_data *data, const uint8_t *w, uint32_t n, rz_row_type last) {
    whole_name name = {.data = data, .length = n, .last = last};
    rz_names_at(data, w, n, is_whole, &name);
    return name.found;
}

static bool is_month_or_weekday(void *self, const rz_name_hit *hit) {
    whole_name *w = self;
    w->found |= hit->length == w->length && (hit->type == RZ_MONTH || hit->type == RZ_WEEKDAY);
    return !w->found;
}

/* «درژوئن» */
static bool is_time(const rz_data *data, const uint8_t *w, uint32_t n) {
    whole_name name = {.data = data, .length = n};
    rz_names_at(data, w, n, is_month_or_weekday, &name);
    return name.found;
}

static bool is_noun(const rz_data *data, const uint8_t *w, uint32_t n, uint32_t least) {
    rz_word word;
    return rz_word_find(data, w, n, &word) && (word.pos & RZ_POS_NOUN) && word.count >= least;
}

static bool is_inflected(const rz_text *text, const uint8_t *w, uint32_t n) {
    rz_word word;
    for (uint64_t left = rz_endings_of(text->apart, w, n); left; left &= left - 1) {
        const rz_form *e = &text->apart->endings.at[__builtin_ctzll(left)];
        if (n > e->n + 2u && rz_ends_with(w, n, e) && rz_word_find(text->data, w, n - e->n, &word)) return true;
    }
    return false;
}

/* An inflected word, a form of a verb, or a name. */
static bool is_one_word(const rz_text *text, const uint8_t *w, uint32_t n) {
    rz_verb verb = {0};
    if (rz_verb_form(text->forms, w, n, &verb) || is_inflected(text, w, n)) return true;
    return is_name(text->data, w, n, RZ_OUTLET);
}

/* Do the letters of one of the words that are written on stand at the end; at the start? */
static bool has_end(const rz_apart *a, const uint8_t *w, uint32_t n) {
    for (uint32_t i = 0; i < a->glued_end.n; i++) {
        const rz_form *f = &a->glued_end.at[i];
        if (n > f->n && w[n - 1] == f->letters[f->n - 1] && w[n - f->n] == f->letters[0] && !memcmp(w + n - f->n, f->letters, f->n)) return true;
    }
    return false;
}

static bool has_start(const rz_apart *a, const uint8_t *w, uint32_t n) {
    for (uint32_t i = 0; i < a->glued_start.n; i++) {
        const rz_form *f = &a->glued_start.at[i];
        if (n > f->n && w[0] == f->letters[0] && !memcmp(w, f->letters, f->n)) return true;
    }
    return false;
}

/* A noun with what is said of it behind: «دیدارکرد», «سفرامروز». */
static uint32_t before_end(const rz_text *text, const uint8_t *w, uint32_t n) {
    const rz_apart *a = text->apart;
    for (uint32_t i = 0; i < a->glued_end.n; i++) {
        const rz_form *f = &a->glued_end.at[i];
        uint32_t at = n - f->n;
        if (n < f->n + (uint32_t)LEAST_NOUN || w[n - 1] != f->letters[f->n - 1] || !(a->starts[w[at - 1]] & RZ_STANDS_OFF)) continue;
        if (!memcmp(w + at, f->letters, f->n) && (is_noun(text->data, w, at, 0) || is_name(text->data, w, at, RZ_FORUM))) return at;
    }
    return 0;
}

static bool is_usual(const rz_text *text, const uint8_t *w, uint32_t n) {
    return is_noun(text->data, w, n, USUAL) || is_name(text->data, w, n, RZ_FORUM) || is_time(text->data, w, n);
}

/* What «و» joins, «[و]همتای»: also a form of a word, and what is done; not where the whole is told as often. */
static bool is_joined(const rz_text *text, const uint8_t *w, uint32_t n, uint32_t whole) {
    enum { RARER = 100 };
    rz_verb verb = {0};
    rz_word word = {0};
    bool known = rz_word_find(text->data, w, n, &word);
    if (whole && (!known || word.count / RARER < whole)) return false;
    if (n < LEAST_AFTER) return !whole && is_name(text->data, w, n, RZ_FORUM); /* «وچین» */
    return is_usual(text, w, n) || (rz_verb_form(text->forms, w, n, &verb) && verb.tense == RZ_PAST) || (known && word.count >= USUAL) || is_inflected(text, w, n);
}

/* A preposition with what it governs, or «و» with what it joins: «باحضور», «ازتهران», «وهمکاری». `whole`: how often all of it is told. */
static uint32_t after_start(const rz_text *text, const uint8_t *w, uint32_t n, uint32_t whole) {
    const rz_forms *starts = &text->apart->glued_start;
    for (uint32_t i = 0; i < starts->n; i++) {
        const rz_form *f = &starts->at[i];
        if (n < f->n + (f->n == 1 ? LEAST_NOUN : (uint32_t)LEAST_AFTER) || memcmp(w, f->letters, f->n) != 0) continue;
        if (f->n == 1 && is_joined(text, w + 1, n - 1, whole)) return 1;
        rz_verb verb = {0};
        if (f->n == 1 || whole || rz_verb_form(text->forms, w + f->n, n - f->n, &verb)) continue; /* «درآمدن», «برگذشته» */
        if (is_usual(text, w + f->n, n - f->n)) return f->n;
    }
    return 0;
}

/* A verb's first part with خواهد: «بازخواهد گشت». */
static uint32_t before_future(const rz_text *text, const uint8_t *w, uint32_t n) {
    enum { LONGEST_PREVERB = 3 };
    for (uint32_t at = 2; at <= LONGEST_PREVERB && at + LEAST_AFTER <= n; at++) {
        rz_verb verb = {0};
        const rz_stem *stem = rz_is_preverb(text->forms, w, at) ? rz_verb_form(text->forms, w + at, n - at, &verb) : NULL;
        if (stem && stem->verb == text->forms->want_row && verb.tense == RZ_PRESENT) return at;
    }
    return 0;
}

uint32_t rz_glued_at(const rz_text *text, const uint8_t *w, uint32_t n) {
    if (n < LEAST_LETTERS) return 0;
    const rz_apart *a = text->apart;
    bool ends = (a->glued_ends[w[n - 1]][w[n - 2] / 8] >> w[n - 2] % 8 & 1) && has_end(a, w, n);
    bool begins = (a->glued_starts[w[0]][w[1] / 8] >> w[1] % 8 & 1) && has_start(a, w, n);
    uint32_t future = ends ? before_future(text, w, n) : 0;
    if (future) return future;
    rz_word word;
    if (!ends && !begins) return 0;
    bool known = rz_spelling_find(text->data, w, n, &word); /* most words are, and that is soon told */
    uint32_t at = ends && !known ? before_end(text, w, n) : 0;
    if (!at && begins) at = after_start(text, w, n, known ? word.count + 1 : 0);
    return at && !is_one_word(text, w, n) ? at : 0;
}

/* Do the tables let the last letter follow the rest behind a joiner, as an ending of what was seen in running text? */
static bool may_be_ending(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    for (uint32_t i = 0; i < j->n_endings; i++) {
        const rz_joining_ending *e = &j->endings[i];
        if (e->seen && e->joiner && e->n == 1 && e->letters[0] == w[n - 1] && rz_ending_allows(e, j, w, n - 1)) return true;
    }
    return false;
}

/* «نمایندهی» for «نماینده‌ی», the joiner lost: no word of its own, while the rest is one that takes the ending; not «راهی». */
bool rz_glued_ezafe(const rz_text *text, const uint8_t *w, uint32_t n) {
    enum { LEAST = 5 };
    rz_word word;
    if (n < LEAST || w[n - 1] != text->joiner->ye || w[n - 2] != text->joiner->he || rz_spelling_find(text->data, w, n, &word)) return false;
    if (!may_be_ending(text->joiner, w, n) || !rz_word_find(text->data, w, n - 1, &word)) return false;
    return (word.pos & (RZ_POS_NOUN | RZ_POS_ADJ)) && !is_name(text->data, w, n, RZ_OUTLET);
}
