/* Every name of the tables that starts and ends on a token. The last token may go on with an ending of its own. */
#include "base/utf8.h"
#include "text/apart.h"
#include "text/parts.h"

enum { LONGEST_NAME = 120, LONGEST_ENDING = 10 /* fits into rz_hit.tail */, LEAST_NAMED = 2 /* letters of the last token */, AHEAD = 4 };

/* Names of the same letters. */
typedef struct {
    const rz_bearer *at;
    uint32_t n;
    uint16_t length, left; /* tokens; letters left in the last of them */
} group;
_Static_assert(sizeof(group) == 16, "compared by its bytes");

/* What was found of an onset. */
typedef struct {
    uint32_t hash, groups, n;
} known;

typedef struct {
    rz_arena *arena;
    const rz_data *data;
    RZ_VEC(rz_hit) hits;
    RZ_VEC(rz_near_words) near_words;
    RZ_VEC(rz_onset) onsets;
    RZ_VEC(known) known; /* of each onset */
    RZ_VEC(group) groups;
    uint32_t *slots, n_slots; /* onsets by their hash; 0: free */
    uint64_t *rows_there;
} found;

uint32_t rz_codes(rz_str s, uint8_t *out, uint32_t max) {
    uint32_t n = 0;
    for (const char *p = s.at, *end = s.at + s.size; p < end && n < max;) {
        uint32_t length;
        uint8_t code = rz_letter_code(rz_utf8_next(p, end, &length));
        if (code) out[n++] = code;
        p += length;
    }
    return n;
}

static bool is_initial(const rz_token *t) { return t->kind == RZ_TOKEN_WORD && rz_letters_count(t) == 1; }

/* «پ.ک.ک»: a stop within letters that stand for words. */
static bool of_initials(const rz_text *text, uint32_t t, uint32_t first, uint32_t last) {
    const rz_token *stop = &text->tokens[t];
    if (stop->punct != '.' || t == first || t + 1 >= last) return false;
    return is_initial(stop - 1) && is_initial(stop + 1) && stop[-1].src_end == stop->src_start && stop->src_end == stop[1].src_start;
}

/* Names do not cross punctuation, but for a dash that stands in the name as well (it has no letter), and the stops of initials. */
static uint32_t reach(const rz_text *text, uint32_t first, uint32_t sentence_last) {
    uint32_t t = first;
    while (t < sentence_last && (text->tokens[t].kind != RZ_TOKEN_PUNCT || text->tokens[t].punct == '-' || rz_letters_count(&text->tokens[t]) > 0 || of_initials(text, t, first, sentence_last))) t++;
    return t;
}

static void note_ends(const rz_text *text, const rz_token *token, uint8_t *ends) {
    const rz_span s = rz_token_letters(token);
    uint32_t n = s.end - s.start;
    ends[s.end] = 1;
    for (uint64_t left = n ? rz_endings_of(text->apart, text->letters + s.start, n) : 0; left; left &= left - 1) {
        const rz_form *e = &text->apart->endings.at[__builtin_ctzll(left)];
        if (n >= e->n + (uint32_t)LEAST_NAMED && rz_ends_with(text->letters + s.start, n, e)) ends[s.end - e->n] = 1;
    }
}

/* Before which letters a name may end: of each token of a sentence behind its last, and before an ending of its own. */
static uint8_t *ends_of(rz_arena *arena, const rz_text *text) {
    uint8_t *ends = RZ_NEW_N(arena, uint8_t, (size_t)text->n_letters + 1);
    for (uint32_t i = 0; i < text->n_sentences; i++)
        for (uint32_t t = text->sentences[i].first; t < text->sentences[i].last; t++) note_ends(text, &text->tokens[t], ends);
    return ends;
}

/* Of the walks of the tokens to come one begins here, another goes on. */
static void look_ahead(const rz_text *text, rz_names_walk *walks, uint32_t token) {
    uint32_t from = token + AHEAD < text->n_tokens ? text->tokens[token + AHEAD].letters_start : text->n_letters;
    walks[token % AHEAD] = (rz_names_walk){.letters = text->letters + from, .n = text->n_letters - from};
    rz_names_expect(text->data, &walks[token % AHEAD]);
    rz_names_expect_more(text->data, &walks[(token + AHEAD / 2) % AHEAD]);
    rz_names_expect_last(text->data, &walks[(token + 1) % AHEAD]);
}

