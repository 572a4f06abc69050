/* Events, statements and agreements as the clauses say them: triggers with the mentions around them. Who the mentions are,
 * on which days things were and which of these are one event is for resolve. */
#ifndef RZ_EVENT_EVENT_H
#define RZ_EVENT_EVENT_H

#include "event/scene.h"

/* ---- what is found ---- */
#define RZ_SPEAKER (UINT32_MAX - 1) /* in place of a mention: who speaks the sentence («دیدار کردم») */

typedef struct {
    uint32_t first, last; /* tokens */
    const char *role;
} rz_described;
typedef struct {
    uint32_t mention; /* or RZ_SPEAKER */
    const char *role;
} rz_part;

enum { RZ_MOST_ALSO = 6 };
typedef enum { RZ_EVOKED_NOUN, RZ_EVOKED_HAPPEN, RZ_EVOKED_VERB } rz_evoked;

typedef struct {
    const rz_frame *frame;
    const rz_event_kind *kind;
    const char *status;
    const rz_frame **also; /* other frames of the same words, where what this one needs is not told */
    uint8_t n_also;
    uint8_t evoked;
    int8_t turn; /* -1: the one before that which is told of («نشست پیشین»), 1: the one after; 0 */
    bool definite : 1; /* این دیدار: one already spoken of */
    bool ranked : 1;   /* این نخستین دیدار: definite, and told in full */
    bool owned : 1;    /* دیدارش: of the person named before */
    bool in_title : 1;
    bool stated : 1;   /* the status is the verb's or a cue's, not the default */
    bool announced : 1; /* «از سفر X خبر داد» */
    bool over : 1;     /* it went before what its clause tells: «سفر X پس از سفر Y در آوریل انجام می‌شود», «در پاسخ به اخراج …»: its day is past */
    bool purpose : 1;  /* «برای دیدار با X آمد»: to come after what its clause tells */
    bool absorbed : 1; /* told by another event of its clause */
    bool present : 1;  /* told in the present: «سفر می‌کند», to come or under way */
    bool delegation : 1; /* a delegation takes part, of whom nobody is named */
    bool sends : 1;      /* it is that of whom the clause above is about: «X گفت هیئتی به Y می‌رود» */
    bool aimed : 1;    /* «حمله X به …», whatever it was */
    bool round : 1;    /* «دور دوم مذاکرات» */
    bool directed : 1; /* it is told to whom it goes: «در پیامی به …» */
    bool lapsed : 1;   /* only «قرار بود» tells that it was not held */
    bool followed : 1; /* the clause that goes on from its own tells an event of its own */
    bool homely : 1;   /* words of a home affair stand beside it: «هیئت مدیره» */
    bool accorded : 1; /* an accord was come to on it: «توافق تبادل زندانیان» */
    bool joined : 1;   /* who was at it beside those it was between: «در این دیدار X نیز حضور داشت» */
    bool occasion : 1; /* در حاشیه X: told only as the setting of another */
    uint32_t first, last;       /* the evoking tokens */
    uint32_t clause;
    uint32_t shown_first, shown_last; /* evidence */
    uint32_t place, forum;      /* mentions, or RZ_NONE */
    uint32_t part;      /* token of a part of the day told without its day («عصر به X می‌رسد»), or RZ_NONE */
    uint32_t was_for;   /* the time of «این سفر که قرار بود یکشنبه انجام شود», its own where it was called off; or RZ_NONE */
    uint32_t ends;      /* the time at which it was over or is to be, beside that of its beginning; or RZ_NONE */
    uint32_t by;        /* the time by which it is to be: «تا پایان سال», «پیش از ۱۰ مه»; or RZ_NONE */
    uint32_t lasted;    /* the time is that of its end, after so many days; 0: it is not */
    uint32_t count;
    uint32_t ordinal;           /* of a session: the how-manieth; 0: not told */
    uint32_t crowd_first, crowd_last; /* tokens that tell of people without a name who took part; empty: none */
    uint32_t setting;           /* the event in whose course this one was, or RZ_NONE */
    const char *crowd_role;
    RZ_VEC(rz_part) parts;
    RZ_VEC(rz_described) described; /* who took part by offices that no table has (described.c) */
    RZ_VEC(uint32_t) times;     /* of mentions.times */
    rz_row_list topics;
} rz_found_event;

