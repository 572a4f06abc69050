#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "intake/intake.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    rz_arena arena;
    jmp_buf exit;
    rz_incoming in;
    rz_error error;
    bool ok;
} taken;

static void take_bytes(taken *t, const char *bytes, size_t size) {
    memset(t, 0, sizeof *t);
    if (setjmp(t->exit)) fail_msg("no memory");
    rz_arena_open(&t->arena, &t->exit, 0);
    rz_input input = {.bytes = bytes, .size = size};
    t->ok = rz_intake(&t->arena, &input, &t->in, &t->error);
    uint32_t last = 0;
    for (uint32_t i = 0; t->ok && i < t->in.n_blocks; i++) { /* in order, apart, within the text, not empty */
        rz_span s = t->in.blocks[i].span;
        assert_true(s.start >= last && s.start < s.end && s.end <= t->in.size);
        last = s.end;
    }
}

static void take(taken *t, const char *z) { take_bytes(t, z, strlen(z)); }
static void done(taken *t) { rz_arena_close(&t->arena); }

static void block_is(const taken *t, uint32_t i, rz_block_kind kind, const char *text) {
    assert_true(i < t->in.n_blocks);
    rz_span s = t->in.blocks[i].span;
    char *got = strndup(t->in.text + s.start, s.end - s.start);
    assert_string_equal(got, text);
    free(got);
    assert_int_equal(t->in.blocks[i].kind, kind);
}

static void refused(const char *bytes, size_t size, rz_code code, uint64_t position) {
    taken t;
    take_bytes(&t, bytes, size);
    assert_false(t.ok);
    assert_int_equal(t.error.code, code);
    assert_int_equal(t.error.position, position);
    assert_true(t.error.message[0]);
    done(&t);
}

static void text_is_kept_byte_for_byte(void **state) {
    (void)state;
    const char *z = "\n  تیتر  \r\n\t\n\xE2\x80\x8F\n متن «خبر».\n\n";
    taken t;
    take(&t, z);
    assert_true(t.ok && t.in.is_input && !t.in.is_html);
    assert_ptr_equal(t.in.text, z);
    assert_int_equal(t.in.n_blocks, 2);
    block_is(&t, 0, RZ_BLOCK_TEXT, "تیتر");
    block_is(&t, 1, RZ_BLOCK_TEXT, "متن «خبر».");
    done(&t);
}

static void byte_order_mark_lies_outside_the_blocks(void **state) {
    (void)state;
    taken t;
    take(&t, "\xEF\xBB\xBFخبر");
    assert_true(t.ok && t.in.is_input);
    assert_int_equal(t.in.blocks[0].span.start, 3);
    done(&t);
    take(&t, "\xEF\xBB\xBF<html><body><p>خبر</p>");
    assert_true(t.ok && t.in.is_html);
    block_is(&t, 0, RZ_BLOCK_TEXT, "خبر");
    done(&t);
}

static void what_is_no_text_is_refused(void **state) {
    (void)state;
    refused("", 0, RZ_EMPTY, 0);
    refused(" \n\t\xC2\xA0\xE2\x80\x8C\n", 9, RZ_EMPTY, 0);
    refused("abc\0def", 7, RZ_NOT_TEXT, 3);
    refused("\x89PNG\r\n\x1a\n\x01\x02\x03\x04\xFF\xFE\x05", 15, RZ_NOT_TEXT, 6);
    refused("\xD8\xB3\xD9 x and more of it", 20, RZ_NOT_UTF8, 2);
    refused("abc\xD8", 4, RZ_NOT_UTF8, 3);
    refused("<html><p>\xFF</p>", 14, RZ_NOT_UTF8, 9);
    refused("<html><body><script>x</script></body>", 37, RZ_EMPTY, 0);
    char *big = malloc(RZ_ARTICLE_MAX + 1);
    memset(big, 'x', RZ_ARTICLE_MAX + 1);
    refused(big, RZ_ARTICLE_MAX + 1, RZ_TOO_LONG, RZ_ARTICLE_MAX);
    memcpy(big, "<p>", 3);
    taken t;
    take_bytes(&t, big, RZ_ARTICLE_MAX + 1); /* the markup does not count */
    assert_true(t.ok);
    done(&t);
    free(big);
}

