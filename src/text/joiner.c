/* A word that the lexicon does not have is taken apart in every way that the tables allow: a verb's form, another word
 * with an ending, two parts of a compound. Each way has a score, the logarithm of how usual its parts are; the best one
 * tells where the joiners stand. */
#include <math.h>

#include "base/utf8.h"
#include "text/joining.h"

enum { JOINER = 0x200C, DEEPEST = 3, LEAST_COMPOUND = 5 };

/* Scores, found on a twelfth of PerDT's training sentences that was kept out of the lexicon. */
static const float KNOWN = 1.5f, RUNNING = 3, VERB = 7, PARTICIPLE = 5.5f, GUESSED_VERB = .5f, GUESSED_ENDING = -1.5f, NO_ADJECTIVE = -3,
                   COMPOUND = -1, LEAST_FIRST = 2.5f, LEAST_LAST = 4, SHARE = .1f, MOST_SHARED = 9;

typedef struct {
    float score;
    rz_places at;
} way;

static const float NO_WAY = -1e9f;
static bool is_way(way w) { return w.score > NO_WAY; }

static void better(way *best, float score, rz_places at) {
    if (score > best->score) *best = (way){score, at};
}

static rz_places before(uint32_t letter) { return letter && letter < RZ_JOINER_LETTERS ? (rz_places)1 << letter : 0; }

rz_places rz_joiner_written(const char *text, uint32_t size) {
    rz_places at = 0;
    uint32_t letters = 0;
    for (const char *p = text, *end = text + size; p < end && letters < RZ_JOINER_LETTERS;) {
        uint32_t length, c = rz_utf8_next(p, end, &length);
        if (c == JOINER) at |= before(letters);
        letters += rz_letter_code(c) != 0;
        p += length;
    }
    return at;
}

static bool ends(const uint8_t *w, uint32_t n, const rz_joining_part *form) {
    return n >= form->n && !memcmp(w + n - form->n, form->letters, form->n);
}

static bool starts(const uint8_t *w, uint32_t n, const rz_joining_part *form) { return n > form->n && !memcmp(w, form->letters, form->n); }

/* ---- verbs ---- */

/* A present stem, or that of a causative made of one: «تابان». */
static bool is_present(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (rz_joining_find(j, w, n, RZ_STEM_PRESENT)) return true;
    return n > 3 && w[n - 1] == j->noon && w[n - 2] == j->alef && rz_joining_find(j, w, n - 2, RZ_STEM_PRESENT);
}

/* A past stem, or a regular one made of the present: «تاباند», «چکید». */
static bool is_past(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (rz_joining_find(j, w, n, RZ_STEM_PAST)) return true;
    if (n < 4 || w[n - 1] != j->dal) return false;
    if (w[n - 2] == j->noon && w[n - 3] == j->alef) return rz_joining_find(j, w, n - 3, RZ_STEM_PRESENT);
    if (w[n - 2] != j->ye) return false;
    if (n > 4 && rz_joining_find(j, w, n - 2, RZ_STEM_PRESENT)) return true;
    return n > 5 && w[n - 3] == j->noon && w[n - 4] == j->alef && rz_joining_find(j, w, n - 4, RZ_STEM_PRESENT);
}

/* What stands after می: a stem with its ending. */
static bool conjugated(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (is_past(j, w, n)) return true;
    for (uint32_t i = 0; i < j->verb_endings.n; i++) {
        const rz_joining_part *e = &j->verb_endings.at[i];
        if (n > e->n && ends(w, n, e) && (is_present(j, w, n - e->n) || is_past(j, w, n - e->n))) return true;
    }
    return false;
}

static bool is_participle(const rz_joiner *j, const uint8_t *w, uint32_t n) { return n > 2 && w[n - 1] == j->he && is_past(j, w, n - 1); }

/* A participle or an infinitive, with a preverb and a negation or without. */
static bool is_verbal(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (n < 4 || (w[n - 1] != j->he && w[n - 1] != j->noon)) return n == 3 && is_participle(j, w, n);
    if (is_past(j, w, n - 1) || (w[0] == j->noon && is_past(j, w + 1, n - 2))) return true;
    for (uint32_t i = 0; i < j->preverbs.n; i++) {
        const rz_joining_part *p = &j->preverbs.at[i];
        if (!starts(w, n, p)) continue;
        const uint8_t *rest = w + p->n;
        uint32_t m = n - p->n - 1;
        if (m > 1 && (is_past(j, rest, m) || (rest[0] == j->noon && is_past(j, rest + 1, m - 1)))) return true;
    }
    return false;
}

/* می or نمی at the beginning: its letters, or 0. */
static uint32_t going_on(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    uint32_t no = n > 2 && w[0] == j->noon;
    return n > no + 2 && w[no] == j->meem && w[no + 1] == j->ye ? no + 2 : 0;
}

