/* What the tables of a folder say of places of running text where joiners are in question, for tools/train-joiners:
 *
 *     joiner-signs joints|either DATA < SENTENCES
 *
 * joints: a line for each place where one space or one joiner stands between two words: 1 for the joiner and 0 for the space, the two words,
 * what speaks for their being one, the parts of speech, how many letters of the second are its stem, and how
 * usual each is (src/text/joint.h), apart by tabs. either: a line for each word that may be
 * one of two (src/text/either.h): 1 where the ending is whole and 0 where it is not, its letters, how many are the stem's, the words
 * before and after, then the texts. The folder is all that is known: the built-in tables, which may have learnt from the very
 * sentences, are not asked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "data/files.h"
#include "text/either.h"
#include "text/joint.h"

enum { LINE = 1 << 17, WORDS = LINE / 2, JOINER = 0x200C };

/* A run of letters and marks, with joiners between or, for joints, without. */
typedef struct {
    const char *at;
    uint32_t size, n;
    uint8_t letters[RZ_JOINER_LETTERS];
    rz_places joiners;
} word;

static bool is_letter(uint32_t c) { return c >= 0x620 && c < 0x700 && rz_letter_code(c) >= RZ_CODE_LETTERS; }
static bool is_mark(uint32_t c) { return (c >= 0x64B && c <= 0x655) || c == 0x621 || c == 0x670 || c == 0x640; }

/* The word that begins at p, or none; p goes behind it. */
static bool read_word(const char **p, const char *end, bool whole, word *w) {
    uint32_t length;
    *w = (word){.at = *p};
    for (; *p < end; *p += length) {
        uint32_t c = rz_utf8_next(*p, end, &length);
        if (is_letter(c)) {
            if (w->n + 1 < RZ_JOINER_LETTERS) w->letters[w->n++] = rz_letter_code(c);
        } else if (w->n && whole && c == JOINER) w->joiners |= (rz_places)1 << w->n;
        else if (!w->n || !is_mark(c)) break;
    }
    w->size = (uint32_t)(*p - w->at);
    return w->n > 0;
}

/* ---- joints ---- */

static void tell_joint(const rz_joiner *j, bool joined, const word *a, const word *b) {
    uint32_t evidence = rz_joint_evidence(j, a->letters, a->n, b->letters, b->n);
    printf("%d\t%.*s\t%.*s\t", joined, (int)a->size, a->at, (int)b->size, b->at);
    const char *gap = "";
    for (uint32_t i = 0; i < RZ_JOINT_SIGNS; gap = evidence >> i & 1 ? " " : gap, i++)
        if (evidence >> i & 1) printf("%s%s", gap, rz_joint_sign_names[i]);
    if (!evidence) printf("none");
    char pos[2][RZ_POS_TEXT];
    rz_pos_write(rz_joint_pos(j, a->letters, a->n), pos[0]);
    rz_pos_write(rz_joint_pos(j, b->letters, b->n), pos[1]);
    printf("\t%s\t%s\t%u", pos[0], pos[1], rz_joint_stem(j, b->letters, b->n));
    printf("\t%s %s\n", rz_joint_class_names[rz_joint_class(j, a->letters, a->n)], rz_joint_class_names[rz_joint_class(j, b->letters, b->n)]);
}

static void joints(const rz_joiner *j, const char *p, const char *end) {
    word words[2];
    bool before = false;
    uint32_t turn = 0, between = 0, last = 0;
    while (p < end) {
        word *w = &words[turn];
        if (read_word(&p, end, false, w)) {
            if (before && between == 1 && (last == ' ' || last == JOINER)) tell_joint(j, last == JOINER, &words[1 - turn], w);
            before = true, between = 0, turn ^= 1;
            continue;
        }
        uint32_t length;
        last = rz_utf8_next(p, end, &length);
        p += length, between++;
    }
}

/* ---- either ---- */

static rz_beside beside(const word *w) { return (rz_beside){w->letters, w->n, !w->n && w->at}; }

static void tell_either(const rz_joiner *j, const word *w, uint32_t stem, bool whole) {
    char texts[RZ_EITHER_TEXTS][RZ_EITHER_TEXT];
    printf("%d\t%.*s\t%u\t%.*s\t%.*s", whole, (int)w->size, w->at, stem, (int)w[-1].size, w[-1].at, (int)w[1].size, w[1].at);
    rz_either_texts(j, w->letters, w->n, stem, beside(&w[-1]), beside(&w[1]), texts);
    for (uint32_t i = 0; i < RZ_EITHER_TEXTS; i++) printf("\t%s=%s", rz_either_uses[i], texts[i]);
    putchar('\n');
}

static void either(const rz_joiner *j, const char *p, const char *end) {
    static word words[WORDS + 2];
    uint32_t n = 1, length;
    words[0] = (word){0};
    while (p < end && n <= WORDS) {
        if (*p == ' ') p++;
        else if (read_word(&p, end, true, &words[n])) n++;
        else words[n++] = (word){.at = p}, rz_utf8_next(p, end, &length), p += length;
    }
    words[n] = (word){0};
    for (uint32_t i = 1; i < n; i++) {
        const word *w = &words[i];
        uint32_t stem = w->n > 2 ? rz_either_stem(j, w->letters, w->n) : 0;
        rz_places at = stem ? w->joiners >> stem : 0;
        if (stem && !(at >> 2) && !(w->joiners & (((rz_places)1 << stem) - 1))) tell_either(j, w, stem, !(at & 2));
    }
}

int main(int argc, char **argv) {
    static char line[LINE];
    static rz_arena arena;
    jmp_buf exit_to;
    rz_error error = {0};
    if (argc != 3) return fputs("joiner-signs joints|either DATA < SENTENCES\n", stderr), 2;
    rz_data *data = rz_folder_compile(NULL, argv[2], NULL, NULL, &error);
    if (!data) return fprintf(stderr, "%s: %s\n", argv[2], error.message), 1;
    if (setjmp(exit_to)) return fputs("joiner-signs: no memory\n", stderr), 1;
    rz_arena_open(&arena, &exit_to, 0);
    const rz_joiner *j = rz_joiner_make(&arena, data);
    while (fgets(line, sizeof line, stdin)) (argv[1][0] == 'j' ? joints : either)(j, line, line + strcspn(line, "\n"));
    rz_arena_close(&arena);
    rz_data_close(data);
    return 0;
}
