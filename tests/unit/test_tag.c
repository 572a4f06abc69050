/* The tagger by the shortest way to say it, every feature by its key, gives the labels that the fast one gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the above */
#include <cmocka.h>
#include <glob.h>

#include "reading/engine.h"
#include "text/parts.h"
#include "text/score.h"
#include "text/tag.h"

enum { MOST_TOKENS = 4096, NO_LABEL = RZ_MOST_LABELS };

static rz_engine *engine;
static rz_tagger *tagger;
static const rz_tagging *tagging;
static rz_arena arena;
static jmp_buf out_of_memory;
static uint32_t words;

static int open_engine(void **state) {
    (void)state;
    rz_error error;
    engine = rz_engine_open(NULL, 0, &error);
    if (!engine) return 1;
    rz_arena_open(&arena, &out_of_memory, 0);
    if (setjmp(out_of_memory)) return 1;
    tagging = rz_tagging_make(&arena, rz_engine_data(engine));
    tagger = rz_tagger_open(tagging);
    return tagger ? 0 : 1;
}

static int close_engine(void **state) {
    (void)state;
    rz_tagger_close(tagger);
    rz_arena_close(&arena);
    rz_engine_close(engine);
    return 0;
}

/* ---- the plain tagger ---- */

typedef struct {
    rz_window where; /* the features that count now */
    int *score;
} adder;

static uint32_t atom(rz_str s) { return rz_feature_atom(s.at, s.size); }

static void add(int *score, const char *kind, rz_str a, rz_str b) {
    const rz_weights *w = rz_weights_find(rz_engine_data(engine), rz_feature_key(atom(rz_str_of(kind)), atom(a), atom(b)));
    for (int l = 0; w && l < RZ_MOST_LABELS; l++) score[l] += w->weight[l];
}

static void add_found(void *self, rz_window where, rz_feature_kind kind, rz_str a, rz_str b) {
    adder *to = self;
    if (where == to->where) add(to->score, rz_feature_names[kind], a, b);
}

static rz_str label_text(uint32_t label) { return label == NO_LABEL ? RZ_STR("<s>") : rz_str_of(rz_tag_at(rz_engine_data(engine), label)); }
static rz_str word_text(const rz_seen *s) { return s->kind == RZ_TOKEN_NUMBER ? RZ_STR("0") : (rz_str){s->norm, s->size}; }
static rz_str class_text(const rz_seen *s) { return (rz_str){s->class, s->class_size}; }

/* near: the word in the middle. */
static rz_str part(rz_paired what, const rz_seen *near, uint32_t last, uint32_t before, char *room) {
    switch (what) {
    case RZ_OF_LABEL_1: return label_text(last);
    case RZ_OF_LABELS: sprintf(room, "%s %s", label_text(before).at, label_text(last).at); return rz_str_of(room);
    case RZ_OF_WORD: return word_text(&near[2]);
    case RZ_OF_WORD_BEFORE: return word_text(&near[1]);
    case RZ_OF_WORD_AFTER: return word_text(&near[3]);
    case RZ_OF_CLASS: return class_text(&near[2]);
    case RZ_OF_CLASS_BEFORE: return class_text(&near[1]);
    case RZ_OF_CLASS_AFTER: return class_text(&near[3]);
    default: return RZ_STR("");
    }
}

static uint32_t plain_label(const rz_seen *near, uint32_t last, uint32_t before) {
    static const rz_window windows[] = {RZ_AT_BEFORE_2, RZ_AT_BEFORE, RZ_AT_SELF, RZ_AT_AFTER, RZ_AT_AFTER_2};
    int score[RZ_MOST_LABELS] = {0};
    uint32_t best = NO_LABEL;
    for (int i = 0; i < 5; i++) rz_features(tagging, &near[i], add_found, &(adder){windows[i], score});
    for (int p = 0; p < RZ_PAIRINGS; p++) {
        char a[64], b[64];
        add(score, rz_pairings[p].kind, part(rz_pairings[p].a, near, last, before, a), part(rz_pairings[p].b, near, last, before, b));
    }
    for (uint32_t l = 0; l < rz_tags(rz_engine_data(engine)); l++) {
        bool punct = rz_str_is(label_text(l), "PUNCT");
        if (near[2].compared && rz_str_is(label_text(l), "ADJ-c")) score[l] += 1000;
        if (punct && near[2].kind == RZ_TOKEN_PUNCT) return l;
        if (!punct && (best == NO_LABEL || score[l] > score[best])) best = l;
    }
    return best;
}

