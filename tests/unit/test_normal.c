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
    becomes(RZ_QUOTES, "“نقل” 《نقل》 「نقل」 『نقل』 ❝نقل❞ ‘نقل’", "«نقل» «نقل» «نقل» «نقل» «نقل» ‘نقل’");
    becomes(RZ_SPACES, "یک\u00A0دو\u3000سه\tچهار\u2003پنج\u202Fشش\u2028هفت\u1680هشت", "یک دو سه چهار پنج شش هفت هشت");
    becomes(RZ_SPACES, "یک\r\nدو\rسه\r\n", "یک\nدو سه\n");
    becomes(RZ_CONTROLS, "\u202Bراست\u202C\u200F \u2066ا\u2069\u061C \uFEFFب", "راست ا ب");
    becomes(RZ_CONTROLS, "می\u200Bکند", "می\u200Cکند");
    becomes(RZ_TAGS, "یک<br/>دو <b>سه</b> <a href=\"/x y\">چهار</a> <!-- نه -->پنج", "یک دو سه چهار پنج");
    becomes(RZ_ENTITIES, "می&zwnj;رود&nbsp;و &#1740; &amp; &none;", "می\u200Cرود\u00A0و ی & &none;");
}

/* Letters of other languages and of other times, by the block they stand in. */
static void letters_of_all_keyboards(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"ٹھیک ہے ڈاکٹر ڑ ں ۓ", "تهیک هی داکتر ر ن ی"},   /* Urdu */
        {"کوردی ەڵێڕۆ", "کوردی هلیرو"},                    /* Kurdish */
        {"ۍ ې ګ ړ ښ ځ ڼ ټ", "ی ی گ ر ش ج ن ت"},            /* Pashto */
        {"إيران أمر مؤمن جزئي ٱلله ۀ ة", "ایران أمر مؤمن جزئی الله ه ه"},
        {"ﻓﺎﺭﺳﻲ ﻻﺯﻡ ﷲ ﷼ ﭘﮊﮔﭼ ﯾﮑﯽ", "فارسی لازم الله ریال پژگچ یکی"},
        {"ݐ ݓ ݣ ݷ ࢠ ࢬ", "ب ب ک ی ب ی"},
        {"𞸁𞸊𞸰", "بکف"},
        {"Ｉｒａｎ", "Iran"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) becomes(RZ_LETTERS, pairs[i][0], pairs[i][1]);
    becomes(RZ_DIGITS, "٠٩ ०९ ০৯ ๐๙ ０９ 𝟎𝟡 𞥐𞥙 𑁦𑁯", "۰۹ 09 09 09 09 09 09 09");
    becomes(RZ_MARKS, "بِسْمِ\u06DF ﹰﱞ\u08F0ا\u0674", "بسم ا");
}

static void leftovers_of_html(void **state) {
    (void)state;
    becomes(RZ_NORMAL, "می&amp;zwnj;رود &#38;amp;zwnj;ها", "می‌رود ها"); /* escaped again and again */
    becomes(RZ_NORMAL, "&#1605;&#1740;&#8204;&#1585;&#1608;&#1583;&#x62F;", "می‌رودد");
    becomes(RZ_NORMAL, "می\u200C<b>رود</b> می\u200C&#1585;ود می\u200C& رود", "می‌رود می‌رود می& رود");
    becomes(RZ_NORMAL, "&laquo;نقل&raquo;&hellip; &eacute; &#150; &#157; &lt;br&gt;&lt;", "«نقل»… é –  <");
    becomes(RZ_NORMAL, "AT&T; a&b &#0; &#xD800; &#; &; &#99999999; x;", "AT&T; a&b &#0; &#xD800; &#; &; &#99999999; x;");
    becomes(RZ_NORMAL, "۲ < ۳ > ۱ <نقل> a <b and c> d <info@x.ir> <<b>", "۲ < ۳ > ۱ <نقل> a <b and c> d <info@x.ir> <");
    becomes(RZ_NORMAL, "<b<b>>سر<p class=x>ته</p>", "سر ته ");
    becomes(RZ_NORMAL & ~(unsigned)RZ_TAGS, "<b>&lt;", "<b><");
    becomes(RZ_NORMAL, "¬p ا¬ب ا¬", "¬p ا‌ب ا");
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
        {"حرفهایها", "حرفه‌ای‌ها"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) becomes(RZ_NORMAL, pairs[i][0], pairs[i][1]);
}

