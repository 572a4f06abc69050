/* A Persian name in Latin letters, by the rows of data/letters.txt: for those who cannot read it otherwise. */
#include "base/joined.h"
#include "base/utf8.h"
#include "text/text.h"

enum { JOINER = 0x200C };

/* What a letter is, each in Latin letters; "" where it is nothing of the kind. */
typedef struct {
    rz_str latin, vowel, start, end;
} letter;

typedef struct rz_latin {
    letter of[RZ_LETTER_CODES];
    rz_str between;
} latin_letters;

typedef struct {
    const latin_letters *letters;
    rz_joined out;
    uint32_t consonants; /* in a row up to here; a word begins as if behind one */
    bool begun;          /* the word: its capital was written */
    bool first;          /* nothing of the word, or of what stands behind a joiner, was written */
    bool carried;        /* it begins with a letter that only carries the vowel of the next */
} speller;

const latin_letters *rz_latin_make(rz_arena *arena, const rz_data *data) {
    latin_letters *s = RZ_NEW(arena, latin_letters);
    const uint32_t fa = rz_key(data, "fa"), plain = rz_key(data, "latin"), vowel = rz_key(data, "vowel"), start = rz_key(data, "start"),
                   end = rz_key(data, "end"), between = rz_key(data, "between");
    rz_row first;
    uint32_t n;
    rz_rows_of(data, RZ_LETTER, &first, &n);
    for (rz_row row = first; row < first + n; row++) {
        letter l = {0};
        uint8_t code = 0;
        for (uint32_t i = rz_fields_of(data, row); i-- > 0;) { /* of two values the first stays */
            rz_field f = rz_field_at(data, row, i);
            rz_str *to = f.key == plain ? &l.latin : f.key == vowel ? &l.vowel : f.key == start ? &l.start : f.key == end ? &l.end : f.key == between ? &s->between : NULL;
            if (f.key == fa) rz_letters_of(f.value.at, f.value.size, &code, 1);
            else if (to) *to = f.value;
        }
        if (code && code < RZ_LETTER_CODES) s->of[code] = l;
    }
    return s;
}

static void put(speller *s, rz_str latin) {
    char first = latin.size ? latin.at[0] : '\0';
    if (!s->begun && first >= 'a' && first <= 'z') {
        first = (char)(first - 'a' + 'A');
        rz_join(&s->out, &first, 1);
        rz_join(&s->out, latin.at + 1, latin.size - 1);
    } else {
        rz_join(&s->out, latin.at, latin.size);
    }
    s->begun |= latin.size > 0;
    s->first &= latin.size == 0;
}

static void put_vowel(speller *s, rz_str vowel) {
    put(s, vowel);
    s->consonants = 0;
}

static void put_consonant(speller *s, rz_str latin) {
    if (s->consonants >= 2) put_vowel(s, s->letters->between);
    put(s, latin);
    s->consonants += latin.size > 0;
}

/* Is the letter one that is a vowel alone (ا)? */
static bool is_vowel(const letter *l) { return l && l->vowel.size && !l->latin.size; }

/* next: NULL at the end of the word. */
static void put_letter(speller *s, const letter *l, const letter *next) {
    bool behind = !s->first && s->consonants > 0;
    bool carried = s->carried;
    s->carried = s->first && is_vowel(l) && l->start.size && next && next->vowel.size; /* ایمان, اوستا: the next says which vowel */
    if (s->carried) return;
    if (carried) put_vowel(s, l->vowel);
    else if (s->first && l->start.size) is_vowel(l) ? put_vowel(s, l->start) : put_consonant(s, l->start);
    else if (!next && behind && l->end.size) put_vowel(s, l->end);
    else if (is_vowel(l)) behind ? put_vowel(s, l->vowel) : (void)0;
    else if (l->vowel.size && behind && !is_vowel(next)) put_vowel(s, l->vowel);
    else put_consonant(s, l->latin);
}

static void begin_part(speller *s) {
    s->first = true;
    s->consonants = 1;
}

static void end_word(speller *s) {
    s->begun = false;
    begin_part(s);
}

const char *rz_latin(rz_arena *arena, const latin_letters *letters, const char *name) {
    speller own = {.letters = letters, .out.arena = arena}, *s = &own;
    const char *end = name + strlen(name);
    const letter *held = NULL;
    end_word(s);
    for (const char *p = name;;) {
        uint32_t length = 0, c = p < end ? rz_utf8_next(p, end, &length) : ' ';
        uint8_t code = rz_letter_code(c);
        if (c == JOINER) {
            if (held) put_letter(s, held, NULL);
            held = NULL;
            begin_part(s);
        } else if (code || c == ' ' || c == '-') {
            const letter *l = code ? &letters->of[code] : NULL;
            if (held) put_letter(s, held, l);
            if (code && c < 0x80) put(s, (rz_str){p, length}), l = NULL; /* as it stands */
            held = l;
            if (!code) end_word(s);
            if (!code && p < end && s->out.n && s->out.at[s->out.n - 1] != ' ') rz_join(&s->out, p, 1);
        }
        if (p >= end) break;
        p += length;
    }
    return rz_joined_text(&s->out);
}
