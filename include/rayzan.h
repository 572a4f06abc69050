/* rayzan: reads the Persian-language press on diplomacy and keeps the record of it.
 *
 * The whole public contract of the library. Three things are opened and closed: an engine (the language
 * knowledge, immutable, shared by threads), a reading (what one article says, owned by one arena) and a
 * record (a SQLite file of readings and what they add up to).
 *
 * Spans are [start, end) in bytes of the article's text. Days are counted from 1970-01-01, Gregorian.
 * Strings are UTF-8 and NUL-terminated, never NULL unless said; ids are lower-case ASCII with hyphens.
 * The library never prints, exits or aborts. A failure is NULL or false with the error filled in;
 * finding nothing is success.
 */
#ifndef RAYZAN_H
#define RAYZAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RZ_VERSION "0.1.0"
#define RZ_ARTICLE_MAX (4u << 20) /* bytes of one article's text; a longer one is refused */
#define RZ_PAGE_MAX (64u << 20)   /* bytes of an HTML page around it */

#pragma GCC visibility push(default)

/* ---- errors ------------------------------------------------------------------------------------------ */

typedef enum {
    RZ_OK = 0,
    RZ_NO_MEMORY,
    RZ_TOO_LONG,       /* an article over RZ_ARTICLE_MAX, a line over its limit */
    RZ_NOT_TEXT,       /* binary where text was expected */
    RZ_NOT_UTF8,       /* position is the first bad byte */
    RZ_EMPTY,          /* nothing to read */
    RZ_BAD_DATA,       /* a data folder's row is wrong; the message names file and line */
    RZ_BAD_ARGUMENT,
    RZ_IO,             /* the operating system refused; the message says what */
    RZ_LOCKED,         /* another process holds the record */
    RZ_FOREIGN,        /* the file is not a rayzan record */
    RZ_NEWER,          /* the record was written by a later version */
    RZ_FULL,           /* the disk is full */
    RZ_NOT_FOUND
} rz_code;

typedef struct {
    rz_code code;
    uint64_t position; /* byte in the input where it was noticed; 0 where that has no meaning */
    char message[480]; /* one line of English, no newline, says what to do where that is known */
} rz_error;

/* ---- days and spans ---------------------------------------------------------------------------------- */

typedef struct {
    uint32_t start, end;
} rz_span;

typedef int32_t rz_day;
#define RZ_NO_DAY INT32_MIN
#define RZ_NO_ZONE INT16_MIN

typedef struct {
    rz_day from, to; /* both included; both RZ_NO_DAY where nothing is known */
} rz_days;

/* Gregorian (proleptic) and Jalali (33-year rule, right for 1178 to 1501) dates of a day and back.
 * The *_day functions return RZ_NO_DAY for a date that does not exist. Weekday: 0 Saturday … 6 Friday. */
rz_day rz_gregorian_day(int year, int month, int day);
rz_day rz_jalali_day(int year, int month, int day);
void rz_day_gregorian(rz_day day, int *year, int *month, int *date);
void rz_day_jalali(rz_day day, int *year, int *month, int *date);
int rz_day_weekday(rz_day day);

/* Reads a day as a user types it: 2023-12-22, 1402-10-01, ۱۴۰۲/۱۰/۰۱ (years under 1700 are Jalali);
 * a month (1402-10) or a year (1402) gives its days. False when it is no day. */
bool rz_parse_days(const char *text, rz_days *out);

/* ---- the engine -------------------------------------------------------------------------------------- */

typedef struct rz_engine rz_engine;

/* The language knowledge built into the library, with the folders of the user's own laid over it in order:
 * a row with the same id replaces ours, `delete TYPE ID` removes it. overlays may be NULL when count is 0. */
rz_engine *rz_engine_open(const char *const *overlays, size_t count, rz_error *error);
rz_engine *rz_engine_retain(rz_engine *engine); /* one more owner; safe from any thread */
void rz_engine_close(rz_engine *engine);        /* one owner less; NULL is allowed */
const char *rz_engine_data_hash(const rz_engine *engine); /* 16 hex digits, of the data in force */

/* ---- text by itself ----------------------------------------------------------------------------------- */

