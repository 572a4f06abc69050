/* Words as CoNLL-U: https://universaldependencies.org/format.html. A text has as many lines as words, so room is made once a word and
 * nothing is formatted by stdio. */
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "reading/words.h"

enum { LINE = 512 /* more than a line has beside its form and its lemma */ };

typedef struct {
    const char *text;
    const rz_words *words;
    rz_words_place at;
    rz_bytes out;
} writer;

/* ---- features, in the order of the alphabet, as CoNLL-U wants them; each with a bar behind it ---- */

static void put_aspect_to_number(rz_bytes *b, const rz_word_of *w) {
    if (w->tense == RZ_TENSE_IMPERFECT) RZ_BYTES_LITERAL(b, "Aspect=Imp|");
    if (w->degree == 1) RZ_BYTES_LITERAL(b, "Degree=Cmp|");
    if (w->degree == 2) RZ_BYTES_LITERAL(b, "Degree=Sup|");
    if (w->mood == RZ_MOOD_SUBJUNCTIVE) RZ_BYTES_LITERAL(b, "Mood=Sub|");
    if (w->mood == RZ_MOOD_IMPERATIVE) RZ_BYTES_LITERAL(b, "Mood=Imp|");
    if (w->number == 1) RZ_BYTES_LITERAL(b, "Number=Sing|");
    if (w->number == 2) RZ_BYTES_LITERAL(b, "Number=Plur|");
}

static void put_person_to_type(rz_bytes *b, const rz_word_of *w) {
    if (w->person) {
        RZ_BYTES_LITERAL(b, "Person= |");
        b->at[b->n - 2] = (char)('0' + w->person);
    }
    if (w->negative) RZ_BYTES_LITERAL(b, "Polarity=Neg|");
    if (w->upos == RZ_UPOS_PRON && !w->words) RZ_BYTES_LITERAL(b, "PronType=Prs|");
}

static void put_tense_to_voice(rz_bytes *b, const rz_word_of *w) {
    if (w->tense == RZ_TENSE_FUTURE) RZ_BYTES_LITERAL(b, "Tense=Fut|");
    else if (w->tense == RZ_TENSE_PRESENT && w->mood != RZ_MOOD_IMPERATIVE) RZ_BYTES_LITERAL(b, "Tense=Pres|");
    else if (w->tense && w->tense != RZ_TENSE_PRESENT) RZ_BYTES_LITERAL(b, "Tense=Past|");
    if (w->form == RZ_VERB_PARTICIPLE || w->tense == RZ_TENSE_PERFECT) RZ_BYTES_LITERAL(b, "VerbForm=Part|");
    else if (w->form == RZ_VERB_INFINITIVE) RZ_BYTES_LITERAL(b, "VerbForm=Inf|");
    if (w->upos != RZ_UPOS_VERB || !w->form) return;
    if (w->passive) RZ_BYTES_LITERAL(b, "Voice=Pass|");
    else RZ_BYTES_LITERAL(b, "Voice=Act|");
}

static void put_features(rz_bytes *b, const rz_word_of *w) {
    size_t before = b->n;
    put_aspect_to_number(b, w);
    put_person_to_type(b, w);
    put_tense_to_voice(b, w);
    if (b->n == before) RZ_BYTES_LITERAL(b, "_");
    else b->n--; /* the last bar */
}

/* ---- lines ---- */

static void put_slice(writer *r, rz_span span) {
    char *at = r->out.at + r->out.n;
    uint32_t n = span.end - span.start;
    memcpy(at, r->text + span.start, n);
    r->out.n += n;
    for (uint32_t i = 0; i < n; i++)
        if (at[i] == '\t' || at[i] == '\n' || at[i] == '\r') at[i] = ' ';
}

/* Where the word is in the phrases, behind its place. */
static void put_phrase(writer *r, uint32_t word) {
    const rz_in_phrase *in = r->words->in_phrases ? &r->words->in_phrases[word] : NULL;
    if (!in) return;
    rz_bytes *b = &r->out;
    b->n--; /* the end of the line */
    RZ_BYTES_LITERAL(b, "|Chunk=");
    if (in->phrase >= 0) {
        const rz_phrase *p = &r->words->phrases[in->phrase];
        if (p->first == word) RZ_BYTES_LITERAL(b, "B-");
        else RZ_BYTES_LITERAL(b, "I-");
        rz_bytes_put(b, rz_phrase_name((rz_phrase_kind)p->kind), 2);
    } else RZ_BYTES_LITERAL(b, "O");
    if (in->ezafe) RZ_BYTES_LITERAL(b, "|Ezafe=Yes");
    RZ_BYTES_LITERAL(b, "|Clause=");
    rz_bytes_number(b, in->clause + 1);
    if (in->phrase >= 0 && r->words->phrases[in->phrase].head == word) RZ_BYTES_LITERAL(b, "|Head=Yes");
    RZ_BYTES_LITERAL(b, "\n");
}

