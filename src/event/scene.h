/* The clauses of the article, how mentions stand in them, and the small words: what the stage's parts look at. */
#ifndef RZ_EVENT_SCENE_H
#define RZ_EVENT_SCENE_H

#include "article/article.h"
#include "base/sparse.h"
#include "event/grammar.h"
#include "mention/time.h"

/* ---- clauses ---- */
typedef enum { RZ_CLAUSE_MAIN, RZ_CLAUSE_COORDINATE, RZ_CLAUSE_COMPLEMENT, RZ_CLAUSE_RELATIVE, RZ_CLAUSE_QUOTE } rz_clause_kind;
typedef struct {
    uint32_t kind : 3;
    uint32_t inherits : 1; /* the subject is another clause's */
    uint32_t sentence : 23;
    uint32_t parent;      /* clause, or RZ_NONE */
    uint32_t first, last; /* hull of its tokens; those inside that belong to it say so in clause_of */
    uint32_t verb;        /* index into text.verbs, or RZ_NONE */
    uint32_t subject;     /* mention, or RZ_NONE; filled with the links */
} rz_clause;

/* ---- how a mention stands in its clause ---- */
typedef enum { RZ_LINK_FREE, RZ_LINK_PREP, RZ_LINK_OF, RZ_LINK_OBJECT } rz_link_kind;
typedef struct {
    uint32_t kind : 2;
    uint32_t last : 23;  /* token after the whole phrase, describing office included */
    uint32_t prep : 7;   /* rz_class of the preposition that governs it, or its noun */
    uint32_t prep_token; /* first token of it, or RZ_NONE */
    uint32_t chain;      /* OF: first token of the nouns before it that it may belong to */
    uint32_t list;       /* the first mention of the list that it goes on, or itself */
    uint32_t clause;
} rz_link;
_Static_assert(sizeof(rz_link) == 20 && sizeof(rz_clause) == 24 && RZ_CLASSES < 1 << 7, "places are of an article");

/* Of a token: the small word that begins there, and those that end before it. Asked for so often that they are looked up once. */
typedef struct {
    uint8_t length;  /* tokens */
    uint8_t class;   /* rz_class of the longest; RZ_C_NONE: none begins */
} rz_small_word;
typedef struct {
    uint32_t start : 23, class : 8;
    uint32_t more : 1; /* another ends there, and follows */
} rz_small_end;
enum { RZ_ENDS_TOGETHER = 32, RZ_ENDS_HERE = 1 << 15 };

#define RZ_KEY(key) (1u << ((key) & 31))

/* The stage's own view of the article. */
typedef struct {
    rz_arena *arena;
    const rz_grammar *g;
    const rz_text *text;
    const rz_mentions *mentions;
    const rz_article *article;
    rz_clause *clauses;
    uint32_t n_clauses;
    uint32_t *clause_of;   /* for each token, RZ_NONE outside the body */
    rz_sparse time_at;     /* rz_token_time */
    uint32_t *mention_at;  /* for each token: the mention it is part of, or RZ_NONE */
    rz_link *links;        /* for each mention */
    uint32_t *state_told;  /* for each state: the first token that tells of it or somebody of it, or RZ_NONE */
    uint32_t *body_told;   /* for each forum and organisation (rz_body_index): the first token that names it, or RZ_NONE */
    rz_small_word *small;  /* for each token, and one more */
    rz_small_end *ends;    /* of small words: rz_ends_before */
    uint32_t *ends_of;     /* for each RZ_ENDS_TOGETHER tokens: which of them are the first before one of these */
    uint16_t *ends_at;     /* for each token: how many further they are, with RZ_ENDS_HERE where there are some */
    uint32_t *signs;       /* for each onset, RZ_SIGN */
    uint32_t *keys_of;     /* for each frame: under which keys words beside it (rz_near_words) stand in the text, bits RZ_KEY; some keys share a bit */
} rz_scene;

