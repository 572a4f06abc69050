/* Words as JSON. */
#include <stdlib.h>

#include "base/json.h"
#include "base/stream.h"
#include "reading/words.h"

const char *rz_tense_name(rz_tense_of tense) {
    static const char *const names[] = {"", "past", "present", "future", "imperfect", "perfect", "pluperfect"};
    return (unsigned)tense < sizeof names / sizeof *names ? names[tense] : "";
}

const char *rz_mood_name(rz_mood mood) {
    static const char *const names[] = {"", "indicative", "subjunctive", "imperative"};
    return (unsigned)mood < sizeof names / sizeof *names ? names[mood] : "";
}

typedef struct {
    const char *text;
    const rz_words *words;
    rz_words_place at;
} writer;

void rz_words_move_on(const rz_words *words, rz_words_place *place) {
    if (!place) return;
    place->sentence += words->n_sentences;
    if (words->n_sentences) place->paragraph += words->sentences[words->n_sentences - 1].paragraph + 1;
}

static void json_span(const writer *r, rz_json *j, rz_span span) {
    rz_json_open_at(j, "span", '[');
    rz_json_integer(j, (int64_t)(r->at.byte + span.start));
    rz_json_integer(j, (int64_t)(r->at.byte + span.end));
    rz_json_close(j, ']');
}

static void json_text(rz_json *j, const char *key, const char *value) {
    if (!*value) return;
    rz_json_key(j, key);
    rz_json_string(j, value);
}

static void json_slice(rz_json *j, const char *key, const char *text, rz_span span) {
    rz_json_key(j, key);
    rz_json_bytes(j, text + span.start, span.end - span.start);
}

static void json_verb(rz_json *j, uint8_t tense, uint8_t mood, uint8_t person, uint8_t number, bool negative, bool passive) {
    json_text(j, "tense", rz_tense_name((rz_tense_of)tense));
    json_text(j, "mood", rz_mood_name((rz_mood)mood));
    if (person) rz_json_integer_at(j, "person", person);
    if (number) json_text(j, "number", number == 2 ? "plural" : "singular");
    json_text(j, "polarity", negative ? "negative" : "positive");
    json_text(j, "voice", passive ? "passive" : "active");
}

static void json_word(const writer *r, rz_json *j, uint32_t i) {
    const rz_word_of *w = &r->words->words[i];
    bool verb = w->form != RZ_VERB_NONE;
    rz_json_open(j, '{');
    json_slice(j, "form", r->text, w->span);
    json_span(r, j, w->span);
    json_text(j, "lemma", verb && *w->infinitive ? w->infinitive : w->lemma);
    json_text(j, "upos", rz_upos_name((rz_upos)w->upos));
    if (w->words != 1) rz_json_integer_at(j, "token", w->words);
    if (w->degree) json_text(j, "degree", w->degree == 2 ? "superlative" : "comparative");
    if (verb) {
        json_text(j, "verb", w->form == RZ_VERB_PARTICIPLE ? "participle" : w->form == RZ_VERB_INFINITIVE ? "infinitive" : "finite");
        json_verb(j, w->tense, w->mood, w->person, w->number, w->negative, w->passive);
    } else {
        if (w->person) rz_json_integer_at(j, "person", w->person);
        if (w->number) json_text(j, "number", w->number == 2 ? "plural" : "singular");
    }
    if (r->words->in_phrases) {
        if (r->words->in_phrases[i].ezafe) rz_json_key(j, "ezafe"), rz_json_bool(j, true);
        rz_json_integer_at(j, "clause", (int64_t)r->words->in_phrases[i].clause + 1);
    }
    rz_json_close(j, '}');
}

static void json_words(rz_json *j, const char *key, uint32_t from, uint32_t to, uint32_t first) {
    rz_json_open_at(j, key, '[');
    rz_json_integer(j, from - first);
    rz_json_integer(j, to - first);
    rz_json_close(j, ']');
}

static void json_group(rz_json *j, const rz_verb_group *g, uint32_t first) {
    rz_json_open(j, '{');
    json_words(j, "words", g->first, g->last, first);
    if (g->compound_end > g->compound) json_words(j, "compound", g->compound, g->compound_end, first);
    json_text(j, "lemma", g->infinitive);
    json_verb(j, g->tense, g->mood, g->person, g->number, g->negative, g->passive);
    rz_json_close(j, '}');
}

static void json_phrases(const writer *r, rz_json *j, const rz_sentence_of *s) {
    const rz_words *words = r->words;
    rz_json_open_at(j, "phrases", '[');
    for (uint32_t i = s->first; i < s->last; i++) {
        int32_t in = words->in_phrases[i].phrase;
        if (in < 0 || words->phrases[in].first != i) continue;
        const rz_phrase *p = &words->phrases[in];
        rz_json_open(j, '{');
        json_text(j, "kind", rz_phrase_name((rz_phrase_kind)p->kind));
        json_words(j, "words", p->first, p->last, s->first);
        rz_json_integer_at(j, "head", p->head - s->first);
        rz_json_close(j, '}');
    }
    rz_json_close(j, ']');
}

static void json_sentence(const writer *r, rz_json *j, const rz_sentence_of *s) {
    const rz_words *words = r->words;
    rz_json_open(j, '{');
    json_slice(j, "text", r->text, s->span);
    json_span(r, j, s->span);
    rz_json_integer_at(j, "paragraph", (int64_t)r->at.paragraph + s->paragraph);
    rz_json_open_at(j, "words", '[');
    for (uint32_t i = s->first; i < s->last; i++) json_word(r, j, i);
    rz_json_close(j, ']');
    rz_json_open_at(j, "verbs", '[');
    for (uint32_t i = s->first; i < s->last; i++)
        if (words->words[i].group >= 0 && words->groups[words->words[i].group].first == i) json_group(j, &words->groups[words->words[i].group], s->first);
    rz_json_close(j, ']');
    if (words->in_phrases) json_phrases(r, j, s);
    rz_json_close(j, '}');
}

char *rz_words_jsonl(const rz_words *words, const char *text, rz_words_place *place) {
    rz_stream stream;
    writer r = {text, words, place ? *place : (rz_words_place){0}};
    bool failed = false;
    if (!rz_stream_open(&stream)) return NULL;
    for (uint32_t i = 0; i < words->n_sentences && !failed; i++) {
        rz_json j = {0};
        json_sentence(&r, &j, &words->sentences[i]);
        char *line = rz_json_finish(&j);
        failed = !line || fprintf(stream.out, "%s\n", line) < 0;
        free(line);
    }
    rz_words_move_on(words, place);
    char *all = rz_stream_close(&stream);
    if (!failed) return all;
    free(all);
    return NULL;
}
