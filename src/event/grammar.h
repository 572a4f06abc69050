/* The grammar of events: frames, verbs of saying, stances, stages and the small words, read once from the data's rows
 * into tables that the stage can look into without comparing strings. Immutable; made with the engine. */
#ifndef RZ_EVENT_GRAMMAR_H
#define RZ_EVENT_GRAMMAR_H

#include "data/data.h"

/* What a word list of type `words` stands for (its `class`). Prepositions come first: they can open a role. */
typedef enum {
    RZ_C_NONE,
    RZ_C_WITH, RZ_C_BETWEEN, RZ_C_PRESENCE, RZ_C_TO, RZ_C_IN, RZ_C_ABOUT, RZ_C_AGAINST, RZ_C_HOST, RZ_C_HEAD,
    RZ_C_MEDIATOR, RZ_C_OCCASION, RZ_C_AFTER, RZ_C_BEFORE, RZ_C_FROM, RZ_C_FOR, RZ_C_CIRCUMSTANCE, RZ_C_ADDRESSEE, RZ_C_ALONG, RZ_C_AGENT,
    RZ_C_LAST_PREP = RZ_C_AGENT,
    RZ_C_THAT, RZ_C_AND, RZ_C_CLAUSE, RZ_C_OBJECT, RZ_C_ALSO,
    RZ_C_DOCUMENT, RZ_C_DOCUMENT_SAYS, RZ_C_ACCORDING, RZ_C_BY_REPORT, RZ_C_GENERAL,
    RZ_C_WAS_PLANNED, RZ_C_NOUN_STATUS, RZ_C_BEFORE_NOUN, RZ_C_ANNOUNCED, RZ_C_HAPPEN, RZ_C_DEFINITE, RZ_C_AFORESAID,
    RZ_C_TIMES, RZ_C_CARRIER, RZ_C_PLACE_WORD, RZ_C_PROGRAMME, RZ_C_NEGATIVE_NOUN, RZ_C_TOPIC_AXIS, RZ_C_OTHER_WORLD, RZ_C_ACTS_FOR, RZ_C_UNTIL_NOW, RZ_C_RANKED,
    RZ_C_ASIDE, RZ_C_DELEGATION, RZ_C_OWN, RZ_C_ENDED, RZ_C_ISSUE, RZ_C_EMPTY, RZ_C_COUNTER, RZ_C_SITE, RZ_C_ROUND, RZ_C_ATTENDING, RZ_C_OTHER_DEED,
    RZ_C_OFFICIALS, RZ_C_MESSAGE, RZ_C_REACTION, RZ_C_QUESTION, RZ_C_TOLD, RZ_C_SOON, RZ_C_COMPRISING, RZ_C_UNTIL, RZ_C_REFUSED, RZ_C_ACCUSED, RZ_C_SEEKS, RZ_C_INTENDS, RZ_C_IF, RZ_C_ANY, RZ_C_HAVING, RZ_C_LEADERS, RZ_C_OPENS, RZ_C_INCLUDING, RZ_C_PROOF, RZ_C_JUDGED, RZ_C_ASKS, RZ_C_NOW,
    RZ_CLASSES
} rz_class;

enum { /* what a frame needs to be an event */
    RZ_NEEDS_ACTOR = 1, RZ_NEEDS_TWO = 2, RZ_NEEDS_PLACE = 4, RZ_NEEDS_PERSON = 8, RZ_NEEDS_FORUM_OR_TWO = 16,
    RZ_NEEDS_COUNTRY = 32, RZ_NEEDS_AGREEMENT = 64, RZ_NEEDS_ROUND = 128, RZ_NEEDS_TWO_OR_AGAINST = 256,
    RZ_NEEDS_NEVER = 512, RZ_NEEDS_FORUM_OR_ACTOR = 1024, RZ_NEEDS_ACTOR_OR_TWO_TOLD = 2048, RZ_NEEDS_PLACE_OR_TWO = 4096,
    RZ_NEEDS_TWO_OR_HELD = 8192, RZ_NEEDS_ACTOR_TOLD = 16384, RZ_NEEDS_TOLD = 32768, RZ_NEEDS_PEOPLE = 65536, RZ_NEEDS_TWO_OR_DIRECTED = 131072, RZ_NEEDS_ABROAD = 262144,
    RZ_NEEDS_ACTOR_OR_PLACE = 524288, RZ_NEEDS_AGAIN = 1048576, RZ_NEEDS_HAPPENS = 2097152, RZ_NEEDS_DONE_TO_PERSON = 4194304,
    RZ_NEEDS_GUEST = 8388608
};

