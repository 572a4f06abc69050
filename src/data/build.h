/* Tables on their way from text to image. */
#ifndef RZ_DATA_BUILD_H
#define RZ_DATA_BUILD_H

#include "base/arena.h"
#include "data/image.h"
#include "data/schema.h"

/* From a string to a number, in an arena. */
typedef struct {
    struct rz_map_slot {
        rz_str key;
        uint64_t hash;
        uint32_t value; /* + 1; 0: free */
    } *slots;
    uint32_t room, n;
} rz_map;
uint32_t rz_map_get(const rz_map *map, rz_str key); /* RZ_NONE when it is not there */
void rz_map_put(rz_arena *arena, rz_map *map, rz_str key, uint32_t value); /* the key must outlive the map */

typedef struct {
    uint32_t key;
    rz_str value;
    unsigned line; /* 0: from the base */
    bool gone;     /* it refers to a row that an overlay took away */
} rz_draft_field;

typedef struct {
    uint8_t type;
    bool gone;
    rz_str id;
    const char *file; /* NULL: from the base */
    unsigned line;
    rz_day horizon;
    RZ_VEC(rz_draft_field) fields;
} rz_draft_row;

typedef struct {
    const uint8_t *letters;
    uint32_t n;
    rz_str spelling;
    uint32_t best, count; /* of the spelling; of all spellings */
    uint8_t pos;
} rz_draft_word;

typedef struct {
    const uint8_t *letters;
    uint32_t n;
    rz_bearer hit;
} rz_draft_name;

typedef struct {
    RZ_VEC(rz_weights) weights; /* of the chunker too: its labels are the first of them */
    RZ_VEC(rz_weight_pair) pairs; /* of the tagger alone */
    RZ_VEC(rz_str) labels;
    bool own; /* not those of the base */
} rz_draft_model;

typedef struct rz_build {
    rz_arena arena;
    jmp_buf exit;
    const rz_data *base;
    RZ_VEC(rz_draft_row) rows;
    rz_map ids; /* type byte and id */
    RZ_VEC(rz_str) keys;
    rz_map key_ids;
    RZ_VEC(rz_draft_word) words;
    rz_map word_ids;
    rz_draft_model models[RZ_MODELS];
    void (*complain)(void *self, const char *file, unsigned line, const char *what);
    void *self;
    rz_error *error;
    unsigned complaints;
    rz_data *image;
} rz_build;

void rz_complain(rz_build *b, const char *file, unsigned line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
uint32_t rz_build_key(rz_build *b, rz_str name);
uint32_t rz_build_find(const rz_build *b, rz_row_type type, rz_str id); /* a row that is not gone, or RZ_NONE */
uint32_t rz_build_row(rz_build *b, rz_row_type type, rz_str id);        /* the same, made new where there is none */
void rz_build_word(rz_build *b, rz_str spelling, uint32_t count, uint8_t pos);

/* Words with several spellings, those of one set having its number (same.c). */
typedef RZ_VEC(struct rz_same_word { rz_str form; uint32_t set; }) rz_same_words;
void rz_same_find(rz_build *b, rz_same_words *out);
/* The value and its other spellings, at most `room` (one or more); gives how many. */
uint32_t rz_same_names(rz_build *b, const rz_same_words *same, rz_str value, rz_str *out, uint32_t room);
bool rz_has_own_spelling(const rz_build *b, const rz_draft_row *r); /* `spelling own`: how its names are spelt is what they tell */

/* «(دیدار/ملاقات) با (الف/ب)», «با (@row)»: every form of it, or the value itself; false where there are too many, or no such row. */
typedef RZ_VEC(rz_str) rz_forms_of;
bool rz_is_pattern(rz_str value);
bool rz_pattern_forms(rz_build *b, rz_str value, rz_forms_of *out);

void rz_source_read(rz_build *b, const rz_data_file *file);  /* rows */
void rz_lexicon_read(rz_build *b, const rz_data_file *file); /* words */
void rz_weights_read(rz_build *b, const rz_data_file *file); /* of the tagger or of the chunker */
void rz_base_read(rz_build *b);                              /* both, from the image below */
void rz_check_rows(rz_build *b);
void rz_write_image(rz_build *b);
void rz_facts_write(rz_build *b); /* tenures and sessions, at the image's end */

/* The next piece of s up to a separator, taken off s; trimmed. */
rz_str rz_cut(rz_str *s, char separator);
rz_day rz_day_written(rz_str s); /* YYYY-MM-DD; RZ_NO_DAY when it is not */

#endif
