/* Names in text: tests/cases/mentions.txt, against a small world (tests/cases/world) laid over the tables; long runs of what opens a phrase. */
#include "cases.h"
#include "mention/mention.h"

static rz_data *world;

static int open_world(void **state) {
    (void)state;
    size_t sizes[2];
    char *rows = case_file("tests/cases/world/names.txt", &sizes[0]), *people = case_file("tests/cases/world/names-people.txt", &sizes[1]);
    rz_data_file files[] = {{"names.txt", rows, sizes[0]}, {"names-people.txt", people, sizes[1]}};
    rz_error error = {0};
    world = rz_data_compile(rz_data_builtin(), files, 2, NULL, NULL, &error);
    free(rows);
    free(people);
    if (!world) print_error("%s\n", error.message);
    return world ? 0 : -1;
}

static int close_world(void **state) {
    (void)state;
    rz_data_close(world);
    return 0;
}

/* ---- a mention in a few letters: P sergey-lavrov{O foreign-minister=russia} ---- */

typedef struct {
    char at[4096];
    size_t n;
} line;

static void put(line *l, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int k = vsnprintf(l->at + l->n, sizeof l->at - l->n, format, args);
    va_end(args);
    l->n += (size_t)k;
    assert_true(l->n < sizeof l->at);
}

static const char *id(rz_row row) { return row == RZ_NONE ? "" : rz_row_id(world, row); }

static void put_whose(line *l, const rz_mention *m) {
    static const char *const whose[] = {"", "=", "=ours", "=this", "=both"};
    static const char *const serves[] = {"", " former", " acting", " new", " then"};
    put(l, "%s%s", whose[m->whose], m->whose == RZ_WHOSE_STATE ? id(m->state) : "");
    if (m->state2 != RZ_NONE) put(l, "+%s", id(m->state2));
    if (m->seat != RZ_NONE) put(l, "@%s", id(m->seat));
    put(l, "%s", serves[m->serves]);
}

static void put_mention(line *l, rz_arena *arena, const rz_text *text, const rz_mentions *all, uint32_t i) {
    static const char kinds[] = "POSLGFUAQC";
    const rz_mention *m = &all->at[i];
    put(l, "%s%c ", l->n ? "; " : "", kinds[m->kind]);
    switch (m->kind) {
    case RZ_M_PERSON:
        put(l, "%s", m->row != RZ_NONE ? id(m->row) : rz_text_copy(arena, text, m->name.start, m->name.end));
        for (uint32_t k = 0; k < m->n_others; k++) put(l, "|%s", id(m->others[k]));
        if (m->describes == RZ_NONE) return;
        m = &all->at[m->describes];
        put(l, "{%s%s", m->counterpart ? "counterpart" : "", id(m->office));
        put_whose(l, m);
        put(l, "}");
        return;
    case RZ_M_OFFICE:
        put(l, "%s%s", m->counterpart ? "counterpart" : "", id(m->office));
        put_whose(l, m);
        return;
    case RZ_M_STATE:
        put(l, "%s", m->row == RZ_NONE ? (m->whose == RZ_WHOSE_OURS ? "ours" : m->whose == RZ_WHOSE_BOTH ? "both" : "this") : id(m->row));
        return;
    case RZ_M_PLACE: put(l, m->state == RZ_NONE ? "%s" : "%s/%s", id(m->row), id(m->state)); return;
    case RZ_M_COLLECTIVE:
        put(l, "%s", m->office == RZ_NONE ? id(m->row) : id(m->office));
        put_whose(l, m);
        return;
    default:
        put(l, "%s%s", id(m->row), id(m->body));
        put_whose(l, m);
    }
}

static void check_mentions(const rz_text *text, const rz_mentions *all) {
    for (uint32_t i = 0; i < all->n; i++) {
        const rz_mention *m = &all->at[i];
        assert_true(m->first < m->last && m->last <= text->n_tokens);
        if (m->head != RZ_NONE) {
            assert_true(m->head < i);
            assert_int_equal(all->at[m->head].describes, i);
        }
        if (i && m->head != i - 1 && all->at[i - 1].head != RZ_NONE) {
            const rz_mention *head = &all->at[all->at[i - 1].head];
            assert_true(m->first >= head->last);
        }
        if (i && m->head == RZ_NONE) assert_true(m->first >= all->at[i - 1].last);
    }
}

static void read_names(const char *source, line *l) {
    rz_arena arena;
    jmp_buf leave;
    if (setjmp(leave)) fail_msg("out of memory");
    rz_arena_open(&arena, &leave, 0);
    rz_span block = {0, (uint32_t)strlen(source)};
    rz_text text;
    rz_language language;
    rz_language_make(&arena, world, &language);
    rz_text_make(&arena, &language, source, block.end, &block, 1, &text);
    rz_mentions all = {0};
    rz_names_find(&arena, rz_name_table_make(&arena, world), &text, &all);
    check_mentions(&text, &all);
    for (uint32_t i = 0; i < all.n; i++)
        if (all.at[i].head == RZ_NONE) put_mention(l, &arena, &text, &all, i);
    rz_arena_close(&arena);
}

static void test_mentions(void **state) {
    (void)state;
    enum { LEAST = 125, LONGEST = 4096 };
    FILE *in = fopen("tests/cases/mentions.txt", "r");
    assert_non_null(in);
    static char text[LONGEST], wanted[LONGEST];
    unsigned cases = 0, wrong = 0;
    while (fgets(wanted, sizeof wanted, in)) {
        wanted[strcspn(wanted, "\n")] = '\0';
        if (wanted[0] == ':') snprintf(text, sizeof text, "%s", wanted[1] ? wanted + 2 : "");
        if (wanted[0] != '=') continue;
        const char *want = wanted[1] ? wanted + 2 : "";
        line l = {0};
        read_names(text, &l);
        cases++;
        if (strcmp(l.at, want) == 0) continue;
        print_error("%s\n  wanted %s\n  got    %s\n", text, want, l.at);
        wrong++;
    }
    fclose(in);
    assert_true(cases >= LEAST);
    assert_int_equal(wrong, 0);
}

/* Long runs of what opens a phrase must not cost more than their length. */
static void read_many(const char *piece) {
    size_t size = strlen(piece), count = 400000 / size;
    char *text = malloc(size * count + 1);
    for (size_t i = 0; i < count; i++) memcpy(text + i * size, piece, size);
    text[size * count] = 0;
    rz_arena arena;
    jmp_buf leave;
    if (setjmp(leave)) fail_msg("out of memory");
    rz_arena_open(&arena, &leave, 0);
    rz_span block = {0, (uint32_t)(size * count)};
    rz_text t;
    rz_language language;
    rz_language_make(&arena, world, &language);
    rz_text_make(&arena, &language, text, block.end, &block, 1, &t);
    rz_mentions all = {0};
    rz_names_find(&arena, rz_name_table_make(&arena, world), &t, &all);
    check_mentions(&t, &all);
    rz_arena_close(&arena);
    free(text);
}

static void test_hostile(void **state) {
    (void)state;
    static const char *const pieces[] = {"آقای ", "وزیر خارجه و ", "وزرای خارجه ایران، ", "همتای ", "جدید ", "\"", "« ", "محمد ",
                                         "سفیر ایران در ", "علی ،"};
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) read_many(pieces[p]);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_mentions), cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