/* Steps of normalising, bits; RZ_NORMAL is what the reading of an article presumes. */
enum {
    RZ_LETTERS = 1,       /* letters of Arabic, Urdu, Kurdish and other keyboards, and glyphs, to those of Persian */
    RZ_DIGITS = 2,        /* digits of other scripts */
    RZ_MARKS = 4,         /* diacritics and the stretching line go; a hamza or madda of its own joins its letter */
    RZ_QUOTES = 8,        /* “…” and other double marks to «…» */
    RZ_SPACES = 16,       /* spaces of every kind, tabs too, to the plain one; no carriage return before the end of a line */
    RZ_CONTROLS = 32,     /* direction marks and other controls go; a zero-width space is a joiner */
    RZ_ENTITIES = 64,     /* &zwnj; and others left from HTML, also where they were escaped twice */
    RZ_JOINERS = 128,     /* lost joiners come back: منطقهای to منطقه‌ای */
    RZ_MEND_SPACES = 256, /* a space that stands for a joiner becomes one: می کند */
    RZ_TAGS = 512,        /* tags and comments of HTML go, those of blocks (<br>, </p>) to a space */
    RZ_NORMAL = 255 | RZ_TAGS
};

/* From byte norm of the normal text on, up to the next shift, it stems from byte src on of the source; where `held`, all of it
 * from the one character at src. */
typedef struct {
    size_t norm, src;
    bool held;
} rz_shift;

typedef struct {
    const char *text; /* not NUL-terminated */
    size_t size;
    const rz_shift *map; /* in order; the first is at 0. n_map 0: not asked for */
    size_t n_map;
    uint64_t bad;     /* bytes that are no UTF-8; U+FFFD stands for each */
    size_t first_bad; /* where, in the source */
    const size_t *bad_at; /* where each of them, in order */
} rz_normal_text;

/* A normaliser, of one thread at a time. Its memory is that of the longest text it was given. with_map: tell the way back. */
typedef struct rz_normalizer rz_normalizer;
rz_normalizer *rz_normalizer_open(rz_engine *engine, unsigned steps, bool with_map, rz_error *error);
void rz_normalizer_close(rz_normalizer *normalizer); /* NULL is allowed */
/* Normalising what is normal changes nothing. A joiner kept, found or mended stands between two letters. Lines end where they
 * did. The result is good until the next call; NULL when memory runs out. */
const rz_normal_text *rz_normalize(rz_normalizer *normalizer, const char *text, size_t size, rz_error *error);
/* The byte of the source from which byte `at` of the normal text stems; the source's size for the end. */
size_t rz_source_of(const rz_normal_text *normal, size_t at);

/* ---- words -------------------------------------------------------------------------------------------- */

/* Parts of speech, of https://universaldependencies.org/u/pos. */
typedef enum {
    RZ_UPOS_X, RZ_UPOS_ADJ, RZ_UPOS_ADP, RZ_UPOS_ADV, RZ_UPOS_AUX, RZ_UPOS_CCONJ, RZ_UPOS_DET, RZ_UPOS_INTJ, RZ_UPOS_NOUN, RZ_UPOS_NUM,
    RZ_UPOS_PART, RZ_UPOS_PRON, RZ_UPOS_PROPN, RZ_UPOS_PUNCT, RZ_UPOS_SCONJ, RZ_UPOS_SYM, RZ_UPOS_VERB
} rz_upos;
const char *rz_upos_name(rz_upos upos); /* NOUN */

typedef enum {
    RZ_TENSE_NONE, RZ_TENSE_PAST /* گفت */, RZ_TENSE_PRESENT /* می‌گوید */, RZ_TENSE_FUTURE /* خواهد */,
    RZ_TENSE_IMPERFECT /* می‌گفت */, RZ_TENSE_PERFECT /* گفته‌اند */, RZ_TENSE_PLUPERFECT /* گفته بود */
} rz_tense_of;
typedef enum { RZ_MOOD_NONE, RZ_MOOD_INDICATIVE, RZ_MOOD_SUBJUNCTIVE, RZ_MOOD_IMPERATIVE } rz_mood;
typedef enum { RZ_VERB_NONE, RZ_VERB_FINITE, RZ_VERB_PARTICIPLE, RZ_VERB_INFINITIVE } rz_verb_form_of;
const char *rz_tense_name(rz_tense_of tense); /* past present future imperfect perfect pluperfect; "" for none */
const char *rz_mood_name(rz_mood mood);       /* indicative subjunctive imperative; "" for none */

