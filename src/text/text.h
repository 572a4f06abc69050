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
 * quote) " (a quote that may be either) ~ (anything else: bullets, stars). … is a full stop. */
typedef struct {
    rz_span src;      /* bytes of the article's text */
    rz_span norm;     /* bytes of the normal text */
    rz_span letters;  /* codes in rz_text.letters: the token's letters without joiners, spaces, marks */
    uint8_t kind;     /* rz_token_kind */
    char punct;       /* see above; 0 for others */
    bool space_before; /* white space stands before it in the source */
    uint8_t quote;    /* depth of quotation marks it stands in; the marks themselves belong inside */
    uint8_t pos;      /* RZ_POS_… bits from the lexicon and from its form; 0: not known */
    uint8_t tail;     /* how many of its letters, at the end, are inflection (ها، های، ی، ش، مان …); 0: none */
    bool apart;       /* a space stands inside it */
    uint32_t verb;    /* index into rz_text.verbs of the verb it is part of, or RZ_NONE */
    uint32_t names;   /* of which types names of the tables begin here: bits RZ_TYPE(type), RZ_NEAR_WORDS */
    uint32_t lists;   /* of which lists of words forms may begin here: bits RZ_LIST(row) */
    int32_t number;   /* value of a NUMBER token in digits without fraction (INT32_MAX: that or more), else -1 */
} rz_token;

typedef enum {
    RZ_PAST, RZ_IMPERFECT /* می‌گفت */, RZ_PERFECT /* گفته است */, RZ_PLUPERFECT /* گفته بود */,
    RZ_PRESENT /* می‌گوید */, RZ_SUBJUNCTIVE /* بگوید */, RZ_FUTURE /* خواهد گفت */, RZ_IMPERATIVE,
    RZ_PARTICIPLE /* گفته، bare, as in رفته و گفته */, RZ_INFINITIVE /* گفتن */
} rz_tense;

/* A verb with its auxiliaries: می کند, داده‌اند, خواهد شد, کرده بودند, نمی‌داند, قرار گرفته است (the light verb alone). */
typedef struct {
    rz_row lemma;         /* a verb row: its id is the infinitive in Latin letters, e.g. kardan, goftan, shodan */
    uint32_t first, last; /* tokens [first, last) */
    uint8_t tense;        /* rz_tense */
    uint8_t person;       /* 1..3, 0 none */
    bool plural, negative;
    bool passive;         /* of a simple verb with شدن: گفته شد */
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
    uint32_t first : 22;         /* tokens [first, last) */
    uint32_t type : 5;           /* rz_row_type of the row */
    uint32_t tail : 4;           /* letters of the last token beyond the name: inflection (دیدار+ی); 0: the whole token */
    uint32_t apart : 1;          /* the tables write the name as several words */
    uint32_t last;
    uint32_t row : 22, key : 10; /* under which key of the row */
} rz_hit;
_Static_assert(sizeof(rz_hit) == 12 && RZ_ARTICLE_MAX <= 1 << 22, "there are two or three of a token, and none has fewer than a byte");

/* The same letters found that are words of rows beside which alone they count: most words are such of many rows, few of these are ever
 * asked for, and so they are no hits each. */
typedef struct {
    uint32_t first, last;          /* tokens [first, last) */
    uint32_t names : 24, tail : 8; /* the first of rz_bearers; letters of the last token beyond them */
    uint32_t n;
} rz_near_words;

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
    rz_token *tokens;
    uint32_t n_tokens;
    rz_verb *verbs; /* in order */
    uint32_t n_verbs;
    rz_sentence *sentences;
    uint32_t n_sentences;
    rz_paragraph *paragraphs;
    uint32_t n_paragraphs;
    rz_hit *hits;         /* every name of every table that starts and ends on a token, by first, then longest first */
    uint32_t n_hits;
    rz_near_words *near_words;   /* by first, then longest first */
    uint32_t n_near_words;
    const uint32_t *hit_at; /* n_tokens + 1: the hits that start at token t are [hit_at[t], hit_at[t + 1]) */
} rz_text;

/* Where to begin to look through the hits at a token, up to hit_at[token + 1]: behind them all where none is of these types. */
static inline uint32_t rz_hits_from(const rz_text *text, uint32_t token, uint32_t types) {
    return text->hit_at[token + !(text->tokens[token].names & types)];
}

/* The same of one list of words. */
static inline uint32_t rz_list_from(const rz_text *text, uint32_t token, rz_row list) {
    return text->hit_at[token + !(text->tokens[token].lists & RZ_LIST(list))];
}

/* The form that the tables write the name with; "" where its letters are those of none. */
rz_str rz_hit_form(const rz_text *text, const rz_hit *hit);
/* The first of the near words that begin at a token or behind it. */
uint32_t rz_near_words_from(const rz_text *text, uint32_t token);
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
