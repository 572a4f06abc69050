/* Every name of the tables that starts and ends on a token. The last token may go on with an ending of its own. */
#include "base/utf8.h"
#include "text/apart.h"
#include "text/parts.h"

enum { LONGEST_NAME = 120, LONGEST_ENDING = 10 /* fits into rz_hit.tail */, LEAST_NAMED = 2 /* letters of the last token */, AHEAD = 4, HITS_A_TOKEN = 4, LEAST_HITS = 64 };

typedef struct {
    rz_arena *arena;
    RZ_VEC(rz_hit) hits;
    RZ_VEC(rz_near_words) near_words;
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

static bool is_initial(const rz_token *t) { return t->kind == RZ_TOKEN_WORD && t->letters.end == t->letters.start + 1; }

/* «پ.ک.ک»: a stop within letters that stand for words. */
static bool of_initials(const rz_text *text, uint32_t t, uint32_t first, uint32_t last) {
    const rz_token *stop = &text->tokens[t];
    if (stop->punct != '.' || t == first || t + 1 >= last) return false;
    return is_initial(stop - 1) && is_initial(stop + 1) && stop[-1].src.end == stop->src.start && stop->src.end == stop[1].src.start;
}

/* Names do not cross punctuation, but for a dash that stands in the name as well (it has no letter), and the stops of initials. */
static uint32_t reach(const rz_text *text, uint32_t first, uint32_t sentence_last) {
    uint32_t t = first;
    while (t < sentence_last && (text->tokens[t].kind != RZ_TOKEN_PUNCT || text->tokens[t].punct == '-' || text->tokens[t].letters.end > text->tokens[t].letters.start || of_initials(text, t, first, sentence_last))) t++;
    return t;
}

static void note_ends(const rz_text *text, const rz_token *token, uint8_t *ends) {
    const rz_span s = token->letters;
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

/* The walks of the tokens to come, one step further each. */
static void look_ahead(const rz_text *text, rz_names_walk *walks, uint32_t token) {
    uint32_t from = token + AHEAD < text->n_tokens ? text->tokens[token + AHEAD].letters.start : text->n_letters;
    walks[token % AHEAD] = (rz_names_walk){.letters = text->letters + from, .n = text->n_letters - from};
    rz_names_expect(text->data, walks, AHEAD);
}

/* Names of the same letters. */
typedef struct {
    const rz_bearer *at;
    uint32_t n, last, left; /* the token behind them; letters left in the one before it */
} group;

static void add_group(found *out, const rz_data *data, rz_token *token, uint32_t first, const group *g) {
    uint32_t i = 0;
    for (; i < g->n && !g->at[i].beside; i++) {
        const rz_bearer *name = &g->at[i];
        *RZ_PUSH_BARE(out->arena, &out->hits) = (rz_hit){.first = first, .type = name->type, .tail = g->left, .apart = name->apart, .last = g->last, .row = name->row, .key = name->key};
        token->names |= RZ_TYPE(name->type);
        if (name->type == RZ_WORDS) token->lists |= RZ_LIST(name->row);
    }
    if (i == g->n) return;
    token->names |= RZ_NEAR_WORDS;
    *RZ_PUSH_BARE(out->arena, &out->near_words) = (rz_near_words){.first = first, .last = g->last, .names = (uint32_t)(g->at + i - rz_bearers(data)), .tail = g->left, .n = g->n - i};
}

/* The names at a token, the longest first. They end before token `limit`. */
static void names_at(rz_text *text, uint32_t first, uint32_t limit, const uint8_t *ends, rz_names_walk *walk, found *out) {
    rz_token *tokens = text->tokens;
    uint32_t from = tokens[first].letters.start, left = tokens[limit - 1].letters.end - from, t = first, n = 0;
    if (walk->letters != text->letters + from) *walk = (rz_names_walk){.letters = text->letters + from};
    walk->n = left < LONGEST_NAME ? left : LONGEST_NAME;
    group groups[LONGEST_NAME + 1];
    while ((groups[n].n = rz_names_next(text->data, walk, ends + from, &groups[n].at))) {
        while (tokens[t].letters.end < from + walk->depth) t++;
        groups[n].last = t + 1;
        groups[n].left = tokens[t].letters.end - (from + walk->depth);
        n++;
    }
    while (n-- > 0) add_group(out, text->data, &tokens[first], first, &groups[n]);
}

void rz_hits_find(rz_arena *arena, rz_text *text) {
    found out = {.arena = arena, .hits.room = text->n_tokens * HITS_A_TOKEN + LEAST_HITS, .near_words.room = text->n_tokens / 2 + LEAST_HITS};
    out.hits.at = rz_alloc_bare(arena, (size_t)out.hits.room * sizeof *out.hits.at); /* most often enough */
    out.near_words.at = rz_alloc_bare(arena, (size_t)out.near_words.room * sizeof *out.near_words.at);
    rz_names_walk walks[AHEAD] = {0};
    uint8_t *ends = ends_of(arena, text);
    uint32_t *at = RZ_NEW_N(arena, uint32_t, (size_t)text->n_tokens + 2);
    uint32_t sentence = 0, until = 0;
    for (uint32_t t = 0; t < text->n_tokens; t++) {
        at[t] = out.hits.n;
        while (sentence < text->n_sentences && text->sentences[sentence].last <= t) sentence++;
        if (sentence >= text->n_sentences || t < text->sentences[sentence].first) continue;
        if (t >= until) until = reach(text, t, text->sentences[sentence].last);
        if (text->tokens[t].letters.end > text->tokens[t].letters.start) names_at(text, t, until > t ? until : t + 1, ends, &walks[t % AHEAD], &out);
        look_ahead(text, walks, t);
    }
    at[text->n_tokens] = at[text->n_tokens + 1] = out.hits.n;
    rz_give_back(arena, ends);
    text->hits = out.hits.at;
    text->n_hits = out.hits.n;
    text->hit_at = at;
    text->near_words = out.near_words.at;
    text->n_near_words = out.near_words.n;
}

rz_str rz_hit_form(const rz_text *text, const rz_hit *hit) {
    uint32_t from = text->tokens[hit->first].letters.start, n = text->tokens[hit->last - 1].letters.end - hit->tail - from;
    rz_names_walk walk = {.letters = text->letters + from, .n = n};
    const rz_bearer *names;
    for (uint32_t count; (count = rz_names_next(text->data, &walk, NULL, &names));)
        for (uint32_t i = 0; walk.depth == n && i < count; i++)
            if (names[i].row == hit->row && names[i].key == hit->key) return rz_field_at(text->data, hit->row, names[i].field).value;
    return RZ_STR("");
}

uint32_t rz_near_words_from(const rz_text *text, uint32_t token) {
    uint32_t low = 0, high = text->n_near_words;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->near_words[middle].first < token) low = middle + 1;
        else high = middle;
    }
    return low;
}

bool rz_near_word_of(const rz_text *text, const rz_near_words *words, rz_row row, uint32_t key) {
    const rz_bearer *names = rz_bearers(text->data) + words->names;
    for (uint32_t i = 0; i < words->n && names[i].row <= row; i++) /* by row */
        if (names[i].row == row && names[i].key == key) return true;
    return false;
}

bool rz_near_word_begins(const rz_text *text, uint32_t token) {
    if (!(text->tokens[token].names & RZ_NEAR_WORDS)) return false;
    for (uint32_t i = rz_near_words_from(text, token); i < text->n_near_words && text->near_words[i].first == token; i++)
        if (!text->near_words[i].tail) return true;
    return false;
}

uint32_t rz_longest_from(const rz_text *text, uint32_t token) {
    uint32_t h = text->hit_at[token], last = h < text->hit_at[token + 1] ? text->hits[h].last : token;
    uint32_t other = text->tokens[token].names & RZ_NEAR_WORDS ? text->near_words[rz_near_words_from(text, token)].last : token;
    return last > other ? last : other;
}
