/* Normalising: every step, joiners lost and spaced, the way back, what must not change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the above */
#include <cmocka.h>

#include "rayzan.h"
#include "text/clean.h"

static rz_engine *engine;

static int open_engine(void **state) {
    (void)state;
    rz_error error;
    engine = rz_engine_open(NULL, 0, &error);
    return engine ? 0 : 1;
}

static int close_engine(void **state) {
    (void)state;
    rz_engine_close(engine);
    return 0;
}

/* The text by the steps, to be freed. */
static char *normal(unsigned steps, const char *text, size_t size) {
    rz_error error;
    rz_normalizer *n = rz_normalizer_open(engine, steps, false, &error);
    assert_non_null(n);
    const rz_normal_text *out = rz_normalize(n, text, size, &error);
    assert_non_null(out);
    char *copy = malloc(out->size + 1);
    memcpy(copy, out->text, out->size);
    copy[out->size] = '\0';
    rz_normalizer_close(n);
    return copy;
}

static void becomes(unsigned steps, const char *text, const char *wanted) {
    char *got = normal(steps, text, strlen(text));
    if (strcmp(got, wanted) != 0) print_message("  %s\n  wanted %s\n  got    %s\n", text, wanted, got);
    assert_string_equal(got, wanted);
    free(got);
}

static void each_step(void **state) {
    (void)state;
    becomes(RZ_LETTERS, "كيفية ﻻزم ھا", "کیفیه لازم ها");
    becomes(RZ_LETTERS, "ڪتاب ہیئت ێ", "کتاب هیئت ی");
    becomes(RZ_DIGITS, "٣ و ۳ و 3", "۳ و ۳ و 3");
    becomes(RZ_MARKS, "مُـــحَمَّد", "محمد");
    becomes(RZ_MARKS, "مسا\u0654له، ا\u0653ب", "مسأله، آب");
    becomes(RZ_QUOTES, "“نقل”", "«نقل»");
    becomes(RZ_SPACES, "یک\u00A0دو\u3000سه\tچهار", "یک دو سه چهار");
    becomes(RZ_CONTROLS, "\u202Bراست\u202C\u200F", "راست");
    becomes(RZ_ENTITIES, "می&zwnj;رود&nbsp;و &#1740; &amp; &none;", "می\u200Cرود و ی & &none;");
}

static void steps_that_are_off(void **state) {
    (void)state;
    becomes(0, "كيفية ٣ “نقل” مُـ", "كيفية ٣ “نقل” مُـ");
    becomes(RZ_NORMAL & ~(unsigned)RZ_DIGITS, "٣", "٣");
    becomes(RZ_NORMAL & ~(unsigned)RZ_JOINERS, "منطقهای", "منطقهای");
    becomes(RZ_NORMAL & ~(unsigned)RZ_ENTITIES, "&zwnj;", "&zwnj;");
}

static void lost_joiners(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"منطقهای", "منطقه‌ای"},       {"میکند", "می‌کند"},         {"نمیتوانستند", "نمی‌توانستند"},
        {"گفتوگوهای", "گفت‌وگوهای"},   {"کتابهایشان", "کتاب‌هایشان"}, {"بزرگترین", "بزرگ‌ترین"},
        {"رفتهاند", "رفته‌اند"},       {"خانهام", "خانه‌ام"},        {"بازمیگردد", "بازمی‌گردد"},
        {"بینالمللی", "بین‌المللی"},   {"هستهای", "هسته‌ای"},        {"سیاستهای", "سیاست‌های"},
        {"می‌خواستهاند", "می‌خواسته‌اند"}, {"همکاریهای", "همکاری‌های"},  {"بیتفاوت", "بی‌تفاوت"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) becomes(RZ_NORMAL, pairs[i][0], pairs[i][1]);
}