enum { /* what a kind of event is like: the `is` of its row; data/event/families.txt says what each means */
    RZ_KIND_CONTACT = 1 << 0, RZ_KIND_MET = 1 << 1, RZ_KIND_REMOTE = 1 << 2, RZ_KIND_LOOSE = 1 << 3, RZ_KIND_ROUNDS = 1 << 4, RZ_KIND_JOINT = 1 << 5,
    RZ_KIND_SITS = 1 << 6, RZ_KIND_SESSION = 1 << 7, RZ_KIND_LEADERS = 1 << 8, RZ_KIND_OPEN = 1 << 9, RZ_KIND_NUMBERED = 1 << 10,
    RZ_KIND_PRESS = 1 << 11, RZ_KIND_CLOSING = 1 << 12, RZ_KIND_JOURNEY = 1 << 13, RZ_KIND_SCENE = 1 << 14, RZ_KIND_GUEST = 1 << 15,
    RZ_KIND_PAPER = 1 << 16, RZ_KIND_MESSAGE = 1 << 17, RZ_KIND_CREDENTIALS = 1 << 18, RZ_KIND_RELATIONS = 1 << 19, RZ_KIND_VOTE = 1 << 20,
    RZ_KIND_SANCTION = 1 << 21, RZ_KIND_ATTACK = 1 << 22, RZ_KIND_RELEASE = 1 << 23, RZ_KIND_SUMMONS = 1 << 24, RZ_KIND_EXPULSION = 1 << 25,
    RZ_KIND_APPOINTMENT = 1 << 26, RZ_KIND_CROWD = 1 << 27, RZ_KIND_REASONED = 1 << 28, RZ_KIND_DISCUSSION = 1 << 29
};

typedef struct {
    const char *id; /* visit, meeting … */
    uint32_t is;
    rz_row in_rounds, of_leaders; /* frames: what it is where the words around tell rounds, leaders; RZ_NONE: the same */
} rz_event_kind;

/* Has the kind one of these traits? */
static inline bool rz_kind_is(const rz_event_kind *kind, uint32_t traits) { return (kind->is & traits) != 0; }

enum { RZ_N_MAKE = 4, RZ_MAX_VERBS = 20, RZ_MAX_ENDINGS = 12, RZ_ENDING_LETTERS = 8 };

typedef struct {
    const char *status; /* NULL: of no event's status but a stance's only code */
    rz_str plover, mode, cameo; /* "-" is empty */
} rz_coding;

typedef struct {
    rz_row at[RZ_MAX_VERBS];
    uint32_t n;
} rz_word_lists;

/* Where words of the lists that a frame asks for must stand, one of them or a context word: anywhere near, as the object (or the subject, where
 * there is none), as the subject; and which must not stand near. */
enum { RZ_AMONG, RZ_BEARER, RZ_DOER, RZ_OUTSIDE, RZ_CLOSING, RZ_BESIDE };

