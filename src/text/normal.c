/* Two passes over text that stays in the cache: letters, signs and spaces first, then the joiners of the words.
 *
 * Most of a text stays as it is: runs of that are copied whole (clean.c), and only what lies between is looked at a character
 * at a time. The way back is a list of the places where the distance to the source changes. */
#include <stdlib.h>

#include "text/leftover.h"
#include "text/normal_pass.h"
#include "text/parts.h"

enum { BAD_SIGN = 0xFFFD, NOT_SIGN = 0xAC, NOTHING = 0x110000, SPARE = 4 * RZ_FOLD_MOST + 8 };

/* ---- buffers ---- */

bool rz_norm_room(rz_norm *f, rz_norm_buffer *b, size_t more) {
    if (b->n + more <= b->room) return true;
    size_t wanted = (b->n + more) * 2;
    char *at = realloc(b->at, wanted);
    if (!at) return f->failed = true, false;
    b->at = at, b->room = wanted;
    return true;
}

void rz_norm_shift(rz_norm *f, rz_norm_shifts *map, size_t norm, size_t src, bool held) {
    if (!f->with_map) return;
    if (map->n && map->at[map->n - 1].norm == norm) map->n--;
    if (map->n == map->room) {
        size_t wanted = map->room ? map->room * 2 : 64;
        rz_shift *at = realloc(map->at, wanted * sizeof *at);
        if (!at) {
            f->failed = true;
            return;
        }
        map->at = at, map->room = wanted;
    }
    map->at[map->n++] = (rz_shift){norm, src, held};
}

/* ---- the first pass ---- */

static bool between(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }
static bool is_digit(uint32_t c) { return between(c, 0x660, 0x669) || c >= 0x7C0; }
static bool takes_joiner(uint32_t c) { return between(c, 0x620, 0x6FF) && c != 0x66A && c != 0x66B && c != 0x66C && c != 0x6D4 && !between(c, 0x6F0, 0x6F9); }

/* Double quotation marks; single ones are apostrophes too often. */
static uint32_t quotation(uint32_t c) {
    switch (c) {
    case 0x201C: case 0x201E: case 0x201F: case 0x275D: case 0x300A: case 0x300C: case 0x300E: case 0x301D: return 0xAB;
    case 0x201D: case 0x275E: case 0x300B: case 0x300D: case 0x300F: case 0x301E: case 0x301F: return 0xBB;
    default: return c;
    }
}

/* One character by the steps that are on: how many in out. */
static uint32_t fold(const rz_norm *f, uint32_t c, uint32_t *out) {
    out[0] = c;
    if (c == '\n') return 1;
    if (c == NOTHING) return 0;
    uint32_t n = rz_fold_letter(c, out);
    unsigned step = n == 1 && out[0] == c ? 0 : RZ_LETTERS;
    if (n == 1 && out[0] == ' ' && c != ' ') step = RZ_SPACES;
    else if (n == 1 && out[0] == RZ_ZWNJ && c != NOT_SIGN) step = RZ_CONTROLS;
    else if (rz_is_mark(c)) step = RZ_MARKS;
    else if (n == 0) step = RZ_CONTROLS;
    else if (n == 1 && out[0] != c && (is_digit(c) && (between(out[0], '0', '9') || between(out[0], 0x6F0, 0x6F9)))) step = RZ_DIGITS;
    if (quotation(c) != c) step = RZ_QUOTES, out[0] = quotation(c), n = 1;
    if (step && !(f->steps & step)) return out[0] = c, 1;
    return n;
}

