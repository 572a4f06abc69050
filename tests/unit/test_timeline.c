/* How a timeline is written: for a terminal, as JSON, as CSV, as a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <jansson.h>

#include "rayzan.h"

static const rz_days none = {RZ_NO_DAY, RZ_NO_DAY};

static rz_days on(int year, int month, int day) {
    rz_day d = rz_gregorian_day(year, month, day);
    return (rz_days){d, d};
}

static const rz_party ministers[] = {
    {{"sergey-lavrov", "سرگئی لاوروف", "Sergey Lavrov"}, "person", "host", "russia", {"foreign-minister", "وزیر امور خارجه", "foreign minister"}},
    {{"hossein-amirabdollahian", "حسین امیرعبداللهیان", "Hossein Amirabdollahian"}, "person", "guest", "iran",
     {"foreign-minister", "وزیر امور خارجه", "foreign minister"}},
    {{"name:کسی", "کسی", ""}, "person", "participant", "", {"", "", ""}}};
static const rz_named topics[] = {{"jcpoa", "برجام", "JCPOA"}, {"south-caucasus", "قفقاز جنوبی", "South Caucasus"}};
static const rz_proof proofs[] = {
    {"به گزارش تسنیم، ", "سرگئی لاوروف و حسین امیرعبداللهیان در مسکو دیدار کردند", "، و درباره برجام و قفقاز سخن گفتند", {30, 130}},
    {"در پایان گفت: ", "«گفت‌وگوها» <b>سودمند</b> بود & هست", ".", {400, 450}}};

static const rz_report reports[] = {
    {"aaaaaaaaaaaaaaaa-e1", "aaaaaaaaaaaaaaaa", "دیدار وزرای خارجه ایران و روسیه", "a.txt", "https://example.org/a?x=1&y=\"2\"",
     {"tasnim", "خبرگزاری تسنیم", "Tasnim"}, {"tass", "خبرگزاری تاس", "TASS"}, {18906, 18906}, "held", "meeting", {18906, 18906},
     {"moscow", "مسکو", "Moscow"}, 0.9, proofs, 2, ""},
    {"bbbbbbbbbbbbbbbb-e2", "bbbbbbbbbbbbbbbb", "", "b.txt", "javascript:alert(1)", {"mehr", "خبرگزاری مهر", "Mehr"}, {"", "", ""},
     {RZ_NO_DAY, RZ_NO_DAY}, "planned", "meeting", {18907, 18907}, {"", "", ""}, 0.8, proofs, 1, ""},
    {"cccccccccccccccc-e1", "cccccccccccccccc", "<script>alert('x')</script>", "", "", {"mehr", "خبرگزاری مهر", "Mehr"}, {"", "", ""},
     {18908, 18908}, "held", "meeting", {RZ_NO_DAY, RZ_NO_DAY}, {"", "", ""}, 0.8, NULL, 0, "aaaaaaaaaaaaaaaa"}};

static rz_known_event meeting(void) {
    return (rz_known_event){.id = "aaaaaaaaaaaaaaaa-e1", .kind = "meeting", .status = "held", .days = on(2021, 10, 6), .reported = none,
                            .place = {"moscow", "مسکو", "Moscow"}, .forum = {"", "", ""}, .participants = ministers, .n_participants = 2,
                            .topics = topics, .n_topics = 2, .count = 1,
                            .code = {"CONSULT", "visit", {"diplomatic", "military"}, 2, "042"}, .confidence = 0.94, .reports = reports,
                            .n_reports = 3, .differ_days = true, .differ_status = true};
}

/* Nothing known but that it was. */
static rz_known_event bare(void) { return (rz_known_event){.id = "", .kind = "talks", .status = "hoped", .days = none, .reported = none, .count = 1}; }

static rz_engine *engine;

static int open_engine(void **state) {
    rz_error error;
    (void)state;
    engine = rz_engine_open(NULL, 0, &error);
    return engine ? 0 : 1;
}

static int close_engine(void **state) {
    (void)state;
    rz_engine_close(engine);
    return 0;
}

static rz_timeline of(const rz_known_event *events, size_t n) { return (rz_timeline){events, n, n}; }

static void has(const char *text, const char *wanted) {
    if (!strstr(text, wanted)) fail_msg("%s is not in:\n%s", wanted, text);
}