/* A word as Universal Dependencies has it: what hangs on another word (پدرم) is a word of its own. */
typedef struct {
    rz_span span;           /* bytes of the text */
    const char *lemma;      /* nouns in the singular, verbs by their past stem: کرد of می‌کند */
    const char *infinitive; /* of a verb: کردن; else "" */
    int32_t group;          /* index of the verb group it belongs to, or -1 */
    uint8_t upos;           /* rz_upos */
    uint8_t tense, mood, form; /* rz_tense_of, rz_mood, rz_verb_form_of */
    uint8_t person;         /* 1 to 3; 0: none */
    uint8_t number;         /* 1 singular, 2 plural; 0: none */
    bool negative, passive; /* passive: part of a passive verb */
    uint8_t degree;         /* of an adjective: 1 comparative, 2 superlative */
    uint8_t words;          /* of the token that begins here; 0: it goes on from the word before */
    bool space_after;
} rz_word_of;

/* A verb with its auxiliaries and, where it is known, what it is compounded with: دیدار کرده بودند, به امضا رسید. */
typedef struct {
    uint32_t first, last;           /* words [first, last) of the verb */
    uint32_t compound, compound_end; /* words that are the other part of the verb; none where they are the same */
    const char *infinitive;         /* دیدار کردن; of a simple verb its own */
    uint8_t tense, mood, person, number;
    bool negative, passive;
} rz_verb_group;

typedef struct {
    rz_span span;
    uint32_t first, last; /* words */
    uint32_t paragraph;   /* counted from 0 */
} rz_sentence_of;

/* Phrases stand side by side: a noun phrase with what its words govern through ezafe (وزیر امور خارجه ایران), a preposition with the noun
 * phrase behind it (در دیدار دیروز), a verb with its auxiliaries and what it is compounded with beside it (دیدار کرده بودند). */
typedef enum { RZ_NOUN_PHRASE, RZ_PREPOSITIONAL_PHRASE, RZ_VERB_GROUP } rz_phrase_kind;
const char *rz_phrase_name(rz_phrase_kind kind); /* NP PP VG */
typedef struct {
    uint32_t first, last; /* words [first, last) */
    uint32_t head;        /* the word that leads it: its first noun, behind the preposition where there is one; its verb */
    uint8_t kind;         /* rz_phrase_kind */
} rz_phrase;

/* What the phrases say of a word. */
typedef struct {
    int32_t phrase;  /* index, or -1 */
    uint32_t clause; /* of its sentence, in the order in which they begin, from 0: one that another interrupts goes on with its number */
    bool ezafe;      /* it governs the next word through ezafe, written or not */
} rz_in_phrase;

typedef struct {
    const rz_word_of *words;
    uint32_t n_words;
    const rz_sentence_of *sentences;
    uint32_t n_sentences;
    const rz_verb_group *groups;
    uint32_t n_groups;
    const rz_phrase *phrases; /* in order */
    uint32_t n_phrases;
    const rz_in_phrase *in_phrases; /* of each word; NULL where phrases were not asked for */
} rz_words;

/* Cuts text into sentences and words and tells what they are. A tokenizer is of one thread at a time, and keeps what it learnt of
 * words it met: its memory is constant. A line of the text is a paragraph; a text is at most RZ_ARTICLE_MAX. What it
 * gives owns all it points to and is freed with rz_words_free; NULL with RZ_TOO_LONG, RZ_NOT_UTF8 or RZ_NO_MEMORY. */
typedef struct rz_tokenizer rz_tokenizer;
rz_tokenizer *rz_tokenizer_open(rz_engine *engine, rz_error *error);
void rz_tokenizer_close(rz_tokenizer *tokenizer); /* NULL is allowed */
/* From now on phrases are told too, or no longer; false when memory runs out. */
bool rz_tokenizer_phrases(rz_tokenizer *tokenizer, bool wanted, rz_error *error);
rz_words *rz_tokenize(rz_tokenizer *tokenizer, const char *text, size_t size, rz_error *error);
void rz_words_free(rz_words *words); /* NULL is allowed */
/* Where a text begins in a longer one that is given piece by piece: start with all 0; what is written moves sentence and paragraph
 * on, the caller moves byte. */
