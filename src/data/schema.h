/* What each row type may say: data/FORMAT.md in C. */
#ifndef RZ_DATA_SCHEMA_H
#define RZ_DATA_SCHEMA_H

#include "data/data.h"

typedef enum {
    RZ_VALUE_TEXT,
    RZ_VALUE_REFS,    /* ids of rows, apart by spaces or | */
    RZ_VALUE_HOLDS,   /* OFFICE WHOSE FROM..TO [acting] [at SEAT] */
    RZ_VALUE_SESSION, /* FROM..TO [PLACE] [summit|ministerial]; of a visit, FROM..TO PLACE */
    RZ_VALUE_CHECKED, /* DAY SOURCE… */
    RZ_VALUE_ISO,     /* three capital letters */
    RZ_VALUE_WORDS    /* one of the words listed */
} rz_value_kind;

typedef struct {
    const char *key;
    bool name;     /* found in text */
    bool beside;   /* … and only asked for beside what else the row tells of: many words of many rows, kept apart from the others */
    bool required;
    uint8_t kind;  /* rz_value_kind */
    uint32_t refs; /* bits of the row types that it may refer to */
    const char *words; /* of RZ_VALUE_WORDS, apart by spaces */
} rz_key_schema;

typedef struct {
    const char *type;
    bool open; /* any other key may stand as well, as text */
    bool bare; /* its names may lack letters: signs, which no text search finds */
    const rz_key_schema *keys; /* ends with key NULL */
} rz_row_schema;

const rz_row_schema *rz_schema_of(rz_row_type type);
/* RZ_ROW_TYPES when there is no such type. */
rz_row_type rz_schema_type(rz_str name);
/* NULL when the schema does not list the key. */
const rz_key_schema *rz_schema_key(rz_row_type type, rz_str key);

#endif
