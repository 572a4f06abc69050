/* The language knowledge in force: rows of facts and phrases, and one automaton that finds their names in text.
 *
 * The source is plain text (data/FORMAT.md):
 *
 *     # a comment
 *     horizon 2026-11-23            the day up to which this file is known to be right
 *     person sergey-lavrov          a row: type and id
 *       fa سرگئی لاوروف | لاوروف     a field: key and values, each value a field of its own here
 *     delete person some-id         in an overlay
 *
 * rz_data_compile turns such text into an image: one block of memory, read only, position independent. The build
 * puts the image of data/ into the library; an overlay makes a new image at run time.
 */
#ifndef RZ_DATA_DATA_H
#define RZ_DATA_DATA_H

#include "base/arena.h"
#include "base/str.h"
#include "rayzan.h"

#define RZ_NONE UINT32_MAX

/* Row types. A row's schema (its keys, which are names to be found in text, which refer to other rows) is a table in
 * src/data/schema.c; data/FORMAT.md says the same for people. */
typedef enum {
    RZ_STATE, RZ_PLACE, RZ_PERSON, RZ_OFFICE, RZ_ORGANISATION, RZ_BODY, RZ_FORUM, RZ_OUTLET, RZ_TOPIC, RZ_AGREEMENT,
    RZ_AGREEMENT_NOUN, /* معاهده, تفاهم‌نامه: makes an agreement of what follows */
    RZ_TITLE,          /* honorifics: آقای, دکتر, سید */
    RZ_PRONOUN,        /* وی, او, این مقام */
    RZ_COLLECTIVE,     /* طرفین, دو وزیر */
    RZ_FRAME, RZ_SPEECH, RZ_STANCE, RZ_STAGE, /* event frames, verbs of saying, stances, agreement stages */
    RZ_WORDS,          /* named lists of words and phrases that rules need: prepositions, negators, hedges … */
    RZ_CHROME,         /* end marks, tails, labels of pages */
    RZ_MONTH, RZ_WEEKDAY, RZ_TIME, RZ_NUMBER, /* calendar names, relative time phrases, number words */
    RZ_VERB, RZ_SUFFIX, RZ_LETTER,
    RZ_LABEL, /* how the record's words are shown to people */
    RZ_KIND,  /* kinds of events and what they are like */
    RZ_KNOWN_EVENT, /* what happened on which day */
    RZ_TERM,        /* what nobody spoke of before a day; a new type stands at the end: the tagger's weights know them by number */
    RZ_ROW_TYPES
} rz_row_type;

typedef struct rz_data rz_data;
typedef uint32_t rz_row; /* index of a row; RZ_NONE for none */

/* ---- rows ---- */
rz_row_type rz_row_type_of(const rz_data *data, rz_row row);
const char *rz_row_id(const rz_data *data, rz_row row); /* NUL-terminated, lives as long as the data */
/* Ids and keys are asked for by name all the time: of a literal its ends, and all that is made of them, are known when it is compiled. */
static inline uint64_t rz_name_head(rz_str name) { /* the first eight bytes */
    uint64_t head = 0;
    memcpy(&head, name.at, name.size < sizeof head ? name.size : sizeof head);
    return head;
}
static inline uint64_t rz_name_tail(rz_str name) { /* the last eight; 0 where the first are all */
    uint64_t tail = 0;
    if (name.size > sizeof tail) memcpy(&tail, name.at + name.size - sizeof tail, sizeof tail);
    return tail;
}
static inline uint32_t rz_id_hash(rz_str id) {
    return (uint32_t)(((rz_name_head(id) ^ (rz_name_tail(id) + id.size) * 0xC2B2AE3D27D4EB4Fu) * 0x9E3779B97F4A7C15u) >> 32);
}
static inline uint32_t rz_id_kind(rz_row_type type, rz_str id) { return id.size << 8 | type; }
rz_row rz_row_of(const rz_data *data, uint32_t kind, const char *id, uint32_t hash, uint64_t head, uint64_t tail);
static inline rz_row rz_row_find(const rz_data *data, rz_row_type type, rz_str id) {
    return rz_row_of(data, rz_id_kind(type, id), id.at, rz_id_hash(id), rz_name_head(id), rz_name_tail(id));
}
uint32_t rz_rows_all(const rz_data *data); /* how many there are */
/* The rows of a type are [first, first + count), in the order of the data. */
void rz_rows_of(const rz_data *data, rz_row_type type, rz_row *first, uint32_t *count);

