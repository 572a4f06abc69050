/* The image of compiled tables: one block, read only, everything by offset from its start, so that it may lie in the
 * library, in a file or on the heap. The rz_data of the interface is its head. */
#ifndef RZ_DATA_IMAGE_H
#define RZ_DATA_IMAGE_H

#include "data/data.h"

#define RZ_IMAGE_MAGIC "rayzanD"
enum { RZ_IMAGE_VERSION = 14 };
enum { RZ_GUARD_YES = 1, RZ_GUARD_SLOT, RZ_GUARD_FULL };

typedef struct {
    uint64_t keys;   /* the rz_key_bit of each of its keys */
    uint32_t id;     /* offset into the strings */
    uint32_t first;  /* field */
    uint32_t n;      /* fields */
    uint8_t type;
    uint8_t guard;   /* RZ_GUARD_…; 0: none */
    rz_day horizon;
    rz_row state;    /* the row of its `state`, or RZ_NONE */
} rz_image_row;

/* An id of up to sixteen bytes is told by its ends: neither its row nor its letters need be looked at. */
typedef struct {
    uint64_t head, tail; /* rz_name_head, rz_name_tail */
    uint32_t kind, row;  /* rz_id_kind; row + 1, 0: free */
} rz_image_id;
typedef struct {
    uint32_t first, n; /* the slots of one type of row; n is a power of two */
} rz_image_ids;

typedef struct {
    uint32_t key, value, size; /* value: offset into the strings */
} rz_image_field;

enum { RZ_MOST_NAMED = 1 << 22, RZ_MOST_NAME_FIELDS = UINT16_MAX, RZ_MOST_KEYS = 1 << 10 };

/* What a walk from letter to letter costs is the memory that it waits for: where nothing parts and no name ends there is no node, and what a
 * node needs stands in one place. Behind it: its own letters, behind the one that led to it; the first letters of its children; zeros up to a
 * whole word; where its children stand, counted in words. One child alone stands right behind it. */
typedef struct {
    uint32_t hit : 24, children : 8;  /* the first hit, and how many letters go on */
    uint32_t hits : 16, letters : 16; /* how many hits, and letters of its own */
} rz_image_node;
enum { RZ_MOST_HITS = 1 << 24, RZ_MOST_HITS_OF_NODE = UINT16_MAX, RZ_MOST_LETTERS = UINT16_MAX, RZ_BEHIND_NODES = 2 /* words of zeros, so that eight letters may be read at a time */ };

/* What the first letters of a name lead to: most walks end within them. Up to there each letter has a node. */
typedef struct {
    uint32_t letters; /* as they lie in memory */
    uint32_t node;    /* 0: free */
} rz_image_head;
enum { RZ_HEAD = 4 /* letters */ };
static inline uint32_t rz_head_hash(uint32_t letters) { return (uint32_t)((letters * 0x9E3779B97F4A7C15u) >> 32); }

typedef struct {
    uint32_t hash; /* low half of the hash of the letters */
    uint32_t word; /* offset of its record + 1; 0: free */
} rz_image_slot;

/* A record of the lexicon: count (4 bytes), bytes of the spelling (2), letters (1), parts of speech (1), the letters,
 * the spelling, NUL. */
enum { RZ_WORD_HEAD = 8 };

typedef struct {
    uint64_t head; /* rz_name_head of its name */
    uint32_t name, size;
} rz_image_key;
/* Cheap, for keys are asked for all the time. */
static inline uint32_t rz_key_hash(uint64_t head, uint32_t size) { return (uint32_t)((head * 0x9E3779B97F4A7C15u) >> 40) + size; }

enum { RZ_FILTER_BITS = 1 << 20 };
static inline uint32_t rz_filter_bit(uint32_t key) { return key >> 12; }

typedef struct {
    uint32_t n_weights, weights; /* power of two; slots by key, of rz_weights or rz_chunk_weights */
    uint32_t filter;             /* RZ_FILTER_BITS bits: of a key whose bit is 0 there are none */
    uint32_t n_labels, labels;   /* offsets into the strings */
    uint32_t n_pairs, pairs;     /* of the tagger alone */
} rz_image_model;

struct rz_data {
    char magic[8];
    uint32_t version, size;
    uint64_t hash; /* of all that follows */
    uint32_t n_rows, rows;
    uint32_t n_fields, fields;
    uint32_t n_keys, keys;
    uint32_t n_key_slots, key_slots; /* power of two; key + 1 */
    uint32_t n_id_slots, id_slots;   /* those of each type stand together, as few types are asked for */
    rz_image_ids ids[RZ_ROW_TYPES];
    uint32_t strings_size, strings;
    uint32_t n_nodes, nodes; /* words that the nodes take; where they stand */
    uint32_t n_heads, heads; /* power of two */
    uint32_t pairs; /* RZ_LETTER_CODES squared: the node of names that begin with these two letters; 0: none */
    uint32_t n_hits, hits;
    uint32_t n_words, words_size, words;
    uint32_t n_word_slots, word_slots;
    rz_image_model models[RZ_MODELS];
    uint32_t n_tenures, tenures;   /* by person */
    uint32_t tenure_of;            /* of each person, and one more: where his tenures begin */
    uint32_t by_office;            /* n_tenures: their numbers by whose, then office, then person */
    uint32_t n_sessions, sessions; /* by forum, then visits by person, then days by known event */
    uint32_t session_of;           /* of each forum, and one more */
    uint32_t visit_of;             /* of each person, and one more */
    uint32_t known_of;             /* of each known event, and one more */
    uint32_t first[RZ_ROW_TYPES + 1];
    uint32_t from_root[RZ_LETTER_CODES]; /* child of the root for each letter; 0: none */
};

static inline const void *rz_image_at(const rz_data *data, uint32_t offset) { return (const char *)data + offset; }
static inline const char *rz_image_string(const rz_data *data, uint32_t offset) {
    return (const char *)data + data->strings + offset;
}

/* Is this memory an image of this version? */
bool rz_image_check(const void *memory, size_t size);

#endif
