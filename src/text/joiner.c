/* A word that the lexicon does not have is taken apart in every way that the tables allow: a verb's form, another word
 * with an ending, two parts of a compound. Each way has a score, the logarithm of how usual its parts are; the best one
 * tells where the joiners stand. */
#include <math.h>

#include "base/utf8.h"
#include "text/joining.h"

enum { JOINER = 0x200C, DEEPEST = 3, LEAST_COMPOUND = 5 };

/* Scores, found on a twelfth of PerDT's training sentences that was kept out of the lexicon. */
static const float KNOWN = 1.5f, RUNNING = 3, VERB = 7, PARTICIPLE = 5.5f, FINITE = 7, GUESSED_VERB = .5f, GUESSED_ENDING = -1.5f, NO_ADJECTIVE = -3,
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

rz_places rz_joiner_written(const char *text, uint32_t size) {
    rz_places at = 0;
    uint32_t letters = 0;
    for (const char *p = text, *end = text + size; p < end && letters < RZ_JOINER_LETTERS;) {
        uint32_t length, c = rz_utf8_next(p, end, &length);
        if (c == JOINER) at |= rz_joiner_before(letters);
        letters += rz_letter_code(c) != 0;
        p += length;
    }
    return at;
}

/* ---- verbs ---- */

static void verbs(const rz_joiner *j, const uint8_t *w, uint32_t n, way *best) {
    rz_places at;
    if (rz_verb_with_mi(j, w, n, 0, &at)) better(best, VERB, at);
    else if (rz_verb_guessed(j, w, n, 0, &at)) better(best, GUESSED_VERB, at);
    for (uint32_t i = 0; i < j->preverbs.n; i++) {
        const rz_joining_part *p = &j->preverbs.at[i];
        if (!rz_part_starts(w, n, p)) continue;
        if (rz_verb_with_mi(j, w, n, p->n, &at)) better(best, VERB, at);
        else if (rz_verb_guessed(j, w, n, p->n, &at)) better(best, GUESSED_VERB, at);
    }
    if (rz_is_verbal(j, w, n)) better(best, PARTICIPLE, 0);
    if (rz_verb_finite(j, w, n)) better(best, FINITE, 0);
}

/* ---- endings and compounds ---- */

static way best_way(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t depth);

/* The word before the ending. */
static way without(const rz_joiner *j, const uint8_t *w, uint32_t m, const rz_joining_ending *e, uint32_t depth) {
    uint8_t other[RZ_JOINER_LETTERS];
    if (!e->instead) return best_way(j, w, m, depth + 1);
    memcpy(other, w, m);
    other[m] = e->instead;
    return best_way(j, other, m + 1, depth + 1);
}

static void endings(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t depth, way *best) {
    for (uint32_t i = 0; i < j->n_endings; i++) {
        const rz_joining_ending *e = &j->endings[i];
        if (n < e->n + 2u || memcmp(w + n - e->n, e->letters, e->n) != 0 || !rz_ending_allows(e, j, w, n - e->n)) continue;
        uint32_t m = n - e->n;
        rz_places at = e->joiner ? rz_joiner_before(m) | e->inner << m : 0;
        way other = without(j, w, m, e, depth);
        if (is_way(other)) {
            bool odd = e->adjective && !other.at && !rz_is_adjective(j, w, m);
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
        better(best, strength + COMPOUND + SHARE * (a.score < other ? a.score : other), a.at | rz_joiner_before(i));
    }
}

static way known_way(const rz_word *word) {
    float score = logf((float)rz_running(word) * 10 + 2 + (float)(word->count % 1000) / 10) + KNOWN + (rz_running(word) ? RUNNING : 0);
    return (way){score, rz_joiner_written(word->spelling.at, word->spelling.size)};
}

static way best_way(const rz_joiner *j, const uint8_t *w, uint32_t n, uint32_t depth) {
    rz_word word;
    bool known = rz_spelling_find(j->data, w, n, &word);
    way best = known ? known_way(&word) : (way){NO_WAY, 0};
    if (depth >= DEEPEST || n < 3 || (known && rz_running(&word))) return best; /* as running text has it: «پیام» is no «پی‌ام» */
    verbs(j, w, n, &best);
    endings(j, w, n, depth, &best);
    if (!known && n >= LEAST_COMPOUND) compounds(j, w, n, &best);
    return best;
}

rz_places rz_joiner_places(const rz_joiner *j, const uint8_t *letters, uint32_t n) {
    rz_word word;
    if (n < 3 || n >= RZ_JOINER_LETTERS) return 0;
    if (rz_spelling_find(j->data, letters, n, &word) && rz_running(&word)) return rz_joiner_written(word.spelling.at, word.spelling.size);
    way best = best_way(j, letters, n, 0);
    return is_way(best) ? best.at : 0;
}