static void pages_are_told_from_text(void **state) {
    (void)state;
    static const char *const pages[] = {"<!DOCTYPE html><p>x", "  <HTML><body>x", "<p>خبر</p>", "<!-- c --><div>x</div>",
                                        "<?xml version='1.0'?><html><body>x", "x\n<!doctype html><body>y"};
    static const char *const texts[] = {"خبر < 5", "<خبر>", "a <b> c", "<pre-release> 2", "«<»"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        taken t;
        take(&t, pages[i]);
        assert_true(t.ok && t.in.is_html && !t.in.is_input);
        done(&t);
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        taken t;
        take(&t, texts[i]);
        assert_true(t.ok && !t.in.is_html);
        done(&t);
    }
}

static void markup_gives_kinds(void **state) {
    (void)state;
    taken t;
    take(&t, "<html lang=fa><body><nav><a href=/>خانه</a> <a href=/p>سیاسی</a></nav>"
             "<article><h1>تیتر <b>خبر</b></h1><time datetime='2024-05-01'>۱۲ اردیبهشت</time><p>یک<br>دو&nbsp;سه&zwnj;ها &amp; چهار</p>"
             "<ul><li>بند</li></ul><p><a href=x>پیوند دراز</a> و</p><figure><img><figcaption>عکس</figcaption></figure>"
             "<h3><a href=y>خبر دیگر</a></h3></article><div class='box related-news'><p>دیگر</p></div>"
             "<div hidden>نهان</div><script>var x = '<p>نه</p>';</script><noscript>نه</noscript><footer>حقوق</footer></body>");
    assert_true(t.ok);
    assert_int_equal(t.in.n_blocks, 13);
    block_is(&t, 0, RZ_BLOCK_ASIDE, "خانه سیاسی");
    block_is(&t, 1, RZ_BLOCK_HEADING, "تیتر خبر");
    assert_int_equal(t.in.blocks[1].level, 1);
    block_is(&t, 2, RZ_BLOCK_TIME, "۱۲ اردیبهشت");
    block_is(&t, 3, RZ_BLOCK_TEXT, "یک");
    block_is(&t, 4, RZ_BLOCK_TEXT, "دو سه\xE2\x80\x8Cها & چهار");
    block_is(&t, 5, RZ_BLOCK_LIST, "بند");
    block_is(&t, 6, RZ_BLOCK_LINK, "پیوند دراز و");
    block_is(&t, 7, RZ_BLOCK_CAPTION, "عکس");
    block_is(&t, 8, RZ_BLOCK_LINK, "خبر دیگر");
    block_is(&t, 9, RZ_BLOCK_ASIDE, "دیگر");
    block_is(&t, 10, RZ_BLOCK_ASIDE, "نهان");
    block_is(&t, 11, RZ_BLOCK_ASIDE, "نه");
    block_is(&t, 12, RZ_BLOCK_ASIDE, "حقوق");
    assert_true(t.in.blocks[4].in_article && !t.in.blocks[0].in_article && !t.in.blocks[9].in_article);
    assert_int_equal(t.in.meta_language.size, 2);
    done(&t);
}

static void body_by_its_class(void **state) {
    (void)state;
    taken t;
    take(&t, "<div class='has-sidebar'><div id=sidebar>کنار</div><div class='item-text'>متن</div>"
             "<div itemprop=articleBody>تن</div><div class=shareholders>سهام</div></div>");
    block_is(&t, 0, RZ_BLOCK_ASIDE, "کنار");
    assert_true(t.in.blocks[1].in_article && t.in.blocks[2].in_article);
    block_is(&t, 1, RZ_BLOCK_TEXT, "متن"); /* an article inside what a class sets aside is an article still */
    done(&t);
    /* pages made from manuals: an id repeats the heading, which links to itself */
    take(&t, "<body><section id='sharing-with-a-single-friend'><h2><a href='#id3'>Sharing with a single friend</a></h2><p>x</section>"
             "<div class='section' id='share-it-with-all'><p>y</div><div id='share-it-with-all'>z</div><section id='share-box'>w</section>");
    block_is(&t, 0, RZ_BLOCK_HEADING, "Sharing with a single friend");
    block_is(&t, 1, RZ_BLOCK_TEXT, "x");
    block_is(&t, 2, RZ_BLOCK_TEXT, "y");
    block_is(&t, 3, RZ_BLOCK_ASIDE, "z");
    block_is(&t, 4, RZ_BLOCK_ASIDE, "w");
    done(&t);
}