static void words_that_stay(void **state) {
    (void)state;
    static const char *const words[] = {"میدان", "میهن", "میزان", "تنها", "بهای", "رهایی", "شهردار", "دختر", "دفتر", "کارها", "ویتکاف",
                                        "آنتونی", "منطقه‌ای", "می‌کند", "خانه", "https://example.ir/می", "پیامشان", "نهصدمین", "تاباندند",
                                        "بنمایاند", "بنمایانند"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) becomes(RZ_NORMAL, words[i], words[i]);
}

/* One spelling, two words: told by how usual they are and by the words beside. */
static void either_word(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"حرفهای مهم او را شنیدیم.", "حرف‌های مهم او را شنیدیم."}, {"او ورزشکار حرفهای است.", "او ورزشکار حرفه‌ای است."},
        {"کارهای بزرگ", "کارهای بزرگ"}, {"در دورهای که او وزیر بود", "در دوره‌ای که او وزیر بود"},
        {"آن‌ها را خوب شناختهایم.", "آن‌ها را خوب شناخته‌ایم."}, {"برنامهای برای صلح", "برنامه‌ای برای صلح"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        becomes(RZ_NORMAL, pairs[i][0], pairs[i][1]);
        becomes(RZ_NORMAL, pairs[i][1], pairs[i][1]);
    }
}

static void spaces_that_stand_for_joiners(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"می کند", "می‌کند"},           {"نمی خواهد", "نمی‌خواهد"},   {"بر می گردد", "بر می‌گردد"}, {"کتاب ها", "کتاب‌ها"},
        {"منطقه ای", "منطقه‌ای"},       {"رفته اند", "رفته‌اند"},     {"بزرگ ترین", "بزرگ‌ترین"},   {"کار ها", "کار\u200Cها"},
        {"علاقه مند", "علاقه‌مند"},      {"به طور", "به طور"},         {"سال گذشته", "سال گذشته"},   {"پیش آید", "پیش آید"},
        {"این ایران", "این ایران"},
        {"جنگ زده ها", "جنگ‌زده‌ها"},     {"ترس آور", "ترس‌آور"},       {"علاقه مندان", "علاقه‌مندان"}, {"بیت المال", "بیت‌المال"},
        {"پناه جویان", "پناه‌جویان"},     {"آب و هوا", "آب و هوا"},     {"تصمیم گیری کرد", "تصمیم‌گیری کرد"},
        {"او تصمیم گرفت", "او تصمیم گرفت"}, {"به کار رفت", "به کار رفت"}, {"می خواستهاند", "می‌خواسته‌اند"},
        {"تجربه گرایان", "تجربه‌گرایان"}, {"قانون گذاران", "قانون‌گذاران"},
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
    assert_int_equal(out->bad_at[0], 4);
    assert_int_equal(out->bad_at[1], 5);
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
                            "\u202Bگفت و گو ها \u200Cدر سطح بین المللی ادامه می یابد.\r\nﻻزم است\t“نقل”"
                            " می&amp;zwnj;<b>رود</b> <a href='x y'>کتابهایشان</a><br>&#1605;&#1740;&#8204;&#1585;&#1608;&#1583; \xED\xA0\x80 پایان";

static void the_way_back(void **state) {
    (void)state;
    check_map(dirty, sizeof dirty - 1, RZ_NORMAL);
    check_map(dirty, sizeof dirty - 1, RZ_NORMAL | RZ_MEND_SPACES);
    check_map(dirty, sizeof dirty - 1, 0);
    check_map("", 0, RZ_NORMAL);
}

/* What was mended is not mended further: the second word's parts are those of the whole. */
static void mending_ends(void **state) {
    (void)state;
    static const char *const texts[] = {"بین رشته ای", "عبدالله بنعباس", "فیسبیل الله", "دم کرده ها", "ده دقیقه ای از بی بیسی", "معرفی شده ها را"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        rz_error error;
        rz_normalizer *n = rz_normalizer_open(engine, RZ_NORMAL | RZ_MEND_SPACES, false, &error);
        const rz_normal_text *once = rz_normalize(n, texts[i], strlen(texts[i]), &error);
        char *held = strndup(once->text, once->size);
        becomes(RZ_NORMAL | RZ_MEND_SPACES, held, held);
        free(held);
        rz_normalizer_close(n);
    }
}

static void twice_is_once(void **state) {
    (void)state;
    for (unsigned mend = 0; mend <= RZ_MEND_SPACES; mend += RZ_MEND_SPACES) {
        char *once = normal(RZ_NORMAL | mend, dirty, sizeof dirty - 1), *twice = normal(RZ_NORMAL | mend, once, strlen(once));
        assert_string_equal(once, twice);
        free(once), free(twice);
    }
}

