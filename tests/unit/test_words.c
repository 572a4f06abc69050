/* Words: how tokens are taken apart, lemmas, parts of speech, verbs and their groups; spans; what is written of them. */
#include "words.h"

static int open_engine(void **state) {
    (void)state;
    return open_tokenizer(false);
}

/* The words as form/lemma/UPOS, apart by spaces; sentences by |. */
static void become(const char *text, const char *wanted) {
    rz_words *w = words_of(text);
    char got[2048] = "";
    size_t n = 0;
    for (uint32_t s = 0; s < w->n_sentences; s++) {
        n += (size_t)snprintf(got + n, sizeof got - n, "%s", s ? " | " : "");
        for (uint32_t i = w->sentences[s].first; i < w->sentences[s].last; i++)
            n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s/%s/%s", i > w->sentences[s].first ? " " : "",
                                  (int)(w->words[i].span.end - w->words[i].span.start), text + w->words[i].span.start, w->words[i].lemma,
                                  rz_upos_name((rz_upos)w->words[i].upos));
    }
    if (strcmp(got, wanted) != 0) print_message("  %s\n  wanted %s\n  got    %s\n", text, wanted, got);
    assert_string_equal(got, wanted);
    rz_words_free(w);
}

static void what_hangs_on_a_word(void **state) {
    (void)state;
    become("پدرم آمد.", "پدر/پدر/NOUN م/من/PRON آمد/آمد/VERB ././PUNCT");
    become("خانه‌اش بزرگ است.", "خانه‌/خانه/NOUN اش/او/PRON بزرگ/بزرگ/ADJ است/است/AUX ././PUNCT");
    become("کتاب‌هایشان را برد.", "کتاب‌های/کتاب/NOUN شان/آنها/PRON را/را/ADP برد/برد/VERB ././PUNCT");
    become("او مرا دید.", "او/او/PRON م/من/PRON را/را/ADP دید/دید/VERB ././PUNCT");
    become("آنها انسانی‌اند.", "آنها/آنها/PRON انسانی‌/انسانی/ADJ اند/هست/VERB ././PUNCT");
}

static void lemmas(void **state) {
    (void)state;
    become("وزیران به کشورهای بزرگ می‌روند.", "وزیران/وزیر/NOUN به/به/ADP کشورهای/کشور/NOUN بزرگ/بزرگ/ADJ می‌روند/رفت/VERB ././PUNCT");
    become("نمایندگان را ندیدم.", "نمایندگان/نماینده/NOUN را/را/ADP ندیدم/دید/VERB ././PUNCT");
    become("این کار بزرگ‌تری است.", "این/این/DET کار/کار/NOUN بزرگ‌تری/بزرگ/ADJ است/است/AUX ././PUNCT");
    become("این مسئله را کاملاً می‌دانیم.", "این/این/DET مسئله/مسئله/NOUN را/را/ADP کاملاً/کاملاً/ADV می‌دانیم/دانست/VERB ././PUNCT");
}

static void a_space_within_a_word(void **state) {
    (void)state;
    become("او نمی خواهد برود.", "او/او/PRON نمی خواهد/خواست/VERB برود/رفت/VERB ././PUNCT");
    become("او می گوید و می رود.", "او/او/PRON می گوید/گفت/VERB و/و/CCONJ می رود/رفت/VERB ././PUNCT");
}

static void sentences(void **state) {
    (void)state;
    rz_words *w = words_of("او رفت. ما هم رفتیم!\nپاراگراف دوم");
    assert_int_equal(w->n_sentences, 3);
    assert_int_equal(w->sentences[0].paragraph, 0);
    assert_int_equal(w->sentences[1].paragraph, 0);
    assert_int_equal(w->sentences[2].paragraph, 1);
    rz_words_free(w);
    w = words_of("");
    assert_int_equal(w->n_words, 0);
    rz_words_free(w);
    w = words_of("\n\n \n");
    assert_int_equal(w->n_sentences, 0);
    rz_words_free(w);
}