/* ASP.NET pages lie in one form; a class may name the wrapping of all. */
static void what_holds_the_prose_is_not_aside(void **state) {
    (void)state;
    static const char prose[] = "وزیر امور خارجه امروز در نشست خبری گفت که گفت‌وگوها در فضای خوبی ادامه دارد و پیشرفت کرده است.";
    char page[1024];
    snprintf(page, sizeof page, "<body><form runat=server><div class='post tag-diplomacy'><p>%s</p><div class=tags>برچسب</div></div>"
                                "<div class=comments><p>نظر</p></div></form><form>جستجو</form>", prose);
    taken t;
    take(&t, page);
    assert_int_equal(t.in.n_blocks, 4);
    block_is(&t, 0, RZ_BLOCK_TEXT, prose);
    block_is(&t, 1, RZ_BLOCK_ASIDE, "برچسب");
    block_is(&t, 2, RZ_BLOCK_ASIDE, "نظر");
    block_is(&t, 3, RZ_BLOCK_ASIDE, "جستجو");
    done(&t);
}

/* Whatever else a style says. */
static void what_a_style_hides_is_aside(void **state) {
    (void)state;
    taken t;
    take(&t, "<body><div style='color: red; DISPLAY : none'>یک</div><div style='flex-display:none; visibility:hidden'>دو</div>"
             "<p style='backface-visibility:hidden'>سه</p><p style='display:block'>چهار</p>");
    block_is(&t, 0, RZ_BLOCK_ASIDE, "یک");
    block_is(&t, 1, RZ_BLOCK_ASIDE, "دو");
    block_is(&t, 2, RZ_BLOCK_TEXT, "سه");
    block_is(&t, 3, RZ_BLOCK_TEXT, "چهار");
    done(&t);
}

#define SENTENCE "وزیر امور خارجه امروز در نشست خبری گفت که گفت‌وگوها در فضای خوبی ادامه دارد و پیشرفت کرده است."

static rz_block block_at(const taken *t, const char *begins) {
    for (uint32_t i = 0; i < t->in.n_blocks; i++)
        if (strncmp(t->in.text + t->in.blocks[i].span.start, begins, strlen(begins)) == 0) return t->in.blocks[i];
    fail_msg("no block begins with %s", begins);
    return (rz_block){.kind = RZ_BLOCK_TEXT};
}

/* No class tells: the prose does. */
static void prose_tells_where_the_article_is(void **state) {
    (void)state;
    taken t;
    take(&t, "<body><div><a href=1>خبر دیگری از همین سفر وزیر</a> کوتاه</div><table><tr><td><p>یک " SENTENCE "</p><p>دو " SENTENCE "</p>"
             "<div><a href=2>گزارش دوم از این سفر</a><br><a href=3>گزارش سوم از این سفر</a> ۱۲ دی</div><p>سه " SENTENCE "</p></td>"
             "<td>کنار</td></tr></table>");
    assert_true(t.ok && !t.in.is_list);
    assert_true(block_at(&t, "یک").in_article && block_at(&t, "سه").in_article);
    assert_false(block_at(&t, "خبر دیگری").in_article || block_at(&t, "کنار").in_article);
    assert_int_equal(block_at(&t, "گزارش سوم").kind, RZ_BLOCK_ASIDE);
    assert_int_equal(block_at(&t, "گزارش سوم").cut, RZ_CUT_LINKS);
    done(&t);
}

static void comments_are_none_however_long(void **state) {
    (void)state;
    taken t;
    take(&t, "<body><div class='post has-comments'><h1>تیتر خبر</h1><p>تن " SENTENCE "</p><div id=comments><p>الف " SENTENCE "</p><p>ب " SENTENCE
             "</p><p>پ " SENTENCE "</p></div></div>");
    assert_int_equal(block_at(&t, "تن").kind, RZ_BLOCK_TEXT);
    assert_int_equal(block_at(&t, "الف").cut, RZ_CUT_COMMENTS);
    done(&t);
    take(&t, "<body><p>تن " SENTENCE "</p><form class=comment-form id=share-box role=search><p>کنار</p></form>"); /* of several reasons one */
    assert_int_equal(block_at(&t, "کنار").cut, RZ_CUT_FORM);
    done(&t);
    take(&t, "<body><div class=widget-text><p>یک " SENTENCE "</p></div><div class=widget-text><p>دو " SENTENCE "</p></div>"); /* a page builder */
    assert_true(block_at(&t, "یک").kind == RZ_BLOCK_TEXT && block_at(&t, "دو").kind == RZ_BLOCK_TEXT);
    done(&t);
}

