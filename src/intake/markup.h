/* The markup of a page, told element by element as libxml2 2.9 tells it: what is left out is put in, what is left open is closed. Private to the
 * intake. */
#ifndef RZ_INTAKE_MARKUP_H
#define RZ_INTAKE_MARKUP_H

#include "intake/page.h"

/* What an element is by its name. */
typedef struct {
    char name[20];
    uint8_t kind;       /* what it is to the elements that it ends; 0: it ends none */
    uint8_t traits;     /* RZ_TAG_… */
    uint8_t rank;       /* its closing tag closes nothing that has a higher one */
    uint32_t closed_by; /* bits 1 << kind of those before which it ends */
    unsigned flags;     /* RZ_EL_… */
} rz_tag;
enum { RZ_TAG_EMPTY = 1, RZ_TAG_RAW = 2 /* what is inside is no markup */, RZ_TAG_HTML = 4, RZ_TAG_HEAD = 8, RZ_TAG_BODY = 16, RZ_TAG_FOR_HEAD = 32, RZ_TAG_FRAMES = 64 };
extern const rz_tag rz_tag_unknown;
const rz_tag *rz_tag_of(const char *name); /* in small letters; that above where there is none */

/* Who is told. An element's attributes: name, value, …, NULL; NULL: none. Its flags are those of its name. */
typedef struct {
    void (*start)(void *self, const char *name, unsigned flags, const char *const *attributes);
    void (*end)(void *self, const char *name, unsigned flags);
    void (*text)(void *self, const char *bytes, size_t size);
} rz_markup_told;

typedef struct {
    uint64_t id; /* of the name: equal where the names are */
    const rz_tag *tag;
    size_t name; /* of one that is unknown, where it stands in rz_markup.unknown */
} rz_markup_element;

enum { RZ_TAGS_HELD = 64, RZ_NAME_MOST = 100 /* letters; others go with what is behind the name */ };

/* A name as it is read: in small letters. */
typedef struct {
    uint64_t id;
    size_t size;
    char at[RZ_NAME_MOST + 1];
} rz_markup_word;

typedef struct {
    const rz_markup_told *told;
    void *self;
    const char *from, *at, *end;
    const char *less;        /* the first < from `at` on, as far as it was looked for */
    rz_buffer open, unknown; /* of rz_markup_element, of char */
    rz_buffer attributes, values, pointers;
    rz_markup_element content; /* whose content is read */
    uint32_t depth;            /* how many were open then */
    uint32_t passed_over;      /* opening tags of html, head, body that were not wanted there */
    bool had_head, had_body, stopped;
    const char *tag_at, *tag_name_end; /* the opening tag whose name was read last */
    rz_markup_word tag_name;
    struct {
        uint64_t id;
        const rz_tag *tag;
    } held[RZ_TAGS_HELD]; /* looked up before */
} rz_markup;

/* Starts zeroed but for `told` and `self`; false when memory ran out. What it holds is freed. */
bool rz_markup_read(rz_markup *markup, rz_str page);
/* From within a call: nothing more is read; what is open is closed. */
void rz_markup_stop(rz_markup *markup);
static inline size_t rz_markup_so_far(const rz_markup *markup) { return (size_t)(markup->at - markup->from); } /* how far it has come */

/* ---- its parts ---- */
/* The byte so many behind where it stands; 0 behind the end. */
static inline char rz_markup_see(const rz_markup *m, size_t n) { return (size_t)(m->end - m->at) > n ? m->at[n] : 0; }
static inline bool rz_markup_is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
static inline void rz_markup_skip_blanks(rz_markup *m) {
    while (m->at < m->end && rz_markup_is_blank(*m->at)) m->at++;
}
void rz_markup_skip_past(rz_markup *m, char sign); /* or to the end */

static inline uint32_t rz_markup_open(const rz_markup *m) { return (uint32_t)(m->open.n / sizeof(rz_markup_element)); }
const rz_markup_element *rz_markup_last(const rz_markup *m); /* that was opened, or NULL */
const char *rz_markup_last_name(const rz_markup *m);        /* "" */
void rz_markup_start(rz_markup *m); /* at an opening tag */
bool rz_markup_end(rz_markup *m);   /* at a closing tag; true: it closed its element */
bool rz_markup_make_way(rz_markup *m); /* closes what ends where the tag that stands there begins; true: something did */
void rz_markup_close_all(rz_markup *m);
void rz_markup_imply_paragraph(rz_markup *m); /* for text */

/* ---- what stands for a character ---- */
typedef struct {
    uint32_t code;    /* 0: none */
    const char *name, *end;
    size_t size;      /* of the name; 0: there is none */
    bool numbered;
} rz_reference;
rz_reference rz_reference_at(const char *at, const char *end); /* at the & */
bool rz_is_character(uint32_t code); /* that a page may hold: no control, no surrogate */
/* How long the name is that begins there: letters of any script, digits and some signs; 0: none. */
size_t rz_markup_name(const char *at, const char *end);

#endif