/* The same, wherever its lines were broken. */
static void has_words(const char *text, const char *wanted) {
    char *flat = strdup(text), *out = flat;
    assert_non_null(flat);
    for (const char *p = flat; *p; p++)
        if ((*p != ' ' && *p != '\n') || (out > flat && out[-1] != ' ')) *out++ = *p == '\n' ? ' ' : *p;
    *out = '\0';
    has(flat, wanted);
    free(flat);
}

/* ---- the table ---- */

static void a_table_has_a_block_for_each_event_and_ends_with_their_number(void **state) {
    rz_known_event events[] = {meeting(), bare()};
    rz_timeline t = of(events, 2);
    (void)state;
    char *text = rz_timeline_table(engine, &t, "en");
    has(text, "Wednesday 6 October 2021 (14 Mehr 1400)\n  Meeting, held");
    has(text, "Sergey Lavrov (host), Hossein Amirabdollahian (guest)\n");
    has(text, "Moscow\n");
    has(text, "JCPOA, South Caucasus\n");
    has(text, "Tasnim quoting TASS, Mehr (3 reports, 1 of them a copy)\n");
    has(text, "differ on  status, when\n");
    has(text, "\nWithout a day\n  Talks, hoped for\n\n2 events\n");
    rz_free(text);
}

static void a_table_in_persian(void **state) {
    rz_known_event events[] = {meeting()};
    rz_timeline t = {events, 1, 80};
    (void)state;
    char *text = rz_timeline_table(engine, &t, "fa");
    has(text, "چهارشنبه ۱۴ مهر ۱۴۰۰ (۶ اکتبر ۲۰۲۱)\n  دیدار، انجام‌شده");
    has(text, "سرگئی لاوروف (میزبان)، حسین امیرعبداللهیان (میهمان)\n");
    has(text, "\n۱ رویداد از ۸۰\n");
    rz_free(text);
}

static void no_events_are_counted_too(void **state) {
    rz_timeline t = of(NULL, 0);
    (void)state;
    char *table = rz_timeline_table(engine, &t, "en"), *json = rz_timeline_json(engine, &t), *csv = rz_timeline_csv(engine, &t, "en");
    assert_string_equal(table, "0 events\n");
    assert_string_equal(json, "");
    assert_memory_equal(csv, "id,kind,status,", 15);
    assert_string_equal(strchr(csv, '\r'), "\r\n");
    rz_free(table), rz_free(json), rz_free(csv);
}

/* ---- JSON ---- */

static const char *string_at(json_t *o, const char *key) {
    json_t *v = json_object_get(o, key);
    assert_non_null(v);
    return json_is_null(v) ? "null" : json_string_value(v);
}

static void json_has_an_object_a_line(void **state) {
    rz_known_event events[] = {meeting(), bare()};
    rz_timeline t = of(events, 2);
    (void)state;
    char *text = rz_timeline_json(engine, &t), *second = strchr(text, '\n') + 1;
    assert_string_equal(strchr(second, '\n'), "\n");
    second[-1] = '\0';
    json_t *o = json_loads(text, 0, NULL), *p = json_loads(second, 0, NULL);
    assert_non_null(o);
    assert_non_null(p);
    assert_string_equal(string_at(o, "from"), "2021-10-06");
    assert_string_equal(string_at(json_object_get(o, "place"), "id"), "moscow");
    assert_string_equal(string_at(json_array_get(json_object_get(o, "participants"), 1), "role"), "guest");
    assert_int_equal(json_array_size(json_object_get(o, "differs")), 2);
    json_t *source = json_array_get(json_object_get(o, "sources"), 0);
    assert_string_equal(string_at(source, "article"), "aaaaaaaaaaaaaaaa");
    json_t *evidence = json_array_get(json_object_get(source, "evidence"), 1);
    assert_string_equal(string_at(evidence, "text"), proofs[1].text);
    assert_int_equal(json_integer_value(json_array_get(json_object_get(evidence, "span"), 1)), 450);
    assert_string_equal(string_at(p, "from"), "null");
    assert_string_equal(string_at(p, "place"), "null");
    json_decref(o), json_decref(p);
    rz_free(text);
}

/* ---- CSV ---- */

