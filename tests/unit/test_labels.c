/* How the record is shown: labels, digits, days in both calendars, wrapped lines, a whole reading. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "output/lines.h"
#include "reading/json.h"

static void shows(const char *lang, rz_days days, const char *wanted) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    rz_labels l = rz_labels_of(rz_data_builtin(), lang);
    rz_show_days(out, &l, days);
    fclose(out);
    assert_string_equal(text, wanted);
    free(text);
}

static rz_days from_to(const char *from, const char *to) { return (rz_days){rz_day_of_text(from), rz_day_of_text(to)}; }

static void days_are_shown_in_both_calendars(void **state) {
    (void)state;
    shows("en", from_to("2021-10-06", "2021-10-06"), "Wednesday 6 October 2021 (14 Mehr 1400)");
    shows("fa", from_to("2021-10-06", "2021-10-06"), "چهارشنبه ۱۴ مهر ۱۴۰۰ (۶ اکتبر ۲۰۲۱)");
    shows("en", (rz_days){RZ_NO_DAY, RZ_NO_DAY}, "");
}

static void a_range_says_what_both_ends_share_once(void **state) {
    (void)state;
    shows("en", from_to("2021-10-06", "2021-10-08"), "6–8 October 2021 (14–16 Mehr 1400)");
    shows("en", from_to("2021-09-29", "2021-10-02"), "29 September – 2 October 2021 (7–10 Mehr 1400)");
    shows("en", from_to("2021-12-30", "2022-01-02"), "30 December 2021 – 2 January 2022 (9–12 Dey 1400)");
}

static void a_whole_month_or_year_is_named(void **state) {
    (void)state;
    shows("en", from_to("2021-10-01", "2021-10-31"), "October 2021 (9 Mehr – 9 Aban 1400)");
    shows("fa", from_to("2021-09-23", "2021-10-22"), "مهر ۱۴۰۰ (۲۳ سپتامبر – ۲۲ اکتبر ۲۰۲۱)");
    shows("en", from_to("2021-01-01", "2021-12-31"), "2021 (12 Dey 1399 – 10 Dey 1400)");
    shows("en", from_to("2021-01-01", "2022-12-31"), "2021–2022 (12 Dey 1399 – 10 Dey 1401)");
    shows("en", from_to("2021-02-01", "2021-04-30"), "February–April 2021 (13 Bahman 1399 – 10 Ordibehesht 1400)");
}

/* Every word of the contract's vocabularies has its label in both languages. */
static void every_word_of_the_record_has_a_label(void **state) {
    (void)state;
    static const char *const words[][2] = {
        {"kind", "meeting call talks visit press-conference summit conference negotiation commission signing message credentials "
                 "summons expulsion appointment vote sanction attack protest release relations"},
        {"status", "held ongoing planned hoped postponed cancelled denied alleged"},
        {"role", "participant host guest caller called delegate head mediator sender recipient signatory subject object"},
        {"form", "direct indirect"},
        {"channel", "statement press-conference speech interview tweet call meeting letter"},
        {"stance", "announce emphasize support welcome praise thank hope commit propose call-for invite oppose reject condemn accuse "
                   "criticise warn threaten concern regret deny congratulate condole"},
        {"stage", "proposed under-negotiation expert-review drafted agreed initialled signed approved-by-government "
                  "sent-to-parliament ratified in-force started revival-negotiated extended suspended withdrawn expired rejected"},
        {"actor", "person office state organisation forum group"},
        {"basis", "metadata stated inferred explicit relative"},
        {"relation", "quotes statement"}};
    rz_labels fa = rz_labels_of(rz_data_builtin(), "fa"), en = rz_labels_of(rz_data_builtin(), "en");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char list[600], *at = list, *word;
        snprintf(list, sizeof list, "%s", words[i][1]);
        while ((word = strsep(&at, " "))) {
            char id[80];
            snprintf(id, sizeof id, "%s-%s", words[i][0], word);
            if (rz_row_find(rz_data_builtin(), RZ_LABEL, rz_str_of(id)) == RZ_NONE) fail_msg("no label %s", id);
            assert_string_not_equal(rz_label(&fa, words[i][0], word), rz_label(&en, words[i][0], word));
        }
    }
    assert_string_equal(rz_label(&en, "kind", "unheard-of"), "unheard-of");
    assert_string_equal(rz_row_label(&en, RZ_TOPIC, "unheard-of"), "unheard-of");
}

static void lines_break_between_words_and_count_what_is_seen(void **state) {
    (void)state;
    char *text;
    size_t size;
    const char *words = "می\xE2\x80\x8C"
                        "روم";
    assert_int_equal(rz_columns(words, strlen(words)), 5);
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < 2; i++) rz_wrap(out, "1234567890  1234567890\n1234567890 1234567890", 44, RZ_LINE_WIDTH - 22, 2);
    fclose(out);
    assert_string_equal(text, "1234567890 1234567890\n  1234567890 12345678901234567890 1234567890\n  1234567890 1234567890");
    free(text);
}

static const char READING[] =
    "{\"schema\":\"rayzan/1\",\"id\":\"0123456789abcdef\",\"engine\":{\"version\":\"0\",\"data\":\"00ff\"},"
    "\"source\":{\"path\":\"a.txt\",\"url\":null,\"record\":0},\"text\":\"one two three\",\"title\":null,\"publisher\":null,\"chain\":[],"
    "\"published\":{\"from\":null,\"to\":null,\"time\":null,\"basis\":null,\"because\":[]},\"cited\":[],\"body\":[],\"dates\":[],"
    "\"actors\":[{\"id\":\"a\",\"kind\":\"person\",\"fa\":\"f\",\"en\":\"Ann\",\"state\":null,\"iso\":null,\"office\":null,"
    "\"mentions\":[]}],"
    "\"events\":[{\"id\":\"e1\",\"kind\":\"visit\",\"status\":\"planned\",\"participants\":[{\"actor\":\"a\",\"role\":\"guest\"}],"
    "\"from\":\"2021-10-06\",\"to\":\"2021-10-06\",\"place\":{\"id\":\"nowhere\",\"fa\":\"N\"},\"forum\":null,\"topics\":[],"
    "\"count\":1,\"plover\":null,\"cameo\":null,\"confidence\":0.9,\"evidence\":[[4,7],[8,99]]}],"
    "\"statements\":[],\"instruments\":[]}";

static void a_reading_is_shown_with_its_proof(void **state) {
    (void)state;
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(NULL, 0, &error);
    rz_reading *r = rz_reading_parse(READING, strlen(READING), &error);
    assert_non_null(r);
    char *text = rz_reading_text(engine, r, "en");
    static const char *const wanted[] = {"Visit", "planned", "Ann (guest)", "Wednesday 6 October 2021 (14 Mehr 1400)", "N\n", "«two»"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(text, wanted[i])) fail_msg("%s is not in:\n%s", wanted[i], text);
    assert_null(strstr(text, "three")); /* a span that lies outside the text shows nothing */
    rz_free(text);
    rz_reading_free(r);
    rz_engine_close(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(days_are_shown_in_both_calendars),
                                       cmocka_unit_test(a_range_says_what_both_ends_share_once),
                                       cmocka_unit_test(a_whole_month_or_year_is_named),
                                       cmocka_unit_test(every_word_of_the_record_has_a_label),
                                       cmocka_unit_test(lines_break_between_words_and_count_what_is_seen),
                                       cmocka_unit_test(a_reading_is_shown_with_its_proof)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