/* Keys are interned once: rz_key("fa") is a number good for this data. RZ_NONE where no row has the key. */
uint32_t rz_key_of(const rz_data *data, rz_str name, uint64_t head);
static inline uint32_t rz_key(const rz_data *data, const char *name) { return rz_key_of(data, rz_str_of(name), rz_name_head(rz_str_of(name))); }
const char *rz_key_name(const rz_data *data, uint32_t key);

typedef struct {
    uint32_t key;
    rz_str value; /* NUL-terminated as well */
} rz_field;
uint32_t rz_fields_of(const rz_data *data, rz_row row); /* how many, in the order written */
rz_field rz_field_at(const rz_data *data, rz_row row, uint32_t i);
/* The first value under a key, or an empty string. */
rz_str rz_row_value(const rz_data *data, rz_row row, uint32_t key);
bool rz_row_says(const rz_data *data, rz_row row, uint32_t key, rz_str value);
/* The same for who knows the key's name alone; most rows have no such key, and a bit tells. */
bool rz_row_may_have(const rz_data *data, rz_row row, uint64_t key_bit);
static inline uint64_t rz_key_bit(rz_str name) { return 1ull << (rz_id_hash(name) & 63); }
static inline rz_str rz_row_get(const rz_data *data, rz_row row, const char *key) {
    return rz_row_may_have(data, row, rz_key_bit(rz_str_of(key))) ? rz_row_value(data, row, rz_key(data, key)) : RZ_STR("");
}
static inline bool rz_row_has(const rz_data *data, rz_row row, const char *key, const char *value) {
    return rz_row_may_have(data, row, rz_key_bit(rz_str_of(key))) && rz_row_says(data, row, rz_key(data, key), rz_str_of(value));
}
/* Does the row name the other under the key, as a state its capital? Either may be RZ_NONE, which names none. */
static inline bool rz_row_refers(const rz_data *data, rz_row row, const char *key, rz_row other) {
    return row != RZ_NONE && other != RZ_NONE && rz_row_has(data, row, key, rz_row_id(data, other));
}
/* The fields under a key of all rows of a type, one after the other; false behind the last. Starts zeroed but for the key. */
typedef struct {
    uint32_t key, row_at, field_at; /* the row, counted from the first of its type; its next field */
    rz_row row;
    rz_str value;
} rz_column;
bool rz_column_next(const rz_data *data, rz_row_type type, rz_column *column);
/* Does a `holds` line of the person say this office, of this state or organisation (RZ_NONE: of any)? */
bool rz_row_holds(const rz_data *data, rz_row person, rz_row office, rz_row whose);
bool rz_row_guarded(const rz_data *data, rz_row row);  /* `guard yes`: shared with an ordinary word */
bool rz_row_guarded_full(const rz_data *data, rz_row row); /* `guard full`: with a title too it may be somebody else */
bool rz_row_guarded_slot(const rz_data *data, rz_row row); /* `guard slot`: where a name may stand and a word hardly, the name */
rz_row rz_row_state(const rz_data *data, rz_row row);  /* the state row that its `state` names, or RZ_NONE */
/* The day up to which the row's file is known to be right; RZ_NO_DAY: not said. */
rz_day rz_row_horizon(const rz_data *data, rz_row row);
/* What a row writes as a day, or as the month or year in which it lies (2020-01-31, 2020-01, 2020): its days. Both
 * RZ_NO_DAY for anything else. */
rz_days rz_days_written(rz_str value);

/* ---- what rows say of offices and forums, read when the tables are compiled ---- */
typedef struct {
    rz_row person, office, whose; /* whose: a state, organisation, forum or body row */
    rz_row seat;                  /* of an ambassador: the state, place or organisation he was sent to; or RZ_NONE */
    rz_days days;                 /* an unknown bound is RZ_NO_DAY */
    bool still;                   /* known to serve still on the horizon of its file */
    bool acting;
} rz_tenure;

