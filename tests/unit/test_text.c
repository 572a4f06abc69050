/* Words: folding, tokens, verbs, the search key. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the above */
#include <cmocka.h>

#include "text/text.h"
#include "text/wrap.h"

static rz_arena arena;
static jmp_buf leave;
static rz_language language;

static int open_language(void **state) {
    (void)state;
    if (setjmp(leave)) return 1;
    rz_arena_open(&arena, &leave, 0);
    rz_language_make(&arena, rz_data_builtin(), &language);
    return 0;
}

static int close_language(void **state) {
    (void)state;
    rz_arena_close(&arena);
    return 0;
}

static void key_is(const char *text, const char *want) {
    char out[512];
    size_t n = rz_text_search_key(&language, text, strlen(text), out, sizeof out);
    assert_string_equal(out, want);
    assert_int_equal(n, strlen(want));
}

static void search_keys(void **state) {
    (void)state;
    key_is("", "");
    key_is("  «...» ", "");
    key_is("منطقه‌ای", "منطقهای");
    key_is("منطقهای", "منطقهای");
    key_is("منطقه ای", "منطقهای");
    key_is("می‌کند", "میکند");
    key_is("می کند", "میکند");
    key_is("ميكند", "میکند");
    key_is("نمی توان گفت", "نمیتوان گفت");
    key_is("گفت‌وگو", "گفتوگو");
    key_is("گفتگو", "گفتوگو");
    key_is("گفت و گو", "گفتوگو");
    key_is("گفت وگو", "گفتوگو");
    key_is("گفت و گوهای", "گفتوگوهای");
    key_is("گفتگوهای", "گفتوگوهای");
    key_is("سوری ها", "سوریها");
    key_is("پیش بینی ها", "پیشبینیها");
    key_is("رفته اند", "رفتهاند");
    key_is("شده است", "شده است");
    key_is("شده‌است", "شده است");
    key_is("شدهاست", "شده است");
    key_is("به‌عنوان", "به عنوان");
    key_is("گروه۲۰ در ۱۴۰۱/۵/۲", "گروه 20 در 1401 5 2");
    key_is("Covid-19، مسؤولِ آمریکا", "covid 19 مسیول امریکا");
    key_is("ایران. ها", "ایران ها");
}

static void search_key_has_its_room(void **state) {
    (void)state;
    char out[8];
    memset(out, 'x', sizeof out);
    assert_int_equal(rz_text_search_key(&language, "abc def", 7, out, 5), 7);
    assert_string_equal(out, "abc ");
    assert_int_equal(out[5], 'x');
    assert_int_equal(rz_text_search_key(&language, "abc def", 7, NULL, 0), 7);
}

static void names_in_latin_letters(void **state) {
    static const char *const names[][2] = {
        {"هوشمند نمونه‌پور", "Hushmand Namunehpur"}, {"کامران جوادی", "Kamran Javadi"}, {"ایمان اوستایی", "Iman Ustayi"},
        {"وحید کمالی", "Vahid Kamali"}, {"پیتر نمونه‌ای", "Pitr Namunehi"}, {"عارف ژاله", "Arf Zhaleh"}, {"Jean مه", "Jean Meh"}, {"", ""}, {"‌ ", ""}};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(rz_latin(&arena, language.latin, names[i][0]), names[i][1]);
}

/* The tokens of a text, a bar between those with no space between them. */
static void tokens_are(const char *source, const char *want) {
    char got[512] = "";
    rz_span block = {0, (uint32_t)strlen(source)};
    rz_text text;
    rz_text_make(&arena, &language, source, block.end, &block, 1, &text);
    for (uint32_t t = 0; t < text.n_tokens; t++) {
        rz_span s = rz_token_src(&text.tokens[t]);
        size_t n = strlen(got);
        snprintf(got + n, sizeof got - n, "%s%.*s", t == 0 ? "" : text.tokens[t].space_before ? " " : "|", (int)(s.end - s.start), source + s.start);
    }
    assert_string_equal(got, want);
}

static void glued_words(void **state) {
    (void)state;
    tokens_are("دیدارکرد", "دیدار|کرد");
    tokens_are("دیدارنموده است", "دیدار|نموده است");
    tokens_are("سفرامروز", "سفر|امروز");
    tokens_are("باحضور وزیر", "با|حضور وزیر");
    tokens_are("درمسکو", "در|مسکو");
    tokens_are("امضاشد", "امضا|شد");
    /* words that only look so */
    tokens_are("بازدید بازگشت درگیری ازبکستان بازیگران", "بازدید بازگشت درگیری ازبکستان بازیگران");
    tokens_are("قرارداد خریدار نامدار وفادار", "قرارداد خریدار نامدار وفادار");
    tokens_are("برشمرد درآمدن فروکرد", "برشمرد درآمدن فروکرد");
    tokens_are("تندگویان عصرایران خداداد", "تندگویان عصرایران خداداد");
    /* a joiner says that it is one word */
    tokens_are("بهره‌ورشد", "بهره‌ورشد");
}

/* The paragraphs that the lines of a text make, a bar between them; a line's end within one shows as a space. */
static void paragraphs_are(const char *source, const char *want) {
    char got[4096] = "";
    rz_input input = {.bytes = source, .size = strlen(source)};
    rz_incoming in;
    rz_error error;
    assert_true(rz_intake(&arena, &input, &in, &error));
    rz_lines_unwrap(&arena, &language, in.text, in.blocks, &in.n_blocks);
    for (uint32_t b = 0; b < in.n_blocks; b++) {
        rz_span s = in.blocks[b].span;
        size_t n = strlen(got);
        snprintf(got + n, sizeof got - n, "%s%.*s", b ? "|" : "", (int)(s.end - s.start), source + s.start);
    }
    for (char *c = got; *c; c++)
        if (*c == '\n') *c = ' ';
    assert_string_equal(got, want);
}