typedef struct {
    uint64_t byte;
    uint32_t sentence, paragraph;
} rz_words_place;
/* The words as CoNLL-U or as JSON, a sentence a line (docs/manual.md, "tokens"); text: the same as given above; place may be NULL.
 * NULL when memory runs out. Free it with rz_free. */
char *rz_words_conllu(const rz_words *words, const char *text, rz_words_place *place);
char *rz_words_jsonl(const rz_words *words, const char *text, rz_words_place *place);

/* ---- dates ------------------------------------------------------------------------------------------- */

typedef struct {
    const char *text; /* as it stands in the article */
    rz_span span;     /* the expression */
    rz_span extent;   /* the same with در، از، تا … where they govern it */
    const char *kind;  /* date time duration set age */
    const char *grain; /* second minute hour day-part day week month season year decade century */
    rz_days days;         /* both RZ_NO_DAY: it tells none, or none that is known */
    int minute;           /* of the day, or -1 */
    int second;           /* of the minute, or -1 */
    int minute_to;        /* of «ساعت ۹ تا ۱۱» the other; else -1 */
    int zone;             /* minutes that its clock is ahead of Greenwich; RZ_NO_ZONE: not said, or not known */
    const char *iso;      /* of a duration or age its length, of a set its rule: P3D, PT72H, R/P1W; NULL: none is told */
    const char *calendar; /* gregorian jalali hijri imperial gregorian+jalali relative … */
    const char *basis;    /* explicit relative inferred */
    const char *const *because;
    uint32_t n_because;
    int32_t of; /* of a clock time or part of a day: index of the date it belongs to; else -1 */
    const char *impossible;  /* NULL, or what is wrong with it: there is no such day */
    const char *contradicts; /* NULL, or what else is said of it and does not hold: weekday, other calendar */
} rz_date;

/* A day in three calendars. */
typedef struct {
    rz_day day;
    int gregorian[3], jalali[3], hijri[3]; /* year, month, date; hijri all 0 where there is none */
    int hijri_tolerance; /* 0: as observed in Iran; 1: by the civil reckoning, give or take a day */
    int weekday;         /* 0 Saturday … 6 Friday */
} rz_calendar_day;
void rz_calendar_of(const rz_engine *engine, rz_day day, rz_calendar_day *out);
/* As one line of JSON without a newline: {"gregorian", "jalali", "hijri", "hijri_tolerance", "weekday"}; NULL when memory runs out. Free it
 * with rz_free. */
char *rz_calendar_json(const rz_calendar_day *day);

/* The time expressions of a text and the day that the text is of. */
typedef struct {
    const rz_date *dates;
    uint32_t n_dates;
    rz_days published; /* both RZ_NO_DAY where the text does not tell and none was given */
    int published_minute; /* or -1 */
    const char *published_basis; /* metadata stated inferred; NULL where nothing is known */
    const char *const *published_because;
    uint32_t n_published_because;
} rz_dates;

/* Finds dates; of one thread at a time. Its memory is that of the longest text it was given. */
typedef struct rz_dater rz_dater;
rz_dater *rz_dater_open(rz_engine *engine, rz_error *error);
void rz_dater_close(rz_dater *dater); /* NULL is allowed */
/* The dates of one text, at most RZ_ARTICLE_MAX long; published: the days it may be of, both RZ_NO_DAY where that is for the text to
 * tell, from alone where it is not later than `to`. A byte that is no UTF-8 counts as a space. The result is good until the next call; NULL with RZ_TOO_LONG or RZ_NO_MEMORY. */
const rz_dates *rz_dates_find(rz_dater *dater, const char *text, size_t size, rz_days published, rz_error *error);
/* The one day that a text writes, in any calendar and form: 2023-04-04, ۱۵ فروردین ۱۴۰۲, «13 رمضان 1444». RZ_NO_DAY with RZ_BAD_ARGUMENT
 * where it is none, or one that does not exist; the message says which. */
