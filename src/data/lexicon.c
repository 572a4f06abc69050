/* Words from the lexicon's files: spelling, count and parts of speech, apart by tabs. */
#include "base/utf8.h"
#include "data/build.h"

enum { LETTERS_MAX = 64 };

void rz_build_word(rz_build *b, rz_str spelling, uint32_t count, uint8_t pos) {
    uint8_t letters[LETTERS_MAX];
    uint32_t n = rz_letters_of(spelling.at, spelling.size, letters, LETTERS_MAX);
    if (!n || n > LETTERS_MAX) return;
    uint32_t at = rz_map_get(&b->word_ids, (rz_str){(const char *)letters, n});
    if (at == RZ_NONE) {
        at = b->words.n;
        rz_draft_word *fresh = RZ_PUSH(&b->arena, &b->words);
        fresh->letters = (const uint8_t *)rz_copy(&b->arena, (const char *)letters, n);
        fresh->n = n;
        rz_map_put(&b->arena, &b->word_ids, (rz_str){(const char *)fresh->letters, n}, at);
    }
    rz_draft_word *w = &b->words.at[at];
    if (!w->spelling.size || count > w->best) {
        w->spelling = (rz_str){rz_copy(&b->arena, spelling.at, spelling.size), spelling.size};
        w->best = count;
    }
    w->count = count > UINT32_MAX - w->count ? UINT32_MAX : w->count + count;
    w->pos |= pos;
}

static bool read_pos(rz_str s, uint8_t *pos) {
    static const struct {
        const char *name;
        uint8_t bit;
    } names[] = {{"N", RZ_POS_NOUN},  {"AJ", RZ_POS_ADJ},  {"V", RZ_POS_VERB},  {"AV", RZ_POS_ADV},
                 {"P", RZ_POS_PREP},  {"C", RZ_POS_CONJ},  {"PR", RZ_POS_PRON}, {"NM", RZ_POS_NAME}};
    while (s.size) {
        rz_str one = rz_cut(&s, ',');
        bool known = false;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (rz_str_is(one, names[i].name)) *pos |= names[i].bit, known = true;
        if (!known) return false;
    }
    return true;
}

static bool read_count(rz_str s, uint32_t *count) {
    uint64_t n = 0;
    for (uint32_t i = 0; i < s.size; i++) {
        if (s.at[i] < '0' || s.at[i] > '9') return false;
        n = n * 10 + (uint64_t)(s.at[i] - '0');
        if (n > UINT32_MAX) return false;
    }
    *count = (uint32_t)n;
    return s.size > 0;
}

static void read_word(rz_build *b, const char *file, unsigned line, rz_str s) {
    if (memchr(s.at, 0, s.size) || rz_utf8_check(s.at, s.size) != s.size) {
        rz_complain(b, file, line, "the line is not UTF-8 text");
        return;
    }
    if (!rz_str_trim(s).size || s.at[0] == '#') return;
    rz_str spelling = rz_cut(&s, '\t'), number = rz_cut(&s, '\t');
    uint32_t count;
    uint8_t pos = 0;
    uint32_t n = rz_letters_of(spelling.at, spelling.size, NULL, 0);
    if (!n || n > LETTERS_MAX || spelling.size > UINT16_MAX)
        rz_complain(b, file, line, "a word of 1 to %d letters is wanted before the first tab", LETTERS_MAX);
    else if (!read_count(number, &count)) rz_complain(b, file, line, "a count is wanted after the first tab");
    else if (!read_pos(rz_str_trim(s), &pos))
        rz_complain(b, file, line, "parts of speech are N AJ V AV P C PR NM, apart by commas");
    else rz_build_word(b, spelling, count, pos);
}

void rz_lexicon_read(rz_build *b, const rz_data_file *file) {
    const char *at = file->text, *end = at + file->size;
    const char *name = file->name;
    if (file->size >= 3 && !memcmp(at, "\xEF\xBB\xBF", 3)) at += 3;
    for (unsigned line = 1; at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        size_t size = (size_t)(stop - at);
        if (size > UINT16_MAX) rz_complain(b, name, line, "the line is longer than a word can be");
        else read_word(b, name, line, (rz_str){at, (uint32_t)size});
        at = stop < end ? stop + 1 : end;
    }
}
