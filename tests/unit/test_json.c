/* A reading to JSON and back. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "reading/held.h"
#include "reading/json.h"

static const char EMPTY[] =
    "{\"schema\":\"rayzan/1\",\"id\":\"0123456789abcdef\",\"engine\":{\"version\":\"" RZ_VERSION "\",\"data\":\"00ff\"},"
    "\"source\":{\"path\":null,\"url\":null,\"record\":0,\"encoding\":null},\"text\":null,\"title\":null,\"language\":\"fa\",\"publisher\":null,"
    "\"chain\":[],\"published\":{\"from\":null,\"to\":null,\"time\":null,\"basis\":null,\"because\":[]},\"cited\":[],\"body\":[],"
    "\"dates\":[],\"actors\":[],\"events\":[],\"statements\":[],\"instruments\":[]}";

static const char FULL[] =
    "{\"schema\":\"rayzan/1\",\"id\":\"0123456789abcdef\",\"engine\":{\"version\":\"" RZ_VERSION "\",\"data\":\"00ff\"},"
    "\"source\":{\"path\":\"a.html\",\"url\":\"https://example.org/1\",\"record\":3,\"encoding\":\"windows-1256\"},\"text\":\"a \\\"b\\\"\\n\\u0000c\","
    "\"title\":{\"text\":\"t\",\"span\":[0,1]},\"language\":\"fa\",\"publisher\":{\"id\":\"mehr\",\"fa\":\"m\",\"span\":[1,2]},"
    "\"chain\":[{\"id\":\"mehr\"},{\"id\":\"tass\",\"fa\":\"x\",\"relation\":\"quotes\",\"span\":[2,3]}],"
    "\"published\":{\"from\":\"2021-07-06\",\"to\":\"2021-07-06\",\"time\":\"14:05+04:30\",\"basis\":\"stated\",\"because\":[\"y\"]},"
    "\"cited\":[{\"id\":\"irna\",\"span\":[0,1]}],\"body\":[[0,2],[2,4]],"
    "\"dates\":[{\"text\":\"d\",\"span\":[0,1],\"extent\":[0,2],\"kind\":\"date\",\"grain\":\"day\",\"from\":\"2021-10-06\","
    "\"to\":\"2021-10-06\",\"time\":\"09:00\",\"calendar\":\"jalali\",\"basis\":\"explicit\",\"because\":[]}],"
    "\"actors\":[{\"id\":\"a\",\"kind\":\"person\",\"fa\":\"f\",\"en\":\"E\",\"transliterated\":true,\"state\":\"iran\",\"iso\":null,"
    "\"office\":\"president\",\"mentions\":[[0,1]]},{\"id\":\"iran\",\"kind\":\"state\",\"fa\":\"i\",\"en\":null,\"state\":null,"
    "\"iso\":\"IRN\",\"office\":null,\"mentions\":[]}],"
    "\"events\":[{\"id\":\"e1\",\"kind\":\"meeting\",\"status\":\"held\",\"participants\":[{\"actor\":\"a\",\"role\":\"host\"}],"
    "\"from\":\"2021-10-06\",\"to\":\"2021-10-07\",\"place\":{\"id\":\"moscow\",\"fa\":\"m\"},\"forum\":\"sco\",\"topics\":[\"jcpoa\"],"
    "\"count\":2,\"plover\":{\"event\":\"AGREE\",\"mode\":null,\"context\":[\"diplomatic\"]},\"cameo\":\"036\",\"confidence\":0.94,"
    "\"evidence\":[[0,4]]}],"
    "\"statements\":[{\"speaker\":\"a\",\"via\":\"iran\",\"form\":\"direct\",\"channel\":null,\"stance\":\"thank\","
    "\"target\":[\"iran\"],\"topics\":[],\"span\":[0,4],\"plover\":null,\"cameo\":null,\"confidence\":0.5,\"evidence\":[]}],"
    "\"instruments\":[{\"id\":\"x\",\"fa\":\"n\",\"parties\":[\"iran\"],\"stage\":\"signed\",\"from\":null,\"to\":null,"
    "\"confidence\":1.0,\"evidence\":[[1,2]]}]}";

static void comes_back(const char *line) {
    rz_error error = {0};
    rz_reading *r = rz_reading_parse(line, strlen(line), &error);
    if (!r) fail_msg("%s", error.message);
    char *again = rz_reading_json(r);
    assert_string_equal(again, line);
    rz_free(again);
    rz_reading_free(r);
}

static void a_reading_comes_back_as_it_was(void **state) {
    (void)state;
    comes_back(EMPTY);
    comes_back(FULL);
}

/* Clock times in each of their forms: seconds, a zone, until when. */
static void clock_times_come_back(void **state) {
    (void)state;
    static const char *const times[] = {"06:30..22:00", "06:30:15", "14:05+03:30", "14:05-05:00..16:00", "14:05:59+03:30..16:00"};
    const char *at = strstr(FULL, "\"09:00\"");
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        char *line = malloc(sizeof FULL + 32);
        assert_non_null(line);
        sprintf(line, "%.*s\"%s\"%s", (int)(at - FULL), FULL, times[i], at + strlen("\"09:00\""));
        comes_back(line);
        free(line);
    }
}