rz_day rz_day_parse(rz_dater *dater, const char *text, size_t size, rz_error *error);
/* As one line of JSON without a newline (docs/manual.md, "Dates"); good until the next call with this dater. NULL when memory runs out. */
const char *rz_dates_json(rz_dater *dater, const rz_dates *dates, size_t *size);

/* ---- a reading --------------------------------------------------------------------------------------- */

typedef struct {
    const char *id;
    const char *kind; /* person office state organisation forum group */
    const char *fa;
    const char *en;     /* "" when unknown */
    bool transliterated; /* en is a transliteration, not a name from the tables */
    const char *state;  /* state id or "" */
    const char *office; /* office id or "" */
    const char *iso;    /* of a state, or "" */
    const rz_span *mentions;
    uint32_t n_mentions;
} rz_actor;

typedef struct {
    uint32_t actor; /* index into the reading's actors */
    const char *role;
} rz_participant;

typedef struct {
    const char *event;   /* NULL: not coded */
    const char *mode;    /* or NULL */
    const char *context[4];
    uint32_t n_context;
    const char *cameo;   /* or NULL */
} rz_code_of;

typedef struct {
    const char *id; /* e1, e2, … within the reading */
    const char *kind, *status;
    const rz_participant *participants;
    uint32_t n_participants;
    rz_days days;
    const char *place_id, *place_fa; /* NULL: not said */
    const char *forum;               /* NULL: none */
    const char *const *topics;
    uint32_t n_topics;
    uint32_t count; /* 1, or how many times the text says */
    rz_code_of code;
    double confidence;
    const rz_span *evidence;
    uint32_t n_evidence;
} rz_event;

typedef struct {
    uint32_t speaker; /* index into actors */
    int32_t via;      /* index into actors: who passes the words on; -1: nobody */
    const char *form; /* direct indirect */
    const char *channel; /* or NULL */
    const char *stance;
    const uint32_t *targets; /* indexes into actors */
    uint32_t n_targets;
    const char *const *topics;
    uint32_t n_topics;
    rz_span span;
    rz_code_of code;
    double confidence;
    const rz_span *evidence;
    uint32_t n_evidence;
} rz_statement;

typedef struct {
    const char *id; /* the agreement's id in the tables, or name: and the normalised Persian name */
    const char *fa;
    const char *const *parties; /* state and organisation ids */
    uint32_t n_parties;
    const char *stage;
    rz_days days; /* of the stage */
    double confidence;
    const rz_span *evidence;
    uint32_t n_evidence;
} rz_instrument;

typedef struct {
    const char *id;
    const char *fa;
    const char *relation; /* NULL, quotes, statement */
    rz_span span;         /* [0,0) where it is not read off the text */
} rz_source;

/* What the page or the text has beside the article, and why it was cut: menu, comments, related … (docs/manual.md, "article"). */
typedef struct {
    rz_span span;
    const char *reason;
} rz_left_out;

typedef struct {
    char id[17];            /* first 16 hex digits of the SHA-256 of the article's bytes */
    const char *data_hash;  /* of the engine's data */
    const char *path;       /* of the input, or NULL */
    const char *url;        /* or NULL */
    uint64_t record;        /* number within the file */
    const char *encoding;   /* what the bytes were taken for: UTF-8, windows-1256; NULL: not kept */
    const char *text;       /* the article's text; not the input's memory, unless that is lasting */
    uint32_t text_size;
    bool text_is_input;     /* the text is the input byte for byte */
    const char *title;      /* NULL: none found */
    rz_span title_span;
    const rz_source *publisher; /* NULL: not found */
    const rz_source *chain;
    uint32_t n_chain;
    const rz_source *cited;
    uint32_t n_cited;
    rz_days published;
    int published_minute; /* minute of the day, Tehran time, or -1 */
    const char *published_basis; /* metadata stated inferred; NULL where nothing is known */
    const char *const *published_because;
    uint32_t n_published_because;
    const char *byline, *section; /* who wrote it, and under what it stands; NULL: not told */
    const char *language;         /* of the article: fa, fa-AF, en; NULL: not known */
    rz_day updated;               /* of the last change that the page tells, or RZ_NO_DAY */
    int updated_minute;           /* as above */
    const rz_span *body;
    uint32_t n_body;
    const rz_span *paragraphs; /* of rz_article_read alone: the body, paragraph by paragraph */
    uint32_t n_paragraphs;
    const rz_left_out *cut;         /* the same: what is no part of the body */
    uint32_t n_cut;
    const rz_date *dates;
    uint32_t n_dates;
    const rz_actor *actors;
    uint32_t n_actors;
    const rz_event *events;
    uint32_t n_events;
    const rz_statement *statements;
    uint32_t n_statements;
    const rz_instrument *instruments;
    uint32_t n_instruments;
} rz_reading;

