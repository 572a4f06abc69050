/* Lines and their features; phrases and names at a token. */
#include "article/lines.h"

#include "mention/time.h"

static bool is_finite(const rz_verb *v) { return v->tense != RZ_PARTICIPLE && v->tense != RZ_INFINITIVE; }

static void look_up_phrases(rz_articles *a) {
    static const char *const keys[RZ_C_KEYS] = {"end", "mark", "alone", "aside", "line", "prefix", "tail", "published", "today",
                                          "law", "claim", "form", "caption", "credit", "resume", "author", "updated"};
    static const char *const lists[RZ_W_LISTS] = {"source-report",  "source-quote",    "source-according", "outlet-noun", "source-desk",
                                                  "source-unnamed", "source-declares", "statement-noun",   "source-ends",
                                                  "source-from", "source-own-after", "source-desk-name"};
    for (int k = 0; k < RZ_C_KEYS; k++) a->keys[k] = rz_key(a->text->data, keys[k]);
    for (int l = 0; l < RZ_W_LISTS; l++) a->lists[l] = rz_row_find(a->text->data, RZ_WORDS, rz_str_of(lists[l]));
}

static void index_mentions(const rz_articles *a) {
    uint32_t n = a->text->n_tokens;
    memset(a->mention_at, 0xFF, (n + 1) * sizeof *a->mention_at);
    for (uint32_t m = a->mentions->n; m-- > 0;)
        if (a->mentions->at[m].first < n) a->mention_at[a->mentions->at[m].first] = m;
}

/* A line is what the paragraphs of one block hold. */
static void add_paragraph(rz_line *lines, const rz_paragraph *p) {
    rz_line *line = &lines[p->block];
    if (line->first == line->last) line->first = p->first;
    line->last = p->last;
}

static uint32_t head_of(const rz_articles *a, const rz_line *line) {
    uint32_t at = line->first;
    while (at < line->last && rz_is_punct(a, at, "~-/([\"<;:,.")) at++;
    if (at + 1 < line->last && a->text->tokens[at].kind == RZ_TOKEN_NUMBER && rz_is_punct(a, at + 1, ".")) at += 2;
    return at;
}

static void describe(rz_articles *a, rz_line *line) {
    const rz_text *text = a->text;
    uint32_t verb = RZ_NONE;
    line->head = head_of(a, line);
    line->stops = false;
    for (uint32_t t = line->first; t < line->last; t++) {
        const rz_token *token = &text->tokens[t];
        bool other = token->kind == RZ_TOKEN_OTHER && a->foreign; /* the words of other scripts */
        if (token->kind == RZ_TOKEN_WORD || token->kind == RZ_TOKEN_NUMBER || token->kind == RZ_TOKEN_LATIN || other) line->words++;
        if (token->verb != RZ_NONE && token->verb != verb && is_finite(&text->verbs[token->verb])) line->verbs++;
        if (token->verb != RZ_NONE) verb = token->verb;
        if (a->is_time[t]) line->timed++;
        if (token->kind != RZ_TOKEN_PUNCT) line->stops = false;
        else if (rz_is_stop(a, t)) line->stops = true;
    }
}

void rz_lines_make(rz_articles *a) {
    const rz_text *text = a->text;
    look_up_phrases(a);
    a->mention_at = RZ_NEW_N(a->arena, uint32_t, text->n_tokens + 1);
    if (!a->mentions->later) index_mentions(a);
    a->is_time = RZ_NEW_N(a->arena, bool, text->n_tokens + 1);
    for (uint32_t i = 0; i < a->mentions->n_times; i++)
        for (uint32_t t = a->mentions->times[i].first; t < a->mentions->times[i].last && t < text->n_tokens; t++) a->is_time[t] = true;
    uint32_t of_kind[RZ_TOKEN_OTHER + 1] = {0};
    for (uint32_t t = 0; t < text->n_tokens; t++) of_kind[text->tokens[t].kind]++;
    a->foreign = of_kind[RZ_TOKEN_LATIN] + of_kind[RZ_TOKEN_OTHER] > of_kind[RZ_TOKEN_WORD];
    a->n_lines = a->incoming->n_blocks;
    a->lines = RZ_NEW_N(a->arena, rz_line, a->n_lines + 1);
    for (uint32_t p = 0; p < text->n_paragraphs; p++) add_paragraph(a->lines, &text->paragraphs[p]);
    for (uint32_t i = 0, at = 0; i < a->n_lines; i++) {
        rz_line *line = &a->lines[i];
        line->block = i;
        if (line->first == line->last) line->first = line->last = at; /* a block without tokens */
        uint32_t last = line->last;
        rz_take_stamp(a, line, i);
        describe(a, line);
        at = last;
    }
}

