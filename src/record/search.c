/* Full-text search over the words of articles in their search form. */
#include <stdio.h>
#include <stdlib.h>

#include "base/joined.h"
#include "reading/engine.h"
#include "record/record.h"
#include "text/text.h"

enum { MOST_MATCHES = 3, MOST_WORDS = 32, LEAST_PART = 6 /* bytes: three letters */, MOST_CUT = 60 /* bytes of a word */ };

const char *rz_search_words(rz_arena *arena, const rz_language *language, const char *text, size_t size, size_t *n) {
    size_t room = size * 2 + 16;
    char *out = rz_alloc(arena, room);
    *n = rz_text_search_key(language, text, size, out, room);
    if (*n >= room) {
        out = rz_alloc(arena, *n + 1);
        rz_text_search_key(language, text, size, out, *n + 1);
    }
    return out;
}

/* ---- the question ---- */

typedef struct {
    const char *words;
    size_t limit;
    rz_answer *answer;
    const char *sought[MOST_WORDS]; /* in their search form */
    uint32_t n_sought;
} asked;

static void seek(asked *a, const char *word) {
    if (a->n_sought < MOST_WORDS) a->sought[a->n_sought++] = word;
}

static void add(rz_joined *out, const char *term) {
    if (out->n) rz_join(out, " AND ", 5);
    rz_join(out, term, strlen(term));
}

/* Names are written joined and apart, and no lexicon knows them all: امیر عبداللهیان is looked for as one word too, and a word as two. */
static void add_word(rz_record *record, const char *before, const char *word, const char *after, rz_joined *out) {
    const char *term = rz_format(&record->work, "(\"%s\"", word);
    if (before) term = rz_format(&record->work, "%s OR \"%s%s\"", term, before, word);
    if (after) term = rz_format(&record->work, "%s OR \"%s%s\"", term, word, after);
    size_t size = strlen(word), least = LEAST_PART;
    for (size_t cut = least; size >= 2 * least && size <= MOST_CUT && cut <= size - least; cut++)
        if ((word[cut] & 0xC0) != 0x80) term = rz_format(&record->work, "%s OR \"%.*s %s\"", term, (int)cut, word, word + cut);
    add(out, rz_format(&record->work, "%s)", term));
}

/* Adds words in their search form to an expression of FTS5. */
static void add_words(rz_record *record, asked *a, const char *text, size_t size, rz_joined *out) {
    size_t n_key;
    char *key = (char *)(uintptr_t)rz_search_words(&record->work, rz_engine_language(record->engine), text, size, &n_key);
    const char *words[MOST_WORDS];
    uint32_t n = 0;
    for (char *rest, *word = strtok_r(key, " ", &rest); word && n < MOST_WORDS; word = strtok_r(NULL, " ", &rest)) words[n++] = word;
    for (uint32_t i = 0; i < n; i++) {
        const char *after = i + 1 < n ? words[i + 1] : NULL;
        add_word(record, i ? words[i - 1] : NULL, words[i], after, out);
        seek(a, words[i]);
        if (after) seek(a, rz_format(&record->work, "%s%s", words[i], after));
    }
}

/* Adds words that stand side by side. */
static void add_phrase(rz_record *record, asked *a, const char *text, size_t size, rz_joined *out) {
    size_t n;
    char *key = (char *)(uintptr_t)rz_search_words(&record->work, rz_engine_language(record->engine), text, size, &n);
    if (n) add(out, rz_format(&record->work, "\"%s\"", key));
    for (char *rest, *word = strtok_r(key, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) seek(a, word);
}

static const char *const marks[][2] = {{"\"", "\""}, {"«", "»"}, {"“", "”"}};

/* The next quotation mark that opens a phrase and has its end. */
static const char *next_phrase(const char *at, const char **begin, const char **end, size_t *mark) {
    const char *first = NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *open = strstr(at, marks[i][0]), *stop = open ? strstr(open + strlen(marks[i][0]), marks[i][1]) : NULL;
        if (!stop || (first && open > first)) continue;
        first = open, *begin = open + strlen(marks[i][0]), *end = stop, *mark = strlen(marks[i][1]);
    }
    return first;
}

