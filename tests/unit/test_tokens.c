/* Sentences, tokens and verbs: the cases of tests/cases/tokens.txt and verbs.txt. */
#include "cases.h"

typedef struct {
    rz_tokenizer *tokenizer;
    int cases, failed, todo;
    bool is_todo;
    void (*shown)(const rz_words *words, const char *text, char *out, size_t room);
    char text[4096];
} runner;

/* Tokens apart by spaces, sentences by ‖; the words of a token are one form again. */
static void shown_tokens(const rz_words *w, const char *text, char *out, size_t room) {
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

/* The verbs apart by |, each: infinitive, tense, mood, person and number, what else it is. */
static void shown_verbs(const rz_words *w, const char *text, char *out, size_t room) {
    (void)text;
    size_t n = 0;
    for (uint32_t i = 0; i < w->n_groups; i++) {
        const rz_verb_group *g = &w->groups[i];
        char person[3] = {(char)('0' + g->person), g->number == 2 ? 'p' : 's', 0};
        size_t at = n + (i ? 3 : 0);
        const char *tense = rz_tense_name((rz_tense_of)g->tense), *mood = rz_mood_name((rz_mood)g->mood);
        n += (size_t)snprintf(out + n, room - n, "%s%s %s %s %s%s%s", i ? " | " : "", g->infinitive, *tense ? tense : "-", *mood ? mood : "-",
                              g->person ? person : "-", g->negative ? " negative" : "", g->passive ? " passive" : "");
        for (size_t end = at + strlen(g->infinitive); at < end; at++)
            if (out[at] == ' ') out[at] = '_';
    }
}

static void check(runner *r, const char *wanted) {
    char got[4096] = "";
    rz_error error = {0};
    rz_words *w = rz_tokenize(r->tokenizer, r->text, strlen(r->text), &error);
    assert_non_null(w);
    r->shown(w, r->text, got, sizeof got);
    rz_words_free(w);
    bool right = strcmp(got, wanted) == 0;
    r->cases++;
    if (r->is_todo) r->todo += !right;
    else if (!right) r->failed++, print_message("  %s\n  wanted %s\n  got    %s\n", r->text, wanted, got);
}

static void run(rz_tokenizer *tokenizer, const char *path, void (*shown)(const rz_words *, const char *, char *, size_t)) {
    static runner r;
    FILE *in = fopen(path, "r");
    char line[4096];
    assert_non_null(in);
    r = (runner){.tokenizer = tokenizer, .shown = shown};
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == ':') snprintf(r.text, sizeof r.text, "%s", line + 2);
        if (line[0] == '=') check(&r, line + 2);
        if (line[0] == '!') r.is_todo = strcmp(line, "! todo") == 0;
    }
    fclose(in);
    print_message("%s: %d cases, %d failed, %d to do\n", path, r.cases, r.failed, r.todo);
    assert_true(r.cases >= 80);
    assert_int_equal(r.failed, 0);
}

static void tokens(void **state) { run(*state, "tests/cases/tokens.txt", shown_tokens); }
static void verbs(void **state) { run(*state, "tests/cases/verbs.txt", shown_verbs); }

int main(void) {
    rz_error error = {0};
    rz_engine *engine = case_engine();
    rz_tokenizer *tokenizer = rz_tokenizer_open(engine, &error);
    rz_engine_close(engine);
    const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(tokens, tokenizer), cmocka_unit_test_prestate(verbs, tokenizer)};
    int failed = tokenizer ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    rz_tokenizer_close(tokenizer);
    return failed;
}