static void the_parts_are_where_they_belong(void **state) {
    (void)state;
    rz_reading *r = rz_reading_parse(FULL, strlen(FULL), NULL);
    assert_non_null(r);
    assert_false(r->text_is_input);
    assert_int_equal(r->text_size, 8);
    assert_int_equal(r->published_minute, 14 * 60 + 5);
    assert_int_equal(r->dates[0].minute, 540);
    assert_int_equal(r->events[0].days.to - r->events[0].days.from, 1);
    assert_int_equal(r->statements[0].via, 1);
    assert_string_equal(r->events[0].code.context[0], "diplomatic");
    rz_reading_free(r);
}

/* Every line cut short, and every line with one bracket or quotation mark lost, is refused or read, and nothing leaks. */
static void a_damaged_line_is_refused(void **state) {
    (void)state;
    size_t size = strlen(FULL);
    char *line = malloc(size + 1);
    for (size_t cut = 0; cut < size; cut++) {
        rz_error error = {0};
        assert_null(rz_reading_parse(FULL, cut, &error));
        assert_int_equal(error.code, RZ_BAD_ARGUMENT);
        memcpy(line, FULL, size + 1);
        line[cut] = '7';
        rz_reading_free(rz_reading_parse(line, size, &error));
    }
    free(line);
}

static void a_wrong_value_is_named(void **state) {
    (void)state;
    static const char *const lines[][2] = {{"[]", "schema"},
                                           {"{\"schema\":\"rayzan/1\",\"id\":\"0123456789abcdef0\"}", "id"},
                                           {"{\"schema\":\"rayzan/1\",\"id\":\"0\",\"engine\":{}}", "data"}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        rz_error error = {0};
        assert_null(rz_reading_parse(lines[i][0], strlen(lines[i][0]), &error));
        assert_non_null(strstr(error.message, lines[i][1]));
    }
}

/* A confidence is a share of one; found by the fuzzer. */
static void a_number_out_of_all_bounds_is_refused(void **state) {
    (void)state;
    static const char *const values[] = {"9e99", "-1.0", "1.01"};
    char line[sizeof FULL];
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        rz_error error = {0};
        memcpy(line, FULL, sizeof FULL);
        memcpy(strstr(line, "0.94"), values[i], 4);
        assert_null(rz_reading_parse(line, strlen(line), &error));
        assert_non_null(strstr(error.message, "confidence"));
    }
}

static void reals_are_cut_off(void **state) {
    (void)state;
    rz_json j = {0};
    rz_json_open(&j, '[');
    const double values[] = {1e300, -1e300, NAN, 0.94};
    for (int i = 0; i < 4; i++) rz_json_real(&j, values[i]);
    rz_json_close(&j, ']');
    char *text = rz_json_finish(&j);
    assert_string_equal(text, "[1000000000.0,-1000000000.0,-1000000000.0,0.94]");
    rz_free(text);
}

