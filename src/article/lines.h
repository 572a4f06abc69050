/* The lines of an article and the phrases in them, as the article stage's files share them. */
#ifndef RZ_ARTICLE_LINES_H
#define RZ_ARTICLE_LINES_H

#include "article/article.h"

typedef enum {
    RZ_LINE_OTHER,  /* not decided: in the body if the report runs on around it */
    RZ_LINE_REPORT, /* a sentence of a report, by its length, verb and stop */
    RZ_LINE_TITLE,  /* the title, or the title once more */
    RZ_LINE_CHROME
} rz_line_role;

typedef struct {
    uint32_t first, last; /* tokens [first, last) */
    uint32_t head;        /* where it begins but for marks and its number in a list («1. …») */
    uint32_t block;
    uint32_t words, verbs; /* finite verbs */
    uint32_t timed;        /* tokens that belong to time expressions */
    bool stops;            /* its last mark ends a sentence */
    const char *why;       /* of what is cut: its reason, or NULL */
    bool inset;            /* in an inset that the page closes: no mark in it ends the report */
    uint8_t role;
} rz_line;

enum { RZ_SHORT_LINE = 8 /* words */ };

/* The phrases that the article stage looks for: keys of chrome rows and lists of sources.txt. */
typedef enum {
    RZ_C_END, RZ_C_MARK, RZ_C_ALONE, RZ_C_ASIDE, RZ_C_LINE, RZ_C_PREFIX, RZ_C_TAIL, RZ_C_PUBLISHED, RZ_C_TODAY, RZ_C_LAW, RZ_C_CLAIM,
    RZ_C_FORM, RZ_C_CAPTION, RZ_C_CREDIT, RZ_C_RESUME, RZ_C_AUTHOR, RZ_C_UPDATED, RZ_C_KEYS
} rz_chrome_key;
typedef enum {
    RZ_W_REPORT, RZ_W_QUOTE, RZ_W_ACCORDING, RZ_W_NOUN, RZ_W_DESK, RZ_W_UNNAMED, RZ_W_DECLARES, RZ_W_STATEMENT, RZ_W_ENDS, RZ_W_FROM,
    RZ_W_OWN_AFTER, RZ_W_DESK_NAME,
    RZ_W_LISTS
} rz_source_list;

typedef struct {
    rz_arena *arena;
    const rz_incoming *incoming;
    const rz_text *text;
    rz_mentions *mentions;
    rz_article *out;
    bool alone;                /* nobody asks for sources beside the publisher */
    rz_line *lines;
    uint32_t n_lines;
    uint32_t begin, end;       /* lines [begin, end) may be the report; both set by rz_find_body */
    const char *end_why;       /* what ended it, or NULL */
    uint32_t body_first, body_last; /* tokens of the report itself, within its first and last line */
    uint32_t tail;             /* the token at which a tail that names the source begins, or RZ_NONE */
    uint32_t stamp;            /* the day that a crawl put at the head of a line: index into mentions.times, or RZ_NONE */
    rz_row lists[RZ_W_LISTS];
    uint32_t keys[RZ_C_KEYS];
    uint32_t *mention_at;      /* for each token the mention that starts there, or RZ_NONE; once the names were looked for */
    bool foreign;              /* most of its words are in the letters of other languages */
    bool *is_time;             /* for each token: within a time expression */
} rz_articles;

/* A page in another language: its markup tells more of it than its words. */
static inline bool rz_is_page_abroad(const rz_articles *a) { return a->foreign && a->incoming->is_html; }

void rz_lines_make(rz_articles *a);

/* The phrase that begins at the token; its end is 0 where there is none. */
rz_hit rz_chrome_find(const rz_articles *a, uint32_t token, rz_chrome_key key); /* where the token's bit says that there may be one */
static inline rz_hit rz_chrome_hit(const rz_articles *a, uint32_t token, rz_chrome_key key) {
    return token < a->text->n_tokens && (rz_types_at(a->text, token) & RZ_TYPE(RZ_CHROME)) ? rz_chrome_find(a, token, key) : (rz_hit){0};
}
/* Where it ends; 0 where there is none. */
static inline uint32_t rz_chrome_at(const rz_articles *a, uint32_t token, rz_chrome_key key) {
    return rz_chrome_hit(a, token, key).last;
}
rz_row rz_chrome_row(const rz_articles *a, uint32_t token, rz_chrome_key key); /* its row; RZ_NONE */
const char *rz_chrome_id(const rz_articles *a, uint32_t token, rz_chrome_key key); /* of its row, which says what it is; NULL */
uint32_t rz_source_word_find(const rz_articles *a, uint32_t token, rz_source_list list); /* where the token's bit says that there may be one */
static inline uint32_t rz_source_word_at(const rz_articles *a, uint32_t token, rz_source_list list) {
    return rz_row_there(a->text, a->lists[list]) && token < a->text->n_tokens && (rz_lists_at(a->text, token) & RZ_LIST(a->lists[list])) ? rz_source_word_find(a, token, list) : 0;
}
bool rz_ends_in(const rz_articles *a, uint32_t token, rz_chrome_key key); /* the token ends in such a phrase, joined to it */
/* The longest name of an outlet that begins at the token; RZ_NONE where there is none. */
rz_row rz_outlet_at(const rz_articles *a, uint32_t token, uint32_t *last);
rz_row rz_outlet_told_at(const rz_articles *a, uint32_t token, uint32_t *last); /* the same, where the place alone makes a label sure */
const rz_mention *rz_mention_at(const rz_articles *a, uint32_t token); /* or NULL */
/* The same; NULL without looking for names where none of these types begins at the token. Of lists of words those are meant that name a state or
 * a body by themselves («کشورمان», «دفتر …»). */