typedef struct {
    const char *bytes; /* borrowed for the call; see `lasting` */
    size_t size;
    const char *path;  /* NULL or borrowed for the call */
    const char *url;   /* NULL or borrowed for the call */
    uint64_t record;
    rz_days published; /* where the user knows the day, else both RZ_NO_DAY; from alone RZ_NO_DAY: not later than `to` */
    /* what whoever hands the article on says of it; NULL or borrowed for the call. A page's own word goes before it. */
    const char *title, *outlet;
    const char *said_published; /* as it was written: 2023-02-14T10:00Z, Tue, 14 Feb 2023 10:00 GMT, ۱۴۰۱/۱۱/۲۵ */
    const char *charset;        /* of the bytes */
    bool made;                  /* the bytes are not a file's, but were taken out of one: an archive, a feed */
    bool lasting;               /* the bytes stay as they are until the reading is freed, which then need not copy them */
} rz_input;

/* Reads one article: UTF-8 text or HTML, told apart by looking. The reading owns all it points to and is
 * freed with rz_reading_free. Safe to call from many threads with one engine. */
rz_reading *rz_read(const rz_engine *engine, const rz_input *input, rz_error *error);
void rz_reading_free(rz_reading *reading); /* NULL is allowed */

/* The article alone: title, publisher, day of publication, body, and what was cut. All else of the reading is empty. */
rz_reading *rz_article_read(const rz_engine *engine, const rz_input *input, rz_error *error);
/* As one line of JSON without a newline (docs/manual.md, "article"); the body, a line a paragraph; for a person, what was cut and why. NULL when
 * memory runs out. Free it with rz_free. */
char *rz_article_json(const rz_reading *article);
char *rz_article_body(const rz_reading *article);
char *rz_article_explain(const rz_reading *article);

/* How many bytes an input that begins so may have, RZ_ARTICLE_MAX or RZ_PAGE_MAX: whoever reads a stream need
 * not read more. */
size_t rz_input_limit(const char *begin, size_t size);

/* Many articles in one file, one after another: an archive of a crawl (WARC, WET), a feed (RSS, Atom, RDF, a sitemap for news), rows
 * (JSON lines, CSV), a zip or tar file, any of them packed with gzip or zstd; or one article, text or page. What it is, is told by
 * looking, or said. Memory does not grow with the file. One thread at a time. */
typedef struct rz_bundle rz_bundle;
typedef enum { RZ_INPUT_GUESSED, RZ_INPUT_TEXT, RZ_INPUT_HTML, RZ_INPUT_WARC, RZ_INPUT_FEED, RZ_INPUT_JSONL, RZ_INPUT_CSV, RZ_INPUT_ZIP } rz_input_form;
/* The form's name as `--input` has it (warc); RZ_INPUT_GUESSED for a name that is none. */
rz_input_form rz_input_form_named(const char *name);

typedef enum {
    RZ_NEXT_ARTICLE,
    RZ_NEXT_REFUSED, /* this record could not be read; the error says which and why. Go on. */
    RZ_NEXT_END,
    RZ_NEXT_BROKEN   /* nothing behind this can be read; the error says where and why */
} rz_next;

/* Of an open file, which stays the caller's to close. `name`, borrowed, is what the articles' path will be. `map`, borrowed or NULL, says
 * what the fields of rows are called: "text=body,published=date"; ours are text, title, published, url and outlet. */
rz_bundle *rz_bundle_open(int file, const char *name, rz_input_form form, const char *map, rz_error *error);
void rz_bundle_close(rz_bundle *bundle); /* NULL is allowed */
/* The next article, whose parts stay until the next call. Its `record` counts from 1 where the file may have many; its `published` is not
 * later than the crawl of an archive. The error's position is a byte of the file, or in a packed one of what is packed in it. */