/* The sentence that a token stands in; found by its clause, where it is in one. The last one for what is behind the text. */
uint32_t rz_sentence_at(const rz_text *text, uint32_t token);
static inline uint32_t rz_token_sentence(const rz_scene *scene, uint32_t token) {
    uint32_t clause = scene->clause_of[token];
    return clause < scene->n_clauses ? scene->clauses[clause].sentence : rz_sentence_at(scene->text, token);
}
/* The time mention that a token is part of, or RZ_NONE. */
static inline uint32_t rz_token_time(const rz_scene *scene, uint32_t token) { return rz_sparse_at(&scene->time_at, token); }
/* The first token of the sentence that is part of the report, or RZ_NONE. */
uint32_t rz_sentence_start(const rz_scene *scene, const rz_sentence *sentence);
void rz_small_words_find(rz_scene *scene); /* before all else */
void rz_clauses_find(rz_scene *scene);
bool rz_event_noun_at(const rz_scene *scene, uint32_t token); /* a noun that may tell of an event begins there, and has no ending (clause.c) */
void rz_links_find(rz_scene *scene);
bool rz_number_word_at(const rz_scene *scene, uint32_t token);
static inline bool rz_number_at(const rz_scene *scene, uint32_t token) { /* in figures or words */
    const rz_token *t = &scene->text->tokens[token];
    return token < scene->text->n_tokens && (t->kind == RZ_TOKEN_NUMBER || ((rz_types_at(scene->text, token) & RZ_TYPE(RZ_NUMBER)) && rz_number_word_at(scene, token)));
}
/* The mention before, where this one goes on a list with it; `first` is its first token, `from` that of the sentence (lists.c). */
uint32_t rz_goes_on_list(const rz_scene *scene, uint32_t mention, uint32_t first, uint32_t from);
int rz_family(const rz_mention *mention); /* what may stand in one list: 1 people, 2 states and bodies, 3 the rest */
bool rz_says_where(const rz_scene *scene, uint32_t mention); /* it is the state that the place before it lies in: «در X، پایتخت Y» (lying.c) */
/* Marks around words that part nothing: quotation marks, and the brackets of what an editor put in. */
static inline bool rz_is_quote(const rz_token *t) { return t->punct == '<' || t->punct == '>' || t->punct == '"' || t->punct == '[' || t->punct == ']'; }
bool rz_ends_phrase(const rz_scene *scene, uint32_t token); /* a stop, a finite verb, or a word that stands for one: «بناست» */
bool rz_opened_before(const rz_scene *scene, uint32_t token, uint32_t from); /* «سپس», «در آن زمان» at the head end before who is told of: opener.c */
bool rz_phrase_whole(const rz_scene *scene, uint32_t end, uint32_t from); /* it ends there and is not of whom is told next: «تنش‌ها X …» */
void rz_goes_on_unnamed(const rz_scene *scene, uint32_t mention, uint32_t first, uint32_t from); /* goes_on.c */
uint32_t rz_told_from(const rz_scene *scene, uint32_t mention); /* where what is told of somebody begins: «وزیر خارجه X، نام» with the office (lists.c) */
void rz_goes_on_including(const rz_scene *scene, uint32_t mention, uint32_t from); /* «وزیران چند کشور از جمله X» */
void rz_goes_on_about(const rz_scene *scene, rz_link *link, uint32_t first, uint32_t from);
void rz_subjects_inherit(rz_scene *scene); /* the last part of it: inherit.c */
/* The longest small word that ends before a token, and the next of those that end there; NULL: none. */
static inline const rz_small_end *rz_ends_before(const rz_scene *scene, uint32_t token) {
    return scene->ends_at[token] & RZ_ENDS_HERE ? &scene->ends[scene->ends_of[token / RZ_ENDS_TOGETHER] + (scene->ends_at[token] & ~RZ_ENDS_HERE)] : NULL;
}
static inline const rz_small_end *rz_ends_on(const rz_small_end *e) { return e->more ? e + 1 : NULL; }
/* The class of the longest small word that ends just before token `end` and starts at or after `from`; its first token
 * in *start. Only prepositions when `preps`. */
uint8_t rz_class_ending(const rz_scene *scene, uint32_t end, uint32_t from, bool preps, uint32_t *start);
static inline uint8_t rz_class_before(const rz_scene *scene, uint32_t end, uint32_t from, bool preps, uint32_t *start) {
    return scene->ends_at[end] & RZ_ENDS_HERE ? rz_class_ending(scene, end, from, preps, start) : RZ_C_NONE;
}
/* The class of the longest small word that starts at token; its end in *last. */
static inline uint8_t rz_class_at(const rz_scene *scene, uint32_t token, uint32_t *last) {
    *last = token + scene->small[token].length;
    return scene->small[token].class;
}
/* Does a small word of the class begin at one of the tokens [from, to)? */
static inline bool rz_comma_within(const rz_scene *scene, uint32_t from, uint32_t to) {
    while (from < to && scene->text->tokens[from].punct != ',') from++;
    return from < to;
}
static inline bool rz_class_within(const rz_scene *scene, uint32_t from, uint32_t to, uint8_t class) {
    while (from < to && scene->small[from].class != class) from++;
    return from < to;
}
/* ---- words of one list (listed.c) ---- */
/* The end of the longest form of the row that begins at the token, or the token; whole: of one as it stands («تجار», not «تجاری»). */
uint32_t rz_listed_last(const rz_scene *scene, rz_row row, uint32_t token); /* of one whose list may be there: rz_listed_end */
static inline uint32_t rz_listed_end(const rz_scene *scene, rz_row row, uint32_t token) {
    bool may = rz_row_there(scene->text, row) && token < scene->text->n_tokens && (rz_lists_at(scene->text, token) & RZ_LIST(row));
    return may ? rz_listed_last(scene, row, token) : token;
}
uint32_t rz_listed_whole(const rz_scene *scene, rz_row row, uint32_t token);
uint32_t rz_listed_from(const rz_scene *scene, rz_row row, uint32_t end, uint32_t from); /* where one begins, at or after `from`, that ends there; `end`: none */
static inline bool rz_listed_before(const rz_scene *scene, rz_row row, uint32_t end, uint32_t from) { return rz_listed_from(scene, row, end, from) != end; }
bool rz_verb_listed(const rz_scene *scene, uint32_t verb, rz_row row); /* is it one of the `verbs` of the list? */
bool rz_listed_within(const rz_scene *scene, rz_row row, uint32_t from, uint32_t to);  /* one begins at one of the tokens [from, to) */
bool rz_in_source(const rz_scene *scene, uint32_t token); /* part of what only names an outlet: «باشگاه خبرنگاران جوان» tells of no reporters */
bool rz_listed_near(const rz_scene *scene, const rz_word_lists *rows, uint32_t first, uint32_t last); /* … within reach, in the sentence */
bool rz_listed_bears(const rz_scene *scene, const rz_word_lists *rows, uint32_t verb, bool object); /* … tells the subject or the object */
uint32_t rz_beside_end(const rz_scene *scene, uint32_t token, uint32_t to); /* how far words that must stand beside a trigger may */
bool rz_listed_closes(const rz_scene *scene, const rz_word_lists *rows, uint32_t token); /* … stands right before the verb of its clause, or none need to */
bool rz_governed_by(const rz_scene *scene, const rz_link *link, rz_row row);           /* … is the word before what the link is of */
/* ---- deeds told by an infinitive, «تحویل دادن خلبان X» (infinitive.c) ---- */
/* The frame as a noun, and *last past the infinitive, where one stands at *last; else the frame. */
const rz_frame *rz_as_noun(const rz_scene *scene, const rz_frame *frame, uint32_t *last);
bool rz_borne_after(const rz_scene *scene, const rz_frame *frame, uint32_t last); /* whom such a frame asks for is told behind it */

