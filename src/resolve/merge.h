/* Found events on their way to becoming one (merge*.c). */
#ifndef RZ_RESOLVE_MERGE_H
#define RZ_RESOLVE_MERGE_H

#include "resolve/resolve.h"

enum { MOST_PARTS = 24, MOST_PROOFS = 12, PROOF_BYTES = 1150, OPEN_EVENTS = 48 };

typedef struct {
    const rz_found_event *from; /* the first that said it */
    const rz_found_event *apart; /* what told it together with others that it is not, or NULL */
    const rz_event_kind *kind;
    const char *status;
    bool stated, dropped;
    bool counted; /* its day is that of something else told, or so long after it */
    rz_days days;
    uint32_t place, forum; /* mentions, or RZ_NONE */
    rz_row place_row;
    uint32_t actors[MOST_PARTS];
    const char *roles[MOST_PARTS];
    uint32_t n_actors;
    rz_row_list topics;
    uint32_t count;
    rz_span proofs[MOST_PROOFS];
    uint32_t n_proofs;
    bool verbal;
    uint32_t told_last; /* token where it was last told of */
} merged;

typedef struct {
    rz_cast *cast;
    const rz_found *found;
    RZ_VEC(merged) out;
    const rz_found_event *beside, *whose; /* what tells in a relative clause who goes with those of another event, and that event, while it is taken; or NULL */
    uint32_t *became; /* for each found event: its merged one, or RZ_NONE */
    bool *taken;      /* for each found event: has it been looked at, whatever became of it? */
} merger;

/* The merged events [low, high) that stand near one: what is further away has nothing to do with it. The title's are taken last, and
 * stand before the first of the body. */
static inline rz_around rz_merged_beside(const merger *m, uint32_t own) {
    return (rz_around){own > OPEN_EVENTS ? own - OPEN_EVENTS : 0, m->out.n > own + OPEN_EVENTS ? own + OPEN_EVENTS : m->out.n};
}
static inline rz_around rz_merged_around(const merger *m, const merged *e) { return rz_merged_beside(m, e->from->in_title ? 0 : (uint32_t)(e - m->out.at)); }
/* Those near a token: near what was made of the last found event before it. */
rz_around rz_merged_near(const merger *m, uint32_t token);
/* The one told last before the token, and not by the title, that fits; NULL: none. */
merged *rz_merged_last(const merger *m, uint32_t token, bool (*fits)(const merger *m, const merged *e, const void *how), const void *how);
/* The first of those told of not long ago: others are not looked at again. */
static inline uint32_t rz_first_open(const merger *m) { return m->out.n > OPEN_EVENTS ? m->out.n - OPEN_EVENTS : 0; }

bool rz_days_overlap(rz_days a, rz_days b);
bool rz_days_agree(rz_days a, rz_days b); /* or is one of them not told? */
/* planned, hoped, postponed or cancelled */
bool rz_looks_ahead(const char *status);
/* How many actors both have. */
bool rz_merged_has(const merged *e, uint32_t actor);
uint32_t rz_merged_shared(const merged *a, const merged *b);
void rz_merged_add(merged *e, uint32_t actor, const char *role);
void rz_merged_topics(const merger *m, merged *e, const rz_row_list *topics);
/* Takes what e tells into `to`, the same event. */
void rz_merged_join(const merger *m, merged *to, const merged *e);

/* ---- merge_proof.c ---- */
void rz_merged_show(merged *e, rz_span span); /* once */
void rz_merge_add_proof(const merger *m, merged *e, const rz_found_event *f);

/* ---- merge_beside.c: whoever the found event tells of beside others goes to what was told of them; false: it stands for itself ---- */
bool rz_merge_beside(merger *m, uint32_t index);

/* ---- merge_enough.c ---- */
/* Is all told that its frame needs? */
bool rz_merged_enough(const merger *m, merged *e); /* may make it what another frame of its words tells */