/* A page that ends in the same so many times. */
static void take_with(taken *t, const char *begin, const char *item, int times) {
    char page[8192];
    size_t n = (size_t)snprintf(page, sizeof page, "%s", begin);
    while (times-- > 0 && n < sizeof page) n += (size_t)snprintf(page + n, sizeof page - n, "%s", item);
    assert_true(n < sizeof page);
    take(t, page);
}

static void lists_of_articles_are_told(void **state) {
    (void)state;
    static const char item[] = "<div><h3><a href=1>دیدار سفیر با وزیر بازرگانی</a></h3><p>" SENTENCE "</p></div>";
    taken t;
    take_with(&t, "<body><h1>برچسب</h1>", item, 5);
    assert_true(t.in.is_list);
    done(&t);
    take_with(&t, "<body><h1>تیتر</h1><p>" SENTENCE "</p>", item, 5); /* below an article */
    assert_false(t.in.is_list);
    done(&t);
}

static void other_articles_are_aside(void **state) {
    (void)state;
    static const char item[] = "<div><div>نمونه</div><div>سیاسی</div><div><a href=1>دیدار سفیر با وزیر بازرگانی</a><p>همان " SENTENCE "</p></div></div>";
    taken t;
    take_with(&t, "<body><h1>تیتر</h1><div><p>یک " SENTENCE "</p><p>دو " SENTENCE "</p><p>سه " SENTENCE "</p><p>چهار " SENTENCE "</p></div><div>", item, 2);
    assert_int_equal(block_at(&t, "همان").cut, RZ_CUT_RELATED);
    assert_int_equal(block_at(&t, "سه").kind, RZ_BLOCK_TEXT);
    done(&t);
}

/* No line is long but one of a form: the short ones are what is told. */
static void a_form_is_no_article(void **state) {
    (void)state;
    taken t;
    take(&t, "<body><h1>تیتر</h1><article><p>۱. لیلا از باشگاه نمونه ۱۲ ثانیه</p><p>۲. مینا از باشگاه نمونه ۱۳ ثانیه</p><p>۳. رویا از باشگاه نمونه ۱۴ ثانیه</p><p>۴. سارا از باشگاه نمونه ۱۵ ثانیه</p></article><form><p>همان " SENTENCE "</p><p>نام</p></form>");
    assert_int_equal(block_at(&t, "همان").cut, RZ_CUT_FORM);
    assert_true(block_at(&t, "۱").in_article);
    done(&t);
}

static void page_speaks_of_itself(void **state) {
    (void)state;
    taken t;
    take(&t, "<html><head><title>تیتر | سایت</title><meta property='og:title' content='تیتر'>"
             "<meta property='og:site_name' content='خبرگزاری نمونه'><link rel=canonical href='https://example.ir/1'>"
             "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\","
             "\"datePublished\":\"2024-05-01T10:00:00+03:30\"}]}</script></head><body><p>x <time datetime='2020-01-01'>y</time>");
    assert_string_equal(t.in.meta_title.at, "تیتر");
    assert_string_equal(t.in.meta_site.at, "خبرگزاری نمونه");
    assert_string_equal(t.in.meta_url.at, "https://example.ir/1");
    assert_string_equal(t.in.meta_published.at, "2024-05-01T10:00:00+03:30");
    done(&t);
    take(&t, "<html><head><link rel=canonical href='/news/1'><meta property='article:section' content='سیاست'><script type='application/ld+json'>{\"@type\":"
             "\"NewsArticle\",\"datePublished\":\"2024-05-01\",\"dateModified\":\"2024-05-02\",\"author\":[{\"name\":\"الف\"},{\"name\":\"ب\"},3]}</script></head><body><p>x");
    assert_string_equal(t.in.meta_url.at, "");
    assert_string_equal(t.in.meta_section.at, "سیاست");
    assert_string_equal(t.in.meta_updated.at, "2024-05-02");
    assert_string_equal(t.in.meta_author.at, "الف, ب");
    done(&t);
    take(&t, "<html><script type='application/ld+json'>{broken</script><p>x");
    assert_true(t.ok);
    assert_string_equal(t.in.meta_published.at, "");
    done(&t);
}