typedef struct {
    rz_days days;
    rz_row place;   /* or RZ_NONE */
    bool summit;    /* heads of state or government */
} rz_session;

/* The tenures of a person, the sessions of a forum, the visits of a person or the days of a known event, in the order written. */
const rz_tenure *rz_tenures_of(const rz_data *data, rz_row person, uint32_t *n);
const rz_session *rz_sessions_of(const rz_data *data, rz_row row, uint32_t *n);
/* All tenures of that state's, organisation's … offices (office: RZ_NONE), or of one of them: the numbers of those in
 * rz_tenure_at that the result points at, by person. */
const uint32_t *rz_tenures_in(const rz_data *data, rz_row whose, rz_row office, uint32_t *n);
const rz_tenure *rz_tenure_at(const rz_data *data, uint32_t number);

/* ---- names in text ----
 *
 * A name is matched by its letters alone: codes of normal letters and digits (rz_letter_code), joiners, spaces, marks
 * and case left out, so امیرعبداللهیان is found joined, spaced and with a joiner. Where in the text a match may start and
 * end is for the caller, who knows tokens. */
#define RZ_LETTER_CODES 96 /* codes are 1..95; 0 is "no letter" */
uint8_t rz_letter_code(uint32_t code_point);
extern const uint8_t rz_arabic_codes[0x100]; /* the same of U+0600 to U+06FF */
/* Where the kinds of codes begin: digits at 1, then these; signs are + & @. */
enum { RZ_CODE_LATIN = 11, RZ_CODE_LETTERS = 37, RZ_CODE_SIGNS = 71 };
/* The normal letter of a code: a small Latin letter, an ASCII digit, a Persian letter; 0 for no code. */
uint32_t rz_letter_of_code(uint8_t code);
/* The letters of a name: at most `room` codes into out; gives how many there are in all. */
uint32_t rz_letters_of(const char *text, uint32_t size, uint8_t *out, uint32_t room);

typedef struct {
    rz_row row;
    rz_row_type type; /* of the row */
    uint32_t key;    /* under which key the name stands */
    uint32_t field;  /* which field of the row */
    uint32_t length; /* letters matched */
} rz_name_hit;

/* All names that start at letters[0], shortest first; calls found for each. The walk ends when found gives false. */
void rz_names_at(const rz_data *data, const uint8_t *letters, uint32_t n,
                 bool (*found)(void *self, const rz_name_hit *hit), void *self);
/* The same for who asks at every word: a walk along n letters, started with the rest zeroed. rz_names_next goes on to the next letters
 * that are a name and gives how many bear it, 0 at the end; then `depth` letters have been gone. It passes over those that end before a
 * letter i at which ends[i] is 0, where there are `ends`. */
typedef struct {
    uint32_t row : 22, key : 10;
    uint32_t field : 16, type : 8; /* the row's type stands here too, so that the row need not be looked up */
    uint32_t apart : 1;            /* it is written with a space or a joiner */
    uint32_t beside : 1;           /* the word only counts beside one of the row: its key is such (schema.h); these stand behind the others, by row */
} rz_bearer;
typedef struct {
    const uint8_t *letters;
    uint32_t n, depth, node;
    uint32_t head; /* what the first letters lead to, where rz_names_expect_more has looked */
    bool ahead;
} rz_names_walk;
uint32_t rz_names_next(const rz_data *data, rz_names_walk *walk, const uint8_t *ends, const rz_bearer **out);
const rz_bearer *rz_bearers(const rz_data *data); /* all there are: what rz_names_next gives points among them */
/* Of a walk that will be gone soon memory is asked for its first letters, and then for what they lead to. */
void rz_names_expect(const rz_data *data, const rz_names_walk *walk);
void rz_names_expect_more(const rz_data *data, rz_names_walk *walk);
void rz_names_expect_last(const rz_data *data, const rz_names_walk *walk);