/* Somebody named by words that no table has: «یک منبع در وزارت X», «خانواده‌های کشته‌شدگان»; no tokens: nobody. */
typedef struct {
    uint32_t first, last; /* tokens of the name */
    uint32_t shown;       /* the first token of it with «یک» */
    uint32_t who;         /* the mention behind the word that is meant itself («دفتر مطبوعاتی X»), or RZ_NONE */
    uint8_t kind;         /* rz_voicing */
    bool pointed;         /* «این حزب»: one told of before */
} rz_voice;

typedef struct {
    uint32_t speaker;   /* mention; RZ_NONE: the one who spoke before */
    rz_voice voice;     /* in place of a mention */
    uint32_t via;       /* mention of who passes the words on; RZ_SPEAKER: who spoke before; RZ_NONE: nobody */
    uint32_t officials; /* the first token of «مقام‌های عراقی»: of the state that is named as the speaker; or RZ_NONE */
    rz_row stance;
    uint32_t first, last;
    uint32_t sentence;
    uint32_t clause;    /* of the verb of saying; RZ_NONE */
    bool issuer : 1;    /* the speaker is the body whose document was cited last */
    bool passed : 1;    /* «این قطعنامه خواستار … است»: the body that passed it */
    bool direct : 1, continued : 1;
    bool earlier : 1;   /* «گفته بود»: on another occasion */
    bool declared : 1;  /* «اعلام کرد»: in writing, where a body does it */
    bool fresh_channel : 1; /* the channel is said here, not carried */
    bool recalled : 1;  /* the topics are not told by its own words */
    const char *channel; /* or NULL */
    RZ_VEC(uint32_t) targets;
    rz_row_list topics;
} rz_found_statement;

/* «X در نشست خبری به سؤالات پاسخ داد»: where the words of the next sentences were spoken. */
typedef struct {
    uint32_t sentence;
    uint32_t speaker; /* mention, or RZ_NONE */
    const char *channel;
} rz_found_occasion;

typedef struct {
    rz_row row;          /* agreement row, or RZ_NONE: described */
    uint32_t name_first, name_last; /* tokens of a described one */
    rz_row noun;         /* of a described one: what kind of paper it is */
    bool nameless;       /* «تفاهم‌نامه‌ای امضا کردند»: told by its kind alone */
    bool indefinite;     /* «توافق‌نامه‌ای برای …»: whatever its name is, this is not it */
    bool by_event;       /* counts only where two sides are known to have been at its signing: «در پایان دیدار یک توافق‌نامه امضا شد» */
    bool several;        /* «هشت سند»: more than one told as one */
    bool uncounted;      /* «اسناد همکاری»: several, and nobody says how many */
    bool past;           /* «توافق سال ۲۰۱۹»: not of the report's own day, and of nobody that it tells of otherwise */
    bool awaited;        /* «پارلمان باید آن را تصویب کند»: it need not be there yet */
    bool earlier;        /* «در سال ۲۰۱۵ توافق صلح امضا کرده بودند»: another than the one that the report tells the signing of */
    uint32_t number;     /* «هشت سند»: how many; 0: not told in numbers */
    rz_row stage;
    RZ_VEC(uint32_t) parties; /* mentions */
    uint32_t time;       /* or RZ_NONE */
    uint32_t event;      /* the found event it was part of (a signing), or RZ_NONE */
    uint32_t first, last; /* evidence */
} rz_found_instrument;

typedef struct {
    rz_scene scene;
    RZ_VEC(rz_found_event) events;
    RZ_VEC(rz_found_statement) statements;
    RZ_VEC(rz_found_occasion) occasions;
    RZ_VEC(rz_found_instrument) instruments;
    rz_sparse trigger_at; /* rz_trigger_at */
    uint32_t *verbal_of;  /* for each clause: the event that its verb evokes, or RZ_NONE */
    uint32_t *happens_in; /* for each clause: the last event that is told to take place in it, or RZ_NONE */
} rz_found;

/* The event that a token begins to evoke, or RZ_NONE. */
static inline uint32_t rz_trigger_at(const rz_found *found, uint32_t token) { return rz_sparse_at(&found->trigger_at, token); }
/* The event whose words stand there, or NULL. */
static inline rz_found_event *rz_event_at(const rz_found *found, uint32_t token) {
    uint32_t i = rz_trigger_at(found, token);
    return i == RZ_NONE ? NULL : &found->events.at[i];
}

