/* Who the mentions are, on which days things were, and which of the found events are one. */
#ifndef RZ_RESOLVE_RESOLVE_H
#define RZ_RESOLVE_RESOLVE_H

#include "event/event.h"
#include "resolve/days.h"

/* ---- the cast: everybody the article speaks of (src/resolve/cast.c, antecedent.c) ---- */
typedef struct {
    rz_actor shown;
    rz_row row;      /* person, state, organisation or forum row; RZ_NONE for a name not in the tables or an office */
    rz_row office, state, body, seat;
    uint32_t counterpart_of; /* the member as whose counterpart he was named, or RZ_NONE */
    rz_row town;     /* the city or province whose the office is, or RZ_NONE */
    bool called;     /* by the words of the article */
    bool named;      /* by his name, wherever the article does */
    RZ_VEC(rz_span) spans;
} rz_cast_member;

enum { RZ_STATES_KEPT = 4, RZ_LOOK_BACK = 64 };

/* How many sentences the article has, and how many of them speak of another world than diplomacy's: of teams and films, of home affairs. */
typedef struct {
    uint32_t n, teams, home;
} rz_worlds;

typedef struct {
    rz_arena *arena;
    const rz_data *data;
    struct rz_named *named; /* whom the article names as holders of offices (named.c) */
    struct rz_introduced *introduced; /* who is told by his office alone and named elsewhere (introduced.c) */
    const rz_text *text;
    rz_mentions *mentions; /* actor and actor2 are set here */
    const rz_article *article;
    const rz_found *found;
    const rz_solution *solution;
    RZ_VEC(rz_cast_member) members;
    uint32_t *slots;       /* hash of keys to members */
    uint32_t n_slots;
    RZ_VEC(uint32_t) recent; /* members in the order they were last named as people or offices */
    uint32_t last_subject; /* the person (or body) that the last sentence was about */
    uint32_t last_issuer;  /* whose document was cited last */
    uint32_t issued_at;    /* the token where it was */
    uint32_t last_body;    /* for «این نهاد» */
    uint32_t last_ministry; /* for «این وزارتخانه», which is no embassy */
    uint32_t last_movement; /* for «این گروه»: which is no body of a state */
    uint32_t last_group;   /* for «این گروه‌ها»: who has no name of the tables */
    rz_row last_state;     /* for «این کشور» */
    rz_row states[RZ_STATES_KEPT]; /* named or gone to, the last one first, each once; for «با وزیر این کشور» */
    uint32_t three;        /* the mention «سه کشور» that told last which three are meant */
    rz_row gone_to;        /* the state that somebody was told last to go to, or whose city it was */
    uint32_t *told;        /* for each state: how often the report tells of it */
    rz_worlds worlds;
    const rz_found_event *rounds; /* the first of two states, or NULL */
    rz_row rounds_of[2];
    uint32_t last_head;    /* who was told last to head a delegation, for «این هیأت» */
    uint32_t headed;       /* the clause that told so */
    uint32_t *speaker_of;  /* for each found statement: a member, or RZ_NONE */
    uint32_t *via_of;
    uint32_t *voice_of;    /* for each sentence: who speaks in it, for «دیدار کردم» */
} rz_cast;

/* The days within which the report came out, however wide: who held an office through all of them is meant by it. */
static inline rz_days rz_within(const rz_cast *cast) {
    return cast->solution->published.from != RZ_NO_DAY ? cast->solution->published : cast->solution->shown;
}

void rz_cast_make(rz_arena *arena, const rz_text *text, rz_mentions *mentions, const rz_article *article,
                  const rz_found *found, const rz_solution *solution, rz_cast *out);