static void section_is(const char *html, const char *section) {
    taken t;
    take(&t, html);
    assert_string_equal(t.in.meta_section.at, section);
    done(&t);
}

/* The last on the way to the page that is neither the home page nor the page itself. */
static void the_way_to_a_page_tells_its_section(void **state) {
    (void)state;
    section_is("<html><title>تیتر | سایت</title><div class='c-breadcrumb'><a href='/'>خانه</a> › <a href='/p'>سیاسی</a> › <a href='/p/1'> سیاست\n خارجی </a> › "
               "<a href='/n/9'>تیتر </a></div><h1>تیتر</h1><p>x", "سیاست خارجی");
    section_is("<html><title>t</title><ul class=breadcrumbs><li><a href='https://example.org/fa/'>نمونه</a><li><a href='#x'>پرش</a></ul><p>x", "");
    section_is("<html><title>t</title><body><nav class=breadcrumb><a href='/a'>a</a></nav><p>x<nav class=breadcrumb><a href='/b'>b</a></nav>", "a");
    section_is("<html><title>t</title><body><nav class=breadcrumb><a href='/1'>1</a><a href='/2'>b</a><a href='/3'>c</a><a href='/4'>d</a><a href='/5'>e</a><a href='/6'>f</a>"
               "<a href='/7'>g</a></nav><p>x", "");
    section_is("<html><body class='has-breadcrumb'><div class='has-breadcrumb'><a href='/a'>a</a><h1>t</h1></div><p>x", "");
    section_is("<html><title>t</title><script type='application/ld+json'>{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"name\":\"خانه\",\"item\":\"https://example.org\"},"
               "{\"item\":{\"@id\":\"https://example.org/s\",\"name\":\"سیاسی\"}},{\"name\":\"t\"}]}</script><div class=breadcrumb><a href='/b'>b</a></div><p>x", "سیاسی");
    section_is("<html><meta property='article:section' content='سیاست'><div class=breadcrumb><a href='/b'>b</a></div><p>x", "سیاست");
}

static void declared_encodings_are_converted(void **state) {
    (void)state;
    taken t;
    take(&t, "<html><meta charset='windows-1256'><p>\xD3\xE1\xC7\xE3</p>");
    assert_true(t.ok);
    block_is(&t, 0, RZ_BLOCK_TEXT, "سلام");
    done(&t);
    take(&t, "<html><meta charset='windows-1256'><p>سلام</p>"); /* a wrong declaration */
    block_is(&t, 0, RZ_BLOCK_TEXT, "سلام");
    done(&t);
    take(&t, "<html><meta charset='no-such'><p>\xD3\xE1\xC7\xE3 \xCC\xE5\xC7\xE4</p>"); /* what it looks like */
    block_is(&t, 0, RZ_BLOCK_TEXT, "سلام جهان");
    done(&t);
    take(&t, "<html><meta charset='iso-8859-1'><p>\xD3\xE1\xC7\xE3 \xCC\xE5\xC7\xE4</p>"); /* declared wrongly */
    block_is(&t, 0, RZ_BLOCK_TEXT, "سلام جهان");
    done(&t);
    take(&t, "<html><meta charset='iso-8859-1'><p>Er h\xE4tte sich f\xFCr \xD6l und K\xE4se, M\xF6hren und N\xFCsse, B\xE4lle und T\xF6pfe erkl\xE4rt."); /* none of ours, though its letters are */
    block_is(&t, 0, RZ_BLOCK_TEXT, "Er hätte sich für Öl und Käse, Möhren und Nüsse, Bälle und Töpfe erklärt.");
    done(&t);
    take(&t, "<html><script charset='utf-8'></script><meta charset='gb2312'><p>\xD6\xD0\xB9\xFA</p>"); /* that of the page alone; and what it means */
    block_is(&t, 0, RZ_BLOCK_TEXT, "中国");
    done(&t);
    char text[512] = "<html><p>", whole[512] = ""; /* damaged: each byte that is no part of a character, what is beyond the last plane too */
    for (int i = 0; i < 12; i++) strcat(strcat(text, "دیدار وزیران "), i == 4 ? "\xFF\xF4\x90\x80\x80 " : "");
    for (int i = 0; i < 12; i++) strcat(strcat(whole, i ? " دیدار وزیران" : "دیدار وزیران"), i == 4 ? " \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" : "");
    take(&t, text);
    block_is(&t, 0, RZ_BLOCK_TEXT, whole);
    done(&t);
    refused("<html><meta charset='no-such'><p>\xFF</p>", 36, RZ_NOT_UTF8, 33);
}

