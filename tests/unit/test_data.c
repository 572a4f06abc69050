/* The tables: their text, complaints, overlay, names and words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "data/image.h"

typedef struct {
    unsigned n;
    char all[4096];
} complaints;

static void note(void *self, const char *file, unsigned line, const char *what) {
    complaints *c = self;
    size_t at = strlen(c->all);
    c->n++;
    snprintf(c->all + at, sizeof c->all - at, "%s:%u: %s\n", file, line, what);
}

static rz_data *compile(const rz_data *base, const char *name, const char *text, complaints *c) {
    rz_data_file file = {name, text, strlen(text)};
    rz_error error = {0};
    rz_data *data = rz_data_compile(base, &file, 1, note, c, &error);
    if (!data) assert_int_equal(error.code, RZ_BAD_DATA);
    return data;
}

static const char SMALL[] = "# a small world\n"
                            "horizon 2024-05-01\n"
                            "state iran\n"
                            "  fa ایران | جمهوری اسلامی ایران\n"
                            "  adj ایرانی\n"
                            "  en Iran\n"
                            "  iso IRN\n"
                            "  capital tehran\n"
                            "place tehran\n"
                            "  fa تهران\n"
                            "  en Tehran\n"
                            "  state iran\n"
                            "office foreign-minister\n"
                            "  fa وزیر امور خارجه | وزیر خارجه\n"
                            "  unique yes\n"
                            "person some-minister\n"
                            "  fa نادر امیرزاده\n"
                            "  short امیرزاده\n"
                            "  state iran\n"
                            "  holds foreign-minister iran 2020-01-01..now\n"
                            "  holds foreign-minister iran 2016-01-01..2017-01-01 acting\n";

static rz_data *small(void) {
    complaints c = {0};
    rz_data *data = compile(NULL, "small.txt", SMALL, &c);
    assert_string_equal(c.all, "");
    assert_non_null(data);
    return data;
}

static void test_rows(void **state) {
    (void)state;
    rz_data *d = small();
    rz_row iran = rz_row_find(d, RZ_STATE, RZ_STR("iran"));
    assert_int_not_equal(iran, RZ_NONE);
    assert_int_equal(rz_row_find(d, RZ_PLACE, RZ_STR("iran")), RZ_NONE);
    assert_string_equal(rz_row_id(d, iran), "iran");
    assert_int_equal(rz_row_type_of(d, iran), RZ_STATE);
    assert_string_equal(rz_row_get(d, iran, "fa").at, "ایران");
    assert_true(rz_row_has(d, iran, "fa", "جمهوری اسلامی ایران"));
    assert_int_equal(rz_row_get(d, iran, "speaks").size, 0);
    assert_int_equal(rz_row_horizon(d, iran), 19844);
    assert_int_equal(rz_fields_of(d, iran), 6);
    assert_int_equal(rz_field_at(d, iran, 2).key, rz_key(d, "adj"));
    assert_int_equal(rz_key(d, "no-such-key"), RZ_NONE);
    rz_row first;
    uint32_t n;
    rz_rows_of(d, RZ_PERSON, &first, &n);
    assert_int_equal(n, 1);
    assert_string_equal(rz_row_id(d, first), "some-minister");
    rz_data_close(d);
}

static void test_order_and_image(void **state) {
    (void)state;
    rz_data *d = small(), *again = small();
    size_t size, other;
    const void *image = rz_data_image(d, &size);
    assert_memory_equal(image, rz_data_image(again, &other), size);
    assert_int_equal(size, other);
    assert_true(rz_image_check(image, size));
    assert_false(rz_image_check(image, size - 1));
    assert_int_equal(rz_data_hash(d), rz_data_hash(again));
    /* position independent: a copy elsewhere reads the same */
    char *moved = malloc(size + 16);
    memcpy(moved + 16, image, size);
    const rz_data *copy = (const rz_data *)(moved + 16);
    assert_int_not_equal(rz_row_find(copy, RZ_STATE, RZ_STR("iran")), RZ_NONE);
    free(moved);
    rz_data_close(d);
    rz_data_close(again);
}

