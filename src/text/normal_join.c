/* The second pass of the normaliser: the joiners of the words. */
#include "text/normal_pass.h"

typedef struct {
    uint8_t letters[RZ_JOINER_LETTERS];
    size_t starts[RZ_JOINER_LETTERS]; /* of each letter, in the folded text */
    uint32_t n;                       /* letters; RZ_JOINER_LETTERS: too long */
    uint64_t hash;
    rz_places written, places; /* joiners it has, and should have */
    rz_places spaces;                 /* those for which a space stands */
    size_t end;
} word;

/* What is known of the word by its letters alone. */
static const rz_norm_word *recall(rz_norm *f, const word *w) {
    uint64_t hash = w->hash * 31 + w->n;
    rz_norm_word *r = &f->cache[hash >> 40 & (RZ_NORM_CACHE - 1)];
    if (r->hash != hash) *r = (rz_norm_word){hash, rz_joiner_places(f->joiner, w->letters, w->n), rz_either_stem(f->joiner, w->letters, w->n)};
    return r;
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
    w->n = 0, w->written = w->spaces = 0, w->hash = RZ_HASH_OF_NOTHING;
    while (i < size) {
        const uint8_t *code = letter_at(f, i);
        if (code && *code) {
            if (w->n < RZ_JOINER_LETTERS) {
                w->letters[w->n] = *code;
                w->starts[w->n++] = i;
                w->hash = rz_hash_with(w->hash, *code);
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

/* Of joiners found, those that are seen, or stand there. */
static rz_places seen(const rz_norm *f, const word *w, rz_places at, rz_places there) {
    for (rz_places rest = at & ~there; rest; rest &= rest - 1)
        if (!joins(f, w->starts[__builtin_ctzll(rest)])) at &= ~(rest & -rest);
    return at;
}

/* The next word, or what else stands behind byte i of the folded text. */
static rz_beside beside(const rz_norm *f, size_t i, word *next) {
    while (i < f->folded.n && f->folded.at[i] == ' ') i++;
    if (i >= f->folded.n || f->folded.at[i] == '\n') return (rz_beside){0};
    const uint8_t *code = letter_at(f, i);
    if (!code || !*code) return (rz_beside){.sign = true};
    read_word(f, i, next);
    return (rz_beside){next->letters, next->n < RZ_JOINER_LETTERS ? next->n : 0, false};
}

/* What stands before: the last word, with spaces between, or else. */
static rz_beside ahead(const rz_norm *f, const word *w, const word *last) {
    size_t i = w->starts[0];
    while (i > 0 && f->folded.at[i - 1] == ' ') i--;
    if (i == 0 || f->folded.at[i - 1] == '\n') return (rz_beside){0};
    if (!last || last->end != i || last->n >= RZ_JOINER_LETTERS) return (rz_beside){.sign = true};
    return (rz_beside){last->letters, last->n, false};
}

/* The joiners that the word should have; those it has, where whoever wrote it knew better. */
static rz_places places_of(rz_norm *f, const word *w, const word *last) {
    if (!(f->steps & RZ_JOINERS) || w->n < 3 || w->n >= RZ_JOINER_LETTERS) return w->written;
    const rz_norm_word *known = recall(f, w);
    rz_places at = known->places;
    /* where spaces are mended, the words beside may be others the next time: what is decided must show */
    bool shows = known->either && (!(f->steps & RZ_MEND_SPACES) || joins(f, w->starts[known->either]));
    if (shows && !w->written) {
        word next;
        at = rz_either_places(f->joiner, w->letters, w->n, known->either, ahead(f, w, last), beside(f, w->end, &next));
    }
    return (at & w->written) == w->written ? seen(f, w, at, w->written) : w->written;
}

static bool spell(rz_norm *f, joining *s, const word *w) {
    for (rz_places at = (w->places & ~w->written) | w->spaces; at; at &= at - 1) {
        uint32_t letter = (uint32_t)__builtin_ctzll(at), space = w->spaces >> letter & 1;
        if (!insert_joiner(f, s, w->starts[letter] - space, space)) return false;
    }
    return true;
}

/* The part of the word behind its last joiner, or before its first. */
static uint32_t last_part(const word *w) { return w->places ? 63u - (uint32_t)__builtin_clzll(w->places) : 0; }
static uint32_t first_part(const word *w) { return w->places ? (uint32_t)__builtin_ctzll(w->places) : w->n; }

/* Does the word, with the last part of the one before it, have a joiner where it begins? */
static bool joined_in_whole(const rz_norm *f, const word *a, uint32_t from, const word *b) {
    uint8_t both[RZ_JOINER_LETTERS];
    uint32_t n = a->n - from;
    memcpy(both, a->letters + from, n);
    memcpy(both + n, b->letters, b->n);
    return rz_joiner_places(f->joiner, both, n + b->n) >> n & 1;
}

static rz_oneness between(rz_norm *f, const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    uint64_t hash = (rz_hash(a, n) * 31 + rz_hash(b, m)) * 0x9E3779B97F4A7C15u | 1;
    rz_norm_pair *p = &f->pairs[hash >> 40 & (RZ_NORM_CACHE - 1)];
    if (p->hash != hash) *p = (rz_norm_pair){hash, rz_joints_between(f->joints, a, n, b, m)};
    return p->oneness;
}

/* Is the one space between two words to be a joiner? Of a second word whose parts are only guessed, the whole is asked first. What was
 * mended once is mended no further: nothing is asked that mending changes. */
static bool mends(rz_norm *f, const word *a, const word *b) {
    if (a->n + b->n >= RZ_JOINER_LETTERS || b->starts[0] != a->end + 1 || f->folded.at[a->end] != ' ') return false;
    uint32_t from = last_part(a), n = a->n - from;
    if (!b->written && b->places) {
        rz_oneness whole = between(f, a->letters + from, n, b->letters, b->n);
        if (whole == RZ_ONE_VERB || (whole == RZ_ONE_WORD && joined_in_whole(f, a, from, b))) return true;
    }
    return between(f, a->letters + from, n, b->letters, first_part(b)) != RZ_TWO_WORDS;
}

/* Takes the second word to the first. The whole is spelled as it will be when it is met again. */
static void merge(rz_norm *f, word *a, const word *b) {
    uint32_t n = a->n;
    rz_places sure = a->places | (rz_places)1 << n | b->written << n, all = sure | b->places << n;
    for (uint32_t i = 0; i < b->n; i++) {
        a->letters[n + i] = b->letters[i];
        a->starts[n + i] = b->starts[i];
        a->hash = rz_hash_with(a->hash, b->letters[i]);
    }
    a->n += b->n, a->end = b->end;
    a->written |= b->written << n, a->spaces |= (rz_places)1 << n;
    rz_places at = f->steps & RZ_JOINERS ? seen(f, a, recall(f, a)->places, sure) : 0;
    a->places = (at & sure) == sure ? at : all;
}

static bool join_words(rz_norm *f, joining *s) {
    word words[3], *held = NULL, *last = NULL; /* held until it is known what follows */
    for (size_t i = 0; i < f->folded.n;) {
        const uint8_t *code = letter_at(f, i);
        if (!code || !*code) {
            i++;
            continue;
        }
        word *w = words;
        while (w == held || w == last) w++;
        read_word(f, i, w);
        i = w->end;
        w->places = places_of(f, w, last);
        last = w;
        if (!(f->steps & RZ_MEND_SPACES)) {
            if (!spell(f, s, w)) return false;
        } else if (held && mends(f, held, w)) {
            merge(f, held, w);
        } else {
            if (held && !spell(f, s, held)) return false;
            held = w;
        }
    }
    return !held || spell(f, s, held);
}

bool rz_norm_join(rz_norm *f) {
    joining s = {0};
    f->joined.n = f->joined.map.n = 0;
    rz_norm_shift(f, &f->joined.map, 0, 0, false);
    return join_words(f, &s) && flush(f, &s, f->folded.n) && !f->failed;
}