static void add_group(found *out, rz_onset *onset, const group *g) {
    while (out->hits.room - out->hits.n < g->n) out->hits.at = rz_grow(out->arena, out->hits.at, &out->hits.room, sizeof *out->hits.at);
    rz_hit *to = out->hits.at + out->hits.n;
    uint64_t *rows_there = out->rows_there;
    uint32_t i = 0, names = 0, lists = 0;
    for (; i < g->n && !g->at[i].beside; i++) {
        const rz_bearer name = g->at[i];
        to[i] = (rz_hit){.type = name.type, .tail = g->left, .apart = name.apart, .last = g->length, .row = name.row, .key = name.key};
        names |= RZ_TYPE(name.type);
        if (name.type == RZ_WORDS) lists |= RZ_LIST(name.row);
        rows_there[name.row / 64] |= 1ull << name.row % 64;
    }
    out->hits.n += i;
    onset->names |= names;
    onset->lists |= lists;
    if (i == g->n) return;
    onset->names |= RZ_NEAR_WORDS;
    *RZ_PUSH_BARE(out->arena, &out->near_words) = (rz_near_words){.last = g->length, .names = (uint32_t)(g->at + i - rz_bearers(out->data)), .tail = g->left, .n = g->n - i};
}

/* ---- onsets ---- */

/* Where an onset of that hash is looked for first. */
static uint32_t *slot_of(const found *out, uint32_t hash) { return &out->slots[hash & (out->n_slots - 1)]; }
static uint32_t *slot_after(const found *out, uint32_t *slot) { return slot + 1 < out->slots + out->n_slots ? slot + 1 : out->slots; }

static void widen(found *out) {
    out->n_slots *= 2;
    rz_give_back(out->arena, out->slots);
    out->slots = RZ_NEW_N(out->arena, uint32_t, out->n_slots);
    for (uint32_t i = 1; i < out->onsets.n; i++) {
        uint32_t *slot = slot_of(out, out->known.at[i].hash);
        while (*slot) slot = slot_after(out, slot);
        *slot = i;
    }
}

static uint32_t hash_of(const group *groups, uint32_t n) {
    uint64_t h = n;
    for (const group *g = groups; g < groups + n; g++) h = (h ^ (uintptr_t)g->at ^ (uint64_t)g->length << 48 ^ (uint64_t)g->left << 56) * 0xD6E8FEB86659FD93u, h ^= h >> 32;
    return (uint32_t)h;
}

static bool is_known(const found *out, uint32_t onset, const group *groups, uint32_t n, uint32_t hash) {
    const known *k = &out->known.at[onset];
    return k->hash == hash && k->n == n && memcmp(&out->groups.at[k->groups], groups, n * sizeof *groups) == 0;
}

/* Of one more, with these groups: the longest is the last. */
static uint32_t add_onset(found *out, const group *groups, uint32_t n, uint32_t hash) {
    *RZ_PUSH_BARE(out->arena, &out->known) = (known){hash, out->groups.n, n};
    rz_onset onset = {.hits = out->hits.n, .near_words = out->near_words.n};
    for (uint32_t i = 0; i < n; i++) *RZ_PUSH_BARE(out->arena, &out->groups) = groups[i];
    for (uint32_t i = n; i-- > 0;) add_group(out, &onset, &groups[i]);
    *RZ_PUSH_BARE(out->arena, &out->onsets) = onset;
    return out->onsets.n - 1;
}

static uint32_t onset_of(found *out, const group *groups, uint32_t n) {
    if (!n) return 0;
    uint32_t hash = hash_of(groups, n), *slot = slot_of(out, hash);
    for (; *slot; slot = slot_after(out, slot))
        if (is_known(out, *slot, groups, n, hash)) return *slot;
    uint32_t onset = *slot = add_onset(out, groups, n, hash);
    if (out->onsets.n > out->n_slots / 2) widen(out);
    return onset;
}

/* ---- all ---- */

/* What begins at a token. The names end before token `limit`. */
static uint32_t names_at(const rz_text *text, uint32_t first, uint32_t limit, const uint8_t *ends, rz_names_walk *walk, found *out) {
    const rz_token *tokens = text->tokens;
    uint32_t from = tokens[first].letters_start, left = rz_letters_end(&tokens[limit - 1]) - from, t = first, n = 0;
    if (walk->letters != text->letters + from) *walk = (rz_names_walk){.letters = text->letters + from};
    walk->n = left < LONGEST_NAME ? left : LONGEST_NAME;
    group groups[LONGEST_NAME + 1];
    while ((groups[n].n = rz_names_next(text->data, walk, ends + from, &groups[n].at))) {
        while (rz_letters_end(&tokens[t]) < from + walk->depth) t++;
        groups[n].length = (uint16_t)(t + 1 - first);
        groups[n].left = (uint16_t)(rz_letters_end(&tokens[t]) - (from + walk->depth));
        n++;
    }
    return onset_of(out, groups, n);
}