/* Each wrong line, and what must be said of it. */
static void test_complaints(void **state) {
    (void)state;
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"planet mars\n", "x.txt:1: planet is no row type"},
        {"  fa word\n", "x.txt:1: an indented line before the first row"},
        {"topic Sanctions\n", "x.txt:1: a topic row wants an id"},
        {"topic\n", "x.txt:1: a topic row wants an id"},
        {"topic a b\n  fa الف\n", "x.txt:1: nothing may follow the id a"},
        {"topic a\n  fa الف\n  colour red\n", "x.txt:3: a topic row has no key colour"},
        {"frame a\n  noun الف\n  verbs nowhere\n", "x.txt:3: verbs: there is no verb nowhere"},
        {"frame a\n  noun الف\n  closing nowhere\n", "x.txt:3: closing: there is no words nowhere"},
        {"frame a\n  noun (@nowhere)\n", "x.txt:2: noun: (@nowhere) has more forms than a name may have, or names no row of words"},
        {"words a\n  fa (@a)\n", "x.txt:2: fa: (@a) has more forms than a name may have, or names no row of words"},
        {"topic a\n  FA الف\n", "x.txt:2: the key FA is not lower-case"},
        {"topic a\n  fa\n", "x.txt:2: the key fa has no value"},
        {"topic a\n  fa الف || ب\n", "x.txt:2: an empty value beside a |"},
        {"topic a\n  en A\n", "x.txt:1: topic a lacks the key fa"},
        {"topic a\n  fa ...\n", "x.txt:2: fa: ... has no letter"},
        {"topic a\n  fa (\u06A9\u0645/\u06A9\u0645\u06CC) \u06A9\u0627\u0631\n  en A\n", "x.txt:2: fa: the first name is shown"},
        {"topic a\n  fa الف # first\n", "x.txt:2: fa: a comment stands on a line of its own"},
        {"topic a\n  fa الف\ntopic a\n  fa ب\n", "x.txt:3: topic a stands already in x.txt:1"},
        {"horizon soon\n", "x.txt:1: horizon wants a day"},
        {"horizon 2024-02-30\n", "x.txt:1: horizon wants a day"},
        {"delete topic a\n", "x.txt:1: delete belongs in a folder laid over"},
        {"place a\n  fa الف\n  en A\n  state narnia\n", "x.txt:4: state: there is no state narnia"},
        {"state a\n  fa الف\n  en A\n  iso abc\n", "x.txt:4: iso wants three capital letters"},
        {"office a\n  fa الف\n  unique maybe\n", "x.txt:3: unique is one of: yes no"},
        {"person a\n  fa الف\n  holds x\n", "x.txt:3: holds wants OFFICE WHOSE FROM..TO"},
        {"person a\n  fa الف\n  holds o w 2020-01-01..\n", "x.txt:3: holds: there is no office o"},
        {"person a\n  fa الف\n  holds o w 2020-1..\n", "x.txt:3: holds: 2020-1.. is no FROM..TO"},
        {"person a\n  fa الف\n  holds o w 2021-01-01..2020-01-01\n", "ends before it begins"},
        {"person a\n  fa الف\n  holds o w 2021-02..2021\n", "x.txt:3: holds: there is no office o"},
        {"person a\n  fa الف\n  holds o w 2021-02..2020\n", "ends before it begins"},
        {"person a\n  fa الف\n  holds o w .. at narnia\n", "there is no state or place or organisation narnia"},
        {"person a\n  fa الف\n  holds o w .. really\n", "only `acting` or `at SEAT` may stand"},
        {"person a\n  fa الف\n  checked lately\n", "x.txt:3: checked wants a day"},
        {"forum a\n  fa الف\n  session 2020-01-01..2020-01-02 atlantis\n", "there is no state or place atlantis"},
        {"topic a\n  fa \xff\xfe\n", "x.txt:2: the line is not UTF-8 text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        complaints c = {0};
        assert_null(compile(NULL, "x.txt", cases[i].text, &c));
        if (!strstr(c.all, cases[i].said)) print_error("case %zu: wanted «%s», got «%s»\n", i, cases[i].said, c.all);
        assert_non_null(strstr(c.all, cases[i].said));
    }
}