/* A form with می that begins at letter `from`; false: it is none. */
static bool verb_with_mi(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t from, rz_places *at) {
    uint32_t mi = going_on(j, w + from, n - from), o = from + mi, m = n - o;
    if (!mi) return false;
    *at = before(o);
    if (conjugated(j, w + o, m) || is_participle(j, w + o, m)) return true;
    for (uint32_t i = 0; i < j->perfect.n; i++) {
        const rz_joining_part *e = &j->perfect.at[i];
        if (m > e->n && ends(w, n, e) && is_participle(j, w + o, m - e->n)) return *at |= before(n - e->n), true;
    }
    for (uint32_t i = 0; i < j->verb_clitics.n; i++) {
        const rz_joining_part *e = &j->verb_clitics.at[i];
        if (m > e->n + 2u && ends(w, n, e) && conjugated(j, w + o, m - e->n)) return true;
    }
    return false;
}

/* A verb of which no stem is known. */
static bool guessed_verb(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t from, rz_places *at) {
    uint32_t mi = going_on(j, w + from, n - from), m = n - from - mi;
    if (!mi || m < 4) return false;
    for (uint32_t i = 0; i < j->verb_guesses.n; i++)
        if (ends(w, n, &j->verb_guesses.at[i]) && m >= j->verb_guesses.at[i].n) return *at = before(from + mi), true;
    return false;
}

static void verbs(const rz_joiner *j, const uint8_t *w, uint32_t n, way *best) {
    rz_places at;
    if (verb_with_mi(j, w, n, 0, &at)) better(best, VERB, at);
    else if (guessed_verb(j, w, n, 0, &at)) better(best, GUESSED_VERB, at);
    for (uint32_t i = 0; i < j->preverbs.n; i++) {
        const rz_joining_part *p = &j->preverbs.at[i];
        if (!starts(w, n, p)) continue;
        if (verb_with_mi(j, w, n, p->n, &at)) better(best, VERB, at);
        else if (guessed_verb(j, w, n, p->n, &at)) better(best, GUESSED_VERB, at);
    }
    if (is_verbal(j, w, n)) better(best, PARTICIPLE, 0);
}

/* ---- endings and compounds ---- */

static way best_way(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t depth);

static bool allows(const rz_joining_ending *e, const rz_joiner *j, const uint8_t *w, uint32_t m) {
    uint8_t last = w[m - 1];
    if (m < (e->joiner ? 2u : 3u)) return false;
    if (e->after) return last >= RZ_CODE_LETTERS && last < RZ_CODE_LETTERS + 64 && (e->after >> (last - RZ_CODE_LETTERS) & 1);
    return e->joiner || e->instead || last != j->he;
}

/* The word before the ending. */
static way without(const rz_joiner *j, const uint8_t *w, uint32_t m, const rz_joining_ending *e, uint32_t depth) {
    uint8_t other[RZ_JOINER_LETTERS];
    if (!e->instead) return best_way(j, w, m, depth + 1);
    memcpy(other, w, m);
    other[m] = e->instead;
    return best_way(j, other, m + 1, depth + 1);
}

static bool is_adjective(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    rz_word word;
    return rz_spelling_find(j->data, w, n, &word) && (word.pos & (RZ_POS_ADJ | RZ_POS_ADV));
}

static void endings(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t depth, way *best) {
    for (uint32_t i = 0; i < j->n_endings; i++) {
        const rz_joining_ending *e = &j->endings[i];
        if (n < e->n + 2u || memcmp(w + n - e->n, e->letters, e->n) != 0 || !allows(e, j, w, n - e->n)) continue;
        uint32_t m = n - e->n;
        rz_places at = e->joiner ? before(m) | e->inner << m : 0;
        way other = without(j, w, m, e, depth);
        if (is_way(other)) {
            bool odd = e->adjective && !other.at && !is_adjective(j, w, m);
            better(best, other.score + e->weight + (odd ? NO_ADJECTIVE : 0), other.at | at);
        }
        if (e->guess && depth == 0 && m > 2) better(best, GUESSED_ENDING, at);
    }
}

static void compounds(const rz_joiner *j, const uint8_t *w, uint32_t n, way *best) {
    for (uint32_t i = 2; i + 1 < n; i++) {
        const rz_joining_part *first = rz_joining_find(j, w, i, RZ_PART_FIRST), *last = rz_joining_find(j, w + i, n - i, RZ_PART_LAST);
        if (!first && !last) continue;
        way a = best_way(j, w, i, DEEPEST - 1), b = best_way(j, w + i, n - i, DEEPEST - 1);
        if (!is_way(a) || a.score < LEAST_FIRST || (!last && b.score < LEAST_LAST)) continue;
        if (!first && i < 3 && n - i < 3) continue;
        float strength = (float)(!last || (first && first->strength > last->strength) ? first->strength : last->strength) / 10;
        float other = is_way(b) ? b.score : MOST_SHARED;
        better(best, strength + COMPOUND + SHARE * (a.score < other ? a.score : other), a.at | before(i));
    }
}

