/* Sentences and tokens: the cases of tests/cases/tokens.txt. */
#include "cases.h"

typedef struct {
    rz_tokenizer *tokenizer;
    int cases, failed, todo;
    bool is_todo;
    char text[4096];
} runner;

/* Tokens apart by spaces, sentences by ‖; the words of a token are one form again. */
static void shown(const rz_words *w, const char *text, char *out, size_t room) {
    size_t n = 0;
    for (uint32_t s = 0; s < w->n_sentences; s++) {
        uint32_t end = 0;
        if (s) n += (size_t)snprintf(out + n, room - n, " ‖");
        for (uint32_t i = w->sentences[s].first; i < w->sentences[s].last; i++) {
            const rz_word_of *word = &w->words[i];
            if ((i || s) && word->words) n += (size_t)snprintf(out + n, room - n, " ");
            for (end = word->span.start; end < word->span.end; end++)
                n += (size_t)(text[end] == ' ' ? snprintf(out + n, room - n, "␣") : snprintf(out + n, room - n, "%c", text[end]));
        }
    }
}

static void check(runner *r, const char *wanted) {
    char got[4096] = "";
    rz_error error = {0};
    rz_words *w = rz_tokenize(r->tokenizer, r->text, strlen(r->text), &error);
    assert_non_null(w);
    shown(w, r->text, got, sizeof got);
    rz_words_free(w);
    bool right = strcmp(got, wanted) == 0;
    r->cases++;
    if (r->is_todo) r->todo += !right;
    else if (!right) r->failed++, print_message("  %s\n  wanted %s\n  got    %s\n", r->text, wanted, got);
}

static void cases(void **state) {
    runner *r = *state;
    FILE *in = fopen("tests/cases/tokens.txt", "r");
    char line[4096];
    assert_non_null(in);
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == ':') snprintf(r->text, sizeof r->text, "%s", line + 2);
        if (line[0] == '=') check(r, line + 2);
        if (line[0] == '!') r->is_todo = strcmp(line, "! todo") == 0;
    }
    fclose(in);
    print_message("%d cases, %d failed, %d of those to do\n", r->cases, r->failed, r->todo);
    assert_true(r->cases >= 80);
    assert_int_equal(r->failed, 0);
}

int main(void) {
    rz_error error = {0};
    rz_engine *engine = case_engine();
    static runner r;
    r.tokenizer = rz_tokenizer_open(engine, &error);
    rz_engine_close(engine);
    const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(cases, &r)};
    int failed = r.tokenizer ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    rz_tokenizer_close(r.tokenizer);
    return failed;
}