/* May a small word of one of these classes begin at the token? */
static inline bool rz_may_sign(const rz_scene *scene, uint32_t token, uint32_t signs) { return (scene->signs[scene->text->onset_of[token]] & signs) != 0; }
/* The title of a document, «سند «برنامه رایزنی …»»: evokes nothing, and who is named in it takes no part. */
bool rz_in_document_title(const rz_scene *scene, uint32_t token);
bool rz_is_actor(const rz_mention *mention); /* may take part in something */
/* «ده تن از دیپلمات‌های X»: where the words that say how many begin, or `end`. */
uint32_t rz_counted_from(const rz_scene *s, uint32_t end, uint32_t from);
/* The phrase that a noun starting at token `first` stands in: fills kind, prep, prep_token, chain. */
void rz_govern(const rz_scene *scene, rz_link *link, uint32_t first);
bool rz_asks(const rz_scene *s, uint32_t verb); /* a verb of asking somebody to do something */
/* Whom the verb of the clause asks to do something: «از X خواست», «از X دعوت کرد»; RZ_NONE: nobody. */
uint32_t rz_asked_in(const rz_scene *scene, uint32_t clause);
uint32_t rz_asked_before(const rz_scene *scene, uint32_t clause, uint32_t at); /* … told before the token */
/* «برای شرکت در مراسم و دیدار با X»: what «و» goes on to has the purpose of the noun before; the link that rz_govern leaves free is filled. */
void rz_govern_purpose(const rz_scene *scene, rz_link *link, uint32_t first);
bool rz_held_by_verb(const rz_scene *scene, const rz_link *link, uint32_t first); /* «برای بررسی X [نشستی برگزار کردند]» */
/* The status that the preposition of a phrase gives what stands in it: planned after برای, به منظور شرکت در; NULL: none. */
const char *rz_prep_status(const rz_scene *scene, const rz_link *link, uint32_t first);
bool rz_is_eve(const rz_scene *scene, const rz_link *link, uint32_t first); /* of the noun that begins there: «در آستانه سفر X» */
/* Does the verb of the clause have this lemma among the n given? */
bool rz_verb_among(const rz_scene *scene, uint32_t verb, const rz_row *lemmas, uint32_t n);
bool rz_has_another(const rz_scene *scene, uint32_t last, uint32_t at); /* happening.c: what one has is another word between the tokens, not the event before them */
bool rz_sets_to(const rz_scene *scene, uint32_t verb); /* happening.c: the verb of what one does by a noun behind «به» */
bool rz_has_own_ending(const rz_scene *s, uint32_t token); /* «دیدارش»: his */
bool rz_undergone(const rz_scene *scene, uint32_t verb); /* شدن, or a verb with it: «منصوب شد», «بسته شد»; «در فهرست قرار گرفت» */
/* The state that a mention tells of: itself, or whose it is; RZ_NONE: none. */
rz_row rz_state_told(const rz_scene *scene, const rz_mention *mention);
rz_row rz_state_spoken_for(const rz_scene *scene, const rz_mention *mention); /* a body of it speaks for a state too */
/* A name that says only «this organisation», or is borne by agreements of others, where the parties are not told of. */
bool rz_points_nowhere(const rz_scene *scene, const rz_hit *hit);
typedef struct {
    rz_row *at;
    uint32_t n, room;
} rz_row_list;

#endif
