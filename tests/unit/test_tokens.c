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

static char *put_code(char *at, uint32_t c) {
    int n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (int i = n - 1; i > 0; i--, c >>= 6) at[i] = (char)(0x80 | (c & 0x3F));
    at[0] = (char)(n == 1 ? c : (0xF0 << (4 - n) & 0xFF) | c);
    return at + n;
}

/* Words come in the order of the text, apart, and hold something. */
static void check_spans(rz_tokenizer *tokenizer, const char *text, size_t size) {
    rz_error error = {0};
    rz_words *w = rz_tokenize(tokenizer, text, size, &error);
    assert_non_null(w);
    uint32_t at = 0;
    for (uint32_t i = 0; i < w->n_words; at = w->words[i++].span.end) {
        const rz_span span = w->words[i].span;
        assert_true(at <= span.start && span.start < span.end && span.end <= size && !memchr(text + span.start, '\n', span.end - span.start));
    }
    rz_words_free(w);
}

/* Every code point that may hold a letter, and some of the rest: on a line alone, and on one between letters. */
static void all_of_unicode(void **state) {
    enum { ROOM = 1 << 20, LETTER = 0x628, LETTERS_END = 0x20000 };
    char *text = malloc(ROOM), *at = text;
    rz_error error = {0};
    for (uint32_t c = 0; c < 0x110000; c += c < LETTERS_END ? 1 : 61) {
        if (c >= 0xD800 && c < 0xE000) { /* half a character */
            char *end = put_code(text, c);
            assert_null(rz_tokenize(*state, text, (size_t)(end - text), &error));
            assert_int_equal(error.position, 0);
            continue;
        }
        if (c == 0xE000) at = text;
        at = put_code(at, c), *at++ = '\n';
        at = put_code(at, LETTER), at = put_code(at, c), at = put_code(at, LETTER), *at++ = '\n';
        if (at - text < ROOM - 32 && c != 0xD7FF) continue;
        check_spans(*state, text, (size_t)(at - text));
        at = text;
    }
    check_spans(*state, text, (size_t)(at - text));
    free(text);
}

int main(void) {
    rz_error error = {0};
    rz_engine *engine = case_engine();
    rz_tokenizer *tokenizer = rz_tokenizer_open(engine, &error);
    rz_engine_close(engine);
    const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(tokens, tokenizer), cmocka_unit_test_prestate(verbs, tokenizer),
                                       cmocka_unit_test_prestate(all_of_unicode, tokenizer)};
    int failed = tokenizer ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    rz_tokenizer_close(tokenizer);
    return failed;
}
