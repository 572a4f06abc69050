/* Mentions: everything in the text that may be a date, person, office, state, place, forum …, each with its candidates.
 * Nothing is decided here. */
#ifndef RZ_MENTION_MENTION_H
#define RZ_MENTION_MENTION_H

#include "text/text.h"

typedef enum {
    RZ_M_PERSON,       /* row: a person, or RZ_NONE with a name not in the tables */
    RZ_M_OFFICE,       /* وزیر امور خارجه روسیه: office and whose; a person where one holds it */
    RZ_M_STATE,        /* ایران, روسیه, کشورمان (whose = RZ_WHOSE_OURS), این کشور, طرف روسی */
    RZ_M_PLACE,        /* مسکو; may be the state that speaks from there: `state` says which */
    RZ_M_ORGANISATION, /* سازمان ملل, also a body of a state: وزارت خارجه روسیه (office = RZ_NONE, body set) */
    RZ_M_FORUM, RZ_M_OUTLET, RZ_M_AGREEMENT,
    RZ_M_PRONOUN,      /* وی, او, این مقام, نامبرده */
    RZ_M_COLLECTIVE    /* طرفین, دو طرف, دو وزیر, وزرای خارجه */
} rz_mention_kind;

typedef enum {
    RZ_WHOSE_NONE,     /* not said */
    RZ_WHOSE_STATE,    /* `state` */
    RZ_WHOSE_OURS,     /* کشورمان: the outlet's */
    RZ_WHOSE_THIS,     /* این کشور: the last state named before */
    RZ_WHOSE_BOTH,     /* دو کشور */
    RZ_WHOSE_OWN       /* «سفیر خود»: of whom the clause tells */
} rz_whose;

typedef enum {
    RZ_SERVES_NOW, RZ_SERVES_FORMER, RZ_SERVES_ACTING, RZ_SERVES_NEW,
    RZ_SERVES_THEN     /* وزیر خارجه وقت: at the time that is told of */
} rz_serves;

typedef struct {
    uint8_t kind : 4;     /* rz_mention_kind */
    uint8_t whose : 3;    /* rz_whose */
    bool counterpart : 1; /* همتای روسی وی: the same office as the one before, of `state` */
    uint8_t serves : 3;   /* rz_serves */
    uint8_t n_others : 2;
    bool titled : 1;      /* has an honorific or an office beside it: surely a person */
    bool shared : 1;      /* of an OFFICE, «رئیس‌جمهور و نخست‌وزیر X»: whose it is stands behind the other */
    uint32_t first, last; /* tokens [first, last): titles, marks and quotation marks around the name included */
    rz_row row;           /* of the row that names it (person, state, place, organisation, forum, outlet, topic, agreement,
                             pronoun, collective), or RZ_NONE */
    union {
        rz_row others[3]; /* of a PERSON, further candidates: people of the same surname */
        struct {          /* of an OFFICE: */
            rz_row lower; /* «نخست‌وزیر و وزیر کشور X»: the lower of its two, or RZ_NONE */
            rz_row under; /* «وزیر خارجه دولت اوباما»: the person who headed the government, or RZ_NONE */
            rz_row post;  /* «فرستاده سازمان ملل در سوریه»: where an envoy is charged, or RZ_NONE */
        };
        struct { uint32_t several_from, several_to; }; /* of a PRONOUN or COLLECTIVE, «آنان», «سه وزیر»: the people named in these mentions before; none: 0, 0 */
    };
    rz_row office;        /* of OFFICE and COLLECTIVE mentions, and of an apposed person's office: the office row */
    rz_row body;          /* of ORGANISATION: the body row (mfa, mission), when it is some state's */
    rz_row state;         /* whose, when RZ_WHOSE_STATE; of PLACE, the state it is the capital of or lies in */
    rz_row state2;        /* وزرای خارجه ایران و روسیه: the second state of a COLLECTIVE; of a body of two states («گروه دوستی ایران و X») */
    rz_row sender, sender_office; /* of an OFFICE, «نماینده X، رئیس‌جمهور Y»: the person whose man he is, where his own office is told; or RZ_NONE */
    rz_row seat;          /* of a mission or ambassador: the place or state it is at, or RZ_NONE */
    uint32_t head;        /* index of the mention that this one only describes (the office in «X وزیر …»), or RZ_NONE */
    uint32_t describes;   /* of a head: index of its describing OFFICE mention, or RZ_NONE */
    rz_span name;         /* tokens of the bare name of a PERSON; of a surname alone that no table has, of the full name elsewhere */
    uint32_t actor;       /* set by resolve: index into the reading's actors, or RZ_NONE */
    uint32_t actor2;      /* of a COLLECTIVE resolved to two: the second; RZ_NONE */
} rz_mention;

