/* Every name of the tables that starts and ends on a token. The last token may go on with an ending of its own. */
#include "base/utf8.h"
#include "text/apart.h"
#include "text/parts.h"

enum { LONGEST_NAME = 120, LONGEST_ENDING = 10 };

typedef struct {
    rz_arena *arena;
    rz_text *text;
    RZ_VEC(rz_hit) hits;
    uint32_t first; /* token at which the names start */
    uint32_t limit; /* token before which they must end */
} finder;

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

static bool is_ending(const finder *f, const uint8_t *letters, uint32_t n) { return rz_forms_has(&f->text->apart->endings, letters, n); }

static bool found(void *self, const rz_name_hit *name) {
    finder *f = self;
    const rz_token *tokens = f->text->tokens;
    uint32_t end = tokens[f->first].letters.start + name->length, t = f->first;
    while (t < f->limit && tokens[t].letters.end < end) t++;
    if (t >= f->limit) return false;
    uint32_t left = tokens[t].letters.end - end;
    if (left && (left > LONGEST_ENDING || end - tokens[t].letters.start < 2 || !is_ending(f, f->text->letters + end, left))) return true;
    rz_hit *hit = RZ_PUSH(f->arena, &f->hits);
    *hit = (rz_hit){.first = f->first, .last = t + 1, .row = name->row, .key = (uint16_t)name->key, .field = (uint16_t)name->field, .type = (uint8_t)name->type, .tail = (uint8_t)left};
    f->text->tokens[f->first].names |= RZ_TYPE(name->type);
    return true;
}

/* Names do not cross punctuation, but for a dash that stands in the name as well (it has no letter). */
static uint32_t reach(const rz_text *text, uint32_t first, uint32_t sentence_last) {
    uint32_t t = first;
    while (t < sentence_last && (text->tokens[t].kind != RZ_TOKEN_PUNCT || text->tokens[t].punct == '-' || text->tokens[t].letters.end > text->tokens[t].letters.start)) t++;
    return t;
}

static void sort_longest_first(rz_hit *at, uint32_t n) {
    for (uint32_t i = 1; i < n; i++) {
        rz_hit h = at[i];
        uint32_t j = i;
        for (; j > 0 && (at[j - 1].last < h.last || (at[j - 1].last == h.last && at[j - 1].tail > h.tail)); j--) at[j] = at[j - 1];
        at[j] = h;
    }
}

void rz_hits_find(rz_arena *arena, rz_text *text) {
    finder f = {.arena = arena, .text = text};
    uint32_t *at = RZ_NEW_N(arena, uint32_t, (size_t)text->n_tokens + 2);
    uint32_t sentence = 0, until = 0;
    for (uint32_t t = 0; t < text->n_tokens; t++) {
        at[t] = f.hits.n;
        while (sentence < text->n_sentences && text->sentences[sentence].last <= t) sentence++;
        if (text->tokens[t].letters.end == text->tokens[t].letters.start || sentence >= text->n_sentences || t < text->sentences[sentence].first) continue;
        if (t >= until) until = reach(text, t, text->sentences[sentence].last);
        f.first = t;
        f.limit = until > t ? until : t + 1;
        uint32_t from = text->tokens[t].letters.start, n = text->tokens[f.limit - 1].letters.end - from;
        rz_names_at(text->data, text->letters + from, n < LONGEST_NAME ? n : LONGEST_NAME, found, &f);
        if (f.hits.n > at[t]) sort_longest_first(f.hits.at + at[t], f.hits.n - at[t]);
    }
    at[text->n_tokens] = at[text->n_tokens + 1] = f.hits.n;
    text->hits = f.hits.at;
    text->n_hits = f.hits.n;
    text->hit_at = at;
}