/* A hamza or madda typed as a mark of its own belongs to the letter before. */
static bool compose(rz_norm_buffer *b, uint32_t mark) {
    if (b->n < 2 || (unsigned char)b->at[b->n - 2] < 0xD8 || (mark != 0x653 && mark != 0x654)) return false;
    uint32_t base = ((uint32_t)(b->at[b->n - 2] & 0x1F) << 6) | (b->at[b->n - 1] & 0x3F), c = 0;
    if (mark == 0x653 && base == 0x627) c = 0x622;
    if (mark == 0x654) c = base == 0x627 ? 0x623 : base == 0x648 ? 0x624 : base == 0x6CC || base == 0x64A ? 0x626 : 0;
    if (!c) return false;
    rz_utf8_put(c, b->at + b->n - 2);
    return true;
}

typedef struct {
    const char *at, *end, *begin;
    size_t joiner; /* where one stands that is not yet written; SIZE_MAX: nowhere */
    struct {
        size_t norm, joiner; /* a sign that may begin a leftover, and the joiner that waited there */
    } sign;
    rz_normal_text *out;
} reader;

/* Is the last character written a letter that a joiner may follow? */
static bool after_letter(const rz_norm_buffer *b) {
    if (b->n < 2 || (unsigned char)b->at[b->n - 2] < 0xD8 || (unsigned char)b->at[b->n - 2] > 0xDB) return false;
    return takes_joiner(((uint32_t)(b->at[b->n - 2] & 0x1F) << 6) | (b->at[b->n - 1] & 0x3F));
}

/* A joiner is kept once, and only between letters. */
static void settle_joiner(rz_norm *f, reader *r, bool letter) {
    rz_norm_buffer *b = &f->folded;
    if (r->joiner == SIZE_MAX) return;
    if (letter) {
        rz_norm_shift(f, &b->map, b->n, r->joiner, true);
        rz_norm_put(b, RZ_ZWNJ);
        rz_norm_shift(f, &b->map, b->n, (size_t)(r->at - r->begin), false);
    }
    r->joiner = SIZE_MAX;
}

/* Writes no letter: a joiner that waits goes. It would come back where the sign turns out to begin an entity or a tag. */
static void drop_joiner(rz_norm *f, reader *r, unsigned char sign) {
    if (sign == '&' || sign == '<') r->sign.norm = f->folded.n, r->sign.joiner = r->joiner;
    r->joiner = SIZE_MAX;
}

static void copy_run(rz_norm *f, reader *r, size_t n) {
    rz_norm_buffer *b = &f->folded;
    unsigned char lead = (unsigned char)r->at[0];
    if (r->joiner != SIZE_MAX) {
        if (lead < 0x80) drop_joiner(f, r, lead);
        else settle_joiner(f, r, lead >= 0xD8 && takes_joiner(((uint32_t)(lead & 0x1F) << 6) | (r->at[1] & 0x3F)));
    }
    memcpy(b->at + b->n, r->at, n);
    b->n += n;
    r->at += n;
}

static bool bad_byte(rz_norm *f, size_t at) {
    if (f->n_bad == f->bad_room) {
        size_t wanted = f->bad_room ? f->bad_room * 2 : 64;
        size_t *more = realloc(f->bad, wanted * sizeof *more);
        if (!more) return f->failed = true, false;
        f->bad = more, f->bad_room = wanted;
    }
    f->bad[f->n_bad++] = at;
    return true;
}

/* The character that stood at [at, end) of the source, folded; how many were written. */
static uint32_t put_folded(rz_norm *f, reader *r, uint32_t c, size_t at, size_t end) {
    rz_norm_buffer *b = &f->folded;
    uint32_t folded[RZ_FOLD_MOST], n;
    if (c == RZ_UTF8_BAD) bad_byte(f, at), n = 1, folded[0] = BAD_SIGN;
    else if (c == NOT_SIGN && !after_letter(b)) n = 1, folded[0] = c; /* it negates */
    else n = (f->steps & RZ_MARKS) && compose(b, c) ? 0 : fold(f, c, folded);
    if (n == 1 && folded[0] == RZ_ZWNJ) {
        if (r->joiner == SIZE_MAX && after_letter(b)) r->joiner = at;
        n = 0;
    }
    if (n && takes_joiner(folded[0])) settle_joiner(f, r, true);
    else if (n) drop_joiner(f, r, folded[0] < 0x80 ? (unsigned char)folded[0] : 0);
    if (n) rz_norm_shift(f, &b->map, b->n, at, true);
    for (uint32_t i = 0; i < n; i++) rz_norm_put(b, folded[i]);
    rz_norm_shift(f, &b->map, b->n, end, false);
    return n;
}