/* Does it tell of somebody only by what was named before? */
static inline bool rz_points_back(const rz_mention *m) { return m->kind == RZ_M_PRONOUN || m->kind == RZ_M_COLLECTIVE; }

typedef enum { RZ_CAL_GREGORIAN, RZ_CAL_JALALI, RZ_CAL_HIJRI, RZ_CAL_BOTH, RZ_CAL_RELATIVE, RZ_CAL_WEEKDAY } rz_calendar;

/* YYYY-MM-DD, Gregorian; the room is for any day. */
#define RZ_DAY_ROOM 16
const char *rz_day_text(rz_day day, char room[RZ_DAY_ROOM]);

/* A time expression as its parts say it; resolve turns it into days. Defined in mention/time.h. */
typedef struct rz_time_mention rz_time_mention;

/* What outlets are called by others than their readers: the hosts of their sites, their names in English; in the order of the tables. */
typedef struct {
    rz_str name;
    uint32_t host; /* bytes of a site before its path */
    rz_row outlet;
} rz_outlet_name;
typedef struct {
    rz_outlet_name *sites, *english;
    uint32_t n_sites, n_english;
} rz_outlet_names;

typedef struct {
    rz_mention *at; /* by first token; a described head comes before its describer; they do not overlap otherwise */
    uint32_t n;
    rz_time_mention *times; /* by first token */
    uint32_t n_times;
    bool wide;          /* times too that are of no use to a record: years alone, «به‌زودی» */
    rz_row ours;        /* the state that the text itself, by its words, is written in; RZ_NONE: they do not tell */
    const rz_outlet_names *outlets;
    uint32_t own_lists; /* RZ_LIST(…) of the words that name a state or a body by themselves: «کشورمان», «دفتر …» */
    struct rz_names_later *later; /* the names were not looked for yet; NULL: they were */
} rz_mentions;

/* The first mention that starts at most `near` tokens before the token. */
static inline uint32_t rz_mention_near(const rz_mentions *mentions, uint32_t token, uint32_t near) {
    uint32_t low = 0, high = mentions->n, from = token > near ? token - near : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->at[middle].first < from) low = middle + 1;
        else high = middle;
    }
    return low;
}

rz_row rz_country_of_words(const rz_text *text);

/* Is the state, by its id, one whose outlets write in Persian? */
bool rz_writes_persian(const rz_data *data, rz_str state);
/* The state that is «our country» to the outlet, RZ_NONE where that is not known. `own`: the text is the outlet's own page, not
 * only a report that names it. */
rz_row rz_outlet_home(const rz_data *data, rz_row outlet, bool own);

/* What the finders know of the tables, made once; immutable. All in the arena; the data must outlive it. */
typedef struct rz_name_table rz_name_table;
typedef struct rz_time_table rz_time_table;
const rz_name_table *rz_name_table_make(rz_arena *arena, const rz_data *data);
const rz_time_table *rz_time_table_make(rz_arena *arena, const rz_language *language);

/* May there be a time in these bytes of text? */
bool rz_times_quick(const rz_time_table *table, const char *bytes, size_t size);
/* The sentences of a text, of which the tokens are cut, that may hold one, and the first `lead`; 0 where there is none. Room for all of them. */
uint32_t rz_times_sentences(const rz_time_table *table, const rz_text *text, uint32_t lead, rz_sentence *out);

/* The ordinal that begins at a token and stands before its noun: هجدهمین, «هفتاد و نهمین», هفتادونهمین; 0: none. */
int rz_time_ordinal_at(const rz_text *text, uint32_t token);

void rz_names_find(rz_arena *arena, const rz_name_table *table, const rz_text *text, rz_mentions *out); /* fills all but times */
/* Fills outlets and own_lists alone: most articles can be cut out without looking for names. Who needs them asks; the words of the text are known then too. */
void rz_names_later(rz_arena *arena, const rz_name_table *table, rz_text *text, rz_mentions *out);
void rz_names_now(rz_mentions *out);
/* Fills times, n_times. wide: those too that are of no use to a record: «جام جهانی ۲۰۱۸», «به‌زودی», «… تاکنون». */
void rz_times_find(rz_arena *arena, const rz_time_table *table, const rz_text *text, bool wide, rz_mentions *out);

#endif
