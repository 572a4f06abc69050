#ifndef RZ_EVENT_PAPER_H
#define RZ_EVENT_PAPER_H

#include "event/event.h"

/* Of a noun that makes an agreement of what follows it («موافقت‌نامه گمرکی»): */
bool rz_paper_is(const rz_scene *scene, const rz_hit *noun, const char *kind);
/* Where its count begins («هشت تفاهم‌نامه», «چند سند»), or the noun; is the word a number of more than one; are they two? */
uint32_t rz_paper_count_from(const rz_scene *scene, uint32_t noun, uint32_t low);
bool rz_paper_numbered(const rz_scene *scene, uint32_t token);
bool rz_paper_counted_two(const rz_scene *scene, uint32_t noun);
/* The first token after a name that starts at `first`: the closing mark of its quotation, or where its phrase ends. */
uint32_t rz_paper_name_end(const rz_scene *scene, uint32_t first, uint32_t limit, bool quoted);
uint32_t rz_paper_split(const rz_scene *scene, uint32_t first, uint32_t last);
/* Names that tell of no agreement. */
bool rz_paper_says_nothing(const rz_scene *scene, uint32_t first, uint32_t last);
bool rz_paper_no_accord(const rz_scene *scene, const rz_hit *noun, uint32_t end);
bool rz_paper_of_anybody(const rz_scene *scene, const rz_sentence *in, const rz_hit *noun);
/* Told in the plural: «اسناد», «تفاهم‌نامه‌ها». */
bool rz_paper_plural(const rz_scene *scene, const rz_hit *noun);
bool rz_paper_is_aim(const rz_scene *scene, uint32_t token); /* «توافق [برای] آزادی X» */
bool rz_paper_any_such(const rz_scene *scene, const rz_sentence *in, uint32_t token);
uint32_t rz_paper_with_end(const rz_scene *scene, const rz_sentence *in, const rz_hit *noun);
bool rz_paper_ends_indefinite(const rz_scene *s, const rz_hit *noun, uint32_t first);
bool rz_paper_praised(const rz_scene *scene, uint32_t open, uint32_t limit);
uint32_t rz_paper_length_after(const rz_scene *scene, const rz_hit *noun, uint32_t limit);

/* «امضای سند X، اجرای تفاهمات Y …»: the cue is of another paper, that stands between, and no list goes on to this one. */
bool rz_paper_behind(const rz_scene *scene, const rz_sentence *in, uint32_t from, uint32_t cue, rz_row stage);
/* «تفاهم‌نامه …، موافقت‌نامه … و سند … را امضا کردند»: another paper soon after a comma or «و», so that what is said of one is said of all. */
bool rz_paper_in_list(const rz_scene *scene, const rz_sentence *in, const rz_hit *noun);
/* Of which types names begin in the sentence: most have none that a paper is told by. */
static inline uint32_t rz_types_in(const rz_text *text, const rz_sentence *in) {
    uint32_t types = 0;
    for (uint32_t t = in->first; t < in->last; t++) types |= rz_types_at(text, t);
    return types;
}

uint32_t rz_stage_time(const rz_scene *scene, const rz_sentence *in, uint32_t cue); /* when the paper came to it; RZ_NONE: nothing tells */
/* The stage, where the signing that the cue tells of is yet to come; the stage that a signing of the sentence tells, or RZ_NONE. */
rz_row rz_stage_as_signed(const rz_found *found, rz_row stage, uint32_t cue);
rz_row rz_stage_of_signing(const rz_found *found, const rz_sentence *sentence, uint32_t *cue);

/* ---- between whom it is (signers.c) ---- */
/* Into `out`: mentions of the lands, two or more, whose firms or universities the clause tells of near the token (institutions.c). */
enum { RZ_MOST_LANDS = 4 };
uint32_t rz_institution_lands(const rz_scene *scene, uint32_t clause, uint32_t token, uint32_t *out);
void rz_between_add(rz_found *found, rz_found_instrument *n, const rz_sentence *sentence, uint32_t from); /* «میان X و Y», «با X» */
uint32_t rz_sides(const rz_scene *scene, const rz_found_instrument *n); /* how many parties are told of; «دو وزیر» are two */
bool rz_two_before(const rz_scene *s, uint32_t token); /* two states or bodies, before it in its clause */
bool rz_holds_one(const rz_scene *s, const rz_sentence *in, const rz_hit *noun, rz_row stage, uint32_t cue); /* somebody has the ceasefire */
void rz_signers_add(rz_found *found, rz_found_instrument *n, uint32_t cue);
/* «X از پیمان پاریس خارج شد»: of one of the tables that is open to all, whom the sentence tells of. */
void rz_open_signers_add(rz_found *found, rz_found_instrument *n, const rz_hit *hit, uint32_t cue);
/* «X و Y بر سر آتش‌بس توافق کردند»: no word for a paper. */
bool rz_verbless_title(const rz_scene *s, const rz_sentence *in);
void rz_title_agreed(rz_found *found, const rz_sentence *in); /* «توافق X و Y بر سر …», a title without its verb */
/* The cue of what was agreed, where the stage is found at `cue`; «توافق کردند که آتش‌بس برقرار شود»: before what is to come of it. */
uint32_t rz_agreed_at(const rz_scene *s, const rz_sentence *in, rz_row stage, uint32_t cue);
void rz_matter_agreed(rz_found *found, const rz_sentence *sentence, uint32_t cue);

