/* What the tables of a folder say of every two words of running text, for tools/train-joints:
 *
 *     joint-evidence DATA < SENTENCES
 *
 * A line for each place where one space or one joiner stands between two words: 1 for the joiner and 0 for the space, the two words, what
 * speaks for their being one, and how usual each is (src/text/joint.h), apart by tabs. The folder is all that is known: the built-in
 * tables, which may have learnt from the very sentences, are not asked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "data/files.h"
#include "text/joint.h"

enum { LINE = 1 << 17, JOINER = 0x200C };

typedef struct {
    const char *at;
    uint32_t size, n;
    uint8_t letters[RZ_JOINER_LETTERS];
} word;

static bool is_letter(uint32_t c) { return c >= 0x620 && c < 0x700 && rz_letter_code(c) >= RZ_CODE_LETTERS; }
static bool is_mark(uint32_t c) { return (c >= 0x64B && c <= 0x655) || c == 0x621 || c == 0x670 || c == 0x640; }

/* The word that begins at p, or none; p goes behind it. */
static bool read_word(const char **p, const char *end, word *w) {
    uint32_t length;
    *w = (word){.at = *p};
    for (uint32_t c; *p < end && (is_letter(c = rz_utf8_next(*p, end, &length)) || (w->n && is_mark(c))); *p += length)
        if (is_letter(c) && w->n < RZ_JOINER_LETTERS) w->letters[w->n++] = rz_letter_code(c);
    w->size = (uint32_t)(*p - w->at);
    return w->n > 0;
}

static void tell(const rz_joiner *j, bool joined, const word *a, const word *b) {
    uint32_t evidence = rz_joint_evidence(j, a->letters, a->n, b->letters, b->n);
    printf("%d\t%.*s\t%.*s\t", joined, (int)a->size, a->at, (int)b->size, b->at);
    const char *gap = "";
    for (uint32_t i = 0; i < RZ_JOINT_SIGNS; gap = evidence >> i & 1 ? " " : gap, i++)
        if (evidence >> i & 1) printf("%s%s", gap, rz_joint_sign_names[i]);
    if (!evidence) printf("none");
    printf("\t%s %s\n", rz_joint_class_names[rz_joint_class(j, a->letters, a->n)], rz_joint_class_names[rz_joint_class(j, b->letters, b->n)]);
}

static void tell_line(const rz_joiner *j, const char *p, const char *end) {
    word words[2];
    bool before = false;
    uint32_t turn = 0, between = 0, last = 0;
    while (p < end) {
        word *w = &words[turn];
        if (read_word(&p, end, w)) {
            if (before && between == 1 && (last == ' ' || last == JOINER)) tell(j, last == JOINER, &words[1 - turn], w);
            before = true, between = 0, turn ^= 1;
            continue;
        }
        uint32_t length;
        last = rz_utf8_next(p, end, &length);
        p += length, between++;
    }
}

int main(int argc, char **argv) {
    static char line[LINE];
    static rz_arena arena;
    jmp_buf exit_to;
    rz_error error = {0};
    if (argc != 2) return fputs("joint-evidence DATA < SENTENCES\n", stderr), 2;
    rz_data *data = rz_folder_compile(NULL, argv[1], NULL, NULL, &error);
    if (!data) return fprintf(stderr, "%s: %s\n", argv[1], error.message), 1;
    if (setjmp(exit_to)) return fputs("joint-evidence: no memory\n", stderr), 1;
    rz_arena_open(&arena, &exit_to, 0);
    const rz_joiner *j = rz_joiner_make(&arena, data);
    while (fgets(line, sizeof line, stdin)) tell_line(j, line, line + strcspn(line, "\n"));
    rz_arena_close(&arena);
    rz_data_close(data);
    return 0;
}