typedef struct {
    /* what is asked for at each of its words, together: frames are many, and do not stay in the cache */
    rz_row row;
    uint32_t n_verbs, n_simple;
    const rz_event_kind *kind;
    uint32_t places; /* bit of each class that brings the place */
    uint32_t needs;
    bool as_noun; /* told by an infinitive */
    bool bound; /* its words do not tell by themselves what was */
    bool nominal, has_block, has_context, has_with, has_unless, has_home, discussion;
    bool accompanies; /* who does it is part of what else is told */
    bool sends;       /* whose those are who go, not who: «هیئتی به X فرستاد» */
    bool counts;      /* how many did, in what was told of just before */
    bool apart;       /* its phrases may stand apart from their verb: «هدف حملهٔ … قرار گرفت» */
    bool at_seat;     /* where a mission is that takes part, it was: «مقابل سفارت X تجمع کردند» */
    bool at_home;     /* where the host is at home: «X میزبان Y بود» */
    bool owner;       /* whose the object is, is meant: «شهروندان X را آزاد کرد» */
    bool place_object; /* the object is the place: «صنعا را ترک کرد» */
    bool after_office; /* its verbs evoke it right after an office: «سفیر X شد» */
    bool after_place;  /* …, or right after the place that it brings: «X در Y خواهد بود» */
    bool ends_state;   /* what was so is over: «برکنار شد» is not told with «منصوب شد» */
    bool puts_office;  /* somebody is made something: «به عنوان سفیر», «سفیر را تعیین کرد» */
    bool both_subject;  /* the subject is both sides: «دو طرف» */
    bool place_subject; /* the subject is a city or state, and the place: «تهران میزبان X بود» */
    bool lifts;          /* it ends what others of its kind begin: «تحریم‌ها را برداشت» */
    rz_row verbs[RZ_MAX_VERBS];  /* light verbs of its nouns and phrases */
    rz_row simple[RZ_MAX_VERBS]; /* verbs that evoke it alone */
    rz_word_lists beside[RZ_BESIDE]; /* lists of words by their sense */
    const char *subject, *of, *object;   /* roles, or NULL */
    const char *holder;                  /* of who holds it: «نشستی برگزار کرد»; NULL: the same as `subject` */
    const char *passive;                 /* of the subject of شدن; NULL: the same as `subject` */
    const char *announced;               /* the status of what one gives news of («از حمله خبر داد»); NULL: planned */
    const char *on;                      /* of whom it comes upon: «حمله بر X»; NULL: «بر» opens no role */
    const char *negative;                /* the status that a denied verb gives; NULL: denied */
    const char *by_class[RZ_C_LAST_PREP + 1];
    const rz_event_kind *between_states; /* the kind that it is of where those who take part are states; NULL: the same */
    const rz_event_kind *of_leaders;     /* where they lead states */
    rz_row of_place;                     /* the frame that it is where a place is seen, not somebody; RZ_NONE */
    const char *present; /* the status of what is told in the present; NULL: planned */
    const char *past;    /* of what is told in the past; NULL: held */
    RZ_VEC(rz_coding) codes;
} rz_frame;

typedef struct {
    rz_row row;
    rz_row verbs[RZ_MAX_VERBS];
    uint32_t n_verbs;
    rz_row simple[RZ_MAX_VERBS];
    uint32_t n_simple;
    rz_row stance;
    bool plain;          /* carries announce: needs words to follow */
    bool needs_from, needs_object, needs_content, needs_document, needs_channel;
    bool asks;           /* who is asked (از) is the subject of what he is to do */
    bool conveyed;       /* by whose it is, where nobody does it: «مراتب اعتراض X به وی ابلاغ شد» */
    bool declares;       /* a body that says so does it in writing: «وزارت خارجه اعلام کرد» */
    bool negated;        /* it is said by not doing it: «آن را نپذیرفت» */
    bool apart;          /* what is said stands between phrase and verb: «خواستار … شد» */
} rz_speech;

typedef struct {
    uint32_t rank;
    rz_coding code;
    rz_row verbs[RZ_MAX_VERBS];  /* of its phrases: «محکوم» + کردن */
    uint32_t n_verbs;
    rz_row simple[RZ_MAX_VERBS]; /* of its predicates, which may stand apart from them: «مخالف … است» */
    uint32_t n_simple;
    bool covers;                 /* what its که opens is told of others: «تشکر می‌کنیم که … محکوم کردند» */
} rz_stance;

typedef struct {
    uint32_t rank;
    rz_row verbs[RZ_MAX_VERBS]; /* of its phrases */
    uint32_t n_verbs;
    bool has_context, has_unless; /* its phrases count only beside one of its context words, and beside none of the others */
    bool bound;       /* … and its cues too */
    bool present;     /* the present tells it too: «بررسی می‌کند» */
    bool wish;        /* its hedges stand before what is wished for: «خواست … امضا کند» */
    bool next;        /* the agreement stands right behind: «پیشنهاد پیمان …» */
    bool title;       /* its cue opens a title that has no verb */
    bool from;        /* «از» stands right before the agreement: «خروج X از پیمان» */
    rz_row means;     /* the stage that it tells: its own row, or that of which it has more phrases */
    rz_row ahead;     /* the stage of what is yet to be so («امضا خواهد شد»), or RZ_NONE */
    rz_row denied;    /* the stage of what did not come to be so («تصویب نشده است»), or RZ_NONE */
} rz_stage;

/* How wide a topic is. */
typedef enum { RZ_TOPIC_OWN, RZ_TOPIC_FIELD /* فرهنگ, انرژی */, RZ_TOPIC_PRINCIPLE /* تمامیت ارضی */, RZ_TOPIC_RELATIONS /* روابط دوجانبه */ } rz_topic_kind;