static void begin(rz_arena *arena, const rz_text *text, found *out) {
    enum { LEAST = 64, MOST = 4096 }; /* onsets; room for more is made where it is needed */
    uint32_t room = text->n_tokens < LEAST ? LEAST : text->n_tokens < MOST ? text->n_tokens : MOST;
    *out = (found){.arena = arena, .data = text->data, .n_slots = LEAST, .hits.room = 4 * room, .near_words.room = room / 2, .onsets.room = room / 2, .known.room = room / 2, .groups.room = room};
    while (out->n_slots < room) out->n_slots *= 2;
    out->slots = RZ_NEW_N(arena, uint32_t, out->n_slots);
    out->rows_there = RZ_NEW_N(arena, uint64_t, rz_rows_all(text->data) / 64 + 1);
    out->hits.at = rz_alloc_bare(arena, out->hits.room * sizeof *out->hits.at);
    out->near_words.at = rz_alloc_bare(arena, out->near_words.room * sizeof *out->near_words.at);
    out->onsets.at = rz_alloc_bare(arena, out->onsets.room * sizeof *out->onsets.at);
    out->known.at = rz_alloc_bare(arena, out->known.room * sizeof *out->known.at);
    out->groups.at = rz_alloc_bare(arena, out->groups.room * sizeof *out->groups.at);
    add_onset(out, NULL, 0, 0);
}

static void end(found *out, rz_text *text, const uint32_t *onsets) {
    rz_give_back(out->arena, out->slots);
    rz_give_back(out->arena, out->known.at);
    rz_give_back(out->arena, out->groups.at);
    text->onset_of = onsets;
    text->n_onsets = out->onsets.n;
    *RZ_PUSH_BARE(out->arena, &out->onsets) = (rz_onset){.hits = out->hits.n, .near_words = out->near_words.n};
    text->onsets = out->onsets.at;
    text->hits = out->hits.at;
    text->rows_there = out->rows_there;
    text->near_words = out->near_words.at;
    text->n_near_words = out->near_words.n;
}

void rz_hits_find(rz_arena *arena, rz_text *text) {
    found out;
    begin(arena, text, &out);
    rz_names_walk walks[AHEAD] = {0};
    uint8_t *ends = ends_of(arena, text);
    uint32_t *onsets = RZ_NEW_N(arena, uint32_t, (size_t)text->n_tokens + 2);
    uint32_t sentence = 0, until = 0;
    for (uint32_t t = 0; t < text->n_tokens; t++) {
        while (sentence < text->n_sentences && text->sentences[sentence].last <= t) sentence++;
        if (sentence >= text->n_sentences || t < text->sentences[sentence].first) continue;
        if (t >= until) until = reach(text, t, text->sentences[sentence].last);
        if (rz_letters_count(&text->tokens[t]) > 0) onsets[t] = names_at(text, t, until > t ? until : t + 1, ends, &walks[t % AHEAD], &out);
        look_ahead(text, walks, t);
    }
    rz_give_back(arena, ends);
    end(&out, text, onsets);
}

rz_str rz_hit_form(const rz_text *text, const rz_hit *hit) {
    uint32_t from = text->tokens[hit->first].letters_start, n = rz_letters_end(&text->tokens[hit->last - 1]) - hit->tail - from;
    rz_names_walk walk = {.letters = text->letters + from, .n = n};
    const rz_bearer *names;
    for (uint32_t count; (count = rz_names_next(text->data, &walk, NULL, &names));)
        for (uint32_t i = 0; walk.depth == n && i < count; i++)
            if (names[i].row == hit->row && names[i].key == hit->key) return rz_field_at(text->data, hit->row, names[i].field).value;
    return RZ_STR("");
}

bool rz_near_word_of(const rz_text *text, const rz_near_words *words, rz_row row, uint32_t key) {
    const rz_bearer *names = rz_bearers(text->data) + words->names;
    for (uint32_t i = 0; i < words->n && names[i].row <= row; i++) /* by row */
        if (names[i].row == row && names[i].key == key) return true;
    return false;
}

bool rz_near_word_begins(const rz_text *text, uint32_t token) {
    for (rz_nears n = rz_nears_within(text, token, token + 1); rz_nears_next(&n);)
        if (!n.words.tail) return true;
    return false;
}

uint32_t rz_longest_from(const rz_text *text, uint32_t token) {
    rz_hits h = rz_hits_at(text, token);
    rz_nears n = rz_nears_within(text, token, token + 1);
    uint32_t last = rz_hits_next(&h) ? h.hit.last : token, other = rz_nears_next(&n) ? n.words.last : token;
    return last > other ? last : other;
}
