/* Who says something in a sentence, and where his words begin. */
#ifndef RZ_EVENT_SAYING_H
#define RZ_EVENT_SAYING_H

#include "event/event.h"

typedef struct {
    uint32_t clause;  /* of the verb of saying; RZ_NONE: the head of the sentence says it («لاوروف: …») */
    uint32_t speaker; /* mention, or RZ_NONE: who spoke before */
    rz_voice voice;   /* in place of a mention */
    bool issuer;      /* who issued the document cited last */
    bool colon;       /* a colon or a quotation follows */
    bool content;     /* so does what is said */
    bool plain;       /* carries announce */
    bool document;    /* a document speaks */
    bool judges;      /* «X را Y خواند» */
    bool present;     /* «تأکید می‌کند»: is said now */
    bool earlier;     /* «گفته بود»: on another occasion */
    bool declares;    /* «اعلام کرد» */
    rz_row stance;    /* that the verb carries, or RZ_NONE */
    uint32_t stronger; /* one more than the clause of another verb of his that carries it; 0: none */
    uint32_t from;    /* first token of what is said */
} rz_saying;

enum { RZ_MOST_SAYINGS = 8 };

static inline bool rz_is_unknown(const rz_saying *said) { return said->speaker == RZ_NONE && !said->voice.last; }
static inline bool rz_same_speaker(const rz_saying *a, const rz_saying *b) { return a->speaker == b->speaker && a->voice.last == b->voice.last; }

/* The sayings of a sentence whose clauses begin at `first_clause`, in order; at most RZ_MOST_SAYINGS. */
uint32_t rz_sayings_of(const rz_scene *s, const rz_sentence *sentence, uint32_t first_clause, rz_saying *out);
/* «لاوروف: …» and «طبق این بیانیه، …»: a sentence whose head names its source. */
bool rz_head_names_source(const rz_scene *s, const rz_sentence *sentence, rz_saying *out);
/* «…، به گفته X، …» within the words. */
bool rz_said_by_the_way(const rz_scene *s, const rz_sentence *sentence, rz_saying *out);
/* «پیام تسلیت X به Y» without a verb: X condoles. */
bool rz_message_told(const rz_scene *s, uint32_t first, uint32_t end, rz_saying *out);
/* A small word of the class in tokens [first, last) of the clause (RZ_NONE: any); its token in *at. */
bool rz_class_in(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause, rz_class class, uint32_t *at);

/* What is said follows the verb (content.c); *colon: in so many words. */
bool rz_has_content(const rz_scene *s, const rz_verb *v, bool plain, bool *colon);

/* ---- who speaks and is in no table (voice.c) ---- */
/* The name that begins at the token, at its determiners or at the word for it, within [.., limit). */
bool rz_voice_at(const rz_scene *s, uint32_t token, uint32_t limit, rz_voice *out);
bool rz_voice_is_named(const rz_scene *s, const rz_voice *voice); /* a mention of somebody begins there */
/* The one that is the subject of the clause, and no mention is. */
bool rz_voice_in(const rz_scene *s, uint32_t clause, rz_voice *out);
/* Where neither is: the words that open the clause. Of a clause in which something is said in so many words. */
bool rz_stranger_in(const rz_scene *s, uint32_t clause, rz_voice *out);

/* ---- how it is said (manner.c) ---- */
/* «مقام‌های عراقی گفتند»: the first token that tells of them, or RZ_NONE. */
uint32_t rz_officials_from(const rz_scene *s, uint32_t speaker);
/* Words of his stand in quotation marks in tokens [first, last). */
bool rz_words_quoted(const rz_scene *s, uint32_t first, uint32_t last);
/* «X با Y دیدار کرد و گفت …»: the kind of contact where it was said, or NULL. */
const char *rz_said_at_contact(const rz_found *found, const rz_saying *said);

/* ---- whose words they are where no verb says so (cited.c) ---- */
/* The body or person named right behind the word for a document or source. */
uint32_t rz_issuer_after(const rz_scene *s, uint32_t token);
/* «این قطعنامه خواستار … است», «طبق قطعنامه، X باید …»: the words are those of a paper that was voted on. */
bool rz_resolution_speaks(const rz_scene *s, uint32_t first, uint32_t last, const rz_saying *said);
/* Who speaks in the document named at the token: its issuer, or itself. */
void rz_document_by(const rz_scene *s, uint32_t document, rz_saying *out);
/* The same where no table has him: «به گفته منابع X». */
bool rz_cited_voice(const rz_scene *s, uint32_t after, uint32_t limit, rz_saying *out);

/* ---- what a statement carries (stance.c, said.c, aimed.c) ---- */
typedef struct {
    uint32_t first, end; /* the words that make the stance; end 0: the verb of saying itself does */
    bool weak;
} rz_stance_words;
rz_row rz_stance_in(const rz_scene *s, uint32_t first, uint32_t last, const rz_saying *said, rz_stance_words *cue);
/* The channel that tokens [first, last) say was spoken in, or NULL; that they name at all, `however`. */
const char *rz_channel_in(const rz_scene *s, uint32_t first, uint32_t last, bool however);
void rz_statement_targets(const rz_scene *s, const rz_saying *said, const rz_stance_words *cue, rz_found_statement *st); /* aimed.c */
void rz_statement_topics(const rz_scene *s, const rz_saying *said, rz_found_statement *st);

#endif