static void csv_quotes_what_needs_it(void **state) {
    rz_known_event e = meeting();
    rz_party odd[] = {{{"a", "f", "A \"b\", c\nd"}, "person", "host", "", {"", "", ""}}, {{"=1+1", "g", "=cmd()"}, "person", "guest", "", {"", "", ""}}};
    e.participants = odd;
    e.place = (rz_named){"=evil", "x", "=SUM(A1)"};
    rz_timeline t = of(&e, 1);
    (void)state;
    char *text = rz_timeline_csv(engine, &t, "en");
    assert_true((unsigned char)text[0] != 0xEF);
    has(text, "\r\naaaaaaaaaaaaaaaa-e1,meeting,held,2021-10-06,2021-10-06,1400-07-14,1400-07-14,,,\"'=evil\",\"'=SUM(A1)\",a; =1+1,"
              "\"A \"\"b\"\", c\nd; =cmd()\",host; guest,jcpoa; south-caucasus,JCPOA; South Caucasus,,,1,CONSULT,visit,"
              "diplomatic; military,042,0.94,status; days,3,tasnim; mehr,Tasnim; Mehr,");
    rz_free(text);
}

static void csv_leaves_blank_what_is_not_known(void **state) {
    rz_known_event e = bare();
    rz_timeline t = of(&e, 1);
    (void)state;
    char *text = rz_timeline_csv(engine, &t, "fa");
    assert_string_equal(strchr(text, '\n') + 1, ",talks,hoped,,,,,,,,,,,,,,,,1,,,,,0.0,,0,,,,,\r\n");
    rz_free(text);
}

/* ---- search and show ---- */

static void a_search_shows_the_words_within_the_text(void **state) {
    static const char around[] = "واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه واژه ";
    rz_proof found = {around, "لاوروف", " به تهران می‌رود", {500, 512}};
    rz_match m = {"aaaaaaaaaaaaaaaa", "", "a.txt", "", {"tasnim", "خبرگزاری تسنیم", "Tasnim"}, on(2021, 10, 6), &found, 1};
    rz_search search = {&m, 1, 3};
    (void)state;
    char *text = rz_search_text(engine, &search, "en"), *json = rz_search_json(engine, &search);
    has(text, "untitled");
    has(text, "… واژه واژه");
    has_words(text, "واژه «لاوروف» به تهران می‌رود" "\xE2\x81\xA9 ");
    has(text, "\n1 report of 3\n");
    json_t *o = json_loads(json, 0, NULL);
    assert_string_equal(string_at(json_array_get(json_object_get(o, "matches"), 0), "after"), found.after);
    json_decref(o);
    rz_free(text), rz_free(json);
}

static void an_event_is_shown_with_every_proof(void **state) {
    rz_known_event e = meeting();
    rz_shown shown = {.what = RZ_AN_EVENT, .events = &e, .n_events = 1};
    (void)state;
    char *text = rz_shown_text(engine, &shown, "en"), *json = rz_shown_json(engine, &shown);
    has(text, "Report 2\n");
    has(text, "planned\n"); /* what that report says otherwise */
    has_words(text, "«سرگئی لاوروف و حسین امیرعبداللهیان در مسکو دیدار کردند»");
    json_t *o = json_loads(json, 0, NULL);
    assert_string_equal(string_at(o, "id"), e.id);
    json_decref(o);
    rz_free(text), rz_free(json);
}

static void an_actor_is_shown_with_what_he_did_and_said(void **state) {
    rz_known_event e = meeting();
    rz_known_statement said = {"aaaaaaaaaaaaaaaa-s1", ministers[0], {"", "", ""}, "direct", "tweet", "thank", &ministers[1].who, 1, topics, 1,
                               {0}, reports[0]};
    rz_shown shown = {RZ_AN_ACTOR, NULL, NULL, 0, ministers[0], &e, 1, &said, 1};
    (void)state;
    char *text = rz_shown_text(engine, &shown, "en"), *json = rz_shown_json(engine, &shown);
    has(text, "foreign minister\n");
    has(text, "Sergey Lavrov thanks (social media)");
    has(text, "Meeting, held");
    json_t *o = json_loads(json, 0, NULL);
    assert_int_equal(json_array_size(json_object_get(o, "statements")), 1);
    json_decref(o);
    rz_free(text), rz_free(json);
}

/* ---- the page ---- */

static void has_not(const char *text, const char *unwanted) {
    if (strstr(text, unwanted)) fail_msg("%s is in:\n%s", unwanted, text);
}

/* How often. */
static size_t count_of(const char *text, const char *wanted) {
    size_t n = 0;
    for (; (text = strstr(text, wanted)); text += strlen(wanted)) n++;
    return n;
}

