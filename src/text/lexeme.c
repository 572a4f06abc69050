#include "text/lexeme.h"

#include "base/utf8.h"
#include "text/parts.h"

enum { JOINER = 0x200C, TANWIN = 0x64B };

typedef struct {
    rz_arena *arena;
    const rz_tagging *t;
    const rz_text *text;
    const rz_token *token;
    rz_seen seen;
    rz_label_of label;
} maker;

/* Where in the source letter n of the token begins; 0: within a character, or nowhere. */
static uint32_t source_of_letter(const maker *m, uint32_t n) {
    const char *p = m->text->src + m->token->src_start, *end = m->text->src + m->token->src_end;
    uint32_t letters = 0, length;
    for (; p < end; p += length) {
        uint32_t folded[RZ_FOLD_MOST], c = rz_utf8_next(p, end, &length), count = rz_fold_letter(c, folded), own = 0;
        for (uint32_t i = 0; i < count; i++) own += rz_letter_code(folded[i]) != 0;
        if (own && letters == n) return (uint32_t)(p - m->text->src);
        letters += own;
    }
    return 0;
}

/* The normal spelling of the first n letters, and of `more` after them. */
static rz_str spelled(const maker *m, uint32_t n, const uint8_t *more, uint32_t n_more) {
    const char *p = m->seen.norm, *end = p + m->seen.size;
    char *out = rz_alloc(m->arena, m->seen.size + 4 * (size_t)n_more + 5);
    uint32_t size = 0, letters = 0, length;
    for (; p < end; p += length) {
        uint32_t c = rz_utf8_next(p, end, &length);
        bool letter = rz_letter_code(c) != 0;
        if (letters == n && (letter || c == JOINER || c == ' ')) break;
        memcpy(out + size, p, length);
        size += length;
        letters += letter;
    }
    for (uint32_t i = 0; i < n_more; i++) size += rz_utf8_put(rz_letter_of_code(more[i]), out + size);
    return (rz_str){out, size};
}

/* The word as it stands; a tanwin, which the normal spelling does not have, is kept: کاملاً. */
static rz_str as_it_stands(const maker *m) {
    const char *end = m->text->src + m->token->src_end;
    rz_str s = spelled(m, m->seen.n, NULL, 0);
    bool tanwin = m->seen.n && m->token->src_end - m->token->src_start > 2 && rz_utf8_next(end - 2, end, &(uint32_t){0}) == TANWIN;
    if (!m->seen.n || !s.size) return (rz_str){rz_copy(m->arena, m->seen.norm, m->seen.size), m->seen.size};
    if (tanwin) s.size += rz_utf8_put(TANWIN, (char *)s.at + s.size);
    return s;
}

/* The lemma of a word that has lost its joiners, as the lexicon has it: گفتوگو. */
static rz_str with_joiners(const maker *m, rz_str lemma, const uint8_t *letters, uint32_t n) {
    rz_word word;
    if (m->seen.joiners || m->token->apart || lemma.size != 2 * n || !rz_word_find(m->t->data, letters, n, &word)) return lemma;
    return memchr(word.spelling.at, 0xE2, word.spelling.size) ? word.spelling : lemma; /* of its bytes only a joiner's */
}

static bool has_number(uint8_t upos) { return upos == RZ_UPOS_NOUN || upos == RZ_UPOS_PROPN; }

static void name_word(const maker *m, uint32_t n, uint8_t upos, unsigned drop, rz_lexeme *x) {
    rz_stemmed s;
    rz_stem_word(m->t, m->seen.letters, n, m->seen.joiners, upos, drop, &s);
    if (s.listed.size) x->lemma = s.listed;
    else if (s.n == m->seen.n && s.kept == s.n) x->lemma = as_it_stands(m);
    else x->lemma = spelled(m, s.kept, s.letters + s.kept, s.n - s.kept);
    if (!s.listed.size) x->lemma = with_joiners(m, x->lemma, s.letters, s.n);
    x->degree = s.superlative ? 2 : s.compared ? 1 : 0;
    x->number = s.plural ? 2 : has_number(upos) ? 1 : 0;
}

static void verb_word(const maker *m, uint32_t n, uint8_t upos, rz_lexeme *x) {
    rz_conjugate(m->t, m->seen.letters, n, &x->verb);
    rz_str listed = rz_tag_lemma_of(m->t, m->seen.letters, n, upos, NULL);
    if (!x->verb.known) {
        name_word(m, n, RZ_UPOS_VERB, 0, x);
        return;
    }
    if (upos == RZ_UPOS_AUX && x->verb.tense == RZ_TENSE_PRESENT && rz_str_same(x->verb.infinitive, m->t->want)) { /* خواهد کرد */
        x->verb.tense = RZ_TENSE_FUTURE;
        x->verb.mood = RZ_MOOD_INDICATIVE;
    }
    x->lemma = listed.size ? listed : x->verb.lemma;
    x->person = x->verb.person;
    x->number = !x->verb.person ? 0 : x->verb.plural ? 2 : 1;
}

