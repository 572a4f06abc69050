/* Words: the article's text in one normal spelling, cut into paragraphs, sentences and tokens, verbs recognised. */
#ifndef RZ_TEXT_TEXT_H
#define RZ_TEXT_TEXT_H

#include "base/arena.h"
#include "base/str.h"
#include "data/data.h"
#include "rayzan.h"

typedef enum { RZ_TOKEN_WORD, RZ_TOKEN_NUMBER, RZ_TOKEN_PUNCT, RZ_TOKEN_LATIN, RZ_TOKEN_OTHER } rz_token_kind;

/* A token is a word, however it is written: می کند, سوری ها, رفته اند, بزرگ تر are one token each, with the space inside.
 * Of punctuation, one ASCII letter whatever the sign: . ? ! : , ; - / ( ) [ ] < (any opening quote) > (any closing
 * quote) " (a quote that may be either) ^ (a colon between figures: ۱۷:۳۰) ~ (anything else: bullets, stars). … is a full stop. */
typedef struct {
    uint32_t norm_start : 26;  /* bytes of the normal text */
    uint32_t kind : 3;         /* rz_token_kind */
    uint32_t space_before : 1; /* white space stands before it in the source */
    uint32_t apart : 1;        /* a space stands inside it */
    uint32_t numeric : 1;      /* a NUMBER in digits without fraction: rz_token_number */
    uint32_t norm_end : 26;
    uint32_t tail : 6;         /* how many of its letters, at the end, are inflection (ها، های، ی، ش، مان …); 0: none */
    uint32_t letters_start : 25; /* codes in rz_text.letters: the token's letters without joiners, spaces, marks, up to those of the next */
    uint32_t punct : 7;          /* see above; 0 for others */
    uint32_t src_start : 24;   /* bytes of the article's text */
    uint32_t pos : 8;          /* RZ_POS_… bits from the lexicon and from its form; 0: not known */
    uint32_t src_end : 24;
    uint32_t quote : 8;        /* depth of quotation marks it stands in; the marks themselves belong inside */
    uint32_t verb;             /* index into rz_text.verbs of the verb it is part of, or RZ_NONE */
} rz_token;
_Static_assert(sizeof(rz_token) == 24 && RZ_ARTICLE_MAX <= 1 << 22, "a character of three bytes becomes 33 bytes and 15 letters at most (parts.h)");

static inline rz_span rz_token_src(const rz_token *t) { return (rz_span){t->src_start, t->src_end}; }
/* Of a token of a text, not of a copy. */
static inline uint32_t rz_letters_end(const rz_token *t) { return t[1].letters_start; }
static inline uint32_t rz_letters_count(const rz_token *t) { return t[1].letters_start - (uint32_t)t->letters_start; }
static inline rz_span rz_token_letters(const rz_token *t) { return (rz_span){t->letters_start, rz_letters_end(t)}; }

typedef enum {
    RZ_PAST, RZ_IMPERFECT /* می‌گفت */, RZ_PERFECT /* گفته است */, RZ_PLUPERFECT /* گفته بود */,
    RZ_PRESENT /* می‌گوید */, RZ_SUBJUNCTIVE /* بگوید */, RZ_FUTURE /* خواهد گفت */, RZ_IMPERATIVE,
    RZ_PARTICIPLE /* گفته، bare, as in رفته و گفته */, RZ_INFINITIVE /* گفتن */
} rz_tense;
/* Of what was done, and not of what one used to do («می‌گفت»); of what may be yet to come. */
static inline bool rz_tense_done(rz_tense t) { return t == RZ_PAST || t == RZ_PERFECT || t == RZ_PLUPERFECT; }
static inline bool rz_tense_ahead(rz_tense t) { return t == RZ_PRESENT || t == RZ_FUTURE || t == RZ_SUBJUNCTIVE; }

