#ifndef RZ_EVENT_TOPIC_H
#define RZ_EVENT_TOPIC_H

#include "event/event.h"

/* Which names of topics count: also the subject, where that is what is talked of; only states of which something is told
 * («تحولات سوریه»), not who does or has something; states whatever governs them, in the name of what was voted on;
 * states that something is said of («پیروزی سوریه»). */
typedef enum { RZ_TOPICS_ALL, RZ_TOPICS_SUBJECTS, RZ_TOPICS_MATTERS, RZ_TOPICS_NAMED, RZ_TOPICS_SPOKEN } rz_gather;

typedef struct {
    uint32_t first, last; /* tokens */
    uint32_t clause;      /* of this clause alone, or RZ_NONE */
    bool opens;           /* it begins right after «درباره», «محور این دیدار» */
} rz_told_in;

/* The topics named there, longest names only, each once, are added to `out`. */
void rz_topics_gather(const rz_scene *scene, rz_told_in in, rz_gather how, rz_row_list *out);

/* «حملات X به»: is the preposition at the token of what is done to somebody? */
bool rz_deed_toward(const rz_scene *scene, uint32_t prep, uint32_t clause);

/* ---- about_deed.c ---- */
void rz_topics_of_deed(const rz_scene *scene, rz_found_event *e);
void rz_topics_of_that_vote(const rz_found *found, rz_found_event *e); /* «این قطعنامه»: what it was told to be about before */
/* The clause that goes on right after the words of another, its parent; RZ_NONE. */
uint32_t rz_clause_told_after(const rz_scene *scene, uint32_t clause);

/* ---- topic_before.c ---- */
/* What the title names as the matter of the report. */
void rz_topics_of_title(const rz_scene *scene, rz_row_list *out);
/* What was told of last before the sentence, else by the title. */
void rz_topics_before(const rz_found *found, uint32_t sentence, rz_row_list *out);

#endif