static void pronoun(const maker *m, uint32_t n, rz_lexeme *x) {
    const rz_tag_form *p = rz_tag_form_of(&m->t->pronouns, m->seen.letters, n);
    name_word(m, n, RZ_UPOS_PRON, 0, x);
    x->number = p ? (p->plural ? 2 : 1) : 0;
    x->person = p ? p->person : 0;
}

static void first_word(const maker *m, uint32_t n, rz_lexeme *x) {
    uint8_t upos = m->label.upos;
    *x = (rz_lexeme){.src = rz_token_src(m->token), .upos = upos};
    if (m->seen.kind != RZ_TOKEN_WORD || m->seen.n > RZ_TAG_WORD) x->lemma = as_it_stands(m), x->number = has_number(upos);
    else if (upos == RZ_UPOS_VERB || upos == RZ_UPOS_AUX) verb_word(m, n, upos, x);
    else if (upos == RZ_UPOS_PRON) pronoun(m, n, x);
    else name_word(m, n, upos, m->label.drop, x);
}

static uint32_t contracted(const maker *m, rz_lexeme *out) {
    for (uint32_t i = 0; i < m->t->n_contractions; i++) {
        const rz_contraction *c = &m->t->contractions[i];
        if (c->n != m->seen.n || c->upos[0] != m->label.upos || memcmp(c->letters, m->seen.letters, c->n) != 0) continue;
        uint32_t at = source_of_letter(m, c->first);
        if (!at) return 0;
        out[0] = (rz_lexeme){.src = {m->token->src_start, at}, .upos = c->upos[0], .lemma = c->lemma[0], .person = c->person, .number = c->person != 0};
        out[1] = (rz_lexeme){.src = {at, m->token->src_end}, .upos = c->upos[1], .lemma = c->lemma[1]};
        return 2;
    }
    return 0;
}

static uint32_t split(const maker *m, rz_lexeme *out) {
    const rz_tag_form *c = NULL;
    uint32_t n = rz_clitic_of(m->t, m->seen.letters, m->seen.n, m->seen.joiners, m->label.hangs, &c);
    uint32_t at = n ? source_of_letter(m, m->seen.n - n) : 0;
    if (!at) return 0;
    first_word(m, m->seen.n - n, &out[0]);
    out[0].src.end = at;
    out[1] = (rz_lexeme){.src = {at, m->token->src_end}, .upos = c->upos, .lemma = c->lemma, .person = c->person, .number = c->plural ? 2 : 1};
    if (c->upos != RZ_UPOS_PRON)
        out[1].verb = (rz_conjugation){.known = true, .lemma = c->lemma, .infinitive = c->infinitive, .tense = RZ_TENSE_PRESENT, .mood = RZ_MOOD_INDICATIVE,
                                       .person = c->person, .plural = c->plural, .form = RZ_VERB_FINITE};
    return 2;
}

/* A verb that is no form of a verb: what hangs on the word is one (انسانی‌اند). Not «تو», whose ending nouns have as well. */
static void look_again(maker *m) {
    const rz_tag_form *c = NULL;
    rz_word base;
    if (m->label.upos != RZ_UPOS_VERB || m->label.hangs != RZ_UPOS_X || m->seen.verb.known) return;
    uint32_t n = rz_clitic_of(m->t, m->seen.letters, m->seen.n, m->seen.joiners, RZ_UPOS_VERB, &c);
    if (!n || (c->person == 2 && !c->plural) || !rz_spelling_find(m->t->data, m->seen.letters, m->seen.n - n, &base)) return;
    m->label = (rz_label_of){.upos = !base.pos || (base.pos & RZ_POS_ADJ) ? RZ_UPOS_ADJ : RZ_UPOS_NOUN, .hangs = RZ_UPOS_VERB};
}

uint32_t rz_lexemes_of(rz_arena *arena, const rz_tagging *tagging, const rz_text *text, uint32_t token, rz_label_of label, rz_lexeme out[RZ_LEXEMES]) {
    maker held = {.arena = arena, .t = tagging, .text = text, .token = &text->tokens[token], .label = label}, *m = &held;
    rz_see(tagging, text, token, &m->seen);
    bool whole = m->seen.kind != RZ_TOKEN_WORD || m->seen.n < 3 || m->seen.n > RZ_TAG_WORD;
    uint32_t n = whole ? 0 : contracted(m, out);
    if (!n && !whole) look_again(m);
    if (!n && !whole && m->label.hangs != RZ_UPOS_X) n = split(m, out);
    if (n) return n;
    first_word(m, m->seen.n, &out[0]);
    return 1;
}