/* Who is meant by a name that no table has, told by the word it begins with; with VOICE_OF, what stands right behind the word may be meant;
 * with VOICE_SOME it needs «یک» before it; VOICE_PERSON is a name with an office behind it. */
typedef enum { RZ_VOICE_NONE, RZ_VOICE_ONE = 1, RZ_VOICE_GROUP = 2, RZ_VOICE_BODY = 3, RZ_VOICE_KIND = 3, RZ_VOICE_OF = 4, RZ_VOICE_SEAT = 8, RZ_VOICE_SOME = 16, RZ_VOICE_PERSON = 32, RZ_VOICE_CLOSED = 64 } rz_voicing;

/* What a verb evokes by itself. */
typedef struct {
    uint32_t first, last;    /* frames: [first, last) of told_alone, their numbers in order */
    const rz_speech *speech; /* the first, or NULL */
    bool says_plainly;       /* some saying of no stance of its own is told by it alone */
    bool ends_saying;        /* it is a verb of some phrase of saying */
} rz_verb_use;

typedef struct rz_grammar {
    const rz_data *data;
    uint32_t k_noun, k_phrase, k_context, k_with, k_block, k_unless, k_hedge, k_home, k_cue, k_weak, k_fa, k_before, k_after, k_listed, k_parties, k_short, k_plural;
    rz_row first_words, first_frame, first_speech, first_stance, first_stage, first_topic, first_forum, first_organisation, first_state;
    uint32_t *coded, n_coded; /* the frames that have codes */
    uint32_t n_words, n_frames, n_speech, n_stances, n_stages, n_topics, n_forums, n_organisations, n_states;
    rz_row first_kind, first_office, first_verb;
    uint32_t n_kinds, n_offices, n_verbs;
    bool *unnamed;           /* of each office: who speaks, and takes part in nothing («یک منبع آگاه») */
    bool *owned;             /* … one only beside the organisation whose it is («رئیس», «مدیر») */
    uint8_t *class_of;       /* of each words row */
    uint32_t *signs_of;      /* of each words row: RZ_SIGN of its class, of its status and channel where it has one */
    const char **status_of;  /* of each words row, or NULL */
    const char **channel_of; /* of each words row, or NULL */
    bool *needs_outlet;      /* of each words row: a channel where an outlet follows («گفت‌وگو با X») */
    uint8_t *topic_kind;     /* of each topic */
    rz_row *topic_broader;   /* … the topic that it is part of, or RZ_NONE */
    uint8_t *voice_of;       /* of each words row: rz_voicing of a name that begins so («وکیل X گفت») */
    rz_frame *as_nouns;      /* of each frame */
    uint32_t infinitives;    /* bits RZ_LIST of the lists of infinitives */
    bool *negated;           /* of each words row: it holds where its verb is denied («تأیید نکرد») */
    bool *impersonal;        /* of each words row: nobody does it, it colours the verb to come («قرار است») */
    rz_row (*words_verbs)[RZ_MAX_VERBS]; /* the verbs a words row goes with; RZ_NONE ends the list */
    rz_event_kind *kinds;    /* and an empty one */
    const rz_event_kind *meeting, *talks, *summit;
    rz_verb_use *verb_uses;  /* of each verb, and an empty one */
    const uint32_t *told_alone;
    rz_frame *frames;
    rz_speech *speech;
    rz_stance *stances;
    rz_stage *stages;
    rz_row announce, emphasize, call_for, warn, threaten, propose, commit, concern, welcome; /* stances */
    rz_row toward;                        /* words: what is done to a state, and told of with it («حمله به») */
    rz_row integrity;                     /* topic: territorial-integrity */
    rz_row agreed;                        /* a stage */
    rz_row on;                            /* words: «بر», «بالای» */
    rz_row one_before, one_after;         /* … «پیشین»; «بعدی» */
    rz_row groups, group_members, group_counters; /* words for people without a name (groups.c) */
    rz_row said_by, but, conditions, matter_mark, planned, some, counts, titled, joint, one_of, several; /* words: «به گفته», «اما», «اگر», «بناست», «گروهی از», «ده‌ها»; «روزنامه»; «مشترک»; «یکی از»; «برخی» */
    struct {
        uint8_t letters[RZ_ENDING_LETTERS];
        uint32_t n;
    } own[RZ_MAX_ENDINGS]; /* endings that mean «his» */
    uint32_t n_own;
    rz_row have; /* the verb داشتن */
    rz_row be;   /* the verb بودن */
    rz_row can, succeeded;  /* the verb توانستن; «موفق» (شد) */
    rz_row what_is;         /* «آنچه» */
    rz_row take, placed;    /* the verb گرفتن; «قرار», «جای» (گرفت) */
    rz_row openers;         /* «سپس», «در آن زمان» */
    rz_row told; /* the words cue-told */
    uint8_t yeh, waw, alef, heh; /* letters */
    rz_row make[RZ_N_MAKE]; /* کردن, دادن, نمودن, آوردن («به عمل آورد») */
    rz_row become[2]; /* شدن, گردیدن: what is said of the subject was done to it */
} rz_grammar;

