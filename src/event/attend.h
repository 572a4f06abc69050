/* Who was at a session, a round or a meeting by the words that tell so. */
#ifndef RZ_EVENT_ATTEND_H
#define RZ_EVENT_ATTEND_H

#include "event/event.h"

void rz_setting_subject(rz_found *found, rz_found_event *e); /* «X در این نشست گفت», «به نشست رفت»: the subject of the clause was at it */
void rz_setting_unnamed(rz_found *found, rz_found_event *e); /* behind rz_described_add */
/* «برای نشست X به Y رفت [و با Z دیدار کرد]»: the journey of its clause that the event is the purpose of; RZ_NONE: none. */
uint32_t rz_journey_for(const rz_found *found, const rz_found_event *e);
/* «[سفر X به Y] برای شرکت در نشست»: the journey, told by a noun right before; RZ_NONE: none. */
uint32_t rz_journey_before(const rz_found *found, const rz_found_event *e, const rz_link *link);
/* «شرکت X در نشست»: the noun before the session that says who was at it, or RZ_NONE. */
uint32_t rz_attending(const rz_found *found, const rz_found_event *e);
/* «در سخنرانی افتتاحیه این اجلاس»: tokens [from, to) tell of a part of a session. */
bool rz_of_its_opening(const rz_scene *s, uint32_t from, uint32_t to);

/* «ضمن شرکت در نشست با X دیدار کرد»: is the subject of its clause at the session so (attend_besides.c)? */
bool rz_attends_besides(const rz_found *found, const rz_found_event *e, const rz_link *link);

/* ---- attend_told.c: at what the text has told of, or tells of right before ---- */
void rz_attends_it(rz_found *found, rz_found_event *e);         /* «X نیز در آن حضور داشت», «به آنان پیوست» */
bool rz_attended_behind(rz_found *found, rz_found_event *e);    /* «این دیدار که با حضور X انجام شد»; is it one told of before? */
void rz_attending_heads(rz_found *found, rz_found_event *e);    /* «هیئتی به ریاست X در آن حضور داشت» */
void rz_attending_all(rz_found *found, rz_found_event *e, uint32_t clause); /* attend_all.c: who else, behind people without a name */
uint32_t rz_in_it_end(const rz_scene *s, uint32_t token);       /* past «در آن» of what was told before, not «در آن ساختمان»; or the token */

#endif