/* Takes back the last bytes written and tells where they stood in the source. */
static size_t take_back(rz_norm *f, reader *r, size_t n) {
    rz_norm_buffer *b = &f->folded;
    b->n -= n;
    if (r->sign.norm == b->n) r->joiner = r->sign.joiner;
    if (!f->with_map) return 0;
    while (b->map.n > 1 && b->map.at[b->map.n - 1].norm > b->n) b->map.n--;
    const rz_shift *last = &b->map.at[b->map.n - 1];
    return last->src + (last->held ? 0 : b->n - last->norm);
}

/* Does what was written end with an entity or a tag? It is taken back, and what it stands for is to be written. */
static bool leftover(rz_norm *f, reader *r, uint32_t *c, size_t *at) {
    const rz_norm_buffer *b = &f->folded;
    char last = b->n ? b->at[b->n - 1] : 0;
    bool parts = false;
    size_t n = 0;
    if (last == ';' && (f->steps & RZ_ENTITIES)) n = rz_leftover_entity(b->at, b->n, c);
    else if (last == '>' && (f->steps & RZ_TAGS) && (n = rz_leftover_tag(b->at, b->n, &parts))) *c = parts ? ' ' : NOTHING;
    if (!n) return false;
    *at = take_back(f, r, n);
    if (parts && (!b->n || b->at[b->n - 1] == ' ' || b->at[b->n - 1] == '\n')) *c = NOTHING;
    return true;
}

static void put(rz_norm *f, reader *r, uint32_t c, uint32_t length) {
    size_t at = (size_t)(r->at - r->begin), end = at + length;
    r->at += length;
    while (put_folded(f, r, c, at, end) && leftover(f, r, &c, &at)) {}
}

/* The next character. Where a line ends with two, the first is none of it. */
static uint32_t next(const rz_norm *f, const reader *r, uint32_t *length) {
    uint32_t c = rz_utf8_next(r->at, r->end, length);
    const char *behind = r->at + *length;
    return c == '\r' && (f->steps & RZ_SPACES) && (behind == r->end || *behind == '\n') ? NOTHING : c;
}

static bool fold_all(rz_norm *f, const char *text, size_t size, rz_normal_text *out) {
    reader r = {.at = text, .begin = text, .end = text + size, .joiner = SIZE_MAX, .sign = {SIZE_MAX, SIZE_MAX}, .out = out};
    f->folded.n = f->folded.map.n = f->n_bad = 0;
    rz_norm_shift(f, &f->folded.map, 0, 0, false);
    while (r.at < r.end) {
        size_t n = f->clean.run(&f->clean, r.at, (size_t)(r.end - r.at));
        if (!rz_norm_room(f, &f->folded, n + SPARE)) return false;
        if (n) {
            copy_run(f, &r, n);
            continue;
        }
        uint32_t length, c = next(f, &r, &length);
        put(f, &r, c, length);
    }
    out->bad = f->n_bad, out->bad_at = f->bad, out->first_bad = f->n_bad ? f->bad[0] : 0;
    return !f->failed;
}

/* ---- the way back ---- */

static size_t find(const rz_norm_shifts *map, size_t norm) {
    size_t low = 0, high = map->n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map->at[middle].norm <= norm) low = middle;
        else high = middle;
    }
    return low;
}

static size_t source_of(const rz_norm_shifts *map, size_t i, size_t norm) {
    return map->at[i].src + (map->at[i].held ? 0 : norm - map->at[i].norm);
}