/* A verb with its auxiliaries: می کند, داده‌اند, خواهد شد, کرده بودند, نمی‌داند, قرار گرفته است (the light verb alone). */
typedef struct {
    rz_row lemma;        /* a verb row: its id is the infinitive in Latin letters, e.g. kardan, goftan, shodan */
    uint32_t first : 23; /* tokens [first, last) */
    uint32_t tense : 4;  /* rz_tense */
    uint32_t person : 2; /* 1..3, 0 none */
    uint32_t plural : 1, negative : 1;
    uint32_t passive : 1; /* of a simple verb with شدن: گفته شد */
    uint32_t last;
} rz_verb;

typedef struct {
    uint32_t first, last; /* tokens [first, last) */
    uint32_t paragraph;
} rz_sentence;

typedef struct {
    uint32_t first, last;   /* tokens */
    uint32_t block;         /* of the intake */
} rz_paragraph;

#define RZ_TYPE(type) (1u << (type))
#define RZ_NEAR_WORDS (1u << 31) /* words begin here that only count beside one of their rows (rz_near_words) */
_Static_assert(RZ_ROW_TYPES < 32, "a bit for each type of row");
/* Some rows share a bit: where it is not set none of them is there, where it is one may be. */
#define RZ_LIST(row) (1u << ((row) & 31))

/* A name of the tables found in the text. */
typedef struct {
    uint32_t first, last; /* tokens [first, last) */
    uint32_t row;
    uint16_t key;         /* under which key of the row */
    uint8_t type;         /* rz_row_type of the row */
    uint8_t tail : 7;     /* letters of the last token beyond the name: inflection (دیدار+ی); 0: the whole token */
    uint8_t apart : 1;    /* the tables write the name as several words */
} rz_hit;
_Static_assert(sizeof(rz_hit) == 16, "as many as there are names in the text");

/* The same letters found that are words of rows beside which alone they count: most words are such of many rows, few of these are ever
 * asked for, and so they are no hits each. */
typedef struct {
    uint32_t first, last;          /* tokens [first, last) */
    uint32_t names : 24, tail : 8; /* the first of rz_bearers; letters of the last token beyond them */
    uint32_t n;
} rz_near_words;

/* What begins at a token. The same begins at many, and is kept once: its hits as if the token were the first of all. */
typedef struct {
    uint32_t names;      /* of which types names begin here: bits RZ_TYPE(type), RZ_NEAR_WORDS */
    uint32_t lists;      /* of which lists of words forms may begin here: bits RZ_LIST(row) */
    uint32_t hits;       /* the first of its hits, the longest; they end where those of the next onset begin */
    uint32_t near_words; /* the same of these */
} rz_onset;

/* From this normal byte on, up to the next stretch, characters come from the source's characters from this byte on, each as long as
 * the other. */
typedef struct {
    uint32_t norm, src;
} rz_stretch;

/* What is made of the tables once, for all texts: how words are written apart, how verbs are formed,
 * where joiners stand, how letters are written in Latin ones. Immutable. */
typedef struct {
    const rz_data *data;
    const struct rz_apart *apart;
    const struct rz_verb_forms *forms;
    const struct rz_joiner *joiner;
    const struct rz_latin *latin;
} rz_language;
/* All in the arena; the data must outlive it. */
void rz_language_make(rz_arena *arena, const rz_data *data, rz_language *out);

typedef struct {
    const rz_data *data;
    const struct rz_apart *apart;
    const struct rz_verb_forms *forms;
    const struct rz_joiner *joiner;
    const struct rz_latin *latin;
    const char *src; /* the article's text */
    uint32_t src_size;
    const char *norm; /* the normal text; NUL-terminated */
    uint32_t norm_size;
    const rz_stretch *stretches; /* of the normal text, from where it begins to its end; the last is of its end alone */
    uint32_t n_stretches;
    bool he_with_ye; /* ۀ stands somewhere in the source: an ezafe that takes no bytes of its own */
    const uint8_t *letters;
    uint32_t n_letters;
    rz_token *tokens; /* n_tokens, and behind them where their letters end */
    uint32_t n_tokens;
    rz_verb *verbs; /* in order */
    uint32_t n_verbs;
    rz_sentence *sentences;
    uint32_t n_sentences;
    rz_paragraph *paragraphs;
    uint32_t n_paragraphs;
    /* Every name of every table that starts and ends on a token, by what begins with it: to be walked by rz_hits and rz_nears. */
    const rz_hit *hits;
    const rz_near_words *near_words;
    uint32_t n_near_words;
    const rz_onset *onsets; /* n_onsets + 1; at the first begins nothing */
    uint32_t n_onsets;
    const uint32_t *onset_of; /* n_tokens + 2 */
    const uint64_t *rows_there; /* of each row of the tables a bit: does one of its names stand in the text? */
} rz_text;