/* The member for a state, person, organisation or forum row; for an office or body of a state; for a name. */
uint32_t rz_cast_row(rz_cast *cast, rz_row row);
uint32_t rz_cast_office(rz_cast *cast, rz_row office, rz_row state, rz_row seat);
uint32_t rz_cast_body(rz_cast *cast, rz_row body, rz_row state, rz_row seat);
uint32_t rz_cast_name(rz_cast *cast, uint32_t first, uint32_t last);
bool rz_is_spokesman(const rz_cast *cast, const rz_cast_member *member);  /* by the office that he is told by */
void rz_cast_described(rz_cast_member *member, const char *kind);        /* who has no name, «هزاران نفر», «یک منبع آگاه» */
uint32_t rz_cast_crowd(rz_cast *cast, uint32_t first, uint32_t last); /* of a crowd without a name */
uint32_t rz_cast_official(rz_cast *cast, uint32_t first, uint32_t last, bool named); /* by an office that no table has: whom the report names so, else, unless he must be `named`, the words */
bool rz_cast_is_person(const rz_cast *cast, uint32_t index); /* or holds an office */
void rz_cast_hear(rz_cast *cast, uint32_t statement); /* heard.c: who speaks it */
uint32_t rz_representative(rz_cast *cast, const rz_voice *v); /* lawmaker.c: who speaks as one of a house or council; RZ_NONE: not so */
/* The member for a mention of a person. */
uint32_t rz_cast_person(rz_cast *cast, uint32_t mention);
/* An office of a state that somebody held before. */
uint32_t rz_cast_former(rz_cast *cast, rz_row office, rz_row state);
/* Who a mention is, when it takes part in something: a place becomes the state that speaks from it. */
uint32_t rz_cast_actor(rz_cast *cast, uint32_t mention);
/* Who a pronoun, collective or described office is; they use what was named before. */
/* hosts.c */
rz_row rz_this_state(const rz_cast *cast, const rz_mention *m);
rz_row rz_country_gone_to(const rz_cast *cast, uint32_t mention, rz_row own); /* «کشورش»: of whose it seems to be, or of who tells of the journey to it */
rz_row rz_state_of_voice(const rz_cast *cast, const rz_mention *m); /* quoted.c: of the office in what a foreigner says; RZ_NONE */
uint32_t rz_told_after_colon(const rz_cast *cast, uint32_t mention);
uint32_t rz_told_in_quote(const rz_cast *cast, uint32_t mention);  /* whom «او» is in such words; RZ_NONE: not in any */
rz_row rz_own_state(const rz_cast *cast, uint32_t mention); /* own_office.c; RZ_NONE: it is not told as somebody's own */
const rz_found_event *rz_journey_led(const rz_cast *cast, uint32_t token); /* the last before the token of which it is told where it led, near by; NULL */
rz_row rz_gone_to(const rz_cast *cast, const rz_mention *m, rz_row own); /* «X در سفر به Y با همتای خود دیدار کرد»: Y, another than his own; or RZ_NONE */
uint32_t rz_traveller_meant(const rz_cast *cast, uint32_t mention); /* «وی در این سفر …»: who travels; RZ_NONE: it isn't told of such */
bool rz_is_abroad(const rz_cast *cast, uint32_t actor, uint32_t mention); /* he was told to travel to another state than his own: he may go home */
rz_row rz_state_there(const rz_cast *cast, uint32_t place); /* of a mention: the state, or that in which it lies; RZ_NONE */
uint32_t rz_traveller(const rz_cast *cast, const rz_found_event *journey); /* RZ_NONE: not told */
rz_row rz_state_received_in(const rz_cast *cast, const rz_mention *m); /* received.c: of an office told without whose it is, where he who meets with its holder is abroad; RZ_NONE */
rz_row rz_bound_for(const rz_cast *cast, const rz_mention *m); /* the state to which whoever the mention tells of travels, or RZ_NONE */
/* The body that «این شورا» points to, the house that «مجلس نمایندگان» is; or RZ_NONE (body_meant.c). */
uint32_t rz_body_meant(rz_cast *cast, const rz_mention *m);
uint32_t rz_house_meant(const rz_cast *cast, const rz_mention *m);
/* Who is sent by the state to whom he is told of with (antecedent.c). */
uint32_t rz_sent_to(rz_cast *cast, const rz_mention *m, rz_row state, bool own);
rz_row rz_host_of(const rz_cast *cast, const rz_mention *m, rz_row state);
rz_row rz_host_told(const rz_cast *cast, const rz_mention *m, rz_row state); /* the same, where the clause tells it; or RZ_NONE */

