/* The people, offices and titles of the built-in tables: found by every spelling, no two in one chair. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "resolve/days.h"

typedef struct {
    const rz_data *data;
    const char *id;
    uint32_t n; /* letters that the name must have */
    bool found;
} search;

static bool note(void *self, const rz_name_hit *hit) {
    search *s = self;
    s->found |= hit->length == s->n && strcmp(rz_row_id(s->data, hit->row), s->id) == 0;
    return true;
}

static bool named(const char *name, const char *id) {
    uint8_t letters[200];
    search s = {rz_data_builtin(), id, rz_letters_of(name, (uint32_t)strlen(name), letters, 200), false};
    rz_names_at(s.data, letters, s.n, note, &s);
    if (!s.found) print_error("%s is not found as %s\n", name, id);
    return s.found;
}

static void test_spellings(void **state) {
    (void)state;
    static const struct {
        const char *name, *id;
    } cases[] = {
        {"امیرعبداللهیان", "hossein-amirabdollahian"}, {"امیر عبداللهیان", "hossein-amirabdollahian"},
        {"امیرعبدالهیان", "hossein-amirabdollahian"},  {"سیدعباس عراقچی", "abbas-araghchi"},
        {"سرگی لاورف", "sergey-lavrov"},              {"لاوروف", "sergey-lavrov"},
        {"رییسی", "ebrahim-raisi"},                   {"سید ابراهیم رئیسی", "ebrahim-raisi"},
        {"استیو ویتکوف", "steve-witkoff"},            {"ویتکاف", "steve-witkoff"},
        {"بقائي", "esmaeil-baghaei"},                 {"بقایی", "esmaeil-baghaei"},
        {"گدعون سعر", "gideon-saar"},                 {"ساعر", "gideon-saar"},
        {"مکرون", "emmanuel-macron"},                 {"دونالد ترمپ", "donald-trump"},
        {"الهام علی‌یف", "ilham-aliyev"},              {"علی اف", "ilham-aliyev"},
        {"بائربوک", "annalena-baerbock"},             {"هموند", "philip-hammond"},
        {"فوندر لاین", "ursula-von-der-leyen"},       {"خطیب زاده", "saeed-khatibzadeh"},
        {"نواک", "alexander-novak"},                  {"بدرعبدالعاطی", "badr-abdelatty"},
        {"وزیر امورخارجه", "foreign-minister"},       {"رئیس دستگاه دیپلماسی", "foreign-minister"},
        {"وزراى امور خارجه", "foreign-minister"},     {"رییس جمهوری", "president"},
        {"روسای جمهور", "president"},                 {"صدر اعظم", "prime-minister"},
        {"سرمنشی", "secretary-general"},              {"شارژدافیر", "charge-d-affaires"},
        {"حجت الاسلام والمسلمین", "hojjat-ol-eslam"}, {"داکتر", "doctor"},
    };
    size_t missed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) missed += !named(cases[i].name, cases[i].id);
    assert_int_equal(missed, 0);
}

/* ---- tenures ---- */

typedef struct {
    rz_row person;
    rz_str office, whose;
    rz_day from, to; /* certain days of the tenure: within its bounds */
} sure;

static rz_str word_of(rz_str *s) {
    uint32_t n = 0;
    while (n < s->size && s->at[n] != ' ') n++;
    rz_str word = {s->at, n};
    uint32_t skip = n + (n < s->size);
    *s = (rz_str){s->at + skip, s->size - skip};
    return word;
}

/* False where the tenure is acting, has a seat or a bound that is not known. */
static bool read_sure(const rz_data *data, rz_row person, rz_str value, sure *out) {
    out->person = person;
    out->office = word_of(&value);
    out->whose = word_of(&value);
    rz_str range = word_of(&value);
    if (value.size) return false;
    uint32_t dots = 0;
    while (dots + 1 < range.size && !(range.at[dots] == '.' && range.at[dots + 1] == '.')) dots++;
    rz_str to = {range.at + dots + 2, range.size - dots - 2};
    out->from = rz_days_written((rz_str){range.at, dots}).to;
    out->to = rz_str_is(to, "now") ? rz_row_horizon(data, person) : rz_days_written(to).from;
    return out->from != RZ_NO_DAY && out->to != RZ_NO_DAY;
}

