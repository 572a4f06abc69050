/* The words of time expressions as the tables have them, and the pieces of the grammar. */
#ifndef RZ_MENTION_TIME_WORDS_H
#define RZ_MENTION_TIME_WORDS_H

#include "mention/time.h"

typedef enum {
    RZ_W_NONE, RZ_W_DAY, RZ_W_STORY, RZ_W_UNIT, RZ_W_ONE, RZ_W_SOME, RZ_W_LAST, RZ_W_NEXT, RZ_W_THIS, RZ_W_THIS_BEFORE, RZ_W_AGO,
    RZ_W_AHEAD, RZ_W_AFTER, RZ_W_BEFORE, RZ_W_FROM, RZ_W_FRACTION, RZ_W_SEASON, RZ_W_PART, RZ_W_YEAR, RZ_W_YEARS, RZ_W_YEAR_OF,
    RZ_W_MONTH, RZ_W_HOLY, RZ_W_DECADE, RZ_W_CENTURY, RZ_W_DATE, RZ_W_GOVERNOR, RZ_W_AND, RZ_W_RANGE, RZ_W_TWIN, RZ_W_ERA,
    RZ_W_CITY_BEFORE, RZ_W_CITY_AFTER, RZ_W_EVERY, RZ_W_LONG, RZ_W_OLD, RZ_W_PERSON, RZ_W_WITHIN, RZ_W_ABOUT, RZ_W_CLOCK,
    RZ_W_CLOCK_ADD, RZ_W_ZONE, RZ_W_NAME_BEFORE, RZ_W_WORLD, RZ_W_PRAYER, RZ_W_ORDINAL_SIGN, RZ_W_COUNTED,
    RZ_W_ERA_PREFIX, RZ_W_ERA_LETTER, RZ_W_BEFORE_ERA, RZ_W_OR, RZ_W_SAME, RZ_W_NOW, RZ_W_FEAST, RZ_W_HALF_DAY, RZ_W_TIMES,
    RZ_W_PER, RZ_W_SET, RZ_W_MARKET, RZ_W_NUMBERED, RZ_W_YEARLY, RZ_W_EDGE, RZ_W_IN, RZ_W_TO,
    RZ_WORDS_OF_TIME
} rz_time_word;

typedef enum { RZ_MEANS_TIME, RZ_MEANS_MONTH, RZ_MEANS_WEEKDAY, RZ_MEANS_NUMBER, RZ_TIME_TYPES } rz_time_type;

typedef struct {
    uint8_t type;     /* rz_time_type */
    uint8_t word;     /* rz_time_word of a TIME */
    uint8_t calendar; /* of a month or an era */
    uint8_t number;   /* of a month, season or weekday */
    uint8_t unit, grain; /* rz_time_unit */
    uint8_t parts;    /* of a FRACTION: value of parts */
    bool ordinal, city, plural, prayer;
    bool leading; /* of an ordinal that stands before its noun: دومین; of a unit: only after a number: شب */
    bool alone; /* of a PART: tells a time with no day beside it; of a season: with only the verb behind it */
    uint8_t summer; /* of a zone: rz_summer_time */
    int16_t value;    /* of a number, an offset; a PART: minute of the day before which it does not begin */
} rz_time_meaning;

enum { RZ_TIME_OPENING_MOST = 64 }; /* letters of a word */

/* The letters of a word. */
typedef struct {
    const uint8_t *letters;
    uint32_t n;
    const rz_time_meaning *means;
} rz_time_opening;

struct rz_time_table {
    uint32_t worded, bare; /* keys */
    rz_time_opening *numbers;  /* number words */
    uint32_t n_numbers;
    uint16_t numbers_at[RZ_LETTER_CODES + 1]; /* where those begin that begin with a letter */
    uint8_t number_opens[RZ_LETTER_CODES * RZ_LETTER_CODES / 8 + 1]; /* a bit for each two letters that such a word begins with */
    uint8_t and_letter;        /* و, as a letter of theirs */
    rz_time_opening *openings; /* of words that a time may begin with, in order */
    uint32_t n_openings;
    uint64_t *threes, *twos; /* bits: their first three letters; both of those that have two */
    uint64_t *before;        /* bits: two letters that they may be written on to */
    uint8_t arabic[0x100], ascii[0x80]; /* what a character tells as it stands (time_quick.c) */
    uint8_t longest[RZ_LETTER_CODES * RZ_LETTER_CODES]; /* letters of the longest that begins with two letters */
    uint16_t opens[RZ_LETTER_CODES * RZ_LETTER_CODES + 1]; /* where those begin that begin with two letters */
    struct rz_time_rows {
        rz_row first;
        uint32_t count;
        rz_time_meaning *means;
    } of[RZ_TIME_TYPES];
};

typedef struct {
    uint32_t last;
    bool worded; /* دی‌ماه */
    bool sure; /* a month's name that is nothing else: شهریور, دی‌ماه; not مهر */
    const rz_time_meaning *means;
} rz_time_hit;

