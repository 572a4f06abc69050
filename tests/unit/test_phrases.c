/* Phrases, ezafe and clauses: tests/cases/phrases.txt, of which most must be right; what holds of them whatever the text, and what they cost who does not want them. */
#include "words.h"

enum { FLOOR = 48 }; /* of the cases: what the weights are not sure of stays in them */

static int open_engine(void **state) {
    (void)state;
    return open_tokenizer(true);
}

/* [NP سفیر~ ایران] [VG رفت] {2} که …: as the cases have it. */
static void render(const rz_words *w, const char *text, char *out, size_t room) {
    size_t n = 0;
    uint32_t clause = 0;
    for (uint32_t i = 0; i < w->n_words && n < room; i++) {
        const rz_in_phrase *in = &w->in_phrases[i];
        const rz_phrase *p = in->phrase >= 0 ? &w->phrases[in->phrase] : NULL;
        if (i) n += (size_t)snprintf(out + n, room - n, " ");
        if (in->clause != clause) n += (size_t)snprintf(out + n, room - n, "{%u} ", in->clause + 1);
        if (p && p->first == i) n += (size_t)snprintf(out + n, room - n, "[%s ", rz_phrase_name((rz_phrase_kind)p->kind));
        n += (size_t)snprintf(out + n, room - n, "%.*s%s%s", (int)(w->words[i].span.end - w->words[i].span.start), text + w->words[i].span.start,
                              in->ezafe ? "~" : "", p && p->last == i + 1 ? "]" : "");
        clause = in->clause;
    }
}

static void cases(void **state) {
    (void)state;
    char text[1024] = "", line[1024], got[2048];
    unsigned n = 0, wrong = 0;
    FILE *in = fopen("tests/cases/phrases.txt", "r");
    assert_non_null(in);
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || !line[0]) continue;
        if (line[0] != ' ') {
            strcpy(text, line);
            continue;
        }
        rz_words *w = words_of(text);
        render(w, text, got, sizeof got);
        if (strcmp(got, line + 2) != 0) print_message("  wanted %s\n  got    %s\n", line + 2, got), wrong++;
        rz_words_free(w);
        n++;
    }
    fclose(in);
    print_message("  phrases: %u of %u cases\n", n - wrong, n);
    assert_true(n >= 60 && n - wrong >= FLOOR);
}

static void hold_together(const rz_words *w) {
    for (uint32_t p = 0; p < w->n_phrases; p++) {
        const rz_phrase *x = &w->phrases[p];
        assert_true(x->first < x->last && x->last <= w->n_words && x->head >= x->first && x->head < x->last);
        assert_true(!p || x->first >= w->phrases[p - 1].last);
        for (uint32_t i = x->first; i < x->last; i++) assert_int_equal(w->in_phrases[i].phrase, p);
    }
    for (uint32_t s = 0; s < w->n_sentences; s++)
        for (uint32_t i = w->sentences[s].first, most = 0; i < w->sentences[s].last; i++) {
            const rz_in_phrase *in = &w->in_phrases[i];
            assert_true(in->clause <= most);
            if (in->clause == most) most++;
            if (in->ezafe) assert_true(i + 1 < w->sentences[s].last && in->phrase >= 0 && w->in_phrases[i + 1].phrase == in->phrase);
        }
}

static void what_holds_of_any_text(void **state) {
    (void)state;
    static const char *const texts[] = {
        "", "\n\n", "؟؟؟", "«»«»", "و و و و و که که که", "است است است", "در به از با", "م ت ش", "کتاب‌هایشان مرا دیدمش که ماست.", "abc ۱۲۳ ۳+۳ www.a.ir",
        "وزیر امور خارجه «ایران» که دیروز آمده بود گفت: «ما که گفتیم که نمی‌آییم، چون می‌دانستیم که آنها که رفته‌اند برنمی‌گردند.»\nپدرم رفت",
        "۱۵۲۴اسفند\n#g۵\fمرٱi۵م5رٱ۵مارر", /* found by the fuzzer: an ezafe at the end of its phrase */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        rz_words *w = words_of(texts[i]);
        hold_together(w);
        rz_words_free(w);
    }
}

/* A sentence longer than any, and clauses deeper than are kept. */
static void long_sentences(void **state) {
    (void)state;
    enum { TIMES = 3000 };
    static const char part[] = "مردی که دیروز گفت که کتاب بزرگ پدرم ";
    char *text = malloc(TIMES * (sizeof part - 1) + 1), *at = text;
    for (int i = 0; i < TIMES; i++) at = stpcpy(at, part);
    rz_words *w = words_of(text);
    hold_together(w);
    assert_true(w->n_phrases > TIMES);
    rz_words_free(w);
    free(text);
}

static void only_on_request(void **state) {
    (void)state;
    rz_error error;
    static const char text[] = "سفیر ایران رفت.";
    assert_true(rz_tokenizer_phrases(tokenizer, false, &error));
    rz_words *w = words_of(text);
    assert_null(w->in_phrases);
    assert_int_equal(w->n_phrases, 0);
    char *out = rz_words_conllu(w, text, NULL);
    assert_null(strstr(out, "Chunk="));
    rz_free(out);
    rz_words_free(w);
    assert_true(rz_tokenizer_phrases(tokenizer, true, &error));
}

static void as_conllu_and_json(void **state) {
    (void)state;
    static const char text[] = "سفیر ایران رفت.";
    rz_words *w = words_of(text);
    char *out = rz_words_conllu(w, text, NULL), *json = rz_words_jsonl(w, text, NULL);
    assert_non_null(strstr(out, "Start=0|End=8|Chunk=B-NP|Ezafe=Yes|Clause=1|Head=Yes\n"));
    assert_non_null(strstr(out, "Start=9|End=19|Chunk=I-NP|Clause=1\n"));
    assert_non_null(strstr(out, "SpaceAfter=No|Chunk=B-VG|Clause=1|Head=Yes\n"));
    assert_non_null(strstr(json, "\"phrases\":[{\"kind\":\"NP\",\"words\":[0,2],\"head\":0},{\"kind\":\"VG\",\"words\":[2,3],\"head\":2}]"));
    assert_non_null(strstr(json, "\"ezafe\":true,\"clause\":1"));
    rz_free(out), rz_free(json);
    rz_words_free(w);
}

static void memory_does_not_show(void **state) {
    (void)state;
    shows_no_memory("وزیر خارجه که به وین رفته بود گفت: کار بزرگ این هیئت به پایان رسید.", rz_words_conllu, 30);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases),           cmocka_unit_test(what_holds_of_any_text), cmocka_unit_test(long_sentences),
        cmocka_unit_test(only_on_request), cmocka_unit_test(as_conllu_and_json),     cmocka_unit_test(memory_does_not_show),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
