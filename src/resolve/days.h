/* Days: what each time expression means, and the day of the report itself, from all that the text says together. */
#ifndef RZ_RESOLVE_DAYS_H
#define RZ_RESOLVE_DAYS_H

#include "article/article.h"
#include "mention/time.h"

typedef struct {
    rz_days published; /* both RZ_NO_DAY where nothing bounds it */
    int minute;
    const char *basis; /* metadata stated inferred, or NULL */
    const char *const *because;
    uint32_t n_because;
    rz_date *dates; /* one for each of mentions.times, same index; days RZ_NO_DAY where it means no days */
} rz_solution;

/* known: the day where the user gave it, else both RZ_NO_DAY. */
void rz_days_solve(rz_arena *arena, const rz_text *text, const rz_mentions *mentions, const rz_article *article,
                   rz_days known, rz_solution *out);

/* ---- who held an office when (src/resolve/tenure.c) ---- */

typedef struct {
    rz_row person, office, whose; /* whose: a state or organisation row */
    rz_row seat;                  /* of an ambassador: the state, place or organisation he was sent to; or RZ_NONE */
    rz_days days;                 /* an unknown bound is RZ_NO_DAY */
    bool still;                   /* known to serve still on the horizon of its file */
    bool acting;
} rz_tenure;

/* The holder of an office during `when`; RZ_NONE where nobody is known, several are, or `when` lies past the horizon and
 * the last known holder is not sure. *tenure may be NULL. */
rz_row rz_holder(const rz_data *data, rz_row office, rz_row whose, rz_days when, rz_tenure *tenure);
/* The same for those who are sent: ambassadors, permanent representatives. `seat` is a state, a place or an organisation. */
rz_row rz_sent_holder(const rz_data *data, rz_row office, rz_row whose, rz_row seat, rz_days when);
/* The tenures of a person: fills up to max, gives how many there are. */
uint32_t rz_tenures_of(const rz_data *data, rz_row person, rz_tenure *out, uint32_t max);

/* ---- known sessions of forums ---- */
typedef struct {
    rz_days days;
    rz_row place;   /* or RZ_NONE */
    bool summit;    /* heads of state or government */
} rz_session;
uint32_t rz_sessions_of(const rz_data *data, rz_row forum, rz_session *out, uint32_t max);

#endif