/* ---- merge_same.c ---- */
bool rz_same_kind(const rz_event_kind *a, const rz_event_kind *b);
bool rz_same_actor(const merger *m, uint32_t x, uint32_t y);
bool rz_told_as(const merger *m, uint32_t x, uint32_t y);
uint32_t rz_shared_actors(const merger *m, const merged *a, const merged *b);
bool rz_merge_only_seen(const merger *m, const merged *e); /* a town on the journey: merge_place.c */
rz_row rz_merged_state(const merger *m, uint32_t actor); /* itself, or whose he is; RZ_NONE: nobody's */
bool rz_merge_theirs(const merger *m, const merged *a, const merged *b); /* b, of a delegation, is the journey of one of theirs told before it */
bool rz_merge_by_sides(const merger *m, const merged *to, const merged *e); /* is e told by «طرفین» alone, who are the two of to? */
bool rz_merge_one_delegation(const merger *m, const merged *a, const merged *b); /* the same, told by its head and by whose it is */
bool rz_places_agree(const merger *m, rz_row a, rz_row b);
/* Is the visit b of the title that of a, told by an office that need not be the guest's own? */
bool rz_told_in_title(const merger *m, const merged *a, const merged *b);
/* Is e, called off, told of as before what `to` tells? */
bool rz_put_off_before(const merger *m, const merged *to, const merged *e);
/* Do both sessions bear the name of one place? */
bool rz_named_alike(const merger *m, const merged *a, const merged *b);
bool rz_one_number(const merger *m, const merged *a, const merged *b); /* «نشست سوم X», in the title «نشست سوم Y» */
bool rz_one_to_come(const merger *m, const merged *a, const merged *b);
bool rz_one_table(const merger *m, const merged *a, const merged *b); /* «مذاکرات وین»: those told of as there */
rz_row rz_merged_forum(const merger *m, const merged *e);
/* How well b is told of as a; 0: another event. */
uint32_t rz_likeness(const merger *m, const merged *a, const merged *b);
bool rz_merge_other_company(const merger *m, const merged *a, const merged *b); /* merge_company.c: did others, or fewer, sit there? */
bool rz_is_sitting(const merged *e); /* do two sides, and no body, sit down for it? */
bool rz_merge_tells_company(const merged *e); /* of rounds that were told of: who mediates in them or is present */
bool rz_merge_goes_on_now(const merger *m, const merged *e);
bool rz_merge_one_turn(const merger *m, const merged *a, const merged *b);
bool rz_was_foretold(const merger *m, const merged *a, const merged *b); /* of a, before it was: «پیشتر اعلام شده بود که … خواهند کرد» */
bool rz_merge_is_sum(const merger *m, const merged *e); /* «تاکنون ۵۰۰ زندانی را رها کرده‌اند» (merge_earlier.c) */
bool rz_merge_old_news(const merger *m, const merged *a, const merged *title); /* is a what was before, and no title tells? */
bool rz_merge_other_deed(const merger *m, const merged *a, const merged *b); /* merge_earlier.c */
bool rz_told_of_earlier(const merger *m, const merged *a, const merged *b); /* «پیش از این نیز X با Y دیدار کرده بود»: b, another than a */
/* Is one the answer to the other, the sides turned? */
bool rz_is_answer(const merger *m, const merged *a, const merged *b);
bool rz_merge_sides_turned(const merger *m, const merged *a, const merged *e);
bool rz_merge_each_acts(const merger *m, const merged *a, const merged *b);    /* each state did something of its own (merge_deed.c) */
bool rz_merge_turned_about(const merger *m, const merged *a, const merged *b); /* one mission was shut, one opened (merge_same.c) */
bool rz_merge_one_course(const merger *m, const merged *a, const merged *b); /* of both it is told that a mission was shut, or opened */
bool rz_merge_another_year(const merger *m, const merged *a, const merged *b); /* one is told by the way, of a year */

/* ---- merge_course.c: one event told as to come, as begun and as ended ---- */
bool rz_told_at_length(const merger *m, const merged *a, const merged *b);
bool rz_long_ago(const merger *m, const merged *a, const merged *b); /* was one of the two weeks before the report? */
bool rz_told_pluperfect(const merger *m, const merged *e);
bool rz_under_way(const merger *m, const merged *a, const merged *b);       /* a visit that is to come, and has begun */
bool rz_told_in_present(const merger *m, const merged *a, const merged *b); /* a title tells in the present what was */
bool rz_ends_visit(const merger *m, const merged *a, const merged *b);