/* The paper that was named last before a sentence, at whatever stage. */
typedef struct {
    rz_hit noun;
    uint32_t first, last; /* none: none yet */
} rz_paper_told;
void rz_paper_note(const rz_scene *scene, const rz_sentence *sentence, rz_paper_told *told);
bool rz_paper_apart(const rz_scene *scene, const rz_sentence *in, uint32_t token);
bool rz_paper_fields_go_on(const rz_scene *s, uint32_t comma, uint32_t first, uint32_t limit);
bool rz_paper_is_verb(const rz_scene *s, const rz_sentence *in, const rz_hit *noun);
bool rz_paper_only_part(const rz_scene *s, const rz_sentence *in, const rz_hit *noun, uint32_t from);
bool rz_paper_signed_before(const rz_found *found, rz_row stage, const rz_found_event *e, uint32_t cue);
bool rz_paper_meant(const rz_scene *scene, const rz_hit *noun, const rz_paper_told *told);

/* Where a paper ends that its noun alone tells of, or the noun: one called by its year (dated.c), an accord told of in passing (made.c).
 * Not those that are told of in the instruments from `before` on. */
typedef uint32_t rz_noun_reader(rz_found *found, const rz_sentence *sentence, const rz_hit *noun, uint32_t before);
rz_noun_reader rz_dated_at, rz_made_at;
void rz_paper_nouns_read(rz_found *found, const rz_sentence *sentence, uint32_t before, rz_noun_reader *read);
/* Is what begins at the token what a bill or resolution is about, or the paper whose noun stands right before? */
bool rz_paper_is_matter_of_bill(const rz_scene *s, const rz_sentence *in, uint32_t token);
bool rz_paper_is_matter(const rz_scene *s, uint32_t token);
/* Was the sentence found to tell of it already? */
bool rz_paper_told_already(const rz_found *found, uint32_t before, uint32_t first, uint32_t last);

/* ---- at which stage it is (stage.c) ---- */
/* Does a cue of a stage stand here, or that it is there («امضاشده»)? */
bool rz_stage_told_at(const rz_scene *scene, const rz_hit *hit);
bool rz_stage_is_nominal(const rz_scene *scene, const rz_hit *hit); /* a cue that no verb belongs to: «[خروج] نیروها» */
bool rz_stage_of_next(const rz_scene *scene, uint32_t cue, rz_row stage); /* is it said only of what follows: «رسیدن به [تفاهم]»? */
bool rz_stage_at_cue(const rz_scene *scene, uint32_t cue, rz_row stage);  /* does a cue of that stage stand there, whatever the verb makes of it? */
bool rz_stage_without(const rz_scene *scene, const rz_hit *cue); /* stage_refused.c */
bool rz_stage_may_be(const rz_scene *scene, uint32_t cue); /* the verb behind it in its clause is in the subjunctive */
bool rz_stage_is_wished(const rz_scene *scene, uint32_t cue); /* «از X خواست … را لغو کند» */
bool rz_stage_refused(const rz_scene *scene, const rz_hit *cue, const rz_verb *verb, const rz_sentence *in, bool *kept); /* kept: from doing it */
bool rz_stage_awaits(const rz_scene *scene, const rz_hit *cue, const rz_sentence *in);
bool rz_stage_refused_before(const rz_scene *scene, uint32_t token);
uint32_t rz_stage_participle(const rz_scene *scene, uint32_t token); /* where that ends; the token itself: none stands here */
/* Where the verb of a cue is left out («پیمان X را لغو و پیمان Y را امضا کرد»), the sentence up to there; else all of it. */
rz_sentence rz_stage_part(const rz_scene *scene, const rz_sentence *in);
/* What the cues of the clause (RZ_NONE: of the sentence) say, and in *at the first token of the cue; RZ_NONE: nothing. */
rz_row rz_stage_in(const rz_scene *scene, const rz_sentence *in, uint32_t clause, uint32_t *at);
/* paper_before.c. Of the agreement named at token `noun`: what its own clause says, where the cue at *cue belongs to another agreement. */
bool rz_own_stage(const rz_scene *scene, const rz_sentence *in, uint32_t noun, rz_row *stage, uint32_t *cue);

#endif