/* How far, in tokens, words of one fact may lie apart: keeps hostile sentences linear. */
enum { RZ_REACH = 40, RZ_CLAUSE_REACH = 160 };

/* The parts of the stage, in order (event.c). */
void rz_triggers_find(rz_found *found);   /* which frames are evoked where: events with trigger, clause, evoked */
bool rz_only_through(const rz_scene *scene, const rz_found_event *e, const rz_link *link); /* dealt.c */
bool rz_only_dealt_with(const rz_scene *scene, const rz_found_event *e, uint32_t mention); /* dealt.c */
bool rz_only_backs(const rz_scene *scene, const rz_found_event *e, uint32_t mention);      /* dealt.c */
bool rz_struck_abroad(const rz_scene *scene, const rz_found_event *e, uint32_t place); /* struck.c */
bool rz_is_joined(const rz_scene *scene, const rz_found_event *e, uint32_t mention);       /* dealt.c */
bool rz_done_by_later(const rz_scene *scene, const rz_found_event *e, uint32_t mention);   /* dealt.c */
void rz_roles_fill(rz_found *found);      /* participants, times, places, forums, topics */
/* Some phrase of a frame, of saying or of a status ends where the verb at the token starts: taken.c. */
bool rz_verb_taken(const rz_scene *scene, uint32_t verb_first, uint32_t not_before);
bool rz_is_object_with(const rz_scene *scene, const rz_frame *frame, uint32_t next, uint32_t verb); /* taken.c */
bool rz_is_aim_of_attack(const rz_scene *scene, const rz_frame *frame, uint32_t first); /* «طرحی برای تشدید حملات» */
uint32_t rz_ability(const rz_scene *scene, uint32_t clause); /* «موفق شد … حل کند»: the verb that says that it was done, or RZ_NONE */
uint32_t rz_telling_verb(const rz_scene *scene, uint32_t clause); /* of a bare participle, the verb that goes on from it */
/* «پس از این حمله نشست‌ها را لغو کردند»: it tells only when the rest was. */
bool rz_sets_time(const rz_scene *scene, const rz_found_event *e);
/* The event that what stands at tokens [first, last) belongs to, or NULL; place_class: of a place, its preposition, else 0 (near.c). */
rz_found_event *rz_event_near(rz_found *found, uint32_t first, uint32_t last, int place_class);
/* background.c: a noun of the background, of which what stands at tokens [first, last) is none; whether all between an event and them is
 * such; one of his own in whose course the verb tells of a meeting; whether anybody or any place is named between tokens. */