/* ---- merge_again.c ---- */
bool rz_merge_told_again(const merger *m, const merged *e);
void rz_merge_of_series(const merger *m, merged *e);        /* another of the sessions or rounds told of takes over what they are */
bool rz_organ_of(const merger *m, const rz_cast_member *organ, const rz_cast_member *whole); /* «شورای اتحادیه اروپا», of the union */
bool rz_merge_is_another(const merger *m, const merged *e); /* «برای X نیز سفیر تعیین کرد» */
uint32_t rz_merge_retold(const merger *m, const merged *e); /* the deed told of before that e tells again, or RZ_NONE */
bool rz_merge_abstains(const merger *m, const merged *told, const merged *e); /* whoever abstains, told after the vote, is no party to it */
bool rz_merge_other_paper(const merger *m, const rz_found_event *f);               /* «قطعنامه دیگری»: merge_numbers.c */
bool rz_merge_other_number(const merger *m, const merged *a, const merged *b); /* of votes, or of people */
bool rz_merge_one_crowd(const merger *m, const merged *a, const merged *e); /* may those who protested be the same? */
uint32_t rz_merge_vote_meant(const merger *m, const merged *e); /* the vote told of before that a vote of nobody is, or RZ_NONE */
bool rz_merge_own_session(const merger *m, const merged *a, const merged *b); /* «در نشستی تاریخی، جلسه خود را … برگزار کردند»: both are one */

/* The session told of before that «در این نشست», «در اجلاس» points to, or RZ_NONE. */
uint32_t rz_merge_session_meant(const merger *m, const merged *e);

/* ---- merge_status.c ---- */
/* Is one told not to have been, the other put off or called off? */
bool rz_came_to_nothing(const merged *a, const merged *b);
/* The status of `to`, now that e tells of it too. */
void rz_merged_status(const merger *m, merged *to, const merged *e);

/* ---- merge.c ---- */
/* A found event by itself, at a time and place of it. */
merged rz_merge_begin(const merger *m, const rz_found_event *f, uint32_t time, uint32_t place);
void rz_merge_drop_states(const merger *m, merged *e); /* those that people of theirs act for */

/* ---- merge_guests.c ---- */
void rz_merge_guests(merger *m);
void rz_merge_speech_places(merger *m);

/* ---- merge_ceremony.c ---- */
void rz_merge_ceremonies(merger *m);

/* ---- merge_legs.c ---- */
enum { MOST_LEGS = 16 };
typedef struct {
    uint32_t place, time; /* a mention, one of mentions.times or RZ_NONE */
} leg;
bool rz_merge_has_legs(const rz_scene *s, const rz_found_event *f);
const merged *rz_merge_leg_of(const merger *m, const merged *visit, const merged *e);
const merged *rz_merge_just_told(const merger *m, const rz_found_event *visit, const merged *told);
/* «به قزاقستان، ازبکستان و ترکمنستان سفر می‌کند»: those beside f->place; how many. */
uint32_t rz_merge_legs(const merger *m, const rz_found_event *f, leg *out);

/* ---- merge_discuss.c ---- */
void rz_merge_discuss(merger *m, uint32_t index);

/* ---- merge_within.c ---- */
uint32_t rz_merge_within(const merger *m, const merged *e); /* the session or round in which those of e spoke, or RZ_NONE */

/* ---- merge_mediators.c: who brought the sides together; merge_heads.c: who led them ---- */
void rz_merge_mediators(merger *m);
void rz_merge_heads(merger *m);

/* ---- merge_matters.c: what was talked of, told in a sentence of its own ---- */
void rz_merge_matters(merger *m);

/* ---- merge_topics.c: what events are about that their own words do not tell ---- */
void rz_merge_topics(merger *m);