static void a_page_in_persian_runs_right_to_left(void **state) {
    rz_known_event events[] = {meeting(), bare()};
    rz_timeline t = of(events, 2);
    (void)state;
    char *text = rz_timeline_html(engine, &t, "fa");
    assert_memory_equal(text, "<!DOCTYPE html>\n<html lang=\"fa\" dir=\"rtl\">", 42);
    has(text, "default-src 'none'; style-src 'sha256-");
    has(text, "<time class=\"day\" datetime=\"2021-10-06\">۱۴ مهر ۱۴۰۰</time> <span class=\"other\">۶ اکتبر ۲۰۲۱</span>");
    has(text, "<b><bdi>سرگئی لاوروف</bdi></b> <span class=\"role\">میزبان</span>");
    assert_int_equal(count_of(text, "<li class=\"event "), 2);
    assert_int_equal(count_of(text, "<details>"), 1);
    rz_free(text);
}

static void a_page_in_english_runs_left_to_right(void **state) {
    rz_known_event e = meeting();
    e.participants = ministers + 1, e.n_participants = 2;
    rz_timeline t = of(&e, 1);
    (void)state;
    char *text = rz_timeline_html(engine, &t, "en"), *again = rz_timeline_html(engine, &t, "en");
    has(text, "<html lang=\"en\" dir=\"ltr\">");
    has(text, ">6 October 2021</time> <span class=\"other\">14 Mehr 1400</span>");
    has(text, "<bdi lang=\"fa\">کسی</bdi>"); /* who has no English name */
    has(text, "<dt>Status</dt><dd>held <span class=\"by\"><bdi>Tasnim</bdi>, <bdi>Mehr</bdi></span></dd><dd>planned");
    assert_string_equal(text, again);
    rz_free(text), rz_free(again);
}

