/* Days: what each time expression means, and the day of the report itself, from all that the text says together. */
#ifndef RZ_RESOLVE_DAYS_H
#define RZ_RESOLVE_DAYS_H

#include "article/article.h"
#include "mention/time.h"

typedef struct {
    rz_days published; /* both RZ_NO_DAY where nothing bounds it to some two years: what else is told from it */
    rz_days shown;     /* the same, or wider: what is said of it */
    int minute;
    const char *basis; /* metadata stated inferred, or NULL */
    const char *const *because;
    uint32_t n_because;
    rz_date *dates; /* one for each of mentions.times, same index; days RZ_NO_DAY where it means no days */
} rz_solution;

/* known: the day where the user gave it, else both RZ_NO_DAY. */
void rz_days_solve(rz_arena *arena, const rz_text *text, const rz_mentions *mentions, const rz_article *article,
                   rz_days known, rz_solution *out);
/* Is the report's day told by the user, by the page's data for machines or by its text, so that nothing is to be solved? */
bool rz_published_told(const rz_data *data, const rz_mentions *mentions, const rz_article *article, rz_days known);
/* The same of the report's own day alone: no dates. */
void rz_published_solve(rz_arena *arena, const rz_text *text, const rz_mentions *mentions, const rz_article *article,
                        rz_days known, rz_solution *out);

/* ---- who held an office when (src/resolve/tenure.c) ---- */

/* The holder of an office during `when`; RZ_NONE where nobody is known, several are, or `when` lies past the horizon and
 * the last known holder is not sure. *tenure may be NULL. */
rz_row rz_holder(const rz_data *data, rz_row office, rz_row whose, rz_days when, rz_tenure *tenure);
/* The same for those who are sent: ambassadors, permanent representatives. `seat` is a state, a place or an organisation. */
rz_row rz_sent_holder(const rz_data *data, rz_row office, rz_row whose, rz_row seat, rz_days when);
bool rz_may_have_held(const rz_tenure *t, rz_days when); /* on some of the days, as far as is known; RZ_NO_DAY: of any */
bool rz_office_is_held(const rz_data *data, rz_row office, rz_row whose, rz_days when); /* by somebody whom the tables know, on some of the days; RZ_NO_DAY: of any */
/* Moscow is Russia, where somebody is sent. */
rz_row rz_seat_of(const rz_data *data, rz_row seat);

bool rz_forum_of_ministers(const rz_text *text, const rz_mention *forum); /* days_known.c: «وزیران خارجه X»: not those who lead */

enum { RZ_HEAD_OF_GOVERNMENT = 94 }; /* the rank of an office from which one leads a state */
enum { RZ_FIRST_REPORT = 10957, RZ_LAST_REPORT = 27027 }; /* no report is told to be from before 2000-01-01 or after 2043-12-31 */

#endif