rz_next rz_bundle_next(rz_bundle *bundle, rz_input *out, rz_error *error);

/* The reading as one line of JSON (docs/manual.md, "The reading"), without a newline; NULL when memory runs out.
 * Free it with rz_free. */
char *rz_reading_json(const rz_reading *reading);
/* The reading for a person, in lines: who, what, when in both calendars, where, about what, with the words of the article
 * that prove it. lang, of the labels: "fa" or "en". NULL when memory runs out. Free it with rz_free. */
char *rz_reading_text(const rz_engine *engine, const rz_reading *reading, const char *lang);
void rz_free(void *memory);

/* ---- the record -------------------------------------------------------------------------------------- */

/* A SQLite file of readings and what they add up to: reports of one event are one event with several sources. What is
 * merged is a function of the readings kept, whatever the order they came in. A record is used by one thread at a
 * time; several processes may read one while another writes. */
typedef struct rz_record rz_record;

typedef enum { RZ_LOOK, RZ_WRITE } rz_access; /* RZ_WRITE makes the file where there is none */

/* The engine lends its names and its spelling; it may be another than the one that read the articles. Errors: RZ_LOCKED,
 * RZ_FOREIGN, RZ_NEWER, RZ_FULL, RZ_NOT_FOUND, RZ_IO. */
rz_record *rz_record_open(const char *path, rz_access access, rz_engine *engine, rz_error *error);
void rz_record_close(rz_record *record); /* NULL is allowed */

typedef enum {
    RZ_ADDED,
    RZ_KNOWN,    /* the same article read with the same data is there: nothing was done */
    RZ_READ_ANEW /* the article was there, read with other data or as of another day: this reading took its place */
} rz_outcome;

typedef struct {
    rz_outcome outcome;
    uint32_t new_events;    /* events of which no article kept before says anything */
    uint32_t merged_events; /* events that an article kept before reports too */
    uint32_t statements, instruments;
    char copy_of[17];       /* the id of the article that this one is a copy of; "": of none that is kept */
} rz_added;

/* Keeps readings, all of them or, after an error, none. added: room for n. */
bool rz_record_add(rz_record *record, const rz_reading *const *readings, size_t n, rz_added *added, rz_error *error);
/* Takes an article out again, with all that only it says. */
bool rz_record_remove(rz_record *record, const char *article, rz_error *error);

typedef struct {
    const char *id, *fa, *en; /* "" where there is none; never NULL */
} rz_named;

typedef struct {
    const char *before, *text, *after; /* the words that prove it and what stands around them, of the article's text */
    rz_span span;                      /* of text */
} rz_proof;

/* What one article says of an event. */
typedef struct {
    const char *id; /* of the event as this article tells it: the article's id, a hyphen, e and a number */
    const char *article;
    const char *title, *path, *url; /* "" where there is none */
    rz_named outlet, quoted;        /* who publishes the article; the source of the whole that it quotes */
    rz_days published;
    const char *status, *kind;
    rz_days days;
    rz_named place;
    double confidence;
    const rz_proof *proofs;
    uint32_t n_proofs;
    const char *copy_of; /* the id of the article of which the report's is a copy; "": of none */
} rz_report;

/* Another article that is a copy of one, or that it is a copy of. */
typedef struct {
    rz_report report;       /* the other article, its head alone */
    bool is_original;       /* the one is the copy */
    uint32_t share;         /* of a hundred runs of words of the one, so many are the other's too */
    const rz_proof *extra;  /* sentences that the one has and the other has not; spans in the one */
    uint32_t n_extra;
    const rz_proof *missing; /* sentences that the other has alone; spans in the other */
    uint32_t n_missing;
} rz_copy_of_article;

typedef struct {
    rz_named who;
    const char *kind, *role, *state; /* state: id or "" */
    rz_named office;
} rz_party;

