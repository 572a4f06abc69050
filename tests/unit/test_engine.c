/* Engines: shared by count, with tables of the user's own laid over. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "rayzan.h"

static void *hold_and_let_go(void *engine) {
    for (int i = 0; i < 1000; i++) rz_engine_close(rz_engine_retain(engine));
    rz_engine_close(engine);
    return NULL;
}

static void an_engine_lives_as_long_as_its_last_owner(void **state) {
    (void)state;
    pthread_t ids[4];
    rz_engine *engine = rz_engine_open(NULL, 0, NULL);
    assert_non_null(engine);
    assert_int_equal(strlen(rz_engine_data_hash(engine)), 16);
    for (int i = 0; i < 4; i++) pthread_create(&ids[i], NULL, hold_and_let_go, rz_engine_retain(engine));
    for (int i = 0; i < 4; i++) pthread_join(ids[i], NULL);
    rz_engine_close(engine); /* the sanitizers see a lost or a double free */
    rz_engine_close(NULL);
}

static void write_table(const char *folder, const char *text) {
    char path[300];
    snprintf(path, sizeof path, "%s/a.txt", folder);
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
}

static void tables_laid_over_make_another_hash(void **state) {
    (void)state;
    char folder[] = "/tmp/rayzan-test-XXXXXX", path[300];
    assert_non_null(mkdtemp(folder));
    write_table(folder, "label kind-meeting\n  fa x\n  en rendezvous\n");
    const char *folders[] = {folder};
    rz_error error = {0};
    rz_engine *plain = rz_engine_open(NULL, 0, &error), *over = rz_engine_open(folders, 1, &error);
    if (!over) fail_msg("%s", error.message);
    assert_string_not_equal(rz_engine_data_hash(plain), rz_engine_data_hash(over));
    rz_engine_close(plain);
    rz_engine_close(over);
    write_table(folder, "label\n");
    assert_null(rz_engine_open(folders, 1, &error));
    assert_int_equal(error.code, RZ_BAD_DATA);
    assert_non_null(strstr(error.message, "a.txt:1"));
    snprintf(path, sizeof path, "%s/a.txt", folder);
    unlink(path);
    rmdir(folder);
    assert_null(rz_engine_open(folders, 1, &error));
}

static void how_much_to_read_depends_on_how_it_begins(void **state) {
    (void)state;
    assert_int_equal(rz_input_limit("x", 1), RZ_ARTICLE_MAX);
    assert_int_equal(rz_input_limit("", 0), RZ_ARTICLE_MAX);
    assert_int_equal(rz_input_limit("<!DOCTYPE html>", 15), RZ_PAGE_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_engine_lives_as_long_as_its_last_owner),
                                       cmocka_unit_test(tables_laid_over_make_another_hash),
                                       cmocka_unit_test(how_much_to_read_depends_on_how_it_begins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