rz_hit rz_chrome_find(const rz_articles *a, uint32_t token, rz_chrome_key key) {
    const rz_text *text = a->text;
    if (a->keys[key] == RZ_NONE) return (rz_hit){0};
    for (rz_hits h = rz_hits_of(text, token, RZ_TYPE(RZ_CHROME)); rz_hits_next(&h);) /* longest first */
        if (h.hit.key == a->keys[key] && h.hit.tail == 0) return h.hit;
    return (rz_hit){0};
}

rz_row rz_chrome_row(const rz_articles *a, uint32_t token, rz_chrome_key key) {
    rz_hit hit = rz_chrome_hit(a, token, key);
    return hit.last ? hit.row : RZ_NONE;
}

const char *rz_chrome_id(const rz_articles *a, uint32_t token, rz_chrome_key key) {
    rz_row row = rz_chrome_row(a, token, key);
    return row != RZ_NONE ? rz_row_id(a->text->data, row) : NULL;
}

typedef struct {
    uint32_t key, length;
    bool found;
} phrase;

static bool take_phrase(void *self, const rz_name_hit *hit) {
    phrase *p = self;
    p->found |= hit->key == p->key && hit->length == p->length && hit->type == RZ_CHROME;
    return !p->found;
}

/* The letters are such a phrase and nothing else. */
static bool is_chrome(const rz_articles *a, const uint8_t *letters, uint32_t n, rz_chrome_key key) {
    phrase p = {.key = a->keys[key], .length = n};
    if (n) rz_names_at(a->text->data, letters, n, take_phrase, &p);
    return p.found;
}

bool rz_ends_in(const rz_articles *a, uint32_t token, rz_chrome_key key) {
    enum { LEAST = 3 };
    rz_span w = rz_token_letters(&a->text->tokens[token]);
    for (uint32_t from = w.start + LEAST; from + LEAST <= w.end; from++)
        if (is_chrome(a, a->text->letters + from, w.end - from, key)) return true;
    return false;
}

uint32_t rz_source_word_find(const rz_articles *a, uint32_t token, rz_source_list list) {
    rz_hits h = rz_hits_listed(a->text, token, a->lists[list]);
    return rz_hits_next(&h) ? h.hit.last : 0;
}

static bool begins_or_ends_line(const rz_articles *a, uint32_t token) {
    for (uint32_t i = 0; i < a->n_lines; i++)
        if (a->lines[i].first == token || a->lines[i].last == token) return true;
    return false;
}

/* Where the longest phrase that names a source ends, which begins at the token. */
static uint32_t cue_at(const rz_articles *a, uint32_t token) {
    static const rz_source_list cues[] = {RZ_W_REPORT, RZ_W_QUOTE, RZ_W_NOUN, RZ_W_DESK};
    uint32_t end = 0;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
        uint32_t last = rz_source_word_at(a, token, cues[i]);
        if (last > end) end = last;
    }
    return end;
}

static bool runs_on(const rz_articles *a, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t < last; t++) {
        const rz_token *token = &a->text->tokens[t];
        if (rz_source_word_at(a, t, RZ_W_ENDS) || token->verb != RZ_NONE) return false;
        if (token->kind == RZ_TOKEN_PUNCT && !rz_is_punct(a, t, "<\"")) return false;
    }
    return true;
}

/* A name that is an ordinary word too (label) is an outlet's where it stands alone, or soon after what names a source;
 * «شرق» before a place is none. */