static void nothing_of_an_article_becomes_markup(void **state) {
    static const char evil[] = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>\x01\xFF&amp;";
    rz_party who = {{evil, evil, evil}, evil, evil, evil, {evil, evil, evil}};
    rz_named name = {evil, evil, evil};
    rz_proof proof = {evil, evil, evil, {500, 600}};
    rz_report report = {evil, evil, evil, evil, evil, name, name, none, evil, evil, none, name, 0.5, &proof, 1, evil};
    rz_known_event e = {.id = evil, .kind = evil, .status = evil, .days = none, .reported = none, .place = name, .forum = name,
                        .participants = &who, .n_participants = 1, .topics = &name, .n_topics = 1, .count = 2, .reports = &report,
                        .n_reports = 1, .differ_status = true, .differ_days = true, .differ_place = true};
    rz_timeline t = of(&e, 1);
    (void)state;
    char *text = rz_timeline_html(engine, &t, "fa");
    has_not(text, "<script>alert");
    has_not(text, "<img");
    has_not(text, "='alert");
    has_not(text, "\xFF");
    has_not(text, "\x01");
    has(text, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;\xEF\xBF\xBD\xEF\xBF\xBD&amp;amp;");
    assert_int_equal(count_of(text, "<script>"), 1);
    rz_free(text);
}

static void only_web_addresses_become_links(void **state) {
    static const struct {
        const char *url;
        bool link;
    } cases[] = {{"https://example.org/a?x=1&y=2", true}, {"HTTP://example.org", true}, {"javascript:alert(1)", false},
                 {" https://example.org", false}, {"https://", false}, {"https://a b", false}, {"data:text/html,x", false},
                 {"ftp://example.org", false}, {"//example.org", false}, {"", false}, {"https\n://x", false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rz_known_event e = meeting();
        rz_report report = reports[2];
        report.url = cases[i].url;
        e.reports = &report, e.n_reports = 1;
        rz_timeline t = of(&e, 1);
        char *text = rz_timeline_html(engine, &t, "en");
        if ((count_of(text, "<a rel=") == 1) != cases[i].link) fail_msg("%s", cases[i].url);
        has(text, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"); /* its title */
        rz_free(text);
    }
}

static void proofs_close_to_each_other_are_one_passage(void **state) {
    static const rz_proof near[] = {{"aa ", "bb", " cc dd ", {3, 5}}, {"cc dd ", "ee", " ff ", {12, 14}}, {"ff ", "gg", " hh.", {18, 20}},
                                    {"yy ", "zz", "", {103, 105}}};
    rz_known_event e = meeting();
    rz_report report = reports[0];
    report.proofs = near, report.n_proofs = 4;
    e.reports = &report, e.n_reports = 1;
    rz_timeline t = of(&e, 1);
    rz_shown shown = {.what = RZ_AN_EVENT, .events = &e, .n_events = 1};
    (void)state;
    char *page = rz_timeline_html(engine, &t, "en"), *text = rz_shown_text(engine, &shown, "en");
    has(page, "<p>aa <mark>bb</mark> cc dd <mark>ee</mark> ff <mark>gg</mark> hh.</p>");
    has(page, "<p>yy <mark>zz</mark></p>");
    has(text, "aa «bb» cc dd «ee» ff «gg» hh.");
    rz_free(page), rz_free(text);
}

static void an_empty_page_says_so(void **state) {
    rz_timeline t = of(NULL, 0);
    (void)state;
    char *text = rz_timeline_html(engine, &t, "en");
    has(text, "There are no events in this timeline.");
    has_not(text, "class=\"tools\"");
    rz_free(text);
}

static void events_stand_under_years_and_months_and_where_they_were_reported(void **state) {
    rz_known_event events[] = {meeting(), meeting(), meeting(), bare(), bare()};
    events[1].days = on(2021, 10, 20);
    events[2].days = on(2022, 3, 25);
    events[3].reported = on(2022, 3, 27);
    rz_timeline t = of(events, 5);
    (void)state;
    char *en = rz_timeline_html(engine, &t, "en"), *fa = rz_timeline_html(engine, &t, "fa"), *table = rz_timeline_table(engine, &t, "en");
    assert_int_equal(count_of(en, "<section class=\"year\""), 3);
    assert_int_equal(count_of(en, "<section class=\"month\""), 3);
    has(en, "<h3><b>October</b>");
    has(en, "<span class=\"reported\">reported 27 March 2022</span>");
    assert_int_equal(count_of(fa, "<section class=\"month\""), 3);
    has(fa, "<h3><b>مهر</b> <span class=\"other\">۲۳ سپتامبر – ۲۲ اکتبر ۲۰۲۱</span></h3>");
    has(table, "\nWithout a day, reported Sunday 27 March 2022 (7 Farvardin 1401)\n");
    rz_free(en), rz_free(fa), rz_free(table);
}

/* ---- many ---- */

static void ten_thousand_events_are_written_fast(void **state) {
    enum { MANY = 10000 };
    rz_known_event *events = calloc(MANY, sizeof *events);
    (void)state;
    for (int i = 0; i < MANY; i++) {
        events[i] = meeting();
        events[i].days.from = events[i].days.to = 15000 + i / 2;
    }
    rz_timeline t = of(events, MANY);
    clock_t begun = clock();
    char *text[] = {rz_timeline_table(engine, &t, "fa"), rz_timeline_json(engine, &t), rz_timeline_csv(engine, &t, "en"),
                    rz_timeline_html(engine, &t, "fa")};
    assert_true((double)(clock() - begun) / CLOCKS_PER_SEC < 10);
    has(text[0], "۱۰۰۰۰ رویداد");
    for (size_t i = 0; i < sizeof text / sizeof *text; i++) rz_free(text[i]);
    free(events);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_table_has_a_block_for_each_event_and_ends_with_their_number),
                                       cmocka_unit_test(a_table_in_persian),
                                       cmocka_unit_test(no_events_are_counted_too),
                                       cmocka_unit_test(json_has_an_object_a_line),
                                       cmocka_unit_test(csv_quotes_what_needs_it),
                                       cmocka_unit_test(csv_leaves_blank_what_is_not_known),
                                       cmocka_unit_test(a_search_shows_the_words_within_the_text),
                                       cmocka_unit_test(an_event_is_shown_with_every_proof),
                                       cmocka_unit_test(an_actor_is_shown_with_what_he_did_and_said),
                                       cmocka_unit_test(a_page_in_persian_runs_right_to_left),
                                       cmocka_unit_test(a_page_in_english_runs_left_to_right),
                                       cmocka_unit_test(nothing_of_an_article_becomes_markup),
                                       cmocka_unit_test(only_web_addresses_become_links),
                                       cmocka_unit_test(proofs_close_to_each_other_are_one_passage),
                                       cmocka_unit_test(an_empty_page_says_so),
                                       cmocka_unit_test(events_stand_under_years_and_months_and_where_they_were_reported),
                                       cmocka_unit_test(ten_thousand_events_are_written_fast)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