static void group_is(const char *text, const char *infinitive, rz_tense_of tense, rz_mood mood, uint8_t person, uint8_t number, bool negative, bool passive) {
    rz_words *w = words_of(text);
    const rz_verb_group *g = &w->groups[w->n_groups - 1];
    assert_int_equal(w->n_groups, 1);
    assert_string_equal(g->infinitive, infinitive);
    assert_int_equal(g->tense, tense);
    assert_int_equal(g->mood, mood);
    assert_int_equal(g->person, person);
    assert_int_equal(g->number, number);
    assert_int_equal(g->negative, negative);
    assert_int_equal(g->passive, passive);
    for (uint32_t i = g->first; i < g->last; i++) assert_int_equal(w->words[i].group, 0);
    rz_words_free(w);
}

static void verb_groups(void **state) {
    (void)state;
    group_is("وزیران دیدار کرده بودند.", "دیدار کردن", RZ_TENSE_PLUPERFECT, RZ_MOOD_INDICATIVE, 3, 2, false, false);
    group_is("ما به آنجا خواهیم رفت.", "رفتن", RZ_TENSE_FUTURE, RZ_MOOD_INDICATIVE, 1, 2, false, false);
    group_is("این نامه نوشته نشده است.", "نامه نوشتن", RZ_TENSE_PERFECT, RZ_MOOD_INDICATIVE, 3, 1, true, true);
    group_is("خانه ساخته خواهد شد.", "ساختن", RZ_TENSE_FUTURE, RZ_MOOD_INDICATIVE, 3, 1, false, true);
    group_is("آنها نمی‌دانستند.", "دانستن", RZ_TENSE_IMPERFECT, RZ_MOOD_INDICATIVE, 3, 2, true, false);
    group_is("او کتاب دارد.", "داشتن", RZ_TENSE_PRESENT, RZ_MOOD_INDICATIVE, 3, 1, false, false);
}

static void errors(void **state) {
    (void)state;
    rz_error error;
    assert_null(rz_tokenize(tokenizer, "آب\xFF", 5, &error));
    assert_int_equal(error.code, RZ_NOT_UTF8);
    assert_int_equal(error.position, 4);
    char *much = calloc(1, RZ_ARTICLE_MAX + 1);
    assert_null(rz_tokenize(tokenizer, much, RZ_ARTICLE_MAX + 1, &error));
    assert_int_equal(error.code, RZ_TOO_LONG);
    free(much);
}

static void as_conllu(void **state) {
    (void)state;
    static const char text[] = "پدرم رفت.";
    rz_words *w = words_of(text);
    rz_words_place place = {.byte = 100, .sentence = 7, .paragraph = 3};
    char *out = rz_words_conllu(w, text, &place);
    assert_string_equal(out, "# newpar\n# sent_id = 8\n# text = پدرم رفت.\n"
                             "1-2\tپدرم\t_\t_\t_\t_\t_\t_\t_\tStart=100|End=108\n"
                             "1\tپدر\tپدر\tNOUN\t_\tNumber=Sing\t_\t_\t_\tStart=100|End=106\n"
                             "2\tم\tمن\tPRON\t_\tNumber=Sing|Person=1|PronType=Prs\t_\t_\t_\tStart=106|End=108\n"
                             "3\tرفت\tرفت\tVERB\t_\tNumber=Sing|Person=3|Tense=Past|Voice=Act\t_\t_\t_\tStart=109|End=115|SpaceAfter=No\n"
                             "4\t.\t.\tPUNCT\t_\t_\t_\t_\t_\tStart=115|End=116\n\n");
    assert_int_equal(place.sentence, 8);
    assert_int_equal(place.paragraph, 4);
    rz_free(out);
    rz_words_free(w);
}

static void memory_does_not_show(void **state) {
    (void)state;
    shows_no_memory("وزیر خارجه گفت که به دیدار همتایش می‌رود. کارشان را دوست دارند.", rz_words_jsonl, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_hangs_on_a_word), cmocka_unit_test(lemmas),    cmocka_unit_test(a_space_within_a_word), cmocka_unit_test(sentences),
        cmocka_unit_test(verb_groups),          cmocka_unit_test(errors),    cmocka_unit_test(as_conllu),             cmocka_unit_test(memory_does_not_show),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