static void words_that_stay(void **state) {
    (void)state;
    static const char *const words[] = {"میدان", "میهن", "میزان", "تنها", "بهای", "رهایی", "شهردار", "دختر", "دفتر", "کارها", "ویتکاف",
                                        "آنتونی", "منطقه‌ای", "می‌کند", "خانه", "https://example.ir/می"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) becomes(RZ_NORMAL, words[i], words[i]);
}

static void spaces_that_stand_for_joiners(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"می کند", "می‌کند"},           {"نمی خواهد", "نمی‌خواهد"},   {"بر می گردد", "بر می‌گردد"}, {"کتاب ها", "کتاب‌ها"},
        {"منطقه ای", "منطقه‌ای"},       {"رفته اند", "رفته‌اند"},     {"بزرگ ترین", "بزرگ‌ترین"},   {"کار ها", "کار\u200Cها"},
        {"علاقه مند", "علاقه‌مند"},      {"به طور", "به طور"},         {"سال گذشته", "سال گذشته"},   {"پیش آید", "پیش آید"},
        {"این ایران", "این ایران"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) becomes(RZ_NORMAL | RZ_MEND_SPACES, pairs[i][0], pairs[i][1]);
    becomes(RZ_NORMAL, "می کند", "می کند");
}

static void joiners_stand_between_letters_and_once(void **state) {
    (void)state;
    becomes(RZ_NORMAL, "\u200Cمی\u200C\u200C\u200Cکند\u200C و \u200C،", "می‌کند و ،");
    becomes(RZ_NORMAL, "می\u200Bکند", "می‌کند");
}

static void bad_bytes_are_told(void **state) {
    (void)state;
    rz_error error;
    rz_normalizer *n = rz_normalizer_open(engine, RZ_NORMAL, true, &error);
    const rz_normal_text *out = rz_normalize(n, "آب\xFF\xD8 نان", 13, &error);
    assert_int_equal(out->bad, 2);
    assert_int_equal(out->first_bad, 4);
    assert_memory_equal(out->text, "آب��", 10);
    assert_int_equal(rz_source_of(out, 10), 6);
    rz_normalizer_close(n);
}

/* The way back is in range, never goes back, and the slice of the source gives the slice of the text. */
static void check_map(const char *text, size_t size, unsigned steps) {
    rz_error error;
    rz_normalizer *n = rz_normalizer_open(engine, steps, true, &error);
    const rz_normal_text *out = rz_normalize(n, text, size, &error);
    size_t before = 0;
    for (size_t i = 0; i <= out->size; i++) {
        size_t at = rz_source_of(out, i);
        assert_true(at >= before && at <= size);
        before = at;
    }
    assert_int_equal(rz_source_of(out, out->size), size);
    for (size_t i = 0; i < out->size;) { /* words of the normal text, by the words of the source they stem from */
        size_t end = i;
        while (end < out->size && out->text[end] != ' ' && out->text[end] != '\n') end++;
        if (end > i && !(steps & RZ_MEND_SPACES)) {
            size_t from = rz_source_of(out, i), to = rz_source_of(out, end);
            char *again = normal(steps, text + from, to - from);
            assert_memory_equal(again, out->text + i, end - i);
            free(again);
        }
        i = end + 1;
    }
    rz_normalizer_close(n);
}

static const char dirty[] = "به گزارش خبرنگار &laquo;مهر&raquo;، وزير امور خارجه كشورمان گفت: «مسا\u0654له منطقهای ٣ بار بررسی ميشود». "
                            "\u202Bگفت و گو ها \u200Cدر سطح بین المللی ادامه می یابد.\nﻻزم است\t“نقل”";

static void the_way_back(void **state) {
    (void)state;
    check_map(dirty, sizeof dirty - 1, RZ_NORMAL);
    check_map(dirty, sizeof dirty - 1, RZ_NORMAL | RZ_MEND_SPACES);
    check_map(dirty, sizeof dirty - 1, 0);
    check_map("", 0, RZ_NORMAL);
}

