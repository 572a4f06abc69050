/* Who is sent: delegations, officials and all that stands for a state before its name. */
#ifndef RZ_EVENT_SENT_H
#define RZ_EVENT_SENT_H

#include "event/event.h"

/* Does a word for a delegation begin at the token? */
bool rz_delegation_at(const rz_scene *scene, uint32_t token);
/* Does a word for officials or leaders begin at the token? */
bool rz_officials_at(const rz_scene *scene, uint32_t token);
/* «ارتش X», «هیئت بلندپایه سیاسی X», «هیئتی رسمی از X»: what begins at `chain` and ends before the mention at `first` is X itself. */
bool rz_acts_for(const rz_scene *scene, uint32_t chain, uint32_t first);
/* «هیئتی از X», «هیئتی به نمایندگی از X»: does the preposition, tokens [start, end) of that class, say whose they are? */
bool rz_says_from(const rz_scene *scene, uint32_t start, uint32_t end, uint8_t class);
/* «نمایندگانی از X», «هیئتی رسمی از X», «از» being tokens [start, end): where the words begin whom X sends, not before `from`; or `end`. */
uint32_t rz_sent_from(const rz_scene *scene, uint32_t start, uint32_t end, uint32_t from);
/* «مقامات بلندپایه سیاسی و دفاعی X», «دفاعی» being the token at `end`: where the words begin that are joined so, not before `from`; or `end`. */
uint32_t rz_sent_joined(const rz_scene *scene, uint32_t end, uint32_t from);
/* «هیأتی از روسیه به ریاست …»: does a word for a delegation stand in the fourteen tokens before the token, within its sentence? */
bool rz_of_delegation(const rz_scene *scene, uint32_t token);
/* «هیئتی از X», «هیئت X», «مقام‌های X»: is it people of theirs who come? */
bool rz_has_delegation(const rz_scene *scene, const rz_found_event *event);

#endif