static inline const rz_mention *rz_mention_of(const rz_articles *a, uint32_t token, uint32_t types) {
    if (token >= a->text->n_tokens) return NULL;
    const rz_onset *o = rz_onset_at(a->text, token);
    bool own = types & RZ_TYPE(RZ_WORDS) && o->lists & a->mentions->own_lists;
    return own || o->names & types & ~RZ_TYPE(RZ_WORDS) ? rz_mention_at(a, token) : NULL;
}
#define RZ_BEGIN_WHERE (RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_WORDS))
#define RZ_BEGIN_BODY (RZ_TYPE(RZ_BODY) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_WORDS))
bool rz_is_stop(const rz_articles *a, uint32_t token);            /* . ? ! */
/* One of these classes. */
static inline bool rz_is_punct(const rz_articles *a, uint32_t token, const char *marks) {
    char punct = token < a->text->n_tokens ? a->text->tokens[token].punct : 0;
    while (punct && *marks && *marks != punct) marks++;
    return punct && *marks;
}
bool rz_is_legal(const rz_articles *a, const rz_line *line); /* «تمامی حقوق این سایت …» */
bool rz_is_menu_line(const rz_articles *a, const rz_line *line); /* nothing but words of a menu: «العربیه فارسی» */
bool rz_has_other_script(const rz_articles *a, const rz_line *line); /* of a page in another language: signs that no letters of ours are for */
bool rz_same_words(const rz_articles *a, const rz_line *x, const rz_line *y);

bool rz_runs_on(const rz_articles *a, const rz_line *line); /* it reads as part of a report that runs already */
/* Words of the line after its first phrase of this kind; UINT32_MAX where it does not begin with one. */
uint32_t rz_words_after(const rz_articles *a, const rz_line *line, rz_chrome_key key);
rz_row rz_row_why(const rz_articles *a, const rz_line *line, rz_chrome_key key); /* that phrase's row, or RZ_NONE */
const char *rz_why_of(const rz_articles *a, const rz_line *line, rz_chrome_key key); /* its id, or NULL */
uint32_t rz_after_place(const rz_articles *a, const rz_line *line); /* «آنتالیا / …»: behind the place and its mark; else where it begins */
void rz_cut_line(rz_line *line, const char *why); /* the first reason holds */

void rz_take_stamp(rz_articles *a, rz_line *line, uint32_t index); /* « date 2025-12-17 …»: off the head of the line */
/* The first whole day from the token on, before `last`; RZ_NO_DAY. *minute: its clock time, Tehran's; -1. */
rz_day rz_whole_day_in(const rz_articles *a, uint32_t first, uint32_t last, int *minute);
bool rz_is_day_line(const rz_articles *a, const rz_line *line);    /* nothing but a whole day, its clock time and its place */

/* The steps, in order. */
void rz_mark_lines(rz_articles *a);
bool rz_is_list(const rz_articles *a); /* a text that is a list of articles */
void rz_find_title(rz_articles *a);
void rz_find_body(rz_articles *a);
void rz_leave_out(rz_articles *a, const char *why); /* all of it: there is no article */
void rz_find_sources(rz_articles *a);
void rz_find_day(rz_articles *a);
void rz_find_told(rz_articles *a); /* byline, section, the day of the last change, language */
void rz_tell_cuts(rz_articles *a);

/* The label at the head of the report («مهر:», «تهران - ایرنا -»): the token after it, `first` where there is none. The outlet it
 * names goes to *outlet (RZ_NONE: none) and its tokens to *named. */
uint32_t rz_label_end(const rz_articles *a, uint32_t first, uint32_t last, rz_row *outlet, rz_span *named);

/* The name of an outlet, as the page gives it («خبرگزاری تسنیم | Tasnim»), or the outlet with this domain; RZ_NONE. */
rz_row rz_outlet_named(const rz_articles *a, rz_str name);
rz_row rz_outlet_in_title(const rz_articles *a, rz_str title);
rz_row rz_outlet_of_site(const rz_articles *a, rz_str url);
rz_row rz_outlet_signing(const rz_articles *a, rz_str line); /* «@name» of a channel on a line of its own; RZ_NONE */
void rz_metadata_day(rz_str stamp, rz_day *day, int *minute); /* 2024-05-01T10:00:00+03:30, 1403/02/12 10:00 */

#endif