/* A number that was read at a token: each reader of times asks for it again. */
typedef struct {
    uint32_t token; /* + 1 */
    uint32_t last;
    int n;
    bool ordinal;
} rz_number_read;
enum { RZ_NUMBERS_HELD = 8 };
struct rz_quantity_read;

typedef struct {
    rz_arena *arena;
    rz_number_read *read; /* RZ_NUMBERS_HELD of them */
    struct rz_quantity_read *quantity; /* the last */
    const rz_time_table *table;
    const rz_text *text;
    rz_time_hit *hits;
    uint32_t *hit_at; /* n_tokens + 1 */
    uint64_t *begins; /* n_tokens + 1: which words begin there, so that most that is asked for is told at once */
    uint8_t *types;   /* the same of types */
    bool *city;       /* a weekday's name was met that is a city's */
    bool wide;        /* as rz_times_find was asked */
    RZ_VEC(rz_time_mention) out;
    uint32_t start, limit; /* tokens of the sentence */
} rz_time_finder;

bool rz_time_ezafe(const uint8_t *word, uint32_t n, uint8_t letter); /* is the letter behind the word its ezafe: «هفته‌ی»? */
void rz_time_quick_make(rz_arena *arena, const struct rz_apart *apart, rz_time_table *table); /* once the openings are known */
void rz_time_words_find(rz_time_finder *f);

/* May the word begin at the token? Most often not. */
static inline bool rz_time_may_word(const rz_time_finder *f, uint32_t token, rz_time_word word) { return token < f->limit && (f->begins[token] >> word & 1); }
/* The longest hit of a type, or of a word, at a token. */
const rz_time_meaning *rz_time_find(const rz_time_finder *f, uint32_t token, rz_time_type type, rz_time_word word, uint32_t *last);
static inline const rz_time_meaning *rz_time_at(const rz_time_finder *f, uint32_t token, rz_time_type type, uint32_t *last) {
    return token < f->limit && (f->types[token] >> type & 1) ? rz_time_find(f, token, type, RZ_W_NONE, last) : NULL;
}
static inline const rz_time_meaning *rz_time_word_at(const rz_time_finder *f, uint32_t token, rz_time_word word, uint32_t *last) {
    return rz_time_may_word(f, token, word) ? rz_time_find(f, token, RZ_MEANS_TIME, word, last) : NULL;
}
/* Is what stands at tokens [token, last) surely a month? */
bool rz_time_sure(const rz_time_finder *f, uint32_t token, uint32_t last);
/* May an expression begin at the token, as far as it and the word behind a number tell? */
bool rz_time_may_begin(const rz_time_finder *f, uint32_t token);
/* Is it a month with the word for one: «دی‌ماه»? */
bool rz_time_worded(const rz_time_finder *f, uint32_t token, uint32_t last);
/* Goes past the word if it stands there. */
static inline bool rz_time_skip(const rz_time_finder *f, uint32_t *token, rz_time_word word) {
    uint32_t last;
    if (!rz_time_word_at(f, *token, word, &last)) return false;
    *token = last;
    return true;
}
/* Does such a word stand at tokens [token, end)? */
bool rz_time_ends_at(const rz_time_finder *f, uint32_t token, rz_time_word word, uint32_t end);
/* Does an ordinal that stands before its noun end before the token: دومین? */
bool rz_time_leads(const rz_time_finder *f, uint32_t token);
/* Does such a word end right before the token? */
bool rz_time_word_before(const rz_time_finder *f, uint32_t token, rz_time_word word);
bool rz_time_punct(const rz_time_finder *f, uint32_t token, const char *signs);
/* A number in digits or words, or -1; «آخرین» is -1 and an ordinal. *ordinal may be NULL. */
int rz_time_number(const rz_time_finder *f, uint32_t token, uint32_t *last, bool *ordinal);
bool rz_time_with_half(const rz_time_finder *f, uint32_t token, uint32_t end); /* is the number there «پنج‌ونیم»? */
int rz_time_decimal_half(const rz_time_finder *f, uint32_t token); /* «2.5», «۳٫۵»: the whole of whole and a half, or -1 */
int rz_time_plain_number(const rz_time_finder *f, uint32_t token); /* of a token in digits; or -1 */
int rz_time_glued_long(const rz_time_finder *f, uint32_t token, const rz_time_meaning **means); /* «هفتادوسه‌سالگی»: 73 of the word's; or -1 */
/* May a number begin at the token that is written in one with others: «هزارونهصدونود»? */
bool rz_time_number_glued(const rz_time_finder *f, uint32_t token);
uint32_t rz_time_digits(const rz_time_finder *f, uint32_t token);
/* Of four digits, or in words; or 0. 2480 to 2600 are imperial years. */
int rz_time_year(const rz_time_finder *f, uint32_t token, uint32_t *last);
int rz_time_jalali_year(int year); /* of an imperial one too */
bool rz_time_is_jalali_year(int year);

#endif