/* Whose an office or body is said to be; RZ_NONE: not said (named.c). */
rz_row rz_whose_of(const rz_cast *cast, const rz_mention *office);
/* The state of what a person whom no table knows is said to belong to, or RZ_NONE (affiliation.c). */
rz_row rz_affiliation(const rz_cast *cast, uint32_t mention);
void rz_antecedent(rz_cast *cast, uint32_t mention);
/* The state that an office or body is said to be of, by its name or by «این کشور», «کشورمان»; or RZ_NONE. */
rz_row rz_whose_state(const rz_cast *cast, const rz_mention *m);
/* The member whom «همتای روسی وی» means, or RZ_NONE (counterpart.c). */
uint32_t rz_counterpart(rz_cast *cast, const rz_mention *m);
void rz_note_counterpart(rz_cast *cast, uint32_t mention); /* of a person who was met now: counterpart_of */
/* Named before, named later, or known to the tables; else the office itself. */
uint32_t rz_office_holder(rz_cast *cast, rz_row office, rz_row state, rz_row seat);
/* Who leads the state, where the office is one of several («رهبر»); RZ_NONE: not known. */
uint32_t rz_stand_in(rz_cast *cast, rz_row office, rz_row state);
/* bare_office.c: who was named last as holder of the office, of the state where one is given; RZ_NONE: nobody. */
uint32_t rz_holder_told(const rz_cast *cast, rz_row office, rz_row state);
bool rz_shares_in_vain(const rz_cast *cast, uint32_t mention); /* «دیدار رئیس‌جمهور و نخست‌وزیر X»: ours, whose state the other's is not (bare_office.c) */
uint32_t rz_bare_holder(rz_cast *cast, const rz_mention *office); /* the same of an office without whose it is, by the tables too */
uint32_t rz_broad_told(const rz_cast *cast, const rz_mention *office, rz_row state); /* «وزیر عراقی»: which of them was told of; RZ_NONE */
uint32_t rz_elected(rz_cast *cast, rz_row office, rz_row state); /* «رئیس‌جمهور منتخب X»: the member who is to hold the office; RZ_NONE */
rz_row rz_state_of_house(const rz_cast *cast, const rz_mention *house); /* of a house or its head, by its name of another state than the outlet's; or RZ_NONE */
rz_row rz_country_with(const rz_cast *cast, const rz_mention *office); /* the outlet's; where that has no such office, the one that the article tells it of */
/* The days that the sentence of a token tells of. */
rz_days rz_days_beside(const rz_cast *cast, uint32_t token);
/* background.c: is what the sentence of the token tells long over; is the person in none of the offices that the tables know any more? */
bool rz_is_background(const rz_cast *cast, uint32_t token);
bool rz_is_bygone(const rz_cast *cast, rz_row person);
/* pairs.c */
void rz_pairs_prepare(rz_cast *cast); /* before all others */
bool rz_parties_before(rz_cast *cast, uint32_t mention, uint32_t back); /* pairs_before.c: the two of the contact told of before, at most so many sentences back */
bool rz_pair_told_at(const rz_cast *cast, uint32_t token, bool main, rz_row *a, rz_row *b); /* the two that the sentence at the token, or the one before, tells of; `main`: else the report */
void rz_pair_of_states(rz_cast *cast, uint32_t mention, rz_row *a, rz_row *b); /* «دو کشور» */
void rz_collective(rz_cast *cast, uint32_t mention); /* «طرفین», «دو وزیر», «وزرای خارجه X و Y» */
uint32_t rz_leader_meant(rz_cast *cast, const rz_mention *m, rz_row state); /* «رهبران دو کشور»: who leads the state, else the state (leaders.c) */
uint32_t rz_or_government(rz_cast *cast, const rz_mention *m); /* the actor of a person, or of the state whose government he heads: leaders.c */
void rz_they(rz_cast *cast, uint32_t mention); /* «آنها» as a subject */
bool rz_several(rz_cast *cast, uint32_t mention); /* several.c: «سه وزیر», «آنان» of three or more */
/* Whom «سه وزیر», «سه کشور» means by one of the mentions before, and the second where it names two; RZ_NONE: nobody. */
uint32_t rz_of_several(rz_cast *cast, const rz_mention *several, uint32_t mention, uint32_t *second);

