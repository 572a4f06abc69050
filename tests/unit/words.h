/* The tokenizer that the tests of words and of phrases share, and what holds of both. */
#ifndef RZ_TESTS_WORDS_H
#define RZ_TESTS_WORDS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the above */
#include <cmocka.h>

#include "rayzan.h"

static rz_engine *engine;
static rz_tokenizer *tokenizer;

static int open_tokenizer(bool phrases) {
    rz_error error;
    engine = rz_engine_open(NULL, 0, &error);
    tokenizer = engine ? rz_tokenizer_open(engine, &error) : NULL;
    return tokenizer && (!phrases || rz_tokenizer_phrases(tokenizer, true, &error)) ? 0 : 1;
}

static int close_engine(void **state) {
    (void)state;
    rz_tokenizer_close(tokenizer);
    rz_engine_close(engine);
    return 0;
}

static rz_words *words_of(const char *text) {
    rz_error error;
    rz_words *words = rz_tokenize(tokenizer, text, strlen(text), &error);
    assert_non_null(words);
    return words;
}

/* Whatever was met before, a text gives the same: the memory does not show. A line end comes after each `line` words, or none. */
typedef char *words_written(const rz_words *words, const char *text, rz_words_place *place);
static void shows_no_memory(const char *text, words_written *write, uint32_t line) {
    rz_error error;
    rz_words *w = words_of(text);
    char *first = write(w, text, NULL);
    rz_words_free(w);
    enum { SIZE = 3 << 20 };
    char *many = malloc(SIZE), *at = many;
    for (uint32_t i = 1; at + 40 < many + SIZE; i++) { /* words enough to drive out all that was known */
        for (uint32_t k = i; k; k /= 20) at += sprintf(at, "%c%c", 0xD8, 0xA7 + (int)(k % 20));
        *at++ = line && i % line == 0 ? '\n' : ' ';
    }
    w = rz_tokenize(tokenizer, many, (size_t)(at - many), &error);
    assert_non_null(w);
    rz_words_free(w);
    free(many);
    w = words_of(text);
    char *second = write(w, text, NULL);
    rz_words_free(w);
    assert_string_equal(first, second);
    rz_free(first), rz_free(second);
}

#endif
