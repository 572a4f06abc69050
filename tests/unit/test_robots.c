/* robots.txt by the rules of RFC 9309, and when a host may be asked again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "watch/near.h"
#include "watch/polite.h"
#include "watch/robots.h"

static watch_verdict of(const char *text, const char *path) { return watch_robots(text, strlen(text), "rayzan", path); }
static bool allows(const char *text, const char *path) { return of(text, path).allowed; }

static void groups(void **state) {
    (void)state;
    assert_true(allows("", "/a"));
    assert_false(allows("User-agent: *\nDisallow: /", "/a"));
    assert_true(allows("User-agent: *\nDisallow: /", "/robots.txt"));
    assert_true(allows("User-agent: *\nDisallow:", "/a"));
    assert_true(allows("Disallow: /\n", "/a"));
    assert_true(allows("User-agent: *\nDisallow: /\n\nUser-agent: RayZan/2.0 (x)\nAllow: /\n", "/a"));
    assert_false(allows("User-agent: rayzan\nDisallow: /x\nUser-agent: *\nAllow: /\nuser-agent: RAYZAN\ndisallow: /y", "/y"));
    assert_false(allows("User-agent: rayzan\nDisallow: /x\nUser-agent: *\nAllow: /\nuser-agent: RAYZAN\ndisallow: /y", "/x"));
    assert_true(allows("User-agent: rayzanbot\nDisallow: /", "/a"));
    assert_false(allows("User-agent: other\nUser-agent: rayzan\nDisallow: /", "/a"));
    assert_false(allows("User-agent: rayzan\nSitemap: http://a/b\n\n# a note\n\nDisallow: /a # because", "/a"));
    assert_false(allows("\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a\r\n", "/ab"));
    assert_false(allows("User-agent:*\rDisallow:/a\r", "/ab"));
}

static void patterns(void **state) {
    (void)state;
    static const struct {
        const char *rule, *path;
        bool hit;
    } cases[] = {{"/fish", "/fish/salmon", true}, {"/fish", "/Fish", false}, {"/fish*", "/fishheads", true}, {"/fish/", "/fish", false},
                 {"/*.php", "/a/b.php?c", true}, {"/*.php$", "/a/b.php", true}, {"/*.php$", "/a/b.php?c", false}, {"/*.php$", "/a.php.php", true},
                 {"/a*b*c", "/axxbyyc", true}, {"/a*b*c", "/axxcyyb", false}, {"/$", "/", true}, {"/$", "/a", false}, {"*", "/a", true},
                 {"*/b", "/a/b", true}, {"/a$b", "/a$b", true}, {"/a*$", "/abc", true}, {"/a/*/*$", "/a/b/c", true}, {"**/x", "/y/x", true},
                 {"admin", "/admin", false}, {"/%7eme", "/~me", true}, {"/~me", "/%7Eme", true}, {"/a%2Fb", "/a/b", false},
                 {"/a%2fb", "/a%2Fb", true}, {"/خبر", "/%D8%AE%D8%A8%D8%B1/1", true}, {"/?q=*&p", "/?q=1&p=2", true}, {"/a%", "/a%", true},
                 {"/ab*ab$", "/ab", false}, {"/%2A", "/*", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[128];
        snprintf(text, sizeof text, "User-agent: *\nDisallow: %s\n", cases[i].rule);
        if (allows(text, cases[i].path) == cases[i].hit) fail_msg("%s of %s", cases[i].rule, cases[i].path);
    }
}

static void longest(void **state) {
    (void)state;
    assert_true(allows("User-agent: *\nDisallow: /\nAllow: /news/\n", "/news/1"));
    assert_false(allows("User-agent: *\nAllow: /news/\nDisallow: /news/old\n", "/news/older"));
    assert_true(allows("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page"));
    assert_true(allows("User-agent: *\nAllow: /page\nDisallow: /page\n", "/page"));
    assert_false(allows("User-agent: *\nAllow: /p\nDisallow: /*.ht\n", "/page.htm"));
}

static void delays(void **state) {
    (void)state;
    assert_true(of("User-agent: *\nCrawl-delay: 2.5\n", "/").delay == 2.5);
    assert_true(of("User-agent: *\nCrawl-delay: nan\n", "/").delay < 0);
    assert_true(of("User-agent: *\nCrawl-delay: 9\nUser-agent: rayzan\nDisallow:\n", "/").delay < 0);
    assert_true(of("User-agent: other\nCrawl-delay: 9\n", "/").delay < 0);
    assert_true(of("User-agent: *\nCrawl-delay: 1e99\n", "/").delay < 0);
}

static void big(void **state) {
    (void)state;
    enum { SIZE = 600 << 10 };
    char *text = test_malloc(SIZE);
    memset(text, '#', SIZE);
    memcpy(text, "User-agent: *\nDisallow: /a\n", 27);
    memcpy(text + SIZE - 16, "\nDisallow: /late", 16);
    assert_false(watch_robots(text, SIZE, "rayzan", "/a").allowed);
    assert_true(watch_robots(text, SIZE, "rayzan", "/late").allowed);
    test_free(text);
}

static void manners(void **state) {
    (void)state;
    const watch_manners m = {.pause = 1, .pause_most = 60, .back_off = 10, .back_off_most = 100, .retry_most = 1000};
    watch_host h = {.crawl_delay = -1};
    assert_true(watch_may_ask(&h, 0));
    watch_asks(&h);
    assert_false(watch_may_ask(&h, 1e9));
    watch_asked(&h, &m, 5, false, 0);
    assert_false(watch_may_ask(&h, 5.9));
    assert_true(watch_may_ask(&h, 6));
    h.crawl_delay = 10000;
    watch_asked(&h, &m, 10, false, 0);
    assert_true(h.due == 70);
    h.crawl_delay = 0;
    static const double waits[] = {10, 20, 40, 80, 100, 100};
    for (size_t i = 0; i < 6; i++) {
        watch_asked(&h, &m, 0, true, 0);
        assert_true(h.due == waits[i]);
    }
    watch_asked(&h, &m, 0, true, 500);
    assert_true(h.due == 500);
    watch_asked(&h, &m, 0, true, 1e9);
    assert_true(h.due == 1000);
    watch_asked(&h, &m, 0, false, 0);
    assert_true(h.due == 1 && h.troubles == 0);
    h.troubles = 4000000000u;
    watch_asked(&h, &m, 0, true, 0);
    assert_true(h.due == 100);
}

static void near(void **state) {
    (void)state;
    static const char *const here[] = {"127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255",
                                       "::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "nonsense"};
    static const char *const there[] = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2001:db8::1", "::ffff:8.8.8.8"};
    for (size_t i = 0; i < sizeof here / sizeof *here; i++) assert_true(watch_is_near(here[i]));
    for (size_t i = 0; i < sizeof there / sizeof *there; i++) assert_false(watch_is_near(there[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(groups), cmocka_unit_test(patterns), cmocka_unit_test(longest),
                                       cmocka_unit_test(delays), cmocka_unit_test(big),      cmocka_unit_test(manners),
                                       cmocka_unit_test(near)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