/* The count of tools/make-lexicon: times in running text, and how usual it is in the list. */
static uint32_t running(const rz_word *word) { return word->count / 1000; }

static way known_way(const rz_word *word) {
    float score = logf((float)running(word) * 10 + 2 + (float)(word->count % 1000) / 10) + KNOWN + (running(word) ? RUNNING : 0);
    return (way){score, rz_joiner_written(word->spelling.at, word->spelling.size)};
}

static way best_way(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t depth) {
    rz_word word;
    bool known = rz_spelling_find(j->data, w, n, &word);
    way best = known ? known_way(&word) : (way){NO_WAY, 0};
    if (depth >= DEEPEST || n < 3) return best;
    verbs(j, w, n, &best);
    endings(j, w, n, depth, &best);
    if (!known && n >= LEAST_COMPOUND) compounds(j, w, n, &best);
    return best;
}

rz_places rz_joiner_places(const rz_joiner *j, const uint8_t *letters, uint32_t n) {
    rz_word word;
    if (n < 3 || n >= RZ_JOINER_LETTERS) return 0;
    if (rz_spelling_find(j->data, letters, n, &word) && running(&word)) return rz_joiner_written(word.spelling.at, word.spelling.size);
    way best = best_way(j, letters, n, 0);
    return is_way(best) ? best.at : 0;
}

/* ---- two words ---- */

/* A last part, as it is or with endings, that is no word of running text. */
static bool never_alone(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    if (rz_joining_find(j, w, n, RZ_NEVER_ALONE_LAST)) return true;
    rz_word word;
    if (rz_spelling_find(j->data, w, n, &word) && running(&word)) return false;
    if (rz_joining_find(j, w, n, RZ_PART_LAST)) return true;
    for (uint32_t i = 0; i < j->tails.n; i++) {
        const rz_joining_part *t = &j->tails.at[i];
        if (n <= t->n + 1u || !ends(w, n, t)) continue;
        if (rz_joining_find(j, w, n - t->n, RZ_NEVER_ALONE_LAST) || rz_joining_find(j, w, n - t->n, RZ_PART_LAST)) return true;
    }
    return false;
}

static bool is_word(const rz_joiner *j, const uint8_t *w, uint32_t n) {
    rz_word word;
    return rz_spelling_find(j->data, w, n, &word);
}

/* Is the second word an ending of the first? */
static bool is_ending(const rz_joiner *j, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    for (uint32_t i = 0; i < j->n_endings; i++) {
        const rz_joining_ending *e = &j->endings[i];
        if (!e->joiner || e->n != m || memcmp(e->letters, b, m) != 0) continue;
        if (e->guess || e->mend || (e->weight >= 0 && !e->after)) return true;
        if (e->after && e->weight >= -1 && n > 2 && allows(e, j, a, n) && (is_word(j, a, n) || is_verbal(j, a, n))) return true;
        if (e->adjective && is_adjective(j, a, n)) return true;
    }
    return false;
}

/* Is the first word, n letters of w, می or نمی, with a preverb or without, of a verb that goes on for m more? */
static bool begins_verb(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t m, uint32_t from) {
    rz_places at;
    return from + going_on(j, w + from, n + m - from) == n && (verb_with_mi(j, w, n + m, from, &at) || guessed_verb(j, w, n + m, from, &at));
}

static bool is_beginning(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t m) {
    if (begins_verb(j, w, n, m, 0)) return true;
    for (uint32_t i = 0; i < j->preverbs.n; i++) {
        const rz_joining_part *p = &j->preverbs.at[i];
        if (p->n < n && starts(w, n, p) && begins_verb(j, w, n, m, p->n)) return true;
    }
    return false;
}

rz_oneness rz_joiner_between(const rz_joiner *j, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    uint8_t both[RZ_JOINER_LETTERS];
    if (!n || !m || n + m >= RZ_JOINER_LETTERS || rz_joining_apart(j, a, n, b, m)) return RZ_TWO_WORDS;
    memcpy(both, a, n);
    memcpy(both + n, b, m);
    if (is_beginning(j, both, n, m)) return RZ_ONE_VERB;
    rz_word word;
    bool listed = rz_spelling_find(j->data, both, n + m, &word) && (rz_joiner_written(word.spelling.at, word.spelling.size) & before(n));
    bool one = listed && (running(&word) || rz_joining_find(j, a, n, RZ_SELDOM_ALONE_FIRST) || rz_joining_find(j, b, m, RZ_SELDOM_ALONE_LAST));
    one = one || is_ending(j, a, n, b, m);
    one = one || (n > 1 && is_word(j, a, n) && never_alone(j, b, m));
    one = one || (rz_joining_find(j, a, n, RZ_NEVER_ALONE_FIRST) && is_word(j, b, m));
    return one ? RZ_ONE_WORD : RZ_TWO_WORDS;
}