/* ---- whom the article itself names as holders of offices, wherever it does (src/resolve/named.c) ---- */
void rz_named_find(rz_cast *cast);
void rz_named_note(rz_cast *cast, uint32_t mention); /* of a person, who is told since to hold the office that describes him */
bool rz_named_says(const rz_cast *cast, rz_row office, rz_row whose); /* does the article say whose the office is? */
void rz_introduced_find(rz_cast *cast); /* introduced.c; behind rz_named_find */
uint32_t rz_described_so(rz_cast *cast, const rz_voice *voice); /* the member whom its words describe; RZ_NONE: nobody */
/* Does the article name the person so that nobody else can be meant? */
bool rz_named_alone(const rz_cast *cast, rz_row person);
/* The one holder, or former holder, of the office that the article names; RZ_NONE: none, or several. */
uint32_t rz_named_holder(rz_cast *cast, rz_row office, rz_row state, bool former);
uint32_t rz_named_sent(rz_cast *cast, rz_row office, rz_row state, rz_row seat); /* whom the article itself names as sent there by the state; RZ_NONE: nobody, or several */
uint32_t rz_named_holder_of_any(rz_cast *cast, rz_row office, rz_row not_of); /* of any state but that; not a former one */
/* Was the person's time in the office over when the report came out? */
bool rz_held_before(const rz_cast *cast, rz_row person, rz_row office, rz_row whose);
/* Whose an office or body is that is told without it: the only one that the article tells it of, else RZ_NONE. */
rz_row rz_named_owner(const rz_cast *cast, rz_row office_or_body);
/* The person of the tables whose name this is in another spelling, who held the office (RZ_NONE,
 * of a counterpart: of that state); or RZ_NONE (spelled.c). */
rz_row rz_spelled_like(const rz_text *text, rz_span name, rz_row office, rz_row whose);

/* ---- one event, one object; what was said; what was agreed ---- */
typedef struct {
    rz_event *events;
    uint32_t n_events;
    rz_statement *statements;
    uint32_t n_statements;
    rz_instrument *instruments;
    uint32_t n_instruments;
} rz_facts;

void rz_events_merge(rz_cast *cast, rz_facts *out);
void rz_statements_merge(rz_cast *cast, rz_facts *out);
void rz_instruments_merge(rz_cast *cast, rz_facts *out);
static inline bool rz_spans_meet(rz_span a, rz_span b) { return a.start < b.end && b.start < a.end; }
/* Has the kind of the event one of these traits? */
static inline bool rz_event_is(const rz_cast *cast, const rz_event *e, uint32_t traits) {
    return rz_kind_is(rz_kind_named(cast->found->scene.g, rz_str_of(e->kind)), traits);
}
enum { RZ_MOST_PARTIES = 12 };
/* Their ids, each once, behind the n that are in `at`, which has room for RZ_MOST_PARTIES. */
void rz_add_parties_of(const rz_cast *cast, rz_row agreement, const char **at, uint32_t *n);
void rz_add_parties_of_event(const rz_cast *cast, const rz_event *e, const char **at, uint32_t *n);
bool rz_signing_is_news(const rz_cast *cast, const rz_found_instrument *f);
typedef struct {
    uint32_t low, high;
} rz_around;
/* The events among which one that a proof may be of is looked for: those shown about there, in the order of the text. */
rz_around rz_events_around(const rz_facts *facts, rz_span proof);
bool rz_signed_by_two(const rz_cast *cast, const rz_facts *facts, rz_span proof); /* signed_by.c */
void rz_sign_all(rz_cast *cast, rz_facts *out, const bool *by_others, const bool *whose); /* the parties of each paper, where nobody is told to sign it */
void rz_note_delegation(rz_cast *cast, uint32_t mention); /* delegation.c */
/* merge_other.c */
rz_worlds rz_worlds_of(const rz_scene *scene);
bool rz_is_other_world(rz_worlds worlds); /* of sport, markets, crime or what goes on at home */
bool rz_told_abroad(const rz_cast *cast, uint32_t token, rz_row own); /* in the token's sentence: another state than `own` (RZ_NONE: than the first told), or a body that is no state's */

/* The spans and one more; they have room for the next power of two. */
const rz_span *rz_with_span(rz_arena *arena, const rz_span *at, uint32_t *n, rz_span span);
/* The source span of tokens, no wider than proof may be; around `keep` where it must be cut. */
rz_span rz_evidence(const rz_text *text, uint32_t first, uint32_t last, uint32_t keep);

/* Is the place a city in that state, a palace in that capital, or the same (days_visits.c)? */
bool rz_place_lies_in(const rz_data *data, rz_row place, rz_row wide); /* in the state, or a town in the region */
bool rz_place_within(const rz_data *data, rz_row place, rz_row wide); /* the same, or so, or a house in the capital */

#endif
