/* A page's markup, element by element: what is left out is put in, what is left open is closed, as libxml2 2.9 does it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "intake/markup.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROOM = 1 << 16 };

typedef struct {
    char told[ROOM];
    size_t n, depth, stop_at, stopped;
    rz_markup *markup;
} listener;

static void note(listener *l, const char *sign, const char *bytes, size_t size) {
    l->n += (size_t)snprintf(l->told + l->n, ROOM - l->n, "%s%.*s", sign, (int)size, bytes);
    assert_true(l->n < ROOM);
}

static void start(void *self, const char *name, unsigned flags, const char *const *attributes) {
    listener *l = self;
    assert_int_equal(flags, rz_tag_of(name)->flags);
    note(l, "<", name, strlen(name));
    for (; attributes && *attributes; attributes += 2) {
        note(l, " ", attributes[0], strlen(attributes[0]));
        if (attributes[1]) note(l, "=", attributes[1], strlen(attributes[1]));
    }
    if (++l->depth == l->stop_at) l->stopped = rz_markup_so_far(l->markup), rz_markup_stop(l->markup);
}

static void end(void *self, const char *name, unsigned flags) {
    listener *l = self;
    assert_int_equal(flags, rz_tag_of(name)->flags);
    l->depth--;
    note(l, "/", name, strlen(name));
}

static void text(void *self, const char *bytes, size_t size) { note(self, "|", bytes, size); }

static const rz_markup_told told = {start, end, text};

/* The page ends where its memory ends, so that a checker sees who reads on. */
static void listen(listener *l, const char *page, size_t size, size_t stop_at) {
    char *copy = malloc(size + !size);
    memcpy(copy, page, size);
    *l = (listener){.stop_at = stop_at};
    rz_markup markup = {.told = &told, .self = l};
    l->markup = &markup;
    assert_true(rz_markup_read(&markup, (rz_str){copy, (uint32_t)size}));
    free(copy);
}

