/* What the record knows, in words: names, parties, sources, on what reports disagree. */
#ifndef RZ_OUTPUT_KNOWN_H
#define RZ_OUTPUT_KNOWN_H

#include "output/labels.h"

static inline const char *rz_some(const char *text) { return text ? text : ""; }
static inline bool rz_is_day(rz_days days) { return days.from != RZ_NO_DAY && days.to != RZ_NO_DAY; }

/* Where an event stands in order of time: on its days, else where it was reported. */
static inline rz_days rz_event_stands(const rz_known_event *e) { return rz_is_day(e->days) ? e->days : e->reported; }

/* In the language wanted, else in the other, else the id. */
const char *rz_named_label(const rz_labels *labels, const rz_named *named);
static inline bool rz_is_named(const rz_named *n) { return *rz_some(n->id) || *rz_some(n->fa) || *rz_some(n->en); }

/* Whether a role says more than that somebody took part. */
bool rz_role_tells(const char *role);

/* Whether the paragraph goes on before and behind what stands around the proof. */
bool rz_cut_before(const rz_proof *proof);
bool rz_cut_after(const rz_proof *proof);

/* Whether the text around two proofs of an article meets: what stands between them is then the first *n_after bytes behind
 * the first and *rest. */
bool rz_proofs_meet(const rz_proof *first, const rz_proof *second, size_t *n_after, const char **rest);

/* Whether this report is the first of its outlet. */
bool rz_first_of_outlet(const rz_known_event *event, uint32_t report);
/* On what the reports disagree: words of which the labels are word-…; NULL behind the last. */
void rz_differences(const rz_known_event *event, const char *out[4]);

/* How many of its reports are copies of another of them. */
uint32_t rz_copies_among(const rz_known_event *event);

#endif