static void tehran_kept_summer_time_until_2022(void **state) {
    (void)state;
    assert_int_equal(rz_tehran_offset(rz_gregorian_day(2021, 7, 6)), 270);
    assert_int_equal(rz_tehran_offset(rz_gregorian_day(2021, 10, 6)), 210);
    assert_int_equal(rz_tehran_offset(rz_gregorian_day(2022, 3, 21)), 210);
    assert_int_equal(rz_tehran_offset(rz_gregorian_day(2022, 3, 22)), 270);
    assert_int_equal(rz_tehran_offset(rz_gregorian_day(2006, 7, 6)), 210);
    assert_int_equal(rz_tehran_offset(rz_gregorian_day(2023, 7, 6)), 210);
}

static void a_path_of_any_bytes_is_written(void **state) {
    (void)state;
    rz_reading r = {.path = "a\xffz\xd8", .text_is_input = true, .data_hash = "0", .published = {RZ_NO_DAY, RZ_NO_DAY},
                    .published_minute = -1};
    char *line = rz_reading_json(&r);
    assert_non_null(line);
    assert_non_null(strstr(line, "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\""));
    rz_free(line);
}

/* Bytes of every kind side by side, in an order that is always the same. */
static size_t mixed(uint32_t *seed, char *out, size_t size, bool utf8) {
    static const char *const good[] = {"a", " ", "\"", "\\", "\n", "\x1F", "\x7F", "\xC2\x80", "\xD8\xA7", "\xDB\x8C", "\xDF\xBF", "\xE2\x80\x8C", "\xF0\x9F\x98\x80"};
    static const char *const bad[] = {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xD8", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5", "\xFF"};
    enum { GOOD = sizeof good / sizeof *good, BAD = sizeof bad / sizeof *bad };
    size_t n = 0;
    while (n + 4 < size) {
        *seed = *seed * 1664525u + 1013904223u;
        uint32_t pick = *seed >> 16, one_of = utf8 || pick % 16 ? 0 : 1;
        const char *piece = one_of ? bad[pick / 16 % BAD] : good[pick / 16 % (pick % 3 ? 9 : GOOD)];
        memcpy(out + n, piece, strlen(piece));
        n += strlen(piece);
    }
    return n;
}

static void utf8_is_checked_as_it_is_read(void **state) {
    (void)state;
    char bytes[64];
    uint32_t seed = 1;
    for (int i = 0; i < 200000; i++) {
        size_t size = mixed(&seed, bytes, 8 + (size_t)i % 50, i % 2), at = 0;
        for (uint32_t length; at < size && rz_utf8_next(bytes + at, bytes + size, &length) != RZ_UTF8_BAD;) at += length;
        assert_int_equal(rz_utf8_check(bytes, size), at);
    }
}

static void a_string_of_any_bytes_is_escaped(void **state) {
    (void)state;
    char bytes[64];
    uint32_t seed = 7;
    for (int i = 0; i < 20000; i++) {
        size_t size = mixed(&seed, bytes, 8 + (size_t)i % 50, true), left = 0;
        rz_json json = {0};
        rz_json_bytes(&json, bytes, size);
        char *line = rz_json_finish(&json);
        assert_non_null(line);
        for (size_t at = 0; at < size; at++) left += bytes[at] == '"' || bytes[at] == '\\' || bytes[at] == '\n' ? 2 : (unsigned char)bytes[at] < 0x20 ? 6 : 1;
        assert_int_equal(strlen(line), left + 2);
        rz_free(line);
    }
}

static void the_id_is_of_the_bytes(void **state) {
    (void)state;
    char id[17];
    rz_article_id("abc", 3, id); /* FIPS 180-4, the first example */
    assert_string_equal(id, "ba7816bf8f01cfea");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reading_comes_back_as_it_was), cmocka_unit_test(clock_times_come_back),     cmocka_unit_test(the_parts_are_where_they_belong),
        cmocka_unit_test(a_damaged_line_is_refused),          cmocka_unit_test(a_wrong_value_is_named),
        cmocka_unit_test(tehran_kept_summer_time_until_2022), cmocka_unit_test(a_path_of_any_bytes_is_written),
        cmocka_unit_test(the_id_is_of_the_bytes),             cmocka_unit_test(a_number_out_of_all_bounds_is_refused),
        cmocka_unit_test(reals_are_cut_off),
        cmocka_unit_test(utf8_is_checked_as_it_is_read),      cmocka_unit_test(a_string_of_any_bytes_is_escaped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