/* An event of the record. Its id is that of the report that comes first; the ids of its other reports find it too. */
typedef struct {
    const char *id, *kind, *status;
    rz_days days;     /* both RZ_NO_DAY where no report says */
    rz_days reported; /* the publication of the first report, where that is known */
    rz_named place, forum;
    const rz_party *participants;
    uint32_t n_participants;
    const rz_named *topics;
    uint32_t n_topics;
    uint32_t count;
    rz_code_of code;
    double confidence;
    const rz_report *reports; /* in order of publication */
    uint32_t n_reports;
    bool differ_status, differ_days, differ_place; /* on what the reports disagree */
} rz_known_event;

typedef struct {
    const char *id; /* the article's id, a hyphen, s and a number */
    rz_party speaker;
    rz_named via;
    const char *form, *channel, *stance; /* channel: "" where not known */
    const rz_named *targets;
    uint32_t n_targets;
    const rz_named *topics;
    uint32_t n_topics;
    rz_code_of code;
    rz_report report;
} rz_known_statement;

/* Which events. NULL: any. Actors, places, topics and outlets are ids or names, in Persian or in English; a state as
 * actor is also whoever acts for it. kind and status may be several words apart by commas, as the record writes them or as
 * they are shown in Persian or English. */
typedef struct {
    const char *actor, *with, *kind, *status, *topic, *place, *outlet;
    rz_days days; /* events that may fall in them; a side RZ_NO_DAY is open */
    size_t limit; /* at most so many; 0: all */
} rz_question;

/* What was asked for, and all that it points to. */
typedef struct {
    const rz_known_event *events; /* in order of time; those without a day stand where they were reported */
    size_t n_events;
    size_t all_events; /* how many there are without the limit */
} rz_timeline;
/* A name that nothing in the record or the tables bears is RZ_NOT_FOUND. */
rz_timeline *rz_record_timeline(rz_record *record, const rz_question *question, rz_error *error);
void rz_timeline_free(rz_timeline *timeline); /* NULL is allowed */

typedef struct {
    const char *article, *title, *path, *url;
    rz_named outlet;
    rz_days published;
    rz_proof *matches; /* text: a word found; before and after: what stands around it */
    uint32_t n_matches;
} rz_match;
typedef struct {
    const rz_match *articles; /* the best first */
    size_t n_articles, all_articles;
} rz_search;
/* Articles that hold all the words, however spelled: with joiner, joined or spaced, in Arabic or Persian letters and digits. Words in
 * quotation marks stand side by side. */
rz_search *rz_record_search(rz_record *record, const char *words, size_t limit, rz_error *error);
void rz_search_free(rz_search *search);

/* One thing of the record by its id, or the beginning of one that only it has: an event, a statement, an article, an
 * actor (id or name). */
typedef struct {
    enum { RZ_AN_EVENT, RZ_A_STATEMENT, RZ_AN_ARTICLE, RZ_AN_ACTOR } what;
    const rz_reading *article;            /* RZ_AN_ARTICLE */
    const rz_copy_of_article *copies;     /* of the article, and what it is a copy of */
    size_t n_copies;
    rz_party actor;                       /* RZ_AN_ACTOR */
    const rz_known_event *events;         /* the event; or those of the actor */
    size_t n_events;
    const rz_known_statement *statements; /* the statement; or those of the actor */
    size_t n_statements;
} rz_shown;
rz_shown *rz_record_show(rz_record *record, const char *id, rz_error *error);
void rz_shown_free(rz_shown *shown);

/* How they are written. lang: "fa" or "en". Free with rz_free; NULL when memory runs out. */
char *rz_timeline_table(const rz_engine *engine, const rz_timeline *timeline, const char *lang);
char *rz_timeline_json(const rz_engine *engine, const rz_timeline *timeline); /* an object a line, an event each */
char *rz_timeline_csv(const rz_engine *engine, const rz_timeline *timeline, const char *lang);
char *rz_timeline_html(const rz_engine *engine, const rz_timeline *timeline, const char *lang); /* a page that needs nothing else */
char *rz_search_text(const rz_engine *engine, const rz_search *search, const char *lang);
char *rz_search_json(const rz_engine *engine, const rz_search *search);
char *rz_shown_text(const rz_engine *engine, const rz_shown *shown, const char *lang);
char *rz_shown_json(const rz_engine *engine, const rz_shown *shown);

#pragma GCC visibility pop

#ifdef __cplusplus
}
#endif
#endif