static inline const rz_onset *rz_onset_at(const rz_text *text, uint32_t token) { return &text->onsets[text->onset_of[token]]; }
static inline uint32_t rz_types_at(const rz_text *text, uint32_t token) { return rz_onset_at(text, token)->names; }
/* Most lists that rules ask for stand nowhere in a text. */
static inline bool rz_row_there(const rz_text *text, rz_row row) { return row != RZ_NONE && (text->rows_there[row / 64] >> row % 64 & 1); }
static inline uint32_t rz_lists_at(const rz_text *text, uint32_t token) { return rz_onset_at(text, token)->lists; }

/* A walk of the hits that begin at a token, the longest first: for (rz_hits h = rz_hits_at(text, token); rz_hits_next(&h);) … h.hit … */
typedef struct {
    rz_hit hit;
    uint32_t token;
    uint32_t types; /* that are given */
    rz_row row;     /* the only one that is; RZ_NONE: any */
    const rz_hit *at, *end;
} rz_hits;

static inline rz_hits rz_hits_of_onset(const rz_text *text, uint32_t token, const rz_onset *onset, uint32_t types, rz_row row) {
    return (rz_hits){.at = text->hits + onset[0].hits, .end = text->hits + onset[1].hits, .token = token, .types = types, .row = row};
}
static inline rz_hits rz_hits_at(const rz_text *text, uint32_t token) { return rz_hits_of_onset(text, token, rz_onset_at(text, token), UINT32_MAX, RZ_NONE); }
/* Those of these types. */
static inline rz_hits rz_hits_of(const rz_text *text, uint32_t token, uint32_t types) {
    const rz_onset *onset = rz_onset_at(text, token);
    if (!(onset->names & types)) return (rz_hits){0};
    return rz_hits_of_onset(text, token, onset, types, RZ_NONE);
}
/* Those of one list of words. */
static inline rz_hits rz_hits_listed(const rz_text *text, uint32_t token, rz_row list) {
    const rz_onset *onset = rz_onset_at(text, token);
    if (!rz_row_there(text, list) || !(onset->lists & RZ_LIST(list))) return (rz_hits){0};
    return rz_hits_of_onset(text, token, onset, RZ_TYPE(RZ_WORDS), list);
}
/* A hit is kept with its length, for all tokens with which the same begin. */
static inline rz_hit rz_hit_placed(const rz_hit *kept, uint32_t token) {
    rz_hit hit = *kept;
    hit.first = token;
    hit.last += token;
    return hit;
}
static inline bool rz_hits_next(rz_hits *h) {
    while (h->at != h->end && !(h->row == RZ_NONE ? RZ_TYPE(h->at->type) & h->types : h->at->row == h->row)) h->at++;
    if (h->at == h->end) return false;
    h->hit = rz_hit_placed(h->at++, h->token);
    return true;
}

/* A walk of the hits that begin at tokens [first, last), by first, then longest first. */
typedef struct {
    rz_hit hit;
    uint32_t token, last;
    const rz_hit *at, *end;
    const rz_text *text;
} rz_hits_run;

static inline rz_hits_run rz_hits_within(const rz_text *text, uint32_t first, uint32_t last) { return (rz_hits_run){.text = text, .token = first - 1, .last = last}; }
static inline bool rz_hits_run_next(rz_hits_run *h) {
    while (h->at == h->end) {
        if (h->token + 1 >= h->last) return false;
        const rz_onset *onset = rz_onset_at(h->text, ++h->token);
        h->at = h->text->hits + onset[0].hits;
        h->end = h->text->hits + onset[1].hits;
    }
    h->hit = rz_hit_placed(h->at++, h->token);
    return true;
}