/* From the joined text through the folded one to the source. */
static void compose_maps(rz_norm *f) {
    const rz_norm_shifts *outer = &f->joined.map, *inner = &f->folded.map;
    f->composed.n = 0;
    for (size_t o = 0; o < outer->n; o++) {
        const rz_shift *a = &outer->at[o];
        size_t end = o + 1 < outer->n ? outer->at[o + 1].norm : f->joined.n + 1, i = find(inner, a->src);
        rz_norm_shift(f, &f->composed, a->norm, source_of(inner, i, a->src), a->held || inner->at[i].held);
        if (a->held) continue;
        for (i++; i < inner->n && a->norm + (inner->at[i].norm - a->src) < end; i++)
            rz_norm_shift(f, &f->composed, a->norm + (inner->at[i].norm - a->src), inner->at[i].src, inner->at[i].held);
    }
}

/* ---- the whole ---- */

static void know_letters(rz_norm *f) {
    static const uint16_t unjoined[] = {0x622, 0x623, 0x624, 0x625, 0x627, 0x62F, 0x630, 0x631, 0x632, 0x698, 0x648, 0x621};
    for (uint32_t c = 0x600; c < 0x700; c++) {
        uint32_t lead = (c >> 6) & 3, t = c & 0x3F, folded[RZ_FOLD_MOST];
        uint8_t code = rz_letter_code(c);
        f->letter[lead][t] = takes_joiner(c) && code >= RZ_CODE_LETTERS ? code : 0;
        f->parts[lead][t] = false;
        if (c != 0x653 && c != 0x654 && fold(f, c, folded) == 1 && folded[0] == c) f->clean.pair[lead] |= 1ull << t;
    }
    for (size_t i = 0; i < sizeof unjoined / sizeof *unjoined; i++) f->parts[(unjoined[i] >> 6) & 3][unjoined[i] & 0x3F] = true;
    for (uint32_t c = 0; c < 0x80; c++) {
        uint32_t folded[RZ_FOLD_MOST];
        bool ends_leftover = (c == ';' && (f->steps & RZ_ENTITIES)) || (c == '>' && (f->steps & RZ_TAGS));
        bool stays = fold(f, c, folded) == 1 && folded[0] == c && !ends_leftover;
        if (stays) f->clean.ascii[c >> 6] |= 1ull << (c & 63);
    }
    rz_clean_make(&f->clean);
}

rz_norm *rz_norm_open(const rz_joiner *joiner, unsigned steps, bool with_map) {
    rz_norm *f = calloc(1, sizeof *f);
    if (!f) return NULL;
    f->joiner = joiner, f->steps = steps, f->with_map = with_map;
    know_letters(f);
    if ((steps & RZ_MEND_SPACES) && !(f->joints = rz_joints_open(joiner))) {
        free(f);
        return NULL;
    }
    return f;
}

void rz_norm_close(rz_norm *f) {
    if (!f) return;
    free(f->folded.at), free(f->folded.map.at);
    free(f->joined.at), free(f->joined.map.at);
    free(f->composed.at), free(f->bad);
    rz_joints_close(f->joints);
    free(f);
}

bool rz_norm_make(rz_norm *f, const char *text, size_t size, rz_normal_text *out) {
    *out = (rz_normal_text){.text = ""};
    f->failed = false;
    if (!fold_all(f, text, size, out)) return false;
    const rz_norm_buffer *b = &f->folded;
    const rz_norm_shifts *map = &b->map;
    if (f->steps & (RZ_JOINERS | RZ_MEND_SPACES)) {
        if (!rz_norm_join(f)) return false;
        b = &f->joined;
        if (f->with_map) compose_maps(f), map = &f->composed;
        if (f->failed) return false;
    }
    if (b->n) out->text = b->at;
    out->size = b->n;
    out->map = map->at, out->n_map = map->n;
    return true;
}