static const char *expression(rz_record *record, asked *a) {
    rz_joined out = {.arena = &record->work};
    const char *at = a->words, *begin, *end, *open;
    for (size_t mark; (open = next_phrase(at, &begin, &end, &mark)) != NULL; at = end + mark) {
        add_words(record, a, at, (size_t)(open - at), &out);
        add_phrase(record, a, begin, (size_t)(end - begin), &out);
    }
    add_words(record, a, at, strlen(at), &out);
    if (!a->n_sought) rz_record_fail(record, RZ_BAD_ARGUMENT, "there is no word to search for");
    return rz_joined_text(&out);
}

/* ---- what was found ---- */

static bool same_but_spaces(const char *a, const char *b) {
    for (;; a++, b++) {
        while (*a == ' ') a++;
        if (*a != *b) return false;
        if (!*a) return true;
    }
}

/* Where the words stand in an article: its tokens in their search form, one or two that are one word. */
static bool is_sought(rz_record *record, const asked *a, const char *text, rz_span span) {
    char key[200];
    size_t n = rz_text_search_key(rz_engine_language(record->engine), text + span.start, span.end - span.start, key, sizeof key);
    if (n >= sizeof key) return false;
    for (uint32_t i = 0; i < a->n_sought; i++)
        if (same_but_spaces(key, a->sought[i])) return true;
    return false;
}

static void show_matches(rz_record *record, const asked *a, const char *text, size_t size, rz_match *out) {
    rz_arena *arena = &a->answer->arena;
    rz_text words;
    rz_span all = {0, (uint32_t)size};
    rz_proof *matches = RZ_NEW_N(arena, rz_proof, MOST_MATCHES);
    uint32_t after = 0;
    rz_text_make(&record->work, rz_engine_language(record->engine), text, (uint32_t)size, &all, 1, &words);
    for (uint32_t t = 0; t < words.n_tokens && out->n_matches < MOST_MATCHES; t++) {
        if (words.tokens[t].punct) continue;
        rz_span one = rz_token_src(&words.tokens[t]), two = t + 1 < words.n_tokens ? (rz_span){one.start, words.tokens[t + 1].src_end} : one;
        bool single = is_sought(record, a, text, one);
        if (one.start < after || (!single && !is_sought(record, a, text, two))) continue;
        matches[out->n_matches] = rz_tell_proof(arena, text, size, single ? one : two);
        after = two.end + (uint32_t)strlen(matches[out->n_matches++].after);
    }
    out->matches = matches;
}

static void tell_match(rz_record *record, const asked *a, int64_t article, rz_match *out) {
    rz_report head = {0};
    rz_arena *arena = &a->answer->arena;
    rz_tell_article(record, arena, article, &head);
    *out = (rz_match){.article = head.article, .title = head.title, .path = head.path, .url = head.url, .outlet = head.outlet,
                      .published = head.published};
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_ARTICLE_TEXT, "i", article);
    if (!rz_sql_next(record, s)) return;
    const char *text = rz_column_text(&record->work, s, 1);
    sqlite3_reset(s);
    show_matches(record, a, text, strlen(text), out);
}

static void find(rz_record *record, void *self) {
    asked *a = self;
    RZ_VEC(int64_t) rows = {0};
    const char *match = expression(record, a);
    int64_t limit = a->limit ? (int64_t)a->limit : -1, all = 0;
    rz_record_run(record, "BEGIN");
    sqlite3_stmt *s = rz_sql(record, RZ_SQL_WORDS_FIND, "ti", match, limit);
    while (rz_sql_next(record, s)) *RZ_PUSH(&record->work, &rows) = sqlite3_column_int64(s, 0);
    s = rz_sql(record, RZ_SQL_WORDS_COUNT, "t", match);
    if (rz_sql_next(record, s)) all = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    rz_match *found = RZ_NEW_N(&a->answer->arena, rz_match, rows.n);
    for (uint32_t i = 0; i < rows.n; i++) tell_match(record, a, rows.at[i], &found[i]);
    a->answer->search = (rz_search){found, rows.n, (size_t)all};
    rz_record_run(record, "COMMIT");
}

rz_search *rz_record_search(rz_record *record, const char *words, size_t limit, rz_error *error) {
    rz_answer *answer = rz_answer_open(record, error);
    asked a = {.words = words, .limit = limit, .answer = answer};
    if (answer && rz_record_guard(record, find, &a, error)) return &answer->search;
    rz_answer_free(answer);
    return NULL;
}

void rz_search_free(rz_search *search) { rz_answer_free((rz_answer *)(void *)search); }