/* One person an office: foreign ministers, heads of state and government. */
static bool one_holder(rz_str office) {
    static const char *const offices[] = {"foreign-minister", "president", "prime-minister", "supreme-leader", "king",
                                          "defence-minister", "security-council-secretary", "director-general-iaea"};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (rz_str_is(office, offices[i])) return true;
    return false;
}

static void test_one_chair_one_person(void **state) {
    (void)state;
    const rz_data *data = rz_data_builtin();
    static sure all[8192];
    size_t n = 0, clashes = 0;
    uint32_t holds = rz_key(data, "holds"), count;
    rz_row first;
    rz_rows_of(data, RZ_PERSON, &first, &count);
    assert_true(count > 600);
    for (rz_row row = first; row < first + count; row++)
        for (uint32_t i = 0; i < rz_fields_of(data, row); i++) {
            rz_field f = rz_field_at(data, row, i);
            if (f.key == holds && n < 8192 && read_sure(data, row, f.value, &all[n]) && one_holder(all[n].office)) n++;
        }
    assert_true(n > 400);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            const sure *a = &all[i], *b = &all[j];
            if (a->person == b->person || !rz_str_same(a->office, b->office) || !rz_str_same(a->whose, b->whose)) continue;
            if (a->from + 1 >= b->to || b->from + 1 >= a->to) continue; /* the day of the change belongs to both */
            print_error("%s and %s are both %.*s\n", rz_row_id(data, a->person), rz_row_id(data, b->person),
                        (int)a->office.size, a->office.at);
            clashes++;
        }
    assert_int_equal(clashes, 0);
}

static void test_rows_are_whole(void **state) {
    (void)state;
    const rz_data *data = rz_data_builtin();
    rz_row first;
    uint32_t count;
    rz_rows_of(data, RZ_PERSON, &first, &count);
    for (rz_row row = first; row < first + count; row++) {
        assert_true(rz_row_get(data, row, "en").size > 0);
        assert_true(rz_row_get(data, row, "checked").size > 0);
        assert_int_not_equal(rz_row_horizon(data, row), RZ_NO_DAY);
    }
    rz_row common = rz_row_find(data, RZ_PERSON, RZ_STR("mehdi-safari"));
    assert_true(rz_row_guarded(data, common));
}

static const char *sent(const char *office, const char *whose, rz_row_type type, const char *seat, int year) {
    const rz_data *d = rz_data_builtin();
    rz_days when = {rz_gregorian_day(year, 6, 1), rz_gregorian_day(year, 6, 1)};
    rz_row row = rz_sent_holder(d, rz_row_find(d, RZ_OFFICE, rz_str_of(office)), rz_row_find(d, RZ_STATE, rz_str_of(whose)),
                                rz_row_find(d, type, rz_str_of(seat)), when);
    return row == RZ_NONE ? "" : rz_row_id(d, row);
}

static void test_who_is_sent_where(void **state) {
    (void)state;
    assert_string_equal(sent("ambassador", "iran", RZ_STATE, "russia", 2022), "kazem-jalali");
    assert_string_equal(sent("ambassador", "iran", RZ_PLACE, "moscow", 2022), "kazem-jalali"); /* the capital is the state */
    assert_string_equal(sent("ambassador", "iran", RZ_STATE, "russia", 2016), "mehdi-sanaei");
    assert_string_equal(sent("charge-d-affaires", "iran", RZ_STATE, "russia", 2022), "");
    assert_string_equal(sent("ambassador", "iran", RZ_STATE, "iceland", 2022), "");
    assert_string_equal(sent("permanent-representative", "russia", RZ_PLACE, "vienna", 2022), "mikhail-ulyanov");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_spellings), cmocka_unit_test(test_one_chair_one_person),
                                       cmocka_unit_test(test_rows_are_whole), cmocka_unit_test(test_who_is_sent_where)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