/* ---- the lexicon: words by their letters ---- */
typedef struct {
    rz_str spelling;  /* as properly written, joiners in place */
    uint32_t count;   /* how often seen */
    uint8_t pos;      /* bits RZ_POS_… of the parts of speech it was seen as */
} rz_word;
enum { RZ_POS_NOUN = 1, RZ_POS_ADJ = 2, RZ_POS_VERB = 4, RZ_POS_ADV = 8, RZ_POS_PREP = 16, RZ_POS_CONJ = 32, RZ_POS_PRON = 64,
       RZ_POS_NAME = 128 };
/* The word with these letters, the most frequent spelling; false when there is none. rz_spelling_find gives also what was only
 * seen in running text, with no part of speech: how it is spelled, not that it is a word. */
bool rz_spelling_find(const rz_data *data, const uint8_t *letters, uint32_t n, rz_word *out);
bool rz_word_find(const rz_data *data, const uint8_t *letters, uint32_t n, rz_word *out); /* out: may be NULL */

/* The same for who asks for every word of a text: by the hash of its letters, and two steps ahead of asking, memory is asked for. */
static inline uint32_t rz_word_hash(const uint8_t *letters, uint32_t n) { return (uint32_t)rz_hash(letters, n); }
bool rz_word_find_hashed(const rz_data *data, uint32_t hash, const uint8_t *letters, uint32_t n, rz_word *out);
void rz_word_expect(const rz_data *data, uint32_t hash);
void rz_word_expect_more(const rz_data *data, uint32_t hash);

/* ---- weights: what each feature of a word says for each label of the tagger, and of the chunker ---- */
typedef enum { RZ_TAGGER, RZ_CHUNKER, RZ_MODELS } rz_model;
enum { RZ_MOST_LABELS = 28, RZ_CHUNK_LABELS = 12 };
typedef struct {
    int8_t weight[RZ_MOST_LABELS];
    uint32_t key; /* rz_feature_key; 0: free */
} rz_weights;
typedef struct {
    int8_t weight[RZ_CHUNK_LABELS];
    uint32_t key;
} rz_chunk_weights;
/* A feature is a template and one or two texts; what they are is for src/text/features.c. */
uint32_t rz_feature_atom(const char *text, uint32_t size);
uint32_t rz_feature_key(uint32_t kind, uint32_t a, uint32_t b); /* of atoms; never 0 */
void rz_weights_expect(const rz_data *data, uint32_t key); /* it will be looked for soon: memory is asked for it */
const rz_weights *rz_weights_find(const rz_data *data, uint32_t key); /* NULL: it says nothing */
/* The tagger's features of two texts, as atoms, for who wants to find them by numbers of his own. */
typedef struct {
    uint32_t kind, a, b;
} rz_weight_pair;
const rz_weight_pair *rz_weight_pairs(const rz_data *data, uint32_t *n);
void rz_chunk_weights_expect(const rz_data *data, uint32_t key);
const rz_chunk_weights *rz_chunk_weights_find(const rz_data *data, uint32_t key);
uint32_t rz_model_labels(const rz_data *data, rz_model model); /* how many; 0: there are no weights */
const char *rz_model_label(const rz_data *data, rz_model model, uint32_t label);
static inline uint32_t rz_tags(const rz_data *data) { return rz_model_labels(data, RZ_TAGGER); }
static inline const char *rz_tag_at(const rz_data *data, uint32_t label) { return rz_model_label(data, RZ_TAGGER, label); }

/* ---- making and opening ---- */
typedef struct {
    const char *name; /* of the file, for messages */
    const char *text;
    size_t size;
} rz_data_file;

/* base may be NULL. Files are laid over it in order. All complaints go to `complain` (file, line, what), which may be
 * NULL; the first is in error. Free with rz_data_close. */
rz_data *rz_data_compile(const rz_data *base, const rz_data_file *files, size_t count,
                         void (*complain)(void *self, const char *file, unsigned line, const char *what), void *self,
                         rz_error *error);
const rz_data *rz_data_builtin(void);                      /* the image in the library; never closed */
rz_data *rz_data_overlay(const char *const *folders, size_t count, rz_error *error);
const void *rz_data_image(const rz_data *data, size_t *size);
void rz_data_close(rz_data *data);
uint64_t rz_data_hash(const rz_data *data);

#endif