static void broken_lines(void **state) {
    (void)state;
    /* at a width: titles, days and lists stay apart, and so does what stands below a wider gap */
    paragraphs_are("نشست وزیران در آنکارا\n"
                   "سه‌شنبه ۱۴۰۱/۱۱/۲۵ - ۱۰:۲۰\n"
                   "وزیر خارجه ترکیه روز سه‌شنبه در نشستی با همتای\n"
                   "روس خود درباره تحولات سوریه و راه‌های پایان جنگ\n"
                   "اوکراین گفت‌وگو کرد. او پس از این نشست گفت دو\n"
                   "کشور در بیشتر زمینه‌ها با یکدیگر هم‌نظر هستند و\n"
                   "این رایزنی‌ها ادامه می‌یابد.\n"
                   "- دور تازه مذاکرات وین\n"
                   "- سفر رئیس‌جمهور به دوحه\n\n"
                   "برچسب‌ها",
                   "نشست وزیران در آنکارا|سه‌شنبه ۱۴۰۱/۱۱/۲۵ - ۱۰:۲۰|"
                   "وزیر خارجه ترکیه روز سه‌شنبه در نشستی با همتای روس خود درباره تحولات سوریه و راه‌های پایان جنگ "
                   "اوکراین گفت‌وگو کرد. او پس از این نشست گفت دو کشور در بیشتر زمینه‌ها با یکدیگر هم‌نظر هستند و "
                   "این رایزنی‌ها ادامه می‌یابد.|- دور تازه مذاکرات وین|- سفر رئیس‌جمهور به دوحه|برچسب‌ها");
    /* at elements */
    paragraphs_are("سفر به باکو\nبه گزارش\nایرنا\n، وزیر خارجه\nارمنستان\nدر تفلیس با\nهمتای گرجستانی\nخود دیدار کرد.\nاو سپس به\nباکو\nرفت.\nآخرین اخبار",
                   "سفر به باکو|به گزارش ایرنا ، وزیر خارجه ارمنستان در تفلیس با همتای گرجستانی خود دیدار کرد.|او سپس به باکو رفت.|آخرین اخبار");
    /* a single break within a sentence, of which the words beside it tell */
    paragraphs_are("وزیر خارجه قطر روز دوشنبه در رأس هیئتی بلندپایه وارد\nفرودگاه مسقط شد.\nاو با همتای عمانی خود دیدار می‌کند.",
                   "وزیر خارجه قطر روز دوشنبه در رأس هیئتی بلندپایه وارد فرودگاه مسقط شد.|او با همتای عمانی خود دیدار می‌کند.");
    paragraphs_are("وزیران خارجه قطر و عمان روز دوشنبه در مسقط دیدار\nو گفت‌وگو کردند.", "وزیران خارجه قطر و عمان روز دوشنبه در مسقط دیدار و گفت‌وگو کردند.");
    paragraphs_are("وزیر خارجه قطر روز دوشنبه وارد مسقط پایتخت عمان شد\nو اما دیدار او با سلطان عمان هنوز روشن نیست.",
                   "وزیر خارجه قطر روز دوشنبه وارد مسقط پایتخت عمان شد|و اما دیدار او با سلطان عمان هنوز روشن نیست.");
    paragraphs_are("تماس با\nسفیر قطر امروز در مسقط با وزیر خارجه عمان دیدار کرد.", "تماس با|سفیر قطر امروز در مسقط با وزیر خارجه عمان دیدار کرد.");
    /* lines that are paragraphs, headlines and menus */
    paragraphs_are("سفیر هند آمد.\nمذاکرات آغاز شد.\nوزیر رفت.\nنشست پایان یافت.\nدیدار تازه\nبیانیه منتشر شد.",
                   "سفیر هند آمد.|مذاکرات آغاز شد.|وزیر رفت.|نشست پایان یافت.|دیدار تازه|بیانیه منتشر شد.");
    paragraphs_are("سیاسی\nاقتصادی\nورزشی\nجهان\nفرهنگ\nدرباره\nتماس با ما\nعکس",
                   "سیاسی|اقتصادی|ورزشی|جهان|فرهنگ|درباره|تماس با ما|عکس");
    paragraphs_are("رایزنی وزیران خارجه مصر و قطر\nآغاز دور چهارم گفت‌وگوهای فنی در ژنو\nسفیر تازه سوئد استوارنامه داد\nهشدار سازمان ملل درباره بحران آب در منطقه\nپیام تبریک به مناسبت روز ملی عمان\nنشست اضطراری اتحادیه عرب در قاهره برگزار می‌شود",
                   "رایزنی وزیران خارجه مصر و قطر|آغاز دور چهارم گفت‌وگوهای فنی در ژنو|سفیر تازه سوئد استوارنامه داد|هشدار سازمان ملل درباره بحران آب در منطقه|پیام تبریک به مناسبت روز ملی عمان|نشست اضطراری اتحادیه عرب در قاهره برگزار می‌شود");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(search_keys),
        cmocka_unit_test(search_key_has_its_room),
        cmocka_unit_test(names_in_latin_letters),
        cmocka_unit_test(glued_words),
        cmocka_unit_test(broken_lines),
    };
    return cmocka_run_group_tests(tests, open_language, close_language);
}