static bool label_fits(const rz_articles *a, uint32_t first, uint32_t last) {
    enum { REACH = 5 };
    const rz_token *tokens = a->text->tokens;
    bool alone_before = first == 0 || tokens[first - 1].kind == RZ_TOKEN_PUNCT || begins_or_ends_line(a, first);
    bool alone_after = last >= a->text->n_tokens || tokens[last].kind == RZ_TOKEN_PUNCT || begins_or_ends_line(a, last) || rz_source_word_at(a, last, RZ_W_QUOTE);
    bool dated = first && tokens[first - 1].punct == '(' && last < a->text->n_tokens && a->is_time[last]; /* «کابل (پژواک ۸ میزان ۹۵):» */
    if (alone_before && (alone_after || dated)) return true;
    const rz_mention *next = rz_mention_of(a, last, RZ_BEGIN_WHERE);
    if (next && (next->kind == RZ_M_PLACE || next->kind == RZ_M_STATE)) return false;
    for (uint32_t back = 1; back <= REACH && back <= first; back++) {
        uint32_t end = cue_at(a, first - back);
        if (end && end <= first && runs_on(a, end, first)) return true;
    }
    return false;
}

static rz_row outlet_at(const rz_articles *a, uint32_t token, uint32_t *last, bool sure) {
    const rz_text *text = a->text;
    if (token >= text->n_tokens || !(rz_types_at(text, token) & RZ_TYPE(RZ_OUTLET))) return RZ_NONE;
    uint32_t label = rz_key(text->data, "label");
    for (rz_hits h = rz_hits_of(text, token, RZ_TYPE(RZ_OUTLET)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->tail) continue;
        if (!sure && hit->key == label && !label_fits(a, token, hit->last)) continue;
        *last = hit->last;
        return hit->row;
    }
    return RZ_NONE;
}

rz_row rz_outlet_at(const rz_articles *a, uint32_t token, uint32_t *last) { return outlet_at(a, token, last, false); }
rz_row rz_outlet_told_at(const rz_articles *a, uint32_t token, uint32_t *last) { return outlet_at(a, token, last, true); }

const rz_mention *rz_mention_at(const rz_articles *a, uint32_t token) {
    if (a->mentions->later) rz_names_now(a->mentions), index_mentions(a);
    if (token >= a->text->n_tokens || a->mention_at[token] == RZ_NONE) return NULL;
    return &a->mentions->at[a->mention_at[token]];
}

bool rz_is_stop(const rz_articles *a, uint32_t token) { return rz_is_punct(a, token, ".?!"); }

bool rz_is_legal(const rz_articles *a, const rz_line *line) {
    enum { WITHIN = 40, HEAD = 6 /* «© رادیو نمونه، تمام حقوق …» */ };
    uint32_t begins = 0;
    for (uint32_t t = line->first; t < line->last && t < line->first + HEAD && !begins; t++) begins = rz_chrome_at(a, t, RZ_C_LAW);
    if (!begins || line->first == line->last || (line->stops && begins != rz_chrome_at(a, line->first, RZ_C_LAW))) return false;
    for (uint32_t t = begins; t < line->last && t < begins + WITHIN; t++)
        if (rz_chrome_at(a, t, RZ_C_CLAIM)) return true;
    return false;
}

bool rz_is_menu_line(const rz_articles *a, const rz_line *line) {
    uint32_t t = line->first;
    while (t < line->last) {
        uint32_t end = rz_is_punct(a, t, "|-~,/") ? t + 1 : rz_chrome_at(a, t, RZ_C_LINE);
        if (!end) return false;
        t = end;
    }
    return line->first < line->last;
}

bool rz_has_other_script(const rz_articles *a, const rz_line *line) {
    for (uint32_t t = line->first; t < line->last && a->foreign; t++)
        if (a->text->tokens[t].kind == RZ_TOKEN_OTHER) return true;
    return false;
}

bool rz_same_words(const rz_articles *a, const rz_line *x, const rz_line *y) {
    if (x->first == x->last || y->first == y->last) return false;
    if (rz_has_other_script(a, x) || rz_has_other_script(a, y)) {
        rz_span one = rz_text_span(a->text, x->first, x->last), other = rz_text_span(a->text, y->first, y->last);
        return one.end - one.start == other.end - other.start && memcmp(a->incoming->text + one.start, a->incoming->text + other.start, one.end - one.start) == 0;
    }
    const rz_token *tokens = a->text->tokens;
    uint32_t from_x = tokens[x->first].letters_start, from_y = tokens[y->first].letters_start;
    uint32_t n = rz_letters_end(&tokens[x->last - 1]) - from_x;
    return n > 0 && n == rz_letters_end(&tokens[y->last - 1]) - from_y && memcmp(a->text->letters + from_x, a->text->letters + from_y, n) == 0;
}
