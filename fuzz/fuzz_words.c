/* Words and phrases under libFuzzer: spans are in range, in order and of whole tokens, phrases stand side by side, an ezafe stays within its
 * phrase, and what is written says them. */
#include <stdlib.h>
#include <string.h>

#include "rayzan.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void hold(bool what) {
    if (!what) abort();
}

static void check_words(const rz_words *w, size_t size) {
    uint32_t at = 0, next = 0;
    for (uint32_t s = 0; s < w->n_sentences; s++) {
        const rz_sentence_of *x = &w->sentences[s];
        hold(x->first == next && x->last > x->first && x->last <= w->n_words);
        for (uint32_t i = x->first; i < x->last; i++) {
            const rz_word_of *word = &w->words[i];
            hold(word->span.start >= at && word->span.end > word->span.start && word->span.end <= size);
            hold(word->words || word->span.start == at);
            hold(word->lemma && word->infinitive && word->group < (int32_t)w->n_groups);
            hold(i + word->words <= x->last);
            at = word->span.end;
        }
        hold(x->span.start == w->words[x->first].span.start && x->span.end == at);
        next = x->last;
    }
    hold(next == w->n_words);
    for (uint32_t g = 0; g < w->n_groups; g++) hold(w->groups[g].compound <= w->groups[g].first && w->groups[g].last <= w->n_words);
}

static void check_phrases(const rz_words *w) {
    hold(w->in_phrases || !w->n_words);
    for (uint32_t p = 0, at = 0; p < w->n_phrases; at = w->phrases[p++].last) {
        const rz_phrase *x = &w->phrases[p];
        hold(x->first >= at && x->first <= x->head && x->head < x->last && x->last <= w->n_words);
    }
    for (uint32_t s = 0; s < w->n_sentences; s++)
        for (uint32_t i = w->sentences[s].first; i < w->sentences[s].last; i++) {
            const rz_in_phrase *in = &w->in_phrases[i];
            hold(in->phrase < (int32_t)w->n_phrases && in->clause <= i - w->sentences[s].first);
            hold(!in->ezafe || (i + 1 < w->sentences[s].last && w->in_phrases[i + 1].phrase == in->phrase));
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static rz_tokenizer *tokenizer;
    rz_error error = {0};
    if (!tokenizer) {
        rz_engine *engine = rz_engine_open(NULL, 0, &error);
        hold(engine != NULL);
        tokenizer = rz_tokenizer_open(engine, &error);
        rz_engine_close(engine);
    }
    hold(tokenizer != NULL);
    hold(rz_tokenizer_phrases(tokenizer, true, &error));
    rz_words *w = rz_tokenize(tokenizer, (const char *)bytes, size, &error);
    hold(w || error.code == RZ_NOT_UTF8 || error.code == RZ_TOO_LONG);
    if (!w) return 0;
    check_words(w, size);
    check_phrases(w);
    char *conllu = rz_words_conllu(w, (const char *)bytes, NULL), *jsonl = rz_words_jsonl(w, (const char *)bytes, NULL);
    hold(conllu && jsonl);
    rz_free(conllu), rz_free(jsonl);
    rz_words_free(w);
    return 0;
}