static void compare(const rz_text *text, const rz_sentence *s, const rz_tagged *fast) {
    static rz_seen seen[MOST_TOKENS + 4];
    uint32_t n = s->last - s->first, last = NO_LABEL, before = NO_LABEL;
    const rz_seen edge = {.norm = "<s>", .size = 3, .kind = RZ_TOKEN_PUNCT, .class = "<s>", .class_size = 3};
    if (n > MOST_TOKENS) return;
    for (uint32_t i = 0; i < n + 4; i++)
        if (i < 2 || i >= n + 2) seen[i] = edge;
        else rz_see(tagging, text, s->first + i - 2, &seen[i]);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t label = plain_label(&seen[i], last, before);
        rz_str word = word_text(&seen[i + 2]);
        if (label != fast[s->first + i].label) print_message("«%.*s»: %s, not %s\n", (int)word.size, word.at, label_text(fast[s->first + i].label).at, label_text(label).at);
        assert_int_equal(label, fast[s->first + i].label);
        before = last;
        last = label;
        words++;
    }
}

/* ---- texts ---- */

static void compare_text(const char *bytes, size_t size) {
    rz_arena own;
    jmp_buf no_memory;
    rz_arena_open(&own, &no_memory, 0);
    if (setjmp(no_memory)) fail();
    const rz_language *l = rz_engine_language(engine);
    rz_text text = rz_text_of(l);
    rz_fold(&own, bytes, (uint32_t)size, &text);
    rz_tokens_cut_lines(&own, &text);
    rz_tagged *fast = RZ_NEW_N(&own, rz_tagged, text.n_tokens + 1);
    rz_tag(tagger, &text, fast);
    for (uint32_t i = 0; i < text.n_sentences; i++) compare(&text, &text.sentences[i], fast);
    rz_arena_close(&own);
}

static void compare_file(const char *path) {
    static char line[1 << 16];
    FILE *file = fopen(path, "r");
    if (!file) return;
    while (fgets(line, sizeof line, file)) compare_text(line, strlen(line));
    fclose(file);
}

static void all_files(void **state) {
    (void)state;
    glob_t files = {0};
    assert_int_equal(glob("samples/*.txt", 0, NULL, &files), 0);
    assert_int_equal(glob("tests/cases/*.txt", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) compare_file(files.gl_pathv[i]);
    globfree(&files);
    assert_true(words > 10000);
}

/* A word longer than is kept, more words than are kept, a sentence longer than a block, letters of other scripts. */
static void odd_texts(void **state) {
    (void)state;
    static const char *const texts[] = {"همکاری‌های‌راهبردی‌بلندمدت‌آینده‌نگرانه بزرگ‌ترین است", "a", "ۀ خانۀ ما خانهٔ ما", "Москва و 東京، mfa.gov.ir و ۳+۳",
                                        "«»«»!!!؟؟؟...", "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده"};
    char word[16];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) compare_text(texts[i], strlen(texts[i]));
    for (uint32_t i = 1; i < 3 * RZ_TYPES; i += 1 + i % 64 * (i > 1000)) {
        size_t n = 0;
        for (uint32_t k = i; k; k /= 20) word[n++] = (char)0xD8, word[n++] = (char)(0xA7 + k % 20);
        if (n < sizeof word) compare_text(word, n);
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) compare_text(texts[i], strlen(texts[i]));
}

static void scorers_agree(void **state) {
    (void)state;
    _Alignas(64) int16_t sums[RZ_WINDOW][RZ_LANES], labels[RZ_LANES], plain[RZ_LANES], other[RZ_LANES];
    _Alignas(64) int8_t rows[RZ_ROWS_BESIDE][RZ_LANES];
    rz_scorer a, b;
    assert_true(rz_scorer_known(0, &a));
    srand(1);
    for (int turn = 0; turn < 2000; turn++) {
        rz_speaking s;
        for (int i = 0; i < RZ_LANES; i++) {
            for (int k = 0; k < RZ_WINDOW; k++) sums[k][i] = (int16_t)(rand() % 7 - 3), s.sums[k] = sums[k];
            for (int k = 0; k < RZ_ROWS_BESIDE; k++) rows[k][i] = (int8_t)(rand() % 5 - 2), s.rows[k] = rows[k];
            labels[i] = (int16_t)(i > 27 ? -16000 : rand() % 3);
        }
        a.add(&s, plain);
        for (size_t i = 1; rz_scorer_known(i, &b); i++) {
            b.add(&s, other);
            assert_memory_equal(plain, other, sizeof plain);
            assert_int_equal(a.best(plain, labels, s.rows), b.best(plain, labels, s.rows));
        }
        uint32_t best = 0;
        for (uint32_t i = 1; i < RZ_LANES; i++) {
            int now = plain[i] + labels[i] + rows[0][i] + rows[1][i] + rows[2][i], most = plain[best] + labels[best] + rows[0][best] + rows[1][best] + rows[2][best];
            best = now > most ? i : best;
        }
        assert_int_equal(best, a.best(plain, labels, s.rows));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_files), cmocka_unit_test(odd_texts), cmocka_unit_test(scorers_agree)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