/* All in the arena; the data must outlive it. */
void rz_grammar_make(rz_arena *arena, const rz_data *data, rz_grammar *out);

void rz_infinitives_make(rz_arena *arena, rz_grammar *g); /* fills as_nouns and infinitives */
uint32_t rz_row_add(const rz_data *data, rz_row row, rz_row *out, uint32_t n); /* the row, and the verbs that say the same */
uint32_t rz_stage_rank(const rz_grammar *g, const char *id); /* 0 where the tables have no such stage */
/* Fills verb_uses, when all else is read. */
void rz_verb_uses_make(rz_arena *arena, rz_grammar *g);
/* Read with it (grammar_rows.c). */
void rz_grammar_read_names(rz_grammar *g);
void rz_grammar_read_topics(rz_arena *arena, rz_grammar *g);
void rz_grammar_read_offices(rz_arena *arena, rz_grammar *g);
void rz_grammar_read_needs(const rz_grammar *g, rz_speech *s);
static inline const rz_verb_use *rz_verb_use_of(const rz_grammar *g, rz_row verb) {
    uint32_t i = verb - g->first_verb;
    return &g->verb_uses[i < g->n_verbs ? i : g->n_verbs];
}

static inline bool rz_among(rz_row row, const rz_row *rows, uint32_t n) {
    while (n > 0 && rows[n - 1] != row) n--;
    return n > 0;
}

static inline uint8_t rz_class_of(const rz_grammar *g, rz_row row) {
    return row >= g->first_words && row < g->first_words + g->n_words ? g->class_of[row - g->first_words] : 0;
}

/* Of what begins at a token: which classes of small words may be among it, so that most tokens need not be looked at. Some classes share a bit. */
#define RZ_SIGN(class) (1u << ((class) % 30))
#define RZ_SIGN_STATUS (1u << 30)
#define RZ_SIGN_CHANNEL (1u << 31)

static inline uint8_t rz_voicing_of(const rz_grammar *g, rz_row row) {
    return row >= g->first_words && row < g->first_words + g->n_words ? g->voice_of[row - g->first_words] : RZ_VOICE_NONE;
}

static inline bool rz_is_impersonal(const rz_grammar *g, rz_row row) {
    return row >= g->first_words && row < g->first_words + g->n_words && g->impersonal[row - g->first_words];
}

static inline bool rz_is_unnamed(const rz_grammar *g, rz_row office) {
    return office >= g->first_office && office < g->first_office + g->n_offices && g->unnamed[office - g->first_office];
}

/* Which of the states it is; RZ_NONE: none. */
static inline uint32_t rz_state_index(const rz_grammar *g, rz_row row) { return row >= g->first_state && row < g->first_state + g->n_states ? row - g->first_state : RZ_NONE; }

/* Forums and organisations, counted together; RZ_NONE: neither. */
static inline uint32_t rz_body_index(const rz_grammar *g, rz_row row) {
    if (row >= g->first_forum && row < g->first_forum + g->n_forums) return row - g->first_forum;
    return row >= g->first_organisation && row < g->first_organisation + g->n_organisations ? g->n_forums + (row - g->first_organisation) : RZ_NONE;
}

/* By its id; the build has seen to it that there is one, else the empty kind at the end. */
const rz_event_kind *rz_kind_named(const rz_grammar *g, rz_str id);

/* The code of an event of a kind at a status; NULL: none. */
const rz_coding *rz_code_for(const rz_grammar *g, const rz_event_kind *kind, const char *status);

#endif