static const struct {
    const char *page, *told;
} cases[] = {
    {"", ""},
    {"x", "<html<body<p|x/p/body/html"},
    {" <p>x", "<html<body<p|x/p/body/html"},
    {"<!DOCTYPE html>\n<html><head><title>t</title></head> <body>x</body></html>\n", "<html<head<title|t/title/head| <body|x/body/html|\n"},
    {"<?xml version='1.0'?><!-- a --><!DOCTYPE html PUBLIC \"-//W3C//DTD\" 'x'><p>x", "<html<body<p|x/p/body/html"},
    {"<title>t</title>x", "<html<head<title|t/title/head<body<p|x/p/body/html"},
    {"<p>a<p>b<div>c</p>d", "<html<body<p|a/p<p|b/p<div|c|d/div/body/html"},
    {"<ul><li>a<li>b</ul>c", "<html<body<ul<li|a/li<li|b/li/ul|c/body/html"},
    {"<table><tr><td>a<td>b<tr><th>c</table>", "<html<body<table<tr<td|a/td<td|b/td/tr<tr<th|c/th/tr/table/body/html"},
    {"<td><div>a</td>b", "<html<body<td<div|a/div/td|b/body/html"},
    {"<div><b>a</div>b</b>c", "<html<body<div<b|a/b/div|b|c/body/html"},
    {"<b><div>a</b>b</div>", "<html<body<b<div|a|b/div/b/body/html"},
    {"<br>a<br/>b<img src=x></br>", "<html<body<br/br|a<br/br|b<img src=x/img/body/html"},
    {"<div/>a<x-y/>b", "<html<body<div/div|a<x-y/x-y|b/body/html"},
    {"<html a=1><body><html b=2><body c=3><head>x</body>y</html>", "<html a=1<body|x|y/body/html"},
    {"<A HREF='x y' Class=\"b\" id=c/d disabled data-x = 'z' id=e>", "<html<body<a href=x y class=b id=c/d disabled data-x=z/a/body/html"},
    {"<a b='&amp;&lt;&#65;&#x6a9;&zwnj;&no;&' c=&quot;>", "<html<body<a b=&<A\xDA\xA9\xE2\x80\x8C&no;& c=\"/a/body/html"},
    {"<a b='x&#0;y' c=d>", "<html<body<a b=x c=d/a/body/html"},
    {"<a =x \"y\" b>z", "<html<body<a b|z/a/body/html"},
    {"<p>&amp;&nbsp;&copy;&#8204;&#1740;&#0;&no;&amp x& &", "<html<body<p|&|\xC2\xA0|\xC2\xA9|\xE2\x80\x8C|\xDB\x8C|&|no|;|&|amp| x|&| |&/p/body/html"},
    {"<p>&\xDA\xA9\xD9\x84;&a\xDA\xA9 b", "<html<body<p|&|\xDA\xA9\xD9\x84|;|&|a\xDA\xA9| b/p/body/html"},
    {"<script>if (a < b && c > d) e('<p></b>');</script>f", "<html<head<script|if (a < b && c > d) e('<p></b>');/script/head<body<p|f/p/body/html"},
    {"<style>a &gt; b</STYLE >c", "<html<head<style|a &gt; b/style/head<body<p|c/p/body/html"},
    {"<p>a<!-- <b> -- > -->b<!-- c --!>d<!-->e-->f<!-- g", "<html<body<p|a|b|d|f/p/body/html"},
    {"<p>a < b <3 </ c> <! d> <? e> <?f g>h", "<html<body<p|a |<| b |<|3 | c> |<|! d> | e> |h/p/body/html"},
    {"<p>a<!DOCTYPE b></p>c", "<html<body<p|a|<|/p>c/p/body/html"},
    {"<p.x>a<_b><:c>", "<html<body<p.x|a|<|_b>|<|:c>/p.x/body/html"},
    {"<p>a\x01" "b\xEF\xBF\xBF" "c\xEF\xB7\x90" "d", "<html<body<p|abc\xEF\xB7\x90" "d/p/body/html"},
    {"\xEF\xBB\xBF<p>a", "<html<body<p|a/p/body/html"},
    {"<frameset><frame src=a><noframes>b</noframes></frameset>", "<html<frameset<frame src=a/frame<noframes|b/noframes/frameset/html"},
    {"<p>a<b", "<html<body<p|a<b/p/body/html"}, /* a tag without an end */
    {"<a b='c", "<html<body<a b=c/body/html"},
    {"<blockquote>a</blockquote><blockquotes>b</blockquote>", "<html<body<blockquote|a/blockquote<blockquotes|b/blockquotes/body/html"},
};

static void elements_are_told(void **state) {
    (void)state;
    static listener l;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        listen(&l, cases[i].page, strlen(cases[i].page), 0);
        assert_string_equal(l.told, cases[i].told);
    }
}

/* Whatever is cut off, each element that is told is told once, and in order; but the one whose tag is cut. */
static void pages_may_end_anywhere(void **state) {
    (void)state;
    static listener l;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t size = 0; size < strlen(cases[i].page); size++) {
            listen(&l, cases[i].page, size, 0);
            assert_true(l.depth <= 1);
        }
}

static void long_text_comes_in_pieces(void **state) {
    (void)state;
    static listener l;
    static char page[8000];
    memset(page, 'x', sizeof page);
    memcpy(page, "<p>", 3);
    for (size_t i = 900; i + 1 < 1500; i += 2) memcpy(page + i, "\xDA\xA9", 2);
    page[5000] = 1;
    listen(&l, page, sizeof page, 0);
    size_t pieces = 0, bytes = 0;
    for (char *p = strchr(l.told, '|'); p && pieces < 100; pieces++) {
        char *next = strchr(p + 1, '|');
        bytes += next ? (size_t)(next - p - 1) : strcspn(p + 1, "/");
        p = next;
    }
    assert_int_equal(pieces, 8);
    assert_int_equal(bytes, sizeof page - 4);
}

static void reading_stops_when_told(void **state) {
    (void)state;
    static listener l;
    const char page[] = "<html><body><div a=b><p>x</p></div>y";
    listen(&l, page, sizeof page - 1, 3);
    assert_string_equal(l.told, "<html<body<div a=b/body/html");
    assert_int_equal(l.stopped, strlen("<html><body><div a=b"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_are_told),
        cmocka_unit_test(pages_may_end_anywhere),
        cmocka_unit_test(long_text_comes_in_pieces),
        cmocka_unit_test(reading_stops_when_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