static void put_place(writer *r, uint32_t start, uint32_t end, bool spaced) {
    RZ_BYTES_LITERAL(&r->out, "Start=");
    rz_bytes_number(&r->out, r->at.byte + start);
    RZ_BYTES_LITERAL(&r->out, "|End=");
    rz_bytes_number(&r->out, r->at.byte + end);
    if (spaced) RZ_BYTES_LITERAL(&r->out, "\n");
    else RZ_BYTES_LITERAL(&r->out, "|SpaceAfter=No\n");
}

/* The line of a token that is several words. */
static bool put_token(writer *r, const rz_word_of *w, uint32_t number) {
    const rz_word_of *end = w + w->words - 1;
    rz_span span = {w->span.start, end->span.end};
    if (!rz_bytes_room(&r->out, span.end - span.start + (size_t)LINE)) return false;
    rz_bytes_number(&r->out, number);
    RZ_BYTES_LITERAL(&r->out, "-");
    rz_bytes_number(&r->out, number + w->words - 1);
    RZ_BYTES_LITERAL(&r->out, "\t");
    put_slice(r, span);
    RZ_BYTES_LITERAL(&r->out, "\t_\t_\t_\t_\t_\t_\t_\t");
    put_place(r, span.start, span.end, end->space_after);
    return true;
}

static bool put_word(writer *r, const rz_word_of *w, uint32_t number) {
    const char *upos = rz_upos_name((rz_upos)w->upos);
    size_t lemma = strlen(w->lemma);
    if (!rz_bytes_room(&r->out, w->span.end - w->span.start + lemma + LINE)) return false;
    rz_bytes_number(&r->out, number);
    RZ_BYTES_LITERAL(&r->out, "\t");
    put_slice(r, w->span);
    RZ_BYTES_LITERAL(&r->out, "\t");
    rz_bytes_put(&r->out, w->lemma, lemma);
    RZ_BYTES_LITERAL(&r->out, "\t");
    rz_bytes_put(&r->out, upos, strlen(upos));
    RZ_BYTES_LITERAL(&r->out, "\t_\t");
    put_features(&r->out, w);
    RZ_BYTES_LITERAL(&r->out, "\t_\t_\t_\t");
    put_place(r, w->span.start, w->span.end, w->words != 1 || w->space_after);
    return true;
}

static bool put_head(writer *r, uint32_t sentence) {
    const rz_sentence_of *s = &r->words->sentences[sentence];
    if (!rz_bytes_room(&r->out, s->span.end - s->span.start + (size_t)LINE)) return false;
    if (!sentence || s[-1].paragraph != s->paragraph) RZ_BYTES_LITERAL(&r->out, "# newpar\n");
    RZ_BYTES_LITERAL(&r->out, "# sent_id = ");
    rz_bytes_number(&r->out, r->at.sentence + sentence + 1);
    RZ_BYTES_LITERAL(&r->out, "\n# text = ");
    put_slice(r, s->span);
    RZ_BYTES_LITERAL(&r->out, "\n");
    return true;
}

static bool put_sentence(writer *r, uint32_t sentence) {
    const rz_sentence_of *s = &r->words->sentences[sentence];
    if (!put_head(r, sentence)) return false;
    for (uint32_t i = s->first; i < s->last; i++) {
        const rz_word_of *w = &r->words->words[i];
        uint32_t number = i - s->first + 1;
        if (w->words > 1 && !put_token(r, w, number)) return false;
        if (!put_word(r, w, number)) return false;
        put_phrase(r, i);
    }
    RZ_BYTES_LITERAL(&r->out, "\n"); /* a line leaves room for it */
    return true;
}

char *rz_words_conllu(const rz_words *words, const char *text, rz_words_place *place) {
    writer r = {.text = text, .words = words, .at = place ? *place : (rz_words_place){0}};
    bool made = rz_bytes_room(&r.out, 1);
    for (uint32_t i = 0; i < words->n_sentences && made; i++) made = put_sentence(&r, i);
    if (!made) return free(r.out.at), NULL;
    rz_words_move_on(words, place);
    r.out.at[r.out.n] = '\0'; /* room is for one more than was asked for */
    return r.out.at;
}