/* The piece repeated, with what stands before it. */
static char *repeated(const char *before, const char *piece, size_t times, size_t *size) {
    size_t n = strlen(piece), at = strlen(before);
    char *all = malloc(at + n * times + 1);
    memcpy(all, before, at + 1);
    for (size_t i = 0; i < times; i++, at += n) memcpy(all + at, piece, n + 1);
    *size = at;
    return all;
}

static void hostile_pages_are_bounded(void **state) {
    (void)state;
    static const struct {
        const char *before, *piece;
        size_t times;
        uint32_t blocks;
    } cases[] = {{"<html>", "<div>x", 50000, 50000},    {"<html>", "<table><tr><td>x", 50000, 50000},
                 {"<html><p>x", "</i></b></q>", 100000, 1}, {"<html><p>x", "<!--", 500000, 1},
                 {"<html><p>x<a ", "b=c ", 200000, 1},  {"<html><p>x", "&amp;", 500000, 1}, {"<html><p>x", "<a href='", 100000, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t size;
        char *page = repeated(cases[i].before, cases[i].piece, cases[i].times, &size);
        taken t;
        take_bytes(&t, page, size);
        assert_true(t.ok);
        assert_int_equal(t.in.n_blocks, cases[i].blocks);
        done(&t);
        free(page);
    }
    size_t size;
    char *start = repeated("<html><p>xxxxxxxxxxxxxxxxxxxxxxxxxxxx</p>", "<p>xxxx", 200, &size), *inner = repeated("<b>", "<b>", 504, &size), page[4096];
    snprintf(page, sizeof page, "%s<p>%s<i><i><i>one <i><i><i><i>two <i><i>three", start, inner); /* too deep near the end: nothing is read twice */
    free(start);
    free(inner);
    taken t;
    take(&t, page);
    assert_true(t.ok && strstr(t.in.text, "one\ntwo three\n") && strstr(t.in.text, "one") == strstr(t.in.text, "one\ntwo"));
    done(&t);
    take(&t, "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>1&b;&x;2");
    assert_true(t.ok && !strstr(t.in.text, "aaaa") && !strstr(t.in.text, "root"));
    done(&t);
}

/* The arena's exit, taken when the page is copied out, leaks nothing (run under a leak checker). */
static void no_memory_leaves_nothing_behind(void **state) {
    (void)state;
    size_t size;
    char *page = repeated("<html>", "<p>xxxxxxxxxx", 50000, &size);
    rz_arena arena;
    jmp_buf out;
    volatile bool left = false;
    if (setjmp(out)) {
        left = true;
    } else {
        rz_arena_open(&arena, &out, 300000);
        rz_input input = {.bytes = page, .size = size};
        rz_incoming in;
        rz_error error;
        rz_intake(&arena, &input, &in, &error);
    }
    assert_true(left);
    rz_arena_close(&arena);
    free(page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_kept_byte_for_byte), cmocka_unit_test(byte_order_mark_lies_outside_the_blocks),
        cmocka_unit_test(what_is_no_text_is_refused), cmocka_unit_test(pages_are_told_from_text),
        cmocka_unit_test(markup_gives_kinds),         cmocka_unit_test(body_by_its_class), cmocka_unit_test(what_holds_the_prose_is_not_aside),
        cmocka_unit_test(what_a_style_hides_is_aside),
        cmocka_unit_test(prose_tells_where_the_article_is), cmocka_unit_test(comments_are_none_however_long),
        cmocka_unit_test(lists_of_articles_are_told), cmocka_unit_test(other_articles_are_aside), cmocka_unit_test(a_form_is_no_article),
        cmocka_unit_test(page_speaks_of_itself), cmocka_unit_test(the_way_to_a_page_tells_its_section),     cmocka_unit_test(declared_encodings_are_converted),
        cmocka_unit_test(hostile_pages_are_bounded),  cmocka_unit_test(no_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
