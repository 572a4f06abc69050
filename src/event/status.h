#ifndef RZ_EVENT_STATUS_H
#define RZ_EVENT_STATUS_H

#include "event/event.h"

/* What the words of a clause say of the status of an event that it tells of. */
typedef struct {
    const char *status; /* NULL: no cue */
    const char *soon;   /* what it is where nothing else is told */
    uint32_t told_last; /* the token after the clause that tells of it, where that is the next; 0: its own */
    bool was_planned;   /* قرار بود: not planned any more */
    bool now;           /* اکنون: what is told in the present goes on */
    bool only_told;     /* گفته می‌شود: of what is to come no more than a plan */
} rz_cue;

rz_cue rz_cue_in(const rz_scene *scene, uint32_t clause, const rz_found_event *e);
rz_cue rz_cue_around(const rz_scene *scene, const rz_found_event *e); /* of the clauses above and after it too */
const char *rz_status_by_tense(const rz_scene *scene, uint32_t verb, const rz_frame *frame);
const char *rz_status_in_relative(const rz_scene *scene, const rz_found_event *e); /* happening.c; NULL: none tells it */
bool rz_called_off(const char *status); /* cancelled, postponed */
bool rz_announced(const rz_scene *scene, const rz_found_event *e); /* «از سفر X خبر داد» */
bool rz_gone_by(const rz_scene *s, uint32_t from, uint32_t to);
bool rz_by_press(const rz_scene *s, const rz_found_event *e);
const char *rz_beside_noun(const rz_scene *scene, const rz_found_event *e); /* beside.c; NULL: none */
const rz_found_event *rz_visit_before(const rz_found *found, const rz_found_event *e); /* beside.c; NULL: none */
const char *rz_status_in_company(const rz_found *found, const rz_found_event *e, const rz_link *link); /* of what else is told; NULL: nothing is */
void rz_status_of_noun(const rz_found *found, rz_found_event *e);

/* «از آزادی X استقبال کرد»: what is said of it tells that it was (judged.c). */
bool rz_is_judged(const rz_scene *s, const rz_found_event *e, const rz_link *link);
bool rz_done_regularly(const rz_scene *s, const rz_found_event *e); /* «به طور منظم دیدار می‌کنند» */
bool rz_takes_place_now(const rz_scene *scene, uint32_t clause); /* «این سفر پس از … انجام می‌شود» (happening.c) */
bool rz_is_that_journey(rz_found_event *noun, const rz_found_event *journey); /* «برای سفری کاری به X رفت» (happening.c) */
bool rz_is_answered(const rz_scene *scene, const rz_found_event *e); /* «در واکنش به اخراج …» (judged.c) */
bool rz_is_urged(const rz_scene *scene, const rz_found_event *e);   /* «بر امضای X تأکید کردند» (status_ordered.c) */
bool rz_is_bidden(const rz_scene *scene, const rz_found_event *e); /* «به تظاهرات دعوت کرد» */
bool rz_is_due(const rz_scene *s, const rz_found_event *e);
bool rz_is_settled_at(const rz_scene *s, const rz_found_event *e, const rz_link *link); /* «در این دیدار مقرر شد …» */
bool rz_is_ordered(const rz_scene *scene, const rz_found_event *e); /* «سفیر X باید برود», of who may say so */
bool rz_answers_claims(const rz_scene *scene, const rz_hit *claims, const rz_found_event *e);
bool rz_is_adopted(const rz_scene *scene, const rz_found_event *e); /* «با تحریم X موافقت کرد» */
bool rz_is_done_then(const rz_scene *s, const rz_found_event *e);
bool rz_is_of_what_comes(const rz_scene *scene, const rz_found_event *event, const rz_link *link); /* «از محورهای دیدار X خواهد بود» (status_ordered.c) */

#endif