static void twice_is_once(void **state) {
    (void)state;
    for (unsigned steps = RZ_NORMAL; steps <= (RZ_NORMAL | RZ_MEND_SPACES); steps += RZ_MEND_SPACES) {
        char *once = normal(steps & ~(unsigned)RZ_ENTITIES, dirty, sizeof dirty - 1), *twice = normal(steps & ~(unsigned)RZ_ENTITIES, once, strlen(once));
        assert_string_equal(once, twice);
        free(once), free(twice);
    }
}

static void all_of_unicode(void **state) {
    (void)state;
    char *text = malloc(0x110000 * 4), *at = text;
    for (uint32_t c = 0; c < 0x110000; c++) {
        if (c >= 0xD800 && c < 0xE000) continue;
        char bytes[4];
        int n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        for (int i = n - 1; i > 0; i--) bytes[i] = (char)(0x80 | (c >> 6 * (n - 1 - i) & 0x3F));
        bytes[0] = (char)(n == 1 ? c : (0xF0 << (4 - n) & 0xFF) | c >> 6 * (n - 1));
        memcpy(at, bytes, (size_t)n);
        at += n;
    }
    check_map(text, 6000, RZ_NORMAL);
    char *once = normal(RZ_NORMAL, text, (size_t)(at - text));
    char *twice = normal(RZ_NORMAL, once, strlen(once));
    assert_string_equal(once, twice);
    free(once), free(twice), free(text);
}

/* Whatever the processor does, it does what the plain loop does. */
static void runs_agree(void **state) {
    (void)state;
    enum { SIZE = 4096 };
    static const char *const pieces[] = {"سلام ", "a", "\xD8", "\x80", "ي", "\u200C", "گفت‌وگو", "\n", "۱۲", "٣", "\xFF", "منطقهای و ", "،"};
    rz_clean clean = {.ascii = {~0ull << 32, ~0ull >> 1}, .pair = {0x7FFFFE0000001006, 0x00000000000007FF, 0x8000020000000040, 0x03FF000000001000}};
    rz_clean_make(&clean);
    char text[SIZE + 64];
    uint32_t random = 1;
    for (int round = 0; round < 2000; round++) {
        size_t n = 0;
        while (n < SIZE - 16) {
            random = random * 1664525 + 1013904223;
            const char *piece = pieces[(random >> 16) % (round % 3 ? 2 : sizeof pieces / sizeof *pieces)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        size_t wanted = rz_clean_run_plain(&clean, text, n), from = (random >> 8) % 50;
        rz_clean_run *run;
        const char *name;
        for (size_t i = 0; rz_clean_run_known(i, &run, &name); i++) {
            assert_int_equal(run(&clean, text, n), wanted);
            assert_int_equal(run(&clean, text + from, n - from), rz_clean_run_plain(&clean, text + from, n - from));
            assert_int_equal(run(&clean, text, from), rz_clean_run_plain(&clean, text, from));
        }
    }
}

static void long_words_take_linear_time(void **state) {
    (void)state;
    enum { SIZE = 4 << 20 };
    char *text = malloc(SIZE);
    for (size_t i = 0; i < SIZE; i += 2) memcpy(text + i, i / 2 % 3 ? &"ها"[2] : "ها", 2);
    char *out = normal(RZ_NORMAL | RZ_MEND_SPACES, text, SIZE);
    free(out), free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_step), cmocka_unit_test(steps_that_are_off), cmocka_unit_test(lost_joiners),
        cmocka_unit_test(words_that_stay), cmocka_unit_test(spaces_that_stand_for_joiners),
        cmocka_unit_test(joiners_stand_between_letters_and_once), cmocka_unit_test(bad_bytes_are_told), cmocka_unit_test(the_way_back),
        cmocka_unit_test(twice_is_once), cmocka_unit_test(all_of_unicode), cmocka_unit_test(runs_agree),
        cmocka_unit_test(long_words_take_linear_time),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