/* ---- merge_peace.c: of which question «روند صلح» is ---- */
void rz_merge_peace(const merger *m, merged *e);

/* ---- merge_title.c ---- */
/* Joins what the title tells to the one event of the body that it can be; RZ_NONE: there is none, or more than one. */
uint32_t rz_merge_title_twin(merger *m, const merged *title);
bool rz_represented(const merger *m, const merged *e, uint32_t actor); /* is he in e, or somebody of the state or body that he is told by? */
void rz_merge_title_call(merger *m);

/* ---- merge_apart.c ---- */
void rz_merge_drop_sums(merger *m);
/* The events that e, at a time of it or RZ_NONE, is where its sentence tells of one with each («جداگانه», «با X و با Y»), at most so many,
 * into out; 0: it is one. */
uint32_t rz_merge_apart(const merger *m, const merged *e, uint32_t time, merged *out, uint32_t most);
void rz_merge_share_apart(merger *m); /* days and places of those told in one sentence */

/* ---- merge_in_turn.c ---- */
/* «با X و Y به ترتیب در A و B دیدار کرد»: as rz_merge_apart, one with each. */
uint32_t rz_merge_in_turn(const merger *m, const merged *e, uint32_t time, merged *out, uint32_t most);
/* «X و Y به ترتیب به A و B رفتند»: leaves in e whoever went on the leg, one of so many. */
void rz_merge_goes_in_turn(const merger *m, merged *e, uint32_t which, uint32_t n_legs);

/* ---- merge_lend.c ---- */
/* What a found event became, or NULL; what its clause tells: the event of the verb, or what took place in it, or RZ_NONE. */
merged *rz_merged_at(const merger *m, uint32_t found_index);
uint32_t rz_merge_main_of(const merger *m, uint32_t index);
void rz_merge_lend_places(merger *m);
void rz_merge_session_places(merger *m);
void rz_merge_talks_on(merger *m);
void rz_merge_wide_names(merger *m);
void rz_merge_lend(merger *m);
void rz_merge_crowds(merger *m);
void rz_merge_add_described(const merger *m, merged *e, const rz_found_event *f); /* merge_described.c: those whom the report names */
void rz_merge_described(merger *m); /* the others */
void rz_merge_other_sides(merger *m);
void rz_merge_bare_credentials(merger *m); /* merge_again.c: of nobody, where others tell whose they are */
void rz_merge_recalls(merger *m); /* merge_recalls.c: an envoy called home is not summoned */
void rz_merge_share_days(merger *m);
void rz_merge_by_then(merger *m); /* last: from now to a day long after is no day to compare by */
void rz_merge_other_days(merger *m); /* … than those that the events were given: when they were to be, or over */
void rz_merge_not_yet(const merger *m, merged *e);
void rz_merge_under_way(merger *m); /* merge_status.c */
void rz_merge_sign_once(merger *m); /* merge_paper.c */
bool rz_merge_other_signers(const merger *m, const merged *a, const merged *b);
void rz_merge_sign_by_name(merger *m);
rz_row rz_merge_seat(const merger *m, const rz_found_event *f);
rz_row rz_merge_struck_seat(const merger *m, const rz_found_event *f, rz_row place);

/* ---- merge_counted.c ---- */
enum { RZ_HOURS_OF_A_DAY = 8 }; /* so many hours after something it is the same day */
void rz_merge_counted(merger *m);

/* ---- merge_same_day.c ---- */
void rz_merge_same_day(merger *m);

/* ---- merge_parts.c ---- */
uint32_t rz_merged_states(const merger *m, const merged *e); /* how many of those who take part are states */
void rz_merge_add_part(const merger *m, merged *e, const rz_found_event *f, const rz_part *p);
void rz_merge_add_parts(const merger *m, merged *e, const rz_found_event *f);
void rz_merge_drop_bodies(const merger *m, merged *e);  /* the ministry beside who heads its delegation */
void rz_merge_drop_offices(const merger *m, merged *e); /* an office beside who holds it */

/* ---- merge_parties.c ---- */
void rz_merge_parties(merger *m);

