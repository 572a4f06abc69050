/* The second pass of the normaliser: the joiners of the words. */
#include "text/normal_pass.h"

typedef struct {
    uint8_t letters[RZ_JOINER_LETTERS];
    size_t starts[RZ_JOINER_LETTERS]; /* of each letter, in the folded text */
    uint32_t n;                       /* letters; RZ_JOINER_LETTERS: too long */
    uint64_t hash;
    rz_places written, places; /* joiners it has, and should have */
    size_t end;
} word;

static rz_places recall(rz_norm *f, const word *w) {
    uint64_t hash = w->hash * 31 + w->n;
    rz_norm_word *r = &f->cache[hash >> 40 & (RZ_NORM_CACHE - 1)];
    if (r->hash != hash) *r = (rz_norm_word){hash, rz_joiner_places(f->joiner, w->letters, w->n)};
    return r->places;
}

static const uint8_t *letter_at(const rz_norm *f, size_t i) {
    unsigned char lead = (unsigned char)f->folded.at[i];
    return (lead & 0xFC) == 0xD8 ? &f->letter[lead & 3][f->folded.at[i + 1] & 0x3F] : NULL;
}

static bool is_joiner(const char *p) { return (unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 && (unsigned char)p[2] == 0x8C; }

/* The word that begins at i: letters, joiners between them. */
static void read_word(const rz_norm *f, size_t i, word *w) {
    const char *text = f->folded.at;
    size_t size = f->folded.n;
    w->n = 0, w->written = 0, w->hash = 14695981039346656037u;
    while (i < size) {
        const uint8_t *code = letter_at(f, i);
        if (code && *code) {
            if (w->n < RZ_JOINER_LETTERS) {
                w->letters[w->n] = *code;
                w->starts[w->n++] = i;
                w->hash = (w->hash ^ *code) * 1099511628211u;
            }
            i += 2;
        } else if (code && (unsigned char)text[i] == 0xD8 && (unsigned char)text[i + 1] == 0xA1) {
            i += 2; /* a hamza alone is no letter of its word */
        } else if (i + 2 < size && is_joiner(text + i)) {
            if (w->n && w->n < RZ_JOINER_LETTERS) w->written |= (rz_places)1 << w->n;
            i += 3;
        } else break;
    }
    w->end = i;
}

typedef struct {
    size_t copied; /* of the folded text */
} joining;

static bool flush(rz_norm *f, joining *s, size_t to) {
    rz_norm_buffer *b = &f->joined;
    if (!rz_norm_room(f, b, to - s->copied + 8)) return false;
    if (to > s->copied) memcpy(b->at + b->n, f->folded.at + s->copied, to - s->copied);
    b->n += to - s->copied;
    s->copied = to;
    return true;
}

/* Does the letter before byte i of the folded text join what follows? Only then is a joiner seen, and only there is one found. */
static bool joins(const rz_norm *f, size_t i) {
    if (i < 2) return false;
    unsigned char lead = (unsigned char)f->folded.at[i - 2];
    return (lead & 0xFC) == 0xD8 && !f->parts[lead & 3][f->folded.at[i - 1] & 0x3F];
}

static bool insert_joiner(rz_norm *f, joining *s, size_t at, size_t skip) {
    rz_norm_buffer *b = &f->joined;
    if (!flush(f, s, at)) return false;
    s->copied = at + skip;
    if (skip || joins(f, at)) {
        rz_norm_shift(f, &b->map, b->n, at, true);
        rz_norm_put(b, RZ_ZWNJ);
    }
    rz_norm_shift(f, &b->map, b->n, s->copied, false);
    return true;
}

/* The joiners that the word should have; those it has, where whoever wrote it knew better. */
static rz_places places_of(rz_norm *f, const word *w) {
    if (!(f->steps & RZ_JOINERS) || w->n < 3 || w->n >= RZ_JOINER_LETTERS) return w->written;
    rz_places at = recall(f, w);
    return (at & w->written) == w->written ? at : w->written;
}

static bool spell(rz_norm *f, joining *s, const word *w) {
    for (rz_places at = w->places & ~w->written; at; at &= at - 1) {
        uint32_t letter = (uint32_t)__builtin_ctzll(at);
        if (joins(f, w->starts[letter]) && !insert_joiner(f, s, w->starts[letter], 0)) return false;
    }
    return true;
}

/* The part of the word behind its last joiner, or before its first. */
static uint32_t last_part(const word *w) { return w->places ? 63u - (uint32_t)__builtin_clzll(w->places) : 0; }
static uint32_t first_part(const word *w) { return w->places ? (uint32_t)__builtin_ctzll(w->places) : w->n; }

/* «می خواستهاند»: the joiners of the second word are those it has in the verb. */
static void spell_verb(const rz_norm *f, const word *a, uint32_t from, word *b) {
    uint8_t both[RZ_JOINER_LETTERS];
    uint32_t n = a->n - from;
    memcpy(both, a->letters + from, n);
    memcpy(both + n, b->letters, b->n);
    rz_places at = rz_joiner_places(f->joiner, both, n + b->n) >> n & ~(rz_places)1;
    b->places = b->written | ((f->steps & RZ_JOINERS) && (at & b->written) == b->written ? at : 0);
}

/* Is the one space between two words to be a joiner? */
static bool mends(const rz_norm *f, const word *a, word *b) {
    if (!a->n || a->n >= RZ_JOINER_LETTERS || b->n >= RZ_JOINER_LETTERS || b->starts[0] != a->end + 1 || f->folded.at[a->end] != ' ') return false;
    uint32_t from = last_part(a);
    if (rz_joiner_between(f->joiner, a->letters + from, a->n - from, b->letters, b->n) == RZ_ONE_VERB) return spell_verb(f, a, from, b), true;
    return rz_joiner_between(f->joiner, a->letters + from, a->n - from, b->letters, first_part(b)) == RZ_ONE_WORD;
}

bool rz_norm_join(rz_norm *f) {
    joining s = {0};
    word words[2], *before = NULL;
    uint32_t turn = 0;
    f->joined.n = f->joined.map.n = 0;
    rz_norm_shift(f, &f->joined.map, 0, 0, false);
    for (size_t i = 0; i < f->folded.n;) {
        const uint8_t *code = letter_at(f, i);
        if (!code || !*code) {
            i++;
            continue;
        }
        word *w = &words[turn];
        read_word(f, i, w);
        w->places = places_of(f, w);
        if ((f->steps & RZ_MEND_SPACES) && before && mends(f, before, w) && !insert_joiner(f, &s, before->end, 1)) return false;
        if (!spell(f, &s, w)) return false;
        before = w;
        turn ^= 1;
        i = w->end;
    }
    return flush(f, &s, f->folded.n) && !f->failed;
}