static void test_all_complaints(void **state) {
    (void)state;
    complaints c = {0};
    rz_error error = {0};
    rz_data_file file = {"x.txt", "planet a\n  skipped x\ntopic b\n  foo x\nplanet c\n", 0};
    file.size = strlen(file.text);
    assert_null(rz_data_compile(NULL, &file, 1, note, &c, &error));
    assert_int_equal(c.n, 4); /* two planets, foo, and b without fa */
    assert_non_null(strstr(error.message, "x.txt:1: planet"));
    assert_null(rz_data_compile(NULL, &file, 1, NULL, NULL, NULL));
}

static void test_open_types(void **state) {
    (void)state;
    complaints c = {0};
    rz_data *d = compile(NULL, "x.txt", "words end\n  mark # | /***\n  label اخبار \\| مهر\nframe f\n  anything at all\n", &c);
    assert_non_null(d);
    rz_row end = rz_row_find(d, RZ_WORDS, RZ_STR("end"));
    assert_true(rz_row_has(d, end, "mark", "#"));
    assert_string_equal(rz_row_get(d, end, "label").at, "اخبار | مهر");
    rz_data_close(d);
}

static void test_days_written(void **state) {
    (void)state;
    rz_days year = rz_days_written(RZ_STR("2024")), february = rz_days_written(RZ_STR("2024-02"));
    assert_int_equal(year.from, 19723);
    assert_int_equal(year.to, 19723 + 365);
    assert_int_equal(february.from, 19723 + 31);
    assert_int_equal(february.to, 19723 + 31 + 28);
    assert_int_equal(rz_days_written(RZ_STR("2024-01-02")).to, 19724);
    const char *none[] = {"", "now", "202", "2024-", "2024-13", "2024-02-30", "2024-02-3"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(rz_days_written(rz_str_of(none[i])).from, RZ_NO_DAY);
}

static void test_overlay(void **state) {
    (void)state;
    rz_data *base = small();
    complaints c = {0};
    rz_data *d = compile(base, "mine.txt",
                         "horizon 2025-01-01\nstate iran\n  fa ایران\n  en Persia\n  iso IRN\n"
                         "topic tea\n  fa چای\ndelete person some-minister\n", &c);
    assert_non_null(d);
    rz_row iran = rz_row_find(d, RZ_STATE, RZ_STR("iran"));
    assert_string_equal(rz_row_get(d, iran, "en").at, "Persia");
    assert_int_equal(rz_row_get(d, iran, "adj").size, 0);
    assert_int_equal(rz_row_horizon(d, iran), 20089);
    assert_int_equal(rz_row_find(d, RZ_PERSON, RZ_STR("some-minister")), RZ_NONE);
    assert_int_not_equal(rz_row_find(d, RZ_TOPIC, RZ_STR("tea")), RZ_NONE);
    assert_int_not_equal(rz_row_find(d, RZ_OFFICE, RZ_STR("foreign-minister")), RZ_NONE);
    assert_int_not_equal(rz_data_hash(d), rz_data_hash(base));
    rz_data_close(d);
    /* a deleted row may be written anew; what is not there cannot be deleted */
    d = compile(base, "mine.txt", "delete person some-minister\nperson some-minister\n  fa بهرام امیرزاده\n", &c);
    assert_non_null(d);
    assert_string_equal(rz_row_get(d, rz_row_find(d, RZ_PERSON, RZ_STR("some-minister")), "fa").at, "بهرام امیرزاده");
    rz_data_close(d);
    assert_null(compile(base, "mine.txt", "delete person nobody\n", &c));
    assert_non_null(strstr(c.all, "there is no person nobody to delete"));
    /* what of the base refers to a deleted row goes with it */
    d = compile(base, "mine.txt", "delete place tehran\n", &c);
    assert_non_null(d);
    assert_int_equal(rz_row_get(d, rz_row_find(d, RZ_STATE, RZ_STR("iran")), "capital").size, 0);
    rz_data_close(d);
    d = compile(base, "mine.txt", "", &c);
    assert_non_null(d);
    assert_int_equal(rz_data_hash(d), rz_data_hash(base));
    rz_data_close(d);
    rz_data_close(base);
}

static uint32_t letters_of(const char *text, uint8_t *out) {
    return rz_letters_of(text, (uint32_t)strlen(text), out, 256);
}

static void test_letters(void **state) {
    (void)state;
    static const char *same[][2] = {
        {"امیرعبداللهیان", "امیر عبد‌اللهيان"}, {"کیف", "كيف"}, {"۱۴۰۲", "1402"}, {"٣", "3"}, {"رئیسی", "رییسی"},
        {"آذر", "اذر"}, {"مسئله", "مسیلە"}, {"BRICS", "brics"}, {"محمّد", "محمد"}, {"خـــبر", "خبر"}, {"خانهٔ", "خانه"},
        {"ﻣﺴﮑﻮ", "مسکو"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        uint8_t a[256], b[256];
        uint32_t n = letters_of(same[i][0], a);
        assert_int_equal(n, letters_of(same[i][1], b));
        assert_memory_equal(a, b, n);
    }
    assert_int_not_equal(rz_letter_code(0x633), rz_letter_code(0x635));
    assert_int_equal(rz_letter_code(0x200C), 0);
    assert_int_equal(rz_letter_code(' '), 0);
    for (uint32_t c = 0; c < 0x11000; c++) assert_true(rz_letter_code(c) < RZ_LETTER_CODES);
}

typedef struct {
    unsigned n;
    rz_name_hit at[16];
    unsigned stop;
} found;

static bool keep(void *self, const rz_name_hit *hit) {
    found *f = self;
    if (f->n < 16) f->at[f->n++] = *hit;
    return f->n != f->stop;
}

static bool has_name(const rz_data *d, const char *name) {
    uint8_t letters[256];
    uint32_t n = letters_of(name, letters);
    found f = {0};
    rz_names_at(d, letters, n, keep, &f);
    for (unsigned i = 0; i < f.n; i++)
        if (f.at[i].length == n) return true;
    return false;
}

static void test_forms(void **state) {
    (void)state;
    static const char text[] = "suffix same-test\n  use same\n  form مسئول | مسوول\n"
                               "topic security\n  fa امنیت | (امنیت/ثبات) (/در) خلیج (فارس)\n"
                               "office chief\n  fa رئیس | مسئول (سیاسی/نظامی)\n"
                               "frame meeting\n  noun دیدار (با/@hosts)\nwords hosts\n  fa پذیرای | (میزبان/مهمان‌دار) خوب\n";
    rz_data_file file = {"t.txt", text, sizeof text - 1};
    rz_data *d = rz_data_compile(NULL, &file, 1, NULL, NULL, NULL);
    assert_non_null(d);
    static const char *const there[] = {"امنیت", "امنیت خلیج فارس", "امنیت در خلیج فارس", "ثبات خلیج فارس", "ثبات در خلیج فارس",
                                        "مسئول سیاسی", "مسوول نظامی", "دیدار با", "دیدار پذیرای", "دیدار میزبان خوب"};
    for (size_t i = 0; i < sizeof there / sizeof *there; i++) assert_true(has_name(d, there[i]));
    assert_false(has_name(d, "ثبات"));
    assert_false(has_name(d, "مسئول"));
    rz_data_close(d);
    char many[512] = "topic many\n  fa پ | ";
    for (int i = 0; i < 11; i++) strcat(many, "(الف/ب) ");
    strcat(many, "\n");
    file = (rz_data_file){"t.txt", many, strlen(many)};
    assert_null(rz_data_compile(NULL, &file, 1, NULL, NULL, NULL));
}

static void test_names(void **state) {
    (void)state;
    rz_data *d = small();
    uint8_t letters[256];
    uint32_t n = letters_of("ایرانی‌ها", letters);
    found f = {0};
    rz_names_at(d, letters, n, keep, &f);
    assert_int_equal(f.n, 2); /* shortest first */
    assert_int_equal(f.at[0].length, 5);
    assert_int_equal(f.at[0].key, rz_key(d, "fa"));
    assert_int_equal(f.at[1].length, 6);
    assert_int_equal(f.at[1].key, rz_key(d, "adj"));
    assert_string_equal(rz_field_at(d, f.at[1].row, f.at[1].field).value.at, "ایرانی");
    f = (found){.stop = 1};
    rz_names_at(d, letters, n, keep, &f);
    assert_int_equal(f.n, 1);
    f = (found){0};
    rz_names_at(d, letters, 4, keep, &f);
    rz_names_at(d, letters, 0, keep, &f);
    n = letters_of("IRN", letters); /* iso is no name */
    rz_names_at(d, letters, n, keep, &f);
    assert_int_equal(f.n, 0);
    n = letters_of("وزير امورخارجه", letters);
    rz_names_at(d, letters, n, keep, &f);
    assert_int_equal(f.n, 1);
    rz_data_close(d);
}

/* Every walk finds the same names, however far it was gone ahead, and those alone that end where they may. */
static void test_walks(void **state) {
    (void)state;
    const rz_data *d = rz_data_builtin();
    uint8_t letters[256], ends[257];
    uint32_t n = letters_of("وزیر امور خارجه جمهوری اسلامی ایران و رئیس‌جمهور روسیه در سازمان ملل متحد درباره سوریه گفت‌وگو کردند", letters);
    for (uint32_t from = 0; from < n; from++)
        for (uint32_t ahead = 0; ahead <= 3; ahead++)
            for (uint32_t every = 1; every <= 3; every++) {
                for (uint32_t i = 0; i <= n; i++) ends[i] = i % every == 0;
                rz_names_walk walk = {.letters = letters + from, .n = n - from};
                if (ahead > 0) rz_names_expect(d, &walk);
                if (ahead > 1) rz_names_expect_more(d, &walk);
                if (ahead > 2) rz_names_expect_last(d, &walk);
                found f = {0};
                rz_names_at(d, letters + from, n - from, keep, &f);
                const rz_bearer *names;
                unsigned seen = 0;
                for (uint32_t count; (count = rz_names_next(d, &walk, ends, &names));)
                    for (uint32_t i = 0; i < count; i++, seen++) {
                        while (seen < f.n && f.at[seen].length % every) seen++;
                        if (seen >= f.n) continue;
                        assert_int_equal(f.at[seen].length, walk.depth);
                        assert_int_equal(f.at[seen].row, names[i].row);
                        assert_int_equal(f.at[seen].type, names[i].type);
                    }
                assert_true(seen >= f.n || every > 1);
            }
}

/* Every name is found by its letters, whole, and nowhere else: the trie leaves out letters at which nothing parts. */
static void test_all_names(void **state) {
    (void)state;
    const rz_data *d = rz_data_builtin();
    rz_row first;
    uint32_t count, key = rz_key(d, "fa"), looked = 0;
    rz_rows_of(d, RZ_PERSON, &first, &count);
    for (rz_row row = first; row < first + count; row++) {
        rz_str name = rz_row_value(d, row, key);
        uint8_t letters[256];
        uint32_t n = rz_letters_of(name.at, name.size, letters, sizeof letters);
        if (n == 0 || n + 1 >= sizeof letters || memchr(name.at, '/', name.size) || memchr(name.at, '(', name.size)) continue;
        for (uint32_t last = n - 1; last <= n + 1; last++) { /* a letter less, all, and one that is no letter's */
            letters[n] = RZ_LETTER_CODES - 1;
            rz_names_walk walk = {.letters = letters, .n = last};
            const rz_bearer *names;
            bool whole = false;
            for (uint32_t bear; (bear = rz_names_next(d, &walk, NULL, &names));)
                for (uint32_t i = 0; i < bear; i++) whole |= names[i].row == row && walk.depth == n;
            assert_int_equal(whole, last >= n);
        }
        looked++;
    }
    assert_true(looked > 1000);
}

static void test_lexicon(void **state) {
    (void)state;
    complaints c = {0};
    rz_data *d = compile(NULL, "a.words.txt", "# words\nمنطقه‌ای\t50\tAJ\nمنطقه ای\t3\tN\nگفت\t900\tV\nو\t9000\tC,P\n", &c);
    assert_non_null(d);
    uint8_t letters[256];
    rz_word w;
    assert_true(rz_word_find(d, letters, letters_of("منطقهای", letters), &w));
    assert_string_equal(w.spelling.at, "منطقه‌ای");
    assert_int_equal(w.count, 53);
    assert_int_equal(w.pos, RZ_POS_ADJ | RZ_POS_NOUN);
    assert_false(rz_word_find(d, letters, letters_of("منطقه", letters), &w));
    assert_false(rz_word_find(d, letters, 0, &w));
    rz_data *over = compile(d, "b.words.txt", "گفت\t1\tN\nنو\t2\tAJ\n", &c);
    assert_non_null(over);
    assert_true(rz_word_find(over, letters, letters_of("گفت", letters), &w));
    assert_int_equal(w.pos, RZ_POS_VERB | RZ_POS_NOUN);
    assert_true(rz_word_find(over, letters, letters_of("نو", letters), &w));
    assert_true(rz_word_find(over, letters, letters_of("منطقه ای", letters), &w));
    rz_data_close(over);
    rz_data_close(d);
    assert_null(compile(NULL, "a.words.txt", "گفت\tmany\tV\n", &c));
    assert_null(compile(NULL, "a.words.txt", "گفت\t1\tXX\n", &c));
    assert_null(compile(NULL, "a.words.txt", "\t1\tN\n", &c));
    assert_non_null(strstr(c.all, "a.words.txt:1: a count"));
    assert_non_null(strstr(c.all, "parts of speech are"));
    assert_non_null(strstr(c.all, "a word of 1 to"));
}

/* Every prefix of a good file, and noise, must end in data or complaints. */
static void test_garbage(void **state) {
    (void)state;
    char *text = malloc(sizeof SMALL);
    for (size_t n = 0; n < sizeof SMALL; n++) {
        memcpy(text, SMALL, n);
        rz_data_file file = {"x.txt", text, n};
        rz_data_close(rz_data_compile(NULL, &file, 1, NULL, NULL, NULL));
    }
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        memcpy(text, SMALL, sizeof SMALL);
        for (int k = 0; k < 12; k++) {
            seed = seed * 1664525u + 1013904223u;
            text[(seed >> 8) % sizeof SMALL] = (char)(seed >> 24);
        }
        rz_data_file files[2] = {{"x.txt", text, sizeof SMALL}, {"y.words.txt", text, sizeof SMALL}};
        rz_data_close(rz_data_compile(NULL, files, 2, NULL, NULL, NULL));
    }
    free(text);
    rz_data *empty = rz_data_compile(NULL, NULL, 0, NULL, NULL, NULL);
    assert_non_null(empty);
    uint8_t letter = 40;
    rz_word w;
    found f = {0};
    rz_names_at(empty, &letter, 1, keep, &f);
    assert_int_equal(f.n, 0);
    assert_false(rz_word_find(empty, &letter, 1, &w));
    assert_int_equal(rz_row_find(empty, RZ_STATE, RZ_STR("iran")), RZ_NONE);
    rz_data_close(empty);
}

static void write_file(const char *path, const char *text) {
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void test_folders(void **state) {
    (void)state;
    assert_non_null(rz_data_builtin());
    size_t size;
    assert_true(rz_image_check(rz_data_image(rz_data_builtin(), &size), rz_data_builtin()->size));
    char folder[] = "/tmp/rayzan-test-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    const char *folders[] = {folder};
    rz_error error = {0};
    rz_data *d = rz_data_overlay(folders, 1, &error); /* an empty folder is fine */
    assert_non_null(d);
    rz_data_close(d);
    snprintf(path, sizeof path, "%s/mine.txt", folder);
    write_file(path, "topic test-of-overlay\n  fa آزمون روکش\n");
    d = rz_data_overlay(folders, 1, &error);
    assert_non_null(d);
    assert_int_not_equal(rz_row_find(d, RZ_TOPIC, RZ_STR("test-of-overlay")), RZ_NONE);
    rz_data_close(d);
    write_file(path, "\ntopic\n");
    assert_null(rz_data_overlay(folders, 1, &error));
    assert_int_equal(error.code, RZ_BAD_DATA);
    assert_non_null(strstr(error.message, "/mine.txt:2: "));
    unlink(path);
    rmdir(folder);
    assert_null(rz_data_overlay(folders, 1, &error));
    assert_int_equal(error.code, RZ_IO);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),     cmocka_unit_test(test_order_and_image), cmocka_unit_test(test_complaints),
        cmocka_unit_test(test_all_complaints), cmocka_unit_test(test_open_types), cmocka_unit_test(test_days_written), cmocka_unit_test(test_overlay),
        cmocka_unit_test(test_letters),  cmocka_unit_test(test_forms), cmocka_unit_test(test_names), cmocka_unit_test(test_walks), cmocka_unit_test(test_all_names), cmocka_unit_test(test_lexicon),
        cmocka_unit_test(test_garbage),  cmocka_unit_test(test_folders)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