bool rz_past_background(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last);
bool rz_only_background(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last);
bool rz_in_his_course(const rz_found *found, const rz_found_event *e, uint32_t token);
bool rz_names_somebody(const rz_scene *s, uint32_t from, uint32_t to);
void rz_places_give(rz_found *found); /* where.c */
void rz_struck_places_give(rz_found *found); /* struck.c */
bool rz_is_crowds_place(const rz_found *found, const rz_found_event *e, uint32_t mention); /* «در مقابل سفارت X» of another noun */
bool rz_is_of_crowd(const rz_scene *s, const rz_found_event *e, uint32_t mention); /* struck.c */
void rz_mission_near_add(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to);
void rz_witnessed_places_give(rz_found *found); /* witness.c */
void rz_pointed_places_give(rz_found *found); /* pointed_places.c */
bool rz_is_town(const rz_scene *s, uint32_t mention); /* or a place that no table has: where.c */
void rz_stops_give(rz_found *found);  /* those of a tour: stops.c */
bool rz_tells_tour(const rz_scene *scene, const rz_found_event *event, const rz_mention *place); /* «به آفریقا سفر کرد» */
bool rz_tells_lands(const rz_scene *scene, uint32_t region); /* «به سه کشور آسیای مرکزی، X، Y و Z» */
/* The last of the list of a mention; does «و» stand before that one: «X، Y و Z»? */
uint32_t rz_list_last(const rz_scene *s, uint32_t mention);
bool rz_list_closes(const rz_scene *s, uint32_t mention);
bool rz_states_named(const rz_scene *scene, uint32_t mention); /* «کشورهای آسیایی X، Y» behind its preposition */
bool rz_own_leg(const rz_scene *s, uint32_t place, uint32_t mention); /* «به X و سپس به Y رفت»: another place of the going */
bool rz_planned_for(const rz_scene *scene, uint32_t clause); /* near.c */
bool rz_only_is_somewhere(const rz_scene *scene, uint32_t clause); /* near.c */
bool rz_recalls(const rz_scene *scene, uint32_t clause, uint32_t main); /* near.c: the clause tells how it was before, the main one how it is to be */
void rz_times_give(rz_found *found);  /* when.c */
void rz_forums_give(rz_found *found);
/* «میزبان نشست X بود», «از نشست X میزبانی می‌کند», where the noun is governed so; by the subject: it was where he is (host.c). */
bool rz_hosted(const rz_scene *scene, const rz_found_event *e, const rz_link *link);
bool rz_chaired(const rz_scene *scene, const rz_found_event *e); /* «ریاست نشست X را بر عهده دارد» */
bool rz_guests_of(const rz_scene *scene, const rz_found_event *e); /* «X و Y از جمله مهمانان این نشست هستند» */
uint32_t rz_hosting_place(const rz_scene *scene, const rz_found_event *e); /* «X میزبان نشست Y بود»: the mention of X; RZ_NONE: nobody is told so */
uint32_t rz_hosting_person(const rz_scene *scene, const rz_found_event *e); /* the same of a person */
void rz_event_topics(rz_found *found, rz_found_event *e);
void rz_part_add(rz_found *found, rz_found_event *e, uint32_t mention, const char *role);
void rz_list_add(rz_found *found, rz_found_event *e, uint32_t mention, const char *role); /* him and those listed with him */
void rz_parts_drop_within(const rz_scene *s, rz_found_event *e, uint32_t first, uint32_t last); /* who stands at [first, last) */
void rz_heads_add(rz_found *found, rz_found_event *e, const char *role); /* heads of delegations told in another clause */
bool rz_between_of_noun(const rz_found *found, const rz_found_event *e, uint32_t mention); /* two_deeds.c */
void rz_seen_off_add(rz_found *found, rz_found_event *e, uint32_t clause, const char *role); /* the object of the clause */
void rz_subjects_add(rz_found *found, rz_found_event *e, const char *role);
void rz_clause_subjects_add(rz_found *found, rz_found_event *e, uint32_t clause, const char *role); /* of another clause than the event's */
bool rz_is_object(const rz_scene *s, uint32_t mention); /* را follows it, or what describes it */
bool rz_takes_thing(const rz_scene *s, uint32_t clause); /* it has an object, and that is nobody */
void rz_owners_add(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to); /* «سه شهروند X را آزاد کرد»: owners.c */
bool rz_is_on(const rz_scene *s, const rz_link *link);  /* «بر», «بالای» governs it */
bool rz_at_site(const rz_scene *s, uint32_t token);     /* a word for what is attacked: «پایگاه», «فرودگاه» */
/* Parts of deeds (deeds.c): whom they are against, whose they are; and who is no part of a passive. */
void rz_deeds_add(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to);
bool rz_only_thought_of(const rz_scene *s, const rz_found_event *e); /* its status is decided */
void rz_inherited_drop(const rz_scene *s, rz_found_event *e);
bool rz_calls_home(const rz_scene *s, uint32_t first); /* «سفیر خود را فراخواند», «سفیر X به پاریس فراخوانده شد» */
uint32_t rz_target_from(const rz_scene *scene, uint32_t first);
bool rz_part_of_land(const rz_scene *scene, const rz_link *link); /* object.c */
uint32_t rz_object_end(const rz_scene *scene, uint32_t mention, uint32_t last); /* the token before which «را» stands, if it is one: past his seat, company, a clause about him */
uint32_t rz_capital_told(const rz_scene *s, uint32_t last); /* past «[،] پایتخت Z» behind a city; or last */
void rz_object_of_preposition_add(rz_found *found, rz_found_event *e);
uint32_t rz_companions_end(const rz_scene *scene, uint32_t last); /* «X و سه دیپلمات دیگر را»: the token of «را», or the one given */
bool rz_only_told_how(const rz_scene *scene, uint32_t first, uint32_t last); /* adjectives with «و» between the tokens */
bool rz_is_mission(const rz_scene *s, uint32_t mention); /* an embassy or a consulate */
bool rz_attacks_at_large(const rz_scene *s, const rz_found_event *e); /* «حملات را انجام می‌دهند» */
bool rz_from_of_noun(const rz_scene *s, const rz_found_event *e, uint32_t mention);
bool rz_where_it_lies(const rz_scene *s, uint32_t i);
bool rz_where_the_matter_is(const rz_scene *s, const rz_found_event *e, uint32_t i);
bool rz_of_an_issue(const rz_scene *s, const rz_link *link); /* «جنگ در X» (lying.c) */
bool rz_is_met_there(const rz_scene *s, const rz_found_event *e, uint32_t i); /* «درباره جنگ اوکراین در [ژنو] دیدار کردند»: the mention i, no land of what is talked of (lying.c) */
bool rz_on_the_way(const rz_scene *s, const rz_found_event *e, uint32_t i); /* «در راه بازگشت به X به Y رفت»: Y, the mention, and not X, the event's place */
bool rz_where_from(const rz_scene *s, const rz_link *link);
bool rz_of_deed_before(const rz_found *found, const rz_found_event *e, uint32_t mention);
bool rz_is_indefinite(const rz_scene *s, const rz_found_event *e); /* «پیامی», «دیداری»: belongs to nobody */
bool rz_has_of_participant(const rz_found *found, const rz_found_event *e); /* «سفر X»: whose it is, is told */
/* two_deeds.c: what stands at the token is of the deed that «و» goes on to; whom the mention tells of was met in the other of two */
bool rz_goes_on_with_other(const rz_found *found, const rz_found_event *e, uint32_t token);
bool rz_of_other_deed(const rz_found *found, const rz_found_event *e, uint32_t mention);
bool rz_with_of_noun(const rz_found *found, const rz_found_event *e, uint32_t at, bool later); /* «با» of a noun before: «پس از دیدار با X و شماری از …» */
bool rz_of_the_matter(const rz_found *found, const rz_found_event *e, uint32_t mention);
bool rz_of_noun_before(const rz_found *found, const rz_found_event *e, uint32_t mention); /* «پس از دیدار با X، با Y گفت‌وگو کرد»: X */
bool rz_met_besides(const rz_scene *s, const rz_found_event *e, uint32_t mention); /* «علاوه بر X با Y دیدار کرد»: X */
bool rz_later_partner(const rz_scene *s, uint32_t mention, uint32_t clause); /* another «با» follows in the clause */
bool rz_earlier_partner(const rz_found *found, uint32_t mention, uint32_t clause); /* one went before, and is no noun's */
rz_found_event *rz_struck_by_verb(const rz_found *found, const rz_found_event *e, uint32_t mention); /* the verb's attack, not that of the noun; or NULL */
bool rz_reaches(const rz_scene *s, uint32_t mention, uint32_t token); /* its list ends right before the token */
void rz_dropped_add(rz_found *found, rz_found_event *e); /* who does it where the sentence names nobody: dropped.c */
rz_row rz_office_told(const rz_scene *s, uint32_t mention); /* which he holds by the words that name or describe him, or RZ_NONE */
bool rz_of_a_delegation(const rz_scene *s, const rz_clause *c); /* «یک هیئت به X می‌رود»: of one that is not named (inherit.c) */
bool rz_is_voice(const rz_scene *s, uint32_t mention); /* a spokesman: what he tells is of others */
void rz_programme_add(rz_found *found, rz_found_event *e); /* whose programme it is */
bool rz_is_comprised(const rz_scene *s, const rz_found_event *e); /* «سفر X شامل دیدار با Y است» (programme.c) */
bool rz_planner_add(rz_found *found, rz_found_event *e); /* «آمادگی X برای دیدار با Y»: X; false: no such words */
uint32_t rz_invited_by_noun(const rz_scene *s, const rz_found_event *e); /* «دعوت Y از X برای سفر به Z»: X, or RZ_NONE */
void rz_level_add(rz_found *found, rz_found_event *e); /* «در سطح نمایندگان X و Y» */
bool rz_says_including(const rz_scene *scene, uint32_t token); /* «از جمله» begins there: included.c */
void rz_members_add(rz_found *found, rz_found_event *e, uint32_t from);
void rz_included_add(rz_found *found, rz_found_event *e);      /* those it names */
bool rz_included_behind(const rz_scene *scene, const rz_found_event *e, uint32_t last); /* is one of those who take part told so behind the token? */
void rz_parties_add(rz_found *found, rz_found_event *e); /* who takes part by what he owns: parties.c */
bool rz_has_role(const rz_found_event *e, const char *role);
bool rz_is_press(const rz_scene *s, uint32_t mention); /* an outlet, or the broadcaster of a state */
void rz_event_count(const rz_scene *scene, rz_found_event *e);
int64_t rz_number_of(const rz_scene *scene, uint32_t token); /* what the number there is, in figures or words; -1: none */
uint32_t rz_ordinal_at(const rz_scene *s, uint32_t token); /* «چهارم», «نهمین» at the token; 0: none */
/* Another event, or a finite verb, is told of in tokens [from, to). */
bool rz_trigger_between(const rz_found *found, const rz_found_event *e, uint32_t from, uint32_t to);
bool rz_verb_between(const rz_scene *scene, uint32_t from, uint32_t to);
void rz_settings_join(rz_found *found);
void rz_status_decide(rz_found *found);
/* reframe.c: the frame that the words around make of one; «دور هشتم [از] …» before the token. */
const rz_frame *rz_in_context(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last, uint32_t clause, rz_evoked how);
bool rz_is_without(const rz_scene *scene, uint32_t token); /* «بدون دیدار با X» */
bool rz_object_after_time(const rz_scene *s, const rz_link *link, uint32_t first); /* «پس از دو سال مذاکرات را …» (reframe.c) */
bool rz_of_a_round(const rz_scene *s, uint32_t token, uint32_t from);
bool rz_is_definite(const rz_scene *s, uint32_t first, uint32_t last, uint32_t from, bool *ranked); /* it points to what was told of */
bool rz_points_past(const rz_scene *s, uint32_t noun); /* «پس از این دیدار» */
bool rz_called_for(const rz_scene *s, uint32_t first, uint32_t clause);
bool rz_takes_place(const rz_scene *s, uint32_t first, uint32_t clause); /* «دیدار … برگزار شد»: trigger.c */
void rz_bodies_drop(const rz_scene *scene, rz_found_event *e); /* captor.c */
void rz_answer_turn(rz_found *found, rz_found_event *e); /* answers.c */
void rz_accord_add(rz_found *found, rz_found_event *e); /* accords.c */
bool rz_is_accorded(const rz_scene *scene, const rz_found_event *e);
bool rz_is_of_several(const rz_scene *scene, const rz_clause *clause); /* inherit.c */
uint32_t rz_phrase_end(const rz_scene *scene, uint32_t mention); /* the first token after its phrase, its list included */
void rz_crowd_add(rz_found *found, rz_found_event *e); /* crowd.c */
/* The end of the name whose first `head` tokens are its noun. */
uint32_t rz_crowd_name_end(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t head);
enum { RZ_DEALING = 8 };
uint32_t rz_dealing_above(const rz_scene *scene, uint32_t clause, uint32_t *at, uint32_t most); /* «X به Y پیشنهاد کرد … امضا کنند»: X and Y */
bool rz_participle_tells(const rz_scene *scene, const rz_verb *verb, uint32_t limit); /* participle.c: a bare one that ends a clause, of a sentence up to there */
bool rz_heads_clause(const rz_scene *scene, uint32_t clause, uint32_t first); /* words without a mention that are its subject, not the one it inherits */
void rz_inherited_leave(const rz_scene *scene, rz_found_event *e);
void rz_groups_add(rz_found *found, rz_found_event *e); /* groups.c */
const char *rz_role_of_group(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last); /* NULL: they take no part */
void rz_described_add(rz_found *found, rz_found_event *e); /* described.c */
void rz_described_there(rz_found *found, rz_found_event *e, uint32_t clause, bool attends); /* at what was told of before */
void rz_captor_add(rz_found *found, rz_found_event *e); /* captor.c */
void rz_voters_add(rz_found *found, rz_found_event *e); /* voters.c */
void rz_other_of_own_add(rz_found *found, rz_found_event *e); /* own.c */
void rz_owner_add(rz_found *found, rz_found_event *e, uint32_t from); /* whose it is by the ending of its noun */
void rz_bound_add(rz_found *found, rz_found_event *e);        /* offers.c */
bool rz_brings_together(const rz_scene *s, const rz_found_event *e);
void rz_offered_add(rz_found *found, rz_found_event *e);
void rz_willing_add(rz_found *found, rz_found_event *e);
void rz_letter_to_asked(rz_found *found, rz_found_event *e);
void rz_bearer_add(rz_found *found, rz_found_event *e);
void rz_company_add(rz_found *found, rz_found_event *e);
void rz_crowd_place(const rz_scene *scene, rz_found_event *e);
void rz_own_session_add(rz_found *found, rz_found_event *e);
void rz_commission_parties(rz_found *found, rz_found_event *e);
void rz_guest_place(rz_found *found, rz_found_event *e);
bool rz_follows_office(const rz_scene *s, uint32_t clause, uint32_t at); /* the verb at the token comes right after an office: became.c */
bool rz_follows_place(const rz_scene *s, const rz_frame *f, uint32_t clause, uint32_t at);
bool rz_puts_in_office(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last); /* what the words at [first, last) do: became.c */
/* Is the noun what the clause's subject gives news of, denies, puts off or calls off? */
bool rz_gives_news(const rz_scene *s, const rz_found_event *e);
bool rz_was_before(const rz_scene *s, const rz_found_event *e); /* «اجلاس اخیر»: before what the clause tells */
bool rz_without_it(const rz_scene *s, const rz_clause *c); /* «بدون آنکه …»: what the clause tells was not done */
bool rz_news_of(const rz_scene *s, const rz_found_event *e); /* the news of it is given: «خبر سفر X را اعلام کرد» */
/* What the words before the verb make of what takes place in the clause; NULL: nothing (happening.c). */
const char *rz_status_happening(const rz_scene *s, const rz_found_event *e, uint32_t verb);
bool rz_is_a_matter(const rz_found *found, const rz_found_event *e); /* at_large.c */
void rz_named_drop(const rz_scene *s, rz_found_event *e); /* dealt.c */
void rz_agreed_against(const rz_scene *s, rz_found_event *e); /* dealt.c */
uint32_t rz_comes_from(const rz_scene *s, uint32_t land); /* «با X از Y»: X, where the mention is Y; RZ_NONE: nobody (lists.c) */
bool rz_only_words(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last); /* «سیاست‌های X را مورد حمله قرار داد» (beside.c) */
bool rz_is_asked_whether(const rz_scene *s, const rz_found_event *e); /* at_large.c */
bool rz_only_signals(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last); /* beside.c */
bool rz_is_proposed(const rz_scene *s, uint32_t first, uint32_t clause); /* beside.c */
bool rz_only_says(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last); /* «X اعلام کرد تحریم‌هایی وضع خواهد شد» (beside.c) */
void rz_doing_add(rz_found *found, rz_found_event *e); /* «X در حال حمله به Y است»: he does it (happening.c) */
bool rz_is_decided(const rz_scene *s, const rz_found_event *e, const rz_link *link); /* «تصمیم X برای اخراج Y», «… به اخراج Y» (happening.c) */
bool rz_is_destination(const rz_scene *s, const rz_found_event *e, uint32_t mention); /* «پس از آزادی به X منتقل شدند»: not of the deed (happening.c) */
/* The status of the word of this class that the verb of the event's clause goes with («از … منصرف شد»); NULL: there is none. */
const char *rz_status_done(const rz_scene *scene, const rz_found_event *e, uint8_t class);
/* «X را به حمله متهم کرد», where «به» is before the noun; «X را مسئول حمله دانست». NULL: neither. */
const char *rz_status_accused(const rz_scene *scene, const rz_found_event *e, bool to);
void rz_statements_find(rz_found *found);
void rz_statements_recall(rz_found *found); /* topic_before.c: what those are about that name no topic */
void rz_instruments_find(rz_found *found);
bool rz_made_anew(const rz_scene *scene, const rz_found_instrument *a, const rz_found_instrument *b); /* signers.c */
/* «این دیدار دو روز پس از آن انجام شد که …»: the clause that tells from what the days of the time are counted, or RZ_NONE (when.c). */
uint32_t rz_days_counted_in(const rz_scene *scene, const rz_time_mention *time);
bool rz_time_tells_when(const rz_scene *scene, const rz_time_mention *time); /* not «تا سال ۲۰۲۸», «از ۲۰۱۰ تاکنون» (when.c) */
void rz_events_find(rz_arena *arena, const rz_grammar *g, const rz_text *text, const rz_mentions *mentions, const rz_article *article, rz_found *out);
#endif