static char *put_code(char *at, uint32_t c) {
    int n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (int i = n - 1; i > 0; i--, c >>= 6) at[i] = (char)(0x80 | (c & 0x3F));
    at[0] = (char)(n == 1 ? c : (0xF0 << (4 - n) & 0xFF) | c);
    return at + n;
}

/* Every code point, surrogates and what is no character too: on a line alone, and on one between letters. */
static char *every_code_point(size_t *size) {
    char *text = malloc(0x110000 * 16), *at = text;
    for (uint32_t c = 0; c < 0x110000; c++) {
        if (c == '\n') continue;
        at = put_code(at, c), *at++ = '\n';
        at = put_code(at, 0x628), at = put_code(at, c), at = put_code(at, 0x628), *at++ = '\n';
    }
    *size = (size_t)(at - text);
    return text;
}

/* Line by line: the lines of the normal text are the lines of the source, normalised. */
static void check_lines(unsigned steps, const char *text, size_t size) {
    rz_error error;
    rz_normalizer *all = rz_normalizer_open(engine, steps, true, &error), *one = rz_normalizer_open(engine, steps, true, &error);
    const rz_normal_text *out = rz_normalize(all, text, size, &error);
    size_t line_at = 0; /* in the source */
    for (size_t i = 0; i < out->size;) {
        const char *end = memchr(out->text + i, '\n', out->size - i);
        size_t n = (size_t)(end - out->text) - i, from = rz_source_of(out, i), to = rz_source_of(out, i + n);
        assert_true(line_at <= from && from <= to && to < size && text[to] == '\n' && !memchr(text + line_at, '\n', to - line_at));
        line_at = to + 1;
        const rz_normal_text *line = rz_normalize(one, text + from, to - from, &error);
        assert_int_equal(line->size, n);
        assert_memory_equal(line->text, out->text + i, n);
        i += n + 1;
    }
    rz_normalizer_close(all), rz_normalizer_close(one);
}

static void all_of_unicode(void **state) {
    (void)state;
    static const unsigned sets[] = {RZ_NORMAL | RZ_MEND_SPACES, RZ_NORMAL & ~(unsigned)RZ_CONTROLS, 0};
    size_t size;
    char *text = every_code_point(&size);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        rz_error error;
        rz_normalizer *n = rz_normalizer_open(engine, sets[i], false, &error), *again = rz_normalizer_open(engine, sets[i], false, &error);
        const rz_normal_text *once = rz_normalize(n, text, size, &error), *twice = rz_normalize(again, once->text, once->size, &error);
        assert_int_equal(once->bad, 2 * 3 * 0x800); /* surrogates */
        assert_int_equal(twice->bad, 0);
        assert_int_equal(once->size, twice->size);
        assert_memory_equal(once->text, twice->text, once->size);
        rz_normalizer_close(n), rz_normalizer_close(again);
    }
    for (size = 2000000; text[size - 1] != '\n'; size--) {} /* to the end of the planes that hold letters */
    check_lines(RZ_NORMAL, text, size);
    free(text);
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

/* Each of these, millions of times over: what would take the square of its length would not end. */
static void time_is_linear(void **state) {
    (void)state;
    enum { SIZE = 1 << 20 };
    static const char *const pieces[] = {"ها", "\u200C", "ب\u200C", "&", "&amp;", "&#", ";", "<", ">", "<b ", "<b>", "<a b=", "َ", "\xFF", "می ", "\r", "¬", "ﷺ"};
    char *text = malloc(SIZE);
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
        size_t n = strlen(pieces[p]), size = 0;
        for (; size + n <= SIZE; size += n) memcpy(text + size, pieces[p], n);
        free(normal(RZ_NORMAL | RZ_MEND_SPACES, text, size));
    }
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_step), cmocka_unit_test(letters_of_all_keyboards), cmocka_unit_test(leftovers_of_html), cmocka_unit_test(steps_that_are_off), cmocka_unit_test(lost_joiners),
        cmocka_unit_test(words_that_stay), cmocka_unit_test(spaces_that_stand_for_joiners),
        cmocka_unit_test(joiners_stand_between_letters_and_once), cmocka_unit_test(bad_bytes_are_told), cmocka_unit_test(mending_ends), cmocka_unit_test(either_word), cmocka_unit_test(the_way_back),
        cmocka_unit_test(twice_is_once), cmocka_unit_test(all_of_unicode), cmocka_unit_test(runs_agree),
        cmocka_unit_test(time_is_linear),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