/* ---- merge_place.c ---- */
/* The place or state that a mention names; RZ_NONE. */
rz_row rz_merged_place(const merger *m, uint32_t mention);
/* The state itself, or the one that the place lies in; RZ_NONE. */
rz_row rz_state_of_place(const merger *m, rz_row place);
void rz_merge_named_places(merger *m);
void rz_merge_place_there(const merger *m, const merged *visit, merged *e);
void rz_merge_infer_places(merger *m);
void rz_merge_city_of_stay(merger *m);
void rz_merge_share_ends(merger *m);
/* ---- merge_days.c ---- */
bool rz_merge_is_ahead(const rz_time_mention *t);
bool rz_merge_is_since(const merger *m, const rz_found_event *f, uint32_t time); /* «نخستین سفر او پس از سال ۲۰۱۷» */
bool rz_merge_is_over(const merger *m, const rz_found_event *purpose); /* «هفته گذشته برای دیدار با X به Y رفت» */
void rz_merge_days_of_clause(merger *m);
rz_days rz_merge_days_told(const merger *m, const rz_found_event *f, uint32_t time);
rz_days rz_merge_day_of_part(const merger *m, const rz_found_event *f);

/* ---- merge_pointed.c ---- */
/* «این دیدار»: is it told before the token, so many sentences at most, and can the noun at its token (RZ_NONE: none) mean it? */
bool rz_merge_told_before(const merger *m, const merged *told, uint32_t token, uint32_t noun, uint32_t sentences);
void rz_merge_pointed(merger *m);

/* ---- merge_home.c ---- */
void rz_merge_at_home(merger *m);
void rz_merge_goes_home(const merger *m, merged *e); /* «بغداد را به مقصد مسکو ترک کرد»: the visit was to Baghdad */

/* ---- merge_dateline.c ---- */
void rz_merge_dateline(merger *m);

/* ---- merge_house.c ---- */
void rz_merge_houses(merger *m);
void rz_merge_known_sessions(merger *m);

/* ---- merge_scene.c ---- */
void rz_merge_scenes(merger *m);
bool rz_merge_stands_alone(const merger *m, uint32_t next); /* does nothing that begins at the token say which session it is? */
rz_row rz_merge_office_of(const merger *m, const merged *session); /* «نشست وزیران خارجه X»: whose; RZ_NONE: not told */

/* ---- merge_speakers.c ---- */
void rz_merge_speakers(merger *m);

/* ---- merge_fold.c: what is told a second time by another name, once all is known of both ---- */
void rz_merge_fold(merger *m);

/* ---- merge_forum.c: what body voted, where the vote itself does not tell ---- */
void rz_merge_forums(merger *m);

/* ---- merge_deed.c: a sanction, release, vote, protest … told a second time in other words ---- */
void rz_merge_deeds(merger *m);

/* ---- merge_other.c ---- */
void rz_merge_drop_other_worlds(merger *m);

/* ---- merge_setting.c ---- */
bool rz_merge_is_in_session(const merger *m, uint32_t index, const rz_found_event *f);
void rz_merge_drop_settings(merger *m);

/* ---- merge_show.c ---- */
void rz_merge_hosts(const merger *m, merged *e);
uint32_t rz_merge_rank(const merger *m, rz_row office); /* 0: none is told */
bool rz_merge_leads(const merger *m, uint32_t actor);   /* a state or its government */

void rz_merge_target(const merger *m, merged *e);
void rz_merge_by_hosts(const merger *m, merged *e); /* who summons or expels an envoy: merge_home.c */
void rz_merge_only_participants(const merger *m, merged *e);
void rz_merge_show(const merger *m, const merged *e, uint32_t number, rz_event *out);

/* ---- merge_kind.c: what kind it is by who takes part ---- */
void rz_merge_between_states(const merger *m, merged *e);
bool rz_merge_few(const merger *m, const merged *e); /* a session of a few people, and of no body */
void rz_merge_leaders(const merger *m, merged *e);

static inline uint32_t rz_merge_sentence(const merger *m, uint32_t token) { return rz_token_sentence(&m->found->scene, token); }

#endif