/* A walk of the near words, in the same way. */
typedef struct {
    rz_near_words words;
    const rz_text *text;
    const rz_near_words *at, *end;
    uint32_t token, next, last;
} rz_nears;

static inline rz_nears rz_nears_within(const rz_text *text, uint32_t first, uint32_t last) { return (rz_nears){.text = text, .next = first, .last = last}; }
static inline bool rz_nears_next(rz_nears *n) {
    while (n->at == n->end) {
        if (n->next >= n->last) return false;
        n->token = n->next++;
        const rz_onset *onset = rz_onset_at(n->text, n->token);
        n->at = n->text->near_words + onset[0].near_words;
        n->end = n->text->near_words + onset[1].near_words;
    }
    n->words = *n->at++;
    n->words.first = n->token;
    n->words.last += n->token;
    return true;
}

/* The form that the tables write the name with; "" where its letters are those of none. */
rz_str rz_hit_form(const rz_text *text, const rz_hit *hit);
/* Is the word one of the row under the key? */
bool rz_near_word_of(const rz_text *text, const rz_near_words *words, rz_row row, uint32_t key);
/* Does such a word begin at the token, as it stands in the tables? */
bool rz_near_word_begins(const rz_text *text, uint32_t token);
/* The end of the longest that begins at the token, whatever it is of. */
uint32_t rz_longest_from(const rz_text *text, uint32_t token);

/* Blocks bound paragraphs: no sentence or token crosses one. */
void rz_text_make(rz_arena *arena, const rz_language *language, const char *src, uint32_t size, const rz_span *blocks,
                  uint32_t n_blocks, rz_text *out);
/* The same but for rz_words_know, where parts of speech are asked of few tokens. */
void rz_text_cut(rz_arena *arena, const rz_language *language, const char *src, uint32_t size, const rz_span *blocks,
                 uint32_t n_blocks, rz_text *out);
void rz_words_know(rz_text *text); /* part of speech and inflection */
uint8_t rz_word_pos(const rz_text *text, uint32_t token); /* of one, where rz_words_know may not have been asked */

/* What is made of no text yet. */
static inline rz_text rz_text_of(const rz_language *l) { return (rz_text){.data = l->data, .apart = l->apart, .forms = l->forms, .joiner = l->joiner, .latin = l->latin}; }

/* The value of a NUMBER in digits without fraction (INT32_MAX: that or more), else -1. */
int32_t rz_token_number(const rz_text *text, const rz_token *token);
/* The source span of tokens [first, last). */
rz_span rz_text_span(const rz_text *text, uint32_t first, uint32_t last);
/* The normal spelling of tokens [first, last), a copy in the arena; tokens apart by the space that stood there. */
char *rz_text_copy(rz_arena *arena, const rz_text *text, uint32_t first, uint32_t last);
/* Normal spelling of any string: for keys, search and ids. With joiners taken out and spaces squeezed when `bare`. */
char *rz_normal(rz_arena *arena, const rz_data *data, const char *text, uint32_t size, bool bare);

/* A Persian name in Latin letters, as far as they tell; "" where none do. */
const char *rz_latin(rz_arena *arena, const struct rz_latin *letters, const char *name);
const struct rz_latin *rz_latin_make(rz_arena *arena, const rz_data *data);

/* The key of a text for search: its words in order, one space between, each by its letters alone. The spellings of a word
 * have one key: منطقه‌ای, منطقهای and منطقه ای are all منطقهای; می‌کند, میکند and می کند are all میکند; گفت‌وگو, گفتگو and گفت و گو
 * are all گفتوگو. Letters are those of one keyboard (آ أ are ا; ئ ي are ی; ؤ is و), digits and Latin letters ASCII and small; there
 * are no signs and no marks. Make it of texts, not of keys. Writes at most cap bytes with the NUL and gives the length of the whole
 * key without it, as snprintf does. `out` may be NULL when cap is 0. */
size_t rz_text_search_key(const rz_language *language, const char *in, size_t n, char *out, size_t cap);

#endif
