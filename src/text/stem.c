/* What hangs on a word, and the word without its endings. By the tables' endings and the lexicon's words. */
#include "text/tagging.h"

static bool joiner_at(rz_places joiners, uint32_t letter) { return letter < RZ_JOINER_LETTERS && (joiners >> letter & 1); }

static bool is_word(const rz_tagging *t, const uint8_t *w, uint32_t n) {
    rz_word word;
    return rz_spelling_find(t->data, w, n, &word);
}

static bool is_plural(const rz_tagging *t, const uint8_t *w, uint32_t n) {
    for (uint32_t i = 0; i < t->plurals.n; i++)
        if (rz_ends_with(w, n, &t->plurals.at[i])) return true;
    return false;
}

static bool behind_vowel(const rz_tagging *t, const uint8_t *w, uint32_t n) {
    return n > 1 && (w[n - 1] == t->alef || w[n - 1] == t->waw) && !is_plural(t, w, n);
}

static bool may_hang(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_places joiners, const rz_tag_form *c) {
    if (!rz_ends_with(w, n, c) || n - c->n < 2) return false;
    uint32_t rest = n - c->n;
    if (c->where == RZ_HANGS_JOINED) return joiner_at(joiners, rest);
    if (c->where == RZ_HANGS_VOWEL) return behind_vowel(t, w, rest);
    return true;
}

uint32_t rz_clitic_of(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_places joiners, uint8_t upos, const rz_tag_form **form) {
    int best = -1;
    for (uint32_t i = 0; i < t->clitics.n; i++) {
        const rz_tag_form *c = &t->clitics.at[i];
        if (c->upos != upos || !may_hang(t, w, n, joiners, c)) continue;
        uint32_t rest = n - c->n;
        int score = c->n + (c->where == RZ_HANGS_JOINED ? 40 : 0) + (is_word(t, w, rest) ? 20 : is_plural(t, w, rest) ? 18 : 0);
        if (score <= best) continue;
        best = score;
        *form = c;
    }
    return best < 0 ? 0 : (*form)->n;
}

/* ---- stems ---- */

static void take_off(rz_stemmed *s, const rz_tag_form *e) {
    s->n -= e->n;
    if (s->kept > s->n) s->kept = s->n;
    if (e->instead) s->letters[s->n++] = e->instead;
}

static bool stands_behind(const rz_tag_form *e, const rz_stemmed *s) {
    if (!e->after) return true;
    uint8_t last = s->letters[s->n - e->n - 1];
    return last >= RZ_CODE_LETTERS && last < RZ_CODE_LETTERS + 64 && (e->after >> (last - RZ_CODE_LETTERS) & 1);
}

/* ها and its kin: where a joiner stands before it, or the word is not one of its own (تنها). */
static void drop_plural(const rz_tagging *t, rz_places joiners, rz_stemmed *s) {
    rz_word word;
    for (uint32_t i = 0; i < t->plurals.n; i++) {
        const rz_tag_form *e = &t->plurals.at[i];
        if (!rz_ends_with(s->letters, s->n, e) || s->n - e->n < 2) continue;
        bool joined = joiner_at(joiners, s->n - e->n);
        bool own = rz_word_find(t->data, s->letters, s->n, &word) && (word.pos & (RZ_POS_NOUN | RZ_POS_ADJ | RZ_POS_ADV | RZ_POS_PRON));
        if (!joined && own && !(rz_joiner_written(word.spelling.at, word.spelling.size) >> (s->n - e->n) & 1)) continue;
        take_off(s, e);
        s->plural = true;
        return;
    }
}

static void drop_rare_plural(const rz_tagging *t, rz_stemmed *s) {
    const rz_tag_form *best = NULL;
    int most = -1;
    for (uint32_t i = 0; i < t->rare_plurals.n; i++) {
        const rz_tag_form *e = &t->rare_plurals.at[i];
        if (!rz_ends_with(s->letters, s->n, e) || s->n - e->n < 2 || !stands_behind(e, s)) continue;
        rz_stemmed other = *s;
        take_off(&other, e);
        rz_word word;
        bool known = rz_spelling_find(t->data, other.letters, other.n, &word);
        bool he = false;
        if (!known && !e->instead) { /* نقاطی, تجربیات: the word ends in ه */
            other.letters[other.n] = t->he;
            he = rz_word_find(t->data, other.letters, other.n + 1, &word);
        }
        int score = (known ? 20 : he ? 10 : 0) + (e->instead && known ? 15 : 0) + e->n;
        if (score > most) most = score, best = e;
    }
    if (!best) return;
    take_off(s, best);
    s->plural = true;
    rz_word word;
    if (best->instead || rz_spelling_find(t->data, s->letters, s->n, &word)) return;
    s->letters[s->n] = t->he;
    if (rz_word_find(t->data, s->letters, s->n + 1, &word)) s->n++;
}

static void drop_indefinite(const rz_tagging *t, rz_places joiners, rz_stemmed *s) {
    for (uint32_t i = 0; i < t->indefinites.n; i++) {
        const rz_tag_form *e = &t->indefinites.at[i];
        if (!rz_ends_with(s->letters, s->n, e) || s->n - e->n < 2) continue;
        uint32_t rest = s->n - e->n;
        if (e->n > 1 && e->letters[0] == t->alef && !joiner_at(joiners, rest)) continue;
        if (e->n > 1 && e->letters[0] == t->ye && !behind_vowel(t, s->letters, rest)) continue;
        take_off(s, e);
        return;
    }
}

static void drop_comparative(const rz_tagging *t, rz_stemmed *s) {
    for (uint32_t i = 0; i < t->comparatives.n; i++) {
        const rz_tag_form *e = &t->comparatives.at[i];
        if (!rz_ends_with(s->letters, s->n, e) || s->n - e->n < 2) continue;
        take_off(s, e);
        s->superlative = e->n > 3;
        s->compared = true;
        return;
    }
}

void rz_stem_word(const rz_tagging *t, const uint8_t *w, uint32_t n, rz_places joiners, uint8_t upos, unsigned drop, rz_stemmed *s) {
    *s = (rz_stemmed){.n = n > RZ_TAG_WORD ? RZ_TAG_WORD : n};
    s->kept = s->n;
    memcpy(s->letters, w, s->n);
    bool plural;
    s->listed = rz_tag_lemma_of(t, w, s->n, upos, &plural);
    if (drop & RZ_DROP_COMPARED) drop_comparative(t, s);
    else if (drop & RZ_DROP_PLURAL) drop_rare_plural(t, s);
    else if (upos == RZ_UPOS_NOUN || upos == RZ_UPOS_PROPN || upos == RZ_UPOS_ADJ) drop_plural(t, joiners, s);
    if ((drop & RZ_DROP_YE) && !s->plural && !s->compared) drop_indefinite(t, joiners, s);
    if (!s->listed.size && s->n == s->kept && s->n != n) s->listed = rz_tag_lemma_of(t, s->letters, s->n, upos, &plural);
    s->plural |= plural;
}
